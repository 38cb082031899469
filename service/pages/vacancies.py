"""A vacancy: what was read from it and where, and for whom of one's own it may be something; and pasting an ad."""

import datetime
import re
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from fastapi import APIRouter, Response
from markupsafe import Markup, escape
from pydantic import ValidationError

from matcher.facts import Facts, Post, known
from matcher.feeds.markup import plain
from matcher.limits.hours import hours_words
from matcher.matching import Request
from matcher.meaning import SHARES
from matcher.ranking import clear
from matcher.requirement_status import named
from matcher.schema import Candidate as Person
from matcher.schema import Correction, Suggestion
from matcher.schema import Vacancy as Record
from service.ads import vacancies as ads
from service.calls import etag
from service.cases import caseload
from service.cases.opened import OpenedCase, open_case
from service.keeper import vacancy_of
from service.pages.cards import Card, Job
from service.pages.correction_form import correction_of, errors_of, required, values_of, values_sent
from service.pages.page_request import Cases, PageRequest, see
from service.phrases import Language, say, written
from service.problems import Refused
from service.store import User

router = APIRouter(include_in_schema=False)
WAIT_SECONDS = 8.0  # for the index to take up an ad that was pasted
HTML = re.compile(r"\s*<(?:!doctype|html|head|body|script|div|article|main|section|p|h1)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Fact:
    """Something read from an ad: what it is about, what it says, the words that it was read from; right: put right."""

    name: str
    words: str
    quote: str | None
    right: bool = False


@router.get("/vacancies/new")
def paste(page: Cases, taken_back: bool = False) -> Response:
    """Where an ad is pasted. taken_back: the one that was pasted has just been deleted."""
    return page.page("paste.html", {"ad": "", "wrong": None, "taken_back": taken_back})


@router.post("/vacancies/new")
def pasted(page: Cases) -> Response:
    """Read the ad, keep it, and show what was read."""
    ad = next(iter(page.form.all("ad")), "")
    done = _pushed(page, ad, ".html") if HTML.match(ad) else _pushed(page, ad, ".txt")
    if HTML.match(ad) and not any(row.id for row in done.rows):
        done = _pushed(page, plain(ad), ".txt")  # a page without a JobPosting: what a reader of it would see
    ids = [row.id for row in done.rows if row.id]
    if not ids:
        told = "; ".join(dict.fromkeys(row.expected or "" for row in done.rows)) or say(
            "wrong.empty_file", page.language
        )
        return page.page("paste.html", {"ad": ad, "wrong": told, "taken_back": False}, 422)
    _wait(page, ids[0])
    return see(f"/vacancies/{quote(ids[0], safe='')}?pasted=1")


@router.post("/vacancies/{vacancy_id:path}/take-back")
def take_back(page: Cases, vacancy_id: str) -> Response:
    """Delete an ad that one pasted oneself."""
    ads.take_back(page.access, vacancy_id)
    return see("/vacancies/new?taken_back=1")


def _pushed(page: PageRequest, ad: str, suffix: str) -> ads.Pushed:
    """Read an ad as a feed of one."""
    with tempfile.NamedTemporaryFile(dir=page.service.settings.data, prefix=".feed-", suffix=suffix) as file:
        file.write(ad.encode())
        file.flush()
        return ads.push(page.access, Path(file.name), pasted=True)


def _wait(page: PageRequest, vacancy_id: str, mark: str | None = None) -> None:
    """Wait a little until lists know the vacancy (of that digest), so that the page can say whom it suits."""
    until = time.monotonic() + WAIT_SECONDS
    while time.monotonic() < until:
        known = page.service.keeper.digests(page.tenant_id).get(vacancy_id)
        if known is not None and mark in (None, known):
            return
        time.sleep(0.1)


@router.post("/vacancies/{vacancy_id:path}/facts")
def correct(page: Cases, vacancy_id: str) -> Response:
    """Put right what was read wrongly: used from then on, for everybody of the tenant."""
    form = page.form
    try:
        with page.access.writing() as call:
            before = vacancy_of(ads.found(call, vacancy_id).record)
            correction = Correction() if form.one("do") == "none" else correction_of(form, before)
            mark = ads.correct(call, vacancy_id, correction, etag(form.whole("version"))).digest
    except ValidationError as error:
        return show(page, vacancy_id, errors=errors_of(error, page.language))
    except Refused as error:
        if error.key != "refused.changed":
            raise
        return show(page, vacancy_id, errors={"version": say(error.key, page.language)})
    page.service.keeper.changed()
    _wait(page, vacancy_id, mark)
    done = "facts" if correction == Correction() else "corrected"
    return see(f"/vacancies/{quote(vacancy_id, safe='')}#{done}")


@router.get("/vacancies/{vacancy_id:path}")
def page_of(page: Cases, vacancy_id: str, pasted: bool = False) -> Response:
    """A vacancy, and one's own candidates for whom it is within the limits, in neutral order."""
    return show(page, vacancy_id, pasted=pasted)


def show(page: PageRequest, vacancy_id: str, *, pasted: bool = False, errors: dict[str, str] | None = None) -> Response:
    """The page. errors: why a correction was not kept, by the form's fields."""
    with page.access.reading() as call:
        row = ads.found(call, vacancy_id)
        vacancy = vacancy_of(row.record)
        cases = [(row, who) for row, who in caseload.own(call) if who]
        by = None
        if vacancy.corrected.by:
            by = call.db.scalars(call.scope.colleagues().where(User.id == vacancy.corrected.by)).first()
    told = _told(page, vacancy_id, [who for _, who in cases])
    mine = [(row, card) for (row, _), card in zip(cases, told or [], strict=False) if card]
    if mine:
        with page.access.writing() as call:
            call.log_all([
                ("vacancy.held_against", row, {"vacancy": vacancy_id, "band": card.band}) for row, card in mine
            ])  # fmt: skip
    shown = [(row, card, _points(card, page.language)) for row, card in mine if card.band != "broken"]
    values = values_of(vacancy.corrected, page.language) if errors is None else values_sent(page.form)
    return page.page("vacancy.html", {
        **_described(page, vacancy, known(vacancy)), "mine": shown, "asked": told is not None, "pasted": pasted,
        "withdrawn": row.withdrawn, "row": None, "version": row.version, "card": None, "errors": errors or {},
        "values": values, "by": by, "own": row.pasted_by == page.access.caller.id,
    }, 422 if errors else 200)  # fmt: skip


@router.get("/candidates/{candidate_id}/vacancies/{vacancy_id:path}/call")
def call_sheet(page: Cases, candidate_id: str, vacancy_id: str) -> Response:
    """What to ask the employer, on paper: no word about the person."""
    card, _ = _card(page, candidate_id, vacancy_id, "paper.for_employer")
    return page.page("call.html", {"card": card})


@router.get("/candidates/{candidate_id}/vacancies/{vacancy_id:path}")
def for_candidate(page: Cases, candidate_id: str, vacancy_id: str) -> Response:
    """A vacancy as it looks for one candidate: the reasons both ways, and the whole ad."""
    card, case = _card(page, candidate_id, vacancy_id, "vacancy.held_against")
    described = _described(page, card.vacancy, card.facts)
    return page.page("vacancy.html", {
        **described, "mine": [], "asked": True, "pasted": False, "withdrawn": None, "row": case.row, "card": card,
        "version": None, "errors": {}, "by": None, "own": False,
    })  # fmt: skip


def _card(page: PageRequest, candidate_id: str, vacancy_id: str, action: str) -> tuple[Card, OpenedCase]:
    """The card of one vacancy for one candidate, logged as that."""
    with page.access.reading() as call:
        case = open_case(call, candidate_id)
        vacancy = vacancy_of(ads.found(call, vacancy_id).record)
    suggestion = (_told(page, vacancy_id, [case.record]) or [None])[0]
    if suggestion is None:
        raise Refused("refused.not_found")
    with page.access.writing() as call:
        call.log(action, call.candidate(candidate_id), vacancy=vacancy_id)
    card = Card(
        vacancy, known(vacancy), page.language, page.today, suggestion, case.record,
        decision=case.kinds.get(vacancy_id), pin=case.pins.get(vacancy_id),
    )  # fmt: skip
    return card, case


def _told(page: PageRequest, vacancy_id: str, records: list[Person]) -> list[Suggestion | None] | None:
    """What the vacancy is to each of them; None where the lists do not know it (yet)."""
    try:
        matcher = page.service.keeper.matcher(page.tenant_id)
        request = Request(as_of=page.today, language=page.language, elsewhere=False)
        return list(matcher.about(vacancy_id, records, request))
    except (Refused, KeyError):
        return None


def _described(page: PageRequest, vacancy: Record, facts: Facts) -> dict[str, object]:
    job = Job(vacancy, facts, page.language, page.today)
    read = _facts(job)
    quotes = [fact.quote for fact in read if fact.quote]
    return {"job": job, "facts": read, "required": required(facts), "ad": marked(vacancy.description, quotes)}


def _points(suggestion: Suggestion, language: Language) -> str:
    """What was said that points to the vacancy most clearly; that nothing does, where that is so."""
    said = [e.statement for e in clear(suggestion.evidence)[0] if e.kind in SHARES]
    return said[0] if said else say("list.no_reason", language)


def _facts(job: Job) -> list[Fact]:
    """Everything that is known, in words, with its quote: of each post what it has, then what all share."""
    facts, lang = job.facts, job.language
    told = [fact for post in facts.posts for fact in _of_post(post, job)]
    if facts.contract.value != "unstated":
        told.append(Fact("contract", facts.contract.value, facts.contract.quote))
    if job.deadline is not None or job.rolling:
        told.append(Fact("deadline", "", facts.deadline.quote, facts.deadline.source == "corrected"))
    elif job.impossible_deadline:
        told.append(Fact("deadline", job.impossible_deadline, facts.deadline.quote))
    put_right = "corrected" in (facts.place.source, facts.wanders.source)
    told.append(Fact("place", job.town, None, put_right))
    if facts.start.value:
        told.append(Fact("start", _start(facts.start.value, job), facts.start.quote))
    told += [Fact("demand", say(f"demand.{d.kind}", lang), d.quote) for d in facts.demands]
    return _grouped(told)


def _of_post(post: Post, job: Job) -> Iterator[Fact]:
    """What is known of one post; where there are several, with its name."""
    lang, name = job.language, f"{post.label}: " if post.label else ""
    hours, employment = hours_words(post.hours, lang), say(f"employment.{post.employment.value}", lang)
    yield Fact("hours", name + hours, post.hours.quote, post.hours.source == "corrected")
    yield Fact("employment", name + employment, post.employment.quote, post.employment.source == "corrected")
    for time_, fact in post.times.items():
        if fact.value is not None and (fact.quote or fact.source == "corrected"):
            key = "not_times" if fact.value == "no" else "times"
            yield Fact(key, name + say(f"time.{time_}", lang), fact.quote, fact.source == "corrected")
    if post.day_starts.value:
        yield Fact("day_starts", name + post.day_starts.value, post.day_starts.quote)
    if post.day_ends.value:
        yield Fact("day_ends", name + post.day_ends.value, post.day_ends.quote)
    if post.weekdays.value:
        days = ", ".join(say(f"weekday.{day}", lang) for day in post.weekdays.value)
        yield Fact("weekdays", name + days, post.weekdays.quote)
    if post.places and name:
        yield Fact("place", name + ", ".join(post.places), post.quote)
    for r in post.requirements:
        yield Fact(f"{r.kind}.{r.strength}", name + named(r, lang), r.quote, not r.quote)


def _grouped(found: list[Fact]) -> list[Fact]:
    """What the same words say of the same thing as one: "evening, night" and not the sentence twice."""
    said: dict[tuple[str, str | None, bool], list[str]] = {}
    for fact in found:
        said.setdefault((fact.name, fact.quote, fact.right), []).append(fact.words)
    return [Fact(name, ", ".join(filter(None, words)), quote, right) for (name, quote, right), words in said.items()]


def _start(start: str, job: Job) -> str:
    """A date as it is written; the other words of a start are the page's."""
    return start if start.isidentifier() else written(datetime.date.fromisoformat(start), job.language)


def marked(text: str, quotes: list[str]) -> Markup:
    """The ad with the words marked that facts were read from. All of it is text: markup in an ad is shown, not used.

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
