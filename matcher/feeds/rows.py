"""What every format gives, row by row, and how a whole file becomes text or JSON. Nothing here raises for what a
file holds: what cannot be read comes out as a ``Fault``."""

import codecs
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from pydantic_core import from_json

from matcher.schema import Candidate, Vacancy

Kind = type[Vacancy] | type[Candidate]
MOST_BYTES = 200_000_000  # of a file that has to be read whole; JSON Lines and CSV are read row by row
UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
DANISH_IN_UTF_8 = re.compile(rb"\xc3[\x85\x86\x98\xa5\xa6\xb8]")  # Å Æ Ø å æ ø
STRINGS = re.compile(r'"(?:[^"\\]|\\.)*+"', re.DOTALL)
BREAKS = str.maketrans({"\n": "\\n", "\r": "\\r", "\t": "\\t"})


class Cut(NamedTuple):
    """Text that came with an ad and is no part of it; ``what`` is said by the phrase "cut." + what."""

    what: str
    text: str


class Row(NamedTuple):
    """One record as its file holds it, in our fields: a line of JSON as bytes, or what such a line holds.

    ``names``: what the file calls a field of ours, for whoever has to correct it. ``cuts``: what was left out.
    """

    number: int
    record: object
    names: Mapping[str, str] = {}
    cuts: tuple[Cut, ...] = ()


class Fault(NamedTuple):
    """One thing wrong with one row, or with the file (row 1); ``code`` is said by the phrase "wrong." + code."""

    number: int
    field: str
    code: str
    allowed: dict[str, object] = {}


Rows = Iterator[Row | Fault]


def whole_text(path: Path) -> str | Fault:
    """The text of a file that is read whole: UTF-8, UTF-16 with its mark, or Windows-1252; never empty."""
    if path.stat().st_size > MOST_BYTES:
        return Fault(1, "-", "file_size", {"most": MOST_BYTES // 1_000_000})
    raw = path.read_bytes()
    try:
        text = raw.decode(encoding_of(raw))
    except UnicodeDecodeError:
        return Fault(1, "-", "not_text" if b"\0" in raw else "encoding")
    if "\0" in text:
        return Fault(1, "-", "not_text")
    text = text.removeprefix("\ufeff")
    return text if text.strip() else Fault(1, "-", "empty_file")


def encoding_of(raw: bytes) -> str:
    """The encoding of bytes that hold Danish text: Windows-1252 only where they cannot be UTF-8.

    >>> [encoding_of("køkken".encode(name)) for name in ("utf-8", "utf-16", "cp1252")]
    ['utf-8', 'utf-16', 'cp1252']
    """
    if raw.startswith(UTF_16):
        return "utf-16"
    try:
        raw.decode()
    except UnicodeDecodeError:
        return "utf-8" if DANISH_IN_UTF_8.search(raw) else "cp1252"
    return "utf-8"


def from_text(text: str) -> object | Fault:
    r"""The value that a text holds as JSON; nesting deeper than about 200 is refused as well.

    A line break or tab that stands in a text as it is means itself: no JSON, but many sites write it so.

    >>> from_text('{"a": "b\\nc"}'), from_text('{"a": "b' + chr(10) + 'c"}'), from_text('{"a": 1,}').code
    ({'a': 'b\nc'}, {'a': 'b\nc'}, 'json_file')
    """
    try:
        return from_json(text)
    except ValueError as error:
        place = re.search(r"at line (\d+) column (\d+)", str(error))
        line, column = place.groups() if place else (1, 1)
        escaped = (
            STRINGS.sub(lambda string: string[0].translate(BREAKS), text) if "control character" in str(error) else text
        )
        if escaped != text and not isinstance(value := from_text(escaped), Fault):
            return value
        return Fault(1, "-", "json_file", {"line": int(line), "column": int(column)})
