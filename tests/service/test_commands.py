"""The commands round the service, and the service itself as a process: started, stopped, backed up, restored."""

import json
import re
import signal
import sqlite3
from pathlib import Path

import pytest
from places import Served

from service import audit
from service.store import Chain, Entry, Store
from service.upgrade import upgrade

pytestmark = pytest.mark.slow


def test_a_tenant_is_made_once(ipsmatch, password):
    assert len(password) >= 16
    again = ipsmatch("service", "tenant", "Nordby", "--administrator", "berit", "--lang", "en")
    assert (again.returncode, again.stderr) == (2, "Nordby: exists already\n")


def test_a_database_of_an_earlier_version_is_not_served_and_the_command_says_what_to_do(ipsmatch, environment):
    data = Path(environment["IPSMATCH_DATA"])
    data.mkdir()
    store = Store(f"sqlite:///{data / 'ipsmatch.sqlite'}")
    upgrade(store.engine, "0002")
    store.close()
    told = ipsmatch("serve", "--lang", "en")
    assert told.returncode == 2
    assert "(0002); run: ipsmatch service upgrade" in told.stderr


def test_before_an_upgrade_a_backup_can_be_made_and_put_back(ipsmatch, environment, tmp_path):
    data = Path(environment["IPSMATCH_DATA"])
    data.mkdir()
    store = Store(f"sqlite:///{data / 'ipsmatch.sqlite'}")
    upgrade(store.engine, "0002")
    store.close()
    assert ipsmatch("service", "backup", tmp_path / "copy").returncode == 0
    assert ipsmatch("service", "upgrade").returncode == 0
    assert ipsmatch("service", "restore", tmp_path / "copy").returncode == 0
    assert ipsmatch("service", "verify").returncode == 0  # brought up to date once more


def test_the_service_starts_answers_stops_and_writes_lines_of_json(environment, password):
    served = Served(environment, workers=2)
    served.sign_in("anna", password)
    status, users = served("GET", "/v1/users")
    assert (status, [u["name"] for u in users["users"]]) == (200, ["anna"])
    assert served("GET", "/v1/candidates")[0] == 403
    written = served.stopped()
    assert served.process.returncode in (0, -signal.SIGTERM)
    told = [json.loads(line) for line in written.splitlines()]
    calls = [t for t in told if t["event"] == "call"]
    assert {"time", "level", "method", "route", "status", "ms", "call"} <= set(calls[0])
    assert "anna" not in written
    assert password not in written
    assert "127.0.0.1" not in written


@pytest.mark.usefixtures("password")
def test_a_second_service_over_the_same_folder_and_a_restore_under_one_are_refused(environment, ipsmatch, tmp_path):
    served = Served(environment)
    assert ipsmatch("service", "backup", tmp_path / "copy").returncode == 0
    second = ipsmatch("serve", "--port", "1", "--lang", "en")
    assert "another program" in second.stderr
    assert ipsmatch("service", "restore", tmp_path / "copy").returncode == 2
    served.stopped()
    assert ipsmatch("service", "restore", tmp_path / "copy").returncode == 0


def test_a_backup_holds_what_was_acknowledged_and_comes_back(environment, ipsmatch, password, tmp_path):
    served = Served(environment)
    served.sign_in("anna", password)
    assert served("POST", "/v1/users", {"name": "bo", "role": "consultant"})[0] == 201
    assert ipsmatch("service", "backup", tmp_path / "copy").returncode == 0
    assert served("POST", "/v1/users", {"name": "carl", "role": "consultant"})[0] == 201
    served.stopped()
    assert (tmp_path / "copy").stat().st_mode & 0o777 == 0o600
    assert ipsmatch("service", "restore", tmp_path / "copy").returncode == 0
    served = Served(environment)
    served.sign_in("anna", password)
    assert {u["name"] for u in served("GET", "/v1/users")[1]["users"]} == {"anna", "bo"}
    served.stopped()
    assert ipsmatch("service", "verify").returncode == 0


@pytest.mark.usefixtures("password")
def test_what_is_no_whole_backup_is_refused_and_changes_nothing(ipsmatch, tmp_path):
    ipsmatch("service", "backup", tmp_path / "copy")
    whole = (tmp_path / "copy").read_bytes()
    for harm in (whole[: len(whole) // 2], b"nothing of the kind", b""):
        (tmp_path / "harmed").write_bytes(harm)
        told = ipsmatch("service", "restore", tmp_path / "harmed", "--lang", "en")
        assert told.returncode == 2
        assert "not a whole copy" in told.stderr or "nothing was changed" in told.stderr
    assert ipsmatch("service", "verify").returncode == 0


@pytest.mark.usefixtures("password")
def test_verify_prints_the_head_and_finds_what_was_changed_behind_the_services_back(ipsmatch, tmp_path):
    good = ipsmatch("service", "verify", "--lang", "en")
    assert re.fullmatch(r"Nordby=1:[0-9a-f]{64}\n", good.stdout)
    with sqlite3.connect(tmp_path / "data" / "ipsmatch.sqlite") as database:
        database.execute("UPDATE log SET actor = 'somebody else'")
    database.close()
    bad = ipsmatch("service", "verify", "--lang", "en")
    assert bad.returncode == 2
    assert bad.stderr == "the log of Nordby does not hold at no. 1 (changed)\n"


@pytest.mark.usefixtures("password")
def test_retain_says_what_went(ipsmatch):
    told = ipsmatch("service", "retain", "--lang", "en")
    assert told.stdout == "deleted: 0 candidates, 0 vacancies, 0 contacts, 0 runs, 0 log entries, 0 sessions\n"


def test_a_log_is_never_kept_for_less_than_half_a_year(ipsmatch, environment):
    environment["IPSMATCH_KEEP_LOG_MONTHS"] = "5"
    assert ipsmatch("service", "retain").returncode != 0


@pytest.mark.usefixtures("password")
def test_a_head_that_was_kept_shows_a_log_that_was_written_anew_as_a_whole(ipsmatch, tmp_path):
    head = ipsmatch("service", "verify").stdout.strip()
    for _ in range(2):
        ipsmatch("service", "administrator", "Nordby", "berit")
    assert ipsmatch("service", "verify", "--head", head, "--lang", "en").stdout.splitlines()[-1] == (
        "Nordby: the log still has the head at no. 1"
    )
    store = Store(f"sqlite:///{tmp_path / 'data' / 'ipsmatch.sqlite'}")
    with store.writing() as db:  # by somebody who can write to the database
        (first, *rest) = db.query(Entry).order_by(Entry.seq)
        first.actor, previous = "user:nobody", ""
        for entry in (first, *rest):
            entry.previous = previous
            previous = entry.digest = audit.digest(entry)
        db.query(Chain).one().digest = previous
    store.close()
    assert ipsmatch("service", "verify").returncode == 0
    forged = ipsmatch("service", "verify", "--head", head, "--lang", "en")
    assert (forged.returncode, "no longer has the head" in forged.stderr) == (2, True)
    for wrong in ("Nordby", "Nordby=x:y", "Sydby=1:a"):
        assert ipsmatch("service", "verify", "--head", wrong).returncode == 2


@pytest.mark.usefixtures("password")
def test_a_second_service_touches_nothing_of_the_first_ones(environment, ipsmatch, tmp_path):
    served = Served(environment)
    under_way = tmp_path / "data" / ".feed-under-way.jsonl"
    under_way.write_text("an import")
    assert ipsmatch("serve", "--port", "1").returncode == 2
    assert under_way.exists()
    served.stopped()


@pytest.mark.usefixtures("password")
def test_what_the_service_writes_is_for_whoever_runs_it(environment, ipsmatch, tmp_path):
    data = tmp_path / "theirs"
    data.mkdir(mode=0o755)
    environment["IPSMATCH_DATA"] = str(data)
    assert ipsmatch("service", "tenant", "Nordby", "--administrator", "anna").returncode == 0
    served = Served(environment)
    served.stopped()
    modes = {p.relative_to(data): p.stat().st_mode & 0o077 for p in data.rglob("*")}
    assert {path for path, others in modes.items() if others} == set()
    assert len(modes) > 3


@pytest.mark.usefixtures("password")
def test_retain_doubts_a_clock_that_is_years_ahead_of_the_log(ipsmatch, tmp_path):
    with sqlite3.connect(tmp_path / "data" / "ipsmatch.sqlite") as database:
        database.execute("UPDATE log SET at = '2015-01-01 00:00:00.000000'")
    database.close()
    told = ipsmatch("service", "retain", "--lang", "en")
    assert (told.returncode, "mend the clock" in told.stderr) == (2, True)
    assert ipsmatch("service", "retain", "--clock-is-right").returncode == 0
