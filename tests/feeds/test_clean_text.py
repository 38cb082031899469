"""Every ad is cleaned in one way, whatever it came from: it is read, quoted and shown as clean text."""

import html
import json
import re
import textwrap
import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from matcher import reader
from matcher.feeds import Refusal, candidates
from matcher.feeds.cleaning import clean, has_lost_letters, set_right
from matcher.schema import Vacancy

FIXTURES = Path(__file__).parents[2] / "data" / "fixtures"
AD = """Vi søger en køkkenmedhjælper til vores kantine på havnen i Korsør, hvor vi laver frokost til mange gæster.

Arbejdstiden er 15 timer om ugen, mandag til onsdag fra klokken 9 til 14, og du får fri hver eneste weekend hele året.
Du skal have kørekort til personbil, fordi maden bliver kørt ud til to skoler og et hjem. Erfaring er ikke et krav.

Ansøgningsfristen er den 11. december 2026, og vi holder samtaler i ugen efter."""


def facts(description: str) -> dict[str, object]:
    """What is read, without the quotes: those stand in the text as it came out."""
    read = reader.read(Vacancy(id="a", title="Køkkenmedhjælper", description=description))
    quotes = [q for q in (read.hours.quote, read.deadline_quote, *read.schedule_quotes) if q]
    quotes += [item.quote for item in (*read.requirements, *read.demands)]
    assert all(quote in description for quote in quotes)
    plain = read.model_dump(include={"employment", "contract", "schedule", "day_starts", "deadline", "start"})
    demands = sorted(demand.kind for demand in read.demands)
    requirements = sorted((r.kind, r.strength) for r in read.requirements)
    return plain | {"hours": (read.hours.min, read.hours.max), "demands": demands, "requirements": requirements}


def wrapped(text: str, width: int) -> str:
    lines = (textwrap.fill(line, width, break_long_words=False, break_on_hyphens=False) for line in text.split("\n"))
    return "\n".join(lines)


def hyphenated(text: str, width: int) -> str:
    """As paper is set: a word that has no room is begun on the line, with a hyphen."""
    return "\n".join(_set(line.split(), width) for line in text.split("\n"))


def _set(words: list[str], width: int) -> str:
    lines = [""]
    for word in words:
        room = width - len(lines[-1]) - 1
        if len(word) <= room or not lines[-1]:
            lines[-1] = f"{lines[-1]} {word}".strip()
        elif room > 4 and re.fullmatch("[a-zæøå]{7,}", word):
            begun = min(room - 1, len(word) - 3)
            lines[-1] += f" {word[:begun]}-"
            lines.append(word[begun:])
        else:
            lines.append(word)
    return "\n".join(lines)


def quoted(text: str) -> str:
    return "\n".join(f"> {line}" for line in text.split("\n"))


WAYS = {
    "wrapped at 78": lambda text: wrapped(text, 78),
    "wrapped at 60": lambda text: wrapped(text, 60),
    "wrapped at 45": lambda text: wrapped(text, 45),
    "hyphenated": lambda text: hyphenated(text, 64),
    "of Windows": lambda text: text.replace("\n", "\r\n"),
    "quoted": quoted,
    "quoted twice": lambda text: quoted(quoted(text)),
    "quoted and wrapped": lambda text: quoted(wrapped(text, 72)),
    "escaped": html.escape,
    "escaped three times": lambda text: html.escape(html.escape(html.escape(text))),
    "entities": lambda text: "".join(f"&#{ord(sign)};" if ord(sign) > 127 else sign for sign in text),
    "markup": lambda text: "".join(f"<p>{html.escape(line)}</p>" for line in text.split("\n")),
    "escaped markup": lambda text: html.escape("".join(f"<div>{line}</div>" for line in text.split("\n"))),
    "CDATA": lambda text: f"<![CDATA[{text}]]>",
    "breaks as entities": lambda text: text.replace("\n", "&#xa;"),
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "soft hyphens": lambda text: re.sub(r"(\w{4})(?=\w{3})", "\\1\u00ad", text),
    "zero width": lambda text: text.replace("\n", "\n\u200b"),
    "UTF-8 as Windows-1252": lambda text: text.encode().decode("cp1252"),
    "UTF-8 as Latin-1": lambda text: text.encode().decode("latin-1"),
    "hidden": lambda text: f'<p style="display:none">Nattevagt, 37 timer</p><div>{text.replace(chr(10), "<br>")}</div>',
}


@pytest.mark.parametrize("way", WAYS)
def test_the_facts_are_the_same_however_the_ad_was_written(way):
    assert facts(clean(WAYS[way](AD))) == facts(AD) == facts(clean(AD))
    assert facts(AD)["hours"] == (15, 15)
    assert ("driving_licence", "required") in facts(AD)["requirements"]


@pytest.mark.slow
@pytest.mark.parametrize("way", [way for way in WAYS if way != "wrapped at 45"])
def test_the_facts_of_the_fixtures_are_the_same_however_they_were_written(way):
    """Lines of 45 characters part too much for all: five of 150 ads are read otherwise."""
    lines = (FIXTURES / "vacancies.jsonl").read_text(encoding="utf-8").splitlines()[::3]
    ads = [json.loads(line)["description"] for line in lines]
    texts = [clean(ad) for ad in ads if not (way.startswith("UTF-8") and not _is_of_windows(ad))]
    differing = [text for text in texts if facts(clean(WAYS[way](text))) != facts(text)]
    assert len(texts) > 10
    assert [{k: v for k, v in facts(clean(WAYS[way](t))).items() if v != facts(t)[k]} for t in differing] == []


def _is_of_windows(text: str) -> bool:
    try:
        text.encode().decode("cp1252")
    except UnicodeDecodeError:
        return False
    return True


TOKENS = st.sampled_from(
    [
        "a",
        "kø",
        "rekort",
        "Vi",
        " ",
        "\n",
        "\r\n",
        "-\n",
        "> ",
        ">",
        "<",
        "&",
        "&amp;",
        "&lt;",
        "p>",
        "<p>",
        "</p>",
        "<s>",
        "</s>",
        "<b hidden>",
        "</b>",
        "<![CDATA[",
        "]]>",
        "&#xa;",
        "&shy;",
        "\u00ad",
        "a\u030a",
        "Ã¸",
        "Â ",
        "\ufffd",
        "mandag-\nfredag",
        "amp;",
        "#38;",
        "lt;",
        "~~",
        "1\u0336",
        "- ",
        "en linje der er ret lang og ikke er slut",
        "og natarbejde",
        ".",
        ",",
        ":",
        "\t",
    ]
)


@given(st.lists(TOKENS, max_size=40).map("".join))
@example("&amp;shy;amp;lt;p>")
@example("> en linje der er ret lang og ikke er slut\n> a\n>> b")
def test_cleaning_twice_changes_nothing(text):
    assert clean(clean(text)) == clean(text)


# --- what stays ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Forskning & R&D, 5 < 10, og 7 > 3",
        "São Paulo, Château og Þórshöfn: 25 €",
        "Skriv til Bo <bo@kro.example> eller ring",
        "- Rengøring\n- Opvask\n- Anretning",
        "rengøring\nopvask\nanretning",
        "Kok\nTjener\nOpvasker",
        "Løn: efter overenskomst\nstart: 1. marts",
        "Én ting > alt andet",
        "Vi er 12 ansatte\n\nDu er glad",
        "a) kok\nb) smed",
        "Emoji 👩‍🍳 og ½ time",
    ],
)
def test_text_that_is_clean_stays_as_it_is(text):
    assert clean(text) == text


@pytest.mark.parametrize(
    ("parted", "whole"),
    [
        ("kø-\nrekort", "kørekort"),
        ("rengørings-\nassistent", "rengøringsassistent"),
        ("ar-\r\nbejde", "arbejde"),
        ("med-\n   arbejder", "medarbejder"),
        ("vi-\u200b\nkar", "vikar"),
        ("tirsdag-\nlørdag", "tirsdag-lørdag"),
        ("man-\nfre", "man-fre"),
        ("maj-\naugust", "maj-august"),
        ("weekend- og\naftenvagter", "weekend- og\naftenvagter"),
        ("weekend-\nog aftenvagter", "weekend- og aftenvagter"),
        ("e-\nmail", "e-mail"),
        ("T-\nshirt", "T-shirt"),
        ("IT-\nmedarbejder", "IT-medarbejder"),
        ("30-\ntimers", "30-timers"),
        ("full-\ntime", "full-time"),
        ("København-\nMalmø", "København-Malmø"),
    ],
)
def test_a_hyphen_at_the_end_of_a_line_goes_where_it_parts_a_word(parted, whole):
    assert clean(parted) == whole


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>Frist <s>1.</s> 8. december</p>", "Frist 8. december"),
        ("<p>Frist <del>1. maj</del> 8. maj</p>", "Frist 8. maj"),
        ("<p><strike>30</strike> 20 timer</p>", "20 timer"),
        ('<p><span style="text-decoration: line-through">30</span> 20 timer</p>', "20 timer"),
        ("Frist ~~1.~~ 8. december", "Frist 8. december"),
        ("Frist 1\u0336.\u0336 8. december", "Frist 8. december"),
        ("<div hidden>aften<br>nat</div><p>dag</p>", "dag"),
        ('<p>dag<span style="DISPLAY : none">aften <b>nat</b></span></p>', "dag"),
        ('<p style="visibility:hidden">aften</p><p>dag</p>', "dag"),
        ("<p>ca. <u>20</u> <ins>timer</ins> <mark>nu</mark></p>", "ca. 20 timer nu"),
        ('<p style="display:block">dag</p>', "dag"),
        ("ca. ~ 20 timer ~ om ugen", "ca. ~ 20 timer ~ om ugen"),
    ],
)
def test_what_a_page_strikes_out_or_hides_is_no_text(markup, text):
    assert clean(markup) == text


# --- letters of another encoding -------------------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
@pytest.mark.parametrize("word", ["køkkenmedhjælper", "Ærø Kro", "frokost på Åboulevarden", "gæster – også børn"])
def test_letters_that_were_read_in_another_encoding_are_set_right(word, encoding):
    assert set_right(word.encode().decode(encoding)) == word


@pytest.mark.parametrize("text", ["São Paulo", "Crème brûlée", "ÆØÅ æøå", "Ångström â la carte", "Ã", "naïve §5", "Ël"])
def test_letters_of_other_languages_stay(text):
    assert set_right(text) == text


@pytest.mark.parametrize(
    "word", ["k\ufffdkken", "hj\ufffdlper", "\ufffdben", "k›kkenmedhjælper", "k√∏kken", "medhj‘lper", "k¿kken"]
)
def test_an_ad_that_has_lost_letters_is_refused_with_what_to_do(read, word):
    [refusal] = read(json.dumps({"id": "a", "title": "Kok", "description": f"Vi søger en {word} til os."}), "a.jsonl")
    assert isinstance(refusal, Refusal)
    assert (refusal.field, refusal.code) == ("description", "lost_letters")
    assert "UTF-8" in refusal.said("da")


@pytest.mark.parametrize(
    "text", ["Løn \ufffd 150 kr.", "Vi siger ‘velkommen’ til dig", "Se mere › her", "¿Habla español?"]
)
def test_a_sign_beside_words_loses_no_letters(text):
    assert not has_lost_letters(text)


# --- every way in ----------------------------------------------------------------------------------------------------

DIRTY = "<p>Vi s&amp;oslash;ger en k\u00f8-\nkkenmedhj\u00e6lper</p>"
CLEAN = "Vi søger en køkkenmedhjælper"
WAYS_IN = {
    "a.jsonl": json.dumps({"id": "a", "title": "Kok &amp; mere", "description": DIRTY, "employer": "Kro &amp;amp; Co"}),
    "a.json": json.dumps(
        {
            "@type": "JobPosting",
            "title": "Kok &amp; mere",
            "description": DIRTY,
            "hiringOrganization": {"name": "Kro &amp;amp; Co"},
        }
    ),
    "b.json": json.dumps(
        {
            "jobAds": [
                {"jobAdId": "1", "title": "Kok &amp; mere", "description": DIRTY, "hiringOrgName": "Kro &amp;amp; Co"}
            ]
        }
    ),
    "a.csv": f'id;titel;beskrivelse;arbejdsgiver\na;"Kok &amp; mere";"{DIRTY}";"Kro &amp;amp; Co"\n',
    "a.txt": f"Kok &amp; mere\n{DIRTY}",
}


@pytest.mark.parametrize("name", WAYS_IN)
def test_every_feed_gives_the_same_clean_text(one, name):
    ad = one(WAYS_IN[name], name)
    assert (ad.title, ad.description) == ("Kok & mere", CLEAN)
    assert ad.employer in ("Kro & Co", None)


def test_what_may_not_stand_in_an_ad_is_seen_when_it_was_hidden_by_its_writing(read):
    hidden = "Opgaven passer til Mette, der lider af ski&shy;zofreni."
    [refusal] = read(json.dumps({"id": "a", "title": "Kok", "description": hidden}), "a.jsonl")
    assert (refusal.field, refusal.code) == ("description", "health_of_somebody")


def test_an_ad_of_nothing_but_markup_is_refused(read):
    [refusal] = read(json.dumps({"id": "a", "title": "Kok", "description": "<p> </p>"}), "a.jsonl")
    assert refusal.field == "description"


def test_a_candidates_words_are_of_the_letters_that_are_seen(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"id": "a", "goals": ["ba\u030adebygger", "k\u00adok"]}), encoding="utf-8")
    [candidate] = candidates([path])
    assert candidate.goals == ("bådebygger", "kok")


@pytest.mark.parametrize("name", ["people.csv", "people.jsonl"])
def test_a_candidates_words_of_another_encoding_are_set_right(tmp_path, name):
    table = "id;ønsker;ikke_arbejdsgivere\na;køkkenmedhjælper;Ærø Kro\n"
    line = json.dumps(
        {"id": "a", "goals": ["køkkenmedhjælper"], "constraints": {"exclude_employers": ["Ærø Kro"]}},
        ensure_ascii=False,
    )
    path = tmp_path / name
    path.write_text((table if name.endswith("csv") else line).encode().decode("cp1252"), encoding="utf-8")
    [candidate] = candidates([path])
    assert candidate.goals == ("køkkenmedhjælper",)
    assert candidate.constraints.exclude_employers == ("Ærø Kro",)
