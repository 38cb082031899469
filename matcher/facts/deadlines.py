"""The last day to apply, from a human's correction, the text and the feed."""

import datetime
from collections.abc import Iterator
from typing import Any

from matcher.facts.records import Fact, Source
from matcher.schema import Reading, Vacancy


def deadline(vacancy: Vacancy, text: Reading) -> Fact[Any]:
    """The later of the feed's and the text's deadline, so that a doubt hides no job."""
    if vacancy.corrected.deadline is not None:
        return Fact(value=vacancy.corrected.deadline, source="corrected")
    days = {source: day for source, day in _days(vacancy, text) if not _before_posted(day, vacancy)}
    last = max(days, key=lambda source: days[source], default=None)
    if last is None:
        rolling = text.deadline == "rolling"
        return Fact(value="rolling" if rolling else None, source="text" if rolling else None, quote=text.deadline_quote)
    others = [day for day in days.values() if day != days[last]]
    return Fact(
        value=days[last].isoformat(),
        source=last,
        quote=text.deadline_quote,
        otherwise=others[0].isoformat() if others else None,
    )


def impossible_deadline(vacancy: Vacancy, text: Reading) -> Fact[datetime.date | None]:
    """The deadline of an ad whose only deadline lies before its day of publication."""
    days = dict(_days(vacancy, text)) if vacancy.corrected.deadline is None else {}
    if not days or text.deadline == "rolling" or not all(_before_posted(day, vacancy) for day in days.values()):
        return Fact(value=None)
    last = max(days, key=lambda source: days[source])
    return Fact(value=days[last], source=last, quote=text.deadline_quote)


def _days(vacancy: Vacancy, text: Reading) -> Iterator[tuple[Source, datetime.date]]:
    """The deadlines that the text and the feed name. If posts differ: the last."""
    if vacancy.deadline is not None:
        yield "feed", vacancy.deadline
    days = [day for day in (text.deadline, *(post.deadline for post in text.posts)) if day not in (None, "rolling")]
    if days:
        yield "text", max(datetime.date.fromisoformat(str(day)) for day in days)


def _before_posted(day: datetime.date, vacancy: Vacancy) -> bool:
    return vacancy.published is not None and day < vacancy.published
