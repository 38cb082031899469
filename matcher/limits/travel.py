"""The way to work: minutes from the candidate's home by the ways they can travel."""

import datetime
import math

import numpy as np

from matcher.facts.columns import Rows
from matcher.geography import SPEEDS, areas, least_minutes, places, usual_minutes
from matcher.limits.limit import BROKEN, MET, NEGOTIABLE, UNKNOWN, Limit, Subject, Verdicts, Words, choose
from matcher.phrases import Language, say, sentence
from matcher.schema import Constraints, TravelMode

# "Clearly too far (half as much again as max_travel_minutes, or more)" is broken, nearer is a talk: the judging
# guidelines of the gold set. The travel times are approximations, which a hard edge at the limit would hide.
TOO_FAR = 1.5
ON_FOOT: tuple[TravelMode, ...] = ("walk",)
A_LITTLE = 1.25  # up to which a way that is too long is called a little longer
LONG_HOURS = 3  # a way that is too long and longer than this is called so: "2177 minutes on foot" tells nobody anything


def _verdicts(limits: Constraints, rows: Rows, _: datetime.date) -> Verdicts:
    """Too far is what is too far at best: times are approximations, and some places known by municipality only.

    Of someone who has not said how they travel the time is not known, unless it is short enough on foot; too far is
    then what is so by any way. Work that is all done from home has no way.
    """
    assert limits.max_travel_minutes is not None  # noqa: S101
    home, every = limits.postcode or "", tuple(SPEEDS)
    minutes = usual_minutes(home, limits.travel_modes or ON_FOOT)[rows["place"]]
    if not limits.travel_modes:
        minutes = np.where(minutes <= limits.max_travel_minutes, minutes, np.nan)
    least = least_minutes(home, limits.travel_modes or every)[rows["area"]]
    too_far = least >= TOO_FAR * limits.max_travel_minutes
    return choose(
        (rows["remote"] | (minutes <= limits.max_travel_minutes), MET),
        (too_far, BROKEN),
        (np.isnan(minutes), UNKNOWN),
        default=NEGOTIABLE,
    )


def _words(of: Subject) -> Words:
    limits, wish = of.constraints, of.constraints.max_travel_minutes
    if of.facts.remote.value == "whole":
        return Words(of.say("travel.remote"), of.facts.remote.quote)
    if of.verdict == UNKNOWN:
        return _unknown(of)
    mode, minutes = _quickest(of, limits.travel_modes or (ON_FOOT if of.verdict == MET else tuple(SPEEDS)))
    if math.isnan(minutes):
        return Words(of.say("travel.area", area=_where(of), wish=wish), None, _question(of))
    # Rounded away from the limit: "about 30 minutes; at most 30" would be no reason against.
    whole = math.floor(minutes) if of.verdict == MET else math.ceil(minutes)
    details = {"mode": of.say(f"by.{mode}"), "wish": wish, "minutes": whole}
    if of.verdict == BROKEN and whole > 60 * LONG_HOURS:
        return Words(of.say("travel.hours", hours=LONG_HOURS, **details))
    longer = "travel.longer" if whole <= A_LITTLE * (wish or 0) else "travel.well_over"
    key = {MET: "travel.minutes", NEGOTIABLE: longer}.get(of.verdict, "travel.too_far")
    return Words(of.say(key, **details), None, _question(of))


def _unknown(of: Subject) -> Words:
    """What is not known: of the person it is no question for an employer."""
    if (of.constraints.postcode or "") not in places():
        return Words(of.say("travel.no_such_home", postcode=of.constraints.postcode))
    if not of.constraints.travel_modes and of.row["place"][0]:
        return Words(of.say("travel.no_mode"))
    return Words(of.say("travel.unknown"), None, of.say("ask.place"))


def _quickest(of: Subject, modes: tuple[TravelMode, ...]) -> tuple[TravelMode, float]:
    """The way that takes the fewest minutes, and how many; nan where the place is not known."""
    place = int(of.row["place"][0])
    by_mode = {mode: float(usual_minutes(of.constraints.postcode or "", [mode])[place]) for mode in modes}
    mode = min(by_mode, key=lambda m: by_mode[m])
    return mode, by_mode[mode]


def _where(of: Subject) -> str:
    """The municipality, as far as it is known."""
    name = areas()[int(of.row["area"][0])]
    return places()[name].municipality if name in places() else name


def _question(of: Subject) -> str | None:
    """Whether some of the work may be done from home, where the ad says so and the way is a talk."""
    return of.say("ask.home") if of.verdict == NEGOTIABLE and of.facts.remote.value == "part" else None


def note(limits: Constraints, language: Language) -> str | None:
    """What is not said of the candidate, so that the way does not count; None where it counts or nothing was said.

    >>> note(Constraints(postcode="8700"), "en")
    'There is a postcode, but not how many minutes the way may take: the distance does not count.'
    """
    home, minutes = limits.postcode, limits.max_travel_minutes
    if home is None:
        return say("travel.no_home", language) if minutes is not None else None
    if home not in places():
        return sentence(say("travel.no_such_home", language, postcode=home)) + "."
    if minutes is None:
        return say("travel.no_minutes", language)
    return None if limits.travel_modes else sentence(say("travel.no_mode", language)) + "."


TRAVEL = Limit(
    "travel",
    ("postcode", "max_travel_minutes", "travel_modes"),
    (("max_travel_minutes", None),),
    lambda c: None not in (c.postcode, c.max_travel_minutes),
    _verdicts,
    _words,
    place=70,
)
