"""What was deleted and taken away, in a file apart from the database: no restored backup brings it back.

A backup holds whoever was there when it was made. Restoring it would bring back people who have been deleted since,
keys that were revoked, users who left, old passwords, roles and owners. Each of these acts therefore writes a line here
too, before its transaction ends: the tenant, the number that the act has in the tenant's log, what was done, and ids
that say nothing. After a restore (``service.backup.replay``) the acts that the restored log does not know are carried
out again. The log then says up to which line of the file that was done.

A line whose transaction then failed is carried out as well: what somebody asked to be removed stays removed.
"""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

from filelock import FileLock

from service.store import Entry

Kind = Literal["candidate", "owner", "paste", "employer", "contact", "key", "user", "account", "password", "tenant"]
OWN = 0o600
AFTER_ALL = 2**62  # a number that no log reaches


class Removals:
    """The file, one line of JSON an act."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def note(self, entry: Entry, kind: Kind, id_: str, **values: Any) -> None:
        """Write an act down, to be carried out again after a restore; on the disk when this returns."""
        act = {"tenant": entry.tenant_id, "seq": entry.seq, "digest": entry.digest, "kind": kind, "id": id_}
        self._append(act | values)

    def note_tenant(self, tenant_id: str) -> None:
        """Write down that a tenant was deleted, whose log is gone with it."""
        self._append({"tenant": tenant_id, "seq": AFTER_ALL, "digest": "", "kind": "tenant", "id": tenant_id})

    def _append(self, line: dict[str, Any]) -> None:
        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with FileLock(self._path.with_suffix(".lock"), mode=OWN), open(self._path, "ab", opener=_own) as file:
            if not _ends_a_line(self._path):  # of a process that was killed
                file.write(b"\n")
            file.write(json.dumps(line).encode() + b"\n")
            file.flush()
            os.fsync(file.fileno())

    def lines(self) -> Iterator[dict[str, Any]]:
        """The acts, the oldest first; a line that was cut short is none."""
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
