"""One call: who asks, whether they may, and the database for as long as it takes.

An endpoint says what right it needs (``by("cases")``) and gets a ``Call``. There is no other way to the database, so
that an endpoint that names no right answers nobody. The transaction ends before the answer is sent: what was
acknowledged is kept.
"""

import hashlib
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Annotated, Any, TypeVar

from fastapi import Depends, Header, Query, Request
from pydantic import BaseModel
from sqlalchemy import Select, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from matcher.phrases import Language
from service import audit, signin
from service.keeper import Keeper
from service.oidc import Issuer
from service.problems import Refused, language_of
from service.rates import Rates
from service.runner import Runner
from service.scope import MAY, Caller, Right, Scope
from service.settings import Settings
from service.store import Answered, Candidate, Store, now

COOKIE = "ipsmatch"
UNSAFE = ("POST", "PUT", "PATCH", "DELETE")
PAGE = 50
NOTED = ("refused.role", "refused.csrf", "refused.not_found")
PEOPLES = {"candidate_id", "run_id"}  # in the address of what is about people
M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True)
class Service:
    """What the application is made of."""

    settings: Settings
    store: Store
    passwords: signin.Passwords
    rates: Rates
    keeper: Keeper
    runner: Runner
    issuer: Issuer | None

    @property
    def cookie(self) -> str:
        """The session cookie's name: browsers keep one of this prefix to HTTPS and to this very host."""
        return f"__Host-{COOKIE}" if self.settings.secure_cookie else COOKIE


@dataclass(frozen=True)
class Call:
    """A caller's call and its transaction."""

    service: Service
    caller: Caller
    db: Session
    language: Language
    key: str | None

    @property
    def scope(self) -> Scope:
        """The rows within the caller's reach."""
        return Scope(self.caller)

    def log(self, action: str, candidate: Candidate | None = None, /, **details: Any) -> None:
        """Log what the caller did, and to which version of whom."""
        pseudonym = audit.pseudonym_of(self.db, candidate.id) if candidate else None
        if candidate:
            details["candidate_version"] = candidate.version
        audit.append(self.db, self.caller.tenant_id, audit.of_caller(self.caller), action, pseudonym, **details)

    def found(self, query: Select[Any]) -> Any:
        """The one row of a query; Refused where none is within reach."""
        row = self.db.scalars(query).first()
        if row is None:
            raise Refused("refused.not_found")
        return row

    def candidate(self, id_: str, *, to_change: bool = False) -> Candidate:
        """A candidate within reach, held against others where it is to be changed; Refused where it is closed then."""
        query = self.scope.candidates().where(Candidate.id == id_)
        row: Candidate = self.found(query.with_for_update() if to_change else query)
        if to_change and row.closed:
            raise Refused("refused.closed")
        return row

    def once(self, sent: str, work: Callable[[], M], answer: type[M], candidate_id: str | None = None) -> M:
        """Do the work, or give the answer it had when the same call came before with the same Idempotency-Key."""
        if self.key is None:
            return work()
        mark = hashlib.sha256(sent.encode()).hexdigest()
        insert = sqlite.insert if self.service.store.is_sqlite else postgresql.insert
        row = {"caller": self.caller.id, "key": self.key, "sent": mark, "at": now()}
        new = self.db.scalar(insert(Answered).values(row).on_conflict_do_nothing().returning(Answered.key))
        kept = self.db.get_one(Answered, (self.caller.id, self.key))
        if new is None:
            if kept.sent != mark or kept.answer is None:
                raise Refused("refused.key_reused")
            return answer.model_validate_json(kept.answer)
        done = work()
        kept.answer, kept.candidate_id = done.model_dump_json(), candidate_id or getattr(done, "candidate_id", None)
        return done


def service_of(request: Request) -> Service:
    """The application's parts."""
    service: Service = request.app.state.service
    return service


def called_by(request: Request) -> Caller:
    """Who calls the API."""
    return identify(request, request.headers.get("x-csrf-token", ""))


def identify(request: Request, csrf: str) -> Caller:
    """Who calls, by API key, token or session cookie; Refused where nobody shows who they are.

    csrf: what came along to show that a change comes from a page of ours.
    """
    service = service_of(request)
    authorization = request.headers.get("authorization", "")
    cookie = request.cookies.get(service.cookie)
    caller = _caller(service, authorization, cookie)
    if caller is None:
        raise Refused("refused.sign_in")
    request.state.caller = caller
    service.rates.call(caller.id)  # first, so that refusals are no more than calls
    if caller.via == "cookie" and request.method in UNSAFE and not _is_ours(csrf, cookie or ""):
        raise Refused("refused.csrf")
    return caller


def note_refused(request: Request, refusal: Refused) -> None:
    """Log a refusal that somebody who looks after people's data would ask about: who tried what, about whom.

    Only of callers who are known, whose calls are counted: nobody else can make the log grow. A key that no longer
    opens is noted once an hour.
    """
    service = service_of(request)
    caller: Caller | None = getattr(request.state, "caller", None)
    if caller is None and refusal.key == "refused.sign_in":
        caller = _of_dead_key(service, request)
    elif refusal.key not in NOTED or (refusal.key == "refused.not_found" and not PEOPLES & request.path_params.keys()):
        return
    if caller:
        with service.store.writing() as db:
            _log_refused(db, caller, request, refusal.key.removeprefix("refused."))


def _of_dead_key(service: Service, request: Request) -> Caller | None:
    _, _, token = request.headers.get("authorization", "").partition(" ")
    if not token.startswith(signin.KEY_PREFIX):
        return None
    with service.store.reading() as db:
        caller = signin.by_key(db, token, alive=False)
    return caller if caller and service.rates.first(caller.id) else None


def _log_refused(db: Session, caller: Caller, request: Request, why: str) -> None:
    # Also one out of the caller's reach, who does not see it.
    query = select(Candidate.id).where(Candidate.tenant_id == caller.tenant_id)
    found = db.scalars(query.where(Candidate.id == request.path_params.get("candidate_id"))).first()
    route = getattr(request.scope.get("route"), "path", "-")
    pseudonym = audit.pseudonym_of(db, found) if found else None
    what = {"method": request.method, "route": route, "why": why}
    audit.append(db, caller.tenant_id, audit.of_caller(caller), "call.refused", pseudonym, **what)


def _is_ours(csrf: str, cookie: str) -> bool:
    return secrets.compare_digest(csrf.encode(), signin.csrf_of(cookie).encode())


def _caller(service: Service, authorization: str, cookie: str | None) -> Caller | None:
    scheme, _, token = authorization.partition(" ")
    if scheme.lower() == "bearer":
        if token.startswith(signin.KEY_PREFIX):
            with service.store.reading() as db:
                return signin.by_key(db, token)
        return service.issuer.caller(service.store, token) if service.issuer else None
    if cookie is None:
        return None
    with service.store.reading() as db:
        return signin.by_session(db, cookie)


IdempotencyKey = Annotated[
    str | None, Header(alias="Idempotency-Key", max_length=100, description="The same key twice does the work once"),
]  # fmt: skip


@dataclass(frozen=True)
class Asking:
    """A caller who has the right, before any transaction: for work that takes longer than one should."""

    service: Service
    caller: Caller
    language: Language
    key: str | None

    @contextmanager
    def reading(self) -> Iterator[Call]:
        """A transaction that only reads."""
        with self.service.store.reading() as db:
            yield Call(self.service, self.caller, db, self.language, self.key)

    @contextmanager
    def writing(self) -> Iterator[Call]:
        """A transaction whose changes are kept when it ends well."""
        with self.service.store.writing() as db:
            yield Call(self.service, self.caller, db, self.language, self.key)


def asks(right: Right) -> Any:
    """A dependency that gives the ``Asking`` of somebody who has that right; Refused for others."""

    def asking(request: Request, key: IdempotencyKey = None) -> Asking:
        caller = called_by(request)
        if caller.role not in MAY[right]:
            raise Refused("refused.role")
        return Asking(service_of(request), caller, language_of(request), key)

    return Depends(asking)


def by(right: Right) -> Any:
    """A dependency that gives the ``Call`` of somebody who has that right, in one transaction; Refused for others."""

    def call(asking: Annotated[Asking, asks(right)]) -> Iterator[Call]:
        with asking.writing() as call:
            yield call

    return Depends(call, scope="function")


Cursor = Annotated[str | None, Query(max_length=200, description="`next` of the page before")]
Limit = Annotated[int, Query(ge=1, le=200, description="How many on a page")]


def page(
    call: Call, query: Select[Any], column: Any, after: Any, limit: int, *, falling: bool = False
) -> tuple[list[Any], str | None]:
    """The rows of a page in the column's order, and the cursor of the next one."""
    if after is not None:
        query = query.where(column < after if falling else column > after)
    rows = list(call.db.scalars(query.order_by(column.desc() if falling else column).limit(limit + 1)))
    more = len(rows) > limit
    return rows[:limit], str(getattr(rows[limit - 1], column.key)) if more else None
