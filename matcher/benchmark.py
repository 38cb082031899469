"""``python -m matcher.benchmark INDEX CANDIDATES``: compares an explained list with a bare search, in one run.

Vacancies are drawn from an index again and again, each moved a little, until there are enough. The statements' vectors
are given. An explained list (limits, features, variety, words and questions for ten) is compared with FAISS's exact
search for one query without any limit.
"""

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import numpy as np
import pyarrow as pa
import typer

from matcher.encoder import Encoder, Vectors, load_encoder
from matcher.index import Index, rows_of, searcher_of
from matcher.matching import Matcher, Request
from matcher.privacy.pronouns import neutralise_pronouns
from matcher.schema import Candidate, Constraints

MOVED = 0.03  # standard deviation in each of 384 dimensions; copies of one ad then have a cosine of about 0.75
RARE = 100  # one vacancy in this many is eligible in the case with few


def main(
    index: Annotated[Path, typer.Argument(help="The folder of an index.")],
    candidates: Annotated[Path, typer.Argument(help="Candidates as JSON Lines.")],
    vacancies: Annotated[int, typer.Option(help="How many vacancies.")] = 50_000,
) -> None:
    """Prints median milliseconds of the bare search and of explained lists: with limits, without, and with few
    eligible."""
    lines = candidates.read_bytes().splitlines()
    people = [c for c in (Candidate.model_validate_json(line) for line in lines if line.strip()) if c.statements]
    small = Index.load(index)
    big, encoder = grown(small, vacancies), Given(load_encoder(small.encoder), people)
    free = [c.model_copy(update={"constraints": Constraints()}) for c in people]
    few = replace(big, rows=_mostly_expired(big.rows))
    everything, today = Request(include_expired=True), Request()
    wide = big.searcher.d - encoder.dimension  # columns of kinds of work, which a statement's vector lacks
    queries = [np.pad(vector, (0, wide))[None] for vector in encoder.given.values()]
    bare = median([lambda q=q: big.searcher.search(q, 10) for q in queries])  # type: ignore[misc]
    typer.echo(f"{len(people)} candidates, {len(big)} vacancies; bare exact search {bare:.1f} ms")
    for name, matcher, asking, request in (
        ("their own limits", Matcher(big, encoder), people, everything),
        ("no limits", Matcher(big, encoder), free, everything),
        (f"no limits, 1 in {RARE} eligible", Matcher(few, encoder), free, today),
    ):
        full = median([lambda c=c, m=matcher, r=request: list(m.suggest([c], r)) for c in asking])  # type: ignore[misc]
        typer.echo(f"explained list, {name}: {full:.1f} ms   ratio {full / bare:.1f}")


class Given:
    """An encoder with the vectors of these candidates' statements."""

    def __init__(self, encoder: Encoder, people: Sequence[Candidate]) -> None:
        self.name, self.fingerprint = encoder.name, encoder.fingerprint
        self.dimension, self.centre = encoder.dimension, encoder.centre
        self.encode_document = encoder.encode_document
        texts = list(dict.fromkeys(neutralise_pronouns(s.text) for c in people for s in c.statements))
        self.given = dict(zip(texts, encoder.encode_query(texts), strict=True))

    def encode_query(self, texts: Sequence[str]) -> Vectors:
        return np.array([self.given[text] for text in texts], np.float32).reshape(len(texts), self.dimension)


def grown(index: Index, n: int) -> Index:
    """n vacancies drawn from the index, each with its vector moved a little, so that none is a copy of another."""
    random = np.random.default_rng(0)
    drawn = index._take(np.sort(random.integers(0, len(index), n)))
    documents = drawn.documents + random.normal(scale=MOVED, size=drawn.documents.shape).astype(np.float32)
    documents /= np.linalg.norm(documents, axis=1, keepdims=True)
    ids, entries = pa.array([f"x{number:07}" for number in range(n)]), drawn.entries.copy()
    entries["content"] = np.arange(n)
    records = drawn.records.set_column(0, "id", ids)
    searcher = searcher_of(np.hstack([documents, drawn.kinds]))
    return replace(drawn, records=records, entries=entries, vectors=rows_of(searcher), searcher=searcher)


def _mostly_expired(rows: np.ndarray) -> np.ndarray:
    changed = rows.copy()
    changed["expires"] = 1
    changed["expires"][::RARE] = 0
    return changed


def median(calls: Sequence[Callable[[], object]], rounds: int = 1) -> float:
    """Median milliseconds of the calls. Each is made once without counting, then ``rounds`` times."""
    times = []
    for call in calls:
        call()
        for _ in range(rounds):
            begun = time.perf_counter()
            call()
            times.append(1000 * (time.perf_counter() - begun))
    return statistics.median(times)


if __name__ == "__main__":
    typer.run(main)
