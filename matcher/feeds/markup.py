"""HTML to plain text: paragraphs, line breaks and bullets stay, everything else goes.

lxml reads the markup as a stream of events and builds no tree, so that a page nested 100,000 deep costs no stack and
a large one little memory.
"""

import html
import re

from lxml import etree

SKIPPED = {"script", "style", "template", "noscript", "title", "svg", "iframe", "object"}
PARAGRAPHS = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "blockquote", "pre", "dl", "section"}
LINES = {"br", "div", "li", "tr", "article", "header", "footer", "main", "hr", "dt", "dd", "body", "address", "form"}
BREAKS = re.compile(rf"<(?:{'|'.join(sorted(PARAGRAPHS | LINES))})\b", re.IGNORECASE)
MARKUP = re.compile(r"<(?:/?[a-zA-Z][^<>]*|!--.*?--)>", re.DOTALL)
INVISIBLE = dict.fromkeys([*range(9), *range(0x0E, 0x20), 0xAD, 0x200B, 0x200C, 0x2060, 0xFEFF, 0xFFFD])
JSON_LD = "application/ld+json"


def plain(text: str) -> str:
    """The text that a reader of the markup would see. Text without markup keeps its line breaks.

    >>> plain("<p>Vi s&oslash;ger:</p><ul><li>en kok<li><p>en opvasker</p></ul>Ring&nbsp;nu")
    'Vi søger:\\n\\n- en kok\\n- en opvasker\\n\\nRing nu'
    """
    if not MARKUP.search(text) and "&" in text:
        text = html.unescape(text)  # markup that was escaped on its way here, or a lone &amp;
    lines = _Lines(keep_breaks=BREAKS.search(text) is None)
    if MARKUP.search(text):
        _feed(text, lines)
    else:
        lines.data(text)
    return lines.text()


def json_ld(page: str) -> list[str]:
    """The blocks of JSON-LD in an HTML page, in order."""
    scripts = _Scripts()
    _feed(page, scripts)
    return scripts.blocks


class _Scripts:
    """The texts of the scripts that are data about the page."""

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
        """Nothing is left to do at the end of the page."""


class _Lines:
    """Events of a page to the lines that a reader would see."""

    def __init__(self, keep_breaks: bool) -> None:
        self._keep_breaks = keep_breaks
        self._lines: list[str] = []
        self._line: list[str] = []
        self._bullet = ""
        self._skipped = self._lists = self._fixed = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:  # noqa: ARG002 lxml gives them
        self._nest(tag, 1)
        self._break(tag)
        if tag == "li":
            self._bullet = "- "
        elif tag in ("td", "th"):
            self._line.append(" ")

    def end(self, tag: str) -> None:
        self._break(tag)
        self._nest(tag, -1)
        if tag == "li":
            self._bullet = ""
        elif tag in ("ul", "ol"):
            self._break("p")

    def data(self, text: str) -> None:
        if self._skipped:
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


def _feed(text: str, target: _Lines | _Scripts) -> None:
    parser = etree.HTMLParser(target=target, huge_tree=True, encoding="utf-8")
    parser.feed(text.encode("utf-8", "replace"))
    parser.close()
