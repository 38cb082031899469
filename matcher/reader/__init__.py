"""Reads facts with quotes from the text of an ad, by rules that a linguist can follow.

Reading order: ``language`` skips an ad in a language that is not read; ``sentences`` cuts an ad into sentences with
their places; ``patterns`` defines how rules are written; then one file for each kind of fact: ``hours``, ``times``,
``weekdays``, ``employment`` (and contract), ``dates``, ``requirements`` (with ``licences``, ``papers`` and
``strength``), ``remote``, ``demands``. Before them ``whose`` overwrites the parts about other people and jobs.
``whose`` and ``demands`` also use learned heads, which take sentences as ``grams``. Then ``posts`` (with ``pieces``,
``heads``, ``post_words`` and ``towns``; ``choices``, ``also`` and ``picks``; ``later``, ``own_terms``, ``clock_weeks``
and ``shared``) reads the same facts of each post, and ``spanning`` joins them. A fact that is not in the ad is unknown.
Every fact carries an exact piece of the ad.

>>> from matcher.schema import Vacancy
>>> facts = read(Vacancy(id="1", title="Opvasker", description="Ca. 12 timer om ugen."))
>>> facts.hours.max, facts.hours.quote
(12.0, 'Ca. 12 timer om ugen.')
"""

from matcher.reader.dates import read_dates
from matcher.reader.demands import read_demands
from matcher.reader.employment import read_contract, read_employment
from matcher.reader.hours import read_hours
from matcher.reader.language import unread
from matcher.reader.posts import read_posts
from matcher.reader.remote import read_remote
from matcher.reader.requirements import read_requirements
from matcher.reader.sentences import passages, split
from matcher.reader.spanning import spanning_hours, spanning_times, spanning_weekdays
from matcher.reader.times import read_times
from matcher.reader.weekdays import WEEKEND, read_weekdays
from matcher.reader.whose import of_this_post, without_neighbours
from matcher.schema import Reading, Vacancy

__all__ = ["HEADS", "passages", "read"]

HEADS = ("roles", "demands")  # the heads of ``matcher/model/heads`` that ``whose`` and ``demands`` use


def read(vacancy: Vacancy) -> Reading:
    """Reads the title and description of one vacancy. ``facts.known`` adds the other sources."""
    language = unread(vacancy)
    return _read(vacancy) if language is None else Reading(id=vacancy.id, unread=language, employment="unclear")


def _read(vacancy: Vacancy) -> Reading:
    sentences = split(vacancy)
    ours = of_this_post(sentences)
    employment, contract = read_employment(ours), read_contract(ours)
    times, dates = read_times(ours), read_dates(vacancy, sentences)
    posts = read_posts(vacancy, without_neighbours(sentences), ours)
    schedule, time_quotes = spanning_times(times.schedule, times.quotes, posts)
    hours = spanning_hours(read_hours(ours), posts)
    weekdays, remote = spanning_weekdays(read_weekdays(ours, hours), posts), read_remote(ours)
    if weekdays.quote and schedule.weekend is None and WEEKEND & set(weekdays.days):
        schedule = schedule.model_copy(update={"weekend": "yes"})
        time_quotes["weekend"] = weekdays.quote
    return Reading(
        id=vacancy.id,
        employment=employment.employment,
        employment_quote=employment.quote,
        only_addressed=employment.only_addressed,
        contract=contract.contract,
        contract_quote=contract.quote,
        hours=hours,
        schedule=schedule,
        time_quotes=time_quotes,
        occasional_times=times.occasional,
        day_starts=times.day_starts,
        day_starts_quote=times.day_starts_quote,
        day_ends=times.day_ends,
        day_ends_quote=times.day_ends_quote,
        weekdays=weekdays.days,
        weekdays_quote=weekdays.quote,
        remote=remote.remote,
        remote_quote=remote.quote,
        deadline=dates.deadline.value,
        deadline_quote=dates.deadline.quote,
        deadline_partial=dates.deadline.partial,
        start=dates.start.value,
        start_quote=dates.start.quote,
        start_partial=dates.start.partial,
        requirements=read_requirements(ours),
        demands=read_demands(ours),
        posts=posts,
    )
