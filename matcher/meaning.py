"""The meaning of a candidate's statements in numbers: rows to multiply with an index, and input for the features.

A wish counts by the likeness of its vector to an ad's, and by the kind of work if it points to one. A dislike subtracts
by both. All are inner products, so that the score stays a sum of one contribution for each statement, and the search
exact.
"""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from matcher import statements as said
from matcher import work
from matcher.encoder import Centre, Encoder, Vectors, centred
from matcher.facts.columns import DEMANDS
from matcher.heads import load_head
from matcher.privacy.pronouns import neutralise_pronouns
from matcher.schema import Candidate, EvidenceKind, Statement

# Weights, beside likeness, of a shared kind of work, of a kind that is ruled out, and of likeness to what is not
# wanted. Probabilities of sixty kinds lie between 0 and 1, likenesses mostly between -0.1 and 0.2. A listwise fit to
# the judged pairs of training candidates gave 0.62 and 0.26 for the first two. nDCG@10 of validation and training
# candidates: KIND at 0.35, 0.5, 0.65 0.450 0.451 0.440 and 0.574 0.605 0.601; DISLIKE at 0, 0.15, 0.3 0.452 0.455 0.456
# and 0.634 0.636 0.634, with 10, 11 and 12 of the 15 development pairs of dislikes in the right order; on 8 candidates
# with real ads 0.742 0.721 0.655.
KIND, RULED_OUT, DISLIKE = 0.5, 0.26, 0.15

# The wish leads and experience supports. nDCG@10 on fixtures and real ads, goals by a soft maximum, with the features:
# 1:1:1 0.797 0.812; 2:1:1 0.808 0.875; 3:1:1 0.807 0.867; 3:2:1 0.811 0.877; 4:2:1 0.809 0.866. Fitted (logistic
# regression on judged pairs) experience weighs five times as much as interests, which would carry people back to work
# that they want to leave.
SHARES: dict[EvidenceKind, float] = {"goal": 3.0, "interest": 2.0, "competency": 1.0}


Contributions = NDArray[np.float64]


class Meanings(NamedTuple):
    """Meanings of s statements.

    vectors: (s, d) centred rows. wanted: (s, kinds) shares of the kinds of work that they point to; ruled_out: (s,
    kinds) probabilities. not_wanted, points: (s,) probabilities that something is not wanted, and that some kind of
    work is meant; vague: (s,) whether nearly anything could be meant. wish, avoid: (s, demands) probabilities that a
    demand of a day is wished for, or not wanted.
    """

    vectors: Vectors
    wanted: Vectors
    ruled_out: Vectors
    not_wanted: NDArray[np.float32]
    points: NDArray[np.float32]
    vague: NDArray[np.bool_]
    wish: Vectors
    avoid: Vectors

    @classmethod
    def of(cls, statements: Sequence[Statement], encoded: Vectors, vectors: Vectors, encoder: Encoder) -> Self:
        """encoded: (s, d) rows of the encoder; vectors: the same, centred. With an encoder other than the shipped one
        only the vectors are known."""
        texts = [neutralise_pronouns(statement.text) for statement in statements]  # without he and she
        alike = [Statement.model_construct(kind=s.kind, text=text) for s, text in zip(statements, texts, strict=True)]
        wanted, ruled_out = work.of_statements(texts, vectors, encoder.fingerprint)
        known = load_head(said.HEAD).suits(encoder.fingerprint)
        understood = said.understood(alike, encoded) if known else [said.NOTHING] * len(texts)
        refusals = np.array([u.refusal for u in understood], bool)[:, None]
        ruled_out = np.where(refusals, np.maximum(ruled_out, wanted), ruled_out)
        return cls(
            vectors,
            wanted,
            ruled_out,
            np.array([u.not_wanted for u in understood], np.float32),
            np.array([u.points for u in understood], np.float32),
            np.array([u.vague for u in understood], np.bool_),
            np.array([u.wish for u in understood], np.float32).reshape(len(texts), len(DEMANDS)),
            np.array([u.avoid for u in understood], np.float32).reshape(len(texts), len(DEMANDS)),
        )

    @classmethod
    def of_titles(cls, vectors: Vectors, encoder: Encoder) -> Self:
        """Meanings of job titles, from their centred vectors: they want their kind of work and nothing else."""
        kinds, n, demands = work.of_titles(vectors, encoder.fingerprint), len(vectors), len(DEMANDS)
        no, days = np.zeros(n, np.float32), np.zeros((n, demands), np.float32)
        return cls(vectors, kinds, np.zeros_like(kinds), no, no + 1, no > 0, days, days)

    def some(self, which: slice) -> "Meanings":
        """Meanings of some of the statements."""
        return Meanings._make(part[which] for part in self)

    @property
    def queries(self) -> Vectors:
        """(s, d + kinds) queries. A statement's contribution to an ad, before its share, is the product with the ad's
        row."""
        wished = 1 - self.not_wanted[:, None]
        kinds = KIND * self.points[:, None] * self.wanted - RULED_OUT * self.ruled_out
        return np.hstack([(wished - DISLIKE * self.not_wanted[:, None]) * self.vectors, kinds]).astype(np.float32)

    def through(self, document: Vectors, kinds: Vectors) -> list[str | None]:
        """(s,) the code of the kind of work that each statement shares most with an ad, by the ad's (d,) vector and
        (kinds,) shares; None if the likeness of their words counts for as much."""
        shared = KIND * self.points[:, None] * self.wanted * kinds
        by_work = shared.sum(axis=1) > (1 - self.not_wanted) * (self.vectors @ document)
        return [work.kinds()[row.argmax()].code if more else None for row, more in zip(shared, by_work, strict=True)]

    @property
    def rows(self) -> Vectors:
        """(s, width) the same numbers side by side, for storage."""
        three = np.stack([self.not_wanted, self.points, self.vague], axis=1)
        return np.hstack([self.vectors, self.wanted, self.ruled_out, three, self.wish, self.avoid]).astype(np.float32)

    @classmethod
    def kept(cls, rows: Vectors) -> Self:
        """From stored ``rows``."""
        kinds, demands = len(work.kinds()), len(DEMANDS)
        d = rows.shape[1] - 2 * kinds - 3 - 2 * demands
        ends = np.cumsum([d, kinds, kinds, 1, 1, 1, demands])
        vectors, wanted, ruled_out, not_wanted, points, vague, wish, avoid = np.split(rows, ends, axis=1)
        return cls(vectors, wanted, ruled_out, not_wanted[:, 0], points[:, 0], vague[:, 0] > 0, wish, avoid)


def understand(
    candidates: Sequence[Candidate], encoder: Encoder, centre: Centre, length: float = 1.0
) -> list[Meanings]:
    """Meanings of each candidate's statements, then of the refused titles. length: of the statements' vectors."""
    if not candidates:
        return []
    statements = [statement for candidate in candidates for statement in candidate.statements]
    refused = [title for candidate in candidates for title in candidate.not_work]
    encoded = encoder.encode_query([neutralise_pronouns(statement.text) for statement in statements])
    vectors = centred(encoded, centre.queries, centre.languages)
    of_titles = centred(encoder.encode_query(refused), centre.passages, centre.languages)
    said_ = Meanings.of(statements, encoded, vectors, encoder)
    said_ = said_._replace(vectors=np.float32(length) * said_.vectors)
    titles = Meanings.of_titles(of_titles, encoder)
    result, s, t = [], 0, 0
    for candidate in candidates:
        parts = said_.some(slice(s, s + len(candidate.statements))), titles.some(slice(t, t + len(candidate.not_work)))
        result.append(Meanings._make(map(np.concatenate, zip(*parts, strict=True))))
        s, t = s + len(candidate.statements), t + len(candidate.not_work)
    return result


def width(dimension: int) -> int:
    """Number of columns in ``Meanings.rows`` with an encoder of that dimension."""
    return dimension + 2 * len(work.kinds()) + 3 + 2 * len(DEMANDS)


def shares(kinds: Sequence[EvidenceKind]) -> Contributions:
    """(s,) share of each statement in the score; they sum to 1, so that likeness lies between -1 and 1.

    >>> shares(["goal", "goal", "competency"]).round(3).tolist()
    [0.375, 0.375, 0.25]
    """
    number = Counter(kinds)
    whole = sum(SHARES[kind] for kind in number)
    return np.array([SHARES[kind] / whole / number[kind] for kind in kinds])
