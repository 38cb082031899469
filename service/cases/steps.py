"""Steps after a yes: an employer contacted, a job applied for, an interview held, an offer made.

Steps come in any order and may be skipped. A step is never changed: one written down by mistake is undone, and
stays on the timeline as undone.
"""

import json
from typing import Annotated, Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from matcher.employers import key
from matcher.schema import FIT_TO_HOLD, AdName, Date, Text
from service.calls import Body, Call
from service.cases import timeline
from service.employers import register
from service.keeper import vacancy_of
from service.problems import Refused
from service.store import Candidate, CaseEvent, Employer, Placement, Vacancy, now

Step = Literal["contacted", "applied", "interview", "offer", "refused", "withdrawn"]
UNDOABLE = (*Step.__args__, "started", "hours_changed", "follow_up", "ended", "benefits")  # type: ignore[attr-defined]
LONGEST_STEP = 200  # characters
NextStep = Annotated[Text, StringConstraints(max_length=LONGEST_STEP), FIT_TO_HOLD]
Id = Annotated[str, Field(min_length=1, max_length=200)]


class About(Body):
    """The subject: a vacancy, or an employer by id, or by name if it is not in the register yet."""

    vacancy_id: Id | None = None
    employer_id: Id | None = None
    employer: AdName | None = None


class NewStep(About):
    """A step taken. day: default today. next_step, next_day: the step that follows, and its deadline."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"vacancy_id": "v001", "kind": "contacted", "next_step": "ring igen"}]}
    )

    kind: Step
    day: Date | None = None
    next_step: NextStep | None = None
    next_day: Date | None = None


class NewTalk(Body):
    """A talk with a benefits adviser. day: default today."""

    day: Date | None = None


class Noted(BaseModel):
    """The id of the event written down, and of its placement if it has one."""

    candidate_id: str
    event_id: str
    placement_id: str | None = None


class Place(NamedTuple):
    """A vacancy and its employer, as far as known. title: the vacancy's."""

    vacancy_id: str | None
    employer_id: str | None
    title: str | None = None


def place(call: Call, about: About) -> Place:
    """The vacancy and employer of a subject; the employer is added to the register. Refused unless it names one."""
    named = [name for name in About.model_fields if getattr(about, name) is not None]
    if len(named) != 1:
        raise Refused("refused.request", [("vacancy_id", "one_place", {})])
    if about.vacancy_id:
        return _of_vacancy(call, about.vacancy_id)
    if about.employer_id:
        return Place(None, call.found(call.scope.employers().where(Employer.id == about.employer_id)).id)
    if not key(about.employer or ""):
        raise Refused("refused.request", [("employer", "missing", {})])
    return Place(None, register.named(call, about.employer or "").id)


def _of_vacancy(call: Call, vacancy_id: str) -> Place:
    row: Vacancy = call.found(call.scope.vacancies().where(Vacancy.id == vacancy_id))
    vacancy = vacancy_of(row.record)
    employer_id = None
    if vacancy.employer and key(vacancy.employer):
        employer_id = register.named(call, vacancy.employer, vacancy.postcode).id
    return Place(row.id, employer_id, vacancy.title.strip())


def take(call: Call, candidate_id: str, new_step: NewStep) -> Noted:
    """Write a step down; once per Idempotency-Key."""
    row = call.candidate(candidate_id, to_change=True)
    timeline.check_day(call, "day", new_step.day)
    if new_step.next_day and new_step.next_day < call.today:
        raise Refused("refused.request", [("next_day", "day_past", {})])
    return call.once(f"step {candidate_id} {new_step.model_dump_json()}", lambda: _take(call, row, new_step), Noted)


def _take(call: Call, row: Candidate, new_step: NewStep) -> Noted:
    at = place(call, new_step)
    coming = new_step.model_dump(mode="json", include={"next_step", "next_day"}, exclude_none=True)
    event = timeline.note(
        call,
        row,
        new_step.kind,
        at.vacancy_id,
        json.dumps(coming, ensure_ascii=False),
        employer_id=at.employer_id,
        day=new_step.day or call.today,
    )
    call.log(f"step.{new_step.kind}", row, event=event.id, vacancy=at.vacancy_id, employer=at.employer_id)
    return Noted(candidate_id=row.id, event_id=event.id)


def talk_of_benefits(call: Call, candidate_id: str, new_talk: NewTalk) -> Noted:
    """Write down that the candidate talked with a benefits adviser, without the content of the talk."""
    row = call.candidate(candidate_id, to_change=True)
    timeline.check_day(call, "day", new_talk.day)

    def work() -> Noted:
        event = timeline.note(call, row, "benefits", day=new_talk.day or call.today)
        call.log("benefits.talked", row, event=event.id)
        return Noted(candidate_id=row.id, event_id=event.id)

    return call.once(f"benefits {candidate_id} {new_talk.day}", work, Noted)


def undo(call: Call, candidate_id: str, event_id: str) -> CaseEvent:
    """Undo an event written down by mistake; the event stays as undone. A start takes its placement with it."""
    row = call.candidate(candidate_id, to_change=True)
    query = call.scope.events().where(CaseEvent.candidate_id == row.id, CaseEvent.id == event_id)
    event: CaseEvent = call.found(query.where(CaseEvent.kind.in_(UNDOABLE)))
    if event.undone is not None:
        raise Refused("refused.conflict")
    event.undone = now()
    placement = call.db.get(Placement, event.placement_id) if event.placement_id else None
    if placement and event.kind == "started":
        placement.undone = event.undone
    if placement and event.kind == "ended":
        placement.ended = placement.end_reason = None
    call.log("step.undone", row, event=event.id)
    return event
