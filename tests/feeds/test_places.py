"""Where a posting says that the job is: in every shape, and in Denmark only where nothing says otherwise."""

import pytest

from matcher.feeds import places

AD = {"@context": "https://schema.org", "@type": "JobPosting", "title": "Job", "description": "<p>Job i byen.</p>"}


def place(**address):
    return {"@type": "Place", "address": {"@type": "PostalAddress"} | address}


HORSENS = place(postalCode="8700", addressLocality="Horsens", addressCountry="DK")
VEJLE = place(postalCode="7100", addressLocality="Vejle", addressCountry="DK")
NOWHERE = place(postalCode="UNAVAILABLE", addressLocality="N/A", addressCountry="-")


@pytest.mark.parametrize(
    ("location", "postcode", "municipality"),
    [
        (place(addressLocality="Skjern", addressCountry="Danmark"), "6900", None),
        (place(addressLocality="Århus"), None, "Aarhus"),
        (place(addressLocality="Copenhagen", addressCountry="DK"), None, "København"),
        (place(addressLocality="Nykøbing", addressCountry="DK"), None, None),
        (place(addressRegion="Hedensted Kommune", addressCountry="DK"), None, "Hedensted"),
        ("Havnegade 4, 8700 Horsens, Danmark", "8700", None),
        ("Havnegade 4, Horsens", "8700", None),
        ("Horsens 8700", "8700", None),
        ("DK-8700 Horsens", "8700", None),
        (place(streetAddress="Havnegade 4, 8700 Horsens"), "8700", None),
        (place(addressLocality="8700 Horsens"), "8700", None),
        ({"@type": "PostalAddress", "postalCode": 8700, "addressLocality": "Horsens"}, "8700", None),
        ([NOWHERE, HORSENS], "8700", None),
        ([HORSENS, HORSENS], "8700", None),
        ([HORSENS, VEJLE], None, None),
        ({"address": [HORSENS["address"], VEJLE["address"]]}, None, None),
        (place(postalCode=["8700", "7100"], addressLocality=["Horsens", "Vejle"]), None, None),
        (place(postalCode=["8700"], addressLocality=["Horsens"], addressCountry=["DK"]), "8700", None),
        ("Horsens eller Skjern", None, None),
        ("Horsens, Skjern", None, None),
        ("Hele landet", None, None),
        ({"@type": "Place", "name": "Skjern"}, "6900", None),
        (NOWHERE, None, None),
    ],
)
def test_a_workplace_in_all_its_shapes(one, location, postcode, municipality):
    ad = one(AD | {"jobLocation": location})
    assert (ad.postcode, ad.municipality) == (postcode, municipality)


def test_several_places_are_named_in_the_ad_and_none_of_them_is_the_place(one):
    ad = one(AD | {"jobLocation": {"address": [HORSENS["address"], VEJLE["address"]]}})
    assert ad.description.endswith("Arbejdssted: 8700 Horsens; 7100 Vejle")


@pytest.mark.parametrize(
    "country",
    [
        "Kingdom of Denmark",
        "Danmark (DK)",
        "DNK",
        "denmark",
        "Kongeriget Danmark",
        "dk",
        {"@type": "Country", "name": "Denmark"},
        ["DK"],
        "DK - Danmark",
    ],
)
def test_a_country_that_is_denmark_however_it_is_called(one, country):
    assert one(AD | {"jobLocation": place(postalCode="8700", addressCountry=country)}).postcode == "8700"


@pytest.mark.parametrize(
    ("address", "more"),
    [
        ({"postalCode": "1450", "addressLocality": "Nesoddtangen"}, {}),
        ({"postalCode": "8700", "addressLocality": "Leoben"}, {}),
        ({"postalCode": "8000", "addressLocality": "Zürich"}, {"inLanguage": "da"}),
        ({"postalCode": "9000", "addressRegion": "Oost-Vlaanderen"}, {}),
        ({"postalCode": "5003"}, {"inLanguage": "nb-NO"}),
        ({"postalCode": "5000"}, {"salaryCurrency": "NOK"}),
        ({"postalCode": "6000"}, {"baseSalary": {"currency": "CHF", "value": 25}}),
        ({"postalCode": "8700", "addressCountry": "AT"}, {}),
        ({"postalCode": "8700", "addressCountry": ["DK", "SE"]}, {}),
        ({"postalCode": "8000", "addressLocality": "Horsens", "addressCountry": "DK"}, {}),
        ({"postalCode": "8700"}, {"url": "https://firma.example.no/jobb/1"}),
    ],
)
def test_four_digits_are_no_danish_postcode_where_something_says_otherwise(one, address, more):
    ad = one(AD | more | {"jobLocation": place(**address)})
    assert ad.postcode is None
    assert str(address["postalCode"]) in ad.description


@pytest.mark.parametrize("text", ["N-1450 Nesoddtangen", "1450 Nesoddtangen, Norge", "8000 Zürich, Switzerland"])
def test_an_address_in_one_text_may_be_abroad(one, text):
    ad = one(AD | {"jobLocation": text, "inLanguage": "da"})
    assert (ad.postcode, ad.municipality) == (None, None)
    assert ad.description.endswith(text)


@pytest.mark.parametrize(
    ("address", "more"),
    [
        ({"postalCode": "8700", "addressLocality": "Horsens"}, {}),
        ({"postalCode": "8700", "addressLocality": "HORSENS"}, {"inLanguage": "en"}),
        ({"postalCode": "8200", "addressLocality": "Århus N"}, {"inLanguage": "sv"}),
        ({"postalCode": "2100", "addressLocality": "København"}, {"salaryCurrency": "EUR"}),
        ({"postalCode": "2100", "addressLocality": "Østerbro"}, {}),
        ({"postalCode": "8700", "addressLocality": "Hatting"}, {"inLanguage": "da"}),
        ({"postalCode": "8700", "addressLocality": "Hatting"}, {"salaryCurrency": "DKK"}),
        ({"postalCode": "8700", "addressLocality": "Hatting"}, {"description": "Vi søger en kok til vores køkken."}),
        ({"postalCode": "8700", "addressLocality": "Hatting", "addressRegion": "Midtjylland"}, {}),
        ({"postalCode": "4800", "addressLocality": "Nykøbing Falster", "addressRegion": "Region Sjælland"}, {}),
        ({"postalCode": "8700"}, {}),
        ({"postalCode": "2800", "addressLocality": "Kgs. Lyngby"}, {}),
    ],
)
def test_a_danish_postcode_with_its_town_or_a_sign_of_denmark_stays(one, address, more):
    assert one(AD | more | {"jobLocation": place(**address)}).postcode == address["postalCode"]


@pytest.mark.parametrize(("country", "postcode"), [("Kingdom of Denmark", "8700"), ("DNK", "8700"), ("Norge", None)])
def test_jobnets_country_is_known_the_same_way(one, country, postcode):
    ad = {"jobAdId": "j", "title": "Kok", "description": "x", "postalCode": "8700", "country": country}
    assert one(ad).postcode == postcode


def test_a_cell_with_a_town_that_is_not_denmarks_is_refused_and_a_village_stays(read):
    table = "id;titel;beskrivelse;postnr\na;Kok;x;1450 Nesoddtangen\nb;Kok;x;8700 Hatting\nc;Kok;x;DK-8700 Horsens\n"
    refusal, village, town = read(table, "ads.csv")
    assert (refusal.row, refusal.field, refusal.code) == (2, "postnr", "postcode")
    assert village.postcode == town.postcode == "8700"


def test_towns_by_their_names():
    assert places.in_town("Kbh. K") is not None
    assert places.in_town("Viborg").municipality == "Viborg"
    assert places.in_town("Lund") is None
