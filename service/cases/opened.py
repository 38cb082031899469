"""A case with its decisions, shown vacancies and waiting proposals, read at once for its pages."""

import json
from dataclasses import dataclass
from typing import Any

from matcher.schema import Candidate as Record
from service.calls import Call
from service.cases import caseload, course, decisions, timeline
from service.cases.course import Pursuit
from service.cases.decisions import DecisionState
from service.store import Candidate, Decision, Proposal


@dataclass(frozen=True)
class OpenedCase:
    """A candidate within reach. kinds, pins: vacancy id -> decision or pin in force. showings: vacancies on lists.

    pursuits: vacancy id -> its state after a yes.
    """

    row: Candidate
    record: Record
    kinds: dict[str, Decision]
    pins: dict[str, Decision]
    showings: timeline.Showings
    proposals: list[tuple[Proposal, dict[str, Any]]]
    pursuits: dict[str, Pursuit]

    @property
    def state(self) -> DecisionState:
        """The decisions in force."""
        return DecisionState({vacancy: d.kind for vacancy, d in self.kinds.items()}, set(self.pins))


def open_case(call: Call, candidate_id: str) -> OpenedCase:
    """Read a case in seven statements."""
    row, record = caseload.with_record(call, candidate_id)
    case_decisions = decisions.standing(call.db, [row.id])[row.id]
    kinds, pins = decisions.latest(case_decisions)
    showings = timeline.showings_of(call, [row.id]).get(row.id, {})
    query = call.scope.proposals().where(Proposal.candidate_id == row.id, Proposal.answer.is_(None))
    proposals = [(p, json.loads(p.change)) for p in call.db.scalars(query.order_by(Proposal.at))]
    return OpenedCase(row, record, kinds, pins, showings, proposals, course.of_list(call, row, case_decisions))
