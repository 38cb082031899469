"""Middleware before every call: limits on time, number and size, security headers, and a line in the process log.

Plain ASGI, because a body must be refused before it is read. Slow clients hold up nobody else:

- the body of a GET call is not read;
- a body is received whole, within a deadline, before the call takes a working place;
- the working place is given back when the answer begins; sending the answer takes an answering place;
- one address has only a share of the receiving and of the answering places;
- the file of a feed is received while the call has a feed place;
- signing in, which is slow on purpose, has places of its own;
- a reading call gives its turn back when its answer begins, at the latest after ``TURN_SECONDS``;
- a client that does not take its answer is cut off.
"""

import asyncio
import contextlib
import http
import logging
import time
from collections import Counter as Counts
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram
from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service.door.rates import network
from service.store import random_id

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; "
    "img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",  # no cache keeps what is about a person
}
STATIC = "/static/"  # files about nobody; a changed file has a new address
FOR_A_YEAR = "public, max-age=31536000, immutable"
CLIENT_GONE = 499  # nginx's status for a client that hung up before the answer
FREE = ("/healthz", "/readyz", "/metrics")  # answered also when the service is busy
FEED = ("POST", "/v1/vacancies")
PASSWORDS = (
    ("POST", "/sign-in"),
    ("POST", "/v1/session"),
    ("PUT", "/v1/session/password"),
    ("POST", "/settings/password"),
)
AT_ISSUER = "/sign-in/oidc"  # pages that wait for the OIDC issuer
WITHOUT_BODY = ("GET", "HEAD", "OPTIONS", "TRACE")
BODY_SECONDS = 10.0  # for a whole body; 256 KiB take two seconds over a bad mobile line of 1 Mbit/s
PART_SECONDS = 10.0  # for the next part of a feed's file
FEED_SECONDS = 600.0  # for the whole file: 64 MiB over 1 Mbit/s
TURN_SECONDS = 10.0  # a list of 300 statements over 25,000 vacancies takes 5
SEND_SECONDS = 30.0  # until the other side takes the next part of an answer
RECEIVING_AT_ONCE = 512  # bodies that are being received, of 256 KiB at most: 128 MiB
ANSWERING_AT_ONCE = 512  # answers that are being sent, of 140 kB at most: 70 MiB
OF_ONE_ADDRESS = 64  # of each: a whole municipality may share one address, and a call takes moments
PASSWORDS_AT_ONCE = 8  # two are hashed at a time, in a tenth of a second each

# Reading calls that are worked on at a time, in order of arrival; the others wait. Python runs one thread at a time, so
# that more calls only slow each other down. At 20 lists a second over 4,000 vacancies p95 is 70 ms, without turns
# 235 ms; over 10,000 vacancies it is 106, 89 and 96 ms with 1, 2 and 3 turns.
TURNS = 2
BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)
Refuse = Callable[[str, Request], Response]  # (key of ``problems.STATUS``, request) -> response
log = logging.getLogger(__name__)


class TooLarge(HTTPException):
    """The body of a call is too large. An HTTPException, because FastAPI lets only those through."""

    def __init__(self) -> None:
        super().__init__(413)


class TooSlow(HTTPException):
    """The body of a call does not come in time."""

    def __init__(self) -> None:
        super().__init__(408)


class _Busy(Exception):
    """There is no place for the call."""


class _NotTaken(Exception):
    """The client does not take the answer."""


@dataclass(frozen=True)
class Bounds:
    """Limits of a process. most: calls at once. feed, body: bytes of a feed's file and of any other body."""

    most: int
    body: int
    feed: int


REFUSALS = {TooLarge: "refused.too_large", TooSlow: "refused.too_slow", _Busy: "refused.busy"}


class Places:
    """Places for calls of one kind. most: how many; of_one: how many of them for one address."""

    def __init__(self, most: int, of_one: int | None = None) -> None:
        self._most, self._of_one, self.taken = most, of_one or most, 0
        self._by_address: Counts[str] = Counts()

    @contextlib.contextmanager
    def take(self, address: str = "") -> Iterator[None]:
        """Take a place for as long as the block; _Busy if none is free."""
        if self.taken >= self._most or self._by_address[address] >= self._of_one:
            raise _Busy
        self.taken += 1
        self._by_address[address] += 1
        try:
            yield
        finally:
            self.taken -= 1
            self._by_address[address] -= 1
            if not self._by_address[address]:
                del self._by_address[address]


class Metrics:
    """Counts by method, route and status; nothing about people."""

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
    """The middleware. refuse: makes the response of a refusal."""

    def __init__(self, app: ASGIApp, metrics: Metrics, bounds: Bounds, refuse: Refuse) -> None:
        self._app, self._metrics, self._bounds, self._refuse = app, metrics, bounds, refuse
        self._under_way = 0
        self._receiving, self._working = Places(RECEIVING_AT_ONCE, OF_ONE_ADDRESS), Places(bounds.most)
        self._answering = Places(ANSWERING_AT_ONCE, OF_ONE_ADDRESS)
        self._feeds, self._passwords = Places(bounds.most), Places(PASSWORDS_AT_ONCE)
        self._turns = asyncio.Semaphore(TURNS)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        answered = _Answered(scope, send)
        with self._watched(scope, answered), contextlib.suppress(_NotTaken):
            try:
                await self._call(scope, receive, answered)
            except (TooLarge, TooSlow, _Busy) as stop:
                await self._answer(REFUSALS[type(stop)], scope, answered)
            except ClientDisconnect:
                answered.status = CLIENT_GONE

    async def _call(self, scope: Scope, receive: Receive, answered: "_Answered") -> None:
        method, path = scope["method"], scope["path"]
        if method in WITHOUT_BODY:
            answered.closes = _announced(scope) != 0  # so that its body is not taken for the next call
            receive = _after(b"", receive)
        elif (method, path) == FEED:
            most = self._checked(scope, self._bounds.feed)
            with self._feeds.take():
                await self._app(scope, _parts(receive, most, answered), answered)
            return
        else:
            receive = await self._whole(scope, receive)
        if path in FREE:
            await self._app(scope, receive, answered)
            return
        places = self._passwords if (method, path) in PASSWORDS else self._working
        with contextlib.ExitStack() as answering, contextlib.ExitStack() as working:
            working.enter_context(places.take())
            async with self._turn(scope, working):
                answered.begun = partial(self._begin, scope, working, answering)
                await self._app(scope, receive, answered)

    def _begin(self, scope: Scope, working: contextlib.ExitStack, answering: contextlib.ExitStack) -> None:
        """Give back the working place and the turn, and take an answering place."""
        working.close()
        try:
            answering.enter_context(self._answering.take(_address(scope)))
        except _Busy:
            raise _NotTaken from None

    async def _answer(self, key: str, scope: Scope, answered: "_Answered") -> None:
        """Refuse a call, and end the connection, because more of the call may still come."""
        if key == "refused.busy":
            self._metrics.shed.inc()
        answered.closes = True
        if not answered.has_begun:
            await self._refuse(key, Request(scope))(scope, _nothing, answered)

    def _checked(self, scope: Scope, most: int) -> int:
        """``most``; TooLarge if the call announces a larger body, or a length that is no number."""
        length = _announced(scope)
        if length is None or length > most:
            raise TooLarge
        return most

    async def _whole(self, scope: Scope, receive: Receive) -> Receive:
        """Receive the body -> the messages of the call. TooLarge, TooSlow, _Busy."""
        most = self._checked(scope, self._bounds.body)
        with self._receiving.take(_address(scope)):
            try:
                async with asyncio.timeout(BODY_SECONDS):
                    body = await _body(receive, most)
            except TimeoutError:
                raise TooSlow from None
        return _after(body, receive)

    @contextlib.asynccontextmanager
    async def _turn(self, scope: Scope, working: contextlib.ExitStack) -> AsyncIterator[None]:
        """Wait for a turn. It ends when the answer begins, at the latest after ``TURN_SECONDS``."""
        if scope["method"] not in WITHOUT_BODY or scope["path"].startswith(AT_ISSUER):
            yield
            return
        await self._turns.acquire()
        with contextlib.ExitStack() as turn:
            turn.callback(self._turns.release)
            working.callback(turn.close)
            late = asyncio.get_running_loop().call_later(TURN_SECONDS, turn.close)
            try:
                yield
            finally:
                late.cancel()

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
            self._report(scope, answered, time.perf_counter() - start)

    def _report(self, scope: Scope, answered: "_Answered", seconds: float) -> None:
        route = getattr(scope.get("route"), "path", "-")
        method = scope["method"] if scope["method"] in ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE") else "-"
        self._metrics.calls.labels(method, route, str(answered.status)).inc()
        self._metrics.seconds.labels(method, route).observe(seconds)
        log.info(
            "call",
            extra={
                "method": method,
                "route": route,
                "status": answered.status,
                "ms": round(1000 * seconds, 1),
                "call": answered.id,
            },
        )


class _Answered:
    """Sends an answer on with our headers, remembers its status, and calls ``begun`` when it begins.

    closes: end the connection after it.
    """

    def __init__(self, scope: Scope, send: Send) -> None:
        self._scope, self._send = scope, send
        self.status, self.id = 500, random_id()
        self.begun: Callable[[], None] = lambda: None
        self.has_begun = self.closes = False

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.begun()
            self.has_begun, self.status = True, message["status"]
            headers = MutableHeaders(scope=message)
            headers["X-Request-Id"] = self.id
            for name, value in HEADERS.items():
                headers[name] = value
            if self._scope["path"].startswith(STATIC) and self.status == http.HTTPStatus.OK:
                headers["Cache-Control"] = FOR_A_YEAR
            if self.closes:
                headers["Connection"] = "close"
        try:
            async with asyncio.timeout(SEND_SECONDS):
                await self._send(message)
        except TimeoutError:
            raise _NotTaken from None


def _address(scope: Scope) -> str:
    return network(scope["client"][0]) if scope.get("client") else ""


def _announced(scope: Scope) -> int | None:
    """Bytes of the body that a call announces: 0 for none, 1 if the length is left open, None if it is no number."""
    headers = Headers(scope=scope)
    if "transfer-encoding" in headers:
        return 1  # at least; the bytes are counted when they come
    length = headers.get("content-length", "0")
    return int(length) if length.isdecimal() else None


async def _body(receive: Receive, most: int) -> bytes:
    parts, size = [], 0
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise TooSlow
        parts.append(message.get("body", b""))
        size += len(parts[-1])
        if size > most:
            raise TooLarge
        if not message.get("more_body", False):
            return b"".join(parts)


def _after(body: bytes, receive: Receive) -> Receive:
    """The messages of a call whose body has been received."""
    delivered = False

    async def messages() -> Message:
        nonlocal delivered
        if not delivered:
            delivered = True
            return {"type": "http.request", "body": body, "more_body": False}
        while (message := await receive())["type"] == "http.request":
            pass  # skips a body that no call has
        return message

    return messages


def _parts(receive: Receive, most: int, answered: _Answered) -> Receive:
    """The messages of a call, each within its deadline. TooSlow; TooLarge after more than ``most`` bytes."""
    size, until = 0, time.monotonic() + FEED_SECONDS
    answered.closes = True  # if the answer begins before the whole file has come

    async def messages() -> Any:
        nonlocal size
        try:
            async with asyncio.timeout(min(PART_SECONDS, until - time.monotonic())):
                message = await receive()
        except TimeoutError:
            raise TooSlow from None
        size += len(message.get("body", b""))
        if size > most:
            raise TooLarge
        answered.closes = message.get("more_body", False)
        return message

    return messages


async def _nothing() -> Message:
    return {"type": "http.disconnect"}
