"""The auditor's log on a page: what is found by what, in pages, as a table, and whether the chain is whole."""

import csv
import datetime
import io

import pytest
from places import NUMBERS, Place
from test_team import page

from service.store import Entry, Tenant

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def house(site):
    """A tenant of its own with a case, whose log is short."""
    place = Place(site.app, f"house-{next(NUMBERS)}")
    place.case = place.consultant.post("/v1/candidates", json={"label": "L1", "goals": ["gartner"]}).json()[
        "candidate_id"
    ]
    place.consultant.get(f"/v1/candidates/{place.case}")
    return place


def entries(house):
    with house.app.state.service.store.reading() as db:
        return list(db.query(Entry).where(Entry.tenant_id == house.tenant_id).order_by(Entry.seq))


def rows(house, query=""):
    """The table with that query, one dict a line."""
    answer = house.auditor.get(f"/log.csv{query}")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/csv; charset=utf-8")
    return list(csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff")), delimiter=";"))


def test_the_whole_log_is_taken_out_and_ends_with_that(house):
    taken = rows(house)
    assert [int(row["no"]) for row in taken] == list(range(1, len(taken) + 1))
    assert taken[-1]["action"] == "log.exported"
    assert taken[-1]["name"] == house.auditor.name
    assert "L1" not in str(taken)


def test_lines_are_found_by_act_actor_pseudonym_and_day(house):
    about = next(e.pseudonym for e in entries(house) if e.pseudonym)
    today = datetime.datetime.now(datetime.UTC).astimezone().date()
    day = datetime.timedelta(days=1)
    assert {r["action"] for r in rows(house, "?act=user.created")} == {"user.created"}
    assert {r["actor"] for r in rows(house, f"?actor=user:{house.consultant.id}")} == {f"user:{house.consultant.id}"}
    assert {r["pseudonym"] for r in rows(house, f"?pseudonym={about}")} == {about}
    assert rows(house, f"?since={today - day}&until={today + day}")
    assert rows(house, f"?since={today + day + day}") == rows(house, f"?until={today - day - day}") == []


def test_the_page_says_who_did_what_in_words_and_logs_that_it_was_seen(house):
    shown = page(house.auditor, "/log?act=candidate.shown")
    assert f"{house.consultant.name} ønsker og grænser vist" in shown
    assert "bruger oprettet {" not in shown
    assert entries(house)[-1].action == "log.shown"


def test_a_day_that_is_none_is_told_at_its_field(house):
    answer = house.auditor.get("/log?since=i+g%C3%A5r", headers={"Accept": "text/html"})
    assert (answer.status_code, "Skriv en dato som 2026-11-20" in answer.text) == (422, True)


def test_older_lines_are_on_the_next_page_with_the_same_filter(house, monkeypatch):
    monkeypatch.setattr("service.pages.log_page.PAGE", 2)
    first = house.auditor.get("/log?act=user.created").text
    following = first.split('href="/log?act=user.created&amp;before=')[1].split('"')[0]
    second = house.auditor.get(f"/log?act=user.created&before={following}").text
    seen = [text.count("<td>bruger oprettet</td>") for text in (first, second)]
    assert seen[0] == 2
    assert seen[1] >= 1


def test_another_tenants_lines_are_not_there(site, house):
    assert f"user:{site.consultant.id}" not in str(rows(house))
    assert rows(house, f"?actor=user:{site.consultant.id}") == []


def test_a_chain_that_holds_and_one_that_does_not_are_told(site, monkeypatch):
    place = Place(site.app, f"house-{next(NUMBERS)}")
    assert "Kæden er hel. Alle linjer er efterprøvet nu." in page(place.auditor, "/log")
    monkeypatch.setattr("service.pages.log_page.LATEST", 3)
    assert "De seneste 3 linjer er efterprøvet nu." in page(place.auditor, "/log")
    last = entries(place)[-1].seq
    with site.app.state.service.store.writing() as db:
        db.get_one(Entry, (place.tenant_id, last)).actor = "user:somebody-else"
    shown = page(place.auditor, "/log")
    assert f"Kæden holder ikke ved linje {last}." in shown
    assert "Kæden er hel" not in shown
    with site.app.state.service.store.writing() as db:  # a log that does not hold is nobody else's to find
        assert db.get_one(Tenant, place.tenant_id)


def test_a_name_that_a_spreadsheet_would_run_is_text(house):
    wicked = house.approved(house.administrator.post("/v1/users", json={"name": "=1+1", "role": "auditor"}))
    house.settled("=1+1", wicked["password"])
    names = {row["name"] for row in rows(house)}
    assert ("=1+1" in names, "'=1+1" in names) == (False, True)
