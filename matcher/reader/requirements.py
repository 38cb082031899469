"""What an ad asks of a person, each thing once, as strongly as the ad puts it anywhere.

``licences`` and ``papers`` find what is asked, ``strength`` says how strongly. A list under "Vi tilbyder:" asks for
nothing.
"""

import re
from collections.abc import Sequence

from matcher.reader.licences import TRIGGERS as OF_LICENCES
from matcher.reader.licences import Mention, licences
from matcher.reader.papers import GIVEN, papers, profession
from matcher.reader.papers import TRIGGERS as OF_PAPERS
from matcher.reader.sentences import Sentence, mentioning
from matcher.reader.strength import strength
from matcher.schema import Requirement, RequirementKind, Strength

TRIGGERS = tuple(dict.fromkeys((*OF_LICENCES, *OF_PAPERS)))
PAPER = re.compile(r"(?:kort|bevis|certifikat|kursus|uddannelse|prøve)\w*$")
ONCE: tuple[RequirementKind, ...] = ("criminal_record", "age")  # said twice it is still one thing


def read_requirements(sentences: Sequence[Sentence]) -> tuple[Requirement, ...]:
    """The requirements in the order of the ad, the title's last; each once, as strongly as the ad puts it anywhere."""
    sentences = sorted(sentences, key=lambda s: s.in_title)
    strongest: dict[tuple[RequirementKind, str | None], Requirement] = {}
    for sentence in mentioning(sentences, TRIGGERS):
        if GIVEN.search(sentence.heading):
            continue
        for mention in sorted((*licences(sentence.text), *papers(sentence.text)), key=lambda m: m[:2]):
            asked = _asked(sentence, mention)
            same = (asked.kind, _sort(asked))
            known = strongest.get(same)
            if known is None or (asked.strength == "required" and known.strength == "desirable"):
                strongest[same] = asked
    found = _without_the_vague(list(strongest.values()))
    taught = any(r.kind in ("education", "authorisation") for r in found)
    return tuple(found if taught else [*found, *_profession(sorted(sentences, key=lambda s: not s.in_title))])


def _asked(sentence: Sentence, mention: Mention) -> Requirement:
    start, end, kind, what = mention
    return Requirement(
        kind=kind, what=what, strength=strength(sentence, sentence.text, start, end), quote=sentence.quote(start, end)
    )


def _sort(asked: Requirement) -> str | None:
    """What makes two mentions one thing: "truckkort" is "truckcertifikat"."""
    if asked.kind in ONCE or asked.what is None:
        return None
    return PAPER.sub("", asked.what) if asked.kind == "certificate" else asked.what


def _profession(sentences: Sequence[Sentence]) -> list[Requirement]:
    """The first profession sought, for an ad that speaks of no education otherwise."""
    for sentence in sentences:
        mention = profession(sentence)
        if mention:
            return [_asked(sentence, mention)]
    return []


def _without_the_vague(asked: list[Requirement]) -> list[Requirement]:
    """An authorisation without a profession adds nothing beside one with; two words of a sentence are one thing."""
    named = any(r.kind == "authorisation" and r.what for r in asked)
    kept: dict[tuple[RequirementKind, Strength, str, str], Requirement] = {}
    for r in asked:
        if not (named and r.kind == "authorisation" and r.what is None):
            apart = r.what or "" if r.kind in ("driving_licence", "language", "authorisation", "certificate") else ""
            kept.setdefault((r.kind, r.strength, r.quote, apart), r)
    return list(kept.values())
