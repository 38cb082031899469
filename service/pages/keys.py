"""The tenant's API keys; a new key is shown once, on the page that made it."""

from fastapi import APIRouter, Response

from service.api.users import NewKey
from service.pages.administration import Administrator, role_names
from service.pages.page_request import PageRequest, see
from service.pages.users import make_from_form, shown_once
from service.store import MACHINES, ApiKey, now

router = APIRouter(include_in_schema=False)
DAYS = 90
MOST = 100  # keys on the page, the newest


@router.get("/administration/keys")
def keys(page: Administrator) -> Response:
    """The keys, and a form for a new one."""
    return _keys(page, {"name": "", "role": "", "days": str(min(DAYS, page.service.settings.key_days))}, {})


def _keys(page: PageRequest, values: dict[str, str], errors: dict[str, str], status: int = 200) -> Response:
    with page.access.reading() as call:
        rows = list(call.db.scalars(call.scope.keys().order_by(ApiKey.created.desc(), ApiKey.id).limit(MOST)))
        roles = role_names(call)
    return page.page(
        "keys.html",
        {
            "keys": rows,
            "values": values,
            "errors": errors,
            "roles": roles,
            "machines": MACHINES,
            "now": now(),
            "most": page.service.settings.key_days,
            "address": str(page.request.base_url).rstrip("/"),
        },
        status,
    )


@router.post("/administration/keys")
def create(page: Administrator) -> Response:
    """Make a key and show it; a key that reads lists waits for a second administrator."""
    values = {name: page.form.one(name) for name in ("name", "role", "days")}
    accounts, caller = page.service.accounts, page.access.caller
    done, errors = make_from_form(
        NewKey, values, page, lambda key: accounts.create_key(caller, key.name, key.role, key.days)
    )
    return shown_once(page, done, values["name"]) if done else _keys(page, values, errors, 422)


@router.post("/administration/keys/{key_id}/revoke")
def revoke(page: Administrator, key_id: str) -> Response:
    """Revoke a key at once."""
    page.service.accounts.revoke_key(page.access.caller, key_id)
    return see("/administration/keys", told="key_revoked")
