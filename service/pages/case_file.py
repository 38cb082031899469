"""The case file of a candidate: log, export, handing over, closing and deleting."""

import json
from collections.abc import Collection
from typing import Annotated

from fastapi import APIRouter, Response
from fastapi.responses import JSONResponse

from service import audit
from service.cases import caseload, export, handing
from service.pages.candidate import with_changes
from service.pages.page_request import Cases, PageRequest, requests, see
from service.pages.profile_form import STATEMENTS, values_of
from service.pages.visits import visits
from service.phrases import wrong
from service.problems import Refused
from service.scope import MAY
from service.store import CandidateVersion, Entry

router = APIRouter(include_in_schema=False)
MOST = 200  # log entries on the page; the export has all


@router.get("/candidates/{candidate_id}/held")
def case_file(page: Cases, candidate_id: str) -> Response:
    """The case file: the log, and the forms to hand over, close and delete."""
    return _page(page, candidate_id, {})


def _page(page: PageRequest, candidate_id: str, errors: dict[str, str]) -> Response:
    with page.access.writing() as call:
        row = call.candidate(candidate_id)
        query = call.scope.log().where(Entry.pseudonym == row.pseudonym).order_by(Entry.seq.desc()).limit(MOST + 1)
        entries = [audit.log_entry(entry) for entry in call.db.scalars(query)]
        names = call.names()
        others = []
        if call.caller.role in MAY["assign"] and not row.closed:
            others = sorted(
                (user.name, user.id) for user in call.db.scalars(call.scope.team()) if user.id != row.owner_id
            )
        call.log("candidate.log_shown", row)
    visit_lines = visits(reversed(entries[:MOST]), names, page.language)[::-1]
    values = {"row": row, "visits": visit_lines, "more": len(entries) > MOST, "others": others, "errors": errors}
    return page.page("held.html", values, 422 if errors else 200)


@router.post("/candidates/{candidate_id}/owner")
def hand_over(page: Annotated[PageRequest, requests("assign")], candidate_id: str) -> Response:
    """Hand the candidate over to the chosen colleague of the team."""
    try:
        with page.access.writing() as call:
            handing.hand_over(call, candidate_id, page.form.one("user_id"))
    except Refused as refused:
        if not refused.fields:
            raise
        errors = {name: wrong(code, allowed, page.language) for name, code, allowed in refused.fields}
        return _page(page, candidate_id, errors)
    return see(f"/candidates/{candidate_id}/held", told="handed_over")


@router.get("/candidates/{candidate_id}/everything.html")
def copy(page: Cases, candidate_id: str) -> Response:
    """The export as a page that the person can read."""
    with page.access.writing() as call:
        everything = export.give_out(call, candidate_id, "html")
        row, record = caseload.with_record(call, candidate_id)
        query = export.versions(row).order_by(CandidateVersion.version.desc())
        versions = with_changes(list(call.db.scalars(query)), page)
        names = call.names()
    values = values_of(record, None, page.language)
    answers = _answers(everything)
    return page.page(
        "copy.html",
        {
            "all": everything,
            "names": names,
            "details": json.loads,
            "visits": visits(everything.log, names, page.language),
            "statements": {name: values[name] for name in STATEMENTS},
            "limits": {name: value for name, value in values.items() if name not in STATEMENTS},
            "answers": answers,
            "unanswered": _unanswered(everything, answers.keys()),
            "run_ads": _run_ads(everything),
            "versions": versions,
            "changes": [(p, export.change_of(p)) for p in everything.proposals],
        },
    )


def _answers(everything: export.Everything) -> dict[str, list[export.ExportedDecision]]:
    """Vacancy id -> its answers, ordered by the first answer to each vacancy."""
    answers: dict[str, list[export.ExportedDecision]] = {}
    for decision in everything.decisions:
        answers.setdefault(decision.vacancy_id, []).append(decision)
    return answers


def _unanswered(everything: export.Everything, answered: Collection[str]) -> list[str]:
    """Ids of vacancies that were shown and not answered."""
    vacancy_ids = (event.vacancy_id for event in everything.events if event.kind == "shown")
    return [v for v in dict.fromkeys(vacancy_ids) if v is not None and v not in answered]


def _run_ads(everything: export.Everything) -> list[str]:
    """Ids of vacancies on lists of bulk runs."""
    return list(dict.fromkeys(s.vacancy_id for run_list in everything.lists for s in run_list.suggestions))


@router.get("/candidates/{candidate_id}/everything.json")
def as_data(page: Cases, candidate_id: str) -> Response:
    """The export as data."""
    with page.access.writing() as call:
        everything = export.give_out(call, candidate_id, "json")
    headers = {"Content-Disposition": "attachment; filename=export.json"}
    return JSONResponse(everything.model_dump(mode="json"), headers=headers)


@router.post("/candidates/{candidate_id}/close")
def close(page: Cases, candidate_id: str) -> Response:
    """Close the case, or reopen a closed one."""
    with page.access.writing() as call:
        closed = call.candidate(candidate_id).closed
        (caseload.reopen if closed else caseload.close)(call, candidate_id)
    return see(f"/candidates/{candidate_id}/held", told="reopened" if closed else "closed")


@router.post("/candidates/{candidate_id}/delete")
def delete(page: Cases, candidate_id: str) -> Response:
    """Delete everything, once the box that confirms it is ticked."""
    if not page.form.one("sure"):
        return see(f"/candidates/{candidate_id}/held#delete")
    caseload.delete(page.access, candidate_id)
    return see("/", told="deleted")
