"""Questions that improve the list: kinds of work to try, and limits mentioned in passing."""

from typing import Any, Literal, NamedTuple
from urllib.parse import urlencode

from fastapi import APIRouter, Response

from matcher import occupations
from matcher.schema import Candidate as Record
from matcher.statements.proposals import Proposal, limit_in_words
from service.calls import etag
from service.cases import caseload, lists, passing, profile
from service.pages.page_request import Cases, PageRequest, see
from service.phrases import Language
from service.problems import Refused

router = APIRouter(include_in_schema=False)
HANDFUL = 8
BEGINNING = "title."
KEPT = {"yes": "goals", "no": "not_work"}  # answer -> the field that gets the title; "unsure" goes nowhere


class Question(NamedTuple):
    """A limit mentioned in passing, as a question. mark: the limit's name in the answer."""

    field: str
    value: Any
    quote: str
    mark: str
    in_words: str

    @property
    def rules_out(self) -> bool:
        """Whether the limit excludes something, such as evenings."""
        return self.field in ("not_times", "avoid") or (self.field == "weekdays" and "not" in self.value)


def questions(limits: list[Proposal], language: Language) -> list[Question]:
    """The questions for these limits."""
    return [
        Question(p.field, p.value, p.quote, passing.mark(p), limit_in_words(p.field, p.value, language)) for p in limits
    ]


def titles(page: PageRequest, record: Record, n: int, skip: int = 0) -> list[str]:
    """The next titles to ask the person about."""
    return [proposed.title for proposed in lists.kinds(page.access, record, skip + n)[skip:]]


@router.get("/candidates/{candidate_id}/kinds")
def kinds(page: Cases, candidate_id: str, skip: int = 0) -> Response:
    """Job titles that the person may never have thought of. skip: number of titles seen and left."""
    with page.access.writing() as call:
        row, record = caseload.with_record(call, candidate_id)
        call.log("kinds.shown", row)
    skip = min(max(skip, 0), lists.MOST)
    next_titles = titles(page, record, HANDFUL, skip)
    return page.page("kinds.html", {"row": row, "statements": record.statements, "titles": next_titles, "skip": skip})


@router.post("/candidates/{candidate_id}/kinds")
def answer_kinds(page: Cases, candidate_id: str) -> Response:
    """Save the titles answered yes or no, and go on to the next titles or to the list."""
    title_names, answers = set(occupations.titles().names), page.form.named(BEGINNING)
    title_answers = [(name.removeprefix(BEGINNING), KEPT[answer]) for name, answer in answers if answer in KEPT]
    title_answers = [(title, place) for title, place in title_answers if title in title_names]
    with page.access.writing() as call:
        row, record = caseload.with_record(call, candidate_id)
        if title_answers:
            new_profile = profile.of(record, row.label, **_with(record, title_answers))
            caseload.replace(call, candidate_id, new_profile, etag(page.form.whole("version")))
    message = "kinds_kept" if title_answers else None
    if page.form.one("do") == "more":
        left = page.form.whole("skip") + max(page.form.whole("shown") - len(title_answers), 0)
        return see(f"/candidates/{candidate_id}/kinds?{urlencode({'skip': left})}", message)
    return see(f"/candidates/{candidate_id}/suggestions", message)


def _with(record: Record, title_answers: list[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """The fields with the titles added; Refused if one would be both wanted and unwanted."""
    added = {place: [title for title, where in title_answers if where == place] for place in KEPT.values()}
    fields = {place: tuple(dict.fromkeys((*getattr(record, place), *more))) for place, more in added.items()}
    wanted, refused = ({text.casefold() for text in texts} for texts in fields.values())
    if any(title.casefold() in wanted & refused for title, _ in title_answers):
        raise Refused("refused.request")
    return fields


@router.post("/candidates/{candidate_id}/passing/{answer}")
def answer_passing(page: Cases, candidate_id: str, answer: Literal["confirm", "decline"]) -> Response:
    """Set a limit mentioned in passing, or leave it as a statement."""
    with page.access.writing() as call:
        if answer == "confirm":
            version = etag(page.form.whole("version"))
            written = passing.take(call, candidate_id, page.form.one("limit"), version)
            return changed(candidate_id, written.version)
        passing.decline(call, candidate_id, page.form.one("limit"))
    return see(f"/candidates/{candidate_id}/suggestions", told="limit_kept")


def changed(candidate_id: str, version: int) -> Response:
    """Go to the list after a change of limits, which can be undone there."""
    return see(f"/candidates/{candidate_id}/suggestions?changed={version}", told="limit_changed")


@router.post("/candidates/{candidate_id}/limits/undo")
def undo_limits(page: Cases, candidate_id: str) -> Response:
    """Restore the limits of the version before."""
    version = page.form.whole("version")
    with page.access.writing() as call:
        caseload.undo_limits(call, candidate_id, version)
    return see(f"/candidates/{candidate_id}/suggestions", told="limit_back")
