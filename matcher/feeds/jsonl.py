"""The product's own format: JSON Lines in UTF-8, one record a line. Empty lines count as rows and are skipped."""

from pathlib import Path

from matcher.feeds.cleaning import set_right
from matcher.feeds.rows import Fault, Kind, Row, Rows

MISREAD = (b"\xc3\x83", b"\xc3\x82", b"\xc3\xa2\xe2")  # the bytes of Ã, Â and â€, with which misread UTF-8 starts
BYTE_ORDER_MARK = b"\xef\xbb\xbf"  # the byte order mark that some editors put first


def rows(path: Path, kind: Kind) -> Rows:  # noqa: ARG001 every format is asked in the same way
    """Each line that is not empty, one at a time."""
    with path.open("rb") as file:
        for number, line in enumerate(file, start=1):
            line = line.removeprefix(BYTE_ORDER_MARK) if number == 1 else line
            if line.strip():
                yield _row(number, line)


def _row(number: int, line: bytes) -> Row | Fault:
    try:
        line.decode()  # reported here, because a record would only report that it is not JSON
    except UnicodeDecodeError:
        return Fault(number, "-", "encoding")
    if any(sign in line for sign in MISREAD):
        line = set_right(line.decode()).encode()
    return Row(number, line)
