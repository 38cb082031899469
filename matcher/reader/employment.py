"""The kind of employment that an ad offers, and the contract.

An ad is ordinary unless its own words say otherwise, and most such words also occur in ordinary ads: colleagues in
fleksjob, apprentices to be taught, pupils, volunteers to be coordinated. So the words that ``TRAPS`` know are masked
first. A kind then needs an *offer*: the word as a job in the title, or in a sentence that says that this post is one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from matcher.reader.denials import ruled_out
from matcher.reader.patterns import Grammar, Pattern, first_match, mask
from matcher.reader.sentences import Sentence, mentioning
from matcher.schema import Contract, Employment

_phrase = Grammar(
    {
        "flex": (r"fle(?:ks|x)-?job(?:s|bet|ber|bere|beren)?", r"fleksjob(?:stilling|ansættelse)\w*"),
        "subsidy": (
            r"løntilskud(?:det)?",
            r"løntilskuds(?:job|stilling|ansættelse|plads)\w*",
            r"skånejob(?:bet)?",
            "isbryderordning(?:en)?",
            r"wage subsid\w+",
            r"subsidi[sz]ed (?:job|position|post|employment)",
        ),
        "practice": (
            r"virksomhedspraktik\w*",
            r"jobpraktik(?:ken)?",
            r"snusepraktik\w*",
            "praktik",
            r"praktikplads(?:en)?",
            r"praktikforløb",
            r"praktikant(?:er)?",
            r"arbejdsprøvning\w*",
            "internships?",
        ),
        "intern": (
            r"(?:an|as|our next|paid|unpaid|summer|student|marketing|graduate) interns?",
            "interns",
            r"intern(?=_$|_[-(])",
            r"intern (?:for|at|position|role)",
        ),
        "reserved": (
            "seniorjob(?:bet)?",
            r"jobrotationsvikar\w*",
            r"(?<=\bi\s)jobrotation(?! mellem)",
            "nytteindsats(?:en)?",
            "nyttejob",
            r"klap-?_?(?:job(?:bet)?|medarbejder\w*)",
            r"(?:den )?arbejdspligt(?:en)?",
            r"senior job scheme",
            r"beskyttet (?:beskæftigelse|job|værksted)",
            r"særligt tilrettelagt (?:job|stilling|beskæftigelse|ansættelse)",
            "integrationsgrunduddannelse",
            r"igu(?:-forløb)?",
        ),
        "special": "<flex>|<subsidy>|<practice>|<reserved>",
        "ordinary": (
            r"ordinær\w*",
            r"ordinært?",
            r"almindelig\w* (?:stilling|job|vilkår|ansættelse)",
            "ordinary",
            "regular",
        ),
        "this": (
            "stillingen",
            "jobbet",
            "denne stilling",
            "dette job",
            "stilling",
            "der er tale om",
            "det er",
            "ansættelsen",
            r"ansættelsesform\w*:?",
            "the position",
            "the job",
            "this is",
        ),
        "seek": (
            "vi søger",
            "vi opretter",
            "opretter",
            "vi tilbyder",
            "tilbyder",
            "tilbydes",
            "søges",
            "opslås",
            "besættes",
            "ansættes",
            "ansætter",
            "oprettes",
            "søger",
            "ledigt?",
            "har brug for",
            "plads til",
            "mangler",
            "we offer",
            "we are looking for",
            "we seek",
            "looking for",
            "seeks",
            "hiring",
        ),
        "post": "<this>|<seek>",
        "near": r"(?:(?!(?:<turn>)\b)[\w,-]+ ){0,8}?",  # words that address nobody else
        "turn": (
            "om",
            "der",
            "hvor",
            "skal",
            r"behandle\w*",
            r"vejlede\w*",
            r"borger\w*",
            "ledige",
            r"sager\w*",
            "ikke",
            "who",
        ),
        "adjectives": r"(?:(?!(?:<phrase>)\b)[\w-]+ ){0,4}?",  # words that only describe the person sought
        "phrase": (
            "til",
            "for",
            "med",
            "af",
            "der",
            "som",
            "hos",
            "og",
            "eller",
            "i",
            "på",
            "om",
            "with",
            "of",
            "who",
            "ikke",
        ),
        "entitled": (
            "visiteret",
            "godkendt",
            "bevilget",
            "bevilliget",
            "berettiget",
            "tilkendt",
            "ret",
            "eligible",
            "approved",
            "omfattet",
        ),
        "plural": (
            "borgere",
            "borgerne",
            "ledige",
            "mennesker",
            "personer",
            "kandidater",
            "deltagere",
            "unge",
            r"\w*kolleg(?:er|aer)",
            "medarbejdere",
            "ansatte",
            "dem",
            "mange",
            "colleagues",
            "people",
            "citizens",
            "staff",
            "employees",
            "folk",
            "virksomheder",
        ),
        "ours": (
            "vores",
            "vore",
            "har",
            "to",
            "tre",
            "fire",
            "en kollega i",
            "en af vores",
            "our",
            "kendskab til",
            "viden om",
            "erfaring med",
            "erfaring fra",
            "knowledge of",
            "ordninger som",
            "reglerne for",
            "sager om",
            "herunder",
            r"etablere\w*",
            "opfølgning på",
            "visitation til",
            "arbejder med",
            r"vejlede\w* \w+",
            "inden for",
        ),
        "pupil": (
            r"(?:(?!skole|folkeskole|gymnasie)\w*)elev(?!-)",
            r"\w*lærling(?!-)",
            r"\w*læreplads(?:en|er)?",
            r"\w*elevplads(?:en|er)?",
            r"elevstilling\w*",
            "apprentice(?:ship)?",
        ),
        "pupils": (r"(?:<trade>)?(?:elever|lærlinge)", r"\w+lærlinge", "apprentices"),
        "trade": (
            "kontor",
            "salgs",
            "butiks",
            "bager",
            "kokke",
            "tjener",
            "receptions",
            "handels",
            "lager",
            "sosu-?",
            "assistent",
            "hjælper",
            "gastronom",
            "ernærings",
            "frisør",
            "detail",
            "industri",
            "mekaniker",
        ),
        "teach": (
            r"oplær\w*",
            r"uddanne\w*",
            r"vejled\w*",
            r"undervis\w*",
            r"ansvar\w* for",
            "sammen med",
            "vores",
            "vore",
            "med",
            "hjælpe?",
            "instruere",
            r"teach\w*",
            r"train\w*",
            "our",
            r"supervis\w*",
            "mentor for",
            r"coordinat\w*",
            r"lede[rs]?",
        ),
        "count": ("har", "og", "en", "to", "tre", "fire", "fem", "seks", "ti", r"\d+", "nogle", "and", "two", "three"),
        "juniors": (
            r"elever\w*",
            r"\w*lærling(?:e|er|en|ene)?",
            "apprentices?",
            "praktikanter",
            r"\w*studerende",
            r"studentermedhjælper(?:e|ne)?",
            r"ungarbejder(?:e|ne)?",
            "interns",
            "fritidsjobbere",
            "student assistants",
        ),
        "notsought": r"(?<!søger\s)(?<!ansætter\s)(?<!mangler\s)(?<!søges\s)(?<!for\s)(?<!plads\stil\s)",
        "studentjob": (
            r"studiemedarbejder(?:e|en)?",
            r"student(?:er)?medhjælper(?:e|en)?",
            r"studiemedhjælper(?:e|en)?",
            r"studiejob(?:bet|s)?",
            r"studenterjob",
            r"student (?:assistant|worker|job|helper|position|employee)s?",
            "working student",
            r"studenterstilling\w*",
            r"stud\.\w+",
        ),
        "enrolled": (
            "indskrevet",
            r"studerende(?!,? og| eller|,? som du)",
            r"studieaktiv\w*",
            "enrolled",
            r"under uddannelse(?! til)",
            r"(?:(?:a|university|college|full-time) )+student",
            "immatrikuleret",
        ),
        "youthjob": (
            r"unge?arbejder(?:e|en)?",
            "ungdomsarbejder",
            r"fritidsjob(?:bet)?",
            r"fritidsjobber(?:e)?",
            r"flaskedreng\w*",
            r"youth (?:worker|job|employee)s?",
            "under-?_?18s?",
        ),
        "minor": (
            r"under 18(?: år| years)?",
            r"(?:mellem |between )?1[3-7]_(?:-|til|og|to|and)_1[5-7](?:_år| years?"
            r"|-årig\w*)",
            r"1[3-7] (?:eller|or) 1[5-7] år",
            r"1[3-7]-årig\w*",
        ),
        "young": (
            "børn",
            "unge",
            "borgere",
            "teenagere",
            r"elever\w*",
            "children",
            "youngsters",
            "young people",
            "piger",
            "drenge",
            "målgruppen",
            "klubben",
        ),
        "freelance": (
            r"freelance\w*",
            r"free-lance\w*",
            "self-employed",
            r"(?:independent )?contractors?",
            r"franchisetager\w*",
        ),
        "nosalary": (
            r"commission[\s-]only",
            r"(?:ren|rent|kun|udelukkende|100_%) provision\w*",
            r"provisions(?:løn|baseret)\w*",
            "b-indkomst",
            "b-honorar",
            r"selvstændig (?:erhvervsdrivende|næringsdrivende|vognmand|distributør)",
        ),
    }
).pattern


# ---- words about something else; masked first

TRAPS = (
    _phrase(
        "others in special jobs",
        r"<notsought><plural>,?(?: \w+){0,4}? (?:<special>)",
        yes="vi har også kolleger i fleksjob",
        no="Stillingen er et fleksjob",
    ),
    _phrase(
        "special colleagues",
        r"(?:<ours>) (?:\w+,? (?:og|i) )?(?:<special>)",
        yes="kendskab til fleksjob",
        no="vi opretter et fleksjob",
    ),
    _phrase(
        "special as a field",
        r"\w*(?:konsulent|koordinator|rådgiver|vejleder|sagsbehandler"
        r"|formidler)\w*(?: (?:til|for|om|med|inden for|på)| \()(?: \w+){0,3}?_<special>",
        yes="Jobkonsulent til virksomhedspraktik",
        no="Konsulent i fleksjob",
    ),
    _phrase(
        "practice as a duty",
        r"praktik(?:vejled|ansvarlig|koordinator)\w*|efter (?:en )?praktik|i praksis"
        r"|praktikplads(?:er)? (?:til|for) \w+|(?:ønsker|søger|finde|får|mangler) en praktikplads",
        yes="du bliver praktikvejleder",
        no="vi søger en praktikant",
    ),
    _phrase(
        "begin with practice",
        r"(?:starte[rs]?|begynde[rs]?|indlede[rs]?|mulighed for)(?: \w+)?(?: med)?(?: en"
        r"| et)? <practice>",
        yes="kan starte med en virksomhedspraktik",
        no="søges til virksomhedspraktik",
    ),
    _phrase(
        "students in practice",
        r"studerende i praktik|praktikophold",
        yes="vi tager imod studerende i praktik",
        no="en person i praktik",
    ),
    _phrase(
        "try it first",
        r"snusepraktik|praktik (?:et par|nogle|i en|en) (?:dage?|uger?)|kom (?:gerne )?i praktik",
        yes="snusepraktik et par dage",
        no="virksomhedspraktik",
    ),
    _phrase(
        "teaching juniors", r"(?:<teach>) (?:\w+ ){0,2}?(?:<juniors>)", yes="du oplærer vores elever", no="elever søges"
    ),
    _phrase(
        "junior colleagues",
        r"<notsought>(?:<count>) (?:\w+ )?(?:<juniors>)",
        yes="har altid to lærlinge",
        no="vi søger to ungarbejdere",
    ),
    _phrase(
        "finished junior",
        r"(?:nyudlært|udlært|færdig\w*|tidligere|været|former|har været|din tid som"
        r"|erfaring som) (?:en )?(?:\w+ )?(?:<pupil>|<practice>|<studentjob>|<freelance>)",
        yes="nyudlært kontorelev",
        no="kontorelev søges",
    ),
    _phrase(
        "one pupil",
        r"(?<!plads\s)(?:til|for|med|af|hver|omkring|den enkelte) (?:en )?elev",
        yes="pædagog til elev med autisme",
        no="vi søger en elev",
    ),
    _phrase(
        "with volunteers",
        r"(?:vores|vore|med|af|(?<!brug\s)(?<!looking\s)for|fra|og|flok|\d+|mange|engagerede"
        r"|nye|de|our|with|from|by|of|the|samt|erfaring som|været|enten som) (?:\w+ )?(?:frivillige?|volunteers?)",
        yes="sammen med vores frivillige",
        no="Frivillige søges",
    ),
    _phrase(
        "voluntary sector",
        r"frivillig(?:koordinator|leder|konsulent|central|center|arbejd|organisation)\w*"
        r"|frivilligt? (?:forening|organisation|sektor|arbejde)|volunteer (?:coordinator|manager"
        r"|organi[sz]ation)\w*",
        yes="Frivilligkoordinator",
        no="Frivillig",
    ),
    _phrase(
        "salary and commission",
        r"(?:fast løn|grundløn|timeløn|base salary|fixed salary|løn)(?:_\+_| plus | og "
        r"| samt | and )(?:\w+ ){0,2}?(?:provision\w*|commission)",
        yes="fast løn + provision",
        no="ren provision",
    ),
    _phrase(
        "their freelancers",
        r"(?:vores|med|our|with|andre|eksterne|og|af|styring af"
        r"|koordiner\w*) (?:\w+ )?freelance(?:rne|re|rs|fotografer)",
        yes="samarbejde med freelancere",
        no="søger freelance tolke",
    ),
    _phrase(
        "not the young",
        r"(?:ikke|fyldt|over|mindst|minimum|not|no) (?:være )?(?:under 18|under-18s)|(?:er du"
        r"|hvis du er|if you are) <minor>[^.;!?]{0,40} (?:ikke|not|cannot)",
        yes="du må ikke være under 18",
        no="du er under 18 år",
    ),
    _phrase(
        "the young one works with",
        r"<notsought>(?:<young>)(?: [\w-]+){0,4} (?:<minor>)",
        yes="unge under 18 år",
        no="du er under 18 år",
    ),
)

# ---- offers


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of employment: the pattern for titles, and those for sentences that say the post is one.

    ``signs``: pieces of words, one of which is in every sentence that can match.
    """

    employment: Employment
    signs: tuple[str, ...]
    title: Pattern
    offers: tuple[Pattern, ...]


FLEKSJOB = Kind(
    "fleksjob",
    ("fleks", "flex"),
    _phrase("fleksjob title", r"<flex>", yes="Pedelmedhjælper i fleksjob", no="Konsulent til fleksjobteamet"),
    (
        _phrase(
            "fleksjob post",
            r"(?:<post>) <near><flex>",
            yes="vi opretter nu et fleksjob",
            no="vi søger en til sager om fleksjob",
        ),
        _phrase(
            "fleksjob entitled",
            r"(?:<entitled>) til (?:et |ansættelse i )?(?:<flex>|fleks)",
            yes="Du er visiteret til fleksjob",
            no="visiteret til hjemmehjælp",
        ),
        _phrase(
            "fleksjob heading",
            r"^(?:førtidspension_/_fleks|fleks(?:job)?)_:",
            yes="Fleksjob: 6-8 timer",
            no="Fleks er godt",
        ),
        _phrase(
            "fleksjob rules",
            r"(?:reglerne om|som et?|ansættelsesform:?|i) <flex>|<flex> (?:på|hos|som|med"
            r"|til) \w+",
            yes="Løn efter reglerne om fleksjob",
            no="flekstid på kontoret",
        ),
    ),
)
SUBSIDISED = Kind(
    "subsidised",
    ("tilskud", "skåne", "subsid", "isbryder"),
    _phrase("subsidised title", r"<subsidy>", yes="Kontormedhjælper (løntilskud)", no="Løn og personale"),
    (
        _phrase(
            "subsidised post",
            r"(?:<post>) <near><subsidy>",
            yes="Stillingen er et job med løntilskud",
            no="Løn aftales",
        ),
        _phrase(
            "subsidised wished",
            r"(?:kunne tænke dig|vil du have|lyst til|interesseret i) (?:et )?<subsidy>",
            yes="kunne tænke dig et skånejob",
            no="kunne tænke dig et fast job",
        ),
        _phrase(
            "subsidised entitled",
            r"(?:betingelser\w* for|reglerne om|(?:<entitled>) til|job med|ansat med"
            r"|ansat i|ansættelse med|as an?|in a) (?:\w+ )?<subsidy>",
            yes="berettiget til løntilskud",
            no="berettiget til ferie",
        ),
    ),
)
RESERVED = Kind(
    "reserved",
    (
        "seniorjob",
        "rotation",
        "nytte",
        "klap",
        "beskyttet",
        "tilrettelagt",
        "igu",
        "integrationsg",
        "førtidsp",
        "arbejdspligt",
        "senior job",
    ),
    _phrase("reserved title", r"<reserved>|førtidspensionist\w*", yes="Seniorjob som pladsmand", no="Senior konsulent"),
    (
        _phrase(
            "reserved post",
            r"(?:<post>) <near>(?:<reserved>)",
            yes="Stillingen er et seniorjob efter loven",
            no="Stillingen er en seniorstilling",
        ),
        _phrase(
            "unemployed sought",
            r"(?:<seek>) (?:\w+ )?ledige (?:\w+ )?til (?:<reserved>)",
            yes="vi søger ledige til nytteindsats",
            no="vi søger ledige",
        ),
        _phrase(
            "reserved opening",
            r"^(?:<reserved>|jobrotation)(?: [\w.§]+){0,6}(?::|_$|\.)",
            yes="Jobrotation: du træder ind",
            no="Vi arbejder med jobrotation",
        ),
        _phrase(
            "done as reserved",
            r"(?:udføres|tilbydes|sker|foregår|omfattet af|oprettet som|reserved for"
            r"|on the)(?: som| \w+){0,5}? (?:<reserved>)",
            yes="Opgaven udføres som nytteindsats",
            no="Du måler nytteindsatser",
        ),
        _phrase(
            "reserved entitled",
            r"(?:(?:<entitled>) til|som led i|as part of|kun|forbeholdt|only for) (?:et "
            r"|en )?(?:<reserved>|førtidspensionister)",
            yes="ret til seniorjob",
            no="ret til ferie",
        ),
    ),
)
INTERNSHIP = Kind(
    "internship",
    ("praktik", "intern", "prøvning"),
    _phrase("internship title", r"<practice>|\w+ <intern>|<intern>", yes="Marketing intern", no="Intern sælger"),
    (
        _phrase(
            "internship post",
            r"(?:<post>|tager (?:vi )?(?:gerne )?imod|en person i) <near>(?:<practice>"
            r"|<intern>)",
            yes="tager vi gerne imod en person i virksomhedspraktik",
            no="vi tilbyder intern oplæring",
        ),
        _phrase(
            "come as an intern",
            r"kom i (?:virksomhedspraktik|jobpraktik) (?:hos|i|på)",
            yes="Kom i jobpraktik hos os",
            no="Kom i gang hos os",
        ),
        _phrase(
            "internship is",
            r"(?:praktikken|the internship|praktikforløbet|praktikperioden) (?:varer|er|lasts|is"
            r"|kan)|(?:ulønnet|lønnet|unpaid|paid) (?:praktik|internship)",
            yes="Praktikken varer typisk 4-8 uger",
            no="i praksis er det let",
        ),
    ),
)
APPRENTICESHIP = Kind(
    "apprenticeship",
    ("elev", "lærling", "lærep", "apprentice", "uddannelsesaftale"),
    _phrase(
        "apprentice title",
        r"<pupil>|(?:<pupils>)(?: søges| til| i|$)",
        yes="Malerlærling søges",
        no="Elev- og fraværskoordinator",
    ),
    (
        _phrase(
            "apprentice post",
            r"(?:<post>|vores nye|vores næste|blive|bliv) <adjectives>(?:<pupil>|<pupils>)",
            yes="vi søger en kontorelev",
            no="vi søger en støtte til en elev",
        ),
        _phrase(
            "apprentice wanted",
            r"(?:<pupil>) (?:søges|ledig)|^_ledig læreplads",
            yes="EUX-elev søges til it-afdelingen",
            no="eleverne søger læreplads",
        ),
        _phrase(
            "as an apprentice",
            r"som <adjectives>(?:<pupil>) (?:hos|i|på|får|bliver|kommer|lærer|vil|skal|er|har"
            r"|,)",
            yes="Som malerlærling kommer du rundt",
            no="som lærer for eleverne",
        ),
        _phrase(
            "apprentice place",
            r"(?:en |ledig |ledige |har )(?:\w+ )?(?:læreplads(?:er)?|elevplads(?:er)?)"
            r"|uddannelsesaftale|lærlingeløn|elevløn",
            yes="har en ledig læreplads",
            no="en ledig plads",
        ),
    ),
)
STUDENT = Kind(
    "student",
    ("stud", "indskr", "enrol", "immatr", "læser", "i gang med", "ved at læse", "under uddannelse"),
    _phrase(
        "student title",
        r"<studentjob>|(?<!ph\.d\.-)(?<!phd[-\s])stud(?:ent|erende) (?:til|søges|med|hos|i)"
        r"|students? (?:wanted|for|needed)",
        yes="Studentermedhjælper til IT",
        no="Studievejleder",
    ),
    (
        _phrase(
            "student post",
            r"(?:<post>) <adjectives><studentjob>",
            yes="Der er tale om et studiejob",
            no="Der er tale om et fast job",
        ),
        _phrase(
            "as a student",
            r"som (?:<studentjob>|student) (?:hos|i|på|får|bliver|kommer|hjælper|vil|skal|er|har)",
            yes="Som studentermedhjælper får du ansvar",
            no="erfaring som studentermedhjælper",
        ),
        _phrase(
            "student sought",
            r"(?:til|i|^)_(?:et|dit|vores) <adjectives>studiejob"
            r"|(?:<seek>) <adjectives>(?<!phd\s)(?<!ph\.d\.\s)student(?! teacher)",
            yes="vi søger en dygtig student",
            no="a phd student",
        ),
        _phrase(
            "enrolled",
            r"(?:du (?:er|skal være)|you (?:are|must be|should be)|at du er"
            r"|forudsætning) (?:[\w,]+ ){0,4}?(?:<enrolled>)(?! i en)",
            yes="du skal være indskrevet på en videregående uddannelse",
            no="du skal vejlede",
        ),
        _phrase(
            "studying",
            r"du (?:læser|studerer|er i gang med|er ved at læse)(?: [\w.-]+){0,6} (?:semester"
            r"|universitetet|bachelor\w*|kandidatudd\w*|videregående \w+)",
            yes="Du læser jura på mindst 3. semester",
            no="Du læser meget",
        ),
    ),
)
YOUTH = Kind(
    "youth",
    (
        "ungarb",
        "ungearb",
        "ungdomsarb",
        "fritidsjob",
        "flaskedreng",
        "under 18",
        "under-18",
        "under18",
        "youth",
        "15",
        "16",
        "17",
    ),
    _phrase("youth title", r"<youthjob>|<minor>", yes="Ungarbejder til flaskerum", no="Ungdomsskolelærer"),
    (
        _phrase(
            "youth post",
            r"(?:<post>) <adjectives><youthjob>|som <youthjob> (?:hos|i|får|bliver|kommer|skal|er)",
            yes="søger to ungarbejdere",
            no="søger to unge arbejdere",
        ),
        _phrase(
            "youth age",
            r"(?:er du|(?<!hvis\s)du er|du skal være|at du er|jer|are you|(?<!if\s)you are|must be"
            r"|søger unge) (?:\w+ ){0,3}?(?:<minor>)",
            yes="Er du mellem 15 og 17 år",
            no="du skal være fyldt 18 år",
        ),
    ),
)
VOLUNTARY = Kind(
    "voluntary",
    ("frivillig", "volunt", "lønne", "unpaid"),
    _phrase(
        "volunteer title", r"\w*frivillige?|volunteers?", yes="Frivillig til genbrugsbutik", no="Frivilligkoordinator"
    ),
    (
        _phrase(
            "volunteer post",
            r"(?:<post>|bliv|blive|become|vil du være|vær med som) <adjectives>(?:\w*frivillige?"
            r"|volunteers?)(?! \w*(?:lærer|organisation|forening|basis))",
            yes="vi søger frivillige",
            no="vi søger frivilligkoordinatorer",
        ),
        _phrase(
            "as a volunteer",
            r"som frivillig (?:hos|i|på|får|bliver|kommer|hjælper|er|har|\w+r du)",
            yes="Som frivillig besøger du en ældre",
            no="ansat som frivilligkoordinator",
        ),
        _phrase("volunteer with us", r"volunteer with us", yes="Volunteer with us", no="with our volunteers"),
        _phrase(
            "unpaid work",
            r"(?:arbejdet|jobbet|indsatsen|stillingen|opgaven|position|work|role) (?:er|is|ydes"
            r"|foregår) (?:\w+ ){0,2}?(?:ulønne[dt]|frivilligt?|unpaid|voluntary)|frivilligt og ulønnet"
            r"|drives af ulønnede",
            yes="Arbejdet er ulønnet",
            no="De gør det ulønnet",
        ),
    ),
)
SELF_EMPLOYED = Kind(
    "self_employed",
    (
        "freelance",
        "free-lance",
        "self-employed",
        "contractor",
        "franchise",
        "commission",
        "provision",
        "b-ind",
        "b-hon",
        "dig selv",
        "selvstændig",
        "faktur",
        "cvr",
        "invoice",
        "your own",
        "egen virk",
        "egen chef",
        "eget firma",
        "not an employee",
        "not employed",
        "ikke ansat",
        "ikke lønmodtager",
        "own boss",
    ),
    _phrase("self-employed title", r"<freelance>|<nosalary>", yes="10 freelance tolke", no="Selvstændig smed"),
    (
        _phrase(
            "self-employed post",
            r"(?:<post>|som|as an?|på|on an?) <adjectives>(?:<freelance>)|freelance-?_?basis",
            yes="vi søger en freelance grafiker",
            no="vi søger en grafiker",
        ),
        _phrase("no salary", r"<nosalary>", yes="Aflønningen er ren provision", no="Lønnen er fast"),
        _phrase(
            "own invoice",
            r"du (?:arbejder for dig selv|fakturerer (?:os|selv)|sender (?:os )?en faktura)"
            r"|(?:you|and|to|partner) invoice us|(?:skal have|har) (?:et |eget |dit eget ){0,2}cvr\S*",
            yes="du fakturerer os den sidste i måneden",
            no="du fakturerer vores kunder",
        ),
        _phrase(
            "no employee",
            r"(?:you are|you're|you will be|as a rider you are) not (?:an employee|employed)"
            r"|du (?:er|bliver) ikke (?:ansat|lønmodtager)(?! (?:endnu|for|som|på|i|under|alene))"
            r"|(?:be|being) your own boss",
            yes="you are not an employee at our firm",
            no="du er ikke ansat for at stå stille",
        ),
        _phrase(
            "own business",
            r"your own (?:business|company|vat number)|bliv (?:din egen chef|selvstændig)"
            r"|dit eget firma|din egen virksomhed",
            yes="you run your own business",
            no="your own desk",
        ),
    ),
)

KINDS = (
    FLEKSJOB,
    SUBSIDISED,
    RESERVED,
    INTERNSHIP,
    APPRENTICESHIP,
    STUDENT,
    YOUTH,
    VOLUNTARY,
    SELF_EMPLOYED,
)

# Kinds that may be denied: "ikke løntilskud eller praktik", "fleksjob: nej".
KIND = _phrase(
    "kind of job", r"<special>|<freelance>|selvstændig|<studentjob>|<pupil>|<youthjob>", yes="et fleksjob", no="et job"
)

MIXED = (
    _phrase(
        "ordinary or special",
        r"<ordinary>(?: \w+){0,4}?,? (?:eller|og|og/eller|or|/|såvel som"
        r"|samt)(?: \w+){0,6}? (?:<flex>|<subsidy>|<reserved>)",
        yes="ordinær ansættelse eller fleksjob",
        no="ordinær stilling",
    ),
    _phrase(
        "both kinds of applicants",
        r"(?:både|open to|hører gerne)(?:,? [\w-]+){0,8}? (?:<ordinary>)"
        r"(?:,? [\w-]+){0,8}? (?:<flex>|<subsidy>)",
        yes="både dig, der søger ordinært job, og dig, der søger fleksjob",
        no="både job og fritid",
    ),
    _phrase(
        "subsidy possible",
        r"(?:løntilskud|wage subsidy) (?:is|er|kan) (?:også |also )?"
        r"(?:possible|muligt|en mulighed)",
        yes="a wage subsidy is also possible",
        no="a wage subsidy is paid",
    ),
    _phrase(
        "special or ordinary",
        r"(?:<flex>|<subsidy>|<reserved>)(?: \w+){0,3}?,? (?:eller|og|or|/|såvel som|samt"
        r"|men også)(?: \w+){0,5}? <ordinary>",
        yes="fleksjob eller ordinær stilling",
        no="et ordinært job",
    ),
    _phrase(
        "also as special",
        r"(?:også|evt\.?|eventuelt|mulighed for|kan(?: \w+){0,3} som|may be|also|possible as"
        r"|gerne) <near>(?:<flex>|løntilskud|wage subsidy)",
        yes="stillingen kan også besættes som fleksjob",
        no="vi opretter et fleksjob",
    ),
    _phrase(
        "trained or apprentice",
        r"(?:svend|faglært|udlært|uddannet)(?: \w+)?_(?:eller|/) (?:en )?\w*lærling"
        r"|lærling_(?:eller|/)_(?:en )?(?:\w*svend|faglært|udlært)",
        yes="en svend eller lærling",
        no="en lærling",
    ),
)

# ---- ads that address a group and are open to others

ADDRESSED: tuple[tuple[Employment, Pattern], ...] = (
    (
        "youth",
        _phrase(
            "if you are young",
            r"(?:hvis du er|er du|måske er du|dig,? der er|if you are"
            r"|are you) under 18(?: år)?(?!,? eller)",
            yes="så hvis du er under 18 år",
            no="du skal være fyldt 18",
        ),
    ),
    (
        "student",
        _phrase(
            "if you study",
            r"(?:hvis du er|er du|are you an?|if you are an?) (?:\w+ )?(?:studerende"
            r"|student|under uddannelse)(?!,| eller| og har| or)",
            yes="Er du studerende",
            no="Er du uddannet",
        ),
    ),
)
ALL_WELCOME = _phrase(
    "all welcome",
    r"alle er velkomne|alle kan søge|everyone is welcome|all are welcome|uanset om du",
    yes="Alle er velkomne.",
    no="alle dage",
)

# ---- contract

_time_phrase = Grammar(
    {
        "relief": (
            r"tilkalde(?:vikar|afløser|medarbejder)\w*",
            r"timevikar\w*",
            r"timeafløser\w*",
            r"løsarbejder\w*",
            r"vikarkorps\w*",
            "tilkaldebasis",
            r"ringevikar\w*",
            r"zero[\s-]hours?",
            r"casual (?:work|staff|worker|basis)\w*",
        ),
        "oncall": r"on[\s-]call",
        "pool": (
            "basis",
            "list",
            "staff",
            "pool",
            "contract",
            "work",
            "position",
            "cleaner",
            "kitchen",
            "nurse",
            "teacher",
            "employee",
            "assistant",
            "helper",
            "driver",
            "substitute",
            "worker",
        ),
        "cover": (
            r"\w*vikariat(?:et|er|erne)?",
            r"barselsvikar\w*",
            r"årsvikar\w*",
            r"\w*ferieafløser\w*",
            r"(?:maternity|parental|paternity|sick|leave)(?: leave)? cover",
            r"sygevikar\w*",
            r"orlovsvikar\w*",
            r"barselsorlov\w*",
            r"vikar(?= i)",
            r"vikar(?:er)?(?= til| søges| for| fra|_$)",
            r"(?:lærer|pædagog|kok|kontor)vikar(?:er)?",
        ),
        "limited": (
            r"tidsbegrænse[dt]\w*",
            r"tidsbestemt\w*",
            r"midlertidig\w* (?:stilling|ansættelse|job|kontrakt)\w*",
            r"(?:stillingen|ansættelsen|jobbet) er (?:\w+ )?midlertidig",
            "temporary",
            r"fixed[\s-]term",
            "limited period",
            "time-limited",
        ),
        "project": (r"projektansæt\w*", r"projektansat\w*", r"projektstilling\w*", r"project (?:employment|position)"),
        "season": (
            r"sæson(?:arbejd|job|hjælp|stilling|ansæt|ansat|medarbejd|folk)\w*",
            r"(?:sæson(?:en)?|season) 20\d\d",
            r"(?:kommende|næste|hele|denne) sæson",
            "sæsonen løber",
            r"seasonal\w*",
            r"julehjælp\w*",
            "julejob",
            r"(?:til|i) (?:jule|sommer|høst)sæsonen",
            r"sommerjob\w*",
            r"sommervikar\w*",
            r"ferievikar\w*",
            r"juleassistance",
            r"høsthjælp\w*",
            "summer job",
        ),
        "job": (
            r"\w*stilling\w*",
            r"\w*job\w*",
            r"praktik\w*",
            r"ansættelse\w*",
            r"vikariat\w*",
            r"kontrakt\w*",
            "position",
            "contract",
            "internship",
            "der er tale om",
        ),
        "lasting": (
            r"varer",
            "løber",
            r"varighed(?: på| er)?:?",
            "lasts?",
            "for a period of",
            "i en periode på",
            "duration:?",
        ),
        "roughly": r"(?:(?:typisk|ca\.?|cirka|op til|about|up to|approximately|over|i) ){0,2}",
        "span": r"(?:<number>|et halvt)(?:_-_<number>)? (?:måneder|mdr\.?|uger|år|months|weeks|years?)",
        "bound": (
            r"ansættelse\w*",
            r"\w*vikar\w*",
            "contract",
            "løber",
            "ansat",
            r"kontrakt\w*",
            "stillingen er",
            "stillingen løber",
        ),
        "until": ("frem til", "indtil", "til og med", r"t\.o\.m\.?", "until", "ends on", "til udgangen af", "udløber"),
        "when": (
            r"(?:den |d\.?_)?\d+",
            "udgangen",
            "ultimo",
            "medio",
            "sommer",
            "jul",
            "årets",
            "påske",
            "the end",
            r"\w+ (?:er tilbage|vender)",
            "sommerferien",
            "nytår",
            "skoleårets",
            "december",
            "march",
            "june",
            "august",
        ),
        "fastpost": (
            r"fastansætte\w*",
            "fastansat",
            r"faste? (?:\w+ )?(?:stilling(?:er|en)?|ansættelse\w*|job)",
            "fast ansat",
            r"varigt?e? (?:\w+ )?(?:stilling\w*|ansættelse\w*|job)",
            r"tids?ubegrænset\w*",
            r"ikke tidsbegrænset\w*",
            r"søge[rs] (?:\w+ )?faste? (?:medarbejder|kollega|\w*assistent|\w*hjælper|\w*chauffør)\w*",
        ),
    }
).pattern
ON_CALL = (
    _time_phrase("on-call worker", r"<relief>", yes="ansat hos os som tilkaldevikar", no="vikariat"),
    _time_phrase(
        "relief sought",
        r"(?:søge[rs] (?:\w+ ){0,4}?|som (?:\w+ )?|stilling\w* som |brug for (?:\w+ ){0,3}?"
        r"|^(?:\w+ )?)(?:(?!\w*ferie)\w*afløsere?)(?! (?:for|til vores|af|i stedet))(?: søges)?|relief \w+",
        yes="Afløser søges til rengøring",
        no="en afløser for vores bogholder",
    ),
    _time_phrase(
        "on call in english",
        r"\(<oncall>\)|be <oncall>,? which|<oncall> (?:<pool>)\w*|on an <oncall>",
        yes="a list of on-call kitchen helpers",
        no="every sixth week you are on-call",
    ),
    _time_phrase(
        "called when needed",
        r"(?:kaldes|ringer til dig|tilkaldes|call you"
        r"|text you) (?:\w+ ){0,3}?(?:efter behov|når der er (?:brug|behov)|when there is a shift"
        r"|when needed)|(?:vagter|timer|work) efter behov",
        yes="du tilkaldes efter behov",
        no="efter behov får du hjælp",
    ),
)
TEMPORARY = (
    _time_phrase("replacement", r"<cover>", yes="søger en barselsvikar", no="vikarbureau"),
    _time_phrase("limited in time", r"<limited>", yes="en tidsbegrænset stilling", no="midlertidigt ophold"),
    _time_phrase("project", r"<project>", yes="langvarig projektansættelse", no="projektleder"),
    _time_phrase("season", r"<season>", yes="Gartnermedhjælper, sæson 2027", no="i højsæsonen"),
    _time_phrase(
        "for so long",
        r"(?:<job>)[^;!?]{0,60}? (?:<lasting>) <roughly><span>(?! (?:siden|frem|at ))",
        yes="Stillingen varer seks måneder",
        no="Kurset varer tre uger",
    ),
    _time_phrase(
        "post of months",
        r"(?:kontrakt|ansættelse|stilling)\w* (?:på|i|for) <span>",
        yes="kontrakt på 6 måneder",
        no="oplæring på tre måneder",
    ),
    _time_phrase(
        "years' post",
        r"(?:<number>)-?_?årigt?e? (?:\w+ )?(?:\w*stilling|ansættelse|\w*vikariat|projekt)\w*",
        yes="en ét-årig lægestilling",
        no="en flerårig erfaring",
    ),
    _time_phrase(
        "months' contract",
        r"<number>[\s-](?:måneders|months?|month) (?:ansættelse|kontrakt|contract"
        r"|position|projekt)",
        yes="six-month contract",
        no="six months",
    ),
    _time_phrase(
        "bound to end",
        r"(?:<bound>)<gap>(?:<until>) (?:<when>)|(?:frem til|indtil) (?:sommerferien|jul"
        r"|nytår|påske|skoleårets|udgangen)",
        yes="en ansættelse, der løber til udgangen af 2028",
        no="åbent indtil kl. 21",
    ),
    _time_phrase(
        "through to",
        r"fra (?:den |d\. )?\d<gap>til og med",
        yes="fra den 1. marts til og med den 30. november",
        no="fra den 1. marts",
    ),
)
PERMANENT = (
    _time_phrase("permanent", r"<fastpost>", yes="en fast stilling", no="en fast rute"),
    _time_phrase(
        "post is permanent",
        r"(?:stillingen|ansættelsen|jobbet|stillingerne"
        r"|stilling:?)(?: er)? (?:en )?(?:fast|faste|varig|permanent)(?! (?:løn|plan|tid|rute|timetal|på))",
        yes="Stillingen er fast",
        no="lønnen er fast",
    ),
    _time_phrase(
        "permanent in english",
        r"(?:permanent|open-ended)(?:,? full[\s-]time|,? part[\s-]time)? (?:position"
        r"|contract|employment|job|role|post|basis)|position is permanent|(?:full|part)[\s-]time,? permanent",
        yes="Permanent contract",
        no="permanent staff",
    ),
)
CONTRACT_TRAPS = (
    _time_phrase(
        "perhaps permanent",
        r"(?:mulighed for|chance for|efterfølgende|possibility of|senere|på sigt"
        r"|føre til|lead to|udsigt til)(?: \w+){0,3}? (?:fastansæt\w*|fast (?:stilling|ansættelse|job)"
        r"|permanent \w+|varig \w+)",
        yes="mulighed for fastansættelse",
        no="en fastansættelse",
    ),
    _time_phrase(
        "may become permanent", r"kan(?: \w+){0,2} blive fastansat", yes="Du kan blive fastansat", no="bliver fastansat"
    ),
    _time_phrase(
        "agency",
        r"\w*bureau(?:er|et)?[^;!?]{0,160}|temp(?:orary)? (?:work )?agency[^;!?]{0,160}|(?:dine"
        r"|vores|faste|for|af|til) vikarer",
        yes="et lokalt vikarbureau",
        no="et vikariat",
    ),
    _time_phrase(
        "not temporary",
        r"(?:ikke|not) (?:et |en |a )?(?:vikariat|temporary|sæsonarbejde)",
        yes="det er ikke et vikariat",
        no="det er et vikariat",
    ),
    _time_phrase(
        "another offer",
        r"(?:også|desuden|samt|derudover|also) (?:\w+ ){0,4}?\w*vikariat(?:er)?(?! som)",
        yes="har vi også et ledigt vikariat",
        no="vi har et ledigt vikariat",
    ),
    _time_phrase(
        "a colleague on call",
        r"(?:og|hjælpere,?|to|tre|vores|med|af|for|kollega|har) (?:en "
        r"|et par )?(?:afløsere?)",
        yes="to hjælpere og en afløser",
        no="som afløser",
    ),
    _time_phrase(
        "probation",
        r"<number> måneders prøve\w*|prøvetid\w*|trial period",
        yes="tre måneders prøvetid",
        no="tre måneder",
    ),
    _time_phrase(
        "temporary for others",
        r"(?:dækker|leave for|passe|under) (?:\w+ )?barselsorlov\w*"
        r"|midlertidige? (?:ophold|boliger)",
        yes="boliger til midlertidige ophold",
        no="et midlertidigt job",
    ),
)

PATTERNS = (
    *TRAPS,
    KIND,
    *(kind.title for kind in KINDS),
    *(offer for kind in KINDS for offer in kind.offers),
    *MIXED,
    *(way for _, way in ADDRESSED),
    ALL_WELCOME,
    *ON_CALL,
    *TEMPORARY,
    *PERMANENT,
    *CONTRACT_TRAPS,
)

TRIGGERS = tuple(sign for kind in KINDS for sign in kind.signs)
CONTRACT_TRIGGERS = (
    "vikar",
    "afløs",
    "løsarb",
    "tilkald",
    "casual",
    "zero",
    "relief",
    "on-call",
    "on call",
    "call you",
    "text you",
    "behov",
    "begræns",
    "tidsbestemt",
    "midlertidig",
    "temporary",
    "fixed",
    "limited",
    "projekt",
    "project",
    "sæson",
    "season",
    "julehj",
    "julejob",
    "sommer",
    "varer",
    "varighed",
    "lasts",
    "måned",
    "month",
    "uger",
    "mdr",
    "indtil",
    "frem til",
    "til og med",
    "t.o.m",
    "until",
    "ends on",
    "udgang",
    "udløb",
    "fast",
    "varig",
    "permanent",
    "open-ended",
    "cover",
    "barsel",
    "høsth",
    "juleas",
    "årig",
)


@dataclass(frozen=True, slots=True)
class EmploymentFact:
    """The kind, its quote (none for ordinary), and whether the ad is open to that group only."""

    employment: Employment = "ordinary"
    quote: str | None = None
    only_addressed: bool = False


@dataclass(frozen=True, slots=True)
class ContractFact:
    """The form of contract and its quote."""

    contract: Contract = "unstated"
    quote: str | None = None


def read_employment(sentences: Sequence[Sentence]) -> EmploymentFact:
    """Reads the kind of employment: ordinary unless the words say otherwise. The title beats the description."""
    telling = mentioning(sentences, TRIGGERS)
    fact = _mixed(telling) or _offered(telling) or _addressed(telling)
    open_to_all = fact and fact.only_addressed and any(ALL_WELCOME.search(s.text) for s in sentences)
    return EmploymentFact() if fact is None or open_to_all else fact


def _mixed(sentences: Sequence[Sentence]) -> EmploymentFact | None:
    for sentence in sentences:
        span = _first(MIXED, sentence.text) and _first(MIXED, _offering(sentence.text))
        if span:
            return EmploymentFact("mixed", sentence.quote(*span))
    return None


def _offered(sentences: Sequence[Sentence]) -> EmploymentFact | None:
    for in_title in (True, False):
        for kind in KINDS:
            patterns = (kind.title, *kind.offers) if in_title else kind.offers
            for sentence in mentioning([s for s in sentences if s.in_title == in_title], kind.signs):
                span = _first(patterns, sentence.text) and _first(patterns, _offering(sentence.text))
                if span:
                    return EmploymentFact(kind.employment, sentence.quote(*span))
    return None


def _offering(text: str) -> str:
    """A folded sentence with words about others, and denied words, overwritten."""
    plain = mask(text, TRAPS)
    for kind in KIND.finditer(text):
        if ruled_out(text, *kind.span()) == "denied":
            plain = plain[: kind.start()] + "#" * len(kind.group()) + plain[kind.end() :]
    return plain


def _first(patterns: Sequence[Pattern], text: str) -> tuple[int, int] | None:
    match = first_match(patterns, text)
    return match.span() if match else None


def _addressed(sentences: Sequence[Sentence]) -> EmploymentFact | None:
    """The group an ad addresses, if it addresses only one and does not say that all are welcome."""
    for employment, pattern in ADDRESSED:
        for sentence in sentences:
            span = _first((pattern,), sentence.text) and _first((pattern,), _offering(sentence.text))
            if span:
                return EmploymentFact(employment, sentence.quote(*span), only_addressed=True)
    return None


def read_contract(sentences: Sequence[Sentence]) -> ContractFact:
    """Reads the contract. On call beats temporary, which beats permanent: "vikariat med mulighed for fastansættelse" is
    temporary."""
    masked = list(_without_traps(sentences))
    contracts: tuple[tuple[Contract, Sequence[Pattern]], ...] = (
        ("on_call", ON_CALL),
        ("temporary", TEMPORARY),
        ("permanent", PERMANENT),
    )
    for contract, patterns in contracts:
        for sentence, text in masked:
            span = _first(patterns, text)
            if span:
                return ContractFact(contract, sentence.quote(*span))
    return ContractFact()


def _without_traps(sentences: Sequence[Sentence]) -> Iterator[tuple[Sentence, str]]:
    for sentence in mentioning(sentences, CONTRACT_TRIGGERS):
        yield sentence, mask(sentence.text, CONTRACT_TRAPS)
