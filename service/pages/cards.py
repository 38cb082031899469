"""What a card says of a suggestion: the facts in words, the reasons both ways, and what was decided. No score."""

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from matcher import reader
from matcher.asked import Asked, asked
from matcher.card import Reason, impossible_deadline_words, reasons_against, reasons_for, town
from matcher.constraints import employment, hours, hours_words, last_day
from matcher.matching import Matcher
from matcher.ranking import SHARES
from matcher.schema import TIMES, Candidate, Reading, Suggestion, Vacancy
from service.phrases import Language, say
from service.store import Decision

REASONS = 4
AGENCY = re.compile(r"vikar|bemanding|rekrutter|personaleudlejning", re.IGNORECASE)
LINK = re.compile(r"https?://\S+", re.IGNORECASE)


class Said(NamedTuple):
    """Times of day as an ad has them, in words."""

    yes: list[str]
    sometimes: list[str]
    no: list[str]


@dataclass(frozen=True)
class Job:
    """A vacancy in words, for anybody."""

    vacancy: Vacancy
    facts: Reading
    language: Language
    today: datetime.date

    @property
    def id(self) -> str:
        return self.vacancy.id

    @property
    def title(self) -> str:
        return self.vacancy.title.strip()

    @property
    def lang(self) -> str | None:
        """The language of the ad where it is another than the page's, so that it is read aloud as what it is."""
        return self.vacancy.language if self.vacancy.language != self.language else None

    @property
    def employer(self) -> str | None:
        return self.vacancy.employer

    @property
    def agency(self) -> bool:
        """Whether the employer is an agency by its name, so that the workplace is another."""
        return bool(AGENCY.search(self.vacancy.employer or ""))

    @cached_property
    def town(self) -> str:
        return town(self.vacancy, self.language)

    @cached_property
    def hours(self) -> str:
        return hours_words(self.vacancy, self.facts, self.language)

    @cached_property
    def hours_quote(self) -> str | None:
        return hours(self.vacancy, self.facts).quote

    @property
    def employment(self) -> str:
        return say(f"employment.{employment(self.vacancy, self.facts)}", self.language)

    @cached_property
    def times(self) -> Said:
        said = {time: getattr(self.facts.schedule, time) for time in TIMES}
        seldom, corrected = self.facts.occasional_times, self.vacancy.corrected.times
        stated = [time for time in self.vacancy.stated.times if time not in corrected]

        def words(*times: str) -> list[str]:
            return [say(f"time.{time}", self.language) for time in times]

        yes = [t for t in TIMES if (said[t] == "yes" or t in stated) and t not in seldom]
        return Said(words(*yes), words(*seldom), words(*(t for t in TIMES if said[t] == "no" and t not in yes)))

    @cached_property
    def deadline(self) -> datetime.date | None:
        return last_day(self.vacancy, self.facts)

    @property
    def impossible_deadline(self) -> str | None:
        """A deadline from before the ad was posted, in words."""
        return impossible_deadline_words(self.vacancy, self.facts, self.language)

    @property
    def days_left(self) -> int | None:
        return None if self.deadline is None else (self.deadline - self.today).days

    @property
    def rolling(self) -> bool:
        return self.deadline is None and self.facts.deadline == "rolling"

    @property
    def age(self) -> int | None:
        """Days since it was posted."""
        published = self.vacancy.published
        return None if published is None else max((self.today - published).days, 0)

    @property
    def link(self) -> str | None:
        """Where the ad comes from; only an address that a browser may follow."""
        return self.vacancy.url if LINK.fullmatch(self.vacancy.url or "") else None


@dataclass(frozen=True)
class Card(Job):
    """A suggestion in words, and for whom it is."""

    suggestion: Suggestion
    candidate: Candidate
    new: bool = False
    decision: Decision | None = None
    pin: Decision | None = None

    @property
    def band(self) -> str:
        return self.suggestion.band

    @property
    def travel(self) -> str | None:
        return next((c.detail for c in self.suggestion.checks if c.constraint == "travel"), None)

    @cached_property
    def reasons_for(self) -> list[Reason]:
        """The first few. What has no words of its own in the ad (a short way) does not quote the title instead."""
        found = reasons_for(self.suggestion, self.language)[:REASONS]
        said = {say(f"kind.{kind}", self.language) for kind in SHARES}
        return [r if r.kind in said or r.quote != self.title else r._replace(quote=None) for r in found]

    @cached_property
    def reasons_against(self) -> list[Reason]:
        return reasons_against(self.suggestion, self.language)

    @cached_property
    def asked(self) -> list[Asked]:
        """What the ad requires, and whether the person has it."""
        return asked(self.candidate, self.vacancy, self.facts, self.suggestion, self.language)

    @cached_property
    def quoted(self) -> set[str | None]:
        """The ad's words that stand beside a reason already."""
        return {reason.quote for reason in [*self.reasons_for, *self.reasons_against]}

    @property
    def to_move(self) -> list[str]:
        """The limits that would have to move, in words."""
        limits = [c.constraint for c in self.suggestion.checks if c.verdict in ("negotiable", "broken")]
        return [say(f"constraint.{limit}", self.language) for limit in limits]

    @property
    def questions(self) -> tuple[str, ...]:
        return self.suggestion.questions


def record(matcher: Matcher, vacancy_id: str, known: Mapping[str, Vacancy]) -> tuple[Vacancy, Reading]:
    """A vacancy and its facts; read anew where it has gone from the index in this very moment."""
    try:
        return matcher.record(vacancy_id)
    except KeyError:
        return known[vacancy_id], reader.read(known[vacancy_id])
