"""One visit to a page: who is there, the form that was sent, and the page that answers.

A page does what the API does by calling the same functions with the same ``Asking``. What differs is here: a form in
place of JSON, its hidden field in place of the header, and a page in place of an object.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any
from urllib.parse import parse_qsl

from fastapi import Depends, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from matcher.phrases import Language
from service.calls import Asking, Service, identify, service_of
from service.pages.words import render
from service.problems import Refused, language_of
from service.scope import MAY, Right
from service.signin import csrf_of

MOST_FIELDS = 1000
LANGUAGE_COOKIE = "language"


class Form:
    """What a page's form sent: names with their values, in order."""

    def __init__(self, pairs: list[tuple[str, str]]) -> None:
        self._pairs = pairs

    def one(self, name: str) -> str:
        """The value of a field; empty where it was not sent."""
        return next((value.strip() for key, value in self._pairs if key == name), "")

    def all(self, name: str) -> list[str]:
        """Every value of a field, as of several boxes ticked."""
        return [value for key, value in self._pairs if key == name]

    def named(self, beginning: str) -> list[tuple[str, str]]:
        """Fields whose names begin so, with their values."""
        return [(key, value) for key, value in self._pairs if key.startswith(beginning)]

    def lines(self, name: str) -> list[str]:
        """The lines of a field that have something on them."""
        return [line.strip() for line in self.one(name).splitlines() if line.strip()]


async def form_of(request: Request) -> Form:
    """The form in the body. Signs that are not text are refused as every unreadable body is."""
    try:
        sent = parse_qsl((await request.body()).decode(), keep_blank_values=True, max_num_fields=MOST_FIELDS)
    except ValueError as error:
        raise Refused("refused.request") from error
    if any("\0" in part for pair in sent for part in pair):
        raise Refused("refused.request")
    return Form(sent)


@dataclass(frozen=True)
class Visit:
    """A visit of somebody who may. ``asking`` is what the API's functions want."""

    request: Request
    asking: Asking
    form: Form

    @property
    def service(self) -> Service:
        return self.asking.service

    @property
    def language(self) -> Language:
        return self.asking.language

    @property
    def today(self) -> datetime.date:
        """The day on which the pages stand."""
        return self.service.settings.today or datetime.date.today()

    def page(self, template: str, values: Mapping[str, Any], status: int = 200) -> HTMLResponse:
        """The answer: a page of that template."""
        cookie = self.request.cookies.get(self.service.cookie, "")
        always = {"csrf": csrf_of(cookie), "role": self.asking.caller.role, "path": self.request.url.path}
        return HTMLResponse(render(template, self.language, always | {"today": self.today, **values}), status)


def visits(right: Right) -> Any:
    """A dependency that gives the ``Visit`` of somebody who has that right; Refused for others."""

    def visit(request: Request, form: Annotated[Form, Depends(form_of)]) -> Visit:
        caller = identify(request, form.one("csrf"))
        if caller.role not in MAY[right]:
            raise Refused("refused.role")
        return Visit(request, Asking(service_of(request), caller, language_of(request), None), form)

    return Depends(visit)


Cases = Annotated[Visit, visits("cases")]  # whoever has candidates
Own = Annotated[Visit, visits("self")]  # whoever signs in


def see(address: str) -> RedirectResponse:
    """The page to look at after something was done, so that loading it again does nothing twice."""
    return RedirectResponse(address, status_code=303)


def outside(request: Request, template: str, values: Mapping[str, Any], status: int = 200) -> HTMLResponse:
    """A page for somebody who may not be signed in."""
    cookie = request.cookies.get(service_of(request).cookie)
    always = {"csrf": csrf_of(cookie) if cookie else "", "role": None, "path": request.url.path}
    return HTMLResponse(render(template, language_of(request), always | dict(values)), status)
