"""Deletions and revocations, in a file apart from the database, so that a restored backup does not undo them.

Restoring a backup would bring back people who were deleted since, revoked keys, users who left, old passwords, roles
and owners. Each of these acts therefore writes a line here too, before its transaction ends: the tenant, the act's
number in the tenant's log, its kind, and ids that say nothing. After a restore, ``service.backup.replay`` repeats the
acts that the restored log does not have, and logs the number of the file's last line.

An act whose transaction failed after its line was written is repeated as well: somebody asked for it.
"""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

from filelock import FileLock

from service.store import Entry

Kind = Literal[
    "candidate", "owner", "paste", "employer", "contact", "disclosure", "key", "user", "account", "password", "tenant"
]
OWN = 0o600
AFTER_ALL = 2**62  # a number that no log reaches


class Removals:
    """The file of acts, one line of JSON each."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def note(self, entry: Entry, kind: Kind, id_: str, **values: Any) -> None:
        """Write an act down, to be repeated after a restore. It is on the disk when this returns."""
        act = {"tenant": entry.tenant_id, "seq": entry.seq, "digest": entry.digest, "kind": kind, "id": id_}
        self._append(act | values)

    def note_tenant(self, tenant_id: str) -> None:
        """Write down that a tenant was deleted, together with its log."""
        self._append({"tenant": tenant_id, "seq": AFTER_ALL, "digest": "", "kind": "tenant", "id": tenant_id})

    def _append(self, line: dict[str, Any]) -> None:
        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with FileLock(self._path.with_suffix(".lock"), mode=OWN), open(self._path, "ab", opener=_own) as file:
            if not _ends_a_line(self._path):  # after half a line of a killed process
                file.write(b"\n")
            file.write(json.dumps(line).encode() + b"\n")
            file.flush()
            os.fsync(file.fileno())

    def lines(self) -> Iterator[dict[str, Any]]:
        """The acts, the oldest first. Skips a line that was cut short."""
        try:
            with self._path.open(encoding="utf-8") as file:
                for text in file:
                    try:
                        yield json.loads(text)
                    except ValueError:
                        continue
        except FileNotFoundError:
            return


def _own(path: str, flags: int) -> int:
    return os.open(path, flags, OWN)


def _ends_a_line(path: Path) -> bool:
    with path.open("rb") as file:
        if not file.seek(0, os.SEEK_END):
            return True
        file.seek(-1, os.SEEK_END)
        return file.read(1) == b"\n"
