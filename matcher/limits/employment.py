"""The kinds of employment that the candidate accepts."""

import datetime
from typing import get_args

import numpy as np
from babel import Locale

from matcher.facts.columns import EMPLOYMENTS, Rows
from matcher.limits.limit import BROKEN, MET, NEGOTIABLE, UNKNOWN, Limit, Subject, Verdicts, Words, choose
from matcher.phrases import Language
from matcher.schema import Constraints, Employment


def _verdicts(limits: Constraints, rows: Rows, _: datetime.date) -> Verdicts:
    code, accepted = rows["employment"], limits.accept_employment
    mixed, unclear = code == EMPLOYMENTS.index("mixed"), code == EMPLOYMENTS.index("unclear")
    return choose(
        (np.isin(code, [EMPLOYMENTS.index(e) for e in accepted]) | (mixed & ("ordinary" in accepted)), MET),
        (mixed | unclear, UNKNOWN),
        (rows["addressed"], NEGOTIABLE),
        default=BROKEN,
    )


def _words(of: Subject) -> Words:
    kind, unread = of.post.employment, of.facts.unread
    if unread is not None and kind.value == "unclear":
        detail = of.say("employment.unread", language=language_in_words(unread, of.language))
        return Words(detail, None, of.say("ask.employment"))
    named = of.say(f"employment.{kind.value}")
    key = {NEGOTIABLE: "employment.addressed", BROKEN: "employment.not_chosen"}.get(of.verdict)
    detail = of.say(key, employment=named) if key else named
    if kind.otherwise is not None:
        detail = of.say("feed.differs", detail=detail, stated=of.say(f"employment.{kind.otherwise}"))
    question = {UNKNOWN: "ask.employment", NEGOTIABLE: "ask.open"}.get(of.verdict)
    return Words(detail, kind.quote, of.say(question) if question else None)


def language_in_words(code: str | None, language: Language) -> str:
    """The name of a language in a language of the product.

    >>> language_in_words("pl", "da"), language_in_words("sv", "en")
    ('polsk', 'Swedish')
    """
    return Locale(language).languages.get(code or "", code or "")


EMPLOYMENT = Limit(
    "employment",
    ("accept_employment",),
    (("accept_employment", get_args(Employment)),),
    lambda _: True,
    _verdicts,
    _words,
    place=90,
)
