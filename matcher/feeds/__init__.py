"""Files -> records and refusals, one file a format. A row that cannot be read never stops the rest and is never
dropped silently: it comes out as a ``Refusal`` that says file, row, field and what was expected.

The format follows from the file's suffix, else from how its content begins: JSON Lines (ours), JSON (Jobnet's,
schema.org's or ours), HTML with a JobPosting inside, CSV with a header, or one pasted ad as plain text.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple, TypeVar

from pydantic import ValidationError

from matcher.feeds import json_file, jsonl, page, pasted, table
from matcher.feeds.rows import Fault, Kind, Row, Rows
from matcher.phrases import Language, Problem, list_of, wrong
from matcher.schema import Candidate, Vacancy, field_name, problems

R = TypeVar("R", Vacancy, Candidate)
Reader = Callable[[Path, Kind], Rows]

FORMATS: dict[str, Reader] = {
    ".jsonl": jsonl.rows, ".json": json_file.rows, ".html": page.rows, ".csv": table.rows, ".txt": pasted.rows,
    ".ndjson": jsonl.rows, ".jsonld": json_file.rows, ".htm": page.rows, ".tsv": table.rows,
}  # fmt: skip
OF_CANDIDATES = (".jsonl", ".json", ".csv")
LONGEST_AD = 100_000  # characters; ten times the longest ad seen
LONGEST_NAME = 80  # characters of a field's name that are shown


class Refusal(NamedTuple):
    """One thing wrong with one row. Never holds the row itself."""

    file: Path
    row: int
    field: str
    code: str
    allowed: dict[str, object]

    def said(self, language: Language) -> str:
        """The refusal as a line for people."""
        word = {"da": "række", "en": "row"}[language]
        return f"{self.file}: {word} {self.row}: {self.field}: {wrong(self.code, self.allowed, language)}"


def vacancies(paths: Iterable[Path]) -> Iterator[Vacancy | Refusal]:
    """Vacancies of all the files, in order."""
    yield from _records(paths, Vacancy)


def candidates(paths: Iterable[Path]) -> Iterator[Candidate | Refusal]:
    """Candidates of all the files, in order."""
    yield from _records(paths, Candidate)


def _records(paths: Iterable[Path], kind: type[R]) -> Iterator[R | Refusal]:
    seen: dict[str, tuple[int, int]] = {}
    files: list[Path] = []
    for path in paths:
        files.append(path)
        for row in _rows(path, kind):
            if isinstance(row, Fault):
                yield _refusal(path, row)
            elif isinstance(record := _record(row, kind), list):
                yield from (_refusal(path, fault) for fault in record)
            elif (first := seen.setdefault(record.id, (len(files), row.number))) != (len(files), row.number):
                yield _refusal(path, _same_id(row, files[first[0] - 1], first[1], path))
            else:
                yield record


def _same_id(row: Row, file: Path, first: int, here: Path) -> Fault:
    if file == here:
        return Fault(row.number, _named("id", row), "same_id", {"row": first})
    return Fault(row.number, _named("id", row), "same_id_elsewhere", {"row": first, "file": file})


def _refusal(path: Path, fault: Fault) -> Refusal:
    """The field is shown as one short line, whatever a file calls its fields."""
    shown = re.sub(r"[^ -~\xa1-\u024f]", "?", field_name((fault.field,)))
    return Refusal(path, fault.number, shown[:LONGEST_NAME], fault.code, dict(fault.allowed))


def _record(row: Row, kind: type[R]) -> R | list[Fault]:
    try:
        if isinstance(row.record, bytes):
            record = kind.model_validate_json(row.record)
        else:
            record = kind.model_validate(row.record)
    except ValidationError as error:
        return [Fault(row.number, _named(field, row), code, allowed) for field, code, allowed in problems(error)]
    if isinstance(record, Vacancy) and (found := len(record.title) + len(record.description)) > LONGEST_AD:
        return [Fault(row.number, "description", "too_long", {"found": found, "most": LONGEST_AD})]
    return record


def _named(field: str, row: Row) -> str:
    """The field as the file calls it: "interests.1" is "interesser.1" under such a column."""
    parts = field.split(".")
    for end in range(len(parts), 0, -1):
        if name := row.names.get(".".join(parts[:end])):
            return ".".join([name, *parts[end:]])
    return field


def _rows(path: Path, kind: Kind) -> Rows:
    """The rows of a file; Problem where it cannot be opened or read."""
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
    suffix = path.suffix.lower()
    reader = FORMATS.get(suffix) or _by_content(path)
    if reader is None:
        return Fault(1, "-", "file_format", {"expected": list_of(list(FORMATS)[:5])})
    if kind is Candidate and reader in (page.rows, pasted.rows):
        return Fault(1, "-", "candidate_format", {"expected": list_of(list(OF_CANDIDATES))})
    return reader


def _by_content(path: Path) -> Reader | None:
    """The format of a file whose name does not say: by its first sign; what is no file on disk is JSON Lines."""
    if not path.is_file():
        return jsonl.rows
    with path.open("rb") as file:
        start = file.read(4096).removeprefix(jsonl.BYTE_ORDER_MARK).lstrip()
    first_line = start.partition(b"\n")[0].rstrip()
    if start.startswith(b"{") and first_line.endswith(b"}"):
        return jsonl.rows
    return {b"{": json_file.rows, b"[": json_file.rows, b"<": page.rows}.get(start[:1])
