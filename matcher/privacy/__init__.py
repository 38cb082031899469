"""Finds what a candidate's text must not contain: health, origin, religion, crime, gender, age, benefits, CPR numbers,
contact details and full names.

Reading order: ``words`` is the vocabulary and explains how it is written; ``grammar`` finds its words and phrases in a
text; this file holds the rule for statements. ``named`` holds the gentler rule for names of papers and employers,
``ads`` the rule for ads. Nothing is learnt and nothing is stored: a word is refused because a line of the vocabulary
says so.

A word in STRONG is refused anywhere, a word in HALF in a sentence without duties or other people, a word in WEAK inside
one of FRAMES, and PHRASES as written. None is refused inside a phrase of ALLOWED. Things one may work with
(WORKED_WITH) are not refused either if the sentence begins with a verb of work (<does>), up to the next turn of the
sentence.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import dropwhile, pairwise, takewhile
from typing import Literal, NamedTuple, cast

from matcher.privacy.grammar import (
    ALLOWED,
    BREAKS,
    REFUSED,
    Token,
    normal,
    openings,
    spoken,
    tags_of,
    tokens_of,
)

Category = Literal[
    "cpr",
    "diagnosis",
    "symptom",
    "treatment",
    "medicine",
    "origin",
    "religion",
    "criminal_record",
    "gender",
    "age",
    "contact",
    "benefit",
    "name",
]


class Finding(NamedTuple):
    """A piece of text that is not allowed, exactly as written, and its category."""

    category: Category
    words: str


class Span(NamedTuple):
    """The place of a finding."""

    category: Category
    start: int
    end: int


# ddmmyy (day also 61-91, as in replacement numbers), then four digits, with or without a hyphen or spaces.
CPR_NUMBER = re.compile(
    r"(?<!\d)(?:[06][1-9]|[1278]\d|[39][01])(?:0[1-9]|1[0-2])\d\d\s?[-_\u2010-\u2015\u2212]?\s?\d{4}(?!\d)"
)
# The same with a separated date ("31.12.96-4027") or a year in full.
CPR_APART = re.compile(
    r"(?<!\d)(?:[06][1-9]|[1278]\d|[39][01])[-. /]?(?:0[1-9]|1[0-2])[-. /]?(?:19|20)?\d\d[-_. /]\d\d ?\d\d(?!\d)"
)
AT = r"(?:@|[(\[{<]\s?(?:at|a|@)\s?[)\]}>]|\bsnabel-?a\b)"
EMAIL = re.compile(rf"[\w.+-]{{1,64}}\s?{AT}\s?[\w-]{{1,60}}\s?(?:\.|\bdot\b|punktum)[\w.-]{{0,60}}", re.IGNORECASE)
HANDLE = re.compile(
    r"(?<!\w)@\w{3,30}|\b(?:linkedin|facebook|instagram)\.com/\S{1,60}"
    r"|\b(?:snap|snapchat|insta|instagram|tiktok|discord|telegram|skype)\b[^\n]{0,40}?\b[^\W\d]\w*(?:[._#]\w+|\d{2,})",
    re.IGNORECASE,
)
# Eight digits, together or in twos and fours; in 3-3-2; with a country code.
PHONE = re.compile(r"(?<![\w.,/-])(?:\d\d([ .-]?)\d\d\1\d\d\1\d\d|\d{4} \d{4})(?![\d/]|[.,-]\d)")
PHONE_IN_THREES = re.compile(r"(?<![\d.,/-])\d{3}[ .-]\d{3}[ .-]\d{2}(?![\d/]|[.,-]\d)")
PHONE_ABROAD = re.compile(r"(?:\+|\b00)[ (]?\d{1,3}[ )]{0,2}\d[\d -]{5,14}\d")
PHONE_OF_ELEVEN = re.compile(r"(?<!\d)0\d{3,4}[ -]\d{3}[ -]?\d{3,4}(?!\d)")
YEARS = re.compile(r"(?:19|20)\d\d[ .-]?(?:19|20)\d\d")
DATE = re.compile(r"(?:19|20)\d\d[.-]\d\d[.-]\d\d|\d\d[.-]\d\d[. -](?:19|20)\d\d")
MONEY = re.compile(r"\s?(?:kr|dkk|stk|eur|km|kg)", re.IGNORECASE)
# Format characters (zero-width spaces and joiners, marks of direction, soft hyphens), by their blocks.
WITHOUT_WIDTH = re.compile("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]")
OTHER_DIGIT = re.compile(r"(?![0-9])\d")

REFUSED_OPENINGS, ALLOWED_OPENINGS = openings(REFUSED), openings(ALLOWED)
STOPS_AT_NOTHING: frozenset[str] = frozenset()
STOPS_AT_SELF = frozenset({"<self>", "<turn>"})
# Categories that one may work with. A name, an address or a belief is refused whatever the sentence is about.
WORKED_WITH = frozenset({"diagnosis", "symptom", "treatment", "medicine", "criminal_record", "benefit"})
OF_A_STATE = frozenset({"<have>", "<be>", "<suffer>"})
WORK_ENDS = STOPS_AT_SELF | BREAKS | {"<over>"}


def _allowed(tokens: list[Token]) -> set[int]:
    """Indices of tokens inside a phrase of ALLOWED, and of sensitive words right after it."""
    inside: set[int] = set()
    for _, start, end in spoken(_with_turns(tokens), ALLOWED_OPENINGS, STOPS_AT_SELF):
        while end not in inside and "<sensitive>" in tokens[end - 1].tags and "<sensitive>" in tokens[end].tags:
            end += 1
        inside.update(range(start, end))
    return inside


def _with_turns(tokens: list[Token]) -> list[Token]:
    """The tokens with "og har" and the like marked as a turn: what follows is about the speaker again."""
    turned = [
        token._replace(tags=token.tags | {"<turn>"}) if "<joins>" in token.tags and after.tags & OF_A_STATE else token
        for token, after in pairwise(tokens)
    ]
    return [*turned, *tokens[-1:]]


def _tagged(tokens: list[Token], at: int, kind: str) -> Iterator[tuple[str, int, int]]:
    """(category, token, next token) for each category in which a token has that kind."""
    yield from ((tag.removeprefix(kind)[:-1], at, at + 1) for tag in tokens[at].tags if tag.startswith(kind))


def _strong(tokens: list[Token]) -> Iterator[tuple[str, int, int]]:
    """(category, token, next token) for each word that is refused anywhere."""
    for at in range(len(tokens)):
        yield from _tagged(tokens, at, "<strong:")


def sentences(tokens: list[Token]) -> Iterator[range]:
    """The tokens of each sentence."""
    start = 0
    for at, token in enumerate(tokens):
        if "." in token.tags:
            yield range(start, at)
            start = at + 1


def _half(tokens: list[Token]) -> Iterator[tuple[str, int, int]]:
    """(category, token, next token) for each word in HALF in a sentence without duties or other people."""
    for sentence in sentences(tokens):
        if any(tokens[i].tags & {"<duty>", "<people>"} for i in sentence):
            continue
        for at in sentence:
            yield from _tagged(tokens, at, "<half:")


def _worked(tokens: list[Token]) -> set[int]:
    """Indices of tokens about work on things or for others, from a verb of work at the start of a sentence."""
    inside: set[int] = set()
    for sentence in sentences(tokens):
        rest = list(dropwhile(lambda at: "<beginning>" in tokens[at].tags, sentence))
        if rest and "<does>" in tokens[rest[0]].tags:
            inside.update(takewhile(lambda at: WORK_ENDS.isdisjoint(tokens[at].tags), rest))
    return inside


def _worded(tokens: list[Token]) -> Iterator[tuple[str, int, int]]:
    """(category, start, end) of each refused word or phrase of the text."""
    spoken_phrases = spoken(tokens, REFUSED_OPENINGS, STOPS_AT_NOTHING)
    suspect = [*_strong(tokens), *_half(tokens), *spoken_phrases]
    allowed, worked = (_allowed(tokens), _worked(tokens)) if suspect else (set[int](), set[int]())
    for category, first, end in suspect:
        inside = [i for i in range(first, end) if not tokens[i].tags & BREAKS]
        if not (allowed.issuperset(inside) or (category in WORKED_WITH and worked.issuperset(inside))):
            yield category, tokens[inside[0]].start, tokens[inside[-1]].end


def _is_phone(text: str, start: int, end: int) -> bool:
    """Whether eight digits are a telephone number: no date, no years, no part or order number, no money."""
    before, after = re.split(r"[.;!?\n]", text[max(0, start - 40) : start])[-1], text[end : end + 10]
    if YEARS.fullmatch(text, start, end) or DATE.fullmatch(text, start, end) or MONEY.match(after):
        return False
    return not any("<not_a_phone>" in tags_of(normal(word)) for word in re.findall(r"[^\W\d_]+", before))


def digits(text: str) -> str:
    """The text with every decimal digit as 0-9, of the same length."""
    return OTHER_DIGIT.sub(lambda match: str(unicodedata.decimal(match[0])), text)


def _numbered(text: str) -> Iterator[tuple[str, int, int]]:
    """(category, start, end) of CPR numbers, telephone numbers, mail addresses and handles."""
    plain = digits(text)
    for pattern in (CPR_NUMBER, CPR_APART):
        yield from (("cpr", *match.span()) for match in pattern.finditer(plain))
    for pattern in (EMAIL, HANDLE, PHONE_ABROAD, PHONE_OF_ELEVEN):
        yield from (("contact", *match.span()) for match in pattern.finditer(plain))
    for pattern in (PHONE, PHONE_IN_THREES):
        yield from (("contact", *match.span()) for match in pattern.finditer(plain) if _is_phone(plain, *match.span()))


def visible(text: str) -> tuple[str, Sequence[int]]:
    """The text as a reader sees it, and the index of each of its characters in the original.

    Letters and digits of other widths and styles become plain (NFKC), and characters without a width, such as soft
    hyphens, are removed. Neither can hide a word.

    >>> visible("ski\u00adzo")
    ('skizo', [0, 1, 2, 4, 5])
    """
    if text.isascii() or (unicodedata.is_normalized("NFKC", text) and not WITHOUT_WIDTH.search(text)):
        return text, range(len(text) + 1)
    letters = [
        (letter, at)
        for at, written in enumerate(text)
        if not WITHOUT_WIDTH.match(written)
        for letter in unicodedata.normalize("NFKC", written)
    ]
    return "".join(letter for letter, _ in letters), [at for _, at in letters]


def spans(text: str) -> list[Span]:
    """Places of everything that a candidate's text must not contain, in order; none lies inside another."""
    plain, places = visible(text)
    return [Span(span.category, places[span.start], places[span.end - 1] + 1) for span in _spans(plain)]


def _spans(text: str) -> list[Span]:
    marks = sorted({*_numbered(text), *_worded(tokens_of(text))}, key=lambda mark: (mark[1], -mark[2], mark[0]))
    kept: list[Span] = []
    reach = 0
    for category, start, end in marks:
        if end > reach:  # the longer finding covers it
            kept.append(Span(cast(Category, category), start, end))
            reach = end
    return kept


def as_finding(span: Span, text: str) -> Finding:
    """The words of a span."""
    return Finding(span.category, text[span.start : span.end])


def forbidden(text: str) -> list[Finding]:
    """Everything that a candidate's text must not contain, in its order; an empty list if there is nothing.

    >>> forbidden("Jeg har ADHD og kan køre truck")
    [Finding(category='diagnosis', words='ADHD')]
    >>> forbidden("Har plejet borgere med demens i 20 år")
    []
    """
    return [as_finding(span, text) for span in spans(text)]
