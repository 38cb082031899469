"""Bulk runs: all of a tenant's vacancies against all its open candidates, grouped by candidate."""

import datetime
import json
from typing import Annotated

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import func, select

from matcher.nightly import suggestions
from matcher.phrases import Language
from matcher.schema import Suggestion
from service import audit
from service.calls import PAGE, Body, Call, Cursor, Limit, by, page
from service.problems import Refused, responses
from service.runner import OPEN
from service.store import Candidate, Run, RunList, Tenant, now

router = APIRouter(tags=["bulk runs"])
ByScorer = Annotated[Call, by("start")]
ByReader = Annotated[Call, by("results")]
MOST = 100


class NewRun(Body):
    """The options of the lists."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"k": 10}]})

    k: int = Field(default=10, ge=1, le=MOST)
    as_of: datetime.date | None = None
    include_expired: bool = False
    lang: Language = "da"


class Started(BaseModel):
    """The run that was started."""

    run_id: str


class RunShown(BaseModel):
    """The progress of a run.

    lists: how many, of candidates within the caller's reach; done: how many are made; failed: how many cannot be made.
    A run waits for an index with every vacancy that was put in before it was started.
    """

    id: str
    state: str
    request: dict[str, object]
    meta: dict[str, object]
    started: datetime.datetime
    ended: datetime.datetime | None
    lists: int
    done: int
    failed: int


class Runs(BaseModel):
    """A page of runs."""

    runs: list[RunShown]
    next: str | None


class ListShown(BaseModel):
    """One candidate's list, and the version of the candidate that it was made for."""

    candidate_id: str
    candidate_version: int
    suggestions: list[Suggestion]


class Lists(BaseModel):
    """A page of lists, in the order of the candidates' random ids."""

    lists: list[ListShown]
    next: str | None


@router.post("/v1/runs", status_code=201, responses=responses(401, 403, 409, 422))
def start(sent: NewRun, call: ByScorer) -> Started:
    """Start a run: lists for the candidates who are open now, over all vacancies acknowledged until now."""
    started = call.once(f"run {sent.model_dump_json()}", lambda: _start(call, sent), Started)
    call.service.runner.changed()
    return started


def _start(call: Call, sent: NewRun) -> Started:
    wanted = sent.model_dump(mode="json") | {"as_of": (sent.as_of or datetime.date.today()).isoformat()}
    tenant = call.db.get_one(Tenant, call.caller.tenant_id)
    run = Run(
        tenant_id=tenant.id,
        request=json.dumps(wanted),
        by=audit.of_caller(call.caller),
        vacancies_changed=tenant.vacancies_changed,
    )
    call.db.add(run)
    call.db.flush()
    people = call.db.scalars(call.scope.candidates().where(Candidate.closed.is_(None))).all()
    call.db.add_all(RunList(run_id=run.id, candidate_id=p.id, candidate_version=p.version) for p in people)
    call.db.flush()
    call.log("run.started", run=run.id, lists=len(people))
    return Started(run_id=run.id)


@router.get("/v1/runs", responses=responses(401, 403, 422))
def runs(call: ByReader, cursor: Cursor = None, limit: Limit = PAGE) -> Runs:
    """The tenant's runs."""
    rows, following = page(call, call.scope.runs(), Run.id, cursor, limit)
    return Runs(runs=[_run(call, run) for run in rows], next=following)


@router.get("/v1/runs/{run_id}", responses=responses(401, 403, 404))
def run(run_id: str, call: ByReader) -> RunShown:
    """The progress of a run."""
    return _run(call, call.found(call.scope.runs().where(Run.id == run_id)))


@router.get("/v1/runs/{run_id}/lists", responses=responses(401, 403, 404, 422))
def lists(run_id: str, call: ByReader, cursor: Cursor = None, limit: Limit = PAGE) -> Lists:
    """The finished lists of a run, of candidates within the caller's reach."""
    row: Run = call.found(call.scope.runs().where(Run.id == run_id))
    query = call.scope.run_lists().where(RunList.run_id == row.id, RunList.lines.is_not(None))
    rows, following = page(call, query, RunList.candidate_id, cursor, limit)
    for listed in rows:
        call.log("run.shown", call.db.get_one(Candidate, listed.candidate_id), run=row.id)
    return Lists(lists=[_list(listed) for listed in rows], next=following)


def _list(row: RunList) -> ListShown:
    listed = suggestions(row.lines or "")
    return ListShown(candidate_id=row.candidate_id, candidate_version=row.candidate_version, suggestions=listed)


@router.post("/v1/runs/{run_id}/cancel", responses=responses(401, 403, 404, 409))
def cancel(run_id: str, call: ByScorer) -> RunShown:
    """Stop a run; finished lists stay."""
    row: Run = call.found(call.scope.runs().where(Run.id == run_id).with_for_update())
    if row.state not in OPEN:
        raise Refused("refused.conflict")
    row.state, row.ended = "cancelled", now()
    call.log("run.cancelled", run=row.id)
    return _run(call, row)


def _run(call: Call, run: Run) -> RunShown:
    mine = call.scope.run_lists().where(RunList.run_id == run.id).subquery()
    counts = select(func.count(), func.count(mine.c.lines), func.count().filter(mine.c.failed)).select_from(mine)
    total, done, failed = call.db.execute(counts).one()
    return RunShown(
        id=run.id,
        state=run.state,
        request=json.loads(run.request),
        meta=json.loads(run.meta),
        started=run.started,
        ended=run.ended,
        lists=total,
        done=done,
        failed=failed,
    )
