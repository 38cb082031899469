"""The run file: both formats hold the same, and a write that fails leaves what was there."""

import json

import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.phrases import Problem
from matcher.runs import check_format, whole, write
from matcher.schema import Check, Evidence, Suggestion

META = {"k": 10, "as_of": "2026-11-23", "model": "v1 æøå"}


def suggestion(candidate="c01", vacancy="k014", rank=1, **fields):
    return Suggestion(**{
        "candidate_id": candidate, "vacancy_id": vacancy, "rank": rank, "score": 0.1 + 0.2, "band": "negotiable",
        "evidence": (
            Evidence(statement="opvasker", kind="goal", contribution=0.1, quote="en kvik opvasker"),
            Evidence(statement="får styr på et køkken", kind="interest", contribution=0.2, quote="“rydde op”\u2028nu"),
        ),
        "checks": (
            Check(constraint="weekly_hours", verdict="negotiable", detail="30 timer; ønsket 12", quote="30 timer"),
            Check(constraint="not_times", verdict="unknown", detail="står ikke: aften"),
        ),
        "questions": ("Hvor mange timer?", "Er der aftener?"),
        **fields,
    })  # fmt: skip


LISTS = [
    [suggestion(rank=1), suggestion(vacancy="k015", rank=2, score=-0.25, evidence=(), checks=(), questions=())],
    [],  # a candidate for whom nothing was found
    [suggestion("c02", score=1e-17, band="fits")],
]


def read(path):
    """The suggestions of a run of either format."""
    if path.suffix == ".parquet":
        return [Suggestion.model_validate(row) for row in pq.read_table(path).to_pylist()]
    return [Suggestion.model_validate_json(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


def files(folder):
    return sorted(p.name for p in folder.iterdir())


@pytest.mark.parametrize("suffix", [".jsonl", ".parquet"])
def test_a_run_that_is_written_and_read_again_is_the_same_list_after_list(tmp_path, suffix):
    path = tmp_path / f"run{suffix}"
    write(path, LISTS, META)
    assert read(path) == [s for some in LISTS for s in some]


def test_both_formats_hold_the_same_columns_and_values(tmp_path):
    write(tmp_path / "a.jsonl", LISTS, META)
    write(tmp_path / "b.parquet", LISTS, META)
    lines = [json.loads(line) for line in (tmp_path / "a.jsonl").read_text(encoding="utf-8").split("\n") if line]
    assert pq.read_table(tmp_path / "b.parquet").to_pylist() == lines


def test_the_columns_are_those_of_the_contract(tmp_path):
    write(tmp_path / "run.parquet", LISTS, META)
    columns = ["candidate_id", "vacancy_id", "rank", "score", "band", "evidence", "checks", "questions", "also"]
    assert pq.read_table(tmp_path / "run.parquet").column_names == columns
    assert list(Suggestion.model_fields) == columns


texts = st.text(max_size=12)
numbers = st.floats(allow_nan=False, allow_infinity=False)
suggestions = st.builds(
    Suggestion, candidate_id=texts, vacancy_id=texts, rank=st.integers(1, 10**6), score=numbers,
    band=st.sampled_from(["fits", "ask", "negotiable", "broken"]),
    evidence=st.lists(st.builds(Evidence, statement=texts, kind=st.sampled_from(["goal", "interest", "competency"]),
                                contribution=numbers, quote=texts), max_size=2).map(tuple),
    checks=st.lists(st.builds(Check, constraint=texts, verdict=st.sampled_from(["met", "unknown"]), detail=texts,
                              quote=st.none() | texts), max_size=2).map(tuple),
    questions=st.lists(texts, max_size=2).map(tuple),
)  # fmt: skip


@given(st.lists(st.lists(suggestions, max_size=3), max_size=3))
@settings(derandomize=True, deadline=None, max_examples=60)
def test_any_run_is_the_same_in_both_formats_to_the_last_digit(tmp_path_factory, lists):
    folder = tmp_path_factory.mktemp("run")
    write(folder / "a.jsonl", lists, META)
    write(folder / "b.parquet", lists, META)
    assert read(folder / "a.jsonl") == read(folder / "b.parquet") == [s for some in lists for s in some]


@pytest.mark.parametrize("suffix", [".jsonl", ".parquet"])
def test_a_run_of_nothing_is_a_file_with_no_suggestions(tmp_path, suffix):
    path = tmp_path / f"run{suffix}"
    write(path, [], META)
    assert read(path) == []


def test_each_line_of_a_run_is_one_suggestion_in_utf_8(tmp_path):
    path = tmp_path / "run.jsonl"
    write(path, LISTS, META)
    content = path.read_bytes()
    assert content.count(b"\n") == 3
    assert b"\r" not in content
    assert "køkken".encode() in content


def test_a_run_has_a_side_car_that_says_how_it_was_made(tmp_path):
    write(tmp_path / "run.jsonl", LISTS, META)
    assert files(tmp_path) == ["run.jsonl", "run.meta.json"]
    text = (tmp_path / "run.meta.json").read_text(encoding="utf-8")
    assert json.loads(text) == META
    assert "æøå" in text


def test_a_run_with_dots_in_its_name_keeps_them(tmp_path):
    write(tmp_path / "2026.11.23.parquet", LISTS, META)
    assert files(tmp_path) == ["2026.11.23.meta.json", "2026.11.23.parquet"]


def test_folders_on_the_way_to_a_run_are_made(tmp_path):
    write(tmp_path / "a" / "b" / "run.jsonl", LISTS, META)
    assert files(tmp_path / "a" / "b") == ["run.jsonl", "run.meta.json"]


def test_lists_are_written_as_they_come_and_not_gathered_first(tmp_path):
    taken = []

    def lists():
        for some in LISTS:
            taken.append(len(some))
            yield iter(some)

    write(tmp_path / "run.parquet", lists(), META)
    assert taken == [2, 0, 1]
    assert len(read(tmp_path / "run.parquet")) == 3


def failing():
    yield [suggestion("new")]
    raise OSError("the disk is full")


@pytest.mark.parametrize("suffix", [".jsonl", ".parquet"])
def test_a_write_that_fails_leaves_the_old_run_whole_and_nothing_beside_it(tmp_path, suffix):
    path = tmp_path / f"run{suffix}"
    write(path, LISTS, META)
    before = path.read_bytes()
    with pytest.raises(OSError, match="disk is full"):
        write(path, failing(), {"k": 5})
    assert path.read_bytes() == before
    assert json.loads((tmp_path / "run.meta.json").read_text(encoding="utf-8")) == META
    assert files(tmp_path) == sorted([path.name, "run.meta.json"])


@pytest.mark.parametrize("suffix", [".jsonl", ".parquet"])
def test_a_first_write_that_fails_leaves_no_file(tmp_path, suffix):
    with pytest.raises(OSError, match="disk is full"):
        write(tmp_path / f"run{suffix}", failing(), META)
    assert files(tmp_path) == []


def test_a_run_never_stands_beside_the_side_car_of_another(tmp_path):
    path = tmp_path / "run.jsonl"
    write(path, LISTS, META)
    before = path.read_bytes()
    with pytest.raises(TypeError):
        write(path, [[suggestion("new")]], {"k": object()})  # a side-car that cannot be written
    assert path.read_bytes() == before
    assert json.loads((tmp_path / "run.meta.json").read_text(encoding="utf-8")) == META


def test_an_interrupted_write_leaves_no_part_behind(tmp_path):
    def interrupt():
        with whole(tmp_path / "run.jsonl") as part:
            part.write_text("half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupt()
    assert files(tmp_path) == []


def test_a_new_run_takes_the_place_of_the_old(tmp_path):
    path = tmp_path / "run.jsonl"
    write(path, LISTS, META)
    write(path, [[suggestion("new")]], {"k": 5})
    assert [s.candidate_id for s in read(path)] == ["new"]
    assert json.loads((tmp_path / "run.meta.json").read_text(encoding="utf-8")) == {"k": 5}


@pytest.mark.parametrize("name", ["run.csv", "run", "run.json", "run.jsonl.gz", "jsonl", ".jsonl"])
def test_another_kind_of_file_is_refused_before_any_work(tmp_path, name):
    def never():
        pytest.fail("the work was done first")
        yield

    with pytest.raises(Problem) as caught:
        write(tmp_path / name, never(), META)
    assert name in caught.value.said("da")
    assert files(tmp_path) == []


@pytest.mark.parametrize("name", ["run.jsonl", "run.parquet"])
def test_the_two_kinds_of_run_are_taken(tmp_path, name):
    check_format(tmp_path / name)
