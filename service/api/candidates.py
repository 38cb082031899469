"""Candidates on the caseload: take up, read, replace, history, close, reopen, hand over, export and delete."""

import datetime
from typing import Annotated

from fastapi import APIRouter, Query, Response
from fastapi import Body as Sent
from fastapi.responses import JSONResponse
from pydantic import BaseModel

from matcher.schema import Candidate as Record
from service.calls import PAGE, Access, Body, Call, Cursor, IfMatch, Limit, asks, by, etag, page
from service.cases import caseload, export
from service.cases.caseload import Written
from service.cases.profile import EXAMPLES, Profile, check_limits
from service.problems import responses
from service.store import Candidate, CandidateVersion

router = APIRouter(tags=["candidates"])
ByConsultant = Annotated[Call, by("cases")]
AsProfile = Annotated[Profile, Sent(openapi_examples=EXAMPLES)]


class CaseShown(BaseModel):
    """A line of the caseload."""

    id: str
    label: str | None
    owner_id: str
    version: int
    created: datetime.datetime
    closed: datetime.datetime | None


class CandidateShown(CaseShown):
    """A candidate with the record that is matched."""

    record: Record


class Caseload(BaseModel):
    """A page of a caseload, in the order of random ids."""

    candidates: list[CaseShown]
    next: str | None


class Version(BaseModel):
    """A version of a candidate's record: since when, and who wrote it."""

    version: int
    at: datetime.datetime
    by: str
    record: Record


class History(BaseModel):
    """A page of versions, the latest first."""

    versions: list[Version]
    next: str | None


class Owner(Body):
    """The candidate's new owner, a user of the team."""

    user_id: str


@router.get("/v1/candidates", responses=responses(401, 403, 422))
def candidates(
    call: ByConsultant,
    cursor: Cursor = None,
    limit: Limit = PAGE,
    closed: Annotated[bool, Query(description="Also closed ones")] = False,
) -> Caseload:
    """The caseload; for a supervisor that of the team."""
    query = call.scope.candidates()
    rows, following = page(
        call, query if closed else query.where(Candidate.closed.is_(None)), Candidate.id, cursor, limit
    )
    call.log("caseload.shown", shown=len(rows))
    return Caseload(candidates=[CaseShown.model_validate(r, from_attributes=True) for r in rows], next=following)


@router.post("/v1/candidates", status_code=201, responses=responses(401, 403, 409, 422))
def create(sent: AsProfile, response: Response, call: ByConsultant) -> Written:
    """Take up a candidate on the caller's own caseload."""
    check_limits(sent.constraints)
    written = caseload.take_up(call, sent)
    response.headers["Location"] = f"/v1/candidates/{written.candidate_id}"
    response.headers["ETag"] = etag(written.version)
    return written


@router.get("/v1/candidates/{candidate_id}", responses=responses(401, 403, 404))
def candidate(candidate_id: str, response: Response, call: ByConsultant) -> CandidateShown:
    """The latest version of a candidate. A change must name its ETag."""
    row, record = caseload.with_record(call, candidate_id)
    call.log("candidate.shown", row)
    response.headers["ETag"] = etag(row.version)
    line = CaseShown.model_validate(row, from_attributes=True)
    return CandidateShown(**line.model_dump(), record=record)


@router.put("/v1/candidates/{candidate_id}", responses=responses(401, 403, 404, 409, 412, 422, 428))
def replace(
    candidate_id: str, sent: AsProfile, response: Response, call: ByConsultant, if_match: IfMatch = None
) -> Written:
    """Write a new version of a candidate; the old ones stay in the history."""
    check_limits(sent.constraints)
    written = caseload.replace(call, candidate_id, sent, if_match)
    response.headers["ETag"] = etag(written.version)
    return written


@router.get("/v1/candidates/{candidate_id}/versions", responses=responses(401, 403, 404, 422))
def versions(
    candidate_id: str,
    call: ByConsultant,
    limit: Limit = PAGE,
    cursor: Annotated[int | None, Query(ge=1, le=2**31 - 1, description="`next` of the previous page")] = None,
) -> History:
    """The versions of a candidate, the latest first."""
    row = call.candidate(candidate_id)
    query = export.versions(row)
    rows, following = page(call, query, CandidateVersion.version, cursor, limit, falling=True)
    call.log("history.shown", row)
    record_versions = [Version(version=v.version, at=v.at, by=v.by, record=Record.held(v.record)) for v in rows]
    return History(versions=record_versions, next=following)


@router.post("/v1/candidates/{candidate_id}/close", responses=responses(401, 403, 404, 409))
def close(candidate_id: str, call: ByConsultant) -> CaseShown:
    """Close a candidate: no more changes are possible, and retention begins."""
    return CaseShown.model_validate(caseload.close(call, candidate_id), from_attributes=True)


@router.post("/v1/candidates/{candidate_id}/reopen", responses=responses(401, 403, 404, 409))
def reopen(candidate_id: str, call: ByConsultant) -> CaseShown:
    """Open a closed candidate again."""
    return CaseShown.model_validate(caseload.reopen(call, candidate_id), from_attributes=True)


@router.put("/v1/candidates/{candidate_id}/owner", responses=responses(401, 403, 404, 409, 422))
def hand_over(candidate_id: str, sent: Owner, call: Annotated[Call, by("assign")]) -> CaseShown:
    """Hand a candidate over to another user of the team."""
    return CaseShown.model_validate(caseload.hand_over(call, candidate_id, sent.user_id), from_attributes=True)


@router.get(
    "/v1/candidates/{candidate_id}/export", response_model=export.Everything, responses=responses(401, 403, 404)
)
def give_out(candidate_id: str, call: ByConsultant) -> Response:
    """Everything kept about a candidate, the log included, as JSON. The pages have a version to read."""
    everything = export.give_out(call, candidate_id, "json")
    headers = {"Content-Disposition": "attachment; filename=export.json"}
    return JSONResponse(everything.model_dump(mode="json"), headers=headers)


@router.delete("/v1/candidates/{candidate_id}", status_code=204, responses=responses(401, 403, 404))
def delete(candidate_id: str, access: Annotated[Access, asks("cases")]) -> None:
    """Delete everything about a candidate. The log keeps the deletion, under a pseudonym that leads to nobody."""
    caseload.delete(access, candidate_id)
