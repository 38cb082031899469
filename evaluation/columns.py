"""Every figure in its columns: fixtures (seen), training writers, validation writers (unseen), real ads.

Makes indexes, runs and facts with ``ipsmatch`` as a process, turns them into cases, and writes them to files:
``cases.parquet``, ``figures.csv``, ``figures.parquet`` and ``meta.json`` (how and in how many seconds they were made).
"""

import json
import sys
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib import metadata
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from evaluation import baselines, parts
from evaluation.agreement import both_added
from evaluation.collection.files import Ad, Collection, writer_of
from evaluation.figures import cases, table
from evaluation.parts import Case, Part
from evaluation.process import EVERYTHING, ipsmatch, suggest, write_records
from evaluation.reading import (
    Judgment,
    Judgments,
    Ranks,
    Record,
    Records,
    Run,
    fingerprint,
    ranks,
    read_meta,
    read_records,
    read_suggestions,
)

AS_OF = "2026-11-23"  # the collection's day, from its guides
PEERS = ("BM25", "character 3-5-gram TF-IDF")
PLAIN_E5 = "plain e5"
COLUMN = {"training": "training", "validation": "unseen", "test": "test"}


class Work(NamedTuple):
    """Candidates and ads that share an index, and the parts measured on them."""

    name: str
    candidates: Records
    vacancies: Records
    parts: Sequence[Part]
    kept_runs: Mapping[str, Ranks] = {}  # stored runs of other systems, by name


def measure(work: Work, folder: Path, *options: object) -> list[Case]:
    """All cases of a set: indexed, suggested and read by the engine, and ranked by the baselines."""
    folder.mkdir(parents=True, exist_ok=True)
    ads = write_records(folder / "vacancies.jsonl", work.vacancies.values())
    people = write_records(folder / "candidates.jsonl", work.candidates.values())
    ipsmatch("index", ads, "--out", folder / "index", may_refuse=True)  # a refused ad is on no list
    ipsmatch("read", ads, "--out", folder / "facts.jsonl", may_refuse=True)
    run = suggest(people, folder / "index", folder / "run.jsonl", *options, "-k", 20)
    whole = suggest(people, folder / "index", folder / "whole.jsonl", *options, "-k", EVERYTHING, "--include-broken")
    read = read_records([folder / "facts.jsonl"])
    judged = any(part.judgments for part in work.parts)
    others = _peers(work.candidates, work.vacancies) | dict(work.kept_runs) if judged else {}
    return [case for part in work.parts for case in _of_part(part, run, whole, read, others)]


def _of_part(part: Part, run: Run, whole: Run, read: Records, others: Mapping[str, Ranks]) -> Iterator[Case]:
    """All cases of one part: from the engine's run, its run with broken ads, its reading, and other systems."""
    yield from parts.ranking(part, ranks(run))
    for system, theirs in others.items():
        yield from parts.ranking(part, theirs, system)
    for of_whole in (parts.refused, parts.bands, parts.evidence, parts.signs):
        yield from of_whole(part, whole)
    yield from parts.reading(part, read)


def _peers(candidates: Records, vacancies: Records) -> dict[str, Ranks]:
    return baselines.runs(candidates, vacancies, {name: baselines.BASELINES[name] for name in PEERS})


# --- the collection --------------------------------------------------------------------------------------------------


def vacancy(ad: Ad) -> Record:
    """An ad in the contract of vacancies."""
    return ad.record.model_dump(exclude_none=True, exclude_unset=True) | {"description": ad.text}


def judgments_of(collection: Collection, candidates: Iterable[str]) -> Judgments:
    """Both judges' grades added, as if distance did not matter. Every pair that they were given counts as judged."""
    wanted = set(candidates)
    passes = [
        {pair: {"fit": j.fit, "limits": j.limits_there, "useful": j.useful_there} for pair, j in judge.items()}
        for judge in collection.judgments
    ]
    both: Judgments = {candidate: {} for candidate in sorted(wanted)}
    for candidate, ad in sorted(collection.pools):
        if candidate in wanted:
            both[candidate][ad] = Judgment(0, "ok", 0)
    for (candidate, ad), judgment in both_added(*passes).items():
        if candidate in wanted:
            both[candidate][ad] = judgment
    return both


def part_of(collection: Collection, split: str) -> Part:
    """The part that belongs to the writers of a split."""
    mine = {id_ for id_ in (*collection.candidates, *collection.ads) if collection.split_of(id_) == split}
    people = [id_ for id_ in collection.candidates if id_ in mine]
    labelled = {id_: ad for id_, ad in collection.ads.items() if id_ in mine and ad.labels}
    return Part(
        COLUMN[split],
        judgments_of(collection, people),
        {id_: parts.facts_of(ad.labels) | demands_of(collection, id_) for id_, ad in labelled.items()},
        {id_: vacancy(ad) for id_, ad in collection.ads.items()},
        {id_: writer_of(id_) for id_ in mine},
        collection.pools,
        {
            (a.cand, a.ad, a.text, a.quote or ""): a.supports
            for a in collection.answers
            if a.cand in mine and a.supports is not None
        },
        every_demand=True,
    )


def demands_of(collection: Collection, ad: str) -> Record:
    """Every demand found by the writer or by a reader of passages; none if no reader was asked."""
    reading = collection.passages.get(ad)
    labels = collection.ads[ad].labels
    if not reading or not labels:
        return {}
    both = dict.fromkeys([*labels.demands, *reading.demands])
    return {"demands": [{"kind": kind, "quote": quote} for kind, quote in both]}


PLACE = ("postcode", "max_travel_minutes")


def next_door(candidate: Record) -> Record:
    """A candidate without a home address and without the fields for judges."""
    limits = {name: value for name, value in (candidate.get("constraints") or {}).items() if name not in PLACE}
    person = {name: value for name, value in candidate.items() if name != "about"}
    return person | ({"constraints": limits} if "constraints" in person else {})


def work_of(collection: Collection, splits: Sequence[str], name: str, kept_runs: Mapping[str, Ranks]) -> Work:
    """The candidates of these splits with the ads of the same splits, as if they lived next to every ad.

    The ads are spread over the country: few are within one person's reach, and judges without a map do not agree on
    travel. Travel is tested separately (``tests/test_geography.py``).
    """
    return Work(
        name,
        {
            id_: next_door(candidate)
            for id_, candidate in collection.candidates.items()
            if collection.split_of(id_) in splits
        },
        {id_: vacancy(ad) for id_, ad in collection.ads.items() if collection.split_of(id_) in splits},
        [part_of(collection, split) for split in splits],
        kept_runs,
    )


def signs_of(collection: Collection, splits: Sequence[str]) -> Work:
    """The pairs of these splits: each person with the ads of all pairs."""
    chosen = [pair for id_, pair in collection.pairs.items() if collection.split_of(id_) in splits]
    by_split = {split: [pair for pair in chosen if collection.split_of(pair.id) == split] for split in splits}
    return Work(
        "signs",
        {pair.id: pair.candidate.model_dump(exclude_unset=True) for pair in chosen},
        {ad.id: ad.model_dump() for pair in chosen for ad in (pair.better, pair.worse)},
        [
            Part(
                COLUMN[split],
                pairs=[(pair.id, pair.better.id, pair.worse.id) for pair in pairs],
                writers={pair.id: writer_of(pair.id) for pair in pairs},
            )
            for split, pairs in by_split.items()
        ],
    )


def kept_runs(folder: Path) -> dict[str, Ranks]:
    """Stored runs by system: ``runs/plain-e5.jsonl``, with lines ``{"cand", "ads": best first}``."""
    file = folder / "runs" / "plain-e5.jsonl"
    if not file.exists():
        return {}
    rows = map(json.loads, file.read_text(encoding="utf-8").splitlines())
    return {PLAIN_E5: {row["cand"]: {ad: rank for rank, ad in enumerate(row["ads"], 1)} for row in rows}}


# --- all columns -----------------------------------------------------------------------------------------------------


class Columns(NamedTuple):
    """The cases of all columns, their figures, and how they were made."""

    cases: pd.DataFrame
    figures: pd.DataFrame
    meta: Record

    def write(self, folder: Path) -> None:
        """Writes Parquet and CSV files, with the side-car."""
        folder.mkdir(parents=True, exist_ok=True)
        self.cases.to_parquet(folder / "cases.parquet", index=False)
        self.figures.to_parquet(folder / "figures.parquet", index=False)
        self.figures.to_csv(folder / "figures.csv", index=False, float_format="%.4f")
        (folder / "meta.json").write_text(json.dumps(self.meta, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def columns(
    works: Iterable[tuple[Work, Sequence[object]]], extra: Iterable[Case], folder: Path, data: Iterable[Path]
) -> Columns:
    """Measures every set of works with its options. ``extra``: cases that were measured elsewhere; data: all files."""
    begun = time.monotonic()
    found = list(extra)
    runs = [folder / "ipsmatch.jsonl", folder / "whole.jsonl"]
    for work, options in works:
        found += measure(work, folder / work.name, *options)
        runs += [folder / work.name / "run.jsonl", folder / work.name / "whole.jsonl"]
    all_cases = cases(found)
    meta = _meta(list(map(read_meta, runs)), fingerprint(*data), time.monotonic() - begun)
    return Columns(all_cases, table(all_cases), meta)


def _meta(runs: Sequence[Record], data: str, seconds: float) -> Record:
    """Digests of data, code and model, the command, its seconds, and the peak memory of the largest run."""
    return {
        "data": data,
        "code": runs[0].get("code"),
        "version": metadata.version("ipsmatch"),
        "model": runs[0].get("model"),
        "command": " ".join(Path(word).name for word in sys.argv),
        "seconds": round(seconds, 1),
        "peak_memory_mb": max(meta.get("peak_memory_mb", 0) for meta in runs),
    }


def fixtures(
    folder: Path, candidates: Records, judgments: Judgments, facts: Records, kept_runs: Mapping[str, Ranks]
) -> Iterator[Case]:
    """The cases of column "seen", from the files that the gate has made in ``folder``."""
    vacancies = read_records([folder / "vacancies.jsonl"])
    part = Part("seen", judgments, {id_: f for id_, f in facts.items() if id_ in vacancies}, vacancies)
    run, whole = (read_suggestions(folder / name) for name in ("ipsmatch.jsonl", "whole.jsonl"))
    others = _peers(candidates, vacancies) | dict(kept_runs)
    yield from _of_part(part, run, whole, read_records([folder / "facts.jsonl"]), others)


def real(candidates: Path, vacancies: Path, qrels: Judgments, facts: Records) -> Work:
    """Real ads with candidates and judgments from elsewhere. Pairs and facts of other ads are dropped."""
    ads = read_records([vacancies], ("title", "description"))
    kept = {c: {v: j for v, j in judged.items() if v in ads} for c, judged in qrels.items()}
    part = Part("real", kept, {id_: f for id_, f in facts.items() if id_ in ads}, ads)
    return Work("real", read_records([candidates]), ads, [part])
