"""Facts as numpy rows, one for each post of a vacancy, for the limits and the ranking.

A vacancy has one row for its first post and one more for each other post. A post with a choice of workplaces has one
row for each workplace.
"""

import datetime
import functools
import hashlib
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple, get_args

import numpy as np
from numpy.typing import NDArray

from matcher import employers, geography, heads, reader
from matcher.employers import LONGEST, LONGEST_NAMED, family, key, named, number, parts, row_text
from matcher.facts.papers import languages, paper, stems
from matcher.facts.professions import reserved_for
from matcher.facts.records import Fact, Facts, Occurrence, Post
from matcher.geography import area_code, places
from matcher.schema import TIMES, WEEKDAYS, DemandKind, Employment, HoursFact, RequirementKind, Vacancy
from matcher.versions import digest

EMPLOYMENTS: tuple[Employment, ...] = get_args(Employment)
DEMANDS: tuple[DemandKind, ...] = get_args(DemandKind)

# How the hours of a vacancy are known. FLAG_ONLY: only a feed's flag for full time.
HOURS_UNKNOWN, HOURS_GIVEN, HOURS_BY_AGREEMENT, HOURS_FLAG_ONLY = range(4)
START_UNKNOWN, START_DATE, START_ASAP, START_BY_AGREEMENT = range(4)
OCCURS: dict[Occurrence | None, int] = {"yes": 1, "sometimes": 2, "no": -1, None: 0}
NO_CLOCK = -1
NO_DAY = 0
NO_PAPERS = "||"
# Titles of posts that lead others, and of research posts.
LEADS = r"(?:(?<!vej)leder|chef|direktør|formand|professor|lektor|postdoc|manager|director)"
LEVEL = re.compile(rf"\b\w*{LEADS}(?:en)?\b|\bhead of\b|\bph\.?d", re.IGNORECASE)
MOST_PAPERS = 96  # characters for the papers that a vacancy requires
LONGEST_WORK = 48  # bytes for the word stems of a title
# Words in a title that tell the start date or that somebody is sought, but not the kind of work.
NO_WORK = stems(
    "januar februar marts april juni juli august september oktober november december january february march june july "
    "october søges søger ledig stilling opstart start snarest tiltrædelse wanted position hiring"
)

ROW = np.dtype(
    [
        ("post", "u1"),
        ("offer", "u8"),
        ("hours", "i1"),
        ("low", "f4"),
        ("high", "f4"),
        ("times", "i1", len(TIMES)),
        ("day_starts", "i2"),
        ("day_ends", "i2"),
        ("weekdays", "u1"),
        ("start", "i1"),
        ("start_date", "i4"),
        ("place", "u2"),
        ("area", "u2"),
        ("remote", "?"),
        ("papers", "U80"),
        ("papers_key", "u8"),
        ("unread", "?"),
        ("education", f"U{MOST_PAPERS}"),
        ("certificates", f"U{MOST_PAPERS}"),
        ("languages", "U32"),
        ("work", f"S{LONGEST_WORK}"),
        ("experience", "?"),
        ("level", "?"),
        ("demands", "u4"),
        ("employment", "i1"),
        ("addressed", "?"),
        ("employer", f"S{LONGEST}"),
        ("employer_key", "u8"),
        ("named", f"S{LONGEST_NAMED}"),
        ("poster", "u8"),
        ("expires", "i4"),
        ("published", "i4"),
    ]
)
Rows = NDArray[np.void]
# Columns that two posts with the same offer share. Column ``offer`` is their digest.
OFFER = ("hours", "low", "high", "times", "day_starts", "place", "area", "employment")


class Columns(NamedTuple):
    """Rows of n vacancies. rows: (n,) first posts, in the order of the vacancies. further: (f,) all other posts,
    grouped by vacancy. owners: (f,) index of the vacancy (0 to n - 1) that each further post belongs to."""

    rows: Rows
    further: Rows
    owners: NDArray[np.int64]

    def at(self, places: NDArray[np.int64]) -> Rows:
        """(m,) rows of the posts at these places: below n a first post, from n on a further post."""
        return _at(self.rows, self.further, places)

    def column(self, name: str, places: NDArray[np.int64]) -> NDArray[Any]:
        """(m,) values of one column at these places. Copying whole rows would take most of the time."""
        return _at(self.rows[name], self.further[name], places)


def _at(first: NDArray[Any], further: NDArray[Any], places: NDArray[np.int64]) -> NDArray[Any]:
    chosen: NDArray[Any] = first[np.minimum(places, len(first) - 1)]
    beyond = np.flatnonzero(places >= len(first))
    if len(beyond):
        chosen[beyond] = further[places[beyond] - len(first)]
    return chosen


@functools.cache
def rules_version() -> str:
    """Digest of everything that decides an index row: the code of ``reader`` and ``facts``, the heads that read, the
    lists of employers' names, the table of postcodes, and the order of the enums."""
    folders = [Path(reader.__file__).parent, Path(__file__).parent]
    code = [path for folder in folders for path in sorted(folder.rglob("*.py"))]
    enums = repr((TIMES, EMPLOYMENTS, DEMANDS, WEEKDAYS)).encode()
    code += [Path(heads.__file__), *(heads.FOLDER / f"{name}.npz" for name in reader.HEADS)]
    return digest([*code, Path(employers.__file__), Path(geography.__file__), geography.TABLE], enums)


def columns(vacancies: Sequence[Vacancy], facts: Sequence[Facts]) -> Columns:
    """Lays out the facts of vacancies as rows."""
    each = [list(_rows(vacancy, known)) for vacancy, known in zip(vacancies, facts, strict=True)]
    further = [row for rows in each for row in rows[1:]]
    owners = np.repeat(np.arange(len(each)), [len(rows) - 1 for rows in each])
    return Columns(np.array([rows[0] for rows in each], ROW), np.array(further, ROW), owners)


def _rows(vacancy: Vacancy, facts: Facts) -> Iterator[np.void]:
    """The rows of one vacancy: the values that all posts share, joined with each post's own."""
    shared = np.zeros(1, ROW)[0]
    _fill_shared(shared, vacancy, facts)
    for number_, post in enumerate(facts.posts):
        _fill_post(shared, vacancy, post, number_)
        for place in post.places or ("",):
            shared["place"] = 0 if facts.wanders.value else area_code(place if place in places() else "")
            shared["area"] = area_code(place if shared["place"] or place not in places() else _municipality(place))
            shared["offer"] = text_key(repr([shared[name].tolist() for name in OFFER]))
            yield shared.copy()


def _municipality(postcode: str) -> str:
    return places()[postcode].municipality if postcode in places() else ""


def _fill_shared(row: np.void, vacancy: Vacancy, facts: Facts) -> None:
    row["start"], row["start_date"] = _start(facts.start.value)
    row["remote"] = facts.remote.value == "whole"
    row["unread"] = facts.unread is not None
    row["work"] = " ".join(sorted(stems(vacancy.title) - NO_WORK)).encode()[:LONGEST_WORK]
    row["level"] = LEVEL.search(vacancy.title) is not None
    row["demands"] = bits(DEMANDS, [d.kind for d in facts.demands])
    row["addressed"] = facts.only_addressed
    titled = f"\0{vacancy.title.strip().casefold()}"  # an employer who is not named
    row["employer"] = row_text(parts(vacancy.employer or ""))
    row["employer_key"] = number(key(vacancy.employer or "") or titled)
    names = named(vacancy.employer, vacancy.title, vacancy.description)
    row["named"] = row_text([name.words for name in names], LONGEST_NAMED)
    row["poster"] = number(family(vacancy.employer or "") or titled)
    row["expires"] = facts.last_day.toordinal() if facts.last_day else NO_DAY
    row["published"] = vacancy.published.toordinal() if vacancy.published else NO_DAY


def _fill_post(row: np.void, vacancy: Vacancy, post: Post, number_: int) -> None:
    row["post"] = number_
    row["hours"], row["low"], row["high"] = _hours(post.hours)
    row["times"] = [OCCURS[post.occurs(time)] for time in TIMES]
    row["day_starts"], row["day_ends"] = minutes(post.day_starts.value), minutes(post.day_ends.value)
    row["weekdays"] = bits(WEEKDAYS, post.weekdays.value)
    row["papers"] = _papers(vacancy, post)
    row["papers_key"] = text_key(str(row["papers"]))
    row["education"] = _named_papers(post, "education", "authorisation")
    row["certificates"] = _named_papers(post, "certificate")
    row["languages"] = "|".join(languages(post.requirements))
    row["experience"] = bool(post.required("experience"))
    row["employment"] = EMPLOYMENTS.index(post.employment.value)


def bits(names: Sequence[str], chosen: Sequence[str]) -> int:
    """A number with a bit for each of the chosen names.

    >>> bits(("a", "b", "c"), ["c", "a"])
    5
    """
    return sum(1 << names.index(name) for name in set(chosen))


def _named_papers(post: Post, *kinds: RequirementKind) -> str:
    """The required papers of some kinds as one short text: the word stems of each."""
    text = ""
    for requirement in post.required(*kinds):
        longer = f"{text}|{' '.join(sorted(paper(requirement)))}".strip("|")
        text = longer if len(longer) <= MOST_PAPERS else text  # a paper cut in the middle would match nobody
    return text


def text_key(text: str) -> int:
    """A number that stands for a short text. Numbers compare ten times as fast as texts."""
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), "little")


def _papers(vacancy: Vacancy, post: Post) -> str:
    """Required licences, own car and protected professions as one short text. Few texts differ between ads."""
    car = "car" if post.required("own_car") else ""
    professions = ",".join(sorted(reserved_for(vacancy.title, post.requirements)))
    return f"{','.join(post.licences)}|{car}|{professions}"


def _hours(hours: Fact[HoursFact]) -> tuple[int, float, float]:
    """How the hours are known, the fewest and the most, in hours a week. The wider of the exact range and the rounded
    one."""
    low, high = hours.value.min, hours.value.max
    if low is not None or high is not None:
        by_flag = hours.source == "feed" and hours.value.basis == "fulltime_word"
        fewest, most = min(low or 0, rounded_hours(low) or 0), np.inf if high is None else high
        return HOURS_FLAG_ONLY if by_flag else HOURS_GIVEN, fewest, max(most, rounded_hours(high) or 0)
    by_agreement = hours.value.basis == "negotiable"
    return HOURS_BY_AGREEMENT if by_agreement else HOURS_UNKNOWN, np.nan, np.nan


def rounded_hours(hours: float | None) -> float | None:
    """Hours as people say them: rounded to the half hour if the number comes from a division (52 a month = 12.01 a
    week).

    Limits compare with the rounded hours too, so that "about 12 hours" is not above 12. Tenths and quarters are kept,
    because ads and shares of 37 hours use them.
    """
    if hours is None or hours in (round(hours, 1), round(hours * 4) / 4):
        return hours
    return max(0.5, round(hours * 2) / 2)


def minutes(clock: str | None) -> int:
    """Minutes after midnight.

    >>> minutes("07:30"), minutes(None)
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
