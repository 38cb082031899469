"""Demands of the work day on body and mind: lifting, pace, people, noise. Each kind once, with its clearest words.

Most ads describe the day in actions ("du vender dem, der ikke selv kan vende sig"), so a learned head estimates how
likely each sentence names each kind (``matcher.training.passages``). Ads of real firms use the words of a form ("tunge
løft"), which rules know. What rules find is a demand; what they see ruled out is not ("ingen kundekontakt", "du slipper
for tunge løft"). Work from home is read by rules only, in ``remote``.
"""

import dataclasses
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from matcher.heads import Probabilities, load_head
from matcher.reader.denials import ruled_out
from matcher.reader.grams import beside, grams, repeated, title_row
from matcher.reader.patterns import Grammar, Pattern
from matcher.reader.remote import HOME, read_remote
from matcher.reader.remote import TRIGGERS as HOME_TRIGGERS
from matcher.reader.sentences import LONGEST_QUOTE, Sentence, mentioning
from matcher.reader.whose import parts
from matcher.schema import Demand, DemandKind

_phrase = Grammar(
    {
        "lifting": (
            r"tunge? løft\w*",
            "fysisk krævende",
            r"fysisk hårdt(?: arbejde)?",
            r"løfte[rs]?(?: \w+){0,4}? \d+_(?:kg|kilo)\w*",
            r"\d+ (?:kg|kilo)",
            r"kasser på op til",
            r"kunne løfte",
            "vejer godt til",
            "arbejdet er (?:fysisk )?hårdt",
            r"(?:er|bliver) tungt?",
            r"tunge (?:baner|emner|døre|møbler|sække|kasser|gryder|materialer|ting)",
            r"(?:heavy )?lifting",
            r"lift (?:\w+ ){0,4}\d+",
            "carry heavy",
            "physically demanding",
            r"heavy (?:boxes|loads|items)",
            r"\d+ kg",
        ),
        "standing": (
            r"stå(?:r|ende)? (?:op|arbejde)\w*",
            r"stående (?:og gående )?arbejde",
            r"stand for (?:most|hours|long|the)",
            r"stå(?:r)? (?:det meste|meget|hele)",
            r"går (?:meget|en del|omkring|op mod)",
            r"på benene",
            "går og står",
            "bevæger dig meget",
            "on your feet",
            "standing work",
            r"walk (?:around|about|up to)",
            r"\d+ (?:km|kilometer) (?:om dagen|hver dag|a day|på en)",
            r"mange (?:trapper|skridt)",
        ),
        "pace": (
            r"højt tempo",
            r"høje tempo",
            r"tempoet er (?:højt|skarpt)",
            r"tempo is high",
            r"høj fart",
            "akkord",
            r"(?:når|da) (?:der|det) er (?:travlt|pres)",
            r"salgsmål",
            "hurtigt tempo",
            r"gå(?:r)? stærkt",
            "kan lide at have travlt",
            "stærkt tempo",
            "fart på hele",
            r"arbejde hurtigt",
            "fast pace",
            r"fast-paced",
            "high pace",
            "brisk pace",
            r"gets? (?:really |very )?busy",
            "stramme deadlines",
            "tight deadlines",
            r"høj stress\s?tærskel",
            "tempo er",
            r"travlhed\w*",
            r"hektiske?",
            "travle perioder",
            r"stressede situationer",
            r"hectic",
            "under (?:time )?pressure",
            "under pres",
        ),
        "customers": (
            r"kunde(?:kontakt|betjening|møde\w*|service)",
            r"borgerkontakt",
            r"(?:<serve>) (?:\w+ ){0,3}?(?:kunder|gæster|borgere|patienter)\w*",
            r"tage[r]? imod (?:\w+ ){0,2}?(?:gæster|kunder|bestillinger|patienter)",
            r"(?:modtagelse|betjening) af (?:gæster|kunder)",
            r"kontakt med (?:kunder|borger|gæster)\w*",
            r"møder (?:du )?kunder",
            r"ekspedere\w*",
            r"serve[s]? (?:\w+ )?(?:customers|guests)",
            r"(?:greet|welcome|help) (?:\w+ ){0,2}?(?:customers|guests|visitors)",
            "customer contact",
            "customer service",
            r"service hos private",
            r"passagerernes",
            r"ringer til kunder",
            r"opkald fra kunder",
            r"kunde(?:mindet|orienteret)",
            r"(?:\d+|til|mod|med|den|møde) \w*kunde(?:n|r|rne)?",
            r"ringe[r]? (?:ud )?til (?:\w+ )?(?:folk|kunder|virksomheder)",
            r"tale med (?:fremmede|folk|kunder)",
            r"tage[r]? imod (?:beboere|borgere|bestillinger|ordrer)",
            r"passenger(?:s)?",
            r"(?:som|en|engageret|dygtig) \w*sælger",
            r"salg til (?:kunder|private)",
            r"i receptionen",
            r"ved (?:kassen|disken|skranken)",
        ),
        "phoning": (
            r"telefonpasning",
            r"(?:passe|besvare|tage)[rs]? telefon\w*",
            r"telefonsamtaler",
            r"\d+(?:-\d+)? (?:opkald|samtaler|calls)",
            r"besvarer opkald",
            r"ringer til (?:kunder|borgere)",
            r"(?:pr\.?|på) telefon(?:en)?",
            r"telefon(?:kontakt|tid|vagt|betjening|opkald|service)\w*",
            r"telefon- og \w+",
            r"telefonisk \w+",
            r"answer (?:\w+ ){0,3}?(?:calls|phone)",
            "telemarketing",
            "on the phone",
            "headset",
            r"i telefonen",
            "ringede til",
            r"call (?:customers|members|people)",
        ),
        "alone": (
            r"arbejder (?:meget |mest )?alene",
            r"(?:din|dit) ege[nt] (?:bænk|hjørne|kontor|værksted)",
            "work independently",
            r"alene (?:på|i|hjemme|ude)",
            r"er du alene",
            "på egen hånd",
            r"alenearbejde",
            r"kører ud alene",
            r"for dig selv",
            "work alone",
            "by yourself",
            "on your own",
            r"alone (?:on|in|at)",
            "er du din egen",
            "du er din egen",
            "hver for sig",
        ),
        "together": (
            r"\w*team(?:et|s|medlem\w*|orienteret|player\w*|arbejde)?",
            r"tæt(?:te)? \w*samarbejd\w*",
            r"samarbejde[rt]?",
            r"tværfaglig\w*",
            "teamwork",
            r"makker\w*",
            "side om side",
            r"i sjak\w*",
            r"arbejde[r]? sammen",
            r"sammen med (?:de øvrige|\w+ (?:\w+ )?(?:kolleg\w+|medarbejdere|andre))",
            r"del af \w+(?:gruppen|holdet)",
            r"hold på \w+",
            "altid to",
            r"i tæt kontakt med",
            r"part of (?:a|our|the) (?:[\w-]+ ){0,2}team",
            r"work (?:closely )?(?:together|in teams?)",
            r"vi er \w+ (?:i|på) (?:butikken|køkkenet|holdet|værkstedet)",
        ),
        "outside": (
            r"udendørs\w*",
            r"ude (?:i|året|hele|om)",
            r"al slags vejr",
            r"i regn",
            r"vind og vejr",
            "i det fri",
            "inde og ude",
            "både ude og inde",
            r"på friland",
            r"udenfor (?:det meste|hele)",
            "outdoors?",
            "outdoor work",
            "in all weather",
            r"udeliv",
            r"(?<!rygning.)foregår (?:ude|udenfor)",
        ),
        "chill": (
            r"kulde",
            r"(?:frost|fryse)rum\w*",
            r"kølerum\w*",
            r"(?:er|det) (?:vådt og )?koldt",
            r"koldt og vådt",
            r"minus \d+",
            r"-\d\d grader",
            r"(?:det|og|når det) fryser",
            "cold store",
            "cold room",
            "freezer",
            r"våd(?:t)?,? (?:og )?kold\w*",
            r"\d+ grader i (?:hallen|lokalet)",
            "cold",
        ),
        "sound": (
            r"støj(?:ende|er)?",
            r"høreværn",
            r"larm(?:er|ende)?",
            r"buldrer",
            "høj musik",
            "noisy",
            "noise",
            "loud",
            "ear protection",
            "hearing protection",
        ),
        "high": (
            r"\w*højder",
            r"meters? højde",
            r"på (?:stiger?|tage?t?|stillads)",
            r"meter over jorden",
            r"stillads(?:er)? ved",
            r"at heights?",
            r"work at height",
            "up ladders",
            r"tagarbejder?",
            r"(?:three|\d+) metres (?:up|above)",
        ),
        "conflict": (
            r"konflikt(?:er|håndtering|fyldt)\w*",
            r"udadreagerende",
            r"trusler",
            r"vrede (?:kunder|borgere|bilister|gæster)",
            r"berusede",
            r"aggressi\w+",
            "conflicts?",
            r"(?:råber|slår)",
            "magtanvendelse",
            r"threat\w*",
            "angry",
        ),
        "drive": (
            r"(?:du )?køre[rs]? (?:\w+ ){0,4}?(?:<load>)",
            r"som chauffør",
            r"chauffører? til",
            r"drive (?:a |the )?(?:van|lorry|truck|bus|car)",
            "deliver by car",
            "kørsel mellem",
            "i firmabil",
            r"bag rattet",
        ),
        "away": (
            r"rejsedage",
            r"overnat(?:ning|ninger|ter)\w*",
            r"rejse(?:r|aktivitet)? (?:til|i ind|må)",
            r"rejser til",
            r"rejsevant",
            r"dækker (?:vi )?et stort område",
            r"travel(?: \w+){0,3} (?:days|abroad|weeks)",
            r"travel (?:is|to|within)",
            r"trip(?:s)? (?:to|abroad|every)",
            r"udlandet",
        ),
        "screen": (
            r"foran (?:en |din )?(?:skærm|computer|pc)\w*",
            r"ved (?:skærm|skrivebord|computer)\w*",
            r"et skrivebord",
            r"skærmarbejde",
            "kontorarbejde",
            "in front of a (?:computer|screen)",
            "desk job",
            r"screen work",
            r"indtast\w+",
            "data entry",
            r"taste[r]? (?:\w+ ){0,3}?(?:ind|data|fakturaer)",
            r"bogholderi(?:et)? i",
        ),
        "charge": (
            r"(?:får|har|tager) (?:du )?(?:det |hele )?(?:\w+ ){0,2}?ansvar(?:et)?",
            r"ansvarlig for",
            r"(?:overordnet|overordnede|daglige|fulde) ansvar",
            r"personale(?:ansvar|ledelse)",
            r"(?:stort|påtage dig|tage|frihed under) ansvar",
            r"arbejde[r]? (?:meget )?selvstændigt?",
            r"selvstændige? (?!virksomhed|erhverv)\w+",
            r"selvstændig(?: og|,)",
            r"work independently",
            r"træffe (?:de )?(?:\w+ )?beslutninger",
            r"ansvar for",
            r"du leder",
            r"lede og",
            r"responsib(?:le|ility) for",
            "in charge of",
            r"ansvaret for",
        ),
        "same": (
            r"faste? rutine\w*",
            r"faste (?:\w+ )?(?:sagsgange|opgaver|procedurer|rammer)",
            r"daily list",
            r"mange gange om (?:dagen|ugen)",
            r"(?:det|de) samme (?:hver|opgaver|mange|seks)",
            r"samme (?:arbejde|plads|ting) (?:hver|dag)",
            r"gentag\w+",
            r"ensformig\w*",
            r"den samme hver",
            r"samme mange gange",
            r"fixed routine",
            "same every day",
            r"repetitive",
            r"routines?",
            r"clear structure",
            r"same (?:kind|tasks?|forms?)",
            "forudsigelig",
        ),
        "varied": (
            r"varierede (?:\w+ )?(?:arbejds)?opgaver",
            r"variere(?:t|nde) (?:arbejds)?(?:dag|opgaver|job)",
            r"afvekslende",
            r"alsidig\w*",
            r"ikke to dage",
            r"to dage (?:er|ligner)",
            r"spænder (?:bredt|fra)",
            r"forskelligartede",
            r"varied (?:tasks|work|days?)",
            "no two days",
            "mangfoldig hverdag",
            r"forskellige (?:og \w+ )?(?:arbejds)?opgaver",
            r"diverse opgaver",
        ),
        "taught": (
            r"oplæring\w*",
            r"lære(?:r)? (?:vi )?dig op",
            r"vi lærer dig",
            r"(?:lærer|viser) (?:jeg|vi) dig",
            r"(?:viser|lærer) dig (?:det hele|alt)",
            r"oplærer",
            r"vi har lært (?:\w+ )?op",
            r"følgevagt\w*",
            r"train (?:a |any )?(?:newcomer|beginner|you)\w*",
            r"(?:kursus|kurser|efteruddannelse|uddannelse) på vores regning",
            r"betalt(?:e)? (?:kursus|kurser|\w*skole)",
            r"efteruddannelse",
            r"supervision",
            r"introduktion (?:over|på|i)",
            r"lære dig op",
            r"lært op",
            r"oplært",
            r"grundig (?:introduktion|intro|indføring)",
            r"mentor\w*(?:ordning)?",
            r"makker de første",
            r"introduktionsforløb",
            r"(?:we|will) (?:train|teach) you",
            r"(?:full|thorough|on-the-job) training",
            r"training (?:is )?(?:provided|given)",
            r"sidemandsoplæring",
            r"introduktionsprogram\w*",
            r"oplæringsprogram",
        ),
        "kids": (
            r"(?:små )?børn(?:ene)?(?: i alderen)?",
            r"vuggestue\w*",
            r"børnehave\w*",
            r"elever(?:ne)? (?:fra|i|på)",
            r"skolebørn",
            r"sfo\w*",
            "children",
            "toddlers",
            r"dagpleje\w*",
            "babyrytmik",
        ),
        "elders": (
            r"ældre (?:borgere|beboere|patienter|mennesker)",
            r"de ældre",
            r"plejehjem\w*",
            r"plejecent\w*",
            r"plejebolig\w*",
            r"pensionister",
            r"elderly",
            r"beboerne",
            "personlig pleje",
            r"bad og påklædning",
        ),
        "beasts": (
            r"(?:passe|fodre|strigle|mug)\w*(?: \w+){0,4}? (?:<creature>)\w*",
            r"dyrene",
            r"hestene",
            r"(?:\d+|nervøs) (?:heste|hunde|køer|kat)\w*",
            r"hunde og katte",
            r"heste skal",
            r"(?:dogs|horses|cows|pigs|animals|cats)",
            "malkning",
            "kan du lide hunde",
        ),
        "serve": (r"betjene[rs]?", r"ekspedere[rs]?", r"rådgive[rs]?", "hjælper"),
        "load": (
            "varebil",
            "lastbil",
            "bus",
            "rutebil",
            "dumper",
            "gummiged",
            "bil",
            "bilen",
            r"kassevogn\w*",
            "ruten?",
            "runder",
            "små biler",
            "skolebørn",
            "varer",
            "ud",
            "taxi",
            "minibus",
            "rustvogn",
        ),
        "creature": ("dyr", "heste", "grise", "køer", "hunde", "katte", "kvæg", "svin", "høns", "søer"),
        "reader": ("du", "dig", "din", "dit", "dine", "you", "your", "jobbet", "arbejdet"),
        "vague": (
            r"børnefamilier",
            r"børnefri\w*",
            r"børnevenlig\w*",
            r"barns? sygedag\w*",
            r"omsorgsdage",
            r"børneattest\w*",
            r"(?:smile|toys|legetøj)",
            r"uanset",
            r"regardless",
        ),
    }
).pattern


def _kind(name: str, yes: str, no: str) -> Pattern:
    return _phrase(name, f"<{name}>", yes=yes, no=no)


KINDS: tuple[tuple[DemandKind, Pattern], ...] = (
    ("heavy_lifting", _kind("lifting", "tunge løft", "tunge tanker")),
    ("standing_walking", _kind("standing", "stående arbejde", "stående invitation")),
    ("high_pace", _kind("pace", "højt tempo", "travl hverdag")),
    ("customer_contact", _kind("customers", "du betjener kunder", "vores kunder er store firmaer")),
    ("phone", _kind("phoning", "du passer telefonen", "ring på telefonnummeret")),
    ("works_alone", _kind("alone", "du arbejder alene", "ene og alene")),
    ("teamwork", _kind("together", "et tæt samarbejde", "teambuilding")),
    ("outdoors", _kind("outside", "du er ude i al slags vejr", "ude af huset")),
    ("cold", _kind("chill", "minus 20 grader", "koldtvandsbad")),
    ("noise", _kind("sound", "der er støj", "støjfrit")),
    ("heights", _kind("high", "i 20 meters højde", "højde for alle")),
    ("conflict_risk", _kind("conflict", "konflikter og trusler", "fredelig")),
    ("driving", _kind("drive", "du kører varebil", "vi kører løbet")),
    ("travel", _kind("away", "overnatninger ude", "rejsebureau")),
    ("screen_work", _kind("screen", "foran skærmen", "skærme til salg")),
    ("responsibility", _kind("charge", "du får ansvaret for butikken", "ansvarsfuld")),
    ("routine", _kind("same", "faste rutiner", "nye veje")),
    ("varied_tasks", _kind("varied", "varierede opgaver", "forskellige firmaer")),
    ("remote_possible", HOME),
    ("training_offered", _kind("taught", "grundig oplæring", "lærerig")),
    ("children", _kind("kids", "små børn", "barnlig")),
    ("elderly_care", _kind("elders", "ældre borgere", "ældre maskiner")),
    ("animals", _kind("beasts", "du passer grise", "dyre varer")),
)
YOURS = _kind("reader", "du passer grise", "vi passer grise")
VAGUE = _kind("vague", "børnefamilier er velkomne", "små børn")
PATTERNS = (*(way for _, way in KINDS), YOURS, VAGUE)
STEMS: dict[DemandKind, tuple[str, ...]] = {  # word starts that let most sentences skip the patterns
    "heavy_lifting": (
        "løft",
        "tung",
        "fysisk",
        "kg",
        "kilo",
        "vejer",
        "hårdt",
        "lift",
        "heavy",
        "physical",
        "kasser på",
    ),
    "standing_walking": (
        "stå",
        "stand",
        "går",
        "ben",
        "bevæger",
        "feet",
        "standing",
        "walk",
        "km",
        "kilometer",
        "trapper",
        "skridt",
    ),
    "high_pace": (
        "tempo",
        "stærkt",
        "travlt",
        "fart",
        "hurtigt",
        "pace",
        "busy",
        "deadline",
        "tærskel",
        "travl",
        "akkord",
        "salgsmål",
        "pres",
        "hekti",
        "stress",
        "hectic",
        "pres",
    ),
    "customer_contact": (
        "kunde",
        "borger",
        "gæst",
        "ekspeder",
        "ringe",
        "tale med",
        "beboer",
        "passenger",
        "bestilling",
        "patient",
        "customer",
        "guest",
        "visitor",
        "private",
        "passager",
        "reception",
        "kassen",
        "disken",
        "skranken",
        "sælger",
        "salg",
    ),
    "phone": ("telefon", "opkald", "samtaler", "calls", "ringe", "call", "phone", "telemark", "headset"),
    "works_alone": (
        "alene",
        "egen hånd",
        "selv",
        "alone",
        "yourself",
        "own",
        "egen",
        "eget",
        "independently",
        "hver for sig",
    ),
    "teamwork": (
        "team",
        "samarbejd",
        "makker",
        "side om side",
        "sjak",
        "hold",
        "altid to",
        "together",
        "vi er",
        "sammen",
        "gruppen",
        "tværfag",
        "kontakt",
    ),
    "outdoors": ("uden", "ude", "vejr", "regn", "det fri", "friland", "outdoor", "weather"),
    "cold": ("kulde", "frost", "frys", "køle", "kold", "minus", "grader", "cold", "freezer"),
    "noise": ("støj", "høreværn", "larm", "buldr", "høj musik", "nois", "loud", "protection"),
    "heights": ("højde", "stige", "tag", "meter", "stillads", "height", "ladder", "metres"),
    "conflict_risk": (
        "konflikt",
        "udadreag",
        "trus",
        "vrede",
        "beruse",
        "aggressi",
        "conflict",
        "råber",
        "slår",
        "magt",
        "threat",
        "angry",
    ),
    "driving": ("kør", "dumper", "chauffør", "drive", "deliver", "firmabil", "rattet"),
    "travel": ("rejs", "overnat", "område", "travel", "trip", "udlandet"),
    "screen_work": (
        "skærm",
        "skrivebord",
        "computer",
        "kontorarb",
        "desk",
        "screen",
        "indtast",
        "entry",
        "taste",
        "bogholderi",
    ),
    "responsibility": (
        "ansvar",
        "leder",
        "lede ",
        "responsib",
        "charge",
        "selvstændig",
        "beslutning",
        "ledelse",
        "independent",
    ),
    "routine": (
        "rutine",
        "samme",
        "gentag",
        "ensform",
        "routine",
        "same",
        "repetit",
        "fast",
        "gange",
        "list",
        "structure",
        "forudsig",
    ),
    "varied_tasks": (
        "varie",
        "afveksl",
        "alsidig",
        "to dage",
        "spænder",
        "forskellig",
        "varied",
        "two days",
        "mangfold",
        "diverse",
    ),
    "remote_possible": HOME_TRIGGERS,
    "training_offered": (
        "viser",
        "følgevagt",
        "kurs",
        "skole",
        "uddannelse",
        "supervision",
        "newcomer",
        "oplær",
        "lære",
        "lært",
        "grundig",
        "mentor",
        "makker",
        "introduktion",
        "train",
        "teach",
        "sidemand",
    ),
    "children": ("børn", "vuggestue", "elever", "sfo", "children", "toddler", "dagpleje", "baby"),
    "elderly_care": ("ældre", "pleje", "pension", "elderly", "beboer", "påklædning"),
    "animals": (
        "pass",
        "fodr",
        "strigl",
        "mug",
        "dyrene",
        "hest",
        "hund",
        "køer",
        "kat",
        "dogs",
        "horse",
        "cow",
        "pig",
        "animal",
        "cats",
        "malkning",
    ),
}


# Probability; on validation writers precision 0.66 and recall 0.39 with the rules; at 0.18: 0.60 and 0.43
LIKELY = 0.25
# Kinds whose words also stand in ads for other reasons. Where the head disagreed, rules were right 3 times of 34 on
# validation.
UNSURE = ("elderly_care", "conflict_risk", "children")
STAYS = 0.8  # share of a sentence's probability that a clause must have to be quoted alone
RULE = 0.35  # weight of a rule's answer beside n-grams of length 1; twice as much: F1 0.01 lower on validation writers


def read_demands(sentences: Sequence[Sentence]) -> tuple[Demand, ...]:
    """Reads the demands of an ad, each kind with its clearest words, in the order of ``KINDS``."""
    if not sentences:
        return ()
    rows, answers = _rows(sentences), _answers(sentences)
    title = title_row(sentences, rows)
    likely = _likely(rows, title, answers)
    best = [_best(sentences, column, answers[:, column], likely[:, column]) for column in range(len(KINDS))]
    best_sentences = [(column, sentence) for column, sentence in enumerate(best) if sentence]
    return tuple(
        Demand(kind=KINDS[column][0], quote=quote)
        for (column, _), quote in zip(best_sentences, _quotes(best_sentences, title), strict=True)
    )


def _best(
    sentences: Sequence[Sentence], column: int, answers: NDArray[np.float64], likely: NDArray[np.float64]
) -> Sentence | None:
    """The sentence that names a kind most clearly.

    If rules find the kind: the first sentence about the reader of the ad, else the first. If not: the likeliest
    sentence in which rules do not rule it out.
    """
    kind = KINDS[column][0]
    affirming = [] if kind in UNSURE else [s for s, answer in zip(sentences, answers, strict=True) if answer > 0]
    if kind == "remote_possible":
        home = read_remote(sentences)
        may = home.remote in ("whole", "part")
        return next((s for s in sentences if may and home.quote and home.quote in s.original), None)
    if affirming:
        return next((s for s in affirming if YOURS.search(s.text)), affirming[0])
    open_ = np.where(answers < 0, 0, likely)
    return sentences[int(open_.argmax())] if open_.max() >= LIKELY else None


def features(sentences: Sequence[Sentence]) -> "csr_matrix[Any]":
    """(n, ...) input of the head of demands for the sentences of one ad: n-grams, the title's, the rules' answers."""
    rows = _rows(sentences)
    return _features(rows, title_row(sentences, rows), _answers(sentences))


def _rows(sentences: Sequence[Sentence]) -> "csr_matrix[Any]":
    """(n, WIDTH) n-grams of what ``whose`` left of each sentence."""
    return grams(tuple(sentence.text.replace("#", " ") for sentence in sentences))


def _features(rows: "csr_matrix[Any]", title: "csr_matrix[Any]", answers: NDArray[np.float64]) -> "csr_matrix[Any]":
    return beside(rows, repeated(title, len(answers)), RULE * answers)


def _likely(rows: "csr_matrix[Any]", title: "csr_matrix[Any]", answers: NDArray[np.float64]) -> Probabilities:
    """(n, kinds) probability that each sentence names each kind of demand of this post."""
    return load_head("demands").of(_features(rows, title, answers))


def _quotes(found: Sequence[tuple[int, Sentence]], title: "csr_matrix[Any]") -> Iterator[str]:
    """The words for each kind (its column) in its sentence: the shortest clause that is nearly as clear as the whole.

    If no clause is, the sentence, which ``Sentence.quote`` cuts to 300 characters.
    """
    spans = [(n, span) for n, (_, s) in enumerate(found) for span in [*parts(s.text), (0, len(s.text))]]
    pieces = [dataclasses.replace(found[n][1], text=found[n][1].text[a:b]) for n, (a, b) in spans]
    answers = _answers(pieces)
    clear = (answers > 0) + (_likely(_rows(pieces), title, answers) if pieces else 0)
    for number, (column, sentence) in enumerate(found):
        mine = [(span, clear[at, column]) for at, (n, span) in enumerate(spans) if n == number]
        *clauses, (_, whole) = mine
        short = [span for span, value in clauses if value >= STAYS * whole]
        start, end = min(short, key=lambda span: span[1] - span[0], default=(0, LONGEST_QUOTE + 1))
        quote = sentence.original[start:end].strip(" ,;.-")
        best = max(clauses, key=lambda each: each[1], default=mine[-1])[0]
        yield quote if quote and end - start <= LONGEST_QUOTE else sentence.quote(*best)


def _answers(sentences: Sequence[Sentence]) -> NDArray[np.float64]:
    """(n, kinds) 1 if the words of a kind stand in a sentence, -1 if they stand there only to be ruled out."""
    answers = np.zeros((len(sentences), len(KINDS)))
    places = {id(sentence): n for n, sentence in enumerate(sentences)}
    for column, (kind, pattern) in enumerate(KINDS):
        for sentence in mentioning(sentences, STEMS[kind]):
            answers[places[id(sentence)], column] = _answer(sentence, kind, pattern)
    return answers


def _answer(sentence: Sentence, kind: DemandKind, pattern: Pattern) -> int:
    if kind == "remote_possible":
        return int(read_remote([sentence]).remote in ("whole", "part"))
    mentions = [] if VAGUE.search(sentence.text) else list(pattern.finditer(sentence.text))
    is_affirmed = any(ruled_out(sentence.text, *match.span()) not in ("denied", "open") for match in mentions)
    return 1 if is_affirmed else -1 if mentions else 0
