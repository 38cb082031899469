"""Labelled texts -> ``matcher.heads.Head``, by scikit-learn's logistic regression."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression

from matcher.heads import Head, ngrams


def fit(
    labels: Sequence[str],
    targets: NDArray[np.float64],
    texts: Sequence[str],
    vectors: NDArray[np.float32] | None = None,
    *,
    alone: bool = False,
    words: bool = True,
    encoder: str = "",
    weights: NDArray[np.float64] | None = None,
    strength: float = 3.0,
) -> Head:
    """Fits a head over the k labels.

    targets: (n, k) shares between 0 and 1. With ``alone`` a text counts for each label by its share, else a label is
    true from 0.5 on. words: whether to use n-grams. encoder: the fingerprint of the vectors' encoder. weights: (n,) of
    the texts. strength: C of scikit-learn, the inverse of regularisation.
    """
    features = _features(texts, vectors, words=words)
    each = np.ones(len(texts)) if weights is None else weights
    if alone:
        rows, columns = np.nonzero(targets)
        fitted = LogisticRegression(C=strength, max_iter=500)
        fitted.fit(features[rows], columns, sample_weight=targets[rows, columns] * each[rows])
        slopes, bias = np.zeros((len(labels), features.shape[1])), np.full(len(labels), -20.0)
        slopes[fitted.classes_], bias[fitted.classes_] = fitted.coef_, fitted.intercept_
    else:
        slopes, bias = np.zeros((len(labels), features.shape[1])), np.full(len(labels), -20.0)
        for n, is_true in enumerate((targets >= 0.5).T):  # a label without examples keeps a bias against it
            if is_true.any():
                fitted = LogisticRegression(C=strength, max_iter=500).fit(features, is_true, sample_weight=each)
                slopes[n], bias[n] = fitted.coef_[0], fitted.intercept_[0]
    return Head(
        tuple(labels),
        slopes.T.astype(np.float32),
        bias.astype(np.float32),
        alone,
        encoder,
        0 if vectors is None else vectors.shape[1],
    )


def _features(texts: Sequence[str], vectors: NDArray[np.float32] | None, *, words: bool) -> Any:
    """Vectors, n-grams, or both. Vectors alone stay dense, because scikit-learn is then ten times as fast."""
    if vectors is None:
        return ngrams(texts)
    return hstack([csr_matrix(vectors), ngrams(texts)]).tocsr() if words else vectors
