"""Kinds of work: the probability of each of sixty for an ad, and for a statement.

One vector cannot lie near five occupations; a row of probabilities over kinds can. The heads are trained by ``python -m
matcher.training heads`` and belong to the shipped encoder. With another encoder the kinds are unknown.
"""

import csv
import functools
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from matcher.encoder import Vectors
from matcher.heads import load_head

TABLE = Path(__file__).with_name("kinds.csv")
AD, TITLE, STATEMENT, AVOIDED = "work_of_ad", "work_of_title", "work_of_statement", "work_avoided"  # the heads

Shares = NDArray[np.float32]  # (n, kinds)


class Kind(NamedTuple):
    """A kind of work: its code, its names for people, and the share of its ads that require no education or experience.

    Shares are of the training writers' ads and the short ads, 22 a kind on average, with one of each added.
    """

    code: str
    danish: str
    english: str
    open: float


@functools.cache
def kinds() -> tuple[Kind, ...]:
    """All kinds, in the order of every row of shares."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return tuple(
            Kind(row["kind"], row["danish"], row["english"], float(row["open"])) for row in csv.DictReader(file)
        )


@functools.cache
def number(code: str) -> int:
    """The index of a kind."""
    return [kind.code for kind in kinds()].index(code)


@functools.cache
def open_kinds() -> Shares:
    """(kinds,) share of each kind's ads that are open to beginners."""
    return np.array([kind.open for kind in kinds()], np.float32)


def of_ads(documents: Vectors, titles: Vectors, encoder: str) -> Shares:
    """(n, kinds) probabilities for ads, from their (n, d) centred vectors and those of their titles.

    The two are treated as independent and multiplied: on writers left out the first kind is right for 0.68 of the ads
    by both, 0.62 by the whole ad and 0.52 by the title alone. Zeros with an encoder that the heads are not for.
    """
    if not load_head(AD).suits(encoder):
        return np.zeros((len(documents), len(kinds())), np.float32)
    nothing = [""] * len(documents)
    both = load_head(AD).probabilities(nothing, documents) * load_head(TITLE).probabilities(nothing, titles)
    return np.asarray(both / np.maximum(both.sum(axis=1, keepdims=True), 1e-12), np.float32)


def of_titles(titles: Vectors, encoder: str) -> Shares:
    """(n, kinds) probabilities for job titles alone, from their (n, d) vectors, centred like passages."""
    if not load_head(TITLE).suits(encoder):
        return np.zeros((len(titles), len(kinds())), np.float32)
    return load_head(TITLE).probabilities([""] * len(titles), titles).astype(np.float32)


def of_statements(texts: Sequence[str], vectors: Vectors, encoder: str) -> tuple[Shares, Shares]:
    """(s, kinds) kinds that statements point to, as shares that sum to 1, and probabilities of kinds that they rule
    out.

    vectors: (s, d) unit rows, centred.
    """
    if not load_head(STATEMENT).suits(encoder):
        nothing = np.zeros((len(texts), len(kinds())), np.float32)
        return nothing, nothing
    wanted = load_head(STATEMENT).probabilities(texts, vectors).astype(np.float32)
    return wanted, load_head(AVOIDED).probabilities(texts, vectors).astype(np.float32)
