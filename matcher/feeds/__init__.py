"""Files -> records and refusals, one file a format. A row that cannot be read never stops the rest and is never
dropped silently: it comes out as a ``Refusal`` that says file, row, field and what was expected."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple, TypeVar

from pydantic import ValidationError

from matcher.feeds import jsonl
from matcher.phrases import Language, wrong
from matcher.schema import Candidate, Vacancy, problems

R = TypeVar("R", Vacancy, Candidate)


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
    seen: dict[str, tuple[Path, int]] = {}
    for path in paths:
        for row, line in jsonl.rows(path):
            record = _record(path, row, line, kind)
            if isinstance(record, list):
                yield from record
            elif record.id in seen:
                first, at = seen[record.id]
                code, where = ("same_id", {}) if first == path else ("same_id_elsewhere", {"file": first})
                yield Refusal(path, row, "id", code, {"row": at, **where})
            else:
                seen[record.id] = path, row
                yield record


def _record(path: Path, row: int, line: bytes, kind: type[R]) -> R | list[Refusal]:
    try:
        return kind.model_validate_json(line.decode())
    except UnicodeDecodeError:
        return [Refusal(path, row, "-", "encoding", {})]
    except ValidationError as error:
        return [Refusal(path, row, *problem) for problem in problems(error)]
