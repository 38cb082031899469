"""CSV with a header, of vacancies or candidates, as Danish spreadsheets write it: semicolon, comma or tab; UTF-8 or
Windows-1252; decimal comma; 3-12-2026. Read one row at a time, so that a file may have a million rows.

``VACANCY`` and ``CANDIDATE`` list the columns: the record's field, how its cells are read, and the names that a header
may use. Case, spaces and hyphens in a name do not matter, and æ, ø, å may be written ae, oe, aa. An empty cell is
unknown. Several values in a cell are separated by "|" or line breaks.
"""

import codecs
import csv
import itertools
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple, TextIO, get_args

from matcher import words
from matcher.feeds import places
from matcher.feeds.cleaning import set_right
from matcher.feeds.rows import DANISH_IN_UTF_8, UTF_16, Fault, Kind, Row, Rows
from matcher.feeds.values import content_id, day, known, number, postcode, with_lines
from matcher.phrases import Language, list_of, say
from matcher.schema import SingleKind, Vacancy, single_values

OWN_WORDS = ("id", "title", "description")  # columns where "-" may be a value
# First words of a row of sums below a table.
TOTAL = re.compile(
    r"(?:i alt|ialt|total|totalt|sum|subtotal|grand total|gennemsnit|average|antal)\b[\s:.]*(?:\d[\d.,]*\s*)?"
    r"(?:personer|person|kandidater|rækker|stillinger|stk|people|rows|candidates|vacancies)?[\s.:]*",
    re.IGNORECASE,
)
LARGEST_CELL = 10_000_000  # characters; a quotation mark that is never closed swallows no more than this
BLOCK = 1 << 20  # bytes
LONGEST_LABEL = 60  # characters of a row's first cell that are searched for a word for sum
MOST_LINES = 20  # lines of a text that are searched for columns
FEWEST_COLUMNS = 2  # known names in the first line of a table
Read = Callable[[str], object]
Columns = Mapping[str, tuple[Read, str]]
NO_COLUMNS: Columns = MappingProxyType({})


def text(cell: str) -> str:
    """A cell as it is, with the line breaks of this system."""
    return cell.replace("\r\n", "\n")


def several(cell: str) -> list[str]:
    """The values of a cell.

    >>> several("opvasker | rengøring|")
    ['opvasker', 'rengøring']
    """
    return [part.strip() for part in re.split(r"[|\n]", cell) if part.strip()]


def yes_or_no(cell: str) -> object:
    """True or False. Any other text is kept, for the record to refuse."""
    word = cell.strip().casefold()
    return True if word in words.YES else False if word in words.NO else cell


def full_time(cell: str) -> object:
    """True for full time, False for part time. Any other text is kept, for the record to refuse.

    >>> full_time("Fuldtid"), full_time("nej"), full_time("måske")
    (True, False, 'måske')
    """
    answers = {"fuldtid": True, "fuld tid": True, "full time": True, "deltid": False, "part time": False}
    return answers.get(cell.strip().casefold(), yes_or_no(cell))


def postcode_of(cell: str) -> object:
    """Four digits, with or without a town. Kept as it is if the town is not Danish, for the record to refuse.

    >>> postcode_of("8700 Horsens"), postcode_of("8700 Hatting"), postcode_of("1450 Nesoddtangen")
    ('8700', '8700', '1450 Nesoddtangen')
    """
    read = postcode(cell)
    if read == cell or not isinstance(read, str) or not (town := re.sub(r"^\s*(?:DK[- ]?)?\d+\s*", "", cell)):
        return read
    danish = places.Signs(frozenset({True}))
    named_places = list(places.in_text(f"{read} {town}", danish))
    return read if len(named_places) == 1 and named_places[0].postcode == read else cell


def most(cell: str) -> object:
    """A number. 0 as a maximum means that nothing is said.

    >>> most("37"), most("0"), most("mange")
    (37.0, None, 'mange')
    """
    return number(cell) or None


def whole_number(cell: str) -> object:
    """A whole number. Any other text is kept."""
    return int(cell) if re.fullmatch(r"\s*[0-9]{1,9}\s*", cell) else cell


def days_a_week(cell: str) -> object:
    """A whole number of days. Any other text is kept.

    >>> days_a_week("3"), days_a_week("3 dage"), days_a_week("få")
    (3, 3, 'få')
    """
    return whole_number(re.sub(r"(?i)\s*(?:dage?|days?)(?:\s+om ugen|\s+a week)?\s*$", "", cell))


def clock(cell: str) -> object:
    """A clock time. Any other text is kept.

    >>> clock("9.00"), clock("kl. 10:30")
    ('09:00', '10:30')
    """
    match = re.fullmatch(r"\s*(?:kl\.?\s*)?(\d{1,2})[.:](\d\d)\s*", cell)
    return f"{match[1]:0>2}:{match[2]}" if match else cell.strip()


def several_of(group: str) -> Read:
    """The codes for the words of a cell. Unknown words are kept."""
    return lambda cell: words.codes(group, cell)


def one_of(group: str) -> Read:
    """The one code for the words of a cell. Unknown words are kept."""

    def read(cell: str) -> object:
        codes = words.codes(group, cell)
        return codes[0] if len(codes) == 1 else cell.strip()

    return read


def languages(cell: str) -> object:
    """Languages with their levels.

    >>> languages("da: flydende | en: basic"), languages("mange")
    ({'da': 'fluent', 'en': 'basic'}, 'mange')
    """
    return words.languages(cell) or cell


VACANCY: Columns = {
    "id": (text, "id nummer"),
    "title": (text, "titel title overskrift stilling"),
    "description": (text, "beskrivelse description tekst annonce annoncetekst"),
    "language": (text, "sprog language"),
    "employer": (text, "arbejdsgiver employer virksomhed"),
    "postcode": (postcode_of, "postnr postnummer postcode"),
    "municipality": (text, "kommune municipality"),
    "no_fixed_workplace": (yes_or_no, "skiftende_arbejdssted no_fixed_workplace"),
    "url": (text, "url link adresse_på_nettet"),
    "source": (text, "kilde source"),
    "published": (day, "opslået published oprettet"),
    "deadline": (day, "frist deadline ansøgningsfrist"),
    "stated.weekly_hours_min": (number, "timer_min weekly_hours_min"),
    "stated.weekly_hours_max": (most, "timer_max weekly_hours_max"),
    "stated.full_time": (full_time, "fuldtid full_time"),
    "stated.times": (several_of("time"), "tider times"),
    "stated.employment": (one_of("employment"), "ansættelsesform employment ansættelse"),
    "stated.licences": (several, "kørekort licences"),
}
CANDIDATE: dict[str, tuple[Read, str]] = {
    "id": (text, "id nummer kaldenavn"),
    "interests": (several, "interesser interests"),
    "competencies": (several, "kompetencer competencies erfaring"),
    "goals": (several, "ønsker goals mål jobønsker"),
    "not_work": (several, "nej_til not_work"),
    "constraints.weekly_hours.min": (number, "timer_min weekly_hours_min"),
    "constraints.weekly_hours.ideal": (most, "timer_ideal weekly_hours_ideal"),
    "constraints.weekly_hours.max": (most, "timer_max weekly_hours_max"),
    "constraints.weekly_hours.negotiable": (yes_or_no, "timer_kan_aftales weekly_hours_negotiable"),
    "constraints.not_times": (several_of("time"), "ikke_tider not_times"),
    "constraints.postcode": (postcode_of, "postnr postnummer postcode"),
    "constraints.max_travel_minutes": (whole_number, "transport_minutter max_travel_minutes"),
    "constraints.travel_modes": (several_of("mode"), "transport travel_modes"),
    "constraints.earliest_start": (clock, "mødetid_tidligst earliest_start"),
    "constraints.latest_end": (clock, "slutter_senest latest_end"),
    "constraints.weekdays.not": (words.weekdays, "ikke_ugedage not_weekdays"),
    "constraints.weekdays.only": (words.weekdays, "kun_ugedage only_weekdays"),
    "constraints.weekdays.max_days": (days_a_week, "højst_dage max_days"),
    "constraints.weekdays.min_days": (days_a_week, "mindst_dage min_days"),
    "constraints.licences": (several, "kørekort licences"),
    "constraints.certificates": (several, "beviser certificates certifikater"),
    "constraints.languages": (languages, "sprog languages"),
    "constraints.accept_employment": (several_of("employment"), "ansættelsesformer accept_employment"),
    "constraints.exclude_employers": (several, "ikke_arbejdsgivere exclude_employers"),
    "constraints.avoid": (several_of("demand"), "undgå avoid"),
    "constraints.wish": (several_of("demand"), "helst wish"),
    "constraints.never": (several_of("demand"), "aldrig never"),
}
SINGLE: dict[SingleKind, Read] = {"clock": clock, "date": day, "days": days_a_week, "flag": yes_or_no, "hours": number}


def _single_columns() -> Iterator[tuple[str, tuple[Read, str]]]:
    """Columns of constraints of one value, by what a form calls them and by their own name."""
    for name, kind in single_values().items():
        labels = [say(f"label.{name}", language).replace(" ", "_") for language in get_args(Language)]
        yield f"constraints.{name}", (SINGLE[kind], " ".join([*labels, name]))


CANDIDATE |= {path: column for path, column in _single_columns() if path not in CANDIDATE}


class Column(NamedTuple):
    """A column of a file: its field in a record, and how its cells are read."""

    path: tuple[str, ...]
    read: Read


def rows(path: Path, kind: Kind) -> Rows:
    """Each row below the header. The header is row 1, as in a spreadsheet. A header with an unknown column is refused
    and nothing below it is read, because a dropped column may be a dropped limit."""
    encoding = _encoding(path)
    if encoding is None:
        yield Fault(1, "-", "not_text")
        return
    csv.field_size_limit(LARGEST_CELL)
    broken = "replace" if encoding == "utf-16" else "surrogateescape"  # the record refuses the latter
    with path.open(encoding=encoding, errors=broken, newline="") as file:
        yield from rows_in(file, kind)


def rows_in(file: TextIO, kind: Kind, beside: Columns = NO_COLUMNS) -> Rows:
    """Each row of a table that is open as text. beside: columns that may be there besides those of the record."""
    separator, first = _separator(file.readline(LARGEST_CELL))
    file.seek(0)
    numbered = _numbered(csv.reader(map(set_right, file), delimiter=separator, strict=True))
    for _ in range(first - 1):
        next(numbered, None)
    yield from _table(numbered, kind, beside)


def _table(numbered: Iterator[tuple[int, list[str]] | Fault], kind: Kind, beside: Columns) -> Rows:
    written = (item for item in numbered if isinstance(item, Fault) or any(cell.strip() for cell in item[1]))
    head = next(written, Fault(1, "-", "empty_file"))
    if isinstance(head, Fault):
        yield head
        return
    fields = {**(VACANCY if kind is Vacancy else CANDIDATE), **beside}
    columns = _columns(head[1], fields)
    if faults := list(_header_faults(head, columns, fields, kind)):
        yield from faults
        return
    names = {".".join(c.path): name.strip() for c, name in zip(columns, head[1], strict=True) if c}
    for item in written:
        yield item if isinstance(item, Fault) else _row(*item, columns, names, kind)


def _encoding(path: Path) -> str | None:
    """The encoding of a file, found by reading it once in blocks; None if it is not text.

    A file that is UTF-8 except for a broken byte stays UTF-8: only the rows with such bytes are refused.
    """
    decoder, danish, broken = codecs.getincrementaldecoder("utf-8")(), False, False
    with path.open("rb") as file:
        while block := file.read(BLOCK):
            if file.tell() == len(block) and block.startswith(UTF_16):
                return "utf-16"
            if b"\0" in block:
                return None
            danish = danish or DANISH_IN_UTF_8.search(block) is not None
            broken = broken or not _decodes(decoder, block)
    return "cp1252" if broken and not danish else "utf-8-sig"


def _decodes(decoder: codecs.IncrementalDecoder, block: bytes) -> bool:
    try:
        decoder.decode(block)
    except UnicodeDecodeError:
        return False
    return True


def _separator(line: str) -> tuple[str, int]:
    """(separator of cells, row of the header): the commonest sign in the header, or the one in Excel's "sep=;"."""
    if match := re.match(r"\ufeff?sep=(.)\s*$", line, re.IGNORECASE):
        return match[1], 2
    bare = re.sub(r'"[^"]*"', "", line)
    return max(";,\t", key=bare.count), 1


def _numbered(reader: Any) -> Iterator[tuple[int, list[str]] | Fault]:
    """(row, cells) of each row. Fault if quotation marks do not match, with the lines it took."""
    row = 0
    while True:
        row, line = row + 1, reader.line_num + 1
        try:
            yield row, next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield Fault(row, "-", "quotes", {"first": line, "last": reader.line_num})


def _columns(header: list[str], known: Columns) -> list[Column | None]:
    """The column for each name; None for a name that is unknown or empty."""
    by_name: dict[str, str] = {_plain(name): field for field, (_, names) in known.items() for name in names.split()}
    fields = [by_name.get(_plain(name)) for name in header]
    return [Column(tuple(field.split(".")), known[field][0]) if field else None for field in fields]


def _plain(name: str) -> str:
    letters = name.casefold().replace("æ", "ae").replace("ø", "oe").replace("å", "aa")
    return re.sub(r"[\W_]+", "_", letters).strip("_")


def _header_faults(
    head: tuple[int, list[str]], columns: list[Column | None], known: Columns, kind: Kind
) -> Iterator[Fault]:
    """Faults of a header. A header without the mandatory columns is not quoted: it may be a person's data."""
    row, header = head
    expected: dict[str, object] = {"expected": list_of([names.split()[0] for _, names in known.values()])}
    fields = [".".join(c.path) if c else None for c in columns]
    needed = ("title", "description") if kind is Vacancy else ("id",)
    if not set(needed) & set(fields):
        yield Fault(row, "-", "no_header", expected)
        return
    for wanted in needed:
        if wanted not in fields:
            yield Fault(row, known[wanted][1].split()[0], "missing_column")
    first: dict[str, str] = {}
    for name, field in zip(header, fields, strict=True):
        if field is None and name.strip():
            yield Fault(row, name.strip(), "unknown_column", expected)
        elif field in first:
            yield Fault(row, name.strip(), "same_column", {"other": first[field]})
        elif field is not None:
            first[field] = name.strip()


def _row(
    number_: int, cells: list[str], columns: list[Column | None], names: dict[str, str], kind: Kind
) -> Row | Fault:
    if TOTAL.fullmatch(next((c.strip() for c in cells if c.strip()), "")[:LONGEST_LABEL]) and not _tells(
        cells, columns, kind
    ):
        return Fault(number_, "-", "total_row")
    nameless = [cell for cell, column in zip(cells, columns, strict=False) if column is None]
    if len(cells) > len(columns) or any(cell.strip() for cell in nameless):
        return Fault(number_, "-", "more_cells", {"found": len(cells), "expected": len(names)})
    record: dict[str, Any] = {}
    for cell, column in zip(cells, columns, strict=False):
        if column and (known(cell) or (cell.strip() and _means_it(column, cell))):
            *parents, field = column.path
            place = record
            for parent in parents:
                place = place.setdefault(parent, {})
            place[field] = column.read(cell)
    if "employment" in record.get("stated", ()) and (is_full_time := _full_time(cells, columns)) is not None:
        record["stated"].setdefault("full_time", is_full_time)
    if kind is Vacancy and "id" not in names:
        record["id"] = content_id(*cells)
    return Row(number_, _with_deadline_in_words(record), names)


def _with_deadline_in_words(record: dict[str, Any]) -> dict[str, Any]:
    """A deadline without a date ("løbende", "hurtigst muligt") as the last line of the ad."""
    deadline = record.get("deadline")
    if not isinstance(deadline, str) or re.search(r"\d", deadline):
        return record
    description = with_lines(record.get("description"), [("Ansøgningsfrist", deadline)])
    return {field: value for field, value in record.items() if field != "deadline"} | {"description": description}


def _means_it(column: Column, cell: str) -> bool:
    """Whether a word for nothing is a real value in that column: a title, or "ingen" among licences and languages."""
    field = column.path[-1]
    return field in OWN_WORDS or (field in ("licences", "languages") and cell.strip().casefold() in words.NO)


def _tells(cells: list[str], columns: list[Column | None], kind: Kind) -> bool:
    """Whether a row holds an ad or a person: a description, or something that somebody wants or can do."""
    telling = ("description",) if kind is Vacancy else ("interests", "competencies", "goals")
    return any(
        column and column.path[-1] in telling and re.search(r"[^\W\d_]{2}", cell)
        for cell, column in zip(cells, columns, strict=False)
    )


def _full_time(cells: list[str], columns: list[Column | None]) -> bool | None:
    """Full or part time from the column of terms: "fast, deltid"."""
    named = [
        c.strip().casefold()
        for c, column in zip(cells, columns, strict=False)
        if column and column.path[-1] == "employment"
    ]
    part, full = (any(re.search(word, cell) for cell in named) for word in (r"deltid|part.time", r"fuldtid|full.time"))
    return None if part == full else full


def is_table(path: Path, kind: Kind) -> bool:
    """Whether a text file is a table: its first line names columns, or every line has the same number of tabs."""
    encoding = _encoding(path)
    if encoding is None:
        return False
    with path.open(encoding=encoding, errors="replace", newline="") as file:
        read = iter(lambda: file.readline(LARGEST_CELL), "")
        lines = [line.rstrip("\r\n") for line in itertools.islice(filter(str.strip, read), MOST_LINES)]
    if not lines:
        return False
    separator, first = _separator(lines[0])
    head = lines[min(first, len(lines)) - 1]
    names = _columns(head.replace('"', "").split(separator), VACANCY if kind is Vacancy else CANDIDATE)
    tabs = {line.count("\t") for line in lines}
    return len([name for name in names if name]) >= FEWEST_COLUMNS or (
        len(lines) > 1 and len(tabs) == 1 and tabs != {0}
    )
