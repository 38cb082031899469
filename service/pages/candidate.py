"""The pages of a candidate: statements and limits, the effect of a change on the list, and earlier versions."""

from typing import Any

from fastapi import APIRouter, Response
from pydantic import ValidationError

from matcher import whatif
from matcher.limits import travel
from matcher.matching import Request
from matcher.schema import Candidate as Record
from service.calls import Call, etag
from service.cases import caseload, course, export, passing
from service.cases.profile import Profile
from service.pages.kinds import questions
from service.pages.page_request import Cases, PageRequest, see
from service.pages.profile_form import Values, errors_of, merged, profile_of, values_of, values_sent
from service.problems import Refused
from service.store import Candidate, CandidateVersion

router = APIRouter(include_in_schema=False)
MOST_VERSIONS = 200  # versions on the page; the export has all


@router.get("/candidates/new")
def empty_form(page: Cases) -> Response:
    """An empty form: five fields are enough."""
    return _form(page, None, values_of(None, None, page.language))


@router.post("/candidates/new")
def create(page: Cases) -> Response:
    """Add a candidate, or show the effect of the limits first."""
    try:
        profile = profile_of(page.form, None)
        if page.form.one("do") == "try":
            tried = profile.candidate("new")
            return _form(page, None, values_sent(page.form), **_answer(page, None, tried))
        with page.access.writing() as call:
            _ask_whether_another(page, call, profile)
            written = caseload.take_up(call, profile)
    except (ValidationError, Refused) as error:
        return _refused(page, None, error)
    return see(f"/candidates/{written.candidate_id}/suggestions", told="created")


@router.get("/candidates/{candidate_id}")
def show(page: Cases, candidate_id: str, saved: int = 0) -> Response:
    """The form of statements and limits, to be changed in conversation. saved: the version before the latest change."""
    with page.access.writing() as call:
        row, record = caseload.with_record(call, candidate_id)
        call.log("candidate.shown", row)
        is_saved = 0 < saved < row.version
        before = caseload.record_of(call.db, row, saved) if is_saved else None
        limit_questions = questions(passing.waiting(call, row, record), page.language)
        case_course = course.of_case(call, row)
    values = values_of(record, row.label, page.language)
    more: Values = {
        "saved": is_saved,
        "limit_questions": limit_questions,
        "clock": case_course.clock,
        "ended": case_course.to_renew,
    }
    return _form(page, row, values, **_answer(page, before, record), **more)


@router.post("/candidates/{candidate_id}")
def change(page: Cases, candidate_id: str) -> Response:
    """Save the change as a new version, or show its effect first."""
    with page.access.reading() as call:
        row, now = caseload.with_record(call, candidate_id)
    try:
        profile = profile_of(page.form, now)
        if page.form.one("do") == "try":
            tried = profile.candidate(row.id)
            return _form(page, row, values_sent(page.form), **_answer(page, now, tried))
        with page.access.writing() as call:
            _ask_whether_another(page, call, profile, row)
            written = caseload.replace(call, candidate_id, profile, etag(page.form.whole("version")))
    except (ValidationError, Refused) as error:
        return _refused(page, row, error)
    if page.form.one("do") == "list":
        return see(f"/candidates/{candidate_id}/suggestions", told="saved")
    return see(f"/candidates/{candidate_id}?saved={written.version - 1}#effect")


def _ask_whether_another(page: PageRequest, call: Call, profile: Profile, row: Candidate | None = None) -> None:
    """Raise Refused if another of the user's candidates has the label, until the user confirms it."""
    label = profile.label
    if label is None or label in (row and row.label, page.form.one("another")):
        return
    if label.casefold() in caseload.labels(call, but=row.id if row else None):
        raise Refused("refused.request", [("label", "label_taken", {"label": label})])


@router.post("/candidates/{candidate_id}/effect")
def effect_of(page: Cases, candidate_id: str) -> Response:
    """The effect of the form as it stands, as a piece of a page for the script."""
    now = None
    if candidate_id != "new":
        with page.access.reading() as call:
            _, now = caseload.with_record(call, candidate_id)
    try:
        answer = _answer(page, now, profile_of(page.form, now).candidate("new"))
    except (ValidationError, Refused) as error:
        return page.page("_effect.html", {"effect": None, "errors": errors_of(error, page.form, page.language)})
    return page.page("_effect.html", {"errors": {}, **answer})


@router.get("/candidates/{candidate_id}/history")
def history(page: Cases, candidate_id: str) -> Response:
    """The versions of the record, and what each one changed."""
    with page.access.writing() as call:
        row = call.candidate(candidate_id)
        query = export.versions(row).order_by(CandidateVersion.version.desc()).limit(MOST_VERSIONS)
        versions = list(call.db.scalars(query))
        call.log("history.shown", row)
    return page.page("history.html", {"row": row, "versions": with_changes(versions, page)})


@router.post("/candidates/{candidate_id}/history/{version}")
def bring_back(page: Cases, candidate_id: str, version: int) -> Response:
    """Bring an earlier version back, as a new one."""
    with page.access.writing() as call:
        caseload.bring_back(call, candidate_id, version, etag(page.form.whole("version")))
    return see(f"/candidates/{candidate_id}/history", told="brought_back")


def with_changes(versions: list[CandidateVersion], page: PageRequest) -> list[tuple[CandidateVersion, Any]]:
    """Each version, the latest first, with its changes (field, before, now). The first version: all that it set."""
    version_values = [values_of(Record.held(v.record), None, page.language) for v in versions]
    nothing = values_of(None, None, page.language)
    changes = [_changed(a, b, nothing) for a, b in zip(version_values, [*version_values[1:], None], strict=True)]
    return list(zip(versions, changes, strict=True))


def _changed(now: Values, before: Values | None, nothing: Values) -> list[tuple[str, Any, Any]]:
    base = before or nothing
    return [(name, before and before[name], now[name]) for name in now if now[name] != base[name]]


def _answer(page: PageRequest, before: Record | None, after: Record) -> dict[str, Any]:
    """The answer to a form: the effect of its limits on the list, and what is missing for travel to count."""
    return {"effect": _effect(page, before, after), "note": travel.note(after.constraints, page.language)}


def _effect(page: PageRequest, before: Record | None, after: Record) -> dict[str, Any] | None:
    """The effect of a change on the list: the size of each band; for a change, vacancies added and removed too.

    None while the vacancies are being read.
    """
    try:
        matcher = page.service.keeper.matcher(page.tenant_id)
    except Refused:
        return None
    request = Request(k=1, as_of=page.today, language=page.language, elsewhere=False)
    (suggestions,) = matcher.suggest([after], request)
    if before is None:
        return {"bands": suggestions.bands}
    _, more, fewer = whatif.difference(before, after, matcher.index, request)
    return {"bands": suggestions.bands, "more": more, "fewer": fewer}


def _refused(page: PageRequest, row: Candidate | None, error: ValidationError | Refused) -> Response:
    """The form as it was sent, with the error at each field."""
    errors = errors_of(error, page.form, page.language)
    if isinstance(error, Refused) and not errors:
        if error.key != "refused.changed" or row is None:
            raise error
        return _changed_by_another(page, row.id, error)
    taken = isinstance(error, Refused) and any(code == "label_taken" for _, code, _ in error.fields)
    return _form(page, row, values_sent(page.form), errors=errors, taken=taken, status=422)


def _changed_by_another(page: PageRequest, candidate_id: str, refusal: Refused) -> Response:
    """The form with the user's input and the changes another user saved since, to be checked and saved."""
    with page.access.reading() as call:
        row, record = caseload.with_record(call, candidate_id)
        version = page.form.whole("version")
        if not 0 < version < row.version:
            raise refusal
        before = values_of(
            caseload.record_of(call.db, row, version), None, page.language
        )  # no label: versions have none
    now = values_of(record, row.label, page.language)
    values, others = merged(values_sent(page.form), before, now)
    stale = [change for change in _changed(now, before, before) if change[0] != "label"]
    return _form(page, row, values, stale=stale, others=others, version=row.version, status=412)


def _form(page: PageRequest, row: Candidate | None, values: Values, status: int = 200, **more: Any) -> Response:
    """The form, with the version that was read, so that it overwrites nothing newer unseen."""
    version = page.form.whole("version") or (row.version if row else 0)
    empty: Values = {
        "errors": {},
        "effect": None,
        "note": None,
        "stale": None,
        "others": {},
        "saved": False,
        "taken": False,
        "limit_questions": [],
        "clock": None,
        "ended": None,
    }
    return page.page("candidate.html", {"row": row, "values": values, "version": version, **empty, **more}, status)
