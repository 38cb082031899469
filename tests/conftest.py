"""Real small objects that many tests share: the fixtures, the shipped encoder, an index of the fixture vacancies."""

import json
from pathlib import Path

import pytest

from matcher.encoder import DocumentCache, ShippedEncoder
from matcher.index import Index
from matcher.matching import Matcher
from matcher.schema import Candidate, Vacancy

FIXTURES = Path(__file__).parents[1] / "data" / "fixtures"


def lines(name: str) -> list[str]:
    return (FIXTURES / name).read_text(encoding="utf-8").splitlines()


@pytest.fixture(scope="session", autouse=True)
def cache_folder(tmp_path_factory):
    """Vectors of vacancies are kept here, so that the tests encode each fixture once and touch no one's cache."""
    folder = tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("IPSMATCH_CACHE", str(folder))
        yield folder


@pytest.fixture(scope="session")
def vacancies() -> list[Vacancy]:
    return [Vacancy.model_validate_json(line) for line in lines("vacancies.jsonl")]


@pytest.fixture(scope="session")
def candidates() -> list[Candidate]:
    return [Candidate.model_validate_json(line) for line in lines("candidates.jsonl")]


@pytest.fixture(scope="session")
def expected_facts() -> dict[str, dict]:
    return {f["id"]: f for f in map(json.loads, lines("facts.jsonl"))}


@pytest.fixture(scope="session")
def shipped() -> ShippedEncoder:
    return ShippedEncoder()


@pytest.fixture(scope="session")
def encoder(shipped, cache_folder) -> DocumentCache:
    return DocumentCache(shipped, cache_folder)


@pytest.fixture(scope="session")
def index(vacancies, encoder) -> Index:
    return Index.build(vacancies, encoder)


@pytest.fixture(scope="session")
def matcher(index, encoder) -> Matcher:
    return Matcher(index, encoder)
