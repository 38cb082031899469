"""Weekly hours: short passages, with what a careful person reads in them."""

import pytest

from matcher.reader import read
from matcher.schema import Vacancy

STATED = [
    # plain
    ("Arbejdstiden er 20 timer om ugen.", 20, 20),
    ("Stillingen er på 32 timer ugentligt.", 32, 32),
    ("Stillingen er på gennemsnitligt 28 timer pr. uge.", 28, 28),
    ("Vi tilbyder 15 t/uge og god løn.", 15, 15),
    ("Du arbejder 37 t. pr. uge.", 37, 37),
    ("Jobbet er på 18,5 timer om ugen.", 18.5, 18.5),
    ("Jobbet er på 7½ time om ugen.", 7.5, 7.5),
    ("Du skal regne med 7½ timer om ugen.", 7.5, 7.5),
    ("Der er tale om femogtyve timer ugentligt.", 25, 25),
    ("Du får tolv timer om ugen hos os.", 12, 12),
    ("En 37-timers arbejdsuge med frokostordning.", 37, 37),
    ("Ugentlig arbejdstid: 30 timer.", 30, 30),
    ("Ugentligt timetal: 22", 22, 22),
    ("Antal timer pr. uge: 16", 16, 16),
    ("Stillingen er normeret til 28 timer/ugen.", 28, 28),
    ("Vi søger en rengøringsassistent på 12 timer.", 12, 12),
    ("Vi søger en pædagog 32 timer til vores vuggestue.", 32, 32),
    ("Der er tale om en fast stilling på 25 timer.", 25, 25),
    ("Et vikariat på 30 timer.", 30, 30),
    ("En 30 timers stilling i en lille børnehave.", 30, 30),
    ("Deltidsstilling (20 timer) i vores butik.", 20, 20),
    ("Fuldtid, 37 timer.", 37, 37),
    ("Arbejdstiden udgør i gennemsnit 24 timer.", 24, 24),
    ("You will work 20 hours a week.", 20, 20),
    ("The position is 30 hours per week.", 30, 30),
    ("Hours: 15 per week.", 15, 15),
    ("Weekly working hours: 25", 25, 25),
    ("We offer a 37-hour work week.", 37, 37),
    ("Working hours are 37 hours weekly.", 37, 37),
    ("a part-time position of 18 hours", 18, 18),
    ("You will be working around twenty hours a week.", 20, 20),
    ("You will work twenty-five hours per week.", 25, 25),
    ("Approx. 12 hrs/week.", 12, 12),
    # ranges and limits
    ("20-25 timer ugentligt", 20, 25),
    ("Mellem 10 og 15 timer om ugen.", 10, 15),
    ("Fra 15 til 20 timer pr. uge.", 15, 20),
    ("28 – 32 timer om ugen", 28, 32),
    ("25 eller 30 timer om ugen", 25, 30),
    ("Min. 20 timer om ugen.", 20, None),
    ("Mindst 15 timer ugentligt.", 15, None),
    ("25+ timer pr. uge", 25, None),
    ("20 timer eller mere om ugen", 20, None),
    ("Op til 30 timer om ugen.", None, 30),
    ("Højst 10 timer om ugen.", None, 10),
    ("Max. 15 timer om ugen.", None, 15),
    ("Up to 20 hours a week.", None, 20),
    ("At least 25 hours per week.", 25, None),
    ("15-20 hours a week", 15, 20),
    ("between 10 and 15 hours a week", 10, 15),
    ("from 20 to 30 hours weekly", 20, 30),
    ("fra 20 timer og op til 37 timer om ugen", 20, 37),
    ("12-15 timer fordelt på 3 dage om ugen", 12, 15),
    # other periods
    ("136 timer over 4 uger", 34, 34),
    ("Arbejdstiden er 120 timer over fire uger.", 30, 30),
    ("74 timer pr. 14 dage", 37, 37),
    ("80-130 timer om måneden", 18.48, 30.02),
    ("ca. 60 timer pr. måned", 13.86, 13.86),
    ("100 hours a month", 23.09, 23.09),
    ("3 aftener om ugen à 4 timer", 12, 12),
    ("to vagter om ugen af 6 timer", 12, 12),
    ("7,4 timer pr. dag, 5 dage", 37, 37),
    ("5 timer om dagen 3 dage om ugen", 15, 15),
    ("3 days a week, 5 hours a day", 15, 15),
    ("4 timer dagligt mandag til fredag", 20, 20),
    ("2-3 vagter om ugen à 5 timer", 10, 15),
    # shares
    ("Stillingen er på 30/37.", 30, 30),
    ("Pædagogmedhjælper 25/37 timer", 25, 25),
    ("Stillingen udgør 80 % af fuld tid.", 29.6, 29.6),
    ("en 50 % stilling", 18.5, 18.5),
    ("beskæftigelsesgrad på 75 pct.", 27.75, 27.75),
    ("an 80% position", 29.6, 29.6),
    ("Stillingen er på halv tid.", 18.5, 18.5),
    ("a half-time position", 18.5, 18.5),
    # several offers
    ("Vi søger en på 20 timer om ugen og en på 30 timer om ugen.", 20, 30),
    ("En stilling på 15 timer om ugen. Desuden en stilling på 25 timer om ugen.", 15, 25),
    ("20 timer om ugen eller fuldtid", 20, 37),
    ("Du kan vælge mellem 20, 25 og 30 timer om ugen.", 20, 30),
    ("Minimum 10 og maksimum 20 timer om ugen.", 10, 20),
    ("Månedligt timetal: 60 timer", 13.86, 13.86),
    ("2-3 dage om ugen, ca. 15 timer", 15, 15),
    ("a 0.5 FTE position", 18.5, 18.5),
    # line breaks, missing stops
    ("Stillingen er på 37 timer pr.\nuge og er ledig nu", 37, 37),
    ("Vi søger en kollega til ca.\n15 timer om\nugen", 15, 15),
    ("• Timetal: 20 timer om ugen • God løn", 20, 20),
    # among others' hours
    ("Dine kolleger er på 37 timer, men du arbejder 20 timer om ugen.", 20, 20),
    ("Butikken har åbent 60 timer om ugen, og du er her de 15 timer om ugen.", 15, 15),
]

IN_WORDS = [
    ("Stillingen er på fuldtid.", "fulltime_word"),
    ("Fuldtidsstilling, fastansættelse.", "fulltime_word"),
    ("Vi søger en kollega på fuld tid.", "fulltime_word"),
    ("This is a full-time position.", "fulltime_word"),
    ("Full time, permanent.", "fulltime_word"),
    ("Der er tale om et fuldtidsjob.", "fulltime_word"),
    ("Stillingen er på deltid.", "parttime_word"),
    ("Et deltidsjob i hyggelige omgivelser.", "parttime_word"),
    ("This is a part-time job.", "parttime_word"),
    ("Deltid med mulighed for fuldtid på sigt.", "parttime_word"),
    ("Timetal efter aftale.", "negotiable"),
    ("Timeantallet aftales individuelt.", "negotiable"),
    ("Arbejdstid efter aftale.", "negotiable"),
    ("Antallet af timer kan aftales.", "negotiable"),
    ("Du bestemmer selv, hvor mange timer du vil have.", "negotiable"),
    ("Timetallet aftales nærmere, men fuld tid kan evt. tilbydes.", "negotiable"),
    ("Fuldtid eller deltid.", "negotiable"),
    ("Fuldtid, men der er mulighed for deltid.", "negotiable"),
    ("Full-time or part-time.", "negotiable"),
    ("Hours are negotiable.", "negotiable"),
    ("The number of hours can be agreed.", "negotiable"),
    ("Hours by agreement.", "negotiable"),
    ("Both full time and part time candidates are welcome.", "negotiable"),
]

UNSTATED = [
    "Ansættelsen er timelønnet.",
    "Butikken har åbent 92 timer om ugen.",
    "Svømmehallen holder åbent 70 timer om ugen.",
    "Huset er bemandet 24 timer i døgnet.",
    "Vi har åbent døgnet rundt, 24/7.",
    "Vi leverer inden for 48 timer.",
    "Orders are dispatched within 24 hours.",
    "The reception is open 24 hours a day.",
    "Du får svar inden 24 timer.",
    "Vi giver 24 timers service.",
    "148 kr. i timen plus tillæg.",
    "Lønnen er 37.000 kr. om måneden.",
    "Der er 3 timers kørsel til det første stop.",
    "Dine kolleger er på 37 timer.",
    "De øvrige medarbejdere arbejder 37 timer om ugen.",
    "Your colleagues work 37 hours a week.",
    "Eleverne har 28 timer om ugen.",
    "Vi er 12 fuldtidsansatte og 5 deltidsansatte.",
    "Vi mødes kl. 7-15 på pladsen.",
    "Arbejdstid: kl. 8-16.",
    "Du arbejder 3 aftener om ugen.",
    "En til to vagter om ugen.",
    "Vi planlægger vagterne 4 uger frem.",
    "Fleksible arbejdstider og flekstid.",
    "Løn efter aftale.",
    "Tiltrædelse efter aftale.",
    "Vi er 37 medarbejdere på 3 adresser.",
    "Vi er 100 % underleverandør.",
    "Du får 25 % personalerabat.",
    "Ansøgningsfrist 30/3-2027.",
    "Et kursus på 37 timer er en del af introduktionen.",
    "Hver vagt er på 12 timer.",
    "En vagt på 8 timer ad gangen.",
    "Afbud skal ske senest 24 timer før.",
    "Der er ikke et fast timetal; nogle måneder er der meget.",
    "En halv time til frokost.",
    "Du får to timers supervision om måneden.",
    "Ring 24 timer i døgnet.",
    "Vi har haft 5 elever og 20 timers undervisning.",
    "Det er ikke en fuldtidsstilling.",
    "Måske har du et andet deltidsjob.",
    "Vi arbejder 365 dage om året.",
    "The shop is open 60 hours a week.",
    "Shifts last 8 hours.",
    "We reply within 48 hours.",
    "You get a 2 hour introduction.",
    "Vi bruger 20 minutter på det.",
    "Timelønnen er 150 kr.",
    "Borgeren er bevilget 40 timer om ugen.",
    "Vi bruger 10 timer om ugen på møder.",
    "Overarbejde: op til 10 timer om ugen.",
    "Jobbet kan kombineres med et fuldtidsjob.",
    "De fleste hos os er på deltid.",
    "Vi søger en chauffør, der kan køre 8 timer.",
    "Du har mindst 5 års erfaring fra fuldtidsstudier.",
    "We have 15 full-time employees.",
    "Processen tager 40 timer.",
    "Du skal kunne arbejde i 4 timer ad gangen uden pause.",
]


def hours(text: str):
    fact = read(Vacancy(id="x", title="Kollega", description=text)).hours
    assert (fact.quote is None) == (fact.basis == "unstated")
    return fact


@pytest.mark.parametrize(("text", "low", "high"), STATED)
def test_stated_hours_are_read(text: str, low: float | None, high: float | None) -> None:
    fact = hours(text)
    assert (fact.min, fact.max) == (low, high)


@pytest.mark.parametrize(("text", "basis"), IN_WORDS)
def test_hours_in_words_are_read(text: str, basis: str) -> None:
    fact = hours(text)
    numbers = (37, 37) if basis == "fulltime_word" else (None, None)
    assert (fact.basis, fact.min, fact.max) == (basis, *numbers)


@pytest.mark.parametrize("text", UNSTATED)
def test_hours_are_never_invented(text: str) -> None:
    fact = hours(text)
    assert (fact.basis, fact.min, fact.max) == ("unstated", None, None)


@pytest.mark.parametrize(
    ("title", "low"),
    [
        ("Serviceassistent 20 timer", 20),
        ("Pædagog 30/37 søges", 30),
        ("Vagt (24 timers døgnvagt)", None),
        ("Kok, 37 t", 37),
    ],
)
def test_hours_in_a_title_are_read(title: str, low: float | None) -> None:
    assert read(Vacancy(id="x", title=title, description="Vi glæder os.")).hours.min == low
