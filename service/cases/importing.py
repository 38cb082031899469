"""The import of a caseload from a table: every row is read and shown before anything is saved."""

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

LONGEST = 20_000  # characters of a table; the page carries it until it is saved
MOST_ROWS = 60
LABEL = "kaldenavn"
# Optional columns for the start of a case. Without them the enrolment is unknown: an imported candidate
# was not enrolled today.
BEGUN: Columns = {
    "referred": (day, "henvist referred"),
    "enrolled": (day, "indskrevet enrolled"),
    "in_work": (yes_or_no, "i_arbejde in_work"),
}


@dataclass(frozen=True)
class TableRow:
    """A row of the table: its candidate, or its errors. taken: the label is in use.

    label: the candidate's label, if it may be shown.
    """

    number: int
    profile: Profile | None = None
    faults: tuple[Fault, ...] = ()
    taken: bool = False
    label: str | None = None
    begun: Enrolment = field(default_factory=Enrolment)


def template() -> str:
    """An empty table with the names of all columns."""
    others = [names for name, (_, names) in [*CANDIDATE.items(), *BEGUN.items()] if name != "id"]
    names = [LABEL, *(names.split()[0] for names in others)]
    return ";".join(names) + "\r\n"


def read(call: Call, text: str) -> list[TableRow]:
    """Read the rows of a table and save nothing. A table that is too large gives one row that says so."""
    if len(text) > LONGEST:
        return _too_large()
    rows = list(itertools.islice(_rows(call, text), MOST_ROWS + 1))
    if len(rows) > MOST_ROWS:
        return _too_large()
    called = dict(_called(text))
    return [replace(row, label=called.get(row.number)) for row in _with_taken(call, rows)]


def _called(text: str) -> Iterator[tuple[int, str]]:
    """Yield (row, label) for each row whose label is valid, even if other cells of the row are wrong."""
    for row in table.rows_in(io.StringIO(text, newline=""), Record, BEGUN):
        with suppress(ValidationError):
            if isinstance(row, Row) and isinstance(row.record, dict):
                yield row.number, Profile.model_validate({"label": row.record.get("id")}).label or ""


def _too_large() -> list[TableRow]:
    return [TableRow(1, faults=(Fault(1, "-", "table_too_large", {"most": MOST_ROWS}),))]


def take_up(call: Call, rows: Sequence[TableRow], sure: set[int]) -> int:
    """Add the candidates of the valid rows. sure: numbers of the rows to add although their label is in use."""
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
    """The row with its candidate as the service stores it, or with the reasons for refusing it."""
    fields = record.model_dump(exclude={"id"})
    try:
        profile = Profile.model_validate(fields | {"label": record.id})
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
    """Mark each row whose label another candidate, or a row above, already has."""
    labels = caseload.labels(call)
    for row in rows:
        if row.profile is None or row.profile.label is None:
            yield row
            continue
        label = row.profile.label.casefold()
        yield replace(row, taken=label in labels)
        labels.add(label)
