"""Signing in: passwords, lock-out, cookies, forged pages and keys."""

import datetime
import json

import pytest
from fastapi.testclient import TestClient
from places import NUMBERS, OWN_PASSWORD, running, settings_of

from service.door import tenants
from service.door.passwords import Passwords, easy
from service.door.rates import network
from service.store import ApiKey, Entry, SignIn, Store, User, now
from service.upgrade import upgrade


def change(app, row, id_, **fields):
    with app.state.service.store.writing() as db:
        found = db.get_one(row, id_)
        for name, value in fields.items():
            setattr(found, name, value)


@pytest.fixture
def someone(place):
    return place.user("consultant", "north")


def sign_in(app, name, password, address="192.0.2.1", client=None):
    client = client or TestClient(app, client=(address, 50000))
    return client.post("/v1/session", json={"name": name, "password": password})


def log_of(app, place, action):
    with app.state.service.store.reading() as db:
        query = db.query(Entry).where(Entry.tenant_id == place.tenant_id, Entry.action == action)
        return [json.loads(entry.details) for entry in query.order_by(Entry.seq)]


def test_a_right_password_opens_a_session_and_says_who_it_is(app, someone):
    answer = sign_in(app, someone.name, someone.password)
    assert answer.status_code == 201
    assert answer.json()["role"] == "consultant"
    assert someone.get("/v1/session").json()["id"] == someone.id


def test_the_session_cookie_is_out_of_reach_of_scripts_and_other_sites(app, someone):
    cookie = sign_in(app, someone.name, someone.password).headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert "Path=/" in cookie


def test_over_https_the_cookie_is_secure_and_of_this_very_host(tmp_path, cache_folder):
    settings = settings_of(tmp_path, cache_folder).model_copy(update={"secure_cookie": True})
    store = Store(settings.database_url)
    upgrade(store.engine)
    password = tenants.create(store, Passwords(settings), settings, "Vesterby", "anna")
    store.close()
    with running(settings) as (app, _):
        browser = TestClient(app, base_url="https://testserver")
        cookie = browser.post("/v1/session", json={"name": "anna", "password": password}).headers["set-cookie"]
        assert cookie.startswith("__Host-ipsmatch=")
        assert "Secure" in cookie
        assert browser.get("/v1/session").json()["role"] == "administrator"


def test_neither_password_nor_token_is_in_the_database(app, someone):
    token = someone.client.cookies["ipsmatch"]
    with app.state.service.store.reading() as db:
        assert db.get_one(User, someone.id).password.startswith("$argon2id$")
        assert token not in {s.digest for s in db.query(SignIn)}


def test_a_wrong_name_and_a_wrong_password_are_answered_alike(app, someone):
    answers = [sign_in(app, someone.name, "not the password"), sign_in(app, "nobody at all", "not the password")]
    assert [a.status_code for a in answers] == [401, 401]
    assert answers[0].json() == answers[1].json()
    assert "not the password" not in answers[0].text


# --- guessing is slow, and nobody is locked out by somebody else ---


def test_after_five_wrong_passwords_the_next_is_not_even_tried_from_there(app, place):
    someone = place.user("consultant", "north")
    for _ in range(5):
        assert sign_in(app, someone.name, "wrong").status_code == 401
    paused = sign_in(app, someone.name, someone.password)
    assert paused.status_code == 429
    assert 0 < int(paused.headers["retry-after"]) <= 15 * 60
    for _ in range(5):
        sign_in(app, "nobody at all", "wrong", "192.0.2.77")
    assert sign_in(app, "nobody at all", "wrong", "192.0.2.77").json() == paused.json()


def test_whoever_guesses_locks_nobody_out_elsewhere(app, place):
    people = [place.user("consultant", "north"), place.user("administrator", None)]
    for someone in people * 8:
        sign_in(app, someone.name, "wrong", "198.51.100.9")
    for someone in people:
        assert sign_in(app, someone.name, someone.password, "192.0.2.8").status_code == 201


def test_a_browser_in_which_one_has_signed_in_is_open_however_many_guess_from_the_same_address(app, place):
    someone = place.user("consultant", "north")
    browser = TestClient(app, client=("203.0.113.5", 50000))
    assert sign_in(app, someone.name, someone.password, client=browser).status_code == 201
    for _ in range(7):
        sign_in(app, someone.name, "wrong", "203.0.113.5")
    assert sign_in(app, someone.name, someone.password, "203.0.113.5").status_code == 429
    assert sign_in(app, someone.name, someone.password, client=browser).status_code == 201
    for _ in range(5):
        assert sign_in(app, someone.name, "wrong", client=browser).status_code == 401
    assert sign_in(app, someone.name, someone.password, client=browser).status_code == 429


def test_the_mark_of_a_browser_is_of_one_user_and_one_password(app, place):
    someone, other = place.user("consultant", "north"), place.user("consultant", "north")
    browser = TestClient(app, client=("203.0.113.6", 50000))
    assert sign_in(app, someone.name, someone.password, client=browser).status_code == 201
    for _ in range(5):
        sign_in(app, other.name, "wrong", client=browser)
    assert sign_in(app, other.name, other.password, "203.0.113.6").status_code == 429


def test_signing_in_rightly_is_never_too_often(app, someone):
    assert {sign_in(app, someone.name, someone.password, "192.0.2.30").status_code for _ in range(30)} == {201}


def test_all_addresses_of_one_ipv6_network_are_one(app, place):
    someone = place.user("consultant", "north")
    for n in range(5):
        sign_in(app, someone.name, "wrong", f"2001:db8:7:7::{n:x}")
    assert sign_in(app, someone.name, someone.password, "2001:db8:7:7:ffff::1").status_code == 429
    assert sign_in(app, someone.name, someone.password, "2001:db8:7:8::1").status_code == 201
    assert network("2001:db8:7:7::1") == network("2001:db8:7:7:ffff::1") != network("2001:db8:7:8::1")


def test_wrong_passwords_are_in_the_log_with_where_they_came_from(app, place):
    someone = place.user("consultant", "north")
    for _ in range(6):
        sign_in(app, someone.name, "wrong", "192.0.2.44")
    assert log_of(app, place, "session.refused")[-4:] == [{"address": "192.0.2.44", "why": "password"}] * 4
    assert log_of(app, place, "session.paused")[-1] == {"address": "192.0.2.44", "why": "password"}


# --- a first password is for choosing another ---


def newcomer(place, role="consultant"):
    name = f"{place.name}-new-{next(NUMBERS)}"
    made = place.approved(place.administrator.post("/v1/users", json={"name": name, "role": role, "team": "north"}))
    return place.signed_in(name, made["password"])


def test_a_first_password_opens_nothing_but_the_change_of_it(place):
    someone = newcomer(place)
    assert someone.get("/v1/session").json()["first_password"] is True
    for path in ("/v1/candidates", "/v1/vacancies"):
        refused = someone.get(path)
        assert (refused.status_code, refused.json()["title"]) == (403, "Vælg din egen adgangskode først")
    change_it = {"old": someone.password, "new": OWN_PASSWORD}
    assert someone.put("/v1/session/password", json=change_it | {"new": someone.password}).status_code == 422
    assert someone.put("/v1/session/password", json=change_it).status_code == 204
    settled = place.signed_in(someone.name, OWN_PASSWORD)
    assert settled.get("/v1/session").json()["first_password"] is False
    assert settled.get("/v1/candidates").status_code == 200


def test_a_first_password_that_was_never_used_ends(app, place):
    someone = newcomer(place)
    change(app, User, someone.id, first_until=now() - datetime.timedelta(seconds=1))
    late = sign_in(app, someone.name, someone.password, "192.0.2.60")
    assert (late.status_code, "for gammel" in late.json()["title"]) == (401, True)


EASY = ["aaaaaaaaaaaa", "password1234", "123456789012", "kommune12345", "qwertyuiop12", "Sommer2026!!", "velkommen123"]


@pytest.mark.parametrize("password", EASY)
def test_a_password_that_everybody_would_try_is_refused(place, password):
    someone = place.user("consultant", "north")
    refused = someone.put("/v1/session/password", json={"old": someone.password, "new": password})
    assert refused.status_code == 422
    assert refused.json()["errors"][0]["field"] == "new"
    assert "gætte" in refused.json()["errors"][0]["expected"]


def test_words_that_lie_near_make_a_password_easy():
    assert easy("kirstenpost2024", "kirsten.post", "Nordby")
    assert not easy("kirstenpost2024 spadserer langsomt", "kirsten.post", "Nordby")


def test_wrong_old_passwords_are_counted_logged_and_then_paused(app, place):
    someone = place.user("consultant", "north")
    tries = [
        someone.put("/v1/session/password", json={"old": "not this one", "new": "a password for tomorrow"})
        for _ in range(7)
    ]
    assert [t.status_code for t in tries] == [422] * 5 + [429] * 2
    assert len(log_of(app, place, "password.refused")) >= 5


def test_hashing_a_password_holds_up_nobody_who_writes(app, place, monkeypatch):
    """The old password is tried, and the new one hashed, while no transaction is open."""
    someone, held = place.user("consultant", "north"), []
    service = app.state.service

    def watched(hash_):
        def work(*arguments):
            with service.store.writing() as db:  # SQLite has one writer: this waits for any other
                held.append(db.query(User).count())
            return hash_(*arguments)

        return work

    monkeypatch.setattr(service.passwords, "fit", watched(service.passwords.fit))
    monkeypatch.setattr(service.passwords, "hashed", watched(service.passwords.hashed))
    assert (
        someone.put("/v1/session/password", json={"old": someone.password, "new": OWN_PASSWORD + "!"}).status_code
        == 204
    )
    assert place.administrator.post(f"/v1/users/{someone.id}/password").status_code == 200
    place.user("consultant", "north")
    assert len(held) >= 5


# --- sessions ---


def test_a_session_in_which_nothing_is_done_ends(app, place):
    someone = place.user("consultant", "north")
    with app.state.service.store.writing() as db:
        for session in db.query(SignIn).where(SignIn.user_id == someone.id):
            session.used = now() - datetime.timedelta(minutes=59)
    assert someone.get("/v1/session").status_code == 200  # and begins anew
    with app.state.service.store.writing() as db:
        assert min(s.used for s in db.query(SignIn).where(SignIn.user_id == someone.id)) > now() - datetime.timedelta(
            minutes=1
        )
        for session in db.query(SignIn).where(SignIn.user_id == someone.id):
            session.used = now() - datetime.timedelta(minutes=61)
    assert someone.get("/v1/session").status_code == 401


def test_ones_sessions_are_listed_and_can_be_ended(place):
    someone = place.user("consultant", "north")
    elsewhere = place.signed_in(someone.name, someone.password)
    sessions = someone.get("/v1/sessions").json()["sessions"]
    assert sorted(s["this"] for s in sessions) == [False, True]
    (other,) = [s["id"] for s in sessions if not s["this"]]
    assert place.colleague("DELETE", f"/v1/sessions/{other}").status_code == 404
    assert someone("DELETE", f"/v1/sessions/{other}").status_code == 204
    assert elsewhere.get("/v1/session").status_code == 401
    assert someone.get("/v1/session").status_code == 200
    assert place.administrator("DELETE", f"/v1/users/{someone.id}/sessions").status_code == 204
    assert someone.get("/v1/session").status_code == 401


def test_signing_in_again_ends_the_session_that_the_browser_had(app, place):
    someone = place.user("consultant", "north")
    before = dict(someone.client.cookies)
    assert sign_in(app, someone.name, someone.password, client=someone.client).status_code == 201
    assert TestClient(app, cookies=before).get("/v1/session").status_code == 401


def test_a_page_of_another_site_cannot_write_with_the_cookie(place):
    someone = place.user("administrator", None)
    body = {"name": "x", "role": "feed"}
    forged = someone.client.post("/v1/keys", json=body)
    assert forged.status_code == 403
    assert someone.client.post("/v1/keys", json=body, headers={"X-CSRF-Token": "a" * 64}).status_code == 403
    assert someone.post("/v1/keys", json=body).status_code == 201


def test_a_session_ends_with_its_time_and_with_signing_out(app, place):
    someone = place.user("consultant", "north")
    with app.state.service.store.writing() as db:
        for session in db.query(SignIn).where(SignIn.user_id == someone.id):
            session.expires = now() - datetime.timedelta(seconds=1)
    assert someone.get("/v1/session").status_code == 401
    again = place.signed_in(someone.name, someone.password)
    copy = dict(again.client.cookies)
    ended = again("DELETE", "/v1/session")
    assert (ended.status_code, ended.headers["clear-site-data"]) == (204, '"cache", "storage"')
    assert TestClient(app, cookies=copy).get("/v1/session").status_code == 401


def test_another_password_ends_every_session_and_must_be_long(place):
    someone = place.user("consultant", "north")
    change_it = lambda new: someone("PUT", "/v1/session/password", json={"old": someone.password, "new": new})  # noqa: E731
    short = change_it("short")
    assert short.status_code == 422
    assert "12" in short.json()["errors"][0]["expected"]
    wrong = {"old": "wrong", "new": "three words, not near"}
    assert someone("PUT", "/v1/session/password", json=wrong).status_code == 422
    assert change_it("three words, not near").status_code == 204
    assert someone.get("/v1/session").status_code == 401
    assert place.signed_in(someone.name, "three words, not near").get("/v1/session").status_code == 200


def test_someone_who_has_left_is_signed_out_and_stays_out(app, place):
    someone = place.user("consultant", "north")
    assert place.administrator("PATCH", f"/v1/users/{someone.id}", json={"active": False}).json()["active"] is False
    assert someone.get("/v1/session").status_code == 401
    assert sign_in(app, someone.name, someone.password).status_code == 401


def test_a_lost_password_is_made_anew_by_the_administrator(place):
    someone = place.user("consultant", "north")
    made = place.administrator.post(f"/v1/users/{someone.id}/password").json()
    assert someone.get("/v1/session").status_code == 401
    assert place.signed_in(someone.name, made["password"]).id == someone.id


def test_a_key_works_until_it_is_revoked_or_past_its_day(app, place):
    machine, other = place.machine("scorer"), place.machine("scorer")
    assert machine.get("/v1/session").json()["via"] == "key"
    assert place.administrator("DELETE", f"/v1/keys/{machine.id}").status_code == 204
    assert machine.get("/v1/session").status_code == 401
    change(app, ApiKey, other.id, expires=now() - datetime.timedelta(seconds=1))
    assert other.get("/v1/session").status_code == 401


def test_a_key_is_shown_once_and_is_of_a_machine(place):
    shown = place.administrator.get("/v1/keys").json()["keys"]
    assert shown
    assert all(set(k) == {"id", "name", "role", "created", "expires", "revoked"} for k in shown)
    assert place.administrator.post("/v1/keys", json={"name": "x", "role": "consultant"}).status_code == 422
    assert place.administrator.post("/v1/keys", json={"name": "x", "role": "feed", "days": 400}).status_code == 422
    assert place.administrator.post("/v1/users", json={"name": "x", "role": "feed"}).status_code == 422


def test_a_name_that_is_taken_is_refused_in_the_callers_language(place):
    answer = place.administrator.post("/v1/users?lang=en", json={"name": place.consultant.name, "role": "auditor"})
    assert answer.status_code == 409
    assert answer.json()["title"] == "Exists already, or has been done"


def test_pages_follow_one_another_without_gap_or_repetition(place):
    seen, cursor = [], None
    while True:
        page = place.administrator.get("/v1/users", params={"limit": 2} | ({"cursor": cursor} if cursor else {})).json()
        seen += [u["id"] for u in page["users"]]
        cursor = page["next"]
        if cursor is None:
            break
    assert len(seen) == len(set(seen))
    assert place.consultant.id in seen
