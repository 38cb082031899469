"""Pasting an ad: the fields read from it are checked and corrected before anything is saved."""

from collections.abc import Sequence
from urllib.parse import quote

from fastapi import APIRouter, Response

from matcher.facts import known
from matcher.schema import Vacancy as Record
from service.ads import paste
from service.ads import vacancies as ads
from service.keeper import vacancy_of
from service.pages.cards import Job
from service.pages.page_request import Cases, PageRequest, see
from service.pages.vacancies import wait_for

router = APIRouter(include_in_schema=False)
ORDER = ("title", "employer", "postcode", "description")  # order of the fields on the page


@router.get("/vacancies/new")
def empty(page: Cases) -> Response:
    """The form to paste an ad, and the ads the user has pasted."""
    return _form(page)


@router.post("/vacancies/new")
def pasted(page: Cases) -> Response:
    """Show the fields read from a pasted text; save them once the user has checked them."""
    if page.form.one("do") == "save":
        return _save(page)
    text = page.form.one("ad")
    draft = paste.read(text, page.service.settings.data, page.language)
    if draft.record is None:
        return _form(page, text, draft.wrong)
    values = {name: getattr(draft.record, name) or "" for name in ORDER}
    return _preview(page, values, paste.rest_of(draft.record), record=draft.record, cuts=draft.cuts)


def _form(page: PageRequest, text: str = "", wrong: str = "") -> Response:
    with page.access.reading() as call:
        mine = [(row, vacancy_of(row.record)) for row in ads.pasted_by_me(call)]
    return page.page("paste.html", {"ad": text, "wrong": wrong, "mine": mine}, 422 if wrong else 200)


def _save(page: PageRequest) -> Response:
    values, rest = {name: page.form.one(name) for name in ORDER}, page.form.one("rest")
    rows = paste.save(page.access, rest, values).rows
    refused = {row.field or "-": row.expected or "" for row in rows if row.result == "refused"}
    if refused:
        errors = {name if name in paste.SHOWN else "description": words for name, words in refused.items()}
        return _preview(page, values, rest, errors={name: errors[name] for name in ORDER if name in errors})
    vacancy_id = str(rows[0].id)
    wait_for(page, vacancy_id)
    message = "pasted_before" if rows[0].result == "unchanged" else "pasted"
    return see(f"/vacancies/{quote(vacancy_id, safe='')}", told=message)


def _preview(
    page: PageRequest,
    values: dict[str, str],
    rest: str,
    *,
    record: Record | None = None,
    cuts: Sequence[str] = (),
    errors: dict[str, str] | None = None,
) -> Response:
    """The ad as it would be saved. record: as read; None if the form comes back with errors."""
    job = Job(record, known(record), page.language, page.today) if record else None
    return page.page(
        "pasted.html",
        {
            "values": values,
            "rest": rest,
            "job": job,
            "cuts": cuts,
            "errors": errors or {},
            "somebody": paste.about_somebody(f"{values['title']}\n{values['description']}"),
        },
        422 if errors else 200,
    )
