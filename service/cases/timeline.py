"""The events of a case, stored as long as the case: vacancies shown, steps, placements, answers to the month's sample.

The product reads its history here and not in the log, which retention trims.
"""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Literal

from sqlalchemy import Select, func, select, union_all

from service.calls import Call
from service.problems import Refused
from service.store import Candidate, CandidateVersion, CaseEvent, Contact, ContactWish, Decision, Disclosure

Kind = Literal[
    "enrolled",
    "shown",
    "sample_right",
    "sample_wrong",
    "handed_over",
    "closed",
    "reopened",
    "limit_declined",
    # Steps after a yes, about a vacancy or an employer; details: next_step and next_day, if any.
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
    # A talk with a benefits adviser: its day only, not its content.
    "benefits",
]
EARLIEST = datetime.date(2000, 1, 1)  # an earlier day is a typing error: no case is older
SAMPLED: tuple[Kind, ...] = ("sample_right", "sample_wrong")
Showings = dict[str, datetime.datetime]  # vacancy id -> when a list first showed it


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
    """Write an event of a case. details: JSON. day: when it happened; default today."""
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


def note_shown(call: Call, row: Candidate, vacancy_ids: Iterable[str], showings: Showings) -> None:
    """Write down the vacancies that a list shows for the first time. showings: the vacancies shown before."""
    first_shown = [vacancy_id for vacancy_id in vacancy_ids if vacancy_id not in showings]
    call.db.add_all(
        CaseEvent(candidate_id=row.id, kind="shown", vacancy_id=vacancy_id, by=call.caller.id)
        for vacancy_id in first_shown
    )


def showings_of(call: Call, candidate_ids: Sequence[str]) -> dict[str, Showings]:
    """Candidate id -> vacancies shown on lists; no entry for a candidate without a shown list."""
    query = select(CaseEvent.candidate_id, CaseEvent.vacancy_id, CaseEvent.at)
    query = query.where(CaseEvent.candidate_id.in_(candidate_ids), CaseEvent.kind == "shown")
    showings: defaultdict[str, Showings] = defaultdict(dict)
    for candidate_id, vacancy_id, at in call.db.execute(query.order_by(CaseEvent.at.desc())):
        showings[candidate_id][str(vacancy_id)] = at
    return dict(showings)


def last_touched(call: Call, candidate_ids: Sequence[str]) -> dict[str, datetime.datetime]:
    """Candidate id -> when the case last had an event. Showing a list does not count."""
    met = select(ContactWish.candidate_id, Contact.at).join(Contact, Contact.id == ContactWish.contact_id)
    happened = union_all(
        *(
            query.where(column.in_(candidate_ids))
            for query, column in (
                (select(CandidateVersion.candidate_id, CandidateVersion.at), CandidateVersion.candidate_id),
                (select(Decision.candidate_id, Decision.at), Decision.candidate_id),
                (select(Disclosure.candidate_id, Disclosure.at), Disclosure.candidate_id),
                (met, ContactWish.candidate_id),
                (_not_shown(), CaseEvent.candidate_id),
            )
        )
    ).subquery()
    candidate_id, at = happened.c
    return {
        str(id_): moment for id_, moment in call.db.execute(select(candidate_id, func.max(at)).group_by(candidate_id))
    }


def _not_shown() -> Select[str, datetime.datetime]:
    return select(CaseEvent.candidate_id, CaseEvent.at).where(CaseEvent.kind != "shown")


def check_day(call: Call, field: str, day: datetime.date | None, *, ahead: int = 0) -> None:
    """Raise Refused if a day is in the future, or before any case can have begun.

    ahead: days in the future that are allowed.
    """
    if day is None:
        return
    if day < EARLIEST:
        raise Refused("refused.request", [(field, "day_early", {"first": EARLIEST.isoformat()})])
    if day > call.today + datetime.timedelta(days=ahead):
        raise Refused("refused.request", [(field, "day_ahead" if ahead else "day_future", {"most": ahead})])


def day_of(event: CaseEvent) -> datetime.date:
    """The day an event happened."""
    return event.day or event.at.date()


def in_order(events: Iterable[CaseEvent]) -> list[CaseEvent]:
    """Events sorted by day; those of one day by when they were written down."""
    return sorted(events, key=lambda event: (day_of(event), event.at, event.id))


def sampled(call: Call, since: datetime.datetime) -> dict[tuple[str, str], Kind]:
    """(candidate id, vacancy id) -> the latest answer to the sample since then, for candidates within reach."""
    query = call.scope.events().where(CaseEvent.kind.in_(SAMPLED), CaseEvent.at >= since)
    events = call.db.scalars(query.order_by(CaseEvent.at, CaseEvent.id))
    return {(event.candidate_id, str(event.vacancy_id)): event.kind for event in events}
