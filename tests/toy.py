"""A small real encoder for properties that need many texts: each word has a fixed random direction."""

import hashlib
from collections.abc import Sequence

import numpy as np

from matcher.encoder import Vectors

DIMENSION = 16


class WordEncoder:
    """A text is the sum of its words' directions."""

    name = fingerprint = "words"
    dimension = DIMENSION

    def __init__(self, centre=None):
        self.centre = centre
        self.asked: list[str] = []

    def encode_query(self, texts: Sequence[str]) -> Vectors:
        return self.encode_document(texts)

    def encode_document(self, texts: Sequence[str]) -> Vectors:
        self.asked += texts
        sums = np.array([np.sum([direction(w) for w in t.lower().split()], axis=0) for t in texts], np.float32)
        sums = sums.reshape(len(texts), DIMENSION)
        return sums / np.linalg.norm(sums, axis=1, keepdims=True)


def direction(word: str) -> np.ndarray:
    seed = int.from_bytes(hashlib.blake2b(word.encode(), digest_size=4).digest(), "little")
    return np.random.default_rng(seed).normal(size=DIMENSION)
