"""Today: my candidates, what is new for each, what ends soon, what waits for an answer. Nobody is compared."""

import datetime
import json
from dataclasses import dataclass, field

from fastapi import APIRouter, Response

from matcher.matching import Matcher, Request, Suggestions
from matcher.schema import Candidate as Record
from service import audit, decisions
from service.calls import Call
from service.pages.cards import Job, record
from service.pages.visit import Own, Visit
from service.problems import Refused
from service.store import Candidate, Entry, Proposal

router = APIRouter(include_in_schema=False)
K = 10  # as long as the list itself
SOON_DAYS = 3
SHOWN = 30  # earlier lists of a candidate that are looked through for what was seen


@dataclass
class Case:
    """A candidate today.

    listed: how many suggestions there are; new: None where no list was ever shown; waiting: changes that somebody
    should answer.
    """

    row: Candidate
    record: Record
    standing: decisions.Standing
    seen: set[str] | None
    waiting: int
    listed: int = 0
    new: int | None = None
    unanswered: int = 0
    soon: list[Job] = field(default_factory=list)


@router.get("/")
def today(visit: Own) -> Response:
    """The day's first page."""
    if visit.asking.caller.role not in ("consultant", "supervisor"):
        return visit.page("other_role.html", {})
    with visit.asking.reading() as call:
        cases = [_case(call, *own) for own in own_cases(call)]
        closed = own_closed(call)
    ready = _look(visit, cases)
    with visit.asking.writing() as call:
        call.log("caseload.shown", shown=len(cases) + len(closed))
        for case in cases:
            if case.soon:
                call.log("deadlines.shown", case.row, shown=[job.id for job in case.soon])
    return visit.page("today.html", {"cases": cases, "ready": ready, "closed": closed})


def own_closed(call: Call) -> list[Candidate]:
    """One's own candidates whose case is closed, by what they are called."""
    query = call.scope.candidates().where(Candidate.owner_id == call.caller.id, Candidate.closed.is_not(None))
    return list(call.db.scalars(query.order_by(Candidate.label, Candidate.id)))


def own_cases(call: Call) -> list[tuple[Candidate, Record]]:
    """One's own open candidates, by what they are called."""
    query = call.scope.candidates().where(Candidate.owner_id == call.caller.id, Candidate.closed.is_(None))
    rows = list(call.db.scalars(query.order_by(Candidate.label, Candidate.id)))
    return [(row, decisions.record_of(call.db, row)) for row in rows]


def _case(call: Call, row: Candidate, record: Record) -> Case:
    return Case(row, record, decisions.standing(call.db, row), seen(call, row), waiting(call, row))


def waiting(call: Call, row: Candidate) -> int:
    """How many suggested changes wait for an answer."""
    query = call.scope.proposals().where(Proposal.candidate_id == row.id, Proposal.answer.is_(None))
    return len(list(call.db.scalars(query)))


def seen(call: Call, row: Candidate, before: datetime.datetime | None = None) -> set[str] | None:
    """The vacancies that earlier lists have shown; None where there was none."""
    name = audit.pseudonym_of(call.db, row.id)
    query = call.scope.log().where(Entry.pseudonym == name, Entry.action == "suggestions.shown")
    if before is not None:
        query = query.where(Entry.at < before)
    lists = [json.loads(e.details)["shown"] for e in call.db.scalars(query.order_by(Entry.seq.desc()).limit(SHOWN))]
    return {vacancy for shown in lists for vacancy, _ in shown} if lists else None


def _look(visit: Visit, cases: list[Case]) -> bool:
    """Look through everybody's list; False while the vacancies are still being read."""
    try:
        matcher = visit.service.keeper.matcher(visit.asking.caller.tenant_id)
    except Refused:
        return False
    k = K + max((len(case.standing.rejected) for case in cases), default=0)
    request = Request(k=k, as_of=visit.today, language=visit.language, elsewhere=False)
    held = set(matcher.index.ids())
    for case, found in zip(cases, matcher.suggest([c.record for c in cases], request), strict=True):
        _tell(visit, case, matcher, held, found)
    return True


def _tell(visit: Visit, case: Case, matcher: Matcher, held: set[str], found: Suggestions) -> None:
    listed = [s.vacancy_id for s in case.standing.without_rejected(found.suggestions, K)]
    decided, case.listed = case.standing.kinds, len(listed)
    case.new = None if case.seen is None else sum(v not in case.seen for v in listed)
    case.unanswered = sum(v not in decided for v in listed)
    chosen = {v for v, kind in decided.items() if kind != "reject"} | case.standing.pinned
    for vacancy_id in [*listed, *sorted((chosen & held) - set(listed))]:
        job = Job(*record(matcher, vacancy_id, {}), visit.language, visit.today)
        if job.days_left is not None and 0 <= job.days_left <= SOON_DAYS:
            case.soon.append(job)
