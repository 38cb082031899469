"""Likenesses of statements to vacancies, and features -> contributions -> scores.

A score is a sum of contributions. Each kind of statement has a share of it, the statements of a kind divide the share,
and the features are added. Goals divide theirs by a soft maximum: of two unrelated wishes an ad needs to meet one.
Other kinds take the mean of inner products.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.special import softmax

from matcher.encoder import Vectors
from matcher.features import CLEARLY_SAID, NOT_WORK, SAID_AVOID, SAID_WISH
from matcher.meaning import SHARES, Contributions, shares
from matcher.schema import Evidence, Points, Statement

# Standard deviation to which any encoder's likenesses of statements and ads are scaled, so that the sizes here and in
# ``features`` hold for it. They were measured with the base weights, whose own is 0.067 (32 candidates, 60 ads of the
# fixtures). With the shipped ones 0.055, 0.067 and 0.08 give 0.854 0.848 0.841 on the fixtures and 0.829 0.796 0.798 on
# the real ads (float32).
SPREAD = 0.055

# Temperature of the soft maximum, in likeness: 0.02 to 0.2 differ by less than 0.01, a plain mean is 0.03 lower
# (fixtures).
TEMPERATURE = 0.1

# Likeness of a statement to an ad, before its share, from which it counts as a reason for or against. Of 17,429
# statements against ads that two judges found unrelated to the person, 95 % lay below the first and 95 % above the
# second (training and validation candidates of the collection).
REASON_FROM, REASON_AGAINST_FROM = 0.1, -0.05

# Likeness from which a passage is quoted beside a statement. Of 300 quotes shown without such a bound a judge found
# 0.42 to support the statement; of those above it 0.69, of those above 0.224 0.80.
QUOTE_FROM = 0.185

# Probabilities from which a statement's demand of the day counts (a twentieth) and is shown (a fifth).
LEAST_TOLD = {
    "not_work": -NOT_WORK * CLEARLY_SAID,
    "said_avoid": -SAID_AVOID * CLEARLY_SAID,
    "said_wish": SAID_WISH * CLEARLY_SAID,
}

# Likeness from which experience counts as experience with an ad, and from which an interest points to it: doubt favours
# the person. 0.1, 0.13 and 0.165 give 0.848 0.840 0.840 on the fixtures and 0.824 each on the real ads.
NEAR_EXPERIENCE = 0.07

# Scores from which an ad clearly or perhaps matches the person's statements. Of judged ads above the first 0.57
# (training candidates) and 0.29 (validation) were useful, between the two 0.29 and 0.30, below 0.04 and 0.04: on
# writers left out the first bound does not separate anything yet.
CLEARLY, PERHAPS = 0.15, 0.06

# Loss of each further vacancy of one employer, from the third on: half a clear reason. Not measured: no collection has
# an employer with three vacancies that suit one person.
EMPLOYER_PENALTY = -0.05

# Cosine from which two ads of one employer are one ad for two places or dates. Of 30,000 pairs of the fixtures and the
# real ads these lie above it: one exact copy, and two written as copies (0.98, 0.87). One for other hours in another
# place lies at 0.72, and no two ads for different work of one employer above 0.71.
NEAR_DUPLICATE = 0.75

Likeness = NDArray[np.floating[Any]]


def bounds(statements: Sequence[Statement], vectors: Vectors) -> Contributions:
    """(s, d) rows -> (b, d) queries. No vacancy's score by likeness exceeds its largest product with them.

    One query for each goal, as if that goal had the whole share of the goals: a soft maximum never exceeds the maximum.
    """
    kinds = [s.kind for s in statements]
    weighted = shares(kinds)[:, None] * vectors.astype(np.float64)
    goals = [n for n, kind in enumerate(kinds) if kind == "goal"]
    rest = weighted.sum(axis=0) - weighted[goals].sum(axis=0)
    return np.array([rest + len(goals) * weighted[n] for n in goals] or [rest])


class Pick(NamedTuple):
    """One place on a list: the index of the scored vacancy, and its loss for variety."""

    place: int
    variety: float


class Posted(NamedTuple):
    """Posters, places and texts of n ads: (n,) columns of ``facts.columns.ROW``, (n, d) rows.

    employers: empty if not stated. posters: equal for all branches of one employer; keys: different for them. offers:
    gives a column of the best posts of some of the n ads; None leaves offers uncompared.
    """

    employers: NDArray[np.bytes_] | NDArray[np.str_]
    posters: NDArray[np.uint64]
    keys: NDArray[np.uint64]
    areas: NDArray[np.uint16]
    vectors: Vectors
    offers: Callable[[str, NDArray[np.int64]], NDArray[Any]] | None = None


def varied(scores: Contributions, ads: Posted, k: int) -> list[Pick]:
    """Picks the best k of n vacancies, one after another, by their (n,) scores.

    A near copy (``near_copies``) of a picked one is not shown. From the third vacancy of an employer on, each loses
    ``EMPLOYER_PENALTY`` for every one above it beyond the second.

    >>> who = np.array([1, 1, 1, 2], "u8")
    >>> ads = Posted(np.array(["x", "x", "x", "y"]), who, who, np.zeros(4, "u2"), np.eye(4, dtype="f4"))
    >>> [tuple(p) for p in varied(np.array([0.3, 0.29, 0.28, 0.25]), ads, 4)]
    [(0, 0.0), (1, 0.0), (3, 0.0), (2, -0.05)]
    """
    chosen: list[Pick] = []
    shown: Counter[int] = Counter()
    left, loss = scores.astype(np.float64), np.zeros(len(scores))
    while len(chosen) < k and (left > -np.inf).any():
        best = int(np.argmax(left + loss))
        left[best] = -np.inf
        chosen.append(Pick(best, float(loss[best])))
        left[near_copies(best, left > -np.inf, ads)] = -np.inf
        poster = int(ads.posters[best])
        shown[poster] += 1
        if ads.employers[best] and shown[poster] > 1:
            loss[ads.posters == ads.posters[best]] += EMPLOYER_PENALTY
    return chosen


def near_copies(of: int, among: NDArray[np.bool_], ads: Posted) -> NDArray[np.int64]:
    """Ads in the mask that make the candidate the same offer in nearly the same words: from the same employer, or under
    the same title if no employer is named.

    Two branches are the same employer if the work is in one place, or if its place is unknown.
    """
    same_poster = np.flatnonzero(among & (ads.posters == ads.posters[of]))
    same = same_poster[(ads.keys[same_poster] == ads.keys[of]) | (ads.areas[same_poster] == ads.areas[of])]
    # No matrix product: as with likeness.
    near = same[np.einsum("nd,d->n", ads.vectors[same], ads.vectors[of]) >= NEAR_DUPLICATE]
    if ads.offers is None or not len(near):
        return near
    return near[_same_offer(ads.offers, of, near)]


def _same_offer(
    offers: Callable[[str, NDArray[np.int64]], NDArray[Any]], of: int, others: NDArray[np.int64]
) -> NDArray[np.bool_]:
    """Which posts offer the same work as another: same place, hours, times and form."""
    same = offers("offer", others) == offers("offer", np.array([of]))
    work = set(offers("work", np.array([of]))[0].split())
    titles = (set(title.split()) for title in offers("work", others[same]))
    same[same] = [work <= stems or stems <= work for stems in titles]
    return same


def contributions(statements: Sequence[Statement], likeness: Likeness) -> Contributions:
    """(n, s) likenesses of statements to vacancies -> (n, s) contributions; a row's sum is its score by likeness."""
    kinds = [s.kind for s in statements]
    parts = likeness * shares(kinds)
    goals = np.array([kind == "goal" for kind in kinds])
    if goals.sum() > 1:
        soft = softmax(likeness[:, goals] / TEMPERATURE, axis=1)
        parts[:, goals] *= soft * goals.sum()
    return parts


def points(score: float) -> Points:
    """The section of a list that a score belongs to."""
    return "clearly" if score >= CLEARLY else "perhaps" if score >= PERHAPS else "not"


def experienced(statements: Sequence[Statement], likeness: Likeness) -> NDArray[np.bool_]:
    """(n,) whether a competency is near the vacancy."""
    done = np.array([s.kind == "competency" for s in statements])
    return np.any(likeness[:, done] >= NEAR_EXPERIENCE, axis=1)


def clear(evidence: Sequence[Evidence]) -> tuple[list[Evidence], list[Evidence]]:
    """(reasons for, reasons against): contributions that are clear. The others say nothing either way."""
    statements, others = ([e for e in evidence if (e.kind in SHARES) == spoken] for spoken in (True, False))
    pairs = [
        (e, e.contribution / share) for e, share in zip(statements, shares([e.kind for e in statements]), strict=True)
    ]
    for_it, against = (
        [e for e, near in pairs if near >= REASON_FROM],
        [e for e, near in pairs if near <= REASON_AGAINST_FROM],
    )
    shown = [e for e in others if abs(e.contribution) >= LEAST_TOLD.get(e.term or "", 0.0)]
    return for_it + [e for e in shown if e.contribution > 0], against + [e for e in shown if e.contribution < 0]
