"""Jobs that began: the start, changes of hours, the end with its reason."""

import json
from collections.abc import Iterable
from typing import Annotated, Literal

from pydantic import ConfigDict, Field, StringConstraints

from matcher import work
from matcher.encoder import centred
from matcher.schema import FIT_TO_HOLD, Contract, Date, Employment, Flag, Text
from service.calls import Body, Call
from service.cases import timeline
from service.cases.profile import MOST_HOURS
from service.cases.steps import About, Noted, place
from service.problems import Refused
from service.store import Candidate, CaseEvent, Placement

AHEAD_DAYS = 60  # days ahead that a start can be agreed: notice is a month, and the post is filled before
LONGEST_TITLE = 300  # characters, like an ad's title
# Reasons why a job ended. No health reasons: what did not suit about the work is enough for the next list.
EndReason = Literal["own_wish", "temporary_ended", "employer", "hours", "tasks", "way", "other"]
WeeklyHours = Annotated[float, Field(gt=0, le=MOST_HOURS, strict=True, allow_inf_nan=False)]
Title = Annotated[Text, StringConstraints(max_length=LONGEST_TITLE), FIT_TO_HOLD]


class NewPlacement(About):
    """A job that began, or will on an agreed day. title, kind: taken from the vacancy if missing."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"vacancy_id": "v001", "hours": 12, "paid": True}]})

    day: Date | None = None
    hours: WeeklyHours | None = None
    title: Title | None = None
    kind: str | None = Field(default=None, description="Kind of work: a code of matcher/kinds.csv")
    employment: Employment = "ordinary"
    contract: Contract = "unstated"
    paid: Flag


class NewHours(Body):
    """New hours a week. day: in force since."""

    hours: WeeklyHours
    day: Date | None = None


class NewEnd(Body):
    """The end of a job. day: the last day."""

    reason: EndReason
    day: Date | None = None


def likely_kinds(call: Call, titles: list[str]) -> list[str | None]:
    """The likeliest kind of work of each title; None if the encoder has no kinds."""
    encoder = call.service.keeper.encoder
    if not titles or encoder.centre is None:
        return [None] * len(titles)
    vectors = centred(encoder.encode_query(titles), encoder.centre.passages, encoder.centre.languages)
    shares = work.of_titles(vectors, encoder.fingerprint)
    return [work.kinds()[row.argmax()].code if row.any() else None for row in shares]


def start(call: Call, candidate_id: str, new_placement: NewPlacement) -> Noted:
    """Write the placement and the step of a start in one transaction; once per Idempotency-Key.

    Refused if the same job has begun and not ended: a form sent twice is no second start.
    """
    row = call.candidate(candidate_id, to_change=True)
    timeline.check_day(call, "day", new_placement.day, ahead=AHEAD_DAYS)
    if new_placement.kind is not None and new_placement.kind not in {kind.code for kind in work.kinds()}:
        raise Refused("refused.request", [("kind", "choose", {})])
    return call.once(
        f"start {candidate_id} {new_placement.model_dump_json()}", lambda: _start(call, row, new_placement), Noted
    )


def _start(call: Call, row: Candidate, new_placement: NewPlacement) -> Noted:
    at = place(call, new_placement)
    title = new_placement.title or at.title
    if title is None:
        raise Refused("refused.request", [("title", "missing", {})])
    same = Placement.vacancy_id == at.vacancy_id, Placement.employer_id == at.employer_id, Placement.title == title
    begun = call.scope.placements().where(Placement.candidate_id == row.id, Placement.ended.is_(None), *same)
    if call.db.scalars(begun).first():
        raise Refused("refused.conflict")
    placement = Placement(
        candidate_id=row.id,
        employer_id=at.employer_id,
        vacancy_id=at.vacancy_id,
        title=title,
        kind=new_placement.kind or likely_kinds(call, [title])[0],
        began=new_placement.day or call.today,
        by=call.caller.id,
        **new_placement.model_dump(include={"hours", "employment", "contract", "paid"}),
    )
    call.db.add(placement)
    call.db.flush()
    return _note(call, row, placement, "started", new_placement.day)


def change_hours(call: Call, candidate_id: str, placement_id: str, new_hours: NewHours) -> Noted:
    """Write a change of hours down."""
    row, placement = by_id(call, candidate_id, placement_id)
    _check(call, placement, new_hours.day)

    def work() -> Noted:
        query = call.scope.events().where(CaseEvent.placement_id == placement.id, CaseEvent.undone.is_(None))
        before = hours_of(placement, call.db.scalars(query))
        return _note(call, row, placement, "hours_changed", new_hours.day, before=before, after=new_hours.hours)

    return call.once(f"hours {placement_id} {new_hours.model_dump_json()}", work, Noted)


def end(call: Call, candidate_id: str, placement_id: str, new_end: NewEnd) -> Noted:
    """Write the end of a job down, with its reason."""
    row, placement = by_id(call, candidate_id, placement_id)

    def work() -> Noted:
        _check(call, placement, new_end.day)
        placement.ended, placement.end_reason = new_end.day or call.today, new_end.reason
        return _note(call, row, placement, "ended", new_end.day, reason=new_end.reason)

    return call.once(f"end {placement_id} {new_end.model_dump_json()}", work, Noted)


def by_id(call: Call, candidate_id: str, placement_id: str) -> tuple[Candidate, Placement]:
    """A placement to be changed, with its candidate within reach."""
    row = call.candidate(candidate_id, to_change=True)
    query = call.scope.placements().where(Placement.candidate_id == row.id, Placement.id == placement_id)
    return row, call.found(query)


def hours_of(placement: Placement, events: Iterable[CaseEvent]) -> float | None:
    """Current hours a week, by the changes among the events that were not undone."""
    changes = [e for e in events if e.kind == "hours_changed" and e.placement_id == placement.id and not e.undone]
    return json.loads(timeline.in_order(changes)[-1].details)["after"] if changes else placement.hours


def _check(call: Call, placement: Placement, day: Date | None) -> None:
    """Raise Refused if the job has ended, or had not begun by that day."""
    if placement.ended:
        raise Refused("refused.conflict")
    timeline.check_day(call, "day", day)
    if (day or call.today) < placement.began:
        raise Refused("refused.request", [("day", "before_start", {"began": placement.began.isoformat()})])


def _note(
    call: Call, row: Candidate, placement: Placement, kind: timeline.Kind, day: Date | None, **details: object
) -> Noted:
    event = timeline.note(
        call,
        row,
        kind,
        placement.vacancy_id,
        json.dumps(details),
        employer_id=placement.employer_id,
        placement_id=placement.id,
        day=day or call.today,
    )
    call.log(f"placement.{kind}", row, placement=placement.id, event=event.id)
    return Noted(candidate_id=row.id, event_id=event.id, placement_id=placement.id)
