"""The measures and their files: by hand, against an oracle in plain Python, and as a command."""

import json
import math
import os
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evaluation.measures import DEEPEST, check_depth, mean, measure
from evaluation.reading import Judgment, Unreadable, read_judgments, read_qrels, read_run, read_suggestions

ROOT = Path(__file__).parents[1]
HEADER = "candidate_id\tvacancy_id\tfit\tlimits\tuseful\n"
NDCG, PRECISION, RECALL, FIRST = "nDCG@10", "P@5", "R@10", "RR"


@pytest.fixture
def qrels(tmp_path):
    """Judgments of (candidate, vacancy, limits, useful)."""

    def make(*judged, head=HEADER):
        path = tmp_path / "qrels.tsv"
        path.write_text(head + "".join(f"{c}\t{v}\t0\t{limits}\t{useful}\n" for c, v, limits, useful in judged))
        return path

    return make


@pytest.fixture
def run(tmp_path):
    """A run of (candidate, vacancy, rank)."""

    def make(*suggested, name="run.jsonl"):
        path = tmp_path / name
        rows = [{"candidate_id": c, "vacancy_id": v, "rank": rank, "score": 0.5} for c, v, rank in suggested]
        if path.suffix == ".parquet":
            pd.DataFrame(rows, columns=["candidate_id", "vacancy_id", "rank", "score"]).to_parquet(path)
        else:
            path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        return path

    return make


def ranked(*vacancies):
    return {v: rank for rank, v in enumerate(vacancies, start=1)}


def of(ranks, gains):
    """nDCG@10 and P@5 of one candidate."""
    values = measure({"c": ranks}, {"c": gains})["c"]
    return values[NDCG], values[PRECISION]


def test_a_list_in_the_ideal_order_has_ndcg_one():
    assert of(ranked("a", "b", "c"), {"a": 6, "b": 3, "c": 1})[0] == pytest.approx(1)


def test_ndcg_by_hand():
    """Gains 3, 0, 6 in the order shown; the ideal is 6, 3."""
    shown = 3 / math.log2(2) + 0 / math.log2(3) + 6 / math.log2(4)
    ideal = 6 / math.log2(2) + 3 / math.log2(3)
    assert of(ranked("b", "z", "a"), {"a": 6, "b": 3, "z": 0})[0] == pytest.approx(shown / ideal)


def test_the_gain_is_linear_and_not_a_power_of_two():
    linear = (1 + 6 / math.log2(3)) / (6 + 1 / math.log2(3))
    assert of(ranked("b", "a"), {"a": 6, "b": 1})[0] == pytest.approx(linear)


def test_the_ideal_is_over_all_judged_vacancies_also_those_not_shown():
    assert of(ranked("a"), {"a": 3, "b": 3})[0] == pytest.approx(3 / (3 + 3 / math.log2(3)))


def test_only_the_first_ten_count_in_the_list_and_in_the_ideal():
    late = ranked(*[f"u{n}" for n in range(10)], "a")
    assert of(late, {"a": 6}) == (0, 0)
    twelve = {f"v{n}": 3 for n in range(12)}
    assert of(ranked(*[f"v{n}" for n in range(10)]), twelve)[0] == pytest.approx(1)


def test_precision_is_the_share_of_the_first_five_with_three_or_more():
    gains = {"a": 6, "b": 3, "c": 2, "d": 3, "e": 0, "f": 6}
    assert of(ranked("a", "b", "c", "d", "e", "f"), gains)[1] == pytest.approx(3 / 5)
    assert of(ranked("a"), gains)[1] == pytest.approx(1 / 5)  # a short list is not a better one
    assert of(ranked("c", "e", "x", "y", "z", "a"), gains)[1] == 0


def test_a_vacancy_nobody_judged_counts_as_nothing_and_takes_its_place():
    assert of(ranked("x", "a"), {"a": 6}) == (pytest.approx(1 / math.log2(3)), pytest.approx(1 / 5))


def test_a_judged_candidate_missing_from_the_run_scores_nothing_and_counts_in_the_mean():
    values = measure({"c": ranked("a")}, {"c": {"a": 3}, "d": {"a": 3}})
    assert set(values["d"].values()) == {0}
    means = mean(values)
    assert [means[name] for name in (NDCG, PRECISION, RECALL, FIRST)] == pytest.approx([0.5, 0.1, 0.5, 0.5])


def test_an_empty_run_scores_nothing():
    assert set(measure({}, {"c": {"a": 3}})["c"].values()) == {0}


def test_a_candidate_nobody_judged_is_left_out():
    assert set(measure({"c": ranked("a"), "x": ranked("a")}, {"c": {"a": 3}})) == {"c"}


def test_the_order_is_by_rank_whatever_the_order_of_the_file(run):
    path = run(("c", "b", 3), ("c", "a", 1), ("c", "z", 2))
    assert of(read_run(path)["c"], {"a": 6, "b": 3}) == of(ranked("a", "z", "b"), {"a": 6, "b": 3})


def oracle(ranks, gains):
    """Järvelin & Kekäläinen 2002 with linear gain, precision, recall and first rank, from the contract's words."""
    order = sorted(ranks, key=lambda v: ranks[v])
    best = sorted(gains.values(), reverse=True)[:10]
    shown = sum(gains.get(v, 0) / math.log2(n + 1) for n, v in enumerate(order[:10], start=1))
    ideal = sum(gain / math.log2(n + 1) for n, gain in enumerate(best, start=1))
    relevant = [gains.get(v, 0) >= 3 for v in order]
    among = sum(gain >= 3 for gain in gains.values())
    return {
        NDCG: shown / ideal,
        PRECISION: sum(relevant[:5]) / 5,
        RECALL: sum(relevant[:10]) / among if among else 0,
        FIRST: 1 / (relevant.index(True) + 1) if any(relevant) else 0,
    }


vacancies = st.sampled_from([f"v{n}" for n in range(16)])


@given(
    st.lists(vacancies, unique=True, min_size=1, max_size=14),
    st.dictionaries(vacancies, st.integers(0, 6), min_size=1).filter(lambda gains: any(gains.values())),
)
@settings(derandomize=True, deadline=None, max_examples=300)
def test_the_measures_are_those_of_plain_python(order, gains):
    assert measure({"c": ranked(*order)}, {"c": gains})["c"] == pytest.approx(oracle(ranked(*order), gains))


@given(st.lists(vacancies, unique=True, min_size=2, max_size=14), st.lists(st.integers(0, 6), min_size=16, max_size=16))
@settings(derandomize=True, deadline=None)
def test_no_order_is_better_than_the_ideal(order, grades):
    gains = {f"v{n}": grade for n, grade in enumerate(grades)}
    if not any(grades):
        return
    assert 0 <= of(ranked(*order), gains)[0] <= 1 + 1e-9
    assert of(ranked(*sorted(gains, key=lambda v: -gains[v])), gains)[0] == pytest.approx(1)


# --- the files -------------------------------------------------------------------------------------------------------


def test_the_gain_is_useful_and_nothing_where_a_limit_is_broken(qrels):
    path = qrels(
        ("c", "a", "ok", 5),
        ("c", "b", "broken", 6),
        ("c", "d", "negotiable", 4),
        ("c", "e", "unknown", 3),
        ("c", "f", "disputed", 2),
    )
    assert read_qrels(path) == {"c": {"a": 5, "b": 0, "d": 4, "e": 3, "f": 2}}


def test_a_candidate_with_nothing_to_gain_is_left_out(qrels):
    path = qrels(("c", "a", "ok", 3), ("d", "a", "broken", 6), ("e", "a", "ok", 0))
    assert set(read_qrels(path)) == {"c"}


def test_the_columns_of_qrels_are_known_by_name(tmp_path):
    path = tmp_path / "qrels.tsv"
    path.write_text("useful\tvacancy_id\tcandidate_id\tlimits\tfit\tnote\r\n3\tv\tc\tok\t2\tx\r\n", newline="")
    assert read_qrels(path) == {"c": {"v": 3}}


def test_qrels_saved_with_a_byte_order_mark_are_read(qrels):
    path = qrels(("c", "a", "ok", 3))
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert read_qrels(path) == {"c": {"a": 3}}


@pytest.mark.parametrize(
    ("content", "row"),
    [
        ("candidate\tvacancy\tuseful\nc\ta\t3\n", 2),
        (HEADER + "c\ta\t0\tok\tx\n", 2),
        (HEADER + "c\ta\t0\tok\t3\nc\tb\t0\tok\t\n", 3),
        (HEADER + "c\ta\t0\tok\t3\nc\tb\n", 3),
        (HEADER.replace("\t", ",") + "c,a,0,ok,3\n", 2),
        (HEADER + "c\ta\t0\tok\t2.5\n", 2),
    ],
)
def test_qrels_that_cannot_be_read_are_refused_with_the_row(tmp_path, content, row):
    path = tmp_path / "qrels.tsv"
    path.write_text(content)
    with pytest.raises(Unreadable, match=rf"qrels\.tsv: row {row}: expected"):
        read_qrels(path)


def test_a_pair_that_was_judged_twice_is_refused(qrels):
    """The order of a file does not decide which of two judgments holds."""
    with pytest.raises(Unreadable, match="row 3"):
        read_qrels(qrels(("c", "a", "ok", 6), ("c", "a", "ok", 0)))


@pytest.mark.parametrize("useful", [-1, 7])
def test_a_grade_outside_nought_to_six_is_refused(qrels, useful):
    with pytest.raises(Unreadable, match="row 2"):
        read_qrels(qrels(("c", "a", "ok", useful)))


@pytest.mark.parametrize("name", ["run.jsonl", "run.parquet"])
def test_a_run_of_either_format_is_read_the_same(run, name):
    path = run(("c", "a", 2), ("c", "b", 1), ("d", "a", 1), name=name)
    assert read_run(path) == {"c": {"a": 2, "b": 1}, "d": {"a": 1}}


@pytest.mark.parametrize("name", ["run.jsonl", "run.parquet"])
def test_an_empty_run_is_read_as_one(run, name):
    assert read_run(run(name=name)) == {}


@pytest.mark.parametrize("name", ["run.jsonl", "run.parquet"])
@pytest.mark.parametrize("second", [("c", "a", 2), ("c", "b", 1)], ids=["vacancy", "rank"])
def test_a_vacancy_or_a_rank_twice_for_one_candidate_is_refused(run, name, second):
    with pytest.raises(Unreadable, match="row 2: the same vacancy or rank twice for c"):
        read_run(run(("c", "a", 1), second, name=name))


def test_the_same_vacancy_and_rank_for_two_candidates_is_not_twice(run):
    assert read_run(run(("c", "a", 1), ("d", "a", 1))) == {"c": {"a": 1}, "d": {"a": 1}}


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "[]",
        "3",
        "null",
        '{"candidate_id": "c", "vacancy_id": "a"}',
        '{"candidate_id": "c", "vacancy_id": "a", "rank": null}',
        '{"candidate_id": "c", "vacancy_id": "a", "rank": "first"}',
        '{"candidate_id": "c", "vacancy_id": "a", "rank": 1.5}',
        '{"candidate_id": "c", "vacancy_id": "a", "rank": Infinity}',
        '{"candidate_id": "c", "vacancy_id": ["a"], "rank": 1}',
        '{"candidate_id": ["c"], "vacancy_id": "a", "rank": 1}',
        '{"vacancy_id": "a", "rank": 1}',
    ],
)
def test_a_run_that_cannot_be_read_is_refused_with_the_row(run, line):
    path = run(("c", "z", 9))
    path.write_text(path.read_text() + line + "\n")
    with pytest.raises(Unreadable, match=r"run\.jsonl: row 2: "):
        read_run(path)


def test_trec_qrels_are_read_as_grades_of_usefulness(tmp_path):
    path = tmp_path / "qrels.txt"
    path.write_text("c 0 a 5\nc 0 b 0\nd 0 a 2\n")
    assert read_qrels(path) == {"c": {"a": 5, "b": 0}, "d": {"a": 2}}
    assert read_judgments(path)["c"]["a"] == Judgment(None, "ok", 5)


@pytest.mark.parametrize("line", ["c 0 b", "c 0 b x", "c 0 b 9", "c 0 a 1"])
def test_a_trec_row_that_cannot_be_read_is_refused_with_the_row(tmp_path, line):
    path = tmp_path / "qrels.txt"
    path.write_text(f"c 0 a 5\n{line}\n")
    with pytest.raises(Unreadable, match=r"qrels\.txt: row 2: "):
        read_qrels(path)


def test_met_is_another_word_for_ok(qrels):
    assert read_judgments(qrels(("c", "a", "met", 3)))["c"]["a"].limits == "ok"


def test_limits_that_no_judge_may_write_are_refused(qrels):
    with pytest.raises(Unreadable, match="row 2: limits: expected one of ok"):
        read_qrels(qrels(("c", "a", "fine", 3)))


@pytest.mark.parametrize("name", ["run.jsonl", "run.parquet"])
def test_suggestions_are_read_in_order_of_rank_with_all_they_hold(run, name):
    read = read_suggestions(run(("c", "b", 2), ("c", "a", 1), name=name))
    assert [(s["vacancy_id"], s["score"]) for s in read["c"]] == [("a", 0.5), ("b", 0.5)]


def test_a_measure_deeper_than_the_run_is_an_error():
    with pytest.raises(Unreadable, match=rf"at most 5 suggestions for each candidate, and \S+ needs {DEEPEST}:"):
        check_depth("run.jsonl", {"c": {"a": 1}}, {"c": {"a": 3}}, {"k": 5})
    check_depth("run.jsonl", {"c": {"a": 1}}, {"c": {"a": 3}}, {"k": DEEPEST})


def test_without_a_side_car_lists_that_all_stop_at_the_same_place_were_cut():
    cut = {c: ranked("a", "b") for c in "cd"}
    with pytest.raises(Unreadable, match="at most 2"):
        check_depth("run.jsonl", cut, {"c": {"z": 3}}, {})
    check_depth("run.jsonl", cut, {"c": {"a": 3}}, {})  # there are only two vacancies
    check_depth("run.jsonl", cut | {"e": ranked("a")}, {"c": {"z": 3}}, {})  # one has fewer: nothing was cut


# --- the command -----------------------------------------------------------------------------------------------------


def command(*arguments):
    return subprocess.run(
        [sys.executable, "-m", "evaluation", *map(str, arguments)],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "NO_COLOR": "1", "COLUMNS": "200", "PYTHONUTF8": "1"},
    )


def test_the_command_prints_each_candidate_and_the_mean(run, qrels):
    suggested = run(("c", "b", 1), ("c", "a", 2), name="run.parquet")
    done = command(suggested, qrels(("c", "a", "ok", 6), ("c", "b", "ok", 3), ("d", "a", "ok", 3)))
    assert (done.returncode, done.stderr) == (0, "")
    ndcg = oracle({"b": 1, "a": 2}, {"a": 6, "b": 3})[NDCG]
    expected = [
        ["c", NDCG, f"{ndcg:.3f}", PRECISION, "0.400", RECALL, "1.000", FIRST, "1.000"],
        ["d", NDCG, "0.000", PRECISION, "0.000", RECALL, "0.000", FIRST, "0.000"],
        ["mean", "of", "2", NDCG, f"{ndcg / 2:.3f}", PRECISION, "0.200", RECALL, "0.500", FIRST, "0.500"],
        ["95", "%", NDCG, f"0.000-{ndcg:.3f}", PRECISION, "0.000-0.400", RECALL, "0.000-1.000", FIRST, "0.000-1.000"],
    ]
    told = [line.split() for line in done.stdout.splitlines()[:4]]
    assert [words[: len(first)] for words, first in zip(told, expected, strict=True)] == expected


def broken_run(folder, content, name="run.jsonl"):
    path = folder / name
    path.write_bytes(content)
    return path


def no_rank(folder):
    path = folder / "run.parquet"
    pd.DataFrame({"candidate_id": ["c"], "vacancy_id": ["a"]}).to_parquet(path)
    return path


@pytest.mark.parametrize(
    "make",
    [
        lambda folder: folder / "nope.jsonl",
        lambda folder: broken_run(folder, b"{\n"),
        lambda folder: broken_run(folder, '{"candidate_id": "ø"}'.encode("latin-1")),
        lambda folder: broken_run(folder, b"no parquet", "run.parquet"),
        no_rank,
    ],
    ids=["missing", "not JSON", "not UTF-8", "not Parquet", "Parquet without ranks"],
)
def test_a_run_that_cannot_be_read_is_one_line_and_status_two(tmp_path, qrels, make):
    path = make(tmp_path)
    done = command(path, qrels(("c", "a", "ok", 3)))
    assert (done.returncode, done.stdout) == (2, "")
    assert path.name in done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_qrels_in_which_nothing_is_useful_are_status_two(run, qrels):
    done = command(run(("c", "a", 1)), qrels(("c", "a", "broken", 6)))
    assert (done.returncode, done.stdout) == (2, "")
    assert "no candidate with anything useful" in done.stderr


def test_the_command_without_files_is_wrong_use():
    assert command().returncode == 2
