"""Today: urgent tasks, then all my candidates in a table, sorted by label: nobody is compared."""

import datetime
from collections import Counter
from dataclasses import dataclass, field

from fastapi import APIRouter, Response

from matcher.matching import Matcher, Request, Suggestions
from matcher.schema import Candidate as Record
from service.cases import caseload, decisions, timeline
from service.cases.decisions import DecisionState
from service.pages import administration, handed
from service.pages.cards import Job, record
from service.pages.page_request import Own, PageRequest
from service.pages.tasks import tasks_of
from service.problems import Refused
from service.store import Candidate

router = APIRouter(include_in_schema=False)
K = 10  # as long as the list itself
SOON_DAYS = 3
SILENT_DAYS = 14


@dataclass
class Case:
    """A candidate today.

    record: None if it is damaged. listed: number of suggestions. new_jobs: those shown on no earlier list; None if
    no list was ever shown. waiting: suggested changes without an answer. answered: vacancies answered today. silent:
    days since the last event. dates: chosen or listed jobs with a deadline, the nearest first.
    """

    row: Candidate
    record: Record | None
    state: DecisionState
    showings: timeline.Showings | None
    waiting: int
    answered: set[str] = field(default_factory=set)
    listed: int = 0
    new_jobs: int | None = None
    unanswered: int = 0
    silent: int = 0
    dates: list[Job] = field(default_factory=list)

    @property
    def soon(self) -> list[Job]:
        """The jobs whose deadline is in a few days."""
        return [job for job in self.dates if job.days_left is not None and job.days_left <= SOON_DAYS]


@router.get("/")
def today(page: Own) -> Response:
    """The day's first page."""
    if page.access.caller.first:
        raise Refused("refused.first_password")
    if page.access.caller.role not in ("consultant", "supervisor"):
        return administration.start(page)
    with page.access.reading() as call:
        own = caseload.own(call)
        ids = [row.id for row, _ in own]
        standing, showings = decisions.standing(call.db, ids), timeline.showings_of(call, ids)
        waiting = Counter(caseload.waiting(call, ids))
        touched = timeline.last_touched(call, ids)
        closed = caseload.own_closed(call)
        beginning = handed.beginning(call)
        tasks = tasks_of(call, [row for row, _ in own], standing)
    cases = [
        Case(
            row,
            person,
            decisions.state(standing[row.id]),
            showings.get(row.id),
            waiting[row.id],
            decisions.answered_since(decisions.latest(standing[row.id])[0], page.midnight),
            silent=_days_since(touched.get(row.id, row.created), page.today),
        )
        for row, person in own
    ]
    ready = _look(page, [case for case in cases if case.record])
    with page.access.writing() as call:
        soon = [("deadlines.shown", c.row, {"shown": [job.id for job in c.soon]}) for c in cases if c.soon]
        call.log_all([("caseload.shown", None, {"shown": len(cases) + len(closed)}), *soon])
    return page.page(
        "today.html",
        {
            **beginning,
            "cases": cases,
            "ready": ready,
            "closed": closed,
            "due": _due(cases),
            "tasks": tasks,
            "waiting": [case for case in cases if case.waiting],
            "with_new_jobs": [case for case in cases if case.new_jobs],
            "silent": [case for case in cases if case.silent >= SILENT_DAYS],
            "silent_days": SILENT_DAYS,
        },
    )


def _due(cases: list[Case]) -> list[tuple[Job, list[Case]]]:
    """Jobs with a deadline in a few days, the nearest first, each with the cases it is chosen or listed for."""
    jobs = {job.id: job for case in cases for job in case.soon}
    nearest = sorted(jobs.values(), key=lambda job: (job.days_left, job.title))
    return [(job, [case for case in cases if job.id in {other.id for other in case.soon}]) for job in nearest]


def _days_since(at: datetime.datetime, today: datetime.date) -> int:
    return (today - at.date()).days


def _look(page: PageRequest, cases: list[Case]) -> bool:
    """Look through every case's list; False while the vacancies are still being read."""
    try:
        matcher = page.service.keeper.matcher(page.tenant_id)
    except Refused:
        return False
    k = K + 1 + max((len(case.state.kinds) for case in cases), default=0)
    request = Request(k=k, as_of=page.today, language=page.language, elsewhere=False)
    indexed = set(matcher.index.ids())
    records = [case.record for case in cases if case.record]
    for case, suggestions in zip(cases, matcher.suggest(records, request), strict=True):
        _fill_in(page, case, matcher, indexed, suggestions)
    return True


def _fill_in(page: PageRequest, case: Case, matcher: Matcher, indexed: set[str], suggestions: Suggestions) -> None:
    listed = [s.vacancy_id for s in case.state.first_round(suggestions.suggestions, K, case.answered)]
    decided, case.listed = case.state.kinds, len(listed)
    case.new_jobs = None if case.showings is None else sum(v not in case.showings for v in listed)
    case.unanswered = sum(v not in decided for v in listed)
    chosen = {v for v, kind in decided.items() if kind != "reject"} | case.state.pinned
    open_ = [v for v in listed if decided.get(v) != "reject"]
    jobs = [
        Job(*record(matcher, vacancy_id, {}), page.language, page.today)
        for vacancy_id in [*open_, *sorted((chosen & indexed) - set(open_))]
    ]
    coming = [(job.days_left, n, job) for n, job in enumerate(jobs) if job.days_left is not None and job.days_left >= 0]
    case.dates = [job for *_, job in sorted(coming, key=lambda each: each[:2])]
