"""Whether the service lives, whether it can answer, and its counts. Open to all: none of it is about anybody."""

from fastapi import APIRouter, Request, Response
from fastapi.responses import PlainTextResponse
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from pydantic import BaseModel

from matcher.facts.columns import rules_version
from service.calls import service_of
from service.problems import responses

router = APIRouter(tags=["health"])


class Health(BaseModel):
    """What is being served."""

    status: str
    vacancies: int
    encoder: str
    model: str
    rules: str


class Ready(BaseModel):
    """Whether calls can be answered, and how far the lists are behind what was acknowledged.

    tenants_behind: how many tenants' lists lack something; vacancies_behind: how many more vacancies were acknowledged
    than lists are made over; seconds_behind: since when. tenants_failing: how many indexes cannot be made; the process
    writes why. erased: whether nothing of what was deleted is left in any file.
    """

    ready: bool
    tenants_behind: int
    vacancies_behind: int
    seconds_behind: int
    tenants_failing: int
    erased: bool


@router.get("/healthz")
def healthz(request: Request) -> Health:
    """Whether the process lives, and over what it answers."""
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
    """Whether calls can be answered: the database does, its disk takes what is written, and since the process started
    every tenant's lists once had all that was acknowledged. A tenant whose index cannot be made holds up no other.
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
        erased=service.eraser.done,
    )


@router.get("/metrics", response_class=PlainTextResponse)
def metrics(request: Request) -> Response:
    """Counts of this process in Prometheus' format."""
    kept = request.app.state.metrics
    kept.vacancies.set(service_of(request).keeper.vacancies)
    return Response(generate_latest(kept.registry), media_type=CONTENT_TYPE_LATEST)
