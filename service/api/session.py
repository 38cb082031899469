"""One's own session: sign in and out, who one is, another password."""

from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from service import signin
from service.calls import Call, Service, by, called_by, service_of
from service.problems import Refused, responses
from service.scope import Caller
from service.store import Role, User

router = APIRouter(tags=["session"])


class Body(BaseModel):
    """What is sent: unknown fields are refused, and what was sent is not repeated."""

    model_config = ConfigDict(extra="forbid", hide_input_in_errors=True)


class Credentials(Body):
    """A name and a password."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"name": "anna", "password": "correct horse battery"}]})

    name: str = Field(max_length=100)
    password: str = Field(max_length=signin.MOST_PASSWORD)


class NewPassword(Body):
    """The password until now and the next one."""

    old: str = Field(max_length=signin.MOST_PASSWORD)
    new: str = Field(min_length=signin.LEAST_PASSWORD, max_length=signin.MOST_PASSWORD)


class Me(BaseModel):
    """Who is signed in. csrf: to be sent as ``X-CSRF-Token`` with everything that changes something."""

    id: str
    role: Role
    team: str | None
    via: Literal["cookie", "key", "token"]
    csrf: str | None


@router.post("/v1/session", status_code=201, responses=responses(401, 422, 429))
def sign_in(sent: Credentials, request: Request, response: Response) -> Me:
    """Sign in: the answer sets the session cookie."""
    service = service_of(request)
    count_sign_in(request)
    opened = signin.sign_in(service.store, service.passwords, service.settings, sent.name, sent.password)
    if isinstance(opened, Refused):
        raise opened
    set_cookie(service, response, opened.token)
    user = opened.user
    return Me(id=user.id, role=user.role, team=user.team, via="cookie", csrf=signin.csrf_of(opened.token))


def count_sign_in(request: Request) -> None:
    """Count an attempt to sign in; Refused where its address makes too many."""
    service_of(request).rates.sign_in(request.client.host if request.client else "")


def set_cookie(service: Service, response: Response, token: str) -> None:
    """Give the browser the session."""
    settings = service.settings
    response.set_cookie(
        service.cookie, token, max_age=3600 * settings.session_hours, path="/", httponly=True,
        secure=settings.secure_cookie, samesite="lax",
    )  # fmt: skip


@router.get("/v1/session", responses=responses(401))
def me(request: Request, caller: Annotated[Caller, Depends(called_by)]) -> Me:
    """Who is signed in."""
    token = request.cookies.get(service_of(request).cookie)
    csrf = signin.csrf_of(token) if token and caller.via == "cookie" else None
    return Me(id=caller.id, role=caller.role, team=caller.team, via=caller.via, csrf=csrf)


@router.delete("/v1/session", status_code=204, responses=responses(401, 403))
def sign_out(request: Request, response: Response, call: Annotated[Call, by("self")]) -> None:
    """Sign out: the session ends here too, not only in the browser."""
    signin.sign_out(call.db, request.cookies.get(call.service.cookie, ""))
    call.log("session.closed")
    response.delete_cookie(call.service.cookie, path="/", secure=call.service.settings.secure_cookie, httponly=True)


@router.put("/v1/session/password", status_code=204, responses=responses(401, 403, 422))
def change_password(sent: NewPassword, call: Annotated[Call, by("self")]) -> None:
    """Another password; all sessions end."""
    user = call.db.get_one(User, call.caller.id)
    if not call.service.passwords.fit(sent.old, user.password):
        raise Refused("refused.request", [("old", "old_password", {})])
    user.password = call.service.passwords.hashed(sent.new)
    signin.end_sessions(call.db, user)
    call.log("password.changed")
