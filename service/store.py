"""The tables, and how the database is opened. Queries that answer a caller go through ``service.scope``.

The database is SQLite (WAL) in the data folder, or PostgreSQL by a URL. The tables are the same for both. Records are
kept as the JSON of ``matcher.schema``. A writing transaction takes SQLite's write lock when it begins: one that first
reads and then writes could fail halfway.
"""

import datetime
import functools
import math
import secrets
import sqlite3
import string
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, ClassVar, Literal

from sqlalchemy import (
    Connection,
    DateTime,
    Dialect,
    Engine,
    ForeignKey,
    Index,
    MetaData,
    Text,
    TypeDecorator,
    create_engine,
    event,
    func,
    select,
)
from sqlalchemy.engine import make_url
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

from service.phrases import Problem

Role = Literal["consultant", "supervisor", "administrator", "auditor", "feed", "scorer"]
PEOPLE: tuple[Role, ...] = ("consultant", "supervisor", "administrator", "auditor")
MACHINES: tuple[Role, ...] = ("feed", "scorer")
Decided = Literal["shortlist", "maybe", "reject", "pin"]
Shared = Literal["all", "team", "owner"]
ContactKind = Literal["visit", "call", "mail"]
Disclosed = Literal["undecided", "nothing", "through_consultant", "by_person"]
WORDS = (Role, Decided, Shared, ContactKind, Disclosed)
LOST_MS = 10_000  # milliseconds until a connection without answers counts as lost; Linux itself takes 15 minutes
FULL_SECONDS = 30.0  # seconds that the service is not ready after the disk was full; a small change may still fit
FULL_CODES = (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR)
FULL_STATE = "53100"  # PostgreSQL's disk_full
BUSY_SECONDS = 15  # seconds that a writer waits for the one before it


def now() -> datetime.datetime:
    """This moment, in UTC."""
    return datetime.datetime.now(datetime.UTC)


def random_id() -> str:
    """An id of 131 random bits; letters only, so that it never looks like a CPR or telephone number."""
    return "".join(secrets.choice(string.ascii_lowercase) for _ in range(28))


class Moment(TypeDecorator[datetime.datetime]):
    """A moment in UTC, on databases that know time zones and those that do not."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime.datetime | None, dialect: Dialect) -> datetime.datetime | None:  # noqa: ARG002
        return value and value.astimezone(datetime.UTC).replace(tzinfo=None)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime.datetime | None:  # noqa: ARG002
        return value and value.replace(tzinfo=datetime.UTC)


class Table(DeclarativeBase):
    """The base of every table: names of constraints that migrations can rely on, and moments in UTC."""

    metadata = MetaData(
        naming_convention={
            "pk": "pk_%(table_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "ix": "ix_%(table_name)s_%(column_0_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {datetime.datetime: Moment, str: Text, **dict.fromkeys(WORDS, Text)}


class Tenant(Table):
    """A municipality or provider. vacancies_changed: number of changes to its vacancies.

    chosen: JSON of its administrators' choices, a ``service.door.tenants.Chosen``.
    """

    __tablename__ = "tenant"
    id: Mapped[str] = mapped_column(primary_key=True, default=random_id)
    name: Mapped[str] = mapped_column(unique=True)
    created: Mapped[datetime.datetime] = mapped_column(default=now)
    vacancies_changed: Mapped[int] = mapped_column(default=0)
    chosen: Mapped[str] = mapped_column(default="{}")


class User(Table):
    """A person who signs in.

    subject: the person's id at the OIDC issuer. password: argon2id; None for a user of the issuer, and for one who has
    not been given a password yet. first_until: when a first password ends, which opens nothing but the change of it;
    None for a password that its owner chose.
    """

    __tablename__ = "account"  # "user" is a reserved word of SQL
    id: Mapped[str] = mapped_column(primary_key=True, default=random_id)
    tenant_id: Mapped[str] = mapped_column(ForeignKey("tenant.id"), index=True)
    name: Mapped[str] = mapped_column(unique=True)
    password: Mapped[str | None]
    subject: Mapped[str | None] = mapped_column(unique=True)
    role: Mapped[Role]
    team: Mapped[str | None]
    active: Mapped[bool] = mapped_column(default=True)
    first_until: Mapped[datetime.datetime | None]
    created: Mapped[datetime.datetime] = mapped_column(default=now)


class SignIn(Table):
    """A session; the token itself is only in the cookie. used: its last call, to about five minutes."""

    __tablename__ = "sign_in"
    digest: Mapped[str] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(unique=True, default=random_id)
    user_id: Mapped[str] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), index=True)
    begun: Mapped[datetime.datetime] = mapped_column(default=now)
    used: Mapped[datetime.datetime] = mapped_column(default=now)
    expires: Mapped[datetime.datetime]


class Approval(Table):
    """An act of one administrator that gives access to cases, and so waits for the approval of a second one.

    act: an ``Act`` of ``service.door.accounts``. user_id: the user it is about; None for a new key. change: JSON of the
    values that the act needs. answer: "approved" or "declined"; None while it waits.
    """

    __tablename__ = "approval"
    id: Mapped[str] = mapped_column(primary_key=True, default=random_id)
    tenant_id: Mapped[str] = mapped_column(ForeignKey("tenant.id"), index=True)
    user_id: Mapped[str | None] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), index=True)
    act: Mapped[str]
    change: Mapped[str] = mapped_column(default="{}")
    by: Mapped[str]
    at: Mapped[datetime.datetime] = mapped_column(default=now)
    answer: Mapped[str | None]
    answered_by: Mapped[str | None]
    answered: Mapped[datetime.datetime | None]


class ApiKey(Table):
    """A key of a machine; the key itself is shown once and not kept."""

    __tablename__ = "api_key"
    id: Mapped[str] = mapped_column(primary_key=True, default=random_id)
    tenant_id: Mapped[str] = mapped_column(ForeignKey("tenant.id"), index=True)
    name: Mapped[str]
    digest: Mapped[str] = mapped_column(unique=True)
    role: Mapped[Role]
    created: Mapped[datetime.datetime] = mapped_column(default=now)
    expires: Mapped[datetime.datetime]
    revoked: Mapped[datetime.datetime | None]


class Candidate(Table):
    """A candidate on a consultant's caseload.

    label: the consultant's name for the person. version: the latest. pseudonym: the candidate's name in the log; only
    this row links the two. referred, enrolled: days. in_work: whether the person had paid work at referral. None: not
    known, and never guessed.
    """

    __tablename__ = "candidate"
    id: Mapped[str] = mapped_column(primary_key=True, default=random_id)
    tenant_id: Mapped[str] = mapped_column(ForeignKey("tenant.id"), index=True)
    owner_id: Mapped[str] = mapped_column(ForeignKey("account.id"), index=True)
    label: Mapped[str | None]
    pseudonym: Mapped[str] = mapped_column(unique=True, default=random_id)
    version: Mapped[int] = mapped_column(default=1)
    created: Mapped[datetime.datetime] = mapped_column(default=now)
    closed: Mapped[datetime.datetime | None]
    referred: Mapped[datetime.date | None]
    enrolled: Mapped[datetime.date | None]
    in_work: Mapped[bool | None]


def _of_candidate(**options: Any) -> Mapped[str]:
    """A column that refers to a candidate; the row is deleted with the candidate."""
    return mapped_column(ForeignKey("candidate.id", ondelete="CASCADE"), **options)


class CandidateVersion(Table):
    """A version of a candidate's record, in force from ``at``: the JSON of a ``matcher.schema.Candidate``."""

    __tablename__ = "candidate_version"
    candidate_id: Mapped[str] = _of_candidate(primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime.datetime] = mapped_column(default=now)
    by: Mapped[str]
    record: Mapped[str]


class CaseEvent(Table):
    """An event of a candidate's case; ``service.cases.timeline`` names the kinds. Only appended.

    Retention trims the log of acts; the timeline is the product's own memory of a case and lasts as long as the case.
    day: when the event happened, if not on the day it was written down. details: JSON, by the kind. undone: written
    down by mistake.
    """

    __tablename__ = "case_event"
    id: Mapped[str] = mapped_column(primary_key=True, default=random_id)
    candidate_id: Mapped[str] = _of_candidate()
    kind: Mapped[str]
    vacancy_id: Mapped[str | None]
    employer_id: Mapped[str | None]
    placement_id: Mapped[str | None]
    day: Mapped[datetime.date | None]
    details: Mapped[str] = mapped_column(default="{}")
    by: Mapped[str]
    at: Mapped[datetime.datetime] = mapped_column(default=now)
    undone: Mapped[datetime.datetime | None]
    __table_args__ = (Index("ix_case_event_of", "candidate_id", "kind", "vacancy_id"),)


class Notice(Table):
    """Tells a user that a case was handed over, to them or from them, until they have seen it.

    user_id: the user who is told. to_id: who has the case from then on. by: who handed it over.
    """

    __tablename__ = "notice"
    id: Mapped[str] = mapped_column(primary_key=True, default=random_id)
    candidate_id: Mapped[str] = _of_candidate(index=True)
    user_id: Mapped[str] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), index=True)
    to_id: Mapped[str]
    by: Mapped[str]
    at: Mapped[datetime.datetime] = mapped_column(default=now)


class Delivery(Table):
    """A file or paste of vacancies, with the numbers created, changed, unchanged and refused.

    by: the sender's name in the log. reasons: JSON, a list of (reason of refusal, how many).
    """

    __tablename__ = "delivery"
    id: Mapped[str] = mapped_column(primary_key=True, default=random_id)
    tenant_id: Mapped[str] = mapped_column(ForeignKey("tenant.id"))
    at: Mapped[datetime.datetime] = mapped_column(default=now)
    by: Mapped[str]
    pasted: Mapped[bool]
    created: Mapped[int]
    changed: Mapped[int]
    unchanged: Mapped[int]
    refused: Mapped[int]
    reasons: Mapped[str] = mapped_column(default="[]")
    __table_args__ = (Index("ix_delivery_of", "tenant_id", "at"),)


class Vacancy(Table):
    """A vacancy of a tenant: the JSON of a ``matcher.schema.Vacancy`` and its digest.

    pasted_by: the user who pasted it, the only one who may take it back; None if a feed brought it. employer: key of
    its employer's name; None if it names none.
    """

    __tablename__ = "vacancy"
    tenant_id: Mapped[str] = mapped_column(ForeignKey("tenant.id"), primary_key=True)
    id: Mapped[str] = mapped_column(primary_key=True)
    record: Mapped[str]
    digest: Mapped[str]
    version: Mapped[int] = mapped_column(default=1)
    changed: Mapped[datetime.datetime] = mapped_column(default=now)
    withdrawn: Mapped[datetime.datetime | None]
    pasted_by: Mapped[str | None]
    employer: Mapped[str | None]
    __table_args__ = (Index("ix_vacancy_of_employer", "tenant_id", "employer"),)


class Decision(Table):
    """A decision about a vacancy for a candidate; never changed, only undone."""

    __tablename__ = "decision"
    id: Mapped[str] = mapped_column(primary_key=True, default=random_id)
    candidate_id: Mapped[str] = _of_candidate(index=True)
    candidate_version: Mapped[int]
    vacancy_id: Mapped[str]
    vacancy_version: Mapped[int]
    kind: Mapped[Decided]
    reason: Mapped[str | None]
    whose: Mapped[str | None]
    note: Mapped[str | None]
    by: Mapped[str]
    at: Mapped[datetime.datetime] = mapped_column(default=now)
    undone: Mapped[datetime.datetime | None]
    undone_by: Mapped[str | None]


class Proposal(Table):
    """A change of a candidate's limits that a reject reason suggests. change: JSON; answer: confirmed or declined."""

    __tablename__ = "proposal"
    id: Mapped[str] = mapped_column(primary_key=True, default=random_id)
    candidate_id: Mapped[str] = _of_candidate(index=True)
    decision_id: Mapped[str] = mapped_column(ForeignKey("decision.id", ondelete="CASCADE"), index=True)
    change: Mapped[str]
    answer: Mapped[str | None]
    by: Mapped[str | None]
    at: Mapped[datetime.datetime] = mapped_column(default=now)


class Run(Table):
    """A bulk run. state: waiting, running, done, cancelled. request: JSON of how lists are made.

    vacancies_changed: the tenant's count when the run was started; the run waits for an index with these changes.
    """

    __tablename__ = "run"
    id: Mapped[str] = mapped_column(primary_key=True, default=random_id)
    tenant_id: Mapped[str] = mapped_column(ForeignKey("tenant.id"), index=True)
    state: Mapped[str] = mapped_column(default="waiting")
    request: Mapped[str]
    meta: Mapped[str] = mapped_column(default="{}")
    vacancies_changed: Mapped[int] = mapped_column(default=0)
    by: Mapped[str]
    started: Mapped[datetime.datetime] = mapped_column(default=now)
    ended: Mapped[datetime.datetime | None]


class RunList(Table):
    """One candidate's list in a run. lines: JSON Lines of the run format, None until made. failed: cannot be made."""

    __tablename__ = "run_list"
    run_id: Mapped[str] = mapped_column(ForeignKey("run.id", ondelete="CASCADE"), primary_key=True)
    candidate_id: Mapped[str] = _of_candidate(primary_key=True, index=True)
    candidate_version: Mapped[int]
    lines: Mapped[str | None]
    failed: Mapped[bool] = mapped_column(default=False)


class Entry(Table):
    """An entry of a tenant's log (``service.audit``). Only appended."""

    __tablename__ = "log"
    tenant_id: Mapped[str] = mapped_column(ForeignKey("tenant.id"), primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime.datetime]
    actor: Mapped[str]
    action: Mapped[str]
    pseudonym: Mapped[str | None]
    details: Mapped[str]
    previous: Mapped[str]
    digest: Mapped[str]
    __table_args__ = (Index("ix_log_of", "tenant_id", "pseudonym", "seq"),)


class Chain(Table):
    """Number and digest of a tenant's last log entry. Locked to append; shows whether the last entries are there."""

    __tablename__ = "chain"
    tenant_id: Mapped[str] = mapped_column(ForeignKey("tenant.id"), primary_key=True)
    seq: Mapped[int] = mapped_column(default=0)
    digest: Mapped[str] = mapped_column(default="")


class Answered(Table):
    """The answer to a call with an Idempotency-Key. sent: digest of the call; candidate_id: its candidate."""

    __tablename__ = "answered"
    caller: Mapped[str] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    sent: Mapped[str]
    answer: Mapped[str | None]
    candidate_id: Mapped[str | None] = mapped_column(ForeignKey("candidate.id", ondelete="CASCADE"), index=True)
    at: Mapped[datetime.datetime] = mapped_column(default=now)


class Employer(Table):
    """An employer that a tenant's consultants know, whether or not it has a vacancy.

    key: of the name, by which its ads are found (``matcher.employers.key``). places: JSON, a list of postcodes.
    owner_id: the colleague who keeps the contact. needs: notes on what it needs. shared: the colleagues who read the
    notes: the tenant's (all), the owner's team, or the owner alone.
    """

    __tablename__ = "employer"
    id: Mapped[str] = mapped_column(primary_key=True, default=random_id)
    tenant_id: Mapped[str] = mapped_column(ForeignKey("tenant.id"))
    key: Mapped[str]
    name: Mapped[str]
    cvr: Mapped[str | None]
    places: Mapped[str] = mapped_column(default="[]")
    owner_id: Mapped[str | None] = mapped_column(ForeignKey("account.id", ondelete="SET NULL"), index=True)
    needs: Mapped[str | None]
    shared: Mapped[Shared] = mapped_column(default="all")
    version: Mapped[int] = mapped_column(default=1)
    created: Mapped[datetime.datetime] = mapped_column(default=now)
    __table_args__ = (Index("ix_employer_of", "tenant_id", "key", unique=True),)


class EmployerName(Table):
    """The key of another name of an employer: that of an employer merged into it."""

    __tablename__ = "employer_name"
    tenant_id: Mapped[str] = mapped_column(ForeignKey("tenant.id"), primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    employer_id: Mapped[str] = mapped_column(ForeignKey("employer.id", ondelete="CASCADE"), index=True)


class Contact(Table):
    """A visit, call or mail to an employer. It does not name the candidates it was for: ``ContactWish`` does.

    by: the user who had it. person: at the employer. next_day: the day of the next step, until a later contact.
    wishes: number of wishes it served when written down; those rows go with their candidates, the number stays.
    """

    __tablename__ = "contact"
    id: Mapped[str] = mapped_column(primary_key=True, default=random_id)
    tenant_id: Mapped[str] = mapped_column(ForeignKey("tenant.id"))
    employer_id: Mapped[str] = mapped_column(ForeignKey("employer.id", ondelete="CASCADE"), index=True)
    by: Mapped[str]
    day: Mapped[datetime.date]
    kind: Mapped[ContactKind]
    face_to_face: Mapped[bool]
    person: Mapped[str | None]
    purpose: Mapped[str]
    learned: Mapped[str | None]
    next_step: Mapped[str | None]
    next_day: Mapped[datetime.date | None]
    wishes: Mapped[int] = mapped_column(default=0)
    at: Mapped[datetime.datetime] = mapped_column(default=now)
    __table_args__ = (Index("ix_contact_of", "tenant_id", "day"),)


class ContactWish(Table):
    """The candidate's wish that a contact served, in its words then. Deleted with the candidate."""

    __tablename__ = "contact_wish"
    contact_id: Mapped[str] = mapped_column(ForeignKey("contact.id", ondelete="CASCADE"), primary_key=True)
    candidate_id: Mapped[str] = _of_candidate(primary_key=True, index=True)
    statement: Mapped[str]


class Disclosure(Table):
    """What an employer may know of a candidate: the state and since when, never the words."""

    __tablename__ = "disclosure"
    candidate_id: Mapped[str] = _of_candidate(primary_key=True)
    employer_id: Mapped[str] = mapped_column(ForeignKey("employer.id", ondelete="CASCADE"), primary_key=True)
    state: Mapped[Disclosed]
    day: Mapped[datetime.date]
    by: Mapped[str]
    at: Mapped[datetime.datetime] = mapped_column(default=now)

    @property
    def is_open(self) -> bool:
        """Whether the employer may be told of the case."""
        return self.state in ("through_consultant", "by_person")


class Placement(Table):
    """A job that was begun. hours: a week, at the start; changes are events of the case. None: not known.

    title: what the job is called; kind: the kind of work, one of ``matcher.work``'s. undone: written down by mistake.
    """

    __tablename__ = "placement"
    id: Mapped[str] = mapped_column(primary_key=True, default=random_id)
    candidate_id: Mapped[str] = _of_candidate(index=True)
    employer_id: Mapped[str | None] = mapped_column(ForeignKey("employer.id", ondelete="SET NULL"), index=True)
    vacancy_id: Mapped[str | None]
    title: Mapped[str]
    kind: Mapped[str | None]
    employment: Mapped[str]
    contract: Mapped[str]
    paid: Mapped[bool]
    began: Mapped[datetime.date]
    hours: Mapped[float | None]
    ended: Mapped[datetime.date | None]
    end_reason: Mapped[str | None]
    by: Mapped[str]
    at: Mapped[datetime.datetime] = mapped_column(default=now)
    undone: Mapped[datetime.datetime | None]


class Count(Table):
    """A programme's figures of a quarter, as they were made. cases: how many candidates were counted.

    quarter: as 2026-Q4. figures: JSON. Those who were counted are ``CountedCase`` rows; they go with their candidates,
    so that the figures can give the number deleted since.
    """

    __tablename__ = "programme_count"
    id: Mapped[str] = mapped_column(primary_key=True, default=random_id)
    tenant_id: Mapped[str] = mapped_column(ForeignKey("tenant.id"), index=True)
    team: Mapped[str | None]
    quarter: Mapped[str]
    cases: Mapped[int]
    figures: Mapped[str]
    by: Mapped[str]
    at: Mapped[datetime.datetime] = mapped_column(default=now)


class CountedCase(Table):
    """A candidate who is among a programme's figures."""

    __tablename__ = "counted_case"
    count_id: Mapped[str] = mapped_column(ForeignKey("programme_count.id", ondelete="CASCADE"), primary_key=True)
    candidate_id: Mapped[str] = _of_candidate(primary_key=True, index=True)


class Store:
    """The database. ``reading`` and ``writing`` are transactions; the changes of ``writing`` are kept when it ends."""

    def __init__(self, url: str, connections: int = 16) -> None:
        self.engine = open_engine(url, connections)
        self._writer = self.engine.execution_options(writes=True)
        # A transaction of SQLite sees one state of the database without being asked to.
        one_state = {} if self.is_sqlite else {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
        self._reader = self.engine.execution_options(**one_state)
        self._full = -math.inf  # when a change last found the disk full

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that sees one state of the database and writes nothing."""
        with Session(self._reader) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A session whose changes are all kept, or none if the block raises."""
        try:
            with Session(self._writer, expire_on_commit=False) as session, session.begin():
                yield session
        except OperationalError as error:
            if _is_full(error):
                self._full = time.monotonic()
            raise

    def takes_writes(self) -> bool:
        """Whether no change of the last ``FULL_SECONDS`` found the disk full."""
        return time.monotonic() - self._full > FULL_SECONDS

    @contextmanager
    def alone(self, work: str, folder: Path) -> Iterator[None]:
        """Be the only process at this work, on all machines; Problem if another is. The lock ends with the process.

        SQLite is used on one machine, where a lock on the folder is enough. On PostgreSQL it is an advisory lock of a
        transaction in which nothing happens: it works with every connection pooler, and ends when the connection does.
        """
        if self.is_sqlite:
            from matcher.runs import held  # here, because few commands need what it imports

            with held(folder):
                yield
            return
        with self.engine.begin() as connection:
            if not connection.scalar(select(func.pg_try_advisory_xact_lock(func.hashtext(work)))):
                raise Problem("stop.busy", path=work)
            yield

    def close(self) -> None:
        """Close the connections."""
        self.engine.dispose()

    @property
    def is_sqlite(self) -> bool:
        """Whether it is the embedded database."""
        return self.engine.dialect.name == "sqlite"

    @property
    def file(self) -> Path | None:
        """The file of the embedded database; None for PostgreSQL."""
        return Path(str(self.engine.url.database)) if self.is_sqlite else None


def open_engine(url: str, connections: int = 16, *, foreign_keys: bool = True) -> Engine:
    """The engine of a URL. Its errors leave out the parameters, which are about people.

    foreign_keys: whether SQLite enforces them; False while a migration makes a table anew.
    """
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite":
        parsed = parsed.set(drivername="postgresql+psycopg")
        return create_engine(
            parsed,
            hide_parameters=True,
            pool_pre_ping=True,
            pool_size=connections,
            pool_timeout=5,
            connect_args={"connect_timeout": 5, "tcp_user_timeout": LOST_MS},
        )
    engine = create_engine(parsed, hide_parameters=True, pool_size=connections, connect_args={"timeout": BUSY_SECONDS})
    event.listen(engine, "connect", functools.partial(_prepare, foreign_keys=foreign_keys))
    event.listen(engine, "begin", _begin)
    return engine


def _is_full(error: OperationalError) -> bool:
    """Whether the error says that the disk is full."""
    code, state = getattr(error.orig, "sqlite_errorcode", 0), getattr(error.orig, "sqlstate", None)
    return code & 0xFF in FULL_CODES or state == FULL_STATE


def _prepare(connection: Any, _: Any, *, foreign_keys: bool) -> None:
    connection.isolation_level = None  # ``_begin`` begins the transactions
    keys = f"foreign_keys={'ON' if foreign_keys else 'OFF'}"
    for pragma in ("journal_mode=WAL", "synchronous=FULL", keys, "secure_delete=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
