"""Figures as ratios of sums over cases, in columns that tell whether the data were seen; comparison of two sets.

A *case* is what one unit (a candidate, an ad, a pair, a statement) adds to a figure: a row of a data frame with

- ``column``: ``seen`` (used while making the engine), ``training``, ``unseen`` (validation: writers left out), ``real``
- ``system``: ``ipsmatch`` or a baseline
- ``figure``: its name; ``FIGURES`` lists all names with their meanings
- ``unit`` and ``writer``: who it belongs to; the writer is the unit itself if nobody wrote several
- ``value``, ``weight``: the figure is the sum of ``value`` over the sum of ``weight`` (F1: 2 tp over 2 tp + fp + fn)

Intervals and tests are by writer, not by unit: texts of one writer belong together, so the results say what other
writers would bring. The variance of a ratio of sums is linearised (Cochran 1977, 6.3). t has one degree of freedom
fewer than there are writers, as advised for few clusters (Cameron, Gelbach & Miller 2008). With one unit for each
writer and equal weights this is the paired t-test.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import stats

COLUMNS = ("seen", "training", "unseen", "real")
ENGINE = "ipsmatch"
CASE = ["column", "system", "figure", "unit", "writer", "value", "weight"]
SIGNIFICANT = 0.05
POWER = 0.8  # the usual power of a test (Cohen 1988)

FIGURES = {
    "nDCG@10": "ranking: gain of the first ten, against the best order",
    "P@5": "ranking: useful ones among the first five",
    "R@10": "ranking: share of the useful ones that are among the first ten",
    "RR": "ranking: one over the rank of the first useful one",
    "judged@10": "share of the first ten that judges have seen: below 0.9 the ranking figures are too low",
    "refused": "candidates who get no list, as what they say is refused (less is better; 0 in ranking)",
    "left out": "bands: share of the fitting, useful ads called broken, all of who is refused (less is better)",
    "broken shown": "bands: share of the ads in band fits that judges call broken (less is better)",
    "clearly is useful": "calibration: share of the ads said to point clearly that are useful",
    "perhaps is useful": "calibration: share of the ads said to point perhaps that are useful",
    "quote supports": "evidence: share of the judged quotes that support the statement they stand beside",
    "signs": "pairs in which the ad without the disliked thing stands first (chance 0.5; refused: wrong)",
    "hours exact": "reading: ads whose hours and basis are all right",
    "false hours": "reading: hours given where the ad says none (less is better)",
    "times F1": "reading: times of day that are worked",
    "required F1": "reading: licences, papers, education, languages that are asked for",
    "strength": "reading: required, desirable or not required, of those found",
    "demands recall": "reading: share of what the day is said to be like that is found with overlapping words",
    "demands precision": "reading: share of the demands found that a reader also finds",
    "employment": "reading: kind of employment right",
    "contract": "reading: contract right",
    "deadline": "reading: deadline right",
    "several posts F1": "reading: ads that offer a choice, told as such",
}
# Figures that the gate checks: one of each kind, because each further one weakens the others.
HELD = ("nDCG@10", "left out", "broken shown", "signs", "hours exact", "times F1", "required F1", "demands recall")
LESS_IS_BETTER = {"refused", "left out", "broken shown", "false hours"}


def cases(rows: Sequence[tuple[object, ...]]) -> pd.DataFrame:
    """Rows in the order of ``CASE`` as a frame."""
    return pd.DataFrame(rows, columns=CASE).astype({"value": float, "weight": float})


def _by_writer(some: pd.DataFrame, values: Sequence[str] = ("value", "weight")) -> pd.DataFrame:
    return some.groupby("writer", sort=True)[list(values)].sum()


def _ratio(sums: NDArray[np.float64]) -> NDArray[np.float64]:
    """value over weight along the last axis; nan without weight."""
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.asarray(sums[..., 0] / sums[..., 1])


def _residuals(writers: NDArray[np.float64]) -> NDArray[np.float64]:
    """(writers,) what each writer adds to the ratio of the sums beyond their share. They sum to 0."""
    total = writers.sum(axis=0)
    return np.asarray((writers[:, 0] - _ratio(total) * writers[:, 1]) / total[1])


def _error(residuals: NDArray[np.float64]) -> float:
    """Standard error of a ratio, or of a difference of ratios, over writers; nan if there is only one."""
    n = len(residuals)
    return float(np.sqrt(n / (n - 1) * (residuals**2).sum())) if n > 1 else float("nan")


def table(all_cases: pd.DataFrame) -> pd.DataFrame:
    """Each figure of each system in each column: estimate, 95 % interval (over writers), units and writers.

    Columns: column, system, figure, estimate, low, high, units, writers. All figures lie between 0 and 1.
    """
    rows = []
    for (column, system, figure), group in all_cases.groupby(["column", "system", "figure"], sort=False):
        group = group[group.weight > 0]
        if group.empty:
            continue
        writers = _by_writer(group).to_numpy()
        estimate = float(_ratio(writers.sum(axis=0)))
        half = float(stats.t.ppf(1 - SIGNIFICANT / 2, len(writers) - 1)) * _error(_residuals(writers))
        low, high = max(0.0, estimate - half), min(1.0, estimate + half)
        rows.append((column, system, figure, estimate, low, high, len(group), len(writers)))
    columns = ["column", "system", "figure", "estimate", "low", "high", "units", "writers"]
    order = {name: place for place, name in enumerate((*COLUMNS, *FIGURES))}
    frame = pd.DataFrame(rows, columns=columns)
    return frame.sort_values(["figure", "column"], key=lambda names: names.map(order), kind="stable", ignore_index=True)


class Change(NamedTuple):
    """One figure of one column in two sets of cases, on the units that both have."""

    column: str
    figure: str
    before: float
    after: float
    difference: float
    p: float
    holm: float  # p after Holm's correction over all figures and columns compared
    detectable: (
        float  # the smallest difference with this spread that would be found 8 of 10 times; nan if nothing moved
    )
    least: float  # the difference without the writer who contributes most to it
    writer: str  # that writer
    units: int
    writers: int

    @property
    def better(self) -> bool:
        """Whether the difference is a gain."""
        return (self.difference < 0) == (self.figure in LESS_IS_BETTER)

    @property
    def verdict(self) -> str:
        """What the difference proves, in words."""
        if self.difference == 0:
            return "the same"
        if self.holm < SIGNIFICANT and self.difference * self.least > 0:
            return "better" if self.better else "worse"
        if self.difference * self.least < ONE_WRITERS_SHARE * self.difference**2:
            return f"of one writer alone ({self.writer}): nothing is left without"
        return "no difference that can be told"


ONE_WRITERS_SHARE = 0.1  # less than a tenth remains without one writer: the difference is that writer's


def holm(ps: Sequence[float]) -> list[float]:
    """Holm's step-down correction (Holm 1979): the probability of any false alarm stays below the level.

    >>> holm([0.01, 0.04, 0.03])
    [0.03, 0.06, 0.06]
    """
    order = np.argsort(ps, kind="stable")
    scaled = np.asarray(ps, float)[order] * np.arange(len(ps), 0, -1)
    corrected = np.empty(len(ps))
    corrected[order] = np.minimum(np.maximum.accumulate(scaled), 1.0)
    return [float(p) for p in corrected.round(12)]


def changes(before: pd.DataFrame, after: pd.DataFrame, system: str = ENGINE) -> list[Change]:
    """Every figure of every column that both sets have, paired by unit, with Holm's correction over all."""
    keys = ["column", "figure", "unit"]
    both = before[before.system == system].merge(
        after[after.system == system], on=keys, suffixes=("_before", "_after"), validate="one_to_one"
    )
    weights = both.groupby(keys[:2])[["weight_before", "weight_after"]].transform("sum")
    groups = both[(weights > 0).all(axis=1)].groupby(keys[:2], sort=False)
    result = [_change(str(column), str(figure), group, len(groups)) for (column, figure), group in groups]
    corrected = holm([change.p for change in result])
    return [change._replace(holm=p) for change, p in zip(result, corrected, strict=True)]


def _change(column: str, figure: str, group: pd.DataFrame, compared: int) -> Change:
    names = ["value_before", "weight_before", "value_after", "weight_after"]
    summed = _by_writer(group.rename(columns={"writer_after": "writer"}), names)
    pairs = summed.to_numpy().reshape(-1, 2, 2)  # (writers, before and after, value and weight)
    before, after = (float(ratio) for ratio in _ratio(pairs.sum(axis=0)))
    difference = after - before
    error, freedom = _error(_residuals(pairs[:, 1]) - _residuals(pairs[:, 0])), len(pairs) - 1
    reach = stats.t.ppf(1 - SIGNIFICANT / compared / 2, freedom) + stats.t.ppf(POWER, freedom)
    without = _without_one(pairs)
    most = int(np.argmin(np.sign(difference) * without)) if difference else 0
    p = _p(difference, error, freedom)
    return Change(
        column,
        figure,
        before,
        after,
        difference,
        p,
        p,
        float(reach) * error or float("nan"),
        float(without[most]),
        str(summed.index[most]),
        len(group),
        len(pairs),
    )


def _p(difference: float, error: float, freedom: int) -> float:
    """Two-sided p of Student's t; 1 with only one writer, or if nothing moved.

    If all writers move by the same amount, t has no spread: then the p of the sign test.
    """
    if not difference or not freedom:
        return 1.0
    return float(2 * stats.t.sf(abs(difference) / error, freedom)) if error else 0.5**freedom


def _without_one(pairs: NDArray[np.float64]) -> NDArray[np.float64]:
    """The difference with each writer left out in turn; 0 if there is only one."""
    left = np.nan_to_num(_ratio(pairs.sum(axis=0) - pairs))
    return np.asarray(left[:, 1] - left[:, 0])
