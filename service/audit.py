"""The log of who did what about whom: appended to and chained, never changed.

Each entry's digest covers its fields and the digest before it, so that an entry changed, put in or taken out shows
(``verify``); ``Chain`` holds the end, so that entries cut off at the end show too. A candidate is named by a pseudonym
whose key goes with the candidate, and no entry holds what was said of anybody. Someone who can write the database and
knows how can forge a whole chain: keep the head that ``verify`` prints elsewhere.

Entries past their retention are cut off at the beginning, by whole entries; the log then says so itself, with the
number and digest of the last one that went.
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

COMMAND = "command"  # the actor of what was done on the command line
TRIMMED = "log.trimmed"
RESTORED = "database.restored"


class Broken(NamedTuple):
    """Where a chain does not hold."""

    seq: int
    why: str


class Line(NamedTuple):
    """What is to be logged: what was done, to whom, and the particulars."""

    action: str
    pseudonym: str | None = None
    details: dict[str, Any] = {}


def append(db: Session, tenant_id: str, actor: str, action: str, pseudonym: str | None = None, **details: Any) -> Entry:
    """Add an entry, as part of the session's transaction: what is not logged did not happen."""
    return append_all(db, tenant_id, actor, [Line(action, pseudonym, details)])[0]


def append_all(db: Session, tenant_id: str, actor: str, lines: Sequence[Line]) -> list[Entry]:
    """Add entries in this order; three statements, however many they are."""
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
    """How the log names who asked."""
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
    """The first place where a tenant's log does not hold; None where all of it does. most: only so many, the latest."""
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
    """Number and digest of the entry before the latest ``most``; None where there are no more than these."""
    if most is None:
        return None
    start = db.get(Entry, (tenant_id, db.get_one(Chain, tenant_id).seq - most))
    return (start.seq, start.digest) if start else None


def holds_head(db: Session, tenant_id: str, seq: int, head: str) -> bool | None:
    """Whether the log still has the head that ``verify`` printed earlier; None where retention has taken it."""
    cut = _last_cut(db, tenant_id)
    if seq < cut["seq"]:
        return None
    if seq == cut["seq"]:
        return bool(cut["digest"] == head)
    return db.scalar(select(Entry.digest).where(Entry.tenant_id == tenant_id, Entry.seq == seq)) == head


def replayed(db: Session, tenant_id: str) -> int:
    """Up to which line of the removals' file a restore has carried out again what was done; 0 where there was none."""
    return int(_last(db, tenant_id, RESTORED).get("lines", 0))


def _last_cut(db: Session, tenant_id: str) -> dict[str, Any]:
    """Number and digest of the last entry that retention took."""
    return _last(db, tenant_id, TRIMMED) or {"seq": 0, "digest": ""}


def _last(db: Session, tenant_id: str, action: str) -> dict[str, Any]:
    query = select(Entry.details).where(Entry.tenant_id == tenant_id, Entry.action == action)
    details = db.scalars(query.order_by(Entry.seq.desc()).limit(1)).first()
    return dict(json.loads(details)) if details else {}


def trim(db: Session, tenant_id: str, before: datetime.datetime) -> int:
    """Take out the entries up to the first that is not older than ``before``; how many went."""
    mine = Entry.tenant_id == tenant_id
    first_kept = db.scalar(select(func.min(Entry.seq)).where(mine, Entry.at >= before))
    last_cut = select(Entry).where(mine).order_by(Entry.seq.desc()).limit(1)
    last = db.scalars(last_cut.where(Entry.seq < first_kept) if first_kept else last_cut).first()
    if last is None:
        return 0
    append(db, tenant_id, COMMAND, TRIMMED, seq=last.seq, digest=last.digest)
    gone = db.execute(delete(Entry).where(mine, Entry.seq <= last.seq))
    return int(gone.rowcount)  # type: ignore[attr-defined]


class Shown(BaseModel):
    """An entry of the log."""

    seq: int
    at: datetime.datetime
    actor: str
    action: str
    pseudonym: str | None
    details: dict[str, Any]
    digest: str


def shown(entry: Entry) -> Shown:
    """An entry as it is shown."""
    return Shown(
        seq=entry.seq,
        at=entry.at,
        actor=entry.actor,
        action=entry.action,
        pseudonym=entry.pseudonym,
        details=json.loads(entry.details),
        digest=entry.digest,
    )
