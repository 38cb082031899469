"""Every pattern matches its example, leaves its counterexample alone, and stays small enough to read."""

import re

import pytest

from matcher.reader import (
    also,
    choices,
    clock_weeks,
    dates,
    demands,
    denials,
    employment,
    hours,
    licences,
    own_terms,
    papers,
    picks,
    post_words,
    remote,
    shared,
    strength,
    times,
    weekdays,
    whose,
)
from matcher.reader.patterns import Grammar, mask, number
from matcher.reader.sentences import fold

ROOMS = (
    also,
    choices,
    clock_weeks,
    dates,
    demands,
    denials,
    employment,
    post_words,
    hours,
    licences,
    own_terms,
    papers,
    picks,
    remote,
    shared,
    strength,
    times,
    weekdays,
    whose,
)
PATTERNS = [
    pytest.param(pattern, id=f"{room.__name__.rpartition('.')[2]}: {pattern.name}")
    for room in ROOMS
    for pattern in room.PATTERNS
]


@pytest.mark.parametrize("pattern", PATTERNS)
def test_pattern_matches_its_example_and_not_its_counterexample(pattern) -> None:
    assert pattern.search(fold(pattern.example))
    assert not pattern.search(fold(pattern.counterexample))


@pytest.mark.parametrize("pattern", PATTERNS)
def test_pattern_is_small_enough_to_read(pattern) -> None:
    assert len(pattern.phrase) <= 200


@pytest.mark.parametrize("pattern", PATTERNS)
def test_no_unbounded_repetition_of_a_repetition(pattern) -> None:
    assert not re.search(r"[+*]\)[+*]", pattern.phrase)


def test_phrases_match_whole_words_with_free_spacing() -> None:
    week = Grammar({"hour": ("timer", "hours")}).pattern(
        "week", "<number>_<hour> om ugen", yes="8 timer om ugen", no=""
    )
    assert week.search("ca. 12timer  om ugen")
    assert not week.search("12 timer om ugens gang")


def test_mask_keeps_the_length() -> None:
    elev = Grammar({}).pattern("elev", "vores elever", yes="vores elever", no="elever")
    assert mask("vi har vores elever her", [elev]) == "vi har ############ her"


@pytest.mark.parametrize(
    ("word", "value"), [("37", 37), ("18,5", 18.5), ("7½", 7.5), ("femogtyve", 25), ("thirty-seven", 37), ("tolv", 12)]
)
def test_numbers(word: str, value: float) -> None:
    assert number(word) == value


SHORTCUTS = [
    (hours.TRIGGERS, [way for way, _ in hours.WAYS] + [hours.FULL_TIME, hours.PART_TIME, *hours.NEGOTIABLE]),
    (employment.CONTRACT_TRIGGERS, [*employment.ON_CALL, *employment.TEMPORARY, *employment.PERMANENT]),
    *[(kind.signs, [kind.title, *kind.offers]) for kind in employment.KINDS],
    (employment.TRIGGERS, [*employment.MIXED, *[way for _, way in employment.ADDRESSED]]),
    (times.TRIGGERS, [*[way for _, way in times.NAMES], *times.RANGES, *times.STARTS, times.INTO_WEEKEND]),
    (dates.ROLLING_TRIGGERS, dates.ROLLING),
    (dates.START_TRIGGERS, [dates.STRONG_START, dates.ASAP_HERE]),
    (licences.TRIGGERS, [*licences.LICENCES, licences.OWN_CAR, *licences.AUTHORISATIONS]),
]


@pytest.mark.parametrize(
    ("words", "pattern"),
    [pytest.param(words, pattern, id=pattern.name) for words, patterns in SHORTCUTS for pattern in patterns],
)
def test_the_shortcut_lets_the_example_through(words, pattern) -> None:
    assert any(word in fold(pattern.example) + " " for word in words)
