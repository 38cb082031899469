"""The embedded database to one file and back. Indexes are derived and are not backed up.

A PostgreSQL database is backed up with its own tools (``pg_dump``, ``pg_restore``).
"""

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy.engine import make_url

from matcher.phrases import Problem
from matcher.runs import whole
from service.settings import Settings

SIDE_FILES = ("-wal", "-shm")


def back_up(settings: Settings, out: Path) -> None:
    """Copy the database as it is at this moment, while the service runs; the file is there when it is whole."""
    source = _file(settings)
    if not source.is_file():
        raise Problem("stop.no_file", path=source)
    with whole(out) as part:
        part.touch(mode=0o600)
        with closing(sqlite3.connect(source)) as live, closing(sqlite3.connect(part)) as copy:
            live.backup(copy)
        _check(part)


def restore(settings: Settings, backup: Path) -> None:
    """Put a backup in the place of the database, with the service stopped; Problem where it is damaged or none."""
    if not backup.is_file():
        raise Problem("stop.no_file", path=backup)
    _check(backup)
    target = _file(settings)
    with whole(target) as part:
        part.touch(mode=0o600)
        part.write_bytes(backup.read_bytes())
        for side in SIDE_FILES:  # of the database that was there
            target.with_name(target.name + side).unlink(missing_ok=True)


def _file(settings: Settings) -> Path:
    url = make_url(settings.database_url)
    if url.get_backend_name() != "sqlite" or not url.database:
        raise Problem("stop.own_backup")
    return Path(url.database)


def _check(path: Path) -> None:
    """Problem unless it is a database of the service and whole."""
    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
            whole_ = database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            database.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.DatabaseError as error:
        raise Problem("stop.damaged_backup", path=path) from error
    if not whole_:
        raise Problem("stop.damaged_backup", path=path)
