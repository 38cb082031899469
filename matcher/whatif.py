"""What each limit costs, and what a small change would add: exact counts, and the vacancies.

Counts vacancies within all limits, copies once, as on a list: those that fit, those with a question, and negotiable
ones.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from matcher.facts.papers import stems
from matcher.features import own_papers
from matcher.index import Index, Mask
from matcher.limits import LIMITS, verdicts
from matcher.matching import Request, within
from matcher.phrases import Language, say
from matcher.schema import FULL_TIME_HOURS, Candidate, Constraints
from matcher.times_in_words import work_at

# Hours and minutes, as a consultant would ask: 15 instead of 12 hours, 45 instead of 30 minutes.
MORE_HOURS, MORE_MINUTES = (3, 15)
MOST_CERTIFICATES = 3


@dataclass(frozen=True)
class Change:
    """One possible change: its code, its words, the ids of the vacancies it would add, and the changed limits.

    limits: only for a small step that can be applied at once. Giving up a limit needs a talk; a licence is a fact.
    """

    code: str
    words: str
    vacancies: tuple[str, ...]
    limits: Constraints | None = None


def what_if(candidate: Candidate, index: Index, request: Request) -> tuple[int, list[Change]]:
    """The number of vacancies within the limits, and what each change would add. Needs no encoder and no score."""
    now = eligible(candidate.limits, index, request)
    ids = index.ids()
    known = index.copies_of(now)
    changes = [
        Change(
            code,
            words,
            tuple(ids[row] for row in np.flatnonzero(eligible(limits, index, request) & ~known)),
            limits if step else None,
        )
        for code, words, limits, step in _changes(candidate.limits, request.language)
    ]
    return int(now.sum()), [*changes, *_certificates(candidate, index, now, ids, request.language)]


def difference(before: Candidate, after: Candidate, index: Index, request: Request) -> tuple[int, int, int]:
    """(vacancies within the limits after a change, how many of them are new, how many are lost)."""
    was, now = (eligible(c.limits, index, request) for c in (before, after))
    more, fewer = now & ~index.copies_of(was), was & ~index.copies_of(now)
    return int(now.sum()), int(more.sum()), int(fewer.sum())


def eligible(limits: Constraints, index: Index, request: Request) -> Mask:
    """Rows within the limits, copies once."""
    return index.first_copies(within(index, verdicts(limits, index.columns, request.as_of), request)[1])


def _changes(limits: Constraints, language: Language) -> Iterator[tuple[str, str, Constraints, Constraints | None]]:
    """Yields (code, words, changed limits, the same if it can be applied at once else None): +3 hours, +15 minutes,
    each excluded time, licence B, each limit dropped."""
    hours = limits.weekly_hours
    if hours and hours.max is not None and hours.max + MORE_HOURS <= FULL_TIME_HOURS:
        most = hours.max + MORE_HOURS
        wider = _with(limits, weekly_hours=hours.model_copy(update={"max": most}))
        yield "hours", say("whatif.hours", language, most=most, now=hours.max), wider, wider
    if limits.max_travel_minutes is not None:
        most = limits.max_travel_minutes + MORE_MINUTES
        wider = _with(limits, max_travel_minutes=most)
        yield "travel", say("whatif.travel", language, most=most, now=limits.max_travel_minutes), wider, wider
    for time in limits.not_times:
        others = tuple(t for t in limits.not_times if t != time)
        also = _with(limits, not_times=others)
        yield f"time.{time}", say("whatif.time", language, time=work_at([time], language)), also, also
    if limits.licences is not None and "B" not in limits.licences:
        yield "licence", say("whatif.licence", language), _with(limits, licences=(*limits.licences, "B")), None
    for limit in LIMITS:
        if limit.is_set(limits):
            yield (
                f"without.{limit.name}",
                _without(limit.name, language),
                _with(limits, **dict(limit.without)),
                None,
            )


def _without(limit: str, language: Language) -> str:
    if limit == "employment":
        return say("whatif.any_employment", language)
    return say("whatif.without", language, constraint=say(f"constraint.{limit}", language))


def _with(limits: Constraints, **fields: object) -> Constraints:
    return limits.model_copy(update=fields)


def _certificates(
    candidate: Candidate, index: Index, now: Mask, ids: list[str], language: Language
) -> Iterator[Change]:
    """The certificates that most vacancies within the limits require and the person lacks."""
    own = own_papers(candidate)
    required = {int(row): _papers(str(index.rows["certificates"][row])) - own for row in np.flatnonzero(now)}
    named: set[str] = set()  # two of its words may be required: "certificeret i bolig"
    for paper, _ in sorted(Counter(p for group in required.values() for p in group).most_common(MOST_CERTIFICATES)):
        rows = [row for row, papers in required.items() if paper in papers]
        name = _named(index, rows[0], paper)
        if name in named:
            continue
        named.add(name)
        yield Change(
            f"certificate.{paper}", say("whatif.certificate", language, paper=name), tuple(ids[row] for row in rows)
        )


def _named(index: Index, row: int, paper: str) -> str:
    """A certificate in an ad's words, found by a stem of its name."""
    _, facts = index.record(row)
    names = (r.what for post in facts.posts for r in post.required("certificate") if r.what)
    return next((name for name in names if paper in stems(name)), paper)


def _papers(texts: str) -> set[str]:
    return {word for paper in texts.split("|") for word in paper.split()}
