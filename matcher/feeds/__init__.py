"""Reads files and gives records and refusals; one file of code for each format. A row that cannot be read never stops
the others and is never dropped silently: it becomes a ``Refusal`` with file, row, field and what was expected.

The file's suffix decides the format, else the start of its content: JSON Lines (the product's own), JSON (Jobnet's,
schema.org's or the product's own), HTML that holds a JobPosting, CSV with a header, or one pasted ad as plain text.
"""

import io
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from pydantic import ValidationError

from matcher import employers
from matcher.feeds import ids, json_file, jsonl, others, page, pasted, possible, table
from matcher.feeds.cleaning import clean, clean_line, has_lost_letters
from matcher.feeds.rows import Cut, Fault, Kind, Row, Rows
from matcher.feeds.values import of_today, something
from matcher.phrases import Language, Problem, list_of, say, wrong
from matcher.schema import Candidate, Vacancy, field_name, problems

R = TypeVar("R", Vacancy, Candidate)
Reader = Callable[[Path, Kind], Rows]

FORMATS: dict[str, Reader] = {
    ".jsonl": jsonl.rows,
    ".json": json_file.rows,
    ".html": page.rows,
    ".csv": table.rows,
    ".txt": pasted.rows,
    ".ndjson": jsonl.rows,
    ".jsonld": json_file.rows,
    ".htm": page.rows,
    ".tsv": table.rows,
}
OF_CANDIDATES = (".jsonl", ".json", ".csv")
TEXTS = ("title", "description", "employer", "municipality")  # fields of a vacancy that are cleaned
NAMES, DAYS = ("employer", "municipality"), ("published", "deadline")  # fields that may be empty
LONGEST_AD = 100_000  # characters; ten times the longest ad seen
LONGEST_NAME = 80  # characters of a field's name that are shown
START = 4096  # bytes that tell the kind of file
DEEPEST = 3  # parts of a field's name ("constraints.weekly_hours.max") that files name in their own words


class Refusal(NamedTuple):
    """One fault of one row. Never contains the row itself."""

    file: Path
    row: int
    field: str
    code: str
    allowed: dict[str, object]

    def said(self, language: Language) -> str:
        """The refusal as a line for people to read."""
        word = {"da": "række", "en": "row"}[language]
        return f"{self.file}: {word} {self.row}: {self.field}: {wrong(self.code, self.allowed, language)}"


class Notice(NamedTuple):
    """Text that came with the next vacancy and was cut off, for somebody to check."""

    file: Path
    row: int
    cut: Cut

    def said(self, language: Language) -> str:
        """The notice as a line for people to read."""
        return say(f"cut.{self.cut.what}", language, text=self.cut.text)


def vacancies(paths: Iterable[Path], held: ids.Held | None = None) -> Iterator[Vacancy | Refusal | Notice]:
    """Vacancies of all files, in order. A notice of text that was cut from a page or mail comes before its vacancy.

    held: finds the stored ad with an id; vacancies then come out under their stored ids (``ids.settled``).
    """
    yield from _records(paths, Vacancy, held)


def candidates(paths: Iterable[Path]) -> Iterator[Candidate | Refusal]:
    """Candidates of all files, in order."""
    yield from (item for item in _records(paths, Candidate) if not isinstance(item, Notice))


def candidates_of_table(
    text: str, beside: table.Columns = table.NO_COLUMNS
) -> Iterator[tuple[int, Candidate | list[Fault], dict[str, Any]]]:
    """(row, the candidate or its faults, the cells beside it) for each row of a table given as text.

    beside: columns that are not about the candidate.
    """
    for row in table.rows_in(io.StringIO(text, newline=""), Candidate, beside):
        if isinstance(row, Fault) or not isinstance(row.record, dict):
            yield row.number, [row] if isinstance(row, Fault) else _record(row, Candidate), {}
            continue
        cells = {name: row.record.pop(name) for name in beside if name in row.record}
        yield row.number, _record(row, Candidate), cells


def _records(paths: Iterable[Path], kind: type[R], held: ids.Held | None = None) -> Iterator[R | Refusal | Notice]:
    seen: dict[str, _Seen] = {}
    files: list[Path] = []
    for path in paths:
        files.append(path)
        for row in _rows(path, kind):
            if isinstance(row, Fault):
                yield _refusal(path, row)
                continue
            record = _record(row, kind)
            if isinstance(record, list):
                yield from (_refusal(path, fault) for fault in record)
                continue
            record = _with_its_id(record, seen, held)
            if (first := seen.get(record.id)) is not None:
                yield _refusal(path, _same_id(row, files[first[0] - 1], first[1], path))
            else:
                seen[record.id] = (len(files), row.number, _employer(record))
                yield from (Notice(path, row.number, cut) for cut in row.cuts)
                yield record


_Seen = tuple[int, int, str | None]  # file, row, employer


def _with_its_id(record: R, seen: dict[str, _Seen], held: ids.Held | None) -> R:
    """The record under its stored id. If another employer's ad has that id, the record gets an id of its own."""
    if not isinstance(record, Vacancy):
        return record
    name = ids.settled(record, held).id if held else record.id
    first = seen.get(name)
    if first and first[2] and record.employer and employers.key(first[2]) != employers.key(record.employer):
        name = ids.own(record, name)
    return record if name == record.id else record.model_copy(update={"id": name})


def _employer(record: Vacancy | Candidate) -> str | None:
    """The employer's name. All ads of one employer share one text, because a million rows are remembered."""
    return sys.intern(record.employer) if isinstance(record, Vacancy) and record.employer else None


def _same_id(row: Row, file: Path, first: int, here: Path) -> Fault:
    if file == here:
        return Fault(row.number, _named("id", row), "same_id", {"row": first})
    return Fault(row.number, _named("id", row), "same_id_elsewhere", {"row": first, "file": file})


def _refusal(path: Path, fault: Fault) -> Refusal:
    """A fault as a refusal. The field is shown as one short line, whatever the file calls it."""
    shown = re.sub(r"[^ -~\xa1-\u024f]", "?", field_name((fault.field,)))
    return Refusal(path, fault.number, shown[:LONGEST_NAME], fault.code, dict(fault.allowed))


def _record(row: Row, kind: type[R]) -> R | list[Fault]:
    try:
        if isinstance(row.record, bytes):
            record = kind.model_validate_json(row.record)
        else:
            record = kind.model_validate(row.record)
        if isinstance(record, Vacancy) and (changed := _cleaned(record)):
            record = kind.model_validate(record.model_dump() | changed)  # values that may not stand there show up now
    except ValidationError as error:
        if kind is Vacancy and (name := others.system_of(row.record)):
            return [Fault(row.number, "-", "other_system", {"name": name})]
        return [Fault(row.number, _named(field, row), code, allowed) for field, code, allowed in problems(error)]
    return _fit(record, row) or record


def _cleaned(vacancy: Vacancy) -> dict[str, object]:
    """The fields that change when the text is cleaned and empty values are dropped, whatever feed they came from.

    The clean text is the one that is read, quoted and shown.
    """
    given = {name: value for name in (*TEXTS, *DAYS) if (value := getattr(vacancy, name)) is not None}
    clean_values = {name: _something(name, value) for name, value in given.items()}
    return {name: value for name, value in clean_values.items() if value != given[name]}


def _something(name: str, value: Any) -> object:
    if name in DAYS:
        return value if of_today(value.year) else None
    if name == "description":
        return clean(value) if len(value) <= LONGEST_AD else value
    line = clean_line(value)
    return something(line) if name in NAMES else line


def _fit(record: Vacancy | Candidate, row: Row) -> list[Fault]:
    """Faults of a vacancy's text or a candidate's limits when each field is valid alone."""
    if not isinstance(record, Vacancy):
        return [Fault(row.number, _named(field, row), code) for field, code in possible.faults(record.constraints)]
    if (length := len(record.title) + len(record.description)) > LONGEST_AD:
        return [Fault(row.number, "description", "too_long", {"found": length, "most": LONGEST_AD})]
    unreadable = [name for name in ("title", "description") if has_lost_letters(getattr(record, name))]
    return [Fault(row.number, _named(name, row), "lost_letters") for name in unreadable]


def _named(field: str, row: Row) -> str:
    """The field as the file calls it: "interests.1" is "interesser.1" under a column "interesser"."""
    parts = field.split(".", DEEPEST)  # the remainder stays whole: a file may call a field "....…"
    for end in range(len(parts), 0, -1):
        if name := row.names.get(".".join(parts[:end])):
            return ".".join([name, *parts[end:]])
    return field


def _rows(path: Path, kind: Kind) -> Rows:
    """The rows of a file. Raises Problem if it cannot be opened or read."""
    try:
        reader = _reader(path, kind)
        yield from (reader,) if isinstance(reader, Fault) else reader(path, kind)
    except FileNotFoundError as error:
        raise Problem("stop.no_file", path=path) from error
    except IsADirectoryError as error:
        raise Problem("stop.folder", path=path) from error
    except PermissionError as error:
        raise Problem("stop.no_permission", path=path) from error
    except OSError as error:
        raise Problem("stop.unreadable", path=path, why=error.strerror or type(error).__name__) from error


def _reader(path: Path, kind: Kind) -> Reader | Fault:
    if path.is_dir():
        raise IsADirectoryError(path)
    start, suffix = _start(path), path.suffix.lower()
    if fault := others.kind_of_file(start, suffix):
        return fault
    reader = FORMATS.get(suffix) or _by_content(path, start)
    if reader is pasted.rows and table.is_table(path, kind):
        return table.rows
    if reader is None:
        return Fault(1, "-", "file_format", {"expected": list_of(list(FORMATS)[:5])})
    if kind is Candidate and reader in (page.rows, pasted.rows):
        return Fault(1, "-", "candidate_format", {"expected": list_of(list(OF_CANDIDATES))})
    return reader


def _start(path: Path) -> bytes:
    """The first bytes of a file; empty if the path is not a file on disk."""
    if path.exists() and not path.is_file():
        return b""
    with path.open("rb") as file:
        return file.read(START)


def _by_content(path: Path, start: bytes) -> Reader | None:
    """The format by the first character, for a name without a known suffix. JSON Lines if the path is not a file on
    disk."""
    if not path.is_file():
        return jsonl.rows
    start = start.removeprefix(jsonl.BYTE_ORDER_MARK).lstrip()
    first_line = start.partition(b"\n")[0].rstrip()
    if start.startswith(b"{") and first_line.endswith(b"}"):
        return jsonl.rows
    return {b"{": json_file.rows, b"[": json_file.rows, b"<": page.rows}.get(start[:1])
