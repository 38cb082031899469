"""Vacancies, vectors and facts in step; search equals brute force; a half-written index is never seen."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from toy import DIMENSION, WordEncoder

from matcher.encoder import Centre
from matcher.facts.columns import ROW
from matcher.index import Index
from matcher.phrases import Problem
from matcher.schema import Vacancy
from matcher.spill import RowsOnDisk

WORDS = ["kok", "smed", "bager", "lager", "butik", "have"]
texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join)
ads = st.lists(texts, min_size=1, max_size=25)


def vacancy(number: int, text: str) -> Vacancy:
    return Vacancy(id=f"v{number:03}", title=text, description=f"Vi søger {text}")


def built(texts: list[str]) -> Index:
    centre = Centre.of([*(np.full(DIMENSION, mean) for mean in (0.05, 0.01, 0.02)), [], 0.2], DIMENSION)
    return Index.build([vacancy(n, t) for n, t in enumerate(texts)], WordEncoder(centre))


def of_width(index: Index, rows: np.ndarray) -> np.ndarray:
    """Queries that point to no kind of work."""
    return np.hstack([rows, np.zeros((len(rows), index.vectors.shape[1] - rows.shape[1]), np.float32)])


def same(a: Index, b: Index) -> bool:
    return (
        a.records.equals(b.records)
        and a.rows.tobytes() == b.rows.tobytes()
        and a.entries.tobytes() == b.entries.tobytes()
        and np.array_equal(a.vectors, b.vectors)
        and np.array_equal(a.passages, b.passages)
        and all(np.array_equal(x, y) for x, y in zip(a.centre, b.centre, strict=True))
    )


@settings(deadline=None, max_examples=60)
@given(ads=ads, wishes=st.lists(texts, min_size=1, max_size=3), most=st.integers(1, 30), data=st.data())
def test_search_finds_the_best_eligible_rows_of_each_query_and_bounds_the_rest(ads, wishes, most, data):
    index = built(ads)
    eligible = np.array(data.draw(st.lists(st.booleans(), min_size=len(ads), max_size=len(ads))))
    queries = of_width(index, WordEncoder().encode_query(wishes)).astype(np.float64)
    found, bound = index.search(queries, eligible, most)
    assert eligible[found].all()
    assert len(set(found)) == len(found)
    products = index.vectors.astype(np.float64) @ queries.T
    rest = [row for row in np.flatnonzero(eligible) if row not in set(found)]
    for query in range(len(wishes)):
        tenth = sorted(products[eligible, query], reverse=True)[:most]
        assert sum(products[row, query] >= tenth[-1] - 1e-6 for row in found) >= len(tenth) if tenth else not len(found)
    assert all(products[row].max() <= bound for row in rest)
    assert bound > -np.inf or not rest


@settings(deadline=None, max_examples=20)
@given(ads=ads)
def test_save_then_load_changes_nothing(ads, tmp_path_factory):
    folder = tmp_path_factory.mktemp("index") / "i"
    index = built(ads)
    index.save(folder)
    assert same(index, Index.load(folder))


@settings(deadline=None, max_examples=20)
@given(before=ads, after=ads, gone=st.sets(st.integers(0, 24)))
def test_adding_and_removing_equals_building_anew(before, after, gone):
    index = built(before)
    encoder = WordEncoder(index.centre)
    replaced = dict(enumerate(before)) | {2 * n: text for n, text in enumerate(after)}
    added = index.add([vacancy(2 * n, text) for n, text in enumerate(after)], encoder)
    kept = {n: t for n, t in replaced.items() if n not in gone}
    removed = added.remove([f"v{n:03}" for n in gone] + ["not there"])
    anew = Index.build([vacancy(n, t) for n, t in kept.items()], WordEncoder(index.centre))
    assert same(removed, anew)


def test_adding_encodes_only_what_is_new():
    index = built(["kok", "smed"])
    encoder = WordEncoder()
    index.add([vacancy(7, "bager")], encoder)
    assert set(encoder.asked) == {"bager\nVi søger bager", "bager", "Vi søger bager"}


def test_the_same_id_twice_is_an_error():
    with pytest.raises(ValueError, match="twice"):
        Index.build([vacancy(1, "kok"), vacancy(1, "smed")], WordEncoder())


def test_an_index_of_nothing_can_be_saved_and_searched(tmp_path):
    Index.build([], WordEncoder()).save(tmp_path / "i")
    empty = Index.load(tmp_path / "i")
    assert len(empty.search(np.ones((1, DIMENSION)), np.zeros(0, bool), 10)[0]) == 0


def test_a_copy_under_another_id_and_source_is_a_copy_and_another_place_is_not():
    ad = vacancy(1, "kok").model_dump()
    copies = [ad | {"id": "a"}, ad | {"id": "b", "source": "avis", "url": "x"}, ad | {"id": "c", "postcode": "8700"}]
    index = Index.build([Vacancy(**c) for c in copies], WordEncoder())
    assert index.first_copies(np.ones(3, bool)).tolist() == [True, False, True]
    assert index.first_copies(np.array([False, True, True])).tolist() == [False, True, True]


@settings(deadline=None, max_examples=60)
@given(rows=st.lists(st.tuples(st.sampled_from(WORDS), st.booleans()), min_size=1, max_size=20))
def test_the_first_of_the_copies_in_a_mask_stands_for_them(rows):
    ads, held = [text for text, _ in rows], [within for _, within in rows]
    index, mask = built(ads), np.array(held)
    first = [within and not any(held[i] and ads[i] == ad for i in range(n)) for n, (ad, within) in enumerate(rows)]
    assert index.first_copies(mask).tolist() == first
    assert index.copies_of(mask).tolist() == [ad in {text for text, within in rows if within} for ad in ads]


def test_a_second_save_replaces_the_first_and_leaves_nothing_behind(tmp_path):
    built(["kok"]).save(tmp_path / "i")
    built(["smed", "bager"]).save(tmp_path / "i")
    assert len(Index.load(tmp_path / "i")) == 2
    assert len(list((tmp_path / "i").iterdir())) == 2


def test_a_write_that_dies_leaves_the_old_index_whole(tmp_path, monkeypatch):
    built(["kok"]).save(tmp_path / "i")
    monkeypatch.setattr("numpy.save", lambda *_: (_ for _ in ()).throw(OSError("disk full")))
    with pytest.raises(OSError, match="No space left"):
        built(["smed", "bager"]).save(tmp_path / "i")
    monkeypatch.undo()
    assert Index.load(tmp_path / "i").ids() == ["v000"]
    assert len(list((tmp_path / "i").iterdir())) == 2


def test_a_folder_with_something_else_in_it_is_left_alone(tmp_path):
    (tmp_path / "thesis.txt").write_text("work of years")
    with pytest.raises(Problem, match="neither empty nor an index"):
        built(["kok"]).save(tmp_path)
    assert (tmp_path / "thesis.txt").read_text() == "work of years"


def test_a_folder_without_an_index_is_refused_with_what_to_do(tmp_path):
    for folder in (tmp_path / "nothing", tmp_path):
        with pytest.raises(Problem, match="not an index; make one with"):
            Index.load(folder)


@pytest.mark.parametrize(("what", "earlier"), [("FORMAT", 4), ("rules_version", lambda: "old")])
def test_an_index_of_an_earlier_version_is_refused_with_what_to_do(what, earlier, tmp_path, monkeypatch):
    monkeypatch.setattr(f"matcher.index.{what}", earlier)
    built(["kok"]).save(tmp_path / "i")
    monkeypatch.undo()
    with pytest.raises(Problem, match=r"made with (format 4|rules old), but .*make it again"):
        Index.load(tmp_path / "i")


def test_an_index_whose_rows_have_other_columns_is_refused(tmp_path, monkeypatch):
    index = built(["kok"])
    index.save(tmp_path / "i")
    monkeypatch.setattr("matcher.index.ROW", np.dtype([*ROW.descr, ("new", "i1")]))
    with pytest.raises(Problem, match=r"other columns.*make it again"):
        Index.load(tmp_path / "i")


def test_an_index_of_another_encoder_is_refused(index):
    with pytest.raises(Problem, match=r"made with the encoder .*make it again"):
        index.check_encoder(WordEncoder())


@settings(deadline=None, max_examples=40)
@given(blocks=st.lists(st.lists(st.lists(st.floats(-1, 1, width=16), min_size=3, max_size=3), max_size=4), max_size=4))
def test_rows_put_on_disk_come_back_as_they_were_and_cannot_be_changed(blocks):
    with RowsOnDisk(3, np.float16) as on_disk:
        for block in blocks:
            on_disk.add(np.array(block, np.float16).reshape(-1, 3))
        whole = on_disk.whole()
    assert whole.tolist() == [row for block in blocks for row in block]
    if len(whole):
        with pytest.raises(ValueError, match="read-only"):
            whole[0] = 0


def test_passages_and_records_of_an_index_lie_on_disk_however_it_was_made():
    index = built([" ".join(WORDS)] * 5)
    for one in (index, index.remove(["v001"]), index.add([vacancy(9, "kok")], WordEncoder(index.centre))):
        assert isinstance(one.passages, np.memmap)
        buffers = [b for chunk in one.records.column("vacancy").chunks for b in chunk.buffers() if b is not None]
        assert buffers
        assert all(b.parent is not None for b in buffers)  # parts of the mapped file, not memory of their own


def test_a_build_that_is_stopped_leaves_no_file_open():
    def stopping():
        yield vacancy(0, "kok")
        raise KeyboardInterrupt

    before = len(list(Path("/proc/self/fd").iterdir()))
    with pytest.raises(KeyboardInterrupt):
        Index.build(stopping(), WordEncoder())
    assert len(list(Path("/proc/self/fd").iterdir())) == before
