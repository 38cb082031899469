"""Times of day at which the candidate does not work."""

import datetime

import numpy as np

from matcher.facts.columns import NO_CLOCK, Rows, minutes
from matcher.limits.limit import BROKEN, MET, NEGOTIABLE, UNKNOWN, Limit, Subject, Verdicts, Words, choose
from matcher.phrases import list_of
from matcher.schema import TIMES, Constraints, Time

SHIFT_TIMES = ("early_morning", "evening", "night", "weekend")  # what rotating shifts may rotate through
NIGHT_ENDS = 6 * 60  # a person who has ruled out the night is not at work before (judging guidelines, 2)


def column(rows: Rows, time: Time) -> "Verdicts":
    """(n,) how a time of day occurs, by the codes of ``columns.OCCURS``."""
    codes: Verdicts = rows["times"][:, TIMES.index(time)]
    return codes


def _of_time(time: Time, rows: Rows) -> Verdicts:
    codes, rotating = column(rows, time), column(rows, "rotating_shifts") == 1
    begins_at_night = (rows["day_starts"] != NO_CLOCK) & (rows["day_starts"] < NIGHT_ENDS) & (time == "night")
    return choose(
        (codes == 1, BROKEN),
        (begins_at_night, NEGOTIABLE),
        (codes == -1, MET),
        (codes == 2, NEGOTIABLE),
        (rotating & (time in SHIFT_TIMES), NEGOTIABLE),
        default=UNKNOWN,
    )


def _verdicts(limits: Constraints, rows: Rows, _: datetime.date) -> Verdicts:
    return np.max([_of_time(t, rows) for t in limits.not_times], axis=0)


def _words(of: Subject) -> Words:
    reached = {t: int(_of_time(t, of.row)[0]) for t in of.constraints.not_times}
    deciding = [t for t, verdict in reached.items() if verdict == of.verdict]
    opened = list_of([of.say(f"time.{t}") for t, verdict in reached.items() if verdict in (UNKNOWN, NEGOTIABLE)])
    if of.verdict == BROKEN:
        named = list_of([of.say(f"time.{t}") for t in deciding])
        return Words(of.say("times.broken", times=named), _quote(of, deciding[0]))
    if of.verdict == NEGOTIABLE:
        return _negotiable(of, deciding, opened)
    if of.verdict == UNKNOWN:
        return Words(of.say("times.unknown", times=opened), None, of.say("ask.times", times=opened))
    return Words(_met(of), _quote(of, deciding[0]))


def _negotiable(of: Subject, deciding: list[Time], opened: str) -> Words:
    starts = of.post.day_starts
    if "night" in deciding and minutes(starts.value) in range(NIGHT_ENDS):
        detail = of.say("start.early", start=starts.value, wish="06:00")
        return Words(detail, starts.quote, of.say("ask.start_later", wish="06:00"))
    seldom = [t for t in deciding if of.post.occurs(t) == "sometimes"]
    if seldom:
        named = list_of([of.say(f"time.{t}") for t in seldom])
        question = of.say("ask.without", times=named)
        return Words(of.say("times.seldom", times=named), _quote(of, seldom[0]), question)
    return Words(of.say("times.rotating"), _quote(of, "rotating_shifts"), of.say("ask.shifts", times=opened))


def _quote(of: Subject, time: Time) -> str | None:
    return of.post.times[time].quote if time in of.post.times else None


def _met(of: Subject) -> str:
    """None of the times ruled out; and what another source says where it says otherwise."""
    detail = of.say("times.met")
    times = [t for t in of.constraints.not_times if t in of.post.times and of.post.times[t].otherwise == "yes"]
    stated = list_of([of.say(f"time.{t}") for t in times])
    return of.say("feed.differs", detail=detail, stated=stated) if times else detail


TIMES_OF_DAY = Limit(
    "not_times", ("not_times",), (("not_times", ()),), lambda c: bool(c.not_times), _verdicts, _words
)  # fmt: skip
