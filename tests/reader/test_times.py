"""Times of the work: "yes" from words and clocks, "no" only where the ad excludes it."""

import pytest

from matcher.reader import read
from matcher.schema import Vacancy

YES = [
    ("Du arbejder i dagvagt.", {"day"}),
    ("Arbejdet ligger i dagtimerne.", {"day"}),
    ("Vi søger en kollega til aftenvagt.", {"evening"}),
    ("Stillingen er i dag- og aftenvagt.", {"day", "evening"}),
    ("Dag-, aften- og nattevagter på skift.", {"day", "evening", "night"}),
    ("Du arbejder hver anden weekend.", {"weekend"}),
    ("Weekendarbejde må påregnes.", {"weekend"}),
    ("Du arbejder hver 3. weekend.", {"weekend"}),
    ("Hver fjerde lørdag er du på.", {"weekend"}),
    ("Du har vagter aften og weekend.", {"evening", "weekend"}),
    ("Vi arbejder i skiftende vagter.", {"rotating_shifts"}),
    ("Vi kører 3-holdsskift.", {"rotating_shifts"}),
    ("Du indgår i treholdsdrift.", {"rotating_shifts"}),
    ("Der er skiftende arbejdstider.", {"rotating_shifts"}),
    ("Vi begynder 05.45.", {"early_morning"}),
    ("Kl. 8.30 henter du madkasserne.", {"day"}),
    ("Du låser op kl. 6.15.", {"early_morning"}),
    ("Vagten går fra 15 til 21.", {"day", "evening"}),
    ("Du arbejder fra 8 til 13.", {"day"}),
    ("Lørdage 9-14 har du vagt.", {"day", "weekend"}),
    ("Du er færdig kl. 13.", {"day"}),
    ("Du går hjem lidt over midnat.", {"night"}),
    ("Vagterne ligger kl. 16-23.30.", {"evening", "night"}),
    ("Du er her kl. 23-7.", {"night"}),
    ("Syv nætter på, syv nætter fri.", {"night", "weekend"}),
    ("To aftener om ugen står du i baren.", {"evening"}),
    ("Begge møder på skift.", {"rotating_shifts"}),
    ("Hver fjerde uge har du telefonvagten.", {"on_call_duty"}),
    ("Du får en fast turnus.", {"rotating_shifts"}),
    ("Du indgår i rådighedsvagten.", {"on_call_duty"}),
    ("Du deltager i vores vagtordning.", {"on_call_duty"}),
    ("Du har bagvagt hver sjette uge.", {"on_call_duty"}),
    ("Every sixth week you are on-call.", {"on_call_duty"}),
    ("You take part in the on-call rota.", {"on_call_duty"}),
    ("Vi søger en til morgenholdet.", {"early_morning"}),
    ("Du skal kunne arbejde tidligt om morgenen, tidlig morgen.", {"early_morning"}),
    ("Arbejdet foregår om natten.", {"night"}),
    ("Du får faste nattevagter.", {"night"}),
    ("We need you for evening shifts and weekends.", {"evening", "weekend"}),
    ("You work night shifts.", {"night"}),
    ("Shift work in a three-shift pattern.", {"rotating_shifts"}),
    ("You work during the day and every other weekend.", {"day", "weekend"}),
    ("Vi arbejder kl. 7-15.", {"day"}),
    ("Arbejdstiden er mandag til fredag kl. 8.00-16.00.", {"day"}),
    ("Du møder kl. 6.00 på værkstedet.", {"day", "early_morning"}),
    ("Mødetid kl. 5.30.", {"early_morning"}),
    ("Arbejdsdagen starter kl. 2 om morgenen.", {"early_morning", "night"}),
    ("Vagterne ligger kl. 17-23.", {"evening"}),
    ("Du arbejder kl. 22-6.", {"evening", "night"}),
    ("Nattevagterne ligger kl. 19-07.", {"evening", "night"}),
    ("Daghold kl. 6.00-14.00, aftenhold kl. 14.00-22.00.", {"day", "early_morning", "evening"}),
    ("You work Monday to Friday from 16:00 to 22:00.", {"evening"}),
    ("You work from 8 am to 4 pm.", {"day"}),
    ("Shifts are 6 am - 2 pm.", {"day", "early_morning"}),
    ("The working day runs between 9 am and 5 pm.", {"day"}),
    ("Du arbejder tirsdag til lørdag kl. 9-17.", {"day", "weekend"}),
    ("Du arbejder lørdag og søndag kl. 10-14.", {"day", "weekend"}),
    ("Vi arbejder i døgnvagter.", {"day", "evening", "night"}),
    ("De lægges i skolens åbningstid, som er kl. 7-16.", {"day"}),
    ("Vi har brug for dig om formiddagen.", {"day"}),
    ("Du arbejder to aftener om ugen.", {"evening"}),
    ("Arbejdstid: 07.00 - 15.00", {"day"}),
    ("Arbejdstiden er fra kl 7 til kl 15.", {"day"}),
    ("Du har ikke noget imod at arbejde aften og weekend.", {"evening", "weekend"}),
    ("Der kan forekomme aftenarbejde.", {"evening"}),
    ("Fast aftenrengøring på et kontor.", {"evening"}),
    ("Arbejdstid: man-fre 8-16", {"day"}),
    ("You work Monday to Friday, 9-5.", {"day"}),
    ("Arbejdstiden er mellem 8-17.00 på alle hverdage.", {"day"}),
    ("Vagterne ligger kl. 7-15, 15-23 eller 23-7.", {"day", "evening", "night"}),
    ("You will work in shifts.", {"rotating_shifts"}),
    ("Du har rådighed hver fjerde uge.", {"on_call_duty"}),
    ("Arbejdet ligger på hverdage fra kl. 15.30 til 19.", {"day", "evening"}),
    ("Arbejdet ligger på hverdage fra kl. 15.30 til 23.", {"evening"}),
]

NOTHING = [
    "Butikken har åbent kl. 10-20 alle dage.",
    "Boligerne er fra 1952 til 2019.",
    "Vi spiser sammen kl. 11.30.",
    "Du overnatter på hotel to nætter om ugen.",
    "Caféen er åben lørdag og søndag.",
    "Vi holder åbent hver aften.",
    "Ring til Gitte efter kl. 19.",
    "Kontakt os på telefon mellem kl. 8 og 22.",
    "Samtaler holdes om eftermiddagen kl. 14-18.",
    "Ansøgningsfrist fredag kl. 12.",
    "Huset er bemandet døgnet rundt.",
    "Du får en sms aftenen før.",
    "God weekend til alle.",
    "Vi har fri juleaften.",
    "Du får aften- og weekendtillæg.",
    "Der er musik om fredagen.",
    "Vi spiser aftensmad sammen.",
    "Der er brug for hjælp til morgen- og aftensmaden.",
    "Vi har pause kl. 9 og 12.",
    "Du arbejder 7 timer om dagen.",
    "Vi går tur tre gange om dagen.",
    "Skolen har dag- og aftenundervisning.",
    "Du bliver tilkaldevikar.",
    "Afløsning på skift i receptionen.",
    "Flekstid og frihed under ansvar.",
    "The shop is open until 9 pm.",
    "Call us between 9 am and 8 pm.",
    "The reception is open 24 hours a day.",
    "Kunderne kan ringe hele døgnet.",
    "Du får løn den sidste hverdag.",
    "Send din ansøgning senest søndag den 3. maj.",
    "Vi har 8-12 kolleger på holdet.",
    "Ruten har 25-30 adresser.",
    "Vi er et godkendt dagtilbud.",
    "Løn: 150-180 kr.",
]

NO = [
    ("Der er ingen aften- eller weekendarbejde.", {"evening", "weekend"}),
    ("Der er hverken aften-, nat- eller weekendvagter.", {"evening", "night", "weekend"}),
    ("Vi har ikke weekendarbejde.", {"weekend"}),
    ("Natarbejde er forbudt for jer.", {"night"}),
    ("Weekend nej tak.", {"weekend"}),
    ("Weekenderne holder vi fri.", {"weekend"}),
    ("Du har fri i weekenden.", {"weekend"}),
    ("Weekender og helligdage er fri.", {"weekend"}),
    ("Du slipper for aftenvagter.", {"evening"}),
    ("No evening or weekend work.", {"evening", "weekend"}),
    ("Housekeeping never works evenings or nights.", {"evening", "night"}),
    ("There are no weekends.", {"weekend"}),
    ("Weekends are off.", {"weekend"}),
    ("Nattevagterne dækkes af et andet team.", {"night"}),
    ("Nætterne klarer vores natportier.", {"night"}),
    ("Arbejdet er uden aften- og weekendvagter.", {"evening", "weekend"}),
]

NO_BY_CLOCK = [
    ("Du arbejder kl. 8-16 mandag-fredag.", {"early_morning", "evening", "night", "weekend"}),
    ("Vi arbejder kl. 7.00-14.30.", {"early_morning", "evening", "night"}),
    ("Vi møder kl. 7.", {"early_morning"}),
    ("You work from 16:00 to 22:00, Monday to Friday.", {"early_morning", "night", "weekend"}),
    ("Du arbejder kl. 6-14.", {"evening", "night"}),
]

STARTS = [
    ("Vi møder kl. 6.30 på værkstedet.", "06:30"),
    ("Du arbejder kl. 7-15.", "07:00"),
    ("Daghold kl. 6.00-14.00, aftenhold kl. 14.00-22.00.", "06:00"),
    ("Shifts begin at 8.30.", "08:30"),
    ("Mødetid: kl. 05:15", "05:15"),
    ("Shifts start at 4.30 pm.", "16:30"),
    ("Butikken åbner kl. 8.", None),
    ("Ring efter kl. 15.", None),
    ("Du arbejder om dagen.", None),
]


def facts(text: str):
    found = read(Vacancy(id="x", title="Kollega", description=text))
    answers = {time: answer for time, answer in found.schedule.model_dump().items() if answer}
    assert set(found.time_quotes) == set(answers)
    return found, answers


@pytest.mark.parametrize(("text", "times"), YES)
def test_times_of_the_work_are_read(text: str, times: set[str]) -> None:
    _, answers = facts(text)
    assert {time for time, answer in answers.items() if answer == "yes"} == times


@pytest.mark.parametrize("text", NOTHING)
def test_other_times_are_left_alone(text: str) -> None:
    _, answers = facts(text)
    assert answers == {}


@pytest.mark.parametrize(("text", "times"), NO + NO_BY_CLOCK)
def test_excluded_times_are_no(text: str, times: set[str]) -> None:
    _, answers = facts(text)
    assert {time for time, answer in answers.items() if answer == "no"} == times


@pytest.mark.parametrize(("text", "begins"), STARTS)
def test_the_beginning_of_the_day(text: str, begins: str | None) -> None:
    found, _ = facts(text)
    assert found.day_starts == begins
    assert (found.day_starts_quote is None) == (begins is None)


def test_a_plain_no_beats_a_yes_elsewhere() -> None:
    _, answers = facts("Du arbejder dag og aften. Weekendvagter findes. Du har aldrig aftenvagter.")
    assert (answers["evening"], answers["weekend"]) == ("no", "yes")


@pytest.mark.parametrize(
    ("text", "occasional"),
    [
        ("Du arbejder kl. 8-15. En lørdag i ny og næ står vi på markedet.", ("weekend",)),
        ("Du har aftenvagter. Fire gange årligt er der personalemøde om aftenen.", ()),
        ("You work days, and now and then an evening shift.", ("evening",)),
        ("Du arbejder hver anden lørdag.", ()),
    ],
)
def test_times_that_come_now_and_then_are_told_apart(text, occasional):
    found = read(Vacancy(id="x", title="Kollega", description=text))
    assert found.occasional_times == occasional
