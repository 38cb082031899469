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


AT_MOST = [
    ("Du kommer til at arbejde højst 14 timer om ugen.", (None, 14)),
    ("Vi taler om ikke flere end 10 timer ugentligt.", (None, 10)),
    ("Du arbejder aldrig mere end 12 timer om ugen.", (None, 12)),
    ("Arbejdstiden overstiger ikke 18 timer om ugen.", (None, 18)),
    ("• Timer: under 8 pr. uge", (None, 8)),
    ("Færre end 25 timer ugentligt", (None, 25)),
    ("18 timer om ugen eller derunder", (None, 18)),
    ("16 timer eller færre om ugen", (None, 16)),
    ("12 timer ugentligt, maks.", (None, 12)),
    ("You never work more than 18 hours per week.", (None, 18)),
    ("Less than 12 hours a week", (None, 12)),
    ("14 hours a week or fewer", (None, 14)),
    ("a position of no more than 24 hours", (None, 24)),
    ("Mindst 10, men højst 14 timer om ugen", (10, 14)),
    ("Ikke under 8 og ikke over 12 timer om ugen", (8, 12)),
    ("Ikke mindre end 20 timer om ugen", (20, None)),
    ("Not less than 20 hours a week", (20, None)),
    ("Minimum 16 timer om ugen, gerne flere.", (16, None)),
    ("Timetal: op til fuldtid", (None, 37)),
    ("Stillingen er på op til fuld tid.", (None, 37)),
    ("Up to full time.", (None, 37)),
    ("Fra 12 timer og op til fuld tid", (12, 37)),
    ("between 15 hours and full time", (15, 37)),
    # look-alikes
    ("Mindst 18 timer om ugen", (18, None)),
    ("12-18 timer om ugen", (12, 18)),
    ("Kasserne vejer ikke over 12 kg.", "unstated"),
    ("Er du under 16 år, skal dine forældre skrive under.", "unstated"),
    ("Vi er ikke flere end 15 på holdet.", "unstated"),
    ("Vi svarer på under 48 timer.", "unstated"),
    ("Du kører op til 2 timers kørsel væk.", "unstated"),
    ("Vi har korte vagter, aldrig over 6 timer.", "unstated"),
    ("30 timer om ugen med mindre end 10 minutter til toget.", (30, 30)),
]

OPEN_TO_FEWER = [
    ("30 timer om ugen, men vi er åbne for mindre.", (None, 30)),
    ("Stillingen er på 37 timer, gerne færre.", (None, 37)),
    ("37 timer/uge. Vi er fleksible, hvis du ønsker færre timer.", (None, 37)),
    ("Stillingen er på 35 timer om ugen. Et lavere timetal kan aftales.", (None, 35)),
    ("37 timer ugentligt; nedsat tid er også en mulighed.", (None, 37)),
    ("Fuldtid, 37 timer. Der er også mulighed for deltid.", (None, 37)),
    ("37 hours a week, but we are open to less.", (None, 37)),
    ("37 hours per week; reduced hours can be discussed.", (None, 37)),
    ("32 hours a week. We are happy to consider fewer hours.", (None, 32)),
    ("Fuldtid, men vi er åbne for færre timer.", "negotiable"),
    # look-alikes
    ("Stillingen er på 37 timer. Deltid er desværre ikke muligt.", (37, 37)),
    ("37 timer, og vi kan ikke tilbyde færre timer.", (37, 37)),
    ("37 hours a week. We cannot offer reduced hours.", (37, 37)),
    ("28 timer om ugen, gerne mindre erfaring.", (28, 28)),
    ("Vi har færre timer i vagtplanen om sommeren. Du arbejder 30 timer om ugen.", (30, 30)),
    ("Du ønsker et deltidsjob på 15 timer om ugen.", (15, 15)),
    ("Det er fuldtid. Deltid er ikke muligt.", "fulltime_word"),
]

LOOSE = [
    ("Fælles for dem: 37 timer og egen bil.", (37, 37)),
    ("Vi tilbyder 32,5 timer.", (32.5, 32.5)),
    ("16 timer, mandag, tirsdag, torsdag og fredag.", (16, 16)),
    ("Hver lørdag (6 timer) vasker du vogne.", (6, 6)),
    ("60 procent, varigt.", (22.2, 22.2)),
    ("Du er her 4 timer hver dag, i alt 8.", (8, 8)),
    ("Timer: 40 om måneden.", (9.24, 9.24)),
    # look-alikes
    ("Driften arbejder 12 timer ad gangen.", "unstated"),
    ("Jonas begyndte i 2019 og kører nu 40 timer.", "unstated"),
    ("De fleste vagter er på 7,4 timer, også i weekenden.", "unstated"),
    ("Du har en arbejdsdag på 16 timer.", "unstated"),
    ("De har 15 timer i fleksjob. Du får 37 timer om ugen.", (37, 37)),
    ("Du bestemmer selv, hvornår og hvor meget.", "negotiable"),
]


TIMES = [
    ("3 x 4 timer om ugen", (12, 12)),
    ("2x5 timer pr. uge", (10, 10)),
    ("Arbejdstid: 5 × 3 t", (15, 15)),
    ("To gange tre timer om ugen", (6, 6)),
    ("4 vagter á 6 timer", (24, 24)),
    ("3 formiddage à 3½ time", (10.5, 10.5)),
    ("Mindst 3 dage à 5 timer", (15, None)),
    ("Højst 2 aftener a 4 timer", (None, 8)),
    ("2-3 x 5 timer om ugen", (10, 15)),
    ("5 timer to gange om ugen", (10, 10)),
    ("40 timer på fjorten dage", (20, 20)),
    ("6 timer x 4 dage om ugen", (24, 24)),
    ("20 hours every two weeks", (10, 10)),
    ("2 shifts of 7 hours", (14, 14)),
    ("3 times 5 hours a week", (15, 15)),
    ("24 timer hver anden uge", (12, 12)),
    ("Hver anden uge: 30 timer", (15, 15)),
    ("30 hours every third week", (10, 10)),
    ("10 timer den ene uge og 20 den anden", (10, 20)),
    ("Mandag til fredag 9-13, i alt 20 timer.", (20, 20)),
    # look-alikes
    ("Bordet er 2 x 3 meter.", "unstated"),
    ("Du får et kursus på 3 x 4 timer.", "unstated"),
    ("Oplæring: 2 dage á 6 timer.", "unstated"),
    ("35 timer om ugen, hver anden weekend.", (35, 35)),
    ("32 timer om ugen, og hver anden uge har du aftenvagt", (32, 32)),
    ("Caféen har åbent 2 x 4 timer om dagen.", "unstated"),
    ("10 timer, to aftener om ugen", (10, 10)),
    ("Åbent alle dage, i alt 70 timer om ugen.", "unstated"),
]

WRITTEN = [
    ("28t/uge", (28, 28)),
    ("22 t/u", (22, 22)),
    ("18 timer pr.uge", (18, 18)),
    ("Ca.15 timer om ugen", (15, 15)),
    ("max.12t/uge", (None, 12)),
    ("Timetal:24", (24, 24)),
    ("12-15t ugtl.", (12, 15)),
    ("Stillingen er på 30t.", (30, 30)),
    ("24h/week", (24, 24)),
    ("10 timer/ugen", (10, 10)),
    ("Timer pr. uge: 18-20", (18, 20)),
    ("25 ugentlige timer", (25, 25)),
    ("Tolv til femten timer om ugen", (12, 15)),
    ("Mellem otte og ti timer om ugen", (8, 10)),
    ("Et sted mellem 12 og 16 timer ugentligt", (12, 16)),
    ("10-ish hours a week", (10, 10)),
    ("Omkring de 15 timer om ugen", (15, 15)),
    ("fifteen or so hours a week", (15, 15)),
    ("30+ hours a week", (30, None)),
    ("Hours: fifteen a week", (15, 15)),
    ("Weekly hours: twelve", (12, 12)),
    ("twenty two hours a week", (22, 22)),
    ("Halvanden time om ugen", (1.5, 1.5)),
    ("Fem en halv time om ugen", (5.5, 5.5)),
    ("7 1/2 time om ugen", (7.5, 7.5)),
    # look-alikes
    ("Du kører en 18t lastbil.", "unstated"),
    ("Vi søger en chauffør til 15 t kran.", "unstated"),
    ("Afbud med 24 timers varsel.", "unstated"),
    ("Du får et 20 timers kursus.", "unstated"),
    ("Åbningstid:8-20", "unstated"),
]

SHARES = [
    ("80 % af 40 timer", (32, 32)),
    ("90 % af en 40-timers uge", (36, 36)),
    ("a 50% position, full time is 40 hours", (20, 20)),
    ("Stillingen er på 80 %. Fuld tid er 40 timer hos os.", (32, 32)),
    ("Stillingen er på 60 %. Arbejdssted: Malmø, Sverige.", "unstated"),
    ("A 60 % position based in Hamburg, Germany.", "unstated"),
    ("Vi søker deg som vil jobbe hos oss i 60 % stilling.", "unstated"),
    # look-alikes
    ("Stillingen er på 60 %. Vi sælger også til kunder i Sverige.", (22.2, 22.2)),
    ("Stillingen er på 60 %. Vores søsterselskab ligger i Norge.", (22.2, 22.2)),
    ("Fuldtid, 37 timer, og 60 % af tiden er du ude.", (37, 37)),
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


@pytest.mark.parametrize(("text", "said"), AT_MOST + OPEN_TO_FEWER + LOOSE + TIMES + WRITTEN + SHARES)
def test_open_ends_and_factors_are_read_and_what_looks_like_them_is_not(text: str, said: object) -> None:
    fact = hours(text)
    assert ((fact.min, fact.max) if fact.basis == "stated" else fact.basis) == said


@pytest.mark.parametrize(
    "ad",
    [
        "Vi er et lille værksted.\n\n{}\n\nSkriv til os.",
        "Vi tilbyder:\n- gode kolleger\n- {}\n- kantine",
        "God løn • {} • Kantine",
    ],
)
@pytest.mark.parametrize(("text", "said"), [AT_MOST[1], AT_MOST[6], OPEN_TO_FEWER[0], TIMES[0], TIMES[12], WRITTEN[2]])
def test_hours_are_the_same_wherever_in_the_ad_they_stand(ad: str, text: str, said: object) -> None:
    fact = hours(ad.format(text.rstrip(".")))
    assert (fact.min, fact.max) == said


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Køkkenhjælp, max 15t", (None, 15)),
        ("Lagermedarbejder 2 x 6 timer", (12, 12)),
        ("Rengøring ca.10 t/uge", (10, 10)),
    ],
)
def test_open_ends_and_factors_in_a_title_are_read(title: str, said: object) -> None:
    fact = read(Vacancy(id="x", title=title, description="Vi glæder os.")).hours
    assert (fact.min, fact.max) == said
