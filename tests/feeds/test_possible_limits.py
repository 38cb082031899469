"""Limits that nothing can meet, and homes that are nowhere: refused where they come in, read where they are held."""

import json

import pytest

from matcher.feeds import candidates
from matcher.limits import travel
from matcher.schema import Candidate, Constraints, Weekdays

FAULTS = [
    ({"postcode": "9999"}, "constraints.postcode", "unknown_postcode"),
    ({"postcode": "0000", "max_travel_minutes": 30}, "constraints.postcode", "unknown_postcode"),
    ({"earliest_start": "10:00", "latest_end": "09:00"}, "constraints.latest_end", "day_order"),
    ({"earliest_start": "10:00", "latest_end": "10:00"}, "constraints.latest_end", "day_order"),
    ({"weekdays": {"only": ["monday"], "not": ["monday"]}}, "constraints.weekdays.not", "days_left"),
    ({"weekdays": {"only": ["weekend"], "min_days": 3}}, "constraints.weekdays.only", "days_left"),
]
FINE = [
    {"postcode": "8700"},
    {"earliest_start": "10:00", "latest_end": "14:00"},
    {"latest_end": "06:00"},
    {"weekdays": {"only": ["weekend"], "min_days": 2}},
    {"weekdays": {"max_days": 1, "min_days": 1}},
    {"weekdays": {}},
]


def line(limits):
    return json.dumps({"id": "k1", "goals": ["gartner"], "constraints": limits})


@pytest.mark.parametrize(("limits", "field", "code"), FAULTS)
@pytest.mark.parametrize("name", ["people.jsonl", "people.json"])
def test_a_limit_that_nothing_can_meet_is_refused_in_a_file(file, name, limits, field, code):
    [refusal] = candidates([file(line(limits), name)])
    assert (refusal.field, refusal.code) == (field, code)
    for language in ("da", "en"):
        assert f"({code})" not in refusal.said(language)


@pytest.mark.parametrize(("limits", "field", "code"), FAULTS)
def test_who_is_held_already_stays_readable(limits, field, code):  # noqa: ARG001
    assert Candidate.held(line(limits)).constraints == Constraints.model_validate(limits)


@pytest.mark.parametrize("limits", FINE)
def test_a_narrow_limit_is_a_limit_all_the_same(file, limits):
    [person] = candidates([file(line(limits), "people.jsonl")])
    assert isinstance(person, Candidate)


def test_days_and_demands_are_written_in_a_record_as_people_write_them():
    limits = {"weekdays": {"not": ["weekend", "ons"], "only": ["Mandag"]}, "never": ["tunge løft", "cold"]}
    read = Constraints.model_validate(limits)
    assert read.weekdays.without == ("saturday", "sunday", "wednesday")
    assert read.weekdays.only == ("monday",)
    assert read.never == ("heavy_lifting", "cold")
    assert Constraints.model_validate_json(read.model_dump_json()) == read


@pytest.mark.parametrize("wish", [{"not": "monday"}, {"not": [""]}, {"only": ["påske"]}, {"not": [1]}, {"day": []}])
def test_days_that_are_not_understood_are_refused(wish):
    with pytest.raises(ValueError, match=r"not|only|day"):
        Weekdays.model_validate(wish)


@pytest.mark.parametrize(
    ("limits", "words"),
    [
        ({"postcode": "8700"}, "men ikke hvor mange minutter turen må tage"),
        ({"max_travel_minutes": 30, "travel_modes": ["bike"]}, "intet postnummer"),
        ({"postcode": "9999", "max_travel_minutes": 30}, "postnummeret 9999 findes ikke"),
        ({"postcode": "8700", "max_travel_minutes": 30}, "I har ikke sagt, hvordan du kommer frem"),
    ],
)
def test_half_a_limit_on_the_way_is_told(limits, words):
    note = travel.note(Constraints.model_validate(limits), "da")
    assert words in note
    assert note == note[0].upper() + note[1:].removesuffix(".") + "."


@pytest.mark.parametrize(
    "limits",
    [
        {},
        {"travel_modes": ["bike"]},
        {"earliest_start": "09:00"},
        {"postcode": "8700", "max_travel_minutes": 30, "travel_modes": ["bike"]},
    ],
)
def test_nothing_is_told_of_a_whole_limit_on_the_way_or_of_none(limits):
    assert travel.note(Constraints.model_validate(limits), "da") is None
