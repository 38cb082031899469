"""Support after a start: the plan that follows from the placement, and what was done.

The plan is derived and kept nowhere: the week before the start where that was known ahead, within three days after it,
weekly for the first month, then monthly as long as the job lasts, and within three days of its end (items 22 and 23 of
the IPS-25 fidelity scale). A follow-up ticks every part of the plan that it falls into; what was missed does not pile
up: only the latest is told, until there has been a follow-up since.
"""

import datetime
import itertools
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from matcher.schema import Date
from service.calls import Body, Call
from service.cases import placements, timeline
from service.cases.steps import Noted
from service.store import Placement

WEEK = 7
SOON_DAYS = 3  # within which a start and an end are followed up (item 22)
Part = Literal["before", "start", "week", "month", "end"]
With = Literal["person", "employer", "both"]


class NewFollowUp(Body):
    """A follow-up that was done. with_whom: the person, the employer, or both."""

    with_whom: With
    day: Date | None = None


@dataclass(frozen=True)
class Window:
    """A part of the plan: the days from first to last on which it is to be done. done: when it was."""

    part: Part
    first: datetime.date
    last: datetime.date
    done: datetime.date | None = None


@dataclass(frozen=True)
class Plan:
    """The plan up to the next part that has not begun. done: every day on which there was a follow-up."""

    windows: tuple[Window, ...]
    done: tuple[datetime.date, ...]

    def due(self, today: datetime.date) -> Window | None:
        """What is to be done: the latest part that was missed, else the one that ends within a week."""
        return self.late(today) or next(
            (w for w in self._open() if w.first <= today <= w.last < today + datetime.timedelta(days=WEEK)), None
        )

    def late(self, today: datetime.date) -> Window | None:
        """The latest part that was missed, where there has been no follow-up since."""
        missed = [w for w in self._open() if w.last < today]
        return missed[-1] if missed and not any(day > missed[-1].last for day in self.done) else None

    def following(self, today: datetime.date) -> Window | None:
        """The next part that is not done and not over."""
        return next((w for w in self._open() if w.last >= today), None)

    def _open(self) -> list[Window]:
        return sorted((w for w in self.windows if w.done is None), key=lambda w: (w.last, w.first))


def plan(placement: Placement, done: Sequence[datetime.date], today: datetime.date, weeks: int, days: int) -> Plan:
    """The plan of a placement. done: days of follow-ups; weeks, days: how long weekly, and how far apart after that.

    Of a job that has ended what was done, and the follow-up of the end.
    """
    ticked = [_ticked(window, done) for window in _windows(placement, done, today, weeks, days)]
    kept = [w for w in ticked if placement.ended is None or w.part == "end" or w.done]
    return Plan(tuple(kept), tuple(sorted(done)))


def _ticked(window: Window, done: Iterable[datetime.date]) -> Window:
    within = [day for day in done if window.first <= day <= window.last]
    return Window(window.part, window.first, window.last, min(within, default=None))


def _windows(
    placement: Placement, done: Sequence[datetime.date], today: datetime.date, weeks: int, days: int
) -> Iterator[Window]:
    """The parts that have begun, and the first that has not; with the week before the start while that lies ahead."""
    began, until = placement.began, min(today, placement.ended or today)
    before = Window("before", _later(began, -WEEK), _later(began, -1))
    if today < began or _ticked(before, done).done:
        yield before
    yield Window("start", began, _later(began, SOON_DAYS))
    first = began
    for n in itertools.count():
        part, length = _regular(n, weeks, days)
        yield Window(part, first, _later(first, length - 1))
        if first > until:
            break
        first = _later(first, length)
    if placement.ended:
        yield Window("end", placement.ended, _later(placement.ended, SOON_DAYS))


def _regular(n: int, weeks: int, days: int) -> tuple[Part, int]:
    return ("week", WEEK) if n < weeks else ("month", days)


def _later(day: datetime.date, days: int) -> datetime.date:
    return day + datetime.timedelta(days=days)


def follow_up(call: Call, candidate_id: str, placement_id: str, new: NewFollowUp) -> Noted:
    """Write a follow-up down; once for the same Idempotency-Key."""
    row, placement = placements.found(call, candidate_id, placement_id)
    timeline.check_day(call, "day", new.day)

    def work() -> Noted:
        event = timeline.note(
            call,
            row,
            "follow_up",
            placement.vacancy_id,
            json.dumps({"with": new.with_whom}),
            employer_id=placement.employer_id,
            placement_id=placement.id,
            day=new.day or call.today,
        )
        call.log("placement.follow_up", row, placement=placement.id, event=event.id)
        return Noted(candidate_id=row.id, event_id=event.id, placement_id=placement.id)

    return call.once(f"follow-up {placement_id} {new.model_dump_json()}", work, Noted)
