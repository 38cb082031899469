"""What a consultant may rely on in every list."""

import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from matcher.index import Index
from matcher.matching import Matcher, Request
from matcher.schema import Candidate, Constraints, Vacancy, WeeklyHours

DAY = datetime.date(2026, 11, 23)
NOW = Request(as_of=DAY)


def one(matcher: Matcher, candidate: Candidate, request: Request = NOW):
    (found,) = matcher.suggest([candidate], request)
    return found


@pytest.fixture(scope="module")
def lists(matcher, candidates):
    return list(matcher.suggest(candidates, Request(k=60, as_of=DAY, include_broken=True)))


def test_contributions_sum_to_the_score(lists):
    for suggestion in (s for found in lists for s in found.suggestions):
        assert sum(e.contribution for e in suggestion.evidence) == pytest.approx(suggestion.score, abs=1e-6)


def test_every_statement_contributes_once(lists, candidates):
    for found, candidate in zip(lists, candidates, strict=True):
        said = sorted((s.kind, s.text) for s in candidate.statements)
        for suggestion in found.suggestions:
            evidence = [
                (e.kind, e.statement) for e in suggestion.evidence if e.kind in ("goal", "interest", "competency")
            ]
            assert sorted(evidence) == said


def test_every_quote_is_an_exact_substring_of_the_ad(lists, vacancies):
    by_id = {v.id: v for v in vacancies}
    for suggestion in (s for found in lists for s in found.suggestions):
        vacancy = by_id[suggestion.vacancy_id]
        for quote in filter(None, [e.quote for e in suggestion.evidence] + [c.quote for c in suggestion.checks]):
            assert quote in vacancy.title or quote in vacancy.description
            assert 0 < len(quote) <= 300


def test_ranks_are_1_to_n_and_scores_fall_and_broken_ones_come_last(lists):
    for found in lists:
        assert [s.rank for s in found.suggestions] == list(range(1, len(found.suggestions) + 1))
        order = [(s.band == "broken", -s.score, s.vacancy_id) for s in found.suggestions]
        assert order == sorted(order)


def test_the_band_is_the_worst_verdict(lists):
    bands = {"met": "fits", "unknown": "ask", "negotiable": "negotiable", "broken": "broken"}
    worst = list(bands)
    for suggestion in (s for found in lists for s in found.suggestions):
        verdict = max((c.verdict for c in suggestion.checks), key=worst.index)
        assert suggestion.band == bands[verdict]


def test_broken_expired_and_copied_vacancies_are_left_out_and_counted(matcher, candidates, vacancies):
    for candidate in candidates:
        found = one(matcher, candidate, Request(k=60, as_of=DAY))
        assert all(s.band != "broken" for s in found.suggestions)
        ids = {s.vacancy_id for s in found.suggestions}
        assert not ids & {"v013", "v026", "v037", "v045"}
        assert len(ids & {"v059", "v060"}) <= 1
        assert found.expired == 4
        assert found.duplicates == 1
        assert found.eligible + found.expired + found.duplicates + found.broken == len(vacancies)
        assert max(found.left_out.values(), default=0) <= found.broken <= sum(found.left_out.values())


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("da", "Annoncens frist, 1. november 2026, ligger før den blev slået op. Kan man stadig søge?"),
        ("en", "The ad's deadline, 1 November 2026, is before it was posted. Can one still apply?"),
    ],
)
def test_a_deadline_before_the_ad_was_posted_hides_no_job_and_is_asked_about(language, question, shipped):
    dates = {"published": datetime.date(2026, 11, 16), "deadline": datetime.date(2026, 11, 1)}
    vacancy = Vacancy(id="v", title="Opvasker", description="Du vasker op i køkkenet.", **dates)
    matcher = Matcher(Index.build([vacancy], shipped), shipped)
    found = one(matcher, Candidate(id="p", goals=("opvasker",)), Request(as_of=DAY, language=language))
    assert (found.expired, [s.questions for s in found.suggestions]) == (0, [(question,)])


def test_expired_ads_come_when_asked_for(matcher, candidates):
    everything = Request(k=60, as_of=DAY, include_expired=True, include_broken=True)
    assert "v013" in {s.vacancy_id for s in one(matcher, candidates[5], everything).suggestions}


def test_one_vague_sentence_gets_a_full_list(matcher, candidates):
    for candidate in (c for c in candidates if c.id in ("p03", "p04")):
        assert len(one(matcher, candidate).suggestions) == 10


def test_when_nothing_is_eligible_the_list_is_empty_and_says_why(matcher, candidates):
    found = one(matcher, next(c for c in candidates if c.id == "p05"))
    assert found.suggestions == []
    assert found.eligible == 0
    assert found.left_out["employment"] > 0


def test_a_candidate_who_has_said_nothing_gets_no_ranking_rather_than_a_made_up_one(matcher):
    found = one(matcher, Candidate(id="x"))
    assert found.suggestions == []
    assert found.eligible > 0


def test_no_limit_but_the_kind_of_job_gives_no_other_check(matcher):
    found = one(matcher, Candidate(id="x", interests=("Noget med planter",)))
    assert {c.constraint for s in found.suggestions for c in s.checks} == {"employment"}


def test_a_goal_weighs_more_than_the_same_words_as_experience(matcher):
    everything = Request(k=60, as_of=DAY)
    wished = one(matcher, Candidate(id="x", goals=("bogholder",), competencies=("tømrer",)), everything)
    done_before = one(matcher, Candidate(id="x", goals=("tømrer",), competencies=("bogholder",)), everything)
    scores = [{s.vacancy_id: s.score for s in found.suggestions} for found in (wished, done_before)]
    assert scores[0]["v002"] > scores[1]["v002"]


def test_english_is_complete(matcher, candidates):
    english = Request(as_of=DAY, language="en", include_broken=True)
    for candidate in candidates:
        danish = one(matcher, candidate, Request(as_of=DAY, include_broken=True)).suggestions
        for a, b in zip(one(matcher, candidate, english).suggestions, danish, strict=True):
            assert (a.vacancy_id, a.score, a.band) == (b.vacancy_id, b.score, b.band)
            assert not set(a.questions) & set(b.questions)


@settings(deadline=None, max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_batch_gives_each_candidate_the_list_they_get_alone(data, matcher, candidates):
    batch = data.draw(st.lists(st.sampled_from(candidates), min_size=1, max_size=4))
    k = data.draw(st.integers(1, 12))
    request = Request(k=k, as_of=DAY)
    assert list(matcher.suggest(batch, request)) == [one(matcher, c, request) for c in batch]


@settings(deadline=None, max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    low=st.integers(0, 20),
    span=st.integers(0, 20),
    firm=st.booleans(),
    times=st.sets(st.sampled_from(["early_morning", "evening", "night", "weekend"])),
    minutes=st.integers(5, 120),
)
def test_nothing_that_fits_breaks_a_limit(low, span, firm, times, minutes, matcher, expected_facts):
    """Against the hand-read facts, not the reader's."""
    limits = Constraints(
        weekly_hours=WeeklyHours(min=low, max=low + span, negotiable=not firm),
        not_times=tuple(times),
        postcode="8700",
        max_travel_minutes=minutes,
        travel_modes=("car",),
    )
    candidate = Candidate(id="x", interests=("praktisk arbejde",), constraints=limits)
    for suggestion in one(matcher, candidate, Request(k=60, as_of=DAY)).suggestions:
        if suggestion.band != "fits":
            continue
        facts = expected_facts[suggestion.vacancy_id]
        assert all(facts["schedule"][t] != "yes" for t in times)
        assert facts["employment"] in ("ordinary", "mixed")
        hours = facts["hours"]
        if hours["min"] is not None:
            assert hours["min"] <= low + span
        if hours["max"] is not None:
            assert hours["max"] >= low


def test_equal_vacancies_come_in_the_order_of_their_ids(encoder):
    ads = [Vacancy(id=i, title="Opvasker", description="Vi søger en opvasker.", employer=f"Sted {i}") for i in "dbca"]
    matcher = Matcher(Index.build(ads, encoder), encoder)
    found = one(matcher, Candidate(id="x", goals=("opvasker",)), Request(k=3, as_of=DAY))
    assert [s.vacancy_id for s in found.suggestions] == ["a", "b", "c"]


def test_another_kind_of_work_is_a_short_list_of_its_own(matcher, candidates):
    some = 0
    for found in matcher.suggest(candidates, Request(k=2, as_of=DAY)):
        shown = {s.vacancy_id for s in found.suggestions}
        assert len(found.elsewhere) <= 3
        some += bool(found.elsewhere)
        for suggestion in found.elsewhere:
            assert suggestion.vacancy_id not in shown
            assert suggestion.band != "broken"
            assert any(e.kind == "interest" for e in suggestion.evidence)
    assert some


def test_without_a_goal_there_is_no_other_kind_of_work(matcher):
    assert one(matcher, Candidate(id="x", interests=("Noget med planter",))).elsewhere == ()
