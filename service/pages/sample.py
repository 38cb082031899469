"""The month's sample: some ads that were left out, to check whether they should have been shown (R42)."""

from dataclasses import dataclass
from typing import Literal
from urllib.parse import quote

from fastapi import APIRouter, Response

from matcher.matching import Request
from service.cases import caseload, sampling
from service.pages.cards import Card, record
from service.pages.page_request import Cases, see
from service.pages.suggestions import LEFT_OUT
from service.store import Candidate

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True)
class Drawn:
    """An ad that was left out, and the answer; None if nobody has answered yet."""

    row: Candidate
    card: Card
    answer: str | None


@router.get("/sample")
def sample(page: Cases) -> Response:
    """The month's ads to check."""
    with page.access.reading() as call:
        own = [(row, person) for row, person in caseload.within_reach(call) if person]
        cases = sampling.drawn_cases(own, page.today)
        month_answers = sampling.answers_of_month(call, page.today)
    matcher = page.service.keeper.matcher(page.tenant_id)
    request = Request(LEFT_OUT, page.today, include_broken=True, language=page.language, elsewhere=False)
    drawn = []
    for (row, person), listed in zip(cases, matcher.suggest([person for _, person in cases], request), strict=True):
        broken = {s.vacancy_id: s for s in listed.suggestions if s.band == "broken"}
        answers = month_answers.get(row.id, {})
        for vacancy_id in sampling.draw(row.id, page.today, list(broken), answers):
            card = Card(*record(matcher, vacancy_id, {}), page.language, page.today, broken[vacancy_id], person)
            drawn.append(Drawn(row, card, answers.get(vacancy_id)))
    with page.access.writing() as call:
        rows = {d.row.id: d.row for d in drawn}
        ads = {id_: [d.card.id for d in drawn if d.row.id == id_] for id_ in rows}
        call.log_all([("left_out.shown", row, {"sample": ads[id_]}) for id_, row in rows.items()])
    return page.page("sample.html", {"drawn": drawn})


@router.post("/sample/{candidate_id}/{judged}")
def judge(page: Cases, candidate_id: str, judged: Literal["right", "wrong"]) -> Response:
    """Write down whether an ad was left out rightly. No list changes."""
    vacancy_id = page.form.one("vacancy_id")
    page.service.keeper.matcher(page.tenant_id)
    with page.access.writing() as call:
        sampling.judge(call, candidate_id, vacancy_id, judged)
    return see(f"/sample#{candidate_id}-{quote(vacancy_id, safe='')}")
