"""The log: a changed, missing or cut-off entry is found; its readers see nothing but the log."""

import datetime
import json
from contextlib import suppress

import pytest
from sqlalchemy import delete, update

from service import audit
from service.store import Chain, Entry, now


@pytest.fixture
def store(app):
    return app.state.service.store


@pytest.fixture
def logged(place):
    """A tenant with some entries in its log."""
    for _ in range(3):
        made = place.consultant.post("/v1/candidates", json={"interests": ["planter"]})
        place.consultant.get(made.headers["location"])
    return place


def verified(store, place):
    with store.reading() as db:
        return audit.verify(db, place.tenant_id)


class Undone(Exception):
    pass


def after(store, place, *statements):
    """The result of ``verify`` after these statements, which are then rolled back."""
    found = None
    with suppress(Undone), store.writing() as db:
        for statement in statements:
            db.execute(statement)
        found = audit.verify(db, place.tenant_id)
        raise Undone
    return found


def test_an_untouched_log_verifies(store, logged):
    assert verified(store, logged) is None


@pytest.mark.parametrize("field", ["actor", "action", "pseudonym", "details", "at", "digest", "previous"])
def test_a_changed_entry_shows(store, logged, field):
    value = now() if field == "at" else "other"
    mine = (Entry.tenant_id == logged.tenant_id) & (Entry.seq == 3)
    assert after(store, logged, update(Entry).where(mine).values({field: value})) == (3, "changed")


def test_an_entry_that_was_taken_out_shows_at_either_end_and_between(store, logged):
    of = Entry.tenant_id == logged.tenant_id
    with store.reading() as db:
        last = db.get_one(Chain, logged.tenant_id).seq
    for seq in (1, 4, last):
        assert after(store, logged, delete(Entry).where(of, Entry.seq == seq)) == (seq, "missing")


def test_what_is_past_retention_is_cut_off_and_the_log_says_so_and_still_verifies(store, logged):
    with suppress(Undone), store.writing() as db:
        half = db.query(Entry).where(Entry.tenant_id == logged.tenant_id, Entry.seq == 4).one().at
        assert audit.trim(db, logged.tenant_id, half) == 3
        assert audit.verify(db, logged.tenant_id) is None
        db.execute(delete(Entry).where(Entry.tenant_id == logged.tenant_id, Entry.seq == 4))
        assert audit.verify(db, logged.tenant_id) == (4, "missing")
        raise Undone


def test_a_log_of_which_all_is_past_retention_still_verifies(store, logged):
    with suppress(Undone), store.writing() as db:
        audit.trim(db, logged.tenant_id, now() + datetime.timedelta(days=1))
        assert audit.verify(db, logged.tenant_id) is None
        raise Undone


def test_the_auditor_reads_all_of_it_and_that_is_logged_too(logged):
    first = logged.auditor.get("/v1/log?limit=2").json()
    assert len(first["entries"]) == 2
    second = logged.auditor.get("/v1/log", params={"limit": 2, "cursor": first["next"]}).json()
    seqs = [e["seq"] for e in first["entries"] + second["entries"]]
    assert seqs == list(range(seqs[0], seqs[0] - 4, -1))
    assert logged.auditor.get("/v1/log").json()["entries"][0]["action"] == "log.shown"


def test_the_whole_log_comes_as_json_lines_and_can_be_followed_for_one_pseudonym(logged):
    exported = [json.loads(line) for line in logged.auditor.get("/v1/log/export").text.splitlines()]
    assert [e["seq"] for e in exported] == list(range(1, len(exported) + 1))
    name = next(e["pseudonym"] for e in exported if e["pseudonym"])
    about = logged.auditor.get("/v1/log", params={"pseudonym": name}).json()["entries"]
    assert {e["pseudonym"] for e in about} == {name}
    assert about[-1]["action"] == "candidate.created"


def test_the_log_of_a_candidate_is_about_that_one_only(logged):
    case = logged.consultant.post("/v1/candidates", json={"interests": ["planter"]}).headers["location"]
    actions = [e["action"] for e in logged.consultant.get(f"{case}/log").json()["entries"]]
    assert actions == ["candidate.created"]


def refusals(store, place):
    """(actor, method, route, why, pseudonym) of every refused call in the tenant's log."""
    with store.reading() as db:
        query = db.query(Entry).where(Entry.tenant_id == place.tenant_id, Entry.action == "call.refused")
        found = [(e, json.loads(e.details)) for e in query.order_by(Entry.seq)]
    return [(e.actor, d["method"], d["route"], d["why"], e.pseudonym) for e, d in found]


def test_a_try_at_somebody_elses_candidate_is_logged_with_who_and_about_whom(store, logged):
    case = logged.stranger.post("/v1/candidates", json={"interests": ["planter"]}).headers["location"]
    assert logged.consultant.get(case + "/suggestions").status_code == 404
    actor, method, route, why, pseudonym = refusals(store, logged)[-1]
    assert (actor, why) == (f"user:{logged.consultant.id}", "not_found")
    assert (method, route) == ("GET", "/v1/candidates/{candidate_id}/suggestions")
    whose = logged.stranger.get(f"{case}/log").json()["entries"]
    assert {e["pseudonym"] for e in whose} == {pseudonym}
    assert whose[0]["action"] == "call.refused"  # whoever has the case sees that somebody tried


def test_what_a_role_may_not_do_is_logged_and_so_is_a_page_that_is_not_ours(store, logged):
    assert logged.administrator.get("/v1/candidates").status_code == 403
    assert refusals(store, logged)[-1][:4] == (f"user:{logged.administrator.id}", "GET", "/v1/candidates", "role")
    assert logged.feed.post("/v1/suggestions", json={"id": "x", "goals": ["gartner"]}).status_code == 403
    assert refusals(store, logged)[-1][0] == f"key:{logged.feed.id}"
    assert logged.consultant.client.post("/v1/candidates", json={"goals": ["gartner"]}).status_code == 403
    assert refusals(store, logged)[-1][3] == "csrf"


def test_a_refused_page_is_logged_as_a_refused_call_is(store, logged):
    case = logged.stranger.post("/v1/candidates", json={"interests": ["planter"]}).headers["location"]
    page = logged.consultant.get(case.removeprefix("/v1"), headers={"Accept": "text/html"})
    assert page.status_code == 404
    assert refusals(store, logged)[-1][1:4] == ("GET", "/candidates/{candidate_id}", "not_found")


def test_a_key_that_was_revoked_is_logged_when_it_is_tried_but_not_at_every_try(store, logged):
    machine = logged.machine("scorer")
    logged.administrator("DELETE", f"/v1/keys/{machine.id}")
    assert [machine.get("/v1/candidates").status_code for _ in range(3)] == [401] * 3
    tried = [r for r in refusals(store, logged) if r[0] == f"key:{machine.id}"]
    assert [r[3] for r in tried] == ["sign_in"]


def test_callers_whom_nobody_knows_cannot_make_the_log_grow(store, logged, served):
    with store.reading() as db:
        before = db.get_one(Chain, logged.tenant_id).seq
    case = f"/v1/candidates/{'x' * 20}"
    for headers in ({}, {"Authorization": "Bearer ipsmatch_guessed"}, {"Authorization": "Bearer x.y.z"}):
        assert served.get(case, headers=headers).status_code == 401
    assert served.get("/v1/nowhere").status_code == 404
    assert logged.consultant.get("/v1/vacancies/nowhere").status_code == 404  # about nobody
    with store.reading() as db:
        assert db.get_one(Chain, logged.tenant_id).seq == before


def test_a_refused_try_holds_nothing_of_what_was_tried(store, logged):
    logged.consultant.get("/v1/candidates/noget-hemmeligt?lang=hemmeligt")
    with store.reading() as db:
        last = db.query(Entry).where(Entry.tenant_id == logged.tenant_id).order_by(Entry.seq.desc()).first()
    assert "hemmeligt" not in json.dumps(audit.log_entry(last).model_dump(mode="json"))
    assert last.pseudonym is None
