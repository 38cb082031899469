"""Sentences of real, untidy ads, and the passages made of them."""

import pytest

from matcher.reader import passages
from matcher.reader.sentences import LONGEST, LONGEST_QUOTE, MOST_PASSAGES, fold, split
from matcher.schema import Vacancy


def sentences(text: str) -> list[str]:
    return [s.original for s in split(Vacancy(id="x", title="Titel", description=text)) if not s.in_title]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vi er ti. Du er ny.", ["Vi er ti.", "Du er ny."]),
        ("Stillingen er på 37 timer pr.\nuge", ["Stillingen er på 37 timer pr.\nuge"]),
        ("senest den 30.\nnovember 2016 kl. 12", ["senest den 30.\nnovember 2016 kl. 12"]),
        ("senest fredag d\n16\nmarts kl\n12.", ["senest fredag d\n16\nmarts kl\n12."]),
        ("Vi har ca. 30 ansatte. Kom med.", ["Vi har ca. 30 ansatte.", "Kom med."]),
        ("Vi arbejder kl. 7-15. Vi spiser sammen.", ["Vi arbejder kl. 7-15.", "Vi spiser sammen."]),
        ("Vi søger pr. 1. februar en kok.", ["Vi søger pr. 1. februar en kok."]),
        ("Du arbejder hver 3. weekend. Kom.", ["Du arbejder hver 3. weekend.", "Kom."]),
        ("P. Høgskov kører foder.", ["P. Høgskov kører foder."]),
        ("Krav\n- kørekort B\n- humør", ["Krav", "kørekort B", "humør"]),
        ("Vi tilbyder • god løn • pension", ["Vi tilbyder", "god løn", "pension"]),
        ("Om os\nVi er ti.", ["Om os", "Vi er ti."]),
        ("En linje uden punktum\n\nOg en til", ["En linje uden punktum", "Og en til"]),
        ("Vi søger en medarbejder til 20\ntimer om ugen", ["Vi søger en medarbejder til 20\ntimer om ugen"]),
        ("Rigtig? Ja! Godt.", ["Rigtig?", "Ja!", "Godt."]),
        ("Vi bager.Du sælger.", ["Vi bager.", "Du sælger."]),
        ("Brød, kager m.v. Du møder tidligt.", ["Brød, kager m.v.", "Du møder tidligt."]),
        ("Arbejdstider: eftermiddag\n/aften.", ["Arbejdstider: eftermiddag\n/aften."]),
        ("Kontor på 20 m². 5 rum.", ["Kontor på 20 m².", "5 rum."]),
        ("Se note ². 5 rum er ledige.", ["Se note ².", "5 rum er ledige."]),  # "²" is a digit and no number
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_offsets_point_into_the_vacancys_text() -> None:
    vacancy = Vacancy(id="x", title="En titel. Med to", description="• Første\n  Anden sætning. Tredje–del")
    for sentence in split(vacancy):
        assert vacancy.text[sentence.start : sentence.end] == sentence.original
        assert sentence.text == fold(sentence.original)
        assert len(sentence.text) == len(sentence.original)


def test_bullets_know_their_heading() -> None:
    found = {s.original: s.heading for s in split(Vacancy(id="x", title="T", description="Krav:\n- humør\n- kørekort"))}
    assert found["kørekort"] == "krav:"


def test_a_quote_never_exceeds_its_limit_and_holds_the_match() -> None:
    text = "ord " * 140 + "20 timer om ugen " + "ord " * 60
    longest = max(split(Vacancy(id="x", title="T", description=text)), key=lambda s: len(s.text))
    place = longest.text.find("ord", 300)
    quote = longest.quote(place, place + 3)
    assert len(quote) <= LONGEST_QUOTE
    assert quote in text


def test_passages_are_title_then_sentences() -> None:
    vacancy = Vacancy(id="x", title="Kok", description="Vi laver mad.\n\n- - -\n• god løn\n\n!!!")
    assert passages(vacancy) == ["Kok", "Vi laver mad.", "god løn"]


def test_long_sentences_are_cut_between_words() -> None:
    vacancy = Vacancy(id="x", title="Kok", description="madlavning " * 200)
    found = passages(vacancy)[1:]
    assert all(1 <= len(passage) <= LONGEST_QUOTE for passage in found)
    assert all(word == "madlavning" for passage in found for word in passage.split())


def test_no_more_passages_than_the_limit() -> None:
    assert len(passages(Vacancy(id="x", title="Kok", description="Vi bager. " * 1000))) == MOST_PASSAGES


def test_no_sentence_is_longer_than_the_limit() -> None:
    vacancy = Vacancy(id="x", title="Kok", description="a" * 5000 + " b" * 5000)
    assert all(len(s.text) <= LONGEST for s in split(vacancy))
