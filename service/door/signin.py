"""Who somebody is: a name and a password, a session cookie, an API key.

Passwords are kept as argon2id; tokens and keys, which are random, as SHA-256. Nothing here says whether an account
exists: a wrong name costs as long as a wrong password and is answered alike. A first password, which somebody else has
seen, opens a session in which nothing but another password can be chosen.
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

KEY_PREFIX = "ipsmatch_"  # by which secret scanners know a key, and we tell it from a token
USED_AGAIN = datetime.timedelta(minutes=5)  # how often it is written down that a session is used


@dataclass(frozen=True)
class Attempt:
    """A try to sign in. device: the cookie of a browser that has been signed in; token: of the session it has now."""

    name: str
    password: str
    address: str
    device: str = ""
    token: str = ""


class Opened(NamedTuple):
    """A new session: its user, the token for its cookie, and what the browser is known by from now on."""

    user: User
    token: str
    device: str = ""


def new_key() -> str:
    """An API key, to be shown once."""
    return KEY_PREFIX + secrets.token_urlsafe(32)


def digest(token: str) -> str:
    """What to keep of a token or key. It is random, so that nothing slower is needed."""
    return hashlib.sha256(token.encode()).hexdigest()


def csrf_of(token: str) -> str:
    """What a page must send along to show that it is ours: only who has the session can know it."""
    return hmac.new(token.encode(), b"csrf", "sha256").hexdigest()


def mark_of(user: User) -> str:
    """By which a form shows for whom it was made, also once the session has ended."""
    return hmac.new((user.password or user.subject or "").encode(), f"form {user.id}".encode(), "sha256").hexdigest()


def device_of(user: User, nonce: str) -> str:
    """What a browser shows to be one in which this user has signed in with this password."""
    mark = hmac.new((user.password or "").encode(), f"device {user.id} {nonce}".encode(), "sha256").hexdigest()
    return f"{nonce}.{mark}"


def sign_in(store: Store, passwords: Passwords, rates: Rates, settings: Settings, attempt: Attempt) -> Opened | Refused:
    """Open a session. The refusal is given, not raised: that it happened must be kept.

    The password, which takes long on purpose, is tried before the transaction, so that it holds up nobody.
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


def _device(user: User | None, shown: str) -> str | None:
    """The nonce of a device cookie that is the user's; None where it is not."""
    nonce = shown.partition(".")[0]
    fits = user is not None and nonce and hmac.compare_digest(shown.encode(), device_of(user, nonce).encode())
    return nonce if fits else None


def _wrong(db: Session, user: User, rates: Rates, guess: Guess) -> Refused:
    paused = rates.wrong(guess)
    action = "session.paused" if paused else "session.refused"
    audit.append(db, user.tenant_id, f"user:{user.id}", action, why="password", address=guess.address)
    return Refused("refused.password")


def opened(db: Session, user: User, settings: Settings, by: Literal["password", "issuer"], address: str) -> Opened:
    """A new session of somebody who has shown who they are."""
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
    """Whose session it is, and when it was last used; None where it has ended or was not used for so long."""
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
    """Write down that a session is used."""
    db.execute(update(SignIn).where(SignIn.id == session_id).values(used=now()))


def by_key(db: Session, key: str, *, alive: bool = True) -> Caller | None:
    """Whose key it is; None where it is revoked or past its day, or, with ``alive`` false, where it is not."""
    good = and_(ApiKey.expires > now(), ApiKey.revoked.is_(None))
    row = db.scalars(select(ApiKey).where(ApiKey.digest == digest(key), good if alive else not_(good))).first()
    return Caller(row.id, row.tenant_id, row.role, via="key") if row else None
