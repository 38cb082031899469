"""The papers of the law: current, without an empty block, and no figure in them that the manifest does not have."""

import csv
import hashlib
import json
import re
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest
import typer
from lxml import html
from places import NUMBERS, until

from evaluation.compare import read_cases
from evaluation.figures import table
from service.papers import check, figures, pages, risks
from service.papers.__main__ import MANIFEST, committed_files, main

ROOT = Path(__file__).parents[2]
COMMITTED = ROOT / "docs" / "papers"
LETTERS = "abcdefgh"
ANNEX_IV = {*(f"1({letter})" for letter in LETTERS), *(f"2({letter})" for letter in LETTERS), *"3456789"}
ARTICLE_27 = {f"({letter})" for letter in "abcdef"}
# Numbers that are no figures: articles and annexes, standards and their versions, numbers of headings, lists and code.
NAMED = re.compile(
    r"`[^`]*`|^#.*$|^\d\. |(artikel|article)s? \d+(, stk\. \d|\(\d\))?( (og|and) \d+)?|(punkt|point) \d\(\w\)|\d\(\w\)"
    r"|WCAG \d\.\d|ISO \d+|November 2026|november 2026|\bF1\b",
    re.MULTILINE,
)
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


@pytest.fixture(scope="module")
def files():
    return committed_files(ROOT)


@pytest.fixture(scope="module")
def manifest():
    return json.loads((COMMITTED / MANIFEST).read_text(encoding="utf-8"))


def paper(name, language):
    return (COMMITTED / f"{name}.{language}.md").read_text(encoding="utf-8")


def blocks(text):
    """Number of a heading -> the text below it; a heading that only gathers others has none."""
    parts = re.split(r"^#{2,3} (\(?\d?\(?[a-h]?\)?)(?: .*)?$", text, flags=re.MULTILINE)
    return dict(zip(parts[1::2], (part.strip() for part in parts[2::2]), strict=True))


# --- current ---------------------------------------------------------------------------------------------------------


def test_the_papers_in_the_repository_are_those_of_the_code(files):
    assert check.check(ROOT, COMMITTED, files) == []


def test_a_figure_that_is_no_longer_true_fails_the_check_by_its_name(files):
    found = figures.collect(ROOT)
    found["unseen nDCG@10"] = found["unseen nDCG@10"]._replace(value=0.9)
    now = files | pages.pages(ROOT, found) | {MANIFEST: figures.manifest(found)}
    told = check.check(ROOT, COMMITTED, now)
    assert "unseen nDCG@10: 0.4495 is no longer true, now 0.9; run: make papers" in told
    assert "instructions.da.md: says something else now; run: make papers" in told
    assert not [line for line in told if line.startswith(("seen", "risks"))]


def test_a_paper_that_is_missing_and_a_file_that_is_another_are_named(files, manifest, tmp_path):
    manifest = json.loads(json.dumps(manifest))
    manifest["collection ads"]["sha256"] = "0" * 64
    (tmp_path / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")
    told = check.check(ROOT, tmp_path, files)
    assert "collection ads: data/fixtures/collection/ads is another file; run: make papers" in told
    assert len(told) == 1 + len(pages.PAPERS) * len(pages.LANGUAGES)


@pytest.mark.slow
def test_the_command_writes_the_papers_and_the_release(tmp_path):
    command = [sys.executable, "-m", "service.papers", "--out", str(tmp_path)]
    written = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert written.returncode == 0, written.stderr
    for path in COMMITTED.glob("*.??.md"):
        assert (tmp_path / path.name).read_text(encoding="utf-8") == path.read_text(encoding="utf-8")
    release = json.loads((tmp_path / "release.json").read_text(encoding="utf-8"))
    assert release["version"] == json.loads((tmp_path / MANIFEST).read_text(encoding="utf-8"))["version"]["value"]
    assert re.fullmatch("[0-9a-f]{12}", release["rules"])
    assert "fastapi" in release["installed"]


def test_the_check_writes_nothing_and_ends_with_status_1_where_something_is_old(tmp_path, monkeypatch, capsys):
    main(ROOT, tmp_path / "out", only_check=True)
    monkeypatch.setattr("service.papers.__main__.COMMITTED", tmp_path)  # where no papers are
    with pytest.raises(typer.Exit) as ended:
        main(ROOT, tmp_path / "out", only_check=True)
    assert ended.value.exit_code == 1
    assert "FAILS: unseen nDCG@10: new; run: make papers" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


# --- figures ---------------------------------------------------------------------------------------------------------


def test_a_figure_is_the_ratio_of_sums_that_the_golden_file_gives(manifest):
    with (ROOT / figures.GOLDEN).open(encoding="utf-8") as file:
        rows = [r for r in csv.DictReader(file) if (r["column"], r["figure"]) == ("unseen", "left out")]
    value, weight = (sum(float(row[name]) for row in rows) for name in ("value", "weight"))
    assert manifest["unseen left out"]["value"] == round(value / weight, 4)
    assert manifest["unseen left out"]["writers"] == len(rows)


def test_every_group_of_people_is_told_and_each_has_the_mean_of_its_own(manifest):
    groups = {name.removeprefix("seen nDCG@10 of ") for name in manifest if name.startswith("seen nDCG@10 of ")}
    assert groups <= pages.GROUPS.keys()
    lines = (ROOT / figures.FIXTURES / "candidates.jsonl").read_text(encoding="utf-8").splitlines()
    people = [json.loads(line) for line in lines]
    few = {p["id"] for p in people if sum(len(p.get(kind, ())) for kind in ("goals", "interests", "competencies")) <= 2}
    with (ROOT / figures.GOLDEN).open(encoding="utf-8") as file:
        values = [
            float(row["value"])
            for row in csv.DictReader(file)
            if (row["column"], row["figure"]) == ("seen", "nDCG@10") and row["unit"] in few
        ]
    told = manifest["seen nDCG@10 of statements: sparse: up to 2"]
    assert (told["value"], told["writers"]) == (round(sum(values) / len(values), 4), len(values))


def test_every_figure_has_its_command_and_the_digest_of_its_file(manifest):
    for name, figure in manifest.items():
        assert figure["command"].startswith(("make ", "python -m ")), name
        path = ROOT / figure["source"]
        if path.is_file():
            assert figure["sha256"] == hashlib.sha256(path.read_bytes()).hexdigest(), name
        else:
            assert path.is_dir(), name


@pytest.mark.parametrize("language", pages.LANGUAGES)
@pytest.mark.parametrize("name", pages.PAPERS)
def test_every_number_in_the_text_is_a_figure_of_the_manifest(name, language, manifest):
    told = [
        pages.written(figure[part], language)
        for figure in manifest.values()
        for part in ("value", "low", "high")
        if part in figure
    ]
    told += [str(figure["writers"]) for figure in manifest.values() if "writers" in figure]
    known = {number for text in [*told, *manifest] for number in NUMBER.findall(text)}  # "hours: up to 15" is a group
    numbers = set(NUMBER.findall(NAMED.sub(" ", paper(name, language))))
    assert numbers - known - {"3.11"} == set()  # the least Python, from pyproject.toml
    assert "%" not in paper(name, language)


@pytest.mark.parametrize(
    ("value", "danish", "english"), [(0.4495, "0,45", "0.45"), (1.0, "1,00", "1.00"), (6536, "6.536", "6,536")]
)
def test_numbers_are_written_as_people_of_the_language_write_them(value, danish, english):
    assert [pages.written(value, language) for language in pages.LANGUAGES] == [danish, english]


def test_the_figures_of_real_ads_are_those_of_the_evaluation():
    rows = {
        "nDCG@10, ipsmatch": "nDCG@10",
        "people who are refused": "refused",
        "fitting ads left out": "left out",
        "of the ads that point clearly, useful": "clearly is useful",
        "hours exact": "hours exact",
        "demands found (of those found, right)": "demands recall",
    }
    page = (ROOT / "docs" / "explain" / "evaluation.md").read_text(encoding="utf-8")
    told = {
        figure: re.search(rf"^\| {re.escape(row)} \|.*\| \**([\d.]+)[^|]*\|$", page, re.MULTILINE)[1]
        for row, figure in rows.items()
    }
    kept = pd.read_csv(ROOT / figures.REAL_FIGURES).set_index("figure").estimate
    assert {figure: float(value) for figure, value in told.items()} == kept.to_dict()


def test_a_figure_that_comes_out_otherwise_when_made_anew_is_named():
    golden = table(read_cases(ROOT / figures.GOLDEN))
    assert list(check.moved(ROOT, golden)) == []
    fallen = golden.assign(estimate=golden.estimate.where(golden.figure != "nDCG@10", 0.8))
    assert list(check.moved(ROOT, fallen)) == ["seen nDCG@10: 0.8602 is no longer true, now 0.8000; run: make evaluate"]


@pytest.mark.slow
@pytest.mark.thorough
def test_the_figures_of_the_fixtures_come_out_as_they_are_told(tmp_path):
    told = []
    assert check.rerun(ROOT, tmp_path, told.append) == []
    assert "make evaluate" in told[0]


# --- whole -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", pages.LANGUAGES)
@pytest.mark.parametrize(("name", "wanted"), [("technical-file", ANNEX_IV), ("rights-assessment", ARTICLE_27)])
def test_no_block_of_annex_iv_and_of_article_27_is_empty(name, wanted, language):
    told = blocks(paper(name, language))
    assert wanted <= told.keys()
    for number in wanted:
        assert len(told[number].split()) >= 3, number
        for question in re.findall(rf"\*\*{pages.DEPLOYER[language]}:\*\* (.*)", told[number]):
            assert question.endswith("?"), number


@pytest.mark.parametrize("name", pages.PAPERS)
def test_both_languages_have_the_same_blocks_and_ask_the_deployer_the_same(name):
    danish, english = (paper(name, language) for language in pages.LANGUAGES)
    for mark in (r"^#+ ", r"^- ", r"^\d\. ", r"^\|"):
        counted = [len(re.findall(mark, text, re.MULTILINE)) for text in (danish, english)]
        assert counted[0] == counted[1], mark
    assert danish.count(pages.DEPLOYER["da"]) == english.count(pages.DEPLOYER["en"])
    assert not re.search("[æøåÆØÅ]", english)


def test_every_risk_is_guarded_by_a_test_that_exists(tmp_path):
    assert risks.missing(ROOT) == []
    assert all(risk.tests for risk in risks.risks())
    assert {"control", "sanction", "ranking-people", "automation-bias", "wrong-exclusion"} <= {
        risk.id for risk in risks.risks()
    }
    lost = risks.missing(tmp_path)  # where there are no tests at all
    assert len(lost) == sum(len(risk.tests) for risk in risks.risks())


# --- the letter ------------------------------------------------------------------------------------------------------

GARDENER = {
    "goals": ["gartner"],
    "interests": ["planter"],
    "constraints": {"weekly_hours": {"max": 15}},
    "label": "A.B.",
}
AD = "v017"
slow = pytest.mark.slow


def taken_up(site, **profile):
    made = site.consultant.post("/v1/candidates", json=GARDENER | profile)
    return f"/candidates/{made.json()['candidate_id']}"


def answered(site, case, **answer):
    made = site.consultant.post(f"/v1{case}/decisions", json={"vacancy_id": AD} | answer)
    assert made.status_code == 201, made.text


def letter(site, case, ad=AD, language="da"):
    """The letter's words, without the frame of the page."""
    headers = {"Accept": "text/html", "Accept-Language": language}
    answer = site.consultant.get(f"{case}/vacancies/{ad}/letter", headers=headers)
    assert answer.status_code == 200, answer.text
    (main,) = html.fromstring(answer.text).xpath("//main")
    return " ".join(main.text_content().split())


def suggestion(site, case):
    listed = site.consultant.get(f"/v1{case}/suggestions?k=40&as_of=2026-11-23&include_broken=true").json()
    return next(s for s in listed["suggestions"] if s["vacancy_id"] == AD)


@slow
def test_the_letter_gives_the_reasons_quotes_and_limits_of_the_card(site):
    case = taken_up(site)
    told, expected = letter(site, case), suggestion(site, case)
    for check_of_a_limit in expected["checks"]:
        assert check_of_a_limit["detail"].casefold() in told.casefold()
    reasons = [e for e in expected["evidence"] if e["kind"] == "goal" and e["contribution"] > 0]
    assert reasons
    for reason in reasons:
        assert reason["statement"].casefold() in told.casefold()
        assert reason["quote"][:60] in told
    for question in expected["questions"]:
        assert question in told


@slow
def test_the_letter_says_what_was_answered_why_and_by_whom_and_is_in_the_log(site):
    case = taken_up(site)
    assert "Der er ikke svaret endnu." in letter(site, case)
    answered(site, case, kind="reject", reason="too_far", whose="person")
    told = letter(site, case)
    assert "Svaret var Nej: for langt væk (din egen grund)." in told
    assert f"af {site.consultant.name}." in told
    english = letter(site, case, language="en")
    assert f"by {site.consultant.name}." in english
    assert "The answer was No" in english
    log = site.consultant.get(f"/v1{case}/log?limit=50").json()
    lines = [line for line in log["entries"] if line["action"] == "paper.letter"]
    assert [line["details"] for line in lines] == [{"candidate_version": 1, "vacancy": AD}] * 3


@slow
def test_the_letter_explains_by_what_had_been_told_when_the_answer_was_given(site):
    case = taken_up(site)
    site.consultant.get(f"/v1{case}/suggestions?k=40&as_of=2026-11-23")
    answered(site, case, kind="shortlist")
    site.consultant.put(f"/v1{case}", json={"goals": ["bogholder"]}, headers={"If-Match": '"1"'})
    told = letter(site, case)
    assert "Gartner" in told
    assert "ogholder" not in told
    assert "udgave 1 af det, du har fortalt" in told
    assert "er dette ændret" not in told


@slow
def test_the_letter_has_no_score_no_note_no_other_person_and_no_programme(site):
    other = taken_up(site, label="C.D.", goals=["kok"])
    case, note = taken_up(site), f"internt {next(NUMBERS)}"
    answered(site, case, kind="maybe", note=note)
    told, expected = letter(site, case), suggestion(site, case)
    score = f"{expected['score']:.2f}"
    for hidden in (note, "A.B.", "C.D.", other.removeprefix("/candidates/"), score, score.replace(".", ","), "%"):
        assert hidden not in told
    assert not re.search(r"\bips\b|psyki|støttet|jobcenter|kommune[nr]|sindslid|diagnos", told, re.IGNORECASE)


@slow
def test_the_letter_about_an_ad_that_is_gone_still_says_what_was_answered(site):
    gone = f"gone-{next(NUMBERS)}"
    ad = json.dumps({"id": gone, "title": "Gartnermedhjælper", "description": "Vi søger en gartner 10 timer om ugen."})
    site.feed.post("/v1/vacancies?format=jsonl", content=ad)
    keeper = site.app.state.service.keeper
    until(lambda: gone in keeper.digests(site.tenant_id))
    case = taken_up(site)
    answered(site, case, vacancy_id=gone, kind="shortlist")
    assert site.feed("DELETE", f"/v1/vacancies/{gone}").status_code == 204
    until(lambda: gone not in keeper.digests(site.tenant_id))
    told = letter(site, case, gone)
    assert "Svaret var Ja" in told
    assert "Begrundelsen kan ikke laves igen" in told


@slow
def test_the_letter_says_when_the_ad_has_changed_since_the_list_was_shown(site):
    changed = f"changed-{next(NUMBERS)}"

    def sent(hours):
        text = f"Vi søger en gartner {hours} timer om ugen."
        ad = json.dumps({"id": changed, "title": "Gartnermedhjælper", "description": text}, ensure_ascii=False)
        before = keeper.digests(site.tenant_id).get(changed)
        site.feed.post("/v1/vacancies?format=jsonl", content=ad)
        until(lambda: keeper.digests(site.tenant_id).get(changed) != before)

    keeper = site.app.state.service.keeper
    sent(10)
    case = taken_up(site)
    site.consultant.get(f"/v1{case}/suggestions?k=50&as_of=2026-11-23")
    answered(site, case, vacancy_id=changed, kind="shortlist")
    assert "er dette ændret" not in letter(site, case, changed)
    sent(12)
    assert "en anden i dag: annoncens tekst." in letter(site, case, changed)
    assert site.feed("DELETE", f"/v1/vacancies/{changed}").status_code == 204


@slow
def test_the_letter_is_found_on_the_page_of_the_ad_for_the_candidate(visitor, site):
    case = taken_up(site)
    me = visitor()
    me.go(f"{case}/vacancies/{AD}")
    me.click("Brev med forklaring til personen", role="link")
    assert me.heading == "Forklaring af et forslag"
    me.page.emulate_media(media="print")
    assert me.page.locator(".tools").is_hidden()
    assert me.complaints == []
