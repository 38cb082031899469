"""The list of a candidate as cards, what is decided about them, what was left out, and what if."""

import datetime
import json
from dataclasses import dataclass
from typing import Any, Literal, get_args
from urllib.parse import urlencode

from fastapi import APIRouter, Response
from pydantic import ValidationError

from matcher import whatif
from matcher.matching import Request
from matcher.phrases import wrong
from matcher.schema import Candidate as Record
from matcher.schema import problems
from service import decisions, profile
from service.api import candidates, suggestions
from service.api import decisions as decided
from service.calls import Call
from service.keeper import as_json, digest
from service.pages.cards import Card, record
from service.pages.today import seen
from service.pages.visit import Cases, Visit, see
from service.problems import Refused
from service.store import Candidate, Decision, Proposal, Vacancy

router = APIRouter(include_in_schema=False)
K, STEP, MOST = 10, 10, 30
AMONG = suggestions.MOST  # how many suggestions a filter looks through
LEFT_OUT = 25
LOOKED = ("text", "place", "k")  # how a list is looked at
NOT_A_REASON = ("person_says_no",)  # whose word it is says so already


@dataclass(frozen=True)
class Held:
    """What the pages of a list hold of the candidate besides the list."""

    row: Candidate
    record: Record
    kinds: dict[str, Decision]
    pins: dict[str, Decision]
    seen: set[str] | None
    proposals: list[tuple[Proposal, dict[str, Any]]]


def held(call: Call, candidate_id: str, today: datetime.date) -> Held:
    """Read it."""
    row = call.candidate(candidate_id)
    kinds, pins = decisions.latest(call.db, row)
    midnight = datetime.datetime.combine(today, datetime.time()).astimezone()
    query = call.scope.proposals().where(Proposal.candidate_id == row.id, Proposal.answer.is_(None))
    proposals = [(p, json.loads(p.change)) for p in call.db.scalars(query.order_by(Proposal.at))]
    return Held(row, decisions.record_of(call.db, row), kinds, pins, seen(call, row, midnight), proposals)


@router.get("/candidates/{candidate_id}/suggestions")
def cards(visit: Cases, candidate_id: str, k: int = K, text: str = "", place: str = "", done: str = "") -> Response:
    """The list. text, place: show only those; the limits stay as they are. done: the decision just made."""
    return _page(visit, candidate_id, k=k, text=text.strip()[:100], place=place.strip()[:100], done=done)


def _page(
    visit: Visit, candidate_id: str, k: int = K, text: str = "", place: str = "", done: str = "", status: int = 200,
    **more: Any,
) -> Response:  # fmt: skip
    k = min(max(k, 1), MOST)
    filtered = bool(text or place)
    wanted = suggestions.Wanted(k=AMONG if filtered else k, as_of=visit.today, lang=visit.language)
    answer = suggestions.listed(candidate_id, visit.asking, wanted)
    with visit.asking.reading() as call:
        about = held(call, candidate_id, visit.today)
    found = [c for c in cards_of(visit, answer, about) if _fits(c, text, place)][:k]
    shown = answer.model_copy(update={"suggestions": [c.suggestion for c in found]})
    suggestions.log_shown(candidate_id, visit.asking, wanted, shown)
    values = {
        "row": about.row, "cards": found, "answer": answer, "text": text, "place": place, "filtered": filtered,
        "k": k, "most": MOST, "step": STEP, "among": AMONG, "done": _done(visit, about.row, done),
        "following": _following(found, done),
        "proposals": [(p, change, _shrinks(visit, about.row, change)) for p, change in about.proposals],
        "reasons": [r for r in get_args(decisions.Reason) if r not in NOT_A_REASON], "note_error": None, "note_at": "",
    }  # fmt: skip
    return visit.page("suggestions.html", values | more, status)


def cards_of(visit: Visit, answer: suggestions.CandidateList, about: Held) -> list[Card]:
    """The pinned first, then in the list's order."""
    matcher = visit.service.keeper.matcher(visit.asking.caller.tenant_id)
    made = [
        Card(
            *record(matcher, s.vacancy_id, answer.vacancies), visit.language, visit.today, s, about.record,
            new=about.seen is not None and s.vacancy_id not in about.seen,
            decision=about.kinds.get(s.vacancy_id), pin=about.pins.get(s.vacancy_id),
        )
        for s in answer.suggestions
    ]  # fmt: skip
    return sorted(made, key=lambda card: card.pin is None)


def _fits(card: Card, text: str, place: str) -> bool:
    """Whether a card has the words and the place that are looked for."""
    words = f"{card.vacancy.text}\n{card.employer or ''}".casefold()
    where = f"{card.town} {card.vacancy.workplace or ''} {card.vacancy.municipality or ''}".casefold()
    return text.casefold() in words and place.casefold() in where


def _done(visit: Visit, row: Candidate, done: str) -> dict[str, Any] | None:
    """The decision just made, and the vacancy's title, to be told and taken back."""
    if not done:
        return None
    with visit.asking.reading() as call:
        query = call.scope.decisions().where(Decision.candidate_id == row.id, Decision.id == done)
        decision = call.db.scalars(query).first()
        return decision and {"decision": decision, "title": title_of(call, decision.vacancy_id)}


def _following(found: list[Card], done: str) -> int | None:
    """The place of the card to go on with after that decision: the next one that waits for an answer."""
    waiting = [n for n, card in enumerate(found, start=1) if card.decision is None]
    just = next((n for n, card in enumerate(found, start=1) if card.decision and card.decision.id == done), 0)
    return next((n for n in waiting if n > just), waiting[0] if waiting else None)


def title_of(call: Call, vacancy_id: str) -> str:
    """A vacancy's title; its id where it is no longer held."""
    row = call.db.scalars(call.scope.vacancies().where(Vacancy.id == vacancy_id)).first()
    return str(json.loads(row.record)["title"]).strip() if row else vacancy_id


def _shrinks(visit: Visit, row: Candidate, change: dict[str, Any]) -> int | None:
    """How many vacancies a suggested change would take from the list; None where it no longer fits the limits."""
    with visit.asking.reading() as call:
        now = decisions.record_of(call.db, row)
    index = visit.service.keeper.matcher(visit.asking.caller.tenant_id).index
    try:
        after = decisions.changed(now, change)
    except ValidationError:
        return None
    return whatif.difference(now, after, index, Request(as_of=visit.today, language=visit.language))[2]


@router.post("/candidates/{candidate_id}/decisions")
def decide(visit: Cases, candidate_id: str) -> Response:
    """Yes, maybe, no with a reason, or pin: one button of a card's form."""
    form = visit.form
    kind, _, reason = form.one("choice").partition(":")
    whose = "ad" if reason == "ad_wrong_or_expired" else form.one("whose")
    said = {"reason": reason or None, "whose": whose or None} if kind == "reject" else {}
    try:
        sent = decided.NewDecision.model_validate(
            {"vacancy_id": form.one("vacancy_id"), "kind": kind, "note": form.one("note") or None, **said}
        )
        with visit.asking.writing() as call:
            made = decided.decide(candidate_id, sent, call)
    except ValidationError as error:
        return _note_refused(visit, candidate_id, error)
    return _back(visit, candidate_id, made.decision_id)


def _back(visit: Visit, candidate_id: str, decision_id: str) -> Response:
    """To the list as it was looked at, and what was done told above it."""
    kept = {name: value for name in LOOKED if (value := visit.form.one(name)[:100])}
    return see(f"/candidates/{candidate_id}/suggestions?{urlencode(kept | {'done': decision_id})}#done")


def _note_refused(visit: Visit, candidate_id: str, error: ValidationError) -> Response:
    told = [wrong(code, allowed, visit.language) for name, code, allowed in problems(error) if name == "note"]
    if not told:
        raise Refused("refused.request") from error
    written = {"note_at": visit.form.one("vacancy_id"), "note": visit.form.one("note")}
    return _page(visit, candidate_id, status=422, note_error=told[0], **written)  # type: ignore[arg-type]


@router.post("/candidates/{candidate_id}/decisions/{decision_id}/undo")
def undo(visit: Cases, candidate_id: str, decision_id: str) -> Response:
    """Take a decision back."""
    with visit.asking.writing() as call:
        decided.undo(candidate_id, decision_id, call)
    return _back(visit, candidate_id, decision_id)


@router.post("/candidates/{candidate_id}/proposals/{proposal_id}/{answer}")
def answer_proposal(
    visit: Cases, candidate_id: str, proposal_id: str, answer: Literal["confirm", "decline"]
) -> Response:
    """Make a suggested change, or leave the limits as they are."""
    with visit.asking.writing() as call:
        if answer == "confirm":
            written = decided.confirm(candidate_id, proposal_id, call)
            return see(f"/candidates/{candidate_id}?saved={written.version - 1}#effect")
        decided.decline(candidate_id, proposal_id, call)
    return see(f"/candidates/{candidate_id}/suggestions")


@router.get("/candidates/{candidate_id}/left-out")
def left_out(visit: Cases, candidate_id: str) -> Response:
    """What is not on the list, and why: what was said no to, and what breaks a limit."""
    with visit.asking.reading() as call:
        about = held(call, candidate_id, visit.today)
        now = about.record
        no = [(d, title_of(call, v)) for v, d in about.kinds.items() if d.kind == "reject"]
    matcher = visit.service.keeper.matcher(visit.asking.caller.tenant_id)
    request = Request(LEFT_OUT, visit.today, include_broken=True, language=visit.language, elsewhere=False)
    (found,) = matcher.suggest([now], request)
    broken = [
        Card(*record(matcher, s.vacancy_id, {}), visit.language, visit.today, s, now)
        for s in found.suggestions if s.band == "broken"
    ]  # fmt: skip
    with visit.asking.writing() as call:
        shown = [[c.id, digest(as_json(c.vacancy))] for c in broken]
        call.log("left_out.shown", call.candidate(candidate_id), shown=shown)
    return visit.page("left_out.html", {"row": about.row, "found": found, "broken": broken, "no": no})


@router.get("/candidates/{candidate_id}/what-if")
def what_if(visit: Cases, candidate_id: str) -> Response:
    """What each limit costs, and what a little more room would bring."""
    with visit.asking.writing() as call:
        row = call.candidate(candidate_id)
        now = decisions.record_of(call.db, row)
        call.log("limits.shown", row)
    matcher = visit.service.keeper.matcher(visit.asking.caller.tenant_id)
    eligible, changes = whatif.what_if(now, matcher.index, Request(as_of=visit.today, language=visit.language))
    told = [(c, [matcher.record(v)[0] for v in c.vacancies[:3]]) for c in changes]
    return visit.page("what_if.html", {"row": row, "eligible": eligible, "changes": told})


@router.post("/candidates/{candidate_id}/what-if")
def make_room(visit: Cases, candidate_id: str) -> Response:
    """Set a limit as one of the changes says: a new version, like every other change."""
    with visit.asking.reading() as call:
        row = call.candidate(candidate_id)
        now = decisions.record_of(call.db, row)
    index = visit.service.keeper.matcher(visit.asking.caller.tenant_id).index
    _, changes = whatif.what_if(now, index, Request(as_of=visit.today, language=visit.language))
    chosen = next((c for c in changes if c.words == visit.form.one("change") and c.limits), None)
    if chosen is None or chosen.limits is None:
        raise Refused("refused.changed")
    limits = chosen.limits.model_copy(update={"certificates": now.constraints.certificates})
    sent = profile.Profile(label=row.label, goals=now.goals, interests=now.interests,
                           competencies=now.competencies, constraints=limits)  # fmt: skip
    with visit.asking.writing() as call:
        version = f'"{visit.form.one("version")}"'
        written = candidates.replace(candidate_id, sent, Response(), call, version)
    return see(f"/candidates/{candidate_id}?saved={written.version - 1}#effect")
