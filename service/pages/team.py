"""The supervisor's view: counts, not people."""

import datetime
from collections import Counter
from typing import Annotated

from fastapi import APIRouter, Response

from service.cases import sampling
from service.pages.page_request import PageRequest, requests
from service.store import Candidate, Decision, Proposal

router = APIRouter(include_in_schema=False)
DAYS = 30
CASELOAD = 20  # candidates of one consultant by the fidelity scale (domain, 1.3)
Team = Annotated[PageRequest, requests("assign")]


@router.get("/team")
def team(page: Team) -> Response:
    """How many candidates each of the team has, and what the team decided in the last days, added up."""
    since = datetime.datetime.now(datetime.UTC) - datetime.timedelta(days=DAYS)
    with page.access.writing() as call:
        candidates = list(call.db.scalars(call.scope.candidates().where(Candidate.closed.is_(None))))
        made = list(call.db.scalars(call.scope.decisions().where(Decision.at >= since, Decision.undone.is_(None))))
        waiting = list(call.db.scalars(call.scope.proposals().where(Proposal.answer.is_(None))))
        people = sorted(call.db.scalars(call.scope.team()), key=lambda user: user.name)
        looked = sampling.counted(call, page.today)
        call.log("team.shown", candidates=len(candidates))
    owners = Counter(row.owner_id for row in candidates)
    return page.page("team.html", {
        "caseloads": [(user.name, owners[user.id]) for user in people], "days": DAYS, "full": CASELOAD,
        "kinds": Counter(d.kind for d in made), "reasons": Counter(d.reason for d in made if d.reason).most_common(),
        "waiting": len(waiting), "looked": looked, "candidates": len(candidates),
    })  # fmt: skip
