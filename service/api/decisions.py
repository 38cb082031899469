"""What was decided about a suggestion, whose word it was, and the changes that a reason suggests."""

import datetime
import json
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from matcher.schema import StatementText
from matcher.schema import Vacancy as VacancyRecord
from service import caseload, decisions
from service.api.candidates import Written
from service.api.session import Body
from service.calls import PAGE, Call, Cursor, Limit, by, page
from service.problems import Refused, responses
from service.store import Candidate, Decision, Proposal, Vacancy, now

router = APIRouter(tags=["decisions"])
ByConsultant = Annotated[Call, by("cases")]
Note = Annotated[StatementText, StringConstraints(max_length=500)]


class NewDecision(Body):
    """What is decided about a vacancy. A rejection has a reason and says whose word it is ("ad": the ad is wrong)."""

    model_config = ConfigDict(json_schema_extra={
        "examples": [{"vacancy_id": "v001", "kind": "reject", "reason": "too_far", "whose": "person"}]})  # fmt: skip

    vacancy_id: str = Field(min_length=1, max_length=200)
    kind: decisions.Kind
    reason: decisions.Reason | None = None
    whose: decisions.Whose | None = None
    note: Note | None = None


class Decided(BaseModel):
    """The decision, and the change of the limits that it suggests, where it does."""

    candidate_id: str
    decision_id: str
    proposal_id: str | None


class DecisionShown(BaseModel):
    """A decision; undone: when it was taken back."""

    id: str
    vacancy_id: str
    vacancy_version: int
    candidate_version: int
    kind: decisions.Kind
    reason: str | None
    whose: str | None
    note: str | None
    by: str
    at: datetime.datetime
    undone: datetime.datetime | None


class Decisions(BaseModel):
    """A page of decisions."""

    decisions: list[DecisionShown]
    next: str | None


class ProposalShown(BaseModel):
    """A suggested change of the limits: what would be added or set. answer: confirmed or declined, by a human."""

    id: str
    decision_id: str
    change: dict[str, object]
    answer: str | None
    at: datetime.datetime


class Proposals(BaseModel):
    """A page of suggested changes."""

    proposals: list[ProposalShown]
    next: str | None


@router.post("/v1/candidates/{candidate_id}/decisions", status_code=201, responses=responses(401, 403, 404, 409, 422))
def decide(candidate_id: str, sent: NewDecision, call: ByConsultant) -> Decided:
    """Record a decision. The limits stay as they are: a change that follows from it waits for a human."""
    row = call.candidate(candidate_id, to_change=True)
    if sent.kind == "reject" and None in (sent.reason, sent.whose):
        missing = "reason" if sent.reason is None else "whose"
        raise Refused("refused.request", [(missing, "missing", {})])
    vacancy: Vacancy = call.found(call.scope.vacancies().where(Vacancy.id == sent.vacancy_id))
    return call.once(
        f"decision {candidate_id} {sent.model_dump_json()}", lambda: _decide(call, row, vacancy, sent), Decided
    )


def _decide(call: Call, row: Candidate, vacancy: Vacancy, sent: NewDecision) -> Decided:
    decision = Decision(
        candidate_id=row.id, candidate_version=row.version, vacancy_version=vacancy.version, by=call.caller.id,
        **sent.model_dump(),
    )  # fmt: skip
    call.db.add(decision)
    call.db.flush()
    call.log(
        f"decision.{sent.kind}", row, decision=decision.id, vacancy=vacancy.id, vacancy_version=vacancy.version,
        reason=sent.reason, whose=sent.whose,
    )  # fmt: skip
    proposal = _propose(call, row, vacancy, decision) if sent.kind == "reject" and sent.whose != "ad" else None
    return Decided(candidate_id=row.id, decision_id=decision.id, proposal_id=proposal.id if proposal else None)


def _propose(call: Call, row: Candidate, vacancy: Vacancy, decision: Decision) -> Proposal | None:
    record, reason = decisions.record_of(call.db, row), decision.reason
    change = decisions.suggested(record, VacancyRecord.model_validate_json(vacancy.record), reason)  # type: ignore[arg-type]
    if change is None:
        return None
    proposal = Proposal(candidate_id=row.id, decision_id=decision.id, change=json.dumps(change, ensure_ascii=False))
    call.db.add(proposal)
    call.db.flush()
    call.log("proposal.made", row, proposal=proposal.id, fields=sorted(change))
    return proposal


@router.get("/v1/candidates/{candidate_id}/decisions", responses=responses(401, 403, 404, 422))
def made(candidate_id: str, call: ByConsultant, cursor: Cursor = None, limit: Limit = PAGE) -> Decisions:
    """What was decided, also what was undone."""
    row = call.candidate(candidate_id)
    query = call.scope.decisions().where(Decision.candidate_id == row.id)
    rows, following = page(call, query, Decision.id, cursor, limit)
    call.log("decisions.shown", row)
    return Decisions(decisions=[DecisionShown.model_validate(d, from_attributes=True) for d in rows], next=following)


@router.post("/v1/candidates/{candidate_id}/decisions/{decision_id}/undo", responses=responses(401, 403, 404, 409))
def undo(candidate_id: str, decision_id: str, call: ByConsultant) -> DecisionShown:
    """Take a decision back; that it was made stays."""
    row = call.candidate(candidate_id, to_change=True)
    query = call.scope.decisions().where(Decision.candidate_id == row.id, Decision.id == decision_id)
    decision: Decision = call.found(query)
    if decision.undone is not None:
        raise Refused("refused.conflict")
    decision.undone, decision.undone_by = now(), call.caller.id
    call.log("decision.undone", row, decision=decision.id, vacancy=decision.vacancy_id)
    return DecisionShown.model_validate(decision, from_attributes=True)


@router.get("/v1/candidates/{candidate_id}/proposals", responses=responses(401, 403, 404, 422))
def proposals(
    candidate_id: str, call: ByConsultant, cursor: Cursor = None, limit: Limit = PAGE,
    answered: Annotated[bool, Query(description="Also those that were answered")] = False,
) -> Proposals:  # fmt: skip
    """Changes that wait for somebody to confirm or decline them."""
    row = call.candidate(candidate_id)
    query = call.scope.proposals().where(Proposal.candidate_id == row.id)
    rows, following = page(
        call, query if answered else query.where(Proposal.answer.is_(None)), Proposal.id, cursor, limit
    )
    call.log("proposals.shown", row)
    return Proposals(proposals=[_shown(p) for p in rows], next=following)


@router.post(
    "/v1/candidates/{candidate_id}/proposals/{proposal_id}/confirm", responses=responses(401, 403, 404, 409, 422)
)
def confirm(candidate_id: str, proposal_id: str, call: ByConsultant) -> Written:
    """Make the change: a new version of the candidate."""
    row = call.candidate(candidate_id, to_change=True)
    proposal = _open(call, row, proposal_id)
    try:
        record = decisions.changed(decisions.record_of(call.db, row), json.loads(proposal.change))
    except ValidationError as error:  # the limits have become others since
        raise Refused("refused.conflict") from error
    proposal.answer, proposal.by = "confirmed", call.caller.id
    caseload.write(call, row, record)
    call.log("proposal.confirmed", row, proposal=proposal.id)
    return Written(candidate_id=row.id, version=row.version)


@router.post("/v1/candidates/{candidate_id}/proposals/{proposal_id}/decline", responses=responses(401, 403, 404, 409))
def decline(candidate_id: str, proposal_id: str, call: ByConsultant) -> ProposalShown:
    """Leave the limits as they are."""
    row = call.candidate(candidate_id, to_change=True)
    proposal = _open(call, row, proposal_id)
    proposal.answer, proposal.by = "declined", call.caller.id
    call.log("proposal.declined", row, proposal=proposal.id)
    return _shown(proposal)


def _open(call: Call, row: Candidate, proposal_id: str) -> Proposal:
    query = call.scope.proposals().where(Proposal.candidate_id == row.id, Proposal.id == proposal_id)
    proposal: Proposal = call.found(query)
    if proposal.answer is not None:
        raise Refused("refused.conflict")
    return proposal


def _shown(proposal: Proposal) -> ProposalShown:
    return ProposalShown(
        id=proposal.id, decision_id=proposal.decision_id, change=json.loads(proposal.change), answer=proposal.answer,
        at=proposal.at,
    )  # fmt: skip
