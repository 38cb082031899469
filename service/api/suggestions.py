"""Lists: for a candidate in the body, of whom nothing is kept, and for one on the caseload, with what was decided."""

import datetime
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Body, Depends, Query
from pydantic import BaseModel

from matcher.index import rules_version
from matcher.matching import Matcher, Request, Suggestions
from matcher.phrases import Language
from matcher.schema import Candidate, Suggestion, Vacancy
from matcher.whatif import what_if
from service import decisions, profile
from service.calls import Asking, asks
from service.keeper import as_json, digest
from service.problems import responses

router = APIRouter(tags=["suggestions"])
MOST = 100
TITLES = 10  # vacancies named for each change
EXAMPLES = {name: example | {"value": {"id": "c01", **example["value"]}} for name, example in profile.EXAMPLES.items()}


class SuggestionList(BaseModel):
    """The list of one candidate, the vacancies on it, and how many vacancies were left out and why."""

    suggestions: list[Suggestion]
    vacancies: dict[str, Vacancy]
    eligible: int
    broken: int
    expired: int
    duplicates: int
    left_out: dict[str, int]


class CandidateList(SuggestionList):
    """The list of a candidate on the caseload, and what was decided.

    Rejected vacancies are left out (and counted), pinned ones are named whatever they break. model, rules: by which the
    list was made.
    """

    candidate_version: int
    model: str
    rules: str
    decided: dict[str, decisions.Kind]
    pinned: list[str]
    rejected: int


class Change(BaseModel):
    """One thing that could be otherwise, and how many more vacancies it would bring; the first of them by id."""

    change: str
    more: int
    vacancies: list[str]


class WhatIf(BaseModel):
    """How many vacancies are within the limits now, and what each change would bring. No score."""

    eligible: int
    changes: list[Change]


@dataclass(frozen=True)
class Wanted:
    """How a list is asked for."""

    k: Annotated[int, Query(ge=1, le=MOST, description="How many suggestions")] = 10
    as_of: Annotated[datetime.date | None, Query(description="The day that decides what has expired; today")] = None
    include_broken: Annotated[bool, Query(description="Also those that break a limit, after the others")] = False
    include_expired: Annotated[bool, Query(description="Also those past their deadline")] = False
    lang: Annotated[Language, Query(description="Language of details and questions")] = "da"

    def request(self, more: int = 0) -> Request:
        """The same for the matcher, with so many more."""
        day = self.as_of or datetime.date.today()
        return Request(self.k + more, day, self.include_broken, self.include_expired, self.lang, elsewhere=False)


AsWanted = Annotated[Wanted, Depends()]


@router.post("/v1/suggestions", responses=responses(401, 403, 422, 503))
def suggestions(
    asking: Annotated[Asking, asks("suggest")],
    candidate: Annotated[Candidate, Body(openapi_examples=EXAMPLES)],
    wanted: AsWanted,
) -> SuggestionList:
    """Ranked, explained vacancies for the candidate in the body, of whom nothing is stored or logged: only that a list
    was made, by whom and by which model and rules.
    """
    matcher = asking.service.keeper.matcher(asking.caller.tenant_id)
    (found,) = matcher.suggest([profile.bounded(candidate)], wanted.request())
    with asking.writing() as call:
        call.log("suggestions.made", model=matcher.index.fingerprint, rules=rules_version())
    return SuggestionList(**_list(matcher, found, found.suggestions))


@router.get("/v1/candidates/{candidate_id}/suggestions", responses=responses(401, 403, 404, 422, 503))
def candidate_suggestions(
    candidate_id: str, asking: Annotated[Asking, asks("cases")], wanted: AsWanted
) -> CandidateList:
    """The same for a candidate on the caseload. What was shown, and in which order, is logged."""
    answer = listed(candidate_id, asking, wanted)
    log_shown(candidate_id, asking, wanted, answer)
    return answer


def listed(candidate_id: str, asking: Asking, wanted: Wanted) -> CandidateList:
    """The list, before any of it is shown."""
    with asking.reading() as call:
        row = call.candidate(candidate_id)
        record, standing = decisions.record_of(call.db, row), decisions.standing(call.db, row)
    matcher = asking.service.keeper.matcher(asking.caller.tenant_id)
    rejected = len(standing.rejected)
    (found,) = matcher.suggest([record], wanted.request(more=rejected))
    return CandidateList(
        **_list(matcher, found, standing.without_rejected(found.suggestions, wanted.k)),
        candidate_version=row.version, model=matcher.index.fingerprint, rules=rules_version(),
        decided=standing.kinds, pinned=sorted(standing.pinned), rejected=rejected,
    )  # fmt: skip


def log_shown(candidate_id: str, asking: Asking, wanted: Wanted, answer: CandidateList) -> None:
    """Log what of the list is shown."""
    order = [[s.vacancy_id, digest(as_json(answer.vacancies[s.vacancy_id]))] for s in answer.suggestions]
    with asking.writing() as call:
        call.log("suggestions.shown", call.candidate(candidate_id), **_versions(answer), shown=order,
                 as_of=wanted.request().as_of.isoformat())  # fmt: skip


def _versions(answer: CandidateList) -> dict[str, Any]:
    return {"list_of_version": answer.candidate_version, "model": answer.model, "rules": answer.rules}


@router.get("/v1/candidates/{candidate_id}/whatif", responses=responses(401, 403, 404, 422, 503))
def candidate_what_if(candidate_id: str, asking: Annotated[Asking, asks("cases")], wanted: AsWanted) -> WhatIf:
    """What each limit costs, and what a little more room would bring."""
    with asking.writing() as call:
        row = call.candidate(candidate_id)
        record = decisions.record_of(call.db, row)
        call.log("limits.shown", row)
    index = asking.service.keeper.matcher(asking.caller.tenant_id).index
    eligible, changes = what_if(record, index, wanted.request())
    shown = [Change(change=c.words, more=len(c.vacancies), vacancies=list(c.vacancies[:TITLES])) for c in changes]
    return WhatIf(eligible=eligible, changes=shown)


def _list(matcher: Matcher, found: Suggestions, kept: list[Suggestion]) -> dict[str, Any]:
    return {
        "suggestions": kept, "vacancies": {s.vacancy_id: matcher.record(s.vacancy_id)[0] for s in kept},
        "eligible": found.eligible, "broken": found.broken, "expired": found.expired, "duplicates": found.duplicates,
        "left_out": found.left_out,
    }  # fmt: skip
