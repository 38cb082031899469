"""What relevance does not show, each over a run small enough to count by hand."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evaluation import beyond_accuracy as beyond
from evaluation.reading import Judgment


def suggestion(vacancy, rank=1, band="fits", candidate="c", **more):
    return {"candidate_id": candidate, "vacancy_id": vacancy, "rank": rank, "band": band, **more}


JUDGED = {
    "c": {
        "broken": Judgment(6, "broken", 2),
        "fine": Judgment(6, "ok", 6),
        "weak": Judgment(2, "ok", 1),
        "disputed": Judgment(5, "disputed", 3),
    }
}
CHECK = {"constraint": "times", "verdict": "broken", "detail": "aften", "quote": "aftenvagt"}


def test_a_broken_limit_in_band_fits_is_a_violation():
    run = {"c": [suggestion("broken"), suggestion("fine", 2), suggestion("disputed", 3), suggestion("unjudged", 4)]}
    [case] = beyond.violations(run, JUDGED)
    assert (case.candidate, case.vacancy, case.rank, case.useful) == ("c", "broken", 1, 2)


@pytest.mark.parametrize("band", ["ask", "negotiable", "broken", None])
def test_a_broken_limit_in_another_band_is_not(band):
    assert beyond.violations({"c": [suggestion("broken", band=band)]}, JUDGED) == []


def test_a_fitting_ad_called_broken_is_a_false_exclusion_with_its_reason():
    run = {"c": [suggestion("fine", 1, "broken", checks=[CHECK]), suggestion("weak", 2, "broken")]}
    cases, fitting = beyond.false_exclusions(run, JUDGED, {})
    assert [(c.vacancy, c.checks) for c in cases] == [("fine", [CHECK])]
    assert fitting == 1


def test_an_ad_that_is_not_ordinary_is_not_excluded_falsely():
    run = {"c": [suggestion("fine", 1, "broken")]}
    assert beyond.false_exclusions(run, JUDGED, {"fine": {"employment": "fleksjob"}}) == ([], 0)


def test_a_run_without_broken_ones_cannot_tell_of_false_exclusions():
    assert beyond.false_exclusions({"c": [suggestion("fine")]}, JUDGED, {}) is None


def test_bands_are_counted_against_what_the_judges_say():
    run = {"c": [suggestion("fine"), suggestion("broken", 2, "ask"), suggestion("weak", 3), suggestion("unjudged", 4)]}
    assert beyond.bands(run, JUDGED) == {"fits": {"ok": 2}, "ask": {"broken": 1}}


def test_unknowns_are_counted_in_each_suggestion():
    unknown = {**CHECK, "verdict": "unknown"}
    run = {"c": [suggestion("a", checks=[unknown, unknown, CHECK]), suggestion("b", 2)]}
    assert beyond.unknowns(run) == 1
    assert beyond.unknowns({}) == 0


def test_every_candidate_without_suggestions_is_named():
    run = {"a": [suggestion(f"v{n}", n, candidate="a") for n in range(1, 11)], "b": [suggestion("v1", candidate="b")]}
    assert beyond.coverage(run, ["a", "b", "c"]) == {"none": ["c"], "fewer than ten": ["b"]}


def test_variety_is_the_share_of_different_ones_among_those_known():
    ads = {
        "a": {"title": "Kok", "employer": "X"},
        "b": {"title": "Tjener", "employer": "X"},
        "d": {"title": "Tømrer", "employer": None},
    }
    run = {"c": [suggestion("a"), suggestion("b", 2), suggestion("d", 3), suggestion("gone", 4)]}
    assert beyond.variety(run, ads) == {"employers": 1 / 2, "fields of work": pytest.approx(2 / 3)}


def test_exposure_counts_the_ads_that_nobody_was_shown():
    run = {c: [suggestion("a", candidate=c), suggestion("b", 2, candidate=c)] for c in "cd"} | {"e": [suggestion("a")]}
    found = beyond.exposure(run, ["a", "b", "x"])
    assert (found.never, found.vacancies, found.most) == (1, 3, [("a", 3), ("b", 2)])
    assert found.gini == pytest.approx(sum(abs(x - y) for x in (0, 2, 3) for y in (0, 2, 3)) / (2 * 3 * 5))


@given(st.lists(st.integers(0, 50), min_size=1, max_size=30).filter(any))
@settings(derandomize=True, deadline=None)
def test_gini_is_half_the_relative_mean_difference(counts):
    difference = sum(abs(x - y) for x in counts for y in counts) / len(counts) ** 2
    assert beyond.gini(counts) == pytest.approx(difference / (2 * sum(counts) / len(counts)))


def test_gini_of_nothing_shown_is_nothing():
    assert beyond.gini([0, 0]) == beyond.gini([]) == 0
