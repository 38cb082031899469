"""What an ad says no to is heard, before and after, in Danish and English; what only sounds like a no is not."""

import pytest

from matcher.reader import read
from matcher.schema import Vacancy

NOT_REQUIRED = [
    "Der stilles intet krav om kørekort.",
    "Du kan roligt søge uden at have kørekort.",
    "Kørekort er ikke noget, vi lægger vægt på.",
    "Bil eller kørekort er ikke en forudsætning.",
    "Du kan nemt komme hertil med bus, så kørekort er unødvendigt.",
    "Kørekort: Ikke nødvendigt",
    "Kørekort (nej), hygiejnebevis (ja)",
    "Kørekort\nNej\nArbejdstid\nDag",
    "Har du kørekort? Nej? Det gør ikke noget.",
    "Kørekort?\nNej, vi cykler.",
    "Vi er ligeglade med, om du har kørekort.",
    "Det spiller ingen rolle, om du har kørekort.",
    "Om du har kørekort eller ej, betyder ikke noget.",
    "Hverken uddannelse, erfaring eller kørekort er påkrævet.",
    "Ikke påkrævet: erfaring, kørekort, bil.",
    "Du skal ikke kunne:\n- køre bil\n- have kørekort",
    "Vi har cykler nok, og du skal ikke\nhave kørekort for at arbejde her.",
    "Manglende kørekort er ingen hindring.",
    "Har du ikke kørekort, finder vi en anden rute, kom alligevel.",
    "Kørekort kan du godt glemme alt om.",
    "Chaufføren har kørekort; det behøver du ikke.",
    "Kørekort er frivilligt.",
    "Driving licence: none",
    "We do not ask for a driving licence.",
    "You won't need a driving licence.",
    "Neither experience nor a driving licence is expected.",
    "We don't care if you have a driving licence.",
    "A driving licence helps, but is no requirement.",
]
REQUIRED = [
    "Uden kørekort kan vi desværre ikke tilbyde dig jobbet.",
    "Ansøgninger fra folk uden kørekort bliver ikke læst.",
    "Mangler du kørekort, er stillingen desværre ikke noget for dig.",
    "Du kan ikke starte, før du har kørekort.",
    "Vi ansætter ingen, der ikke har kørekort.",
    "Kørekort er ikke til forhandling.",
    "Kørekort er ikke blot en fordel, det er nødvendigt.",
    "Kørekort er et krav, ikke bare et ønske.",
    "Vi kan ikke se bort fra kravet om kørekort.",
    "Intet kørekort, intet job.",
    "Der er ikke krav om erfaring, men du skal have kørekort.",
    "Kørekort er et must, uddannelse er det ikke.",
    "Erfaring er ingen betingelse. Kørekort er.",
    "Vi har ikke offentlig transport i nærheden, og kørekort er derfor nødvendigt.",
    "Du har kørekort, da der ikke går busser om natten.",
    "Du ryger ikke og har kørekort.",
    "Du er ikke bange for mørke veje og har kørekort.",
    "Vi søger ikke en specialist, men en kollega med kørekort.",
    "Du skal ikke kun have kørekort, du skal også elske at køre.",
    "Har du kørekort? Nej, så er jobbet ikke for dig.",
    "No one is hired without a driving licence.",
    "A driving licence is not optional.",
    "It's not enough to have a driving licence; you must like driving.",
    "Experience isn't needed, but a driving licence is.",
    "We need someone with a driving licence, not someone with a fancy CV.",
]
DESIRABLE = [
    "Du har ikke nødvendigvis kørekort.",
    "Kørekort er ikke altid nødvendigt.",
    "Kørekort er ikke et krav, men det er et plus.",
    "Kørekort er ikke et krav, men det ser vi gerne.",
    "A driving licence is not always necessary.",
]


def licence(text: str) -> list[str]:
    found = read(Vacancy(id="x", title="Kollega", description=text)).requirements
    return [r.strength for r in found if r.kind == "driving_licence"]


@pytest.mark.parametrize("text", NOT_REQUIRED)
def test_a_licence_that_is_not_asked_for_is_no_requirement(text):
    assert licence(text) == ["not_required"]


@pytest.mark.parametrize("text", REQUIRED)
def test_a_licence_that_nobody_may_lack_is_required(text):
    assert licence(text) == ["required"]


@pytest.mark.parametrize("text", DESIRABLE)
def test_a_licence_that_is_left_open_is_only_good_to_have(text):
    assert licence(text) == ["desirable"]


@pytest.mark.parametrize(
    ("text", "strengths"),
    [
        ("Erfaring er ikke nødvendig, men kørekort er.", {"experience": "not_required", "driving_licence": "required"}),
        ("Kørekort er et krav, erfaring er ikke.", {"driving_licence": "required", "experience": "not_required"}),
        (
            "Vi kræver hverken erfaring eller kørekort.",
            {"experience": "not_required", "driving_licence": "not_required"},
        ),
        ("Svendebrev forlanger vi ikke, truckkort gør vi.", {"education": "not_required", "certificate": "required"}),
        (
            "Autorisation skal du ikke have, kørekort skal du.",
            {"authorisation": "not_required", "driving_licence": "required"},
        ),
        (
            "You need a driving licence, but no experience is required.",
            {"driving_licence": "required", "experience": "not_required"},
        ),
        ("Du må ikke være under 18 år.", {"age": "required"}),
        ("You have no criminal record.", {"criminal_record": "required"}),
    ],
)
def test_a_denial_reaches_its_own_clause_only(text, strengths):
    found = read(Vacancy(id="x", title="Kollega", description=text)).requirements
    assert {r.kind: r.strength for r in found} == strengths


NO_DEMAND = [
    ("heavy_lifting", "Arbejdet indeholder ingen tunge løft."),
    ("heavy_lifting", "Vi har lift, så du undgår tunge løft."),
    ("heavy_lifting", "Tunge løft er der ikke noget af."),
    ("heavy_lifting", "You are not required to do any heavy lifting."),
    ("phone", "Telefonpasning: nej"),
    ("phone", "You never have to answer the phone."),
    ("customer_contact", "Du arbejder helt uden kundekontakt."),
    ("customer_contact", "Kundekontakt er ikke en del af jobbet."),
    ("noise", "Der er hverken støj eller kulde."),
    ("works_alone", "Du arbejder ikke alene i butikken."),
    ("remote_possible", "Der er ikke mulighed for hjemmearbejde."),
    ("remote_possible", "Jobbet kan desværre ikke klares hjemmefra."),
    ("remote_possible", "Hjemmearbejde? Nej."),
    ("remote_possible", "Working from home is not an option."),
    ("remote_possible", "This is not a remote position."),
    ("remote_possible", "Kollegerne arbejder hjemmefra to dage, men vores medarbejdere i butikken gør ikke."),
    ("remote_possible", "Hjemmearbejde er kun for ledere."),
    ("remote_possible", "Mulighed for hjemmearbejde et par dage om året."),
    ("remote_possible", "I særlige tilfælde kan du arbejde hjemmefra."),
]
DEMAND = [
    ("heavy_lifting", "Du er ikke bange for tunge løft."),
    ("heavy_lifting", "Du viger ikke tilbage for tunge løft."),
    ("heavy_lifting", "Tunge løft kan ikke undgås."),
    ("heavy_lifting", "Jobbet er ikke uden tunge løft."),
    ("heavy_lifting", "You don't mind heavy lifting."),
    ("phone", "Telefonpasning er ikke det eneste, du laver."),
    ("phone", "Du er ikke nervøs for at tage telefonen."),
    ("customer_contact", "Ikke mindst har du daglig kundekontakt."),
    ("customer_contact", "Kundekontakt fylder meget, men ikke hele dagen."),
    ("noise", "Støj generer dig ikke."),
    ("high_pace", "Du mister ikke overblikket, når der er travlt."),
    ("high_pace", "Du kan arbejde i højt tempo uden at blive stresset."),
    ("remote_possible", "Du kan arbejde hjemmefra to dage om ugen."),
    ("remote_possible", "Hjemmearbejde hver tirsdag undtagen i juli."),
    ("remote_possible", "Du arbejder hjemmefra om torsdagen, men ikke i ferierne."),
    ("remote_possible", "Hjemmearbejde er ikke en mulighed de første tre måneder."),
    ("remote_possible", "Hjemmearbejde er som regel ikke en mulighed, men kan aftales."),
    ("remote_possible", "You can work from home, but not on Mondays."),
]


def demands(text: str) -> set[str]:
    return {d.kind for d in read(Vacancy(id="x", title="Kollega", description=text)).demands}


@pytest.mark.parametrize(("kind", "text"), NO_DEMAND)
def test_what_the_work_spares_one_is_no_demand(kind, text):
    assert kind not in demands(text)


@pytest.mark.parametrize(("kind", "text"), DEMAND)
def test_a_demand_that_one_must_not_fear_is_there(kind, text):
    assert kind in demands(text)


NO_TIMES = [
    ("weekend", "Vi arbejder aldrig i weekenden."),
    ("evening", "Aftenvagter: nej"),
    ("evening", "Du skal ikke have aftenvagter."),
    ("weekend", "Weekendarbejde forekommer ikke."),
    ("night", "Nattevagter er ikke en del af stillingen."),
    ("night", "Nattevagter kommer du ikke i."),
    ("weekend", "Weekendvagter kan du glemme alt om."),
    ("weekend", "Weekends are free."),
    ("weekend", "Der arbejdes ikke i weekender."),
]
TIMES = [
    ("weekend", "Du kan ikke undgå weekendarbejde."),
    ("weekend", "Du er ikke bange for weekendarbejde."),
    ("weekend", "Du arbejder ikke mere end hver tredje weekend."),
    ("night", "Du har nattevagter, men du er aldrig alene."),
    ("evening", "Om aftenen er du ikke alene på aftenvagten."),
    ("evening", "Uanset hvad har du en aftenvagt hver torsdag."),
    ("night", "Erfaring er ligegyldigt på nattevagten, der søges to til nattevagt."),
]


@pytest.mark.parametrize(("time", "text", "answer"), [(*c, "no") for c in NO_TIMES] + [(*c, "yes") for c in TIMES])
def test_times_that_are_denied_are_no_times_of_the_job(time, text, answer):
    schedule = read(Vacancy(id="x", title="Kollega", description=text)).schedule
    assert getattr(schedule, time) == answer


def test_times_that_are_left_open_are_not_said():
    text = "Du skal ikke nødvendigvis arbejde aften."
    assert read(Vacancy(id="x", title="Kollega", description=text)).schedule.evening is None


@pytest.mark.parametrize(
    ("text", "employment"),
    [
        ("Fleksjob: nej", "ordinary"),
        ("Stillingen kan ikke besættes som fleksjob.", "ordinary"),
        ("Vi kan desværre ikke tilbyde løntilskud.", "ordinary"),
        ("This is not an internship.", "ordinary"),
        ("Stillingen er et fleksjob, ikke en ordinær stilling.", "fleksjob"),
        ("Stillingen er et fleksjob. Erfaring er ikke nødvendig.", "fleksjob"),
        ("Stillingen er et fleksjob, og du skal ikke være bange for højder.", "fleksjob"),
    ],
)
def test_a_kind_of_employment_that_is_denied_is_not_offered(text, employment):
    assert read(Vacancy(id="x", title="Kollega", description=text)).employment == employment


@pytest.mark.parametrize("text", [*NOT_REQUIRED, *REQUIRED, *DESIRABLE])
def test_a_denial_does_not_depend_on_capitals_or_double_spaces(text):
    assert licence(text.upper().replace("DRIVING LICENCE", "driving licence")) == licence(text)
    assert licence(text.replace(" ", "  ")) == licence(text)


MUST = [
    "Kan jeg få stillingen uden kørekort? Desværre nej.",
    "Kan arbejdet passes uden kørekort? Nej.",
    "Can I do the job without a driving licence? No.",
    "Du undgår ikke at skulle have kørekort.",
    "Vi kan ikke love, at du slipper for kørekort.",
    "No driving licence, no interview.",
    "Intet kørekort? Så er jobbet desværre ikke noget for dig.",
    "Ingen kørekort? Så skal du ikke søge.",
    "Kørekort er et krav – ikke et tilvalg.",
    "Kørekort er ikke noget, der kan forhandles om.",
    "Vi giver ikke dispensation fra kravet om kørekort.",
    "We make no exceptions from the driving licence requirement.",
    "Ikke alle her behøver kørekort, men det gør du.",
    "Not everybody needs a driving licence, but you do.",
    "Kørekort var tidligere ikke et krav, men det er det nu.",
    "Mangler du kørekort, så vent med at søge.",
    "Det går ikke, at du står uden kørekort.",
    "You cannot get round having a driving licence.",
    "No driving licence means no job.",
    "Kan I se bort fra kravet om kørekort? Nej.",
    "Har du ikke fået kørekort endnu, så kom tilbage, når du har det.",
]
SPARED = [
    "Kan man søge uden kørekort? Ja, det kan man.",
    "Skal man have kørekort? Nej.",
    "Kravet om kørekort er ophævet.",
    "Vi har droppet kravet om kørekort.",
    "The driving licence requirement has been dropped.",
    "Kørekort plejede at være et krav, men det er det ikke mere.",
    "Kørekort? Nej tak, her går vi.",
    "Du er velkommen uden kørekort.",
    "Det er helt i orden at mangle kørekort.",
    "Man klarer sig fint her uden kørekort.",
    "Har du ikke kørekort, er det fint.",
    "No licence, no problem.",
    "No driving licence? No worries.",
    "Intet kørekort? Intet problem.",
    "Du slipper for at skulle have kørekort.",
    "Vi dispenserer fra kravet om kørekort.",
]


@pytest.mark.parametrize("text", MUST)
def test_a_licence_that_two_denials_ask_for_is_required(text):
    assert licence(text) == ["required"]


@pytest.mark.parametrize("text", SPARED)
def test_a_licence_that_one_may_lack_is_neither_required_nor_wished_for(text):
    assert licence(text) == ["not_required"]


@pytest.mark.parametrize("text", ["Ikke alle behøver kørekort.", "Not everyone needs a driving licence."])
def test_a_licence_that_some_need_is_not_said_to_be_needless(text):
    assert licence(text) == ["desirable"]


@pytest.mark.parametrize("text", ["Vi har ingen licence fees.", "No licence agreements are made here."])
def test_a_licence_for_something_else_is_no_driving_licence(text):
    assert licence(text) == []


@pytest.mark.parametrize(
    ("text", "strengths"),
    [
        ("Danish isn't required, but German is.", ["not_required", "required"]),
        ("Dansk er ikke et krav, men det er engelsk.", ["not_required", "required"]),
        ("Danish is a plus, but English is a must.", ["desirable", "required"]),
        ("Danish design is not a luxury.", []),
        ("English is spoken in the lunch room of our Danish company.", []),
        ("Dansk Retursystem er ikke vores kunde.", []),
    ],
)
def test_a_language_that_is_asked_for_by_its_name_alone_is_heard(text, strengths):
    found = read(Vacancy(id="x", title="Kollega", description=text)).requirements
    assert [r.strength for r in found if r.kind == "language"] == strengths


@pytest.mark.parametrize(
    ("text", "strength"),
    [
        ("Børneattest indhentes ikke, og referencer er også ligegyldige.", "not_required"),
        ("Straffeattest fremvises ikke, og vi spørger ikke til fortiden.", "not_required"),
        ("Straffeattest indhentes, men referencer indhentes ikke.", "required"),
    ],
)
def test_a_verb_in_the_passive_denies_its_own_subject(text, strength):
    found = read(Vacancy(id="x", title="Kollega", description=text)).requirements
    assert [r.strength for r in found if r.kind == "criminal_record"] == [strength]


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        ("Der er ingen garanti for, at du har fri i weekenden.", {"weekend": {"yes", None}}),
        ("Du har ikke altid fri om aftenen.", {"evening": {"yes", None}}),
        ("You cannot expect to have weekends off.", {"weekend": {"yes", None}}),
        ("We cannot promise that your evenings are free.", {"evening": {"yes", None}}),
        ("Du kan ikke sige nej til weekendarbejde.", {"weekend": {"yes", None}}),
        ("Du siger ikke nej til en aftenvagt.", {"evening": {"yes"}}),
        ("Vi siger nej til stress og ja til weekendarbejde.", {"weekend": {"yes", None}}),
        ("Du kan regne med at have fri i weekenden.", {"weekend": {"no"}}),
        ("Du skal ikke møde mandag, men har fri i weekenden.", {"weekend": {"no"}}),
        ("Vi siger nej til natarbejde.", {"night": {"no"}}),
        ("Nej til aften- og weekendvagter.", {"evening": {"no"}, "weekend": {"no"}}),
        ("No to night shifts!", {"night": {"no"}}),
        ("Natarbejde: nej. Aften: nej. Weekendarbejde: ja.", {"night": {"no"}, "evening": {"no"}, "weekend": {"yes"}}),
        ("Nat: nej.", {"night": {"no"}}),
        ("Ingen aftenvagter, og weekenderne er fri.", {"evening": {"no"}, "weekend": {"no"}}),
    ],
)
def test_time_off_that_is_promised_or_not(text, answers):
    schedule = read(Vacancy(id="x", title="Kollega", description=text)).schedule
    assert all(getattr(schedule, time) in answer for time, answer in answers.items())
