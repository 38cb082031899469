"""Constraints against facts -> verdicts, for one candidate and all vacancies at once.

``checked_rows`` lays what the limits look at in one numpy row a vacancy. ``LIMITS`` holds one entry a constraint:
when it is set, its verdict on every row, and its words for one vacancy. A limit nobody set gives no check. An unknown
fact gives ``unknown``: it never excludes, never counts as met, and becomes a question to the employer.
"""

import datetime
import functools
import hashlib
import math
import re
from collections.abc import Callable, Collection, Sequence
from typing import Any, NamedTuple, get_args

import numpy as np
from babel import Locale
from numpy.typing import NDArray

from matcher.employers import (
    LONGEST,
    LONGEST_NAMED,
    Excluded,
    Named,
    excluded,
    family,
    key,
    named,
    number,
    parts,
    row_text,
)
from matcher.geography import SPEEDS, area_code, least_minutes, places, travel_minutes, usual_minutes
from matcher.phrases import Language, list_of, say
from matcher.professions import UNNAMED, holds, reserved_for
from matcher.reader.sentences import split
from matcher.schema import (
    FULL_TIME_HOURS,
    TIMES,
    Band,
    Check,
    Constraints,
    DemandKind,
    Employment,
    HoursFact,
    Reading,
    Requirement,
    RequirementKind,
    Time,
    TravelMode,
    Vacancy,
    Verdict,
)  # fmt: skip

Verdicts = NDArray[np.int8]  # (n,) of the codes below, in the order in which they worsen
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
BANDS: tuple[Band, ...] = get_args(Band)
MET, UNKNOWN, NEGOTIABLE, BROKEN = range(4)

EMPLOYMENTS: tuple[Employment, ...] = get_args(Employment)
LICENCES = ("AM", "A1", "A2", "A", "B", "BE", "C1", "C1E", "C", "CE", "D1", "D1E", "D", "DE", "TAXI", "LK")
# Directive 2006/126/EC art. 6 (2): who holds the first may drive the others. LK (tractor) comes with B in Denmark.
INCLUDED = {
    "A": ("A2",), "A2": ("A1",), "A1": ("AM",), "B": ("AM", "LK"), "BE": ("B",), "C1": ("B",), "C1E": ("C1", "BE"),
    "C": ("C1",), "CE": ("C", "C1E"), "D1": ("B",), "D1E": ("D1", "BE"), "D": ("D1",), "DE": ("D", "D1E"),
    "TAXI": ("B",),
}  # fmt: skip

# How the hours of a vacancy are known.
HOURS_UNKNOWN, HOURS_GIVEN, HOURS_BY_AGREEMENT, HOURS_FLAG_ONLY = range(4)
START_UNKNOWN, START_DATE, START_ASAP, START_BY_AGREEMENT = range(4)
NO_CLOCK = -1
NO_DAY = 0
NO_PAPERS = "||"

# "Clearly too far (half as much again as max_travel_minutes, or more)" is broken, nearer is a talk: the judging
# guidelines of the gold set. The travel times are approximations, which a hard edge at the limit would hide.
TOO_FAR = 1.5
LONG_HOURS = 3  # a way that is too long and longer than this is called so: "2177 minutes on foot" tells nobody anything

# Posts that lead others, or that ask for a researcher: as a title, and anywhere in what a person wishes.
_POST = r"(?:(?<!vej)leder|chef|direktør|formand|professor|lektor|postdoc|manager|director)"
LEVEL = re.compile(rf"\b\w*{_POST}(?:en)?\b|\bhead of\b|\bph\.?d", re.IGNORECASE)
LEVEL_WISHED = re.compile(rf"{_POST}|head|forsker|ph\.?d", re.IGNORECASE)
DEMANDS: tuple[DemandKind, ...] = get_args(DemandKind)
LANGUAGES = {
    "dansk": "da", "danish": "da", "engelsk": "en", "english": "en", "tysk": "de", "german": "de", "svensk": "sv",
    "swedish": "sv", "norsk": "no", "norwegian": "no", "polsk": "pl", "polish": "pl", "arabisk": "ar", "fransk": "fr",
    "french": "fr", "spansk": "es", "spanish": "es",
}  # fmt: skip
MOST_PAPERS = 96  # characters of the papers that a vacancy asks for
A_PAPER = re.compile(r"(?:kort|bevis|certifikat|kursus|uddannelse|svend)\w*$")
# Beginnings of words that stand beside any paper.
SAY_NOTHING = frozenset(
    ("uddann", "udlært", "faglær", "faguda", "releva", "erfari", "svende", "grundu", "bevis", "kursus")
)

ROW = np.dtype(
    [
        ("hours", "i1"), ("low", "f4"), ("high", "f4"),
        ("times", "i1", len(TIMES)), ("day_starts", "i2"),
        ("start", "i1"), ("start_date", "i4"),
        ("place", "u2"), ("area", "u2"), ("remote", "?"), ("papers", "U80"), ("papers_key", "u8"),
        ("unread", "?"), ("several_posts", "?"),
        ("education", f"U{MOST_PAPERS}"), ("certificates", f"U{MOST_PAPERS}"), ("languages", "U32"),
        ("experience", "?"), ("level", "?"), ("demands", "u4"),
        ("employment", "i1"), ("addressed", "?"),
        ("employer", f"S{LONGEST}"), ("employer_key", "u8"), ("named", f"S{LONGEST_NAMED}"), ("poster", "u8"),
        ("expires", "i4"), ("published", "i4"),
    ]
)  # fmt: skip
Rows = NDArray[np.void]


def checked_rows(vacancies: Sequence[Vacancy], facts: Sequence[Reading]) -> Rows:
    """What the limits look at: (n,) rows of ``ROW``, in the order of the vacancies."""
    rows = np.zeros(len(vacancies), ROW)
    for row, vacancy, fact in zip(rows, vacancies, facts, strict=True):
        row["hours"], row["low"], row["high"] = _hours(vacancy, fact)
        row["times"] = [_time(t, vacancy, fact) for t in TIMES]
        row["day_starts"] = _clock(fact.day_starts)
        row["start"], row["start_date"] = _start(fact.start)
        row["place"] = 0 if vacancy.wanders else area_code(vacancy.workplace or "")
        row["area"] = row["place"] or area_code(area(vacancy))
        row["remote"] = _remote(fact) is not None
        row["papers"] = _papers(vacancy, fact)
        row["papers_key"] = _key(str(row["papers"]))
        row["unread"] = is_unread(vacancy, fact)
        row["several_posts"] = fact.several_posts is not None
        row["education"] = _asked(fact, "education", "authorisation")
        row["certificates"] = _asked(fact, "certificate")
        row["languages"] = "|".join(languages(fact))
        row["experience"] = bool(_required(fact, "experience"))
        row["level"] = LEVEL.search(vacancy.title) is not None
        row["demands"] = sum(1 << DEMANDS.index(d.kind) for d in fact.demands)
        row["employment"] = EMPLOYMENTS.index(employment(vacancy, fact))
        row["addressed"] = fact.only_addressed
        titled = f"\0{vacancy.title.strip().casefold()}"  # stands for an employer who is not stated
        row["employer"] = row_text(parts(vacancy.employer or ""))
        row["employer_key"] = number(key(vacancy.employer or "") or titled)
        row["named"] = row_text([one.words for one in _named(vacancy)], LONGEST_NAMED)
        row["poster"] = number(family(vacancy.employer or "") or titled)
        last = last_day(vacancy, fact)
        row["expires"] = last.toordinal() if last else NO_DAY
        row["published"] = vacancy.published.toordinal() if vacancy.published else NO_DAY
    return rows


def _asked(facts: Reading, *kinds: RequirementKind) -> str:
    """The papers of some kinds that are required, each by the beginnings of its words, as one short text."""
    text = ""
    for asked in (r for kind in kinds for r in _required(facts, kind)):
        longer = f"{text}|{' '.join(sorted(paper(asked)))}".strip("|")
        text = longer if len(longer) <= MOST_PAPERS else text  # half a paper would be one that nobody has
    return text


def paper(requirement: Requirement) -> frozenset[str]:
    """The words that name a required paper: those that were read of it, else those of the quote."""
    return beginnings(requirement.what or "") or beginnings(requirement.quote)


def languages(facts: Reading) -> dict[str, Requirement]:
    """The languages that are required, by their codes."""
    return {LANGUAGES[r.what]: r for r in _required(facts, "language") if r.what in LANGUAGES}


def beginnings(text: str) -> frozenset[str]:
    """The first six letters of each word that says which paper, without "kort" and the like: compounds begin alike.

    >>> sorted(beginnings("Uddannet tømrer")), sorted(beginnings("Tømrersvend"))
    (['tømrer'], ['tømrer'])
    >>> sorted(beginnings("truckkort")), sorted(beginnings("Truckcertifikat B"))
    (['truck'], ['truck'])
    """
    words = (A_PAPER.sub("", word) for word in re.findall(r"[^\W\d_]{4,}", text.casefold()))
    return frozenset(word[:6] for word in words if len(word) > 2) - SAY_NOTHING


def area(vacancy: Vacancy) -> str:
    """The municipality of a vacancy without a place of its own, "" where it is not known."""
    place = places().get(vacancy.workplace or "")
    named = None if vacancy.corrected.postcode else vacancy.municipality
    return named or (place.municipality if place else "")


def _remote(facts: Reading) -> str | None:
    """The words that let some of the work be done from home."""
    return next((d.quote for d in facts.demands if d.kind == "remote_possible"), None)


def employment(vacancy: Vacancy, facts: Reading) -> Employment:
    """A correction, else the text's word where it has one, else the feed's field, else ordinary."""
    if facts.employment_quote is None and vacancy.stated.employment is not None and not vacancy.corrected.employment:
        return vacancy.stated.employment
    return facts.employment


def hours(vacancy: Vacancy, facts: Reading) -> HoursFact:
    """The text's hours where it has numbers, else the feed's (without a quote), else what the text says.

    Corrected hours are those of the facts.
    """
    stated = vacancy.stated
    if vacancy.corrected.hours is not None:
        return facts.hours
    numbers = (stated.weekly_hours_min, stated.weekly_hours_max)
    in_text = facts.hours.min is not None or facts.hours.max is not None or facts.hours.basis == "negotiable"
    if in_text or numbers == (None, None):
        return facts.hours
    return HoursFact(min=numbers[0], max=numbers[1], basis="stated")


def required_licences(vacancy: Vacancy, facts: Reading) -> list[str]:
    """Categories of driving licence that the ad requires, or the feed's field where the ad does not speak of them.

    "B" where it only says a licence. Corrected requirements leave nothing to the field.
    """
    told = [r for r in facts.requirements if r.kind == "driving_licence"]
    asked = [_category(r.what or "B") for r in told if r.strength == "required"]
    spoken_of = {_category(r.what or "B") for r in told}
    stated = vacancy.stated.licences if vacancy.corrected.requirements is None else ()
    return list(dict.fromkeys([*asked, *(c for c in map(_category, stated) if c not in spoken_of)]))


def is_unread(vacancy: Vacancy, facts: Reading) -> bool:
    """Whether it is unknown what the ad asks for, because it is in a language that is not read."""
    return facts.unread is not None and vacancy.corrected.requirements is None


def _required(facts: Reading, kind: RequirementKind) -> list[Requirement]:
    return [r for r in facts.requirements if r.kind == kind and r.strength == "required"]


def _key(text: str) -> int:
    """A number for a short text: rows are told apart by numbers ten times as fast as by texts."""
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), "little")


def _papers(vacancy: Vacancy, facts: Reading) -> str:
    """Licences, own car and protected professions that are required, as one short text: few ads differ in it."""
    licences = ",".join(required_licences(vacancy, facts))
    car = "car" if _required(facts, "own_car") else ""
    return f"{licences}|{car}|{','.join(sorted(reserved_for(vacancy, facts)))}"


def _hours(vacancy: Vacancy, facts: Reading) -> tuple[int, float, float]:
    found = hours(vacancy, facts)
    if found.min is not None or found.max is not None:
        most = _to_say(found.max)
        return HOURS_GIVEN, _to_say(found.min) or 0, np.inf if most is None else most
    if found.basis == "negotiable":
        return HOURS_BY_AGREEMENT, np.nan, np.nan
    if vacancy.stated.full_time and found.basis == "unstated":
        return HOURS_FLAG_ONLY, FULL_TIME_HOURS, FULL_TIME_HOURS
    return HOURS_UNKNOWN, np.nan, np.nan


def _time(time: Time, vacancy: Vacancy, facts: Reading) -> int:
    """1 yes, 2 now and then, -1 no, 0 unknown."""
    if time in facts.occasional_times:
        return 2
    read = getattr(facts.schedule, time)
    if read is None and time in vacancy.stated.times and time not in vacancy.corrected.times:
        return 1
    return {"yes": 1, "no": -1, None: 0}[read]


def _clock(clock: str | None) -> int:
    """Minutes after midnight.

    >>> _clock("07:30"), _clock(None)
    (450, -1)
    """
    if clock is None:
        return NO_CLOCK
    hour, minute = clock.split(":")
    return int(hour) * 60 + int(minute)


def _start(start: str | None) -> tuple[int, int]:
    if start is None:
        return START_UNKNOWN, 0
    if start in ("asap", "by_agreement"):
        return (START_ASAP if start == "asap" else START_BY_AGREEMENT), 0
    return START_DATE, datetime.date.fromisoformat(start).toordinal()


def last_day(vacancy: Vacancy, facts: Reading) -> datetime.date | None:
    """The last day on which one can apply; None where there is none or it is not said.

    The later of the feed's and the text's, so that a doubt hides no job. A day before the ad was published is no
    deadline: it is a slip, or stands for none.

    >>> ad = Vacancy(id="1", title="Kok", description="Kok søges.", published="2026-11-16", deadline="2026-11-01")
    >>> last_day(ad, Reading(id="1", deadline="2026-12-08")), last_day(ad, Reading(id="1"))
    (datetime.date(2026, 12, 8), None)
    """
    return max((day for day in _deadlines(vacancy, facts) if not _before_posted(day, vacancy)), default=None)


def impossible_deadline(vacancy: Vacancy, facts: Reading) -> datetime.date | None:
    """The deadline of an ad that has no other than one before the day it was published.

    >>> ad = Vacancy(id="1", title="Kok", description="Kok søges.", published="2026-11-16", deadline="2026-11-01")
    >>> impossible_deadline(ad, Reading(id="1"))
    datetime.date(2026, 11, 1)
    """
    days = _deadlines(vacancy, facts)
    only_these = days and facts.deadline != "rolling" and all(_before_posted(day, vacancy) for day in days)
    return max(days) if only_these else None


def _deadlines(vacancy: Vacancy, facts: Reading) -> list[datetime.date]:
    """The feed's and the text's; a correction takes the place of both."""
    days = [vacancy.deadline] if vacancy.deadline and not vacancy.corrected.deadline else []
    if facts.deadline and facts.deadline != "rolling":
        days.append(datetime.date.fromisoformat(facts.deadline))
    return days


def _before_posted(day: datetime.date, vacancy: Vacancy) -> bool:
    """Whether the day is before the ad was published; what a human has put right is not."""
    return vacancy.published is not None and day < vacancy.published and not vacancy.corrected.deadline


def _category(written: str) -> str:
    """A driving licence as people write it -> its category; what names none is an ordinary one, or kept as it is.

    >>> _category("C/E"), _category("Kørekort (b)"), _category("alm. kørekort"), _category("Traktor")
    ('CE', 'B', 'B', 'TRAKTOR')
    """
    words = re.findall(r"\w+", re.sub(r"(?<=[A-Z0-9])\s*[/+]\s*(?=E\b)", "", written.upper()))
    found = next((w for w in words if w in LICENCES), None)
    if found is None and re.search(r"kørekort|licen[cs]e", written, re.IGNORECASE):
        return "B"
    return found or " ".join(words)


def may_drive(licences: Sequence[str]) -> set[str]:
    """The categories that a person with these may drive."""
    held: set[str] = set()
    new = {_category(name) for name in licences}
    while new:
        held |= new
        new = {included for name in new for included in INCLUDED.get(name, ())} - held
    return held


def language_in_words(code: str | None, language: Language) -> str:
    """What a language is called.

    >>> language_in_words("pl", "da"), language_in_words("sv", "en")
    ('polsk', 'Swedish')
    """
    return Locale(language).languages.get(code or "", code or "")


def _named(vacancy: Vacancy) -> list[Named]:
    return named(vacancy.employer, vacancy.title, vacancy.description)


# What a limit says of one vacancy: its detail, the words behind it, and the question to ask the employer.
class Words(NamedTuple):
    detail: str
    quote: str | None = None
    question: str | None = None


class Subject(NamedTuple):
    """One vacancy, with its (1,) row, held against one candidate's constraints; the verdict reached, and a language."""

    constraints: Constraints
    vacancy: Vacancy
    facts: Reading
    row: Rows
    verdict: int
    language: Language

    def say(self, key: str, **words: object) -> str:
        return say(key, self.language, **words)


class Limit(NamedTuple):
    """One constraint: whether it was set, its rule for all rows, and its words for one vacancy.

    fields: the constraints that it looks at, where many people have the same; empty where they are a person's own
    words, which are not kept from one list to the next. of_a_post: whether each post of an ad may differ in it.
    """

    name: str
    fields: tuple[str, ...]
    is_set: Callable[[Constraints], bool]
    rule: Callable[[Constraints, Rows, datetime.date], Verdicts]
    words: Callable[[Subject], Words]
    of_a_post: bool = True

    def verdicts(self, limits: Constraints, rows: Rows, as_of: datetime.date) -> Verdicts:
        """Its verdicts on all rows; an ad of several posts breaks none by what it says of one of them."""
        reached = self.rule(limits, rows, as_of)
        if self.of_a_post:
            reached[rows["several_posts"] & (reached == BROKEN)] = UNKNOWN
        return reached

    def seen(self, limits: Constraints) -> tuple[Any, ...]:
        """The values of its fields."""
        return tuple(getattr(limits, field) for field in self.fields)

    def only(self, seen: tuple[Any, ...]) -> Constraints:
        """Constraints of nothing but these values."""
        return Constraints.model_construct(**dict(zip(self.fields, seen, strict=True)))


def _choose(*cases: tuple[NDArray[np.bool_], int], default: int) -> Verdicts:
    """The verdict of the first case that holds on a row."""
    conditions, verdicts = zip(*cases, strict=True)
    return np.select(conditions, verdicts, default).astype(np.int8)


# --- hours -----------------------------------------------------------------------------------------------------------


def _hours_set(limits: Constraints) -> bool:
    return limits.weekly_hours is not None and (limits.weekly_hours.min, limits.weekly_hours.max) != (None, None)


def _hours_verdicts(limits: Constraints, rows: Rows, _: datetime.date) -> Verdicts:
    """Overlapping ranges are met. Without overlap it is a talk where the candidate has said that it may be one; a bare
    full-time flag, which some feeds set by default, never breaks a limit."""
    wish = limits.weekly_hours
    assert wish is not None  # noqa: S101 is_set has looked; for the type checker
    low, high = wish.min or 0, np.inf if wish.max is None else wish.max
    apart = (rows["low"] > high) | (rows["high"] < low)
    state, firm = rows["hours"], not wish.negotiable
    return _choose(
        (state == HOURS_UNKNOWN, UNKNOWN),
        ((state == HOURS_BY_AGREEMENT) | ~apart, MET),
        ((state == HOURS_FLAG_ONLY) & firm, UNKNOWN),
        default=BROKEN if firm else NEGOTIABLE,
    )


def hours_words(vacancy: Vacancy, facts: Reading, language: Language) -> str:
    """The hours of a vacancy in words."""
    found = hours(vacancy, facts)
    if found.min is None and found.max is None:
        if found.basis == "unstated" and vacancy.stated.full_time:
            return say("hours.full_time_field", language)
        return say({"negotiable": "hours.negotiable", "parttime_word": "hours.part_time"}.get(
            found.basis, "hours.unstated"), language)  # fmt: skip
    if found.basis == "fulltime_word":
        return say("hours.full_time", language)
    return _range(found.min, found.max, language)


def _range(low: float | None, high: float | None, language: Language) -> str:
    """A range of hours in words.

    >>> _range(12.01, 12.01, "da"), _range(18.48, 30.02, "da"), _range(None, 7.5, "en")
    ('ca. 12 timer om ugen', 'ca. 18,5-30 timer om ugen', 'at most 7.5 hours a week')
    """
    said: dict[str, object] = {"low": _to_say(low), "high": _to_say(high)}
    key = "hours.from" if high is None else "hours.to" if not low else "hours.range"
    key = "hours.one" if said["low"] == said["high"] else key
    if said != {"low": low, "high": high}:
        first = "high" if key == "hours.to" else "low"
        said[first] = say("hours.about", language, hours=said[first])
    return say(key, language, **said)


def _to_say(hours: float | None) -> float | None:
    """Hours as people say them: to the half hour where the number comes of a division, as 52 a month are 12.01 a week.

    Limits are held against these, so that "about 12 hours" is not above 12.
    Tenths and quarters stand in ads, and in shares of 37 hours: they are kept.
    """
    if hours is None or hours in (round(hours, 1), round(hours * 4) / 4):
        return hours
    return max(0.5, round(hours * 2) / 2)


def _feed_differs(vacancy: Vacancy, found: HoursFact, language: Language) -> str | None:
    """What the feed's fields say of the hours where the text says something else."""
    stated = vacancy.stated
    if found.quote is None:
        return None
    given = (stated.weekly_hours_min, stated.weekly_hours_max)
    if given != (None, None):
        differs = (given[0] or 0, given[1]) != (found.min or 0, found.max)
        return _range(*given, language) if differs else None
    below_full_time = found.max is not None and found.max < FULL_TIME_HOURS
    return say("hours.full_time", language) if stated.full_time and below_full_time else None


# Fewest weekly hours of a part-time post in many agreements (Fællesoverenskomsten, DI); some have 8 (domain, 1.6).
USUAL_FLOOR = 15


def _hours_words(of: Subject) -> Words:
    wish = of.constraints.weekly_hours
    assert wish is not None  # noqa: S101
    found = hours(of.vacancy, of.facts)
    detail = hours_words(of.vacancy, of.facts, of.language)
    stated = _feed_differs(of.vacancy, found, of.language)
    if stated is not None:
        detail = of.say("feed.differs", detail=detail, stated=stated)
    if of.verdict in (NEGOTIABLE, BROKEN):
        detail = of.say("hours.wished", ad=detail, wish=_range(wish.min, wish.max, of.language))
    if of.verdict == NEGOTIABLE and wish.max is not None and wish.max < USUAL_FLOOR and _above(found, wish.max):
        detail = of.say("hours.agreement", detail=detail, floor=USUAL_FLOOR)
    return Words(detail, found.quote, _hours_question(of, wish.min, wish.max, found))


def _hours_question(of: Subject, low: float | None, high: float | None, found: HoursFact) -> str | None:
    if of.verdict == UNKNOWN:
        return of.say("ask.hours")
    if of.verdict != NEGOTIABLE:
        return None
    too_many = high is not None and _above(found, high)
    return of.say("ask.carve", high=high) if too_many or low is None else of.say("ask.more", low=low)


def _above(found: HoursFact, high: float) -> bool:
    """Whether even the fewest hours of the ad are more than ``high``."""
    return (found.min or FULL_TIME_HOURS if found.max is None else found.min or 0) > high


# --- times of day ----------------------------------------------------------------------------------------------------

SHIFT_TIMES = ("early_morning", "evening", "night", "weekend")  # what rotating shifts may rotate through


NIGHT_ENDS = 6 * 60  # a person who has ruled out the night is not at work before (judging guidelines, 2)


def _time_verdicts(time: Time, rows: Rows) -> Verdicts:
    column = rows["times"][:, TIMES.index(time)]
    rotating = rows["times"][:, TIMES.index("rotating_shifts")] == 1
    begins_at_night = (rows["day_starts"] != NO_CLOCK) & (rows["day_starts"] < NIGHT_ENDS) & (time == "night")
    return _choose(
        (column == 1, BROKEN),
        (begins_at_night, NEGOTIABLE),
        (column == -1, MET),
        (column == 2, NEGOTIABLE),
        (rotating & (time in SHIFT_TIMES), NEGOTIABLE),
        default=UNKNOWN,
    )


def _times_verdicts(limits: Constraints, rows: Rows, _: datetime.date) -> Verdicts:
    return np.max([_time_verdicts(t, rows) for t in limits.not_times], axis=0)


def _times_words(of: Subject) -> Words:
    reached = {t: int(_time_verdicts(t, of.row)[0]) for t in of.constraints.not_times}
    deciding = [t for t, verdict in reached.items() if verdict == of.verdict]
    opened = list_of([of.say(f"time.{t}") for t, verdict in reached.items() if verdict in (UNKNOWN, NEGOTIABLE)])
    quotes = of.facts.time_quotes
    if of.verdict == BROKEN:
        named = list_of([of.say(f"time.{t}") for t in deciding])
        return Words(of.say("times.broken", times=named), quotes.get(deciding[0]))
    if of.verdict == NEGOTIABLE and "night" in deciding and _clock(of.facts.day_starts) in range(NIGHT_ENDS):
        detail = of.say("start.early", start=of.facts.day_starts, wish="06:00")
        return Words(detail, of.facts.day_starts_quote, of.say("ask.start_later", wish="06:00"))
    seldom = [t for t in deciding if t in of.facts.occasional_times]
    if seldom:
        named = list_of([of.say(f"time.{t}") for t in seldom])
        return Words(of.say("times.seldom", times=named), quotes.get(seldom[0]), of.say("ask.without", times=named))
    if of.verdict == NEGOTIABLE:
        return Words(of.say("times.rotating"), quotes.get("rotating_shifts"), of.say("ask.shifts", times=opened))
    if of.verdict == UNKNOWN:
        return Words(of.say("times.unknown", times=opened), None, of.say("ask.times", times=opened))
    return Words(_times_met(of), quotes.get(deciding[0]))


def _times_met(of: Subject) -> str:
    """None of the times ruled out; and what the feed's field says where it says otherwise."""
    detail = of.say("times.met")
    contradicted = [of.say(f"time.{t}") for t in of.constraints.not_times if t in of.vacancy.stated.times]
    return of.say("feed.differs", detail=detail, stated=list_of(contradicted)) if contradicted else detail


# --- start of the day, and start of the job --------------------------------------------------------------------------

EARLY_MORNING_ENDS = 7 * 60  # a start before 07.00 is early_morning


def _day_start_verdicts(limits: Constraints, rows: Rows, _: datetime.date) -> Verdicts:
    wish, starts = _clock(limits.earliest_start), rows["day_starts"]
    early = rows["times"][:, TIMES.index("early_morning")] == 1
    return _choose(
        ((starts != NO_CLOCK) & (starts >= wish), MET),
        ((starts != NO_CLOCK) | (early & (wish >= EARLY_MORNING_ENDS)), NEGOTIABLE),
        default=UNKNOWN,
    )


def _day_start_words(of: Subject) -> Words:
    wish, start, quote = of.constraints.earliest_start, of.facts.day_starts, of.facts.day_starts_quote
    if of.verdict == MET:
        return Words(of.say("start.met", start=start), quote)
    if of.verdict == UNKNOWN:
        return Words(of.say("start.unknown"), None, of.say("ask.start"))
    question = of.say("ask.start_later", wish=wish)
    if start is None:
        return Words(of.say("start.before", wish=wish), of.facts.time_quotes.get("early_morning"), question)
    return Words(of.say("start.early", start=start, wish=wish), quote, question)


def _from_verdicts(limits: Constraints, rows: Rows, as_of: datetime.date) -> Verdicts:
    """As soon as possible is a question for someone who cannot start yet; a fixed earlier date is a talk."""
    assert limits.available_from is not None  # noqa: S101
    wish, state = limits.available_from.toordinal(), rows["start"]
    now = np.full(len(rows), limits.available_from <= as_of)
    return _choose(
        (now | (state == START_BY_AGREEMENT) | ((state == START_DATE) & (rows["start_date"] >= wish)), MET),
        (state == START_DATE, NEGOTIABLE),
        default=UNKNOWN,
    )


def _from_words(of: Subject) -> Words:
    wish, start = of.constraints.available_from, of.facts.start
    if of.verdict == MET:
        return Words(of.say("from.met"), of.facts.start_quote)
    if of.verdict == NEGOTIABLE and start is not None:
        begins = datetime.date.fromisoformat(start)
        detail = of.say("from.early", start=begins, wish=wish)
        return Words(detail, of.facts.start_quote, of.say("ask.from_later", wish=wish))
    key = "from.asap" if start == "asap" else "from.no_year" if of.facts.start_partial else "from.unknown"
    question = of.say("ask.from_later", wish=wish) if start == "asap" else of.say("ask.from")
    return Words(of.say(key), of.facts.start_quote, question)


# --- place -----------------------------------------------------------------------------------------------------------


def _travel_verdicts(limits: Constraints, rows: Rows, _: datetime.date) -> Verdicts:
    """Too far is what is too far at best: times are approximations, and some places known by municipality only."""
    assert limits.max_travel_minutes is not None  # noqa: S101
    home, ways = limits.postcode or "", modes(limits)
    minutes = usual_minutes(home, ways)[rows["place"]]
    least = least_minutes(home, ways)[rows["area"]]
    too_far = least >= TOO_FAR * limits.max_travel_minutes
    return _choose(
        (minutes <= limits.max_travel_minutes, MET),
        (too_far & ~rows["remote"], BROKEN),
        (np.isnan(minutes) & ~too_far, UNKNOWN),
        default=NEGOTIABLE,
    )


def modes(limits: Constraints) -> tuple[TravelMode, ...]:
    """Without modes every mode counts: which ones the person has is not known, and a guess must not exclude."""
    return limits.travel_modes or tuple(SPEEDS)


def _travel_words(of: Subject) -> Words:
    if of.verdict == UNKNOWN:
        return Words(of.say("travel.unknown"), None, of.say("ask.place"))
    limits, there = of.constraints, [of.vacancy.workplace]
    minutes_by = functools.partial(travel_minutes, limits.postcode or "", there)
    by_mode = {mode: float(minutes_by([mode])[0]) for mode in modes(limits)}
    mode = min(by_mode, key=lambda m: by_mode[m])
    if of.vacancy.wanders or math.isnan(by_mode[mode]):
        where = area(of.vacancy) or of.vacancy.workplace
        return Words(of.say("travel.area", area=where, wish=limits.max_travel_minutes), *_from_home(of))
    # Rounded away from the limit: "about 30 minutes; at most 30" would be no reason against.
    minutes = math.floor(by_mode[mode]) if of.verdict == MET else math.ceil(by_mode[mode])
    named = of.say(f"mode.{mode}")
    said = {"mode": named, "wish": limits.max_travel_minutes}
    if of.verdict == BROKEN and minutes > 60 * LONG_HOURS:
        return Words(of.say("travel.hours", hours=LONG_HOURS, **said), *_from_home(of))
    return Words(of.say("travel.minutes", minutes=minutes, **said), *_from_home(of))


def _from_home(of: Subject) -> tuple[str | None, str | None]:
    """The ad's words about working from home, and the question, where the way is too long."""
    quote = _remote(of.facts) if of.verdict == NEGOTIABLE else None
    return quote, of.say("ask.home") if quote else None


# --- licences, employment, employer ----------------------------------------------------------------------------------


def _paper_verdicts(limits: Constraints, papers: str, own: frozenset[str]) -> dict[RequirementKind, int]:
    """A licence, car or profession that is lacking is broken; of someone who has not said it is asked for.

    own: the protected professions that the person holds.
    """
    licences, car, professions = papers.split("|")
    lacking = set(filter(None, licences.split(","))) - may_drive(limits.licences or ())
    has_car = "car" in limits.travel_modes if limits.travel_modes else None
    trained = bool(set(professions.split(",")) & own)
    said = bool(limits.certificates) and professions != UNNAMED
    return {
        "driving_licence": _paper(not lacking, known=limits.licences is not None and bool(lacking & set(LICENCES))),
        "own_car": _paper(not car or has_car is True, known=has_car is not None),
        "authorisation": _paper(not professions or trained, known=said),
    }


def _paper(has: bool, *, known: bool) -> int:
    return MET if has else BROKEN if known else UNKNOWN


def _papers_set(limits: Constraints) -> bool:
    return limits.licences is not None or bool(limits.certificates or limits.travel_modes)


def _licence_verdicts(limits: Constraints, rows: Rows, _: datetime.date) -> Verdicts:
    result = np.where(rows["unread"], UNKNOWN, MET).astype(np.int8)
    asking = np.flatnonzero(rows["papers_key"] != _key(NO_PAPERS))
    __, first, which = np.unique(rows["papers_key"][asking], return_index=True, return_inverse=True)
    different, own = rows["papers"][asking[first]], holds(limits.certificates)
    reached = np.array([max(_paper_verdicts(limits, str(p), own).values()) for p in different], np.int8)[which]
    result[asking] = np.maximum(result[asking], reached)
    return result


PAPERS: dict[RequirementKind, tuple[str, str]] = {  # what is said of one that is lacking or unknown, and asked
    "driving_licence": ("licence.driving_licence", "ask.driving_licence"),
    "own_car": ("licence.own_car", "ask.own_car"),
    "authorisation": ("licence.authorisation", "ask.authorisation"),
}


def _licence_words(of: Subject) -> Words:
    papers = str(of.row["papers"][0])
    if of.verdict == UNKNOWN and bool(of.row["unread"][0]):
        return Words(of.say("licence.unread", language=language_in_words(of.facts.unread, of.language)), None,
                     of.say("ask.requirements"))  # fmt: skip
    if papers == NO_PAPERS:
        return Words(of.say("licence.none"))
    if of.verdict == MET:
        return Words(of.say("licence.met"), next((quote for kind in PAPERS for quote in _paper_quotes(of, kind)), None))
    own = holds(of.constraints.certificates)
    kind = next(k for k, verdict in _paper_verdicts(of.constraints, papers, own).items() if verdict == of.verdict)
    detail, question = PAPERS[kind]
    named = list_of(_lacking(of))
    return Words(
        of.say(detail, licence=named), next(iter(_paper_quotes(of, kind)), None),
        of.say(question, licence=named) if of.verdict == UNKNOWN else None,
    )  # fmt: skip


def _lacking(of: Subject) -> list[str]:
    asked, held = str(of.row["papers"][0]).partition("|")[0], may_drive(of.constraints.licences or ())
    return [name for name in asked.split(",") if name and name not in held]


def _paper_quotes(of: Subject, kind: RequirementKind) -> list[str]:
    """The ad's words about a kind of paper, about the licences that are lacking first."""
    asked = _required(of.facts, kind)
    if kind == "authorisation" and not asked:
        asked = _required(of.facts, "education")
    lacking = _lacking(of)
    return [r.quote for r in sorted(asked, key=lambda r: _category(r.what or "B") not in lacking)]


def _employment_verdicts(limits: Constraints, rows: Rows, _: datetime.date) -> Verdicts:
    code, accepted = rows["employment"], limits.accept_employment
    mixed, unclear = code == EMPLOYMENTS.index("mixed"), code == EMPLOYMENTS.index("unclear")
    return _choose(
        (np.isin(code, [EMPLOYMENTS.index(e) for e in accepted]) | (mixed & ("ordinary" in accepted)), MET),
        (mixed | unclear, UNKNOWN),
        (rows["addressed"], NEGOTIABLE),
        default=BROKEN,
    )


def _employment_words(of: Subject) -> Words:
    kind = employment(of.vacancy, of.facts)
    if of.facts.unread is not None and kind == "unclear":
        unread = of.say("employment.unread", language=language_in_words(of.facts.unread, of.language))
        return Words(unread, None, of.say("ask.employment"))
    found = of.say(f"employment.{kind}")
    detail = of.say("employment.addressed", employment=found) if of.verdict == NEGOTIABLE else found
    stated = of.vacancy.stated.employment
    if of.facts.employment_quote is not None and stated not in (None, of.facts.employment):
        detail = of.say("feed.differs", detail=detail, stated=of.say(f"employment.{stated}"))
    question = {UNKNOWN: "ask.employment", NEGOTIABLE: "ask.open"}.get(of.verdict)
    return Words(detail, of.facts.employment_quote, of.say(question) if question else None)


def _employer_verdicts(limits: Constraints, rows: Rows, _: datetime.date) -> Verdicts:
    """The same name is broken; a name that is near, or one that the ad only names, is asked about."""
    out = excluded(limits.exclude_employers)
    same, near = _same_and_near(out, rows)
    return _choose(
        (same, BROKEN), ((rows["employer"] == b"") | near | _named_in(out, rows), UNKNOWN), default=MET
    )  # fmt: skip


def _same_and_near(out: Sequence[Excluded], rows: Rows) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    names, keys, posters = (np.ascontiguousarray(rows[column]) for column in ("employer", "employer_key", "poster"))
    same = np.isin(keys, np.array([one.key for one in out], np.uint64))
    near = _among(posters, frozenset().union(*(one.families for one in out)))
    for one in out:
        some = np.flatnonzero(np.char.find(names, one.probe) >= 0)
        part = _holds(names[some], (one.part,))
        near[some] |= part | _holds(names[some], one.within)
        same[some] |= part & (one.sure | (posters[some] == one.family))
    return same, near


def _holds(names: NDArray[np.bytes_], words: Sequence[bytes]) -> NDArray[np.bool_]:
    """Which of the names have any of these words in them."""
    return np.any([np.char.find(names, some) >= 0 for some in words], axis=0)


def _among(values: NDArray[np.uint64], wanted: Collection[int]) -> NDArray[np.bool_]:
    """Which values are among some hundreds: by the last two bytes first, which few share."""
    numbers, few = np.array(list(wanted), np.uint64), np.uint64(0xFFFF)
    table = np.zeros(1 << 16, bool)
    table[numbers & few] = True
    found: NDArray[np.bool_] = table[values & few]
    found[found] = np.isin(values[found], numbers)
    return found


def _named_in(out: Sequence[Excluded], rows: Rows) -> NDArray[np.bool_]:
    """Which rows' texts name one of them."""
    found: NDArray[np.bool_] = rows["named"].getfield(np.uint8) != 0  # by the first byte: a tenth of the time
    names, within = rows["named"][found], np.zeros(found.sum(), bool)
    for one in out:
        some = np.flatnonzero(np.char.find(names, one.probe) >= 0)
        within[some] |= _holds(names[some], one.within)
    found[found] = within
    return found


def _employer_words(of: Subject) -> Words:
    if of.verdict == MET:
        return Words(of.say("employer.met"))
    if of.verdict == BROKEN:
        return Words(of.say("employer.excluded"))
    out = excluded(of.constraints.exclude_employers)
    if _same_and_near(out, of.row)[1][0]:
        return Words(of.say("employer.near"), None, of.say("ask.which_employer"))
    quote = _named_quote(out, of.vacancy)
    if quote is not None:
        return Words(of.say("employer.named"), quote, of.say("ask.which_employer"))
    return Words(of.say("employer.unknown"), None, of.say("ask.employer"))


def _named_quote(out: Sequence[Excluded], vacancy: Vacancy) -> str | None:
    """The sentence of an ad that names one of them."""
    within = [words for one in out for words in one.within]
    for one in _named(vacancy):
        if any(words in row_text([one.words]) for words in within):
            return next(s.quote(0, 0) for s in split(vacancy) if s.start <= one.start < s.end)
    return None


LIMITS = (
    Limit("weekly_hours", ("weekly_hours",), _hours_set, _hours_verdicts, _hours_words),
    Limit("not_times", ("not_times",), lambda c: bool(c.not_times), _times_verdicts, _times_words),
    Limit(
        "earliest_start", ("earliest_start",), lambda c: c.earliest_start is not None, _day_start_verdicts,
        _day_start_words,
    ),
    Limit("available_from", ("available_from",), lambda c: c.available_from is not None, _from_verdicts, _from_words),
    Limit(
        "travel", ("postcode", "max_travel_minutes", "travel_modes"),
        lambda c: None not in (c.postcode, c.max_travel_minutes), _travel_verdicts, _travel_words, of_a_post=False,
    ),
    Limit("licences", (), _papers_set, _licence_verdicts, _licence_words),
    Limit("employment", ("accept_employment",), lambda _: True, _employment_verdicts, _employment_words),
    Limit("employer", (), lambda c: bool(c.exclude_employers), _employer_verdicts, _employer_words, of_a_post=False),
)  # fmt: skip


def _several_posts_words(of: Subject) -> Words:
    return Words(of.say("posts.several"), of.facts.several_posts, of.say("ask.which_post"))


def verdicts(limits: Constraints, rows: Rows, as_of: datetime.date) -> dict[str, Verdicts]:
    """Verdict codes of every limit that is set on every row."""
    return {limit.name: limit.verdicts(limits, rows, as_of) for limit in LIMITS if limit.is_set(limits)}


def explain(limit: Limit, of: Subject) -> tuple[Check, str | None]:
    """What a limit says of one vacancy, in words, and the question to its employer."""
    is_of_another = limit.of_a_post and of.verdict == UNKNOWN and of.facts.several_posts is not None
    words = _several_posts_words(of) if is_of_another else limit.words(of)
    check = Check(constraint=limit.name, verdict=VERDICTS[of.verdict], detail=words.detail, quote=words.quote)
    return check, words.question


def band(reached: Sequence[int]) -> Band:
    """The worst verdict's band."""
    return BANDS[max(reached, default=MET)]
