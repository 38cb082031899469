"""The figures of a quarter by pandas, written from their definitions and from nothing of the service: the oracle.

``sheet(tables, first, until)`` takes data frames as the files of ``ipsmatch service quarter`` hold them, and gives
{figure: (numerator, denominator or None, value or None, {reason: how many were left out})}.
"""

import pandas as pd

DAY = pd.Timedelta(days=1)
DATES = {
    "candidates": ["referred", "enrolled", "closed"],
    "contacts": ["day"],
    "placements": ["began", "ended"],
    "events": ["day"],
}
YES = {"yes": True, "no": False}


def read(folder):
    """The files, with days as days and yes and no as what they are."""
    names = ("candidates", "employers", "contacts", "wishes", "placements", "events")
    tables = {name: pd.read_csv(folder / f"{name}.csv", dtype=str) for name in names}
    return typed(tables)


def typed(tables):
    for name, columns in DATES.items():
        for column in columns:
            tables[name][column] = pd.to_datetime(tables[name][column])
    for column in ("paid", "undone"):
        tables["placements"][column] = tables["placements"][column] == "yes"
    tables["events"]["undone"] = tables["events"]["undone"] == "yes"
    tables["contacts"]["face_to_face"] = tables["contacts"]["face_to_face"] == "yes"
    tables["contacts"]["wishes"] = pd.to_numeric(tables["contacts"]["wishes"])
    tables["placements"]["hours"] = pd.to_numeric(tables["placements"]["hours"])
    tables["events"]["after"] = pd.to_numeric(tables["events"]["after"])
    return tables


def reasons(labels):
    """How often each reason was told; a blank is none."""
    return {str(name): int(n) for name, n in labels.dropna().value_counts().items()}


def share(yes, left=None):
    n, of = int(yes.sum()), len(yes)
    return n, of, n / of if of else None, reasons(left if left is not None else pd.Series(dtype=object))


def count(n, left):
    return int(n), None, float(n), reasons(left)


def median(days, left):
    return len(days), None, float(days.median()) if len(days) else None, reasons(left)


def days_of(series):
    """Days, also where there are none to tell it by."""
    return pd.to_datetime(series)


def days_at(keys, days):
    """The day of each key, as a column beside the keys."""
    return days_of(pd.Series(days.reindex(keys).to_numpy(), index=keys.index))


def labelled(*parts):
    """A series with each reason as often as its mask is true."""
    return pd.Series([name for name, mask in parts for _ in range(int(mask.sum()))], dtype=object)


def sheet(tables, first, until):
    first, until = pd.Timestamp(first), pd.Timestamp(until)
    people = tables["candidates"].set_index("label")
    within = lambda days: days.between(first, until)  # noqa: E731
    over = people.closed < first
    made = {}

    # Coming in
    referred = within(people.referred)
    no_referral = people.referred.isna() & ~(people.enrolled < first) & ~over
    made["referrals"] = count(referred.sum(), labelled(("referred", no_referral)))
    known = people[referred & people.in_work.notna()]
    left = labelled(("referred", no_referral), ("in_work", referred & people.in_work.isna()))
    made["in_work_at_referral"] = share(known.in_work == "yes", left)
    no_enrolment = people.enrolled.isna() & ~(people.referred > until) & ~over
    made["enrolled"] = count(within(people.enrolled).sum(), labelled(("enrolled", no_enrolment)))

    # The first employer met for a person
    wishes = tables["wishes"].merge(tables["contacts"], on="contact")
    met = wishes[wishes.face_to_face & (wishes.day <= until)].merge(
        people.enrolled, left_on="candidate", right_index=True
    )
    met = met[met.enrolled.isna() | (met.day >= met.enrolled)].groupby("candidate").day.min()
    met = days_of(met.reindex(people.index))
    due = people.enrolled + 30 * DAY
    in_time, stopped = met <= due, people.closed < due
    of = within(due) & (in_time | ~stopped)
    no_start = people.enrolled.isna() & ~(people.referred > until - 30 * DAY) & ~over
    left = labelled(("closed", within(due) & ~in_time & stopped), ("enrolled", no_start))
    made["contact_within_thirty"] = share(in_time[of], left)
    waits = (people.enrolled <= until) & ~(people.closed <= until)
    left = labelled(("enrolled", within(met) & people.enrolled.isna()), ("not_yet", met.isna() & waits))
    made["days_to_contact"] = median((met - people.enrolled)[within(met)].dropna().dt.days, left)

    # Starts
    jobs = starts(tables, people, until)
    began, started = within(jobs.began), within(jobs.start)
    made["starts"] = count(started.sum(), jobs.why[began])
    firsts = jobs[jobs.start.notna()].sort_values(["start", "id"]).groupby("candidate").first()
    firsts = firsts.reindex(people.index).assign(start=lambda frame: days_of(frame.start))
    blank = days_of(jobs[jobs.why == "hours"].groupby("candidate").began.min().reindex(people.index))
    doubtful = blank < firsts.start
    first_now = within(firsts.start)
    rank = {"hours": 0, "few_hours": 1, "unpaid": 2, "before": 3}
    none_yet = jobs[began & jobs.why.notna() & jobs.candidate.isin(firsts.index[firsts.start.isna()])]
    told = none_yet.assign(rank=none_yet.why.map(rank)).sort_values("rank").groupby("candidate").why.first()
    left = pd.concat([told, labelled(("earlier", first_now & doubtful))])
    made["into_work"] = count((first_now & ~doubtful).sum(), left)
    left = labelled(
        ("earlier", first_now & doubtful),
        ("enrolled", first_now & ~doubtful & people.enrolled.isna()),
        ("not_yet", firsts.start.isna() & waits),
    )
    days = (firsts.start - people.enrolled)[first_now & ~doubtful].dropna().dt.days
    made["days_to_start"] = median(days, left)
    group = (people.in_work != "yes") & ~over
    out = group & (people.in_work == "no") & (people.enrolled <= until)
    had, unsure = firsts.start.notna(), blank.notna()
    left = labelled(
        ("in_work", group & people.in_work.isna() & (people.enrolled <= until)),
        ("enrolled", group & no_enrolment),
        ("hours", out & ~had & unsure),
    )
    made["employment"] = share(had[out & (had | ~unsure)], left)
    closed = days_at(jobs.candidate, people.closed)
    for n in (30, 90):
        day = jobs.start + n * DAY
        lost = jobs.ended.isna() & (closed < day)
        left = labelled(("closed", within(day) & lost), ("hours", within(jobs.began + n * DAY) & (jobs.why == "hours")))
        made[f"kept_{n}"] = share((jobs.ended.isna() | (jobs.ended >= day))[within(day) & ~lost], left)

    # Variety, and ordinary jobs
    new = jobs[started]
    for name, column, reason in (("employers_differ", "employer", "employer"), ("work_differs", "kind", "work")):
        known = new[column].dropna()
        made[name] = share(~known.duplicated(), labelled((reason, new[column].isna())))
    unclear = new.employment.isin(["unclear", "mixed"])
    made["ordinary"] = share(new.employment[~unclear] == "ordinary", labelled(("employment", unclear)))

    # Contacts
    contacts = tables["contacts"][within(tables["contacts"].day)]
    made["contacts"] = count(len(contacts), pd.Series(dtype=object))
    made["face_to_face"] = share(contacts.face_to_face)
    made["for_a_wish"] = share(contacts.wishes > 0)
    return made


def starts(tables, people, until):
    """Each job begun by then that was not written down by mistake: the day it is a start, or why it is none."""
    jobs = tables["placements"]
    jobs = jobs[~jobs.undone & (jobs.began <= until)].rename(columns={"placement": "id"})
    events = tables["events"]
    changes = events[(events.kind == "hours_changed") & ~events.undone][["placement", "day", "after"]]
    steps = jobs[["id", "began", "hours", "ended"]].assign(day=jobs.began)
    later = changes.rename(columns={"placement": "id", "after": "hours"}).merge(jobs[["id", "began", "ended"]], on="id")
    later = later[(later.day <= until) & ~(later.day > later.ended)]
    later["day"] = later[["day", "began"]].max(axis=1)
    steps = pd.concat([steps, later]) if len(later) else steps
    enough = days_of(steps[steps.hours >= 4].groupby("id").day.min())
    blank = steps[steps.hours.isna()].id.unique()
    why = pd.Series("few_hours", index=jobs.index, dtype=object)
    why[jobs.id.isin(blank)] = "hours"
    start = days_at(jobs.id, enough)
    why[start.notna()] = None
    before = jobs.began < days_at(jobs.candidate, people.enrolled)
    why[before], start[before] = "before", pd.NaT
    why[~jobs.paid], start[~jobs.paid] = "unpaid", pd.NaT
    return jobs.assign(start=start, why=why)
