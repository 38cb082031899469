"""Phrases of ads with several posts: how each post begins, what it is called, and that there is a choice."""

import re

from matcher.reader.patterns import Grammar

_phrase = Grammar(
    {
        "post": (
            "stilling(?:en)?",
            "job(?:bet)?",
            "position",
            "post",
            "role",
            "vakance",
            "opening",
            "vacancy",
            "plads",
            "rute",
            "blok",
            "ordning",
            "hold",
            "shift",
            "team",
            "område",
            "spor",
            "vagt",
        ),
        "posts": (
            "stillinger",
            "jobs?",
            "positions",
            "posts",
            "roles",
            "vakancer",
            "openings",
            "vacancies",
            "pladser",
            "kolleger",
            "medarbejdere",
            "voksne",
            "colleagues",
            "people",
            "personer",
        ),
        "many": (
            "to",
            "tre",
            "fire",
            "flere",
            "two",
            "three",
            "four",
            "several",
            "2",
            "3",
            "4",
            "følgende",
            "following",
            "ledige",
            "vacant",
            "open",
            "forskellige",
            "different",
            "disse",
            "these",
        ),
        "seek": (
            "søger",
            "søges",
            "mangler",
            "ansætter",
            "leder efter",
            "har brug for",
            "hiring",
            "hire",
            "looking for",
            "seeks?",
            "seeking",
            "needs?",
            "recruiting",
            "ledige?",
            "opslår",
            "<many> (?:<posts>)",
            "har (?:et|en) (?:job|stilling)",
        ),
        "team": (
            "hold",
            "vagt",
            "post",
            "rute",
            "tur",
            "runde",
            "skift",
            "linje",
            "team",
            "shift",
            "round",
            "hjælper",
            "stilling",
            "plads",
            "medarbejder",
            "ekspedient",
            "blok",
            "tid",
        ),
        "teams": (
            "hold",
            "vagter",
            "poster",
            "ruter",
            "ture",
            "runder",
            "skift",
            "teams",
            "shifts",
            "rounds",
            "hjælpere",
            "stillinger",
            "pladser",
            "vagtblokke",
            "byer",
            "towns",
            "aftenruter",
            "ansættelser",
        ),
        "every": ("fælles", "krav", "gælder", "common"),
        "formwords": (
            r"ordinær\w*",
            r"almindelig\w* (?:\w+ )?(?:vilkår|job|stilling\w*|ansat|ansættelse)",
            r"fleks(?:job\w*)?",
            r"flex[\s-]?job",
            r"løntilskud\w*",
            r"frivillig\w*",
            "lønnede?",
            r"\w*praktik\w*",
            r"\w*elev\w*",
            r"lærling\w*",
            r"freelance\w*",
            "voluntary",
            "volunteer",
            "paid",
            "unpaid",
            "studiejob",
            "vikariat",
            "fast",
            r"tilkald\w*",
            r"afløser\w*",
            r"on[\s-]call",
            "permanent",
            "temporary",
        ),
        "choosing": (
            r"vælg\w*",
            "valg(?:et)?",
            "valgfrit",
            "enten",
            "choose",
            "choice",
            "pick",
            "either",
            "du kan få",
            "stillingstyper",
            "bestemmer (?:du )?selv",
            "can be (?:filled|held)",
            "kan (?:besættes|fås) som",
            "tilmelde? dig",
            "melde dig",
        ),
        "thing": (r"\w*(?:<team>|<post>|by|vagt|afdeling|sted|hus|område)\w*", "af (?:de|dem)"),
        "kinds": ("slags", "måder", "former", "typer", "ways", "kinds"),
        "asking": (
            r"mrk\.",
            r"skriv (?:nummer\w*|bogstav\w*|\d eller \d)",
            "det ene eller det andet",
            "den ene eller den anden",
            "(?:for|fælles for) (?:begge|alle (?:to|tre|fire))",
            "which (?:of|one|post|job|role|shift|town|house|position)",
        ),
        "part_of_day": (
            "dag",
            "aften",
            "nat(?:te)?",
            "morgen",
            "formiddags?",
            "eftermiddags?",
            "weekend",
            "hverdags",
            "frokost",
            "sen",
            "day",
            "evening",
            "night",
            "morning",
            "early",
            "late",
        ),
        "near": r"(?:[\w-]+ ){0,2}?",
        "unit": (
            "dag",
            "dage",
            "timer?",
            "uger?",
            "gange",
            "år",
            "md",
            "måneder",
            "days?",
            "hours?",
            "weeks?",
            "times",
            "years?",
            "months?",
            "eller",
            "or",
            "til",
            "to",
        ),
        "a": ("en", "et", "én", "ét", "a", "an", "one", "1"),
        "part": (
            "arbejdstid",
            "ugentlig",
            "timer",
            "timetal",
            "løn",
            "ansæt",
            "omfang",
            "start",
            "periode",
            "\\buge[rn]?\\b",
            "frist",
            "hours",
            "pay",
            "salary",
            "contract",
            "week\\b",
            "i alt",
            "ferie",
            "sommer",
            "vinter",
            "sæson",
            "summer",
            "winter",
            "season",
            "juni",
            "juli",
            "june",
            "july",
            "august",
            "januar",
            "\\b(?:<weekday>)\\b",
            "\\bvagt(?:er)?$",
            "pause",
        ),
        "nobody": (
            "du",
            "vi",
            "dig",
            "dine?",
            "dit",
            "der",
            "det",
            "hvis",
            "når",
            "som",
            "vores",
            "lignende",
            "andre",
            "you",
            "we",
            "your",
            "our",
            "if",
            "læs",
            "derefter",
            "herefter",
            "senere",
            "oplæring",
            "then",
            "see",
            "similar",
            "other",
            "de",
            "fra",
            "til",
            "med",
            "for",
            "ved",
            "på",
            "i",
            "om",
            "from",
            "to",
            "with",
            "for",
            "at",
            "in",
            "on",
            "this",
            "these",
            "minimum",
            "mindst",
            "højst",
        ),
        "verb": (
            "er",
            "har",
            "får",
            "bliver",
            "blev",
            "var",
            "kan",
            "skal",
            "drives",
            "is",
            "are",
            "was",
            "has",
            "have",
            "will",
            "can",
            "works?",
            "arbejder",
        ),
        "acts": (
            "er",
            "is",
            "har",
            "får",
            "kører",
            "møder",
            "arbejder",
            "ligger",
            "går",
            "begynder",
            "starter",
            "dækker",
            "tager",
            "has",
            "gets",
            "works?",
            "starts?",
            "covers?",
            "runs?",
        ),
        "hour": ("timer?s?", "t", "hours?", "hrs?"),
        # Endings of common job names, chosen by hand; any word may stand before them ("natportør").
        "job": r"\w{0,20}(?:assistent|medarbejder|hjælper|hjælp|chauffør|portør|portier|receptionist|vært|værtinde|kok"
        r"|tjener|opvasker|pakker|bager|slagter|bartender|tekniker|montør|operatør|pædagog|lærer|vikar|jomfru"
        r"|sælger|ekspedient|mekaniker|gartner|smed|tømrer|maler|elektriker|konditor|plejerske|terapeut|afløser"
        r"|nattevagt|fører|betjent|handyman|bud|vagtmand|(?<=\w)arbejder|konsulent|leder|sekretær|bogholder|instruktør"
        r"|rengører|barista|stuepige|træner|kørers?|pedel|vaskeri|opfylder|kasserer|assistant|porter"
        r"|waiter|waitress|cook|chef|cleaner|driver|washer|packer|baker|host|helper|worker|operator|technician|clerk|attendant|nurse|teacher"
        r"|housekeeper|janitor|picker|gardener|manager|seller|guard)(?:k?en?|er|r|n|s|ne|erne)?",
    }
).pattern

# "Stilling 1: Opvasker", "Job B - natportør": a line that says which post it is about.
LABEL = _phrase(
    "label of a post",
    r"(?:(?:<post>)_(?:nr\.?|no\.?)?|nr\.|nummer)_(?P<which>[1-5b-e](?!_<unit>)"
    r"|(?:a|i{1,3})(?=_[:.,()-]|$| (?:<acts>) ))",
    yes="Stilling 2: natportør",
    no="stilling 2 dage om ugen",
)
ORDINAL = _phrase(
    "ordinal of a post",
    r"(?P<which>de[nt] ene|de[nt] and(?:en|et)|første|anden|tredje|the \w+"
    r"|(?:den|det) (?:første|anden))\.?_(?:<post>|af dem|of them)_(?::|er|som|is|ligger|får|har)",
    yes="Første stilling: kok",
    no="den første stilling",
)
ONE_AND_OTHER = _phrase(
    "the one and the other",
    r"(?P<which>den ene|den anden|det ene|det andet|the other)"
    r" (?:er (?:en?|et|som)|får|is (?:an?|for|as))",
    yes="Den ene er en kok",
    no="den ene vej",
)
AS = _phrase(
    "as a post",
    r"(?:som|as an?) (?P<which><near><job>) (?:arbejder|får|har|møder|skal|bliver|er|vil|you)",
    yes="Som kok arbejder du",
    no="som du ved",
)
NAMED = _phrase(
    "post by name",
    r"(?:<post>|jobtitel|titel)_:_(?P<which>[^\W\d][^.:,]{2,40})$",
    yes="Stilling: Natportør",
    no="stilling 1",
)
ANNOUNCED = _phrase(
    "several posts",
    r"(?:<seek>|har|har vi|have|tilbyder|offer)_<gap>(?:<many>)"
    r"(?: [\w-]+){0,2}? (?:<posts>)|(?:ledige|følgende|vacant|open) (?:<posts>)",
    yes="Vi søger to nye kolleger",
    no="vi søger to kokke",
)
AMOUNT = _phrase(
    "hours of a post",
    r"(?P<hours><number>)_(?:ugentlige )?(?:<hour>)"
    r"(?! (?:i døgnet|dagligt|om dagen|a day|per day))"
    r"|(?P<time>(?:fuld|del|halv|full|part)[\s-]?(?:tid|time))(?:s?stilling)?",
    yes="ca. 12 timer",
    no="kl. 12",
)
LINE = _phrase(
    "line of a post",
    r"\*?(?:[1-9a-e][.):]_|[1-9] )?(?:<a> )?(?P<label>[^\W\d][\w/&'\s-]{1,45}?)\*?"
    r"(?=_[:,(/](?! (?:der|som|hvor|og|who) )|_- | -| kl\b|_\d)",
    yes="Natportør – 37 timer",
    no="37 timer",
)
HEADING = _phrase(
    "heading of a post",
    r"#{0,4}_\*{0,2}(?:the |<a> )?(?P<label><near><job>)"
    r"(?: (?:(?:til|i|på|for|in|at) [^.:;,(]{1,40}|\([^)]{1,30}\)))?_:?\*{0,2}$",
    yes="Natportør",
    no="kokken arbejder",
)
CAPTION = _phrase(
    "caption of a post",
    r"(?:<a> |the )?(?:[\w-]+ ){0,2}?(?:(?:<part_of_day>)[\s-]?(?:<team>)\w{0,3}"
    r"|<formwords>|<job>)(?: (?:i|på|til|om) [\w-]+){0,2}",
    yes="FAST AFTENHOLD",
    no="opgaver",
)
ACTING = _phrase(
    "a job that does something",
    r"(?:the )?(?P<label><near><job>) (?:arbejder|får|har|møder|skal|er|works"
    r"|has|is|will|starts)",
    yes="Kokken arbejder",
    no="kok",
)
JOB = _phrase("name of a job", r"<job>", yes="natportør", no="opgaver")
# Words that may start a line and name no post: a person, a time, and headings of an ad's parts.
NO_POST = _phrase("no post", r"(?:<nobody>)\b.*|.*\b(?:<verb>)\b.*|.*<part>.*", yes="Arbejdstid", no="natportør")
NO_NAME = _phrase("a word that names nothing", r"<nobody>", yes="fra", no="natportør")
TERMS = _phrase(
    "terms beside the hours",
    r"kl|\w{0,10}(?:dage?|aften(?:er)?|nat|nætter|vagter)|evenings?|nights?"
    r"|mornings?|days?|weekends?",
    yes="faste aftener",
    no="37 timer",
)
DEADLINE = _phrase(
    "deadline of a post",
    r"\w{0,10}frist(?:en)?|deadline|senest|apply by|closing date",
    yes="Ansøgningsfrist",
    no="frisk",
)

# ---- lists of posts

CLOCK = _phrase(
    "clock times",
    r"(?:kl\.?_)?(?:[01]?\d|2[0-4])(?:[.:][0-5]\d)?_(?:-|til|to)_(?:[01]?\d|2[0-4])"
    r"(?:[.:][0-5]\d)?(?!_(?:<unit>|kr|%|uge))|kl\.?_\d{1,2}",
    yes="17-22",
    no="8-16 timer",
)
DAYS = _phrase(
    "days of a post",
    r"<weekday>|(?:<weekday>)(?:e|ene)|hverdage?|weekend\w*|weekdays?|man-fre|man-tors",
    yes="tirsdage",
    no="dage",
)
PART_OF_DAY = _phrase(
    "shift of a post",
    r"(?:<part_of_day>)[\s-]?(?:<team>)?(?:et|en|erne|er|e|s|ne|r|rne|n)?"
    r"|aftener|nætter|(?:<weekday>)-?(?:<team>)(?:et|en|erne|er|e)?",
    yes="aftenholdet",
    no="dagens",
)
FORM = _phrase("form of employment", r"<formwords>", yes="som fleksjob", no="fleksibel")
CHOOSE = _phrase(
    "a choice",
    r"<choosing>|på (?:<many>) måder|(?:<many>) <kinds>"
    r"|(?:stillingen|jobbet|pladsen|det|position|job) kan (?:være|besættes|fås|søges)",
    yes="vælg mellem",
    no="udvalgt",
)
SEVERAL = _phrase(
    "several of them",
    r"(?:<many>|<number>) (?:[\w-]+ ){0,2}?(?:<posts>|\w*(?:<teams>))"
    r"|(?:<a>|én) (?:<team>) (?:hvert sted|i hver)",
    yes="to ledige hold",
    no="to hunde",
)
WHICH = _phrase(
    "which of them",
    r"hvilke[nt]? <thing>|(?:begge|both|either|the two) (?:af )?(?:de |of )?"
    r"(?:<posts>|\w*(?:<teams>)|ansættelser|dele|to|jobs?|roles?)|<asking>",
    yes="skriv hvilket hold",
    no="skriv snart",
)
OR = re.compile(r"\b(?:eller|or)\b|/|\bvælg\b|\bchoose\b")
SHARED = _phrase(
    "all of them",
    r"(?:<every>) ?(?:for )?(?:begge|alle|både|both|all)\b.*|begge .*|both .*|fælles.*"
    r"|common .*|(?:krav|for|i|til|from) (?:begge|alle|both|all) .*|uanset .*",
    yes="Fælles for begge",
    no="stedet",
)
NAME = _phrase(
    "name before its facts",
    r"(?:<a> |the )?(?P<label>\w[^:,.(–·\n]{0,60}?)(?=_[:,.(·/]|_-_| - "
    r"| (?:kl|er|får|har|kommer|ligger|går|is|has)\b|  | \d|$)",
    yes="aftenhold: 20 timer",
    no=":",
)
LINE_NAME = _phrase(
    "name of a line",
    r"(?:<a> |the )?(?P<label>\w[^:,.(–·\n]{2,60}?)(?=_[:,(·]|_-_| - | kl\b|  | \d"
    r"|$)",
    yes="aftenhold: 20 timer",
    no=":",
)
TEAM = _phrase(
    "a shift or a round by name",
    r"(?P<stem>[^\W\d]{2,20}?)-?(?P<team><team>)(?:t?en|t?et|n|erne|er|e|r)?",
    yes="Aftenholdet",
    no="Holdet",
)
EVERYDAY = _phrase(
    "not a post's name",
    r"(?:<weekday>|sommer|vinter|jul\w*|pause|ferie|løn|frist|start"
    r"|åbning\w*)(?:e|en)?|kl|tlf|mail|\d.*|(?:permanent|fast|temporary|midlertidig"
    r"|fixed)\b.*",
    yes="mandag",
    no="aftenhold",
)

# ---- two jobs in one sentence

TWO_JOBS = _phrase(
    "two jobs",
    r"(?:<seek>)\b[^.;!?]{0,40}?\b(?P<a><a> )?<near>(?P<one><job>)(?!\w)"
    r"(?P<between>[^;!?]{0,90}?)\b(?P<and>og|samt|plus|and|eller|or) (?P<b><a> )?<near>(?P<other><job>)",
    yes="Vi søger både en kok og en opvasker",
    no="søger to kokke",
)
TWO_HOURS = _phrase(
    "two with hours",
    r"(?:<seek>|hjælp)\b[^;!?]{0,60}?\b<a> (?P<one>[\w-]{3,30})[^;!?]{0,40}?"
    r"<number>_<hour>\b"
    r"(?P<between>[^;!?]{0,60}?)\b(?:og|samt|and) (?:til \w+ )?<a> (?P<other>[\w-]{3,30})"
    r"[^;!?]{0,40}?<number>_<hour>",
    yes="søger en dreng på 8 timer og en mand på 37 timer",
    no="en kok på 37 timer",
)
SPELL = _phrase(
    "stretch of time",
    r"\w*(?:dage?|aften|nat|weekend|time|uge|måned|gang|pause|vagtplan|day|evening"
    r"|night|week|month|shift|break)|vagt|anden|ekstra|extra",
    yes="weekend",
    no="kok",
)
OF_A_POST = _phrase(
    "a job that belongs to another",
    r"der|som|who|that|sammen|together|med|with|til (?:at|et)|under"
    r"|hos|to|gerne|helst",
    yes="sammen med",
    no="og",
)

PATTERNS = (
    LABEL,
    ORDINAL,
    ONE_AND_OTHER,
    AS,
    NAMED,
    ANNOUNCED,
    AMOUNT,
    LINE,
    HEADING,
    CAPTION,
    ACTING,
    JOB,
    NO_POST,
    NO_NAME,
    TERMS,
    DEADLINE,
    CLOCK,
    DAYS,
    PART_OF_DAY,
    FORM,
    CHOOSE,
    SEVERAL,
    WHICH,
    SHARED,
    NAME,
    LINE_NAME,
    TEAM,
    EVERYDAY,
    TWO_JOBS,
    TWO_HOURS,
    SPELL,
    OF_A_POST,
)
