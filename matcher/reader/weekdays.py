"""Working days that the ad names. "tre dage om ugen" names none.

Days are read from spans ("mandag til torsdag"), lists ("tirsdag og fredag"), habits ("hver onsdag", "om lørdagen") and
names of several days ("hverdage", "weekender"). They count if the words around them are about the reader's work: two
clock times, hours, a shift, or the reader. Days that the ad denies ("fri om onsdagen") are removed. Days of interviews,
deadlines, opening hours, deliveries, meetings and other people do not count.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from matcher.reader.denials import ruled_out
from matcher.reader.patterns import Grammar
from matcher.reader.sentences import MONTHS, Sentence, mentioning
from matcher.reader.times import GONE, OTHERS, RARELY, RUSH, SELDOM, YOU
from matcher.schema import WEEKDAYS, HoursFact, Weekday

WORKDAYS, WEEKEND = frozenset(WEEKDAYS[:5]), frozenset(WEEKDAYS[5:])
BEGINNINGS: dict[str, Weekday] = {
    "man": "monday",
    "mon": "monday",
    "tir": "tuesday",
    "tue": "tuesday",
    "ons": "wednesday",
    "wed": "wednesday",
    "tor": "thursday",
    "thu": "thursday",
    "fre": "friday",
    "fri": "friday",
    "lør": "saturday",
    "sat": "saturday",
    "søn": "sunday",
    "sun": "sunday",
}

BARE = 8  # words: a line of days and little else ("Daghold, mandag til fredag.")
BARE_DENIAL = 6  # words: "Ingen weekender, heller ikke jul."; a longer sentence may be about buses
MOST_A_DAY = 12.5  # hours: 37 hours are not worked on the one or two days that an ad happens to name

_phrase = Grammar(
    {
        "day": (
            r"(?:man|tirs|ons|tors|fre|lør|søn)dag(?:e|en|ene|s)?",
            r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?",
        ),
        "short": r"(?:man|tirs|ons|tors|fre|lør|søn|mon|tue|wed|thu|fri|sat|sun)\.?",
        "part": r"_(?:morgen|formiddag|eftermiddag|aften|nat|morning|afternoon|evening|night)",
        "month": MONTHS,
        "habit": (
            r"(?:hver|alle|every|each)(?: (?:anden|tredje|other|second))?",
            "om",
            "på",
            "on",
            "faste?",
            "kun",
            "only",
        ),
        "works": (
            r"\w*arbejd\w*",
            r"\w*vagt\w*",
            r"\w*timer\w*",
            "du",
            "dig",
            "din",
            "dit",
            "dine",
            "møder",
            "mødetid",
            "hours?",
            "shifts?",
            "you",
            "your",
            r"work\w*",
            "faste?",
            "ligger",
            "lægges",
            "fordelt",
            "mangler",
            "søger",
            r"\w*ture(?:ne)?",
            "placeret",
            "fuldtid",
            "fuld tid",
            "full time",
            "kun",
            "only",
            "hjælp",
            "hænder",
        ),
        "job": (
            r"arbejde(?:t|r|stid\w*)?",
            r"\w*vagt(?:en|er|erne)?",
            r"\w*timer",
            "hours?",
            "shifts?",
            r"work\w*",
            "kun",
            "only",
            "møder",
            r"brug for (?:dig|hjælp)",
            "mangler",
            "søger",
            "hjælp",
            "hænder",
        ),
        "range": r"<at>_(?:-|til|og|to|and)_(?:(?:ca\.?|cirka|omkring|kl\.?) ?)?<at>(?! (?:kr|år|km|person|kolleg))",
        "at": r"\d{1,2}(?:[.:]\d\d)?",
        "another": (
            r"\w*åben\w*",
            r"\w*åbn\w*",
            "åbent",
            "lukker",
            "lukket",
            "opens?",
            "opening",
            "closed",
            r"tlf\.?",
            r"\w*telefon\w*",
            r"træffe\w*",
            r"ring(?:es)?",
            "call",
            "phone",
            r"kontakt\w*",
            r"\w*samtale\w*",
            r"interviews?",
            r"\w*frist\w*",
            "deadline",
            r"\w*ansøg\w*",
            r"applications?",
            "senest",
            "apply",
            r"til?meld\w*",
        ),
        "event": (
            r"rundvisning\w*",
            r"\w*lever\w*",
            r"deliver\w*",
            "tømmes",
            r"\w*møde(?:t)?",
            "meetings?",
            r"\w*fest\w*",
            r"\w*bar(?:en)?",
            r"kage\w*",
            "morgenmad",
            "breakfast",
            r"besøg\w*",
            "mød op",
            r"(?:kom|kig) forbi",
            "drop by",
            r"hjemmearbejd\w*",
            "hjemmefra",
            r"(?:skrive|arbejde|sidde)r? hjemme",
            r"(?:at|from) home",
            r"kursus\w*",
            r"oplæring\w*",
            r"introduktion\w*",
            r"foredrag\w*",
            r"koncert\w*",
            "gæster",
            r"undervis\w*",
        ),
        "short_day": (
            "dog",
            r"kort\w*",
            "slutter",
            "slutter vi",
            "til middag",
            "ellers",
            "undtagen",
            "except",
            "finish",
            "halv fri",
            r"går vi hjem",
            r"(?:holder|har) (?:vi|du) fri",
        ),
        "more": (
            "dertil",
            "desuden",
            "derudover",
            "resten",
            "øvrige",
            "også",
            "inkl",
            "flest",
            "mest",
            "især",
            "enkelte",
            r"(?:en|én|fire|tre|to|\d) hverdage?\w*",
            "also",
            "mostly",
            "på nær",
            r"(?:hver|every) (?:tredje|fjerde|femte|sjette|third|fourth|\d\.?)",
            "plus",
            "the rest",
        ),
        "off": (
            "fri",
            "lukket",
            "off",
            "closed",
            "undtagen",
            "except",
            "bortset fra",
            "ikke",
            "aldrig",
            "ingen",
            "never",
            "not",
            "no",
        ),
    }
).pattern
SPAN = _phrase(
    "from day to day",
    r"(?<!-)(?P<first><day>|<short>)(?:<part>)?(?:_-_| til(?: og med)? | to | through )"
    r"(?P<last><day>|<short>)(?!-<short>)",
    yes="mandag til torsdag",
    no="mandag og torsdag",
)
DAY = _phrase("a day", r"(?P<day><day>)(?:<part>\w*)?", yes="onsdage", no="hverdage")
WORKING_DAYS = _phrase(
    "working days",
    r"(?<!to\s)(?<!tre\s)(?<!fire\s)(?<!\d\s)hverdage(?:ne)?|hver (?:hverdag|skoledag)"
    r"|weekdays",
    yes="alle hverdage",
    no="hverdagen hos os",
)
WEEKENDS = _phrase(
    "weekends",
    r"(?:hver|every|kun|only|kun i|only at) weekend(?:er|s)?|weekender|at weekends",
    yes="weekender",
    no="hver anden weekend",
)
DATED = _phrase(
    "a date",
    r"_,?_(?:den|d\.|d|the)?_\d{1,2}(?:_\.)?_(?:<month>)|_,?_(?:den|d\.|the) \d|_\d{1,2}/\d"
    r"|_\d{1,2}\.(?=_$| [a-zæøå])",
    yes="mandag den 4. maj",
    no="mandag 8-12",
)
ONE_OF_MANY = _phrase(
    "one day of a month",
    r"(?:første|anden|tredje|sidste|first|last|en|én|a|one|par)_",
    yes="den første mandag",
    no="hver mandag",
)
HABIT = _phrase("habit", r"(?:<habit>)_", yes="hver ", no="en ")
WORKS = _phrase("work", r"<works>", yes="du arbejder", no="der er musik")
JOB = _phrase("the job", r"<job>", yes="vagten ligger", no="du spiller")
RANGE = _phrase("two clocks", r"<range>", yes="9-14", no="9-14 personer")
VERB = _phrase("verb", r"er|har|følger|is|are|have|has", yes="mandag er alle der", no="mandag til fredag")
CLOCK = _phrase("one clock", r"(?:fra|til|from|until) kl\.?_<at>", yes="til kl. 15", no="til 15")
ELSE = _phrase("other days", r"<another>|<event>", yes="fristen er", no="du møder")
SHORT_DAY = _phrase("a short day", r"<short_day>", yes="fredag dog til 12", no="fredag kl. 8-12")
MORE = _phrase("more days", r"<more>", yes="og dertil en aften", no="og en aften")
OFF_BEFORE = _phrase(
    "off before", r"(?:<off>)(?: (?:om|på|hver|i|on|en|alle|er du)){0,2}_", yes="fri om ", no="møder om "
)
OFF_AFTER = _phrase(
    "off after",
    r"_(?:er|har|holder|holdes|is|are)(?: (?:du|vi|der|det|you|we))? (?:altid )?"
    r"(?:fri|lukket|off|closed|your own|holdt fri)",
    yes=" har du fri",
    no=" har du travlt",
)
PATTERNS = (
    SPAN,
    DAY,
    WORKING_DAYS,
    WEEKENDS,
    DATED,
    ONE_OF_MANY,
    HABIT,
    WORKS,
    JOB,
    RANGE,
    VERB,
    CLOCK,
    ELSE,
    SHORT_DAY,
    MORE,
    OFF_BEFORE,
    OFF_AFTER,
)
TRIGGERS = ("dag", "day", "weekend", "man-", "man.", "mon-")

_CLAUSE = re.compile(r"[;:(]|\smen\s|\sbut\s|\smens\s|,\s(?=(?:og |and )?\w+ (?:er|har|du|vi|man|is|are)\s)")
_BETWEEN = re.compile(
    r"(?:\s*[,/&]\s*|,?\s+(?:eller|samt|or)\s+|\s+(?:og|and)\s+)(?:(?:om|på|i|on)\s+)?(?:(?:hver|every)\s+)?(?:anden\s+)?"
)


@dataclass(frozen=True, slots=True)
class WeekdaysFact:
    """The days in the order of the week, and their quote."""

    days: tuple[Weekday, ...] = ()
    quote: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """Days named at one place of a sentence."""

    days: frozenset[Weekday]
    start: int
    end: int
    spans: bool


def read_weekdays(sentences: Sequence[Sentence], hours: HoursFact) -> WeekdaysFact:
    """Reads the days of the whole ad; none if the weekly hours do not fit into the named days.

    Free days are removed from longer spans. A day that one sentence gives and another removes stays: there are two
    posts.
    """
    worked: list[tuple[set[Weekday], str]] = []
    free: set[Weekday] = set()
    for sentence in mentioning(sentences, TRIGGERS):
        for group in _groups(sentence.text, _mentions(sentence.text)):
            named = {day for mention in group for day in mention.days}
            if _is_off(sentence.text, group):
                free |= named
            elif _is_worked(sentence.text, sentence.heading, group):
                worked.append((named, sentence.quote(group[0].start, group[-1].end)))
    kept = {day for named, _ in worked for day in (named - free or named)}
    days = tuple(day for day in WEEKDAYS if day in kept)
    return WeekdaysFact(days, worked[0][1]) if _goes_in(hours, days) else WeekdaysFact()


def _goes_in(hours: HoursFact, days: Sequence[Weekday]) -> bool:
    """Whether the weekly hours fit into that many days."""
    return bool(days) and (hours.max or hours.min or 0.0) <= len(days) * MOST_A_DAY


def _mentions(text: str) -> list[Mention]:
    """Days that a folded sentence names, in its order; no dates and no single day of a month."""
    places = [Mention(_between(match["first"], match["last"]), *match.span(), True) for match in SPAN.finditer(text)]
    places += [Mention(WORKDAYS, *match.span(), True) for match in WORKING_DAYS.finditer(text)]
    places += [Mention(WEEKEND, *match.span(), True) for match in WEEKENDS.finditer(text)]
    taken = [(mention.start, mention.end) for mention in places]
    for match in DAY.finditer(text):
        if not any(start <= match.start() < end for start, end in taken):
            places.append(Mention(frozenset({_day(match["day"])}), *match.span(), False))
    return sorted((m for m in places if not _is_single(text, m)), key=lambda mention: mention.start)


def _is_single(text: str, mention: Mention) -> bool:
    """Whether a day is a date, or one day of a month."""
    before = text[max(0, mention.start - 12) : mention.start]
    once = any(match.end() == len(before) for match in ONE_OF_MANY.finditer(before)) and "hver" not in before
    return DATED.regex.match(text, _next_word(text, mention.end)) is not None or once


def _next_word(text: str, place: int) -> int:
    """End of the spaces after ``place``."""
    return place + len(text[place:]) - len(text[place:].lstrip(" ,"))


def _day(word: str) -> Weekday:
    return BEGINNINGS[word[:3]]


def _between(first: str, last: str) -> frozenset[Weekday]:
    """The days from one to another, across the end of the week if needed.

    >>> sorted(_between("søndag", "tirsdag"))
    ['monday', 'sunday', 'tuesday']
    """
    start, end = WEEKDAYS.index(_day(first)), WEEKDAYS.index(_day(last))
    return frozenset(WEEKDAYS[(start + step) % 7] for step in range((end - start) % 7 + 1))


def _groups(text: str, mentions: Sequence[Mention]) -> Iterator[list[Mention]]:
    """Mentions joined by commas, "og" and the like."""
    group: list[Mention] = []
    for mention in mentions:
        if group and not _BETWEEN.fullmatch(text, group[-1].end, mention.start):
            yield group
            group = []
        group.append(mention)
    if group:
        yield group


def _is_off(text: str, group: Sequence[Mention]) -> bool:
    """Whether the days are free, closed or ruled out."""
    start, end = group[0].start, group[-1].end
    before = text[max(0, start - 30) : start]
    if any(match.end() == len(before) for match in OFF_BEFORE.finditer(before)):
        return True
    if OFF_AFTER.regex.match(text, _next_word(text, end)):
        return True
    about_work = WORKS.search(text) is not None or len(text.split()) <= BARE_DENIAL
    return about_work and ruled_out(text, start, end) == "denied"


def _is_worked(text: str, heading: str, group: Sequence[Mention]) -> bool:
    """Whether the words around the days are about the reader's work, and about nothing else."""
    start, end = group[0].start, group[-1].end
    clause = _CLAUSE.split(text[:start])[-1] + text[start:end] + _CLAUSE.split(text[end:])[0]
    if any(pattern.search(clause) for pattern in (ELSE, GONE, RUSH, SELDOM)) or RARELY.search(text):
        return False
    if MORE.search(clause):
        return False
    if not YOU.search(clause) and (ELSE.search(text) or OTHERS.search(clause)):
        return False
    if len(group) > 1 or group[0].spans:
        bare = len(text.split()) <= BARE and not VERB.search(text) and not ELSE.search(heading)
        return bare or any(pattern.search(text) for pattern in (RANGE, CLOCK, WORKS))
    return _is_the_day(text, group[0], clause)


def _is_the_day(text: str, mention: Mention, clause: str) -> bool:
    """Whether a single day is a day of the job: it recurs, has clock times or words for a job, and is no exception."""
    before = text[max(0, mention.start - 20) : mention.start]
    again = any(match.end() == len(before) for match in HABIT.finditer(before))
    plural = text[mention.start : mention.end].endswith(("dage", "days", "ene"))
    ranged = RANGE.search(clause) is not None
    if SHORT_DAY.search(text) or MORE.search(text):
        return False
    return ranged or ((again or plural) and JOB.search(clause) is not None)
