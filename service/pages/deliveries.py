"""Deliveries of vacancies: when, by which key or user, and with what result."""

import json

from fastapi import APIRouter, Response

from service.ads import deliveries
from service.pages.administration import Administrator, actor_names

router = APIRouter(include_in_schema=False)
MOST = 50  # deliveries on the page, the latest; each may have ten reasons


@router.get("/administration/deliveries")
def show(page: Administrator) -> Response:
    """The latest deliveries, and whether ads have stopped coming."""
    with page.access.reading() as call:
        rows = [(row, json.loads(row.reasons)) for row in deliveries.latest(call, MOST)]
        values = {"names": actor_names(call), "quiet": deliveries.is_quiet(call), "days": deliveries.QUIET.days}
    return page.page("deliveries.html", {"rows": rows, **values})
