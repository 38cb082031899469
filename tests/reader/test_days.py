"""When a working day ends, which days are worked, and whether the work can be done from home."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.facts import Fact, known
from matcher.reader import read
from matcher.schema import Corrected, Reading, Vacancy


def _read(text: str, title: str = "Medhjælper") -> Reading:
    return read(Vacancy(id="1", title=title, description=text, published=date(2026, 11, 1)))


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("Du arbejder mandag til fredag kl. 8-14.", "14:00"),
        ("Du møder kl. 7 og går hjem kl. 15.30.", "15:30"),
        ("Kl. 12 er du færdig med gulvene.", "12:00"),
        ("Vagten ligger fra 23 til 7.", "07:00"),
        ("Du slutter senest mellem kl. 22 og 01.", "01:00"),
        ("Vi begynder 06.30 og slutter 14.15.", "14:15"),
        ("Dine vagter er 7-15 på hverdage og kl. 8-18 om lørdagen.", "18:00"),
        ("You work Monday to Friday from 9 am to 3:30 pm.", "15:30"),
        ("Køkkenet lukker kl. 22, men du går hjem kl. 20.", "20:00"),
    ],
)
def test_the_latest_end_of_a_working_day_is_read(text, clock) -> None:
    facts = _read(text)
    assert facts.day_ends == clock
    assert facts.day_ends_quote in text


@pytest.mark.parametrize(
    "text",
    [
        "Du lægger selv timerne i tidsrummet kl. 6-18.",
        "Timerne kan ligge mellem 6 og 18, som det passer dig.",
        "Butikken har åbent mandag til fredag kl. 10-18.",
        "Ring til Mette mellem kl. 13 og 14.",
        "Er du mellem 16 og 18 år, kan du søge.",
        "Er du mellem 16 og 18, er du velkommen.",
        "Vores kolleger på lageret går hjem kl. 15.",
        "Gæsterne sidder til kl. 23, længe efter dig.",
        "En gang om måneden har du aftenmøde til kl. 20.",
        "Der var engang vagter fra 14 til 22, men de findes ikke mere.",
        "Du møder mellem 7 og 9, som det passer.",
        "Vi mangler fra 3 til 6 kolleger.",
    ],
)
def test_frames_opening_hours_ages_and_others_are_no_end_of_the_day(text) -> None:
    assert _read(text).day_ends is None


CLOCKS = st.integers(5, 20).flatmap(lambda start: st.tuples(st.just(start), st.integers(start + 1, 23)))


@given(CLOCKS, st.sampled_from(["Du arbejder kl. {}-{}.", "Vagten går fra kl. {} til kl. {}.", "Mandag-fredag {}-{}."]))
def test_a_day_ends_after_it_begins_unless_the_work_is_at_night(clocks, wording) -> None:
    text = wording.format(*clocks)
    facts = _read(text)
    assert facts.day_starts is not None
    assert facts.day_ends is not None
    assert facts.day_starts < facts.day_ends
    assert facts.day_ends_quote in text


def test_a_night_ends_before_it_begins_on_the_clock() -> None:
    facts = _read("Du har nattevagt kl. 22-6.")
    assert (facts.day_starts, facts.day_ends, facts.schedule.night) == ("22:00", "06:00", "yes")


WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Du arbejder mandag til torsdag.", WEEK[:4]),
        ("Vagten ligger hver onsdag.", ("wednesday",)),
        ("Arbejdet ligger tirsdage og fredage, 10 timer i alt.", ("tuesday", "friday")),
        ("De 25 timer ligger på alle hverdage.", WEEK[:5]),
        ("Vi søger hjælp til weekender, 10 timer om ugen.", WEEK[5:]),
        ("Man-fre 8-12.", WEEK[:5]),
        ("Du arbejder torsdag til søndag kl. 16-20.", WEEK[3:]),
        ("Du arbejder søndag til tirsdag kl. 16-20.", ("monday", "tuesday", "sunday")),
        ("You work Tuesday and Thursday, 9-14.", ("tuesday", "thursday")),
        (
            "Du arbejder mandag til fredag kl. 9-13. Om onsdagen har du fri.",
            ("monday", "tuesday", "thursday", "friday"),
        ),
        ("Du arbejder mandag til fredag, dog ingen fredage.", WEEK[:4]),
    ],
)
def test_the_days_that_an_ad_names_are_the_days_that_are_worked(text, days) -> None:
    facts = _read(text)
    assert facts.weekdays == days
    assert facts.weekdays_quote in text


@pytest.mark.parametrize(
    "text",
    [
        "Du arbejder tre dage om ugen, fire timer ad gangen.",
        "Vi holder samtaler onsdag og torsdag.",
        "Fristen er fredag den 4. december.",
        "Butikken har åbent mandag til lørdag kl. 10-18.",
        "Butikken har lukket om mandagen.",
        "Ring mandag-fredag kl. 9-12.",
        "Varerne leveres tirsdag og torsdag.",
        "Der er personalemøde hver mandag.",
        "Den første mandag i måneden spiser vi sammen.",
        "Du arbejder fire hverdage om ugen efter aftale.",
        "Stillingen er på 37 timer, fredag dog kun til kl. 13.",
        "Du kan arbejde hjemme om fredagen.",
    ],
)
def test_days_of_something_else_are_not_worked(text) -> None:
    assert _read(text).weekdays == ()


def test_days_that_one_post_has_and_another_has_not_stay() -> None:
    facts = _read("Post A: mandag til fredag kl. 8-12. Ingen weekender.\nPost B: lørdag og søndag kl. 9-15.")
    assert facts.weekdays == WEEK


def test_a_bus_that_does_not_run_takes_no_day_of_work_away() -> None:
    text = "Vagten er lørdag og søndag kl. 9-15. Der går ikke nogen bus hertil om søndagen."
    assert _read(text).weekdays == WEEK[5:]


def test_a_full_week_does_not_go_into_one_named_day() -> None:
    assert _read("Stillingen er på 37 timer om ugen. Vagten ligger hver lørdag kl. 8-14.").weekdays == ()


@pytest.mark.parametrize(
    ("text", "remote"),
    [
        ("Stillingen er 100 % fjernarbejde.", "whole"),
        ("The position is fully remote.", "whole"),
        ("Arbejd hjemmefra på fuld tid.", "whole"),
        ("Du arbejder hjemmefra, og vi sender en computer.", "whole"),
        ("Du arbejder hjemmefra en dag om ugen.", "part"),
        ("Der er mulighed for hjemmearbejde.", "part"),
        (
            "Du arbejder hjemmefra. Om mandagen kan du ikke arbejde hjemme, men resten af dagene hjemmefra går fint.",
            "part",
        ),
        ("Hjemmearbejde er ikke muligt.", "no"),
        ("Jobbet kan desværre ikke udføres hjemmefra.", "no"),
        ("Du kan følge med hjemmefra, når vi sender kampen.", None),
        ("Tag selv madpakke med hjemmefra.", None),
        ("Du kører direkte hjemmefra til kunden.", None),
        ("Du arbejder hjemme hos borgerne.", None),
        ("Hver femte uge har du tilkaldevagt hjemmefra.", None),
        ("Læs mere på hjemmesiden.", None),
    ],
)
def test_how_much_can_be_done_from_home(text, remote) -> None:
    facts = _read(text)
    assert facts.remote == remote
    assert remote is None or facts.remote_quote in text
    assert (remote in ("whole", "part")) == any(demand.kind == "remote_possible" for demand in facts.demands)


def test_what_a_human_puts_right_takes_the_clock_and_the_days_away_that_say_otherwise() -> None:
    text = "Du arbejder torsdag til søndag kl. 16-22."
    right = Corrected(times={"evening": "no", "weekend": "no"})
    (post,) = known(Vacancy(id="1", title="Medhjælper", description=text, corrected=right)).posts
    assert (post.day_ends, post.weekdays) == (Fact(value=None), Fact(value=()))
    assert (post.day_starts.value, post.times["evening"].value) == ("16:00", "no")
