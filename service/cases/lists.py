"""Lists: for an unstored candidate, for a case, and the effect of relaxing limits."""

import datetime
from collections.abc import Collection
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import Query
from pydantic import BaseModel

from matcher.facts.columns import rules_version
from matcher.matching import Matcher, Request, Suggestions
from matcher.meaning import understand
from matcher.occupations import Proposed, proposed
from matcher.phrases import Language, say
from matcher.schema import Candidate, Suggestion, Vacancy
from matcher.whatif import what_if
from service.calls import Access
from service.cases import caseload, decisions, profile, timeline
from service.cases.opened import OpenedCase
from service.keeper import as_json, digest

MOST = 100
TITLES = 10  # vacancies named for each change


class ProposedLimit(BaseModel):
    """A limit that a statement mentions in passing and that is not set. words: the question to the person."""

    field: str
    value: Any
    quote: str
    statement: str
    words: str


class SuggestionList(BaseModel):
    """The list of one candidate, its vacancies, and how many vacancies were left out and why.

    bands: number of eligible vacancies that fit, need a question, or could be agreed, by the limits set. wonder:
    questions to a person who has said little.
    """

    suggestions: list[Suggestion]
    vacancies: dict[str, Vacancy]
    eligible: int
    broken: int
    expired: int
    duplicates: int
    left_out: dict[str, int]
    bands: dict[str, int]
    proposals: list[ProposedLimit]
    wonder: list[str]


class CandidateList(SuggestionList):
    """The list of a candidate on the caseload, and the decisions.

    Rejected vacancies are left out (and counted); pinned ones are listed whatever limits they break. model, rules: the
    versions that made the list.
    """

    candidate_version: int
    model: str
    rules: str
    decided: dict[str, decisions.Kind]
    pinned: list[str]
    rejected: int


class Change(BaseModel):
    """A relaxed limit, the number of vacancies it would add, and the ids of the first of them."""

    code: str
    change: str
    more: int
    vacancies: list[str]


class WhatIf(BaseModel):
    """The number of vacancies within the limits now, and what each change would add. No score."""

    eligible: int
    changes: list[Change]


@dataclass(frozen=True)
class Wanted:
    """Parameters of a request for a list."""

    k: Annotated[int, Query(ge=1, le=MOST, description="How many suggestions")] = 10
    as_of: Annotated[datetime.date | None, Query(description="The day that decides what has expired; today")] = None
    include_broken: Annotated[bool, Query(description="Also those that break a limit, after the others")] = False
    include_expired: Annotated[bool, Query(description="Also those past their deadline")] = False
    lang: Annotated[Language, Query(description="Language of details and questions")] = "da"

    def request(self, more: int = 0) -> Request:
        """As a matcher ``Request`` for k + ``more`` suggestions (room for rejected ones)."""
        day = self.as_of or datetime.date.today()
        return Request(self.k + more, day, self.include_broken, self.include_expired, self.lang, elsewhere=False)


def of_somebody(access: Access, candidate: Candidate, wanted: Wanted) -> SuggestionList:
    """The list of a candidate who is not stored; logs that it was made, and by which model and rules."""
    matcher = access.service.keeper.matcher(access.caller.tenant_id)
    profile.check_limits(candidate.constraints)
    (suggestions,) = matcher.suggest([profile.bounded(candidate)], wanted.request())
    with access.writing() as call:
        call.log("suggestions.made", model=matcher.index.fingerprint, rules=rules_version())
    return SuggestionList(**_list(matcher, suggestions, suggestions.suggestions, wanted.lang))


def of_case(access: Access, case: OpenedCase, wanted: Wanted, but: Collection[str] = ()) -> CandidateList:
    """The list of a case, not yet logged as shown. but: rejected vacancies that stay on it."""
    state = case.state
    matcher = access.service.keeper.matcher(access.caller.tenant_id)
    rejected = len(state.rejected)
    (suggestions,) = matcher.suggest([case.record], wanted.request(more=rejected))
    return CandidateList(
        **_list(matcher, suggestions, state.without_rejected(suggestions.suggestions, wanted.k, but), wanted.lang),
        candidate_version=case.row.version,
        model=matcher.index.fingerprint,
        rules=rules_version(),
        decided=state.kinds,
        pinned=sorted(state.pinned),
        rejected=rejected,
    )


def show(access: Access, case: OpenedCase, wanted: Wanted, listed: CandidateList, *actions: str) -> None:
    """Log which suggestions are shown and in which order, and note them on the timeline. actions: logged with it."""
    order = [[s.vacancy_id, digest(as_json(listed.vacancies[s.vacancy_id]))] for s in listed.suggestions]
    ids = [s.vacancy_id for s in listed.suggestions]
    versions = {"list_of_version": listed.candidate_version, "model": listed.model, "rules": listed.rules}
    details = versions | {"shown": order, "as_of": wanted.request().as_of.isoformat()}
    with access.writing() as call:
        row = call.candidate(case.row.id)
        call.log_all([("suggestions.shown", row, details), *((action, row, {"shown": ids}) for action in actions)])
        timeline.note_shown(call, row, ids, case.showings)


def what_if_of(access: Access, candidate_id: str, wanted: Wanted) -> WhatIf:
    """The cost of each limit, and the effect of relaxing it a little."""
    with access.writing() as call:
        row, record = caseload.with_record(call, candidate_id)
        call.log("limits.shown", row)
    index = access.service.keeper.matcher(access.caller.tenant_id).index
    eligible, changes = what_if(record, index, wanted.request())
    costs = [
        Change(code=c.code, change=c.words, more=len(c.vacancies), vacancies=list(c.vacancies[:TITLES]))
        for c in changes
    ]
    return WhatIf(eligible=eligible, changes=costs)


def kinds(access: Access, candidate: Candidate, n: int) -> list[Proposed]:
    """Job titles to ask a person about, in groups of different kinds of work."""
    matcher = access.service.keeper.matcher(access.caller.tenant_id)
    (meanings,) = understand([candidate], matcher.encoder, matcher.index.centre)
    return proposed(candidate, meanings, n)


def _list(matcher: Matcher, suggestions: Suggestions, kept: list[Suggestion], language: Language) -> dict[str, Any]:
    return {
        "suggestions": kept,
        "vacancies": {s.vacancy_id: matcher.record(s.vacancy_id)[0] for s in kept},
        "eligible": suggestions.eligible,
        "broken": suggestions.broken,
        "expired": suggestions.expired,
        "duplicates": suggestions.duplicates,
        "left_out": suggestions.left_out,
        "bands": suggestions.bands,
        "wonder": [say(f"ask.person.{demand}", language) for demand in suggestions.wonder],
        "proposals": [
            ProposedLimit(
                field=p.field, value=p.value, quote=p.quote, statement=p.statement.text, words=p.said(language)
            )
            for p in suggestions.proposals
        ],
    }
