"""Refusals as pages, for whoever asks for pages: the same words as the API's, and the way to go on."""

import json
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import quote

from fastapi import FastAPI, Request, Response

from service.pages.page_request import outside, see
from service.problems import answer, language_of

SIGN_IN, API = 401, ("/v1/", "/openapi.json", "/docs", "/redoc", "/healthz", "/readyz", "/metrics")
KEPT = ("retry-after",)
Handler = Callable[[Request, Any], Awaitable[Response]]


def install(app: FastAPI) -> None:
    """Answer a browser with a page where the API would have answered with problem+json."""
    for error, handler in list(app.exception_handlers.items()):
        app.exception_handlers[error] = _paged(handler)  # type: ignore[arg-type]


def wants_page(request: Request) -> bool:
    """Whether it is a browser that asks, and not for the API."""
    return "text/html" in request.headers.get("accept", "") and not request.url.path.startswith(API)


def _paged(handler: Handler) -> Handler:
    async def handle(request: Request, error: Exception) -> Response:
        told = await handler(request, error)
        if not wants_page(request):
            return told
        if told.status_code == SIGN_IN:
            back = request.url.path if request.method == "GET" else "/"
            return see(f"/sign-in?next={quote(back)}")
        if getattr(error, "key", "") == "refused.first_password":
            return see("/settings")
        return _page(request, told)

    return handle


def refuse(key: str, request: Request) -> Response:
    """A refusal before anything is read, for whoever asks."""
    told = answer(key, language_of(request))
    return _page(request, told) if wants_page(request) else told


def _page(request: Request, told: Response) -> Response:
    page = outside(request, "error.html", {"problem": json.loads(bytes(told.body))}, told.status_code)
    page.headers.update({name: told.headers[name] for name in KEPT if name in told.headers})
    return page
