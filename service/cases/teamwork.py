"""A supervisor's team: the owner of each case, when its list was last seen, and the cases behind each count.

Cases, not people: colleagues are neither compared nor sorted by their work.
"""

import datetime
from collections import Counter, defaultdict
from dataclasses import dataclass

from sqlalchemy import func

from service.calls import Call
from service.cases import caseload, sampling, timeline
from service.store import Candidate, Decision, Entry, User, now

DAYS = 30


@dataclass(frozen=True)
class Case:
    """A case of the team. seen: when anybody last saw its list. waiting: suggested changes without an answer."""

    row: Candidate
    seen: datetime.datetime | None
    waiting: int


@dataclass(frozen=True)
class Teamwork:
    """The team's cases. people: colleagues who may own a case. counts: name -> candidate id -> number in that case."""

    people: list[User]
    cases: list[Case]
    counts: dict[str, Counter[str]]

    def of(self, user_id: str) -> list[Case]:
        """The open cases of a colleague."""
        return [case for case in self.cases if case.row.owner_id == user_id and not case.row.closed]

    @property
    def unassigned(self) -> list[Case]:
        """Open cases whose owner can no longer have any."""
        user_ids = {user.id for user in self.people}
        return [case for case in self.cases if case.row.owner_id not in user_ids and not case.row.closed]

    def behind(self, name: str) -> list[Case]:
        """The cases behind a count, closed ones included."""
        ids = self.counts.get(name, Counter[str]())
        return [case for case in self.cases if case.row.id in ids]


def look(call: Call, today: datetime.date) -> Teamwork:
    """Read the team's cases in six statements for any number of cases."""
    rows = list(call.db.scalars(call.scope.candidates().order_by(Candidate.label, Candidate.id)))
    seen = _last_seen(call)
    waiting = Counter(caseload.waiting(call, [row.id for row in rows if not row.closed]))
    cases = [Case(row, seen.get(row.pseudonym), waiting[row.id]) for row in rows]
    people = sorted(call.db.scalars(call.scope.team()), key=lambda user: user.name.casefold())
    return Teamwork(people, cases, {"waiting": waiting, **_decided(call), **_looked_at(call, today)})


def _last_seen(call: Call) -> dict[str, datetime.datetime]:
    query = call.scope.log().where(Entry.action == "suggestions.shown").group_by(Entry.pseudonym)
    rows = call.db.execute(query.with_only_columns(Entry.pseudonym, func.max(Entry.at)))
    return {str(pseudonym): at for pseudonym, at in rows}


def _decided(call: Call) -> dict[str, Counter[str]]:
    since = now() - datetime.timedelta(days=DAYS)
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for decision in call.db.scalars(call.scope.decisions().where(Decision.at >= since, Decision.undone.is_(None))):
        counts[decision.kind][decision.candidate_id] += 1
        if decision.reason:
            counts[f"reason.{decision.reason}"][decision.candidate_id] += 1
    return dict(counts)


def _looked_at(call: Call, today: datetime.date) -> dict[str, Counter[str]]:
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for (candidate_id, _), kind in timeline.sampled(call, sampling.month(today)).items():
        counts[kind][candidate_id] += 1
    return dict(counts)
