"""``Matcher``: the one way from candidates and vacancies to ranked, explained suggestions.

The command line, the service and the bulk run all call it; one candidate is a batch of one.
"""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from matcher import reader
from matcher.constraints import BROKEN, Verdicts, band, explain, verdicts
from matcher.encoder import Encoder, Vectors, centred
from matcher.index import Index, Mask
from matcher.phrases import Language
from matcher.ranking import Contributions, contributions, weighted
from matcher.schema import Candidate, Evidence, Statement, Suggestion, Vacancy


@dataclass(frozen=True)
class Suggestions:
    """The list of one candidate, and what is not on it.

    left_out: how many vacancies were expired, copies of another, or broken by each constraint; one vacancy can be
    broken by several. eligible: how many were ranked.
    """

    candidate_id: str
    suggestions: list[Suggestion]
    eligible: int
    expired: int = 0
    duplicates: int = 0
    left_out: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Request:
    """How to make lists: k suggestions each, as of a day, with or without broken and expired ones, in a language."""

    k: int = 10
    as_of: datetime.date = field(default_factory=datetime.date.today)
    include_broken: bool = False
    include_expired: bool = False
    language: Language = "da"


class Matcher:
    """Suggests vacancies of an index to candidates. The index and the encoder must belong together."""

    def __init__(self, index: Index, encoder: Encoder) -> None:
        index.check_encoder(encoder)
        self.index, self.encoder = index, encoder

    def suggest(self, candidates: Sequence[Candidate], request: Request | None = None) -> Iterator[Suggestions]:
        """The best k eligible vacancies for each candidate, one list after another, in the candidates' order."""
        request = request or Request()
        statements = [c.statements for c in candidates]
        encoded = iter(self.encoder.encode_query([s.text for some in statements for s in some]))
        for candidate, some in zip(candidates, statements, strict=True):
            vectors = np.array([next(encoded) for _ in some], np.float32).reshape(len(some), self.encoder.dimension)
            yield self._list(candidate, some, centred(vectors, self.index.centre[1]), request)

    def _list(
        self, candidate: Candidate, statements: Sequence[Statement], vectors: Vectors, request: Request
    ) -> Suggestions:
        index, limits = self.index, candidate.constraints
        current = index.unexpired(request.as_of.toordinal()) | request.include_expired
        reached = verdicts(limits, index.rows, request.as_of)
        unbroken = current & ~np.any([v == BROKEN for v in reached.values()], axis=0)
        eligible = index.first_copies(unbroken)
        broken = index.first_copies(current & ~unbroken) & ~index.copies_of(eligible)
        found: list[Suggestion] = []
        if statements:
            for mask in (eligible, broken) if request.include_broken else (eligible,):
                found += self._ranked(candidate, statements, vectors, mask, reached, request, after=len(found))
        counts = {name: int((broken & (v == BROKEN)).sum()) for name, v in reached.items()}
        return Suggestions(
            candidate.id, found, int(eligible.sum()), int((~current).sum()),
            int((current & ~eligible & ~broken).sum()), {name: n for name, n in counts.items() if n},
        )  # fmt: skip

    def _ranked(
        self, candidate: Candidate, statements: Sequence[Statement], vectors: Vectors, mask: Mask,
        reached: dict[str, Verdicts], request: Request, after: int,
    ) -> list[Suggestion]:  # fmt: skip
        """The best k rows of the mask, ranked from ``after`` + 1; of equal scores the lower id first."""
        queries = weighted(statements, vectors)
        rows = self.index.search(queries.sum(axis=0), mask, request.k)
        parts = contributions(queries, self.index.vectors[rows])
        scores = parts.sum(axis=1)
        order = np.lexsort((rows, -scores))[: request.k]
        return [
            self._suggestion(
                candidate, statements, vectors, int(rows[i]), parts[i], reached, after + n, request.language
            )
            for n, i in enumerate(order, start=1)
        ]

    def _suggestion(
        self, candidate: Candidate, statements: Sequence[Statement], vectors: Vectors, row: int, parts: Contributions,
        reached: dict[str, Verdicts], rank: int, language: Language,
    ) -> Suggestion:  # fmt: skip
        vacancy, facts = self.index.record(row)
        here = {name: int(v[row]) for name, v in reached.items()}
        checks, questions = explain(candidate.constraints, vacancy, facts, here, language)
        quotes = self._nearest_passages(row, vacancy, vectors)
        evidence = [
            Evidence(statement=s.text, kind=s.kind, contribution=float(part), quote=quote)
            for s, part, quote in zip(statements, parts, quotes, strict=True)
        ]
        evidence.sort(key=lambda e: -e.contribution)
        return Suggestion(
            candidate_id=candidate.id, vacancy_id=vacancy.id, rank=rank, score=float(parts.sum()),
            band=band(list(here.values())), evidence=tuple(evidence), checks=tuple(checks), questions=tuple(questions),
        )  # fmt: skip

    def _nearest_passages(self, row: int, vacancy: Vacancy, vectors: Vectors) -> list[str]:
        """For each statement the ad's passage nearest to it."""
        passages = reader.passages(vacancy)
        nearest: NDArray[np.int64] = (vectors @ self.index.passage_vectors(row).T).argmax(axis=1)
        return [passages[i] for i in nearest]
