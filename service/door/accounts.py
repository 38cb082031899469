"""Users and keys of a tenant, and the approval of a second administrator.

One administrator alone cannot give anybody access to cases. An act that would do so (``gives_cases``) is kept as an
``Approval`` and carried out when another administrator of the tenant approves it. If the tenant has only one, the
operator approves it by a command. Approving makes the first password or key and shows it once, to the approver.
"""

import datetime
import json
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from service import audit
from service.door import signin
from service.door.passwords import Passwords, easy, new_password
from service.door.rates import Guess, Rates
from service.door.signin import end_sessions
from service.door.tenants import until
from service.problems import Refused
from service.removals import Removals
from service.scope import Caller, Scope
from service.settings import Settings
from service.store import MACHINES, PEOPLE, ApiKey, Approval, Candidate, Entry, Notice, Role, Store, Tenant, User, now

Act = Literal["create", "change", "password", "key"]
SEE_CASES: tuple[Role, ...] = ("consultant", "supervisor")
APPROVAL_DAYS = 14  # after that an act that nobody approved must be asked for again


@dataclass(frozen=True)
class Done:
    """The result of an act: id of the user or key, what is shown once, and the approval if the act waits for one."""

    id: str | None = None
    password: str | None = None
    key: str | None = None
    expires: datetime.datetime | None = None
    approval_id: str | None = None


class Accounts:
    """The acts of an administrator. Passwords are hashed before a transaction, so that no writer waits for it."""

    def __init__(
        self, store: Store, passwords: Passwords, rates: Rates, settings: Settings, removals: Removals
    ) -> None:
        self._store, self._passwords, self._rates = store, passwords, rates
        self._settings, self._removals = settings, removals

    # --- acts ---

    def create(self, caller: Caller, name: str, role: Role, team: str | None) -> Done:
        """Make a user. Refused if the name is taken, or the role is a machine's."""
        _check_role(role, PEOPLE)
        password = new_password()
        hashed = self._passwords.hashed(password)
        with self._store.writing() as db:
            if db.scalars(select(User.id).where(User.name == name)).first():
                raise Refused("refused.conflict")
            waits = role in ("supervisor", "administrator")
            user = User(tenant_id=caller.tenant_id, name=name, role=role, team=team, active=not waits)
            db.add(user)
            db.flush()
            if waits:
                return self._ask(db, caller, "create", user, {"role": role, "team": team})
            user.password, user.first_until = hashed, until(self._settings)
            _log(db, caller, "user.created", user=user.id, role=role, team=team)
            return Done(user.id, password=password)

    def change(self, caller: Caller, user_id: str, change: dict[str, Any]) -> tuple[User, Done]:
        """Change role, team or active; another role or shutting out ends the sessions. change: field -> value."""
        if "role" in change:
            _check_role(change["role"], PEOPLE)
        with self._store.writing() as db:
            if {"role", "active"} & change.keys():
                _lock_administrators(db, caller.tenant_id)
            user = _user(db, caller, user_id)
            change = {name: value for name, value in change.items() if getattr(user, name) != value}
            if gives_cases(user, change, has_cases=_owns_cases(db, user)):
                after = {"role": user.role, "team": user.team, "active": user.active} | change
                return user, self._ask(db, caller, "change", user, after)
            self._change(db, caller.tenant_id, audit.of_caller(caller), user, change)
            return user, Done(user.id)

    def reset_password(self, caller: Caller, user_id: str) -> Done:
        """Make another first password for a user who has lost theirs; ends the user's sessions."""
        password = new_password()
        hashed = self._passwords.hashed(password)
        with self._store.writing() as db:
            user = _user(db, caller, user_id)
            if user.subject is not None:
                raise Refused("refused.not_found")
            if _has_cases(db, user):
                return self._ask(db, caller, "password", user, {})
            self._reset(db, caller.tenant_id, audit.of_caller(caller), user, hashed)
            return Done(user.id, password=password)

    def create_key(self, caller: Caller, name: str, role: Role, days: int) -> Done:
        """Make a key for a machine; it is shown once."""
        _check_role(role, MACHINES)
        if days > self._settings.key_days:
            raise Refused("refused.request", [("days", "less_than_equal", {"le": self._settings.key_days})])
        with self._store.writing() as db:
            if role == "scorer":
                return self._ask(db, caller, "key", None, {"name": name, "role": role, "days": days})
            return _new_key(db, caller.tenant_id, audit.of_caller(caller), name, role, days)

    def revoke_key(self, caller: Caller, key_id: str) -> None:
        """Revoke a key at once."""
        with self._store.writing() as db:
            key = db.scalars(Scope(caller).keys().where(ApiKey.id == key_id)).first()
            if key is None:
                raise Refused("refused.not_found")
            key.revoked = key.revoked or now()
            self._removals.note(_log(db, caller, "key.revoked", key=key.id), "key", key.id)

    def end_sessions(self, caller: Caller, user_id: str) -> None:
        """End all sessions of a user."""
        with self._store.writing() as db:
            user = _user(db, caller, user_id)
            end_sessions(db, user.id)
            _log(db, caller, "sessions.ended", user=user.id)

    def change_password(self, caller: Caller, old_password: str, chosen_password: str) -> None:
        """Change the caller's own password; ends all their sessions. A wrong old one counts like one at sign-in."""
        with self._store.reading() as db:
            user = db.get_one(User, caller.id)
            tenant = db.get_one(Tenant, caller.tenant_id).name
        guess = Guess(user.id, "", device="own password")
        self._rates.check(guess)
        if not self._passwords.fit(old_password, user.password):
            self._rates.wrong(guess)
            with self._store.writing() as db:
                _log(db, caller, "password.refused")
            raise Refused("refused.request", [("old", "old_password", {})])
        if chosen_password == old_password:
            raise Refused("refused.request", [("new", "same_password", {})])
        if easy(chosen_password, user.name, tenant, user.team or ""):
            raise Refused("refused.request", [("new", "easy_password", {})])
        hashed = self._passwords.hashed(chosen_password)
        with self._store.writing() as db:
            row = db.get_one(User, caller.id, with_for_update=True)
            if row.password != user.password:
                raise Refused("refused.changed")
            row.password, row.first_until = hashed, None
            end_sessions(db, row.id)
            self._removals.note(_log(db, caller, "password.changed"), "password", row.id)

    # --- approval ---

    def approve(self, approval_id: str, caller: Caller | None) -> Done:
        """Approve the act of another administrator, and carry it out. caller None: the operator, by a command."""
        password = new_password()
        hashed = self._passwords.hashed(password)
        with self._store.writing() as db:
            approval = self._waiting(db, approval_id, caller)
            actor = audit.of_caller(caller) if caller else audit.COMMAND
            self._answer(db, approval, actor, "approved")
            change = json.loads(approval.change)
            if approval.act == "key":
                return _new_key(db, approval.tenant_id, actor, change["name"], change["role"], change["days"])
            _lock_administrators(db, approval.tenant_id)
            user = db.get_one(User, approval.user_id, with_for_update=True)
            if approval.act == "change":
                other = {name: value for name, value in change.items() if getattr(user, name) != value}
                self._change(db, approval.tenant_id, actor, user, other)
                return Done(user.id)
            if approval.act == "create":
                user.active, user.role, user.team = True, change["role"], change["team"]
            self._reset(db, approval.tenant_id, actor, user, hashed)
            return Done(user.id, password=password)

    def decline(self, approval_id: str, caller: Caller) -> None:
        """Decline an act, or take back one's own; a user who waits to be made is deleted."""
        with self._store.writing() as db:
            approval = self._waiting(db, approval_id, caller, no=True)
            self._answer(db, approval, audit.of_caller(caller), "declined")
            user = db.get(User, approval.user_id) if approval.act == "create" else None
            if user:
                db.delete(approval)
                db.flush()
                db.delete(user)

    def _ask(self, db: Session, caller: Caller, act: Act, user: User | None, change: dict[str, Any]) -> Done:
        user_id = user.id if user else None
        approval = Approval(
            tenant_id=caller.tenant_id, user_id=user_id, act=act, change=json.dumps(change), by=caller.id
        )
        db.add(approval)
        db.flush()
        _log(db, caller, "approval.asked", approval=approval.id, act=act, user=user_id, **change)
        return Done(user_id, approval_id=approval.id)

    def _waiting(self, db: Session, approval_id: str, caller: Caller | None, *, no: bool = False) -> Approval:
        query = select(Approval).where(Approval.id == approval_id, Approval.answer.is_(None)).with_for_update()
        approval = db.scalars(query.where(Approval.tenant_id == caller.tenant_id) if caller else query).first()
        if approval is None or not (no or stands(db, approval)):
            raise Refused("refused.not_found")
        if caller and not no and approval.by == caller.id:
            raise Refused("refused.own_approval")
        return approval

    def _answer(self, db: Session, approval: Approval, actor: str, answer: str) -> None:
        approval.answer, approval.answered_by, approval.answered = answer, actor, now()
        details = {"approval": approval.id, "act": approval.act, "user": approval.user_id, "asked_by": approval.by}
        audit.append(db, approval.tenant_id, actor, f"approval.{answer}", **details)

    # --- changes, once permitted ---

    def _change(self, db: Session, tenant_id: str, actor: str, user: User, change: dict[str, Any]) -> None:
        before = {name: getattr(user, name) for name in change}
        _check_last(db, user, change)
        for name, value in change.items():
            setattr(user, name, value)
        if "role" in change or not user.active:
            end_sessions(db, user.id)
        values = {name: [before[name], value] for name, value in change.items()}
        entry = audit.append(db, tenant_id, actor, "user.changed", user=user.id, changed=values)
        if change:
            self._removals.note(entry, "user", user.id, role=user.role, team=user.team, active=user.active)

    def _reset(self, db: Session, tenant_id: str, actor: str, user: User, hashed: str) -> None:
        user.password, user.first_until = hashed, until(self._settings)
        end_sessions(db, user.id)
        entry = audit.append(db, tenant_id, actor, "password.reset", user=user.id, role=user.role, team=user.team)
        self._removals.note(entry, "password", user.id)


def gives_cases(user: User, change: dict[str, Any], *, has_cases: bool) -> bool:
    """Whether a change gives the user, or the team's supervisors, access to cases they could not reach before.

    Becoming an administrator counts, because an administrator can approve. A role that sees cases counts for an
    inactive user too, because coming back is a small step. A new team counts if the user owns cases, whatever the role,
    active or not: its supervisors then reach them. has_cases: whether the user owns any.
    """
    role = change.get("role", user.role)
    returns = change.get("active") is True
    joins = "team" in change and change["team"] is not None
    if joins and has_cases:
        return True
    if role == "administrator":
        return "role" in change or returns
    return role in SEE_CASES and ("role" in change or joins or returns)


def stands(db: Session, approval: Approval) -> bool:
    """Whether an act may still be approved: it is not too old, and its author is still an active administrator."""
    asked_by = db.get(User, approval.by)
    is_old = approval.at <= now() - datetime.timedelta(days=APPROVAL_DAYS)
    return not is_old and asked_by is not None and asked_by.active and asked_by.role == "administrator"


def _lock_administrators(db: Session, tenant_id: str) -> None:
    """Lock the tenant for a change of administrators: two who shut out each other at once would deadlock."""
    db.execute(select(Tenant.id).where(Tenant.id == tenant_id).with_for_update())


def _owns_cases(db: Session, user: User) -> bool:
    return db.scalars(select(Candidate.id).where(Candidate.owner_id == user.id).limit(1)).first() is not None


def _has_cases(db: Session, user: User) -> bool:
    """Whether this user's password opens cases, notices of cases, or approvals."""
    if user.role in ("supervisor", "administrator"):
        return True
    is_told = db.scalars(select(Notice.id).where(Notice.user_id == user.id).limit(1)).first() is not None
    return is_told or _owns_cases(db, user)


def _check_role(role: Role, roles: tuple[Role, ...]) -> None:
    if role not in roles:
        raise Refused("refused.request", [("role", "literal_error", {"expected": ", ".join(roles)})])


def _check_last(db: Session, user: User, change: dict[str, Any]) -> None:
    """Refused if the tenant would have no administrator left."""
    stays = change.get("role", user.role) == "administrator" and change.get("active", user.active)
    if user.role != "administrator" or not user.active or stays:
        return
    query = select(User.id).where(User.tenant_id == user.tenant_id, User.role == "administrator", User.active)
    if set(db.scalars(query.with_for_update())) <= {user.id}:
        raise Refused("refused.last_administrator")


def _user(db: Session, caller: Caller, user_id: str) -> User:
    user: User | None = db.scalars(Scope(caller).users().where(User.id == user_id).with_for_update()).first()
    if user is None:
        raise Refused("refused.not_found")
    return user


def _new_key(db: Session, tenant_id: str, actor: str, name: str, role: Role, days: int) -> Done:
    text = signin.new_key()
    expires = now() + datetime.timedelta(days=days)
    key = ApiKey(tenant_id=tenant_id, name=name, digest=signin.digest(text), role=role, expires=expires)
    db.add(key)
    db.flush()
    audit.append(db, tenant_id, actor, "key.created", key=key.id, role=role, days=days)
    return Done(key.id, key=text, expires=expires)


def _log(db: Session, caller: Caller, action: str, **details: Any) -> Entry:
    return audit.append(db, caller.tenant_id, audit.of_caller(caller), action, **details)
