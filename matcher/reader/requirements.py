"""Driving licence, own car and authorisation: what an ad asks of a person, and how strongly.

The strength is read from the words around the mention ("gerne", "en fordel", "ikke et krav", "skal"), then from the
heading it stands under; a licence that is simply listed is required.
"""

import re
from collections.abc import Iterator, Sequence

from matcher.reader.patterns import Grammar, Pattern, WordLists, mask
from matcher.reader.sentences import Sentence, mentioning
from matcher.schema import Requirement, RequirementKind, Strength

WORDS: WordLists = {
    "category": r"(?:c1e|c1|d1e|d1|c_[/+]?_e|d_[/+]_?e|b_[/+]?_e|am|a1|a2|a|b|c|d|tm|t)",
    "licence": r"(?:\w*kørekort|kørerkort|driv(?:ing|er'?s?|ers) licen[cs]e|licen[cs]e)",
    "person": r"(?:\w*sygeplejerske\w*|\w*læge|\w*assistent\w*|sosu\w*|\w*terapeut\w*|jordemoder|\w*elektriker|tandlæge"
    r"|dyrlæge|psykolog|farmaceut|\w*installatør|bioanalytiker|tandplejer|diætist|kiropraktor|radiograf|vvs\w*"
    r"|nurse|doctor|physician|physiotherapist|electrician|dentist|midwife|psychologist|pharmacist|vagt)",
}


_phrase = Grammar(WORDS).pattern

# ---- what is asked

LICENCES = (
    _phrase("licence with category", r"(?:<licence>|gerne|desirable)(?:_(?:til|for|of|in|med|i|med))?_[(]?_(?:kategori|kat\.?"
            r"|category|cat\.?|class|klasse|type)?_(?P<categories><category>(?:_(?:,|/|og|eller|samt|and|or|\+)_"
            r"<category>)*)(?!-|'|\.\w)", yes="kørekort B og C", no="kørekort er en fordel"),
    _phrase("category licence", r"(?:category|kategori|class|klasse|kat\.?)?_[-]?(?P<categories><category>)[\s-](?:<licence>"
            r"|kort)", yes="category C licence", no="forklift licence"),
    _phrase("lorry licence", r"(?P<lorry>stort <licence>|stort \w*_kørekort|<licence> til (?:lastbil|lastvogn)\w*"
            r"|lastbilkørekort|truck driv\w+ licen[cs]e|erhvervskørekort|hgv licen[cs]e)",
            yes="stort kørekort", no="kørekort"),
    _phrase("bus licence", r"(?P<bus><licence> til (?:rute)?bus\w*|buskørekort|bus licen[cs]e)", yes="kørekort til bus",
            no="kørekort til bil"),
    _phrase("trailer licence", r"(?P<trailer>trailerkort|trailerkørekort|<licence> til trailer)(?:_[(]_(?P<categories>"
            r"<category>)_[)])?", yes="trailerkort (CE)", no="trailer"),
    _phrase("licence", r"kørekort|kørerkort|personbilkørekort|driving licen[cs]e|driver'?s? licen[cs]e|drivers licen[cs]e",
            yes="du har kørekort", no="køreplan"),
)  # fmt: skip
OWN_CAR = _phrase(
    "own car",
    r"(?:egen bil|eget køretøj|eget transportmiddel|egen transport|bil til (?:din )?rådighed|adgang til (?:en )?(?:egen )?bil"
    r"|råder? over (?:en |egen )?bil|du har bil|kørekort og bil|own (?:a )?(?:car|vehicle|transport)|access to a (?:car|vehicle)"
    r"|a car of your own|bil er (?:et krav|en fordel|en nødvendighed|nødvendig))",
    yes="Du skal have egen bil", no="vores bil",
)  # fmt: skip
AUTHORISATIONS = (
    _phrase("authorisation as", r"\w*autorisation(?:sid|sbevis)?(?: (?:som|as)(?: en?| an?)? (?P<what>[\w-]+(?: og"
            r" [\w-]*hjælper| og [\w-]*assistent)?))?", yes="Dansk autorisation som sygeplejerske", no="autoriteter"),
    _phrase("authorised person", r"(?:autoriseret|authori[sz]ed|registered|licensed|chartered) (?P<what><person>)",
            yes="en autoriseret sygeplejerske", no="autoriseret forhandler"),
    _phrase("authorisation in english", r"authori[sz]ation(?: (?:as|to practi[cs]e as)(?: an?)? (?P<what>[\w-]+))?",
            yes="Danish authorisation as a nurse", no="authority"),
    _phrase("guard card", r"(?P<guard>vagtkort|legitimationskort|godkendes af politiet|sikkerhedsgodkend\w+"
            r"|security clearance)", yes="du har vagtkort", no="vagtplan"),
)  # fmt: skip

# ---- what is not

TRAPS = (
    _phrase("offered licence", r"(?:kopi af|betaler|betaling af|tager|tage|hjælper med|tilbyder|copy of|vi giver)"
            r"(?: \w+){0,3}? (?:\w*kørekort(?:et)?|licen[cs]e|\w*autorisation)", yes="en kopi af kørekort", no="du har kørekort"),
    _phrase("other licence", r"(?:forklift|software|truck|fishing|jagt|våben) licen[cs]es?", yes="a forklift licence",
            no="a driving licence"),
    _phrase("employer's car", r"(?:vi (?:stiller|har|tilbyder|giver)|stiller vi|stilles|du får|får du|får|firma\w*|company|med)"
            r"<gap>bil<gap>til (?:din |fri )?rådighed|bil<gap>(?:stiller vi|stilles|vi stiller)(?: til)?<gap>rådighed"
            r"|bil til rådighed i arbejdstiden|firmabil\w*|company car|we provide a (?:car|vehicle)",
            yes="firmabil stilles til rådighed", no="du skal have bil til rådighed"),
    _phrase("if your own car", r"(?:bruger du|hvis du (?:bruger|kører|har)|kørsel i|kører du(?: i)?|if you use)(?: \w+){0,2}? "
            r"(?:egen bil|own car)", yes="Bruger du egen bil, får du kilometerpenge", no="Du kører i egen bil"),
    _phrase("authorised firm", r"autorisere\w* (?:(?!<person>)\w+)|authori[sz]ed (?:dealer|reseller|partner|workshop|service)"
            r"|(?:vi|virksomheden|firmaet) (?:har|er) (?:\w+ )?(?:autorisation|autoriseret)",
            yes="autoriseret værksted", no="autoriseret sygeplejerske"),
)  # fmt: skip

# ---- how strongly

DESIRABLE = _phrase(
    "desirable",
    r"(?:gerne|helst|fordel|fordele|plus|foretrækkes|ønskeligt?|ønskes|vægtes|velkomment?|praktisk|rart|bonus|optimalt"
    r"|advantage\w*|desirable|preferred|preferably|nice to have|beneficial|asset|ideally|welcome|helpful|useful)",
    yes="kørekort er en fordel", no="kørekort er et krav",
)  # fmt: skip
NOT_REQUIRED = _phrase(
    "not required",
    r"(?:(?:ikke|ingen|intet|not|no|hverken|uden)(?: [\w-]+){0,3}? (?:krav|nødvendigt?|betingelse|afgørende|must|kørekort"
    r"|bil|required|requirement|necessary|needed|licen[cs]e|car|kræves)|behøver (?:du )?ikke|don't need|do not need"
    r"|need not|kræver ikke|kræves ikke)",
    yes="kørekort er ikke et krav", no="kørekort er et krav",
)  # fmt: skip
REQUIRED = _phrase(
    "required",
    r"(?:skal|krav|kræver|kræves|kræve|nødvendigt?|forudsætning|betingelse|must|required|requires?|requirement|need\w*"
    r"|mandatory|essential|forventer|er i besiddelse|have a|has a)",
    yes="du skal have kørekort", no="gerne kørekort",
)  # fmt: skip
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
        return "vagt" if "sikkerhed" not in groups["guard"] and "clear" not in groups["guard"] else None
    if groups.get("what"):
        return groups["what"]
    return "el" if match.group().startswith("el") else None


def _strength(sentence: Sentence, text: str, start: int, end: int) -> Strength:
    """By the words after the mention, before it, then by the heading above it."""
    after = _STOP.split(text[end : end + 90])[0]
    before = _BEFORE.split(text[max(0, start - 90) : start])[-1] + text[start:end]
    for words in (after, before):
        if DESIRABLE.search(words):
            return "desirable"
        if NOT_REQUIRED.search(words):
            return "desirable" if DESIRABLE.search(text[:start]) else "not_required"
        if REQUIRED.search(words):
            return "required"
    opening = text[max(0, start - 90) : start]
    if DESIRABLE.search(opening) and not REQUIRED.search(opening):
        return "desirable"
    if DESIRABLE.search(sentence.heading) and not REQUIRED.search(sentence.heading):
        return "desirable"
    return "required"
