"""The list of a candidate as cards, what is decided about them, what was left out, and what if."""

import datetime
from typing import Any, Literal, get_args
from urllib.parse import urlencode

from fastapi import APIRouter, Response
from pydantic import ValidationError

from matcher import whatif
from matcher.limits import travel
from matcher.matching import Request
from matcher.schema import Candidate as Record
from matcher.schema import problems
from service.calls import etag
from service.cases import caseload, deciding, decisions, lists, profile
from service.cases.opened import OpenedCase, open_case
from service.keeper import as_json, digest, vacancy_of
from service.pages.cards import Card, record
from service.pages.page_request import Cases, PageRequest, see
from service.phrases import wrong
from service.problems import Refused
from service.store import Decision, Vacancy

router = APIRouter(include_in_schema=False)
K, STEP, MOST = 10, 10, 30
AMONG = lists.MOST  # how many suggestions a filter looks through
LEFT_OUT = 25
LOOKED = ("text", "place", "k")  # how a list is looked at
NOT_A_REASON = ("person_says_no",)  # whose word it is says so already


@router.get("/candidates/{candidate_id}/suggestions")
def cards(page: Cases, candidate_id: str, k: int = K, text: str = "", place: str = "", done: str = "") -> Response:
    """The list. text, place: show only those; the limits stay as they are. done: the decision just made."""
    return _page(page, candidate_id, k=k, text=text.strip()[:100], place=place.strip()[:100], done=done)


def _page(
    page: PageRequest, candidate_id: str, k: int = K, text: str = "", place: str = "", done: str = "",
    status: int = 200, **more: Any,
) -> Response:  # fmt: skip
    k = min(max(k, 1), MOST)
    filtered = bool(text or place)
    wanted = lists.Wanted(k=AMONG if filtered else k, as_of=page.today, lang=page.language)
    with page.access.reading() as call:
        case = open_case(call, candidate_id)
        told = _done(page, case, call.db.get(Decision, done) if done else None)
        if told and told["title"] is None:
            told["title"] = title_of(call.db.get(Vacancy, (page.tenant_id, told["decision"].vacancy_id)))
    answer = lists.of_case(page.access, case, wanted)
    shown = [c for c in cards_of(page, answer, case) if _fits(c, text, place)][:k]
    lists.show(page.access, case, wanted, answer.model_copy(update={"suggestions": [c.suggestion for c in shown]}))
    values = {
        "row": case.row, "cards": shown, "answer": answer, "text": text, "place": place, "filtered": filtered,
        "k": k, "most": MOST, "step": STEP, "among": AMONG, "done": told, "following": _following(shown, done),
        "proposals": [(p, change, _shrinks(page, case.record, change)) for p, change in case.proposals],
        "reasons": [r for r in get_args(decisions.Reason) if r not in NOT_A_REASON], "at": "", "note": "",
        "note_error": None, "whose_error": False, "travel_note": travel.note(case.record.constraints, page.language),
    }  # fmt: skip
    return page.page("suggestions.html", values | more, status)


def cards_of(page: PageRequest, answer: lists.CandidateList, case: OpenedCase) -> list[Card]:
    """The pinned first, then in the list's order. New is what no list before today has shown, if there was one."""
    matcher = page.service.keeper.matcher(page.tenant_id)
    midnight = datetime.datetime.combine(page.today, datetime.time()).astimezone()
    before = {vacancy_id for vacancy_id, at in case.shown.items() if at < midnight}
    made = [
        Card(
            *record(matcher, s.vacancy_id, answer.vacancies), page.language, page.today, s, case.record,
            new=bool(before) and s.vacancy_id not in before,
            decision=case.kinds.get(s.vacancy_id), pin=case.pins.get(s.vacancy_id),
        )
        for s in answer.suggestions
    ]  # fmt: skip
    return sorted(made, key=lambda card: card.pin is None)


def _fits(card: Card, text: str, place: str) -> bool:
    """Whether a card has the words and the place that are looked for."""
    words = f"{card.vacancy.text}\n{card.employer or ''}".casefold()
    where = f"{card.town} {card.facts.place.value or ''} {card.vacancy.municipality or ''}".casefold()
    return text.casefold() in words and place.casefold() in where


def _done(page: PageRequest, case: OpenedCase, decision: Decision | None) -> dict[str, Any] | None:
    """The decision just made, and the vacancy's title, to be told and taken back."""
    if decision is None or decision.candidate_id != case.row.id:
        return None
    try:
        title = page.service.keeper.matcher(page.tenant_id).record(decision.vacancy_id)[0].title.strip()
    except (Refused, KeyError):
        title = None
    return {"decision": decision, "title": title}


def _following(shown: list[Card], done: str) -> int | None:
    """The place of the card to go on with after that decision: the next one that waits for an answer."""
    waiting = [n for n, card in enumerate(shown, start=1) if card.decision is None]
    just = next((n for n, card in enumerate(shown, start=1) if card.decision and card.decision.id == done), 0)
    return next((n for n in waiting if n > just), waiting[0] if waiting else None)


def title_of(row: Vacancy | None) -> str:
    """A vacancy's title; a dash where it is no longer held."""
    return vacancy_of(row.record).title.strip() if row else "–"


def _shrinks(page: PageRequest, now: Record, change: dict[str, Any]) -> int | None:
    """How many vacancies a suggested change would take from the list; None where it no longer fits the limits."""
    index = page.service.keeper.matcher(page.tenant_id).index
    try:
        after = decisions.changed(now, change)
    except ValidationError:
        return None
    return whatif.difference(now, after, index, Request(as_of=page.today, language=page.language))[2]


@router.post("/candidates/{candidate_id}/decisions")
def decide(page: Cases, candidate_id: str) -> Response:
    """Yes, maybe, no with a reason, or pin: one button of a card's form.

    A note that is refused does not take the answer with it: the answer is kept, and the note stands in its field again.
    """
    form = page.form
    kind, _, reason = form.one("choice").partition(":")
    whose = "ad" if reason == "ad_wrong_or_expired" else form.one("whose")
    if kind == "reject" and not whose:  # nothing is preset: it is for the consultant to say whose word it is
        written: dict[str, Any] = {"at": form.one("vacancy_id"), "note": form.one("note"), "whose_error": True}
        return _page(page, candidate_id, **_looked(page), status=422, **written)
    values: dict[str, Any] = {"vacancy_id": form.one("vacancy_id"), "kind": kind, "note": form.one("note") or None}
    values |= {"reason": reason or None, "whose": whose or None} if kind == "reject" else {}
    try:
        decision, told = deciding.NewDecision.model_validate(values), ""
    except ValidationError as error:
        told = _note_error(page, error)
        decision = deciding.NewDecision.model_validate(values | {"note": None})
    with page.access.writing() as call:
        made = deciding.decide(call, candidate_id, decision)
    if told:
        written = {"at": form.one("vacancy_id"), "note": form.one("note"), "note_error": told}
        return _page(page, candidate_id, **_looked(page), done=made.decision_id, status=422, **written)
    return _back(page, candidate_id, made.decision_id)


def _looked(page: PageRequest) -> dict[str, Any]:
    """How the list was looked at when the form was sent."""
    text, place = (page.form.one(name)[:100] for name in ("text", "place"))
    return {"text": text, "place": place, "k": page.form.whole("k") or K}


def _back(page: PageRequest, candidate_id: str, decision_id: str) -> Response:
    """To the list as it was looked at, and what was done told above it."""
    kept = {name: value for name in LOOKED if (value := page.form.one(name)[:100])}
    return see(f"/candidates/{candidate_id}/suggestions?{urlencode(kept | {'done': decision_id})}#done")


def _note_error(page: PageRequest, error: ValidationError) -> str:
    """Why the note is refused; Refused where something else is wrong."""
    told = [wrong(code, allowed, page.language) for name, code, allowed in problems(error) if name == "note"]
    if not told:
        raise Refused("refused.request") from error
    return told[0]


@router.post("/candidates/{candidate_id}/decisions/{decision_id}/undo")
def undo(page: Cases, candidate_id: str, decision_id: str) -> Response:
    """Take a decision back."""
    with page.access.writing() as call:
        deciding.undo(call, candidate_id, decision_id)
    return _back(page, candidate_id, decision_id)


@router.post("/candidates/{candidate_id}/proposals/{proposal_id}/{answer}")
def answer_proposal(
    page: Cases, candidate_id: str, proposal_id: str, answer: Literal["confirm", "decline"]
) -> Response:
    """Make a suggested change, or leave the limits as they are."""
    with page.access.writing() as call:
        if answer == "confirm":
            written = deciding.confirm(call, candidate_id, proposal_id)
            return see(f"/candidates/{candidate_id}?saved={written.version - 1}#effect")
        deciding.decline(call, candidate_id, proposal_id)
    return see(f"/candidates/{candidate_id}/suggestions")


@router.get("/candidates/{candidate_id}/left-out")
def left_out(page: Cases, candidate_id: str) -> Response:
    """What is not on the list, and why: what was said no to, and what breaks a limit."""
    with page.access.reading() as call:
        case = open_case(call, candidate_id)
        rejected = {v: d for v, d in case.kinds.items() if d.kind == "reject"}
        rows = call.db.scalars(call.scope.vacancies().where(Vacancy.id.in_(rejected)))
        titles = {row.id: title_of(row) for row in rows}
    matcher = page.service.keeper.matcher(page.tenant_id)
    request = Request(LEFT_OUT, page.today, include_broken=True, language=page.language, elsewhere=False)
    (made,) = matcher.suggest([case.record], request)
    broken = [
        Card(*record(matcher, s.vacancy_id, {}), page.language, page.today, s, case.record)
        for s in made.suggestions if s.band == "broken"
    ]  # fmt: skip
    with page.access.writing() as call:
        shown = [[c.id, digest(as_json(c.vacancy))] for c in broken]
        call.log("left_out.shown", call.candidate(candidate_id), shown=shown)
    no = [(decision, titles.get(v, v)) for v, decision in rejected.items()]
    return page.page("left_out.html", {"row": case.row, "made": made, "broken": broken, "no": no})


@router.get("/candidates/{candidate_id}/what-if")
def what_if(page: Cases, candidate_id: str) -> Response:
    """What each limit costs, and what a little more room would bring."""
    with page.access.writing() as call:
        row, now = caseload.with_record(call, candidate_id)
        call.log("limits.shown", row)
    matcher = page.service.keeper.matcher(page.tenant_id)
    eligible, changes = whatif.what_if(now, matcher.index, Request(as_of=page.today, language=page.language))
    told = [(c, [matcher.record(v)[0] for v in c.vacancies[:3]]) for c in changes]
    return page.page("what_if.html", {"row": row, "eligible": eligible, "changes": told})


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
    new = profile.Profile(label=row.label, goals=now.goals, interests=now.interests,
                          competencies=now.competencies, not_work=now.not_work, constraints=limits)  # fmt: skip
    with page.access.writing() as call:
        written = caseload.replace(call, candidate_id, new, etag(page.form.whole("version")))
    return see(f"/candidates/{candidate_id}?saved={written.version - 1}#effect")
