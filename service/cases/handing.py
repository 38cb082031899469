"""Handing cases over within a team, with notices to the old and the new owner."""

from dataclasses import dataclass

from sqlalchemy import delete

from service.calls import Call
from service.cases import caseload
from service.store import Candidate, Notice


@dataclass(frozen=True)
class HandoverNotice:
    """A notice of a handed-over case. row: None if outside the reader's reach by now. by, to: names."""

    row: Candidate | None
    by: str
    to: str
    received: bool


def hand_over(call: Call, candidate_id: str, user_id: str) -> Candidate:
    """Hand a candidate over to a colleague of the team; notify both owners, except the one who does it."""
    before = call.candidate(candidate_id).owner_id
    row = caseload.hand_over(call, candidate_id, user_id)
    reader_ids = {before, user_id} - {call.caller.id} if before != user_id else set()
    call.db.add_all(
        Notice(candidate_id=row.id, user_id=reader_id, to_id=user_id, by=call.caller.id)
        for reader_id in sorted(reader_ids)
    )
    return row


def notices(call: Call) -> list[HandoverNotice]:
    """The caller's unseen notices, the oldest first."""
    pairs = call.db.execute(call.scope.notices().order_by(Notice.at, Notice.id)).all()
    if not pairs:
        return []
    names = call.names()
    me = call.caller.id
    return [HandoverNotice(row, names.get(n.by, ""), names.get(n.to_id, ""), n.to_id == me) for n, row in pairs]


def remove_notices(call: Call) -> None:
    """Mark the caller's notices as seen, by deleting them."""
    call.db.execute(delete(Notice).where(Notice.user_id == call.caller.id))
    call.log("handed_over.seen")
