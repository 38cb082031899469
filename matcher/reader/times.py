"""Working times: day, early morning, evening, night, weekend, shifts, duty; start and end of the working day.

"yes" is read from words ("aftenvagter", "hver anden weekend") and from clock times ("kl. 14-22"). "no" is read only if
the ad excludes it: in words ("ingen aften- eller weekendarbejde", "nætterne klarer andre"), or by clock times that
leave it out ("kl. 8-16 mandag-fredag"). Opening hours, telephone hours, interviews and deadlines are not working times,
unless the ad says that the work lies within them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from matcher.reader.denials import ANSWER, NOT, Denial, kept, ruled_out
from matcher.reader.patterns import Grammar, Pattern, mask
from matcher.reader.sentences import Sentence, mentioning
from matcher.schema import Schedule, Time, YesNo

EARLY, NOON, AFTERNOON, DAY_END = 7.0, 12.0, 16.0, 17.0  # hours on the clock
EVENING, NIGHT, NIGHT_END = 18.0, 23.0, 5.0
FIRST_EARLY = 3.0  # a shift that starts before this belongs to the night
LATE_NIGHT = 22.5  # a shift that starts this late is no evening: nine of twelve training ads call it a night watch
DAY_WORK = 1.5  # hours between EARLY and DAY_END that make a shift day work, if they are no small part of it
AFTER_EARLY = 2.5  # the same for a shift that starts before EARLY
SMALL_PART = 0.25  # share of a shift; "15.30-23.30" is evening work
FRAME = 9.0  # "i tidsrummet 6-18": a frame this wide tells when work may take place, not when it starts

GRAMMAR = Grammar(
    {
        "kl": (r"kl\.?", "klokken", "at", "@"),
        "minutes": r"[.:]?[0-5]\d",
        "meridiem": r"_[ap]\.?_?m\.?",
        "first": r"(?P<h1>[01]?\d|2[0-4])(?P<m1><minutes>)?(?P<p1><meridiem>)?",
        "second": r"(?P<h2>[01]?\d|2[0-4])(?P<m2><minutes>)?(?P<p2><meridiem>)?",
        "shortday": r"(?:tirs|ons|tors|fre|lør|søn|mon|tue|wed|thu|fri|sat|sun|man\.?-fre|mon-fri)\.?",
        "to": r"_(?:-|til|to|until|og|and|indtil)_",
        "notclock": r"(?!\d|[.,:]\d|_(?:<unit>))",
        "unit": (
            "%",
            "/",
            "kr",
            "timer",
            "hours",
            "hrs",
            "t/",
            "år",
            "year",
            "min",
            "stk",
            "gange",
            "dage",
            "kg",
            "km",
            "uger",
            "weeks",
            "måned",
            "adresser",
            "elever",
            "børn",
            "kolleger",
            "medarbejdere",
            "ansatte",
            "colleagues",
            "personer",
            "people",
            "a week",
            "per week",
            "om ugen",
        ),
        "shift": (
            r"vagt\w*",
            r"hold\w*",
            r"arbejde\w*",
            r"tjeneste\w*",
            r"skift\w*",
            r"timer\w*",
            r"team\w*",
            r"post\w*",
            "rengøring",
            r"kørsel\w*",
            r"åbning\w*",
        ),
        "shiftname": r"(?:dag|aften|nat|morgen|tidlig|sen|day|evening|night|early|late)\w*",
        "rotating": (
            r"skiftende (?:\w+ )?(?:vagt|arbejdstid|mødetid|hold|tider)\w*",
            r"\w*(?:2|3|4|to|tre|fire)-?_?holds[-\s]?(?:skift|drift)\w*",
            r"skiftehold\w*",
            r"holdskift\w*",
            r"holddrift\w*",
            r"turnus\w*",
            r"rulleplan\w*",
            r"rulleskema\w*",
            r"rullende (?:vagt|skema|plan|arbejds)\w*",
            r"bland(?:ede|et) vagt(?:er)?",
            r"vekslende (?:vagter|arbejdstider)",
            r"(?:mødetid|arbejdstid|vagt)\w* (?:skifter|varierer|veksler)",
            r"(?:mødetid|arbejdstid|vagt)\w* er (?:\w+ )?(?:skiftende|varierende|vekslende)",
            r"vagtlag\w*",
            r"(?:møder|begynder|starter|arbejder)(?: (?:[\d.:]+|ind|kl\.?|eller|og)){0,4} på skift",
            "(?:på skift|skifter?) (?:uge for uge|hver uge|fra uge til uge)",
            "holdet (?:roterer|skifter)",
            r"(?:dag|aften|nat)\w*-?(?:rul|turnus)\w*",
            r"[\w-]+[\s-]ugers (?:vagt)?(?:plan|rul|turnus)\w*",
            r"(?:vagt)?planen går over \w+ uger",
        ),
        "rotating2": (
            r"rotating (?:shifts?|schedule|rota|roster)",
            r"shift_work",
            r"(?:two|three|2|3)-shift\w*",
            "shift rotation",
            "alternating shifts",
            "rotational shifts",
            r"(?:work|working) in shifts",
            r"arbejde\w* i skift",
        ),
        "duty": (
            r"rådighedsvagt\w*",
            r"tilkaldevagt\w*",
            r"\w*bagvagt\w*",
            r"beredskabsvagt\w*",
            r"hjemmevagt\w*",
            r"vagttelefon\w*",
            r"telefonvagt\w*",
            r"tilkaldetelefon\w*",
            r"hver \w+ uge har du telefonen",
            r"rådighedstjeneste\w*",
            r"vagtordning\w*",
            r"døgnberedskab\w*",
            r"(?:beredskabet?|rådighed) hver",
            r"leder-?_?vagt\w*",
        ),
        "duty2": (
            r"on[\s-]call (?:duty|duties|rota|rotation|shifts?|week|phone)\w*",
            r"stand-?_?by (?:duty|shifts?|rota)",
            r"(?:weeks?|months?),? you are on[\s-]call",
        ),
        "every": (
            r"hver",
            r"hver (?:anden|tredje|fjerde|femte|sjette|\d\.?)",
            "en",
            "to",
            "every",
            "every other",
            "one",
        ),
        "saturday": ("lørdag", "lørdage", "søndag", "søndage", "saturday", "saturdays", "sunday", "sundays"),
        "weekend": (
            r"weekend(?:s|er|erne|en|ens)?",
            r"weekend-?(?:<shift>|dage?)",
            "lør- og helligdage",
            "søn- og helligdage",
            "helligdage",
            "public holidays",
        ),
        "open": (
            "åben",
            "åbent",
            "åbner",
            "åbne",
            r"\w*åbningstid\w*",
            "lukker",
            "lukket",
            "open",
            "opens",
            "opening",
            "closes",
            "closing",
        ),
        "reach": (
            r"tlf\.?",
            r"telefontid\w*",
            "på telefon",
            r"ring(?:es)?(?: til| ind| på)?",
            r"kontakt\w*",
            "træffes",
            r"træffetid\w*",
            "phone hours",
            "by phone",
            "call",
            "contact",
            "sms",
            "spørg",
            "besøg",
            "rundvisning",
            "kig forbi",
            "kom forbi",
            "informationsmøde",
            "messe",
        ),
        "applying": (
            r"\w*ansøg\w*",
            r"\w*frist\w*",
            r"samtale\w*",
            r"interview\w*",
            "deadline",
            "apply",
            r"applications?",
            "sendes",
            "senest den",
            "email",
        ),
        "public": (
            "gæster",
            "kunder",
            "kundeservice",
            r"\w*undervisning(?:en)?",
            "levering",
            "en af os",
            "nogle af os",
            "one of us",
            "some of us",
        ),
        "lying": (
            "lægges",
            "ligger",
            r"(?:har|er der) (?:vi )?brug for dig",
            r"du (?:\w+ )?(?:arbejder|møder|starter)",
            r"din arbejdstid",
            r"arbejdstiden",
            "vagterne",
            "vagten",
            r"you (?:will )?(?:work|start|decide)",
            "working hours",
            "shifts?",
        ),
        "frame": (r"tidsrum\w*", r"åbningstid\w*", r"kontortid\w*", "time frame", "opening hours"),
        "working": (
            r"\w*arbejd\w*",
            r"\w*vagt\w*",
            "møder",
            "møde",
            r"mødetid\w*",
            r"\w*stilling\w*",
            r"\w*job\w*",
            "hverdage",
            r"\w*timer\w*",
            "brug for dig",
            r"du (?:starter|begynder|møder|slutter|går|kører|er)",
            r"work\w*",
            "shifts?",
            "hours?",
            "position",
            "need you",
            r"hold(?:et)?",
            "mangler",
            r"rulleplan\w*",
            r"søge[rs]?",
            "opgaver",
            r"del af (?:jobbet|aftalen|stillingen)",
            "tidsrum",
            "foregår",
            "takes? place",
            "ligger mest",
            "arrangementer",
            "events",
            "vært",
        ),
        "start": (
            r"mød(?:er|e)(?: ind)?",
            r"mødetid\w*",
            r"\w*start(?:er|s)?",
            "begynder",
            "begins?",
            "starting",
            "tidligst",
            r"\w*åbning\w*",
            "ruller ud",
            "henter",
            r"åbne(?: \w+)?",
            "fra",
            "from",
            "typisk",
            "tager af sted",
            "tjenestestart",
        ),
        "ending": (
            "slutter",
            r"færdig\w*",
            "fri",
            "hjem",
            "hjemme",
            "hjemme igen",
            "indtil",
            "til",
            "senest til",
            "tilbage",
            "lukker",
            "ends?",
            "until",
            "finish(?:ed)?",
            "end by",
            "over",
        ),
        "weekdays": (
            r"(?:mandage?|man\.?|mondays?)<span>(?:fredage?|fre\.?|fridays?|torsdage?|tors\.?|thursdays?)",
            "hverdage",
            "weekdays",
            "alle hverdage",
        ),
        "span": r"(?:_-_| til (?:og med )?| to | through | until )",
        "is": ("er", "har", "har du", "har vi", "holder", "holder vi", "holder du", "holdes", "is", "are"),
        "free": ("fri", "lukket", "off", "free", "din egen", "dine egne", "your own"),
        "notthen": (
            r"(?:har|får|tager|kører|arbejder|laver|kender|bruger|møder|kommer) (?:du|vi|man) (?:ikke|aldrig"
            r"|ingen)",
            r"(?:er|findes|forekommer|bliver|kommer) der (?:ikke|ingen|aldrig)",
            r"skal (?:du|der) (?:ikke|aldrig)",
            r"slipper du(?: helt)? for",
            r"behøver du (?:ikke|aldrig)",
            r"kan du glemme",
            r"(?:forekommer|har vi|bliver der|indgår|kommer|findes) (?:ikke|intet|ingen|aldrig)",
            r"(?:er|bliver|is|are) (?:ikke|ingen|aldrig|not|never)(?= (?:<part>)|_[.,;:)]|_$)",
            r"hører (?:ikke|aldrig)",
            r"har vi (?:folk|hænder|nok)",
            r"bruger vi (?:på|til) noget",
            r"bemandet i forvejen",
            r"er (?:allerede )?(?:bemandet|dækket)",
            "does not occur",
            r"(?:er|is) (?:forbudt|ubemandet|udelukket)",
            "nej tak",
            "(?:afløser|klarer) vi (?:selv )?med",
            r"har (?:\w+ )?(?:aldrig|ikke) haft",
            r"har \w+ aldrig haft",
            r"leveres af (?:et|en) and\w+",
            "men (?:der|dem|det|da) (?:kommer|hører|er|skal|får|har) du (?:ikke|aldrig)(?: \\w+)?",
            r"(?:is|are)(?: not|n't) (?:part|required|needed|on offer|worked|included|expected|necessary)",
            r"(?:do not|does not|don't|doesn't|never) (?:occur|apply|exist|come into)",
            r"; det skal du ikke",
        ),
        "part": (
            "en del",
            "noget",
            "muligt",
            "aktuelt?",
            "på tale",
            "tale om",
            "med",
            r"nødvendig\w*",
            "indeholdt",
            "tilladt",
            "et krav",
            "længere",
            "i spil",
            "for dig",
            "yours",
            "på",
            "i",
        ),
        "you": ("du", "dig", "din", "dit", "dine", "jer", "man", "you", "your"),
        "workday": (
            r"\w*(?:vagt|tjeneste|tur|hold)(?:en|erne|ene|et)?",
            r"arbejds?(?:dag|tid|et)\w*",
            "den er slut",
            r"(?:arbejds)?dagen\w*",
            "jobbet",
            r"\w*vagter",
            "shifts?",
            "working day",
            "fyraften",
            "hjem",
            "vi",
            "we",
            "det er slut",
            "<weekday>",
        ),
        "quits": (
            r"(?:går|tager|kører|er|kommer|cykler)(?: \w+)? hjem(?:me)?(?: igen)?",
            "slutter",
            "stopper",
            r"er (?:\w+ )?færdig",
            r"(?:har|får|holder) (?:\w+ )?(?:fyraften|fri)",
            "er (?:det |den )?slut",
            r"låser (?:\w+ ){0,2}?(?:af|efter)",
            "bliver afløst",
            "ends?",
            r"finish(?:es)?",
            "go home",
            r"(?:are|is|get) (?:done|off|home|finished)",
        ),
        "quitting": (
            r"(?:går|tager|kører|cykler|er|kommer) (?:du|man|i|vi) (?:\w+ )?hjem(?:me)?",
            r"er (?:du|i) færdig",
            r"(?:slutter|stopper) (?:du|i|vagten|dagen|arbejdsdagen|turen)",
            "er (?:du|i) hjemme",
            r"(?:har|får|holder) (?:du|i) (?:fri|fyraften)",
            r"er (?:vagten|dagen|arbejdet|turen) slut",
            r"låser (?:du|i) (?:\w+ )?(?:af|efter)",
            r"you (?:are|'re) (?:done|off|home|finished|free)",
            r"you (?:go|head) home",
        ),
        "about": (r"ca\.?", "cirka", "omkring", "ved", "senest", "typisk", "around", "about", "by", "at"),
        "closed": r"(?=_[.,;:!?)/]|_-_(?!\d)|_$| (?:<joining>)(?!\w)| (?:<weekday>)| \w+ (?:du|i|you)(?!\w))",
        "joining": (
            "or",
            "om",
            "på",
            "hver",
            "i",
            "alle",
            "og",
            "eller",
            "med",
            "samt",
            "så",
            "hvor",
            "er",
            "plus",
            "uden",
            "every",
            "on",
            "and",
            "with",
            "in",
            "each",
        ),
        "someone": (
            r"(?!<worktime>)[\w-]{4,}(?:ene|rne|en|holdet|personalet)",
            r"[\w-]*(?:folk|mennesker|gæster|brugere)",
            r"(?:vores|vore|our) [\w-]+(?: [\w-]+)?",
            r"the (?!shift)\w+",
            "han",
            "hun",
            "de",
            "jeg",
            "he",
            "she",
            "they",
            r"\w{3,}ere",
            r"\w*hold på \w+",
            "andre",
            "et firma",
            r"\w*(?:huset|teket|centret|hjemmet|museet|teatret|hotellet|køkkenet)",
        ),
        "worktime": r"(?:\w*vagt|\w*tur|\w*dag|arbejds?tid|mødetid|stilling|\w*tjeneste|\w*time|aften|morgen"
        r"|natten|post"
        r"|rute|opgave|week|weekend|uge|person|alene|\w*undervisning|resten)",
        "place": r"(?:i|på|ved|hos|fra|in|at|on) [\w-]+",
        "acts": (
            "går",
            "møder",
            "arbejder",
            "tager",
            "kører",
            "har",
            "sidder",
            "er",
            "fortsætter",
            "står",
            "underviser",
            "dækker",
            "passer",
            "sælger",
            "spiser",
            "bliver",
            "kommer",
            "lægger",
            "må",
            "kan",
            "holder",
            "slutter",
            "stopper",
            "take over",
            "work",
            "are",
            "have",
        ),
        "once": ("en", "én", "et", "to", "one", "once", "twice", "enkelte", "få", "<number>", r"\w+-\w+"),
        "somedays": (
            "hverdage",
            "weekdays",
            r"(?:begge|alle) dage",
            "nætter om ugen",
            "altid",
            "kontortid",
            r"(?:er )?dagen(?: er)?",
            r"(?:<weekday>)e",
            r"hver (?:dag|morgen|aften|nat)",
            r"\w*(?:for|efter)middag",
        ),
        "age": (
            r"(?:er|is|are|alderen)(?: du| you)? (?:mellem|between)",
            r"(?:ro|fred|peace) (?:mellem|between)",
            r"(?:mellem|between) [\d.:]+ (?:og|and) [\d.:]+ er der",
        ),
        "gone": (
            "var",
            "blev",
            "havde",
            "stod",
            "gik",
            "kom",
            "mødte",
            "arbejdede",
            "begyndte",
            "sluttede",
            "lukkede",
            "kørte",
            "tidligere",
            "dengang",
            r"i (?:gamle dage|sin tid|fjor|sidste uge)",
            "før i tiden",
            "was",
            "were",
            "used to",
            "formerly",
            "worked",
            "back then",
            r"(?:er|is) (?:allerede |already )?(?:besat|filled|taken)",
            r"(?:den|det) anden? (?:stilling|post|job)",
            r"(?:slås|opslås|søges) (?:op )?(?:særskilt|for sig|senere)",
            r"(?:andet|separat|særskilt) opslag",
            "other position",
        ),
        "rush": (
            "<age>",
            "stærkt",
            r"travle?t?",
            "travlest",
            "busy",
            "mød op",
            "kom op",
            "drop by",
            r"selvbetjen\w*",
            r"(?:u)?bemandet",
            r"(?:møder|starter|begynder|start)(?: du| ind)? (?:mellem|between)",
        ),
        "handled": ("klarer", "klares", "dækkes", "varetages", "tager", "tages", "passer", "passes", "står for"),
    }
)


# ---- words for times; the strong ones need no other word about work beside them

_phrase = GRAMMAR.pattern
STRONG: tuple[tuple[Time, Pattern], ...] = (
    ("day", _phrase("day shift", r"dag(?:<shift>)|day shifts?|dagarbejdstid", yes="i dagvagt", no="hver dag")),
    (
        "early_morning",
        _phrase(
            "early shift",
            r"morgen(?:<shift>)|tidlige? (?:<shift>)|early shifts?|early mornings?",
            yes="ledig plads på morgenholdet",
            no="hver morgen",
        ),
    ),
    (
        "evening",
        _phrase(
            "evening shift",
            r"aften(?:<shift>)|sene? vagt\w*|(?:sen|lukke)vagt\w*|(?:evening"
            r"|late) shifts?",
            yes="en fast aftenvagt",
            no="aftensmad",
        ),
    ),
    (
        "evening",
        _phrase(
            "so many evenings",
            r"(?:<number> |flere |nogle )(?:faste )?(?:\w+)?aftener (?:om"
            r"|i) (?:ugen|måneden|året)"
            r"|(?:<number>|some) evenings? (?:a|per) (?:week|month)",
            yes="to aftener om ugen",
            no="to aftener",
        ),
    ),
    (
        "night",
        _phrase(
            "so many nights",
            r"<number> (?:faste )?nætter (?:om ugen|på|i træk|arbejde)"
            r"|<number> nights (?:a|per) week",
            yes="syv nætter på, syv nætter fri",
            no="to overnatninger",
        ),
    ),
    (
        "weekend",
        _phrase(
            "all days of the week",
            r"(?:syv|7) (?:nætter|dage"
            r"|vagter) (?:på|arbejde|i træk)|alle ugens (?:syv )?dage"
            r"|(?:af )?(?:ugens|de) syv dage|seven days a week",
            yes="syv nætter på, syv nætter fri",
            no="syv dage senere",
        ),
    ),
    (
        "night",
        _phrase(
            "night shift",
            r"nat(?:te)?(?:<shift>)|sovende vagt\w*|night[\s-]?(?:shift|work)\w*",
            yes="fast natpost",
            no="overnatning",
        ),
    ),
    (
        "weekend",
        _phrase(
            "weekend",
            r"<weekend>|(?:lørdags?|søndags?|helligdags?)-?(?:<shift>)|<every> (?:<saturday>)",
            yes="hver anden lørdag",
            no="lørdag morgen",
        ),
    ),
    (
        "rotating_shifts",
        _phrase(
            "rotating shifts",
            r"<rotating>|<rotating2>",
            yes="Lagermedarbejder til 2-holdsskift",
            no="afløsning på skift",
        ),
    ),
    (
        "rotating_shifts",
        _phrase(
            "teams that change",
            r"(?:hold|shifts),?(?: (?:der|som|and|which"
            r"|that))?(?: \w+)? (?:bytter|skifter|roterer|rotate|alternate|swap)"
            r"|du skifter (?:hold|vagt)",
            yes="to hold, der bytter hver mandag",
            no="to hold spiller bold",
        ),
    ),
    ("on_call_duty", _phrase("duty", r"<duty>|<duty2>", yes="Du indgår i rådighedsvagten", no="tilkaldevikar")),
)
WEAK: tuple[tuple[Time, Pattern], ...] = (
    (
        "day",
        _phrase(
            "day among times",
            r"dag(?=_/|-(?:,| )|, aften| og aften| og nat| samt)|(?<=/)dag"
            r"|(?<=og\s)dag(?=_[)])|day(?=_/|, evening| and evening)",
            yes="dag- og aftenvagter",
            no="hver dag",
        ),
    ),
    (
        "day",
        _phrase(
            "in the day",
            r"om dagen|dag(?:tid|timerne)|kontortid\w*|daytime|day-time|during the day"
            r"|office hours",
            yes="mest om dagen",
            no="hele dagen",
        ),
    ),
    (
        "day",
        _phrase(
            "part of the day",
            r"\w*formiddag(?:en|e|ene)?|\w*eftermiddag(?:en|e|ene)?|(?<!early\s)mornings"
            r"|(?<!late\s)(?<!late-)afternoons?",
            yes="om formiddagen",
            no="middag",
        ),
    ),
    (
        "early_morning",
        _phrase(
            "early",
            r"tidlig\w* (?:om )?morgen\w*|morgentimer\w*|morgen(?=_/|-(?:,| )| og aften)"
            r"|early (?:mornings?|start)",
            yes="morgen- og aftenvagter",
            no="hver morgen",
        ),
    ),
    (
        "evening",
        _phrase(
            "evening",
            r"\w*aften(?:en|er|erne)|(?:<weekday> )?aften(?!-?_\w*tillæg)|evenings?(?! meal"
            r"| class)",
            yes="om aftenen",
            no="aftensmad",
        ),
    ),
    (
        "night",
        _phrase(
            "past midnight",
            r"(?:til|efter|over|ved"
            r"|omkring|around|until|till|past|after)_(?:midnat|midnight)",
            yes="er færdig lidt over midnat",
            no="ved midnatssol",
        ),
    ),
    (
        "weekend",
        _phrase(
            "on saturdays",
            r"om (?:lørdagen|søndagen)|lørdagene|søndagene|on (?:saturdays|sundays)"
            r"|lørdage|søndage|(?:lørdag|saturday) (?:og|eller|and|or) (?:søndag|sunday)",
            yes="om aftenen og om søndagen",
            no="lørdag den 3. maj",
        ),
    ),
    ("night", _phrase("night", r"nat|natten|nætter(?:ne)?|nat(?=-)|nights?", yes="om natten", no="overnatninger")),
)
NAMES = (*STRONG, *WEAK)
ROUND_SHIFT = _phrase(
    "day and night shift",
    r"døgnvagt\w*|24[\s-](?:timers|hour) (?:vagt|shift)s?",
    yes="Vi arbejder i døgnvagter",
    no="døgnåbent",
)

# "aften-, nat- eller weekendarbejde" is one group: a word before the first applies to all
_BETWEEN = re.compile(r"[-/,\s]*(?:(?:og|eller|samt|and|or|nor)\s+)?(?:(?:i|om|på|hver|in|at)\s+)?")
OFF = _phrase(
    "time off",
    r"(?:<notthen>)|(?:<is>) (?:altid |always |naturligvis )?<free>|off|fri"
    r"|(?:<handled>)(?: \w+)? (?:vores|af|andre|et andet|en anden)|(?:is|are) covered by",
    yes="er fri",
    no="er travle",
)
FREE = _phrase("free", r"<free>", yes="er fri", no="er der ikke")
NOT_SURE = _phrase(
    "not sure",
    r"(?:ikke|ingen|not|no|cannot|\w+n't)(?: \w+)? (?:lov\w+|garant\w+|regn\w+"
    r"|forvent\w+|sikker|promise|guarantee|expect|count on|sure)",
    yes="vi kan ikke love",
    no="ikke om natten",
)
FREE_BEFORE = _phrase(
    "free before",
    r"(?:fri|frie|lukket|closed)(?: (?:i|om|hver|alle|på|hele|in|on|at))?(?: the"
    r"| alle)?",
    yes="har fri i",
    no="arbejder i",
)

# ---- whose times

OPENING = _phrase("opening hours", r"<open>", yes="Butikken har åbent kl. 10-18", no="Du arbejder kl. 10-18")
NOT_THE_JOB = _phrase(
    "not the job's time",
    r"<open>|<reach>|<applying>|<public>",
    yes="Ring mellem kl. 13 og 14",
    no="Du arbejder kl. 10-18",
)
WITHIN = _phrase(
    "work lies within",
    r"(?:i|inden for|indenfor|within) (?:\w+ )?<frame>|<lying>",
    yes="De lægges i skolens åbningstid",
    no="Skolen er åben",
)
RARELY = _phrase(
    "rarely",
    r"i ny og næ|af og til|en gang imellem|ind imellem|lejlighedsvis|sjældent|for dem,? der vil"
    r"|(?:<number>|et par|få|enkelte) gange (?:om året|årligt)|occasional\w*|now and then|times a year",
    yes="en lørdag i ny og næ",
    no="hver anden lørdag",
)
WORK = _phrase("work", r"<working>", yes="Vi har brug for dig om formiddagen", no="Der er musik om fredagen")
FRAME_WORD = _phrase("frame", r"tidsrum\w*|time frame", yes="inden for tidsrummet", no="tid nok")
IDIOMS = (
    _phrase(
        "round the clock",
        r"døgnet rundt|dag og nat|hele døgnet|24_/_7|around the clock|day and night",
        yes="åbent døgnet rundt",
        no="dag- og nattevagter",
    ),
    _phrase(
        "times a day",
        r"(?:timer|gange?|times|hours|<number>)(?: \w+)? om dagen",
        yes="7 timer om dagen",
        no="mest om dagen",
    ),
    _phrase(
        "festive",
        r"god (?:aften|weekend|dag)|(?:jule|nytårs|fredags|fyr)aften(?:en)?|(?:lange"
        r"|forlænget) weekend(?:er)?",
        yes="fri juleaften",
        no="hver aften",
    ),
    _phrase(
        "the day before",
        r"(?:aften|dag)en før|the (?:evening|night|day) before",
        yes="en sms aftenen før",
        no="om aftenen",
    ),
    _phrase(
        "supplement",
        r"(?:aften|nat|weekend)\w*(?:-?(?:,| og| eller|/) \w+){0,2}-?_\w*tillæg|(?:evening|night"
        r"|weekend)(?: and \w+)? (?:supplement|bonus|allowance)s?",
        yes="weekend- og aftentillæg",
        no="weekend- og aftenvagter",
    ),
    _phrase(
        "day care",
        r"lov om dag\w*|dagtilbud\w*|dagpleje\w*|good (?:morning|evening)|sygedag\w*",
        yes="godkendt dagtilbud",
        no="dagvagt",
    ),
    _phrase(
        "meals", r"morgen-? og (?:aftens|middags)mad\w*", yes="morgen- og aftensmaden", no="morgen- og aftenvagter"
    ),
    _phrase(
        "years", r"(?:19|20)\d\d(?:_(?:-|til|og|to|and)_)(?:19|20)\d\d", yes="fra 1952 til 2019", no="fra 8 til 13"
    ),
    _phrase(
        "nights away",
        r"(?:overnatt\w+|sover|sleep)[^.;!?]{0,40}? (?:nætter|nights)(?: (?:om|a) (?:ugen|week))?",
        yes="overnatter du på hotel, typisk to nætter om ugen",
        no="to nætter om ugen",
    ),
    _phrase(
        "break",
        r"(?:\w*pause|frokost|lunch|break)(?: \w+){0,2}? (?:(?:<kl>)_)?<number>(?: (?:og|and) <number>)?",
        yes="madpause kl. 9 og 12",
        no="vi møder kl. 9",
    ),
)

# ---- clock times

RANGES = (
    _phrase("from kl. to", r"<kl>_<first>(?:_h)?<to>(?:<kl>_)?<second><notclock>", yes="kl. 7.00-14.30", no="kl. 7"),
    _phrase(
        "with minutes",
        r"(?P<h1>[01]?\d|2[0-4])(?P<m1>[.:][0-5]\d)(?P<p1><meridiem>)?<to>(?:<kl>_)?(?P<h2>[01]?\d"
        r"|2[0-4])(?P<m2>[.:][0-5]\d)(?P<p2><meridiem>)?<notclock>",
        yes="17:30-21:00",
        no="17-21",
    ),
    _phrase(
        "am to pm",
        r"<first><to>(?P<h2>1[0-2]|0?\d)(?P<m2><minutes>)?(?P<p2><meridiem>)",
        yes="from 8 am to 4 pm",
        no="8 to 4 people",
    ),
    _phrase(
        "within a frame",
        r"tidsrummet (?:fra |mellem )?(?:<kl>_)?<first><to>(?:<kl>_)?<second><notclock>",
        yes="i tidsrummet 9-16",
        no="i tidsrummet omkring 9",
    ),
    _phrase(
        "beside a shift", r"<shiftname>_[(]_<first>_-_<second>_[)]", yes="to uger dag (06-14)", no="dag (2-4 kolleger)"
    ),
    _phrase(
        "with a leading zero",
        r"(?P<h1>0\d)(?P<m1>(?!))?(?P<p1>(?!))?_-_(?P<h2>[012]\d)(?P<m2>(?!))?(?P<p2>(?!))?"
        r"<notclock>(?!_?-)",
        yes="i turnus 06-14",
        no="6-14 kolleger",
    ),
    _phrase(
        "to a leading zero",
        r"(?P<h1>1\d|2[0-4])(?P<m1>(?!))?(?P<p1>(?!))?_-_(?P<h2>0\d)(?P<m2>(?!))?"
        r"(?P<p2>(?!))?<notclock>(?!_?-)",
        yes="18-02 på skift",
        no="18-20 kolleger",
    ),
    _phrase(
        "hours of work between",
        r"(?:hours|arbejdstid\w*) (?:<words>)(?:between|mellem|from|fra) <first><to>"
        r"<second><notclock>",
        yes="Working hours are flexible between 9 and 17",
        no="between 9 and 17 people",
    ),
    _phrase(
        "days and hours",
        r"(?:<weekday>|<shortday>|hverdage|weekdays|<weekend>|(?:<shift>)|\w+vagt(?:er)?|ligger"
        r"|arbejdstid:?) (?:fra |from )?<first>(?:_-_| til )<second><notclock>",
        yes="mandag-fredag 8-16",
        no="søger 8-16 kolleger",
    ),
    _phrase(
        "between with minutes",
        r"(?:mellem|between|fra|from) (?P<h1>[01]?\d"
        r"|2[0-4])(?P<m1>[.:][0-5]\d)?(?P<p1>(?!))?(?:<to>|(?<=\d) )(?P<h2>[01]?\d"
        r"|2[0-4])(?P<m2>[.:][0-5]\d)(?P<p2>(?!))?<notclock>",
        yes="mellem 8-17.00",
        no="mellem 8-17 kolleger",
    ),
)
NEXT_RANGES = (  # only after a first range, or with weekdays beside them
    _phrase(
        "next range",
        r"(?:(?<=,)|og|eller|samt|and|or) (?:fra |from )?<first>(?:_-_| til )<second><notclock>",
        yes="og 14-22",
        no="14-22",
    ),
)
STARTS = (
    _phrase(
        "begins at",
        r"<start>(?: [\w-]+){0,6}?_:?_<kl>_<first>(?!\d|[.,:]\d|_-_\d| til| og \d)",
        yes="Vi møder kl. 6.30 på værkstedet",
        no="Festen slutter kl. 23",
    ),
    _phrase(
        "begins at in english",
        r"(?:starts?|begins?|from)(?: [\w-]+){0,3}?(?: at)? (?P<h1>[01]?\d"
        r"|2[0-4])(?:(?P<m1>[.:][0-5]\d)(?P<p1><meridiem>)?|(?P<p2><meridiem>))",
        yes="Shifts begin at 8.30",
        no="We begin in 2027",
    ),
    _phrase(
        "begins at minutes",
        r"(?:mød(?:er|e)(?: ind)?|mødes"
        r"|mødetid\w*|starter|begynder|tjenestestart)(?: [\w-]+){0,3}?"
        r"_:?_(?P<h1>[01]?\d|2[0-4])(?P<m1>[.:][0-5]\d)(?P<p1>(?!))?<notclock>",
        yes="Vi begynder 05.45",
        no="Vi begynder 5.4.",
    ),
)
ENDS = (
    _phrase(
        "ends at",
        r"<ending>(?: [\w-]+){0,3}?,?(?: når)?_(?:<kl>|klokken er|by|before)_<first><notclock>",
        yes="senest til kl. 20",
        no="Vi møder kl. 20",
    ),
)
DAY_RANGES = (  # of a working day; beside RANGES, and only for its end
    _phrase(
        "from to",
        r"(?:fra|from|mellem|between)_(?:<kl>_)?<first><to>(?:(?:<kl>|<about>)_)?"
        r"<second><notclock><closed>",
        yes="fra 8 til 13",
        no="fra 8 til 13 kolleger",
    ),
    _phrase(
        "hours, then days",
        r"<first>(?:_-_| til )<second>,? (?:på )?(?:<somedays>|(?:<weekday>))",
        yes="10-18 begge dage",
        no="10-18 ansatte",
    ),
    _phrase(
        "days or shift, then hours",
        r"(?:<weekday>|<shortday>|<somedays>|(?:<shift>)|\w*vagt(?:er|en|erne)?),?:?"
        r"(?: (?:ligger|er|går))?(?: fra)? <first>(?:_-_| til )<second><notclock><closed>",
        yes="To nætter om ugen, 23-7",
        no="altid 2-3 kolleger",
    ),
)
BARE_RANGES = (  # in a sentence that is about work or names days of the week
    _phrase(
        "bare clock times",
        r"(?<![\d.,:/-])(?<!uge\s)(?<!klasse\s)(?<!side\s)<first>_-_(?:ca\.?_)?<second><notclock><closed>",
        yes="dagvagt 7-15",
        no="søger 7-15 kolleger",
    ),
)
POINTS = (  # a clock time at which the reader of the ad does something
    _phrase(
        "at a clock",
        r"(?:kl\.?|klokken|at)(?: er)?_<first>(?!\d|[.,:]\d|_(?:<unit>))",
        yes="kl. 7 ser du kedlen efter",
        no="7 kolleger",
    ),
    _phrase("round a clock", r"ved <first>-?tiden", yes="ved 22-tiden", no="ved tiden"),
    _phrase(
        "at minutes",
        r"(?<!\d[.,:])(?<![\d-])(?P<h1>[01]?\d|2[0-4])(?P<m1>[.:][0-5]\d)(?P<p1><meridiem>)?<notclock>(?!_-)",
        yes="vi møder 06.30",
        no="7 kr.",
    ),
)
DAY_ENDS = (
    _phrase(
        "quits at",
        r"(?:<quits>)(?: [\w-]+){0,3}?,?(?: når)? (?:(?:<about>)_)?(?:<kl>_|klokken er )"
        r"<first><notclock>",
        yes="går hjem omkring kl. 14",
        no="møder kl. 14",
    ),
    _phrase(
        "quits between",
        r"(?:<quits>)(?: [\w-]+){0,2}? (?:mellem|between) (?:<kl>_)?[\d.:]+ (?:og|and) "
        r"(?:<kl>_)?<first><notclock>",
        yes="slutter mellem kl. 23 og 01",
        no="møder mellem kl. 7 og 8",
    ),
    _phrase(
        "quits at minutes",
        r"(?:<quits>|fyraften)(?: [\w-]+){0,3}? (?:(?:<about>)_)?(?P<h1>[01]?\d|2[0-4])"
        r"(?P<m1>[.:][0-5]\d)(?P<p1><meridiem>)?<notclock>",
        yes="slutter 14.30",
        no="slutter 14 dage",
    ),
    _phrase(
        "at that clock quits",
        r"(?:<kl>|klokken er) <first>,? (?:<quitting>)",
        yes="Kl. 13 er du færdig",
        no="Kl. 13 går du i gang",
    ),
    _phrase(
        "quits round",
        r"(?:<quits>)(?: [\w-]+){0,3}? ved <first>-?tiden",
        yes="slutter oftest ved 15-tiden",
        no="møder ved 15-tiden",
    ),
    _phrase(
        "home at",
        r"(?:fyraften|hjem|til|indtil|until)(?: igen)?(?: (?:<about>))? <kl>_<first><notclock>",
        yes="Hjem kl. 12",
        no="hjemme med 12 venner",
    ),
)
A_DAY = _phrase("a day of the week", r"<weekday>|<shortday>|hverdage|(?:<weekday>)e", yes="lørdage 9-14", no="9-14")
OPENS = _phrase(
    "a line of times",
    r"^(?:hver|om|på|alle|fra"
    r"|kl\.?|faste?|<number>|<weekday>|<shortday>|hverdage|(?:<weekday>)e)",
    yes="Tirsdag kl. 13-16",
    no="Banko tirsdag kl. 13-16",
)
WE = _phrase(
    "all of us at work",
    r"vi (?:mødes?r?|begynder|starter"
    r"|sejler|kører|åbner|lukker|slutter|arbejder|går i gang)"
    r"|we (?:start|begin|meet|open|work)",
    yes="vi sejler kl. 4",
    no="vi spiser kl. 11.30",
)
YOU = _phrase("the reader", r"<you>", yes="du går hjem", no="beboerne går hjem")
WORKDAY = _phrase("the working day", r"<workday>", yes="Vagten slutter", no="Festen slutter")
OTHERS = _phrase(
    "time of others",
    r"(?:<someone>)(?: (?:selv|<place>|der|som|har)){0,2},? (?:<acts>)"
    r"|(?:<acts>|<handled>) (?:<number> (?!og|til)[^\W\d]|den|(?:<someone>))",
    yes="Kokkene møder",
    no="Vagten er",
)
SELDOM = _phrase(
    "some days only",
    r"(?:<once>) (?:\w+ )?(?:gange?|dage?|aften(?:er)?|time|evenings?) (?:om|i|a|per"
    r"|pr\.?) (?:måneden|året|month|year)|hver måned|i måneden|om året|enkelte (?:dage|aftener)",
    yes="en gang om måneden",
    no="en gang om ugen",
)
RUSH = _phrase("no end of work", r"<rush>", yes="det går stærkt fra 11 til 12", no="du er her fra 11 til 12")
GONE = _phrase("past, or another post", r"<gone>", yes="den post er besat", no="posten er din")
BETWEEN = _phrase("between two clocks", r"(?:mellem|between)", yes="mellem 6 og 17", no="fra 6 til 17")
END_WORD = _phrase("end word", r"<ending>(?: between| mellem)?", yes="finished between", no="between")
WEEKDAYS_ONLY = _phrase(
    "weekdays only", r"<weekdays>(?! og lørdag| samt| and sat)", yes="mandag-fredag", no="mandag-lørdag"
)
INTO_WEEKEND = _phrase(
    "into the weekend", r"<weekday><span><saturday>|<saturday><span><weekday>", yes="tirsdag til lørdag", no="en lørdag"
)
DAYS_LISTED = _phrase(
    "days listed",
    r"(?:<weekday>,_)*<weekday>,? (?:og|and|&) <saturday>"
    r"|<saturday>(?= (?:fra )?(?:<kl>|\d))",
    yes="torsdag, fredag og lørdag",
    no="en lørdag",
)

PATTERNS = (
    *(way for _, way in NAMES),
    ROUND_SHIFT,
    OFF,
    FREE,
    NOT_SURE,
    FREE_BEFORE,
    OPENING,
    RARELY,
    NOT_THE_JOB,
    WITHIN,
    WORK,
    FRAME_WORD,
    *IDIOMS,
    *RANGES,
    *NEXT_RANGES,
    *STARTS,
    *ENDS,
    *DAY_RANGES,
    *BARE_RANGES,
    *POINTS,
    *DAY_ENDS,
    A_DAY,
    OPENS,
    WE,
    YOU,
    WORKDAY,
    OTHERS,
    SELDOM,
    RUSH,
    GONE,
    BETWEEN,
    END_WORD,
    WEEKDAYS_ONLY,
    INTO_WEEKEND,
    DAYS_LISTED,
)

TRIGGERS = (
    "dagvagt",
    "daghold",
    "dagarb",
    "dagskift",
    "dagpost",
    "dagrengør",
    "dagteam",
    "dag-",
    "dag/",
    "/dag",
    "dag og",
    "dag,",
    "dagen",
    "dagtid",
    "dagtim",
    "formiddag",
    "eftermiddag",
    "aften",
    " nat",
    "nat ",
    "/nat",
    "natte",
    "nætter",
    "vagt",
    "morgen",
    "weekend",
    "skift",
    "holddrift",
    "holdsdrift",
    "turnus",
    "rulle",
    "bland",
    "veksl",
    "varierer",
    "bytter",
    "roterer",
    "kl",
    "day",
    "evening",
    "night",
    "morning",
    "afternoon",
    "shift",
    "late ",
    "rota",
    "on-call",
    "on call",
    "standby",
    "stand-by",
    " am",
    " pm",
    "0am",
    "0pm",
    ":00",
    ":15",
    ":30",
    ":45",
    ".00",
    ".15",
    ".30",
    ".45",
    "døgn",
    "roster",
    "rådighed",
    "early",
    "tidlig",
    "office hours",
    "kontortid",
    "mandag",
    "man-",
    "man.-",
    "mon-",
    "lørdag",
    "søndag",
    "fredag",
    "torsdag",
    "hverdag",
    "weekdays",
    "helligdag",
    "public holiday",
    "beredskab",
    "tidsrum",
    "dag (",
    "working hours",
    "saturday",
    "sunday",
    "natarb",
    "nathold",
    "natpost",
    "natskift",
    "nattjeneste",
    "nat:",
)


CLOCK_TRIGGERS = tuple(f"{digit}-{d}" for digit in range(10) for d in range(10))
END_TRIGGERS = (
    "fra ",
    "mellem ",
    "from ",
    "between ",
    "altid ",
    "dage ",
    "dagen ",
    "slut",
    "færdig",
    "fyraften",
    "hjem",
    "fri ",
    "stopper",
    "låser",
    "afløst",
    "done",
    "home",
    "finish",
    "ends ",
    "tur",
    "tjeneste",
)


Mention = tuple[int, int, Time]
_TOLD = re.compile(r"[.;:!?(]|,\s(?!(?:at|that|om)\s)|\s(?:men|but|og|and|så|so)\s")  # "love, at du har fri" is one
_NAME = re.compile(r"[^\W\d_][.,]?\s(?!I\b)[A-ZÆØÅ][a-zæøå]+\s$")
_RELATIVE = re.compile(r"\s*(?:som|der|who|which|that)\s")
_CLAUSE = re.compile(r"[;:(]|(?<!-),\s|\smen\s|\sbut\s")


@dataclass(slots=True)
class Read:
    """What has been read so far. ``said`` beats ``implied``; a plain "no" beats a "yes" of another sentence.

    ``usual``: times that some sentence affirms without "now and then".
    """

    yes: dict[Time, str] = field(default_factory=dict)
    usual: set[Time] = field(default_factory=set)
    no: dict[Time, str] = field(default_factory=dict)
    implied_no: dict[Time, str] = field(default_factory=dict)
    starts: list[tuple[float, str]] = field(default_factory=list)
    points: list[tuple[float, str]] = field(default_factory=list)

    def add(self, yes: dict[Time, str], no: dict[Time, str]) -> None:
        """Adds the plain answers of one sentence. The first quote for an answer is kept."""
        self.yes = yes | self.yes
        self.no = no | self.no

    def join(self, other: "Read", rarely: bool) -> None:
        """Adds the answers of another sentence. ``rarely``: it says that they come now and then."""
        self.add(other.yes, other.no)
        self.implied_no = other.implied_no | self.implied_no
        self.starts += other.starts
        self.points += other.points
        if not rarely:
            self.usual |= set(other.yes)

    def add_ends(self, ends: Sequence[tuple[float, str]]) -> None:
        """Adds what the end of a working day tells. One that ends in the morning began in the night."""
        for end, quote in ends:
            if end <= 24 + NIGHT_END:
                for time in _answers_of_end(end):
                    self.yes.setdefault(time, quote)
                    self.usual.add(time)

    def add_points(self) -> None:
        """Adds what a clock time of the reader's work tells about the shift. Early after a night it ends the night."""
        at_night = "night" in self.yes
        for hour, quote in self.points:
            for time in _times_at(hour):
                if not (at_night and time in ("early_morning", "day")):
                    self.yes.setdefault(time, quote)
                    self.usual.add(time)

    def occasional(self) -> tuple[Time, ...]:
        """Times that come only now and then."""
        return tuple(t for t in self.yes if t not in self.usual and t not in self.no)

    def schedule(self) -> tuple[dict[Time, YesNo], dict[Time, str]]:
        """The answers and their quotes."""
        answers: dict[Time, YesNo] = dict.fromkeys(self.implied_no, "no")
        quotes = dict(self.implied_no)
        for found, answer in ((self.yes, "yes"), (self.no, "no")):
            answers |= dict.fromkeys(found, answer)  # type: ignore[arg-type]  # "yes" and "no" are the literals
            quotes |= found
        return answers, quotes


@dataclass(frozen=True, slots=True)
class TimesFact:
    """The schedule, its quotes, and the earliest start and the latest end of a working day."""

    schedule: Schedule
    quotes: dict[Time, str]
    occasional: tuple[Time, ...] = ()
    day_starts: str | None = None
    day_starts_quote: str | None = None
    day_ends: str | None = None
    day_ends_quote: str | None = None


def read_times(sentences: Sequence[Sentence]) -> TimesFact:
    """Reads the times of the whole ad."""
    read = Read()
    for sentence in mentioning(sentences, (*TRIGGERS, *END_TRIGGERS, *CLOCK_TRIGGERS)):
        text = mask(sentence.text, IDIOMS)
        ours = _is_ours(sentence.text)
        inside = Read()
        _read_names(inside, sentence, text, ours)
        if ours:
            _read_clock(inside, sentence, text)
        read.join(inside, rarely=RARELY.search(sentence.text) is not None)
    all_ends = list(_all_ends(sentences))
    read.add_ends(all_ends)
    read.add_points()
    answers, quotes = read.schedule()
    begins = _as_written(min(read.starts, default=None))
    ends = _as_written(max(all_ends, default=None))
    return TimesFact(Schedule(**answers), quotes, read.occasional(), *begins, *ends)


def _all_ends(sentences: Sequence[Sentence]) -> Iterator[tuple[float, str]]:
    """Ends of working days that the ad names."""
    for sentence in mentioning(sentences, (*TRIGGERS, *END_TRIGGERS)):
        yield from _day_ends(sentence, mask(sentence.text, IDIOMS))


def tells_a_day(sentence: Sentence) -> bool:
    """Whether a sentence tells from when to when the reader works on a day."""
    text = mask(sentence.text, IDIOMS)
    if not _is_ours(sentence.text) or any(pattern.search(text) for pattern in (RARELY, SELDOM, GONE)):
        return False
    if not (YOU.search(text) or WORK.search(text) or OPENS.regex.match(text)):
        return False
    shifts = (*_shifts(text), *_plain_shifts(text))
    return any(shift.start is not None and shift.end is not None and _is_a_day(text, shift) for shift in shifts)


def _as_written(clock: tuple[float, str] | None) -> tuple[str, str] | tuple[None, None]:
    """A clock time as written, with its quote."""
    return (_clock(clock[0]), clock[1]) if clock else (None, None)


def _is_ours(text: str) -> bool:
    """Whether times in this sentence are the job's: not opening hours and the like, unless work lies within them."""
    return not NOT_THE_JOB.search(text) or WITHIN.search(text) is not None


def _clock(hour: float) -> str:
    return f"{int(hour) % 24:02d}:{round(hour % 1 * 60):02d}"


# ---- words


def _read_names(read: Read, sentence: Sentence, text: str, ours: bool) -> None:
    """Reads answers from names of times. A "no" counts even in a sentence about opening hours."""
    firm_ones = [(m.start(), m.end(), time) for time, pattern in STRONG for m in pattern.finditer(text)]
    mentions = sorted(
        firm_ones + [(m.start(), m.end(), time) for time, pattern in WEAK for m in pattern.finditer(text)]
    )
    if not mentions and not ROUND_SHIFT.search(text):
        return
    at_work = ours and (sentence.in_title or WORK.search(text) is not None)
    addressed = ours and YOU.search(text) is not None
    yes: dict[Time, str] = {}
    no: dict[Time, str] = {}
    for group in _groups(text, mentions):
        firm = any(mention in firm_ones for mention in group) and not _only_open(text, group)
        answer = _denial(text, group[0][0], group[-1][1])
        if answer == "open":
            continue
        if answer == "denied":
            no |= {time: sentence.quote(start, end) for start, end, time in group}
        elif at_work or firm or (addressed and not any(time == "night" for *_, time in group)):
            yes |= {time: sentence.quote(start, end) for start, end, time in group}
    if ours and ROUND_SHIFT.search(text):
        yes |= dict.fromkeys(("day", "evening", "night"), sentence.quote(0, len(text)))
    read.add(yes, {time: quote for time, quote in no.items() if time not in yes})


def _only_open(text: str, group: Sequence[Mention]) -> bool:
    """Whether the clause of these mentions is about opening hours."""
    start, end = group[0][0], group[-1][1]
    before = _CLAUSE.split(text[:start])[-1]
    after = _CLAUSE.split(text[end:])[0]
    return OPENING.search(before + text[start:end] + after) is not None


def _groups(text: str, mentions: Sequence[Mention]) -> Iterator[list[Mention]]:
    """Mentions joined by commas, "og" and the like."""
    group: list[Mention] = []
    for mention in mentions:
        if group and not (mention[0] <= group[-1][1] or _BETWEEN.fullmatch(text, group[-1][1], mention[0])):
            yield group
            group = []
        group.append(mention)
    if group:
        yield group


def _denial(text: str, start: int, end: int) -> Denial | None:
    """Whether the words around the mentions from ``start`` to ``end`` deny them or leave them open."""
    clause = _CLAUSE.split(text[max(0, start - 45) : start])[-1]
    free = [m.end() for m in FREE_BEFORE.finditer(clause)]
    after = kept(text)[end : end + 40]
    off = OFF.regex.match(after, len(after) - len(after.lstrip())) or ANSWER.regex.match(after)
    is_free = bool(free) and not clause[free[-1] :].strip()
    after_telling = _TOLD.split(kept(text)[:start])[-1]
    if is_free:
        return "open" if NOT.search(after_telling) else "denied"
    if off and FREE.search(off.group()) and NOT_SURE.search(after_telling):
        return "open"
    answer = ruled_out(
        text[:end], start, end
    )  # words after it are left to OFF: "natten er ikke stille" denies no night
    if answer in ("denied", "open"):
        return answer
    return "denied" if off else None


# ---- clock times


@dataclass(frozen=True, slots=True)
class Shift:
    """Stated clock times: start, end, or both, in hours; an end past midnight is above 24."""

    start: float | None
    end: float | None
    place: tuple[int, int]


def _hour(hour: str, minutes: str | None, meridiem: str | None) -> float:
    value = int(hour) + (int(minutes.strip(".:")) / 60 if minutes else 0)
    if meridiem and "p" in meridiem and value < 12:
        return value + 12
    return value - 12 if meridiem and "a" in meridiem and value >= 12 else value


def _shifts(text: str) -> Iterator[Shift]:
    """Clock times of a sentence, ranges before single times."""
    chained = WEEKDAYS_ONLY.search(text) or any(pattern.search(text) for pattern in RANGES)
    for pattern in (*RANGES, *NEXT_RANGES) if chained else RANGES:
        yield from filter(None, (_range(text, match) for match in pattern.finditer(text)))
        text = mask(text, (pattern,))
    for pattern in STARTS:
        for match in pattern.finditer(text):
            groups = match.groupdict()
            yield Shift(_hour(groups["h1"], groups["m1"], groups["p1"] or groups.get("p2")), None, match.span())
        text = mask(text, (pattern,))
    for pattern in ENDS:
        for match in pattern.finditer(text):
            yield Shift(None, _hour(match["h1"], match["m1"], match["p1"]), match.span())


def _range(text: str, match: re.Match[str]) -> Shift | None:
    """A shift from one clock time to another. "finished between 2 and 4 pm" is an end."""
    groups = match.groupdict()
    shared = groups["p2"] if int(groups["h1"]) < int(groups["h2"]) else None  # "2 and 4 pm"
    start = _hour(groups["h1"], groups["m1"], groups["p1"] or shared)
    end = _hour(groups["h2"], groups["m2"], groups["p2"])
    if start == end or start >= 24:
        return None
    if end < start <= 12 and start >= EARLY - 1 and not groups["p1"] and not groups["p2"]:
        end += 12  # "9-5"
    before = text[max(0, match.start() - 20) : match.start()].rstrip()
    if any(m.end() == len(before) for m in END_WORD.finditer(before)):
        return Shift(None, end, match.span())
    return Shift(start, end if end > start else end + 24, match.span())


def _read_clock(read: Read, sentence: Sentence, text: str) -> None:
    """Reads answers from the clock times of one sentence about the job."""
    shifts = list(_shifts(text))
    _read_weekdays(read, sentence, text, bool(shifts))
    frame = FRAME_WORD.search(text) is not None
    for shift in (*shifts, *_plain_shifts(text)):
        quote = sentence.quote(*shift.place)
        for time, answer in _answers(shift, frame).items():
            (read.yes if answer == "yes" else read.implied_no).setdefault(time, quote)
        if shift.start is not None:
            read.starts.append((shift.start, quote))
    for match in (match for pattern in POINTS for match in pattern.finditer(text)):
        if _is_yours_at(text, match.span()):
            read.points.append((_hour(match["h1"], match["m1"], match["p1"]), sentence.quote(*match.span())))


def _plain_shifts(text: str) -> Iterator[Shift]:
    """Ranges of clock times without "kl.": "fra 8 til 13", "dagvagt 7-15"."""
    patterns = BARE_RANGES if WORK.search(text) or A_DAY.search(text) or YOU.search(text) else ()
    bare = filter(None, (_range(text, match) for pattern in patterns for match in pattern.finditer(text)))
    for shift in (*_day_ranges(text), *bare):
        if shift.start is not None and shift.end is not None and _is_a_day(text, shift):
            yield shift


def _is_yours_at(text: str, place: tuple[int, int]) -> bool:
    """Whether the reader of the ad does something at a clock time."""
    clause = _clause(text, place)
    return (YOU.search(clause) or WE.search(clause)) is not None and not any(
        pattern.search(clause) for pattern in (RUSH, GONE, NOT_THE_JOB)
    )


def _times_at(hour: float) -> Iterator[Time]:
    """Times of day to which work at a clock time belongs."""
    if NIGHT_END <= hour < EARLY:
        yield "early_morning"
    if EARLY <= hour < AFTERNOON:
        yield "day"
    if EVENING < hour < NIGHT:
        yield "evening"
    if hour < NIGHT_END or hour >= NIGHT:
        yield "night"


def _day_ends(sentence: Sentence, text: str) -> Iterator[tuple[float, str]]:
    """Clock times at which a working day ends, past midnight above 24. Excludes others' days, frames and rare days."""
    if any(pattern.search(text) for pattern in (RARELY, SELDOM, GONE)):
        return
    for shift in (*_shifts(text), *_day_ranges(text)):
        if shift.start is not None and shift.end is not None and _is_a_day(text, shift):
            yield shift.end, sentence.quote(*shift.place)
    for match in (match for pattern in DAY_ENDS for match in pattern.finditer(sentence.text)):
        clause = _clause(sentence.text, match.span())
        subject = sentence.text[: match.end()]
        if _is_yours(text, clause) and (YOU.search(subject) or WORKDAY.search(clause)) and not _named(sentence, match):
            end = _hour(match["h1"], match["m1"], match["p1"])
            yield end + 24 if end <= NIGHT_END else end, sentence.quote(*match.span())


def _named(sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether a name stands before a word for leaving: "og Sanne går hjem kl. 15"."""
    return _NAME.search(sentence.original[: match.start()]) is not None


def _day_ranges(text: str) -> Iterator[Shift]:
    """Ranges of clock times in words about a working day."""
    return filter(None, (_range(text, match) for pattern in DAY_RANGES for match in pattern.finditer(text)))


def _is_a_day(text: str, shift: Shift) -> bool:
    """Whether a range is a working day of the reader: not somebody else's, no frame and no peak time."""
    clause = _clause(text, shift.place)
    framed = FRAME_WORD.search(text) or BETWEEN.search(text[slice(*shift.place)])
    wide = framed and (shift.end or 0.0) - (shift.start or 0.0) >= FRAME
    if OPENING.search(clause) and not WITHIN.search(clause):
        return False
    return not wide and not RUSH.search(clause) and _is_yours(text, clause)


def _is_yours(text: str, clause: str) -> bool:
    """Whether a clause is about the reader's time: it names the reader, or nobody else."""
    if YOU.search(clause):
        return _is_ours(text) or _is_ours(clause)
    return _is_ours(text) and not OTHERS.search(clause)


def _clause(text: str, place: tuple[int, int]) -> str:
    """The clause around a place of a folded sentence, with the one before it if "som" or "der" starts it."""
    *earlier, before = _CLAUSE.split(text[: place[0]])
    after = _CLAUSE.split(text[place[1] :])[0]
    if earlier and _RELATIVE.match(before):
        before = f"{earlier[-1]}, {before}"
    return before + text[place[0] : place[1]] + after


def _read_weekdays(read: Read, sentence: Sentence, text: str, clocked: bool) -> None:
    """ "tirsdag til lørdag" is weekend work; "mandag til fredag" leaves the weekend out."""
    into = INTO_WEEKEND.search(text)
    if not into and (clocked or WORK.search(text)):
        into = DAYS_LISTED.search(text)
    if into and not _denial(text, *into.span()):
        read.yes.setdefault("weekend", sentence.quote(*into.span()))
    weekdays = WEEKDAYS_ONLY.search(text)
    if weekdays and not into and (clocked or weekdays.group().startswith(("man", "mon"))):
        read.implied_no.setdefault("weekend", sentence.quote(*weekdays.span()))


def _answers(shift: Shift, frame: bool) -> dict[Time, YesNo]:
    """The answers of one shift: its times, and for a whole range also the times it leaves out."""
    if shift.start is None:
        return _answers_of_end(shift.end or 0.0)
    if shift.end is None:
        return _answers_of_start(shift.start)
    start, end = shift.start, shift.end
    by_day = min(end, DAY_END) - max(start, EARLY)
    day = by_day >= (DAY_WORK if start >= EARLY else AFTER_EARLY) and by_day > SMALL_PART * (end - start)
    early = FIRST_EARLY <= start < EARLY and not (frame and end - start >= FRAME)
    evening = end > EVENING and start < LATE_NIGHT
    night = start < NIGHT_END or end > NIGHT
    answers: dict[Time, YesNo] = {"night": "yes" if night else "no"}
    if evening or start < LATE_NIGHT:
        answers["evening"] = "yes" if evening else "no"
    if day:
        answers["day"] = "yes"
    if early:
        answers["early_morning"] = "yes"
    elif start >= EARLY and end <= 24:
        answers["early_morning"] = "no"
    return answers


def _answers_of_start(start: float) -> dict[Time, YesNo]:
    answers: dict[Time, YesNo] = {"early_morning": "yes" if start < EARLY else "no"}
    if 6 <= start <= 14:
        answers["day"] = "yes"
    if start < NIGHT_END or start >= NIGHT:
        answers["night"] = "yes"
    if EVENING <= start < NIGHT:
        answers["evening"] = "yes"
    return answers


def _answers_of_end(end: float) -> dict[Time, YesNo]:
    if NOON <= end <= EVENING:
        return {"day": "yes"}
    if EVENING < end <= NIGHT:
        return {"evening": "yes"}
    if end < NIGHT_END or end > NIGHT:
        return {"evening": "yes", "night": "yes"}
    return {}
