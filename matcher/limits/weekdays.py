"""Days of the week: which days the candidate can work, and how many."""

import datetime

import numpy as np

from matcher.facts.columns import Rows, bits
from matcher.limits.limit import BROKEN, MET, NEGOTIABLE, UNKNOWN, Limit, Subject, Verdicts, Words, choose
from matcher.phrases import joined
from matcher.schema import WEEKDAYS, Constraints, Weekday


def _possible(limits: Constraints) -> tuple[Weekday, ...]:
    """Days on which the candidate can work."""
    wish = limits.weekdays
    assert wish is not None  # noqa: S101 is_set has looked; for the type checker
    return wish.possible


def _is_set(limits: Constraints) -> bool:
    wish = limits.weekdays
    return wish is not None and bool(wish.without or wish.only or wish.max_days or wish.min_days)


def _verdicts(limits: Constraints, rows: Rows, _: datetime.date) -> Verdicts:
    """Broken if no working day is possible. Negotiable if only some are, or if there are too many or too few days."""
    wish, days = limits.weekdays, rows["weekdays"]
    assert wish is not None  # noqa: S101
    possible, number = np.uint8(bits(WEEKDAYS, _possible(limits))), np.bitwise_count(days)
    too_many, too_few = number > (wish.max_days or len(WEEKDAYS)), number < (wish.min_days or 0)
    return choose(
        (days == 0, UNKNOWN),
        (days & possible == 0, BROKEN),
        ((days & ~possible != 0) | too_many | too_few, NEGOTIABLE),
        default=MET,
    )


def _words(of: Subject) -> Words:
    possible, days = _possible(of.constraints), of.post.weekdays
    if of.verdict == UNKNOWN:
        return Words(of.say("weekdays.unknown"), None, of.say("ask.weekdays"))
    if of.verdict == MET:
        return Words(of.say("weekdays.met", days=_named(of, days.value)), days.quote)
    outside = [day for day in days.value if day not in possible]
    if of.verdict == BROKEN:
        return Words(of.say("weekdays.broken", days=_named(of, outside)), days.quote)
    if outside:
        named = _named(of, outside)
        return Words(of.say("weekdays.outside", days=named), days.quote, of.say("ask.without_days", days=named))
    detail = of.say("weekdays.number", n=len(days.value), days=_named(of, days.value))
    return Words(detail, days.quote, _question(of, len(days.value)))


def _question(of: Subject, number: int) -> str:
    wish = of.constraints.weekdays
    assert wish is not None  # noqa: S101
    if wish.max_days is not None and number > wish.max_days:
        return of.say("ask.fewer_days", n=wish.max_days)
    return of.say("ask.more_days", n=wish.min_days)


def _named(of: Subject, days: "tuple[Weekday, ...] | list[Weekday]") -> str:
    return joined([of.say(f"weekday.{day}") for day in days], "join.and", of.language)


DAYS = Limit("weekdays", ("weekdays",), (("weekdays", None),), _is_set, _verdicts, _words, place=50)
