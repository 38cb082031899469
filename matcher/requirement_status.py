"""Requirements of an ad, one by one, and whether the person meets each, as far as is known.

Uses what the limits and the features know (``limits``, ``features``). Silence is unknown: neither met nor lacking. Age
and criminal record are never stored, and skills have too many names, so these get no status.
"""

from collections.abc import Callable
from typing import Literal, NamedTuple

from matcher.facts import Facts, Post
from matcher.facts.papers import LANGUAGES, LICENCES, category, may_drive, paper
from matcher.facts.professions import UNNAMED, holds, reserved_for
from matcher.features import own_papers
from matcher.phrases import Language
from matcher.requirement_names import named as named
from matcher.schema import Candidate, Requirement, RequirementKind, Suggestion, Vacancy

Status = Literal["has", "partial", "lacks", "unknown"]  # partial: names something with a word in common
KINDS: tuple[RequirementKind, ...] = (
    "driving_licence",
    "own_car",
    "authorisation",
    "education",
    "certificate",
    "experience",
    "language",
)
SPOKEN = ("good", "fluent")


class RequirementStatus(NamedTuple):
    """One requirement of an ad: its kind, its name if it has one, whether the person meets it, and the ad's words."""

    kind: RequirementKind
    what: str
    status: Status
    quote: str


class _Case(NamedTuple):
    """A candidate and a suggested vacancy."""

    candidate: Candidate
    vacancy: Vacancy
    post: Post
    suggestion: Suggestion
    language: Language


def statuses(
    candidate: Candidate, vacancy: Vacancy, facts: Facts, suggestion: Suggestion, language: Language
) -> list[RequirementStatus]:
    """Everything that the post requires, each once, in the order of ``KINDS``."""
    of = _Case(candidate, vacancy, facts.post(suggestion.post), suggestion, language)
    each = (
        RequirementStatus(r.kind, named(r, language, vacancy.language), STATUS[r.kind](of, r), r.quote)
        for kind in KINDS
        for r in _required(of, kind)
    )
    return list({(status.kind, status.what): status for status in each}.values())


def _required(of: _Case, kind: RequirementKind) -> list[Requirement]:
    """Requirements of one kind. Licences by category, each with the first mention's quote."""
    requirements = of.post.required(kind)
    if kind != "driving_licence":
        return requirements
    quotes = {category(r.what or "B"): r.quote for r in reversed(requirements)}
    return [Requirement(kind=kind, strength="required", what=c, quote=quotes[c]) for c in of.post.licences]


def _licence(of: _Case, requirement: Requirement) -> Status:
    own = of.candidate.constraints.licences
    if requirement.what in may_drive(own or ()):
        return "has"
    return "unknown" if own is None or requirement.what not in LICENCES else "lacks"


def _car(of: _Case, _: Requirement) -> Status:
    modes = of.candidate.constraints.travel_modes
    return "has" if "car" in modes else "lacks" if modes else "unknown"


def _authorisation(of: _Case, _: Requirement) -> Status:
    """For a legally protected profession. If the ad does not say which one: unknown."""
    needed, certificates = reserved_for(of.vacancy.title, of.post.requirements), of.candidate.limits.certificates
    if needed & holds(certificates):
        return "has"
    return "lacks" if certificates and needed and UNNAMED not in needed else "unknown"


def _papers(of: _Case, requirement: Requirement) -> Status:
    certificates = of.candidate.limits.certificates
    if not own_papers(of.candidate) & paper(requirement):
        return "lacks" if certificates else "unknown"
    named = (requirement.what or requirement.quote).casefold()
    return "has" if any(named in text.casefold() for text in certificates) else "partial"


def _experience(of: _Case, _: Requirement) -> Status:
    """Whether a competency is near, as in the score."""
    if not of.candidate.competencies:
        return "unknown"
    return "lacks" if any(e.term == "experience" for e in of.suggestion.evidence) else "partial"


def _language(of: _Case, requirement: Requirement) -> Status:
    level = of.candidate.constraints.languages.get(LANGUAGES.get(requirement.what or "", ""))
    return "unknown" if level is None else "has" if level in SPOKEN else "lacks"


STATUS: dict[RequirementKind, Callable[[_Case, Requirement], Status]] = {
    "driving_licence": _licence,
    "own_car": _car,
    "authorisation": _authorisation,
    "education": _papers,
    "certificate": _papers,
    "experience": _experience,
    "language": _language,
}
