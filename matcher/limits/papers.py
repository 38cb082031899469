"""Limits on papers: licences, an own car, and authorisations of protected professions."""

import datetime

import numpy as np

from matcher.facts.columns import NO_PAPERS, Rows, text_key
from matcher.facts.papers import LICENCES, category, may_drive
from matcher.facts.professions import UNNAMED, holds
from matcher.limits.employment import language_in_words
from matcher.limits.limit import BROKEN, MET, UNKNOWN, Limit, Subject, Verdicts, Words
from matcher.phrases import joined
from matcher.schema import Constraints, RequirementKind

PAPERS: dict[
    RequirementKind, tuple[str, str]
] = {  # the phrase for a paper that is lacking or unknown, and the question about it
    "driving_licence": ("licence.driving_licence", "ask.driving_licence"),
    "own_car": ("licence.own_car", "ask.own_car"),
    "authorisation": ("licence.authorisation", "ask.authorisation"),
}


def _of_papers(limits: Constraints, papers: str, own: frozenset[str]) -> dict[RequirementKind, int]:
    """Verdicts on required papers. Broken if lacking; a question if the candidate has not said.

    own: protected professions that the person holds.
    """
    licences, car, professions = papers.split("|")
    lacking = set(filter(None, licences.split(","))) - may_drive(limits.licences or ())
    has_car = "car" in limits.travel_modes if limits.travel_modes else None
    trained = bool(set(professions.split(",")) & own)
    has_told = bool(limits.certificates) and professions != UNNAMED
    return {
        "driving_licence": _paper(not lacking, known=limits.licences is not None and bool(lacking & set(LICENCES))),
        "own_car": _paper(not car or has_car is True, known=has_car is not None),
        "authorisation": _paper(not professions or trained, known=has_told),
    }


def _paper(has: bool, *, known: bool) -> int:
    return MET if has else BROKEN if known else UNKNOWN


def _is_set(limits: Constraints) -> bool:
    return limits.licences is not None or bool(limits.certificates or limits.travel_modes)


def _verdicts(limits: Constraints, rows: Rows, _: datetime.date) -> Verdicts:
    result = np.where(rows["unread"], UNKNOWN, MET).astype(np.int8)
    asking = np.flatnonzero(rows["papers_key"] != text_key(NO_PAPERS))
    __, first, which = np.unique(rows["papers_key"][asking], return_index=True, return_inverse=True)
    different, own = rows["papers"][asking[first]], holds(limits.certificates)
    reached = np.array([max(_of_papers(limits, str(p), own).values()) for p in different], np.int8)[which]
    result[asking] = np.maximum(result[asking], reached)
    return result


def _words(of: Subject) -> Words:
    papers = str(of.row["papers"][0])
    if of.verdict == UNKNOWN and of.facts.unread is not None:
        detail = of.say("licence.unread", language=language_in_words(of.facts.unread, of.language))
        return Words(detail, None, of.say("ask.requirements"))
    if papers == NO_PAPERS:
        return Words(of.say("licence.none"))
    if of.verdict == MET:
        return Words(of.say("licence.met"), next((quote for kind in PAPERS for quote in _quotes(of, kind)), None))
    own = holds(of.constraints.certificates)
    kind = next(k for k, verdict in _of_papers(of.constraints, papers, own).items() if verdict == of.verdict)
    detail, question = PAPERS[kind]
    lacking = _lacking(of)
    named = joined(lacking, "join.and", of.language) if lacking else ""
    return Words(
        of.say(detail, licence=named),
        next(iter(_quotes(of, kind)), None),
        of.say(question, licence=named) if of.verdict == UNKNOWN else None,
    )


def _lacking(of: Subject) -> list[str]:
    own = may_drive(of.constraints.licences or ())
    return [name for name in of.post.licences if name not in own]


def _quotes(of: Subject, kind: RequirementKind) -> list[str]:
    """Quotes about one kind of paper; those about lacking licences come first."""
    requirements = of.post.required(kind)
    if kind == "authorisation" and not requirements:
        requirements = of.post.required("education")
    lacking = _lacking(of)
    in_order = sorted(requirements, key=lambda r: category(r.what or "B") not in lacking)
    return [r.quote for r in in_order if r.quote]


LICENCE = Limit(
    "licences",
    (),
    (
        ("licences", None),
        ("certificates", ()),
    ),
    _is_set,
    _verdicts,
    _words,
    place=80,
)
