"""Facts that an ad states once for all its posts, filled in for posts without their own.

"Begge hold har hver anden lørdag" holds for each post, and so does "18 timer om ugen" if no post has its own hours. A
time of day that one post names as its own tells the posts apart: elsewhere in the ad it belongs to that post, unless
the ad says it of all.
"""

from collections.abc import Sequence

from matcher.reader.patterns import Grammar
from matcher.reader.sentences import Sentence
from matcher.reader.times import TimesFact, read_times
from matcher.schema import HoursFact, PostReading, Schedule, Time

_phrase = Grammar(
    {
        "all": ("begge", "alle", "fælles", "samtlige", "både", "both", "all", "each", "either", "every"),
        "posts": (
            r"hold(?:ene)?",
            r"stillinger(?:ne)?",
            r"\w*job(?:bene|s)?",
            "poster(?:ne)?",
            r"\w*ruter(?:ne)?",
            r"pladser(?:ne)?",
            r"ansættelser(?:ne)?",
            r"steder(?:ne)?",
            "dele",
            "tilfælde",
            r"vagter(?:ne)?",
            "to",
            "tre",
            "fire",
            "teams?",
            "positions?",
            "roles?",
            "posts?",
            "places",
            "shifts",
            "of them",
            "two",
            "three",
        ),
    }
).pattern
OF_ALL = _phrase(
    "of all posts",
    r"fælles|common|(?:<all>) (?:de )?(?:<posts>)|begge|both(?= (?:work|have|include))"
    r"|(?:for|til|gælder|of) (?:begge|alle|both|all)",
    yes="Begge hold har hver anden lørdag",
    no="alle gæster",
)
RANGE = _phrase(
    "a range of hours",
    r"<number>_(?:-|–|til|to)_<number>_(?:ugentlige )?(?:timer|t|hours|h)",
    yes="15-20 timer",
    no="37 timer",
)
PATTERNS = (OF_ALL, RANGE)
TOLD = ("stated", "fulltime_word")


def filled(posts: Sequence[PostReading], others: Sequence[Sentence], hours: HoursFact) -> list[PostReading]:
    """The posts with the facts of ``others``, the sentences about no single post. ``hours``: those of the ad."""
    times = read_times(others)
    of_all = read_times([sentence for sentence in others if OF_ALL.search(sentence.text)])
    own = {time for post in posts for time in _times(post.schedule)}
    shared = _only(times, own) | _only(of_all, set())
    week = hours if _is_one_week(hours) and not any(post.hours for post in posts) else None
    return [_with_hours(_with_times(post, shared), week) for post in posts]


def _is_one_week(hours: HoursFact) -> bool:
    """Whether the hours are one week or one range, not a span over several."""
    return hours.basis in TOLD and (hours.min == hours.max or RANGE.search((hours.quote or "").lower()) is not None)


def _times(schedule: Schedule) -> set[Time]:
    answers: dict[Time, str | None] = schedule.model_dump()  # type: ignore[assignment]  # its fields are the times
    return {time for time, answer in answers.items() if answer == "yes"}


def _only(times: TimesFact, own: set[Time]) -> dict[Time, str]:
    """The times, with their words, that no post has as its own."""
    return {time: times.quotes[time] for time in _times(times.schedule) - own}


def _with_times(post: PostReading, shared: dict[Time, str]) -> PostReading:
    known = post.schedule.model_dump()
    new = {time: quote for time, quote in shared.items() if known[time] is None}
    schedule = post.schedule.model_copy(update=dict.fromkeys(new, "yes"))
    return post.model_copy(update={"schedule": schedule, "time_quotes": post.time_quotes | new})


def _with_hours(post: PostReading, week: HoursFact | None) -> PostReading:
    return post.model_copy(update={"hours": week}) if week else post
