"""Baselines that anyone could build: the candidate's whole text against the whole ad, without limits.

A baseline is one line in ``BASELINES``: a name and a function from the candidates' texts and the ads' texts to a score
for each pair, (n candidates, m ads), higher is nearer.
"""

from collections.abc import Callable, Sequence
from typing import Any

import bm25s
import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction.text import TfidfVectorizer

from evaluation.reading import Ranks, Records, Unreadable, ad_text
from evaluation.slices import statements

Texts = Sequence[str]
Scores = NDArray[np.float64]
Baseline = Callable[[Texts, Texts], Scores]


def chance(queries: Texts, ads: Texts) -> Scores:
    """A random order, the same every time."""
    return np.random.default_rng(0).random((len(queries), len(ads)))


def bm25(queries: Texts, ads: Texts) -> Scores:
    """BM25 of words (Robertson; k1 1.5, b 0.75, Lucene's form), without a stop list."""
    words = [bm25s.tokenize(list(t), stopwords=None, show_progress=False, return_ids=False) for t in (queries, ads)]
    index: Any = bm25s.BM25()
    index.index(words[1], show_progress=False)
    return np.array([index.get_scores(query) for query in words[0]], np.float64)


def tf_idf(**options: object) -> Baseline:
    """Cosine of TF-IDF vectors from scikit-learn's vectoriser with ``options``.

    Uses 1 + log(count), which is stronger here: beating a weak baseline proves nothing.
    """

    def score(queries: Texts, ads: Texts) -> Scores:
        vectorizer = TfidfVectorizer(sublinear_tf=True, **options)
        documents = vectorizer.fit_transform(ads)
        return np.asarray((vectorizer.transform(queries) @ documents.T).toarray(), np.float64)

    return score


def encoder(name: str) -> Baseline:
    """Cosine of whole texts' vectors from any sentence-transformers model. ``name``: a name or a path."""

    def score(queries: Texts, ads: Texts) -> Scores:
        try:
            from sentence_transformers import SentenceTransformer
        except ImportError as error:
            raise Unreadable(f"--model {name}: needs the extra: pip install 'ipsmatch[models]'") from error
        model = SentenceTransformer(name)
        vectors = [np.asarray(model.encode(list(t), normalize_embeddings=True), np.float64) for t in (queries, ads)]
        return vectors[0] @ vectors[1].T

    return score


BASELINES: dict[str, Baseline] = {
    "random order": chance,
    "BM25": bm25,
    "word TF-IDF": tf_idf(),
    "character 3-5-gram TF-IDF": tf_idf(analyzer="char_wb", ngram_range=(3, 5)),
}


def runs(candidates: Records, vacancies: Records, baselines: dict[str, Baseline]) -> dict[str, Ranks]:
    """Ranks every vacancy for every candidate, by each baseline."""
    queries = [" \n".join(statements(candidate)) for candidate in candidates.values()]
    ads = [ad_text(vacancy) for vacancy in vacancies.values()]
    return {
        name: dict(zip(candidates, _ranks(score(queries, ads), list(vacancies)), strict=True))
        for name, score in baselines.items()
    }


def _ranks(scores: Scores, ids: Sequence[str]) -> list[dict[str, int]]:
    """Ranks from 1 by falling score. The earlier vacancy wins a tie."""
    orders = np.argsort(-scores, axis=1, kind="stable")
    return [{ids[i]: rank for rank, i in enumerate(order, start=1)} for order in orders]
