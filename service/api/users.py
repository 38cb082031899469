"""Users and API keys of a tenant, for its administrator. Nothing here shows a candidate."""

import datetime
from typing import Annotated

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import select

from service import signin
from service.api.session import Body
from service.calls import PAGE, Call, Cursor, Limit, by, page
from service.problems import Refused, responses
from service.store import MACHINES, PEOPLE, ApiKey, Role, User, now

router = APIRouter(tags=["users and keys"])
ByAdministrator = Annotated[Call, by("users")]
Name = Annotated[
    str, Field(min_length=1, max_length=100, pattern=r"^[^|\x00]+$")
]  # "|" is for those of the OIDC issuer
Team = Annotated[str, Field(min_length=1, max_length=100, pattern=r"^[^\x00]+$")]


class NewUser(Body):
    """A user to be. The first password is made here and shown once."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"name": "anna", "role": "consultant", "team": "nord"}]})

    name: Name
    role: Role
    team: Team | None = None


class UserChange(Body):
    """What becomes otherwise; what is left out stays."""

    role: Role | None = None
    team: Team | None = None
    active: bool | None = None


class UserShown(BaseModel):
    """A user; never the password."""

    id: str
    name: str
    role: Role
    team: str | None
    active: bool


class FirstPassword(BaseModel):
    """A user's id and first password, shown this once."""

    id: str
    password: str


class Users(BaseModel):
    """A page of users."""

    users: list[UserShown]
    next: str | None


class NewKey(Body):
    """A key to be, for a machine: the role ``feed`` or ``scorer``."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"name": "nightly feed", "role": "feed", "days": 90}]})

    name: Name
    role: Role
    days: int = Field(default=90, ge=1, le=3650)


class KeyShown(BaseModel):
    """A key without the key itself."""

    id: str
    name: str
    role: Role
    expires: datetime.datetime
    revoked: datetime.datetime | None


class KeyMade(BaseModel):
    """A key, shown this once."""

    id: str
    key: str
    expires: datetime.datetime


class Keys(BaseModel):
    """A page of keys."""

    keys: list[KeyShown]
    next: str | None


@router.get("/v1/users", responses=responses(401, 403, 422))
def users(call: ByAdministrator, cursor: Cursor = None, limit: Limit = PAGE) -> Users:
    """The tenant's users."""
    rows, following = page(call, call.scope.users(), User.id, cursor, limit)
    return Users(users=[_shown(u) for u in rows], next=following)


@router.post("/v1/users", status_code=201, responses=responses(401, 403, 409, 422))
def create_user(sent: NewUser, call: ByAdministrator) -> FirstPassword:
    """Create a user. The name must be new; a call that comes twice is refused the second time."""
    if sent.role not in PEOPLE:
        raise Refused("refused.request", [("role", "literal_error", {"expected": ", ".join(PEOPLE)})])
    if call.db.scalars(select(User.id).where(User.name == sent.name)).first():
        raise Refused("refused.conflict")
    password = signin.new_password()
    user = User(tenant_id=call.caller.tenant_id, password=call.service.passwords.hashed(password), **sent.model_dump())
    call.db.add(user)
    call.db.flush()
    call.log("user.created", user=user.id, role=user.role)
    return FirstPassword(id=user.id, password=password)


@router.patch("/v1/users/{user_id}", responses=responses(401, 403, 404, 422))
def change_user(user_id: str, sent: UserChange, call: ByAdministrator) -> UserShown:
    """Another role or team, or no longer active, which ends the user's sessions."""
    user: User = call.found(call.scope.users().where(User.id == user_id))
    sent_fields = sent.model_dump(exclude_unset=True)
    change = {name: value for name, value in sent_fields.items() if value is not None or name == "team"}
    if change.get("role", user.role) not in PEOPLE:
        raise Refused("refused.request", [("role", "literal_error", {"expected": ", ".join(PEOPLE)})])
    for name, value in change.items():
        setattr(user, name, value)
    if "role" in change or not user.active:
        signin.end_sessions(call.db, user)
    call.log("user.changed", user=user.id, fields=sorted(change))
    return _shown(user)


@router.post("/v1/users/{user_id}/password", responses=responses(401, 403, 404))
def reset_password(user_id: str, call: ByAdministrator) -> FirstPassword:
    """Another first password, for someone who has lost theirs; ends the user's sessions and lock."""
    user: User = call.found(call.scope.users().where(User.id == user_id, User.subject.is_(None)))
    password = signin.new_password()
    user.password, user.failures, user.locked_until = call.service.passwords.hashed(password), 0, None
    signin.end_sessions(call.db, user)
    call.log("password.reset", user=user.id)
    return FirstPassword(id=user.id, password=password)


@router.get("/v1/keys", responses=responses(401, 403, 422))
def keys(call: ByAdministrator, cursor: Cursor = None, limit: Limit = PAGE) -> Keys:
    """The tenant's API keys, revoked and expired ones too."""
    rows, following = page(call, call.scope.keys(), ApiKey.id, cursor, limit)
    return Keys(keys=[KeyShown.model_validate(k, from_attributes=True) for k in rows], next=following)


@router.post("/v1/keys", status_code=201, responses=responses(401, 403, 422))
def create_key(sent: NewKey, call: ByAdministrator) -> KeyMade:
    """A new key for a machine; it is shown this once."""
    if sent.role not in MACHINES:
        raise Refused("refused.request", [("role", "literal_error", {"expected": ", ".join(MACHINES)})])
    if sent.days > call.service.settings.key_days:
        raise Refused("refused.request", [("days", "less_than_equal", {"le": call.service.settings.key_days})])
    text = signin.new_key()
    key = ApiKey(
        tenant_id=call.caller.tenant_id, name=sent.name, digest=signin.digest(text), role=sent.role,
        expires=now() + datetime.timedelta(days=sent.days),
    )  # fmt: skip
    call.db.add(key)
    call.db.flush()
    call.log("key.created", key=key.id, role=key.role)
    return KeyMade(id=key.id, key=text, expires=key.expires)


@router.delete("/v1/keys/{key_id}", status_code=204, responses=responses(401, 403, 404))
def revoke_key(key_id: str, call: ByAdministrator) -> None:
    """Revoke a key at once."""
    key: ApiKey = call.found(call.scope.keys().where(ApiKey.id == key_id))
    key.revoked = key.revoked or now()
    call.log("key.revoked", key=key.id)


def _shown(user: User) -> UserShown:
    return UserShown.model_validate(user, from_attributes=True)
