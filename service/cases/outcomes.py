"""A programme's figures for a quarter, for a supervisor's team: each figure with the cases behind it.

A figure is made of items (a case, a start, a contact). Each item is counted, in the denominator only, left out
with a reason, or outside the quarter. Unknown values are never guessed: their items are left out, and shown as left
out. Nothing is counted by colleague.

A *start* is a job with at least four paid hours a week, from the day it has them: a job that grows to four
hours starts then. A job that the person had before enrolment is no start of the programme.

Sources: the British programme's reporting tool (referrals, people into work, starts, employment among people out of
work since April 2024), the fidelity scale's items 15, 16 and 19-21, and the 30 and 90 days that programmes report.
"""

import datetime
import json
import re
import statistics
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, Self

from sqlalchemy import func, select

from service.calls import Call
from service.cases.enrolment import CLOCK_DAYS
from service.problems import Refused
from service.store import Candidate, CaseEvent, Contact, ContactWish, Placement

LEAST_HOURS = 4.0  # paid hours a week that make a job a start (the British reporting tool)
KEPT_DAYS = (30, 90)
UNCLEAR = ("unclear", "mixed")  # employment that may or may not be an ordinary job
WRITTEN = re.compile(r"(20[0-9]{2})-Q([1-4])")

Measure = Literal["count", "share", "days"]
Blank = Literal[
    "referred",
    "enrolled",
    "in_work",
    "hours",
    "few_hours",
    "unpaid",
    "before",
    "earlier",
    "not_yet",
    "closed",
    "employer",
    "work",
    "employment",
]
WHY_NO_START: tuple[Blank, ...] = ("hours", "few_hours", "unpaid", "before")  # the first reason that holds is shown
Day = datetime.date


@dataclass(frozen=True)
class Quarter:
    """Three months of a year, written as 2026-Q4."""

    year: int
    number: int

    @classmethod
    def of(cls, day: Day) -> Self:
        """The quarter that a day lies in."""
        return cls(day.year, (day.month + 2) // 3)

    @classmethod
    def written(cls, text: str) -> Self:
        """Read a quarter such as 2026-Q4; raise Refused if the text is none."""
        match = WRITTEN.fullmatch(text)
        if match is None:
            raise Refused("refused.request", [("quarter", "quarter", {})])
        return cls(int(match[1]), int(match[2]))

    def __str__(self) -> str:
        return f"{self.year}-Q{self.number}"

    @property
    def first(self) -> Day:
        """The first day of the quarter."""
        return Day(self.year, 3 * self.number - 2, 1)

    @property
    def last(self) -> Day:
        """The last day of the quarter."""
        following = Day(self.year + self.number // 4, 3 * self.number % 12 + 1, 1)
        return following - datetime.timedelta(days=1)

    @property
    def before(self) -> "Quarter":
        """The quarter before this one."""
        return Quarter.of(self.first - datetime.timedelta(days=1))

    @property
    def after(self) -> "Quarter":
        """The quarter after this one."""
        return Quarter.of(self.last + datetime.timedelta(days=1))


@dataclass(frozen=True)
class Item:
    """One thing counted: a case, a start or a contact.

    id: of the candidate, placement or contact. case: candidate id; None for a contact. day: when it
    happened. days: how long it took.
    """

    id: str
    case: str | None
    day: Day | None = None
    days: int | None = None


# True: counted. False: in the denominator only. Blank: left out for that reason. None: outside the quarter.
Verdict = bool | Blank | None
Judged = Iterable[tuple[Item, Verdict]]


@dataclass(frozen=True)
class Figure:
    """A figure of a quarter.

    counted: items of the numerator. others: items of the denominator only. left_out: reason -> items.
    deleted: number of wishes that contacts served and that were deleted with their candidates.
    """

    name: str
    measure: Measure
    counted: tuple[Item, ...]
    others: tuple[Item, ...] = ()
    left_out: Mapping[Blank, tuple[Item, ...]] = field(default_factory=dict)
    deleted: int = 0

    @property
    def numerator(self) -> int:
        """The number of counted items."""
        return len(self.counted)

    @property
    def denominator(self) -> int | None:
        """The number of counted and other items; None for a figure that is no share."""
        return len(self.counted) + len(self.others) if self.measure == "share" else None

    @property
    def value(self) -> float | None:
        """The count, the share (0 to 1), or the median in days; None without any item."""
        if self.measure == "count":
            return float(self.numerator)
        if self.measure == "share":
            return self.numerator / self.denominator if self.denominator else None
        return float(statistics.median([item.days or 0 for item in self.counted])) if self.counted else None

    @property
    def items(self) -> tuple[Item, ...]:
        """All items, left-out ones included."""
        return (*self.counted, *self.others, *(item for items in self.left_out.values() for item in items))

    @property
    def cases(self) -> set[str]:
        """Ids of the candidates behind the figure, left-out ones included."""
        return {item.case for item in self.items if item.case}


def figure(name: str, measure: Measure, judged: Judged, deleted: int = 0) -> Figure:
    """Build a figure from items and their verdicts."""
    counted: list[Item] = []
    others: list[Item] = []
    left_out: defaultdict[Blank, list[Item]] = defaultdict(list)
    for item, verdict in judged:
        if isinstance(verdict, str):
            left_out[verdict].append(item)
        elif verdict is not None:
            (counted if verdict else others).append(item)
    why = {reason: tuple(items) for reason, items in sorted(left_out.items())}
    return Figure(name, measure, tuple(counted), tuple(others), why, deleted)


@dataclass(frozen=True)
class Job:
    """A placement for the figures. start: the day it becomes a start; None if it does not; why: the reason."""

    row: Placement
    start: Day | None
    why: Blank | None = None

    @property
    def day(self) -> Day:
        """The day that counts: of the start, or of the job's beginning if it is no start."""
        return self.start or self.row.began

    @property
    def item(self) -> Item:
        """The job as an item."""
        return Item(self.row.id, self.row.candidate_id, self.day)


@dataclass(frozen=True)
class Programme:
    """The rows of a team, for any quarter.

    changes: of hours. met: candidate id -> days of face-to-face meetings with employers for the person's wish.
    wishes: contact id -> number of served wishes that still exist.
    """

    cases: Sequence[Candidate]
    placements: Sequence[Placement]
    changes: Sequence[CaseEvent]
    contacts: Sequence[Contact]
    met: Mapping[str, Sequence[Day]]
    wishes: Mapping[str, int]


def read(call: Call) -> Programme:
    """Read the team's rows in six statements for any number of cases."""
    scope, db = call.scope, call.db
    contacts = scope.team_contacts()
    wishes = contacts.join(ContactWish, ContactWish.contact_id == Contact.id).group_by(Contact.id)
    return Programme(
        list(db.scalars(scope.candidates().order_by(Candidate.label, Candidate.id))),
        list(db.scalars(scope.placements().order_by(Placement.id))),
        list(db.scalars(scope.events().where(CaseEvent.kind == "hours_changed", CaseEvent.undone.is_(None)))),
        list(db.scalars(contacts.order_by(Contact.day, Contact.id))),
        _met(call),
        {row[0]: row[1] for row in db.execute(wishes.with_only_columns(Contact.id, func.count()))},
    )


def _met(call: Call) -> dict[str, list[Day]]:
    """Candidate id -> days of meetings, by any colleague: what counts is that they were for the candidate."""
    wishes = call.scope.wishes().subquery()
    query = select(wishes.c.candidate_id, Contact.day).join(Contact, Contact.id == wishes.c.contact_id)
    met: defaultdict[str, list[Day]] = defaultdict(list)
    for candidate_id, day in call.db.execute(query.where(Contact.face_to_face)):
        met[candidate_id].append(day)
    return dict(met)


class Counting:
    """Computes the figures of a quarter. An unfinished quarter counts until today."""

    def __init__(self, programme: Programme, quarter: Quarter, today: Day) -> None:
        self.programme, self.first, self.until = programme, quarter.first, min(quarter.last, today)
        self.case_of = {case.id: case for case in programme.cases}

    def figures(self) -> list[Figure]:
        """All figures, in the order they are shown."""
        return [
            figure("referrals", "count", self._each(self._referred)),
            figure("in_work_at_referral", "share", self._each(self._in_work)),
            figure("enrolled", "count", self._each(self._enrolled)),
            figure("contact_within_thirty", "share", self._each(self._contact_in_time)),
            figure("days_to_contact", "days", self._days_to_contact()),
            figure("into_work", "count", self._each(self._into_work)),
            figure("starts", "count", self._starts()),
            figure("employment", "share", self._each(self._employment)),
            figure("days_to_start", "days", self._days_to_start()),
            *(figure(f"kept_{days}", "share", self._kept(days)) for days in KEPT_DAYS),
            figure("employers_differ", "share", self._differ("employer", lambda row: row.employer_id)),
            figure("work_differs", "share", self._differ("work", lambda row: row.kind)),
            figure("ordinary", "share", self._ordinary()),
            figure("contacts", "count", [(_of(contact), True) for contact in self._contacts]),
            figure("face_to_face", "share", [(_of(contact), contact.face_to_face) for contact in self._contacts]),
            figure("for_a_wish", "share", [(_of(c), c.wishes > 0) for c in self._contacts], self._deleted()),
        ]

    def _within(self, day: Day | None) -> bool:
        return day is not None and self.first <= day <= self.until

    def _each(self, verdict: Callable[[Candidate], Verdict]) -> Judged:
        return [(Item(case.id, case.id), verdict(case)) for case in self.programme.cases]

    def _over(self, case: Candidate) -> bool:
        """Whether the case was closed before the quarter began."""
        return _closed_before(case, self.first)

    # --- coming in ---

    def _referred(self, case: Candidate) -> Verdict:
        """Referred in the quarter. An unknown day that may lie in the quarter is left out with its reason: the person
        was not enrolled before the quarter, and the case not closed before it.
        """
        if case.referred is not None:
            return self._within(case.referred) or None
        enrolled_before = case.enrolled is not None and case.enrolled < self.first
        return None if enrolled_before or self._over(case) else "referred"

    def _in_work(self, case: Candidate) -> Verdict:
        """In paid work at referral, among those referred in the quarter."""
        verdict = self._referred(case)
        if verdict is not True:
            return verdict
        return "in_work" if case.in_work is None else case.in_work

    def _enrolled(self, case: Candidate) -> Verdict:
        """Enrolled in the quarter. An unknown day that may lie in the quarter is left out with its reason: the person
        was not referred after the quarter, and the case not closed before it.
        """
        if case.enrolled is not None:
            return self._within(case.enrolled) or None
        return self._blank_enrolment(case, self.until)

    def _blank_enrolment(self, case: Candidate, latest: Day) -> Verdict:
        """The verdict on a case with unknown enrolment. latest: the last day of enrolment that would count."""
        referred_after = case.referred is not None and case.referred > latest
        return None if referred_after or self._over(case) else "enrolled"

    # --- the first contact ---

    def _first_met(self, case: Candidate) -> Day | None:
        """The day an employer was first met for the person since enrolment; if that is unknown, since ever."""
        since = case.enrolled or Day.min
        return min((day for day in self.programme.met.get(case.id, ()) if since <= day <= self.until), default=None)

    def _contact_in_time(self, case: Candidate) -> Verdict:
        """An employer met face to face within 30 days of enrolment, among cases whose thirtieth day is in the quarter.

        A case closed before that day without a contact is left out: its clock was stopped, not missed.
        """
        clock = datetime.timedelta(days=CLOCK_DAYS)
        if case.enrolled is None:
            return self._blank_enrolment(case, self.until - clock)
        due, met = case.enrolled + clock, self._first_met(case)
        if not self._within(due):
            return None
        if met is not None and met <= due:
            return True
        return "closed" if _closed_before(case, due) else False

    def _days_to_contact(self) -> Judged:
        """Days from enrolment to the first employer met, for first meetings in the quarter.

        Open cases without a meeting are shown as left out: the median of the others says nothing about them.
        """
        return [self._took(case, self._first_met(case), None) for case in self.programme.cases]

    def _took(self, case: Candidate, day: Day | None, why: Blank | None) -> tuple[Item, Verdict]:
        """The item and verdict for the days from enrolment to a day. why: a reason to leave the item out."""
        if day is None:
            waits = case.enrolled is not None and case.enrolled <= self.until and not self._closed_by_then(case)
            return Item(case.id, case.id), "not_yet" if waits else None
        if not self._within(day):
            return Item(case.id, case.id), None
        if why or case.enrolled is None:
            return Item(case.id, case.id, day), why or "enrolled"
        return Item(case.id, case.id, day, (day - case.enrolled).days), True

    def _closed_by_then(self, case: Candidate) -> bool:
        return case.closed is not None and case.closed.date() <= self.until

    # --- starts ---

    @cached_property
    def jobs(self) -> list[Job]:
        """Every job begun by the last day counted, sorted by the day that counts."""
        changes = _changes(self.programme.changes)
        placements = [
            row for row in self.programme.placements if row.began <= self.until and row.candidate_id in self.case_of
        ]
        jobs = [self._job(row, changes.get(row.id, [])) for row in placements]
        return sorted(jobs, key=lambda job: (job.day, job.row.id))

    def _job(self, row: Placement, changes: list[tuple[Day, float | None]]) -> Job:
        enrolled = self.case_of[row.candidate_id].enrolled
        if not row.paid:
            return Job(row, None, "unpaid")
        if enrolled is not None and row.began < enrolled:
            return Job(row, None, "before")
        end = min(row.ended or self.until, self.until)
        steps = [(row.began, row.hours), *((max(day, row.began), hours) for day, hours in changes if day <= end)]
        start = min((day for day, hours in steps if hours is not None and hours >= LEAST_HOURS), default=None)
        if start is not None:
            return Job(row, start)
        return Job(row, None, "hours" if any(hours is None for _, hours in steps) else "few_hours")

    @cached_property
    def _jobs_of(self) -> dict[str, list[Job]]:
        jobs: defaultdict[str, list[Job]] = defaultdict(list)
        for job in self.jobs:
            jobs[job.row.candidate_id].append(job)
        return dict(jobs)

    def _first_start(self, case: Candidate) -> Job | None:
        return next((job for job in self._jobs_of.get(case.id, ()) if job.start), None)

    def _why_not_first(self, case: Candidate, first: Job) -> Blank | None:
        """The reason "earlier" if a paid job of unknown hours began before: that may have been the first start."""
        jobs = self._jobs_of[case.id]
        return "earlier" if any(j.why == "hours" and j.row.began < first.day for j in jobs) else None

    def _starts(self) -> Judged:
        """Every start in the quarter: second and third ones too, and several at once."""
        for job in self.jobs:
            if job.start:
                yield job.item, self._within(job.start) or None
            else:
                yield job.item, job.why if self._within(job.row.began) else None

    def _into_work(self, case: Candidate) -> Verdict:
        """People whose first start is in the quarter. A person whose new jobs are no starts is left out, once."""
        first = self._first_start(case)
        if first:
            return (self._why_not_first(case, first) or True) if self._within(first.start) else None
        begun = {job.why for job in self._jobs_of.get(case.id, ()) if self._within(job.row.began)}
        return next((why for why in WHY_NO_START if why in begun), None)

    def _employment(self, case: Candidate) -> Verdict:
        """People with a start by the end of the quarter, among those out of work at referral whose case was open in
        the quarter. People in work at referral are outside the group.
        """
        if case.in_work or self._over(case):
            return None
        if case.enrolled is None:
            return self._blank_enrolment(case, self.until)
        if case.enrolled > self.until:
            return None
        if case.in_work is None:
            return "in_work"
        if self._first_start(case):
            return True
        return "hours" if any(job.why == "hours" for job in self._jobs_of.get(case.id, ())) else False

    def _days_to_start(self) -> Judged:
        """Days from enrolment to the first start, for first starts in the quarter."""
        for case in self.programme.cases:
            first = self._first_start(case)
            if first is None:
                yield self._took(case, None, None)
            else:
                yield self._took(case, first.start, self._why_not_first(case, first))

    def _kept(self, days: int) -> Judged:
        """Starts still held ``days`` days later, among those whose day of counting is in the quarter.

        ``ended`` is the last day in the job. Without an end the job still lasts, unless the case was closed before the
        day: nobody followed the job after that.
        """
        for job in self.jobs:
            day = job.day + datetime.timedelta(days=days)
            of_quarter = self._within(day) and (job.start or job.why == "hours")
            yield job.item, self._still_there(job, day) if of_quarter else None

    def _still_there(self, job: Job, day: Day) -> Verdict:
        if not job.start:
            return job.why
        if job.row.ended is not None:
            return job.row.ended >= day
        return "closed" if _closed_before(self.case_of[job.row.candidate_id], day) else True

    @property
    def _begun(self) -> list[Job]:
        return [job for job in self.jobs if job.start and self._within(job.start)]

    def _differ(self, blank: Blank, of: Callable[[Placement], str | None]) -> Judged:
        """Number of different keys (such as employers) among the quarter's starts: the first start with each counts."""
        seen: set[str] = set()
        for job in self._begun:
            key = of(job.row)
            yield job.item, blank if key is None else key not in seen
            seen |= {key} if key else set()

    def _ordinary(self) -> Judged:
        """Starts in ordinary jobs, open to anybody; seasonal, agency and on-call jobs are among them."""
        for job in self._begun:
            employment = job.row.employment
            yield job.item, "employment" if employment in UNCLEAR else employment == "ordinary"

    # --- contacts ---

    @cached_property
    def _contacts(self) -> list[Contact]:
        return [contact for contact in self.programme.contacts if self._within(contact.day)]

    def _deleted(self) -> int:
        return sum(max(0, contact.wishes - self.programme.wishes.get(contact.id, 0)) for contact in self._contacts)


def _of(contact: Contact) -> Item:
    return Item(contact.id, None, contact.day)


def _closed_before(case: Candidate, day: Day) -> bool:
    return case.closed is not None and case.closed.date() < day


def _changes(events: Iterable[CaseEvent]) -> dict[str, list[tuple[Day, float | None]]]:
    """Placement id -> (day, hours a week from then on) of each change."""
    changes: defaultdict[str, list[tuple[Day, float | None]]] = defaultdict(list)
    for event in events:
        changes[str(event.placement_id)].append((event.day or event.at.date(), json.loads(event.details).get("after")))
    return dict(changes)


def look(call: Call, quarter: Quarter) -> list[Figure]:
    """The figures of the caller's team."""
    return Counting(read(call), quarter, call.today).figures()


def named(figures: Sequence[Figure], name: str) -> Figure:
    """The figure of that name; Refused if there is none."""
    figure = next((figure for figure in figures if figure.name == name), None)
    if figure is None:
        raise Refused("refused.not_found")
    return figure


def cases_of(figures: Iterable[Figure]) -> set[str]:
    """Ids of the candidates behind any of the figures."""
    return set[str]().union(*(figure.cases for figure in figures))
