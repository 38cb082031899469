"""Today: what is urgent first, then every case in a dense table, found by the candidate's label."""

import datetime
import json
import re

import pytest

from service.store import CandidateVersion, CaseEvent, now

COOK = {"goals": ["kok"], "constraints": {"weekly_hours": {"max": 20, "negotiable": False}}}


def day(n):
    return (datetime.date.today() + datetime.timedelta(days=n)).isoformat()


def ad(n, deadline):
    text = "Vi søger en kok til 15 timer om ugen. Du laver mad til gæster. Send os en ansøgning."
    return {
        "id": f"k{n}",
        "title": f"Kok nummer {n}",
        "employer": f"Kro {n}",
        "description": text,
        "deadline": deadline,
    }


@pytest.fixture(scope="module")
def stocked(place):
    """Four ads for a cook, one with a deadline in two days and one in ten."""
    ads = [ad(1, day(10)), ad(2, None), ad(3, None), ad(4, day(2))]
    place.feed.post("/v1/vacancies", params={"format": "jsonl"}, content="\n".join(map(json.dumps, ads)))
    place.index_of(len(ads))
    return place


@pytest.fixture
def somebody(stocked):
    """A consultant without candidates yet."""
    return stocked.user("consultant", "north")


def take_up(who, label, **profile):
    made = who.post("/v1/candidates", json=COOK | {"label": label} | profile)
    assert made.status_code == 201, made.text
    return made.json()["candidate_id"]


def today(who, **query):
    """The urgent lines, and a line for each case of the table."""
    text = who.get("/", params=query, headers={"Accept": "text/html", "Accept-Language": "da"}).text
    urgent = text.partition('<section class="urgent"')[2].partition("</section>")[0]
    rows = text.partition("<tbody>")[2].partition("</tbody>")[0].split("</tr>")
    plain = [" ".join(re.sub(r"<[^>]*>", " ", part).split()) for part in (urgent, *rows)]
    return plain[0].partition("> ")[2], [row for row in plain[1:] if row]


def long_ago(stocked, candidate_id, days):
    at = now() - datetime.timedelta(days=days)
    with stocked.app.state.service.store.writing() as db:
        db.get_one(CandidateVersion, (candidate_id, 1)).at = at
        db.query(CaseEvent).where(CaseEvent.candidate_id == candidate_id).update({"at": at})


def test_nobody_yet_is_told_what_to_do_with_a_button(somebody):
    text = somebody.get("/", headers={"Accept": "text/html", "Accept-Language": "da"}).text
    assert '<a class="button" href="/candidates/new">Opret den første kandidat</a>' in text


def test_a_deadline_in_a_few_days_is_urgent_and_a_later_one_stands_in_the_table_alone(somebody):
    take_up(somebody, "D.D.")
    urgent, [row] = today(somebody)
    assert "Frist inden for tre dage Om 2 dage Kok nummer 4: D.D." in urgent
    assert "Kok nummer 1" not in urgent
    assert "om 2 dage : Kok nummer 4" in row  # the nearest


def test_those_that_nobody_has_talked_about_are_counted_in_words(somebody):
    case = take_up(somebody, "T.T.")
    assert "4 forslag, I ikke har talt om endnu" in today(somebody)[1][0]
    somebody.post(f"/v1/candidates/{case}/decisions", json={"vacancy_id": "k2", "kind": "maybe"})
    assert "3 forslag, I ikke har talt om endnu" in today(somebody)[1][0]


def test_a_change_that_waits_is_urgent_until_it_is_answered(somebody):
    case = take_up(somebody, "V.V.", constraints={})
    no = {"vacancy_id": "k1", "kind": "reject", "reason": "too_many_hours", "whose": "person"}
    assert somebody.post(f"/v1/candidates/{case}/decisions", json=no).status_code == 201
    urgent, [row] = today(somebody)
    assert "Ændringer, der venter på jeres svar V.V. (1)" in urgent
    assert "1 ændring" in row
    [waiting] = somebody.get(f"/v1/candidates/{case}/proposals").json()["proposals"]
    somebody.post(f"/v1/candidates/{case}/proposals/{waiting['id']}/decline")
    urgent, [row] = today(somebody)
    assert "venter på jeres svar V.V." not in urgent
    assert "intet venter" in row


@pytest.mark.parametrize(("days", "silent"), [(13, False), (14, True)])
def test_a_case_in_which_nothing_has_happened_for_two_weeks_is_urgent(stocked, somebody, days, silent):
    case = take_up(somebody, "S.S.")
    long_ago(stocked, case, days)
    assert (f"Der er ikke sket noget i 14 dage S.S. ({days} dage)" in today(somebody)[0]) == silent


def test_a_list_that_was_shown_is_nothing_that_happened_and_an_answer_is(stocked, somebody):
    case = take_up(somebody, "L.L.")
    long_ago(stocked, case, 20)
    somebody.get(f"/candidates/{case}/suggestions", headers={"Accept": "text/html"})
    assert "L.L. (20 dage)" in today(somebody)[0]
    somebody.post(f"/v1/candidates/{case}/decisions", json={"vacancy_id": "k2", "kind": "maybe"})
    assert "L.L. (20 dage)" not in today(somebody)[0]


def test_cases_stand_by_what_they_are_called(somebody):
    for label in ("Sag 03", "Sag 01", "Anden 02"):
        take_up(somebody, label)
    assert [" ".join(row.split()[:2]) for row in today(somebody)[1]] == ["Anden 02", "Sag 01", "Sag 03"]
