"""Class of employment and form of contract, with the words that only look like one."""

import pytest

from matcher.reader import read
from matcher.schema import Vacancy

SPECIAL = [
    ("Pedel i fleksjob", "Vi glæder os.", "fleksjob"),
    ("Pedel", "Stillingen er et fleksjob på 10 timer.", "fleksjob"),
    ("Pedel", "Vi søger en pedel i fleksjob.", "fleksjob"),
    ("Pedel", "Du er visiteret til fleksjob.", "fleksjob"),
    ("Pedel", "Du skal være godkendt til et fleksjob.", "fleksjob"),
    ("Pedel", "Vi opretter et nyt fleksjob på lageret.", "fleksjob"),
    ("Flexjob: kontormedhjælper", "Vi glæder os.", "fleksjob"),
    ("Office helper", "This is a flexjob (fleksjob) for a person approved for it.", "fleksjob"),
    ("Kontor", "Stillingen er et job med løntilskud.", "subsidised"),
    ("Kontor (løntilskud)", "Vi glæder os.", "subsidised"),
    ("Kontor", "Ansættelsen sker i offentligt løntilskud.", "subsidised"),
    ("Kontor", "Du skal være berettiget til løntilskud.", "subsidised"),
    ("Kontor", "Vi tilbyder et skånejob for førtidspensionister.", "subsidised"),
    ("Office", "This is a subsidised position.", "subsidised"),
    ("Seniorjob som pladsmand", "Vi glæder os.", "reserved"),
    ("Pladsmand", "Stillingen er et seniorjob efter loven.", "reserved"),
    ("Pladsmand", "Vi søger ledige til nytteindsats.", "reserved"),
    ("KLAP-job i caféen", "Vi glæder os.", "reserved"),
    ("Pakkeri", "Vi tilbyder en plads i virksomhedspraktik.", "internship"),
    ("Praktikant søges", "Vi glæder os.", "internship"),
    ("Marketing intern", "Join us.", "internship"),
    ("Marketing", "We are looking for an intern for the spring.", "internship"),
    ("Pakkeri", "Praktikken varer 4 uger.", "internship"),
    ("Kontorelev til Horsens Kommune", "Vi glæder os.", "apprenticeship"),
    ("Malerlærling", "Vi glæder os.", "apprenticeship"),
    ("Elever søges til butik", "Vi glæder os.", "apprenticeship"),
    ("Bager", "Vi har en ledig læreplads.", "apprenticeship"),
    ("Bager", "Vi søger en lærling til bageriet.", "apprenticeship"),
    ("Kontor", "Som elev hos os kommer du rundt i hele huset.", "apprenticeship"),
    ("Bager", "Vi har plads til en lærling.", "apprenticeship"),
    ("Kontor til lands", "Student til økonomikontoret søges. Du er under uddannelse som økonom.", "student"),
    ("Lærling eller svend søges", "Vi glæder os.", "mixed"),
    ("Apprentice carpenter", "Join us.", "apprenticeship"),
    ("Studentermedhjælper til analyse", "Vi glæder os.", "student"),
    ("Analyse", "Der er tale om et studiejob.", "student"),
    ("Analyse", "Du er studerende på 3. semester.", "student"),
    ("Analyse", "Du skal være indskrevet på en videregående uddannelse.", "student"),
    ("Student assistant", "Join us.", "student"),
    ("Analyst", "You are enrolled at a Danish university.", "student"),
    ("Analyst", "You must be a student.", "student"),
    ("Ungarbejder til kassen", "Vi glæder os.", "youth"),
    ("Butik", "Vi søger to ungarbejdere.", "youth"),
    ("Butik", "Er du mellem 15 og 17 år?", "youth"),
    ("Butik", "Du er 15-17 år og frisk.", "youth"),
    ("Fritidsjob i butik", "Vi glæder os.", "youth"),
    ("Frivillig til genbrugsbutik", "Vi glæder os.", "voluntary"),
    ("Frivillige besøgsvenner søges", "Vi glæder os.", "voluntary"),
    ("Besøgsven", "Vi søger frivillige til Horsens.", "voluntary"),
    ("Besøgsven", "Som frivillig får du en god oplevelse. Arbejdet er ulønnet.", "voluntary"),
    ("Volunteers wanted for the festival", "Join us.", "voluntary"),
    ("Visitor", "The work is unpaid and voluntary.", "voluntary"),
    ("Freelance grafiker", "Vi glæder os.", "self_employed"),
    ("Grafiker", "Vi søger en freelance grafiker.", "self_employed"),
    ("Sælger", "Aflønningen er ren provision.", "self_employed"),
    ("Sælger", "Du skal have eget CVR-nummer og fakturerer os.", "self_employed"),
    ("Sales", "This is a commission-only role.", "self_employed"),
    ("Driver", "You work as an independent contractor.", "self_employed"),
    ("Varefylder", "Stillingen kan besættes som ordinær ansættelse eller fleksjob.", "mixed"),
    ("Varefylder", "Stillingen kan også besættes som fleksjob.", "mixed"),
    ("Varefylder", "Fleksjob eller ordinær stilling, det afgør vi sammen.", "mixed"),
    ("Varefylder - ordinært job eller løntilskud", "Vi glæder os.", "mixed"),
    ("Varefylder", "Der er mulighed for løntilskud.", "mixed"),
]

ORDINARY = [
    ("Kok", "Hos os er der flekstid og fleksible arbejdstider."),
    ("Kok", "Vi søger en fleksibel kollega."),
    ("Kok", "Vi har også kolleger i fleksjob."),
    ("Kok", "En af vores medarbejdere er ansat i fleksjob."),
    ("Kok", "Det er en ordinær stilling, ikke løntilskud eller praktik."),
    ("Kok", "Der er hverken tale om løntilskud eller praktik."),
    ("Jobkonsulent", "Du vejleder borgere, der er visiteret til fleksjob."),
    ("Jobkonsulent", "Du har kendskab til løntilskud og virksomhedspraktik."),
    ("Jobkonsulent", "Du finder praktikpladser til ledige borgere."),
    ("Bogholder", "Du oplærer vores elever."),
    ("Murer", "Vi har altid to lærlinge, og du skal være med til at oplære dem."),
    ("Murer", "Vi er fire svende og to lærlinge."),
    ("Murer", "Du får medansvar for vores lærlinge."),
    ("Lærer", "Skolen har 412 elever fra 0. til 9. klasse."),
    ("Lærer", "Du skal motivere eleverne og samarbejde med forældre."),
    ("Lærer til skolens elever med læsevanskeligheder", "Vi glæder os."),
    ("Pædagog", "Du bliver også praktikvejleder for vores studerende."),
    ("Pædagog", "Vi har ofte praktikanter fra seminariet."),
    ("Klinisk vejleder", "Du underviser sygeplejestuderende."),
    ("Frivilligkoordinator", "Vi søger en lønnet frivilligkoordinator."),
    ("Koordinator", "Du samarbejder med vores frivillige."),
    ("Koordinator", "Du har erfaring fra foreningslivet, enten som frivillig eller ansat."),
    ("Koordinator", "Vores 70 frivillige gør det ulønnet. Det skal du ikke."),
    ("Koordinator", "Vi er en frivillig forening med ti ansatte."),
    ("Lager", "Du skal være fyldt 18 år."),
    ("Lager", "Du skal være over 18 år."),
    ("Warehouse", "You must be at least 18 years old."),
    ("Pædagog", "Du arbejder med unge under 18 år."),
    ("Pædagog", "Vi har børn og unge mellem 13 og 17 år."),
    ("Sælger", "Du får fast løn + provision."),
    ("Sælger", "Grundløn og provision efter aftale."),
    ("Sælger", "We pay a base salary and commission."),
    ("Smed", "Du arbejder selvstændigt og er en selvstændig type."),
    ("Chauffør", "Du er ansat som lønmodtager, ikke selvstændig."),
    ("Redaktør", "Du samarbejder med vores freelancere."),
    ("Bogholder", "Du fakturerer vores kunder."),
    ("Kontor", "Du har tidligere været kontorelev."),
    ("Kontor", "Du er nyudlært kontorelev eller lægesekretær."),
    ("HR-partner", "Intern og ekstern kommunikation."),
    ("SFO", "Måske læser du ved siden af, måske er du gået ned i tid. Alle er velkomne."),
    ("Biograf", "Måske er det dig, der læser, eller dig, der er pensionist. Alle kan søge."),
    ("Sygeplejerske", "Alle uanset alder, køn, handicap og religion opfordres til at søge."),
    ("IT-support", "Afdelingen er to fastansatte og en studentermedhjælper."),
    ("Butikschef", "Du leder fem fastansatte og ti ungarbejdere."),
    ("Social worker", "You support young people under 18."),
    ("Office manager", "You coordinate our interns and student assistants."),
    ("Support", "Du har internt samarbejde og god forståelse for IT i praksis."),
    ("Senior konsulent", "Vi søger en senior profil."),
    ("Butik", "Vi er en del af en franchisekæde."),
    ("Sælger", "Vi tilbyder intern oplæring og et godt team."),
    ("Elev- og fraværskoordinator", "Vi glæder os."),
    ("Støttepædagog", "Vi søger en støtteperson til en elev i 3. klasse."),
    ("Konsulent til fleksjobteamet", "Vi søger en konsulent til fleksjobteamet."),
    ("Kok", "We offer a subsidised canteen."),
    ("Konsulent", "Vi tilbyder jobrotation mellem afdelingerne."),
    ("Konsulent", "Vi søger en selvstændig konsulent til afdelingen."),
    ("Kasse", "Er du under 18 år, kan vi desværre ikke ansætte dig."),
    ("Lager", "Ansættelsen kan starte med en virksomhedspraktik."),
    ("Researcher", "We seek a PhD student."),
    ("Butik", "Oplagt som studiejob, men alle kan søge."),
    ("Museum", "Du har styr på frivillige og gæster."),
]

CONTRACTS = [
    ("Der er tale om en fast stilling.", "permanent"),
    ("Fuldtidsstilling, fastansættelse.", "permanent"),
    ("Du bliver fastansat fra første dag.", "permanent"),
    ("Stillingen er fast og på 20 timer.", "permanent"),
    ("Ansættelsen er fast efter tre måneders prøvetid.", "permanent"),
    ("En varig stilling på 37 timer.", "permanent"),
    ("Permanent contract.", "permanent"),
    ("We offer a permanent full-time position.", "permanent"),
    ("Stillingen er tidsubegrænset.", "permanent"),
    ("3 lærere i faste stillinger.", "permanent"),
    ("Vi søger en barselsvikar.", "temporary"),
    ("Et vikariat på et år.", "temporary"),
    ("Stillingen er tidsbegrænset til 31. december.", "temporary"),
    ("Et vikariat med mulighed for fastansættelse.", "temporary"),
    ("Der er tale om en projektansættelse.", "temporary"),
    ("Vi søger sæsonmedarbejdere.", "temporary"),
    ("En midlertidig stilling i seks måneder.", "temporary"),
    ("The contract is temporary and ends in March.", "temporary"),
    ("A fixed-term contract of one year.", "temporary"),
    ("Maternity cover until October.", "temporary"),
    ("Frem til sommerferien mangler vi en medhjælper.", "temporary"),
    ("Du er ansat som tilkaldevikar.", "on_call"),
    ("Vi søger timevikarer til vores plejehjem.", "on_call"),
    ("Vi søger en afløser til weekender.", "on_call"),
    ("You will be on our on-call list.", "on_call"),
    ("We are looking for a relief milker.", "on_call"),
    ("Du tilkaldes efter behov.", "on_call"),
    ("En ét-årig stilling som læge.", "temporary"),
    ("Kontrakt på 6 måneder.", "temporary"),
    ("Sommerferieafløser søges.", "temporary"),
    ("Stilling som vikar for en kollega på barsel.", "temporary"),
    ("Kurset varer tre uger.", "unstated"),
    ("Du kan blive fastansat.", "unstated"),
    ("Vi er et vikar- og rekrutteringsbureau med faste stillinger og vikariater.", "unstated"),
    ("Du kører en fast rute.", "unstated"),
    ("Du får fast løn og pension.", "unstated"),
    ("Du får en fast kontaktperson.", "unstated"),
    ("Vi er seks faste medarbejdere.", "unstated"),
    ("Du leder 6 fastansatte.", "unstated"),
    ("Vi er et lokalt vikarbureau.", "unstated"),
    ("Borgere på midlertidigt ophold.", "unstated"),
    ("Firmaets biler kører hele højsæsonen.", "unstated"),
    ("Du er vagtens anker for to hjælpere og en afløser.", "unstated"),
    ("Vi søger en afløser for vores bogholder, der går på pension.", "unstated"),
    ("Du er vant til projektledelse.", "unstated"),
    ("Our permanent staff is friendly.", "unstated"),
    ("Du får mulighed for fastansættelse.", "unstated"),
    ("Biblioteket er åbent indtil kl. 22.", "unstated"),
    ("Vi vejleder studerende i seks måneder ad gangen.", "unstated"),
]


def facts(title: str, text: str):
    return read(Vacancy(id="x", title=title, description=text))


@pytest.mark.parametrize(("title", "text", "employment"), SPECIAL)
def test_what_is_not_ordinary_is_seen(title: str, text: str, employment: str) -> None:
    found = facts(title, text)
    assert found.employment == employment
    assert found.employment_quote in (title, *text.splitlines()) or found.employment_quote in text


@pytest.mark.parametrize(("title", "text"), ORDINARY)
def test_what_only_looks_special_is_ordinary(title: str, text: str) -> None:
    found = facts(title, text)
    assert (found.employment, found.employment_quote) == ("ordinary", None)


def test_an_ad_that_speaks_to_the_young_only_addresses_them() -> None:
    found = facts("Opvasker", "Hvis du er under 18 år og vil tjene penge, er det måske dig.")
    assert (found.employment, found.only_addressed) == ("youth", True)


def test_an_ad_that_speaks_to_several_groups_is_ordinary() -> None:
    found = facts("Opvasker", "Er du studerende, hjemmegående eller pensionist? Så læs videre.")
    assert (found.employment, found.only_addressed) == ("ordinary", False)


@pytest.mark.parametrize(("text", "contract"), CONTRACTS)
def test_contract(text: str, contract: str) -> None:
    found = facts("Kollega", text)
    assert found.contract == contract
    assert (found.contract_quote is None) == (contract == "unstated")
