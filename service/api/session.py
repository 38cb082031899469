"""The caller's own sessions: sign in and out, who is signed in, other sessions, change of password."""

import datetime
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from service.calls import Access, Body, Call, Service, address_of, asks, by, called_by, service_of
from service.door import passwords, signin
from service.door.signin import Attempt, Opened
from service.problems import Refused, responses
from service.scope import Caller
from service.store import Role, SignIn

router = APIRouter(tags=["session"])
DEVICE_DAYS = 365  # life of the device cookie
CLEARED = '"cache", "storage"'  # cleared in the browser at signing out; not cookies, because the device cookie stays


class Credentials(Body):
    """A name and a password."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"name": "anna", "password": "correct horse battery"}]})

    name: str = Field(max_length=100)
    password: str = Field(max_length=passwords.MOST)


class NewPassword(Body):
    """The present password and the new one."""

    old: str = Field(max_length=passwords.MOST)
    new: str = Field(min_length=passwords.LEAST, max_length=passwords.MOST)


class Me(BaseModel):
    """Who is signed in.

    csrf: to be sent as ``X-CSRF-Token`` with every call that changes something. first_password: nothing is open before
    another password has been chosen.
    """

    id: str
    role: Role
    team: str | None
    via: Literal["cookie", "key", "token"]
    csrf: str | None
    first_password: bool


class SessionShown(BaseModel):
    """A session of the caller. used: its last call, to some five minutes; this: whether it makes this call."""

    id: str
    begun: datetime.datetime
    used: datetime.datetime
    expires: datetime.datetime
    this: bool


class Sessions(BaseModel):
    """The caller's sessions, the latest first."""

    sessions: list[SessionShown]


@router.post("/v1/session", status_code=201, responses=responses(401, 422, 429))
def sign_in(sent: Credentials, request: Request, response: Response) -> Me:
    """Sign in: the answer sets the session cookie."""
    opened = opened_by(request, sent)
    set_cookies(service_of(request), response, opened)
    user = opened.user
    return Me(
        id=user.id,
        role=user.role,
        team=user.team,
        via="cookie",
        csrf=signin.csrf_of(opened.token),
        first_password=user.first_until is not None,
    )


def opened_by(request: Request, sent: Credentials) -> Opened:
    """Open a session for a name and a password; Refused if they are wrong, or tried too often."""
    service = service_of(request)
    attempt = Attempt(
        sent.name,
        sent.password,
        address_of(request),
        device=request.cookies.get(service.device_cookie, ""),
        token=request.cookies.get(service.cookie, ""),
    )
    opened = signin.sign_in(service.store, service.passwords, service.rates, service.settings, attempt)
    if isinstance(opened, Refused):
        raise opened
    return opened


def set_cookies(service: Service, response: Response, opened: Opened) -> None:
    """Set the session cookie and the device cookie."""
    settings = service.settings
    days = datetime.timedelta(days=DEVICE_DAYS)
    for name, value, seconds in (
        (service.cookie, opened.token, 3600 * settings.session_hours),
        (service.device_cookie, opened.device, int(days.total_seconds())),
    ):
        response.set_cookie(
            name, value, max_age=seconds, path="/", httponly=True, secure=settings.secure_cookie, samesite="lax"
        )


@router.get("/v1/session", responses=responses(401))
def me(request: Request, caller: Annotated[Caller, Depends(called_by)]) -> Me:
    """Who is signed in."""
    token = request.cookies.get(service_of(request).cookie)
    csrf = signin.csrf_of(token) if token and caller.via == "cookie" else None
    return Me(id=caller.id, role=caller.role, team=caller.team, via=caller.via, csrf=csrf, first_password=caller.first)


@router.delete("/v1/session", status_code=204, responses=responses(401, 403))
def sign_out(request: Request, response: Response, call: Annotated[Call, by("self")]) -> None:
    """Sign out: ends the session in the service too, not only in the browser."""
    end(request, response, call)


def end(request: Request, response: Response, call: Call) -> None:
    """End the session of the call, and clear the browser's session cookie, cache and storage."""
    service = call.service
    signin.sign_out(call.db, request.cookies.get(service.cookie, ""))
    call.log("session.closed")
    response.delete_cookie(service.cookie, path="/", secure=service.settings.secure_cookie, httponly=True)
    response.headers["Clear-Site-Data"] = CLEARED


@router.get("/v1/sessions", responses=responses(401, 403))
def sessions(call: Annotated[Call, by("self")]) -> Sessions:
    """The caller's open sessions."""
    return Sessions(sessions=own(call))


def own(call: Call) -> list[SessionShown]:
    """The caller's sessions, the latest first."""
    rows = call.db.scalars(call.scope.sessions().order_by(SignIn.used.desc()))
    return [
        SessionShown(id=s.id, begun=s.begun, used=s.used, expires=s.expires, this=s.id == call.caller.session)
        for s in rows
    ]


@router.delete("/v1/sessions/{session_id}", status_code=204, responses=responses(401, 403, 404))
def end_session(session_id: str, call: Annotated[Call, by("self")]) -> None:
    """End a session of the caller, such as one on another machine."""
    call.db.delete(call.found(call.scope.sessions().where(SignIn.id == session_id)))
    call.log("session.closed")


@router.put("/v1/session/password", status_code=204, responses=responses(401, 403, 422, 429))
def change_password(sent: NewPassword, access: Annotated[Access, asks("self")]) -> None:
    """Change the caller's password; ends all their sessions."""
    access.service.accounts.change_password(access.caller, sent.old, sent.new)
