"""``Matcher``: the only way from candidates and vacancies to ranked, explained suggestions.

The command line, the service and the bulk run all call it. One candidate is a batch of one.
"""

import datetime
import functools
import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from matcher import reader
from matcher.encoder import Encoder, Vectors
from matcher.facts import Facts, Post
from matcher.facts.columns import DEMANDS, Rows
from matcher.features import CLEARLY_SAID, FEATURES, Pair, Scored, features, highest, title, vague_share
from matcher.index import Index, Mask
from matcher.limits import (
    BANDS,
    BROKEN,
    LIMITS,
    MET,
    UNKNOWN,
    VERDICTS,
    Limit,
    Reached,
    Subject,
    Verdicts,
    band,
    explain,
    on_all_posts,
    only_in_passing,
    suited,
    verdicts,
)
from matcher.meaning import Contributions, Meanings, understand
from matcher.phrases import Language, say
from matcher.ranking import (
    NEAR_EXPERIENCE,
    QUOTE_FROM,
    REASON_FROM,
    SPREAD,
    Posted,
    bounds,
    contributions,
    experienced,
    near_copies,
    points,
    varied,
)
from matcher.schema import Band, Candidate, Check, Constraints, DemandKind, Evidence, Statement, Suggestion, Vacancy
from matcher.statements import Proposal, merged, proposals

# Rows scored at first for each place on a list. A list that is not certain then costs a wider search; 16, 32 and 64
# took the same time over 50,000 vacancies, 160 half as much again.
OVERFETCH = 32
RECORD_CACHE = 4096  # vacancies cached with facts and passages, about 10 kB each
EXPLANATION_CACHE = 16_384  # cached explanations of limits
VERDICT_CACHE = 512  # limits with cached verdicts, a byte for each vacancy
MOSTLY = 0.5  # share of vague statements; above it questions to the person help more than a list
# Demands that a short question can ask about ("inde eller ude?").
WONDERED: tuple[DemandKind, ...] = (
    "outdoors",
    "customer_contact",
    "works_alone",
    "standing_walking",
    "screen_work",
    "routine",
    "children",
    "animals",
)
ELSEWHERE = 3  # vacancies of another kind: enough to talk about, too few to look like a second list


@dataclass(frozen=True)
class Suggestions:
    """One candidate's list, and counts of the vacancies that are not on it.

    Every vacancy of the index is eligible, broken, expired or a copy. left_out: for each constraint, how many of the
    broken ones break it; a vacancy can break several. bands: number of eligible vacancies in each band. elsewhere: a
    few eligible vacancies that no goal but an interest points to, for a talk about other kinds of work; not part of a
    run. proposals: limits that only statements name. wonder: if little was said, the demands that are most useful to
    ask about.
    """

    candidate_id: str
    suggestions: list[Suggestion]
    eligible: int
    broken: int
    expired: int
    duplicates: int
    left_out: dict[str, int]
    bands: dict[Band, int]
    elsewhere: tuple[Suggestion, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    wonder: tuple[DemandKind, ...] = ()


@dataclass(frozen=True)
class Request:
    """How to make lists: k suggestions each, as of a day, with or without broken and expired ones, in a language.

    elsewhere: also a few vacancies of another kind, which only a list for people shows.
    """

    k: int = 10
    as_of: datetime.date = field(default_factory=datetime.date.today)
    include_broken: bool = False
    include_expired: bool = False
    language: Language = "da"
    elsewhere: bool = True


def within(
    index: Index, reached: Reached, request: Request, rows: "NDArray[np.int64] | slice" = slice(None)
) -> tuple[Mask, Mask]:
    """Which of the rows have not expired, and which of those break no limit. ``reached``: results for these rows."""
    current = index.unexpired(request.as_of.toordinal())[rows] | request.include_expired
    return current, current & ~reached.broken


class Matcher:
    """Suggests vacancies of an index to candidates. The index and the encoder must belong together."""

    def __init__(self, index: Index, encoder: Encoder) -> None:
        index.check_encoder(encoder)
        self.index, self.encoder = index, encoder
        self._posters = np.ascontiguousarray(index.rows["poster"])  # compared for every place of every list
        self._read = functools.lru_cache(maxsize=RECORD_CACHE)(self._reading)  # many candidates get the same vacancies
        # Many candidates have the same limits.
        self._explained = functools.lru_cache(maxsize=EXPLANATION_CACHE)(self._explanation)
        self._reached = functools.lru_cache(maxsize=VERDICT_CACHE)(self._limit_verdicts)

    def suggest(self, candidates: Sequence[Candidate], request: Request | None = None) -> Iterator[Suggestions]:
        """Yields the best k eligible vacancies for each candidate, one list at a time, in the candidates' order."""
        yield from self.score(candidates, self.encode(candidates), request or Request())

    def record(self, vacancy_id: str) -> tuple[Vacancy, Facts]:
        """A vacancy and its facts; those on lists are cached. KeyError if it is not in the index."""
        vacancy, facts, _ = self._read(self.index.row(vacancy_id))
        return vacancy, facts

    def encode(self, candidates: Sequence[Candidate]) -> list[Vectors]:
        """Each candidate's statements as numbers: one row for each statement, then one for each refused title
        (``meaning.Meanings.rows``).

        Vectors are scaled so that their likenesses to ads spread as with any other encoder, because the ranking's sizes
        were measured once.
        """
        centre = self.index.centre
        length = SPREAD / centre.spread if centre.spread else 1.0
        return [meanings.rows for meanings in understand(candidates, self.encoder, centre, length)]

    def score(
        self, candidates: Iterable[Candidate], vectors: Iterable[Vectors], request: Request
    ) -> Iterator[Suggestions]:
        """Like ``suggest``, for candidates whose statements are already encoded."""
        for candidate, own in zip(candidates, vectors, strict=True):
            yield self._list(self._query(candidate, own, request))

    def about(
        self, vacancy_id: str, candidates: Sequence[Candidate], request: Request | None = None
    ) -> Iterator[Suggestion | None]:
        """One vacancy for each candidate, whatever limits it breaks; None for a candidate without statements.

        Candidates stay in their order and are not compared.
        """
        only = np.zeros(len(self.index), bool)
        only[self.index.row(vacancy_id)] = True
        request = replace(request or Request(), k=1)
        for candidate, own in zip(candidates, self.encode(candidates), strict=True):
            ranked = self._ranked(self._query(candidate, own, request), only, after=0)
            yield ranked[0] if ranked else None

    def weigh(
        self, candidate: Candidate, vectors: Vectors, rows: NDArray[np.int64], request: Request
    ) -> tuple[NDArray[np.float64], Reached]:
        """What the vacancies of these rows score, whatever they break, and what every vacancy comes to."""
        query = self._query(candidate, vectors, request)
        return self._parts(query, rows, self._posts(query, rows)).sum(axis=1), query.reached

    def tell(
        self, candidate: Candidate, vectors: Vectors, rows: NDArray[np.int64], request: Request
    ) -> list[Suggestion]:
        """The vacancies of these rows in words, in their order, whatever they break; each by itself."""
        query = self._query(candidate, vectors, request)
        parts = self._parts(query, rows, self._posts(query, rows))
        return [
            self._suggestion(query, int(row), np.append(part, 0.0), rank)
            for rank, (row, part) in enumerate(zip(rows, parts, strict=True), start=1)
        ]

    def could_change(
        self,
        candidate: Candidate,
        vectors: Vectors,
        listed: Sequence[Suggestion],
        rows: NDArray[np.int64],
        request: Request,
    ) -> bool:
        """Whether these rows could change a list that was made without them: an eligible one belongs among the k, or is
        a near copy of one of them."""
        if not candidate.statements or not len(rows):
            return False
        columns = self.index.columns_of(rows)
        reached = verdicts(candidate.limits, columns, request.as_of)
        eligible = within(self.index, reached, request, rows)[1]
        rows, posts = rows[eligible], columns.at(reached.best[eligible])
        if not len(rows):
            return False
        if len(listed) < request.k:
            return True
        query = Query.of(candidate, vectors, reached, request)
        if self._parts(query, rows, posts).sum(axis=1).max() >= listed[-1].score:
            return True
        new, everything = np.zeros(len(self.index), bool), self._posted(slice(None))
        new[rows] = True
        return any(len(near_copies(self.index.row(s.vacancy_id), new, everything)) for s in listed)

    def _query(self, candidate: Candidate, vectors: Vectors, request: Request) -> "Query":
        limits = candidate.limits
        each = {
            limit.name: self._reached(limit, limit.seen(limits), request.as_of)
            if limit.fields
            else on_all_posts(limit, limits, self.index.columns, request.as_of)
            for limit in LIMITS
            if limit.is_set(limits)
        }
        return Query.of(candidate, vectors, suited(each, self.index.columns.owners), request)

    def _limit_verdicts(self, limit: Limit, seen: tuple[Any, ...], as_of: datetime.date) -> Verdicts:
        """The verdicts of a limit on every post. It gets only the fields it looks at."""
        return on_all_posts(limit, limit.only(seen), self.index.columns, as_of)

    def _list(self, query: "Query") -> Suggestions:
        index, request = self.index, query.request
        current, unbroken = within(index, query.reached, request)
        eligible = index.first_copies(unbroken)
        broken = index.first_copies(current & ~unbroken) & ~index.copies_of(eligible)
        ranked = self._ranked(query, eligible, after=0)
        if request.include_broken:
            ranked += self._ranked(query, broken, after=len(ranked))
        left_out = {name: int((broken & (v == BROKEN)).sum()) for name, v in query.reached.verdicts.items()}
        return Suggestions(
            query.candidate.id,
            ranked,
            eligible=int(eligible.sum()),
            broken=int(broken.sum()),
            expired=int((~current).sum()),
            duplicates=int((current & ~eligible & ~broken).sum()),
            left_out={name: n for name, n in left_out.items() if n},
            bands=_bands(query.reached, eligible),
            elsewhere=tuple(self._elsewhere(query, eligible, {index.row(s.vacancy_id) for s in ranked}))
            if request.elsewhere
            else (),
            proposals=tuple(query.proposals),
            wonder=self._wonder(query, eligible),
        )

    def _wonder(self, query: "Query", eligible: Mask) -> tuple[DemandKind, ...]:
        """Three demands that the person has not mentioned and that split the eligible vacancies most evenly."""
        if vague_share(query.candidate, query.meanings) < MOSTLY or not eligible.any():
            return ()
        limits, mentioned = query.candidate.constraints, np.maximum(query.meanings.wish, query.meanings.avoid)
        spoken = {*limits.avoid, *limits.wish, *limits.never}
        spoken |= {d for d, chance in zip(DEMANDS, mentioned.max(axis=0), strict=True) if chance >= CLEARLY_SAID}
        bits_ = self.index.rows["demands"][eligible]
        share = {d: float(((bits_ >> DEMANDS.index(d)) & 1).mean()) for d in WONDERED if d not in spoken}
        return tuple(sorted(share, key=lambda d: -share[d] * (1 - share[d]))[:3])

    def _ranked(self, query: "Query", mask: Mask, after: int) -> list[Suggestion]:
        """The best k rows of the mask, ranked from ``after`` + 1. The lower id wins a tie.

        Exact: wider and wider sets of rows are scored, until no row outside can have a score as high as the last one on
        the list.
        """
        if not query.statements:
            return []
        queries, most = bounds(query.statements, query.rows), OVERFETCH * query.request.k
        most_by_terms = highest(query.candidate, query.meanings)
        while True:
            rows, bound = self.index.search(queries, mask, most)
            parts = self._parts(query, rows, self._posts(query, rows))
            scores = parts.sum(axis=1)
            chosen = varied(scores, self._posted(rows, query), query.request.k)
            full = (
                len(chosen) == query.request.k and scores[chosen[-1].place] + chosen[-1].variety > bound + most_by_terms
            )
            if full or bound == -np.inf:
                break
            most *= 4
        copies = self._copies(query, rows[[pick.place for pick in chosen]], mask)
        return [
            self._suggestion(query, int(rows[pick.place]), np.append(parts[pick.place], pick.variety), after + n, also)
            for n, (pick, also) in enumerate(zip(chosen, copies, strict=True), start=1)
        ]

    def _posted(self, rows: "NDArray[np.int64] | slice", query: "Query | None" = None) -> Posted:
        """The posters of these rows; for a candidate, with the offers of the best posts."""
        employers, keys, areas = (self.index.rows[column][rows] for column in ("employer", "employer_key", "area"))
        offers = None if query is None else self._offers(query.reached.best[rows])
        return Posted(employers, self._posters[rows], keys, areas, self.index.documents[rows], offers)

    def _offers(self, places: NDArray[np.int64]) -> Callable[[str, NDArray[np.int64]], NDArray[Any]]:
        return lambda name, some: self.index.columns.column(name, places[some])

    def _copies(self, query: "Query", chosen: NDArray[np.int64], mask: Mask) -> list[tuple[str, ...]]:
        """For each chosen row the ids of its near copies in the mask. Each copy is listed once, at the first row."""
        everything, left = self._posted(slice(None), query), mask.copy()
        left[chosen] = False
        found: list[tuple[str, ...]] = []
        for row in chosen:
            copies = near_copies(int(row), left, everything)
            left[copies] = False
            found.append(tuple(map(self.index.id, copies.tolist())))
        return found

    def _elsewhere(self, query: "Query", eligible: Mask, shown: set[int]) -> Iterator[Suggestion]:
        """The best few by interests among those that no goal is near, best first."""
        kinds = np.array([s.kind for s in query.statements])
        if not {"goal", "interest"} <= set(kinds):
            return
        wishes = query.rows[kinds == "interest"].astype(np.float64)
        rows, _ = self.index.search(wishes, eligible, OVERFETCH * query.request.k)
        likeness = self._likeness(query, rows)
        interest = likeness[:, kinds == "interest"].max(axis=1, initial=-1)
        other = (likeness[:, kinds == "goal"].max(axis=1, initial=-1) < NEAR_EXPERIENCE) & (interest >= NEAR_EXPERIENCE)
        parts = self._parts(query, rows, self._posts(query, rows))
        order = (i for i in np.lexsort((rows, -interest)) if other[i])
        unseen = (i for i in order if int(rows[i]) not in shown)
        for rank, i in enumerate(itertools.islice(unseen, ELSEWHERE), start=1):
            yield self._suggestion(query, int(rows[i]), np.append(parts[i], 0.0), rank)

    def _likeness(self, query: "Query", rows: NDArray[np.int64]) -> Contributions:
        """(n, s) inner products. Not a matrix product: its last digits would depend on the number of rows."""
        return np.einsum("nd,sd->ns", self.index.vectors[rows].astype(np.float64), query.rows.astype(np.float64))

    def _posts(self, query: "Query", rows: NDArray[np.int64]) -> Rows:
        """The rows of the best posts."""
        return self.index.columns.at(query.reached.best[rows])

    def _parts(self, query: "Query", rows: NDArray[np.int64], posts: Rows) -> Contributions:
        """(n, s + t) contributions of the statements to these rows, then of the features. posts: the best ones."""
        likeness, kinds = self._likeness(query, rows), self.index.kinds[rows]
        done = experienced(query.statements, likeness)
        scored = Scored(
            query.candidate, query.meanings, query.refused, query.in_passing, posts, kinds, done, query.request.as_of
        )
        return np.hstack([contributions(query.statements, likeness), features(scored)])

    def _suggestion(
        self, query: "Query", row: int, parts: Contributions, rank: int, also: tuple[str, ...] = ()
    ) -> Suggestion:
        """``parts``: contributions of the statements, the features and variety."""
        vacancy, facts, passages = self._read(row)
        place = int(query.reached.best[row])
        post = self._post(place, facts)
        reached = {name: int(v[row]) for name, v in query.reached.verdicts.items()}
        checks, questions = zip(*self._checked(query, row, place, reached), strict=True)
        evidence = [
            *self._of_statements(query, row, passages, parts),
            *_of_features(
                query, Pair(query.candidate, query.meanings, vacancy, facts, post, query.request.language), parts
            ),
        ]
        evidence.sort(key=lambda e: -e.contribution)
        doubtful = facts.impossible_deadline.value
        if doubtful:
            questions = (*questions, say("ask.deadline", query.request.language, date=doubtful))
        return Suggestion(
            candidate_id=query.candidate.id,
            vacancy_id=self.index.id(row),
            rank=rank,
            score=float(parts.sum()),
            band=band([VERDICTS.index(check.verdict) for check in checks]),
            evidence=tuple(evidence),
            checks=checks,
            questions=tuple(filter(None, questions)),
            also=also,
            post=post.label,
            points=points(float(parts.sum())),
        )

    def _post(self, place: int, facts: Facts) -> Post:
        """The post whose row is at that place."""
        return facts.posts[int(self.index.columns.column("post", np.array([place]))[0])]

    def _reading(self, row: int) -> tuple[Vacancy, Facts, list[str]]:
        """A vacancy with its facts and passages."""
        vacancy, facts = self.index.record(row)
        return vacancy, facts, reader.passages(vacancy)

    def _checked(
        self, query: "Query", row: int, place: int, reached: dict[str, int]
    ) -> Iterator[tuple[Check, str | None]]:
        """Each limit that is set, in words, with its question."""
        limits, language = query.candidate.limits, query.request.language
        for limit in LIMITS:
            verdict = reached.get(limit.name)
            if verdict is not None and limit.fields:
                yield self._explained(limit, limit.seen(limits), row, place, verdict, language)
            elif verdict is not None:
                yield explain(limit, self._subject(limits, row, place, verdict, language))
        yield from self._checked_in_passing(query, row, place)

    def _checked_in_passing(self, query: "Query", row: int, place: int) -> Iterator[tuple[Check, str | None]]:
        """Limits that only statements name: met, or a question until the person has confirmed them."""
        limits, request = query.in_passing, query.request
        posts = self.index.columns.at(np.array([place]))
        for limit in only_in_passing(query.candidate.limits, limits):
            verdict = int(limit.verdicts(limits, posts, request.as_of)[0])
            subject = self._subject(limits, row, place, verdict, request.language)
            check, question = explain(limit, subject)
            quotes = [p.quote for p in query.proposals if p.field.partition(".")[0] in (*limit.fields, "avoid")]
            key = {MET: "met", UNKNOWN: "unknown"}.get(verdict, "against")
            detail = say(f"said.{key}", request.language, quote=quotes[0] if quotes else "")
            shown = VERDICTS[MET if verdict == MET else UNKNOWN]
            yield check.model_copy(update={"detail": detail, "verdict": shown, "source": "statement"}), question

    def _explanation(
        self, limit: Limit, seen: tuple[Any, ...], row: int, place: int, verdict: int, language: Language
    ) -> tuple[Check, str | None]:
        """The words of a limit. It gets only the fields it looks at."""
        return explain(limit, self._subject(limit.only(seen), row, place, verdict, language))

    def _subject(self, limits: Constraints, row: int, place: int, verdict: int, language: Language) -> Subject:
        vacancy, facts, _ = self._read(row)
        posts = self.index.columns.at(np.array([place]))
        return Subject(limits, vacancy, facts, facts.posts[int(posts["post"][0])], posts, verdict, language)

    def _of_statements(self, query: "Query", row: int, passages: list[str], parts: Contributions) -> list[Evidence]:
        """Each statement with its nearest passage, if the ad answers it and the passage is near."""
        near = query.meanings.vectors @ self.index.passage_vectors(row).T
        answered = self._likeness(query, np.array([row]))[0] >= REASON_FROM
        through = query.meanings.through(self.index.documents[row], self.index.kinds[row])
        quoted = answered & (near.max(axis=1, initial=0.0) >= QUOTE_FROM)
        return [
            Evidence(
                statement=statement.text,
                kind=statement.kind,
                contribution=float(parts[n]),
                quote=passages[int(near[n].argmax())] if quoted[n] else None,
                work=through[n] if answered[n] and not quoted[n] else None,
            )
            for n, statement in enumerate(query.statements)
        ]


def _bands(reached: Reached, mask: Mask) -> dict[Band, int]:
    """The number of vacancies of the mask in each band, by the limits that are set. Every band is listed."""
    worst = np.max([verdicts_[mask] for verdicts_ in reached.verdicts.values()], axis=0, initial=MET)
    counts = np.bincount(worst, minlength=BROKEN) if len(reached.verdicts) else np.array([int(mask.sum())])
    return {name: int(n) for name, n in zip(BANDS, counts, strict=False) if n}


def _of_features(query: "Query", of: Pair, parts: Contributions) -> list[Evidence]:
    """The features that are not 0, each divided equally between its reasons, and the loss for variety."""
    evidence: list[Evidence] = []
    if parts[-1]:
        crowded, quote = say("term.variety", of.language, employer=of.vacancy.employer), title(of.vacancy)
        evidence.append(
            Evidence(statement=crowded, kind="variety", contribution=float(parts[-1]), quote=quote, term="variety")
        )
    for term, part in zip(FEATURES, parts[len(query.statements) : -1], strict=True):
        reasons = term.words(of) if part else []
        evidence += [
            Evidence(
                statement=s.statement,
                kind=term.kind,
                contribution=float(part) / len(reasons),
                quote=s.quote,
                term=term.name,
            )
            for s in reasons
        ]
    return evidence


class Query(NamedTuple):
    """A prepared candidate: what the statements mean, their (s, d + kinds) rows, and the verdicts on every vacancy.

    refused: of titles. proposals: limits that only statements name; in_passing: the limits with these.
    """

    candidate: Candidate
    statements: Sequence[Statement]
    meanings: Meanings
    refused: Meanings
    rows: Vectors
    proposals: Sequence[Proposal]
    in_passing: Constraints
    reached: Reached
    request: Request

    @classmethod
    def of(cls, candidate: Candidate, meanings: Vectors, reached: Reached, request: Request) -> "Query":
        """meanings: rows from ``Matcher.encode``."""
        everything, proposed, s = Meanings.kept(meanings), proposals(candidate), len(candidate.statements)
        known, refused = everything.some(slice(s)), everything.some(slice(s, None))
        in_passing = merged(candidate.limits, proposed)
        return cls(
            candidate, candidate.statements, known, refused, known.queries, proposed, in_passing, reached, request
        )
