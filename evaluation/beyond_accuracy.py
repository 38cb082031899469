"""Quality beyond relevance: broken limits, wrongly excluded ads, questions, coverage, variety, exposure."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from evaluation.fields import UNPLACED, field
from evaluation.measures import DEPTH, RELEVANT
from evaluation.reading import Judgments, Record, Records, Run

SHUT = ("broken", "disputed")  # judges' verdicts on the limits of ads that a list may leave out


class Case(NamedTuple):
    """A suggestion that is wrong, and the checks that explain it."""

    candidate: str
    vacancy: str
    useful: int
    rank: int
    checks: list[Record]


def violations(run: Run, judgments: Judgments) -> list[Case]:
    """Suggestions in band ``fits`` although both judges found a limit broken. There must be none."""
    return [
        _case(s, judgments) for s in suggestions(run) if s.get("band") == "fits" and _limits(s, judgments) == "broken"
    ]


def false_exclusions(whole: Run, judgments: Judgments, facts: Records) -> tuple[list[Case], int] | None:
    """Ordinary, fitting ads that the run calls broken, and the number of such ads; None if the run holds no broken ads.

    Fitting: fit of at least 3 of 6, and neither judge found a limit broken. Ordinary: by the facts, or not stated.
    """
    if not any(s.get("band") == "broken" for s in suggestions(whole)):
        return None
    fitting = [s for s in suggestions(whole) if _fitting(s, judgments) and _ordinary(facts.get(s["vacancy_id"], {}))]
    return [_case(s, judgments) for s in fitting if s.get("band") == "broken"], len(fitting)


def _fitting(suggestion: Record, judgments: Judgments) -> bool:
    judgment = judgments.get(suggestion["candidate_id"], {}).get(suggestion["vacancy_id"])
    return judgment is not None and judgment.limits not in SHUT and (judgment.fit or judgment.useful) >= RELEVANT


def _ordinary(facts: Record) -> bool:
    return facts.get("employment", "ordinary") in ("ordinary", "mixed", "unclear")


def _limits(suggestion: Record, judgments: Judgments) -> str | None:
    judgment = judgments.get(suggestion["candidate_id"], {}).get(suggestion["vacancy_id"])
    return judgment.limits if judgment else None


def _case(suggestion: Record, judgments: Judgments) -> Case:
    candidate, vacancy = suggestion["candidate_id"], suggestion["vacancy_id"]
    checks = [c for c in suggestion.get("checks") or [] if suggestion.get("band") in ("fits", c.get("verdict"))]
    return Case(candidate, vacancy, judgments[candidate][vacancy].useful, suggestion["rank"], checks)


def bands(run: Run, judgments: Judgments) -> dict[str, Counter[str]]:
    """band -> the judges' limits -> number of judged suggestions."""
    table: dict[str, Counter[str]] = {}
    for suggestion in suggestions(run):
        limits = _limits(suggestion, judgments)
        if limits:
            table.setdefault(suggestion.get("band") or "none", Counter())[limits] += 1
    return table


def suggestions(run: Run) -> Iterator[Record]:
    """All suggestions of a run, list after list."""
    for listed in run.values():
        yield from listed


def first_ten(run: Run) -> Run:
    """The run with the first ten suggestions of each list."""
    return {candidate: listed[:DEPTH] for candidate, listed in run.items()}


def unknowns(run: Run) -> float:
    """Mean number of limits in a suggestion that the ad does not mention: questions for the employer."""
    counts = [sum(c["verdict"] == "unknown" for c in s.get("checks") or []) for s in suggestions(run)]
    return float(np.mean(counts)) if counts else 0.0


def coverage(run: Run, candidates: Sequence[str]) -> dict[str, list[str]]:
    """The candidates without any suggestion, and those with fewer than ten."""
    number = {candidate: len(run.get(candidate, [])) for candidate in candidates}
    return {
        "none": [c for c, n in number.items() if n == 0],
        "fewer than ten": [c for c, n in number.items() if 0 < n < DEPTH],
    }


def variety(run: Run, vacancies: Records) -> dict[str, float]:
    """Different employers, and different fields of work, as a share of the suggestions where they are known (mean over
    the lists). 1.0: no employer twice. A property that is unknown for all ads is left out."""
    employers = [[vacancies.get(s["vacancy_id"], {}).get("employer") for s in listed] for listed in run.values()]
    fields = [[_field(vacancies.get(s["vacancy_id"])) for s in listed] for listed in run.values()]
    shares = {"employers": _distinct(employers), "fields of work": _distinct(fields)}
    return {name: share for name, share in shares.items() if share is not None}


def _field(vacancy: Record | None) -> str | None:
    name = field([vacancy["title"]]) if vacancy else UNPLACED
    return None if name == UNPLACED else name


def _distinct(lists: Sequence[Sequence[str | None]]) -> float | None:
    known = [[name for name in names if name] for names in lists]
    shares = [len(set(names)) / len(names) for names in known if names]
    return float(np.mean(shares)) if shares else None


class Exposure(NamedTuple):
    """How evenly vacancies are shown: Gini (0 all alike, near 1 a few get everything), never shown, most shown."""

    gini: float
    never: int
    vacancies: int
    most: list[tuple[str, int]]
    counts: list[int]


def exposure(run: Run, vacancies: Sequence[str]) -> Exposure:
    """Number of lists that show each vacancy. Vacancies that were never shown count as 0."""
    shown = Counter(dict.fromkeys(vacancies, 0))
    shown.update(s["vacancy_id"] for s in suggestions(run))
    counts = sorted(shown.values())
    most = sorted(((v, n) for v, n in shown.items() if n), key=lambda item: (-item[1], item[0]))[:5]
    return Exposure(gini(counts), counts.count(0), len(counts), most, counts)


def gini(counts: Sequence[int]) -> float:
    """Half the mean difference between two vacancies, relative to the mean (Gini 1912).

    >>> gini([2, 2, 2, 2]), gini([0, 0, 0, 8])
    (0.0, 0.75)
    """
    ordered = np.sort(np.asarray(counts, float))
    n, total = len(ordered), ordered.sum()
    return float((2 * np.arange(1, n + 1) - n - 1) @ ordered / (n * total)) if total else 0.0
