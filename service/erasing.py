"""Removes deleted data from the files: empties SQLite's write-ahead log as soon as its readers allow it.

A deletion answers at once. Its bytes stay in the write-ahead log until a checkpoint has moved everything into the
database, whose freed pages are overwritten (``secure_delete``). A checkpoint waits for all readers. A thread therefore
tries it again and again, for at most ``WAIT_SECONDS`` each time. A file beside the database tells all processes, also
after a restart, that something is left to erase. PostgreSQL's own vacuum reuses its pages.
"""

import sqlite3
import time
from contextlib import closing
from pathlib import Path

from service.store import Store, random_id
from service.watch import Watch

WAIT_SECONDS = 0.2  # how long a try waits for readers; writers wait with it
EVERY_SECONDS = 1.0
MARK = "-erasing-"


class Eraser(Watch):
    """Empties the write-ahead log after deletions. Each deletion has its own mark, so that none removes another's."""

    def __init__(self, store: Store) -> None:
        super().__init__("eraser", EVERY_SECONDS)
        self._file = store.file

    def start(self) -> None:
        """Start the thread, with a mark for a process that was killed before it could make its own."""
        self.deleted()
        super().start()

    def deleted(self) -> None:
        """Note that a transaction that deleted something has ended."""
        if self._file:
            self._file.with_name(f"{self._file.name}{MARK}{random_id()}").touch(mode=0o600)
        self.changed()

    @property
    def done(self) -> bool:
        """Whether no deleted data are left in any file."""
        return not self._marks()

    def _marks(self) -> list[Path]:
        return list(self._file.parent.glob(f"{self._file.name}{MARK}*")) if self._file else []

    def look(self) -> None:
        """Try once, if there is something to erase."""
        marks = self._marks()
        if self._file and marks and _emptied(self._file):
            for mark in marks:
                mark.unlink(missing_ok=True)

    def erase(self, seconds: float) -> bool:
        """Try for that many seconds -> whether all is gone. For commands: a running service does the rest later."""
        until = time.monotonic() + seconds
        self.look()
        while not self.done and time.monotonic() < until:
            time.sleep(WAIT_SECONDS)
            self.look()
        return self.done


def _emptied(file: Path) -> bool:
    with closing(sqlite3.connect(file, timeout=WAIT_SECONDS)) as connection:
        (busy, *_) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return not busy
