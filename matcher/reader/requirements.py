"""Driving licence, own car and authorisation: what an ad asks of a person, and how strongly.

The strength is read from the words around the mention ("gerne", "en fordel", "ikke et krav", "skal"), then from the
heading it stands under; a licence that is simply listed is required.
"""

import re
from collections.abc import Iterator, Sequence

from matcher.reader.patterns import Grammar, mask
from matcher.reader.sentences import Sentence, mentioning
from matcher.schema import Requirement, RequirementKind, Strength

_phrase = Grammar({
    "category": (r"c1e", "c1", "d1e", "d1", r"c_[/+]?_e", r"d_[/+]_?e", "de", r"b_[/+]?_e", "am", "a1", "a2", "a", "b",
                 "c", "d",
                 "tm", "t"),
    "named": ("c1e", "ce", "c1", "de", "d1", "be", "b", "c", "d"),  # not "a", which is also an article
    "licence": (r"\w*kørekort", "kørerkort", r"driv(?:ing|er'?s?) licen[cs]e", r"licen[cs]e"),
    "kind": ("kategori", r"kat\.?", "category", r"cat\.?", "class", "klasse", "type"),
    "lorry": (r"lastbil\w*", r"lastvogn\w*", "truck", "hgv"),
    "person": (r"\w*sygeplejerske\w*", r"\w*læge", r"\w*assistent\w*", r"sosu\w*", r"\w*hjælper", r"\w*terapeut\w*",
               "jordemoder",
               r"\w*elektriker", r"\w*installatør", "psykolog", "farmaceut", r"\w*analytiker", "tandplejer", "diætist",
               "kiropraktor", "radiograf", r"vvs\w*", "ejendomsmægler", "revisor", "nurse", "doctor", "physician",
               "physiotherapist", "occupational therapist", "electrician", "dentist", "midwife", "psychologist",
               "pharmacist",
               "plumber", "radiographer"),
    "car": ("egen bil", "eget køretøj", "eget transportmiddel", r"bil til (?:din )?rådighed",
            r"adgang til (?:en )?(?:egen )?bil",
            r"råder? over (?:en |egen )?bil", "du har bil", "kørekort og bil", r"own (?:a )?(?:car|vehicle)",
            r"access to a (?:car|vehicle)", "a car of your own", r"bil er (?:et krav|en fordel|en nødvendighed"
                                                                 r"|nødvendig)"),
    "provide": ("vi stiller", "vi har", "vi tilbyder", "vi giver", "stiller vi", "stilles", "du får", "får du", "får",
                r"firma\w*",
                "company"),
    "pay": ("kopi af", "betaler", "betaling af", "tager", "tage", "hjælper med", "tilbyder", "copy of", "vi giver"),
    "wish": ("gerne", "helst", "allerhelst", "optimalt", "ønsker", "ønskes", "preferably", "ideally"),
    "good": (r"fordele?", "plus", "foretrækkes", r"ønskeligt?", "vægtes", r"velkomment?", "praktisk", "rart", "bonus",
             r"advantage\w*", "desirable", "preferred", "nice to have", "beneficial", "asset", "welcome", "helpful",
             "useful"),
    "must": ("skal", "krav", "kræver", "kræves", "kræve", r"nødvendigt?", "forudsætning", "betingelse", "must",
             r"required?",
             "requires", "requirement", r"need\w*", "mandatory", "essential", "forventer", "er i besiddelse"),
    "none": ("ikke", "ingen", "intet", "not", "no", "hverken", "uden"),
    "asked": ("krav", r"nødvendigt?", "betingelse", "afgørende", "must", r"\w*kørekort", "bil", "required",
              "requirement",
              "necessary", "needed", r"licen[cs]e", "car", "kræves"),
}).pattern  # fmt: skip

# ---- what is asked

LICENCES = (
    _phrase("licence with category", r"(?:<licence>|gerne|helst|preferably)_(?:til|for|of|in|med"
            r"|i)?_[(]?_(?:<kind>)?_(?P<categories><category>(?:_(?:,|/|og|eller|samt|and|or|\+)_<category>)*)(?!-|'"
            r"|\.\w| \w*kørekort)",
            yes="kørekort B og C", no="kørekort er en fordel"),
    _phrase("category before licence", r"(?:<kind>)?_-?_(?P<categories><named>)[\s-](?:<licence>|kort)",
            yes="category C licence", no="a driving licence"),
    _phrase("lorry licence", r"(?P<lorry>stort (?:\w+ )?<licence>|<licence> til (?:<lorry>)|lastbilkørekort"
            r"|erhvervskørekort|(?:<lorry>) (?:driv\w+ )?licen[cs]e)", yes="stort kørekort", no="kørekort"),
    _phrase("bus licence", r"(?P<bus><licence> til (?:rute)?bus\w*|buskørekort|bus licen[cs]e)", yes="kørekort til bus",
            no="kørekort til bil"),
    _phrase("trailer licence", r"(?P<trailer>trailerkort|trailerkørekort|<licence> til"
            r" trailer)(?:_[(]_(?P<categories><category>)_[)])?", yes="trailerkort (CE)", no="trailer"),
    _phrase("licence", r"kørekort|kørerkort|personbilkørekort|driv(?:ing|er'?s?) licen[cs]e", yes="du har kørekort",
            no="køreplan"),
)  # fmt: skip
OWN_CAR = _phrase("own car", r"<car>", yes="Du skal have egen bil", no="vores bil")
AUTHORISATIONS = (
    _phrase("authorisation", r"\w*autorisation(?:sid|sbevis)?(?: som(?: en?)? (?P<what>(?:social- og )?<person>))?",
            yes="Dansk autorisation som sygeplejerske", no="autoriteter"),
    _phrase("authorised person", r"(?:autoriseret|authori[sz]ed|registered|licensed|chartered) (?P<what><person>)",
            yes="en autoriseret sygeplejerske", no="autoriseret forhandler"),
    _phrase("authorisation in english", r"authori[sz]ation(?: (?:as|to practi[cs]e as)(?: an?)? (?P<what><person>))?",
            yes="Danish authorisation as a nurse", no="authority"),
    _phrase("guard card", r"(?P<guard>vagtkort|godkendes af politiet)|(?P<cleared>sikkerhedsgodkend\w+"
            r"|security clearance)",
            yes="du har vagtkort", no="vagtplan"),
)  # fmt: skip

# ---- what is not

TRAPS = (
    _phrase("offered licence", r"(?:<pay>)(?: \w+){0,3}? (?:\w*kørekort(?:et)?|licen[cs]e|\w*autorisation)",
            yes="en kopi af kørekort", no="du har kørekort"),
    _phrase("other licence", r"(?:forklift|software|fishing|jagt|våben) licen[cs]es?", yes="a forklift licence",
            no="a driving licence"),
    _phrase("employer's car", r"(?:<provide>)<gap>bil<gap>til (?:din |fri )?rådighed|bil til rådighed i arbejdstiden"
            r"|firmabil\w*|company car|we provide a (?:car|vehicle)", yes="firmabil stilles til rådighed",
            no="du skal have bil til rådighed"),
    _phrase("car that we provide", r"bil<gap>(?:stiller vi|stilles|vi stiller)(?: til)?<gap>rådighed",
            yes="Bil stiller vi til rådighed", no="bil til rådighed"),
    _phrase("if your own car", r"(?:bruger du|hvis du (?:bruger|kører|har)|kørsel i|kører du(?: i)?"
            r"|if you use)(?: \w+){0,2}? (?:egen bil|own car)",
            yes="Bruger du egen bil, får du kilometerpenge", no="Du kører i egen bil"),
    _phrase("authorised firm", r"autorisere\w* (?!(?:<person>)\b)\w+|authori[sz]ed (?:dealer|reseller|partner|workshop"
            r"|service)|(?:vi|virksomheden|firmaet) (?:har|er) (?:\w+ )?(?:autorisation|autoriseret)",
            yes="autoriseret værksted", no="autoriseret sygeplejerske"),
)  # fmt: skip

# ---- how strongly

WISHED = _phrase("wished", r"<wish>|hvis du har|<good>", yes="gerne kørekort", no="kørekort er et krav")
DESIRABLE = _phrase("desirable", r"<good>", yes="kørekort er en fordel", no="gerne kørekort")
NOT_REQUIRED = _phrase(
    "not required",
    r"(?:<none>)(?: [\w-]+){0,3}? (?:<asked>)|behøver (?:du )?ikke|don't need|do not need|need not|kræve[rs] ikke",
    yes="kørekort er ikke et krav", no="kørekort er et krav",
)  # fmt: skip
REQUIRED = _phrase("required", r"<must>", yes="du skal have kørekort", no="gerne kørekort")
_STOP = re.compile(r"[.;!?]|\s(?:men|but)\s(?=(?:du|vi|egen)\b)|,\s(?:og|and|du|you|samt|at)\s")
_BEFORE = re.compile(r"[.;:!?(]|,\s|\s(?:og|and|samt|men|but)\s")

PATTERNS = (*LICENCES, OWN_CAR, *AUTHORISATIONS, *TRAPS, DESIRABLE, NOT_REQUIRED, REQUIRED)
TRIGGERS = (
    "kørekort", "kørerkort", "licen", "trailerkort", " bil", "transport", "køretøj", "vehicle", "car", "autoris",
    "authori", "registered", "chartered", "vagtkort", "politiet", "sikkerhedsgod", "clearance", "legitimation",
)  # fmt: skip

Mention = tuple[int, int, RequirementKind, str | None]


def read_requirements(sentences: Sequence[Sentence]) -> tuple[Requirement, ...]:
    """The requirements in the order of the ad; each once, as strongly as the ad puts it anywhere."""
    strongest: dict[tuple[RequirementKind, str | None], Requirement] = {}
    for sentence in mentioning(sentences, TRIGGERS):
        text = mask(sentence.text, TRAPS)
        for start, end, kind, what in sorted(_mentions(text), key=lambda m: m[:2]):
            strength = _strength(sentence, text, start, end)
            asked = Requirement(kind=kind, what=what, strength=strength, quote=sentence.quote(start, end))
            known = strongest.get((kind, what))
            if known is None or (strength == "required" and known.strength == "desirable"):
                strongest[kind, what] = asked
    return tuple(_without_the_vague(list(strongest.values())))


def _without_the_vague(asked: list[Requirement]) -> list[Requirement]:
    """An authorisation without a profession adds nothing beside one with."""
    named = any(r.kind == "authorisation" and r.what for r in asked)
    return [r for r in asked if not (named and r.kind == "authorisation" and r.what is None)]


def _mentions(text: str) -> Iterator[Mention]:
    taken = text
    for way in LICENCES:
        for match in way.finditer(taken):
            yield from ((match.start(), match.end(), "driving_licence", what) for what in _categories(match))
        taken = mask(taken, (way,))
    for match in OWN_CAR.finditer(text):
        yield match.start(), match.end(), "own_car", None
    for way in AUTHORISATIONS:
        for match in way.finditer(text):
            yield match.start(), match.end(), "authorisation", _profession(match)


def _categories(match: re.Match[str]) -> list[str]:
    """The category letters of a licence; of "C/CE" and "C eller D" only the first, which is enough."""
    groups = match.groupdict()
    if groups.get("categories"):
        first = re.split(r"\s*(?:/(?!\s*e\b)|\beller\b|\bor\b)\s*", groups["categories"])[0]
        letters = re.split(r"\s*(?:,|\bog\b|\bsamt\b|\band\b)\s*", first)
        return [re.sub(r"[\s/+]", "", letter).upper() for letter in letters if letter]
    for name, category in (("lorry", "C"), ("bus", "D"), ("trailer", "BE")):
        if groups.get(name):
            return [category]
    return ["B"]


def _profession(match: re.Match[str]) -> str | None:
    groups = match.groupdict()
    if groups.get("guard"):
        return "vagt"
    return groups.get("what") or ("el" if match.group().startswith("el") else None)


def _strength(sentence: Sentence, text: str, start: int, end: int) -> Strength:
    """By the words after the mention, those before it, then the heading above it; "en fordel" beats "ikke et krav"."""
    after = _STOP.split(text[end : end + 90])[0]
    before = _BEFORE.split(text[max(0, start - 90) : start])[-1] + text[start:end]
    opening = text[max(0, start - 90) : start]
    if DESIRABLE.search(after):
        return "desirable"
    if NOT_REQUIRED.search(after) or NOT_REQUIRED.search(before):
        return "desirable" if WISHED.search(opening) else "not_required"
    if REQUIRED.search(after):
        return "required"
    for words in (before, opening, sentence.heading):
        strength = _asked(words)
        if strength:
            return strength
    return "required"


def _asked(words: str) -> Strength | None:
    """How strongly ``words`` before a mention ask for it; the last word about it decides."""
    if NOT_REQUIRED.search(words):
        return "not_required"
    wished = max((m.start() for m in WISHED.finditer(words)), default=-1)
    required = max((m.start() for m in REQUIRED.finditer(words)), default=-1)
    if wished == required:
        return None
    return "desirable" if wished > required else "required"
