"""What an ad requires, and whether a person has it: the unsaid is unknown, and no limit is contradicted."""

import datetime

import pytest

from matcher.facts import known
from matcher.matching import Matcher, Request
from matcher.requirement_names import language_name, named
from matcher.requirement_status import statuses
from matcher.schema import Candidate, Requirement, Suggestion, Vacancy

DAY = datetime.date(2026, 11, 23)
TERMS = {"education": "kræver uddannelse", "certificate": "kræver et bevis", "language": "kræver et sprog"}
LICENCES = ("driving_licence", "own_car", "authorisation")
NOTHING = Suggestion(
    candidate_id="c", vacancy_id="v", rank=1, score=0, band="ask", evidence=(), checks=(), questions=()
)


def status(ad, kind, competencies=(), title="Hjælper", **limits):
    vacancy = Vacancy(id="v", title=title, description=ad)
    candidate = Candidate(id="c", competencies=competencies, constraints=limits)
    found = [a for a in statuses(candidate, vacancy, known(vacancy), NOTHING, "da") if a.kind == kind]
    assert len(found) == 1, found
    assert found[0].quote in vacancy.text
    return found[0].status


@pytest.mark.parametrize(
    ("ad", "kind", "limits", "expected"),
    [
        ("Du skal have kørekort B.", "driving_licence", {}, "unknown"),
        ("Du skal have kørekort B.", "driving_licence", {"licences": ()}, "lacks"),
        ("Du skal have kørekort B.", "driving_licence", {"licences": ("B",)}, "has"),
        ("Du skal have kørekort B.", "driving_licence", {"licences": ("C",)}, "has"),  # which includes it
        ("Du skal have kørekort C.", "driving_licence", {"licences": ("B",)}, "lacks"),
        ("Du skal have bil til rådighed.", "own_car", {}, "unknown"),
        ("Du skal have bil til rådighed.", "own_car", {"travel_modes": ("bike",)}, "lacks"),
        ("Du skal have bil til rådighed.", "own_car", {"travel_modes": ("bike", "car")}, "has"),
        ("Du skal tale dansk.", "language", {}, "unknown"),
        ("Du skal tale dansk.", "language", {"languages": {"da": "basic"}}, "lacks"),
        ("Du skal tale dansk.", "language", {"languages": {"da": "good"}}, "has"),
        ("Vi kræver gyldigt truckcertifikat B.", "certificate", {}, "unknown"),
        ("Vi kræver gyldigt truckcertifikat B.", "certificate", {"certificates": ("hygiejnebevis",)}, "lacks"),
        ("Vi kræver gyldigt truckcertifikat B.", "certificate", {"certificates": ("truckkort",)}, "partial"),
        ("Vi kræver gyldigt truckcertifikat B.", "certificate", {"certificates": ("Truckcertifikat B",)}, "has"),
    ],
)
def test_a_thing_is_had_lacked_or_not_known(ad, kind, limits, expected):
    assert status(ad, kind, **limits) == expected


@pytest.mark.parametrize(
    ("competencies", "expected"),
    [((), "unknown"), (("Har passet heste",), "lacks"), (("Uddannet sygeplejerske",), "has")],
)
def test_an_authorisation_is_had_by_whoever_names_the_profession(competencies, expected):
    ad = "Det er et krav, at du har dansk autorisation som sygeplejerske."
    assert status(ad, "authorisation", competencies, title="Sygeplejerske") == expected


def test_a_word_in_common_is_not_called_the_paper_itself():
    ad = "Du er uddannet pædagog."
    assert status(ad, "education", ("Har været pædagogmedhjælper",)) == "partial"
    assert status(ad, "education", ("Jeg er uddannet pædagog",)) == "has"


def test_what_is_only_good_to_have_is_not_among_what_is_required():
    vacancy = Vacancy(id="v", title="Hjælper", description="Det er en fordel, hvis du har kørekort B.")
    assert statuses(Candidate(id="c"), vacancy, known(vacancy), NOTHING, "da") == []


@pytest.fixture(scope="module")
def told(matcher: Matcher, candidates, index):
    """(suggestion, what is asked) of every list of the fixtures."""
    lists = matcher.suggest(candidates, Request(k=60, as_of=DAY, include_broken=True))
    found = []
    for candidate, listed in zip(candidates, lists, strict=True):
        for s in listed.suggestions:
            vacancy, facts = index.record(index.row(s.vacancy_id))
            found.append((s, statuses(candidate, vacancy, facts, s, "da")))
    return found


def test_the_language_of_a_list_changes_no_status(told, candidates, index):
    """A list made in Danish and shown in English once had missing experience as partial."""
    people = {candidate.id: candidate for candidate in candidates}
    for suggestion, danish in told:
        vacancy, facts = index.record(index.row(suggestion.vacancy_id))
        english = statuses(people[suggestion.candidate_id], vacancy, facts, suggestion, "en")
        assert [line.status for line in english] == [line.status for line in danish]
    assert any(line.kind == "experience" and line.status == "lacks" for _, lines in told for line in lines)


def test_no_line_says_otherwise_than_the_limit(told):
    """Protected educations stand under education too: the limit on authorisations speaks for both."""
    compared = 0
    for suggestion, lines in told:
        verdict = next((c.verdict for c in suggestion.checks if c.constraint == "licences"), None)
        statuses = {line.status for line in lines if line.kind in LICENCES}
        if verdict == "met":
            assert statuses <= {"has"}, suggestion
        if "lacks" in statuses:
            assert verdict == "broken", suggestion
        compared += bool(statuses)
    assert compared > 100


def test_nothing_counts_against_somebody_that_a_line_says_they_have(told):
    against = 0
    for suggestion, lines in told:
        minus = {e.statement for e in suggestion.evidence if e.kind == "requirement" and e.contribution < 0}
        own = [
            line
            for line in lines
            if any(m.startswith(TERMS.get(line.kind, "-")) and line.what and f": {line.what}. " in m for m in minus)
        ]
        assert all(line.status in ("lacks", "unknown") for line in own), (suggestion, own)
        against += len(own)
    assert against > 100


def test_a_language_is_called_as_the_reader_calls_it():
    assert [language_name("english", lang) for lang in ("da", "en")] == ["engelsk", "English"]


@pytest.mark.parametrize(
    ("kind", "what", "of_ad", "danish", "english"),
    [
        ("language", "english", "en", "engelsk", "English"),
        ("certificate", "food hygiene certificate", "en", "hygiejnebevis", "food hygiene certificate"),
        ("certificate", "hygiejnebevis", "da", "hygiejnebevis", "food hygiene certificate"),
        ("education", "qualifications", "en", "uddannelse", "qualifications"),
        ("education", "beekeeping diploma", "en", "„beekeeping diploma“", "beekeeping diploma"),
        ("education", "brolæggersvend", "da", "brolæggersvend", "“brolæggersvend”"),
        ("education", "brolæggersvend", None, "brolæggersvend", "brolæggersvend"),
        ("experience", "have worked", "en", "", ""),
        ("driving_licence", "C/E", "en", "C/E", "C/E"),
    ],
)
def test_what_is_asked_for_is_named_in_the_readers_language_or_quoted(kind, what, of_ad, danish, english):
    requirement = Requirement(kind=kind, strength="required", quote=what, what=what)
    assert named(requirement, "da", of_ad) == danish
    assert named(requirement, "en", of_ad) == english
