"""A place to try the pages in: a tenant with a consultant and a supervisor, invented vacancies and candidates."""

from pathlib import Path
from typing import NamedTuple

from fastapi import Response
from sqlalchemy import select

from matcher import feeds
from matcher.schema import Candidate
from service import signin, tenants
from service.api import candidates as candidate_api
from service.api import vacancies as vacancy_api
from service.app import create_app
from service.calls import Asking, Service
from service.profile import Profile
from service.scope import Caller
from service.settings import Settings
from service.store import Store, Tenant, User
from service.upgrade import upgrade

TENANT, TEAM = "Demo", "nord"
PEOPLE = {"konsulent": "consultant", "teamleder": "supervisor"}


class SignIn(NamedTuple):
    """How to sign in."""

    name: str
    password: str


def make(settings: Settings, vacancies: list[Path], candidates: Path, most: int) -> list[SignIn]:
    """Make the place, or find it there -> everybody's new password."""
    store = Store(settings.database_url)
    upgrade(store.engine)
    with store.writing() as db:
        there = db.scalars(select(Tenant.id).where(Tenant.name == TENANT)).first()
        if there is None:
            tenants.create(db, signin.Passwords(settings), TENANT, "administrator")
    store.close()
    service: Service = create_app(settings).state.service
    people = _people(service)
    if there is None:
        _fill(service, vacancies, candidates, most)
    service.keeper.look()  # so that the first page has lists
    service.store.close()
    return people


def _people(service: Service) -> list[SignIn]:
    made = []
    with service.store.writing() as db:
        tenant = db.scalars(select(Tenant.id).where(Tenant.name == TENANT)).one()
        for name, role in PEOPLE.items():
            password = signin.new_password()
            user = db.scalars(select(User).where(User.name == name)).first()
            user = user or User(tenant_id=tenant, name=name, role=role, team=TEAM)
            user.password, user.failures, user.locked_until = service.passwords.hashed(password), 0, None
            db.add(user)
            made.append(SignIn(name, password))
    return made


def _fill(service: Service, vacancies: list[Path], candidates: Path, most: int) -> None:
    with service.store.reading() as db:
        user = db.scalars(select(User).where(User.name == next(iter(PEOPLE)))).one()
        asking = Asking(service, Caller(user.id, user.tenant_id, user.role, user.team), "da", None)
    for path in vacancies:
        vacancy_api.push(asking, path)
    found = [c for c in feeds.candidates([candidates]) if isinstance(c, Candidate)]
    with asking.writing() as call:
        for number, candidate in enumerate(found[:most], start=1):
            said = candidate.model_dump(exclude={"id"})
            candidate_api.create(Profile(label=f"Sag {number:02}", **said), Response(), call)
