"""Vacancies: in, in any format of a feed; out, with the facts read from them and the words they were read from."""

import datetime
import itertools
import tempfile
from collections.abc import AsyncIterator, Iterable
from pathlib import Path
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Body, Depends, Query, Request, Response
from pydantic import BaseModel
from sqlalchemy import update

from matcher import feeds, reader
from matcher.phrases import wrong
from matcher.schema import Corrected, Correction, Facts
from matcher.schema import Vacancy as Record
from service.api.candidates import IfMatch, etag
from service.calls import PAGE, Asking, Call, Cursor, Limit, asks, by, page
from service.keeper import as_json, digest
from service.problems import Refused, responses
from service.store import Tenant, Vacancy, now

router = APIRouter(tags=["vacancies"])
BLOCK = 500  # vacancies written in one transaction: others wait no longer than for those
LONGEST_ID = 200
Format = Literal["jsonl", "json", "html", "csv", "txt"]
Result = Literal["created", "changed", "unchanged", "refused"]
EXAMPLES: dict[str, Any] = {
    "deadline": {
        "summary": "Another deadline and another place than what was read",
        "value": {"deadline": "2026-12-15", "postcode": "8700"},
    },
    "requirements": {
        "summary": "A licence is good to have and no more, and nothing else is asked for",
        "value": {"requirements": [{"kind": "driving_licence", "strength": "desirable", "what": "B"}]},
    },
    "as read": {"summary": "What was read stands again", "value": {}},
}
AsCorrection = Annotated[Correction, Body(openapi_examples=EXAMPLES)]
FEED_BODY = {
    "requestBody": {
        "required": True,
        "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
    }
}


class Row(BaseModel):
    """What became of one vacancy of a feed; a refused one has its row, the field and what was expected there."""

    result: Result
    id: str | None = None
    row: int | None = None
    field: str | None = None
    expected: str | None = None


class Pushed(BaseModel):
    """What became of a feed."""

    created: int
    changed: int
    unchanged: int
    refused: int
    rows: list[Row]


class VacancyShown(BaseModel):
    """A vacancy as it came, and which version of it this is."""

    id: str
    version: int
    changed: datetime.datetime
    withdrawn: datetime.datetime | None
    record: Record


class VacancyRead(VacancyShown):
    """A vacancy with the facts read from it, each with its quote."""

    facts: Facts


class Vacancies(BaseModel):
    """A page of vacancies."""

    vacancies: list[VacancyShown]
    next: str | None


async def feed_file(
    request: Request,
    asking: Annotated[Asking, asks("push")],  # before anything is read
    format: Annotated[Format, Query(description="As `ipsmatch index` reads files that end so; txt: one pasted ad")],
) -> AsyncIterator[Path]:
    """The body in a file of its own, for as long as the call lasts."""
    folder = asking.service.settings.data
    with tempfile.NamedTemporaryFile(dir=folder, prefix=".feed-", suffix=f".{format}") as file:
        async for part in request.stream():
            file.write(part)
        file.flush()
        yield Path(file.name)


@router.post("/v1/vacancies", responses=responses(401, 403, 413, 422), openapi_extra=FEED_BODY)
def push(asking: Annotated[Asking, asks("push")], file: Annotated[Path, Depends(feed_file)]) -> Pushed:
    """Put vacancies in, in place of those of the same id. The same again changes nothing: it can be repeated."""
    rows: list[Row] = []
    for block in _blocks(feeds.vacancies([file])):
        rows += [_refused(asking, item) for item in block if isinstance(item, feeds.Refusal)]
        with asking.writing() as call:
            rows += _upsert(call, [item for item in block if isinstance(item, Record)])
    asking.service.keeper.changed()
    counts = {
        result: sum(r.result == result for r in rows) for result in ("created", "changed", "unchanged", "refused")
    }
    return Pushed(rows=rows, **counts)


def _blocks(items: Iterable[Record | feeds.Refusal]) -> Iterable[list[Record | feeds.Refusal]]:
    left = iter(items)
    while block := list(itertools.islice(left, BLOCK)):
        yield block


def _refused(asking: Asking, refusal: feeds.Refusal) -> Row:
    expected = wrong(refusal.code, refusal.allowed, asking.language)
    return Row(result="refused", row=refusal.row, field=refusal.field, expected=expected)


def _upsert(call: Call, records: list[Record]) -> list[Row]:
    """Write a block. The tenant's count goes up first, which holds others who write vacancies until this is done."""
    tenant = call.caller.tenant_id
    call.db.execute(update(Tenant).where(Tenant.id == tenant).values(vacancies_changed=Tenant.vacancies_changed + 1))
    ids = [r.id for r in records]
    there = {v.id: v for v in call.db.scalars(call.scope.vacancies().where(Vacancy.id.in_(ids)))}
    rows = [_upsert_one(call, record, there.get(record.id)) for record in records]
    counts = {result: sum(r.result == result for r in rows) for result in ("created", "changed", "unchanged")}
    call.log("vacancies.pushed", **counts)
    return rows


def _upsert_one(call: Call, record: Record, there: Vacancy | None) -> Row:
    if len(record.id) > LONGEST_ID or "\0" in record.id:
        expected = wrong("string_too_long", {"max_length": LONGEST_ID}, call.language)
        return Row(result="refused", field="id", expected=expected)
    record = record.model_copy(update={"corrected": _kept(record, there)})
    text = as_json(record)
    mark = digest(text)
    if there is None:
        call.db.add(Vacancy(tenant_id=call.caller.tenant_id, id=record.id, record=text, digest=mark))
        return Row(result="created", id=record.id)
    if there.digest == mark and there.withdrawn is None:
        return Row(result="unchanged", id=record.id)
    there.record, there.digest, there.version = text, mark, there.version + 1
    there.changed, there.withdrawn = now(), None
    return Row(result="changed", id=record.id)


def _kept(record: Record, there: Vacancy | None) -> Corrected:
    """What was corrected stays as long as the ad says the same; no feed brings corrections."""
    before = Record.model_validate_json(there.record) if there else None
    return before.corrected if before and before.text == record.text else Corrected()


def correct(call: Call, vacancy_id: str, right: Correction, if_match: str | None) -> Vacancy:
    """Put what a human says in place of what was read: a new version of the vacancy, used from then on."""
    found: Vacancy = call.found(call.scope.vacancies().where(Vacancy.id == vacancy_id).with_for_update())
    if if_match is None:
        raise Refused("refused.version")
    if if_match != etag(found.version):
        raise Refused("refused.changed")
    said = right.model_dump(exclude_defaults=True, exclude={"hours": {"quote"}})
    signed = said | {"by": call.caller.id, "at": now().isoformat(timespec="seconds")} if said else {}
    before = Record.model_validate_json(found.record)
    found.record = as_json(before.model_copy(update={"corrected": Corrected.model_validate(signed)}))
    found.digest, found.version, found.changed = digest(found.record), found.version + 1, now()
    tenant = Tenant.id == call.caller.tenant_id
    call.db.execute(update(Tenant).where(tenant).values(vacancies_changed=Tenant.vacancies_changed + 1))
    call.log("vacancy.corrected", vacancy=found.id, vacancy_version=found.version, fields=sorted(said))
    return found


@router.get("/v1/vacancies", responses=responses(401, 403, 422))
def vacancies(
    call: Annotated[Call, by("vacancies")], cursor: Cursor = None, limit: Limit = PAGE,
    withdrawn: Annotated[bool, Query(description="Also those that were withdrawn")] = False,
) -> Vacancies:  # fmt: skip
    """The tenant's vacancies, by id."""
    query = call.scope.vacancies()
    rows, following = page(
        call, query if withdrawn else query.where(Vacancy.withdrawn.is_(None)), Vacancy.id, cursor, limit
    )
    return Vacancies(vacancies=[VacancyShown(**_shown(v)) for v in rows], next=following)


@router.get("/v1/vacancies/{vacancy_id:path}", responses=responses(401, 403, 404))
def vacancy(vacancy_id: str, response: Response, call: Annotated[Call, by("vacancies")]) -> VacancyRead:
    """A vacancy and its facts. The ETag is what a correction must name."""
    return _read(call.found(call.scope.vacancies().where(Vacancy.id == vacancy_id)), response)


@router.put("/v1/vacancies/{vacancy_id:path}/correction", responses=responses(401, 403, 404, 412, 422, 428))
def put_right(
    vacancy_id: str, right: AsCorrection, response: Response, asking: Annotated[Asking, asks("cases")],
    if_match: IfMatch = None,
) -> VacancyRead:  # fmt: skip
    """Put right what was read wrongly, in place of all that was put right before; for everybody of the tenant.

    It is kept with who and when, used from then on, and stays until the ad says something else.
    """
    with asking.writing() as call:
        read = _read(correct(call, vacancy_id, right, if_match), response)
    asking.service.keeper.changed()
    return read


def _read(vacancy: Vacancy, response: Response) -> VacancyRead:
    response.headers["ETag"] = etag(vacancy.version)
    shown = _shown(vacancy)
    return VacancyRead(**shown, facts=reader.read(shown["record"]))


@router.delete("/v1/vacancies/{vacancy_id:path}", status_code=204, responses=responses(401, 403, 404))
def withdraw(vacancy_id: str, call: Annotated[Call, by("push")]) -> None:
    """Withdraw a vacancy: it is on no list any more. What was decided about it stays."""
    found: Vacancy = call.found(call.scope.vacancies().where(Vacancy.id == vacancy_id))
    if found.withdrawn is None:
        found.withdrawn = now()
        tenant = Tenant.id == call.caller.tenant_id
        call.db.execute(update(Tenant).where(tenant).values(vacancies_changed=Tenant.vacancies_changed + 1))
        call.log("vacancy.withdrawn", vacancy=found.id, vacancy_version=found.version)
    call.service.keeper.changed()


def _shown(vacancy: Vacancy) -> dict[str, Any]:
    return {
        "id": vacancy.id, "version": vacancy.version, "changed": vacancy.changed, "withdrawn": vacancy.withdrawn,
        "record": Record.model_validate_json(vacancy.record),
    }  # fmt: skip
