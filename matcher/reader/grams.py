"""Sentences as rows of hashed n-grams, for the heads that estimate roles and demands.

N-grams of characters cover endings and parts of compounds; single words and pairs of words cover the rest. The
sentences of an ad are taken together, each beside its title or its preceding sentence.
"""

import functools
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack, vstack
from sklearn.feature_extraction.text import HashingVectorizer

from matcher.reader.sentences import Sentence

WIDTH = 2**14  # columns; F1 of demands on validation writers 0.50; twice as many 0.51, half as many 0.49
CONTEXT = 0.3  # length of the context's n-grams; a sentence's own have length 1


@functools.lru_cache(maxsize=2)
def grams(texts: tuple[str, ...]) -> "csr_matrix[Any]":
    """(n, WIDTH) n-grams of three to five characters within words, plus single words and pairs; rows of length 1.

    The last results are cached, because two readers ask for the same sentences.
    """
    return csr_matrix(_vectoriser().transform(texts))


@functools.cache
def _vectoriser() -> HashingVectorizer:
    characters = HashingVectorizer(analyzer="char_wb", ngram_range=(3, 5)).build_analyzer()
    words = HashingVectorizer(ngram_range=(1, 2), token_pattern=r"\w+").build_analyzer()  # noqa: S106 a pattern
    return HashingVectorizer(
        analyzer=lambda text: [*characters(text), *(f"={word}" for word in words(text))],
        n_features=WIDTH,
        alternate_sign=False,
        binary=True,
    )


def title_row(sentences: Sequence[Sentence], rows: "csr_matrix[Any]") -> "csr_matrix[Any]":
    """(1, WIDTH) the title's n-grams, taken from the rows of all sentences; zeros if there is no title."""
    title = [float(sentence.in_title) for sentence in sentences]
    return csr_matrix(csr_matrix([title]) @ rows / max(1.0, sum(title)))


def preceding(rows: "csr_matrix[Any]", sentences: Sequence[Sentence]) -> "csr_matrix[Any]":
    """(n, WIDTH) for each sentence the n-grams of the preceding one; the title precedes none."""
    shown = np.array([float(not sentence.in_title) for sentence in sentences])[:, None]
    return csr_matrix(vstack([csr_matrix((1, rows.shape[1])), rows[:-1].multiply(shown[:-1])]))


def repeated(row: "csr_matrix[Any]", times: int) -> "csr_matrix[Any]":
    """(times, WIDTH) the same row for each sentence."""
    return csr_matrix(np.ones((times, 1))) @ row


def beside(own: "csr_matrix[Any]", context: "csr_matrix[Any]", more: NDArray[np.float64]) -> "csr_matrix[Any]":
    """(n, 2 WIDTH + m) input of a head: each sentence's own n-grams, those of its context, and m more numbers."""
    return csr_matrix(hstack([own, CONTEXT * context, csr_matrix(more)]))
