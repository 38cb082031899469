"""What the rest of an ad says of each post: sentences that name it, and its part of sentences that name several.

"Til natholdet kræves truckcertifikat" is of the post "Nathold". Of "I vaskeriet får du 22 timer, i systuen 9 timer"
each post has its own clause.
"""

import dataclasses
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from matcher.reader.sentences import Sentence

SHORTEST_NAME = 4  # letters of a word by which another sentence may mean the post
_WORD = re.compile(r"[^\W\d]+|\d")
_ENDING = re.compile(r"(?<=\w{5})(?:erne|ene|en|et|er|ne|s|e|n|t)$")
_NAME_END = re.compile(r"[,(:;.\d]|\s-\s|\s(?:på|med|kl|of|at)\s")
_CLAUSE = re.compile(r"[,;.:]\s|\s(?:og|men|mens|and|but|while|eller|or)\s")

Later = list[Sentence]


def told_later(labels: Sequence[str], sentences: Sequence[Sentence]) -> tuple[list[Later], Later]:
    """The sentences of each label, in their order, and those that are of none."""
    names = own_names(labels)
    later: list[Later] = [[] for _ in labels]
    of_none: Later = []
    for sentence in sentences:
        parts = list(_shared_out(sentence, names))
        for at, part in parts:
            later[at].append(part)
        if not parts:
            of_none.append(sentence)
    return later, of_none


def own_names(labels: Sequence[str]) -> list[frozenset[str]]:
    """The words of each label that no other has."""
    every = [_names(_NAME_END.split(label, maxsplit=1)[0]) for label in labels]
    return [
        mine - frozenset[str]().union(*(other for place, other in enumerate(every) if place != at))
        for at, mine in enumerate(every)
    ]


def _names(text: str) -> frozenset[str]:
    """The words of a text without their endings, as far as they can name a post."""
    return frozenset(stem for word in _WORD.findall(text) if len(stem := _stem(word)) >= SHORTEST_NAME)


def _stem(word: str) -> str:
    """A word without its ending, where five letters are left.

    >>> _stem("Natholdet"), _stem("aften")
    ('nathold', 'aften')
    """
    return _ENDING.sub("", word.lower())


def _shared_out(sentence: Sentence, names: Sequence[frozenset[str]]) -> Iterator[tuple[int, Sentence]]:
    """Which label the sentence is of, or its clauses where it names several once each."""
    places = list(_mentions(sentence, names))
    owners = [owner for owner, _, _ in places]
    if len(set(owners)) == 1:
        yield owners[0], sentence
    elif places and len(set(owners)) == len(owners):
        between = [_cut(sentence.text, end, start) for (_, _, end), (_, start, _) in pairwise(places)]
        cuts = [0, *between, len(sentence.text)]
        for (owner, _, _), start, end in zip(places, cuts, cuts[1:], strict=False):
            yield owner, clause(sentence, start, end)


def _mentions(sentence: Sentence, names: Sequence[frozenset[str]]) -> Iterator[tuple[int, int, int]]:
    """Which label is named, and from where to where; a label again after itself is not told again."""
    last = None
    for word in _WORD.finditer(sentence.text):
        owner = next((at for at, own in enumerate(names) if _stem(word.group()) in own), None)
        if owner is not None and owner != last:
            yield owner, *word.span()
            last = owner


def _cut(text: str, start: int, end: int) -> int:
    """Where the clause of the second name begins, between the two names."""
    cuts = list(_CLAUSE.finditer(text, start, end))
    return cuts[-1].end() if cuts else end


def clause(sentence: Sentence, start: int, end: int) -> Sentence:
    """The part of a sentence from ``start``, or the first word after it, to ``end``."""
    start += len(sentence.text[start:end]) - len(sentence.text[start:end].lstrip())
    return dataclasses.replace(
        sentence,
        start=sentence.start + start,
        end=sentence.start + end,
        text=sentence.text[start:end],
        original=sentence.original[start:end],
    )
