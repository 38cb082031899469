"""Limits against facts: each verdict and its boundaries, an oracle in plain Python, and the words for people.

The oracle is written from the judging guidelines of the gold set and the contract, not from the code.
"""

import datetime
import math
import re

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError
from standing import AS_OF, known_of, laid_out, subject
from standing import reached as reached_by
from standing import told as told_by

from matcher.facts import Fact
from matcher.geography import kilometres, places, travel_minutes
from matcher.limits import LIMITS, VERDICTS, band, explain, suited, verdicts
from matcher.limits.hours import hours_words
from matcher.reader import read
from matcher.reasons import deadline_words
from matcher.schema import (
    TIMES,
    Candidate,
    Constraints,
    Demand,
    HoursFact,
    Reading,
    Requirement,
    Schedule,
    Stated,
    Vacancy,
    WeeklyHours,
)

AD = (
    "Du arbejder ca. 30 timer om ugen. Der er aftenvagter og skiftende vagter, men ingen weekend. "
    "Du møder kl. 06.30 hver dag, meget tidligt. Du skal have kørekort B og egen bil. "
    "Stillingen er et fleksjob. Tiltrædelse 1. februar 2027 eller snarest."
)
steady = settings(derandomize=True, deadline=None)
thorough = settings(derandomize=True, deadline=None, max_examples=80)


def ad(**fields):
    return Vacancy(**{"id": "v1", "title": "Opvasker", "description": AD, **fields})


def facts(**fields):
    return Reading(id="v1", **fields)


def hours(low=None, high=None, basis="stated", quote="ca. 30 timer om ugen"):
    return facts(hours=HoursFact(min=low, max=high, basis=basis, quote=quote))


def asks(kind, what=None, strength="required", quote="kørekort B"):
    return Requirement(kind=kind, strength=strength, quote=quote, what=what)


def reached(limits, vacancy=None, found=None, as_of=AS_OF):
    """Limit -> verdict of one vacancy."""
    return reached_by(limits, vacancy or ad(), found or facts(), as_of)


def told(limits, vacancy=None, found=None, language="en", as_of=AS_OF):
    """Limit -> its check, and the questions."""
    return told_by(limits, vacancy or ad(), found or facts(), language, as_of)


# --- hours -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("low", "high", "negotiable", "ad_low", "ad_high", "verdict"),
    [
        (None, 12, True, 12, 12, "met"),  # the very edge
        (None, 12, True, 12.5, 12.5, "negotiable"),
        (None, 12, False, 12.5, 12.5, "broken"),
        (None, 12, False, 12, 37, "met"),  # any overlap
        (None, 12, False, 10, 20, "met"),
        (None, 12, True, 30, 37, "negotiable"),
        (None, 12, False, 37, 37, "broken"),
        (None, 12, None, 37, 37, "broken"),  # a most is a most until it is said to be negotiable
        (15, None, True, 8, 12, "negotiable"),
        (15, None, False, 8, 12, "broken"),
        (15, None, False, 8, 15, "met"),
        (15, 25, False, None, 20, "met"),  # at most 20
        (15, 25, False, None, 14.9, "broken"),
        (15, 25, False, 25, None, "met"),  # at least 25
        (15, 25, False, 25.1, None, "broken"),
        (7.4, 7.4, False, 7.4, 7.4, "met"),  # not an exact binary number
        (27.7, 27.71, False, 27.71, 37, "met"),
        (0, 12, False, 0, 12, "met"),
    ],
)
def test_hours_that_overlap_are_met_and_others_are_a_talk_unless_the_candidate_said_no(
    low, high, negotiable, ad_low, ad_high, verdict
):
    limits = Constraints(weekly_hours=WeeklyHours(min=low, max=high, negotiable=negotiable))
    assert reached(limits, found=hours(ad_low, ad_high))["weekly_hours"] == verdict


UP_TO_12 = Constraints(weekly_hours=WeeklyHours(max=12, negotiable=True))
FIRMLY_UP_TO_12 = Constraints(weekly_hours=WeeklyHours(max=12, negotiable=False))


@pytest.mark.parametrize(
    ("stated", "found", "verdict", "firm_verdict"),
    [
        (Stated(), facts(), "unknown", "unknown"),
        (Stated(), hours(basis="parttime_word"), "unknown", "unknown"),
        (Stated(), hours(basis="negotiable"), "met", "met"),  # "efter aftale"
        (Stated(), hours(37, 37, basis="fulltime_word"), "negotiable", "broken"),
        (Stated(full_time=True), facts(), "negotiable", "unknown"),  # a flag that some feeds set by default
        (Stated(full_time=True), hours(basis="parttime_word"), "unknown", "unknown"),
        (Stated(full_time=False), facts(), "unknown", "unknown"),
        (Stated(full_time=True), hours(10, 10), "met", "met"),  # the text's numbers before the feed's flag
        (Stated(weekly_hours_min=0, weekly_hours_max=12), facts(), "met", "met"),
        (Stated(weekly_hours_min=20, weekly_hours_max=30), facts(), "negotiable", "broken"),
        (Stated(weekly_hours_min=20, weekly_hours_max=30), hours(10, 10), "met", "met"),
        (Stated(weekly_hours_min=0, weekly_hours_max=12), hours(30, 30), "negotiable", "broken"),
        (Stated(weekly_hours_min=0, weekly_hours_max=12), hours(basis="parttime_word"), "met", "met"),
        (Stated(weekly_hours_min=30, weekly_hours_max=37), hours(basis="negotiable"), "met", "met"),
    ],
)
def test_hours_are_the_texts_before_the_feeds_and_never_guessed(stated, found, verdict, firm_verdict):
    assert reached(UP_TO_12, ad(stated=stated), found)["weekly_hours"] == verdict
    assert reached(FIRMLY_UP_TO_12, ad(stated=stated), found)["weekly_hours"] == firm_verdict


@pytest.mark.parametrize("wish", [None, WeeklyHours(), WeeklyHours(ideal=10), WeeklyHours(negotiable=False)])
def test_without_a_least_or_a_most_there_is_no_limit_on_hours(wish):
    assert "weekly_hours" not in reached(Constraints(weekly_hours=wish), found=hours(37, 37))


def test_the_detail_of_hours_says_what_the_ad_offers_and_what_was_wished():
    check = told(UP_TO_12, found=hours(30, 30), language="da")[0]["weekly_hours"]
    assert (check.detail, check.quote) == (
        "30 timer om ugen. I har sagt højst 12. Under 15 timer kan overenskomsten sætte en grænse: spørg",
        "ca. 30 timer om ugen",
    )


@pytest.mark.parametrize(
    ("low", "high", "danish", "english"),
    [
        (12.01, 12.01, "ca. 12 timer om ugen", "about 12 hours a week"),  # 52 a month
        (18.48, 30.02, "ca. 18-30 timer om ugen", "about 18-30 hours a week"),
        (None, 9.24, "højst ca. 9 timer om ugen", "at most about 9 hours a week"),
        (13.86, None, "mindst ca. 14 timer om ugen", "at least about 14 hours a week"),
        (0.23, 0.23, "ca. 0,5 timer om ugen", "about 0.5 hours a week"),
        (25.4, 25.4, "ca. 25 timer om ugen", "about 25 hours a week"),  # 110 a month
        (7.5, 12, "7,5-12 timer om ugen", "7.5-12 hours a week"),
        (29.6, 29.6, "ca. 30 timer om ugen", "about 30 hours a week"),
        (27.75, 27.75, "ca. 28 timer om ugen", "about 28 hours a week"),
        (20, None, "mindst 20 timer om ugen", "at least 20 hours a week"),
    ],
)
def test_hours_are_said_no_finer_than_they_are_known(low, high, danish, english):
    weekly = Fact(value=HoursFact(min=low, max=high, basis="stated"), source="text")
    assert (hours_words(weekly, "da"), hours_words(weekly, "en")) == (danish, english)


@pytest.mark.parametrize(
    ("low", "high", "most", "said"),
    [
        (25.4, 25.4, 25, "25,4 timer om ugen. I har sagt højst 25"),  # "about 25" would be no reason against
        (25.4, 25.4, 20, "ca. 25 timer om ugen. I har sagt højst 20"),
        (14.8, None, 14.5, "mindst ca. 15 timer om ugen. I har sagt højst 14,5"),
    ],
)
def test_hours_are_not_rounded_into_a_limit_that_they_are_beyond(low, high, most, said):
    limits = Constraints(weekly_hours=WeeklyHours(max=most, negotiable=True))
    assert told(limits, found=hours(low, high), language="da")[0]["weekly_hours"].detail.startswith(said)


@pytest.mark.parametrize(
    ("wish", "found", "question"),
    [
        ((None, 12), hours(30, 30), "Kan opgaverne deles, så stillingen bliver på højst 12 timer om ugen?"),
        ((6, 12), hours(30, None), "Kan opgaverne deles, så stillingen bliver på højst 12 timer om ugen?"),
        ((20, None), hours(8, 12), "Kan stillingen blive på mindst 20 timer om ugen?"),
        ((20, 30), hours(None, 12), "Kan stillingen blive på mindst 20 timer om ugen?"),
        ((7.5, 30), hours(0, 5), "Kan stillingen blive på mindst 7,5 timer om ugen?"),
        ((None, 12), facts(), "Hvor mange timer om ugen er stillingen på?"),
    ],
)
def test_hours_that_are_a_talk_or_unknown_become_a_question(wish, found, question):
    limits = Constraints(weekly_hours=WeeklyHours(min=wish[0], max=wish[1], negotiable=True))
    assert told(limits, found=found, language="da")[1] == [question]


@pytest.mark.parametrize(("most", "noted"), [(12, True), (14.5, True), (15, False), (20, False)])
def test_a_carve_below_the_usual_floor_says_to_check_the_agreement_and_is_still_a_talk(most, noted):
    limits = Constraints(weekly_hours=WeeklyHours(max=most, negotiable=True))
    found = facts(hours=HoursFact(min=30, max=30, basis="stated", quote="30 timer"))
    check = told(limits, found=found)[0]["weekly_hours"]
    assert check.verdict == "negotiable"
    assert ("the collective agreement may set a limit" in check.detail) == noted


def test_a_full_time_flag_alone_is_asked_to_be_divided():
    limits = Constraints(weekly_hours=WeeklyHours(min=6, max=12, negotiable=True))
    questions = told(limits, ad(stated=Stated(full_time=True)), language="da")[1]
    assert questions == ["Kan opgaverne deles, så stillingen bliver på højst 12 timer om ugen?"]


@pytest.mark.parametrize("stated", [(0, None), (None, 0), (0, 0), (10, None), (None, 10), (0, 12), (10, 10)])
@pytest.mark.parametrize("language", ["da", "en"])
def test_whatever_numbers_the_feed_has_the_detail_can_be_read(stated, language):
    vacancy = ad(stated=Stated(weekly_hours_min=stated[0], weekly_hours_max=stated[1]))
    detail = told(UP_TO_12, vacancy, language=language)[0]["weekly_hours"].detail
    assert "None" not in detail
    assert any(character.isdigit() for character in detail)


def test_where_text_and_feed_agree_nothing_is_said_to_differ():
    vacancy = ad(stated=Stated(weekly_hours_min=0, weekly_hours_max=12))
    detail = told(UP_TO_12, vacancy, hours(None, 12))[0]["weekly_hours"].detail
    assert detail == "at most 12 hours a week"


@pytest.mark.parametrize(
    ("limits", "stated", "found", "said_of_the_text", "said_of_the_feed"),
    [
        (UP_TO_12, Stated(weekly_hours_min=0, weekly_hours_max=12), hours(30, 30), "30", "12"),
        (UP_TO_12, Stated(full_time=True), hours(10, 10), "10", "full time"),
        (
            Constraints(),
            Stated(employment="fleksjob"),
            facts(employment="ordinary", employment_quote="Stillingen er et"),
            "ordinary",
            "flex job",
        ),
        (
            Constraints(not_times=("weekend",)),
            Stated(times=("weekend",)),
            facts(schedule=Schedule(weekend="no"), time_quotes={"weekend": "ingen weekend"}),
            "not at the times",
            "weekend",
        ),
    ],
    ids=["hours", "full time", "employment", "times"],
)
def test_where_text_and_feed_disagree_both_are_shown(limits, stated, found, said_of_the_text, said_of_the_feed):
    checks = told(limits, ad(stated=stated), found)[0]
    detail = (checks.get("weekly_hours") or checks.get("not_times") or checks["employment"]).detail
    assert said_of_the_text in detail
    assert said_of_the_feed in detail


# --- times of day ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("not_times", "schedule", "stated", "verdict"),
    [
        (("evening",), {"evening": "yes"}, (), "broken"),
        (("evening",), {"evening": "no"}, (), "met"),
        (("evening",), {}, (), "unknown"),
        (("evening",), {"weekend": "yes"}, (), "unknown"),  # another time is not this time
        (("evening",), {"day": "yes"}, (), "unknown"),  # day work may still have evenings
        (("evening",), {}, ("evening",), "broken"),  # the feed alone
        (("evening",), {"evening": "no"}, ("evening",), "met"),  # the text before the feed
        (("evening",), {"rotating_shifts": "yes"}, (), "negotiable"),
        (("evening",), {}, ("rotating_shifts",), "negotiable"),
        (("evening",), {"rotating_shifts": "yes", "evening": "no"}, (), "met"),
        (("evening",), {"rotating_shifts": "yes", "evening": "yes"}, (), "broken"),
        (("early_morning",), {"rotating_shifts": "yes"}, (), "negotiable"),
        (("night",), {"rotating_shifts": "yes"}, (), "negotiable"),
        (("weekend",), {"rotating_shifts": "yes"}, (), "negotiable"),
        (("on_call_duty",), {"rotating_shifts": "yes"}, (), "unknown"),
        (("rotating_shifts",), {"rotating_shifts": "yes"}, (), "broken"),
        (("rotating_shifts",), {"rotating_shifts": "no"}, (), "met"),
        (("evening", "weekend"), {"evening": "no"}, (), "unknown"),  # the worst of them
        (("evening", "weekend"), {"evening": "no", "weekend": "no"}, (), "met"),
        (("evening", "weekend"), {"evening": "no", "weekend": "yes"}, (), "broken"),
        (("evening", "evening"), {"evening": "yes"}, (), "broken"),
    ],
)
def test_a_time_that_was_ruled_out_breaks_the_limit_only_where_it_is_said(not_times, schedule, stated, verdict):
    vacancy = ad(stated=Stated(times=stated))
    found = facts(schedule=Schedule(**schedule))
    assert reached(Constraints(not_times=not_times), vacancy, found)["not_times"] == verdict


def test_the_times_that_decide_are_named_with_their_quote():
    limits = Constraints(not_times=("evening", "weekend", "night"))
    found = facts(
        schedule=Schedule(evening="yes", weekend="no"),
        time_quotes={"evening": "aftenvagter", "weekend": "ingen weekend"},
    )
    checks, questions = told(limits, found=found, language="da")
    assert (checks["not_times"].detail, checks["not_times"].quote) == (
        "ligger om aftenen, og det har I valgt fra",
        "aftenvagter",
    )
    assert questions == []


@pytest.mark.parametrize(
    ("schedule", "question"),
    [
        ({"weekend": "no"}, "Hvordan ligger arbejdstiden?"),  # nothing speaks of nights: one open question
        ({"weekend": "no", "day": "yes"}, "Hvordan ligger arbejdstiden?"),
        ({"weekend": "no", "on_call_duty": "yes"}, "Er der aften- eller natarbejde?"),
    ],
)
def test_times_that_are_not_said_are_asked_for_by_name_where_the_ad_gives_reason_to(schedule, question):
    limits = Constraints(not_times=("evening", "weekend", "night"))
    found = facts(schedule=Schedule(**schedule), time_quotes={"weekend": "ingen weekend"})
    checks, questions = told(limits, found=found, language="da")
    assert checks["not_times"].detail == "det står ikke, om der er aften- eller natarbejde"
    assert checks["not_times"].quote is None
    assert questions == [question]


def test_a_night_is_not_asked_about_for_a_job_with_a_saturday():
    limits, found = Constraints(not_times=("night",)), facts(schedule=Schedule(weekend="yes"))
    assert told(limits, found=found)[1] == ["What are the working hours?"]


def test_times_that_are_all_excluded_have_the_quote_that_excludes_them():
    found = facts(schedule=Schedule(weekend="no"), time_quotes={"weekend": "ingen weekend"})
    check = told(Constraints(not_times=("weekend",)), found=found)[0]["not_times"]
    assert (check.verdict, check.quote) == ("met", "ingen weekend")


def test_a_time_that_comes_now_and_then_is_a_talk_and_no_end():
    said = "en lørdag i ny og næ"
    found = facts(schedule=Schedule(weekend="yes"), occasional_times=("weekend",), time_quotes={"weekend": said})
    checks, questions = told(Constraints(not_times=("weekend",)), found=found)
    assert checks["not_times"].verdict == "negotiable"
    assert checks["not_times"].quote == said
    assert questions == ["Can one do without weekend work?"]


def test_beside_rotating_shifts_a_time_that_is_not_said_is_asked_for_too():
    """An unknown fact becomes a question, also where something else is worse."""
    limits = Constraints(not_times=("evening", "on_call_duty"))
    found = facts(schedule=Schedule(rotating_shifts="yes"), time_quotes={"rotating_shifts": "skiftende vagter"})
    checks, questions = told(limits, found=found)
    assert checks["not_times"].quote == "skiftende vagter"
    assert "evening" in " ".join(questions)
    assert "on-call duty" in " ".join(questions)


# --- start of the day, start of the job ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wish", "starts", "early_morning", "verdict"),
    [
        ("09:00", "09:00", None, "met"),
        ("09:00", "08:59", None, "negotiable"),
        ("09:00", "23:00", None, "met"),
        ("09:00", "00:00", None, "negotiable"),
        ("00:00", "00:00", None, "met"),
        ("09:00", None, None, "unknown"),
        ("09:00", None, "no", "unknown"),  # not before 7 is not yet 9
        ("09:00", None, "yes", "negotiable"),
        ("07:00", None, "yes", "negotiable"),
        ("06:59", None, "yes", "unknown"),  # before 7 may still be 6.59
        ("06:00", "06:30", "yes", "met"),
        ("09:00", "09:30", "yes", "met"),  # the clock before the word
    ],
)
def test_the_day_may_not_begin_before_the_wished_hour(wish, starts, early_morning, verdict):
    found = facts(day_starts=starts, schedule=Schedule(early_morning=early_morning))
    assert reached(Constraints(earliest_start=wish), found=found)["earliest_start"] == verdict


def test_an_early_day_is_told_with_its_quote_and_asked_to_begin_later():
    found = facts(day_starts="06:30", day_starts_quote="Du møder kl. 06.30")
    checks, questions = told(Constraints(earliest_start="09:00"), found=found)
    assert checks["earliest_start"].detail == "the day starts at 06:30. You said 09:00 or later"
    assert checks["earliest_start"].quote == "Du møder kl. 06.30"
    assert questions == ["Can the working day start at 09:00 or later?"]


def test_an_early_morning_without_a_clock_has_the_quote_of_the_word():
    found = facts(schedule=Schedule(early_morning="yes"), time_quotes={"early_morning": "meget tidligt"})
    check = told(Constraints(earliest_start="09:00"), found=found)[0]["earliest_start"]
    assert (check.detail, check.quote) == ("the day starts before 7:00. You said 09:00 or later", "meget tidligt")


@pytest.mark.parametrize(
    ("available", "start", "verdict"),
    [
        ("2026-11-23", None, "met"),  # can start today
        ("2026-11-24", None, "unknown"),
        ("2026-11-01", "2026-01-01", "met"),  # can start now, whatever the ad said
        ("2027-02-01", "2027-02-01", "met"),
        ("2027-02-02", "2027-02-01", "negotiable"),
        ("2027-02-01", "2027-08-01", "met"),
        ("2027-02-01", "asap", "unknown"),
        ("2027-02-01", "by_agreement", "met"),
        ("2027-02-01", None, "unknown"),
    ],
)
def test_the_job_may_not_begin_before_the_candidate_can(available, start, verdict):
    limits = Constraints(available_from=available)
    assert reached(limits, found=facts(start=start))["available_from"] == verdict


def test_a_start_that_is_too_early_is_told_with_both_days_and_asked_to_be_later():
    limits = Constraints(available_from=datetime.date(2027, 3, 1))
    found = facts(start="2027-02-01", start_quote="Tiltrædelse 1. februar 2027")
    checks, questions = told(limits, found=found, language="da")
    assert checks["available_from"].detail == "begynder 1. februar 2027. Du kan tidligst begynde 1. marts 2027"
    assert checks["available_from"].quote == "Tiltrædelse 1. februar 2027"
    assert questions == ["Kan man begynde 1. marts 2027 eller senere?"]


@pytest.mark.parametrize(
    "found",
    [
        facts(start="asap", start_quote="snarest"),
        facts(start_partial="--02-01", start_quote="Tiltrædelse 1. februar"),
    ],
    ids=["soon", "no year"],
)
def test_an_ad_that_says_something_of_the_start_is_not_said_to_be_silent(found):
    check = told(Constraints(available_from=datetime.date(2027, 3, 1)), found=found)[0]["available_from"]
    assert check.verdict == "unknown"
    assert check.quote == found.start_quote
    assert "not stated" not in check.detail


# --- travel ----------------------------------------------------------------------------------------------------------

HORSENS_VEJLE = float(travel_minutes("8700", ["7100"], ["car"])[0])  # about 38


@pytest.mark.parametrize(
    ("most", "verdict"),
    [
        (round(HORSENS_VEJLE) + 1, "met"),
        (60, "met"),
        (round(HORSENS_VEJLE) - 1, "negotiable"),
        (int(HORSENS_VEJLE / 1.5) + 1, "negotiable"),
        (int(HORSENS_VEJLE / 1.5), "broken"),
        (10, "broken"),
    ],
)
def test_a_little_too_far_is_a_talk_and_half_as_far_again_is_broken(most, verdict):
    limits = Constraints(postcode="8700", max_travel_minutes=most, travel_modes=("car",))
    assert reached(limits, ad(postcode="7100"))["travel"] == verdict


@pytest.mark.parametrize(
    "vacancy",
    [
        ad(),
        ad(postcode="7100", no_fixed_workplace=True),
        ad(postcode="8305"),
        ad(postcode="9999"),
        ad(municipality="Vejle"),
    ],
    ids=["no postcode", "no fixed workplace", "an island", "no such postcode", "a municipality"],
)
def test_a_place_that_is_not_known_never_excludes_and_is_asked_for(vacancy):
    limits = Constraints(postcode="8700", max_travel_minutes=30, travel_modes=("car",))
    checks, questions = told(limits, vacancy)
    assert checks["travel"].verdict == "unknown"
    assert questions == ["Where is the workplace, and how does one get there?"]


def test_a_day_that_begins_before_six_is_a_talk_for_one_who_has_ruled_out_the_night():
    found = facts(schedule=Schedule(night="no"), day_starts="05:00", day_starts_quote="kl. 5")
    checks, questions = told(Constraints(not_times=("night",)), found=found)
    assert (checks["not_times"].verdict, checks["not_times"].quote) == ("negotiable", "kl. 5")
    assert len(questions) == 1


@pytest.mark.parametrize(
    "vacancy",
    [ad(municipality="Bornholm"), ad(postcode="3700"), ad(postcode="9000", no_fixed_workplace=True)],
    ids=["a municipality", "across a ferry", "around a town"],
)
def test_a_place_that_is_too_far_wherever_it_is_is_too_far(vacancy):
    limits = Constraints(postcode="8700", max_travel_minutes=30, travel_modes=("car",))
    checks, questions = told(limits, vacancy)
    assert checks["travel"].verdict == "broken"
    assert re.fullmatch(r"(Bornholm|Aalborg) is further away than the 30 minutes you said", checks["travel"].detail)
    assert questions == []


@pytest.mark.parametrize(
    ("remote", "postcode", "verdict"),
    [
        ("part", "9000", "broken"),
        (None, "9000", "broken"),
        ("no", "9000", "broken"),
        ("whole", "9000", "met"),
        ("part", "7100", "negotiable"),
    ],
)
def test_only_work_that_is_all_done_from_home_has_no_way(remote, postcode, verdict):
    limits = Constraints(postcode="8700", max_travel_minutes=30, travel_modes=("car",))
    reading = facts(remote=remote, remote_quote=remote and "hjemmefra")
    checks, questions = told(limits, ad(postcode=postcode), reading)
    assert checks["travel"].verdict == verdict
    assert checks["travel"].quote == ("hjemmefra" if remote == "whole" else None)
    assert questions == (["Can all of the work be done from home?"] if verdict == "negotiable" else [])


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Vi kan desværre ikke tilbyde hjemmearbejde.", "broken"),
        ("Arbejdet kan kun gøres her, aldrig hjemmefra.", "broken"),
        ("Hjemmearbejde: nej", "broken"),
        ("Working from home is not possible in this job.", "broken"),
        ("This role is not remote.", "broken"),
        ("Du kan arbejde hjemmefra et par dage om året.", "broken"),
        ("You may work from home once a year.", "broken"),
        ("Vores medarbejdere i bogholderiet arbejder hjemmefra om fredagen.", "broken"),
        ("Du kan arbejde hjemmefra to dage om ugen.", "broken"),
        ("Du arbejder hjemmefra hver torsdag, bortset fra juli.", "broken"),
        ("Hjemmearbejde er ikke en mulighed i oplæringen.", "broken"),
        ("Hjemmearbejde er normalt ikke en mulighed, men kan aftales.", "broken"),
        ("Vi har ikke noget imod hjemmearbejde.", "broken"),
    ],
)
def test_some_home_work_makes_no_long_way_shorter(text, verdict):
    limits = Constraints(postcode="8700", max_travel_minutes=30, travel_modes=("car",))
    vacancy = ad(postcode="9000", description=text)
    assert reached(limits, vacancy, read(vacancy))["travel"] == verdict


def test_a_train_that_may_be_faster_than_we_think_is_a_talk():
    limits = Constraints(postcode="4200", max_travel_minutes=30, travel_modes=("public",))
    assert reached(limits, ad(postcode="4100"))["travel"] == "negotiable"


def test_a_way_of_many_hours_is_not_told_by_the_minute():
    limits = Constraints(postcode="8700", max_travel_minutes=30, travel_modes=("walk",))
    assert told(limits, ad(postcode="7100"))[0]["travel"].detail == (
        "too far: more than 3 hours on foot. You said 30 minutes at most"
    )
    limits = Constraints(postcode="8700", max_travel_minutes=1000, travel_modes=("walk",))
    assert re.match(r"about \d+ minutes", told(limits, ad(postcode="7100"))[0]["travel"].detail)


@pytest.mark.parametrize(("postcode", "verdict"), [("7100", "unknown"), ("8732", "unknown"), ("9000", "broken")])
def test_without_ways_to_travel_the_time_is_not_known_and_a_car_is_never_assumed(postcode, verdict):
    """A job is left out only if it is too far by the fastest of all ways."""
    check = told(Constraints(postcode="8700", max_travel_minutes=60), ad(postcode=postcode))[0]["travel"]
    assert check.verdict == verdict
    assert verdict == "broken" or check.detail == "travel time not known: you have not said how you would travel"


def test_a_home_that_does_not_exist_is_said_and_no_question_for_an_employer():
    checks, questions = told(
        Constraints(postcode="8702", max_travel_minutes=60, travel_modes=("bike",)), ad(postcode="7100")
    )
    assert checks["travel"].detail == "travel time not known: there is no postcode 8702"
    assert questions == []


def test_the_fastest_of_the_candidates_ways_is_named():
    limits = Constraints(postcode="8700", max_travel_minutes=90, travel_modes=("bike", "public", "walk"))
    detail = told(limits, ad(postcode="7100"))[0]["travel"].detail
    assert re.fullmatch(r"about \d+ minutes by bus and train", detail)


@pytest.mark.parametrize(("postcode", "most"), [("8700", None), (None, 30)])
def test_travel_is_a_limit_only_with_a_home_and_a_most(postcode, most):
    """Half a limit cannot be checked; the candidate's page has to say so, not the list."""
    assert "travel" not in reached(Constraints(postcode=postcode, max_travel_minutes=most), ad(postcode="7100"))


@pytest.mark.parametrize("there", ["7100", "8660", "8722", "8000", "8732"])
def test_a_way_that_is_said_to_be_too_far_is_shown_as_longer_than_the_most(there):
    """ "about 30 minutes; at most 30" is not a reason against."""
    for most in range(5, 91):
        limits = Constraints(postcode="8700", max_travel_minutes=most, travel_modes=("car",))
        check = told(limits, ad(postcode=there))[0]["travel"]
        shown = int(re.search(r"\d+", check.detail)[0])
        assert (shown > most) == (check.verdict != "met")


# --- licences --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("held", "asked", "verdict"),
    [
        ((), (), "met"),
        ((), ("B",), "broken"),
        (("B",), ("B",), "met"),
        (("b",), ("B",), "met"),
        (("B",), ("b",), "met"),
        (("B",), ("C",), "broken"),
        (("C",), ("B",), "met"),  # who may drive a lorry may drive a car
        (("CE",), ("C",), "met"),
        (("CE",), ("BE",), "met"),
        (("C/E",), ("CE",), "met"),
        (("C+E",), ("C", "B"), "met"),
        (("C/E",), ("B",), "met"),
        (("D",), ("B",), "met"),
        (("D",), ("C",), "broken"),
        (("B",), ("B", "C"), "broken"),
        (("B", "C"), ("B", "C"), "met"),
        (("A",), ("B",), "broken"),
        (("C",), ("AM",), "met"),  # C includes B, and B the moped
        (("BE",), ("LK",), "met"),
        (("B",), ("Traktor",), "unknown"),  # one we do not know: asked, not excluded
        (("Traktor",), ("Traktor",), "met"),
    ],
)
def test_a_licence_that_is_required_and_lacking_breaks_the_limit(held, asked, verdict):
    in_text = facts(requirements=tuple(asks("driving_licence", what) for what in asked))
    in_feed = ad(stated=Stated(licences=asked))
    assert reached(Constraints(licences=held), found=in_text)["licences"] == verdict
    assert reached(Constraints(licences=held), in_feed)["licences"] == verdict


@pytest.mark.parametrize("written", ["kørekort B", "B-kørekort", "kategori B", "Kørekort (B)", "alm. kørekort", "B "])
def test_a_licence_written_in_words_is_refused_or_understood_but_never_lost(written):
    """Lost, it would exclude its holder from every job that asks for it."""
    try:
        limits = Constraints(licences=(written,))
    except ValidationError:
        return
    assert reached(limits, found=facts(requirements=(asks("driving_licence", "B"),)))["licences"] != "broken"


def test_a_licence_that_is_only_an_advantage_is_no_limit():
    for strength in ("desirable", "not_required"):
        found = facts(requirements=(asks("driving_licence", "C", strength), asks("own_car", None, strength)))
        assert reached(Constraints(licences=(), travel_modes=("bike",)), found=found)["licences"] == "met"


def test_a_licence_without_a_category_is_an_ordinary_one():
    found = facts(requirements=(asks("driving_licence"),))
    assert reached(Constraints(licences=("B",)), found=found)["licences"] == "met"
    assert reached(Constraints(licences=()), found=found)["licences"] == "broken"


@pytest.mark.parametrize(
    ("modes", "verdict"),
    [(("car",), "met"), (("walk", "car"), "met"), (("walk", "public"), "broken"), ((), "unknown")],
)
def test_a_car_of_ones_own_is_had_by_those_who_travel_by_car(modes, verdict):
    found = facts(requirements=(asks("own_car", quote="egen bil"),))
    assert reached(Constraints(licences=("B",), travel_modes=modes), found=found)["licences"] == verdict


def test_a_car_that_is_required_breaks_for_one_without_a_car_of_whom_no_licence_is_said():
    found = facts(requirements=(asks("own_car", quote="egen bil"),))
    assert "broken" in reached(Constraints(travel_modes=("walk", "public")), found=found).values()


def test_whose_licences_are_not_said_has_no_limit_on_licences():
    found = facts(requirements=(asks("driving_licence", "B"),))
    assert "licences" not in reached(Constraints(), found=found)


@pytest.mark.parametrize(
    ("limits", "requirements", "quote"),
    [
        (Constraints(licences=("B",), travel_modes=("car",)), (asks("driving_licence", "B"),), "kørekort B"),
        (Constraints(licences=()), (asks("driving_licence", "B"),), "kørekort B"),
        (Constraints(licences=("B",), travel_modes=("bike",)), (asks("own_car", quote="egen bil"),), "egen bil"),
    ],
    ids=["met", "lacking", "no car"],
)
def test_a_licence_or_car_that_is_required_is_told_with_its_quote(limits, requirements, quote):
    assert told(limits, found=facts(requirements=requirements))[0]["licences"].quote == quote


def test_a_licence_that_the_ad_calls_good_to_have_is_not_required_because_the_field_lists_it():
    found = facts(requirements=(asks("driving_licence", "BE", strength="desirable"),))
    limits = Constraints(licences=("B",))
    assert reached(limits, ad(stated=Stated(licences=("B", "BE"))), found)["licences"] == "met"
    assert reached(limits, ad(stated=Stated(licences=("B", "BE"))))["licences"] == "broken"


def test_only_the_licences_that_are_lacking_are_called_lacking():
    found = facts(requirements=(asks("driving_licence", "B"), asks("driving_licence", "C")))
    assert told(Constraints(licences=("B",)), found=found)[0]["licences"].detail == "needs driving licence C"


def test_an_ad_that_asks_for_no_licence_is_not_said_to_ask_for_one():
    detail = told(Constraints(licences=()))[0]["licences"].detail
    assert "has the licence" not in detail


@pytest.mark.parametrize(
    ("said", "title", "requirements", "verdict"),
    [
        (("Fem år i et køkken",), "Job", (asks("authorisation", "sygeplejerske"),), "broken"),
        (("Uddannet sygeplejerske",), "Job", (asks("authorisation", "sygeplejerske"),), "met"),
        ((), "Job", (asks("authorisation", "sygeplejerske"),), "unknown"),  # has not said anything of papers
        (("Fem år i et køkken",), "Job", (asks("authorisation"),), "unknown"),  # for what?
        (("Fem år i et køkken",), "Elektriker", (asks("authorisation"),), "broken"),
        (("Hjælper i plejen",), "Job", (asks("education", "social- og sundhedsassistent"),), "broken"),
        (("Sosu-assistent",), "Job", (asks("education", "social- og sundhedsassistent"),), "met"),
        (("Fem år i et køkken",), "Job", (asks("education", "murer"),), "met"),  # the employer's wish, not the law's
        (
            ("Uddannet ergoterapeut",),
            "Job",
            (asks("education", "fysioterapeut"), asks("education", "ergoterapeut")),
            "met",
        ),
        (("Fem år i et køkken",), "Job", (asks("education", "sygeplejerske"), asks("education", "pædagog")), "met"),
        (("Fem år i et køkken",), "Lægesekretær", (asks("education", "lægesekretær"),), "met"),
        (("Uddannet dyrlæge",), "Job", (asks("education", "læge"),), "broken"),
    ],
)
def test_a_profession_that_the_law_protects_is_broken_for_who_has_other_papers(said, title, requirements, verdict):
    limits = Candidate(id="p", competencies=said).limits.model_copy(update={"licences": ("B",)})
    assert reached(limits, ad(title=title), facts(requirements=requirements))["licences"] == verdict


def test_the_words_of_the_law_are_quoted_and_asked_for():
    found = facts(requirements=(asks("authorisation", quote="Du skal have"),))
    checks, questions = told(Constraints(licences=("B",), certificates=("hygiejnebevis",)), found=found)
    assert (checks["licences"].quote, checks["licences"].detail) == ("Du skal have", "needs an authorisation")
    assert "Is an authorisation necessary in the position?" in questions


# --- employment and employer -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("accepted", "stated", "found", "verdict"),
    [
        (("ordinary",), None, facts(), "met"),  # most ads say nothing: ordinary
        (("ordinary",), None, facts(employment="fleksjob", employment_quote="fleksjob"), "broken"),
        (
            ("ordinary",),
            None,
            facts(employment="fleksjob", employment_quote="fleksjob", only_addressed=True),
            "negotiable",
        ),
        (("ordinary", "fleksjob"), None, facts(employment="fleksjob", employment_quote="fleksjob"), "met"),
        (("ordinary",), None, facts(employment="mixed", employment_quote="fleksjob"), "met"),
        (("fleksjob",), None, facts(employment="mixed", employment_quote="fleksjob"), "unknown"),
        (("fleksjob",), None, facts(), "broken"),
        (("ordinary",), None, facts(employment="unclear"), "unknown"),
        (("ordinary",), "fleksjob", facts(), "broken"),  # the feed's word where the text has none
        (("ordinary",), "fleksjob", facts(employment_quote="fast stilling"), "met"),  # the text's where it has one
        (("ordinary",), "ordinary", facts(employment="student", employment_quote="studiejob"), "broken"),
        (("ordinary", "apprenticeship"), "apprenticeship", facts(), "met"),
        (("ordinary",), "unclear", facts(), "unknown"),
        *[
            (("ordinary",), None, facts(employment=e, employment_quote="x"), "broken")
            for e in (
                "subsidised",
                "internship",
                "apprenticeship",
                "student",
                "youth",
                "voluntary",
                "self_employed",
                "reserved",
            )
        ],
    ],
)
def test_a_job_reserved_for_a_group_is_broken_and_one_that_addresses_it_is_a_talk(accepted, stated, found, verdict):
    vacancy = ad(stated=Stated(employment=stated))
    assert reached(Constraints(accept_employment=accepted), vacancy, found)["employment"] == verdict


def test_a_job_that_addresses_a_group_is_asked_whether_it_is_open_to_others():
    found = facts(employment="fleksjob", employment_quote="Stillingen er et fleksjob", only_addressed=True)
    checks, questions = told(Constraints(), found=found, language="da")
    assert checks["employment"].detail == "tænkt som fleksjob, men andre kan måske også søge"
    assert checks["employment"].quote == "Stillingen er et fleksjob"
    assert questions == ["Er jobbet også åbent for andre ansøgere?"]


@pytest.mark.parametrize(
    ("excluded", "employer", "verdict"),
    [
        ("Café Nord", "Café Nord", "broken"),
        ("café nord", "CAFÉ  NORD A/S", "broken"),
        ("Café Nord A/S", "Café Nord, A/S", "broken"),
        ("Nord", "Café Nord", "unknown"),  # a name within a longer one may be another's
        ("Nord", "Nordsjællands Hospital", "met"),  # whole words
        ("Café Nord", "Café Syd", "met"),
        ("Café Nord A/S", "Café Nord", "broken"),
        ("Café Nord", None, "unknown"),
        ("Café Nord", "–", "unknown"),
        ("Møllestien", "Aarhus Kommune, Sundhed og Omsorg, Plejehjemmet Møllestien", "unknown"),  # a long name's end
        ("Plejehjemmet Møllestien", "Aarhus Kommune, Sundhed og Omsorg, Plejehjemmet Møllestien", "broken"),
        ("Aarhus Kommune", "Aarhus Kommune, Sundhed og Omsorg, Plejehjemmet Møllestien", "broken"),
        (
            "Region Midtjylland, Regionshospitalet Horsens, Køkkenet",
            "Region Midtjylland, Regionshospitalet Horsens, Akutafdelingen",
            "met",
        ),  # a long name's beginning
        ("Cafe\u0301 Nord", "Café Nord", "broken"),  # the same letter in two spellings
        ("-", "Café Nord", "met"),  # no name at all excludes nobody
        ("...", "Café Nord", "met"),
    ],
)
def test_an_employer_who_was_ruled_out_is_known_by_whole_words(excluded, employer, verdict):
    limits = Constraints(exclude_employers=(excluded,))
    assert reached(limits, ad(employer=employer))["employer"] == verdict


# --- all limits together ---------------------------------------------------------------------------------------------


def test_only_what_was_set_is_checked_and_the_kind_of_employment_always_is():
    assert set(reached(Constraints())) == {"employment"}


def test_the_checks_stand_in_the_order_of_the_limits_and_each_once():
    limits = Constraints(
        weekly_hours=WeeklyHours(max=12),
        not_times=("night",),
        postcode="8700",
        max_travel_minutes=30,
        earliest_start="09:00",
        latest_end="15:00",
        weekdays={"max_days": 3},
        never=("phone",),
        available_from=datetime.date(2027, 1, 4),
        licences=(),
        exclude_employers=("Nord",),
    )
    checks, _ = told(limits)
    assert list(checks) == [limit.name for limit in LIMITS if limit.is_set(limits)]
    assert len(checks) == 11


def test_no_vacancies_give_no_verdicts():
    limits = Constraints(
        weekly_hours=WeeklyHours(max=12),
        not_times=("night",),
        postcode="8700",
        max_travel_minutes=30,
        earliest_start="09:00",
        available_from=datetime.date(2027, 1, 4),
        licences=(),
        exclude_employers=("Nord",),
    )
    assert {len(codes) for codes in verdicts(limits, laid_out(), AS_OF).verdicts.values()} == {0}


def test_the_band_is_the_worst_verdict():
    assert [band(codes) for codes in ([], [0, 0], [0, 1], [2, 1, 0], [3, 0], [1, 3, 2])] == [
        "fits",
        "fits",
        "ask",
        "negotiable",
        "broken",
        "broken",
    ]


def test_an_unknown_fact_never_excludes_and_is_never_called_a_fit():
    """An ad that says nothing, against every limit there is."""
    limits = Constraints(
        weekly_hours=WeeklyHours(min=6, max=12, negotiable=False),
        not_times=TIMES,
        postcode="8700",
        max_travel_minutes=5,
        travel_modes=("walk",),
        earliest_start="12:00",
        available_from=datetime.date(2027, 1, 4),
        exclude_employers=("Nord",),
    )
    found = reached(limits)
    assert found.pop("employment") == "met"
    assert found.pop("licences", "met") == "met"  # where no licence is asked for, none is lacking
    assert set(found.values()) == {"unknown"}


# --- any facts, any limits -------------------------------------------------------------------------------------------

PASSAGES = [
    "ca. 30 timer om ugen",
    "aftenvagter",
    "skiftende vagter",
    "ingen weekend",
    "Du møder kl. 06.30",
    "meget tidligt",
    "kørekort B",
    "egen bil",
    "Stillingen er et fleksjob",
    "Tiltrædelse 1. februar 2027",
    "snarest",
]
quote = st.sampled_from(PASSAGES)
some_hours = st.one_of(st.none(), st.sampled_from([0.0, 6.0, 7.4, 10.0, 12.0, 12.5, 27.71, 30.0, 37.0]))
ranges = st.tuples(some_hours, some_hours).map(
    lambda pair: pair if None in pair else (min(pair), max(pair))  # type: ignore[type-var]
)
yes_no = st.sampled_from(["yes", "no", None])
times = st.lists(st.sampled_from(TIMES), max_size=3).map(tuple)
clocks = st.sampled_from(["00:00", "05:30", "06:59", "07:00", "08:00", "09:00", "15:00"])
licences = st.sampled_from(["AM", "A", "B", "BE", "C", "C1", "CE", "C/E", "D", "D1", "DE", "TAXI", "Traktor", "b"])
employers = st.lists(
    st.sampled_from(["Café", "Nord", "A/S", "Kommune,", "Plejehjemmet", "Møllestien", "Sundhed og Omsorg"]),
    min_size=1,
    max_size=6,
).map(" ".join)
employments = st.sampled_from(
    [
        "ordinary",
        "fleksjob",
        "subsidised",
        "apprenticeship",
        "student",
        "reserved",
        "mixed",
        "unclear",
    ]
)
postcodes = st.sampled_from(["8700", "7100", "8660", "8722", "1050", "8305", "9999"])
days = st.dates(datetime.date(2026, 11, 20), datetime.date(2026, 11, 27))


week = st.sampled_from(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])
demands = st.sampled_from(["heavy_lifting", "phone", "outdoors"])


@st.composite
def some_ad(draw):
    low, high = draw(ranges)
    return ad(
        employer=draw(st.none() | employers),
        postcode=draw(st.none() | postcodes),
        no_fixed_workplace=draw(st.sampled_from([None, False, True])),
        stated=Stated(
            weekly_hours_min=low,
            weekly_hours_max=high,
            full_time=draw(st.sampled_from([None, True, False])),
            times=draw(times),
            employment=draw(st.none() | employments),
            licences=draw(st.lists(licences, max_size=2).map(tuple)),
        ),
    )


@st.composite
def some_facts(draw):
    low, high = draw(ranges)
    basis = (
        "stated" if (low, high) != (None, None) else draw(st.sampled_from(["parttime_word", "negotiable", "unstated"]))
    )
    schedule = Schedule(**{time: draw(yes_no) for time in TIMES})
    employment_quote = draw(st.none() | quote)
    start = draw(st.one_of(st.none(), st.sampled_from(["asap", "by_agreement"]), days.map(str)))
    day_starts, day_ends = draw(st.none() | clocks), draw(st.none() | clocks)
    weekdays = draw(st.lists(week, max_size=4, unique=True).map(tuple))
    return facts(
        hours=HoursFact(min=low, max=high, basis=basis, quote=None if basis == "unstated" else draw(quote)),
        schedule=schedule,
        time_quotes={t: draw(quote) for t in TIMES if getattr(schedule, t) is not None},
        employment=draw(employments) if employment_quote else "ordinary",
        employment_quote=employment_quote,
        only_addressed=draw(st.booleans()),
        start=start,
        start_quote=start and draw(quote),
        day_starts=day_starts,
        day_starts_quote=day_starts and draw(quote),
        day_ends=day_ends,
        day_ends_quote=day_ends and draw(quote),
        weekdays=weekdays,
        weekdays_quote=draw(quote) if weekdays else None,
        demands=tuple(draw(st.lists(st.builds(Demand, kind=demands, quote=quote), max_size=2))),
        requirements=tuple(
            draw(
                st.lists(
                    st.builds(
                        Requirement,
                        kind=st.sampled_from(["driving_licence", "own_car", "experience"]),
                        strength=st.sampled_from(["required", "desirable"]),
                        quote=quote,
                        what=st.none() | licences,
                    ),
                    max_size=3,
                )
            )
        ),
    )


# What may be said of a candidate, a limit at a time.
SOME_LIMITS = {
    "weekly_hours": ranges.filter(lambda pair: pair != (None, None))
    .flatmap(
        lambda pair: st.builds(
            WeeklyHours,
            min=st.just(pair[0]),
            max=st.just(pair[1]),
            negotiable=st.sampled_from([None, True, False]),
        )
    )
    .map(lambda wish: {"weekly_hours": wish}),
    "not_times": times.filter(bool).map(lambda some: {"not_times": some}),
    "earliest_start": clocks.map(lambda clock: {"earliest_start": clock}),
    "latest_end": clocks.map(lambda clock: {"latest_end": clock}),
    "weekdays": st.fixed_dictionaries(
        {},
        optional={
            "not": st.lists(week, min_size=1, max_size=3),
            "only": st.lists(week, min_size=1, max_size=3),
            "max_days": st.integers(3, 5),
            "min_days": st.integers(1, 3),
        },
    )
    .filter(bool)
    .map(lambda wish: {"weekdays": wish}),
    "never": st.lists(demands, min_size=1, max_size=2, unique=True).map(lambda kinds: {"never": kinds}),
    "available_from": days.map(lambda day: {"available_from": day}),
    "travel": st.fixed_dictionaries(
        {
            "postcode": postcodes,
            "max_travel_minutes": st.integers(5, 90),
            "travel_modes": st.lists(st.sampled_from(["walk", "bike", "public", "car"]), max_size=3).map(tuple),
        }
    ),
    "licences": st.fixed_dictionaries(
        {
            "licences": st.lists(licences, max_size=3).map(tuple),
            "travel_modes": st.sampled_from([(), ("walk",), ("car",), ("bike", "car")]),
        }
    ),
    "employment": st.lists(employments, min_size=1, max_size=3).map(lambda some: {"accept_employment": tuple(some)}),
    "employer": st.lists(st.one_of(employers, st.sampled_from(["-", "Nord", "café nord"])), min_size=1, max_size=2).map(
        lambda some: {"exclude_employers": tuple(some)}
    ),
}


def judged_hours(wish, vacancy, found):
    text, feed = found.hours, vacancy.stated
    if text.min is not None or text.max is not None:
        low, high = text.min, text.max
    elif text.basis == "negotiable":
        return "met"
    elif feed.weekly_hours_min is not None or feed.weekly_hours_max is not None:
        low, high = feed.weekly_hours_min, feed.weekly_hours_max
    elif feed.full_time and text.basis == "unstated":
        if (wish.max is None or wish.max >= 37) and (wish.min is None or wish.min <= 37):
            return "met"
        return "unknown" if not wish.negotiable else "negotiable"
    else:
        return "unknown"
    too_many = wish.max is not None and low is not None and low > wish.max
    too_few = wish.min is not None and high is not None and high < wish.min
    if not too_many and not too_few:
        return "met"
    return "broken" if not wish.negotiable else "negotiable"


def worst(some):
    return max(some, key=["met", "unknown", "negotiable", "broken"].index)


def judged_times(not_times, vacancy, found):
    def one(time):
        in_text, in_feed = getattr(found.schedule, time), time in vacancy.stated.times
        if in_text == "yes" or (in_text is None and in_feed):
            return "broken"
        if time == "night" and found.day_starts is not None and found.day_starts < "06:00":
            return "negotiable"
        if in_text == "no":
            return "met"
        shifts = found.schedule.rotating_shifts
        rotating = shifts == "yes" or (shifts is None and "rotating_shifts" in vacancy.stated.times)
        return "negotiable" if rotating and time in ("early_morning", "evening", "night", "weekend") else "unknown"

    return worst([one(time) for time in not_times])


def judged_day_start(wish, vacancy, found):
    if found.day_starts is not None:
        return "met" if found.day_starts >= wish else "negotiable"
    in_text, in_feed = found.schedule.early_morning, "early_morning" in vacancy.stated.times
    early = in_text == "yes" or (in_text is None and in_feed)
    return "negotiable" if early and wish >= "07:00" else "unknown"


def judged_day_end(wish, vacancy, found):
    if found.day_ends is not None:
        over_night = found.day_starts is not None and found.day_ends <= found.day_starts
        return "met" if found.day_ends <= wish and not over_night else "negotiable"
    late = [getattr(found.schedule, time) for time in ("evening", "night")]
    feed = [time in vacancy.stated.times for time in ("evening", "night")]
    works_late = any(t == "yes" or (t is None and f) for t, f in zip(late, feed, strict=True))
    return "negotiable" if works_late and wish <= "18:00" else "unknown"


def judged_weekdays(wish, found):
    if not found.weekdays:
        return "unknown"
    possible = [d for d in found.weekdays if d not in wish.without and (not wish.only or d in wish.only)]
    if not possible:
        return "broken"
    fits = (wish.min_days or 0) <= len(found.weekdays) <= (wish.max_days or 7)
    return "met" if fits and len(possible) == len(found.weekdays) else "negotiable"


def judged_start(available, found):
    if available <= AS_OF or found.start == "by_agreement":
        return "met"
    if found.start in (None, "asap"):
        return "unknown"
    return "met" if found.start >= available.isoformat() else "negotiable"


BEST = {"walk": (0, 5, 5), "bike": (2, 15, 15), "public": (10, 70, 90), "car": (5, 55, 110)}


def at_best(limits, postcode):
    """Minutes with a train that waits; across a ferry as the crow flies."""
    road = kilometres(limits.postcode, postcode)
    here, there = places()[limits.postcode], places()[postcode]
    crow = 111.2 * math.hypot(
        here.latitude - there.latitude,
        math.cos(math.radians((here.latitude + there.latitude) / 2)) * (here.longitude - there.longitude),
    )
    distance = crow if road is None else road
    ways = [BEST[way] for way in limits.travel_modes or BEST]
    return min(fixed + 60 * (min(distance, 15) / near + max(0, distance - 15) / far) for fixed, near, far in ways)


def judged_travel(limits, vacancy):
    if vacancy.postcode not in places() or limits.postcode not in places():
        return "unknown"
    most, ways = limits.max_travel_minutes, limits.travel_modes or ("walk", "bike", "public", "car")
    each = [float(travel_minutes(limits.postcode, [vacancy.postcode], [way])[0]) for way in ways]
    if vacancy.no_fixed_workplace:
        municipality = places()[vacancy.postcode].municipality
        best = min(at_best(limits, code) for code, place in places().items() if place.municipality == municipality)
    else:
        best = at_best(limits, vacancy.postcode)
    assume(abs(best - 1.5 * most) > 0.01)  # where rounding decides is not laid down
    assume(all(abs(minutes - most) > 0.01 for minutes in each))
    if best > 1.5 * most:
        return "broken"
    if not limits.travel_modes:
        return "met" if each[0] <= most and not vacancy.no_fixed_workplace else "unknown"
    if not vacancy.no_fixed_workplace and each[0] == each[0] and min(each) <= most:
        return "met"
    return "unknown" if vacancy.no_fixed_workplace or each[0] != each[0] else "negotiable"


MAY_ALSO_DRIVE = {  # directive 2006/126/EC, article 6 (2)
    "A": "A2 A1 AM",
    "A2": "A1 AM",
    "A1": "AM",
    "B": "AM",
    "BE": "B",
    "C1": "B",
    "C1E": "C1 BE",
    "C": "C1",
    "CE": "C C1E BE",
    "D1": "B",
    "D1E": "D1 BE",
    "D": "D1",
    "DE": "D D1E BE",
    "TAXI": "B",
}


def drives(held):
    reached_now, new = set(), {name.upper().replace("/", "") for name in held}
    while new:
        name = new.pop()
        reached_now.add(name)
        new |= set(MAY_ALSO_DRIVE.get(name, "").split()) - reached_now
    return reached_now


def judged_licences(limits, vacancy, found):
    required = [r for r in found.requirements if r.strength == "required"]
    asked = {(r.what or "B").upper().replace("/", "") for r in required if r.kind == "driving_licence"}
    spoken_of = {(r.what or "B").upper().replace("/", "") for r in found.requirements if r.kind == "driving_licence"}
    asked |= {name.upper().replace("/", "") for name in vacancy.stated.licences} - spoken_of
    lacking = asked - drives(limits.licences)
    own_car = any(r.kind == "own_car" for r in required)
    if lacking - {"TRAKTOR"} or (own_car and limits.travel_modes and "car" not in limits.travel_modes):
        return "broken"
    return "unknown" if lacking or (own_car and not limits.travel_modes) else "met"


def judged_employment(accepted, vacancy, found):
    kind = found.employment
    if found.employment_quote is None and vacancy.stated.employment is not None:
        kind = vacancy.stated.employment
    if kind in accepted or (kind == "mixed" and "ordinary" in accepted):
        return "met"
    if kind in ("mixed", "unclear"):
        return "unknown"
    return "negotiable" if found.only_addressed else "broken"


EVERYDAY = {"café", "kommune", "plejehjemmet"}


def parts_of(name):
    some = (re.findall(r"\w+", part.lower()) for part in name.replace("A/S", " ").split(","))
    return [words for words in ([w for w in part if w != "og"] for part in some) if words] or [["as"]]


def flat(some):
    return [word for words in some for word in words]


def kin(some):
    """The name without everyday words at its end."""
    kept = [set(words) <= EVERYDAY for words in some]
    last = len(some)
    while last > 1 and kept[last - 1] and not all(kept[: last - 1]):
        last -= 1
    return flat(some[:last])


def one_employer(name, employer):
    out, ad_parts = parts_of(name), parts_of(employer)
    whole, family, ad_family = flat(out), kin(out), kin(ad_parts)
    own = not set(whole) <= EVERYDAY
    as_part = whole in ad_parts
    if whole == flat(ad_parts) or (as_part and (family == ad_family or (own and len(whole) > 1))):
        return "broken"
    runs = [whole[i:j] for i in range(len(whole)) for j in range(i + 1, len(whole) + 1)]
    group = any(run == ad_family and not set(run) <= EVERYDAY for run in runs)
    other_order = sorted(family) == sorted(ad_family) and len(family) <= 3
    inside = own and any(family == part[i : i + len(family)] for part in ad_parts for i in range(len(part)))
    return "unknown" if as_part or group or other_order or inside or family == ad_family else "met"


def judged_employer(excluded, vacancy):
    if vacancy.employer is None:
        return "unknown"
    return worst([one_employer(name, vacancy.employer) for name in excluded if re.search(r"\w", name)] or ["met"])


ORACLE = {
    "weekly_hours": lambda limits, *of: judged_hours(limits.weekly_hours, *of),
    "not_times": lambda limits, *of: judged_times(limits.not_times, *of),
    "earliest_start": lambda limits, *of: judged_day_start(limits.earliest_start, *of),
    "latest_end": lambda limits, *of: judged_day_end(limits.latest_end, *of),
    "weekdays": lambda limits, *of: judged_weekdays(limits.weekdays, of[1]),
    "never": lambda limits, *of: "broken" if {d.kind for d in of[1].demands} & set(limits.never) else "unknown",
    "available_from": lambda limits, *of: judged_start(limits.available_from, of[1]),
    "travel": lambda limits, *of: judged_travel(limits, of[0]),
    "licences": judged_licences,
    "employment": lambda limits, *of: judged_employment(limits.accept_employment, *of),
    "employer": lambda limits, *of: judged_employer(limits.exclude_employers, of[0]),
}


def test_every_limit_has_an_oracle():
    assert set(ORACLE) == set(SOME_LIMITS) == {limit.name for limit in LIMITS}


@pytest.mark.parametrize("name", ORACLE)
def test_the_verdicts_on_many_rows_are_those_of_plain_python_on_each(name):
    @given(SOME_LIMITS[name], st.lists(st.tuples(some_ad(), some_facts()), min_size=1, max_size=2))
    @settings(derandomize=True, deadline=None, max_examples=150)
    def held(wish, pairs):
        limits = Constraints(**wish)
        codes = verdicts(limits, laid_out(*pairs), AS_OF).verdicts[name]
        assert [VERDICTS[code] for code in codes] == [ORACLE[name](limits, *pair) for pair in pairs]

    held()


@st.composite
def some_limits(draw):
    chosen = draw(st.lists(st.sampled_from(list(SOME_LIMITS)), unique=True))
    return Constraints(**{k: v for name in chosen for k, v in draw(SOME_LIMITS[name]).items()})


@given(some_limits(), some_ad(), some_facts())
@thorough
def test_a_check_is_given_for_every_limit_that_is_set_with_the_verdict_reached(limits, vacancy, found):
    checks, _ = told(limits, vacancy, found)
    assert {name: check.verdict for name, check in checks.items()} == reached(limits, vacancy, found)


@given(some_limits(), some_ad(), some_facts())
@thorough
def test_a_limit_that_names_what_it_looks_at_looks_at_nothing_else(limits, vacancy, found):
    """Its verdicts and words are kept for whoever has the same limit, so they must not depend on anything else."""
    rows = laid_out((vacancy, found)).rows
    for limit in (one for one in LIMITS if one.fields and one.is_set(limits)):
        alone = limit.only(limit.seen(limits))
        codes = limit.verdicts(limits, rows, AS_OF)
        assert (limit.verdicts(alone, rows, AS_OF) == codes).all()
        one, other = (subject(some, vacancy, found, int(codes[0]), "da") for some in (limits, alone))
        assert explain(limit, one) == explain(limit, other)


def test_a_limit_in_a_persons_own_words_is_not_kept_for_others():
    """A name of an employer or a paper may tell who somebody is, and memory outlives a deletion."""
    own_words = {"licences", "certificates", "languages", "exclude_employers"}
    kept = {field for limit in LIMITS for field in limit.fields}
    assert not kept & own_words
    assert kept | own_words | {"avoid", "wish"} == set(Constraints.model_fields)


@given(some_limits(), some_ad(), some_facts())
@thorough
def test_a_quote_of_a_check_is_always_one_of_the_facts(limits, vacancy, found):
    quotes = {found.hours.quote, found.employment_quote, found.start_quote, found.day_starts_quote}
    quotes |= {found.day_ends_quote, found.weekdays_quote} | {d.quote for d in found.demands}
    quotes |= set(found.time_quotes.values()) | {r.quote for r in found.requirements}
    checks, _ = told(limits, vacancy, found)
    assert {check.quote for check in checks.values()} - {None} <= quotes


@pytest.mark.parametrize("name", SOME_LIMITS)
def test_what_is_unknown_or_a_talk_is_asked_and_what_is_met_or_broken_is_not(name):
    @given(SOME_LIMITS[name], some_ad(), some_facts())
    @thorough
    def held(wish, vacancy, found):
        limits = Constraints(**wish)
        checks, questions = told(limits, vacancy, found)
        of_home = ("you have not said how", "there is no postcode")  # is asked of the person, and by no list
        open_limits = [c for c in checks.values() if c.verdict in ("unknown", "negotiable")]
        asked_for = [c for c in open_limits if not any(words in c.detail for words in of_home)]
        may_ask = [c for c in asked_for if c.constraint != "travel" or c.verdict != "negotiable"]
        assert len(may_ask) <= len(questions) <= len(asked_for)
        assert all(question.endswith("?") for question in questions)

    held()


PERSON = (
    r"kandidat|candidate|person|borger|klient|client|\bhan\b|\bhun\b|\bhans\b|\bhendes\b|\bhe\b|\bshe\b|\bhis\b|\bher\b"
    r"|\bsyg|\bill|diagnos|psyk|psych|mental|handicap|disab|\bips\b|program|kommune|jobcent|\balder|\bage\b"
)


@given(some_limits(), some_ad(), some_facts(), st.sampled_from(["da", "en"]))
@thorough
def test_details_and_questions_are_whole_sentences_without_a_word_about_the_person(limits, vacancy, found, language):
    checks, questions = told(limits, vacancy, found, language)
    said = [check.detail for check in checks.values()] + questions
    for text in said:
        assert re.search(PERSON, text, re.IGNORECASE) is None
        assert re.search(r"[{}%]|None|\bnan\b|\binf\b", text) is None
        assert text == text.strip() != ""


@given(some_limits(), some_ad(), some_facts())
@thorough
def test_a_question_to_an_employer_tells_neither_home_nor_licences_nor_other_employers(limits, vacancy, found):
    """The questions may be read aloud; what they may tell is the hours, the times and the day that are wished."""
    for question in told(limits, vacancy, found, "da")[1]:
        assert limits.postcode is None or limits.postcode not in question
        assert not any(f" {name}" in question for name in limits.exclude_employers)


@given(some_limits(), some_ad(), some_facts())
@thorough
def test_both_languages_tell_the_same_checks_with_the_same_quotes(limits, vacancy, found):
    (da, asked_da), (en, asked_en) = (told(limits, vacancy, found, language) for language in ("da", "en"))
    assert [(c.constraint, c.verdict, c.quote) for c in da.values()] == [
        (c.constraint, c.verdict, c.quote) for c in en.values()
    ]
    assert len(asked_da) == len(asked_en)
    assert not asked_da or set(asked_da).isdisjoint(asked_en)


@given(some_limits(), st.lists(st.tuples(some_ad(), some_facts()), max_size=4))
@steady
def test_many_vacancies_at_once_are_each_as_alone(limits, pairs):
    together = verdicts(limits, laid_out(*pairs), AS_OF).verdicts
    alone = [reached(limits, vacancy, found) for vacancy, found in pairs]
    for name, codes in together.items():
        assert [VERDICTS[code] for code in codes] == [one[name] for one in alone]


# --- the last day to apply -------------------------------------------------------------------------------------------

POSTED, BEFORE, SOON, LATER = (datetime.date(2026, *day) for day in ((11, 16), (11, 1), (12, 1), (12, 8)))


@pytest.mark.parametrize(
    ("feed", "text", "last", "impossible"),
    [
        (SOON, None, SOON, None),
        (None, "2026-12-01", SOON, None),
        (SOON, "2026-12-08", LATER, None),
        (LATER, "2026-12-01", LATER, None),
        (POSTED, None, POSTED, None),
        (BEFORE, None, None, BEFORE),
        (None, "2026-11-01", None, BEFORE),
        (BEFORE, "2026-12-01", SOON, None),
        (SOON, "2026-11-01", SOON, None),
        (BEFORE, "rolling", None, None),
        (None, "rolling", None, None),
        (None, None, None, None),
    ],
)
def test_the_last_day_is_the_later_of_feed_and_text_and_never_before_the_ad_was_posted(feed, text, last, impossible):
    vacancy, found = ad(published=POSTED, deadline=feed), facts(deadline=text)
    known = known_of(vacancy, found)
    assert (known.last_day, known.impossible_deadline.value) == (last, impossible)
    assert laid_out((vacancy, found)).rows["expires"][0] == (last.toordinal() if last else 0)


def test_a_deadline_that_was_put_right_is_believed_also_before_the_ad_was_posted():
    right = ad(published=POSTED, deadline=LATER, corrected={"deadline": "2026-11-01"})
    known = known_of(right, facts(deadline="2026-11-01"))
    assert (known.last_day, known.impossible_deadline.value) == (BEFORE, None)


def test_an_ad_of_unknown_age_keeps_its_deadline():
    assert known_of(ad(deadline=BEFORE), facts()).last_day == BEFORE


def test_a_deadline_from_before_the_ad_was_posted_is_told():
    assert deadline_words(known_of(ad(published=POSTED, deadline=BEFORE), facts()), "da") == (
        "frist 1. november 2026, før annoncen blev slået op"
    )


# --- the post that suits best ----------------------------------------------------------------------------------------


@given(st.lists(st.lists(st.lists(st.integers(0, 3), min_size=2, max_size=2), min_size=1, max_size=4), max_size=5))
@steady
def test_a_vacancy_is_what_its_best_post_is_by_plain_python(ads):
    """A post is its codes of two limits. The best has the lowest worst code, then the lowest sum, then comes first."""
    order = [posts[0] for posts in ads] + [codes for posts in ads for codes in posts[1:]]
    owners = np.array([n for n, posts in enumerate(ads) for _ in posts[1:]], np.int64)
    each = {name: np.array([codes[i] for codes in order], np.int8) for i, name in enumerate(("one", "other"))}
    result = suited(each, owners)
    best = [min(posts, key=lambda codes: (max(codes), sum(codes))) for posts in ads]
    assert [list(pair) for pair in zip(result.verdicts["one"], result.verdicts["other"], strict=True)] == best
    assert [order[place] for place in result.best] == best


def test_a_way_that_is_short_on_foot_is_met_whatever_way_is_taken():
    near = ad(postcode="8700")
    limits = Constraints(postcode="8700", max_travel_minutes=30)
    assert reached(limits, near)["travel"] == "met"
    assert reached(limits, ad(postcode="8732"))["travel"] == "unknown"
