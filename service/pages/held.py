"""What is held about one candidate: the log, everything to be given out, handing over, closing and deleting."""

from typing import Annotated

from fastapi import APIRouter, Response

from matcher.phrases import PHRASES, say
from service.api import candidates, log
from service.pages.visit import Cases, Visit, see, visits
from service.scope import MAY

router = APIRouter(include_in_schema=False)
MOST = 200  # entries on the page; all of them are in what is handed over


@router.get("/candidates/{candidate_id}/held")
def held(visit: Cases, candidate_id: str) -> Response:
    """Who did what about the candidate, and the ways to hand over, close and delete."""
    with visit.asking.writing() as call:
        row = call.candidate(candidate_id)
        found = log.candidate_log(candidate_id, call, cursor=None, limit=MOST)
        names = {f"user:{user.id}": user.name for user in call.db.scalars(call.scope.colleagues())}
        others = []
        if call.caller.role in MAY["assign"] and not row.closed:
            others = sorted(
                (user.name, user.id) for user in call.db.scalars(call.scope.team()) if user.id != row.owner_id
            )

    def action(name: str) -> str:
        return say(f"action.{name}", visit.language) if f"action.{name}" in PHRASES else name

    entries = [(e, action(e.action), names.get(e.actor)) for e in found.entries]
    return visit.page("held.html", {"row": row, "entries": entries, "more": found.next is not None, "others": others})


@router.post("/candidates/{candidate_id}/owner")
def hand_over(visit: Annotated[Visit, visits("assign")], candidate_id: str) -> Response:
    """Hand the candidate over to the one of the team who was chosen."""
    with visit.asking.writing() as call:
        candidates.hand_over(candidate_id, candidates.Owner(user_id=visit.form.one("user_id")), call)
    return see(f"/candidates/{candidate_id}/held")


@router.get("/candidates/{candidate_id}/everything.html")
def as_page(visit: Cases, candidate_id: str) -> Response:
    """Everything that is held, as a page to read."""
    with visit.asking.writing() as call:
        return candidates.give_out(candidate_id, call, format="html")


@router.get("/candidates/{candidate_id}/everything.json")
def as_data(visit: Cases, candidate_id: str) -> Response:
    """Everything that is held, as data."""
    with visit.asking.writing() as call:
        return candidates.give_out(candidate_id, call, format="json")


@router.post("/candidates/{candidate_id}/close")
def close(visit: Cases, candidate_id: str) -> Response:
    """Close, or open again what was closed."""
    with visit.asking.writing() as call:
        closed = call.candidate(candidate_id).closed
        (candidates.reopen if closed else candidates.close)(candidate_id, call)
    return see(f"/candidates/{candidate_id}/held")


@router.post("/candidates/{candidate_id}/delete")
def delete(visit: Cases, candidate_id: str) -> Response:
    """Delete everything, once the box is ticked that says so."""
    if not visit.form.one("sure"):
        return see(f"/candidates/{candidate_id}/held#delete")
    candidates.delete(candidate_id, visit.asking)
    return see("/")
