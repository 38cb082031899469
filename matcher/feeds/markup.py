"""HTML to plain text. Paragraphs, line breaks and bullets stay; tags and hidden or struck-out text go.

lxml reads the markup as a stream of events and builds no tree, so that a page nested 100,000 deep uses no stack and a
large page little memory. Time grows in proportion to the length of the markup.
"""

import html
import re

from lxml import etree

SKIPPED = {"script", "style", "template", "noscript", "title", "iframe", "object", "s", "strike", "del"}
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0|line-through", re.IGNORECASE)
PARAGRAPHS = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "blockquote", "pre", "dl", "section"}
LINES = {"br", "div", "li", "tr", "article", "header", "footer", "main", "hr", "dt", "dd", "body", "address", "form"}
BREAKS = re.compile(rf"<(?:{'|'.join(sorted(PARAGRAPHS | LINES))})\b", re.IGNORECASE)
INLINE = {
    "a",
    "abbr",
    "b",
    "big",
    "button",
    "caption",
    "center",
    "cite",
    "code",
    "col",
    "del",
    "em",
    "figure",
    "font",
    "head",
    "html",
    "i",
    "img",
    "input",
    "ins",
    "label",
    "mark",
    "meta",
    "nav",
    "nobr",
    "s",
    "script",
    "small",
    "span",
    "strike",
    "strong",
    "style",
    "sub",
    "sup",
    "tbody",
    "td",
    "template",
    "th",
    "thead",
    "title",
    "tt",
    "u",
    "wbr",
    "aside",
    "main",
    "noscript",
    "svg",
    "iframe",
    "object",
    "link",
    "textarea",
}
# A tag by its name ("<kok@kro.dk>" is none). It stops at the next "<", so that each character is looked at once.
TAG = re.compile(rf"</?(?:{'|'.join(sorted(PARAGRAPHS | LINES | INLINE))})(?:[\s/][^<>]*)?>", re.IGNORECASE)
CDATA = re.compile(r"<!\[CDATA\[|\]\]>")
ESCAPED_AGAIN = re.compile(r"&(?:amp;|#0?38;|#x0?26;)+(?=#?\w{1,31};)", re.IGNORECASE)
COMMENT, COMMENT_END = "<!--", "-->"
LONG_REFERENCE = re.compile(r"&#[0-9]{20,};?")  # no such character exists; Python refuses numbers of 4,300 digits
# Characters of markup that are read: fifty times the longest ad, so that embedded pictures fit. The slowest markup
# ("<p>a<p>a") takes one second a million characters.
LONGEST_MARKUP = 5_000_000
INVISIBLE = dict.fromkeys([*range(9), *range(0x0E, 0x20), 0xAD, 0x200B, 0x200C, 0x2060, 0xFEFF])
JSON_LD = "application/ld+json"


def plain(text: str) -> str:
    """The text that a reader of the markup would see. Text without markup keeps its line breaks.

    Markup longer than ``LONGEST_MARKUP`` is returned unchanged: an ad of that length is refused.

    >>> plain("<p>Vi s&oslash;ger:</p><ul><li>en kok<li><p>en opvasker</p></ul>Ring&nbsp;nu")
    'Vi søger:\\n\\n- en kok\\n- en opvasker\\n\\nRing nu'
    """
    if len(text) > LONGEST_MARKUP:
        return text
    text = CDATA.sub("", ESCAPED_AGAIN.sub("&", text))
    if not is_markup(text) and "&" in text:
        text = CDATA.sub("", html.unescape(LONG_REFERENCE.sub("", text)))  # markup that was escaped on the way here
    lines = _Lines(keep_breaks=BREAKS.search(text) is None)
    if is_markup(text):
        _feed(text, lines)
    else:
        lines.data(text)
    return lines.text()


def json_ld(page: str) -> list[str]:
    """The blocks of JSON-LD in an HTML page, in order."""
    scripts = _Scripts()
    _feed(page, scripts)
    return scripts.blocks


def is_markup(text: str) -> bool:
    """Whether a text contains a tag or a whole comment.

    >>> is_markup("en<br>to"), is_markup("<!-- skjult -->"), is_markup("5 < 6"), is_markup("Bo <bo@kro.dk>")
    (True, True, False, False)
    """
    if TAG.search(text):
        return True
    start = text.find(COMMENT)
    return start >= 0 and text.find(COMMENT_END, start + len(COMMENT)) >= 0


class _Scripts:
    """Collects the scripts that hold data about the page."""

    def __init__(self) -> None:
        self.blocks: list[str] = []
        self._parts: list[str] | None = None

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        kind = attributes.get("type", "").partition(";")[0].strip().lower()
        if tag == "script" and kind == JSON_LD:
            self._parts = []

    def data(self, text: str) -> None:
        if self._parts is not None:
            self._parts.append(text)

    def end(self, tag: str) -> None:
        if tag == "script" and self._parts is not None:
            self.blocks.append("".join(self._parts))
            self._parts = None

    def close(self) -> None:
        """Nothing to do at the end of the page."""


class _Lines:
    """Turns the events of a page into the lines that a reader would see."""

    def __init__(self, keep_breaks: bool) -> None:
        self._keep_breaks = keep_breaks
        self._lines: list[str] = []
        self._line: list[str] = []
        self._bullet = ""
        self._skipped = self._lists = self._fixed = self._hidden = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if self._hidden or _is_hidden(attributes):
            self._hidden += 1  # nested tags are counted, so that the matching end tag is found
        self._nest(tag, 1)
        self._break(tag)
        if tag == "li":
            self._bullet = "- "
        elif tag in ("td", "th"):
            self._line.append(" ")

    def end(self, tag: str) -> None:
        self._break(tag)
        self._nest(tag, -1)
        self._hidden -= self._hidden > 0
        if tag == "li":
            self._bullet = ""
        elif tag in ("ul", "ol"):
            self._break("p")

    def data(self, text: str) -> None:
        if self._skipped or self._hidden:
            return
        if self._keep_breaks or self._fixed:
            *whole, text = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
            for line in whole:
                self._line.append(line)
                self._end_line(blank="".join(self._line).isspace() or not any(self._line))
        self._line.append(text)

    def close(self) -> None:
        self._end_line(blank=False)

    def text(self) -> str:
        """The lines, with at most one empty line between two."""
        self.close()
        return "\n".join(self._lines).strip()

    def _nest(self, tag: str, step: int) -> None:
        self._skipped += step * (tag in SKIPPED)
        self._fixed += step * (tag == "pre")
        self._lists += step * (tag in ("ul", "ol"))

    def _break(self, tag: str) -> None:
        if tag in PARAGRAPHS or tag in LINES:
            self._end_line(blank=tag in PARAGRAPHS and not self._lists)

    def _end_line(self, blank: bool) -> None:
        line = " ".join("".join(self._line).translate(INVISIBLE).split())
        self._line = []
        if line:
            self._lines.append(self._bullet + line)
            self._bullet = ""
        if blank and self._lines and self._lines[-1]:
            self._lines.append("")


def _is_hidden(attributes: dict[str, str]) -> bool:
    return "hidden" in attributes or HIDDEN.search(attributes.get("style") or "") is not None


def _feed(text: str, target: _Lines | _Scripts) -> None:
    parser = etree.HTMLParser(target=target, huge_tree=True, encoding="utf-8")
    parser.feed(text.encode("utf-8", "replace"))
    parser.close()
