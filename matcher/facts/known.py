"""Precedence of sources: a human's correction, then the ad's text, then the feed's field. Decided only here."""

from collections.abc import Iterator
from typing import Any, cast

from matcher import reader
from matcher.facts.deadlines import deadline, impossible_deadline
from matcher.facts.papers import category
from matcher.facts.records import Fact, Facts, Occurrence, Post
from matcher.geography import places
from matcher.schema import (
    FULL_TIME_HOURS,
    TIMES,
    Demand,
    Employment,
    HoursFact,
    PostReading,
    Reading,
    Requirement,
    Schedule,
    Time,
    Vacancy,
)

UNSAID = HoursFact()
SAYS_THE_SAME: dict[str, tuple[Time, ...]] = {
    "day_starts": ("early_morning",),
    "day_ends": ("evening", "night"),
    "weekdays": ("weekend",),
}
FLAG = HoursFact(min=FULL_TIME_HOURS, max=FULL_TIME_HOURS, basis="fulltime_word")


def known(vacancy: Vacancy) -> Facts:
    """Resolves all facts of a vacancy.

    >>> from matcher.schema import Stated
    >>> ad = Vacancy(id="1", title="Kok", description="Ingen aftenvagter.", stated=Stated(times=("evening",)))
    >>> evening = known(ad).posts[0].times["evening"]
    >>> evening.value, evening.source, evening.quote, evening.otherwise
    ('no', 'text', 'Ingen aftenvagter.', 'yes')
    """
    vacancy = put_right(vacancy)
    return resolved(vacancy, reader.read(vacancy))


def put_right(vacancy: Vacancy) -> Vacancy:
    """The ad with the title and the employer that a human corrected. It is read, compared and shown in this form.

    >>> ad = Vacancy(id="1", title="Spring over", description="Vi vasker op.", corrected={"title": "Opvasker"})
    >>> put_right(ad).title
    'Opvasker'
    """
    names = {name: value for name in ("title", "employer") if (value := getattr(vacancy.corrected, name)) is not None}
    return vacancy.model_copy(update=names) if names else vacancy


def resolved(vacancy: Vacancy, text: Reading) -> Facts:
    """Resolves the facts of a vacancy from its text as read, its corrections and its feed's fields."""
    right, reading = vacancy.corrected, _as_corrected(vacancy, text)
    return Facts(
        id=vacancy.id,
        unread=text.unread if right.requirements is None else None,
        only_addressed=text.only_addressed and right.employment is None,
        contract=_read(text.contract, text.contract_quote, "unstated"),
        deadline=deadline(vacancy, text),
        impossible_deadline=impossible_deadline(vacancy, text),
        start=_read(text.start, text.start_quote, None),
        start_partial=text.start_partial,
        remote=_read(text.remote, text.remote_quote, None),
        place=_place(vacancy),
        municipality=None if right.postcode else vacancy.municipality,
        wanders=_wanders(vacancy),
        demands=_demands(vacancy, text),
        posts=tuple(_post(vacancy, reading, post) for post in reading.posts),
    )


def _as_corrected(vacancy: Vacancy, text: Reading) -> Reading:
    """The text as read. Becomes one post if a fact that differs between posts was corrected for the whole ad."""
    right = vacancy.corrected
    for_all = (right.hours, right.employment, right.requirements, right.postcode, right.times or None)
    return text if for_all == (None,) * len(for_all) else text.model_copy(update={"posts": (PostReading(),)})


def _post(vacancy: Vacancy, text: Reading, own: PostReading) -> Post:
    """Facts of one post. If any post has its own value for a fact, the others do not share the ad's value."""
    requirements = _requirements(vacancy, text, own)
    return Post(
        label=own.label,
        quote=own.quote,
        hours=_hours(vacancy, text, own),
        times=dict(_times(vacancy, text, own)),
        day_starts=_worked(vacancy, text, own, "day_starts"),
        day_ends=_worked(vacancy, text, own, "day_ends"),
        weekdays=_worked(vacancy, text, own, "weekdays", ()),
        employment=_employment(vacancy, text, own),
        licences=_licences(requirements),
        requirements=requirements,
        places=_places(vacancy, own),
    )


def _read(value: Any, quote: str | None, nothing: Any) -> Fact[Any]:
    """A fact that only the text can tell."""
    return Fact(value=value, source=None if value == nothing else "text", quote=quote)


def _is_own(text: Reading, name: str) -> bool:
    """Whether any post has its own value for a fact."""
    return any(getattr(post, name) for post in text.posts)


def _own_or_shared(text: Reading, own: PostReading, name: str, nothing: Any) -> Fact[Any]:
    of = own if _is_own(text, name) else text
    value = getattr(of, name)
    return _read(value or nothing, getattr(of, f"{name}_quote") if value else None, nothing)


def _worked(vacancy: Vacancy, text: Reading, own: PostReading, name: str, nothing: Any = None) -> Fact[Any]:
    """Start of the day, end of the day, or weekdays. Unknown if a human corrected a time of day that says the same."""
    if any(time in vacancy.corrected.times for time in SAYS_THE_SAME[name]):
        return Fact(value=nothing)
    return _own_or_shared(text, own, name, nothing)


# --- hours -----------------------------------------------------------------------------------------------------------


def _hours(vacancy: Vacancy, text: Reading, own: PostReading) -> Fact[HoursFact]:
    """Source of the hours: the text's numbers, else the feed's, else the text's words, else the feed's flag."""
    if vacancy.corrected.hours is not None:
        return Fact(value=vacancy.corrected.hours, source="corrected")
    hours = own.hours if own.hours or _is_own(text, "hours") else text.hours
    hours, field = hours or UNSAID, _field(vacancy)
    bare = hours.model_copy(update={"quote": None})
    if hours.min is not None or hours.max is not None or hours.basis == "negotiable":
        return Fact(value=bare, source="text", quote=hours.quote, otherwise=_differing(bare, field))
    if field is not None and (field is not FLAG or hours.basis == "unstated"):
        return Fact(value=field, source="feed")
    return _read(bare, hours.quote, UNSAID)


def _field(vacancy: Vacancy) -> HoursFact | None:
    """Hours from the feed's fields. ``FLAG`` if the feed only says full time."""
    stated = vacancy.stated
    if (stated.weekly_hours_min, stated.weekly_hours_max) != (None, None):
        return HoursFact(min=stated.weekly_hours_min, max=stated.weekly_hours_max, basis="stated")
    return FLAG if stated.full_time else None


def _differing(hours: HoursFact, field: HoursFact | None) -> HoursFact | None:
    """The feed's hours if they differ from the text's. A flag for full time differs only from fewer hours."""
    if field is None:
        return None
    if field is FLAG:
        return FLAG if hours.max is not None and hours.max < FULL_TIME_HOURS else None
    return field if (field.min or 0, field.max) != (hours.min or 0, hours.max) else None


# --- times, employment -----------------------------------------------------------------------------------------------


def _times(vacancy: Vacancy, text: Reading, own: PostReading) -> Iterator[tuple[Time, Fact[Occurrence | None]]]:
    for time in TIMES:
        fact = _time(vacancy, text, own, time)
        if fact.source is not None:
            yield time, fact


def _time(vacancy: Vacancy, text: Reading, own: PostReading, time: Time) -> Fact[Occurrence | None]:
    """Occurrence of one time of day. A correction to "unknown" also overrides the feed's field."""
    right = vacancy.corrected.times.get(time)
    if right is not None:
        return Fact(value=None if right == "unknown" else right, source="corrected")
    of = own if any(_occurs(post, time) for post in text.posts) else text
    occurrence, field = _occurs(of, time), "yes" if time in vacancy.stated.times else None
    if occurrence is None:
        return Fact(value=cast("Occurrence | None", field), source="feed" if field else None)
    otherwise = cast("Occurrence | None", field if occurrence == "no" else None)
    return Fact(value=occurrence, source="text", quote=of.time_quotes.get(time), otherwise=otherwise)


def _occurs(of: Reading | PostReading, time: Time) -> Occurrence | None:
    schedule: Schedule = of.schedule
    return "sometimes" if time in of.occasional_times else cast("Occurrence | None", getattr(schedule, time))


def _employment(vacancy: Vacancy, text: Reading, own: PostReading) -> Fact[Employment]:
    """Kind of employment from the text, else the feed's field, else an ordinary job."""
    field = vacancy.stated.employment
    if vacancy.corrected.employment is not None:
        return Fact(value=vacancy.corrected.employment, source="corrected")
    if own.employment is not None:
        return Fact(value=own.employment, source="text", quote=own.employment_quote)
    if text.employment_quote is not None and not _is_own(text, "employment"):
        otherwise = None if field == text.employment else field
        return Fact(value=text.employment, source="text", quote=text.employment_quote, otherwise=otherwise)
    if field is not None:
        return Fact(value=field, source="feed")
    return Fact(value="ordinary" if _is_own(text, "employment") else text.employment, source="default")


# --- what is asked of a person ---------------------------------------------------------------------------------------


def _requirements(vacancy: Vacancy, text: Reading, own: PostReading) -> tuple[Requirement, ...]:
    """Requirements of this post and of the whole ad, plus licences that only the feed's field names."""
    right = vacancy.corrected.requirements
    if right is not None:
        quotes = {(r.kind, r.what): r.quote for r in text.requirements}
        return tuple(Requirement(**r.model_dump(), quote=quotes.get((r.kind, r.what), "")) for r in right)
    of_posts = {r for post in text.posts for r in post.requirements}
    shared = [r for r in text.requirements if r not in of_posts]
    read = [*shared, *own.requirements]
    spoken_of = {category(r.what or "B") for r in (*text.requirements, *of_posts) if r.kind == "driving_licence"}
    field = dict.fromkeys(c for c in map(category, vacancy.stated.licences) if c not in spoken_of)
    return (*read, *(Requirement(kind="driving_licence", strength="required", what=c, quote="") for c in field))


def _demands(vacancy: Vacancy, text: Reading) -> tuple[Demand, ...]:
    """Demands that the text names, without those a human denied, plus those a human added."""
    right, read = vacancy.corrected.demands, {demand.kind for demand in text.demands}
    added = (Demand(kind=kind, quote="") for kind, answer in right.items() if answer == "yes" and kind not in read)
    return (*(demand for demand in text.demands if right.get(demand.kind) != "no"), *added)


def _licences(requirements: tuple[Requirement, ...]) -> tuple[str, ...]:
    """Required licence categories. "B" if the ad names no category."""
    asked_for = (r for r in requirements if r.kind == "driving_licence" and r.strength == "required")
    return tuple(dict.fromkeys(category(r.what or "B") for r in asked_for))


# --- place -----------------------------------------------------------------------------------------------------------


def _place(vacancy: Vacancy) -> Fact[str | None]:
    if vacancy.corrected.postcode:
        return Fact(value=vacancy.corrected.postcode, source="corrected")
    return Fact(value=vacancy.postcode, source="feed" if vacancy.postcode else None)


def _wanders(vacancy: Vacancy) -> Fact[bool]:
    """Whether there is no fixed workplace. A postcode entered by a human counts as a fixed workplace."""
    right = vacancy.corrected
    if right.no_fixed_workplace is not None:
        return Fact(value=right.no_fixed_workplace, source="corrected")
    return Fact(value=bool(vacancy.no_fixed_workplace and not right.postcode), source="feed")


def _places(vacancy: Vacancy, own: PostReading) -> tuple[str, ...]:
    """The post's own places to choose among, else the workplace, as exactly as it is known."""
    of_post = own.places or tuple(filter(None, [own.postcode or own.municipality]))
    if of_post and vacancy.corrected.no_fixed_workplace is None:
        return of_post
    postcode, municipality = _place(vacancy).value, None if vacancy.corrected.postcode else vacancy.municipality
    exact = postcode in places() and not _wanders(vacancy).value
    in_order = (postcode, municipality) if exact else (municipality, postcode)
    return tuple(name for name in in_order if name)[:1]
