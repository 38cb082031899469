"""Defines how the patterns of the reader are written, and the words they share.

A pattern is a *phrase*, a regular expression over folded text, with these rules:

- a space stands for one or more spaces and ``_`` for any number, also none;
- ``<name>`` stands for a list of words, from ``WORDS`` or given beside the phrase;
- the phrase matches whole words only, so "elev" does not match in "elever".

Each pattern carries one example that must match and one that must not; the tests try them all. Matching is linear: no
nested repetitions, every open stretch is bounded, and so is a sentence.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

UNITS_DA = {
    "en": 1,
    "et": 1,
    "én": 1,
    "ét": 1,
    "to": 2,
    "tre": 3,
    "fire": 4,
    "fem": 5,
    "seks": 6,
    "syv": 7,
    "otte": 8,
    "ni": 9,
    "ti": 10,
    "elleve": 11,
    "tolv": 12,
    "tretten": 13,
    "fjorten": 14,
    "femten": 15,
    "seksten": 16,
    "sytten": 17,
    "atten": 18,
    "nitten": 19,
}
UNITS_EN = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
}
TENS_DA = {"tyve": 20, "tredive": 30, "fyrre": 40}
TENS_EN = {"twenty": 20, "thirty": 30, "forty": 40}
ONES = range(1, 10)


def _number_words() -> dict[str, int]:
    words = UNITS_DA | UNITS_EN | TENS_DA | TENS_EN
    for ten, value in TENS_DA.items():
        words |= {f"{one}og{ten}": value + n for one, n in UNITS_DA.items() if n in ONES}
    for ten, value in TENS_EN.items():
        words |= {f"{ten}-{one}": value + n for one, n in UNITS_EN.items() if n in ONES}
    return words


NUMBER_WORDS = _number_words()
NUMBER = (
    r"(?:(?<![\w.,:])\d{1,3}(?:[.,]\d{1,2}|½)?(?!\d|[.,]\d)|(?<!\w)(?:"
    + "|".join(sorted(NUMBER_WORDS, key=len, reverse=True))
    + r")(?!\w))"
)

WEEKDAYS = (
    "mandag",
    "tirsdag",
    "onsdag",
    "torsdag",
    "fredag",
    "lørdag",
    "søndag",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
)

WORDS: dict[str, str | tuple[str, ...]] = {
    "number": NUMBER,
    "weekday": tuple(f"{day}s?" for day in WEEKDAYS),
    "gap": r"[^;!?]{0,40}?",  # some words in the same clause
    "words": r"(?:[\w'-]+ ){0,4}?",  # at most four words
}


WordLists = dict[str, str | tuple[str, ...]]


@dataclass(frozen=True)
class Pattern:
    """A phrase with its name, an example that must match and one that must not."""

    name: str
    phrase: str
    expression: str
    example: str
    counterexample: str

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The compiled phrase. Compiled when first needed, because a list from an index reads no ad and need not wait
        for 300 patterns."""
        return re.compile(self.expression)

    def search(self, text: str, start: int = 0) -> re.Match[str] | None:
        """The first match in folded ``text``, from ``start`` on."""
        return self.regex.search(text, start)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """All matches in folded ``text``."""
        return self.regex.finditer(text)


@dataclass(frozen=True, slots=True)
class Grammar:
    """Word lists that phrases may name. A list is a tuple of phrases, or one phrase."""

    words: WordLists

    def pattern(self, name: str, phrase: str, yes: str, no: str) -> Pattern:
        """A ``Pattern`` for ``phrase``, with an example and a counter-example.

        >>> hours = Grammar({"hour": ("timer", "hours")}).pattern("h", "<number>_<hour>", yes="20timer", no="20 timers")
        >>> bool(hours.search("ca. 20  timer"))
        True
        """
        return Pattern(name, phrase, rf"(?<!\w)(?:{self._expand(phrase)})(?!\w)", yes, no)

    def _expand(self, phrase: str) -> str:
        """The phrase as an ordinary regular expression."""
        lists = WORDS | self.words
        while _NAME.search(phrase):
            phrase = _NAME.sub(lambda match: f"(?:{_either(lists[match.group(1)])})", phrase)
        return phrase.replace("_", "\0").replace(" ", "[ ]+").replace("\0", "[ ]*")


_NAME = re.compile(r"(?<!\?P)<(\w+)>")


def _either(words: str | tuple[str, ...]) -> str:
    return words if isinstance(words, str) else "|".join(words)


def first_match(patterns: Iterable[Pattern], text: str) -> re.Match[str] | None:
    """The match of the first pattern that matches."""
    for candidate in patterns:
        match = candidate.search(text)
        if match:
            return match
    return None


def mask(text: str, patterns: Iterable[Pattern]) -> str:
    """``text`` with every match overwritten by ``#``, so that no later pattern sees it. Its length stays."""
    for trap in patterns:
        text = trap.regex.sub(lambda match: "#" * len(match.group()), text)
    return text


def number(word: str) -> float:
    """The value of a number in digits or words.

    >>> number("18,5"), number("7½"), number("femogtyve")
    (18.5, 7.5, 25.0)
    """
    if word in NUMBER_WORDS:
        return float(NUMBER_WORDS[word])
    return float(word.replace(",", ".").replace("½", ".5"))
