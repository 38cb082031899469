"""Lists: for a candidate in the body, of whom nothing is kept, and for one on the caseload, with what was decided."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query
from fastapi import Body as Sent

from matcher.occupations import PROPOSED, Proposed
from matcher.schema import Candidate
from service.calls import Access, asks
from service.cases import lists
from service.cases.lists import CandidateList, SuggestionList, Wanted, WhatIf
from service.cases.opened import open_case
from service.cases.profile import EXAMPLES as PROFILES
from service.cases.profile import bounded
from service.problems import responses

router = APIRouter(tags=["suggestions"])
EXAMPLES = {name: example | {"value": {"id": "c01", **example["value"]}} for name, example in PROFILES.items()}
AsWanted = Annotated[Wanted, Depends()]
Titles = Annotated[int, Query(ge=1, le=100, description="How many titles")]


@router.post("/v1/suggestions", responses=responses(401, 403, 422, 503))
def suggestions(
    access: Annotated[Access, asks("suggest")],
    candidate: Annotated[Candidate, Sent(openapi_examples=EXAMPLES)],
    wanted: AsWanted,
) -> SuggestionList:
    """Ranked, explained vacancies for the candidate in the body, of whom nothing is stored or logged: only that a list
    was made, by whom and by which model and rules.
    """
    return lists.of_somebody(access, candidate, wanted)


@router.get("/v1/candidates/{candidate_id}/suggestions", responses=responses(401, 403, 404, 422, 503))
def candidate_suggestions(
    candidate_id: str, access: Annotated[Access, asks("cases")], wanted: AsWanted
) -> CandidateList:
    """Ranked, explained vacancies for a candidate on the caseload. What was shown, and in which order, is logged."""
    with access.reading() as call:
        case = open_case(call, candidate_id)
    listed = lists.of_case(access, case, wanted)
    lists.show(access, case, wanted, listed)
    return listed


@router.post("/v1/kinds", responses=responses(401, 403, 422, 503))
def kinds(
    access: Annotated[Access, asks("suggest")],
    candidate: Annotated[Candidate, Sent(openapi_examples=EXAMPLES)],
    n: Titles = PROPOSED,
) -> list[Proposed]:
    """Job titles to ask the person in the body about, of whom nothing is stored: "would try" becomes a goal, "no" goes
    into ``not_work``.
    """
    return lists.kinds(access, bounded(candidate), n)


@router.get("/v1/candidates/{candidate_id}/kinds", responses=responses(401, 403, 404, 422, 503))
def candidate_kinds(
    candidate_id: str, access: Annotated[Access, asks("cases")], n: Titles = PROPOSED
) -> list[Proposed]:
    """Job titles to ask a candidate on the caseload about. Nothing is shown of vacancies."""
    with access.reading() as call:
        case = open_case(call, candidate_id)
    return lists.kinds(access, case.record, n)


@router.get("/v1/candidates/{candidate_id}/whatif", responses=responses(401, 403, 404, 422, 503))
def candidate_what_if(candidate_id: str, access: Annotated[Access, asks("cases")], wanted: AsWanted) -> WhatIf:
    """What each limit costs, and what a little more room would bring."""
    return lists.what_if_of(access, candidate_id, wanted)
