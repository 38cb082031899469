"""Limits mentioned in passing: "femten timer, ikke mere", "før ni kan jeg ikke", "weekender er udelukket".

A limit has a form, so it is read by rules: patterns over folded text, each with an example and a look-alike. Only
binding words are read: "gerne om formiddagen" and "helst ikke weekender" are preferences. Every limit carries its
quote, an exact piece of the text.

The things that can be limited (times of day, days, demands, modes of travel, kinds of employment) are tables of codes
and words. A rule is a frame around such a word that makes it binding.
"""

import dataclasses
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from matcher.reader.patterns import NUMBER_WORDS, Grammar, Pattern, number
from matcher.reader.patterns import WEEKDAYS as DAY_NAMES
from matcher.reader.sentences import fold
from matcher.schema import TIMES, WEEKDAYS, Record


class Said(Record):
    """A limit in a statement: the field of ``Constraints``, its value as in a file, and the exact words."""

    field: str
    value: Any
    quote: str


TIMES_SAID = {
    "night": r"nat(?:ten|arbejde|hold|kørsel)?|nætter(?:ne)?|natte\w*|nights?|night-?shifts?|night shifts?|night work",
    "evening": r"aften(?:er|en|erne|arbejde|vagt|vagter|hold)?|evenings?|evening shifts?|late shifts?",
    "weekend": r"weekend(?:en|er|erne|s|arbejde|vagt|vagter)?|lørdage?(?: og | eller |_-_|/)søndage?"
    r"|saturdays?(?: and | or )sundays?",
    "early_morning": r"morgener(?:ne)?|tidlige? morgen\w*|morgenhold|morgenvagter|tidlige vagter|early mornings?"
    r"|early shifts?",
    "rotating_shifts": r"skiftehold(?:et|ene)?|holdskift|treholdsskift|skiftende (?:vagter|tider|arbejdstider)"
    r"|skæve tider|vagter på skæve tider|roterende(?: vagter)?|shift work|rotating shifts?",
    "on_call_duty": r"vagttelefon(?:en)?|bagvagt(?:en|telefon|telefonen)?|tilkald(?:evagt|evagter)?|rådighedsvagt\w*"
    r"|on-call|on call|udkald",
    "day": r"dagvagt(?:er)?|daghold|dagarbejde|day shifts?",
}
DEMANDS_SAID = {
    "heavy_lifting": r"tunge løft|løft\b|løfter?|tunge kasser|slæb\b|løfte tung\w*|tunge ting|tungt|slæbe\w*|løft"
    r" over \w+ kilo|bære tung\w*"
    r"|heavy lifting|lift heavy|heavy things",
    "heights": r"højder(?:ne)?|stige(?:r|n|rne)?|stilladser|stillads(?:et)?|stiger og tage|på (?:et )?tag(?:e|et)?"
    r"|højt oppe|heights|ladders?|roofs?"
    r"|scaffold\w*",
    "phone": r"opkald|telefon(?:en|er|erne|pasning|opkald)?|ringe til \w+|headset|phones?|phone calls|call cent\w+",
    "customer_contact": r"kunder(?:ne)?|kundekontakt|customers",
    "children": r"børn(?:ene)?|vuggestue\w*|kids|children",
    "cold": r"kulden?|frost|fryse(?:rum|lager)\w*|frostlager|cold",
    "noise": r"larm(?:en)?|støj(?:en)?|noise",
    "screen_work": r"skærm(?:en|e|arbejde)?|kontor(?:et|arbejde)?|computer(?:en|e)?|office|screens?",
    "standing_walking": r"stå(?: op)? hele dagen|stå op|gå hele dagen|standing(?: up)? all day|stand all day",
    "conflict_risk": r"konflikter|skældud|people screaming at me|conflicts",
    "works_alone": r"(?:arbejde|være|sidde|stå|gå) alene",
    "high_pace": r"højt tempo|travlhed|stress",
    "outdoors": r"udendørs\w*|outdoors",
    "animals": r"dyr(?:ene)?|hunde|animals",
    "elderly_care": r"personlig pleje|bleer",
}
MODES_SAID = {
    "walk": r"benene|mine ben|gåben|til fods|gå|går|gåafstand|walk(?:ing)?",
    "bike": r"cykel(?:afstand)?|cykl(?:e|er|en)|bike|bicycle|cycle",
    "public": r"bus(?:sen|ser)?|tog(?:et)?|letbane(?:n)?|metro(?:en)?|station(?:en)?|skinne|offentlig\w*"
    r"|train|public transport",
    "car": r"bil(?:en)?|car",
}
EMPLOYMENT_SAID = {
    "internship": r"praktik(?:ken|plads|ant)?|internship",
    "voluntary": r"frivilligt?|frivilligt arbejde|voluntary|volunteer(?:ing)?",
    "fleksjob": r"fleksjob|flexjob",
    "student": r"studiejob|student job",
    "apprenticeship": r"læreplads|elevplads|lærlingeplads|lærling|elev|(?:real )?apprenticeship",
    "ordinary": r"almindelig løn|(?:rigtigt|almindeligt) (?:arbejde|job)(?: med (?:en )?(?:løn|lønseddel))?",
}


def _any(table: dict[str, str]) -> str:
    return "|".join(table.values())


def _list(words: str) -> str:
    """One to four of the words, joined as in speech."""
    joint = r"(?:_,_(?:og |and )?|_/_|_-_| og | eller | and | or | men heller ikke )"
    return rf"(?:<{words}>)(?:{joint}(?:ikke |kun |om |på |tage |tager |cykle |with )?(?:<{words}>)){{0,3}}"


HOUR_WORDS = "|".join(
    sorted((word for word, n in NUMBER_WORDS.items() if 2 <= n <= 24 or word in ("ét", "one")), key=len, reverse=True)
)

_phrase = Grammar(
    {
        "time": _any(TIMES_SAID),
        "times": _list("time"),
        "demand": _any(DEMANDS_SAID),
        "demands": _list("demand"),
        "mode": _any(MODES_SAID),
        "modes": _list("mode"),
        "kind": _any(EMPLOYMENT_SAID),
        "kinds": _list("kind"),
        "day": rf"(?:{'|'.join(DAY_NAMES)})(?:en|e|ene|s)?(?!"
        rf"\s+(?:aften|morgen|formiddag|eftermiddag|nat|evening|night))",
        "days": rf"(?:<day>)(?: til | to |_-_)(?:<day>)|{_list('day')}",
        "clock": rf"(?:klokken |kl\.?_|at )?(?:(?:halv |kvart over |kvart i |half past )?(?:{HOUR_WORDS}"
        rf"|\d{{1,2}})(?!(?!am|pm)\w)"
        r"(?:[.:]\d\d)?)(?!\d|[.,:]\d)_(?:a\.?m\.?|p\.?m\.?|o'clock)?",
        "unit": r"minut(?:ter)?|min\.?|timer?|minutes?|hours?|kilo|kg|kr\.?|kroner|år|years|uger|weeks|dage|days|gange"
        r"|måneder|mand|personer|børn|ad gangen",
        "hours": r"timer|hours?|hrs",
        "of_week": r"(?: om ugen| i ugen| ugentligt| i alt| a week| per week| weekly)?",
        "other_hours": r"(?! (?:om dagen|i døgnet|ad gangen|i træk|a day|om måneden|foran|hver vej|væk"
        r"|i bus|i bil|i tog"
        r"|med|på vejen))",
        "most": r"højst|højest|maks\.?|max\.?|maximum|maksimalt|max være|højst være|ikke (?:være )?(?:mere|flere|over)"
        r"(?: end)?|ik mere end|no more than|not more than|at most|up to|op til|ikke over|kun|only|loftet er",
        "enough": r"_[,.:;]?_(?:og )?(?:ikke (?:mere|flere|et minut|en time|et sekund|over)|ikke en (?:time|dag) mere"
        r"|mere (?:går|kan|er|bliver|får|skal)|flere (?:går|kan|er|bliver|får)|er (?:loftet|max|maks|grænsen"
        r"|rigeligt|nok|mit loft|mit max|min grænse|smertegrænsen)|så er det (?:slut|nok)|maks|max|højst|tops"
        r"|no more|is (?:my limit|the limit|plenty|enough|max)|og så er det (?:slut|nok)"
        r"|hverken mere eller|eller slet ikke|og så siger jeg|, det er det der er plads)",
        "minutes": r"(?:en |et |an? )?(?:halv(?:anden)? time|time(?: og et kvarter)?|kvarter"
        r"|half an hour|half hour|hour)"
        r"|(?:tre kvarter|tre kvart|trekvart time)|<number>_(?:minutter|min\.?|minutes)",
        "way": r"(?:_,?_(?:hver vej|på cykel|på cyklen|i bus|i bussen|med bus|med bussen|med toget|i toget"
        r"|i bilen|i bil"
        r"|med letbanen|til fods|hjemmefra|væk|each way|by bus|by bike|by train|with bike|on (?:my |the )?bike"
        r"|door to door|med den)){0,3}",
        "no": r"ikke|ik|aldrig|ingen|intet|not|no|never|nul|uden|undtagen|slut med|færdig med|nej til|nej tak til",
        "cannot": r"kan|må|vil|skal|can|will|must",
        "near": r"(?:[\w'-]+ ){0,3}?",
        "soft": r"(?<!helst\s)(?<!helst\sogså\s)(?<!gerne\s)(?<!rather\s)(?<!prefer\s)",
    }
).pattern


@dataclass(frozen=True, slots=True)
class Rule:
    """A frame that makes its content a limit. read: the value of a match, None if it is no limit after all.

    wide: the frame allows some words between the thing and the binding words. It does not apply to clauses that express
    a preference, a past or a double negative (``LOOSE``).
    """

    field: str
    pattern: Pattern
    read: Callable[[re.Match[str]], Any]
    wide: bool = False


_CLOCK = re.compile(rf"(halv |kvart over |kvart i |half past )?(?:(\d{{1,2}})(?:[.:](\d\d))?|\b({HOUR_WORDS})\b)")


def _clock(words: str, afternoon_until: int) -> str | None:
    """A clock time as "HH:MM". An hour up to ``afternoon_until`` is in the afternoon.

    >>> _clock("klokken halv tre", 7), _clock("9.30", 5), _clock("3pm", 5)
    ('14:30', '09:30', '15:00')
    """
    match = _CLOCK.search(words)
    if not match:
        return None
    shift, digits, minute, word = match.groups()
    hour = int(digits) if digits else int(NUMBER_WORDS[word])
    minutes = hour * 60 + int(minute or 0)
    minutes += {"halv ": -30, "kvart over ": 15, "kvart i ": -15, "half past ": 30}.get(shift or "", 0)
    if hour <= 12 and ("pm" in words or "p.m" in words or (hour <= afternoon_until and "am" not in words)):
        minutes += 12 * 60 if hour < 12 else 0
    return f"{minutes // 60:02}:{minutes % 60:02}" if 0 <= minutes < 24 * 60 and minutes % 60 < 60 else None


def _starts(words: str) -> str | None:
    return _clock(words, 5)


def _ends(words: str) -> str | None:
    return _clock(words, 8)


def _codes(table: dict[str, str]) -> Callable[[str], list[str]]:
    """The codes in a table that a text names, in the table's order."""
    regexes = {code: _phrase(code, words, yes="", no="").regex for code, words in table.items()}
    return lambda words: [code for code, regex in regexes.items() if regex.search(words)]


_times, demands_named, _modes, _kinds = map(_codes, (TIMES_SAID, DEMANDS_SAID, MODES_SAID, EMPLOYMENT_SAID))
_DAYS = {name: WEEKDAYS[n % 7] for n, name in enumerate(DAY_NAMES)}
_DAY = re.compile("|".join(DAY_NAMES))


def _days(words: str) -> list[str]:
    """The days that a text names, in the order of the week. "mandag til onsdag" is three."""
    named = [WEEKDAYS.index(_DAYS[day]) for day in _DAY.findall(words)]
    if len(named) == 2 and re.search(r"\btil\b|\bto\b|-", words) and named[0] < named[1]:
        named = list(range(named[0], named[1] + 1))
    return [day for n, day in enumerate(WEEKDAYS) if n in named]


def _minutes(words: str) -> int | None:
    """Minutes of a duration.

    >>> _minutes("en halv time"), _minutes("et kvarter"), _minutes("25 minutter"), _minutes("halvanden time")
    (30, 15, 25, 90)
    """
    for phrase, minutes in (
        ("halvanden", 90),
        ("tre kvart", 45),
        ("trekvart", 45),
        ("halv", 30),
        ("half", 30),
        ("og et kvarter", 75),
        ("kvarter", 15),
        ("time", 60),
        ("hour", 60),
    ):
        if phrase in words:
            return minutes
    match = re.match(r"\d+|\w+", words)
    value = number(match.group()) if match and (match.group().isdigit() or match.group() in NUMBER_WORDS) else 0
    return int(value) if 0 < value <= 180 else None


FEWEST_HOURS = 3  # hours a week; fewer belong to a day or a journey


def _hours(words: str) -> float | None:
    hours = number(words)
    return hours if FEWEST_HOURS <= hours <= 40 else None


def _some_days(words: str) -> int | None:
    days = number(words)
    return int(days) if 1 <= days <= 6 and days == int(days) else None


RULES: list[Rule] = []
WITHOUT_CAR = ["walk", "bike", "public"]


def _rule(
    field: str, phrase: str, group: str, value: Callable[[str], Any], *, yes: str, no: str, wide: bool = False
) -> None:
    """Adds a rule whose value is read from one group of the phrase."""
    pattern = _phrase(f"{field} {len(RULES)}", phrase, yes, no)
    RULES.append(Rule(field, pattern, lambda match: value(match[group]), wide))


# --- hours a week ---
_rule(
    "weekly_hours.max",
    "(?P<n><most>) (?P<v><number>)_<hours><of_week><other_hours>",
    "v",
    _hours,
    yes="højst 15 timer om ugen",
    no="højst 4 timer om dagen",
)
_rule(
    "weekly_hours.max",
    r"(?P<v><number>)_<hours><of_week><enough>",
    "v",
    _hours,
    yes="femten timer om ugen, ikke mere",
    no="femten timer om ugen og gerne mere",
)
_rule(
    "weekly_hours.max",
    r"<number>_<hours><of_week>(?: måske |,_| eller | til "
    r"|_-_)(?P<v><number>)(?:_<hours>)?<enough>",
    "v",
    _hours,
    yes="ti timer måske femten, ikke mere",
    no="ti timer måske femten",
)
_rule(
    "weekly_hours.max",
    r"<hours><of_week>[^.!?]{0,30}?(?:ikke over|men højst|ikke mere end|over)"
    r" (?P<v><number>)(?!_(?:<unit>))"
    r"(?!:)(?: bliver det for meget)?",
    "v",
    _hours,
    yes="ti-tolv timer, ikke over tolv",
    no="ti timer over land",
)
_rule(
    "weekly_hours.max",
    r"fleksjob på (?P<v><number>)_<hours>",
    "v",
    _hours,
    yes="et fleksjob på 10 timer",
    no="et fleksjob på et lager",
)
_rule(
    "weekly_hours.max",
    r"(?:kan|kunne) (?:have|klare|afse|undvære|overkomme) (?P<v><number>)_<hours> om"
    r" ugen",
    "v",
    _hours,
    yes="jeg kan klare 12 timer om ugen",
    no="jeg kan klare 12 timer i sneen",
)
_rule(
    "weekly_hours.min",
    r"(?:mindst|minimum|at least|skal være mindst) (?P<v><number>)_<hours><of_week><other_hours>",
    "v",
    _hours,
    yes="mindst tolv timer",
    no="mindst tolv timer om dagen",
)
_rule(
    "weekly_hours.min",
    r"mindst (?P<v><number>)_<hours> skal det være",
    "v",
    _hours,
    yes="mindst 12 timer skal det være",
    no="mindst 12 timer fra nu",
)
_rule(
    "weekly_hours.min",
    r"under (?P<v><number>)_<hours><of_week>[^.!?]{0,20}?(?:ikke|ikk|not|n't)",
    "v",
    _hours,
    yes="under ti timer om ugen giver ikke mening",
    no="det skal holde sig under ti timer om ugen",
)
_rule(
    "weekly_hours.min",
    r"(?P<v><number>)_<hours><of_week>, mindre (?:er|kan|går|giver)",
    "v",
    _hours,
    yes="syv timer om ugen, mindre er ikke umagen værd",
    no="syv timer om ugen, mindre om vinteren",
)
for _side, _group in (("min", "low"), ("max", "high")):
    _rule(
        f"weekly_hours.{_side}",
        r"(?:mellem|between) (?P<low><number>) (?:og|and)"
        r" (?P<high><number>)_<hours><of_week><other_hours>",
        _group,
        _hours,
        yes="mellem 10 og 15 timer om ugen",
        no="mellem 10 og 15 timer om dagen",
    )

# --- clock times ---
_rule(
    "earliest_start",
    r"<soft>(?:ikke|ik|aldrig|not|never|can't|cannot|ingenting|intet)(?: [\w']+){0,4}? (?:før"
    r"|inden|before) "
    r"(?P<v><clock>)(?!_<unit>)",
    "v",
    _starts,
    yes="jeg kan ikke møde før halv ti",
    no="helst ikke før ni",
)
_rule(
    "earliest_start",
    r"(?:før|before) (?P<v><clock>)(?!_<unit>) (?:er|kan|møder|kommer|fungerer|virker|dur"
    r"|findes|starter|begynder"
    r"|gider|skal)(?: jeg| I| i| man)?(?: [\w']+){0,3}? (?:ikke|ik|aldrig|ubrugelig|ingen|et møbel|en"
    r" zombie)",
    "v",
    _starts,
    yes="før klokken ti er jeg ikke et menneske",
    no="før klokken ti er jeg færdig med avisen",
)
_rule(
    "earliest_start",
    r"tidligst(?: møde| være der| starte| begynde| komme)? (?P<v><clock>)(?!_<unit>)",
    "v",
    _starts,
    yes="kan tidligst møde 9.30",
    no="tidligst to uger efter",
)
_rule(
    "earliest_start",
    r"(?:først|møder|møde|kun|only|alt|start|begynde)(?: møde| kan)? (?:fra|efter|after|from)"
    r" (?P<v><clock>)(?!_<unit>)",
    "v",
    _starts,
    yes="først efter kl. 15",
    no="møder efter tre uger",
)
_rule(
    "earliest_start",
    r"fra (?P<v><clock>)(?!_<unit>)(?: og frem| og ikke et minut før|_,_ikke før|"
    r" tidligst)",
    "v",
    _starts,
    yes="fra klokken ni og ikke et minut før",
    no="fra klokken ni og til det blev mørkt",
)
_rule(
    "earliest_start",
    r"efter (?P<v><clock>)(?!_<unit>) (?:er jeg|kan jeg|jeg er)(?! (?:træt|brugt|færdig|hjemme"
    r"|væk|slut|død))",
    "v",
    _starts,
    yes="efter klokken ti er jeg et menneske",
    no="efter klokken ti er jeg færdig",
)
_rule(
    "latest_end",
    r"<soft>(?:ikke|aldrig|not|never|can't|kan ikke)(?: [\w']+){0,3}? (?:efter|after|past|længere"
    r" end til) (?P<v><clock>)"
    r"(?!_<unit>)(?! (?:børn|mand|gange))",
    "v",
    _ends,
    yes="kan ikke blive efter tre",
    no="ikke efter tre uger",
)
_rule(
    "latest_end",
    r"(?<!møde\s)(?<!møder\s)(?:senest|latest|at the latest)(?: med)?"
    r" (?P<v><clock>)(?!_<unit>)",
    "v",
    _ends,
    yes="fri senest klokken 14",
    no="jeg vil møde senest klokken 9",
)
_rule(
    "latest_end",
    r"(?P<v>(?:klokken |kl\.?_)(?:<clock>)|halv \w+) (?:er (?:jeg (?:færdig|hjemme|ude|gået|væk|på"
    r" vej)|det slut|jeg ude|sidste udkald)"
    r"|slipper jeg|skal jeg (?:være |hjem|ud|gå|af sted|afsted|hente|videre)|går jeg|lukker jeg|stopper jeg"
    r"|holder jeg)",
    "v",
    _ends,
    yes="klokken to er jeg færdig",
    no="klokken to er der ro",
)
_rule(
    "latest_end",
    r"(?<!kom\s)(?<!gik\s)(?<!kørte\s)(?<!cyklede\s)(?<!altid\s)(?:hjem|hjemme|fri|ude a[fd] døren"
    r"|ud a[fd] døren|færdig|slut"
    r"|slutter?|stoppe|home|off|done|finished|out|end)(?: igen)?(?: (?:senest|inden|før|by|before|at))?"
    r" (?P<v>(?:klokken |kl\.?_)(?:<clock>)"
    r"|(?<=inden\s)(?:<clock>)|(?<=før\s)(?:<clock>)|(?<=senest\s)(?:<clock>)|(?<=by\s)(?:<clock>)"
    r"|(?<=before\s)(?:<clock>)|(?<=at\s)(?:<clock>))"
    r"(?!_<unit>)",
    "v",
    _ends,
    yes="skal være hjemme kl. 14",
    no="kom hjem klokken to",
)
_rule(
    "latest_end",
    r"(?:^|[.,;]_|kun |only |and |og )(?:til|until) (?P<v>(?:klokken "
    r"|kl\.?_)?(?:<clock>))(?!_<unit>)(?=_(?:$|[.,;!]| så| for))",
    "v",
    _ends,
    yes="kun til klokken 13",
    no="en bus til tolv mand",
)
_rule(
    "latest_end",
    r"når klokken er (?P<v><clock>),? (?:lægger|går|slipper|stopper|holder|skal) jeg",
    "v",
    _ends,
    yes="når klokken er 15, går jeg",
    no="når klokken er 15, kommer børnene",
)
_SPAN = (
    r"(?:(?:^|[.;,!]_|tidsrummet |skal (?:være|ligge) |kan (?:ligge|arbejde|være der) |ligge |kun |only"
    r" )(?:mellem|between|fra|from)"
    r"|(?:i )?tidsrummet) (?P<start><clock>) (?:og|til|and|to) (?P<end><clock>)(?!_<unit>)(?=_(?:$|[.,;!]| så|"
    r" og aldrig| når))"
)
for _side, _group, _read in (("earliest_start", "start", _starts), ("latest_end", "end", _ends)):
    _rule(_side, _SPAN, _group, _read, yes="Mellem ti og to, så er jeg god".lower(), no="mellem ti og tolv timer")

# --- days ---
_rule(
    "weekdays",
    r"(?:<most>) (?P<v><number>) (?:faste |hele )?(?:dage|formiddage|days|mornings)(?! (?:siden|ago"
    r"|ferie|i træk))",
    "v",
    lambda v: (n := _some_days(v)) and {"max_days": n},
    yes="højst tre dage om ugen",
    no="højst tre dage siden",
)
_rule(
    "weekdays",
    r"højst være (?P<v><number>) dage",
    "v",
    lambda v: (n := _some_days(v)) and {"max_days": n},
    yes="der må højst være to dage",
    no="der må være to dage",
)
_rule(
    "weekdays",
    r"(?P<v><number>) (?:faste |hele )?(?:dage|formiddage|days)(?: om ugen| i ugen| a"
    r" week)?(?:<enough>|_,_flere bliver"
    r"|(?: og |_,_)ikke (?:<number>))",
    "v",
    lambda v: (n := _some_days(v)) and {"max_days": n},
    yes="tre dage om ugen, ikke fire",
    no="tre dage om ugen, ikke for pengenes skyld",
)
_rule(
    "weekdays",
    r"(?:^|[.,;!]_)(?P<v><number>) (?:faste )?(?:dage|days) (?:om ugen|i ugen|a week)(?=_(?:$"
    r"|[.,;!]))",
    "v",
    lambda v: (n := _some_days(v)) and {"max_days": n},
    yes="to dage om ugen, så ser vi",
    no="jeg gik der to dage om ugen",
)
_rule(
    "weekdays",
    r"(?:mindst|at least) (?P<v><number>) (?:dage|days)(?: om ugen| i ugen| a week)",
    "v",
    lambda v: (n := _some_days(v)) and {"min_days": n},
    yes="mindst to dage om ugen",
    no="mindst to dage hjemme",
)
_rule(
    "weekdays",
    r"(?<!ikke\s)(?:kun|only)(?: om| på| on)? (?P<v><days>)",
    "v",
    lambda v: {"only": _days(v)},
    yes="kun mandag, onsdag og fredag",
    no="ikke kun mandag",
)
_rule(
    "weekdays",
    r"(?P<v><days>)(?: only| kan jeg_,_de andre|_[.,]_(?:andre dage kan jeg ikke|de andre dage kan"
    r" jeg ikke|resten af ugen"
    r"|så er jeg med|det er (?:de dage|dem|det) jeg|det er dem jeg har)| er mit| er"
    r" mine)",
    "v",
    lambda v: {"only": _days(v)},
    yes="tirsdag og torsdag, andre dage kan jeg ikke",
    no="tirsdag og torsdag spiller vi kort",
)
_rule(
    "weekdays",
    r"kun weekender(?:ne)?|only weekends|kun i weekenden",
    "v0",
    lambda _: None,
    yes="kun weekender",
    no="ikke weekender",
)
RULES[-1] = Rule("weekdays", RULES[-1].pattern, lambda _: {"only": ["saturday", "sunday"]})
_rule(
    "weekdays",
    r"(?P<v><days>)(?: (?:holder|har|har jeg|holder jeg)(?: jeg)? fri|(?:,? (?:der|så))? er (?:jeg"
    r" )?(?:desværre )?(?:optaget|ude|bundet|taget|lukket"
    r"|sat af|udelukket|out|off|hellig|ikke til)| er til | (?:kan|får|må) i ikke| kan jeg (?:slet )?ikke| rører"
    r" jeg ikke| går ikke|_,_nej| nej| is out)",
    "v",
    lambda v: {"not": _days(v)},
    yes="mandag og onsdag er jeg desværre bundet",
    no="onsdag er jeg som regel glad",
)
_rule(
    "weekdays",
    r"<soft>(?:ikke|ik|aldrig|not|never|ingen|undtagen|except|kan ikke(?: blive| arbejde)?)(?: på| om"
    r"| on| arbejde| blive| en)? "
    r"(?P<v><days>)(?! (?:uden|jeg|hvor|der ikke))",
    "v",
    lambda v: {"not": _days(v)},
    yes="ikke om lørdagen",
    no="ikke på en mandag jeg husker",
)
_rule(
    "weekdays",
    r"(?:^|[.,;!]_|have |skal have |holder )fri (?:om |hver |på"
    r" )?(?P<v><days>)",
    "v",
    lambda v: {"not": _days(v)},
    yes="jeg skal have fri hver fredag",
    no="det gik fri mandag",
)

# --- times of day ---
_BEFORE = (
    r"<soft>(?:<no>)(?: (?:mere|noget|flere|om|i|have|arbejde|arbejder|tage|tager|køre|kører|med|at|any|more"
    r"|work|do|nogen|den|de"
    r"|aften og|på)){0,3} (?P<v><times>)"
)
_rule(
    "not_times",
    _BEFORE + r"(?![\w\s]{0,20} (?:uden|imod))",
    "v",
    _times,
    yes="aldrig om natten",
    no="ikke noget imod at arbejde om natten",
)
_AFTER = (
    r"(?: nej|_[,:]_(?:nej|no)| (?:er|are|is) (?:slut|udelukket|ude|out|hellige?|lukket land|ikke til|optaget"
    r"|forbi|off|no|brugt|over)"
    r"|(?:_,)? (?:det )?(?:går|dur|duer) (?:slet |bare |altså )?(?:ikke|ik)|(?:_,)? (?:det |dem |den |der"
    r" )?(?:kan|vil|gider|tager|kører|arbejder|skal|har) jeg (?:slet |bare |altså )?(?:ikke|ik)(?! (?:noget"
    r" )?imod)"
    r"|(?:_,)? (?:kan|får|rører) i ikke|_(?:skal|må) (?:i )?(?:ikke|det (?:slet )?ikke|det under ingen|det"
    r" aldrig)"
    r"| holder jeg (?:fri|for mig selv)| findes (?:jeg )?ikke| (?:er jeg|blev jeg) (?:færdig med|aldrig)"
    r"|[^.!?]{0,25} fået nok af| bliver det ikke"
    r"|_[,.?]_(?:been there_, )?(?:never again|aldrig (?:mere|igen))|[^.!?]{0,40}det er slut|_,?_det er slut"
    r"|[^.!?]{0,40}givet væk nok|[^.!?]{0,30} taget min del| er slet ikke noget for mig|_[,.?]_(?:nej|slet"
    r" ikke|aldrig|never)"
    r"|[^.!?]{0,25} kan der desværre ikke| er til \w+_[.,]_punktum|[^.!?]{0,20} har jeg (?:solgt|leveret"
    r"|foræret væk|haft nok))"
)
_rule(
    "not_times", r"<soft>(?P<v><times>)" + _AFTER, "v", _times, yes="nattevagter er slut", no="nattevagter er de bedste"
)
_rule(
    "not_times",
    r"(?:kun|only|vil kun)(?: arbejde)? (?:i dagslys|når solen er oppe|så længe det er lyst|in"
    r" daylight)",
    "v0",
    lambda _: None,
    yes="vil kun arbejde når solen er oppe",
    no="glad når solen er oppe",
)
RULES[-1] = Rule("not_times", RULES[-1].pattern, lambda _: ["evening", "night"])
_rule(
    "not_times",
    r"(?:kun|only) (?:på )?(?:hverdage|weekdays)",
    "v0",
    lambda _: None,
    yes="fremover kun hverdage",
    no="alle hverdage",
)
RULES[-1] = Rule("not_times", RULES[-1].pattern, lambda _: ["weekend"])
_rule(
    "not_times",
    r"<soft>(?:ikke|aldrig|never|not)(?: [\w]+){0,3}? (?:klokken |kl\.?_|den der )(?P<v>et|to|tre"
    r"|fire|fem|seks|[1-6])(?: om (?:natten|morgenen))",
    "v",
    lambda v: ["night"] if v in ("et", "to", "tre", "1", "2", "3") else ["early_morning"],
    yes="ikke klokken tre om natten",
    no="ikke klokken tre om eftermiddagen",
)

# --- travel ---
_rule(
    "max_travel_minutes",
    r"(?:inden for|within) (?P<v><minutes>)(?! (?:er|var|havde))",
    "v",
    _minutes,
    yes="inden for tyve minutter",
    no="inden for en uge",
)
_rule(
    "max_travel_minutes",
    r"(?:<most>|under|aldrig mere end|gider ikke mere end|anything over|længst)"
    r" (?P<v><minutes>)<way>(?! (?:om dagen|ad gangen))",
    "v",
    _minutes,
    yes="højst en halv time hver vej",
    no="højst en halv dag",
)
_rule(
    "max_travel_minutes",
    r"(?P<v><minutes>)<way>(?:<enough>|_[,:.]_(?:så (?:er|bliver|begynder|er jeg der)"
    r"|længere (?:end|gider|rækker|tager|skal|er|vil|kan)|derefter|mere (?:giver|gider))"
    r"|_væk)",
    "v",
    _minutes,
    yes="et kvarter, længere gider jeg ikke",
    no="et kvarter, så kom bussen",
)
_rule(
    "max_travel_minutes",
    r"(?:være der|nå det|nås|være fremme|komme derhen)(?: med <mode>(?: \d+)?)?(?: på| i"
    r" løbet af)(?: under)? (?P<v><minutes>)",
    "v",
    _minutes,
    yes="så jeg kan være der på tyve minutter",
    no="jeg kan lave det på tyve minutter",
)
_rule(
    "max_travel_minutes",
    r"(?:ikke|aldrig)(?: ligge| være)? mere end (?P<v><minutes>)(?: væk|"
    r" hjemmefra)",
    "v",
    _minutes,
    yes="må ikke ligge mere end 40 minutter væk",
    no="ikke mere end 40 minutter i ovnen",
)
_rule(
    "travel_modes",
    r"(?:skal (?:\w+ ){0,3}?|(?:noget|et sted)(?: som| der| hvor)? |bare )(?:\w+ ){0,2}?(?:nås"
    r"|komme|nå det|kunne (?:nås|komme)|jeg kan komme)"
    r"(?: \w+){0,2}? (?:med|på|by) (?P<v><modes>)",
    "v",
    _modes,
    yes="det skal kunne nås med bus",
    no="jeg kom med bus",
)
_rule(
    "travel_modes",
    r"(?:kan|kunne) (?P<v>cykle|gå|cycle|walk) (?:derhen|til(?: det)?(?=_(?:$|[.,;]| og))|to it"
    r"|there)",
    "v",
    _modes,
    yes="noget jeg kan cykle til",
    no="jeg kan cykle til Rom",
)
_rule(
    "travel_modes",
    r"(?P<v>gåafstand|cykelafstand|walking distance|cycling distance)",
    "v",
    _modes,
    yes="i gåafstand",
    no="på afstand",
)
_rule(
    "travel_modes",
    r"(?:har kun|kun|only|only have)(?: min| en| my| a)? (?P<v>cykel|cyklen|bus|bussen|bike)(?!"
    r" \w+er)",
    "v",
    _modes,
    yes="jeg har kun cyklen",
    no="kun cykelrytteren",
)
_rule(
    "travel_modes",
    r"(?:så (?:det (?:er|bliver)(?: noget med| med)? )?|nu er det |det skal være noget med |det"
    r" bliver med |ellers )(?P<v><modes>)(?=_(?:$|[.,;!]))",
    "v",
    _modes,
    yes="så det er bussen eller benene",
    no="så går jeg hjem",
)
_rule(
    "travel_modes",
    r"(?:noget|et sted)(?: hvor)?(?: (?P<v>bussen|toget) (?:kommer forbi|kører|går"
    r"|holder))",
    "v",
    _modes,
    yes="det skal være noget bussen kommer forbi",
    no="et sted hvor bussen ikke larmer",
)
_rule(
    "travel_modes",
    r"(?P<v>jeg (?:går|cykler) eller (?:tager|cykler|går)(?: (?:bussen|toget))?)",
    "v",
    _modes,
    yes="jeg cykler eller tager bussen",
    no="jeg cykler eller læser",
)
_rule(
    "travel_modes",
    r"(?P<v>bussen|toget|bus)(?: \w+){0,4}? (?:går|kører|gider) (?:kun|én gang|en gang|to gange"
    r"|ikke)",
    "v",
    _modes,
    yes="bussen går kun to gange",
    no="bussen kører forbi hver morgen",
)
_rule(
    "travel_modes",
    r"kun hvis (?P<v>bussen|toget) (?:kører|går)",
    "v",
    _modes,
    yes="kun hvis bussen kører",
    no="hvis bussen kører",
)
_rule(
    "travel_modes",
    r"<minutes> (?P<v>på cyk(?:el|len)|med bus(?:sen)?|i bus(?:sen)?|med letbanen|med"
    r" toget|with bike|by bike|by bus|by train|til fods)",
    "v",
    _modes,
    yes="max tyve minutter på cykel",
    no="tyve minutter i ovnen",
)
_rule(
    "travel_modes",
    r"(?:jeg )?(?:har|ejer) (?:ikke|ingen) (?:nogen )?bil|bil har jeg (?:ikke|ingen(?: af)?)"
    r"|bilen solgte jeg|no car|(?:don't|do not) have a car",
    "v0",
    lambda _: None,
    yes="bil har jeg ikke",
    no="bil har jeg været glad for",
)
RULES[-1] = Rule("travel_modes", RULES[-1].pattern, lambda _: WITHOUT_CAR)

# --- licences ---
_CARD = r"(?:kørekort(?:et)?|driver?'?s? licen[cs]e|driving licen[cs]e)"
_rule(
    "licences",
    rf"(?:har|ejer|haft)(?: jeg| jo)? (?:ikke|ik|intet|ingen|aldrig)(?: noget| et| fået| taget|"
    rf" haft){{0,2}} {_CARD}|{_CARD} (?:har|fik) jeg (?:jo )?"
    rf"(?:ikke|ik|aldrig|ingen|intet)|(?:intet|ingen|uden|no|aldrig (?:fået|taget)(?: et)?) {_CARD}|har ikke"
    rf" noget kort|har ik {_CARD}"
    rf"|(?:i )?(?:don't|do not|can't|cannot|never) (?:drive|have a {_CARD})|kan ikke køre bil",
    "v0",
    lambda _: None,
    yes="kørekort har jeg ikke",
    no="kørekort har jeg haft i ti år",
)
RULES[-1] = Rule("licences", RULES[-1].pattern, lambda _: [])


def _licence(word: str) -> list[str]:
    """Codes of the licences that a text names."""
    codes = []
    for code, words in (
        ("B", r"(?<![\w-])b(?![\w'])|b-?k(?:ø|o)\w+|b-kort|almindelig bil"),
        ("BE", r"trailer(?:kort)?"),
        ("C", r"(?<![\w-])c(?![\w'])|c-kort|stort? k\w+|stor lastbil|big licen[cs]e|det store"),
        ("CE", r"(?<![\w-])ce(?!\w)"),
        ("D", r"(?<![\w-])d(?![\w'])|d-kort"),
    ):
        if re.search(words, word):
            codes.append(code)
    return codes


_LETTER = r"(?:b|c|ce|be|d)(?:-?kort|-?kørekort| kørekort)?"
_BIG = r"(?:(?:stort|kort(?:et)?|kørekort(?:et)?) (?:kort|kørekort|til (?:det store|stor lastbil)))"
_NAMED = (
    rf"(?:(?:{_LETTER})|trailerkort|{_BIG})(?:(?: og |_,_(?:og )?| and )(?:{_LETTER}|trailer(?:kort)?|lille trailer"
    rf"|{_BIG}|stort kørekort)){{0,3}}"
)
_rule(
    "licences",
    rf"(?:jeg har|^har|[.,;]_har|og har|har taget|har lige fået|(?:kommet|kom) (?:med|til)|jeg kører"
    rf"|i have|i've got)(?: (?:taget|et|stadig|lige fået|a)){{0,2}} (?P<v>{_NAMED})"
    r"(?!_(?:i |point|dur|moll|-))(?=_(?:$|[,.;!]| og | men | kort| kørekort|$))",
    "v",
    _licence,
    yes="jeg har b og trailerkort",
    no="jeg har b i matematik",
)
_rule(
    "licences",
    rf"(?P<v>{_NAMED}) har jeg(?! (?:ikke|aldrig|ingen|været|gået))",
    "v",
    _licence,
    yes="b-kort har jeg",
    no="stort kort har jeg ikke",
)
_rule(
    "licences",
    r"(?:kørekort|kort) (?P<v>b|c|d)(?=_(?:$|[,.;!]| har| og ))",
    "v",
    _licence,
    yes="kørekort b, det er alt",
    no="kort a4",
)
_rule(
    "licences",
    rf"(?P<v>{_BIG}) (?:har jeg(?! (?:ikke|aldrig|ingen))|har jeg stadig)",
    "v",
    _licence,
    yes="stort kort har jeg",
    no="stort kort har jeg aldrig taget",
)
_rule(
    "licences",
    r"(?:jeg har|^har|[.,;]_har) (?P<v>stort kort|stort kørekort|b-kørekort|b-kort|c-kort"
    r"|d-kort)",
    "v",
    _licence,
    yes="har stort kort og truckcertifikat",
    no="har ikke stort kort",
)
_rule(
    "licences",
    r"(?:jeg har|^har|[.,;]_har|og har) kørekort(?! ikke)(?! til (?:stor|motor|knallert|traktor))",
    "v0",
    lambda _: None,
    yes="jeg har kørekort",
    no="jeg har kørekort til motorcykel",
)
RULES[-1] = Rule("licences", RULES[-1].pattern, lambda _: ["B"])

# --- firm exclusions ---
_rule(
    "avoid",
    r"(?:(?:kan|må|skal|can|must|will|vil)(?: jeg)?(?: slet| bare| altså| simpelthen| desværre)? (?:ikke"
    r"|not)|can't|won't|slet ikke|aldrig mere|aldrig|never|under ingen omstændigheder|nul)"
    r"(?: (?:noget|med|op|på|have|gå|komme|være|arbejde|arbejder|tage|kravle|om|i|løfte|en|et|do|mere|de|der|at"
    r"|tåle|klare|for)){0,4} (?P<v><demands>)(?! (?:med ikke|uden|nok|imod))",
    "v",
    demands_named,
    yes="slet ikke op på stiger",
    no="kan ikke undvære børn",
)
_rule(
    "avoid",
    r"ikke(?: komme)? op på (?:en |et |de )?(?P<v><demands>)",
    "v",
    demands_named,
    yes="ikke op på stilladser mere",
    no="ikke op på scenen",
)
_rule(
    "avoid",
    r"(?P<v><demands>)(?:(?:_,)?(?: det| den| dem)? (?:kan|må|går|kommer|gør|bliver|vil)(?: jeg| det|"
    r" i)?(?: jeg)? (?:slet |bare |altså )?(?:ikke|ik)(?! (?:nok|undvære|få nok|lade))"
    r"| er (?:udelukket|slut)| slutter| må det (?:slet |under )?(?:ikke|ingen)| skal det ikke være|_[:,]_må ikke|"
    r" (?:går|dur|duer) slet ikke|_,?_(?:nej,? )?det går ikke"
    r"|[^.!?]{0,20} kan jeg slet ikke| bliver det (?:slet )?ikke|[^.!?]{0,15} slut helt)",
    "v",
    demands_named,
    yes="tunge løft går slet ikke",
    no="kunder kan jeg ikke få nok af",
)
_rule(
    "avoid",
    r"(?P<v>højder|stiger?|stilladser|tunge løft|tunge ting|heights|ladders?|heavy lifting)(?:_[:,]_|"
    r" )(?:nej(?! tak)|no)",
    "v",
    demands_named,
    yes="heights, no",
    no="højder, ja tak",
)
_rule(
    "avoid",
    r"never (?P<v><demands>) again|(?P<w><demands>) (?:i )?won't do again|(?P<x><demands>)[^.!?]{0,20}"
    r" is a hard no",
    "v",
    lambda _: None,
    yes="never phones again",
    no="never phones me",
)
RULES[-1] = Rule("avoid", RULES[-1].pattern, lambda match: demands_named(match["v"] or match["w"] or match["x"]))

# --- kinds of employment ---
_rule(
    "accept_employment",
    r"(?:kun|only|ikke andet end|udelukkende)(?: i| som| en| et| a| want a| want an)?"
    r" (?P<v><kinds>)",
    "v",
    _kinds,
    yes="kun som frivillig",
    no="som frivillig",
)
_rule(
    "accept_employment",
    r"(?P<v><kinds>)(?: først| og kun det|(?: er helt i orden)?, kun| only| eller"
    r" ingenting)",
    "v",
    _kinds,
    yes="praktik først",
    no="først i praktik, så fastansat",
)
_rule(
    "accept_employment",
    r"(?:er det |^)?et (?P<v>fleksjob) på",
    "v",
    _kinds,
    yes="et fleksjob på 10 timer",
    no="naboens fleksjob på havnen",
)
_rule(
    "accept_employment",
    r"(?P<v>student job|studiejob)(?=_,)|only want (?:a |an"
    r" )?(?P<w><kind>)",
    "v",
    lambda _: None,
    yes="student job, max 12 hours",
    no="my student job was fine",
)
RULES[-1] = Rule("accept_employment", RULES[-1].pattern, lambda match: _kinds(match["v"] or match["w"]))
_rule(
    "accept_employment",
    r"skal (?:det )?være (?:en |et |i )?(?P<v><kinds>)",
    "v",
    _kinds,
    yes="så det skal være en læreplads",
    no="det skal være en gård",
)

# --- wide frames: some words between ---
LOOSE = _phrase(
    "loose",
    r"helst|gerne|rather|prefer\w*|imod|mind|bange|problem\w*|undvære|lade være|kun ikke"
    r"|elsker|nok af|love|trives|savner"
    r"|var|gik|stod|sad|havde|kom|fik|gjorde|blev|was|were|had|did|used to|hvis nogen|ikke fordi"
    r"|nogensinde|ingen andre"
    r"|gør (?:mig )?(?:ikke|ingen)|fint|fine|skræmmer|er ikke det|ikke bare|not only|ikke kun|uden at",
    yes="helst ikke weekender",
    no="ikke weekender",
)
_rule(
    "not_times",
    r"(?:ikke|ik|aldrig|ingen|no|not|never|don't|can't|won't|nægter|umuligt|stopper|fritaget for"
    r"|skal fri for|undtaget) <near>"
    r"(?P<v><times>)",
    "v",
    _times,
    yes="jeg kan desværre ikke arbejde sent om aftenen",
    no="ikke gal. men om natten",
    wide=True,
)
_rule(
    "not_times",
    r"(?P<v><times>) <near>(?:ikke|ik|aldrig|not|never|udelukket|umulig\w*|nej|no|off limits|no go"
    r"|no-go|out of the question|yt"
    r"|forbudt|fredet|fri|hellig\w*)",
    "v",
    _times,
    yes="weekender er fuldstændig fredet",
    no="weekender er sjove",
    wide=True,
)
_rule(
    "weekdays",
    r"(?:ikke|ik|aldrig|not|never|don't|can't|won't|undtagen|except|bortset fra|optaget|lukket|fri)"
    r" <near>(?P<v><days>)",
    "v",
    lambda v: {"not": _days(v)},
    yes="jeg kan bare ikke arbejde om torsdagen",
    no="ikke gal. men om torsdagen",
    wide=True,
)
_rule(
    "weekdays",
    r"(?P<v><days>) <near>(?:ikke|ik|aldrig|not|never|optaget|udelukket|umulig\w*|fri|off|hellig"
    r"|forbudt|no go|booket|reserveret)",
    "v",
    lambda v: {"not": _days(v)},
    yes="torsdagen er desværre altid booket",
    no="torsdagen er sjov",
    wide=True,
)
_rule(
    "weekdays",
    r"(?:kan|can|could|arbejder|work) (?:kun|only|bare|godt)? ?<near>(?P<v><days>)(?=_(?:$|[.,;!]))",
    "v",
    lambda v: {"only": _days(v)},
    yes="jeg kan kun arbejde mandag og tirsdag",
    no="kan synge mandagen lang",
    wide=True,
)
_rule(
    "earliest_start",
    r"(?:(?:ikke|ik|aldrig|not|never|can't|umuligt) <near>(?:før|before)|(?:tidligst|først"
    r"|earliest) <near>(?:efter|after|fra|from|ved)) (?P<v><clock>)(?!_<unit>)",
    "v",
    _starts,
    yes="jeg kommer ikke ud ad døren før otte",
    no="ikke gal. før otte",
    wide=True,
)
_rule(
    "earliest_start",
    r"(?:før|inden|before) (?P<v><clock>)(?!_<unit>),? <near><near>(?:ikke|ik|aldrig|ingen|nej"
    r"|not|no|umulig\w*|ubrugelig|sover)",
    "v",
    _starts,
    yes="før ti om formiddagen kan du ikke regne med mig",
    no="før ti er du velkommen",
    wide=True,
)
_rule(
    "earliest_start",
    r"(?:start\w*|begynd\w*|møde|møder|mødetid) <near>(?:klokken |kl\.?_|fra |efter |after |at "
    r"|from )(?P<v>(?:8|9|10|11|12|otte|ni|ti|elleve|tolv)"
    r"(?:[.:]\d\d)?)(?!_<unit>)(?!\w)",
    "v",
    _starts,
    yes="jeg kan møde fra ni",
    no="møde med ni mand",
    wide=True,
)
_rule(
    "latest_end",
    r"(?:skal|kan|vil|må|have|must|need to|have to) <near>(?:hjem|hjemme|fri|ude|ud|af sted|afsted"
    r"|gå|hente|slutte|stoppe|færdig|slut|leave|stop|finish|home|off|out)"
    r" <near>(?:klokken|kl\.?|senest|inden|før|by|before|at) (?P<v><clock>)(?!_<unit>)",
    "v",
    _ends,
    yes="jeg skal kunne gå igen klokken to",
    no="jeg skal gå med klokken",
    wide=True,
)
_rule(
    "latest_end",
    r"(?<!før\s)(?<!efter\s)(?:klokken |kl\.?_|by |at )(?P<v><clock>)(?!_<unit>),? <near>(?:hjem"
    r"|hjemme|fri|ude|ud|afsted"
    r"|færdig|slut|smutter|forbi|stopper|går jeg|home|done|out of)",
    "v",
    _ends,
    yes="klokken tre er det altså slut",
    no="klokken tre er bedst",
    wide=True,
)
_rule(
    "weekly_hours.max",
    r"(?P<v><number>)_<hours><of_week>,? <near>(?:max|maks|maksimum|højst|loft\w*|grænse\w*"
    r"|nok|rigeligt|stop|over|overkomme|limit|most|tops|cap)",
    "v",
    _hours,
    yes="tolv timer om ugen er vist nok",
    no="tolv timer om ugen er sjovt",
    wide=True,
)
_rule(
    "weekly_hours.max",
    r"(?:max|maks|maksimum|højst|loft\w*|grænse\w*|ikke mere|overkomme|klare|limit|most|nøjes"
    r"|kun|only|have) <near>(?P<v><number>)_<hours>(?: om ugen| i ugen| ugentligt| a week|"
    r" per week)",
    "v",
    _hours,
    yes="grænsen går ved 15 timer om ugen",
    no="grænsen går ved havnen",
    wide=True,
)
_rule(
    "avoid",
    r"(?:slet ikke|kan ikke|må ikke|må aldrig|aldrig mere|aldrig igen|nægter|tåler ikke|kan jeg ikke|må"
    r" jeg ikke|skal ikke|kommer ikke|going to|won't|can't|cannot|never again|under ingen omstændigheder"
    r"|umuligt) <near>(?P<v><demands>)",
    "v",
    demands_named,
    yes="jeg kan simpelthen ikke holde til tunge løft".replace("simpelthen ikke", "ikke"),
    no="jeg kan ikke få nok af det",
    wide=True,
)
_rule(
    "avoid",
    r"(?P<v><demands>),? <near><near>(?:slet ikke|kan jeg ikke|må jeg ikke|aldrig mere|aldrig igen"
    r"|udelukket|umulig\w*|never again|out of the question|no way|ikke tale om)",
    "v",
    demands_named,
    yes="højder er for mig udelukket",
    no="højder er sjove",
    wide=True,
)
_rule(
    "max_travel_minutes",
    r"(?:<most>|under|mere end|længere end|over|more than|længst)"
    r" <near>(?P<v><minutes>)<way>(?=[^.!?;]{0,40}(?:<mode>|hver vej|hjemmefra|væk|pendl\w*"
    r"|transport\w*|derhen|commut\w*|each way|away))",
    "v",
    _minutes,
    yes="jeg vil ikke køre mere end tre kvarter i bil",
    no="mere end tre kvarter i ovnen",
    wide=True,
)
_rule(
    "travel_modes",
    r"(?:skal|kun|afhængig af|must|only|nødt til|bundet til|kommer|nås|reach\w*|rely on|depend\w*"
    r" on) <near>(?P<v>(?:med |på |by |af |til )?(?:cyk(?:el|len)|cykle|bus(?:sen|ser)?|tog(?:et)?"
    r"|letbane(?:n)?|metro(?:en)?|offentlig\w*|bike|train|public transport)"
    r"(?: (?:og|eller|and|or) (?:cyk(?:el|len)|bus(?:sen)?|tog(?:et)?|letbane(?:n)?|bike|train"
    r"|gåben))?)",
    "v",
    _modes,
    yes="jeg er afhængig af bussen",
    no="jeg er glad for bussen",
    wide=True,
)
_rule(
    "travel_modes",
    r"(?P<v>bus(?:sen)?|tog(?:et)?|train|cyk(?:el|len)|bike|letbanen) <near>(?:ellers|mit eneste"
    r"|det eneste|eller intet|er min|kommer jeg ikke|er mine)",
    "v",
    _modes,
    yes="cyklen er jo mit eneste",
    no="cyklen er rød",
    wide=True,
)
_rule(
    "licences",
    rf"(?:ikke|ik|aldrig|ingen|intet|uden|mangler|no|not|never|don't|haven't|without)"
    rf" <near><near>{_CARD}|{_CARD} <near>(?:ikke|ik|aldrig|ingen|intet|mangler|never"
    rf"|not)",
    "v0",
    lambda _: None,
    yes="jeg har aldrig nået at få taget kørekort",
    no="jeg har kørekort",
    wide=True,
)
RULES[-1] = dataclasses.replace(RULES[-1], read=lambda _: [])
_rule(
    "licences",
    r"(?P<v>(?:[bcd]|ce|be)(?:_-_|_)(?:kort|kørekort|licen[cs]e)(?:et)?|(?:kørekort|licen[cs]e"
    r"|category|kategori)(?:et)?(?: til)? (?:b|c|ce|be|d)|trailerkort|stort kørekort|stort kort"
    r"|lastbilkort|big licen[cs]e)(?! (?:har jeg )?(?:ikke|aldrig|ingen))",
    "v",
    _licence,
    yes="jeg har et b-kørekort",
    no="b-kort har jeg ikke".replace("har jeg ikke", "ikke"),
    wide=True,
)
_rule(
    "accept_employment",
    r"(?:kun|only|ikke andet end|udelukkende|nøjes med|i første omgang|til at starte med|til"
    r" en start|søger|vil have|kræver|skal være) <near>(?P<v><kinds>)",
    "v",
    _kinds,
    yes="det kan kun blive en praktik",
    no="en praktik",
    wide=True,
)
_rule(
    "accept_employment",
    r"(?P<v><kinds>),? <near>(?:først|til at starte med|til en start|i første omgang|eller"
    r" intet|foreløbig|ellers ikke|only|first)",
    "v",
    _kinds,
    yes="frivilligt arbejde er det i første omgang",
    no="frivilligt arbejde er sjovt",
    wide=True,
)

_rule(
    "weekdays",
    r"(?P<v><number>) (?:faste |hele )?(?:dage|days)(?: om ugen| i ugen| a week)?,? <near>(?:nok"
    r"|rigeligt|max|maks|loft\w*|grænse\w*|passer|limit|enough|tops|plenty|stop)",
    "v",
    lambda v: (n := _some_days(v)) and {"max_days": n},
    yes="tre dage om ugen må være nok",
    no="tre dage om ugen er sjovt",
    wide=True,
)
_rule(
    "weekdays",
    r"(?:kun|højst|max|maks|klare|overkomme|only|most|kan|can|grænse\w*|loft\w*)"
    r" <near>(?P<v><number>) (?:faste |hele )?(?:dage|days)(?: om ugen| i ugen| a week)",
    "v",
    lambda v: (n := _some_days(v)) and {"max_days": n},
    yes="jeg kan klare tre dage om ugen",
    no="jeg kan stå tre dage i regn",
    wide=True,
)
_rule(
    "weekdays",
    r"(?P<v><days>),? <near>(?:kan jeg|passer mig|works for me|is when i can)(?! ikke| aldrig| slet|"
    r" desværre ikke)",
    "v",
    lambda v: {"only": _days(v)},
    yes="mandag og tirsdag kan jeg",
    no="mandag kan jeg ikke",
    wide=True,
)
_rule(
    "weekly_hours.max",
    r"^(?P<v><number>)_<hours>(?: om ugen| i ugen| ugentligt| a week| per week)(?! eller mere"
    r"| og gerne)",
    "v",
    _hours,
    yes="tolv timer om ugen, så er jeg glad",
    no="tolv timer om dagen",
    wide=True,
)
_rule(
    "weekly_hours.max",
    r"(?P<v><number>)_<hours><of_week>,? (?:og )?(?:er (?:det|hvad|mit|min|alt|så)|så (?:er"
    r"|siger|stopper|skal)|ikke|not|and not|and no|no more|is (?:what|all|my))",
    "v",
    _hours,
    yes="tolv timer, så er jeg flad",
    no="tolv timer sad vi der",
    wide=True,
)
_rule(
    "weekly_hours.max",
    r"(?:plads til|tid til|room for|time for|kræfter til|kunne tænke mig)"
    r" <near>(?P<v><number>)_<hours>(?! om dagen)",
    "v",
    _hours,
    yes="jeg har kræfter til ti timer",
    no="jeg har kræfter til ti",
    wide=True,
)

_rule(
    "weekdays",
    r"(?P<v>(?:<day>)(?: til | to |_-_)(?:<day>)|(?:<day>)(?:_,_| og | and )(?:<day>)(?:(?:_,_| og |"
    r" and )(?:<day>)){0,3})"
    r"(?=[^!?]{0,50}(?:kan jeg|jeg kan|resten|de andre|passer|så er|så kan|jeres|the rest|works|arbejde|til"
    r" rådighed|i can))"
    r"(?![^!?]{0,50}(?:optaget|taget|bundet|ikke|booket|fri\b|taken|not|busy))",
    "v",
    lambda v: {"only": _days(v)} if set(_days(v)) != {"saturday", "sunday"} else None,
    yes="tirsdag og torsdag, så er jeg der",
    no="tirsdag er fin",
    wide=True,
)
_rule(
    "accept_employment",
    r"(?P<v>fleksjob)(?:bet)?(?! (?:ikke|er ikke))",
    "v",
    _kinds,
    yes="jeg tænker et fleksjob",
    no="flere job",
    wide=True,
)
_rule(
    "earliest_start",
    r"(?:kan|starte|begynde|møde|start|work|arbejde|være der) <near>(?:fra|efter|after|from"
    r"|tidligst|ved) (?:klokken |kl\.?_)?(?P<v>(?:8|9|10|11|otte|ni|ti|elleve|halv ni|halv ti"
    r"|halv elleve)(?:[.:]\d\d)?)(?!_<unit>)(?![.:,]\d)(?! (?:og|til|-|mand|uger))",
    "v",
    _starts,
    yes="jeg kan komme fra ni",
    no="fra ni til tolv uger",
    wide=True,
)
_rule(
    "latest_end",
    r"(?:senest|inden|hjem|hjemme|hente|fri|slut|stop|stopper|slutter|lukker|home|done|off|finish"
    r"|leave|out)(?: \w+){0,3}? (?:klokken |kl\.?_|før |inden |by |before |at"
    r" )(?P<v><clock>)(?!_<unit>)",
    "v",
    _ends,
    yes="jeg skal hente hunden senest klokken tre",
    no="jeg skal hente hunden",
    wide=True,
)
_rule(
    "latest_end",
    r"(?<!før\s)(?<!efter\s)(?:klokken |kl\.?_|by |at )(?P<v><clock>)(?!_<unit>),?(?: \w+){0,4}?"
    r" (?:senest|hjem|hjemme"
    r"|hente|fri|slut|stop|slutter|bus|bussen|toget|går jeg|smutter|home|done|leave|train)",
    "v",
    _ends,
    yes="klokken tre kører min bus",
    no="klokken tre er det mørkt",
    wide=True,
)

# --- words in a clause that make every rule non-binding ---
NOT_BINDING = _phrase(
    "not binding",
    r"(?:leve|klare mig|kan(?: ikke)?) uden|(?:være|vær|leve) foruden|undvære|lade være"
    r"|nok af (?!m[øo]der)|live without"
    r"|(?:ikke|aldrig|ingen|intet|no|not|never)(?: \w+){0,2} (?:problem\w*|imod)|(?:sagt|sige|siger) (?:aldrig "
    r"|ikke )?nej"
    r"|mangler ikke|er ikke (?:bange|færdig)|ikke kun|not only"
    r"|(?:min|mit|mine|vores|my) (?:gamle )?(?:søn|sønner|datter|døtre|barn|børn|mor|far|kone|mand|kæreste|søster|bror"
    r"|ven|venner|veninde|nabo\w*|chef|kolleg\w*|son|daughter|mother|father|wife|husband|sister|brother|boss)"
    r" (?:\w+ ){0,2}?(?:har|havde|er|var|arbejder|arbejdede|sagde|kunne|måtte|fik|has|had|is|was|works|worked|said)"
    r"|tidligere (?:haft|været|arbejdet)|dengang|som barn|(?:passer|passede) (?:\w+ ){0,3}?\w*(?:børn|barn)\w*"
    r"|(?:jeg )?arbejdede(?: jeg)?",
    yes="jeg kan ikke leve uden kunder",
    no="slet ikke kunder",
)
TURNED_ROUND = {
    "accept_employment": (
        _phrase(
            "not this kind",
            r"(?:ikke|aldrig|væk fra|ud af|slippe for|færdig med|i stedet for|not|never"
            r"|no) (?:\w+ ){0,3}?<kind>",
            yes="jeg vil ikke have fleksjob",
            no="jeg vil have fleksjob",
        ),
    ),
    "licences": (
        _phrase(
            "not the big one",
            r"(?:ikke|aldrig|intet|ingen|mangler) (?:\w+ ){0,2}?(?:stort|store|trailer\w*|c-?kort|d-?kort)|(?:stort"
            r"|trailer)\w*"
            r" (?:kort|kørekort)?_(?:har jeg )?(?:ikke|aldrig)",
            yes="jeg har ikke stort kørekort",
            no="jeg har stort kørekort",
        ),
    ),
    "weekly_hours.max": (
        _phrase(
            "more than that",
            r"(?:er|var|is) (?:for lidt|for få|ikke nok|alt for lidt|too few|not enough)|vil have mere",
            yes="ti timer er ikke nok",
            no="ti timer er nok",
        ),
    ),
    "weekdays": (
        _phrase(
            "more days than that",
            r"(?:er|is) (?:for lidt|for få|ikke nok|too few|not enough)",
            yes="tre dage er ikke nok",
            no="tre dage er nok",
        ),
    ),
    "latest_end": (
        _phrase(
            "not before then",
            r"(?:først|ikke før|tidligst) (?:hjem |fri )?(?:klokken |kl\.?_)?<clock>|stopper først",
            yes="jeg stopper først klokken ti",
            no="jeg stopper klokken to",
        ),
    ),
    "not_times": (
        _phrase(
            "rather then than by day",
            r"gerne (?:\w+ ){0,2}?<time>",
            yes="jeg arbejder gerne om natten",
            no="jeg arbejder ikke om natten",
        ),
    ),
}

# Fields whose limits all count.
LISTS = frozenset({"not_times", "avoid", "travel_modes", "licences", "accept_employment"})


def limits(text: str) -> tuple[Said, ...]:
    """The limits of a text, each field once (``weekdays`` once a key), in the order of the text.

    >>> limits("Femten timer, ikke mere, og aldrig om natten")[0]
    Said(field='weekly_hours.max', value=15.0, quote='Femten timer, ikke mere')
    """
    found: dict[str, tuple[int, int, Any]] = {}
    folded = fold(text)
    for field, start, end, value in sorted(_readings(folded), key=lambda reading: reading[1]):
        key = f"{field} {next(iter(value))}" if isinstance(value, dict) else field
        if key not in found:
            found[key] = start, end, value
        elif field in LISTS and value:
            first, last, before = found[key]
            if WITHOUT_CAR in (before, value):  # the thing that is named says more than "bil har jeg ikke"
                before, value = [], before if value == WITHOUT_CAR else value
            found[key] = first, max(last, end), [*before, *(code for code in value if code not in before)]
    _weekend(found)
    if "weekdays not" in found:
        found.pop("weekdays only", None)
    order = sorted(found.items(), key=lambda item: item[1][0])
    return tuple(
        Said(field=key.split()[0], value=value, quote=text[start:end].strip(" ,.;:!?\n"))
        for key, (start, end, value) in order
    )


def _readings(folded: str) -> Iterator[tuple[str, int, int, Any]]:
    """(field, start, end, value) for every rule that matches binding words of the person."""
    for rule in RULES:
        for match in rule.pattern.finditer(folded):
            clause = _clause(folded, *match.span())
            if rule.wide and LOOSE.search(clause):
                continue
            if any(guard.search(clause) for guard in (NOT_BINDING, *TURNED_ROUND.get(rule.field, ()))):
                continue
            value = rule.read(match)
            if value or (rule.field == "licences" and value == []):
                yield rule.field, *match.span(), value


_CLAUSE_END = re.compile(r"[.!?;:,]")


def _clause(folded: str, start: int, end: int) -> str:
    """The clause around a place."""
    before = [match.end() for match in _CLAUSE_END.finditer(folded, 0, start)]
    after = _CLAUSE_END.search(folded, end)
    return folded[before[-1] if before else 0 : after.start() if after else len(folded)]


def _weekend(found: dict[str, tuple[int, int, Any]]) -> None:
    """Turns Saturday and Sunday into the weekend, a time of the week. A day within it adds nothing."""
    without = found.get("weekdays not")
    if without and {"saturday", "sunday"} <= set(without[2]["not"]):
        del found["weekdays not"]
        start, end, times = found.get("not_times", (without[0], without[1], []))
        found["not_times"] = (
            min(start, without[0]),
            max(end, without[1]),
            [t for t in TIMES if t in (*times, "weekend")],
        )
