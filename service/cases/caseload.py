"""A caseload: candidates are added, changed, handed over, closed, reopened, and deleted completely."""

from collections.abc import Sequence
from typing import Any

from pydantic import BaseModel, ValidationError
from sqlalchemy import Select, select
from sqlalchemy import delete as sql_delete
from sqlalchemy.orm import Session

from matcher.schema import Candidate as Record
from service import audit
from service.calls import Access, Call, check_version, etag
from service.cases import enrolment, profile, timeline
from service.cases.enrolment import Enrolment
from service.cases.profile import Profile
from service.problems import Refused
from service.store import Candidate, CandidateVersion, Proposal, User, now

FIRST_CHANGE = 2  # the version number after the first change


class Written(BaseModel):
    """The id of the written candidate, and its version after the write."""

    candidate_id: str
    version: int


def of_version(row: Candidate) -> tuple[str, int]:
    """Key of a candidate's current record: id and version."""
    return (row.id, row.version)


def take_up(call: Call, new_profile: Profile, begun: Enrolment | None = None) -> Written:
    """Add a candidate to the caller's caseload; once per Idempotency-Key. begun: None means enrolled today."""

    def work() -> Written:
        row = Candidate(
            tenant_id=call.caller.tenant_id,
            owner_id=call.caller.id,
            label=new_profile.label,
            version=0,
        )
        enrolment.write(row, begun or Enrolment(enrolled=call.today))
        call.db.add(row)
        call.db.flush()
        write(call, row, new_profile.candidate(row.id))
        timeline.note(call, row, "enrolled")
        call.log("candidate.created", row)
        return Written(candidate_id=row.id, version=row.version)

    return call.once(f"candidate {new_profile.model_dump_json()}", work, Written)


def replace(call: Call, candidate_id: str, new_profile: Profile, if_match: str | None) -> Written:
    """Write a new version in place of the one that ``if_match`` names; the old one stays in the history."""
    row = call.candidate(candidate_id, to_change=True)
    check_version(if_match, row.version)
    row.label = new_profile.label
    write(call, row, new_profile.candidate(row.id))
    call.log("candidate.replaced", row)
    return Written(candidate_id=row.id, version=row.version)


def bring_back(call: Call, candidate_id: str, version: int, if_match: str | None) -> Written:
    """Write a new version equal to an earlier one. The candidate's label stays."""
    row = call.candidate(candidate_id)
    if not 0 < version <= row.version:
        raise Refused("refused.not_found")
    return replace(call, candidate_id, profile.of(record_of(call.db, row, version), row.label), if_match)


def undo_limits(call: Call, candidate_id: str, version: int) -> Written:
    """Restore the record from before the latest change; Refused unless that was a change of limits only."""
    row = call.candidate(candidate_id, to_change=True)
    check_version(etag(version), row.version)
    if not changed_limits(call.db, row):
        raise Refused("refused.changed")
    return bring_back(call, candidate_id, version - 1, etag(version))


def changed_limits(db: Session, row: Candidate) -> bool:
    """Whether the latest change was one of limits only."""
    if row.version < FIRST_CHANGE:
        return False
    before, after = record_of(db, row, row.version - 1), record_of(db, row)
    return before != after and before.model_copy(update={"constraints": after.constraints}) == after


def labels(call: Call, but: str | None = None) -> set[str]:
    """Labels of the caller's open candidates, in small letters. but: id of a candidate to leave out."""
    query = call.scope.candidates().where(Candidate.owner_id == call.caller.id, Candidate.closed.is_(None))
    return {row.label.casefold() for row in call.db.scalars(query) if row.label and row.id != but}


def write(call: Call, row: Candidate, record: Record) -> None:
    """Write a new version; earlier ones stay."""
    row.version += 1
    text = record.model_dump_json(exclude_defaults=True)
    version = CandidateVersion(candidate_id=row.id, version=row.version, by=call.caller.id, record=text)
    call.db.add(version)
    call.db.flush()


def close(call: Call, candidate_id: str) -> Candidate:
    """Close a case: nothing can be changed any more, and its retention begins."""
    row = call.candidate(candidate_id, to_change=True)
    row.closed = now()
    timeline.note(call, row, "closed")
    call.log("candidate.closed", row)
    return row


def reopen(call: Call, candidate_id: str) -> Candidate:
    """Reopen a closed case."""
    row = call.candidate(candidate_id)
    if row.closed is None:
        raise Refused("refused.conflict")
    row.closed = None
    timeline.note(call, row, "reopened")
    call.log("candidate.reopened", row)
    return row


def hand_over(call: Call, candidate_id: str, user_id: str) -> Candidate:
    """Hand a candidate over to a colleague of the team who has chosen a password of their own."""
    row = call.candidate(candidate_id, to_change=True)
    receiver = call.db.scalars(call.scope.team().where(User.id == user_id)).first()
    if receiver is None:
        raise Refused("refused.request", [("user_id", "not_of_the_team", {})])
    if receiver.first_until:  # somebody else has seen a first password
        raise Refused("refused.request", [("user_id", "first_password", {"name": receiver.name})])
    row.owner_id = user_id
    timeline.note(call, row, "handed_over")
    entry = call.log("candidate.handed_over", row, user=user_id)
    call.service.removals.note(entry, "owner", row.id, owner=user_id)
    return row


def delete(access: Access, candidate_id: str) -> None:
    """Delete everything about a candidate. The log keeps the deletion, under a pseudonym that leads to nobody."""
    with access.writing() as call:
        row = call.candidate(candidate_id)
        line = audit.Line("candidate.deleted", row.pseudonym, {"candidate_version": row.version})
        erase(call.db, row.id)
        (entry,) = audit.append_all(call.db, call.caller.tenant_id, audit.of_caller(call.caller), [line])
        call.service.removals.note(entry, "candidate", candidate_id)
    access.service.eraser.deleted()


def erase(db: Session, candidate_id: str) -> None:
    """Delete the rows of a candidate, and with them the link from the log's pseudonym to the person."""
    db.execute(sql_delete(Candidate).where(Candidate.id == candidate_id))


def record_of(db: Session, row: Candidate, version: int | None = None) -> Record:
    """The record of a candidate: the latest version, or a named one."""
    return Record.held(db.get_one(CandidateVersion, (row.id, version or row.version)).record)


def with_record(call: Call, candidate_id: str) -> tuple[Candidate, Record]:
    """A candidate within reach, with the current record."""
    query = call.scope.candidates().where(Candidate.id == candidate_id)
    pair = call.db.execute(_and_record(query)).first()
    if pair is None:
        raise Refused("refused.not_found")
    return pair[0], Record.held(pair[1])


def own(call: Call) -> list[tuple[Candidate, Record | None]]:
    """The caller's open candidates with their records, sorted by label. None: the record is damaged."""
    query = call.scope.candidates().where(Candidate.owner_id == call.caller.id, Candidate.closed.is_(None))
    pairs = call.db.execute(_and_record(query).order_by(Candidate.label, Candidate.id)).all()
    return [(row, _readable(record)) for row, record in pairs]


def within_reach(call: Call) -> list[tuple[Candidate, Record | None]]:
    """The open candidates within the caller's reach (a supervisor's team too), in the form of ``own``."""
    query = call.scope.candidates().where(Candidate.closed.is_(None))
    pairs = call.db.execute(_and_record(query).order_by(Candidate.label, Candidate.id)).all()
    return [(row, _readable(record)) for row, record in pairs]


def own_closed(call: Call) -> list[Candidate]:
    """The caller's closed candidates, sorted by label."""
    query = call.scope.candidates().where(Candidate.owner_id == call.caller.id, Candidate.closed.is_not(None))
    return list(call.db.scalars(query.order_by(Candidate.label, Candidate.id)))


def waiting(call: Call, candidate_ids: Sequence[str]) -> list[str]:
    """Candidate ids, one for each suggested change that waits for an answer."""
    query = select(Proposal.candidate_id).where(Proposal.candidate_id.in_(candidate_ids), Proposal.answer.is_(None))
    return list(call.db.scalars(query))


def _and_record(query: Select[Any]) -> Select[Any]:
    latest = (CandidateVersion.candidate_id == Candidate.id) & (CandidateVersion.version == Candidate.version)
    return query.join(CandidateVersion, latest).add_columns(CandidateVersion.record)


def _readable(record: str) -> Record | None:
    try:
        return Record.held(record)
    except ValidationError:
        return None
