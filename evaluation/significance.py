"""How sure a mean is, and whether one system is better than another on the same candidates.

The candidates are the sample: both are about what would be seen with other candidates, not with other vacancies or
judges. Seeds are fixed, so the same files give the same figures.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from scipy import stats

SEED = 2026
RESAMPLES = 9999


class Interval(NamedTuple):
    """A mean, its 95 % interval and how many values it is over."""

    mean: float
    low: float
    high: float
    n: int


class Difference(NamedTuple):
    """The mean of paired differences, its 95 % interval, and the two-sided p of no difference."""

    mean: float
    low: float
    high: float
    p: float
    n: int

    @property
    def verdict(self) -> str:
        """A win only where the whole interval lies on one side of 0 and p says so too (few pairs fool a bootstrap)."""
        if self.p >= 0.05 or self.low <= 0 <= self.high:
            return "no difference that can be told"
        return "better" if self.low > 0 else "worse"


def interval(values: Sequence[float]) -> Interval:
    """95 % percentile bootstrap of the mean (Efron & Tibshirani 1993, ch. 13); one value has no width to tell.

    >>> interval([0.5, 0.5, 0.5])
    Interval(mean=0.5, low=0.5, high=0.5, n=3)
    """
    average = float(np.mean(values))
    if len(set(values)) == 1:
        return Interval(average, average, average, len(values))
    ends = stats.bootstrap(
        (np.asarray(values),), np.mean, n_resamples=RESAMPLES, method="percentile", rng=SEED, vectorized=True
    ).confidence_interval
    return Interval(average, float(ends.low), float(ends.high), len(values))


def paired(ours: Sequence[float], theirs: Sequence[float]) -> Difference:
    """Ours minus theirs for each candidate: bootstrap interval and paired randomisation test (Smucker et al. 2007).

    Under no difference each pair may as well be swapped; p is the share of the swaps (all of them for up to 13
    candidates, else 9,999 at random) whose mean lies as far from 0.

    >>> round(paired([0.9, 0.8, 0.7], [0.1, 0.2, 0.3]).p, 3)     # of 2 ** 3 swaps, two lie as far out
    0.25
    """
    differences = np.subtract(ours, theirs)
    mean, low, high, n = interval(differences.tolist())
    if not differences.any():
        return Difference(0.0, 0.0, 0.0, 1.0, n)
    test = stats.permutation_test(
        (differences,), np.mean, permutation_type="samples", vectorized=True, n_resamples=RESAMPLES, rng=SEED
    )
    return Difference(mean, low, high, float(test.pvalue), n)
