"""Damage to one tenant does not touch the others; an index is made anew, and other damage is reported."""

import itertools
import json
import random

import pytest
from conftest import lines
from places import NUMBERS, Place, running, settings_of, until

from service import runner
from service.store import CandidateVersion, Store, Vacancy
from service.upgrade import upgrade

ADS = lines("vacancies.jsonl")[:6]
PROFILE = {"goals": ["gartner"], "constraints": {"weekly_hours": {"max": 20}}}
FILES = ("index.json", "records.arrow", "rows.npy", "entries.npy", "vectors.npy", "passages.npy")


def flipped(data):
    draw, harmed = random.Random(len(data)), bytearray(data)
    for _ in range(20):
        harmed[draw.randrange(len(harmed))] ^= 1 << draw.randrange(8)
    return bytes(harmed)


HARMS = {
    "cut in half": lambda data: data[: len(data) // 2],
    "zeroed": lambda data: bytes(len(data)),
    "flipped": flipped,
    "empty": lambda _: b"",
    "gone": None,
}
DAMAGES = list(itertools.product(FILES, HARMS))
QUICK = [("vectors.npy", "empty"), ("rows.npy", "flipped"), ("index.json", "cut in half"), ("passages.npy", "gone")]


@pytest.fixture(scope="module")
def data(tmp_path_factory, cache_folder):
    """The settings of a stopped service with two tenants, each with an index; and their candidates."""
    settings = settings_of(tmp_path_factory.mktemp("data"), cache_folder)
    store = Store(settings.database_url)
    upgrade(store.engine)
    store.close()
    with running(settings) as (app, _):
        there = [Place(app, f"{name}-{next(NUMBERS)}") for name in ("harmed", "healthy")]
        cases = []
        for place in there:
            place.feed.post("/v1/vacancies?format=jsonl", content="\n".join(ADS))
            place.index_of(len(ADS))
            cases.append(place.consultant.post("/v1/candidates", json=PROFILE).headers["location"])
        lists = [listed(place, case) for place, case in zip(there, cases, strict=True)]
    return settings, there, cases, lists


def listed(place, case):
    answer = place.consultant.get(f"{case}/suggestions?as_of=2026-11-23")
    return answer.status_code, [s["vacancy_id"] for s in answer.json().get("suggestions", [])]


def harm(folder, name, how):
    (path,) = folder.glob(name) if name == "index.json" else folder.glob(f"*/{name}")
    if HARMS[how] is None:
        path.unlink()
    else:
        path.write_bytes(HARMS[how](path.read_bytes()))


@pytest.mark.parametrize(
    ("name", "how"), [pytest.param(*d, marks=() if d in QUICK else pytest.mark.slow) for d in DAMAGES]
)
def test_an_index_that_is_damaged_is_made_anew_and_no_other_tenant_notices(data, name, how, caplog):
    settings, there, cases, lists = data
    harm(settings.indexes / there[0].tenant_id, name, how)
    with running(settings) as (app, client):
        for place in there:
            for someone in (place.consultant,):
                someone.client.app = app
        until(lambda: client.get("/readyz").json()["ready"])
        ready = client.get("/readyz").json()
        assert (ready["tenants_failing"], ready["tenants_behind"], ready["vacancies_behind"]) == (0, 0, 0)
        assert client.get("/healthz").json()["vacancies"] == 2 * len(ADS)
        again = [served(app, place, case) for place, case in zip(there, cases, strict=True)]
    assert again == lists
    assert (name == "index.json" and how == "gone") or "index: made anew" in caplog.text


def served(app, place, case):
    from fastapi.testclient import TestClient

    client = TestClient(app, cookies=dict(place.consultant.client.cookies))
    answer = client.get(f"{case}/suggestions?as_of=2026-11-23")
    return answer.status_code, [s["vacancy_id"] for s in answer.json().get("suggestions", [])]


def test_a_vacancy_whose_record_is_damaged_is_on_no_list_and_told_and_all_others_are(app, place, caplog):
    place.feed.post("/v1/vacancies?format=jsonl", content="\n".join(ADS))
    place.index_of(len(ADS))
    with app.state.service.store.writing() as db:
        row = db.get_one(Vacancy, (place.tenant_id, json.loads(ADS[0])["id"]))
        row.record, row.digest = '{"id": "v001", "title"', "another"
    place.feed.post("/v1/vacancies?format=jsonl", content=ADS[1].replace("søger", "vil gerne have"))
    place.index_of(len(ADS) - 1)
    until(lambda: "the record of a vacancy is damaged" in caplog.text)


def test_a_candidate_whose_record_is_damaged_holds_up_no_other(app, place):
    """Neither on Today nor in a bulk run, of this tenant or another."""
    place.feed.post("/v1/vacancies?format=jsonl", content="\n".join(ADS))
    until(lambda: place.app.state.service.keeper.digests(place.tenant_id))
    whole, damaged = (
        place.consultant.post("/v1/candidates", json=PROFILE | {"label": label}).json()["candidate_id"]
        for label in ("A.A.", "B.B.")
    )
    with app.state.service.store.writing() as db:
        db.get_one(CandidateVersion, (damaged, 1)).record = '{"id": "'
    today = place.consultant.get("/", headers={"Accept": "text/html"})
    assert today.status_code == 200
    assert "kan ikke læses" in today.text
    run = place.scorer.post("/v1/runs", json={"k": 3}).json()["run_id"]
    until(lambda: place.scorer.get(f"/v1/runs/{run}").json()["state"] == "done")
    shown = place.scorer.get(f"/v1/runs/{run}").json()
    assert shown["failed"] == 1
    assert shown["done"] == shown["lists"] - 1
    assert whole in {li["candidate_id"] for li in place.scorer.get(f"/v1/runs/{run}/lists").json()["lists"]}


def test_a_run_that_cannot_be_worked_on_stands_before_no_other_tenants_run(app, place, monkeypatch):
    there = Place(app, f"there-{next(NUMBERS)}")
    for somewhere in (place, there):
        somewhere.feed.post("/v1/vacancies?format=jsonl", content="\n".join(ADS))
        somewhere.consultant.post("/v1/candidates", json=PROFILE)
    made = runner.Runner._block

    def broken(self, run, *rest):
        if run.tenant_id == place.tenant_id:
            raise OSError("something is wrong with this one")
        return made(self, run, *rest)

    monkeypatch.setattr(runner.Runner, "_block", broken)
    stuck = place.scorer.post("/v1/runs", json={"k": 3}).json()["run_id"]
    run = there.scorer.post("/v1/runs", json={"k": 3}).json()["run_id"]
    until(lambda: there.scorer.get(f"/v1/runs/{run}").json()["state"] == "done")
    assert place.scorer.get(f"/v1/runs/{stuck}").json()["state"] == "running"
    place.scorer.post(f"/v1/runs/{stuck}/cancel")


def test_a_tenant_whose_index_cannot_be_made_is_told_of_and_leaves_the_others_ready(app, place, monkeypatch):
    keeper = app.state.service.keeper
    there = Place(app, f"there-{next(NUMBERS)}")
    bring = type(keeper)._bring_up_to_date

    def broken(self, tenant_id, changes):
        if tenant_id == place.tenant_id:
            raise EOFError
        bring(self, tenant_id, changes)

    monkeypatch.setattr(type(keeper), "_bring_up_to_date", broken)
    for somewhere in (place, there):
        somewhere.feed.post("/v1/vacancies?format=jsonl", content="\n".join(ADS))
    there.index_of(len(ADS))
    until(lambda: place.consultant.get("/readyz").json()["tenants_failing"] == 1)
    assert place.consultant.get("/readyz").json()["ready"]


def test_a_run_waits_for_the_lists_to_have_what_was_put_in_before_it(place):
    more = [ad.replace('"id": "', f'"id": "late{n}-', 1) for n in range(12) for ad in ADS]
    place.consultant.post("/v1/candidates", json=PROFILE)
    assert place.feed.post("/v1/vacancies?format=jsonl", content="\n".join(more)).json()["created"] == len(more)
    run = place.scorer.post("/v1/runs", json={"k": 3}).json()["run_id"]
    until(lambda: place.scorer.get(f"/v1/runs/{run}").json()["state"] == "done")
    assert place.scorer.get(f"/v1/runs/{run}").json()["meta"]["vacancies"] >= len(more)


def test_readiness_tells_how_far_the_lists_are_behind(app, place, monkeypatch):
    keeper, bring = app.state.service.keeper, type(app.state.service.keeper)._bring_up_to_date
    until(lambda: place.consultant.get("/readyz").json()["tenants_behind"] == 0)
    monkeypatch.setattr(type(keeper), "_bring_up_to_date", lambda *_: None)
    more = [ad.replace('"id": "', '"id": "later-', 1) for ad in ADS]
    place.feed.post("/v1/vacancies?format=jsonl", content="\n".join(more))
    behind = place.consultant.get("/readyz").json()
    assert (behind["ready"], behind["tenants_behind"], behind["vacancies_behind"]) == (True, 1, len(more))
    monkeypatch.setattr(type(keeper), "_bring_up_to_date", bring)
    until(lambda: place.consultant.get("/readyz").json()["vacancies_behind"] == 0)
