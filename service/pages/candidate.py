"""A candidate: statements and limits, what a change does to the list, and the versions there were."""

import datetime
from typing import Any
from weakref import WeakKeyDictionary

from fastapi import APIRouter, Response
from pydantic import ValidationError

from matcher import whatif
from matcher.matching import Matcher, Request
from matcher.schema import Candidate as Record
from service import decisions
from service.api import candidates
from service.pages.profile_form import Values, errors_of, profile_of, values_of, values_sent
from service.pages.visit import Cases, Visit, see
from service.problems import Refused
from service.store import Candidate

router = APIRouter(include_in_schema=False)
COUNTS: WeakKeyDictionary[Matcher, dict[tuple[str, datetime.date], int]] = WeakKeyDictionary()


@router.get("/candidates/new")
def new(visit: Cases) -> Response:
    """An empty form: five fields are enough."""
    return _form(visit, None, values_of(None, None, visit.language))


@router.post("/candidates/new")
def create(visit: Cases) -> Response:
    """Take up a candidate, or see what the limits do first."""
    try:
        profile = profile_of(visit.form, None)
        if visit.form.one("do") == "try":
            effect = _effect(visit, None, profile.candidate("new"))
            return _form(visit, None, values_sent(visit.form), effect=effect)
        with visit.asking.writing() as call:
            written = candidates.create(profile, Response(), call)
    except (ValidationError, Refused) as error:
        return _refused(visit, None, error)
    return see(f"/candidates/{written.candidate_id}/suggestions")


@router.get("/candidates/{candidate_id}")
def show(visit: Cases, candidate_id: str, saved: int = 0) -> Response:
    """Statements and limits, to be changed in conversation. saved: the version before the change just made."""
    with visit.asking.writing() as call:
        row = candidates.candidate(candidate_id, Response(), call)
        there = 0 < saved < row.version
        before = decisions.record_of(call.db, call.candidate(candidate_id), saved) if there else None
    effect = _effect(visit, before, row.record)
    return _form(visit, row, values_of(row.record, row.label, visit.language), effect=effect, saved=there)


@router.post("/candidates/{candidate_id}")
def change(visit: Cases, candidate_id: str) -> Response:
    """Keep the change as a new version, or see first what it would do."""
    with visit.asking.reading() as call:
        row = call.candidate(candidate_id)
        now = decisions.record_of(call.db, row)
    try:
        profile = profile_of(visit.form, now)
        if visit.form.one("do") == "try":
            effect = _effect(visit, now, profile.candidate(row.id))
            return _form(visit, row, values_sent(visit.form), effect=effect)
        with visit.asking.writing() as call:
            version = f'"{visit.form.one("version")}"'
            written = candidates.replace(candidate_id, profile, Response(), call, version)
    except (ValidationError, Refused) as error:
        return _refused(visit, row, error)
    return see(f"/candidates/{candidate_id}?saved={written.version - 1}#effect")


@router.post("/candidates/{candidate_id}/effect")
def effect_of(visit: Cases, candidate_id: str) -> Response:
    """What the form as it stands would do, for the script: a piece of a page."""
    now = None
    if candidate_id != "new":
        with visit.asking.reading() as call:
            now = decisions.record_of(call.db, call.candidate(candidate_id))
    try:
        effect = _effect(visit, now, profile_of(visit.form, now).candidate("new"))
    except (ValidationError, Refused) as error:
        return visit.page("_effect.html", {"effect": None, "errors": errors_of(error, visit.language)})
    return visit.page("_effect.html", {"effect": effect, "errors": {}})


@router.get("/candidates/{candidate_id}/history")
def history(visit: Cases, candidate_id: str) -> Response:
    """What was held, version by version, and what each one changed."""
    with visit.asking.writing() as call:
        row = call.candidate(candidate_id)
        found = candidates.versions(candidate_id, call, limit=200, cursor=None)
    shown = [values_of(v.record, None, visit.language) for v in found.versions]
    changes = [_changed(a, b) for a, b in zip(shown, [*shown[1:], None], strict=True)]
    return visit.page("history.html", {"row": row, "versions": list(zip(found.versions, changes, strict=True))})


def _changed(now: Values, before: Values | None) -> list[tuple[str, Any, Any]]:
    """(field, before, now) of each field that a version changed; of the first one, what it set."""
    return [(name, before and before[name], now[name]) for name in now if now[name] != (before[name] if before else
            values_of(None, None, "da")[name])]  # fmt: skip


def _effect(visit: Visit, before: Record | None, after: Record) -> dict[str, int] | None:
    """What a change does to the list, or how many vacancies are within the limits where there was nothing before.

    None while the vacancies are being read.
    """
    try:
        matcher = visit.service.keeper.matcher(visit.asking.caller.tenant_id)
    except Refused:
        return None
    index = matcher.index
    request = Request(as_of=visit.today, language=visit.language)
    if before is None:
        return {"now": _within(matcher, after, request)}
    now, more, fewer = whatif.difference(before, after, index, request)
    return {"now": now, "more": more, "fewer": fewer}


def _within(matcher: Matcher, candidate: Record, request: Request) -> int:
    """How many vacancies are within the limits: counted once for the same limits, vacancies and day."""
    counts = COUNTS.setdefault(matcher, {})
    key = (candidate.limits.model_dump_json(), request.as_of)
    if key not in counts:
        counts[key] = int(whatif.eligible(candidate.limits, matcher.index, request).sum())
    return counts[key]


def _refused(visit: Visit, row: Candidate | None, error: ValidationError | Refused) -> Response:
    """The form again with what was written, and at each field what is wrong there."""
    errors = errors_of(error, visit.language)
    if isinstance(error, Refused) and not errors:
        if error.key != "refused.changed":
            raise error
        return _form(visit, row, values_sent(visit.form), stale=True, status=412)
    return _form(visit, row, values_sent(visit.form), errors=errors, status=422)


def _form(
    visit: Visit, row: Candidate | candidates.CandidateShown | None, values: Values, status: int = 200, **more: Any
) -> Response:
    empty: Values = {"errors": {}, "effect": None, "stale": False, "saved": False}
    return visit.page("candidate.html", {"row": row, "values": values, **empty, **more}, status)
