"""What moves a score besides likeness: can the person have this job, and would the days suit.

``TERMS`` holds one entry a reason: its contribution on every row, and its words for one vacancy. Each is small beside
the likeness of a clear wish (0.1 to 0.3), bounded, and shown with its quote. Sizes: logistic regression on pairs of
judged ads of the fixtures (scikit-learn, five folds over candidates) gave education -0.02, experience -0.07, level
-0.06, certificates -0.03, languages -0.015, avoid -0.04, wish 0.01 beside likenesses that weigh 1; they were rounded
down, because on 8 candidates with real ads less is more. Together they move nDCG@10 from 0.795 to 0.816 on the fixtures
and from 0.756 to 0.830 on the real ads.
"""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from matcher.constraints import DEMANDS, Rows, beginnings, languages, paper
from matcher.phrases import Language, say
from matcher.schema import Candidate, DemandKind, EvidenceKind, Facts, Requirement, Vacancy

EDUCATION, EXPERIENCE, LEVEL, CERTIFICATE, LANGUAGE = -0.02, -0.03, -0.05, -0.02, -0.02
AVOID, WISH = -0.02, 0.005
MOST_DEMANDS = 3  # that count, of those to avoid and of those wished for: a long list must not outweigh the work itself
HIGHEST = MOST_DEMANDS * WISH  # no vacancy gains more by all the terms together
LEADS = re.compile(r"(?<!vej)leder|chef|direktør|formand|manager|director|head")

Values = NDArray[np.float64]  # (n,) contributions


class Said(NamedTuple):
    """A term in words, and the ad's words behind it."""

    statement: str
    quote: str


class Term(NamedTuple):
    """values: (candidate, n rows, (n,) whether the person's experience is near the ad) -> (n,) contributions.

    words: what it says of one vacancy on which it is not 0; its contribution is shared equally between them.
    """

    name: str
    kind: EvidenceKind
    values: Callable[[Candidate, Rows, NDArray[np.bool_]], Values]
    words: Callable[[Candidate, Vacancy, Facts, Language], list[Said]]


def terms(candidate: Candidate, rows: Rows, experienced: NDArray[np.bool_]) -> Values:
    """(n, t) contributions, a column a term."""
    return np.stack([term.values(candidate, rows, experienced) for term in TERMS], axis=1)


def title(vacancy: Vacancy) -> str:
    """The title as a quote: at most 300 characters."""
    return vacancy.title.strip()[:300]


# --- what is asked of a person ---------------------------------------------------------------------------------------


def own_papers(candidate: Candidate) -> frozenset[str]:
    """The beginnings of all words in which the person says what they can and have."""
    return beginnings(" ".join([*candidate.competencies, *candidate.constraints.certificates]))


def _lacks(column: str, size: float, candidate: Candidate, rows: Rows) -> Values:
    """``size`` where one of the papers of a row shares no word with what the person has said to have."""
    own = own_papers(candidate)
    asked, which = np.unique(rows[column], return_inverse=True)
    lacking = np.array([any(not own & set(paper.split()) for paper in str(a).split("|") if paper) for a in asked], bool)
    return np.where(lacking[which], size, 0.0)


def _lacked(kinds: Sequence[str], key: str, candidate: Candidate, facts: Facts, language: Language) -> list[Said]:
    own = own_papers(candidate)
    asked = [r for r in facts.requirements if r.kind in kinds and r.strength == "required"]
    return [Said(_asked(r, key, language), r.quote) for r in asked if not own & paper(r)]


def _asked(requirement: Requirement, key: str, language: Language) -> str:
    what = f": {requirement.what}" if requirement.what else ""
    return say(key, language) + what


def _little(candidate: Candidate) -> set[str]:
    """The languages of which the person has said to have little or nothing; one that is not named is not known."""
    return {code for code, level in candidate.constraints.languages.items() if level in ("none", "basic")}


def _languages(candidate: Candidate, rows: Rows, _: NDArray[np.bool_]) -> Values:
    little = _little(candidate)
    asked, which = np.unique(rows["languages"], return_inverse=True)
    return np.where(np.array([bool(little & set(str(a).split("|"))) for a in asked], bool)[which], LANGUAGE, 0.0)


def _language_words(candidate: Candidate, _: Vacancy, facts: Facts, language: Language) -> list[Said]:
    asked = languages(facts)
    return [Said(_asked(asked[code], "term.language", language), asked[code].quote)
            for code in sorted(_little(candidate) & set(asked))]  # fmt: skip


def _experience(_: Candidate, rows: Rows, experienced: NDArray[np.bool_]) -> Values:
    return np.where(rows["experience"] & ~experienced, EXPERIENCE, 0.0)


def _experience_words(_: Candidate, __: Vacancy, facts: Facts, language: Language) -> list[Said]:
    asked = [r for r in facts.requirements if r.kind == "experience" and r.strength == "required"]
    return [Said(say("term.experience", language), asked[0].quote)]


def _level(candidate: Candidate, rows: Rows, _: NDArray[np.bool_]) -> Values:
    """A post that leads others, or a researcher's, for a person who has not asked for one."""
    asked_for = LEADS.search(" ".join(candidate.goals).casefold()) is not None
    return np.where(rows["level"] & (not asked_for), LEVEL, 0.0)


# --- what the days are like ------------------------------------------------------------------------------------------


def _days(kinds: Sequence[DemandKind], size: float, rows: Rows) -> Values:
    wanted = np.uint32(sum(1 << DEMANDS.index(kind) for kind in set(kinds)))
    return size * np.minimum(np.bitwise_count(rows["demands"] & wanted), MOST_DEMANDS).astype(np.float64)


def _day_words(kinds: Sequence[DemandKind], facts: Facts, language: Language) -> list[Said]:
    return [Said(say(f"demand.{d.kind}", language), d.quote) for d in facts.demands if d.kind in kinds]


TERMS: tuple[Term, ...] = (
    Term(
        "education", "requirement",
        lambda c, rows, _: _lacks("education", EDUCATION, c, rows),
        lambda c, _, facts, lang: _lacked(("education", "authorisation"), "term.education", c, facts, lang),
    ),
    Term("experience", "requirement", _experience, _experience_words),
    Term(
        "level", "requirement", _level,
        lambda _, vacancy, __, lang: [Said(say("term.level", lang), title(vacancy))],
    ),
    Term(
        "certificate", "requirement",
        lambda c, rows, _: _lacks("certificates", CERTIFICATE, c, rows),
        lambda c, _, facts, lang: _lacked(("certificate",), "term.certificate", c, facts, lang),
    ),
    Term("language", "requirement", _languages, _language_words),
    Term(
        "avoid", "day",
        lambda c, rows, _: _days(c.constraints.avoid, AVOID, rows),
        lambda c, _, facts, lang: _day_words(c.constraints.avoid, facts, lang),
    ),
    Term(
        "wish", "day",
        lambda c, rows, _: _days(c.constraints.wish, WISH, rows),
        lambda c, _, facts, lang: _day_words(c.constraints.wish, facts, lang),
    ),
)  # fmt: skip
