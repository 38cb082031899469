"""The glossary has the words of the pages, and the help has the figures that were measured."""

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from service.pages.words import LOCALE, TEMPLATES
from service.phrases import TABLE

ROOT = Path(__file__).parents[2]
GLOSSARY = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
ROWS = [[cell.strip() for cell in line.strip("| ").split(" | ")] for line in GLOSSARY.splitlines() if line[:2] == "| "]
TERMS = [row for row in ROWS if row[0] != "Danish"]
MEASURED = {  # row of the help -> row of the evaluation's table
    "De ti øverste": "nDCG@10, ipsmatch",
    "Det samme for en almindelig ordsøgning": "character TF-IDF",
    "Annoncer, der „peger": "of the ads that point clearly, useful",
    "Annoncer, der passede": "fitting ads left out",
    "Annoncer, hvor timerne": "hours exact",
    "Krav til arbejdsdagen": "demands found (of those found, right)",
}


@pytest.fixture(scope="module")
def said():
    """(Danish, English) of everything that the pages say."""
    with (LOCALE / "en" / "LC_MESSAGES" / "pages.po").open("rb") as file:
        messages = [(m.id, m.string) for m in read_po(file) if m.id]
    pairs = [pair for m in messages for pair in (zip(*m, strict=True) if isinstance(m[0], tuple) else [m])]
    return [(da.casefold(), en.casefold()) for da, en in [*TABLE.values(), *pairs]]


@pytest.mark.parametrize(("danish", "english", "meaning"), TERMS, ids=[row[0] for row in TERMS])
def test_every_word_of_the_glossary_is_said_on_the_pages_in_both_languages(danish, english, meaning, said):
    assert any(danish in da and english in en for da, en in said), (danish, english)
    assert meaning.endswith(".")


def test_what_a_suggestion_is_marked_as_and_where_it_stands_are_in_the_glossary():
    told = {danish for danish, *_ in TERMS}
    marks = [da.casefold() for key, (da, _) in TABLE.items() if key.startswith(("band.", "points."))]
    assert len(marks) == 7
    assert [mark for mark in marks if mark not in told] == []


@pytest.mark.parametrize("row", MEASURED)
def test_the_help_tells_the_figures_of_the_evaluation(row):
    page = (TEMPLATES / "help.html").read_text(encoding="utf-8")
    [told] = [line for line in page.splitlines() if f'_("{row}' in line]
    figures = (ROOT / "docs" / "explain" / "evaluation.md").read_text(encoding="utf-8")
    table = figures.partition("| | fixtures (seen) | training")[2]
    [line] = [line for line in table.splitlines() if line.startswith(f"| {MEASURED[row]} |")][:1]
    seen, _, unseen, real = (re.search(r"\d\.\d+", cell) for cell in line.strip("| ").split(" | ")[1:])
    measured = [round(100 * float(cell.group())) for cell in (seen, unseen, real)]
    assert [int(n) for n in re.findall(r"\d+", told.rpartition("(")[2])] == measured
