"""nDCG@10, P@5, R@10 and RR of a run against qrels, with trec_eval's own arithmetic (through ir_measures).

Each choice, once:

- gain: ``useful`` (0-6, the sum of two judges' 0-3), linear; 0 where both judges found a limit broken, because a
  default list does not show those. Ideal: over all judged vacancies of the candidate (Järvelin & Kekäläinen 2002).

  >>> round(one(["b", "a"], {"a": 6, "b": 3})["nDCG@10"], 3)     # (3 + 6/log2(3)) / (6 + 3/log2(3))
  0.86

- relevant, for P@5, R@10 and RR: a gain of at least 3. R@10 is the share of the relevant ones that are among the first
  ten, RR one over the rank of the first relevant one; both are 0 for a candidate without any.

  >>> one(["z", "a"], {"a": 3, "b": 6, "c": 2})
  {'nDCG@10': 0.2128453970090281, 'P@5': 0.2, 'R@10': 0.5, 'RR': 0.5}

- not judged: a gain of 0, and it takes its place in the list. Nothing is condensed away.

  >>> one(["x", "y", "a"], {"a": 6})["nDCG@10"]
  0.5

- missing candidates: judged and missing from the run counts as 0; not judged, or with nothing to gain, is left out.

  >>> measure({"x": {"a": 1}}, {"c": {"a": 6}})
  {'c': {'nDCG@10': 0.0, 'P@5': 0.0, 'R@10': 0.0, 'RR': 0.0}}

- order: by ``rank``, whatever the scores; a rank is given once to a candidate (``reading``), so there are no ties.
- depth: a run cut before the last place that a measure looks at is an error (``check_depth``); a list that is short
  because no more can be shown is not.
"""

from collections.abc import Sequence
from itertools import chain

import ir_measures
from ir_measures import RR, P, R, nDCG

from evaluation.reading import Gains, Ranks, Record, Unreadable

RELEVANT = 3
DEPTH = 10
MEASURES = {
    "nDCG@10": nDCG @ DEPTH,
    "P@5": P(rel=RELEVANT) @ 5,
    "R@10": R(rel=RELEVANT) @ DEPTH,
    "RR": RR(rel=RELEVANT),
}
DEEPEST = max(measure.params.get("cutoff", 0) for measure in MEASURES.values())
NAMES = {str(measure): name for name, measure in MEASURES.items()}

Values = dict[str, dict[str, float]]  # candidate -> measure -> value


def measure(ranks: Ranks, gains: Gains) -> Values:
    """candidate -> measure -> value, for every candidate with any gain in the judgments."""
    qrels = [ir_measures.Qrel(c, v, gain) for c, judged in gains.items() for v, gain in judged.items()]
    run = [ir_measures.ScoredDoc(c, v, -float(rank)) for c, r in ranks.items() if c in gains for v, rank in r.items()]
    values: Values = {candidate: dict.fromkeys(MEASURES, 0.0) for candidate in sorted(gains)}
    for metric in ir_measures.iter_calc(list(MEASURES.values()), qrels, run):
        values[metric.query_id][NAMES[str(metric.measure)]] = metric.value
    return values


def one(order: Sequence[str], gains: dict[str, int]) -> dict[str, float]:
    """The measures of one list of vacancies against one candidate's gains."""
    return measure({"c": {v: rank for rank, v in enumerate(order, start=1)}}, {"c": gains})["c"]


def mean(values: Values) -> dict[str, float]:
    """Mean of each measure over the candidates."""
    return {name: sum(v[name] for v in values.values()) / len(values) for name in MEASURES}


def check_depth(path: object, ranks: Ranks, gains: Gains, meta: Record) -> None:
    """Unreadable if the run was cut before the last place that a measure looks at: what stood there cannot be measured.

    The side-car's ``k`` tells. Without one, lists that all stop at the same place before that one, although there are
    more vacancies, were cut.
    """
    lengths = {len(r) for r in ranks.values()}
    known = set(chain.from_iterable(chain(ranks.values(), gains.values())))
    looks_cut = len(ranks) > 1 and len(lengths) == 1 and max(lengths) < len(known)
    depth = meta.get("k") or (max(lengths) if looks_cut else DEEPEST)
    if depth < DEEPEST:
        deepest = next(name for name, measure in MEASURES.items() if measure.params.get("cutoff") == DEEPEST)
        raise Unreadable(
            f"{path}: holds at most {depth} suggestions for each candidate, and {deepest} needs {DEEPEST}: "
            f"make it with -k {DEEPEST} or more"
        )
