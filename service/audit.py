"""The log: who did what about which candidate. Entries are appended and chained, never changed.

Each entry's digest covers its fields and the digest before it. ``verify`` therefore finds an entry that was changed,
added or taken out; ``Chain`` has the last digest, so that it also finds entries cut off at the end. A candidate is
named by a pseudonym; only the candidate's row links the two. No entry repeats what was said of a person. Somebody who
can write to the database can forge a whole chain: keep the head that ``ipsmatch service verify`` prints somewhere else.

Retention deletes whole entries from the beginning. An entry of its own then has the number and digest of the last one
deleted.
"""

import datetime
import hashlib
import json
from collections.abc import Sequence
from contextlib import closing
from typing import Any, NamedTuple

from pydantic import BaseModel
from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from service.scope import Caller
from service.store import Chain, Entry, now

COMMAND = "command"  # the actor of acts on the command line
TRIMMED = "log.trimmed"
RESTORED = "database.restored"


class Broken(NamedTuple):
    """The first entry at which a chain is broken. why: "missing" or "changed"."""

    seq: int
    why: str


class Line(NamedTuple):
    """An entry to log: the act, the candidate's pseudonym, and details."""

    action: str
    pseudonym: str | None = None
    details: dict[str, Any] = {}


def append(db: Session, tenant_id: str, actor: str, action: str, pseudonym: str | None = None, **details: Any) -> Entry:
    """Add an entry in the session's transaction: an act that cannot be logged is undone."""
    return append_all(db, tenant_id, actor, [Line(action, pseudonym, details)])[0]


def append_all(db: Session, tenant_id: str, actor: str, lines: Sequence[Line]) -> list[Entry]:
    """Add entries in this order, with three statements for any number of entries."""
    if not lines:
        return []
    chain = db.scalars(select(Chain).where(Chain.tenant_id == tenant_id).with_for_update()).one()
    entries = []
    for line in lines:
        entry = Entry(
            tenant_id=tenant_id,
            seq=chain.seq + 1,
            at=now(),
            actor=actor,
            action=line.action,
            pseudonym=line.pseudonym,
            details=json.dumps(line.details, ensure_ascii=False, sort_keys=True),
            previous=chain.digest,
        )
        entry.digest = digest(entry)
        chain.seq, chain.digest = entry.seq, entry.digest
        entries.append(entry)
    db.add_all(entries)
    db.flush()
    return entries


def of_caller(caller: Caller) -> str:
    """The caller's name in the log."""
    return f"{'key' if caller.via == 'key' else 'user'}:{caller.id}"


def digest(entry: Entry) -> str:
    """SHA-256 of an entry and, through ``previous``, of all before it."""
    parts = [
        entry.tenant_id,
        entry.seq,
        entry.at.isoformat(),
        entry.actor,
        entry.action,
        entry.pseudonym,
        entry.details,
        entry.previous,
    ]
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()


def verify(db: Session, tenant_id: str, most: int | None = None) -> Broken | None:
    """The first entry at which a tenant's log is broken, else None. most: how many of the latest are checked."""
    cut = _last_cut(db, tenant_id)
    seq, previous = _before(db, tenant_id, most) or (cut["seq"], cut["digest"])
    query = select(Entry).where(Entry.tenant_id == tenant_id, Entry.seq > seq).order_by(Entry.seq)
    with closing(db.scalars(query.execution_options(yield_per=1000))) as entries:
        for entry in entries:
            seq += 1
            if entry.seq != seq:
                return Broken(seq, "missing")
            if entry.previous != previous or entry.digest != digest(entry):
                return Broken(seq, "changed")
            previous = entry.digest
    chain = db.get_one(Chain, tenant_id)
    return None if (chain.seq, chain.digest) == (seq, previous) else Broken(seq + 1, "missing")


def _before(db: Session, tenant_id: str, most: int | None) -> tuple[int, str] | None:
    """Number and digest of the entry before the latest ``most``; None if there are no more."""
    if most is None:
        return None
    start = db.get(Entry, (tenant_id, db.get_one(Chain, tenant_id).seq - most))
    return (start.seq, start.digest) if start else None


def holds_head(db: Session, tenant_id: str, seq: int, head: str) -> bool | None:
    """Whether the log has the head that ``verify`` printed earlier; None if retention has deleted that entry."""
    cut = _last_cut(db, tenant_id)
    if seq < cut["seq"]:
        return None
    if seq == cut["seq"]:
        return bool(cut["digest"] == head)
    return db.scalar(select(Entry.digest).where(Entry.tenant_id == tenant_id, Entry.seq == seq)) == head


def replayed(db: Session, tenant_id: str) -> int:
    """Number of the last line of the removals file that a restore has repeated; 0 without a restore."""
    return int(_last(db, tenant_id, RESTORED).get("lines", 0))


def _last_cut(db: Session, tenant_id: str) -> dict[str, Any]:
    """Number and digest of the last entry that retention deleted; 0 and "" if none."""
    return _last(db, tenant_id, TRIMMED) or {"seq": 0, "digest": ""}


def _last(db: Session, tenant_id: str, action: str) -> dict[str, Any]:
    query = select(Entry.details).where(Entry.tenant_id == tenant_id, Entry.action == action)
    details = db.scalars(query.order_by(Entry.seq.desc()).limit(1)).first()
    return dict(json.loads(details)) if details else {}


def trim(db: Session, tenant_id: str, before: datetime.datetime) -> int:
    """Delete the entries up to the first that is not older than ``before`` -> how many."""
    mine = Entry.tenant_id == tenant_id
    first_kept = db.scalar(select(func.min(Entry.seq)).where(mine, Entry.at >= before))
    last_cut = select(Entry).where(mine).order_by(Entry.seq.desc()).limit(1)
    last = db.scalars(last_cut.where(Entry.seq < first_kept) if first_kept else last_cut).first()
    if last is None:
        return 0
    append(db, tenant_id, COMMAND, TRIMMED, seq=last.seq, digest=last.digest)
    gone = db.execute(delete(Entry).where(mine, Entry.seq <= last.seq))
    return int(gone.rowcount)  # type: ignore[attr-defined]


class LogEntry(BaseModel):
    """An entry of the log."""

    seq: int
    at: datetime.datetime
    actor: str
    action: str
    pseudonym: str | None
    details: dict[str, Any]
    digest: str


def log_entry(entry: Entry) -> LogEntry:
    """An entry as the API and the pages show it."""
    return LogEntry(
        seq=entry.seq,
        at=entry.at,
        actor=entry.actor,
        action=entry.action,
        pseudonym=entry.pseudonym,
        details=json.loads(entry.details),
        digest=entry.digest,
    )
