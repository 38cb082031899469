"""Jobnet's list and detail, and what its fields are taken to say."""

import datetime

import pytest

from matcher import reader
from matcher.feeds import Refusal

AD = {"jobAdId": "j1", "title": "Kok", "description": "<p>Vi søger en kok.</p>"}
DETAIL = {
    "id": "j1",
    "title": "Kok",
    "body": "<p>Vi søger<br>en kok.</p>",
    "job": {},
    "application": {},
    "employer": {},
}
OLD = {"ID": "5374939", "Title": "Kok", "Presentation": "<p>Vi søger en kok.</p>", "HiringOrgName": "Kroen"}


def test_a_list_gives_each_of_its_ads(read):
    ads = read({"jobAds": [AD, AD | {"jobAdId": "j2"}], "totalJobAdCount": 2, "searchFacets": {}})
    assert [(v.id, v.title, v.description, v.source) for v in ads] == [
        ("j1", "Kok", "Vi søger en kok.", "jobnet"),
        ("j2", "Kok", "Vi søger en kok.", "jobnet"),
    ]


@pytest.mark.parametrize("content", [AD, [AD], {"jobAds": [AD]}, DETAIL, [DETAIL], OLD, {"JobPositionPostings": [OLD]}])
def test_an_ad_is_known_alone_in_a_list_and_in_either_form(one, content):
    assert one(content).title == "Kok"


def test_an_empty_list_holds_no_ads(read):
    assert read({"jobAds": [], "totalJobAdCount": 0}) == []


def test_every_field_of_a_list(one):
    ad = one(
        AD
        | {
            "hiringOrgName": "Kroen",
            "municipality": "Horsens",
            "postalCode": 8700,
            "country": "Danmark",
            "publicationDate": "2026-11-16T00:00:00+01:00",
            "applicationDeadline": "2026-12-14T00:00:00+01:00",
            "workHourPartTime": True,
            "jobAnnouncementTypeName": "Almindelige vilkår",
            "jobAdUrl": "https://example.org/1",
            "cvr": "1",
            "isSeen": False,
            "aFieldOfTomorrow": {"x": 1},
        }
    )
    assert (ad.employer, ad.municipality, ad.postcode, ad.url) == ("Kroen", "Horsens", "8700", "https://example.org/1")
    assert (ad.published, ad.deadline) == (datetime.date(2026, 11, 16), datetime.date(2026, 12, 14))
    assert (ad.stated.full_time, ad.stated.employment) == (False, "ordinary")


def test_every_field_of_a_detail(one):
    ad = one(
        DETAIL
        | {
            "publicationDateTime": "2026-11-20T06:00:00+01:00",
            "employer": {"name": "Kroen", "cvrNumber": "1"},
            "job": {
                "type": "Almindelige vilkår",
                "address": {"postalCode": "7100", "municipality": "Vejle", "countryCode": "DK"},
                "noFixedWorkplace": True,
                "isPartTime": True,
                "driversLicenses": ["B", {"name": "C"}],
                "shifts": ["Dag", "Weekend"],
                "workHourMin": 10,
                "workHourMax": 20.5,
                "employmentDate": "2027-01-04T00:00:00+01:00",
            },
            "application": {"deadlineDate": "2026-12-10T00:00:00+01:00", "url": "https://example.org/1"},
        }
    )
    assert ad.description == "Vi søger\nen kok.\n\nTiltrædelse: 2027-01-04"
    assert (ad.employer, ad.postcode, ad.municipality, ad.no_fixed_workplace) == ("Kroen", "7100", "Vejle", True)
    assert (ad.published, ad.deadline) == (datetime.date(2026, 11, 20), datetime.date(2026, 12, 10))
    assert ad.stated.model_dump() == {
        "weekly_hours_min": 10,
        "weekly_hours_max": 20.5,
        "full_time": False,
        "times": ("day", "weekend"),
        "employment": "ordinary",
        "licences": ("B", "C"),
    }


def test_the_form_of_2021(one):
    ad = one(
        OLD
        | {
            "PostalCode": "9230",
            "Municipality": "Aalborg",
            "Country": "Danmark",
            "WorkPlaceNotStatic": False,
            "PostingCreated": "2021-06-22T00:00:00",
            "LastDateApplication": "2021-06-25T00:00:00",
            "WorkHours": "Deltid",
            "AssignmentStartDate": "0001-01-01T00:00:00",
            "Url": "https://example.org/5",
            "JobAnnouncementType": "",
            "JoblogWorkTime": {"WorkHour": "(34 - 36 timer ugentligt)", "DailyWorkTime": "Aften, nat, weekend"},
        }
    )
    assert (ad.id, ad.postcode, ad.employer, ad.no_fixed_workplace) == ("5374939", "9230", "Kroen", False)
    assert ad.description == "Vi søger en kok."
    assert ad.stated.model_dump(exclude_defaults=True) == {
        "weekly_hours_min": 34,
        "weekly_hours_max": 36,
        "full_time": False,
        "times": ("evening", "night", "weekend"),
    }


def test_the_flags_of_2021_say_times_of_day(one):
    flags = {"DailyWorkTimeDay": False, "DailyWorkTimeEvening": True, "WorkHourMin": 5, "WorkHourMax": 8}
    stated = one(OLD | {"ApplicationDetails": flags}).stated
    assert (stated.times, stated.weekly_hours_min, stated.weekly_hours_max) == (("evening",), 5, 8)


@pytest.mark.parametrize("none", [None, "", "0001-01-01T00:00:00", "0001-01-01T00:00:00Z", "0001-01-01"])
def test_the_first_of_january_of_the_year_one_is_no_date(one, none):
    ad = one(AD | {"publicationDate": none, "applicationDeadline": none})
    assert (ad.published, ad.deadline) == (None, None)


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("Almindelige vilkår", "ordinary"),
        ("almindelige vilkår ", "ordinary"),
        ("Ordinaert", "ordinary"),
        ("Normal", "ordinary"),
        ("Fleksjob", "fleksjob"),
        ("Flexjob", "fleksjob"),
        ("Skånejob", "subsidised"),
        ("Job med løntilskud", "subsidised"),
        ("WageSubsidy", "subsidised"),
        ("Virksomhedspraktik", "internship"),
        ("CompanyInternship", "internship"),
        ("Rotationsjob", "reserved"),
        ("EarlyRetiree", "reserved"),
        ("Egnet til efterlønnere og seniorer", "mixed"),
        ("Efterloenner", "reserved"),
        ("NormalAndEarlyRetiree", "mixed"),
        ("NormalAndEarlyRetireeWithHotjob", "mixed"),
        ("NormalAndFlexjob", "mixed"),
        ("Almindelige vilkår, Fleksjob", "mixed"),
        (["Almindelige vilkår", "Skånejob"], "mixed"),
        ("Fleksjob eller skånejob", "unclear"),
        ("", None),
        (None, None),
        ([], None),
    ],
)
def test_the_kinds_of_employment(one, written, kind):
    assert one(AD | {"jobAnnouncementTypeName": written}).stated.employment == kind


@pytest.mark.parametrize("words", ["SpringStone", "HotJob", "Noget helt nyt", "Almindelige vilkår og noget nyt"])
def test_a_kind_of_employment_that_is_not_known_is_unclear_and_its_words_are_kept_in_the_ad(one, words):
    ad = one(AD | {"jobAnnouncementTypeName": words})
    assert ad.stated.employment == "unclear"
    assert ad.description == f"Vi søger en kok.\n\nAnsættelsestype: {words}"


def test_what_is_added_to_an_ad_is_read_with_its_quote(one):
    ad = one(DETAIL | {"job": {"employmentDate": "2027-01-04T00:00:00", "shifts": ["Nat", "Skiftehold"]}})
    facts = reader.read(ad)
    assert (facts.start, facts.start_quote) == ("2027-01-04", "Tiltrædelse: 2027-01-04")
    assert facts.schedule.rotating_shifts == "yes"
    assert ad.stated.times == ("night",)


@pytest.mark.parametrize(("flag", "full_time"), [(True, False), (False, None), (None, None), ("Deltid", False)])
def test_only_part_time_is_taken_at_its_word(one, flag, full_time):
    assert one(AD | {"workHourPartTime": flag}).stated.full_time is full_time


@pytest.mark.parametrize(("low", "high"), [(0, 0), (0, None), (None, 0), (None, None)])
def test_no_hours_are_unknown_and_not_zero(one, low, high):
    stated = one(AD | {"workHourMin": low, "workHourMax": high}).stated
    assert (stated.weekly_hours_min, stated.weekly_hours_max) == (None, None)


@pytest.mark.parametrize(
    ("code", "country", "postcode"),
    [
        (8700, "Danmark", "8700"),
        (800, "DK", "0800"),
        ("8700", None, "8700"),
        (0, "Danmark", None),
        (21120, "Sverige", None),
        (3900, "GL", None),
        ("1050", "Norge", None),
        (None, "Danmark", None),
    ],
)
def test_a_postcode_is_four_digits_and_danish(one, code, country, postcode):
    assert one(AD | {"postalCode": code, "country": country}).postcode == postcode


def test_an_ad_with_something_wrong_is_refused_by_jobnets_own_name_and_the_next_is_read(read):
    ads = read([AD | {"applicationDeadline": "snart", "postalCode": 87}, AD | {"title": None}, AD | {"jobAdId": 7}])
    told = [(r.row, r.field, r.code) for r in ads if isinstance(r, Refusal)]
    assert told == [(1, "postalCode", "postcode"), (1, "applicationDeadline", "iso_date"), (2, "title", "missing")]
    assert ads[-1].id == "7"


def test_the_same_ad_twice_is_refused(refused):
    assert refused({"jobAds": [AD, AD]}) == [(2, "jobAdId", "same_id")]
