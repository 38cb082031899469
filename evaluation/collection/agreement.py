"""Agreement of people who read the same text independently: facts, passages, titles of statements, judgments."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from sklearn.metrics import cohen_kappa_score

from evaluation import agreement, parts
from evaluation.collection.files import Collection, Label, all_lines
from evaluation.collection.labels import FactsReading, PassageReading, Strict, TitleReading
from evaluation.reading import Unreadable
from evaluation.slices import statements


class Agreement(NamedTuple):
    """One line of the table: what was read twice, the agreement, its measure, and the number of items."""

    part: str
    what: str
    measure: str
    value: float
    n: int


def second_readings(folder: Path, name: str, model: type[Label]) -> list[Label]:
    """The second readings of one kind. Unreadable with every fault."""
    records, faults = all_lines(folder, f"readings/{name}/*.jsonl", model)
    if faults:
        raise Unreadable("\n".join(map(str, faults)))
    return records


def of_collection(collection: Collection, folder: Path) -> Iterator[Agreement]:
    """Agreement on every part that was read twice."""
    yield from of_facts(collection, second_readings(folder, "facts", FactsReading))
    yield from of_passages(collection, second_readings(folder, "passages", PassageReading))
    yield from of_titles(collection, second_readings(folder, "titles", TitleReading))
    yield from of_judgments(collection)


def of_facts(collection: Collection, readings: list[FactsReading]) -> Iterator[Agreement]:
    """Agreement for each kind of fact, with the measures of the engine's reading. The second reader takes the engine's
    place."""
    sums: dict[str, list[float]] = defaultdict(lambda: [0, 0])
    read = [r for r in readings if r.id in collection.ads and collection.ads[r.id].labels]
    for reading in read:
        ad = collection.ads[reading.id]
        for figure, value, weight in parts.compared(parts.facts_of(ad.labels), parts.facts_of(reading), ad.whole, True):
            sums[figure][0] += value
            sums[figure][1] += weight
    for figure, (value, weight) in sums.items():
        yield Agreement("facts", figure, "share or F1", value / weight if weight else float("nan"), len(read))


def of_passages(collection: Collection, readings: list[PassageReading]) -> Iterator[Agreement]:
    """Kappa of roles over all passages read twice, and F1 of each role."""
    pairs = [
        (one.role, other.role)
        for reading in readings
        if reading.id in collection.passages
        for one, other in zip(collection.passages[reading.id].passages, reading.passages, strict=True)
    ]
    if pairs:
        first, second = zip(*pairs, strict=True)
        yield Agreement("passages", "role", "kappa", float(cohen_kappa_score(first, second)), len(pairs))
        for role in sorted(set(first)):
            both = sum(one == other == role for one, other in pairs)
            yield Agreement(
                "passages", role, "F1", 2 * both / (first.count(role) + second.count(role)), first.count(role)
            )


def of_titles(collection: Collection, readings: list[TitleReading]) -> Iterator[Agreement]:
    """Agreement on whether anything comes to mind, on kinds of work, and on at least one title."""
    both = [(collection.statements[r.id], r) for r in readings if _labelled(collection.statements.get(r.id))]
    if not both:
        return
    has_title = [(bool(one.titles), bool(other.titles)) for one, other in both]
    yield Agreement("statements", "says something of work", "kappa", _kappa(has_title), len(both))
    named = [(one, other) for one, other in both if one.titles and other.titles]
    yield Agreement(
        "statements", "a kind in common", "share", _share(set(a.kinds) & set(b.kinds) for a, b in named), len(named)
    )
    first = _share(a.kinds[0] in b.kinds for a, b in named)
    yield Agreement("statements", "the likeliest kind is among the other's", "share", first, len(named))
    titles = _share({t.casefold() for t in a.titles} & {t.casefold() for t in b.titles} for a, b in named)
    yield Agreement("statements", "a title in common", "share", titles, len(named))


def _labelled(statement: Strict | None) -> bool:
    return statement is not None and "titles" in statement.model_fields_set


def _kappa(pairs: list[tuple[Any, Any]]) -> float:
    first, second = zip(*pairs, strict=True)
    return float(cohen_kappa_score(first, second))


def _share(hits: Any) -> float:
    listed = [bool(hit) for hit in hits]
    return sum(listed) / len(listed) if listed else float("nan")


FEW = 2  # statements of a person who says very little, by the guide


def of_judgments(collection: Collection) -> Iterator[Agreement]:
    """Quadratic kappa of each grade over the pairs that either judge graded above 0, and over all pairs."""
    one, other = ({pair: j.model_dump() for pair, j in judge.items()} for judge in collection.judgments)
    if not one or not other:
        return
    people = {candidate for candidate, _ in (*one, *other)}  # labels of the others are in the archive
    pairs = {pair for pair in collection.pools if pair[0] in people}
    for name in ("fit", "useful", "useful_there"):
        every, above, n = agreement.kappa(one, other, name, len(pairs))
        yield Agreement("judgments", name, "quadratic kappa, all pairs", every, len(pairs))
        yield Agreement("judgments", name, "quadratic kappa, either above 0", above, n)
    for what, few in (("one or two statements", True), ("three statements or more", False)):
        mine = {c for c in people if (len(statements(collection.candidates[c])) <= FEW) is few}
        first, second = ({pair: j for pair, j in judge.items() if pair[0] in mine} for judge in (one, other))
        if first and second:
            _, above, n = agreement.kappa(first, second, "useful_there", sum(c in mine for c, _ in pairs))
            yield Agreement("judgments", f"useful_there, {what}", "quadratic kappa, either above 0", above, n)
    both = sorted(one.keys() & other.keys())
    for name in ("limits", "limits_there"):
        answers = [(one[pair][name], other[pair][name]) for pair in both]
        yield Agreement("judgments", name, "kappa", _kappa(answers), len(both))
