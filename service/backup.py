"""Backup and restore of the embedded database, to and from one file. Indexes are derived and are not backed up.

A PostgreSQL database is backed up and restored with its own tools (``pg_dump``, ``pg_restore``). After either restore
``replay`` repeats the deletions and revocations made since the backup (``service.removals``).
"""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.engine import make_url
from sqlalchemy.orm import Session

from matcher.runs import whole
from service import audit
from service.door.tenants import erase_tenant, erase_user
from service.phrases import Problem
from service.removals import Removals
from service.settings import Settings
from service.store import (
    Answered,
    ApiKey,
    Candidate,
    Contact,
    Disclosure,
    Employer,
    SignIn,
    Store,
    Tenant,
    User,
    Vacancy,
    now,
)

SIDE_FILES = ("-wal", "-shm")


def back_up(settings: Settings, out: Path) -> None:
    """Copy the database at this moment; the service may run. The file appears when it is complete."""
    source = _file(settings)
    if not source.is_file():
        raise Problem("stop.no_file", path=source)
    with whole(out) as part:
        part.touch(mode=0o600)
        with closing(sqlite3.connect(source)) as live, closing(sqlite3.connect(part)) as copy:
            live.backup(copy)
        _check(part)


def restore(settings: Settings, backup: Path, begun: Path) -> None:
    """Replace the database by a backup, with the service stopped. Problem if the backup is damaged or missing.

    begun: a marker file, made first and kept until ``replay`` is done. While it exists the service does not start: it
    would show people who were deleted after the backup.
    """
    if not backup.is_file():
        raise Problem("stop.no_file", path=backup)
    _check(backup)
    target = _file(settings)
    begun.touch(mode=0o600)
    with whole(target) as part:
        part.touch(mode=0o600)
        part.write_bytes(backup.read_bytes())
        for side in SIDE_FILES:  # of the replaced database
            target.with_name(target.name + side).unlink(missing_ok=True)


def _file(settings: Settings) -> Path:
    url = make_url(settings.database_url)
    if url.get_backend_name() != "sqlite" or not url.database:
        raise Problem("stop.own_backup")
    return Path(url.database)


def _check(path: Path) -> None:
    """Problem unless the file is an undamaged database of the service."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as database:
            is_whole = database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            database.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.DatabaseError as error:
        raise Problem("stop.damaged_backup", path=path) from error
    if not is_whole:
        raise Problem("stop.damaged_backup", path=path)


def replay(store: Store, removals: Removals) -> int:
    """Repeat the acts that the backup does not have, and end all sessions -> how many acts."""
    with store.writing() as db:
        lines = list(removals.lines())
        settled = {tenant_id: audit.replayed(db, tenant_id) for tenant_id in db.scalars(select(Tenant.id))}
        later = [
            line
            for number, line in enumerate(lines, start=1)
            if number > settled.get(line["tenant"], len(lines)) and not _is_known(db, line)
        ]
        for line in later:
            AGAIN[line["kind"]](db, line)
            db.flush()
        db.execute(delete(SignIn))
        db.execute(delete(Answered))
        for tenant_id in db.scalars(select(Tenant.id)).all():
            acts = sum(line["tenant"] == tenant_id for line in later)
            audit.append(db, tenant_id, audit.COMMAND, audit.RESTORED, acts=acts, lines=len(lines))
    return len(later)


def _is_known(db: Session, line: dict[str, Any]) -> bool:
    """Whether the act is in the restored log, or older than its first entry."""
    return audit.holds_head(db, line["tenant"], line["seq"], line["digest"]) is not False


def _candidate(db: Session, line: dict[str, Any]) -> None:
    db.execute(delete(Candidate).where(Candidate.id == line["id"]))


def _owner(db: Session, line: dict[str, Any]) -> None:
    if db.get(User, line["owner"]):  # a new owner who is not in the backup: the old one keeps the case
        db.execute(update(Candidate).where(Candidate.id == line["id"]).values(owner_id=line["owner"]))


def _paste(db: Session, line: dict[str, Any]) -> None:
    db.execute(delete(Vacancy).where(Vacancy.tenant_id == line["tenant"], Vacancy.id == line["id"]))
    changed = Tenant.vacancies_changed + 1
    db.execute(update(Tenant).where(Tenant.id == line["tenant"]).values(vacancies_changed=changed))


def _employer(db: Session, line: dict[str, Any]) -> None:
    db.execute(delete(Employer).where(Employer.id == line["id"]))


def _contact(db: Session, line: dict[str, Any]) -> None:
    db.execute(delete(Contact).where(Contact.id == line["id"]))


def _disclosure(db: Session, line: dict[str, Any]) -> None:
    """Nothing is agreed any more about any employer, because one may have been made of two since."""
    db.execute(delete(Disclosure).where(Disclosure.candidate_id == line["id"]))


def _key(db: Session, line: dict[str, Any]) -> None:
    db.execute(update(ApiKey).where(ApiKey.id == line["id"], ApiKey.revoked.is_(None)).values(revoked=now()))


def _user(db: Session, line: dict[str, Any]) -> None:
    values = {name: line[name] for name in ("role", "team", "active")}
    db.execute(update(User).where(User.id == line["id"]).values(**values))


def _password(db: Session, line: dict[str, Any]) -> None:
    db.execute(update(User).where(User.id == line["id"]).values(password=None))


def _account(db: Session, line: dict[str, Any]) -> None:
    """Delete a user who left; if their cases went to a user who is not in the backup, only shut them out."""
    if db.scalars(select(Candidate.id).where(Candidate.owner_id == line["id"]).limit(1)).first():
        db.execute(update(User).where(User.id == line["id"]).values(active=False, password=None, subject=None))
    else:
        erase_user(db, line["id"])


def _tenant(db: Session, line: dict[str, Any]) -> None:
    erase_tenant(db, line["id"])


AGAIN: dict[str, Callable[[Session, dict[str, Any]], None]] = {
    "candidate": _candidate,
    "owner": _owner,
    "paste": _paste,
    "employer": _employer,
    "contact": _contact,
    "disclosure": _disclosure,
    "key": _key,
    "user": _user,
    "password": _password,
    "account": _account,
    "tenant": _tenant,
}
