"""ESCO's occupations nearest to everyday statements, for people to read, not to measure."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from matcher.encoder import Encoder, centred
from matcher.training.pairs import Occupation

EVERYDAY = Path(__file__).with_name("everyday.txt")  # none of them is used for training


def neighbours(encoder: Encoder, found: Sequence[Occupation], statements: Sequence[str], k: int = 3) -> list[list[str]]:
    """The k nearest Danish preferred labels of each statement, nearest first. Both sides are centred."""
    labels = [o.danish[0] for o in found if o.danish]
    sides = [encoder.encode_query(texts) for texts in (list(statements), labels)]
    nothing = np.empty((0, encoder.dimension), np.float32)
    one, other = (centred(side, side.mean(axis=0), nothing) for side in sides)
    return [[labels[i] for i in np.argsort(-row, kind="stable")[:k]] for row in one @ other.T]
