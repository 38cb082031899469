"""Hours and times of one post in its own short words: "aftenhold 15-23, 32 timer".

There "32 timer" means a week without saying so, "15-23" is a shift, and "weekend" tells when the work takes place.
"""

import dataclasses
from collections.abc import Iterator, Sequence
from typing import Any

from matcher.reader.clock_weeks import RANGE, clock_hour, week_by_clock
from matcher.reader.hours import read_hours
from matcher.reader.patterns import Grammar, Pattern, number
from matcher.reader.sentences import Sentence
from matcher.reader.times import LATE_NIGHT, read_times
from matcher.reader.weekdays import WEEKEND, WeekdaysFact
from matcher.schema import HoursFact, PostReading, Schedule, Time

_phrase = Grammar(
    {
        "most": ("op til", "højst", r"ma(?:x|ks)\.?", "maksimalt", "up to", "at most", "under"),
        "rotating": (
            r"\w*holds-?(?:skift|drift)\w*",
            r"\d-?shifts?",
            "two-shift",
            "three-shift",
            r"turnus\w*",
            "rullende",
            "skiftende",
            "skiftehold",
            "uge om uge",
            r"alternat\w+",
            r"rotat\w+",
            "rul mellem",
            "<part> på skift",
            "den (?:modsatte|anden|næste) uge",
            "<part>-_(?:,_<part>-_)?(?:og|and|eller) <part>(?:vagt|hold|skift)\\w*",
            "<part>,_<part> (?:og|samt|and) <part>",
            r"blandede vagter",
        ),
        "part": (r"dag", "aften", "nat(?:te)?", "morgen", "weekend", "days?", "evenings?", "nights?", "mornings?"),
        "least": ("mindst", r"min\.?", "minimum", "at least", "fra", "from"),
        "hour": ("timer?s?", r"t\.?", "hours?", "hrs?", "h"),
        "other": (
            "om dagen",
            "dagligt",
            r"pr\.? (?:dag|vagt|gang|weekend)",
            "hver (?:dag|anden)",
            "i døgnet",
            "om måneden",
            "per",
            "a day",
            "daily",
            "each",
        ),
        "after": ("$", "[.,;:)(]", "-", "og", "and", "eller", "or", "<weekday>", "hver", "man", "i", "på", "at"),
    }
).pattern
OWN_HOURS = _phrase(
    "hours of one post",
    r"(?:(?P<most><most>) |(?P<least><least>) )?(?P<low><number>)"
    r"(?:_(?:-|til|to)_(?P<high><number>))?_(?:<hour>)(?!_(?:<other>))",
    yes="aftenhold, 37 timer",
    no="7 timer om dagen",
)
BARE_CLOCK = _phrase(
    "clock times of one post",
    r"(?<![\d.,:/-])(?P<from>[01]?\d|2[0-4])(?:_-_| til | to )"
    r"(?P<until>[01]?\d|2[0-4])(?=_(?:<after>))(?![.,:]\d|-\d)",
    yes="aftenhold 15-23",
    no="15-23 timer",
)
DENIED = _phrase(
    "denied",
    r"ikke|ingen|intet|aldrig|uden|fri|hverken|no|not|never|without|off|except|undtagen",
    yes="ingen weekender",
    no="hver weekend",
)
OWN_TIMES: tuple[tuple[Time, Pattern], ...] = (
    (
        "weekend",
        _phrase(
            "weekend of one post",
            r"(?:lørdag|søndag|weekend|saturday|sunday)\w*|lør|søn"
            r"|(?<=[/+&-])(?:lør|søn|sat|sun)",
            yes="lørdag 6-14",
            no="fredag 6-14",
        ),
    ),
    ("evening", _phrase("evening of one post", r"aften\w*|evening\w*", yes="aftenruten", no="morgenruten")),
    (
        "night",
        _phrase(
            "night of one post",
            r"nat|nat(?:te)?(?:hold|vagt|skift|arbejde|rute|port)\w*|nætter\w*"
            r"|nights?",
            yes="nathold",
            no="dag",
        ),
    ),
    ("rotating_shifts", _phrase("changing shifts of one post", r"<rotating>", yes="toholdsskift", no="holdet")),
    (
        "day",
        _phrase(
            "day of one post",
            r"dag(?:hold|vagt|rute|tid|skift)\w*|formiddag\w*|eftermiddag\w*|daytime",
            yes="dagruten",
            no="dagen",
        ),
    ),
)
PATTERNS = (OWN_HOURS, BARE_CLOCK, DENIED, *(way for _, way in OWN_TIMES))
LEAST_HOURS = 2.0  # hours a week; fewer are not a post's
LONGEST_OPENING = 80  # characters from the start of a post; a sentence that starts within them says what the post is
SHORTEST_SHIFT, LONGEST_SHIFT = 2, 14  # hours


def own_hours(words: Sequence[Sentence], later: Sequence[Sentence], others: Sequence[Sentence]) -> HoursFact:
    """Weekly hours of one post: stated, bare, or computed from its days and clock times.

    later: sentences elsewhere about this post; others: sentences about all posts. Nothing is computed if others state
    the hours.
    """
    fact = read_hours(words)
    if fact.min is not None or fact.max is not None:
        return fact
    bare = next(filter(None, map(_bare_hours, [*words, *later])), None)
    if bare or read_hours(others).basis == "stated":
        return bare or fact
    return week_by_clock([*words, *later], others) or fact


def _bare_hours(sentence: Sentence) -> HoursFact | None:
    amount = next((m for m in OWN_HOURS.finditer(sentence.text) if number(m["low"]) >= LEAST_HOURS), None)
    if amount is None:
        return None
    low, high = number(amount["low"]), number(amount["high"] or amount["low"])
    return HoursFact(
        min=None if amount["most"] else low,
        max=None if amount["least"] else high,
        basis="stated",
        quote=sentence.quote(*amount.span()),
    )


def own_times(words: Sequence[Sentence], later: Sequence[Sentence]) -> dict[str, Any]:
    """Results of ``read_times`` under the field names of ``PostReading``, plus the parts of the day in the post's first
    words."""
    if not read_times([dataclasses.replace(s, in_title=True) for s in words]).quotes:
        words = [*words, *later]
    first = dataclasses.replace(words[0], in_title=True)
    opening = [s for s in words if s.start - first.start < LONGEST_OPENING]
    times = read_times([first, *words[1:], *(clock for sentence in words for clock in _clocks(sentence))])
    read = {field.name: getattr(times, field.name) for field in dataclasses.fields(times)}
    answers, quotes = times.schedule.model_dump(exclude_none=True), dict(times.quotes)
    for time, pattern in OWN_TIMES:
        if answers.get(time) != "yes" and (quote := next(_named(pattern, opening), None)):
            answers[time], quotes[time] = "yes", quote
    if answers.get("evening") == "yes" and _is_late_night(words):
        del answers["evening"], quotes["evening"]
    named = read | {"time_quotes": quotes, "occasional_times": read["occasional"], "schedule": Schedule(**answers)}
    return {name: value for name, value in named.items() if name in PostReading.model_fields}


def with_weekend(times: dict[str, Any], days: WeekdaysFact) -> dict[str, Any]:
    """The times of a post. The weekend is added if Saturday or Sunday is worked."""
    if days.quote is None or not WEEKEND & set(days.days) or times["schedule"].weekend:
        return times
    quotes = times["time_quotes"] | {"weekend": days.quote}
    return times | {"schedule": times["schedule"].model_copy(update={"weekend": "yes"}), "time_quotes": quotes}


def _named(pattern: Pattern, sentences: Sequence[Sentence]) -> Iterator[str]:
    """Quotes of the sentences in which ``way`` matches without a denial before it."""
    for sentence in sentences:
        match = pattern.search(sentence.text)
        if match and not DENIED.search(sentence.text[: match.start()][-30:]):
            yield sentence.quote(*match.span())


def _clocks(sentence: Sentence) -> Iterator[Sentence]:
    """Bare clock times of a post, "aftenhold 15-23", in the form that ``times`` reads. Quotes stay the ad's words."""
    for match in BARE_CLOCK.finditer(sentence.text):
        quote = sentence.quote(*match.span())
        text = f"vagt kl. {match['from']}-{match['until']}"
        if SHORTEST_SHIFT <= (int(match["until"]) - int(match["from"])) % 24 <= LONGEST_SHIFT:
            yield dataclasses.replace(sentence, text=text.ljust(len(quote)), original=quote)


def _is_late_night(words: Sequence[Sentence]) -> bool:
    """Whether all clock times belong to a night that starts late, and no evening is named."""
    starts = [clock_hour(match, 1) for s in words for match in RANGE.finditer(s.text)]
    named = next(_named(dict(OWN_TIMES)["evening"], words), None)
    return bool(starts) and min(starts) >= LATE_NIGHT and named is None
