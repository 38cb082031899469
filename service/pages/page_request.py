"""One request for a page: who asks, the form that was sent, and the page that answers.

A page does what the API does by the same operations. What differs is here: a form in place of JSON, its hidden field in
place of the header, and a page in place of an object.
"""

import datetime
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from email.message import MIMEPart
from email.parser import BytesParser
from email.policy import HTTP
from typing import Annotated, Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from fastapi import Depends, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from sqlalchemy.orm import Session

from service.calls import Access, Service, check_right, identify, service_of
from service.door import tenants
from service.door.signin import csrf_of
from service.pages.words import render
from service.phrases import PHRASES, Language
from service.problems import Refused, language_of
from service.scope import Caller, Right
from service.store import Role, Tenant, User

MOST_FIELDS = 1000
WITH_FILE = "multipart/form-data"
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
    """The form in the body; none where nothing is changed. Signs that are not text are refused."""
    if request.method in ("GET", "HEAD"):
        return Form([])
    body, files = await request.body(), dict[str, bytes]()
    try:
        if (kind := request.headers.get("content-type", "")).startswith(WITH_FILE):
            sent, files = _parts(kind, body)
        else:
            sent = parse_qsl(body.decode(), keep_blank_values=True, max_num_fields=MOST_FIELDS)
    except ValueError as error:
        raise Refused("refused.request") from error
    if any("\0" in part for pair in sent for part in pair):
        raise Refused("refused.request")
    return Form(sent, files)


def _parts(kind: str, body: bytes) -> tuple[list[tuple[str, str]], dict[str, bytes]]:
    """The fields and the files of a form that has files; ValueError where a field is no text."""
    message = BytesParser(policy=HTTP).parsebytes(b"Content-Type: " + kind.encode() + b"\r\n\r\n" + body)
    parts = [(part, str(part.get_param("name", header="content-disposition"))) for part in message.iter_parts()]
    sent = [(name, _content(part).decode()) for part, name in parts if part.get_filename() is None]
    return sent[:MOST_FIELDS], {name: _content(part) for part, name in parts if part.get_filename()}


def _content(part: MIMEPart) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


@dataclass(frozen=True)
class Menu:
    """What stands at the top of every page: who is signed in, where, and the role that the menu is for."""

    role: Role | None = None
    user: str | None = None
    tenant: str | None = None


def note_menu(request: Request, db: Session, caller: Caller) -> None:
    """Keep the menu of whoever is signed in for the page that answers, also where it is a refusal.

    With a first password the menu leads nowhere, so there is none.
    """
    user, tenant = db.get_one(User, caller.id), db.get_one(Tenant, caller.tenant_id)
    request.state.menu = Menu(None if caller.first else caller.role, user.name, tenants.called(tenant))


def _frame(request: Request) -> dict[str, Any]:
    """What every page says around its own words: the menu, and what was just done.

    The cookie may be an old one; then the forms that it signs are refused.
    """
    cookie, told = request.cookies.get(service_of(request).cookie), request.query_params.get("told")
    return {
        "csrf": csrf_of(cookie) if cookie else "", "menu": getattr(request.state, "menu", Menu()),
        "path": request.url.path, "told": told if f"told.{told}" in PHRASES else None,
    }  # fmt: skip


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
        return self.service.settings.today or datetime.date.today()

    @property
    def midnight(self) -> datetime.datetime:
        """When that day began."""
        return datetime.datetime.combine(self.today, datetime.time()).astimezone()

    def page(self, template: str, values: Mapping[str, Any], status: int = 200) -> HTMLResponse:
        """The answer: a page of that template."""
        frame = _frame(self.request) | {"today": self.today}
        return HTMLResponse(render(template, self.language, frame | dict(values)), status)


def requests(right: Right) -> Any:
    """A dependency that gives the ``PageRequest`` of somebody who has that right; Refused for others."""

    def page_request(request: Request, form: Annotated[Form, Depends(form_of)]) -> Iterator[PageRequest]:
        service = service_of(request)
        with service.store.reading() as db:  # in which the page goes on to read
            caller = identify(request, db, form.one("csrf"))
            if caller.via == "cookie":
                note_menu(request, db, caller)
            check_right(caller, right)
            yield PageRequest(request, Access(service, caller, language_of(request), read=db), form)

    return Depends(page_request, scope="function")


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
