"""The whole reader: the invented ads as an oracle, and what must hold for any text."""

import json
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.reader import passages, read
from matcher.schema import TIMES, Reading, Vacancy

FIXTURES = Path(__file__).parents[2] / "data" / "fixtures"
TOLERANCE = 0.26  # hours a week: what rounding of a month may cost


def rows(name: str) -> list[dict]:
    return [json.loads(line) for line in (FIXTURES / name).read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def pairs() -> list[tuple[Reading, dict]]:
    expected = {row["id"]: row for row in rows("facts.jsonl")}
    found = [read(Vacancy.model_validate(row)) for row in rows("vacancies.jsonl")]
    return [(facts, expected[facts.id]) for facts in found if facts.id in expected]


def share(values: list[bool]) -> float:
    return sum(values) / len(values)


def near(a: float | None, b: float | None) -> bool:
    return a is b or (a is not None and b is not None and abs(a - b) < TOLERANCE)


def test_hours_of_the_fixtures(pairs) -> None:
    right = [
        near(f.hours.min, e["hours"]["min"])
        and near(f.hours.max, e["hours"]["max"])
        and f.hours.basis == e["hours"]["basis"]
        for f, e in pairs
    ]
    assert share(right) >= 0.95


def test_hours_are_not_invented_for_the_fixtures(pairs) -> None:
    assert all(f.hours.max is None and f.hours.min is None for f, e in pairs if e["hours"]["basis"] in NO_NUMBERS)


NO_NUMBERS = ("unstated", "negotiable", "parttime_word")


@pytest.mark.parametrize(
    ("field", "floor"), [("employment", 1.0), ("contract", 0.95), ("deadline", 0.95), ("start", 0.9)]
)
def test_facts_of_the_fixtures(pairs, field: str, floor: float) -> None:
    assert share([getattr(f, field) == e[field] for f, e in pairs]) >= floor


def test_times_of_the_fixtures(pairs) -> None:
    answers = [(getattr(f.schedule, t), e["schedule"].get(t)) for f, e in pairs for t in TIMES]
    both = sum(a == b == "yes" for a, b in answers)
    either = sum("yes" in (a, b) for a, b in answers)
    assert both / either >= 0.93
    assert not any(a == "no" and b == "yes" for a, b in answers)


def quotes(facts: Reading) -> list[str]:
    single = [facts.employment_quote, facts.contract_quote, facts.hours.quote, facts.day_starts_quote]
    single += [facts.deadline_quote, facts.start_quote]
    return [q for q in single if q is not None] + list(facts.schedule_quotes) + [r.quote for r in facts.requirements]


def check(vacancy: Vacancy) -> None:
    facts = read(vacancy)
    for quote in quotes(facts) + passages(vacancy):
        assert quote.strip()
        assert len(quote) <= 300
        assert quote in vacancy.title or quote in vacancy.description
    assert read(vacancy) == facts


WORDS = (
    "20 timer om ugen",
    "fuldtid",
    "deltid",
    "kl. 7-15",
    "kl.",
    "ca.",
    "den 30.",
    "november 2026",
    "ansøgningsfrist",
    "senest",
    "fleksjob",
    "ikke",
    "kørekort",
    "B og C",
    "hver 3. weekend",
    "vikariat",
    "\n",
    "•",
    "- ",
    "pr.",
    "uge",
    "snarest",
    "aften-",
    "og",
    "(",
    "120 timer pr. måned",
    "à 4 timer",
    "3 aftener",
    "½",
    "%",
    "75",
    "1/2",
    "5 pm",
)
ads = st.lists(st.sampled_from(WORDS), min_size=1, max_size=40).map(" ".join)
texts = st.text(min_size=1, max_size=300).filter(str.strip)


@settings(max_examples=150, deadline=None)
@given(title=texts, description=texts)
def test_any_text_is_read_with_true_quotes(title: str, description: str) -> None:
    check(Vacancy(id="x", title=title, description=description))


@settings(max_examples=150, deadline=None)
@given(title=ads.filter(str.strip), description=ads.filter(str.strip))
def test_any_jumble_of_ad_words_is_read_with_true_quotes(title: str, description: str) -> None:
    check(Vacancy(id="x", title=title, description=description))


@pytest.mark.parametrize("row", rows("vacancies.jsonl"), ids=lambda row: row["id"])
def test_the_fixtures_are_read_with_true_quotes(row: dict) -> None:
    check(Vacancy.model_validate(row))


@pytest.mark.parametrize(
    "text",
    [
        "a" + " " * 100_000 + "b",
        "a" * 100_000,
        "\n" * 100_000 + "a",
        "1 " * 50_000,
        "kl. 7 " * 16_000,
        "20 timer " * 11_000,
        "vores elev " * 9_000,
        "a. " * 33_000,
    ],
    ids=["spaces", "letters", "lines", "numbers", "clocks", "hours", "pupils", "stops"],
)
def test_ads_as_long_as_any_and_strange_take_seconds_at_most(text: str) -> None:
    begun = time.process_time()
    check(Vacancy(id="x", title="Kok", description=text))
    assert time.process_time() - begun < 30  # an old processor while lines are counted: 10; what grows faster: minutes
