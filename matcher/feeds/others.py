"""Recognises files of other systems by what only they contain. The refusal names the system and says what to do
instead."""

import re
from collections.abc import Iterator

from matcher.feeds.rows import Fault, from_text

# Fields of an ad or of the list around it -> their system. The fields of an entry occur together in no other system's
# ads. From the public descriptions of each system's API.
SYSTEMS: tuple[tuple[frozenset[str], str], ...] = tuple(
    (frozenset(fields.split()), name)
    for fields, name in (
        ("_feed_entry", "NAV (arbeidsplassen.no)"),
        ("ad_content", "NAV (arbeidsplassen.no)"),
        ("workLocations engagementtype", "NAV (arbeidsplassen.no)"),
        ("occupationCategories jobtitle", "NAV (arbeidsplassen.no)"),
        ("workLocations occupationCategories", "NAV (arbeidsplassen.no)"),
        ("headline workplace_address", "Arbetsförmedlingen (JobTech)"),
        ("headline application_deadline", "Arbetsförmedlingen (JobTech)"),
        ("headline webpage_url", "Arbetsförmedlingen (JobTech)"),
        ("annonsid annonsrubrik", "Arbetsförmedlingen (JobTech)"),
        ("jvs numberRecords", "EURES"),
        ("euresFlag", "EURES"),
        ("jvProfiles", "EURES"),
        ("locationMap jobCategoriesCodes", "EURES"),
        ("adref redirect_url", "Adzuna"),
        ("redirect_url salary_is_predicted", "Adzuna"),
        ("absolute_url internal_job_id", "Greenhouse"),
        ("absolute_url requisition_id", "Greenhouse"),
        ("absolute_url updated_at", "Greenhouse"),
        ("hostedUrl categories", "Lever"),
        ("hostedUrl applyUrl", "Lever"),
        ("descriptionPlain categories", "Lever"),
        ("externalPath bulletFields", "Workday"),
        ("externalPath locationsText", "Workday"),
        ("jobPostingInfo", "Workday"),
        ("jobReqId externalUrl", "Workday"),
        ("careersite-job-url", "Teamtailor"),
        ("human-status pitch", "Teamtailor"),
        ("careersite-job-apply-url", "Teamtailor"),
        ("refNumber releasedDate", "SmartRecruiters"),
        ("releasedDate typeOfEmployment", "SmartRecruiters"),
        ("careers_url careers_apply_url", "Recruitee"),
        ("careers_apply_url", "Recruitee"),
        ("descriptionHtml isListed", "Ashby"),
        ("jobUrl applyUrl", "Ashby"),
        ("ApplicationFormUrl", "HR-manager (Talentech)"),
        ("ApplicationFormUrlSecure", "HR-manager (Talentech)"),
        ("ApplicationDue PositionLocation", "HR-manager (Talentech)"),
        ("Advertisements ApplicationDue", "HR-manager (Talentech)"),
        ("vacancyId deadlineUTC", "Emply"),
        ("vacancyId mediaId", "Emply"),
        ("jobId vacancyId", "Emply"),
        ("entityUrn", "LinkedIn"),
        ("trackingUrn", "LinkedIn"),
        ("jobPostingId formattedLocation", "LinkedIn"),
        ("linkedInApplyUrl", "LinkedIn"),
        ("jobkey jobtitle", "Indeed"),
        ("jobkey formattedLocation", "Indeed"),
        ("PositionOpening", "HR Open (HR-XML)"),
        ("positionOpening", "HR Open (HR-XML)"),
        ("PositionProfile", "HR Open (HR-XML)"),
        ("positionProfiles", "HR Open (HR-XML)"),
        ("stellenangebote", "Bundesagentur für Arbeit"),
        ("refnr arbeitgeber", "Bundesagentur für Arbeit"),
        ("jsonfeed", "JSON Feed"),
    )
)
ADDRESSES = {  # web addresses in a value of a list or an ad
    "adzuna": "Adzuna",
    "jsonfeed.org": "JSON Feed",
    "jobtechdev.se": "Arbetsförmedlingen (JobTech)",
    "arbetsformedlingen.se": "Arbetsförmedlingen (JobTech)",
    "arbeidsplassen.nav.no": "NAV (arbeidsplassen.no)",
    "greenhouse.io": "Greenhouse",
    "jobs.lever.co": "Lever",
    "teamtailor": "Teamtailor",
    "myworkdayjobs": "Workday",
    "emply.com": "Emply",
    "hr-manager.net": "HR-manager (Talentech)",
    "linkedin.com": "LinkedIn",
    "indeed.com": "Indeed",
    "eures.europa.eu": "EURES",
    "europa.eu/eures": "EURES",
}
MARKUP: tuple[tuple[str, str], ...] = (  # start of an XML file -> its kind
    (r"<rss\b", "RSS"),
    (r"<rdf:RDF\b", "RSS"),
    (r"<feed\b", "Atom"),
    (r"hr-xml|<PositionOpening|<PositionPosting|<StaffingOrder", "HR Open (HR-XML)"),
    (r"<(?:workzag|personio)", "Personio"),
    (r"<partnerJobId|linkedin", "LinkedIn"),
    (r"<publisherurl|<referencenumber|<source>\s{0,20}<publisher|<source>\s{0,20}<job>", "Indeed (XML)"),
    (r"emply", "Emply"),
    (r"hr-manager|<ApplicationDue", "HR-manager (Talentech)"),
    (r"teamtailor", "Teamtailor"),
    (r"jobtechdev|arbetsformedlingen", "Arbetsförmedlingen (JobTech)"),
    (r"arbeidsplassen", "NAV (arbeidsplassen.no)"),
    (r"eures", "EURES"),
    (r"<\?xml", "XML"),
)
# First bytes of files without text -> the code and the name of a refusal. OLE2 is the Office format before 2007.
ZIP, OLE2 = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SIGNS: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF", "other_document", "PDF"),
    (b"{\\rtf", "other_document", "RTF"),
    (b"\x89PNG", "other_picture", "PNG"),
    (b"\xff\xd8\xff", "other_picture", "JPEG"),
    (b"GIF8", "other_picture", "GIF"),
    (b"BEGIN:VCALENDAR", "other_calendar", "iCal"),
    (b"\x1f\x8b", "other_packed", "gzip"),
    (b"7z\xbc\xaf", "other_packed", "7z"),
    (b"Rar!", "other_packed", "rar"),
)
IN_ZIP = (  # a name within a packed file -> its kind
    (b"xl/", "other_sheet", "Excel (.xlsx)"),
    (b"word/", "other_document", "Word (.docx)"),
    (b"ppt/", "other_document", "PowerPoint (.pptx)"),
    (b"opendocument.spreadsheet", "other_sheet", "OpenDocument (.ods)"),
    (b"opendocument.text", "other_document", "OpenDocument (.odt)"),
    (b"Index/", "other_sheet", "Numbers"),
)
HEADS = re.compile(  # header of a saved mail, at the start of a line
    rb"(?:Return-Path|Received|Delivered-To|MIME-Version|Message-ID|X-[\w-]{1,40}|DKIM-Signature): ", re.IGNORECASE
)
MHTML = re.compile(rb"multipart/related", re.IGNORECASE)
FEWEST_HEADS = 2


def kind_of_file(start: bytes, suffix: str = "") -> Fault | None:
    """The kind of a file that is not readable as vacancies, by its first bytes; mail also by its suffix. None for other
    files.

    >>> kind_of_file(b"%PDF-1.7").allowed, kind_of_file(b"From: a", ".eml").code, kind_of_file(b"id;titel") is None
    ({'name': 'PDF'}, 'other_mail', True)
    """
    if start.startswith(ZIP):
        kind = next(((code, name) for inner, code, name in IN_ZIP if inner in start), ("other_packed", "zip"))
    elif start.startswith(OLE2):
        kind = ("other_office", "Office (.xls, .doc, .msg)")
    else:
        bare = start.removeprefix(b"\xef\xbb\xbf").lstrip()
        kind = next(((code, name) for sign, code, name in SIGNS if bare.startswith(sign)), ("", ""))
        heads = len([line for line in bare.splitlines() if HEADS.match(line)]) if HEADS.match(bare) else 0
        if heads >= FEWEST_HEADS or (suffix == ".eml" and not kind[0]):
            kind = ("other_mail", "MHTML" if MHTML.search(bare) else "e-mail (.eml)")
    return Fault(1, "-", kind[0], {"name": kind[1]}) if kind[0] else None


def system_of(value: object) -> str | None:
    """The system that a JSON ad, or list of ads, comes from; None if unknown.

    >>> system_of({"jobs": [{"absolute_url": "https://x.example/1", "internal_job_id": 7}]}), system_of({"id": "a"})
    ('Greenhouse', None)
    """
    if isinstance(value, bytes):
        value = from_text(value.decode("utf-8", "replace"))
    objects = list(_outer(value))
    fields = {key for item in objects for key in item}
    named = next((name for needed, name in SYSTEMS if needed <= fields), None)
    texts = [
        text for item in objects for text in item.values() if isinstance(text, str) and len(text) < LONGEST_ADDRESS
    ]
    return named or next((name for part, name in ADDRESSES.items() for text in texts if part in text.lower()), None)


LONGEST_ADDRESS, DEEPEST_LIST = 2_000, 4


def _outer(value: object, depth: int = 0) -> Iterator[dict[str, object]]:
    """The object itself, then the first object of each list and each nested object."""
    if isinstance(value, list):
        yield from _outer(value[0] if value else None, depth)
    elif isinstance(value, dict) and depth < DEEPEST_LIST:
        yield value
        for inner in value.values():
            yield from _outer(inner, depth + 1)


def system_of_markup(text: str) -> str | None:
    """The kind of an XML file; None for an ordinary page.

    >>> system_of_markup('<?xml version="1.0"?><rss version="2.0">'), system_of_markup("<!doctype html><p>Hej")
    ('RSS', None)
    """
    start = text[:4096]
    if not re.match(
        r"\s*<(?:\?xml|rss|rdf:RDF|feed|source|jobs?\b|workzag|PositionOpening|[\w:]{1,40}\s+xmlns)", start
    ):
        return None
    if re.search(r"<html\b", start, re.IGNORECASE):
        return None
    return next((name for pattern, name in MARKUP if re.search(pattern, start, re.IGNORECASE)), None)
