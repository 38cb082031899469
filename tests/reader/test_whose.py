"""What is about somebody else is read no more, and what only looks like it is read as before."""

import pytest

from matcher.reader import read
from matcher.reader.sentences import split
from matcher.reader.whose import of_this_post, role
from matcher.schema import Reading, Vacancy


def ad(text: str, title: str = "Opvasker") -> Vacancy:
    return Vacancy(id="1", title=title, description=text)


def facts(text: str, title: str = "Opvasker") -> Reading:
    return read(ad(text, title))


def times(reading: Reading) -> set[str]:
    return {time for time, answer in reading.schedule.model_dump().items() if answer == "yes"}


OF_OTHERS = [
    "Vores anden kok arbejder om natten.",
    "Portørerne møder kl. 5.30.",
    "De øvrige montører er på skiftehold og møder kl. 23.",
    "Nattevagten kører Torben.",
    "Weekenderne klarer murermesterens datter.",
    "Aftenvagterne dækkes af vores faste folk.",
    "Gæsterne kommer kl. 23.",
    "Selv møder jeg kl. 4 og tager natten.",
    "Tidligere var det nattevagter kl. 23-7.",
    "Din forgænger arbejdede om natten.",
    "Pakkeriet har nattevagter; de søges særskilt.",
    "The night nurse starts at 23:00.",
    "Our driver Hassan begins at 4 am.",
    "The weekend shifts are covered by two students.",
    "Sygeplejerskerne har nattevagter. Dem deler du ikke.",
]


@pytest.mark.parametrize("text", OF_OTHERS)
def test_times_of_somebody_else_are_not_the_posts(text):
    assert times(facts(f"Du vasker op. {text}")) == set()


OF_THIS_POST = [
    ("Du har vagter sammen med nattevagten kl. 23-7.", "night"),
    ("Vi arbejder alle i weekenden, også du.", "weekend"),
    ("Som vores anden kok møder du kl. 5.", "early_morning"),
    ("Kollegerne og du deler aftenvagterne.", "evening"),
    ("Kokkene arbejder hver anden weekend, og det gør du også.", "weekend"),
    ("Kokkene arbejder hver anden weekend. Det gør du også.", "weekend"),
    ("Vores portører arbejder i nattevagter ligesom dig.", "night"),
    ("Portørerne møder kl. 8, og du møder kl. 5.", "early_morning"),
    ("Vores nye kollega arbejder hver anden weekend.", "weekend"),
    ("Vagterne dækkes af hele holdet, og der er weekendvagter.", "weekend"),
    ("Du møder ikke tidligere end kl. 5 og har aftenvagter.", "evening"),
    ("Dine vagter ligger kl. 5-13.", "early_morning"),
    ("Emil har brug for hjælp om natten i nattevagter.", "night"),
    ("You share the evening shifts with our cook.", "evening"),
    ("Opvaskeren møder kl. 5 og arbejder til kl. 13.", "early_morning"),
]


@pytest.mark.parametrize(("text", "time"), OF_THIS_POST)
def test_times_that_the_post_shares_are_the_posts(text, time):
    assert time in times(facts(text))


def test_the_cook_is_a_colleague_in_an_ad_for_a_dishwasher_and_the_post_in_an_ad_for_a_cook():
    text = "Kokken møder kl. 5.30 og arbejder 37 timer om ugen."
    assert facts(text).hours.max is None
    assert facts(text, title="Kok til kantine").hours.max == 37


@pytest.mark.parametrize(
    "text",
    [
        "Vores direktør arbejder 60 timer om ugen.",
        "Skovfogeden arbejder 22 timer om ugen.",
        "45 frivillige har mellem to og seks timer om ugen hos os.",
        "Tidligere var stillingen på 12 timer om ugen.",
        "Jytte, som er her 30 timer om ugen, viser rundt.",
        "Andre ledige stillinger\nChauffør, Vejle, 25 timer om ugen\nKontorassistent, 30 timer om ugen",
    ],
)
def test_hours_of_somebody_else_are_not_the_posts(text):
    assert facts(f"Du får 15 timer om ugen.\n{text}").hours.max == 15


def test_what_stands_after_a_list_of_other_ads_is_read():
    text = "Andre ledige stillinger:\n- Chauffør, 30 timer om ugen.\n\nDu får 15 timer om ugen hos os i køkkenet."
    assert facts(text).hours.max == 15


def test_employment_and_licences_of_a_colleague_are_not_the_posts():
    reading = facts("Kirsten kører selv bilen og har kørekort C. Mange af dine kolleger er i løntilskud.")
    assert reading.requirements == ()
    assert reading.employment == "ordinary"


def test_a_licence_that_the_colleague_has_and_the_post_does_not_need_is_still_denied():
    reading = facts("Chaufføren har kørekort; det behøver du ikke.")
    assert [r.strength for r in reading.requirements] == ["not_required"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Portvagten søges særskilt.", "other_post"),
        ("Portørerne møder kl. 6.", "colleagues"),
        ("Tidligere var det nat.", "employer"),
        ("Du møder kl. 6.", "post"),
        ("Kl. 6 om morgenen.", None),
    ],
)
def test_role_of_a_part(text, expected):
    sentence = split(ad(text))[1]
    assert role(sentence, 0, len(sentence.text)) == expected


def test_the_hours_of_the_telephone_stay_known_as_such():
    reading = facts("Spørgsmål? Ring til køkkenleder Bente på kontoret, helst mellem kl. 5 og 6, hvor hun har ro.")
    assert times(reading) == set()


def test_parts_keep_their_place_so_that_quotes_are_exact():
    sentences = split(ad("Portørerne møder kl. 5, og du møder kl. 8."))
    assert [len(s.text) for s in of_this_post(sentences)] == [len(s.text) for s in sentences]
    assert facts("Portørerne møder kl. 5, og du møder kl. 8.").day_starts == "08:00"


@pytest.mark.parametrize(
    ("text", "employment"),
    [
        ("Vi er ti kolleger på lageret, heraf to i fleksjob.", "ordinary"),
        ("Holdet er blandet, hvoraf nogle er i løntilskud.", "ordinary"),
        ("We are nine people here, of whom three are in a flexjob.", "ordinary"),
        ("Vi søger to opvaskere, heraf en i fleksjob.", "fleksjob"),
        ("Stillingen er et fleksjob.", "fleksjob"),
    ],
)
def test_a_share_of_the_staff_makes_no_job_a_fleksjob(text, employment):
    reading = facts(text)
    forms = {post.employment for post in reading.posts if post.employment} or {reading.employment}
    assert employment in forms
