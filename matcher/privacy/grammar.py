"""Applies the vocabulary: a text becomes tokens, each token gets tags (the words and lists it belongs to), and phrases
are sequences of tags. Nothing is learnt, and no text is stored."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain, pairwise
from typing import NamedTuple

from matcher.privacy import words

# A number with its inner marks ("13-18", "12.3.85"), a word with its inner hyphens, or the end of a clause.
TOKEN = re.compile(
    r"(?P<short>\b(?i:kl|ca|nr|tlf|pga|bl|evt|inkl|st|mr|mrs|dr|skt|min|max|cirka|osv|etc|f|eks)\.)"
    r"|(?P<number>\d+(?:[.,/\u2010-\u2015-]\d+)*)"
    r"|(?P<word>[^\W\d_][\w\u00ad\u0300-\u036f'’`´\u2010-\u2011-]*)"
    r"|(?P<end>[.;!?\n]+)|(?P<colon>:)|(?P<pause>[,()/\u2026]|(?<=\s)[\u2010-\u2015-](?=\s))"
)
WILL = re.compile(r"['’]ll$")  # "I'll" is not "ill"
LONGEST = 40  # letters of a word that are examined
# Characters of a word that are examined: its 40 letters with a mark and a hyphen each, and room for an ending. Putting
# the marks of 80,000 characters in order takes 5 s, of 200 characters 10 microseconds.
LONGEST_RAW = 200

BOUNDARY = {"end": frozenset({",", "."}), "pause": frozenset({","}), "colon": frozenset({":"})}
HYPHENS = ("-", "\u2010", "\u2011")
BREAKS = frozenset({",", ":"})


class Token(NamedTuple):
    """A word, number or boundary with its place and its tags: the words and lists it belongs to."""

    start: int
    end: int
    tags: frozenset[str]


class Lexicon:
    """Finds the patterns that match a word: exact words, starts, ends and inner parts, by dictionary."""

    def __init__(self) -> None:
        self.exact: defaultdict[str, set[str]] = defaultdict(set)
        self.begins: defaultdict[str, set[str]] = defaultdict(set)
        self.ends: defaultdict[str, set[str]] = defaultdict(set)
        self.holds: defaultdict[str, set[str]] = defaultdict(set)
        # The first three letters of each pattern in ``holds``.
        self.inner: defaultdict[str, set[str]] = defaultdict(set)

    def add(self, pattern: str, tag: str) -> None:
        """Gives ``tag`` to every word that ``pattern`` describes."""
        table = self._table(pattern)
        stem = pattern.strip("*")
        for form in [stem[:-1] + ending for ending in words.ENDINGS] if stem.endswith("+") else [stem]:
            table[form].add(tag)
            if table is self.holds:
                self.inner[form[:3]].add(form)

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
        tags = set(self.exact.get(word, ()))
        for i in range(len(word)):
            tags.update(self.begins.get(word[: i + 1], ()), self.ends.get(word[i:], ()))
            for part in self.inner.get(word[i : i + 3], ()):
                if word.startswith(part, i):
                    tags |= self.holds[part]
        return tags


class Element(NamedTuple):
    """One place in a phrase: a token with one of the tags, or a gap of up to three words."""

    tags: frozenset[str]
    optional: bool
    gap: bool


class Phrase(NamedTuple):
    """A sequence of elements and its category."""

    name: str
    elements: tuple[Element, ...]


def element(written: str) -> Element:
    """The element for one word of a phrase.

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


def openings(many: Iterable[Phrase]) -> Openings:
    """The phrases by a tag of their first element, then one of their second, so that few are tried at each token."""
    index: defaultdict[str, defaultdict[str, list[Phrase]]] = defaultdict(lambda: defaultdict(list))
    for phrase in many:
        first, second = (*phrase.elements, Element(ANY, True, False))[:2]
        for tag in first.tags:
            for following in ANY if second.gap or second.optional else second.tags:
                index[tag][following].append(phrase)
    return {tag: dict(seconds) for tag, seconds in index.items()}


REFUSED = [*(p for category, lines in words.PHRASES.items() for p in phrases(category, lines)), *_framed()]
ALLOWED = list(phrases("allowed", words.ALLOWED))
# Tags for ads: ``matcher.privacy.ads``.
OF_SOMEBODY, WITH_SOMEBODY, LINKS, OF_OTHERS = (
    list(phrases("health", lines)) for lines in (words.OF_SOMEBODY, words.WITH_SOMEBODY, words.LINKS, words.OF_OTHERS)
)


def _lexicon() -> Lexicon:
    """Every word of the vocabulary with its tags. A word in a phrase is a tag of its own."""
    lexicon = Lexicon()
    for kind, table in (("strong", words.STRONG), ("half", words.HALF), ("weak", words.WEAK)):
        for category, patterns in table.items():
            for pattern in patterns.split():
                lexicon.add(pattern, f"<{kind}:{category}>")
    for name, patterns in words.LISTS.items():
        for pattern in patterns.split():
            lexicon.add(pattern, f"<{name}>")
    written = chain(REFUSED, ALLOWED, OF_SOMEBODY, WITH_SOMEBODY, LINKS, OF_OTHERS)
    for tag in {tag for p in written for e in p.elements for tag in e.tags}:
        if tag[0] not in "<,:._":
            lexicon.add(tag, tag)
    return lexicon


LEXICON = _lexicon()


INNOCENT = frozenset(words.INNOCENT.split())
WELL_SPELT = INNOCENT | frozenset(words.WELL_SPELT.split())
STRONG = frozenset(f"<strong:{category}>" for category in words.STRONG)
SENSITIVE = STRONG | {f"<half:{c}>" for c in words.HALF} | {f"<weak:{c}>" for c in words.WEAK}
WORK_TAILS = tuple(words.WORK_TAILS.split())


def _shorter(word: str) -> set[str]:
    """The word, and the word without each one of its letters."""
    return {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}


SPELLING = {
    short: word + end for word in words.SPELLING.split() for end in words.ENDINGS for short in _shorter(word + end)
}


def _without_common_start(left: str, right: str) -> tuple[str, str]:
    same = next((i for i, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), min(len(left), len(right)))
    return left[same:], right[same:]


def _one_apart(left: str, right: str) -> bool:
    """Whether two words differ by one letter too many, too few or replaced, or by two letters swapped.

    >>> _one_apart("psykolog", "phsykolog"), _one_apart("ritalin", "ritlain"), _one_apart("ritalin", "italian")
    (True, True, False)
    """
    left, right = _without_common_start(left, right)
    left, right = _without_common_start(left[::-1], right[::-1])
    return max(len(left), len(right)) < 2 or left == right[::-1]


def _respelt(word: str) -> set[str]:
    """The tags of the word that a misspelt one stands for.

    >>> "<strong:diagnosis>" in _respelt("skizofernien"), _respelt("fremragende")
    (True, set())
    """
    if not 7 <= len(word) <= LONGEST or word in WELL_SPELT:
        return set()
    meant = {SPELLING[short] for short in _shorter(word) if short in SPELLING}
    meant = {right for right in meant if _one_apart(word, right)}
    return set().union(*(LEXICON.tags(right) for right in meant))


def tags_of(word: str) -> frozenset[str]:
    """The tags of a normalised word. A compound that names a trade or a workplace is not strong.

    Not cached between texts, because people's words would stay in memory after they are deleted. Over the 3,639
    statements of ``data/fixtures/privacy`` a cache of 20,000 words saved 0.25 of 1.08 s.
    """
    tags = LEXICON.tags(word[:LONGEST])
    if tags.isdisjoint(SENSITIVE):
        tags |= _respelt(word)
    if word in INNOCENT or word.endswith(WORK_TAILS):
        tags -= STRONG
    if not tags.isdisjoint(SENSITIVE) or "<believer>" in tags:
        tags.add("<sensitive>")
    if "<no_street>" in tags:
        tags.discard("<street>")
    if "<no_surname>" in tags:
        tags.discard("<surname>")
    if "<strong:medicine>" in tags:
        tags.add("<drug>")
    return frozenset(tags | {"_"})


def normal(word: str) -> str:
    """A word in the vocabulary's spelling: composed, small letters, only letters and digits.

    >>> normal("OCD'en"), normal("Self-harm")
    ('ocden', 'selfharm')
    """
    folded = unicodedata.normalize("NFC", unicodedata.normalize("NFC", word[:LONGEST_RAW]).casefold())
    folded = WILL.sub(" will", folded)
    return folded if folded.isalnum() else "".join(c for c in folded if c.isalnum())


def _number_tags(number: str) -> frozenset[str]:
    """The tags of a number: <date> if it has inner marks, else <age>, <year>, <house> by its size."""
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
        half = match[0].endswith(HYPHENS)  # the first half of a compound ("dame- og herretøj") is not a separate word
        return Token(*match.span(), frozenset({"_"}) if half else tags_of(normal(match[0])))
    if match["number"]:
        return Token(*match.span(), _number_tags(match["number"]))
    return Token(*match.span(), BOUNDARY[match.lastgroup or "end"])


def tokens_of(text: str) -> list[Token]:
    """The tokens of a text between two boundaries, its start and its end."""
    edges = Token(0, 0, BOUNDARY["end"]), Token(len(text), len(text), BOUNDARY["end"])
    return [edges[0], *map(_token, TOKEN.finditer(text)), edges[1]]


def end_of(tokens: list[Token], at: int, phrase: Phrase, nth: int, stops: frozenset[str]) -> int:
    """The end of the phrase from its nth element, read from token ``at``; 0 if it does not match.

    A gap contains no boundary and no tag in ``stops``.
    """
    if nth == len(phrase.elements):
        return at
    element = phrase.elements[nth]
    if element.gap:
        return _end_after_gap(tokens, at, phrase, nth, stops)
    if at < len(tokens) and not element.tags.isdisjoint(tokens[at].tags):
        end = end_of(tokens, at + 1, phrase, nth + 1, stops)
        if end:
            return end
    return end_of(tokens, at, phrase, nth + 1, stops) if element.optional else 0


def _end_after_gap(tokens: list[Token], at: int, phrase: Phrase, nth: int, stops: frozenset[str]) -> int:
    for skipped in range(at, at + 4):
        end = end_of(tokens, skipped, phrase, nth + 1, stops)
        if end or skipped >= len(tokens) or tokens[skipped].tags & (BREAKS | stops):
            return end
    return 0


def _opened(token: Token, following: Token, index: Openings) -> Iterator[Phrase]:
    """The phrases that a token and the next one may open."""
    for tag in token.tags & index.keys():
        seconds = index[tag]
        for second in (following.tags | ANY) & seconds.keys():
            yield from seconds[second]


def spoken(tokens: list[Token], index: Openings, stops: frozenset[str]) -> Iterator[tuple[str, int, int]]:
    """(name, first token, end) of each phrase in the text."""
    for at, (token, following) in enumerate(pairwise(tokens)):
        for phrase in _opened(token, following, index):
            end = end_of(tokens, at + 1, phrase, 1, stops)
            if end:
                yield phrase.name, at, end
