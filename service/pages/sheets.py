"""The sheet for the person: plain words, large type, no score, no notes, nothing that tells what it is for."""

from fastapi import APIRouter, Response

from service.api import suggestions
from service.pages.cards import Card
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
    found = cards_of(visit, answer, about)
    chosen = [] if all else [card for card in found if _chosen(card)]
    printed = chosen or found[:K]
    shown = answer.model_copy(update={"suggestions": [card.suggestion for card in printed]})
    suggestions.log_shown(candidate_id, visit.asking, wanted, shown)
    with visit.asking.writing() as call:
        call.log("paper.made", call.candidate(candidate_id), shown=[card.id for card in printed])
    return visit.page("paper.html", {"row": about.row, "cards": printed, "chosen": bool(chosen)})


def _chosen(card: Card) -> bool:
    return card.pin is not None or (card.decision is not None and card.decision.kind in KEPT)
