"""``python -m evaluation.benchmarks melo|kompetencer|guard PATH``: public benchmarks, this product beside published
results.

MELO (Retyk et al. 2024): link a Danish job title to the labels of ESCO, Danish or English. Measures as published:
trec_eval's over the first 100 labels with scores to five decimals. Kompetencer (Zhang, Jensen & Plank 2022): find the
ESCO group of a skill in a Danish ad. Measure as published: F1 of each group, weighted by its number of spans. ESCO: how
many names and descriptions of work the guard on statements refuses wrongly. No result has been published.

The data do not come with this project; the message about a missing path says where to get them. No training may use the
data measured here.
"""

import csv
import io
import itertools
import re
import tempfile
import unicodedata
import zipfile
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Annotated, NamedTuple

import ir_measures
import numpy as np
import typer
from ir_measures import AP, RR, Success
from numpy.typing import NDArray
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import KFold
from sklearn.pipeline import make_pipeline

from evaluation.process import Failed, forbidden, ipsmatch
from evaluation.reading import Unreadable, text

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, help=__doc__)

Scores = NDArray[np.float64]
Scorer = Callable[[Sequence[str], Sequence[str]], Scores]

# --- MELO ------------------------------------------------------------------------------------------------------------

MELO_AT = (
    "get it from https://github.com/Avature/melo-benchmark (MIT): the folders data/processed/melo/dnk_q_da_c_da and "
    "dnk_q_da_c_en with queries.tsv, corpus_elements.tsv, annotations.tsv and concept_mapping.tsv"
)
TASKS = {"da": "dnk_q_da_c_da", "en": "dnk_q_da_c_en"}
CUT = 100
MELO_MEASURES = {"MRR": RR, "MAP": AP, "success@1": Success @ 1, "success@5": Success @ 5, "success@10": Success @ 10}

# Results of the benchmark's repository at af3f2e0, results/*/dnk_q_da_c_*/summary.tsv: MRR, MAP, success@1, 5, 10.
PUBLISHED: dict[str, dict[str, tuple[float, ...]]] = {
    "da": {
        "word TF-IDF": (0.5187, 0.2180, 0.4482, 0.5981, 0.6144),
        "character TF-IDF": (0.5809, 0.3255, 0.4891, 0.6826, 0.7180),
        "BGE-M3": (0.5839, 0.3458, 0.4809, 0.7030, 0.7398),
        "multilingual E5 (mE5)": (0.5983, 0.3619, 0.4891, 0.7275, 0.7616),
        "E5 (e5-mistral-7b)": (0.6178, 0.4061, 0.5068, 0.7439, 0.7888),
        "OpenAI (text-embedding-3-large)": (0.6173, 0.4073, 0.5082, 0.7425, 0.7916),
    },
    "en": {
        "word TF-IDF": (0.0398, 0.0118, 0.0313, 0.0463, 0.0572),
        "character TF-IDF": (0.1576, 0.0659, 0.1117, 0.2084, 0.2534),
        "BGE-M3": (0.3037, 0.1543, 0.2125, 0.3992, 0.4741),
        "multilingual E5 (mE5)": (0.3325, 0.1781, 0.2398, 0.4401, 0.5123),
        "E5 (e5-mistral-7b)": (0.4053, 0.2639, 0.3079, 0.5095, 0.5722),
        "OpenAI (text-embedding-3-large)": (0.4506, 0.2968, 0.3569, 0.5640, 0.6226),
    },
}


class Melo(NamedTuple):
    """One task: ids and titles of the queries, ids and labels of the corpus, the correct labels, and the concept of
    each label."""

    queries: dict[str, str]
    corpus: dict[str, str]
    qrels: list[ir_measures.Qrel]
    concepts: dict[str, str]


def read_melo(folder: Path) -> Melo:
    """Reads a task's folder. Unreadable, with the place to get it, if it is missing."""
    names = ("queries", "corpus_elements", "annotations", "concept_mapping")
    rows = {name: _table(folder / f"{name}.tsv", MELO_AT) for name in names}
    qrels = [ir_measures.Qrel(query, label, int(grade)) for query, _, label, grade in rows["annotations"]]
    queries, corpus, concepts = (
        {r[0]: r[1] for r in rows[name]} for name in ("queries", "corpus_elements", "concept_mapping")
    )
    return Melo(queries, corpus, qrels, concepts)


def melo_values(task: Melo, score: Scorer) -> tuple[float, ...]:
    """MRR, MAP and success of a scorer on a task."""
    ids = list(task.corpus)
    scores = score(list(task.queries.values()), list(task.corpus.values()))
    run = [
        ir_measures.ScoredDoc(query, ids[i], round(float(row[i]), 5))
        for query, row in zip(task.queries, scores, strict=True)
        for i in np.argsort(-row, kind="stable")[:CUT]
    ]
    values = ir_measures.calc_aggregate(list(MELO_MEASURES.values()), task.qrels, run)
    return tuple(values[measure] for measure in MELO_MEASURES.values())


def plain(text_: str) -> str:
    """Lower case without accents and without non-ASCII letters, like the benchmark's own baselines.

    >>> plain("Køkkenmedhjælper på café")
    'kkkenmedhjlper pa cafe'
    """
    return unicodedata.normalize("NFKD", text_.lower()).encode("ascii", "ignore").decode()


def tf_idf(**options: object) -> Scorer:
    """The benchmark's own TF-IDF: scikit-learn's defaults on plain text, fitted on the labels."""

    def score(queries: Sequence[str], labels: Sequence[str]) -> Scores:
        vectorizer = TfidfVectorizer(**options)
        documents = vectorizer.fit_transform(map(plain, labels))
        return np.asarray((vectorizer.transform(map(plain, queries)) @ documents.T).toarray(), np.float64)

    return score


def shipped(queries: Sequence[str], labels: Sequence[str]) -> Scores:
    """Inner products of vectors from ``ipsmatch encode``. Both sides are queries: a title compared with a title."""
    return np.asarray(encoded(queries) @ encoded(labels).T, np.float64)


def centred(queries: Sequence[str], labels: Sequence[str]) -> Scores:
    """The same with each side centred, as ``ipsmatch`` ranks."""
    sides = [vectors - vectors.mean(axis=0) for vectors in (encoded(queries), encoded(labels))]
    one, other = (side / np.linalg.norm(side, axis=1, keepdims=True) for side in sides)
    return np.asarray(one @ other.T, np.float64)


CHARACTERS = tf_idf(analyzer="char", ngram_range=(1, 3))
SCORERS: dict[str, Scorer] = {
    "word TF-IDF": tf_idf(),
    "character TF-IDF": CHARACTERS,
    "ipsmatch encode": shipped,
    "ipsmatch encode, centred": centred,
}
WEIGHTS = tuple(n / 10 for n in range(11))  # weights of the character TF-IDF beside the encoder
VALIDATED_ON = 500  # labels


def melo_rows(task: Melo) -> dict[str, tuple[float, ...]]:
    """Every system on a task. The last row knows which labels belong to one concept; no published system does."""
    queries, labels = list(task.queries.values()), list(task.corpus.values())
    concepts = [task.concepts[label] for label in task.corpus]
    rows = {system: melo_values(task, score) for system, score in SCORERS.items()}
    weight = validated_weight(labels, concepts)
    both = centred(queries, labels) + weight * CHARACTERS(queries, labels)
    rows[f"the same + {weight} character TF-IDF"] = melo_values(task, lambda *_: both)
    rows["the same, best label of a concept"] = melo_values(task, lambda *_: best_of_each(both, concepts))
    return rows


def validated_weight(labels: Sequence[str], concepts: Sequence[str]) -> float:
    """The weight with which labels find the other labels of their concepts best, by MRR and MAP. Uses no query."""
    draw = np.random.default_rng(0)
    number = Counter(concepts)
    able = [i for i, concept in enumerate(concepts) if number[concept] > 1]
    queries = np.sort(draw.choice(able, min(VALIDATED_ON, len(able)), replace=False))
    titles = [labels[i] for i in queries]
    ours, characters = centred(titles, labels), CHARACTERS(titles, labels)
    right = [
        ir_measures.Qrel(str(i), str(j), 1)
        for i in queries
        for j in np.flatnonzero(np.array(concepts) == concepts[i])
        if j != i
    ]

    def value(weight: float) -> float:
        scores = ours + weight * characters
        scores[np.arange(len(queries)), queries] = -np.inf  # itself
        run = [
            ir_measures.ScoredDoc(str(i), str(j), float(row[j]))
            for i, row in zip(queries, scores, strict=True)
            for j in np.argsort(-row, kind="stable")[:CUT]
        ]
        return float(sum(ir_measures.calc_aggregate([RR, AP], right, run).values()))

    return max(WEIGHTS, key=value)


def best_of_each(scores: Scores, concepts: Sequence[str]) -> Scores:
    """(q, n) scores of labels -> scores of their concepts' best labels. Within a concept the better label stays first.

    >>> best_of_each(np.array([[0.0, 0.9, 0.4]]), ["a", "a", "b"]).round(4).tolist()
    [[0.9, 0.9009, 0.4004]]
    """
    _, concept = np.unique(concepts, return_inverse=True)
    best = np.full((len(scores), concept.max() + 1), -np.inf)
    for label, of in enumerate(concept):
        best[:, of] = np.maximum(best[:, of], scores[:, label])
    return best[:, concept] + scores / 1000


def encoded(texts: Sequence[str]) -> NDArray[np.float32]:
    """(n, d) unit rows from ``ipsmatch encode``. Each text is encoded once and cached."""
    new = [t for t in dict.fromkeys(texts) if t not in _VECTORS]
    if new:
        with tempfile.TemporaryDirectory() as folder:
            lines, out = Path(folder) / "texts.txt", Path(folder) / "vectors.npy"
            lines.write_text("\n".join(" ".join(t.split()) for t in new) + "\n", encoding="utf-8")
            ipsmatch("encode", lines, "--out", out, "--as", "query")
            _VECTORS.update(zip(new, np.load(out), strict=True))
    return np.array([_VECTORS[t] for t in texts], np.float32)


_VECTORS: dict[str, NDArray[np.float32]] = {}


@app.command()
def melo(
    path: Annotated[Path, typer.Argument(help="The folder with dnk_q_da_c_da and dnk_q_da_c_en.")],
    task: Annotated[list[str] | None, typer.Option("--task", help="da or en; both if not given.")] = None,
) -> None:
    """MELO-Danish: job titles to ESCO's labels, da->da and da->en."""
    try:
        for name in task or TASKS:
            data = read_melo(path / TASKS[name])
            typer.echo(f"MELO da->{name}: {len(data.queries)} job titles, {len(data.corpus)} labels")
            _print_melo("published", PUBLISHED[name])
            _print_melo("here", melo_rows(data))
    except KeyError as error:
        typer.echo(f"--task {error.args[0]}: expected {' or '.join(TASKS)}", err=True)
        raise typer.Exit(2) from error
    except (Unreadable, Failed) as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(2) from error


def _print_melo(where: str, rows: dict[str, tuple[float, ...]]) -> None:
    typer.echo(f"  {where:<32} " + "  ".join(f"{name:>10}" for name in MELO_MEASURES))
    for system, values in rows.items():
        typer.echo(f"    {system:<30} " + "  ".join(f"{value:>10.4f}" for value in values))


# --- Kompetencer -----------------------------------------------------------------------------------------------------

KOMPETENCER_AT = "get it from https://github.com/jjzha/kompetencer (MIT): data/2_da_train.tsv and data/da_test.tsv"

# The paper's figures for the Danish test set (mean of five runs; the repository's plot_results.py).
PUBLISHED_F1 = {
    "RemBERT, trained on English": 0.3544,
    "DaJobBERT, trained on the Danish spans": 0.3946,
    "RemBERT, trained on English and the Danish spans (best)": 0.4718,
}


def read_spans(path: Path) -> tuple[list[str], list[str]]:
    """The spans and their groups of ESCO."""
    rows = _table(path, KOMPETENCER_AT)
    return [row[0] for row in rows], [row[-1] for row in rows]


def most_common(_train: Sequence[str], groups: Sequence[str], test: Sequence[str]) -> list[str]:
    """The lower bound: every span gets the commonest group."""
    return [max(sorted(set(groups)), key=list(groups).count)] * len(test)


def by_characters(train: Sequence[str], groups: Sequence[str], test: Sequence[str]) -> list[str]:
    """Logistic regression on character TF-IDF."""
    model = make_pipeline(TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5)), _regression())
    return list(model.fit(train, groups).predict(test))


def by_vectors(train: Sequence[str], groups: Sequence[str], test: Sequence[str]) -> list[str]:
    """Logistic regression on vectors from ``ipsmatch encode``."""
    return list(_regression().fit(encoded(train), groups).predict(encoded(test)))


def _regression() -> LogisticRegression:
    return LogisticRegression(C=10.0, max_iter=2000, class_weight="balanced")


FOLDS = 5
# Candidate values of C and of a span's weight. C 30, and weights of 1 and 50, did worse in the folds.
STRENGTHS, SPAN_WEIGHTS = (1.0, 3.0, 10.0), (2.0, 5.0, 10.0)


def by_vectors_and_esco(
    skills: Sequence[str], of_skills: Sequence[str], train: Sequence[str], groups: Sequence[str], test: Sequence[str]
) -> list[str]:
    """The same with ESCO's skills added. C and the weight of a span beside a skill are chosen by folds of the spans."""
    vectors, names = np.vstack([encoded(skills), encoded(train)]), np.array([*of_skills, *groups])
    spans = np.arange(len(skills), len(names))

    def told(choice: tuple[float, float], learnt: NDArray[np.intp], of: NDArray[np.float32]) -> list[str]:
        strength, weight = choice
        rows = np.append(np.arange(len(skills)), learnt)
        model = LogisticRegression(C=strength, max_iter=2000)
        model.fit(vectors[rows], names[rows], np.where(rows < len(skills), 1.0, weight))
        return list(model.predict(of))

    def validated(choice: tuple[float, float]) -> float:
        predicted = names.copy()
        for learnt, left in KFold(FOLDS, shuffle=True, random_state=0).split(spans):
            predicted[spans[left]] = told(choice, spans[learnt], vectors[spans[left]])
        return weighted_f1(groups, predicted[spans].tolist())

    best = max(itertools.product(STRENGTHS, SPAN_WEIGHTS), key=validated)
    return told(best, spans, encoded(test))


CLASSIFIERS = {
    "always the commonest group": most_common,
    "character TF-IDF + logistic regression": by_characters,
    "ipsmatch encode + logistic regression": by_vectors,
}

ESCO_AT = (
    "get esco-1.1.1-en-csv.zip and esco-1.1.1-relations-csv.zip from https://esco.ec.europa.eu/en/use-esco/download"
)


def read_skills(folder: Path) -> tuple[list[str], list[str]]:
    """ESCO's English skills and their groups, named like Kompetencer's (S1, L1, K07).

    Transversal skills are left out: Kompetencer's version of ESCO groups them differently (A1, A2).
    """
    levels, skills = (
        _esco(folder / "esco-1.1.1-en-csv.zip", f"{name}_en.csv") for name in ("skillsHierarchy", "skills")
    )
    relations = _esco(folder / "esco-1.1.1-relations-csv.zip", "broaderRelationsSkillPillar.csv")
    called = {row["Level 1 URI"]: row["Level 1 code"] or f"K{row['Level 1 URI'][-2:]}" for row in levels}
    above = defaultdict(set)
    for row in relations:
        above[row["conceptUri"]].add(row["broaderUri"])

    def groups(uri: str) -> set[str]:
        return {called[uri]} if uri in called else set().union(*map(groups, above[uri]))

    rows = [(row["preferredLabel"], group) for row in skills for group in sorted(groups(row["conceptUri"]))]
    kept = [(label, group) for label, group in rows if group[:1] in "SLK"]
    return [label for label, _ in kept], [group for _, group in kept]


def _esco(path: Path, name: str) -> list[dict[str, str]]:
    if not path.exists():
        raise Unreadable(f"{path}: not there; {ESCO_AT}")
    with zipfile.ZipFile(path) as archive, archive.open(name) as inner:
        return list(csv.DictReader(io.TextIOWrapper(inner, encoding="utf-8")))


@app.command()
def kompetencer(
    path: Annotated[Path, typer.Argument(help="The folder with 2_da_train.tsv and da_test.tsv.")],
    esco: Annotated[
        Path | None, typer.Option(help="Learn from ESCO's English skills too: the folder of its zips.")
    ] = None,
) -> None:
    """Kompetencer: Danish skill spans to ESCO's groups, from the few Danish spans alone, or from ESCO too."""
    try:
        (train, groups), (test, right) = read_spans(path / "2_da_train.tsv"), read_spans(path / "da_test.tsv")
        classifiers = dict(CLASSIFIERS)
        if esco:
            classifiers["the same, and from ESCO's English skills"] = partial(by_vectors_and_esco, *read_skills(esco))
        ours = {name: weighted_f1(right, predict(train, groups, test)) for name, predict in classifiers.items()}
    except (Unreadable, Failed) as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(2) from error
    typer.echo(f"Kompetencer: {len(train)} spans to learn from, {len(test)} to tell; weighted macro F1")
    for where, rows in (("published", PUBLISHED_F1), ("here", ours)):
        typer.echo(f"  {where}")
        for name, value in rows.items():
            typer.echo(f"    {name:<56} {value:.4f}")


# --- The guard on ESCO ------------------------------------------------------------------------------------------------

ENGLISH_AT = "esco-1.1.1-en-csv.zip"
SMALL = frozenset(["of", "and", "or", "the", "a", "an", "in", "for", "og", "eller", "i", "af", "om", "med"])


def read_names(folder: Path) -> list[str]:
    """Every label and description of ESCO's occupations and skills once, in Danish and English."""
    rows = [row for name in ("occupations", "skills") for row in _esco(folder / ENGLISH_AT, f"{name}_en.csv")]
    for path in sorted(folder.glob("occupations_da*.csv")):
        rows += csv.DictReader(text(path).splitlines(keepends=True))
    names = (
        name.strip()
        for row in rows
        for name in (row["preferredLabel"], *row["altLabels"].split("\n"), row["description"])
    )
    return list(dict.fromkeys(filter(None, names)))


def is_the_matter_alone(name: str, words: Sequence[str]) -> bool:
    """Whether a name consists only of the finding ("epilepsy"), so that refusing it as a statement is right.

    >>> is_the_matter_alone("Types of diabetes", ["diabetes"]), is_the_matter_alone("diabetes", ["diabetes"])
    (False, True)
    """
    for word in sorted(words, key=len, reverse=True):
        name = name.replace(word, " ")
    return SMALL.issuperset(re.findall(r"\w+", name.casefold()))


@app.command()
def guard(path: Annotated[Path, typer.Argument(help="The folder with ESCO's occupations_da and zips.")]) -> None:
    """ESCO's names of work: the share that the guard on statements refuses, and the share it refuses wrongly."""
    try:
        names = read_names(path)
        found = forbidden(names)
    except (Unreadable, Failed) as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(2) from error
    refused = {name: findings for name, findings in zip(names, found, strict=True) if findings}
    wrong = [f for name, f in refused.items() if not is_the_matter_alone(name, [words for _, words in f])]
    typer.echo(f"ESCO: {len(names)} names and descriptions, {len(refused)} refused")
    typer.echo(f"  the matter alone     {len(refused) - len(wrong):>6}")
    typer.echo(f"  wrongly              {len(wrong):>6}  {len(wrong) / len(names):.2%}")
    for category, count in Counter(findings[0][0] for findings in wrong).most_common():
        typer.echo(f"    {category:<18} {count:>6}")


def weighted_f1(right: Sequence[str], predicted: Sequence[str]) -> float:
    """F1 of each group, weighted by its number of spans."""
    return float(f1_score(right, predicted, average="weighted", zero_division=0))


def _table(path: Path, where: str) -> list[list[str]]:
    """The rows of a tab-separated file without header."""
    if not path.exists():
        raise Unreadable(f"{path}: not there; {where}")
    return [line.split("\t") for line in text(path).splitlines() if line.strip()]


if __name__ == "__main__":
    app()
