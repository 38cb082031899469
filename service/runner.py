"""Bulk runs: lists for all of a tenant's open candidates, a block at a time, taken up where they stopped.

What is done is in the database, list by list. One process works on runs at a time; where it is killed, the next one to
look goes on with the lists that are missing.
"""

import datetime
import json
import logging
import threading
from pathlib import Path
from typing import Any

from sqlalchemy import select, update

from matcher import bulk
from matcher.index import rules_version
from matcher.matching import Matcher, Request
from matcher.phrases import Problem
from matcher.runs import held
from matcher.schema import Candidate as Record
from service import audit, decisions
from service.keeper import Keeper
from service.problems import Refused
from service.store import Candidate, CandidateVersion, Run, RunList, Store, now

log = logging.getLogger(__name__)
BLOCK = bulk.BLOCK
OPEN = ("waiting", "running")


class Night(bulk.Night):
    """A night over the matcher that is being served, so that no second model is loaded."""

    def __init__(self, matcher: Matcher, request: Request) -> None:
        super().__init__(matcher.index, matcher.index.encoder, request)
        self.matcher = matcher  # takes the place of the cached property


class Runner:
    """Works on the runs that wait. ``start`` looks after them in a thread of its own until ``stop``."""

    def __init__(self, store: Store, keeper: Keeper, folder: Path, seconds: float) -> None:
        self._store, self._keeper, self._folder, self._seconds = store, keeper, folder, seconds
        self._wake, self._stopped = threading.Event(), threading.Event()
        self._thread = threading.Thread(target=self._watch, name="runner", daemon=True)

    def start(self) -> None:
        """Work on runs from now on."""
        self._thread.start()

    def stop(self) -> None:
        """Stop after the block under way; the rest waits for the next start."""
        self._stopped.set()
        self._wake.set()
        self._thread.join()

    def changed(self) -> None:
        """There is a new run: look at once."""
        self._wake.set()

    def _watch(self) -> None:
        while not self._stopped.is_set():
            self._wake.clear()
            try:
                self.look()
            except Refused:
                pass  # no index yet
            except Exception:  # the database is away, the disk is full: tried again
                log.exception("runs: tried again later")
            self._wake.wait(self._seconds)

    def look(self) -> None:
        """Work on the runs that wait or were interrupted, the oldest first, unless another process does."""
        try:
            with held(self._folder):
                while not self._stopped.is_set() and (run_id := self._next()):
                    self._work(run_id)
        except Problem as problem:
            if problem.key != "stop.busy":
                raise

    def _next(self) -> str | None:
        with self._store.reading() as db:
            return db.scalars(select(Run.id).where(Run.state.in_(OPEN)).order_by(Run.started, Run.id).limit(1)).first()

    def _work(self, run_id: str) -> None:
        with self._store.reading() as db:
            run = db.get_one(Run, run_id)
        matcher = self._keeper.matcher(run.tenant_id)
        self._begin(run, matcher)
        asked = json.loads(run.request)
        while not self._stopped.is_set() and self._block(run, matcher, asked):
            pass

    def _begin(self, run: Run, matcher: Matcher) -> None:
        meta = {"model": matcher.index.fingerprint, "rules": rules_version(), "vacancies": len(matcher.index)}
        with self._store.writing() as db:
            here = (Run.id == run.id) & Run.state.in_(OPEN)
            db.execute(update(Run).where(here).values(state="running", meta=json.dumps(meta)))

    def _block(self, run: Run, matcher: Matcher, asked: dict[str, Any]) -> bool:
        """Make and keep the lists of some candidates; False where the run has ended."""
        people = self._people(run.id)
        lists = _made(matcher, people, asked)
        with self._store.writing() as db:
            current = db.get_one(Run, run.id, with_for_update=True)
            if current.state != "running":
                return False
            if not people:
                current.state, current.ended = "done", now()
                audit.append(db, run.tenant_id, run.by, "run.done", run=run.id)
                return False
            for candidate_id, lines in lists.items():
                self._keep(db, run, candidate_id, lines)
        return True

    def _people(self, run_id: str) -> list[tuple[Record, set[str]]]:
        """Some whose lists are missing, each with the vacancies that were rejected."""
        with self._store.reading() as db:
            query = select(Candidate, CandidateVersion.record).join(RunList, RunList.candidate_id == Candidate.id)
            at_version = (CandidateVersion.candidate_id == Candidate.id) & (
                CandidateVersion.version == RunList.candidate_version
            )
            query = query.join(CandidateVersion, at_version).where(RunList.run_id == run_id, RunList.lines.is_(None))
            rows = db.execute(query.order_by(Candidate.id).limit(BLOCK)).all()
            return [(Record.model_validate_json(record), _rejected(db, row)) for row, record in rows]

    def _keep(self, db: Any, run: Run, candidate_id: str, lines: str) -> None:
        here = (RunList.run_id == run.id) & (RunList.candidate_id == candidate_id)
        kept = db.execute(update(RunList).where(here).values(lines=lines)).rowcount
        if kept:  # else the candidate was deleted in the meantime
            marks = self._keeper.digests(run.tenant_id)
            shown = [[s.vacancy_id, marks.get(s.vacancy_id)] for s in bulk.suggestions(lines)]
            name = audit.pseudonym_of(db, candidate_id)
            audit.append(db, run.tenant_id, run.by, "run.listed", name, run=run.id, shown=shown)


def _made(matcher: Matcher, people: list[tuple[Record, set[str]]], asked: dict[str, Any]) -> dict[str, str]:
    """Candidate id -> list as JSON Lines, without what was rejected."""
    more = max((len(rejected) for _, rejected in people), default=0)
    day = datetime.date.fromisoformat(asked["as_of"])
    request = Request(asked["k"] + more, day, False, asked["include_expired"], asked["lang"], elsewhere=False)
    made = bulk.made(Night(matcher, request), [bulk.Asked(record) for record, _ in people])
    return {
        one.candidate_id: _without(one.lines, rejected, asked["k"])
        for one, (_, rejected) in zip(made, people, strict=True)
    }


def _without(lines: str, rejected: set[str], k: int) -> str:
    kept = [s for s in bulk.suggestions(lines) if s.vacancy_id not in rejected][:k]
    return "".join(s.model_copy(update={"rank": n}).model_dump_json() + "\n" for n, s in enumerate(kept, start=1))


def _rejected(db: Any, row: Candidate) -> set[str]:
    return {vacancy for vacancy, kind in decisions.standing(db, row).kinds.items() if kind == "reject"}
