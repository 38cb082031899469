"""The fixtures are what their README says."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest
from conftest import FIXTURES, lines
from sklearn.metrics import cohen_kappa_score

CARD = (FIXTURES / "README.md").read_text(encoding="utf-8")


def test_60_vacancies_52_danish_and_8_english_and_32_candidates(vacancies, candidates):
    assert Counter(v.language for v in vacancies) == {"da": 52, "en": 8}
    assert len(candidates) == 32
    assert [c.id for c in candidates if len(c.statements) == 1] == ["p03", "p04", "p18"]


def test_every_hand_read_quote_is_in_its_ad(vacancies, expected_facts):
    for vacancy in vacancies:
        facts = expected_facts[vacancy.id]
        quotes = [facts["hours"]["quote"], facts["deadline_quote"], facts["start_quote"], *facts["schedule_quotes"]]
        for quote in filter(None, quotes):
            assert quote in vacancy.title or quote in vacancy.description


def test_the_judgments_add_up_and_agree_as_the_readme_says(candidates):
    passes = [{(j["cand"], j["ad"]): j for j in map(json.loads, lines(f"judgments/{n}.jsonl"))} for n in "ab"]
    pairs = [(c.id, f"v{n:03}") for c in candidates for n in range(1, 241)]
    assert all(set(judged) <= set(pairs) for judged in passes)
    totals = {}
    for name, all_pairs, both in (("fit", "0.946", "0.805"), ("useful", "0.957", "0.861")):
        a, b = [[judged.get(p, {}).get(name, 0) for p in pairs] for judged in passes]
        totals[name] = {p: x + y for p, x, y in zip(pairs, a, b, strict=True)}
        above = [(x, y) for x, y in zip(a, b, strict=True) if x or y]
        assert cohen_kappa_score(a, b, weights="quadratic") == pytest.approx(float(all_pairs), abs=5e-4)
        assert cohen_kappa_score(*zip(*above, strict=True), weights="quadratic") == pytest.approx(float(both), abs=5e-4)
        assert all_pairs in CARD
        assert both in CARD
    for line in lines("qrels.tsv")[1:]:
        candidate, vacancy, fit, _, useful = line.split("\t")
        assert int(fit) == totals["fit"].pop((candidate, vacancy))
        assert int(useful) == totals["useful"].pop((candidate, vacancy))
    assert not any(totals["fit"].values())
    assert not any(totals["useful"].values())


def test_nothing_but_the_fixtures_own_people_and_examples_in_addresses():
    text = "".join(
        Path(FIXTURES / name).read_text(encoding="utf-8")
        for name in ("vacancies.jsonl", "vacancies-2.jsonl", "candidates.jsonl")
    )
    domains = re.findall(r"@([\w.-]+\w)", text)
    assert domains
    assert all(re.fullmatch(r"example\.(org|com)|[\w-]+\.example", d) for d in domains)
