"""Matches a night's vacancies with every candidate: in blocks, on one machine or many, continued after an interruption.

A list is that of ``Matcher.suggest``, however the work is divided. Lists are kept in a folder between runs
(``lists.sqlite``) and remade only if they can have changed: the candidate has changed, a vacancy on the list has, or a
new or changed one belongs on it. The folder holds the same personal data as the run, and nothing about candidates who
were not in the last run. Keep it beside the run.
"""

import collections
import datetime
import functools
import hashlib
import itertools
import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from matcher.encoder import Vectors, load_encoder
from matcher.features import dated
from matcher.index import Index, Progress
from matcher.matching import Matcher, Request
from matcher.meaning import width
from matcher.phrases import Language, Problem, say
from matcher.runs import PRIVATE_FILE, held, make_private_folder
from matcher.schema import Candidate, Evidence, Suggestion
from matcher.versions import digest_of_folder

BLOCK = 64  # candidates in one task: about a second's work
AHEAD = 4  # tasks given to each worker before the first must be done
STEP = 1e-6  # score step between vacancies below one that was put first: enough to keep the order
WARNS_ABOVE = "distributed.admin.large-graph-warning-threshold"  # Dask's warning; a night is meant to be large
PATIENCE = 60  # seconds without any worker before the run stops; restarting one takes a few
RETRIES = 10  # attempts at a task whose worker died; each starts from the beginning

# Files that do not affect a list.
SHOWN_ONLY = ("cli.py", "listing.py", "benchmark.py", "bulk_benchmark.py", "training")

Marks = dict[str, str]  # vacancy id -> digests of its text ("content"), of the record and of its state on the day
CONTENT = 16  # letters of the first digest


@functools.cache
def lists_version() -> str:
    """Digest of the code and the tables that decide the lists."""
    return digest_of_folder(Path(__file__).parent, without=SHOWN_ONLY)


class Change(NamedTuple):
    """Changes since a list was made. gone: ids gone or changed; rows: (m,) rows new or changed; since: the day of the
    list."""

    gone: frozenset[str]
    rows: NDArray[np.int64]
    since: datetime.date


class Night:
    """Everything that tasks need: the vacancies, the encoder's name, and the request. Sent to each worker once."""

    def __init__(self, index: Index, encoder: str, request: Request) -> None:
        self.index, self.encoder, self.request = index, encoder, request

    @classmethod
    def over(cls, matcher: Matcher, request: Request) -> "Night":
        """A night that uses an existing matcher, so that this process loads no second model."""
        night = cls(matcher.index, matcher.index.encoder, request)
        night.matcher = matcher  # replaces the cached property
        return night

    def __reduce__(self) -> tuple[type["Night"], tuple[Index, str, Request]]:
        return Night, (self.index, self.encoder, self.request)  # without the matcher, which each process makes itself

    @cached_property
    def matcher(self) -> Matcher:
        return Matcher(self.index, load_encoder(self.encoder))

    @cached_property
    def marks(self) -> Marks:
        """A mark for each vacancy. If it changes, so can the lists with the vacancy."""
        index, day = self.index, self.request.as_of
        parts = (
            index.ids(),
            index.entries["content"],
            index.records.column("vacancy"),
            dated(index.rows, day),
            index.unexpired(day.toordinal()),
        )
        return {
            id_: f"{int(content):016x}{_digest(record.as_py(), terms.tobytes().hex(), str(current))}"
            for id_, content, record, terms, current in zip(*parts, strict=True)
        }

    @cached_property
    def engine(self) -> str:
        """Digest of the code, the model, and the request without its day."""
        request = repr(replace(self.request, as_of=datetime.date.min))
        return _digest(lists_version(), self.index.fingerprint, request)

    @cached_property
    def state(self) -> str:
        """Digest of everything that a list depends on besides its candidate."""
        return _digest(self.engine, self.request.as_of.isoformat(), json.dumps(self.marks, sort_keys=True))

    def change(self, since: datetime.date, marks: Marks) -> Change:
        """Changes since a saved state. A vacancy also counts as new if the duplicate shown in its place was removed."""
        gone = frozenset(id_ for id_, mark in marks.items() if self.marks.get(id_) != mark)
        texts = {marks[id_][:CONTENT] for id_ in gone}
        rows = [
            row
            for row, (id_, mark) in enumerate(self.marks.items())
            if marks.get(id_) != mark or mark[:CONTENT] in texts
        ]
        return Change(gone, np.array(rows, np.int64), since)


class Asked(NamedTuple):
    """A candidate, and the vectors, the lines and the changes of an earlier list."""

    candidate: Candidate
    vectors: Vectors | None = None
    lines: str = ""
    change: Change | None = None


class Made(NamedTuple):
    """A candidate's vectors and list (JSON Lines of the run format), and whether it was made anew."""

    candidate_id: str
    person: str
    vectors: Vectors
    lines: str
    anew: bool


def made(night: Night, asked: Sequence[Asked]) -> list[Made]:
    """One task: the lists of some candidates."""
    matcher = night.matcher
    new = [a for a in asked if a.vectors is None]
    encoded = iter(matcher.encode([a.candidate for a in new]))
    return [_made(matcher, a, next(encoded) if a.vectors is None else a.vectors, night.request) for a in asked]


def _made(matcher: Matcher, asked: Asked, vectors: Vectors, request: Request) -> Made:
    candidate, person = asked.candidate, person_of(asked.candidate)
    if asked.change is not None and not _affected(matcher, asked, vectors, asked.change, request):
        return Made(candidate.id, person, vectors, asked.lines, anew=False)
    (suggestions,) = matcher.score([candidate], [vectors], request)
    lines = "".join(s.model_dump_json() + "\n" for s in suggestions.suggestions)
    return Made(candidate.id, person, vectors, lines, anew=True)


def _affected(matcher: Matcher, asked: Asked, vectors: Vectors, change: Change, request: Request) -> bool:
    start = asked.candidate.constraints.available_from
    if request.include_broken or (start and change.since < start <= request.as_of):
        return True
    listed = suggestions(asked.lines)
    shown = {id_ for s in listed for id_ in (s.vacancy_id, *s.also)}
    if shown & change.gone:
        return True
    return matcher.could_change(asked.candidate, vectors, listed, change.rows, request)


class Kept:
    """The lists of the last run and their inputs, in one SQLite file that one process changes at a time."""

    def __init__(self, folder: Path, night: Night) -> None:
        self.night = night
        path = folder / "lists.sqlite"
        path.touch(mode=PRIVATE_FILE)
        path.chmod(PRIVATE_FILE)  # also the file of an earlier version; SQLite's own files beside it get the same mode
        self._db = sqlite3.connect(path)
        # secure_delete: data of candidates who left is overwritten, not only unlinked.
        self._db.executescript(
            "PRAGMA journal_mode=WAL; PRAGMA secure_delete=ON;"
            "CREATE TABLE IF NOT EXISTS lists (candidate TEXT PRIMARY KEY, person TEXT, state TEXT, vectors BLOB,"
            " lines TEXT) WITHOUT ROWID;"
            "CREATE TABLE IF NOT EXISTS states (state TEXT PRIMARY KEY, engine TEXT, day TEXT, marks TEXT);"
            "PRAGMA temp_store=MEMORY; CREATE TEMP TABLE present (place INTEGER PRIMARY KEY, candidate TEXT UNIQUE);"
        )
        with self._db:
            self._db.execute(
                "INSERT OR IGNORE INTO states VALUES (?, ?, ?, ?)",
                (night.state, night.engine, night.request.as_of.isoformat(), json.dumps(night.marks)),
            )
        self._changes = {
            state: night.change(datetime.date.fromisoformat(day), json.loads(marks))
            for state, day, marks in self._db.execute(
                "SELECT state, day, marks FROM states WHERE engine=?", (night.engine,)
            )
        }

    def close(self) -> None:
        self._db.close()

    def missing(self, candidate: Candidate) -> Asked | None:
        """The task for a candidate's list; None if the kept list is still right."""
        self._db.execute("INSERT INTO present (candidate) VALUES (?)", (candidate.id,))
        row = self._db.execute(
            "SELECT state, vectors, lines FROM lists WHERE candidate=? AND person=?",
            (candidate.id, person_of(candidate)),
        ).fetchone()
        if row is None or row[0] not in self._changes:
            return Asked(candidate)
        state, vectors, lines = row
        if state == self.night.state:
            return None
        own = np.frombuffer(vectors, np.float32).reshape(-1, width(self.night.index.dimension))
        return Asked(candidate, own, lines, self._changes[state])

    def put(self, lists: Iterable[Made]) -> None:
        """Stores the lists of one task: all of them, or none if the machine stops."""
        with self._db:
            self._db.executemany(
                "INSERT OR REPLACE INTO lists VALUES (?, ?, ?, ?, ?)",
                ((m.candidate_id, m.person, self.night.state, m.vectors.tobytes(), m.lines) for m in lists),
            )

    def lists(self) -> Iterator[tuple[str, list[Suggestion]]]:
        """The list of each candidate of this run, in their order."""
        rows = self._db.execute("SELECT candidate, lines FROM present JOIN lists USING (candidate) ORDER BY place")
        for id_, lines in rows:
            yield id_, suggestions(lines)

    def forget_others(self) -> None:
        """Deletes candidates who are not in this run, and states without lists."""
        with self._db:
            self._db.execute("DELETE FROM lists WHERE candidate NOT IN (SELECT candidate FROM present)")
            self._db.execute("DELETE FROM states WHERE state NOT IN (SELECT state FROM lists)")


@contextmanager
def kept_in(folder: Path, night: Night) -> Iterator[Kept]:
    """The folder's lists, for one run at a time and its owner alone. Raises Problem if another run is under way."""
    make_private_folder(folder)
    with held(folder), closing(Kept(folder, night)) as kept:
        yield kept


class Done(NamedTuple):
    """The number of candidates, and how many of their lists were made anew."""

    candidates: int
    anew: int


def bring_up_to_date(
    kept: Kept, candidates: Iterable[Candidate], scheduler: str | None = None, progress: Progress = lambda _: None
) -> Done:
    """Makes the lists that are missing or may have changed. ``progress`` is called with the candidates done. Holds only
    a few tasks' candidates at a time."""
    count = anew = 0
    left = iter(candidates)

    def tasks() -> Iterator[list[Asked]]:
        nonlocal count
        while block := list(itertools.islice(left, BLOCK)):
            count += len(block)
            asked = [a for a in map(kept.missing, block) if a is not None]
            progress(len(block) - len(asked))
            if asked:
                yield asked

    for lists in _results(kept.night, tasks(), scheduler):
        kept.put(lists)
        progress(len(lists))
        anew += sum(m.anew for m in lists)
    return Done(count, anew)


def _results(night: Night, tasks: Iterable[list[Asked]], scheduler: str | None) -> Iterator[list[Made]]:
    """The tasks' results in order: from this process, or from the workers of a Dask scheduler, a few tasks ahead."""
    if scheduler is None:
        yield from (made(night, task) for task in tasks)
        return
    try:
        import dask.config
        from distributed import Client
    except ImportError as error:
        raise Problem("stop.no_cluster") from error
    try:
        client = Client(scheduler)
    except OSError as error:
        raise Problem("stop.no_scheduler", scheduler=scheduler) from error
    with client, dask.config.set({WARNS_ABOVE: "1TB"}):
        # As a task's result, not as data put on the workers, so that results of a dead worker are remade.
        shared = client.submit(_itself, night, pure=False, retries=RETRIES)
        ahead = AHEAD * max(1, len(client.scheduler_info()["workers"]))
        waiting: collections.deque[Any] = collections.deque()
        for task in tasks:
            waiting.append(client.submit(made, shared, task, pure=False, retries=RETRIES))
            if len(waiting) >= ahead:
                yield _awaited(waiting.popleft(), client)
        while waiting:
            yield _awaited(waiting.popleft(), client)


def _awaited(future: Any, client: Any) -> list[Made]:
    """The result of a task. Raises Problem if there was no worker for a while."""
    while True:
        try:
            lists: list[Made] = future.result(timeout=PATIENCE)
        except TimeoutError:
            if future.done():
                raise
            if not client.scheduler_info()["workers"]:
                raise Problem("stop.no_worker", scheduler=client.scheduler.address) from None
        else:
            return lists


def _itself(night: Night) -> Night:
    return night


Lists = Iterable[tuple[str, list[Suggestion]]]


def spread(lists: Lists, again: Lists, most: int, language: Language) -> Iterator[tuple[str, list[Suggestion]]]:
    """The lists, changed so that no vacancy comes first on more than ``most`` of them. Takes them twice, to hold none.

    Candidates who would lose most keep their first vacancy: lists are taken by the score difference between their first
    two. If every vacancy of a list has reached ``most``, the list stays as it is.
    """
    short = [(who, [(s.vacancy_id, s.score) for s in listed]) for who, listed in lists if listed]
    short.sort(key=lambda one: one[1][1][1] - one[1][0][1] if len(one[1]) > 1 else -np.inf)
    leads: collections.Counter[str] = collections.Counter()
    first = {}
    for who, shown in short:
        first[who] = next((n for n, (id_, _) in enumerate(shown) if leads[id_] < most), 0)
        leads[shown[first[who]][0]] += 1
    for who, listed in again:
        yield who, led_by(listed, first[who], language) if first.get(who) else listed


def led_by(listed: list[Suggestion], place: int, language: Language) -> list[Suggestion]:
    """The list with that place first. The vacancies that stood above it come next, and say why."""
    chosen, words = listed[place], say("term.spread", language)
    lowered = []
    for n, suggestion in enumerate(listed[:place], start=1):
        less = chosen.score - n * STEP - suggestion.score
        why = Evidence(statement=words, kind="variety", contribution=less, quote=suggestion.evidence[0].quote)
        lowered.append(
            suggestion.model_copy(update={"score": suggestion.score + less, "evidence": (*suggestion.evidence, why)})
        )
    order = [chosen, *lowered, *listed[place + 1 :]]
    order[1:] = sorted(order[1:], key=lambda s: -s.score)
    return [s.model_copy(update={"rank": rank}) for rank, s in enumerate(order, start=1)]


class Shown:
    """Counts of what a run shows, made while it is written. exposure: the number of lists that each vacancy is on."""

    def __init__(self) -> None:
        self.total = self.without = self.unknown = 0
        self.exposure: collections.Counter[str] = collections.Counter()

    def counted(self, listed: list[Suggestion]) -> list[Suggestion]:
        """Counts a list and returns it unchanged."""
        self.total += len(listed)
        self.without += not listed
        self.unknown += sum(check.verdict == "unknown" for s in listed for check in s.checks)
        self.exposure.update(s.vacancy_id for s in listed)
        return listed

    @property
    def most(self) -> int:
        """The number of lists with the commonest vacancy."""
        return max(self.exposure.values(), default=0)


def suggestions(lines: str) -> list[Suggestion]:
    """A kept list."""
    return [Suggestion.model_validate_json(line) for line in lines.splitlines()]


def person_of(candidate: Candidate) -> str:
    """Digest of everything known about a candidate."""
    return _digest(candidate.model_dump_json())


def _digest(*parts: str) -> str:
    return hashlib.blake2b("\0".join(parts).encode(), digest_size=16).hexdigest()
