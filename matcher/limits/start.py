"""The first day on which the candidate can start a job."""

import datetime

import numpy as np

from matcher.facts.columns import START_BY_AGREEMENT, START_DATE, Rows
from matcher.limits.limit import MET, NEGOTIABLE, UNKNOWN, Limit, Subject, Verdicts, Words, choose
from matcher.schema import Constraints


def _verdicts(limits: Constraints, rows: Rows, as_of: datetime.date) -> Verdicts:
    """ "As soon as possible" is a question if the candidate cannot start yet. A fixed earlier date is negotiable."""
    assert limits.available_from is not None  # noqa: S101
    wish, state = limits.available_from.toordinal(), rows["start"]
    now = np.full(len(rows), limits.available_from <= as_of)
    return choose(
        (now | (state == START_BY_AGREEMENT) | ((state == START_DATE) & (rows["start_date"] >= wish)), MET),
        (state == START_DATE, NEGOTIABLE),
        default=UNKNOWN,
    )


def _words(of: Subject) -> Words:
    wish, start = of.constraints.available_from, of.facts.start
    if of.verdict == MET:
        return Words(of.say("from.met"), start.quote)
    if of.verdict == NEGOTIABLE:
        begins = datetime.date.fromisoformat(str(start.value))
        detail = of.say("from.early", start=begins, wish=wish)
        return Words(detail, start.quote, of.say("ask.from_later", wish=wish))
    soon = start.value == "asap"
    key = "from.asap" if soon else "from.no_year" if of.facts.start_partial else "from.unknown"
    question = of.say("ask.from_later", wish=wish) if soon else of.say("ask.from")
    return Words(of.say(key), start.quote, question)


AVAILABLE_FROM = Limit(
    "available_from",
    ("available_from",),
    (("available_from", None),),
    lambda c: c.available_from is not None,
    _verdicts,
    _words,
    place=60,
)
