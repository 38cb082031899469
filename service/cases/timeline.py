"""What happened in a case, for as long as there is a case: which vacancies were shown, what the month's sample found.

The product remembers by this and not by the log, which its retention trims.
"""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Literal

from sqlalchemy import func, select

from service.calls import Call
from service.store import Candidate, CandidateVersion, CaseEvent, Decision

Kind = Literal[
    "enrolled",
    "shown",
    "sample_right",
    "sample_wrong",
    "handed_over",
    "closed",
    "reopened",
    "limit_declined",
    # What followed a yes, about a vacancy or an employer; details: next_step and next_day, where there is one.
    "contacted",
    "applied",
    "interview",
    "offer",
    "refused",
    "withdrawn",
    # About a placement.
    "started",
    "hours_changed",
    "follow_up",
    "ended",
    # A talk with a benefits adviser: its day, and nothing of what was said.
    "benefits",
]
SAMPLED: tuple[Kind, ...] = ("sample_right", "sample_wrong")
Shown = dict[str, datetime.datetime]  # vacancy id -> when a list first showed it


def note(
    call: Call,
    row: Candidate,
    kind: Kind,
    vacancy_id: str | None = None,
    details: str = "{}",
    *,
    employer_id: str | None = None,
    placement_id: str | None = None,
    day: datetime.date | None = None,
) -> CaseEvent:
    """Write an event of a case down. details: JSON; day: when it happened, where that is not today."""
    event = CaseEvent(
        candidate_id=row.id,
        kind=kind,
        vacancy_id=vacancy_id,
        employer_id=employer_id,
        placement_id=placement_id,
        day=day,
        details=details,
        by=call.caller.id,
    )
    call.db.add(event)
    call.db.flush()
    return event


def note_shown(call: Call, row: Candidate, vacancy_ids: Iterable[str], shown: Shown) -> None:
    """Write down the vacancies that a list shows for the first time. shown: those that were shown before."""
    new = [vacancy_id for vacancy_id in vacancy_ids if vacancy_id not in shown]
    call.db.add_all(
        CaseEvent(candidate_id=row.id, kind="shown", vacancy_id=vacancy_id, by=call.caller.id) for vacancy_id in new
    )


def shown_to(call: Call, candidate_ids: Sequence[str]) -> dict[str, Shown]:
    """Candidate id -> what lists have shown; nothing of a candidate to whom no list was shown."""
    query = select(CaseEvent.candidate_id, CaseEvent.vacancy_id, CaseEvent.at)
    query = query.where(CaseEvent.candidate_id.in_(candidate_ids), CaseEvent.kind == "shown")
    shown: defaultdict[str, Shown] = defaultdict(dict)
    for candidate_id, vacancy_id, at in call.db.execute(query.order_by(CaseEvent.at.desc())):
        shown[candidate_id][str(vacancy_id)] = at
    return dict(shown)


def last_touched(call: Call, candidate_ids: Sequence[str]) -> dict[str, datetime.datetime]:
    """Candidate id -> when something last happened in the case. That a list was shown is no such thing."""
    touched: dict[str, datetime.datetime] = {}
    for table in (CandidateVersion, Decision, CaseEvent):
        query = select(table.candidate_id, func.max(table.at)).where(table.candidate_id.in_(candidate_ids))
        if table is CaseEvent:
            query = query.where(CaseEvent.kind != "shown")
        for candidate_id, at in call.db.execute(query.group_by(table.candidate_id)):
            touched[candidate_id] = max(at, touched.get(candidate_id, at))
    return touched


def sampled(call: Call, since: datetime.datetime) -> dict[tuple[str, str], Kind]:
    """(candidate id, vacancy id) -> what was last found of it since then, of candidates within reach."""
    query = call.scope.events().where(CaseEvent.kind.in_(SAMPLED), CaseEvent.at >= since)
    events = call.db.scalars(query.order_by(CaseEvent.at, CaseEvent.id))
    return {(event.candidate_id, str(event.vacancy_id)): event.kind for event in events}
