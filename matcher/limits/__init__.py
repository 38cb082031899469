"""Compares one candidate's limits with the facts of all vacancies at once and gives verdicts.

One file for each limit: when it is set, its verdict on every row, and its words for one vacancy. ``LIMITS`` holds those
of all files. A limit that is not set gives no check. An unknown fact gives ``unknown``: it never excludes, never counts
as met, and becomes a question for the employer. A vacancy with several posts gets the verdicts of its best post
(``suited``).
"""

import datetime
import pkgutil
from collections.abc import Sequence
from importlib import import_module
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from matcher.facts.columns import Columns
from matcher.limits.limit import BANDS, BROKEN, MET, NEGOTIABLE, UNKNOWN, VERDICTS, Limit, Subject, Verdicts, Words
from matcher.schema import Band, Check, Constraints

__all__ = [
    "BANDS",
    "BROKEN",
    "LIMITS",
    "MET",
    "NEGOTIABLE",
    "UNKNOWN",
    "VERDICTS",
    "Limit",
    "Reached",
    "Subject",
    "Verdicts",
    "Words",
    "band",
    "explain",
    "on_all_posts",
    "suited",
    "verdicts",
]


def _of_this_folder() -> tuple[Limit, ...]:
    """Every limit that a file of this folder defines, by its place."""
    files = [import_module(f"{__name__}.{file.name}") for file in pkgutil.iter_modules(__path__)]
    limits = {value.name: value for file in files for value in vars(file).values() if isinstance(value, Limit)}
    return tuple(sorted(limits.values(), key=lambda limit: limit.place))


LIMITS = _of_this_folder()
WORSE = 1_000  # above the sum of the verdicts of all limits


class Reached(NamedTuple):
    """Results for n vacancies. verdicts: for each limit that is set, (n,) verdicts on the best post. best: (n,) the
    place of that post: below n a first post, from n on a further post."""

    verdicts: dict[str, Verdicts]
    best: NDArray[np.int64]

    @property
    def broken(self) -> NDArray[np.bool_]:
        """(n,) whether any limit is broken."""
        return np.any([codes == BROKEN for codes in self.verdicts.values()], axis=0)


def verdicts(limits: Constraints, columns: Columns, as_of: datetime.date) -> Reached:
    """Verdicts of every limit that is set, on all vacancies."""
    each = {limit.name: on_all_posts(limit, limits, columns, as_of) for limit in LIMITS if limit.is_set(limits)}
    return suited(each, columns.owners)


def on_all_posts(limit: Limit, limits: Constraints, columns: Columns, as_of: datetime.date) -> Verdicts:
    """(n + f,) verdicts of one limit on the first posts, then on the further posts."""
    first = limit.verdicts(limits, columns.rows, as_of)
    if not len(columns.further):
        return first
    return np.concatenate([first, limit.verdicts(limits, columns.further, as_of)])


def suited(each: dict[str, Verdicts], owners: NDArray[np.int64]) -> Reached:
    """Verdicts of each vacancy's best post, from (n + f,) verdicts on all posts.

    The best post has the mildest worst verdict; ties go to the lowest sum of verdicts, then to the ad's order.
    """
    n = len(next(iter(each.values()))) - len(owners)
    best = np.arange(n)
    if not len(owners):
        return Reached(each, best)
    of_first, of_further = (_loss(each, places) for places in (owners, np.arange(n, n + len(owners))))
    order = np.lexsort((of_further, owners))  # stable: ties keep the ad's order
    firsts = order[np.diff(owners[order], prepend=-1) > 0]
    better = firsts[of_further[firsts] < of_first[firsts]]
    best[owners[better]] = n + better
    reached = {name: codes[:n].copy() for name, codes in each.items()}
    for name, codes in reached.items():
        codes[owners[better]] = each[name][n + better]
    return Reached(reached, best)


def _loss(each: dict[str, Verdicts], places: NDArray[np.int64]) -> NDArray[np.int64]:
    """(m,) badness of the posts at these places: the worst verdict first, then the sum."""
    codes = np.stack([verdicts_[places] for verdicts_ in each.values()]).astype(np.int64)
    return codes.max(axis=0) * WORSE + codes.sum(axis=0)


def explain(limit: Limit, of: Subject) -> tuple[Check, str | None]:
    """Explains one limit's verdict on one vacancy, with a question for its employer."""
    words = limit.words(of)
    check = Check(constraint=limit.name, verdict=VERDICTS[of.verdict], detail=words.detail, quote=words.quote)
    return check, words.question


def only_in_passing(limits: Constraints, in_passing: Constraints) -> list[Limit]:
    """Limits that statements mention in passing and the form does not hold, or holds differently.

    >>> set_, said = Constraints(latest_end="16:00"), Constraints(latest_end="14:00", not_times=("night",))
    >>> [limit.name for limit in only_in_passing(set_, said)]
    ['not_times', 'latest_end']
    """
    return [limit for limit in LIMITS if limit.is_set(in_passing) and limit.seen(in_passing) != limit.seen(limits)]


def band(reached: Sequence[int]) -> Band:
    """The band for the worst verdict."""
    return BANDS[max(reached, default=MET)]
