"""Times of day when the candidate does not work."""

import datetime

import numpy as np

from matcher.facts.columns import NO_CLOCK, Rows, minutes
from matcher.limits.limit import BROKEN, MET, NEGOTIABLE, UNKNOWN, Limit, Subject, Verdicts, Words, choose
from matcher.schema import TIMES, Constraints, Time
from matcher.times_in_words import placed, seldom, work_at

SHIFT_TIMES = ("early_morning", "evening", "night", "weekend")  # times of day that rotating shifts may include
# A question names a time of day only if the ad contains one of these words: nobody asks a churchyard whether there is
# work at night.
HINTS: dict[Time, tuple[Time, ...]] = {
    "early_morning": ("evening", "night", "rotating_shifts", "on_call_duty"),
    "evening": ("night", "weekend", "rotating_shifts", "on_call_duty"),
    "night": ("evening", "rotating_shifts", "on_call_duty"),
    "weekend": ("evening", "night", "rotating_shifts", "on_call_duty"),
    "rotating_shifts": ("evening", "night", "weekend"),
    "on_call_duty": ("night", "rotating_shifts"),
    "day": (),
}
NIGHT_ENDS = 6 * 60  # a person who rules out the night does not work before it ends (judging guidelines, 2)


def column(rows: Rows, time: Time) -> "Verdicts":
    """(n,) codes of ``columns.OCCURS``: how a time of day occurs."""
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
    opened = [t for t, verdict in reached.items() if verdict in (UNKNOWN, NEGOTIABLE)]
    if of.verdict == BROKEN:
        return Words(of.say("times.broken", times=placed(deciding, of.language)), _quote(of, deciding[0]))
    if of.verdict == NEGOTIABLE:
        return _negotiable(of, deciding, opened)
    if of.verdict == UNKNOWN:
        return Words(of.say("times.unknown", times=work_at(opened, of.language)), None, _question(of, opened))
    return Words(_met(of), _quote(of, deciding[0]))


def _question(of: Subject, opened: list[Time]) -> str:
    """A question about these times if the ad gives reason to ask, else about the working hours in general."""
    likely = [any(of.post.occurs(hint) in ("yes", "sometimes") for hint in HINTS[time]) for time in opened]
    return of.say("ask.times", times=work_at(opened, of.language)) if all(likely) else of.say("ask.working_hours")


def _negotiable(of: Subject, deciding: list[Time], opened: list[Time]) -> Words:
    starts = of.post.day_starts
    if "night" in deciding and minutes(starts.value) in range(NIGHT_ENDS):
        detail = of.say("start.early", start=starts.value, wish="06:00")
        return Words(detail, starts.quote, of.say("ask.start_later", wish="06:00"))
    sometimes = [t for t in deciding if of.post.occurs(t) == "sometimes"]
    if sometimes:
        question = of.say("ask.without", times=work_at(sometimes, of.language))
        return Words(seldom(sometimes, of.language), _quote(of, sometimes[0]), question)
    question = of.say("ask.shifts", times=work_at(opened, of.language))
    return Words(of.say("times.rotating"), _quote(of, "rotating_shifts"), question)


def _quote(of: Subject, time: Time) -> str | None:
    return of.post.times[time].quote if time in of.post.times else None


def _met(of: Subject) -> str:
    """Says that none of the excluded times occurs, and what another source says if it differs."""
    detail = of.say("times.met")
    times = [t for t in of.constraints.not_times if t in of.post.times and of.post.times[t].otherwise == "yes"]
    return of.say("feed.differs", detail=detail, stated=work_at(times, of.language)) if times else detail


TIMES_OF_DAY = Limit(
    "not_times", ("not_times",), (("not_times", ()),), lambda c: bool(c.not_times), _verdicts, _words, place=20
)
