"""The peers: obvious answers on three ads, and the arithmetic of BM25 by hand."""

import math

import numpy as np
import pytest

from evaluation.baselines import BASELINES, bm25, encoder, runs

PEOPLE = {"p": {"id": "p", "goals": ["opvasker i et køkken"]}, "q": {"id": "q", "interests": ["heste"]}}
ADS = {
    "stable": {"id": "stable", "title": "Hjælp til hestene", "description": "Vi har heste og en stald"},
    "kitchen": {"id": "kitchen", "title": "Opvasker", "description": "Vores køkken mangler en opvasker i et år"},
    "bank": {"id": "bank", "title": "Rådgiver", "description": "Du kan regne"},
}


@pytest.mark.parametrize("name", [n for n in BASELINES if n != "random order"])
def test_a_peer_finds_what_is_said_in_the_same_words(name):
    found = runs(PEOPLE, ADS, {name: BASELINES[name]})[name]
    assert found["p"]["kitchen"] == 1
    assert found["q"]["stable"] == 1


@pytest.mark.parametrize("name", BASELINES)
def test_a_peer_ranks_every_ad_for_everyone_from_one(name):
    found = runs(PEOPLE, ADS, {name: BASELINES[name]})[name]
    assert list(found) == ["p", "q"]
    assert all(sorted(ranks.values()) == [1, 2, 3] for ranks in found.values())


def test_chance_is_the_same_every_time():
    assert runs(PEOPLE, ADS, BASELINES)["random order"] == runs(PEOPLE, ADS, BASELINES)["random order"]


def test_bm25_by_hand():
    """Two ads of four words and one; the word asked for stands once in the first."""
    [[first, second]] = bm25(["heste"], ["vi har heste her", "bank"])
    average, frequency, found_in, ads = 2.5, 1, 1, 2
    inverse = math.log(1 + (ads - found_in + 0.5) / (found_in + 0.5))
    assert first == pytest.approx(inverse * frequency / (frequency + 1.5 * (1 - 0.75 + 0.75 * 4 / average)), rel=1e-5)
    assert second == 0


def test_a_peer_is_one_line_to_add():
    def length(queries, ads):
        return np.array([[float(len(ad)) for ad in ads] for _ in queries])

    assert runs(PEOPLE, ADS, BASELINES | {"length": length})["length"]["p"]["kitchen"] == 1


def test_an_encoder_is_not_loaded_before_it_is_asked():
    assert callable(encoder("no/such-model"))
