"""Understands a person's statement: what is wanted, what is not, which limits it names, and whether it says anything.

Limits have a form and are read by rules (``limits``). The rest has only meaning: one learned head over the encoder's
vector, n-grams of characters, and cues ("hellere … end", "nok af"; ``cues``) estimates whether something is not wanted,
whether the statement is too vague to mean anything particular, and which demands of a day are wished for or not. It is
trained by ``python -m matcher.training heads``. ``proposals`` compares the limits with a candidate's constraints.

No statement is logged or stored.
"""

import re
from collections.abc import Sequence
from typing import get_args

import numpy as np
from numpy.typing import NDArray
from pydantic import Field

from matcher.encoder import load_encoder
from matcher.heads import Head, load_head
from matcher.reader.sentences import fold
from matcher.schema import DemandKind, Record, Statement
from matcher.statements.cues import PIECE_OF_DISLIKE, features, is_refusal
from matcher.statements.limits import Said, demands_named, limits
from matcher.statements.proposals import Proposal, merged, proposals

__all__ = ["Proposal", "Said", "Understood", "inputs", "limits", "merged", "proposals", "understood"]

HEAD = "statements"
# Labels of the head, the last two for each demand.
NOT_WANTED, VAGUE, POINTS, WISH, AVOID = ("not wanted", "vague", "points", "wish ", "avoid ")
# Probabilities from which a label counts: those of 0.2, 0.3, 0.4 and 0.5 with the best F1 over the six validation
# writers.
LEAST = {NOT_WANTED: 0.5, VAGUE: 0.3, WISH: 0.2, AVOID: 0.2}
CUES_WEIGH = 0.5  # weight of a cue beside a vector of length 1: 0.2, 0.5 and 1 differ by less than 0.01 in F1

DEMANDS: tuple[DemandKind, ...] = get_args(DemandKind)

Vectors = NDArray[np.float32]


class Understood(Record):
    """A statement, understood.

    wants, avoids: pieces of the text. limits: binding limits, each with its exact words. vague: could mean nearly
    anything. refusal: a plain no and nothing else. not_wanted: the probability that something is not wanted. points:
    the probability that some kind of work is wanted. wish, avoid: probabilities for every demand (``DEMANDS``).
    """

    wants: tuple[str, ...]
    avoids: tuple[str, ...]
    limits: tuple[Said, ...]
    vague: bool
    demands_wish: tuple[DemandKind, ...]
    demands_avoid: tuple[DemandKind, ...]
    not_wanted: float
    points: float
    refusal: bool = Field(default=False, repr=False)
    wish: tuple[float, ...] = Field(repr=False)
    avoid: tuple[float, ...] = Field(repr=False)


def understood(statements: Sequence[Statement], vectors: Vectors | None = None) -> list[Understood]:
    """Understands each statement.

    vectors: (n, d) rows of the shipped encoder's ``encode_query``; computed if not given.
    """
    if not statements:
        return []
    texts, head = [statement.text for statement in statements], load_head(HEAD)
    all_limits = [limits(text) for text in texts]
    rows = load_encoder().encode_query(texts) if vectors is None else vectors
    likely = head.probabilities(texts, inputs(texts, all_limits, rows))
    return [_understood(*one, head) for one in zip(statements, all_limits, likely, strict=True)]


def inputs(texts: Sequence[str], said: Sequence[Sequence[Said]], vectors: Vectors) -> Vectors:
    """(n, d + c) the head's input beside n-grams: the vectors, then the cues."""
    return np.hstack([vectors, CUES_WEIGH * features(texts, said)]).astype(np.float32)


def _understood(statement: Statement, said: tuple[Said, ...], likely: NDArray[np.float64], head: Head) -> Understood:
    text, chance = statement.text, dict(zip(head.labels, likely.tolist(), strict=True))
    refusal = statement.kind != "competency" and is_refusal(text)  # a competency is a past job and no refusal
    if refusal:  # everything the refusal names is refused
        chance |= {NOT_WANTED: 1.0, POINTS: 0.0}
        chance |= {AVOID + demand: max(chance[AVOID + demand], chance[WISH + demand]) for demand in DEMANDS}
        chance |= {AVOID + demand: 1.0 for demand in demands_named(fold(text))}
        chance |= {WISH + demand: 0.0 for demand in DEMANDS}
    firm = [demand for limit in said if limit.field == "avoid" for demand in limit.value]
    avoid = [*firm, *(demand for demand in _demands(chance, AVOID) if demand not in firm)]
    dislikes = chance[NOT_WANTED] >= LEAST[NOT_WANTED] or bool(firm)
    if not dislikes:
        avoid = []
    wants, avoids = _pieces(text) if dislikes else ((text,), ())
    vague = chance[VAGUE] >= LEAST[VAGUE] and not dislikes and not said  # the labels follow this convention
    return Understood(
        wants=() if vague or refusal else wants,
        avoids=(text,) if refusal else avoids,
        limits=said,
        vague=vague,
        demands_wish=tuple(demand for demand in _demands(chance, WISH) if demand not in avoid),
        demands_avoid=tuple(avoid),
        not_wanted=round(1.0 if firm else chance[NOT_WANTED], 4),
        points=chance[POINTS],
        refusal=refusal,
        wish=tuple(chance[WISH + demand] for demand in DEMANDS),
        avoid=tuple(1.0 if demand in firm else chance[AVOID + demand] for demand in DEMANDS),
    )


def _demands(chance: dict[str, float], side: str) -> list[DemandKind]:
    """Demands whose label counts, the likeliest first."""
    likely = sorted(((p, label) for label, p in chance.items() if label.startswith(side)), reverse=True)
    return [label.removeprefix(side) for p, label in likely if p >= LEAST[side]]  # type: ignore[misc]


NOTHING = Understood(
    wants=(),
    avoids=(),
    limits=(),
    vague=False,
    demands_wish=(),
    demands_avoid=(),
    not_wanted=0.0,
    points=1.0,
    wish=(0.0,) * len(DEMANDS),
    avoid=(0.0,) * len(DEMANDS),
)


_CUT = re.compile(r"[.!?;:,]+\s+|\s+(?=men\s|but\s)|\s+(?=end\s|than\s)")


def _pieces(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(wanted, unwanted) pieces of a text with a dislike. Clauses with a dislike are unwanted; if no clause has one,
    the whole text."""
    clauses, start = [], 0
    for cut in _CUT.finditer(text):
        clauses.append(text[start : cut.start()].strip())
        start = cut.end()
    clauses = [clause for clause in (*clauses, text[start:].strip(" .!?;:,\n")) if clause]
    disliked = [PIECE_OF_DISLIKE.search(fold(clause)) is not None for clause in clauses]
    if not any(disliked):
        return (), (text,)
    avoids = tuple(clause for clause, no in zip(clauses, disliked, strict=True) if no)
    return tuple(clause for clause, no in zip(clauses, disliked, strict=True) if not no), avoids
