"""Vacancies: put in, in any format of a feed; read, with their facts and quotes; correct and withdraw."""

import datetime
import tempfile
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Body, Depends, Query, Request, Response
from pydantic import BaseModel

from matcher.facts import Facts, known
from matcher.schema import Correction
from matcher.schema import Vacancy as Record
from service.ads import vacancies as ads
from service.ads.vacancies import Pushed
from service.calls import PAGE, Access, Call, Cursor, IfMatch, Limit, asks, by, etag, page
from service.keeper import readable
from service.problems import Refused, responses
from service.store import Vacancy

router = APIRouter(tags=["vacancies"])
Format = Literal["jsonl", "json", "html", "csv", "txt"]
EXAMPLES: dict[str, Any] = {
    "deadline": {
        "summary": "Another deadline and another place than what was read",
        "value": {"deadline": "2026-12-15", "postcode": "8700"},
    },
    "requirements": {
        "summary": "A licence is only desirable, and nothing else is required",
        "value": {"requirements": [{"kind": "driving_licence", "strength": "desirable", "what": "B"}]},
    },
    "as read": {"summary": "Remove the correction: the facts are again as read", "value": {}},
}
AsCorrection = Annotated[Correction, Body(openapi_examples=EXAMPLES)]
FEED_BODY = {
    "requestBody": {
        "required": True,
        "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
    }
}


class VacancyShown(BaseModel):
    """A vacancy as it came in, and its version. record: None if it is damaged; send it again then."""

    id: str
    version: int
    changed: datetime.datetime
    withdrawn: datetime.datetime | None
    record: Record | None


class VacancyRead(VacancyShown):
    """A vacancy with what is known of it: each fact with its source, its quote, and what another source says."""

    record: Record
    facts: Facts


class Vacancies(BaseModel):
    """A page of vacancies."""

    vacancies: list[VacancyShown]
    next: str | None


async def feed_file(
    request: Request,
    access: Annotated[Access, asks("push")],  # checked before the body is read
    format: Annotated[Format, Query(description="The ending of such a file for `ipsmatch index`; txt: one pasted ad")],
) -> AsyncIterator[Path]:
    """The body in a file of its own, for as long as the call."""
    folder = access.service.settings.data
    with tempfile.NamedTemporaryFile(dir=folder, prefix=".feed-", suffix=f".{format}") as file:
        async for part in request.stream():
            file.write(part)
        file.flush()
        yield Path(file.name)


@router.post("/v1/vacancies", responses=responses(401, 403, 408, 413, 422), openapi_extra=FEED_BODY)
def push(access: Annotated[Access, asks("push")], file: Annotated[Path, Depends(feed_file)]) -> Pushed:
    """Put vacancies in; one with a known id replaces the old one. The call can be repeated and changes nothing then."""
    return ads.push(access, file, pasted=access.caller.role != "feed")


@router.get("/v1/vacancies", responses=responses(401, 403, 422))
def vacancies(
    call: Annotated[Call, by("vacancies")],
    cursor: Cursor = None,
    limit: Limit = PAGE,
    withdrawn: Annotated[bool, Query(description="Withdrawn ones too")] = False,
) -> Vacancies:
    """The tenant's vacancies, by id."""
    query = call.scope.vacancies()
    rows, following = page(
        call, query if withdrawn else query.where(Vacancy.withdrawn.is_(None)), Vacancy.id, cursor, limit
    )
    return Vacancies(vacancies=[VacancyShown(**_fields(v)) for v in rows], next=following)


@router.get("/v1/vacancies/{vacancy_id:path}", responses=responses(401, 403, 404))
def vacancy(vacancy_id: str, response: Response, call: Annotated[Call, by("vacancies")]) -> VacancyRead:
    """A vacancy and its facts. A correction must name its ETag."""
    return _read(ads.by_id(call, vacancy_id), response)


@router.put("/v1/vacancies/{vacancy_id:path}/correction", responses=responses(401, 403, 404, 412, 422, 428))
def put_correction(
    vacancy_id: str,
    correction: AsCorrection,
    response: Response,
    access: Annotated[Access, asks("cases")],
    if_match: IfMatch = None,
) -> VacancyRead:
    """Correct facts that were read wrongly, for the whole tenant. It replaces all earlier corrections.

    The correction is kept with its author and time. It is used from then on, until the text of the ad changes.
    """
    with access.writing() as call:
        read = _read(ads.correct(call, vacancy_id, correction, if_match), response)
    access.service.keeper.changed()
    return read


def _read(vacancy: Vacancy, response: Response) -> VacancyRead:
    response.headers["ETag"] = etag(vacancy.version)
    fields = _fields(vacancy)
    if fields["record"] is None:
        raise Refused("refused.damaged")
    return VacancyRead(**fields, facts=known(fields["record"]))


@router.delete("/v1/vacancies/{vacancy_id:path}", status_code=204, responses=responses(401, 403, 404))
def withdraw(vacancy_id: str, access: Annotated[Access, asks("push")]) -> None:
    """Withdraw a vacancy from all lists. Decisions about it stay."""
    with access.writing() as call:
        ads.withdraw(call, vacancy_id)
    access.service.keeper.changed()


def _fields(vacancy: Vacancy) -> dict[str, Any]:
    return {
        "id": vacancy.id,
        "version": vacancy.version,
        "changed": vacancy.changed,
        "withdrawn": vacancy.withdrawn,
        "record": readable(vacancy.record),
    }
