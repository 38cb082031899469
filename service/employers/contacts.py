"""Contacts with employers: a visit, call or mail, the notes from it, and the wishes it served.

The next step due, the week's count and each candidate's clock are derived from contacts when they are read.
A contact does not name the candidates it was for: ``ContactWish`` does, and is deleted with the candidate.
"""

import datetime
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints
from sqlalchemy import ColumnElement, Select, func, select

from matcher.schema import FIT_TO_HOLD, AdName, Date, Text
from matcher.schema import Candidate as Record
from service.calls import Access, Body, Call
from service.employers import register
from service.problems import Refused
from service.store import (
    Candidate,
    CandidateVersion,
    Contact,
    ContactKind,
    ContactWish,
    Employer,
)

Purpose = Literal["needs", "offer", "strengths", "vacancy", "support"]
LONGEST_LEARNED = 2000  # characters
LONGEST_STEP = 300
MOST_WISHES = 20  # candidates whom one contact is for: as many as a caseload has by the fidelity scale (item 1)
A_WEEK = 6  # face-to-face contacts a week of a full-time consultant: IPS-25, item 17
LONG_AGO = datetime.timedelta(days=365)  # an older contact is a typing error
Learned = Annotated[Text, StringConstraints(max_length=LONGEST_LEARNED), FIT_TO_HOLD]
Step = Annotated[Text, StringConstraints(max_length=LONGEST_STEP), FIT_TO_HOLD]


class Wish(Body):
    """A candidate's statement, word for word, that a contact served."""

    candidate_id: str
    statement: Annotated[str, Field(max_length=1000)]


class NewContact(Body):
    """A contact. person: at the employer. face_to_face: default true for a visit, false for a call or mail.

    next_step, next_day: the next step and its day. wishes: the wishes served, one for each candidate; may be
    empty.
    """

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"day": "2026-11-24", "kind": "visit", "purpose": "needs"}]}
    )

    day: Date
    kind: ContactKind
    face_to_face: bool | None = None
    person: AdName | None = None
    purpose: Purpose
    learned: Learned | None = None
    next_step: Step | None = None
    next_day: Date | None = None
    wishes: tuple[Wish, ...] = Field(default=(), max_length=MOST_WISHES)


class ContactWritten(BaseModel):
    """The id of the contact written down."""

    contact_id: str
    employer_id: str


@dataclass(frozen=True)
class Week:
    """Face-to-face contacts since Monday: the caller's own, and the sum of a supervisor's team."""

    mine: int
    of: int
    team: int | None


def add(call: Call, employer_id: str, new_contact: NewContact) -> ContactWritten:
    """Write a contact down; once per Idempotency-Key."""
    register.changing(call)
    row = register.by_id(call, employer_id)
    _check_days(call, new_contact)
    served = _served(call, new_contact.wishes)
    sent = f"contact {employer_id} {new_contact.model_dump_json()}"
    return call.once(sent, lambda: _add(call, row, new_contact, served), ContactWritten)


def _add(call: Call, row: Employer, new_contact: NewContact, served: list[tuple[Candidate, str]]) -> ContactWritten:
    fields = new_contact.model_dump(exclude={"wishes", "face_to_face"})
    face_to_face = new_contact.kind == "visit" if new_contact.face_to_face is None else new_contact.face_to_face
    contact = Contact(
        tenant_id=call.caller.tenant_id,
        employer_id=row.id,
        by=call.caller.id,
        face_to_face=face_to_face,
        wishes=len(served),
        **fields,
    )
    call.db.add(contact)
    call.db.flush()
    call.db.add_all(
        ContactWish(contact_id=contact.id, candidate_id=candidate.id, statement=statement)
        for candidate, statement in served
    )
    ids = {"employer": row.id, "contact": contact.id}
    call.log("contact.created", **ids)
    call.log_all([("contact.for_candidate", candidate, ids) for candidate, _ in served])
    return ContactWritten(contact_id=contact.id, employer_id=row.id)


def _check_days(call: Call, new_contact: NewContact) -> None:
    faults: list[tuple[str, str, dict[str, Any]]] = []
    if new_contact.day > call.today:
        faults.append(("day", "day_to_come", {}))
    elif new_contact.day < call.today - LONG_AGO:
        faults.append(("day", "day_long_ago", {}))
    if new_contact.next_day and new_contact.next_day < new_contact.day:
        faults.append(("next_day", "day_before", {}))
    if faults:
        raise Refused("refused.request", faults)


def _served(call: Call, wishes: Iterable[Wish]) -> list[tuple[Candidate, str]]:
    """The candidates and their statements; Refused if a candidate is out of reach or has not said that."""
    served: dict[str, tuple[Candidate, str]] = {}
    for n, wish in enumerate(wishes):
        row = call.candidate(wish.candidate_id, to_change=True)
        if wish.candidate_id in served:
            raise Refused("refused.request", [(f"wishes.{n}", "one_wish", {})])
        if wish.statement not in statements_of(call, row):
            raise Refused("refused.request", [(f"wishes.{n}", "not_said", {})])
        served[row.id] = (row, wish.statement)
    return list(served.values())


def statements_of(call: Call, row: Candidate) -> list[str]:
    """A candidate's statements, in their own words."""
    record = call.db.get_one(CandidateVersion, (row.id, row.version)).record
    return [statement.text for statement in Record.held(record).statements]


def delete(access: Access, contact_id: str) -> str:
    """Delete one of the caller's own contacts; return the employer's id."""
    with access.writing() as call:
        register.changing(call)
        query = call.scope.contacts().where(Contact.id == contact_id, Contact.by == call.caller.id)
        contact: Contact = call.found(query)
        employer_id = contact.employer_id
        call.db.delete(contact)
        entry = call.log("contact.deleted", employer=employer_id, contact=contact_id)
        call.service.removals.note(entry, "contact", contact_id)
    access.service.eraser.deleted()
    return employer_id


def log_shown(call: Call, row: Employer, served: dict[str, list[tuple[Candidate, str]]]) -> None:
    """Log that an employer's contacts were shown, and for which candidates' wishes."""
    whose = {candidate.id: candidate for wishes in served.values() for candidate, _ in wishes}
    call.log("contacts.shown", employer=row.id)
    call.log_all([("contact.wish_shown", candidate, {"employer": row.id}) for candidate in whose.values()])


def with_employer(call: Call, employer_id: str) -> list[Contact]:
    """The contacts with an employer that are shared with the caller, and the caller's own, the latest first."""
    query = call.scope.contacts().where(Contact.employer_id == employer_id)
    return list(call.db.scalars(query.order_by(Contact.day.desc(), Contact.at.desc(), Contact.id)))


def wishes_of(call: Call, contact_ids: Collection[str]) -> dict[str, list[tuple[Candidate, str]]]:
    """Contact id -> the candidates within reach whom it was for, each with the wish it served."""
    query = call.scope.wishes().where(ContactWish.contact_id.in_(contact_ids))
    query = query.join(Candidate, Candidate.id == ContactWish.candidate_id).add_columns(Candidate)
    served: defaultdict[str, list[tuple[Candidate, str]]] = defaultdict(list)
    for wish, row in call.db.execute(query.order_by(Candidate.label, Candidate.id)):
        served[wish.contact_id].append((row, wish.statement))
    return dict(served)


def due(call: Call, employer_ids: Collection[str]) -> dict[str, Contact]:
    """Employer id -> its latest contact, if that one has a day for the next step."""
    query = call.scope.contacts().where(Contact.employer_id.in_(employer_ids))
    latest = {contact.employer_id: contact for contact in call.db.scalars(query.order_by(Contact.day, Contact.at))}
    return {employer_id: contact for employer_id, contact in latest.items() if contact.next_day}


def week(call: Call) -> Week:
    """This week's face-to-face contacts. A team's are a sum: no colleague is shown beside another."""
    query = call.scope.team_contacts().where(Contact.face_to_face, *_this_week(call.today))
    mine = _number(call, query.where(Contact.by == call.caller.id))
    team = _number(call, query) if call.caller.role == "supervisor" else None
    return Week(mine, A_WEEK, team)


def _this_week(today: datetime.date) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    monday = today - datetime.timedelta(days=today.weekday())
    return Contact.day >= monday, Contact.day <= today


def _number(call: Call, query: Select[tuple[Contact]]) -> int:
    return call.db.scalar(select(func.count()).select_from(query.subquery())) or 0
