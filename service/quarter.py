"""A quarter of invented people, as readable data: to check the figures against, and to try the pages with.

Written as CSV files with the gaps of real data: blank days and hours, several jobs at once, ended jobs, hours under
four, unpaid work, closed cases, and deleted people, whose rows are gone while the contacts stay. The same
seed gives the same files. People have labels such as F-017, not names.
"""

import csv
import datetime
import json
import random
import secrets
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.employers import key
from matcher.schema import Candidate as Record
from matcher.work import kinds
from service.cases.outcomes import Quarter
from service.demo import SignIn
from service.door import tenants
from service.door.passwords import Passwords
from service.phrases import Problem
from service.settings import Settings
from service.store import (
    Candidate,
    CandidateVersion,
    CaseEvent,
    Contact,
    ContactWish,
    Employer,
    Placement,
    Role,
    Store,
    Tenant,
    User,
    now,
)
from service.upgrade import upgrade

TENANT, TEAM, SUPERVISOR = "Prøvekvartal", "nord", "teamleder"
CONSULTANTS = [f"konsulent-{n:02}" for n in range(1, 11)]
WISHES = ("noget med planter", "at arbejde med hænderne", "et roligt sted", "at være ude", "at lave mad")
KINDS_USED = 12  # kinds of work used: few enough that some come twice
DAYS = 450  # days over which people were enrolled, so that the quarter has starts of people enrolled long before
FOLLOWED = (3, 7, 14, 21, 28, 60, 90)  # days after a start on which most jobs are followed up
COLUMNS: dict[str, tuple[str, ...]] = {
    "candidates": ("label", "consultant", "referred", "enrolled", "in_work", "closed"),
    "employers": ("employer", "name"),
    "contacts": ("contact", "consultant", "employer", "day", "kind", "face_to_face", "wishes"),
    "wishes": ("contact", "candidate", "statement"),
    "placements": (
        "placement",
        "candidate",
        "employer",
        "title",
        "kind",
        "employment",
        "contract",
        "paid",
        "began",
        "hours",
        "ended",
        "end_reason",
        "undone",
    ),
    "events": ("candidate", "placement", "kind", "day", "before", "after", "undone"),
}
Row = dict[str, Any]
Tables = dict[str, list[Row]]
Day = datetime.date


def write(folder: Path, people: int, seed: int, quarter: Quarter) -> None:
    """Write the files, one a table. people: their number before some are deleted."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in Invented(people, seed, quarter).tables().items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            table = csv.DictWriter(file, COLUMNS[name])
            table.writeheader()
            table.writerows({column: _cell(row[column]) for column in COLUMNS[name]} for row in rows)


def _cell(value: object) -> object:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else value


class Invented:
    """The events of invented people until the end of a quarter."""

    def __init__(self, people: int, seed: int, quarter: Quarter) -> None:
        self.chance = random.Random(seed)  # noqa: S311 invented people
        self.people, self.end = people, quarter.last

    def tables(self) -> Tables:
        """All rows, without those of deleted people."""
        tables: Tables = {name: [] for name in COLUMNS}
        tables["employers"] = [{"employer": f"V-{n:03}", "name": f"Virksomhed {n:03}"} for n in range(1, 41)]
        tables["candidates"] = [self._person(n) for n in range(1, self.people + 1)]
        for person in tables["candidates"]:
            for _ in range(self.chance.choices((0, 1, 2, 3), (45, 35, 14, 6))[0]):
                self._job(tables, person)
        self._contacts(tables)
        return self._without_deleted(tables)

    def _after(self, day: Day, least: int, most: int) -> Day:
        return day + datetime.timedelta(days=self.chance.randint(least, most))

    def _or_none(self, share: float, value: Any) -> Any:
        """None for that share of the rows, as if somebody forgot to write the value."""
        return None if self.chance.random() < share else value

    def _person(self, number: int) -> Row:
        enrolled = self._after(self.end, -DAYS, 0)
        closed = self._after(enrolled, 60, 400) if self.chance.random() < 0.3 else None
        return {
            "label": f"F-{number:03}",
            "consultant": self.chance.choice(CONSULTANTS),
            "referred": self._or_none(0.06, self._after(enrolled, -28, 0)),
            "enrolled": self._or_none(0.04, enrolled),
            "in_work": self._or_none(0.08, self.chance.random() < 0.13),
            "closed": closed if closed and closed <= self.end else None,
            "since": enrolled,
        }

    def _job(self, tables: Tables, person: Row) -> None:
        began = self._after(person["since"], -20 if self.chance.random() < 0.1 else 10, 200)
        if began > self.end:
            return
        kind = self.chance.choice(kinds()[:KINDS_USED])
        ended = self._or_none(0.5, self._after(began, 0, 250))
        job = {
            "placement": f"J-{len(tables['placements']) + 1:03}",
            "candidate": person["label"],
            "employer": self._or_none(0.05, self.chance.choice(tables["employers"])["employer"]),
            "title": kind.danish,
            "kind": self._or_none(0.08, kind.code),
            "employment": self.chance.choices(("ordinary", "subsidised", "fleksjob", "unclear"), (85, 6, 5, 4))[0],
            "contract": self.chance.choices(("permanent", "temporary", "on_call"), (6, 3, 1))[0],
            "paid": self.chance.random() < 0.92,
            "began": began,
            "hours": self._or_none(0.08, self._hours()),
            "ended": ended if ended and ended <= self.end else None,
            "end_reason": "other" if ended and ended <= self.end else None,
            "undone": self.chance.random() < 0.03,
        }
        tables["placements"].append(job)
        self._events(tables["events"], job)

    def _hours(self) -> float:
        few = self.chance.random() < 0.15
        return self.chance.choice((1.0, 2.5, 3.0, 3.5) if few else (4.0, 6.0, 7.5, 10.0, 12.0, 15.0, 20.0, 37.0))

    def _events(self, events: list[Row], job: Row) -> None:
        """A start, changes of hours, follow-ups, and the end."""
        of = {"candidate": job["candidate"], "placement": job["placement"], "before": None, "after": None}
        of["undone"] = False
        last = job["ended"] or self.end
        events.append({**of, "kind": "started", "day": job["began"]})
        if self.chance.random() < 0.3 and (day := self._after(job["began"], 10, 120)) <= last:
            change = {"kind": "hours_changed", "day": day, "before": job["hours"], "after": self._hours()}
            events.append({**of, **change, "undone": self.chance.random() < 0.1})
        followed = [job["began"] + datetime.timedelta(days=days) for days in FOLLOWED]
        done = [day for day in followed if day <= last and self.chance.random() < 0.7]
        events += [{**of, "kind": "follow_up", "day": day} for day in done]
        if job["ended"]:
            events.append({**of, "kind": "ended", "day": job["ended"]})

    def _contacts(self, tables: Tables) -> None:
        """Up to seven contacts a week for each consultant, most of them for the wishes of one or two candidates."""
        for consultant in CONSULTANTS:
            own = [person for person in tables["candidates"] if person["consultant"] == consultant]
            for week in range(0, DAYS, 7):
                for _ in range(self.chance.randint(0, 7)):
                    self._contact(tables, consultant, own, self._after(self.end, -week - 6, -week))

    def _contact(self, tables: Tables, consultant: str, own: list[Row], day: Day) -> None:
        kind = self.chance.choices(("visit", "call", "mail"), (6, 3, 1))[0]
        open_cases = [
            person for person in own if person["since"] <= day and not (person["closed"] and person["closed"] < day)
        ]
        served = self.chance.sample(open_cases, min(len(open_cases), self.chance.choice((0, 1, 1, 1, 2))))
        contact = {
            "contact": f"K-{len(tables['contacts']) + 1:04}",
            "consultant": consultant,
            "employer": self.chance.choice(tables["employers"])["employer"],
            "day": day,
            "kind": kind,
            "face_to_face": kind == "visit",
            "wishes": len(served),
        }
        tables["contacts"].append(contact)
        tables["wishes"] += [
            {"contact": contact["contact"], "candidate": person["label"], "statement": self.chance.choice(WISHES)}
            for person in served
        ]

    def _without_deleted(self, tables: Tables) -> Tables:
        """Delete one person in twenty with their rows; a contact keeps the number of wishes that it served."""
        labels = [person["label"] for person in tables["candidates"]]
        gone = set(self.chance.sample(labels, len(labels) // 20))
        return {
            name: [row for row in rows if not {row.get("label"), row.get("candidate")} & gone]
            for name, rows in tables.items()
        }


# --- into a service ---


def fill(settings: Settings, folder: Path) -> list[SignIn]:
    """Put the files into a new tenant; return how its users sign in. Problem if the database has a tenant already."""
    store = Store(settings.database_url)
    upgrade(store.engine)
    with store.reading() as db:
        if db.scalars(select(Tenant.id)).first():
            raise Problem("stop.real_data", path=settings.data)
    tenants.create(store, Passwords(settings), settings, TENANT, "administrator")
    people = _people(store, Passwords(settings))
    with store.writing() as db:
        Filled(db, folder).fill()
    store.close()
    return people


def _people(store: Store, passwords: Passwords) -> list[SignIn]:
    roles: dict[str, Role] = {SUPERVISOR: "supervisor", **dict.fromkeys(CONSULTANTS, "consultant")}
    people = [SignIn(name, secrets.token_urlsafe(12)) for name in roles]
    kept = {person.name: passwords.hashed(person.password) for person in people}
    with store.writing() as db:
        tenant = db.scalars(select(Tenant.id).where(Tenant.name == TENANT)).one()
        for name, role in roles.items():
            db.add(User(tenant_id=tenant, name=name, role=role, team=TEAM, password=kept[name]))
    return people


class Filled:
    """Puts the rows of the files into a tenant. Ids are new: an id in a file only names a row."""

    def __init__(self, db: Session, folder: Path) -> None:
        self.db, self.folder = db, folder
        self.tenant = db.scalars(select(Tenant.id).where(Tenant.name == TENANT)).one()
        self.users = {name: id_ for id_, name in db.execute(select(User.id, User.name))}

    def fill(self) -> None:
        """Put the rows in, each after the rows that it refers to."""
        employers = self._ids("employers", "employer", self._employer)
        candidates = self._ids("candidates", "label", self._candidate)
        contacts = self._ids("contacts", "contact", lambda row: self._contact(row, employers))
        for row in self._rows("wishes"):
            of = contacts[row["contact"]], candidates[row["candidate"]]
            self.db.add(ContactWish(contact_id=of[0], candidate_id=of[1], statement=row["statement"]))
        placements = self._ids("placements", "placement", lambda row: self._placement(row, candidates, employers))
        self.db.add_all(_event(row, candidates, placements) for row in self._rows("events"))

    def _rows(self, name: str) -> list[dict[str, str]]:
        with (self.folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    def _ids(self, name: str, column: str, make_row: Callable[[dict[str, str]], Any]) -> dict[str, str]:
        """Id of a row in a file -> its new id."""
        rows = [(row[column], make_row(row)) for row in self._rows(name)]
        self.db.add_all(row for _, row in rows)
        self.db.flush()
        return {called: row.id for called, row in rows}

    def _employer(self, row: Mapping[str, str]) -> Employer:
        return Employer(tenant_id=self.tenant, key=key(row["name"]), name=row["name"])

    def _candidate(self, row: Mapping[str, str]) -> Candidate:
        enrolled = _day(row["enrolled"])
        candidate = Candidate(
            tenant_id=self.tenant,
            owner_id=self.users[row["consultant"]],
            label=row["label"],
            created=_moment(enrolled) or now(),
            closed=_moment(_day(row["closed"])),
            referred=_day(row["referred"]),
            enrolled=enrolled,
            in_work=_yes(row["in_work"]),
        )
        self.db.add(candidate)
        self.db.flush()
        record = Record(id=candidate.id, goals=WISHES[:1]).model_dump_json(exclude_defaults=True)
        self.db.add(CandidateVersion(candidate_id=candidate.id, version=1, by=candidate.owner_id, record=record))
        return candidate

    def _contact(self, row: Mapping[str, str], employers: Mapping[str, str]) -> Contact:
        return Contact(
            tenant_id=self.tenant,
            employer_id=employers[row["employer"]],
            by=self.users[row["consultant"]],
            day=_day(row["day"]),
            kind=row["kind"],
            face_to_face=_yes(row["face_to_face"]),
            purpose="At høre, hvad der er brug for",
            wishes=int(row["wishes"]),
        )

    def _placement(
        self, row: Mapping[str, str], candidates: Mapping[str, str], employers: Mapping[str, str]
    ) -> Placement:
        return Placement(
            candidate_id=candidates[row["candidate"]],
            employer_id=employers.get(row["employer"]),
            title=row["title"],
            kind=row["kind"] or None,
            employment=row["employment"],
            contract=row["contract"],
            paid=_yes(row["paid"]),
            began=_day(row["began"]),
            hours=_number(row["hours"]),
            ended=_day(row["ended"]),
            end_reason=row["end_reason"] or None,
            by=self.users[SUPERVISOR],
            undone=now() if _yes(row["undone"]) else None,
        )


def _event(row: Mapping[str, str], candidates: Mapping[str, str], placements: Mapping[str, str]) -> CaseEvent:
    hours = {"before": _number(row["before"]), "after": _number(row["after"])}
    return CaseEvent(
        candidate_id=candidates[row["candidate"]],
        kind=row["kind"],
        placement_id=placements[row["placement"]],
        day=_day(row["day"]),
        details=json.dumps(hours) if row["kind"] == "hours_changed" else "{}",
        by=SUPERVISOR,
        undone=now() if _yes(row["undone"]) else None,
    )


def _day(text: str) -> Day | None:
    return Day.fromisoformat(text) if text else None


def _moment(day: Day | None) -> datetime.datetime | None:
    return datetime.datetime.combine(day, datetime.time(12), datetime.UTC) if day else None


def _number(text: str) -> float | None:
    return float(text) if text else None


def _yes(text: str) -> bool | None:
    return text == "yes" if text else None
