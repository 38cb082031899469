"""The supervisor's team: its cases by owner, counts that open to their cases, and handing over."""

from collections import Counter
from typing import Annotated

from fastapi import APIRouter, Response

from service.cases import handing, teamwork
from service.cases.teamwork import Teamwork
from service.pages.administration import role_names
from service.pages.page_request import PageRequest, requests, see
from service.phrases import say, wrong
from service.problems import Refused
from service.store import User

router = APIRouter(include_in_schema=False)
CASELOAD = 20  # candidates of one consultant by the fidelity scale (item 1)
MOST_SHOWN = 150  # cases on the page; if there are more, each consultant's have a page of their own
Team = Annotated[PageRequest, requests("assign")]


@router.get("/team")
def team(page: Team, behind: str = "") -> Response:
    """The team's cases. behind: the count or the colleague whose cases are shown."""
    return _team(page, behind, {})


def _team(page: PageRequest, behind: str, errors: dict[str, str], status: int = 200) -> Response:
    with page.access.writing() as call:
        look = teamwork.look(call, page.today)
        call.log("team.shown", candidates=len(look.cases))
        names, roles = call.names(), role_names(call)
    groups = _groups(look, behind)
    return page.page(
        "team.html",
        {
            "groups": groups,
            "people": look.people,
            "names": names,
            "roles": roles,
            "behind": behind,
            "full": CASELOAD,
            "counts": Counter({name: count.total() for name, count in look.counts.items()}),
            "days": teamwork.DAYS,
            "open": sum(not case.row.closed for case in look.cases),
            "whole": behind or len(look.cases) <= MOST_SHOWN,
            "chosen": page.form.all("candidate_id"),
            "to": page.form.one("user_id"),
            "errors": errors,
        },
        status,
    )


def _groups(look: Teamwork, behind: str) -> list[tuple[User | None, list[teamwork.Case]]]:
    """The cases by owner. None: cases without an owner, or those behind a count."""
    own: list[tuple[User | None, list[teamwork.Case]]] = [(user, look.of(user.id)) for user in look.people]
    if behind:
        return [group for group in own if group[0] and group[0].id == behind] or [(None, look.behind(behind))]
    return [*own, (None, look.unassigned)] if look.unassigned else own


@router.post("/team/hand-over")
def hand_over(page: Team) -> Response:
    """Hand the chosen cases over to the chosen colleague."""
    ids, to = list(dict.fromkeys(page.form.all("candidate_id"))), page.form.one("user_id")
    errors = {} if ids else {"candidate_id": say("wrong.no_case", page.language)}
    errors |= {} if to else {"user_id": say("wrong.no_receiver", page.language)}
    if errors:
        return _team(page, "", errors, 422)
    try:
        with page.access.writing() as call:
            for candidate_id in ids:
                handing.hand_over(call, candidate_id, to)
    except Refused as refused:
        if not refused.fields:
            raise
        errors = {name: wrong(code, allowed, page.language) for name, code, allowed in refused.fields}
        return _team(page, "", errors, 422)
    return see("/team", told="cases_handed_over")
