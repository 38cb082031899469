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
    ("Vælg mellem:\n- Hverdage: mandag-fredag 16.30-18.30\n- Weekend: lørdag og søndag kl. 9-12", [(10, 10), (6, 6)]),
    ("Aftenhold: tre aftener kl. 17-21.\nDaghold: hverdage kl. 9-12.\nSkriv hvilket hold.", [(12, 12), (15, 15)]),
    ("Vælg mellem:\n- Aftenhold, kl. 17-20\n- Daghold, kl. 9-13\nBegge hold er på 14 timer om ugen.", [(14, 14)] * 2),
    ("Du vælger mandag og onsdag eller lørdag. Hver vagt er på 4 timer.", [(8, 8), (4, 4)]),
    ("Stillingen er på 16 timer. Vi har også en på 24 timer.", [(16, 16), (24, 24)]),
    ("Du får 30 timer, men vil du hellere have fuld tid, kan det lade sig gøre.", [(30, 30), (37, 37)]),
    (
        "Vi har morgenture og aftenture. Skriv, hvilke du vil have. Morgenturen er på 10 timer, aftenturen på 6 timer.",
        [(10, 10), (6, 6)],
    ),
]
CHOSEN = [
    "Du arbejder enten lørdag eller søndag kl. 10-15.",
    "Det ene hold møder kl. 6-10, det andet kl. 16-20.",
    "Vi har dagruter (9-12) og aftenruter (18-21). Oplys, om du ønsker det ene eller det andet.",
    "Jobbet kan være i løntilskud, men ordinær ansættelse er også mulig.",
    "Vi søger enten en faglært skomager eller en elev.",
    "To slags vagter: hverdage 16-20 og lørdage 8-16.",
    "Stilling I kører i Skive. Stilling II kører i Viborg.",
    "FAST AFTENHOLD\nDu arbejder 30 timer, kl. 15-21.\n\nTILKALD\nDu får 5-10 timer. Skriv, hvilket hold du vil have.",
]
ONE = [
    "Du holder fri lørdag eller søndag.",
    "Vi holder samtaler mandag eller tirsdag.",
    "Hver tredje vagt falder på en fredag eller lørdag.",
    "Vi har dagvagter og aftenvagter, og du får begge dele på skift.",
    "Vi aftaler to af dagene onsdag, torsdag eller fredag.",
    "Det ene øjeblik laver du mad, det andet vasker du op.",
    "Vi har to hold børn: det ene spiser kl. 11, det andet kl. 12.",
    "Vi har afdelinger i Skive og Viborg, og du kører mellem dem. Skriv, hvilken uddannelse du har.",
    "Du får 30 timer. Senere kan det blive fuld tid.",
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


@pytest.mark.parametrize("description", CHOSEN)
def test_a_choice_that_takes_more_words_is_two_posts(description):
    assert len(posts(description)) == 2


def test_what_is_said_once_of_all_posts_is_of_each():
    both = posts(
        "Vælg mellem:\n- Daghold, 30 timer, kl. 8-14\n- Aftenhold, 12 timer\nBegge hold har hver anden lørdag."
    )
    assert all("weekend" in times(post) for post in both)


def test_a_time_of_one_post_is_not_of_the_others():
    day, evening = posts("Vælg mellem:\n- Daghold, 30 timer, kl. 8-14\n- Aftenhold, 12 timer\nOm aftenen er du alene.")
    assert "evening" in times(evening)
    assert "evening" not in times(day)


def test_hours_of_one_post_do_not_become_those_of_the_other():
    assert weeks("Vælg mellem:\n- Daghold, 30 timer\n- Tilkald, når nogen er syge") == [(30, 30), (None, None)]


def test_hours_are_not_computed_from_clocks_when_a_place_is_open():
    assert weeks(
        "Vælg:\n1) Butikken i Skive, åben mandag-fredag 8-20\n2) Butikken i Viborg, åben mandag-fredag 8-20"
    ) == [
        (None, None),
        (None, None),
    ]


def test_a_night_that_begins_late_is_no_evening():
    _, night = posts("Vælg mellem:\n- Aftenvagt: 15-23, 32 timer\n- Nattevagt: 23-7, 28 timer")
    assert times(night) == {"night"}


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


@pytest.mark.parametrize(
    "text",
    [
        "Du arbejder 30 timer om ugen, på 4 lange dage eller 5 korte.",
        "Du arbejder 7,4 timer og starter kl. 6 eller 14.",
        "De 30 timer ligger mandag til torsdag kl. 8-15.\nFra 1. oktober har du vagt hver tredje uge kl. 2-5.",
        "- Minimum 25 hours per week\n- Permanent contract\n- Fixed days",
    ],
)
def test_days_clocks_and_lines_of_terms_are_no_posts(text):
    assert len(posts(text)) == 1
