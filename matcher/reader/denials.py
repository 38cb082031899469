"""How an ad says no: one grammar of denial for requirements, demands, work from home, times and employment.

``denial`` looks at one mention ("kørekort") in its folded sentence and tells whether the words around it deny it
("kørekort er ikke et krav"), insist on it by two denials ("ingen uden kørekort") or leave it open ("ikke
nødvendigvis"). It works clause by clause: a denial in the next clause is about something else. Words that only look
like a denial ("ikke kun", "ikke bange for") are masked first.
"""

import re
from functools import lru_cache
from typing import Literal

from matcher.reader.patterns import Grammar, mask

Denial = Literal["denied", "insisted", "open"]

REACH = 90  # characters before and after a mention that are searched for its clause
# The same if the ad draws a conclusion from the mention: "har du ikke kørekort, kan vi desværre ikke ..."
CONDITION = 140
NEAR = 60  # characters between a denial and what it denies

_phrase = Grammar(
    {
        "not": (
            "ikke",
            "ingen",
            "intet",
            "ej",
            "hverken",
            "aldrig",
            "not",
            "no",
            "never",
            "neither",
            "nor",
            "none",
            "nobody",
            "nothing",
            "cannot",
            r"\w+n't",
            "langt fra",
            "far from",
        ),
        "without": (
            "uden",
            "without",
            r"slippe[rs]?(?: (?!ikke |aldrig )\w+){0,2}? for",
            "undgår(?: du)?",
            r"nej(?: tak)? til",
            "no to",
            r"(?:<drops>)(?: \w+){0,3}? (?:\w*krav\w*|requirements?|demand)(?: om| of| for)?",
            r"fri(?:taget|e)? for",
            "undtagen",
            "bortset fra",
            "uanset",
            "except",
            "excluding",
            "regardless(?: of)?",
            "free (?:of|from)",
        ),
        "drops": (
            "droppe[rt]?",
            "har droppet",
            "fjerne[rt]?",
            "afskaffe[rt]?",
            "ophæve[rt]?",
            "sløjfe[rt]?",
            "slettet",
            "dispenserer fra",
            "waived?",
            "dropped",
            "removed",
            "abolished",
            "scrapped",
        ),
        "dropped": (
            r"bortfald(?:er|et)",
            "faldet bort",
            "ophævet",
            "afskaffet",
            "droppet",
            "fjernet",
            "sløjfet",
            "udgået",
            "slettet",
            "dropped",
            "removed",
            "waived",
            "abolished",
            "scrapped",
            "lifted",
        ),
        "notall": r"(?:ikke|not) (?:alle|enhver|all|every(?:one|body))",
        "formerly": (
            "var",
            "tidligere",
            "plejede",
            "før i tiden",
            "oprindeligt",
            "engang",
            "was",
            "used to",
            "previously",
            "formerly",
            "once",
        ),
        "needless": (
            "lige meget",
            r"ligegyldigt?",
            "underordnet",
            r"unødvendigt?",
            r"overflødigt?",
            "unnecessary",
            "irrelevant",
            "uden betydning",
            r"ligeglade? med",
            r"noget,? (?:man|du) (?:får|lærer)",
            "kommer med tiden",
        ),
        "voluntary": (r"frivilligt?", r"valgfrit?", "optional", "voluntary"),
        "verb": (
            "er",
            "var",
            "bliver",
            "skal",
            "kan",
            "må",
            "vil",
            "har",
            "får",
            "behøver",
            "behøves",
            "kræver",
            "kræves",
            "forventer",
            "forventes",
            "forlanger",
            "forlanges",
            "forudsætter",
            "forudsættes",
            "beder",
            "spørger",
            "stiller",
            "stilles",
            "bruger",
            "bruges",
            "søger",
            "ser",
            "kigger",
            "går",
            "lægger",
            "lægges",
            "betyder",
            "spiller",
            "tæller",
            "forekommer",
            "indgår",
            "findes",
            "hører",
            "kommer",
            "arbejder",
            "arbejdes",
            "laver",
            "møder",
            "kører",
            "tager",
            "tilbyder",
            "tilbydes",
            "gælder",
            "udføres",
            "løfter",
            "rører",
            "falder",
            "mangler",
            "is",
            "are",
            "was",
            "be",
            "does",
            "do",
            "has",
            "have",
            "can",
            "will",
            "must",
            "may",
            "need",
            "needs",
            r"\w+n't",
            "cannot",
            "occurs?",
            "matters?",
        ),
        "turn": (
            "<verb>",
            "du",
            "vi",
            "jeg",
            "man",
            "der",
            "det",
            "den",
            "de",
            "han",
            "hun",
            "you",
            "we",
            "it",
            "there",
            "they",
            "he",
            "she",
            "men",
            "for",
            "da",
            "så",
            "fordi",
            "idet",
            r"hvor(?! (?:godt|meget|længe|gammel|mange|lidt))",
            "hvorfor",
            "hvorimod",
            "mens",
            "dog",
            "gerne",
            "helst",
            "måske",
            "desuden",
            "ellers",
            "altså",
            "bare",
            "blot",
            "kun",
            "derimod",
            "med",
            "ikke",
            "ingen",
            "ja",
            "yes",
            "but",
            "so",
            "because",
            "since",
            "while",
            "whereas",
            "however",
            "preferably",
            "only",
            "with",
            "just",
            "not",
            "no",
        ),
        "asked": (
            r"krav\w*",
            r"nødvendig\w*",
            "påkrævet",
            "betingelse",
            "hindring",
            "afgørende",
            "udslagsgivende",
            r"vigtigt?",
            "betydning",
            "must",
            r"forudsætning\w*",
            r"required?",
            r"requirements?",
            "necessary",
            r"need\w*",
            "kræves",
            "behøves",
            "matter",
            "essential",
            "mandatory",
            "compulsory",
            "obligatorisk",
            "expected",
            "forventet",
            r"noget,? (?:vi|jeg|man|du)",
            "something (?:we|you)",
            "brug for",
            "necessity",
        ),
        "wish": (
            "fordel",
            "plus",
            "ønske",
            "bonus",
            "mulighed",
            "tilvalg",
            "anbefaling",
            "nice to have",
            "advantage",
            "wish",
            "option",
            "recommendation",
            "preference",
            "formalitet",
            "detalje",
        ),
        "only": (
            "kun",
            "bare",
            "blot",
            r"alene(?=[^.;!?]{0,60} (?:men|but) )",
            "to dage",
            "two days",
            "udelukkende",
            "mindst",
            "nok",
            r"tilstrækkeligt?",
            "sandt",
            "only",
            "just",
            "merely",
            "simply",
            "least",
            "enough",
            "sufficient",
            "desto mindre",
            "uvæsentlig",
            "længe før",
            "det eneste",
            "den eneste",
            "de eneste",
            "the only",
            "i tvivl",
            r"kommer (?:langt|uden om)",
        ),
        "less": (
            "mindre",
            "under",
            "yngre",
            "mere",
            "flere",
            "oftere",
            "senere",
            "less",
            "fewer",
            "more",
            "later",
            "younger",
        ),
        "afraid": (
            "bange",
            "nervøs",
            "bleg",
            "ked af",
            "sart",
            "bekymret",
            "generet",
            "uvant",
            "fremmed",
            "højdeskræk",
            "berøringsangst",
            "afraid",
            "scared",
            "shy",
            "a stranger",
            "stranger",
            "averse",
            "fear",
            "allergisk",
            "imod",
            "mind",
            "objections?",
        ),
        "shaken": (
            r"stresse\w*",
            r"slår? (?:dig )?ud",
            "slået ud",
            r"skræmm\w*",
            r"panik\w*",
            r"overblik\w*",
            "hovedet",
            "svimmel",
            "rundtosset",
            r"gener\w+",
            r"problem\w*",
            "går dig på",
            r"ryste\w*",
            "tålmodigheden",
            "humøret",
            "bother",
            "scare",
            "put you off",
            "issues?",
            "rattled",
            "stressed",
            "overwhelmed",
            "flustered",
            "panic",
        ),
        "aside": ("af vejen for", "tilbage for", "shy away from", "run from"),
        "have": ("har", "er", "have", "kan", "has", "hold", "are"),
        "whether": (
            "om",
            "hvorvidt",
            "at",
            "hvilken",
            "hvilke",
            "hvad",
            "hvis",
            "whether",
            "that",
            "if",
            "what",
            "which",
        ),
        "unless": ("medmindre", "med mindre", "unless", "før", "until", "andre end", "andet end", "other than"),
        "lack": (
            r"uden(?! at)",
            "uden at (?:have|du har)",
            "manglende",
            "mangel på",
            "mangler du",
            "(?:du|der|som|who) mangler",
            "mangle",
            "without",
            r"(?:har|er) du (?:\w+ )?ikke",
            "ikke (?:<have>)",
            r"lack(?:s|ing)?(?: of)?",
            r"(?:not|\w+n't) (?:<have>)",
            "have no",
        ),
        "well": (
            "ok",
            "okay",
            "helt fint",
            "i orden",
            "fine",
            r"velkom\w*",
            "welcome",
            "alligevel",
            "anyway",
            "bare rolig",
            "fortvivl",
            "afskrække",
            "holde dig tilbage",
            r"bekymr\w*",
            "tøv",
            "worry",
            "hesitate",
            "deter",
            "lærer vi",
            "vi lærer",
            r"oplær\w*",
            "betaler",
            "hjælper",
            "sørger",
            "gør ikke noget",
            "gør intet",
            "betyder ikke noget",
            "betyder intet",
            "doesn't matter",
            "skader ikke",
        ),
        "trouble": (r"problem\w*", "hindring", "barriere", "rolle", "katastrofe", "obstacle", "barrier", "worries"),
        "refuse": (
            "desværre",
            r"afvis\w*",
            r"frasorter\w*",
            "sorteres",
            r"fravælg\w*",
            "svært",
            r"umuligt?",
            "forgæves",
            "impossible",
            r"reject\w*",
            "unfortunately",
            "nytter",
            "forkert",
            "spild",
            r"vente? (?:\w+ )?med",
            r"må (?:du|man|i) (?:\w+ )?vente",
            "skal (?:du|man|i) først",
            r"first (?:get|take)",
            "must wait",
            "lad være",
            "let be",
            r"(?:kom|vend) (?:\w+ )?tilbage",
            "come back",
        ),
        "no": ("nej", "niks", "nope", "no", "desværre", "sorry", "unfortunately", "det går ikke", "ikke", "not"),
        "applying": (
            r"søge?",
            "ansøge?",
            r"apply\w*",
            "komme i betragtning",
            "noget for dig",
            "for you",
            "til dig",
            "samtale",
            "ansættes?",
            "hired?",
            "consider you",
            "bruge dig",
            "tilbyde dig",
            "ansøgning",
        ),
        "yet": (
            "det",
            "den",
            "dét",
            "er",
            "er det",
            "skal",
            "gør",
            "har",
            "må",
            "bliver",
            "blevet",
            "kræver",
            "kræves",
            "du",
            "i",
            "vi",
            "nu",
            "altså",
            "til gengæld",
            "it",
            "that",
            "is",
            "do",
            "must",
            "will",
            "have to",
            "need to",
            "you",
            "now",
        ),
        "settled": (
            r"undværes?",
            r"undgås?",
            "uden_om",
            "diskussion",
            "diskuteres",
            "forhandling",
            "forhandles",
            r"valgfri\w*",
            r"frivillig\w*",
            "mangle",
            r"ligegyldig\w*",
            "underordnet",
            r"uvæsentlig\w*",
            r"fraviges?",
            r"ses? bort fra",
            r"kompromis\w*",
            "give afkald",
            r"compromis\w*",
            r"forhandle\w*",
            r"dispens\w*",
            "stort på",
            r"slippe[rs]?(?: \w+)? for",
            r"undgå",
            "nej til",
            "say no to",
            r"exceptions?",
            r"undtagelser?",
            r"slække[rs]?",
            "get a?round",
            "optional",
            "negotiable",
            "waived",
            "avoided",
            "do without",
            "klare os uden",
            "avoid",
        ),
        "small": (
            "et",
            "en",
            "at",
            "du",
            "have",
            "være",
            "kunne",
            "kende",
            "om",
            "for",
            "til",
            "brug",
            "noget",
            "vi",
            "to",
            "a",
            "an",
            "you",
            "that",
            "ask",
            "beder",
            "går op i",
        ),
        "slight": (
            "et",
            "en",
            "noget",
            "nogen",
            "a",
            "an",
            "absolut",
            "strengt",
            "direkte",
            "decideret",
            "længere",
            "ubetinget",
            "strictly",
            "absolutely",
            "really",
        ),
        "first": (
            r"(?:de|den|det) første",
            r"i (?:starten|begyndelsen)",
            r"fra (?:start|starten|dag|første)",
            r"i (?:din |hele )?(?:oplæring|prøvetid|introduktion)\w*",
            "the first",
            "at first",
            "initially",
            "from day one",
            "from the start",
            r"during (?:training|probation|your)",
        ),
    }
).pattern

# ---- words that only look like a denial

KEPT = (
    _phrase("not only", r"(?:<not>)(?: \w+)?? (?:<only>)", yes="ikke kun kørekort", no="ikke kørekort"),
    _phrase(
        "no less than",
        r"(?!(?:ikke|not) (?:mere|more)_(?:[.,;!?]|$))(?:<not>)(?: være| be| er)? (?:<less>)"
        r"(?: than| end)?",
        yes="ikke under 18 år",
        no="ikke kørekort",
    ),
    _phrase(
        "not afraid",
        r"(?:<not>|uden|without)(?: [\w-]+){0,2}? (?:<afraid>)(?: for| af| over_for| ved| of| to)?",
        yes="du er ikke bange for højder",
        no="der er ikke højder",
    ),
    _phrase(
        "does not step aside",
        r"(?:<not>)(?: \w+)? (?:<aside>)|(?:går|viger)(?: du)? (?:<not>) (?:<aside>)",
        yes="du går ikke af vejen for tunge løft",
        no="du går ikke",
    ),
    _phrase(
        "not shaken",
        r"(?:<not>|uden at|without)(?: [\w-]+){0,2}? (?:<shaken>)(?: af| med| ved| for| by| with)?",
        yes="du bliver ikke stresset af travlhed",
        no="der er ikke travlhed",
    ),
    _phrase(
        "shaken by nothing",
        r"(?:skræmmer|generer|stresser|slår|forstyrrer|rører) (?:dig|os|jer) ikke(?: ud)?",
        yes="støj generer dig ikke",
        no="støj er der ikke",
    ),
    _phrase(
        "not to be forgotten",
        r"glem(?:mer)?(?: bare)? ikke|(?:don't|do not) forget|hvorfor ikke|why not",
        yes="glem ikke dit kørekort",
        no="ikke dit kørekort",
    ),
    _phrase(
        "without ado",
        r"uden (?:tvivl|undtagelse|videre|for|om|på|besvær|opsyn)|(?:ingen|no) (?:tvivl|doubt"
        r"|undtagelse\w*|exception\w*)",
        yes="kørekort er uden tvivl et krav",
        no="uden kørekort",
    ),
    _phrase(
        "one kind of person",
        r"(?:ikke|non|no)-\w+|(?:ikke|non)[\s-]?(?:ryger|rygere|smokers?)",
        yes="ikke-ryger",
        no="ikke røget",
    ),
    _phrase(
        "must not",
        r"må(?: du)? ikke (?=have (?:anmærk|noget på|fået|mist)|være (?:dømt|straff|frak|klip)"
        r"|mangle)\w+",
        yes="du må ikke have anmærkninger",
        no="du må ikke løfte",
    ),
    _phrase(
        "clean record",
        r"(?:no|ingen|ikke) (?:\w+ )?(?:criminal record|anmærkninger|domme|pletter|convictions"
        r"|straffet|dømt|plettet)",
        yes="no criminal record",
        no="no record player",
    ),
)

# ---- words that deny

NOT = _phrase("not", r"<not>|<needless>|<voluntary>", yes="ingen tunge løft", no="mange tunge løft")
NOT_BEFORE = _phrase("not before", r"<not>|<needless>|<without>", yes="job uden tunge løft", no="job med tunge løft")
NEEDLESS = _phrase(
    "needless", r"<needless>|<voluntary>|uanset|regardless(?: of)?", yes="erfaring er underordnet", no="erfaring"
)
SUBJECT = _phrase("subject", r"du|vi|jeg|man|han|hun|you|we|they", yes="du har kørekort", no="kørekort er et krav")
VERB = _phrase("verb", r"<verb>", yes="er ikke", no="kørekort")
TURN = _phrase("turn to a new clause", r"<turn>", yes="du har kørekort", no="kørekort")
LIST_OF_DENIED = _phrase(
    "begins a list of what is denied",
    r"(?:<not>),?(?: (?:<asked>|<verb>|<small>),?){0,6}_:?_$",
    yes="det er ikke nødvendigt, at du har:",
    no="ingen erfaring:",
)
DEMANDING = _phrase(
    "demanding",
    r"<asked>|behøver|beder|spørger|skal|forventer|kræver|ask|want|expect|have",
    yes="du behøver ikke",
    no="det er det ikke",
)
OPEN = _phrase(
    "left open",
    r"(?:<not>)(?: \w+){0,3}? (?:nødvendigvis|altid|necessarily|always)|måske ikke|(?:maybe"
    r"|necessarily) not|hver(?:t)? (?:anden|andet|tredje|fjerde|\d\.)|every (?:other|second|third)"
    r"|<notall>|<first>",
    yes="ikke nødvendigvis et krav",
    no="ikke et krav",
)
ANSWER = _phrase(
    "answered with no",
    r"(?: \w+){0,4}[)]?_(?:[:?|=(]|-)_[(]?_(?:nej|nope|niks|nul|nix|n/a|0|<not>"
    r"|<needless>)(?! tak til| uden| without|(?: tak)?,? så)|_nej(?! tak|,? så)",
    yes=": nej",
    no=": ja",
)
LATER = (
    _phrase(
        "denied by a word for it",
        r"_[,;:.?!)-]{0,2}_(?:(?:men|but|dog|og|så|so|however),?_)?(?:det|den|de|dette"
        r"|this|that|it|they|which)(?:'s)? (?:er|is|are|var)(?: \w+){0,2}? (?:<not>)(?: [\w-]+){0,3}? (?:<asked>)",
        yes=", men det er ikke et krav",
        no=", men det er ikke dyrt",
    ),
    _phrase(
        "denied without one",
        r"_[,;:.?!(-]{0,2}_(?:(?:men|but|dog|og|so|however),?_)?(?:<not>)"
        r"(?: (?:<slight>)){0,2} (?:<asked>)",
        yes=", men ikke et krav",
        no=", men ikke kedeligt",
    ),
    _phrase(
        "denied by its verb",
        r"_[,;:.?!)-]{0,2}_(?:(?:men|but|dog|og|så|so),?_)?(?:det|den|dem|that) (?:behøver"
        r" (?:du|man|i|jeg)|behøves|kræves|kræver vi|skal du|har vi|spørger|beder|stiller)(?: \w+){0,3}? (?:<not>)",
        yes="; det behøver du ikke",
        no="; det kræver tid",
    ),
)
AT_LAST = _phrase(
    "denied at last",
    r"(?:men|but|dog|though),? (?:(?:det|dét|den|dette|det sidste|that|it|this) )?"
    r"(?:er|is)(?: \w+)? (?:<not>)(?: [\w-]+){0,3}? (?:<asked>)|uden at det er(?: \w+)? (?:<asked>)",
    yes="helps a lot, but is no requirement",
    no="men det er et krav",
)
NO_DEMAND = _phrase("no demand", r"(?:<not>)(?: [\w-]+){0,3}? (?:<asked>)", yes="ikke et krav", no="et krav")
PASSIVE = _phrase("passive verb denied", r"\w{3,}es (?:<not>)", yes="indhentes ikke", no="timer ikke")
DROPPED = _phrase(
    "dropped",
    r"(?:er|blev|bliver|is|was|been|har vi)(?: \w+){0,2}? (?:<dropped>)|bortfalder|udgår",
    yes="er bortfaldet",
    no="er faldet over",
)
FORMERLY = _phrase("formerly", r"<formerly>", yes="var et krav", no="er et krav")
NO_LONGER = _phrase(
    "no longer",
    r"_[,;.]?_(?:men|but|dog)(?: (?:<yet>)){0,5} (?:<not>)",
    yes=", men er det ikke længere",
    no=", men erfaring er ikke",
)
DISMISSED = _phrase(
    "dismissed",
    r"kan (?:du|man|vi|i)(?: \w+){0,2}? (?:glemme|lade ligge|undvære|spare|se bort fra)",
    yes="kan du godt glemme",
    no="kan du tage med",
)
WHETHER = _phrase("whether", r"(?:<whether>)(?: [\w-]+){0,5}_$", yes="om du har ", no="du har ")

# ---- two denials

LACKING = _phrase("lacking", r"(?:<lack>)(?: [\w-]+){0,4}?_$", yes="folk uden ", no="folk med ")
UNLESS = _phrase(
    "not unless",
    r"(?:<not>|nej)(?: [\w,-]+){0,9}? (?:<unless>)(?: [\w-]+){0,5}?_$",
    yes="ingen kan søge, medmindre du har ",
    no="søg, når du har ",
)
YET_YOU = _phrase(
    "yet you, yet now",
    r"_,?_(?:men|but|however,?)(?= [^.;!?]{0,30}(?<!\w)(?:du|you|nu|now)(?!\w))"
    r"(?: (?:<yet>)){2,6}_(?=[.,;!?]|$)",
    yes=", men det skal du.",
    no=", men det skal du ikke.",
)
NOT_WITHOUT = _phrase(
    "not without",
    r"(?:<not>)(?: \w+)? (?:er|være|står|stå|be|is|are|go|klare \w+) (?:uden|without)"
    r"(?! (?:problem|betydning))(?: [\w-]+){0,3}?_$",
    yes="at du ikke er uden ",
    no="du er uden ",
)
NO_WAY_ROUND = _phrase(
    "no way round",
    r"(?:slipper|undgår|dispenserer|fraviger|dropper|slækker|opgiver|går)"
    r"(?: (?:du|vi|man|i))? (?:ikke|aldrig)(?: \w+)?(?: (?:for|fra|uden om|på)| kravet)"
    r"|undgår(?: (?:du|vi|man|i))? (?:ikke|aldrig)",
    yes="slipper ikke for",
    no="slipper for",
)
NO_PROMISE = _phrase(
    "no promise of being spared",
    r"(?:<not>) (?:love|garantere|regne med|forvente|promise|guarantee"
    r"|expect|count on)(?: dig| jer| you)?,?(?: (?:at|that|to))?(?: [\w-]+){0,3}? (?:<without>)",
    yes="ikke love, at du slipper for",
    no="ikke love at køre",
)
ASKS_WITHOUT = _phrase(
    "asks whether one may without it",
    r"(?:kan|må|får|går|er det|can|could|may|is it|do)"
    r"(?: [\w-]+){1,6}",
    yes="kan man søge",
    no="du søger",
)
ANSWERED_NO = _phrase("answered no", r"(?: [\w-]+){0,4}?_[?](?:_-)?_(?:<no>)", yes="? nej", no="? ja")
ASKS_TO_BE_SPARED = _phrase(
    "asks to be spared",
    r"(?:kan|må|can|could)(?: [\w-]+){1,3}? (?:dispensere|fravige|undvære"
    r"|se bort|slippe|waive|do without)(?: [\w-]+){0,4}?_$",
    yes="kan i dispensere fra kravet om ",
    no="kan du køre",
)
BARE_LACK = _phrase(
    "no licence?", r"(?:no|not got|ingen|intet|ikke(?: noget)?|uden)(?: [\w-]+){0,2}?_$", yes="intet ", no="et "
)
TURNED_AWAY = _phrase(
    "turned away",
    r"(?: (?:endnu|yet))?_(?:[?,:]|-)_(?:[\w',-]+ ){0,6}?(?:(?:<not>)"
    r"(?: [\w-]+){0,4}? (?:<applying>)|(?:<refuse>)|nej tak)",
    yes="? please do not apply",
    no="? kom bare",
)
NO_DEAL = _phrase(
    "without it no job",
    r"(?:,| means| betyder| er lig)_(?:ingen|intet|no) (?:job|"
    r"arbejde|ansættelse|work|\w*samtale|interview|chance"
    r"|stilling|position|hire)(?=[.!]|_$)",
    yes=", intet job",
    no=", intet problem",
)
FORGIVEN = _phrase(
    "forgiven", r"<well>|(?:<not>)(?: \w+){0,2}? (?:<trouble>)", yes="det gør ikke noget", no="det går ikke"
)
REFUSED = _phrase("refused", r"<not>|<refuse>|nej tak", yes="kan ikke komme i betragtning", no="kan komme")
SETTLED = _phrase(
    "settled", r"(?:<not>)(?: [\w-]+){0,5}? (?:<settled>)", yes="ikke til diskussion", no="til diskussion"
)
MORE_THAN_A_WISH = _phrase(
    "more than a wish",
    r"(?:<not>)(?: (?:<only>))?(?: en| et| an?)?(?: \w+)? (?:<wish>),? (?:men|but|det er|it is"
    r"|it's)(?: \w+){0,3}? (?:<asked>)|(?:<asked>)_(?:,|-)?_(?:og )?(?:ikke|not)(?: [\w-]+){0,2}? (?:<wish>)",
    yes="ikke en fordel, men et krav",
    no="ikke et krav, men en fordel",
)

PATTERNS = (
    *KEPT,
    NOT,
    NOT_BEFORE,
    NEEDLESS,
    SUBJECT,
    VERB,
    TURN,
    LIST_OF_DENIED,
    DEMANDING,
    OPEN,
    ANSWER,
    *LATER,
    AT_LAST,
    NO_DEMAND,
    PASSIVE,
    DROPPED,
    FORMERLY,
    NO_LONGER,
    DISMISSED,
    WHETHER,
    LACKING,
    UNLESS,
    YET_YOU,
    NOT_WITHOUT,
    NO_WAY_ROUND,
    NO_PROMISE,
    ASKS_WITHOUT,
    ASKS_TO_BE_SPARED,
    ANSWERED_NO,
    BARE_LACK,
    TURNED_AWAY,
    NO_DEAL,
    FORGIVEN,
    REFUSED,
    SETTLED,
    MORE_THAN_A_WISH,
)

_SIGN = re.compile(
    r"\b(?:ikke|ingen|intet|ej|nej|niks|hverken|aldrig|uden|no|not|nope|nothing|nobody|none|never|neither|nor|without|cannot"
    r"|slip|undgå|fri\s+for|fritaget|undtag|bortset|uanset|except|exclud|regardless|free|lige\s+m|ligeg|underord|unødv"
    r"|overflød|unnec|irrelev|langt\s+fra|far\s+from|mangl|mangel|lack|noget|med\s+tiden|frivil|valgfri|optional"
    r"|voluntary"
    r"|kan\s+(?:du|man|vi|i)|nul|nix|n/a|0|bortfald|faldet\s+bort|ophæv|afskaf|dropp|fjern|sløjf|slett|udgå"
    r"|dispens|waive"
    r"|remov|abolish|scrapped|lifted|slipper)|n't"
)
_STOP = re.compile(
    r"[;!?]|\.(?=\s|$)|\s-\s|\s(?:men|but|mens|hvorimod|whereas|så\s+længe"
    r"|da|fordi|idet|eftersom|because|since|så(?=\s+(?:vi|du|man|der)\s))\s+"
)
_AFTER_STOP = re.compile(rf":|{_STOP.pattern}")
_SENTENCE_END = re.compile(r"[.;!?](?=\s|$)")
_JOIN = re.compile(r"(?<!-),\s*|(?<!\baf)\s(?:og|and|samt)\s+")
_AND = re.compile(r"(?:og|and|samt)\s")
_REASON = re.compile(r"\s(?:da|fordi|idet|because|since|hvis|når|som|if|when|which|who)\s")
_LIST = re.compile(r"\s(?:eller|or|og|and|nor)\s")
_ASIDE = re.compile(r"\([^()]{0,80}\)")
_SOMETHING = re.compile(r"(?<=\bnoget),(?=\s+(?:vi|jeg|man|du|der|som)\s)")  # "ikke noget, vi går på kompromis med"
_RELATIVE = re.compile(r",(?=\s+(?:der|som|hvis|at|who|that|if)\s)")
_SUBORDINATE = re.compile(r",(?=\s+(?:at|om|hvis|hvorvidt|hvad|hvilken|hvilke|that|whether|if|what)\s)")


def denial(text: str, start: int, end: int) -> Denial | None:
    """What the folded sentence ``text`` says against the mention from ``start`` to ``end``; None: nothing.

    >>> [denial(text, 0, 8) for text in ("kørekort er ikke et krav.", "kørekort: nej", "kørekort er et krav.")]
    ['denied', 'denied', None]
    >>> denial("ingen uden kørekort kan søge.", 11, 19)
    'insisted'
    """
    if not _SIGN.search(text, max(0, start - CONDITION), end + CONDITION):
        return None
    text = _SOMETHING.sub(" ", text)
    if _insisted(text, start, end):
        return "insisted"
    plain = kept(text)
    before = _before(plain, start)
    after = _after(plain, before, end)
    lacking = _lacking(plain, start, end, after)
    if lacking:
        return lacking
    rest = plain[end + len(after) : end + len(after) + REACH]
    if not (
        _denied_before(before, plain[start:end], plain[end : end + REACH])
        or _denied_after(after)
        or (FORMERLY.search(after) and NO_LONGER.regex.match(text[end + len(after) : end + CONDITION]))
        or ANSWER.regex.match(plain[end : end + REACH])
        or any(pattern.regex.match(rest) for pattern in LATER)
        or _denied_at_last(plain[end : end + CONDITION])
    ):
        return None
    return "open" if OPEN.search(before + plain[start:end] + after) else "denied"


def lacked(text: str, start: int) -> bool:
    """Whether the words before a mention are about people without it, so that praise is for them.

    >>> lacked("du klarer dig fint uden kørekort.", 24), lacked("det er fint med kørekort.", 16)
    (True, False)
    """
    return LACKING.search(_STOP.split(text[max(0, start - CONDITION) : start])[-1]) is not None


def ruled_out(text: str, start: int, end: int) -> Denial | None:
    """Like ``denial``, for what an ad has or has not: "uanset vagt" and "ligegyldigt om natten" rule nothing out.

    >>> ruled_out("ligegyldigt om natten", 15, 21), ruled_out("aldrig om natten", 10, 16)
    (None, 'denied')
    """
    answer = denial(text, start, end)
    return denial(mask(text, (NEEDLESS,)), start, end) if answer else None


@lru_cache(maxsize=256)
def kept(text: str) -> str:
    """A folded sentence with words that only look like a denial overwritten. Cached, because one sentence has many
    mentions.

    >>> kept("ikke kun kørekort")
    '######## kørekort'
    """
    return mask(text, KEPT)


def begins_a_list(heading: str) -> bool:
    """Whether a folded heading denies the lines under it.

    >>> begins_a_list("du behøver ikke:"), begins_a_list("ingen erfaring? kom alligevel")
    (True, False)
    """
    match = LIST_OF_DENIED.search(mask(heading, KEPT))
    return match is not None and DEMANDING.search(heading) is not None


def _denied_at_last(after: str) -> bool:
    """Whether "..., men det er ikke et krav" ends the sentence, with nothing else named in between."""
    match = AT_LAST.search(_SENTENCE_END.split(after)[0])
    return match is not None and all(
        TURN.regex.match(after, join.end()) or join.end() == match.start()
        for join in _JOIN.finditer(after, 0, match.start())
    )


def _insisted(text: str, start: int, end: int) -> bool:
    """Whether two denials make a requirement: "kan ikke undværes", "ikke en fordel, men et krav"."""
    opening, following = text[max(0, start - REACH) : start], _SENTENCE_END.split(text[end : end + REACH])[0]
    if MORE_THAN_A_WISH.search(following) or NO_DEAL.regex.match(following):
        return True
    clause = _STOP.split(opening)[-1]
    if any(pattern.search(clause) for pattern in (UNLESS, NOT_WITHOUT, NO_WAY_ROUND, NO_PROMISE)):
        return True
    if ASKS_TO_BE_SPARED.search(clause) and ANSWERED_NO.regex.match(text[end : end + REACH]):
        return True
    if BARE_LACK.search(clause) and TURNED_AWAY.regex.match(text[end : end + REACH]):
        return not FORGIVEN.search(text[end : end + REACH])
    after = _AFTER_STOP.split(text[end : end + REACH])[0]
    if YET_YOU.regex.match(text[end + len(after) : end + CONDITION]):
        return True
    if not SETTLED.search(opening + text[start:end] + following):
        return False
    before = _before(text, start)
    return SETTLED.search(_JOIN.split(before)[-1] + text[start:end] + _after(text, before, end)) is not None


def _lacking(text: str, start: int, end: int, after: str) -> Denial | None:
    """What the ad says of people without it: "folk uden kørekort kan desværre ikke søge"."""
    window = text[max(0, start - CONDITION) : start]
    clause = _STOP.split(window)[-1]
    lacks = list(LACKING.finditer(clause))
    if not lacks:
        return None
    head = clause[: lacks[0].start()]
    tail = re.split(r"[.;!](?=\s|$)|\s(?:men|but)\s", text[end : end + CONDITION])[0]
    if FORGIVEN.search(window + tail):
        return "denied"
    if ASKS_WITHOUT.search(head) and ANSWERED_NO.regex.match(text[end : end + CONDITION]):
        return "insisted"
    following = after if head.strip(" ,") else tail
    refused = REFUSED.search(_last_clause(_RELATIVE.sub(" ", head))) or REFUSED.search(following)
    return "insisted" if refused else "denied"


def _before(text: str, start: int) -> str:
    """The words before the mention in its own clause."""
    window = _ASIDE.sub(lambda aside: "#" * len(aside.group()), text[max(0, start - REACH) : start])
    return _last_clause(window[max((stop.end() for stop in _STOP.finditer(window)), default=0) :])


def _last_clause(text: str) -> str:
    """The last clause of ``text``: after the last comma or "og" that starts one."""
    return text[max((join.end() for join in _JOIN.finditer(text) if _turns(text, join.end())), default=0) :]


def _turns(text: str, place: int) -> bool:
    """Whether a new clause starts at ``place``, after a comma or "og"."""
    return bool(TURN.regex.match(text, place) or _AND.match(text, place))


def _after(text: str, before: str, end: int) -> str:
    """The words after the mention in its own clause; a list is part of it until its verb has come."""
    window = text[end : end + REACH]
    stop = _AFTER_STOP.search(window)
    window = window[: stop.start()] if stop else window
    topic = WHETHER.search(before)
    spoken = not topic and bool(VERB.search(before) or SUBJECT.search(before))
    place = 0
    for join in _JOIN.finditer(window):
        spoken = spoken or VERB.search(window[place : join.start()]) is not None
        turns = _turns(window, join.end())
        if topic and turns and VERB.regex.match(window, join.end()):
            topic, place = None, join.end()
            continue
        if spoken or turns:
            window = window[: join.start()]
            break
        place = join.end()
    reason = _REASON.search(window)
    return window[: reason.start()] if reason else window


def _denied_before(before: str, mention: str, after: str) -> bool:
    """Whether the last denial before the mention reaches it."""
    before = _SUBORDINATE.sub(" ", before) + mention
    place = len(before) - len(mention)
    denials = [match.end() for match in NOT_BEFORE.finditer(before) if match.end() < len(before)]
    if not denials or place - denials[-1] > NEAR:
        return False
    between = before[denials[-1] : max(denials[-1], place)]
    if ":" in between:
        return begins_a_list(before[: before.rindex(":") + 1])
    if not _JOIN.search(between):
        return True
    if "hverken" in before or "neither" in before:
        return True
    return not VERB.regex.match(after.lstrip()) and bool(_LIST.search(between) or _LIST.match(after))


def _denied_after(after: str) -> bool:
    """Whether the clause continues with a denial: "er ikke et krav", "kræver vi ikke", "kan du glemme"."""
    is_denied = any(not after[: no.start()].strip(" ,") or VERB.search(after[: no.end()]) for no in NOT.finditer(after))
    return is_denied or any(pattern.search(after) for pattern in (PASSIVE, DROPPED, DISMISSED))
