"""Constraints against facts -> verdicts, for one candidate and all vacancies at once.

``checked_rows`` lays what the limits look at in one numpy row a vacancy. ``LIMITS`` holds one entry a constraint:
when it is set, its verdict on every row, and its words for one vacancy. A limit nobody set gives no check. An unknown
fact gives ``unknown``: it never excludes, never counts as met, and becomes a question to the employer.
"""

import datetime
import re
from collections.abc import Callable, Sequence
from typing import NamedTuple, get_args

import numpy as np
from numpy.typing import NDArray

from matcher.geography import SPEEDS, travel_minutes
from matcher.phrases import Language, list_of, say
from matcher.schema import TIMES, Band, Check, Constraints, Employment, Facts, HoursFact, Time, Vacancy, Verdict

Verdicts = NDArray[np.int8]  # (n,) of the codes below, in the order in which they worsen
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
BANDS: tuple[Band, ...] = get_args(Band)
MET, UNKNOWN, NEGOTIABLE, BROKEN = range(4)

EMPLOYMENTS: tuple[Employment, ...] = get_args(Employment)
LICENCES = ("AM", "A1", "A2", "A", "B", "BE", "C1", "C1E", "C", "CE", "D1", "D1E", "D", "DE", "TAXI", "LK")
# EU directive 2006/126 art. 6: who holds the first may drive the others.
INCLUDED = {
    "BE": ("B",), "C1": ("B",), "C1E": ("C1", "BE", "B"), "C": ("C1", "B"), "CE": ("C", "C1", "C1E", "BE", "B"),
    "D1": ("B",), "D1E": ("D1", "BE", "B"), "D": ("D1", "B"), "DE": ("D", "D1", "D1E", "BE", "B"), "TAXI": ("B",),
    "A": ("A2", "A1", "AM"), "A2": ("A1", "AM"), "A1": ("AM",), "B": ("AM", "LK"),
}  # fmt: skip

# How the hours of a vacancy are known.
HOURS_UNKNOWN, HOURS_GIVEN, HOURS_BY_AGREEMENT, HOURS_FLAG_ONLY = range(4)
START_UNKNOWN, START_DATE, START_ASAP, START_BY_AGREEMENT = range(4)
NO_CLOCK = -1

# "Clearly too far (half as much again as max_travel_minutes, or more)" is broken, nearer is a talk: the judging
# guidelines of the gold set. The travel times are approximations, which a hard edge at the limit would hide.
TOO_FAR = 1.5

ROW = np.dtype(
    [
        ("hours", "i1"), ("low", "f4"), ("high", "f4"),
        ("times", "i1", len(TIMES)), ("day_starts", "i2"),
        ("start", "i1"), ("start_date", "i4"),
        ("postcode", "U4"), ("licences", "u4"), ("own_car", "?"),
        ("employment", "i1"), ("addressed", "?"), ("employer", "U48"),
    ]
)  # fmt: skip
Rows = NDArray[np.void]


def checked_rows(vacancies: Sequence[Vacancy], facts: Sequence[Facts]) -> Rows:
    """What the limits look at: (n,) rows of ``ROW``, in the order of the vacancies."""
    rows = np.zeros(len(vacancies), ROW)
    for row, vacancy, fact in zip(rows, vacancies, facts, strict=True):
        row["hours"], row["low"], row["high"] = _hours(vacancy, fact)
        row["times"] = [_time(t, vacancy, fact) for t in TIMES]
        row["day_starts"] = _clock(fact.day_starts)
        row["start"], row["start_date"] = _start(fact.start)
        row["postcode"] = "" if vacancy.no_fixed_workplace else vacancy.postcode or ""
        row["licences"] = _bits(required_licences(vacancy, fact))
        row["own_car"] = any(r.kind == "own_car" and r.strength == "required" for r in fact.requirements)
        row["employment"] = EMPLOYMENTS.index(employment(vacancy, fact))
        row["addressed"] = fact.only_addressed
        row["employer"] = _name(vacancy.employer)
    return rows


def employment(vacancy: Vacancy, facts: Facts) -> Employment:
    """The text's word where it has one, else the feed's field, else what an ad that says nothing is: ordinary."""
    if facts.employment_quote is None and vacancy.stated.employment is not None:
        return vacancy.stated.employment
    return facts.employment


def hours(vacancy: Vacancy, facts: Facts) -> HoursFact:
    """The text's hours where it has numbers, else the feed's (without a quote), else what the text says."""
    stated = vacancy.stated
    numbers = (stated.weekly_hours_min, stated.weekly_hours_max)
    in_text = facts.hours.min is not None or facts.hours.max is not None or facts.hours.basis == "negotiable"
    if in_text or numbers == (None, None):
        return facts.hours
    return HoursFact(min=numbers[0], max=numbers[1], basis="stated")


def required_licences(vacancy: Vacancy, facts: Facts) -> list[str]:
    """Driving licences that the ad or the feed's field requires."""
    asked = [r.what or "B" for r in facts.requirements if r.kind == "driving_licence" and r.strength == "required"]
    return list(dict.fromkeys([*asked, *vacancy.stated.licences]))


def _hours(vacancy: Vacancy, facts: Facts) -> tuple[int, float, float]:
    found = hours(vacancy, facts)
    if found.min is not None or found.max is not None:
        return HOURS_GIVEN, found.min or 0, np.inf if found.max is None else found.max
    if found.basis == "negotiable":
        return HOURS_BY_AGREEMENT, np.nan, np.nan
    if vacancy.stated.full_time and found.basis == "unstated":
        return HOURS_FLAG_ONLY, 37, 37
    return HOURS_UNKNOWN, np.nan, np.nan


def _time(time: Time, vacancy: Vacancy, facts: Facts) -> int:
    """1 yes, -1 no, 0 unknown."""
    read = getattr(facts.schedule, time)
    if read is None and time in vacancy.stated.times:
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


def _bits(licences: Sequence[str]) -> int:
    """The licences as a bit mask; one we do not know gets the highest bit."""
    mask = 0
    for licence in licences:
        name = licence.upper().replace("+", "").replace("/", "").replace(" ", "")
        mask |= 1 << (LICENCES.index(name) if name in LICENCES else 31)
    return mask


def _held(licences: Sequence[str]) -> int:
    mask = _bits(licences) & ~(1 << 31)
    return mask | _bits([i for name in licences for i in INCLUDED.get(name.upper(), ())])


def _name(employer: str | None) -> str:
    """Casefolded words between single spaces, so that "Café Nord" is found in "Café Nord A/S".

    >>> _name("Café  Nord A/S")
    ' café nord a s '
    """
    words = re.findall(r"\w+", (employer or "").casefold())
    return f" {' '.join(words)} "[:48] if words else ""


# What a limit says of one vacancy: its detail, the words behind it, and the question to ask the employer.
class Words(NamedTuple):
    detail: str
    quote: str | None = None
    question: str | None = None


class Subject(NamedTuple):
    """One vacancy held against one candidate's constraints, with the language to speak and the verdict reached."""

    constraints: Constraints
    vacancy: Vacancy
    facts: Facts
    verdict: int
    language: Language

    def say(self, key: str, **words: object) -> str:
        return say(key, self.language, **words)


class Limit(NamedTuple):
    """One constraint: whether it was set, its verdicts on all rows, and its words for one vacancy."""

    name: str
    is_set: Callable[[Constraints], bool]
    verdicts: Callable[[Constraints, Rows, datetime.date], Verdicts]
    words: Callable[[Subject], Words]


def _choose(*cases: tuple[NDArray[np.bool_], int], default: int) -> Verdicts:
    """The verdict of the first case that holds on a row."""
    conditions, verdicts = zip(*cases, strict=True)
    return np.select(conditions, verdicts, default).astype(np.int8)


# --- hours -----------------------------------------------------------------------------------------------------------


def _hours_set(limits: Constraints) -> bool:
    return limits.weekly_hours is not None and (limits.weekly_hours.min, limits.weekly_hours.max) != (None, None)


def _hours_verdicts(limits: Constraints, rows: Rows, _: datetime.date) -> Verdicts:
    """Overlapping ranges are met. Without overlap it is a talk, unless the candidate has said it is not; a bare
    full-time flag, which some feeds set by default, never breaks a limit."""
    wish = limits.weekly_hours
    assert wish is not None  # noqa: S101 is_set has looked; for the type checker
    low, high = wish.min or 0, np.inf if wish.max is None else wish.max
    apart = (rows["low"] > high) | (rows["high"] < low)
    state, firm = rows["hours"], wish.negotiable is False
    return _choose(
        (state == HOURS_UNKNOWN, UNKNOWN),
        ((state == HOURS_BY_AGREEMENT) | ~apart, MET),
        ((state == HOURS_FLAG_ONLY) & firm, UNKNOWN),
        default=BROKEN if firm else NEGOTIABLE,
    )


def hours_words(vacancy: Vacancy, facts: Facts, language: Language) -> str:
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
    if low == high:
        return say("hours.one", language, low=low)
    key = "hours.to" if not low else "hours.from" if high is None else "hours.range"
    return say(key, language, low=low, high=high)


def _hours_words(of: Subject) -> Words:
    wish = of.constraints.weekly_hours
    assert wish is not None  # noqa: S101
    found = hours(of.vacancy, of.facts)
    detail = hours_words(of.vacancy, of.facts, of.language)
    stated = (of.vacancy.stated.weekly_hours_min, of.vacancy.stated.weekly_hours_max)
    if found.quote and stated != (None, None) and stated != (found.min, found.max):
        detail = of.say("hours.differs", detail=detail, stated=_range(*stated, of.language))
    if of.verdict in (NEGOTIABLE, BROKEN):
        detail = of.say("hours.wished", ad=detail, wish=_range(wish.min, wish.max, of.language))
    return Words(detail, found.quote, _hours_question(of, wish.min, wish.max, found))


def _hours_question(of: Subject, low: float | None, high: float | None, found: HoursFact) -> str | None:
    if of.verdict == UNKNOWN:
        return of.say("ask.hours")
    if of.verdict != NEGOTIABLE:
        return None
    too_many = high is not None and (found.min or 37 if found.max is None else found.min or 0) > high
    return of.say("ask.carve", high=high) if too_many or low is None else of.say("ask.more", low=low)


# --- times of day ----------------------------------------------------------------------------------------------------

SHIFT_TIMES = ("early_morning", "evening", "night", "weekend")  # what rotating shifts may rotate through


def _time_verdicts(time: Time, rows: Rows) -> Verdicts:
    column = rows["times"][:, TIMES.index(time)]
    rotating = rows["times"][:, TIMES.index("rotating_shifts")] == 1
    return _choose(
        (column == 1, BROKEN),
        (column == -1, MET),
        (rotating & (time in SHIFT_TIMES), NEGOTIABLE),
        default=UNKNOWN,
    )


def _times_verdicts(limits: Constraints, rows: Rows, _: datetime.date) -> Verdicts:
    return np.max([_time_verdicts(t, rows) for t in limits.not_times], axis=0)


def _times_words(of: Subject) -> Words:
    rows = checked_rows([of.vacancy], [of.facts])
    reached = {t: int(_time_verdicts(t, rows)[0]) for t in of.constraints.not_times}
    deciding = [t for t, verdict in reached.items() if verdict == of.verdict]
    named = list_of([of.say(f"time.{t}") for t in deciding])
    quotes = of.facts.time_quotes
    if of.verdict == BROKEN:
        return Words(of.say("times.broken", times=named), quotes.get(deciding[0]))
    if of.verdict == NEGOTIABLE:
        return Words(of.say("times.rotating"), quotes.get("rotating_shifts"), of.say("ask.shifts", times=named))
    if of.verdict == UNKNOWN:
        return Words(of.say("times.unknown", times=named), None, of.say("ask.times", times=named))
    return Words(of.say("times.met"), quotes.get(deciding[0]))


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
    asap = start == "asap"
    question = of.say("ask.from_later", wish=wish) if asap else of.say("ask.from")
    return Words(of.say("from.unknown"), of.facts.start_quote if asap else None, question)


# --- place -----------------------------------------------------------------------------------------------------------


def _minutes(limits: Constraints, postcodes: Sequence[str | None]) -> NDArray[np.float64]:
    """Without modes every mode counts: which ones the person has is not known, and a guess must not exclude."""
    return travel_minutes(limits.postcode or "", postcodes, limits.travel_modes or tuple(SPEEDS))


def _travel_verdicts(limits: Constraints, rows: Rows, _: datetime.date) -> Verdicts:
    assert limits.max_travel_minutes is not None  # noqa: S101
    minutes = _minutes(limits, [str(p) or None for p in rows["postcode"]])
    return _choose(
        (np.isnan(minutes), UNKNOWN),
        (minutes <= limits.max_travel_minutes, MET),
        (minutes < TOO_FAR * limits.max_travel_minutes, NEGOTIABLE),
        default=BROKEN,
    )


def _travel_words(of: Subject) -> Words:
    if of.verdict == UNKNOWN:
        return Words(of.say("travel.unknown"), None, of.say("ask.place"))
    limits, there = of.constraints, [of.vacancy.postcode]
    modes = limits.travel_modes or tuple(SPEEDS)
    by_mode = {mode: float(travel_minutes(limits.postcode or "", there, [mode])[0]) for mode in modes}
    mode = min(by_mode, key=lambda m: by_mode[m])
    return Words(of.say(
        "travel.minutes", minutes=round(by_mode[mode]), mode=of.say(f"mode.{mode}"), wish=limits.max_travel_minutes,
    ))  # fmt: skip


# --- licences, employment, employer ----------------------------------------------------------------------------------


def _licence_verdicts(limits: Constraints, rows: Rows, _: datetime.date) -> Verdicts:
    held, unknown = _held(limits.licences or ()), rows["licences"] >> 31 == 1
    missing = (rows["licences"] & ~np.uint32(1 << 31) & ~np.uint32(held)) != 0
    no_car = rows["own_car"] & bool(limits.travel_modes) & ("car" not in limits.travel_modes)
    return _choose(
        (missing | no_car, BROKEN), (unknown | (rows["own_car"] & (not limits.travel_modes)), UNKNOWN), default=MET
    )


def _licence_words(of: Subject) -> Words:
    asked = required_licences(of.vacancy, of.facts)
    named = list_of(asked)
    missing = _bits(asked) & ~_held(of.constraints.licences or ())
    kind = "driving_licence" if missing else "own_car"
    quote = next((r.quote for r in of.facts.requirements if r.kind == kind and r.strength == "required"), None)
    if of.verdict == MET:
        return Words(of.say("licence.met"), quote)
    detail = of.say("licence.missing", licence=named) if missing else of.say("licence.car")
    question = of.say("ask.licence", licence=named) if of.verdict == UNKNOWN and missing else None
    return Words(detail, quote, question)


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
    found = of.say(f"employment.{employment(of.vacancy, of.facts)}")
    detail = of.say("employment.addressed", employment=found) if of.verdict == NEGOTIABLE else found
    question = {UNKNOWN: "ask.employment", NEGOTIABLE: "ask.open"}.get(of.verdict)
    return Words(detail, of.facts.employment_quote, of.say(question) if question else None)


def _employer_verdicts(limits: Constraints, rows: Rows, _: datetime.date) -> Verdicts:
    names = rows["employer"]
    excluded = np.zeros(len(rows), bool)
    for employer in limits.exclude_employers:
        excluded |= np.char.find(names, _name(employer)) >= 0
    return _choose((names == "", UNKNOWN), (excluded, BROKEN), default=MET)


def _employer_words(of: Subject) -> Words:
    if of.verdict == UNKNOWN:
        return Words(of.say("employer.unknown"), None, of.say("ask.employer"))
    return Words(of.say("employer.excluded" if of.verdict == BROKEN else "employer.met"))


LIMITS = (
    Limit("weekly_hours", _hours_set, _hours_verdicts, _hours_words),
    Limit("not_times", lambda c: bool(c.not_times), _times_verdicts, _times_words),
    Limit("earliest_start", lambda c: c.earliest_start is not None, _day_start_verdicts, _day_start_words),
    Limit("available_from", lambda c: c.available_from is not None, _from_verdicts, _from_words),
    Limit(
        "travel", lambda c: None not in (c.postcode, c.max_travel_minutes), _travel_verdicts, _travel_words
    ),
    Limit("licences", lambda c: c.licences is not None, _licence_verdicts, _licence_words),
    Limit("employment", lambda _: True, _employment_verdicts, _employment_words),
    Limit("employer", lambda c: bool(c.exclude_employers), _employer_verdicts, _employer_words),
)  # fmt: skip


def verdicts(limits: Constraints, rows: Rows, as_of: datetime.date) -> dict[str, Verdicts]:
    """Verdict codes of every limit that is set on every row."""
    return {limit.name: limit.verdicts(limits, rows, as_of) for limit in LIMITS if limit.is_set(limits)}


def explain(
    limits: Constraints, vacancy: Vacancy, facts: Facts, reached: dict[str, int], language: Language
) -> tuple[list[Check], list[str]]:
    """The checks of one vacancy, in words, and the questions to its employer; ``reached`` as from ``verdicts``."""
    checks, questions = [], []
    for limit in LIMITS:
        if limit.name not in reached:
            continue
        verdict = reached[limit.name]
        words = limit.words(Subject(limits, vacancy, facts, verdict, language))
        checks.append(
            Check(constraint=limit.name, verdict=VERDICTS[verdict], detail=words.detail, quote=words.quote)
        )  # fmt: skip
        if words.question is not None:
            questions.append(words.question)
    return checks, questions


def band(reached: Sequence[int]) -> Band:
    """The worst verdict's band."""
    return BANDS[max(reached, default=MET)]
