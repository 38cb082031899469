"""Employers and contacts with them: the register, what was learned, whose wish a contact served, and leads."""

import datetime
import json
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Response
from fastapi import Body as Sent
from pydantic import BaseModel

from service.calls import PAGE, Access, Body, Call, Cursor, IfMatch, Limit, asks, by, etag, page
from service.cases import leads
from service.cases.leads import LeadList, WantedLeads
from service.employers import contacts, register
from service.employers.contacts import ContactWritten, NewContact
from service.employers.register import EmployerFields, EmployerWritten
from service.keeper import readable
from service.problems import responses
from service.store import Contact, ContactKind, Employer, Shared, Vacancy

router = APIRouter(tags=["employers"])
ByConsultant = Annotated[Call, by("employers")]
AsFields = Annotated[EmployerFields, Sent()]
AsWanted = Annotated[WantedLeads, Depends()]


class EmployerShown(BaseModel):
    """An employer, as every colleague sees it. is_shared: whether the caller may read what was learned of it."""

    id: str
    name: str
    cvr: str | None
    places: list[str]
    owner_id: str | None
    shared: Shared
    version: int
    created: datetime.datetime


class EmployerRead(EmployerShown):
    """An employer with what was learned, where that is shared with the caller."""

    is_shared: bool
    needs: str | None
    near: list[EmployerShown]


class Employers(BaseModel):
    """A page of the register, by the key of the name."""

    employers: list[EmployerShown]
    next: str | None


class EmployerAd(BaseModel):
    """A vacancy of an employer, also one that was withdrawn. title: None where it is damaged."""

    vacancy_id: str
    title: str | None
    withdrawn: datetime.datetime | None
    changed: datetime.datetime


class EmployerAds(BaseModel):
    """An employer's vacancies, those that stand first."""

    vacancies: list[EmployerAd]


class WishShown(BaseModel):
    """The wish that a contact served, of a candidate within reach."""

    candidate_id: str
    statement: str


class ContactShown(BaseModel):
    """A contact. number_of_wishes: how many it served when it was written down; wishes: those within reach."""

    id: str
    by: str
    day: datetime.date
    kind: ContactKind
    face_to_face: bool
    person: str | None
    purpose: str
    learned: str | None
    next_step: str | None
    next_day: datetime.date | None
    number_of_wishes: int
    wishes: list[WishShown]
    at: datetime.datetime


class Contacts(BaseModel):
    """Contacts with an employer, the latest first."""

    contacts: list[ContactShown]


class WeekShown(BaseModel):
    """Contacts face to face since Monday: the caller's own, how many are aimed at, and a supervisor's team's sum."""

    mine: int
    of: int
    team: int | None


class Other(Body):
    """The employer that is the same."""

    employer_id: str


@router.get("/v1/employers", responses=responses(401, 403, 422))
def employers(
    call: ByConsultant,
    cursor: Cursor = None,
    limit: Limit = PAGE,
    text: Annotated[str, Query(max_length=200, description="A name, a CVR number or a town")] = "",
    mine: Annotated[bool, Query(description="Those that the caller keeps the contact with")] = False,
) -> Employers:
    """The register."""
    rows, following = page(call, register.listed(call, text, mine=mine), Employer.key, cursor, limit)
    call.log("employers.shown", shown=len(rows))
    return Employers(employers=[EmployerShown(**_plain(row)) for row in rows], next=following)


@router.post("/v1/employers", status_code=201, responses=responses(401, 403, 409, 422))
def create_employer(sent: AsFields, response: Response, call: ByConsultant) -> EmployerWritten:
    """Take an employer into the register."""
    written = register.take_up(call, sent)
    response.headers["Location"] = f"/v1/employers/{written.employer_id}"
    response.headers["ETag"] = etag(written.version)
    return written


@router.get("/v1/employers/{employer_id}", responses=responses(401, 403, 404))
def employer(employer_id: str, response: Response, call: ByConsultant) -> EmployerRead:
    """An employer, and others whose names are near. The ETag is what a change must name."""
    row = register.by_id(call, employer_id)
    shared = register.is_shared(call, row)
    near = [EmployerShown(**_plain(other)) for other in register.near(call, row)]
    call.log("employer.shown", employer=row.id)
    response.headers["ETag"] = etag(row.version)
    return EmployerRead(**_plain(row), is_shared=shared, needs=row.needs if shared else None, near=near)


@router.put("/v1/employers/{employer_id}", responses=responses(401, 403, 404, 409, 412, 422, 428))
def replace_employer(
    employer_id: str, sent: AsFields, response: Response, call: ByConsultant, if_match: IfMatch = None
) -> EmployerWritten:
    """Put these fields in place of the version that was read."""
    written = register.change(call, employer_id, sent, if_match)
    response.headers["ETag"] = etag(written.version)
    return written


@router.delete("/v1/employers/{employer_id}", status_code=204, responses=responses(401, 403, 404, 409))
def delete_employer(employer_id: str, access: Annotated[Access, asks("employers")]) -> None:
    """Delete an employer with its contacts. Refused while somebody has or had a job there."""
    register.delete(access, employer_id)


@router.post("/v1/employers/{employer_id}/merge", responses=responses(401, 403, 404, 409, 422))
def merge_employers(employer_id: str, sent: Other, response: Response, call: ByConsultant) -> EmployerWritten:
    """Make one employer of two; this one stays, and cannot be parted again."""
    written = register.merge(call, employer_id, sent.employer_id)
    response.headers["ETag"] = etag(written.version)
    return written


@router.get("/v1/employers/{employer_id}/vacancies", responses=responses(401, 403, 404))
def employer_vacancies(employer_id: str, call: ByConsultant) -> EmployerAds:
    """The vacancies of an employer, now and before."""
    rows = register.vacancies_of(call, register.by_id(call, employer_id))
    return EmployerAds(vacancies=[_ad(row) for row in rows])


@router.get("/v1/employers/{employer_id}/contacts", responses=responses(401, 403, 404))
def employer_contacts(employer_id: str, call: ByConsultant) -> Contacts:
    """The contacts with an employer that are shared with the caller, and the caller's own."""
    row = register.by_id(call, employer_id)
    contact_rows = contacts.with_employer(call, row.id)
    served = contacts.wishes_of(call, [contact.id for contact in contact_rows])
    contacts.log_shown(call, row, served)
    wishes = {
        id_: [WishShown(candidate_id=candidate.id, statement=statement) for candidate, statement in whose]
        for id_, whose in served.items()
    }
    return Contacts(contacts=[_contact(contact, wishes.get(contact.id, [])) for contact in contact_rows])


@router.post("/v1/employers/{employer_id}/contacts", status_code=201, responses=responses(401, 403, 404, 409, 422))
def add_contact(employer_id: str, sent: NewContact, call: ByConsultant) -> ContactWritten:
    """Write a contact down: what was learned, what comes next, and whose wish it served."""
    return contacts.add(call, employer_id, sent)


@router.get("/v1/contacts/week", responses=responses(401, 403))
def contacts_of_week(call: ByConsultant) -> WeekShown:
    """How many contacts were face to face this week."""
    return WeekShown.model_validate(contacts.week(call), from_attributes=True)


@router.delete("/v1/contacts/{contact_id}", status_code=204, responses=responses(401, 403, 404))
def delete_contact(contact_id: str, access: Annotated[Access, asks("employers")]) -> None:
    """Delete a contact of one's own."""
    contacts.delete(access, contact_id)


@router.get("/v1/candidates/{candidate_id}/leads", responses=responses(401, 403, 404, 422, 503))
def candidate_leads(candidate_id: str, access: Annotated[Access, asks("cases")], wanted: AsWanted) -> LeadList:
    """Employers without an ad for a candidate, ranked by what is known of them and explained by the same sum."""
    return leads.of_candidate(access, candidate_id, wanted)


def _plain(row: Employer) -> dict[str, Any]:
    names = ("id", "name", "cvr", "owner_id", "shared", "version", "created")
    return {name: getattr(row, name) for name in names} | {"places": json.loads(row.places)}


def _ad(row: Vacancy) -> EmployerAd:
    record = readable(row.record)
    title = record.title.strip() if record else None
    return EmployerAd(vacancy_id=row.id, title=title, withdrawn=row.withdrawn, changed=row.changed)


def _contact(contact: Contact, wishes: list[WishShown]) -> ContactShown:
    names = set(ContactShown.model_fields) - {"number_of_wishes", "wishes"}
    plain = {name: getattr(contact, name) for name in names}
    return ContactShown(**plain, number_of_wishes=contact.wishes, wishes=wishes)
