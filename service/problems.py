"""Refusals as problem+json (RFC 9457): what is wrong, in the caller's language, never repeating the input."""

import http
import logging
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from fastapi import FastAPI, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel
from sqlalchemy.exc import DataError, IntegrityError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnection
from starlette.exceptions import HTTPException

from matcher.schema import field_name
from service.phrases import Language, say, wrong

MEDIA_TYPE = "application/problem+json"
STATUS = {
    "refused.request": 422,
    "refused.sign_in": 401,
    "refused.password": 401,
    "refused.login": 401,
    "refused.no_role": 403,
    "refused.no_tenant": 403,
    "refused.shut_out": 403,
    "refused.issuer": 503,
    "refused.no_team": 403,
    "refused.guessed": 429,
    "refused.first_expired": 401,
    "refused.first_password": 403,
    "refused.own_approval": 403,
    "refused.employer_in_use": 409,
    "refused.others_employer": 409,
    "refused.damaged": 409,
    "refused.last_administrator": 409,
    "refused.too_slow": 408,
    "refused.role": 403,
    "refused.csrf": 403,
    "refused.not_found": 404,
    "refused.method": 405,
    "refused.conflict": 409,
    "refused.closed": 409,
    "refused.key_reused": 409,
    "refused.few_cases": 409,
    "refused.changed": 412,
    "refused.too_large": 413,
    "refused.version": 428,
    "refused.too_many": 429,
    "refused.failed": 500,
    "refused.busy": 503,
    "refused.no_disk": 503,
    "refused.no_index": 503,
    "refused.no_database": 503,
}
ALWAYS = (422, 429, 503)
OF_STATUS = {404: "refused.not_found", 405: "refused.method", 408: "refused.too_slow", 413: "refused.too_large"}
RETRY_SECONDS = 5
log = logging.getLogger(__name__)


class WrongField(BaseModel):
    """One field of the request and what was expected there. Never repeats what was sent."""

    field: str
    expected: str


class ProblemDetails(BaseModel):
    """An error as in RFC 9457."""

    type: str = "about:blank"
    title: str
    status: int
    errors: list[WrongField] = []


class Refused(Exception):
    """Stops a call. key: one of ``STATUS``; fields: what is wrong as (field, code, limits); retry: seconds to wait."""

    def __init__(
        self, key: str, fields: Sequence[tuple[str, str, dict[str, Any]]] = (), retry: int | None = None
    ) -> None:
        super().__init__(key)
        self.key, self.fields, self.retry = key, fields, retry


def language_of(request: Request) -> Language:
    """The language to answer in: ``lang`` of the query, else the one chosen on a page, else the browser's first."""
    chosen = request.query_params.get("lang") or request.cookies.get("language")
    preferred = chosen or request.headers.get("accept-language", "")
    return "en" if preferred.lower().startswith("en") else "da"


def answer(
    key: str, language: Language, fields: Sequence[tuple[str, str, dict[str, Any]]] = (), retry: int | None = None
) -> JSONResponse:
    """The response for a refusal."""
    status = STATUS[key]
    errors = [WrongField(field=name, expected=wrong(code, allowed, language)) for name, code, allowed in fields]
    details = ProblemDetails(title=say(key, language), status=status, errors=errors)
    headers = {"WWW-Authenticate": "Bearer"} if status == http.HTTPStatus.UNAUTHORIZED else {}
    if status == http.HTTPStatus.SERVICE_UNAVAILABLE or retry:
        headers["Retry-After"] = str(retry or RETRY_SECONDS)
    return JSONResponse(details.model_dump(), status_code=status, headers=headers, media_type=MEDIA_TYPE)


def responses(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The OpenAPI descriptions of these refusals, and of those that any call can get."""
    content = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/ProblemDetails"}}}
    return {s: {"description": http.HTTPStatus(s).phrase, "content": content} for s in sorted({*statuses, *ALWAYS})}


def install(app: FastAPI, note: Callable[[Request, Refused], None]) -> None:
    """Answer every error of the application in this form; ``note`` is called with each refusal before its answer."""

    async def refused(request: Request, error: Exception) -> JSONResponse:
        if not isinstance(error, Refused):
            raise TypeError(type(error))
        await run_in_threadpool(note, request, error)
        return answer(error.key, language_of(request), error.fields, error.retry)

    app.add_exception_handler(Refused, refused)
    app.add_exception_handler(RequestValidationError, _unreadable)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(DataError, _unreadable)  # a character that PostgreSQL keeps in no text
    for gone in (OperationalError, InterfaceError, NoConnection):
        app.add_exception_handler(gone, _no_database)
    app.add_exception_handler(IntegrityError, _conflict)
    app.add_exception_handler(OSError, _no_disk)
    app.add_exception_handler(Exception, _failed)


async def _unreadable(request: Request, error: Exception) -> JSONResponse:
    items: Sequence[Mapping[str, Any]] = error.errors() if isinstance(error, RequestValidationError) else []
    return answer("refused.request", language_of(request), [_field(item) for item in items])


def _field(item: Mapping[str, Any]) -> tuple[str, str, dict[str, Any]]:
    """A pydantic error as (field, code, limits), without its input."""
    location, code = tuple(item["loc"])[1:], str(item["type"])
    if code == "json_invalid":
        location = ()
    allowed = {k: v for k, v in item.get("ctx", {}).items() if isinstance(v, str | int | float)}
    if code == "string_too_short" and allowed.get("min_length") != 1:
        code = "too_few_characters"
    return field_name(location), code, allowed


async def _http(request: Request, error: Exception) -> JSONResponse:
    status = error.status_code if isinstance(error, HTTPException) else 500
    if status == http.HTTPStatus.BAD_REQUEST:  # a body that could not be parsed
        return answer("refused.request", language_of(request))
    return answer(OF_STATUS.get(status, "refused.failed"), language_of(request))


async def _no_database(request: Request, error: Exception) -> JSONResponse:
    log.error("database: %s", type(error).__name__)
    return answer("refused.no_database", language_of(request))


async def _conflict(request: Request, error: Exception) -> JSONResponse:  # noqa: ARG001
    return answer("refused.conflict", language_of(request))  # another call changed the same rows at the same moment


async def _no_disk(request: Request, error: Exception) -> JSONResponse:
    log.error("disk: %s", type(error).__name__)
    return answer("refused.no_disk", language_of(request))


async def _failed(request: Request, error: Exception) -> JSONResponse:  # noqa: ARG001 the server logs it
    return answer("refused.failed", language_of(request))
