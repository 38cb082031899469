"""What may not stand in a candidate's text: health, origin, religion, crime, gender, age, CPR number, contact.

Reading order: ``words`` is the vocabulary and says how it is written; here a text becomes tokens, each token gets the
names of the words and lists it belongs to (its tags), and phrases are sequences of tags. Nothing is learnt and nothing
is stored: a word is refused because a line of the vocabulary says so.

A word of STRONG is refused wherever it stands, a word of HALF in a sentence that tells of no duties or other people, a
word of WEAK inside one of FRAMES, and PHRASES as they are written; all unless they lie inside a phrase of ALLOWED.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain, pairwise
from typing import Literal, NamedTuple, cast

from matcher.privacy import words

Category = Literal[
    "cpr", "diagnosis", "symptom", "treatment", "medicine", "origin", "religion", "criminal_record", "gender", "age",
    "contact",
]  # fmt: skip


class Finding(NamedTuple):
    """A piece of text that may not stand there, exactly as it is written, and what it is about."""

    category: Category
    words: str


# ddmmyy, day also 61-91 as in replacement numbers, then four digits, with or without a hyphen or spaces.
CPR_NUMBER = re.compile(
    r"(?<!\d)(?:[06][1-9]|[1278]\d|[39][01])(?:0[1-9]|1[0-2])\d\d\s?[-_\u2010-\u2015\u2212]?\s?\d{4}(?!\d)"
)
# The same with the date written apart ("31.12.96-4027") or the year in full.
CPR_APART = re.compile(
    r"(?<!\d)(?:[06][1-9]|[1278]\d|[39][01])[-. /]?(?:0[1-9]|1[0-2])[-. /]?(?:19|20)?\d\d[-_. /]\d{4}(?!\d)"
)
AT = r"(?:@|[(\[{<]\s?(?:at|a|@)\s?[)\]}>]|\bsnabel-?a\b)"
EMAIL = re.compile(rf"[\w.+-]{{1,64}}\s?{AT}\s?[\w-]{{1,60}}\s?(?:\.|\bdot\b|punktum)[\w.-]{{0,60}}", re.IGNORECASE)
HANDLE = re.compile(
    r"(?<!\w)@\w{3,30}|\b(?:linkedin|facebook|instagram)\.com/\S{1,60}"
    r"|\b(?:snap|snapchat|insta|instagram|tiktok|discord|telegram|skype)\b[^\n]{0,40}?\b\w+(?:[._#]\w+|\d{2,})",
    re.IGNORECASE,
)
# Eight digits, together or in twos and fours; in 3-3-2; from abroad.
PHONE = re.compile(r"(?<![\w.,/-])(?:\d\d([ .-]?)\d\d\1\d\d\1\d\d|\d{4} \d{4})(?![\d/]|[.,-]\d)")
PHONE_IN_THREES = re.compile(r"(?<![\d.,/-])\d{3}[ .-]\d{3}[ .-]\d{2}(?![\d/]|[.,-]\d)")
PHONE_ABROAD = re.compile(r"(?:\+|\b00)[ (]?\d{1,3}[ )]{0,2}\d[\d -]{5,14}\d")
PHONE_OF_ELEVEN = re.compile(r"(?<!\d)0\d{3,4}[ -]\d{3}[ -]?\d{3,4}(?!\d)")
YEARS = re.compile(r"(?:19|20)\d\d[ .-]?(?:19|20)\d\d")
DATE = re.compile(r"(?:19|20)\d\d[.-]\d\d[.-]\d\d|\d\d[.-]\d\d[. -](?:19|20)\d\d")
MONEY = re.compile(r"\s?(?:kr|dkk|stk|eur|km|kg)", re.IGNORECASE)

# A number with its inner marks ("13-18", "12.3.85"), a word with its inner hyphens, or the end of a clause.
TOKEN = re.compile(
    r"(?P<short>\b(?i:kl|ca|nr|tlf|pga|bl|evt|inkl|st|mr|mrs|dr|skt|min|max|cirka|osv|etc|f|eks)\.)"
    r"|(?P<number>\d+(?:[.,/\u2010-\u2015-]\d+)*)"
    r"|(?P<word>[^\W\d_][\w\u00ad\u0300-\u036f'’`´\u2010-\u2011-]*)"
    r"|(?P<end>[.;!?\n]+)|(?P<colon>:)|(?P<pause>[,()/\u2026]|(?<=\s)[\u2010-\u2015-](?=\s))"
)
WILL = re.compile(r"['’]ll$")  # "I'll" is not "ill"
LONGEST = 40  # letters of a word that are looked at

BOUNDARY = {"end": frozenset({",", "."}), "pause": frozenset({","}), "colon": frozenset({":"})}
HYPHENS = ("-", "\u2010", "\u2011")
BREAKS = frozenset({",", ":"})


class Token(NamedTuple):
    """A word, number or boundary, where it stands, and the names of the words and lists it belongs to."""

    start: int
    end: int
    tags: frozenset[str]


class Lexicon:
    """Which patterns a word matches: exact words, beginnings, endings and inner parts, by dictionary."""

    def __init__(self) -> None:
        self.exact: defaultdict[str, set[str]] = defaultdict(set)
        self.begins: defaultdict[str, set[str]] = defaultdict(set)
        self.ends: defaultdict[str, set[str]] = defaultdict(set)
        self.holds: defaultdict[str, set[str]] = defaultdict(set)

    def add(self, pattern: str, tag: str) -> None:
        """Give ``tag`` to every word that ``pattern`` describes."""
        table = self._table(pattern)
        stem = pattern.strip("*")
        for form in [stem[:-1] + ending for ending in words.ENDINGS] if stem.endswith("+") else [stem]:
            table[form].add(tag)

    def _table(self, pattern: str) -> defaultdict[str, set[str]]:
        if pattern.startswith("*"):
            return self.holds if pattern.endswith("*") else self.ends
        return self.begins if pattern.endswith("*") else self.exact

    def tags(self, word: str) -> set[str]:
        """Every tag of a word.

        >>> lexicon = Lexicon()
        >>> lexicon.add("*psykose*", "a"); lexicon.add("barn+", "b")
        >>> lexicon.tags("fødselspsykosen"), lexicon.tags("barnet"), lexicon.tags("barnevogn")
        ({'a'}, {'b'}, set())
        """
        n = len(word)
        found = set(self.exact.get(word, ()))
        for i in range(n):
            found.update(self.begins.get(word[: i + 1], ()), self.ends.get(word[i:], ()))
            for j in range(i + 3, n + 1):
                found.update(self.holds.get(word[i:j], ()))
        return found


class Element(NamedTuple):
    """One place of a phrase: a token with one of the tags, or up to three words (a gap)."""

    tags: frozenset[str]
    optional: bool
    gap: bool


class Phrase(NamedTuple):
    """A sequence of elements and what it tells of."""

    name: str
    elements: tuple[Element, ...]


def element(written: str) -> Element:
    """The element behind one word of a phrase.

    >>> sorted(element("min/mit?").tags), element("min/mit?").optional, element("...").gap
    (['min', 'mit'], True, True)
    """
    if written == "...":
        return Element(frozenset(), False, True)
    alternatives = written.removesuffix("?").split("/")
    if not all(alternatives):
        raise ValueError(f"nothing between the strokes of {written!r}")
    return Element(frozenset(alternatives), written.endswith("?"), False)


def phrases(name: str, lines: str) -> Iterator[Phrase]:
    """The phrases of a block of the vocabulary, one a line."""
    for line in filter(None, map(str.strip, lines.splitlines())):
        yield Phrase(name, tuple(map(element, line.split())))


def _framed() -> Iterator[Phrase]:
    """The frames, once for each category that has weak words."""
    for category in words.WEAK:
        yield from phrases(category, re.sub(r"\bX\b", f"<weak:{category}>", words.FRAMES))


ANY = frozenset({""})  # the second element is a gap or may be left out
Openings = dict[str, dict[str, list[Phrase]]]


def _openings(many: Iterable[Phrase]) -> Openings:
    """The phrases by a tag of their first element and then one of their second, so that few are tried at a token."""
    index: defaultdict[str, defaultdict[str, list[Phrase]]] = defaultdict(lambda: defaultdict(list))
    for phrase in many:
        first, second = (*phrase.elements, Element(ANY, True, False))[:2]
        for tag in first.tags:
            for following in ANY if second.gap or second.optional else second.tags:
                index[tag][following].append(phrase)
    return {tag: dict(seconds) for tag, seconds in index.items()}


REFUSED = [*(p for category, lines in words.PHRASES.items() for p in phrases(category, lines)), *_framed()]
ALLOWED = list(phrases("allowed", words.ALLOWED))
REFUSED_OPENINGS = _openings(REFUSED)
ALLOWED_OPENINGS = _openings(ALLOWED)


def _lexicon() -> Lexicon:
    """Every word of the vocabulary with its tags; a word of a phrase is a tag of its own."""
    lexicon = Lexicon()
    for kind, table in (("strong", words.STRONG), ("half", words.HALF), ("weak", words.WEAK)):
        for category, patterns in table.items():
            for pattern in patterns.split():
                lexicon.add(pattern, f"<{kind}:{category}>")
    for name, patterns in words.LISTS.items():
        for pattern in patterns.split():
            lexicon.add(pattern, f"<{name}>")
    for tag in {tag for p in [*REFUSED, *ALLOWED] for e in p.elements for tag in e.tags}:
        if tag[0] not in "<,:._":
            lexicon.add(tag, tag)
    return lexicon


LEXICON = _lexicon()


INNOCENT = frozenset(words.INNOCENT.split())
WELL_SPELT = frozenset(words.WELL_SPELT.split())
WORK_TAILS = tuple(words.WORK_TAILS.split())


def _shorter(word: str) -> set[str]:
    """The word and what is left of it without one of its letters."""
    return {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}


SPELLING = {
    short: word + end for word in words.SPELLING.split() for end in words.ENDINGS for short in _shorter(word + end)
}


def _without_common_start(left: str, right: str) -> tuple[str, str]:
    same = next((i for i, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), min(len(left), len(right)))
    return left[same:], right[same:]


def _one_apart(left: str, right: str) -> bool:
    """Whether one letter too many, too few or another, or two letters in each other's place, is all the difference.

    >>> _one_apart("psykolog", "phsykolog"), _one_apart("ritalin", "ritlain"), _one_apart("ritalin", "italian")
    (True, True, False)
    """
    left, right = _without_common_start(left, right)
    left, right = _without_common_start(left[::-1], right[::-1])
    return max(len(left), len(right)) < 2 or left == right[::-1]


def _respelt(word: str) -> set[str]:
    """The tags of the word that a misspelt one was meant to be.

    >>> "<strong:diagnosis>" in _respelt("skizofernien"), _respelt("fremragende")
    (True, set())
    """
    if not 7 <= len(word) <= LONGEST or word in WELL_SPELT | INNOCENT:
        return set()
    meant = {SPELLING[short] for short in _shorter(word) if short in SPELLING}
    meant = {right for right in meant if _one_apart(word, right)}
    return set().union(*(LEXICON.tags(right) for right in meant))


@lru_cache(maxsize=20_000)
def _word_tags(word: str) -> frozenset[str]:
    """The tags of a normalised word; a compound that names a trade or a workplace is no longer strong."""
    tags = LEXICON.tags(word[:LONGEST])
    if not any(tag.startswith(("<strong:", "<half:", "<weak:")) for tag in tags):
        tags |= _respelt(word)
    if word in INNOCENT or word.endswith(WORK_TAILS):
        tags = {tag for tag in tags if not tag.startswith("<strong")}
    if any(tag.startswith(("<strong:", "<half:", "<weak:")) for tag in tags) or tags & {"<believer>"}:
        tags.add("<sensitive>")
    if "<no_street>" in tags:
        tags.discard("<street>")
    if "<strong:medicine>" in tags:
        tags.add("<drug>")
    return frozenset(tags | {"_"})


def _normal(word: str) -> str:
    """A word as the vocabulary writes it: composed, small letters, nothing but letters and digits.

    >>> _normal("OCD'en"), _normal("Self-harm")
    ('ocden', 'selfharm')
    """
    folded = unicodedata.normalize("NFC", unicodedata.normalize("NFC", word).casefold())
    folded = WILL.sub(" will", folded)
    return folded if folded.isalnum() else "".join(c for c in folded if c.isalnum())


def _number_tags(number: str) -> frozenset[str]:
    """The tags of a number: <date> where it has inner marks, else <age>, <year>, <house> by its size."""
    if not number.isdecimal():
        return frozenset({"<number>", "<date>"} if len(re.split(r"\D", number)) == 3 else {"<number>"})
    if len(number) > 4:
        return frozenset({"<number>", "<sixdigits>"} if len(number) == 6 else {"<number>"})
    size = int(number)
    spans = {
        "<lifedecade>": (20, 60),
        "<age>": (14, 99),
        "<year>": (1920, 2015),
        "<house>": (1, 999),
        "<postcode>": (1000, 9990),
    }
    return frozenset({"<number>", number, *(tag for tag, (low, high) in spans.items() if low <= size <= high)})


def _token(match: re.Match[str]) -> Token:
    if match["word"] or match["short"]:
        half = match[0].endswith(HYPHENS)  # the first half of a compound ("dame- og herretøj") is no word of its own
        return Token(*match.span(), frozenset({"_"}) if half else _word_tags(_normal(match[0])))
    if match["number"]:
        return Token(*match.span(), _number_tags(match["number"]))
    return Token(*match.span(), BOUNDARY[match.lastgroup or "end"])


def _tokens(text: str) -> list[Token]:
    """The tokens of a text between two boundaries, its beginning and its end."""
    edges = Token(0, 0, BOUNDARY["end"]), Token(len(text), len(text), BOUNDARY["end"])
    return [edges[0], *map(_token, TOKEN.finditer(text)), edges[1]]


STOPS_AT_NOTHING: frozenset[str] = frozenset()
STOPS_AT_SELF = frozenset({"<self>", "<turn>"})


def _end(tokens: list[Token], at: int, phrase: Phrase, nth: int, stops: frozenset[str]) -> int:
    """Where the phrase from its nth element, read from token ``at``, ends; 0 if it does not fit.

    A gap takes no boundary and nothing of ``stops``.
    """
    if nth == len(phrase.elements):
        return at
    element = phrase.elements[nth]
    if element.gap:
        return _end_after_gap(tokens, at, phrase, nth, stops)
    if at < len(tokens) and not element.tags.isdisjoint(tokens[at].tags):
        end = _end(tokens, at + 1, phrase, nth + 1, stops)
        if end:
            return end
    return _end(tokens, at, phrase, nth + 1, stops) if element.optional else 0


def _end_after_gap(tokens: list[Token], at: int, phrase: Phrase, nth: int, stops: frozenset[str]) -> int:
    for skipped in range(at, at + 4):
        end = _end(tokens, skipped, phrase, nth + 1, stops)
        if end or skipped >= len(tokens) or tokens[skipped].tags & (BREAKS | stops):
            return end
    return 0


def _opened(token: Token, following: Token, openings: Openings) -> Iterator[Phrase]:
    """The phrases that a token and the one after it may open."""
    for tag in token.tags & openings.keys():
        seconds = openings[tag]
        for second in (following.tags | ANY) & seconds.keys():
            yield from seconds[second]


def _spoken(tokens: list[Token], openings: Openings, stops: frozenset[str]) -> Iterator[tuple[str, int, int]]:
    """(name, first token, end) of each phrase that is there."""
    for at, (token, following) in enumerate(pairwise(tokens)):
        for phrase in _opened(token, following, openings):
            end = _end(tokens, at + 1, phrase, 1, stops)
            if end:
                yield phrase.name, at, end


def _allowed(tokens: list[Token]) -> set[int]:
    """The tokens that lie inside a phrase of ALLOWED, and the sensitive words that follow it at once."""
    inside: set[int] = set()
    for _, start, end in _spoken(tokens, ALLOWED_OPENINGS, STOPS_AT_SELF):
        while end not in inside and "<sensitive>" in tokens[end - 1].tags and "<sensitive>" in tokens[end].tags:
            end += 1
        inside.update(range(start, end))
    return inside


def _tagged(tokens: list[Token], at: int, kind: str) -> Iterator[tuple[str, int, int]]:
    """(category, token, next token) of each category in which a token is of that kind."""
    yield from ((tag.removeprefix(kind)[:-1], at, at + 1) for tag in tokens[at].tags if tag.startswith(kind))


def _strong(tokens: list[Token]) -> Iterator[tuple[str, int, int]]:
    """(category, token, next token) of each word that is refused wherever it stands."""
    for at in range(len(tokens)):
        yield from _tagged(tokens, at, "<strong:")


def _sentences(tokens: list[Token]) -> Iterator[range]:
    """The tokens of each sentence."""
    start = 0
    for at, token in enumerate(tokens):
        if "." in token.tags:
            yield range(start, at)
            start = at + 1


def _half(tokens: list[Token]) -> Iterator[tuple[str, int, int]]:
    """(category, token, next token) of each word of HALF in a sentence without duties or other people."""
    for sentence in _sentences(tokens):
        if any(tokens[i].tags & {"<duty>", "<people>"} for i in sentence):
            continue
        for at in sentence:
            yield from _tagged(tokens, at, "<half:")


def _worded(tokens: list[Token]) -> Iterator[tuple[str, int, int]]:
    """(category, start, end) of each refused word or phrase of the text."""
    allowed = _allowed(tokens)
    said = _spoken(tokens, REFUSED_OPENINGS, STOPS_AT_NOTHING)
    for category, first, end in chain(_strong(tokens), _half(tokens), said):
        inside = [i for i in range(first, end) if not tokens[i].tags & BREAKS]
        if not allowed.issuperset(inside):
            yield category, tokens[inside[0]].start, tokens[inside[-1]].end


def _is_phone(text: str, start: int, end: int) -> bool:
    """Whether eight digits are a telephone number: no date or years, and no number of a part, an order or money."""
    before, after = re.split(r"[.;!?\n]", text[max(0, start - 40) : start])[-1], text[end : end + 10]
    if YEARS.fullmatch(text, start, end) or DATE.fullmatch(text, start, end) or MONEY.match(after):
        return False
    return not any("<not_a_phone>" in _word_tags(_normal(word)) for word in re.findall(r"[^\W\d_]+", before))


def _digits(text: str) -> str:
    """The text with every decimal digit as 0-9, of the same length."""
    return text if text.isascii() else "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in text)


def _numbered(text: str) -> Iterator[tuple[str, int, int]]:
    """(category, start, end) of CPR numbers, telephone numbers, addresses of mail and handles."""
    plain = _digits(text)
    for pattern in (CPR_NUMBER, CPR_APART):
        yield from (("cpr", *match.span()) for match in pattern.finditer(plain))
    for pattern in (EMAIL, HANDLE, PHONE_ABROAD, PHONE_OF_ELEVEN):
        yield from (("contact", *match.span()) for match in pattern.finditer(plain))
    for pattern in (PHONE, PHONE_IN_THREES):
        yield from (("contact", *match.span()) for match in pattern.finditer(plain) if _is_phone(plain, *match.span()))


def forbidden(text: str) -> list[Finding]:
    """What may not stand in a candidate's text, in the order it stands there; nothing found is an empty list.

    >>> forbidden("Jeg har ADHD og kan køre truck")
    [Finding(category='diagnosis', words='ADHD')]
    >>> forbidden("Har plejet borgere med demens i 20 år")
    []
    """
    found = sorted({*_numbered(text), *_worded(_tokens(text))}, key=lambda f: (f[1], -f[2], f[0]))
    kept: list[Finding] = []
    reach = 0
    for category, start, end in found:
        if end > reach:  # what lies inside a longer finding is told by it
            kept.append(Finding(cast(Category, category), text[start:end]))
            reach = end
    return kept
