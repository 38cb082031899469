"""Times of day as people say them: every combination of what an ad may say of them can be read aloud."""

import itertools
import re

import pytest

from matcher.phrases import say
from matcher.schema import TIMES
from matcher.times_in_words import placed, seldom, when, work_at

OCCURS = ("yes", "sometimes", "no", None)
COMBINATIONS = [
    {time: how for time, how in zip(TIMES, each, strict=True) if how}
    for each in itertools.product(OCCURS, repeat=len(TIMES))
]
SOME_TIMES = [times for n in range(1, len(TIMES) + 1) for times in itertools.combinations(TIMES, n)]


@pytest.mark.parametrize(
    ("said", "danish", "english"),
    [
        ({}, "tiderne står ikke i annoncen", "the ad does not say at what times"),
        (
            {"day": "yes", "early_morning": "no", "evening": "no", "night": "no", "weekend": "no"},
            "om dagen på hverdage",
            "in the daytime on weekdays",
        ),
        ({"day": "yes"}, "om dagen", "in the daytime"),
        ({"day": "yes", "evening": "no"}, "om dagen, ikke om aftenen", "in the daytime, not in the evening"),
        ({"weekend": "sometimes"}, "en weekend i ny og næ", "a weekend now and then"),
        ({"weekend": "no"}, "på hverdage", "on weekdays"),
        ({"weekend": "yes"}, "i weekenden", "at the weekend"),
        ({"day": "yes", "weekend": "yes"}, "om dagen, også i weekenden", "in the daytime, also at the weekend"),
        (
            {"day": "yes", "evening": "yes", "night": "no", "weekend": "sometimes"},
            "om dagen og om aftenen, en weekend i ny og næ, ikke om natten",
            "in the daytime and in the evening, a weekend now and then, not at night",
        ),
        (
            {"early_morning": "yes", "day": "yes", "weekend": "no", "evening": "no", "night": "no"},
            "tidligt om morgenen og om dagen på hverdage",
            "early in the morning and in the daytime on weekdays",
        ),
        (
            {"rotating_shifts": "yes", "on_call_duty": "no"},
            "på skiftende vagter, uden tilkaldevagter",
            "in rotating shifts, without on-call duty",
        ),
        (
            {"evening": "sometimes", "weekend": "sometimes"},
            "en aften og en weekend i ny og næ",
            "an evening and a weekend now and then",
        ),
        ({"evening": "no", "night": "no"}, "ikke om aftenen eller om natten", "not in the evening or at night"),
        ({"day": "yes", "on_call_duty": "yes"}, "om dagen, med tilkaldevagter", "in the daytime, with on-call duty"),
    ],
)
def test_times_are_said_as_a_person_would(said, danish, english):
    assert (when(said.get, "da"), when(said.get, "en")) == (danish, english)


@pytest.mark.parametrize(("language", "denial"), [("da", "ikke "), ("en", "not ")])
def test_every_combination_says_what_is_so_and_nothing_else(language, denial):
    """16,384 of them. What is ruled out may go without saying; what is not known is never said."""
    once = {time: re.compile(rf"\b{say(f'once.{time}', language)}\b") for time in TIMES}
    for said in COMBINATIONS:
        words = when(said.get, language)
        so, _, not_so = words.partition(denial)
        for time in ("day", "early_morning", "evening", "night", "weekend"):
            assert (placed([time], language) in so) == (said.get(time) == "yes"), words
            assert placed([time], language) not in not_so or said.get(time) == "no", words
            assert bool(once[time].search(so)) == (said.get(time) == "sometimes"), words
        assert (say("when.on_weekdays", language) in so) == (said.get("weekend") == "no"), words
        assert (say("work.rotating_shifts", language) in words) == ("rotating_shifts" in said), words
        assert (say("once.on_call_duty", language).removeprefix("en ") in words) == ("on_call_duty" in said), words


@pytest.mark.parametrize("language", ["da", "en"])
def test_no_combination_is_a_mechanical_list(language):
    for said in COMBINATIONS:
        words = when(said.get, language)
        assert words == words.strip()
        assert not re.search(r"[:;]|,,|  |,$|^,|\bNone\b", words)


@pytest.mark.parametrize(
    ("times", "danish", "english"),
    [
        (("evening", "night", "weekend"), "aften-, nat- eller weekendarbejde", "evening, night or weekend work"),
        (("night",), "natarbejde", "night work"),
        (("early_morning",), "arbejde tidligt om morgenen", "work early in the morning"),
        (("evening", "rotating_shifts"), "aftenarbejde eller skiftende vagter", "evening work or rotating shifts"),
    ],
)
def test_work_at_some_times_shares_its_last_part(times, danish, english):
    assert (work_at(times, "da"), work_at(times, "en")) == (danish, english)


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("told", [placed, seldom, work_at])
def test_any_times_together_are_said_in_one_order(told, language):
    for times in SOME_TIMES:
        assert told(times, language) == told(times[::-1], language)
