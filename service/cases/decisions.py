"""Decisions about vacancies for a candidate, and the change of limits that a reject reason suggests.

Nothing is learnt in silence: a suggested change waits until a person confirms it, and then becomes a new version.
"""

import datetime
import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.facts import Facts, known
from matcher.geography import travel_minutes
from matcher.schema import HELD, TIMES, Constraints, Suggestion, Vacancy
from matcher.schema import Candidate as Record
from service.store import Decision

Kind = Literal["shortlist", "maybe", "reject", "pin"]
Whose = Literal["person", "consultant", "ad"]
Reason = Literal[
    "wrong_work",
    "too_many_hours",
    "too_few_hours",
    "times",
    "too_far",
    "environment",
    "requirement_missing",
    "not_ordinary",
    "ad_wrong_or_expired",
    "already_applied",
    "not_this_employer",
    "person_says_no",
    "other",
]
OF_ROUTINE = ("teamwork", "routine", "varied_tasks", "remote_possible", "training_offered")  # avoided by nobody
STEP_MINUTES = 5
Change = dict[str, Any]  # fields of ``Constraints`` with their new values, as JSON


@dataclass(frozen=True)
class DecisionState:
    """The decisions in force: the latest about each vacancy, and the pinned vacancies."""

    kinds: dict[str, Kind]
    pinned: set[str]

    @property
    def rejected(self) -> set[str]:
        """Ids of the rejected vacancies."""
        return {vacancy for vacancy, kind in self.kinds.items() if kind == "reject"}

    def without_rejected(self, listed: Sequence[Suggestion], k: int, but: Collection[str] = ()) -> list[Suggestion]:
        """The first k suggestions that are not rejected, ranked anew. but: rejected vacancies that stay."""
        rejected = self.rejected.difference(but)
        kept = [s for s in listed if s.vacancy_id not in rejected][:k]
        return [s.model_copy(update={"rank": n}) for n, s in enumerate(kept, start=1)]

    def first_round(self, listed: Sequence[Suggestion], k: int, today: Collection[str]) -> list[Suggestion]:
        """The first page of a list: k suggestions unanswered when the day began, and those answered today among them.

        today: vacancies answered today, which stay on the page. Pinned ones come first.
        """
        before = self.kinds.keys() - today
        kept = self.without_rejected(listed, k + 1 + len(before), but=today)
        kept.sort(key=lambda s: s.vacancy_id not in self.pinned)
        waited = [n for n, s in enumerate(kept) if s.vacancy_id not in before]
        return kept[: waited[k]] if len(waited) > k else kept


def latest(decisions: Iterable[Decision]) -> tuple[dict[str, Decision], dict[str, Decision]]:
    """One candidate's decisions in force: vacancy id -> decision, and vacancy id -> pin."""
    kinds: dict[str, Decision] = {}
    pins: dict[str, Decision] = {}
    for decision in decisions:
        (pins if decision.kind == "pin" else kinds)[decision.vacancy_id] = decision
    return kinds, pins


def answered_since(kinds: Mapping[str, Decision], at: datetime.datetime) -> set[str]:
    """Ids of the vacancies decided at that moment or later."""
    return {vacancy for vacancy, decision in kinds.items() if decision.at >= at}


def standing(db: Session, candidate_ids: Sequence[str]) -> dict[str, list[Decision]]:
    """Candidate id -> the decisions that were not undone, in the order they were made."""
    query = select(Decision).where(Decision.candidate_id.in_(candidate_ids), Decision.undone.is_(None))
    decisions: defaultdict[str, list[Decision]] = defaultdict(list)
    for decision in db.scalars(query.order_by(Decision.at, Decision.id)):
        decisions[decision.candidate_id].append(decision)
    return decisions


def state(decisions: Iterable[Decision]) -> DecisionState:
    """The state that a candidate's decisions add up to."""
    kinds, pins = latest(decisions)
    return DecisionState({vacancy: decision.kind for vacancy, decision in kinds.items()}, set(pins))


def suggested(record: Record, vacancy: Vacancy, reason: Reason | None) -> Change | None:
    """The change of limits that this reason for rejecting the vacancy suggests; None if there is none."""
    suggest = SUGGEST.get(reason or "other")
    change = suggest(Rejected(record.constraints, vacancy, known(vacancy))) if suggest else None
    return change or None


def changed(record: Record, change: Change) -> Record:
    """The record with the change applied; lists are added to the current ones."""
    now = record.constraints.model_dump(mode="json", exclude_defaults=True)
    for name, value in change.items():
        if isinstance(value, list):
            now[name] = [*now.get(name, []), *(v for v in value if v not in now.get(name, []))]
        else:
            now[name] = now.get(name, {}) | value if isinstance(value, dict) else value
    return record.model_copy(update={"constraints": Constraints.model_validate(now, context=HELD)})


class Rejected(NamedTuple):
    """A rejected vacancy, and the limits of the candidate who rejected it."""

    limits: Constraints
    vacancy: Vacancy
    facts: Facts


def _fewer_hours(of: Rejected) -> Change | None:
    """Propose a maximum just below the ad's hours; if it already is, propose ``negotiable=False``."""
    fewest = [post.hours.value.min for post in of.facts.posts]
    least = None if None in fewest else min(n for n in fewest if n is not None)
    own = of.limits.weekly_hours
    if own and own.max is not None and (least is None or own.max < least):
        return {"weekly_hours": {"negotiable": False}} if own.negotiable else None
    most = math.ceil(least) - 1 if least else 0
    lowest = max((h for h in (own.min, own.ideal) if h), default=1) if own else 1
    return {"weekly_hours": {"max": float(most)}} if most >= lowest else None


def _more_hours(of: Rejected) -> Change | None:
    """Propose a minimum just above the ad's hours; if it already is, propose ``negotiable=False``."""
    highest_of_posts = [post.hours.value.max for post in of.facts.posts]
    most = None if None in highest_of_posts else max(n for n in highest_of_posts if n is not None)
    own = of.limits.weekly_hours
    if most is None or (own and own.min is not None and own.min > most):
        return {"weekly_hours": {"negotiable": False}} if own and own.negotiable else None
    least = math.floor(most) + 1
    highest = min((h for h in (own.ideal, own.max) if h), default=37) if own else 37
    return {"weekly_hours": {"min": float(least)}} if least <= highest else None


def _not_then(of: Rejected) -> Change | None:
    """Exclude the times of day that every post of the ad asks for."""
    needed = [time for time in TIMES if all(post.occurs(time) == "yes" for post in of.facts.posts)]
    new_times = [time for time in needed if time != "day" and time not in of.limits.not_times]
    return {"not_times": new_times} if new_times else None


def _nearer(of: Rejected) -> Change | None:
    """Propose a travel limit shorter than the way to this vacancy."""
    workplace = of.facts.place.value
    if of.limits.postcode is None or workplace is None or not of.limits.travel_modes:
        return None
    minutes = float(travel_minutes(of.limits.postcode, [workplace], of.limits.travel_modes)[0])
    if math.isnan(minutes):
        return None
    most = STEP_MINUTES * (math.ceil(minutes / STEP_MINUTES) - 1)
    nearer = most >= STEP_MINUTES and (of.limits.max_travel_minutes is None or most < of.limits.max_travel_minutes)
    return {"max_travel_minutes": most} if nearer else None


def _another_day(of: Rejected) -> Change | None:
    """Avoid the demands that the ad makes of the working day."""
    known_demands = {*of.limits.avoid, *of.limits.wish, *of.limits.never, *OF_ROUTINE}
    new_demands = list(dict.fromkeys(d.kind for d in of.facts.demands if d.kind not in known_demands))
    return {"avoid": new_demands} if new_demands else None


def _no_licence(of: Rejected) -> Change | None:
    """Propose "no driving licence" if the ad asks for one and the candidate's record does not say."""
    needed = all(post.licences for post in of.facts.posts)
    return {"licences": []} if needed and of.limits.licences is None else None


def _not_there(of: Rejected) -> Change | None:
    """Exclude this employer."""
    employer = of.vacancy.employer
    return {"exclude_employers": [employer]} if employer and employer not in of.limits.exclude_employers else None


SUGGEST = {
    "too_many_hours": _fewer_hours,
    "too_few_hours": _more_hours,
    "times": _not_then,
    "too_far": _nearer,
    "environment": _another_day,
    "requirement_missing": _no_licence,
    "not_this_employer": _not_there,
}
