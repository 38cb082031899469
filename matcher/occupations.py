"""Job titles to propose to a person who finds it easier to say what they would try than what they want.

Titles are proposed from the person's statements, in handfuls of different kinds. "Would try" makes a title a goal, "no"
puts it into ``not_work``. From then on both are the person's own words, and the next handful takes them into account.
"""

import functools
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from matcher import work
from matcher.encoder import Encoder, Vectors, centred
from matcher.heads import FOLDER
from matcher.meaning import Contributions, Meanings, shares
from matcher.schema import Candidate, Record

FILE = FOLDER / "titles.npz"
HANDFUL = 8  # titles shown together, each of another kind of work
PROPOSED = 24  # three handfuls
SAYS = 0.02  # share of a statement in a proposal; below it the statement is not named as a reason
# Weight of a shared kind of work beside the likeness of statement and title: see the model's card.
KIND = 0.5


class Titles(NamedTuple):
    """Titles that at least three writers named, each with its kind of work and its (t, d) centred unit row."""

    names: tuple[str, ...]
    kinds: tuple[str, ...]
    vectors: Vectors
    encoder: str


class Proposed(Record):
    """A proposed title for a candidate. because: the statements that point to it most."""

    candidate_id: str
    rank: int
    title: str
    kind: str
    because: tuple[str, ...]


@functools.cache
def titles() -> Titles:
    """The shipped titles. Rows are stored as whole numbers, 127 for the largest value."""
    with np.load(FILE, allow_pickle=False) as kept:
        rows = kept["vectors"].astype(np.float32)
        rows /= np.linalg.norm(rows, axis=1, keepdims=True)
        return Titles(tuple(map(str, kept["names"])), tuple(map(str, kept["kinds"])), rows, str(kept["encoder"]))


def titles_of(names: Sequence[str], encoder: Encoder) -> Titles:
    """Titles from another source, such as ESCO's labels, each with its likeliest kind of work."""
    centre = encoder.centre
    if centre is None:
        raise ValueError("titles are compared by the shipped encoder, which has a centre")
    vectors = centred(encoder.encode_query(names), centre.passages, centre.languages)
    kinds = work.of_titles(vectors, encoder.fingerprint).argmax(axis=1)
    return Titles(tuple(names), tuple(work.kinds()[kind].code for kind in kinds), vectors, encoder.fingerprint)


def proposed(candidate: Candidate, meanings: Meanings, n: int = PROPOSED, bank: Titles | None = None) -> list[Proposed]:
    """The best n titles that are neither goals of the candidate nor refused; best first.

    meanings: of the statements, then of ``not_work``, with vectors of length 1. bank: titles to choose from; the
    shipped ones if None.
    """
    bank, statements = bank or titles(), candidate.statements
    if not statements:
        return []
    parts = _parts(candidate, meanings, bank)
    score = parts.sum(axis=1) - _refused(meanings, len(statements), bank)
    known = {text.casefold().strip(" .") for text in (*candidate.goals, *candidate.not_work)}
    order = [t for t in np.argsort(-score, kind="stable").tolist() if bank.names[t].casefold() not in known]
    return [
        Proposed(
            candidate_id=candidate.id,
            rank=rank,
            title=bank.names[t],
            kind=bank.kinds[t],
            because=tuple(statements[s].text for s in np.argsort(-parts[t], kind="stable") if parts[t, s] > SAYS)[:2],
        )
        for rank, t in enumerate(in_handfuls(order, [bank.kinds[t] for t in order], n), start=1)
    ]


def in_handfuls(order: Sequence[int], kinds: Sequence[str], n: int) -> list[int]:
    """The first n of an order, in handfuls in which no kind occurs twice.

    >>> in_handfuls([5, 4, 3, 2], ["a", "a", "b", "a"], 3)
    [5, 3, 4]
    """
    left = list(zip(order, kinds, strict=True))
    chosen: list[int] = []
    while left and len(chosen) < n:
        handful: dict[str, int] = {}
        for title, kind in left:
            if kind not in handful and len(handful) < HANDFUL:
                handful[kind] = title
        chosen += handful.values()
        left = [(title, kind) for title, kind in left if title not in handful.values()]
    return chosen[:n]


def _parts(candidate: Candidate, meanings: Meanings, bank: Titles) -> Contributions:
    """(t, s) contribution of each statement to each title: likeness and kinds of work. Dislikes subtract."""
    s = len(candidate.statements)
    places = [work.number(kind) for kind in bank.kinds]
    share = shares([statement.kind for statement in candidate.statements])
    like = (bank.vectors @ meanings.vectors[:s].T) * (1 - meanings.not_wanted[:s])
    kinds = KIND * meanings.points[:s] * meanings.wanted[:s, places].T
    return np.asarray((like + kinds) * share - KIND * meanings.ruled_out[:s, places].T / s, np.float64)


def _refused(meanings: Meanings, s: int, bank: Titles) -> Contributions:
    """(t,) loss of titles that are similar to a refused one, or of its kind."""
    if len(meanings.vectors) == s:
        return np.zeros(len(bank.names))
    places = [work.number(kind) for kind in bank.kinds]
    like = bank.vectors @ meanings.vectors[s:].T
    return np.asarray((like + KIND * meanings.wanted[s:, places].T).max(axis=1), np.float64)
