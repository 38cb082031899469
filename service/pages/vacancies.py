"""The page of a vacancy: the facts read from the ad, corrections, and the user's candidates it may suit."""

import dataclasses
import datetime
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple
from urllib.parse import quote

from fastapi import APIRouter, Response
from markupsafe import Markup, escape
from pydantic import ValidationError

from matcher.facts import Fact as Known
from matcher.facts import Facts, Post, known
from matcher.facts.columns import DEMANDS
from matcher.limits.hours import hours_words
from matcher.matching import Request
from matcher.meaning import SHARES
from matcher.ranking import clear
from matcher.requirement_status import named
from matcher.schema import Candidate as Person
from matcher.schema import Correction, Suggestion
from matcher.schema import Vacancy as Record
from service import audit
from service.ads import vacancies as ads
from service.ads.contacts import contacts
from service.calls import etag
from service.cases import caseload
from service.cases.opened import OpenedCase, open_case
from service.keeper import readable, vacancy_of
from service.pages.cards import Card, Job
from service.pages.correction_form import correction_of, errors_of, required, values_of, values_sent
from service.pages.page_request import Cases, PageRequest, see
from service.pages.visits import PAUSE
from service.phrases import Language, say, written
from service.problems import Refused
from service.store import Candidate, Entry, User, now

router = APIRouter(include_in_schema=False)
SEEN = "vacancy.held_against"
WAIT_SECONDS = 8.0  # for the index to take up a pasted ad


class Times(NamedTuple):
    """When the work of a post is: times of day, clock and days of the week, in words."""

    words: str | None
    starts: str | None
    ends: str | None
    days: list[str]


@dataclass(frozen=True)
class Fact:
    """A fact read from an ad. name: its subject. words: its value. quotes: the words it was read from.

    right: corrected by hand. times: replaces ``words`` for a fact about times.
    """

    name: str
    words: str
    quotes: tuple[str, ...] = ()
    right: bool = False
    times: Times | None = None


@router.post("/vacancies/{vacancy_id:path}/take-back")
def take_back(page: Cases, vacancy_id: str) -> Response:
    """Delete an ad that the user pasted."""
    ads.take_back(page.access, vacancy_id)
    return see("/vacancies/new", told="taken_back")


def wait_for(page: PageRequest, vacancy_id: str, mark: str | None = None) -> None:
    """Wait a little until lists know the vacancy (with that digest), so that the page can say whom it suits."""
    until = time.monotonic() + WAIT_SECONDS
    while time.monotonic() < until:
        digest = page.service.keeper.digests(page.tenant_id).get(vacancy_id)
        if digest is not None and mark in (None, digest):
            return
        time.sleep(0.1)


@router.post("/vacancies/{vacancy_id:path}/facts")
def correct(page: Cases, vacancy_id: str) -> Response:
    """Correct what was read from an ad: used from then on, for the whole tenant."""
    form = page.form
    try:
        with page.access.writing() as call:
            sent = readable(ads.by_id(call, vacancy_id).record)
            if sent is None:
                raise Refused("refused.damaged")
            correction = Correction() if form.one("do") == "none" else correction_of(form, sent)
            mark = ads.correct(call, vacancy_id, correction, etag(form.whole("version"))).digest
    except ValidationError as error:
        return show(page, vacancy_id, errors=errors_of(error, page.language))
    except Refused as error:
        if error.key != "refused.changed":
            raise
        return show(page, vacancy_id, errors={"version": say(error.key, page.language)})
    page.service.keeper.changed()
    wait_for(page, vacancy_id, mark)
    message = "uncorrected" if correction == Correction() else "corrected"
    return see(f"/vacancies/{quote(vacancy_id, safe='')}", told=message)


@router.get("/vacancies/{vacancy_id:path}")
def page_of(page: Cases, vacancy_id: str) -> Response:
    """A vacancy, and the user's candidates whose statements point to it, in neutral order."""
    return show(page, vacancy_id)


def show(page: PageRequest, vacancy_id: str, errors: dict[str, str] | None = None) -> Response:
    """The page of a vacancy. errors: field of the correction form -> its error."""
    with page.access.reading() as call:
        row = ads.by_id(call, vacancy_id)
        vacancy = vacancy_of(row.record)
        cases = [(row, person) for row, person in caseload.own(call) if person]
        by = None
        if vacancy.corrected.by:
            by = call.db.scalars(call.scope.colleagues().where(User.id == vacancy.corrected.by)).first()
    suggestions = _suggestions(page, vacancy_id, [person for _, person in cases])
    mine = [(row, s) for (row, _), s in zip(cases, suggestions or [], strict=False) if s and _may_suit(s)]
    _log_seen(page, vacancy_id, mine)
    case_points = [(row, s, _points(s, page.language)) for row, s in mine]
    values = values_of(vacancy, page.language) if errors is None else values_sent(page.form)
    return page.page(
        "vacancy.html",
        {
            **_described(page, vacancy, known(vacancy)),
            "mine": case_points,
            "is_listed": suggestions is not None,
            "withdrawn": row.withdrawn,
            "row": None,
            "version": row.version,
            "card": None,
            "errors": errors or {},
            "values": values,
            "demands": DEMANDS,
            "by": by,
            "own": row.pasted_by == page.access.caller.id,
        },
        422 if errors else 200,
    )


def _may_suit(suggestion: Suggestion) -> bool:
    """Whether a vacancy breaks no limit, and a statement points to it."""
    return suggestion.band != "broken" and suggestion.points != "not"


def _log_seen(page: PageRequest, vacancy_id: str, seen: list[tuple[Candidate, Suggestion]]) -> None:
    """Log the candidates beside whom the vacancy is shown, once a visit."""
    if not seen:
        return
    with page.access.writing() as call:
        query = call.scope.log().where(
            Entry.action == SEEN,
            Entry.actor == audit.of_caller(call.caller),
            Entry.at >= now() - PAUSE,
            Entry.pseudonym.in_([row.pseudonym for row, _ in seen]),
        )
        logged = {e.pseudonym for e in call.db.scalars(query) if audit.log_entry(e).details["vacancy"] == vacancy_id}
        call.log_all(
            [(SEEN, row, {"vacancy": vacancy_id, "band": s.band}) for row, s in seen if row.pseudonym not in logged]
        )


@router.get("/candidates/{candidate_id}/vacancies/{vacancy_id:path}/call")
def call_sheet(page: Cases, candidate_id: str, vacancy_id: str) -> Response:
    """Questions to ask the employer, to print: nothing about the person."""
    card, _ = _card(page, candidate_id, vacancy_id)
    with page.access.writing() as call:
        call.log("paper.for_employer", call.candidate(candidate_id), vacancy=vacancy_id)
    return page.page("call.html", {"card": card, "contacts": contacts(card.vacancy.description)})


@router.get("/candidates/{candidate_id}/vacancies/{vacancy_id:path}")
def for_candidate(page: Cases, candidate_id: str, vacancy_id: str) -> Response:
    """A vacancy for one candidate: the reasons for and against, and the whole ad."""
    card, case = _card(page, candidate_id, vacancy_id)
    _log_seen(page, vacancy_id, [(case.row, card.suggestion)])
    described = _described(page, card.vacancy, card.facts)
    return page.page(
        "vacancy.html",
        {
            **described,
            "mine": [],
            "is_listed": True,
            "withdrawn": None,
            "row": case.row,
            "card": card,
            "version": None,
            "errors": {},
            "by": None,
            "own": False,
        },
    )


def _card(page: PageRequest, candidate_id: str, vacancy_id: str) -> tuple[Card, OpenedCase]:
    """The card of one vacancy for one candidate."""
    with page.access.reading() as call:
        case = open_case(call, candidate_id)
        vacancy = vacancy_of(ads.by_id(call, vacancy_id).record)
    suggestion = (_suggestions(page, vacancy_id, [case.record]) or [None])[0]
    if suggestion is None:
        raise Refused("refused.not_found")
    card = Card(
        vacancy,
        known(vacancy),
        page.language,
        page.today,
        suggestion,
        case.record,
        decision=case.kinds.get(vacancy_id),
        pin=case.pins.get(vacancy_id),
    )
    return card, case


def _suggestions(page: PageRequest, vacancy_id: str, records: list[Person]) -> list[Suggestion | None] | None:
    """The vacancy as a suggestion for each person; None if it is not in the lists (yet)."""
    try:
        matcher = page.service.keeper.matcher(page.tenant_id)
        request = Request(as_of=page.today, language=page.language, elsewhere=False)
        return list(matcher.about(vacancy_id, records, request))
    except (Refused, KeyError):
        return None


def _described(page: PageRequest, vacancy: Record, facts: Facts) -> dict[str, object]:
    job = Job(vacancy, facts, page.language, page.today)
    read = _facts(job)
    quotes = [quote for fact in read for quote in fact.quotes]
    return {"job": job, "facts": read, "required": required(facts), "ad": marked(vacancy.description, quotes)}


def _points(suggestion: Suggestion, language: Language) -> str:
    """The statement that points to the vacancy most clearly, or the words for none."""
    statements = [e.statement for e in clear(suggestion.evidence)[0] if e.kind in SHARES]
    return statements[0] if statements else say("list.no_reason", language)


def _facts(job: Job) -> list[Fact]:
    """All known facts in words with their quotes: first those of each post, then the shared ones."""
    facts, lang, right = job.facts, job.language, job.vacancy.corrected
    page_facts = [Fact("title", job.title, right=True)] if right.title else []
    page_facts += [Fact("employer", job.employer or "", right=True)] if right.employer else []
    page_facts += [fact for post in facts.posts for fact in _of_post(post, job)]
    if facts.contract.value != "unstated":
        page_facts.append(Fact("contract", facts.contract.value, _quotes(facts.contract)))
    if job.deadline is not None or job.rolling:
        page_facts.append(Fact("deadline", "", _quotes(facts.deadline), facts.deadline.source == "corrected"))
    elif job.impossible_deadline:
        page_facts.append(Fact("deadline", job.impossible_deadline, _quotes(facts.deadline)))
    page_facts.append(Fact("place", job.town, right="corrected" in (facts.place.source, facts.wanders.source)))
    if facts.start.value:
        page_facts.append(Fact("start", _start(facts.start.value, job), _quotes(facts.start)))
    page_facts += [
        Fact("demand", say(f"demand.{d.kind}", lang), (d.quote,) if d.quote else (), not d.quote) for d in facts.demands
    ]
    return _grouped(page_facts)


def _quotes(*facts: Known[Any]) -> tuple[str, ...]:
    """The quotes of some facts, each once."""
    return tuple(dict.fromkeys(fact.quote for fact in facts if fact.quote))


def _of_post(post: Post, job: Job) -> Iterator[Fact]:
    """The known facts of one post; with the post's name if there are several."""
    lang, name = job.language, f"{post.label}: " if post.label else ""
    hours, employment = hours_words(post.hours, lang), say(f"employment.{post.employment.value}", lang)
    yield Fact("hours", name + hours, _quotes(post.hours), post.hours.source == "corrected")
    yield Fact("employment", name + employment, _quotes(post.employment), post.employment.source == "corrected")
    when: list[Known[Any]] = [*post.times.values(), post.day_starts, post.day_ends, post.weekdays]
    if any(fact.value for fact in when):
        right = any(fact.source == "corrected" for fact in when)
        yield Fact("times", name, _quotes(*when), right, _times(post, job))
    if post.places and name:
        yield Fact("place", name + ", ".join(post.places), (post.quote,) if post.quote else ())
    for r in post.requirements:
        yield Fact(f"{r.kind}.{r.strength}", name + named(r, lang), (r.quote,) if r.quote else (), not r.quote)


def _times(post: Post, job: Job) -> Times:
    alone = dataclasses.replace(job, facts=job.facts.model_copy(update={"posts": (post,)}))
    days = [say(f"weekday.{day}", job.language) for day in post.weekdays.value]
    return Times(alone.times, post.day_starts.value, post.day_ends.value, days)


def _grouped(facts: list[Fact]) -> list[Fact]:
    """Merge facts with the same name and quote, so that a sentence is shown once."""
    groups: dict[tuple[str, tuple[str, ...], bool, str], Fact] = {}
    for fact in facts:
        key = fact.name, fact.quotes, fact.right, fact.words if fact.times else ""
        earlier = groups.get(key)
        words = ", ".join(filter(None, (earlier.words, fact.words))) if earlier else fact.words
        groups[key] = dataclasses.replace(fact, words=words)
    return list(groups.values())


def _start(start: str, job: Job) -> str:
    """A start date in words; other starts stay a code, for the page to translate."""
    return start if start.isidentifier() else written(datetime.date.fromisoformat(start), job.language)


def marked(text: str, quotes: list[str]) -> Markup:
    """The ad with the quotes of facts marked. Markup in the ad is shown as text, never used.

    >>> marked("Ring <b>nu</b>: 12 timer", ["12 timer"])
    Markup('Ring &lt;b&gt;nu&lt;/b&gt;: <mark>12 timer</mark>')
    """
    spans = sorted((start, start + len(q)) for q in set(quotes) if (start := text.find(q)) >= 0)
    out, last = Markup(), 0
    for start, end in spans:
        if end <= last:
            continue
        start = max(start, last)
        out += escape(text[last:start]) + Markup("<mark>") + escape(text[start:end]) + Markup("</mark>")
        last = end
    return out + escape(text[last:])
