"""What happens to a candidate: taken up, changed, and deleted without remains."""

from sqlalchemy import delete
from sqlalchemy.orm import Session

from matcher.schema import Candidate as Record
from service.calls import Call
from service.profile import Profile
from service.store import Candidate, CandidateVersion, Pseudonym


def take_up(call: Call, profile: Profile) -> Candidate:
    """A new candidate on the caller's caseload."""
    row = Candidate(tenant_id=call.caller.tenant_id, owner_id=call.caller.id, label=profile.label, version=0)
    call.db.add(row)
    call.db.flush()
    call.db.add(Pseudonym(candidate_id=row.id))
    call.db.flush()
    write(call, row, profile.candidate(row.id))
    call.log("candidate.created", row)
    return row


def write(call: Call, row: Candidate, record: Record) -> None:
    """A new version; those before it stay."""
    row.version += 1
    version = CandidateVersion(
        candidate_id=row.id,
        version=row.version,
        by=call.caller.id,
        record=record.model_dump_json(exclude_defaults=True),
    )
    call.db.add(version)
    call.db.flush()


def erase(db: Session, candidate_id: str) -> None:
    """Everything about a candidate, and with it the key by which the log could be led back to the person."""
    db.execute(delete(Candidate).where(Candidate.id == candidate_id))
