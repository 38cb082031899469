"""Identifies a caller by name and password, session cookie or API key.

Passwords are kept as argon2id; tokens and keys, which are random, as SHA-256. No answer says whether an account exists:
a wrong name takes as long as a wrong password and gets the same answer. A first password, which somebody else has seen,
opens a session for nothing but choosing another password.
"""

import datetime
import hashlib
import hmac
import secrets
from dataclasses import dataclass
from typing import Literal, NamedTuple

from sqlalchemy import and_, delete, not_, select, update
from sqlalchemy.orm import Session

from service import audit
from service.door.passwords import Passwords
from service.door.rates import Guess, Rates
from service.problems import Refused
from service.scope import Caller
from service.settings import Settings
from service.store import ApiKey, SignIn, Store, User, now

KEY_PREFIX = "ipsmatch_"  # tells a key from a token, for us and for secret scanners
USED_AGAIN = datetime.timedelta(minutes=5)  # between two writes of when a session was last used


@dataclass(frozen=True)
class Attempt:
    """A try to sign in. device: the browser's device cookie; token: of its present session."""

    name: str
    password: str
    address: str
    device: str = ""
    token: str = ""


class Opened(NamedTuple):
    """A new session: its user, the token for its cookie, and the value of the device cookie."""

    user: User
    token: str
    device: str = ""


def new_key() -> str:
    """An API key, to be shown once."""
    return KEY_PREFIX + secrets.token_urlsafe(32)


def digest(token: str) -> str:
    """The SHA-256 of a token or key, to be kept. Tokens are random, so that no slower hash is needed."""
    return hashlib.sha256(token.encode()).hexdigest()


def csrf_of(token: str) -> str:
    """The CSRF token of a session, by which a page shows that it is ours."""
    return hmac.new(token.encode(), b"csrf", "sha256").hexdigest()


def mark_of(user: User) -> str:
    """A mark in a form that shows which user it was made for, also after the session has ended."""
    return hmac.new((user.password or user.subject or "").encode(), f"form {user.id}".encode(), "sha256").hexdigest()


def device_of(user: User, nonce: str) -> str:
    """The value of the device cookie: this user has signed in with the present password in that browser."""
    mark = hmac.new((user.password or "").encode(), f"device {user.id} {nonce}".encode(), "sha256").hexdigest()
    return f"{nonce}.{mark}"


def sign_in(store: Store, passwords: Passwords, rates: Rates, settings: Settings, attempt: Attempt) -> Opened | Refused:
    """Open a session. A refusal is returned, not raised, so that its log entry is kept.

    The password is checked before the transaction: the check is slow on purpose, and would hold up other writers.
    """
    query = select(User).where(User.name == attempt.name, User.active)
    with store.reading() as db:
        user = db.scalars(query).first()
    guess = Guess(attempt.name, attempt.address, _device(user, attempt.device))
    try:
        rates.check(guess)
    except Refused as refusal:
        return refusal
    fits = passwords.fit(attempt.password, user.password if user else None)
    with store.writing() as db:
        current = db.scalars(query.with_for_update()).first()
        if user is None or current is None or current.password != user.password:
            rates.wrong(guess)
            return Refused("refused.password")
        if not fits:
            return _wrong(db, current, rates, guess)
        rates.right(guess)
        if current.first_until and current.first_until < now():
            audit.append(db, user.tenant_id, f"user:{user.id}", "session.refused", why="first_password_expired")
            return Refused("refused.first_expired")
        sign_out(db, attempt.token)
        return opened(db, current, settings, by="password", address=attempt.address)


def _device(user: User | None, cookie: str) -> str | None:
    """The nonce of the user's device cookie; None if the cookie is not the user's."""
    nonce = cookie.partition(".")[0]
    fits = user is not None and nonce and hmac.compare_digest(cookie.encode(), device_of(user, nonce).encode())
    return nonce if fits else None


def _wrong(db: Session, user: User, rates: Rates, guess: Guess) -> Refused:
    paused = rates.wrong(guess)
    action = "session.paused" if paused else "session.refused"
    audit.append(db, user.tenant_id, f"user:{user.id}", action, why="password", address=guess.address)
    return Refused("refused.password")


def opened(db: Session, user: User, settings: Settings, by: Literal["password", "issuer"], address: str) -> Opened:
    """Open a session for a user who has been identified."""
    token = secrets.token_urlsafe(32)
    expires = now() + datetime.timedelta(hours=settings.session_hours)
    db.add(SignIn(digest=digest(token), user_id=user.id, expires=expires))
    audit.append(db, user.tenant_id, f"user:{user.id}", "session.opened", by=by, address=address)
    return Opened(user, token, device_of(user, secrets.token_hex(16)))


def sign_out(db: Session, token: str) -> None:
    """End the session of a token."""
    if token:
        db.execute(delete(SignIn).where(SignIn.digest == digest(token)))


def end_sessions(db: Session, user_id: str) -> None:
    """End all sessions of a user: the password has changed, or the person has left."""
    db.execute(delete(SignIn).where(SignIn.user_id == user_id))


def by_session(db: Session, token: str, idle: datetime.timedelta) -> tuple[Caller, datetime.datetime] | None:
    """The session's user, and when it was last used; None if it has ended or was not used for ``idle``."""
    moment = now()
    query = select(User, SignIn.id, SignIn.used).join(SignIn, SignIn.user_id == User.id)
    alive = (SignIn.expires > moment) & (SignIn.used > moment - idle) & User.active
    row = db.execute(query.where(SignIn.digest == digest(token), alive)).first()
    if row is None:
        return None
    user, id_, used = row
    first = user.first_until is not None
    return Caller(user.id, user.tenant_id, user.role, user.team, session=id_, first=first), used


def touch(db: Session, session_id: str) -> None:
    """Write down that a session is in use."""
    db.execute(update(SignIn).where(SignIn.id == session_id).values(used=now()))


def by_key(db: Session, key: str, *, alive: bool = True) -> Caller | None:
    """The machine of a key; None if it is revoked or expired. alive: False finds only revoked and expired keys."""
    good = and_(ApiKey.expires > now(), ApiKey.revoked.is_(None))
    row = db.scalars(select(ApiKey).where(ApiKey.digest == digest(key), good if alive else not_(good))).first()
    return Caller(row.id, row.tenant_id, row.role, via="key") if row else None
