"""Keeps the indexes, one a tenant, in step with the vacancies in the database.

New and changed vacancies are added to the index, and missing ones removed. This is so after a push, after a killed
process and after a restored backup. An index that is missing, damaged or of other rules is built anew. Each process
looks every few seconds; the one with the folder's lock makes the change, and the others load what it saved. Lists are
made over the old index until the new one is complete.

Each tenant is handled separately. A fault of one (a damaged file, an unreadable record) is logged and counted in
``Behind``; the others are served as before.
"""

import hashlib
import logging
import shutil
import time
from collections.abc import Iterator, Set
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from pydantic import ValidationError
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from matcher.encoder import DocumentCache, Encoder, RecentQueries, load_encoder
from matcher.facts.known import put_right
from matcher.index import HEADER, Index, locked
from matcher.matching import Matcher
from matcher.schema import Vacancy as Record
from service.problems import Refused
from service.store import Store, Tenant, Vacancy
from service.watch import Watch, unless_busy

log = logging.getLogger(__name__)
BLOCK = 2000  # vacancies read from the database at a time


def shared_encoder(vectors: Path) -> DocumentCache:
    """The encoder of every index of a process; vectors: folder of what it made of documents."""
    return DocumentCache(RecentQueries(load_encoder()), vectors)


def as_json(vacancy: Record) -> str:
    """The JSON of a vacancy, as the database and the index keep it."""
    return vacancy.model_dump_json(exclude_defaults=True)


def digest(record: str) -> str:
    """A digest of a vacancy's JSON, by which a changed record is found."""
    return hashlib.blake2b(record.encode(), digest_size=16).hexdigest()


def vacancy_of(record: str) -> Record:
    """A stored vacancy with its corrections applied; also one that today's rules would refuse."""
    return put_right(Record.held(record))


def readable(record: str) -> Record | None:
    """A stored vacancy, its corrections beside it and not applied; None if the record is damaged."""
    try:
        return Record.held(record)
    except ValidationError:
        return None


@dataclass(frozen=True)
class Behind:
    """How far the indexes of all tenants are behind the acknowledged vacancies.

    caught_up: whether every tenant's index was complete once since the process started, or cannot be made. tenants: how
    many are behind. failing: how many have an index that cannot be made. vacancies: how many are missing in the
    indexes; changed ones are not counted. seconds: how long the first of them has been behind.
    """

    caught_up: bool
    tenants: int
    failing: int
    vacancies: int
    seconds: int


class _Stopped(Exception):
    """The service stops."""


@dataclass(frozen=True)
class Served:
    """An index and its matcher. generation: the name of the index on disk (``_generation``)."""

    matcher: Matcher
    generation: str

    @property
    def index(self) -> Index:
        return self.matcher.index

    @cached_property
    def digests(self) -> dict[str, str]:
        """Vacancy id -> digest of its record."""
        records = self.index.records.column("vacancy")
        return {id_: digest(r.as_py()) for id_, r in zip(self.index.ids(), records, strict=True)}


class Keeper(Watch):
    """Updates and serves the indexes; an index that cannot be updated is served as it is."""

    expected = (_Stopped,)

    def __init__(self, store: Store, folder: Path, encoder: Encoder, seconds: float, name: str = "keeper") -> None:
        super().__init__(name, seconds)
        self._store, self._folder, self.encoder = store, folder, encoder
        self._served: dict[str, Served] = {}
        self._seen: dict[str, tuple[int, str]] = {}  # tenant -> its count of changes and the generation that has them
        self._caught_up: set[str] = set()
        self._failing: set[str] = set()
        self._since: dict[str, float] = {}  # tenant -> when it was first seen to be behind
        self._unreadable: dict[tuple[str, str], str] = {}  # (tenant, vacancy) -> digest of a record that is damaged

    def matcher(self, tenant_id: str) -> Matcher:
        """The tenant's matcher; Refused while it has no index yet."""
        served = self._served.get(tenant_id)
        if served is None:
            raise Refused("refused.no_index")
        return served.matcher

    def digests(self, tenant_id: str) -> dict[str, str]:
        """Vacancy id -> digest of its record, in the served index."""
        served = self._served.get(tenant_id)
        return served.digests if served else {}

    @property
    def vacancies(self) -> int:
        """How many vacancies of all tenants are served."""
        return sum(len(s.index) for s in self._served.values())

    def has(self, tenant_id: str, changes: int) -> bool:
        """Whether the served index has the tenant's changes up to this number."""
        served, seen = self._served.get(tenant_id), self._seen.get(tenant_id)
        return served is not None and seen is not None and seen[1] == served.generation and seen[0] >= changes

    def is_behind(self) -> bool:
        """Whether an index lacks a change, so that its files may hold what was deleted. Cheap, as ``behind``."""
        with self._store.reading() as db:
            tenants = db.execute(select(Tenant.id, Tenant.vacancies_changed)).all()
        return not all(self.has(tenant_id, changes) for tenant_id, changes in tenants)

    def behind(self) -> Behind:
        """How far the indexes are behind. Cheap, because anybody may ask."""
        with self._store.reading() as db:
            tenants = dict(db.execute(select(Tenant.id, Tenant.vacancies_changed)).all())
            late = [tenant_id for tenant_id, changes in tenants.items() if not self.has(tenant_id, changes)]
            wanted = self._counted(db, late) if late else 0
        served = sum(len(self._served[tenant_id].index) for tenant_id in late if tenant_id in self._served)
        now = time.monotonic()
        since = min((self._since.setdefault(tenant_id, now) for tenant_id in late), default=now)
        caught_up = tenants.keys() <= self._caught_up | self._failing
        failing = len(self._failing & tenants.keys())
        return Behind(caught_up, len(late), failing, max(0, wanted - served), round(now - since))

    @staticmethod
    def _counted(db: Session, tenants: list[str]) -> int:
        return db.scalar(select(func.count()).where(Vacancy.tenant_id.in_(tenants), Vacancy.withdrawn.is_(None))) or 0

    def _go_on(self, _: int) -> None:
        """Called after each block of vacancies; leaves the work on an index when the service stops."""
        if self._stopped.is_set():
            raise _Stopped

    def look(self) -> None:
        """Bring every tenant's index up to date, or load what another process has saved."""
        with self._store.reading() as db:
            tenants = dict(db.execute(select(Tenant.id, Tenant.vacancies_changed)).all())
        self._forget(tenants.keys())
        for tenant_id, changes in tenants.items():
            if self._stopped.is_set():
                return
            try:
                self._look_after(tenant_id, changes)
            except _Stopped:
                raise
            except Exception:  # any fault of one tenant: the others are served
                log.exception("index: of one tenant, tried again later")
                self._failing.add(tenant_id)

    def _look_after(self, tenant_id: str, changes: int) -> None:
        self._take_up(tenant_id)
        if not self.has(tenant_id, changes):
            self._since.setdefault(tenant_id, time.monotonic())
            self._bring_up_to_date(tenant_id, changes)
        self._failing.discard(tenant_id)
        if self.has(tenant_id, changes):
            self._caught_up.add(tenant_id)
            self._since.pop(tenant_id, None)

    def _forget(self, tenants: Set[str]) -> None:
        """Drop the indexes of deleted tenants."""
        for tenant_id in self._served.keys() - tenants:
            del self._served[tenant_id]
            shutil.rmtree(self._folder / tenant_id, ignore_errors=True)

    def _take_up(self, tenant_id: str) -> None:
        """Serve the index on disk, if it is another one than the one served."""
        folder = self._folder / tenant_id
        served = self._served.get(tenant_id)
        generation = _generation(folder)
        if generation is None or (served and served.generation == generation):
            return
        try:
            self._serve(tenant_id, Index.load(folder), generation)
        except Exception as error:  # any damage: the index is derived and can be made anew
            log.warning("index: made anew: %s", getattr(error, "key", type(error).__name__))

    def _serve(self, tenant_id: str, index: Index, generation: str) -> None:
        self._served[tenant_id] = Served(Matcher(index, self.encoder), generation)

    def _bring_up_to_date(self, tenant_id: str, changes: int) -> None:
        folder = self._folder / tenant_id
        with unless_busy(), locked(folder):
            self._take_up(tenant_id)  # another process may have just done it
            index = self._current(tenant_id, folder)
            if index is not None:
                index.save(folder)
                self._serve(tenant_id, index, _generation(folder) or "")
            self._seen[tenant_id] = (changes, self._served[tenant_id].generation)

    def _current(self, tenant_id: str, folder: Path) -> Index | None:
        """The index of the vacancies in the database now; None if the saved one is that already."""
        served = self._served.get(tenant_id)
        if served is not None and served.generation != _generation(folder):
            served = None  # its folder is gone or damaged
        with self._store.reading() as db:
            wanted = self._wanted(db, tenant_id)
        indexed = served.digests if served else {}
        new_ids = [
            id_
            for id_, mark in wanted.items()
            if indexed.get(id_) != mark and self._unreadable.get((tenant_id, id_)) != mark
        ]
        gone = indexed.keys() - wanted.keys()
        if served is None:
            return self._with(None, tenant_id, new_ids)
        if not new_ids and not gone:
            return None
        index = self._with(served.index.remove(gone), tenant_id, new_ids)
        return index.remove(id_ for id_, mark in wanted.items() if self._unreadable.get((tenant_id, id_)) == mark)

    def _with(self, index: Index | None, tenant_id: str, ids: list[str]) -> Index:
        """The index, or a new one, with the records of these ids."""
        records = self._records(tenant_id, ids)
        if index is None:
            return Index.build(records, self.encoder, self._go_on)
        return index.add(records, self.encoder, self._go_on)

    def _wanted(self, db: Session, tenant_id: str) -> dict[str, str]:
        """Id -> digest of the record of everything that the index should hold."""
        query = select(Vacancy.id, Vacancy.digest).where(Vacancy.tenant_id == tenant_id, Vacancy.withdrawn.is_(None))
        return dict(db.execute(query).all())

    def _rows(self, db: Session, tenant_id: str, ids: list[str]) -> list[tuple[str, str, str]]:
        """(id, digest, record) of those of the ids that the index should hold."""
        query = select(Vacancy.id, Vacancy.digest, Vacancy.record).where(
            Vacancy.tenant_id == tenant_id, Vacancy.id.in_(ids), Vacancy.withdrawn.is_(None)
        )
        return [(id_, mark, record) for id_, mark, record in db.execute(query)]

    def _records(self, tenant_id: str, ids: list[str]) -> Iterator[Record]:
        for start in range(0, len(ids), BLOCK):
            block = ids[start : start + BLOCK]
            with self._store.reading() as db:
                rows = self._rows(db, tenant_id, block)
            for id_, mark, record in rows:
                vacancy = readable(record)
                if vacancy is None:
                    log.error("index: the record of a vacancy is damaged and on no list: send it again")
                    self._unreadable[tenant_id, id_] = mark
                else:
                    yield vacancy


def _generation(folder: Path) -> str | None:
    """The name of the index on disk, from its header: a new index has a new header file. None without an index."""
    try:
        header = folder.joinpath(HEADER).stat()
    except FileNotFoundError:
        return None
    return f"{header.st_ino}-{header.st_mtime_ns}"
