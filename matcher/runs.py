"""The run file: suggestions as JSON Lines or Parquet, the interface between matching and evaluation.

Written beside its place and moved there when whole, with a side-car ``RUN.meta.json`` that says how it was made.
"""

import json
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from filelock import FileLock, Timeout

from matcher.phrases import Problem
from matcher.schema import Suggestion

LOCK = "lock"
COLUMNS = pa.schema(
    [
        ("candidate_id", pa.string()), ("vacancy_id", pa.string()), ("rank", pa.int64()), ("score", pa.float64()),
        ("band", pa.string()),
        ("evidence", pa.list_(pa.struct([
            ("statement", pa.string()), ("kind", pa.string()), ("contribution", pa.float64()), ("quote", pa.string()),
        ]))),
        ("checks", pa.list_(pa.struct([
            ("constraint", pa.string()), ("verdict", pa.string()), ("detail", pa.string()), ("quote", pa.string()),
        ]))),
        ("questions", pa.list_(pa.string())), ("also", pa.list_(pa.string())),
    ]
)  # fmt: skip


def check_format(path: Path) -> None:
    """Problem unless the name ends as one of the run formats: told before the work, not after."""
    if path.suffix not in (".jsonl", ".parquet"):
        raise Problem("stop.run_format", path=path)


def write(path: Path, lists: Iterable[Iterable[Suggestion]], meta: dict[str, object]) -> None:
    """Write a run, one candidate's list after another, and its side-car."""
    check_format(path)
    with whole(path.with_suffix(".meta.json")) as side_car, whole(path) as part:  # both are moved when both are whole
        side_car.write_text(json.dumps(meta, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        (_write_parquet if path.suffix == ".parquet" else _write_jsonl)(part, lists)


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """A path beside ``path`` to write to; it takes the place of ``path`` when the block ends well, else it goes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        yield part
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Hold a folder, made if need be, for changing what is in it; Problem where another process does.

    The system lets go of the lock when the process ends, however it ends.
    """
    folder.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(folder / LOCK, timeout=0):
            yield
    except Timeout as error:
        raise Problem("stop.busy", path=folder) from error


def _write_jsonl(path: Path, lists: Iterable[Iterable[Suggestion]]) -> None:
    with path.open("w", encoding="utf-8") as file:
        for suggestions in lists:
            file.writelines(s.model_dump_json() + "\n" for s in suggestions)


def _write_parquet(path: Path, lists: Iterable[Iterable[Suggestion]]) -> None:
    with pq.ParquetWriter(path, COLUMNS) as writer:
        for suggestions in lists:
            rows = [s.model_dump() for s in suggestions]
            if rows:
                writer.write_table(pa.Table.from_pylist(rows, schema=COLUMNS))
