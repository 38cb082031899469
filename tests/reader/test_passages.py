"""The reader on 791 labelled passages, a third of them set aside while its rules were written.

The floors are what was measured; on the part set aside they say what to expect of other ads.
"""

import json

import pytest
from conftest import FIXTURES

from matcher.reader import read
from matcher.schema import Vacancy

PASSAGES = [json.loads(line) for line in (FIXTURES / "reader" / "passages.jsonl").read_text("utf-8").splitlines()]


def facts(passage):
    text = {"id": passage["id"], "title": passage["title"], "description": passage["text"]}
    return read(Vacancy.model_validate(text | {"published": passage["published"]}))


def about(kind, part):
    return [(p["expect"], facts(p)) for p in PASSAGES if p["about"] == kind and p["part"] == part]


def near(a, b):
    return a == b or (a is not None and b is not None and abs(a - b) < 0.26)


def precision_and_recall(pairs):
    """Micro precision and recall over (expected, found) lists of hashable things."""
    right = sum(len(set(expected) & set(found)) for expected, found in pairs)
    return right / sum(len(set(f)) for _, f in pairs), right / sum(len(set(e)) for e, _ in pairs)


@pytest.mark.parametrize(("part", "floor", "invented"), [("open", 0.79, 3), ("held_back", 0.80, 3)])
def test_hours_are_read_and_hardly_ever_invented(part, floor, invented):
    pairs = about("hours", part)
    right = [near(e["min"], f.hours.min) and near(e["max"], f.hours.max) and e["basis"] == f.hours.basis
             for e, f in pairs]  # fmt: skip
    assert sum(right) / len(right) >= floor
    silent = [f for e, f in pairs if e["min"] is None and e["max"] is None]
    assert sum((f.hours.min, f.hours.max) != (None, None) for f in silent) <= invented


@pytest.mark.parametrize(("part", "precision", "recall"), [("open", 0.95, 0.95), ("held_back", 0.9, 0.58)])
def test_demands_are_read_only_where_something_concrete_is_said(part, precision, recall):
    found = precision_and_recall([(e["demands"], [d.kind for d in f.demands]) for e, f in about("demands", part)])
    assert found[0] >= precision
    assert found[1] >= recall


@pytest.mark.parametrize(("part", "precision", "recall"), [("open", 0.9, 0.9), ("held_back", 0.78, 0.65)])
def test_requirements_are_read_by_kind_and_strength(part, precision, recall):
    pairs = [([r["kind"] for r in e["requirements"]], [r.kind for r in f.requirements])
             for e, f in about("requirements", part)]  # fmt: skip
    found = precision_and_recall(pairs)
    assert found[0] >= precision
    assert found[1] >= recall


@pytest.mark.parametrize(("part", "floor"), [("open", 0.95), ("held_back", 0.9)])
def test_deadlines_are_read(part, floor):
    pairs = about("dates", part)
    assert sum(e["deadline"] == f.deadline for e, f in pairs) / len(pairs) >= floor


@pytest.mark.parametrize("part", ["open", "held_back"])
def test_every_quote_is_a_piece_of_its_passage(part):
    for passage in PASSAGES:
        if passage["part"] == part:
            read_facts = facts(passage)
            quotes = [read_facts.hours.quote, *(r.quote for r in read_facts.requirements),
                      *(d.quote for d in read_facts.demands)]  # fmt: skip
            assert all(q in passage["title"] or q in passage["text"] for q in quotes if q)
