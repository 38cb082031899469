"""What the day demands, and what only looks like it; learned on some writers and held against others."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evaluation import parts
from evaluation.collection.files import load
from evaluation.columns import part_of
from matcher.reader import read
from matcher.reader.demands import read_demands
from matcher.reader.sentences import LONGEST_QUOTE, split
from matcher.reader.whose import of_this_post
from matcher.schema import Vacancy

COLLECTION = Path(__file__).parents[2] / "data" / "fixtures" / "collection"


def found(title: str, text: str) -> dict[str, str]:
    return {demand.kind: demand.quote for demand in read(Vacancy(id="1", title=title, description=text)).demands}


SAID = [
    ("outdoors", "Pedel", "Du arbejder udendørs i al slags vejr."),
    ("phone", "Kontorassistent", "Du passer telefonen og tager imod gæster."),
    ("heavy_lifting", "Chauffør", "Du bærer vaskemaskiner op ad trapperne, og vi kører i varebil."),
    ("standing_walking", "Butiksmedhjælper", "Du ekspederer kunder ved kassen og står op det meste af dagen."),
    ("animals", "Staldmedhjælper", "Du fodrer køerne og muger ud."),
    ("elderly_care", "Hjælper", "Du hjælper ældre borgere med bad og påklædning."),
    ("teamwork", "Gartner", "Vi lærer dig op, og du arbejder i et fast makkerpar."),
    ("training_offered", "Gartner", "Vi lærer dig op, og du arbejder i et fast makkerpar."),
    ("noise", "Opvasker", "Der er larm fra maskinen, så du bruger høreværn."),
    ("heights", "Tagdækker", "Du arbejder på tage i 20 meters højde."),
    ("heavy_lifting", "Warehouse worker", "You lift heavy boxes all day."),
]


@pytest.mark.parametrize(("kind", "title", "text"), SAID)
def test_what_the_day_demands_is_found_with_its_words(kind, title, text):
    assert found(title, text)[kind] in text


LOOKS_LIKE_IT = [
    ("outdoors", "Lagermedarbejder", "Du pakker varer. Rygning foregår udenfor."),
    ("phone", "Lagermedarbejder", "Du pakker kasser. Telefonen passes af kontoret."),
    ("phone", "Lagermedarbejder", "Kunderne ser du aldrig, og telefonen tager Birgit."),
    ("customer_contact", "Kontorassistent", "Du har ingen kundekontakt."),
    ("heavy_lifting", "Køkkenhjælp", "Vores kok løfter de tunge gryder. Du skræller kartofler."),
    ("heavy_lifting", "Køkkenhjælp", "Du slipper for tunge løft."),
    ("high_pace", "Kok", "Det er en travl hverdag med uformel tone."),
    ("heights", "Smed", "Du arbejder ikke i højden."),
    ("children", "Bager", "Børnene i byen elsker vores brød."),
]


@pytest.mark.parametrize(("kind", "title", "text"), LOOKS_LIKE_IT)
def test_what_somebody_else_does_or_is_ruled_out_is_no_demand(kind, title, text):
    assert kind not in found(title, text)


def test_the_clause_that_says_it_is_quoted():
    assert found("Gartner", "Vi lærer dig op, og du arbejder i et fast makkerpar.")["training_offered"] == (
        "Vi lærer dig op"
    )


PIECES = (
    "Du løfter tunge kasser",
    "udendørs i regn",
    ", og ",
    ". ",
    "telefonen",
    "Vores kok møder kl. 5",
    "ikke",
    " ",
    "\n",
    "- ",
    "du kører varebil",
    "Tunge løft",
    "støj og larm",
    "x" * 400,
    "ude",
    "İ",
    "børn ",
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=30).map("".join).filter(str.strip))
def test_a_quote_is_a_piece_of_the_ad(text):
    kinds = []
    for demand in read(Vacancy(id="1", title="Hjælper", description=text)).demands:
        assert demand.quote.strip()
        assert demand.quote in text or demand.quote in "Hjælper"
        assert len(demand.quote) <= LONGEST_QUOTE
        kinds.append(demand.kind)
    assert len(kinds) == len(set(kinds))


def test_an_ad_without_sentences_demands_nothing():
    assert read_demands([]) == ()
    assert of_this_post([]) == []


def test_a_sentence_of_colleagues_is_not_read_where_no_rule_knows_it():
    ad = Vacancy(id="1", title="Opvasker", description="Du vasker op. Birthe og Kim har været her i tyve år.")
    assert [sentence.text.strip("#. ") for sentence in of_this_post(split(ad))] == ["opvasker", "du vasker op", ""]


def test_demands_of_writers_that_nothing_was_learned_from():
    """A floor under 0.66 and 0.39."""
    unseen = part_of(load(COLLECTION), "validation")
    sums = {"demands recall": [0.0, 0.0], "demands precision": [0.0, 0.0]}
    for id_, gold in unseen.facts.items():
        vacancy = unseen.vacancies[id_]
        facts = read(Vacancy.model_validate(vacancy)).model_dump(mode="json")
        for figure, value, weight in parts.compared(gold, facts, parts.ad_text(vacancy), every_demand=True):
            if figure in sums:
                sums[figure][0] += value
                sums[figure][1] += weight
    recall, precision = (value / weight for value, weight in sums.values())
    assert recall >= 0.36
    assert precision >= 0.62
