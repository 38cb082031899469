"""Kinds of work: which of sixty an ad is, and to which of them a statement points.

One vector cannot lie near five occupations; a row of probabilities over kinds can. The heads are trained by
``python -m matcher.training heads`` and belong to the shipped encoder: with another encoder nothing is known of kinds.
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
    """A kind of work: its code, its names for people, and which share of its ads asks for no education or experience.

    The shares are of the training writers' ads and the short ads, 22 a kind on average, with one of each added.
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
    """The place of a kind among all."""
    return [kind.code for kind in kinds()].index(code)


@functools.cache
def open_kinds() -> Shares:
    """(kinds,) how many of each kind's ads a beginner can apply for."""
    return np.array([kind.open for kind in kinds()], np.float32)


def of_ads(documents: Vectors, titles: Vectors, encoder: str) -> Shares:
    """(n, kinds) probabilities of ads by their (n, d) centred vectors and those of their titles.

    The two are held as independent and multiplied: on writers left out the first kind is right for 0.68 of the ads by
    both, 0.62 by the whole ad and 0.52 by the title alone. Zeros with an encoder that the heads are not for.
    """
    if not load_head(AD).suits(encoder):
        return np.zeros((len(documents), len(kinds())), np.float32)
    nothing = [""] * len(documents)
    both = load_head(AD).probabilities(nothing, documents) * load_head(TITLE).probabilities(nothing, titles)
    return np.asarray(both / np.maximum(both.sum(axis=1, keepdims=True), 1e-12), np.float32)


def of_titles(titles: Vectors, encoder: str) -> Shares:
    """(n, kinds) probabilities of job titles alone, by their (n, d) vectors centred as passages are."""
    if not load_head(TITLE).suits(encoder):
        return np.zeros((len(titles), len(kinds())), np.float32)
    return load_head(TITLE).probabilities([""] * len(titles), titles).astype(np.float32)


def of_statements(texts: Sequence[str], vectors: Vectors, encoder: str) -> tuple[Shares, Shares]:
    """(s, kinds) to which kinds statements point, as shares that sum to 1, and which they rule out, each by itself.

    vectors: (s, d) unit rows, centred.
    """
    if not load_head(STATEMENT).suits(encoder):
        nothing = np.zeros((len(texts), len(kinds())), np.float32)
        return nothing, nothing
    wanted = load_head(STATEMENT).probabilities(texts, vectors).astype(np.float32)
    return wanted, load_head(AVOIDED).probabilities(texts, vectors).astype(np.float32)
