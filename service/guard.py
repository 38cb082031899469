"""What stands before every call: how many at once, how large a body, headers for browsers, a line and a count after.

Plain ASGI, because a body is to be refused before it is read.
"""

import asyncio
import contextlib
import http
import logging
import time
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram
from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service.store import random_id

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; "
    "img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "Strict-Transport-Security": "max-age=31536000",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",  # what is about a person is in no cache
}
STATIC = "/static/"  # what says nothing of anybody and has another address whenever it changes
FOR_A_YEAR = "public, max-age=31536000, immutable"
FREE = ("/healthz", "/readyz", "/metrics")  # answered however busy it is
FEED = "/v1/vacancies"
WITHOUT_BODY = ("GET", "HEAD")

# Reading calls that are worked on at a time, in the order in which they came; the others wait. Python runs one thread
# at a time, so that more of them only slow each other down: at 20 lists a second over 4,000 vacancies p95 is 70 ms, and
# 235 without turns; over 10,000 vacancies 1, 2 and 3 turns give 106, 89 and 96 ms.
TURNS = 2
BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)
Refuse = Callable[[str, Request], Response]  # a key of ``problems.STATUS`` -> what is answered
log = logging.getLogger(__name__)


class TooLarge(HTTPException):
    """The body of a call is larger than it may be. An HTTPException, because FastAPI lets only those through."""

    def __init__(self) -> None:
        super().__init__(413)


class Metrics:
    """Counts by method, route and status: nothing that tells of anybody."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        labels = ("method", "route", "status")
        self.calls = Counter("ipsmatch_calls", "Calls answered", labels, registry=self.registry)
        self.seconds = Histogram(
            "ipsmatch_call_seconds", "How long a call took", labels[:2], buckets=BUCKETS, registry=self.registry
        )
        self.at_once = Gauge("ipsmatch_calls_at_once", "Calls under way", registry=self.registry)
        self.shed = Counter("ipsmatch_calls_shed", "Calls told to come back", registry=self.registry)
        self.vacancies = Gauge("ipsmatch_vacancies", "Vacancies served", registry=self.registry)


class Guard:
    """The middleware. body, feed: the largest body in bytes, of vacancies and of everything else; refuse: answers."""

    def __init__(self, app: ASGIApp, metrics: Metrics, most: int, body: int, feed: int, refuse: Refuse) -> None:
        self._app, self._metrics, self._most, self._body, self._feed = app, metrics, most, body, feed
        self._refuse = refuse
        self._under_way = 0
        self._turns = asyncio.Semaphore(TURNS)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        answered = _Answered(scope, send)
        with self._watched(scope, answered):
            if self._under_way > self._most and scope["path"] not in FREE:
                self._metrics.shed.inc()
                await self._refuse("refused.busy", Request(scope))(scope, receive, answered)
                return
            async with self._turn(scope, answered):
                await self._bounded(scope, receive, answered)

    @contextlib.asynccontextmanager
    async def _turn(self, scope: Scope, answered: "_Answered") -> AsyncIterator[None]:
        """Wait for a turn, which ends when the answer begins: whoever sends or reads slowly holds up nobody else."""
        if scope["method"] not in WITHOUT_BODY or scope["path"] in FREE:
            yield
            return
        await self._turns.acquire()
        with contextlib.ExitStack() as turn:
            turn.callback(self._turns.release)
            answered.begun = turn.close
            yield

    async def _bounded(self, scope: Scope, receive: Receive, send: Send) -> None:
        most = self._feed if (scope["method"], scope["path"]) == ("POST", FEED) else self._body
        length = Headers(scope=scope).get("content-length", "0")
        if not length.isdecimal() or int(length) > most:
            await self._refuse("refused.too_large", Request(scope))(scope, receive, send)
            return
        await self._app(scope, _counted(receive, most), send)

    @contextlib.contextmanager
    def _watched(self, scope: Scope, answered: "_Answered") -> Iterator[None]:
        start = time.perf_counter()
        self._under_way += 1
        self._metrics.at_once.set(self._under_way)
        try:
            yield
        finally:
            self._under_way -= 1
            self._metrics.at_once.set(self._under_way)
            self._tell(scope, answered, time.perf_counter() - start)

    def _tell(self, scope: Scope, answered: "_Answered", seconds: float) -> None:
        route = getattr(scope.get("route"), "path", "-")
        method = scope["method"] if scope["method"] in ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE") else "-"
        self._metrics.calls.labels(method, route, str(answered.status)).inc()
        self._metrics.seconds.labels(method, route).observe(seconds)
        log.info("call", extra={
            "method": method, "route": route, "status": answered.status, "ms": round(1000 * seconds, 1),
            "call": answered.id,
        })  # fmt: skip


class _Answered:
    """Sends an answer on, with our headers, remembers its status, and tells when it begins."""

    def __init__(self, scope: Scope, send: Send) -> None:
        self._scope, self._send = scope, send
        self.status, self.id = 500, random_id()
        self.begun: Callable[[], None] = lambda: None

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.begun()
            self.status = message["status"]
            headers = MutableHeaders(scope=message)
            headers["X-Request-Id"] = self.id
            for name, value in HEADERS.items():
                headers[name] = value
            if self._scope["path"].startswith(STATIC) and self.status == http.HTTPStatus.OK:
                headers["Cache-Control"] = FOR_A_YEAR
        await self._send(message)


def _counted(receive: Receive, most: int) -> Receive:
    """The same messages, until more bytes came than may."""
    seen = 0

    async def counted() -> Any:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        if seen > most:
            raise TooLarge
        return message

    return counted
