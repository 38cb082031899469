"""What a supervisor's team comes to in a quarter, the cases behind each figure, and the counts that were kept."""

import datetime
from typing import Annotated

from fastapi import APIRouter, Query, Response
from pydantic import BaseModel

from service.calls import Body, Call, by
from service.cases import counting, outcomes
from service.cases.counting import FigureRow, Format, Kept
from service.cases.outcomes import Item, Quarter
from service.problems import responses

router = APIRouter(tags=["figures"])
BySupervisor = Annotated[Call, by("figures")]
Written = Annotated[str, Query(max_length=7, description="As 2026-Q4")]
MEDIA_TYPES: dict[Format, str] = {"csv": "text/csv; charset=utf-8", "parquet": "application/vnd.apache.parquet"}


class Figures(BaseModel):
    """The figures of a quarter. cases: how many candidates are behind them."""

    quarter: str
    team: str | None
    cases: int
    figures: list[FigureRow]


class Behind(BaseModel):
    """One that is behind a figure: a case, a start or a contact (with no candidate). days: how long it took."""

    id: str
    candidate_id: str | None
    day: datetime.date | None
    days: int | None


class Cases(BaseModel):
    """What is behind a figure: counted, beside those that are, and left out, by the reason."""

    counted: list[Behind]
    others: list[Behind]
    left_out: dict[str, list[Behind]]


class NewCount(Body):
    """The quarter whose figures are to be kept."""

    quarter: str


class Counts(BaseModel):
    """The counts of the team, the latest first."""

    counts: list[Kept]


@router.get("/v1/figures", responses=responses(401, 403, 422))
def figures(quarter: Written, call: BySupervisor) -> Figures:
    """The figures of a quarter, each with how many had to be left out and why."""
    team_figures = outcomes.look(call, Quarter.written(quarter))
    cases = len(outcomes.cases_of(team_figures))
    call.log("figures.shown", quarter=quarter, candidates=cases)
    return Figures(quarter=quarter, team=call.caller.team, cases=cases, figures=counting.figure_rows(team_figures))


@router.get("/v1/figures/{name}/cases", responses=responses(401, 403, 404, 422))
def figure_cases(name: str, quarter: Written, call: BySupervisor) -> Cases:
    """The cases behind a figure, and those that it had to leave out."""
    figure = outcomes.named(outcomes.look(call, Quarter.written(quarter)), name)
    call.log("figures.opened", quarter=quarter, figure=figure.name)
    return Cases(
        counted=[_behind(item) for item in figure.counted],
        others=[_behind(item) for item in figure.others],
        left_out={reason: [_behind(item) for item in items] for reason, items in figure.left_out.items()},
    )


def _behind(item: Item) -> Behind:
    return Behind(id=item.id, candidate_id=item.case, day=item.day, days=item.days)


@router.get("/v1/figures/table", response_class=Response, responses=responses(401, 403, 409, 422))
def figures_table(quarter: Written, call: BySupervisor, format: Format = "csv") -> Response:
    """The figures as a file to give out, without names and without numbers under five."""
    content = counting.give_out(call, Quarter.written(quarter), format)
    headers = {"Content-Disposition": f'attachment; filename="{quarter}.{format}"'}
    return Response(content, media_type=MEDIA_TYPES[format], headers=headers)


@router.post("/v1/counts", status_code=201, responses=responses(401, 403, 409, 422))
def keep_count(sent: NewCount, call: BySupervisor) -> Kept:
    """Keep a quarter's figures as they are now."""
    return counting.keep(call, Quarter.written(sent.quarter))


@router.get("/v1/counts", responses=responses(401, 403))
def counts(call: BySupervisor) -> Counts:
    """The counts that were made of the team."""
    call.log("counts.shown")
    return Counts(counts=counting.kept_counts(call))
