"""The import of a caseload from a spreadsheet: chosen or pasted, checked row by row, then saved."""

from typing import Annotated

from fastapi import APIRouter, Response

from matcher.feeds import others
from matcher.feeds.rows import Fault, encoding_of
from matcher.schema import Constraints
from service.cases import importing
from service.cases.importing import TableRow
from service.cases.profile import Profile
from service.pages.page_request import Cases, PageRequest, form_with_file, requests, see
from service.pages.profile_form import Values, code_of, field_of, values_of
from service.phrases import wrong

router = APIRouter(include_in_schema=False)
START = 4096  # bytes that tell a file of another kind
WithTable = Annotated[PageRequest, requests("cases", form_with_file)]


@router.get("/candidates/import")
def choose(page: Cases) -> Response:
    """The form to choose a file or paste its rows."""
    return page.page("import.html", {"text": "", "fault": None, "rows": None})


@router.get("/candidates/import/template.csv")
def template(page: Cases) -> Response:  # noqa: ARG001 for users who have candidates
    """An empty table that a spreadsheet opens."""
    headers = {"Content-Disposition": 'attachment; filename="kandidater.csv"'}
    return Response("\ufeff" + importing.template(), media_type="text/csv; charset=utf-8", headers=headers)


@router.post("/candidates/import")
def bring_in(page: WithTable) -> Response:
    """Show the rows of the table, or save those that were shown."""
    text, fault = _text(page)
    if fault or page.form.one("do") == "edit":
        return _choose(page, text, fault)
    if page.form.one("do") == "save":
        return _save(page, text)
    with page.access.reading() as call:
        return _preview(page, text, importing.read(call, text))


def _text(page: PageRequest) -> tuple[str, Fault | None]:
    """The table sent as a file or in the field, or the reason why there is none."""
    file = page.form.file("file")
    if fault := others.kind_of_file(file[:START]):
        return "", fault
    text = file.decode(encoding_of(file), errors="replace") if file else page.form.one("text")
    if "\0" in text:
        return "", Fault(1, "-", "not_text")
    return text, None if text.strip() else Fault(1, "-", "no_table")


def _save(page: PageRequest, text: str) -> Response:
    sure = {int(number) for number in page.form.all("sure") if number.isdecimal()}
    with page.access.writing() as call:
        rows = importing.read(call, text)
        saved = importing.take_up(call, rows, sure)
    if not saved:
        return _preview(page, text, rows, none_chosen=True)
    return see("/", told="imported" if saved == len(rows) else "imported_some")


def _choose(page: PageRequest, text: str, fault: Fault | None) -> Response:
    words = fault and wrong(fault.code, fault.allowed, page.language)
    return page.page("import.html", {"text": text, "fault": words, "rows": None}, 422 if fault else 200)


def _preview(page: PageRequest, text: str, rows: list[TableRow], *, none_chosen: bool = False) -> Response:
    """The rows that would be saved, and the errors of the others."""
    right = [(row, _row_values(row.profile, page)) for row in rows if row.profile]
    faults = [
        (row, field_of(fault.field), wrong(code_of(fault.field, fault.code), fault.allowed, page.language))
        for row in rows
        for fault in row.faults
    ]
    values = {"text": text, "fault": None, "rows": right, "faults": faults, "none_chosen": none_chosen}
    return page.page("import.html", values, 422 if none_chosen else 200)


def _row_values(profile: Profile, page: PageRequest) -> Values:
    """The values of a row; kinds of employment only if they differ from the default."""
    values = values_of(profile.candidate("new"), None, page.language)
    usual = profile.constraints.accept_employment == Constraints().accept_employment
    return values | ({"accept_employment": []} if usual else {})
