"""What is held about one candidate: the log, everything to be given out, handing over, closing and deleting."""

from itertools import groupby
from typing import Annotated, Any

from fastapi import APIRouter, Response
from fastapi.responses import JSONResponse

from service import audit
from service.cases import caseload, export, handing
from service.pages.candidate import with_changes
from service.pages.page_request import Cases, PageRequest, requests, see
from service.pages.profile_form import values_of
from service.pages.words import COPENHAGEN
from service.phrases import TABLE, say
from service.scope import MAY
from service.store import CandidateVersion, Entry

router = APIRouter(include_in_schema=False)
MOST = 200  # entries on the page; all of them are in what is handed over


@router.get("/candidates/{candidate_id}/held")
def case_file(page: Cases, candidate_id: str) -> Response:
    """Who did what about the candidate, and the ways to hand over, close and delete."""
    with page.access.writing() as call:
        row = call.candidate(candidate_id)
        query = call.scope.log().where(Entry.pseudonym == row.pseudonym).order_by(Entry.seq.desc()).limit(MOST + 1)
        entries = [audit.shown(entry) for entry in call.db.scalars(query)]
        names = {f"user:{user.id}": user.name for user in call.db.scalars(call.scope.colleagues())}
        others = []
        if call.caller.role in MAY["assign"] and not row.closed:
            others = sorted(
                (user.name, user.id) for user in call.db.scalars(call.scope.team()) if user.id != row.owner_id
            )
        call.log("candidate.log_shown", row)
    told = [(entry, _action(page, entry.action), names.get(entry.actor)) for entry in entries[:MOST]]
    return page.page("held.html", {"row": row, "entries": told, "more": len(entries) > MOST, "others": others})


def _action(page: PageRequest, name: str) -> str:
    return say(f"action.{name}", page.language) if f"action.{name}" in TABLE else name


@router.post("/candidates/{candidate_id}/owner")
def hand_over(page: Annotated[PageRequest, requests("assign")], candidate_id: str) -> Response:
    """Hand the candidate over to the one of the team who was chosen."""
    with page.access.writing() as call:
        handing.hand_over(call, candidate_id, page.form.one("user_id"))
    return see(f"/candidates/{candidate_id}/held", told="handed_over")


@router.get("/candidates/{candidate_id}/everything.html")
def copy(page: Cases, candidate_id: str) -> Response:
    """Everything that is held, as a page that the person can read."""
    with page.access.writing() as call:
        everything = export.give_out(call, candidate_id, "html")
        row, record = caseload.with_record(call, candidate_id)
        query = export.versions(row).order_by(CandidateVersion.version.desc())
        versions = with_changes(list(call.db.scalars(query)), page)
        names = {user.id: user.name for user in call.db.scalars(call.scope.colleagues())}
    values = {
        "all": everything, "versions": versions, "values": values_of(record, None, page.language), "names": names,
        "log": _by_day(page, everything.log, names),
        "changes": [(p, export.change_of(p)) for p in everything.proposals],
    }  # fmt: skip
    answer = page.page("copy.html", values)
    answer.headers["Content-Disposition"] = "attachment; filename=export.html"
    return answer


def _by_day(page: PageRequest, log: list[audit.Shown], names: dict[str, str]) -> list[tuple[Any, list[Any]]]:
    """The log by day, the same act of the same person on a day as one line with how often: (day, [(act, who, n)])."""
    days = []
    for day, entries in groupby(log, lambda entry: entry.at.astimezone(COPENHAGEN).date()):
        counts: dict[tuple[str, str | None], int] = {}
        for entry in entries:
            act = (_action(page, entry.action), names.get(entry.actor.removeprefix("user:")))
            counts[act] = counts.get(act, 0) + 1
        days.append((day, [(*act, n) for act, n in counts.items()]))
    return days


@router.get("/candidates/{candidate_id}/everything.json")
def as_data(page: Cases, candidate_id: str) -> Response:
    """Everything that is held, as data."""
    with page.access.writing() as call:
        everything = export.give_out(call, candidate_id, "json")
    headers = {"Content-Disposition": "attachment; filename=export.json"}
    return JSONResponse(everything.model_dump(mode="json"), headers=headers)


@router.post("/candidates/{candidate_id}/close")
def close(page: Cases, candidate_id: str) -> Response:
    """Close, or open again what was closed."""
    with page.access.writing() as call:
        closed = call.candidate(candidate_id).closed
        (caseload.reopen if closed else caseload.close)(call, candidate_id)
    return see(f"/candidates/{candidate_id}/held", told="reopened" if closed else "closed")


@router.post("/candidates/{candidate_id}/delete")
def delete(page: Cases, candidate_id: str) -> Response:
    """Delete everything, once the box is ticked that says so."""
    if not page.form.one("sure"):
        return see(f"/candidates/{candidate_id}/held#delete")
    caseload.delete(page.access, candidate_id)
    return see("/", told="deleted")
