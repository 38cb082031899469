"""A night's feeds in four formats, and how the reader does on ads that its rules were written without.

The floors are what was measured on the first reading; they are not a target to write rules for.
"""

import json

import pytest
from conftest import FIXTURES

from matcher import feeds
from matcher.reader import read
from matcher.schema import Vacancy

NIGHT = FIXTURES / "night"


@pytest.fixture(scope="module")
def pairs():
    """(expected facts, facts as read) of each of the 60 ads."""
    expected = {
        f["id"]: f for f in map(json.loads, (FIXTURES / "facts-night.jsonl").read_text(encoding="utf-8").splitlines())
    }
    found = {}
    for path in sorted(NIGHT.iterdir()):
        for vacancy in feeds.vacancies([path]):
            assert isinstance(vacancy, Vacancy), vacancy
            found[path.stem if path.suffix == ".txt" else vacancy.id] = read(vacancy)
    assert set(found) == set(expected)
    return [(expected[id_], found[id_]) for id_ in sorted(found)]


def share(hits: list[bool]) -> float:
    return sum(hits) / len(hits)


def test_every_ad_of_the_night_is_read(pairs):
    assert len(pairs) == 60


def test_hours_are_read_and_hardly_ever_invented(pairs):
    def same(a: float | None, b: float | None) -> bool:
        return a == b or (None not in (a, b) and abs(a - b) < 0.26)

    exact = [
        same(e["hours"]["min"], f.hours.min)
        and same(e["hours"]["max"], f.hours.max)
        and e["hours"]["basis"].replace("derived", "stated") == f.hours.basis
        for e, f in pairs
    ]
    silent = [f for e, f in pairs if e["hours"]["min"] is None and e["hours"]["max"] is None]
    invented = [f.id for f in silent if (f.hours.min, f.hours.max) != (None, None)]
    assert share(exact) >= 0.78
    assert len(invented) <= 1


def test_the_kind_of_employment_and_the_contract_are_read(pairs):
    assert share([e["employment"] == f.employment for e, f in pairs]) >= 0.90
    assert share([e["contract"] == f.contract for e, f in pairs]) >= 0.90


def test_deadlines_are_read(pairs):
    assert share([e["deadline"] == f.deadline for e, f in pairs]) >= 0.83
