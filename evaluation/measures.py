"""nDCG@10 and P@5 of a run against qrels, with trec_eval's own arithmetic (through ir_measures).

Each choice, once:

- gain: ``useful`` (0-6, the sum of two judges' 0-3), linear; 0 where both judges found a limit broken, because a
  default list does not show those. Ideal: over all judged vacancies of the candidate (Järvelin & Kekäläinen 2002).
- relevant, for P@5: useful >= 3.
- a pair that is not judged counts as 0; a judged candidate missing from the run scores 0; a candidate for whom nothing
  has a gain is left out, since no ranking could do better than another.
- order: by ``rank``, whatever the scores.
"""

import csv
import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import ir_measures
from ir_measures import P, nDCG

MEASURES = (nDCG @ 10, P(rel=3) @ 5)

RUN_COLUMNS = ("candidate_id", "vacancy_id", "rank")
GRADES = range(7)  # the sum of two judges' 0-3

Gains = dict[str, dict[str, int]]
Ranks = dict[str, dict[str, int]]


class Unreadable(Exception):
    """A file that is not a run or not qrels; the message says which row and what was expected."""


def read_qrels(path: Path) -> Gains:
    """candidate -> vacancy -> gain, from our tab-separated qrels; candidates for whom nothing has a gain left out."""
    gains: Gains = defaultdict(dict)
    for row, line in enumerate(csv.DictReader(_text(path).splitlines(), delimiter="\t"), start=2):
        try:
            candidate, vacancy, useful = line["candidate_id"], line["vacancy_id"], int(line["useful"])
            gain = 0 if line["limits"] == "broken" else useful
        except (KeyError, TypeError, ValueError) as error:
            expected = "candidate_id, vacancy_id, fit, limits, useful, tab separated"
            raise Unreadable(f"{path}: row {row}: expected {expected}") from error
        if useful not in GRADES:
            raise Unreadable(f"{path}: row {row}: useful: expected 0 to 6")
        if vacancy in gains[candidate]:
            raise Unreadable(f"{path}: row {row}: the same pair twice")
        gains[candidate][vacancy] = gain
    return {candidate: judged for candidate, judged in gains.items() if any(judged.values())}


def read_run(path: Path) -> Ranks:
    """candidate -> vacancy -> rank, from a run as JSON Lines or Parquet."""
    ranks: Ranks = defaultdict(dict)
    for row, suggestion in enumerate(_suggestions(path), start=1):
        candidate, vacancy, rank = (suggestion.get(k) for k in RUN_COLUMNS)
        if not (isinstance(candidate, str) and isinstance(vacancy, str) and isinstance(rank, int) and rank > 0):
            raise Unreadable(f"{path}: row {row}: expected candidate_id, vacancy_id and a rank from 1")
        if vacancy in ranks[candidate] or rank in ranks[candidate].values():
            raise Unreadable(f"{path}: row {row}: the same vacancy or rank twice for {candidate}")
        ranks[candidate][vacancy] = rank
    return dict(ranks)


def _suggestions(path: Path) -> Iterator[dict[str, Any]]:
    if path.suffix == ".parquet":
        import pandas as pd

        try:
            yield from pd.read_parquet(path, columns=list(RUN_COLUMNS)).to_dict("records")
        except (ValueError, KeyError) as error:  # pyarrow's errors are ValueErrors
            raise Unreadable(f"{path}: not a run in Parquet with {', '.join(RUN_COLUMNS)}") from error
        return
    for row, line in enumerate(_text(path).split("\n"), start=1):
        if not line.strip():
            continue
        try:
            suggestion = json.loads(line)
        except ValueError as error:
            raise Unreadable(f"{path}: row {row}: not a line of JSON") from error
        yield suggestion if isinstance(suggestion, dict) else {}


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable(f"{path}: not UTF-8") from error


def measure(ranks: Ranks, gains: Gains) -> dict[str, dict[str, float]]:
    """candidate -> measure -> value, for every candidate with a gain to be had.

    >>> measure({"c": {"a": 2, "b": 1}}, {"c": {"a": 6, "z": 3}})["c"]["P(rel=3)@5"]     # a; z is not shown
    0.2
    """
    qrels = [ir_measures.Qrel(c, v, gain) for c, judged in gains.items() for v, gain in judged.items()]
    run = [ir_measures.ScoredDoc(c, v, -float(rank)) for c, r in ranks.items() if c in gains for v, rank in r.items()]
    values: dict[str, dict[str, float]] = {candidate: {str(m): 0.0 for m in MEASURES} for candidate in sorted(gains)}
    for metric in ir_measures.iter_calc(MEASURES, qrels, run):
        values[metric.query_id][str(metric.measure)] = metric.value
    return values


def mean(values: dict[str, dict[str, float]]) -> dict[str, float]:
    """Mean of each measure over the candidates."""
    return {str(m): sum(v[str(m)] for v in values.values()) / len(values) for m in MEASURES}
