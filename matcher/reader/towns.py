"""Towns named in a text: found by the table of postcodes, with the postcode if the text gives one.

A name of three letters ("Tim", "Fur", "Ry") counts only beside its postcode, because it usually means something else.
"""

import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

from matcher.geography import places

SHORTEST = 4  # letters of a name without a postcode beside it
MOST_WORDS = 3  # words of a name: "Nykøbing F Syd"
_NAME = re.compile(r"(?<!\w)[A-ZÆØÅ]\w+(?: (?:[A-ZÆØÅ]\w*))*")
_CODE_BEFORE = re.compile(r"(\d{4})\s$")
_CODE_AFTER = re.compile(r",?\s?\(?(\d{4})(?!\d)")


class Town(NamedTuple):
    """A place in the text: its name from ``start`` to ``end``, and what is known of it."""

    start: int
    end: int
    name: str
    postcode: str | None
    municipality: str | None


def towns(text: str) -> Iterator[Town]:
    """The towns and municipalities that ``text`` names, in order.

    >>> [(town.name, town.postcode, town.municipality) for town in towns("Løkken (9480) eller Ringsted")]
    [('Løkken', '9480', 'Hjørring'), ('Ringsted', '4100', 'Ringsted')]
    """
    for words in _NAME.finditer(text):
        start = words.start()
        while start < words.end():
            name = _longest(text[start : words.end()])
            if name:
                yield from _placed(text, start, start + len(name))
            start += len(name or text[start : words.end()].split(" ", 1)[0]) + 1


def _longest(words: str) -> str | None:
    """The longest name of a place at the start of ``words``."""
    parts = words.split(" ", MOST_WORDS)[:MOST_WORDS]
    names = (" ".join(parts[:count]) for count in range(len(parts), 0, -1))
    return next((name for name in names if name.lower() in _codes()), None)


def _placed(text: str, start: int, end: int) -> Iterator[Town]:
    name = text[start:end]
    code = _CODE_AFTER.match(text, end) or _CODE_BEFORE.search(text, max(0, start - 5), start)
    given = places().get(code.group(1)) if code else None
    known = _codes()[name.lower()]
    if given and code:
        yield Town(start, end, name, code.group(1), given.municipality)
    elif len(name) >= SHORTEST:
        municipalities = {places()[postcode].municipality for postcode in known}
        yield Town(
            start,
            end,
            name,
            known[0] if len(known) == 1 else None,
            municipalities.pop() if len(municipalities) == 1 else None,
        )


@functools.cache
def _codes() -> dict[str, list[str]]:
    """The postcodes of each town; for a municipality that is no town, those within it."""
    by_town: dict[str, list[str]] = {}
    by_municipality: dict[str, list[str]] = {}
    for postcode, place in places().items():
        by_town.setdefault(place.town.lower(), []).append(postcode)
        by_municipality.setdefault(place.municipality.lower(), []).append(postcode)
    return by_municipality | by_town
