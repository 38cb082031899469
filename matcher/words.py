"""Words that people write for one of a few values: a licence, a time of day, terms, a language level. Each becomes its
code, or is kept for the record to refuse by name."""

import functools
import itertools
import re

from matcher.phrases import PHRASES

LONGEST = 500  # characters of a text that names one or more values
MOST_KEPT = 1_000  # texts with a cached meaning: a feed's few words come a thousand times each
LICENCES = ("AM", "A1", "A2", "A", "B", "BE", "C1", "C1E", "C", "CE", "D1", "D1E", "D", "DE", "TAXI", "LK")
YES = frozenset(("ja", "yes", "x", "har", "true", "sand", "1", "j", "y", "ja tak", "✓", "✔", "v"))
NO = frozenset(
    (
        "nej",
        "no",
        "ingen",
        "none",
        "intet",
        "ikke",
        "har ikke",
        "har ingen",
        "nej tak",
        "false",
        "falsk",
        "0",
        "n",
        "uden",
        "har intet",
        "don't have",
        "do not have",
    )
)
OF_LICENCES = {  # words -> category
    "bil": "B",
    "personbil": "B",
    "bilkørekort": "B",
    "b-kort": "B",
    "almindelig": "B",
    "almindeligt": "B",
    "alm": "B",
    "car": "B",
    "driving": "B",
    "standard": "B",
    "trailer": "BE",
    "stor trailer": "BE",
    "lastbil": "C",
    "truck driver": "C",
    "lorry": "C",
    "lastbil med hænger": "CE",
    "vogntog": "CE",
    "bus": "D",
    "motorcykel": "A",
    "mc": "A",
    "motorcycle": "A",
    "knallert": "AM",
    "stor knallert": "AM",
    "moped": "AM",
    "taxa": "TAXI",
    "taxi": "TAXI",
    "traktor": "Traktor",
    "tractor": "Traktor",
    "lk": "LK",
}
# Words beside a category that add nothing to it.
BESIDE = frozenset(
    (
        "kørekort",
        "kørekortet",
        "kategori",
        "kat",
        "klasse",
        "category",
        "class",
        "licence",
        "license",
        "licences",
        "licenses",
        "driving",
        "driver",
        "drivers",
        "driver's",
        "type",
        "til",
        "jeg",
        "i",
        "have",
        "gyldigt",
        "gyldig",
        "valid",
        "med",
        "et",
        "for",
        "-",
    )
)
OF_A_DENIAL = frozenset(("kørekort", "licence", "license", "driving", "jeg", "a"))  # "jeg har ikke kørekort"
LICENCE_ENDS = re.compile(r"[,;&|\n()]| og | and | eller | or |[/+](?!\s?e\b)")


def licences(written: str) -> tuple[str, ...] | None:
    """Categories that a text about licences names; () if it denies them, None if it is not understood.

    >>> [licences(text) for text in ("ja", "Personbil", "B+E", "B/BE", "kørekort B og C", "nej", "Traktor", "hest")]
    [('B',), ('B',), ('B/E',), ('B', 'BE'), ('B', 'C'), (), ('Traktor',), None]
    """
    return _licences_of(written) if len(written) <= LONGEST else None


@functools.lru_cache(MOST_KEPT)
def _licences_of(written: str) -> tuple[str, ...] | None:
    text = " ".join(written.casefold().split()).strip(" .!:-")
    if " ".join(word for word in text.split() if word not in OF_A_DENIAL) in NO:
        return ()
    categories = [_licences(part) for part in LICENCE_ENDS.split(text) if part.strip(" .-")]
    named = {category for part in categories for category in part or ("",)}
    if not categories or "" in named:
        return None
    return tuple(dict.fromkeys(category for part in categories for category in part))


def _licences(part: str) -> list[str]:
    """Categories for the name of one licence; [] if unknown."""
    words = (
        re.sub(r"\ba (?=driv|licen|car)", "", part)
        .replace(".", " ")
        .replace("b-kørekort", "b")
        .replace(":", " ")
        .split()
    )
    telling = [word for word in words if word not in BESIDE or (word == "a" and len(words) == 1)]
    if not telling:
        return ["B"] if words else []
    if whole := _licence(" ".join(telling)):
        return [whole]
    each = [_licence(word) for word in telling if word not in YES]
    return [] if "" in each else [category for category in each if category] or ["B"]


def _licence(words: str) -> str:
    bare = words.replace(" ", "").replace("+", "/").upper()
    if bare in LICENCES or (bare.replace("/", "") in LICENCES and bare.endswith("/E")):
        return bare
    return OF_LICENCES.get(words, "B" if words in YES else "")


def parts(written: str) -> list[str]:
    """The things in a text that names several: "aften/nat", "aften og nat".

    >>> parts("aften/nat, weekend og dag")
    ['aften', 'nat', 'weekend', 'dag']
    """
    pieces = re.split(r"[,;|/&+\n]| og | and | eller | or ", written)
    return [part for piece in pieces if (part := piece.strip(" .").removesuffix("-"))]


@functools.cache
def _phrases_of(group: str) -> dict[str, str]:
    """Each phrase of a group, in Danish and English -> its code."""
    keys = [key for key in PHRASES if key.startswith(f"{group}.")]
    return {text.casefold(): key.partition(".")[2] for key in keys for text in PHRASES[key]}


MORE = {  # group -> code -> people's words beside those of the phrases
    "time": {
        "day": "dagtid, dagtimer, dagarbejde, dagvagt, dagvagter, formiddag, eftermiddag, daytime, days",
        "early_morning": "morgen, tidligt, tidlige morgener, tidlig morgenvagt, early, early mornings, morning",
        "evening": "aftener, aftenarbejde, aftenvagt, aftenvagter, evenings",
        "night": "natten, nætter, natarbejde, nattevagt, nattevagter, natvagt, nights",
        "weekend": "weekender, weekendarbejde, weekends, lørdag, søndag, lørdage, søndage, lør, søn, saturday, sunday",
        "rotating_shifts": "skiftehold, skiftende, skifteholdsarbejde, vagtplan, shifts, rotating",
        "on_call_duty": "vagt hjemmefra, rådighedsvagt, tilkaldevagt, on call, on-call",
    },
    "employment": {
        "ordinary": "ordinær, ordinært, ordinære, almindelig, almindeligt, alm, alm., almindelige vilkår, "
        "ordinært job, ordinær ansættelse, normal, regular, fast, fastansat, fastansættelse, fast stilling, "
        "fast job, permanent, "
        "tidsbegrænset, vikar, vikariat, timeløn, timelønnet, temporary, sæsonarbejde, deltid, "
        "deltidsjob, deltidsstilling, part time, part-time, fuldtid, fuldtidsjob, fuldtidsstilling, full time, "
        "full-time",
        "fleksjob": "flexjob, fleks, flex",
        "subsidised": "løntilskud, skånejob, job med løntilskud",
        "internship": "praktik, virksomhedspraktik, internship",
        "apprenticeship": "lærling, elev, elevplads, læreplads",
        "student": "studiejob, studenterjob, studentermedhjælper",
        "youth": "ungdomsjob, fritidsjob, ungarbejder",
        "voluntary": "frivillig, frivilligt, frivilligt arbejde, volunteer",
        "self_employed": "selvstændig, freelance",
    },
    "mode": {
        "walk": "gang, gå, til fods, gående, walking, on foot",
        "bike": "elcykel, el-cykel, cykler, cycle, bicycle",
        "public": "tog, bus, metro, letbane, kollektiv, kollektiv trafik, kollektiv transport, offentlig, offentligt, "
        "offentlig transport, train, public transport",
        "car": "egen bil, kører bil, own car",
    },
    "weekday": {
        "monday": "man, mandage, mandagen, mon, mondays",
        "tuesday": "tir, tirs, tirsdage, tirsdagen, tue, tues, tuesdays",
        "wednesday": "ons, onsdage, onsdagen, wed, wednesdays",
        "thursday": "tor, tors, torsdage, torsdagen, thu, thur, thurs, thursdays",
        "friday": "fre, fredage, fredagen, fri, fridays",
        "saturday": "lør, lørdage, lørdagen, sat, saturdays",
        "sunday": "søn, søndage, søndagen, sun, sundays",
    },
}
WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
TOGETHER = {  # words for several days of the week
    **dict.fromkeys(("weekend", "weekender", "weekenden", "weekends"), WEEK[5:]),
    **dict.fromkeys(("hverdag", "hverdage", "hverdagene", "weekday", "weekdays", "working days"), WEEK[:5]),
}
FROM_TO = re.compile(r"(.+?)\s*(?:[-–]|\b(?:til|to)\b)\s*(.+)")
BEFORE_A_DAY = re.compile(r"^(?:om|on|hver|every)\s+")


def code(group: str, written: str) -> str:
    """The code for a word in a group of the phrases. Unknown words are kept.

    >>> code("time", "Aften"), code("employment", "fast"), code("time", "evening"), code("time", "påske")
    ('evening', 'ordinary', 'evening', 'påske')
    """
    return _codes(group).get(written.strip().casefold(), written.strip())


@functools.cache
def _codes(group: str) -> dict[str, str]:
    more = {word.strip(): key for key, words in MORE.get(group, {}).items() for word in words.split(",")}
    return more | _phrases_of(group)


def codes(group: str, written: str) -> tuple[str, ...]:
    """The codes for the words of a text. The text may also be one phrase.

    >>> codes("time", "aften/nat"), codes("employment", "elev- eller læreplads"), codes("employment", "fast, deltid")
    (('evening', 'night'), ('apprenticeship',), ('ordinary',))
    """
    return _codes_of(group, written) if len(written) <= LONGEST else (written,)


@functools.lru_cache(MOST_KEPT)
def _codes_of(group: str, written: str) -> tuple[str, ...]:
    known = _codes(group)
    cells = [cell.strip() for cell in re.split(r"[|;\n]", written) if cell.strip()]
    words = (([cell] if cell.casefold() in known else parts(cell)) for cell in cells)
    return tuple(dict.fromkeys(code(group, part) for part in itertools.chain.from_iterable(words)))


def weekdays(written: str) -> tuple[str, ...]:
    """The days of the week that a text names, in its order. Unknown words are kept.

    >>> weekdays("mandag, ons. og weekend"), weekdays("tor-fre"), weekdays("hverdage"), weekdays("påske")
    (('monday', 'wednesday', 'saturday', 'sunday'), ('thursday', 'friday'), \
('monday', 'tuesday', 'wednesday', 'thursday', 'friday'), ('påske',))
    """
    return _weekdays(written) if len(written) <= LONGEST else (written,)


@functools.lru_cache(MOST_KEPT)
def _weekdays(written: str) -> tuple[str, ...]:
    named = parts(re.sub(r"\btil og med\b", "til", written.casefold()))
    days = (day for part in named for day in _days_of(BEFORE_A_DAY.sub("", part)))
    return tuple(dict.fromkeys(days)) or (written,)


def _days_of(part: str) -> tuple[str, ...]:
    """The days of "mandag", "weekend" or "fre-man"."""
    if part in TOGETHER:
        return TOGETHER[part]
    ends = FROM_TO.fullmatch(part)
    first, last = (code("weekday", ends[n].strip(" .")) for n in (1, 2)) if ends else ("", "")
    if first not in WEEK or last not in WEEK:
        return (code("weekday", part),)
    days = (*WEEK, *WEEK)[WEEK.index(first) :]
    return days[: days.index(last) + 1]


LEVELS = {  # language levels; of the Common European Framework A is basic, B good and C fluent
    "none": "ingen, intet, slet ikke, nej, no, none at all, kan ikke",
    "basic": "lidt, basis, begynder, en smule, nogenlunde, grundlæggende, noget, a little, beginner, some, a1, a2",
    "good": "god, godt, gode, rimelig, rimeligt, meget god, meget godt, very good, intermediate, b1, b2",
    "fluent": "flydende, modersmål, på modersmålsniveau, forhandlingsniveau, perfekt, native, mother tongue, "
    "native speaker, fluently, c1, c2",
}
LEVEL_OF = {word.strip(): level for level, words in LEVELS.items() for word in f"{level}, {words}".split(",")}
# The languages named most in ads and by people in Denmark. Others are written by their code or kept.
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
    "arabic": "ar",
    "fransk": "fr",
    "french": "fr",
    "spansk": "es",
    "spanish": "es",
    "tyrkisk": "tr",
    "turkish": "tr",
    "ukrainsk": "uk",
    "ukrainian": "uk",
    "russisk": "ru",
    "russian": "ru",
    "somali": "so",
    "somalisk": "so",
    "persisk": "fa",
    "farsi": "fa",
    "persian": "fa",
    "kurdisk": "ku",
    "kurdish": "ku",
    "rumænsk": "ro",
    "romanian": "ro",
    "italiensk": "it",
    "italian": "it",
    "grønlandsk": "kl",
    "færøsk": "fo",
    "islandsk": "is",
    "bosnisk": "bs",
}


def language(name: str) -> str:
    """The code of a language. Unknown names are kept.

    >>> language("Dansk"), language("da"), language("thai")
    ('da', 'da', 'thai')
    """
    return LANGUAGES.get(name.strip().casefold(), name.strip())


def level(written: str) -> str:
    """The level of a language. Unknown words are kept.

    >>> level("modersmål"), level("B2"), level("flydende."), level("måske")
    ('fluent', 'good', 'fluent', 'måske')
    """
    return LEVEL_OF.get(written.strip(" .").casefold(), written.strip())


def languages(written: str) -> dict[str, str] | None:
    """Languages and levels of a text; None if one of them is not understood.

    >>> languages("da: flydende | en: basic"), languages("dansk (modersmål), lidt engelsk"), languages("mange")
    ({'da': 'fluent', 'en': 'basic'}, {'da': 'fluent', 'en': 'basic'}, None)
    """
    levels: dict[str, str] = {}
    for part in re.split(r"[|\n,;]| og | and ", written):
        if not part.strip():
            continue
        pair = _language(part.replace("(", ":").replace(")", ""))
        if pair is None:
            return None
        levels[pair[0]] = pair[1]
    return levels


def _language(part: str) -> tuple[str, str] | None:
    """One language and its level: "dansk: flydende", "dansk flydende", "flydende dansk", "flydende i dansk"."""
    named = re.split(r"[:=]| - | – ", part, maxsplit=1)
    if len(named) == 2:
        return language(named[0]), level(named[1])
    words = part.split()
    for name, rest in ((words[:1], words[1:]), (words[-1:], words[:-1])):
        level_words = " ".join(word for word in rest if word.casefold() not in ("i", "in", "på"))
        if name and name[0].casefold() in LANGUAGES and level_words.strip(" .").casefold() in LEVEL_OF:
            return language(name[0]), level(level_words)
    return None
