"""The service answers as the matcher does, keeps nothing, and never repeats what it refuses."""

import datetime

import pytest
from conftest import lines
from fastapi.testclient import TestClient

from matcher.matching import Request
from matcher.phrases import Problem
from service.app import EXAMPLES, create_app

DAY = {"as_of": "2026-11-23"}
JSON = {"content-type": "application/json"}


@pytest.fixture(scope="module")
def folder(index, tmp_path_factory):
    folder = tmp_path_factory.mktemp("service") / "index"
    index.save(folder)
    return folder


@pytest.fixture(scope="module")
def client(folder):
    with TestClient(create_app(folder)) as client:
        yield client


def test_a_served_list_is_the_list_in_process(client, matcher, candidates):
    for line, candidate in zip(lines("candidates.jsonl"), candidates, strict=True):
        response = client.post("/v1/suggestions", params={**DAY, "k": 4, "lang": "en"}, content=line, headers=JSON)
        assert response.status_code == 200
        body = response.json()
        (found,) = matcher.suggest([candidate], Request(k=4, as_of=datetime.date(2026, 11, 23), language="en"))
        assert body["suggestions"] == [s.model_dump(mode="json") for s in found.suggestions]
        assert set(body["vacancies"]) == {s.vacancy_id for s in found.suggestions}
        counts = (found.eligible, found.broken, found.expired, found.duplicates, found.left_out)
        assert tuple(body[k] for k in ("eligible", "broken", "expired", "duplicates", "left_out")) == counts


def test_the_documented_examples_work(client):
    documented = client.get("/openapi.json").json()["paths"]["/v1/suggestions"]["post"]
    examples = documented["requestBody"]["content"]["application/json"]["examples"]
    assert set(examples) == set(EXAMPLES)
    for example in examples.values():
        response = client.post("/v1/suggestions", params=DAY, json=example["value"])
        assert response.status_code == 200
        assert response.json()["suggestions"]


@pytest.mark.parametrize(
    ("body", "field", "expected"),
    [
        ({"id": "x", "interest": ["hund"]}, "interest", "ukendt felt"),
        ({"interests": ["hund"]}, "id", "mangler"),
        ({"id": "x", "goals": ["cpr 010190-1234"]}, "goals.0", "et CPR-nummer må ikke stå her; fjern det"),
        ({"id": "x", "constraints": {"available_from": "i morgen"}}, "constraints.available_from", "forventet en dato"),
        ({"id": "x", "constraints": {"weekly_hours": {"max": "tolv"}}}, "constraints.weekly_hours.max", "et tal"),
    ],
)
def test_a_wrong_field_is_named_and_what_was_sent_is_not_repeated(client, body, field, expected):
    response = client.post("/v1/suggestions", json=body)
    assert response.status_code == 422
    assert response.headers["content-type"] == "application/problem+json"
    (error,) = response.json()["errors"]
    assert error["field"] == field
    assert expected in error["expected"]
    for sent in ("hund", "010190", "i morgen", "tolv"):
        assert sent not in response.text


def test_a_wrong_body_or_query_is_a_clear_error(client):
    assert client.post("/v1/suggestions", content="{", headers=JSON).status_code == 422
    too_many = client.post("/v1/suggestions", params={"k": 1000, "lang": "en"}, json={"id": "x"})
    assert too_many.json()["errors"] == [{"field": "k", "expected": "expected at most 100"}]


def test_health_says_what_is_served(client, index):
    body = client.get("/healthz").json()
    assert body["status"] == "ok"
    assert (body["vacancies"], body["model"]) == (60, index.fingerprint)


def test_nothing_of_a_candidate_is_logged_or_stored(client, folder, caplog, capfd, cache_folder):
    marker = "zqxjkvampirsommerfugl"
    before = {p: p.stat().st_mtime_ns for p in [*folder.rglob("*"), *cache_folder.rglob("*")]}
    with caplog.at_level("DEBUG"):
        client.post("/v1/suggestions", json={"id": marker, "interests": [f"noget med {marker}"]})
        client.post("/v1/suggestions", json={"id": 1, "interests": [f"noget med {marker}"]})
    out, err = capfd.readouterr()
    assert marker not in caplog.text + out + err
    after = {p: p.stat().st_mtime_ns for p in [*folder.rglob("*"), *cache_folder.rglob("*")]}
    assert after == before


def test_a_folder_without_an_index_is_refused_at_start(tmp_path):
    with pytest.raises(Problem, match="not an index"):
        create_app(tmp_path / "nothing")
