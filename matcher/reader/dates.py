"""Deadline and start date: which date of an ad is which, and in which year.

A date counts only beside a word for its purpose ("ansøgningsfrist", "senest" with something about applying,
"tiltrædelse"). Dates of interviews, events and founding have other words beside them. A date without a year is the next
one after publication. If publication is unknown, the ad's other date may decide the year (people apply before they
start), else only month and day are given.
"""

import calendar
import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from matcher.reader.patterns import NUMBER_WORDS, WEEKDAYS, Grammar, Pattern, first_match, mask, number
from matcher.reader.sentences import MONTHS, Sentence, mentioning
from matcher.schema import Vacancy

MONTH_NUMBERS = {
    "jan": 1,
    "feb": 2,
    "mar": 3,
    "apr": 4,
    "maj": 5,
    "may": 5,
    "jun": 6,
    "jul": 7,
    "aug": 8,
    "sep": 9,
    "okt": 10,
    "oct": 10,
    "nov": 11,
    "dec": 12,
}
NEAR = 45  # characters between a label and its date
STRAY = 60  # characters of a line such as "forlænget til 8. december" that does not name the deadline
BESIDE = 20  # named days before and after a new one; it may replace one of them
LINKED = 90  # characters between one day of a deadline and the next one given with it
EARLIEST_YEAR, LATEST_YEAR = 1990, 2100

_phrase = Grammar(
    {
        "month": (
            *MONTHS,
            "jan",
            "feb",
            "mar",
            "apr",
            "jun",
            "jul",
            "aug",
            "sept?",
            "okt",
            "oct",
            "nov",
            "dec",
        ),
        "ordinal": ("st", "nd", "rd", "th"),
        "year": r"(?:19|20)\d\d",
        "shortyear": r"\d{4}|\d\d",
        "d": r"(?P<day>\d{1,2})",
        "m": r"(?P<month>\d{1,2})",
        "deadline": (
            r"\w*ansøgningsfrist\w*",
            r"ansøgningfrist\w*",
            r"ans\.?_frist\w*",
            "sidste frist",
            r"frist(?:en|er|erne|forlængelse)?",
            "svarfrist",
            "deadlines?",
            r"closing dates?",
            "ansøgningsdato",
            "application date",
            "apply by",
            r"ansøgningsperiode\w*",
            "application (?:period|window)",
            "sidste (?:ansøgnings)?dag",
            "last day to apply",
            "udløbsdato",
            "(?:<notice>) (?:<closes>)",
            "(?:annoncen|opslaget|the ad) (?:udløber|expires)",
            "(?:<closes>) (?:<notice>)",
            "applications? closes?",
        ),
        "notice": (
            "annoncen",
            "opslaget",
            "stillingsopslaget",
            "stillingen",
            "jobbet",
            "jobopslaget",
            "the ad",
            "the position",
            "the post",
            "vacancy",
            "ansøgning(?:er)?",
        ),
        "closes": (
            "lukker",
            "lukkes",
            "er slået op til",
            "(?:er åbent?|står) til",
            "lukker for",
            "closes",
            "tages ned",
            "is open until",
        ),
        "nolater": (
            "senest",
            "inden",
            "før",
            "no later than",
            "not later than",
            "no later",
            "before",
            "by",
            "latest",
            "så vi har (?:den|dem|det)",
            "so that we have it",
            "i hænde",
            "til og med",
            "i løbet af",
            "skal være (?:her|modtaget|sendt|indsendt|uploadet|fremme)",
            "until",
            "frem til",
            "indtil",
            "ikke senere end",
        ),
        "apply": (
            r"\w*ansøg\w*",
            "søg",
            "søge",
            "søges",
            r"send\w*",
            r"modtage\w*",
            "i hænde",
            r"skriv\w*",
            r"mail\w*",
            r"tilmeld\w*",
            "svar",
            "cv",
            "apply",
            "applications?",
            "write",
            "submit",
            r"henv\w*",
            r"aflever\w*",
            "opslaget",
            "brev",
            "hear from you",
            r"hører? fra dig",
            "et par ord",
            "interesseret",
            "kontakt",
        ),
        "otherdate": (
            r"samtale\w*",
            r"interview\w*",
            r"tiltræd\w*",
            "opstart",
            "rundvisning",
            "åbent hus",
            r"besøg\w*",
            "du får svar",
            "får (?:du|alle) svar",
            "(?:vi|jeg) (?:giver|svarer|kontakter|ringer|melder|vender tilbage)",
            "(?:giver|svarer|kontakter|ringer|melder|vender) (?:vi|jeg)",
            "we (?:reply|answer|contact|get back|let you)",
            "du hører",
            "hører du",
            "you will hear",
            "we will reply",
            "besked",
            "nyansatte",
            "kurset",
            "start(?:dato|er)?",
            "slutter",
            "first working day",
            "ends",
            "end date",
        ),
        "moved": (
            r"forlæng(?:et|er|es|e|else)",
            r"udsk(?:udt|yder|ydes|yde)",
            "udsat",
            "udsættes",
            "udvidet",
            r"ryk(?:ket|ker|kes|ke)",
            "(?:<forward>)",
            r"flyt(?:tet|ter|tes|te)",
            r"ændr(?:et|er|es|e|ing)",
            "rettet",
            "rettelse",
            "skubbet",
            r"exten(?:ded|ding|d|sion)",
            "prolonged",
            "moved",
            "moving",
            "postponed",
            "pushed(?: back)?",
            "put back",
            "changed",
            "rescheduled",
            "delayed",
            "deferred",
        ),
        "forward": (
            r"fremryk\w*",
            "ryk(?:ket|ker|kes|ke) (?:frem|tættere på)",
            "(?:af|for)kortet",
            "(?:brought|moved|bring|bringing|moving) (?:forward|up)",
            "shortened",
        ),
        "longer": (r"forlæng\w+", r"udsk\w+", "udsat", "udsættes", "udvidet", r"exten\w+", "prolonged", "postponed"),
        "still": ("stadig", "stadigvæk", "fortsat", "endnu", "still"),
        "byitself": ("automatisk", "automatically", "løbende"),
        "filled": r"(?:indtil|til|until)(?: (?!(?:du|den|you)\b)[\w']+){0,5}? (?:fundet|besat|filled|found)",
        "former": (
            "tidligere",
            "oprindelige?",
            "gamle",
            "forrige",
            "hidtidige",
            "previous",
            "original",
            "old",
            "former",
            "earlier",
            "initial",
            "first announced",
        ),
        "fresh": ("nye?", "opdateret", "rettet", "ændret", "new", "updated", "revised", "changed"),
        "nomore": (
            "gælder ikke",
            "er udgået",
            "udgår",
            "bortfalder",
            "er bortfaldet",
            "er aflyst",
            "er ophævet",
            "no longer",
            "is cancelled",
            "does not apply",
        ),
        # things with a deadline of their own; only as whole words, because "kursusleder" may be the post
        "elsewhat": (
            r"(?:<matter>)(?:(?:e|er)?ne|en?|et|er|s|ens|ets)?",
            r"(?:ind)?berette(?:t|s)?",
            "vat",
            "tax",
            r"(?:<matteren>)(?:s|es)?",
        ),
        "matter": (
            "afbud",
            r"\w*moms",
            r"\w*beretning",
            r"\w*kurs(?:us)?",
            r"udbud(?:d)?",
            r"tilbud(?:d)?",
            "bud",
            r"\w*regnskab",
            r"\w*opgørelse",
            "selvangivelse",
            r"\w*skat",
            r"\w*rapport",
            r"\w*bestilling",
            r"\w*levering",
            "klage",
            r"\w*høring(?:ssvar)?",
            "indsigelse",
            "optagelse",
            r"\w*eksamen",
            r"\w*ferie(?:ønske)?",
            "legat",
            "pulje",
            "tilskud(?:d)?",
            r"\w*budget(?:t)?",
            "julefrokost",
            "konference",
            "messe",
            r"\w*betaling",
            "faktura",
            r"\w*uddannelse",
            r"\w*vagtplan",
            "festival",
            r"\w*marked",
            "lønseddel",
            "lønkørsel",
            r"\w*refusion",
            r"\w*studiestart",
            "ønsker",
        ),
        "matteren": (
            "tender",
            "bid",
            "course",
            "report",
            r"\w*return",
            "invoice",
            "payment",
            "grant",
            "funding",
            "order",
            r"\w*deliver(?:y|ies)",
            "abstract",
            "exam",
            "rsvp",
            r"enrol\w*",
            "budget",
            "account",
            "complaint",
            "conference",
            "manuscript",
            "payroll",
            "filing",
        ),
        "keeping": (
            r"overhold(?:er?|es|else)",
            r"sørger",
            r"sikrer",
            "holder (?:styr|øje)",
            r"meet(?:ing)?",
            r"ensur\w*",
            "making sure",
        ),
        "lead": (
            "obs",
            "bemærk",
            "nb",
            "nu",
            "den",
            "det",
            "dette",
            "dog",
            "men",
            "og",
            "er",
            "vi",
            "har",
            "blevet",
            "her",
            "it",
            "this",
            "has",
            "have",
            "been",
            "now",
            "is",
            "note",
            "update",
            "we",
            "opdatering",
            "rettelse",
            "again",
            "igen",
            "<deadline>",
        ),
        "joining": (
            r"<weekday>",
            r"<lead>",
            r"<moved>",
            r"<deadline>",
            r"<former>",
            r"<fresh>",
            "d",
            "de",
            "the",
            "on",
            "by",
            "kl",
            "klokken",
            "ved",
            "midnat",
            "midnight",
            "noon",
            "at",
            "am",
            "pm",
            "and",
            "samt",
            "eller",
            "or",
            "but",
            "to",
            "til",
            "fra",
            "from",
            "until",
            "also",
            "også",
            "i",
            "stedet",
            "instead",
            "of",
            "not",
            "ikke",
            "længere",
            "men",
            "that",
            "som",
            "der",
            "sat",
            "rather",
            "than",
            "derfor",
            "frem",
            "efter",
            "med",
            "stilling(?:en)?",
            "job(?:bet)?",
            "position",
            "sidste",
            "senest",
            "anden",
            "andet",
            "første",
            "second",
            "first",
            "last",
            "hhv",
            "henholdsvis",
            "respectively",
            "oprindeligt",
            "originally",
            "previously",
            "var",
            "was",
            "tidligst",
            "holdet?",
            "hold",
            "vagten",
            r"\d+(?:[.:]\d+)*",
            r"[a-z]",
        ),
        "contract": (
            r"\w*vikar\w*",
            r"\w*ansættelse\w*",
            "ansat",
            "tidsbegrænset",
            r"kontrakt\w*",
            r"\w*sæson\w*",
            "contract",
            "temporary",
            "varer",
            "lasts",
        ),
        "taking": (
            "ansætter",
            "ansættes",
            "optager",
            "indkalder",
            "tager imod",
            "taler",
            "behandler?",
            "besættes",
            "vurderes?",
            "screener",
            "læser",
            "inviterer",
            "samtaler",
            r"ansøgning\w*",
            "kandidater",
            "ser på",
        ),
        "taking2": (
            "afholder",
            "holder",
            "indkalder",
            "ansætter",
            "behandler",
            "tager",
            "gennemgår",
            "vurderer",
            "inviterer",
            "kalder",
            "læser",
        ),
        "hiring": (r"interview\w*", "applications?", r"hir\w+", r"review\w*", r"recruit\w*"),
        "date": r" (?:den |d\.? ?|the )?\d",
        "ever": ("altid", "hele tiden", "løbende", "året rundt", "always", "constantly", "continuously"),
        "folk": (
            r"nye",
            "flere",
            "folk",
            r"kolleger\w*",
            r"medarbejdere\w*",
            r"vikarer\w*",
            r"afløsere\w*",
            "hænder",
            "people",
            "colleagues",
            "staff",
            "more",
        ),
        "anytime": (
            "når som helst",
            "når det passer dig",
            "når du vil",
            "året rundt",
            "hele året",
            "any time",
            "anytime",
            "at any time",
            "whenever you like",
        ),
        "allthetime": ("løbende", "hele tiden", "hele året"),
        "until": ("når", "så snart", "indtil", "til", "once", "until", "when", "as soon as"),
        "start": (
            r"tiltræd\w*",
            r"(?:job|op)?start(?:dato|er|e)?",
            "starting",
            "begynde[rs]?",
            "ansættelsesdato",
            r"ansættelsestids?punkt",
            "i gang",
            "start date",
            "first (?:working )?day",
            "besættelse",
            "besættes",
            "besat",
            "commencement",
            "begins?",
        ),
        "post": (
            r"ansættelse\w*",
            "ansættes",
            "ansat",
            r"ledig\w*",
            "available",
            "ind i planen",
            "join us",
            "beginning",
            "position",
            "søges",
            "søger",
            r"\w*vikar\w*",
            r"\w*stilling\w*",
            r"sæson\w*",
        ),
        "notstart": (
            r"samtale\w*",
            r"interview\w*",
            r"\w*frist\w*",
            "senest",
            "inden",
            "siden",
            "deadline",
            "no later than",
            "grundlagt",
            "etableret",
            "since",
            "founded",
            "before",
            "established",
            "oprettet",
            "startede",
            "begyndte",
            "started",
            "indtil",
            "til og med",
            "until",
        ),
        "soon": (
            r"snarest(?: muligt)?",
            "hurtigst muligt",
            "med det samme",
            "straks",
            "omgående",
            "as soon as possible",
            "asap",
            r"immediate(?:ly)?",
            "right away",
            "hurtig (?:opstart|start|tiltrædelse)",
        ),
        "agreed": (
            r"efter (?:nærmere |individuel )?aftale",
            "aftales",
            "aftaler vi",
            "vi aftaler",
            "som det passer",
            "når det passer",
            "når du kan",
            r"by (?:mutual )?agreement",
            "to be agreed",
            r"(?:is|be) agreed",
            "as agreed",
            "flexible",
            "negotiable",
            "passer os begge",
        ),
    }
).pattern

# ---- the ways to write a date

DATES = (
    _phrase(
        "day month",
        r"<d>(?:\.|<ordinal>)?_(?:of )?(?P<month><month>)\.?(?:,?_(?P<year><year>))?(?!\.?,?_0\d{3})",
        yes="den 30. november 2016",
        no="30 medarbejdere",
    ),
    _phrase(
        "month day",
        r"(?P<month><month>)\.? <d>(?:<ordinal>)?(?!\d|[.:]\d|_(?:timer"
        r"|hours))(?:,? (?P<year><year>))?",
        yes="December 6, 2026",
        no="december 2026",
    ),
    _phrase(
        "end of month",
        r"(?:udgangen af|the end of) (?P<last><month>)(?: (?P<year><year>))?",
        yes="inden udgangen af november",
        no="slutningen af året",
    ),
    _phrase("iso", r"(?P<year><year>)-(?P<month>\d\d)-(?P<day>\d\d)", yes="2026-12-03", no="2026-2027"),
    _phrase("slashes", r"<d>_/_<m>(?:_[/-]_(?P<year><shortyear>))?(?![\d/])", yes="senest den 22/6-12", no="24/7/365"),
    _phrase("dots", r"<d>\.__<m>\.__(?P<year><shortyear>)(?!\d|\.\d)", yes="søndag d. 13.12.2026", no="kl. 13.30"),
    _phrase("hyphens", r"<d>-<m>-(?P<year><shortyear>)(?![\d-])", yes="13-12-2026", no="8-12 timer"),
    _phrase(
        "weekday of a week",
        r"(?P<weekday><weekday>) i uge (?P<week>\d{1,2})(?!\d)",
        yes="senest fredag i uge 48",
        no="fredag den 4.",
    ),
    _phrase(
        "week",
        r"(?:(?P<before>inden|før|before) )?(?:uge|week)(?: nr\.?)? (?P<week>\d{1,2})(?![\d-])"
        r"(?! timer| hours| of)(?:(?:_/_|,? (?:i )?)(?P<year><year>))?",
        yes="start i uge 33",
        no="37 timer om ugen",
    ),
    _phrase("day.month", r"(?:d\.?|den) <d>\.<m>\.?(?P<year>(?!))?(?![\d:])", yes="frist d. 29.11.", no="kl. 10.30"),
)

# Forms of days that only deadlines have: a start "medio januar" is too vague to hold anybody to.
LAST_DAYS = (
    _phrase(
        "part of a month",
        r"(?P<part>primo|medio|ultimo|(?:i |the )?(?:starten|begyndelsen|midten|slutningen) af"
        r"|først i|midt i|sidst i|i løbet af|early(?: in)?|mid|late(?: in)?)[\s-](?P<month><month>)"
        r"(?: (?P<year><year>))?",
        yes="Ansøgningsfrist ultimo november",
        no="den 3. november",
    ),
    _phrase(
        "last of a month",
        r"(?:sidste|last) (?P<on><weekday>|hverdag|arbejdsdag|dag|working day|weekday|day)"
        r" (?:i|of|in) (?P<month><month>)(?: (?P<year><year>))?",
        yes="sidste hverdag i november",
        no="sidste dag på jobbet",
    ),
    _phrase(
        "turn of the year", r"(?P<newyear>nytår(?:saften)?|new year(?:'s eve)?)", yes="inden nytår", no="hele året"
    ),
)
# Last day of a third of the month; "ultimo" and the rest mean its end.
PART_ENDS = {
    "primo": 10,
    "start": 10,
    "begyn": 10,
    "først": 10,
    "early": 10,
    "medio": 20,
    "midte": 20,
    "midt ": 20,
    "mid": 20,
}
BARE_DAY = _phrase(
    "a day of the month named before",
    r"(?:den|d\.|the)_<d>(?:\.|<ordinal>)?"
    r"(?=_(?:$|[,;:!?)-]|kl\b|at\b|og\b|and\b|i stedet|instead))",
    yes="til den 15",
    no="den 15. december",
)

# ---- the purpose of a date

DEADLINE_LABEL = _phrase("deadline", r"<deadline>", yes="Ansøgningsfrist: 8. januar", no="med korte tidsfrister")
FORMER = _phrase(
    "former deadline",
    r"(?:<former>) (?:<deadline>)",
    yes="Den tidligere frist var 1. december",
    no="Tidligere ansatte kan søge",
)
FRESH = _phrase(
    "new deadline",
    r"(?:<fresh>) (?:<deadline>)",
    yes="Ny ansøgningsfrist: 8. december",
    no="Vi søger nye folk; frist 8. december",
)
MOVED = _phrase("moved", r"<moved>", yes="Fristen er rykket", no="Fristen er 3. december")
LONGER = _phrase("extended", r"<longer>", yes="forlænget til den 8.", no="rykket til den 8.")
FORWARD = _phrase("brought forward", r"<forward>", yes="fremrykket til 1. december", no="forlænget til 8. december")
MOVED_AT_FIRST = _phrase(
    "moved, of a deadline named before",
    r"(?:^|[(:-])\W*(?:<lead>)?(?:\W+<lead>){0,4}\W*(?:<moved>|ny dato|er nu|is now"
    r"|new date)",
    yes="OBS: Nu forlænget til 8. december",
    no="Vikariatet er forlænget",
)
MOVED_BY = _phrase(
    "moved by",
    r"(?:<moved>)(?: (?:med|by|for|yderligere|a further|another|the|<deadline>)){0,4} (?P<count><number>|a|en ekstra)"
    r" (?P<unit>uger?|dage?|weeks?|days?)",
    yes="forlænget med en uge",
    no="forlænget til uge 49",
)
REPLACED = _phrase(
    "replaced",
    r"i stedet for|instead of|rather than|frem for|var|was|tidligere|oprindeligt?|previously"
    r"|originally|formerly|ikke(?! senere)(?: længere)?|not(?! later)(?: on)?|erstatter|replac(?:es|ing)",
    yes="8. december i stedet for 1. december",
    no="ikke senere end 1. december",
)
WAS = _phrase(
    "was the deadline",
    r"^_(?:den |dermed )?(?:var|was)(?! (?:først|tidligere|oprindelig\w*|originally|first))",
    yes=" var ",
    no=" var oprindeligt ",
)
STILL = _phrase(
    "still open",
    r"(?:<still>)(?: \w+){0,3}? (?:søge?|ansøg\w*|åben\w*|modtage\w*|apply|applications?|open"
    r"|accept\w*)|(?:modtager|søge?|tager|apply|accept)(?: \w+){0,2}? (?:<still>)",
    yes="vi modtager stadig ansøgninger",
    no="fristen var i går",
)
EXTENDS = _phrase(
    "open beyond its day",
    r"(?:<longer>)(?: <byitself>)?,? (?:<filled>)|(?:eller|or|dog|står|stående|åbent?|open)(?: \w+)?,? (?:<filled>)"
    r"|(?:<longer>) (?:<byitself>)|(?:<byitself>) (?:<longer>)",
    yes="eller til stillingen er besat",
    no="vi holder samtaler, til stillingen er besat",
)
NO_MORE = _phrase(
    "no more",
    r"[\s,)]*(?:kl\.?_[\d.:]+ )?(?:(?:og|men|som|der|and|but|which) )?(?:<nomore>|(?:er|bliver|blev|is"
    r"|was|has been|have been)(?: (?:nu|derfor|now|blevet|just))? (?:<moved>))",
    yes=" gælder ikke længere",
    no=" gælder",
)
JOINED = _phrase(
    "said with the day before",
    r"^\W*(?:(?:<joining>|for(?: [\w-]+){1,3}?)\W+){0,9}(?:<joining>)?\W*$",
    yes=" for opvasker og ",
    no=" og vi åbner den ",
)
TO_ANOTHER = _phrase(
    "to another day",
    r"^[\s,)]*(?:kl\.?_[\d.:]+)?[\s,)]*(?:-|til(?: og med)?|to|until|through)(?: (?:<weekday>"
    r"|den|d\.?|the)){0,3}\W*$",
    yes=" til den ",
    no=" til opvasker ",
)
NOW = _phrase("now", r"nu|now", yes="er nu 8. december", no="er 8. december")
NAMED = re.compile(r"\W*(?:og |and )?[\w-]+(?: [\w-]+)?:? *")  # a list of jobs, each with its day
IS_THE = re.compile(r"[ ,]*(?:(?:er|is|bliver)(?: \w+){0,2} )?")
SINCE = _phrase(
    "from a day on",
    r"(?:fra|efter|tidligst|from|after|as of)(?: og med)?(?: (?:den|d\.?|the|<weekday>)){0,3}_"
    r"$",
    yes="Vi læser ansøgninger fra den ",
    no="frem til den ",
)
ELSEWHAT = (
    _phrase(
        "deadline of something else",
        r"(?:<deadline>)(?: (?:for|til|på|of|to|on)| at)+"
        r"(?: ansøg\w* om)?(?: (?!stilling|job|ansøg|post|applic)[\w-]+){0,3}? (?:<elsewhat>)",
        yes="frist for indberetning af moms",
        no="frist for ansøgning som kursusleder",
    ),
    _phrase(
        "something else's deadline",
        r"(?:<elsewhat>)(?:,? (?:som|der|which|that))? (?:har |er |has |is )?"
        r"(?:<deadline>)",
        yes="kursets frist",
        no="kursuslederens frist",
    ),
    _phrase(
        "deadlines as a task",
        r"(?:<keeping>)(?:,? [\w-]+){0,4}? (?:<deadline>)",
        yes="Du overholder fristen",
        no="Søg inden fristen",
    ),
)
OF_A_POST = _phrase(
    "applying for a post",
    r"\w*ansøg\w*|søg\w*|cv|apply|applications?",
    yes="Ansøg via festivalens side",
    no="Send regnskabet",
)
MATTER = _phrase("a thing with a deadline of its own", r"<elsewhat>", yes="send regnskabet", no="send din ansøgning")
CONTRACT = _phrase(
    "how long one is employed", r"<contract>", yes="et vikariat frem til 1. maj", no="søg frem til 1. maj"
)
NOTICE = _phrase("the notice", r"annoncen|\w*opslaget|the ad|vacancy", yes="Opslaget bliver stående", no="Kontrakten")
APPLICATIONS = _phrase(
    "applications", r"ansøgning(?:er)?|applications?", yes="Vi lukker for ansøgninger", no="Ansøgningsfrist 1. maj"
)
NO_LATER = _phrase("no later than", r"<nolater>", yes="senest den 4. december", no="snarest muligt")
APPLYING = _phrase("applying", r"<apply>", yes="Send os et par linjer", no="Vi er 12 kolleger")
WEEKDAY_COMMA = re.compile(rf"(?:{'|'.join(WEEKDAYS)}),")  # "Friday, 4 December"
NOT_DEADLINE = _phrase(
    "other date", r"<otherdate>", yes="Samtaler holdes den 14. januar", no="Ansøgning sendes den 14. januar"
)
ROLLING = (
    _phrase(
        "no deadline",
        r"(?:ingen|ikke(?: en| nogen)?|no|there is no) (?:fast |bestemt |sidste |fixed )?(?:\w*frist"
        r"|udløbsdato|dato for ansøgning|deadline|closing date)",
        yes="Der er ikke nogen sidste frist",
        no="Ansøgningsfrist 1. maj",
    ),
    _phrase(
        "open until",
        r"(?:annoncen|opslaget|the ad|registration|tilmeldingen) (?:er|is|står|bliver)"
        r" (?:aktivt?|åbent?|oppe|open)(?: \w+){0,2}? (?:indtil|til|altid|until|all the time|always)(?!<date>)",
        yes="Annoncen er aktiv indtil vi har hold nok",
        no="Annoncen er åben til den 3. maj",
    ),
    _phrase(
        "closed when found",
        r"(?:lukker|tager|close|take) (?:vi |we )?(?:<notice>)(?: ned| down)?,? (?:<until>)"
        r"|(?:<notice>) (?:<closes>),? (?:<until>)|dukker op,? (?:lukker|stopper) vi",
        yes="Når den rigtige dukker op, stopper vi",
        no="Vi lukker butikken, når vi går hjem",
    ),
    _phrase(
        "as they come",
        r"(?:efterhånden som|i takt med at|løbende,? når|som) de (?:kommer|modtages|tikker|dukker)"
        r"|as (?:they|applications) (?:come|arrive|are received)",
        yes="Vi læser ansøgninger, efterhånden som de kommer",
        no="De kommer fra hele verden",
    ),
    _phrase(
        "running",
        r"(?:<taking>)(?: [\w-]+){0,5} (?:<allthetime>)(?! (?:udvikl|invest|følg|opdat|tilbyd"
        r"|forbedr)\w*)",
        yes="Vi holder samtaler løbende",
        no="Vi udvikler os løbende",
    ),
    _phrase(
        "always hiring",
        r"(?:søger|mangler|ansætter|har brug for|hiring) (?:<ever>) (?:<words>)?(?:<folk>)"
        r"|(?:<ever>) (?:brug for|plads til|in need of) (?:<words>)(?:<folk>)",
        yes="Vi har altid brug for nye kolleger",
        no="Vi søger altid at gøre det godt",
    ),
    _phrase(
        "any time",
        r"(?:søg\w*|ansøg\w*|skriv\w*|ring\w*|kontakt\w*|apply|write)(?: \w+){0,3}?"
        r" (?:<anytime>)",
        yes="Du kan søge når som helst",
        no="Søg senest i morgen",
    ),
    _phrase(
        "no hurry",
        r"ingen (?:hast|tidspres)|uden (?:fast |bestemt )?\w*frist|først til mølle"
        r"|first come,? first served|no rush",
        yes="stillingen er uden ansøgningsfrist",
        no="uden erfaring",
    ),
    _phrase(
        "taken down when",
        r"(?:fjerner|tager|lader|holder|keep|leave|take) (?:\w+ )?(?:<notice>)(?: \w+){0,3}?"
        r",? (?:<until>)(?: \w+){0,4}? (?:fundet|nok|besat|hold|found|enough|filled)",
        yes="Vi lader annoncen stå, til vi har nok",
        no="Vi tager den, når du ringer",
    ),
    _phrase(
        "interviews every week",
        r"(?:\w*samtaler|prøvedage?|interviews?)(?: \w+){0,2}? (?:hver|every|each)"
        r" (?:uge|week|<weekday>)|(?:indkalder|kalder ind|kalder til samtale|samtaler) undervejs",
        yes="Vi holder samtaler hver onsdag",
        no="samtaler hver for sig",
    ),
    _phrase(
        "in the order they come",
        r"i den rækkefølge,? (?:de|ansøgningerne) (?:kommer|modtages)"
        r"|in the order (?:they|we)",
        yes="i den rækkefølge, de kommer",
        no="i den rækkefølge, du vil",
    ),
    _phrase(
        "taking people in",
        r"(?:tager|sætter) (?:[\w-]+ ){1,4}(?:ind|i gang|på) (?:<allthetime>)",
        yes="Vi tager nye folk ind hele tiden",
        no="Vi tager hensyn hele tiden",
    ),
    _phrase(
        "running first",
        r"løbende (?:samtaler|ansøgning\w*|ansættelse\w*|indkald\w*|optag\w*|med dem)"
        r"|vi (?:<taking2>) (?:kandidater |ansøgere )?løbende(?! \w*(?:udvikling|kurser|møder|øje))",
        yes="Vi afholder løbende samtaler",
        no="løbende investeringer",
    ),
    _phrase(
        "until found",
        r"(?:<until>)(?: (?!(?:du|you)\b)[\w']+){0,5} (?:fundet|besat|filled|found)(?! på)",
        yes="annoncen lukkes når den rette kandidat er fundet",
        no="når du har fundet fejlen",
    ),
    _phrase(
        "found first",
        r"(?:<until>) we(?: have|'ve)? (?:found|find|fill)",
        yes="until we find the right person",
        no="when we met",
    ),
    _phrase(
        "rolling in english",
        r"rolling basis|(?:<hiring>)(?: \w+){0,4} (?:continuously|ongoing"
        r"|on an ongoing basis)|all year round|(?:continuously|ongoing) (?:<hiring>)",
        yes="We interview continuously",
        no="open all year",
    ),
)

STRONG_START = _phrase("start date", r"<start>", yes="Tiltrædelsesdato: 2. januar", no="søges til")
START_LABEL = _phrase("start or post", r"<start>|<post>", yes="Tiltrædelse 1. marts", no="Ansøgningsfrist 1. marts")
FROM_DATE = _phrase(
    "from a date",
    r"(?:fra|pr\.?|per|from|as of|med virkning fra|starting)(?: (?:den|d\.?|the))?_",
    yes="søges pr. 1. marts",
    no="på den 1. marts",
)
NOT_START = _phrase("not a start", r"<notstart>", yes="siden den 1. marts 1998", no="fra den 1. marts")
ASAP = _phrase("as soon as possible", r"<soon>", yes="Tiltrædelse snarest muligt", no="Tiltrædelse efter aftale")
ASAP_HERE = _phrase(
    "wanted soon",
    r"(?:søge[rs]|mangler|ledig\w*) (?:<words>)(?:snarest|hurtigst muligt|straks)|snarest (?:muligt )?(?:søge[rs]|en"
    r"|et|ansættes)|hurtig (?:opstart|start|tiltrædelse)|immediate start|starts? (?:<soon>)",
    yes="søger snarest en klinisk vejleder",
    no="send din ansøgning hurtigst muligt",
)
BY_AGREEMENT = _phrase("start by agreement", r"<agreed>", yes="Tiltrædelse efter aftale", no="Tiltrædelse 1. maj")
PAY = _phrase(
    "pay by agreement",
    r"(?:løn\w*|salary|pay|timetal\w*|arbejdstid\w*|hours"
    r"|honorar\w*)<gap>(?:efter (?:nærmere )?aftale|aftales|by agreement)",
    yes="Løn efter aftale",
    no="Start efter aftale",
)

PATTERNS = (
    *DATES,
    *LAST_DAYS,
    BARE_DAY,
    DEADLINE_LABEL,
    FORMER,
    FRESH,
    MOVED,
    LONGER,
    FORWARD,
    MOVED_AT_FIRST,
    MOVED_BY,
    REPLACED,
    NOW,
    NO_MORE,
    WAS,
    STILL,
    EXTENDS,
    JOINED,
    TO_ANOTHER,
    SINCE,
    *ELSEWHAT,
    MATTER,
    OF_A_POST,
    CONTRACT,
    NOTICE,
    APPLICATIONS,
    NO_LATER,
    APPLYING,
    NOT_DEADLINE,
    *ROLLING,
    START_LABEL,
    STRONG_START,
    NOT_START,
    ASAP,
    ASAP_HERE,
    BY_AGREEMENT,
    PAY,
)

ROLLING_TRIGGERS = (
    "frist",
    "løbende",
    "kommer",
    "modtages",
    "fundet",
    "besat",
    "filled",
    "found",
    "find",
    "rolling",
    "continuous",
    "ongoing",
    "as they",
    "come in",
    "hele ",
    "deadline",
    "closing",
    "all year",
    "arrive",
    "tikker",
    "annoncen",
    "opslaget",
    "the ad",
    "registration",
    "tilmeldingen",
    "dukker op",
    "udløbsdato",
    "altid",
    "always",
    "når",
    "anytime",
    "any time",
    "hast",
    "rush",
    "mølle",
    "served",
    "samtaler",
    "interviews",
    "undervejs",
    "rækkefølge",
    "order they",
    "constantly",
    "året rundt",
)
START_TRIGGERS = (
    "tiltræd",
    "start",
    "begynd",
    "ansæt",
    "ansat",
    "besæt",
    "besat",
    "ledig",
    "søge",
    "fra ",
    "pr",
    "i gang",
    "planen",
    "commenc",
    "first",
    "join",
    "available",
    "position",
    "vikariat",
    "stilling",
    "begin",
    "snarest",
    "hurtig",
    "from",
)


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date in the ad. ``year`` is None if the ad gives none.

    With ``week`` it is a day of a week (ISO 8601): ``month`` is 0 and ``day`` 1-7, or 0 for the day before the week.
    With ``on`` it is the last such day of the month ("fredag", "hverdag") on or before ``day``. ``later``: days by
    which it was moved.
    """

    year: int | None
    month: int
    day: int
    quote: str
    week: int | None = None
    on: str | None = None
    later: int = 0


# What an ad says about a day of a deadline: nothing; moved to it, later, or earlier; no longer valid. "was": the former
# deadline, which is moved only if another day is named or applications are still taken.
How = Literal["due", "new", "longer", "forward", "former", "was"]


class Due(NamedTuple):
    """A day that the ad names as a deadline, and what it says about that day.

    rank: 0 beside a word for deadline, 1 if something must be sent by then, 2 if it only tells when applications are
    taken or read.
    """

    found: WrittenDate
    how: How = "due"
    rank: int = 0


@dataclass(frozen=True, slots=True)
class DateFact:
    """``value``: ISO date, a word such as "rolling", or None. ``partial``: "--MM-DD" if the year is unknown."""

    value: str | None = None
    quote: str | None = None
    partial: str | None = None


@dataclass(frozen=True, slots=True)
class Dates:
    """Deadline and start date of one ad."""

    deadline: DateFact
    start: DateFact


def read_dates(vacancy: Vacancy, sentences: Sequence[Sentence]) -> Dates:
    """Reads the deadline and the start date of the ad."""
    deadline, start = _deadline(sentences, vacancy.published), _start(sentences)
    if vacancy.published is not None:
        deadline, start = _next(deadline, vacancy.published), _next(start, vacancy.published)
    deadline, start = _pinned_by_each_other(deadline, start)
    due = _open_beyond(sentences) if deadline else None
    due = due or (_as_fact(deadline) if deadline else _rolling(sentences))
    begins = _as_fact(start) if start else _start_in_words(sentences)
    return Dates(due, begins)


# ---- the year


def _date(year: int, written: WrittenDate) -> datetime.date | None:
    try:
        if written.week is not None:
            monday = datetime.date.fromisocalendar(year, written.week, 1)
            return monday + datetime.timedelta(days=written.day - 1 + written.later)
        date = datetime.date(year, written.month, min(written.day, calendar.monthrange(year, written.month)[1]))
        if written.day > date.day and written.on is None:
            return None
    except (ValueError, OverflowError):  # 29 February, week 53
        return None
    if written.on is not None:
        date -= datetime.timedelta(days=_days_back(date, written.on))
    return date + datetime.timedelta(days=written.later)


def _days_back(date: datetime.date, on: str) -> int:
    """Days from the last ``on`` to ``date``. ``on``: a weekday's name, else a working day (Monday to Friday)."""
    if on in WEEKDAYS:
        return (date.weekday() - WEEKDAYS.index(on) % 7) % 7
    return max(0, date.weekday() - 4)


def _next(found: WrittenDate | None, after: datetime.date) -> WrittenDate | None:
    """``found`` in the first year that puts it on or after ``after``."""
    if found is None or found.year is not None:
        return found
    for year in range(after.year, min(after.year + 9, LATEST_YEAR)):
        date = _date(year, found)
        if date and date >= after:
            return replace(found, year=year)
    return found


def _pinned_by_each_other(
    deadline: WrittenDate | None, start: WrittenDate | None
) -> tuple[WrittenDate | None, WrittenDate | None]:
    """Years that fit both dates: people apply before they start, and seldom more than a year before."""
    if deadline and start and deadline.year and not start.year:
        begun = _date(deadline.year, deadline)
        return deadline, _next(start, begun) if begun else start
    if deadline and start and start.year and not deadline.year:
        due, begun = _date(start.year, deadline), _date(start.year, start)
        late = due is None or begun is None or due > begun
        return replace(deadline, year=start.year - 1 if late else start.year), start
    return deadline, start


def _as_fact(found: WrittenDate) -> DateFact:
    date = _date(found.year, found) if found.year is not None else None
    if date is not None:
        return DateFact(date.isoformat(), found.quote)
    date = None if found.week or found.on else _date(2024, found)  # a leap year
    return DateFact(None, found.quote, f"--{date.month:02d}-{date.day:02d}" if date else None)


# ---- finding dates


_DATED = re.compile(
    r"\d|udgangen af|end of |nytår|new year|ultimo|medio|primo|"
    rf"(?:i|of|in|early|mid|late|af)[ -](?:{'|'.join(MONTH_NUMBERS)})"
)


def _dates_in(text: str, patterns: Sequence[Pattern] = DATES, week_ends: int = 1) -> list[tuple[int, int, WrittenDate]]:
    """(start, end, date) of every valid date in folded ``text``, in order, without overlaps."""
    if not _DATED.search(text):
        return []
    read = (
        (m.start(), m.end(), found)
        for pattern in patterns
        for m in pattern.finditer(text)
        if (found := _written_date(m, week_ends))
    )
    dates: list[tuple[int, int, WrittenDate]] = []
    for date in sorted(read, key=lambda date: (date[0], -date[1])):
        if not dates or date[0] >= dates[-1][1]:
            dates.append(date)
    return dates


def _written_date(match: re.Match[str], week_ends: int) -> WrittenDate | None:
    groups = match.groupdict()
    year = int(groups["year"]) if groups.get("year") else None
    if year is not None and len(groups["year"]) == 2:
        year += 2000
    if year is not None and not EARLIEST_YEAR <= year < LATEST_YEAR:
        return None
    if groups.get("week"):
        weekday = groups.get("weekday")
        day = WEEKDAYS.index(weekday.removesuffix("s")) % 7 + 1 if weekday else 0 if groups.get("before") else week_ends
        return WrittenDate(year, 0, day, "", int(groups["week"])) if 1 <= int(groups["week"]) <= 53 else None
    if groups.get("newyear"):
        return WrittenDate(year, 12, 31, "")
    name = groups.get("last") or match["month"]
    month = int(name) if name.isdigit() else MONTH_NUMBERS[name[:3]]
    if not 1 <= month <= 12:
        return None
    ends = calendar.monthrange(year or 2023, month)[1]
    part, on = groups.get("part"), groups.get("on")
    if part:
        day = next((d for word, d in PART_ENDS.items() if re.sub("^(?:i |the )", "", part).startswith(word)), ends)
    else:
        day = ends if groups.get("last") or on else int(match["day"])
    found = WrittenDate(year, month, day, "", on=on.removesuffix("s") if on and on not in ("dag", "day") else None)
    return found if day and _date(year if year is not None else 2024, found) is not None else None


def _deadline(sentences: Sequence[Sentence], published: datetime.date | None) -> WrittenDate | None:
    """The latest date beside a word for deadline, else the latest by which something must be sent.

    A date that was moved or replaced does not count.
    """
    dues, strays, after_deadline = list[Due](), list[Due](), False  # whether the sentence before is about a deadline
    for sentence, before in zip(sentences, [None, *sentences], strict=False):
        labelled: list[Due] = []
        if _DATED.search(sentence.text) or MOVED.search(sentence.text):
            labelled = (
                _labelled(sentence, before) or _moved(sentence, dues) if after_deadline else _labelled(sentence, before)
            )
            if all(due.how in ("former", "was") for due in labelled):
                labelled = labelled + (_no_later(sentence, before) or _of_applications(sentence))
            strays += [] if labelled or len(sentence.text) > STRAY else _moved(sentence, dues)
        after_deadline = bool(labelled) or DEADLINE_LABEL.search(sentence.text) is not None
        dues += labelled
    dues += [stray._replace(how="longer") for stray in strays] if dues else []
    when = _placed([due.found for due in dues], published)
    gone = _gone(dues, when)
    standing = [due for due in dues if when[due.found] not in gone]
    if not standing and not any(STILL.search(sentence.text) for sentence in sentences):
        standing = [due for due in dues if due.how == "was"]
    # A day to which a deadline was moved does not affect days that are named less clearly: the ad may have two jobs.
    rank = min((due.rank for due in standing if due.how == "due"), default=2)
    latest = max((due for due in standing if due.rank <= rank), key=lambda due: when[due.found], default=None)
    return latest.found if latest else None


def _placed(found: Sequence[WrittenDate], published: datetime.date | None) -> dict[WrittenDate, datetime.date]:
    """The date of each day beside the others when years are missing: near publication, or the first one."""
    near = published or next((date for f in found if f.year and (date := _date(f.year, f))), datetime.date(2023, 7, 1))
    earliest = near - datetime.timedelta(days=60)
    return {f: _date(f.year or 0, f) or _date((_next(f, earliest) or f).year or 0, f) or near for f in found}


def _gone(dues: Sequence[Due], when: dict[WrittenDate, datetime.date]) -> set[datetime.date]:
    """Days that were moved or replaced.

    A new day replaces a later one if the deadline was brought forward, or if no earlier day is named.
    """
    gone = {when[due.found] for due in dues if due.how in ("former", "was")}
    for place, due in enumerate(dues):
        beside = (*reversed(dues[max(0, place - BESIDE) : place]), *dues[place + 1 : place + BESIDE])
        others = [when[d.found] for d in beside if when[d.found] not in gone]
        later = [day for day in others if day > when[due.found]]
        moved_here = due.how == "forward" or (
            due.how == "new" and min(others, default=when[due.found]) >= when[due.found]
        )
        if later and moved_here:
            gone.add(later[0])
    return gone


def _labelled(sentence: Sentence, before: Sentence | None) -> list[Due]:
    text = sentence.text
    others = [match.span() for other in ELSEWHAT for match in other.finditer(text)]
    labels = [
        label
        for label in DEADLINE_LABEL.finditer(text)
        if not any(start < label.end() and label.start() < end for start, end in others)
    ]
    listed = _ends_on_label(sentence.heading) and not NOT_DEADLINE.search(text) and not STRONG_START.search(text)
    under_label = listed or (before is not None and _ends_on_label(before.text))
    dates = _due_dates(text) if labels or under_label else []
    dues, place = list[Due](), 0
    for label in labels if dates else ():
        if label.start() >= place:
            after, place = _after_label(sentence, label, dates)
            dues += after or _before_label(sentence, label, dates)
    return dues or (_days_from(sentence, 0, dates, NEAR)[0] if under_label else [])


def _after_label(
    sentence: Sentence, label: re.Match[str], dates: list[tuple[int, int, WrittenDate]]
) -> tuple[list[Due], int]:
    """The day after the label and what its clause says of it, plus the days given with it."""
    clause = max(sentence.text.rfind(sign, 0, label.start()) for sign in ",;.") + 1
    ahead = sentence.text[max(clause, label.start() - 40) : label.end()]
    how: How = "former" if FORMER.search(ahead) else _moved_how(ahead) or ("new" if FRESH.search(ahead) else "due")
    return _days_from(sentence, label.end(), dates, NEAR, how)


def _before_label(sentence: Sentence, label: re.Match[str], dates: list[tuple[int, int, WrittenDate]]) -> list[Due]:
    """ "Den 8. december er sidste frist"."""
    return [
        Due(replace(date, quote=sentence.quote(start, label.end())))
        for start, end, date in dates
        if IS_THE.fullmatch(sentence.text[end : label.start()])
    ]


def _due_dates(text: str) -> list[tuple[int, int, WrittenDate]]:
    """The dates in a sentence as deadlines use them. "til den 15." takes the month named before it."""
    dates = _dates_in(text, (*DATES, *LAST_DAYS), week_ends=7)
    for match in BARE_DAY.finditer(text) if dates else ():
        named = [date for date in dates if date[1] <= match.start() <= date[1] + LINKED and date[2].month]
        if named and not any(start <= match.start() < end for start, end, _ in dates):
            found, day = named[-1][2], int(match["day"])
            on = day < found.day and not FORWARD.search(text) and not REPLACED.search(text)
            found = replace(found, day=day, month=found.month % 12 + on if on else found.month, on=None)
            year = found.year and found.year + (on and found.month == 1)
            if _date(year or 2024, found):
                dates.append((match.start(), match.end(), replace(found, year=year)))
    return sorted(dates, key=lambda date: date[0])


def _days_from(
    sentence: Sentence, at: int, dates: list[tuple[int, int, WrittenDate]], reach: int, how: How = "due"
) -> tuple[list[Due], int]:
    """The first day within ``reach`` of ``at``, the days given with it, and the place where they end."""
    text, place, dues, named = sentence.text, at, list[Due](), False
    change = MOVED.search(text)
    for start, end, found in (date for date in dates if date[0] >= at):
        between = text[place:start]
        named = named or (place == at and bool(NAMED.fullmatch(between)) and not JOINED.regex.fullmatch(between))
        linked = len(between) <= LINKED and (JOINED.regex.fullmatch(between) or (named and NAMED.fullmatch(between)))
        near = start <= at + reach if place == at else linked
        if not near or NOT_DEADLINE.search(between) or CONTRACT.search(between):
            break
        if dues and TO_ANOTHER.regex.fullmatch(between):  # the end of a period; the new day of a move
            dues[-1] = dues[-1]._replace(how="former")
        moved = change is not None and change.start() < start
        fresh = NOW.search(between) or FRESH.search(between)
        move = _moved_how(between) or ("new" if fresh else how if not dues else "due")
        since_moved = between[max((m.end() for sign in (MOVED, NOW) for m in sign.finditer(between)), default=0) :]
        if (
            REPLACED.search(since_moved)
            or FORMER.search(between)
            or NO_MORE.regex.match(text[end : end + 60])
            or (moved and SINCE.search(between))
        ):
            move = "was" if WAS.search(since_moved) and not moved else "former"
        if moved or not SINCE.search(between) or (dues and dues[-1].how == "former"):
            dues.append(Due(replace(found, quote=sentence.quote(min(at, start), end)), move))
        place = end
    by = MOVED_BY.search(text, place) if dues else None
    return [*dues, _moved_by(by, dues[-1].found)] if by else dues, place


def _moved_how(text: str) -> How | None:
    """How a deadline was moved, by the words before the day."""
    if FORWARD.search(text):
        return "forward"
    return "longer" if LONGER.search(text) else "new" if MOVED.search(text) else None


def _moved_by(by: re.Match[str], found: WrittenDate) -> Due:
    """The day, moved by some days or weeks."""
    count = number(by["count"]) if by["count"] in NUMBER_WORDS or by["count"][0].isdigit() else 1
    return Due(replace(found, later=int(count * (7 if by["unit"][0] in "uw" else 1))), "longer")


def _moved(sentence: Sentence, dues: Sequence[Due]) -> list[Due]:
    """ "Forlænget til 8. december", after a sentence about the deadline."""
    moved = MOVED_AT_FIRST.search(sentence.text)
    if not moved:
        return []
    days, _ = _days_from(sentence, moved.end(), _due_dates(sentence.text), NEAR, _moved_how(moved.group()) or "new")
    by = MOVED_BY.search(sentence.text) if dues and not days else None
    return [_moved_by(by, replace(dues[-1].found, quote=sentence.quote(*by.span())))] if by else days


def _ends_on_label(text: str) -> bool:
    """Whether a folded sentence ends with the heading "Ansøgningsfrist:"."""
    return any(not re.search(r"\w", text[m.end() :]) for m in DEADLINE_LABEL.finditer(text))


def _no_later(sentence: Sentence, before: Sentence | None) -> list[Due]:
    words = list(NO_LATER.finditer(sentence.text))
    if not words or not APPLYING.search(sentence.text + " " + (before.text[-200:] if before else "")):
        return []
    dates, dues, place = _due_dates(sentence.text), list[Due](), 0
    for word in words:
        if word.start() < place:
            continue
        clause = re.split(r"[,;]", sentence.text[: word.start()])[-1]
        other = MATTER.search(clause) and not OF_A_POST.search(clause)
        if other or NOT_DEADLINE.search(clause) or CONTRACT.search(clause):
            continue
        at = word.start() if any(start == word.start() for start, _, __ in dates) else word.end()  # "before week 49"
        days, end = _days_from(sentence, at, dates, 25)
        start = next((start for start, _, __ in dates if start >= at), at)
        if "," not in WEEKDAY_COMMA.sub(" ", sentence.text[word.end() : max(word.end(), start)]):
            dues += [due._replace(rank=1) for due in days]
            place = end
    return dues


def _of_applications(sentence: Sentence) -> list[Due]:
    """The last date on which applications are taken or read, for ads without a word for deadline."""
    dates = _due_dates(sentence.text) if APPLICATIONS.search(sentence.text) else []
    for word in APPLICATIONS.finditer(sentence.text):
        start = next((start for start, _, __ in dates if start >= word.end()), word.end())
        between = sentence.text[word.end() : start]
        if "," not in between and not MATTER.search(between):
            dues, _ = _days_from(sentence, word.end(), dates, NEAR)
            if dues:
                return [due._replace(rank=2) for due in dues]
    return []


def _open_beyond(sentences: Sequence[Sentence]) -> DateFact | None:
    """ "Frist den 22. november - eller til stillingen er besat": applications may come after the day."""
    for sentence in mentioning(sentences, ("besat", "fundet", "filled", "found", "automati", "løbende")):
        match = EXTENDS.search(sentence.text)
        about = (
            DEADLINE_LABEL.search(sentence.text) or NOTICE.search(sentence.text) or APPLICATIONS.search(sentence.text)
        )
        if match and about and not CONTRACT.search(sentence.text):
            return DateFact("rolling", sentence.quote(*match.span()))
    return None


def _rolling(sentences: Sequence[Sentence]) -> DateFact:
    for sentence in mentioning(sentences, ROLLING_TRIGGERS):
        match = first_match(ROLLING, sentence.text)
        if match:
            return DateFact("rolling", sentence.quote(*match.span()))
    return DateFact()


def _start(sentences: Sequence[Sentence]) -> WrittenDate | None:
    """The date beside a word for starting, else the one after "fra" or "pr." in a sentence about the post."""
    telling = mentioning(sentences, START_TRIGGERS)
    for find in (_beside_start_word, _from_date):
        for sentence in telling:
            found = find(sentence)
            if found:
                return found
    return None


def _beside_start_word(sentence: Sentence) -> WrittenDate | None:
    return _after(sentence, STRONG_START)


def _from_date(sentence: Sentence) -> WrittenDate | None:
    for label in START_LABEL.finditer(sentence.text):
        for start, end, found in _dates_in(sentence.text):
            between = sentence.text[label.end() : start]
            near = label.end() <= start <= label.end() + 90
            if near and FROM_DATE.search(between[-16:] + " ") and not NOT_START.search(between):
                return replace(found, quote=sentence.quote(label.start(), end))
    return None


def _after(sentence: Sentence, label: Pattern) -> WrittenDate | None:
    """The first date within reach of ``label``, with no other purpose named between or just before."""
    words = list(label.finditer(sentence.text))
    dates = sorted(_dates_in(sentence.text), key=lambda item: item[0]) if words else []
    for word in words:
        for start, end, found in dates:
            before = sentence.text[max(0, word.start() - 12) : start]
            if word.end() <= start <= word.end() + NEAR and not NOT_START.search(before):
                return replace(found, quote=sentence.quote(word.start(), end))
    return None


def _start_in_words(sentences: Sequence[Sentence]) -> DateFact:
    telling = mentioning(sentences, START_TRIGGERS)
    for sentence in telling:
        soon = ASAP_HERE.search(sentence.text) or _with_start_word(sentence, ASAP)
        if soon:
            return DateFact("asap", sentence.quote(*soon.span()))
    for sentence in telling:
        agreed = _with_start_word(sentence, BY_AGREEMENT)
        if agreed:
            return DateFact("by_agreement", sentence.quote(*agreed.span()))
    return DateFact()


def _with_start_word(sentence: Sentence, words: Pattern) -> re.Match[str] | None:
    """``words`` near a word for starting: "Tiltrædelse efter aftale", "aftaler vi, hvornår du starter"."""
    text = mask(sentence.text, (PAY,))
    for match in words.finditer(text):
        if STRONG_START.search(text[max(0, match.start() - 60) : match.end() + 30]):
            return match
    return None
