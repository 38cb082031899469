"""The figures of a quarter: the borderline cases one by one, and all of them held against a sheet made by pandas."""

import datetime
import json

import pandas as pd
import pytest
import sheet
from hypothesis import given, settings
from hypothesis import strategies as st
from sizes import size

from service.cases.outcomes import Counting, Programme, Quarter
from service.problems import Refused
from service.quarter import COLUMNS
from service.store import Candidate, CaseEvent, Contact, Placement

QUARTER = Quarter(2026, 4)
LATER = datetime.date(2027, 6, 1)  # a day on which the quarter is over
NOON = datetime.time(12)


def day(text):
    return datetime.date.fromisoformat(text)


def moment(date):
    return date and datetime.datetime.combine(date, NOON, datetime.UTC)


def case(id_="c", *, referred="2026-10-01", enrolled="2026-10-05", in_work=False, closed=None):
    days = [value and day(value) for value in (referred, enrolled, closed)]
    return Candidate(id=id_, referred=days[0], enrolled=days[1], in_work=in_work, closed=moment(days[2]))


def job(id_="j", began="2026-10-12", of="c", ended=None, hours=10.0, paid=True, **others):
    kept = {"employer_id": "e", "kind": "kitchen", "employment": "ordinary"} | others
    ends = ended and day(ended)
    return Placement(id=id_, candidate_id=of, began=day(began), ended=ends, hours=hours, paid=paid, **kept)


def change(on, after, of="j"):
    return CaseEvent(placement_id=of, day=day(on), details=json.dumps({"before": None, "after": after}))


def figures(*cases, jobs=(), changes=(), contacts=(), met=None, wishes=None, today=LATER, quarter=QUARTER):
    programme = Programme(cases, jobs, changes, contacts, met or {}, wishes or {})
    return {figure.name: figure for figure in Counting(programme, quarter, today).figures()}


def told(figure):
    return figure.numerator, figure.denominator, {reason: len(items) for reason, items in figure.left_out.items()}


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026-Q1", "2026-01-01", "2026-03-31"),
        ("2026-Q4", "2026-10-01", "2026-12-31"),
        ("2028-Q1", "2028-01-01", "2028-03-31"),
    ],
)
def test_a_quarter_is_three_months(text, first, last):
    quarter = Quarter.written(text)
    assert (str(quarter), quarter.first, quarter.last) == (text, day(first), day(last))
    assert Quarter.of(quarter.first) == Quarter.of(quarter.last) == quarter
    assert quarter.after.before == quarter


@pytest.mark.parametrize("text", ["", "2026", "2026-Q5", "2026-q4", "1999-Q1", "2026-Q44"])
def test_what_is_no_quarter_is_refused(text):
    with pytest.raises(Refused):
        Quarter.written(text)


def test_a_blank_day_of_referral_is_told_where_the_quarter_could_be_the_one():
    blank = case(referred=None)
    assert told(figures(blank)["referrals"]) == (0, None, {"referred": 1})
    assert told(figures(case(referred=None, enrolled="2026-09-30"))["referrals"]) == (0, None, {})
    assert told(figures(case(referred=None, enrolled=None, closed="2026-09-30"))["referrals"]) == (0, None, {})
    assert told(figures(case("a"), blank, case("b", in_work=None))["in_work_at_referral"]) == (
        0,
        1,
        {"in_work": 1, "referred": 1},
    )


@pytest.mark.parametrize(
    ("begun", "starts", "left_out"),
    [
        (job(hours=4.0), 1, {}),
        (job(hours=3.9), 0, {"few_hours": 1}),
        (job(hours=None), 0, {"hours": 1}),
        (job(paid=False), 0, {"unpaid": 1}),
        (job(began="2026-10-04"), 0, {"before": 1}),  # had before enrolment
        (job(began="2026-10-05"), 1, {}),  # on its day
        (job(began="2027-01-01"), 0, {}),
    ],
)
def test_a_start_is_a_job_of_four_paid_hours_that_the_person_did_not_have_before(begun, starts, left_out):
    made = figures(case(), jobs=[begun])
    assert told(made["starts"]) == told(made["into_work"]) == (starts, None, left_out)


def test_a_job_that_grows_into_four_hours_starts_on_that_day():
    small = job(began="2026-10-12", hours=3.0)
    grown = figures(case(), jobs=[small], changes=[change("2026-11-20", 5.0)])
    assert [item.day for item in grown["starts"].counted] == [day("2026-11-20")]
    after_the_end = job(began="2026-10-12", hours=3.0, ended="2026-11-01")
    assert told(figures(case(), jobs=[after_the_end], changes=[change("2026-11-20", 5.0)])["starts"]) == (
        0,
        None,
        {"few_hours": 1},
    )


def test_second_jobs_and_several_at_once_are_starts_of_one_person():
    made = figures(case(), jobs=[job("a"), job("b"), job("c", began="2026-12-01")])
    assert (made["starts"].numerator, made["into_work"].numerator) == (3, 1)
    assert told(made["employers_differ"]) == told(made["work_differs"]) == (1, 3, {})


def test_a_first_start_after_a_job_of_unknown_hours_may_not_have_been_the_first():
    made = figures(case(), jobs=[job("a", hours=None), job("b", began="2026-12-01")])
    assert told(made["into_work"]) == (0, None, {"earlier": 1})
    assert told(made["starts"]) == (1, None, {"hours": 1})
    assert told(made["days_to_start"]) == (0, None, {"earlier": 1})


def test_a_start_on_a_later_day_than_today_has_not_happened():
    assert told(figures(case(), jobs=[job(began="2026-12-01")], today=day("2026-11-30"))["starts"]) == (0, None, {})


def test_employment_is_of_people_out_of_work_at_referral_whose_case_was_open():
    people = (
        case("had", enrolled="2026-01-05"),
        case("none"),
        case("works", in_work=True),
        case("blank", in_work=None),
        case("over", closed="2026-09-30"),
        case("unsure"),
    )
    jobs = [job("a", of="had", began="2026-02-01", ended="2026-03-01"), job("b", of="unsure", hours=None)]
    assert told(figures(*people, jobs=jobs)["employment"]) == (1, 2, {"hours": 1, "in_work": 1})


@pytest.mark.parametrize(
    ("ended", "closed", "kept"),
    [
        (None, None, (1, 1, {})),  # no end written down: still there
        ("2026-11-11", None, (1, 1, {})),  # the thirtieth day was the last
        ("2026-11-10", None, (0, 1, {})),
        (None, "2026-11-10", (0, 0, {"closed": 1})),  # nobody followed any more
        ("2026-11-10", "2026-11-10", (0, 1, {})),
    ],
)
def test_a_start_is_kept_when_the_person_still_has_the_job_on_the_day(ended, closed, kept):
    made = figures(case(closed=closed), jobs=[job(began="2026-10-12", ended=ended)])
    assert told(made["kept_30"]) == kept


def test_retention_is_of_the_quarter_in_which_the_day_falls():
    begun = [job(began="2026-10-12")]  # the ninetieth day is 10 January
    assert told(figures(case(), jobs=begun)["kept_90"]) == (0, 0, {})
    assert told(figures(case(), jobs=begun, quarter=Quarter(2027, 1))["kept_90"]) == (1, 1, {})
    assert told(figures(case(), jobs=begun, quarter=Quarter(2027, 1), today=day("2027-01-09"))["kept_90"]) == (0, 0, {})


@pytest.mark.parametrize(
    ("met", "closed", "in_time"),
    [
        (["2026-11-04"], None, (1, 1, {})),  # the thirtieth day
        (["2026-11-05"], None, (0, 1, {})),
        (["2026-10-01"], None, (0, 1, {})),  # before enrolment: not within it
        ([], "2026-10-20", (0, 0, {"closed": 1})),
        (["2026-10-07"], "2026-10-20", (1, 1, {})),
    ],
)
def test_the_clock_runs_from_enrolment_to_the_first_employer_met_for_the_person(met, closed, in_time):
    made = figures(case(closed=closed), met={"c": [day(text) for text in met]})
    assert told(made["contact_within_thirty"]) == in_time


def test_a_median_says_how_many_wait_and_whose_enrolment_is_blank():
    people = (case("a"), case("b"), case("waits"), case("blank", enrolled=None))
    met = {"a": [day("2026-10-06")], "b": [day("2026-10-25")], "blank": [day("2026-10-25")]}
    figure = figures(*people, met=met)["days_to_contact"]
    assert (figure.value, told(figure)) == (10.5, (2, None, {"enrolled": 1, "not_yet": 1}))


def test_ordinary_jobs_are_counted_of_those_that_are_clear():
    jobs = [job("a"), job("b", employment="fleksjob"), job("c", employment="unclear")]
    assert told(figures(case(), jobs=jobs)["ordinary"]) == (1, 2, {"employment": 1})


def test_a_contact_for_a_wish_counts_as_that_after_the_person_is_deleted():
    met = [
        Contact(id="k", day=day("2026-10-12"), face_to_face=True, wishes=2),
        Contact(id="l", day=day("2026-10-13"), face_to_face=False, wishes=0),
    ]
    figure = figures(case(), contacts=met, wishes={"k": 1})["for_a_wish"]
    assert (told(figure), figure.deleted) == ((1, 2, {}), 1)


# --- all of them against pandas ---

SMALL = st.dates(day("2026-08-20"), day("2027-01-10"))
BLANK = st.none() | SMALL


@st.composite
def programmes(draw):
    """Tables of a small programme, as the files hold them."""
    labels = [f"F-{n}" for n in range(draw(st.integers(1, 5)))]
    yes = st.sampled_from(["yes", "no"])
    people = [
        {
            "label": label,
            "referred": draw(BLANK),
            "enrolled": draw(BLANK),
            "in_work": draw(st.none() | yes),
            "closed": draw(st.none() | SMALL),
        }
        for label in labels
    ]
    hours = st.none() | st.sampled_from([3.0, 4.0, 7.5])
    jobs = [
        {
            "placement": f"J-{n}",
            "candidate": draw(st.sampled_from(labels)),
            "employer": draw(st.none() | st.sampled_from(["V-1", "V-2"])),
            "kind": draw(st.none() | st.sampled_from(["kitchen", "garden"])),
            "employment": draw(st.sampled_from(["ordinary", "fleksjob", "unclear", "mixed"])),
            "paid": draw(yes),
            "began": draw(SMALL),
            "hours": draw(hours),
            "ended": draw(BLANK),
            "undone": "no",
        }
        for n in range(draw(st.integers(0, 6)))
    ]
    changes = [
        {
            "placement": draw(st.sampled_from(jobs))["placement"],
            "kind": "hours_changed",
            "day": draw(SMALL),
            "after": draw(hours),
            "undone": "no",
        }
        for _ in range(draw(st.integers(0, 3)) if jobs else 0)
    ]
    contacts = [
        {"contact": f"K-{n}", "day": draw(SMALL), "face_to_face": draw(yes), "wishes": draw(st.integers(0, 2))}
        for n in range(draw(st.integers(0, 4)))
    ]
    wishes = [
        {"contact": contact["contact"], "candidate": label}
        for contact in contacts
        for label in draw(st.sets(st.sampled_from(labels), max_size=contact["wishes"]))
    ]
    return {"candidates": people, "contacts": contacts, "wishes": wishes, "placements": jobs, "events": changes}


def of_tables(tables):
    """The same programme as the service's rows."""
    people = [
        Candidate(
            id=row["label"],
            referred=row["referred"],
            enrolled=row["enrolled"],
            in_work={"yes": True, "no": False}.get(row["in_work"]),
            closed=moment(row["closed"]),
        )
        for row in tables["candidates"]
    ]
    jobs = [
        Placement(
            id=row["placement"],
            candidate_id=row["candidate"],
            employer_id=row["employer"],
            paid=row["paid"] == "yes",
            **{name: row[name] for name in ("kind", "employment", "began", "hours", "ended")},
        )
        for row in tables["placements"]
    ]
    changes = [change(str(row["day"]), row["after"], row["placement"]) for row in tables["events"]]
    contacts = [
        Contact(id=row["contact"], day=row["day"], face_to_face=row["face_to_face"] == "yes", wishes=row["wishes"])
        for row in tables["contacts"]
    ]
    of = {contact.id: contact for contact in contacts}
    met = {}
    for wish in tables["wishes"]:
        if of[wish["contact"]].face_to_face:
            met.setdefault(wish["candidate"], []).append(of[wish["contact"]].day)
    return Programme(people, jobs, changes, contacts, met, {})


def frames(tables):
    return sheet.typed(
        {name: pd.DataFrame(rows, columns=COLUMNS[name]).astype(object) for name, rows in tables.items()}
    )


@settings(max_examples=size(30, 3000), deadline=None)
@given(tables=programmes(), today=st.sampled_from([day("2026-11-20"), LATER]))
def test_the_figures_of_any_small_programme_are_those_of_the_sheet(tables, today):
    made = Counting(of_tables(tables), QUARTER, today).figures()
    expected = sheet.sheet(frames(tables), QUARTER.first, min(QUARTER.last, today))
    assert {figure.name: (*told(figure)[:2], figure.value, told(figure)[2]) for figure in made} == expected
