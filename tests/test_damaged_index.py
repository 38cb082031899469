"""An index on disk survives a power cut at any moment; damage of any kind is reported, never loaded."""

import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_index import built, same

from matcher.index import FILES, HEADER, Header, Index
from matcher.phrases import Problem

REFUSALS = {"stop.damaged_index", "stop.old_index"}


@pytest.fixture
def folder(tmp_path):
    """An index of three vacancies."""
    built(["kok", "smed", "bager"]).save(tmp_path / "i")
    return tmp_path / "i"


def path_of(folder: Path, name: str) -> Path:
    """The file of that name, in the folder or in its only generation."""
    return folder / HEADER if name == HEADER else next(folder.glob(f"*/{name}"))


def refusal(folder: Path) -> Problem:
    with pytest.raises(Problem) as caught:
        Index.load(folder)
    assert caught.value.key in REFUSALS
    return caught.value


def flipped(content: bytes, places: list[int]) -> bytes:
    changed = bytearray(content)
    for place in places:
        changed[place] ^= 0xFF
    return bytes(changed)


DAMAGES = {
    "truncated": lambda content: content[: len(content) // 2],
    "zeroed": lambda content: bytes(len(content)),
    "20 bytes flipped": lambda content: flipped(content, random.Random(5).sample(range(len(content)), 20)),
    "empty": lambda _: b"",
    "gone": None,
}


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("name", [HEADER, *FILES])
def test_every_damage_to_every_file_is_refused_by_the_name_of_the_file(name, damage, folder):
    path, harm = path_of(folder, name), DAMAGES[damage]
    path.unlink() if harm is None else path.write_bytes(harm(path.read_bytes()))
    problem = refusal(folder)
    assert problem.key == "stop.damaged_index"
    for language in ("da", "en"):
        assert name in problem.said(language)
        assert str(folder) in problem.said(language)


def test_one_flipped_bit_anywhere_in_the_header_is_refused(folder):
    content = (folder / HEADER).read_bytes()
    for place in range(len(content)):
        changed = bytearray(content)
        changed[place] ^= 1 << place % 8
        (folder / HEADER).write_bytes(changed)
        refusal(folder)


@settings(deadline=None, max_examples=200)
@given(data=st.data())
def test_a_part_of_a_file_that_is_otherwise_cut_off_or_written_twice_is_refused(data, tmp_path_factory):
    folder = tmp_path_factory.mktemp("index")
    built(["kok", "smed"]).save(folder)
    path = path_of(folder, data.draw(st.sampled_from([HEADER, *FILES])))
    content = path.read_bytes()
    start = data.draw(st.integers(0, len(content)))
    end = data.draw(st.integers(start, len(content)))
    changed = content[:start] + data.draw(st.binary(max_size=20) | st.just(content[start:end] * 2)) + content[end:]
    path.write_bytes(changed)
    if changed == content:
        assert len(Index.load(folder)) == 2
    else:
        refusal(folder)


@pytest.mark.parametrize(
    "content",
    [
        b"{",
        b"[]",
        b"null",
        b"1",
        b'"format"',
        b"\xff\xfe",
        b"\0" * 4096,
        b"{}",
        b'{"format": 5}',
        b'{"format": "5"}',
        b'{"format": 5.0}',
        b'{"format": null}',
        b'{"format": true}',
        b'{"format": 1e999}',
        b"[" * 100_000,
        b'{"format":' + b"9" * 5000 + b"}",
        b'{"format": -1}',
        b'{"format": 4, "generation": 7}',
    ],
    ids=lambda content: content[:20],
)
def test_a_header_of_anything_else_is_refused(content, folder):
    (folder / HEADER).write_bytes(content)
    refusal(folder)


@pytest.mark.parametrize(
    "change",
    [
        {"generation": "../elsewhere"},
        {"generation": 1},
        {"encoder": None},
        {"fingerprint": 5},
        {"rules": []},
        {"vacancies": "3"},
        {"vacancies": -1},
        {"vacancies": 3.0},
        {"vacancies": 2},
        {"passages": True},
        {"passages": 99},
        {"files": {}},
        {"files": dict.fromkeys(FILES, 0)},
        {"files": None},
        {"centre": []},
        {"centre": "means"},
        {"centre": ([0.0], [0.0], [0.0], [], 0.2)},
        {"centre": ([0.0] * 16, [0.0] * 16, [0.0] * 16, [[0.0]], 0.2)},
        {"centre": ([0.0] * 16, [0.0] * 16, ["x"] * 16, [], 0.2)},
    ],
    ids=str,
)
@pytest.mark.filterwarnings("ignore:Pydantic serializer")  # the wrong types are written on purpose
def test_a_header_that_is_whole_and_says_what_cannot_be_is_refused(change, folder):
    header = Header.model_validate_json((folder / HEADER).read_text())
    (folder / HEADER).write_text(header.model_copy(update=change).text())
    refusal(folder)


def test_a_whole_header_written_again_is_the_same_index(folder):
    before = Index.load(folder)
    header = Header.model_validate_json((folder / HEADER).read_text())
    (folder / HEADER).write_text(header.text())
    assert same(before, Index.load(folder))


def test_a_generation_of_another_index_in_its_place_is_refused(folder, tmp_path):
    built(["kok", "smed", "have"]).save(tmp_path / "other")
    for name in FILES:
        shutil.copy(path_of(tmp_path / "other", name), path_of(folder, name))
    refusal(folder)


def test_a_damaged_index_can_be_made_again_in_its_place(folder):
    path_of(folder, "rows.npy").write_bytes(b"")
    built(["have"]).save(folder)
    assert Index.load(folder).ids() == ["v000"]
    assert len(list(folder.iterdir())) == 2


class Disk:
    """A disk that keeps what was written with fsync and loses the rest; deletions reach it at once.

    After each call to the system, ``look`` is given a copy of the folder as a power cut would leave it.
    """

    def __init__(self, folder: Path, copy: Path, look: Callable[[Path], None]) -> None:
        self.folder, self.copy, self.look = folder, copy, look
        self.bytes = {path.stat().st_ino: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        self.names = {path: files(path) for path in (folder, *folder.iterdir()) if path.is_dir()}

    def watch(self, patch: pytest.MonkeyPatch) -> None:
        fsync, replace, rmtree = os.fsync, Path.replace, shutil.rmtree
        patch.setattr(os, "fsync", lambda handle: (fsync(handle), self.keep(handle), self.cut()))
        patch.setattr(Path, "replace", lambda part, path: (replace(part, path), self.cut()))
        patch.setattr(shutil, "rmtree", lambda path, **_: (rmtree(path), self.cut()))

    def keep(self, handle: int) -> None:
        path = Path(os.readlink(f"/proc/self/fd/{handle}"))
        if path.is_dir():
            self.names[path] = files(path)
        else:
            self.bytes[path.stat().st_ino] = path.read_bytes()

    def cut(self) -> None:
        """Look at what a power cut would leave."""
        for folder, names in self.names.items():
            if folder == self.folder or (folder.exists() and folder.name in self.names[self.folder]):
                inside = self.copy / folder.relative_to(self.folder)
                inside.mkdir(parents=True)
                for name, inode in names.items():
                    if inode is not None:
                        (inside / name).write_bytes(self.bytes.get(inode, b""))
        self.look(self.copy)
        self.copy = self.copy.with_name(self.copy.name + "+")  # the next one in a folder of its own


def files(folder: Path) -> dict[str, int | None]:
    """The inodes of the files in a folder by name; None for a folder."""
    return {path.name: path.stat().st_ino if path.is_file() else None for path in folder.iterdir()}


def test_a_power_cut_at_any_moment_of_a_save_leaves_the_old_index_or_the_new_one(folder, tmp_path, monkeypatch):
    old, new, sizes = Index.load(folder), built(["have", "lager"]), []

    def look(copy):
        index = Index.load(copy)
        assert same(index, old) or same(index, new)
        sizes.append(len(index))

    Disk(folder, tmp_path / "copy", look).watch(monkeypatch)
    new.save(folder)
    assert sizes == [3] * 10 + [2] * 2  # old while files and folders are written and the header moved; then the new one


class Interrupted:
    """Ctrl-C before or after one of the calls to the system, counted from 0."""

    CALLS = (os, "fsync"), (Path, "replace"), (Path, "write_text"), (np, "save"), (Path, "mkdir"), (shutil, "rmtree")

    def __init__(self, place: int, moment: str, patch: pytest.MonkeyPatch) -> None:
        self.left, self.moment = place, moment
        for owner, name in self.CALLS:
            patch.setattr(owner, name, self.around(getattr(owner, name)))

    def around(self, call: Callable) -> Callable:
        def called(*arguments, **options):
            self.left, left = self.left - 1, self.left
            if left == 0 and self.moment == "before":
                raise KeyboardInterrupt
            result = call(*arguments, **options)
            if left == 0:
                raise KeyboardInterrupt
            return result

        return called


@pytest.mark.parametrize("moment", ["before", "after"])
@pytest.mark.parametrize("place", range(17))
def test_a_save_that_is_cut_off_anywhere_leaves_the_old_index_or_the_new_one(place, moment, folder, monkeypatch):
    old, new = Index.load(folder), built(["have", "lager"])
    with monkeypatch.context() as patch:
        Interrupted(place, moment, patch)
        with pytest.raises(KeyboardInterrupt):
            new.save(folder)
    index = Index.load(folder)
    if same(index, old):
        assert len(list(folder.iterdir())) == 2  # nothing of the new one stays on a disk that may be full
    else:
        assert same(index, new)
    new.save(folder)
    assert same(Index.load(folder), new)
    assert len(list(folder.iterdir())) == 2  # and the next save leaves nothing of it behind
