"""Sentences as rows of hashed n-grams, for the heads that say what a sentence is about and asks of the day.

N-grams of characters carry endings and parts of compounds, single words and pairs of words carry the rest. An ad's
sentences are looked at together, each beside its title or the sentence before it.
"""

import functools
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack, vstack
from sklearn.feature_extraction.text import HashingVectorizer

from matcher.reader.sentences import Sentence

WIDTH = 2**14  # columns; on validation writers twice as many found no more demands, half as many 0.01 fewer
CONTEXT = 0.4  # length of the n-grams that stand beside a sentence's own, which have length 1 each


def grams(texts: Sequence[str]) -> "csr_matrix[Any]":
    """(n, WIDTH) n-grams of two to five characters within words, and of one and two words, each kind of length 1."""
    characters, words = _vectorisers()
    return csr_matrix(characters.transform(texts) + words.transform(texts))


@functools.cache
def _vectorisers() -> tuple[HashingVectorizer, HashingVectorizer]:
    alike = {"n_features": WIDTH, "alternate_sign": False, "norm": "l2", "binary": True}
    return (
        HashingVectorizer(analyzer="char_wb", ngram_range=(2, 5), **alike),
        HashingVectorizer(analyzer="word", ngram_range=(1, 2), token_pattern=r"\w+", **alike),
    )


def title_row(sentences: Sequence[Sentence], rows: "csr_matrix[Any]") -> "csr_matrix[Any]":
    """(1, WIDTH) the title's n-grams, of the rows of all sentences; nothing where there is no title."""
    title = [float(sentence.in_title) for sentence in sentences]
    return csr_matrix(csr_matrix([title]) @ rows / max(1.0, sum(title)))


def before(rows: "csr_matrix[Any]") -> "csr_matrix[Any]":
    """(n, WIDTH) beside each sentence the one before it."""
    return csr_matrix(vstack([csr_matrix((1, rows.shape[1])), rows[:-1]]))


def repeated(row: "csr_matrix[Any]", times: int) -> "csr_matrix[Any]":
    """(times, WIDTH) the same row for each sentence."""
    return csr_matrix(np.ones((times, 1))) @ row


def beside(own: "csr_matrix[Any]", context: "csr_matrix[Any]", more: NDArray[np.float64]) -> "csr_matrix[Any]":
    """(n, 2 WIDTH + m) what a head takes: a sentence's own n-grams, those beside it, and m further numbers."""
    return csr_matrix(hstack([own, CONTEXT * context, csr_matrix(more)]))
