"""What follows a yes: enrolment, steps, disclosure, placements with their follow-up, and talks of benefits."""

import datetime
import json
from typing import Annotated

from fastapi import APIRouter
from pydantic import BaseModel

from service.calls import Call, by
from service.cases import course, disclosure, enrolment, followup, placements, steps
from service.cases.course import Placed, Pursuit, State
from service.cases.disclosure import NewDisclosure
from service.cases.enrolment import Enrolment
from service.cases.followup import NewFollowUp, Part, Plan, Window
from service.cases.placements import NewEnd, NewHours, NewPlacement
from service.cases.steps import NewStep, NewTalk, Noted
from service.problems import responses
from service.store import CaseEvent, Disclosed

router = APIRouter(tags=["course"])
ByConsultant = Annotated[Call, by("cases")]
CASE = "/v1/candidates/{candidate_id}"
PLACEMENT = CASE + "/placements/{placement_id}"


class EventShown(BaseModel):
    """Something that was written down. details: JSON, by the kind; undone: when it was taken back."""

    id: str
    kind: str
    day: datetime.date
    details: dict[str, object]
    undone: datetime.datetime | None


class PursuitShown(BaseModel):
    """What is pursued, and how it stands. asks_benefits: talk of benefits before the offer is accepted."""

    vacancy_id: str | None
    employer_id: str | None
    state: State
    since: datetime.date
    next_step: str | None
    next_day: datetime.date | None
    asks_benefits: bool
    steps: list[EventShown]


class WindowShown(BaseModel):
    """A part of the plan of support. done: the day of the follow-up."""

    part: Part
    first: datetime.date
    last: datetime.date
    done: datetime.date | None


class PlacementShown(BaseModel):
    """A job that was begun. hours: a week, now; due: the part of the plan that is to be done."""

    id: str
    vacancy_id: str | None
    employer_id: str | None
    title: str
    kind: str | None
    employment: str
    contract: str
    paid: bool
    began: datetime.date
    hours: float | None
    ended: datetime.date | None
    end_reason: str | None
    asks_benefits: bool
    plan: list[WindowShown]
    due: WindowShown | None
    events: list[EventShown]


class ClockShown(BaseModel):
    """Days from enrolment to the first meeting with an employer, of 30. None: when the case began is not known."""

    day: int | None
    left: int | None
    stopped: bool


class DisclosureShown(BaseModel):
    """What an employer may know, and since when that is agreed."""

    employer_id: str
    state: Disclosed
    day: datetime.date


class CourseShown(BaseModel):
    """The course of a case. to_renew: a job ended and wishes and limits have not been renewed since."""

    enrolment: Enrolment
    clock: ClockShown
    pursuits: list[PursuitShown]
    placements: list[PlacementShown]
    benefits: list[EventShown]
    disclosures: list[DisclosureShown]
    to_renew: bool


@router.get(CASE + "/course", responses=responses(401, 403, 404))
def course_of_case(candidate_id: str, call: ByConsultant) -> CourseShown:
    """How the case stands after its yeses: derived from what was decided and what happened."""
    row = call.candidate(candidate_id)
    case_course = course.of_case(call, row)
    call.log("course.shown", row)
    agreed = disclosure.agreed_of(call, row.id).values()
    return CourseShown(
        enrolment=Enrolment(referred=row.referred, enrolled=row.enrolled, in_work=row.in_work),
        clock=ClockShown(day=case_course.clock.day, left=case_course.clock.left, stopped=case_course.clock.stopped),
        pursuits=[_pursuit(pursuit, case_course.asks_benefits(pursuit)) for pursuit in case_course.pursuits],
        placements=[_placement(placed, call.today) for placed in case_course.placed],
        benefits=[_event(event) for event in case_course.benefits],
        disclosures=[DisclosureShown.model_validate(agreement, from_attributes=True) for agreement in agreed],
        to_renew=case_course.to_renew is not None,
    )


@router.put(CASE + "/enrolment", responses=responses(401, 403, 404, 409, 422))
def correct_enrolment(candidate_id: str, sent: Enrolment, call: ByConsultant) -> Enrolment:
    """Say when the candidate was referred and enrolled, and whether in paid work then."""
    row = enrolment.correct(call, candidate_id, sent)
    return Enrolment(referred=row.referred, enrolled=row.enrolled, in_work=row.in_work)


@router.post(CASE + "/steps", status_code=201, responses=responses(401, 403, 404, 409, 422))
def take_step(candidate_id: str, sent: NewStep, call: ByConsultant) -> Noted:
    """Write down a step with a vacancy or an employer."""
    return steps.take(call, candidate_id, sent)


@router.post(CASE + "/steps/{event_id}/undo", responses=responses(401, 403, 404, 409))
def undo_step(candidate_id: str, event_id: str, call: ByConsultant) -> EventShown:
    """Take back a step, a start, a change of hours, a follow-up, an end or a talk that was written down by mistake."""
    return _event(steps.undo(call, candidate_id, event_id))


@router.put(CASE + "/disclosures/{employer_id}", responses=responses(401, 403, 404, 409, 422))
def agree_disclosure(candidate_id: str, employer_id: str, sent: NewDisclosure, call: ByConsultant) -> DisclosureShown:
    """Say what the employer may know of the candidate: the state alone."""
    agreed = disclosure.agree(call, candidate_id, employer_id, sent)
    return DisclosureShown.model_validate(agreed, from_attributes=True)


@router.post(CASE + "/placements", status_code=201, responses=responses(401, 403, 404, 409, 422))
def start_placement(candidate_id: str, sent: NewPlacement, call: ByConsultant) -> Noted:
    """Write a start down, up to 60 days ahead."""
    return placements.start(call, candidate_id, sent)


@router.post(PLACEMENT + "/hours", status_code=201, responses=responses(401, 403, 404, 409, 422))
def change_hours(candidate_id: str, placement_id: str, sent: NewHours, call: ByConsultant) -> Noted:
    """Write down that the hours became others."""
    return placements.change_hours(call, candidate_id, placement_id, sent)


@router.post(PLACEMENT + "/follow-ups", status_code=201, responses=responses(401, 403, 404, 409, 422))
def follow_up(candidate_id: str, placement_id: str, sent: NewFollowUp, call: ByConsultant) -> Noted:
    """Write a follow-up down."""
    return followup.follow_up(call, candidate_id, placement_id, sent)


@router.post(PLACEMENT + "/end", status_code=201, responses=responses(401, 403, 404, 409, 422))
def end_placement(candidate_id: str, placement_id: str, sent: NewEnd, call: ByConsultant) -> Noted:
    """Write down that the job ended, and why."""
    return placements.end(call, candidate_id, placement_id, sent)


@router.post(CASE + "/benefits", status_code=201, responses=responses(401, 403, 404, 409, 422))
def talk_of_benefits(candidate_id: str, sent: NewTalk, call: ByConsultant) -> Noted:
    """Write down that the candidate has talked with a benefits adviser: the day, and nothing of what was said."""
    return steps.talk_of_benefits(call, candidate_id, sent)


def _event(event: CaseEvent) -> EventShown:
    day = event.day or event.at.date()
    return EventShown(id=event.id, kind=event.kind, day=day, details=json.loads(event.details), undone=event.undone)


def _pursuit(pursuit: Pursuit, asks_benefits: bool) -> PursuitShown:
    return PursuitShown(
        vacancy_id=pursuit.vacancy_id,
        employer_id=pursuit.employer_id,
        state=pursuit.state,
        since=pursuit.since,
        next_step=pursuit.next_step,
        next_day=pursuit.next_day,
        asks_benefits=asks_benefits,
        steps=[_event(event) for event in pursuit.steps],
    )


def _placement(placed: Placed, today: datetime.date) -> PlacementShown:
    row, due = placed.row, placed.plan.due(today)
    names = ("id", "vacancy_id", "employer_id", "title", "kind", "employment", "contract", "paid")
    return PlacementShown(
        **{name: getattr(row, name) for name in (*names, "began", "ended", "end_reason")},
        hours=placed.hours,
        asks_benefits=placed.asks_benefits,
        plan=_windows(placed.plan),
        due=_window(due) if due else None,
        events=[_event(event) for event in placed.events],
    )


def _windows(plan: Plan) -> list[WindowShown]:
    return [_window(window) for window in plan.windows]


def _window(window: Window) -> WindowShown:
    return WindowShown.model_validate(window, from_attributes=True)
