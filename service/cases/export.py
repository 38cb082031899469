"""The export of everything stored about one candidate, the log included, to hand to the person."""

import datetime
import json
from collections.abc import Iterable
from typing import Any, Literal

from pydantic import BaseModel
from sqlalchemy import Select, select

from matcher.nightly import suggestions
from matcher.schema import Candidate as Record
from matcher.schema import Suggestion
from service import audit
from service.audit import LogEntry
from service.calls import Call
from service.keeper import vacancy_of
from service.store import (
    Candidate,
    CandidateVersion,
    CaseEvent,
    Contact,
    ContactWish,
    Decision,
    Disclosure,
    Employer,
    Entry,
    Placement,
    Proposal,
    RunList,
    Vacancy,
)


class ExportedVersion(BaseModel):
    """A version of the record, in force from ``at``."""

    version: int
    at: datetime.datetime
    by: str
    record: Record


class ExportedDecision(BaseModel):
    """A decision: its reason, its source, and whether it was undone."""

    at: datetime.datetime
    vacancy_id: str
    kind: str
    reason: str | None
    whose: str | None
    note: str | None
    by: str
    undone: datetime.datetime | None


class ExportedProposal(BaseModel):
    """A suggested change, and its answer."""

    at: datetime.datetime
    change: str
    answer: str | None


class ExportedEvent(BaseModel):
    """An event of the case: its kind, subject, time and author. details: JSON, by the kind."""

    at: datetime.datetime
    kind: str
    vacancy_id: str | None
    employer_id: str | None
    placement_id: str | None
    day: datetime.date | None
    details: str
    by: str
    undone: datetime.datetime | None


class ExportedPlacement(BaseModel):
    """A job that began. undone: written down by mistake."""

    id: str
    employer_id: str | None
    vacancy_id: str | None
    title: str
    kind: str | None
    employment: str
    contract: str
    paid: bool
    began: datetime.date
    hours: float | None
    ended: datetime.date | None
    end_reason: str | None
    by: str
    at: datetime.datetime
    undone: datetime.datetime | None


class ExportedDisclosure(BaseModel):
    """The agreement about what an employer may know."""

    employer_id: str
    state: str
    day: datetime.date
    by: str


class ExportedContact(BaseModel):
    """A contact with an employer for the person's wish: when, with whom, how, and the wish."""

    employer_id: str
    day: datetime.date
    kind: str
    face_to_face: bool
    statement: str


class Ad(BaseModel):
    """A vacancy that the case names, if it is still stored."""

    title: str
    employer: str | None


class ExportedList(BaseModel):
    """A list of a bulk run that is still stored."""

    run_id: str
    suggestions: list[Suggestion]


class Everything(BaseModel):
    """Everything stored about one candidate."""

    id: str
    label: str | None
    created: datetime.datetime
    closed: datetime.datetime | None
    referred: datetime.date | None
    enrolled: datetime.date | None
    in_work: bool | None
    versions: list[ExportedVersion]
    decisions: list[ExportedDecision]
    proposals: list[ExportedProposal]
    lists: list[ExportedList]
    events: list[ExportedEvent]
    placements: list[ExportedPlacement]
    disclosures: list[ExportedDisclosure]
    contacts: list[ExportedContact]
    vacancies: dict[str, Ad]
    employers: dict[str, str]
    log: list[LogEntry]


def versions(row: Candidate) -> Select[Any]:
    """The versions of a candidate within reach."""
    return select(CandidateVersion).where(CandidateVersion.candidate_id == row.id)


def give_out(call: Call, candidate_id: str, format: Literal["json", "html"]) -> Everything:
    """Read everything about a candidate, in the order it came to be, and log the export."""
    row = call.candidate(candidate_id)
    call.log("candidate.exported", row, format=format)
    scope = call.scope

    def of(query: Select[Any], table: Any, order: Any) -> Any:
        return list(call.db.scalars(query.where(table.candidate_id == row.id).order_by(order)))

    decisions, events = of(scope.decisions(), Decision, Decision.at), of(scope.events(), CaseEvent, CaseEvent.at)
    lists = [
        ExportedList(run_id=run_list.run_id, suggestions=suggestions(run_list.lines or ""))
        for run_list in of(scope.run_lists(), RunList, RunList.run_id)
    ]
    placements = list(call.db.scalars(select(Placement).where(Placement.candidate_id == row.id).order_by(Placement.at)))
    disclosures, contacts = of(scope.disclosures(), Disclosure, Disclosure.day), _contacts(call, row)
    named = {d.vacancy_id for d in decisions} | {e.vacancy_id for e in [*events, *placements] if e.vacancy_id}
    named |= {s.vacancy_id for run_list in lists for s in run_list.suggestions}
    return Everything(
        id=row.id,
        label=row.label,
        created=row.created,
        closed=row.closed,
        referred=row.referred,
        enrolled=row.enrolled,
        in_work=row.in_work,
        versions=[
            ExportedVersion(version=v.version, at=v.at, by=v.by, record=Record.held(v.record))
            for v in call.db.scalars(versions(row).order_by(CandidateVersion.version))
        ],
        decisions=[ExportedDecision.model_validate(d, from_attributes=True) for d in decisions],
        proposals=[
            ExportedProposal.model_validate(p, from_attributes=True)
            for p in of(scope.proposals(), Proposal, Proposal.at)
        ],
        lists=lists,
        events=[ExportedEvent.model_validate(e, from_attributes=True) for e in events],
        placements=[ExportedPlacement.model_validate(p, from_attributes=True) for p in placements],
        disclosures=[ExportedDisclosure.model_validate(d, from_attributes=True) for d in disclosures],
        contacts=contacts,
        vacancies=ads_of(call, named),
        employers=employers_of(call, [item.employer_id for item in (*events, *placements, *disclosures, *contacts)]),
        log=[
            audit.log_entry(entry)
            for entry in call.db.scalars(scope.log().where(Entry.pseudonym == row.pseudonym).order_by(Entry.seq))
        ],
    )


def _contacts(call: Call, row: Candidate) -> list[ExportedContact]:
    """Contacts that served the candidate's wishes, without the notes: those belong to the employer."""
    query = call.scope.wishes().join(Contact, Contact.id == ContactWish.contact_id)
    query = query.where(ContactWish.candidate_id == row.id).order_by(Contact.day, Contact.id)
    columns = (Contact.employer_id, Contact.day, Contact.kind, Contact.face_to_face, ContactWish.statement)
    rows = call.db.execute(query.with_only_columns(*columns)).mappings()
    return [ExportedContact.model_validate(dict(mapping)) for mapping in rows]


def employers_of(call: Call, ids: Iterable[str | None]) -> dict[str, str]:
    """Employer id -> name, for employers still in the register."""
    wanted = sorted({id_ for id_ in ids if id_})
    query = call.scope.employers().where(Employer.id.in_(wanted))
    return {row.id: row.name for row in call.db.scalars(query)} if wanted else {}


def ads_of(call: Call, vacancy_ids: Iterable[str]) -> dict[str, Ad]:
    """Vacancy id -> its ad, for vacancies still stored."""
    rows = call.db.scalars(call.scope.vacancies().where(Vacancy.id.in_(sorted(vacancy_ids))))
    return {row.id: _ad(row.record) for row in rows}


def _ad(record: str) -> Ad:
    vacancy = vacancy_of(record)
    return Ad(title=vacancy.title.strip(), employer=vacancy.employer)


def change_of(proposal: ExportedProposal) -> dict[str, Any]:
    """The suggested change of a proposal: field of the limits -> new value."""
    change: dict[str, Any] = json.loads(proposal.change)
    return change
