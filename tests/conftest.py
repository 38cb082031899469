"""Real small objects that many tests share: the fixtures, the shipped encoder, an index of the fixture vacancies."""

import json
import os
from pathlib import Path

import pytest
from browsing import browser, case_path, site, visitor  # noqa: F401 fixtures of the pages
from places import (  # noqa: F401 fixtures of the service
    address,
    app,
    database,
    environment,
    ipsmatch,
    nordby,
    password,
    place,
    postgresql,
    served,
    settings,
)

from matcher import feeds
from matcher.encoder import DocumentCache, ShippedEncoder
from matcher.index import Index
from matcher.matching import Matcher
from matcher.schema import Candidate, Vacancy

FIXTURES = Path(__file__).parents[1] / "data" / "fixtures"


def lines(name: str) -> list[str]:
    return (FIXTURES / name).read_text(encoding="utf-8").splitlines()


@pytest.fixture(scope="session", autouse=True)
def cache_folder(tmp_path_factory):
    """Vectors of vacancies are kept here, so that the tests encode each fixture once, whichever process they run in."""
    folder = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent
    folder /= "cache"
    folder.mkdir(exist_ok=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("IPSMATCH_CACHE", str(folder))
        yield folder


@pytest.fixture(scope="session")
def vacancies() -> list[Vacancy]:
    return [v for v in feeds.vacancies([FIXTURES / "vacancies.jsonl"]) if isinstance(v, Vacancy)]


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


# --- small real files in every format, read as the commands read them ---


@pytest.fixture
def file(tmp_path):
    """A file with that content: text, bytes, or a value as JSON."""

    def make(content, name):
        path = tmp_path / name
        if not isinstance(content, str | bytes):
            content = json.dumps(content, ensure_ascii=False)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return make


@pytest.fixture
def read(file):
    """The vacancies and refusals of a file with that content."""
    return lambda content, name="feed.json": list(feeds.vacancies([file(content, name)]))


@pytest.fixture
def one(read):
    """The one vacancy of a file with that content."""

    def only(content, name="feed.json"):
        [record] = (item for item in read(content, name) if not isinstance(item, feeds.Notice))
        assert not isinstance(record, feeds.Refusal), record.said("en")
        return record

    return only


@pytest.fixture
def refused(read):
    """(row, field, code) of everything refused in a file with that content; each can be said in both languages."""

    def told(content, name="feed.json"):
        refusals = [r for r in read(content, name) if isinstance(r, feeds.Refusal)]
        for refusal in refusals:
            assert "\n" not in refusal.said("da") + refusal.said("en")
            assert "cannot be read (" not in refusal.said("en")
        return [(r.row, r.field, r.code) for r in refusals]

    return told
