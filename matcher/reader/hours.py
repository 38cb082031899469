"""Weekly hours: numbers if the ad gives them, none if it does not.

The phrases in which ads offer hours are tried from the most to the least specific ("7,4 timer pr. dag, 5 dage" before
"20 timer om ugen" before "en stilling på 20 timer"). Text that one phrase has read, or that ``TRAPS`` knows as
something else (opening hours, delivery times, minutes of transport), is masked so that the next cannot misread it.
Several offers in one ad give the whole range.
"""

import dataclasses
import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from matcher.reader.patterns import NUMBER_WORDS, Grammar, Pattern, first_match, mask
from matcher.reader.sentences import Sentence, mentioning
from matcher.schema import FULL_TIME_HOURS, HoursFact

WEEKS_PER_MONTH = 4.33
SHORTEST_WEEK = 5.0  # hours; fewer are a week's only if the ad says so
LONGEST_DAY = 12.0  # hours; more are not one day's
USUAL_DAY = 8.0  # hours; more on one day is rare enough to doubt
LONGEST_OPENING = 40.0  # hours; "48 timer, så er den der": beyond a usual week the number means something else
LONGEST_LOOSE = 45.0  # hours without a word for week
SHORT_FULL_TIME = 34.0  # hours; full time of some night workers: fewer are part time already
LONGEST_AFTER = 80  # characters after the hours in which "men gerne færre" refers to them
LONGEST_WEEK = 60.0  # hours; more is not one person's week

TRIGGERS = (
    "timer",
    "hour",
    "hrs",
    " t ",
    " t.",
    " t/",
    "/37",
    "/ 37",
    "arbejdstid",
    "fuldtid",
    "fuld tid",
    "heltid",
    "full",
    "deltid",
    "nedsat",
    "part",
    "halv",
    "half",
    "timetal",
    "timeantal",
    "%",
    "pct",
    "procent",
    "percent",
    "omfang",
    "½",
    "hvor meget",
    "1/2",
    ",5 time",
    " fte",
    "årsværk",
    "t/",
    "h/",
    *(f"{digit}{unit}" for digit in range(10) for unit in "th"),
)

WORD_NUMBERS = NUMBER_WORDS | {
    "halvanden": 1.5,
    "halvandet": 1.5,
    **{word.replace("tredive", "tredve"): n for word, n in NUMBER_WORDS.items()},
    **{word.replace("-", " "): n for word, n in NUMBER_WORDS.items()},
}


# Numbers in words, and halves, are replaced with one sign for their value before anything else is read, so that no
# pattern needs the words. The signs are letters of a script that no ad uses: U+A000 is 0, U+A001 is 0.5.
ZERO, TWO, FOURTEEN, LAST = "\ua000", "\ua004", "\ua01c", "\ua08c"
AMBIGUOUS = {"en": 1, "et": 1, "én": 1, "ét": 1, "one": 1, "to": 2}  # number words that usually mean something else
_LONG_FIRST = sorted(WORD_NUMBERS.keys() - AMBIGUOUS.keys(), key=len, reverse=True)
COUNTED = re.compile(
    rf"(?<!\w)(?:(?:{'|'.join(_LONG_FIRST)})(?!\w)(?: 1/2(?![\d/-])| (?:og )?en halv\b| and a half\b)?"
    r"|(?<![.,:])(?:\d{1,3}|to|two|one)(?:(?<=\d) ?½| 1/2(?![\d/-])| (?:og )?en halv\b| and a half\b))"
)

# Words that limit a number are replaced with these before the phrases are tried, so that no phrase needs the words.
MOST, LEAST, ABOUT = "\ue000", "\ue001", "\ue002"

_phrase = Grammar(
    {
        # "ca.20", "timer:20" and "2x4" are numbers; "1.20", "8:30" and "3,5" are one number, not two
        "number": rf"(?<![^\Wxáà])(?<!\d[.,:])(?:\d{{1,3}}(?:[.,]\d{{1,2}})?(?!\d|[.,]\d)|[{ZERO}-{LAST}]+(?!\w)"
        rf"|(?:{'|'.join(AMBIGUOUS)})(?!\w))",
        "onehour": (rf"(?<=[{ZERO}-{LAST}]\s)time", rf"(?<=[{ZERO}-{LAST}])time", r"(?<=[.,]5\s)time"),
        "kept": (
            "faste?",
            "lønnede",
            "effektive",
            "ordinære",
            "garanterede",
            "ugentlige",
            "working",
            "paid",
            "contracted",
            "regular",
            "guaranteed",
            "weekly",
        ),
        "hour": ("<spoken>", r"t\.?", "h"),
        "spoken": (r"(?:(?:<kept>) )?(?:arbejds)?timers?", "<onehour>", r"(?:(?:<kept>) )?hours?", r"hrs?\.?"),
        "short": ("<spoken>", r"(?:t\.?|h)(?:(?!_-?\w)|(?=_(?:<weekly>)))"),  # "37 t.", not "15 t lastbil"
        "weekly": (
            r"_/_(?:ug\w*\.?|week|wk|u)",
            r"(?:om|i|hver|per) ugen?",
            r"pr\.?_ugen?",
            r"ugentlig\w*",
            r"ugentl?\.?",
            r"ugt?l?\.",
            "ugt?l",
            r"(?:a|per|pr\.?|each|every) week",
            "weekly",
            r"p\.?_/?_w\.?",
        ),
        "fortnight": (
            r"hver\w* (?P<nth>anden|andet|tredje|fjerde|[2-9]\.?) (?:uge|weekend|<weekday>)",
            r"every (?P<nthtoo>other|second|third|fourth|2nd|3rd|4th) (?:week|weekend|<weekday>)",
        ),
        "works": (r"(?:arbejder|er|har|får) (?:du|der|vi|jobbet|stillingen)(?: på)?", "(?:you )?(?:work|do)"),
        "oneweek": ("(?:den )?ene uge", "lige uger", "(?:in )?one week", "(?:in )?even weeks"),
        "otherweek": ("(?:den )?anden", "ulige", "(?:in )?the (?:other|next)", "(?:in )?odd"),
        "twoweeks": (
            rf"(?:over|på|pr\.?|per|hver|every|a)_(?:14|{FOURTEEN}+)\.? dage?",
            r"hver (?:14|fjortende)\.? dag",
            "(?:a|per|each|every) fortnight",
            "fortnightly",
            f"every {TWO}+ weeks",
        ),
        "average": (
            "i gennemsnit",
            "i snit",
            "gennemsnitligt?",
            r"gns\.?",
            "on average",
            "in average",
            "of work",
            "arbejde",
        ),
        "most": (
            "(?:helt )?op (?:til|mod|imod)",
            r"max\.?",
            r"maks\.?",
            "maksimalt?",
            "maksimum",
            "(?:a )?maximum(?: of)?",
            "højst",
            "højest",
            "(?:<never>) (?:\\w+ ){0,2}(?:<beyond>)",
            "(?:<beneath>)",
            "up to",
            "at (?:the )?most",
            "(?:ikke|aldrig) overstiger?",
            "overstiger (?:ikke|aldrig)",
            "(?:not|never) exceed(?:ing)?",
        ),
        "least": (
            r"min\.?",
            r"mind\.",
            "(?:a )?minimum(?: of)?",
            "mindst",
            "at least",
            "(?:<never>) (?:\\w+ ){0,2}(?:<beneath>)",
            "(?:<beyond>)",
            "fra",
            "from",
        ),
        "never": ("ikke", "aldrig", "ingensinde", "not", "no", "never"),
        "beyond": (
            "(?:mere|flere|længere|højere) end",
            r"over(?!_<number>[\s-](?:uge|week|dag|day)\w*)",
            "more than",
            "above",
        ),
        "beneath": ("under", "(?:mindre|færre|lavere) end", "(?:less|fewer) than", "below"),
        "about": (
            r"ca\.?",
            "cirka",
            "circa",
            "omkring",
            "omtrent",
            "gennemsnitligt?",
            "i gennemsnit",
            "around",
            "about",
            r"approx\.?",
            "approximately",
            "roughly",
            "rundt regnet",
            "sådan",
            "noget som",
            "et sted",
            "somewhere",
            "some",
            "~",
            "≈",
            "tæt på",
            "i omegnen af",
            "close to",
            "i?mellem",
            "between",
            "de",
            "the",
            r"en(?= \d)",
        ),
        "limit": rf"(?P<limit>[{MOST}{LEAST}{ABOUT}]*)",
        "some": rf"[{MOST}{LEAST}{ABOUT}]*",
        "amount": r"(?P<low><number>)(?:<ish>)?(?P<more>_\+)?(?:_(?:<hour>)?_(?:<upto>)(?P<high><number>)(?:<ish>)?)?",
        "upto": (r"(?:-|/|til|to|og|and|eller|or|,?_(?:men|but|dog))_(?:<some>)_", rf",?_{MOST}+_"),
        "ish": ("-?ish", "-?agtige?", " or so", " eller der_omkring"),
        "more": r"(?:(?P<plus>_\+| (?:<andmore>))|(?P<less> (?:<andless>)))",
        "andmore": ("plus", "(?:eller|og|or|and) (?:mere|flere|derover|opefter|opad|over|more|up|upwards|above)"),
        "andless": "(?:eller|og|or|and) (?:mindre|færre|derunder|nedefter|under|less|fewer|below)",
        "month": (
            r"(?:om|i|hver|pr|pr\.|per|på en) (?:måned(?:en)?|md\.?|mdr\.?)",
            r"_/_(?:måned|md|mdr|month)",
            r"månedlig\w*",
            r"(?:a|per|each|every) month",
            "monthly",
            r"pr\.(?:måned(?:en)?|md\.?|mdr\.?)",
        ),
        "notloose": (
            r"ad gangen",
            r"(?:hver|om|pr\.?|per|each|every"
            r"|a|på en) \w*(?:dag|aften|morgen|nat|gang|vagt|tur|måned|år"
            r"|day|evening|night|shift|month|year)\w*",
            r"daglig\w*",
            "daily",
            "kursus",
            "kurser",
            "senere",
            "siden",
            "efter",
            "før",
            "before",
            "after",
            "væk",
            "for",
            "i alt over",
            "at a time",
            r"(?:i|på) træk",
            "løn",
            "pay",
        ),
        "notyours": (
            "nu",
            "now",
            "er sjældent",
            "længste",
            "korteste",
            "varer",
            "tager",
            "lasts?",
            "takes?",
            r"efter",
            "før",
            "hver",
            "every",
            "i døgnet",
            r"\w*(?:vagt|vagter|vagterne"
            r"|dage|dagen|ture|turen) (?:er )?(?:på|af|à|er)",
        ),
        "daily": (
            r"(?:om|hver|pr|pr\.|per|a|each) (?:dag(?:en)?|hverdag|arbejdsdag|vagt|gang|aften|day|shift|evening)",
            r"daglig\w*",
            "daily",
            r"_/_(?:dag|day|vagt|shift)",
        ),
        "days": r"\w*(?:dage?|aften|aftener|nætter|vagter?|formiddage|gange|days?|evenings?|nights?|shifts?|mornings?"
        r"|times)",
        "daycount": r"(?P<days><number>)(?:_(?:-|til|to|eller|or)_(?P<dayshigh><number>))? (?:\w+ )?<days>",
        "notmonthly": (
            r"(?!,? (?:om|pr\.?|i|a|per|each|hver) (?:måned|month)|,? hver (?:anden|tredje|2|3|4|14)"
            r"|,? every other)"
        ),
        "seek": ("søge[rs]?", "ansætter", "brug for", "mangler", "hiring", "looking for", "seeking", "need"),
        "aside": (
            "der",
            "som",
            "hvor",
            "kan",
            r"\w*vagt\w*",
            "inden",
            "efter",
            "who",
            "that",
            r"shift\w*",
            r"dag\w*",
            "forløb",
            "kursus",
            "kurser",
        ),
        "each": ("[àáax×@*]", "af", "på", "med", "of", "hver på", "hver af", "gange"),
        "post": (
            r"\w*stilling(?:en|er|erne)?",
            r"\w*job(?:bet)?",
            r"\w*vikariat(?:et|er)?",
            r"ansættelse(?:n|r)?",
            "ansat",
            "beskæftigelse",
            r"kontrakt(?:en)?",
            "position",
            "role",
            "post",
            "contract",
            "deltid",
            "fuldtid",
            "fuld tid",
            r"part-?_?time",
            r"full-?_?time",
        ),
        "share": (
            r"\w*stilling\w*",
            r"ansættelse\w*",
            "job",
            "ansat",
            r"deltid\w*",
            r"beskæftigelses?\w*",
            "position",
            "post",
            "employment",
            "role",
            r"(?:af|of)(?: an?| en)? (?:fuld|hel|full)[\s-]?_?(?:tid|time)\w*",
        ),
        "is": (
            r"_[:=(-]_",
            r" (?:er|på|udgør|ligger|bliver|vil|være|kan|forventes|at|forventet|normalt|normal|typisk)",
            r" (?:som|udgangspunkt|om|i|ugen|uge|pr\.?|gennemsnit|gennemsnitligt?|tilsigtet|fastsat"
            r"|aftalt|til|for|dig)",
            r" (?:stillingen|is|are|will|be|expected|to|of|the|position|per|week|a|on|average|normally|typically"
            r"|usually)",
        ),
        "weekhead": (
            r"(?:ugentlig\w*|weekly) (?:arbejdstid|timetal|timeantal|timer|hours|working hours)\w*",
            r"timetal(?:let)?",
            r"(?:timer|hours|hrs|t|h)_/_(?:uge|week|u|wk)_:",
            r"timeantal(?:let)?",
            r"antal(?:let af)? timer",
            r"timer (?:pr\.?|per|om) ugen?_:",
            r"hours (?:per|a) week_:",
        ),
        "timehead": (
            r"\w*arbejdstid(?:en)?",
            "arbejdsugen?",
            "normtid",
            "omfang(?:et)?",
            r"working (?:time|week|hours)",
            "hours of work",
            "work hours",
            "hours",
        ),
        "usually": ("normally", "usually", "normalt", "typisk", "som (?:udgangspunkt|regel)", "oftest", "fortrinsvis"),
        "one": r"(?:en|et|én|ét|one)(?!\w)",
        "workplace": (
            r"arbejdssted\w*",
            r"arbejdsplads\w*",
            "tjenestested",
            "placeret",
            "stationeret",
            "based",
            "located",
            "location",
            "workplace",
            "(?:stillingen|jobbet) (?:er|ligger)",
            "(?:job|position|role) is",
        ),
        "foreign": (
            "sverige",
            "norge",
            "tyskland",
            "finland",
            "polen",
            "holland",
            "malmö",
            "malmø",
            "oslo",
            "hamborg",
            "hamburg",
            "berlin",
            "lund",
            "göteborg",
            "gøteborg",
            "stockholm",
            "flensborg",
            "london",
            "sweden",
            "norway",
            "germany",
            "poland",
            "netherlands",
            "helsingborg",
        ),
        "per": r"_(?:(?P<month><month>)|<fortnight>|(?P<twoweeks><twoweeks>))",
        "monthhead": r"(?:månedlig\w*|monthly) (?:arbejdstid|timetal|timeantal|timer|hours|working hours)\w*",
        "fulltime": (r"fuldtids?", "fuld tid", "heltid", r"full[\s-]?time"),
        "parttime": (r"deltids?", "nedsat tid", "nedsat arbejdstid", r"part[\s-]?time"),
        "compound": (
            r"stilling\w*",
            r"job\w*",
            r"ansættelse\w*",
            r"beskæftig\w*",
            "ansat",
            r"vikariat\w*",
            "medarbejder",
            "kontrakt",
            "arbejde",
        ),
        "anyfull": (r"fuldtid\w*", "fuld tid", r"full[\s-]?time"),
        "anypart": (r"deltid\w*", "nedsat tid", r"part[\s-]?time"),
        "timetal": (
            r"timetal\w*",
            r"timeantal\w*",
            r"antal(?:let)? (?:af )?timer",
            "timerne",
            r"arbejdstid(?:en)?",
            "ugentlige timer",
            "hvor mange timer",
            r"omfang(?:et)?",
        ),
        "agreed": (
            r"efter (?:\w+ )?aftale",
            "aftales",
            "aftaler vi",
            "kan aftales",
            "forhandles",
            "er til forhandling",
            "kan tilpasses",
            "er fleksibelt",
            "er op til dig",
            "finder vi ud af",
            "bliver vi enige om",
            "snakker vi om",
            "taler vi om",
            "drøftes",
            "tilpasses",
        ),
        "course": (
            r"\w*kurs(?:us|et|er|erne)",
            r"intro(?:duktion)?(?:en|forløb\w*)?",
            r"oplæring(?:en)?",
            "course",
            "training",
            "induction",
            "workshop",
        ),
        "agree": (
            "vi aftaler",
            "aftale",
            "aftaler",
            r"bestemmer(?: du)? selv,?",
            r"vælger(?: du)? selv,?",
            "blive enige om",
            "flexible about",
            "agree on",
            "discuss",
            "decide",
        ),
        "hoursen": ("number of hours", "working hours", "weekly hours", "hours"),
        "agreeden": (
            "negotiable",
            "by agreement",
            "to be agreed",
            r"can be (?:agreed|discussed|negotiated)",
            "are up to you",
            r"(?:are|is) agreed",
            "depends? on you",
            "according to agreement",
        ),
        "open": (
            r"åb(?:en|ent|ne)(?! (?:også |over )?for)",
            "åbner",
            r"åbningstid\w*",
            "open(?! to)",
            "opening",
            "bemandet",
            "staffed",
            "kørsel",
            "køretid",
            r"transport(?:en|tid)?",
            "motion",
            "fitness",
            "gym",
            "supervision",
            r"commut\w*",
            "pasning",
            "lukket",
            "closed",
        ),
        "spend": ("vi bruger", "bruger vi", "overarbejde", "overtid", "overtime", "we spend"),
        "pastime": ("forberedelse", "møder", "træning", "motion", "supervision", "preparation", "meetings", "training"),
        "possibly": (
            r"mulighed(?:er)? for",
            r"ønske\w* om",
            "possibility of",
            "ønsker",
            r"overvejer?",
            "aftale",
            "drøfte",
            "også",
            "option of",
            "gerne",
            "søge om",
            "åbne? (?:også )?(?:over )?for",
            "åbent for",
            "villige? til",
            "parate? til",
            "med på",
            "snakke om",
            "tale om",
            "(?:tilpasses|justeres|sættes ned) til",
            "fleksible",
            "open to",
            "happy to (?:discuss|consider)",
            "consider",
            "flexible",
            "willing to",
            "welcome",
            "even",
            "måske",
            "maybe",
            r"evt\.",
        ),
        "possible": (
            "aftales",
            "overvejes",
            "mulighed",
            "muligt",
            "drøftes",
            "possible",
            "considered",
            "option",
            "komme på tale",
            "også",
            "also",
            "ok",
            "okay",
            "fint",
            "fine",
            "velkomn?e?n?",
            "welcome",
            "negotiable",
            "kan lade sig gøre",
            "discussed",
            "agreed",
            "også gøre det",
            "i orden",
            "går an",
            "interesse",
        ),
        "tofull": ("eller", "og", "(?:og |eller )?(?:op )?til", "or", "and", "(?:and |or )?(?:up )?to", "-"),
        "fewer": (
            "(?:færre|lavere antal|mindre antal) (?:ugentlige )?timer",
            "(?:lavere|mindre) (?:timetal|timeantal)",
            "færre ugentlige timer",
            "mindre tid",
            r"nedsat (?:arbejds)?tid",
            "ned i tid",
            "færre end <number>_<hour>",
            "fewer (?:weekly )?hours",
            "less hours",
            "reduced (?:working )?hours",
            "shorter hours",
            "less than full[\\s-]time",
            "mindre end fuld_tid",
        ),
        "lower": ("færre", "mindre", "lavere", "fewer", "less", "lower", "<anypart>", "<fewer>"),
        "nope": (
            "ikke",
            "ingen",
            "intet",
            "aldrig",
            "desværre",
            "hverken",
            "umuligt?",
            "not",
            "no",
            "never",
            "cannot",
            "can't",
            "unable",
            "unfortunately",
            "impossible",
        ),
        "refuse": (
            r"ikke (?:garantere|love)",
            "ingen garanti for",
            "cannot guarantee",
            "cannot promise",
            "not guarantee",
        ),
        "colleagues": (
            r"kolleg\w*",
            "medarbejdere",
            "ansatte",
            r"elever\w*",
            r"børn\w*",
            "ledere?",
            "colleagues",
            "staff",
            "employees",
            r"team\w*",
            "pupils",
            "people",
        ),
        "whose": ("dine", "vores", "mine", "alle", "andre", "our", "your", "most", "af de", "af vores", "de fleste"),
        "rest": (
            r"(?:de øvrige|de andre|the other|the others|resten af|halvdelen af|flere af)(?: [\w-]+){0,2}",
            "de fleste(?: hos os)?",
            "(?:nogle|andre|mange|some|others|many)(?: af (?:os|dem)| of us| \\w+)?",
            "(?:medarbejdere|kolleger)(?: på \\w+)?",
            "de",
            "han",
            "hun",
            "they",
            "he",
            "she",
            "eleverne",
            "børnene",
            "borgerne",
            "borgeren",
            "beboerne",
        ),
        "do": (
            "er",
            "arbejder",
            "har",
            "går",
            "kører",
            "begynder",
            "starter",
            "begyndte",
            "startede",
            "works?",
            "are",
            "is",
            "have",
            "has",
            "start(?:ed)?",
            "begin",
            "began",
        ),
    }
).pattern

LIMIT = _phrase(
    "limit",
    r"(?P<limit>(?:(?:(?P<most><most>)|(?P<least><least>)|<about>)_){1,4})<number>\w{0,9}",
    yes="ikke mere end ca. 15",
    no="15 eller mere",
)

# ---- hours that are not the post's week; masked first

TRAPS = (
    _phrase(
        "around the clock",
        r"<number>_<hour> i døgnet|24 hours a day|24_/_7|<number>_<hour> pr\.? døgn",
        yes="bemandet 24 timer i døgnet",
        no="24 timer om ugen",
    ),
    _phrase(
        "within",
        r"(?:inden for|indenfor|inden|within|efter|after|de første|the first|next|næste|seneste|sidste"
        r"|varer|tager|mere end de|lasts?|takes?) <number>_<hour>",
        yes="svar inden for 48 timer",
        no="mindst 20 timer om ugen",
    ),
    _phrase(
        "of which",
        r"(?:hvoraf|heraf|deraf|of which|including)(?: de| ca\.?)? <number>_<hour>",
        yes="hvoraf de 16 timer er til vejledning",
        no="en stilling på 16 timer",
    ),
    _phrase(
        "hours of something",
        r"<number> (?:timers|hours(?: of|'|')|hour) (?!(?:<post>|ugentlig|arbejdsuge|uge"
        r"|week|work|arbejde|arbejdstid|pr|om|i|per|a|each)\w*\b)\w+",
        yes="med 3 timers kørsel til det første stop",
        no="en 37 timers stilling",
    ),
    _phrase(
        "notice",
        r"<number>_<hour> (?:kørsel|varsel|service|levering|før|after|before|away|drive|notice|siden)",
        yes="afbud 24 timer før",
        no="24 timer om ugen",
    ),
    _phrase(
        "year",
        r"<number> (?:timer|hours) (?:om året|årligt|pr\. år|a year|per year)",
        yes="80 timer om året",
        no="80 timer om måneden",
    ),
    _phrase("pay", r"(?:kr\.?|dkk|kroner) (?:i|pr\.?|per) timen?", yes="148 kr. i timen", no="20 timer"),
    _phrase(
        "other use of hours",
        r"(?:<spend>)<gap><number>_<hour>(?: <weekly>)?",
        yes="Vi bruger 10 timer om ugen på møder",
        no="Vi søger en til 10 timer",
    ),
    _phrase(
        "part of the week",
        r"<number>_<hour>_<weekly> (?:til|på|for) (?:<pastime>)",
        yes="3 timer om ugen til forberedelse",
        no="20 timer om ugen",
    ),
    _phrase(
        "hours of a course",
        r"(?:<course>)(?!\w)[^.,;!?]{0,25}?<number>_(?:\w+_)?(?:(?:<each>)_<number>_)?<spoken>"
        r"(?!_(?:<weekly>|<average>))",
        yes="et kursus på 2 x 4 timer",
        no="kurset, 20 timer om ugen",
    ),
    _phrase(
        "a day of hours",
        r"(?:\w*dag|\w*vagt|\w*nat|shift) (?:på|of) <number>_<hour>(?! <weekly>)",
        yes="en arbejdsdag på 16 timer",
        no="en uge på 16 timer",
    ),
    _phrase(
        "granted",
        r"(?:bevilget|bevilling på|granted)(?! (?:et|en) (?:<post>))<gap><number>_<hour>(?: <weekly>)?",
        yes="Borgeren er bevilget 40 timer om ugen",
        no="40 timer om ugen",
    ),
)


@dataclasses.dataclass(frozen=True, slots=True)
class Offer:
    """Weekly hours from one place in the ad; ``None`` is an open end."""

    low: float | None
    high: float | None
    quote: str


Range = tuple[float | None, float | None]


def _marked(sentence: Sentence) -> Sentence:
    """The sentence with number words and halves replaced by signs; its length stays."""
    text = COUNTED.sub(lambda match: chr(ord(ZERO) + int(2 * _value(match[0]))) * len(match[0]), sentence.text)
    return sentence if text is sentence.text else dataclasses.replace(sentence, text=text)


def _value(words: str) -> float:
    """The value of a number in words, or with a half.

    >>> _value("femogtyve"), _value("7 ½"), _value("ti en halv"), _value("halvanden")
    (25.0, 7.5, 10.5, 1.5)
    """
    whole = re.sub(r" *(?:½|1/2|(?:og )?en halv|and a half)$", "", words)
    plain = " ".join(whole.split())
    return float(WORD_NUMBERS.get(plain, plain)) + (0 if whole == words else 0.5)


def _number(word: str) -> float:
    """The value of a match of ``number``: digits, a sign, or a small word.

    >>> _number("18,5"), _number("\ua032\ua032"), _number("to")
    (18.5, 25.0, 2.0)
    """
    if ZERO <= word[0] <= LAST:
        return (ord(word[0]) - ord(ZERO)) / 2
    return float(AMBIGUOUS.get(word) or word.replace(",", "."))


def _range(match: re.Match[str]) -> Range:
    """The numbers in a match of ``amount``, with "op til", "mindst", "+" and "eller derunder".

    "under 15" counts as at most 15: ranges include their ends, and the quote shows the rest.
    """
    groups = match.groupdict()
    low, high = _number(groups["low"]), _number(groups["high"]) if groups.get("high") else None
    if high is not None:
        return min(low, high), max(low, high)
    limit = groups.get("limit") or ""
    if MOST in limit or groups.get("less") or groups.get("lesstoo"):
        return None, low
    if LEAST in limit or groups.get("more") or groups.get("plus") or groups.get("plustoo"):
        return low, None
    return low, low


def _bare_range(match: re.Match[str]) -> Range:
    """Hours of a post without a word for week. Too few are hours of a shift or a task."""
    low, high = _range(match)
    return (low, high) if max(low or 0, high or 0) >= SHORTEST_WEEK else (None, None)


def _times(factor: float) -> Callable[[re.Match[str]], Range]:
    """A reading of ``amount`` that multiplies it by ``factor``."""

    def convert(match: re.Match[str]) -> Range:
        low, high = _range(match)
        return (None if low is None else low * factor), (None if high is None else high * factor)

    return convert


def _days_by_hours(match: re.Match[str]) -> Range:
    """ "3 vagter à 5 timer" are 15; "mindst 2 dage à 6 timer" are 12 or more."""
    groups = match.groupdict()
    days = [_number(groups[g]) for g in ("days", "dayshigh") if groups.get(g)]
    hours = [_number(groups[g]) for g in ("low", "high") if groups.get(g)]
    weeks = _weeks(groups)
    low, high = min(days) * min(hours) / weeks, max(days) * max(hours) / weeks
    limit = groups.get("limit") or ""
    return None if MOST in limit else low, None if LEAST in limit else high


WEEKS = {"tredje": 3, "third": 3, "fjerde": 4, "fourth": 4}


def _weeks(groups: Mapping[str, str | None]) -> float:
    """Number of weeks that the hours cover: 2 for "hver anden uge"."""
    if groups.get("month"):
        return WEEKS_PER_MONTH
    nth = groups.get("nth") or groups.get("nthtoo")
    if nth:
        return WEEKS.get(nth, int(nth[0]) if nth[0].isdigit() else 2)
    return 2 if groups.get("twoweeks") else 1


def _every_nth_week(match: re.Match[str]) -> Range:
    return _times(1 / _weeks(match.groupdict()))(match)


def _five_days(match: re.Match[str]) -> Range:
    return _times(5.0)(match)


def _per_weeks(match: re.Match[str]) -> Range:
    return _times(1 / _number(match["weeks"]))(match)


def _fraction(match: re.Match[str]) -> Range:
    low = _number(match["low"])
    return low, _number(match["high"]) if match["high"] else low


def _in_sum(match: re.Match[str]) -> Range:
    if match["low2"]:
        hours = _number(match["low2"])
        return (hours, hours) if hours >= SHORTEST_WEEK else (None, None)
    return _bare_range(match)


def _each_or_all(match: re.Match[str]) -> Range:
    """ "4 timer 3 dage om ugen" are 12, "20 timer 3 dage om ugen" are 20. An ambiguous amount is not read."""
    low, high = _bare_range(match)
    return (
        (low, high)
        if (low or 0) > LONGEST_DAY
        else _days_by_hours(match)
        if _number(match["low"]) <= USUAL_DAY
        else (None, None)
    )


def _up_to_full_time(match: re.Match[str]) -> Range:
    return _range(match)[0], FULL_TIME_HOURS


def _fraction_of_one(match: re.Match[str]) -> Range:
    return _number(match["low"]), _number(match["low"])


def _in_all(match: re.Match[str]) -> Range:
    """ "4 dage om ugen, 28 timer": a whole week. "4 dage om ugen, 7 timer" may be a day, and is not read."""
    low, high = _range(match)
    return (low, high) if (low or high or 0) > LONGEST_DAY else (None, None)


def _of_its_week(match: re.Match[str]) -> Range:
    return _times(_number(match["whole"]) / 100)(match)


def _nothing(_: re.Match[str]) -> Range:
    return None, None


# ---- phrases that offer hours, the most specific first

WAYS: tuple[tuple[Pattern, Callable[[re.Match[str]], Range]], ...] = (
    (
        _phrase(
            "days of hours",
            r"<limit>_<daycount><notmonthly>(?:,? <weekly>)?_<each>_<some>_<amount>_<short>"
            r"(?:<per>)?",
            yes="3 aftener om ugen à 4 timer",
            no="2 weekender om måneden à 8 timer",
        ),
        _days_by_hours,
    ),
    (
        _phrase(
            "times hours",
            r"<limit>_(?P<days><number>)(?:_-_(?P<dayshigh><number>))?_(?:[x×*]|gange|times)"
            r"_<amount>_<short>(?:<per>)?",
            yes="2 x 4 timer om ugen",
            no="2 x 4 meter",
        ),
        _days_by_hours,
    ),
    (
        _phrase(
            "hours some times",
            r"<amount>_<spoken>,?_(?P<days><number>)(?:_-_(?P<dayshigh><number>))?_(?:gange"
            r"|times) <weekly>",
            yes="4 timer, to gange om ugen",
            no="4 timer om ugen",
        ),
        _days_by_hours,
    ),
    (
        _phrase(
            "hours by days",
            r"<amount>_<spoken>_[x×*]_<daycount><notmonthly>",
            yes="5 timer x 3 dage",
            no="5 timer, 3 dage",
        ),
        _days_by_hours,
    ),
    (
        _phrase(
            "hours some days",
            r"<amount>_<spoken> <daycount> <weekly>",
            yes="4 timer 3 dage om ugen",
            no="4 timer, tre dage om ugen",
        ),
        _each_or_all,
    ),
    (
        _phrase(
            "hours a day, days",
            r"<amount>_<hour> <daily>,?_(?:i|på|x|×|-|and|og|over|fordelt på"
            r"|for)?_<daycount><notmonthly>",
            yes="7,4 timer pr. dag, 5 dage",
            no="7,4 timer pr. dag",
        ),
        _days_by_hours,
    ),
    (
        _phrase(
            "days, hours a day",
            r"<daycount>(?: <weekly>)?,?_(?:i|med|og|and|with|at|,"
            r"|-)?_<some>_<amount>_<hour> <daily>",
            yes="3 days a week, 5 hours a day",
            no="5 hours a day",
        ),
        _days_by_hours,
    ),
    (
        _phrase(
            "days, hours in all",
            r"<daycount> <weekly>,_(?:i alt )?<limit>_<amount>_<short>(?! <daily>)",
            yes="2-3 dage om ugen, 15 timer",
            no="3 dage om ugen, 5 timer pr. dag",
        ),
        _in_all,
    ),
    (
        _phrase(
            "hours every weekday",
            r"<amount>_<hour> <daily>,?_(?:fra )?(?:mandag|man\.?|monday)_(?:-|til"
            r"|to)_(?:fredag|fre\.?|friday)",
            yes="4 timer dagligt mandag til fredag",
            no="4 timer dagligt",
        ),
        _five_days,
    ),
    (
        _phrase(
            "hours over weeks",
            r"<limit>_<amount>_<hour> (?:over|på|pr\.?|per|i løbet af|in|every"
            r"|hver) (?:en )?(?P<weeks><number>)[\s-](?:uger?|weeks?|ugers)\w*",
            yes="136 timer over 4 uger",
            no="136 timer",
        ),
        _per_weeks,
    ),
    (
        _phrase(
            "hours a fortnight",
            r"<limit>_<amount><more>?_<hour> (?:<fortnight>|(?P<twoweeks><twoweeks>))",
            yes="74 timer pr. 14 dage",
            no="74 timer",
        ),
        _every_nth_week,
    ),
    (
        _phrase(
            "every nth week",
            r"(?:<fortnight>|(?P<twoweeks><twoweeks>))(?:_:| (?:<works>))?_<limit>_<amount>"
            r"<more>?_<spoken>(?!_(?:(?:<average>)_)?<weekly>)",
            yes="hver anden uge arbejder du 20 timer",
            no="hver anden uge",
        ),
        _every_nth_week,
    ),
    (
        _phrase(
            "weeks by turns",
            r"(?P<low><number>)_<hour>_(?:i )?(?:<oneweek>),?_(?:og|and|men)_(?P<high><number>)"
            r"(?:_<hour>)?_(?:i )?(?:<otherweek>)",
            yes="15 timer den ene uge og 20 den anden",
            no="15 timer den ene uge",
        ),
        _range,
    ),
    (
        _phrase(
            "hours a month",
            r"<limit>_<amount><more>?_<hour>(?: <average>)?_<month>",
            yes="80-130 timer om måneden",
            no="80-130 timer",
        ),
        _times(1 / WEEKS_PER_MONTH),
    ),
    (
        _phrase(
            "monthly hours are",
            r"<monthhead>(?!\w)<is>{0,6}_<limit>_<amount>_(?:<hour>)?",
            yes="Månedligt timetal: 60 timer",
            no="Månedlig løn",
        ),
        _times(1 / WEEKS_PER_MONTH),
    ),
    (
        _phrase(
            "number a month",
            r"(?:hours|timer(?:ne)?|arbejdstid(?:en)?)(?!\w)<is>{0,6}_<limit>_<amount>_<month>",
            yes="Timer: 40 om måneden",
            no="Løn om måneden",
        ),
        _times(1 / WEEKS_PER_MONTH),
    ),
    (
        _phrase(
            "hours a day, in all",
            r"<spoken> (?:<daily>)[^.;!?]{0,20}? i alt <limit>_<amount>(?=_(?:[.,;)]|$))",
            yes="4 timer hver dag, i alt 8.",
            no="4 timer hver dag, i alt 8 dage",
        ),
        _range,
    ),
    (_phrase("hours a day", r"<amount>_<hour>_<daily>", yes="7,4 timer pr. dag", no="37 timer"), _nothing),
    (
        _phrase(
            "fraction of full time",
            r"(?P<low>\d{1,2}(?:[.,]\d{1,2})?)(?:_-_(?P<high>\d{1,2}))?_/_37(?:_(?:-?dele"
            r"|timer))?(?![\d/-]|\.\d)",
            yes="Pædagogmedhjælper 30/37",
            no="30/3-2027",
        ),
        _fraction,
    ),
    (
        _phrase(
            "share of its week",
            r"<limit>_<amount>_(?:%|pct\.?|procent|percent|per cent) (?:af|of)"
            r"(?: en| et| an?| de| the)?_(?:<some>)_(?P<whole><number>)-?_<spoken>",
            yes="80 % af 40 timer",
            no="80 % af fuld tid",
        ),
        _of_its_week,
    ),
    (
        _phrase(
            "share of full time",
            r"<limit>_<amount>_(?:%|pct\.?|procent|percent|per cent)-?_(?:s[\s-])?(?:<share>)",
            yes="75 % af fuld tid",
            no="100 % underleverandør",
        ),
        _times(1 / 100),
    ),
    (
        _phrase(
            "post of a share",
            r"<post>(?: (?:er|is|<usually>)){0,3} (?:på|of|at) <limit>_<amount>_(?:%|pct\.?|procent"
            r"|percent)(?! (?:af|of) )",
            yes="Stillingen er på 80 %",
            no="jobbet er 100 % udendørs",
        ),
        _times(1 / 100),
    ),
    (
        _phrase(
            "a sentence opens with a share",
            r"^<limit>_<amount>_(?:%|pct\.?|procent|percent)(?=_(?:,|[.]?$))",
            yes="60 procent, varigt",
            no="de 60 procent, varigt",
        ),
        _times(1 / 100),
    ),
    (
        _phrase(
            "degree of employment",
            r"(?:beskæftigelsesgrad\w*|ansættelsesgrad\w*|employment rate)_(?:(?:er|is|på|of"
            r"|:)_){0,3}<amount>_(?:%|pct|procent|percent)",
            yes="beskæftigelsesgrad på 80 %",
            no="80 % af tiden",
        ),
        _times(1 / 100),
    ),
    (
        _phrase(
            "full-time equivalents",
            r"(?P<low>0[.,]\d{1,2}) (?:fte|årsværk|full[\s-]time equivalent)",
            yes="0.5 FTE",
            no="2.0",
        ),
        _fraction_of_one,
    ),
    (
        _phrase(
            "hours up to full time",
            r"<limit>_<amount>_<hour>_(?:<weekly>_)?(?:<tofull>)_(?:en )?(?:<anyfull>)",
            yes="fra 15 timer og op til fuld tid",
            no="15 timer, fuld tid",
        ),
        _up_to_full_time,
    ),
    (
        _phrase(
            "choice of hours",
            r"(?P<low><number>)(?:,_<number>){1,4}_(?:eller|og|or|and)_(?P<high><number>)_<hour>"
            r"_<weekly>",
            yes="20, 25 og 30 timer om ugen",
            no="25 og 30 timer om ugen",
        ),
        _range,
    ),
    (
        _phrase(
            "hours by season",
            r"(?P<low><number>)_<hour>_<weekly> (?:fra|i|om|from|in) <words>(?:og|and)"
            r" (?P<high><number>) (?:fra|i|om|from|in)",
            yes="15 timer om ugen i vinterhalvåret og 25 fra april",
            no="15 timer om ugen i kantinen",
        ),
        _range,
    ),
    (
        _phrase(
            "less at night",
            r"(?P<low><number>)_<spoken>_[(](?P<high><number>)(?:_<spoken>)? (?:på|om|for|at|i)",
            yes="37 timer (34 på nathold)",
            no="37 timer (ved 5 dage)",
        ),
        _range,
    ),
    (
        _phrase(
            "also hours",
            r"(?:kan også|alternativt|eventuelt|evt\.|could also)(?: [\w-]+){0,5}? <amount>_<spoken>"
            r"(?! (?:kursus|vagt))",
            yes="Vi kan også godt finde ud af 30 timer",
            no="30 timer",
        ),
        _bare_range,
    ),
    (
        _phrase(
            "so many weekly hours",
            r"<limit>_<amount>_(?:ugentlige|weekly)_(?:arbejds)?(?:timer|hours)",
            yes="20 ugentlige timer",
            no="de ugentlige timer",
        ),
        _range,
    ),
    (
        _phrase(
            "hours in all",
            r"(?:alt i alt|i_alt|altså|in all|in total|=)_<limit>_<amount>_<spoken>"
            r"|(?P<low2><number>)_<spoken> (?:i_alt|in total)",
            yes="mandag til fredag, i alt 25 timer",
            no="25 timer",
        ),
        _in_sum,
    ),
    (
        _phrase(
            "weekly hours",
            r"<limit>_<amount><more>?_-?_<hour>(?P<plustoo> (?:<andmore>))?"
            r"(?P<lesstoo> (?:<andless>))?(?: <average>)?_<weekly>",
            yes="mellem 10 og 20 timer om ugen",
            no="inden for 48 timer",
        ),
        _range,
    ),
    (
        _phrase(
            "hours over the week",
            r"<limit>_<amount>_<spoken>,? (?:fordelt|spredt|delt|divided|spread"
            r"|distributed)<gap> (?:<weekly>|dage|hverdage|days)",
            yes="12-15 timer fordelt på 3 dage",
            no="24 timers levering",
        ),
        _range,
    ),
    (
        _phrase(
            "hours week",
            r"<limit>_<amount>_-?_<spoken>[\s-](?:arbejdsuge|uge|work(?:ing)?[\s-]?week|week)\w*",
            yes="en 37-timers arbejdsuge",
            no="en uges ferie",
        ),
        _range,
    ),
    (
        _phrase(
            "weekly hours are",
            r"<weekhead>(?!\w)<is>{0,8}_<limit>_(?!<one>)<amount><more>?(?!_(?:%|kr|:|x|gange"
            r"|vagter|dage))",
            yes="Gennemsnitlig ugentligt timetal: 30",
            no="Timetal efter aftale",
        ),
        _range,
    ),
    (
        _phrase(
            "working time is",
            r"<timehead>(?!\w)<is>{0,8}_<limit>_<amount><more>?_<short>",
            yes="Arbejdstiden er normalt 25 timer",
            no="Arbejdstid: kl. 8-16",
        ),
        _bare_range,
    ),
    (
        _phrase(
            "number a week",
            r"(?:hours|timer(?:ne)?|arbejdstid(?:en)?)(?!\w)<is>{0,6}_<limit>_<amount>_<weekly>",
            yes="Hours: 15-20 per week",
            no="Pay per week",
        ),
        _range,
    ),
    (
        _phrase(
            "average hours",
            r"<limit>_<amount>_<spoken> (?:i gennemsnit|i snit|on average)(?! <month>| <daily>)",
            yes="37 timer i gennemsnit",
            no="37 timer",
        ),
        _bare_range,
    ),
    (
        _phrase(
            "one for hours",
            r"(?:(?:en|én|et|den ene|den anden|one|the other)(?: er)? (?:på|of|for)"
            r"|henholdsvis) <amount>_<spoken>",
            yes="en på 20 timer",
            no="en vagt på 8 timer",
        ),
        _bare_range,
    ),
    (
        _phrase(
            "post of hours",
            r"<post>(?: (?:er|is|bliver|normeret"
            r"|<usually>)){0,3}_(?:på|af|of|til|med|with|for|omfatter"
            r"|udgør|:|,|-|\(|er)?_<limit>_<amount><more>?_-?_<short>",
            yes="et vikariat på 30 timer",
            no="stillingen med 2 kolleger",
        ),
        _bare_range,
    ),
    (
        _phrase(
            "hours of post",
            r"<limit>_<amount><more>?_-?_<spoken>(?:_,| i| i en| -)?_(?:faste? |permanent )?<post>",
            yes="en 37 timers stilling",
            no="24 timers vagt",
        ),
        _bare_range,
    ),
    (
        _phrase(
            "someone for hours",
            r"(?:<seek>) (?:(?!(?:<aside>)\b)[\w.-]+ ){0,8}?(?:(?:på|i|for|til"
            r"|med) )?<limit>_<amount><more>?_-?_<spoken>(?! (?:varsel|før|efter|i timen|kursus))",
            yes="Vi søger 3 lærere på 37 timer",
            no="Vi søger en, der kan køre 8 timer",
        ),
        _bare_range,
    ),
)

TITLE_HOURS = _phrase(
    "hours in a title",
    r"<limit>_<amount><more>?_-?_(?:<spoken>|t)(?! \w*vagt)(?! service)",
    yes="Pædagog, 30 timer",
    no="Pædagog",
)

OPENS = _phrase(
    "a sentence opens with hours",
    r"<limit>_<amount>_<spoken>(?=_(?:,|-|[(]|[.]?$| ordinær| pr\.? uge))",
    yes="37 timer, man-tors 6-14",
    no="37 timer efter kurset",
)

LOOSE = _phrase(
    "hours without a word of the week",
    r"<limit>_<amount><more>?_<short>(?!,? (?:<notloose>))",
    yes="Fælles for dem: 37 timer",
    no="12 timer ad gangen",
)
NOT_LOOSE = _phrase("not the week's", r"(?:<notyours>)_", yes="kører nu ", no="du får ")
IN_A_WEEK = _phrase(
    "of a week",
    r"<weekday>(?:e|ene)?|hverdage|weekdays|(?:om|a|per|pr\.?|i en) (?:ugen?|week)|i alt"
    r"|in all|in total|weekend\w*",
    yes="lørdag, 6 timer",
    no="6 timer",
)

# Phrases that need the full-time week.
SHARES = {
    "share of full time",
    "post of a share",
    "a sentence opens with a share",
    "degree of employment",
    "full-time equivalents",
}

FULL_WEEK = _phrase(
    "hours of full time",
    r"(?:<anyfull>|(?:en )?fuldtidsuge|100_(?:%|procent|percent))_[(]?"
    r"(?:er|udgør|svarer til|is|means|=)(?: hos os| here)?_<amount>_<short>",
    yes="fuld tid er 40 timer",
    no="fuld tid, 40 timer",
)

ABROAD = _phrase(
    "a workplace abroad",
    r"(?:<workplace>)(?!\w)[^.!?;]{0,30}?(?:(?<!\w)(?:i|in)|[:,])_(?:[\w-]+,? )?"
    r"(?:<foreign>)",
    yes="Arbejdsstedet ligger i Malmø, Sverige",
    no="Du ringer til kunder i Sverige",
)

SHARE_SIGN = re.compile(r"%|pct|procent|percent")
PART_SIGN = re.compile(r"%|pct|procent|percent| fte|årsværk|full-time equi|full time equi|hal[vf][ -]?ti")
ANY_NUMBER = re.compile(rf"[\d{ZERO}-{LAST}]|\b(?:{'|'.join(AMBIGUOUS)})\b")

HALF_TIME = _phrase(
    "half time",
    r"(?:på )?(?:halvtid|halv tid|halvtidsstilling|halvtidsjob|half[\s-]time)",
    yes="Stillingen er på halvtid",
    no="en halv time",
)

UP_TO_FULL = _phrase(
    "at most full time",
    r"(?:<most>)_(?:en |et |a )?(?:<anyfull>)"
    r"|(?:<anypart>)_(?:-|til|to)_(?:<anyfull>)",
    yes="Op til fuld tid",
    no="Fuld tid",
)

TO_FULL_TIME = _phrase(
    "up to full time",
    r"<spoken>_(?:<weekly>)?_(?:<tofull>)_(?:en )?(?:fuld_tid|full[\s-]time)"
    r"|(?:<anyfull>)_(?:\w+ )?(?:eller|og|/|or|and)_(?:\w+ ){0,4}<number>",
    yes="20 timer eller fuldtid",
    no="20 timer om ugen",
)

# ---- whose hours

OTHERS = _phrase(
    "others at work",
    r"(?:(?:<whose>) (?:\w+ ){0,2}(?:<colleagues>)|<rest>) (?:<do>)"
    r"|(?:drives|passes|bemandes) af|(?:vi er|team\w*|holdet|afdelingen"
    r"|we are)(?: i alt)? (?:består af|tæller|<number>)",
    yes="dine kolleger er på 37 timer",
    no="sammen med dine kolleger",
)
APPLICANT = _phrase("the applicant", r"du|dig|stillingen|jobbet|you|the position|the job", yes="og du får", no="vi får")
NOT_WORK = _phrase("open or absent", r"<open>", yes="hallen har åbent 92 timer om ugen", no="20 timer om ugen")
WORKING = _phrase(
    "working",
    r"du|dig|arbejder|arbejde|arbejdstid\w*|stilling\w*|you|work|position",
    yes="du arbejder 20 timer",
    no="butikken er åben",
)
_CLAUSE_END = re.compile(r"[,;:(]")
_SUM = re.compile(r" *(?:alt i alt|i alt|altså|in all|in total|=)")  # continues the clause before

# ---- words instead of numbers

FULL_TIME = _phrase(
    "full time",
    r"<fulltime>|fuldtids-?_?(?:<compound>)",
    yes="Begge stillinger er på fuldtid",
    no="Vi er 12 fuldtidsansatte",
)
PART_TIME = _phrase(
    "part time", r"<parttime>|deltids-?_?(?:<compound>)", yes="en fast stilling på deltid", no="Vi er 5 deltidsansatte"
)
WORD_TRAPS = (
    _phrase(
        "not full time",
        r"(?:ikke|not|ingen|no)(?: \w+){0,2} (?:<anyfull>|<anypart>)",
        yes="det er ikke en fuldtidsstilling",
        no="det er en fuldtidsstilling",
    ),
    _phrase(
        "no part time",
        r"(?:<anypart>|<fewer>) (?:er|kan|vil|is|can|tilbydes|bliver)(?: \w+){0,3} (?:<nope>)"
        r"|(?:<nope>)(?: \w+){0,4} (?:<fewer>)",
        yes="deltid er ikke muligt",
        no="deltid er muligt",
    ),
    _phrase(
        "full time later",
        r"(?:mulighed for|på sigt|senere|kan blive|med tiden|udvikle sig til|option of"
        r"|later)(?: en| at komme)?(?: op)?(?: på| til)? (?:<anyfull>)|(?:<anyfull>) (?:kan|er en mulighed"
        r"|is possible|may)",
        yes="med mulighed for fuldtid",
        no="på fuldtid",
    ),
    _phrase(
        "another job",
        r"(?:andet|have another|har et|et andet|har du et|kombineres med|ved siden af|alongside"
        r"|besides)(?: \w+)? (?:(?:deltids|fuldtids)(?:job|arbejde|stilling|studie)|(?:part|full)[\s-]time (?:job"
        r"|studies))",
        yes="har et andet deltidsjob",
        no="et deltidsjob",
    ),
    _phrase(
        "study",
        r"fuldtidsstud\w+|(?:full|part)[\s-]time (?:students?|studies|employees|staff|colleagues"
        r"|equivalent\w*)|(?:fuldtids|deltids)(?:ansatte|kolleger)|studie på (?:<fulltime>)",
        yes="for full-time students",
        no="full-time position",
    ),
    _phrase(
        "share of",
        r"(?:%|pct\.?|procent|percent) (?:af|of)(?: en)? (?:<anyfull>)",
        yes="75 % af fuldtid",
        no="på fuldtid",
    ),
)
EITHER_TIME = _phrase(
    "full or part time",
    r"(?:<anyfull>)_(?:eller|/|og|og/eller|or|and)_(?:på )?(?:<anypart>)|(?:<anypart>)_(?:eller|/|og|or"
    r"|and)_(?:på )?(?:<anyfull>)|(?:<anyfull>) (?:<andless>)",
    yes="fuldtid eller deltid",
    no="fuldtid i dagtimerne",
)
PART_TIME_OPEN = _phrase(
    "part time possible",
    r"(?:<possibly>) (?:\w+ )?(?:<anypart>)"
    r"|(?:<anypart>) (?:\w+ ){0,3}(?:<possible>)",
    yes="mulighed for deltid",
    no="en stilling på deltid",
)

# ---- an open end in words

OTHER_END = re.compile(  # every phrase below contains one of these; most hours are followed by none
    "færre|mindre|lavere|lower|fewer|less|under|below|ned|reduce|shorter|deltid|part|m[ai][xk]|højst|højest|most|til|up"
    "|mere|flere|more|op|over|above|plus|min"
)

FEWER_OPEN = _phrase(
    "fewer hours possible",
    r"(?:<possibly>) (?:\w+ ){0,3}(?:<fewer>)"
    r"|(?:<fewer>) (?:\w+ ){0,3}(?:<possible>)",
    yes="vi er åbne for færre timer",
    no="der er færre timer om sommeren",
)
NOT_OPEN = _phrase(
    "not fewer hours",
    r"(?:<nope>)(?: \w+){0,4} (?:<fewer>|<anypart>|<lower>)"
    r"|(?:<fewer>|<anypart>|<lower>)(?: \w+){0,4} (?:<nope>)",
    yes="deltid er ikke muligt",
    no="deltid er muligt",
)
# "..., men gerne mindre" right after the hours; only to the end of its clause, so that no other thing is less.
AFTER_FEWER = _phrase(
    "or fewer",
    r"[^.!?]{0,30}?(?:(?:<andless>)|(?:<possibly>) (?:\w+ )?(?:<lower>)"
    r"|(?:<lower>) (?:\w+ ){0,3}(?:<possible>))(?=_(?:$|[.,;:!?)]|-|hvis|for|om|if|per|a ))"
    r"|_,?_(?:som )?(?:<most>)(?=_(?:$|[.;)]))",
    yes=", men gerne mindre",
    no=", gerne mindre erfaring",
)
AFTER_MORE = _phrase(
    "or more",
    r"_,?_(?:(?:<andmore>)|(?:men )?gerne (?:mere|flere))(?=_(?:$|[.,;:!?)]|-|timer))"
    r"|_,?_(?:som )?(?:minimum|mindst)(?=_(?:$|[.;)]))",
    yes=" eller derover",
    no=", mere ansvar",
)
NEGOTIABLE = (
    _phrase(
        "hours by agreement",
        r"(?:<timetal>) (?:\w+ ){0,5}?(?:<agreed>)",
        yes="Timetal efter aftale",
        no="Løn efter aftale",
    ),
    _phrase(
        "agree on hours",
        r"(?:<agree>) (?:\w+ ){0,3}?(?:timetal\w*|timeantal\w*|antal\w* (?:af )?timer"
        r"|hvor mange timer|the number of hours|how many hours|your hours|hours per week|weekly hours)",
        yes="vi aftaler timetallet sammen",
        no="vi aftaler lønnen",
    ),
    _phrase(
        "hours are negotiable",
        r"(?:<hoursen>) (?:\w+ ){0,5}?(?:<agreeden>)",
        yes="Hours are negotiable",
        no="Salary is negotiable",
    ),
    _phrase(
        "no hours promised",
        r"(?:<refuse>) (?:<words>)(?:timetal\w*|timer|hours)",
        yes="Vi kan ikke garantere noget timetal",
        no="Vi lover et godt timetal",
    ),
    _phrase(
        "as much as one likes",
        r"(?:bestemmer|vælger|styrer"
        r"|afgør) (?:du )?selv,? (?:hvornår og )?hvor (?:meget|mange timer)"
        r"|you decide (?:when and )?how (?:much|many hours)",
        yes="du bestemmer selv, hvornår og hvor meget",
        no="du bestemmer selv, hvad du spiser",
    ),
    _phrase(
        "flexible hours",
        r"fleksibelt (?:timetal|timeantal|antal timer)|flexible number of hours",
        yes="et fleksibelt timetal",
        no="fleksible arbejdstider",
    ),
)

PATTERNS = (
    LIMIT,
    *TRAPS,
    *(way for way, _ in WAYS),
    TITLE_HOURS,
    OPENS,
    FULL_WEEK,
    ABROAD,
    HALF_TIME,
    LOOSE,
    NOT_LOOSE,
    IN_A_WEEK,
    UP_TO_FULL,
    TO_FULL_TIME,
    FEWER_OPEN,
    NOT_OPEN,
    AFTER_FEWER,
    AFTER_MORE,
    OTHERS,
    APPLICANT,
    NOT_WORK,
    WORKING,
    FULL_TIME,
    PART_TIME,
    *WORD_TRAPS,
    EITHER_TIME,
    PART_TIME_OPEN,
    *NEGOTIABLE,
)


def read_hours(sentences: Sequence[Sentence]) -> HoursFact:
    """Reads the weekly hours of an ad: numbers first, then "fuldtid", "efter aftale", "deltid", else unstated."""
    telling = [_marked(sentence) for sentence in mentioning(sentences, TRIGGERS)]
    full_time = _full_time(telling, sentences)
    asides = (*TRAPS, FULL_WEEK) if any(SHARE_SIGN.search(s.text) for s in telling) else TRAPS
    offers = [offer for sentence in telling for offer in _offers(sentence, full_time, asides)]
    offers = offers or [offer for sentence in telling for offer in _half_time(sentence, full_time)]
    offers = offers or [offer for sentence in telling for offer in _at_most_full_time(sentence)]
    words = None if offers else _in_words(telling)
    if words and words.basis in ("unstated", "parttime_word"):
        offers = [offer for sentence in telling for offer in _loose(sentence)]
    return _whole_range(offers, _open_to_fewer(telling, offers)) if offers else words or HoursFact()


def _full_time(telling: Sequence[Sentence], sentences: Sequence[Sentence]) -> float | None:
    """Hours of the full-time week that a share refers to: the ad's own, else 37, which holds in Denmark only."""
    if not any(PART_SIGN.search(sentence.text) for sentence in telling):
        return FULL_TIME_HOURS  # no share refers to it
    for sentence in telling:
        own = FULL_WEEK.search(sentence.text)
        if own:
            return _number(own["high"] or own["low"])
    text = " ".join(sentence.text for sentence in sentences)
    return None if ABROAD.search(text) else FULL_TIME_HOURS


def _open_to_fewer(telling: Sequence[Sentence], offers: Sequence[Offer]) -> bool:
    """Whether a separate sentence allows fewer hours. "deltid" does so only if full time is offered."""
    full_time = all(offer.low is not None and offer.low >= SHORT_FULL_TIME for offer in offers)
    patterns = (FEWER_OPEN, PART_TIME_OPEN) if full_time else (FEWER_OPEN,)
    return any(_first_quote(s, mask(s.text, (NOT_OPEN, *WORD_TRAPS)), patterns) for s in telling)


def _whole_range(offers: Sequence[Offer], fewer: bool) -> HoursFact:
    """One range over all offers. An open end ("min. 20") stays open unless another offer goes beyond it."""
    lows = [o.low for o in offers if o.low is not None]
    highs = [o.high for o in offers if o.high is not None]
    low, high = min(lows, default=None), max(highs, default=None)
    upward = [o.low for o in offers if o.high is None and o.low is not None]
    downward = [o.high for o in offers if o.low is None and o.high is not None]
    if high is not None and upward and high <= max(upward):
        high = None
    if low is not None and downward and low >= min(downward):
        low = None
    low = None if fewer and high is not None else low
    return HoursFact(min=_rounded(low), max=_rounded(high), basis="stated", quote=offers[0].quote)


def _rounded(hours: float | None) -> float | None:
    return None if hours is None else round(hours, 2)


def _offers(sentence: Sentence, full_time: float | None, asides: Sequence[Pattern]) -> Iterator[Offer]:
    """Hours that one sentence offers outside ``asides``. ``full_time``: hours of the week that shares refer to."""
    text = mask(sentence.text, asides)
    text = _limits_marked(text)
    patterns = (*WAYS, (TITLE_HOURS, _bare_range)) if sentence.in_title else WAYS
    if not ANY_NUMBER.search(text):
        return
    has_offer = False
    for pattern, convert in patterns:
        for match in list(pattern.finditer(text)):
            if "#" in match.group():
                continue
            low, high = _share(convert(match), full_time) if pattern.name in SHARES else convert(match)
            text = text[: match.start()] + "#" * len(match.group()) + text[match.end() :]
            if _plausible(low, high) and not _about_others(sentence.text, *match.span()):
                low, high = _opened(low, high, text[match.end() :])
                yield Offer(low, _to_full_time(sentence.text, high), sentence.quote(*match.span()))
            has_offer = True
    opening = None if has_offer or sentence.in_title else OPENS.regex.match(text)
    if opening and _plausible(*_bare_range(opening)) and max(filter(None, _bare_range(opening))) <= LONGEST_OPENING:
        yield Offer(*_opened(*_bare_range(opening), text[opening.end() :]), sentence.quote(*opening.span()))
    if has_offer or opening:
        yield from _half_time(sentence, full_time)  # "et sted mellem halvtid og 30 timer"


def _loose(sentence: Sentence) -> Iterator[Offer]:
    """Hours without a word for week, used if the ad gives no others.

    Few hours may be those of a day, unless the sentence names days of the week.
    """
    text = _limits_marked(mask(sentence.text, TRAPS))
    for match in LOOSE.finditer(text):
        low, high = _range(match)
        most = max(low or 0.0, high or 0.0)
        before = text[max(0, match.start() - 20) : match.start()]
        if any(m.end() == len(before) for m in NOT_LOOSE.finditer(before)) or most > LONGEST_LOOSE:
            continue
        of_week = most > LONGEST_DAY or (most >= SHORTEST_WEEK and IN_A_WEEK.search(text))
        if of_week and not _about_others(sentence.text, *match.span()):
            yield Offer(*_opened(low, high, text[match.end() :]), sentence.quote(*match.span()))


def _limits_marked(text: str) -> str:
    """``text`` with "højst", "mindst", "ca." and the like before a number replaced by signs; its length stays."""
    for match in LIMIT.finditer(text):
        start, end = match.span("limit")
        sign = MOST if match["most"] else LEAST if match["least"] else ABOUT
        text = text[:start] + sign * (end - start) + text[end:]
    return text


def _share(part: Range, full_time: float | None) -> Range:
    """Hours of a share of full time; none if the full-time week is unknown."""
    low, high = (None if full_time is None or end is None else end * full_time for end in part)
    return low, high


def _opened(low: float | None, high: float | None, after: str) -> Range:
    """The range with an end opened by the words after it: "37 timer, men gerne færre"."""
    if not OTHER_END.search(after, 0, LONGEST_AFTER):
        return low, high
    clause = mask(after[:LONGEST_AFTER], (NOT_OPEN,))
    if high is not None and AFTER_FEWER.regex.match(clause):
        return None, high
    if low is not None and AFTER_MORE.regex.match(clause):
        return low, None
    return low, high


def _half_time(sentence: Sentence, full_time: float | None) -> Iterator[Offer]:
    """Half of full time. In a sentence without numbers it counts only if no other sentence has any."""
    half = HALF_TIME.search(mask(sentence.text, TRAPS))
    if half and full_time and not _about_others(sentence.text, *half.span()):
        yield Offer(full_time / 2, full_time / 2, sentence.quote(*half.span()))


def _at_most_full_time(sentence: Sentence) -> Iterator[Offer]:
    """ "Op til fuld tid" is at most 37 hours."""
    most = UP_TO_FULL.search(mask(sentence.text, WORD_TRAPS))
    if most and not _about_others(sentence.text, *most.span()):
        yield Offer(None, FULL_TIME_HOURS, sentence.quote(*most.span()))


def _plausible(low: float | None, high: float | None) -> bool:
    known = [hours for hours in (low, high) if hours is not None]
    return bool(known) and max(known) > 0 and max(known) <= LONGEST_WEEK


def _to_full_time(text: str, high: float | None) -> float | None:
    """ "20 timer eller fuldtid" goes up to 37."""
    if high is not None and TO_FULL_TIME.search(text) and not first_match(WORD_TRAPS, text):
        return max(high, FULL_TIME_HOURS)
    return high


def _about_others(text: str, start: int, end: int) -> bool:
    """Whether the hours at ``start..end`` belong to a colleague, a pupil or a shop."""
    before = text[:start]
    others = list(OTHERS.finditer(before))
    if others and not APPLICANT.search(before, others[-1].end()):
        return True
    breaks = [m.end() for m in _CLAUSE_END.finditer(before) if not _SUM.match(before + text[start:end], m.end())]
    after = _CLAUSE_END.search(text, end)
    clause = text[breaks[-1] if breaks else 0 : after.start() if after else len(text)]
    return bool(NOT_WORK.search(clause)) and not WORKING.search(clause)


def _in_words(sentences: Sequence[Sentence]) -> HoursFact:
    """Hours of an ad without a number."""
    full = part = either = talk = None
    for sentence in sentences:
        text = mask(sentence.text, WORD_TRAPS)
        either = either or _first_quote(sentence, text, (EITHER_TIME, PART_TIME_OPEN, FEWER_OPEN))
        talk = talk or _first_quote(sentence, text, NEGOTIABLE)
        full = full or _first_quote(sentence, text, (FULL_TIME,))
        part = part or _first_quote(sentence, text, (PART_TIME,))
    if either or (full and part):
        return HoursFact(basis="negotiable", quote=either or part)
    if full:
        return HoursFact(min=FULL_TIME_HOURS, max=FULL_TIME_HOURS, basis="fulltime_word", quote=full)
    if talk:
        return HoursFact(basis="negotiable", quote=talk)
    return HoursFact(basis="parttime_word", quote=part) if part else HoursFact()


def _first_quote(sentence: Sentence, text: str, patterns: Sequence[Pattern]) -> str | None:
    match = first_match(patterns, text)
    if match is None or _about_others(sentence.text, *match.span()):
        return None
    return sentence.quote(*match.span())
