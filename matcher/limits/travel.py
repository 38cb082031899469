"""Travel time: minutes from the candidate's home to work with the modes of travel they can use."""

import datetime
import math

import numpy as np

from matcher.facts.columns import Rows
from matcher.geography import SPEEDS, areas, least_minutes, places, usual_minutes
from matcher.limits.limit import BROKEN, MET, NEGOTIABLE, UNKNOWN, Limit, Subject, Verdicts, Words, choose
from matcher.phrases import Language, say, sentence
from matcher.schema import Constraints, TravelMode

# Broken from "half as much again as max_travel_minutes" on, negotiable below it: the judging guidelines of the gold
# set. Travel times are approximations, so a hard edge at the limit would hide jobs.
TOO_FAR = 1.5
ON_FOOT: tuple[TravelMode, ...] = ("walk",)
A_LITTLE = 1.25  # times the limit: up to here a journey is called "a little longer"
LONG_HOURS = 3  # hours: a longer journey is not given in minutes, because "2177 minutes on foot" helps nobody


def _verdicts(limits: Constraints, rows: Rows, _: datetime.date) -> Verdicts:
    """Broken only if even the shortest estimate is too long: times are approximations, and some places are known by
    municipality only.

    If the candidate gave no mode of travel, the time is unknown unless the journey is short enough on foot; it is
    broken only if it is too long by every mode. Work done entirely from home needs no travel.
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
    """Words for an unknown travel time. A gap in the candidate's own details gives no question for the employer."""
    if (of.constraints.postcode or "") not in places():
        return Words(of.say("travel.no_such_home", postcode=of.constraints.postcode))
    if not of.constraints.travel_modes and of.row["place"][0]:
        return Words(of.say("travel.no_mode"))
    return Words(of.say("travel.unknown"), None, of.say("ask.place"))


def _quickest(of: Subject, modes: tuple[TravelMode, ...]) -> tuple[TravelMode, float]:
    """The fastest mode of travel and its minutes; nan if the place is unknown."""
    place = int(of.row["place"][0])
    by_mode = {mode: float(usual_minutes(of.constraints.postcode or "", [mode])[place]) for mode in modes}
    mode = min(by_mode, key=lambda m: by_mode[m])
    return mode, by_mode[mode]


def _where(of: Subject) -> str:
    """The municipality, if it is known."""
    name = areas()[int(of.row["area"][0])]
    return places()[name].municipality if name in places() else name


def _question(of: Subject) -> str | None:
    """Asks about working from home if the ad allows some of it and the journey is negotiable."""
    return of.say("ask.home") if of.verdict == NEGOTIABLE and of.facts.remote.value == "part" else None


def note(limits: Constraints, language: Language) -> str | None:
    """Tells which detail of the candidate is missing for travel to count; None if none is, or if nothing was given.

    >>> note(Constraints(postcode="8700"), "en")
    'There is a postcode, but not how many minutes the journey may take: the distance does not count.'
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
