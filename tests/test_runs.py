"""The run file: both formats hold the same, and a failed write leaves the old file."""

import datetime
import errno
import json
import os
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_index import built
from toy import DIMENSION

from matcher import nightly
from matcher.matching import Request
from matcher.phrases import Problem
from matcher.runs import check_format, make_private_folder, whole, write
from matcher.schema import Check, Evidence, Suggestion

META = {"k": 10, "as_of": "2026-11-23", "model": "v1 æøå"}


def suggestion(candidate="c01", vacancy="k014", rank=1, **fields):
    return Suggestion(
        **{
            "candidate_id": candidate,
            "vacancy_id": vacancy,
            "rank": rank,
            "score": 0.1 + 0.2,
            "band": "negotiable",
            "evidence": (
                Evidence(statement="opvasker", kind="goal", contribution=0.1, quote="en kvik opvasker"),
                Evidence(
                    statement="får styr på et køkken", kind="interest", contribution=0.2, quote="“rydde op”\u2028nu"
                ),
            ),
            "checks": (
                Check(constraint="weekly_hours", verdict="negotiable", detail="30 timer; ønsket 12", quote="30 timer"),
                Check(constraint="not_times", verdict="unknown", detail="står ikke: aften"),
            ),
            "questions": ("Hvor mange timer?", "Er der aftener?"),
            **fields,
        }
    )


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
    write(path, LISTS, lambda: META)
    assert read(path) == [s for some in LISTS for s in some]


def test_both_formats_hold_the_same_columns_and_values(tmp_path):
    write(tmp_path / "a.jsonl", LISTS, lambda: META)
    write(tmp_path / "b.parquet", LISTS, lambda: META)
    lines = [json.loads(line) for line in (tmp_path / "a.jsonl").read_text(encoding="utf-8").split("\n") if line]
    assert pq.read_table(tmp_path / "b.parquet").to_pylist() == lines


def test_the_columns_are_those_of_the_contract(tmp_path):
    write(tmp_path / "run.parquet", LISTS, lambda: META)
    columns = [
        "candidate_id",
        "vacancy_id",
        "rank",
        "score",
        "band",
        "evidence",
        "checks",
        "questions",
        "also",
        "post",
        "points",
    ]
    assert pq.read_table(tmp_path / "run.parquet").column_names == columns
    assert list(Suggestion.model_fields) == columns


texts = st.text(max_size=12)
numbers = st.floats(allow_nan=False, allow_infinity=False)
suggestions = st.builds(
    Suggestion,
    candidate_id=texts,
    vacancy_id=texts,
    rank=st.integers(1, 10**6),
    score=numbers,
    band=st.sampled_from(["fits", "ask", "negotiable", "broken"]),
    evidence=st.lists(
        st.builds(
            Evidence,
            statement=texts,
            kind=st.sampled_from(["goal", "interest", "competency"]),
            contribution=numbers,
            quote=texts,
        ),
        max_size=2,
    ).map(tuple),
    checks=st.lists(
        st.builds(
            Check, constraint=texts, verdict=st.sampled_from(["met", "unknown"]), detail=texts, quote=st.none() | texts
        ),
        max_size=2,
    ).map(tuple),
    questions=st.lists(texts, max_size=2).map(tuple),
)


@given(st.lists(st.lists(suggestions, max_size=3), max_size=3))
@settings(derandomize=True, deadline=None, max_examples=60)
def test_any_run_is_the_same_in_both_formats_to_the_last_digit(tmp_path_factory, lists):
    folder = tmp_path_factory.mktemp("run")
    write(folder / "a.jsonl", lists, lambda: META)
    write(folder / "b.parquet", lists, lambda: META)
    assert read(folder / "a.jsonl") == read(folder / "b.parquet") == [s for some in lists for s in some]


@pytest.mark.parametrize("suffix", [".jsonl", ".parquet"])
def test_a_run_of_nothing_is_a_file_with_no_suggestions(tmp_path, suffix):
    path = tmp_path / f"run{suffix}"
    write(path, [], lambda: META)
    assert read(path) == []


def test_each_line_of_a_run_is_one_suggestion_in_utf_8(tmp_path):
    path = tmp_path / "run.jsonl"
    write(path, LISTS, lambda: META)
    content = path.read_bytes()
    assert content.count(b"\n") == 3
    assert b"\r" not in content
    assert "køkken".encode() in content


def test_a_run_has_a_side_car_that_says_how_it_was_made(tmp_path):
    write(tmp_path / "run.jsonl", LISTS, lambda: META)
    assert files(tmp_path) == ["run.jsonl", "run.meta.json"]
    text = (tmp_path / "run.meta.json").read_text(encoding="utf-8")
    assert json.loads(text) == META
    assert "æøå" in text


def test_a_run_with_dots_in_its_name_keeps_them(tmp_path):
    write(tmp_path / "2026.11.23.parquet", LISTS, lambda: META)
    assert files(tmp_path) == ["2026.11.23.meta.json", "2026.11.23.parquet"]


def test_folders_on_the_way_to_a_run_are_made(tmp_path):
    write(tmp_path / "a" / "b" / "run.jsonl", LISTS, lambda: META)
    assert files(tmp_path / "a" / "b") == ["run.jsonl", "run.meta.json"]


def test_lists_are_written_as_they_come_and_not_gathered_first(tmp_path):
    taken = []

    def lists():
        for some in LISTS:
            taken.append(len(some))
            yield iter(some)

    write(tmp_path / "run.parquet", lists(), lambda: META)
    assert taken == [2, 0, 1]
    assert len(read(tmp_path / "run.parquet")) == 3


def failing():
    yield [suggestion("new")]
    raise OSError("the disk is full")


@pytest.mark.parametrize("suffix", [".jsonl", ".parquet"])
def test_a_write_that_fails_leaves_the_old_run_whole_and_nothing_beside_it(tmp_path, suffix):
    path = tmp_path / f"run{suffix}"
    write(path, LISTS, lambda: META)
    before = path.read_bytes()
    with pytest.raises(OSError, match="disk is full"):
        write(path, failing(), lambda: {"k": 5})
    assert path.read_bytes() == before
    assert json.loads((tmp_path / "run.meta.json").read_text(encoding="utf-8")) == META
    assert files(tmp_path) == sorted([path.name, "run.meta.json"])


@pytest.mark.parametrize("suffix", [".jsonl", ".parquet"])
def test_a_first_write_that_fails_leaves_no_file(tmp_path, suffix):
    with pytest.raises(OSError, match="disk is full"):
        write(tmp_path / f"run{suffix}", failing(), lambda: META)
    assert files(tmp_path) == []


def test_a_run_never_stands_beside_the_side_car_of_another(tmp_path):
    path = tmp_path / "run.jsonl"
    write(path, LISTS, lambda: META)
    before = path.read_bytes()
    with pytest.raises(TypeError):
        write(path, [[suggestion("new")]], lambda: {"k": object()})  # a side-car that cannot be written
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
    write(path, LISTS, lambda: META)
    write(path, [[suggestion("new")]], lambda: {"k": 5})
    assert [s.candidate_id for s in read(path)] == ["new"]
    assert json.loads((tmp_path / "run.meta.json").read_text(encoding="utf-8")) == {"k": 5}


@pytest.mark.parametrize("name", ["run.csv", "run", "run.json", "run.jsonl.gz", "jsonl", ".jsonl"])
def test_another_kind_of_file_is_refused_before_any_work(tmp_path, name):
    def never():
        pytest.fail("the work was done first")
        yield

    with pytest.raises(Problem) as caught:
        write(tmp_path / name, never(), lambda: META)
    assert name in caught.value.said("da")
    assert files(tmp_path) == []


@pytest.mark.parametrize("name", ["run.jsonl", "run.parquet"])
def test_the_two_kinds_of_run_are_taken(tmp_path, name):
    check_format(tmp_path / name)


# --- who may read it, and what a power cut leaves ---


def mode(path):
    return oct(path.stat().st_mode & 0o777)


@pytest.fixture
def _open_to_all():
    """As on a machine where new files are open to everybody."""
    before = os.umask(0)
    yield
    os.umask(before)


@pytest.mark.usefixtures("_open_to_all")
@pytest.mark.parametrize("name", ["run.jsonl", "run.parquet"])
def test_only_its_owner_may_read_a_run_its_side_car_and_the_folders_made_for_them(name, tmp_path):
    path = tmp_path / "a" / "b" / name
    write(path, LISTS, lambda: META)
    assert [mode(p) for p in (path, path.with_suffix(".meta.json"))] == ["0o600"] * 2
    assert [mode(p) for p in (path.parent, path.parent.parent)] == ["0o700"] * 2


@pytest.mark.usefixtures("_open_to_all")
def test_a_run_is_nobody_elses_while_it_is_written(tmp_path):
    def lists():
        assert [mode(p) for p in tmp_path.iterdir()] == ["0o600"] * 2
        yield from LISTS

    write(tmp_path / "run.jsonl", lists(), lambda: META)


@pytest.mark.usefixtures("_open_to_all")
def test_a_run_that_was_open_to_all_is_its_owners_when_it_is_written_again(tmp_path):
    path = tmp_path / "run.jsonl"
    for left in (path, tmp_path / "run.meta.json", tmp_path / f".run.jsonl.{os.getpid()}.part"):
        left.touch(mode=0o644)  # the last is what a killed process with the same number left
    write(path, LISTS, lambda: META)
    assert [mode(p) for p in tmp_path.iterdir()] == ["0o600"] * 2


@pytest.mark.usefixtures("_open_to_all")
def test_a_folder_that_is_there_keeps_its_mode(tmp_path):
    (tmp_path / "shared").mkdir(mode=0o750)
    write(tmp_path / "shared" / "run.jsonl", LISTS, lambda: META)
    make_private_folder(tmp_path / "shared")
    assert mode(tmp_path / "shared") == "0o750"


@pytest.mark.usefixtures("_open_to_all")
def test_what_tells_nothing_of_people_is_as_open_as_other_files(tmp_path):
    with whole(tmp_path / "new" / "facts.jsonl") as part:
        part.write_text("facts of ads")
    assert [mode(p) for p in (tmp_path / "new", tmp_path / "new" / "facts.jsonl")] == ["0o777", "0o666"]


@pytest.mark.usefixtures("_open_to_all")
@pytest.mark.parametrize("earlier", [True, False])
def test_only_its_owner_may_read_the_kept_lists_and_what_sqlite_puts_beside_them(earlier, tmp_path):
    folder = tmp_path / "a" / "kept"
    if earlier:  # a version that left them open to all
        make_private_folder(folder)
        (folder / "lists.sqlite").touch(mode=0o644)
    night = nightly.Night(built(["kok"]), "words", Request(k=1, as_of=datetime.date(2026, 11, 23)))
    with nightly.kept_in(folder, night) as kept:
        kept.put([nightly.Made("c01", "digest", np.zeros((1, DIMENSION), np.float32), "", anew=True)])
        assert {p.name: mode(p) for p in folder.glob("lists.sqlite*")} == {
            f"lists.sqlite{side}": "0o600" for side in ("", "-wal", "-shm")
        }
    assert [mode(p) for p in (folder, folder.parent)] == ["0o700"] * 2


@pytest.fixture
def calls(monkeypatch):
    """Calls of fsync and replace as they come: name of the path, and the bytes of a file."""
    made, fsync, replace = [], os.fsync, Path.replace

    def synced(handle):
        path = Path(os.readlink(f"/proc/self/fd/{handle}"))
        made.append(("fsync", path.name, None if path.is_dir() else path.read_bytes()))
        fsync(handle)

    def replaced(part, path):
        made.append(("replace", path.name, part.read_bytes()))
        return replace(part, path)

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(Path, "replace", replaced)
    return made


def test_a_run_is_on_the_disk_before_it_takes_its_place_and_its_place_after(tmp_path, calls):
    with whole(tmp_path / "run.jsonl") as part:
        part.write_bytes(b"a list")
    assert calls == [
        ("fsync", part.name, b"a list"),
        ("replace", "run.jsonl", b"a list"),
        ("fsync", tmp_path.name, None),
    ]


def test_a_shared_drive_without_fsync_of_folders_takes_a_run(tmp_path, monkeypatch):
    def refused(handle):
        if Path(os.readlink(f"/proc/self/fd/{handle}")).is_dir():
            raise OSError(errno.EINVAL, "Invalid argument")

    monkeypatch.setattr(os, "fsync", refused)
    write(tmp_path / "run.jsonl", LISTS, lambda: META)
    assert len(read(tmp_path / "run.jsonl")) == 3


def test_a_disk_that_fails_at_the_last_moment_leaves_the_old_run(tmp_path, monkeypatch):
    path = tmp_path / "run.jsonl"
    write(path, LISTS, lambda: META)
    before = path.read_bytes()
    monkeypatch.setattr(os, "fsync", lambda _: (_ for _ in ()).throw(OSError(errno.EIO, "Input/output error")))
    with pytest.raises(OSError, match=r"Input/output error: .*\.run\.jsonl"):
        write(path, [], lambda: {"k": 5})
    assert path.read_bytes() == before
    assert files(tmp_path) == ["run.jsonl", "run.meta.json"]
