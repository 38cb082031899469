"""Compares the shipped file with the same weights in sentence-transformers on torch: pieces a second, and cosines."""

import re
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np

from matcher.encoder import ShippedEncoder, Vectors

BATCH_SIZES = (1, 4, 8, 16, 32)
ROUNDS = 3  # the fastest run of each counts, because other work on the machine slows the rest
SENTENCES = 1000


def compare(source: Path, shipped: ShippedEncoder, ads: Sequence[str]) -> Iterator[str]:
    """Lines of a small report; every ratio is from this run."""
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(str(source), device="cpu")
    pieces = sum(shipped.pieces(ads))
    by_batch = {b: _seconds(lambda b=b: model.encode_document(list(ads), batch_size=b)) for b in BATCH_SIZES}
    best = min(by_batch, key=lambda b: by_batch[b])
    ours = _seconds(lambda: shipped.encode_document(ads))
    yield f"{len(ads)} whole ads, {pieces} pieces"
    yield f"sentence-transformers on torch, best batch size {best}: {pieces / by_batch[best]:.0f} pieces/s"
    yield f"shipped model, one text a call on each core: {pieces / ours:.0f} pieces/s"
    yield f"ratio {by_batch[best] / ours:.2f}"
    texts = list(dict.fromkeys([*ads, *(s for ad in ads for s in re.split(r"\n|(?<=[.!?])\s+", ad) if s.strip())]))
    texts = texts[:SENTENCES]
    yield _cosines(shipped.encode_document(texts), model.encode_document(texts), len(texts))


def _seconds(work: Callable[[], object]) -> float:
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def _cosines(ours: Vectors, theirs: Vectors, n: int) -> str:
    cosines = (ours * theirs).sum(axis=1)
    low, median = np.min(cosines), np.median(cosines)
    return f"cosine to the float32 source over {n} texts: lowest {low:.4f}, median {median:.4f}"
