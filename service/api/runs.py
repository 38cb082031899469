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
    """How the lists are made."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"k": 10}]})

    k: int = Field(default=10, ge=1, le=MOST)
    as_of: datetime.date | None = None
    include_expired: bool = False
    lang: Language = "da"


class Started(BaseModel):
    """The run that was started."""

    run_id: str


class RunShown(BaseModel):
    """How far a run is.

    lists: of how many candidates within the caller's reach; done, failed: how many of these are made, and cannot be. A
    run waits until the lists can have every vacancy that was put in before it was started.
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
    """One candidate's list; which version of the candidate it was made for."""

    candidate_id: str
    candidate_version: int
    suggestions: list[Suggestion]


class Lists(BaseModel):
    """A page of lists, by candidate, in no order that says anything about anybody."""

    lists: list[ListShown]
    next: str | None


@router.post("/v1/runs", status_code=201, responses=responses(401, 403, 409, 422))
def start(sent: NewRun, call: ByScorer) -> Started:
    """Start a run over the candidates who are open now, and all vacancies that were acknowledged until now."""
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
    return Runs(runs=[_shown(call, run) for run in rows], next=following)


@router.get("/v1/runs/{run_id}", responses=responses(401, 403, 404))
def run(run_id: str, call: ByReader) -> RunShown:
    """How far a run is."""
    return _shown(call, call.found(call.scope.runs().where(Run.id == run_id)))


@router.get("/v1/runs/{run_id}/lists", responses=responses(401, 403, 404, 422))
def lists(run_id: str, call: ByReader, cursor: Cursor = None, limit: Limit = PAGE) -> Lists:
    """The lists that are made, of the candidates within reach."""
    found: Run = call.found(call.scope.runs().where(Run.id == run_id))
    query = call.scope.run_lists().where(RunList.run_id == found.id, RunList.lines.is_not(None))
    rows, following = page(call, query, RunList.candidate_id, cursor, limit)
    for row in rows:
        call.log("run.shown", call.db.get_one(Candidate, row.candidate_id), run=found.id)
    return Lists(lists=[_list(row) for row in rows], next=following)


def _list(row: RunList) -> ListShown:
    listed = suggestions(row.lines or "")
    return ListShown(candidate_id=row.candidate_id, candidate_version=row.candidate_version, suggestions=listed)


@router.post("/v1/runs/{run_id}/cancel", responses=responses(401, 403, 404, 409))
def cancel(run_id: str, call: ByScorer) -> RunShown:
    """Stop a run; the lists that were made stay."""
    found: Run = call.found(call.scope.runs().where(Run.id == run_id).with_for_update())
    if found.state not in OPEN:
        raise Refused("refused.conflict")
    found.state, found.ended = "cancelled", now()
    call.log("run.cancelled", run=found.id)
    return _shown(call, found)


def _shown(call: Call, run: Run) -> RunShown:
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
