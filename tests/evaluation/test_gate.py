"""Fixtures and validation writers from end to end, their golden figures, and what the gate is there to catch.

``make evaluate`` measures all writers. After a change that is meant: python tests/evaluation/test_gate.py
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from evaluation import gate, process, report
from evaluation.compare import read_cases
from evaluation.figures import HELD, changes
from evaluation.inputs import read_inputs
from evaluation.probes import without
from evaluation.reading import read_records

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
FIXTURES = ROOT / "data" / "fixtures"
GOLDEN = (
    ROOT / "tests" / "golden" / "gate.csv"
)  # half the fixtures; the validation writers over their own ads: a third of the work
AS_OF = "2026-11-23"
FEEDS = sorted((FIXTURES / "night").iterdir())
VACANCIES = [FIXTURES / "vacancies.jsonl", FIXTURES / "vacancies-2.jsonl", *FEEDS]
FACTS = sorted(FIXTURES.glob("facts*.jsonl"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("evaluation")


@pytest.fixture(scope="module")
def findings(folder, index):  # noqa: ARG001 the ads are encoded once, into the cache
    return gate.evaluate(FIXTURES / "candidates.jsonl", FIXTURES / "qrels.tsv", VACANCIES, folder, AS_OF)


@pytest.fixture(scope="module")
def columns(folder, findings):  # noqa: ARG001 its files are measured
    people, qrels = FIXTURES / "candidates.jsonl", FIXTURES / "qrels.tsv"
    return gate.measure_columns(folder, people, qrels, FACTS, FIXTURES / "collection", None, ("validation",))


@pytest.fixture(scope="module")
def now(columns):
    return gate.golden(columns.cases)


@pytest.fixture
def again(folder, findings):  # noqa: ARG001 the files are made by it
    """The findings of the same collection with another run."""

    def make(run):
        return report.assemble(read_inputs(run, FIXTURES / "qrels.tsv", candidates=FIXTURES / "candidates.jsonl"))

    return make


# --- what may land ---------------------------------------------------------------------------------------------------


def test_nothing_stands_against_what_is_here(findings, now):
    """No limit broken in band fits, every invariance holds, and no held figure, seen or unseen, has fallen."""
    assert gate.failures(findings) == []
    assert gate.held(read_cases(GOLDEN), now) == []


def test_unseen_figures_are_among_what_is_held(now):
    assert set(HELD) <= set(now[now.column == "unseen"].figure)


def test_what_may_not_be_held_is_refused_and_the_order_of_the_statements_changes_nothing(findings):
    probes = findings.inputs.probes
    assert probes["refused"]["accepted"] == []
    assert probes["order"]["differ"] == []


def test_what_is_said_of_him_or_of_her_ranks_identically(findings):
    assert findings.inputs.probes["wordings"]["differ"] == []


def test_a_pasted_ad_is_called_as_its_file(findings):
    assert {path.stem for path in FEEDS if path.suffix == ".txt"} <= findings.inputs.vacancies.keys()


def test_the_report_sets_the_columns_side_by_side_on_one_page(findings, columns, now, tmp_path):
    report.write(findings, tmp_path / "report.html", columns, changes(read_cases(GOLDEN), now))
    page, plain = ((tmp_path / name).read_text(encoding="utf-8") for name in ("report.html", "report.md"))
    for text in (page, plain):
        assert "Seen, unseen, real" in text
        assert "demands recall" in text
    assert "https://" not in page.replace("https://www.w3.org", "").replace("https://matplotlib.org", "")
    columns.write(tmp_path)
    assert {"cases.parquet", "figures.csv", "figures.parquet", "meta.json"} <= {p.name for p in tmp_path.iterdir()}
    assert {"data", "code", "model", "command", "seconds", "peak_memory_mb"} <= columns.meta.keys()


# --- what must not ---------------------------------------------------------------------------------------------------


WISHES = ("goals", "interests")


def test_wishes_that_are_ignored_are_caught(folder, now, tmp_path):
    """A planted regression: the matcher never hears of goals and interests. Goals alone are no longer missed enough:
    interests point to the same kinds of work.
    """
    people = read_records([FIXTURES / "candidates.jsonl"]).values()
    deaf = process.write_records(
        tmp_path / "candidates.jsonl", ({k: v for k, v in p.items() if k not in WISHES} for p in people)
    )
    process.suggest(deaf, folder / "index", tmp_path / "run.jsonl", "--as-of", AS_OF)
    worse = read_inputs(tmp_path / "run.jsonl", FIXTURES / "qrels.tsv", candidates=deaf)
    turned = now[(now.column == "seen") & (now.figure == "nDCG@10")]
    [reason] = gate.held(turned, gate.golden(gate.cases_of_run("seen", worse)))
    assert reason.startswith("seen: nDCG@10 is worse: 0.8")


def changed(now, column, figure, value):
    """The same with another value of one figure wherever it weighs."""
    other = now.copy()
    other.loc[(now.column == column) & (now.figure == figure), "value"] *= value
    return other


def test_an_unseen_figure_that_falls_much_is_caught_even_where_five_writers_prove_nothing(now):
    [reason] = gate.held(now, changed(now, "unseen", "nDCG@10", 0.0))
    assert reason.startswith("unseen: nDCG@10 is worse")


def test_a_figure_that_rises_stops_nobody(now):
    assert gate.held(now, changed(now, "unseen", "hours exact", 1.1)) == []


def test_a_figure_that_is_not_held_stops_nobody(now):
    assert gate.held(now, changed(now, "unseen", "P@5", 0.5)) == []


def test_a_figure_that_is_gone_or_measured_on_fewer_cannot_hide_a_fall(now):
    gone = now[(now.column != "unseen") | (now.figure != "signs")]
    assert gate.held(now, gone) == [f"unseen: signs is measured on 0 units and was on {len(now) - len(gone)}"]


def test_a_limit_broken_in_band_fits_is_caught(again, folder, findings, tmp_path):
    """A planted violation: one suggestion whose limits both judges found broken is said to fit."""
    judged = findings.inputs.judgments
    run = [json.loads(line) for line in (folder / "ipsmatch.jsonl").read_text(encoding="utf-8").splitlines()]
    planted = next(
        s for s in run if getattr(judged.get(s["candidate_id"], {}).get(s["vacancy_id"]), "limits", 0) == "broken"
    )
    planted["band"] = "fits"
    [reason] = gate.failures(again(process.write_records(tmp_path / "run.jsonl", run)))
    assert f"{planted['candidate_id']} is told that {planted['vacancy_id']} fits" in reason


def test_every_broken_invariance_is_a_reason():
    probes = {
        "refused": {"accepted": ["Jeg er 54 år"]},
        "wordings": {"differ": [["han", "hun"]]},
        "order": {"differ": ["p01"]},
    }
    assert len(gate.unlike(probes)) == 3


def test_it_says_how_to_renew_the_golden_figures():
    assert "cp now.csv tests/golden" in gate.renewal(Path("now.csv"), Path("tests/golden"))


# --- the matcher as a process ----------------------------------------------------------------------------------------


def test_what_ipsmatch_cannot_do_is_told_in_its_own_words(tmp_path):
    with pytest.raises(process.Failed, match="status 2"):
        process.suggest(tmp_path / "gone.jsonl", tmp_path, tmp_path / "run.jsonl")


def test_a_vacancy_that_cannot_be_read_stops_the_gate(tmp_path):
    path = process.write_records(tmp_path / "bad.jsonl", [{"id": "v", "title": "x"}])
    with pytest.raises(process.Failed, match=r"bad\.jsonl: row 1: description"):
        process.convert([path], tmp_path / "out.jsonl")


def test_a_quote_is_taken_out_wherever_it_stands():
    ad = {"id": "v", "title": "Kok søges", "description": "Kok søges straks. Ring.", "employer": "X"}
    assert without(ad, "Kok søges") == {**ad, "title": "…", "description": "… straks. Ring."}


def test_evaluation_is_one_make_target():
    said = subprocess.run(
        ["make", "-n", "evaluate"], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    ).stdout
    assert "--golden tests/golden/figures.csv" in said
    assert "data/fixtures/night/*" in said


@pytest.mark.parametrize("module", ["gate", "probes", "agreement"])
def test_a_command_tells_of_a_missing_file_in_one_line(module, tmp_path):
    gone = tmp_path / "gone.jsonl"
    options = {
        "gate": ["--as-of", AS_OF, "--out", tmp_path / "out", "--golden", GOLDEN],
        "probes": ["--out", tmp_path / "found.json"],
        "agreement": ["--of", 9],
    }
    files = [gone, gone, FIXTURES / "vacancies.jsonl"][: 3 if module == "gate" else 2]
    done = subprocess.run(
        [sys.executable, "-m", f"evaluation.{module}", *map(str, [*files, *options[module]])],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 2
    assert "gone.jsonl" in done.stderr
    assert "Traceback" not in done.stderr


if __name__ == "__main__":  # renew the golden figures of these tests
    with tempfile.TemporaryDirectory() as scratch:
        people, qrels = FIXTURES / "candidates.jsonl", FIXTURES / "qrels.tsv"
        gate.evaluate(people, qrels, VACANCIES, Path(scratch), AS_OF)
        measured = gate.measure_columns(
            Path(scratch), people, qrels, FACTS, FIXTURES / "collection", None, ("validation",)
        )
        gate.golden(measured.cases).to_csv(GOLDEN, index=False)
