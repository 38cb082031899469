"""Makes the application from its settings; a server process starts with ``create``."""

import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI

from service import document, logs, pages, problems
from service.api import (
    candidates,
    course,
    decisions,
    employers,
    figures,
    health,
    log,
    runs,
    session,
    suggestions,
    users,
    vacancies,
)
from service.calls import Service, note_refused
from service.door.accounts import Accounts
from service.door.oidc import Issuer
from service.door.passwords import Passwords
from service.door.rates import Rates
from service.erasing import Eraser
from service.guard import Bounds, Guard, Metrics
from service.keeper import Keeper, shared_encoder
from service.leads import LeadKeeper
from service.removals import Removals
from service.runner import Runner
from service.settings import Settings
from service.store import Store
from service.upgrade import check_upgraded

ROUTERS = tuple(
    module.router
    for module in (
        session,
        candidates,
        course,
        suggestions,
        decisions,
        vacancies,
        employers,
        figures,
        runs,
        users,
        log,
        health,
    )
)

# Interval at which Python switches threads. A call passes through the event loop several times, and each time waits
# this long for a thread that makes a list. At 22 lists a second on two busy cores 25 of 964 calls were refused as busy;
# with Python's own 5 ms it was 98.
SWITCH_SECONDS = 0.0005


def create() -> FastAPI:
    """The application with the settings of the environment, as a server process runs it."""
    logs.configure()
    sys.setswitchinterval(SWITCH_SECONDS)
    return create_app(Settings())


def create_app(settings: Settings) -> FastAPI:
    """The application; Problem unless the database is of this version."""
    store = Store(settings.database_url, connections=settings.calls_at_once + 4)
    check_upgraded(store.engine)
    encoder = shared_encoder(settings.vectors)
    keeper = Keeper(store, settings.indexes, encoder, settings.index_seconds)
    passwords, rates, removals = Passwords(settings), Rates(settings), Removals(settings.removals_file)
    service = Service(
        settings,
        store,
        passwords,
        rates,
        Accounts(store, passwords, rates, settings, removals),
        removals,
        keeper,
        LeadKeeper(store, settings.leads, encoder, settings.index_seconds),
        Runner(store, keeper, settings.data / "runs", settings.index_seconds),
        Eraser(store),
        Issuer(settings) if settings.oidc_issuer else None,
    )
    app = FastAPI(
        title="ipsmatch",
        version="1",
        description="Vacancies for one candidate, ranked and explained.",
        lifespan=_lifespan,
        docs_url=None,
        redoc_url=None,  # its pages load scripts from other hosts
        generate_unique_id_function=lambda route: route.name,
    )
    app.state.service, app.state.metrics = service, Metrics()
    app.add_middleware(
        Guard,
        metrics=app.state.metrics,
        refuse=pages.refuse,
        bounds=Bounds(settings.calls_at_once, 1024 * settings.body_kib, 1024 * 1024 * settings.feed_mib),
    )
    problems.install(app, note_refused)
    document.install(app, service.cookie)
    for router in ROUTERS:
        app.include_router(router)
    pages.install(app)
    return app


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    service: Service = app.state.service
    watches = (service.keeper, service.leads, service.runner, service.eraser)
    for watch in watches:
        watch.start()
    yield
    for watch in reversed(watches):
        watch.stop()
    service.store.close()
