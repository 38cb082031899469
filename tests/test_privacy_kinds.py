"""The person a sentence is about decides, not the word alone: each kind has refused and innocent sentences."""

import json
from pathlib import Path

import pytest

from matcher.privacy import forbidden
from matcher.privacy.named import forbidden_in_name

# kind -> (refused, innocent)
KINDS = {
    "the best is no grandparent": (
        """
        Jeg er bedste til fire og henter dem
        Som bedste for to har jeg travlt i weekenden
        Bedste til tre drenge, så jeg kender til børn
        Jeg er bedste for en lille pige
        Jeg er farmor
        Jeg er mormor
        Jeg er bedstefar til to
        I'm a granny of two
        """,
        """
        Jeg er den bedste til regnskab i vores forening
        Bagning er det bedste jeg ved
        Min chef sagde, at jeg var den bedste til at pakke juleordrer
        Som den bedste i klassen fik jeg lov at køre den store maskine
        De bedste dage var på torvet
        Frokosten bagefter var altid det bedste
        """,
    ),
    "work at a bosted is not living there": (
        """
        Min støtteperson kommer om onsdagen
        Jeg har fået en støtteperson af kommunen
        Jeg er flyttet på bosted
        Mit bosted ligger i Odense
        Bor på bosted med andre unge
        Personalet på mit bosted hjælper mig
        Støtte fra distriktspsykiatrien
        Er lige flyttet fra et bosted
        """,
        """
        Har været støtteperson for en dreng i en skole
        Jeg har arbejdet som støtteperson i tre år
        Et bosted kunne være noget for mig, eller et plejehjem
        Nattevagt på bosted
        Lægesekretær i et ambulatorium
        Vil gerne til et tandlægeambulatorium
        Stod for varebestilling på apoteket
        Receptionist i et fitnesscenter
        """,
    ),
    "tired of a task is not ill": (
        """
        Jeg er syg af stress
        Jeg blev syg af skimmelsvamp
        Got sick last winter and never came back
        I was sick for a year
        Jeg kørte helt ned efter jul
        Jeg er kørt flad psykisk
        Jeg er allergisk over for nødder
        Allergic to dust
        """,
        """
        Jeg er syg og træt af skrivebordsarbejde
        Jeg bliver syg af at sidde stille en hel dag
        I'm so sick of spreadsheets
        Sick of standing in a shop, I want a garden
        Allergisk over for rod og larm
        I am allergic to small talk
        Jeg er kørt træt i salg
        Totalt kørt træt i pakkeri, giv mig noget andet
        """,
    ),
    "where one sleeps is no symptom": (
        """
        Jeg kan ikke sove om natten
        Sover dårligt for tiden
        Jeg sover ikke om natten mere
        Sover kun tre timer
        Jeg sover meget dårligt
        I cannot sleep at night
        I sleep badly
        Kan næsten ikke sove
        """,
        """
        Jeg sover ikke på hotel, så ingen montørjob ude i landet
        Jeg kan ikke sove på skib, så ingen søjob
        Jeg sover aldrig godt i telt, så ikke festivalvagter
        """,
    ),
    "to ask is not to pray": (
        """
        Jeg beder fem gange dagligt
        Skal kunne bede om fredagen
        Jeg beder til Gud
        Jeg skal bede ved solnedgang
        Jeg beder hver morgen
        Tid til at bede midt på dagen
        I pray five times a day
        Jeg beder ved middagstid
        """,
        """
        Må jeg bede om lidt arbejdsro
        Jeg beder tit om flere opgaver
        Chefen skulle ikke bede mig to gange
        Kunderne må bede om lov til at prøve
        Han bad mig om at lære de nye op
        """,
    ),
    "to depend on a thing is no addiction": (
        """
        Jeg er afhængig af alkohol
        I was addicted to painkillers
        Jeg har været afhængig
        Afhængig af smertestillende
        Jeg er afhængig af kørestol
        Jeg er afhængig af hjælp fra andre
        Afhængig af rollator
        Afhængig af stoffer før i tiden
        """,
        """
        Jeg er afhængig af offentlig transport
        Jeg er afhængig af at kunne tage bussen hjem kl. 16
        I depend on my bike, addicted to baking
        Jeg er afhængig af en god makker
        """,
    ),
    "a figure of speech is nobody's gender": (
        """
        Jeg er far til tre drenge
        Jeg er enlig mor
        Male, 42, looking for warehouse work
        Jeg er single mor til fire
        Jeg er mor til tvillinger
        Male nurse looking for work
        Male, looking for night shifts
        Som far til to har jeg lært ro
        """,
        """
        Jeg spiller ikke mor for lærlingene
        Jeg gider ikke være far for hele afdelingen
        male stakit og skure
        Kan male, spartle og tapetsere
        Male facader om sommeren
        """,
    ),
    "what is worked with is not had": (
        """
        Svær overvægt
        Min overvægt gør det svært at bukke mig
        Er bipolar og stabil
        Jeg er kræftsyg
        Er hjertesyg
        Jeg kan ikke stå længe uden at blive svimmel
        Jeg har anden etnisk baggrund end dansk
        Har passet børn og har angst
        Har pakket varer, men har depression
        Store smerter i ryggen
        Blandet angst og depression
        Screening for kræft i maj
        I have a clean record
        """,
        """
        Hold for svært overvægtige i en svømmehal
        Har vejet kufferter med overvægt i lufthavnen
        Bliver ikke svimmel på stilladset
        Har monteret bipolare stepmotorer
        Har fulgt kræftsyge til scanning som frivillig
        Jeg vil gerne lave etnisk mad
        Pakket antidepressiv medicin på fabrik
        Prepared medication trays for the ward
        Skrevet journaler i psykiatrien
        Passet heste med gigt
        Babyen sov på min skulder
        a job I can describe in a single sentence
        """,
    ),
    "hearing": (
        """
        Jeg hører ikke så godt
        Hører dårligt på højre øre
        Jeg kan næsten ikke høre
        Jeg ser dårligt
        Mit syn er dårligt
        Hører kun på det ene øre
        Jeg hører meget dårligt i støj
        Jeg er næsten døv
        """,
        """
        Jeg hører godt efter og skriver ned
        Jeg hører musik, mens jeg fejer
        Kunder, der hører dårligt, taler jeg tydeligt til
        """,
    ),
    "a benefit that one lives on": (
        """
        kontanthjælp
        Jeg er kontanthjælpsmodtager
        Jeg er på dagpenge indtil marts
        Lever af kontanthjælp
        har været på kontanthjælp i to år
        I am on benefits
        I receive unemployment benefits
        min kontanthjælp stopper
        Jeg får uddannelseshjælp
        Jeg får boligstøtte
        Apply for disability benefits
        Har fået afslag på førtidspension
        """,
        """
        Har sagsbehandlet kontanthjælp i ni år
        Vejledte unge om uddannelseshjælp
        Har oplært nye kolleger i reglerne om dagpenge
        Kontanthjælp og boligstøtte har jeg arbejdet med i kommunen
        Har udbetalt dagpenge i en a-kasse
        Rådgiver for ledige på dagpenge
        """,
    ),
    "a full name": (
        """
        Lars Pedersen
        lars pedersen
        KAREN SØRENSEN
        Jeg hedder Ahmed Hussein
        Ring til Kirsten Madsen
        Jeg har arbejdet sammen med Pia Lund
        Anne Marie Sørensen
        Skrevet af Hanne K. Nielsen
        My name is Olena Kovalenko
        """,
        """
        Lars Petersen Gulve
        Udlært hos murermester Ole Hansen
        Arbejdet hos Jensens Bøfhus
        Bor tæt på Jens Jensens Vej
        Jeg var på lageret hos Peter Hansen A/S
        Jeg har læst alt af Jens Mikkelsen
        Anne fra kantinen lærte mig det
        Hans klasse var sød at undervise
        """,
    ),
    "years of work are no age": (
        """
        Jeg er atten
        Atten år og klar til alt
        Jeg fylder snart atten
        Jeg er nitten
        Jeg er 18 år gammel
        Jeg fylder 50 til maj
        En mand på 50
        Mand, 45
        """,
        """
        Atten år som maskinarbejder
        Sytten år bag rattet
        Atten år hos den samme mester
        Fra ni til sytten, og så hjem
        """,
    ),
    "others and things": (
        """
        Jeg besvimede på arbejde
        Jeg gik helt ned i vinter
        Jeg er halvblind
        Jeg besvimer, når jeg ser blod
        Jeg har fået en bøde for tyveri
        Jeg græder tit
        Vores kunde var flink, men jeg gik helt ned
        Jeg er tit besvimet på job
        """,
        """
        Computeren gik ned, og jeg fik den op igen
        Tog blodprøver hele dagen, og ingen besvimede
        Strøg en halvblind kat hver dag
        Jeg har bødet net i en havn
        """,
    ),
}
REFUSED = [(kind, line.strip()) for kind, (refused, _) in KINDS.items() for line in refused.strip().splitlines()]
INNOCENT = [(kind, line.strip()) for kind, (_, innocent) in KINDS.items() for line in innocent.strip().splitlines()]


@pytest.mark.parametrize(("kind", "text"), REFUSED)
def test_what_a_sentence_tells_of_the_speaker_is_refused(kind, text):
    assert forbidden(text), kind


@pytest.mark.parametrize(("kind", "text"), INNOCENT)
def test_what_a_sentence_tells_of_work_of_others_or_of_things_is_not(kind, text):
    assert forbidden(text) == [], kind


@pytest.mark.parametrize(("text", "category"), [("får dagpenge", "benefit"), ("Spørg Pia Madsen", "name")])
def test_a_benefit_and_a_name_are_categories_of_their_own(text, category):
    assert {finding.category for finding in forbidden(text)} == {category}


@pytest.mark.parametrize("name", ["Vognmand Jens Hansen", "Karen Holm, Elmevej 3", "kursus hos Ole Madsen"])
def test_an_employer_or_a_course_may_bear_a_persons_name(name):
    assert forbidden_in_name(name) == []


def test_nearly_none_of_what_others_wrote_of_work_is_refused():
    """3,120 statements by 24 writers, nearly all innocent: 50 were refused before the kinds were mended. Of 3,676 by
    fifteen later writers, by whose words no kind was mended, 41 are.
    """
    folder = Path(__file__).parents[1] / "data" / "fixtures" / "collection" / "statements"
    lines = [line for path in folder.glob("*.jsonl") for line in path.read_text(encoding="utf-8").splitlines()]
    said = [json.loads(line) for line in lines]
    refused = [row["id"] for row in said if forbidden(row["text"])]
    assert len(lines) > 6000
    assert sum(id_ < "s25" for id_ in refused) <= 10
    assert sum(id_ > "s25" for id_ in refused) <= 41


@pytest.mark.parametrize(
    "text", ["Tage uddannelsen som kosmetolog", "Alma oplevelsen af at hjælpe gæster", "Tage Nielsen"]
)
def test_a_first_name_before_a_word_that_ends_like_a_surname_is_no_name(text):
    assert [finding.category for finding in forbidden(text)] == (["name"] if text.endswith("Nielsen") else [])
