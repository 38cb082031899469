"""The log: a tenant's whole log for its auditor, and one candidate's entries for the consultant and supervisor."""

from collections.abc import Iterator
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import StreamingResponse
from pydantic import BaseModel
from sqlalchemy import ColumnElement

from service import audit
from service.audit import LogEntry
from service.calls import PAGE, Access, Call, Limit, asks, by, page
from service.problems import responses
from service.store import Entry

router = APIRouter(tags=["log"])
BLOCK = 1000  # entries read at a time for an export
Before = Annotated[int | None, Query(ge=1, le=2**31 - 1, description="`next` of the previous page")]


class Log(BaseModel):
    """A page of the log, the latest first."""

    entries: list[LogEntry]
    next: str | None


@router.get("/v1/log", responses=responses(401, 403, 422))
def log(
    call: Annotated[Call, by("log")],
    cursor: Before = None,
    limit: Limit = PAGE,
    pseudonym: Annotated[str | None, Query(max_length=40, description="Only entries about this candidate")] = None,
) -> Log:
    """The tenant's log."""
    query = call.scope.log()
    log_page = _page(call, query if pseudonym is None else query.where(Entry.pseudonym == pseudonym), cursor, limit)
    call.log("log.shown")
    return log_page


@router.get("/v1/log/export", response_class=StreamingResponse, responses=responses(401, 403))
def export(access: Annotated[Access, asks("log")]) -> StreamingResponse:
    """The tenant's whole log as JSON Lines, the oldest first; the last entry is that of this export."""
    with access.writing() as call:
        end = call.log("log.exported").seq
    lines = ("".join(audit.log_entry(entry).model_dump_json() + "\n" for entry in rows) for rows in blocks(access, end))
    return StreamingResponse(lines, media_type="application/jsonl")


def blocks(access: Access, end: int, *narrowed: ColumnElement[bool]) -> Iterator[list[Entry]]:
    """The tenant's log up to entry ``end``, the oldest first, in blocks of a transaction each."""
    last = 0
    while True:
        with access.reading() as call:
            query = call.scope.log().where(Entry.seq > last, Entry.seq <= end, *narrowed)
            rows = list(call.db.scalars(query.order_by(Entry.seq).limit(BLOCK)))
        if not rows:
            return
        yield rows
        last = rows[-1].seq


@router.get("/v1/candidates/{candidate_id}/log", responses=responses(401, 403, 404, 422))
def candidate_log(
    candidate_id: str, call: Annotated[Call, by("cases")], cursor: Before = None, limit: Limit = PAGE
) -> Log:
    """Who did what about one candidate."""
    row = call.candidate(candidate_id)
    log_page = _page(call, call.scope.log().where(Entry.pseudonym == row.pseudonym), cursor, limit)
    call.log("candidate.log_shown", row)
    return log_page


def _page(call: Call, query: object, cursor: int | None, limit: int) -> Log:
    rows, following = page(call, query, Entry.seq, cursor, limit, falling=True)  # type: ignore[arg-type]
    return Log(entries=[audit.log_entry(entry) for entry in rows], next=following)
