"""Parts to measure (judgments, facts, pairs of one column), and the cases that a run adds to figures.

Takes only files and records. ``evaluation.columns`` makes them with the engine.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, get_args

from evaluation.beyond_accuracy import SHUT
from evaluation.collection.labels import Time
from evaluation.figures import ENGINE
from evaluation.measures import DEPTH, RELEVANT, measure
from evaluation.reading import Judgment, Judgments, Ranks, Record, Records, Run, ad_text, gains

Case = tuple[str, str, str, str, str, float, float]  # as evaluation.figures.CASE
TIMES = get_args(Time)
# Requirements that decide whether somebody can apply. Experience and skills have too many wordings to be counted.
HARD = ("driving_licence", "own_car", "certificate", "authorisation", "education", "language", "criminal_record", "age")
ROUNDING = 0.26  # hours a week: 110 a month are 25.4 by 4.33, 25.2 by 52 weeks


@dataclass
class Part:
    """The data measured in one column. Missing data are empty and add no case.

    writers: id of a candidate or an ad -> its writer; missing if nobody wrote several. pooled: the pairs given to
    judges, None if they got all. quotes: (candidate, vacancy, statement, quote) -> whether a judge says that the quote
    supports the statement. pairs: (candidate, better ad, worse ad).
    """

    column: str
    judgments: Judgments = field(default_factory=dict)
    facts: Records = field(default_factory=dict)
    vacancies: Records = field(default_factory=dict)
    writers: dict[str, str] = field(default_factory=dict)
    pooled: set[tuple[str, str]] | None = None
    quotes: dict[tuple[str, str, str, str], bool] = field(default_factory=dict)
    pairs: Sequence[tuple[str, str, str]] = ()
    every_demand: bool = False  # whether the facts list every demand in the ad, so that precision can be measured

    def case(self, figure: str, unit: str, value: float, weight: float = 1, system: str = ENGINE) -> Case:
        """A unit's contribution to a figure."""
        return self.column, system, figure, unit, self.writers.get(unit, unit), float(value), float(weight)


# --- ranking ---------------------------------------------------------------------------------------------------------


def ranking(part: Part, ranks: Ranks, system: str = ENGINE) -> Iterator[Case]:
    """The measures of each candidate with something useful, and how many of the first ten are judged."""
    to_gain = gains(part.judgments)
    for candidate, values in measure(ranks, to_gain).items():
        for name, value in values.items():
            yield part.case(name, candidate, value, system=system)
        first = [vacancy for vacancy, rank in ranks.get(candidate, {}).items() if rank <= DEPTH]
        if part.pooled is not None and first:
            judged = sum((candidate, vacancy) in part.pooled for vacancy in first)
            yield part.case("judged@10", candidate, judged, len(first), system)


def refused(part: Part, whole: Run) -> Iterator[Case]:
    """Candidates without a list because their text or its form is refused."""
    for candidate in part.judgments:
        yield part.case("refused", candidate, candidate not in whole)


def bands(part: Part, whole: Run) -> Iterator[Case]:
    """Fitting ads called broken; ads in band fits that judges call broken; whether ads that point are useful.

    All fitting ads of a refused candidate are left out. Ads that are missing for another reason (expired, a copy of
    another) are not counted.
    """
    for candidate, judged in part.judgments.items():
        shown = {suggestion["vacancy_id"]: suggestion for suggestion in whole.get(candidate, ())}
        counts = {name: [0, 0] for name in ("left out", "broken shown", "clearly is useful", "perhaps is useful")}
        for name, hit in (*_of_pairs(judged, shown, candidate not in whole), *_of_points(part, candidate, shown)):
            counts[name][0] += hit
            counts[name][1] += 1
        for name, (hits, number) in counts.items():
            yield part.case(name, candidate, hits, number)


def _of_pairs(judged: dict[str, Judgment], shown: Records, is_refused: bool) -> Iterator[tuple[str, bool]]:
    for vacancy, judgment in judged.items():
        band = "broken" if is_refused else shown.get(vacancy, {}).get("band")
        if band and judgment.useful >= RELEVANT and judgment.limits not in SHUT:
            yield "left out", band == "broken"
        if band == "fits" and (judgment.fit or judgment.useful):  # the limits of a pair that no judge lists are unknown
            yield "broken shown", judgment.limits == "broken"


def _of_points(part: Part, candidate: str, shown: Records) -> Iterator[tuple[str, bool]]:
    for vacancy, suggestion in shown.items():
        points, is_judged = suggestion.get("points"), part.pooled is None or (candidate, vacancy) in part.pooled
        if points in ("clearly", "perhaps") and suggestion.get("band") != "broken" and is_judged:
            judgment = part.judgments[candidate].get(vacancy)
            yield f"{points} is useful", bool(judgment and judgment.useful >= RELEVANT)


def evidence(part: Part, whole: Run) -> Iterator[Case]:
    """Quotes that a judge saw beside their statement and that are still shown, and how many of them support it."""
    for candidate, suggestions in whole.items():
        verdicts = [
            part.quotes[shown]
            for suggestion in suggestions
            for each in suggestion.get("evidence") or ()
            if (shown := (candidate, suggestion["vacancy_id"], each["statement"], each.get("quote") or ""))
            in part.quotes
        ]
        if verdicts:
            yield part.case("quote supports", candidate, sum(verdicts), len(verdicts))


def signs(part: Part, whole: Run) -> Iterator[Case]:
    """Whether the ad without the disliked thing ranks above the other. An ad that is called broken ranks below."""
    places = {
        (candidate, suggestion["vacancy_id"]): (suggestion.get("band") == "broken", suggestion["rank"])
        for candidate, suggestions in whole.items()
        for suggestion in suggestions
    }
    last = (True, float("inf"))
    for candidate, better, worse in part.pairs:
        right = places.get((candidate, better), last) < places.get((candidate, worse), last)
        yield part.case("signs", candidate, right)


# --- reading ---------------------------------------------------------------------------------------------------------


def reading(part: Part, read: Records) -> Iterator[Case]:
    """Compares the engine's reading of each ad with people's. A missing ad counts as wrong throughout."""
    for vacancy, gold in part.facts.items():
        for figure, value, weight in compared(
            gold, read.get(vacancy, {}), ad_text(part.vacancies[vacancy]), part.every_demand
        ):
            yield part.case(figure, vacancy, value, weight)


def compared(gold: Record, read: Record, text: str, every_demand: bool) -> Iterator[tuple[str, float, float]]:
    """figure, value and weight of each kind of fact of one ad; text: its title and description."""
    given, hours = _hours(gold), _hours(read)
    yield "hours exact", _same_hours(given, hours), 1
    if given["min"] is None and given["max"] is None:
        yield "false hours", hours["min"] is not None or hours["max"] is not None, 1
    yield "times F1", *_f1(_times(gold), _times(read))
    yield from _requirements(gold, read, text)
    matched = [demand for demand in gold.get("demands") or () if _same(demand, read.get("demands") or (), text)]
    yield "demands recall", len(matched), len(gold.get("demands") or ())
    if every_demand:
        right = [demand for demand in read.get("demands") or () if _same(demand, gold.get("demands") or (), text)]
        yield "demands precision", len(right), len(read.get("demands") or ())
    yield "employment", gold.get("employment", "ordinary") == read.get("employment"), 1
    yield "contract", (gold.get("contract") or "unstated") == (read.get("contract") or "unstated"), 1
    yield "deadline", gold.get("deadline") == read.get("deadline"), 1
    several = ({"several"} if len(facts.get("posts") or ()) > 1 else set() for facts in (gold, read))
    yield "several posts F1", *_f1(*several)


def _hours(facts: Record) -> Record:
    return facts.get("hours") or {"min": None, "max": None, "basis": "unstated"}


def _same_hours(gold: Record, read: Record) -> bool:
    return all(_close(gold[end], read[end]) for end in ("min", "max")) and gold["basis"] == read["basis"]


def _close(one: float | None, other: float | None) -> bool:
    return one is other or (one is not None and other is not None and abs(one - other) < ROUNDING)


def _times(facts: Record) -> set[str]:
    return {time for time in TIMES if (facts.get("schedule") or {}).get(time) == "yes"}


def _f1(gold: set[str], read: set[str]) -> tuple[int, int]:
    """2 tp, and 2 tp + fp + fn. F1 is the ratio of their sums (micro)."""
    return 2 * len(gold & read), len(gold) + len(read)


def _requirements(gold: Record, read: Record, text: str) -> Iterator[tuple[str, float, float]]:
    """Each requirement found is matched with one of people's, of the same kind and with overlapping words."""
    wanted = [r for r in gold.get("requirements") or () if r["kind"] in HARD]
    requirements = [r for r in read.get("requirements") or () if r["kind"] in HARD]
    left, strengths = list(wanted), []
    for requirement in requirements:
        match = next((r for r in left if r["kind"] == requirement["kind"] and _overlap(text, r, requirement)), None)
        if match:
            left.remove(match)
            strengths.append(match["strength"] == requirement["strength"])
    yield "required F1", 2 * len(strengths), len(wanted) + len(requirements)
    yield "strength", sum(strengths), len(strengths)


def _same(demand: Record, others: Sequence[Record], text: str) -> bool:
    return any(demand["kind"] == other["kind"] and _overlap(text, demand, other) for other in others)


def _overlap(text: str, one: Record, other: Record) -> bool:
    """Whether two quotes share a place in the text."""
    a, b = one.get("quote") or "", other.get("quote") or ""
    start, begin = text.find(a), text.find(b)
    return bool(a and b) and min(start, begin) >= 0 and start < begin + len(b) and begin < start + len(a)


def facts_of(labels: Any) -> Record:
    """A writer's labels of an ad in the contract of facts."""
    facts: Record = labels.model_dump(exclude_none=True)
    facts["hours"] = facts.get("hours") and {"min": None, "max": None} | facts["hours"]
    return facts | {"demands": [{"kind": kind, "quote": quote} for kind, quote in facts.get("demands", ())]}
