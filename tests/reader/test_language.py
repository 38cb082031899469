"""What an ad in a language that is not read asks for is unknown: it is asked about, and never counts as met."""

import datetime

import pytest
from standing import reached, subject

from matcher.limits import LIMITS, VERDICTS, explain
from matcher.reader.language import unread
from matcher.schema import Constraints, Corrected, Vacancy

FOREIGN = {
    "sv": "Vi söker en lagerarbetare till vårt lager i Helsingborg. Du måste ha B-körkort och kunna jobba kvällar.",
    "no": "Vi søker en butikkmedarbeider som liker å jobbe med mennesker. Du må ha førerkort klasse B.",
    "nn": "Vi søkjer ein kokk til kjøkenet vårt. Du må ha førarkort og kunne arbeide om kvelden.",
    "de": "Wir suchen eine Küchenhilfe für zwanzig Stunden. Ein Führerschein der Klasse B ist erforderlich.",
    "pl": "Szukamy pracownika magazynu na dwadzieścia godzin tygodniowo. Wymagane prawo jazdy kategorii B.",
    "ro": "Căutăm un muncitor pentru depozit, douăzeci de ore pe săptămână. Este necesar permisul de conducere.",
    "uk": "Шукаємо працівника на склад. Потрібне водійське посвідчення категорії B.",
    "lt": "Ieškome sandėlio darbuotojo. Būtinas B kategorijos vairuotojo pažymėjimas ir geras fizinis pasirengimas.",
    "es": "Buscamos un ayudante de cocina para veinte horas a la semana. Es necesario el permiso de conducir.",
    "fr": "Nous cherchons un aide de cuisine pour vingt heures par semaine. Le permis de conduire est obligatoire.",
}
OURS = [
    "Vi søger en opvasker til weekenden. Velkommen, willkommen, bienvenue og benvenuto!",
    "Kok søges til kro.",
    "Kitchen helper wanted, 12 hours a week. You work in a small team, and we will train you.",
    "Vi er Smørrebrødsbar Skål & Hej Hej i Malmö och København. Du smører smørrebrød og taler med gæsterne.",
    "Barista",
    "Software Engineer (Python, AWS, Kubernetes)",
    "Vi søger en medarbejder til Châteauet, der kan lave coq au vin, bouillabaisse og crème brûlée.",
    "Butiksassistent til Żabka i Vejle. Du ekspederer kunder og fylder varer op.",
]
DAY = datetime.date(2026, 11, 23)
LIMITED = Constraints(licences=(), not_times=("evening",))


def ad(description: str, **fields: object) -> Vacancy:
    return Vacancy(id="a", title="Job", description=description, **fields)


def checks(vacancy: Vacancy, limits: Constraints = LIMITED) -> dict[str, tuple[str, str, str | None]]:
    verdicts = reached(limits, vacancy, as_of=DAY)
    subjects = {
        limit: subject(limits, vacancy, verdict=VERDICTS.index(verdicts[limit.name]), language="da")
        for limit in LIMITS
        if limit.name in verdicts
    }
    told = {limit.name: explain(limit, subject) for limit, subject in subjects.items()}
    return {name: (check.verdict, check.detail, question) for name, (check, question) in told.items()}


@pytest.mark.parametrize("language", FOREIGN)
def test_an_ad_in_another_language_is_asked_about_and_not_met(language):
    vacancy = ad(FOREIGN[language])
    assert unread(vacancy) == language
    told = checks(vacancy)
    assert {name: verdict for name, (verdict, _, __) in told.items()} == {
        "licences": "unknown",
        "not_times": "unknown",
        "employment": "unknown",
    }
    assert "som vi ikke kan læse" in told["licences"][1]
    assert told["licences"][2] == "Hvad kræver I: kørekort, egen bil, uddannelse, bevis eller sprog?"


def test_a_paragraph_in_another_language_leaves_unknown_what_is_asked_for():
    ours = "Vi er et lille gartneri ved Odense med ti ansatte. Vi dyrker tomater og agurker hele året rundt."
    assert unread(ad(f"{ours}\n\n{FOREIGN['pl']}")) == "pl"
    assert unread(ad(f"{ours}\n\nWillkommen! {ours}")) is None


@pytest.mark.parametrize("text", OURS)
def test_foreign_words_and_names_make_no_ad_foreign(text):
    vacancy = ad(text)
    assert unread(vacancy) is None
    told = checks(vacancy)
    assert (told["licences"][0], told["employment"][0]) == ("met", "met")


def test_the_feeds_fields_and_a_humans_word_count_in_any_language():
    stated = ad(FOREIGN["pl"], stated={"licences": ["C"], "weekly_hours_max": 10, "employment": "ordinary"})
    told = checks(stated, Constraints(licences=("B",), weekly_hours={"max": 12}))
    assert {name: verdict for name, (verdict, _, __) in told.items()} == {
        "licences": "broken",
        "weekly_hours": "met",
        "employment": "met",
    }
    right = Corrected(requirements=(), employment="ordinary")
    told = checks(ad(FOREIGN["pl"], corrected=right), Constraints(licences=()))
    assert {verdict for verdict, _, __ in told.values()} == {"met"}
