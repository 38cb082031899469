"""The command line as its users meet it."""

import hashlib
import json
import subprocess

import numpy as np
import pandas as pd
import pytest
from conftest import FIXTURES
from places import COMMAND
from typer.testing import CliRunner

from matcher.cli import app
from matcher.matching import Request

VACANCIES, CANDIDATES = FIXTURES / "vacancies.jsonl", FIXTURES / "candidates.jsonl"


def ipsmatch(*arguments: object) -> subprocess.CompletedProcess[str]:
    """A command in this process: what takes long to load is there."""
    result = CliRunner().invoke(app, [*map(str, arguments)])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return subprocess.CompletedProcess(arguments, result.exit_code, result.stdout, result.stderr)


def in_its_own_process(*arguments: object, **options: object) -> subprocess.CompletedProcess[str]:
    command = [*COMMAND, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, **options)


def records(path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def folder(tmp_path_factory, index):  # noqa: ARG001 the ads are encoded once, into the cache
    """An index folder made by the command; the session's cache has seen the ads."""
    folder = tmp_path_factory.mktemp("cli") / "index"
    result = ipsmatch("index", VACANCIES, "--out", folder)
    assert result.returncode == 0, result.stderr
    return folder


@pytest.mark.usefixtures("folder")
def test_a_second_index_of_the_same_ads_encodes_nothing(tmp_path):
    result = ipsmatch("index", VACANCIES, "--out", tmp_path / "again", "--lang", "en")
    assert "(0 texts encoded)" in result.stderr


def test_the_printed_list_has_reasons_quotes_reasons_against_and_questions(folder):
    result = ipsmatch("suggest", CANDIDATES, "--index", folder, "--candidate", "p01", "--as-of", "2026-11-23")
    assert result.returncode == 0, result.stderr
    for part in (
        "Forslag til p01",
        "1. ",
        "10. ",
        "Taler for:",
        "Taler imod:",
        "Spørg arbejdsgiveren:",
        "“",
        "Ikke vist:",
    ):
        assert part in result.stdout
    assert "%" not in result.stdout


def test_the_printed_list_in_english(folder):
    result = ipsmatch("suggest", CANDIDATES, "--index", folder, "--candidate", "p09", "--lang", "en")
    for part in ("Suggestions for p09", "Reasons for:", "Ask the employer:"):
        assert part in result.stdout


def test_a_list_says_that_half_a_limit_on_the_way_does_not_count(folder, tmp_path):
    people = tmp_path / "people.csv"
    people.write_text(
        "id;ønsker;postnr;transport minutter;transport\nk1;gartner;8700;;\nk2;gartner;8700;30;cykel\n", encoding="utf-8"
    )
    half, whole = (ipsmatch("suggest", people, "--index", folder, "--candidate", k).stdout for k in ("k1", "k2"))
    words = "Der er et postnummer, men ikke hvor mange minutter turen må tage: afstanden tæller ikke."
    assert words in " ".join(half.split())
    assert "afstanden tæller ikke" not in " ".join(whole.split())


def test_a_candidate_with_nothing_eligible_is_told_so(folder):
    result = ipsmatch("suggest", CANDIDATES, "--index", folder, "--candidate", "p05")
    assert "Ingen stillinger er inden for grænserne." in result.stdout
    assert "på grund af ansættelsesform" in " ".join(result.stdout.split())


@pytest.mark.slow
def test_a_run_is_the_same_in_both_formats_and_as_in_the_library(folder, tmp_path, matcher, candidates):
    import datetime

    for name in ("run.jsonl", "run.parquet"):
        arguments = ("--index", folder, "-k", 5, "--as-of", "2026-11-23", "--out", tmp_path / name)
        assert in_its_own_process("suggest", CANDIDATES, *arguments).returncode == 0
    written = records(tmp_path / "run.jsonl")
    found = matcher.suggest(candidates, Request(k=5, as_of=datetime.date(2026, 11, 23)))
    assert written == [s.model_dump(mode="json") for one in found for s in one.suggestions]
    table = pd.read_parquet(tmp_path / "run.parquet")
    assert table["vacancy_id"].tolist() == [s["vacancy_id"] for s in written]
    assert table["score"].tolist() == [s["score"] for s in written]
    meta = json.loads((tmp_path / "run.meta.json").read_text(encoding="utf-8"))
    assert meta["k"] == 5
    assert meta["as_of"] == "2026-11-23"
    assert {"model", "rules", "index_format", "encoder", "code", "vacancies_data"} <= set(meta)
    assert meta["candidates_data"] == hashlib.sha256(CANDIDATES.read_bytes()).hexdigest()[:12]
    assert "suggest candidates.jsonl --index" in meta["command"]  # names of files, without their folders
    assert 0 < meta["seconds"] < 600
    assert 50 < meta["peak_memory_mb"] < 10_000


def test_scoring_new_vacancies_gives_what_suggest_gives_over_the_same(folder, tmp_path):
    day = ("--as-of", "2026-11-23")
    assert ipsmatch("suggest", CANDIDATES, "--index", folder, *day, "--out", tmp_path / "a.jsonl").returncode == 0
    scored = ipsmatch("score", VACANCIES, "--candidates", CANDIDATES, *day, "--out", tmp_path / "b.jsonl")
    assert scored.returncode == 0, scored.stderr
    assert (tmp_path / "a.jsonl").read_bytes() == (tmp_path / "b.jsonl").read_bytes()


@pytest.mark.usefixtures("folder")
def test_adding_and_removing_vacancies(tmp_path):
    extra = tmp_path / "extra.jsonl"
    extra.write_text('{"id": "x1", "title": "Opvasker", "description": "Vi mangler en opvasker."}\n', encoding="utf-8")
    grown = tmp_path / "grown"
    assert ipsmatch("index", VACANCIES, "--out", grown).returncode == 0
    added = ipsmatch("index", extra, "--out", grown, "--add", "--lang", "en")
    assert "61 ->" in added.stderr
    assert "(2 texts encoded)" in added.stderr or "(3 texts encoded)" in added.stderr
    removed = ipsmatch("remove", "x1", "--index", grown)
    assert removed.returncode == 0
    assert "61 -> 60" in removed.stderr
    assert ipsmatch("remove", "x1", "--index", grown).returncode == 1


def test_reading_gives_a_line_of_facts_for_each_vacancy(tmp_path, expected_facts):
    assert ipsmatch("read", VACANCIES, "--out", tmp_path / "facts.jsonl").returncode == 0
    facts = records(tmp_path / "facts.jsonl")
    assert [f["id"] for f in facts] == list(expected_facts)
    assert {"employment", "contract", "hours", "schedule", "schedule_quotes", "deadline", "requirements"} <= set(
        facts[0]
    )


def test_encoding_gives_unit_rows(tmp_path, shipped):
    texts = tmp_path / "texts.txt"
    texts.write_text("opvasker\nlagermedarbejder\n", encoding="utf-8")
    assert ipsmatch("encode", texts, "--out", tmp_path / "v.npy", "--as", "query").returncode == 0
    np.testing.assert_array_equal(np.load(tmp_path / "v.npy"), shipped.encode_query(["opvasker", "lagermedarbejder"]))


def test_bad_rows_are_listed_the_good_ones_processed_and_the_status_is_1(tmp_path):
    ads = tmp_path / "ads.jsonl"
    ads.write_text(
        '{"id": "a", "title": "Kok", "description": "Vi søger en kok."}\n'
        '{"id": "b", "title": "Smed", "descripton": "Vi søger en smed."}\n'
        "not json\n",
        encoding="utf-8",
    )
    result = ipsmatch("index", ads, "--out", tmp_path / "i")
    assert result.returncode == 1
    assert "ads.jsonl: række 2: descripton: ukendt felt" in result.stderr
    assert "ads.jsonl: række 2: description: mangler" in result.stderr
    assert "ads.jsonl: række 3:" in result.stderr
    assert "1 ->" in result.stderr


def test_a_cpr_number_is_refused_and_never_repeated(folder, tmp_path):
    path = tmp_path / "c.jsonl"
    path.write_text(
        '{"id": "a", "interests": ["mit nummer er 010190-1234"]}\n{"id": "b", "goals": ["kok"]}\n', encoding="utf-8"
    )
    result = ipsmatch("suggest", path, "--index", folder)
    assert result.returncode == 1
    assert "række 1: interests.0: et CPR-nummer" in result.stderr
    assert "010190" not in result.stderr + result.stdout
    assert "Forslag til b" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("suggest", "nowhere.jsonl", "--index", "{index}"), "nowhere.jsonl: filen findes ikke"),
        (("suggest", CANDIDATES, "--index", "nowhere"), "nowhere: ikke et indeks; lav et med: ipsmatch index"),
        (("suggest", CANDIDATES, "--index", "{index}", "--out", "run.csv"), "forventet en fil, der ender på .jsonl"),
        (("index", "nowhere.jsonl", "--out", "{tmp}/x"), "nowhere.jsonl: filen findes ikke"),
        (("suggest", CANDIDATES, "--index", "{index}", "-k", 0), "Invalid value"),
        (("encode", "nowhere.txt", "--out", "{tmp}/x.npy"), "nowhere.txt: filen findes ikke"),
    ],
)
def test_wrong_use_is_one_clear_message_and_status_2(arguments, message, folder, tmp_path):
    filled = [str(a).format(index=folder, tmp=tmp_path) for a in arguments]
    result = ipsmatch(*filled)
    assert result.returncode == 2
    assert message in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.slow
def test_what_people_said_is_written_for_who_runs_the_command_and_nobody_else(folder, tmp_path):
    day, out, people = ("--as-of", "2026-11-23"), tmp_path / "new", tmp_path / "people.jsonl"
    people.write_text(CANDIDATES.read_text(encoding="utf-8").splitlines()[0], encoding="utf-8")
    texts = tmp_path / "texts.txt"
    texts.write_text("opvasker", encoding="utf-8")
    score = ("score", VACANCIES, "--candidates", people, *day, "--out", out / "night.parquet", "--keep", out / "kept")
    for arguments in (
        ("suggest", people, "--index", folder, *day, "--out", out / "run.jsonl"),
        ("whatif", people, "--index", folder, *day, "--out", out / "whatif.jsonl"),
        ("encode", texts, "--out", out / "statements.npy", "--as", "query"),
        score,
    ):
        result = in_its_own_process(*arguments, umask=0)
        assert result.returncode == 0, result.stderr
    modes = {path.name: oct(path.stat().st_mode & 0o777) for path in (out, *out.rglob("*"))}
    assert modes.pop("lock")  # it is empty
    assert modes == {"new": "0o700", "kept": "0o700"} | dict.fromkeys(
        [
            "run.jsonl",
            "run.meta.json",
            "whatif.jsonl",
            "statements.npy",
            "night.parquet",
            "night.meta.json",
            "lists.sqlite",
        ],
        "0o600",
    )


def test_every_command_and_option_explains_itself():
    names = [command.callback.__name__ for command in app.registered_commands]
    assert set(names) == {
        "index",
        "remove",
        "suggest",
        "whatif",
        "read",
        "statements",
        "kinds",
        "score",
        "encode",
        "serve",
        "service",
    }
    for name in names:
        assert ipsmatch(name, "--help").returncode == 0
