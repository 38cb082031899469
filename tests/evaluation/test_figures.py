"""Figures are ratios of sums over cases; intervals and tests are by writer; a gain of one writer is told as such."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import stats

from evaluation.figures import CASE, cases, changes, holm, table


def rows(values, figure="hours exact", column="unseen", writers=lambda n: f"w{n // 4}", system="ipsmatch"):
    """One case a value, four units a writer unless told otherwise."""
    return [(column, system, figure, f"u{n}", writers(n), value, 1) for n, value in enumerate(values)]


def test_a_figure_is_the_sum_of_values_over_the_sum_of_weights():
    frame = cases(
        [
            ("seen", "ipsmatch", "times F1", "a", "a", 2, 4),
            ("seen", "ipsmatch", "times F1", "b", "b", 6, 6),
            ("unseen", "ipsmatch", "times F1", "c", "c", 1, 4),
        ]
    )
    found = table(frame)
    assert found.estimate.tolist() == [0.8, 0.25]
    assert found.column.tolist() == ["seen", "unseen"]
    assert found.units.tolist() == [2, 1]


def test_what_weighs_nothing_has_no_figure_and_does_not_stop_the_others():
    found = table(cases([("seen", "ipsmatch", "RR", "a", "a", 0, 0), ("seen", "ipsmatch", "P@5", "a", "a", 1, 2)]))
    assert found.figure.tolist() == ["P@5"]
    assert found.estimate.tolist() == [0.5]


def test_the_interval_is_wider_where_writers_differ_than_where_units_do():
    """The same ones and zeros: once a writer has all of a kind, once every writer has both."""
    apart = table(cases(rows([1.0] * 20 + [0.0] * 20))).iloc[0]
    mixed = table(cases(rows([1.0, 0.0] * 20))).iloc[0]
    assert apart.estimate == mixed.estimate == 0.5
    assert apart.high - apart.low > 0.4
    assert mixed.high == mixed.low == 0.5


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=3, max_size=12))
def test_with_one_unit_a_writer_it_is_the_paired_t_test_of_scipy(pairs):
    before, after = ([value / 10 for value in values] for values in zip(*pairs, strict=True))
    differences = [b - a for a, b in pairs]  # whole numbers, so that equal ones are equal
    assume(len(set(differences)) > 1 and sum(differences))
    alone = {"writers": str, "figure": "RR"}
    [change] = changes(cases(rows(before, **alone)), cases(rows(after, **alone)))
    assert change.p == pytest.approx(stats.ttest_rel(after, before).pvalue)
    interval = (
        stats.t.interval(0.95, len(after) - 1, np.mean(after), stats.sem(after)) if np.std(after) else (after[0],) * 2
    )
    row = table(cases(rows(after, **alone))).iloc[0]
    assert (row.low, row.high) == pytest.approx((max(0, interval[0]), min(1, interval[1])))


@given(st.lists(st.floats(0, 1), min_size=1, max_size=12))
def test_holm_keeps_the_order_and_is_never_below_the_plain_p(ps):
    corrected = holm(ps)
    assert all(c >= p - 1e-9 for c, p in zip(corrected, ps, strict=True))
    order = np.argsort(ps, kind="stable")
    assert (np.diff(np.asarray(corrected)[order]) >= 0).all()
    assert max(corrected) <= 1


def test_holm_gives_the_figures_of_the_published_example():
    """The four p of Holm's step-down as in the manual of R's p.adjust: 0.01, 0.02, 0.03, 0.04."""
    assert holm([0.01, 0.02, 0.03, 0.04]) == pytest.approx([0.04, 0.06, 0.06, 0.06])


def test_a_rise_at_every_writers_is_better_and_a_fall_worse():
    before, after = rows([0.0, 1.0, 0.0, 0.0] * 10), rows([1.0, 1.0, 0.0, 1.0] * 10)
    [rise] = changes(cases(before), cases(after))
    [fall] = changes(cases(after), cases(before))
    assert (rise.verdict, fall.verdict) == ("better", "worse")
    assert rise.difference == pytest.approx(0.5)
    assert rise.difference == -fall.difference


def test_of_what_should_be_little_a_rise_is_worse():
    before, after = (rows(values * 10, "false hours") for values in ([0.0, 0.0, 0.0, 1.0], [1.0, 1.0, 0.0, 1.0]))
    [change] = changes(cases(before), cases(after))
    assert change.verdict == "worse"


def test_an_overfit_to_one_ads_wording_moves_the_figure_and_is_told_as_one_writers():
    """A planted rule that names the words of one ad: what was seen rises, and nothing is left without its writer."""
    before = rows([0.0, 1.0, 0.0, 0.0] * 7)
    after = [(*row[:5], 1.0, 1) if row[3] == "u8" else row for row in before]
    [change] = changes(cases(before), cases(after))
    assert change.difference > 0.03
    assert (change.least, change.writer) == (0.0, "w2")
    assert change.verdict == "of one writer alone (w2): nothing is left without"


def test_a_few_changes_here_and_there_are_no_difference_that_can_be_told():
    before = rows([0.0, 1.0] * 14)
    turned = {1, 8, 14, 20}
    after = [(*row[:5], 1 - row[5], 1) if n in turned else row for n, row in enumerate(before)]
    [change] = changes(cases(before), cases(after))
    assert change.difference != 0
    assert change.verdict == "no difference that can be told"


def test_what_one_writer_gains_and_all_others_lose_is_told_as_that_writers():
    """Without the one, the figure has fallen."""
    before = rows([0.5] * 20)
    after = [(*row[:5], 1.0 if row[4] == "w0" else 0.45, 1) for row in before]
    [change] = changes(cases(before), cases(after))
    assert change.difference > 0 > change.least
    assert change.verdict.startswith("of one writer alone (w0)")


def test_two_writers_who_move_by_the_same_prove_nothing():
    """Without any spread t would be sure of it."""
    before, after = rows([1.0] * 8), rows([0.9] * 8)
    [change] = changes(cases(before), cases(after))
    assert change.p == 0.5
    assert change.verdict == "no difference that can be told"


def test_what_is_found_wrongly_where_nothing_was_found_before_is_not_hidden():
    """An ad in which no demand was found weighs nothing in their precision, until wrong ones are found in it."""
    before = [("unseen", "ipsmatch", "demands precision", f"u{n}", f"w{n}", n % 2, n % 2) for n in range(8)]
    after = [(*row[:5], row[5], 1) for row in before]
    [change] = changes(cases(before), cases(after))
    assert (change.before, change.after) == (1.0, 0.5)


def test_what_both_have_is_compared_and_no_baseline():
    before = cases([*rows([1.0] * 4), *rows([0.0] * 4, system="BM25")])
    after = cases(rows([1.0] * 8))
    [change] = changes(before, after)
    assert change.units == 4
    assert change.verdict == "the same"


def test_a_difference_that_could_be_shown_shrinks_with_more_writers():
    rng = np.random.default_rng(0)

    def detectable(writers):
        before, after = (rows(rng.integers(2, size=4 * writers).astype(float)) for _ in range(2))
        return changes(cases(before), cases(after))[0].detectable

    assert detectable(100) < detectable(6)


def test_cases_have_the_columns_that_are_told():
    assert list(cases([])) == CASE
    assert isinstance(cases([]), pd.DataFrame)
