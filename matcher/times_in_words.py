"""Times of day as people say them: "om dagen på hverdage", "en weekend i ny og næ", "aften- eller natarbejde"."""

from collections.abc import Callable, Sequence

from matcher.facts.records import Occurrence
from matcher.phrases import Language, joined, say
from matcher.schema import TIMES, Time

CLOCK: tuple[Time, ...] = ("early_morning", "day", "evening", "night")  # in the order of the day
LATE: tuple[Time, ...] = ("evening", "night")
COMPOUND: tuple[Time, ...] = ("evening", "night", "weekend")  # "aftenarbejde": combined times share the last part
ALL: tuple[Time, ...] = (*CLOCK, "weekend", "rotating_shifts", "on_call_duty")


def placed(times: Sequence[Time], language: Language) -> str:
    """The times as adverbs.

    >>> placed(["evening", "weekend"], "da"), placed(["night"], "en")
    ('om aftenen og i weekenden', 'at night')
    """
    return joined([say(f"at.{time}", language) for time in ALL if time in times], "join.and", language)


def work_at(times: Sequence[Time], language: Language) -> str:
    """Work at any of these times.

    >>> work_at(["weekend", "evening", "night"], "da"), work_at(["night", "early_morning"], "en")
    ('aften-, nat- eller weekendarbejde', 'night work or work early in the morning')
    """
    compound = [say(f"work.{time}", language) for time in COMPOUND if time in times]
    others = [say(f"work.{time}", language) for time in ALL if time in times and time not in COMPOUND]
    return joined([*_sharing(compound, language), *others], "join.or", language)


def _sharing(words: list[str], language: Language) -> list[str]:
    """Compounds with the same ending as one: all but the last without it."""
    end, mark = ("arbejde", "-") if language == "da" else (" work", "")
    shortened = [word.removesuffix(end) + mark for word in words[:-1]]
    return [joined([*shortened, *words[-1:]], "join.or", language)] if words else []


def seldom(times: Sequence[Time], language: Language) -> str:
    """The times, said to come now and then.

    >>> seldom(["weekend", "evening"], "da"), seldom(["weekend"], "en")
    ('en aften og en weekend i ny og næ', 'a weekend now and then')
    """
    each = [say(f"once.{time}", language) for time in ALL if time in times]
    return say("when.seldom", language, times=joined(each, "join.and", language))


def when(occurs: Callable[[Time], Occurrence | None], language: Language) -> str:
    """Everything that an ad says about working times.

    >>> said = {"day": "yes", "evening": "no", "night": "no", "weekend": "sometimes", "on_call_duty": "no"}
    >>> when(said.get, "da")
    'om dagen, en weekend i ny og næ, uden tilkaldevagter'
    >>> when(said.get, "en")
    'in the daytime, a weekend now and then, without on-call duty'
    >>> when({"weekend": "no"}.get, "da"), when({}.get, "da")
    ('på hverdage', 'tiderne står ikke i annoncen')
    """
    yes, sometimes, no = ([time for time in TIMES if occurs(time) == how] for how in ("yes", "sometimes", "no"))
    parts = [*_regular(yes, no, language), *([seldom(sometimes, language)] if sometimes else [])]
    parts += _not(_worth_saying(no, yes, sometimes), no, language)
    return ", ".join(parts) or say("when.unknown", language)


def _regular(yes: list[Time], no: list[Time], language: Language) -> list[str]:
    """Regular working times. Days outside the weekend are weekdays."""
    hours = [time for time in yes if time in CLOCK]
    days = [say("when.on_weekdays", language)] if "weekend" in no else []
    parts = [" ".join([*([placed(hours, language)] if hours else []), *days])] if hours or days else []
    if "weekend" in yes:
        parts.append(say("when.also_weekends", language) if hours else placed(["weekend"], language))
    if "rotating_shifts" in yes:
        parts.append(placed(["rotating_shifts"], language))
    return [*parts, say("when.on_call", language)] if "on_call_duty" in yes else parts


def _worth_saying(no: list[Time], yes: list[Time], sometimes: list[Time]) -> list[Time]:
    """Excluded times worth mentioning: work only in the daytime is obviously not at night."""
    by_day = "day" in yes and all(time in no for time in LATE) and not any(t in CLOCK for t in sometimes)
    return [] if by_day else [time for time in CLOCK if time in no]


def _not(hours: list[Time], no: list[Time], language: Language) -> list[str]:
    shifts: list[Time] = [time for time in ("rotating_shifts", "on_call_duty") if time in no]
    return [
        *([say("when.not", language, times=_either(hours, language))] if hours else []),
        *([say("when.without", language, times=work_at(shifts, language))] if shifts else []),
    ]


def _either(hours: list[Time], language: Language) -> str:
    return joined([say(f"at.{time}", language) for time in hours], "join.or", language)
