"""What an ad requires of a person, thing by thing, and whether the person has it, as far as was said.

It knows what the limits and the terms know (``constraints``, ``terms``) and says it of each thing by itself. What
nobody has said is not known: it is neither had nor lacked. Age and criminal record stand in no candidate, and skills
have too many names: of those nothing is said here.
"""

from collections.abc import Callable
from typing import Literal, NamedTuple

from babel import Locale

from matcher.constraints import LANGUAGES, LICENCES, may_drive, paper, required_licences
from matcher.phrases import Language, say
from matcher.professions import UNNAMED, holds, reserved_for
from matcher.schema import Candidate, Reading, Requirement, RequirementKind, Suggestion, Vacancy
from matcher.terms import own_papers

Status = Literal["has", "alike", "lacks", "unknown"]  # alike: has named something with a word in common
KINDS: tuple[RequirementKind, ...] = (
    "driving_licence", "own_car", "authorisation", "education", "certificate", "experience", "language",
)  # fmt: skip
SPOKEN = ("good", "fluent")


class Asked(NamedTuple):
    """One thing that an ad requires: its kind, its name where it has one, whether the person has it, the ad's words."""

    kind: RequirementKind
    what: str
    status: Status
    quote: str


class _Held(NamedTuple):
    """A candidate and the vacancy as it was suggested."""

    candidate: Candidate
    vacancy: Vacancy
    facts: Reading
    suggestion: Suggestion
    language: Language


def asked(
    candidate: Candidate, vacancy: Vacancy, facts: Reading, suggestion: Suggestion, language: Language
) -> list[Asked]:
    """Everything that the ad requires, each thing once, in the order of ``KINDS``."""
    of = _Held(candidate, vacancy, facts, suggestion, language)
    found = {
        (r.kind, what := named(r, language)): Asked(r.kind, what, STATUS[r.kind](of, r), r.quote)
        for kind in KINDS for r in _required(of, kind)
    }  # fmt: skip
    return list(found.values())


def _required(of: _Held, kind: RequirementKind) -> list[Requirement]:
    """What the ad requires of a kind; licences also by the feed's field, as the limit has them."""
    read = [r for r in of.facts.requirements if r.kind == kind and r.strength == "required"]
    if kind != "driving_licence":
        return read
    quotes = {r.what or "B": r.quote for r in reversed(read)}  # the first mention stays
    needed = required_licences(of.vacancy, of.facts)
    return [Requirement(kind=kind, strength="required", what=c, quote=quotes.get(c, "")) for c in needed]


def named(requirement: Requirement, language: Language) -> str:
    """Its name: of a language in the reader's own, of experience none, which was only found by a word."""
    what = "" if requirement.kind == "experience" else requirement.what or ""
    return language_name(what, language) if requirement.kind == "language" else what


def language_name(what: str, language: Language) -> str:
    """What an ad calls a language, as the reader does.

    >>> language_name("danish", "da"), language_name("engelsk", "en"), language_name("grønlandsk", "en")
    ('dansk', 'English', 'grønlandsk')
    """
    code = LANGUAGES.get(what)
    return Locale(language).languages[code] if code else what


def _licence(of: _Held, requirement: Requirement) -> Status:
    own = of.candidate.constraints.licences
    if requirement.what in may_drive(own or ()):
        return "has"
    return "unknown" if own is None or requirement.what not in LICENCES else "lacks"


def _car(of: _Held, _: Requirement) -> Status:
    modes = of.candidate.constraints.travel_modes
    return "has" if "car" in modes else "lacks" if modes else "unknown"


def _authorisation(of: _Held, _: Requirement) -> Status:
    """Of a profession that the law protects; of which is not said, that cannot be known."""
    needed, said = reserved_for(of.vacancy, of.facts), of.candidate.limits.certificates
    if needed & holds(said):
        return "has"
    return "lacks" if said and needed and UNNAMED not in needed else "unknown"


def _papers(of: _Held, requirement: Requirement) -> Status:
    said = of.candidate.limits.certificates
    if not own_papers(of.candidate) & paper(requirement):
        return "lacks" if said else "unknown"
    named = (requirement.what or requirement.quote).casefold()
    return "has" if any(named in text.casefold() for text in said) else "alike"


def _experience(of: _Held, _: Requirement) -> Status:
    """Whether something the person has done is near, as the score has it."""
    missed = say("term.experience", of.language)
    if not of.candidate.competencies:
        return "unknown"
    return "lacks" if any(e.statement == missed for e in of.suggestion.evidence) else "alike"


def _language(of: _Held, requirement: Requirement) -> Status:
    level = of.candidate.constraints.languages.get(LANGUAGES.get(requirement.what or "", ""))
    return "unknown" if level is None else "has" if level in SPOKEN else "lacks"


STATUS: dict[RequirementKind, Callable[[_Held, Requirement], Status]] = {
    "driving_licence": _licence, "own_car": _car, "authorisation": _authorisation, "education": _papers,
    "certificate": _papers, "experience": _experience, "language": _language,
}  # fmt: skip
