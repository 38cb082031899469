"""A call: its caller, the caller's rights, and a database transaction.

An endpoint names the right it needs (``by("cases")``) and gets a ``Call``. There is no other way to the database: an
endpoint that names no right answers nobody. The transaction ends before the answer is sent, so that what was
acknowledged is kept.
"""

import datetime
import hashlib
import secrets
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Annotated, Any, TypeVar

from fastapi import Depends, Header, Query, Request
from pydantic import BaseModel, ConfigDict
from sqlalchemy import Select, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from service import audit
from service.door import signin
from service.door.accounts import Accounts
from service.door.oidc import Issuer
from service.door.passwords import Passwords
from service.door.rates import Rates
from service.erasing import Eraser
from service.keeper import Keeper
from service.leads import LeadKeeper
from service.phrases import Language
from service.problems import Refused, language_of
from service.removals import Removals
from service.scope import MAY, Caller, Right, Scope
from service.settings import Settings
from service.store import Answered, Candidate, Entry, Store, now
from service.watch import Watch

COOKIE = "ipsmatch"
UNSAFE = ("POST", "PUT", "PATCH", "DELETE")
PAGE = 50
NOTED = ("refused.role", "refused.csrf", "refused.not_found", "refused.first_password")
PEOPLES = {"candidate_id", "run_id"}  # parameters of addresses that are about people
M = TypeVar("M", bound=BaseModel)


class Body(BaseModel):
    """The body of a request: refuses unknown fields, and its errors do not repeat the input."""

    model_config = ConfigDict(extra="forbid", hide_input_in_errors=True)


@dataclass(frozen=True)
class Service:
    """The parts of the application. runner: woken when a bulk run is started."""

    settings: Settings
    store: Store
    passwords: Passwords
    rates: Rates
    accounts: Accounts
    removals: Removals
    keeper: Keeper
    leads: LeadKeeper
    runner: Watch
    eraser: Eraser
    issuer: Issuer | None

    @property
    def today(self) -> datetime.date:
        """Today's date, or the one in the settings."""
        return self.settings.today or datetime.date.today()

    @property
    def cookie(self) -> str:
        """Name of the session cookie; browsers send one with the prefix ``__Host-`` over HTTPS to this host only."""
        return f"__Host-{COOKIE}" if self.settings.secure_cookie else COOKIE

    @property
    def device_cookie(self) -> str:
        """Name of the cookie that marks a browser in which somebody has signed in before."""
        return f"{self.cookie}-device"


@dataclass(frozen=True)
class Call:
    """A call: its caller, transaction, language and Idempotency-Key (``key``)."""

    service: Service
    caller: Caller
    db: Session
    language: Language
    key: str | None

    @property
    def today(self) -> datetime.date:
        """Today's date, or the one in the settings."""
        return self.service.today

    @property
    def scope(self) -> Scope:
        """The rows within the caller's reach."""
        return Scope(self.caller)

    def log(self, action: str, candidate: Candidate | None = None, /, **details: Any) -> Entry:
        """Log what the caller did, with the candidate's pseudonym and version."""
        return self.log_all([(action, candidate, details)])[0]

    def log_all(self, lines: Sequence[tuple[str, Candidate | None, dict[str, Any]]]) -> list[Entry]:
        """Log several things at once: (action, candidate, details) each."""
        entries = [
            audit.Line(action, row.pseudonym, details | {"candidate_version": row.version})
            if row
            else audit.Line(action, None, details)
            for action, row, details in lines
        ]
        return audit.append_all(self.db, self.caller.tenant_id, audit.of_caller(self.caller), entries)

    def found(self, query: Select[Any]) -> Any:
        """The first row of a query; Refused if there is none within reach."""
        row = self.db.scalars(query).first()
        if row is None:
            raise Refused("refused.not_found")
        return row

    def names(self) -> dict[str, str]:
        """User id -> name of everybody whose name the caller may see."""
        return {user.id: user.name for user in self.db.scalars(self.scope.colleagues())}

    def candidate(self, id_: str, *, to_change: bool = False) -> Candidate:
        """A candidate within reach. to_change: lock it against other calls, and Refused if it is closed."""
        query = self.scope.candidates().where(Candidate.id == id_)
        row: Candidate = self.found(query.with_for_update(of=Candidate) if to_change else query)
        if to_change and row.closed:
            raise Refused("refused.closed")
        return row

    def once(self, sent: str, work: Callable[[], M], answer: type[M], candidate_id: str | None = None) -> M:
        """Do the work; with an Idempotency-Key that came before, give the first answer again.

        sent: the call as text; Refused if the key came before with another one.
        """
        if self.key is None:
            return work()
        mark = hashlib.sha256(sent.encode()).hexdigest()
        insert = sqlite.insert if self.service.store.is_sqlite else postgresql.insert
        row = {"caller": self.caller.id, "key": self.key, "sent": mark, "at": now()}
        inserted = self.db.scalar(insert(Answered).values(row).on_conflict_do_nothing().returning(Answered.key))
        first = self.db.get_one(Answered, (self.caller.id, self.key))
        if inserted is None:
            if first.sent != mark or first.answer is None:
                raise Refused("refused.key_reused")
            return answer.model_validate_json(first.answer)
        result = work()
        first.answer = result.model_dump_json()
        first.candidate_id = candidate_id or getattr(result, "candidate_id", None)
        return result


def service_of(request: Request) -> Service:
    """The application's parts."""
    service: Service = request.app.state.service
    return service


def address_of(request: Request) -> str:
    """The client's address, as the server knows it; "" if unknown."""
    return request.client.host if request.client else ""


def called_by(request: Request) -> Caller:
    """The caller of the API; Refused if unknown."""
    with service_of(request).store.reading() as db:
        return identify(request, db, request.headers.get("x-csrf-token", ""))


def identify(request: Request, db: Session, csrf: str) -> Caller:
    """The caller, by API key, token or session cookie; Refused if none of them is valid.

    db: a reading session. csrf: what the call has as its CSRF token; a change with a session cookie needs it.
    """
    service = service_of(request)
    authorization = request.headers.get("authorization", "")
    cookie = request.cookies.get(service.cookie)
    caller = _caller(service, db, authorization, cookie)
    if caller is None:
        raise Refused("refused.sign_in")
    request.state.caller = caller
    service.rates.call(caller.id)  # first: the limit on calls also limits how many refusals are logged
    if caller.via == "cookie" and request.method in UNSAFE and not _is_ours(csrf, cookie or ""):
        raise Refused("refused.csrf")
    return caller


def check_right(caller: Caller, right: Right) -> None:
    """Refused if the caller's role lacks the right, or if a first password must be changed first."""
    if caller.first and right != "self":
        raise Refused("refused.first_password")
    if caller.role not in MAY[right]:
        raise Refused("refused.role")


def note_refused(request: Request, refusal: Refused) -> None:
    """Log a refusal that matters for people's data: who tried what, about which candidate.

    Only known callers are logged, because their calls are limited: nobody else can make the log grow. A revoked or
    expired key is logged once an hour.
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
    # Also a candidate outside the caller's reach: the caller does not see the entry.
    query = select(Candidate.pseudonym).where(Candidate.tenant_id == caller.tenant_id)
    pseudonym = db.scalars(query.where(Candidate.id == request.path_params.get("candidate_id"))).first()
    route = getattr(request.scope.get("route"), "path", "-")
    details = {"method": request.method, "route": route, "why": why}
    audit.append(db, caller.tenant_id, audit.of_caller(caller), "call.refused", pseudonym, **details)


def _is_ours(csrf: str, cookie: str) -> bool:
    return secrets.compare_digest(csrf.encode(), signin.csrf_of(cookie).encode())


def _caller(service: Service, db: Session, authorization: str, cookie: str | None) -> Caller | None:
    scheme, _, token = authorization.partition(" ")
    if scheme.lower() == "bearer":
        if token.startswith(signin.KEY_PREFIX):
            return signin.by_key(db, token)
        return service.issuer.caller(service.store, token) if service.issuer else None
    if cookie is None:
        return None
    session = signin.by_session(db, cookie, datetime.timedelta(minutes=service.settings.idle_minutes))
    if session is None:
        return None
    caller, used = session
    if caller.session and used < now() - signin.USED_AGAIN:
        with service.store.writing() as writing:
            signin.touch(writing, caller.session)
    return caller


IdempotencyKey = Annotated[
    str | None,
    Header(alias="Idempotency-Key", max_length=100, description="The same key twice does the work once"),
]


@dataclass(frozen=True)
class Access:
    """A caller who has the right, without a transaction yet: for work too long for a single one.

    read: the session in which the caller was identified, if still open; the first ``reading`` continues it.
    """

    service: Service
    caller: Caller
    language: Language
    key: str | None = None
    read: Session | None = field(default=None, repr=False)

    @contextmanager
    def reading(self) -> Iterator[Call]:
        """A transaction that only reads."""
        if self.read is not None:
            try:
                yield Call(self.service, self.caller, self.read, self.language, self.key)
            finally:
                self.read.close()
            return
        with self.service.store.reading() as db:
            yield Call(self.service, self.caller, db, self.language, self.key)

    @contextmanager
    def writing(self) -> Iterator[Call]:
        """A transaction; its changes are kept unless the block raises."""
        if self.read is not None:
            self.read.close()
        with self.service.store.writing() as db:
            yield Call(self.service, self.caller, db, self.language, self.key)


def asks(right: Right) -> Any:
    """A dependency: the ``Access`` of a caller who has the right; Refused for others."""

    def access(request: Request, key: IdempotencyKey = None) -> Access:
        caller = called_by(request)
        check_right(caller, right)
        return Access(service_of(request), caller, language_of(request), key)

    return Depends(access)


def by(right: Right) -> Any:
    """A dependency: the ``Call`` of a caller who has the right, in one transaction; Refused for others."""

    def call(access: Annotated[Access, asks(right)]) -> Iterator[Call]:
        with access.writing() as call:
            yield call

    return Depends(call, scope="function")


def etag(version: int) -> str:
    """The ETag of a version.

    >>> etag(2)
    '"2"'
    """
    return f'"{version}"'


def check_version(if_match: str | None, version: int) -> None:
    """Refused unless ``If-Match`` names the present version."""
    if if_match is None:
        raise Refused("refused.version")
    if if_match != etag(version):
        raise Refused("refused.changed")


IfMatch = Annotated[str | None, Header(alias="If-Match", max_length=40, description="The ETag that was read")]
Cursor = Annotated[str | None, Query(max_length=200, description="`next` of the previous page")]
Limit = Annotated[int, Query(ge=1, le=200, description="How many on a page")]


def page(
    call: Call, query: Select[Any], column: Any, after: Any, limit: int, *, falling: bool = False
) -> tuple[list[Any], str | None]:
    """The rows of a page in the column's order, and the cursor of the next page. falling: highest first."""
    if after is not None:
        query = query.where(column < after if falling else column > after)
    rows = list(call.db.scalars(query.order_by(column.desc() if falling else column).limit(limit + 1)))
    more = len(rows) > limit
    return rows[:limit], str(getattr(rows[limit - 1], column.key)) if more else None
