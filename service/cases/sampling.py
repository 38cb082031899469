"""The month's sample: some ads that were left out, to check whether they should have been shown (R42).

Drawn for some of the candidates within reach (a consultant's own, a supervisor's team's), among the left-out ads
nearest to their statements: only there can an ad have been left out wrongly. The draw depends on month, candidate
and ad, so that it stays the same when the page is loaded again.
"""

import datetime
import hashlib
from typing import Literal

from matcher.schema import Candidate as Record
from service.calls import Call
from service.cases import timeline
from service.problems import Refused
from service.store import Candidate

EACH = 2  # ads for each candidate and month
PEOPLE = 10  # candidates a month, out of about twenty: a quarter of an hour's checking
Answers = dict[str, timeline.Kind]  # vacancy id -> the answer


def month(today: datetime.date) -> datetime.datetime:
    """The moment the month began."""
    return datetime.datetime.combine(today.replace(day=1), datetime.time()).astimezone()


def drawn_cases(cases: list[tuple[Candidate, Record]], today: datetime.date) -> list[tuple[Candidate, Record]]:
    """The month's candidates, up to ``PEOPLE``, in the given order."""
    drawn = {row.id for row, _ in sorted(cases, key=lambda case: _chance(today, case[0].id))[:PEOPLE]}
    return [case for case in cases if case[0].id in drawn]


def draw(candidate_id: str, today: datetime.date, ids: list[str], answers: Answers) -> list[str]:
    """Ads answered this month that are still left out, then a random choice of others, up to ``EACH``."""
    order = sorted(ids, key=lambda v: (v not in answers, _chance(today, candidate_id, v)))
    return order[: max(EACH, sum(v in answers for v in ids))]


def _chance(today: datetime.date, *ids: str) -> bytes:
    return hashlib.sha256(" ".join([f"{today:%Y-%m}", *ids]).encode()).digest()


def answers_of_month(call: Call, today: datetime.date) -> dict[str, Answers]:
    """Candidate id -> this month's answers."""
    answers: dict[str, Answers] = {}
    for (candidate_id, vacancy_id), kind in timeline.sampled(call, month(today)).items():
        answers.setdefault(candidate_id, {})[vacancy_id] = kind
    return answers


def judge(call: Call, candidate_id: str, vacancy_id: str, right: Literal["right", "wrong"]) -> None:
    """Write down whether an ad was left out rightly. No list changes."""
    row = call.candidate(candidate_id)
    if vacancy_id not in call.service.keeper.digests(call.caller.tenant_id):
        raise Refused("refused.not_found")
    timeline.note(call, row, "sample_right" if right == "right" else "sample_wrong", vacancy_id)
    call.log(f"sample.{right}", row, vacancy=vacancy_id)
