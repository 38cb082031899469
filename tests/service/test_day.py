"""A consultant's day: take up, list, reject with a reason, confirm the change, follow back, give out, delete."""

import json

import pytest
from conftest import lines

from service.store import Candidate, CandidateVersion, Entry, Table

DAY = {"as_of": "2026-11-23"}
ADS = "\n".join(lines("vacancies.jsonl")[:20])
PROFILE = {k: v for k, v in json.loads(lines("candidates.jsonl")[0]).items() if k != "id"}


@pytest.fixture(scope="module")
def stocked(place):
    """The tenant with twenty vacancies, and an index of them."""
    answer = place.feed.post("/v1/vacancies", params={"format": "jsonl"}, content=ADS)
    assert answer.json()["created"] == 20, answer.text
    place.index_of(20)
    return place


@pytest.fixture
def consultant(stocked):
    return stocked.consultant


@pytest.fixture
def case(consultant):
    """The address of a candidate on the consultant's caseload."""
    made = consultant.post("/v1/candidates", json=PROFILE | {"label": "A.B."})
    assert made.status_code == 201, made.text
    return made.headers["location"]


def suggestions(consultant, case, **wanted):
    answer = consultant.get(f"{case}/suggestions", params=DAY | wanted)
    assert answer.status_code == 200, answer.text
    return answer.json()


def decide(consultant, case, **decision):
    answer = consultant.post(f"{case}/decisions", json=decision)
    assert answer.status_code == 201, answer.text
    return answer.json()


def limits(consultant, case):
    return consultant.get(case).json()["record"]["constraints"]


def test_a_candidate_is_kept_as_it_was_sent(consultant, case):
    shown = consultant.get(case)
    assert shown.headers["etag"] == '"1"'
    body = shown.json()
    assert (body["label"], body["version"], body["closed"]) == ("A.B.", 1, None)
    assert body["record"]["goals"] == PROFILE["goals"]
    assert body["record"]["constraints"]["weekly_hours"]["max"] == PROFILE["constraints"]["weekly_hours"]["max"]


def test_what_may_not_be_held_is_refused_in_every_free_text(consultant, case):
    refused = [
        consultant.post("/v1/candidates", json={"label": "har ADHD"}),
        consultant.post("/v1/candidates", json={"label": "010190-1234"}),
        consultant.post("/v1/candidates", json={"interests": ["har depression"]}),
        consultant.put(case, json={"goals": ["har ADHD"]}, headers={"If-Match": '"1"'}),
        consultant.post(f"{case}/decisions", json={"vacancy_id": "v001", "kind": "maybe", "note": "har ADHD"}),
        consultant.post(f"{case}/decisions", json={"vacancy_id": "v001", "kind": "maybe", "note": "ring 22 33 44 55"}),
    ]
    assert [r.status_code for r in refused] == [422] * 6
    assert [r.json()["errors"][0]["field"] for r in refused] == [
        "label",
        "label",
        "interests.0",
        "goals.0",
        "note",
        "note",
    ]


def test_a_replacement_names_the_version_it_replaces(consultant, case):
    other = PROFILE | {"goals": ["gartner"]}
    assert consultant.put(case, json=other).status_code == 428
    assert consultant.put(case, json=other, headers={"If-Match": '"7"'}).status_code == 412
    done = consultant.put(case, json=other, headers={"If-Match": '"1"'})
    assert (done.json()["version"], done.headers["etag"]) == (2, '"2"')
    assert consultant.put(case, json=other, headers={"If-Match": '"1"'}).status_code == 412
    history = consultant.get(f"{case}/versions").json()["versions"]
    assert [(v["version"], v["record"]["goals"]) for v in history] == [(2, ["gartner"]), (1, PROFILE["goals"])]


def test_the_same_call_twice_does_the_work_once(consultant):
    headers = {"Idempotency-Key": "a-key-of-the-case-system"}
    first, second = (consultant.post("/v1/candidates", json=PROFILE, headers=headers) for _ in range(2))
    assert first.json() == second.json()
    assert second.headers["location"] == first.headers["location"]
    other = consultant.post("/v1/candidates", json={"goals": ["gartner"]}, headers=headers)
    assert other.status_code == 409
    third = consultant.post("/v1/candidates", json=PROFILE, headers={"Idempotency-Key": "another"})
    assert third.json()["candidate_id"] != first.json()["candidate_id"]


def test_a_list_is_logged_with_its_versions_and_the_order_shown(consultant, case):
    found = suggestions(consultant, case, k=5)
    assert [s["rank"] for s in found["suggestions"]] == [1, 2, 3, 4, 5]
    entry = consultant.get(f"{case}/log").json()["entries"][0]
    assert entry["action"] == "suggestions.shown"
    assert [id_ for id_, _ in entry["details"]["shown"]] == [s["vacancy_id"] for s in found["suggestions"]]
    assert entry["details"]["candidate_version"] == 1
    assert (entry["details"]["model"], entry["details"]["rules"]) == (found["model"], found["rules"])


def test_what_is_rejected_leaves_the_list_and_comes_back_when_that_is_undone(consultant, case):
    before = suggestions(consultant, case, k=3)
    first = before["suggestions"][0]["vacancy_id"]
    decided = decide(consultant, case, vacancy_id=first, kind="reject", reason="wrong_work", whose="person")
    assert decided["proposal_id"] is None
    after = suggestions(consultant, case, k=3)
    assert first not in [s["vacancy_id"] for s in after["suggestions"]]
    assert [s["rank"] for s in after["suggestions"]] == [1, 2, 3]
    assert after["rejected"] == 1
    undo = f"{case}/decisions/{decided['decision_id']}/undo"
    assert consultant.post(undo).json()["undone"]
    assert consultant.post(undo).status_code == 409
    assert suggestions(consultant, case, k=3)["suggestions"] == before["suggestions"]
    assert [d["undone"] is None for d in consultant.get(f"{case}/decisions").json()["decisions"]] == [False]


def test_a_pinned_vacancy_is_named_whatever_it_breaks_and_the_last_decision_stands(consultant, case):
    decide(consultant, case, vacancy_id="v002", kind="pin")
    decide(consultant, case, vacancy_id="v003", kind="maybe")
    decide(consultant, case, vacancy_id="v003", kind="shortlist", note="godt sted, vi ringer mandag")
    found = suggestions(consultant, case)
    assert found["pinned"] == ["v002"]
    assert found["decided"] == {"v003": "shortlist"}


def test_a_rejection_says_why_and_whose_word_it_is(consultant, case):
    for missing in ({"whose": "person"}, {"reason": "too_far"}):
        answer = consultant.post(f"{case}/decisions", json={"vacancy_id": "v001", "kind": "reject", **missing})
        assert answer.status_code == 422
    nowhere = {"vacancy_id": "nowhere", "kind": "maybe"}
    assert consultant.post(f"{case}/decisions", json=nowhere).status_code == 404


def test_a_reason_suggests_a_change_that_waits_for_a_human(consultant, case):
    employer = consultant.get("/v1/vacancies/v001").json()["record"]["employer"]
    decided = decide(consultant, case, vacancy_id="v001", kind="reject", reason="not_this_employer", whose="person")
    assert limits(consultant, case)["exclude_employers"] == []
    (waiting,) = consultant.get(f"{case}/proposals").json()["proposals"]
    assert waiting["id"] == decided["proposal_id"]
    assert waiting["change"] == {"exclude_employers": [employer]}
    confirmed = consultant.post(f"{case}/proposals/{waiting['id']}/confirm")
    assert confirmed.json()["version"] == 2
    assert limits(consultant, case)["exclude_employers"] == [employer]
    assert consultant.post(f"{case}/proposals/{waiting['id']}/confirm").status_code == 409
    assert consultant.get(f"{case}/proposals").json()["proposals"] == []
    assert "v001" not in [s["vacancy_id"] for s in suggestions(consultant, case, k=50)["suggestions"]]


def test_a_declined_change_changes_nothing(consultant, case):
    decided = decide(consultant, case, vacancy_id="v001", kind="reject", reason="not_this_employer", whose="consultant")
    declined = consultant.post(f"{case}/proposals/{decided['proposal_id']}/decline").json()
    assert declined["answer"] == "declined"
    assert consultant.get(case).json()["version"] == 1


def test_an_ad_that_is_wrong_says_nothing_about_the_person(consultant, case):
    decided = decide(consultant, case, vacancy_id="v001", kind="reject", reason="not_this_employer", whose="ad")
    assert decided["proposal_id"] is None


def test_what_if_counts_what_each_limit_costs(consultant, case):
    found = consultant.get(f"{case}/whatif", params=DAY).json()
    assert found["eligible"] == suggestions(consultant, case, k=1)["eligible"]
    assert all(len(c["vacancies"]) == min(c["more"], 10) for c in found["changes"])


def test_a_closed_candidate_is_changed_by_nobody_until_it_is_opened_again(consultant, case):
    assert consultant.post(f"{case}/close").json()["closed"]
    put = consultant.put(case, json=PROFILE, headers={"If-Match": '"1"'})
    assert put.status_code == 409
    assert consultant.post(f"{case}/decisions", json={"vacancy_id": "v001", "kind": "maybe"}).status_code == 409
    ids = [c["id"] for c in consultant.get("/v1/candidates?limit=200").json()["candidates"]]
    assert case.rsplit("/", 1)[1] not in ids
    assert consultant.get(case).status_code == 200
    assert consultant.post(f"{case}/reopen").json()["closed"] is None
    assert consultant.put(case, json=PROFILE, headers={"If-Match": '"1"'}).status_code == 200


def test_a_candidate_is_handed_over_within_the_team_only(stocked, consultant, case):
    hand = lambda to: stocked.supervisor.put(f"{case}/owner", json={"user_id": to.id})  # noqa: E731
    assert hand(stocked.stranger).status_code == 422
    assert hand(stocked.administrator).status_code == 422
    assert hand(stocked.colleague).status_code == 200
    assert consultant.get(case).status_code == 404
    assert stocked.colleague.get(case).status_code == 200


def test_an_export_holds_everything_about_the_person_the_log_included(consultant, case):
    decide(consultant, case, vacancy_id="v004", kind="shortlist", note="vi ringer mandag")
    suggestions(consultant, case)
    everything = consultant.get(f"{case}/export").json()
    assert everything["versions"][0]["record"]["goals"] == PROFILE["goals"]
    assert everything["decisions"][0]["note"] == "vi ringer mandag"
    actions = [entry["action"] for entry in everything["log"]]
    assert actions == ["candidate.created", "decision.shortlist", "suggestions.shown", "candidate.exported"]
    page = consultant.get(f"{case.removeprefix('/v1')}/everything.html?lang=da").text
    for told in (PROFILE["goals"][0], "vi ringer mandag", "forslag vist", "kopi givet til personen", "Ja"):
        assert told in page
    for code in ("weekly_hours", "not_times", "v004", "{", "shortlist", "suggestions.shown"):
        assert code not in page


def test_what_a_candidate_says_is_text_on_the_exported_page(consultant):
    made = consultant.post("/v1/candidates", json={"interests": ["<script>alert(1)</script> og planter"]})
    page = consultant.get(f"{made.headers['location'].removeprefix('/v1')}/everything.html").text
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page


def test_after_deletion_no_table_holds_anything_and_the_log_names_nobody(app, consultant, case):
    id_ = case.rsplit("/", 1)[1]
    decide(consultant, case, vacancy_id="v001", kind="reject", reason="not_this_employer", whose="person")
    with app.state.service.store.reading() as db:
        pseudonym = db.get_one(Candidate, id_).pseudonym
    assert consultant("DELETE", case).status_code == 204
    assert consultant.get(case).status_code == 404
    with app.state.service.store.reading() as db:
        for table in Table.metadata.tables.values():
            rows = [str(tuple(row)) for row in db.execute(table.select())]
            assert [row for row in rows if id_ in row] == [], table.name
        about = list(db.query(Entry).where(Entry.pseudonym == pseudonym).order_by(Entry.seq))
        assert about[-1].action == "candidate.deleted"
        assert db.query(CandidateVersion).where(CandidateVersion.candidate_id == id_).count() == 0


def test_the_callers_language_is_that_of_the_browser_unless_it_says_otherwise(consultant):
    english = {"Accept-Language": "en-GB,en;q=0.9"}
    assert consultant.get("/v1/candidates/x", headers=english).json()["title"] == "Not found"
    assert consultant.get("/v1/candidates/x?lang=da", headers=english).json()["title"] == "Findes ikke"


def test_who_was_taken_in_by_earlier_rules_stays_readable_and_is_refused_only_when_written_anew(place, app):
    said = {"goals": ["gartner på deltid"]}
    case = place.consultant.post("/v1/candidates", json=said).headers["location"]
    refused = {"goals": ["gartner, for jeg har fået stillet diagnosen ADHD"]}
    with app.state.service.store.writing() as db:  # as if the word had been taken in before it was refused
        version = db.get_one(CandidateVersion, (case.rsplit("/", 1)[1], 1))
        version.record = version.record.replace(said["goals"][0], refused["goals"][0])
    for path in ("", "/suggestions", "/kinds", "/whatif", "/versions", "/export"):
        assert place.consultant.get(case + path).status_code in (200, 503), path
    assert place.consultant.get(case).json()["record"]["goals"] == refused["goals"]
    assert place.consultant.put(case, json=refused, headers={"If-Match": '"1"'}).status_code == 422
    assert place.consultant("DELETE", case).status_code == 204
