"""Reads the files of the collection and checks them against their guides. Faults are reported with file and line."""

import csv
import itertools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Literal, TypeVar, get_args

from pydantic import ValidationError

from evaluation.collection.labels import (
    AdLabels,
    AdRecord,
    Demand,
    Employment,
    Facts,
    FactsReading,
    Judgment,
    Pair,
    PassageReading,
    Pooled,
    ShownAnswer,
    Sketch,
    Statement,
    Strict,
    Time,
)
from evaluation.reading import Unreadable, read_records
from evaluation.reading import text as text_of

LONGEST_QUOTE = 300  # characters: the contract of facts


@dataclass
class Ad:
    """One ad: its record, its text, its writer's labels (None if they are in the archive)."""

    record: AdRecord
    text: str
    labels: AdLabels | None
    line: int = 0

    @property
    def whole(self) -> str:
        """Title and text. Quotes are pieces of it."""
        return f"{self.record.title}\n{self.text}"


@dataclass
class Fault:
    """A fault in a file of the collection."""

    file: Path
    line: int
    text: str

    def __str__(self) -> str:
        """File, line and fault."""
        return f"{self.file}:{self.line}: {self.text}"


@dataclass
class Reading:
    """The content of a file, and its faults."""

    ads: list[Ad] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def _reasons(error: ValidationError) -> str:
    return "; ".join(
        f"{'.'.join(map(str, each['loc']))}: {each['msg']} ({each['input']!r:.60})" for each in error.errors()
    )


AD_HEAD = re.compile(r"^=== (?=\{)", re.MULTILINE)
LABELS_HEAD = re.compile(r"\n--- \{.*\n?")


def read_ads(file: Path) -> Reading:
    """The ads of a writer's file: a line ``=== {record}``, the text, a line ``--- {labels}`` (missing if archived)."""
    content, reading = text_of(file), Reading()
    heads = list(AD_HEAD.finditer(content))
    if not heads or content[: heads[0].start()].strip():
        reading.faults.append(Fault(file, 1, "a file begins with a line '=== {…}'"))
    for head, following in itertools.zip_longest(heads, heads[1:]):
        line = content.count("\n", 0, head.start()) + 1
        block = content[head.end() : following.start() if following else len(content)]
        first, _, rest = block.partition("\n")
        text, _, labels = rest.partition("\n--- {")
        try:
            record = AdRecord.model_validate_json(first)
            labelled = AdLabels.model_validate_json("{" + labels.strip()) if labels else None
        except ValidationError as error:
            reading.faults.append(Fault(file, line, _reasons(error)))
            continue
        reading.ads.append(Ad(record, text.strip("\n"), labelled, line))
    return reading


def _quotes(labels: object, path: str = "") -> Iterator[tuple[str, str]]:
    """Every quote of a reading with the path of its key: quote, …_quote, …_quotes, denials, the words of demands."""
    if isinstance(labels, dict):
        for key, value in labels.items():
            yield from _quotes(value, f"{path}.{key}" if path else key)
    elif isinstance(labels, list):
        for number, value in enumerate(labels, 1):
            yield from _quotes(value, f"{path} {number}")
    elif isinstance(labels, tuple):
        yield path, labels[1]
    elif isinstance(labels, str) and (
        "quote" in path.split(".")[-1] or "_quotes." in path or path.startswith("denials")
    ):
        yield path, labels


def faults_of_facts(facts: Facts, whole: str) -> Iterator[str]:
    """Faults in the facts of an ad. ``whole``: its title and text."""
    for path, quote in _quotes(facts.model_dump(exclude_none=True)):
        if quote not in whole:
            yield f"{path}: the quote is no exact piece of title or text: {quote!r}"
        elif len(quote) > LONGEST_QUOTE:
            yield f"{path}: a quote has at most {LONGEST_QUOTE} characters, this has {len(quote)}"
    for time in set(facts.schedule) ^ set(facts.schedule_quotes):
        yield f"schedule: {time} needs both an answer and a quote"
    for name in ("day_starts", "day_ends", "weekdays", "contract", "deadline", "start"):
        if getattr(facts, name) and not getattr(facts, f"{name}_quote"):
            yield f"{name} has no quote"
    yield from _faults_of_codes(facts)
    yield from _faults_of_days(facts)
    yield from _faults_of_hours(facts)


def _faults_of_codes(facts: Facts) -> Iterator[str]:
    if facts.employment != "ordinary" and not facts.employment_quote:
        yield "employment has no quote"
    if len(facts.posts) == 1:
        yield "posts: two or more, or none"


def _faults_of_days(facts: Facts) -> Iterator[str]:
    for name, words in (("deadline", {"rolling"}), ("start", {"asap", "by_agreement"})):
        value = getattr(facts, name)
        try:
            if value and value not in words:
                date.fromisoformat(value)
        except ValueError:
            yield f"{name}: a date or one of {sorted(words)}, not {value!r}"


def _faults_of_hours(facts: Facts) -> Iterator[str]:
    of_posts = [post.hours for post in facts.posts if post.hours]
    for hours in [*of_posts, *([facts.hours] if facts.hours else [])]:
        if hours.min is not None and hours.max is not None and hours.min > hours.max:
            yield "hours: min is greater than max"
        if hours.basis == "fulltime_word" and (hours.min, hours.max) != (37, 37):
            yield "hours: fulltime_word is 37 to 37"
    if facts.hours and any(_below(hours.min, facts.hours.min) for hours in of_posts):
        yield "hours: min does not span the posts"
    if facts.hours and any(_below(facts.hours.max, hours.max) for hours in of_posts):
        yield "hours: max does not span the posts"


def _below(one: float | None, other: float | None) -> bool:
    return one is not None and other is not None and one < other


def kinds_of_work(folder: Path) -> dict[str, dict[str, str]]:
    """The rows of kinds.csv by code. Unreadable if the folder is no collection."""
    if not (folder / "kinds.csv").is_file():
        raise Unreadable(f"{folder}: expected the folder of a collection, with kinds.csv")
    with (folder / "kinds.csv").open(encoding="utf-8", newline="") as file:
        return {row["kind"]: row for row in csv.DictReader(file)}


def faults_of_ads(file: Path, kinds: Iterable[str]) -> tuple[list[Ad], list[Fault]]:
    """The ads of a writer's file, and all faults in it."""
    reading = read_ads(file)
    kinds = set(kinds)
    seen: set[str] = set()
    for ad in reading.ads:
        wrong = list(faults_of_facts(ad.labels, ad.whole)) if ad.labels else ["the line '--- {labels}' is missing"]
        if not ad.record.id.startswith(f"{file.stem}-") or ad.record.id in seen:
            wrong.append(f"id: unique, and begins with {file.stem}-")
        seen.add(ad.record.id)
        if ad.labels and ad.labels.kind not in kinds:
            wrong.append(f"kind: {ad.labels.kind!r} is not in kinds.csv")
        if ad.labels and not 2 <= len(ad.labels.work.split()) <= 10:
            wrong.append("work: 3 to 8 words")
        if len(ad.text.split()) < 20:
            wrong.append("the text is too short")
        reading.faults += [Fault(file, ad.line, f"{ad.record.id}: {each}") for each in wrong]
    return reading.ads, reading.faults


FEW_HOURS = 20  # hours a week or fewer: the guide of ads


def summary(ads: list[Ad]) -> str:
    """The number of ads, and the number for each quota of the guide."""
    labels = [ad.labels for ad in ads if ad.labels]
    few = sum(1 for each in labels if each.hours and each.hours.min is not None and each.hours.min <= FEW_HOURS)
    words = sorted(len(ad.text.split()) for ad in ads) or [0]
    return (
        f"{len(ads)} ads: {few} with {FEW_HOURS} hours or fewer, "
        f"{sum(bool(each.posts) for each in labels)} with a choice, "
        f"{sum(bool(each.others) for each in labels)} with facts about others, "
        f"{sum(bool(each.denials) for each in labels)} with denials, {len({each.isco for each in labels})} occupations "
        f"(ISCO), median {words[len(words) // 2]} words"
    )


def all_ads(folder: Path) -> tuple[dict[str, Ad], list[Fault]]:
    """All readable ads of the collection by id, and the faults."""
    readings = [read_ads(file) for file in sorted((folder / "ads").glob("*.txt"))]
    ads = {ad.record.id: ad for reading in readings for ad in reading.ads}
    return ads, [fault for reading in readings for fault in reading.faults]


def faults_of_readings(file: Path, ads: dict[str, Ad]) -> tuple[int, list[Fault]]:
    """The number of ads that a second reader has read in a file, and all faults in it."""
    rows, faults = read_lines(file, FactsReading)
    for line, reading in rows:
        wrong = faults_of_facts(reading, ads[reading.id].whole) if reading.id in ads else ["no such ad"]
        faults += [Fault(file, line, f"{reading.id}: {each}") for each in wrong]
    return len(rows), faults


def summary_of_statements(statements: list[Statement]) -> str:
    """The number of statements, and the number for each quota of the guide."""
    return (
        f"{len(statements)} statements: {sum(bool(s.avoids or s.demands_avoid) for s in statements)} with a dislike, "
        f"{sum(bool(s.limits) for s in statements)} with a limit, {sum(s.vague for s in statements)} vague, "
        f"{sum(bool(s.titles) for s in statements)} with titles, {len({k for s in statements for k in s.kinds})} kinds"
    )


Label = TypeVar("Label", bound=Strict)


def read_lines(file: Path, model: type[Label]) -> tuple[list[tuple[int, Label]], list[Fault]]:
    """The records of a JSON Lines file with their line numbers, and the faulty lines."""
    records: list[tuple[int, Label]] = []
    faults: list[Fault] = []
    for number, line in enumerate(text_of(file).split("\n"), 1):
        if not line.strip():
            continue
        try:
            records.append((number, model.model_validate_json(line)))
        except ValidationError as error:
            faults.append(Fault(file, number, _reasons(error)))
    return records, faults


def all_lines(folder: Path, pattern: str, model: type[Label]) -> tuple[list[Label], list[Fault]]:
    """The records of all JSON Lines files that match the pattern, and the faulty lines."""
    readings = [read_lines(file, model) for file in sorted(folder.glob(pattern))]
    return [record for rows, _ in readings for _, record in rows], [fault for _, faults in readings for fault in faults]


def faults_of_statements(file: Path, kinds: Iterable[str]) -> tuple[list[Statement], list[Fault]]:
    """The statements of a writer's file, and all faults in it."""
    rows, faults = read_lines(file, Statement)
    kinds, ids, texts = set(kinds), set(), set()
    for line, statement in rows:
        wrong = [*_faults_of_statement(statement, kinds), *_faults_of_limits(statement)]
        if statement.id in ids or statement.text in texts:
            wrong.append("the id or the text stands in the file already")
        if not statement.id.startswith(f"{file.stem}-"):
            wrong.append(f"id: begins with {file.stem}-")
        ids.add(statement.id)
        texts.add(statement.text)
        faults += [Fault(file, line, f"{statement.id}: {each}") for each in wrong]
    return [statement for _, statement in rows], faults


FEWEST_TITLES, MOST_TITLES = 5, 8  # the guide of statements


def _faults_of_statement(statement: Statement, kinds: set[str]) -> Iterator[str]:
    for limit in statement.limits:
        if limit.quote not in statement.text:
            yield f"limits: {limit.quote!r} is no exact piece of the text"
    for kind in (*statement.kinds, *statement.kinds_avoid):
        if kind not in kinds:
            yield f"kinds: {kind!r} is not in kinds.csv"
    if statement.titles and not FEWEST_TITLES <= len(statement.titles) <= MOST_TITLES:
        yield f"titles: five to eight, or none; these are {len(statement.titles)}"
    if bool(statement.titles) != bool(statement.kinds):
        yield "kinds: those of the titles; none where there are no titles"
    if statement.vague and statement.titles:
        yield "titles: none of a vague statement"


LIMIT_SHAPES: dict[str, Any] = {
    "weekly_hours.max": float,
    "weekly_hours.min": float,
    "not_times": Time,
    "earliest_start": str,
    "latest_end": str,
    "weekdays": dict,
    "max_travel_minutes": float,
    "travel_modes": Literal["walk", "bike", "public", "car"],
    "licences": None,
    "avoid": Demand,
    "accept_employment": Employment,
}


def _faults_of_limits(statement: Statement) -> Iterator[str]:
    for limit in statement.limits:
        shape, value = LIMIT_SHAPES.get(limit.field), limit.value
        codes = get_args(shape)
        if codes and not (isinstance(value, list) and set(value) <= set(codes)):
            yield f"limits {limit.field}: a list of {', '.join(codes)}, not {value!r}"
        elif shape is float and not isinstance(value, int | float):
            yield f"limits {limit.field}: a number, not {value!r}"
        elif shape in (str, dict) and not isinstance(value, shape):
            yield f"limits {limit.field}: {'a clock such as 09:00' if shape is str else 'an object'}, not {value!r}"


def faults_of_pairs(file: Path) -> tuple[list[Pair], list[Fault]]:
    """The pairs of a writer's file, and all faults in it."""
    rows, faults = read_lines(file, Pair)
    ids: set[str] = set()
    for line, pair in rows:
        wrong = []
        if pair.id in ids or not pair.id.startswith(f"{file.stem}-"):
            wrong.append(f"id: unique, and begins with {file.stem}-")
        if (pair.candidate.id, pair.better.id, pair.worse.id) != (pair.id, f"{pair.id}a", f"{pair.id}b"):
            wrong.append("ids: the pair's for the candidate, with an a for the better ad and a b for the worse")
        lengths = [len(ad.description.split()) for ad in (pair.better, pair.worse)]
        if max(lengths) > MOST_UNEVEN * min(lengths):
            wrong.append(f"the two ads are about as long; these have {lengths[0]} and {lengths[1]} words")
        ids.add(pair.id)
        faults += [Fault(file, line, f"{pair.id}: {each}") for each in wrong]
    return [pair for _, pair in rows], faults


def faults_of_sketches(file: Path, kinds: Iterable[str]) -> tuple[list[Sketch], list[Fault]]:
    """The short ads of a writer's file, and all faults in it."""
    rows, faults = read_lines(file, Sketch)
    kinds, ids = set(kinds), set[str]()
    for line, sketch in rows:
        whole = f"{sketch.title}\n{sketch.text}"
        quotes = [*(quote for _, quote in sketch.demands), *sketch.others]
        wrong = [f"the quote is no exact piece of title or text: {q!r}" for q in quotes if q not in whole]
        if sketch.kind not in kinds:
            wrong.append(f"kind: {sketch.kind!r} is not in kinds.csv")
        if sketch.id in ids or not sketch.id.startswith(f"{file.stem}-"):
            wrong.append(f"id: unique, and begins with {file.stem}-")
        ids.add(sketch.id)
        faults += [Fault(file, line, f"{sketch.id}: {each}") for each in wrong]
    return [sketch for _, sketch in rows], faults


def sketches(folder: Path) -> list[Sketch]:
    """All short ads of the collection. Unreadable with every fault."""
    lines, faults = all_lines(folder, "sketches/*.jsonl", Sketch)
    if faults:
        raise Unreadable("\n".join(map(str, faults)))
    return lines


MOST_UNEVEN = 1.4  # length ratio of the two ads of a pair: the length must not reveal the answer


# --- the whole collection --------------------------------------------------------------------------------------------

SPLITS = ("training", "validation", "test")


@dataclass
class Collection:
    """All open files of the collection. Archived labels are absent. ``splits``: writer -> split."""

    splits: dict[str, str]
    ads: dict[str, Ad]
    statements: dict[str, Statement]
    candidates: dict[str, dict[str, Any]]
    pairs: dict[str, Pair]
    passages: dict[str, PassageReading]
    judgments: tuple[dict[tuple[str, str], Judgment], ...]  # two judges: (candidate, ad) -> judgment
    pools: set[tuple[str, str]]  # (candidate, ad) given to the judges; a pair that no judge lists is 0
    answers: list[ShownAnswer]

    def split_of(self, id_: str) -> str:
        """The split that the writer of an ad, a statement, a candidate or a pair belongs to."""
        return self.splits[writer_of(id_)]


def writer_of(id_: str) -> str:
    """The writer whose number an id starts with.

    >>> writer_of("s07-p3"), writer_of("w12-04")
    ('s07', 'w12')
    """
    return id_.partition("-")[0]


def _passes(*judges: list[Judgment]) -> tuple[dict[tuple[str, str], Judgment], ...]:
    """Each judge's pairs. Unreadable if a judge lists one twice."""
    passes = tuple({(j.cand, j.ad): j for j in judge} for judge in judges)
    if any(len(judge) != len(pairs) for judge, pairs in zip(judges, passes, strict=True)):
        raise Unreadable("judgments: a judge has a pair twice")
    return passes


def read_splits(folder: Path) -> dict[str, str]:
    """writer -> split, from splits.csv. Unreadable if one is none of the three, which would leave labels open."""
    if not (folder / "splits.csv").is_file():
        raise Unreadable(f"{folder}: expected the folder of a collection, with splits.csv")
    splits: dict[str, str] = {}
    with (folder / "splits.csv").open(encoding="utf-8", newline="") as table:
        for writer, split in ((row["writer"], row["split"]) for row in csv.DictReader(table)):
            if split not in SPLITS:
                expected = f"expected one of {', '.join(SPLITS)}, not {split!r}"
                raise Unreadable(f"{folder / 'splits.csv'}: {writer}: {expected}")
            if writer in splits:
                raise Unreadable(f"{folder / 'splits.csv'}: {writer} stands there twice")
            splits[writer] = split
    return splits


def load(folder: Path) -> Collection:
    """Loads the collection of a folder. Unreadable with every fault of its files."""
    splits = read_splits(folder)
    ads, faults = all_ads(folder)

    def lines(pattern: str, model: type[Label]) -> list[Label]:
        records, wrong = all_lines(folder, pattern, model)
        faults.extend(wrong)
        return records

    collection = Collection(
        splits,
        ads,
        {statement.id: statement for statement in lines("statements/*.jsonl", Statement)},
        read_records(sorted((folder / "candidates").glob("*.jsonl"))),
        {pair.id: pair for pair in lines("signs/*.jsonl", Pair)},
        {reading.id: reading for reading in lines("passages/*.jsonl", PassageReading)},
        _passes(lines("judgments/a.jsonl", Judgment), lines("judgments/b.jsonl", Judgment)),
        {(row.cand, row.ad) for row in lines("judgments/pools.jsonl", Pooled)},
        lines("judgments/answers.jsonl", ShownAnswer),
    )
    if not all(collection.judgments) and any(collection.judgments):
        faults.append(Fault(folder / "judgments", 1, "expected a.jsonl and b.jsonl: two judges"))
    unknown = {
        writer_of(id_) for id_ in (*ads, *collection.statements, *collection.candidates, *collection.pairs)
    } - set(splits)
    faults += [Fault(folder / "splits.csv", 1, f"{writer} has no split") for writer in sorted(unknown)]
    if faults:
        raise Unreadable("\n".join(map(str, faults)))
    return collection
