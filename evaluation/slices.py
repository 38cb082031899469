"""The mean for each kind of candidate, and the share of useful ads shown for each kind of ad.

A small slice proves little: below ``ENOUGH`` it is marked, and no conclusion may be drawn.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import NamedTuple

from evaluation.fields import UNPLACED, field
from evaluation.measures import DEPTH, RELEVANT, Values
from evaluation.reading import Gains, Ranks, Record, Records
from evaluation.significance import Interval, interval

ENOUGH = 10

FUNCTION_WORDS = {
    "da": "og at jeg er en et det der på med til har kan som ikke noget men af for vil",
    "en": "and the i a an is it that on with to have can as not something but of for would",
}


class Slice(NamedTuple):
    """One row of a slice table."""

    by: str
    value: str
    interval: Interval

    @property
    def enough(self) -> bool:
        """Whether it is large enough for a conclusion."""
        return self.interval.n >= ENOUGH


# --- kinds of candidates ---------------------------------------------------------------------------------------------


def statements(candidate: Record, *kinds: str) -> list[str]:
    """The candidate's statements of those kinds; of all kinds if none is given."""
    return [s for kind in kinds or ("goals", "interests", "competencies") for s in candidate.get(kind) or []]


def _limit(candidate: Record, name: str) -> object:
    return (candidate.get("constraints") or {}).get(name)


def hours_band(candidate: Record) -> str:
    """Band of the highest number of hours a week."""
    hours = _limit(candidate, "weekly_hours")
    highest = hours.get("max") if isinstance(hours, dict) else None
    if highest is None:
        return "no highest number"
    return "up to 15 hours" if highest <= 15 else "16-25 hours" if highest <= 25 else "26 hours or more"


def time_limits(candidate: Record) -> str:
    """Number of excluded times of day."""
    ruled_out = _limit(candidate, "not_times") or []
    number = len(ruled_out) if isinstance(ruled_out, list) else 0
    return "none" if number == 0 else "one or two times" if number <= 2 else "three or more times"


def travel_limit(candidate: Record) -> str:
    """Band of the longest journey, in minutes."""
    minutes = _limit(candidate, "max_travel_minutes")
    if not isinstance(minutes, int | float):
        return "none"
    return "up to 30 minutes" if minutes <= 30 else "more than 30 minutes"


def richness(candidate: Record) -> str:
    """Band of the number of statements."""
    number = len(statements(candidate))
    return "sparse: up to 2" if number <= 2 else "3-6" if number <= 6 else "rich: 7 or more"


def wish_apart(candidate: Record) -> str:
    """Whether the wish (goals, else interests) is in the field of the experience, by the words.

    The experience is the first competency that belongs to a field: people name their trade first and their hobby last.
    """
    wish = field(statements(candidate, "goals") or statements(candidate, "interests"))
    fields = (field([s]) for s in statements(candidate, "competencies"))
    experience = next((f for f in fields if f != UNPLACED), UNPLACED)
    if UNPLACED in (wish, experience):
        return "cannot be told"
    return "wish as experience" if wish == experience else "wish apart from experience"


def language(texts: Iterable[str]) -> str:
    """Danish or English, by common small words.

    >>> language(["I like to work with animals"]), language(["opvasker"])
    ('English', 'Danish')
    """
    words = re.findall(r"\w+", " ".join(texts).lower())
    counts = {name: sum(word in known.split() for word in words) for name, known in FUNCTION_WORDS.items()}
    return "English" if counts["en"] > counts["da"] else "Danish"


OF_CANDIDATES: dict[str, Callable[[Record], str]] = {
    "hours a week, at most": hours_band,
    "times of day ruled out": time_limits,
    "longest journey": travel_limit,
    "statements": richness,
    "wish and experience": wish_apart,
    "language of the candidate": lambda candidate: language(statements(candidate)),
    "field of the wish": lambda c: field(statements(c, "goals") or statements(c)),
}


def of_candidates(values: Values, candidates: Records, measure: str = "nDCG@10") -> list[Slice]:
    """The mean of a measure for each kind of candidate. Candidates missing from ``candidates`` are left out."""
    rows = []
    for by, kind_of in OF_CANDIDATES.items():
        groups: dict[str, list[float]] = defaultdict(list)
        for candidate in values.keys() & candidates.keys():
            groups[kind_of(candidates[candidate])].append(values[candidate][measure])
        rows += [Slice(by, value, interval(sorted(groups[value]))) for value in sorted(groups)]
    return rows


# --- kinds of ads ----------------------------------------------------------------------------------------------------


def ad_hours(facts: Record) -> str:
    """What the ad says about the hours a week."""
    hours = facts.get("hours") or {}
    if hours.get("min") is None:
        return "not in the ad"
    return "full time" if hours["min"] >= 37 else "part time"


def of_ads(ranks: Ranks, gains: Gains, vacancies: Records, facts: Records) -> list[Slice]:
    """For each kind of ad, the share of a candidate's ads with a gain of 3 or more that is among the first ten.

    Mean over the candidates with such ads, because two ads of one candidate are not two independent cases.
    """
    kinds: dict[str, tuple[Records, Callable[[Record], str]]] = {
        "language of the ad": (vacancies, lambda ad: language([ad["title"], ad["description"]])),
        "field of the ad": (vacancies, lambda ad: field([ad["title"]])),
        "hours in the ad": (facts, ad_hours),
        "employment in the ad": (facts, lambda ad: str(ad.get("employment"))),
    }
    rows = []
    for by, (records, kind_of) in kinds.items():
        groups: dict[str, dict[str, list[bool]]] = defaultdict(lambda: defaultdict(list))
        for candidate, vacancy in useful_pairs(gains):
            if vacancy in records:
                shown = ranks.get(candidate, {}).get(vacancy, DEPTH + 1) <= DEPTH
                groups[kind_of(records[vacancy])][candidate].append(shown)
        rows += [Slice(by, value, _mean_share(groups[value].values())) for value in sorted(groups)]
    return rows


def _mean_share(shown: Iterable[list[bool]]) -> Interval:
    return interval(sorted(sum(some) / len(some) for some in shown))


def useful_pairs(gains: Gains) -> list[tuple[str, str]]:
    """The pairs with a gain of 3 or more."""
    return [(c, v) for c, judged in gains.items() for v, gain in judged.items() if gain >= RELEVANT]
