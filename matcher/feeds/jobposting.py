"""schema.org ``JobPosting`` as JSON-LD, in the many shapes in which employers and job sites write it.

What a posting says in fields of its own and a record has no field for (qualifications, "TEMPORARY", several places)
becomes last lines of the description, so that it is seen, read and quoted like the rest of the ad.
"""

import re
from collections.abc import Iterator
from typing import Any

from matcher.feeds.markup import plain
from matcher.feeds.rows import Row
from matcher.feeds.values import DENMARK, content_id, day, known, postcode, texts, weekly_hours, with_lines
from matcher.schema import Employment

SECTIONS = {  # fields that many leave in the description and some write apart from it
    "responsibilities": "Opgaver", "qualifications": "Kvalifikationer", "skills": "Færdigheder",
    "experienceRequirements": "Erfaring", "educationRequirements": "Uddannelse", "physicalRequirement": "Fysiske krav",
    "workHours": "Arbejdstid", "jobStartDate": "Tiltrædelse",
}  # fmt: skip
FULL_TIME = {"FULL_TIME", "FULLTIME", "FULDTID"}
PART_TIME = {"PART_TIME", "PARTTIME", "DELTID"}
EMPLOYMENT: dict[str, Employment] = {
    "INTERN": "internship", "INTERNSHIP": "internship", "VOLUNTEER": "voluntary", "APPRENTICESHIP": "apprenticeship",
    "FLEKSJOB": "fleksjob",
}  # fmt: skip
ORDINARY = {"PERMANENT", "TEMPORARY", "FASTANSÆTTELSE", "VIKARIAT", "PER_DIEM", "SEASONAL"}  # say nothing of terms


def found(value: object) -> Iterator[dict[str, Any]]:
    """Every JobPosting in a JSON value, in order: alone, in a list, in @graph or inside something else."""
    if isinstance(value, list):
        for item in value:
            yield from found(item)
    elif isinstance(value, dict) and _is_posting(value):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from found(item)


def _is_posting(item: dict[str, Any]) -> bool:
    kinds = item.get("@type")
    return any(re.fullmatch(r"(?:.*[/:#])?JobPosting", kind) for kind in texts(kinds))


def row(number: int, item: dict[str, Any]) -> Row:
    """One posting as a record of ours."""
    title = _one(item.get("title")) or _one(item.get("name"))
    places, kinds = _places(item.get("jobLocation")), _types(item.get("employmentType"))
    remote = "TELECOMMUTE" in texts(item.get("jobLocationType"))
    description = _description(item)
    low, high = _hours(item)
    employer, url = _one(item.get("hiringOrganization")), _url(item)
    postcodes = {code for code, _ in places}
    record = {
        "id": _identifier(item.get("identifier")) or url or content_id(str(title), str(description), str(employer)),
        "title": plain(title) if isinstance(title, str) else title,
        "description": with_lines(description, _lines(item, str(description), kinds, places, remote)),
        "employer": plain(employer) or None if isinstance(employer, str) else employer,
        "postcode": postcodes.pop() if len(postcodes) == 1 else None,
        "no_fixed_workplace": True if remote else None,
        "language": _one(item.get("inLanguage")),
        "url": url,
        "source": "JobPosting",
        "published": day(_one(item.get("datePosted"))),
        "deadline": day(_one(item.get("validThrough"))),
        "stated": {
            "weekly_hours_min": low, "weekly_hours_max": high, "full_time": _full_time(kinds),
            "employment": _employment(kinds),
        },
    }  # fmt: skip
    return Row(number, record, {"employer": "hiringOrganization", "published": "datePosted", "deadline": "validThrough",
                                "language": "inLanguage"})  # fmt: skip


def _one(value: object) -> object:
    """The first text of one or many; a value of another kind as it is, for the record to refuse."""
    if not known(value):
        return None
    if isinstance(value, dict) and isinstance(value.get("@value"), str):
        return value["@value"]
    return next(iter(texts(value)), None if isinstance(value, dict | list) else value)


def _description(item: dict[str, Any]) -> object:
    value = _one(item.get("description"))
    return plain(value) or None if isinstance(value, str) else value


def _identifier(value: object) -> str | None:
    """An id as a text, a number, or a PropertyValue with the one or the other."""
    value = value[0] if isinstance(value, list) and value else value
    if isinstance(value, dict):
        value = next((value[key] for key in ("value", "@value", "@id", "name") if known(value.get(key))), None)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return value.strip() if isinstance(value, str) and value.strip() else None


def _url(item: dict[str, Any]) -> object:
    page = item.get("mainEntityOfPage")
    page = page.get("@id") if isinstance(page, dict) else page
    urls = [text for value in (item.get("url"), page, item.get("@id")) for text in texts(value)]
    return next((url for url in urls if re.match(r"https?://", url)), None)


def _types(value: object) -> list[str]:
    """FULL_TIME and the like: from a list, from one text with commas, from an address at schema.org."""
    parts = [part for text in texts(value) for part in re.split(r"[,;|]| og ", text)]
    return [p.strip().rsplit("/", 1)[-1] if "schema.org" in p else p.strip() for p in parts if p.strip()]


def _key(kind: str) -> str:
    return re.sub(r"[\s-]+", "_", kind.upper())


def _full_time(kinds: list[str]) -> bool | None:
    keys = {_key(kind) for kind in kinds}
    full, part = bool(keys & FULL_TIME), bool(keys & PART_TIME)
    return None if full == part else full


def _employment(kinds: list[str]) -> Employment | None:
    """What the types say of the terms; CONTRACTOR and OTHER may be anything, and several may be either."""
    keys = {_key(kind) for kind in kinds} - FULL_TIME - PART_TIME - ORDINARY
    special = {EMPLOYMENT.get(key, "unclear") for key in keys}
    return None if not special else special.pop() if len(special) == 1 else "unclear"


def _places(value: object) -> list[tuple[object, str]]:
    """(Danish postcode or None, words) of each distinct place."""
    items = value if isinstance(value, list) else [value] if known(value) else []
    return list(dict.fromkeys(_place(item) for item in items if known(item)))


def _place(value: object) -> tuple[object, str]:
    address = value.get("address", value) if isinstance(value, dict) else value
    address = address[0] if isinstance(address, list) and address else address
    if not isinstance(address, dict):
        words = next(iter(texts(address)), "")
        code = re.search(r"\b(?:DK[- ]?)?(\d{4})\s+[A-ZÆØÅ]", words)
        return (code[1] if code else None), words
    town, code = next(iter(texts(address.get("addressLocality"))), ""), address.get("postalCode")
    return _danish_postcode(code, address.get("addressCountry")), " ".join(str(p) for p in (code, town) if p)


def _danish_postcode(code: object, country: object) -> object:
    """Kept as it is where the country is Denmark; without a country only four digits are taken for Danish."""
    names = [name.casefold() for name in texts(country)]
    code = postcode(code) if isinstance(code, str | int) else None
    if names:
        return code if names[0] in DENMARK and known(code) else None
    return code if isinstance(code, str) and re.fullmatch(r"\d{4}", code) else None


def _hours(item: dict[str, Any]) -> tuple[object, object]:
    text = _one(item.get("workHours"))
    return weekly_hours(text) if isinstance(text, str) else (None, None)


def _lines(
    item: dict[str, Any], description: str, kinds: list[str], places: list[tuple[object, str]], remote: bool
) -> Iterator[tuple[str, str]]:
    """(label, text) of what only the fields say."""
    for field, label in SECTIONS.items():
        text = "\n".join(plain(text) for text in texts(item.get(field)))
        if text not in description:
            yield label, text
    carried = FULL_TIME | PART_TIME | EMPLOYMENT.keys()
    yield "Ansættelsestype", ", ".join(kind for kind in kinds if _key(kind) not in carried)
    towns = [words for _, words in places if words]
    if remote or len(places) > 1:
        yield "Arbejdssted", "; ".join([*towns, *(["hjemmefra (TELECOMMUTE)"] if remote else [])])
