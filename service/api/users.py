"""Users and API keys of a tenant, for its administrators. Nothing here shows a candidate.

An act that gives access to cases waits for a second administrator (``service.door.accounts``): status 202, with the
approval's id.
"""

import datetime
import json
from typing import Annotated, Any

from fastapi import APIRouter, Query, Response
from pydantic import BaseModel, ConfigDict, Field

from service.calls import PAGE, Access, Body, Call, Cursor, Limit, asks, by, page
from service.door.accounts import Act
from service.door.names import Name
from service.problems import responses
from service.store import ApiKey, Approval, Role, User

router = APIRouter(tags=["users and keys"])
ByAdministrator = Annotated[Call, by("users")]
Administrator = Annotated[Access, asks("users")]
Team = Annotated[str, Field(min_length=1, max_length=100, pattern=r"^[^\x00]*[^\x00\s][^\x00]*$")]
WAITS = 202


def waits(answer: type[BaseModel]) -> dict[int | str, dict[str, Any]]:
    """The OpenAPI description of an act that waits for a second administrator."""
    return {WAITS: {"description": "Waits for a second administrator", "model": answer}}


class NewUser(Body):
    """A user to make. The service makes the first password and shows it once."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"name": "anna", "role": "consultant", "team": "nord"}]})

    name: Name
    role: Role
    team: Team | None = None


class UserChange(Body):
    """Fields to change; omitted fields are kept."""

    role: Role | None = None
    team: Team | None = None
    active: bool | None = None


class UserShown(BaseModel):
    """A user, without the password. approval_id: of a change that waits for a second administrator."""

    id: str
    name: str
    role: Role
    team: str | None
    active: bool
    approval_id: str | None = None


class FirstPassword(BaseModel):
    """A user's id and first password, shown once. password: None while the act waits for a second administrator."""

    id: str
    password: str | None
    approval_id: str | None = None


class Users(BaseModel):
    """A page of users."""

    users: list[UserShown]
    next: str | None


class NewKey(Body):
    """A key to make for a machine, with the role ``feed`` or ``scorer``."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"name": "nightly feed", "role": "feed", "days": 90}]})

    name: Name
    role: Role
    days: int = Field(default=90, ge=1, le=3650)


class KeyMade(BaseModel):
    """A new key, shown once. key: None while it waits for a second administrator."""

    id: str | None
    key: str | None
    expires: datetime.datetime | None
    approval_id: str | None = None


class KeyShown(BaseModel):
    """The data of a key, without the key itself."""

    id: str
    name: str
    role: Role
    created: datetime.datetime
    expires: datetime.datetime
    revoked: datetime.datetime | None


class Keys(BaseModel):
    """A page of keys."""

    keys: list[KeyShown]
    next: str | None


class ApprovalShown(BaseModel):
    """An act that waits, or waited, for the approval of a second administrator. by: who asked for it."""

    id: str
    act: Act
    user_id: str | None
    change: dict[str, object]
    by: str
    at: datetime.datetime
    answer: str | None
    answered_by: str | None
    answered: datetime.datetime | None


class Approvals(BaseModel):
    """A page of acts."""

    approvals: list[ApprovalShown]
    next: str | None


class Approved(BaseModel):
    """The result of an approved act. A first password or a key is shown once."""

    id: str | None
    password: str | None
    key: str | None
    expires: datetime.datetime | None


@router.get("/v1/users", responses=responses(401, 403, 422))
def users(call: ByAdministrator, cursor: Cursor = None, limit: Limit = PAGE) -> Users:
    """The tenant's users."""
    rows, following = page(call, call.scope.users(), User.id, cursor, limit)
    return Users(users=[UserShown.model_validate(u, from_attributes=True) for u in rows], next=following)


@router.post("/v1/users", status_code=201, responses=responses(401, 403, 409, 422) | waits(FirstPassword))
def create_user(sent: NewUser, response: Response, access: Administrator) -> FirstPassword:
    """Create a user. The name must be new: a repeated call is refused.

    A supervisor or an administrator can do nothing until a second administrator approves.
    """
    done = access.service.accounts.create(access.caller, sent.name, sent.role, sent.team)
    response.status_code = WAITS if done.approval_id else response.status_code
    return FirstPassword(id=str(done.id), password=done.password, approval_id=done.approval_id)


@router.patch("/v1/users/{user_id}", responses=responses(401, 403, 404, 409, 422) | waits(UserShown))
def change_user(user_id: str, sent: UserChange, response: Response, access: Administrator) -> UserShown:
    """Change a user's role, team or active. Another role, or shutting out, ends the user's sessions.

    A change that gives access to cases waits for a second administrator. A tenant keeps at least one administrator.
    """
    sent_fields = sent.model_dump(exclude_unset=True)
    change = {name: value for name, value in sent_fields.items() if value is not None or name == "team"}
    user, done = access.service.accounts.change(access.caller, user_id, change)
    response.status_code = WAITS if done.approval_id else response.status_code
    user_shown = UserShown.model_validate(user, from_attributes=True)
    return user_shown.model_copy(update={"approval_id": done.approval_id})


@router.post("/v1/users/{user_id}/password", responses=responses(401, 403, 404) | waits(FirstPassword))
def reset_password(user_id: str, response: Response, access: Administrator) -> FirstPassword:
    """Make another first password for a user who has lost theirs; ends the user's sessions.

    For a user with cases, a supervisor or an administrator it waits for a second administrator.
    """
    done = access.service.accounts.reset_password(access.caller, user_id)
    response.status_code = WAITS if done.approval_id else response.status_code
    return FirstPassword(id=str(done.id), password=done.password, approval_id=done.approval_id)


@router.delete("/v1/users/{user_id}/sessions", status_code=204, responses=responses(401, 403, 404))
def end_sessions(user_id: str, access: Administrator) -> None:
    """End all sessions of a user."""
    access.service.accounts.end_sessions(access.caller, user_id)


@router.get("/v1/approvals", responses=responses(401, 403, 422))
def approvals(
    call: ByAdministrator,
    cursor: Cursor = None,
    limit: Limit = PAGE,
    answered: Annotated[bool, Query(description="Answered ones too")] = False,
) -> Approvals:
    """Acts that wait for the approval of another administrator than the one who asked."""
    query = call.scope.approvals()
    rows, following = page(
        call, query if answered else query.where(Approval.answer.is_(None)), Approval.id, cursor, limit
    )
    return Approvals(approvals=[_approval(row) for row in rows], next=following)


@router.post("/v1/approvals/{approval_id}/approve", responses=responses(401, 403, 404, 409))
def approve_act(approval_id: str, access: Administrator) -> Approved:
    """Approve the act of another administrator, and carry it out."""
    done = access.service.accounts.approve(approval_id, access.caller)
    return Approved(id=done.id, password=done.password, key=done.key, expires=done.expires)


@router.post("/v1/approvals/{approval_id}/decline", status_code=204, responses=responses(401, 403, 404))
def decline_act(approval_id: str, access: Administrator) -> None:
    """Decline an act, or take back one's own."""
    access.service.accounts.decline(approval_id, access.caller)


@router.get("/v1/keys", responses=responses(401, 403, 422))
def keys(call: ByAdministrator, cursor: Cursor = None, limit: Limit = PAGE) -> Keys:
    """The tenant's API keys, revoked and expired ones too."""
    rows, following = page(call, call.scope.keys(), ApiKey.id, cursor, limit)
    return Keys(keys=[KeyShown.model_validate(k, from_attributes=True) for k in rows], next=following)


@router.post("/v1/keys", status_code=201, responses=responses(401, 403, 422) | waits(KeyMade))
def create_key(sent: NewKey, response: Response, access: Administrator) -> KeyMade:
    """Make a key for a machine; it is shown once. A ``scorer``, which gets lists, waits for a second administrator."""
    done = access.service.accounts.create_key(access.caller, sent.name, sent.role, sent.days)
    response.status_code = WAITS if done.approval_id else response.status_code
    return KeyMade(id=done.id, key=done.key, expires=done.expires, approval_id=done.approval_id)


@router.delete("/v1/keys/{key_id}", status_code=204, responses=responses(401, 403, 404))
def revoke_key(key_id: str, access: Administrator) -> None:
    """Revoke a key at once."""
    access.service.accounts.revoke_key(access.caller, key_id)


def _approval(row: Approval) -> ApprovalShown:
    return ApprovalShown(
        id=row.id,
        act=row.act,  # type: ignore[arg-type]
        user_id=row.user_id,
        change=json.loads(row.change),
        by=row.by,
        at=row.at,
        answer=row.answer,
        answered_by=row.answered_by,
        answered=row.answered,
    )
