"""An ad as pieces that tell posts apart: its sentences, cut at line breaks, with the marks before them.

A piece knows whether it opens a line, which paragraph it belongs to, and its mark: "1)", "b.", a bullet.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from matcher.reader.sentences import BULLETS, DASHES, Sentence
from matcher.schema import Vacancy

LONGEST_MARK = 12  # characters before the first word of a line
_LINE = re.compile(r"[^\s][^\n\r]*")
_BLANK = re.compile(r"\n[^\S\n]*\n")
_RULE = re.compile(r"[-_=*~#]{3,}$")
_ROMAN = re.compile(r"^\s*I{1,3}[).:]")
_BARE = re.compile(r".{1,2}|I{2,3}.")
_MARK = re.compile(
    rf"\s*(?:(?P<count>[(*]{{0,2}}(?:[1-9a-eA-E][).:]|I{{1,3}}[).:]|[①-⑨]|[1-9](?=\s{{2}})|[1-9](?=\s[A-ZÆØÅ])))"
    rf"|(?P<bullet>[{re.escape(BULLETS + DASHES)}+]))[*\s]*"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence, or its part on one line. mark: "count", "bullet" or "". body: the place after the mark.

    line: the number of its line, counted from 1.
    """

    sentence: Sentence
    paragraph: int
    opens: bool
    mark: str = ""
    body: int = 0
    line: int = 0

    @property
    def text(self) -> str:
        """The folded text after the mark."""
        return self.sentence.text[self.body :]

    @property
    def is_rule(self) -> bool:
        """Whether the piece is a line of dashes between two parts."""
        return _RULE.match(self.sentence.text) is not None


def pieces(vacancy: Vacancy, sentences: Sequence[Sentence]) -> list[Piece]:
    """The pieces of the description. Bare marks ("1." before "Kok, 37 timer") are left out."""
    text, ad = vacancy.text, []
    paragraph, last, lines, spoken = 0, 0, 0, 0
    for sentence in (line for s in sentences if not s.in_title for line in _by_line(s)):
        between = text[last : sentence.start]
        paragraph += _BLANK.search(between.replace("\r\n", "\n").replace("\r", "\n")) is not None
        last = sentence.end
        if not _BARE.fullmatch(sentence.original):
            piece = _piece(text, sentence, paragraph, spoken)
            lines += piece.opens
            ad.append(replace(piece, line=lines))
            spoken = sentence.end
    return ad


def _by_line(sentence: Sentence) -> Iterator[Sentence]:
    """The lines of a sentence that spans several, such as "1) Kok, 37 timer om ugen" and "2) Pakker"."""
    for line in _LINE.finditer(sentence.original):
        start, end = line.span()
        yield replace(
            sentence,
            start=sentence.start + start,
            end=sentence.start + end,
            text=sentence.text[start:end],
            original=line.group(),
        )


def _piece(text: str, sentence: Sentence, paragraph: int, last: int) -> Piece:
    """The piece of a sentence. ``last``: end of the sentence before. A number within a line opens a new line."""
    first = sentence.start - LONGEST_MARK
    breaks = max(text.rfind(sign, max(0, first), sentence.start) for sign in "\n\r")
    before = text[breaks + 1 : sentence.start] if breaks >= 0 else text[max(0, first) : sentence.start]
    opens = breaks >= 0 and not re.search(r"\w{2}|\w\W+\w", _ROMAN.sub("", before))
    if not opens:
        before = text[max(last, sentence.start - LONGEST_MARK) : sentence.start]
    mark = _MARK.match(before + sentence.original[:LONGEST_MARK])
    if not opens and (mark is None or mark["count"] is None):
        return Piece(sentence, paragraph, opens=False)
    body = max(0, mark.end() - len(before)) if mark else 0
    kind = (mark.lastgroup or "") if mark else ""
    return Piece(sentence, paragraph, opens=True, mark=kind, body=body)
