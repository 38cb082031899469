"""Finds what names must not contain: certificates, licences, languages, employers to leave out.

The name of a course or an organisation in the health field tells nothing about the person ("demenskursus", "Psykiatrisk
Center Ballerup"), and an employer has an address and a telephone. So words about health, origin and the like are
refused only if the text says something about a person ("har", "jeg", "på grund af"), or if an illness, a medicine or a
belief stands alone and names no paper and no place.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from matcher.privacy import Finding, Span, as_finding, spans
from matcher.privacy.grammar import BREAKS, Token, tokens_of

# A place of treatment ("Distriktspsykiatrien") and a paper about crime ("straffeattest") may stand alone.
MAY_BE_NAMED = ("contact", "name")  # an employer has an address, and may be named after a person
NAMES_NOTHING = ("diagnosis", "symptom", "medicine", "origin", "religion", "gender", "age")


def forbidden_in_name(text: str) -> list[Finding]:
    """Everything that a name must not contain, in its order; an empty list if there is nothing.

    >>> forbidden_in_name("demenskursus"), forbidden_in_name("Kræftens Bekæmpelse")
    ([], [])
    >>> [finding.words for finding in forbidden_in_name("har skizofreni og får antipsykotisk medicin")]
    ['skizofreni', 'får antipsykotisk', 'medicin']
    """
    suspect = [span for span in spans(text) if span.category not in MAY_BE_NAMED]
    if not suspect:
        return []
    tokens = tokens_of(text)
    if not any("<of_oneself>" in token.tags for token in tokens):
        alone = set(_alone(tokens, [span for span in suspect if span.category in NAMES_NOTHING]))
        suspect = [span for span in suspect if span.category == "cpr" or span in alone]
    return [as_finding(span, text) for span in suspect]


def _alone(tokens: list[Token], suspect: list[Span]) -> Iterator[Span]:
    """The spans of those parts of a name that hold nothing else, such as the second part of "Netto (angst)"."""
    starts = [span.start for span in suspect]
    part: list[Token] = []
    for token in tokens:
        if not token.tags & BREAKS:
            part.append(token)
        elif part:
            within = slice(bisect_left(starts, part[0].start), bisect_left(starts, part[-1].end))
            if all(_says_nothing(word, suspect, bisect_right(starts, word.start) - 1) for word in part):
                yield from suspect[within]
            part = []


def _says_nothing(word: Token, suspect: list[Span], nth: int) -> bool:
    """Whether a word names no paper and no place. ``nth``: the last span that begins at or before it."""
    if nth >= 0 and word.end <= suspect[nth].end:
        return "<paper_or_place>" not in word.tags
    return bool(word.tags & {"<beside_illness>", "<number>"})
