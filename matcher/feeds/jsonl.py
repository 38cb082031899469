"""Our own format: JSON Lines in UTF-8, one record a line. Empty lines count as rows but hold nothing."""

from collections.abc import Iterator
from pathlib import Path

from matcher.phrases import Problem

BYTE_ORDER_MARK = b"\xef\xbb\xbf"  # some editors put it first


def rows(path: Path) -> Iterator[tuple[int, bytes]]:
    """(row from 1, line) of each line with something on it, one at a time; Problem where the file can't be opened."""
    try:
        file = path.open("rb")
    except OSError as error:
        raise Problem("stop.no_file", path=path) from error
    with file:
        for row, line in enumerate(file, start=1):
            line = line.removeprefix(BYTE_ORDER_MARK) if row == 1 else line
            if line.strip():
                yield row, line
