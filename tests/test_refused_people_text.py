"""Words that may not be kept about a person are refused wherever a statement comes in, kindly and with advice."""

import json
import subprocess

import pytest
from conftest import FIXTURES
from places import COMMAND

from matcher import feeds
from matcher.feeds import Refusal
from matcher.schema import Candidate

REFUSED = "Jeg har haft en depression, men vil gerne arbejde i et køkken"


def row(*statements: str) -> str:
    return json.dumps({"id": "x", "interests": list(statements)}, ensure_ascii=False)


def test_the_refusal_names_the_statement_the_words_and_what_to_write_instead(tmp_path):
    path = tmp_path / "c.jsonl"
    path.write_text(row("Noget med mad", REFUSED) + "\n" + row("Noget med dyr") + "\n", encoding="utf-8")
    refusal, candidate = feeds.candidates([path])
    assert isinstance(refusal, Refusal)
    assert isinstance(candidate, Candidate)
    danish, english = refusal.said("da"), refusal.said("en")
    assert "række 1: interests.1: vi gemmer ikke noget om helbred („" in danish
    assert "depression" in danish
    assert "hvordan arbejdet skal være" in danish
    assert "how the work should be" in english
    assert "køkken" not in danish + english


@pytest.mark.parametrize(
    "text", ["Ring til Mette Skov på 12 34 56 78", "mit cpr er 010190 1234", "mail mig: m@example.org"]
)
def test_numbers_and_addresses_are_not_repeated_in_the_refusal(text, tmp_path):
    path = tmp_path / "c.jsonl"
    path.write_text(row(text) + "\n", encoding="utf-8")
    (refusal,) = feeds.candidates([path])
    for secret in ("12 34", "0190", "1234", "example.org", "Mette"):
        assert secret not in refusal.said("da") + refusal.said("en")


def test_a_list_is_made_for_the_others_and_the_status_is_1(index, tmp_path):
    index.save(tmp_path / "i")
    path = tmp_path / "c.jsonl"
    path.write_text(row(REFUSED) + "\n" + row("Noget med dyr").replace('"x"', '"y"') + "\n", encoding="utf-8")
    command = [*COMMAND, "suggest", str(path), "--index"]
    result = subprocess.run([*command, str(tmp_path / "i")], capture_output=True, text=True)
    assert result.returncode == 1
    assert "Forslag til y" in result.stdout
    assert "interests.0" in result.stderr


def test_an_ad_is_never_refused_for_such_words_of_nobody_in_particular(tmp_path):
    path = tmp_path / "v.jsonl"
    text = (
        "Vi er et botilbud for unge med skizofreni. Kvinder og mænd på 18-70 år kan søge; ring til Anne på 12 34 56 78."
    )
    path.write_text(json.dumps({"id": "v", "title": "Pædagog", "description": text}) + "\n", encoding="utf-8")
    (vacancy,) = feeds.vacancies([path])
    assert vacancy.id == "v"


def test_every_statement_of_the_fixture_candidates_passes():
    assert all(isinstance(c, Candidate) for c in feeds.candidates([FIXTURES / "candidates.jsonl"]))
