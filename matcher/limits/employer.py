"""Employers that the candidate does not want to work for."""

import datetime
from collections.abc import Collection, Sequence

import numpy as np
from numpy.typing import NDArray

from matcher.employers import Excluded, excluded, named, row_text
from matcher.facts.columns import Rows
from matcher.limits.limit import BROKEN, MET, UNKNOWN, Limit, Subject, Verdicts, Words, choose
from matcher.reader.sentences import split
from matcher.schema import Constraints, Vacancy


def _verdicts(limits: Constraints, rows: Rows, _: datetime.date) -> Verdicts:
    """Broken if the name is the same. A question if the name is similar, or if the ad only mentions it."""
    out = excluded(limits.exclude_employers)
    same, near = _same_and_near(out, rows)
    return choose((same, BROKEN), ((rows["employer"] == b"") | near | _named_in(out, rows), UNKNOWN), default=MET)


def _same_and_near(out: Sequence[Excluded], rows: Rows) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    names, keys, posters = (np.ascontiguousarray(rows[column]) for column in ("employer", "employer_key", "poster"))
    same = np.isin(keys, np.array([employer.key for employer in out], np.uint64))
    near = _is_among(posters, frozenset().union(*(employer.families for employer in out)))
    for employer in out:
        near_rows = np.flatnonzero(np.char.find(names, employer.probe) >= 0)
        part = _have(names[near_rows], (employer.part,))
        near[near_rows] |= part | _have(names[near_rows], employer.within)
        same[near_rows] |= part & (employer.sure | (posters[near_rows] == employer.family))
    return same, near


def _have(names: NDArray[np.bytes_], words: Sequence[bytes]) -> NDArray[np.bool_]:
    """Which names contain any of these words."""
    return np.any([np.char.find(names, word) >= 0 for word in words], axis=0)


def _is_among(values: NDArray[np.uint64], wanted: Collection[int]) -> NDArray[np.bool_]:
    """Which values are among a few hundred. Compares the last two bytes first, because few values share them."""
    numbers, few = np.array(list(wanted), np.uint64), np.uint64(0xFFFF)
    table = np.zeros(1 << 16, bool)
    table[numbers & few] = True
    result: NDArray[np.bool_] = table[values & few]
    result[result] = np.isin(values[result], numbers)
    return result


def _named_in(out: Sequence[Excluded], rows: Rows) -> NDArray[np.bool_]:
    """Which rows' texts name an excluded employer."""
    # Comparing the first byte first takes a tenth of the time.
    result: NDArray[np.bool_] = rows["named"].getfield(np.uint8) != 0
    names, within = rows["named"][result], np.zeros(result.sum(), bool)
    for employer in out:
        near_rows = np.flatnonzero(np.char.find(names, employer.probe) >= 0)
        within[near_rows] |= _have(names[near_rows], employer.within)
    result[result] = within
    return result


def _words(of: Subject) -> Words:
    if of.verdict == MET:
        return Words(of.say("employer.met"))
    if of.verdict == BROKEN:
        return Words(of.say("employer.excluded"))
    out = excluded(of.constraints.exclude_employers)
    if _same_and_near(out, of.row)[1][0]:
        return Words(of.say("employer.near"), None, of.say("ask.which_employer"))
    quote = _named_quote(out, of.vacancy)
    if quote is not None:
        return Words(of.say("employer.named"), quote, of.say("ask.which_employer"))
    return Words(of.say("employer.unknown"), None, of.say("ask.employer"))


def _named_quote(out: Sequence[Excluded], vacancy: Vacancy) -> str | None:
    """The sentence of an ad that names an excluded employer."""
    within = [words for employer in out for words in employer.within]
    for name in named(vacancy.employer, vacancy.title, vacancy.description):
        if any(words in row_text([name.words]) for words in within):
            return next(s.quote(0, 0) for s in split(vacancy) if s.start <= name.start < s.end)
    return None


EMPLOYER = Limit(
    "employer", (), (("exclude_employers", ()),), lambda c: bool(c.exclude_employers), _verdicts, _words, place=110
)
