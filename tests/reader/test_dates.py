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
