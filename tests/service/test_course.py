"""After a yes: steps in any order, the clock, disclosure, a job from start to end, and what I dag says of it."""

import datetime
import itertools
import re

import pytest
from conftest import lines
from hypothesis import given
from hypothesis import strategies as st
from places import NUMBERS

from service.cases import course, followup
from service.cases.enrolment import clock
from service.store import CaseEvent, Contact, ContactWish, Decision, Employer, Placement, now

ADS = "\n".join(lines("vacancies.jsonl")[:6])
PROFILE = {"goals": ["gartner"], "constraints": {"weekly_hours": {"max": 20}}}
TODAY = datetime.date.today()
STEPS = ("contacted", "applied", "interview", "offer", "refused", "withdrawn")


def day(n):
    return (TODAY + datetime.timedelta(days=n)).isoformat()


@pytest.fixture(scope="module")
def stocked(place):
    place.feed.post("/v1/vacancies?format=jsonl", content=ADS)
    place.index_of(6)
    return place


@pytest.fixture
def somebody(stocked):
    """A consultant with nobody else."""
    return stocked.user("consultant", "north")


class Case:
    """A candidate's case, as the API has it."""

    def __init__(self, who):
        self.who = who
        self.id = who.post("/v1/candidates", json=PROFILE | {"label": f"Sag {next(NUMBERS)}"}).json()["candidate_id"]
        self.path = f"/v1/candidates/{self.id}"

    def post(self, path, status=201, **body):
        answer = self.who.post(f"{self.path}/{path}", json=body)
        assert answer.status_code == status, answer.text
        return answer.json()

    def put(self, path, status=200, **body):
        answer = self.who.put(f"{self.path}/{path}", json=body)
        assert answer.status_code == status, answer.text
        return answer.json()

    def refused(self, path, **body):
        """The fields that are named as wrong."""
        answer = self.who.post(f"{self.path}/{path}", json=body)
        assert answer.status_code == 422, answer.text
        return [error["field"] for error in answer.json()["errors"]]

    def yes(self, vacancy, kind="shortlist"):
        return self.post("decisions", vacancy_id=vacancy, kind=kind)["decision_id"]

    def step(self, kind, vacancy="v001", **more):
        return self.post("steps", kind=kind, vacancy_id=vacancy, **more)["event_id"]

    def undo(self, event, status=200):
        return self.post(f"steps/{event}/undo", status)

    def start(self, **more):
        sent = {"vacancy_id": "v001", "hours": 12, "paid": True} | more
        return self.post("placements", **sent)["placement_id"]

    def employer(self, vacancy):
        """The employer of an ad, in the register."""
        name = self.who.get(f"/v1/vacancies/{vacancy}").json()["record"]["employer"]
        self.who.post("/v1/employers", json={"name": name})
        found = self.who.get("/v1/employers", params={"text": name}).json()["employers"]
        return next(row["id"] for row in found if row["name"] == name)

    @property
    def course(self):
        return self.who.get(f"{self.path}/course").json()

    @property
    def states(self):
        return {p["vacancy_id"] or p["employer_id"]: p["state"] for p in self.course["pursuits"]}

    @property
    def placement(self):
        return self.course["placements"][0]


@pytest.fixture
def case(somebody):
    return Case(somebody)


def urgent(who):
    """What stands under what is urgent on I dag, in plain words."""
    text = who.get("/", headers={"Accept": "text/html", "Accept-Language": "da"}).text
    part = text.partition('<section class="urgent"')[2].partition("</section>")[0]
    return " ".join(re.sub(r"<[^>]*>", " ", part).split())


# --- steps ---


def test_a_yes_and_a_maybe_are_pursued_and_a_no_is_not(case):
    case.yes("v001")
    case.yes("v002", "maybe")
    case.post("decisions", vacancy_id="v003", kind="reject", reason="too_far", whose="person")
    assert case.states == {"v001": "chosen", "v002": "chosen"}


def test_steps_may_be_skipped_and_come_in_any_order_and_the_latest_by_its_day_counts(case):
    case.yes("v001")
    case.step("interview", day=day(-2))
    case.step("contacted", day=day(-9), next_step="ring igen", next_day=day(1))
    (pursuit,) = case.course["pursuits"]
    assert (pursuit["state"], pursuit["since"], pursuit["next_step"]) == ("interview", day(-2), None)
    assert [step["kind"] for step in pursuit["steps"]] == ["contacted", "interview"]


def test_a_step_that_was_taken_back_no_longer_counts_and_cannot_be_taken_back_twice(case):
    case.yes("v001")
    case.step("contacted", next_step="send ansøgning", next_day=day(2))
    offer = case.step("offer")
    assert case.states == {"v001": "offer"}
    assert case.undo(offer)["undone"]
    (pursuit,) = case.course["pursuits"]
    assert (pursuit["state"], pursuit["next_step"], pursuit["next_day"]) == ("contacted", "send ansøgning", day(2))
    case.undo(offer, 409)


def test_a_no_after_a_step_ends_the_pursuit_and_a_later_step_takes_it_up_again(case):
    case.yes("v001")
    case.step("contacted")
    case.post("decisions", vacancy_id="v001", kind="reject", reason="person_says_no", whose="person")
    assert case.states == {"v001": "withdrawn"}
    case.step("interview")
    assert case.states == {"v001": "interview"}


def test_an_employer_without_an_ad_is_pursued_by_its_name_however_that_is_written(case):
    case.post("steps", kind="contacted", employer="Kro ved Aaen A/S")
    case.post("steps", kind="interview", employer="KRO VED AAEN")
    (pursuit,) = case.course["pursuits"]
    assert (pursuit["state"], pursuit["vacancy_id"]) == ("interview", None)


@pytest.mark.parametrize(
    ("sent", "wrong"),
    [
        ({"vacancy_id": "v001", "day": day(1)}, ["day"]),
        ({"vacancy_id": "v001", "day": "0001-01-01"}, ["day"]),
        ({"vacancy_id": "v001", "next_day": day(-1)}, ["next_day"]),
        ({"vacancy_id": "v001", "next_step": "har depression"}, ["next_step"]),
        ({"vacancy_id": "v001", "next_step": "ring til 010185-1234"}, ["next_step"]),
        ({}, ["vacancy_id"]),
        ({"vacancy_id": "v001", "employer": "Kro"}, ["vacancy_id"]),
        ({"employer": "–"}, ["employer"]),
    ],
)
def test_what_cannot_be_is_refused_with_the_field(case, sent, wrong):
    assert case.refused("steps", kind="contacted", **sent) == wrong
    assert case.course["pursuits"] == []


def test_the_same_step_sent_twice_with_one_key_is_one_step(case):
    key = {"Idempotency-Key": f"step-{next(NUMBERS)}"}
    sent = {"kind": "contacted", "vacancy_id": "v001"}
    first, second = (case.who.post(f"{case.path}/steps", json=sent, headers=key).json() for _ in range(2))
    assert first == second
    assert len(case.course["pursuits"][0]["steps"]) == 1


def plain(acts):
    """The state by reading the acts that stand one after another."""
    standing = [(happened, n, kind) for n, (kind, happened, undone) in enumerate(acts) if not undone]
    return max(standing)[2] if standing else "chosen"


@given(st.lists(st.tuples(st.sampled_from(STEPS), st.integers(-30, 0), st.booleans()), max_size=8), st.randoms())
def test_any_order_of_steps_and_undos_gives_the_state_that_reading_them_gives(acts, chance):
    moment = now()
    yes = Decision(id="d", vacancy_id="v", kind="shortlist", at=moment - datetime.timedelta(days=60))
    events = [
        CaseEvent(
            id=str(n),
            kind=kind,
            vacancy_id="v",
            day=TODAY + datetime.timedelta(days=happened),
            details="{}",
            at=moment + datetime.timedelta(seconds=n),
            undone=moment if undone else None,
        )
        for n, (kind, happened, undone) in enumerate(acts)
    ]
    chance.shuffle(events)
    (pursuit,) = course.pursuits([yes], events)
    assert pursuit.state == plain(acts)
    assert len(pursuit.steps) == sum(not undone for *_, undone in acts)


# --- contacts, written down with the employer ---


@pytest.fixture
def contact(case):
    """Write a contact down with the employer of v001, or another, for the candidate's wish."""

    def write(employer_id=None, **fields):
        employer_id = employer_id or case.employer("v001")
        wish = {"candidate_id": case.id, "statement": "gartner"}
        sent = {"day": day(0), "kind": "visit", "purpose": "vacancy", "wishes": [wish]} | fields
        answer = case.who.post(f"/v1/employers/{employer_id}/contacts", json=sent)
        assert answer.status_code == 201, answer.text
        return answer.json()

    return write


def test_a_contact_moves_what_is_pursued_and_says_what_comes_next_until_a_step_is_taken(case, contact):
    case.yes("v001")
    contact(next_step="Ring igen", next_day=day(3))
    (pursuit,) = case.course["pursuits"]
    assert (pursuit["state"], pursuit["next_step"], pursuit["next_day"]) == ("contacted", "Ring igen", day(3))
    case.step("interview")
    assert case.states == {"v001": "interview"}
    contact(next_step="Spørg til svaret")
    (pursuit,) = case.course["pursuits"]
    assert (pursuit["state"], pursuit["next_step"]) == ("interview", "Spørg til svaret")


def test_an_employer_who_was_contacted_without_an_ad_is_pursued_by_that_alone(case, contact):
    made = case.who.post("/v1/employers", json={"name": f"Kroen {next(NUMBERS)}"}).json()["employer_id"]
    contact(made, kind="call", purpose="needs")
    (pursuit,) = case.course["pursuits"]
    assert (pursuit["employer_id"], pursuit["vacancy_id"], pursuit["state"]) == (made, None, "contacted")


def test_a_contact_at_the_workplace_is_a_follow_up_and_starts_nothing_new(case, contact):
    case.yes("v001")
    case.start(day=day(-1))
    contact(purpose="support")
    assert case.states == {"v001": "started"}
    assert case.placement["plan"][0]["done"] == day(0)
    contact(day=day(0), purpose="needs")
    assert case.states == {"v001": "started"}


# --- enrolment and the clock ---


def test_who_is_taken_up_is_enrolled_today_and_it_may_be_corrected_or_not_known(case):
    assert case.course["enrolment"] == {"referred": None, "enrolled": day(0), "in_work": None}
    case.put("enrolment", referred=day(-9), enrolled=day(-5), in_work=False)
    assert case.course["clock"] == {"day": 5, "left": 25, "stopped": False}
    case.put("enrolment", in_work=True)
    assert case.course["enrolment"] == {"referred": None, "enrolled": None, "in_work": True}
    assert case.course["clock"] == {"day": None, "left": None, "stopped": False}


@pytest.mark.parametrize(
    ("sent", "wrong"),
    [
        ({"enrolled": day(1)}, "enrolled"),
        ({"referred": day(1)}, "referred"),
        ({"referred": day(-1), "enrolled": day(-2)}, "referred"),
    ],
)
def test_an_enrolment_that_cannot_be_is_refused(case, sent, wrong):
    assert [error["field"] for error in case.put("enrolment", 422, **sent)["errors"]] == [wrong]


def met(place, case, happened, *, face_to_face=True):
    """A contact with an employer for a wish of the case's person."""
    with place.app.state.service.store.writing() as db:
        name = f"Kro {next(NUMBERS)}"
        employer = Employer(tenant_id=place.tenant_id, key=name, name=name, owner_id=case.who.id)
        db.add(employer)
        db.flush()
        contact = Contact(
            tenant_id=place.tenant_id,
            employer_id=employer.id,
            by=case.who.id,
            day=datetime.date.fromisoformat(happened),
            kind="visit",
            face_to_face=face_to_face,
            purpose="høre om køkkenet",
            next_step="ring igen",
            next_day=TODAY,
            wishes=1,
        )
        db.add(contact)
        db.flush()
        db.add(ContactWish(contact_id=contact.id, candidate_id=case.id, statement="gartner"))
        return employer.id


def test_the_clock_stops_at_the_first_meeting_and_not_at_a_call(stocked, case):
    case.put("enrolment", enrolled=day(-20))
    met(stocked, case, day(-12), face_to_face=False)
    assert case.course["clock"] == {"day": 20, "left": 10, "stopped": False}
    met(stocked, case, day(-8))
    met(stocked, case, day(-3))
    assert case.course["clock"] == {"day": 12, "left": 18, "stopped": True}


def test_the_clock_is_urgent_in_its_last_week_and_when_it_has_run_out():
    enrolled = datetime.date(2026, 11, 1)
    presses = [clock(enrolled, None, enrolled + datetime.timedelta(days=n)).presses for n in (22, 23, 30, 45)]
    assert presses == [False, True, True, True]
    assert not clock(enrolled, enrolled, enrolled + datetime.timedelta(days=45)).presses
    assert not clock(None, None, enrolled).presses


# --- disclosure ---


def test_what_an_employer_may_know_is_a_state_and_a_day_and_changes_no_list(stocked, case):
    before = case.who.get(f"{case.path}/suggestions?k=5").json()["suggestions"]
    employer = met(stocked, case, day(0))
    agreed = case.put(f"disclosures/{employer}", state="nothing")
    assert agreed == {"employer_id": employer, "state": "nothing", "day": day(0)}
    case.put(f"disclosures/{employer}", state="by_person")
    assert [one["state"] for one in case.course["disclosures"]] == ["by_person"]
    assert case.who.get(f"{case.path}/suggestions?k=5").json()["suggestions"] == before


def test_what_an_employer_may_know_leaves_in_nothing_but_the_persons_copy(stocked, case):
    employer = met(stocked, case, day(0))
    case.put(f"disclosures/{employer}", state="through_consultant")
    case.yes("v001")
    html = {"Accept": "text/html"}
    pages = ("/sheet", "/vacancies/v001/call")
    sheets = [case.who.get(f"/candidates/{case.id}{path}", headers=html).text for path in pages]
    log = stocked.auditor.get("/v1/log/export").text
    assert [text for text in [*sheets, log] if "through_consultant" in text or "fortælles af" in text] == []
    assert case.who.get(f"{case.path}/export").json()["disclosures"][0]["state"] == "through_consultant"


# --- a job from its start to its end ---


def test_a_start_is_one_act_and_gives_the_placement_the_step_and_the_kind_of_work(case):
    case.yes("v001")
    case.start()
    placement, title = case.placement, case.who.get("/v1/vacancies/v001").json()["record"]["title"]
    assert (placement["title"], placement["hours"], placement["began"]) == (title, 12, day(0))
    assert placement["kind"]
    assert placement["employer_id"]
    assert case.states == {"v001": "started"}


def test_a_start_sent_twice_is_one_and_the_same_job_can_be_begun_again_after_its_end(case):
    sent = {"vacancy_id": "v001", "hours": 12, "paid": True}
    begun = case.start(**sent)
    case.post("placements", 409, **sent)
    case.post("placements", **sent | {"title": "Vagtplan"})  # another job there
    case.post(f"placements/{begun}/end", reason="temporary_ended")
    case.start(**sent)
    assert len(case.course["placements"]) == 3


def test_a_start_that_was_taken_back_leaves_no_placement_and_the_step_before(case):
    case.step("offer", day=day(-1))
    case.start()
    case.post(f"placements/{case.placement['id']}/follow-ups", with_whom="person")
    started = next(event for event in case.placement["events"] if event["kind"] == "started")
    case.undo(started["id"])
    assert case.course["placements"] == []
    assert case.states == {"v001": "offer"}


@pytest.mark.parametrize(
    ("sent", "wrong"),
    [
        ({"day": day(61)}, "day"),
        ({"hours": 0}, "hours"),
        ({"hours": 61}, "hours"),
        ({"kind": "astronaut"}, "kind"),
        ({"title": "køkken, har angst"}, "title"),
        ({"employment": "wonderful"}, "employment"),
        ({"paid": None}, "paid"),
    ],
)
def test_a_start_that_cannot_be_is_refused(case, sent, wrong):
    assert case.refused("placements", **({"vacancy_id": "v001", "paid": True} | sent)) == [wrong]


def test_hours_change_and_the_first_ones_stay_told(case):
    placement = case.start(day=day(-20))
    case.post(f"placements/{placement}/hours", hours=15, day=day(-10))
    changed = case.post(f"placements/{placement}/hours", hours=18)
    details = [event["details"] for event in case.placement["events"] if event["kind"] == "hours_changed"]
    assert details == [{"before": 12, "after": 15}, {"before": 15, "after": 18}]
    assert case.placement["hours"] == 18
    case.undo(changed["event_id"])
    assert case.placement["hours"] == 15
    assert case.refused(f"placements/{placement}/hours", hours=9, day=day(-21)) == ["day"]


def test_benefits_are_to_be_talked_of_before_an_offer_is_accepted_and_when_hours_change(case):
    case.step("offer")
    assert case.course["pursuits"][0]["asks_benefits"]
    talk = case.post("benefits", day=day(-29))["event_id"]
    assert not case.course["pursuits"][0]["asks_benefits"]
    case.undo(talk)
    case.post("benefits", day=day(-31))
    assert case.course["pursuits"][0]["asks_benefits"]
    placement = case.start()  # which nothing stops
    case.post(f"placements/{placement}/hours", hours=20)
    assert case.placement["asks_benefits"]
    case.post("benefits")
    assert not case.placement["asks_benefits"]


def test_an_end_asks_to_renew_until_there_is_a_newer_version(case):
    placement = case.start(day=day(-40))
    case.post(f"placements/{placement}/end", reason="tasks")
    assert (case.placement["ended"], case.placement["end_reason"]) == (day(0), "tasks")
    assert case.course["to_renew"]
    assert "Forny ønsker og grænser" in urgent(case.who)
    case.post(f"placements/{placement}/end", 409, reason="hours")
    case.post(f"placements/{placement}/hours", 409, hours=9)
    case.who.put(case.path, json={"goals": ["kok"]}, headers={"If-Match": '"1"'})
    assert not case.course["to_renew"]


def test_an_end_that_was_taken_back_is_none(case):
    placement = case.start(day=day(-40))
    case.undo(case.post(f"placements/{placement}/end", reason="other")["event_id"])
    assert (case.placement["ended"], case.placement["end_reason"], case.course["to_renew"]) == (None, None, False)


# --- the plan of support ---


def placed(began, ended=None):
    return Placement(id="p", began=began, ended=ended)


def plan(began, today, done=(), ended=None):
    """The plan of a job. began, done, ended: days from today, of the start, the follow-ups and the end."""
    there = [today + datetime.timedelta(days=n) for n in done]
    ends = None if ended is None else today + datetime.timedelta(days=ended)
    return followup.plan(placed(today + datetime.timedelta(days=began), ends), there, today, weeks=4, days=30)


def told(window, today=TODAY):
    return window and (window.part, (window.first - today).days, (window.last - today).days)


@pytest.mark.parametrize(
    ("began", "done", "ended", "due"),
    [
        (20, (), None, None),  # a start that lies far ahead
        (5, (), None, ("before", -2, 4)),
        (5, (-1,), None, None),
        (0, (), None, ("start", 0, 3)),
        (-2, (-1,), None, None),  # which ticks the first week too
        (-7, (-6,), None, ("week", 0, 6)),
        (-5, (), None, ("start", -5, -2)),  # missed
        (-20, (), None, ("week", -13, -7)),  # missed more than once: told once
        (-20, (-1,), None, None),
        (-29, (-2,), None, None),  # the month's has four weeks left
        (-53, (-30,), None, ("month", -25, 4)),
        (-90, (-80, -40), None, ("month", -32, -3)),
        (-90, (-80,), -1, ("end", -1, 2)),
        (-90, (-80,), -9, ("end", -9, -6)),
        (-90, (-80, 0), -1, None),
    ],
)
def test_what_is_due_follows_from_the_start_and_what_was_done(began, done, ended, due):
    assert told(plan(began, TODAY, done, ended).due(TODAY)) == due


@given(st.integers(-400, 60), st.lists(st.integers(-400, 0), max_size=12))
def test_a_job_is_covered_without_a_gap_and_a_follow_up_today_leaves_nothing_due(began, done):
    made = plan(began, TODAY, done)
    regular = [w for w in made.windows if w.part in ("week", "month")]
    assert all((b.first - a.last).days == 1 for a, b in itertools.pairwise(regular))
    assert [w.part for w in regular[:4]].count("week") == min(4, len(regular))
    assert sum(w.first > TODAY for w in regular) == 1
    assert plan(began, TODAY, [*done, 0]).due(TODAY) is None


def test_the_plan_keeps_to_the_settings():
    parts = [w.part for w in followup.plan(placed(TODAY - datetime.timedelta(days=60)), [], TODAY, 2, 14).windows]
    assert parts == ["start", "week", "week", "month", "month", "month", "month", "month"]


# --- I dag, the list, the copy, and what becomes of it all ---


def test_today_tells_what_is_due_and_nothing_of_it_once_it_is_done(stocked, case):
    case.yes("v001")
    case.step("contacted", next_step="ring til køkkenchefen", next_day=day(0))
    case.put("enrolment", enrolled=day(-26))
    case.start(vacancy_id="v002", day=day(-1))
    words = urgent(case.who)
    assert "ring til køkkenchefen" in words
    assert "Dag 26" in words
    assert "de første tre dage" in words
    case.step("interview")
    case.post(f"placements/{case.placement['id']}/follow-ups", with_whom="both")
    met(stocked, case, day(-1))
    words = urgent(case.who)
    assert [told for told in ("køkkenchefen", "Dag 26", "tre dage") if told in words] == []
    assert "ring igen" in words


def test_today_tells_what_was_agreed_with_an_employer_for_nobody_yet_until_a_later_contact(case):
    made = case.who.post("/v1/employers", json={"name": f"Kroen {next(NUMBERS)}"}).json()["employer_id"]
    call = {"kind": "call", "purpose": "needs"}
    agreed = {"day": day(-1), "next_step": "send en mail", "next_day": day(0)}
    assert case.who.post(f"/v1/employers/{made}/contacts", json=call | agreed).status_code == 201
    words = urgent(case.who)
    assert "Aftalt med virksomheder" in words
    assert "send en mail" in words
    assert case.who.post(f"/v1/employers/{made}/contacts", json=call | {"day": day(0)}).status_code == 201
    assert "send en mail" not in urgent(case.who)


def test_the_card_of_a_yes_says_what_comes_next(case):
    first = case.who.get(f"{case.path}/suggestions?k=1").json()["suggestions"][0]["vacancy_id"]
    case.yes(first)
    address, html = f"/candidates/{case.id}/suggestions?at={first}", {"Accept": "text/html", "Accept-Language": "da"}
    link = f'/candidates/{case.id}/course#p-{first}">'
    assert f"{link}tag det første skridt" in case.who.get(address, headers=html).text
    case.step("contacted", first, next_step="send ansøgning")
    assert f"{link}send ansøgning" in case.who.get(address, headers=html).text


def test_the_person_gets_all_of_it(stocked, case):
    employer = met(stocked, case, day(-2))
    case.put(f"disclosures/{employer}", state="by_person")
    case.step("contacted", next_step="ring igen")
    placement = case.start(day=day(-1))
    case.undo(case.post(f"placements/{placement}/hours", hours=9)["event_id"])
    case.post(f"placements/{placement}/end", reason="way")
    everything = case.who.get(f"{case.path}/export").json()
    assert [(p["title"], p["end_reason"]) for p in everything["placements"]] == [(case.placement["title"], "way")]
    assert [(c["kind"], c["statement"]) for c in everything["contacts"]] == [("visit", "gartner")]
    assert everything["employers"][employer].startswith("Kro")
    html = case.who.get(f"/candidates/{case.id}/everything.html", headers={"Accept": "text/html"}).text
    for words in ("fortælles af personen selv", "ring igen", "vejen var for lang", "besøg", "Taget tilbage"):
        assert words in html
    assert "IPS" not in html


def test_a_closed_case_takes_no_step_and_an_open_one_goes_on_where_it_was(case):
    case.step("contacted")
    case.post("close", 200)
    for path, sent in (
        ("steps", {"kind": "offer", "vacancy_id": "v001"}),
        ("benefits", {}),
        ("placements", {"paid": True}),
    ):
        case.post(path, 409, **({"vacancy_id": "v001"} | sent if path == "placements" else sent))
    case.put("enrolment", 409, enrolled=day(-1))
    case.post("reopen", 200)
    assert case.states == {"v001": "contacted"}


def test_the_course_goes_along_to_whom_the_case_is_handed_over(stocked, case):
    case.step("contacted")
    moved = stocked.supervisor.put(f"{case.path}/owner", json={"user_id": stocked.colleague.id})
    assert moved.status_code == 200
    case.who = stocked.colleague
    assert case.states == {"v001": "contacted"}


def test_nothing_of_the_course_is_left_when_somebody_is_deleted(stocked, case):
    employer = met(stocked, case, day(0))
    case.put(f"disclosures/{employer}", state="nothing")
    case.start()
    assert case.who("DELETE", case.path).status_code == 204
    with stocked.app.state.service.store.reading() as db:
        for table in (CaseEvent, Placement, ContactWish):
            assert db.query(table).filter_by(candidate_id=case.id).count() == 0
        assert db.query(Contact).filter_by(employer_id=employer).one().wishes == 1
