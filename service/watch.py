"""Background work in a thread of its own: at once after a change, else at intervals."""

import logging
import threading
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager
from typing import ClassVar

from matcher.phrases import Problem

log = logging.getLogger(__name__)


@contextmanager
def unless_busy() -> Iterator[None]:
    """Skip the block if another process is at the same work; the next look tries again."""
    try:
        yield
    except Problem as problem:
        if problem.key != "stop.busy":
            raise


class Watch(ABC):
    """Calls ``look`` again and again from ``start`` until ``stop``. seconds: between looks without ``changed``.

    An error of ``look`` is logged, and the next look tries again. An ``expected`` error is not logged.
    """

    expected: ClassVar[tuple[type[Exception], ...]] = ()

    def __init__(self, name: str, seconds: float) -> None:
        self._name, self._seconds = name, seconds
        self._wake, self._stopped = threading.Event(), threading.Event()
        self._thread = threading.Thread(target=self._watch, name=name, daemon=True)

    @abstractmethod
    def look(self) -> None:
        """Do the work that is due."""

    def start(self) -> None:
        """Start the thread."""
        self._thread.start()

    def stop(self) -> None:
        """Stop the thread, and wait for the look under way."""
        self._stopped.set()
        self._wake.set()
        self._thread.join()

    def changed(self) -> None:
        """Look at once, because something has changed."""
        self._wake.set()

    def _watch(self) -> None:
        while not self._stopped.is_set():
            self._wake.clear()
            try:
                self.look()
            except self.expected:
                pass
            except Exception:  # such as: the database does not answer, the disk is full
                log.exception("%s: tried again later", self._name)
            if not self._stopped.is_set():
                self._wake.wait(self._seconds)
