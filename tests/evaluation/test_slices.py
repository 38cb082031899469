"""Which slice a candidate or an ad falls into, and the mark on what is too small."""

from pathlib import Path

import pytest

from evaluation import fields, slices
from evaluation.fields import field, stems


def limits(**constraints):
    return {"id": "c", "constraints": constraints}


@pytest.mark.parametrize(
    ("hours", "band"),
    [
        (None, "no highest number"),
        ({"max": None}, "no highest number"),
        ({"max": 15}, "up to 15 hours"),
        ({"max": 16}, "16-25 hours"),
        ({"max": 37}, "26 hours or more"),
    ],
)
def test_hours_are_banded_by_the_highest_number(hours, band):
    assert slices.hours_band(limits(weekly_hours=hours)) == band


def test_a_candidate_without_limits_has_none():
    assert slices.time_limits({"id": "c"}) == slices.travel_limit({"id": "c"}) == "none"


def test_times_and_travel_are_banded_by_how_much_they_rule_out():
    assert slices.time_limits(limits(not_times=["night"])) == "one or two times"
    assert slices.time_limits(limits(not_times=["night", "evening", "weekend"])) == "three or more times"
    assert slices.travel_limit(limits(max_travel_minutes=30)) == "up to 30 minutes"
    assert slices.travel_limit(limits(max_travel_minutes=31)) == "more than 30 minutes"


def test_one_or_two_statements_are_sparse():
    assert slices.richness({"interests": ["noget med dyr"]}).startswith("sparse")
    assert slices.richness({"interests": ["a"] * 3, "goals": ["b"] * 4}).startswith("rich")


def test_a_cook_who_wants_to_be_a_gardener_wishes_apart_from_the_experience():
    cook = {"goals": ["gartnermedhjælper"], "competencies": ["Faglært kok", "Har haft drivhus og have"]}
    assert slices.wish_apart(cook) == "wish apart from experience"
    assert slices.wish_apart({**cook, "goals": ["kok i en kantine"]}) == "wish as experience"
    assert slices.wish_apart({"interests": ["noget roligt"]}) == "cannot be told"


def test_a_stem_stands_for_one_field_only():
    with Path(fields.__file__).with_name("fields.csv").open(encoding="utf-8") as file:
        written = [stem for line in file.read().splitlines()[1:] for stem in line.split(",")[1].split()]
    assert len(written) == len(set(written)) == len(stems())


def test_the_longest_stem_of_a_word_decides():
    assert field(["børnehave"]) == "children and teaching"  # not "have"
    assert field(["have"]) == "gardening farming and animals"


def test_each_candidate_falls_into_one_value_of_each_slice():
    values = {c: {"nDCG@10": 0.5} for c in "ab"}
    people = {"a": {"goals": ["kok"]}, "b": {"goals": ["I want to be a cook and to work with animals"]}}
    rows = slices.of_candidates(values, people)
    for by in slices.OF_CANDIDATES:
        assert sum(r.interval.n for r in rows if r.by == by) == 2
    assert {r.value for r in rows if r.by == "language of the candidate"} == {"Danish", "English"}


def test_a_slice_of_few_is_marked():
    few = slices.Slice("by", "value", slices.interval([0.5] * (slices.ENOUGH - 1)))
    many = slices.Slice("by", "value", slices.interval([0.5] * slices.ENOUGH))
    assert (few.enough, many.enough) == (False, True)


def test_of_ads_counts_the_useful_ones_that_are_among_the_ten():
    ads = {v: {"title": "Kok", "description": "du og jeg"} for v in "ab"} | {
        "e": {"title": "Cook", "description": "the"}
    }
    facts = {"a": {"hours": {"min": 37}, "employment": "ordinary"}, "b": {"hours": {"min": None}}}
    rows = slices.of_ads({"c": {"a": 1, "b": 11}}, {"c": {"a": 3, "b": 6, "e": 3, "z": 2}}, ads, facts)
    found = {(r.by, r.value): (r.interval.mean, r.interval.n) for r in rows}
    assert found["language of the ad", "Danish"] == (0.5, 1)  # one of two, of one candidate
    assert found["language of the ad", "English"] == (0, 1)
    assert found["hours in the ad", "full time"] == (1, 1)
    assert found["hours in the ad", "not in the ad"] == (0, 1)
