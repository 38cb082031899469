"""Columns and fields for one of a few words take the words that people write, or refuse the row by name."""

import json

import pytest
from pydantic import ValidationError

from matcher.facts.papers import may_drive
from matcher.feeds import Refusal, candidates, vacancies
from matcher.schema import Candidate, Vacancy, problems


@pytest.fixture
def person(file):
    """The limits of a person of a table's one row, or its refusal."""

    def make(column, cell):
        [found] = candidates([file(f'id;ønsker;{column}\na;lager;"{cell}"\n', "people.csv")])
        return found if isinstance(found, Refusal) else found.constraints

    return make


@pytest.fixture
def stated(file):
    """What a vacancy of a table's one row states, or its refusal."""

    def make(column, cell):
        [found] = vacancies([file(f'id;titel;beskrivelse;{column}\na;Kok;Vi søger en kok.;"{cell}"\n', "ads.csv")])
        return found if isinstance(found, Refusal) else found.stated

    return make


def by_api(**limits):
    return Candidate.model_validate_json(json.dumps({"id": "a", "constraints": limits})).constraints


@pytest.mark.parametrize(
    ("written", "may"),
    [
        ("B+E", "BE"),
        ("B/BE", "BE"),
        ("b, be", "BE"),
        ("Kørekort kategori B", "B"),
        ("B (personbil)", "B"),
        ("1", "B"),
        ("Ja, B", "B"),
        ("ja - personbil", "B"),
        ("har kørekort", "B"),
        ("Jeg har kørekort", "B"),
        ("✓", "B"),
        ("C/E", "CE"),
        ("C1", "C1"),
        ("lastbil", "C"),
        ("B og C", "C"),
        ("trailer", "BE"),
        ("MC", "A"),
        ("sand", "B"),
        ("almindeligt kørekort", "B"),
        ("kørekort A", "A"),
        ("a driving licence", "B"),
        ("Driving licence", "B"),
        ("knallert", "AM"),
        ("kat. B", "B"),
        ("B|C", "C"),
    ],
)
def test_a_licence_in_the_words_of_people(person, stated, written, may):
    assert may in may_drive(person("kørekort", written).licences)
    assert may in may_drive(by_api(licences=[written]).licences)
    assert may in may_drive(stated("kørekort", written).licences)


@pytest.mark.parametrize(
    "written", ["hest", "måske", "er i gang", "B nej", "ikke C", "frakendt", "gaffeltruck", "D-vitamin"]
)
def test_a_licence_that_is_not_understood_is_refused_by_row_with_what_was_expected(person, stated, written):
    for refusal in (person("kørekort", written), stated("kørekort", written)):
        assert (refusal.row, refusal.field) == (2, "kørekort")
        assert "B, BE" in refusal.said("da")
        assert written not in refusal.said("da")
    with pytest.raises(ValidationError):
        by_api(licences=[written])
    with pytest.raises(ValidationError):
        by_api(licences=["B", "nej"])


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("B", ("B",)),
        ("C/E", ("C/E",)),
        ("Traktor", ("Traktor",)),
        ("ingen", ()),
        ("nej", ()),
        ("Har ikke", ()),
        ("jeg har ikke kørekort", ()),
        ("0", ()),
        ("falsk", ()),
        ("", None),
        ("-", None),
        ("?", None),
        ("ukendt", None),
    ],
)
def test_a_licence_that_is_a_category_none_or_not_said_stays(person, written, kept):
    assert person("kørekort", written).licences == kept


def test_a_person_who_was_taken_in_before_stays_readable():
    assert Candidate.held('{"id": "a", "constraints": {"licences": ["hest"]}}').constraints.licences == ("hest",)
    ad = {"id": "a", "title": "Kok", "description": "x", "stated": {"licences": ["hest"]}}
    assert Vacancy.held(json.dumps(ad)).stated.licences == ("hest",)


def test_jobnets_licences_that_have_no_category_are_a_line_of_the_ad(file):
    ad = {"id": "j", "title": "Kok", "body": "x", "job": {"driversLicenses": ["B - Almindelig bil", "Kranbil"]}}
    [found] = vacancies([file(ad, "a.json")])
    assert found.stated.licences == ("B",)
    assert found.description.endswith("Kørekort: Kranbil")


@pytest.mark.parametrize(
    ("written", "times"),
    [
        ("aften/nat", ("evening", "night")),
        ("Aften og nat", ("evening", "night")),
        ("weekender", ("weekend",)),
        ("nattevagt", ("night",)),
        ("tidlig morgen", ("early_morning",)),
        ("evening, night", ("evening", "night")),
        ("lørdag & søndag", ("weekend",)),
        ("aften- og natarbejde", ("evening", "night")),
        ("skiftehold", ("rotating_shifts",)),
        ("dag|aften", ("day", "evening")),
        ("ingen", ()),
        ("", ()),
    ],
)
def test_times_of_day_in_the_words_of_people(person, stated, written, times):
    assert person("ikke_tider", written).not_times == times
    assert stated("tider", written).times == times


@pytest.mark.parametrize(
    ("written", "kind", "full_time"),
    [
        ("fast", "ordinary", None),
        ("Deltid", "ordinary", False),
        ("fast, fuldtid", "ordinary", True),
        ("almindelige vilkår", "ordinary", None),
        ("flexjob", "fleksjob", None),
        ("elev- eller læreplads", "apprenticeship", None),
        ("vikariat", "ordinary", None),
        ("løntilskud", "subsidised", None),
        ("full-time", "ordinary", True),
        ("", None, None),
        ("ukendt", None, None),
    ],
)
def test_terms_of_employment_in_the_words_of_people(stated, written, kind, full_time):
    found = stated("ansættelsesform", written)
    assert (found.employment, found.full_time) == (kind, full_time)


def test_terms_that_a_person_accepts(person):
    assert person("ansættelsesformer", "ordinært/fleksjob").accept_employment == ("ordinary", "fleksjob")
    assert person("ansættelsesformer", "deltid").accept_employment == ("ordinary",)
    assert by_api(accept_employment=["Fleksjob", "fast"]).accept_employment == ("fleksjob", "ordinary")


@pytest.mark.parametrize(
    ("written", "levels"),
    [
        ("dansk: flydende", {"da": "fluent"}),
        ("dansk flydende", {"da": "fluent"}),
        ("Dansk (modersmål)", {"da": "fluent"}),
        ("flydende dansk, lidt engelsk", {"da": "fluent", "en": "basic"}),
        ("engelsk - B2", {"en": "good"}),
        ("dansk=godt|tysk=ingen", {"da": "good", "de": "none"}),
        ("lidt i dansk", {"da": "basic"}),
        ("ukendt", {}),
    ],
)
def test_languages_in_the_words_of_people(person, written, levels):
    assert person("sprog", written).languages == levels


def test_languages_of_the_api():
    assert by_api(languages={"Dansk": "modersmål", "engelsk": "god"}).languages == {"da": "fluent", "en": "good"}


@pytest.mark.parametrize(
    ("column", "written", "expected"),
    [
        ("sprog", "dansk", "dansk: flydende"),
        ("sprog", "dansk: hmm", "fluent"),
        ("ikke_tider", "påske", "evening"),
        ("ansættelsesformer", "månelanding", "fleksjob"),
        ("transport", "hest", "bike"),
        ("beviser", "ja", "beviset"),
        ("beviser", "x", "beviset"),
        ("timer_max", "1.200", "7,5"),
        ("timer_max", "1,200", "7,5"),
        ("transport_minutter", "1.200", "helt tal"),
        ("timer_kan_aftales", "måske", "ja eller nej"),
    ],
)
def test_what_is_not_understood_is_refused_by_row_and_field_with_what_was_expected(person, column, written, expected):
    refusal = person(column, written)
    assert isinstance(refusal, Refusal)
    assert refusal.row == 2
    assert refusal.field.startswith(column)
    assert expected in refusal.said("da")


def test_a_paper_that_is_denied_is_none(person):
    assert person("beviser", "nej").certificates == person("beviser", "").certificates == ()
    assert person("beviser", "truckcertifikat|nej").certificates == ("truckcertifikat",)
    assert by_api(certificates=["ingen"]).certificates == ()


@pytest.mark.parametrize(
    "total", ["I alt;;37", "Total;;1.200", "Sum:;;12", "I alt 2 personer;;", "ialt;2;24", "Gennemsnit;;18,5"]
)
def test_a_row_of_sums_is_no_person_and_is_told(file, total):
    one, refusal = candidates([file(f"id;ønsker;timer_max\na;lager;12\n{total}\n", "people.csv")])
    assert one.id == "a"
    assert (refusal.row, refusal.code) == (3, "total_row")


def test_a_row_of_sums_is_no_vacancy(file):
    table = "id;titel;beskrivelse;timer_max\na;Kok;Vi søger en kok.;12\nI alt;1;;12\n"
    assert [getattr(r, "code", "") for r in vacancies([file(table, "ads.csv")])] == ["", "total_row"]


@pytest.mark.parametrize("id_", ["Total", "totalentreprise", "sum-1"])
def test_a_person_whose_id_begins_like_a_sum_is_one_where_there_are_wishes(file, id_):
    [one] = candidates([file(f"id;ønsker\n{id_};lager og køkken\n", "people.csv")])
    assert one.id == id_


def test_the_field_that_is_refused_is_named_in_the_api_too():
    with pytest.raises(ValidationError) as caught:
        by_api(languages="dansk")
    assert [field for field, _, _ in problems(caught.value)] == ["constraints.languages"]


# --- Unicode text ----------------------------------------------------------------------------------------------------

SHEET = "id\ttitel\tbeskrivelse\tpostnr\na\tKok\tVi søger en kok.\t8700\nb\tSmed\tVi søger en smed.\t8000\n"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("separator", ["\t", ";"])
def test_a_sheet_that_was_saved_as_text_is_a_table(file, encoding, separator):
    content = SHEET.replace("\t", separator).replace("\n", "\r\n").encode(encoding)
    assert [v.title for v in vacancies([file(content, "ark.txt")])] == ["Kok", "Smed"]


def test_people_in_a_sheet_that_was_saved_as_text(file):
    content = "id\tønsker\tkørekort\na\tlager\tja\n".encode("utf-16")
    [one] = candidates([file(content, "folk.txt")])
    assert one.constraints.licences == ("B",)


@pytest.mark.parametrize(
    "content", ["Stilling\tSted\nKok\tHorsens\nSmed\tVejle\n", "Kok\tHorsens\t12\nSmed\tVejle\t37\n"]
)
def test_a_sheet_of_other_columns_is_refused_and_not_one_ad(file, content):
    refusals = list(vacancies([file(content, "ark.txt")]))
    assert {r.code for r in refusals} <= {"no_header", "missing_column", "unknown_column"}


@pytest.mark.parametrize(
    "content",
    [
        "Kok\tHorsens\nVi søger en kok.\nRing nu.",
        "Kok; køkken\nVi søger en kok; ring.",
        "Titel, og lidt mere\nBeskrivelse følger",
        "Kok\n\tVi søger\n\ten kok.",
    ],
)
def test_a_pasted_ad_with_tabs_or_semicolons_is_an_ad(file, content):
    [one] = vacancies([file(content, "annonce.txt")])
    assert one.source == "tekst"
