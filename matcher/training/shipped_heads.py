"""The shipped heads, trained on the training writers by ``python -m matcher.training heads``.

A head is one function in ``HEADS`` of its sources. Trained with an encoder's vectors, it belongs to that encoder: after
a new encoder is exported, run the command again. ``model/README.md`` has each head's results on writers left out.
"""

import functools
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple, get_args

import numpy as np

from evaluation.collection.files import kinds_of_work, load, sketches
from matcher import heads, reader, statements, work
from matcher.encoder import Centre, Encoder, Vectors, centred
from matcher.heads import Head
from matcher.privacy.pronouns import neutralise_pronouns
from matcher.schema import DemandKind
from matcher.training import passages
from matcher.training.heads import fit
from matcher.training.pairs import occupations, written_statements

DEMANDS: tuple[str, ...] = get_args(DemandKind)
STRENGTH = 10.0  # C: the best of 3, 10 and 30 on the validation writers for demands, and as good for sign and vague


class Sources(NamedTuple):
    """Sources of the heads: the collection, the encoder, and ESCO's folder."""

    collection: Path
    encoder: Encoder
    esco: Path


def labelled(collection: Path, split: str) -> Iterator[dict[str, Any]]:
    """Statements of the writers of a split, with their labels."""
    whole = load(collection)
    yield from (s.model_dump() for id_, s in whole.statements.items() if whole.split_of(id_) == split)


def statement_labels() -> list[str]:
    """The labels of the head of statements, in its order."""
    sides = [f"{side}{demand}" for side in (statements.WISH, statements.AVOID) for demand in DEMANDS]
    return [statements.NOT_WANTED, statements.VAGUE, statements.POINTS, *sides]


def statement_targets(rows: Sequence[dict[str, Any]]) -> np.ndarray:
    """(n, k) zeros and ones of labelled statements."""
    return np.array(
        [
            [
                bool(row["avoids"] or row["demands_avoid"]),
                bool(row["vague"]),
                bool(row["kinds"]),
                *(demand in row["demands_wish"] for demand in DEMANDS),
                *(demand in row["demands_avoid"] for demand in DEMANDS),
            ]
            for row in rows
        ],
        float,
    )


# Weight of an ad's title beside a labelled statement: it wants its work, and says nothing about a day. Without titles
# 0.35 of the shipped job titles are read as not wanted; with titles at 0.3 and 1 0.013 and 0.003, and the F1 of
# dislikes on validation writers is 0.697, 0.703 and 0.695. Everyday statements beside them at 0.1: dislikes 0.707,
# nDCG@10 of validation candidates 0.406 instead of 0.427, on 8 candidates with real ads 0.759 instead of 0.788.
PLAIN = 1.0


def head_of_statements(sources: Sources) -> Head:
    """Sign, vagueness and demands of statements (``matcher.statements``)."""
    rows = list(labelled(sources.collection, "training"))
    titles = list(dict.fromkeys(title for title, _, _ in written_ads(sources.collection)))
    texts = [*(row["text"] for row in rows), *titles]
    plain = np.zeros((len(titles), len(statement_labels())))
    plain[:, statement_labels().index(statements.POINTS)] = 1
    encoded = sources.encoder.encode_query(texts)
    vectors = statements.inputs(texts, [statements.limits(text) for text in texts], encoded)
    return fit(
        statement_labels(),
        np.vstack([statement_targets(rows), plain]),
        texts,
        vectors,
        encoder=sources.encoder.fingerprint,
        strength=STRENGTH,
        weights=np.repeat([1, PLAIN], [len(rows), len(titles)]),
    )


# --- kinds of work ---------------------------------------------------------------------------------------------------


class Labelled(NamedTuple):
    """A text, its kinds of work as shares that sum to 1, and its weight."""

    text: str
    kinds: np.ndarray
    weight: float


def shares(codes: Sequence[str]) -> np.ndarray:
    """(kinds,) shares for kinds in order of likelihood: 1, 2/3, 1/2, 2/5 relative to each other; they sum to 1.

    >>> shares(["cook", "baking"]).max().round(2)
    np.float64(0.6)
    """
    row = np.zeros(len(work.kinds()))
    for place, code in enumerate(codes):
        row[work.number(code)] = 1 / (1 + place / 2)
    return row / (row.sum() or 1)


def written_ads(collection: Path) -> Iterator[tuple[str, str, str]]:
    """Title, text and kind of the ads of training writers, and of the short ads."""
    whole = load(collection)
    for id_, ad in whole.ads.items():
        if ad.labels and whole.split_of(id_) == "training":
            yield ad.record.title, ad.text, ad.labels.kind
    yield from ((sketch.title, sketch.text, sketch.kind) for sketch in sketches(collection))


def kinds_of_group(collection: Path, group: str) -> list[str]:
    """The kinds for an ISCO unit group, by the longest prefix in ``kinds.csv``."""
    fitting = [(len(code), kind) for code, kind in _groups(collection) if group.startswith(code)]
    longest = max((length for length, _ in fitting), default=0)
    return [kind for length, kind in fitting if length == longest]


@functools.cache
def _groups(collection: Path) -> list[tuple[str, str]]:
    """Prefixes of ISCO codes, each with a kind. Read once, used for each of ESCO's ten thousand labels."""
    return [(code, kind) for kind, row in kinds_of_work(collection).items() for code in row["isco"].split(";")]


# Weight of other texts beside an ad or a statement of the collection. On writers left out ESCO and the passages raise
# the accuracy of an ad's first kind from 0.55 to 0.66 (0.1 instead of 0.3: 0.63); everyday statements change little.
ESCO, PASSAGE, EVERYDAY = 0.3, 0.3, 0.2


def texts_of_ads(sources: Sources) -> list[Labelled]:
    """Whole ads, and passages of ads by ESCO's occupations."""
    texts = [Labelled(f"{title}\n{text}", shares([kind]), 1.0) for title, text, kind in written_ads(sources.collection)]
    statements = written_statements(occupations(sources.esco))
    passages = [(p, kinds_of_group(sources.collection, t.occupation.group)) for t in statements for p in t.passages]
    return texts + [Labelled(text, shares(kinds), PASSAGE) for text, kinds in passages if len(kinds) == 1]


def titles(sources: Sources) -> list[Labelled]:
    """Titles of ads, and ESCO's Danish labels."""
    texts = [Labelled(title, shares([kind]), 1.0) for title, _, kind in written_ads(sources.collection)]
    labels = [(x, kinds_of_group(sources.collection, o.group)) for o in occupations(sources.esco) for x in o.danish]
    return texts + [Labelled(text, shares(kinds), ESCO) for text, kinds in labels if len(kinds) == 1]


def wishes(sources: Sources) -> list[Labelled]:
    """Statements that point to some kind of work, and the everyday statements by ESCO's occupations."""
    rows = [row for row in labelled(sources.collection, "training") if row["kinds"]]
    texts = [Labelled(row["text"], shares(row["kinds"]), 1.0) for row in rows]
    statements = written_statements(occupations(sources.esco))
    everyday = [(s, kinds_of_group(sources.collection, t.occupation.group)) for t in statements for s in t.statements]
    return texts + [Labelled(text, shares(kinds), EVERYDAY) for text, kinds in everyday if kinds]


def head_of_work(sources: Sources, texts: Sequence[Labelled], vectors: Vectors, strength: float) -> Head:
    """Predicts one kind of work for a text from its vector alone: n-grams add 0.005 and would weigh megabytes."""
    codes, targets = [kind.code for kind in work.kinds()], np.array([text.kinds for text in texts])
    return fit(
        codes,
        targets,
        [text.text for text in texts],
        vectors,
        alone=True,
        words=False,
        encoder=sources.encoder.fingerprint,
        strength=strength,
        weights=np.array([text.weight for text in texts]),
    )


def head_of_ads(sources: Sources) -> Head:
    """The kind of work of a whole ad."""
    texts, centre = texts_of_ads(sources), _centre(sources.encoder)
    encoded = sources.encoder.encode_document([text.text for text in texts])
    return head_of_work(sources, texts, centred(encoded, centre.documents, centre.languages), 10)


def head_of_titles(sources: Sources) -> Head:
    """The kind of work of a title."""
    texts, centre = titles(sources), _centre(sources.encoder)
    encoded = sources.encoder.encode_document([text.text for text in texts])
    return head_of_work(sources, texts, centred(encoded, centre.passages, centre.languages), 10)


def head_of_wishes(sources: Sources) -> Head:
    """The kinds of work that a statement points to."""
    texts = wishes(sources)
    return head_of_work(sources, texts, _statements(sources.encoder, [text.text for text in texts]), 5)


def head_of_work_avoided(sources: Sources) -> Head:
    """The kinds of work that a statement rules out."""
    rows = list(labelled(sources.collection, "training"))
    codes = [kind.code for kind in work.kinds()]
    targets = np.array([[code in row["kinds_avoid"] for code in codes] for row in rows], float)
    texts = [row["text"] for row in rows]
    return fit(
        codes,
        targets,
        texts,
        _statements(sources.encoder, texts),
        words=False,
        encoder=sources.encoder.fingerprint,
        strength=STRENGTH,
    )


def _centre(encoder: Encoder) -> Centre:
    if encoder.centre is None:
        raise ValueError("heads are trained with the shipped encoder, which has a centre")
    return encoder.centre


def _statements(encoder: Encoder, texts: Sequence[str]) -> Vectors:
    """Vectors of statements, computed as the matcher does."""
    centre = _centre(encoder)
    return centred(encoder.encode_query(list(map(neutralise_pronouns, texts))), centre.queries, centre.languages)


LEAST_WRITERS, MOST_TITLES = 3, 1_200  # training writers who named a title; 1,200 titles are 0.5 MB


def train_titles(sources: Sources, path: Path) -> None:
    """Writes the titles that most training writers named (``matcher.occupations``), each in its commonest spelling.

    A title's kind comes from the statements for which it was named, and from the title itself.
    """
    spelt: dict[str, Counter[str]] = defaultdict(Counter)
    writers: dict[str, set[str]] = defaultdict(set)
    kinds: dict[str, np.ndarray] = defaultdict(lambda: np.zeros(len(work.kinds())))
    for row in labelled(sources.collection, "training"):
        for title in row["titles"]:
            spelt[title.casefold()][title[:1].upper() + title[1:]] += 1
            writers[title.casefold()].add(row["id"].split("-")[0])
            kinds[title.casefold()] += shares(row["kinds"])
    common = sorted((t for t in spelt if len(writers[t]) >= LEAST_WRITERS), key=lambda t: (-spelt[t].total(), t))
    names = [spelt[title].most_common(1)[0][0] for title in common[:MOST_TITLES]]
    centre = _centre(sources.encoder)
    vectors = centred(sources.encoder.encode_document(names), centre.passages, centre.languages)
    likely = work.of_titles(vectors, sources.encoder.fingerprint)
    of = [int((kinds[name.casefold()] * row).argmax()) for name, row in zip(names, likely, strict=True)]
    whole = np.round(vectors / np.abs(vectors).max(axis=1, keepdims=True) * 127).astype(np.int8)
    with path.open("wb") as file:
        np.savez_compressed(
            file,
            names=np.array(names),
            kinds=np.array([work.kinds()[k].code for k in of]),
            vectors=whole,
            encoder=np.array(sources.encoder.fingerprint),
        )


HEADS: dict[str, Callable[[Sources], Head]] = {
    statements.HEAD: head_of_statements,
    work.AD: head_of_ads,
    work.TITLE: head_of_titles,
    work.STATEMENT: head_of_wishes,
    work.AVOIDED: head_of_work_avoided,
}


def train(sources: Sources, names: Sequence[str], folder: Path = heads.FOLDER) -> Iterator[Path]:
    """Trains the heads with these names, or all of them and the titles, and writes each to the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, head in _trained(sources, names):
        path = folder / f"{name}.npz"
        with path.open("wb") as file:
            head.save(file)
        yield path
    if not names or work.TITLE in names:
        train_titles(sources, folder / "titles.npz")
        yield folder / "titles.npz"


def _trained(sources: Sources, names: Sequence[str]) -> Iterator[tuple[str, Head]]:
    if not names or set(names) & set(reader.HEADS):
        yield from passages.heads(sources.collection)
    for name, learn in HEADS.items():
        if not names or name in names:
            yield name, learn(sources)
