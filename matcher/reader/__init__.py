"""Ad text to facts with quotes, by rules that a linguist can read.

In reading order: ``language`` leaves alone an ad that is in none that is read; ``sentences`` cuts an ad into sentences
that know their place; ``patterns`` says how the rules are written; then one file a kind of fact: ``hours``, ``times``,
``employment`` (and contract), ``dates``, ``requirements`` (with ``licences``, ``papers`` and ``strength``),
``demands``, ``posts``; at last ``corrected``. Before them ``whose`` overwrites what is about somebody else. A fact that
is not in the ad is unknown, and every fact carries an exact piece of the ad.

>>> from matcher.schema import Vacancy
>>> facts = read(Vacancy(id="1", title="Opvasker", description="Ca. 12 timer om ugen."))
>>> facts.hours.max, facts.hours.quote
(12.0, 'Ca. 12 timer om ugen.')
"""

from matcher.reader.corrected import corrected
from matcher.reader.dates import read_dates
from matcher.reader.demands import read_demands
from matcher.reader.employment import read_contract, read_employment
from matcher.reader.hours import read_hours
from matcher.reader.language import unread
from matcher.reader.posts import several_posts
from matcher.reader.requirements import read_requirements
from matcher.reader.sentences import passages, split
from matcher.reader.times import read_times
from matcher.reader.whose import of_this_post
from matcher.schema import Reading, Vacancy

__all__ = ["passages", "read"]


def read(vacancy: Vacancy) -> Reading:
    """The facts of one vacancy. Reads title and description only; what the feed's fields state is kept apart.

    What a human has corrected takes the place of what was read.
    """
    language = unread(vacancy)
    facts = _read(vacancy) if language is None else Reading(id=vacancy.id, unread=language, employment="unclear")
    return corrected(facts, vacancy)


def _read(vacancy: Vacancy) -> Reading:
    sentences = split(vacancy)
    ours = of_this_post(sentences)
    employment, contract = read_employment(ours), read_contract(ours)
    times, dates = read_times(ours), read_dates(vacancy, sentences)
    return Reading(
        id=vacancy.id,
        several_posts=several_posts(sentences),
        employment=employment.employment,
        employment_quote=employment.quote,
        only_addressed=employment.only_addressed,
        contract=contract.contract,
        contract_quote=contract.quote,
        hours=read_hours(ours),
        schedule=times.schedule,
        time_quotes=times.quotes,
        occasional_times=times.occasional,
        day_starts=times.day_starts,
        day_starts_quote=times.day_starts_quote,
        deadline=dates.deadline.value,
        deadline_quote=dates.deadline.quote,
        deadline_partial=dates.deadline.partial,
        start=dates.start.value,
        start_quote=dates.start.quote,
        start_partial=dates.start.partial,
        requirements=read_requirements(ours),
        demands=read_demands(ours),
    )
