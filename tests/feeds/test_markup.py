"""HTML to the text that a reader of it would see."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.feeds.markup import LONGEST_MARKUP, json_ld, plain


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>En</p><p>To</p>", "En\n\nTo"),
        ("En<br>to<br/>tre", "En\nto\ntre"),
        ("<div>En</div>\n\n<div>to</div>", "En\nto"),
        ("<ul><li>en</li><li>to</li></ul>", "- en\n- to"),
        ("<ul><li><p>en</p></li><li><p>to</p></li></ul>", "- en\n- to"),
        ("<ul><li>en<li>to", "- en\n- to"),
        ("Før<ol><li>en</ol>efter", "Før\n- en\n\nefter"),
        ("<ul><li></li></ul><p>efter</p>", "efter"),
        ("<h2>Om os</h2>Vi er <b>fem</b> og <i>glade</i>.", "Om os\n\nVi er fem og glade."),
        ("<p>a</p><p>&nbsp;</p><p></p><br><br><br><p>b</p>", "a\n\nb"),
        ("s&oslash;ger &amp; finder&#33; 5 &lt; 6", "søger & finder! 5 < 6"),
        ("<p>Før</p><script>alert('<p>x</p>')</script><style>p {}</style><!-- skjult --><p>efter</p>", "Før\n\nefter"),
        ("<table><tr><td>Mandag</td><td>7-15</td></tr><tr><td>Tirsdag</td></tr></table>", "Mandag 7-15\nTirsdag"),
        ("<pre>a\n  b</pre>", "a\nb"),
        ("en<!-- skjult -->to", "ento"),
        ("5 <!-- åben &amp; lang", "5 <!-- åben & lang"),
        ("a &#65; b &#" + "1" * 5000 + "; c", "a A b c"),  # a number that Python reads none of
        ("<p>over\nto linjer</p>", "over to linjer"),
        ("arbejds\u00adgiver\u200b og\u00a0du", "arbejdsgiver og du"),
        ("&lt;p&gt;Vi s&amp;oslash;ger&lt;/p&gt;&lt;p&gt;en kok&lt;/p&gt;", "Vi søger\n\nen kok"),
        ("a\x00b\x01c", "abc"),
        ("", ""),
        ("  ", ""),
        ("<p></p>", ""),
    ],
)
def test_markup_becomes_the_text_that_is_seen(markup, text):
    assert plain(markup) == text


@pytest.mark.parametrize("text", ["Vi søger\n- en kok\n- en smed\n\nRing nu", "5 < 6 og 7 > 6", "Smith & søn", "a<b"])
def test_text_without_markup_keeps_its_lines(text):
    assert plain(text) == text


def test_line_breaks_count_where_markup_is_only_inside_lines():
    assert plain("Vi <b>søger</b>\nen kok\n\n\n\nRing") == "Vi søger\nen kok\n\nRing"


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * 100_000 + "dybt" + "</div>" * 100_000,
        "<ul><li>" * 100_000 + "dybt",
        "<b>" * 100_000 + "dybt",
        "<table><tr><td>" * 50_000 + "dybt",
        "<p " + " ".join(f"a{n}=1" for n in range(100_000)) + ">dybt",
        "<p>dybt" + "<!--" * 500_000,
        "dybt" + "<!--" * 500_000,
        "dybt" + "<!-- a " * 300_000,
        "dybt" + "&lt;!--" * 300_000,
        "<p>dybt" + "<" * 1_000_000,
        "<p>dybt" + "\n" * 1_000_000,
        "dybt" + "\n" * 1_000_000,
        "<i>dybt</i>" + "\n" * 1_000_000,
        "&" * 1_000_000 + "dybt",
        "dybt<p" * 200_000,
    ],
)
def test_deep_and_large_markup_is_read_in_linear_time_and_without_a_stack(markup):
    begun = time.process_time()
    assert "dybt" in plain(markup)
    assert time.process_time() - begun < 15  # an old processor while lines are counted: 6; what is not linear: minutes


def test_markup_that_no_ad_is_as_long_as_comes_back_whole_to_be_refused():
    page = "<p>" + "a" * LONGEST_MARKUP
    assert plain(page) == page


@given(st.text(st.sampled_from("<>/&;!-\n \x00aæpbliuldivbrscript\"='\ud800#x1"), max_size=200))
@settings(derandomize=True, deadline=None)
def test_whatever_stands_in_it_the_text_is_tidy(markup):
    text = plain(markup)
    assert text == text.strip()
    assert "\n\n\n" not in text
    assert all(line == line.strip() for line in text.split("\n"))


def test_only_scripts_that_are_data_about_the_page_are_given():
    page = (
        '<script>{"a": 1}</script><SCRIPT TYPE="Application/LD+JSON; charset=utf-8">{"b": "<p>"}</SCRIPT>'
        '<p>{"c": 1}</p><script type="application/ld+json">{"d": 1}'
    )
    assert json_ld(page) == ['{"b": "<p>"}', '{"d": 1}']
