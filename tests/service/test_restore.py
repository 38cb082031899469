"""A restored backup brings back nobody who was deleted or shut out since, and deleted data leave the files."""

import sqlite3
import time
from pathlib import Path

import pytest
from places import NUMBERS, OWN_PASSWORD, Place, Served, fresh_database, running, settings_of, until
from sqlalchemy import create_engine, make_url, select, text

from service import backup
from service.ads import vacancies as ads
from service.calls import Access
from service.door import tenants
from service.removals import Removals
from service.scope import Caller
from service.store import ApiKey, Candidate, Disclosure, SignIn, Store, Tenant, User, Vacancy
from service.upgrade import upgrade

pytestmark = pytest.mark.slow

AD = "Vi søger en opvasker\nDu vasker op i vores café 12 timer om ugen."


@pytest.fixture
def copied(request, tmp_path, cache_folder):
    """A service and a way to put its database back to where it stood before: SQLite by our commands, PostgreSQL by a
    database made from a template, as its own tools would.
    """

    def make(kind):
        if kind == "sqlite":
            settings = settings_of(tmp_path, cache_folder)
            back = lambda: backup.restore(settings, tmp_path / "copy", begun=tmp_path / "restoring")  # noqa: E731
            return settings, lambda: backup.back_up(settings, tmp_path / "copy"), back
        url = fresh_database(request.getfixturevalue("postgresql"))
        settings = settings_of(tmp_path, cache_folder, url)
        return settings, lambda: _copy(url, "copy"), lambda: _copy(_copy_of(url), None)

    return make


def _name(url):
    return make_url(url).database


def _copy_of(url):
    return make_url(url).set(database=f"copy_{_name(url)}").render_as_string(hide_password=False)


def _copy(url, to):
    """Make a database the template of another."""
    name = _name(url)
    target = f"copy_{name}" if to else name.removeprefix("copy_")
    server = make_url(url).set(drivername="postgresql+psycopg", database="postgres")
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        end = text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname IN (:a, :b)")
        connection.execute(end, {"a": name, "b": target})
        connection.execute(text(f"DROP DATABASE IF EXISTS {target}"))
        connection.execute(text(f"CREATE DATABASE {target} TEMPLATE {name}"))
    engine.dispose()


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_what_was_deleted_and_taken_away_after_the_backup_stays_so(copied, kind):
    settings, back_up, restore = copied(kind)
    store = Store(settings.database_url)
    upgrade(store.engine)
    store.close()
    with running(settings) as (app, _):
        place = Place(app, f"place-{next(NUMBERS)}")
        leaver, promoted = place.user("consultant", "north"), place.user("consultant", "north")
        gone, moved = (place.consultant.post("/v1/candidates", json={"goals": ["gartner"]}).json() for _ in range(2))
        paste = place.consultant.post("/v1/vacancies?format=txt", content=AD).json()["rows"][0]["id"]
        employer = place.consultant.post("/v1/employers", json={"name": "Egely"}).json()["employer_id"]
        agreed = f"/v1/candidates/{moved['candidate_id']}/disclosures/{employer}"
        place.consultant.put(agreed, json={"state": "by_person"})
        with app.state.service.store.reading() as db:
            old = db.get_one(User, promoted.id).password
    back_up()
    with running(settings) as (app, _):
        place.app = app
        consultant, supervisor, administrator, changing = (
            place.signed_in(p.name, p.password)
            for p in (place.consultant, place.supervisor, place.administrator, promoted)
        )
        done = [
            consultant("DELETE", f"/v1/candidates/{gone['candidate_id']}"),
            consultant.put(agreed, json={"state": "nothing"}),
            supervisor.put(f"/v1/candidates/{moved['candidate_id']}/owner", json={"user_id": place.colleague.id}),
            administrator("DELETE", f"/v1/keys/{place.feed.id}"),
            administrator("PATCH", f"/v1/users/{leaver.id}", json={"active": False}),
            changing.put("/v1/session/password", json={"old": OWN_PASSWORD, "new": OWN_PASSWORD + " igen"}),
        ]
        assert [answer.status_code for answer in done] == [204, 200, 200, 204, 200, 204]
        me = Caller(place.consultant.id, place.tenant_id, "consultant", "north")
        ads.take_back(Access(app.state.service, me, "da"), paste)
    restore()
    store = Store(settings.database_url)
    with store.reading() as db:  # the copy itself has them all
        assert db.get(Candidate, gone["candidate_id"])
        assert db.get_one(User, promoted.id).password == old
        assert db.query(Disclosure).one().state == "by_person"
    assert backup.replay(store, Removals(settings.removals_file)) == 7
    with store.reading() as db:
        assert db.get(Candidate, gone["candidate_id"]) is None
        assert db.get_one(Candidate, moved["candidate_id"]).owner_id == place.colleague.id
        assert db.query(Disclosure).count() == 0  # the consent that was taken back is asked for again
        assert db.get_one(ApiKey, place.feed.id).revoked
        assert db.get_one(User, leaver.id).active is False
        assert db.get_one(User, promoted.id).password is None  # an administrator gives a new first one
        assert db.get(Vacancy, (place.tenant_id, paste)) is None
        assert db.query(SignIn).count() == 0
    assert backup.replay(store, Removals(settings.removals_file)) == 0
    store.close()


def test_the_command_restores_replays_and_signs_everybody_out(environment, ipsmatch, password, tmp_path):
    served = Served(environment)
    served.sign_in("anna", password)
    cookie = served.cookie
    bo = served("POST", "/v1/users", {"name": "bo", "role": "consultant"})[1]
    assert ipsmatch("service", "backup", tmp_path / "copy #1?").returncode == 0
    served("PATCH", f"/v1/users/{bo['id']}", {"active": False})
    served.stopped()
    told = ipsmatch("service", "restore", tmp_path / "copy #1?", "--lang", "en")
    assert (told.returncode, "1 deletions and revocations" in told.stdout) == (0, True)
    served = Served(environment)
    served.cookie = cookie
    assert served("GET", "/v1/session")[0] == 401
    served.sign_in("anna", password)
    assert [u["active"] for u in served("GET", "/v1/users")[1]["users"] if u["name"] == "bo"] == [False]
    served.stopped()


def test_a_case_that_went_to_somebody_who_came_later_keeps_its_owner_who_is_shut_out(tmp_path, cache_folder):
    """An act that cannot be repeated stops none of the others."""
    settings = settings_of(tmp_path, cache_folder)
    store = Store(settings.database_url)
    upgrade(store.engine)
    store.close()
    with running(settings) as (app, _):
        place = Place(app, f"place-{next(NUMBERS)}")
        case = place.consultant.post("/v1/candidates", json={"goals": ["gartner"]}).json()["candidate_id"]
        gone = place.colleague.post("/v1/candidates", json={"goals": ["kok"]}).json()["candidate_id"]
    backup.back_up(settings, tmp_path / "copy")
    with running(settings) as (app, _):
        place.app = app
        supervisor, administrator, colleague = (
            place.signed_in(p.name, p.password) for p in (place.supervisor, place.administrator, place.colleague)
        )
        place.administrator = administrator
        newcomer = place.user("consultant", "north")
        assert supervisor.put(f"/v1/candidates/{case}/owner", json={"user_id": newcomer.id}).status_code == 200
        assert colleague("DELETE", f"/v1/candidates/{gone}").status_code == 204
        with app.state.service.store.writing() as db:
            entry, user_id = tenants.remove_user(db, place.name, place.consultant.name)
            Removals(settings.removals_file).note(entry, "account", user_id)
    backup.restore(settings, tmp_path / "copy", begun=tmp_path / "restoring")
    store = Store(settings.database_url)
    assert backup.replay(store, Removals(settings.removals_file)) > 2
    with store.reading() as db:
        owner = db.get_one(User, place.consultant.id)
        assert (owner.active, owner.password) == (False, None)
        assert db.get_one(Candidate, case).owner_id == owner.id
        assert db.get(Candidate, gone) is None
    store.close()


@pytest.mark.usefixtures("password")
def test_nobody_is_served_between_a_restore_and_the_deletions_that_follow_it(environment, ipsmatch):
    begun = Path(environment["IPSMATCH_DATA"]) / "restoring"
    begun.touch()
    told = ipsmatch("serve", "--lang", "en")
    assert told.returncode != 0
    assert "run: ipsmatch service replay" in told.stderr
    assert ipsmatch("service", "replay").returncode == 0
    assert not begun.exists()


def test_an_administrators_password_that_a_command_replaced_does_not_come_back(
    environment, ipsmatch, password, tmp_path
):
    assert ipsmatch("service", "backup", tmp_path / "copy").returncode == 0
    assert ipsmatch("service", "administrator", "Nordby", "anna").returncode == 0
    told = ipsmatch("service", "restore", tmp_path / "copy", "--lang", "en")
    assert "1 deletions and revocations" in told.stdout
    served = Served(environment)
    assert served("POST", "/v1/session", {"name": "anna", "password": password})[0] == 401
    served.stopped()


def test_a_line_that_was_cut_short_by_a_kill_takes_no_other_along(tmp_path):
    file = tmp_path / "removals.jsonl"
    removals = Removals(file)
    removals.note_tenant("a")
    with file.open("ab") as cut:
        cut.write(b'{"tenant": "b", "se')
    removals.note_tenant("c")
    assert [line["id"] for line in removals.lines()] == ["a", "c"]
    assert file.stat().st_mode & 0o777 == 0o600


# --- what is deleted leaves the file ---


def bytes_of(settings):
    return b"".join(p.read_bytes() for p in settings.data.glob("ipsmatch.sqlite*"))


def test_a_deletion_is_answered_at_once_while_somebody_reads_and_its_bytes_go_when_the_reader_has(
    tmp_path, cache_folder
):
    settings = settings_of(tmp_path, cache_folder)
    store = Store(settings.database_url)
    upgrade(store.engine)
    store.close()
    marker = "zqxjkvampirsommerfugl"
    with running(settings) as (app, client):
        place = Place(app, f"place-{next(NUMBERS)}")
        case = place.consultant.post("/v1/candidates", json={"goals": [marker]}).headers["location"]
        with sqlite3.connect(settings.data / "ipsmatch.sqlite", isolation_level=None) as reader:
            reader.execute("BEGIN")
            reader.execute("SELECT count(*) FROM candidate").fetchone()
            begin = time.monotonic()
            assert place.consultant("DELETE", case).status_code == 204
            assert place.colleague.get("/v1/candidates").status_code == 200
            assert place.colleague.post("/v1/candidates", json={"goals": ["gartner"]}).status_code == 201
            assert time.monotonic() - begin < 5
            ready = client.get("/readyz")
            assert (ready.status_code, ready.json()["erased"]) == (200, False)
            time.sleep(1.5)
            assert not client.get("/readyz").json()["erased"]
            reader.execute("COMMIT")
        reader.close()
        until(lambda: client.get("/readyz").json()["erased"])
        assert marker.encode() not in bytes_of(settings)
    assert app


# --- the end of a contract, and of a user ---


def test_a_tenant_is_removed_with_everything_of_it_and_no_other_is_touched(environment, ipsmatch, password, tmp_path):
    assert ipsmatch("service", "tenant", "Sydby", "--administrator", "sanne").returncode == 0
    served = Served(environment)
    served.sign_in("anna", password)
    key = served.key(ipsmatch, "feed")
    bo = served("POST", "/v1/users", {"name": "bo", "role": "consultant"})[1]["password"]
    served("POST", "/v1/vacancies?format=txt", AD, key)
    served.sign_in("bo", bo)
    marker = "zqxjkvampirsommerfugl"
    served("POST", "/v1/candidates", {"goals": [marker]})
    served("POST", "/v1/employers", {"name": "Egely", "needs": f"De mangler {marker}"})
    leads = tmp_path / "data" / "leads"
    until(lambda: list(leads.rglob("records.arrow")))
    served.stopped()
    asked = ipsmatch("service", "remove-tenant", "Nordby", "--lang", "en")
    assert (asked.returncode, "nothing was deleted" in asked.stderr) == (2, True)
    assert ipsmatch("service", "remove-tenant", "Nordby", "--really", "Nordby").returncode == 0
    assert marker.encode() not in b"".join(p.read_bytes() for p in (tmp_path / "data").rglob("*") if p.is_file())
    assert len(list((tmp_path / "data" / "index").iterdir())) <= 1
    assert list(leads.iterdir()) == []
    store = Store(f"sqlite:///{tmp_path / 'data' / 'ipsmatch.sqlite'}")
    with store.reading() as db:
        assert [t.name for t in db.scalars(select(Tenant))] == ["Sydby"]
        assert [u.name for u in db.scalars(select(User))] == ["sanne"]
    store.close()
    assert ipsmatch("service", "verify").returncode == 0


def test_a_user_is_removed_when_no_candidate_is_left_behind(environment, ipsmatch, password):
    served = Served(environment)
    served.sign_in("anna", password)
    bo = served("POST", "/v1/users", {"name": "bo", "role": "consultant"})[1]["password"]
    served.sign_in("bo", bo)
    case = served("POST", "/v1/candidates", {"goals": ["gartner"]})[1]["candidate_id"]
    kept = ipsmatch("service", "remove-user", "Nordby", "bo", "--lang", "en")
    assert (kept.returncode, kept.stderr) == (
        2,
        "bo has 1 candidates on the caseload; hand them over or delete them first\n",
    )
    assert served("DELETE", f"/v1/candidates/{case}")[0] == 204
    assert ipsmatch("service", "remove-user", "Nordby", "bo").returncode == 0
    assert served("GET", "/v1/session")[0] == 401
    served.stopped()
    assert ipsmatch("service", "verify").returncode == 0
