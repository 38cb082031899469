"""Job matching for supported employment: candidates and vacancies in, ranked and explained suggestions out.

>>> from matcher import Candidate, Vacancy, known
>>> ad = Vacancy(id="v1", title="Opvasker", description="Du arbejder 12 timer om ugen.")
>>> known(ad).posts[0].hours.value.max
12.0

``__all__`` lists the names for use outside the package. A name is loaded on first use, so that reading a feed loads
neither the index nor the model.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    __version__: str
    from matcher.encoder import Encoder, load_encoder
    from matcher.facts import Facts
    from matcher.facts.known import known
    from matcher.feeds import Refusal, candidates, vacancies
    from matcher.index import Index
    from matcher.limits import LIMITS
    from matcher.matching import Matcher, Request, Suggestions
    from matcher.phrases import Problem
    from matcher.reader import read
    from matcher.schema import Candidate, Constraints, Reading, Suggestion, Vacancy
    from matcher.whatif import what_if

__all__ = [
    "LIMITS",
    "Candidate",
    "Constraints",
    "Encoder",
    "Facts",
    "Index",
    "Matcher",
    "Problem",
    "Reading",
    "Refusal",
    "Request",
    "Suggestion",
    "Suggestions",
    "Vacancy",
    "candidates",
    "known",
    "load_encoder",
    "read",
    "vacancies",
    "what_if",
]
ROOMS = {
    "encoder": ("Encoder", "load_encoder"),
    "facts": ("Facts", "known"),
    "feeds": ("Refusal", "candidates", "vacancies"),
    "index": ("Index",),
    "limits": ("LIMITS",),
    "matching": ("Matcher", "Request", "Suggestions"),
    "phrases": ("Problem",),
    "reader": ("read",),
    "schema": ("Candidate", "Constraints", "Reading", "Suggestion", "Vacancy"),
    "whatif": ("what_if",),
}


def __getattr__(name: str) -> Any:
    if name == "__version__":
        return import_module("importlib.metadata").version("ipsmatch")
    for room, names in ROOMS.items():
        if name in names:
            return getattr(import_module(f"matcher.{room}"), name)
    raise AttributeError(f"module 'matcher' has no attribute {name!r}")
