"""Reads a pasted ad before it is kept: its fields, what was cut away, and words about a particular person."""

import json
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from matcher import feeds
from matcher.feeds.markup import plain
from matcher.feeds.values import content_id
from matcher.privacy.ads import NAMES
from matcher.reader.towns import towns
from matcher.schema import Vacancy as Record
from service.ads.vacancies import Pushed, push
from service.calls import Access
from service.phrases import Language, say, wrong
from service.problems import Refused

SHOWN = frozenset({"title", "employer", "postcode", "description"})  # what the page has a field for
CODES = {  # fields that the guard of words does not read -> allowed values
    "url": re.compile(r"https?://[^\s\x00-\x1f<>\"]{1,2000}"),
    "language": re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z]{2,4})?"),
    "source": re.compile(r"tekst|JobPosting"),
}
HTML = re.compile(r"\s*<(?:!doctype|html|head|body|script|div|article|main|section|p|h1)\b", re.IGNORECASE)
LINKS = re.compile(r"(?:\s*(?:https?://|www\.)\S+)+\s*", re.IGNORECASE)
NAMED = re.compile(
    r"^(?:arbejdsgiver|virksomhed|firma|employer|company)[ \t]*:[ \t]*(\S.{1,80})$", re.IGNORECASE | re.M
)
FIRM = re.compile(r"^.{2,60}[ ,](?:A/S|ApS|I/S|P/S|IVS|A\.M\.B\.A\.?|[Kk]ommune)$", re.MULTILINE)
# A person for whom the ad was found. Many ads say "vores borgere", but none says "min kandidat" of itself.
FOUND_FOR = re.compile(
    r"\b(?:[Pp]asser|[Ee]gne[rt]|[Oo]plagt|[Gg]odt?|[Nn]oget|[Ff]undet|[Ss]end|[Vv]is)\b[^.!?\n]{0,25}"
    r"\b(?:til|for) ([A-ZÆØÅ]\w+)"
)
CLIENT = re.compile(r"\b(?:min|vores) (?:kandidat|klient|deltager|mentee)\b|\bmin borger\b", re.IGNORECASE)


@dataclass(frozen=True)
class Draft:
    """A pasted ad as read. record: None if it cannot be read; wrong says why. cuts: what was cut away."""

    record: Record | None
    cuts: list[str]
    wrong: str = ""


def read(text: str, folder: Path, language: Language) -> Draft:
    """Read a pasted text; nothing of it is kept. A page of HTML without a posting is read as its text."""
    if not text.strip() or LINKS.fullmatch(text):
        return Draft(None, [], wrong("only_link" if text.strip() else "no_ad", {}, language))
    is_page = HTML.match(text) is not None
    items = _items(text, ".html" if is_page else ".txt", folder)
    if is_page and not any(isinstance(item, Record) for item in items):
        items = _items(plain(text), ".txt", folder)
    ads = [item for item in items if isinstance(item, Record)]
    if not ads:
        reasons = [wrong(item.code, item.allowed, language) for item in items if isinstance(item, feeds.Refusal)]
        return Draft(None, [], "; ".join(dict.fromkeys(reasons)))
    cuts = [item.said(language) for item in items if isinstance(item, feeds.Notice)]
    if len(ads) > 1:
        cuts.append(say("cut.neighbours", language, text=" · ".join(ad.title for ad in ads[1:])))
    return Draft(_with_guesses(ads[0]), cuts)


def save(access: Access, rest: str, fields: dict[str, str]) -> Pushed:
    """Keep an ad after a person has looked it over. rest: the fields that the page does not show, from ``rest_of``.

    The rest comes back from a browser and is not trusted: the id is made here, and a wrong code is left out.
    """
    try:
        read = {name: value for name, value in json.loads(rest).items() if _is_code(name, value)}
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        raise Refused("refused.request") from error
    id_ = content_id(f"{fields['title']}\n{fields['description']}")
    record = {**read, **{name: value or None for name, value in fields.items()}, "id": id_}
    with _file(json.dumps(record), ".jsonl", access.service.settings.data) as path:
        return push(access, path, pasted=True)


def _is_code(name: str, value: object) -> bool:
    """Whether a field is no code, or has an allowed value."""
    return name not in CODES or (isinstance(value, str) and CODES[name].fullmatch(value) is not None)


def rest_of(record: Record) -> str:
    """The JSON of the fields that the page does not show, to be sent along in its form."""
    return record.model_dump_json(exclude_defaults=True, exclude=set(SHOWN))


def about_somebody(text: str) -> list[str]:
    """The words by which an ad may have been kept for one particular person.

    >>> about_somebody("Kok søges. Passer godt til Mette."), about_somebody("Passer godt til Kolding. Vores borgere.")
    (['Passer godt til Mette'], [])
    """
    named = [match[0] for match in FOUND_FOR.finditer(text) if match[1].casefold() in NAMES]
    return [*named, *(match[0] for match in CLIENT.finditer(text))]


def _items(text: str, suffix: str, folder: Path) -> list[object]:
    with _file(text, suffix, folder) as path:
        return list(feeds.vacancies([path]))


@contextmanager
def _file(text: str, suffix: str, folder: Path) -> Iterator[Path]:
    """A file with that text, for as long as the block."""
    with tempfile.NamedTemporaryFile(dir=folder, prefix=".feed-", suffix=suffix) as file:
        file.write(text.encode())
        file.flush()
        yield Path(file.name)


def _with_guesses(record: Record) -> Record:
    """The record with employer and postcode guessed from its text, for a person to look over."""
    guesses = {"employer": _employer(record.description), "postcode": _postcode(record.description)}
    missing = {name: value for name, value in guesses.items() if value and getattr(record, name) is None}
    return record.model_copy(update=missing)


def _employer(text: str) -> str | None:
    named, firm = NAMED.search(text), FIRM.search(text)
    return named[1].strip() if named else firm[0] if firm else None


def _postcode(text: str) -> str | None:
    """The postcode of the first town beside its postcode, else of the only town, else None."""
    named = [town for town in towns(text) if town.postcode]
    beside = [town.postcode for town in named if f"{town.postcode} {town.name}" in text]
    return beside[0] if beside else named[0].postcode if len({town.postcode for town in named}) == 1 else None
