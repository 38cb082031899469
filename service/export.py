"""Everything that is held about one candidate, the log included, as JSON and as a page to read."""

import datetime
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from pydantic import BaseModel
from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from matcher.bulk import suggestions
from matcher.phrases import PHRASES, Language, say, written
from matcher.schema import Candidate as Record
from matcher.schema import Suggestion
from service import audit
from service.audit import Shown
from service.scope import Scope
from service.store import Candidate, CandidateVersion, Decision, Entry, Proposal, RunList

TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).with_name("templates")), autoescape=True, undefined=StrictUndefined,
    trim_blocks=True, lstrip_blocks=True,
)  # fmt: skip


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
    log: list[Shown]


def versions(row: Candidate) -> Select[Any]:
    """The versions of a candidate that is within reach."""
    return select(CandidateVersion).where(CandidateVersion.candidate_id == row.id)


def everything(db: Session, scope: Scope, row: Candidate) -> Everything:
    """Read all of it, in the order in which it came to be."""

    def of(query: Select[Any], table: Any, order: Any) -> Any:
        return db.scalars(query.where(table.candidate_id == row.id).order_by(order))

    decisions, proposals = scope.decisions(), scope.proposals()
    entries = db.scalars(scope.log().where(Entry.pseudonym == audit.pseudonym_of(db, row.id)).order_by(Entry.seq))
    return Everything(
        id=row.id, label=row.label, created=row.created, closed=row.closed,
        versions=[
            ExportedVersion(version=v.version, at=v.at, by=v.by, record=Record.held(v.record))
            for v in db.scalars(versions(row).order_by(CandidateVersion.version))
        ],
        decisions=[
            ExportedDecision.model_validate(d, from_attributes=True) for d in of(decisions, Decision, Decision.at)
        ],
        proposals=[
            ExportedProposal.model_validate(p, from_attributes=True) for p in of(proposals, Proposal, Proposal.at)
        ],
        lists=[
            ExportedList(run_id=one.run_id, suggestions=suggestions(one.lines or ""))
            for one in of(scope.run_lists(), RunList, RunList.run_id)
        ],
        log=[audit.shown(entry) for entry in entries],
    )  # fmt: skip


def page(found: Everything, language: Language) -> str:
    """The same as one HTML page without scripts."""

    def words(key: str) -> str:
        return say(f"sheet.{key}", language)

    def action(name: str) -> str:
        return say(f"action.{name}", language) if f"action.{name}" in PHRASES else name

    def moment(at: datetime.datetime) -> str:
        return f"{written(at.date(), language)} {at:%H:%M}"

    return TEMPLATES.get_template("export.html").render(
        found=found, language=language, words=words, action=action, moment=moment
    )
