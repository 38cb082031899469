"""Driving licence, own car, authorisation: what and how strongly."""

import pytest

from matcher.reader import read
from matcher.schema import Vacancy

LICENCE = "driving_licence"
CASES = [
    ("Du har kørekort B.", [(LICENCE, "B", "required")]),
    ("Du skal have kørekort.", [(LICENCE, "B", "required")]),
    ("Kørekort er et krav.", [(LICENCE, "B", "required")]),
    ("Kørekort er nødvendigt.", [(LICENCE, "B", "required")]),
    ("Kørekort B er en fordel.", [(LICENCE, "B", "desirable")]),
    ("Du har gerne kørekort.", [(LICENCE, "B", "desirable")]),
    ("Gerne kørekort kategori B.", [(LICENCE, "B", "desirable")]),
    ("Det er en fordel, hvis du har kørekort.", [(LICENCE, "B", "desirable")]),
    ("Det er en fordel med kørekort, men det er ikke afgørende.", [(LICENCE, "B", "desirable")]),
    ("Kørekort er ikke et krav.", [(LICENCE, "B", "not_required")]),
    ("Du behøver ikke kørekort.", [(LICENCE, "B", "not_required")]),
    ("Kørekort er ikke nødvendigt.", [(LICENCE, "B", "not_required")]),
    ("Kørekort er ikke et krav, men en fordel.", [(LICENCE, "B", "desirable")]),
    ("Du skal have kørekort B og gerne BE.", [(LICENCE, "B", "required"), (LICENCE, "BE", "desirable")]),
    (
        "Du har kørekort C/E og truckcertifikat.",
        [(LICENCE, "CE", "required"), ("certificate", "truckcertifikat", "required")],
    ),
    ("Du skal have stort kørekort.", [(LICENCE, "C", "required")]),
    ("Du skal have stort kørekort (D).", [(LICENCE, "D", "required")]),
    ("Kørekort til bus er et krav.", [(LICENCE, "D", "required")]),
    ("Kørekort kategori C og CE.", [(LICENCE, "C", "required"), (LICENCE, "CE", "required")]),
    ("Du har kørekort til personbil.", [(LICENCE, "B", "required")]),
    ("Trailerkort er et plus.", [(LICENCE, "BE", "desirable")]),
    ("You must have a driving licence.", [(LICENCE, "B", "required")]),
    ("A driver's license is an advantage.", [(LICENCE, "B", "desirable")]),
    ("Driving licence category C is required.", [(LICENCE, "C", "required")]),
    ("You hold a category B driving licence.", [(LICENCE, "B", "required")]),
    ("No driving licence needed.", [(LICENCE, "B", "not_required")]),
    ("Det er en fordel, at du har:\n- kørekort B\n- humor", [(LICENCE, "B", "desirable")]),
    ("Krav:\n- kørekort B\n- humor", [(LICENCE, "B", "required")]),
    ("Du skal have kørekort og egen bil.", [(LICENCE, "B", "required"), ("own_car", None, "required")]),
    ("Egen bil er en fordel.", [("own_car", None, "desirable")]),
    ("Egen bil er ikke nødvendig.", [("own_car", None, "not_required")]),
    ("Du skal have bil til rådighed.", [("own_car", None, "required")]),
    ("You need your own car.", [("own_car", None, "required")]),
    ("Access to a car is an advantage.", [("own_car", None, "desirable")]),
    ("Firmabil stilles til rådighed.", []),
    ("Vi stiller bil til rådighed.", []),
    ("Bil stiller vi til rådighed.", []),
    ("Du får bil til rådighed.", []),
    ("Bruger du egen bil, får du kilometerpenge.", []),
    ("Company car included.", []),
    ("Send en kopi af kørekortet.", []),
    ("Vi betaler dit kørekort.", []),
    ("Hygiejnebevis får du hos os.", [("certificate", "hygiejnebevis", "not_required")]),
    ("Vi tilbyder et hygiejnekursus.", []),
    ("Du er mellem 15 og 17.", [("age", "du er mellem 15 og 17", "required")]),
    ("Du får mere i løn, hvis du er over 25.", []),
    ("Håndværksmæssig baggrund er et plus.", [("education", "håndværksmæssig baggrund", "desirable")]),
    ("Vi tager imod alle uanset etnisk baggrund.", []),
    ("Tysk på telefonen er nødvendigt.", [("language", "tysk", "required")]),
    ("We are a Danish company.", []),
    ("Tysk vil være en gevinst.", [("language", "tysk", "desirable")]),
    ("Du skal have et D-kort.", [(LICENCE, "D", "required")]),
    ("Bil er ikke nødvendig.", [("own_car", None, "not_required")]),
    ("You do not need a forklift licence.", [("certificate", "forklift licence", "not_required")]),
    ("Du følger køreplanen.", []),
    ("Dansk autorisation som sygeplejerske.", [("authorisation", "sygeplejerske", "required")]),
    ("Vi søger en autoriseret sygeplejerske.", [("authorisation", "sygeplejerske", "required")]),
    ("Danish authorisation as a physiotherapist.", [("authorisation", "physiotherapist", "required")]),
    ("Du har autorisation som elinstallatør.", [("authorisation", "elinstallatør", "required")]),
    ("Du har gyldig autorisation.", [("authorisation", None, "required")]),
    ("Autorisation er en fordel.", [("authorisation", None, "desirable")]),
    ("Du har vagtkort.", [("authorisation", "vagt", "required")]),
    ("You are a registered nurse.", [("authorisation", "nurse", "required")]),
    ("Vi er autoriseret VW-værksted.", []),
    ("Vi er autoriseret forhandler.", []),
    ("We are an authorised dealer.", []),
    ("Du taler med autoriteter.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_requirements(text: str, expected: list[tuple[str, str | None, str]]) -> None:
    found = read(Vacancy(id="x", title="Kollega", description=text)).requirements
    assert [(r.kind, r.what, r.strength) for r in found] == expected
    assert all(r.quote in text for r in found)


def test_a_requirement_is_given_once_and_as_strongly_as_the_ad_puts_it() -> None:
    text = "Gerne kørekort B. Du skal have kørekort B."
    found = read(Vacancy(id="x", title="Chauffør", description=text)).requirements
    assert [(r.what, r.strength) for r in found] == [("B", "required")]


def test_what_is_only_listed_is_as_strong_as_the_ad_says_elsewhere() -> None:
    listed = "Erfaring med fiber og kloak"
    for text, strength in (
        (listed, "required"),
        (f"Du har gerne erfaring fra et sjak.\n{listed}", "desirable"),
        (f"{listed}\nDu har gerne erfaring fra et sjak.", "desirable"),
        (f"Du skal have erfaring fra et sjak.\n{listed}", "required"),
    ):
        found = read(Vacancy(id="x", title="Håndmand", description=text)).requirements
        assert [r.strength for r in found if r.kind == "experience"] == [strength]
