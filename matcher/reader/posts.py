"""Posts that an ad offers, each with its own facts: hours, times, days, form of employment, town, requirements.

``heads`` finds the lines that begin a post, ``choices`` the alternatives within a sentence. The readers of the other
facts are then applied to the words of each. Facts that all posts share stay out of them. Two posts of one kind ("vi
søger to kokke") are one post.
"""

import dataclasses
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from matcher.reader.also import second_ways
from matcher.reader.choices import ORDINARY, OTHER_FORMS, Alternative, choices
from matcher.reader.dates import read_dates
from matcher.reader.employment import read_contract, read_employment
from matcher.reader.heads import Head, heads
from matcher.reader.hours import read_hours
from matcher.reader.later import clause, sentences_by_label
from matcher.reader.own_terms import own_hours, own_times, with_weekend
from matcher.reader.picks import picks
from matcher.reader.pieces import Piece, pieces
from matcher.reader.post_words import SHARED
from matcher.reader.requirements import read_requirements
from matcher.reader.sentences import LONGEST_QUOTE, Sentence
from matcher.reader.shared import filled
from matcher.reader.towns import Town, towns
from matcher.reader.weekdays import read_weekdays
from matcher.schema import Employment, HoursFact, PostReading, Vacancy

LONGEST_LABEL = 80  # characters
_EDGE = " \t*#:.,;-–—()"


class Part(NamedTuple):
    """The words of one post. later: sentences elsewhere that are about it alone."""

    label: str
    quote: str
    sentences: Sequence[Sentence]
    later: Sequence[Sentence] = ()
    hours: HoursFact | None = None
    employment: Employment | None = None
    town: Town | None = None


Parts = tuple[Sequence[Part], Sequence[Sentence]]  # the parts, and the sentences that belong to none of them alone


def read_posts(vacancy: Vacancy, sentences: Sequence[Sentence], ours: Sequence[Sentence]) -> tuple[PostReading, ...]:
    """Reads the posts in the ad's order; one post without facts of its own if the ad offers no choice.

    ours: the same sentences without the parts about others (``whose``). What follows a head is read from these.
    """
    parts, rest = _parts(vacancy, sentences, ours)
    if len(parts) < 2:
        return (PostReading(),)
    others = [_within(sentence, ours) for sentence in rest]
    posts = _without_the_shared([_post(_of_ours(part, ours), vacancy, others) for part in parts])
    return tuple(filled(posts, others, read_hours(ours)))


def _parts(vacancy: Vacancy, sentences: Sequence[Sentence], ours: Sequence[Sentence]) -> Parts:
    """The posts under heads, else the alternatives of a choice in one sentence or in several."""
    headed = _headed(vacancy, sentences)
    return headed if headed[0] else _chosen(sentences, choices(sentences) or second_ways(ours) or picks(ours))


# ---- the words of each post


def _of_ours(part: Part, ours: Sequence[Sentence]) -> Part:
    """A part whose words after the first come from the sentences about this post."""
    first, *rest = part.sentences
    return part._replace(
        sentences=[first, *(_within(s, ours) for s in rest)], later=[_within(s, ours) for s in part.later]
    )


def _within(sentence: Sentence, ours: Sequence[Sentence]) -> Sentence:
    """The sentence, or its piece, as it stands in ``ours``."""
    at = bisect_right(ours, sentence.start, key=lambda s: s.start) - 1
    whole = ours[at] if at >= 0 else sentence
    if whole.end < sentence.end:
        return sentence
    return dataclasses.replace(sentence, text=whole.text[sentence.start - whole.start : sentence.end - whole.start])


def _headed(vacancy: Vacancy, sentences: Sequence[Sentence]) -> Parts:
    """One part for each head, up to the next head. The last part is as long as the longest other part at most."""
    ad = pieces(vacancy, sentences)
    title = " ".join(s.text for s in sentences if s.in_title)
    places = heads(ad, title)
    if not places:
        return [], []
    spans = _spans(ad, places)
    own = {at for start, end in spans for at in range(start, end)}
    others = [piece.sentence for at, piece in enumerate(ad) if at not in own]
    labels = [_label(ad, head) for head in places]
    later, of_none = sentences_by_label(labels, others)
    parts = [
        Part(
            label,
            ad[head.at].sentence.quote(head.start, head.end),
            [piece.sentence for piece in ad[start:end]],
            own_later,
        )
        for label, head, own_later, (start, end) in zip(labels, places, later, spans, strict=True)
    ]
    return parts, of_none


def _label(ad: Sequence[Piece], head: Head) -> str:
    return ad[head.at].sentence.original[head.start : head.end].strip(_EDGE)[:LONGEST_LABEL]


def _spans(ad: Sequence[Piece], places: Sequence[Head]) -> list[tuple[int, int]]:
    """(start, end) of the pieces of each head."""
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
    """The first piece after ``at`` that is about all posts, ``limit`` at most."""
    return next((place for place in range(at + 1, limit) if SHARED.regex.match(ad[place].text)), max(limit, at + 1))


def _chosen(sentences: Sequence[Sentence], alternatives: Sequence[Alternative]) -> Parts:
    """One part for each alternative, with the sentences elsewhere about it alone."""
    used = {each.sentence.start for each in alternatives}
    later, of_none = sentences_by_label(
        [each.label for each in alternatives], [s for s in sentences if s.start not in used]
    )
    return [
        _alternative(each)._replace(later=own_later) for each, own_later in zip(alternatives, later, strict=True)
    ], of_none


def _alternative(each: Alternative) -> Part:
    sentence = each.sentence
    words = clause(sentence, each.start, each.end)
    hours = each.hours and HoursFact(
        min=each.hours, max=each.hours, basis="stated", quote=sentence.quote(each.start, each.end)
    )
    return Part(
        each.label[:LONGEST_LABEL],
        words.original.strip()[:LONGEST_QUOTE],
        [words],
        (),
        hours or None,
        each.employment,
        each.town,
    )


# ---- each post's own facts


def _post(part: Part, vacancy: Vacancy, others: Sequence[Sentence]) -> PostReading:
    """Facts in the words of one post. Its first words are read like a title, as words about work."""
    words = part.sentences
    hours, dates = part.hours or own_hours(words, part.later, others), read_dates(vacancy, [*words, *part.later])
    contract = read_contract(words)
    employment, quote = _employment(part)
    days = read_weekdays([*words, *part.later], hours)
    times = with_weekend(own_times(words, part.later), days)
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
        **times,
        **_places(part),
    )


def _employment(part: Part) -> tuple[Employment | None, str | None]:
    """The form of employment that the words name. "ordinary" only if they say so."""
    if part.employment:
        return part.employment, part.quote
    fact = read_employment(part.sentences)
    if fact.quote:
        return fact.employment, fact.quote
    first = part.sentences[0]
    for form, pattern in (*OTHER_FORMS, ("ordinary", ORDINARY)):
        if match := pattern.search(first.text[:LONGEST_LABEL]):
            return form, first.quote(*match.span())
    return None, None


def _places(part: Part) -> dict[str, Any]:
    """The town of the post. If there is a choice of towns they are its ``places``."""
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
    """The posts without the requirements that all of them have."""
    kinds = [{(r.kind, r.what) for r in post.requirements} for post in posts]
    shared = set.intersection(*kinds) if kinds else set()
    return [
        post.model_copy(update={"requirements": tuple(r for r in post.requirements if (r.kind, r.what) not in shared)})
        for post in posts
    ]
