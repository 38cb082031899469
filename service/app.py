"""The application, put together from its settings; ``create`` is what a server process starts from."""

import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI

from service import document, logs, pages, problems
from service.api import candidates, decisions, figures, health, log, runs, session, suggestions, users, vacancies
from service.calls import Service, note_refused
from service.door.accounts import Accounts
from service.door.oidc import Issuer
from service.door.passwords import Passwords
from service.door.rates import Rates
from service.erasing import Eraser
from service.guard import Bounds, Guard, Metrics
from service.keeper import Keeper
from service.removals import Removals
from service.runner import Runner
from service.settings import Settings
from service.store import Store
from service.upgrade import check_upgraded

ROUTERS = tuple(
    module.router
    for module in (session, candidates, suggestions, decisions, vacancies, figures, runs, users, log, health)
)

# A call passes through the event loop several times, each time waiting so long for a thread that makes a list. At 22
# lists a second on two busy cores 25 of 964 calls were told to come back in place of 98 with Python's own 5 ms.
SWITCH_SECONDS = 0.0005


def create() -> FastAPI:
    """The application of the environment's settings, as a server process runs it."""
    logs.configure()
    sys.setswitchinterval(SWITCH_SECONDS)
    return create_app(Settings())


def create_app(settings: Settings) -> FastAPI:
    """The application; Problem where the database was not made by this version."""
    store = Store(settings.database_url, connections=settings.calls_at_once + 4)
    check_upgraded(store.engine)
    keeper = Keeper(store, settings.indexes, settings.vectors, settings.index_seconds)
    passwords, rates, removals = Passwords(settings), Rates(settings), Removals(settings.removals_file)
    service = Service(
        settings,
        store,
        passwords,
        rates,
        Accounts(store, passwords, rates, settings, removals),
        removals,
        keeper,
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
        redoc_url=None,  # pages that bring scripts from elsewhere
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
    watches = (service.keeper, service.runner, service.eraser)
    for watch in watches:
        watch.start()
    yield
    for watch in reversed(watches):
        watch.stop()
    service.store.close()
