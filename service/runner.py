"""Bulk runs: lists for all open candidates of a tenant, a block at a time, continued after an interruption.

Every list that is made is kept in the database. One process on all machines works on runs at a time; if it is killed,
the next one makes the missing lists. A run waits for an index with every vacancy acknowledged before the run was
started. Tenants take turns, block by block. A run that raises an error is tried again later and holds up no other. A
list that cannot be made is marked as failed.
"""

import datetime
import json
import logging
import time
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from matcher import nightly
from matcher.facts.columns import rules_version
from matcher.matching import Matcher, Request
from matcher.schema import Candidate as Record
from service import audit
from service.cases import decisions
from service.cases.decisions import DecisionState
from service.keeper import Keeper
from service.store import Candidate, CandidateVersion, Run, RunList, Store, now
from service.watch import Watch, unless_busy

BLOCK = nightly.BLOCK
OPEN = ("waiting", "running")
PUT_OFF_SECONDS = 30.0  # until a run that raised an error is tried again
log = logging.getLogger(__name__)


class Runner(Watch):
    """Works on waiting runs. When stopped, it ends the block under way and leaves the rest to the next start."""

    def __init__(self, store: Store, keeper: Keeper, folder: Path, seconds: float) -> None:
        super().__init__("runner", seconds)
        self._store, self._keeper, self._folder = store, keeper, folder
        self._matchers: dict[str, Matcher] = {}  # run -> the matcher of all its lists
        self._put_off: dict[str, float] = {}  # run -> moment of the next try, in seconds of ``time.monotonic``

    def look(self) -> None:
        """Work on the runs that wait or were interrupted, unless another process does."""
        with unless_busy(), self._store.alone("runs", self._folder):
            while not self._stopped.is_set() and self._round():
                pass

    def _round(self) -> bool:
        """Make one block of each tenant's oldest ready run -> whether there was any."""
        worked = [self._try(run) for run in self._next()]
        return any(worked)

    def _next(self) -> list[Run]:
        with self._store.reading() as db:
            runs = db.scalars(select(Run).where(Run.state.in_(OPEN)).order_by(Run.started, Run.id)).all()
        ready: dict[str, Run] = {}
        for run in runs:
            if self._put_off.get(run.id, 0.0) < time.monotonic() and self._is_ready(run):
                ready.setdefault(run.tenant_id, run)
        self._matchers = {run.id: self._matchers[run.id] for run in runs if run.id in self._matchers}
        return list(ready.values())

    def _is_ready(self, run: Run) -> bool:
        return run.id in self._matchers or self._keeper.has(run.tenant_id, run.vacancies_changed)

    def _try(self, run: Run) -> bool:
        try:
            if run.id not in self._matchers:
                self._begin(run)
            return self._block(run, self._matchers[run.id], json.loads(run.request))
        except Exception:
            log.exception("run: put off")
            self._put_off[run.id] = time.monotonic() + PUT_OFF_SECONDS
            return False

    def _begin(self, run: Run) -> None:
        matcher = self._matchers[run.id] = self._keeper.matcher(run.tenant_id)
        meta = {"model": matcher.index.fingerprint, "rules": rules_version(), "vacancies": len(matcher.index)}
        with self._store.writing() as db:
            is_open = (Run.id == run.id) & Run.state.in_(OPEN)
            db.execute(update(Run).where(is_open).values(state="running", meta=json.dumps(meta)))

    def _block(self, run: Run, matcher: Matcher, wanted: dict[str, Any]) -> bool:
        """Make and keep the lists of some candidates; False if the run has ended."""
        people = self._people(run.id)
        lists: dict[str, str | None] = {id_: None for id_, record, _ in people if record is None}
        lists |= _lists(matcher, [(record, state) for _, record, state in people if record], wanted)
        with self._store.writing() as db:
            current = db.get_one(Run, run.id, with_for_update=True)
            if current.state != "running":
                return False
            if not people:
                current.state, current.ended = "done", now()
                audit.append(db, run.tenant_id, run.by, "run.done", run=run.id)
                return False
            self._keep(db, run, lists)
        return True

    def _people(self, run_id: str) -> list[tuple[str, Record | None, DecisionState]]:
        """Some candidates without a list: id, record (None if damaged) and state of their decisions."""
        with self._store.reading() as db:
            query = select(Candidate.id, CandidateVersion.record).join(RunList, RunList.candidate_id == Candidate.id)
            at_version = (CandidateVersion.candidate_id == Candidate.id) & (
                CandidateVersion.version == RunList.candidate_version
            )
            missing = (RunList.run_id == run_id) & RunList.lines.is_(None) & RunList.failed.is_(False)
            query = query.outerjoin(CandidateVersion, at_version).where(missing)
            rows = db.execute(query.order_by(Candidate.id).limit(BLOCK)).all()
            standing = decisions.standing(db, [id_ for id_, _ in rows])
        return [(id_, _readable(record), decisions.state(standing[id_])) for id_, record in rows]

    def _keep(self, db: Session, run: Run, lists: dict[str, str | None]) -> None:
        """Keep the lists that are still missing, and log each; mark those that cannot be made."""
        of_run = (RunList.run_id == run.id) & RunList.lines.is_(None)
        pseudonyms = dict(db.execute(select(Candidate.id, Candidate.pseudonym).where(Candidate.id.in_(lists))).all())
        marks = self._keeper.digests(run.tenant_id)
        entries = []
        for candidate_id, lines in lists.items():
            values = {"failed": True} if lines is None else {"lines": lines}
            statement = update(RunList).where(of_run, RunList.candidate_id == candidate_id).values(**values)
            if not db.execute(statement).rowcount:  # type: ignore[attr-defined]
                continue  # the candidate was deleted, or another process made it when the database was away
            ad_marks = [[s.vacancy_id, marks.get(s.vacancy_id)] for s in nightly.suggestions(lines or "")]
            action = "run.listed" if lines is not None else "run.failed"
            entries.append(audit.Line(action, pseudonyms[candidate_id], {"run": run.id, "shown": ad_marks}))
        audit.append_all(db, run.tenant_id, run.by, entries)


def _readable(record: str | None) -> Record | None:
    try:
        return Record.held(record) if record is not None else None
    except ValidationError:
        return None


def _lists(
    matcher: Matcher, people: list[tuple[Record, DecisionState]], wanted: dict[str, Any]
) -> dict[str, str | None]:
    """Candidate id -> list as JSON Lines, without rejected vacancies; None if it cannot be made."""
    try:
        return dict(_block_of_lists(matcher, people, wanted))
    except Exception:  # one candidate's list failed: each is made alone
        if len(people) > 1:
            return {id_: lines for person in people for id_, lines in _lists(matcher, [person], wanted).items()}
        log.exception("run: a list cannot be made")
        return {people[0][0].id: None}


def _block_of_lists(
    matcher: Matcher, people: list[tuple[Record, DecisionState]], wanted: dict[str, Any]
) -> list[tuple[str, str]]:
    k, more = wanted["k"], max((len(state.rejected) for _, state in people), default=0)
    day = datetime.date.fromisoformat(wanted["as_of"])
    request = Request(k + more, day, False, wanted["include_expired"], wanted["lang"], elsewhere=False)
    results = nightly.made(nightly.Night.over(matcher, request), [nightly.Asked(record) for record, _ in people])
    kept = (
        (result.candidate_id, state.without_rejected(nightly.suggestions(result.lines), k))
        for result, (_, state) in zip(results, people, strict=True)
    )
    return [(id_, "".join(s.model_dump_json() + "\n" for s in listed)) for id_, listed in kept]
