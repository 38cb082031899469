"""The choices of a tenant's administrators: names on the pages, and retention periods."""

from typing import Any

from fastapi import APIRouter, Response

from service.door import tenants
from service.pages.administration import Administrator
from service.pages.page_request import PageRequest, see
from service.pages.users import read
from service.phrases import wrong
from service.settings import LEAST_LOG_MONTHS
from service.store import Tenant

router = APIRouter(include_in_schema=False)
FIELDS = tuple(tenants.Chosen.model_fields)
MONTHS = tuple(name for name in FIELDS if name.startswith("keep_"))


@router.get("/administration/tenant")
def show(page: Administrator) -> Response:
    """The current choices, and the installation's settings."""
    with page.access.reading() as call:
        tenant = call.db.get_one(Tenant, page.tenant_id)
    chosen = tenants.chosen(tenant).model_dump()
    return _page(page, {name: str(chosen[name] or "") for name in FIELDS}, {})


def _page(page: PageRequest, values: dict[str, str], errors: dict[str, str], status: int = 200) -> Response:
    settings = page.service.settings
    most: dict[str, Any] = {name: getattr(settings, name) for name in MONTHS}
    return page.page(
        "tenant.html",
        {
            "values": values,
            "errors": errors,
            "most": most,
            "least": LEAST_LOG_MONTHS,
            "runs": settings.keep_runs_days,
            "by_issuer": bool(settings.oidc_client),
            "idle": settings.idle_minutes,
            "hours": settings.session_hours,
            "first_days": settings.first_password_days,
        },
        status,
    )


@router.post("/administration/tenant")
def choose(page: Administrator) -> Response:
    """Save the choices; no retention may exceed the installation's."""
    values = {name: page.form.one(name) for name in FIELDS}
    sent, errors = read(tenants.Chosen, {name: value for name, value in values.items() if value}, page)
    if sent:
        errors = _too_long(page, sent)
    if sent is None or errors:
        return _page(page, values, errors, 422)
    with page.access.writing() as call:
        tenants.choose(call.db, page.access.caller, sent)
    return see("/administration/tenant", told="tenant_saved")


def _too_long(page: PageRequest, sent: tenants.Chosen) -> dict[str, str]:
    most = {name: getattr(page.service.settings, name) for name in MONTHS}
    return {
        name: wrong("less_than_equal", {"le": most[name]}, page.language)
        for name in MONTHS
        if (getattr(sent, name) or 0) > most[name]
    }
