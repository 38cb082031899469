"""Makes and deletes tenants, makes administrators by command, and keeps a tenant's choices."""

import datetime
from typing import Any

from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from matcher.schema import HELD
from service import audit
from service.door.names import PlaceName
from service.door.passwords import Passwords, new_password
from service.door.signin import end_sessions
from service.phrases import Problem
from service.removals import Removals
from service.scope import Caller
from service.settings import LEAST_LOG_MONTHS, Settings
from service.store import (
    Answered,
    ApiKey,
    Approval,
    Candidate,
    CandidateVersion,
    CaseEvent,
    Chain,
    Contact,
    ContactWish,
    Count,
    CountedCase,
    Decision,
    Delivery,
    Disclosure,
    Employer,
    EmployerName,
    Entry,
    Notice,
    Placement,
    Proposal,
    Run,
    RunList,
    SignIn,
    Store,
    Tenant,
    User,
    Vacancy,
    now,
)

OF_CASES = (
    RunList,
    Proposal,
    Decision,
    CaseEvent,
    Notice,
    ContactWish,
    Disclosure,
    Placement,
    CountedCase,
    CandidateVersion,
)


class Chosen(BaseModel):
    """The choices of a tenant's administrators; empty and None: the installation's.

    name, consultant, supervisor: names of the tenant and of these roles on the pages. keep_…: months of retention,
    never longer than the installation's.
    """

    model_config = ConfigDict(extra="forbid", hide_input_in_errors=True, str_strip_whitespace=True)

    name: PlaceName = ""
    consultant: PlaceName = ""
    supervisor: PlaceName = ""
    keep_closed_months: int | None = Field(default=None, ge=1)
    keep_withdrawn_months: int | None = Field(default=None, ge=1)
    keep_contacts_months: int | None = Field(default=None, ge=1)
    keep_log_months: int | None = Field(default=None, ge=LEAST_LOG_MONTHS)

    def months(self, settings: Settings) -> dict[str, int]:
        """Months of retention in force, by the names of the settings."""
        names = [name for name in type(self).model_fields if name.startswith("keep_")]
        return {name: min(getattr(self, name) or getattr(settings, name), getattr(settings, name)) for name in names}


def chosen(tenant: Tenant) -> Chosen:
    """The tenant's choices."""
    return Chosen.model_validate_json(tenant.chosen, context=HELD)


def called(tenant: Tenant) -> str:
    """The tenant's name on the pages."""
    return chosen(tenant).name or tenant.name


def is_empty(db: Session) -> bool:
    """Whether there is no tenant yet."""
    return db.scalars(select(Tenant.id).limit(1)).first() is None


def choose(db: Session, caller: Caller, choice: Chosen) -> None:
    """Replace the tenant's choices. The log has the new months, and of a name only that it was changed."""
    tenant = db.get_one(Tenant, caller.tenant_id, with_for_update=True)
    before = chosen(tenant)
    tenant.chosen = choice.model_dump_json()
    names = [name for name in Chosen.model_fields if getattr(before, name) != getattr(choice, name)]
    months = {name: getattr(choice, name) for name in names if name.startswith("keep_")}
    audit.append(db, tenant.id, audit.of_caller(caller), "tenant.changed", fields=names, **months)


def create(store: Store, passwords: Passwords, settings: Settings, name: str, administrator: str) -> str:
    """Make a tenant, its log and an administrator -> the first password. Problem if a name is taken."""
    password = new_password()
    hashed = passwords.hashed(password)
    with store.writing() as db:
        if db.scalars(select(Tenant.id).where(Tenant.name == name)).first():
            raise Problem("stop.taken", name=name)
        if db.scalars(select(User.id).where(User.name == administrator)).first():
            raise Problem("stop.taken", name=administrator)
        tenant = Tenant(name=name)
        db.add(tenant)
        db.flush()
        user = User(
            tenant_id=tenant.id, name=administrator, password=hashed, role="administrator", first_until=until(settings)
        )
        db.add_all([Chain(tenant_id=tenant.id), user])
        db.flush()
        audit.append(db, tenant.id, audit.COMMAND, "tenant.created", user=user.id)
    return password


def until(settings: Settings) -> datetime.datetime:
    """The end of a first password that is made now."""
    return now() + datetime.timedelta(days=settings.first_password_days)


def administrator(
    store: Store, passwords: Passwords, settings: Settings, removals: Removals, tenant: str, name: str
) -> str:
    """Make an existing or a new user an administrator -> the first password.

    For a tenant that has lost its administrators or needs a second one. Problem if the tenant does not exist, or if the
    name is another tenant's or the issuer's.
    """
    password = new_password()
    hashed = passwords.hashed(password)
    with store.writing() as db:
        tenant_id = _tenant(db, tenant).id
        user = db.scalars(select(User).where(User.name == name).with_for_update()).first()
        if user is None:
            user = User(tenant_id=tenant_id, name=name)
            db.add(user)
        elif user.tenant_id != tenant_id or user.subject:
            raise Problem("stop.taken", name=name)
        user.role, user.active = "administrator", True
        user.password, user.first_until = hashed, until(settings)
        db.flush()
        end_sessions(db, user.id)
        entry = audit.append(db, tenant_id, audit.COMMAND, "user.made_administrator", user=user.id)
        removals.note(entry, "password", user.id)
    return password


def remove_user(db: Session, tenant: str, name: str) -> tuple[Entry, str]:
    """Delete a user -> the log entry, and the user's id. Log entries about that id stay.

    Problem if the user does not exist or has candidates: hand these over or delete them first.
    """
    tenant_id = _tenant(db, tenant).id
    user = db.scalars(select(User).where(User.tenant_id == tenant_id, User.name == name).with_for_update()).first()
    if user is None:
        raise Problem("stop.no_user", tenant=tenant, name=name)
    cases = len(db.scalars(select(Candidate.id).where(Candidate.owner_id == user.id)).all())
    if cases:
        raise Problem("stop.has_cases", name=name, cases=cases)
    user_id = user.id
    erase_user(db, user_id)
    return audit.append(db, tenant_id, audit.COMMAND, "user.deleted", user=user_id), user_id


def remove_tenant(db: Session, tenant: str) -> str:
    """Delete a tenant and all its data, the log too -> its id. Problem if it does not exist."""
    tenant_id = _tenant(db, tenant).id
    erase_tenant(db, tenant_id)
    return tenant_id


def erase_user(db: Session, user_id: str) -> None:
    """Delete a user's rows: sessions, approvals, notices, answers, user. The user must own no candidates."""
    for table in (SignIn, Approval, Notice):
        db.execute(delete(table).where(table.user_id == user_id))
    db.execute(delete(Answered).where(Answered.caller == user_id))
    db.execute(delete(User).where(User.id == user_id))


def erase_tenant(db: Session, tenant_id: str) -> None:
    """Delete a tenant's rows: first those that refer to others."""
    cases = select(Candidate.id).where(Candidate.tenant_id == tenant_id)
    users = select(User.id).where(User.tenant_id == tenant_id)
    deletions: list[Any] = [delete(table).where(table.candidate_id.in_(cases)) for table in OF_CASES]
    keys = select(ApiKey.id).where(ApiKey.tenant_id == tenant_id)
    deletions += [delete(SignIn).where(SignIn.user_id.in_(users))]
    deletions += [delete(Answered).where(Answered.caller.in_(callers)) for callers in (users, keys)]
    deletions += [
        delete(t).where(t.tenant_id == tenant_id)
        for t in (
            Candidate,
            Contact,
            EmployerName,
            Employer,
            Count,
            Run,
            Approval,
            ApiKey,
            User,
            Delivery,
            Vacancy,
            Entry,
            Chain,
        )
    ]
    for statement in [*deletions, delete(Tenant).where(Tenant.id == tenant_id)]:
        db.execute(statement.execution_options(synchronize_session=False))


def _tenant(db: Session, name: str) -> Tenant:
    row = db.scalars(select(Tenant).where(Tenant.name == name)).first()
    if row is None:
        raise Problem("stop.no_tenant", name=name)
    return row
