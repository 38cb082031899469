"""Rows and faults that every format gives, and how a whole file becomes text or JSON. Nothing here raises an error for
a file's content: whatever cannot be read becomes a ``Fault``."""

import codecs
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from pydantic_core import from_json

from matcher.schema import Candidate, Vacancy

Kind = type[Vacancy] | type[Candidate]
MOST_BYTES = 200_000_000  # bytes of a file that is read whole; JSON Lines and CSV are read row by row
UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
DANISH_IN_UTF_8 = re.compile(rb"\xc3[\x85\x86\x98\xa5\xa6\xb8]")  # Å Æ Ø å æ ø
STRINGS = re.compile(r'"(?:[^"\\]|\\.)*+"', re.DOTALL)
BREAKS = str.maketrans({"\n": "\\n", "\r": "\\r", "\t": "\\t"})


class Cut(NamedTuple):
    """Text that came with an ad and is not part of it. The phrase "cut." + what names it."""

    what: str
    text: str


class Row(NamedTuple):
    """One record in the product's fields: a line of JSON as bytes, or the object of such a line.

    ``names``: the file's own name for a field, for whoever corrects it. ``cuts``: text that was left out.
    """

    number: int
    record: object
    names: Mapping[str, str] = {}
    cuts: tuple[Cut, ...] = ()


class Fault(NamedTuple):
    """One fault of one row, or of the file (row 1). The phrase "wrong." + code describes it."""

    number: int
    field: str
    code: str
    allowed: dict[str, object] = {}


Rows = Iterator[Row | Fault]


def whole_text(path: Path) -> str | Fault:
    """The text of a file that is read whole: UTF-8, UTF-16 with a byte order mark, or Windows-1252. Never empty."""
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
    """The encoding of bytes that hold Danish text. Windows-1252 only if they cannot be UTF-8.

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
    r"""The JSON value of a text. Nesting deeper than about 200 is refused.

    An unescaped line break or tab stands for itself: invalid JSON, but many sites write it.

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
