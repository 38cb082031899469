"""Files of other systems are refused by their name, with what to do instead."""

import io
import json
import zipfile

import pytest

from matcher.feeds import Refusal, candidates, vacancies

JSON = {
    "NAV": {
        "content": [{"uuid": "u", "title": "Kokk", "workLocations": [{"postalCode": "1450"}], "engagementtype": "Fast"}]
    },
    "arbeidsplassen": {"items": [{"id": "u", "title": "Kokk", "_feed_entry": {"status": "ACTIVE"}}]},
    "JobTech": {"total": {"value": 1}, "hits": [{"id": "1", "headline": "Kock", "workplace_address": {}}]},
    "EURES": {"numberRecords": 1, "jvs": [{"id": "x", "title": "Cook", "locationMap": {"DK": ["DK042"]}}]},
    "Adzuna": {
        "__CLASS__": "Adzuna::API::Response::JobSearchResults",
        "results": [{"adref": "x", "redirect_url": "y"}],
    },
    "Greenhouse": {"jobs": [{"absolute_url": "https://x.example/1", "internal_job_id": 1, "title": "Kok"}]},
    "Lever": [{"id": "u", "text": "Kok", "hostedUrl": "https://x.example/1", "categories": {"team": "Køkken"}}],
    "Workday": {"total": 1, "jobPostings": [{"title": "Kok", "externalPath": "/job/1", "bulletFields": ["JR1"]}]},
    "Teamtailor": {
        "data": [{"id": "1", "type": "jobs", "attributes": {"title": "Kok"}, "links": {"careersite-job-url": "x"}}]
    },
    "SmartRecruiters": {"content": [{"id": "1", "name": "Kok", "refNumber": "R1", "releasedDate": "2026-11-20"}]},
    "HR-manager": {
        "Items": [{"Id": 1, "Name": "Kok", "ApplicationDue": "2026", "PositionLocation": {"Name": "Horsens"}}]
    },
    "Emply": [{"vacancyId": "v", "jobId": "j", "title": {"localization": [{"locale": "da-DK", "value": "Kok"}]}}],
    "LinkedIn": {"elements": [{"entityUrn": "urn:li:jobPosting:1", "title": "Kok"}]},
    "Indeed": {"results": [{"jobkey": "k", "jobtitle": "Kok", "company": "Kroen"}]},
    "HR Open": {"PositionOpening": {"PositionProfile": {"PositionTitle": "Kok"}}},
    "Bundesagentur": {"stellenangebote": [{"beruf": "Koch", "refnr": "1", "arbeitgeber": "Gasthof"}]},
}
XML = {
    "RSS": '<?xml version="1.0"?><rss version="2.0"><channel><item><title>Kok</title></item></channel></rss>',
    "Atom": '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>Kok</title></entry></feed>',
    "Indeed": '<?xml version="1.0"?><source><publisher>Kroen</publisher><job><title>Kok</title></job></source>',
    "HR-XML": '<PositionOpening xmlns="http://ns.hr-xml.org/2007-04-15"><PositionPosting/></PositionOpening>',
    "Personio": '<?xml version="1.0"?><workzag-jobs><position><name>Kok</name></position></workzag-jobs>',
    "XML": '<?xml version="1.0"?><stillinger><stilling>Kok</stilling></stillinger>',
}


def refusals_of(path):
    found = list(vacancies([path]))
    assert all(isinstance(one, Refusal) for one in found)
    return found


@pytest.mark.parametrize("name", JSON)
def test_json_of_another_system_is_named(file, name):
    [refusal] = refusals_of(file(JSON[name], "feed.json"))
    for language in ("da", "en"):
        assert name in refusal.said(language)
        assert ".txt" in refusal.said(language)
        assert "CSV" in refusal.said(language)


@pytest.mark.parametrize("name", ["Lever", "Emply"])
def test_each_of_another_systems_lines_is_named(file, name):
    lines = "\n".join(json.dumps(ad) for ad in JSON[name] * 3)
    assert [r.code for r in refusals_of(file(lines, "feed.jsonl"))] == ["other_system"] * 3


@pytest.mark.parametrize("suffix", [".xml", ".rss", ""])
@pytest.mark.parametrize("name", XML)
def test_xml_of_another_system_is_named(file, name, suffix):
    [refusal] = refusals_of(file(XML[name], f"feed{suffix}"))
    assert name in refusal.said("da")


def packed(inner):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as pack:
        pack.writestr("[Content_Types].xml", "<x/>")
        pack.writestr(inner, "<x/>")
    return content.getvalue()


MAIL = (
    b"Return-Path: <job@kroen.example>\r\nReceived: by mail\r\nMIME-Version: 1.0\r\nSubject: Kok\r\n\r\nVi soeger.\r\n"
)
SCRIPT = '<script type="application/ld+json">{"@type": "JobPosting", "title": "Kok", "description": "RSS"}'


@pytest.mark.parametrize(
    ("content", "name", "todo"),
    [
        (packed("xl/workbook.xml"), "Excel", "CSV"),
        (packed("word/document.xml"), "Word", ".txt"),
        (packed("a/ad.json"), "zip", "pak den ud"),
        (b"%PDF-1.7\n\xff\xff", "PDF", ".txt"),
        (MAIL, "e-mail", ".txt"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), ".msg", ".txt"),
        (b"{\\rtf1 Vi", "RTF", ".txt"),
        (b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", "iCal", ".txt"),
        (b"\x89PNG\r\n\x1a\n" + bytes(90), "PNG", ".txt"),
    ],
)
@pytest.mark.parametrize("suffix", [".csv", ".txt", ".json", ".xlsx", ".eml", ""])
def test_a_file_that_is_no_text_is_named_whatever_it_is_called(file, content, name, todo, suffix):
    path = file(content, f"annonce{suffix}")
    for refusals in (refusals_of(path), list(candidates([path]))):
        [refusal] = refusals
        assert name in refusal.said("da")
        assert todo in refusal.said("da")


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (
            [
                {
                    "id": "a",
                    "title": "Kok",
                    "description": "Se greenhouse.io",
                    "url": "https://boards.greenhouse.io/kroen",
                }
            ],
            "a.json",
        ),
        ({"jobAds": [{"jobAdId": "j", "title": "Kok", "description": "Vi bruger Teamtailor."}]}, "a.json"),
        (
            {"@type": "JobPosting", "title": "Kok", "description": "x", "sameAs": "https://jobs.lever.co/kroen"},
            "a.json",
        ),
        ("Kok\nFrom: vi søger en kok\nSubject: intet", "a.txt"),
        ("Return-Path: er en god titel\nVi søger en kok", "a.txt"),
        (f"<html>{SCRIPT}</script>", "a.html"),
    ],
)
def test_an_ad_of_ours_that_names_another_system_is_read(file, content, name):
    [ad] = vacancies([file(content, name)])
    assert not isinstance(ad, Refusal)


def test_what_is_only_wrong_is_refused_by_field_as_before(file):
    [refusal] = refusals_of(file([{"id": "a", "title": "Kok"}], "a.json"))
    assert (refusal.field, refusal.code) == ("description", "missing")
