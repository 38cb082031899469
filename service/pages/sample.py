"""The month's sample: some of the ads that were left out, to see whether they should have been shown (R42).

Drawn for some of one's own candidates from those nearest to what was said, since a wrongly left out ad is of use only
there. The draw is by month, candidate and ad, so that it stays the same when the page is loaded again. What was found
stands in the log, and nowhere else.
"""

import datetime
import hashlib
import json
from dataclasses import dataclass
from typing import Literal
from urllib.parse import quote

from fastapi import APIRouter, Response

from matcher.matching import Request
from matcher.schema import Candidate as Record
from service import audit
from service.calls import Call
from service.pages.cards import Card, record
from service.pages.suggestions import LEFT_OUT
from service.pages.today import own_cases
from service.pages.visit import Cases, see
from service.problems import Refused
from service.store import Candidate, Entry

router = APIRouter(include_in_schema=False)
EACH = 2  # ads for each candidate and month
PEOPLE = 10  # candidates a month, of some twenty: what can be looked at in a quarter of an hour
FOUND = ("sample.right", "sample.wrong")


@dataclass(frozen=True)
class Drawn:
    """One ad that was left out, and what was found of it; None where nobody has looked yet."""

    row: Candidate
    card: Card
    found: str | None


def month(today: datetime.date) -> datetime.datetime:
    """When the month began."""
    return datetime.datetime.combine(today.replace(day=1), datetime.time()).astimezone()


@router.get("/sample")
def sample(visit: Cases) -> Response:
    """The month's ads to look at."""
    with visit.asking.reading() as call:
        cases = _some(own_cases(call), visit.today)
        looked = {row.id: _looked(call, row, visit.today) for row, _ in cases}
    matcher = visit.service.keeper.matcher(visit.asking.caller.tenant_id)
    request = Request(LEFT_OUT, visit.today, include_broken=True, language=visit.language, elsewhere=False)
    drawn = []
    for (row, who), listed in zip(cases, matcher.suggest([who for _, who in cases], request), strict=True):
        broken = {s.vacancy_id: s for s in listed.suggestions if s.band == "broken"}
        for vacancy_id in _draw(row.id, visit.today, list(broken), looked[row.id]):
            card = Card(*record(matcher, vacancy_id, {}), visit.language, visit.today, broken[vacancy_id], who)
            drawn.append(Drawn(row, card, looked[row.id].get(vacancy_id)))
    with visit.asking.writing() as call:
        for row in {d.row.id: d.row for d in drawn}.values():
            call.log("left_out.shown", row, sample=[d.card.id for d in drawn if d.row.id == row.id])
    return visit.page("sample.html", {"drawn": drawn})


def _some(cases: list[tuple[Candidate, Record]], today: datetime.date) -> list[tuple[Candidate, Record]]:
    """The month's candidates, up to ``PEOPLE``, in the order in which they came."""
    drawn = {row.id for row, _ in sorted(cases, key=lambda case: _chance(today, case[0].id))[:PEOPLE]}
    return [case for case in cases if case[0].id in drawn]


def _draw(candidate_id: str, today: datetime.date, ids: list[str], looked: dict[str, str]) -> list[str]:
    """What was looked at this month and is still left out, then others by chance, up to ``EACH``."""
    order = sorted(ids, key=lambda v: (v not in looked, _chance(today, candidate_id, v)))
    return order[: max(EACH, sum(v in looked for v in ids))]


def _chance(today: datetime.date, *ids: str) -> bytes:
    return hashlib.sha256(" ".join([f"{today:%Y-%m}", *ids]).encode()).digest()


def _looked(call: Call, row: Candidate, today: datetime.date) -> dict[str, str]:
    """Vacancy id -> what was found of it this month."""
    name = audit.pseudonym_of(call.db, row.id)
    query = call.scope.log().where(Entry.pseudonym == name, Entry.action.in_(FOUND), Entry.at >= month(today))
    return {json.loads(e.details)["vacancy"]: e.action for e in call.db.scalars(query.order_by(Entry.seq))}


@router.post("/sample/{candidate_id}/{found}")
def looked_at(visit: Cases, candidate_id: str, found: Literal["right", "wrong"]) -> Response:
    """Write down that an ad was left out rightly or wrongly. No list changes by it."""
    vacancy_id = visit.form.one("vacancy_id")
    visit.service.keeper.matcher(visit.asking.caller.tenant_id)
    with visit.asking.writing() as call:
        row = call.candidate(candidate_id)
        if vacancy_id not in visit.service.keeper.digests(visit.asking.caller.tenant_id):
            raise Refused("refused.not_found")
        call.log(f"sample.{found}", row, vacancy=vacancy_id)
    return see(f"/sample#{candidate_id}-{quote(vacancy_id, safe='')}")


def counted(call: Call, today: datetime.date) -> dict[str, int]:
    """How many were looked at this month within reach, by what was found."""
    query = call.scope.log().where(Entry.action.in_(FOUND), Entry.at >= month(today)).order_by(Entry.seq)
    last = {(e.pseudonym, json.loads(e.details)["vacancy"]): e.action for e in call.db.scalars(query)}
    return {action: sum(found == action for found in last.values()) for action in FOUND}
