"""Figures without names: kept as counted, and given out without small numbers.

A kept count outlives the deletion of a person; it then says how many of its candidates are deleted.
"""

import codecs
import datetime
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet
from pydantic import BaseModel, TypeAdapter
from sqlalchemy import func, select

from service.calls import Call
from service.cases.outcomes import Figure, Measure, Quarter, cases_of, look
from service.phrases import Language, say
from service.problems import Refused
from service.store import Count, CountedCase

# Numbers from one to four are not given out. Our judgement: the threshold that Danish health statistics
# usually have; no rule for this field was found.
LEAST_PUBLISHED = 5
# Figure -> the figure whose numerator equals the sum of its parts: counted, not counted and left out.
PART_OF = {
    "in_work_at_referral": "referrals",
    "days_to_start": "into_work",
    "employers_differ": "starts",
    "work_differs": "starts",
    "ordinary": "starts",
}
Format = Literal["csv", "parquet"]
SCHEMA = pa.schema(
    {
        "figure": pa.string(),
        "quarter": pa.string(),
        "team": pa.string(),
        "numerator": pa.int64(),
        "denominator": pa.int64(),
        "value": pa.float64(),
        "left_out": pa.string(),
        "note": pa.string(),
    }
)
FORMULA = re.compile(r"[\s\x00-\x1f]*[=+@-]|[\t\r\n]")  # cell text that a spreadsheet would run as a formula


class FigureRow(BaseModel):
    """A figure without names. left_out: reason -> number. wishes_deleted: wishes served and then deleted."""

    name: str
    measure: Measure
    numerator: int
    denominator: int | None
    value: float | None
    left_out: dict[str, int]
    wishes_deleted: int


class Kept(BaseModel):
    """A kept count. cases: number of candidates counted. deleted: number of these deleted since."""

    id: str
    quarter: str
    at: datetime.datetime
    cases: int
    deleted: int
    figures: list[FigureRow]


FIGURES = TypeAdapter(list[FigureRow])


def figure_rows(figures: Iterable[Figure]) -> list[FigureRow]:
    """Figures without names."""
    return [
        FigureRow(
            name=figure.name,
            measure=figure.measure,
            numerator=figure.numerator,
            denominator=figure.denominator,
            value=figure.value,
            left_out={reason: len(items) for reason, items in figure.left_out.items()},
            wishes_deleted=figure.deleted,
        )
        for figure in figures
    ]


def keep(call: Call, quarter: Quarter) -> Kept:
    """Keep the quarter's figures as they are now; once per Idempotency-Key."""
    return call.once(f"count {quarter}", lambda: _keep(call, quarter), Kept)


def _keep(call: Call, quarter: Quarter) -> Kept:
    figures = look(call, quarter)
    cases = sorted(cases_of(figures))
    text = FIGURES.dump_json(figure_rows(figures)).decode()
    caller = call.caller
    row = Count(
        tenant_id=caller.tenant_id,
        team=caller.team,
        quarter=str(quarter),
        cases=len(cases),
        figures=text,
        by=caller.id,
    )
    call.db.add(row)
    call.db.flush()
    call.db.add_all(CountedCase(count_id=row.id, candidate_id=id_) for id_ in cases)
    call.log("figures.kept", count=row.id, quarter=row.quarter)
    return _kept(row, len(cases))


def kept_counts(call: Call) -> list[Kept]:
    """The kept counts of the caller's team, the latest first."""
    ids = call.scope.counts().with_only_columns(Count.id)
    query = select(CountedCase.count_id, func.count()).where(CountedCase.count_id.in_(ids))
    candidates_left = {row[0]: row[1] for row in call.db.execute(query.group_by(CountedCase.count_id))}
    rows = call.db.scalars(call.scope.counts().order_by(Count.at.desc(), Count.id))
    return [_kept(row, candidates_left.get(row.id, 0)) for row in rows]


def kept_count(call: Call, count_id: str) -> Kept:
    """A kept count of the caller's team; Refused if there is none."""
    row = call.found(call.scope.counts().where(Count.id == count_id))
    candidates_left = call.db.scalar(select(func.count()).where(CountedCase.count_id == row.id))
    return _kept(row, candidates_left or 0)


def _kept(row: Count, candidates_left: int) -> Kept:
    return Kept(
        id=row.id,
        quarter=row.quarter,
        at=row.at,
        cases=row.cases,
        deleted=row.cases - candidates_left,
        figures=FIGURES.validate_json(row.figures),
    )


# --- given out ---


@dataclass(frozen=True)
class PublishedFigure:
    """A figure that may be given out. None: a number from one to four, or one that would reveal it.

    hidden: whether anything is None for that reason.
    """

    numerator: int | None
    denominator: int | None
    value: float | None
    left_out: dict[str, int | None]
    hidden: bool


def is_small(n: int) -> bool:
    """Whether a number of people is too small to be given out."""
    return 0 < n < LEAST_PUBLISHED


def publish(figure: FigureRow) -> PublishedFigure:
    """Hide small numbers of a figure, and numbers that they could be computed from.

    If the numerator, the denominator or their difference is small, all are hidden. If the parts of a figure
    (``PART_OF``) add up to a number in another row, one small part hides all of them, except reasons with 0.

    Not hidden: small differences between two numbers of events (starts and people into work), and between one figure on
    two days or in two quarters. A reader who gets several files can compute them. One file of a finished quarter, given
    once, reveals no such difference over time.
    """
    left_out = {reason: None if is_small(n) else n for reason, n in figure.left_out.items()}
    parts = [figure.numerator]
    if figure.denominator is not None:
        parts += [figure.denominator, figure.denominator - figure.numerator]
    if figure.name in PART_OF:
        parts += figure.left_out.values()
    if any(map(is_small, parts)):
        if figure.name in PART_OF:
            left_out = {reason: n and None for reason, n in left_out.items()}
        return PublishedFigure(None, None, None, left_out, hidden=True)
    value = figure.value if figure.value is None else round(figure.value, 2)
    return PublishedFigure(figure.numerator, figure.denominator, value, left_out, hidden=None in left_out.values())


def give_out(call: Call, quarter: Quarter, format: Format) -> bytes:
    """The quarter's figures as a file without names, ids and small numbers; Refused for a team with few cases."""
    figures = look(call, quarter)
    if len(cases_of(figures)) < LEAST_PUBLISHED:
        raise Refused("refused.few_cases")
    call.log("figures.given_out", quarter=str(quarter), format=format)
    rows = table(figure_rows(figures), quarter, call.caller.team or "", call.language)
    return _parquet(rows) if format == "parquet" else _csv(rows)


def table(figures: Sequence[FigureRow], quarter: Quarter, team: str, language: Language) -> pa.Table:
    """A table with one row per figure."""
    rows = [_row(figure, quarter, team, language) for figure in figures]
    return pa.Table.from_pylist([dict(zip(SCHEMA.names, row, strict=True)) for row in rows], SCHEMA)


def _row(figure: FigureRow, quarter: Quarter, team: str, language: Language) -> tuple[object, ...]:
    published = publish(figure)
    hidden = say("figure.hidden", language)
    left_out = (
        f"{say(f'blank.{reason}', language)}: {hidden if n is None else n}" for reason, n in published.left_out.items()
    )
    return (
        say(f"figure.{figure.name}", language),
        str(quarter),
        team,
        published.numerator,
        published.denominator,
        published.value,
        "; ".join(left_out),
        say("figure.few", language) if published.hidden else "",
    )


def _csv(rows: pa.Table) -> bytes:
    teams = ["'" + team if FORMULA.match(team) else team for team in rows["team"].to_pylist()]
    safe = rows.set_column(SCHEMA.get_field_index("team"), "team", pa.array(teams, pa.string()))
    file = io.BytesIO(codecs.BOM_UTF8)  # tells spreadsheets that the file is UTF-8
    file.seek(0, io.SEEK_END)
    pyarrow.csv.write_csv(safe, file, pyarrow.csv.WriteOptions(delimiter=";", quoting_style="needed"))
    return file.getvalue()


def _parquet(rows: pa.Table) -> bytes:
    file = io.BytesIO()
    pyarrow.parquet.write_table(rows, file)
    return file.getvalue()
