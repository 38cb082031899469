"""Two evaluations side by side: what moved, by whose ads or candidates, and what it cost."""

import json
import subprocess
import sys

import pytest

from evaluation.compare import compare, read_cases
from evaluation.figures import cases
from evaluation.reading import Unreadable


def folder(path, values, column="unseen", meta=None):
    path.mkdir()
    rows = [(column, "ipsmatch", "hours exact", f"u{n}", f"w{n // 4}", value, 1) for n, value in enumerate(values)]
    cases(rows).to_parquet(path / "cases.parquet")
    (path / "meta.json").write_text(
        json.dumps(meta or {"seconds": 10.0, "peak_memory_mb": 400, "data": "d", "code": "c"})
    )
    return path


def test_a_planted_overfit_is_told_as_one_writers_and_costs_stand_beside(tmp_path):
    before = folder(tmp_path / "a", [0, 1, 0, 0] * 7)
    after = folder(
        tmp_path / "b",
        [0, 1, 0, 0, 1, 1, *[0, 0], *[0, 1, 0, 0] * 5],
        meta={"seconds": 12.5, "peak_memory_mb": 410, "data": "d", "code": "other"},
    )
    told = "\n".join(compare(before, after))
    assert "unseen: 1 of 1 figures moved" in told
    assert "without w1: +0.000" in told
    assert "of one writer alone (w1): nothing is left without" in told
    assert "seconds: 10.0 -> 12.5 s" in told
    assert "code: c -> other" in told
    assert "data:" not in told


def test_the_same_twice_has_moved_nowhere(tmp_path):
    one = folder(tmp_path / "a", [0, 1] * 8)
    assert compare(one, one)[0] == "unseen: 0 of 1 figures moved"


def test_a_figure_that_only_one_has_is_named(tmp_path):
    one, other = folder(tmp_path / "a", [0, 1] * 8), folder(tmp_path / "b", [0, 1] * 8)
    found = read_cases(one)
    more = found.assign(figure="times F1", unit=found.unit)
    cases([*found.itertuples(index=False), *more.itertuples(index=False)]).to_parquet(one / "cases.parquet")
    assert "unseen: times F1 only before" in compare(one, other)


def test_parquet_and_csv_hold_the_same(tmp_path):
    one = folder(tmp_path / "a", [0, 1, 0.3333333333] * 4)
    read_cases(one).to_csv(tmp_path / "cases.csv", index=False)
    assert read_cases(tmp_path / "cases.csv").equals(read_cases(one))


@pytest.mark.parametrize("name", ["gone", "empty.csv"])
def test_what_is_no_evaluation_is_told(tmp_path, name):
    (tmp_path / "empty.csv").write_text("a,b\n1,2\n")
    with pytest.raises(Unreadable, match=name.split(".")[0]):
        read_cases(tmp_path / name)


def test_compare_is_a_command(tmp_path):
    one, other = folder(tmp_path / "a", [0, 0, 1, 1] * 8), folder(tmp_path / "b", [1, 1, 1, 1] * 8)
    done = subprocess.run(
        [sys.executable, "-m", "evaluation", "compare", one, other], capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    assert "better" in done.stdout
    gone = subprocess.run(
        [sys.executable, "-m", "evaluation", "compare", one, tmp_path / "x"],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert gone.returncode == 2
    assert "expected a folder that make evaluate wrote" in gone.stderr
