"""Bulk runs: lists for all of a tenant's open candidates, a block at a time, taken up where they stopped.

What is done is in the database, list by list. One process works on runs at a time, on all machines; where it is killed,
the next one to look goes on with the lists that are missing.
"""

import datetime
import json
from pathlib import Path
from typing import Any

from sqlalchemy import select, update

from matcher import bulk
from matcher.index import rules_version
from matcher.matching import Matcher, Request
from matcher.schema import Candidate as Record
from service import audit, decisions
from service.keeper import Keeper
from service.problems import Refused
from service.store import Candidate, CandidateVersion, Run, RunList, Store, now
from service.watch import Watch, unless_busy

BLOCK = bulk.BLOCK
OPEN = ("waiting", "running")


class Runner(Watch):
    """Works on the runs that wait; told to stop, it leaves what comes after the block under way to the next start."""

    expected = (Refused,)  # no index yet

    def __init__(self, store: Store, keeper: Keeper, folder: Path, seconds: float) -> None:
        super().__init__("runner", seconds)
        self._store, self._keeper, self._folder = store, keeper, folder

    def look(self) -> None:
        """Work on the runs that wait or were interrupted, the oldest first, unless another process does."""
        with unless_busy(), self._store.alone("runs", self._folder):
            while not self._stopped.is_set() and (run_id := self._next()):
                self._work(run_id)

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

    def _people(self, run_id: str) -> list[tuple[Record, decisions.Standing]]:
        """Some whose lists are missing, each with what stands."""
        with self._store.reading() as db:
            query = select(Candidate, CandidateVersion.record).join(RunList, RunList.candidate_id == Candidate.id)
            at_version = (CandidateVersion.candidate_id == Candidate.id) & (
                CandidateVersion.version == RunList.candidate_version
            )
            query = query.join(CandidateVersion, at_version).where(RunList.run_id == run_id, RunList.lines.is_(None))
            rows = db.execute(query.order_by(Candidate.id).limit(BLOCK)).all()
            return [(Record.held(record), decisions.standing(db, row)) for row, record in rows]

    def _keep(self, db: Any, run: Run, candidate_id: str, lines: str) -> None:
        here = (RunList.run_id == run.id) & (RunList.candidate_id == candidate_id) & RunList.lines.is_(None)
        kept = db.execute(update(RunList).where(here).values(lines=lines)).rowcount
        if kept:  # else the candidate was deleted, or another made it when the database was away and its lock with it
            marks = self._keeper.digests(run.tenant_id)
            shown = [[s.vacancy_id, marks.get(s.vacancy_id)] for s in bulk.suggestions(lines)]
            name = audit.pseudonym_of(db, candidate_id)
            audit.append(db, run.tenant_id, run.by, "run.listed", name, run=run.id, shown=shown)


def _made(matcher: Matcher, people: list[tuple[Record, decisions.Standing]], asked: dict[str, Any]) -> dict[str, str]:
    """Candidate id -> list as JSON Lines, without what was rejected."""
    k, more = asked["k"], max((len(standing.rejected) for _, standing in people), default=0)
    day = datetime.date.fromisoformat(asked["as_of"])
    request = Request(k + more, day, False, asked["include_expired"], asked["lang"], elsewhere=False)
    made = bulk.made(bulk.Night.over(matcher, request), [bulk.Asked(record) for record, _ in people])
    lists = ((one, standing.without_rejected(bulk.suggestions(one.lines), k))
             for one, (_, standing) in zip(made, people, strict=True))  # fmt: skip
    return {one.candidate_id: "".join(s.model_dump_json() + "\n" for s in kept) for one, kept in lists}
