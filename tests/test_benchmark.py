"""The benchmark of lists says what it measured, on vacancies that are no copies of each other."""

import re

import numpy as np
import pytest
import typer
from conftest import FIXTURES
from sizes import size
from typer.testing import CliRunner

from matcher import bulk_benchmark
from matcher.benchmark import grown, main
from matcher.matching import Request
from matcher.reader import passages

pytestmark = [pytest.mark.slow, pytest.mark.thorough]

PEOPLE = size(20, 40)
SIZES = ["--vacancies", str(size(60, 100)), "--people", str(PEOPLE)]


def test_grown_vacancies_are_all_different_and_as_near_to_their_ad_as_is_said(matcher):
    big = grown(matcher.index, 500)
    assert len(big) == 500
    assert len(set(big.ids())) == 500
    assert big.first_copies(np.ones(500, bool)).all()
    nearest = (big.documents @ matcher.index.documents.T).max(axis=1)
    assert 0.7 < nearest.mean() < 0.95


def test_it_prints_the_bare_search_and_three_kinds_of_list_with_their_ratios(index, tmp_path):
    index.save(tmp_path / "index")
    app = typer.Typer()
    app.command()(main)
    found = CliRunner().invoke(app, [str(tmp_path / "index"), str(FIXTURES / "candidates.jsonl"), "--vacancies", "300"])
    assert found.exit_code == 0, found.output
    assert found.output.count("ratio") == 3
    assert "300 vacancies" in found.output


def test_the_night_is_measured_whole_unchanged_and_with_a_little_new(index, tmp_path):
    index.save(tmp_path / "index")
    files = [str(tmp_path / "index"), str(FIXTURES / "vacancies.jsonl"), str(FIXTURES / "candidates.jsonl")]
    found = CliRunner().invoke(bulk_benchmark.app, ["night", *files, *SIZES])
    assert found.exit_code == 0, found.output
    anew = [int(n) for n in re.findall(r"(\d+) lists anew", found.output)]
    assert anew[:2] == [PEOPLE, 0]
    assert len(anew) == 3
    assert anew[2] <= PEOPLE


def test_growth_is_measured_beside_a_loop_over_pairs_and_the_matrix_product(index, tmp_path, monkeypatch):
    monkeypatch.setattr(bulk_benchmark, "TIMES", (1, 2))
    index.save(tmp_path / "index")
    files = [str(tmp_path / "index"), str(FIXTURES / "candidates.jsonl")]
    found = CliRunner().invoke(bulk_benchmark.app, ["scale", *files, *SIZES])
    assert found.exit_code == 0, found.output
    assert re.search(r"a loop over pairs \d+ s, \d+ times; matrix product .* lists are \d+ times", found.output)
    assert found.output.count("peak memory") == 4


def test_a_pair_scored_alone_has_the_score_it_has_on_a_list(matcher, candidates):
    (one,) = matcher.suggest(candidates[:1], Request(k=3, include_expired=True))
    (own,) = matcher.encode(candidates[:1])
    for s in one.suggestions:
        variety = sum(e.contribution for e in s.evidence if e.kind == "variety")
        score = bulk_benchmark.one_pair(matcher, candidates[0], own, matcher.index.row(s.vacancy_id))
        assert score == pytest.approx(s.score - variety)


def test_a_crowd_has_as_many_kinds_of_limits_as_people(candidates):
    crowd = list(bulk_benchmark.crowd(candidates, 200))
    assert len({c.id for c in crowd}) == 200
    assert len({c.constraints.model_dump_json() for c in crowd}) == 200
    assert {c.goals for c in crowd} == {c.goals for c in candidates}


def test_ads_put_together_hold_nothing_but_passages_of_the_given(vacancies):
    given = {p for v in vacancies for p in passages(v)}
    for ad in bulk_benchmark.recombined(vacancies, 10):
        assert set(ad.description.split("\n")) <= {line for p in given for line in p.split("\n")}
