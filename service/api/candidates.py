"""Candidates on the caseload: taken up, read, replaced, followed back, closed, handed over, given out and deleted."""

import datetime
from typing import Annotated, Literal

from fastapi import APIRouter, Body, Header, Query, Response
from fastapi.responses import HTMLResponse, JSONResponse
from pydantic import BaseModel
from sqlalchemy.orm import Session

from matcher.schema import Candidate as Record
from service import audit, caseload, decisions, export
from service.api.session import Body as Sent
from service.calls import PAGE, Asking, Call, Cursor, Limit, asks, by, page
from service.problems import Refused, responses
from service.profile import EXAMPLES, Profile
from service.store import Candidate, CandidateVersion, User, now

router = APIRouter(tags=["candidates"])
ByConsultant = Annotated[Call, by("cases")]
AsProfile = Annotated[Profile, Body(openapi_examples=EXAMPLES)]
IfMatch = Annotated[str | None, Header(alias="If-Match", max_length=40, description="The ETag that was read")]


class Written(BaseModel):
    """Which candidate was written, and the version it has now."""

    candidate_id: str
    version: int


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
    """A page of a caseload, in no order that says anything about anybody."""

    candidates: list[CaseShown]
    next: str | None


class Version(BaseModel):
    """What was held from a moment on, and who wrote it."""

    version: int
    at: datetime.datetime
    by: str
    record: Record


class History(BaseModel):
    """A page of versions, the latest first."""

    versions: list[Version]
    next: str | None


class Owner(Sent):
    """Who has the candidate from now on: a user of the team."""

    user_id: str


@router.get("/v1/candidates", responses=responses(401, 403, 422))
def candidates(
    call: ByConsultant, cursor: Cursor = None, limit: Limit = PAGE,
    closed: Annotated[bool, Query(description="Also closed ones")] = False,
) -> Caseload:  # fmt: skip
    """The caseload; a supervisor's is the team's."""
    query = call.scope.candidates()
    rows, following = page(
        call, query if closed else query.where(Candidate.closed.is_(None)), Candidate.id, cursor, limit
    )
    call.log("caseload.shown", shown=len(rows))
    return Caseload(candidates=[CaseShown.model_validate(r, from_attributes=True) for r in rows], next=following)


@router.post("/v1/candidates", status_code=201, responses=responses(401, 403, 409, 422))
def create(sent: AsProfile, response: Response, call: ByConsultant) -> Written:
    """Take up a candidate on one's own caseload."""

    def work() -> Written:
        row = caseload.take_up(call, sent)
        return Written(candidate_id=row.id, version=row.version)

    written = call.once(f"candidate {sent.model_dump_json()}", work, Written)
    response.headers["Location"] = f"/v1/candidates/{written.candidate_id}"
    response.headers["ETag"] = etag(written.version)
    return written


@router.get("/v1/candidates/{candidate_id}", responses=responses(401, 403, 404))
def candidate(candidate_id: str, response: Response, call: ByConsultant) -> CandidateShown:
    """A candidate as it is now. The ETag is what a change must name."""
    row = call.candidate(candidate_id)
    call.log("candidate.shown", row)
    response.headers["ETag"] = etag(row.version)
    return _shown(call.db, row)


@router.put("/v1/candidates/{candidate_id}", responses=responses(401, 403, 404, 409, 412, 422, 428))
def replace(
    candidate_id: str, sent: AsProfile, response: Response, call: ByConsultant, if_match: IfMatch = None
) -> Written:
    """A new version in place of the one that was read; it stays in the history."""
    row = call.candidate(candidate_id, to_change=True)
    if if_match is None:
        raise Refused("refused.version")
    if if_match != etag(row.version):
        raise Refused("refused.changed")
    row.label = sent.label
    caseload.write(call, row, sent.candidate(row.id))
    call.log("candidate.replaced", row)
    response.headers["ETag"] = etag(row.version)
    return Written(candidate_id=row.id, version=row.version)


@router.get("/v1/candidates/{candidate_id}/versions", responses=responses(401, 403, 404, 422))
def versions(
    candidate_id: str, call: ByConsultant, limit: Limit = PAGE,
    cursor: Annotated[int | None, Query(ge=1, le=2**31 - 1, description="`next` of the page before")] = None,
) -> History:  # fmt: skip
    """What was held, version by version."""
    row = call.candidate(candidate_id)
    query = export.versions(row)
    rows, following = page(call, query, CandidateVersion.version, cursor, limit, falling=True)
    call.log("history.shown", row)
    shown = [Version(version=v.version, at=v.at, by=v.by, record=Record.held(v.record)) for v in rows]
    return History(versions=shown, next=following)


@router.post("/v1/candidates/{candidate_id}/close", responses=responses(401, 403, 404, 409))
def close(candidate_id: str, call: ByConsultant) -> CaseShown:
    """Close: nothing is changed any more, and retention begins."""
    row = call.candidate(candidate_id, to_change=True)
    row.closed = now()
    call.log("candidate.closed", row)
    return CaseShown.model_validate(row, from_attributes=True)


@router.post("/v1/candidates/{candidate_id}/reopen", responses=responses(401, 403, 404, 409))
def reopen(candidate_id: str, call: ByConsultant) -> CaseShown:
    """Open again what was closed."""
    row = call.candidate(candidate_id)
    if row.closed is None:
        raise Refused("refused.conflict")
    row.closed = None
    call.log("candidate.reopened", row)
    return CaseShown.model_validate(row, from_attributes=True)


@router.put("/v1/candidates/{candidate_id}/owner", responses=responses(401, 403, 404, 409, 422))
def hand_over(candidate_id: str, sent: Owner, call: Annotated[Call, by("assign")]) -> CaseShown:
    """Hand a candidate over to somebody else of the team."""
    row = call.candidate(candidate_id, to_change=True)
    if call.db.scalars(call.scope.team().where(User.id == sent.user_id)).first() is None:
        raise Refused("refused.request", [("user_id", "not_of_the_team", {})])
    row.owner_id = sent.user_id
    call.log("candidate.handed_over", row, user=sent.user_id)
    return CaseShown.model_validate(row, from_attributes=True)


@router.get(
    "/v1/candidates/{candidate_id}/export", response_model=export.Everything, responses=responses(401, 403, 404)
)
def give_out(candidate_id: str, call: ByConsultant, format: Literal["json", "html"] = "json") -> Response:
    """Everything that is held about a candidate, the log included, to be handed over."""
    row = call.candidate(candidate_id)
    call.log("candidate.exported", row, format=format)
    everything = export.everything(call.db, call.scope, row)
    name = f"attachment; filename=export.{format}"
    if format == "html":
        return HTMLResponse(export.page(everything, call.language), headers={"Content-Disposition": name})
    return JSONResponse(everything.model_dump(mode="json"), headers={"Content-Disposition": name})


@router.delete("/v1/candidates/{candidate_id}", status_code=204, responses=responses(401, 403, 404))
def delete(candidate_id: str, asking: Annotated[Asking, asks("cases")]) -> None:
    """Delete everything about a candidate. That it was done stays in the log, under a name that leads to nobody."""
    with asking.writing() as call:
        row = call.candidate(candidate_id)
        name, version = audit.pseudonym_of(call.db, row.id), row.version
        caseload.erase(call.db, row.id)
        actor = audit.of_caller(call.caller)
        audit.append(call.db, call.caller.tenant_id, actor, "candidate.deleted", name, candidate_version=version)
    asking.service.store.overwrite_deleted()


def _shown(db: Session, row: Candidate) -> CandidateShown:
    line = CaseShown.model_validate(row, from_attributes=True)
    return CandidateShown(**line.model_dump(), record=decisions.record_of(db, row))


def etag(version: int) -> str:
    """What names a version in the headers of a call.

    >>> etag(2)
    '"2"'
    """
    return f'"{version}"'
