"""Support after a start: the plan that follows from the placement, and the follow-ups done.

The plan is derived, not stored: the week before the start if the start was known ahead, within three days after it,
weekly for the first month, monthly for as long as the job lasts, and within three days of its end (items 22 and 23 of
the IPS-25 fidelity scale). A follow-up completes every window of the plan that it falls into. Missed windows do not
pile up: only the latest is shown, until the next follow-up.
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
SOON_DAYS = 3  # days within which a start and an end are followed up (item 22)
Part = Literal["before", "start", "week", "month", "end"]
With = Literal["person", "employer", "both"]


class NewFollowUp(Body):
    """A completed follow-up. with_whom: the person, the employer, or both."""

    with_whom: With
    day: Date | None = None


@dataclass(frozen=True)
class Window:
    """A window of the plan: the days from first to last. done: the day of its follow-up."""

    part: Part
    first: datetime.date
    last: datetime.date
    done: datetime.date | None = None


@dataclass(frozen=True)
class Plan:
    """The plan up to the next window that has not begun. done: the days of all follow-ups."""

    windows: tuple[Window, ...]
    done: tuple[datetime.date, ...]

    def due(self, today: datetime.date) -> Window | None:
        """The window to do now: the latest missed one, else the one that ends within a week."""
        return self.late(today) or next(
            (w for w in self._open() if w.first <= today <= w.last < today + datetime.timedelta(days=WEEK)), None
        )

    def late(self, today: datetime.date) -> Window | None:
        """The latest missed window, if there has been no follow-up since."""
        missed = [w for w in self._open() if w.last < today]
        return missed[-1] if missed and not any(day > missed[-1].last for day in self.done) else None

    def following(self, today: datetime.date) -> Window | None:
        """The next window that is neither done nor over."""
        return next((w for w in self._open() if w.last >= today), None)

    def _open(self) -> list[Window]:
        return sorted((w for w in self.windows if w.done is None), key=lambda w: (w.last, w.first))


def plan(placement: Placement, done: Sequence[datetime.date], today: datetime.date, weeks: int, days: int) -> Plan:
    """The plan of a placement. done: days of follow-ups. weeks: length of weekly support. days: interval after that.

    For an ended job: the windows that were done, and the follow-up of the end.
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
    """The windows that have begun, and the first that has not. While the start lies ahead: the week before it too."""
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


def follow_up(call: Call, candidate_id: str, placement_id: str, new_follow_up: NewFollowUp) -> Noted:
    """Write a follow-up down; once per Idempotency-Key."""
    row, placement = placements.by_id(call, candidate_id, placement_id)
    timeline.check_day(call, "day", new_follow_up.day)

    def work() -> Noted:
        event = timeline.note(
            call,
            row,
            "follow_up",
            placement.vacancy_id,
            json.dumps({"with": new_follow_up.with_whom}),
            employer_id=placement.employer_id,
            placement_id=placement.id,
            day=new_follow_up.day or call.today,
        )
        call.log("placement.follow_up", row, placement=placement.id, event=event.id)
        return Noted(candidate_id=row.id, event_id=event.id, placement_id=placement.id)

    return call.once(f"follow-up {placement_id} {new_follow_up.model_dump_json()}", work, Noted)
