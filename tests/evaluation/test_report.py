"""The whole command on a collection of two candidates and four ads, read as a person would read it."""

import json
import re
from pathlib import Path

import pytest
from typer import Typer
from typer.testing import CliRunner

from evaluation import report
from evaluation.__main__ import main
from evaluation.inputs import read_inputs
from evaluation.reading import Unreadable

APP = Typer()
APP.command()(main)

CANDIDATES = [
    {"id": "c", "goals": ["opvasker"], "constraints": {"weekly_hours": {"max": 12}, "not_times": ["evening"]}},
    {"id": "d", "interests": ["I like to be with horses"]},
]
VACANCIES = [
    {"id": "kitchen", "title": "Opvasker", "description": "Vi har et køkken", "employer": "Kantinen"},
    {"id": "evening", "title": "Opvasker <b>aften</b>", "description": "Aftenvagt i køkken", "employer": "Kroen"},
    {"id": "horses", "title": "Stable hand", "description": "Help us with the horses", "employer": "Gården"},
    {"id": "bank", "title": "Rådgiver", "description": "Du kan regne", "employer": "Banken"},
]
FACTS = [{"id": v["id"], "employment": "ordinary", "hours": {"min": None, "max": None}} for v in VACANCIES]
QRELS = (
    "candidate_id\tvacancy_id\tfit\tlimits\tuseful\n"
    "c\tkitchen\t6\tok\t6\nc\tevening\t6\tbroken\t2\nd\thorses\t6\tok\t6\n"
)
MET = {"constraint": "times", "verdict": "met", "detail": "dag", "quote": "Aftenvagt"}
TOO_FAR = {"constraint": "travel", "verdict": "broken", "detail": "90 minutes", "quote": "Skagen"}
PROBES = {
    "refused": {"statements": 2, "accepted": []},
    "wordings": {"pairs": 1, "differ": [["Han kan", "Hun kan"]]},
    "order": {"candidates": 2, "differ": []},
    "paraphrase": {"candidates": 2, "common": 0.75, "least": ["d", 0.5]},
    "faithfulness": {"cases": 2, "fell": 1, "held": [["c", "kitchen", "opvasker", "Opvasker"]]},
}


def suggestion(candidate, vacancy, rank, band="fits", checks=()):
    return {
        "candidate_id": candidate,
        "vacancy_id": vacancy,
        "rank": rank,
        "score": 1 / rank,
        "band": band,
        "checks": list(checks),
    }


RUN = [
    suggestion("c", "evening", 1, "fits", [MET]),
    suggestion("c", "kitchen", 2),
    suggestion("d", "bank", 1),
    suggestion("d", "kitchen", 2, "ask"),
    suggestion("d", "evening", 3),
]
WHOLE = [*RUN, suggestion("d", "horses", 4, "broken", [TOO_FAR])]


@pytest.fixture
def files(tmp_path):
    """The paths of the collection by name."""

    def lines(name, records):
        path = tmp_path / f"{name}.jsonl"
        path.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in records), encoding="utf-8")
        return path

    qrels = tmp_path / "qrels.tsv"
    qrels.write_text(QRELS, encoding="utf-8")
    probes = tmp_path / "probes.json"
    probes.write_text(json.dumps(PROBES), encoding="utf-8")
    made = {"candidates": CANDIDATES, "vacancies": VACANCIES, "facts": FACTS, "run": RUN, "whole": WHOLE}
    return {name: lines(name, records) for name, records in made.items()} | {"qrels": qrels, "probes": probes}


def evaluate(files, *names, extra=()):
    options = [word for name in names for word in (f"--{name}", str(files[name]))]
    return CliRunner().invoke(APP, [str(files["run"]), str(files["qrels"]), *options, *map(str, extra)])


EVERYTHING = ("candidates", "vacancies", "facts", "whole", "probes")


@pytest.fixture
def page(files, tmp_path):
    done = evaluate(files, *EVERYTHING, extra=("--html", tmp_path / "out" / "report.html"))
    assert done.exit_code == 0, done.output
    return tmp_path / "out" / "report.html"


def test_a_run_alone_is_measured(files):
    done = evaluate(files)
    assert done.exit_code == 0
    assert "mean of 2" in done.output
    assert "limits broken in band fits: 1 (c/evening)" in done.output
    assert "BM25" not in done.output


def test_candidates_and_vacancies_bring_slices_and_baselines(files):
    done = evaluate(files, *EVERYTHING)
    for said in ("BM25", "hours a week, at most: up to 15 hours", "language of the ad: English", "too few to say"):
        assert said in done.output


def test_a_whole_run_tells_of_fitting_ads_that_were_left_out(files):
    assert "fitting ads called broken: 1 of 2 (d/horses)" in evaluate(files, "whole").output
    assert "fitting ads called broken: not measured" in evaluate(files).output


def test_another_run_is_held_against_it_with_interval_and_p(files):
    done = evaluate(files, extra=("--against", files["whole"]))
    assert re.search(
        r"whole\.jsonl +0\.\d{3}  [+-]0\.\d{3} \(95 % .*, p .*\): no difference that can be told", done.output
    )


def test_several_files_of_vacancies_are_one_collection(files, tmp_path):
    lines = files["vacancies"].read_text(encoding="utf-8").splitlines(keepends=True)
    more = tmp_path / "more.jsonl"
    more.write_text("".join(lines[2:]), encoding="utf-8")
    files["vacancies"].write_text("".join(lines[:2]), encoding="utf-8")
    done = evaluate(files, "candidates", "vacancies", extra=("--vacancies", more))
    assert done.exit_code == 0
    assert "BM25" in done.output


def test_the_page_stands_alone(page):
    html = page.read_text(encoding="utf-8")
    assert not re.search(r"<(script|link|img|iframe)", html)
    assert not re.search(r"""(src|href)=["']http""", html)
    assert html.count("<svg") >= 5


def test_the_page_and_the_markdown_say_the_same_headline(page):
    html, markdown = page.read_text(encoding="utf-8"), page.with_suffix(".md").read_text(encoding="utf-8")
    [mean] = re.findall(r"nDCG@10 \*\*(0\.\d{3})\*\*", markdown)
    assert f'<td class="n">{mean}</td>' in html


def test_the_page_shows_violations_with_quotes_and_what_should_have_been_shown(page):
    html = page.read_text(encoding="utf-8")
    assert "c – evening" in html
    assert "times: dag “Aftenvagt”" in html
    assert "left out: travel: 90 minutes “Skagen”" in html
    assert "ranked differently" not in html  # in words for people:
    assert "rank differently when said of him or of her" in html


def test_what_an_ad_says_is_text_and_not_markup(page):
    assert "<b>aften</b>" not in page.read_text(encoding="utf-8")
    assert "&lt;b&gt;aften&lt;/b&gt;" in page.read_text(encoding="utf-8")


def test_the_page_names_the_versions_of_run_and_data(files, tmp_path):
    files["run"].with_suffix(".meta.json").write_text('{"k": 1000, "rules": "r1", "model": "m1"}')
    evaluate(files, extra=("--html", tmp_path / "report.html"))
    html = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "m1" in html
    assert report.fingerprint(files["qrels"]) in html


def test_the_same_files_give_the_same_page(files, tmp_path):
    pages = [tmp_path / "a.html", tmp_path / "b.html"]
    for path in pages:
        evaluate(files, *EVERYTHING, extra=("--html", path))
    assert pages[0].read_bytes() == pages[1].read_bytes()


@pytest.mark.parametrize(
    ("name", "line", "told"),
    [
        ("candidates", '{"id": 3}', "candidates.jsonl: row 3: id: expected text"),
        ("candidates", '{"id": "c"}', "candidates.jsonl: row 3: id: c stands here twice"),
        ("vacancies", '{"id": "v", "title": "x"}', "vacancies.jsonl: row 5: description: expected text"),
        ("facts", "nothing", "facts.jsonl: row 5: not a line of JSON"),
        ("whole", '{"candidate_id": "c"}', "whole.jsonl: row 7: expected candidate_id"),
        ("probes", "", "probes.json: expected what python -m evaluation.probes writes"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_line_and_status_two(files, name, line, told):
    with files[name].open("a", encoding="utf-8") as file:
        file.write(line + "}" * (name == "probes") + "\n")
    done = evaluate(files, name)
    assert done.exit_code == 2
    assert told in done.output
    assert len(done.output.splitlines()) == 1


def test_judgments_of_another_collection_are_told(files):
    files["qrels"].write_text(QRELS.replace("horses", "v999"), encoding="utf-8")
    done = evaluate(files, "candidates", "vacancies")
    assert "not in the files of --vacancies, so that no baseline can score on them: v999" in done.output
    files["qrels"].write_text(QRELS.replace("c\t", "x\t").replace("d\thorses", "y\thorses"), encoding="utf-8")
    assert "none of its candidates is judged in" in evaluate(files).output


def test_a_run_that_was_cut_before_the_tenth_place_is_refused(files):
    files["run"].with_suffix(".meta.json").write_text('{"k": 3}')
    done = evaluate(files)
    assert done.exit_code == 2
    assert "holds at most 3 suggestions for each candidate, and " in done.output
    with pytest.raises(Unreadable):
        read_inputs(files["run"], files["qrels"])


def test_the_golden_text_holds_every_list(files):
    findings = report.assemble(read_inputs(files["run"], files["qrels"], candidates=files["candidates"]))
    assert "  c  evening=0 kitchen=6" in report.golden(findings)
    assert "  d  bank=0 kitchen=0 evening=0" in report.golden(findings)


def test_a_missing_file_is_told(files):
    assert CliRunner().invoke(APP, ["gone.jsonl", str(files["qrels"])]).exit_code == 2
    assert not Path("gone.jsonl").exists()
