"""Every figure in the papers, with its file, the digest of that file, and the command that makes it."""

import hashlib
import json
import re
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from evaluation.compare import read_cases
from evaluation.figures import ENGINE, table
from evaluation.reading import read_records
from evaluation.slices import OF_CANDIDATES
from service.settings import LEAST_LOG_MONTHS, Settings

EVALUATE = "make evaluate"
REAL = 'make evaluate REAL="CANDIDATES VACANCIES JUDGMENTS FACTS"'
OWN = "python -m service.papers"
GOLDEN = Path("tests/golden/figures.csv")
REAL_FIGURES = Path("docs/papers/real.csv")  # figures on real ads, which are not part of the project
SETTINGS = Path("service/settings.py")
CARD = Path("matcher/model/README.md")
FIXTURES = Path("data/fixtures")
COLLECTION = FIXTURES / "collection"
GROUPS = (
    "statements",
    "hours a week, at most",
    "times of day ruled out",
    "longest journey",
    "language of the candidate",
)
OF_GROUPS = ("nDCG@10", "left out")  # shown for each group: quality of the lists, and ads left out
PLACES = 4  # decimals in the manifest, as in the golden figures


class Figure(NamedTuple):
    """A figure and its source. low, high: its 95 % interval. writers: number of people it is estimated from."""

    value: float | int | str
    source: str
    sha256: str
    command: str
    low: float | None = None
    high: float | None = None
    writers: int | None = None


Figures = dict[str, Figure]


def collect(root: Path) -> Figures:
    """All figures by name ("unseen nDCG@10", "settings keep_log_months"), read from the files of a clone."""
    parts = (measured(root), settings(root), counts(root), card(root), version(root))
    return {name: figure for part in parts for name, figure in part}


def measured(root: Path) -> Iterator[tuple[str, Figure]]:
    """The engine's quality, a figure a column: from the golden figures, and on real ads if those were measured."""
    golden = read_cases(root / GOLDEN)
    yield from _of_table(table(golden), GOLDEN, root, EVALUATE)
    yield from _of_table(table(of_groups(golden, root)), GOLDEN, root, EVALUATE)
    if (root / REAL_FIGURES).exists():
        yield from _of_table(pd.read_csv(root / REAL_FIGURES), REAL_FIGURES, root, REAL)


def of_groups(golden: pd.DataFrame, root: Path) -> pd.DataFrame:
    """The golden cases of the fixtures' people, with one figure for each group ("nDCG@10 of statements: 3-6")."""
    people = read_records([root / FIXTURES / "candidates.jsonl"])
    mine = golden[(golden.column == "seen") & golden.figure.isin(OF_GROUPS)]
    return pd.concat(
        mine.assign(
            figure=mine.figure + f" of {by}: " + mine.unit.map(lambda unit, by=by: OF_CANDIDATES[by](people[unit]))
        )
        for by in GROUPS
    )


def _of_table(figures_table: pd.DataFrame, source: Path, root: Path, command: str) -> Iterator[tuple[str, Figure]]:
    mark = sha256(root, source)
    for row in figures_table[figures_table.system == ENGINE].itertuples():
        low, high = (None if pd.isna(x) else round(x, PLACES) for x in (row.low, row.high))
        value = round(row.estimate, PLACES)
        yield (
            f"{row.column} {row.figure}",
            Figure(value, str(source), mark, command, low, high, int(row.writers)),
        )


def settings(root: Path) -> Iterator[tuple[str, Figure]]:
    """The numeric defaults, and the shortest retention of the log that can be set."""
    mark = sha256(root, SETTINGS)
    numbers = {name: field.default for name, field in Settings.model_fields.items() if _is_number(field.default)}
    for name, value in (numbers | {"least_log_months": LEAST_LOG_MONTHS}).items():
        yield f"settings {name}", Figure(value, str(SETTINGS), mark, OWN)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def counts(root: Path) -> Iterator[tuple[str, Figure]]:
    """The sizes of the data that the engine was made and measured with."""
    sources = {
        "fixtures candidates": (_lines, [FIXTURES / "candidates.jsonl"]),
        "fixtures ads": (_lines, _files(root, FIXTURES, "facts*.jsonl")),
        "fixtures judged": (_rows, [FIXTURES / "qrels.tsv"]),
        "fixtures guard statements": (_lines, _files(root, FIXTURES / "privacy", "*.jsonl")),
        "fixtures passages": (_lines, [FIXTURES / "reader" / "passages.jsonl"]),
        "collection ads": (_ads, _files(root, COLLECTION / "ads", "*.txt")),
        "collection statements": (_lines, _files(root, COLLECTION / "statements", "*.jsonl")),
        "collection candidates": (_lines, _files(root, COLLECTION / "candidates", "*.jsonl")),
        "collection judged": (_pairs, [COLLECTION / "judgments" / "pools.jsonl"]),
        "collection writers": (_rows, [COLLECTION / "splits.csv"]),
        "collection openings": (_rows, [COLLECTION / "openings.csv"]),
    }
    for name, (count, files) in sources.items():
        source = files[0] if len(files) == 1 else files[0].parent
        number = sum(count((root / file).read_text(encoding="utf-8")) for file in files)
        yield name, Figure(number, str(source), sha256(root, *files), OWN)


def _files(root: Path, folder: Path, pattern: str) -> Sequence[Path]:
    return sorted(path.relative_to(root) for path in (root / folder).glob(pattern))


def _lines(text: str) -> int:
    return sum(bool(line.strip()) for line in text.splitlines())


def _rows(text: str) -> int:
    """Rows of a table without its head."""
    return _lines(text) - 1


def _ads(text: str) -> int:
    return sum(line.startswith("=== ") for line in text.splitlines())


def _pairs(text: str) -> int:
    """Pairs of a candidate and an ad that judges rated, each counted once."""
    rows = [json.loads(line) for line in text.splitlines() if line.strip()]
    return len({(row["cand"], row["ad"]) for row in rows})


def card(root: Path) -> Iterator[tuple[str, Figure]]:
    """The first table of the model's card, row by row."""
    text = (root / CARD).read_text(encoding="utf-8")
    first = text[: text.index("\n## ")]
    for name, words in re.findall(r"^\| ([a-z ]+) \| (.+) \|$", first, re.MULTILINE):
        yield (
            f"model {name}",
            Figure(words.replace("**", "").replace(" (below)", ""), str(CARD), sha256(root, CARD), "make model"),
        )


def version(root: Path) -> Iterator[tuple[str, Figure]]:
    """The version of the release."""
    source = Path("pyproject.toml")
    project = tomllib.loads((root / source).read_text(encoding="utf-8"))["project"]
    yield "version", Figure(project["version"], str(source), sha256(root, source), OWN)


def sha256(root: Path, *files: Path) -> str:
    """The digest of a file, or of the bytes of several files in sequence."""
    digest = hashlib.sha256()
    for file in files:
        digest.update((root / file).read_bytes())
    return digest.hexdigest()


def manifest(figures: Figures) -> str:
    """The figures as JSON, one a line, sorted by name."""
    rows = []
    for name, figure in sorted(figures.items()):
        values = {key: value for key, value in figure._asdict().items() if value is not None}
        rows.append(f"{json.dumps(name)}: {json.dumps(values, ensure_ascii=False)}")
    return "{\n" + ",\n".join(rows) + "\n}\n"
