"""Intervals and differences against scipy, against counting by hand, and what counts as a win."""

import itertools

import numpy as np
import pytest
from scipy import stats

from evaluation.significance import Difference, interval, paired

OURS = [0.9, 0.4, 0.7, 0.8, 0.6, 0.95, 0.5]
THEIRS = [0.5, 0.5, 0.2, 0.6, 0.1, 0.70, 0.45]


def test_p_is_the_share_of_all_swaps_that_lie_as_far_out():
    differences = np.subtract(OURS, THEIRS)
    means = [abs(np.mean(differences * signs)) for signs in itertools.product((1, -1), repeat=len(differences))]
    expected = np.mean([m >= abs(np.mean(differences)) - 1e-12 for m in means])
    assert paired(OURS, THEIRS).p == pytest.approx(expected)


def test_the_interval_of_many_is_near_that_of_the_normal_distribution():
    values = np.random.default_rng(1).normal(0.5, 0.1, 400).tolist()
    low, high = stats.norm.interval(0.95, np.mean(values), stats.sem(values))
    found = interval(values)
    assert (found.low, found.high) == pytest.approx((low, high), abs=0.002)


def test_the_same_files_give_the_same_figures():
    assert paired(OURS, THEIRS) == paired(OURS, THEIRS)


def test_a_run_against_itself_differs_by_nothing():
    assert paired(OURS, OURS) == Difference(0, 0, 0, 1, 7)


def test_turning_the_pair_round_turns_the_difference_round():
    one, other = paired(OURS, THEIRS), paired(THEIRS, OURS)
    assert one.mean == pytest.approx(-other.mean)
    assert one.p == pytest.approx(other.p)


def test_a_win_is_said_only_of_an_interval_on_one_side_of_nothing():
    many = [0.1, 0.2, 0.3] * 8
    assert paired([v + 0.1 * (n % 3) for n, v in enumerate(many)], many).verdict == "better"
    assert paired(many, [v + 0.1 * (n % 3) for n, v in enumerate(many)]).verdict == "worse"
    assert paired([v + (-1) ** n * 0.1 for n, v in enumerate(many)], many).verdict.startswith("no difference")


def test_three_pairs_are_no_win_however_far_apart():
    assert paired([0.9, 0.8, 0.9], [0.1, 0.2, 0.1]).verdict.startswith("no difference")
