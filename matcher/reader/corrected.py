"""What a human has put right takes the place of what was read. It has no quote: it was not read."""

from matcher.schema import Reading, Requirement, Time, Vacancy

_ENDS: dict[str, object] = {"day_ends": None, "day_ends_quote": None}
CLOCKS: dict[Time, dict[str, object]] = {  # what says the same as a time, and is unknown once that is put right
    "early_morning": {"day_starts": None, "day_starts_quote": None},
    "evening": _ENDS,
    "night": _ENDS,
    "weekend": {"weekdays": (), "weekdays_quote": None},
}


def corrected(facts: Reading, vacancy: Vacancy) -> Reading:
    """The facts with the corrections of their vacancy.

    >>> from matcher.schema import Corrected, HoursFact
    >>> right = Corrected(hours=HoursFact(min=30, max=30, basis="stated"), times={"evening": "no"})
    >>> vacancy = Vacancy(id="1", title="Opvasker", description="Ca. 12 timer.", corrected=right)
    >>> read = HoursFact(min=12, max=12, basis="stated", quote="Ca. 12 timer.")
    >>> facts = corrected(Reading(id="1", hours=read), vacancy)
    >>> facts.hours.max, facts.hours.quote, facts.schedule.evening
    (30.0, None, 'no')
    """
    right = vacancy.corrected
    change: dict[str, object] = {}
    if right.hours is not None:
        change["hours"] = right.hours
    if right.employment is not None:
        change |= {"employment": right.employment, "employment_quote": None, "only_addressed": False}
    if right.times:
        said: dict[str, object] = {time: None if value == "unknown" else value for time, value in right.times.items()}
        change["schedule"] = facts.schedule.model_copy(update=said)
        change["time_quotes"] = {time: q for time, q in facts.time_quotes.items() if time not in right.times}
        change["occasional_times"] = tuple(t for t in facts.occasional_times if t not in right.times)
    for time in right.times.keys() & CLOCKS.keys():
        change |= CLOCKS[time]
    if right.deadline is not None:
        change |= {"deadline": right.deadline, "deadline_quote": None, "deadline_partial": None}
    if right.requirements is not None:
        quotes = {(r.kind, r.what): r.quote for r in facts.requirements}
        change["requirements"] = tuple(
            Requirement(**asked.model_dump(), quote=quotes.get((asked.kind, asked.what), ""))
            for asked in right.requirements
        )
    return facts.model_copy(update=change) if change else facts
