"""The page of leads for a candidate: the documents behind them, reasons, and questions to ask."""

from typing import Literal

from fastapi import APIRouter, Response

from matcher import work
from matcher.leads import by_kind
from matcher.reasons import reasons_for
from service.cases import leads
from service.cases.leads import LeadShown, WantedLeads
from service.pages.page_request import Cases, PageRequest
from service.phrases import Language

router = APIRouter(include_in_schema=False)
K = 20  # employers on the page
REASONS = QUESTIONS = 3


@router.get("/candidates/{candidate_id}/leads")
def show(page: Cases, candidate_id: str, by: Literal["all", "kind"] = "all") -> Response:
    """The best leads, together or by kind of work. Leads that no statement points to come after the others."""
    row, answer = leads.opened(page.access, candidate_id, WantedLeads(k=K, as_of=page.today, lang=page.language))
    pointing = [lead for lead in answer.leads if lead.suggestion.points != "not"]
    groups = [("", pointing)]
    if by == "kind":
        groups = [(_kind(code, page.language), kind_leads) for code, kind_leads in by_kind(pointing).items()]
    in_words = [(name, [(lead, *_words(lead, page)) for lead in group]) for name, group in groups]
    rest = [lead for lead in answer.leads if lead.suggestion.points == "not"]
    return page.page(
        "leads.html", {"row": row, "answer": answer, "pointing": pointing, "groups": in_words, "rest": rest, "by": by}
    )


def _kind(code: str | None, language: Language) -> str:
    kind = work.kinds()[work.number(code)] if code else None
    return (kind.danish if language == "da" else kind.english) if kind else ""


def _words(lead: LeadShown, page: PageRequest) -> tuple[list[object], tuple[str, ...]]:
    """The first reasons, and the first questions."""
    reasons = [r for r in reasons_for(lead.suggestion, page.language) if r.term is None or r.quote]
    return list(reasons[:REASONS]), lead.suggestion.questions[:QUESTIONS]
