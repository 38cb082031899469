"""Everything that is held about one candidate, the log included, to be handed over to the person."""

import datetime
import json
from collections.abc import Iterable
from typing import Any, Literal

from pydantic import BaseModel
from sqlalchemy import Select, select

from matcher.nightly import suggestions
from matcher.schema import Candidate as Record
from matcher.schema import Suggestion
from service import audit
from service.audit import Shown
from service.calls import Call
from service.keeper import vacancy_of
from service.store import Candidate, CandidateVersion, CaseEvent, Decision, Entry, Proposal, RunList, Vacancy


class ExportedVersion(BaseModel):
    """What was held from a moment on."""

    version: int
    at: datetime.datetime
    by: str
    record: Record


class ExportedDecision(BaseModel):
    """What was decided, why, on whose word, and whether it was undone."""

    at: datetime.datetime
    vacancy_id: str
    kind: str
    reason: str | None
    whose: str | None
    note: str | None
    by: str
    undone: datetime.datetime | None


class ExportedProposal(BaseModel):
    """A change that was suggested, and what became of it."""

    at: datetime.datetime
    change: str
    answer: str | None


class ExportedEvent(BaseModel):
    """Something that happened in the case: what it was, about which vacancy, by whom. details: JSON, as of a limit."""

    at: datetime.datetime
    kind: str
    vacancy_id: str | None
    details: str
    by: str


class Ad(BaseModel):
    """A vacancy that the case names, as far as it is still held."""

    title: str
    employer: str | None


class ExportedList(BaseModel):
    """A list of a bulk run that is still kept."""

    run_id: str
    suggestions: list[Suggestion]


class Everything(BaseModel):
    """Everything that is held about one candidate."""

    id: str
    label: str | None
    created: datetime.datetime
    closed: datetime.datetime | None
    versions: list[ExportedVersion]
    decisions: list[ExportedDecision]
    proposals: list[ExportedProposal]
    lists: list[ExportedList]
    events: list[ExportedEvent]
    vacancies: dict[str, Ad]
    log: list[Shown]


def versions(row: Candidate) -> Select[Any]:
    """The versions of a candidate that is within reach."""
    return select(CandidateVersion).where(CandidateVersion.candidate_id == row.id)


def give_out(call: Call, candidate_id: str, format: Literal["json", "html"]) -> Everything:
    """Read all of it, in the order in which it came to be, and log that it is handed over."""
    row = call.candidate(candidate_id)
    call.log("candidate.exported", row, format=format)
    scope = call.scope

    def of(query: Select[Any], table: Any, order: Any) -> Any:
        return list(call.db.scalars(query.where(table.candidate_id == row.id).order_by(order)))

    decisions, events = of(scope.decisions(), Decision, Decision.at), of(scope.events(), CaseEvent, CaseEvent.at)
    lists = [
        ExportedList(run_id=made.run_id, suggestions=suggestions(made.lines or ""))
        for made in of(scope.run_lists(), RunList, RunList.run_id)
    ]
    named = {d.vacancy_id for d in decisions} | {e.vacancy_id for e in events if e.vacancy_id}
    named |= {s.vacancy_id for made in lists for s in made.suggestions}
    return Everything(
        id=row.id,
        label=row.label,
        created=row.created,
        closed=row.closed,
        versions=[
            ExportedVersion(version=v.version, at=v.at, by=v.by, record=Record.held(v.record))
            for v in call.db.scalars(versions(row).order_by(CandidateVersion.version))
        ],
        decisions=[ExportedDecision.model_validate(d, from_attributes=True) for d in decisions],
        proposals=[
            ExportedProposal.model_validate(p, from_attributes=True)
            for p in of(scope.proposals(), Proposal, Proposal.at)
        ],
        lists=lists,
        events=[ExportedEvent.model_validate(e, from_attributes=True) for e in events],
        vacancies=ads_of(call, named),
        log=[
            audit.shown(entry)
            for entry in call.db.scalars(scope.log().where(Entry.pseudonym == row.pseudonym).order_by(Entry.seq))
        ],
    )


def ads_of(call: Call, vacancy_ids: Iterable[str]) -> dict[str, Ad]:
    """Vacancy id -> what it is called, of those that are still held."""
    rows = call.db.scalars(call.scope.vacancies().where(Vacancy.id.in_(sorted(vacancy_ids))))
    return {row.id: _ad(row.record) for row in rows}


def _ad(record: str) -> Ad:
    vacancy = vacancy_of(record)
    return Ad(title=vacancy.title.strip(), employer=vacancy.employer)


def change_of(proposal: ExportedProposal) -> dict[str, Any]:
    """The change that a proposal suggests, by the fields of the limits."""
    change: dict[str, Any] = json.loads(proposal.change)
    return change
