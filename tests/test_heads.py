"""Heads say the same in numpy as in scikit-learn, and are kept as arrays."""

import io

import numpy as np
import pytest
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression

from matcher import heads
from matcher.training.heads import fit

TEXTS = ["ikke telefoner", "gerne telefoner", "helst ikke børn", "børn og dyr", "dyr hele dagen", "slet ikke dyr"]
VECTORS = np.random.default_rng(1).normal(size=(6, 4)).astype(np.float32)
SAID = np.array([[1, 0], [0, 0], [1, 1], [0, 1], [0, 0], [1, 0]], float)
ONE = np.eye(3)[[0, 0, 1, 1, 2, 2]]


@pytest.mark.parametrize("vectors", [None, VECTORS])
def test_each_label_by_itself_is_as_likely_as_in_scikit_learn(vectors):
    head = fit(["not", "children"], SAID, TEXTS, vectors)
    features = heads.ngrams(TEXTS) if vectors is None else hstack([csr_matrix(vectors), heads.ngrams(TEXTS)]).tocsr()
    for label in (0, 1):
        oracle = LogisticRegression(C=3.0, max_iter=500).fit(features, SAID[:, label] == 1)
        said = head.probabilities(TEXTS, vectors)[:, label]
        assert said == pytest.approx(oracle.predict_proba(features)[:, 1], abs=1e-4)


def test_one_label_of_several_is_as_likely_as_in_scikit_learn():
    head = fit(["a", "b", "c"], ONE, TEXTS, VECTORS, alone=True, words=False, encoder="e")
    oracle = LogisticRegression(C=3.0, max_iter=500).fit(VECTORS, ONE.argmax(axis=1))
    assert head.probabilities(TEXTS, VECTORS) == pytest.approx(oracle.predict_proba(VECTORS), abs=1e-4)
    assert head.suits("e")
    assert not head.suits("another")


def test_a_text_alone_is_as_likely_as_among_others():
    head = fit(["not", "children"], SAID, TEXTS, VECTORS)
    together = head.probabilities(TEXTS, VECTORS)
    alone = [head.probabilities([text], vector[None])[0] for text, vector in zip(TEXTS, VECTORS, strict=True)]
    assert np.array_equal(together, np.array(alone))


def test_a_head_that_was_kept_says_the_same(tmp_path, monkeypatch):
    head = fit(["not", "children"], SAID, TEXTS, VECTORS, encoder="e")
    kept = io.BytesIO()
    head.save(kept)
    (tmp_path / "toy.npz").write_bytes(kept.getvalue())
    monkeypatch.setattr(heads, "FOLDER", tmp_path)
    again = heads.load_head("toy")
    assert (again.labels, again.alone, again.encoder, again.dimension) == (("not", "children"), False, "e", 4)
    assert again.probabilities(TEXTS, VECTORS) == pytest.approx(head.probabilities(TEXTS, VECTORS), abs=0.01)


def test_a_label_that_nobody_says_is_not_likely():
    head = fit(["not", "never said"], SAID * [1, 0], TEXTS)
    assert head.probabilities(TEXTS)[:, 1].max() < 0.001
