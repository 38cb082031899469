"""Each example runs as its first line says, and prints what its reader came for."""

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import lines

pytestmark = pytest.mark.slow

EXAMPLES = Path(__file__).parents[1] / "examples"
LONGEST = 30  # lines: what is read at one glance
SOME_ADS, OTHER_ADS = lines("vacancies.jsonl")[:6], lines("vacancies-2.jsonl")[:1]


def printed(name, *arguments):
    """What an example prints."""
    command = [sys.executable, EXAMPLES / name, *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


def written(path, rows):
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def people(tmp_path):
    return written(tmp_path / "people.jsonl", lines("candidates.jsonl")[:2])


@pytest.fixture(scope="module")
def database():
    """SQLite alone: an example is no test of databases."""
    return ""


def test_no_example_is_longer_than_a_glance_and_each_says_how_it_is_run():
    for path in EXAMPLES.glob("*.py"):
        code = path.read_text(encoding="utf-8")
        assert len(code.splitlines()) <= LONGEST, path.name
        assert f"python examples/{path.name}" in ast.get_docstring(ast.parse(code))


def test_lists_from_python_name_each_candidate_with_reasons_and_questions(tmp_path, people):
    told = printed("lists.py", written(tmp_path / "ads.jsonl", SOME_ADS), people).splitlines()
    assert [line for line in told if not line.startswith(" ")] == [
        json.loads(p)["id"] for p in lines("candidates.jsonl")[:2]
    ]
    assert any(line.lstrip().startswith("ask: ") and line.endswith("?") for line in told)


def test_a_second_night_is_a_run_beside_the_first(tmp_path, people):
    nights = [written(tmp_path / "monday.jsonl", SOME_ADS), written(tmp_path / "tuesday.jsonl", SOME_ADS + OTHER_ADS)]
    told = printed("night.py", tmp_path, people, *nights)
    assert [line.split()[:2] for line in told.splitlines() if line.startswith("night-")] == [
        ["night-1.jsonl", "2026-11-23"],
        ["night-2.jsonl", "2026-11-23"],
    ]
    assert (tmp_path / "night-2.jsonl").stat().st_size > 0


def test_an_evaluation_has_a_line_a_candidate_and_an_interval_a_measure(tmp_path):
    """The second run is the first the other way round, so that it must be told to be worse."""
    judged = {f"c{n}": ["a", "b", "c"] for n in range(8)}
    qrels = written(tmp_path / "qrels.txt", [f"{c} 0 a 6" for c in judged])
    ways = {"good": list, "bad": lambda ads: ads[::-1]}
    runs = [
        written(
            tmp_path / f"{name}.jsonl",
            [
                json.dumps({"candidate_id": c, "vacancy_id": v, "rank": rank, "score": 0.5})
                for c, ads in judged.items()
                for rank, v in enumerate(way(ads), start=1)
            ],
        )
        for name, way in ways.items()
    ]
    told = printed("evaluate.py", *runs, qrels).splitlines()
    assert told[0].startswith("c0 nDCG@10 1.000 P@5 0.200 R@10 1.000 RR 1.000")
    assert "RR: 1.000 (1.000 to 1.000)" in told
    assert told[-1] == "nDCG@10, first run against second: +0.500, better"


def test_a_day_with_the_api_ends_with_what_was_refused_off_the_list(address, place):
    place.feed.post("/v1/vacancies?format=jsonl", content="\n".join(SOME_ADS))
    place.index_of(len(SOME_ADS))
    someone = place.consultant
    assert printed("api_day.py", address, someone.name, someone.password).splitlines()[-1] == "not again: True"
    assert someone.get("/v1/candidates").json()["candidates"] == []
