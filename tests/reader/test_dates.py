"""Deadline and start: the right date among several, in the right year."""

import datetime

import pytest

from matcher.reader import read
from matcher.schema import Vacancy

PUBLISHED = datetime.date(2026, 11, 20)

DEADLINES = [
    ("Ansøgningsfrist: 3. december 2026.", "2026-12-03"),
    ("Ansøgningsfrist 3. december 2026 kl. 12", "2026-12-03"),
    ("Ansøgningsfristen er den 18.\nnovember 2027 kl. 12.00.", "2027-11-18"),
    ("Ansøgningsfrist\nmandag den 7\ndecember 2026 kl\n12.00.", "2026-12-07"),
    ("Ansøgningsfrist:\nMandag d\n7\ndecember 2026", "2026-12-07"),
    ("Frist: søndag d. 13.12.2026.", "2026-12-13"),
    ("Frist søndag d. 29.11.", "2026-11-29"),
    ("Søg senest d. 12/12.", "2026-12-12"),
    ("Send din ansøgning senest 15.12.2026.", "2026-12-15"),
    ("Henvendelse på mail senest den 22/6-27.", "2027-06-22"),
    ("Vi skal have din ansøgning senest den 8. januar.", "2027-01-08"),
    ("Ansøgning sendes, så vi har den mandag den 7. december 2026 kl. 8.", "2026-12-07"),
    ("Send os en ansøgning inden fredag den 18. december 2026.", "2026-12-18"),
    ("Søg stillingen via linket senest onsdag den 16. december 2026.", "2026-12-16"),
    ("Application deadline: 6 December 2026.", "2026-12-06"),
    ("Apply no later than December 6, 2026.", "2026-12-06"),
    ("Send your CV before 18 December 2026.", "2026-12-18"),
    ("Please apply by 10th of January 2027.", "2027-01-10"),
    ("The closing date is 4 January 2027.", "2027-01-04"),
    ("Ansøgningsfrist 2026-12-24.", "2026-12-24"),
    ("Ansøgningsfrist 5. dec. 2026.", "2026-12-05"),
    ("Vi behandler ansøgninger løbende. Ansøgningsfrist 24. december 2026.", "2026-12-24"),
    ("Ansøgningsfrist 8. januar 2027. Samtaler 14. januar 2027. Tiltrædelse 1. marts 2027.", "2027-01-08"),
    ("Jeg vil have svar senest d. 20. december 2026.", "2026-12-20"),
    ("Vi holder samtaler løbende.", "rolling"),
    ("Vi ansætter løbende.", "rolling"),
    ("Annoncen lukkes, når den rette er fundet.", "rolling"),
    ("Der er ingen ansøgningsfrist.", "rolling"),
    ("Vi læser ansøgninger, efterhånden som de kommer.", "rolling"),
    ("Vi tager imod ansøgninger løbende.", "rolling"),
    ("Ansøgninger vurderes løbende.", "rolling"),
    ("Stillingen besættes, så snart vi har fundet den rette.", "rolling"),
    ("We interview as applications come in.", "rolling"),
    ("Applications are reviewed on a rolling basis.", "rolling"),
    ("We take the ad down once we have found the right person.", "rolling"),
    ("There is no closing date.", "rolling"),
]

# One of several days, or a day that is not written as one.
LATEST = [
    # moved to a later day
    ("Vi har rykket fristen fra 2. december til 9. december.", "2026-12-09"),
    ("Ansøgningsfristen er flyttet fra den 2. til den 9. december 2026.", "2026-12-09"),
    ("Ansøgningsfrist: 2. december 2026.\nOBS: Forlænget til onsdag den 9. december kl. 12.", "2026-12-09"),
    ("Frist 2/12 (udskudt til 9/12).", "2026-12-09"),
    ("Ansøgningsfristen den 2. december er forlænget til den 9.", "2026-12-09"),
    ("Ny ansøgningsfrist: 9. december. Den tidligere frist var 2. december.", "2026-12-09"),
    ("Fristen var først 2. december, men er nu 9. december 2026.", "2026-12-09"),
    (
        "FORLÆNGET TIL 9. DECEMBER\nVi mangler en kollega i haven.\nDu får oplæring.\nAnsøgningsfrist: 2. december",
        "2026-12-09",
    ),
    ("Ansøgningsfrist 2. december. Fristen er forlænget med en uge.", "2026-12-09"),
    ("Deadline 2 December 2026. We have extended the deadline by two weeks.", "2026-12-16"),
    ("The application deadline has been postponed from 2 December to 9 December 2026.", "2026-12-09"),
    ("Closing date: 2 December 2026. Extended until 9 December 2026.", "2026-12-09"),
    ("Deadline 9 December (previously 2 December).", "2026-12-09"),
    # brought forward: the new day, though it is not the latest
    ("Ansøgningsfrist 9. december. Fristen er fremrykket til 2. december.", "2026-12-02"),
    ("Søg senest den 2. december i stedet for den 9.", "2026-12-02"),
    ("Ansøgningsfristen er fremrykket fra den 9. december til den 2.", "2026-12-02"),
    ("NY FRIST: 2. december! Ansøgningsfrist: 9. december.", "2026-12-02"),
    ("Fristen er ændret. Den er nu 2. december og ikke 9. december.", "2026-12-02"),
    ("The deadline was brought forward from 9 December to 2 December.", "2026-12-02"),
    # several jobs
    ("Ansøgningsfrist for gartneren: 2. december. Ansøgningsfrist for chaufføren: 9. december.", "2026-12-09"),
    ("Frist til butikken er 9. december og for lageret 2. december.", "2026-12-09"),
    ("Søg jobbet på lageret senest 2. december og jobbet i butikken senest 9. december.", "2026-12-09"),
    ("Ansøgningsfrister:\n- Lager: 2. december\n- Butik: 9. december", "2026-12-09"),
    ("Frist lager: 9. december, butik: 2. december", "2026-12-09"),
    ("Deadlines: shop 2 December, garden 9 December.", "2026-12-09"),
    (
        "Frist for lager: 2. december. Frist for butik: 21. december. Fristen for lager er rykket til 9. december.",
        "2026-12-21",
    ),
    # from one day to another
    ("Ansøgning modtages 2.-9. december.", "2026-12-09"),
    ("Ansøgningsperiode: 25/11-9/12", "2026-12-09"),
    ("Vi tager imod ansøgninger fra den 2. december til den 9. december.", "2026-12-09"),
    # a week is its Sunday, "before" it the Sunday before: none of its days is one that is left
    ("Ansøgningsfrist: uge 50", "2026-12-13"),
    ("Ansøgningsfrist: uge 1, 2027", "2027-01-10"),
    ("Skriv til os i løbet af uge 50, hvis du vil søge.", "2026-12-13"),
    ("Send din ansøgning senest med udgangen af uge 50.", "2026-12-13"),
    ("Please apply by the end of week 50.", "2026-12-13"),
    ("Send din ansøgning inden uge 50.", "2026-12-06"),
    ("Apply before week 50.", "2026-12-06"),
    ("Ansøgningsfrist onsdag i uge 50.", "2026-12-09"),
    # a part of a month
    ("Ansøgningsfrist ultimo november.", "2026-11-30"),
    ("Ansøgningsfrist: medio december 2026", "2026-12-20"),
    ("Frist: midt i december", "2026-12-20"),
    ("Ansøgningsfrist: primo december", "2026-12-10"),
    ("Ansøgningsfrist: sidste hverdag i januar", "2027-01-29"),
    ("Deadline: the last Friday in November 2026", "2026-11-27"),
    ("Send en mail med din ansøgning inden nytår.", "2026-12-31"),
    # heading, clock, order
    ("Ansøgningsfrist\n\nOnsdag den 9. december", "2026-12-09"),
    ("Ansøgningsfrist: kl. 12 den 9/12", "2026-12-09"),
    ("Frist: onsdag 9/12 kl. 23.59", "2026-12-09"),
    ("Den 9. december er sidste frist for at søge.", "2026-12-09"),
]

# Ads with a deadline on 2 December and another day that is none.
OTHER_DAYS = [
    "Samtaler 9. december. Tiltrædelse 1. februar 2027.",
    "Samtalerne er rykket til 9. december.",
    "Interviews have been moved to 9 December.",
    "Vikariatet er forlænget til 31. august 2027.",
    "Stillingen kan forlænges til 31. august 2027.",
    "Butikken er flyttet fra Havnegade 9. december 2025.",
    "Sidste frist for afbud til julefrokosten er 9. december.",
    "Deadline for udbuddet er 15. januar.",
    "Du sørger for, at fristen for moms den 1. marts holdes.",
    "Kurset har frist 15. januar.",
    "Du lærer de unge at overholde frister, fx skat den 1. maj.",
    "Frist for ansøgninger om tilskud er den 1. marts, og du læser dem.",
    "The deadline for bids is 15 January.",
    "Sæsonen er fra 1. april til 30. september 2027.",
    "Referencer sendes senest den 9. januar, når du er ansat.",
]


NO_DEADLINE = [
    "Samtaler holdes den 14. januar 2027.",
    "Tiltrædelse 1. marts 2027.",
    "Åbent hus den 3. december 2026.",
    "Du hører fra os senest den 5. januar 2027.",
    "Vi har eksisteret siden 1. maj 1974.",
    "Send din ansøgning hurtigst muligt.",
    "Der bliver løbende investeret i ny teknologi.",
    "Du får løbende efteruddannelse.",
    "Vi udvikler os løbende.",
    "Når du har fundet fejlen, retter du den.",
    "Ring senest kl. 12.",
    "Du overholder deadlines og korte frister.",
    "Mødet slutter senest den 5. maj.",
    "Vi er 12 medarbejdere på 3 adresser.",
    "Interviews are held on 14 January 2027.",
    "The contract ends on 31 March 2027.",
    "Ansøgningsfrist 31. februar 2027.",
    "Du har ansvar for momsen, som har frist den 1. marts.",
    "Du sørger for, at fristen den 15. januar overholdes.",
    "Du sender regnskabet senest den 9. december.",
    "Stillingen er et vikariat frem til 31. august 2027.",
    "Vi læser ansøgninger fra den 9. december.",
    "Ansøgningsfristen den 2. december gælder ikke længere.",
]

STARTS = [
    ("Tiltrædelse 1. februar 2027.", "2027-02-01"),
    ("Tiltrædelse pr. 1/2.", "2027-02-01"),
    ("Tiltrædelsesdato: 2.\njanuar 2027", "2027-01-02"),
    ("Stillingen er ledig pr. 1. januar 2027 eller snarest derefter.", "2027-01-01"),
    ("Du starter 1. marts 2027.", "2027-03-01"),
    ("Vi håber, at du kan begynde mandag den 4. januar 2027.", "2027-01-04"),
    ("Opstart den 1. april.", "2027-04-01"),
    ("Ansættelse fra den 11. januar 2027.", "2027-01-11"),
    ("Vi søger en kok pr. 1. februar 2027.", "2027-02-01"),
    ("Stillingen ønskes besat den 1. maj 2027.", "2027-05-01"),
    ("First day of work: 4 January 2027.", "2027-01-04"),
    ("Starting date 1 February 2027.", "2027-02-01"),
    ("Tiltrædelse snarest muligt.", "asap"),
    ("Opstart hurtigst muligt.", "asap"),
    ("Du kan begynde med det samme.", "asap"),
    ("We would like you to start as soon as possible.", "asap"),
    ("Tiltrædelse efter aftale.", "by_agreement"),
    ("Startdato efter aftale.", "by_agreement"),
    ("Start aftaler vi.", "by_agreement"),
    ("The starting date is agreed with you.", "by_agreement"),
    ("Løn efter aftale.", None),
    ("Send din ansøgning hurtigst muligt.", None),
    ("Vi startede 1. maj 1974.", None),
    ("Ansøgningsfrist 3. december 2026.", None),
    ("Samtaler den 3. december 2026.", None),
    ("Vi svarer hurtigst muligt.", None),
]


def facts(text: str, published: datetime.date | None = PUBLISHED):
    return read(Vacancy(id="x", title="Kollega", description=text, published=published))


@pytest.mark.parametrize(("text", "deadline"), DEADLINES)
def test_deadline(text: str, deadline: str) -> None:
    found = facts(text)
    assert found.deadline == deadline
    assert found.deadline_quote


@pytest.mark.parametrize(("text", "deadline"), LATEST)
def test_of_several_deadlines_the_latest_counts_unless_it_was_replaced(text: str, deadline: str) -> None:
    found = facts(text)
    assert found.deadline == deadline
    assert found.deadline_quote in text


@pytest.mark.parametrize("text", OTHER_DAYS)
@pytest.mark.parametrize(
    "ad", ["Ansøgningsfrist 2. december. {}", "{} Ansøgningsfrist 2. december.", "Ansøgningsfrist:\n2. december\n\n{}"]
)
def test_a_later_day_of_something_else_is_no_deadline(ad: str, text: str) -> None:
    assert facts(ad.format(text)).deadline == "2026-12-02"


@pytest.mark.parametrize("text", NO_DEADLINE)
def test_other_dates_are_no_deadline(text: str) -> None:
    assert facts(text).deadline is None


@pytest.mark.parametrize(("text", "start"), STARTS)
def test_start(text: str, start: str | None) -> None:
    assert facts(text).start == start


def test_without_publication_a_date_without_year_is_partial() -> None:
    found = facts("Ansøgningsfristen er 14. maj kl. 12.", published=None)
    assert (found.deadline, found.deadline_partial) == (None, "--05-14")


def test_the_next_occurrence_after_publication() -> None:
    assert facts("Ansøgningsfrist 20. november.").deadline == "2026-11-20"
    assert facts("Ansøgningsfrist 19. november.").deadline == "2027-11-19"


def test_the_ads_other_date_pins_the_year() -> None:
    found = facts("Ansøgningsfrist 16. marts. Tiltrædelse 1. maj 2012.", published=None)
    assert found.deadline == "2012-03-16"
    found = facts("Ansøgningsfrist 20. december 2026. Tiltrædelse 1. februar.", published=None)
    assert found.start == "2027-02-01"


def test_29_february_waits_for_a_leap_year() -> None:
    assert facts("Ansøgningsfrist 29. februar.").deadline == "2028-02-29"


def test_the_latest_is_found_without_years_too() -> None:
    found = facts("Ansøgningsfrist for lager: 20. december. Ansøgningsfrist for butik: 5. januar.", published=None)
    assert (found.deadline, found.deadline_partial) == (None, "--01-05")


def test_a_day_that_was_moved_from_before_the_ad_was_posted_is_not_one_of_next_year() -> None:
    assert facts("Ansøgningsfrist 10. november. Ny frist: 2. december.").deadline == "2026-12-02"


def test_an_ad_with_one_deadline_that_has_passed_keeps_it() -> None:
    assert facts("Ansøgningsfrist 21. november 2026. Samtaler 9. december.").deadline == "2026-11-21"


def test_the_start_in_a_week_is_its_monday() -> None:
    assert facts("Du starter i uge 2.").start == "2027-01-11"


@pytest.mark.parametrize(
    ("text", "deadline"),
    [
        # open beyond its day
        ("Frist: 2. december 2026 – eller indtil vi har fundet den rette.", "rolling"),
        ("Deadline: 2 December or until the position is filled.", "rolling"),
        ("Ansøgningsfrist 2. december. Fristen forlænges, indtil vi har fundet den rette.", "rolling"),
        ("Application deadline 2 December 2026 (extended automatically until filled).", "rolling"),
        ("Ansøgningsfrist 2. december 2026. Opslaget bliver stående, til stillingen er besat.", "rolling"),
        ("Ansøgningsfrist 2. december 2026. Stillingen ønskes besat 1. februar 2027.", "2026-12-02"),
        ("Ansøgningsfrist 2. december 2026. Vi holder samtaler, indtil den rette er fundet.", "2026-12-02"),
        ("Frist 2. december. Stillingen er et vikariat, der forlænges automatisk.", "2026-12-02"),
        # the day was; the answer comes later
        ("Fristen var den 2. december 2026. Vi svarer alle senest den 9. december 2026.", "2026-12-02"),
        ("The deadline was 2 December 2026. We reply no later than 9 December 2026.", "2026-12-02"),
        ("Søg senest den 2. december 2026, og vi giver svar senest den 9. december 2026.", "2026-12-02"),
        ("Fristen var 2. december 2026, men du kan stadig søge indtil 9. december 2026.", "2026-12-09"),
        ("The deadline was 2 December, but we still accept applications until 9 December 2026.", "2026-12-09"),
        ("Fristen var den 21. november 2026, men du kan stadig søge.", None),
        # a year that is none
        ("Ansøgningsfrist: 31-12-0001", None),
        ("Ansøgningsfrist: 1/1-0001", None),
        ("Ansøgningsfrist: 01.01.0001", None),
        ("Ansøgningsfrist: 1. januar 0001", None),
        ("Ansøgningsfrist: 02-12-26", "2026-12-02"),
    ],
)
def test_a_deadline_that_is_passed_open_or_none(text, deadline):
    found = read(Vacancy(id="x", title="Kollega", description=text, published=PUBLISHED)).deadline
    assert (str(found) if found else None) == deadline
