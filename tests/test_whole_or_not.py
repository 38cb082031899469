"""Kills, full disks, locks and unusable folders: one clear message, nothing lost, nothing half written."""

import random
import re
import resource
import signal
import subprocess
import time

import pytest
from conftest import FIXTURES
from places import COMMAND
from sizes import size
from test_cli import in_its_own_process

from matcher.index import Index, locked

pytestmark = pytest.mark.slow

VACANCIES, CANDIDATES = FIXTURES / "vacancies.jsonl", FIXTURES / "candidates.jsonl"
SMALL_DISK = 20_000  # bytes a file may grow to; more is an error, as on a full disk


def on_a_full_disk() -> None:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (SMALL_DISK, SMALL_DISK))


@pytest.fixture
def folder(index, tmp_path):
    """An index of the first ten vacancies."""
    index.remove(index.ids()[10:]).save(tmp_path / "index")
    return tmp_path / "index"


KILLS = size(1, 10)  # of each kind


@pytest.mark.usefixtures("index")
def test_a_kill_at_any_moment_leaves_the_old_index_or_the_new_one_whole(folder):
    draw = random.Random(20)
    start = time.monotonic()
    assert in_its_own_process("index", VACANCIES, "--out", folder).returncode == 0
    whole_run = time.monotonic() - start
    shrink = ("remove", *[f"v{n:03}" for n in range(11, 61)], "--index", folder)
    grow = ("index", VACANCIES, "--out", folder)
    for arguments in KILLS * (shrink, grow):
        command = [*COMMAND, *map(str, arguments)]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(draw.uniform(0, whole_run))
        process.kill()
        process.wait()
        assert len(Index.load(folder)) in (10, 60)
    assert in_its_own_process("index", VACANCIES, "--out", folder).returncode == 0
    assert len(Index.load(folder)) == 60
    assert len(list(folder.iterdir())) == 3  # what the killed ones left is gone: header, lock, one generation


def test_a_full_disk_is_said_and_the_old_index_stays(folder, cache_folder):  # noqa: ARG001 the ads are encoded
    result = in_its_own_process("index", VACANCIES, "--out", folder, "--lang", "en", preexec_fn=on_a_full_disk)
    assert result.returncode == 1
    assert re.search(r"(No space left on device|File too large); nothing was changed", result.stderr)
    assert "Traceback" not in result.stderr
    assert len(Index.load(folder)) == 10
    assert len(list(folder.iterdir())) == 3


def test_a_full_disk_under_a_run_leaves_the_old_run(folder, tmp_path):
    out = tmp_path / "run.jsonl"
    assert in_its_own_process("suggest", CANDIDATES, "--index", folder, "-k", 1, "--out", out).returncode == 0
    before = out.read_bytes()
    result = in_its_own_process("suggest", CANDIDATES, "--index", folder, "--out", out, preexec_fn=on_a_full_disk)
    assert result.returncode == 1
    assert "Traceback" not in result.stderr
    assert out.read_bytes() == before
    assert sorted(p.name for p in tmp_path.iterdir()) == ["index", "run.jsonl", "run.meta.json"]


def test_a_cache_that_cannot_be_used_is_said_with_what_to_do(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("not a folder")
    monkeypatch.setenv("IPSMATCH_CACHE", str(tmp_path / "file"))
    result = in_its_own_process("index", VACANCIES, "--out", tmp_path / "i")
    assert result.returncode == 2
    assert "IPSMATCH_CACHE" in result.stderr
    assert "Traceback" not in result.stderr


def test_of_two_processes_on_one_folder_one_wins_and_the_other_says_why_it_stops(folder):
    with locked(folder):
        for arguments in (("index", VACANCIES, "--out", folder), ("remove", "v001", "--index", folder)):
            result = in_its_own_process(*arguments, "--lang", "en")
            assert result.returncode == 2
            assert "another program is changing the folder" in result.stderr
    assert in_its_own_process("remove", "v001", "--index", folder).returncode == 0
    assert len(Index.load(folder)) == 9


def test_a_folder_that_cannot_be_written_is_one_clear_message(tmp_path):
    (tmp_path / "file").write_text("not a folder")
    for out in (tmp_path / "file" / "index", "/proc/ipsmatch"):
        result = in_its_own_process("index", VACANCIES, "--out", out)
        assert result.returncode in (1, 2)
        assert str(out) in result.stderr
        assert "Traceback" not in result.stderr


def test_a_reader_finds_a_whole_index_while_another_process_replaces_it(folder):
    process = subprocess.Popen([*COMMAND, "index", str(VACANCIES), "--out", str(folder)], stderr=subprocess.DEVNULL)
    seen = set()
    while process.poll() is None:
        seen.add(len(Index.load(folder)))
    seen.add(len(Index.load(folder)))
    assert seen == {10, 60}
