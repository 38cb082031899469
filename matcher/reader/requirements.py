"""Requirements of a person, each once, with the greatest strength that the ad gives it.

``licences`` and ``papers`` find what is required, ``strength`` how strongly. A list under "Vi tilbyder:" requires
nothing.
"""

import re
from collections.abc import Sequence

from matcher.reader.licences import TRIGGERS as OF_LICENCES
from matcher.reader.licences import Mention, licences
from matcher.reader.papers import GIVEN, granted, papers, profession
from matcher.reader.papers import TRIGGERS as OF_PAPERS
from matcher.reader.sentences import Sentence, mentioning
from matcher.reader.strength import strength
from matcher.schema import Requirement, RequirementKind, Strength

TRIGGERS = tuple(dict.fromkeys((*OF_LICENCES, *OF_PAPERS)))
PAPER = re.compile(r"(?:kort|bevis|certifikat|kursus|uddannelse|prøve)\w*$")
# Of two mentions of one thing the stronger counts. None: simply listed.
WEIGHTS: dict[Strength | None, int] = {"not_required": 0, None: 0, "desirable": 1, "required": 2}
ONCE: tuple[RequirementKind, ...] = ("criminal_record", "age")  # kinds of which two mentions are one requirement


def read_requirements(sentences: Sequence[Sentence]) -> tuple[Requirement, ...]:
    """Reads the requirements in the order of the ad, the title's last; each once, with its greatest strength.

    A requirement that is simply listed is required, unless the ad says elsewhere that it is only desirable.
    """
    sentences = sorted(sentences, key=lambda s: s.in_title)
    strongest: dict[tuple[RequirementKind, str | None], tuple[int, Requirement]] = {}
    for sentence in mentioning(sentences, TRIGGERS):
        if GIVEN.search(sentence.heading):
            continue
        for mention in sorted((*licences(sentence.text), *papers(sentence.text)), key=lambda m: m[:2]):
            stated, requirement = _with_strength(sentence, mention)
            same, weight = (requirement.kind, _sort(requirement)), WEIGHTS[stated]
            if same not in strongest or weight > strongest[same][0]:
                strongest[same] = (weight, requirement)
    requirements = _without_the_vague([requirement for _, requirement in strongest.values()])
    taught = any(r.kind in ("education", "authorisation") for r in requirements)
    return tuple(
        requirements if taught else [*requirements, *_profession(sorted(sentences, key=lambda s: not s.in_title))]
    )


def _with_strength(sentence: Sentence, mention: Mention) -> tuple[Strength | None, Requirement]:
    """The strength of a mention, and its requirement."""
    start, end, kind, what = mention
    stated = strength(sentence, sentence.text, start, end)
    if stated is None and kind in ("certificate", "education") and granted(sentence.text, start, end):
        stated = "not_required"
    return stated, Requirement(kind=kind, what=what, strength=stated or "required", quote=sentence.quote(start, end))


def _sort(requirement: Requirement) -> str | None:
    """A key by which two mentions are one requirement: "truckkort" is "truckcertifikat"."""
    if requirement.kind in ONCE or requirement.what is None:
        return None
    return PAPER.sub("", requirement.what) if requirement.kind == "certificate" else requirement.what


def _profession(sentences: Sequence[Sentence]) -> list[Requirement]:
    """The first profession sought, if the ad names no education."""
    for sentence in sentences:
        mention = profession(sentence)
        if mention:
            return [_with_strength(sentence, mention)[1]]
    return []


def _without_the_vague(requirements: list[Requirement]) -> list[Requirement]:
    """Drops an authorisation without a profession beside one with, and repeated words for one thing in a sentence."""
    named = any(r.kind == "authorisation" and r.what for r in requirements)
    kept: dict[tuple[RequirementKind, Strength, str, str], Requirement] = {}
    for r in requirements:
        if not (named and r.kind == "authorisation" and r.what is None):
            apart = r.what or "" if r.kind in ("driving_licence", "language", "authorisation", "certificate") else ""
            kept.setdefault((r.kind, r.strength, r.quote, apart), r)
    return list(kept.values())
