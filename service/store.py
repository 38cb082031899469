"""The tables, and how the database is opened. Queries that answer a caller go through ``service.scope``.

SQLite (WAL) in the data folder or PostgreSQL by a URL; nothing here knows which, but for ``open_engine``. Records are
kept as the JSON of ``matcher.schema``. Whoever writes takes SQLite's one lock when the transaction begins, so that
nobody fails halfway for having read first.
"""

import datetime
import secrets
import string
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

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
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

from matcher.phrases import Problem
from matcher.runs import held

Role = Literal["consultant", "supervisor", "administrator", "auditor", "feed", "scorer"]
PEOPLE: tuple[Role, ...] = ("consultant", "supervisor", "administrator", "auditor")
MACHINES: tuple[Role, ...] = ("feed", "scorer")
Decided = Literal["shortlist", "maybe", "reject", "pin"]
CHECKPOINTS = 3  # tries to empty the write-ahead log; the next deletion or retention tries again
LOST_MS = 10_000  # until a network that swallows what is sent counts as gone; Linux itself takes 15 minutes
BUSY_SECONDS = 15  # how long one waits for the writer before it


def now() -> datetime.datetime:
    """This moment, in UTC."""
    return datetime.datetime.now(datetime.UTC)


def random_id() -> str:
    """An id that says nothing: 94 random bits, in letters, so that it is never like a number that people have."""
    return "".join(secrets.choice(string.ascii_lowercase) for _ in range(20))


class Moment(TypeDecorator[datetime.datetime]):
    """A moment in UTC, on databases that know time zones and those that do not."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime.datetime | None, dialect: Dialect) -> datetime.datetime | None:  # noqa: ARG002
        return value and value.astimezone(datetime.UTC).replace(tzinfo=None)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime.datetime | None:  # noqa: ARG002
        return value and value.replace(tzinfo=datetime.UTC)


class Table(DeclarativeBase):
    """What every table shares: names of constraints that migrations can rely on, and moments in UTC."""

    metadata = MetaData(
        naming_convention={
            "pk": "pk_%(table_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "ix": "ix_%(table_name)s_%(column_0_name)s",
        }
    )
    type_annotation_map = {datetime.datetime: Moment, str: Text, Role: Text, Decided: Text}


class Tenant(Table):
    """A municipality or provider. vacancies_changed: counts up whenever its vacancies do."""

    __tablename__ = "tenant"
    id: Mapped[str] = mapped_column(primary_key=True, default=random_id)
    name: Mapped[str] = mapped_column(unique=True)
    created: Mapped[datetime.datetime] = mapped_column(default=now)
    vacancies_changed: Mapped[int] = mapped_column(default=0)


class User(Table):
    """Someone who signs in. subject: who that is at the OIDC issuer; password: argon2id, none for such a user."""

    __tablename__ = "account"  # "user" is a reserved word of SQL
    id: Mapped[str] = mapped_column(primary_key=True, default=random_id)
    tenant_id: Mapped[str] = mapped_column(ForeignKey("tenant.id"), index=True)
    name: Mapped[str] = mapped_column(unique=True)
    password: Mapped[str | None]
    subject: Mapped[str | None] = mapped_column(unique=True)
    role: Mapped[Role]
    team: Mapped[str | None]
    active: Mapped[bool] = mapped_column(default=True)
    failures: Mapped[int] = mapped_column(default=0)
    locked_until: Mapped[datetime.datetime | None]
    created: Mapped[datetime.datetime] = mapped_column(default=now)


class SignIn(Table):
    """A session; the token itself is only in the cookie."""

    __tablename__ = "sign_in"
    digest: Mapped[str] = mapped_column(primary_key=True)
    user_id: Mapped[str] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), index=True)
    expires: Mapped[datetime.datetime]


class ApiKey(Table):
    """A key of a machine; the key itself is shown once."""

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
    """A candidate on a consultant's caseload. label: what the consultant calls the person. version: the latest."""

    __tablename__ = "candidate"
    id: Mapped[str] = mapped_column(primary_key=True, default=random_id)
    tenant_id: Mapped[str] = mapped_column(ForeignKey("tenant.id"), index=True)
    owner_id: Mapped[str] = mapped_column(ForeignKey("account.id"), index=True)
    label: Mapped[str | None]
    version: Mapped[int] = mapped_column(default=1)
    created: Mapped[datetime.datetime] = mapped_column(default=now)
    closed: Mapped[datetime.datetime | None]


def _of_candidate(**options: Any) -> Mapped[str]:
    """A column that goes when its candidate goes."""
    return mapped_column(ForeignKey("candidate.id", ondelete="CASCADE"), **options)


class Pseudonym(Table):
    """The key between a candidate and the name the log has for it; gone with the candidate."""

    __tablename__ = "pseudonym"
    candidate_id: Mapped[str] = _of_candidate(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True, default=random_id)


class CandidateVersion(Table):
    """What was held about a candidate from a moment on: the JSON of a ``matcher.schema.Candidate``."""

    __tablename__ = "candidate_version"
    candidate_id: Mapped[str] = _of_candidate(primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime.datetime] = mapped_column(default=now)
    by: Mapped[str]
    record: Mapped[str]


class Vacancy(Table):
    """A vacancy of a tenant: the JSON of a ``matcher.schema.Vacancy`` and its digest."""

    __tablename__ = "vacancy"
    tenant_id: Mapped[str] = mapped_column(ForeignKey("tenant.id"), primary_key=True)
    id: Mapped[str] = mapped_column(primary_key=True)
    record: Mapped[str]
    digest: Mapped[str]
    version: Mapped[int] = mapped_column(default=1)
    changed: Mapped[datetime.datetime] = mapped_column(default=now)
    withdrawn: Mapped[datetime.datetime | None]


class Decision(Table):
    """What was decided about a vacancy for a candidate; never changed, only undone."""

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
    """A bulk run. state: waiting, running, done, cancelled, failed. request: JSON of how lists are made."""

    __tablename__ = "run"
    id: Mapped[str] = mapped_column(primary_key=True, default=random_id)
    tenant_id: Mapped[str] = mapped_column(ForeignKey("tenant.id"), index=True)
    state: Mapped[str] = mapped_column(default="waiting")
    request: Mapped[str]
    meta: Mapped[str] = mapped_column(default="{}")
    by: Mapped[str]
    started: Mapped[datetime.datetime] = mapped_column(default=now)
    ended: Mapped[datetime.datetime | None]


class RunList(Table):
    """One candidate's list in a run, as JSON Lines of the run format; empty until it is made."""

    __tablename__ = "run_list"
    run_id: Mapped[str] = mapped_column(ForeignKey("run.id", ondelete="CASCADE"), primary_key=True)
    candidate_id: Mapped[str] = _of_candidate(primary_key=True, index=True)
    candidate_version: Mapped[int]
    lines: Mapped[str | None]


class Entry(Table):
    """One line of a tenant's log; ``service.audit`` says what it means. Only appended."""

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
    """The end of a tenant's log: held by whoever appends, and what shows that the last lines are there."""

    __tablename__ = "chain"
    tenant_id: Mapped[str] = mapped_column(ForeignKey("tenant.id"), primary_key=True)
    seq: Mapped[int] = mapped_column(default=0)
    digest: Mapped[str] = mapped_column(default="")


class Answered(Table):
    """The answer to a call with an Idempotency-Key. sent: digest of the call; candidate_id: whom it is about."""

    __tablename__ = "answered"
    caller: Mapped[str] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    sent: Mapped[str]
    answer: Mapped[str | None]
    candidate_id: Mapped[str | None] = mapped_column(ForeignKey("candidate.id", ondelete="CASCADE"), index=True)
    at: Mapped[datetime.datetime] = mapped_column(default=now)


class Store:
    """The database. ``reading`` and ``writing`` are transactions; what ``writing`` wrote is there when it ends."""

    def __init__(self, url: str, connections: int = 16) -> None:
        self.engine = open_engine(url, connections)
        self._writer = self.engine.execution_options(writes=True)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that sees one state of the database and writes nothing."""
        with Session(self.engine) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A session whose changes are all kept or, where the block raises, none."""
        with Session(self._writer, expire_on_commit=False) as session, session.begin():
            yield session

    @contextmanager
    def alone(self, work: str, folder: Path) -> Iterator[None]:
        """Be the only process at this work, on all machines; Problem where another is. The lock ends with the process.

        SQLite is of one machine, where the folder's lock will do. On PostgreSQL it is an advisory lock of a transaction
        in which nothing happens: it holds with every connection pooler, and the database takes it from who is cut off.
        """
        if self.is_sqlite:
            with held(folder):
                yield
            return
        with self.engine.begin() as connection:
            if not connection.scalar(select(func.pg_try_advisory_xact_lock(func.hashtext(work)))):
                raise Problem("stop.busy", path=work)
            yield

    def close(self) -> None:
        """Let go of the connections."""
        self.engine.dispose()

    @property
    def is_sqlite(self) -> bool:
        """Whether it is the embedded database."""
        return self.engine.dialect.name == "sqlite"

    def overwrite_deleted(self) -> None:
        """Leave nothing of what was deleted in SQLite's write-ahead log; PostgreSQL's own vacuum sees to its pages."""
        if self.is_sqlite:
            connection = self.engine.raw_connection()  # a checkpoint is no part of a transaction
            try:
                for _ in range(CHECKPOINTS):  # each waits for the readers of the moment
                    (busy, *_rest) = connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
                    if not busy:
                        return
            finally:
                connection.close()


def open_engine(url: str, connections: int = 16) -> Engine:
    """The engine of a URL. Parameters stay out of its messages, because they are about people."""
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite":
        parsed = parsed.set(drivername="postgresql+psycopg")
        return create_engine(
            parsed, hide_parameters=True, pool_pre_ping=True, pool_size=connections, pool_timeout=5,
            connect_args={"connect_timeout": 5, "tcp_user_timeout": LOST_MS},
        )  # fmt: skip
    engine = create_engine(parsed, hide_parameters=True, pool_size=connections, connect_args={"timeout": BUSY_SECONDS})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: Any, _: Any) -> None:
    connection.isolation_level = None  # transactions begin as ``_begin`` says
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
