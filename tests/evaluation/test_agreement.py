"""Agreement of two judges: by hand, and on the fixtures as their README says."""

import json

import pytest
from conftest import FIXTURES

from evaluation.agreement import added, kappa, read_pass
from evaluation.reading import Unreadable


def passes(*rows):
    return {(c, v): {"fit": fit, "limits": limits, "useful": useful} for c, v, fit, limits, useful in rows}


A = passes(("c", "a", 3, "ok", 3), ("c", "b", 1, "ok", 0))
B = passes(("c", "a", 2, "ok", 3), ("c", "d", 0, "broken", 0))


def test_quadratic_kappa_by_hand():
    """Grades (3, 2), (1, 0), (0, 0) and a pair nobody lists: 1 - observed / expected disagreement."""
    a, b = [3, 1, 0, 0], [2, 0, 0, 0]
    observed = sum((x - y) ** 2 for x, y in zip(a, b, strict=True)) / 4
    expected = sum((x - y) ** 2 for x in a for y in b) / 16
    assert kappa(A, B, "fit", 4)[0] == pytest.approx(1 - observed / expected)


def test_the_pairs_above_nothing_are_also_told_alone():
    assert kappa(A, B, "fit", 4)[2] == 2


def test_grades_are_added_and_limits_disputed_where_they_differ():
    assert added(A, passes(("c", "a", 2, "negotiable", 1))) == [
        "candidate_id\tvacancy_id\tfit\tlimits\tuseful",
        "c\ta\t5\tdisputed\t4",
        "c\tb\t1\tok\t0",
    ]


def test_the_fixtures_qrels_are_the_two_passes_added_up():
    lines = added(*(read_pass(FIXTURES / f"judgments/{judge}.jsonl") for judge in "ab"))
    assert set((FIXTURES / "qrels.tsv").read_text(encoding="utf-8").splitlines()) <= set(lines)


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "3",
        '{"cand": "c", "ad": "b", "fit": 4, "limits": "ok", "useful": 1}',
        '{"cand": "c", "ad": "b", "fit": 1, "useful": 1}',
        '{"cand": "c", "ad": "a", "fit": 1, "limits": "ok", "useful": 1}',
    ],
)
def test_a_judgment_that_cannot_be_read_is_refused_with_the_row(tmp_path, line):
    path = tmp_path / "a.jsonl"
    first = {"cand": "c", "ad": "a", "fit": 1, "limits": "ok", "useful": 1}
    path.write_text(f"{json.dumps(first)}\n{line}\n")
    with pytest.raises(Unreadable, match=r"a\.jsonl: row 2: expected"):
        read_pass(path)
