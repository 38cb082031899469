"""What is refused in a candidate's text and what is not: by example, by measure on two data sets, and by property."""

import functools
import gc
import inspect
import json
import re
import time
import unicodedata
from collections import OrderedDict
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sizes import size

from matcher import privacy
from matcher.privacy import CPR_NUMBER, Category, Finding, ads, forbidden, grammar, named, words
from matcher.privacy.ads import forbidden_in_ad
from matcher.privacy.named import forbidden_in_name
from matcher.schema import Candidate

FIXTURES = Path(__file__).parents[1] / "data" / "fixtures"
steady = settings(derandomize=True, deadline=None)


def rows(name):
    with (FIXTURES / "privacy" / f"{name}.jsonl").open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def share_refused(name):
    """The share of a file's statements in which something was found; nothing of the file is kept or shown."""
    found = [bool(forbidden(row["text"])) for row in rows(name)]
    return sum(found) / len(found)


REFUSED_OPEN = [row["text"] for row in rows("refused_open")]
ACCEPTED_OPEN = [row["text"] for row in rows("accepted_open")]

ACCEPTED = """
plejet borgere med demens
20 års erfaring
klub for unge 13-18 år
taler arabisk
trykke på knapper
ikke bange for højder
handicaphjælper
arbejdet i psykiatrien
arbejdet med mennesker med skizofreni og angst
Har plejet borgere med demens
Jeg kan lide at trykke på knapper
Arbejdet med mennesker med autisme
Bostøtte for mennesker med skizofreni
Kontaktperson for unge med anden etnisk baggrund
Hjalp beboere med at tage deres medicin
Lavet diabetesvenlige retter
Jeg kan holde hovedet koldt
Jeg vil gerne undgå åbne kontorlandskaber
Vil gerne være psykolog en dag
Frivillig i Hjerteforeningen
Har malet og spartlet lofter
Lagde tabletter i æsker på en fabrik
Har sorteret indbakker og journaler
Har passet syge dyr på et internat
Jeg kommer fra Horsens
Har kørt lastbil til Tyskland og Polen
Jeg underviste tosprogede børn
Kunder fra hele Europa
Solgte grønlandske rejer
Thai food is what I cook best
Finne fejl i regnskaber
Kirketjener i to år
Halalslagter i et supermarked
Jeg tror på hårdt arbejde
Volunteered in a church café
Installerede tyverialarmer
Fodbolddommer i fritiden
Cooked in a prison kitchen
I have a good record of being on time
Brandmand og redder
Sat mandskab på vagter
Man skal kunne se resultatet
I was a girl scout leader
Jeg har 15 år i branchen
Over 20 years in retail
Arbejdet med ældre på plejehjem
Har været i firmaet siden 1998
Holdt børnefødselsdage i et legeland
Arrangerede ture for pensionister
Har ringet kunder op
Jeg boede tæt på et bibliotek
Helst i 8000, 8200 eller 8210
Kan løfte 25 kg
Jeg vil gerne have en mentor på jobbet
Jeg vil helst arbejde alene
I would like a gradual start
Ups and downs in sales do not scare me
Transitioned into logistics after school
Mental health support worker for two years
Trained in first aid and health and safety
Har været elev på Skejby Sygehus
Har været på hospitalet som portør
Har været frivillig på et værested for misbrugere
Solgte stoffer og garn i en stofbutik
Kantine på et psykiatrisk hospital
Jeg er stabil og møder til tiden
Har en travl hverdag
Kan ikke arbejde med parfume
Har holdt foredrag om haveplanter
Tog imod patienter i en klinik
Nattevagt på et herberg for hjemløse
Justerede høreapparater i en butik
Uddannet i ernæring og diætkost
Sagsbehandler i en kommune
Kundecenter i et forsikringsselskab, skader på biler
Indtalte lydbøger, god stemme
Optælling af stemmer ved et valg
Har fået lov til at styre bageriet
I'm on time, always
I take pride in my work
I hear well and speak clearly
Delivered medicine to pharmacies
I am patient and careful
Injection moulding operator
Panic buying did not scare us, we filled the shelves
I handle stress well
Solgte vin fra Frankrig og Italien
Har arbejdet på Færøerne i fiskeindustrien
Danish and German at school
Jeg kommer fra landet og er vant til dyr
Jeg kommer fra en familie af håndværkere
Persisk kat og schæfer, begge har jeg passet
Julekoncert i kirken, jeg stod for lyd
Lavede påskefrokost for firmaer
Kok på en højskole, også vegetarmad og halal
Christian, my old boss, taught me welding
Har været civil medarbejder i politiet
Læste jura i to år
Sentence structure and grammar come easy
Mandagsvagter passer mig fint
Herreekvipering
Jeg elsker gamle huse
Young people's club, evening shifts
Jeg er der kl. 8
15 timer, fordelt på tre dage
Kan stable 40 paller på en time
Jeg var 4 år i kantinen
Stod i Bilka på Agerøvej
Bus 5C til 8000 Aarhus
Answered the phone at a hotel
Jeg er god til at høre efter
Går til keramik om onsdagen
Tager ansvar
Jeg har hænderne skruet godt på
Er bedst alene
Er ikke så god til computere
Er meget praktisk
Har en fætter med et bageri, hvor jeg hjalp til
Jeg passer min nabos hund
Min truck var altid ren
Efter kurset fik jeg certifikat
Because of the bus I cannot start before nine
I have a forklift licence
I have been to many trade fairs
I am a carpenter by trade
I am from a farming family
I'm not afraid of heights
I was part of a team of eight
My best job was at a nursery with plants
As a child-minder I cooked lunch
I can work 20 hours a week
Rooms 20, 21 and 22 were mine to clean
Drejede 50 bordben om dagen
Som den eneste havde jeg nøgle
Bliver gerne længe
Var den eneste i firmaet med truckkort
Kom altid til tiden
Taler flydende tysk og farsi
Modersmålslærer i somali
Kurdisk musik og dans er min hobby
British baking shows taught me a lot
Turkey and ham sandwiches for the lunch crowd
Bygget orgler
Yoga og stilhed i naturen
Dommerbord ved håndboldkampe
Lukkede og låste butikken hver aften
Ulovlige installationer har jeg fundet mange af
Farvet hår og klippet drenge, mænd og damer
Ældrepleje er det rigtige for mig
Musik fra 60'erne og 70'erne på radioen
Over 50 kager om dagen
Kan høre på en motor, hvad der er galt
Tegnsprog på begynderniveau
Legede med børn med særlige behov
Suppekøkken for hjemløse og stofbrugere
Massage og velvære
Tandklinikassistent
Blodbank, pakkede poser
Fyldte piller på glas på en medicinfabrik
"""

REFUSED = """
Jeg er ordblind, så skriftlige opgaver er svære
Har diabetes type 1 og skal spise fast
Fik diagnosen skizotypi som 20-årig
Jeg har gigt i fingrene
I'm autistic and like routines
I suffer from PTSD
Har en personlighedsforstyrrelse og vil arbejde med dyr
Er ludoman og vil ikke have ansvar for kassen
Jeg hører stemmer
Jeg sover dårligt og er træt om morgenen
Jeg har ondt i ryggen
Min hukommelse er dårlig efter ulykken
I have trouble sleeping
I had a breakdown last year
I was suicidal but now better
Jeg har lavt blodsukker og besvimer
Min behandler synes, jeg skal prøve praktik
Går til AA-møder tirsdag og torsdag
Efter endt kemoterapi vil jeg tilbage til kontoret
I was hospitalised for three months
I go to AA meetings on Monday evenings
Got out of the psychiatric hospital in May
Jeg er på Seroquel
Jeg er i gang med at trappe ned på medicinen
My medication makes me sleepy
New medication works, so I'm ready
Min mor er fra Thailand
Som kurder taler jeg tre sprog
Jeg har boet i Danmark i ti år
Indvandrer med god arbejdsmoral
I grew up in Romania
As a Syrian I know how to cook
Kom hertil fra Eritrea som 12-årig
Jeg er troende og går i kirke hver søndag
Min tro betyder meget
Jeg bærer hijab
I go to church every Sunday
My mosque is nearby
Jeg har siddet i fængsel
Jeg er straffet for tyveri
Jeg sad inde i tre år
Jeg er løsladt i foråret
I served two years for robbery
Just got out of jail
I have a clean record
Som kvinde i byggebranchen har jeg lært at bide fra mig
En ung mand med mod på livet
I am a guy who likes cars
Female driver looking for work
Jeg er 34 år gammel og uddannet kok
Jeg er født i 1980
Årgang 72 og arbejdsom
Jeg er pensionist og keder mig
a 38-year-old carpenter
At my age it is hard
nineteen and eager to learn
Min mail er hans@example.com
call me on +45 22 33 44 55
Jeg har været igennem en svær depression, men i lageret har jeg det godt
Er udredt for autisme
er skitsofren men har styr på det
Tinnitus gør, at jeg ikke kan være i støj
Fibromyalgi, derfor kun korte vagter
I was told I have borderline personality disorder
I've got social anxiety but I can stack shelves
Jeg græder meget, men det går over, når jeg har noget at lave
Jeg får det dårligt i store grupper og begynder at svede og ryste
Jeg føler mig forfulgt nogle gange
Jeg har været langt nede
Svimmelhed gør, at jeg ikke kan stå på stige
Racing thoughts at night, so no early shifts
My anxiety is worst in the mornings
I burnt out as a nurse
Jeg var på psyk i vinter
Jeg går til samtaler i psykiatrien
Jeg bor i et botilbud
I am under treatment at the moment
CBT taught me to plan my day
I had ECT and my memory is coming back
Lithium holder mig stabil
Jeg er velmedicineret
Nedtrapning af medicin
Since I started on Prozac I can work
I need my insulin at noon
Jeg er irakisk kurder
Mit hjemland er Marokko
Jeg er indvandrer
Mine rødder er i Kina
I'm from Pakistan, drove taxis there
I hold a Polish passport
Spanish citizen, waiter
African man with strong arms
Kan ikke arbejde med alkohol på grund af min religion
Som kristen vil jeg gerne hjælpe andre
Jeg tror på Gud
Baptist og glad for musik
My faith is important
No work on Fridays at noon because of prayers
Jeg er dømt for bedrageri
Jeg har været rocker
Har en gammel sag med politiet
Min dom er slettet nu
I did two years inside
Served time for assault
I was in jail once
Er mand og kan bære tungt
Dame med humør søger job i butik
Jeg er født som dreng, men er kvinde
I am a mother of two
I'm non-binary
Jeg er toogtredive
Jeg er sidst i fyrrerne
Jeg er teenager
Jeg er halvtreds plus
Jeg er 25 år, og jeg vil gerne være bager
I'm a 25 year old student
I just turned 18
I'll be 40 in March
Skriv til mig på per@example.dk
Ring 2233 4455 efter kl. 15
Contact my old boss at boss@company.example
Jeg har en mild grad af autisme
Lever med kronisk hepatitis
Jeg har angst, men kan godt tale i telefon
Panikangst holder mig væk fra toget
Being bipolar I need regular hours
Jeg mister fatningen og får grådanfald
Jeg er blevet meget glemsom af stress
Træthed efter sygdom, så fire timer om dagen
My depression comes and goes
Chronic headaches, so no noisy halls
Har været hos mange psykologer
Min kommunale mentor og min læge mener jeg er klar
Jeg er i strålebehandling
Since leaving the ward I have worked in a kitchen
Medicinen gør mig tyk og træt
Har lige skiftet præparat
I don't take medication any more
Min far er egypter
Jeg har tysk pas
Rumæner søger arbejde
I'm a Danish citizen
Turkish roots, Danish work ethic
Jeg går til bøn hver fredag
Jeg tror ikke på Gud
Muslim woman looking for kitchen work
Jeg har været i fængsel for vold
Jeg har siddet varetægtsfængslet
I have been in trouble with the law
Out of jail since May
Kvindelig tømrer søger plads
I'm a strong guy
Er lige fyldt 30
Jeg blev 18 i går
enogtyve år og klar på det hele
I'm in my sixties
min mail: lise@lise.example
"""


def lines(block):
    return block.strip().splitlines()


@pytest.mark.parametrize("text", lines(ACCEPTED))
def test_ordinary_words_of_work_are_not_refused(text):
    assert forbidden(text) == []


@pytest.mark.parametrize("text", lines(REFUSED))
def test_what_a_person_says_of_health_origin_belief_crime_gender_age_or_contact_is_refused(text):
    assert forbidden(text)


def test_nearly_all_that_was_to_be_refused_in_the_open_half_is():
    assert share_refused("refused_open") >= 0.99


def test_nearly_nothing_is_refused_wrongly_in_the_open_half():
    assert share_refused("accepted_open") <= 0.01


def test_statements_written_later_by_others_are_refused_and_accepted_as_they_should():
    """3,000 more statements; the vocabulary was extended from them (README: the results before that)."""
    assert share_refused("refused_later") >= 0.98
    assert share_refused("accepted_later") <= 0.01


def test_enough_is_refused_in_the_half_held_back():
    """Measured 0.948 without looking; the aim is 0.97."""
    recall = share_refused("refused_held_back")
    print(f"held back: recall {recall:.3f}")
    assert recall >= 0.945


def test_little_is_refused_wrongly_in_the_half_held_back():
    """Measured 0.026 (4 of 153) without looking; the aim is 0.02."""
    false_alarms = share_refused("accepted_held_back")
    print(f"held back: false alarms {false_alarms:.3f}")
    assert false_alarms <= 0.027


def test_every_statement_of_the_fixture_candidates_passes():
    with (FIXTURES / "candidates.jsonl").open(encoding="utf-8") as candidates:
        records = [json.loads(line) for line in candidates]
    statements = [s for r in records for kind in ("goals", "interests", "competencies") for s in r.get(kind, ())]
    assert len(statements) > 30
    assert [s for s in statements if forbidden(s)] == []


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("mit cpr er 140279-3051", Finding("cpr", "140279-3051")),
        ("jeg er 31.12.96-4027", Finding("cpr", "31.12.96-4027")),
        ("Jeg har Skizo-affektiv lidelse", Finding("diagnosis", "Skizo-affektiv")),
        ("OCD'en larmer", Finding("diagnosis", "OCD'en")),
        ("har panikanfald", Finding("symptom", "panikanfald")),
        ("efter samtaleterapi", Finding("treatment", "samtaleterapi")),
        ("tager Ritalin", Finding("medicine", "Ritalin")),
        ("har opholdstilladelse", Finding("origin", "opholdstilladelse")),
        ("er troende muslim", Finding("religion", "er troende muslim")),
        ("har haft fodlænke", Finding("criminal_record", "fodlænke")),
        ("er transkønnet", Finding("gender", "transkønnet")),
        ("min alder", Finding("age", "min alder")),
        ("skriv til a.b@example.org", Finding("contact", "a.b@example.org")),
    ],
)
def test_a_finding_names_its_category_and_the_words_as_they_are_written(text, finding):
    assert finding in forbidden(text)


def test_there_is_an_example_of_every_category():
    """The table is older than the rule on benefits and names, whose examples stand in ``KINDS``."""
    assert {row["category"] for row in rows("refused_open")} | {"benefit", "name"} == set(get_args(Category))


# each rule: what it must take, and what it must leave


@pytest.mark.parametrize(
    ("pattern", "takes", "leaves"),
    [
        (privacy.CPR_NUMBER, "140279-3051", "991420-3367"),
        (privacy.CPR_NUMBER, "610279 3051", "140279-30512"),
        (privacy.CPR_APART, "14.02.1979-3051", "14.13.79-3051"),
        (privacy.EMAIL, "ole (a) example punktum dk", "ole at work"),
        (privacy.EMAIL, "ole@example.org", "3 @ 4 kr"),
        (privacy.HANDLE, "@olebager", "a@b"),
        (privacy.PHONE, "20 30 40 50", "20 30 40 5"),
        (privacy.PHONE, "20304050", "203040506"),
        (privacy.PHONE, "2030 4050", "14.00-22.00"),
        (privacy.PHONE_IN_THREES, "203 040 50", "203 040 500"),
        (privacy.PHONE_ABROAD, "+44 7700 900 412", "+44"),
        (privacy.PHONE_OF_ELEVEN, "07700 900412", "7700 900412"),
        (privacy.YEARS, "2019-2021", "2019-3021"),
        (privacy.DATE, "2026-11-20", "20261120"),
        (privacy.MONEY, " kr.", " timer"),
    ],
)
def test_each_pattern_of_numbers_takes_and_leaves(pattern, takes, leaves):
    assert pattern.search(takes)
    assert not pattern.search(leaves)


@pytest.mark.parametrize(
    ("takes", "leaves"),
    [
        ("Skizofreni", "Skibsfører"),  # a strong word
        ("Kom i fængsel", "Kok i et fængsel"),  # a half word, alone and beside a duty
        ("Jeg har en diagnose", "Jeg stiller en diagnose på motorer"),  # a weak word, in a frame and out of it
        ("Jeg er 45", "Jeg er 45 minutter væk"),  # a phrase
        ("Demens", "Borgere med demens"),  # a strong word inside an allowed phrase
        ("Autisme", "Autismecenter"),  # a compound that names a workplace
        ("Psykaiteren", "Flytning"),  # a misspelling, and a right word close to one
        ("Mit nummer er 45126789", "Varenummer 45126789"),  # eight digits
        ("Møllegade 3", "Møllegade 3 timer"),  # a street and its number
    ],
)
def test_each_kind_of_rule_takes_and_leaves(takes, leaves):
    assert forbidden(takes)
    assert forbidden(leaves) == []


NUMBERS = {
    "<number>": "7",
    "<age>": "45",
    "<year>": "1975",
    "<house>": "14",
    "<postcode>": "8700",
    "<lifedecade>": "50",
}
NUMBERS |= {"<sixdigits>": "140279", "<date>": "12.3.85", "<sensitive>": "demens", "<drug>": "ritalin"}
NUMBERS |= {"<street>": "elmevej", "_": "bord", "": "bord"}


def bare(pattern):
    return pattern.strip("*").rstrip("+")


def said_element(element):
    """A word that an element takes."""
    tag = sorted(element.tags)[-1]
    if tag in NUMBERS:
        return NUMBERS[tag]
    kind, _, category = tag.strip("<>").partition(":")
    if category:
        return bare(getattr(words, kind.upper())[category].split()[0])
    return bare(words.LISTS[kind].split()[0]) if tag.startswith("<") else bare(tag)


def said(elements):
    """The shortest text that a phrase takes."""
    return " ".join(said_element(e) for e in elements if not e.gap and not e.optional)


def fits(phrase, text):
    tokens = grammar.tokens_of(text)
    stops = privacy.STOPS_AT_NOTHING
    return any(grammar.end_of(tokens, at, phrase, 0, stops) for at in range(len(tokens)))


def test_every_phrase_takes_its_own_words_and_leaves_them_without_the_last():
    """A line of the vocabulary that can never be said is a mistake of the one who wrote it."""
    for phrase in [*grammar.REFUSED, *grammar.ALLOWED]:
        assert fits(phrase, said(phrase.elements)), phrase
        solid = [e for e in phrase.elements if not e.gap and not e.optional]
        if len(solid) > 1 and not solid[-1].tags & {",", ".", "_"} and not solid[0].tags & {",", "."}:
            assert not fits(phrase, said(solid[:1]) + " bord"), phrase


def test_a_phrase_begins_and_ends_with_a_word_that_must_be_there():
    phrases = [*grammar.REFUSED, *grammar.ALLOWED]
    assert [p for p in phrases if p.elements[0].optional or p.elements[0].gap or p.elements[-1].gap] == []


def test_every_list_a_phrase_names_exists():
    named = {tag for p in [*grammar.REFUSED, *grammar.ALLOWED] for e in p.elements for tag in e.tags if tag[0] == "<"}
    unknown = {t.strip("<>").partition(":")[0] for t in named} - set(words.LISTS) - {"strong", "weak", "half"}
    assert unknown <= {tag.strip("<>") for tag in NUMBERS}


def test_a_phrase_with_nothing_between_two_strokes_is_a_mistake():
    with pytest.raises(ValueError, match="nothing between"):
        grammar.element("min//mit")


def test_every_word_is_found_by_its_own_pattern():
    for table in (words.STRONG, words.HALF, words.WEAK):
        for category, patterns in table.items():
            tags = {pattern: grammar.LEXICON.tags(bare(pattern)) for pattern in patterns.split()}
            assert [p for p, found in tags.items() if not any(t.endswith(f":{category}>") for t in found)] == []


def test_the_vocabulary_is_in_small_composed_letters_without_marks():
    for table in (words.LISTS, words.STRONG, words.HALF, words.WEAK):
        for patterns in table.values():
            assert [p for p in patterns.split() if grammar.normal(bare(p)) != bare(p)] == []


def test_no_pattern_is_longer_than_can_be_read():
    rooms = (privacy, ads, grammar, named)
    patterns = [value for room in rooms for value in vars(room).values() if isinstance(value, re.Pattern)]
    longest = {p.pattern: max(map(len, p.pattern.split("|"))) for p in patterns}
    assert len(patterns) >= 10
    assert [p for p, length in longest.items() if length > 120] == []


# names of papers, languages and employers

PAPERS = """
autorisation som psykolog
autorisation som sygeplejerske
hygiejnebevis
medicinkursus
kursus i medicinhåndtering
førstehjælp
psykisk førstehjælp
Mental Health First Aid
truckcertifikat B
demenskursus
kursus i demens
AMU demens
demensvejleder
autismekursus
ADHD-coach
psykoterapeut
psykiatrisk diplomuddannelse
specialuddannelse i psykiatrisk sygepleje
sundhed og psykiatri (AMU)
NADA-akupunktør
misbrugsbehandler
kognitiv terapi, grunduddannelse
ren straffeattest
svejsecertifikat, nr. 20 30 40 50
bevis for diætkost og diabetes
B
C/E
dansk
arabisk
tegnsprog
"""

EMPLOYERS = """
Psykiatrisk Center Ballerup
Kræftens Bekæmpelse
Diabetesforeningen
Autismecenter Vest
Murermester Jens Hansen
Fire1000
7-Eleven
Café 65
Bager Jensen, Nørregade 12, tlf. 12 34 56 78
Netto (CVR 12345678)
Netto Risskov
Headspace
Distriktspsykiatrien Horsens
Retspsykiatrien
Epilepsihospitalet Filadelfia
Sclerosehospitalet
Astma-Allergi Danmark
Muskelsvindfonden
Autisme Ungdom
Bedre Psykiatri
Misbrugscenter Horsens
Alkoholbehandlingen Ringgården
Region Midt, Psykiatrien
Montebello
Horserød Fængsel
Kriminalforsorgen
Den Katolske Kirke
Dansk Flygtningehjælp
Mandecentret
Ældre Sagen
Restaurant Mania
Delirium Café
Min Købmand
Mit Bageri, Elmevej 3
Psykiatriens Have
"""

NO_NAMES = """
har skizofreni og får antipsykotisk medicin
jeg har ADHD
I have bipolar disorder
skizofreni
ADHD
angst og depression
svær depression
bipolar lidelse
PTSD, kronisk
hygiejnebevis (ADHD)
førstehjælp, har haft kræft
truckcertifikat B, men er sygemeldt
kørekort B, frataget pga. epilepsi
tager Ritalin
får metadon
Sertralin 50 mg
010185-1234
bevis nr. 0101851234
indlagt på psykiatrisk afdeling i fjor
dansk (ordblind)
muslim
Netto, fordi jeg fik en depression der
Netto (angst)
Psykiatrisk Center Ballerup, hvor jeg var indlagt
Distriktspsykiatrien, som behandler mig
min psykiater
Headspace, hvor jeg går til samtaler
Føtex - blev udbrændt
McDonald's (spiseforstyrrelse)
Rema 1000 pga. social angst
er muslim, så ingen slagterier
Aldi, de fyrede mig for min ADHD
Lidl; lider af panikangst
har siddet i fængsel
"""


@pytest.mark.parametrize("name", lines(PAPERS) + lines(EMPLOYERS))
def test_a_paper_a_language_or_an_employer_of_the_health_field_may_be_named(name):
    assert forbidden_in_name(name) == []


@pytest.mark.parametrize("name", lines(NO_NAMES))
def test_what_is_said_of_oneself_is_refused_also_where_something_is_named(name):
    findings = forbidden_in_name(name)
    assert findings
    assert all(f.words in name for f in findings)


@pytest.mark.parametrize("text", [*ACCEPTED_OPEN, *lines(ACCEPTED)])
def test_what_may_stand_in_a_statement_may_stand_in_a_name(text):
    assert forbidden_in_name(text) == []


def refused_record(text):
    try:
        Candidate(id="a", goals=(text,), constraints={"certificates": [text]})
    except ValueError as error:
        return "forbidden_in_name" in repr(error)
    return False


def test_nothing_of_a_text_is_kept():
    """A refused illness in a cache would stay there after the person is deleted, for as long as the process lives."""

    def cached():
        """How much each cache holds."""
        things = [thing for thing in gc.get_objects() if type(thing) is functools._lru_cache_wrapper]
        return {str(cache): cache.cache_info().currsize for cache in things if cache.__module__.startswith("matcher.")}

    before = cached()
    secret = f"skizofreni{'q' * 7}xyz"
    assert forbidden(f"Jeg har {secret} og {secret}en")
    assert forbidden_in_name(f"har {secret}")
    assert forbidden_in_ad(f"Mette har {secret}") == "health"
    assert refused_record(f"har {secret}")
    del secret
    assert cached() == before
    kept = [
        text
        for thing in gc.get_objects()
        if type(thing) in (dict, set, frozenset, list, tuple, OrderedDict)
        for text in thing
        if isinstance(text, str) and text.endswith("qqqqqqqxyz")
    ]
    assert kept == []


# what holds of every text

texts = st.text() | st.lists(st.sampled_from(REFUSED_OPEN + ACCEPTED_OPEN) | st.text(max_size=5)).map(" ".join)


@steady
@given(texts)
def test_whatever_the_text_the_words_found_stand_in_it(text):
    found = forbidden(text)
    assert all(f.words and f.words in text and f.category in get_args(Category) for f in found)


@steady
@given(st.text(alphabet="0123456789 .-+@()a\u0660\u096d", max_size=40))
def test_digits_of_any_kind_are_read_without_failing(text):
    assert all(f.words in text for f in forbidden(text))


@steady
@given(st.sampled_from(ACCEPTED_OPEN), st.sampled_from(REFUSED_OPEN), st.booleans())
def test_a_refused_sentence_beside_an_accepted_one_is_refused(accepted, refused, first):
    assert forbidden(f"{refused}. {accepted}" if first else f"{accepted}. {refused}")


@steady
@given(st.sampled_from(REFUSED_OPEN + ACCEPTED_OPEN))
def test_capitals_and_the_form_of_accented_letters_do_not_matter(text):
    categories = [f.category for f in forbidden(text)]
    for other in (text.upper(), text.lower(), *(unicodedata.normalize(f, text) for f in ("NFC", "NFD"))):
        assert [f.category for f in forbidden(other)] == categories


def test_other_digits_are_digits():
    assert forbidden("mit nummer er ٢٠ ٣٠ ٤٠ ٥٠")


def test_a_cpr_number_is_what_the_records_refuse_too():
    assert CPR_NUMBER.search("140279-3051")
    assert not CPR_NUMBER.search("9914203367")


LETTERS = size(20_000, 50_000)


@pytest.mark.slow
@pytest.mark.parametrize("piece", [" ", "a", "1", "\n", ",", "-", "@", "a-", "1.", "+1 ", "jeg er ", "min ", "a@a "])
def test_a_long_text_takes_time_in_proportion(piece):
    """Twice as long may take about twice as long, never four times."""

    def seconds(length):
        text = piece * (length // len(piece))
        start = time.thread_time()
        forbidden(text)
        return time.thread_time() - start

    half, whole = (min(seconds(length) for _ in range(3)) for length in (LETTERS // 2, LETTERS))
    assert whole < 3.5 * half + 0.1


@pytest.mark.slow
@pytest.mark.parametrize("piece", ["1", "jeg har ikke haft en meget lang dag "])
def test_a_hundred_thousand_letters_are_read_within_six_seconds(piece):
    start = time.thread_time()
    forbidden(piece * (100_000 // len(piece)))
    assert time.thread_time() - start < 6


def test_functions_are_short():
    rooms = (privacy, ads, grammar, named)
    functions = [f for room in rooms for f in vars(room).values() if inspect.isfunction(f)]
    functions = [f for f in functions if f.__module__.startswith(privacy.__name__)]
    assert max(len(inspect.getsource(f).splitlines()) for f in functions) <= 25


@pytest.mark.parametrize(
    "text",
    [
        "jeg har \uff33\uff4b\uff49\uff5a\uff4f\uff46\uff52\uff45\uff4e\uff49",
        "jeg har skizo\u00adfreni",
        "jeg har ski\u200bzofreni",
        "010185\u00ad-1234",
        "\uff10\uff11\uff10\uff11\uff18\uff15-\uff11\uff12\uff13\uff14",
        "01 01 85 12 34",
    ],
)
def test_a_word_or_number_is_not_hidden_by_signs_without_width_or_letters_of_another_width(text):
    assert forbidden(text)


@pytest.mark.parametrize(
    "text", ["Jeg kan godt lide at bage \u00ad og lave mad…", "½ time i bus", "45 12 34 56 78 stk."]
)
def test_signs_without_width_alone_are_no_finding(text):
    assert [finding for finding in forbidden(text) if finding.category != "contact"] == []


def test_a_finding_names_the_words_as_they_were_written():
    assert [finding.words for finding in forbidden("jeg har skizo\u00adfreni nu")] == ["skizo\u00adfreni"]
