"""Tasks due in one consultant's cases after a yes, each with the page to do it on."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from service.calls import Call
from service.cases import course, export
from service.cases.course import Course, NextContact, Placed, Pursuit
from service.cases.followup import Window
from service.store import Candidate, Decision


@dataclass(frozen=True)
class Step:
    """A next step whose day has come. about: the vacancy's title or employer's name; None if neither is stored."""

    row: Candidate
    pursuit: Pursuit
    day: datetime.date
    about: str | None


@dataclass(frozen=True)
class FollowUp:
    """A follow-up that is due."""

    row: Candidate
    placed: Placed
    window: Window


@dataclass(frozen=True)
class Tasks:
    """Due tasks, the earliest first.

    benefit_talks: cases that need a talk about benefits. clocks: cases whose clock runs out.
    contacts: agreed next steps with employers for none of the cases; the others are among their case's steps.
    """

    steps: list[Step] = field(default_factory=list)
    follow_ups: list[FollowUp] = field(default_factory=list)
    benefit_talks: list[Course] = field(default_factory=list)
    clocks: list[Course] = field(default_factory=list)
    ended: list[Course] = field(default_factory=list)
    contacts: list[NextContact] = field(default_factory=list)

    @property
    def any_due(self) -> bool:
        """Whether any task is due."""
        return any((self.steps, self.follow_ups, self.benefit_talks, self.clocks, self.ended, self.contacts))


def tasks_of(call: Call, rows: Sequence[Candidate], decisions: Mapping[str, list[Decision]]) -> Tasks:
    """The tasks due in these cases today, in nine statements at most for any number of cases."""
    courses = list(course.of_cases(call, rows, decisions).values())
    due = [(case, p, p.next_day) for case in courses for p in case.pursuits if p.next_day and p.next_day <= call.today]
    about = _called(call, [pursuit for _, pursuit, _ in due])
    steps = [Step(case.row, pursuit, day, about.get(pursuit.key)) for case, pursuit, day in due]
    windows = [(case, placed, placed.plan.due(call.today)) for case in courses for placed in case.placed]
    contact_ids = {contact.id for case in courses for pursuit in case.pursuits for contact in pursuit.contacts}
    follow_ups = [FollowUp(case.row, placed, window) for case, placed, window in windows if window]
    return Tasks(
        sorted(steps, key=lambda step: step.day),
        sorted(follow_ups, key=lambda due: due.window.last),
        [case for case in courses if _asks_benefits(case)],
        sorted((case for case in courses if case.clock.presses), key=lambda case: case.clock.left or 0),
        [case for case in courses if case.to_renew],
        [due for due in course.contacts_due(call) if due.contact.id not in contact_ids],
    )


def _asks_benefits(case: Course) -> bool:
    return any(map(case.asks_benefits, case.pursuits)) or any(placed.asks_benefits for placed in case.placed)


def _called(call: Call, pursuits: Sequence[Pursuit]) -> dict[str, str]:
    """Pursuit key -> the title of its vacancy, else the name of its employer."""
    ids = [pursuit.vacancy_id for pursuit in pursuits if pursuit.vacancy_id]
    titles = {id_: ad.title for id_, ad in export.ads_of(call, ids).items()} if ids else {}
    names = export.employers_of(call, [pursuit.employer_id for pursuit in pursuits if pursuit.key not in titles])
    return {
        p.key: titles.get(p.key) or names[p.employer_id or ""]
        for p in pursuits
        if p.key in titles or p.employer_id in names
    }
