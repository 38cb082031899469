"""Decisions about suggestions, and the changes of limits that their reasons suggest."""

import datetime
import json
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel

from service.calls import PAGE, Call, Cursor, Limit, by, page
from service.cases import deciding, decisions
from service.cases.caseload import Written
from service.cases.deciding import Decided, NewDecision
from service.problems import responses
from service.store import Decision, Proposal

router = APIRouter(tags=["decisions"])
ByConsultant = Annotated[Call, by("cases")]


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
    """Record a decision. It changes no limits: a change that its reason suggests waits for a human."""
    return deciding.decide(call, candidate_id, sent)


@router.get("/v1/candidates/{candidate_id}/decisions", responses=responses(401, 403, 404, 422))
def made(candidate_id: str, call: ByConsultant, cursor: Cursor = None, limit: Limit = PAGE) -> Decisions:
    """The decisions about a candidate's suggestions, undone ones too."""
    row = call.candidate(candidate_id)
    query = call.scope.decisions().where(Decision.candidate_id == row.id)
    rows, following = page(call, query, Decision.id, cursor, limit)
    call.log("decisions.shown", row)
    return Decisions(decisions=[DecisionShown.model_validate(d, from_attributes=True) for d in rows], next=following)


@router.post("/v1/candidates/{candidate_id}/decisions/{decision_id}/undo", responses=responses(401, 403, 404, 409))
def undo(candidate_id: str, decision_id: str, call: ByConsultant) -> DecisionShown:
    """Undo a decision; it stays in the history as undone."""
    return DecisionShown.model_validate(deciding.undo(call, candidate_id, decision_id), from_attributes=True)


@router.get("/v1/candidates/{candidate_id}/proposals", responses=responses(401, 403, 404, 422))
def proposals(
    candidate_id: str,
    call: ByConsultant,
    cursor: Cursor = None,
    limit: Limit = PAGE,
    answered: Annotated[bool, Query(description="Answered ones too")] = False,
) -> Proposals:
    """Suggested changes of the limits that wait for a human to confirm or decline them."""
    row = call.candidate(candidate_id)
    query = call.scope.proposals().where(Proposal.candidate_id == row.id)
    rows, following = page(
        call, query if answered else query.where(Proposal.answer.is_(None)), Proposal.id, cursor, limit
    )
    call.log("proposals.shown", row)
    return Proposals(proposals=[_proposal(p) for p in rows], next=following)


@router.post(
    "/v1/candidates/{candidate_id}/proposals/{proposal_id}/confirm", responses=responses(401, 403, 404, 409, 422)
)
def confirm(candidate_id: str, proposal_id: str, call: ByConsultant) -> Written:
    """Confirm a suggested change: writes a new version of the candidate."""
    return deciding.confirm(call, candidate_id, proposal_id)


@router.post("/v1/candidates/{candidate_id}/proposals/{proposal_id}/decline", responses=responses(401, 403, 404, 409))
def decline(candidate_id: str, proposal_id: str, call: ByConsultant) -> ProposalShown:
    """Decline a suggested change; the limits stay as they are."""
    return _proposal(deciding.decline(call, candidate_id, proposal_id))


def _proposal(proposal: Proposal) -> ProposalShown:
    return ProposalShown(
        id=proposal.id,
        decision_id=proposal.decision_id,
        change=json.loads(proposal.change),
        answer=proposal.answer,
        at=proposal.at,
    )
