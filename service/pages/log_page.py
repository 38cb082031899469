"""The auditor's log: search by day, act, pseudonym and actor; export as a table; check of the chain."""

import csv
import datetime
import io
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Query, Response
from fastapi.responses import StreamingResponse
from sqlalchemy import ColumnElement

from service import audit
from service.api.log import blocks
from service.calls import page as page_of
from service.cases.counting import FORMULA
from service.pages.administration import PAGE, Before, action_words, actor_names, role_names
from service.pages.page_request import PageRequest, requests
from service.pages.words import COPENHAGEN
from service.phrases import TABLE, wrong
from service.store import Chain, Entry

router = APIRouter(include_in_schema=False)
Auditor = Annotated[PageRequest, requests("log")]
Text = Annotated[str, Query(max_length=100)]
LATEST = 2000  # entries whose chain is checked when the page is opened; ``ipsmatch service verify`` checks all
ACTIONS = tuple(name.removeprefix("action.") for name in TABLE if name.startswith("action."))
COLUMNS = ("no", "at", "actor", "name", "action", "pseudonym", "details")
DAY = datetime.timedelta(days=1)
YEARS = range(2000, 3000)  # years that a log may have entries of


@dataclass(frozen=True)
class Wanted:
    """The search of the log, as typed. since, until: days, both included."""

    since: Text = ""
    until: Text = ""
    act: Text = ""
    pseudonym: Text = ""
    actor: Text = ""

    @property
    def values(self) -> dict[str, str]:
        """Field -> the text that was typed."""
        return {name: getattr(self, name).strip() for name in ("since", "until", "act", "pseudonym", "actor")}

    @property
    def address(self) -> str:
        """The search as the query of an address."""
        return urlencode({name: value for name, value in self.values.items() if value})

    def not_days(self) -> list[str]:
        """The fields that should hold a day and do not."""
        return [name for name in ("since", "until") if self.values[name] and _day(self.values[name]) is None]

    def narrowed(self) -> list[ColumnElement[bool]]:
        """The conditions on an entry; an unreadable day adds none."""
        since, until = _day(self.values["since"]), _day(self.values["until"])
        same = ((Entry.action, "act"), (Entry.pseudonym, "pseudonym"), (Entry.actor, "actor"))
        wanted = [column == self.values[name] for column, name in same if self.values[name]]
        wanted += [Entry.at >= _midnight(since)] if since else []
        return wanted + ([Entry.at < _midnight(until + DAY)] if until else [])


def _day(text: str) -> datetime.date | None:
    with suppress(ValueError):
        day = datetime.date.fromisoformat(text)
        return day if day.year in YEARS else None
    return None


def _midnight(day: datetime.date) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time(), COPENHAGEN)


AsWanted = Annotated[Wanted, Depends()]


@router.get("/log")
def log(page: Auditor, wanted: AsWanted, before: Before = None) -> Response:
    """The tenant's log, the latest first."""
    with page.access.reading() as call:
        entries = call.scope.log().where(*wanted.narrowed())
        rows, following = page_of(call, entries, Entry.seq, before, PAGE, falling=True)
        broken = audit.verify(call.db, page.tenant_id, LATEST)
        chain, names, roles = call.db.get_one(Chain, page.tenant_id), actor_names(call), role_names(call)
    with page.access.writing() as call:
        call.log("log.shown")
    entry_lines = [(audit.log_entry(row), action_words(row.action, page.language)) for row in rows]
    errors = {name: wrong("iso_date", {}, page.language) for name in wanted.not_days()}
    actions = sorted((action_words(name, page.language), name) for name in ACTIONS)
    return page.page(
        "log.html",
        {
            "entries": entry_lines,
            "following": following,
            "names": names,
            "roles": roles,
            "values": wanted.values,
            "actions": actions,
            "errors": errors,
            "broken": broken,
            "chain": chain,
            "latest": LATEST,
            "address": wanted.address,
            "data": page.service.settings.data,
        },
        422 if errors else 200,
    )


@router.get("/log.csv")
def table(page: Auditor, wanted: AsWanted) -> Response:
    """The whole search result as a table, the oldest first, up to the entry for this export."""
    with page.access.writing() as call:
        names = actor_names(call)
        end = call.log("log.exported").seq
    lines = _lines(blocks(replace(page.access, read=None), end, *wanted.narrowed()), names)
    headers = {"Content-Disposition": 'attachment; filename="log.csv"'}
    return StreamingResponse(lines, media_type="text/csv; charset=utf-8", headers=headers)


def _lines(parts: Iterable[list[Entry]], names: dict[str, str]) -> Iterator[str]:
    yield "\ufeff" + _csv([COLUMNS])  # tells spreadsheets that the file is UTF-8
    for rows in parts:
        yield _csv([_cells(row, names) for row in rows])


def _cells(row: Entry, names: dict[str, str]) -> tuple[object, ...]:
    name = names.get(row.actor, "")
    safe = f"'{name}" if FORMULA.match(name) else name
    return (row.seq, row.at.isoformat(), row.actor, safe, row.action, row.pseudonym or "", row.details)


def _csv(rows: Iterable[Iterable[object]]) -> str:
    text = io.StringIO()
    csv.writer(text, delimiter=";").writerows(rows)
    return text.getvalue()
