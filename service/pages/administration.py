"""The administrator's first page: counts and next steps; and the log of what administrators did."""

import json
from collections import Counter
from typing import Annotated, Any

from fastapi import APIRouter, Query, Response

from service import audit
from service.ads import deliveries
from service.calls import Call, page
from service.door import tenants
from service.pages.page_request import PageRequest, requests, see
from service.phrases import TABLE, Language, say
from service.store import MACHINES, PEOPLE, Approval, Delivery, Entry, Tenant, User, Vacancy

router = APIRouter(include_in_schema=False)
Administrator = Annotated[PageRequest, requests("users")]
Before = Annotated[int | None, Query(ge=1, le=2**31 - 1)]
PAGE = 100
ENOUGH = 20  # pasted ads are enough to begin with


def role_names(call: Call) -> dict[str, str]:
    """Role -> its name on the pages: the tenant's choice, else ours."""
    names = {role: say(f"role.{role}", call.language) for role in (*PEOPLE, *MACHINES)}
    chosen = tenants.chosen(call.db.get_one(Tenant, call.caller.tenant_id))
    return names | {role: name for role in names if (name := getattr(chosen, role, ""))}


def actor_names(call: Call) -> dict[str, str]:
    """Actor of the log -> name."""
    people = {f"user:{user.id}": user.name for user in call.db.scalars(call.scope.users())}
    machines = {f"key:{key.id}": key.name for key in call.db.scalars(call.scope.keys())}
    return people | machines | {audit.COMMAND: say("actor.command", call.language)}


def action_words(name: str, language: Language) -> str:
    """The words for an action of the log."""
    return say(f"action.{name}", language) if f"action.{name}" in TABLE else name


def start(page: PageRequest) -> Response:
    """The first page of a user without candidates."""
    if page.access.caller.role == "auditor":
        return see("/log")
    with page.access.reading() as call:
        return page.page("administration.html", _state(call))


def _state(call: Call) -> dict[str, Any]:
    active = call.db.execute(call.scope.users().with_only_columns(User.role).where(User.active)).scalars()
    files = call.scope.deliveries().where(Delivery.pasted.is_(False), Delivery.created > 0)
    ads = call.scope.vacancies().with_only_columns(Vacancy.id).limit(ENOUGH)
    waiting = call.scope.approvals().where(Approval.answer.is_(None))
    return {
        "count": Counter(active),
        "roles": role_names(call),
        "quiet": deliveries.is_quiet(call),
        "waiting": len(call.db.scalars(waiting).all()),
        "has_ads": call.db.scalars(files.limit(1)).first() is not None or len(call.db.scalars(ads).all()) == ENOUGH,
    }


def sole_tenant(call: Call) -> dict[str, Any]:
    """The tenant's own name, and whether it has only one administrator: for the operator's commands on a page."""
    administrators = call.scope.users().where(User.role == "administrator", User.active)
    alone = len(call.db.scalars(administrators).all()) == 1
    return {"tenant": call.db.get_one(Tenant, call.caller.tenant_id).name, "alone": alone}


@router.get("/administration/log")
def administration_log(request: Administrator, before: Before = None) -> Response:
    """The log of created, changed and closed users and keys; without acts about candidates."""
    with request.access.reading() as call:
        rows, following = page(call, call.scope.administration(), Entry.seq, before, PAGE, falling=True)
        names, roles = actor_names(call), role_names(call)
    entries = [
        (row, action_words(row.action, request.language), *_entry_words(row, names, roles, request.language))
        for row in rows
    ]
    return request.page("administration_log.html", {"entries": entries, "names": names, "following": following})


def _entry_words(row: Entry, names: dict[str, str], roles: dict[str, str], language: Language) -> tuple[str, str]:
    """The subject of an entry, and its details in a few words."""
    details = json.loads(row.details)
    about = names.get(f"user:{details.get('user')}") or names.get(f"key:{details.get('key')}") or details.get("name")
    changed = {name: after for name, (_, after) in details.get("changed", {}).items()}
    values = {name: value for name, value in (details | changed).items() if f"field.{name}" in TABLE}
    words = (f"{say(f'field.{name}', language)}: {_value(value, roles, language)}" for name, value in values.items())
    return about or "", ", ".join(words)


def _value(value: object, roles: dict[str, str], language: Language) -> str:
    if isinstance(value, bool):
        return say("yes" if value else "no", language)
    return roles.get(str(value), str(value)) if value is not None else "–"
