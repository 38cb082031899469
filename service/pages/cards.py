"""A suggestion as a card: the facts in words, the reasons for and against, and the decision. No score."""

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from matcher.facts import Facts, Post
from matcher.facts.known import known
from matcher.limits.hours import hours_words
from matcher.matching import Matcher
from matcher.reasons import Reason, impossible_deadline_words, reasons_against, reasons_for, town
from matcher.requirement_status import RequirementStatus, statuses
from matcher.schema import Candidate, Suggestion, Vacancy
from matcher.times_in_words import when
from service.phrases import Language, say
from service.store import Decision

REASONS = 4
PAPERS = frozenset(
    {"education", "certificate", "language", "licences"}
)  # terms and limits without which there is no job
AGENCY = re.compile(r"vikar|bemanding|rekrutter|personaleudlejning", re.IGNORECASE)
LINK = re.compile(r"https?://\S+", re.IGNORECASE)


class Closed(NamedTuple):
    """A closed card: place, times and hours in few words, one reason for and one against; nothing twice.

    more_against: number of further reasons against. ask: an unknown that has to be asked about first.
    """

    facts: list[str]
    reason_for: Reason | None
    reason_against: Reason | None
    more_against: int
    ask: str | None


@dataclass(frozen=True)
class Job:
    """A vacancy in words, for any reader."""

    vacancy: Vacancy
    facts: Facts
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
        """The language of the ad if it differs from the page's, for screen readers."""
        return self.vacancy.language if self.vacancy.language != self.language else None

    @property
    def employer(self) -> str | None:
        return self.vacancy.employer

    @property
    def agency(self) -> bool:
        """Whether the employer is an agency by its name: then the workplace is another."""
        return bool(AGENCY.search(self.vacancy.employer or ""))

    @cached_property
    def town(self) -> str:
        return town(self.facts, self.language)

    @property
    def posts(self) -> tuple[Post, ...]:
        """The posts shown: all."""
        return self.facts.posts

    @property
    def post(self) -> Post:
        """The post that stands for the others where only one fits."""
        return self.posts[0]

    @cached_property
    def hours(self) -> str:
        """The hours of each post shown, with the post's name if there are several."""
        each = [(post.label, hours_words(post.hours, self.language)) for post in self.posts]
        named = [f"{say('list.as_post', self.language, post=label)}: {words}" for label, words in each if label]
        return "; ".join(named) or each[0][1]

    @cached_property
    def hours_quote(self) -> str | None:
        return self.post.hours.quote

    @property
    def employment(self) -> str:
        return say(f"employment.{self.post.employment.value}", self.language)

    @cached_property
    def times(self) -> str:
        """When the work is, as far as the ad says."""
        return when(self.post.occurs, self.language)

    @cached_property
    def deadline(self) -> datetime.date | None:
        return self.facts.last_day

    @property
    def impossible_deadline(self) -> str | None:
        """A deadline from before the ad was posted, in words; None for a possible one."""
        return impossible_deadline_words(self.facts, self.language)

    @property
    def days_left(self) -> int | None:
        return None if self.deadline is None else (self.deadline - self.today).days

    @property
    def rolling(self) -> bool:
        return self.deadline is None and self.facts.deadline.value == "rolling"

    @property
    def age(self) -> int | None:
        """Days since the ad was posted; None if not known."""
        published = self.vacancy.published
        return None if published is None else max((self.today - published).days, 0)

    @property
    def link(self) -> str | None:
        """The address of the ad; None unless a browser may follow it."""
        return self.vacancy.url if LINK.fullmatch(self.vacancy.url or "") else None


@dataclass(frozen=True)
class Card(Job):
    """A suggestion in words for one candidate."""

    suggestion: Suggestion
    candidate: Candidate
    is_new: bool = False
    decision: Decision | None = None
    pin: Decision | None = None

    @property
    def posts(self) -> tuple[Post, ...]:
        """The post that suits the candidate best."""
        return (self.facts.post(self.suggestion.post),)

    @property
    def band(self) -> str:
        return self.suggestion.band

    @property
    def travel(self) -> str | None:
        """The travel time, and the limit if it is exceeded."""
        return next((c.detail for c in self.suggestion.checks if c.constraint == "travel"), None)

    @cached_property
    def reasons_for(self) -> list[Reason]:
        """The first few reasons for. A reason without its own quote (a short way) does not quote the title."""
        first = reasons_for(self.suggestion, self.language)[:REASONS]
        if self.suggestion.points == "not":  # likeness without words of the ad is no reason to read aloud
            first = [r for r in first if r.quote or r.term]
        return [r if r.term is None or r.quote != self.title else r._replace(quote=None) for r in first]

    @cached_property
    def reasons_against(self) -> list[Reason]:
        return reasons_against(self.suggestion, self.language)

    @cached_property
    def decisive(self) -> Reason | None:
        """The strongest reason against: a missing qualification or language, then a limit, then the words of the ad."""
        reasons = [r for r in self.reasons_against if r.limit or r.quote]
        return min(reasons, key=lambda r: (not {r.term, r.limit} & PAPERS, not r.limit), default=None)

    @property
    def ask(self) -> str | None:
        """The first unknown to ask about before the job can fit; qualifications first."""
        unknown = [c for c in self.suggestion.checks if c.verdict == "unknown"] if self.band == "ask" else []
        return next((c.detail for c in sorted(unknown, key=lambda c: c.constraint not in PAPERS)), None)

    @cached_property
    def closed(self) -> Closed:
        """The card before it is opened."""
        against = self.decisive
        limit = against.limit if against else None
        more = len(self.reasons_against) - 1 if against else 0
        travel_known = any(c.constraint == "travel" and c.verdict != "unknown" for c in self.suggestion.checks)
        town = self.town.translate(str.maketrans("", "", "()"))
        facts = [", ".join(filter(None, (town, self.travel if travel_known and limit != "travel" else None)))]
        facts += [self.hours] if limit != "weekly_hours" else []
        times_known = self.times != say("when.unknown", self.language)
        facts += [self.times] if times_known and limit != "not_times" else []
        return Closed(facts, next((r for r in self.reasons_for if r.term != "travel"), None), against, more, self.ask)

    @cached_property
    def requirements(self) -> list[RequirementStatus]:
        """The post's requirements, each with whether the person meets it."""
        return statuses(self.candidate, self.vacancy, self.facts, self.suggestion, self.language)

    @cached_property
    def quoted(self) -> set[str | None]:
        """The ad's words already quoted by a reason."""
        return {reason.quote for reason in [*self.reasons_for, *self.reasons_against]}

    @property
    def questions(self) -> tuple[str, ...]:
        return self.suggestion.questions


def record(matcher: Matcher, vacancy_id: str, records: Mapping[str, Vacancy]) -> tuple[Vacancy, Facts]:
    """A vacancy and its facts; read anew from ``records`` if it has just left the index."""
    try:
        return matcher.record(vacancy_id)
    except KeyError:
        return records[vacancy_id], known(records[vacancy_id])
