"""The run file: suggestions as JSON Lines or Parquet, the interface between matching and evaluation.

Written beside its place and moved there when whole, with a side-car ``RUN.meta.json`` that says how it was made. A run
holds what people said, so only its owner may read it.
"""

import errno
import json
import os
import re
import resource
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from filelock import FileLock, Timeout

from matcher.phrases import Problem
from matcher.schema import Suggestion

LOCK = "lock"
PRIVATE_FILE, PRIVATE_FOLDER = 0o600, 0o700
COLUMNS = pa.schema(
    [
        ("candidate_id", pa.string()),
        ("vacancy_id", pa.string()),
        ("rank", pa.int64()),
        ("score", pa.float64()),
        ("band", pa.string()),
        (
            "evidence",
            pa.list_(
                pa.struct(
                    [
                        ("statement", pa.string()),
                        ("kind", pa.string()),
                        ("contribution", pa.float64()),
                        ("quote", pa.string()),
                        ("term", pa.string()),
                        ("work", pa.string()),
                    ]
                )
            ),
        ),
        (
            "checks",
            pa.list_(
                pa.struct(
                    [
                        ("constraint", pa.string()),
                        ("verdict", pa.string()),
                        ("detail", pa.string()),
                        ("quote", pa.string()),
                        ("from", pa.string()),
                    ]
                )
            ),
        ),
        ("questions", pa.list_(pa.string())),
        ("also", pa.list_(pa.string())),
        ("post", pa.string()),
        ("points", pa.string()),
    ]
)


def peak_memory() -> float:
    """Most memory this process has had, in megabytes.

    On Linux ``getrusage`` would tell of the process that began it, where that was larger; elsewhere it counts bytes.
    """
    status = Path("/proc/self/status")
    if status.exists() and (high := re.search(r"VmHWM:\s+(\d+) kB", status.read_text(encoding="utf-8"))):
        return int(high[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2


def check_format(path: Path) -> None:
    """Problem unless the name ends as one of the run formats: told before the work, not after."""
    if path.suffix not in (".jsonl", ".parquet"):
        raise Problem("stop.run_format", path=path)


def write(path: Path, lists: Iterable[Iterable[Suggestion]], meta: Callable[[], dict[str, object]]) -> None:
    """Write a run, one candidate's list after another, and its side-car, told by ``meta`` when all is done."""
    check_format(path)
    meta_path = path.with_suffix(".meta.json")
    with whole(meta_path, private=True) as side_car, whole(path, private=True) as part:  # moved when both are whole
        (_write_parquet if path.suffix == ".parquet" else _write_jsonl)(part, lists)
        side_car.write_text(json.dumps(meta(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


@contextmanager
def whole(path: Path, private: bool = False) -> Iterator[Path]:
    """A path beside ``path`` to write to; it takes the place of ``path`` when the block ends well, else it goes.

    It is on the disk before it takes the place, so that a power cut leaves the old file or the new one. private: only
    the owner may read the file, and the folders that are made for it.
    """
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    if private:
        make_private_folder(path.parent)
        part.unlink(missing_ok=True)
        part.touch(mode=PRIVATE_FILE, exist_ok=False)
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
    try:
        yield part
        sync(part)
        part.replace(path)
        sync(path.parent)
    finally:
        part.unlink(missing_ok=True)


def make_private_folder(folder: Path) -> None:
    """Make a folder, and those above it that are missing, for their owner alone. An existing folder keeps its mode."""
    for level in (*reversed(folder.parents), folder):
        level.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)


def sync(path: Path) -> None:
    """Wait until the bytes of a file, or the names in a folder, have reached the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno != errno.EINVAL:  # a file system that knows no fsync of folders, as some shared drives
            raise OSError(error.errno, error.strerror, str(path)) from error
    finally:
        os.close(handle)


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
