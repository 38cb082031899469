"""Twice as much text takes about twice as long, wherever text comes in: one ad or one statement holds up nobody else.

Each entry of the engine gets 10,000 characters of each shape, and 20,000 and 80,000 if that takes long enough to
measure. Shapes are a comment that never ends, combining marks, digits, quotation marks, words that many rules begin
with. Some once took time by the square of their length (marked); the others are like them.
"""

import contextlib
import json
import math
import re
import time
from collections.abc import Callable

import pytest

from matcher import feeds, reader
from matcher.feeds import markup
from matcher.privacy import forbidden
from matcher.privacy.ads import forbidden_in_ad
from matcher.privacy.named import forbidden_in_name
from matcher.privacy.pronouns import neutralise_pronouns
from matcher.schema import Candidate, Correction, Vacancy

pytestmark = [pytest.mark.slow, pytest.mark.thorough]

SHORT = 10_000  # characters; then twice and eight times as many
FLOOR = 0.6  # seconds: a shape that takes less for 80,000 characters, even by the square, is passed over
SLOW = 4  # entries with many rules get a fourth of the characters: the guard reads 10,000 in a tenth of a second
EVEN = 2.4  # times as long for twice the text: still in proportion
WORST = 1.6  # exponent over the last two doublings; 1 is proportion, 2 the square

# (before, what is repeated, after)
SHAPES = {
    "comment": ("", "<!--", ""),  # the square, until it was found with str.find
    "comment with words": ("", "<!-- a ", ""),
    "escaped comment": ("", "&lt;!--", ""),
    "comment in a page": ("<p>a</p>", "<!-- <!", "-->"),
    "open tag": ("", "<a ", ""),
    "open tag that ends": ("", "<a ", ">"),
    "open attribute": ("", "<a href='", ""),
    "nested": ("", "<div>", "</b>"),
    "nested, closed by others": ("<ul>", "<li><b>", "</p>"),
    "references": ("", "&#1", ""),
    "escaped many times": ("", "&amp;amp;", ""),
    "combining marks": ("a", "\u0301\u0316", "psykose"),  # the square, until words were cut before they are composed
    "combining marks, three": ("a", "\u0316\u0301\u0327", ""),
    "decomposed å": ("", "a\u030a", ""),
    "zero width": ("a", "\u200b", "b"),
    "soft hyphens": ("a", "\u00ad", "b"),
    "one word": ("", "psykosekørekort", ""),
    "digits": ("", "1", ""),
    "digits and points": ("", "1.", ""),
    "digits and hyphens": ("", "1-", ""),
    "postcode and spaces": ("8700", " ", "\nx"),
    "name and spaces": ("a", " ", "x"),  # the square in the languages of a table
    "space": ("", " ", ""),
    "line break": ("", "\n", "x"),
    "CPR numbers": ("", "010185-1234 ", ""),
    "telephones": ("+45 ", "12 34 56 78 ", ""),
    "at": ("", "a@", ""),
    "addresses of mail": ("", "a.b@c ", ""),
    "handles": ("insta ", "a_", ""),
    "addresses of the web": ("", "http://a.b/c", ""),
    "quotes": ("", '"', ""),
    "brackets": ("", "(a", ""),
    "semicolons": ("", "id;", ""),
    "points": ("", ".", ""),  # the square in the name of a field
    "clock": ("", "kl. 8-", ""),
    "hours": ("", "30-37 timer ", ""),
    "weekdays": ("", "mandag og ", ""),
    "licence": ("", "kørekort ", ""),
    "denial": ("", "ikke ", ""),
    "agency": ("", "vikar ", ""),
    "months": ("ansøgningsfrist ", "1. december ", ""),
    "I am": ("", "jeg er ", ""),
    "illnesses": ("jeg har ", "adhd ", ""),  # the square in a name, while it was written
    "somebody ill": ("", "Mette, har angst ", ""),
    "names": ("", "Mette Hansen ", "har adhd"),
}


def a_feed(name: str, content: Callable[[str], str], read=feeds.vacancies):
    """An entry that writes a file and reads it."""

    def run(text, folder):
        path = folder / name
        path.write_text(content(text), encoding="utf-8")
        list(read([path]))

    return run


def of(function):
    return lambda text, _: function(text)


def as_json(record) -> str:
    return json.dumps(record, ensure_ascii=False)


def quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"'


def ad(text: str) -> Vacancy:
    return Vacancy.model_construct(id="a", title="Kok", description=text)


def posting(text: str) -> dict[str, object]:
    every = (
        "title",
        "description",
        "workHours",
        "qualifications",
        "hiringOrganization",
        "jobLocation",
        "url",
        "employmentType",
        "validThrough",
        "datePosted",
        "inLanguage",
        "jobLocationType",
    )
    return {"@type": "JobPosting", "identifier": "1", **dict.fromkeys(every, text)}


def jobnet(text: str) -> dict[str, object]:
    every = (
        "title",
        "body",
        "hiringOrgName",
        "postalCode",
        "country",
        "municipality",
        "publicationDate",
        "WorkHours",
        "applicationDeadline",
        "workHourMin",
        "jobAnnouncementType",
        "DriverLicense",
    )
    return {"jobAdId": "1", "job": {"shifts": text, "employmentDate": text}, **dict.fromkeys(every, text)}


def person(text: str) -> dict[str, object]:
    return {"id": "a", "goals": [text], "constraints": {"postcode": text, "earliest_start": text}}


TABLE = "titel;beskrivelse;arbejdsgiver;postnr;frist;timer_min;tider;kørekort;ansættelsesform\n"
LIMITS = "id;ønsker;sprog;mødetid_tidligst;transport_minutter;ikke_tider;undgå\n"
ENTRIES = {
    "JSON Lines": a_feed("a.jsonl", lambda text: as_json({"id": "a", "title": text, "description": text})),
    "a field's name": a_feed("a.jsonl", lambda text: as_json({"id": "a", "title": "a", "description": "b", text: 1})),
    "Jobnet": a_feed("a.json", lambda text: as_json({"jobAds": [jobnet(text)]})),
    "JobPosting": a_feed("a.json", lambda text: as_json(posting(text))),
    "a page": a_feed(
        "a.html", lambda text: f'{text}<script type="application/ld+json">{as_json(posting(text))}</script>'
    ),
    "a page's data": a_feed(
        "a.html", lambda text: f'<script type="application/ld+json">{text} JobPosting {text}</script>'
    ),
    "a table": a_feed("a.csv", lambda text: TABLE + ";".join([quoted(text)] * 9) + "\n"),
    "a table's header": a_feed("a.csv", lambda text: f"titel;beskrivelse;{text};{quoted(text)}\na;b;c;d\n"),
    "a table as it is": a_feed("a.csv", str),
    "a pasted ad": a_feed("a.txt", lambda text: f"Kok\n{text}"),
    "JSON as it is": a_feed("a.json", str),
    "JSON Lines as they are": a_feed("a.jsonl", str),
    "candidates": a_feed("a.jsonl", lambda text: as_json(person(text)), feeds.candidates),
    "candidates in a table": a_feed(
        "a.csv", lambda text: LIMITS + ";".join(["a", *[quoted(text)] * 6]) + "\n", feeds.candidates
    ),
    "facts of an ad": of(lambda text: reader.read(ad(text))),
    "passages of an ad": of(lambda text: reader.passages(ad(text))),
    "statements": of(forbidden),
    "names": of(forbidden_in_name),
    "ads": of(forbidden_in_ad),
    "he and she": of(neutralise_pronouns),
    "markup": of(markup.plain),
    "JSON in markup": of(markup.json_ld),
    "a candidate's record": of(lambda text: refused(Candidate, {"id": text, "constraints": {text: text}})),
    "a vacancy's record": of(
        lambda text: refused(Vacancy, {"id": text, "title": text, "description": text, "url": text, "employer": text})
    ),
    "a correction": of(
        lambda text: refused(
            Correction, {"requirements": [{"kind": "skill", "strength": "required", "what": text}], "postcode": text}
        )
    ),
}
MANY_RULES = {
    "statements",
    "names",
    "candidates",
    "candidates in a table",
    "facts of an ad",
    "Jobnet",
    "JobPosting",
    "a page",
    "a table",
}


def refused(record, fields) -> None:
    """Validate, and ignore a refusal."""
    with contextlib.suppress(ValueError):
        record.model_validate(fields)


def seconds(run, shape, length, folder) -> float:
    before, repeated, after = shape
    text = before + repeated * (length // len(repeated)) + after
    begun = time.process_time()
    run(text, folder)
    return time.process_time() - begun


def exponent(run, shape, folder, short=SHORT) -> float:
    """The power of a shape's length by which its time grows; 1 if the time is short, or grows in proportion."""
    least = seconds(run, shape, short, folder)
    if least * 64 < FLOOR * (short / SHORT) ** 2:
        return 1
    twice = seconds(run, shape, 2 * short, folder)
    if twice < EVEN * least:
        return 1
    twice = min(twice, seconds(run, shape, 2 * short, folder))
    return math.log2(min(seconds(run, shape, 8 * short, folder) for _ in range(2)) / twice) / 2


@pytest.mark.parametrize("entry", ENTRIES)
def test_time_grows_with_the_text_and_not_with_its_square(entry, tmp_path):
    short = SHORT // (SLOW if entry in MANY_RULES else 1)
    powers = {name: exponent(ENTRIES[entry], shape, tmp_path, short) for name, shape in SHAPES.items()}
    assert {name: round(power, 1) for name, power in powers.items() if power > WORST} == {}


def test_a_quadratic_search_is_noticed(tmp_path):
    slow = re.compile(r"<!--.*?-->", re.DOTALL)
    assert exponent(of(slow.search), SHAPES["comment"], tmp_path, 2_500) > WORST
    assert exponent(of(len), SHAPES["comment"], tmp_path, 2_500) == 1
