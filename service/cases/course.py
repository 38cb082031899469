"""The course of a case after a yes, derived from decisions, events and contacts: nothing is stored twice.

A pursuit is a vacancy answered yes or maybe, an employer with whom a step was taken, or an employer contacted
for the candidate's wish. Its state is its latest step by the day it happened; undone steps never count.
A contact is stored once, with the employer, and only read here.
"""

import datetime
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from types import MappingProxyType
from typing import Any, Literal

from sqlalchemy import Select, func, select

from service.calls import Call
from service.cases import decisions, enrolment, followup, placements, timeline
from service.cases.enrolment import Clock
from service.cases.steps import UNDOABLE, Step
from service.store import (
    Candidate,
    CandidateVersion,
    CaseEvent,
    Contact,
    ContactWish,
    Decision,
    Employer,
    EmployerName,
    Placement,
    Vacancy,
)

State = Literal["chosen", "contacted", "applied", "interview", "offer", "started", "refused", "withdrawn"]
STEPS = (*Step.__args__, "started")  # type: ignore[attr-defined]
FIRST: tuple[State, ...] = ("chosen", "contacted")  # a contact may follow only these states
OVER: tuple[State, ...] = ("started", "refused", "withdrawn")
CHOSEN = ("shortlist", "maybe")
KINDS = tuple(UNDOABLE)
TALKED_DAYS = 30  # Days that a talk about benefits counts as recent: one month, the period of the pay slip it was about


@dataclass(frozen=True)
class Pursuit:
    """A vacancy or employer that is pursued. since: the day it came to its state. at: when that was written down.

    steps: not undone, in order. contacts: with the employer, for the candidate. None: nothing agreed.
    """

    vacancy_id: str | None
    employer_id: str | None
    state: State
    since: datetime.date
    at: datetime.datetime
    next_step: str | None = None
    next_day: datetime.date | None = None
    steps: tuple[CaseEvent, ...] = ()
    contacts: tuple[Contact, ...] = ()

    @property
    def key(self) -> str:
        """Key of the pursuit among those of its candidate."""
        return self.vacancy_id or self.employer_id or ""

    @property
    def is_open(self) -> bool:
        """Whether the pursuit goes on."""
        return self.state not in OVER

    @property
    def offered(self) -> datetime.date | None:
        """The day of an offer that waits for an answer; None if there is none."""
        return self.since if self.state == "offer" else None

    def takes(self, contact: Contact) -> bool:
        """Whether a contact belongs to the pursuit: same employer, and not after the pursuit of an ad ended."""
        lasts = self.vacancy_id is None or self.is_open or contact.at <= self.at
        return contact.employer_id == self.employer_id and lasts


@dataclass(frozen=True)
class Placed:
    """A placement today. hours: current hours a week. asks_benefits: hours changed without a talk about benefits since.

    contacts: with the employer to follow up the job; each counts as a follow-up.
    """

    row: Placement
    hours: float | None
    events: tuple[CaseEvent, ...]
    plan: followup.Plan
    asks_benefits: bool = False
    contacts: tuple[Contact, ...] = ()


@dataclass(frozen=True)
class Course:
    """The course of a candidate's case. to_renew: a placement that ended after the latest version of the record."""

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
        """Whether to remind of a talk about benefits before an offer is accepted."""
        return pursuit.offered is not None and not has_talked(self.talked, pursuit.offered)


def has_talked(talked: Iterable[datetime.date], about: datetime.date) -> bool:
    """Whether there was a talk about benefits on or after a day, or in the month before it."""
    return any(day >= about - datetime.timedelta(days=TALKED_DAYS) for day in talked)


def pursuits(
    case_decisions: Iterable[Decision],
    events: Iterable[CaseEvent],
    contacts: Sequence[Contact] = (),
    employers: Mapping[str, str] = MappingProxyType({}),
) -> list[Pursuit]:
    """The pursuits of one candidate, the latest change first.

    case_decisions: decisions that were not undone, in order. events: of the case, in any order. contacts: for the
    candidate, in order. employers: vacancy id -> employer id.
    """
    kinds, _ = decisions.latest(case_decisions)
    steps: dict[tuple[str | None, str | None], list[CaseEvent]] = {
        (vacancy_id, None): [] for vacancy_id, decision in kinds.items() if decision.kind in CHOSEN
    }
    for event in timeline.in_order(e for e in events if e.kind in STEPS and not e.undone):
        steps.setdefault((event.vacancy_id, None if event.vacancy_id else event.employer_id), []).append(event)
    case_pursuits = [
        _pursuit(vacancy_id, employer_id or employers.get(vacancy_id or ""), taken, kinds.get(vacancy_id or ""))
        for (vacancy_id, employer_id), taken in steps.items()
    ]
    case_pursuits = [_contacted(pursuit, [c for c in contacts if pursuit.takes(c)]) for pursuit in case_pursuits]
    case_pursuits += _leads([c for c in contacts if not any(pursuit.takes(c) for pursuit in case_pursuits)])
    return sorted(case_pursuits, key=lambda p: (p.since, p.key), reverse=True)


def _pursuit(
    vacancy_id: str | None, employer_id: str | None, steps: Sequence[CaseEvent], decision: Decision | None
) -> Pursuit:
    """Build one pursuit. A no after the last step ends it like a withdrawal."""
    employer_id = next((event.employer_id for event in reversed(steps) if event.employer_id), employer_id)
    last = steps[-1] if steps else None
    if decision and (last is None or _ends(decision, last)):
        state: State = "chosen" if decision.kind in CHOSEN else "withdrawn"
        return Pursuit(vacancy_id, employer_id, state, decision.at.date(), decision.at, steps=tuple(steps))
    return _at(vacancy_id, employer_id, steps)


def _at(vacancy_id: str | None, employer_id: str | None, steps: Sequence[CaseEvent]) -> Pursuit:
    """A pursuit whose state is its last step."""
    last = steps[-1]
    coming = {} if last.kind in OVER else json.loads(last.details)
    day = coming.get("next_day")
    return Pursuit(
        vacancy_id,
        employer_id,
        last.kind,  # type: ignore[arg-type]
        timeline.day_of(last),
        last.at,
        coming.get("next_step"),
        day and datetime.date.fromisoformat(day),
        tuple(steps),
    )


def _contacted(pursuit: Pursuit, contacts: Sequence[Contact]) -> Pursuit:
    """Add its contacts to a pursuit. The latest one sets the next step, unless a step was taken since."""
    pursuit = replace(pursuit, contacts=tuple(contacts))
    last = contacts[-1] if contacts else None
    if last is None or (pursuit.state != "chosen" and last.at <= pursuit.at):
        return pursuit
    coming = replace(pursuit, next_step=last.next_step, next_day=last.next_day)
    return replace(coming, state="contacted", since=last.day) if pursuit.state in (*FIRST, *OVER) else coming


def _leads(contacts: Iterable[Contact]) -> list[Pursuit]:
    """One pursuit for each employer without an ad that was contacted."""
    by_employer: defaultdict[str, list[Contact]] = defaultdict(list)
    for contact in contacts:
        by_employer[contact.employer_id].append(contact)
    return [
        Pursuit(None, employer_id, "contacted", c[-1].day, c[-1].at, c[-1].next_step, c[-1].next_day, contacts=tuple(c))
        for employer_id, c in by_employer.items()
    ]


def _ends(decision: Decision, last: CaseEvent) -> bool:
    """Whether a no ends a pursuit that came to that step."""
    return decision.kind == "reject" and last.kind not in OVER and decision.at > last.at


def of_case(call: Call, row: Candidate) -> Course:
    """The course of one case."""
    return of_cases(call, [row], decisions.standing(call.db, [row.id]))[row.id]


def of_cases(call: Call, rows: Sequence[Candidate], case_decisions: Mapping[str, list[Decision]]) -> dict[str, Course]:
    """Candidate id -> the course of the case, in six statements for any number of cases."""
    ids = [row.id for row in rows]
    events = _by_candidate(call, call.scope.events().where(CaseEvent.candidate_id.in_(ids), CaseEvent.kind.in_(KINDS)))
    placed = _by_candidate(call, call.scope.placements().where(Placement.candidate_id.in_(ids)))
    met, renewed = enrolment.first_meetings(call, ids), _renewed(call, ids)
    contacts, employers = contacts_for(call, ids), _places(call, case_decisions.values())
    courses = {}
    for row in rows:
        standing = [event for event in events[row.id] if not event.undone]
        for_job, for_pursuit = _parted(contacts[row.id], placed[row.id])
        courses[row.id] = Course(
            row,
            tuple(pursuits(case_decisions.get(row.id, []), standing, for_pursuit, employers)),
            tuple(_placed(call, placement, standing, for_job) for placement in _latest_first(placed[row.id])),
            enrolment.clock(row.enrolled, met.get(row.id), call.today),
            tuple(timeline.in_order(event for event in standing if event.kind == "benefits")),
            _to_renew(placed[row.id], standing, renewed.get(row.id)),
        )
    return courses


def _by_candidate(call: Call, query: Select[Any]) -> defaultdict[str, list[Any]]:
    rows: defaultdict[str, list[Any]] = defaultdict(list)
    for row in call.db.scalars(query):
        rows[row.candidate_id].append(row)
    return rows


def contacts_for(call: Call, candidate_ids: Sequence[str]) -> defaultdict[str, list[Contact]]:
    """Candidate id -> contacts that served a wish and are shared with the caller, in order."""
    query = call.scope.contacts().join(ContactWish, ContactWish.contact_id == Contact.id)
    query = query.where(ContactWish.candidate_id.in_(candidate_ids)).add_columns(ContactWish.candidate_id)
    contacts: defaultdict[str, list[Contact]] = defaultdict(list)
    for contact, candidate_id in call.db.execute(query.order_by(Contact.day, Contact.at)):
        contacts[candidate_id].append(contact)
    return contacts


def _parted(contacts: Iterable[Contact], placed: Iterable[Placement]) -> tuple[list[Contact], list[Contact]]:
    """Split contacts into those that follow up a job and the others. From the start of a job on, all follow it up."""
    parts: tuple[list[Contact], list[Contact]] = [], []
    working = {p.employer_id: p.began for p in placed if p.ended is None}
    for contact in contacts:
        since = working.get(contact.employer_id)
        follows = contact.purpose == "support" or (since is not None and contact.day > since)
        parts[0 if follows else 1].append(contact)
    return parts


def _places(call: Call, case_decisions: Iterable[Sequence[Decision]]) -> dict[str, str]:
    """Vacancy id -> employer id, for decided vacancies whose employer is in the register."""
    decided = sorted({decision.vacancy_id for decisions_of_case in case_decisions for decision in decisions_of_case})
    other = (EmployerName.key == Vacancy.employer) & (EmployerName.tenant_id == Vacancy.tenant_id)
    own = (Employer.key == Vacancy.employer) | (Employer.id == EmployerName.employer_id)
    query = call.scope.vacancies().where(Vacancy.id.in_(decided)).outerjoin(EmployerName, other)
    query = query.join(Employer, own & (Employer.tenant_id == Vacancy.tenant_id))
    return {str(v): str(e) for v, e in call.db.execute(query.with_only_columns(Vacancy.id, Employer.id))}


def _renewed(call: Call, candidate_ids: Sequence[str]) -> dict[str, datetime.datetime]:
    """Candidate id -> when the latest version of the record was made."""
    query = select(CandidateVersion.candidate_id, func.max(CandidateVersion.at))
    rows = query.where(CandidateVersion.candidate_id.in_(candidate_ids)).group_by(CandidateVersion.candidate_id)
    return {str(candidate_id): at for candidate_id, at in call.db.execute(rows)}


def _latest_first(placed: Iterable[Placement]) -> list[Placement]:
    return sorted(placed, key=lambda placement: (placement.began, placement.id), reverse=True)


def _placed(call: Call, placement: Placement, standing: Sequence[CaseEvent], for_job: Iterable[Contact]) -> Placed:
    contacts = tuple(c for c in for_job if c.employer_id == placement.employer_id)
    mine = tuple(timeline.in_order(event for event in standing if event.placement_id == placement.id))
    settings, talked = call.service.settings, _days(standing, "benefits")
    changed, done = _days(mine, "hours_changed"), sorted(_days(mine, "follow_up") + [c.day for c in contacts])
    return Placed(
        placement,
        placements.hours_of(placement, mine),
        mine,
        followup.plan(placement, done, call.today, settings.follow_weekly_weeks, settings.follow_monthly_days),
        placement.ended is None and bool(changed) and not has_talked(talked, changed[-1]),
        contacts,
    )


def _days(standing: Iterable[CaseEvent], kind: timeline.Kind) -> list[datetime.date]:
    return [timeline.day_of(event) for event in timeline.in_order(standing) if event.kind == kind]


def _to_renew(
    placed: Iterable[Placement], standing: Iterable[CaseEvent], renewed: datetime.datetime | None
) -> Placement | None:
    """The placement whose end was written down after the latest version of the record; None if there is none."""
    ends = {event.placement_id: event.at for event in standing if event.kind == "ended"}
    waiting = [p for p in placed if p.id in ends and (renewed is None or ends[p.id] > renewed)]
    return max(waiting, key=lambda placement: ends[placement.id], default=None)


@dataclass(frozen=True)
class NextContact:
    """The agreed next step with an employer, now due."""

    contact: Contact
    employer: Employer


def contacts_due(call: Call) -> list[NextContact]:
    """The caller's contacts whose next step is due and that no later contact with the employer replaces."""
    last = func.max(Contact.day).over(partition_by=Contact.employer_id).label("last")
    of_tenant = call.scope.employers().with_only_columns(Employer.id)
    last_days = select(Contact.id, Contact.day, last).where(Contact.employer_id.in_(of_tenant)).subquery()
    query = call.scope.contacts().join(last_days, last_days.c.id == Contact.id).add_columns(Employer)
    mine = (Contact.by == call.caller.id, Contact.next_day <= call.today, last_days.c.day == last_days.c.last)
    return [NextContact(*pair) for pair in call.db.execute(query.where(*mine).order_by(Contact.next_day, Contact.id))]


def employers_of(call: Call, about: Iterable[Pursuit]) -> dict[str, Employer]:
    """Pursuit key -> its employer, if in the register."""
    ids = {pursuit.key: pursuit.employer_id for pursuit in about if pursuit.employer_id}
    rows = call.db.scalars(call.scope.employers().where(Employer.id.in_(sorted(set(ids.values())))))
    by_id = {row.id: row for row in rows}
    return {pursuit: by_id[employer_id] for pursuit, employer_id in ids.items() if employer_id in by_id}


def of_list(call: Call, row: Candidate, case_decisions: Sequence[Decision]) -> dict[str, Pursuit]:
    """Vacancy id -> its pursuit after a yes, for the cards of a list."""
    events = call.db.scalars(call.scope.events().where(CaseEvent.candidate_id == row.id, CaseEvent.kind.in_(STEPS)))
    placed = call.db.scalars(call.scope.placements().where(Placement.candidate_id == row.id))
    _, others = _parted(contacts_for(call, [row.id])[row.id], placed)
    case_pursuits = pursuits(case_decisions, events, others, _places(call, [case_decisions]))
    return {pursuit.vacancy_id: pursuit for pursuit in case_pursuits if pursuit.vacancy_id}
