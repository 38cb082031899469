"""schema.org JobPosting in the shapes in which it is met."""

import datetime
import json

import pytest

from matcher import reader

AD = {
    "@context": "https://schema.org/",
    "@type": "JobPosting",
    "title": "Kok",
    "description": "<p>Vi søger en kok.</p>",
}


def page(*blocks):
    scripts = "".join(f'<script type="application/ld+json">{b}</script>' for b in blocks)
    return f"<!doctype html><html><head><title>Job</title>{scripts}</head><body><p>Hej</p></body></html>"


@pytest.mark.parametrize(
    "content",
    [
        AD,
        [AD],
        {"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "x"}, AD]},
        {"@type": "WebPage", "mainEntity": {"@type": "ItemList", "itemListElement": [{"item": AD}]}},
        AD | {"@type": ["JobPosting", "Thing"]},
        AD | {"@type": "http://schema.org/JobPosting"},
        AD | {"@type": "schema:JobPosting"},
        AD | {"title": None, "name": "Kok"},
        AD | {"title": {"@value": "Kok", "@language": "da"}},
        AD | {"title": "K&#111;k"},
    ],
)
def test_a_posting_is_found_wherever_it_stands(one, content):
    assert (one(content).title, one(content).description) == ("Kok", "Vi søger en kok.")
    assert one(page(json.dumps(content)), "side.html").title == "Kok"


def test_every_posting_of_a_page_is_read_in_order(read):
    blocks = [json.dumps(AD | {"title": t, "identifier": t}) for t in ("Kok", "Smed")]
    other = json.dumps({"@type": "BreadcrumbList"})
    assert [v.id for v in read(page(blocks[0], other, f"[{blocks[1]}]"), "side.htm")] == ["Kok", "Smed"]


def test_a_posting_inside_a_posting_is_no_ad_of_its_own(one):
    assert one(AD | {"relevantOccupation": AD | {"title": "Smed"}}).title == "Kok"


@pytest.mark.parametrize("wrapped", ["//<![CDATA[\n{}\n//]]>", "<!--\n{}\n-->", "<![CDATA[{}]]>", "\n{};\n"])
def test_what_is_wrapped_round_the_data_is_taken_off(one, wrapped):
    assert one(page(wrapped.replace("{}", json.dumps(AD))), "side.html").title == "Kok"


@pytest.mark.parametrize(
    "description",
    [
        "<p>Vi søger</p><ul><li>en kok</li></ul>",
        "&lt;p&gt;Vi s&oslash;ger&lt;/p&gt;&lt;ul&gt;&lt;li&gt;en kok&lt;/li&gt;&lt;/ul&gt;",
        "&lt;p&gt;Vi s&amp;oslash;ger&lt;/p&gt;&lt;ul&gt;&lt;li&gt;en kok&lt;/li&gt;&lt;/ul&gt;",
        "Vi søger\n\n- en kok",
        ["<p>Vi søger<p>- en kok"],
    ],
)
def test_a_description_is_text_html_or_escaped_html(one, description):
    assert one(AD | {"description": description}).description == "Vi søger\n\n- en kok"


@pytest.mark.parametrize(
    ("types", "full_time", "employment"),
    [
        ("FULL_TIME", True, None),
        ("PART_TIME", False, None),
        (["FULL_TIME", "PART_TIME"], None, None),
        ("FULL_TIME, PART_TIME", None, None),
        ("Full-time", True, None),
        ("Deltid", False, None),
        ("https://schema.org/PART_TIME", False, None),
        ("INTERN", None, "internship"),
        (["PART_TIME", "INTERN"], False, "internship"),
        ("VOLUNTEER", None, "voluntary"),
        ("TEMPORARY", None, None),
        ("CONTRACTOR", None, "unclear"),
        ("OTHER", None, "unclear"),
        (["INTERN", "VOLUNTEER"], None, "unclear"),
        (None, None, None),
        ([], None, None),
        ("", None, None),
    ],
)
def test_types_of_employment(one, types, full_time, employment):
    stated = one(AD | {"employmentType": types}).stated
    assert (stated.full_time, stated.employment) == (full_time, employment)


def test_a_type_that_a_record_has_no_field_for_is_kept_in_the_ad_and_read(one):
    ad = one(AD | {"employmentType": ["FULL_TIME", "TEMPORARY", "NOGET_NYT"]})
    assert ad.description == "Vi søger en kok.\n\nAnsættelsestype: TEMPORARY, NOGET_NYT"
    assert reader.read(ad).contract == "temporary"


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("30 timer om ugen", (30, 30)),
        ("20-25 timer ugentligt", (20, 25)),
        ("37 hours per week", (37, 37)),
        ("ca. 7,5 t/uge", (7.5, 7.5)),
        ("8:00-16:00", (None, None)),
        ("37 timer", (None, None)),
    ],
)
def test_working_hours_are_kept_in_the_ad_and_stated_where_they_are_weekly_hours(one, text, hours):
    ad = one(AD | {"workHours": text})
    assert (ad.stated.weekly_hours_min, ad.stated.weekly_hours_max) == hours
    assert ad.description.endswith(f"\n\nArbejdstid: {text}")


def test_what_is_said_apart_from_the_description_is_kept_and_what_is_said_twice_is_not(one):
    ad = one(AD | {"qualifications": ["<p>Hygiejnebevis</p>", "Kørekort B"], "skills": "en kok"})
    assert ad.description == "Vi søger en kok.\n\nKvalifikationer: Hygiejnebevis\nKørekort B"


def place(code, country=None, town=None):
    return {"@type": "Place", "address": {"postalCode": code, "addressCountry": country, "addressLocality": town}}


@pytest.mark.parametrize(
    ("location", "postcode"),
    [
        (place("8700", "DK"), "8700"),
        (place(8700, "Danmark"), "8700"),
        (place("DK-8700", {"name": "DK"}), "8700"),
        (place("8700"), "8700"),
        ([place("8700", "DK")], "8700"),
        ([place("8700", "DK"), place("8700", "DK")], "8700"),
        ([place("8700", "DK"), place("8000", "DK")], None),
        ([place("8700", "DK"), "Hele landet"], None),
        (place("21120", "SE"), None),
        (place("1050", "NO"), None),
        (place("SW1A 1AA"), None),
        (place("", "DK"), None),
        ("Engvej 2, 8700 Horsens", "8700"),
        ("Horsens", "8700"),
        ({"address": "Engvej 2, DK-8700 Horsens"}, "8700"),
        ({"address": ["Engvej 2, 8700 Horsens"]}, "8700"),
        ({"@type": "Place", "name": "Kroen"}, None),
        (None, None),
        ([], None),
        ({}, None),
        ([None], None),
        (7, None),
    ],
)
def test_a_workplace_has_a_postcode_where_there_is_one_and_it_is_danish(one, location, postcode):
    assert one(AD | {"jobLocation": location}).postcode == postcode


def test_several_workplaces_are_named_in_the_ad(one):
    ad = one(AD | {"jobLocation": [place("8700", "DK", "Horsens"), place("8000", "DK", "Aarhus C")]})
    assert ad.description.endswith("\nArbejdssted: 8700 Horsens; 8000 Aarhus C")


def test_work_from_home_has_no_fixed_workplace(one):
    ad = one(AD | {"jobLocationType": "TELECOMMUTE"})
    assert ad.no_fixed_workplace is True
    assert "hjemmefra (TELECOMMUTE)" in ad.description


@pytest.mark.parametrize(
    ("fields", "id_"),
    [
        ({"identifier": "a1"}, "a1"),
        ({"identifier": 17}, "17"),
        ({"identifier": {"value": "a1", "name": "Kro"}}, "a1"),
        ({"identifier": {"@type": "PropertyValue", "value": 17}}, "17"),
        ({"identifier": ["a1", "a2"]}, "a1"),
        ({"url": "https://example.org/1"}, "https://example.org/1"),
        ({"identifier": "", "@id": "https://example.org/1"}, "https://example.org/1"),
        ({"mainEntityOfPage": {"@id": "https://example.org/1"}}, "https://example.org/1"),
    ],
)
def test_an_id_is_the_identifier_or_the_address(one, fields, id_):
    assert one(AD | fields).id == id_


def test_without_either_the_id_follows_from_the_text(one):
    first, same, other = one(AD), one(AD), one(AD | {"title": "Smed"})
    assert first.id == same.id != other.id


@pytest.mark.parametrize(
    "employer", ["Kroen", {"@type": "Organization", "name": "Kroen"}, [{"name": "Kroen"}], {"name": ["Kroen"]}]
)
def test_an_employer_is_a_name_or_an_organisation(one, employer):
    assert one(AD | {"hiringOrganization": employer}).employer == "Kroen"


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2026-12-31", (2026, 12, 31)),
        ("2026-12-31T23:59:59+01:00", (2026, 12, 31)),
        ("2026-12-31T23:59:59.000Z", (2026, 12, 31)),
        ("2026-11-30T23:00:00Z", (2026, 12, 1)),
        ("2026-06-30T22:00:00.000Z", (2026, 7, 1)),
        ("2026-12-31 23:59", (2026, 12, 31)),
        ("31-12-2026", (2026, 12, 31)),
        ("31.12.2026", (2026, 12, 31)),
    ],
)
def test_a_deadline_may_have_a_time(one, written, date):
    assert one(AD | {"validThrough": written}).deadline == datetime.date(*date)


@pytest.mark.parametrize("salary", [None, 150, "150 kr.", {"value": {"value": 150}}, {"currency": None}, [[]]])
def test_pay_is_no_matter_of_ours_in_whatever_shape(one, salary):
    assert one(AD | {"baseSalary": salary}).title == "Kok"


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"title": None}, (1, "title", "missing")),
        ({"title": 7}, (1, "title", "string_type")),
        ({"description": "<p></p>"}, (1, "description", "missing")),
        ({"validThrough": "snarest"}, (1, "validThrough", "iso_date")),
        ({"validThrough": "2026-02-31"}, (1, "validThrough", "date_from_datetime_parsing")),
        ({"datePosted": 1764547200}, (1, "datePosted", "iso_date")),
        ({"jobLocation": place("87", "DK")}, (1, "postcode", "postcode")),
    ],
)
def test_a_posting_with_something_wrong_is_refused_by_name(refused, fields, told):
    assert refused(AD | fields) == [told]


@pytest.mark.parametrize(
    "broken",
    ['{"@type": "JobPosting",}', '{"@type": "JobPosting", "title": a\nb"}', '{"JobPosting": "\x01"}', '{"JobPosting'],
)
def test_data_that_is_no_json_is_refused_and_the_rest_of_the_page_is_read(read, broken):
    refusal, ad = read(page(broken, json.dumps(AD)), "side.html")
    assert (refusal.row, refusal.code) == (1, "json_file")
    assert "linje" in refusal.said("da")
    assert ad.title == "Kok"


def test_data_about_something_else_that_is_no_json_is_no_matter_of_ours(one):
    assert one(page('{"@type": "WebSite",}', json.dumps(AD)), "side.html").title == "Kok"


@pytest.mark.parametrize("content", [page(), page('{"@type": "WebSite"}'), page('{"@type": "WebSite",}'), "<p>Hej"])
def test_a_page_without_a_posting_is_refused_once_with_what_to_do(read, content):
    [refusal] = read(content, "side.html")
    assert refusal.code == "no_posting"
    assert ".txt" in refusal.said("da")


def test_json_ld_without_a_posting_is_refused(refused):
    assert refused({"@context": "https://schema.org", "@type": "WebSite"}) == [(1, "-", "no_posting")]
