"""Keeps vacancies, their vectors and their facts together: build, add, remove, search, save, load.

The only file that imports faiss. Rows are in the order of the vacancies' ids, so that the lower row wins a tie.
On disk an index is a folder::

    index.json              format, encoder, rules, counts, the folder that holds the rest, and a digest of every file
    GENERATION/records.arrow  id, vacancy and facts as JSON
    GENERATION/rows.npy       columns of each vacancy's first post (facts.columns.ROW)
    GENERATION/further.npy    the same of all other posts, grouped by vacancy
    GENERATION/entries.npy    content digest, passages, further posts (ENTRY)
    GENERATION/vectors.npy    (n, d + kinds) float32: centred unit rows, then probabilities of kinds of work
    GENERATION/passages.npy   (m, d) float16 centred unit rows, the ads' passages in order

A new generation is written beside the old one and ``index.json`` is replaced last, in one step: a reader finds either
the old index or the new one, whole. The new one is on the disk before that step, and the step is on the disk before the
old one is deleted, so a power cut leaves one of them too. A damaged index is not loaded. ``lock`` is held by the one
process that may change the folder.
"""

import bisect
import errno
import functools
import hashlib
import itertools
import os
import re
import secrets
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple, Self

import faiss
import numpy as np
import pyarrow as pa
import xxhash
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict

from matcher import reader, work
from matcher.employers import key
from matcher.encoder import Centre, Encoder, Vectors, centred
from matcher.facts import Facts
from matcher.facts.columns import NO_DAY, ROW, Columns, Rows, columns, rules_version
from matcher.facts.known import known, put_right
from matcher.phrases import Problem
from matcher.runs import LOCK, held, sync
from matcher.schema import Vacancy
from matcher.spill import RowsOnDisk, TableOnDisk
from matcher.versions import digest_of_folder

FORMAT = 8
BLOCK = 64  # vacancies read and encoded at a time: limits the memory and paces the progress bar
RECORDS = pa.schema([("id", pa.string()), ("vacancy", pa.large_string()), ("facts", pa.large_string())])
SOME = 2_000  # passages that stand for statements if an encoder has no centre of its own
HEADER = "index.json"
GENERATION = re.compile(r"[0-9a-f]{12}")
FILES = ("records.arrow", "rows.npy", "further.npy", "entries.npy", "vectors.npy", "passages.npy")
# XXH3 finds damage, not forgery. Seconds for the 1.05 GB of 50,000 vacancies, in the page cache, on one core (Xeon with
# SHA-NI): XXH3 0.18, CRC-32 0.65, SHA-256 1.05, BLAKE2b 2.65. Loading takes 0.25 in all, and took 0.09 without digests.
DIGEST = xxhash.xxh3_128
ENTRY = np.dtype([("content", "u8"), ("first_passage", "i8"), ("passages", "i4"), ("posts", "u2")])
# float32 inner products of such rows differ from float64 ones by less than this (unit vectors of 384: 4e-7).
FLOAT32_ERROR = 1e-5

Mask = NDArray[np.bool_]
Progress = Callable[[int], None]


@functools.cache
def code_version() -> str:
    """Digest of the matcher's code and tables. Two runs with the same digest, data and model are equal."""
    return digest_of_folder(Path(__file__).parent)


@dataclass(frozen=True)
class Index:
    """n vacancies. Frozen: ``add`` and ``remove`` give a new one that shares what it can.

    encoder, fingerprint: the encoder of the vectors. centre: what was removed from them.
    """

    encoder: str
    fingerprint: str
    centre: Centre
    records: pa.Table
    rows: Rows
    further: Rows
    entries: NDArray[np.void]
    vectors: Vectors
    passages: NDArray[np.float16]
    searcher: faiss.IndexFlatIP

    @property
    def dimension(self) -> int:
        """Number of columns of ``vectors`` that are the encoder's. Those after it are kinds of work."""
        return self.vectors.shape[1] - len(work.kinds())

    @property
    def documents(self) -> Vectors:
        """(n, d) centred unit rows of whole ads."""
        return self.vectors[:, : self.dimension]

    @property
    def kinds(self) -> Vectors:
        """(n, kinds) probabilities of kinds of work (``matcher.work``)."""
        return self.vectors[:, self.dimension :]

    @property
    def data(self) -> str:
        """Digest of all vacancies' contents, in order."""
        return DIGEST(self.entries["content"].tobytes()).hexdigest()[:12]

    @classmethod
    def build(cls, vacancies: Iterable[Vacancy], encoder: Encoder, progress: Progress = lambda _: None) -> "Index":
        """Reads and encodes the vacancies, a block at a time. ``progress`` is called with the number done.

        The centre is the encoder's own, measured when it was made. An encoder without one is centred on these
        vacancies, which takes a few hundred of them to be useful. ValueError if an id occurs twice.
        """
        precision = np.float16 if encoder.centre else np.float32
        with TableOnDisk(RECORDS) as records, RowsOnDisk(encoder.dimension, precision) as passages:
            parts = [_part([], encoder, records, passages)]
            for block in _blocks(vacancies):
                parts.append(_part(block, encoder, records, passages))
                progress(len(block))
            table, raw = records.whole(), passages.whole()
        documents, titles = (np.concatenate([getattr(p, part) for p in parts]) for part in ("documents", "titles"))
        centre = encoder.centre or _centre(documents, raw, encoder.dimension)
        documents = centred(documents, centre.documents, centre.languages)
        titles = centred(titles, centre.passages, centre.languages)
        searcher = searcher_of(np.hstack([documents, work.of_ads(documents, titles, encoder.fingerprint)]))
        index = cls(
            encoder.name,
            encoder.fingerprint,
            centre,
            table,
            np.concatenate([p.rows for p in parts]),
            np.concatenate([p.further for p in parts]),
            _numbered(np.concatenate([p.entries for p in parts])),
            rows_of(searcher),
            raw if encoder.centre else centred(raw, centre.passages, centre.languages).astype(np.float16),
            searcher,
        )
        ids = index.ids()
        if len(set(ids)) < len(ids):
            raise ValueError("the same vacancy id twice")
        return index if ids == sorted(ids) else index._take(np.argsort(np.array(ids, object), kind="stable"))

    def __len__(self) -> int:
        return len(self.rows)

    def ids(self) -> list[str]:
        """Vacancy ids in row order, ascending."""
        return self.records.column("id").to_pylist()

    def id(self, row: int) -> str:
        """The id of one row."""
        return str(self.records.column("id")[row].as_py())

    def row(self, vacancy_id: str) -> int:
        """The row of that id; KeyError if there is none."""
        ids = self.records.column("id")  # searched on disk, because a list looks up each of its vacancies
        place = bisect.bisect_left(range(len(self)), vacancy_id, key=lambda row: ids[row].as_py())
        if place == len(self) or ids[place].as_py() != vacancy_id:
            raise KeyError(vacancy_id)
        return place

    def record(self, row: int) -> tuple[Vacancy, Facts]:
        """One vacancy, with its corrected title and employer, and its facts."""
        vacancy = self.records.column("vacancy")[row].as_py()
        facts = self.records.column("facts")[row].as_py()
        return put_right(Vacancy.held(vacancy)), Facts.model_validate_json(facts)

    @functools.cached_property
    def columns(self) -> Columns:
        """The columns of every post, for the limits."""
        return Columns(self.rows, self.further, np.repeat(np.arange(len(self)), self.entries["posts"]))

    def columns_of(self, rows: NDArray[np.int64]) -> Columns:
        """The columns of some vacancies, given in ascending order."""
        number = self.entries["posts"][rows].astype(np.int64)
        return Columns(
            self.rows[rows], self.further[_places(self.entries, rows)], np.repeat(np.arange(len(rows)), number)
        )

    def passage_vectors(self, row: int) -> Vectors:
        """(p, d) centred unit rows of the passages of one vacancy, in the order of ``reader.passages``."""
        entry = self.entries[row]
        first, n = int(entry["first_passage"]), int(entry["passages"])
        return self.passages[first : first + n].astype(np.float32)

    def add(self, vacancies: Iterable[Vacancy], encoder: Encoder, progress: Progress = lambda _: None) -> "Index":
        """The index with these vacancies added. They replace those with the same id. The others are not read or encoded
        again."""
        self.check_encoder(encoder)
        fixed = _Centred(encoder, self.centre)
        new = Index.build(vacancies, fixed, progress)
        kept = self.remove(new.ids())
        order = np.argsort(np.array([*kept.ids(), *new.ids()], object), kind="stable")
        return _taken([kept, new], order)

    def remove(self, ids: Iterable[str]) -> "Index":
        """The index without these ids. Unknown ids are ignored."""
        gone = set(ids)
        kept = np.array([i for i, id_ in enumerate(self.ids()) if id_ not in gone], np.int64)
        return self if len(kept) == len(self) else self._take(kept)  # copying 25,000 vacancies takes a second

    def _take(self, order: NDArray[np.int64]) -> "Index":
        """The given rows in the given order."""
        return _taken([self], order)

    def unexpired(self, as_of: int) -> Mask:
        """Rows whose deadline is unknown or not before the day with that ordinal."""
        expires = self.rows["expires"]
        return (expires == NO_DAY) | (expires >= as_of)

    def first_copies(self, mask: Mask) -> Mask:
        """Rows in the mask that are not copies of an earlier row in it."""
        number, order = self._texts
        rows = order[mask[order]]
        result = np.zeros_like(mask)
        result[rows[np.diff(number[rows], prepend=-1) > 0]] = True
        return result

    def copies_of(self, mask: Mask) -> Mask:
        """Rows in the mask and the copies of any of them."""
        number, _ = self._texts
        texts = np.zeros(len(self), bool)
        texts[number[mask]] = True
        return texts[number]

    @functools.cached_property
    def _texts(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """(n,) the number of each row's text, counted from 0, and the rows sorted by text, then row. Sorted once for
        all lists."""
        _, number = np.unique(self.entries["content"], return_inverse=True)
        return number, np.argsort(number, kind="stable")

    def search(self, queries: NDArray[np.float64], eligible: Mask, most: int) -> tuple[NDArray[np.int64], float]:
        """The best ``most`` eligible rows for each of (q, d) queries by inner product, and a bound on all others.

        -> (m,) ascending rows, and the largest product that any other eligible row can have with any query; -inf if no
        row is left out. Exact: FAISS compares every eligible row.
        """
        fetched = min(most, int(eligible.sum()))
        if fetched == 0:
            return np.empty(0, np.int64), -np.inf
        bitmap = np.packbits(eligible, bitorder="little")
        chosen = faiss.SearchParameters(sel=faiss.IDSelectorBitmap(bitmap))  # type: ignore[call-arg, arg-type]
        scores, rows = self.searcher.search(queries.astype(np.float32), fetched, params=chosen)
        left_out = fetched < eligible.sum()
        return np.unique(rows), float(scores[:, -1].max()) + FLOAT32_ERROR if left_out else -np.inf

    def check_encoder(self, encoder: Encoder) -> None:
        """Raises Problem if the vectors are another encoder's."""
        if encoder.fingerprint != self.fingerprint:
            found, expected = f"{self.encoder} {self.fingerprint}", f"{encoder.name} {encoder.fingerprint}"
            raise Problem("stop.other_encoder", found=found, expected=expected)

    def save(self, folder: Path) -> None:
        """Writes the index. The old one stays until the new one is whole. Raises Problem if the folder holds other
        things."""
        check_place(folder)
        generation = secrets.token_hex(6)
        inside = folder / generation
        try:
            inside.mkdir(parents=True)
            self._write(inside)
            part = inside / HEADER
            part.write_text(self._header_of(inside).text(), encoding="utf-8")
            for path in (*inside.iterdir(), inside, folder):
                sync(path)
            part.replace(folder / HEADER)
        except BaseException as error:
            if _standing(folder) != generation:
                shutil.rmtree(inside, ignore_errors=True)
            if isinstance(error, OSError) and error.errno is None:  # numpy's error for a write that was cut short
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(folder)) from error
            raise
        sync(folder)
        for other in _generations(folder) - {generation}:
            shutil.rmtree(folder / other, ignore_errors=True)

    def _write(self, inside: Path) -> None:
        with pa.OSFile(str(inside / "records.arrow"), "wb") as sink, pa.ipc.new_file(sink, RECORDS) as writer:
            writer.write_table(self.records)
        np.save(inside / "rows.npy", self.rows)
        np.save(inside / "further.npy", self.further)
        np.save(inside / "entries.npy", self.entries)
        np.save(inside / "passages.npy", self.passages)
        np.save(inside / "vectors.npy", self.vectors)

    def _header_of(self, inside: Path) -> "Header":
        """The header for an index with its files in that folder."""
        return Header(
            format=FORMAT,
            generation=inside.name,
            encoder=self.encoder,
            fingerprint=self.fingerprint,
            rules=rules_version(),
            vacancies=len(self),
            passages=len(self.passages),
            centre=tuple(self.centre.plain()),
            files={name: _digest(inside / name) for name in FILES},
        )

    @classmethod
    def load(cls, folder: Path) -> Self:
        """Reads an index. Raises Problem if there is none, it is damaged, or another version made it."""
        header = _header(folder)
        if header.rules != rules_version():
            raise _old_index(folder, "rules", header.rules, rules_version())
        try:
            return cls._read(folder / header.generation, header)
        except (OSError, TypeError, ValueError) as error:
            if _header(folder).generation != header.generation:
                return cls.load(folder)  # another process replaced it during the read
            raise Problem("stop.damaged_index", path=folder, what=error) from error

    @classmethod
    def _read(cls, inside: Path, header: "Header") -> Self:
        """The index with its files in that folder. ValueError if one of them is not as it was written."""
        for name in FILES:
            if _digest(inside / name) != header.files.get(name):
                raise ValueError(name)
        records = pa.ipc.open_file(pa.memory_map(str(inside / "records.arrow"))).read_all()
        rows, further, entries = (np.load(inside / f"{part}.npy") for part in ("rows", "further", "entries"))
        searcher = searcher_of(np.load(inside / "vectors.npy", mmap_mode="r"))
        passages = np.load(inside / "passages.npy", mmap_mode="r")
        centre = Centre.of(header.centre, searcher.d - len(work.kinds()))
        sizes = {len(rows), len(entries), records.num_rows, searcher.ntotal, header.vacancies}
        widths = {searcher.d - len(work.kinds()), passages.shape[1], *(len(mean) for mean in centre[:3])}
        if len(sizes) > 1 or len(widths) > 1 or len(passages) != header.passages:
            raise ValueError(f"parts of different sizes: {sorted(sizes | widths)}")
        if (rows.dtype, further.dtype, entries.dtype) != (ROW, ROW, ENTRY) or len(further) != entries["posts"].sum():
            raise ValueError("other columns")
        return cls(
            header.encoder,
            header.fingerprint,
            centre,
            records,
            rows,
            further,
            entries,
            rows_of(searcher),
            passages,
            searcher,
        )


class Header(BaseModel):
    """Content of ``index.json``. files: the digest of each file. digest: that of the text itself without it."""

    model_config = ConfigDict(strict=True)

    format: int
    generation: str
    encoder: str
    fingerprint: str
    rules: str
    vacancies: int
    passages: int
    centre: tuple[list[float], list[float], list[float], list[list[float]], float]
    files: dict[str, str]
    digest: str = ""

    def text(self) -> str:
        """The text of the file."""
        bare = self.model_copy(update={"digest": ""}).model_dump_json()
        return bare.replace('"digest":""', f'"digest":"{DIGEST(bare.encode()).hexdigest()}"')

    def is_whole(self, text: str) -> bool:
        """Whether the text that this header was read from is as it was written."""
        bare = text.replace(f'"digest":"{self.digest}"', '"digest":""')
        return DIGEST(bare.encode()).hexdigest() == self.digest


class _Version(BaseModel):
    """The part of the header that every version shares."""

    format: int


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Locks a folder for changing its index. Raises Problem if another process holds it, or it contains other things.

    The system releases the lock when the process ends, however it ends.
    """
    check_place(folder)
    with held(folder):
        yield


def check_place(folder: Path) -> None:
    """Raises Problem unless an index may be written there: no folder yet, an empty one, or an index."""
    try:
        names = {path.name for path in folder.iterdir()}
    except FileNotFoundError:
        return
    ours = {name for name in names if name in (LOCK, HEADER) or GENERATION.fullmatch(name)}
    if names - ours and HEADER not in names:
        raise Problem("stop.not_empty", path=folder)


class _Centred:
    """An encoder with another centre, so that vacancies added to an index are centred like the others."""

    def __init__(self, encoder: Encoder, centre: Centre) -> None:
        self.name, self.fingerprint, self.dimension = encoder.name, encoder.fingerprint, encoder.dimension
        self.encode_query, self.encode_document = encoder.encode_query, encoder.encode_document
        self.centre: Centre | None = centre


class _Part(NamedTuple):
    """A block of vacancies: rows, entries, and (n, d) float32 documents and titles as encoded."""

    rows: Rows
    further: Rows
    entries: NDArray[np.void]
    documents: Vectors
    titles: Vectors


def _part(block: Sequence[Vacancy], encoder: Encoder, records: TableOnDisk, passages: RowsOnDisk) -> _Part:
    """Reads and encodes a block. Its passages are centred if the encoder has a centre."""
    ads = [put_right(v) for v in block]
    facts = [known(v) for v in ads]
    texts = [reader.passages(v) for v in ads]
    encoded, centre = encoder.encode_document([p for t in texts for p in t]), encoder.centre
    passages.add(centred(encoded, centre.passages, centre.languages) if centre else encoded)
    first = np.cumsum([0, *map(len, texts)])[:-1]  # an ad's first passage is its title, or the start of it
    records.add(_records(block, facts))
    laid_out = columns(ads, facts)
    return _Part(
        laid_out.rows,
        laid_out.further,
        _entries(ads, facts, [len(t) for t in texts], laid_out.owners),
        encoder.encode_document([v.text for v in ads]),
        encoded[first],
    )


def _records(vacancies: Sequence[Vacancy], facts: Sequence[Facts]) -> pa.Table:
    columns = {
        "id": [v.id for v in vacancies],
        "vacancy": [v.model_dump_json(exclude_defaults=True) for v in vacancies],
        "facts": [f.model_dump_json(exclude_defaults=True) for f in facts],
    }
    return pa.table(columns, schema=RECORDS)


def _entries(
    vacancies: Sequence[Vacancy], facts: Sequence[Facts], passages: Sequence[int], owners: NDArray[np.int64]
) -> NDArray[np.void]:
    entries = np.zeros(len(vacancies), ENTRY)
    entries["content"] = [_content(v, known_) for v, known_ in zip(vacancies, facts, strict=True)]
    entries["passages"], entries["posts"] = passages, np.bincount(owners, minlength=len(vacancies))
    return entries


def _blocks(vacancies: Iterable[Vacancy]) -> Iterator[list[Vacancy]]:
    left = iter(vacancies)
    while block := list(itertools.islice(left, BLOCK)):
        yield block


def _centre(documents: Vectors, passages: Vectors, dimension: int) -> Centre:
    """The centre of these vectors. Passages stand for statements, which are about as long and not available here."""
    nothing = np.empty((0, dimension), np.float32)
    return Centre.measured(documents, passages, passages[:: max(1, len(passages) // SOME)], nothing)


def _numbered(entries: NDArray[np.void]) -> NDArray[np.void]:
    """Entries with ``first_passage`` counted up from the numbers of passages."""
    entries = entries.copy()
    entries["first_passage"] = np.cumsum(entries["passages"]) - entries["passages"]
    return entries


def _taken(indexes: Sequence[Index], order: NDArray[np.int64]) -> Index:
    """Rows of all the indexes, numbered one index after another, in the given order."""
    first = indexes[0]
    rows, further, entries, vectors = (
        np.concatenate([getattr(index, part) for index in indexes])
        for part in ("rows", "further", "entries", "vectors")
    )
    further, rows, entries, vectors = further[_places(entries, order)], rows[order], entries[order], vectors[order]
    owners = np.searchsorted(np.cumsum([len(one) for one in indexes]), order, side="right")
    searcher = searcher_of(vectors)
    return replace(
        first,
        records=_taken_records(pa.concat_tables([one.records for one in indexes]), order),
        rows=rows,
        further=further,
        entries=_numbered(entries),
        vectors=rows_of(searcher),
        searcher=searcher,
        passages=_taken_passages([one.passages for one in indexes], owners, entries),
    )


def _places(entries: NDArray[np.void], rows: NDArray[np.int64]) -> NDArray[np.int64]:
    """Places of the further posts of the given rows, grouped by row."""
    number = entries["posts"].astype(np.int64)
    starts, taken = np.cumsum(number) - number, number[rows]
    place = np.arange(taken.sum()) - np.repeat(np.cumsum(taken) - taken, taken)
    return np.repeat(starts[rows], taken) + place


def _taken_passages(
    passages: Sequence[NDArray[np.floating[Any]]], owners: NDArray[np.int64], entries: NDArray[np.void]
) -> NDArray[np.floating[Any]]:
    """The passages of each entry, in order. owners: index into ``passages`` for each entry."""
    with RowsOnDisk(passages[0].shape[1], np.float16) as taken:
        for owner, entry in zip(owners, entries, strict=True):
            start = int(entry["first_passage"])
            taken.add(passages[owner][start : start + int(entry["passages"])])
        return taken.whole()


def _taken_records(records: pa.Table, order: NDArray[np.int64]) -> pa.Table:
    """Selects row by row, because Arrow's own ``take`` first loads the whole table into memory."""
    with TableOnDisk(RECORDS) as taken:
        for block in (order[start : start + BLOCK].tolist() for start in range(0, len(order), BLOCK)):
            columns = [[column[row].as_py() for row in block] for column in records.columns]
            taken.add(pa.table(columns, schema=RECORDS))
        return taken.whole()


def searcher_of(vectors: Vectors) -> faiss.IndexFlatIP:
    """FAISS's exact index over (n, d) rows."""
    searcher = faiss.IndexFlatIP(vectors.shape[1])
    searcher.add(np.ascontiguousarray(vectors, np.float32))
    return searcher


def rows_of(searcher: faiss.IndexFlatIP) -> Vectors:
    """The (n, d) vectors inside a flat index, without copying them."""
    if searcher.ntotal == 0:
        return np.empty((0, searcher.d), np.float32)
    return faiss.rev_swig_ptr(searcher.get_xb(), searcher.ntotal * searcher.d).reshape(searcher.ntotal, searcher.d)


def _content(vacancy: Vacancy, facts: Facts) -> int:
    """Digest by which two records are the same ad: text, employer, and of each post place, hours, times and form, from
    any source."""
    offers = [post.model_dump_json(include={"hours", "times", "employment", "places"}) for post in facts.posts]
    parts = (vacancy.title, vacancy.description, key(vacancy.employer or ""), *offers)
    text = "\0".join(" ".join((p or "").split()) for p in parts)
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), "little")


def _digest(path: Path) -> str:
    """Digest of a file's bytes, read 256 kB at a time to save memory."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, DIGEST).hexdigest()


def _generations(folder: Path) -> set[str]:
    """The generations in a folder; none if there is no folder."""
    return {path.name for path in folder.iterdir() if GENERATION.fullmatch(path.name)} if folder.is_dir() else set()


def _standing(folder: Path) -> str | None:
    """The generation that the header names; None if it names none or cannot be read."""
    try:
        return _header(folder).generation
    except Problem:
        return None


def _header(folder: Path) -> Header:
    """The header. Raises Problem if there is none, it is damaged, or it is of another format."""
    try:
        text = (folder / HEADER).read_text(encoding="utf-8")
        version = _Version.model_validate_json(text).format
        if version != FORMAT:
            raise _old_index(folder, "format", version, FORMAT)
        header = Header.model_validate_json(text)
    except FileNotFoundError as error:
        key = "stop.damaged_index" if _generations(folder) else "stop.no_index"
        raise Problem(key, path=folder, what=HEADER) from error
    except (OSError, ValueError) as error:
        raise Problem("stop.damaged_index", path=folder, what=HEADER) from error
    if not header.is_whole(text):
        raise Problem("stop.damaged_index", path=folder, what=HEADER)
    return header


def _old_index(folder: Path, what: str, found: object, expected: object) -> Problem:
    return Problem("stop.old_index", path=folder, what=what, found=found, expected=expected)
