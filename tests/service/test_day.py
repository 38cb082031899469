"""A consultant's day: take up, list, reject with a reason, confirm the change, follow back, give out, delete."""

import json

import pytest
from conftest import lines

DAY = {"as_of": "2026-11-23"}
ADS = "\n".join(lines("vacancies.jsonl")[:20])


@pytest.fixture(scope="module")
def stocked(place):
    """The tenant with twenty vacancies, and an index of them."""
    answer = place.feed.post("/v1/vacancies", params={"format": "jsonl"}, content=ADS)
    assert answer.json()["created"] == 20, answer.text
    place.index_of(20)
    return place


PROFILE = {k: v for k, v in json.loads(lines("candidates.jsonl")[0]).items() if k != "id"}


@pytest.fixture
def case(stocked):
    """A candidate on the consultant's caseload."""
    made = stocked.consultant.post("/v1/candidates", json=PROFILE | {"label": "A.B."})
    assert made.status_code == 201, made.text
    return made.json()["candidate_id"]


def test_a_list_is_logged_with_its_versions_and_order(stocked, case):
    found = stocked.consultant.get(f"/v1/candidates/{case}/suggestions", params=DAY | {"k": 5}).json()
    assert [s["rank"] for s in found["suggestions"]] == [1, 2, 3, 4, 5]
