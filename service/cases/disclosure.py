"""What an employer may know of a candidate: the agreed state and its date, for each employer.

The words of the agreement are not stored. The state only reminds before a contact: no ranking reads it, and it leaves
the service only in the person's own copy.
"""

from service.calls import Body, Call
from service.store import Disclosed, Disclosure, Employer, now


class NewDisclosure(Body):
    """The agreement with a candidate about an employer."""

    state: Disclosed


def agree(call: Call, candidate_id: str, employer_id: str, new_disclosure: NewDisclosure) -> Disclosure:
    """Replace the agreement about an employer. A withdrawn consent outlives a restored backup."""
    row = call.candidate(candidate_id, to_change=True)
    employer: Employer = call.found(call.scope.employers().where(Employer.id == employer_id))
    agreed = call.db.get(Disclosure, (row.id, employer.id))
    was_open = agreed is not None and agreed.is_open
    if agreed is None:
        agreed = Disclosure(candidate_id=row.id, employer_id=employer.id)
        call.db.add(agreed)
    agreed.state, agreed.day, agreed.by, agreed.at = new_disclosure.state, call.today, call.caller.id, now()
    call.db.flush()
    entry = call.log("disclosure.agreed", row, employer=employer.id)
    if was_open and not agreed.is_open:
        call.service.removals.note(entry, "disclosure", row.id)
    return agreed


def agreed_of(call: Call, candidate_id: str) -> dict[str, Disclosure]:
    """Employer id -> the agreement about it."""
    rows = call.db.scalars(call.scope.disclosures().where(Disclosure.candidate_id == candidate_id))
    return {row.employer_id: row for row in rows}
