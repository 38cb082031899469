"""Who somebody is: a name and a password, a session cookie, an API key.

Passwords are kept as argon2id; tokens and keys, which are random, as SHA-256. Nothing here says whether an account
exists: a wrong name costs as long as a wrong password and is answered alike.
"""

import datetime
import hashlib
import hmac
import secrets
from typing import Literal, NamedTuple

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import and_, delete, not_, select
from sqlalchemy.orm import Session

from service import audit
from service.problems import Refused
from service.scope import Caller
from service.settings import Settings
from service.store import ApiKey, SignIn, Store, User, now

KEY_PREFIX = "ipsmatch_"  # by which secret scanners know a key, and we tell it from a token
LEAST_PASSWORD = 12  # characters
MOST_PASSWORD = 256


class Opened(NamedTuple):
    """A new session: its user and the token for the cookie."""

    user: User
    token: str


class Passwords:
    """argon2id with the installation's cost."""

    def __init__(self, settings: Settings) -> None:
        self._hasher = PasswordHasher(time_cost=settings.argon2_time, memory_cost=settings.argon2_memory_kib)
        self._nobodys = self._hasher.hash(secrets.token_hex(16))

    def hashed(self, password: str) -> str:
        """What to keep of a password."""
        return self._hasher.hash(password)

    def fit(self, password: str, kept: str | None) -> bool:
        """Whether it is the password; takes as long where there is none."""
        try:
            return self._hasher.verify(kept or self._nobodys, password) and kept is not None
        except (VerificationError, InvalidHashError):
            return False


def new_password() -> str:
    """A first password, to be handed over and changed."""
    return secrets.token_urlsafe(15)


def new_key() -> str:
    """An API key, to be shown once."""
    return KEY_PREFIX + secrets.token_urlsafe(32)


def digest(token: str) -> str:
    """What to keep of a token or key. It is random, so that nothing slower is needed."""
    return hashlib.sha256(token.encode()).hexdigest()


def csrf_of(token: str) -> str:
    """What a page must send along to show that it is ours: only who has the session can know it."""
    return hmac.new(token.encode(), b"csrf", "sha256").hexdigest()


def sign_in(store: Store, passwords: Passwords, settings: Settings, name: str, password: str) -> Opened | Refused:
    """Open a session. The refusal is given, not raised: that it happened must be kept.

    The password, which takes long on purpose, is tried before the transaction, so that it holds up nobody.
    """
    query = select(User).where(User.name == name, User.active)
    with store.reading() as db:
        user = db.scalars(query).first()
    fits = passwords.fit(password, user.password if user else None)
    with store.writing() as db:
        current = db.scalars(query.with_for_update()).first()
        if user is None or current is None or current.password != user.password:
            return Refused("refused.password")
        return _tried(db, current, settings, fits=fits)


def _tried(db: Session, user: User, settings: Settings, *, fits: bool) -> Opened | Refused:
    if user.locked_until and user.locked_until > now():
        return Refused("refused.password")  # as for a name that does not exist
    if not fits:
        return _failed(db, user, settings)
    user.failures, user.locked_until = 0, None
    return opened(db, user, settings, by="password")


def opened(db: Session, user: User, settings: Settings, by: Literal["password", "issuer"]) -> Opened:
    """A new session of somebody who has shown who they are."""
    token = secrets.token_urlsafe(32)
    db.add(
        SignIn(digest=digest(token), user_id=user.id, expires=now() + datetime.timedelta(hours=settings.session_hours))
    )
    audit.append(db, user.tenant_id, f"user:{user.id}", "session.opened", by=by)
    return Opened(user, token)


def _failed(db: Session, user: User, settings: Settings) -> Refused:
    user.failures += 1
    locked = user.failures >= settings.lockout_failures
    if locked:
        user.failures, user.locked_until = 0, now() + datetime.timedelta(minutes=settings.lockout_minutes)
    audit.append(db, user.tenant_id, f"user:{user.id}", "session.locked" if locked else "session.refused")
    return Refused("refused.password")


def sign_out(db: Session, token: str) -> None:
    """End the session of a token."""
    db.execute(delete(SignIn).where(SignIn.digest == digest(token)))


def end_sessions(db: Session, user: User) -> None:
    """End all sessions of a user: the password has changed, or the person has left."""
    db.execute(delete(SignIn).where(SignIn.user_id == user.id))


def by_session(db: Session, token: str) -> Caller | None:
    """Whose session it is; None where it has ended."""
    query = select(User).join(SignIn, SignIn.user_id == User.id)
    query = query.where(SignIn.digest == digest(token), SignIn.expires > now(), User.active)
    user = db.scalars(query).first()
    return Caller(user.id, user.tenant_id, user.role, user.team) if user else None


def by_key(db: Session, key: str, *, alive: bool = True) -> Caller | None:
    """Whose key it is; None where it is revoked or past its day, or, with ``alive`` false, where it is not."""
    fits = and_(ApiKey.expires > now(), ApiKey.revoked.is_(None))
    found = db.scalars(select(ApiKey).where(ApiKey.digest == digest(key), fits if alive else not_(fits))).first()
    return Caller(found.id, found.tenant_id, found.role, via="key") if found else None
