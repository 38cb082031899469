"""Which change of the limits a reason suggests, and that it can be made."""

import pytest

from matcher.schema import Candidate, Vacancy
from service.cases.decisions import changed, suggested


def vacancy(**fields):
    return Vacancy.model_validate({"id": "v", "title": "Medhjælper", **fields})


TWENTY = vacancy(description="Arbejdstiden er 20 timer om ugen.", postcode="8000", employer="Nord A/S")
EVENING = vacancy(description="Du arbejder om aftenen og i weekenden. Der er tunge løft.")
FIRM = {"weekly_hours": {"negotiable": False}}
DRIVER = vacancy(description="Kørekort B er et krav.")


def candidate(**constraints):
    return Candidate.model_validate({"id": "c", "constraints": constraints})


@pytest.mark.parametrize(
    ("limits", "ad", "reason", "change"),
    [
        ({}, TWENTY, "too_many_hours", {"weekly_hours": {"max": 19.0}}),
        ({"weekly_hours": {"max": 25}}, TWENTY, "too_many_hours", {"weekly_hours": {"max": 19.0}}),
        ({"weekly_hours": {"max": 9, "negotiable": True}}, TWENTY, "too_many_hours", FIRM),
        ({"weekly_hours": {"max": 12}}, TWENTY, "too_many_hours", None),
        ({"weekly_hours": {"min": 20}}, TWENTY, "too_many_hours", None),
        ({}, TWENTY, "too_few_hours", {"weekly_hours": {"min": 21.0}}),
        ({"weekly_hours": {"max": 20}}, TWENTY, "too_few_hours", None),
        ({}, EVENING, "times", {"not_times": ["evening", "weekend"]}),
        ({"not_times": ["evening"]}, EVENING, "times", {"not_times": ["weekend"]}),
        ({"postcode": "8700", "travel_modes": ["bike"]}, TWENTY, "too_far", {"max_travel_minutes": 180}),
        ({"postcode": "8700"}, TWENTY, "too_far", None),
        ({}, EVENING, "environment", {"avoid": ["heavy_lifting"]}),
        ({"avoid": ["heavy_lifting"]}, EVENING, "environment", None),
        ({"never": ["heavy_lifting"]}, EVENING, "environment", None),
        ({}, DRIVER, "requirement_missing", {"licences": []}),
        ({"licences": ["B"]}, DRIVER, "requirement_missing", None),
        ({}, TWENTY, "not_this_employer", {"exclude_employers": ["Nord A/S"]}),
        ({}, TWENTY, "person_says_no", None),
        ({}, TWENTY, "already_applied", None),
    ],
)
def test_a_reason_suggests_the_change_that_would_have_left_the_ad_out(limits, ad, reason, change):
    assert suggested(candidate(**limits), ad, reason) == change


def test_a_change_adds_to_what_stands_there_now_and_leaves_the_rest():
    before = candidate(not_times=["night"], weekly_hours={"min": 5, "negotiable": True}, postcode="8700")
    after = changed(before, {"not_times": ["evening", "night"], "weekly_hours": {"max": 19.0}})
    assert after.constraints.not_times == ("night", "evening")
    assert after.constraints.weekly_hours.model_dump() == {"min": 5, "ideal": None, "max": 19, "negotiable": True}
    assert after.constraints.postcode == "8700"


def test_no_licence_is_said_and_not_left_unknown():
    assert changed(candidate(), {"licences": []}).constraints.licences == ()
