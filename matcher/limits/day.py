"""The working day: the earliest start and the latest end that the candidate can take."""

import datetime

import numpy as np

from matcher.facts.columns import NO_CLOCK, Rows, minutes
from matcher.limits.limit import MET, NEGOTIABLE, UNKNOWN, Limit, Subject, Verdicts, Words, choose
from matcher.limits.times import column
from matcher.schema import Constraints

EARLY_MORNING_ENDS = 7 * 60  # a start before 07:00 counts as early_morning
EVENING_BEGINS = 18 * 60  # work after 18:00 counts as evening


def _start_verdicts(limits: Constraints, rows: Rows, _: datetime.date) -> Verdicts:
    wish, starts = minutes(limits.earliest_start), rows["day_starts"]
    early = column(rows, "early_morning") == 1
    return choose(
        ((starts != NO_CLOCK) & (starts >= wish), MET),
        ((starts != NO_CLOCK) | (early & (wish >= EARLY_MORNING_ENDS)), NEGOTIABLE),
        default=UNKNOWN,
    )


def _start_words(of: Subject) -> Words:
    wish, start = of.constraints.earliest_start, of.post.day_starts
    if of.verdict == MET:
        return Words(of.say("start.met", start=start.value), start.quote)
    if of.verdict == UNKNOWN:
        return Words(of.say("start.unknown"), None, of.say("ask.start"))
    question = of.say("ask.start_later", wish=wish)
    if start.value is None:
        early = of.post.times["early_morning"]
        return Words(of.say("start.before", wish=wish), early.quote, question)
    return Words(of.say("start.early", start=start.value, wish=wish), start.quote, question)


def _end_verdicts(limits: Constraints, rows: Rows, _: datetime.date) -> Verdicts:
    """Verdicts on the end of the day. A clock time before the start is after midnight, which is late."""
    wish, ends = minutes(limits.latest_end), rows["day_ends"]
    is_known = ends != NO_CLOCK
    past_midnight = is_known & (ends <= rows["day_starts"])
    late = np.any([column(rows, time) == 1 for time in ("evening", "night")], axis=0) & (wish <= EVENING_BEGINS)
    return choose(
        (is_known & (ends <= wish) & ~past_midnight, MET),
        (is_known | late, NEGOTIABLE),
        default=UNKNOWN,
    )


def _end_words(of: Subject) -> Words:
    wish, end = of.constraints.latest_end, of.post.day_ends
    if of.verdict == MET:
        return Words(of.say("end.met", end=end.value), end.quote)
    if of.verdict == UNKNOWN:
        return Words(of.say("end.unknown"), None, of.say("ask.end"))
    question = of.say("ask.end_earlier", wish=wish)
    if end.value is None:
        late = next(of.post.times[time] for time in ("evening", "night") if of.post.occurs(time) == "yes")
        return Words(of.say("end.after", wish=wish), late.quote, question)
    return Words(of.say("end.late", end=end.value, wish=wish), end.quote, question)


EARLIEST_START = Limit(
    "earliest_start",
    ("earliest_start",),
    (("earliest_start", None),),
    lambda c: c.earliest_start is not None,
    _start_verdicts,
    _start_words,
    place=30,
)
LATEST_END = Limit(
    "latest_end",
    ("latest_end",),
    (("latest_end", None),),
    lambda c: c.latest_end is not None,
    _end_verdicts,
    _end_words,
    place=40,
)
