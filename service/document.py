"""Adds to FastAPI's OpenAPI document how callers authenticate and what refusals look like."""

from typing import Any

from fastapi import FastAPI
from pydantic.json_schema import models_json_schema

from service.problems import ProblemDetails

OPEN = {("/v1/session", "post"), ("/healthz", "get"), ("/readyz", "get"), ("/metrics", "get")}
BEARER = {"type": "http", "scheme": "bearer", "description": "An API key, or a token of the OIDC issuer"}
CSRF = {"type": "apiKey", "in": "header", "name": "X-CSRF-Token", "description": "`csrf` of the session; to write"}


def install(app: FastAPI, cookie: str) -> None:
    """Complete the application's document; ``cookie``: the session cookie's name."""
    generate = app.openapi

    def completed() -> dict[str, Any]:
        if app.openapi_schema is None:
            document = generate()
            components = document["components"]
            _, problem = models_json_schema(
                [(ProblemDetails, "serialization")], ref_template="#/components/schemas/{model}"
            )
            components["schemas"] |= problem["$defs"]
            session = {"type": "apiKey", "in": "cookie", "name": cookie}
            components["securitySchemes"] = {"session": session, "csrf": CSRF, "bearer": BEARER}
            _secure(document["paths"])
        return app.openapi_schema or {}

    app.openapi = completed  # type: ignore[method-assign]  # FastAPI's documented way


def _secure(paths: dict[str, Any]) -> None:
    for path, operations in paths.items():
        for method, operation in operations.items():
            if (path, method) not in OPEN:
                by_session: dict[str, list[str]] = {"session": []} if method == "get" else {"session": [], "csrf": []}
                operation["security"] = [by_session, {"bearer": []}]
