"""How certain a mean is, and whether one system is better than another on the same candidates.

The candidates are the sample: both results are about other candidates, not about other vacancies or judges. Seeds are
fixed, so the same files give the same figures.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from scipy import stats

SEED = 2026
RESAMPLES = 9999


class Interval(NamedTuple):
    """A mean, its 95 % interval and the number of values."""

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
        """Calls a win only if the whole interval is on one side of 0 and p agrees (with few pairs a bootstrap
        misleads)."""
        if self.p >= 0.05 or self.low <= 0 <= self.high:
            return "no difference that can be told"
        return "better" if self.low > 0 else "worse"


def interval(values: Sequence[float]) -> Interval:
    """95 % percentile bootstrap of the mean (Efron & Tibshirani 1993, ch. 13). A single value has width 0.

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

    Without a difference each pair may be swapped. p is the share of swaps (all of them for up to 13 candidates, else
    9,999 at random) with a mean at least as far from 0.

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
