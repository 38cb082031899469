"""The tenant's users, and acts that wait for a second administrator. A one-time password is shown once.

The page that shows it answers the form that made it and has no address, so that no log or history keeps the password.
"""

import json
from collections.abc import Callable, Sequence
from typing import Annotated, Any, Literal, TypeVar

from fastapi import APIRouter, Query, Response
from pydantic import BaseModel, ValidationError

from matcher.schema import problems
from service.api.users import NewUser
from service.calls import Call
from service.door.accounts import Done, stands
from service.pages.administration import PAGE, Administrator, actor_names, role_names, sole_tenant
from service.pages.page_request import PageRequest, see
from service.phrases import say, wrong
from service.problems import Refused
from service.store import PEOPLE, Approval, Role, User

router = APIRouter(include_in_schema=False)
Number = Annotated[int, Query(alias="page", ge=1, le=1000)]
Act = Literal["close", "open", "password", "sessions"]
AT_FIELD = {"refused.conflict": ("name", "wrong.taken"), "refused.last_administrator": ("role", None)}
M = TypeVar("M", bound=BaseModel)


def read(model: type[M], values: dict[str, Any], page: PageRequest) -> tuple[M | None, dict[str, str]]:
    """A form as a model, or its errors by field."""
    try:
        return model.model_validate(values), {}
    except ValidationError as error:
        return None, _field_errors(list(problems(error)), page)


def _field_errors(fields: Sequence[tuple[str, str, dict[str, Any]]], page: PageRequest) -> dict[str, str]:
    chosen = {"literal_error": "choose"}  # a choice from a list on the page, whose words are not the codes
    return {name: wrong(chosen.get(code, code), allowed, page.language) for name, code, allowed in fields}


def make_from_form(
    model: type[M], values: dict[str, Any], page: PageRequest, make: Callable[[M], Done]
) -> tuple[Done | None, dict[str, str]]:
    """Make what a form asks for, or return the errors by field."""
    sent, errors = read(model, values, page)
    return (None, errors) if sent is None else at_field(lambda: make(sent), page)


def shown_once(page: PageRequest, done: Done, name: str) -> Response:
    """The page with the new password or key; if the act waits or has none, the page of approvals."""
    if not (done.password or done.key):
        return see("/administration/approvals", told="waits" if done.approval_id else "approved")
    days = page.service.settings.first_password_days
    return page.page("shown_once.html", {"done": done, "name": name, "days": days})


def at_field(work: Callable[[], Done], page: PageRequest) -> tuple[Done | None, dict[str, str]]:
    """Do an act, or return its errors by field."""
    try:
        return work(), {}
    except Refused as refused:
        if refused.fields:
            return None, _field_errors(refused.fields, page)
        if refused.key not in AT_FIELD:
            raise
        field, key = AT_FIELD[refused.key]
        return None, {field: say(key or refused.key, page.language)}


@router.get("/administration/users")
def users(page: Administrator, number: Number = 1, role: Role | Literal[""] = "") -> Response:
    """The tenant's users by name, and a form for a new one. role: of the new one."""
    return _users(page, {"name": "", "role": role, "team": ""}, {}, number)


def _users(
    page: PageRequest, values: dict[str, str], errors: dict[str, str], number: int, status: int = 200
) -> Response:
    with page.access.reading() as call:
        query = call.scope.users().order_by(User.name, User.id).offset((number - 1) * PAGE).limit(PAGE + 1)
        rows = list(call.db.scalars(query))
        waiting = _waiting(call)
        shared = _choices(call)
    return page.page(
        "users.html",
        {
            "users": rows[:PAGE],
            "more": len(rows) > PAGE,
            "number": number,
            "values": values,
            "errors": errors,
            "new": {a.user_id for a in waiting if a.act == "create"},
            "waiting": len(waiting),
            **shared,
        },
        status,
    )


def _waiting(call: Call) -> list[Approval]:
    return list(call.db.scalars(call.scope.approvals().where(Approval.answer.is_(None)).order_by(Approval.at)))


def _choices(call: Call) -> dict[str, Any]:
    """The tenant's roles and teams to choose from."""
    teams = call.db.scalars(call.scope.users().with_only_columns(User.team).where(User.team.is_not(None)).distinct())
    return {"roles": role_names(call), "people": PEOPLE, "teams": sorted(teams)}


@router.post("/administration/users")
def create(page: Administrator) -> Response:
    """Create a user and show the one-time password."""
    values = {name: page.form.one(name) for name in ("name", "role", "team")}
    accounts, caller = page.service.accounts, page.access.caller
    done, errors = make_from_form(
        NewUser,
        values | {"team": values["team"] or None},
        page,
        lambda user: accounts.create(caller, user.name, user.role, user.team),
    )
    return shown_once(page, done, values["name"]) if done else _users(page, values, errors, 1, 422)


@router.get("/administration/users/{user_id}")
def user(page: Administrator, user_id: str) -> Response:
    """The page of a user, with the acts on that user."""
    return _user(page, user_id, {})


def _user(page: PageRequest, user_id: str, errors: dict[str, str], status: int = 200) -> Response:
    with page.access.reading() as call:
        row = call.found(call.scope.users().where(User.id == user_id))
        waits = any(a.user_id == row.id for a in _waiting(call))
        shared = _choices(call)
    values = {name: page.form.one(name) or getattr(row, name) or "" for name in ("role", "team")}
    return page.page(
        "user.html",
        {
            "user": row,
            "values": values,
            "errors": errors,
            "waits": waits,
            "me": page.access.caller.id,
            **shared,
        },
        status,
    )


@router.post("/administration/users/{user_id}")
def change(page: Administrator, user_id: str) -> Response:
    """Change the role or team."""
    sent, errors = read(
        NewUser,
        {
            "name": "-",
            "role": page.form.one("role"),
            "team": page.form.one("team") or None,
        },
        page,
    )
    if not sent:
        return _user(page, user_id, errors, 422)
    return _change(page, user_id, {"role": sent.role, "team": sent.team}, "user_changed")


def _change(page: PageRequest, user_id: str, change: dict[str, Any], message: str) -> Response:
    accounts, caller = page.service.accounts, page.access.caller
    done, errors = at_field(lambda: accounts.change(caller, user_id, change)[1], page)
    if done is None:
        return _user(page, user_id, errors, 409)
    if done.approval_id:
        return see("/administration/approvals", told="waits")
    return see(f"/administration/users/{user_id}", told=message)


@router.post("/administration/users/{user_id}/{act}")
def do(page: Administrator, user_id: str, act: Act) -> Response:
    """Deactivate or reactivate a user, end their sessions, or make a new one-time password."""
    if act in ("close", "open"):
        return _change(page, user_id, {"active": act == "open"}, f"user_{act}")
    accounts, caller = page.service.accounts, page.access.caller
    if act == "sessions":
        accounts.end_sessions(caller, user_id)
        return see(f"/administration/users/{user_id}", told="sessions_ended")
    return shown_once(page, accounts.reset_password(caller, user_id), _name(page, user_id))


def _name(page: PageRequest, user_id: str | None) -> str:
    """The name of a user; empty for the id of a key."""
    with page.access.reading() as call:
        row = call.db.scalars(call.scope.users().where(User.id == user_id)).first()
    return row.name if row else ""


@router.get("/administration/approvals")
def approvals(page: Administrator) -> Response:
    """The acts that wait for another administrator than the one who asked."""
    with page.access.reading() as call:
        rows = [(row, json.loads(row.change), stands(call.db, row)) for row in _waiting(call)]
        values = {"names": actor_names(call), "roles": role_names(call), **sole_tenant(call)}
        values["data"] = page.service.settings.data
    return page.page("approvals.html", {"waiting": rows, "me": page.access.caller.id, **values})


@router.post("/administration/approvals/{approval_id}/{verdict}")
def answer(page: Administrator, approval_id: str, verdict: Literal["yes", "no"]) -> Response:
    """Approve an act that another administrator asked for, and do it; or decline it."""
    accounts, caller = page.service.accounts, page.access.caller
    if verdict == "no":
        accounts.decline(approval_id, caller)
        return see("/administration/approvals", told="declined")
    done = accounts.approve(approval_id, caller)
    return shown_once(page, done, _name(page, done.id))
