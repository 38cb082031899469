"""Limits that a person's statements mention in passing: asked about once. A yes sets the limit; a no is final.

A no is stored as an event of the case with the limit only: the words that it was read from are not repeated.
"""

import json

from sqlalchemy import select

from matcher.schema import Candidate as Record
from matcher.statements.proposals import Proposal, merged, proposals
from service.calls import Call
from service.cases import caseload, profile, timeline
from service.cases.caseload import Written
from service.problems import Refused
from service.store import Candidate, CaseEvent


def mark(limit: Proposal) -> str:
    """Encode a limit as JSON of its field and value: the name by which an answer refers to it.

    >>> from matcher.schema import Statement
    >>> mark(Proposal("latest_end", "14:00", "hjem kl. 14", Statement(kind="goal", text="hjem kl. 14")))
    '["latest_end", "14:00"]'
    """
    return json.dumps([limit.field, limit.value], sort_keys=True)


def waiting(call: Call, row: Candidate, record: Record) -> list[Proposal]:
    """The limits to ask about; none for a closed case."""
    named = [] if row.closed else proposals(record)
    declined = _declined(call, row) if named else set()
    return [limit for limit in named if mark(limit) not in declined]


def _declined(call: Call, row: Candidate) -> set[str]:
    query = select(CaseEvent.details).where(CaseEvent.candidate_id == row.id, CaseEvent.kind == "limit_declined")
    return set(call.db.scalars(query))


def take(call: Call, candidate_id: str, limit: str, if_match: str | None) -> Written:
    """Set the limit: a new version of the candidate's record. limit: its ``mark``."""
    row, record, proposal = _waiting(call, candidate_id, limit)
    limits = merged(record.constraints, [proposal])
    return caseload.replace(call, row.id, profile.of(record, row.label, constraints=limits), if_match)


def decline(call: Call, candidate_id: str, limit: str) -> None:
    """Leave the limit unset, and note that it was asked about."""
    row, _, proposal = _waiting(call, candidate_id, limit)
    timeline.note(call, row, "limit_declined", details=limit)
    call.log("limit.declined", row, field=proposal.field)


def _waiting(call: Call, candidate_id: str, limit: str) -> tuple[Candidate, Record, Proposal]:
    row = call.candidate(candidate_id, to_change=True)
    record = caseload.record_of(call.db, row)
    proposal = next((proposal for proposal in waiting(call, row, record) if mark(proposal) == limit), None)
    if proposal is None:
        raise Refused("refused.changed")
    return row, record, proposal
