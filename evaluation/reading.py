"""Reads runs, judgments and records from files. Unreadable content is reported with file, row and what was expected."""

import csv
import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

RUN_COLUMNS = ("candidate_id", "vacancy_id", "rank")
GRADES = range(7)  # the sum of two judges' 0-3
LIMITS = ("ok", "negotiable", "unknown", "broken", "disputed")
COLUMNS = "expected candidate_id, vacancy_id, fit, limits, useful, tab separated; or TREC's: candidate 0 vacancy grade"

Gains = dict[str, dict[str, int]]  # candidate -> vacancy -> gain
Ranks = dict[str, dict[str, int]]  # candidate -> vacancy -> rank
Record = dict[str, Any]  # a line of JSON: a candidate, vacancy, facts or suggestion
Records = dict[str, Record]  # by id
Run = dict[str, list[Record]]  # candidate -> suggestions by rank


class Judgment(NamedTuple):
    """Two judges' verdict on a pair: the sums of their 0-3, and the limits if they agree. TREC's files have no fit."""

    fit: int | None
    limits: str
    useful: int


Judgments = dict[str, dict[str, Judgment]]  # candidate -> vacancy -> judgment


class Unreadable(Exception):
    """A file in the wrong form. The message names the row and what was expected."""


# --- judgments -------------------------------------------------------------------------------------------------------


def read_judgments(path: Path) -> Judgments:
    """candidate -> vacancy -> judgment, from tab-separated qrels or TREC's. A pair that is not listed is 0/0."""
    judgments: Judgments = defaultdict(dict)
    for row, line in _qrels_rows(path):
        try:
            candidate, vacancy, judgment = _judgment(line)
        except (KeyError, TypeError, ValueError) as error:
            raise Unreadable(f"{path}: row {row}: {COLUMNS}") from error
        if judgment.useful not in GRADES:
            raise Unreadable(f"{path}: row {row}: useful: expected 0 to 6")
        if judgment.limits not in LIMITS:
            raise Unreadable(f"{path}: row {row}: limits: expected one of {', '.join(LIMITS)}")
        if vacancy in judgments[candidate]:
            raise Unreadable(f"{path}: row {row}: the same pair twice")
        judgments[candidate][vacancy] = judgment
    return dict(judgments)


def _qrels_rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    lines = text(path).splitlines()
    if lines and _is_trec(lines[0]):
        for row, line in enumerate(lines, start=1):
            if line.strip():
                yield row, dict(zip(("candidate_id", "0", "vacancy_id", "useful"), line.split(), strict=False))
    else:
        yield from enumerate(csv.DictReader(lines, delimiter="\t"), start=2)


def _is_trec(line: str) -> bool:
    """TREC's qrels have no header: four words, the second unused, the last a number."""
    words = line.split()
    return len(words) == 4 and words[3].lstrip("-").isdigit()


def _judgment(line: dict[str, str]) -> tuple[str, str, Judgment]:
    ours = "0" not in line
    fit, limits = (int(line["fit"]), line["limits"]) if ours else (None, "ok")
    verdict = "ok" if limits == "met" else limits  # the word of checks for the same verdict
    return line["candidate_id"], line["vacancy_id"], Judgment(fit, verdict, int(line["useful"]))


def gains(judgments: Judgments) -> Gains:
    """The gain of each judged pair. Candidates without any gain are left out.

    >>> gains({"c": {"a": Judgment(4, "ok", 5), "b": Judgment(6, "broken", 2)}, "d": {"a": Judgment(0, "ok", 0)}})
    {'c': {'a': 5, 'b': 0}}
    """
    all_gains = {c: {v: gain(j) for v, j in judged.items()} for c, judged in judgments.items()}
    return {c: judged for c, judged in all_gains.items() if any(judged.values())}


def gain(judgment: Judgment) -> int:
    """``useful``, but 0 if both judges found a limit broken, because a default list does not show such ads."""
    return 0 if judgment.limits == "broken" else judgment.useful


def read_qrels(path: Path) -> Gains:
    """candidate -> vacancy -> gain. Candidates without any gain are left out."""
    return gains(read_judgments(path))


# --- runs ------------------------------------------------------------------------------------------------------------


def read_suggestions(path: Path) -> Run:
    """candidate -> its suggestions in order of rank, from a run as JSON Lines or Parquet."""
    run: dict[str, dict[int, Record]] = defaultdict(dict)
    shown: dict[str, set[str]] = defaultdict(set)
    for row, suggestion in enumerate(_suggestions(path), start=1):
        candidate, vacancy, rank = (suggestion.get(k) for k in RUN_COLUMNS)
        if not (isinstance(candidate, str) and isinstance(vacancy, str) and isinstance(rank, int) and rank > 0):
            raise Unreadable(f"{path}: row {row}: expected candidate_id, vacancy_id and a rank from 1")
        if vacancy in shown[candidate] or rank in run[candidate]:
            raise Unreadable(f"{path}: row {row}: the same vacancy or rank twice for {candidate}")
        shown[candidate].add(vacancy)
        run[candidate][rank] = suggestion
    return {candidate: [by_rank[rank] for rank in sorted(by_rank)] for candidate, by_rank in run.items()}


def ranks(run: Run) -> Ranks:
    """candidate -> vacancy -> rank."""
    return {candidate: {s["vacancy_id"]: s["rank"] for s in suggestions} for candidate, suggestions in run.items()}


def read_run(path: Path) -> Ranks:
    """candidate -> vacancy -> rank, from a run as JSON Lines or Parquet."""
    return ranks(read_suggestions(path))


def read_meta(path: Path) -> Record:
    """The side-car of a run, which tells how it was made; empty if there is none."""
    side_car = path.with_suffix(".meta.json")
    if not side_car.exists():
        return {}
    try:
        meta = json.loads(text(side_car))
    except ValueError as error:
        raise Unreadable(f"{side_car}: not JSON") from error
    if not isinstance(meta, dict):
        raise Unreadable(f"{side_car}: expected an object with k, as_of and versions")
    return meta


def _suggestions(path: Path) -> Iterator[Record]:
    if path.suffix != ".parquet":
        yield from (record for _, record in _lines(path))
        return
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        yield from pq.read_table(path).to_pylist()
    except pa.ArrowException as error:
        raise Unreadable(f"{path}: not a run in Parquet with {', '.join(RUN_COLUMNS)}") from error


# --- records ---------------------------------------------------------------------------------------------------------


def read_records(paths: Iterable[Path], fields: tuple[str, ...] = ()) -> Records:
    """id -> record, from JSON Lines. Every record must have an ``id`` and those text fields."""
    records: Records = {}
    for path in paths:
        for row, record in _lines(path):
            for field in ("id", *fields):
                if not isinstance(record.get(field), str):
                    raise Unreadable(f"{path}: row {row}: {field}: expected text")
            if record["id"] in records:
                raise Unreadable(f"{path}: row {row}: id: {record['id']} stands here twice")
            records[record["id"]] = record
    return records


def _lines(path: Path) -> Iterator[tuple[int, Record]]:
    """Row and object of each line that is not blank. Anything but an object comes out empty."""
    for row, line in enumerate(text(path).split("\n"), start=1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except ValueError as error:
            raise Unreadable(f"{path}: row {row}: not a line of JSON") from error
        yield row, record if isinstance(record, dict) else {}


def ad_text(vacancy: Record) -> str:
    """The text of an ad that is read. Quotes are pieces of it."""
    return f"{vacancy['title']}\n{vacancy['description']}"


def fingerprint(*paths: Path) -> str:
    """The first twelve digits of the SHA-256 of a file, or of several in a row."""
    return hashlib.sha256(b"".join(path.read_bytes() for path in paths)).hexdigest()[:12]


def text(path: Path) -> str:
    """The content of a text file."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable(f"{path}: not UTF-8") from error
