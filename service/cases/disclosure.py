"""What an employer may know of a candidate: the state and since when, for each employer.

The words that were agreed are nowhere here. The state reminds before a contact and is read by nothing else: no ranking
knows it, and nothing that leaves the service but the person's own copy has it.
"""

from service.calls import Body, Call
from service.store import Disclosed, Disclosure, Employer, now

OPEN: tuple[Disclosed, ...] = ("through_consultant", "by_person")  # then the employer may be talked with about the case


class NewDisclosure(Body):
    """What was agreed with the candidate."""

    state: Disclosed


def agree(call: Call, candidate_id: str, employer_id: str, new: NewDisclosure) -> Disclosure:
    """Put what was agreed about an employer in place of what stood there. A consent taken back outlives a restore."""
    row = call.candidate(candidate_id, to_change=True)
    employer: Employer = call.found(call.scope.employers().where(Employer.id == employer_id))
    agreed = call.db.get(Disclosure, (row.id, employer.id))
    was_open = is_open(agreed)
    if agreed is None:
        agreed = Disclosure(candidate_id=row.id, employer_id=employer.id)
        call.db.add(agreed)
    agreed.state, agreed.day, agreed.by, agreed.at = new.state, call.today, call.caller.id, now()
    call.db.flush()
    entry = call.log("disclosure.agreed", row, employer=employer.id)
    if was_open and not is_open(agreed):
        call.service.removals.note(entry, "disclosure", row.id)
    return agreed


def agreed_of(call: Call, candidate_id: str) -> dict[str, Disclosure]:
    """Employer id -> what was agreed about it."""
    rows = call.db.scalars(call.scope.disclosures().where(Disclosure.candidate_id == candidate_id))
    return {row.employer_id: row for row in rows}


def is_open(agreed: Disclosure | None) -> bool:
    """Whether the employer may be talked with about the candidate."""
    return agreed is not None and agreed.state in OPEN
