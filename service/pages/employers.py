"""Pages of employers: the register, one employer with ads and contacts, the contact form, and sheets without names."""

import datetime
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Literal, get_args

from fastapi import APIRouter, Query, Response
from pydantic import ValidationError

from matcher.geography import places
from matcher.schema import Candidate as Person
from matcher.schema import problems
from service.ads import vacancies as ads
from service.calls import Call, etag
from service.cases import caseload, disclosure, steps
from service.cases.steps import About
from service.employers import contacts, register
from service.employers.contacts import NewContact, Purpose
from service.employers.register import EmployerFields
from service.keeper import vacancy_of
from service.pages.page_request import PageRequest, requests, see
from service.phrases import say, wrong
from service.problems import Refused
from service.store import Candidate, Contact, Employer, Shared, Vacancy

router = APIRouter(include_in_schema=False)
Employers = Annotated[PageRequest, requests("employers")]
For = Annotated[str, Query(alias="for", max_length=60, description="The candidate on whose behalf")]
Written = Annotated[str, Query(max_length=200)]
MOST = 100  # employers on the page; the rest are found by search
PLACES = re.compile(r"[\s,;]+")
FIELDS = ("name", "cvr", "places", "owner_id", "needs", "shared")
WISH = "wish."
# The choices for a contact: its kind, and whether it was face to face.
HOWS: dict[str, tuple[str, bool]] = {
    "met": ("visit", True),
    "nobody": ("visit", False),
    "call": ("call", False),
    "mail": ("mail", False),
}
OF_CONTACT = ("how", "day", "person", "purpose", "learned", "next_step", "next_day")
Values = dict[str, Any]


@dataclass(frozen=True)
class Line:
    """An employer in the list, and its next step if one is due."""

    row: Employer
    towns: str
    due: Contact | None


@dataclass(frozen=True)
class Ad:
    """An ad of an employer. stands: whether one can still apply."""

    id: str
    title: str
    published: datetime.date | None
    stands: bool


@dataclass(frozen=True)
class ContactEmployer:
    """The employer a contact was with: one in the register, that of an ad, or one still to be named."""

    row: Employer | None = None
    name: str = ""
    vacancy_id: str = ""


@router.get("/employers")
def employers(page: Employers, text: str = "", whose: Literal["mine", "all"] = "mine") -> Response:
    """The register: the user's own employers, due next steps first, or all employers by name."""
    with page.access.writing() as call:
        mine = whose == "mine" and not text.strip()
        query = register.listed(call, text[:200], mine=mine).order_by(Employer.key)
        rows = list(call.db.scalars(query.limit(MOST + 1)))
        due = contacts.due(call, [row.id for row in rows])
        week, names = contacts.week(call), call.names()
        call.log("employers.shown", shown=len(rows[:MOST]))
    lines = [Line(row, _towns(row), due.get(row.id)) for row in rows[:MOST]]
    if mine:
        lines.sort(key=lambda line: line.due.next_day or datetime.date.max if line.due else datetime.date.max)
    values = {"lines": lines, "more": len(rows) > MOST, "most": MOST, "names": names, "week": week}
    return page.page("employers.html", values | {"text": text[:200], "mine": mine})


def _towns(row: Employer) -> str:
    """Where an employer is: "8700 Horsens, 7100 Vejle"."""
    return ", ".join(f"{code} {places()[code].town}" for code in json.loads(row.places) if code in places())


# --- added and changed ---


@router.get("/employers/new")
def empty(page: Employers, for_: For = "") -> Response:
    """The form for a new employer."""
    return _form(page, {"owner_id": page.access.caller.id}, {}, for_=for_)


@router.post("/employers/new")
def create(page: Employers) -> Response:
    """Add an employer to the register; for a candidate, goes on to the contact form."""
    values, for_ = _sent(page), page.form.one("for")
    sent, errors = _read(page, values)
    if sent:
        try:
            with page.access.writing() as call:
                written = register.take_up(call, sent)
            path = f"/employers/{written.employer_id}"
            return see(f"{path}/contacts/new?for={for_}" if for_.isalpha() else path, told="employer_created")
        except Refused as refused:
            errors = _errors_of(page, refused)
    return _form(page, values, errors, for_=for_)


@router.get("/vacancies/{vacancy_id:path}/employer")
def of_vacancy(page: Employers, vacancy_id: str, for_: For = "") -> Response:
    """The employer of an ad; if it is not in the register, the form filled from the ad."""
    with page.access.reading() as call:
        row = ads.by_id(call, vacancy_id)
        employer = register.by_key(call, row.employer) if row.employer else None
    record = vacancy_of(row.record)
    if not row.employer:
        raise Refused("refused.not_found")
    if employer:
        return see(f"/employers/{employer.id}" + (f"?for={for_}" if for_.isalpha() else ""))
    values = {"name": record.employer, "places": record.postcode or "", "owner_id": page.access.caller.id}
    return _form(page, values, {}, for_=for_ if for_.isalpha() else "", vacancy=vacancy_id)


@router.get("/employers/{employer_id}/edit")
def fields(page: Employers, employer_id: str) -> Response:
    """The form of an employer's fields."""
    with page.access.reading() as call:
        row = register.by_id(call, employer_id)
        shared = register.is_shared(call, row)
    values = {name: getattr(row, name) or "" for name in FIELDS} | {"places": ", ".join(json.loads(row.places))}
    return _form(page, values | {"needs": (row.needs or "") if shared else ""}, {}, row=row, is_shared=shared)


@router.post("/employers/{employer_id}/edit")
def change(page: Employers, employer_id: str) -> Response:
    """Save an employer's fields."""
    values = _sent(page)
    with page.access.reading() as call:
        row = register.by_id(call, employer_id)
        shared = register.is_shared(call, row)
    if not shared:
        values |= {"owner_id": row.owner_id or "", "shared": row.shared, "needs": ""}
    sent, errors = _read(page, values)
    if sent:
        try:
            with page.access.writing() as call:
                register.change(call, employer_id, sent, etag(page.form.whole("version")))
            return see(f"/employers/{employer_id}", told="employer_changed")
        except Refused as refused:
            errors = _errors_of(page, refused)
    return _form(page, values, errors, row=row, is_shared=shared)


def _sent(page: PageRequest) -> Values:
    return {name: page.form.one(name) for name in FIELDS}


def _read(page: PageRequest, values: Values) -> tuple[EmployerFields | None, dict[str, str]]:
    sent = {name: value for name, value in values.items() if value}
    sent["places"] = [place for place in PLACES.split(values.get("places", "")) if place]
    try:
        return EmployerFields.model_validate(sent), {}
    except ValidationError as error:
        return None, {name.partition(".")[0]: words for name, words in _wrong(page, problems(error)).items()}


def _errors_of(page: PageRequest, refused: Refused) -> dict[str, str]:
    """Field -> its error. A change by another user stands under "version"; other refusals are raised again."""
    if refused.key == "refused.request":
        return {name.partition(".")[0]: words for name, words in _wrong(page, refused.fields).items()}
    if refused.key != "refused.changed":
        raise refused
    return {"version": say(refused.key, page.language)}


def _wrong(page: PageRequest, faults: Iterable[tuple[str, str, dict[str, Any]]]) -> dict[str, str]:
    return {name: wrong(code, allowed, page.language) for name, code, allowed in faults}


def _form(
    page: PageRequest,
    values: Values,
    errors: dict[str, str],
    *,
    row: Employer | None = None,
    is_shared: bool = True,
    for_: str = "",
    vacancy: str = "",
) -> Response:
    with page.access.writing() as call:
        people = sorted((user.name, user.id) for user in call.db.scalars(register.owners(call)))
    blank = dict.fromkeys(FIELDS, "") | {"shared": "all"}
    page_values: Values = {
        "values": blank | values,
        "errors": errors,
        "row": row,
        "people": people,
        "for_": for_,
        "vacancy": vacancy,
    }
    page_values |= {"is_shared": is_shared, "sharing": get_args(Shared)}
    return page.page("employer_form.html", page_values, 422 if errors else 200)


# --- one employer ---


@router.get("/employers/{employer_id}")
def employer(page: Employers, employer_id: str, for_: For = "") -> Response:
    """The page of an employer: ads now and before, contacts, and its needs if shared with the user."""
    with page.access.writing() as call:
        row = register.by_id(call, employer_id)
        shared, near, names = register.is_shared(call, row), register.near(call, row), call.names()
        employer_contacts = contacts.with_employer(call, row.id)
        served = contacts.wishes_of(call, [contact.id for contact in employer_contacts])
        employer_ads = [_ad(vacancy, page.today) for vacancy in register.vacancies_of(call, row)]
        due = contacts.due(call, [row.id]).get(row.id)
        call.log("employer.shown", employer=row.id)
        contacts.log_shown(call, row, served)
    return page.page(
        "employer.html",
        {
            "row": row,
            "towns": _towns(row),
            "names": names,
            "is_shared": shared,
            "near": [(other, _towns(other)) for other in near],
            "contacts": employer_contacts,
            "served": served,
            "due": due,
            "ads": [ad for ad in employer_ads if ad.stands],
            "earlier": [ad for ad in employer_ads if not ad.stands],
            "me": page.access.caller.id,
            "for_": for_ if for_.isalpha() else "",
        },
    )


def _ad(row: Vacancy, today: datetime.date) -> Ad:
    record = vacancy_of(row.record)
    expired = record.deadline is not None and record.deadline < today
    return Ad(row.id, record.title.strip(), record.published, row.withdrawn is None and not expired)


@router.post("/employers/{employer_id}/delete")
def delete(page: Employers, employer_id: str) -> Response:
    """Delete an employer, once the box that confirms it is ticked."""
    if not page.form.one("sure"):
        return see(f"/employers/{employer_id}#delete")
    register.delete(page.access, employer_id)
    return see("/employers", told="employer_deleted")


@router.post("/employers/{employer_id}/merge")
def merge(page: Employers, employer_id: str) -> Response:
    """Merge two employers, once the box that confirms it is ticked."""
    if not page.form.one("sure"):
        return see(f"/employers/{employer_id}#near")
    with page.access.writing() as call:
        register.merge(call, employer_id, page.form.one("employer_id"))
    return see(f"/employers/{employer_id}", told="employer_merged")


@router.get("/employers/{employer_id}/{sheet}")
def sheet(page: Employers, employer_id: str, sheet: Literal["call", "visit"]) -> Response:
    """A sheet of questions for a call or visit, to print: nothing about any person."""
    with page.access.writing() as call:
        row = register.by_id(call, employer_id)
        needs = row.needs if register.is_shared(call, row) else None
        employer_ads = [_ad(vacancy, page.today) for vacancy in register.vacancies_of(call, row)]
        call.log("employer.sheet", employer=row.id)
    values = {"row": row, "towns": _towns(row), "needs": needs, "ads": [ad for ad in employer_ads if ad.stands]}
    return page.page("employer_sheet.html", values | {"sheet": sheet})


# --- contacts ---


@router.get("/employers/{employer_id}/contacts/new")
def new_contact(page: Employers, employer_id: str, for_: For = "", purpose: Purpose | None = None) -> Response:
    """The contact form; a candidate and a purpose may be filled in."""
    with page.access.reading() as call:
        about = ContactEmployer(register.by_id(call, employer_id))
    return _contact_form(page, about, {"day": page.today.isoformat(), "purpose": purpose or ""}, {}, {}, for_)


@router.post("/employers/{employer_id}/contacts/new")
def add_contact(page: Employers, employer_id: str) -> Response:
    """Save a contact."""
    with page.access.reading() as call:
        about = ContactEmployer(register.by_id(call, employer_id))
    return _add_contact(page, about, page.form.one("for"))


@router.get("/candidates/{candidate_id}/contacts/new")
def new_contact_for(page: Employers, candidate_id: str, vacancy: Written = "") -> Response:
    """The contact form for a candidate, with the employer of an ad, or one named there, registered or not."""
    purpose = "vacancy" if vacancy else ""
    values = {"day": page.today.isoformat(), "purpose": purpose}
    return _contact_form(page, _contact_employer(page, candidate_id, vacancy), values, {}, {}, candidate_id)


@router.post("/candidates/{candidate_id}/contacts/new")
def add_contact_for(page: Employers, candidate_id: str) -> Response:
    """Save a contact, and add the employer to the register if new."""
    return _add_contact(page, _contact_employer(page, candidate_id, page.form.one("vacancy")), candidate_id)


def _contact_employer(page: PageRequest, candidate_id: str, vacancy_id: str) -> ContactEmployer:
    with page.access.reading() as call:
        call.candidate(candidate_id, to_change=True)
        if not vacancy_id:
            return ContactEmployer()
        ad = ads.by_id(call, vacancy_id)
        if not ad.employer:
            return ContactEmployer()
        return ContactEmployer(register.by_key(call, ad.employer), vacancy_of(ad.record).employer or "", vacancy_id)


def _add_contact(page: PageRequest, about: ContactEmployer, for_: str) -> Response:
    form = page.form
    values = {name: form.one(name) for name in OF_CONTACT}
    wishes = {name.removeprefix(WISH): words for name, words in form.named(WISH) if words}
    sent, errors = _contact_of(page, values, wishes)
    place, wrong_place = _place(page, about)
    if sent and place:
        try:
            with page.access.writing() as call:
                employer_id = steps.place(call, place).employer_id or ""
                contacts.add(call, employer_id, sent)
            back = f"/candidates/{for_}/course" if for_ in wishes else f"/employers/{employer_id}"
            return see(back, told="contact_created")
        except Refused as refused:
            errors = _errors_of(page, refused)
    return _contact_form(page, about, values | {"employer": form.one("employer")}, wishes, wrong_place | errors, for_)


def _place(page: PageRequest, about: ContactEmployer) -> tuple[About | None, dict[str, str]]:
    """The subject of a contact: its employer, the ad whose employer it is, or the name written; and errors by field."""
    if about.row or about.vacancy_id:
        return About(employer_id=about.row.id) if about.row else About(vacancy_id=about.vacancy_id), {}
    try:
        return About(employer=page.form.one("employer")), {}
    except ValidationError as error:
        return None, _wrong(page, problems(error))


def _contact_of(page: PageRequest, values: Values, wishes: dict[str, str]) -> tuple[NewContact | None, dict[str, str]]:
    sent = {name: value for name, value in values.items() if value and name != "how"}
    if values["how"] in HOWS:
        sent["kind"], sent["face_to_face"] = HOWS[values["how"]]
    sent["wishes"] = [{"candidate_id": whose, "statement": words} for whose, words in wishes.items()]
    try:
        return NewContact.model_validate(sent), {}
    except ValidationError as error:
        errors = _wrong(page, ((name, _chosen(code), allowed) for name, code, allowed in problems(error)))
        return None, {{"kind": "how"}.get(name, name.partition(".")[0]): words for name, words in errors.items()}


def _chosen(code: str) -> str:
    """The error code for a choice from a list on the page, whose words are not the codes."""
    return {"literal_error": "choose", "missing": "choose"}.get(code, code)


def _contact_form(
    page: PageRequest, about: ContactEmployer, values: Values, wishes: dict[str, str], errors: dict[str, str], for_: str
) -> Response:
    with page.access.writing() as call:
        cases = _cases(call, for_)
        chosen = [case for case in cases if case[0].id == for_]
        agreed = disclosure.agreed_of(call, for_) if chosen and about.row else {}
        call.log_all([("wishes.shown", row, {"employer": about.row.id if about.row else None}) for row, _ in cases])
    page_values = {
        "row": about.row,
        "about": about,
        "agreed": agreed.get(about.row.id) if about.row else None,
        "values": dict.fromkeys((*OF_CONTACT, "employer"), "") | values,
        "errors": errors,
        "chosen": chosen,
        "others": [case for case in cases if case[0].id != for_],
        "wishes": wishes,
        "hows": tuple(HOWS),
        "purposes": get_args(Purpose),
        "for_": for_ if chosen else "",
    }
    return page.page("employer_contact.html", page_values, 422 if errors else 200)


def _cases(call: Call, for_: str) -> Sequence[tuple[Candidate, Person]]:
    """The user's open candidates who have said something, and the one the contact is for."""
    own = [(row, record) for row, record in caseload.own(call) if record and record.statements]
    if for_ and for_ not in {row.id for row, _ in own}:
        row, record = caseload.with_record(call, for_)
        return own if row.closed else [(row, record), *own]
    return own


@router.post("/contacts/{contact_id}/delete")
def delete_contact(page: Employers, contact_id: str) -> Response:
    """Delete one of the user's own contacts, once the box that confirms it is ticked."""
    if not page.form.one("sure"):
        return see("/employers")
    return see(f"/employers/{contacts.delete(page.access, contact_id)}", told="contact_deleted")
