"""The public benchmarks on small tasks of the same form. The published rows are reproduced by the command itself."""

import functools
import zipfile

import numpy as np
import pytest
from typer.testing import CliRunner

from evaluation import benchmarks
from evaluation.benchmarks import PUBLISHED, Melo, best_of_each, melo_values, read_melo, tf_idf, weighted_f1
from evaluation.reading import Unreadable

CHARACTERS = tf_idf(analyzer="char", ngram_range=(1, 3))


@pytest.fixture
def melo(tmp_path):
    folder = tmp_path / "dnk_q_da_c_da"
    folder.mkdir()
    (folder / "queries.tsv").write_text("Q1\tKok\nQ2\tGartner\n", encoding="utf-8")
    (folder / "corpus_elements.tsv").write_text("C1\tkøkkenchef\nC2\tgartner\nC3\tkok\n", encoding="utf-8")
    (folder / "concept_mapping.tsv").write_text("C1\tcook\nC2\tgardener\nC3\tcook\n", encoding="utf-8")
    (folder / "annotations.tsv").write_text("Q1\t0\tC1\t1\nQ1\t0\tC3\t1\nQ2\t0\tC1\t1\n", encoding="utf-8")
    return tmp_path


def test_melo_is_measured_over_the_whole_task(melo):
    """Kok: its label first, the other right one second or third. Gartner: its one right label is not the first."""
    task = read_melo(melo / "dnk_q_da_c_da")
    assert (len(task.queries), len(task.corpus), len(task.qrels)) == (2, 3, 3)
    mrr, average_precision, *success = melo_values(task, CHARACTERS)
    assert mrr in (pytest.approx((1 + 1 / 2) / 2), pytest.approx((1 + 1 / 3) / 2))
    assert average_precision <= mrr
    assert success == [0.5, 1, 1]


def test_only_the_first_hundred_labels_count():
    labels = {f"C{n:03}": "kok" for n in range(101)}
    task = Melo({"Q": "kok"}, labels | {"X": "zzz"}, [benchmarks.ir_measures.Qrel("Q", "X", 1)], {})
    assert melo_values(task, CHARACTERS) == (0, 0, 0, 0, 0)


def test_labels_of_one_concept_stand_together_and_no_benchmark_query_chooses_the_weight(melo, monkeypatch):
    def encoded(texts):
        return np.array([np.random.default_rng(sum(map(ord, t))).normal(size=4) for t in texts], np.float32)

    monkeypatch.setattr(benchmarks, "encoded", encoded)
    task = read_melo(melo / "dnk_q_da_c_da")
    rows = benchmarks.melo_rows(task)
    *_, concept = rows.values()
    other = melo_values(
        task, lambda *_: best_of_each(np.array([[0, 0, 1.0], [0, 1.0, 0]]), ["cook", "gardener", "cook"])
    )
    assert other[0] == pytest.approx((1 + 1 / 3) / 2) or other[0] == pytest.approx((1 + 1 / 2) / 2)
    assert len(concept) == len(benchmarks.MELO_MEASURES)
    otherwise = task._replace(queries={"Q1": "zzz", "Q2": "yyy"})
    assert list(rows) == list(benchmarks.melo_rows(otherwise))  # the chosen weight stands in the name of its row


def test_the_weight_is_the_one_with_which_labels_find_their_own(monkeypatch):
    """Where the vectors say nothing the characters decide, and the other way round."""
    labels, concepts = ["kokken", "kokke", "gartner", "gartneri"], ["a", "a", "b", "b"]
    monkeypatch.setattr(benchmarks, "centred", lambda q, _: np.zeros((len(q), 4)))
    assert benchmarks.validated_weight(labels, concepts) > 0
    right = np.array([[1.0 if a == b else 0.0 for b in concepts] for a in concepts])
    monkeypatch.setattr(benchmarks, "centred", lambda q, _: right[: len(q)])
    assert benchmarks.validated_weight(labels, concepts) == 0


def test_every_published_row_has_every_measure():
    assert all(len(row) == len(benchmarks.MELO_MEASURES) for rows in PUBLISHED.values() for row in rows.values())


def test_a_missing_path_says_where_to_get_it(tmp_path):
    for command, where in (("melo", "Avature/melo-benchmark"), ("kompetencer", "jjzha/kompetencer")):
        done = CliRunner().invoke(benchmarks.app, [command, str(tmp_path)])
        assert done.exit_code == 2
        assert "not there; get it from" in done.output.replace("\n", " ")
        assert where in done.output
    with pytest.raises(Unreadable, match="not there"):
        read_melo(tmp_path)


def test_another_task_is_wrong_use(melo):
    done = CliRunner().invoke(benchmarks.app, ["melo", str(melo), "--task", "fr"])
    assert done.exit_code == 2
    assert "expected da or en" in done.output


def test_f1_is_weighted_by_the_spans_of_each_group():
    """Group a: precision 2/3, recall 1; group b: precision 1, recall 1/2."""
    f1 = {"a": 2 * (2 / 3) / (2 / 3 + 1), "b": 2 * (1 / 2) / (1 + 1 / 2)}
    assert weighted_f1(list("aabb"), list("aaab")) == pytest.approx((2 * f1["a"] + 2 * f1["b"]) / 4)


def test_a_classifier_tells_spans_like_those_it_learnt_from():
    train, groups = ["svejse rustfrit", "svejse rør", "samarbejde", "samarbejde i team"], ["S7", "S7", "S1", "S1"]
    assert benchmarks.by_characters(train, groups, ["svejse", "godt samarbejde"]) == ["S7", "S1"]
    assert benchmarks.most_common(train, ["S1", "S1", "S7", "S1"], ["x", "y"]) == ["S1", "S1"]


@pytest.fixture
def esco(tmp_path):
    """Four skills of ESCO: under a group, a group below it, two groups, and a transversal one."""
    tables = {
        "esco-1.1.1-en-csv.zip": {
            "skillsHierarchy_en.csv": ["Level 1 URI,Level 1 code", ",", "g/S7,S7", "g/isced-f/07,", "g/T3,T3"],
            "skills_en.csv": ["conceptUri,preferredLabel", "1,weld", "2,weld pipes", "3,know of metal", "4,be on time"],
        },
        "esco-1.1.1-relations-csv.zip": {
            "broaderRelationsSkillPillar.csv": [
                "conceptUri,broaderUri",
                "1,g/S7",
                "2,g/S7.1",
                "g/S7.1,g/S7",
                "3,g/S7.1",
                "3,g/isced-f/07",
                "4,g/T3",
            ],
        },
    }
    for archive, files in tables.items():
        with zipfile.ZipFile(tmp_path / archive, "w") as file:
            for name, rows in files.items():
                file.writestr(name, "\n".join(rows) + "\n")
    return tmp_path


def test_a_skill_of_esco_is_in_every_group_above_it_as_kompetencer_calls_them(esco):
    labels, groups = benchmarks.read_skills(esco)
    assert sorted(zip(labels, groups, strict=True)) == [
        ("know of metal", "K07"),
        ("know of metal", "S7"),
        ("weld", "S7"),
        ("weld pipes", "S7"),
    ]


def test_esco_that_is_not_there_says_where_to_get_it(tmp_path):
    for name in ("2_da_train.tsv", "da_test.tsv"):
        (tmp_path / name).write_text("svejse\tS7\nvente\tS1\n", encoding="utf-8")
    done = CliRunner().invoke(benchmarks.app, ["kompetencer", str(tmp_path), "--esco", str(tmp_path)])
    assert done.exit_code == 2
    assert "not there; get esco-1.1.1-en-csv.zip" in done.output.replace("\n", " ")


def test_a_group_that_no_span_is_in_is_learnt_from_esco_and_the_others_from_both(monkeypatch):
    axes = {"weld": 0, "svejse": 0, "count": 1, "tælle": 1, "venlig": 2}
    monkeypatch.setattr(benchmarks, "encoded", lambda texts: np.eye(3, dtype=np.float32)[[axes[t] for t in texts]])
    learn = functools.partial(benchmarks.by_vectors_and_esco, ["weld"] * 9 + ["count"] * 9, ["S7"] * 9 + ["S2"] * 9)
    assert learn(["svejse", "venlig"] * 3, ["S7", "A1"] * 3, ["tælle", "svejse", "venlig"]) == ["S2", "S7", "A1"]


def test_what_the_guard_refuses_of_escos_names_is_counted(tmp_path):
    """Of five names one is the illness alone, and one is work that is refused wrongly."""
    head = "preferredLabel,altLabels,description"
    with zipfile.ZipFile(tmp_path / "esco-1.1.1-en-csv.zip", "w") as file:
        file.writestr("occupations_en.csv", f'{head}\ncook,"chef\ncook",Cooks cook.\n')
        file.writestr("skills_en.csv", f"{head}\nepilepsy,,\n")
    (tmp_path / "occupations_da-1.0.8.csv").write_text(
        f"{head}\nmaler med angst for kolde farver,,\n", encoding="utf-8"
    )
    done = CliRunner().invoke(benchmarks.app, ["guard", str(tmp_path)])
    assert done.output.splitlines()[:3] == [
        "ESCO: 5 names and descriptions, 2 refused",
        "  the matter alone          1",
        "  wrongly                   1  20.00%",
    ]
