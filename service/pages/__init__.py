"""The consultant's pages, rendered on the server: the operations of the API, for a browser."""

from fastapi import FastAPI

from service.pages import (
    account,
    administration,
    candidate,
    case_file,
    course,
    deliveries,
    employers,
    errors,
    figures,
    handed,
    importing,
    keys,
    kinds,
    leads,
    letter,
    log_page,
    oidc_login,
    paste,
    sample,
    sheets,
    suggestions,
    team,
    tenant,
    today,
    users,
    vacancies,
)
from service.pages.errors import refuse

__all__ = ["ROUTERS", "install", "refuse"]
ROUTERS = tuple(
    module.router
    for module in (
        account,
        oidc_login,
        today,
        handed,
        importing,
        candidate,
        suggestions,
        course,
        kinds,
        paste,
        letter,
        leads,
        employers,
        vacancies,
        sheets,
        case_file,
        sample,
        team,
        figures,
        administration,
        users,
        keys,
        deliveries,
        tenant,
        log_page,
    )
)


def install(app: FastAPI) -> None:
    """Add the pages to the app, beside the API."""
    for router in ROUTERS:
        app.include_router(router)
    errors.install(app)
