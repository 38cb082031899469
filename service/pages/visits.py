"""The log as people read it: a line for each visit, its acts, and how often each was done."""

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from service.audit import LogEntry
from service.pages.words import COPENHAGEN
from service.phrases import TABLE, Language, say

PAUSE = datetime.timedelta(minutes=30)  # between two acts; after a longer pause it is another visit


@dataclass
class Visit:
    """A visit: acts of one user, or of the service itself, in one go.

    user_name: None if the tenant has no such user now.
    """

    user_name: str | None
    at: list[datetime.datetime] = field(default_factory=list)
    acts: Counter[str] = field(default_factory=Counter)

    @property
    def first(self) -> datetime.datetime:
        """The moment the visit began."""
        return self.at[0]

    def goes_on(self, at: datetime.datetime) -> bool:
        """Whether an act at that moment belongs to the visit: soon after, on the same day."""
        return at - self.at[-1] <= PAUSE and _day(at) == _day(self.at[-1])


def visits(log: Iterable[LogEntry], names: Mapping[str, str], language: Language) -> list[Visit]:
    """The visits of a log, in order of time. names: user id -> name."""
    log_visits: list[Visit] = []
    latest: dict[str, Visit] = {}
    for entry in log:
        visit = latest.get(entry.actor)
        if visit is None or not visit.goes_on(entry.at):
            visit = latest[entry.actor] = Visit(names.get(entry.actor.removeprefix("user:")))
            log_visits.append(visit)
        visit.at.append(entry.at)
        visit.acts[_act(entry.action, language)] += 1
    return log_visits


def _day(at: datetime.datetime) -> datetime.date:
    return at.astimezone(COPENHAGEN).date()


def _act(action: str, language: Language) -> str:
    key = f"action.{action}"
    return say(key if key in TABLE else "action.other", language)
