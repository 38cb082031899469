"""How strongly an ad asks for something: required, desirable or not required.

The strength comes from the words around the mention ("gerne", "en fordel", "ikke et krav", "skal"), then from its
heading. A mention that is simply listed has none.
"""

import re

from matcher.reader.denials import NO_DEMAND, begins_a_list, denial, lacked
from matcher.reader.patterns import Grammar, mask
from matcher.reader.sentences import Sentence
from matcher.schema import Strength

_phrase = Grammar(
    {
        "wish": (
            "gerne",
            "helst",
            "allerhelst",
            "optimalt",
            "ønsker",
            "ønskes",
            "måske",
            "preferably",
            "ideally",
            "some",
            "lægger vægt på",
        ),
        "good": (
            r"fordele?",
            "plus",
            "pluspoint",
            "foretrækkes",
            "at foretrække",
            r"ønskeligt?",
            "er ønsket",
            "great if",
            "be great",
            r"vægte[rs]?",
            r"tæl(?:le|ler)",
            r"velkom(?:men|ment|ne|t)?",
            "ser vi gerne",
            "velset",
            "guld",
            "gevinst",
            "skønt",
            "sødt",
            r"ønskværdigt?",
            "kunne vi bruge",
            "det nemmeste",
            "glad for",
            "easier",
            "glæde",
            "praktisk",
            "rart",
            r"dejligt?",
            "fint",
            "forspring",
            "foran",
            "bonus",
            "godt at have",
            "giver tillæg",
            r"advantage\w*",
            "desirable",
            "preferred",
            "nice to have",
            "beneficial",
            "asset",
            "welcome",
            "helpful",
            "useful",
        ),
        "must": (
            "skal",
            "krav",
            "kræver",
            "kræves",
            "kræve",
            "påkrævet",
            r"nødvendigt?",
            "nødvendighed",
            "forudsætning",
            "forudsætter",
            "forudsættes",
            "betingelse",
            "absolut",
            "afgørende",
            "must",
            r"required?",
            "requires",
            "requirement",
            r"need\w*",
            "mandatory",
            "essential",
            "forventer",
            "er i besiddelse",
        ),
        "untaught": (r"(?:eller )?ufaglærte?", "autodidakt", "selvlært", "ikke selv"),
    }
).pattern

LIKED = _phrase("liked", r"gerne|helst|ønskes", yes="det ser vi gerne", no="det lægger vi vægt på")
WISHED = _phrase("wished", r"<wish>|hvis du har|<good>", yes="gerne kørekort", no="kørekort er et krav")
DESIRABLE = _phrase("desirable", r"<good>", yes="kørekort er en fordel", no="gerne kørekort")
UNTAUGHT = _phrase("untaught", r"<untaught>", yes="uddannet eller ufaglært", no="uddannet")
REQUIRED = _phrase("required", r"<must>", yes="du skal have kørekort", no="gerne kørekort")
_STOP = re.compile(
    r"(?<!\bel)(?<!\blign)[.;!?]|\s(?:men|but)\s(?=(?:du|vi|egen"
    r"|har)\b)|,\s(?:og|and|du|you|samt|at)\s|,\s(?:ikke|not)\s(?=egen|eget|your)"
)
_BEFORE = re.compile(r"[.;:!?(]|,\s|\s(?:og|and|samt|men|but)\s")

PATTERNS = (LIKED, WISHED, DESIRABLE, UNTAUGHT, REQUIRED)


def strength(sentence: Sentence, text: str, start: int, end: int) -> Strength | None:
    """The strength by a denial of the mention, then the words after it, those before it, and the heading above it.

    "en fordel" beats "ikke et krav"; two denials ("ingen uden kørekort") require.
    """
    answer = denial(text, start, end)
    if answer == "insisted":
        return "required"
    after = _STOP.split(text[end : end + 90])[0]
    before = _BEFORE.split(text[max(0, start - 90) : start])[-1] + text[start:end]
    opening = text[max(0, start - 90) : start]
    if answer == "denied" and lacked(text, start):
        return "not_required"
    if DESIRABLE.search(after) or answer == "open":
        return "desirable"
    if answer == "denied" or UNTAUGHT.search(after) or UNTAUGHT.search(before):
        return "desirable" if WISHED.search(opening) or LIKED.search(after.split(",")[0]) else "not_required"
    if REQUIRED.search(mask(after, (NO_DEMAND,))):
        return "required"
    for words in (before, opening):
        strength = _strength_before(words)
        if strength:
            return strength
    return "not_required" if begins_a_list(sentence.heading) else _strength_before(sentence.heading)


def _strength_before(words: str) -> Strength | None:
    """How strongly ``words`` before a mention ask for it. The last one decides."""
    words = mask(words, (NO_DEMAND,))
    wished = max((m.start() for m in WISHED.finditer(words)), default=-1)
    required = max((m.start() for m in REQUIRED.finditer(words)), default=-1)
    if wished == required:
        return None
    return "desirable" if wished > required else "required"
