"""Learned heads: probabilities of what a short text is about, from its words and its vector.

A head is a logistic regression: trained with scikit-learn (``matcher.training.heads``), stored as arrays in
``matcher/model/heads/NAME.npz`` (no pickles), evaluated here in numpy. Its features are the encoder's vector, if the
head was trained with one, then hashed n-grams of characters, which carry spelling, endings and small words ("ikke").

A head with vectors belongs to one encoder. ``Head.suits`` tells whether it may be used with another.
"""

import functools
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from scipy.special import expit, softmax
from sklearn.feature_extraction.text import HashingVectorizer

FOLDER = Path(__file__).parent / "model" / "heads"
HASHES = 2**13  # columns of n-grams

Probabilities = NDArray[np.float64]  # (n, k)


class Head(NamedTuple):
    """A logistic regression over k labels.

    weights: (d + h, k) float32, the first d rows for the vector, the last h for the n-grams; d or h may be 0. bias:
    (k,). alone: one label for each text, the probabilities sum to 1; if false, each label is independent. encoder:
    fingerprint of the encoder whose vectors it takes; empty if it takes none.
    """

    labels: tuple[str, ...]
    weights: NDArray[np.float32]
    bias: NDArray[np.float32]
    alone: bool
    encoder: str
    dimension: int

    def probabilities(self, texts: Sequence[str], vectors: NDArray[np.float32] | None = None) -> Probabilities:
        """(n, k) probabilities for n texts. vectors: (n, d) rows, needed if the head takes them."""
        logits = np.tile(self.bias.astype(np.float64), (len(texts), 1))
        if self.dimension and vectors is not None:
            # No matrix product: its last digits would depend on the number of rows.
            logits += np.einsum("nd,dk->nk", vectors.astype(np.float64), self.weights[: self.dimension])
        if len(self.weights) > self.dimension:
            logits += ngrams(texts) @ self.weights[self.dimension :]
        return self._likely(logits)

    def of(self, features: "csr_matrix[Any]") -> Probabilities:
        """(n, k) probabilities for n rows of features, with one column for each row of the weights."""
        return self._likely(self.bias.astype(np.float64) + features @ self.weights)

    def _likely(self, logits: Probabilities) -> Probabilities:
        return np.asarray(softmax(logits, axis=1) if self.alone else expit(logits))

    def suits(self, fingerprint: str) -> bool:
        """Whether it accepts vectors of the encoder with that fingerprint."""
        return self.encoder in ("", fingerprint)

    def save(self, file: io.BufferedIOBase) -> None:
        """Writes arrays with weights in float16, which moves no probability of the shipped heads by 0.01."""
        np.savez_compressed(
            file,
            labels=np.array(self.labels),
            weights=self.weights.astype(np.float16),
            bias=self.bias,
            alone=np.array(self.alone),
            encoder=np.array(self.encoder),
            dimension=np.array(self.dimension),
        )


@functools.cache
def load_head(name: str) -> Head:
    """The shipped head with that name; FileNotFoundError if there is none."""
    with np.load(FOLDER / f"{name}.npz", allow_pickle=False) as kept:
        return Head(
            tuple(map(str, kept["labels"])),
            kept["weights"].astype(np.float32),
            kept["bias"],
            bool(kept["alone"]),
            str(kept["encoder"]),
            int(kept["dimension"]),
        )


@functools.cache
def _vectoriser() -> HashingVectorizer:
    return HashingVectorizer(analyzer="char_wb", ngram_range=(2, 5), n_features=HASHES, alternate_sign=False, norm="l2")


def ngrams(texts: Sequence[str]) -> "csr_matrix[Any]":
    """(n, HASHES) hashed n-grams of two to five characters within words, rows of length 1."""
    return csr_matrix(_vectoriser().transform(texts))
