"""The top of a consultant's day: cases that were handed over, and how to begin without candidates."""

from typing import Any

from fastapi import APIRouter, Response

from service.calls import Call
from service.cases import handing
from service.pages.page_request import Cases, see
from service.store import Vacancy

router = APIRouter(include_in_schema=False)


def beginning(call: Call) -> dict[str, Any]:
    """The values of ``_handed.html``."""
    vacancy_id = call.db.scalars(call.scope.vacancies().with_only_columns(Vacancy.id).limit(1)).first()
    return {"handed": handing.notices(call), "no_vacancies": vacancy_id is None}


@router.post("/handed-over/seen")
def remove_notices(page: Cases) -> Response:
    """Remove the notices that the user has seen."""
    with page.access.writing() as call:
        handing.remove_notices(call)
    return see("/", told="seen")
