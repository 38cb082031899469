"""The course of a case after a yes, derived from what was decided and what happened: nothing of it is kept twice.

A pursuit is a vacancy that was answered yes or maybe, or an employer with whom a step was taken. Its state is that of
the latest step by the day on which it happened; a step that was taken back never counts.
"""

import datetime
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from sqlalchemy import Select, func, select

from matcher.employers import key
from service.calls import Call
from service.cases import decisions, enrolment, followup, placements, timeline
from service.cases.enrolment import Clock
from service.cases.export import Ad
from service.cases.steps import UNDOABLE, Step
from service.store import Candidate, CandidateVersion, CaseEvent, Contact, Decision, Employer, Placement

State = Literal["chosen", "contacted", "applied", "interview", "offer", "started", "refused", "withdrawn"]
STEPS = (*Step.__args__, "started")  # type: ignore[attr-defined]
OVER: tuple[State, ...] = ("started", "refused", "withdrawn")
CHOSEN = ("shortlist", "maybe")
KINDS = tuple(UNDOABLE)
TALKED_DAYS = 30  # a talk of benefits is fresh for a month, as long as the pay slip that it was about


@dataclass(frozen=True)
class Pursuit:
    """What is pursued. since: when it came to its state. steps: those that stand, in order. None: nothing agreed."""

    vacancy_id: str | None
    employer_id: str | None
    state: State
    since: datetime.date
    next_step: str | None = None
    next_day: datetime.date | None = None
    steps: tuple[CaseEvent, ...] = ()

    @property
    def key(self) -> str:
        """What tells it from the candidate's others."""
        return self.vacancy_id or self.employer_id or ""

    @property
    def is_open(self) -> bool:
        """Whether it goes on."""
        return self.state not in OVER

    @property
    def offered(self) -> datetime.date | None:
        """The day of an offer that waits for an answer."""
        return self.since if self.state == "offer" else None


@dataclass(frozen=True)
class Placed:
    """A placement as it is today. hours: a week, now. asks_benefits: the hours changed and nobody has talked of it."""

    row: Placement
    hours: float | None
    events: tuple[CaseEvent, ...]
    plan: followup.Plan
    asks_benefits: bool = False


@dataclass(frozen=True)
class Course:
    """The course of a candidate's case. to_renew: the placement whose end is newer than the latest version."""

    row: Candidate
    pursuits: tuple[Pursuit, ...]
    placed: tuple[Placed, ...]
    clock: Clock
    benefits: tuple[CaseEvent, ...]
    to_renew: Placement | None

    @cached_property
    def talked(self) -> list[datetime.date]:
        """The days of talks with a benefits adviser."""
        return [timeline.day_of(event) for event in self.benefits]

    def asks_benefits(self, pursuit: Pursuit) -> bool:
        """Whether to remind of a talk before an offer is accepted."""
        return pursuit.offered is not None and not has_talked(self.talked, pursuit.offered)


def has_talked(talked: Iterable[datetime.date], about: datetime.date) -> bool:
    """Whether there was a talk of benefits since a day, or in the month before it."""
    return any(day >= about - datetime.timedelta(days=TALKED_DAYS) for day in talked)


def pursuits(made: Iterable[Decision], events: Iterable[CaseEvent]) -> list[Pursuit]:
    """The pursuits of one candidate, the latest change first.

    made: decisions that were not undone, in their order; events: of the case, in any order.
    """
    kinds, _ = decisions.latest(made)
    steps: dict[tuple[str | None, str | None], list[CaseEvent]] = {
        (vacancy_id, None): [] for vacancy_id, decision in kinds.items() if decision.kind in CHOSEN
    }
    for event in timeline.in_order(e for e in events if e.kind in STEPS and not e.undone):
        steps.setdefault((event.vacancy_id, None if event.vacancy_id else event.employer_id), []).append(event)
    found = [_pursuit(*about, taken, kinds.get(about[0] or "")) for about, taken in steps.items()]
    return sorted(found, key=lambda p: (p.since, p.key), reverse=True)


def _pursuit(
    vacancy_id: str | None, employer_id: str | None, steps: Sequence[CaseEvent], decision: Decision | None
) -> Pursuit:
    """One pursuit. A no that was said after the last step ends it, as if it had been withdrawn."""
    employer_id = next((event.employer_id for event in reversed(steps) if event.employer_id), employer_id)
    last = steps[-1] if steps else None
    if decision and (last is None or _ends(decision, last)):
        state: State = "chosen" if decision.kind in CHOSEN else "withdrawn"
        return Pursuit(vacancy_id, employer_id, state, decision.at.date(), steps=tuple(steps))
    return _at(vacancy_id, employer_id, steps)


def _at(vacancy_id: str | None, employer_id: str | None, steps: Sequence[CaseEvent]) -> Pursuit:
    """A pursuit that stands at its last step."""
    last = steps[-1]
    coming = {} if last.kind in OVER else json.loads(last.details)
    day = coming.get("next_day")
    return Pursuit(
        vacancy_id,
        employer_id,
        last.kind,  # type: ignore[arg-type]
        timeline.day_of(last),
        coming.get("next_step"),
        day and datetime.date.fromisoformat(day),
        tuple(steps),
    )


def _ends(decision: Decision, last: CaseEvent) -> bool:
    """Whether a no ends what had come to that step."""
    return decision.kind == "reject" and last.kind not in OVER and decision.at > last.at


def of_case(call: Call, row: Candidate) -> Course:
    """The course of one case."""
    return of_cases(call, [row], decisions.standing(call.db, [row.id]))[row.id]


def of_cases(call: Call, rows: Sequence[Candidate], made: Mapping[str, list[Decision]]) -> dict[str, Course]:
    """Candidate id -> the course of the case; four statements, however many there are. made: what was decided."""
    ids = [row.id for row in rows]
    events = _by_candidate(call, call.scope.events().where(CaseEvent.candidate_id.in_(ids), CaseEvent.kind.in_(KINDS)))
    placed = _by_candidate(call, call.scope.placements().where(Placement.candidate_id.in_(ids)))
    met, renewed = enrolment.first_meetings(call, ids), _renewed(call, ids)
    courses = {}
    for row in rows:
        standing = [event for event in events[row.id] if not event.undone]
        courses[row.id] = Course(
            row,
            tuple(pursuits(made.get(row.id, []), standing)),
            tuple(_placed(call, placement, standing) for placement in _latest_first(placed[row.id])),
            enrolment.clock(row.enrolled, met.get(row.id), call.today),
            tuple(timeline.in_order(event for event in standing if event.kind == "benefits")),
            _to_renew(placed[row.id], standing, renewed.get(row.id)),
        )
    return courses


def _by_candidate(call: Call, query: Select[Any]) -> defaultdict[str, list[Any]]:
    found: defaultdict[str, list[Any]] = defaultdict(list)
    for row in call.db.scalars(query):
        found[row.candidate_id].append(row)
    return found


def _renewed(call: Call, candidate_ids: Sequence[str]) -> dict[str, datetime.datetime]:
    """Candidate id -> when its latest version was made."""
    query = select(CandidateVersion.candidate_id, func.max(CandidateVersion.at))
    rows = query.where(CandidateVersion.candidate_id.in_(candidate_ids)).group_by(CandidateVersion.candidate_id)
    return {str(candidate_id): at for candidate_id, at in call.db.execute(rows)}


def _latest_first(placed: Iterable[Placement]) -> list[Placement]:
    return sorted(placed, key=lambda placement: (placement.began, placement.id), reverse=True)


def _placed(call: Call, placement: Placement, standing: Sequence[CaseEvent]) -> Placed:
    mine = tuple(timeline.in_order(event for event in standing if event.placement_id == placement.id))
    settings, talked = call.service.settings, _days(standing, "benefits")
    changed = _days(mine, "hours_changed")
    return Placed(
        placement,
        placements.hours_of(placement, mine),
        mine,
        followup.plan(
            placement, _days(mine, "follow_up"), call.today, settings.follow_weekly_weeks, settings.follow_monthly_days
        ),
        placement.ended is None and bool(changed) and not has_talked(talked, changed[-1]),
    )


def _days(standing: Iterable[CaseEvent], kind: timeline.Kind) -> list[datetime.date]:
    return [timeline.day_of(event) for event in timeline.in_order(standing) if event.kind == kind]


def _to_renew(
    placed: Iterable[Placement], standing: Iterable[CaseEvent], renewed: datetime.datetime | None
) -> Placement | None:
    """The placement whose end was written down after the latest version of what is held."""
    ends = {event.placement_id: event.at for event in standing if event.kind == "ended"}
    waiting = [p for p in placed if p.id in ends and (renewed is None or ends[p.id] > renewed)]
    return max(waiting, key=lambda placement: ends[placement.id], default=None)


@dataclass(frozen=True)
class NextContact:
    """What was agreed with an employer and is due."""

    contact: Contact
    employer: Employer


def contacts_due(call: Call) -> list[NextContact]:
    """The caller's contacts whose next step is due, where there has been no later contact with that employer."""
    last = func.max(Contact.day).over(partition_by=Contact.employer_id).label("last")
    of_tenant = call.scope.employers().with_only_columns(Employer.id)
    every = select(Contact.id, Contact.day, last).where(Contact.employer_id.in_(of_tenant)).subquery()
    query = call.scope.contacts().join(every, every.c.id == Contact.id).add_columns(Employer)
    mine = (Contact.by == call.caller.id, Contact.next_day <= call.today, every.c.day == every.c.last)
    return [NextContact(*pair) for pair in call.db.execute(query.where(*mine).order_by(Contact.next_day, Contact.id))]


def employers_of(call: Call, about: Iterable[Pursuit], ads: Mapping[str, Ad]) -> dict[str, Employer]:
    """Key of a pursuit -> its employer, where it is in the register."""
    names = {pursuit.key: key(ads[pursuit.key].employer or "") for pursuit in about if pursuit.key in ads}
    ids = {pursuit.employer_id for pursuit in about if pursuit.employer_id}
    known = (Employer.id.in_(sorted(ids))) | (Employer.key.in_(sorted(set(names.values()) - {""})))
    rows = list(call.db.scalars(call.scope.employers().where(known)))
    by_id, by_name = {row.id: row for row in rows}, {row.key: row for row in rows}
    found = {p.key: by_id.get(p.employer_id or "") or by_name.get(names.get(p.key, "")) for p in about}
    return {pursuit: employer for pursuit, employer in found.items() if employer}


def of_list(call: Call, row: Candidate, made: Iterable[Decision]) -> dict[str, Pursuit]:
    """Vacancy id -> how it stands after its yes, for the cards of a list."""
    events = call.db.scalars(call.scope.events().where(CaseEvent.candidate_id == row.id, CaseEvent.kind.in_(STEPS)))
    return {pursuit.vacancy_id: pursuit for pursuit in pursuits(made, events) if pursuit.vacancy_id}
