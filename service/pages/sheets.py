"""The sheet for the person: plain words, large type, no score, no notes, nothing that tells what it is for."""

from fastapi import APIRouter, Response

from service.api import suggestions
from service.pages.suggestions import K, cards_of, held
from service.pages.visit import Cases

router = APIRouter(include_in_schema=False)
KEPT = ("shortlist", "maybe")


@router.get("/candidates/{candidate_id}/sheet")
def sheet(visit: Cases, candidate_id: str, all: bool = False) -> Response:
    """What was said yes or maybe to and what is pinned; where that is nothing, or all are asked for, the list."""
    wanted = suggestions.Wanted(k=suggestions.MOST, as_of=visit.today, lang=visit.language)
    answer = suggestions.listed(candidate_id, visit.asking, wanted)
    with visit.asking.reading() as call:
        about = held(call, candidate_id, visit.today)
    kept = {v for v, decision in about.kinds.items() if decision.kind in KEPT} | about.pins.keys()
    chosen = [] if all else [s for s in answer.suggestions if s.vacancy_id in kept]
    shown = answer.model_copy(update={"suggestions": chosen or answer.suggestions[:K]})
    printed = cards_of(visit, shown, about)
    suggestions.log_shown(candidate_id, visit.asking, wanted, shown)
    with visit.asking.writing() as call:
        call.log("paper.made", call.candidate(candidate_id), shown=[card.id for card in printed])
    return visit.page("paper.html", {"row": about.row, "cards": printed, "chosen": bool(chosen)})
