"""The application, put together from its settings; ``create`` is what a server process starts from."""

import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI

from service import document, logs, pages, problems
from service.api import candidates, decisions, health, log, runs, session, suggestions, users, vacancies
from service.calls import Service, note_refused
from service.guard import Guard, Metrics
from service.keeper import Keeper
from service.oidc import Issuer
from service.rates import Rates
from service.runner import Runner
from service.settings import Settings
from service.signin import Passwords
from service.store import Store
from service.upgrade import check_upgraded

ROUTERS = tuple(
    module.router for module in (session, candidates, suggestions, decisions, vacancies, runs, users, log, health)
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
    service = Service(
        settings, store, Passwords(settings), Rates(settings.calls_per_minute, settings.sign_ins_per_minute), keeper,
        Runner(store, keeper, settings.data / "runs", settings.index_seconds),
        Issuer(settings) if settings.oidc_issuer else None,
    )  # fmt: skip
    app = FastAPI(
        title="ipsmatch", version="1", description="Vacancies for one candidate, ranked and explained.",
        lifespan=_lifespan,
        docs_url=None, redoc_url=None,  # pages that bring scripts from elsewhere
        generate_unique_id_function=lambda route: route.name,
    )  # fmt: skip
    app.state.service, app.state.metrics = service, Metrics()
    app.add_middleware(
        Guard, metrics=app.state.metrics, most=settings.calls_at_once, body=1024 * settings.body_kib,
        feed=1024 * 1024 * settings.feed_mib, refuse=pages.refuse,
    )  # fmt: skip
    problems.install(app, note_refused)
    document.install(app, service.cookie)
    for router in ROUTERS:
        app.include_router(router)
    pages.install(app)
    return app


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    service: Service = app.state.service
    service.keeper.start()
    service.runner.start()
    yield
    service.runner.stop()
    service.keeper.stop()
    service.store.close()
