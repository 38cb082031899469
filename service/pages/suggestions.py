"""The list of a candidate as cards: decisions, left-out vacancies, and what if."""

from bisect import bisect
from collections.abc import Set
from typing import Annotated, Any, Literal, NamedTuple
from urllib.parse import quote, urlencode

from fastapi import APIRouter, Query, Response
from pydantic import ValidationError

from matcher import whatif
from matcher.limits import travel
from matcher.matching import Request
from matcher.schema import Candidate as Record
from matcher.schema import problems
from service.calls import Call, etag
from service.cases import caseload, deciding, decisions, lists, passing, profile
from service.cases.opened import OpenedCase, open_case
from service.keeper import as_json, digest, vacancy_of
from service.pages.cards import Card, record
from service.pages.kinds import changed, questions
from service.pages.kinds import titles as kinds_to_ask
from service.pages.page_request import Cases, PageRequest, see
from service.phrases import wrong
from service.problems import Refused
from service.store import Vacancy

router = APIRouter(include_in_schema=False)
K, MOST = 10, 30  # cards on a page, and on all pages
AMONG = lists.MOST  # suggestions that a filter searches
LEFT_OUT = 25
From = Annotated[int, Query(alias="from")]
SECTIONS = ("clearly", "perhaps", "not")
FEW_TITLES = 6  # titles to ask about if the list has little to show


class ListView(NamedTuple):
    """The view of a list. text, place, fits: filters. passed: cards on earlier pages. at: id of the current card."""

    text: str = ""
    place: str = ""
    fits: str = ""
    passed: int = 0
    at: str = ""

    @property
    def filtered(self) -> bool:
        return bool(self.text or self.place or self.fits)

    def shows(self, card: Card) -> bool:
        """Whether a card passes the filters."""
        words = f"{card.vacancy.text}\n{card.employer or ''}".casefold()
        where = f"{card.town} {card.facts.place.value or ''} {card.vacancy.municipality or ''}".casefold()
        is_match = self.text.casefold() in words and self.place.casefold() in where
        return is_match and (not self.fits or card.band == "fits")

    def kept(self) -> dict[str, Any]:
        """The values that forms and addresses carry on; not ``at``, which differs each time."""
        values = {"text": self.text, "place": self.place, "fits": self.fits, "from": self.passed}
        return {name: value for name, value in values.items() if value}

    def address(self, passed: int) -> str:
        """The query of the page with this number of cards before it."""
        return urlencode(self._replace(passed=passed).kept())


@router.get("/candidates/{candidate_id}/suggestions")
def cards(
    page: Cases,
    candidate_id: str,
    passed: From = 0,
    text: str = "",
    place: str = "",
    fits: str = "",
    at: str = "",
    changed: int = 0,
) -> Response:
    """The list, ten cards at a time. passed: cards before. text, place, fits: filters of the view; the limits stay.

    at: the current card; its page is shown, whatever ``passed`` is.
    changed: the version made by the latest change of limits, which can be undone.
    """
    view = ListView(text.strip()[:100], place.strip()[:100], fits[:1], _passed(passed), at)
    return _page(page, candidate_id, view, changed=changed)


def _passed(number: int) -> int:
    """The number of cards before the page: a multiple of the page's size, less than the maximum."""
    return min(max(number, 0), MOST - K) // K * K


def _page(
    page: PageRequest, candidate_id: str, view: ListView, changed: int = 0, status: int = 200, **more: Any
) -> Response:
    with page.access.reading() as call:
        case = open_case(call, candidate_id)
        passing_limits = passing.waiting(call, case.row, case.record)
        titles = _titles(call, case)
        undone = changed == case.row.version and caseload.changed_limits(call.db, case.row)
    if case.row.closed:
        return page.page("suggestions.html", {"row": case.row, "kept_fields": {}}, status)
    answer, page_cards, passed, more_there = _show_round(page, case, view)
    view = view._replace(passed=passed)
    clearly = any(card.suggestion.points == "clearly" for card in page_cards)
    little = bool(answer.wonder) or not (clearly or view.filtered)
    values = {
        "row": case.row,
        "cards": page_cards,
        "answer": answer,
        "view": view,
        "kept_fields": view.kept(),
        "filtered": view.filtered,
        "among": AMONG,
        "at": view.at,
        "passed": passed,
        "first_page": view.address(0),
        "next_page": view.address(passed + K) if more_there else "",
        "sections": _sections(page_cards),
        "following": _following(page_cards),
        "note": "",
        "note_error": None,
        "pursuits": case.pursuits,
        "order": {card.id: n for n, card in enumerate(page_cards, start=1)},
        "waiting": sum(card.decision is None for card in page_cards),
        "limit_questions": questions(passing_limits, page.language),
        "little": little,
        "statements": case.record.statements,
        "titles": kinds_to_ask(page, case.record, FEW_TITLES) if little else [],
        "changed": changed if undone else 0,
        "no_vacancies": not len(page.service.keeper.matcher(page.tenant_id).index),
        "travel_note": travel.note(case.record.constraints, page.language),
    }
    return page.page("suggestions.html", values | _changes(page, case, page_cards, titles) | more, status)


def _show_round(
    page: PageRequest, case: OpenedCase, view: ListView
) -> tuple[lists.CandidateList, list[Card], int, bool]:
    """The list, the cards shown, the number of cards on earlier pages, and whether there are later ones.

    A round is the first ten cards unanswered when the day began. Cards answered today stay on the page, folded, so that
    the round is done when all of them are answered.
    """
    midnight = page.midnight
    today = decisions.answered_since(case.kinds, midnight)
    before = case.kinds.keys() - today
    most = AMONG if view.filtered else (MOST if view.at else view.passed + K + 1)
    wanted = lists.Wanted(k=min(most + len(before), AMONG), as_of=page.today, lang=page.language)
    answer = lists.of_case(page.access, case, wanted, but=today)
    matching_cards = [card for card in cards_of(page, answer, case) if view.shows(card)]
    passed, page_cards, more_there = _round(matching_cards, view, before)
    showing = answer.model_copy(update={"suggestions": [card.suggestion for card in page_cards]})
    lists.show(page.access, case, wanted, showing)
    return answer, page_cards, passed, more_there


def _round(matching_cards: list[Card], view: ListView, before: Set[str]) -> tuple[int, list[Card], bool]:
    """The page that holds ``at``, else the requested one: ten cards not answered before today, the others among them.

    Also returns the number of cards on earlier pages, and whether another page follows.
    """
    unanswered = [n for n, card in enumerate(matching_cards) if card.id not in before]
    starts = [0, *unanswered[K:MOST:K]]
    current = next((n for n, card in enumerate(matching_cards) if card.id == view.at), None)
    number = min(view.passed // K if current is None else bisect(starts, current) - 1, len(starts) - 1)
    end = [*starts[1:], *unanswered[MOST : MOST + 1], len(matching_cards)][number]
    return number * K, matching_cards[starts[number] : end], number + 1 < len(starts)


def _sections(page_cards: list[Card]) -> dict[str, list[Card]]:
    """The cards by how clearly a statement points to them; pinned ones in a section of their own."""
    pinned = {"pinned": [card for card in page_cards if card.pin]}
    return pinned | {
        name: [card for card in page_cards if not card.pin and card.suggestion.points == name] for name in SECTIONS
    }


def _following(page_cards: list[Card]) -> dict[str, str]:
    """Card id -> the card to go on with: the next unanswered one, else the first unanswered one, else itself."""
    waiting = [(n, card.id) for n, card in enumerate(page_cards) if card.decision is None]
    return {
        card.id: next((id_ for m, id_ in [*((m, i) for m, i in waiting if m > n), *waiting] if m != n), card.id)
        for n, card in enumerate(page_cards)
    }


def _titles(call: Call, case: OpenedCase) -> dict[str, str]:
    """Decision id -> the vacancy's title, for each rejection with a waiting change."""
    waiting = {proposal.decision_id for proposal, _ in case.proposals}
    about = {decision.id: vacancy_id for vacancy_id, decision in case.kinds.items() if decision.id in waiting}
    rows = call.db.scalars(call.scope.vacancies().where(Vacancy.id.in_(about.values())))
    names = {row.id: title_of(row) for row in rows}
    return {decision_id: names[vacancy_id] for decision_id, vacancy_id in about.items() if vacancy_id in names}


def _changes(page: PageRequest, case: OpenedCase, page_cards: list[Card], titles: dict[str, str]) -> dict[str, Any]:
    """The waiting changes: shown at the card of their rejection; those without a card here, above the list."""
    decision_ids = {card.decision.id for card in page_cards if card.decision}
    proposals = [(p, change, _shrinks(page, case.record, change)) for p, change in case.proposals]
    earlier = [
        (*proposal, titles.get(proposal[0].decision_id, ""))
        for proposal in proposals
        if proposal[0].decision_id not in decision_ids
    ]
    return {"proposals": proposals, "earlier": earlier}


def cards_of(page: PageRequest, answer: lists.CandidateList, case: OpenedCase) -> list[Card]:
    """The cards, pinned ones first, then in list order. New: shown on no list before today, if there was one."""
    matcher = page.service.keeper.matcher(page.tenant_id)
    midnight = page.midnight
    before = {vacancy_id for vacancy_id, at in case.showings.items() if at < midnight}
    list_cards = [
        Card(
            *record(matcher, s.vacancy_id, answer.vacancies),
            page.language,
            page.today,
            s,
            case.record,
            is_new=bool(before) and s.vacancy_id not in before,
            decision=case.kinds.get(s.vacancy_id),
            pin=case.pins.get(s.vacancy_id),
        )
        for s in answer.suggestions
    ]
    return sorted(list_cards, key=lambda card: card.pin is None)


def title_of(row: Vacancy | None) -> str:
    """A vacancy's title; a dash if it is no longer stored."""
    return vacancy_of(row.record).title.strip() if row else "–"


def _shrinks(page: PageRequest, now: Record, change: dict[str, Any]) -> int | None:
    """The number of vacancies that a suggested change would remove; None if it no longer fits the limits."""
    index = page.service.keeper.matcher(page.tenant_id).index
    try:
        after = decisions.changed(now, change)
    except ValidationError:
        return None
    return whatif.difference(now, after, index, Request(as_of=page.today, language=page.language))[2]


@router.post("/candidates/{candidate_id}/decisions")
def decide(page: Cases, candidate_id: str) -> Response:
    """Save yes, maybe, a no with its reason and source, or a pin: one button of a card's form.

    A refused note does not undo the answer: the answer is saved, and the note comes back in its field.
    """
    form = page.form
    kind, reason, whose = [*form.one("choice").split(":"), "", ""][:3]
    note = (form.one("other") if reason == "other" else "") or form.one("note")
    values: dict[str, Any] = {"vacancy_id": form.one("vacancy_id"), "kind": kind, "note": note or None}
    values |= {"reason": reason or None, "whose": whose or None} if kind == "reject" else {}
    try:
        decision, note_error = deciding.NewDecision.model_validate(values), ""
    except ValidationError as error:
        note_error = _note_error(page, error)
        decision = deciding.NewDecision.model_validate(values | {"note": None})
    with page.access.writing() as call:
        deciding.decide(call, candidate_id, decision)
    if note_error:
        view = _view(page)._replace(at=decision.vacancy_id)
        return _page(page, candidate_id, view, status=422, note=note, note_error=note_error)
    return _back(page, candidate_id, form.one("next"), "pinned" if kind == "pin" else "answered")


def _view(page: PageRequest) -> ListView:
    """The view of the list when the form was sent."""
    text, place, fits = (page.form.one(name)[:100] for name in ("text", "place", "fits"))
    return ListView(text, place, fits, _passed(page.form.whole("from")))


def _back(page: PageRequest, candidate_id: str, at: str, message: str) -> Response:
    """Return to the list in the same view, at that card."""
    query = urlencode(_view(page).kept() | ({"at": at} if at else {}))
    return see(f"/candidates/{candidate_id}/suggestions?{query}#v-{quote(at, safe='')}", message)


def _note_error(page: PageRequest, error: ValidationError) -> str:
    """The reason why the note is refused; Refused if another field is wrong."""
    errors = [wrong(code, allowed, page.language) for name, code, allowed in problems(error) if name == "note"]
    if not errors:
        raise Refused("refused.request") from error
    return errors[0]


@router.post("/candidates/{candidate_id}/decisions/{decision_id}/undo")
def undo(page: Cases, candidate_id: str, decision_id: str) -> Response:
    """Undo a decision."""
    with page.access.writing() as call:
        decision = deciding.undo(call, candidate_id, decision_id)
        message = "unpinned" if decision.kind == "pin" else "undone"
        at = decision.vacancy_id
    return _back(page, candidate_id, at, message)


@router.post("/candidates/{candidate_id}/proposals/{proposal_id}/{answer}")
def answer_proposal(
    page: Cases, candidate_id: str, proposal_id: str, answer: Literal["confirm", "decline"]
) -> Response:
    """Make a suggested change, or leave the limits as they are."""
    with page.access.writing() as call:
        if answer == "confirm":
            return changed(candidate_id, deciding.confirm(call, candidate_id, proposal_id).version)
        deciding.decline(call, candidate_id, proposal_id)
    return see(f"/candidates/{candidate_id}/suggestions", told="limit_kept")


@router.get("/candidates/{candidate_id}/left-out")
def left_out(page: Cases, candidate_id: str) -> Response:
    """The vacancies left out of the list: rejected ones, and those that break a limit."""
    with page.access.reading() as call:
        case = open_case(call, candidate_id)
        rejected = {v: d for v, d in case.kinds.items() if d.kind == "reject"}
        rows = call.db.scalars(call.scope.vacancies().where(Vacancy.id.in_(rejected)))
        titles = {row.id: title_of(row) for row in rows}
    matcher = page.service.keeper.matcher(page.tenant_id)
    request = Request(LEFT_OUT, page.today, include_broken=True, language=page.language, elsewhere=False)
    (suggestions,) = matcher.suggest([case.record], request)
    broken = [
        Card(*record(matcher, s.vacancy_id, {}), page.language, page.today, s, case.record)
        for s in suggestions.suggestions
        if s.band == "broken"
    ]
    with page.access.writing() as call:
        ad_versions = [[c.id, digest(as_json(c.vacancy))] for c in broken]
        call.log("left_out.shown", call.candidate(candidate_id), shown=ad_versions)
    no = [(decision, titles.get(v, v)) for v, decision in rejected.items()]
    return page.page("left_out.html", {"row": case.row, "suggestions": suggestions, "broken": broken, "no": no})


@router.get("/candidates/{candidate_id}/what-if")
def what_if(page: Cases, candidate_id: str) -> Response:
    """The cost of each limit, and the effect of relaxing it a little."""
    with page.access.writing() as call:
        row, now = caseload.with_record(call, candidate_id)
        call.log("limits.shown", row)
    matcher = page.service.keeper.matcher(page.tenant_id)
    eligible, changes = whatif.what_if(now, matcher.index, Request(as_of=page.today, language=page.language))
    changes_with_ads = [(c, [matcher.record(v)[0] for v in c.vacancies[:3]]) for c in changes]
    values = {"row": row, "limits": now.constraints, "eligible": eligible, "changes": changes_with_ads}
    return page.page("what_if.html", values)


@router.post("/candidates/{candidate_id}/what-if")
def make_room(page: Cases, candidate_id: str) -> Response:
    """Set a limit as one of the changes says: a new version, like every other change."""
    with page.access.reading() as call:
        row, now = caseload.with_record(call, candidate_id)
    index = page.service.keeper.matcher(page.tenant_id).index
    _, changes = whatif.what_if(now, index, Request(as_of=page.today, language=page.language))
    chosen = next((c for c in changes if c.code == page.form.one("change") and c.limits), None)
    if chosen is None or chosen.limits is None:
        raise Refused("refused.changed")
    limits = chosen.limits.model_copy(update={"certificates": now.constraints.certificates})
    new_profile = profile.of(now, row.label, constraints=limits)
    with page.access.writing() as call:
        written = caseload.replace(call, candidate_id, new_profile, etag(page.form.whole("version")))
    return changed(candidate_id, written.version)
