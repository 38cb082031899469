"""The register of employers: one row an employer, joined to its vacancies by the engine's key of the name.

Every colleague of a tenant sees an employer's name, places and owner. Its owner decides who reads and changes
the notes on its needs (``service.scope.Scope.learned``).
"""

import functools
import json
from collections.abc import Iterable, Sequence
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError
from sqlalchemy import Select, func, or_, select, update
from sqlalchemy import delete as sql_delete

from matcher.employers import Excluded, family, key, number, parts
from matcher.geography import places
from matcher.schema import FIT_TO_HOLD, AdName, Postcode, Text
from service.calls import Access, Body, Call, check_version
from service.problems import Refused
from service.store import (
    CaseEvent,
    Contact,
    Disclosure,
    Employer,
    EmployerName,
    Placement,
    Shared,
    Tenant,
    User,
    Vacancy,
)

LONGEST_NEEDS = 2000  # characters
MOST_PLACES = 20
MOST_ADS = 50  # ads of an employer that are read
FEWER: tuple[Shared, ...] = ("all", "team", "owner")  # each with fewer colleagues than the one before
# Weights of a CVR number's digits: the weighted sum is a multiple of 11 (Det Centrale Virksomhedsregister).
WEIGHTS = (2, 7, 6, 5, 4, 3, 2, 1)


def _cvr(text: str) -> str:
    """A valid CVR number as eight digits without spaces.

    >>> _cvr("10 15 08 17")
    '10150817'
    """
    digits = text.replace(" ", "")
    if len(digits) != len(WEIGHTS) or not (digits.isascii() and digits.isdigit()) or digits.startswith("0"):
        raise PydanticCustomError("cvr", "no CVR number")
    if sum(weight * int(digit) for weight, digit in zip(WEIGHTS, digits, strict=True)) % 11:
        raise PydanticCustomError("cvr", "no CVR number")
    return digits


def _known_place(postcode: str) -> str:
    if postcode not in places():
        raise PydanticCustomError("no_place", "no such postcode")
    return postcode


Cvr = Annotated[Text, AfterValidator(_cvr)]
Town = Annotated[Postcode, AfterValidator(_known_place)]
Needs = Annotated[Text, StringConstraints(max_length=LONGEST_NEEDS), FIT_TO_HOLD]


class EmployerFields(Body):
    """The fields of an employer. places: postcodes. owner_id: the colleague who keeps the contact.

    needs: what the employer needs, as learned from contacts. shared: who reads needs and contacts: all colleagues, the
    owner's team or the owner alone.
    """

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"name": "Nordlys Møbler A/S", "cvr": "10150817", "places": ["8700"]}]}
    )

    name: AdName
    cvr: Cvr | None = None
    places: tuple[Town, ...] = Field(default=(), max_length=MOST_PLACES)
    owner_id: str | None = None
    needs: Needs | None = None
    shared: Shared = "all"


class EmployerWritten(BaseModel):
    """The id of the written employer, and its version after the write."""

    employer_id: str
    version: int


def named(call: Call, name: str, postcode: str | None = None) -> Employer:
    """The employer of that name, added to the register if new; Refused if the text names no employer.

    postcode: the workplace in its ad.
    """
    mark = _key_of(name, "employer")
    employer = by_key(call, mark)
    if employer is None:
        towns = (postcode,) if postcode in places() else ()
        fields = EmployerFields.model_construct(name=name.strip(), owner_id=call.caller.id, places=towns)
        employer = _add(call, fields, mark)
    return employer


def by_key(call: Call, mark: str) -> Employer | None:
    """The employer with that key, for any of its names; None if there is none."""
    other = call.scope.employer_names().where(EmployerName.key == mark).with_only_columns(EmployerName.employer_id)
    query = call.scope.employers().where((Employer.key == mark) | Employer.id.in_(other))
    employer: Employer | None = call.db.scalars(query).first()
    return employer


def keys_of(call: Call, row: Employer) -> list[str]:
    """The keys of all names of an employer."""
    query = call.scope.employer_names().where(EmployerName.employer_id == row.id).with_only_columns(EmployerName.key)
    return [row.key, *call.db.scalars(query)]


def by_id(call: Call, employer_id: str, *, to_change: bool = False) -> Employer:
    """One of the tenant's employers; Refused if there is none."""
    query = call.scope.employers().where(Employer.id == employer_id)
    row: Employer = call.found(query.with_for_update(of=Employer) if to_change else query)
    return row


def is_shared(call: Call, row: Employer) -> bool:
    """Whether the caller may read the notes on an employer."""
    query = call.scope.employers().where(Employer.id == row.id, call.scope.learned())
    return call.db.scalars(query.with_only_columns(Employer.id)).first() is not None


def learned_of(call: Call) -> set[str]:
    """Ids of the employers whose notes the caller may read."""
    query = call.scope.employers().where(call.scope.learned()).with_only_columns(Employer.id)
    return set(call.db.scalars(query))


def listed(call: Call, text: str = "", *, mine: bool = False) -> Select[Any]:
    """The employers whose name, CVR number or town matches the text. mine: only those that the caller owns."""
    query = call.scope.employers()
    if mine:
        query = query.where(Employer.owner_id == call.caller.id)
    return query.where(_matches(text.strip())) if text.strip() else query


def _matches(text: str) -> Any:
    towns = [code for code, place in places().items() if code == text or _is_in(text, place.town)]
    ways = [Employer.cvr == text.replace(" ", "")]
    ways += [Employer.key.contains(key(text), autoescape=True)] if key(text) else []
    ways += [Employer.places.contains(f'"{code}"') for code in towns]
    return or_(*ways)


def _is_in(text: str, town: str) -> bool:
    """Whether a town matches: "København" also matches "København K"."""
    return f"{town} ".casefold().startswith(f"{text} ".casefold())


def take_up(call: Call, new_fields: EmployerFields) -> EmployerWritten:
    """Add an employer to the register; once per Idempotency-Key. Refused if it is there already."""

    def work() -> EmployerWritten:
        changing(call)
        mark = _key_of(new_fields.name)
        if by_key(call, mark) is not None:
            raise Refused("refused.request", [("name", "employer_there", {})])
        _check_owner(call, new_fields)
        return written(_add(call, new_fields, mark))

    return call.once(f"employer {new_fields.model_dump_json()}", work, EmployerWritten)


def written(row: Employer) -> EmployerWritten:
    """The id and version of an employer."""
    return EmployerWritten(employer_id=row.id, version=row.version)


def _add(call: Call, new_fields: EmployerFields, mark: str) -> Employer:
    row = Employer(tenant_id=call.caller.tenant_id, key=mark, **_columns(new_fields))
    call.db.add(row)
    call.db.flush()
    call.log("employer.created", employer=row.id)
    return row


def _columns(new_fields: EmployerFields) -> dict[str, Any]:
    columns = {name: getattr(new_fields, name) for name in ("name", "cvr", "owner_id", "needs", "shared")}
    return columns | {"places": json.dumps(list(dict.fromkeys(new_fields.places)))}


def _key_of(name: str, field: str = "name") -> str:
    mark = key(name)
    if not mark:
        raise Refused("refused.request", [(field, "missing", {})])
    return mark


def change(call: Call, employer_id: str, new_fields: EmployerFields, if_match: str | None) -> EmployerWritten:
    """Replace the fields of the version that ``if_match`` names.

    Needs are changed by those who may read the notes; owner and sharing by those who may delete the employer.
    """
    changing(call)
    row = by_id(call, employer_id, to_change=True)
    check_version(if_match, row.version)
    _check_name(call, row, new_fields.name)
    columns = _columns(new_fields) | _kept(call, row, new_fields)
    for name, value in columns.items():
        setattr(row, name, value)
    row.version += 1
    call.db.flush()
    call.log("employer.changed", employer=row.id, employer_version=row.version)
    return written(row)


def _check_name(call: Call, row: Employer, name: str) -> None:
    """Raise Refused if another employer has the name. Ads under the employer's former name stay with it."""
    mark = _key_of(name)
    other = by_key(call, mark)
    if other is not None and other.id != row.id:
        raise Refused("refused.request", [("name", "employer_there", {})])
    if mark != row.key:
        before, row.key = row.key, mark
        call.db.execute(sql_delete(EmployerName).where(EmployerName.employer_id == row.id, EmployerName.key == mark))
        call.db.add(EmployerName(tenant_id=row.tenant_id, key=before, employer_id=row.id))


def _kept(call: Call, row: Employer, new_fields: EmployerFields) -> dict[str, Any]:
    """The fields that stay because the caller cannot read them; Refused if the caller would change one."""
    if is_shared(call, row):
        if (new_fields.owner_id, new_fields.shared) != (row.owner_id, row.shared):
            _check_owned(call, row)
            _check_owner(call, new_fields)
        return {}
    if (new_fields.owner_id, new_fields.shared) != (row.owner_id, row.shared) or new_fields.needs is not None:
        raise Refused("refused.others_employer")
    return {"needs": row.needs}


def _check_owner(call: Call, new_fields: EmployerFields) -> None:
    """Raise Refused if the owner is no active colleague with employers, or an employer without owner is not shared."""
    if new_fields.owner_id is None and new_fields.shared != "all":
        raise Refused("refused.request", [("owner_id", "missing", {})])
    if new_fields.owner_id and call.db.scalars(owners(call).where(User.id == new_fields.owner_id)).first() is None:
        raise Refused("refused.request", [("owner_id", "not_a_colleague", {})])


def owners(call: Call) -> Select[Any]:
    """Colleagues who can keep the contact with an employer."""
    return call.scope.colleagues().where(User.active, User.role.in_(("consultant", "supervisor")))


def changing(call: Call) -> None:
    """Lock the tenant and counts the change: notes are documents of the leads' index."""
    tenant = Tenant.id == call.caller.tenant_id
    call.db.execute(update(Tenant).where(tenant).values(vacancies_changed=Tenant.vacancies_changed + 1))


def delete(access: Access, employer_id: str) -> None:
    """Delete an employer with its contacts. Refused if a candidate has or had a job there, or a colleague owns it."""
    with access.writing() as call:
        _delete(call, employer_id)
    access.service.eraser.deleted()


def _delete(call: Call, employer_id: str) -> None:
    changing(call)
    row = by_id(call, employer_id, to_change=True)
    _check_owned(call, row)
    jobs = select(func.count()).select_from(Placement).where(Placement.employer_id == row.id)
    if call.db.scalar(jobs):  # of any caseload: a figure would lose its employer
        raise Refused("refused.employer_in_use")
    call.db.execute(sql_delete(Employer).where(Employer.id == row.id))
    entry = call.log("employer.deleted", employer=employer_id)
    call.service.removals.note(entry, "employer", employer_id)


def _check_owned(call: Call, row: Employer) -> None:
    """Raise Refused unless the employer is the caller's own, nobody's, or shared with the calling supervisor."""
    mine = row.owner_id in (None, call.caller.id)
    if not mine and not (call.caller.role == "supervisor" and is_shared(call, row)):
        raise Refused("refused.others_employer")


@functools.lru_cache(maxsize=8192)  # employers in the register of a large tenant
def _family(name: str) -> int:
    return number(family(name))


def near(call: Call, row: Employer) -> list[Employer]:
    """Employers with similar names: possible duplicates, for a person to decide."""
    families = Excluded(parts(row.name)).families | {_family(row.name)}
    others = call.db.scalars(call.scope.employers().where(Employer.id != row.id).order_by(Employer.name))
    return [other for other in others if _family(other.name) in families]


def merge(call: Call, employer_id: str, other_id: str) -> EmployerWritten:
    """Merge another employer into this one: contacts, jobs, agreements and names move here.

    The stricter sharing of the two is kept, with the owner of the employer that had it.
    """
    changing(call)
    row, other = by_id(call, employer_id, to_change=True), by_id(call, other_id, to_change=True)
    if row.id == other.id:
        raise Refused("refused.conflict")
    for employer in (row, other):
        if not is_shared(call, employer):
            raise Refused("refused.others_employer")
    _move(call, row, other)
    row.cvr = row.cvr or other.cvr
    row.places = json.dumps(list(dict.fromkeys([*json.loads(row.places), *json.loads(other.places)])))
    row.needs = "\n".join(filter(None, (row.needs, other.needs))) or None
    closer = max(other, row, key=lambda employer: (FEWER.index(employer.shared), employer is row))
    for employer in (row, other):
        if employer.shared != closer.shared:  # colleagues who could read the notes would lose them
            _check_owned(call, employer)
    row.owner_id, row.shared = closer.owner_id or row.owner_id or other.owner_id, closer.shared
    row.version += 1
    mark = other.key
    call.db.execute(sql_delete(Employer).where(Employer.id == other.id))
    call.db.add(EmployerName(tenant_id=row.tenant_id, key=mark, employer_id=row.id))
    call.db.flush()
    call.log("employer.merged", employer=row.id, other=other_id, employer_version=row.version)
    return written(row)


def _move(call: Call, row: Employer, other: Employer) -> None:
    """Move the other employer's rows to this one.

    Of two agreements with a candidate, one that discloses nothing is kept, else the later one: a colleague who
    merges employers may not know the person, and must not disclose more.
    """
    for table in (Contact, Placement, CaseEvent, EmployerName):
        call.db.execute(update(table).where(table.employer_id == other.id).values(employer_id=row.id))
    states = {state.candidate_id: state for state in _states(call, row.id)}
    for moved in _states(call, other.id):
        own_state = states.get(moved.candidate_id)
        if own_state is None or _stands(moved, own_state):
            if own_state is not None:
                call.db.execute(_of(own_state))
            call.db.execute(update(Disclosure).where(*_is(moved)).values(employer_id=row.id))


def _stands(moved: Disclosure, own_state: Disclosure) -> bool:
    return own_state.at < moved.at if moved.is_open == own_state.is_open else own_state.is_open


def _states(call: Call, employer_id: str) -> Sequence[Disclosure]:
    return list(call.db.scalars(select(Disclosure).where(Disclosure.employer_id == employer_id)))


def _is(state: Disclosure) -> Iterable[Any]:
    return Disclosure.candidate_id == state.candidate_id, Disclosure.employer_id == state.employer_id


def _of(state: Disclosure) -> Any:
    return sql_delete(Disclosure).where(*_is(state)).execution_options(synchronize_session=False)


def vacancies_of(call: Call, row: Employer) -> list[Vacancy]:
    """An employer's vacancies, withdrawn ones last, each group the latest first; up to ``MOST_ADS``."""
    query = call.scope.vacancies().where(Vacancy.employer.in_(keys_of(call, row)))
    order = (Vacancy.withdrawn.is_not(None), Vacancy.changed.desc(), Vacancy.id)
    return list(call.db.scalars(query.order_by(*order).limit(MOST_ADS)))
