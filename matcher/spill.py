"""Stores data that exceeds memory on disk as it arrives, and maps it for reading.

The files have no name and are deleted when nothing uses them any more, however the process ends. They lie in the
system's folder for temporary files (``TMPDIR``).
"""

import mmap
import tempfile
from typing import Any, Self

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray


class _OnDisk:
    """A file without a name, written in a ``with`` block. Mapped parts stay readable after the block."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 closed at the end of the block

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()


class RowsOnDisk(_OnDisk):
    """(n, d) rows of one dtype, added a block at a time."""

    def __init__(self, width: int, dtype: type[np.floating[Any]]) -> None:
        super().__init__()
        self._width, self._dtype, self._rows = width, dtype, 0

    def add(self, block: NDArray[np.floating[Any]]) -> None:
        """Adds rows at the end."""
        self._file.write(np.ascontiguousarray(block, self._dtype).tobytes())
        self._rows += len(block)

    def whole(self) -> NDArray[np.floating[Any]]:
        """All rows, read-only."""
        self._file.flush()
        shape = self._rows, self._width
        return np.memmap(self._file, self._dtype, "r", shape=shape) if self._rows else np.empty(shape, self._dtype)


class TableOnDisk(_OnDisk):
    """A table of one schema, added a part at a time."""

    def __init__(self, schema: pa.Schema) -> None:
        super().__init__()
        self._writer = pa.ipc.new_file(self._file, schema)

    def add(self, part: pa.Table) -> None:
        """Adds rows at the end."""
        self._writer.write_table(part)

    def whole(self) -> pa.Table:
        """The whole table. Nothing can be added afterwards."""
        self._writer.close()
        self._file.flush()
        return pa.ipc.open_file(pa.py_buffer(mmap.mmap(self._file.fileno(), 0, access=mmap.ACCESS_READ))).read_all()
