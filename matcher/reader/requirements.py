"""What an ad asks of a person, each thing once, as strongly as the ad puts it anywhere.

``licences`` and ``papers`` find what is asked, ``strength`` says how strongly. A list under "Vi tilbyder:" asks for
nothing.
"""

from collections.abc import Sequence

from matcher.reader.licences import TRIGGERS as OF_LICENCES
from matcher.reader.licences import licences
from matcher.reader.papers import GIVEN, papers
from matcher.reader.papers import TRIGGERS as OF_PAPERS
from matcher.reader.sentences import Sentence, mentioning
from matcher.reader.strength import strength
from matcher.schema import Requirement, RequirementKind

TRIGGERS = tuple(dict.fromkeys((*OF_LICENCES, *OF_PAPERS)))
ONCE: tuple[RequirementKind, ...] = ("criminal_record", "age")  # said twice it is still one thing


def read_requirements(sentences: Sequence[Sentence]) -> tuple[Requirement, ...]:
    """The requirements in the order of the ad; each once, as strongly as the ad puts it anywhere."""
    strongest: dict[tuple[RequirementKind, str | None], Requirement] = {}
    for sentence in mentioning(sentences, TRIGGERS):
        if GIVEN.search(sentence.heading):
            continue
        for start, end, kind, what in sorted((*licences(sentence.text), *papers(sentence.text)), key=lambda m: m[:2]):
            asked = Requirement(
                kind=kind, what=what, strength=strength(sentence, sentence.text, start, end),
                quote=sentence.quote(start, end),
            )  # fmt: skip
            same = (kind, None if kind in ONCE else what)
            known = strongest.get(same)
            if known is None or (asked.strength == "required" and known.strength == "desirable"):
                strongest[same] = asked
    return tuple(_without_the_vague(list(strongest.values())))


def _without_the_vague(asked: list[Requirement]) -> list[Requirement]:
    """An authorisation without a profession adds nothing beside one with; two words of a sentence are one thing."""
    named = any(r.kind == "authorisation" and r.what for r in asked)
    kept: dict[tuple[RequirementKind, str, str], Requirement] = {}
    for r in asked:
        if not (named and r.kind == "authorisation" and r.what is None):
            apart = r.what or "" if r.kind in ("driving_licence", "language", "authorisation", "certificate") else ""
            kept.setdefault((r.kind, r.quote, apart), r)
    return list(kept.values())
