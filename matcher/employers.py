"""Names of employers: one key for all spellings of a name, similar names, and employers named in an ad's text.

Two names with the same ``key`` are one employer. Names of one ``family`` (a chain's shops in two towns, a group and its
holding) may be one. A similar name is a question, never an answer.
"""

import functools
import html
import itertools
import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import xxhash

Words = tuple[str, ...]


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_LETTERS = str.maketrans(
    {
        "å": "aa",
        "æ": "ae",
        "ä": "ae",
        "ø": "oe",
        "ö": "oe",
        "ł": "l",
        "đ": "d",
        "ı": "i",
        **dict.fromkeys("'’‘´`ʼ®™©", ""),
    }
)
_MOST_ENCODED = 5  # rounds of unescaping, for entities within entities ("&amp;amp;")

# Legal forms. With punctuation they count anywhere; as bare words at the end of a name or of a part of it.
_SIGNED_FORM = re.compile(
    r"(?<!\w)(?:[aikp]\s?[/\\]\s?s|a\.\s?s\.|i\.\s?s\.|[afs]\.\s?m\.\s?b\.\s?a\.?|sp\.? z o\.?\s?o\.?)(?!\w)"
)
_FORMS = _set(
    "aps ivs as ab gmbh ltd limited inc llc plc oy oyj bv nv kg ag amba fmba smba aktieselskab anpartsselskab"
    " interessentskab incorporated corp asa"
)
_FORMS_BEFORE = _set("aktieselskabet anpartsselskabet interessentskabet firmaet virksomheden")
_OWNER = re.compile(r"(?<=\S)\s+(?:v\s?/|ved/).*$")
_CVR = re.compile(r"(?<!\w)cvr\b\W{0,3}(?:nr\b\W{0,3})?\d[\d ]{6,10}")
_PARTS = re.compile(r"[,;|()\[\]:/]|\s[-–—]+\s|(?<!\w)afd\b\.?|(?<!\w)afdeling(?:en)?\b")
_WORD = re.compile(r"[^\W_]+")
_RUN = re.compile(r"\d+|[^\W\d_]+")
_AND = frozenset(("og", "and", "und"))

# Words for a place or a part of an employer: they do not identify it.
_SUFFIXES = _set(
    "filial filialen hovedkontor hovedkontoret holding koncern koncernen gruppen group danmark denmark dk com city"
    " centrum"
)
_ARTICLES = frozenset(("den", "det", "de", "the"))
_SMALL_WORDS = frozenset(("paa", "i", "ved", "v", "af", "for", "til", "of", "at", "in"))
# Well-known towns without a municipality of the same name today.
_TOWNS = (
    "Aabybro Aars Allinge Auning Bagsværd Birkerød Bjerringbro Bording Borup Brabrand Bramming Brande Brædstrup"
    " Børkop Charlottenlund Christiansfeld Dianalund Ebeltoft Ejby Farsø Farum Frederiksværk Fuglebjerg Galten Give"
    " Glamsbjerg Gram Grenaa Grindsted Gråsten Haarby Hadsten Hadsund Hammel Harlev Haslev Havdrup Helsinge Hellerup"
    " Hinnerup Hirtshals Hobro Holte Hornslet Humlebæk Hundested Hurup Højbjerg Høng Hørning Jelling Jyderup Jyllinge"
    " Karup Kastrup Kibæk Kjellerup Klampenborg Korsør Kruså Langeskov Lystrup Løgstør Løgumkloster Løgten Maribo"
    " Marstal Nakskov Nexø Nibe Nivå Nordborg Nykøbing Nærum Nørresundby Oksbøl Otterup Padborg Pandrup Præstø Ribe"
    " Ringe Risskov Roslev Rudkøbing Ry Rødby Rødding Rødekro Rønde Rønne Sakskøbing Skagen Skibby Skjern Skælskør"
    " Skærbæk Slangerup Smørum Stege Stensballe Stilling Støvring Sunds Søborg Søften Sæby Tarm Tinglev Tranbjerg Tune"
    " Tølløse Ulfborg Ullerslev Valby Vamdrup Vanløse Vejgaard Viby Videbæk Vildbjerg Vojens Vodskov Værløse Årslev"
    " Års Åbyhøj Århus Ålborg Åbenrå Juelsminde Tørring"
)
# Trades and other everyday words that many employers have in their names; with the endings below.
_STEMS = (
    "bager bageri konditori slagter slagteri kro hotel badehotel vandrehjem restaurant cafe café kaffe kaffebar"
    " kaffehus bar bistro brasserie grill grillbar pizzeria pizza pizzaria spisehus kantine kantin koekken catering"
    " mad kiosk butik shop store marked supermarked koebmand koebmandsgaard dagligvare handel discount lager"
    " lagerhotel logistik transport vognmand vognmandsforretning fragt kurer bud post taxa bus busser trafik faerge"
    " havn rengoering rengoer service facility vask vaskeri renseri vagt sikring security vikar vikarbureau bemanding"
    " rekruttering personale job maler malere malerfirma malermester murer murerfirma murermester toemrer toemrerfirma"
    " toemrermester snedker snedkeri smed smedje vvs el elektriker elfirma installation byg bygge byggeri byggefirma"
    " byggemarked entreprenoer anlaeg maskinfabrik fabrik vaerksted auto autovaerksted bil cykel cykler gartner"
    " gartneri planteskole blomster landbrug gaard mejeri moelle skov have anlaegsgartner kirke kirkegaard sogn"
    " menighedsraad provsti skole friskole privatskole efterskole hoejskole gymnasium boernehave boernehus vuggestue"
    " dagpleje dagplejer fritidshjem sfo klub plejehjem plejecenter aeldrecenter hjemmepleje hjemmesygepleje bosted"
    " bofaellesskab botilbud center sundhedscenter dagcenter hospital sygehus privathospital klinik laege laegehus"
    " dyrlaege tandlaege tandklinik apotek dyreklinik dyrehospital fysioterapi frisoer salon optik museum bibliotek"
    " teater biograf arkiv kulturhus svoemmehal hal idraetscenter fitness forening boligforening boligselskab"
    " andelsboligforening fond selskab institution firma virksomhed kommune region styrelse forvaltning jobcenter"
    " ministerium politi kontor administration regnskab revision revisor advokat konsulent bank sparekasse forsikring"
    " ejendom ejendomme bolig udlejning camping park zoo festival avis trykkeri bogtrykkeri forlag bog boghandel"
    " moebler moebel moebelhus interioer toej sko mode glas glarmester trae traelast metal staal plast tekstil energi"
    " forsyning varme vand genbrug affald produktion industri engros import system systemer software data teknik"
    " teknologi design medie medier reklame hjem hus huset bakery bakers kitchen restaurants warehouse logistics"
    " cleaning cleaners painters painter school farm garden gardens services partner partners solutions company firm"
    " people staffing recruitment house market privat arbejdsgiver bpa gamle gammel ny nye lille store stor dansk"
    " danske danish nordisk jysk fynsk sjaellandsk"
)
_ENDINGS = (
    "",
    "e",
    "n",
    "r",
    "s",
    "en",
    "et",
    "er",
    "ne",
    "ens",
    "ets",
    "rne",
    "erne",
    "ernes",
    "ken",
    "ker",
    "met",
    "let",
    "gen",
)
_ABC = "abcdefghijklmnopqrstuvwxyz"
_MOST_WORDS = 12  # words of an excluded name; a longer one is matched whole or by its first words
LONGEST = 128  # bytes of a name in a row; the longest of 176 in the fixtures has 62 letters
LONGEST_NAMED = 256  # bytes of all names in an ad's text


# "I.S.S." and "I S S" are ISS: three separate capitals, or two with full stops that are no legal form ("A/S", "A S").
_INITIALS = re.compile(r"(?<![\w.])(?:[A-ZÆØÅ]\.\s?){2,6}(?=\s|$|[A-ZÆØÅ])|(?<!\w)(?:[A-ZÆØÅ]\s){2,5}[A-ZÆØÅ](?!\w)")


def key(name: str) -> str:
    """A key that is equal for all spellings of an employer's name; "" if there is no name.

    Leaves out legal form, owner, punctuation, case, accents and "og". Keeps a branch or a town, because two of them are
    two places.

    >>> key("Nordlys Møbler A/S"), key("NORDLYS MØBLER"), key("–")
    ('nordlysmoebler', 'nordlysmoebler', '')
    >>> key("Kro &amp;amp; Co."), key("Kro og Co"), key("7-Eleven"), key("O’Malley's Bageri v/ Ib Bo")
    ('kroco', 'kroco', '7eleven', 'omalleysbageri')
    """
    return "".join(itertools.chain(*parts(name)))


def family(name: str) -> str:
    """The key without town, branch and group: equal for a chain's shops. The whole key if only a trade would be left.

    >>> family("Netto Horsens"), family("Føtex, Vejle afd."), family("Nordlys Holding"), family("Hotel Vejle")
    ('netto', 'fotex', 'nordlys', 'hotelvejle')
    """
    return _folded(_family(parts(name)))


def number(text: str) -> int:
    """A number for a short text, equal in every process."""
    return xxhash.xxh3_64_intdigest(text.encode("utf-8", "surrogatepass"))


def parts(name: str) -> list[Words]:
    """The words of a name, for each part between commas, brackets and dashes.

    >>> parts("Aarhus Kommune, Plejehjemmet Fire1000")
    [('aarhus', 'kommune'), ('plejehjemmet', 'fire', '1000')]
    """
    plain = _CVR.sub(" ", _plain(name))
    unsigned = _SIGNED_FORM.sub(" ", plain)
    alone = _OWNER.sub("", unsigned)
    if alone != unsigned and any(_distinctive(part) for part in _split(alone)):
        unsigned = alone
    return _split(unsigned) or [words for words in [_apart(_WORD.findall(plain))] if words]


def _plain(name: str) -> str:
    """Small letters without accents; Latin letters where an equivalent exists."""
    for _ in range(_MOST_ENCODED):
        name, before = html.unescape(name), name
        if name == before:
            break
    name = _INITIALS.sub(lambda letters: re.sub(r"[.\s]", "", letters[0]) + " ", name)
    lowered = unicodedata.normalize("NFC", name).casefold().translate(_LETTERS)
    bare = "".join(c for c in unicodedata.normalize("NFKD", lowered) if not unicodedata.combining(c))
    return unicodedata.normalize("NFKD", bare.casefold()).translate(_LETTERS)


def _split(plain: str) -> list[Words]:
    """The words of each part of a plain name, without legal forms; empty if nothing else is left."""
    split_parts = [_WORD.findall(part) for part in _PARTS.split(plain)]
    words_of_parts = [words for words in map(_without_form, split_parts) if words]
    if len(words_of_parts) == 1 and len(words_of_parts[0]) == 1 and words_of_parts[0][0] in _AND:
        return []
    return [_apart(words) for words in words_of_parts]


def _without_form(words: list[str]) -> list[str]:
    if len(words) > 1 and words[0] in _FORMS_BEFORE:
        words = words[1:]
    while words and words[-1] in _FORMS:
        words = words[:-1]
    if words[-2:] in (["a", "s"], ["i", "s"], ["k", "s"], ["p", "s"]):
        words = words[:-2]
    return [w for w in words if w not in _AND] or words


def _apart(words: Sequence[str]) -> Words:
    """Splits numbers from letters: "fire1000" becomes "fire 1000"."""
    return tuple(itertools.chain.from_iterable(map(_RUN.findall, words)))


@functools.cache
def _everyday() -> dict[str, str]:
    """Everyday words with their variants (accents, endings) -> the plain word."""
    stems = [_plain(stem) for stem in _STEMS.split()]
    words = {stem + ending: stem for ending in reversed(_ENDINGS) for stem in stems} | {stem: stem for stem in stems}
    return {_without_marks(word): _without_marks(stem) for word, stem in words.items()} | {
        word: _without_marks(stem) for word, stem in words.items()
    }


@functools.cache
def _towns() -> frozenset[str]:
    """Towns and municipalities whose names are one word."""
    from matcher.geography import places  # imported here, because numpy takes 15 MB and a feed needs only keys

    named = {place.municipality for place in places().values()} | set(_TOWNS.split())
    words = [_plain(name) for name in named if " " not in name]
    return frozenset([*words, *map(_without_marks, words)])


def _common(word: str) -> bool:
    """Whether many employers have the word in their names."""
    return word in _everyday() or word in _towns() or word in _SUFFIXES or word in _ARTICLES or len(word) < 2


def _distinctive(words: Sequence[str]) -> bool:
    """Whether the words can identify one employer: "Egely", "Vikar Øst"; not "Hotel Vejle", "Bageri & Café"."""
    return not all(map(_common, words))


def _many(words: Sequence[str]) -> bool:
    """Whether there are several words, not all of them everyday words: "Aarhus Kommune"."""
    return len(words) > 1 and any(word not in _everyday() for word in words)


def _family(name_parts: Sequence[Words]) -> Words:
    kept = list(name_parts)
    while len(kept) > 1 and all(_common(w) or w.isdigit() for w in kept[-1]) and any(map(_distinctive, kept[:-1])):
        kept.pop()
    words = list(itertools.chain(*kept))
    while len(words) > 1 and (words[-1] in _SUFFIXES or words[-1] in _towns()) and _distinctive(words[:-1]):
        words.pop()
    return tuple(words[1:] if len(words) > 1 and words[0] in _ARTICLES else words)


def _without_marks(word: str) -> str:
    """The letters without their accents ("Fotex"), so that both spellings are one."""
    return word.replace("aa", "a").replace("ae", "a").replace("oe", "o")


def _fold(words: Sequence[str]) -> list[str]:
    """Words without accents, without endings of everyday words, and without small words between others ("Vognen på
    Torvet")."""
    return [_everyday().get(w) or _without_marks(w) for w in words if w not in _SMALL_WORDS] or list(words)


def _folded(words: Sequence[str]) -> str:
    return "".join(_fold(words))


def row_text(names: Sequence[Words], most: int = LONGEST) -> bytes:
    """The parts of a name, or several names, as rows store them: spaces around each word, bars around each part.

    Beyond ``most`` bytes only the first whole parts.

    >>> row_text(parts("Café Nord, Vejle"))
    b'| cafe nord | vejle |'
    """
    text = f"| {' | '.join(map(' '.join, names))} |".encode() if names else b""
    if len(text) <= most:
        return text
    end = text.rfind(b" |", 1, most)
    return text[: end + 2] if end > 0 else text[:most]


class Excluded:
    """An excluded name, prepared for comparison with rows.

    key, family: their numbers. part: the whole name as a part of another ("Aarhus Kommune" in "Aarhus Kommune,
    Plejehjemmet Egely"); a match proves it if ``sure``.
    """

    def __init__(self, found: Sequence[Words]) -> None:
        self._words, self._kin = tuple(itertools.chain(*found)), _family(found)[:_MOST_WORDS]
        self.key, self.family = number("".join(self._words)), number(_folded(_family(found)))
        self.part = row_text([self._words])
        self.sure = _many(self._words)

    @property
    def probe(self) -> bytes:
        """Bytes that stand in every name and text that contains ``part`` or ``within``."""
        return b" " + " ".join(self._kin).encode()

    @property
    def within(self) -> tuple[bytes, ...]:
        """The name, also with a possessive s. A name of everyday words alone ("Lageret", "Hotel") matches only a whole
        name."""
        own = _many(self._kin) or _distinctive(self._kin)
        return (self.probe + b" ", self.probe + b"s ") if own else (self.part,)

    @property
    def families(self) -> frozenset[int]:
        """Numbers of similar families: other spellings, and the name of a group within this one."""
        words = self._words[:_MOST_WORDS]
        runs = (words[a:b] for a, b in itertools.combinations(range(len(words) + 1), 2))
        names = {_folded(_family([run])) for run in runs if _distinctive(run)}
        return frozenset(map(number, {*names, _folded(self._kin), *_rewritten(self._kin)}))


def excluded(names: Sequence[str]) -> list[Excluded]:
    """The excluded employers, without entries that are no name."""
    return [Excluded(name_parts) for name_parts in map(parts, names) if name_parts]


MOST_ORDERS = 3  # words of a name that may stand in another order
# Letters of a word that may be misspelt: "Kro" and "Bro", "Øst" and "Vest" are different words
FEWEST_LETTERS, MOST_LETTERS = (5, 40)


def _rewritten(words: Words) -> Iterator[str]:
    """A name with its words in another order, or with one of them spelt differently; folded."""
    folded = _fold(words)
    yield from _orders(folded)
    for at, word in enumerate(folded):
        before, after, common = "".join(folded[:at]), "".join(folded[at + 1 :]), _common(word)
        for other in _misspelt(word):
            if not (common and _common(other)):  # "Fjordens Bager" and "Fjordens Lager" are two
                yield before + other + after
        for other in _with_endings(word):
            yield from _orders([*folded[:at], other, *folded[at + 1 :]])


def _orders(words: Sequence[str]) -> Iterator[str]:
    """All orders of a few words. More words keep their order."""
    few = len(words) <= MOST_ORDERS
    return map("".join, itertools.permutations(words) if few else [words])


def _misspelt(word: str) -> set[str]:
    """Spellings one letter away. Numbers and short words have none.

    Only long words may have another first letter: "Hansen" and "Jansen" are two.
    """
    if not FEWEST_LETTERS <= len(word) <= MOST_LETTERS or not (word.isascii() and word.isalpha()):
        return set()
    first = 0 if len(word) > 7 else 1
    cuts = [(word[:at], word[at:]) for at in range(first, len(word) + 1)]
    spellings = {a + b[1:] for a, b in cuts if b}
    spellings |= {a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1}
    spellings |= {a + letter + b[1:] for a, b in cuts if b for letter in _ABC}
    spellings |= {a + letter + b for a, b in cuts for letter in _ABC}
    return spellings


def _with_endings(word: str) -> set[str]:
    """The word with or without an ending, if enough of it is left."""
    if not word.isalpha():
        return set()
    return {word + e for e in _ENDINGS if len(word) > 3} | {
        word.removesuffix(e) for e in _ENDINGS if len(word) - len(e) > 3
    }


# --- employers named in an ad's text ---------------------------------------------------------------------------------

_AGENCY = re.compile(
    r"vikar|bemanding|rekrutt|recruit|staffing|personale|manpower|adecco|randstad|headhunt|workforce|talent|\bjob|job\b"
    r"|\btemps?\b|søges for",
    re.IGNORECASE,
)
_CLIENT = r"(?:kunde|klient|opdragsgiver|samarbejdspartner|client|customer)"
_FOR_CLIENT = re.compile(
    rf"\b(?:for|hos|til|with|at) (?:vores|vor|min|our|my) (?:[\w-]+ ){{0,2}}{_CLIENT}\b"
    rf"|\b(?:en|én|one) (?:af|of) (?:vores|vore|mine|our|my) (?:[\w-]+ ){{0,2}}{_CLIENT}"
    rf"|\b(?:vores|vor|our) {_CLIENT},? [^.\n]{{0,60}}(?:søger|leder efter|looking|seek)"
    rf"|\b(?:for|hos) en {_CLIENT}\b|\bkundevirksomhed|\bpå vegne af|\bon behalf of|\bfor a client\b",
    re.IGNORECASE,
)
# Words that start a sentence and are no name.
_NO_NAME = (
    "vi|du|jeg|han|hun|i|de|det|den|der|dette|disse|som|hvis|når|da|så|og|men|eller|for|hos|til|fra|om|på|ved|med|af|er|har"
    "|kan|vil|skal|bliv|kom|ring|send|søg|læs|se|vores|vor|din|dit|dine|alle|både|hver|her|nu|derfor|desuden|ellers"
    "|velkommen|job|stilling|ansøgning|frist|løn|tlf|kl|we|you|the|our|your|this|if|as|at|in|on|and|are|is|join|welcome"
    "|please|about|with|to|employer|company|arbejdsgiver|virksomhed|firma|arbejdssted|kunde|client|os|jer|dig|mig|en|et"
    "|who|that|looking|søger|leder|ligger|a|an|nær|overfor|bag|nabo|near|opposite|behind|beside"
)
# A name: words with a capital or a number, and words that join them. "i" joins none: a firm's location is not its name.
_REST = r"(?:[\w'’´&/+-]|\.(?=\w)|(?<!\w\w)\.)"
_CAPITAL = rf"[A-ZÆØÅÉÄÖÜ0-9]{_REST}{{0,40}}"
_NAMED = re.compile(
    rf"(?<![\w.])(?!(?i:{_NO_NAME})\b){_CAPITAL}(?:[ \xa0](?:(?:og|and|&amp;|&|\+|v/|de|la)[ \xa0])?{_CAPITAL}){{0,9}}"
)
_KINDS = rf"(?:virksomheden|firmaet|kunden|butikken|vores|vor|our|den|det|the|company|{_CLIENT})"
# Words right before the name of the employer.
_BEFORE = re.compile(
    r"(?:\b(?:vegne af|on behalf of|velkommen (?:til|hos|i)|welcome to|del af|part of|ejet af|owned by|drevet af"
    r"|datterselskab (?:til|af)|selskab i|join|ansættes (?:hos|i|ved|af|på)"
    r"|(?:job\w*|stilling\w*|ansat|ansætte\w*|arbejd\w*|kolleg\w*|medarbejder\w*|vikar\w*|vagt\w*|hverdag\w*|karriere"
    r"|begynder?|starter?|udlejes|udlejet|udsendes|udsendt|plads|søges)"
    r"(?: er| ligger| foregår)? (?:hos|i|ved|på|til|for|af)"
    r"|søger(?: \w+){0,3} for|(?:looking|hiring|recruiting|hire)(?: \w+){0,5} for"
    r"|(?:work\w*|job|position|career|role|colleague|shifts?|employed|based)(?: is)? (?:at|with|for|by|in))"
    rf"|\b{_CLIENT}n?[,:]?|\b(?:kunden|klienten|the client) er"
    r"|\b(?:arbejdsgiver|virksomhed|firma|arbejdssted|arbejdsplads|ansættelsessted|tjenestested|employer|company"
    r"|workplace|client)(?:en|et|s)?(?:navn)?:?"
    rf"|(?:^|[.!?:]\s*)(?:hos|at|om|about|i|in))\s+(?:{_KINDS}\s+){{0,3}}$",
    re.IGNORECASE,
)
# The name ends with one of these words or with a colon;
_LEADS_TO_NAME = _set(
    "af of til hos i ved på for at with by in join om about er is virksomheden firmaet kunden butikken vores vor our"
    " den det the company kunde klient opdragsgiver samarbejdspartner client customer arbejdsgiver virksomhed firma"
    " arbejdssted arbejdsplads employer workplace"
)
# and one of these follows it soon, before another clause.
_SEEKS = _set("søger leder ansætter mangler tilbyder brug looking hiring seeking recruiting seeks needs")
_CLAUSE = _set("vi we og and men but som der who that")
_IN_TITLE = re.compile(r"(?:\b(?:til|hos|ved|i|på|for|at|with)|[-–—@,|:(])\s*$", re.IGNORECASE)
# Words before the name of another firm: a neighbour, a competitor, a customer or a supplier.
_PEOPLE = r"(?!\w*(?:vikar|medarbejder|personale|mandskab|arbejdskraft|staff|people))"
_OTHER = (
    r"\b(?:ved siden af|over ?for|nabo(?:en|er)?(?: til)?|genbo(?:en)?(?: til)?|tæt (?:på|ved)|nær|i nærheden af"
    rf"|lige (?:ved|bag)|ligger bag|bagved|lever\w* {_PEOPLE}(?:\w+ ){{0,4}}til|leverandør\w*|sælger (?:\w+ ){{0,4}}til"
    r"|kør\w* (?:\w+ ){0,4}ud til|konkurrent\w*|i stedet for|(?:vare\w*|produkt\w*|brød|udstyr|maskiner|systemer) fra"
    r"|parker\w* (?:ved|bag|på)|stoppe\w*sted\w*|next to|opposite|near|close to|behind|beside"
    rf"|deliver\w* {_PEOPLE}(?:\w+ ){{0,4}}to|suppl(?:y|ies) {_PEOPLE}(?:\w+ ){{0,4}}to|neighbou?rs?|competitors?"
    r"|(?:goods|products) from)\b"
)
_OTHER_RIGHT_BEFORE = re.compile(rf"{_OTHER}(?:\s[\w-]+){{0,3}}\s*$", re.IGNORECASE)
_OTHER_BEFORE = re.compile(rf"{_OTHER}[^.!?;:\n]{{0,60}}$", re.IGNORECASE)
_OTHER_AFTER = re.compile(
    r"\s+(?:er|ligger|bor|is|are)\s(?:\w+\s){0,3}?(?:nabo\w*|genbo\w*|ved siden af|over ?for|leverandør\w*"
    r"|konkurrent\w*|next door|neighbou?rs?|suppliers?|competitors?)\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?\n]")
_BEFORE_LOOKED_AT, _AFTER_LOOKED_AT = 90, 60  # characters
# A name after these counts even in small letters.
_SMALL = re.compile(
    rf"\b(?:vegne af|on behalf of|for (?:vores|vor|our) (?:gode |faste |store |valued )?{_CLIENT}|kunden er|client is"
    r"|(?:job|stilling|ansat|arbejde\w*) hos"
    r"|(?:arbejdsgiver|virksomhed|firma|kunde|employer|company|client)(?:snavn)?:)\s+(?:(?:vores|our|en|vor) (?:\w+ )?"
    rf"{_CLIENT} )?(?P<name>(?!(?:{_NO_NAME})\b)[^\W_]{_REST}{{0,40}}"
    rf"(?: (?!(?!og|and)(?:{_NO_NAME})\b){_REST}{{1,40}}){{0,5}})",
    re.IGNORECASE,
)


class Named(NamedTuple):
    """A name in a text that may be the employer's: its place, and its words."""

    start: int
    words: Words


def is_agency(employer: str | None, text: str) -> bool:
    """Whether the advertiser may not be the employer: by the name, by the text, or because no name is given."""
    return not employer or _AGENCY.search(employer) is not None or _FOR_CLIENT.search(text) is not None


def named(employer: str | None, title: str, description: str) -> list[Named]:
    """Names in an ad's text that may be the employer's, besides the advertiser; the most certain first.

    Places are those in title, line break, description. In an ad of an employer, another name counts if the words around
    it say that the work is there. In an ad of an agency, any name counts that is not plainly a neighbour's, a
    competitor's or a customer's.

    >>> [one.words for one in named("Vikarhuset", "kok", "For vores kunde Egely søger vi en kok. Nær Kro & Co.")]
    [('egely',)]
    >>> named("Egely", "Kok", "Vi ligger ved siden af Kro & Co og leverer til Netto.")
    []
    """
    text, own = f"{title}\n{description}", key(employer or "")
    agency = is_agency(employer, text)
    runs = [
        (_certainty(text, run, agency=agency, in_title=run.start() < len(title)), run.start(), run[0])
        for run in _NAMED.finditer(text)
    ]
    runs += [(_SAID, small.start("name"), small["name"]) for small in _SMALL.finditer(text)]
    names: dict[Words, Named] = {}
    for certainty, start, name in sorted(run for run in runs if run[0] != _ANOTHERS):
        words = tuple(itertools.chain(*parts(name)))
        is_distinct = certainty == _SAID or _many(words) or _distinctive(words)
        if is_distinct and "".join(words) != own and not all(word.isdigit() or word in _towns() for word in words):
            names.setdefault(words, Named(start, words))
    return list(names.values())


# Whether a name in the text is the employer's: the words around it say so, an agency may mean it, or it is another's.
_SAID, _OPEN, _ANOTHERS = range(3)


def _certainty(text: str, name: re.Match[str], *, agency: bool, in_title: bool) -> int:
    start, end = name.span()
    line = max(text.rfind("\n", 0, start) + 1, start - _BEFORE_LOOKED_AT)
    before, after = text[line:start], _SENTENCE_END.split(text[end : end + _AFTER_LOOKED_AT], maxsplit=1)[0]
    if _leads(before) or _seeks(after) or (in_title and _IN_TITLE.search(before)):
        return _ANOTHERS if _OTHER_RIGHT_BEFORE.search(before) else _SAID
    return _OPEN if agency and not (_OTHER_BEFORE.search(before) or _OTHER_AFTER.match(after)) else _ANOTHERS


def _leads(before: str) -> bool:
    """Whether the words before a name introduce an employer. The last word is checked first, because it rarely does."""
    last = before.rsplit(None, 1)[-1:]
    leads = bool(last) and (last[0].endswith(":") or last[0].casefold().strip(",") in _LEADS_TO_NAME)
    return leads and _BEFORE.search(before) is not None


def _seeks(after: str) -> bool:
    """Whether the words after a name say that it seeks somebody."""
    words = itertools.takewhile(lambda word: word not in _CLAUSE, after.casefold().replace(",", " ").split()[:5])
    return any(word in _SEEKS for word in words)
