"""Scores: the weight of each kind of statement, the reach of each feature, and the first ten are the best ten."""

import datetime

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from standing import known_of, laid_out

from matcher import matching, work
from matcher.facts.columns import DEMANDS
from matcher.features import (
    AVOID,
    COMMUTE,
    FEATURES,
    HOURS,
    MOST_DEMANDS,
    OLD,
    SOON,
    WISH,
    Pair,
    Scored,
    features,
    highest,
)
from matcher.index import Index
from matcher.matching import Matcher, Request
from matcher.meaning import Meanings
from matcher.ranking import REASON_FROM, Posted, bounds, contributions, experienced, shares, varied
from matcher.schema import Candidate, Constraints, Reading, Requirement, Statement, Vacancy, WeeklyHours
from matcher.statements import merged, proposals

DAY = datetime.date(2026, 11, 23)
kinds_of = st.lists(st.sampled_from(["goal", "interest", "competency"]), min_size=1, max_size=8)


def unknown(candidate):
    """Statements of which nothing is understood."""
    n, kinds, demands = len(candidate.statements), len(work.kinds()), len(DEMANDS)
    none, shares_, days = np.zeros(n, np.float32), np.zeros((n, kinds), np.float32), np.zeros((n, demands), np.float32)
    return Meanings(np.zeros((n, 4), np.float32), shares_, shares_, none, none, none > 0, days, days)


def scored(candidate, rows, done, meanings=None, kinds=None, as_of=DAY):
    meanings = meanings or unknown(candidate)
    s = len(candidate.statements)
    return Scored(
        candidate,
        meanings.some(slice(s)),
        meanings.some(slice(s, None)),
        merged(candidate.limits, proposals(candidate)),
        rows,
        np.zeros((len(rows), len(work.kinds())), np.float32) if kinds is None else kinds,
        done,
        as_of,
    )


def said(kinds):
    return [Statement(kind=kind, text=f"s{n}") for n, kind in enumerate(kinds)]


@given(kinds=kinds_of)
def test_shares_sum_to_one_and_wishes_weigh_three_times_as_much_as_experience(kinds):
    share = shares(kinds)
    assert share.sum() == pytest.approx(1)
    whole = {k: sum(s for s, kind in zip(share, kinds, strict=True) if kind == k) for k in set(kinds)}
    if {"goal", "competency"} <= set(kinds):
        assert whole["goal"] == pytest.approx(3 * whole["competency"])


@settings(deadline=None)
@given(kinds=kinds_of, seed=st.integers(0, 99))
def test_no_score_by_likeness_is_above_its_bound(kinds, seed):
    """A search with these bounds, and all that features can add, then misses no vacancy."""
    random = np.random.default_rng(seed)
    vectors, ads = random.normal(size=(len(kinds), 6)), random.normal(size=(40, 6))
    vectors, ads = (x / np.linalg.norm(x, axis=1, keepdims=True) for x in (vectors, ads))
    score = contributions(said(kinds), ads @ vectors.T).sum(axis=1)
    assert (score <= (ads @ bounds(said(kinds), vectors).T).max(axis=1) + 1e-9).all()


def test_an_ad_for_one_of_two_wishes_is_worth_more_than_one_that_is_half_of_each():
    one, half = contributions(said(["goal", "goal"]), np.array([[0.3, 0.0], [0.15, 0.15]])).sum(axis=1)
    assert one > 0.9 * 0.3
    assert one > half


@pytest.mark.parametrize("circle", [1, 16])
def test_the_first_ten_are_the_first_ten_of_the_full_score(circle, matcher, candidates, monkeypatch):
    monkeypatch.setattr(matching, "OVERFETCH", circle)
    for candidate in candidates:
        (found,) = matcher.suggest([candidate], Request(k=10, as_of=DAY))
        (everything,) = matcher.suggest([candidate], Request(k=1000, as_of=DAY))
        assert found.suggestions == everything.suggestions[:10]


def test_the_score_is_likeness_and_terms_and_what_variety_takes(matcher, candidates):
    index = matcher.index
    for candidate in candidates[:6]:
        meanings = Meanings.kept(*matcher.encode([candidate]))
        query = matcher._query(candidate, meanings.rows, Request(as_of=DAY))
        posts = matcher._posts(query, np.arange(len(index)))
        likeness = (index.vectors @ meanings.queries.T).astype(np.float64)
        done = experienced(candidate.statements, likeness)
        scores = contributions(candidate.statements, likeness).sum(1) + features(
            scored(candidate, posts, done, meanings, index.kinds)
        ).sum(1)
        (found,) = matcher.suggest([candidate], Request(k=1000, as_of=DAY, include_broken=True, include_expired=True))
        for suggestion in found.suggestions:
            variety = sum(e.contribution for e in suggestion.evidence if e.kind == "variety")
            assert suggestion.score == pytest.approx(scores[index.row(suggestion.vacancy_id)] + variety, abs=1e-5)


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(avoid=st.sets(st.sampled_from(DEMANDS)), wish=st.sets(st.sampled_from(DEMANDS)), which=st.integers(0, 9))
def test_what_is_avoided_and_wished_cannot_swing_a_list_upside_down(avoid, wish, which, matcher, candidates):
    """All that the two fields can do together is less than one clear reason."""
    rows, done = matcher.index.rows, np.zeros(len(matcher.index), bool)
    limits = candidates[which].constraints
    soft, plain = (
        candidates[which].model_copy(update={"constraints": limits.model_copy(update=fields)})
        for fields in ({"avoid": tuple(avoid), "wish": tuple(wish)}, {"avoid": (), "wish": ()})
    )
    moved = (features(scored(soft, rows, done)) - features(scored(plain, rows, done))).sum(axis=1)
    assert moved.max() <= MOST_DEMANDS * WISH + 1e-12
    assert moved.min() >= MOST_DEMANDS * AVOID - 1e-12
    assert MOST_DEMANDS * (WISH - AVOID) <= REASON_FROM


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ideal=st.floats(1, 37), minutes=st.integers(5, 120), days=st.integers(0, 60), which=st.integers(0, 9))
def test_hours_the_way_and_the_age_of_an_ad_move_less_than_one_clear_reason(
    ideal, minutes, days, which, matcher, candidates
):
    rows, done = matcher.index.rows, np.zeros(len(matcher.index), bool)
    plain = candidates[which]
    limits = plain.constraints.model_copy(
        update={"weekly_hours": WeeklyHours(ideal=ideal), "max_travel_minutes": minutes, "postcode": "8000"}
    )
    soft = plain.model_copy(update={"constraints": limits})
    values = features(scored(soft, rows, done, as_of=DAY + datetime.timedelta(days)))
    small = values[:, [term.name in ("hours", "travel", "deadline", "age") for term in FEATURES]]
    assert np.ptp(small.sum(axis=1)) <= REASON_FROM / 2
    assert values.sum(axis=1).max() <= highest(plain.model_copy(update={"constraints": limits}), unknown(plain)) + 1e-12


NEAR_BEST = "the hours are close to what you would like best"


@pytest.mark.parametrize(
    ("limits", "fields", "text", "contribution", "words"),
    [
        ({"weekly_hours": {"ideal": 12}}, {}, "Du arbejder 15 timer om ugen.", HOURS, NEAR_BEST),
        ({"weekly_hours": {"ideal": 12}}, {}, "Du arbejder 37 timer om ugen.", 0, None),
        ({"weekly_hours": {"ideal": 12}}, {}, "Du arbejder i butikken.", 0, None),
        ({"weekly_hours": {"ideal": 25, "max": 30, "negotiable": True}}, {}, "Du arbejder 37 timer om ugen.", 0, None),
        (
            {"postcode": "8000", "max_travel_minutes": 60, "travel_modes": ["car"]},
            {"postcode": "8000"},
            "Du sælger.",
            COMMUTE,
            "a short journey",
        ),
        (
            {"postcode": "8000", "max_travel_minutes": 30, "travel_modes": ["car"]},
            {"postcode": "8600"},
            "Du sælger.",
            0,
            None,
        ),
        ({}, {"deadline": DAY}, "Du sælger.", SOON, "the deadline is in a few days"),
        ({}, {"deadline": DAY + datetime.timedelta(4)}, "Du sælger.", 0, None),
        ({}, {"published": DAY - datetime.timedelta(31)}, "Du sælger.", OLD, "the ad is old: posted 23 October 2026"),
        ({}, {"published": DAY}, "Du sælger.", 0, None),
    ],
)
def test_what_would_be_nice_counts_a_little_and_is_said(limits, fields, text, contribution, words, shipped):
    vacancy = Vacancy(id="v", title="Kollega", description=text, **fields)
    candidate = Candidate.model_validate({"id": "p", "goals": ["butik"], "constraints": limits})
    matcher = Matcher(Index.build([vacancy], shipped), shipped)
    (found,) = matcher.suggest([candidate], Request(as_of=DAY, language="en"))
    said = [e for e in found.suggestions[0].evidence if e.kind in ("day", "ad")]
    assert sum(e.contribution for e in said) == pytest.approx(contribution)
    assert [e.statement.startswith(words or "") for e in said] == [True] * bool(contribution)
    assert all(e.quote in vacancy.text for e in said)


@settings(deadline=None)
@given(scores=st.lists(st.floats(-1, 1), min_size=1, max_size=20), k=st.integers(1, 20), data=st.data())
def test_variety_only_lowers_and_the_order_holds_and_only_copies_are_left_out(scores, k, data):
    employers = data.draw(st.lists(st.sampled_from(["", "a", "b"]), min_size=len(scores), max_size=len(scores)))
    texts = data.draw(st.lists(st.integers(0, 5), min_size=len(scores), max_size=len(scores)))
    posters = np.array([ord(e) if e else 1000 + t for e, t in zip(employers, texts, strict=True)], np.uint64)
    areas, vectors = np.zeros(len(scores), np.uint16), np.eye(6, dtype=np.float32)[texts]
    picks = varied(np.array(scores), Posted(np.array(employers), posters, posters, areas, vectors), k)
    final = [scores[pick.place] + pick.variety for pick in picks]
    assert final == sorted(final, reverse=True)
    assert all(pick.variety <= 0 and (pick.variety == 0 or employers[pick.place]) for pick in picks)
    ads = list(zip(employers, texts, strict=True))
    shown = [pick.place for pick in picks]
    assert len({ads[place] for place in shown}) == len(shown) == min(k, len(set(ads)))
    for place, ad in enumerate(ads):
        if place not in shown and len(shown) < k:
            assert ad in {ads[other] for other in shown}


PALLETS = "Du plukker varer, kører truck og pakker paller. Du møder kl. 7 og har fri kl. 15. Vi lærer dig op."


def listed(shipped, *ads, **constraints):
    """Vacancy id -> the others that its suggestion names, for one who looks for work in a store."""
    vacancies = [
        Vacancy(**{"id": f"v{n}", "title": "Lagermedarbejder", "description": PALLETS, "employer": "LimfjordLog"} | ad)
        for n, ad in enumerate(ads, start=1)
    ]
    matcher = Matcher(Index.build(vacancies, shipped), shipped)
    (found,) = matcher.suggest([person("lager", **constraints)], Request(as_of=DAY))
    return {s.vacancy_id: s.also for s in found.suggestions}


def test_one_ad_that_is_posted_again_in_nearly_the_same_words_is_one_suggestion_that_names_the_other(shipped):
    again = {"description": f"{PALLETS} Tiltrædelse 1. marts 2027.", "title": "Lagermedarbejder søges"}
    shown = listed(shipped, {}, again, {"employer": "Nordlager"})
    assert len(shown) == 2
    assert shown.pop("v3") == ()
    assert {*shown, *next(iter(shown.values()))} == {"v1", "v2"}


@pytest.mark.parametrize(
    "other",
    [
        {"postcode": "9800"},
        {"description": f"{PALLETS} 12 timer om ugen."},
        {"description": PALLETS.replace("kl. 7", "kl. 5")},
        {"title": "Pakkeriassistent"},
        {"stated": {"weekly_hours_min": 12, "weekly_hours_max": 12}},
    ],
    ids=["place", "hours", "times", "work", "hours of the feed"],
)
def test_what_is_of_another_place_hours_times_or_work_is_no_copy(shipped, other):
    assert listed(shipped, {"postcode": "9000"}, {"postcode": "9000"} | other) == {"v1": (), "v2": ()}


def test_an_ad_within_the_limits_does_not_hide_behind_its_copy_that_is_not(shipped):
    shown = listed(
        shipped,
        {"description": f"{PALLETS} 37 timer om ugen."},
        {"description": f"{PALLETS} 12 timer om ugen."},
        weekly_hours={"max": 15},
    )
    assert shown == {"v2": ()}


def person(goal, has=(), **constraints):
    limits = Constraints(**constraints)
    return Candidate(id="x", goals=(goal,), competencies=has, constraints=limits)


def against(ad, candidate, encoder):
    vacancy = Vacancy(id="v", title="Kollega", description=f"Vi søger en kollega. {ad}")
    (found,) = Matcher(Index.build([vacancy], encoder), encoder).suggest([candidate], Request(as_of=DAY, language="en"))
    evidence = found.suggestions[0].evidence
    return [(e.statement, e.quote) for e in evidence if e.kind in ("requirement", "day") and e.contribution < 0]


@pytest.mark.parametrize(
    ("ad", "candidate", "named"),
    [
        ("Du har svendebrev som tømrer.", person("tømrer"), "asks for education"),
        ("Du har dansk autorisation som sygeplejerske.", person("pleje"), "asks for education or authorisation"),
        ("Du har truckkort.", person("lager"), "asks for a certificate: forklift licence"),
        ("Du taler flydende engelsk.", person("butik", languages={"en": "basic"}), "asks for a language: English"),
        ("Du har erfaring fra et lager.", person("lager"), "asks for experience"),
        ("Der er tunge løft hver dag.", person("lager", avoid=("heavy_lifting",)), "heavy lifting"),
    ],
)
def test_what_an_ad_asks_is_a_reason_against_with_its_words(ad, candidate, named, shipped):
    ((statement, quote),) = against(ad, candidate, shipped)
    assert statement.startswith(named)
    assert quote.rstrip(".") == ad.rstrip(".")


@pytest.mark.parametrize(
    ("ad", "candidate"),
    [
        ("Du har svendebrev som tømrer.", person("tømrer", has=("Har svendebrev som tømrer",))),
        ("Svendebrev er en fordel, men ikke et krav.", person("tømrer")),
        ("Du har truckkort.", person("lager", certificates=("truckcertifikat",))),
        ("Der er tunge løft hver dag.", person("lager")),
        ("Du taler flydende engelsk.", person("butik", languages={"en": "good"})),
        ("Du taler flydende engelsk.", person("butik", languages={"da": "fluent"})),
    ],
)
def test_what_a_person_has_and_what_is_only_a_wish_is_no_reason_against(ad, candidate, shipped):
    assert against(ad, candidate, shipped) == []


@pytest.mark.parametrize(
    ("title", "goal", "counts"),
    [
        ("Teamleder til vores lager", "lager", True),
        ("Teamleder til vores lager", "lager, gerne som leder af et lille hold", False),
        ("Postdoc in plant biology", "noget med planter", True),
        ("Postdoc in plant biology", "forsker i planter", False),
        ("Ph.d.-studerende i kemi", "at tage en ph.d.", False),
        ("Studievejleder", "at hjælpe unge", False),
    ],
)
def test_a_post_that_leads_or_searches_counts_against_one_who_has_not_asked_for_it(title, goal, counts):
    vacancy, facts = Vacancy(id="v", title=title, description="Vi søger dig."), Reading(id="v")
    beside = scored(person(goal), laid_out((vacancy, facts)).rows, np.ones(1, bool))
    level = [term.name for term in FEATURES].index("level")
    assert (features(beside)[0, level] < 0) == counts


@pytest.mark.parametrize("kind", ["education", "certificate"])
def test_a_term_that_counts_has_words_however_long_what_is_asked(kind):
    """A paper that does not fit in the row is neither counted nor shown: nobody has half a paper."""
    long = (
        "Agronomi bibliotek ciselering drejning elektronik farmaci gartneri husholdning industri journalistik økonomi"
    )
    facts = Reading(id="v", requirements=(Requirement(kind=kind, what=None, strength="required", quote=long),))
    vacancy = Vacancy(id="v", title="Kollega", description=long)
    rows, known = laid_out((vacancy, facts)).rows, known_of(vacancy, facts)
    for candidate in (person("kontor", has=("Har læst økonomi",)), person("kontor", has=("Har solgt is",))):
        values = features(scored(candidate, rows, np.zeros(1, bool)))[0]
        for term, value in zip(FEATURES, values, strict=True):
            assert not value or term.words(Pair(candidate, unknown(candidate), vacancy, known, known.posts[0], "en"))
