"""Leads: employers without an ad, ranked for a candidate by documents about their work.

A document is an earlier ad, or notes learned from contacts with an employer. An employer is as good as its best
document (an ad is not a job, and an employer is not an ad): its score is the score that the ``Matcher`` gives that
document, explained by the same evidence. Hours and times in a document were true then: they become questions, and
no such limit leaves an employer out. Two limits do: an employer whom the candidate excludes, and a place too far away.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from matcher import work
from matcher.index import Mask
from matcher.limits import BROKEN, UNKNOWN, VERDICTS, Reached, band
from matcher.limits.employer import EMPLOYER
from matcher.limits.papers import LICENCE
from matcher.limits.travel import TRAVEL
from matcher.matching import Matcher, Request
from matcher.phrases import Language, say
from matcher.schema import Candidate, Check, Suggestion, Vacancy

LEARNED = "learned"  # ``source`` of a document of notes

STAY = (EMPLOYER.name, TRAVEL.name)  # limits on employer and place, where an earlier document still holds

# A document of one source. excluded, far: whether that limit leaves it out. broken: whether it breaks any limit.
WEIGHED = np.dtype(
    [
        ("source", "i8"),
        ("row", "i8"),
        ("employer", "u8"),
        ("score", "f8"),
        ("broken", "?"),
        ("excluded", "?"),
        ("far", "?"),
    ]
)
Weighed = NDArray[np.void]


class _OfKind(Protocol):
    @property
    def kind(self) -> str | None: ...


L = TypeVar("L", bound=_OfKind)


class Source(NamedTuple):
    """Documents: the vacancies of a matcher's index that the mask selects."""

    matcher: Matcher
    documents: Mask


@dataclass(frozen=True)
class Lead:
    """An employer for a candidate. suggestion: its best document; checks of what may have changed are questions.

    employer: number of the key of its name (``matcher.employers``). kind: of work (``matcher.work``), None if
    not known. breaks: the limits that the document breaks; empty if any document of the employer breaks none.
    """

    employer: int
    document: Vacancy
    suggestion: Suggestion
    kind: str | None
    breaks: tuple[str, ...]

    @property
    def learned(self) -> bool:
        """Whether the document is one of notes, not an ad."""
        return self.document.source == LEARNED


@dataclass(frozen=True)
class Leads:
    """The best leads, the best first. employers: their total. left_out: limit -> number of employers it leaves out."""

    leads: list[Lead]
    employers: int
    left_out: dict[str, int]


def leads(
    sources: Sequence[Source], candidate: Candidate, request: Request, same: Mapping[int, int] | None = None
) -> Leads:
    """The best ``request.k`` employers; none for a candidate who has said nothing.

    same: key number -> the number of the employer it is another name of. Of equal documents, that of the
    earlier source counts, then that with the lower id.
    """
    if not candidate.statements or not sources:
        return Leads([], 0, {})
    weighed = np.concatenate([_weighed(n, one, candidate, request, same or {}) for n, one in enumerate(sources)])
    kept, left_out = _without_excluded(weighed)
    best = _best_of_each(kept)
    order = np.lexsort((best["row"], best["source"], -best["score"], best["broken"]))[: request.k]
    return Leads(_told(sources, best[order], candidate, request), len(best), left_out)


def by_kind(found: Iterable[L]) -> dict[str | None, list[L]]:
    """Leads by kind of work: the kind of the best lead first, and the best lead of each kind first."""
    groups: defaultdict[str | None, list[L]] = defaultdict(list)
    for lead in found:
        groups[lead.kind].append(lead)
    return dict(groups)


def _weighed(n: int, source: Source, candidate: Candidate, request: Request, same: Mapping[int, int]) -> Weighed:
    """The documents of the nth source that name an employer, with score and broken limits."""
    columns = source.matcher.index.rows
    rows = np.flatnonzero(source.documents & (columns["employer"] != b""))
    (vectors,) = source.matcher.encode([candidate])
    scores, reached = source.matcher.weigh(candidate, vectors, rows, request)
    weighed = np.zeros(len(rows), WEIGHED)
    weighed["source"], weighed["row"], weighed["score"] = n, rows, scores
    weighed["employer"] = columns["employer_key"][rows]
    for other, one in same.items():
        weighed["employer"][weighed["employer"] == other] = one
    weighed["broken"] = reached.broken[rows]
    weighed["excluded"], weighed["far"] = (_breaks(limit.name, reached, rows) for limit in (EMPLOYER, TRAVEL))
    return weighed


def _breaks(limit: str, reached: Reached, rows: NDArray[np.int64]) -> Mask:
    verdicts = reached.verdicts.get(limit)
    return np.zeros(len(rows), bool) if verdicts is None else verdicts[rows] == BROKEN


def _without_excluded(weighed: Weighed) -> tuple[Weighed, dict[str, int]]:
    """Drops excluded employers and places too far away; also returns limit -> number of employers dropped."""
    employers = weighed["employer"]
    unwanted = np.isin(employers, employers[weighed["excluded"]])
    near = ~unwanted & ~weighed["far"]
    far = np.setdiff1d(employers[~unwanted], employers[near])
    counts = {EMPLOYER.name: len(np.unique(employers[unwanted])), TRAVEL.name: len(far)}
    return weighed[near], {name: number for name, number in counts.items() if number}


def _best_of_each(weighed: Weighed) -> Weighed:
    """Each employer's best document: one that breaks no limit before one that does, then by score."""
    order = np.lexsort((weighed["row"], weighed["source"], -weighed["score"], weighed["broken"], weighed["employer"]))
    _, first = np.unique(weighed["employer"][order], return_index=True)
    return weighed[order[first]]


def _told(sources: Sequence[Source], best: Weighed, candidate: Candidate, request: Request) -> list[Lead]:
    """The leads with suggestions in words, in the order of their documents."""
    made: dict[int, Lead] = {}
    for n, source in enumerate(sources):
        places = np.flatnonzero(best["source"] == n)
        (vectors,) = source.matcher.encode([candidate])
        suggestions = source.matcher.tell(candidate, vectors, best["row"][places], request)
        for place, suggestion in zip(places.tolist(), suggestions, strict=True):
            ranked = suggestion.model_copy(update={"rank": place + 1})
            made[place] = _lead(source.matcher, int(best["employer"][place]), ranked, request.language)
    return [made[place] for place in range(len(best))]


def _lead(matcher: Matcher, employer: int, suggestion: Suggestion, language: Language) -> Lead:
    document, _ = matcher.record(suggestion.vacancy_id)
    breaks = tuple(check.constraint for check in suggestion.checks if check.verdict == "broken")
    then = [_question(check, language) for check in suggestion.checks if _may_change(check)]
    checks = tuple(
        c if c.constraint in STAY else c.model_copy(update={"verdict": "unknown"}) for c in suggestion.checks
    )
    changed = {
        "band": band([UNKNOWN, *(VERDICTS.index(check.verdict) for check in checks)]),
        "checks": checks,
        "questions": tuple(dict.fromkeys((*then, *suggestion.questions))),
    }
    kind = _kind(matcher, suggestion.vacancy_id)
    return Lead(employer, document, suggestion.model_copy(update=changed), kind, breaks)


def _may_change(check: Check) -> bool:
    """Whether to ask again: not for limits that stay, unknown facts, or licences the candidate has."""
    had = check.constraint == LICENCE.name and check.verdict == "met"
    return check.verdict != "unknown" and check.constraint not in STAY and not had


def _question(check: Check, language: Language) -> str:
    """The question whether a detail of an earlier document still holds."""
    return say("lead.still", language, then=check.detail)


def _kind(matcher: Matcher, document_id: str) -> str | None:
    shares = matcher.index.kinds[matcher.index.row(document_id)]
    return work.kinds()[int(shares.argmax())].code if shares.any() else None
