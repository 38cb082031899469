"""A new tenant and its first administrator."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.phrases import Problem
from service import audit
from service.signin import Passwords, new_password
from service.store import Chain, Tenant, User


def create(db: Session, passwords: Passwords, name: str, administrator: str) -> str:
    """Make the tenant, its log and an administrator -> the first password; Problem where a name is taken."""
    if db.scalars(select(Tenant.id).where(Tenant.name == name)).first():
        raise Problem("stop.taken", name=name)
    if db.scalars(select(User.id).where(User.name == administrator)).first():
        raise Problem("stop.taken", name=administrator)
    password = new_password()
    tenant = Tenant(name=name)
    db.add(tenant)
    db.flush()
    user = User(tenant_id=tenant.id, name=administrator, password=passwords.hashed(password), role="administrator")
    db.add_all([Chain(tenant_id=tenant.id), user])
    db.flush()
    audit.append(db, tenant.id, audit.COMMAND, "tenant.created", user=user.id)
    return password
