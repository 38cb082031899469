"""The benchmark of lists says what it measured, on vacancies that are no copies of each other."""

import re

import numpy as np
import typer
from conftest import FIXTURES
from typer.testing import CliRunner

from matcher import bulk_benchmark
from matcher.benchmark import grown, main


def test_grown_vacancies_are_all_different_and_as_near_to_their_ad_as_is_said(matcher):
    big = grown(matcher.index, 500)
    assert len(big) == 500
    assert len(set(big.ids())) == 500
    assert big.first_copies(np.ones(500, bool)).all()
    nearest = (big.vectors @ matcher.index.vectors.T).max(axis=1)
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
    app = typer.Typer()
    app.command()(bulk_benchmark.main)
    files = [str(tmp_path / "index"), str(FIXTURES / "vacancies.jsonl"), str(FIXTURES / "candidates.jsonl")]
    found = CliRunner().invoke(app, [*files, "--vacancies", "100", "--people", "40"])
    assert found.exit_code == 0, found.output
    anew = [int(n) for n in re.findall(r"(\d+) lists anew", found.output)]
    assert anew[:2] == [40, 0]
    assert len(anew) == 3
    assert anew[2] <= 40
