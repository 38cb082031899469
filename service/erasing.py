"""What is deleted leaves the file too: SQLite's write-ahead log is emptied once nobody reads what it still holds.

A deletion answers at once. Its bytes stay in the write-ahead log until a checkpoint has moved everything into the
database, whose freed pages are overwritten (``secure_delete``). A checkpoint waits for all readers, so it is tried
again and again in a thread, each time so briefly that nobody notices. A file beside the database says that something
is left to erase, to all processes and across restarts. PostgreSQL's own vacuum sees to its pages.
"""

import sqlite3
import time
from contextlib import closing
from pathlib import Path

from service.store import Store, random_id
from service.watch import Watch

WAIT_SECONDS = 0.2  # how long one try holds up those who write, while it waits for readers
EVERY_SECONDS = 1.0
MARK = "-erasing-"


class Eraser(Watch):
    """Empties the write-ahead log after deletions. Each deletion makes its own mark: none takes another's."""

    def __init__(self, store: Store) -> None:
        super().__init__("eraser", EVERY_SECONDS)
        self._file = store.file

    def start(self) -> None:
        """Erase what a process left that was killed before it could make its mark, and look after it from now on."""
        self.deleted()
        super().start()

    def deleted(self) -> None:
        """Something was deleted, and its transaction has ended."""
        if self._file:
            self._file.with_name(f"{self._file.name}{MARK}{random_id()}").touch(mode=0o600)
        self.changed()

    @property
    def done(self) -> bool:
        """Whether nothing of what was deleted is left in any file."""
        return not self._marks()

    def _marks(self) -> list[Path]:
        return list(self._file.parent.glob(f"{self._file.name}{MARK}*")) if self._file else []

    def look(self) -> None:
        """Try once, where there is something to erase."""
        marks = self._marks()
        if self._file and marks and _emptied(self._file):
            for mark in marks:
                mark.unlink(missing_ok=True)

    def erase(self, seconds: float) -> bool:
        """Try for as long as that, for a command; whether all is gone. A service goes on with what is left."""
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
