"""Text -> unit vectors. The only file that imports an inference library, and only when a text is to be encoded.

An ``Encoder`` turns n texts into an (n, d) float32 array of unit rows. Two kinds:

- ``ShippedEncoder``: the model in ``matcher/model/encoder.onnx`` on ONNX Runtime, without torch.
- ``SentenceTransformerEncoder``: any sentence-transformers model by name or path (extra ``models``).

``DocumentCache`` keeps the vectors of *vacancies'* texts on disk. A candidate's statements are never written there, so
they cannot leak from there.
"""

import datetime
import functools
import hashlib
import json
import os
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from matcher.phrases import Problem

Vectors = NDArray[np.float32]

SHIPPED_MODEL = Path(__file__).with_name("model") / "encoder.onnx"
CACHE_DAYS = 90  # days; an ad is published for at most 8 weeks (Jobnet's rule), so an older vector belongs to a dead ad
FORGET_SECONDS = 3600  # seconds that a process may remember a candidate after deletion
MOST_RECENT = 4096  # statements; they take 6 MB, and cover some 500 candidates


class Centre(NamedTuple):
    """Parts of a vector that say nothing about work: means to subtract, directions to remove, and the spread of
    likenesses.

    documents, passages, queries: (d,) means of whole ads, of passages and of statements, which differ. languages: (m,
    d) orthonormal rows, the directions of language; empty (0, d) if unknown. spread: standard deviation of the
    likenesses of statements to ads, after the rest is removed.
    """

    documents: Vectors
    passages: Vectors
    queries: Vectors
    languages: Vectors
    spread: float

    @classmethod
    def of(cls, parts: Sequence[Any], dimension: int) -> "Centre":
        """From plain lists, as stored."""
        documents, passages, queries, languages = (np.array(part, np.float32) for part in parts[:4])
        return cls(documents, passages, queries, languages.reshape(-1, dimension), float(parts[4]))

    @classmethod
    def measured(cls, documents: Vectors, passages: Vectors, queries: Vectors, languages: Vectors) -> "Centre":
        """From (n, d) rows as encoded. ``languages``: as above."""
        of_documents, of_passages, of_queries = (
            v.mean(axis=0) if len(v) else np.zeros(languages.shape[1], np.float32)
            for v in (documents, passages, queries)
        )
        statements, ads = centred(queries, of_queries, languages), centred(documents, of_documents, languages)
        spread = float((statements @ ads.T).std()) if statements.size and ads.size else 0.0
        return cls(of_documents, of_passages, of_queries, languages, spread)

    def plain(self) -> list[Any]:
        """As plain lists, for storage."""
        vectors = (self.documents, self.passages, self.queries, self.languages)
        return [*(np.round(v.astype(np.float64), 7).tolist() for v in vectors), round(self.spread, 7)]


class Encoder(Protocol):
    """Turns texts into unit rows.

    name: what ``--encoder`` takes. fingerprint: equal for two encoders only if they give the same vectors. centre:
    measured when the model was made, or None.
    """

    name: str
    fingerprint: str
    dimension: int
    centre: Centre | None

    def encode_query(self, texts: Sequence[str]) -> Vectors:
        """Statements -> (n, d) float32 unit rows."""
        ...

    def encode_document(self, texts: Sequence[str]) -> Vectors:
        """Ads or passages of ads -> (n, d) float32 unit rows."""
        ...


def centred(vectors: Vectors, mean: Vectors, languages: Vectors) -> Vectors:
    """(n, d) rows without the mean and the directions of language, scaled to unit length.

    A part that all texts share says nothing about any of them. Nor does the language: with it an English statement lies
    nearer to any English ad than to the Danish ad that it is about. A row that equals the mean stays zero. No matrix
    product: its last digits would depend on the number of rows.
    """
    shifted = vectors - mean
    for direction in languages:  # the rows are orthonormal
        shifted -= np.einsum("nd,d->n", shifted, direction)[:, None] * direction
    lengths = np.linalg.norm(shifted, axis=1, keepdims=True)
    return np.divide(shifted, lengths, out=np.zeros_like(shifted), where=lengths > 0)


def cores() -> int:
    """Number of processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class ShippedEncoder:
    """The model file of this package (see ``matcher/model/README.md``), or another made by ``matcher.training``.

    Every text is a call of its own, the longest first, each on one core. Nothing is padded, and a text's vector does
    not depend on its neighbours, as it would in a batch, because the int8 kernels scale their input by the largest
    activation in the batch. Texts longer than ``max_pieces`` pieces are cut there.
    """

    # Keeps sums of int8 products from overflowing, as they do without VNNI: statements then had a cosine of 0.985
    # in the median, and of 0.92 at worst, with what they should be. It costs a twentieth more time there. The key is
    # from ONNX Runtime's onnxruntime_session_options_config_keys.h.
    EXACT = ("session.x64quantprecision", "1")

    def __init__(self, path: Path = SHIPPED_MODEL) -> None:
        import onnxruntime
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.add_session_config_entry(*self.EXACT)
        self._session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
        metadata = self._session.get_modelmeta().custom_metadata_map
        self._tokenizer = Tokenizer.from_str(metadata["tokenizer"])
        self._tokenizer.enable_truncation(int(metadata["max_pieces"]))
        # One pool for all callers: together they use each core once.
        self._pool = ThreadPoolExecutor(cores(), "encoder")
        self._prefix = metadata["prefix"]
        self.name = metadata["name"]
        self.fingerprint = metadata["fingerprint"]
        self.dimension = int(metadata["dimension"])
        self.centre: Centre | None = None
        if "centre" in metadata:
            self.centre = Centre.of(json.loads(metadata["centre"]), self.dimension)

    def encode_query(self, texts: Sequence[str]) -> Vectors:
        return self._encode(texts)

    def encode_document(self, texts: Sequence[str]) -> Vectors:
        return self._encode(texts)

    def pieces(self, texts: Sequence[str]) -> list[int]:
        """Number of pieces that the model reads of each text, prefix included."""
        return [len(e.ids) for e in self._tokenizer.encode_batch([self._prefix + t for t in texts])]

    def _encode(self, texts: Sequence[str]) -> Vectors:
        vectors = np.empty((len(texts), self.dimension), np.float32)
        pieces = [e.ids for e in self._tokenizer.encode_batch([self._prefix + t for t in texts])]
        longest_first = sorted(range(len(texts)), key=lambda i: -len(pieces[i]))
        made = self._pool.map(self._run, [pieces[i] for i in longest_first])
        for i, vector in zip(longest_first, made, strict=True):
            vectors[i] = vector
        return vectors

    def _run(self, pieces: list[int]) -> Vectors:
        return self._session.run(None, {"input_ids": np.array([pieces], np.int64)})[0][0]


class SentenceTransformerEncoder:
    """Any sentence-transformers model; uses an accelerator if there is one."""

    PROBE = "Vi søger en medarbejder til køkkenet, 20 timer om ugen."

    def __init__(self, name: str) -> None:
        try:
            from sentence_transformers import SentenceTransformer
        except ImportError as error:
            raise Problem("stop.no_extra", name=name) from error
        try:
            self._model = SentenceTransformer(name)
        except (OSError, ValueError) as error:
            raise Problem("stop.no_model", name=name, why=error) from error
        self.name = name
        probe = self.encode_document([self.PROBE])
        self.dimension = probe.shape[1]
        # Its output identifies the model, because a folder can change under the same name. Rounded, because processors
        # differ in the last digits.
        self.fingerprint = hashlib.sha256(probe.round(3).tobytes()).hexdigest()[:16]
        self.centre: Centre | None = None

    def encode_query(self, texts: Sequence[str]) -> Vectors:
        return self._rows(self._model.encode_query, texts)

    def encode_document(self, texts: Sequence[str]) -> Vectors:
        return self._rows(self._model.encode_document, texts)

    def _rows(self, encode: Callable[..., object], texts: Sequence[str]) -> Vectors:
        if not texts:
            return np.empty((0, self.dimension), np.float32)
        return np.asarray(encode(list(texts), normalize_embeddings=True, show_progress_bar=False), np.float32)


@functools.lru_cache(maxsize=2)
def load_encoder(name: str | None = None) -> Encoder:
    """The shipped encoder, or the sentence-transformers model with that name or path. Raises Problem if there is none.

    Also accepts the path of a ``.onnx`` file made by ``matcher.training``.
    """
    if name is None:
        return ShippedEncoder()
    if name.endswith(".onnx"):
        if not Path(name).is_file():
            raise Problem("stop.no_file", path=name)
        return ShippedEncoder(Path(name))
    shipped = ShippedEncoder()
    return shipped if name == shipped.name else SentenceTransformerEncoder(name)


class DocumentCache:
    """An encoder that keeps documents' vectors on disk, keyed by content, so that none is encoded twice.

    One SQLite file for each fingerprint under ``folder``. Rows unused for 90 days are deleted. Queries pass through.
    ``encoded`` counts the documents that had to be encoded. uncached: the encoder itself, which keeps nothing on disk.
    """

    def __init__(self, encoder: Encoder, folder: Path) -> None:
        self.uncached = encoder
        self.name, self.fingerprint = encoder.name, encoder.fingerprint
        self.dimension, self.centre = encoder.dimension, encoder.centre
        self.encoded = 0
        self._path = folder / f"{encoder.fingerprint}.sqlite"
        self._today = datetime.date.today().toordinal()
        with self._opened() as db, db:
            db.execute("CREATE TABLE IF NOT EXISTS vectors (key BLOB PRIMARY KEY, used INT, vector BLOB) WITHOUT ROWID")
            db.execute("DELETE FROM vectors WHERE used < ?", (self._today - CACHE_DAYS,))

    def encode_query(self, texts: Sequence[str]) -> Vectors:
        return self.uncached.encode_query(texts)

    def encode_document(self, texts: Sequence[str]) -> Vectors:
        keys = [hashlib.blake2b(t.encode(), digest_size=16).digest() for t in texts]
        with self._opened() as db:
            known = self._read(db, keys)
            new = {k: t for k, t in zip(keys, texts, strict=True) if k not in known}
            self.encoded += len(new)
            known |= dict(zip(new, self.uncached.encode_document(list(new.values())), strict=True))
            rows = [(k, self._today, known[k].tobytes()) for k in new]
            with db:
                db.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?, ?)", rows)
        return np.stack([known[k] for k in keys]) if keys else np.empty((0, self.dimension), np.float32)

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(self._path, timeout=60)) as db:
                yield db
        except (sqlite3.Error, OSError) as error:
            raise Problem("stop.cache", path=self._path, why=error) from error

    def _read(self, db: sqlite3.Connection, keys: Sequence[bytes]) -> dict[bytes, Vectors]:
        vectors: dict[bytes, Vectors] = {}
        for block in _blocks(dict.fromkeys(keys), 500):
            marks = ",".join("?" * len(block))
            rows = db.execute(f"SELECT key, vector FROM vectors WHERE key IN ({marks})", block)  # noqa: S608 marks only
            vectors |= {key: np.frombuffer(vector, np.float32) for key, vector in rows}
            with db:
                db.execute(f"UPDATE vectors SET used={self._today} WHERE key IN ({marks})", block)  # noqa: S608
        return vectors


class RecentQueries:
    """An encoder that caches the last statements' vectors for a while, because lists are requested repeatedly.

    Only in memory, under digests of the texts. Everything is forgotten every hour, so that nothing remains of deleted
    candidates.
    """

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self.name, self.fingerprint = encoder.name, encoder.fingerprint
        self.dimension, self.centre = encoder.dimension, encoder.centre
        self.encode_document = encoder.encode_document
        self._recent: dict[bytes, NDArray[np.float32]] = {}
        self._begun = time.monotonic()

    def encode_query(self, texts: Sequence[str]) -> Vectors:
        recent = self._kept()
        keys = [hashlib.blake2b(t.encode(), digest_size=16).digest() for t in texts]
        new = {k: t for k, t in zip(keys, texts, strict=True) if k not in recent}
        recent |= dict(zip(new, self._encoder.encode_query(list(new.values())), strict=True))
        return np.array([recent[k] for k in keys], np.float32).reshape(len(texts), self.dimension)

    def _kept(self) -> dict[bytes, NDArray[np.float32]]:
        """The cached vectors; empty if they are too old or too many.

        Returns a new dictionary each time, so that a reader of the old one still finds its entries.
        """
        if time.monotonic() - self._begun > FORGET_SECONDS or len(self._recent) > MOST_RECENT:
            self._recent, self._begun = {}, time.monotonic()
        return self._recent


def _blocks(items: Iterable[bytes], size: int) -> Iterator[list[bytes]]:
    everything = list(items)
    for start in range(0, len(everything), size):
        yield everything[start : start + size]
