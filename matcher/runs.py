"""The run file: suggestions as JSON Lines or Parquet, the interface between matching and evaluation.

Written beside its place and moved there when whole, with a side-car ``RUN.meta.json`` that records how it was made. A
run holds people's statements, so only its owner may read it.
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
    """Peak memory of this process in megabytes.

    Not by ``getrusage``: on Linux it reports the parent process if that was larger, on other systems it counts bytes.
    """
    status = Path("/proc/self/status")
    if status.exists() and (high := re.search(r"VmHWM:\s+(\d+) kB", status.read_text(encoding="utf-8"))):
        return int(high[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2


def check_format(path: Path) -> None:
    """Raises Problem unless the name ends like a run format. Called before the work, not after."""
    if path.suffix not in (".jsonl", ".parquet"):
        raise Problem("stop.run_format", path=path)


def write(path: Path, lists: Iterable[Iterable[Suggestion]], meta: Callable[[], dict[str, object]]) -> None:
    """Writes a run, one candidate's list at a time, and its side-car, which ``meta`` gives at the end."""
    check_format(path)
    meta_path = path.with_suffix(".meta.json")
    with whole(meta_path, private=True) as side_car, whole(path, private=True) as part:  # moved when both are whole
        (_write_parquet if path.suffix == ".parquet" else _write_jsonl)(part, lists)
        side_car.write_text(json.dumps(meta(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


@contextmanager
def whole(path: Path, private: bool = False) -> Iterator[Path]:
    """Gives a path beside ``path`` to write to. It replaces ``path`` if the block succeeds and is deleted if not.

    The file is on the disk before it is moved, so that a power cut leaves the old file or the new one. private: only
    the owner may read the file, and the folders made for it.
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
    """Makes a folder, and its missing parents, for their owner alone. An existing folder keeps its mode."""
    for level in (*reversed(folder.parents), folder):
        level.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)


def sync(path: Path) -> None:
    """Waits until the bytes of a file, or the names in a folder, have reached the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno != errno.EINVAL:  # a file system without fsync for folders, such as some shared drives
            raise OSError(error.errno, error.strerror, str(path)) from error
    finally:
        os.close(handle)


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Locks a folder, made if needed, for changing its content. Raises Problem if another process holds it.

    The system releases the lock when the process ends, however it ends.
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
