"""The heads that are shipped,
    each trained from the collection's training writers: ``python -m matcher.training heads``.

A head is one function in ``HEADS`` from the collection's folder and the shipped encoder. Trained with an encoder's
vectors, it belongs to that encoder: after a new one is exported, run the command again.
"""

import csv
import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, get_args

import numpy as np

from matcher import heads, statements
from matcher.encoder import Encoder
from matcher.heads import Head
from matcher.schema import DemandKind
from matcher.training.heads import fit

DEMANDS: tuple[str, ...] = get_args(DemandKind)
STRENGTH = 10.0  # C: of 3, 10 and 30 the best on the writers of validation for demands, and as good for sign and vague


def labelled(collection: Path, split: str) -> Iterator[dict[str, Any]]:
    """Statements of the writers of a split, with their labels."""
    with (collection / "splits.csv").open(encoding="utf-8", newline="") as file:
        writers = [row["writer"] for row in csv.DictReader(file) if row["split"] == split]
    for path in (collection / "statements" / f"{writer}.jsonl" for writer in writers):
        if path.exists():
            yield from map(json.loads, path.read_text(encoding="utf-8").splitlines())


def statement_labels() -> list[str]:
    """The labels of the head of statements, in its order."""
    sides = [f"{side}{demand}" for side in (statements.WISH, statements.AVOID) for demand in DEMANDS]
    return [statements.NOT_WANTED, statements.VAGUE, *sides]


def statement_targets(rows: Sequence[dict[str, Any]]) -> np.ndarray:
    """(n, k) zeros and ones of labelled statements."""
    return np.array([
        [bool(row["avoids"] or row["demands_avoid"]), bool(row["vague"]),
         *(demand in row["demands_wish"] for demand in DEMANDS),
             *(demand in row["demands_avoid"] for demand in DEMANDS)]
        for row in rows
    ], float)  # fmt: skip


def head_of_statements(collection: Path, encoder: Encoder) -> Head:
    """Sign, vagueness and demands of statements (``matcher.statements``)."""
    rows = list(labelled(collection, "training"))
    texts = [row["text"] for row in rows]
    vectors = statements.inputs(texts, [statements.limits(text) for text in texts], encoder.encode_query(texts))
    return fit(
        statement_labels(), statement_targets(rows), texts, vectors, encoder=encoder.fingerprint, strength=STRENGTH
    )


HEADS: dict[str, Callable[[Path, Encoder], Head]] = {statements.HEAD: head_of_statements}


def train(collection: Path, encoder: Encoder, names: Sequence[str], folder: Path = heads.FOLDER) -> Iterator[Path]:
    """Train the heads of these names and write each to the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        path = folder / f"{name}.npz"
        with path.open("wb") as file:
            HEADS[name](collection, encoder).save(file)
        yield path
