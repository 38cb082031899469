"""An ad that tells several posts apart is what its best post is: what it says of another breaks no limit."""

import pytest
from standing import reached as reached_by
from standing import told as told_by

from matcher import reader
from matcher.schema import Constraints, Vacancy

NIGHT = "Du arbejder om natten, 37 timer om ugen. Kørekort B er et krav."
SEVERAL = [
    f"Stilling 1: Bagerjomfru\nVi søger en bagerjomfru 10 timer om ugen, kl. 9-14.\nStilling 2: Bager\n{NIGHT}",
    f"Stilling A - butik\nMandag til onsdag kl. 9-13.\nStilling B - bageri\n{NIGHT}",
    f"Første stilling: kok\nDu arbejder kl. 9-13.\nAnden stilling: natportør\n{NIGHT}",
    f"Job 1. Opvask, 8 timer om ugen.\nJob 2. {NIGHT}",
    f"Stilling nr. 1: Rengøring kl. 8-12.\nStilling nr. 2: {NIGHT}",
    "Position 1: kitchen, 9-13.\nPosition 2: You work at night, 37 hours a week. A driving licence B is required.",
    f"Den ene stilling: dagvagt kl. 9-14.\nDen anden stilling: {NIGHT}",
    f"• Stilling 1: morgenmad kl. 7-11\n• Stilling 2: {NIGHT}",
    f"Kroen mangler tre nye medarbejdere.\n\nBartender, 15 timer om ugen\nMiddag.\n\nNatportier, 37 timer\n{NIGHT}",
    "There are two openings here.\nLaundry worker – 9 hours a week.\nNight guard – 37 hours a week.",
    "Hotellet søger både en stuepige til 10 timer om ugen og en natportør til 37 timer med natarbejde.",
    "- En butiksassistent (8 timer, kun formiddag)\n- En truckfører, 37 timer\n- En vagtmand (37 timer)",
    "1) Gartner – 14 timer – dag\n2) Natchauffør – 37 timer – kørekort B",
    f"Ledige stillinger i Brugsen\n\nKasserer\nFormiddage, 10 timer.\n\nNatbager\n{NIGHT}",
    "Vi mangler en maler (12 timer) og en elektriker (37 timer). Elektrikeren kører om natten.",
    "Det ene job er som pedel, kl. 8-12. Det andet job er som nattevagt, 37 timer.",
    f"Pedel\n12 timer om ugen.\nFrist: 1. december.\n=====\nNattevagt\n{NIGHT}\nFrist: 9. december.",
    f"## Sælger\n10 timer om ugen.\n\n## Natbager\n{NIGHT}",
    "Som pedel arbejder du 10 timer om ugen. Som natchauffør arbejder du 37 timer.",
    f"Stilling: Køkkenhjælper\nKl. 9-13.\nStilling: Nattevagt\n{NIGHT}",
    "Vi har to ledige job. Tjeneren møder kl. 11 og har 10 timer. Bageren møder om natten, 37 timer.",
    "Vi søger opvasker (10 timer) og natportier (37 timer).",
    "The kitchen job is in the daytime. The reception job is at night.",
    "Hverdagsholdet: 15 timer, kl. 8-13.\nNatholdet: 37 timer, kl. 23-7.",
    "Lageret har brug for en altmuligmand 10 timer om ugen og en truckkører 37 timer om natten.",
    f"Sælger (dag)\n8 timer/uge\n\nNatbager (nat)\n{NIGHT}",
    "Aalborg: 12 timer, dag.\nSkagen: 37 timer, nat.",
]
ONE = [
    f"Vi søger to natportører. {NIGHT}",
    f"Stilling: Natportør\n{NIGHT}",
    f"{NIGHT}\n1. Send en ansøgning.\n2. Kom til samtale.",
    f"Stilling 1: Natportør\n{NIGHT}\nStilling 1 lønnes efter overenskomst.",
    f"{NIGHT} Du kan også få en stilling 2 dage om ugen senere.",
]
ONE_OF_MANY_HOURS = [
    "Vi søger tre natchauffører på 37 timer.",
    "Du får 15 eller 37 timer om ugen, som du vil.",
    "Stillingen kan fås på fuldtid eller deltid.",
    "Fuldtid: 37 timer\nDeltid: 20 timer",
    "Dagvagt: 8 timer\nNattevagt: 8 timer",
    "Mandag: 8 timer\nTirsdag: 4 timer\nOnsdag: 12 timer",
    "Sommer: 40 timer\nVinter: 30 timer",
    "Kokken arbejder 37 timer, og tjeneren er her 20 timer.",
    "Vi er fem portører på 30 timer og en leder på 37 timer.",
    "Dine opgaver:\n- Vask af gulve\n- Tjek af døre\n- Kørsel",
    "1) Skriv til os\n2) Kom til samtale, 1 time\n3) Prøv arbejdet i 3 timer",
    "Åbningstider:\nHverdage: 7-20\nLørdag: 8-16",
    "Oplæring: 20 timer\nDerefter: 37 timer",
    "Vi søger en portør 37 timer om ugen og en weekend om måneden på 10 timer.",
    "Vi søger en lagermedarbejder eller en chauffør på 37 timer.",
    "We look for one porter to work with a cook and a cleaner.",
    "Vi søger en natchauffør, der kan hjælpe en mekaniker og en pedel.",
    "Vi søger to nye kolleger til natholdet.\nKontakt\nDriftsleder Ib, tlf. 12 34 56 78",
]
LIMITS_OF_ONE = Constraints(weekly_hours={"max": 20}, not_times=("night",), licences=())


def ad(description: str) -> Vacancy:
    return Vacancy(id="a", title="Bageriet søger folk", description=description)


def reached(description: str) -> dict[str, str]:
    return reached_by(LIMITS_OF_ONE, ad(description))


@pytest.mark.parametrize("description", SEVERAL)
def test_what_an_ad_says_of_another_post_leaves_no_job_out(description):
    told = reached(description)
    assert "broken" not in told.values()
    assert len(reader.read(ad(description)).posts) > 1


@pytest.mark.parametrize("description", ONE)
def test_an_ad_of_one_post_is_held_against_the_limits(description):
    told = reached(description)
    assert told["not_times"] == told["licences"] == told["weekly_hours"] == "broken"


@pytest.mark.parametrize("description", ONE_OF_MANY_HOURS)
def test_hours_of_shifts_days_and_colleagues_are_no_posts_of_their_own(description):
    told = reached(f"{description}\n{NIGHT}")
    assert told["not_times"] == told["licences"] == "broken"


def test_checks_and_questions_are_of_the_post_that_suits_best():
    checks, questions = told_by(LIMITS_OF_ONE, ad(SEVERAL[0]), language="da")
    words = "Vi søger en bagerjomfru 10 timer om ugen, kl. 9-14."
    assert {name: (check.verdict, check.quote) for name, check in checks.items()} == {
        "weekly_hours": ("met", words),
        "not_times": ("met", words),
        "licences": ("met", None),
        "employment": ("met", None),
    }
    assert questions == []
