"""The heads for passages: whom a sentence is about, and which demands it names.

Only training writers are used: the roles and demands of their ads, and the short ads of ``sketches/``, all of which are
for training.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, vstack
from sklearn.linear_model import LogisticRegression

from evaluation.collection.files import Collection, load, sketches
from evaluation.columns import demands_of
from matcher.heads import Head
from matcher.reader import demands, whose
from matcher.reader.sentences import Sentence, split
from matcher.schema import Vacancy

STRENGTH = 20.0  # C of scikit-learn; half as much: F1 of demands 0.01 lower on validation writers
DECIMALS = 1  # rounding of the weights: F1 0.003 lower on validation writers, and arrays that compress well
# Role of a passage that the writer marks as about others. Passages about applicants in general may have any role.
ABOUT = {
    "colleague": "colleagues",
    "another post": "other_post",
    "employer": "employer",
    "guests": "employer",
    "past": "employer",
}
MOST = 0.6  # share of a sentence that must be about others before it has their role


class Marked(NamedTuple):
    """Words of an ad from ``start`` to ``end``, with a reader's label."""

    label: str
    start: int
    end: int

    def shares(self, sentence: Sentence) -> int:
        """The number of its characters inside the sentence."""
        return min(self.end, sentence.end) - max(self.start, sentence.start)


def heads(folder: Path) -> Iterator[tuple[str, Head]]:
    """The heads by their names."""
    collection = load(folder)
    ads = [id_ for id_ in collection.ads if collection.split_of(id_) == "training"]
    yield "roles", _roles(collection, ads)
    yield "demands", _demands(collection, ads, folder)


def _roles(collection: Collection, ads: list[str]) -> Head:
    rows, roles = [], []
    for id_ in ads:
        sentences, text = _sentences(collection.ads[id_].record.title, collection.ads[id_].text)
        marks = _marks_of_roles(collection, id_, text)
        each = [max(marks, key=lambda mark: mark.shares(s), default=None) for s in sentences]
        least = 0.0 if id_ in collection.passages else MOST
        kept = [n for n, s in enumerate(sentences) if (m := each[n]) and m.shares(s) > least * len(s.original)]
        if kept:
            rows.append(whose.features(sentences)[kept])
            roles += [mark.label for n in kept if (mark := each[n])]
    fitted = LogisticRegression(C=STRENGTH, max_iter=500).fit(vstack(rows), roles)
    return _head(tuple(map(str, fitted.classes_)), fitted.coef_, fitted.intercept_, alone=True)


def _marks_of_roles(collection: Collection, id_: str, text: str) -> list[Marked]:
    """A reader's role of each passage. If none was asked for: the passages that the writer marks as not this post's."""
    labels, marks, at = collection.ads[id_].labels, [], 0
    if id_ in collection.passages:
        for passage in collection.passages[id_].passages:
            start = max(text.find(passage.text, at), text.find(passage.text))
            marks.append(Marked(passage.role, start, start + len(passage.text)))
            at = marks[-1].end
        return [mark for mark in marks if mark.start >= 0]
    others = labels.others if labels else []
    return [_marked(ABOUT[other.about], other.quote, text) for other in others if other.about in ABOUT]


def _demands(collection: Collection, ads: list[str], folder: Path) -> Head:
    kinds = [kind for kind, _ in demands.KINDS]
    told = [
        (ad.record.title, ad.text, _demands_of(collection, id_))
        for id_, ad in collection.ads.items()
        if id_ in set(ads)
    ]
    told += [(sketch.title, sketch.text, list(sketch.demands)) for sketch in sketches(folder)]
    rows, labels = [], []
    for title, description, quotes in told:
        sentences, text = _sentences(title, description)
        marks = [_marked(kind, quote, text) for kind, quote in quotes]
        rows.append(demands.features(sentences))
        labels += [[any(m.label == kind and m.shares(s) > 0 for m in marks) for kind in kinds] for s in sentences]
    features: csr_matrix[Any] = csr_matrix(vstack(rows))
    fitted = [_fitted(features, column) for column in np.array(labels).T]
    slopes = np.array([each.coef_[0] for each in fitted])
    return _head(tuple(kinds), slopes, np.array([each.intercept_[0] for each in fitted]), alone=False)


def _demands_of(collection: Collection, id_: str) -> list[tuple[str, str]]:
    """Every demand that the writer or a reader found."""
    labels = collection.ads[id_].labels
    both = demands_of(collection, id_).get("demands")
    return [(d["kind"], d["quote"]) for d in both] if both is not None else [*labels.demands] if labels else []


def _fitted(features: "csr_matrix[Any]", said: NDArray[np.bool_]) -> LogisticRegression:
    """Uses liblinear's dual, which is ten times as fast as the others with more columns than rows."""
    solver = LogisticRegression(C=STRENGTH, solver="liblinear", dual=True, tol=1e-3, random_state=0, max_iter=1000)
    return solver.fit(features, said)


def _sentences(title: str, text: str) -> tuple[list[Sentence], str]:
    """The sentences of an ad as ``reader`` cuts them, and the text that their places refer to."""
    return split(Vacancy(id="ad", title=title, description=text)), f"{title}\n{text}"


def _marked(label: str, quote: str, text: str) -> Marked:
    start = text.find(quote)
    return Marked(label, start, start + len(quote))


def _head(labels: tuple[str, ...], slopes: NDArray[np.float64], bias: NDArray[np.float64], alone: bool) -> Head:
    weights = slopes.T.round(DECIMALS).astype(np.float32)
    return Head(labels, weights, bias.astype(np.float32), alone, encoder="", dimension=0)
