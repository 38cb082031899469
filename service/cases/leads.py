"""Leads of a case: employers without an ad, ranked by their documents, and the employers without any document."""

import datetime
from collections.abc import Collection
from dataclasses import dataclass
from typing import Annotated

import numpy as np
from fastapi import Query
from numpy.typing import NDArray
from pydantic import BaseModel

from matcher import leads as engine
from matcher.employers import excluded, key, number
from matcher.leads import Lead, Source
from matcher.matching import Matcher, Request
from matcher.phrases import Language
from matcher.schema import Candidate as Record
from matcher.schema import Suggestion
from service.calls import Access, Call
from service.cases import lists
from service.cases.opened import OpenedCase, open_case
from service.employers import register
from service.leads import employer_of
from service.store import Candidate, Employer

MOST = 100
ON_LIST = 30  # suggestions searched for employers with an ad: as many as the list's pages have


@dataclass(frozen=True)
class WantedLeads:
    """Parameters of a request for leads."""

    k: Annotated[int, Query(ge=1, le=MOST, description="How many employers")] = 20
    as_of: Annotated[datetime.date | None, Query(description="The day that decides which ads are of before")] = None
    lang: Annotated[Language, Query(description="Language of details and questions")] = "da"


class LeadShown(BaseModel):
    """An employer suggested for a candidate. employer_id: None if it is not in the register yet.

    suggestion: the document behind the lead: an earlier ad (``vacancy_id``; ``published`` if known) or notes from
    contacts (learned). breaks: limits that the document breaks; empty if any document breaks none.
    kind: of work. on_list: the employer has an ad on the candidate's list now.
    """

    name: str
    employer_id: str | None
    vacancy_id: str | None
    learned: bool
    published: datetime.date | None
    suggestion: Suggestion
    kind: str | None
    breaks: tuple[str, ...]
    on_list: bool


class UnknownEmployer(BaseModel):
    """An employer in the register without any document."""

    name: str
    employer_id: str


class LeadList(BaseModel):
    """The best leads, the best first. employers: their total. left_out: limit -> number of employers it leaves out.

    unknown: employers without any document, by name; they are not ranked.
    """

    leads: list[LeadShown]
    employers: int
    left_out: dict[str, int]
    unknown: list[UnknownEmployer]


@dataclass(frozen=True)
class _Register:
    """The register for one caller. numbers: key -> employer's number. shared: ids whose needs the caller may read."""

    rows: dict[int, Employer]
    same: dict[int, int]
    shared: set[str]


def of_candidate(access: Access, candidate_id: str, wanted: WantedLeads) -> LeadList:
    """The leads of a candidate within reach; logs that they were shown."""
    return opened(access, candidate_id, wanted)[1]


def opened(access: Access, candidate_id: str, wanted: WantedLeads) -> tuple[Candidate, LeadList]:
    """The candidate with the leads; logs that they were shown."""
    with access.reading() as call:
        case, registry = open_case(call, candidate_id), _register(call)
    return case.row, _of_case(access, case, registry, wanted)


def _of_case(access: Access, case: OpenedCase, registry: _Register, wanted: WantedLeads) -> LeadList:
    day = wanted.as_of or datetime.date.today()
    request = Request(wanted.k, day, include_expired=True, language=wanted.lang, elsewhere=False)
    sources = _sources(access, registry.shared, day)
    case_leads = engine.leads(sources, case.record, request, registry.same)
    listed = _on_list(access, case, day, wanted.lang)
    leads_shown = [_lead(lead, registry, listed) for lead in case_leads.leads]
    with access.writing() as call:
        ids = [lead.suggestion.vacancy_id for lead in case_leads.leads]
        call.log("leads.shown", call.candidate(case.row.id), shown=ids, as_of=day.isoformat())
    unknown = _unknown(access, registry, sources, case.record)
    return LeadList(leads=leads_shown, employers=case_leads.employers, left_out=case_leads.left_out, unknown=unknown)


def _register(call: Call) -> _Register:
    rows = {number(row.key): row for row in call.db.scalars(call.scope.employers())}
    of_id = {row.id: mark for mark, row in rows.items()}
    names = call.db.scalars(call.scope.employer_names())
    same = {number(name.key): of_id[name.employer_id] for name in names}
    return _Register(rows, same, register.learned_of(call))


def _sources(access: Access, shared: Collection[str], day: datetime.date) -> list[Source]:
    """The sources: ads past their deadline, withdrawn ads, and notes shared with the caller."""
    matcher = access.service.keeper.matcher(access.caller.tenant_id)
    earlier = access.service.leads.of(access.caller.tenant_id)
    sources = [Source(matcher, ~matcher.index.unexpired(day.toordinal()))]
    return [*sources, Source(earlier, _may_read(earlier, shared))] if earlier else sources


def _may_read(matcher: Matcher, shared: Collection[str]) -> NDArray[np.bool_]:
    whose = map(employer_of, matcher.index.ids())
    return np.array([employer is None or employer in shared for employer in whose], bool)


def _on_list(access: Access, case: OpenedCase, day: datetime.date, language: Language) -> set[int]:
    """Numbers of the employers with an ad on the candidate's list."""
    answer = lists.of_case(access, case, lists.Wanted(k=ON_LIST, as_of=day, lang=language))
    return {number(key(vacancy.employer)) for vacancy in answer.vacancies.values() if vacancy.employer}


def _lead(lead: Lead, registry: _Register, listed: Collection[int]) -> LeadShown:
    row = registry.rows.get(lead.employer)
    names = {lead.employer, *(other for other, employer in registry.same.items() if employer == lead.employer)}
    return LeadShown(
        name=row.name if row else str(lead.document.employer),
        employer_id=row.id if row else None,
        vacancy_id=None if lead.learned else lead.document.id,
        learned=lead.learned,
        published=lead.document.published,
        suggestion=lead.suggestion,
        kind=lead.kind,
        breaks=lead.breaks,
        on_list=bool(names & set(listed)),
    )


def _unknown(access: Access, registry: _Register, sources: list[Source], candidate: Record) -> list[UnknownEmployer]:
    """Registered employers with neither document nor ad, except those that the candidate excludes."""
    matcher = access.service.keeper.matcher(access.caller.tenant_id)
    columns = [matcher.index.rows["employer_key"]]
    columns += [source.matcher.index.rows["employer_key"][source.documents] for source in sources]
    documented = {registry.same.get(mark, mark) for mark in np.unique(np.concatenate(columns)).tolist()}
    unwanted = {name.key for name in excluded(candidate.constraints.exclude_employers)}
    rows = sorted(
        (row.name.casefold(), row.id, row.name)
        for mark, row in registry.rows.items()
        if mark not in documented | unwanted
    )
    return [UnknownEmployer(name=name, employer_id=id_) for _, id_, name in rows[:MOST]]
