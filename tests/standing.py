"""Verdicts and checks of vacancies against limits, from their text and fields, without an index."""

import datetime

import numpy as np

from matcher.facts.columns import columns
from matcher.facts.known import known, resolved
from matcher.limits import LIMITS, VERDICTS, Subject, explain, verdicts

AS_OF = datetime.date(2026, 11, 23)


def known_of(vacancy, reading=None):
    """What is known of a vacancy; with a reading, the text is not read again."""
    return known(vacancy) if reading is None else resolved(vacancy, reading)


def laid_out(*pairs):
    """The columns of (vacancy, reading) pairs."""
    return columns([vacancy for vacancy, _ in pairs], [known_of(*pair) for pair in pairs])


def reached(limits, vacancy, reading=None, as_of=AS_OF):
    """Limit -> verdict of one vacancy."""
    codes = verdicts(limits, laid_out((vacancy, reading)), as_of).verdicts
    return {name: VERDICTS[code[0]] for name, code in codes.items()}


def subject(limits, vacancy, reading=None, verdict=0, language="en", place=0):
    """The vacancy's post in that place, with limits and a verdict."""
    facts = known_of(vacancy, reading)
    row = laid_out((vacancy, reading)).at(np.array([place]))
    return Subject(limits, vacancy, facts, facts.posts[int(row["post"][0])], row, verdict, language)


def told(limits, vacancy, reading=None, language="en", as_of=AS_OF):
    """Limit -> its check on the best post; and the questions."""
    result = verdicts(limits, laid_out((vacancy, reading)), as_of)
    place = int(result.best[0])
    each = {
        limit.name: explain(
            limit, subject(limits, vacancy, reading, int(result.verdicts[limit.name][0]), language, place)
        )
        for limit in LIMITS
        if limit.name in result.verdicts
    }
    return {name: check for name, (check, _) in each.items()}, [question for _, question in each.values() if question]
