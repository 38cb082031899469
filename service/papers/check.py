"""Checks of the papers: against the files they were made from, and against figures made anew."""

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from evaluation import gate
from evaluation.columns import AS_OF
from evaluation.compare import read_cases
from evaluation.figures import ENGINE, table
from service.papers import risks
from service.papers.figures import EVALUATE, FIXTURES, GOLDEN, REAL

RENEW = "make papers"
# Another processor rounds otherwise in the encoder's layers. Between one with VNNI and one without, 0.023 at most was
# measured ("perhaps is useful"; nDCG@10 0.005).
NEAR = 0.03
SEEN = "seen"


def check(root: Path, committed: Path, files: Mapping[str, str]) -> list[str]:
    """Differences between the committed papers and the current code and files: figures, then pages, then lost tests."""
    return [*_figures(committed, files), *_pages(committed, files), *_tests(root)]


def _figures(committed: Path, files: Mapping[str, str]) -> Iterator[str]:
    for name, text in files.items():
        if name.endswith(".json"):
            yield from _differ(_read(committed / name), json.loads(text))


def _read(path: Path) -> dict[str, Any]:
    return dict(json.loads(path.read_text(encoding="utf-8"))) if path.exists() else {}


def _differ(before: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[str]:
    for name in sorted({*before, *now}):
        was, is_now = before.get(name), now.get(name)
        if was == is_now:
            continue
        if was is None or is_now is None:
            yield f"{name}: {'no longer told' if is_now is None else 'new'}; run: {RENEW}"
        elif was["value"] != is_now["value"]:
            yield f"{name}: {was['value']} is no longer true, now {is_now['value']}; run: {RENEW}"
        else:
            yield f"{name}: {is_now['source']} is another file; run: {RENEW}"


def _pages(committed: Path, files: Mapping[str, str]) -> Iterator[str]:
    for name, text in files.items():
        path = committed / name
        if name.endswith(".md") and (not path.exists() or path.read_text(encoding="utf-8") != text):
            yield f"{name}: says something else now; run: {RENEW}"


def _tests(root: Path) -> list[str]:
    return [f"the risk {guard} is no test; name one that guards it" for guard in risks.missing(root)]


def rerun(root: Path, folder: Path, tell: Callable[[str], None]) -> list[str]:
    """Make the figures of the fixtures anew; return the differences. tell: gets a line on figures not made anew."""
    data = root / FIXTURES
    candidates, qrels = data / "candidates.jsonl", data / "qrels.tsv"
    vacancies = [data / "vacancies.jsonl", data / "vacancies-2.jsonl", *sorted((data / "night").iterdir())]
    gate.evaluate(candidates, qrels, vacancies, folder, AS_OF)
    measured = gate.measure_columns(folder, candidates, qrels, sorted(data.glob("facts*.jsonl")), None, None)
    tell(f"not made anew: training and unseen ({EVALUATE}, several times as long), real ({REAL})")
    return list(moved(root, measured.figures))


def moved(root: Path, now: pd.DataFrame) -> Iterator[str]:
    """Yield a line for each golden figure of the fixtures that has changed."""
    before = table(read_cases(root / GOLDEN))
    mine = [
        figures[(figures.column == SEEN) & (figures.system == ENGINE)].set_index("figure").estimate
        for figures in (before, now)
    ]
    for name, was in mine[0].items():
        is_now = mine[1].get(name)
        if is_now is None or abs(is_now - was) > NEAR:
            words = "not measured" if is_now is None else f"{is_now:.4f}"
            yield f"{SEEN} {name}: {was:.4f} is no longer true, now {words}; run: {EVALUATE}"
