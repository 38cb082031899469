"""The field of work that a short text is about, by the stems in ``fields.csv``. For slices and variety only.

The fields are Jobnet's areas of occupation, some of them merged. No ranking may use this table: it lets a report say
*where* a ranking is good, and is crude on purpose.
"""

import csv
import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path

UNPLACED = "unplaced"


@cache
def stems() -> dict[str, str]:
    """stem -> field."""
    with (Path(__file__).parent / "fields.csv").open(encoding="utf-8", newline="") as file:
        return {stem: row["field"] for row in csv.DictReader(file) for stem in row["stems"].split()}


def field(texts: Iterable[str]) -> str:
    """The field that most words belong to; the first named wins a tie; "unplaced" if no word belongs to any.

    A stem of up to three letters starts a word; a longer one may stand inside a compound. The longest stem in a word
    counts.

    >>> field(["Køkkenmedhjælper til kantine", "gerne have en lagerhylde"])
    'kitchen and restaurant'
    >>> field(["noget roligt"])
    'unplaced'
    """
    words = re.findall(r"[\w.-]+", " ".join(texts).lower())
    counts = Counter(filter(None, map(_of_word, words)))
    return counts.most_common(1)[0][0] if counts else UNPLACED


def _of_word(word: str) -> str | None:
    inside = [stem for stem in stems() if word.startswith(stem) or (len(stem) > 3 and stem in word)]
    return stems()[max(inside, key=len)] if inside else None
