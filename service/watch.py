"""Work that is looked after in a thread of its own: at once when told that something has changed, else now and then."""

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
    """Pass over the block where another process is at the same work: it does it, or one looks again."""
    try:
        yield
    except Problem as problem:
        if problem.key != "stop.busy":
            raise


class Watch(ABC):
    """Calls ``look`` again and again from ``start`` until ``stop``; seconds: between looks when nothing is told.

    What ``look`` raises is logged and tried again, but for ``expected``, which is no failure.
    """

    expected: ClassVar[tuple[type[Exception], ...]] = ()

    def __init__(self, name: str, seconds: float) -> None:
        self._name, self._seconds = name, seconds
        self._wake, self._stopped = threading.Event(), threading.Event()
        self._thread = threading.Thread(target=self._watch, name=name, daemon=True)

    @abstractmethod
    def look(self) -> None:
        """Do what there is to do."""

    def start(self) -> None:
        """Look after it from now on."""
        self._thread.start()

    def stop(self) -> None:
        """Stop, and wait for what ``look`` is at."""
        self._stopped.set()
        self._wake.set()
        self._thread.join()

    def changed(self) -> None:
        """Something has changed: look at once."""
        self._wake.set()

    def _watch(self) -> None:
        while not self._stopped.is_set():
            self._wake.clear()
            try:
                self.look()
            except self.expected:
                pass
            except Exception:  # the database is away, the disk is full
                log.exception("%s: tried again later", self._name)
            if not self._stopped.is_set():
                self._wake.wait(self._seconds)
