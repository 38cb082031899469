"""A tenant to try the pages in, with a user in every role of a person, and invented ads and candidates."""

import secrets
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import select

from matcher import feeds
from matcher.schema import Candidate
from service.ads import vacancies as ads
from service.app import create_app
from service.calls import Access, Service
from service.cases import caseload
from service.cases.profile import Profile
from service.door import tenants
from service.door.passwords import Passwords
from service.phrases import Problem
from service.scope import Caller
from service.settings import Settings
from service.store import Role, Store, Tenant, User
from service.upgrade import upgrade

TENANT, TEAM = "Demo", "nord"
PEOPLE: dict[str, Role] = {
    "konsulent": "consultant",
    "teamleder": "supervisor",
    "administrator": "administrator",
    "administrator-2": "administrator",
}


class SignIn(NamedTuple):
    """The name and password of a user."""

    name: str
    password: str


def make(settings: Settings, vacancies: list[Path], candidates: Path, most: int) -> list[SignIn]:
    """Make the tenant, or find it -> every user's new password. Problem if there is any other tenant."""
    store = Store(settings.database_url)
    upgrade(store.engine)
    with store.reading() as db:
        names = set(db.scalars(select(Tenant.name)))
    if names - {TENANT}:
        raise Problem("stop.real_data", path=settings.data)
    if not names:
        tenants.create(store, Passwords(settings), settings, TENANT, "administrator")
    store.close()
    service: Service = create_app(settings).state.service
    people = _people(service)
    if not names:
        _fill(service, vacancies, candidates, most)
    service.keeper.look()  # so that the first page has lists
    service.store.close()
    return people


def _people(service: Service) -> list[SignIn]:
    people = [SignIn(name, secrets.token_urlsafe(12)) for name in PEOPLE]
    hashes = {person.name: service.passwords.hashed(person.password) for person in people}
    with service.store.writing() as db:
        tenant = db.scalars(select(Tenant.id).where(Tenant.name == TENANT)).one()
        for name, role in PEOPLE.items():
            user = db.scalars(select(User).where(User.name == name)).first()
            user = user or User(tenant_id=tenant, name=name, role=role, team=TEAM if role != "administrator" else None)
            user.password, user.first_until = hashes[name], None
            db.add(user)
    return people


def _fill(service: Service, vacancies: list[Path], candidates: Path, most: int) -> None:
    with service.store.reading() as db:
        user = db.scalars(select(User).where(User.name == next(iter(PEOPLE)))).one()
        access = Access(service, Caller(user.id, user.tenant_id, user.role, user.team), "da")
    for path in vacancies:
        ads.push(access, path)
    people = [c for c in feeds.candidates([candidates]) if isinstance(c, Candidate)]
    with access.writing() as call:
        for number, candidate in enumerate(people[:most], start=1):
            caseload.take_up(call, Profile(label=f"Sag {number:02}", **candidate.model_dump(exclude={"id"})))
