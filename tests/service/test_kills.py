"""A process that is killed at any moment loses nothing that it acknowledged, and the next one starts by itself."""

import contextlib
import http.client
import json
import random
import signal
import threading
import time

import pytest
from conftest import lines
from places import Served, until
from sizes import size

pytestmark = pytest.mark.slow

KILLS = size(1, 20)  # 50 were tried when this was written
ADS = [json.loads(line) for line in lines("vacancies.jsonl")[:6]]
LOST = (OSError, http.client.HTTPException)


class Busy:
    """A client that never stops: puts vacancies in, decides, starts runs, and remembers what was acknowledged."""

    def __init__(self, served, feed, scorer, case):
        self.served, self.feed, self.scorer, self.case = served, feed, scorer, case
        self.vacancies, self.decisions, self.runs = set(), set(), set()
        self.numbers = iter(range(10**6))

    def until_it_is_gone(self):
        with contextlib.suppress(*LOST):
            while True:
                self.round()

    def round(self):
        n = next(self.numbers)
        ads = [ad | {"id": f"n{n}-{ad['id']}"} for ad in ADS]
        body = "\n".join(map(json.dumps, ads))
        if self.served("POST", "/v1/vacancies?format=jsonl", body, self.feed)[0] == 200:
            self.vacancies |= {ad["id"] for ad in ads}
        decision = {"vacancy_id": ads[0]["id"], "kind": "maybe"}
        status, decided = self.served("POST", f"/v1/candidates/{self.case}/decisions", decision)
        if status == 201:
            self.decisions.add(decided["decision_id"])
        if n % 4 == 0:
            status, run = self.served("POST", "/v1/runs", json.dumps({"k": 3}), self.scorer)
            if status == 201:
                self.runs.add(run["run_id"])


def everything(served, path, name):
    found, cursor = [], ""
    while cursor is not None:
        page = served("GET", f"{path}?limit=200" + (f"&cursor={cursor}" if cursor else ""))[1]
        found += page[name]
        cursor = page["next"]
    return found


def test_a_kill_at_any_moment_loses_nothing_that_was_acknowledged(environment, ipsmatch, password):
    served = Served(environment)
    served.sign_in("anna", password)
    bo = served("POST", "/v1/users", {"name": "bo", "role": "consultant"})[1]["password"]
    keys = {role: served.key(ipsmatch, role) for role in ("feed", "scorer")}
    served.sign_in("bo", bo)
    case = served("POST", "/v1/candidates", {"interests": ["noget med planter"]})[1]["candidate_id"]
    busy = Busy(served, keys["feed"], keys["scorer"], case)
    draw = random.Random(9)
    for _ in range(KILLS):
        thread = threading.Thread(target=busy.until_it_is_gone)
        thread.start()
        time.sleep(draw.uniform(0.1, 1.5))
        cookie, csrf = served.cookie, served.csrf
        served.stopped(signal.SIGKILL)
        thread.join()
        assert ipsmatch("service", "verify").returncode == 0
        served = busy.served = Served(environment)
        served.cookie, served.csrf = cookie, csrf
        assert busy.vacancies <= {v["id"] for v in everything(served, "/v1/vacancies", "vacancies")}
        kept = {d["id"] for d in everything(served, f"/v1/candidates/{case}/decisions", "decisions")}
        assert busy.decisions <= kept
        assert busy.runs <= {r["id"] for r in everything(served, "/v1/runs", "runs")}
    assert busy.decisions
    at_rest(served)
    served.stopped()


def at_rest(served):
    """Every run ends, and the index comes to hold what the database holds."""

    def rests():
        states = {r["state"] for r in everything(served, "/v1/runs", "runs")}
        held = len(everything(served, "/v1/vacancies", "vacancies"))
        return states <= {"done"} and served("GET", "/healthz")[1]["vacancies"] == held

    until(rests)
