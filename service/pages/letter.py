"""The letter to the person about one job: the answer, who gave it, and the explanation on the card.

AI Act, article 86: a person has a right to a clear explanation of the part that the system played. The explanation is
made from the person's statements at the time of the answer, by the code that makes the list.
"""

import datetime
from typing import NamedTuple

from fastapi import APIRouter, Response

from matcher.facts import known
from matcher.facts.columns import rules_version
from matcher.matching import Request
from matcher.schema import Candidate as Record
from matcher.schema import Suggestion, Vacancy
from service import audit
from service.ads import vacancies as ads
from service.calls import Call
from service.cases import export
from service.cases.opened import OpenedCase, open_case
from service.keeper import as_json, digest, vacancy_of
from service.pages.cards import Card, Job
from service.pages.page_request import Cases, PageRequest
from service.problems import Refused
from service.store import CandidateVersion, Decision, Entry, User

router = APIRouter(include_in_schema=False)
LISTED = "suggestions.shown"


class Showing(NamedTuple):
    """The last list that showed the vacancy before the answer: when, and the versions that made it."""

    at: datetime.datetime
    version: int
    model: str
    rules: str
    ad: str


class RecordVersion(NamedTuple):
    """The version of the record at the time of the answer. at: since when it was in force."""

    version: int
    at: datetime.datetime
    record: Record


@router.get("/candidates/{candidate_id}/vacancies/{vacancy_id:path}/letter")
def letter(page: Cases, candidate_id: str, vacancy_id: str) -> Response:
    """The letter about one job, to print. No score, no note, no other person, nothing that reveals the programme."""
    with page.access.reading() as call:
        case = open_case(call, candidate_id)
        vacancy = vacancy_of(ads.by_id(call, vacancy_id).record)
        decision = case.kinds.get(vacancy_id)
        record_version = _record_version(call, case, decision)
        showing = _showing(call, case, vacancy_id, decision)
        by = _name(call, decision)
    suggestion = _suggestion(page, vacancy_id, record_version.record, decision)
    card = _card(page, vacancy, record_version.record, suggestion, decision) if suggestion else None
    with page.access.writing() as call:
        call.log("paper.letter", call.candidate(candidate_id), vacancy=vacancy_id)
    job = Job(vacancy, known(vacancy), page.language, page.today)
    values = {
        "row": case.row,
        "job": job,
        "card": card,
        "decision": decision,
        "by": by,
        "record_version": record_version,
        "showing": showing,
    }
    return page.page("letter.html", values | {"changed": _changed(page, vacancy, showing)})


def _record_version(call: Call, case: OpenedCase, decision: Decision | None) -> RecordVersion:
    """The version the answer was given on; without an answer, the latest."""
    number = decision.candidate_version if decision else case.row.version
    version = call.db.scalars(export.versions(case.row).where(CandidateVersion.version == number)).one()
    return RecordVersion(version.version, version.at, Record.held(version.record))


def _showing(call: Call, case: OpenedCase, vacancy_id: str, decision: Decision | None) -> Showing | None:
    """The last showing before the answer, from the log; None if no list showed it or retention removed the entry."""
    query = call.scope.log().where(Entry.pseudonym == case.row.pseudonym, Entry.action == LISTED)
    if decision:
        query = query.where(Entry.at <= decision.at)
    for entry in call.db.scalars(query.order_by(Entry.seq.desc())):
        details = audit.log_entry(entry).details
        ad = dict(details["shown"]).get(vacancy_id)
        if ad:
            return Showing(entry.at, details["list_of_version"], details["model"], details["rules"], ad)
    return None


def _name(call: Call, decision: Decision | None) -> str | None:
    """The name of the user who gave the answer; None if the tenant has no such user now."""
    query = call.scope.colleagues().where(User.id == decision.by) if decision else None
    user = call.db.scalars(query).first() if query is not None else None
    return user.name if user else None


def _suggestion(page: PageRequest, vacancy_id: str, record: Record, decision: Decision | None) -> Suggestion | None:
    """The vacancy as a suggestion on the day of the answer; None if it is in no list."""
    day = decision.at.date() if decision else page.today
    request = Request(as_of=day, language=page.language, elsewhere=False)
    try:
        return next(page.service.keeper.matcher(page.tenant_id).about(vacancy_id, [record], request))
    except (Refused, KeyError):
        return None


def _card(
    page: PageRequest, vacancy: Vacancy, record: Record, suggestion: Suggestion, decision: Decision | None
) -> Card:
    return Card(vacancy, known(vacancy), page.language, page.today, suggestion, record, decision=decision)


def _changed(page: PageRequest, vacancy: Vacancy, showing: Showing | None) -> list[str]:
    """What has changed since the list showed the vacancy: "ad", "rules", "model"."""
    if showing is None:
        return []
    model = page.service.keeper.matcher(page.tenant_id).index.fingerprint
    now = {"ad": digest(as_json(vacancy)), "rules": rules_version(), "model": model}
    return [name for name, value in now.items() if getattr(showing, name) != value]
