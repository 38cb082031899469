"""One request for a page: who asks, the form that was sent, and the page that answers.

A page does what the API does by the same operations. What differs is here: a form in place of JSON, its hidden field in
place of the header, and a page in place of an object.
"""

import datetime
import re
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Annotated, Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from fastapi import Depends, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from sqlalchemy.orm import Session

from service.calls import Access, Service, check_right, identify, service_of
from service.door import tenants
from service.door.signin import csrf_of, mark_of
from service.pages.words import render
from service.phrases import PHRASES, Language
from service.problems import Refused, language_of
from service.scope import Caller, Right
from service.store import Role, Tenant, User

MOST_FIELDS = 1000
MOST_BESIDE_A_FILE = 10  # fields of a form with a file
WITH_FILE = re.compile(r'multipart/form-data; ?boundary="?[\w.-]{1,70}"?')
LANGUAGE_COOKIE = "language"


class Form:
    """What a page's form sent: names with their values, in order."""

    def __init__(self, pairs: list[tuple[str, str]], files: Mapping[str, bytes] | None = None) -> None:
        self._pairs, self._files = pairs, files or {}

    def file(self, name: str) -> bytes:
        """A file that was chosen; empty where there is none."""
        return self._files.get(name, b"")

    def one(self, name: str) -> str:
        """The value of a field; empty where it was not sent."""
        return next((value.strip() for key, value in self._pairs if key == name), "")

    def all(self, name: str) -> list[str]:
        """Every value of a field, as of several boxes ticked."""
        return [value for key, value in self._pairs if key == name]

    def named(self, beginning: str) -> list[tuple[str, str]]:
        """Fields whose names begin so, with their values."""
        return [(key, value) for key, value in self._pairs if key.startswith(beginning)]

    def whole(self, name: str) -> int:
        """A field that holds a whole number of ours, such as a version; 0 where it is none."""
        text = self.one(name)
        return int(text) if re.fullmatch(r"[0-9]{1,9}", text) else 0

    def lines(self, name: str) -> list[str]:
        """The lines of a field that have something on them."""
        return [line.strip() for line in self.one(name).splitlines() if line.strip()]


async def form_of(request: Request) -> Form:
    """The form in the body; none where nothing is changed. Refused where it is of another kind, or holds no text."""
    if request.method in ("GET", "HEAD"):
        return Form([])
    if request.headers.get("content-type", "").lower().startswith("multipart/"):
        raise Refused("refused.request")
    try:
        sent = parse_qsl((await request.body()).decode(), keep_blank_values=True, max_num_fields=MOST_FIELDS)
    except ValueError as error:
        raise Refused("refused.request") from error
    return _text_only(sent)


async def form_with_file(request: Request) -> Form:
    """The same where the form may have a file. It is read before anybody is known: what there may be of it is bounded.

    The kind of the body says where a part ends and nothing else, so that nobody chooses how its letters are read.
    """
    if WITH_FILE.fullmatch(request.headers.get("content-type", "")) is None:
        return await form_of(request)
    async with request.form(max_files=1, max_fields=MOST_BESIDE_A_FILE) as form:
        parts = form.multi_items()
        files = {name: await part.read() for name, part in parts if not isinstance(part, str)}
    return _text_only([(name, part) for name, part in parts if isinstance(part, str)], files)


def _text_only(sent: list[tuple[str, str]], files: Mapping[str, bytes] | None = None) -> Form:
    """The form; Refused where a sign in it is no text."""
    if any("\0" in part for pair in sent for part in pair):
        raise Refused("refused.request")
    return Form(sent, files)


@dataclass(frozen=True)
class Menu:
    """What stands at the top of every page: who is signed in, where, and the role that the menu is for."""

    role: Role | None = None
    user: str | None = None
    tenant: str | None = None
    mark: str = ""  # of whoever is signed in, in the forms of the page


def note_menu(request: Request, db: Session, caller: Caller) -> None:
    """Keep the menu of whoever is signed in for the page that answers, also where it is a refusal.

    With a first password the menu leads nowhere, so there is none.
    """
    user, tenant = db.get_one(User, caller.id), db.get_one(Tenant, caller.tenant_id)
    request.state.menu = Menu(None if caller.first else caller.role, user.name, tenants.called(tenant), mark_of(user))


def menu_of(request: Request) -> Menu:
    """The menu that was noted; an empty one where nobody is known to be signed in."""
    menu: Menu = getattr(request.state, "menu", Menu())
    return menu


def signed(token: str, mark: str) -> str:
    """What a form carries: the sign of its session, and the mark of whoever it was made for."""
    return f"{csrf_of(token)}.{mark}"


def _frame(request: Request) -> dict[str, Any]:
    """What every page says around its own words: the menu, and what was just done.

    The cookie may be an old one; then the forms that it signs are refused.
    """
    cookie, told = request.cookies.get(service_of(request).cookie), request.query_params.get("told")
    menu = menu_of(request)
    return {
        "csrf": signed(cookie, menu.mark) if cookie else "",
        "menu": menu,
        "path": request.url.path,
        "told": told if f"told.{told}" in PHRASES else None,
    }


@dataclass(frozen=True)
class PageRequest:
    """A request of somebody who may. ``access`` is what the operations want."""

    request: Request
    access: Access
    form: Form

    @property
    def service(self) -> Service:
        return self.access.service

    @property
    def language(self) -> Language:
        return self.access.language

    @property
    def tenant_id(self) -> str:
        return self.access.caller.tenant_id

    @property
    def today(self) -> datetime.date:
        """The day on which the pages stand."""
        return self.service.today

    @property
    def midnight(self) -> datetime.datetime:
        """When that day began."""
        return datetime.datetime.combine(self.today, datetime.time()).astimezone()

    def page(self, template: str, values: Mapping[str, Any], status: int = 200) -> HTMLResponse:
        """The answer: a page of that template."""
        frame = _frame(self.request) | {"today": self.today}
        return HTMLResponse(render(template, self.language, frame | dict(values)), status)


def requests(right: Right, reads: Callable[[Request], Awaitable[Form]] = form_of) -> Any:
    """A dependency that gives the ``PageRequest`` of somebody who has that right; Refused for others.

    reads: how the form is read.
    """

    def page_request(request: Request, form: Annotated[Form, Depends(reads)]) -> Iterator[PageRequest]:
        service = service_of(request)
        with service.store.reading() as db:  # in which the page goes on to read
            try:
                caller = identify(request, db, form.one("csrf").partition(".")[0])
            finally:  # also for the page that says why not
                _note_known(request, db)
            check_right(caller, right)
            yield PageRequest(request, Access(service, caller, language_of(request), read=db), form)

    return Depends(page_request, scope="function")


def _note_known(request: Request, db: Session) -> None:
    caller: Caller | None = getattr(request.state, "caller", None)
    if caller and caller.via == "cookie":
        note_menu(request, db, caller)


Cases = Annotated[PageRequest, requests("cases")]  # whoever has candidates
Own = Annotated[PageRequest, requests("self")]  # whoever signs in


def see(address: str, told: str | None = None) -> RedirectResponse:
    """The page to look at after something was done, so that loading it again does nothing twice.

    told: what was done, as the phrase ``told.<told>`` says it at the top of that page.
    """
    if told:
        parts = urlsplit(address)
        query = "&".join(filter(None, (parts.query, urlencode({"told": told}))))
        address = urlunsplit(parts._replace(query=query))
    return RedirectResponse(address, status_code=303)


def outside(request: Request, template: str, values: Mapping[str, Any], status: int = 200) -> HTMLResponse:
    """A page for somebody who may not be signed in."""
    return HTMLResponse(render(template, language_of(request), _frame(request) | dict(values)), status)


def perhaps_signed_in(request: Request) -> None:
    """A dependency of pages for everybody: who is signed in keeps the menu there."""
    with suppress(Refused), service_of(request).store.reading() as db:
        note_menu(request, db, identify(request, db, ""))
