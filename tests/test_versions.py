"""An index or result of other code or tables is not used; a comment makes no difference."""

import shutil

import pytest

from matcher import geography, heads
from matcher.facts.columns import rules_version
from matcher.nightly import lists_version
from matcher.reader import HEADS
from matcher.versions import digest, digest_of_folder

CODE = '"""Doc."""\n\nHOURS = {"a", "b"}\n\n\ndef double(n: int) -> int:\n    """Twice."""\n    return 2 * n\n'


def of(tmp_path, code):
    path = tmp_path / "code.py"
    path.write_text(code, encoding="utf-8")
    return digest([path])


def test_comments_docstrings_and_layout_do_not_count_and_what_is_done_does(tmp_path):
    same = [
        CODE,
        CODE.replace("Twice", "Doubled"),
        f"# why\n\n{CODE}",
        CODE.replace("    return", "    # so\n    return"),
    ]
    other = [CODE.replace("2 * n", "3 * n"), CODE.replace("double", "twice"), CODE.replace('"b"', '"c"')]
    assert len({of(tmp_path, code) for code in same}) == 1
    assert len({of(tmp_path, code) for code in [CODE, *other]}) == 4


def test_a_line_more_in_the_map_is_another_version_of_what_an_index_holds(tmp_path, monkeypatch):
    """A place stands in an index as its position in the map."""
    before = rules_version.__wrapped__()
    table = tmp_path / "postcodes.csv"
    table.write_bytes(geography.TABLE.read_bytes().replace(b"\n", b"\n0001,55.0,12.0,Nowhere,Fyn,Nowhere\n", 1))
    monkeypatch.setattr(geography, "TABLE", table)
    assert rules_version.__wrapped__() != before


@pytest.mark.parametrize("name", HEADS)
def test_another_head_is_another_version_of_what_an_index_holds(name, tmp_path, monkeypatch):
    before = rules_version.__wrapped__()
    shutil.copytree(heads.FOLDER, tmp_path, dirs_exist_ok=True)
    monkeypatch.setattr(heads, "FOLDER", tmp_path)
    assert rules_version.__wrapped__() == before
    with (tmp_path / f"{name}.npz").open("wb") as file:
        head = heads.load_head(name)
        head._replace(bias=head.bias + 1).save(file)
    assert rules_version.__wrapped__() != before


def test_the_digest_of_a_folder_counts_its_heads(tmp_path):
    (tmp_path / "roles.npz").write_bytes(b"1")
    before = digest_of_folder(tmp_path)
    (tmp_path / "roles.npz").write_bytes(b"2")
    assert digest_of_folder(tmp_path) != before


def test_the_order_of_the_kinds_of_employment_is_part_of_the_version(monkeypatch):
    before = rules_version.__wrapped__()
    monkeypatch.setattr("matcher.facts.columns.EMPLOYMENTS", ("fleksjob", "ordinary"))
    assert rules_version.__wrapped__() != before


def test_the_lists_of_a_night_do_not_depend_on_what_only_shows_them():
    assert lists_version() == lists_version.__wrapped__()
