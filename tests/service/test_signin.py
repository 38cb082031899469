"""Signing in: passwords, lock-out, cookies, forged pages and keys."""

import datetime

import pytest
from fastapi.testclient import TestClient
from places import running, settings_of

from service import tenants
from service.signin import Passwords
from service.store import ApiKey, SignIn, Store, User, now
from service.upgrade import upgrade


def change(app, row, id_, **fields):
    with app.state.service.store.writing() as db:
        found = db.get_one(row, id_)
        for name, value in fields.items():
            setattr(found, name, value)


@pytest.fixture
def someone(place):
    return place.user("consultant", "north")


def sign_in(app, name, password):
    return TestClient(app).post("/v1/session", json={"name": name, "password": password})


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
    with store.writing() as db:
        password = tenants.create(db, Passwords(settings), "Vesterby", "anna")
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


def test_five_wrong_passwords_lock_the_account_even_for_the_right_one(app, place):
    someone = place.user("consultant", "north")
    for _ in range(5):
        assert sign_in(app, someone.name, "wrong").status_code == 401
    locked = sign_in(app, someone.name, someone.password)
    assert locked.status_code == 401
    assert locked.json() == sign_in(app, "nobody at all", "wrong").json()
    change(app, User, someone.id, locked_until=now() - datetime.timedelta(seconds=1))
    assert sign_in(app, someone.name, someone.password).status_code == 201


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
    assert again("DELETE", "/v1/session").status_code == 204
    assert TestClient(app, cookies=copy).get("/v1/session").status_code == 401


def test_another_password_ends_every_session_and_must_be_long(place):
    someone = place.user("consultant", "north")
    change_it = lambda new: someone("PUT", "/v1/session/password", json={"old": someone.password, "new": new})  # noqa: E731
    short = change_it("short")
    assert short.status_code == 422
    assert "12" in short.json()["errors"][0]["expected"]
    assert someone("PUT", "/v1/session/password", json={"old": "wrong", "new": "a long enough one"}).status_code == 422
    assert change_it("a long enough one").status_code == 204
    assert someone.get("/v1/session").status_code == 401
    assert place.signed_in(someone.name, "a long enough one").get("/v1/session").status_code == 200


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
    assert all(set(k) == {"id", "name", "role", "expires", "revoked"} for k in shown)
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
