"""One pasted ad in a plain text file: the first line with something on it is the title, the rest the description."""

from pathlib import Path

from matcher.feeds.rows import Fault, Kind, Row, Rows, whole_text
from matcher.feeds.values import content_id

CONTROLS = dict.fromkeys([*range(1, 9), *range(0x0E, 0x20)])  # word processors leave some of them in a text


def rows(path: Path, kind: Kind) -> Rows:  # noqa: ARG001 every format is asked in the same way
    """The one ad of the file. Its id follows from its text, so that the same ad pasted twice is one."""
    text = whole_text(path)
    yield text if isinstance(text, Fault) else _row(text)


def _row(text: str) -> Row | Fault:
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(CONTROLS).strip()
    title, _, description = text.partition("\n")
    if not description:
        return Fault(1, "-", "one_line")
    record = {"id": content_id(text), "title": title.strip(), "description": description.strip(), "source": "tekst"}
    return Row(1, record)
