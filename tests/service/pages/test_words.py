"""Everything a page says is said in English too, with the same gaps, and nothing that no page says."""

import re

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from service.pages.words import LOCALE, TEMPLATES, environment, quoted

EXTENSIONS = {"extensions": "jinja2.ext.do", "trim_blocks": "true", "lstrip_blocks": "true"}
GAP = re.compile(r"%\(\w+\)s")


@pytest.fixture(scope="module")
def said():
    """Message of the templates -> itself."""
    found = extract_from_dir(TEMPLATES, [("**.html", "jinja2")], {"**.html": EXTENSIONS})
    return {message for _, _, message, _, _ in found}


@pytest.fixture(scope="module")
def english():
    """Message -> its English; of those with a plural, both."""
    with (LOCALE / "en" / "LC_MESSAGES" / "pages.po").open("rb") as file:
        return {m.id: m.string for m in read_po(file, locale="en") if m.id}


def test_every_sentence_has_its_english_and_no_other_stands_there(said, english):
    assert said == english.keys()


def test_the_english_is_whole_and_has_the_same_gaps(english):
    for danish, translated in english.items():
        pairs = zip(danish, translated, strict=True) if isinstance(danish, tuple) else [(danish, translated)]
        for one, other in pairs:
            assert other.strip()
            assert set(GAP.findall(one)) == set(GAP.findall(other))
            assert one.count("%") == other.count("%"), one


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_template_can_be_read(language):
    for path in TEMPLATES.glob("*.html"):
        environment(language).get_template(path.name)


def test_the_pages_speak_the_language_that_was_chosen(visitor):
    me = visitor(None, language="en-GB")
    me.go("/sign-in")
    assert (me.heading, me.page.locator("html").get_attribute("lang")) == ("Sign in", "en")
    me.click("Dansk")
    assert (me.heading, me.page.locator("html").get_attribute("lang")) == ("Log ind", "da")


def test_a_long_quote_is_cut_between_words():
    assert quoted("ord " * 100).endswith("ord …”")
