"""Health, readiness and counts of the service. Open to all, because none of it is about people."""

from fastapi import APIRouter, Request, Response
from fastapi.responses import PlainTextResponse
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from pydantic import BaseModel

from matcher.facts.columns import rules_version
from service.calls import service_of
from service.problems import responses

router = APIRouter(tags=["health"])


class Health(BaseModel):
    """What is served: how many vacancies, with which encoder, model and rules."""

    status: str
    vacancies: int
    encoder: str
    model: str
    rules: str


class Ready(BaseModel):
    """Whether calls can be answered, and how far the indexes are behind the acknowledged vacancies.

    tenants_behind: how many tenants' indexes are behind; vacancies_behind: how many vacancies they lack;
    seconds_behind: for how long. tenants_failing: how many indexes cannot be made; the process log says why. erased:
    whether no deleted data are left in any file, the indexes' included.
    """

    ready: bool
    tenants_behind: int
    vacancies_behind: int
    seconds_behind: int
    tenants_failing: int
    erased: bool


@router.get("/healthz")
def healthz(request: Request) -> Health:
    """Whether the process lives, and what it serves."""
    keeper = service_of(request).keeper
    return Health(
        status="ok",
        vacancies=keeper.vacancies,
        encoder=keeper.encoder.name,
        model=keeper.encoder.fingerprint,
        rules=rules_version(),
    )


@router.get("/readyz", responses=responses(503) | {503: {"model": Ready, "description": "Not yet"}})
def readyz(request: Request, response: Response) -> Ready:
    """Whether calls can be answered: the database answers, its disk is not full, and every tenant's index was complete
    once since the process started. A tenant whose index cannot be made does not count.
    """
    service = service_of(request)
    behind = service.keeper.behind()
    ready = behind.caught_up and service.store.takes_writes()
    response.status_code = 200 if ready else 503
    return Ready(
        ready=ready,
        tenants_behind=behind.tenants,
        vacancies_behind=behind.vacancies,
        seconds_behind=behind.seconds,
        tenants_failing=behind.failing,
        erased=service.eraser.done and not service.keeper.is_behind() and not service.leads.is_behind(),
    )


@router.get("/metrics", response_class=PlainTextResponse)
def metrics(request: Request) -> Response:
    """Counts of this process in Prometheus' format."""
    counts = request.app.state.metrics
    counts.vacancies.set(service_of(request).keeper.vacancies)
    return Response(generate_latest(counts.registry), media_type=CONTENT_TYPE_LATEST)
