"""Acts on decisions: record, undo, and answer the changes of limits that they suggest."""

import json
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from matcher.schema import FIT_TO_HOLD, Text
from service.calls import Body, Call
from service.cases import caseload, decisions
from service.cases.caseload import Written
from service.keeper import vacancy_of
from service.problems import Refused
from service.store import Candidate, Decision, Proposal, Vacancy, now

LONGEST_NOTE = 500  # characters
Note = Annotated[Text, StringConstraints(max_length=LONGEST_NOTE), FIT_TO_HOLD]


class NewDecision(Body):
    """A decision about a vacancy. A rejection has a reason and its source ("ad": the ad is wrong)."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"vacancy_id": "v001", "kind": "reject", "reason": "too_far", "whose": "person"}]
        }
    )

    vacancy_id: str = Field(min_length=1, max_length=200)
    kind: decisions.Kind
    reason: decisions.Reason | None = None
    whose: decisions.Whose | None = None
    note: Note | None = None


class Decided(BaseModel):
    """The decision, and the change of limits that it suggests, if any."""

    candidate_id: str
    decision_id: str
    proposal_id: str | None


def decide(call: Call, candidate_id: str, new_decision: NewDecision) -> Decided:
    """Record a decision. The limits stay: a suggested change waits for a person to confirm it."""
    row = call.candidate(candidate_id, to_change=True)
    if new_decision.kind == "reject" and None in (new_decision.reason, new_decision.whose):
        missing = "reason" if new_decision.reason is None else "whose"
        raise Refused("refused.request", [(missing, "missing", {})])
    vacancy: Vacancy = call.found(call.scope.vacancies().where(Vacancy.id == new_decision.vacancy_id))
    return call.once(
        f"decision {candidate_id} {new_decision.model_dump_json()}",
        lambda: _decide(call, row, vacancy, new_decision),
        Decided,
    )


def _decide(call: Call, row: Candidate, vacancy: Vacancy, new_decision: NewDecision) -> Decided:
    decision = Decision(
        candidate_id=row.id,
        candidate_version=row.version,
        vacancy_version=vacancy.version,
        by=call.caller.id,
        **new_decision.model_dump(),
    )
    call.db.add(decision)
    call.db.flush()
    call.log(
        f"decision.{new_decision.kind}",
        row,
        decision=decision.id,
        vacancy=vacancy.id,
        vacancy_version=vacancy.version,
        reason=new_decision.reason,
        whose=new_decision.whose,
    )
    proposal = (
        _propose(call, row, vacancy, decision) if new_decision.kind == "reject" and new_decision.whose != "ad" else None
    )
    return Decided(candidate_id=row.id, decision_id=decision.id, proposal_id=proposal.id if proposal else None)


def _propose(call: Call, row: Candidate, vacancy: Vacancy, decision: Decision) -> Proposal | None:
    record, reason = caseload.record_of(call.db, row), decision.reason
    change = decisions.suggested(record, vacancy_of(vacancy.record), reason)  # type: ignore[arg-type]
    if change is None:
        return None
    proposal = Proposal(candidate_id=row.id, decision_id=decision.id, change=json.dumps(change, ensure_ascii=False))
    call.db.add(proposal)
    call.db.flush()
    call.log("proposal.made", row, proposal=proposal.id, fields=sorted(change))
    return proposal


def undo(call: Call, candidate_id: str, decision_id: str) -> Decision:
    """Undo a decision; the record that it was made stays."""
    row = call.candidate(candidate_id, to_change=True)
    query = call.scope.decisions().where(Decision.candidate_id == row.id, Decision.id == decision_id)
    decision: Decision = call.found(query)
    if decision.undone is not None:
        raise Refused("refused.conflict")
    decision.undone, decision.undone_by = now(), call.caller.id
    call.log("decision.undone", row, decision=decision.id, vacancy=decision.vacancy_id)
    return decision


def confirm(call: Call, candidate_id: str, proposal_id: str) -> Written:
    """Make a suggested change: a new version of the candidate's record."""
    row, proposal = _open(call, candidate_id, proposal_id)
    try:
        record = decisions.changed(caseload.record_of(call.db, row), json.loads(proposal.change))
    except ValidationError as error:  # the limits have changed since, and no longer allow it
        raise Refused("refused.conflict") from error
    proposal.answer, proposal.by = "confirmed", call.caller.id
    caseload.write(call, row, record)
    call.log("proposal.confirmed", row, proposal=proposal.id)
    return Written(candidate_id=row.id, version=row.version)


def decline(call: Call, candidate_id: str, proposal_id: str) -> Proposal:
    """Decline a suggested change: the limits stay."""
    row, proposal = _open(call, candidate_id, proposal_id)
    proposal.answer, proposal.by = "declined", call.caller.id
    call.log("proposal.declined", row, proposal=proposal.id)
    return proposal


def _open(call: Call, candidate_id: str, proposal_id: str) -> tuple[Candidate, Proposal]:
    row = call.candidate(candidate_id, to_change=True)
    query = call.scope.proposals().where(Proposal.candidate_id == row.id, Proposal.id == proposal_id)
    proposal: Proposal = call.found(query)
    if proposal.answer is not None:
        raise Refused("refused.conflict")
    return row, proposal
