"""What the rest of an ad says of each post: sentences that name one post, and clauses of sentences that name several.

"Til natholdet kræves truckcertifikat" belongs to the post "Nathold". In "I vaskeriet får du 22 timer, i systuen 9
timer" each post has its own clause.
"""

import dataclasses
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from matcher.reader.sentences import Sentence

SHORTEST_NAME = 4  # letters of a word that let another sentence refer to the post
_WORD = re.compile(r"[^\W\d]+|\d")
_ENDING = re.compile(r"(?<=\w{5})(?:erne|ene|en|et|er|ne|s|e|n|t)$")
_NAME_END = re.compile(r"[,(:;.\d]|\s-\s|\s(?:på|med|kl|of|at)\s")
_CLAUSE = re.compile(r"[,;.:]\s|\s(?:og|men|mens|and|but|while|eller|or)\s")

Later = list[Sentence]


def sentences_by_label(labels: Sequence[str], sentences: Sequence[Sentence]) -> tuple[list[Later], Later]:
    """Sentences about each label, in order, and the sentences about none of them."""
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
    """Words of each label that no other label has."""
    every = [_names(_NAME_END.split(label, maxsplit=1)[0]) for label in labels]
    return [
        mine - frozenset[str]().union(*(other for place, other in enumerate(every) if place != at))
        for at, mine in enumerate(every)
    ]


def _names(text: str) -> frozenset[str]:
    """Words of a text without their endings, if they can name a post."""
    return frozenset(stem for word in _WORD.findall(text) if len(stem := _stem(word)) >= SHORTEST_NAME)


def _stem(word: str) -> str:
    """A word without its ending, if five letters remain.

    >>> _stem("Natholdet"), _stem("aften")
    ('nathold', 'aften')
    """
    return _ENDING.sub("", word.lower())


def _shared_out(sentence: Sentence, names: Sequence[frozenset[str]]) -> Iterator[tuple[int, Sentence]]:
    """(label, sentence) for a sentence about one label, or for its clauses if it names several once each."""
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
    """(label, start, end) of each mention. A label right after itself is not repeated."""
    last = None
    for word in _WORD.finditer(sentence.text):
        owner = next((at for at, own in enumerate(names) if _stem(word.group()) in own), None)
        if owner is not None and owner != last:
            yield owner, *word.span()
            last = owner


def _cut(text: str, start: int, end: int) -> int:
    """Start of the clause of the second name, between the two names."""
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
