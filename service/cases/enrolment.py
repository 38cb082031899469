"""The start of a case and the situation then, and the clock from enrolment to the first meeting with an employer."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func

from matcher.schema import Date, Flag
from service.calls import Body, Call
from service.cases import timeline
from service.problems import Refused
from service.store import Candidate, Contact, ContactWish

# Item 15 of the IPS-25 fidelity scale, top score: within 30 days of enrolment an employer is met face to face.
CLOCK_DAYS = 30
SOON_DAYS = 7  # one week ahead: from then on the clock counts as urgent


class Enrolment(Body):
    """The days of referral and enrolment, and whether the person had paid work at referral. None: not known."""

    referred: Date | None = None
    enrolled: Date | None = None
    in_work: Flag | None = None


@dataclass(frozen=True)
class Clock:
    """Days from enrolment to the first meeting with an employer that served the candidate's wish.

    day: counted until today, or until that meeting (stopped). None: the day of enrolment is not known.
    """

    day: int | None
    stopped: bool

    @property
    def left(self) -> int | None:
        """Days left; negative when the clock has run out."""
        return None if self.day is None else CLOCK_DAYS - self.day

    @property
    def presses(self) -> bool:
        """Whether the clock is about to run out, or has."""
        return not self.stopped and self.left is not None and self.left <= SOON_DAYS


def check(call: Call, new_enrolment: Enrolment) -> None:
    """Raise Refused if a day is in the future, or the referral after the enrolment."""
    timeline.check_day(call, "referred", new_enrolment.referred)
    timeline.check_day(call, "enrolled", new_enrolment.enrolled)
    if new_enrolment.referred and new_enrolment.enrolled and new_enrolment.referred > new_enrolment.enrolled:
        raise Refused("refused.request", [("referred", "referred_late", {})])


def correct(call: Call, candidate_id: str, new_enrolment: Enrolment) -> Candidate:
    """Replace the enrolment of a candidate."""
    row = call.candidate(candidate_id, to_change=True)
    check(call, new_enrolment)
    write(row, new_enrolment)
    call.log("enrolment.changed", row)
    return row


def write(row: Candidate, new_enrolment: Enrolment) -> None:
    """Write the enrolment into the candidate's row."""
    row.referred, row.enrolled, row.in_work = new_enrolment.referred, new_enrolment.enrolled, new_enrolment.in_work


def first_meetings(call: Call, candidate_ids: Sequence[str]) -> dict[str, datetime.date]:
    """Candidate id -> the first day since enrolment with a face-to-face meeting with an employer for a wish."""
    query = call.scope.wishes().join(Contact, Contact.id == ContactWish.contact_id)
    query = query.join(Candidate, Candidate.id == ContactWish.candidate_id)
    since = Candidate.enrolled.is_(None) | (Contact.day >= Candidate.enrolled)
    query = query.where(ContactWish.candidate_id.in_(candidate_ids), Contact.face_to_face, since)
    rows = query.with_only_columns(ContactWish.candidate_id, func.min(Contact.day)).group_by(ContactWish.candidate_id)
    return {str(candidate_id): day for candidate_id, day in call.db.execute(rows)}


def clock(enrolled: datetime.date | None, met: datetime.date | None, today: datetime.date) -> Clock:
    """The clock of a case. met: the first meeting since enrolment.

    >>> day = datetime.date
    >>> clock(day(2026, 11, 2), None, day(2026, 11, 27))
    Clock(day=25, stopped=False)
    >>> clock(day(2026, 11, 2), day(2026, 11, 12), day(2026, 11, 27))
    Clock(day=10, stopped=True)
    """
    stopped = met is not None
    return Clock(None if enrolled is None else ((met or today) - enrolled).days, stopped)
