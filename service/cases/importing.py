"""A caseload that comes as a table: every row is read and shown before anything is kept."""

import io
import itertools
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Any

from pydantic import ValidationError

from matcher.feeds import candidates_of_table, table
from matcher.feeds.rows import Fault, Row
from matcher.feeds.table import CANDIDATE, Columns, yes_or_no
from matcher.feeds.values import day
from matcher.schema import Candidate as Record
from matcher.schema import problems
from service.calls import Call
from service.cases import caseload, enrolment
from service.cases.enrolment import Enrolment
from service.cases.profile import Profile, check_hours
from service.problems import Refused

LONGEST = 20_000  # characters of a table, which stands in the page until it is saved
MOST_ROWS = 60
LABEL = "kaldenavn"
# How the case began, in columns that may be there too. Without them it is not known: a caseload that comes as a table
# was not enrolled today.
BEGUN: Columns = {
    "referred": (day, "henvist referred"),
    "enrolled": (day, "indskrevet enrolled"),
    "in_work": (yes_or_no, "i_arbejde in_work"),
}


@dataclass(frozen=True)
class TableRow:
    """A row of the table: the candidate that it tells of, or what is wrong there. taken: the label is in use.

    label: what the candidate is called, where that may be said.
    """

    number: int
    profile: Profile | None = None
    faults: tuple[Fault, ...] = ()
    taken: bool = False
    label: str | None = None
    begun: Enrolment = field(default_factory=Enrolment)


def template() -> str:
    """A table with the names of all columns and no row."""
    others = [names for name, (_, names) in [*CANDIDATE.items(), *BEGUN.items()] if name != "id"]
    names = [LABEL, *(names.split()[0] for names in others)]
    return ";".join(names) + "\r\n"


def read(call: Call, text: str) -> list[TableRow]:
    """The rows of a table; nothing is kept. A table that is too large is one row that says so."""
    if len(text) > LONGEST:
        return _too_large()
    rows = list(itertools.islice(_rows(call, text), MOST_ROWS + 1))
    if len(rows) > MOST_ROWS:
        return _too_large()
    called = dict(_called(text))
    return [replace(row, label=called.get(row.number)) for row in _with_taken(call, rows)]


def _called(text: str) -> Iterator[tuple[int, str]]:
    """(row, label) of each row of the table whose label could be one, whatever else is wrong there."""
    for row in table.rows_in(io.StringIO(text, newline=""), Record, BEGUN):
        with suppress(ValidationError):
            if isinstance(row, Row) and isinstance(row.record, dict):
                yield row.number, Profile.model_validate({"label": row.record.get("id")}).label or ""


def _too_large() -> list[TableRow]:
    return [TableRow(1, faults=(Fault(1, "-", "table_too_large", {"most": MOST_ROWS}),))]


def take_up(call: Call, rows: Sequence[TableRow], sure: set[int]) -> int:
    """Take up the candidates of the rows that are right; of those with a label in use only the ones that are sure."""
    chosen = [(row.profile, row.begun) for row in rows if row.profile and (not row.taken or row.number in sure)]
    for profile, begun in chosen:
        caseload.take_up(call, profile, begun)
    return len(chosen)


def _rows(call: Call, text: str) -> Iterator[TableRow]:
    for number, record, cells in candidates_of_table(text, BEGUN):
        if isinstance(record, list):
            yield TableRow(number, faults=tuple(record))
        else:
            yield _row(call, number, record, cells)


def _row(call: Call, number: int, record: Record, cells: dict[str, Any]) -> TableRow:
    """The row with its candidate as the service holds it, which it may refuse."""
    told = record.model_dump(exclude={"id"})
    try:
        profile = Profile.model_validate(told | {"label": record.id})
        profile.candidate("new")
        check_hours(profile.constraints)
        begun = Enrolment.model_validate(cells)
        enrolment.check(call, begun)
    except ValidationError as error:
        return TableRow(number, faults=tuple(Fault(number, *fault) for fault in problems(error)))
    except Refused as error:
        return TableRow(number, faults=tuple(Fault(number, *fault) for fault in error.fields))
    return TableRow(number, profile, begun=begun)


def _with_taken(call: Call, rows: Sequence[TableRow]) -> Iterator[TableRow]:
    """The rows, each told whether a candidate or a row above is called so."""
    labels = caseload.labels(call)
    for row in rows:
        if row.profile is None or row.profile.label is None:
            yield row
            continue
        label = row.profile.label.casefold()
        yield replace(row, taken=label in labels)
        labels.add(label)
