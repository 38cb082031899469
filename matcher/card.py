"""What is said of a suggestion, on a terminal as on a page: reasons for, every reason against, where and when."""

from typing import NamedTuple

from matcher.constraints import impossible_deadline, last_day
from matcher.geography import places
from matcher.phrases import Language, say
from matcher.ranking import SHARES, clear
from matcher.schema import Reading, Suggestion, Vacancy


class Reason(NamedTuple):
    """A reason in words, and the ad's own words behind it, where it has them.

    kind: the evidence's kind, in words; limit: the constraint that would have to move.
    """

    words: str
    quote: str | None = None
    kind: str | None = None
    limit: str | None = None


def reasons_for(suggestion: Suggestion, language: Language) -> list[Reason]:
    """What speaks for it, the weightiest first."""
    return [Reason(e.statement, e.quote, say(f"kind.{e.kind}", language)) for e in clear(suggestion.evidence)[0]]


def reasons_against(suggestion: Suggestion, language: Language) -> list[Reason]:
    """All that speaks against it: limits that would have to move, what the ad asks for, what points elsewhere."""
    reasons = [
        Reason(f"{say(f'constraint.{c.constraint}', language)}: {c.detail}", c.quote, limit=c.constraint)
        for c in suggestion.checks if c.verdict in ("negotiable", "broken")
    ]  # fmt: skip
    against = clear(suggestion.evidence)[1]
    reasons += [Reason(e.statement, e.quote) for e in against if e.kind not in SHARES]
    elsewhere = [e.statement for e in against if e.kind in SHARES]
    if elsewhere:
        reasons.append(Reason(say("list.elsewhere", language, statements="; ".join(elsewhere))))
    return reasons


def town(vacancy: Vacancy, language: Language) -> str:
    """Where the workplace is, as far as the ad says."""
    place = places().get(vacancy.workplace or "")
    known = f"{vacancy.workplace} ({place.municipality})" if place else vacancy.workplace or vacancy.municipality
    if vacancy.wanders:
        return say("list.wanders", language) + (f", {known}" if known else "")
    return known or say("list.no_place", language)


def deadline_words(vacancy: Vacancy, facts: Reading, language: Language) -> str | None:
    """The deadline in words; None where nothing is said."""
    day = last_day(vacancy, facts)
    if day is not None:
        return say("list.deadline", language, date=day)
    impossible = impossible_deadline_words(vacancy, facts, language)
    if impossible:
        return say("list.deadline", language, date=impossible)
    return say("list.deadline.rolling", language) if facts.deadline == "rolling" else None


def impossible_deadline_words(vacancy: Vacancy, facts: Reading, language: Language) -> str | None:
    """A deadline from before the ad was published in words; None where it has another, or none."""
    day = impossible_deadline(vacancy, facts)
    return say("deadline.impossible", language, date=day) if day else None
