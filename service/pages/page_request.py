"""A request for a page: the user, the form that was sent, and the page that answers.

A page does what the API does, by the same operations. The differences are here: a form in place of JSON, its hidden
field in place of the header, and a page in place of an object.
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
    """A form that a page sent: names with their values, in order."""

    def __init__(self, pairs: list[tuple[str, str]], files: Mapping[str, bytes] | None = None) -> None:
        self._pairs, self._files = pairs, files or {}

    def file(self, name: str) -> bytes:
        """The content of a chosen file; empty if there is none."""
        return self._files.get(name, b"")

    def one(self, name: str) -> str:
        """The value of a field; empty if it was not sent."""
        return next((value.strip() for key, value in self._pairs if key == name), "")

    def all(self, name: str) -> list[str]:
        """All values of a field, such as several ticked boxes."""
        return [value for key, value in self._pairs if key == name]

    def named(self, beginning: str) -> list[tuple[str, str]]:
        """The fields whose names have this beginning, with their values."""
        return [(key, value) for key, value in self._pairs if key.startswith(beginning)]

    def whole(self, name: str) -> int:
        """A field that holds a whole number of ours, such as a version; 0 if it holds none."""
        text = self.one(name)
        return int(text) if re.fullmatch(r"[0-9]{1,9}", text) else 0

    def lines(self, name: str) -> list[str]:
        """The lines of a field that are not blank."""
        return [line.strip() for line in self.one(name).splitlines() if line.strip()]


async def form_of(request: Request) -> Form:
    """The form in the body; empty for a request that changes nothing. Refused if it is of another type or no text."""
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
    """The form in the body, which may have a file. It is read before the user is known, so its size is bounded.

    The content type gives only the boundary between parts, so that no sender chooses the character set.
    """
    if WITH_FILE.fullmatch(request.headers.get("content-type", "")) is None:
        return await form_of(request)
    async with request.form(max_files=1, max_fields=MOST_BESIDE_A_FILE) as form:
        parts = form.multi_items()
        files = {name: await part.read() for name, part in parts if not isinstance(part, str)}
    return _text_only([(name, part) for name, part in parts if isinstance(part, str)], files)


def _text_only(sent: list[tuple[str, str]], files: Mapping[str, bytes] | None = None) -> Form:
    """The form; Refused if it holds a NUL character."""
    if any("\0" in part for pair in sent for part in pair):
        raise Refused("refused.request")
    return Form(sent, files)


@dataclass(frozen=True)
class Menu:
    """The top of every page: the user, the tenant, and the role that the menu is for."""

    role: Role | None = None
    user: str | None = None
    tenant: str | None = None
    mark: str = ""  # of the signed-in user, in the forms of the page


def note_menu(request: Request, db: Session, caller: Caller) -> None:
    """Keep the signed-in user's menu for the page that answers, also if that is a refusal.

    With a first password there is no menu, because every page would be refused.
    """
    user, tenant = db.get_one(User, caller.id), db.get_one(Tenant, caller.tenant_id)
    request.state.menu = Menu(None if caller.first else caller.role, user.name, tenants.called(tenant), mark_of(user))


def menu_of(request: Request) -> Menu:
    """The menu that was kept; an empty one if no user is known."""
    menu: Menu = getattr(request.state, "menu", Menu())
    return menu


def signed(token: str, mark: str) -> str:
    """The hidden field of a form: the session's CSRF token, and the mark of the user it was made for."""
    return f"{csrf_of(token)}.{mark}"


def _frame(request: Request) -> dict[str, Any]:
    """The values around every page's own: the menu, and the message about what was just done.

    The cookie may be of an old session; then the forms that it signs are refused.
    """
    cookie, message = request.cookies.get(service_of(request).cookie), request.query_params.get("told")
    menu = menu_of(request)
    return {
        "csrf": signed(cookie, menu.mark) if cookie else "",
        "menu": menu,
        "path": request.url.path,
        "message": message if f"told.{message}" in PHRASES else None,
    }


@dataclass(frozen=True)
class PageRequest:
    """A request by a user with the right to make it. ``access`` is what the operations take."""

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
        """The day the pages are made for."""
        return self.service.today

    @property
    def midnight(self) -> datetime.datetime:
        """The moment that day began."""
        return datetime.datetime.combine(self.today, datetime.time()).astimezone()

    def page(self, template: str, values: Mapping[str, Any], status: int = 200) -> HTMLResponse:
        """The answer: a page from that template."""
        frame = _frame(self.request) | {"today": self.today}
        return HTMLResponse(render(template, self.language, frame | dict(values)), status)


def requests(right: Right, reads: Callable[[Request], Awaitable[Form]] = form_of) -> Any:
    """A dependency that gives the ``PageRequest`` of a user with that right; Refused for others.

    reads: reads the form of the request.
    """

    def page_request(request: Request, form: Annotated[Form, Depends(reads)]) -> Iterator[PageRequest]:
        service = service_of(request)
        with service.store.reading() as db:  # the page goes on to read in it
            try:
                caller = identify(request, db, form.one("csrf").partition(".")[0])
            finally:  # also for the page that explains the error
                _note_known(request, db)
            check_right(caller, right)
            yield PageRequest(request, Access(service, caller, language_of(request), read=db), form)

    return Depends(page_request, scope="function")


def _note_known(request: Request, db: Session) -> None:
    caller: Caller | None = getattr(request.state, "caller", None)
    if caller and caller.via == "cookie":
        note_menu(request, db, caller)


Cases = Annotated[PageRequest, requests("cases")]  # users who have candidates
Own = Annotated[PageRequest, requests("self")]  # every signed-in user


def see(address: str, told: str | None = None) -> RedirectResponse:
    """Redirect to a page after an act, so that loading it again does nothing twice.

    told: the act, named at the top of that page by the phrase ``told.<told>``.
    """
    if told:
        parts = urlsplit(address)
        query = "&".join(filter(None, (parts.query, urlencode({"told": told}))))
        address = urlunsplit(parts._replace(query=query))
    return RedirectResponse(address, status_code=303)


def outside(request: Request, template: str, values: Mapping[str, Any], status: int = 200) -> HTMLResponse:
    """A page for a user who may not be signed in."""
    return HTMLResponse(render(template, language_of(request), _frame(request) | dict(values)), status)


def perhaps_signed_in(request: Request) -> None:
    """A dependency of public pages: a signed-in user keeps the menu there."""
    with suppress(Refused), service_of(request).store.reading() as db:
        note_menu(request, db, identify(request, db, ""))
