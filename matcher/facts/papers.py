"""Licences, papers and languages that an ad requires, under names that can be compared."""

import re
from collections.abc import Iterable, Sequence

from matcher.schema import Requirement

LICENCES = ("AM", "A1", "A2", "A", "B", "BE", "C1", "C1E", "C", "CE", "D1", "D1E", "D", "DE", "TAXI", "LK")
# Directive 2006/126/EC art. 6 (2): who holds the first may drive the others. B covers LK (tractor) in Denmark.
INCLUDED = {
    "A": ("A2",),
    "A2": ("A1",),
    "A1": ("AM",),
    "B": ("AM", "LK"),
    "BE": ("B",),
    "C1": ("B",),
    "C1E": ("C1", "BE"),
    "C": ("C1",),
    "CE": ("C", "C1E"),
    "D1": ("B",),
    "D1E": ("D1", "BE"),
    "D": ("D1",),
    "DE": ("D", "D1E"),
    "TAXI": ("B",),
}
LANGUAGES = {
    "dansk": "da",
    "danish": "da",
    "engelsk": "en",
    "english": "en",
    "tysk": "de",
    "german": "de",
    "svensk": "sv",
    "swedish": "sv",
    "norsk": "no",
    "norwegian": "no",
    "polsk": "pl",
    "polish": "pl",
    "arabisk": "ar",
    "fransk": "fr",
    "french": "fr",
    "spansk": "es",
    "spanish": "es",
}
A_PAPER = re.compile(r"(?:kort|bevis|certifikat|kursus|uddannelse|svend)\w*$")
# Starts of words that can stand beside any paper and name none.
SAY_NOTHING = frozenset(
    ("uddann", "udlært", "faglær", "faguda", "releva", "erfari", "svende", "grundu", "bevis", "kursus")
)


def category(written: str) -> str:
    """Category of a driving licence as people write it. A text that names none is B or is kept as it is.

    >>> category("C/E"), category("Kørekort (b)"), category("alm. kørekort"), category("Traktor")
    ('CE', 'B', 'B', 'TRAKTOR')
    """
    words = re.findall(r"\w+", re.sub(r"(?<=[A-Z0-9])\s*[/+]\s*(?=E\b)", "", written.upper()))
    named = next((w for w in words if w in LICENCES), None)
    if named is None and re.search(r"kørekort|licen[cs]e", written, re.IGNORECASE):
        return "B"
    return named or " ".join(words)


def may_drive(licences: Sequence[str]) -> set[str]:
    """Categories that the holder of these licences may drive."""
    categories: set[str] = set()
    new = {category(name) for name in licences}
    while new:
        categories |= new
        new = {included for name in new for included in INCLUDED.get(name, ())} - categories
    return categories


def stems(text: str) -> frozenset[str]:
    """First six letters of each word that names the paper; "kort" and the like are dropped. Compounds start alike.

    >>> sorted(stems("Uddannet tømrer")), sorted(stems("Tømrersvend"))
    (['tømrer'], ['tømrer'])
    >>> sorted(stems("truckkort")), sorted(stems("Truckcertifikat B"))
    (['truck'], ['truck'])
    """
    words = (A_PAPER.sub("", word) for word in re.findall(r"[^\W\d_]{4,}", text.casefold()))
    return frozenset(word[:6] for word in words if len(word) > 2) - SAY_NOTHING


def paper(requirement: Requirement) -> frozenset[str]:
    """Word stems that name a required paper: from ``what`` if the reader found it, else from the quote."""
    return stems(requirement.what or "") or stems(requirement.quote)


def languages(requirements: Iterable[Requirement]) -> dict[str, Requirement]:
    """Required languages by code."""
    return {
        LANGUAGES[r.what]: r
        for r in requirements
        if r.kind == "language" and r.strength == "required" and r.what in LANGUAGES
    }
