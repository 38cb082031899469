"""The sheet for the person: plain words, large type, no score, no notes, nothing that reveals the programme."""

from fastapi import APIRouter, Response

from service.cases import lists
from service.cases.opened import open_case
from service.pages.page_request import Cases
from service.pages.suggestions import K, cards_of

router = APIRouter(include_in_schema=False)
KEPT = ("shortlist", "maybe")


@router.get("/candidates/{candidate_id}/sheet")
def sheet(page: Cases, candidate_id: str, all: bool = False) -> Response:
    """The vacancies answered yes or maybe and the pinned ones; if there are none, or ``all`` is set, the list."""
    wanted = lists.Wanted(k=lists.MOST, as_of=page.today, lang=page.language)
    with page.access.reading() as call:
        case = open_case(call, candidate_id)
    answer = lists.of_case(page.access, case, wanted)
    kept = {v for v, decision in case.kinds.items() if decision.kind in KEPT} | case.pins.keys()
    chosen = [] if all else [s for s in answer.suggestions if s.vacancy_id in kept]
    printed_list = answer.model_copy(update={"suggestions": chosen or answer.suggestions[:K]})
    printed = cards_of(page, printed_list, case)
    lists.show(page.access, case, wanted, printed_list, "paper.made")
    return page.page("paper.html", {"row": case.row, "cards": printed, "chosen": bool(chosen)})
