"""The supervisor's figures of a quarter: each opens to its cases; kept counts, and a file to give out."""

from typing import Annotated

from fastapi import APIRouter, Query, Response

from service.api.figures import MEDIA_TYPES
from service.calls import Call
from service.cases import counting, outcomes
from service.cases.counting import Format
from service.cases.outcomes import Figure, Item, Quarter
from service.pages.page_request import PageRequest, requests, see
from service.store import Contact, Employer

router = APIRouter(include_in_schema=False)
Supervisor = Annotated[PageRequest, requests("figures")]
Written = Annotated[str, Query(max_length=7)]
PARTS = {  # heading -> the first figure under it
    "referrals": "in",
    "contact_within_thirty": "met",
    "into_work": "work",
    "employers_differ": "variety",
    "contacts": "contacts",
}


@router.get("/figures")
def figures(page: Supervisor, quarter: Written = "", behind: str = "") -> Response:
    """The figures of a quarter, by default this one. behind: the figure whose cases are shown."""
    chosen = Quarter.written(quarter) if quarter else Quarter.of(page.today)
    with page.access.writing() as call:
        quarter_figures = outcomes.look(call, chosen)
        if behind:
            return _behind(page, call, chosen, outcomes.named(quarter_figures, behind))
        cases, kept = outcomes.cases_of(quarter_figures), counting.kept_counts(call)
        call.log("figures.shown", quarter=str(chosen), candidates=len(cases))
    values = {
        "quarter": chosen,
        "after": None if chosen.last >= page.today else chosen.after,
        "figures": counting.figure_rows(quarter_figures),
        "parts": PARTS,
        "cases": len(cases),
        "least": counting.LEAST_PUBLISHED,
        "kept": [(count, Quarter.written(count.quarter)) for count in kept],
    }
    return page.page("figures.html", values)


def _behind(page: PageRequest, call: Call, quarter: Quarter, figure: Figure) -> Response:
    call.log("figures.opened", quarter=str(quarter), figure=figure.name)
    values = {
        "quarter": quarter,
        "figure": counting.figure_rows([figure])[0],
        "behind": figure,
        "cases": {row.id: row for row in call.db.scalars(call.scope.candidates()) if row.id in figure.cases},
        "contacts": _contacts(call, figure.items),
    }
    return page.page("figures_behind.html", values)


def _contacts(call: Call, items: tuple[Item, ...]) -> dict[str, tuple[str, str]]:
    """Contact id -> its kind and the employer's name; without the notes."""
    if all(item.case for item in items):
        return {}
    query = call.scope.team_contacts().join(Employer, Employer.id == Contact.employer_id)
    rows = call.db.execute(query.with_only_columns(Contact.id, Contact.kind, Employer.name))
    return {id_: (kind, name) for id_, kind, name in rows}


@router.get("/figures/table")
def table(page: Supervisor, quarter: Written, format: Format = "csv") -> Response:
    """The figures as a file to give out."""
    with page.access.writing() as call:
        content = counting.give_out(call, Quarter.written(quarter), format)
    headers = {"Content-Disposition": f'attachment; filename="{quarter}.{format}"'}
    return Response(content, media_type=MEDIA_TYPES[format], headers=headers)


@router.post("/figures/counts")
def keep(page: Supervisor) -> Response:
    """Keep the figures of a quarter as they are now."""
    quarter = Quarter.written(page.form.one("quarter"))
    with page.access.writing() as call:
        counting.keep(call, quarter)
    return see(f"/figures?quarter={quarter}#kept", told="figures_kept")


@router.get("/figures/counts/{count_id}")
def count(page: Supervisor, count_id: str) -> Response:
    """A kept count."""
    with page.access.writing() as call:
        kept_count = counting.kept_count(call, count_id)
        call.log("counts.shown", count=count_id)
    return page.page(
        "figures_count.html", {"count": kept_count, "quarter": Quarter.written(kept_count.quarter), "parts": PARTS}
    )
