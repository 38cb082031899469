"""Refusals as pages for browsers: the words of the API's, and the way to go on."""

import json
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import quote

from fastapi import FastAPI, Request, Response

from service.calls import service_of
from service.pages import unsaved
from service.pages.oidc_login import sign_in_page
from service.pages.page_request import menu_of, outside, see, signed
from service.problems import answer, language_of

SIGN_IN, API = 401, ("/v1/", "/openapi.json", "/docs", "/redoc", "/healthz", "/readyz", "/metrics")
KEPT = ("retry-after",)
Handler = Callable[[Request, Any], Awaitable[Response]]


def install(app: FastAPI) -> None:
    """Answer a browser with a page where the API would have answered with problem+json."""
    for error, handler in list(app.exception_handlers.items()):
        app.exception_handlers[error] = _paged(handler)  # type: ignore[arg-type]


def wants_page(request: Request) -> bool:
    """Whether a browser asks for a page, not for the API."""
    return "text/html" in request.headers.get("accept", "") and not request.url.path.startswith(API)


def _paged(handler: Handler) -> Handler:
    async def handle(request: Request, error: Exception) -> Response:
        response = await handler(request, error)
        if not wants_page(request):
            return response
        key = getattr(error, "key", "")
        sent = await unsaved.sent_with(request) if key in ("refused.sign_in", "refused.csrf") else ""
        if response.status_code == SIGN_IN:
            return _door(request, sent)
        if sent:
            cookie = request.cookies.get(service_of(request).cookie, "")
            return unsaved.page(request, request.url.path, sent, signed(cookie, menu_of(request).mark))
        if key == "refused.first_password":
            return see("/settings")
        return _page(request, response, key)

    return handle


def _door(request: Request, sent: str) -> Response:
    """The sign-in page, with the form that was sent; says why an earlier session ended."""
    if sent:
        return sign_in_page(request, request.url.path, sent=sent, status=SIGN_IN)
    back = request.url.path if request.method == "GET" else "/"
    was_in = service_of(request).cookie in request.cookies
    return see(f"/sign-in?next={quote(back)}", told="timed_out" if was_in else None)


def refuse(key: str, request: Request) -> Response:
    """A refusal as a page or as problem+json, before anything of the request is read."""
    response = answer(key, language_of(request))
    return _page(request, response, key) if wants_page(request) else response


def _page(request: Request, response: Response, key: str) -> Response:
    values = {"problem": json.loads(bytes(response.body)), "key": key}
    page = outside(request, "error.html", values, response.status_code)
    page.headers.update({name: response.headers[name] for name in KEPT if name in response.headers})
    return page
