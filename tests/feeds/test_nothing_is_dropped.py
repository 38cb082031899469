"""Every text of a JobPosting is in the record, in a line of its ad, or in a refusal; and it is said once."""

import json
import time

import pytest

from matcher import reader
from matcher.feeds import Refusal, vacancies

AD = {
    "@context": "https://schema.org",
    "@type": "JobPosting",
    "title": "Piccoline",
    "description": "<p>Vi søger en piccoline til receptionen.</p>",
}


def requirements(ad):
    return {r.kind: r.strength for r in reader.read(ad).requirements}


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ({"qualifications": {"credentialCategory": "Kørekort B"}}, "Kvalifikationer: Kørekort B"),
        ({"qualifications": [{"name": "Kørekort B"}, "Hygiejnebevis"]}, "Kvalifikationer: Kørekort B\nHygiejnebevis"),
        ({"skills": {"@type": "DefinedTerm", "name": "Excel", "termCode": "S4.2"}}, "Færdigheder: Excel"),
        ({"skills": [{"@value": "Regneark", "@language": "da"}]}, "Færdigheder: Regneark"),
        ({"educationRequirements": {"credentialCategory": {"name": "Truckcertifikat"}}}, "Uddannelse: Truckcertifikat"),
        ({"experienceRequirements": {"monthsOfExperience": 18}}, "Erfaring: mindst 18 måneders erfaring"),
        ({"experienceRequirements": {"monthsOfExperience": "6"}}, "Erfaring: mindst 6 måneders erfaring"),
        ({"securityClearanceRequirement": ["Børneattest"]}, "Sikkerhed: Børneattest"),
        ({"sensoryRequirement": "Du skal kunne skelne farver"}, "Sanser: Du skal kunne skelne farver"),
        ({"physicalRequirement": {"name": "Løft", "description": "op til 12 kg"}}, "Fysiske krav: Løft, op til 12 kg"),
        ({"specialCommitments": "Vi ansætter også i småjob"}, "Særlige vilkår: Vi ansætter også i småjob"),
        ({"eligibilityToWorkRequirement": "Arbejdstilladelse"}, "Ret til at arbejde: Arbejdstilladelse"),
        ({"jobBenefits": ["Frokost", "Pension"]}, "Goder: Frokost\nPension"),
        (
            {"workHours": {"minValue": 12, "maxValue": 15, "unitText": "timer om ugen"}},
            "Arbejdstid: 12-15 timer om ugen",
        ),
        (
            {"baseSalary": {"currency": "DKK", "value": {"minValue": 140, "maxValue": 155.5, "unitText": "HOUR"}}},
            "Løn: 140-155,5 DKK i timen",
        ),
        ({"jobImmediateStart": True}, "Tiltrædelse: snarest muligt"),
        ({"jobStartDate": "2027-01-04"}, "Tiltrædelse: 2027-01-04"),
        ({"totalJobOpenings": 3}, "Antal stillinger: 3"),
        ({"jobLocationType": "Hybrid"}, "Arbejdssted: Hybrid"),
        (
            {"hiringOrganization": {"name": "Kroen", "description": "Vi er ti mand."}},
            "Om arbejdsgiveren: Vi er ti mand.",
        ),
        ({"hiringOrganization": {"name": "Kroen", "parentOrganization": {"name": "Kædekro"}}}, "Arbejdsgiver: Kædekro"),
        ({"hiringOrganization": [{"name": "Vikar Et"}, {"name": "Kroen"}]}, "Arbejdsgiver: Kroen"),
        (
            {"applicationContact": {"telephone": "12345678", "email": "job@kroen.example"}},
            "Kontakt: 12345678, job@kroen.example",
        ),
        ({"drivingLicenceRequired": "Kørekort B"}, "Driving licence required: Kørekort B"),
        ({"https://kroen.example/ns#shiftPattern": {"name": "Aften"}}, "Shift pattern: Aften"),
        ({"weeklyHours": 12}, "Weekly hours: 12"),
        (
            {"jobLocation": {"name": "Butikken", "address": {"streetAddress": "Algade 3"}}},
            "Arbejdssted: Butikken, Algade 3",
        ),
    ],
)
def test_what_only_a_field_says_is_a_line_of_the_ad(one, fields, line):
    assert one(AD | fields).description == f"Vi søger en piccoline til receptionen.\n\n{line}"


@pytest.mark.parametrize(
    "fields",
    [
        {"qualifications": []},
        {"skills": {}},
        {"educationRequirements": "no requirements"},
        {"industry": "N/A"},
        {"experienceRequirements": {"@type": "OccupationalExperienceRequirements", "monthsOfExperience": 0}},
        {"image": "https://kroen.example/a.png", "logo": {"url": "https://kroen.example/logo"}},
        {"brandColor": "#fff"},
        {"trackingId": "9f8a7b6c5d4e3f2a1b0c"},
        {"positionId": 4711},
        {"lastSeen": "2026-11-20T10:00:00Z"},
        {"responsibilities": "Vi søger en piccoline"},
        {"skills": ["receptionen", "PICCOLINE"]},
        {"title": "Piccoline"},
        {"occupationalCategory": "43-9061.00"},
        {"_internal": "noget"},
        {"baseSalary": {"value": {"value": 0}}},
        {"relevantOccupation": {"@type": "Occupation", "name": "Piccoline"}},
        {"jobImmediateStart": False},
        {"hiringOrganization": {"@id": "https://kroen.example/#org"}},
        {"directApply": True},
        {"experienceRequirements": "ingen"},
    ],
)
def test_what_says_nothing_or_was_said_is_no_line(one, fields):
    assert one(AD | fields).description == "Vi søger en piccoline til receptionen."


def test_a_letter_is_not_said_because_a_word_has_it(one):
    assert requirements(one(AD | {"qualifications": "Kørekort C"}))["driving_licence"] == "required"
    assert one(AD | {"skills": "C"}).description.endswith("Færdigheder: C")


def test_requirements_as_objects_are_read_like_the_same_words_as_a_text(one):
    words = {
        "qualifications": "Kørekort B er et krav",
        "educationRequirements": "Truckcertifikat",
        "securityClearanceRequirement": "Ren straffeattest",
    }
    objects = {key: {"@type": "EducationalOccupationalCredential", "credentialCategory": v} for key, v in words.items()}
    assert requirements(one(AD | objects)) == requirements(one(AD | words))


def test_pay_is_never_read_as_hours(one):
    for value in ({"value": 25000, "unitText": "MONTH"}, {"minValue": 15, "maxValue": 20, "unitText": "HOUR"}, 37):
        facts = reader.read(one(AD | {"baseSalary": {"currency": "DKK", "value": value}}))
        assert (facts.hours.min, facts.hours.max) == (None, None)


def test_a_title_is_one_line(one):
    assert one(AD | {"title": "Kok\ntil kantinen"}).title == "Kok til kantinen"


# --- references ------------------------------------------------------------------------------------------------------

ORG = {"@type": "Organization", "@id": "https://kroen.example/#org", "name": "Kroen ApS"}
SHOP = {"@type": "Place", "@id": "#shop", "address": {"@id": "#address"}}
ADDRESS = {"@id": "#address", "postalCode": "8700", "addressLocality": "Horsens", "addressCountry": "DK"}
REFERRING = AD | {"hiringOrganization": {"@id": ORG["@id"]}, "jobLocation": {"@type": "Place", "@id": "#shop"}}


def page(*blocks):
    scripts = "".join(f'<script type="application/ld+json">{json.dumps(b)}</script>' for b in blocks)
    return f"<!doctype html><html><head>{scripts}</head><body></body></html>"


@pytest.mark.parametrize(
    "blocks",
    [
        [{"@graph": [ORG, SHOP, ADDRESS, REFERRING]}],
        [{"@graph": [REFERRING, ADDRESS, SHOP, ORG]}],
        [REFERRING, ORG, SHOP, ADDRESS],
        [[ORG, SHOP, ADDRESS], REFERRING],
        [
            {"@type": "WebPage", "mainEntity": {"@type": "JobPosting", "@id": "#job"}},
            ORG,
            SHOP,
            ADDRESS,
            REFERRING | {"@id": "#job"},
        ],
        [
            ORG,
            SHOP,
            ADDRESS,
            REFERRING | {"hiringOrganization": [{"@id": ORG["@id"]}], "jobLocation": ["#shop", SHOP][1]},
        ],
        [ORG, SHOP, ADDRESS, REFERRING | {"hiringOrganization": ORG["@id"], "jobLocation": "#shop"}],
    ],
)
def test_employer_and_place_are_found_by_reference_wherever_they_stand(one, blocks):
    ad = one(page(*blocks), "side.html")
    assert (ad.employer, ad.postcode) == ("Kroen ApS", "8700")
    if len(blocks) == 1:
        assert one(blocks[0], "side.jsonld").employer == "Kroen ApS"


def test_references_that_lead_nowhere_or_in_a_ring_are_unknown_and_no_error(one):
    ring = [{"@id": "#a", "name": {"@id": "#b"}}, {"@id": "#b", "name": {"@id": "#a"}}]
    for organisation in ({"@id": "#nowhere"}, "#nowhere", "https://kroen.example/#org", {"@id": "#a"}):
        ad = one({"@graph": [*ring, AD | {"hiringOrganization": organisation, "jobLocation": {"@id": "#x"}}]})
        assert (ad.employer, ad.postcode) == (None, None)


def test_references_that_unfold_without_an_end_come_to_one(one):
    nodes = [{"@id": f"#{n}", "skills": [{"@id": f"#{n + 1}"}, {"@id": f"#{n + 1}"}]} for n in range(60)]
    assert one({"@graph": [*nodes, AD | {"qualifications": {"@id": "#0"}}]}).title == "Piccoline"


@pytest.mark.slow
@pytest.mark.parametrize(
    "posting",
    [
        lambda n: [AD | {"skills": ["søger en"] * n}],
        lambda n: [AD | {"skills": [f"evne {k}" for k in range(n)]}],
        lambda n: [AD | {f"felt{k}": "søger piccoline" for k in range(n)}],
        lambda n: [
            {"@id": "#o", "name": "Kro", "description": "ord " * n},
            *[AD | {"identifier": f"a{k}", "hiringOrganization": {"@id": "#o"}} for k in range(n // 100)],
        ],
        lambda n: [AD | {"jobLocation": [{"address": f"Vej {k}, 8700 Horsens"} for k in range(n)]}],
        lambda n: [AD | {"title": "Sum" + " " * n + "x", "jobLocation": "8700 " * n, "identifier": "1 " * n}],
    ],
)
def test_a_posting_takes_time_in_proportion_to_its_length(file, posting):
    def seconds(n):
        path = file({"@graph": posting(n)}, "a.json")
        begun = time.process_time()
        list(vacancies([path]))
        return time.process_time() - begun

    seconds(100)
    assert seconds(40_000) < 12 * seconds(10_000) + 0.5


# --- a line break within a text of JSON ------------------------------------------------------------------------------


@pytest.mark.parametrize("sign", ["\n", "\r\n", "\t"])
@pytest.mark.parametrize("name", ["side.html", "ad.json"])
def test_a_line_break_as_it_is_within_a_text_is_read(one, name, sign):
    text = json.dumps(AD | {"description": "Vi søger@en kok."}, ensure_ascii=False).replace("@en", f"{sign}en")
    content = f'<script type="application/ld+json">{text}</script>' if name == "side.html" else text
    assert one(content, name).description.split() == ["Vi", "søger", "en", "kok."]


@pytest.mark.parametrize(
    "broken", ['{"@type": "JobPosting", "title": "a\nb",}', '{"@type": "JobPosting", "title": "a\n']
)
def test_other_slips_are_refused_with_what_to_do(read, broken):
    [refusal] = read(f'<script type="application/ld+json">{broken}</script>', "side.html")
    assert isinstance(refusal, Refusal)
    assert ".txt" in refusal.said("da")
