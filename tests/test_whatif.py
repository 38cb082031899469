"""What a limit costs, counted against lists that are made anew."""

import datetime

import pytest

from matcher.matching import Request
from matcher.schema import Candidate, Constraints, WeeklyHours
from matcher.whatif import what_if

REQUEST = Request(k=1000, as_of=datetime.date(2026, 11, 23), language="en")


def listed(matcher, candidate):
    (found,) = matcher.suggest([candidate], REQUEST)
    return {s.vacancy_id for s in found.suggestions}


def person(**limits):
    return Candidate(id="x", goals=("praktisk arbejde",), constraints=Constraints(**limits))


TWELVE = WeeklyHours(max=12, negotiable=False)
AT_HOME = {"postcode": "8700", "max_travel_minutes": 30, "travel_modes": ("car",)}


@pytest.mark.parametrize(
    ("change", "before", "after"),
    [
        (
            "if there may be up to 15.0 hours a week instead of 12.0",
            {"weekly_hours": TWELVE},
            {"weekly_hours": WeeklyHours(max=15, negotiable=False)},
        ),
        ("if the hours did not count", {"weekly_hours": TWELVE}, {}),
        ("if the journey may take 45 minutes instead of 30", AT_HOME, AT_HOME | {"max_travel_minutes": 45}),
        ("if there may also be weekend work", {"not_times": ("weekend", "night")}, {"not_times": ("night",)}),
        ("if you had driving licence B", {"licences": ()}, {"licences": ("B",)}),
    ],
)
def test_a_change_brings_what_a_list_made_with_it_has_more(change, before, after, matcher):
    now, changes = what_if(person(**before), matcher.index, REQUEST)
    brought = {c.words.replace(".0", ""): set(c.vacancies) for c in changes}[change.replace(".0", "")]
    assert now == len(listed(matcher, person(**before)))
    assert brought == listed(matcher, person(**after)) - listed(matcher, person(**before))


def test_each_limit_that_is_set_is_taken_away_once(matcher):
    limits = {"weekly_hours": TWELVE, "not_times": ("night",), **AT_HOME}
    _, changes = what_if(person(**limits), matcher.index, REQUEST)
    without = [c.words for c in changes if c.code.startswith("without.")]
    assert len(without) == len(set(without)) == 5  # three that are set, the modes of travel for cars, the kind of job


def test_certificates_are_told_of_the_vacancies_that_are_within_the_limits(matcher):
    plain, has = person(), Candidate(id="x", competencies=("truckkort", "hygiejnebevis"))
    asked = {c.words: c.vacancies for c in what_if(plain, matcher.index, REQUEST)[1] if "ask for" in c.words}
    assert asked
    assert all(set(vacancies) <= listed(matcher, plain) for vacancies in asked.values())
    fewer = [c.words for c in what_if(has, matcher.index, REQUEST)[1] if "ask for" in c.words]
    assert not any("truck" in words or "hygiejne" in words for words in fewer)
