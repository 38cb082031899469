"""The labels of the test writers: stored in one archive, opened by one command, each opening logged."""

import csv
import json
import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from evaluation.collection.files import LABELS_HEAD, read_splits, writer_of

ARCHIVE, OPENINGS = "test.zip", "openings.csv"
OPEN_KEYS = ("id", "candidate", "kind", "text")  # fields of a statement
SHUT_OF_CANDIDATES = ("about",)  # the consultant's understanding is for judges
LABELLED = (
    "ads/*.txt",
    "candidates/*.jsonl",
    "statements/*.jsonl",
    "signs/*.jsonl",
    "passages/*.jsonl",
    "readings/*/*.jsonl",
    "judgments/[ab].jsonl",
    "judgments/answers.jsonl",
)


def shut(folder: Path) -> int:
    """Moves every label of the test writers into the archive. Returns the number of lines or ads. Run once for new
    files.

    Texts of ads and statements and the candidates stay, because the engine may see them. Pairs move completely, because
    the better ad cannot be separated from them.
    """
    splits = read_splits(folder)
    with opened_quietly(folder) as whole:
        files = sorted(path for pattern in LABELLED for path in whole.glob(pattern))
        parted = {str(file.relative_to(whole)): _parted(file, splits) for file in files}
    _archive({name: moved for name, (_, moved) in parted.items() if moved}, folder / ARCHIVE)
    for name, (
        kept,
        _,
    ) in parted.items():  # deleted only now, because a label that is stored nowhere else would be lost
        place = folder / name
        place.unlink(missing_ok=True)
        if kept:
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text("".join(kept), encoding="utf-8")
    return sum(len(moved) for _, moved in parted.values())


def _archive(moved: dict[str, list[str]], archive: Path) -> None:
    part = archive.with_suffix(".part")
    with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, pieces in moved.items():
            entry = zipfile.ZipInfo(name, (2026, 11, 29, 0, 0, 0))
            packed.writestr(entry, "".join(pieces), zipfile.ZIP_DEFLATED)
    part.replace(archive)


def _parted(file: Path, splits: dict[str, str]) -> tuple[list[str], list[str]]:
    """The open part of a file, and the lines (or the whole text of ads) that move into the archive."""
    content = file.read_text(encoding="utf-8")
    if file.suffix == ".txt":
        if splits[file.stem] != "test":
            return [content], []
        return [LABELS_HEAD.sub("\n", content)], [content]
    kept, moved = [], []
    for line in content.splitlines(keepends=True):
        record = json.loads(line)
        if splits[writer_of(record.get("cand") or record["id"])] != "test" and _open_ad(record, splits):
            kept.append(line)
            continue
        moved.append(line)
        left = _left_open(file.parent.name, record)
        if left:
            kept.append(json.dumps(left, ensure_ascii=False) + "\n")
    return kept, moved


def _left_open(kind: str, record: dict[str, Any]) -> dict[str, Any]:
    """The open part of a test writer's record: the text of a statement, a candidate without the fields for judges."""
    if kind == "statements":
        return {key: record.get(key) for key in OPEN_KEYS}
    if kind == "candidates":
        return {key: value for key, value in record.items() if key not in SHUT_OF_CANDIDATES}
    return {}


def _open_ad(record: dict[str, object], splits: dict[str, str]) -> bool:
    return "ad" not in record or splits[writer_of(str(record["ad"]))] != "test"


@contextmanager
def opened(folder: Path, reason: str) -> Iterator[Path]:
    """A copy of the folder with the test labels in place while the block runs. The opening is logged first."""
    read_splits(folder)  # a folder that is no collection has nothing to open
    openings = folder / OPENINGS
    fresh = not openings.exists()
    with openings.open("a", encoding="utf-8", newline="") as file:
        log = csv.writer(file)
        if fresh:
            log.writerow(["opened", "reason"])
        log.writerow([datetime.now(UTC).isoformat(timespec="seconds"), reason])
    with opened_quietly(folder) as whole:
        yield whole


@contextmanager
def opened_quietly(folder: Path) -> Iterator[Path]:
    """The same without a log entry. For adding new labels to the archive, which shows none."""
    with tempfile.TemporaryDirectory() as place:
        whole = Path(place) / "collection"
        shutil.copytree(folder, whole)
        if (folder / ARCHIVE).exists():
            with zipfile.ZipFile(folder / ARCHIVE) as packed:
                for name in packed.namelist():
                    _merge(whole / name, packed.read(name).decode("utf-8"))
        yield whole


def _merge(file: Path, moved: str) -> None:
    """Puts labels from the archive back: the whole text of ads; lines that replace those with the same id."""
    file.parent.mkdir(parents=True, exist_ok=True)
    if file.suffix == ".txt" or not file.exists():
        file.write_text(moved, encoding="utf-8")
        return
    ids = {json.loads(line).get("id") for line in moved.splitlines()} - {None}
    stays = [
        line
        for line in file.read_text(encoding="utf-8").splitlines(keepends=True)
        if json.loads(line).get("id") not in ids
    ]
    file.write_text("".join(stays) + moved, encoding="utf-8")
