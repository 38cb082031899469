"""schema.org ``JobPosting`` as JSON-LD, in the many shapes that employers and job sites write.

Values that have no field in a record (qualifications, "TEMPORARY", several places) become last lines of the
description, so that they are seen, read and quoted like the rest of the ad. Unknown fields are kept in the same way if
they hold words. Web addresses, pictures and codes are dropped.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from typing_extensions import TypeIs

from matcher import employers
from matcher.feeds import ids, places
from matcher.feeds.cleaning import clean
from matcher.feeds.rows import Row
from matcher.feeds.values import content_id, day, known, texts, weekly_hours, with_lines
from matcher.schema import Employment

SECTIONS = {  # fields that most publishers repeat in the description and some give only here
    "responsibilities": "Opgaver",
    "qualifications": "Kvalifikationer",
    "skills": "Færdigheder",
    "experienceRequirements": "Erfaring",
    "educationRequirements": "Uddannelse",
    "securityClearanceRequirement": "Sikkerhed",
    "physicalRequirement": "Fysiske krav",
    "sensoryRequirement": "Sanser",
    "eligibilityToWorkRequirement": "Ret til at arbejde",
    "applicantLocationRequirements": "Ansøgere fra",
    "specialCommitments": "Særlige vilkår",
    "workHours": "Arbejdstid",
    "jobStartDate": "Tiltrædelse",
    "jobBenefits": "Goder",
    "benefits": "Goder",
    "incentiveCompensation": "Tillæg",
    "incentives": "Tillæg",
    "baseSalary": "Løn",
    "estimatedSalary": "Løn",
    "totalJobOpenings": "Antal stillinger",
    "disambiguatingDescription": "Kort sagt",
    "alternateName": "Også kaldet",
    "occupationalCategory": "Fag",
    "relevantOccupation": "Fag",
    "industry": "Branche",
    "employmentUnit": "Afdeling",
    "employerOverview": "Om arbejdsgiveren",
    "applicationContact": "Kontakt",
}
CARRIED = frozenset(
    (  # fields that the record holds, or that say nothing about the job
        "title",
        "name",
        "description",
        "identifier",
        "hiringOrganization",
        "jobLocation",
        "jobLocationType",
        "employmentType",
        "inLanguage",
        "url",
        "datePosted",
        "validThrough",
        "jobImmediateStart",
        "salaryCurrency",
        "experienceInPlaceOfEducation",
        "mainEntityOfPage",
        "image",
        "logo",
        "photo",
        "thumbnailUrl",
        "sameAs",
        "additionalType",
        "potentialAction",
        "subjectOf",
        "directApply",
        "isPartOf",
        "publisher",
        "author",
        "creator",
        "breadcrumb",
        "dateModified",
        "datePublished",
        "dateCreated",
        "applyUrl",
        "applicationUrl",
        "termCode",
        "inDefinedTermSet",
        "codeValue",
        "propertyID",
        "unitCode",
        "unitText",
        "contentUrl",
        "hasMap",
        "geo",
        "currency",
    )
)
# Texts without words: addresses and pictures; in unknown fields also dates, numbers, codes and colours.
ADDRESS = re.compile(
    r"(?:https?:|data:|mailto:|tel:|//|www\.|/)\S*|\S+\.(?:png|jpe?g|gif|svg|webp|html?|php)", re.IGNORECASE
)
CODE = re.compile(r"#\w*|[\d\s.,:+/TZ-]+|(?=\S*\d)[0-9a-fA-F-]{16,}")
CODED = ("occupationalCategory", "relevantOccupation", "industry")  # fields that hold codes such as 35-3031.00 (O*NET)
NUMBERS_SAY = re.compile(r"hours?$|shift|salary|wage|experience|age$|opening|timer|løn|phone", re.IGNORECASE)
NO_REQUIREMENT = frozenset(("no requirements", "no requirement", "ingen krav", "ingen særlige krav", "norequirements"))
PER = {
    "HOUR": "i timen",
    "HUR": "i timen",
    "DAY": "om dagen",
    "WEEK": "om ugen",
    "MONTH": "om måneden",
    "MON": "om måneden",
    "YEAR": "om året",
    "ANN": "om året",
}
# Values that references may add to one posting; a text longer than A_VALUE characters counts as several. A graph can be
# built to unfold without end, and many postings may refer to one large object.
MOST_BY_REFERENCE, A_VALUE = 2_000, 50
LONGEST_LINES = 100_000  # characters; a longer ad is refused, so no more need be compared
FULL_TIME = {"FULL_TIME", "FULLTIME", "FULDTID"}
PART_TIME = {"PART_TIME", "PARTTIME", "DELTID"}
EMPLOYMENT: dict[str, Employment] = {
    "INTERN": "internship",
    "INTERNSHIP": "internship",
    "VOLUNTEER": "voluntary",
    "APPRENTICESHIP": "apprenticeship",
    "FLEKSJOB": "fleksjob",
}
# Types that say nothing about the terms.
ORDINARY = {"PERMANENT", "TEMPORARY", "FASTANSÆTTELSE", "VIKARIAT", "PER_DIEM", "SEASONAL"}
Nodes = Mapping[str, dict[str, Any]]


def postings(value: object) -> Iterator[dict[str, Any]]:
    """Every JobPosting in a JSON value, in order: alone, in a list, in @graph or nested in another object."""
    if isinstance(value, list):
        for item in value:
            yield from postings(item)
    elif isinstance(value, dict) and _is_posting(value):
        if not _is_reference(value):
            yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from postings(item)


def _is_posting(item: dict[str, Any]) -> bool:
    kinds = item.get("@type")
    return any(re.fullmatch(r"(?:.*[/:#])?JobPosting", kind) for kind in texts(kinds))


def _is_reference(item: dict[str, Any]) -> bool:
    return isinstance(item.get("@id"), str) and item.keys() <= {"@id", "@type", "@context"}


def nodes(*values: object) -> dict[str, dict[str, Any]]:
    """The properties that JSON values give each named thing ("@id"), so that references can be followed.

    >>> nodes({"@graph": [{"@id": "#org", "name": "Kroen"}, {"hiringOrganization": {"@id": "#org"}}]})
    {'#org': {'@id': '#org', 'name': 'Kroen'}}
    """
    result: dict[str, dict[str, Any]] = {}
    left = list(values)
    while left:
        value = left.pop()
        if isinstance(value, dict) and isinstance(value.get("@id"), str) and not _is_reference(value):
            result.setdefault(value["@id"], value)
        if isinstance(value, dict | list):
            left += value.values() if isinstance(value, dict) else value
    return result


class _Resolving:
    """A posting with its references replaced by what they point to. A reference to nothing or in a circle is empty."""

    def __init__(self, of: Nodes) -> None:
        self.of, self.left = of, MOST_BY_REFERENCE

    def __call__(self, value: Any, above: tuple[str, ...] = ()) -> Any:
        if above:
            self.left -= 1 + (len(value) // A_VALUE if isinstance(value, str) else 0)
            if self.left < 0:
                return None
        if isinstance(value, list):
            return [self(item, above) for item in value]
        if not isinstance(value, dict):
            return value
        if not _is_reference(value):
            return {key: self(item, above) for key, item in value.items()}
        return self.named(value["@id"], above)

    def named(self, name: str, above: tuple[str, ...] = ()) -> Any:
        """The value that a name refers to."""
        if name in above or name not in self.of:
            return None
        return self({key: item for key, item in self.of[name].items() if key != "@id"}, (*above, name))


def row(number: int, item: dict[str, Any], of: Nodes | None = None) -> Row:
    """Converts one posting to a record. ``of``: the named things of its page, for references."""
    url, identifiers, item = _url(item), item.get("identifier"), _resolved(item, of or {})
    title = _one(item.get("title")) or _one(item.get("name"))
    description = _description(item)
    signs = places.signs(_language(item), _currencies(item), url, f"{title}\n{description}")
    there, kinds = places.places_of(item.get("jobLocation"), signs), _types(item.get("employmentType"))
    remote = "TELECOMMUTE" in texts(item.get("jobLocationType"))
    low, high = _hours(item)
    organisation = item.get("hiringOrganization")
    employer = _employer(organisation)
    postcodes, municipalities = {place.postcode for place in there}, {place.municipality for place in there}
    postcode = postcodes.pop() if len(postcodes) == 1 else None
    named = employer if isinstance(employer, str) else None
    identifier = _identifier(identifiers, named)
    record = {
        "id": ids.published(identifier, url, named)
        if identifier
        else _page(url) or content_id(str(title), str(description), str(_one(organisation))),
        "title": " ".join(clean(title).split()) if isinstance(title, str) else title,
        "description": with_lines(description, _lines(item, there, remote=remote, kinds=kinds)),
        "employer": employer,
        "postcode": postcode,
        "municipality": municipalities.pop() if postcode is None and len(municipalities) == 1 else None,
        "no_fixed_workplace": True if remote else None,
        "language": _one(item.get("inLanguage")),
        "url": url,
        "source": "JobPosting",
        "published": day(_one(item.get("datePosted"))),
        "deadline": day(_one(item.get("validThrough"))),
        "stated": {
            "weekly_hours_min": low,
            "weekly_hours_max": high,
            "full_time": _full_time(kinds),
            "employment": _employment(kinds),
        },
    }
    return Row(
        number,
        record,
        {
            "employer": "hiringOrganization",
            "published": "datePosted",
            "deadline": "validThrough",
            "language": "inLanguage",
            "id": "identifier",
        },
    )


def _resolved(item: dict[str, Any], of: Nodes) -> dict[str, Any]:
    """The posting with its references followed. An employer or place given only as a name is looked up too."""
    resolving = _Resolving(of)
    result: dict[str, Any] = resolving({key: value for key, value in item.items() if key != "@id"})
    for key in ("hiringOrganization", "jobLocation"):
        if isinstance(name := item.get(key), str) and name in of:
            result[key] = resolving.named(name)
    return result | ({"@id": item["@id"]} if "@id" in item else {})


def _one(value: object) -> object:
    """The first text of one or many. A value of another kind is passed on, for the record to refuse."""
    if not known(value):
        return None
    return next(iter(texts(value)), None if isinstance(value, dict | list) else value)


def _description(item: dict[str, Any]) -> object:
    value = item.get("description")
    several = list(dict.fromkeys(clean(text) for text in texts(value)))
    return "\n\n".join(filter(None, several)) or (None if several else _one(value))


def _language(item: dict[str, Any]) -> str | None:
    language = _one(item.get("inLanguage"))
    return language if isinstance(language, str) else None


def _currencies(item: dict[str, Any]) -> list[str]:
    salary = item.get("baseSalary")
    return texts(item.get("salaryCurrency")) + (texts(salary.get("currency")) if isinstance(salary, dict) else [])


def _employer(organisation: object) -> object:
    """The employer's first name. An address or a dangling reference is no name."""
    names = [name for name in _names(organisation) if not re.match(r"https?:|#|_:", name)]
    if names or isinstance(organisation, str | dict | list) or organisation is None:
        return clean(names[0]) or None if names else None
    return organisation


def _names(organisation: object) -> list[str]:
    """All names of the employer: its own, its legal name, and those of its parent organisations."""
    if isinstance(organisation, list):
        return [name for part in organisation for name in _names(part)]
    if not isinstance(organisation, dict):
        return texts(organisation)
    inner = [organisation.get(key) for key in ("parentOrganization", "department")]
    own = [organisation.get(key) for key in ("name", "legalName", "alternateName")]
    own = own if any(map(known, own)) else [organisation]  # {"@value": "Kroen"}
    return [name for value in own for name in texts(value)] + [name for value in inner for name in _names(value)]


def _identifier(value: object, employer: str | None) -> str | None:
    """An id given as a text, a number, or a PropertyValue. The employer's name does not count as an id."""
    for item in value if isinstance(value, list) else [value]:
        names, given = {employers.key(employer or "")}, [item]
        if isinstance(item, dict):
            given = [item.get(key) for key in ("value", "@value", "@id", "name")]
            names |= {employers.key(name) for name in texts(item.get("name"))} if known(item.get("value")) else set()
        for text in (str(g).strip() for g in given if isinstance(g, str | int | float) and not isinstance(g, bool)):
            if known(text) and text.strip("0") and employers.key(text) not in names - {""}:
                return text
    return None


def _page(url: str | None) -> str | None:
    """The address of the ad's own page; None for the front page of a site.

    >>> _page("https://kroen.example/job/7"), _page("https://kroen.example/#job"), _page("https://kroen.example?id=7")
    ('https://kroen.example/job/7', None, 'https://kroen.example?id=7')
    """
    return url if url and re.match(r"https?://[^/?#]+(?:/+[^/?#]|/*\?)", url) else None


def _url(item: dict[str, Any]) -> str | None:
    page = item.get("mainEntityOfPage")
    page = page.get("@id") if isinstance(page, dict) else page
    urls = [text for value in (item.get("url"), page, item.get("@id")) for text in texts(value)]
    return next((url for url in urls if re.match(r"https?://", url)), None)


def _types(value: object) -> list[str]:
    """FULL_TIME and the like, from a list, a text with commas, or an address at schema.org."""
    parts = [part for text in texts(value) for part in re.split(r"[,;|]| og ", text)]
    return [p.strip().rsplit("/", 1)[-1] if "schema.org" in p else p.strip() for p in parts if p.strip()]


def _key(kind: str) -> str:
    return re.sub(r"[\s-]+", "_", kind.upper())


def _full_time(kinds: list[str]) -> bool | None:
    keys = {_key(kind) for kind in kinds}
    full, part = bool(keys & FULL_TIME), bool(keys & PART_TIME)
    return None if full == part else full


def _employment(kinds: list[str]) -> Employment | None:
    """The kind of employment for these types. Unclear for CONTRACTOR and OTHER, and for types that differ."""
    keys = {_key(kind) for kind in kinds} - FULL_TIME - PART_TIME - ORDINARY
    special = {EMPLOYMENT.get(key, "unclear") for key in keys}
    return None if not special else special.pop() if len(special) == 1 else "unclear"


def _hours(item: dict[str, Any]) -> tuple[object, object]:
    found_ = words(item.get("workHours"))
    return weekly_hours(found_[0]) if len(found_) == 1 else (None, None)


def _lines(
    item: dict[str, Any], there: list[places.Place], *, remote: bool, kinds: list[str]
) -> Iterator[tuple[str, str]]:
    """(label, text) of what only the fields say, each once."""
    said = _Texts(_one(item.get("title")), _description(item), *_names(item.get("hiringOrganization"))[:1])
    for field, label in SECTIONS.items():
        yield label, said.new(words(item.get(field), field, _currencies(item)))
    if item.get("jobImmediateStart") is True and not known(item.get("jobStartDate")):
        yield "Tiltrædelse", said.new(["snarest muligt"])
    if item.get("experienceInPlaceOfEducation") is True and known(item.get("educationRequirements")):
        yield "Uddannelse", said.new(["erfaring kan erstatte den"])
    carried = FULL_TIME | PART_TIME | EMPLOYMENT.keys()
    yield "Ansættelsestype", ", ".join(kind for kind in kinds if _key(kind) not in carried)
    where = [place.words for place in there if place.words and (len(there) > 1 or remote or places.says_more(place))]
    location_types = [
        location_type for location_type in texts(item.get("jobLocationType")) if location_type != "TELECOMMUTE"
    ]
    home = ["hjemmefra (TELECOMMUTE)"] if remote else []
    yield "Arbejdssted", "; ".join([*where, *said.new(location_types).split("\n"), *home]).strip("; ")
    organisation = item.get("hiringOrganization")
    others = _names(organisation)[1:]
    yield "Arbejdsgiver", said.new([name for name in others if not ADDRESS.fullmatch(name)]).replace("\n", ", ")
    about = organisation.get("description") if isinstance(organisation, dict) else None
    yield "Om arbejdsgiveren", said.new(words(about))
    for field, value in item.items():
        name = re.sub(r"^.*[:/#]", "", field)
        if name not in CARRIED and name not in SECTIONS and not field.startswith(("@", "_")):
            yield _label(name), said.new(words(value, name))


def _label(name: str) -> str:
    """The label of a field, from its name.

    >>> _label("drivingLicenceRequired")
    'Driving licence required'
    """
    return re.sub(r"(?<=[a-zæøå])[A-ZÆØÅ_]", lambda m: f" {m[0].lower().strip('_')}", name)[:60].strip().capitalize()


class _Texts:
    """Texts that an ad already contains, by their words in order."""

    def __init__(self, *contents: object) -> None:
        texts_ = [f" {self._plainly(text[:LONGEST_LINES])} " for text in contents if isinstance(text, str)]
        self.told, self.words = "|".join(texts_), {word for text in texts_ for word in text.split()}
        self.lines: set[str] = set()
        self.length = 0

    def new(self, found_: list[str]) -> str:
        """The texts that are not in the ad yet, one a line. Remembers them."""
        result = []
        for text in found_:
            if self.length > LONGEST_LINES or not self._has(plainly := self._plainly(text)):
                result.append(text)
                self.length += len(text)
                self.lines.add(plainly)
        return "\n".join(result)

    def _has(self, plainly: str) -> bool:
        if plainly in self.lines or not plainly:
            return True
        return self.words.issuperset(plainly.split()) and f" {plainly} " in self.told

    @staticmethod
    def _plainly(text: str) -> str:
        return " ".join(re.findall(r"\w+", text.casefold()))


def words(value: object, field: str = "", currencies: list[str] | None = None) -> list[str]:
    """The texts of any value: a text, a term, a credential, an amount, or a list of these.

    >>> words({"@type": "EducationalOccupationalCredential", "credentialCategory": "Truckcertifikat B"})
    ['Truckcertifikat B']
    >>> words({"monthsOfExperience": 24}), words({"@type": "QuantitativeValue", "minValue": 20, "maxValue": 25})
    (['mindst 24 måneders erfaring'], ['20-25'])
    """
    if isinstance(value, list):
        return [text for item in value for text in words(item, field, currencies)]
    if isinstance(value, dict):
        return _words_of(value, field, currencies or [])
    if isinstance(value, bool) or not known(value):
        return []
    if isinstance(value, int | float):
        amount = _number(value)
        return [f"{amount} {' '.join(currencies or [])}".strip()] if NUMBERS_SAY.search(field) and value else []
    text = clean(str(value))
    if text.casefold().rsplit("/", 1)[-1] in NO_REQUIREMENT:
        return []
    has_words = NUMBERS_SAY.search(field) or (field in SECTIONS and field not in CODED) or not CODE.fullmatch(text)
    return [text] if text and has_words and not ADDRESS.fullmatch(text) else []


def _words_of(value: dict[str, Any], field: str, currencies: list[str]) -> list[str]:
    """The words of an object: an amount as one text, a posting's title, for others the words of each field."""
    if _is_posting(value):
        return words(value.get("title") or value.get("name"))
    months = value.get("monthsOfExperience")
    months = _number(months) if _is_number(months) else "0"
    first = [f"mindst {months} måneders erfaring"] if months.strip("0") else []
    if amount := _amount(value, field, currencies):
        return [*first, amount]
    skip = CARRIED - {"name", "description", "title"} | {"monthsOfExperience", "address" if "name" in value else ""}
    inner = [words(part, key, currencies) for key, part in value.items() if key not in skip and key[:1] not in "@_"]
    if "@value" in value:
        inner.append(words(value["@value"], field))
    return [*first, *([", ".join(dict.fromkeys(text for texts_ in inner for text in texts_))] if any(inner) else [])]


def _amount(value: dict[str, Any], field: str, currencies: list[str]) -> str | None:
    """A QuantitativeValue or MonetaryAmount as people write it; None for other objects."""
    inner = value.get("value")
    currencies = texts(value.get("currency")) or currencies
    if isinstance(inner, dict):
        return _amount(inner, field, currencies)
    ends = [_number(value[key]) for key in ("minValue", "maxValue", "value") if _is_number(value.get(key))]
    ends = list(dict.fromkeys(end for end in ends if end.strip("0.,")))
    if not ends:
        return None
    unit = next(iter(texts(value.get("unitText")) + texts(value.get("unitCode"))), "")
    if re.search("salary|wage|løn", field, re.IGNORECASE):
        unit = " ".join([*currencies[:1], PER.get(unit.upper(), unit)])
    else:
        unit = {"HUR": "timer", "HOUR": "timer", "H": "timer"}.get(unit.upper(), unit)
    return f"{'-'.join(ends[:2])} {unit}".strip()


def _is_number(value: object) -> TypeIs[float | str]:
    if isinstance(value, str):
        return re.fullmatch(r"\s*\d[\d.,]{0,15}\s*", value) is not None
    return isinstance(value, int | float) and not isinstance(value, bool)


def _number(value: float | str) -> str:
    """A number as Danes write it.

    >>> _number(150.0), _number(7.5), _number("24")
    ('150', '7,5', '24')
    """
    return value.strip() if isinstance(value, str) else f"{value:.15g}".replace(".", ",")
