"""Weekly hours: how many the candidate can work, compared with how many a post offers."""

import datetime
import math

import numpy as np

from matcher.facts import Fact
from matcher.facts.columns import HOURS_BY_AGREEMENT, HOURS_FLAG_ONLY, HOURS_UNKNOWN, Rows
from matcher.limits.limit import BROKEN, MET, NEGOTIABLE, UNKNOWN, Limit, Subject, Verdicts, Words, choose
from matcher.phrases import Language, say
from matcher.schema import FULL_TIME_HOURS, Constraints, HoursFact, WeeklyHours

# Fewest weekly hours of part-time work in many agreements (Fællesoverenskomsten, DI); some have 8.
USUAL_FLOOR = 15


Ends = tuple[float | None, float | None]
WEEKLY = ("hours.from", "hours.to", "hours.range", "hours.one")
WISHED = ("hours.said.from", "hours.said.to", "hours.said.range", "hours.said.one")


def _is_set(limits: Constraints) -> bool:
    return limits.weekly_hours is not None and (limits.weekly_hours.min, limits.weekly_hours.max) != (None, None)


def _verdicts(limits: Constraints, rows: Rows, _: datetime.date) -> Verdicts:
    """Overlapping ranges are met. Without an overlap the verdict is negotiable if the candidate allows it. A bare
    full-time flag never breaks a limit, because some feeds set it by default."""
    wish = limits.weekly_hours
    assert wish is not None  # noqa: S101 is_set has looked; for the type checker
    low, high = wish.min or 0, np.inf if wish.max is None else wish.max
    apart = (rows["low"] > high) | (rows["high"] < low)
    state, firm = rows["hours"], not wish.negotiable
    return choose(
        (state == HOURS_UNKNOWN, UNKNOWN),
        ((state == HOURS_BY_AGREEMENT) | ~apart, MET),
        ((state == HOURS_FLAG_ONLY) & firm, UNKNOWN),
        default=BROKEN if firm else NEGOTIABLE,
    )


def hours_words(hours: Fact[HoursFact], language: Language, *, exact: bool = False) -> str:
    """The hours of a post in words: rounded as people say them, except where rounding would blur a limit."""
    value = hours.value
    if value.min is None and value.max is None:
        key = {"negotiable": "hours.negotiable", "parttime_word": "hours.part_time"}.get(value.basis, "hours.unstated")
        return say(key, language)
    if value.basis == "fulltime_word":
        return say("hours.full_time_field" if hours.source == "feed" else "hours.full_time", language)
    return _range(value.min, value.max, language, exact=exact)


def _range(low: float | None, high: float | None, language: Language, *, exact: bool = False) -> str:
    """A range of hours in words.

    >>> _range(12.01, 12.01, "da"), _range(18.48, 30.02, "da"), _range(None, 7.5, "en")
    ('ca. 12 timer om ugen', 'ca. 18-30 timer om ugen', 'at most 7.5 hours a week')
    """
    spoken = (low, high) if exact else (_as_spoken(low), _as_spoken(high))
    return _in_phrases((low, high), spoken, language, WEEKLY)


def _in_phrases(numbers: Ends, spoken: Ends, language: Language, keys: tuple[str, str, str, str]) -> str:
    """A range in one of four phrases: from, to, between, exactly."""
    low, high = spoken
    place = 3 if low == high else 0 if high is None else 1 if not low else 2
    words: dict[str, object] = {"low": low, "high": high}
    if spoken != numbers:
        first = "high" if place == 1 else "low"
        words[first] = say("hours.about", language, hours=words[first])
    return say(keys[place], language, **words)


def _as_spoken(hours: float | None) -> float | None:
    """Hours as people say them: whole and half hours as they are, others rounded to a whole hour.

    >>> _as_spoken(25.4), _as_spoken(7.5), _as_spoken(0.23)
    (25, 7.5, 0.5)
    """
    return hours if hours is None or hours * 2 == round(hours * 2) else max(0.5, round(hours))


def _other_source(hours: Fact[HoursFact], language: Language) -> str | None:
    """The hours that another source names, in words."""
    other = hours.otherwise
    if other is None:
        return None
    return (
        say("hours.full_time", language) if other.basis == "fulltime_word" else _range(other.min, other.max, language)
    )


def _words(of: Subject) -> Words:
    wish, hours = of.constraints.weekly_hours, of.post.hours
    assert wish is not None  # noqa: S101
    blurred = of.verdict in (NEGOTIABLE, BROKEN) and _overlap_as_said(hours.value, wish)
    detail, otherwise = hours_words(hours, of.language, exact=blurred), _other_source(hours, of.language)
    if otherwise is not None:
        detail = of.say("feed.differs", detail=detail, stated=otherwise)
    if of.verdict in (NEGOTIABLE, BROKEN):
        ends = (wish.min, wish.max)
        detail = of.say("hours.wished", ad=detail, wish=_in_phrases(ends, ends, of.language, WISHED))
    if of.verdict == NEGOTIABLE and wish.max is not None and wish.max < USUAL_FLOOR and _above(hours.value, wish.max):
        detail = of.say("hours.agreement", detail=detail, floor=USUAL_FLOOR)
    return Words(detail, hours.quote, _question(of, wish.min, wish.max))


def _overlap_as_said(hours: HoursFact, wish: WeeklyHours) -> bool:
    """Whether rounding would make unwanted hours sound acceptable: 25.4 is above a limit of 25."""
    low, high = _as_spoken(hours.min) or 0, math.inf if hours.max is None else _as_spoken(hours.max) or 0
    return low <= (math.inf if wish.max is None else wish.max) and high >= (wish.min or 0)


def _question(of: Subject, low: float | None, high: float | None) -> str | None:
    if of.verdict == UNKNOWN:
        return of.say("ask.hours")
    if of.verdict != NEGOTIABLE:
        return None
    too_many = high is not None and _above(of.post.hours.value, high)
    return of.say("ask.carve", high=high) if too_many or low is None else of.say("ask.more", low=low)


def _above(hours: HoursFact, high: float) -> bool:
    """Whether the fewest hours are above ``high``."""
    return (hours.min or FULL_TIME_HOURS if hours.max is None else hours.min or 0) > high


HOURS = Limit("weekly_hours", ("weekly_hours",), (("weekly_hours", None),), _is_set, _verdicts, _words, place=10)
