"""Facts that span the posts of an ad: hours from the fewest to the most; a time is "yes" if any post has it."""

from collections.abc import Sequence

from matcher.reader.weekdays import WeekdaysFact
from matcher.schema import WEEKDAYS, HoursFact, PostReading, Schedule, Time


def spanning_hours(read: HoursFact, posts: Sequence[PostReading]) -> HoursFact:
    """The hours over all posts if each states its own, else ``read``, the hours of the whole ad."""
    weeks = [post.hours for post in posts if post.hours and post.hours.basis in ("stated", "fulltime_word")]
    if len(weeks) < len(posts) or not weeks:
        return read
    lows, highs = [week.min for week in weeks], [week.max for week in weeks]
    return HoursFact(
        min=None if None in lows else min(low for low in lows if low is not None),
        max=None if None in highs else max(high for high in highs if high is not None),
        basis="stated" if any(week.basis == "stated" for week in weeks) else "fulltime_word",
        quote=weeks[0].quote,
    )


def spanning_times(
    schedule: Schedule, quotes: dict[Time, str], posts: Sequence[PostReading]
) -> tuple[Schedule, dict[Time, str]]:
    """The schedule and its quotes, with "yes" for every time that some post has."""
    added: dict[Time, str] = {}
    for post in posts:
        yes = post.schedule.model_dump(exclude_none=True)
        added |= {time: quote for time, quote in post.time_quotes.items() if yes.get(time) == "yes"}
    known = schedule.model_dump()
    new = {time: quote for time, quote in added.items() if known[time] != "yes"}
    return schedule.model_copy(update=dict.fromkeys(new, "yes")), quotes | new


def spanning_weekdays(read: WeekdaysFact, posts: Sequence[PostReading]) -> WeekdaysFact:
    """The days of all posts if any post names its own, else ``read``, the days of the whole ad."""
    days = {day for post in posts for day in post.weekdays}
    quote = next((post.weekdays_quote for post in posts if post.weekdays), None)
    return WeekdaysFact(tuple(day for day in WEEKDAYS if day in days), quote) if days else read
