"""The workplace that a feed names: Danish postcode, municipality, and the feed's words.

A postcode counts as Danish only if nothing contradicts it: Norway, Switzerland, Austria and Belgium have four digits
too. An undecided place is unknown, and its words stay. A town name stands for its postcode if it has one, and for its
municipality if it has several ("Aarhus").
"""

import functools
import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from matcher.feeds.values import known, postcode, texts

if TYPE_CHECKING:
    from matcher import geography

# Words in names of Denmark: "Kingdom of Denmark", "Danmark (DK)", "DNK"; 208 is its number in ISO 3166.
DENMARK = frozenset(("danmark", "denmark", "dk", "dnk", "dänemark", "danemark", "dinamarca", "208"))
OF_A_COUNTRY = frozenset(("kingdom", "kongeriget", "kongerige", "the", "of"))
REGIONS = re.compile(
    r"jylland|danmark|denmark|hovedstaden|sj[aæ]e?lland|zealand|\bfyn\b|bornholm|falster|lolland|k[oø]benhavn|copenhagen"
    r"|^dk-?8[1-5]$|^8[1-5]$",
    re.IGNORECASE,
)
OTHER_NAMES = {  # a folded spelling of people and foreign systems -> the town's folded name
    "copenhagen": "kobenhavn",
    "cph": "kobenhavn",
    "kbh": "kobenhavn",
    "vesterbro": "kobenhavn",
    "osterbro": "kobenhavn",
    "norrebro": "kobenhavn",
    "amager": "kobenhavn",
    "christianshavn": "kobenhavn",
    "elsinore": "helsingor",
    "nykobing falster": "nykobing f",
    "nykobing mors": "nykobing m",
    "nykobing sjalland": "nykobing sj",
    "kgs lyngby": "kongens lyngby",
    "lyngby": "kongens lyngby",
}
QUARTER = re.compile(r" (?:[ckmnsvo]|nv|no|sv|so|ost|vest|nord|syd)$")  # "København Ø", "Aalborg Øst", folded
CODE_AND_TOWN = re.compile(r"(?:(?P<country>[A-Z]{1,3})-? ?)?\b(?P<code>\d{4})\s{1,3}(?P<town>[^\W\d_].{0,60})")
TOWN_AND_CODE = re.compile(r"(?P<town>[^\W\d_][^\d]{0,60}?)\s{1,3}(?P<code>\d{4})")
PARTS = re.compile(r"[,;|\n/•·()]| - | – | og | eller | or | and | & ")
# Danish words that Norwegian and Swedish spell differently.
IN_DANISH = re.compile(
    r"\b(?:søger|os|jeres|ansøgning|uddannelse|arbejde|kørekort|medarbejder|opgaver|erfaring|ugen)\b", re.IGNORECASE
)


FIRST_WITH_VILLAGES = "2500"  # the postcodes below this are quarters of København and Frederiksberg
NOT_DANISH = re.compile(r"[^\W\da-zæøåé_]", re.IGNORECASE)


class Place(NamedTuple):
    """A workplace: its Danish postcode and municipality if known, and the feed's words for it."""

    postcode: object = None
    municipality: str | None = None
    words: str = ""


def is_denmark(country: object) -> bool | None:
    """Whether a country is Denmark; None if none or several are named.

    >>> [is_denmark(c) for c in ("DK", "Kingdom of Denmark", {"name": "Danmark (DK)"}, "Norge", "UNAVAILABLE", None)]
    [True, True, True, False, None, None]
    """
    names = texts(country)
    answers = {_is_denmark(name) for name in names}
    return answers.pop() if len(answers) == 1 else None


def _is_denmark(name: str) -> bool:
    words = set(re.findall(r"\w+", name.casefold())) - OF_A_COUNTRY
    return bool(words) and words <= DENMARK


def fold(name: str) -> str:
    """A town's name with its spelling variants removed.

    >>> fold("Århus  C"), fold("Aarhus C"), fold("Kbh. Ø"), fold("Hillerod"), fold("Horsens Kommune")
    ('arhus c', 'arhus c', 'kobenhavn o', 'hillerod', 'horsens')
    """
    letters = name.casefold().translate(str.maketrans("øöåäé", "ooaae")).replace("æ", "a")
    letters = letters.replace("aa", "a").replace("ae", "a").replace("oe", "o")
    words = " ".join(word for word in re.findall(r"[\w-]+", letters) if word not in ("kommune", "municipality"))
    first, _, rest = words.partition(" ")
    return OTHER_NAMES.get(words) or f"{OTHER_NAMES.get(first, first)} {rest}".strip()


@functools.cache
def _places() -> "dict[str, geography.Place]":
    """Every Danish postcode with its place."""
    from matcher import geography  # imported here, because numpy takes 15 MB and tables do not use it

    return geography.places()


@functools.cache
def _towns() -> dict[str, tuple[str, ...]]:
    """The postcodes of each town and municipality, by folded name. "Aarhus" has those of all its quarters."""
    found: dict[str, dict[str, None]] = {}
    quarters: dict[str, dict[str, None]] = {}
    municipalities = {fold(place.municipality) for place in _places().values()}
    for code, place in _places().items():
        town = fold(place.town)
        found.setdefault(town, {})[code] = None
        quarters.setdefault(QUARTER.sub("", town), {})[code] = None
    found |= {name: codes for name, codes in quarters.items() if len(codes) > 1}  # "Nykøbing" is not Nykøbing M
    for name in municipalities - found.keys():
        found[name] = {code: None for code, place in _places().items() if fold(place.municipality) == name}
    return {name: tuple(codes) for name, codes in found.items()}


def in_town(name: str) -> Place | None:
    """A Danish town, as exactly as its name allows; None if no postal town has that name.

    >>> in_town("Ringkøbing"), in_town("Aarhus"), in_town("Nesoddtangen")
    (Place(postcode='6950', municipality='Ringkøbing-Skjern', words='Ringkøbing'), Place(postcode=None, \
municipality='Aarhus', words='Aarhus'), None)
    """
    codes = _towns().get(fold(name), ())
    if not codes:
        return None
    municipalities = {_places()[code].municipality for code in codes}
    return Place(
        codes[0] if len(codes) == 1 else None, municipalities.pop() if len(municipalities) == 1 else None, name.strip()
    )


def agrees(code: str, town: str) -> bool | None:
    """Whether a town has that postcode; None if the town has no post of its own, such as a village.

    >>> agrees("8700", "Horsens"), agrees("8200", "Århus"), agrees("8000", "Horsens"), agrees("1450", "Nesoddtangen")
    (True, True, False, None)
    """
    place = _places().get(code)
    name = fold(town)
    if place and name in (fold(place.municipality), fold(place.town), QUARTER.sub("", fold(place.town))):
        return True
    codes = _towns().get(name)
    if codes is None:
        return None
    return code in codes or bool(place and place.municipality in {_places()[other].municipality for other in codes})


class Signs(NamedTuple):
    """Signs of a posting's country outside its address: True for Denmark, False for another country."""

    votes: frozenset[bool] = frozenset()

    @property
    def may_be_danish(self) -> bool:
        """Whether no sign points to another country."""
        return False not in self.votes

    def also(self, *votes: bool | None) -> "Signs":
        """These signs plus more."""
        return Signs(self.votes | {vote for vote in votes if vote is not None})


def signs(language: str | None, currencies: Iterable[str], url: str | None, text: str) -> Signs:
    """Signs of a posting's country: its language, its currency, its web address, Danish words."""
    votes: list[bool | None] = [currency.upper() in ("DKK", "KR", "KR.") for currency in currencies]
    if language and (code := re.split(r"[-_]", language.casefold())[0]) not in ("en", "english", "engelsk"):
        votes.append(code in ("da", "dan", "dansk", "danish", "dk"))
    country = re.match(r"https?://[^/?#:]{1,250}\.([a-z]{2})(?:[:/?#]|$)", url or "", re.IGNORECASE)
    if country and country[1].lower() in NATIONAL:
        votes.append(country[1].lower() == "dk")
    votes.append(True if IN_DANISH.search(text) else None)
    return Signs().also(*votes)


NATIONAL = (
    "dk",
    "no",
    "se",
    "de",
    "at",
    "ch",
    "be",
    "nl",
    "pl",
    "fi",
    "is",
    "uk",
    "fr",
    "hu",
    "si",
    "bg",
    "lu",
    "au",
    "nz",
)


def places_of(value: object, beside: Signs) -> list[Place]:
    """Every place of a ``jobLocation``, each once: Place, PostalAddress, text, or lists of them."""
    items = value if isinstance(value, list) else [value]
    places = [place for item in items if known(item) for place in _of_item(item, beside)]
    return [place for place in dict.fromkeys(places) if any(place)]


def _of_item(item: object, beside: Signs) -> Iterator[Place]:
    if isinstance(item, dict):
        address = item.get("address")
        if not known(address):
            address = item if item.keys() & {"postalCode", "addressLocality", "streetAddress"} else item.get("name")
        name = "" if address == item.get("name") else next(iter(texts(item.get("name"))), "")
        for part in address if isinstance(address, list) else [address]:
            if isinstance(part, dict):
                street = " ".join(texts(part.get("streetAddress")))
                places = list(_of_address(part, street, beside))
            else:
                street, places = "", list(in_text(" ".join(texts(part)), beside))
            yield from (place._replace(words=words_beside(place, name, street)) for place in places)
    else:
        for text in texts(item):
            yield from in_text(text, beside)


def _of_address(address: dict[str, Any], street: str, beside: Signs) -> Iterator[Place]:
    """The place of a PostalAddress; several if its postcode or town is a list."""
    codes, towns = _several(address.get("postalCode")), _several(address.get("addressLocality"))
    country = is_denmark(address.get("addressCountry"))
    regions = texts(address.get("addressRegion"))
    here = beside.also(
        *map(_is_denmark, texts(address.get("addressCountry"))),
        *(bool(REGIONS.search(region)) or fold(region) in _towns() for region in regions),
    )
    if not codes and len(towns) <= 1:
        text = ", ".join([str(town) for town in towns] or [street] if towns or street else [])
        places = list(in_text(text, here, country)) or [Place(None, _municipality(regions, country), "")]
        yield from (p if p.municipality else p._replace(municipality=_municipality(regions, country)) for p in places)
    elif len(codes) == len(towns) or len(codes) <= 1:
        for number, town in enumerate(towns or [""]):
            yield _of_code(codes[min(number, len(codes) - 1)] if codes else None, str(town), here, country)
    else:
        yield from (_of_code(code, str(towns[0]) if len(towns) == 1 else "", here, country) for code in codes)


def _several(value: object) -> list[object]:
    return [
        item for item in (value if isinstance(value, list) else [value]) if known(item) and not isinstance(item, dict)
    ]


def _municipality(regions: list[str], country: bool | None) -> str | None:
    """The municipality that an address gives as its region, if it calls it a municipality."""
    named = [region for region in regions if re.search(r"kommune|municipality", region, re.IGNORECASE)]
    place = in_town(named[0]) if named and country is not False else None
    return place.municipality if place else None


def _of_code(code: object, town: str, here: Signs, country: bool | None) -> Place:
    words = " ".join(str(part) for part in (code, town) if part)
    code = postcode(code)
    if code is None:
        said = in_town(town) if _names_danish_towns(here, country) else None
        return said._replace(words=words) if said else Place(None, None, words)
    place = _places().get(code) if isinstance(code, str) else None
    if not _is_danish(code, town, here, country):
        return Place(None, None, words)
    return Place(code, place.municipality if place else None, words)


def _is_danish(code: object, town: str, here: Signs, country: bool | None) -> bool:
    """Whether a postcode is Danish: by its country, else by its town, else if no sign contradicts it."""
    if country is not None or not isinstance(code, str) or not re.fullmatch(r"\d{4}", code):
        return country is True and not (isinstance(code, str) and agrees(code, town) is False)
    fits = agrees(code, town) if town else None
    if fits is not None:
        return fits
    if town and (code < FIRST_WITH_VILLAGES or NOT_DANISH.search(town)):
        return False
    return here.may_be_danish and (not town or True in here.votes)


def _names_danish_towns(here: Signs, country: bool | None) -> bool:
    return here.may_be_danish or True in here.votes if country is None else country


@functools.cache
def _countries() -> frozenset[str]:
    """The names of all countries in Danish, English and the languages of the neighbours."""
    from babel import Locale  # imported here, because most feeds have no address in one text

    spoken = ("da", "en", "nb", "sv", "de")
    return frozenset(name.casefold() for code in spoken for name in Locale(code).territories.values())


def in_text(text: str, beside: Signs, country: bool | None = None) -> Iterator[Place]:
    """The places that an address written as one text names.

    >>> [(p.postcode, p.municipality) for p in in_text("Torvet 3, Horsens, Danmark", Signs())]
    [('8700', 'Horsens')]
    >>> [p.postcode for text in ("8700 Horsens", "N-1450 Nesoddtangen", "Hele landet") for p in in_text(text, Signs())]
    ['8700', None, None]
    """
    parts = [part.strip() for part in PARTS.split(text) if part.strip()]
    if country is None and (names_country := [part.casefold() in _countries() for part in parts]):
        country = True if any(map(_is_denmark, parts)) else False if any(names_country) else None
    places = [place for part in parts if (place := _coded(part, beside, country))]
    if not places and _names_danish_towns(beside, country):
        places = [place for part in parts if (place := in_town(part))]
    distinct = list(dict.fromkeys(places))
    if len(distinct) > 1 and len({p.municipality for p in distinct}) == 1 and not any(p.postcode for p in distinct):
        distinct = distinct[:1]
    if text and not distinct:
        yield Place(None, None, text)
    yield from (place if len(distinct) > 1 else place._replace(words=text) for place in distinct)


def words_beside(place: Place, *more: str) -> str:
    """The words of a place with the name and street before them."""
    before = [name for name in more if name and fold(name) not in fold(place.words)]
    return ", ".join([*before, *([place.words] if place.words else [])])


def says_more(place: Place) -> bool:
    """Whether its words say more than its postcode."""
    if not isinstance(place.postcode, str) or place.postcode not in _places():
        return bool(place.words)
    there = _places()[place.postcode]
    carried = {place.postcode, "dk", *fold(f"{there.town} {there.municipality}").split(), *DENMARK, *OF_A_COUNTRY}
    return bool(set(re.split(r"[\s,.-]+", fold(place.words))) - carried - {""})


def _coded(part: str, beside: Signs, country: bool | None) -> Place | None:
    """The place of a part with a postcode: "8700 Horsens", "DK-8700 Horsens", "Horsens 8700"."""
    if match := CODE_AND_TOWN.search(part):
        if match["country"]:
            country = _is_denmark(match["country"])
        town = match["town"].split("  ")[0].strip(" .")
        return _of_code(match["code"], town, beside, country)._replace(words=part)
    if (match := TOWN_AND_CODE.fullmatch(part)) and agrees(match["code"], match["town"]):
        return _of_code(match["code"], match["town"], beside, country)._replace(words=part)
    return None
