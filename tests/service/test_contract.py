"""Calls that fit the OpenAPI document, and calls that do not, are answered as it says and never with a 500."""

from contextlib import suppress

import pytest
import schemathesis
from conftest import lines
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from places import NUMBERS, Place
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import ignored_auth, positive_data_acceptance
from sizes import size

pytestmark = pytest.mark.slow

EXAMPLES = size(2, 20)  # calls of each kind for each endpoint
ROLES = {"users and keys": "administrator", "figures": "supervisor", "log": "auditor", "bulk runs": "scorer"}
NOT_HERE = [
    positive_data_acceptance,  # rules that no schema has: min <= max, and refused words
    ignored_auth,  # rights have a table of their own; here every caller has the right
]
ENDS_A_SESSION = {"DELETE /v1/session", "PUT /v1/session/password"}


@pytest.fixture(scope="module")
def here(app, served):  # noqa: ARG001 it runs
    place = Place(app, f"place-{next(NUMBERS)}")
    place.feed.post("/v1/vacancies?format=jsonl", content="\n".join(lines("vacancies.jsonl")[:3]))
    place.index_of(3)
    return place


def caller(place, operation):
    """A caller who has the right."""
    if operation.path.endswith("/owner"):
        return place.supervisor
    return getattr(place, ROLES.get((operation.tags or [""])[0], "consultant"))


@pytest.mark.parametrize("mode", GenerationMode)
def test_every_operation_keeps_to_its_description(here, address, mode):
    document = schemathesis.openapi.from_url(f"{address}/openapi.json")
    wrong = []
    for found in document.get_all_operations():
        operation = found.ok()
        if f"{operation.method.upper()} {operation.path}" in ENDS_A_SESSION:
            continue
        try:
            fuzzed(operation, caller(here, operation), mode)
        except (Exception, BaseExceptionGroup) as error:  # all are told together
            wrong.append(f"{operation.method.upper()} {operation.path}\n{getattr(error, 'exceptions', error)!s}"[:1200])
    assert not wrong, "\n\n".join(wrong)


def fuzzed(operation, someone, mode):
    """Calls that Hypothesis makes up from the document; each answer must be one that it promises."""

    @given(case=operation.as_strategy(generation_mode=mode))
    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        database=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    def run(case):
        case.call_and_validate(headers=someone.headers, cookies=dict(someone.client.cookies), excluded_checks=NOT_HERE)

    with suppress(Unsatisfiable):  # nothing that could be wrong
        run()
