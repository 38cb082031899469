"""The application: one index, one encoder, two endpoints. Nothing about a candidate is stored or logged.

``POST /v1/suggestions`` takes a candidate in the body and answers with the list and the vacancies on it.
``GET /healthz`` says what is being served.
"""

import datetime
from pathlib import Path
from typing import Annotated

from fastapi import Body, FastAPI, Query, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel

from matcher.encoder import load_encoder
from matcher.index import Index, rules_version
from matcher.matching import Matcher
from matcher.matching import Request as Asked
from matcher.phrases import Language, wrong
from matcher.schema import Candidate, Suggestion, Vacancy, field_name

EXAMPLES = {
    "kitchen": {
        "summary": "A few hours in a kitchen, in the daytime",
        "value": {
            "id": "c01",
            "interests": ["Jeg kan godt lide, når alt står på sin plads"],
            "competencies": ["Har hjulpet til i et skolekøkken"],
            "goals": ["køkkenmedhjælper"],
            "constraints": {
                "weekly_hours": {"min": 6, "ideal": 10, "max": 12, "negotiable": True},
                "not_times": ["evening", "night", "weekend"],
                "postcode": "8700",
                "max_travel_minutes": 30,
                "travel_modes": ["bike", "public"],
            },
        },
    },
    "sparse": {"summary": "One vague sentence is enough", "value": {"id": "c02", "interests": ["Noget med planter"]}},
}


class SuggestionList(BaseModel):
    """The list of one candidate, the vacancies on it, and how many vacancies were left out and why."""

    suggestions: list[Suggestion]
    vacancies: dict[str, Vacancy]
    eligible: int
    broken: int
    expired: int
    duplicates: int
    left_out: dict[str, int]


class Health(BaseModel):
    """What is being served."""

    status: str
    vacancies: int
    encoder: str
    model: str
    rules: str


class WrongField(BaseModel):
    """One field of the request and what was expected there. Never repeats what was sent."""

    field: str
    expected: str


class ProblemDetails(BaseModel):
    """An error as in RFC 9457."""

    title: str
    status: int
    errors: list[WrongField]


def create_app(index_folder: Path) -> FastAPI:
    """The application over an index on disk; ``Problem`` where the index cannot be used."""
    index = Index.load(index_folder)
    matcher = Matcher(index, load_encoder(index.encoder))
    app = FastAPI(title="ipsmatch", description="Vacancies for one candidate, ranked and explained.")
    app.add_exception_handler(RequestValidationError, _refused)

    @app.post("/v1/suggestions", responses={422: {"model": ProblemDetails, "description": "A field is wrong"}})
    def suggestions(
        candidate: Annotated[Candidate, Body(openapi_examples=EXAMPLES)],
        k: Annotated[int, Query(ge=1, le=100, description="How many suggestions")] = 10,
        as_of: Annotated[datetime.date | None, Query(description="The day that decides what has expired")] = None,
        include_broken: Annotated[bool, Query(description="Also those that break a limit, after the others")] = False,
        include_expired: Annotated[bool, Query(description="Also those past their deadline")] = False,
        lang: Annotated[Language, Query(description="Language of details and questions")] = "da",
    ) -> SuggestionList:
        """Ranked, explained vacancies for the candidate in the body. Nothing is stored."""
        asked = Asked(k, as_of or datetime.date.today(), include_broken, include_expired, lang, elsewhere=False)
        (found,) = matcher.suggest([candidate], asked)
        vacancies = {s.vacancy_id: index.record(index.row(s.vacancy_id))[0] for s in found.suggestions}
        return SuggestionList(
            suggestions=found.suggestions, vacancies=vacancies, eligible=found.eligible, broken=found.broken,
            expired=found.expired, duplicates=found.duplicates, left_out=found.left_out,
        )  # fmt: skip

    @app.get("/healthz")
    def healthz() -> Health:
        """Whether the service answers, and over what."""
        return Health(
            status="ok", vacancies=len(index), encoder=index.encoder, model=index.fingerprint, rules=rules_version()
        )

    return app


async def _refused(request: Request, error: Exception) -> JSONResponse:
    """422 that names each field and what was expected, without the input, which may be about a person."""
    language: Language = "en" if request.query_params.get("lang") == "en" else "da"
    items = error.errors() if isinstance(error, RequestValidationError) else []
    errors = [
        WrongField(field=field_name(e["loc"][1:]), expected=wrong(e["type"], e.get("ctx", {}), language)) for e in items
    ]
    title = {"da": "Forespørgslen kan ikke læses", "en": "The request cannot be read"}[language]
    details = ProblemDetails(title=title, status=422, errors=errors)
    return JSONResponse(details.model_dump(), status_code=422, media_type="application/problem+json")
