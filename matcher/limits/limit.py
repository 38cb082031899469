"""The type of a limit: when it is set, its verdict on every row, and its words for one vacancy."""

import datetime
from collections.abc import Callable
from typing import Any, NamedTuple, get_args

import numpy as np
from numpy.typing import NDArray

from matcher.facts import Facts, Post
from matcher.facts.columns import Rows
from matcher.phrases import Language, say
from matcher.schema import Band, Constraints, Vacancy, Verdict

Verdicts = NDArray[np.int8]  # (n,) of the codes below, from best to worst
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
BANDS: tuple[Band, ...] = get_args(Band)
MET, UNKNOWN, NEGOTIABLE, BROKEN = range(4)


class Words(NamedTuple):
    """Words of a limit about one vacancy: a detail, the ad's words behind it, and a question for the employer."""

    detail: str
    quote: str | None = None
    question: str | None = None


class Subject(NamedTuple):
    """One post of a vacancy with its (1,) row, one candidate's constraints, the verdict, and a language."""

    constraints: Constraints
    vacancy: Vacancy
    facts: Facts
    post: Post
    row: Rows
    verdict: int
    language: Language

    def say(self, key: str, **words: object) -> str:
        return say(key, self.language, **words)


class Limit(NamedTuple):
    """One constraint: whether it is set, its verdicts on all rows, and its words for one vacancy.

    fields: the fields of ``Constraints`` that decide the verdict and that many candidates share; empty for a person's
    own words, whose verdicts are not cached. without: the values that drop the limit. place: the order of its check
    among the others, the least first.
    """

    name: str
    fields: tuple[str, ...]
    without: tuple[tuple[str, object], ...]
    is_set: Callable[[Constraints], bool]
    verdicts: Callable[[Constraints, Rows, datetime.date], Verdicts]
    words: Callable[[Subject], Words]
    place: int

    def seen(self, limits: Constraints) -> tuple[Any, ...]:
        """The values of its fields."""
        return tuple(getattr(limits, field) for field in self.fields)

    def only(self, seen: tuple[Any, ...]) -> Constraints:
        """Constraints with only these values."""
        return Constraints.model_construct(**dict(zip(self.fields, seen, strict=True)))


def choose(*cases: tuple[NDArray[np.bool_], int], default: int) -> Verdicts:
    """The verdict of the first case that holds, for each row."""
    conditions, verdicts = zip(*cases, strict=True)
    return np.select(conditions, verdicts, default).astype(np.int8)
