"""Cuts an ad into sentences that know their place.

Real ads lack full stops, carry bullets in a dozen shapes, and break lines inside a sentence ("den 30.\nnovember",
"pr.\nuge"). Every sentence keeps its place in ``vacancy.text`` and none spans title and description, so that a quote is
always an exact piece of one of them.

``Sentence.text`` is the *folded* text, as long as the original: lower case, every kind of white space a space, every
kind of dash a hyphen. Patterns match folded text; quotes are cut from the original. A sentence has at most ``LONGEST``
characters, which keeps the reader linear in the length of the ad.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from matcher.schema import Vacancy

LONGEST = 600  # characters in a sentence; longer ones are cut at a space
LONGEST_QUOTE = 300  # characters in a quote
MOST_PASSAGES = 400  # passages of one ad

BULLETS = "•·▪●◦‣∙⁃✓✔☑✅➢➤►▸■□◆★*"
DASHES = "-–—‐‑‒−"
MONTHS = (
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
    "january",
    "february",
    "march",
    "may",
    "june",
    "july",
    "october",
)

# A full stop after these does not end a sentence.
ABBREVIATIONS = frozenset(
    (
        "a",
        "adm",
        "afd",
        "alm",
        "approx",
        "apr",
        "att",
        "aug",
        "b.l",
        "bl",
        "bl.a",
        "bla",
        "c.a",
        "ca",
        "cat",
        "d",
        "dec",
        "dr",
        "dvs",
        "e.g",
        "eks",
        "ekskl",
        "evt",
        "f",
        "f.eks",
        "feb",
        "fx",
        "gl",
        "gns",
        "hhv",
        "hr",
        "i.e",
        "ift",
        "iht",
        "inkl",
        "int",
        "jan",
        "jf",
        "kat",
        "kl",
        "konst",
        "maks",
        "mar",
        "max",
        "mdl",
        "mdr",
        "mia",
        "min",
        "mio",
        "ml",
        "mob",
        "mr",
        "mrk",
        "mrs",
        "nov",
        "nr",
        "okt",
        "oct",
        "p.t",
        "pct",
        "pr",
        "pt",
        "ref",
        "sep",
        "sept",
        "st",
        "stk",
        "tel",
        "tlf",
        "ugentl",
        "ugl",
        "ugtl",
        "vedr",
    )
)
# A full stop after these ends a sentence only before a capital letter.
CLOSING_ABBREVIATIONS = frozenset(["etc", "hrs", "kr", "m.fl", "m.m", "m.v", "mm", "mv", "o.l", "o.lign", "osv", "t"])
# A line that ends with one of these continues in the next line.
OPEN_WORDS = frozenset(
    (
        "af",
        "at",
        "både",
        "cirka",
        "de",
        "den",
        "der",
        "det",
        "din",
        "dit",
        "du",
        "ekstra",
        "eller",
        "en",
        "er",
        "et",
        "for",
        "fra",
        "har",
        "hver",
        "i",
        "indtil",
        "inden",
        "kl",
        "med",
        "mellem",
        "mod",
        "og",
        "om",
        "omkring",
        "op",
        "per",
        "på",
        "samt",
        "senest",
        "som",
        "til",
        "uge",
        "ugen",
        "under",
        "ved",
        "vi",
        "a",
        "about",
        "an",
        "and",
        "are",
        "at",
        "between",
        "by",
        "each",
        "every",
        "for",
        "from",
        "in",
        "is",
        "of",
        "on",
        "or",
        "our",
        "per",
        "than",
        "the",
        "this",
        "to",
        "until",
        "up",
        "we",
        "with",
        "you",
        "your",
    )
)
# A line continues the one before if it begins with a unit and that one ended with a number.
UNITS = frozenset((*MONTHS, "dag", "dage", "hours", "time", "timer", "timers", "uge", "uger", "weekend", "år"))

_FOLDED = {ord(dash): "-" for dash in DASHES} | {ord("İ"): "i", ord("’"): "'", ord("‘"): "'", ord("´"): "'"}
_WHITE = re.compile(r"\s")
_LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
_BULLET_MARK = re.compile(rf"\s*(?:[{re.escape(BULLETS + DASHES)}+]|o(?=\s)|\d{{1,2}}\))\s*")
_STOP = re.compile(rf"[.!?](?=\s)|(?<=[a-zæøå])[.!?](?=[A-ZÆØÅ][a-zæøå])|(?<=\s)[{re.escape(BULLETS)}](?=\s)")
# A denial whose object stands in the next line ("Du skal ikke" / "have kørekort"), and a no to the line before it.
_OPEN_DENIAL = re.compile(
    r"(?<![:?=|])\s(?:ikke|ingen|intet|hverken|uden|aldrig|not|no|never|without)"
    r"(?:\s(?:have|være|kunne|behøve|kræve|skulle|need))?$"
)
_ANSWER = re.compile(
    r"\s*(?:nej\b|desværre\b|unfortunately\b|sorry\b|(?:no|nope)(?=\s*(?:[.,!;)]|$))"
    r"|ikke (?:et krav|nødvendigt?|påkrævet)"
    r"|not (?:required|needed|necessary))\b",
    re.IGNORECASE,
)
# "Intet kørekort?" is only half of a statement: the next sentence tells the consequence.
_LACKS = re.compile(
    r"(?:^|[.!?\n]\s*)(?:no|ingen|intet|ikke|uden|without|mangler du|har du (?:endnu )?ikke)\s[^.!?]{1,50}$",
    re.IGNORECASE,
)
_LAST_WORD = re.compile(r"[^\s(]*$")
_FIRST_WORD = re.compile(r"\w+")
_SOUND = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A piece of an ad. ``start`` and ``end`` are places in ``vacancy.text``; ``text`` is folded.

    ``heading``: the folded text of the short line, or line that ends with a colon, above the sentence.
    """

    start: int
    end: int
    text: str
    original: str
    in_title: bool
    heading: str = ""

    def quote(self, start: int, end: int) -> str:
        """The original words from ``start`` to ``end`` with as much of their sentence as 300 characters allow.

        >>> sentence = Sentence(0, 24, "vi tilbyder 20 timer nu.", "Vi tilbyder 20 timer nu.", False)
        >>> sentence.quote(12, 20)
        'Vi tilbyder 20 timer nu.'
        """
        if len(self.original) <= LONGEST_QUOTE:
            return self.original
        room = max(0, LONGEST_QUOTE - (end - start)) // 2
        first, last = max(0, start - room), min(len(self.original), end + room)
        first = first if first == 0 else _after_space(self.original, first, start)
        last = last if last == len(self.original) else _before_space(self.original, end, last)
        return self.original[first:last].strip()[:LONGEST_QUOTE]


def _after_space(text: str, first: int, limit: int) -> int:
    space = text.find(" ", first, limit)
    return limit if space < 0 else space + 1


def _before_space(text: str, limit: int, last: int) -> int:
    space = text.rfind(" ", limit, last)
    return limit if space < 0 else space


def fold(text: str) -> str:
    """Lower case, all white space as spaces and all dashes as hyphens; as long as ``text``.

    >>> fold("Kl. 7–15\\nPr. UGE")
    'kl. 7-15 pr. uge'
    """
    lowered = text.translate(_FOLDED).lower()
    return _WHITE.sub(" ", lowered if len(lowered) == len(text) else text)


def split(vacancy: Vacancy) -> list[Sentence]:
    """The sentences of the title, then those of the description."""
    title = list(_sentences(vacancy.title, 0, in_title=True))
    return title + list(_sentences(vacancy.description, len(vacancy.title) + 1, in_title=False))


def passages(vacancy: Vacancy) -> list[str]:
    """The title, then the sentences and bullets of the description, as quotes of 1 to 300 characters.

    Longer ones are cut between words. Empty ones and bare punctuation are left out. At most 400 are given.
    """
    quotes: list[str] = []
    for sentence in split(vacancy):
        if len(quotes) >= MOST_PASSAGES:
            break
        cut = (sentence.original[a:b].strip() for a, b in _pieces(sentence.original, 0, LONGEST_QUOTE))
        quotes.extend(piece for piece in cut if _SOUND.search(piece))
    return quotes[:MOST_PASSAGES]


def mentioning(sentences: Sequence[Sentence], words: Iterable[str]) -> list[Sentence]:
    """Sentences that contain one of ``words`` as plain substrings, so that patterns can skip most of the ad."""
    whole = " \n".join(sentence.text for sentence in sentences) + " "
    present = [word for word in words if word in whole]
    return [s for s in sentences if any(word in s.text + " " for word in present)] if present else []


def _sentences(text: str, offset: int, in_title: bool) -> Iterator[Sentence]:
    heading = ""
    for start, end in _spans(text):
        bullet = _BULLET_MARK.match(text, start, end)
        first = bullet.end() if bullet else start
        original = text[first:end].strip()
        if not original:
            continue
        first = text.index(original, first)
        folded = fold(original)
        yield Sentence(offset + first, offset + first + len(original), folded, original, in_title, heading)
        if not bullet and (original.endswith(":") or (len(original) < 60 and _opens_a_list(text, end))):
            heading = folded
        elif not bullet:
            heading = ""


def _opens_a_list(text: str, end: int) -> bool:
    """Whether a new line comes next, without a full stop before it."""
    return text[end - 1 : end] not in (".", "!", "?") and text[end : end + 1] in ("\n", "\r")


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """The sentences as (start, end), none longer than ``LONGEST``."""
    start = 0
    for stop in (*_breaks(text), len(text)):
        yield from _pieces(text, start, LONGEST, stop)
        start = stop


def _pieces(text: str, start: int, longest: int, end: int | None = None) -> Iterator[tuple[int, int]]:
    """``start..end`` in pieces of at most ``longest``, cut after a space where there is one."""
    stop = len(text) if end is None else end
    while stop - start > longest:
        space = text.rfind(" ", start + longest // 2, start + longest)
        cut = start + longest if space < 0 else space + 1
        yield start, cut
        start = cut
    if start < stop:
        yield start, stop


def _breaks(text: str) -> list[int]:
    """Places where a new sentence begins, in order."""
    places: list[int] = []
    lines = [line for line in _LINE.finditer(text) if line.group().strip()]
    for number, line in enumerate(lines):
        if number:
            previous = lines[number - 1]
            blank = text.count("\n", previous.end(), line.start()) > 1
            if blank or not _goes_on(previous.group(), line.group()):
                places.append(previous.end())
        places.extend(_stops(text, line.start(), line.end()))
    return places


def _stops(text: str, start: int, end: int) -> Iterator[int]:
    """Ends of sentences inside one line."""
    for stop in _STOP.finditer(text, start, end):
        if stop.group() in BULLETS:
            yield stop.start()
        elif stop.end() < end and _ends_sentence(text, start, stop.start(), end):
            yield stop.end()


def _ends_sentence(text: str, line_start: int, place: int, line_end: int) -> bool:
    """Whether the full stop at ``place`` ends a sentence, by the word before it and the letter after it."""
    if text[place] != ".":
        is_question = text[place] == "?"
        lacks = is_question and _LACKS.search(text[max(line_start, place - 60) : place])
        return not (lacks or (is_question and _ANSWER.match(text, place + 1, line_end)))
    match = _LAST_WORD.search(text, max(line_start, place - 30), place)
    word = match.group().lower() if match else ""
    after = text[place + 1 : min(line_end, place + 40)].lstrip()
    capital = after[:1].isupper() or not after[:1].isalnum()
    if word in ABBREVIATIONS or (len(word) == 1 and word.isalpha()):
        return False
    if word in CLOSING_ABBREVIATIONS:
        return capital
    if word[-1:].isdigit():
        return _number_ends_sentence(word, after, capital)
    return capital or after[:1].isdigit() or len(word) > 4


def _number_ends_sentence(word: str, after: str, capital: bool) -> bool:
    """ "kl. 12. Vi" ends; "den 1. Februar", "3. weekend" and "15. 3. 2027" do not."""
    following = _FIRST_WORD.match(after)
    if following and following.group().lower() in UNITS:
        return False
    if after[:1].isdigit():
        return not word.isdecimal() or int(word[:9]) > 31
    return capital


def _goes_on(line: str, following: str) -> bool:
    """Whether ``following`` continues the sentence at the end of ``line``."""
    line, following = line[-400:].rstrip(), following[:60].lstrip()
    if not line or (_BULLET_MARK.match(following) and not following[0].isdigit()):
        return False
    if following[0] in "/),;" or (len(line) < 40 and line[-1] not in ".!" and _ANSWER.match(following)):
        return True
    if following[0].islower() and _OPEN_DENIAL.search(line.lower()):
        return True
    last = line.rsplit(None, 1)[-1].lower().strip("(")
    word = last.rstrip(".")
    if word in ABBREVIATIONS or (word in OPEN_WORDS and last == word):
        return True
    if word[-1:].isdigit():
        return _number_goes_on(following)
    if line[-1] in ".!?:;":
        return False
    return following[0].islower() and (len(line) >= 50 or line[-1] == ",")


def _number_goes_on(following: str) -> bool:
    first = _FIRST_WORD.match(following)
    word = first.group().lower() if first else ""
    return following[0].islower() or word in UNITS or word.isdigit()
