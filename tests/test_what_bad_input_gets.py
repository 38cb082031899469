"""What bad input gets, in one table: one clear message, no traceback, the right exit status, and the good rows.

Each case stands here once, as its user meets it, a command; the tests of each format go
further (``tests/feeds``), and so do kills, full disks and locks (``tests/test_whole_or_not.py``).
"""

import json
from collections.abc import Iterator
from typing import NamedTuple

import pytest
from sizes import size
from test_cli import in_its_own_process, ipsmatch
from test_whole_or_not import on_a_full_disk

from matcher import feeds
from matcher.index import HEADER, Header

pytestmark = pytest.mark.slow

AD = {"id": "a", "title": "Kok", "description": "Vi søger en kok."}
GOOD = json.dumps(AD, ensure_ascii=False)
PERSON = json.dumps({"id": "c1", "goals": ["kok"], "constraints": {"weekly_hours": {"maks": 12}}})


class Case(NamedTuple):
    """A file with that name and content, read as a vacancy; what the message says, and how many ads are read."""

    name: str
    content: str | bytes
    status: int
    says: str
    read: int = 0


CASES = {
    "an empty file": Case("tom.csv", "", 1, "row 1: -: the file is empty"),
    "a binary file": Case("billede.txt", bytes(range(256)) * 40, 1, "row 1: -: not a text file"),
    "truncated JSON Lines": Case("afbrudt.jsonl", f'{GOOD}\n{{"id": "b", "title": "Ko', 1, "row 2", 1),
    "the wrong encoding": Case("forkert.jsonl", f"{GOOD}\n".encode("cp1252"), 1, "row 1: -: not UTF-8"),
    "an ad of 5 MB": Case("lang.txt", "Kok\n" + "Vi søger en kok. " * 300_000, 1, "description: "),
    "a page without a JobPosting": Case("side.html", "<html><body><h1>Kok</h1></body></html>", 1, "JobPosting"),
    "a pasted ad with a CPR number": Case("opslag.txt", "Kok\nBo Hansen, cpr 010185-1234, er ivrig", 1, "CPR number"),
    "an ad written for somebody ill": Case("opslag.txt", "Kok\nPasser til Mette med angst", 1, "one particular person"),
    "JSON nested 10,000 deep": Case("dyb.json", "[" * 10_000, 1, "row 1"),
    "a table with an unknown column": Case("ark.csv", "titel;beskrivelse;timer_maks\nKok;Vi;12\n", 1, "timer_maks"),
    "a table with one bad row": Case("ark.csv", "titel;beskrivelse;postnr\nKok;Vi;8700\nTjener;Vi;87\n", 1, "row 3", 1),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_bad_file_of_vacancies_is_told_by_file_row_and_reason_and_the_good_rows_are_read(case, tmp_path):
    path, out = tmp_path / case.name, tmp_path / "facts.jsonl"
    path.write_bytes(case.content if isinstance(case.content, bytes) else case.content.encode())
    result = ipsmatch("read", path, "--out", out, "--lang", "en")
    assert (result.returncode, result.stderr.count("\n"), "Traceback" in result.stderr) == (case.status, 1, False)
    assert case.name in result.stderr
    assert case.says in result.stderr
    assert len(out.read_text().splitlines()) == case.read


COOK = '{"id": "c1", "goals": ["kok"]}'
STOPS = {  # change of the index's header, the candidate, words of the message
    "an index of another version": ({"rules": "older"}, COOK, "older"),
    "an index of another encoder": ({"fingerprint": "another"}, COOK, "another"),
    "a candidate with a misspelt field": ({}, PERSON, "constraints.weekly_hours.maks"),
    "a statement that may not be held": ({}, '{"id": "c1", "goals": ["kok, jeg har ADHD"]}', "ADHD"),
}


@pytest.mark.parametrize(("header", "person", "says"), STOPS.values(), ids=STOPS)
def test_nothing_is_suggested_from_what_cannot_be_trusted(header, person, says, index, tmp_path):
    folder, people, out = tmp_path / "index", tmp_path / "people.jsonl", tmp_path / "run.jsonl"
    index.remove(index.ids()[3:]).save(folder)
    saved = Header.model_validate_json((folder / HEADER).read_text())
    (folder / HEADER).write_text(saved.model_copy(update=header).text())
    people.write_text(person, encoding="utf-8")
    result = ipsmatch("suggest", people, "--index", folder, "--out", out, "--lang", "en")
    assert (result.returncode, "Traceback" in result.stderr, out.exists()) == (2, False, False)
    assert says in result.stderr


@pytest.mark.parametrize("where", ["a folder in place of a file", "a read-only folder", "a full disk"])
def test_a_place_that_cannot_be_read_or_written_is_one_message(where, tmp_path):
    (tmp_path / "ads.jsonl").write_text(GOOD, encoding="utf-8")
    if where == "a folder in place of a file":
        result, says = ipsmatch("read", tmp_path, "--out", tmp_path / "f.jsonl", "--lang", "en"), str(tmp_path)
    elif where == "a read-only folder":
        result, says = ipsmatch("index", tmp_path / "ads.jsonl", "--out", "/proc/x", "--lang", "en"), "/proc/x"
    else:
        (tmp_path / "ads.jsonl").write_text(
            "\n".join(json.dumps(AD | {"id": str(n), "description": "kok " * 400}) for n in range(200))
        )
        result = in_its_own_process(
            "read", tmp_path / "ads.jsonl", "--out", tmp_path / "f.jsonl", "--lang", "en", preexec_fn=on_a_full_disk
        )
        says = "nothing was changed"
        assert not (tmp_path / "f.jsonl").exists()
    assert result.returncode in (1, 2)
    assert "Traceback" not in result.stderr
    assert says in result.stderr


def table(rows: int, bad: int) -> Iterator[str]:
    yield "id;titel;beskrivelse;postnr\n"
    yield from (f"{n};Kok;Vi søger en kok;{'x' if n == bad else 8700}\n" for n in range(rows))


@pytest.mark.slow
def test_of_very_many_rows_one_bad_is_listed_and_the_rest_are_read(tmp_path):
    path, rows = tmp_path / "many.csv", size(20_000, 200_000)
    bad = rows * 3 // 4
    with path.open("w", encoding="utf-8") as file:
        file.writelines(table(rows, bad))
    refused, read = [], 0
    for record in feeds.vacancies([path]):
        if isinstance(record, feeds.Refusal):
            refused.append((record.row, record.field))
        else:
            read += 1
    assert (refused, read) == ([(bad + 2, "postnr")], rows - 1)
