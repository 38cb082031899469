"""Driving licence, own car and authorisation, which the law or the commute requires of a person."""

import re
from collections.abc import Iterator

from matcher.reader.patterns import Grammar, mask
from matcher.schema import RequirementKind

_phrase = Grammar(
    {
        "category": (
            r"c1e",
            "c1",
            "d1e",
            "d1",
            r"c_[/+]?_e",
            r"d_[/+]_?e",
            "de",
            r"b_[/+]?_e",
            "am",
            "a1",
            "a2",
            "a",
            "b",
            "c",
            "d",
            "tm",
            "t",
        ),
        "named": ("c1e", "ce", "c1", "de", "d1", "be", "b", "c", "d"),  # not "a", which is also an article
        "licence": (r"\w*kørekort", "kørerkort", r"driv(?:ing|er'?s?) licen[cs]e", r"licen[cs]e"),
        "kind": ("kategori", r"kat\.?", "category", r"cat\.?", "class", "klasse", "type"),
        "lorry": (r"lastbil\w*", r"lastvogn\w*", "truck", "hgv"),
        "person": (
            r"\w*sygeplejerske\w*",
            r"\w*læge",
            r"\w*assistent\w*",
            r"sosu\w*",
            r"\w*hjælper",
            r"\w*terapeut\w*",
            "jordemoder",
            r"\w*elektriker",
            r"\w*installatør",
            "psykolog",
            "farmaceut",
            r"\w*analytiker",
            "tandplejer",
            "diætist",
            "kiropraktor",
            "radiograf",
            r"vvs\w*",
            "ejendomsmægler",
            "revisor",
            "nurse",
            "doctor",
            "physician",
            "physiotherapist",
            "occupational therapist",
            "electrician",
            "dentist",
            "midwife",
            "psychologist",
            "pharmacist",
            "plumber",
            "radiographer",
        ),
        "car": (
            "egen bil",
            "eget køretøj",
            "eget transportmiddel",
            r"bil til (?:din )?rådighed",
            r"adgang til (?:en )?(?:egen )?bil",
            r"råder? over (?:en |egen )?bil",
            "du har (?:selv )?bil(?! som)",
            "have bil",
            "(?:hverken|ej heller) bil",
            "(?:el)?bil behøver",
            "(?:not )?need a car",
            "bil (?:og kørekort )?er (?:ikke|intet|ingen) \\w+",
            "kørekort og bil",
            r"own (?:a )?(?:car|vehicle)",
            r"access to a (?:car|vehicle)",
            "a car of your own",
            r"(?<!almindelig\s)(?<!til\s)bil er (?:et krav|en fordel|en nødvendighed"
            r"|nødvendig)",
        ),
        "provide": (
            "vi stiller",
            "vi har",
            "vi tilbyder",
            "vi giver",
            "stiller vi",
            "stilles",
            "du får",
            "får du",
            "får",
            r"firma\w*",
            "company",
        ),
        "pay": ("kopi af", "betaler", "betaling af", "tager", "tage", "hjælper med", "tilbyder", "copy of", "vi giver"),
    }
).pattern

# ---- words that require

LICENCES = (
    _phrase(
        "licence with category",
        r"(?:<licence>|gerne|helst|preferably)_(?:til|for|of|in|med"
        r"|i)?_[(]?_(?:<kind>)?_(?!a \w)"
        r"(?P<categories><category>(?:_(?:,|/|og|eller|samt|and|or|\+)_<category>)*)(?!-|'"
        r"|\.\w| \w*kørekort)",
        yes="kørekort B og C",
        no="kørekort er en fordel",
    ),
    _phrase(
        "category before licence",
        r"(?:<kind>)?_-?_(?P<categories><named>)[\s-](?:<licence>|kort)",
        yes="category C licence",
        no="a driving licence",
    ),
    _phrase(
        "lorry licence",
        r"(?P<lorry>stort (?:\w+ )?<licence>|<licence> til (?:<lorry>)|lastbilkørekort"
        r"|det store kort|erhvervskørekort(?! til bus)|(?:<lorry>) (?:driv\w+ )?licen[cs]e)",
        yes="stort kørekort",
        no="kørekort",
    ),
    _phrase(
        "bus licence",
        r"(?P<bus><licence> til (?:rute)?bus\w*|buskørekort|bus licen[cs]e)",
        yes="kørekort til bus",
        no="kørekort til bil",
    ),
    _phrase(
        "trailer licence",
        r"(?P<trailer>trailerkort|trailerkørekort|<licence> til"
        r" trailer)(?:_[(]_(?P<categories><category>)_[)])?",
        yes="trailerkort (CE)",
        no="trailer",
    ),
    _phrase(
        "licence",
        r"kørekort|kørerkort|personbilkørekort|driv(?:ing|er'?s?) licen[cs]e"
        r"|(?<=no\s)licen[cs]e(?=_(?:[.,;:!?]|$))",
        yes="du har kørekort",
        no="køreplan",
    ),
)
OWN_CAR = _phrase("own car", r"<car>", yes="Du skal have egen bil", no="vores bil")
AUTHORISATIONS = (
    _phrase(
        "authorisation",
        r"\w*autorisation(?:sid|sbevis)?(?: som(?: en?)? (?P<what>(?:social- og )?<person>))?",
        yes="Dansk autorisation som sygeplejerske",
        no="autoriteter",
    ),
    _phrase(
        "authorised person",
        r"(?:autoriseret|authori[sz]ed|registered|licensed|chartered) (?P<what><person>)",
        yes="en autoriseret sygeplejerske",
        no="autoriseret forhandler",
    ),
    _phrase(
        "authorisation in english",
        r"authori[sz]ation(?: (?:as|to practi[cs]e as)(?: an?)? (?P<what><person>))?",
        yes="Danish authorisation as a nurse",
        no="authority",
    ),
    _phrase(
        "guard card",
        r"(?P<guard>vagtkort|godkendes af politiet)|(?P<cleared>sikkerhedsgodkend\w+"
        r"|security clearance)",
        yes="du har vagtkort",
        no="vagtplan",
    ),
)

# ---- words that do not

TRAPS = (
    _phrase(
        "offered licence",
        r"(?:<pay>)(?: \w+){0,3}? (?:\w*kørekort(?:et)?|licen[cs]e|\w*autorisation)",
        yes="en kopi af kørekort",
        no="du har kørekort",
    ),
    _phrase(
        "other licence",
        r"(?:forklift|software|fishing|jagt|våben) licen[cs]es?",
        yes="a forklift licence",
        no="a driving licence",
    ),
    _phrase(
        "employer's car",
        r"(?:<provide>)<gap>bil<gap>til (?:din |fri )?rådighed|bil til rådighed i arbejdstiden"
        r"|firmabil\w*|company car|we provide a (?:car|vehicle)",
        yes="firmabil stilles til rådighed",
        no="du skal have bil til rådighed",
    ),
    _phrase(
        "car that we provide",
        r"bil<gap>(?:stiller vi|stilles|vi stiller)(?: til)?<gap>rådighed",
        yes="Bil stiller vi til rådighed",
        no="bil til rådighed",
    ),
    _phrase(
        "parking",
        r"parkere (?:\w+ ){0,2}bil|parkering(?: \w+){0,2} bil",
        yes="du kan parkere din egen bil",
        no="du kører i egen bil",
    ),
    _phrase(
        "helped to a licence",
        r"(?:frem mod|tage|tager|får|hjælp til)(?: \w+){0,4} kørekort(?: i valgfag)?",
        yes="hjælper unge frem mod deres kørekort",
        no="du har kørekort",
    ),
    _phrase(
        "others' licence",
        r"vores (?:chauffører|elever|kolleger) (?:har|får)(?: \w+){0,3} kørekort \w+",
        yes="Vores chauffører har alle kørekort C",
        no="du har kørekort C",
    ),
    _phrase(
        "if your own car",
        r"(?:bruger du|hvis du (?:bruger|kører|har)|kørsel i|kører du(?: i)?"
        r"|if you use)(?: \w+){0,2}? (?:egen bil|own car)",
        yes="Bruger du egen bil, får du kilometerpenge",
        no="Du kører i egen bil",
    ),
    _phrase(
        "authorised firm",
        r"autorisere\w* (?!(?:<person>)\b)\w+|authori[sz]ed (?:dealer|reseller|partner|workshop"
        r"|service)|(?:vi|virksomheden|firmaet) (?:har|er) (?:\w+ )?(?:autorisation|autoriseret)",
        yes="autoriseret værksted",
        no="autoriseret sygeplejerske",
    ),
)

PATTERNS = (*LICENCES, OWN_CAR, *AUTHORISATIONS, *TRAPS)
TRIGGERS = (
    "kørekort",
    "kørerkort",
    "-kort",
    "store kort",
    "bilkort",
    "licen",
    "trailerkort",
    " bil",
    "bil er",
    "bil behøver",
    "transport",
    "køretøj",
    "vehicle",
    "car",
    "autoris",
    "authori",
    "registered",
    "chartered",
    "vagtkort",
    "politiet",
    "sikkerhedsgod",
    "clearance",
    "legitimation",
)

Mention = tuple[int, int, RequirementKind, str | None]  # start, end, kind, what


def licences(text: str) -> Iterator[Mention]:
    """Mentions of licences, cars and authorisations in a folded sentence."""
    text = mask(text, TRAPS)
    taken = text
    for pattern in LICENCES:
        for match in pattern.finditer(taken):
            yield from ((match.start(), match.end(), "driving_licence", what) for what in _categories(match))
        taken = mask(taken, (pattern,))
    for match in OWN_CAR.finditer(text):
        yield match.start(), match.end(), "own_car", None
    for pattern in AUTHORISATIONS:
        for match in pattern.finditer(text):
            yield match.start(), match.end(), "authorisation", _profession(match)


def _categories(match: re.Match[str]) -> list[str]:
    """Category letters of a licence. "C/CE" and "C eller D" give only the first, which is enough."""
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
