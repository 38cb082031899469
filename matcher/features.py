"""Ranking features besides likeness: can the person have this job, and would the days suit.

``FEATURES`` holds one entry for each reason: its contribution on every row, and its words for one vacancy. Each is
small beside the likeness of a clear wish (0.1 to 0.3), bounded, and shown with its quote. Sizes: logistic regression on
pairs of judged ads of the fixtures (scikit-learn, five folds over candidates) gave education -0.02, experience -0.07,
level -0.06, certificates -0.03, languages -0.015, avoid -0.04, wish 0.01 beside likenesses with weight 1. They were
rounded down, because smaller ones did better on 8 candidates with real ads. Together they move nDCG@10 from 0.795 to
0.816 on the fixtures and from 0.756 to 0.830 on the real ads.

Hours near the ideal were tried at 0.01, 0.015 and 0.02, within 0 %, 25 % and 50 % of the ideal, as a slope, and as a
loss for hours far away. The loss gave +0.015 on the fixtures and -0.030 on the real ads, because hours can be
negotiated. The values used give +0.011 and 0. A short journey gives +0.001. A loss for a long one costs 0.007 at a
greater weight, and repeats the limit. Age and deadline are not measured: all judged ads are new.

Features from statements about days, beginners and limits were sized on the collection; nDCG@10 of validation and
training candidates: SAID_WISH at 0, 0.015, 0.03 0.448 0.451 0.451 and 0.568 0.594 0.605; BEGINNER at 0.08, 0.14, 0.2
0.440 0.451 0.455 and 0.588 0.605 0.598; SAID_AVOID at -0.08, -0.15, -0.3 0.366 0.358 0.345 (before the last judging),
while 0.56, 0.56 and 0.61 of the pairs that differ in a dislike come right. A listwise fit gave HALVED -0.055 and CLOCK
-0.1. SAID_LIMIT moves nothing that was judged (-0.006). NOT_WORK is not measured: nobody in the collection has refused
a title.
"""

import datetime
import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from matcher.encoder import Vectors
from matcher.facts import Facts, Post
from matcher.facts.columns import DEMANDS, LEADS, NO_DAY, Rows, bits
from matcher.facts.papers import languages, paper, stems
from matcher.geography import usual_minutes
from matcher.limits import BROKEN, NEGOTIABLE, Limit, only_in_passing
from matcher.limits.day import EARLIEST_START, LATEST_END
from matcher.meaning import Meanings, shares
from matcher.phrases import Language, say
from matcher.requirement_names import named
from matcher.schema import Candidate, Constraints, DemandKind, EvidenceKind, Requirement, RequirementKind, Vacancy
from matcher.work import open_kinds

EDUCATION, EXPERIENCE, LEVEL, CERTIFICATE, LANGUAGE = -0.02, -0.03, -0.05, -0.02, -0.02
AVOID, WISH = -0.02, 0.005
SAID_AVOID, SAID_WISH, CLEARLY_SAID, HARDLY_SAID = -0.15, 0.03, 0.2, 0.1
# Demands that count, of those to avoid and of those wished for: a long list must not outweigh the work itself.
MOST_DEMANDS = 3
HOURS, NEAR_IDEAL = 0.015, 0.5
BEGINNER = 0.14  # for a candidate whose statements could mean anything
HALVED, CLOCK, SAID_LIMIT, NOT_WORK = -0.05, -0.08, -0.05, -0.3
COMMUTE, SHORT_COMMUTE = 0.005, 0.5
SOON, SOON_DAYS, OLD, OLD_DAYS = 0.005, 3, -0.01, 30

LEVEL_WISHED = re.compile(rf"{LEADS}|head|forsker|ph\.?d", re.IGNORECASE)  # anywhere in a person's goals

Values = NDArray[np.float64]  # (n,) contributions


class Words(NamedTuple):
    """A feature in words, and the ad's words behind it."""

    statement: str
    quote: str | None


class Scored(NamedTuple):
    """One candidate and n vacancies on a day.

    meanings: of the statements; refused: of ``not_work``. in_passing: the limits, with those that only statements name.
    kinds: (n, kinds) probabilities of kinds of work. experienced: (n,) whether a competency is near.
    """

    candidate: Candidate
    meanings: Meanings
    refused: Meanings
    in_passing: Constraints
    rows: Rows
    kinds: Vectors
    experienced: NDArray[np.bool_]
    as_of: datetime.date


class Pair(NamedTuple):
    """One vacancy and one candidate, with the best post, to be described in a language."""

    candidate: Candidate
    meanings: Meanings
    vacancy: Vacancy
    facts: Facts
    post: Post
    language: Language

    def say(self, key: str, **words: object) -> str:
        return say(key, self.language, **words)


class Feature(NamedTuple):
    """values: (n,) contributions.

    words: descriptions for a vacancy whose contribution is not 0; the contribution is shared equally between them.
    """

    name: str
    kind: EvidenceKind
    values: Callable[[Scored], Values]
    words: Callable[[Pair], list[Words]]


def features(scored: Scored) -> Values:
    """(n, t) contributions, one column for each feature."""
    return np.stack([feature.values(scored) for feature in FEATURES], axis=1)


def dated(rows: Rows, as_of: datetime.date) -> Values:
    """(n, 2) the features that change with the day alone."""
    return np.stack([_deadline(rows, as_of), _age(rows, as_of)], axis=1)


def highest(candidate: Candidate, meanings: Meanings) -> float:
    """The most that all features together can add to a vacancy."""
    limits = candidate.constraints
    wished = WISH * min(MOST_DEMANDS, len(set(limits.wish)))
    wished += SAID_WISH * float(meanings.wish.max(axis=0, initial=0.0).sum())
    beginner = BEGINNER * vague_share(candidate, meanings)
    ideal = HOURS if limits.weekly_hours and limits.weekly_hours.ideal else 0.0
    journey = COMMUTE if limits.postcode is not None and limits.max_travel_minutes is not None else 0.0
    return wished + ideal + journey + SOON + beginner


def title(vacancy: Vacancy) -> str:
    """The title as a quote: at most 300 characters."""
    return vacancy.title.strip()[:300]


# --- requirements of a person ----------------------------------------------------------------------------------------


def own_papers(candidate: Candidate) -> frozenset[str]:
    """Six-letter stems of the words in the candidate's competencies and certificates."""
    return stems(" ".join([*candidate.competencies, *candidate.constraints.certificates]))


def _lacks(column: str, size: float, of: Scored) -> Values:
    """``size`` if one of a row's papers shares no word with the candidate's own."""
    own = own_papers(of.candidate)
    return _where_asked(of.rows[column], size, lambda papers: any(not own & set(paper.split()) for paper in papers))


def _where_asked(column: NDArray[np.str_], size: float, lacking: Callable[[list[str]], bool]) -> Values:
    """``size`` if a row's texts, between bars, are lacking. Fast, because few rows require anything, and few texts
    differ."""
    result = np.zeros(len(column))
    asking = np.flatnonzero(np.char.str_len(column))
    different, which = np.unique(column[asking], return_inverse=True)
    result[asking] = np.array([size * lacking(str(texts).split("|")) for texts in different], np.float64)[which]
    return result


def _lacked(kinds: Sequence[RequirementKind], key: str, of: Pair) -> list[Words]:
    own = own_papers(of.candidate)
    return [Words(_named(r, key, of), r.quote) for r in of.post.required(*kinds) if not own & paper(r)]


def _named(requirement: Requirement, key: str, of: Pair) -> str:
    what = named(requirement, of.language, of.vacancy.language)
    return of.say(key, what=f": {what}" if what else "")


def _little(candidate: Candidate) -> set[str]:
    """Languages that the person speaks a little or not at all. A language that is not named is unknown."""
    return {code for code, level in candidate.constraints.languages.items() if level in ("none", "basic")}


def _languages(of: Scored) -> Values:
    little = _little(of.candidate)
    return _where_asked(of.rows["languages"], LANGUAGE, lambda codes: bool(little & set(codes)))


def _language_words(of: Pair) -> list[Words]:
    required = languages(of.post.requirements)
    lacking = sorted(_little(of.candidate) & set(required))
    return [Words(_named(required[code], "term.language", of), required[code].quote) for code in lacking]


def _experience(of: Scored) -> Values:
    return np.where(of.rows["experience"] & ~of.experienced, EXPERIENCE, 0.0)


def _experience_words(of: Pair) -> list[Words]:
    return [Words(of.say("term.experience"), of.post.required("experience")[0].quote)]


def _level(of: Scored) -> Values:
    """Loss for posts that lead others, and for research posts, unless the person has asked for one."""
    asked_for = LEVEL_WISHED.search(" ".join(of.candidate.goals)) is not None
    return np.where(of.rows["level"] & (not asked_for), LEVEL, 0.0)


def vague_share(candidate: Candidate, meanings: Meanings) -> float:
    """Share of the score that belongs to statements that could mean nearly anything."""
    return float(shares([s.kind for s in candidate.statements])[meanings.vague].sum()) if meanings.vague.any() else 0.0


def _beginner(of: Scored) -> Values:
    """Gain for candidates who say little: work that is open to beginners without education and experience, as far as
    the ad and its kind of work tell."""
    size = BEGINNER * vague_share(of.candidate, of.meanings)
    if not size:
        return np.zeros(len(of.rows))
    asks = (np.char.str_len(of.rows["education"]) > 0) | of.rows["experience"] | of.rows["level"]
    return np.where(asks, 0.0, size * (of.kinds @ open_kinds()).astype(np.float64))


def _beginner_words(of: Pair) -> list[Words]:
    return [Words(of.say("term.beginner"), None)]


def _refused(of: Scored) -> Values:
    """Loss for kinds of work that the person refused by a title, in proportion to the probability of the kind."""
    alike = np.einsum("nk,tk->nt", of.kinds, of.refused.wanted).max(axis=1, initial=0.0).astype(np.float64)
    return NOT_WORK * np.where(alike >= HARDLY_SAID, alike, 0.0)


def _refused_words(of: Pair) -> list[Words]:
    return [Words(of.say("term.not_work", titles="; ".join(of.candidate.not_work)), title(of.vacancy))]


# --- the working day -------------------------------------------------------------------------------------------------


def _days(kinds: Sequence[DemandKind], size: float, rows: Rows) -> Values:
    wanted = np.uint32(bits(DEMANDS, kinds))
    return size * np.minimum(np.bitwise_count(rows["demands"] & wanted), MOST_DEMANDS).astype(np.float64)


def _day_words(kinds: Sequence[DemandKind], of: Pair) -> list[Words]:
    return [Words(of.say(f"demand.{d.kind}"), d.quote or None) for d in of.facts.demands if d.kind in kinds]


def _days_named(chances: Vectors, size: float, rows: Rows) -> Values:
    """chances: (s, demands). A demand counts by the statement that names it most clearly, if that is likely at all."""
    likely = chances.max(axis=0, initial=0.0).astype(np.float64)
    likely[likely < HARDLY_SAID] = 0.0
    named_demands = (rows["demands"][:, None] >> np.arange(len(DEMANDS), dtype=np.uint32)) & 1
    return size * np.einsum("nk,k->n", named_demands, likely)


def _days_named_words(chances: Vectors, of: Pair) -> list[Words]:
    """Each demand that a statement names, with the statement. If none is clear, only the clearest."""
    words = []
    for demand in of.facts.demands:
        chance = chances[:, DEMANDS.index(demand.kind)]
        statement = of.candidate.statements[int(chance.argmax())].text
        named = of.say("term.said", demand=of.say(f"demand.{demand.kind}"), statement=statement)
        words.append((float(chance.max()), Words(named, demand.quote or None)))
    clear = [said for chance, said in words if chance >= CLEARLY_SAID]
    return clear or [max(words, key=lambda word: word[0])[1]]


def _hours(of: Scored) -> Values:
    """+0.015 if the ad's hours are within the limits and within 50 % of the ideal; 0 if unknown."""
    wish = of.candidate.constraints.weekly_hours
    if wish is None or not wish.ideal:
        return np.zeros(len(of.rows))
    low, high = (of.rows[end].astype(np.float64) for end in ("low", "high"))
    near = np.maximum(low - wish.ideal, wish.ideal - high) <= NEAR_IDEAL * wish.ideal
    within = (low <= (wish.max or np.inf)) & (high >= (wish.min or 0))
    return np.where(near & within, HOURS, 0.0)


def _hour_words(of: Pair) -> list[Words]:
    return [Words(of.say("term.hours"), of.post.hours.quote or title(of.vacancy))]


def _halved(of: Scored) -> Values:
    """Loss if the hours would have to be cut by more than half. A smaller cut is a talk about tasks."""
    wish = of.candidate.constraints.weekly_hours
    if wish is None or not wish.max:
        return np.zeros(len(of.rows))
    return np.where(of.rows["low"] > 2 * wish.max, HALVED, 0.0)


def _reached(limits: Sequence[Limit], constraints: Constraints, verdict: int, of: Scored) -> Values:
    """(n,) 1 if one of the limits has that verdict, else 0."""
    given = [limit.verdicts(constraints, of.rows, of.as_of) for limit in limits if limit.is_set(constraints)]
    return (
        np.any([row_verdicts == verdict for row_verdicts in given], axis=0).astype(np.float64)
        if given
        else np.zeros(len(of.rows))
    )


def _in_passing(of: Scored) -> Values:
    """Loss for breaking a limit mentioned in passing. It is a question, and a reason to rank lower."""
    mentioned = only_in_passing(of.candidate.limits, of.in_passing)
    return SAID_LIMIT * _reached(mentioned, of.in_passing, BROKEN, of)


def _clock_quote(post: Post) -> str | None:
    return post.day_starts.quote or post.day_ends.quote


def _commute(of: Scored) -> Values:
    """Gain for a journey of at most half the candidate's limit. A journey that is too long is the limit's matter.

    Unknown if the candidate gave no mode of travel.
    """
    limits = of.candidate.constraints
    if limits.postcode is None or limits.max_travel_minutes is None:
        return np.zeros(len(of.rows))
    minutes = usual_minutes(limits.postcode, limits.travel_modes)[of.rows["place"]]
    return np.where(minutes <= SHORT_COMMUTE * limits.max_travel_minutes, COMMUTE, 0.0)


def _commute_words(of: Pair) -> list[Words]:
    """The minutes of the check, so that a card shows one travel time."""
    return [Words(of.say("term.travel"), title(of.vacancy))]


# --- the ad ----------------------------------------------------------------------------------------------------------


def _deadline(rows: Rows, as_of: datetime.date) -> Values:
    left = rows["expires"] - as_of.toordinal()
    return np.where((rows["expires"] != NO_DAY) & (left >= 0) & (left <= SOON_DAYS), SOON, 0.0)


def _deadline_words(of: Pair) -> list[Words]:
    return [Words(of.say("term.deadline"), of.facts.deadline.quote or title(of.vacancy))]


def _age(rows: Rows, as_of: datetime.date) -> Values:
    published = rows["published"]
    return np.where((published != NO_DAY) & (as_of.toordinal() - published > OLD_DAYS), OLD, 0.0)


def _age_words(of: Pair) -> list[Words]:
    return [Words(of.say("term.age", published=of.vacancy.published), title(of.vacancy))]


FEATURES: tuple[Feature, ...] = (
    Feature(
        "education",
        "requirement",
        lambda of: _lacks("education", EDUCATION, of),
        lambda of: _lacked(("education", "authorisation"), "term.education", of),
    ),
    Feature("experience", "requirement", _experience, _experience_words),
    Feature(
        "level",
        "requirement",
        _level,
        lambda of: [Words(of.say("term.level"), title(of.vacancy))],
    ),
    Feature(
        "certificate",
        "requirement",
        lambda of: _lacks("certificates", CERTIFICATE, of),
        lambda of: _lacked(("certificate",), "term.certificate", of),
    ),
    Feature("language", "requirement", _languages, _language_words),
    Feature("not_work", "day", _refused, _refused_words),
    Feature("beginner", "day", _beginner, _beginner_words),
    Feature(
        "avoid",
        "day",
        lambda of: _days(of.candidate.constraints.avoid, AVOID, of.rows),
        lambda of: _day_words(of.candidate.constraints.avoid, of),
    ),
    Feature(
        "wish",
        "day",
        lambda of: _days(of.candidate.constraints.wish, WISH, of.rows),
        lambda of: _day_words(of.candidate.constraints.wish, of),
    ),
    Feature(
        "said_avoid",
        "day",
        lambda of: _days_named(of.meanings.avoid, SAID_AVOID, of.rows),
        lambda of: _days_named_words(of.meanings.avoid, of),
    ),
    Feature(
        "said_wish",
        "day",
        lambda of: _days_named(of.meanings.wish, SAID_WISH, of.rows),
        lambda of: _days_named_words(of.meanings.wish, of),
    ),
    Feature("hours", "day", _hours, _hour_words),
    Feature(
        "halved",
        "day",
        _halved,
        lambda of: [Words(of.say("term.halved"), of.post.hours.quote or title(of.vacancy))],
    ),
    Feature(
        "clock",
        "day",
        lambda of: CLOCK * _reached((EARLIEST_START, LATEST_END), of.candidate.constraints, NEGOTIABLE, of),
        lambda of: [Words(of.say("term.clock"), _clock_quote(of.post) or title(of.vacancy))],
    ),
    Feature(
        "in_passing",
        "day",
        _in_passing,
        lambda of: [Words(of.say("term.in_passing"), None)],
    ),
    Feature("travel", "day", _commute, _commute_words),
    Feature("deadline", "ad", lambda of: _deadline(of.rows, of.as_of), _deadline_words),
    Feature("age", "ad", lambda of: _age(of.rows, of.as_of), _age_words),
)
