"""The posts that an ad offers, each with what is its own: hours, times, days, form of employment, town, requirements.

``heads`` finds the lines that begin a post, ``choices`` the alternatives within a sentence; the readers of the other
facts are then applied to the words of each. What all posts share stays out of them. Two of a kind ("vi søger to
kokke") are one post.
"""

import dataclasses
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from matcher.reader.choices import ORDINARY, OTHER_FORMS, Alternative, choices
from matcher.reader.dates import read_dates
from matcher.reader.employment import read_contract, read_employment
from matcher.reader.heads import Head, heads
from matcher.reader.hours import read_hours
from matcher.reader.patterns import Grammar, Pattern, number
from matcher.reader.pieces import Piece, pieces
from matcher.reader.post_words import SHARED
from matcher.reader.requirements import read_requirements
from matcher.reader.sentences import LONGEST_QUOTE, Sentence
from matcher.reader.times import read_times
from matcher.reader.towns import Town, towns
from matcher.reader.weekdays import read_weekdays
from matcher.schema import Employment, HoursFact, PostReading, Schedule, Time, Vacancy

LONGEST_LABEL = 80  # characters
SHORTEST_NAME = 4  # letters of a word by which another sentence may mean the post
_EDGE = " \t*#:.,;-–—()"
_WORD = re.compile(r"[^\W\d]+|\d")
_ENDING = re.compile(r"(?:erne|ene|en|et|er|ne|s|e|n)$")


_phrase = Grammar(
    {
        "most": ("op til", "højst", r"ma(?:x|ks)\.?", "maksimalt", "up to", "at most", "under"),
        "rotating": (
            r"\w*holds-?(?:skift|drift)\w*",
            r"\d-?shifts?",
            "two-shift",
            "three-shift",
            r"turnus\w*",
            "rullende",
            "skiftende",
            "skiftehold",
            "uge om uge",
            r"alternat\w+",
            r"rotat\w+",
        ),
        "least": ("mindst", r"min\.?", "minimum", "at least", "fra", "from"),
        "hour": ("timer?s?", r"t\.?", "hours?", "hrs?", "h"),
        "other": (
            "om dagen",
            "dagligt",
            r"pr\.? (?:dag|vagt|gang|weekend)",
            "hver (?:dag|anden)",
            "i døgnet",
            "om måneden",
            "per",
            "a day",
            "daily",
            "each",
        ),
        "after": ("$", "[.,;:)(]", "-", "og", "and", "eller", "or", "<weekday>", "hver", "man", "i", "på", "at"),
    }
).pattern
OWN_HOURS = _phrase("hours of one post", r"(?:(?P<most><most>) |(?P<least><least>) )?(?P<low><number>)"
                    r"(?:_(?:-|til|to)_(?P<high><number>))?_(?:<hour>)(?!_(?:<other>))", yes="aftenhold, 37 timer",
                    no="7 timer om dagen")  # fmt: skip
BARE_CLOCK = _phrase("clock times of one post", r"(?<![\d.,:/-])(?P<from>[01]?\d|2[0-4])(?:_-_| til | to )"
                     r"(?P<until>[01]?\d|2[0-4])(?=_(?:<after>))(?![.,:]\d|-\d)",
                     yes="aftenhold 15-23", no="15-23 timer")  # fmt: skip
DENIED = _phrase("denied", r"ikke|ingen|intet|aldrig|uden|fri|hverken|no|not|never|without|off|except|undtagen",
                 yes="ingen weekender", no="hver weekend")  # fmt: skip
OWN_TIMES: tuple[tuple[Time, Pattern], ...] = (
    ("weekend", _phrase("weekend of one post", r"(?:lørdag|søndag|weekend|saturday|sunday)\w*", yes="lørdag 6-14",
                        no="fredag 6-14")),
    ("evening", _phrase("evening of one post", r"aften\w*|evening\w*", yes="aftenruten", no="morgenruten")),
    ("night", _phrase("night of one post", r"nat|nat(?:te)?(?:hold|vagt|skift|arbejde|rute|port)\w*|nætter\w*"
                      r"|nights?", yes="nathold", no="dag")),
    ("rotating_shifts", _phrase("changing shifts of one post", r"<rotating>", yes="toholdsskift", no="holdet")),
    ("day", _phrase("day of one post", r"dag(?:hold|vagt|rute|tid|skift)\w*|formiddag\w*|eftermiddag\w*|daytime",
                    yes="dagruten", no="dagen")),
)  # fmt: skip
PATTERNS = (OWN_HOURS, BARE_CLOCK, DENIED, *(way for _, way in OWN_TIMES))
LEAST_HOURS = 2.0  # a week: fewer are not a post's
SHORTEST_SHIFT, LONGEST_SHIFT = 2, 14  # hours


class Part(NamedTuple):
    """The words of one post. later: sentences elsewhere that speak of it alone."""

    label: str
    quote: str
    sentences: Sequence[Sentence]
    later: Sequence[Sentence] = ()
    hours: HoursFact | None = None
    employment: Employment | None = None
    town: Town | None = None


def read_posts(vacancy: Vacancy, sentences: Sequence[Sentence], ours: Sequence[Sentence]) -> tuple[PostReading, ...]:
    """The posts in the ad's order; one with nothing of its own where the ad offers no choice.

    ours: the same sentences without what is about others (``whose``); what follows a head is read of these.
    """
    parts = [_of_ours(part, ours) for part in _headed(vacancy, sentences) or _chosen(sentences)]
    posts = _without_the_shared([_post(part, vacancy) for part in parts])
    return tuple(posts) if len(posts) > 1 else (PostReading(),)


# ---- the words of each post


def _of_ours(part: Part, ours: Sequence[Sentence]) -> Part:
    """A part whose words after the first are those about this post."""
    first, *rest = part.sentences
    return part._replace(
        sentences=[first, *(_within(s, ours) for s in rest)], later=[_within(s, ours) for s in part.later]
    )


def _within(sentence: Sentence, ours: Sequence[Sentence]) -> Sentence:
    """The sentence, or piece of one, as it stands in ``ours``."""
    at = bisect_right(ours, sentence.start, key=lambda s: s.start) - 1
    whole = ours[at] if at >= 0 else sentence
    if whole.end < sentence.end:
        return sentence
    return dataclasses.replace(sentence, text=whole.text[sentence.start - whole.start : sentence.end - whole.start])


def _headed(vacancy: Vacancy, sentences: Sequence[Sentence]) -> list[Part]:
    """A part a head: to the next head, and for the last as far as the longest of the others goes."""
    ad = pieces(vacancy, sentences)
    title = " ".join(s.text for s in sentences if s.in_title)
    places = heads(ad, title)
    if not places:
        return []
    spans = _spans(ad, places)
    own = {at for start, end in spans for at in range(start, end)}
    others = [piece.sentence for at, piece in enumerate(ad) if at not in own]
    labels = [_label(ad, head) for head in places]
    return [
        Part(label, ad[head.at].sentence.quote(head.start, head.end),
             [piece.sentence for piece in ad[start:end]], _later(label, labels, others))
        for label, head, (start, end) in zip(labels, places, spans, strict=True)
    ]  # fmt: skip


def _label(ad: Sequence[Piece], head: Head) -> str:
    return ad[head.at].sentence.original[head.start : head.end].strip(_EDGE)[:LONGEST_LABEL]


def _spans(ad: Sequence[Piece], places: Sequence[Head]) -> list[tuple[int, int]]:
    """From each head to what is no longer its own."""
    starts = [head.at for head in places]
    spans = [(at, _end(ad, at, after)) for at, after in pairwise(starts)]
    longest = max(end - at for at, end in spans)
    paragraphs = max(ad[end - 1].paragraph - ad[at].paragraph for at, end in spans)
    last = starts[-1]
    limit = _line_end(ad, min(last + longest, len(ad)) - 1)
    within = (at for at in range(last, limit) if ad[at].paragraph > ad[last].paragraph + paragraphs)
    return [*spans, (last, _end(ad, last, next(within, limit)))]


def _line_end(ad: Sequence[Piece], at: int) -> int:
    return next((place for place in range(at + 1, len(ad)) if ad[place].opens), len(ad))


def _end(ad: Sequence[Piece], at: int, limit: int) -> int:
    """The first piece after ``at`` that speaks of all posts, at most ``limit``."""
    return next((place for place in range(at + 1, limit) if SHARED.regex.match(ad[place].text)), max(limit, at + 1))


def _later(label: str, labels: Sequence[str], sentences: Sequence[Sentence]) -> list[Sentence]:
    """The sentences that name this post and no other."""
    mine, others = _names(label), frozenset[str]().union(*(_names(other) for other in labels if other != label))
    own = mine - others
    return [s for s in sentences if own & _names(s.text) and not others - mine & _names(s.text) & others] if own else []


def _names(text: str) -> frozenset[str]:
    """The words of a text without their endings, as far as they can name a post."""
    words = (_ENDING.sub("", word) for word in _WORD.findall(text.lower()))
    return frozenset(word for word in words if len(word) >= SHORTEST_NAME)


def _chosen(sentences: Sequence[Sentence]) -> list[Part]:
    """A part for each alternative within a sentence, with what the rest of the ad says of it alone."""
    found = choices(sentences)
    labels = [each.label for each in found]
    others = [s for s in sentences if found and s is not found[0].sentence]
    return [_alternative(each)._replace(later=_later(each.label, labels, others)) for each in found]


def _alternative(each: Alternative) -> Part:
    sentence = each.sentence
    text, original = sentence.text[each.start : each.end], sentence.original[each.start : each.end]
    words = dataclasses.replace(
        sentence, start=sentence.start + each.start, end=sentence.start + each.end, text=text, original=original
    )
    hours = each.hours and HoursFact(
        min=each.hours, max=each.hours, basis="stated", quote=sentence.quote(each.start, each.end)
    )
    return Part(
        each.label[:LONGEST_LABEL], original.strip()[:LONGEST_QUOTE], [words], (), hours or None, each.employment,
        each.town,
    )  # fmt: skip


# ---- what is each post's own


def _post(part: Part, vacancy: Vacancy) -> PostReading:
    """What the readers find in the words of one post; its first words are read as a title is, about work."""
    words = part.sentences
    hours, dates = _hours(part), read_dates(vacancy, [*words, *part.later])
    contract = read_contract(words)
    employment, quote = _employment(part)
    days = read_weekdays([*words, *part.later], hours)
    return PostReading(
        label=part.label or None,
        quote=part.quote or None,
        hours=None if hours.basis == "unstated" else hours,
        employment=employment,
        employment_quote=quote,
        contract=None if contract.contract == "unstated" else contract.contract,
        contract_quote=contract.quote,
        deadline=dates.deadline.value,
        deadline_quote=dates.deadline.quote,
        weekdays=days.days,
        weekdays_quote=days.quote,
        requirements=read_requirements([*words, *part.later]),
        **_times(words, part.later),
        **_places(part),
    )


def _hours(part: Part) -> HoursFact:
    """The week of one post: there "37 timer" is of a week without its saying so."""
    fact = part.hours or read_hours(part.sentences)
    if fact.min is not None or fact.max is not None:
        return fact
    bare = (_bare_hours(sentence) for sentence in (*part.sentences, *part.later))
    return next((hours for hours in bare if hours), fact)


def _bare_hours(sentence: Sentence) -> HoursFact | None:
    amount = next((m for m in OWN_HOURS.finditer(sentence.text) if number(m["low"]) >= LEAST_HOURS), None)
    if amount is None:
        return None
    low, high = number(amount["low"]), number(amount["high"] or amount["low"])
    return HoursFact(
        min=None if amount["most"] else low, max=None if amount["least"] else high, basis="stated",
        quote=sentence.quote(*amount.span()),
    )  # fmt: skip


def _times(words: Sequence[Sentence], later: Sequence[Sentence]) -> dict[str, Any]:
    """What ``read_times`` finds, by the names of ``PostReading``, and the parts of the day in its first words."""
    if not read_times([dataclasses.replace(s, in_title=True) for s in words]).quotes:
        words = [*words, *later]
    first = dataclasses.replace(words[0], in_title=True)
    times = read_times([first, *words[1:], *(clock for sentence in words for clock in _clocks(sentence))])
    read = {field.name: getattr(times, field.name) for field in dataclasses.fields(times)}
    answers, quotes = times.schedule.model_dump(exclude_none=True), dict(times.quotes)
    for time, way in OWN_TIMES:
        match = way.search(first.text) if answers.get(time) != "yes" else None
        if match and not DENIED.search(first.text[: match.start()][-30:]):
            answers[time], quotes[time] = "yes", first.quote(*match.span())
    named = read | {"time_quotes": quotes, "occasional_times": read["occasional"], "schedule": Schedule(**answers)}
    return {name: value for name, value in named.items() if name in PostReading.model_fields}


def _clocks(sentence: Sentence) -> Iterator[Sentence]:
    """Bare clock times of a post, "aftenhold 15-23", as the reader of times knows them; quotes stay the ad's words."""
    for match in BARE_CLOCK.finditer(sentence.text):
        quote = sentence.quote(*match.span())
        text = f"vagt kl. {match['from']}-{match['until']}"
        if SHORTEST_SHIFT <= (int(match["until"]) - int(match["from"])) % 24 <= LONGEST_SHIFT:
            yield dataclasses.replace(sentence, text=text.ljust(len(quote)), original=quote)


def _employment(part: Part) -> tuple[Employment | None, str | None]:
    """The form that the words name: "ordinary" only where they say so."""
    if part.employment:
        return part.employment, part.quote
    fact = read_employment(part.sentences)
    if fact.quote:
        return fact.employment, fact.quote
    first = part.sentences[0]
    for form, way in (*OTHER_FORMS, ("ordinary", ORDINARY)):
        if match := way.search(first.text[:LONGEST_LABEL]):
            return form, first.quote(*match.span())
    return None, None


def _places(part: Part) -> dict[str, Any]:
    """The town of the post; several to choose among are its ``places``."""
    named = [part.town] if part.town else list(_towns_told(part))
    if len(named) == 1:
        return {"postcode": named[0].postcode, "municipality": named[0].municipality}
    places = dict.fromkeys(place for town in named if (place := town.postcode or town.municipality))
    return {"places": tuple(places)}


def _towns_told(part: Part) -> Iterator[Town]:
    """The towns of the label, else those of the first sentence."""
    of_label = list(towns(part.label))
    yield from of_label or towns(part.sentences[0].original)


def _without_the_shared(posts: Sequence[PostReading]) -> list[PostReading]:
    """Without the requirements that every post has."""
    kinds = [{(r.kind, r.what) for r in post.requirements} for post in posts]
    shared = set.intersection(*kinds) if kinds else set()
    return [
        post.model_copy(update={"requirements": tuple(r for r in post.requirements if (r.kind, r.what) not in shared)})
        for post in posts
    ]
