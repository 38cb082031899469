"""An ad offers one post or several; each several has its own hours, times, form, town and requirements."""

import pytest

from matcher import reader
from matcher.schema import PostReading, Vacancy


def posts(description: str, title: str = "Vi søger folk") -> tuple[PostReading, ...]:
    return reader.read(Vacancy(id="a", title=title, description=description)).posts


def weeks(description: str, title: str = "Vi søger folk") -> list[tuple[float | None, float | None]]:
    return [(post.hours.min, post.hours.max) if post.hours else (None, None) for post in posts(description, title)]


def times(post: PostReading) -> set[str]:
    return {time for time, answer in post.schedule.model_dump().items() if answer == "yes"}


HOURS = [
    ("Stilling A - vaskeri\n30 timer om ugen.\nStilling B - systue\n12-15 timer om ugen.", [(30, 30), (12, 15)]),
    ("Vi mangler to:\n1) souschef, 37 timer\n2) salgsassistent, 20 timer", [(37, 37), (20, 20)]),
    ("To pædagogmedhjælpere: en på femten timer og en på fuld tid.", [(15, 15), (37, 37)]),
    ("Vælg mellem:\n- Dagholdet, 30 timer\n- Aftenholdet, op til 12 timer", [(30, 30), (None, 12)]),
    ("Du får 15 eller 25 timer om ugen.", [(15, 15), (25, 25)]),
    ("Du bestemmer selv, om du vil have 20, 28 eller 37 timer.", [(20, 20), (28, 28), (37, 37)]),
    ("Det kan blive ordinært med 32 timer eller som fleksjob med 9 timer.", [(32, 32), (9, 9)]),
    ("Formiddagsruten: kl. 8-12, 20 timer.\nAftenruten: kl. 17-20, 9 timer.\nSkriv hvilken rute.", [(20, 20), (9, 9)]),
    ("Du kan blive ansat 18 timer om ugen. Eller du kan være her som fleksjobber i 8 timer.", [(18, 18), (8, 8)]),
    ("We have two openings.\nLaundry worker - 9 hours a week.\nNight guard - 37 hours a week.", [(9, 9), (37, 37)]),
]
ONE = [
    "8-37 timer efter aftale.",
    "15-20 timer om ugen, og du vælger selv dine dage.",
    "Skiftende dag- og aftenvagter.",
    "Vi er to hold, og du arbejder hver tredje weekend.",
    "Du arbejder mandag kl. 8-16 og torsdag kl. 10-18.",
    "Vi søger to kokke på 30 timer.",
    "Der er ingen aften- eller weekendarbejde.",
    "Du er faglært eller ufaglært og taler dansk eller engelsk.",
    "7 eller 8 timer om dagen.",
    "Kokken arbejder 37 timer, og tjeneren er her 20 timer.",
    "Kontoret i Horsens eller Vejle svarer på spørgsmål.",
    "Mandag: kl. 8-12\nTirsdag: kl. 8-14\nOnsdag: kl. 10-16",
    "Det er et ordinært job og ikke et fleksjob.",
    "Opgaver:\n- vask af gulve kl. 8-10\n- hjælp i køkkenet\n- lukning",
    "Du arbejder på skiftehold:\nDag: kl. 6-14\nAften: kl. 14-22\nNat: kl. 22-6",
    "Kurset varer 15 eller 25 timer og ligger om dagen.",
]


@pytest.mark.parametrize(("description", "expected"), HOURS)
def test_each_post_has_its_own_hours(description, expected):
    assert weeks(description) == expected


@pytest.mark.parametrize("description", ONE)
def test_work_of_one_job_is_one_post_with_nothing_of_its_own(description):
    assert posts(description) == (PostReading(),)


def test_a_choice_of_shifts_is_a_post_a_shift():
    day, evening, night = posts("Du vælger selv mellem dagvagt, aftenvagt eller nattevagt.")
    assert (times(day), times(evening), times(night)) == ({"day"}, {"evening"}, {"night"})
    early, late = posts("Vagterne ligger enten 6-14 eller 14-22, du vælger.")
    assert "early_morning" in times(early)
    assert "evening" in times(late)


def test_a_form_of_employment_is_of_the_post_that_it_names():
    ordinary, flex = posts("Stillingen kan besættes på to måder:\na) ordinært, 30 timer\nb) som fleksjob, 8 timer")
    assert (ordinary.employment, flex.employment) == ("ordinary", "fleksjob")


def test_towns_to_choose_among_are_a_post_each():
    first, second = posts("Vi har brug for to hjælpere: en i Løkken (9480) og en i Ringsted.")
    assert (first.postcode, second.postcode, second.municipality) == ("9480", "4100", "Ringsted")


def test_what_is_asked_of_one_post_is_not_asked_of_all():
    waiter, driver = posts("Stilling 1: tjener, 12 timer.\nStilling 2: chauffør, 30 timer. Du skal have kørekort C.")
    assert waiter.requirements == ()
    assert [asked.kind for asked in driver.requirements] == ["driving_licence"]


def test_a_later_sentence_that_names_one_post_is_of_it():
    day, night = posts(
        "Vælg mellem:\n- Daghold, 30 timer\n- Nathold, 34 timer\n\nRen straffeattest er et krav. Til natholdet kræves "
        "truckcertifikat."
    )
    assert [asked.kind for asked in night.requirements] == ["certificate"]
    assert day.requirements == ()


def test_each_post_is_called_by_the_words_of_the_ad():
    text = "Vi søger to:\n1) Køkkenhjælp, 15 timer\n2) Natportier, 37 timer"
    assert [post.label for post in posts(text)] == ["Køkkenhjælp", "Natportier"]
    assert all(post.quote in text and post.hours.quote in text for post in posts(text))


def test_the_facts_of_the_ad_span_its_posts():
    facts = reader.read(
        Vacancy(id="a", title="To hold", description="1) Daghold, 30 timer, 8-14\n2) Aftenhold, 12 timer, kl. 17-21")
    )
    assert (facts.hours.min, facts.hours.max) == (12, 30)
    assert (facts.schedule.day, facts.schedule.evening) == ("yes", "yes")


def test_what_all_share_stays_out_of_the_posts():
    first, second = posts("Vælg mellem:\n1) Daghold, 30 timer\n2) Aftenhold, 12 timer\nFælles for begge: kørekort B.")
    assert first.requirements == second.requirements == ()


def test_two_ads_in_one_paste_are_two_posts():
    ad = "Pedel\n12 timer om ugen.\nFrist: 1. december 2026.\n=====\n"
    ad += "Gartner\n30 timer om ugen.\nFrist: 9. december 2026."
    pedel, gardener = posts(ad)
    assert (pedel.deadline, gardener.deadline) == ("2026-12-01", "2026-12-09")
    assert weeks(ad) == [(12, 12), (30, 30)]
