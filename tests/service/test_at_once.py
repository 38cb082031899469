"""Several at once: one change wins, one piece of work is done, and the log has no gap."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from conftest import lines

from service import audit

MANY = 8


@pytest.fixture
def case(place):
    return place.consultant.post("/v1/candidates", json={"interests": ["planter"]}).headers["location"]


def at_once(work):
    with ThreadPoolExecutor(MANY) as pool:
        return sorted(answer.status_code for answer in pool.map(work, range(MANY)))


def test_of_several_replacements_of_one_version_one_wins(place, case):
    replace = lambda n: place.consultant.put(case, json={"goals": [f"gartner {n}"]}, headers={"If-Match": '"1"'})  # noqa: E731
    assert at_once(replace) == [200] + [412] * (MANY - 1)
    assert place.consultant.get(case).json()["version"] == 2


def test_of_several_calls_with_one_key_one_does_the_work(place):
    def create(_):
        headers = {"Idempotency-Key": "all at once"}
        return place.consultant.post("/v1/candidates", json={"interests": ["noget med planter"]}, headers=headers)

    with ThreadPoolExecutor(MANY) as pool:
        ids = {answer.json()["candidate_id"] for answer in pool.map(create, range(MANY))}
    assert len(ids) == 1


def test_of_several_answers_to_one_proposal_one_counts(place, case):
    place.feed.post("/v1/vacancies?format=jsonl", content=lines("vacancies.jsonl")[0])
    rejection = {"vacancy_id": "v001", "kind": "reject", "reason": "not_this_employer", "whose": "person"}
    proposal = place.consultant.post(f"{case}/decisions", json=rejection).json()["proposal_id"]
    confirm = lambda _: place.consultant.post(f"{case}/proposals/{proposal}/confirm")  # noqa: E731
    assert at_once(confirm) == [200] + [409] * (MANY - 1)


def test_of_several_feeds_of_the_same_ads_none_fails(place):
    ads = "\n".join(lines("vacancies.jsonl")[5:15])
    assert at_once(lambda _: place.feed.post("/v1/vacancies?format=jsonl", content=ads)) == [200] * MANY


def test_of_several_users_of_one_name_one_is_made(place):
    body = {"name": f"{place.name}-twin", "role": "consultant"}
    assert at_once(lambda _: place.administrator.post("/v1/users", json=body)) == [201] + [409] * (MANY - 1)


def test_the_log_has_no_gap_and_verifies_after_all_of_this(app, place):
    at_once(lambda _: place.consultant.post("/v1/candidates", json={"interests": ["planter"]}))
    with app.state.service.store.reading() as db:
        assert audit.verify(db, place.tenant_id) is None
