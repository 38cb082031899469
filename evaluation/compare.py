"""``python -m evaluation compare A B``: compares two evaluations, figure by figure and column by column.

A and B are folders that ``make evaluate`` wrote, or their ``cases`` as Parquet or CSV. Shows for each figure: before,
after, p after Holm's correction over everything compared, the smallest difference that the set could have shown, and
the difference without the one writer who contributes most. A gain through only one writer's ads or candidates is a rule
for their wording: it moves data already seen and helps nobody else.
"""

import json
from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from evaluation.figures import CASE, COLUMNS, ENGINE, Change, changes
from evaluation.reading import Record, Unreadable

COSTS = {"seconds": "s", "peak_memory_mb": "MB"}


def read_cases(path: Path) -> pd.DataFrame:
    """Reads the cases of a folder or a file. Unreadable if it holds none."""
    file = path / "cases.parquet" if path.is_dir() else path
    try:
        frame = pd.read_parquet(file) if file.suffix == ".parquet" else pd.read_csv(file)
    except (OSError, ValueError) as error:
        raise Unreadable(f"{path}: expected a folder that make evaluate wrote, or its cases.parquet") from error
    missing = set(CASE) - set(frame.columns)
    if missing:
        raise Unreadable(f"{file}: no column {min(missing)}; expected {', '.join(CASE)}")
    return frame


def read_side_car(path: Path) -> Record:
    """Reads how an evaluation was made; empty if not recorded."""
    file = path / "meta.json"
    return dict(json.loads(file.read_text(encoding="utf-8"))) if path.is_dir() and file.exists() else {}


def lines(compared: Sequence[Change]) -> list[str]:
    """One line for each figure that moved, in aligned columns. The others are counted."""
    result = []
    for column in COLUMNS:
        mine = [change for change in compared if change.column == column]
        moved = [change for change in mine if change.difference]
        if mine:
            result += [f"{column}: {len(moved)} of {len(mine)} figures moved", *map(line, moved)]
    return result


def line(change: Change) -> str:
    """A change in words."""
    return (
        f"  {change.figure:<18} {change.before:.3f} -> {change.after:.3f}  {change.difference:+.3f}  "
        f"p {change.holm:.3f} (Holm)  could show {change.detectable:.3f}  "
        f"without {change.writer}: {change.least:+.3f}  {change.verdict}"
    )


def costs(before: Record, after: Record) -> list[str]:
    """Seconds and memory of both, and their other differences."""
    result = [
        f"{name}: {before[name]} -> {after[name]} {unit}"
        for name, unit in COSTS.items()
        if name in before and name in after
    ]
    differing = [name for name in ("data", "code", "model") if before.get(name) != after.get(name)]
    return [*result, *(f"{name}: {before.get(name)} -> {after.get(name)}" for name in differing)]


def alone(before: pd.DataFrame, after: pd.DataFrame) -> list[str]:
    """Figures that only one of the two has. They cannot be compared, and none may vanish unnoticed."""
    one, other = (set(zip(some.column, some.figure, strict=True)) for some in (before, after))
    result = [
        (before_, column, figure)
        for before_, these in ((True, one - other), (False, other - one))
        for column, figure in sorted(these)
    ]
    return [f"{column}: {figure} only {'before' if before_ else 'after'}" for before_, column, figure in result]


def compare(a: Path, b: Path) -> list[str]:
    """The lines to print."""
    before, after = read_cases(a), read_cases(b)
    differences = changes(before, after)
    if not differences:
        raise Unreadable(f"{a} and {b} have no case of {ENGINE} in common")
    return [*lines(differences), *alone(before, after), *costs(read_side_car(a), read_side_car(b))]
