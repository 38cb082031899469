"""What is too much for memory, put on disk as it comes and looked at where it lies.

The files have no name and go when nothing looks at them any more, however the process ends. They lie where the system
keeps what is temporary (``TMPDIR``).
"""

import mmap
import tempfile
from typing import Any, Self

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray


class _OnDisk:
    """A file without a name, to be written in a ``with`` block. What was mapped of it stays when the block ends."""

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
        """Put more rows behind those that there are."""
        self._file.write(np.ascontiguousarray(block, self._dtype).tobytes())
        self._rows += len(block)

    def whole(self) -> NDArray[np.floating[Any]]:
        """All of them, to be read only."""
        self._file.flush()
        shape = self._rows, self._width
        return np.memmap(self._file, self._dtype, "r", shape=shape) if self._rows else np.empty(shape, self._dtype)


class TableOnDisk(_OnDisk):
    """A table of one schema, added a part at a time."""

    def __init__(self, schema: pa.Schema) -> None:
        super().__init__()
        self._writer = pa.ipc.new_file(self._file, schema)

    def add(self, part: pa.Table) -> None:
        """Put more rows behind those that there are."""
        self._writer.write_table(part)

    def whole(self) -> pa.Table:
        """All of it; nothing can be added any more."""
        self._writer.close()
        self._file.flush()
        return pa.ipc.open_file(pa.py_buffer(mmap.mmap(self._file.fileno(), 0, access=mmap.ACCESS_READ))).read_all()
