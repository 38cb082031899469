"""Demands that the candidate rules out. Firm limits; ``avoid`` holds wishes."""

import datetime

import numpy as np

from matcher.facts.columns import DEMANDS, Rows, bits
from matcher.limits.limit import BROKEN, UNKNOWN, Limit, Subject, Verdicts, Words, choose
from matcher.phrases import joined
from matcher.schema import Constraints


def _verdicts(limits: Constraints, rows: Rows, _: datetime.date) -> Verdicts:
    """Broken if the ad names the demand. Silence is unknown, never met."""
    ruled_out = np.uint32(bits(DEMANDS, limits.never))
    return choose((rows["demands"] & ruled_out != 0, BROKEN), default=UNKNOWN)


def _words(of: Subject) -> Words:
    demands = [d for d in of.facts.demands if d.kind in of.constraints.never]
    if of.verdict == BROKEN:
        named = joined(list(dict.fromkeys(of.say(f"demand.{d.kind}") for d in demands)), "join.and", of.language)
        return Words(of.say("never.broken", demands=named), demands[0].quote or None)
    named = joined([of.say(f"demand.{kind}") for kind in of.constraints.never], "join.or", of.language)
    return Words(of.say("never.unknown", demands=named), None, of.say("ask.never", demands=named))


NEVER = Limit("never", ("never",), (("never", ()),), lambda c: bool(c.never), _verdicts, _words, place=100)
