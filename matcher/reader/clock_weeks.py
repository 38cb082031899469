"""Weekly hours of a post from its days and clock times: "tirsdag-torsdag 8.30-12.30" is 12 hours, "to aftener kl.
18-22" is 8.

Used only for posts without hours in the ad: their days and clock times are their own. Two clock ranges belong to two
groups of days in the same order. Any other number of ranges is not computed.
"""

import math
import re
from collections.abc import Sequence

from matcher.reader.patterns import Grammar, mask, number
from matcher.reader.sentences import Sentence
from matcher.reader.weekdays import read_weekdays
from matcher.schema import HoursFact

SHORTEST, LONGEST = 1.0, 48.0  # hours a week; outside these the days and clock times belong to something else
LONGEST_SHIFT = 13.0  # hours; longer ranges are opening hours

_phrase = Grammar(
    {
        "full": r"(?:mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag|monday|tuesday|wednesday|thursday"
        r"|friday|saturday"
        r"|sunday)(?:e|en|ene|s)?(?:_(?:morgen|formiddag|eftermiddag|aften|nat|morning|afternoon|evening|night)e?"
        r"r?|s(?:tur|vagt|hold|post|rute|skift)\w*)?",
        "sure": r"(?:tirs|ons|tors|fre|lør|søn)\.?",
        "short": r"(?:man|tirs?|ons|tors?|fre|lør|søn|mon|tues?|wed|thur?s?|fri|sat|sun)\.?",
        "day": ("<full>", "<short>"),
        "join": (r"_[,/&+-]_", r"_,?_(?:og|and|samt)_(?:om |på |on )?"),
        "dash": ("_-_", "_til_(?:og med_)?", " to ", " through "),
        "working": ("hverdagene", "weekdays", "(?:alle |på |kun )?hverdage?"),
        "ends": (r"weekender(?:ne)?", "weekend(?:en|s)?"),
        "unit": ("timers?", "t", "kr", "%", "uger?", "år", "hours?", "h", "km", "personer", "børn", "elever", "min"),
        "first": r"(?<![\d.,:/-])(?P<h1>[01]?\d|2[0-4])(?:[.:](?P<m1>[0-5]\d))?",
        "until": ("_-_(?:ca\\.?_)?", " til (?:ca\\.? |omkring |cirka )?(?:kl\\.? |klokken )?", " to "),
        "second": r"(?P<h2>[01]?\d|2[0-4])(?:[.:](?P<m2>[0-5]\d))?(?![.,:/]?\d|-\d)",
        "stretch": (
            "dage?",
            "aftener?",
            "nætter",
            "nat",
            "formiddage?",
            "eftermiddage?",
            "morgener?",
            "vagter?",
            "hverdage?",
            "days?",
            "evenings?",
            "nights?",
            "mornings?",
            "afternoons?",
            "shifts?",
            "gange?",
            "times",
        ),
        "a_time": (
            "ad gangen",
            "hver gang",
            "om dagen",
            "dagligt",
            r"pr\.? (?:gang|vagt|dag|aften|tur)",
            "each",
            "a (?:time|day|shift)",
        ),
        "shift": (r"\w*vagt(?:en|er|erne)?", r"\w*tur(?:en|ene)?", "hver (?:vagt|tur|gang)", "shifts?", "each shift"),
        "many": ("[2-7]", "to", "tre", "fire", "fem", "seks", "syv", "two", "three", "four", "five", "six", "seven"),
    }
).pattern
RANGE = _phrase("a clock range", r"<first>(?:<until>)<second>(?!_(?:<unit>)\b)", yes="8.30-12.30", no="15-23 timer")
DAYS = _phrase(
    "days of a week",
    r"(?P<span>(?<!-)(?P<first><day>)(?:<dash>)(?P<last><day>)(?!-(?:<day>)))"
    r"|(?P<list>(?:<full>|<sure>|<short>(?=<join><day>))(?:(?:<join>)(?:<day>))*)|(?P<working><working>)"
    r"|<ends>",
    yes="man-ons-fre",
    no="om ugen",
)
COUNT = _phrase(
    "days counted",
    r"(?<![\d-])(?P<count><many>)"
    r"(?: (?:faste|ugentlige|lange|korte|fixed|ud af (?:syv|7)|out of seven))? (?:<stretch>)",
    yes="tre faste aftener",
    no="tre faste",
)
EVERY = _phrase(
    "every so many weeks",
    r"(?:hver|every) (?P<nth>anden|2\.|tredje|3\.|fjerde|4\.|other|second|third"
    r"|fourth) (?:weekend|uge|lørdag|søndag|week|saturday|sunday)",
    yes="hver anden weekend",
    no="hver weekend",
)
EVERY_WEEKEND = _phrase(
    "a weekend of several",
    r"(?:hver|every) (?:anden"
    r"|2\.|tredje|3\.|fjerde|4\.|other|second|third|fourth) "
    r"(?:weekend|uge|week)",
    yes="hver anden weekend",
    no="hver anden lørdag",
)
EACH = _phrase(
    "hours of each shift",
    r"(?P<long><number>)_(?:timer?|t|hours?) (?:<a_time>)"
    r"|(?:<shift>) (?:er|varer|is|lasts) (?:på )?(?P<of><number>) (?:timer|hours)",
    yes="3 timer ad gangen",
    no="3 timer om ugen",
)
LOOSE = _phrase(
    "not one week",
    r"eller|or|enten|either|op til"
    r"|skiftevis|åben\w*|åbner|open|døgnet|vælger|choose|turnus\w*"
    r"|(?:hver|every) (?:femte|sjette|syvende|ottende|[5-9]\.?|fifth|sixth) \w+",
    yes="8-12 eller 12-16",
    no="8-12",
)
PATTERNS = (RANGE, DAYS, COUNT, EVERY, EVERY_WEEKEND, EACH, LOOSE)
# Keyed by the first letter of "anden", "third".
WEEKS = {"a": 2, "2": 2, "t": 3, "3": 3, "f": 4, "4": 4, "o": 2, "s": 2}
_DANISH = ("man", "tir", "ons", "tor", "fre", "lør", "søn")
_ENGLISH = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
DAY_NUMBERS = {name: day for names in (_DANISH, _ENGLISH) for day, name in enumerate(names)}
Days = frozenset[int]  # weekdays by number; if they are only counted, the first ones
_NAME = re.compile(r"(?:man|tir|ons|tor|fre|lør|søn|mon|tue|wed|thu|fri|sat|sun)\w*")


def week_by_clock(sentences: Sequence[Sentence], others: Sequence[Sentence] = ()) -> HoursFact | None:
    """Weekly hours from the post's own clock times or days. What is missing is taken from sentences about all posts."""
    own = _timed(sentences)
    timed = own or _timed([s for s in others if EACH.search(s.text)])
    days = (
        (timed and own and _days(timed.text))
        or _first_days(sentences)
        or (_first_days(_working(others)) if own else [])
    )
    if timed is None or not days or LOOSE.search(timed.text):
        return None
    hours = round(_sum(_lengths(timed.text), days) / _weeks(timed.text, days), 2)
    place = next(match.span() for pattern in (RANGE, EACH) for match in pattern.finditer(timed.text))
    plausible = SHORTEST <= hours <= LONGEST and max(_lengths(timed.text)) <= LONGEST_SHIFT
    return HoursFact(min=hours, max=hours, basis="stated", quote=timed.quote(*place)) if plausible else None


def _timed(sentences: Sequence[Sentence]) -> Sentence | None:
    """The first sentence that tells how long a shift is."""
    return next((s for s in sentences if _lengths(s.text)), None)


def _working(sentences: Sequence[Sentence]) -> list[Sentence]:
    """Sentences whose days are working days, not days on call."""
    return [sentence for sentence in sentences if read_weekdays([sentence], HoursFact()).days]


def _first_days(sentences: Sequence[Sentence]) -> list[Days]:
    return next((days for s in sentences if (days := _days(s.text))), [])


def _lengths(text: str) -> list[float]:
    """Hours of each shift: from its clock times, or "3 timer ad gangen"."""
    return [_length(m) for m in RANGE.finditer(text)] or [number(m["long"] or m["of"]) for m in EACH.finditer(text)]


def _sum(lengths: Sequence[float], groups: Sequence[Days]) -> float:
    """Hours of one range on all days, or of one range for each group of days; 0 if they cannot be paired."""
    if len(lengths) == 1:
        return lengths[0] * len(frozenset[int]().union(*groups))
    if len(lengths) != len(groups):
        return 0.0
    return sum(length * len(days) for length, days in zip(lengths, groups, strict=True))


def _length(match: re.Match[str]) -> float:
    """The hours from one clock time to another.

    >>> _length(RANGE.search("kl. 22.30-7"))
    8.5
    """
    return (clock_hour(match, 2) - clock_hour(match, 1)) % 24


def clock_hour(match: re.Match[str], which: int) -> float:
    """The first or second clock time of a range, in hours."""
    return int(match[f"h{which}"]) + int(match[f"m{which}"] or 0) / 60


def _weeks(text: str, groups: Sequence[Days]) -> float:
    """Weeks from one occurrence of the days to the next; infinite if only some of several groups repeat."""
    every = EVERY.search(text)
    if every is None:
        return 1
    return WEEKS[every["nth"][0]] if len(groups) == 1 else math.inf


def _days(text: str) -> list[Days]:
    """Groups of days in a sentence. Days that are counted are not counted again when they are named."""
    counted = [frozenset(range(int(number(match["count"])))) for match in COUNT.finditer(text)]
    return counted[:1] or _all_named(mask(text, (EVERY_WEEKEND,))) or _all_named(text)


def _all_named(text: str) -> list[Days]:
    return [_named(match) for match in DAYS.finditer(text)]


def _named(match: re.Match[str]) -> Days:
    if match["span"]:
        first, last = (DAY_NUMBERS[match[name][:3]] for name in ("first", "last"))
        return frozenset((first + step) % 7 for step in range((last - first) % 7 + 1))
    if match["list"]:
        return frozenset(DAY_NUMBERS[name[:3]] for name in _NAME.findall(match["list"]))
    return frozenset(range(5) if match["working"] else (5, 6))
