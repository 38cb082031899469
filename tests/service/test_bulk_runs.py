"""Bulk runs: the lists of the matcher for everybody, grouped by candidate, stopped, and taken up again."""

import json
import threading
import time

import pytest
from conftest import lines
from places import index_of, running, until

from service import runner
from service.store import Entry, Run, RunList

DAY = "2026-11-23"
ADS = "\n".join(lines("vacancies.jsonl")[:20])
PEOPLE = [{k: v for k, v in json.loads(line).items() if k != "id"} for line in lines("candidates.jsonl")[:10]]


@pytest.fixture(scope="module")
def cases(place):
    """Ids of the consultant's candidates, and of one in another team."""
    place.feed.post("/v1/vacancies", params={"format": "jsonl"}, content=ADS)
    place.index_of(20)
    mine = [place.consultant.post("/v1/candidates", json=p).json()["candidate_id"] for p in PEOPLE]
    other = place.stranger.post("/v1/candidates", json=PEOPLE[0]).json()["candidate_id"]
    return mine, other


def start(place, **options):
    answer = place.scorer.post("/v1/runs", json={"as_of": DAY, "k": 5} | options)
    assert answer.status_code == 201, answer.text
    return answer.json()["run_id"]


def ended(place, run):
    def shown():
        now = place.scorer.get(f"/v1/runs/{run}").json()
        return None if now["state"] in ("waiting", "running") else now

    return until(shown)


def lists(someone, run):
    found, cursor = {}, None
    while True:
        page = someone.get(f"/v1/runs/{run}/lists", params={"limit": 4} | ({"cursor": cursor} if cursor else {})).json()
        found |= {one["candidate_id"]: one["suggestions"] for one in page["lists"]}
        if (cursor := page["next"]) is None:
            return found


def test_a_run_gives_everybody_the_list_that_they_get_alone(place, cases):
    mine, other = cases
    run = start(place)
    shown = ended(place, run)
    assert (shown["state"], shown["lists"], shown["done"]) == ("done", len(mine) + 1, len(mine) + 1)
    found = lists(place.scorer, run)
    assert set(found) == {*mine, other}
    for id_ in mine[:4]:
        alone = place.consultant.get(f"/v1/candidates/{id_}/suggestions", params={"as_of": DAY, "k": 5}).json()
        assert found[id_] == alone["suggestions"]


def test_whoever_has_the_case_sees_its_list_and_no_other(place, cases):
    mine, other = cases
    run = start(place)
    ended(place, run)
    assert set(lists(place.consultant, run)) == set(mine)
    assert set(lists(place.colleague, run)) == set()
    assert set(lists(place.stranger, run)) == {other}
    assert place.consultant.get(f"/v1/runs/{run}").json()["lists"] == len(mine)


@pytest.mark.usefixtures("cases")
def test_each_list_is_logged_with_its_order(app, place):
    run = start(place)
    ended(place, run)
    with app.state.service.store.reading() as db:
        entries = [json.loads(e.details) for e in db.query(Entry).where(Entry.action == "run.listed")]
    logged = [[id_ for id_, _ in e["shown"]] for e in entries if e["run"] == run]
    shown = [[s["vacancy_id"] for s in found] for found in lists(place.scorer, run).values()]
    assert sorted(logged) == sorted(shown)


@pytest.mark.usefixtures("cases")
def test_what_was_rejected_is_not_on_the_list_of_a_run(place):
    case = place.consultant.post("/v1/candidates", json=PEOPLE[0]).json()["candidate_id"]
    first = place.consultant.get(f"/v1/candidates/{case}/suggestions", params={"as_of": DAY}).json()["suggestions"][0]
    rejection = {"vacancy_id": first["vacancy_id"], "kind": "reject", "reason": "other", "whose": "person"}
    place.consultant.post(f"/v1/candidates/{case}/decisions", json=rejection)
    run = start(place)
    ended(place, run)
    found = lists(place.scorer, run)[case]
    assert first["vacancy_id"] not in [s["vacancy_id"] for s in found]
    assert [s["rank"] for s in found] == [1, 2, 3, 4, 5]
    place.consultant("DELETE", f"/v1/candidates/{case}")
    assert case not in lists(place.scorer, run)


def test_a_run_that_was_interrupted_goes_on_with_what_is_missing(app, place, cases, settings, monkeypatch):
    monkeypatch.setattr(runner, "BLOCK", 2)
    service = app.state.service
    with service.store.writing() as db:  # as a kill in the middle leaves it
        kept = db.query(RunList).where(RunList.candidate_id == cases[0][0]).first()
        run = start_unseen(place, db)
        db.get_one(RunList, (run, cases[0][0])).lines = kept.lines
    with running(settings):
        shown = ended(place, run)
    assert (shown["state"], shown["done"]) == ("done", shown["lists"])


@pytest.mark.usefixtures("cases")
def test_two_machines_share_a_run_without_making_a_list_twice(place, settings, tmp_path, monkeypatch):
    made = runner._lists
    seen = []

    def slowly(matcher, people, request):
        seen.extend((threading.get_ident(), record.id) for record, _ in people)
        time.sleep(0.05)  # long enough for the other to look
        return made(matcher, people, request)

    monkeypatch.setattr(runner, "BLOCK", 1)
    monkeypatch.setattr(runner, "_lists", slowly)
    elsewhere = settings.model_copy(update={"data": tmp_path} if settings.database else {})  # SQLite is of one machine
    with running(elsewhere) as (other, _):
        index_of(other, place.tenant_id, 20)
        run = start(place)
        other.state.service.runner.changed()
        shown = ended(place, run)
    assert (shown["state"], shown["done"]) == ("done", shown["lists"])
    assert sorted(id_ for _, id_ in seen) == sorted(lists(place.scorer, run))
    assert len({thread for thread, _ in seen}) == 1


def test_a_list_that_another_machine_has_made_is_neither_replaced_nor_logged_again(app, place, cases):
    run = start(place)
    ended(place, run)
    before = lists(place.scorer, run)
    with app.state.service.store.writing() as db:
        app.state.service.runner._keep(db, db.get_one(Run, run), {cases[0][0]: ""})
    assert lists(place.scorer, run) == before
    with app.state.service.store.reading() as db:
        logged = [json.loads(e.details)["run"] for e in db.query(Entry).where(Entry.action == "run.listed")]
    assert logged.count(run) == len(before)


def start_unseen(place, db):
    """A run as the endpoint writes it, in another's transaction."""
    from service.api.runs import NewRun, _start
    from service.calls import Call
    from service.scope import Caller

    caller = Caller(place.scorer.id, place.tenant_id, "scorer", via="key")
    return _start(Call(place.app.state.service, caller, db, "da", None), NewRun(k=5, as_of=DAY)).run_id


@pytest.mark.usefixtures("cases")
def test_a_cancelled_run_stops_and_keeps_what_was_made(place, monkeypatch):
    made = runner._lists
    monkeypatch.setattr(runner, "BLOCK", 1)
    monkeypatch.setattr(runner, "_lists", lambda *a: (time.sleep(0.1), made(*a))[1])  # long enough to be cancelled in
    run = start(place)
    cancelled = place.scorer.post(f"/v1/runs/{run}/cancel").json()
    assert cancelled["state"] == "cancelled"
    time.sleep(0.3)
    shown = place.scorer.get(f"/v1/runs/{run}").json()
    assert shown["state"] == "cancelled"
    assert shown["done"] < shown["lists"]
    assert place.scorer.post(f"/v1/runs/{run}/cancel").status_code == 409
    assert [r["id"] for r in place.scorer.get("/v1/runs?limit=200").json()["runs"]].count(run) == 1
