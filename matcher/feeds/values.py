"""How feeds and spreadsheets write a date, a postcode, a number, an id. A value that is not understood is returned
unchanged, so that the record refuses it by name. Nothing is guessed and nothing is dropped."""

import datetime
import hashlib
import re
from collections.abc import Iterable
from zoneinfo import ZoneInfo

ISO_TIME = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ]\S.*)?")
DANISH_DATE = re.compile(r"(\d{1,2})\s*[./-]\s*(\d{1,2})\s*[./-]\s*(\d{4})(?:\s+(?:kl\.?\s*)?\d[\d.:]*)?")
POSTCODE = re.compile(r"(?:DK[- ]?)?(\d{3,4})(?:\s+\D.*)?", re.IGNORECASE)
NUMBER = re.compile(r"(?!\d{1,3}[.,]\d{3}$)\d+(?:[.,]\d+)?")  # "1.200" is 1200 to some and 1.2 to others
WEEKLY = re.compile(
    r"\(?\s*(?:ca\.?\s*)?(\d+(?:[.,]\d+)?)(?:\s*(?:-|–|til|to)\s*(\d+(?:[.,]\d+)?))?\s*(?:timer|t\.?|hours|hrs|h)\s*"
    r"(?:om ugen|ugentlig\w*|pr\.? uge|/ ?uge|per week|a week|weekly|/ ?week)\s*\)?\.?",
    re.IGNORECASE,
)

# Words for nothing, as a whole cell or value, in feeds and spreadsheets.
NOTHING = frozenset(
    (
        "-",
        "--",
        "–",
        "—",
        ".",
        "?",
        "n/a",
        "na",
        "n.a.",
        "null",
        "none",
        "nil",
        "undefined",
        "unavailable",
        "unknown",
        "notdisclosed",
        "not_disclosed",
        "undisclosed",
        "ingen",
        "ukendt",
        "uoplyst",
        "ikke_oplyst",
        "ikke_angivet",
        "#n/a",
        "#navn?",
        "#ref!",
        "tbd",
        "tba",
        "tbc",
        "nan",
        "void",
        "---",
        "...",
        "xxx",
        "confidential",
        "fortrolig",
        "fortroligt",
        "anonym",
        "anonymous",
        "anonym_arbejdsgiver",
        "anonym_virksomhed",
        "anonymous_employer",
        "private_advertiser",
        "hemmelig",
        "not_available",
        "not_applicable",
        "not_specified",
        "unspecified",
        "ikke_relevant",
        "ved_ikke",
    )
)
LONGEST_NOTHING = max(map(len, NOTHING))
# Years outside which no ad is published or ends. Programs write some of them for "no date": 0001 .NET, 1900 Excel and
# Jobnet, 1970 Unix, 9999 databases.
FIRST_YEAR, LAST_YEAR = 1990, 2100
FIRST_DAYS = ("2000-01-01",)  # the year that some databases count from


def known(value: object) -> bool:
    """Whether a value says anything: not null, not an empty text, list or object, and not a word for nothing.

    >>> [known(value) for value in (None, " ", "UNAVAILABLE", "N/A", "-", "Ingen", [], "Ingen Kro", 0)]
    [False, False, False, False, False, False, False, True, True]
    """
    if isinstance(value, str):
        text = value.strip()
        return bool(text) and (len(text) > LONGEST_NOTHING or re.sub(r"\s+", "_", text.casefold()) not in NOTHING)
    return value is not None and value not in ([], {})


def something(value: object) -> object:
    """The value, or None if it says nothing."""
    return value if known(value) else None


def day(value: object) -> object:
    """A date or time as an ISO date: the day as written, Danish order of day and month.

    A time in UTC that is midnight in Denmark is that Danish day. None for a year in which no ad ends (``FIRST_YEAR``).

    >>> [day(d) for d in ("2026-12-03T12:00:00+01:00", "3.12.2026", "2026-11-30T23:00:00Z")]
    ['2026-12-03', '2026-12-03', '2026-12-01']
    >>> [day(d) for d in ("0001-01-01T00:00:00", "0000-00-00", "1900-01-01", "1-1-1970", "9999-12-31", "N/A")]
    [None, None, None, None, None, None]
    """
    if not isinstance(value, str):
        return value
    text = value.strip()
    if not known(text):
        return None
    if iso := ISO_TIME.fullmatch(text):
        return _day_of_today(_danish_midnight(text) or iso[1])
    if danish := DANISH_DATE.fullmatch(text):
        return _day_of_today(f"{danish[3]}-{int(danish[2]):02}-{int(danish[1]):02}")
    return text


def _day_of_today(date: str) -> str | None:
    return date if of_today(int(date[:4])) and date not in FIRST_DAYS else None


def of_today(year: int) -> bool:
    """Whether an ad can be published or end in that year."""
    return FIRST_YEAR <= year < LAST_YEAR


def _danish_midnight(text: str) -> str | None:
    if not re.search(r"(?:Z|\+00:?00)$", text):
        return None
    try:
        there = datetime.datetime.fromisoformat(text).astimezone(ZoneInfo("Europe/Copenhagen"))
    except (ValueError, OverflowError):
        return None
    return there.date().isoformat() if (there.hour, there.minute) == (0, 0) else None


def postcode(value: object) -> object:
    """Four digits, also if a number lost its leading zero or a town follows.

    >>> [postcode(p) for p in (8700, "800", "DK-8700", "8700 Horsens", "SW1A 1AA", 0)]
    ['8700', '0800', '8700', '8700', 'SW1A 1AA', None]
    """
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value) if value else None
    if isinstance(value, str) and (digits := POSTCODE.fullmatch(value.strip())):
        return digits[1].zfill(4)
    return value


def number(value: object) -> object:
    """A number with a decimal comma or point.

    >>> number("7,5"), number("37"), number("omkring 30"), number("1.200")
    (7.5, 37.0, 'omkring 30', '1.200')
    """
    if isinstance(value, str) and NUMBER.fullmatch(value.strip()):
        return float(value.strip().replace(",", "."))
    return value


def weekly_hours(text: str) -> tuple[object, object]:
    """Least and most hours a week, if the text says exactly that.

    >>> weekly_hours("(34 - 36 timer ugentligt)"), weekly_hours("37 hours per week"), weekly_hours("kl. 8-16")
    ((34.0, 36.0), (37.0, 37.0), (None, None))
    """
    match = WEEKLY.fullmatch(text.strip())
    return (number(match[1]), number(match[2] or match[1])) if match else (None, None)


def texts(value: object) -> list[str]:
    """The texts of one or many: a text, an object with a name, or a list of them.

    >>> texts([{"name": "Kørekort B"}, "C", None, " "])
    ['Kørekort B', 'C']
    >>> texts("UNAVAILABLE"), texts({"@value": "Kok", "@language": "da"})
    ([], ['Kok'])
    """
    if isinstance(value, dict):
        value = next((value[key] for key in ("name", "value", "@value", "code") if known(value.get(key))), None)
    if isinstance(value, list):
        return [text for item in value if not isinstance(item, list) for text in texts(item)]
    return [value.strip()] if isinstance(value, str) and known(value) else []


def content_id(*parts: str) -> str:
    """An id for an ad without one. The same text gives the same id."""
    return hashlib.sha256("\n".join(parts).encode("utf-8", "replace")).hexdigest()[:16]


def with_lines(description: object, lines: Iterable[tuple[str, str]]) -> object:
    """An ad with the values of its feed's fields added as last lines, so that they are seen, read and quoted."""
    added = [f"{label}: {text}" for label, text in lines if text]
    return "\n".join([description.rstrip(), "", *added]) if isinstance(description, str) and added else description
