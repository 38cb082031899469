"""The course of a case after a yes: pursuits, jobs, and one form for each act."""

import json
from collections.abc import Callable
from typing import Any, get_args
from urllib.parse import quote

from fastapi import APIRouter, Response
from pydantic import ValidationError

from matcher import work
from matcher.schema import Employment, problems
from service.calls import Call
from service.cases import course, disclosure, enrolment, export, followup, placements, steps
from service.cases.course import Course
from service.cases.disclosure import NewDisclosure
from service.cases.enrolment import Enrolment
from service.cases.export import Ad
from service.cases.followup import NewFollowUp
from service.cases.placements import NewEnd, NewHours, NewPlacement
from service.cases.steps import About, NewStep, NewTalk
from service.pages.page_request import Cases, PageRequest, see
from service.pages.profile_form import number
from service.phrases import Language, say, wrong
from service.problems import Refused

router = APIRouter(include_in_schema=False)
PLACE = tuple(About.model_fields)
STEP = (*PLACE, "kind", "day", "next_step", "next_day")
START = (*PLACE, "day", "title", "kind", "employment", "contract")
YES_OR_NO = {"yes": True, "no": False}


@router.get("/candidates/{candidate_id}/course")
def show(page: Cases, candidate_id: str) -> Response:
    """The page of the course, with the next acts."""
    return _page(page, candidate_id)


def _page(page: PageRequest, candidate_id: str, errors: dict[str, str] | None = None) -> Response:
    """The page of the course. errors: field of the sent form -> its error."""
    with page.access.writing() as call:
        row = call.candidate(candidate_id)
        case_course = course.of_case(call, row)
        ads = export.ads_of(call, [p.vacancy_id for p in (*case_course.pursuits, *_rows(case_course)) if p.vacancy_id])
        employers = course.employers_of(call, case_course.pursuits)
        names = export.employers_of(call, [placement.employer_id for placement in _rows(case_course)])
        agreed = disclosure.agreed_of(call, row.id)
        kinds = _likely(call, case_course, ads)
        call.log("course.shown", row)
    return page.page(
        "course.html",
        {
            "row": row,
            "course": case_course,
            "ads": ads,
            "employers": employers,
            "names": names,
            "agreed": agreed,
            "likely": kinds,
            "kinds": kind_names(page.language),
            "employments": [(code, say(f"employment.{code}", page.language)) for code in get_args(Employment)],
            "details": json.loads,
            "errors": errors or {},
            "at": page.form.one("at"),
            "sent": page.form,
        },
        422 if errors else 200,
    )


def _rows(case_course: Course) -> list[Any]:
    return [placed.row for placed in case_course.placed]


def kind_names(language: Language) -> dict[str, str]:
    """Code of a kind of work -> its name, sorted by name."""
    names = {kind.code: kind.danish if language == "da" else kind.english for kind in work.kinds()}
    return dict(sorted(names.items(), key=lambda pair: pair[1].casefold()))


def _likely(call: Call, case_course: Course, ads: dict[str, Ad]) -> dict[str, str | None]:
    """Vacancy id -> the likeliest kind of work, for pursuits that may still become a start."""
    titles = {p.key: ads[p.key].title for p in case_course.pursuits if p.is_open and p.key in ads}
    return dict(zip(titles, placements.likely_kinds(call, list(titles.values())), strict=True))


def _act(
    page: PageRequest, candidate_id: str, message: str, work: Callable[[Call], object], path: str | None = None
) -> Response:
    """Do the act of a form, then show the page at its place or at ``path``; on errors, the form again."""
    try:
        with page.access.writing() as call:
            work(call)
    except (ValidationError, Refused) as error:
        errors = _errors(error, page.language)
        if not errors:
            raise
        return _page(page, candidate_id, errors)
    return see(path or f"/candidates/{candidate_id}/course#{_place(page.form.one('at'))}", told=message)


def _place(form: str) -> str:
    """The place on the page that shows the effect of a form: for a start and the forms of a job, the job's card."""
    kind, _, whose = form.partition("-")
    return {"start": "jobs", "hours": f"job-{whose}", "end": f"job-{whose}"}.get(kind, form)


def _errors(error: ValidationError | Refused, language: Language) -> dict[str, str]:
    faults = error.fields if isinstance(error, Refused) else problems(error)
    return {name: wrong(code, allowed, language) for name, code, allowed in reversed(list(faults))}


def _sent(page: PageRequest, names: tuple[str, ...]) -> dict[str, Any]:
    """The fields of the form that were filled in."""
    return {name: value for name in names if (value := page.form.one(name))}


@router.post("/candidates/{candidate_id}/enrolment")
def enrol(page: Cases, candidate_id: str) -> Response:
    """Correct the enrolment."""
    sent = _sent(page, ("referred", "enrolled")) | {"in_work": YES_OR_NO.get(page.form.one("in_work"))}
    return _act(
        page,
        candidate_id,
        "enrolment",
        lambda call: enrolment.correct(call, candidate_id, Enrolment.model_validate(sent)),
    )


@router.post("/candidates/{candidate_id}/steps")
def take(page: Cases, candidate_id: str) -> Response:
    """Write a step down: one button of a card."""
    sent = _sent(page, STEP)
    return _act(
        page, candidate_id, "step_taken", lambda call: steps.take(call, candidate_id, NewStep.model_validate(sent))
    )


@router.post("/candidates/{candidate_id}/steps/{event_id}/undo")
def undo(page: Cases, candidate_id: str, event_id: str) -> Response:
    """Undo an event written down by mistake."""
    return _act(page, candidate_id, "step_undone", lambda call: steps.undo(call, candidate_id, event_id))


@router.post("/candidates/{candidate_id}/disclosures")
def agree(page: Cases, candidate_id: str) -> Response:
    """Write down what an employer may know."""
    return _act(
        page, candidate_id, "agreed", lambda call: _agree(page, call, candidate_id), _before_contact(page, candidate_id)
    )


def _before_contact(page: PageRequest, candidate_id: str) -> str | None:
    """The path of the contact form, if the agreement was made on the way to it."""
    if not page.form.one("before"):
        return None
    if employer_id := page.form.one("employer_id"):
        return f"/employers/{quote(employer_id)}/contacts/new?for={quote(candidate_id)}"
    return f"/candidates/{quote(candidate_id)}/contacts/new?vacancy={quote(page.form.one('vacancy_id'), safe='')}"


def _agree(page: PageRequest, call: Call, candidate_id: str) -> None:
    """Save the agreement about an employer, who is added to the register if new."""
    sent = NewDisclosure.model_validate(_sent(page, ("state",)))
    call.candidate(candidate_id, to_change=True)
    employer_id = steps.place(call, About.model_validate(_sent(page, PLACE))).employer_id
    if employer_id is None:
        raise Refused("refused.not_found")
    disclosure.agree(call, candidate_id, employer_id, sent)


@router.post("/candidates/{candidate_id}/placements")
def start(page: Cases, candidate_id: str) -> Response:
    """Write a start down, with what is known of the job."""
    sent = _sent(page, START) | {"hours": _hours(page), "paid": YES_OR_NO.get(page.form.one("paid"))}
    if sent.get("title") == page.form.one("proposed"):  # the ad's own words
        del sent["title"]
    return _act(
        page,
        candidate_id,
        "started",
        lambda call: placements.start(call, candidate_id, NewPlacement.model_validate(sent)),
    )


def _hours(page: PageRequest) -> float | str | None:
    written = page.form.one("hours")
    return number(written) if written else None


@router.post("/candidates/{candidate_id}/placements/{placement_id}/hours")
def change_hours(page: Cases, candidate_id: str, placement_id: str) -> Response:
    """Write a change of hours down."""
    sent = _sent(page, ("day",)) | {"hours": _hours(page)}
    return _act(
        page,
        candidate_id,
        "hours_changed",
        lambda call: placements.change_hours(call, candidate_id, placement_id, NewHours.model_validate(sent)),
    )


@router.post("/candidates/{candidate_id}/placements/{placement_id}/follow-ups")
def follow_up(page: Cases, candidate_id: str, placement_id: str) -> Response:
    """Write a follow-up down."""
    sent = _sent(page, ("day", "with_whom"))
    return _act(
        page,
        candidate_id,
        "follow_up_done",
        lambda call: followup.follow_up(call, candidate_id, placement_id, NewFollowUp.model_validate(sent)),
    )


@router.post("/candidates/{candidate_id}/placements/{placement_id}/end")
def end(page: Cases, candidate_id: str, placement_id: str) -> Response:
    """Write the end of a job down."""
    sent = _sent(page, ("day", "reason"))
    return _act(
        page,
        candidate_id,
        "job_ended",
        lambda call: placements.end(call, candidate_id, placement_id, NewEnd.model_validate(sent)),
    )


@router.post("/candidates/{candidate_id}/benefits")
def talk(page: Cases, candidate_id: str) -> Response:
    """Write down a talk about benefits."""
    sent = _sent(page, ("day",))
    return _act(
        page,
        candidate_id,
        "talked",
        lambda call: steps.talk_of_benefits(call, candidate_id, NewTalk.model_validate(sent)),
    )
