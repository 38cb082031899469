"""Words for a suggestion, the same on a terminal and on a page: reasons for, every reason against, where and when."""

from typing import NamedTuple

from matcher import work
from matcher.facts import Facts
from matcher.geography import places
from matcher.meaning import SHARES
from matcher.phrases import Language, say, sentence
from matcher.ranking import clear
from matcher.schema import Evidence, Suggestion


class Reason(NamedTuple):
    """A reason in words, and the ad's own words behind it, if it has any.

    kind: the evidence's kind, in words; limit: the constraint that would have to move; term: the code of a feature.
    """

    words: str
    quote: str | None = None
    kind: str | None = None
    limit: str | None = None
    term: str | None = None


def reasons_for(suggestion: Suggestion, language: Language) -> list[Reason]:
    """Reasons for a suggestion, the strongest first."""
    evidence = clear(suggestion.evidence)[0]
    return [_reason_for(e, language) for e in evidence]


def _reason_for(evidence: Evidence, language: Language) -> Reason:
    """A statement as it was made. If only a kind of work leads from it to the ad, that kind."""
    words = sentence(evidence.statement)
    if evidence.work:
        kind = work.kinds()[work.number(evidence.work)]
        name = kind.danish if language == "da" else kind.english
        words = say("list.by_work", language, statement=evidence.statement, work=name)
    return Reason(words, evidence.quote, say(f"kind.{evidence.kind}", language), term=evidence.term)


def reasons_against(suggestion: Suggestion, language: Language) -> list[Reason]:
    """All reasons against a suggestion: limits that would have to move, requirements of the ad, statements that point
    elsewhere.

    Unused experience is no reason against: the person may want to leave it behind.
    """
    reasons = [
        Reason(sentence(c.detail), c.quote, limit=c.constraint)
        for c in suggestion.checks
        if c.verdict in ("negotiable", "broken") or (c.source == "statement" and c.verdict == "unknown")
    ]
    against = [e for e in clear(suggestion.evidence)[1] if e.term != "in_passing"]  # the check says it
    reasons += [Reason(sentence(e.statement), e.quote, term=e.term) for e in against if e.kind not in SHARES]
    elsewhere = [e.statement for e in against if e.kind in ("goal", "interest")]
    if elsewhere:
        reasons.append(Reason(sentence(say("list.elsewhere", language, statements="; ".join(elsewhere)))))
    return reasons


def town(facts: Facts, language: Language) -> str:
    """The place of work, as far as the ad names it."""
    postcode = facts.place.value
    place = places().get(postcode or "")
    known = f"{postcode} ({place.municipality})" if place else postcode or facts.municipality
    if facts.wanders.value:
        return say("list.wanders", language) + (f", {known}" if known else "")
    return known or say("list.no_place", language)


def deadline_words(facts: Facts, language: Language) -> str | None:
    """The deadline in words; None if the ad names none."""
    if facts.last_day is not None:
        return say("list.deadline", language, date=facts.last_day)
    impossible = impossible_deadline_words(facts, language)
    if impossible:
        return say("list.deadline", language, date=impossible)
    return say("list.deadline.rolling", language) if facts.deadline.value == "rolling" else None


def impossible_deadline_words(facts: Facts, language: Language) -> str | None:
    """A deadline before the ad's publication, in words; None if there is another deadline, or none."""
    day = facts.impossible_deadline.value
    return say("deadline.impossible", language, date=day) if day else None
