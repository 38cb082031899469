"""A list for a candidate in the body is that of the matcher; nothing is kept; a refusal never repeats the input."""

import datetime
import json

import pytest
from conftest import lines
from fastapi.testclient import TestClient
from sqlalchemy import select

from matcher.facts.columns import rules_version
from matcher.matching import Request
from matcher.phrases import Problem
from service.api.suggestions import EXAMPLES
from service.app import create_app
from service.store import Entry

DAY = {"as_of": "2026-11-23"}
JSON = {"content-type": "application/json"}


@pytest.fixture(scope="module")
def consultant(place):
    ads = "\n".join(lines("vacancies.jsonl"))
    assert place.feed.post("/v1/vacancies", params={"format": "jsonl"}, content=ads).json()["created"] == 60
    place.index_of(60)
    return place.consultant


def test_a_served_list_is_the_list_in_process(consultant, matcher, candidates):
    for line, candidate in zip(lines("candidates.jsonl")[:8], candidates[:8], strict=True):
        response = consultant.post("/v1/suggestions", params={**DAY, "k": 4, "lang": "en"}, content=line, headers=JSON)
        assert response.status_code == 200
        body = response.json()
        (found,) = matcher.suggest([candidate], Request(k=4, as_of=datetime.date(2026, 11, 23), language="en"))
        assert body["suggestions"] == [s.model_dump(mode="json") for s in found.suggestions]
        assert set(body["vacancies"]) == {s.vacancy_id for s in found.suggestions}
        counts = (found.eligible, found.broken, found.expired, found.duplicates, found.left_out)
        assert tuple(body[k] for k in ("eligible", "broken", "expired", "duplicates", "left_out")) == counts


def test_the_documented_examples_work(consultant):
    documented = consultant.get("/openapi.json").json()["paths"]["/v1/suggestions"]["post"]
    examples = documented["requestBody"]["content"]["application/json"]["examples"]
    assert set(examples) == set(EXAMPLES)
    for example in examples.values():
        response = consultant.post("/v1/suggestions", params=DAY, json=example["value"])
        assert response.status_code == 200
        assert response.json()["suggestions"]


@pytest.mark.parametrize(
    ("body", "field", "expected"),
    [
        ({"id": "x", "interest": ["hund"]}, "interest", "ukendt felt"),
        ({"interests": ["hund"]}, "id", "mangler"),
        ({"id": "x", "goals": ["cpr 010190-1234"]}, "goals.0", "et CPR-nummer må ikke stå her; fjern det"),
        ({"id": "x", "goals": ["har ADHD"]}, "goals.0", "Dagen på arbejdet"),
        ({"id": "x", "constraints": {"available_from": "i morgen"}}, "constraints.available_from", "skriv en dato"),
        ({"id": "x", "constraints": {"weekly_hours": {"max": "tolv"}}}, "constraints.weekly_hours.max", "et tal"),
        ({"id": "x", "constraints": {"postcode": "9999"}}, "constraints.postcode", "det postnummer kendes ikke"),
        ({"id": "x", "goals": ["hund"] * 101}, "goals", "for mange; højst 100"),
        ({"id": "x", "goals": ["hund " * 300]}, "goals.0", "højst 1000 tegn"),
    ],
)
def test_a_wrong_field_is_named_and_what_was_sent_is_not_repeated(consultant, body, field, expected):
    response = consultant.post("/v1/suggestions", json=body)
    assert response.status_code == 422
    assert response.headers["content-type"] == "application/problem+json"
    (error,) = response.json()["errors"]
    assert error["field"] == field
    assert expected in error["expected"]
    for sent in ("hund", "010190", "i morgen", "tolv"):
        assert sent not in response.text


def test_a_wrong_body_or_query_is_a_clear_error(consultant):
    assert consultant.post("/v1/suggestions", content="{", headers=JSON).status_code == 422
    too_many = consultant.post("/v1/suggestions", params={"k": 1000, "lang": "en"}, json={"id": "x"})
    assert too_many.json()["errors"] == [{"field": "k", "expected": "write at most 100"}]


def test_a_body_that_is_too_large_is_refused_with_or_without_its_length(consultant):
    large = json.dumps({"id": "x", "goals": ["x" * 300_000]})
    assert consultant.post("/v1/suggestions", content=large, headers=JSON).status_code == 413
    in_parts = consultant.post("/v1/suggestions", content=iter([large.encode()]), headers=JSON)
    assert in_parts.status_code == 413
    assert in_parts.headers["content-type"] == "application/problem+json"


def test_health_says_what_is_served(consultant, index):
    body = consultant.get("/healthz").json()
    assert body["status"] == "ok"
    assert (body["vacancies"], body["model"]) == (60, index.fingerprint)
    ready = consultant.get("/readyz").json()
    assert (ready["ready"], ready["tenants_behind"], ready["vacancies_behind"], ready["erased"]) == (True, 0, 0, True)


def test_nothing_of_a_candidate_is_logged_or_stored(consultant, settings, caplog, capfd, cache_folder):
    marker = "zqxjkvampirsommerfugl"
    with caplog.at_level("DEBUG"):
        consultant.post("/v1/suggestions", json={"id": marker, "interests": [f"noget med {marker}"]})
        consultant.post("/v1/suggestions", json={"id": 1, "interests": [f"noget med {marker}"]})
    out, err = capfd.readouterr()
    assert marker not in caplog.text + out + err
    written = [p for folder in (settings.data, cache_folder) for p in folder.rglob("*") if p.is_file()]
    assert [p for p in written if marker.encode() in p.read_bytes()] == []


def test_that_a_list_was_made_is_logged_and_by_which_model_and_rules_and_not_for_whom(app, consultant, index):
    consultant.post("/v1/suggestions", json={"id": "x", "interests": ["planter"]})
    with app.state.service.store.reading() as db:
        entry = db.scalars(select(Entry).order_by(Entry.seq.desc())).first()
    assert (entry.action, entry.pseudonym) == ("suggestions.made", None)
    assert json.loads(entry.details) == {"model": index.fingerprint, "rules": rules_version()}


def test_a_database_of_another_version_is_refused_at_start(settings, tmp_path):
    with pytest.raises(Problem, match="ipsmatch service upgrade"):
        create_app(settings.model_copy(update={"database": f"sqlite:///{tmp_path / 'empty.sqlite'}"}))


def test_headers_keep_answers_out_of_frames_and_caches(consultant):
    headers = consultant.get("/v1/session").headers
    assert headers["x-frame-options"] == "DENY"
    assert headers["cache-control"] == "no-store"
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "max-age" in headers["strict-transport-security"]


def test_what_is_nowhere_is_a_problem_too(app):
    answer = TestClient(app).get("/v1/nowhere")
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"
