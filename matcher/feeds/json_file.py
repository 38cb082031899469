"""A ``.json`` file: finds out whether it holds Jobnet's ads, schema.org postings, or the product's own records."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from matcher.feeds import jobnet, jobposting, jsonl
from matcher.feeds.rows import Fault, Kind, Row, Rows, from_text, whole_text
from matcher.schema import Vacancy


class Feed(NamedTuple):
    """A system whose ads are JSON objects. lists: fields that hold a list of ads. is_ad: whether an object is one. row:
    one ad as a record of ours.
    """

    lists: tuple[str, ...]
    is_ad: Callable[[object], bool]
    row: Callable[[int, dict[str, Any]], Row]


FEEDS = (Feed(jobnet.LISTS, jobnet.is_ad, jobnet.row),)


def rows(path: Path, kind: Kind) -> Rows:
    """Each object of the file. Candidates are read only in the product's own form."""
    text = whole_text(path)
    value = text if isinstance(text, Fault) else from_text(text)
    if isinstance(value, Fault) and not isinstance(text, Fault) and _is_lines(text):
        yield from jsonl.rows(path, kind)
    elif isinstance(value, Fault):
        yield value
    elif kind is Vacancy:
        yield from _vacancies(value)
    else:
        yield from (Row(number, item) for number, item in enumerate(_items(value), start=1))


def _is_lines(text: str) -> bool:
    """Whether the file is really JSON Lines: a whole object on the first line, and more lines."""
    first = text.lstrip().partition("\n")[0]
    return first.startswith("{") and isinstance(from_text(first), dict)


def _vacancies(value: object) -> Iterator[Row | Fault]:
    if postings := list(jobposting.postings(value)):
        of = jobposting.nodes(value)
        yield from (jobposting.row(number, item, of) for number, item in enumerate(postings, start=1))
        return
    if isinstance(value, dict) and "@context" in value:
        yield Fault(1, "-", "no_posting")
        return
    for number, item in enumerate(_items(value), start=1):
        yield _row(number, item)


def _row(number: int, item: object) -> Row:
    """One object as the feed reads it whose ad it is; else as a record of our own."""
    read = next((feed.row for feed in FEEDS if feed.is_ad(item)), None)
    return read(number, item) if read and isinstance(item, dict) else Row(number, item)


def _items(value: object) -> list[object]:
    """The objects of a list, of a feed's list, or the single object."""
    if isinstance(value, dict):
        lists = (name for feed in FEEDS for name in feed.lists)
        value = next((value[name] for name in lists if isinstance(value.get(name), list)), value)
    return value if isinstance(value, list) else [value]
