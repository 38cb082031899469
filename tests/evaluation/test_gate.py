"""The fixtures from end to end, the golden text, and that the gate catches what it is there for."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import FIXTURES

from evaluation import gate, process, report
from evaluation.inputs import read_inputs
from evaluation.probes import without
from evaluation.reading import read_records

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "golden" / "evaluation.txt"
AS_OF = "2026-11-23"
FEEDS = sorted((FIXTURES / "night").iterdir())


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("evaluation")


@pytest.fixture(scope="module")
def findings(folder, index):  # noqa: ARG001 the ads are encoded once, into the cache
    vacancies = [FIXTURES / "vacancies.jsonl", FIXTURES / "vacancies-2.jsonl", *FEEDS]
    return gate.evaluate(FIXTURES / "candidates.jsonl", FIXTURES / "qrels.tsv", vacancies, folder, AS_OF)


@pytest.fixture(scope="module")
def golden():
    return GOLDEN.read_text(encoding="utf-8")


@pytest.fixture
def again(folder, findings):  # noqa: ARG001 the files are made by it
    """The findings of the same collection with another run."""

    def make(run):
        return report.assemble(read_inputs(run, FIXTURES / "qrels.tsv", candidates=FIXTURES / "candidates.jsonl"))

    return make


# --- what may land ---------------------------------------------------------------------------------------------------


def test_no_limit_is_broken_in_band_fits(findings):
    assert findings.violations == []


def test_ndcg_has_not_fallen(findings, golden):
    assert gate.fall(findings, golden) == []


def test_what_may_not_be_held_is_refused_and_the_order_of_the_statements_changes_nothing(findings):
    probes = findings.inputs.probes
    assert probes["refused"]["accepted"] == []
    assert probes["order"]["differ"] == []


def test_what_is_said_of_him_or_of_her_ranks_identically(findings):
    assert findings.inputs.probes["wordings"]["differ"] == []


def test_the_golden_text_says_what_is_found(findings, golden):
    now = "\n".join(report.golden(findings)) + "\n"
    how = gate.renewal(Path("build/evaluation/evaluation.txt"), GOLDEN.relative_to(ROOT))
    assert not gate.changed(now, golden), f"\n{gate.changed(now, golden)}\n\n{how}"


def test_a_pasted_ad_is_called_as_its_file(findings):
    assert {path.stem for path in FEEDS if path.suffix == ".txt"} <= findings.inputs.vacancies.keys()


# --- what must not ---------------------------------------------------------------------------------------------------


def test_goals_that_are_ignored_are_caught(folder, findings, golden, again, tmp_path):
    """A planted regression: the matcher never hears of the goals."""
    people = read_records([FIXTURES / "candidates.jsonl"]).values()
    deaf = process.write_records(
        tmp_path / "deaf.jsonl", ({k: v for k, v in p.items() if k != "goals"} for p in people)
    )
    process.suggest(deaf, folder / "index", tmp_path / "run.jsonl", "--as-of", AS_OF)
    worse = again(tmp_path / "run.jsonl")
    assert worse.systems[0].means["nDCG@10"].mean < findings.systems[0].means["nDCG@10"].mean
    assert "nDCG@10" in gate.changed("\n".join(report.golden(worse)), golden)


def test_a_fall_beyond_the_interval_is_caught(golden, again, folder, tmp_path):
    """A planted regression: every list upside down."""
    run = [json.loads(line) for line in (folder / "ipsmatch.jsonl").read_text(encoding="utf-8").splitlines()]
    turned = ({**s, "rank": 100 - s["rank"], "vacancy_id": s["vacancy_id"] + "x" * (s["rank"] < 9)} for s in run)
    worse = again(process.write_records(tmp_path / "run.jsonl", turned))
    [reason] = gate.failures(worse, golden)
    assert reason.startswith("nDCG@10 falls: -0.")


def test_a_limit_broken_in_band_fits_is_caught(golden, again, folder, findings, tmp_path):
    """A planted violation: one suggestion whose limits both judges found broken is said to fit."""
    judged = findings.inputs.judgments
    run = [json.loads(line) for line in (folder / "ipsmatch.jsonl").read_text(encoding="utf-8").splitlines()]
    planted = next(
        s for s in run if getattr(judged.get(s["candidate_id"], {}).get(s["vacancy_id"]), "limits", 0) == "broken"
    )
    planted["band"] = "fits"
    [reason] = gate.failures(again(process.write_records(tmp_path / "run.jsonl", run)), golden)
    assert f"{planted['candidate_id']} is told that {planted['vacancy_id']} fits" in reason


def test_every_broken_invariance_is_a_reason():
    probes = {
        "refused": {"accepted": ["Jeg er 54 år"]},
        "wordings": {"differ": [["han", "hun"]]},
        "order": {"differ": ["p01"]},
    }
    assert len(gate.unlike(probes)) == 3


def test_a_change_says_how_to_renew_the_golden_text():
    assert "cp now.txt tests/golden" in gate.renewal(Path("now.txt"), Path("tests/golden"))
    assert gate.changed("a\nb\n", "a\nc\n").splitlines()[-2:] == ["-c", "+b"]


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
    assert "--golden tests/golden/evaluation.txt" in said
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
        cwd=ROOT, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert "gone.jsonl" in done.stderr
    assert "Traceback" not in done.stderr
