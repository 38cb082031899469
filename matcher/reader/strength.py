"""How strongly an ad asks for something: required, desirable or not required.

The strength is read from the words around the mention ("gerne", "en fordel", "ikke et krav", "skal"), then from the
heading it stands under; of what is simply listed nothing is read.
"""

import re

from matcher.reader.patterns import Grammar
from matcher.reader.sentences import Sentence
from matcher.schema import Strength

_phrase = Grammar({
    "wish": ("gerne", "helst", "allerhelst", "optimalt", "ønsker", "ønskes", "måske", "preferably", "ideally",
             "some", "lægger vægt på"),
    "good": (r"fordele?", "plus", "pluspoint", "foretrækkes", "at foretrække", r"ønskeligt?", "er ønsket",
             "great if", "be great", r"vægte[rs]?", r"tæl(?:le|ler)", r"velkomne?t?", "praktisk", "rart",
             r"dejligt?", "fint", "forspring", "foran", "bonus", "godt at have", "giver tillæg", r"advantage\w*",
             "desirable", "preferred", "nice to have", "beneficial", "asset", "welcome", "helpful", "useful"),
    "must": ("skal", "krav", "kræver", "kræves", "kræve", "påkrævet", r"nødvendigt?", "nødvendighed",
             "forudsætning", "forudsætter", "forudsættes", "betingelse", "absolut", "afgørende", "must",
             r"required?", "requires", "requirement", r"need\w*", "mandatory", "essential", "forventer",
             "er i besiddelse"),
    "needless": (r"behøver (?:du )?ikke", r"(?:don't|do not) (?:need|have)", "need not",
                 r"kræve[rs]? (?:ikke|hverken|ingen)", r"stiller (?:ikke|ingen) krav\w*", r"ligeglade? med",
                 "lige meget", r"(?:eller )?ufaglærte?", "autodidakt", "selvlært", "uanset om", "underordnet",
                 "ikke selv", "intet for os"),
    "none": ("ikke", "ingen", "intet", "not", "no", "hverken", "uden", "isn't", "aren't"),
    "asked": (r"krav\w*", r"nødvendig\w*", "betingelse", r"hindring", "afgørende", r"vigtigt?", "betydning", "must",
              r"\w*kørekort", "bil", r"\w*erfaring", r"\w*uddannelse\w*", "forudsætning", "required", "requirement",
              "necessary", "needed", r"licen[cs]e", "car", "kræves", "experience", "education", "qualifications",
              "matter", "essential"),
}).pattern  # fmt: skip

WISHED = _phrase("wished", r"<wish>|hvis du har|<good>", yes="gerne kørekort", no="kørekort er et krav")
DESIRABLE = _phrase("desirable", r"<good>", yes="kørekort er en fordel", no="gerne kørekort")
NOT_REQUIRED = _phrase(
    "not required",
    r"(?:<none>)(?: [\w-]+){0,3}? (?:<asked>)|<needless>",
    yes="kørekort er ikke et krav", no="kørekort er et krav",
)  # fmt: skip
REQUIRED = _phrase("required", r"<must>", yes="du skal have kørekort", no="gerne kørekort")
_STOP = re.compile(
    r"[.;!?]|\s(?:men|but)\s(?=(?:du|vi|egen)\b)|,\s(?:og|and|du|you|samt|at)\s|,\s(?:ikke|not)\s(?=egen|eget|your)"
)
_BEFORE = re.compile(r"[.;:!?(]|,\s|\s(?:og|and|samt|men|but)\s")

PATTERNS = (DESIRABLE, NOT_REQUIRED, REQUIRED)


def strength(sentence: Sentence, text: str, start: int, end: int) -> Strength | None:
    """By the words after the mention, those before it, then the heading above it; "en fordel" beats "ikke et krav"."""
    after = _STOP.split(text[end : end + 90])[0]
    before = _BEFORE.split(text[max(0, start - 90) : start])[-1] + text[start:end]
    opening = text[max(0, start - 90) : start]
    if DESIRABLE.search(after):
        return "desirable"
    if NOT_REQUIRED.search(after) or NOT_REQUIRED.search(before) or _denied(before + after, len(before)):
        return "desirable" if WISHED.search(opening) else "not_required"
    if REQUIRED.search(after):
        return "required"
    for words in (before, opening, sentence.heading):
        strength = _asked(words)
        if strength:
            return strength
    return None


def _denied(words: str, place: int) -> bool:
    """Whether one denial reaches across the mention that ends at ``place``: "no formal training is required"."""
    return any(match.start() < place < match.end() for match in NOT_REQUIRED.finditer(words))


def _asked(words: str) -> Strength | None:
    """How strongly ``words`` before a mention ask for it; the last word about it decides."""
    if NOT_REQUIRED.search(words):
        return "not_required"
    wished = max((m.start() for m in WISHED.finditer(words)), default=-1)
    required = max((m.start() for m in REQUIRED.finditer(words)), default=-1)
    if wished == required:
        return None
    return "desirable" if wished > required else "required"
