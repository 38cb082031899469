"""An ad may speak of illness, but not say that a particular person is ill; a CPR number is refused in all its texts.

Each table has refused ads and innocent look-alikes: a wrongly refused ad is a job lost.
"""

import json

import pytest
from conftest import FIXTURES

from matcher import feeds
from matcher.feeds import Refusal
from matcher.privacy import grammar
from matcher.privacy.ads import forbidden_in_ad, holds_cpr, is_written_cpr
from matcher.schema import Vacancy

SOMEBODY_ILL = """
Passer til Mette med angst
PASSER TIL METTE MED ANGST
Bo Hansen, har skizofreni
vores kandidat har ADHD
hun lider af depression
til min borger, som er på medicin mod psykose
Stillingen er god for Zubair, som har PTSD
Oplagt til Fatima (angst)
Min klient har fået konstateret bipolar lidelse
Kandidaten har svær social angst og skal starte stille
Han er skizofren og skal have en rolig plads
Han har autisme, men er god til orden
Mette er psykisk syg
Jonas, 24 år, har Aspergers syndrom
Jonas fra Horsens har ADHD
Bo Hansen (45) har en depression
Tom, der tidligere har haft en psykose, kan godt lide køkken
Vores deltager har været indlagt
En af mine borgere har skizofreni og søger 10 timer
Mettes angst gør, at hun skal have faste vagter
Nu har Mette angst
Egner sig godt til Henrik, der lider af panikangst
Min kandidat Lars har haft psykoser
min IPS-kandidat er diagnosticeret med borderline
Hun tager Ritalin
Han får antipsykotisk medicin
Hun er i behandling for angst
Bo bliver behandlet for depression og går til psykiater
Karen er sygemeldt med en depression
vores kandidat har en psykisk lidelse
Vores kandidat (ADHD) kan starte
Tina er ramt af sclerose
Jobbet kunne passe til Karen, som er ordblind
Til Ahmed: han har PTSD efter krigen
Passer fint til Anne-Marie, som har en skizofreni-diagnose
Vores borger har skizofreni og søger job
Hvis Zubair lider af angst, skal han have ro
She suffers from severe anxiety
Our candidate has bipolar disorder
My client is on Sertraline
Anna has an eating disorder
John has been diagnosed with schizophrenia
"""

NOBODY_ILL = """
erfaring med borgere med skizofreni
Du skal kunne rumme unge med angst
socialpsykiatrisk bosted
Kontakt leder Mette Hansen på 12 34 56 78
du er uddannet psykolog
vi har medarbejdere med ADHD på holdet
Har du en psykisk sygdom, er du velkommen til at søge
Stillingen passer til dig med ADHD
Jobbet er egnet til personer med autisme
Er du god til mennesker med demens?
Kontakt Mette Hansen, psykoterapeut, på 20 30 40 50
Kontakt afdelingsleder Bo Hansen, Psykiatrisk Center Ballerup
Mette Hansen har 20 års erfaring med autisme
Hun har arbejdet med unge med angst i ti år
Din leder er Lone, som er uddannet demenskoordinator
Bo er ADHD-coach og hjælper dig i gang
Camilla er psykiatrisk sygeplejerske
Mette er diabetessygeplejerske, og Nina er ordblindelærer
Clara er tegnsprogstolk for døve
Autismecenter Vest søger en pædagog
Solgården har autisme som speciale
Team Nord har demens i fokus
Vores borgere har skizofreni, angst eller autisme
Hver borger har sin egen lejlighed, og mange lider af angst
En borger med demens har brug for ro, og han eller hun skal mødes med tålmodighed
Borgeren har skizofreni, og han skal støttes i hverdagen
Medarbejderen har diabetes, og hun må holde pauser
Jeg er en mand på 71, som efter en blodprop sidder i kørestol
Du bliver vikar for Mette, som er sygemeldt
Vores kollega Anne er på barsel, og Karen er langtidssygemeldt
Mette Hansen, leder af Angstforeningen, fortæller om angst
Mette er fra ADHD-foreningen, og Karen er på Autisme Vest
Lone har stor viden om depression, og Maria har fokus på børn med autisme
Han har meget med ADHD at gøre
Hun er leder af Misbrugscenter Horsens
Kandidaten har speciale i skizofreni
Vores ideelle kandidat er tryg ved borgere med demens
Vores kandidat er ansvarlig for ADHD-området
Hvis kandidaten har et handicap, tilpasser vi jobbet
If the candidate has a disability, we will make adjustments
Peter tager medicinen med rundt til beboerne
Vores kok Henrik laver allergivenlig mad
Bo Hansen har ADHD børn i sin klasse
Hun er ikke bange for demens, og han har ingen allergi over for dyr
Hun har mani med rene borde, og Per er manisk med orden
Hans har et autoværksted
Kontakt Jens Hansen med dine spørgsmål om psykiatri
He has a lot of experience with autism
Tom works with people who have dementia
Anna is our epilepsy nurse
"""

# An ad for a helper of one person describes that person: a name, he and she are the one who is helped.
HELP_FOR_ONE = """
Vi søger handicaphjælper til Peter, som har muskelsvind
Peter er 34 år og har sclerose. Han søger en handicaphjælper til weekender.
Jeg hedder Mette og har cerebral parese
Hjælper søges til Sofie på 12 år, der har autisme
Aflastningsfamilie søges til dreng. Han har ADHD.
Enkeltmandsprojekt: Vores borger har autisme og bor i eget hus
BPA: Lisbeth lider af gigt og har brug for hjælp
"""


def lines(block: str) -> list[str]:
    return block.strip().splitlines()


@pytest.mark.parametrize("text", lines(SOMEBODY_ILL))
def test_health_said_of_somebody_in_particular_is_refused(text):
    assert forbidden_in_ad(text) == "health"
    assert forbidden_in_ad(f"Vi søger en kok.\n\n- {text}\n\nSøg i dag.") == "health"


def test_a_line_that_is_wrapped_is_one_sentence():
    assert forbidden_in_ad("Passer til Mette, som\nhar angst") == "health"
    assert forbidden_in_ad("Spørg efter Mette\n\nhar du angst, er du velkommen") is None


@pytest.mark.parametrize("text", lines(NOBODY_ILL))
def test_health_as_a_field_of_work_or_of_nobody_in_particular_stays(text):
    assert forbidden_in_ad(text) is None


@pytest.mark.parametrize("text", lines(HELP_FOR_ONE))
def test_an_ad_for_help_to_one_person_may_say_what_is_the_matter(text):
    assert forbidden_in_ad(text) is None


def test_also_in_an_ad_for_help_the_job_may_not_be_meant_for_somebody_ill():
    ad = "Handicaphjælper søges til Peter, der har muskelsvind."
    assert forbidden_in_ad(ad) is None
    assert forbidden_in_ad(f"{ad} Passer til Mette med angst.") == "health"
    assert forbidden_in_ad(f"{ad} Min kandidat har ADHD.") == "health"


def test_the_title_says_that_an_ad_is_for_help_to_one_person():
    fields = {"id": "a", "description": "Peter har muskelsvind og bor i Horsens."}
    assert Vacancy(title="Handicaphjælper", **fields).title == "Handicaphjælper"
    with pytest.raises(ValueError, match="health of one particular person"):
        Vacancy(title="Kok", **fields)


CPR_NUMBERS = """
Bo Hansen, cpr 010185-1234
010185-1234
(010185–1234)
journalnr. 010185-1234
cpr010185-1234
Bo 0101851234
Bo kan altid 0101851234
Bo Hansen 010185 1234
cpr 010185 1234
CPR: 01 01 85 1234
personnummer 01.01.85-1234
kontakt Bo, cpr 0101851234
mit nummer: ٠١٠١٨٥-١٢٣٤
"""

OTHER_NUMBERS = """
journalnr. 0101851234
Jobnr. 1012345678
Sagsnummer 0101851234
P-nr. 1012345678
EAN 5790001234567
Ring til Mette på 12 34 56 78
Kontakt Mette Hansen, 0101851234
tlf.: 0701234567
mobil 0712123456
+46 701 23 45 67
+4512345678
12 12 12 12 / 13 13 13 13
Ordrenr. 101226-12345
https://firma.dk/job/1012345678
se www.firma.dk/?id=1012345678&x=1
ID: 1012345678
Konto 1234 0101234567
Start 011226 8700 Horsens
01.12.2026 1400
fra 01.12.2026-3101
budget 1210000000 kr.
kl. 0800-1600
"""


@pytest.mark.parametrize("text", lines(CPR_NUMBERS))
def test_a_cpr_number_is_refused_in_an_ad(text):
    assert forbidden_in_ad(text) == "cpr"


@pytest.mark.parametrize("text", lines(OTHER_NUMBERS))
def test_telephones_orders_dates_and_addresses_are_no_cpr_numbers(text):
    assert not holds_cpr(text)


def test_digits_on_two_lines_are_no_cpr_number():
    assert not holds_cpr("Frist 010126\n- 1200 kr. i bonus")


def test_an_id_may_be_ten_digits_and_no_cpr_number_as_it_is_written():
    assert is_written_cpr("010185-1234")
    assert is_written_cpr("bo-010185-1234")
    assert not is_written_cpr("1012345678")
    assert not is_written_cpr("https://job.example/5a101226-1234-4abc-8000-000000000000")


def test_no_ad_of_the_fixtures_is_refused():
    paths = [*sorted(FIXTURES.glob("vacancies*.jsonl")), *sorted((FIXTURES / "night").iterdir())]
    ads = list(feeds.vacancies(paths))
    assert len(ads) > 230
    assert [ad for ad in ads if isinstance(ad, Refusal)] == []


def test_no_labelled_passage_of_an_ad_is_refused():
    with (FIXTURES / "reader" / "passages.jsonl").open(encoding="utf-8") as lines:
        passages = [json.loads(line)["text"] for line in lines]
    assert len(passages) > 700
    assert [text for text in passages if forbidden_in_ad(text)] == []


FIELDS = {
    "title": {"title": "Kok til Bo, 010185-1234"},
    "description": {"description": "Vi søger en kok. Bo Hansen, cpr 010185-1234, har skizofreni"},
    "employer": {"employer": "Bo Hansen 010185-1234"},
    "municipality": {"municipality": "010185-1234"},
    "id": {"id": "010185-1234"},
    "url": {"url": "https://job.example/?cpr=010185-1234"},
    "source": {"source": "010185-1234"},
    "language": {"language": "010185-1234"},
    "stated.licences.0": {"stated": {"licences": ["B 010185-1234"]}},
    "corrected.by": {"corrected": {"by": "010185-1234"}},
    "corrected.requirements.0.what": {
        "corrected": {"requirements": [{"kind": "skill", "strength": "required", "what": "Bo, 010185-1234"}]}
    },
}


@pytest.mark.parametrize("field", FIELDS)
def test_a_cpr_number_is_told_by_its_field_and_never_repeated(field, tmp_path):
    path = tmp_path / "a.jsonl"
    record = {"id": "a", "title": "Kok", "description": "Vi søger en kok.", **FIELDS[field]}
    path.write_text(json.dumps(record) + '\n{"id": "b", "title": "Kok", "description": "Vi"}\n', encoding="utf-8")
    refusal, other = feeds.vacancies([path])
    assert isinstance(refusal, Refusal)
    assert (refusal.field, refusal.code) == (field, "cpr_number")
    assert "1234" not in refusal.said("da") + refusal.said("en")
    assert "skizofreni" not in refusal.said("da")
    assert other.id == "b"


def test_health_is_told_by_its_field_and_never_repeated(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("Opvasker\nVi søger en opvasker.\nPasser til Mette med angst.\n", encoding="utf-8")
    (refusal,) = feeds.vacancies([path])
    assert (refusal.field, refusal.code) == ("description", "health_of_somebody")
    assert "about nobody in particular" in refusal.said("en")
    assert "bestemt persons helbred" in refusal.said("da")
    assert "angst" not in refusal.said("da") + refusal.said("en")


def test_a_vacancy_that_was_taken_in_before_stays_readable():
    record = {"id": "a", "title": "Kok", "description": "Passer til Mette med angst. 010185-1234"}
    record["corrected"] = {"requirements": [{"kind": "skill", "strength": "required", "what": "Bo har ADHD"}]}
    line = json.dumps(record)
    with pytest.raises(ValueError, match="is not allowed here"):
        Vacancy.model_validate_json(line)
    assert Vacancy.held(line).corrected.requirements[0].what == "Bo har ADHD"


@pytest.mark.parametrize("block", ["OF_SOMEBODY", "WITH_SOMEBODY", "LINKS", "OF_OTHERS"])
def test_every_list_that_a_phrase_about_somebody_names_exists(block):
    """A misspelt list would make a line that can never be said."""
    own = {"<ill>", "<somebody>", "<their_client>", "<capital>", "<stranger>", "<whose>", "<drug>", "<number>"}
    named = {tag for p in getattr(grammar, block) for e in p.elements for tag in e.tags if tag.startswith("<")}
    assert {tag.strip("<>") for tag in named - own} <= set(grammar.words.LISTS)
