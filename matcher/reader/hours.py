"""Weekly hours: numbers where the ad gives them, never where it does not.

The ways in which ads offer hours are tried from the most to the least particular ("7,4 timer pr. dag, 5 dage" before
"20 timer om ugen" before "en stilling på 20 timer"); what one has read, or what ``TRAPS`` knows to be something else
(opening hours, delivery times, minutes of transport), is masked so that the next cannot misread it. Several offers
in one ad give the whole range.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from matcher.reader.patterns import Grammar, Pattern, first_match, mask, number
from matcher.reader.sentences import Sentence, mentioning
from matcher.schema import FULL_TIME_HOURS, HoursFact

WEEKS_PER_MONTH = 4.33
SHORTEST_WEEK = 5.0  # fewer hours are a week's only where the ad says so
LONGEST_DAY = 12.0  # more are not one day's
LONGEST_OPENING = 40.0  # "48 timer, så er den der": beyond a usual week it is something else
LONGEST_WEEK = 60.0  # more than this is not one person's week

TRIGGERS = (
    "timer", "hour", "hrs", " t ", " t.", " t/", "/37", "/ 37", "arbejdstid", "fuldtid", "fuld tid", "heltid", "full",
    "deltid", "nedsat", "part", "halv", "half", "timetal", "timeantal", "%", "pct", "procent", "percent", "omfang", "½",
    " fte", "årsværk",
)  # fmt: skip

_phrase = Grammar({
    "hour": ("timers?", r"(?<=½\s)time", "hours?", r"hrs?\.?", r"t\.?", "h"),
    "spoken": ("timers?", r"(?<=½\s)time", "hours?", r"hrs?\.?"),  # not the single letters
    "weekly": (r"_/_(?:ugen?|week|wk|u)", r"(?:om|i|hver|pr|pr\.|per) ugen?", r"ugentlig\w*", r"ugtl?\.?", r"ugl\.?",
               r"(?:a|per|pr\.?|each|every) week", "weekly", r"p\.?_/?_w\.?"),
    "average": ("i gennemsnit", "i snit", "gennemsnitligt?", r"gns\.?", "on average", "in average", "of work",
                "arbejde"),
    "most": ("(?:helt )?op til", r"max\.?", r"maks\.?", "maksimalt?", "maksimum", "maximum", "højst", "up to",
             "at most",
             "no more than", "ikke over"),
    "least": (r"min\.?", "minimum", "mindst", "at least", "ikke under", "mere end", "more than", "over", "fra", "from"),
    "about": (r"ca\.?", "cirka", "omkring", "omtrent", "gennemsnitligt?", "i gennemsnit", "around", "about",
              r"approx\.?",
              "approximately"),
    "limit": r"(?:(?:(?P<most><most>)|(?P<least><least>)|<about>|mellem|between)_){0,3}",
    "amount": r"(?P<low><number>)(?P<more>_\+)?(?:_(?:<hour>)?_(?:-|/|til|to|og|and|eller"
              r"|or)_(?:<most>)?_(?P<high><number>))?",
    "more": r"(?P<plus>_\+|_(?:eller|or) (?:mere|flere|derover|more))",
    "month": (r"(?:om|i|hver|pr|pr\.|per) (?:måned(?:en)?|md\.?|mdr\.?)", r"_/_(?:måned|md|mdr|month)", r"månedlig\w*",
              r"(?:a|per|each|every) month", "monthly"),
    "daily": (r"(?:om|hver|pr|pr\.|per|a|each) (?:dag(?:en)?|hverdag|arbejdsdag|vagt|gang|aften|day|shift|evening)",
              r"daglig\w*", "daily", r"_/_(?:dag|day|vagt|shift)"),
    "days": r"\w*(?:dage?|aften|aftener|nætter|vagter?|formiddage|gange|days?|evenings?|nights?|shifts?|mornings?"
            r"|times)",
    "daycount": r"(?P<days><number>)(?:_(?:-|til|to|eller|or)_(?P<dayshigh><number>))? (?:\w+ )?<days>",
    "notmonthly": (r"(?!,? (?:om|pr\.?|i|a|per|each|hver) (?:måned|month)|,? hver (?:anden|tredje|2|3|4|14)"
                   r"|,? every other)"),
    "seek": ("søge[rs]?", "ansætter", "brug for", "mangler", "hiring", "looking for", "seeking", "need"),
    "aside": ("der", "som", "hvor", "kan", r"\w*vagt\w*", "inden", "efter", "who", "that", r"shift\w*", r"dag\w*",
              "forløb",
              "kursus", "kurser"),
    "each": ("[àáax×]", "af", "på", "med", "of", "hver på", "hver af"),
    "post": (r"\w*stilling(?:en|er|erne)?", r"\w*job(?:bet)?", r"\w*vikariat(?:et|er)?", r"ansættelse(?:n|r)?", "ansat",
             "beskæftigelse", r"kontrakt(?:en)?", "position", "role", "post", "contract", "deltid", "fuldtid",
             "fuld tid",
             r"part-?_?time", r"full-?_?time"),
    "share": (r"\w*stilling\w*", r"ansættelse\w*", "job", "ansat", r"deltid\w*", r"beskæftigelses?\w*", "position",
              "post",
              "employment", "role", r"(?:af|of)(?: an?| en)? (?:fuld|hel|full)[\s-]?_?(?:tid|time)\w*"),
    "is": (r"_[:=(-]_", r" (?:er|på|udgør|ligger|bliver|vil|være|kan|forventes|at|forventet|normalt|normal|typisk)",
           r" (?:som|udgangspunkt|om|i|ugen|uge|pr\.?|gennemsnit|gennemsnitligt?|tilsigtet|fastsat|aftalt|til|for|dig)",
           r" (?:stillingen|is|are|will|be|expected|to|of|the|position|per|week|a|on|average|normally|typically"
           r"|usually)"),
    "weekhead": (r"(?:ugentlig\w*|weekly) (?:arbejdstid|timetal|timeantal|timer|hours|working hours)\w*",
                 r"timetal(?:let)?",
                 r"timeantal(?:let)?", r"antal(?:let af)? timer", r"timer (?:pr\.?|per|om) ugen?_:",
                 r"hours (?:per|a) week_:"),
    "timehead": (r"\w*arbejdstid(?:en)?", "arbejdsugen?", "normtid", "omfang(?:et)?", r"working (?:time|week|hours)",
                 "hours of work", "work hours", "hours"),
    "monthhead": r"(?:månedlig\w*|monthly) (?:arbejdstid|timetal|timeantal|timer|hours|working hours)\w*",
    "fulltime": (r"fuldtids?", "fuld tid", "heltid", r"full[\s-]?time"),
    "parttime": (r"deltids?", "nedsat tid", "nedsat arbejdstid", r"part[\s-]?time"),
    "compound": (r"stilling\w*", r"job\w*", r"ansættelse\w*", r"beskæftig\w*", "ansat", r"vikariat\w*", "medarbejder",
                 "kontrakt",
                 "arbejde"),
    "anyfull": (r"fuldtid\w*", "fuld tid", r"full[\s-]?time"),
    "anypart": (r"deltid\w*", "nedsat tid", r"part[\s-]?time"),
    "timetal": (r"timetal\w*", r"timeantal\w*", r"antal(?:let)? (?:af )?timer", "timerne", r"arbejdstid(?:en)?",
                "ugentlige timer",
                "hvor mange timer", r"omfang(?:et)?"),
    "agreed": (r"efter (?:\w+ )?aftale", "aftales", "aftaler vi", "kan aftales", "forhandles", "er til forhandling",
               "kan tilpasses", "er fleksibelt", "er op til dig", "finder vi ud af", "bliver vi enige om",
               "snakker vi om",
               "taler vi om", "drøftes", "tilpasses"),
    "agree": ("vi aftaler", "aftale", "aftaler", r"bestemmer(?: du)? selv,?", r"vælger(?: du)? selv,?",
              "blive enige om",
              "flexible about", "agree on", "discuss", "decide"),
    "hoursen": ("number of hours", "working hours", "weekly hours", "hours"),
    "agreeden": ("negotiable", "by agreement", "to be agreed", r"can be (?:agreed|discussed|negotiated)",
                 "are up to you",
                  r"(?:are|is) agreed", "depends? on you", "according to agreement"),
    "open": ("åben", "åbent", "åbne", "åbner", r"åbningstid\w*", "open", "opening", "bemandet", "staffed", "kørsel",
             "køretid",
             r"transport(?:en|tid)?", "motion", "fitness", "gym", "supervision", r"commut\w*", "pasning", "lukket",
             "closed"),
    "spend": ("vi bruger", "bruger vi", "overarbejde", "overtid", "overtime", "we spend"),
    "pastime": ("forberedelse", "møder", "træning", "motion", "supervision", "preparation", "meetings", "training"),
    "possibly": ("mulighed for", r"ønske\w* om", "possibility of", "ønsker", "overveje", "aftale", "drøfte", "også",
                 "option of", "gerne", "søge om"),
    "possible": ("aftales", "overvejes", "mulighed", "muligt", "drøftes", "possible", "considered", "option",
                 "komme på tale"),
    "refuse": (r"ikke (?:garantere|love)", "ingen garanti for", "cannot guarantee", "cannot promise", "not guarantee"),
    "colleagues": (r"kolleg\w*", "medarbejdere", "ansatte", r"elever\w*", r"børn\w*", "ledere?", "colleagues", "staff",
                   "employees", r"team\w*", "pupils", "people"),
    "whose": ("dine", "vores", "mine", "alle", "andre", "our", "your", "most", "af de", "af vores", "de fleste"),
    "rest": (r"(?:de øvrige|de andre|the other|the others|resten af|halvdelen af|flere af)(?: [\w-]+){0,2}",
             "de fleste(?: hos os)?",
             "eleverne", "børnene", "borgerne", "borgeren", "beboerne"),
    "do": ("er", "arbejder", "har", "går", "kører", "works?", "are", "is", "have", "has"),
}).pattern  # fmt: skip

# ---- hours that are not the job's week; masked before anything is read

TRAPS = (
    _phrase("around the clock", r"<number>_<hour> i døgnet|24 hours a day|24_/_7|<number>_<hour> pr\.? døgn",
            yes="bemandet 24 timer i døgnet", no="24 timer om ugen"),
    _phrase("within", r"(?:inden for|indenfor|inden|within|efter|after|de første|the first|next|næste|seneste|sidste"
            r"|varer|tager|mere end de|lasts?|takes?) <number>_<hour>",
            yes="svar inden for 48 timer", no="mindst 20 timer om ugen"),
    _phrase("of which", r"(?:hvoraf|heraf|deraf|of which|including)(?: de| ca\.?)? <number>_<hour>",
            yes="hvoraf de 16 timer er til vejledning", no="en stilling på 16 timer"),
    _phrase("hours of something", r"<number> (?:timers|hours(?: of|'|')|hour) (?!(?:<post>|ugentlig|arbejdsuge|uge"
            r"|week|work|arbejde|arbejdstid|pr|om|i|per|a|each)\w*\b)\w+",
            yes="med 3 timers kørsel til det første stop", no="en 37 timers stilling"),
    _phrase("notice", r"<number>_<hour> (?:kørsel|varsel|service|levering|før|after|before|away|drive|notice|siden)",
            yes="afbud 24 timer før", no="24 timer om ugen"),
    _phrase("year", r"<number> (?:timer|hours) (?:om året|årligt|pr\. år|a year|per year)",
            yes="80 timer om året", no="80 timer om måneden"),
    _phrase("pay", r"(?:kr\.?|dkk|kroner) (?:i|pr\.?|per) timen?", yes="148 kr. i timen", no="20 timer"),
    _phrase("other use of hours", r"(?:<spend>)<gap><number>_<hour>(?: <weekly>)?",
            yes="Vi bruger 10 timer om ugen på møder",
            no="Vi søger en til 10 timer"),
    _phrase("part of the week", r"<number>_<hour>_<weekly> (?:til|på|for) (?:<pastime>)",
            yes="3 timer om ugen til forberedelse", no="20 timer om ugen"),
    _phrase("granted", r"(?:bevilget|bevilling på|granted)(?! (?:et|en) (?:<post>))<gap><number>_<hour>(?: <weekly>)?",
            yes="Borgeren er bevilget 40 timer om ugen", no="40 timer om ugen"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Offer:
    """Hours a week from one place in the ad; ``None`` is an open end."""

    low: float | None
    high: float | None
    quote: str


Range = tuple[float | None, float | None]


def _range(match: re.Match[str]) -> Range:
    """The numbers of ``amount`` with their "op til", "mindst" and "+"."""
    groups = match.groupdict()
    low, high = number(groups["low"]), number(groups["high"]) if groups.get("high") else None
    if high is not None:
        return min(low, high), max(low, high)
    if groups.get("most"):
        return None, low
    if groups.get("least") or groups.get("more") or groups.get("plus") or groups.get("plustoo"):
        return low, None
    return low, low


def _bare_range(match: re.Match[str]) -> Range:
    """Hours of a post without a word about the week: too few are those of a shift or a task."""
    low, high = _range(match)
    return (low, high) if max(low or 0, high or 0) >= SHORTEST_WEEK else (None, None)


def _times(factor: float) -> Callable[[re.Match[str]], Range]:
    """A reading of ``amount`` that multiplies it by ``factor``."""

    def convert(match: re.Match[str]) -> Range:
        low, high = _range(match)
        return (None if low is None else low * factor), (None if high is None else high * factor)

    return convert


def _days_by_hours(match: re.Match[str]) -> Range:
    days = [number(match[g]) for g in ("days", "dayshigh") if match[g]]
    hours = [number(match[g]) for g in ("low", "high") if match[g]]
    return min(days) * min(hours), max(days) * max(hours)


def _five_days(match: re.Match[str]) -> Range:
    return _times(5.0)(match)


def _per_weeks(match: re.Match[str]) -> Range:
    return _times(1 / number(match["weeks"]))(match)


def _fraction(match: re.Match[str]) -> Range:
    low = number(match["low"])
    return low, number(match["high"]) if match["high"] else low


def _in_all(match: re.Match[str]) -> Range:
    """ "4 dage om ugen, 28 timer": a whole week; "4 dage om ugen, 7 timer" might be a day, and is left alone."""
    low, high = _range(match)
    return (low, high) if (low or high or 0) > LONGEST_DAY else (None, None)


def _full_time_posts(match: re.Match[str]) -> Range:
    return _times(FULL_TIME_HOURS)(match)


def _nothing(_: re.Match[str]) -> Range:
    return None, None


# ---- the ways to offer hours, the most particular first

WAYS: tuple[tuple[Pattern, Callable[[re.Match[str]], Range]], ...] = (
    (_phrase("days of hours", r"<daycount><notmonthly>(?:,? <weekly>)?_<each>_<about>?_<amount>_<spoken>",
             yes="3 aftener om ugen à 4 timer", no="2 weekender om måneden à 8 timer"), _days_by_hours),
    (_phrase("hours a day, days", r"<amount>_<hour> <daily>,?_(?:i|på|x|×|-|and|og|over|fordelt på"
             r"|for)?_<daycount><notmonthly>",
             yes="7,4 timer pr. dag, 5 dage", no="7,4 timer pr. dag"), _days_by_hours),
    (_phrase("days, hours a day", r"<daycount>(?: <weekly>)?,?_(?:i|med|og|and|with|at|,"
             r"|-)?_<about>?_<amount>_<hour> <daily>",
             yes="3 days a week, 5 hours a day", no="5 hours a day"), _days_by_hours),
    (_phrase("days, hours in all", r"<daycount> <weekly>,_(?:i alt )?<limit>_<amount>_<spoken>(?! <daily>)",
             yes="2-3 dage om ugen, ca. 15 timer", no="3 dage om ugen, 5 timer pr. dag"), _in_all),
    (_phrase("hours every weekday", r"<amount>_<hour> <daily>,?_(?:fra )?(?:mandag|man\.?|monday)_(?:-|til"
             r"|to)_(?:fredag|fre\.?|friday)",
             yes="4 timer dagligt mandag til fredag", no="4 timer dagligt"), _five_days),
    (_phrase("hours over weeks", r"<limit>_<amount>_<hour> (?:over|på|pr\.?|per|i løbet af|in|every"
             r"|hver) (?:en )?(?P<weeks><number>)[\s-](?:uger?|weeks?|ugers)\w*",
             yes="136 timer over 4 uger", no="136 timer"), _per_weeks),
    (_phrase("hours a fortnight", r"<limit>_<amount>_<hour> (?:over|på|pr\.?|per|hver|every|a) (?:14\.? dage?"
             r"|anden uge|2\. uge|fortnight|second week|other week|two weeks)",
             yes="74 timer pr. 14 dage", no="74 timer"), _times(1 / 2)),
    (_phrase("hours a month", r"<limit>_<amount><more>?_<hour>(?: <average>)?_<month>",
             yes="80-130 timer om måneden", no="80-130 timer"), _times(1 / WEEKS_PER_MONTH)),
    (_phrase("monthly hours are", r"<monthhead>(?!\w)<is>{0,6}_<limit>_<amount>_(?:<hour>)?",
             yes="Månedligt timetal: 60 timer", no="Månedlig løn"), _times(1 / WEEKS_PER_MONTH)),
    (_phrase("hours a day", r"<amount>_<hour>_<daily>", yes="7,4 timer pr. dag", no="37 timer"), _nothing),
    (_phrase("fraction of full time", r"(?P<low>\d{1,2}(?:[.,]\d{1,2})?)(?:_-_(?P<high>\d{1,2}))?_/_37(?:_(?:-?dele"
             r"|timer))?(?![\d/-]|\.\d)",
             yes="Pædagogmedhjælper 30/37", no="30/3-2027"), _fraction),
    (_phrase("share of full time", r"<limit>_<amount>_(?:%|pct\.?|procent|percent|per cent)-?_(?:s[\s-])?(?:<share>)",
             yes="75 % af fuld tid", no="100 % underleverandør"), _times(FULL_TIME_HOURS / 100)),
    (_phrase("degree of employment", r"(?:beskæftigelsesgrad\w*|ansættelsesgrad\w*|employment rate)_(?:(?:er|is|på|of"
             r"|:)_){0,3}<amount>_(?:%|pct|procent|percent)",
             yes="beskæftigelsesgrad på 80 %", no="80 % af tiden"), _times(FULL_TIME_HOURS / 100)),
    (_phrase("full-time equivalents", r"(?P<low>0[.,]\d{1,2}) (?:fte|årsværk|full[\s-]time equivalent)", yes="0.5 FTE",
             no="2.0"),
     _full_time_posts),
    (_phrase("choice of hours", r"(?P<low><number>)(?:,_<number>){1,4}_(?:eller|og|or|and)_(?P<high><number>)_<hour>"
             r"_<weekly>",
             yes="20, 25 og 30 timer om ugen", no="25 og 30 timer om ugen"), _range),
    (_phrase("hours by season", r"(?P<low><number>)_<hour>_<weekly> (?:fra|i|om|from|in) <words>(?:og|and)"
             r" (?P<high><number>) (?:fra|i|om|from|in)", yes="15 timer om ugen i vinterhalvåret og 25 fra april",
             no="15 timer om ugen i kantinen"), _range),
    (_phrase("less at night", r"(?P<low><number>)_<spoken>_[(](?P<high><number>)(?:_<spoken>)? (?:på|om|for|at|i)",
             yes="37 timer (34 på nathold)", no="37 timer (ved 5 dage)"), _range),
    (_phrase("also hours", r"(?:kan også|alternativt|eventuelt|evt\.|could also)(?: [\w-]+){0,5}? <amount>_<spoken>"
             r"(?! (?:kursus|vagt))", yes="Vi kan også godt finde ud af 30 timer", no="30 timer"), _bare_range),
    (_phrase("weekly hours", r"<limit>_<amount><more>?_-?_<hour>(?P<plustoo> eller mere| eller flere"
             r"| or more)?(?: <average>)?_<weekly>",
             yes="mellem 10 og 20 timer om ugen", no="inden for 48 timer"), _range),
    (_phrase("hours over the week", r"<limit>_<amount>_<spoken>,? (?:fordelt|spredt|delt|divided|spread"
             r"|distributed)<gap> (?:<weekly>|dage|hverdage|days)",
             yes="12-15 timer fordelt på 3 dage", no="24 timers levering"), _range),
    (_phrase("hours week", r"<limit>_<amount>_-?_<spoken>[\s-](?:arbejdsuge|uge|work(?:ing)?[\s-]?week|week)\w*",
             yes="en 37-timers arbejdsuge", no="en uges ferie"), _range),
    (_phrase("weekly hours are", r"<weekhead>(?!\w)<is>{0,8}_<limit>_(?=\d)<amount><more>?(?!_(?:%|kr|:|x|gange|vagter"
             r"|dage))",
             yes="Gennemsnitlig ugentligt timetal: 30", no="Timetal efter aftale"), _range),
    (_phrase("working time is", r"<timehead>(?!\w)<is>{0,8}_<limit>_<amount><more>?_<spoken>",
             yes="Arbejdstiden er normalt 25 timer", no="Arbejdstid: kl. 8-16"), _bare_range),
    (_phrase("number a week", r"(?:hours|timer)<is>{0,6}_<limit>_<amount>_<weekly>",
             yes="Hours: 15-20 per week", no="Pay per week"), _range),
    (_phrase("average hours", r"<limit>_<amount>_<spoken> (?:i gennemsnit|i snit|on average)(?! <month>| <daily>)",
             yes="37 timer i gennemsnit", no="37 timer"), _bare_range),
    (_phrase("one for hours", r"(?:(?:en|én|et|den ene|den anden|one|the other)(?: er)? (?:på|of|for)"
             r"|henholdsvis) <amount>_<spoken>", yes="en på 20 timer", no="en vagt på 8 timer"), _bare_range),
    (_phrase("post of hours", r"<post>(?: (?:er|is|normeret|normally)){0,3}_(?:på|af|of|til|med|with|for|omfatter"
             r"|udgør|:|,|-|\(|er)?_<limit>_<amount><more>?_-?_<spoken>",
             yes="et vikariat på 30 timer", no="stillingen med 2 kolleger"), _bare_range),
    (_phrase("hours of post", r"<limit>_<amount><more>?_-?_<spoken>(?:_,| i| i en| -)?_(?:faste? |permanent )?<post>",
             yes="en 37 timers stilling", no="24 timers vagt"), _bare_range),
    (_phrase("someone for hours", r"(?:<seek>) (?:(?!(?:<aside>)\b)[\w.-]+ ){0,8}?(?:(?:på|i|for|til"
             r"|med) )?<limit>_<amount><more>?_-?_<spoken>(?! (?:varsel|før|efter|i timen|kursus))",
             yes="Vi søger 3 lærere på 37 timer", no="Vi søger en, der kan køre 8 timer"), _bare_range),
)  # fmt: skip

TITLE_HOURS = _phrase("hours in a title", r"<limit>_<amount><more>?_-?_(?:<spoken>|t)(?! \w*vagt)(?! service)",
                      yes="Pædagog, 30 timer", no="Pædagog")  # fmt: skip

OPENS = _phrase("a sentence opens with hours", r"<limit>_<amount>_<spoken>(?=_(?:,|-|[(]|[.]?$| ordinær| pr\.? uge))",
                yes="37 timer, man-tors 6-14", no="37 timer efter kurset")  # fmt: skip

HALF_TIME = _phrase("half time", r"(?:på )?(?:halvtid|halv tid|halvtidsstilling|halvtidsjob|half[\s-]time)",
                    yes="Stillingen er på halvtid", no="en halv time")  # fmt: skip

TO_FULL_TIME = _phrase(
    "up to full time",
    r"<spoken>_(?:<weekly>)?_(?:eller|til|op til|or|to|up to|-)_(?:en )?(?:fuld_tid|full[\s-]time)"
    r"|(?:<anyfull>)_(?:\w+ )?(?:eller|og|/|or|and)_(?:\w+ ){0,4}<number>",
    yes="20 timer eller fuldtid", no="20 timer om ugen",
)  # fmt: skip

# ---- whose hours

OTHERS = _phrase(
    "others at work",
    r"(?:(?:<whose>) (?:\w+ ){0,2}(?:<colleagues>)|<rest>) (?:<do>)|(?:vi er|team\w*|holdet|afdelingen"
    r"|we are)(?: i alt)? (?:består af|tæller|<number>)",
    yes="dine kolleger er på 37 timer", no="sammen med dine kolleger",
)  # fmt: skip
APPLICANT = _phrase("the applicant", r"du|dig|stillingen|jobbet|you|the position|the job", yes="og du får", no="vi får")
NOT_WORK = _phrase("open or absent", r"<open>", yes="hallen har åbent 92 timer om ugen", no="20 timer om ugen")
WORKING = _phrase("working", r"du|dig|arbejder|arbejde|arbejdstid\w*|stilling\w*|you|work|position",
                  yes="du arbejder 20 timer", no="butikken er åben")  # fmt: skip
_CLAUSE_END = re.compile(r"[,;:(]")

# ---- words instead of numbers

FULL_TIME = _phrase("full time", r"<fulltime>|fuldtids-?_?(?:<compound>)", yes="Begge stillinger er på fuldtid",
                    no="Vi er 12 fuldtidsansatte")  # fmt: skip
PART_TIME = _phrase("part time", r"<parttime>|deltids-?_?(?:<compound>)", yes="en fast stilling på deltid",
                    no="Vi er 5 deltidsansatte")  # fmt: skip
WORD_TRAPS = (
    _phrase("not full time", r"(?:ikke|not|ingen|no)(?: \w+){0,2} (?:<anyfull>|<anypart>)",
            yes="det er ikke en fuldtidsstilling", no="det er en fuldtidsstilling"),
    _phrase("full time later", r"(?:mulighed for|på sigt|senere|kan blive|med tiden|udvikle sig til|option of"
            r"|later)(?: en| at komme)?(?: op)?(?: på| til)? (?:<anyfull>)|(?:<anyfull>) (?:kan|er en mulighed"
            r"|is possible|may)",
            yes="med mulighed for fuldtid", no="på fuldtid"),
    _phrase("another job", r"(?:andet|have another|har et|et andet|har du et|kombineres med|ved siden af|alongside"
            r"|besides)(?: \w+)? (?:(?:deltids|fuldtids)(?:job|arbejde|stilling|studie)|(?:part|full)[\s-]time (?:job"
            r"|studies))",
            yes="har et andet deltidsjob", no="et deltidsjob"),
    _phrase("study", r"fuldtidsstud\w+|(?:full|part)[\s-]time (?:students?|studies|employees|staff|colleagues"
            r"|equivalent\w*)|(?:fuldtids|deltids)(?:ansatte|kolleger)|studie på (?:<fulltime>)",
            yes="for full-time students",
            no="full-time position"),
    _phrase("share of", r"(?:%|pct\.?|procent|percent) (?:af|of)(?: en)? (?:<anyfull>)", yes="75 % af fuldtid",
            no="på fuldtid"),
)  # fmt: skip
EITHER_TIME = _phrase(
    "full or part time",
    r"(?:<anyfull>)_(?:eller|/|og|og/eller|or|and)_(?:på )?(?:<anypart>)|(?:<anypart>)_(?:eller|/|og|or"
    r"|and)_(?:på )?(?:<anyfull>)",
    yes="fuldtid eller deltid", no="fuldtid i dagtimerne",
)  # fmt: skip
PART_TIME_OPEN = _phrase("part time possible", r"(?:<possibly>) (?:\w+ )?(?:<anypart>)"
                         r"|(?:<anypart>) (?:\w+ ){0,2}(?:<possible>)",
                         yes="mulighed for deltid", no="en stilling på deltid")  # fmt: skip
NEGOTIABLE = (
    _phrase("hours by agreement", r"(?:<timetal>) (?:\w+ ){0,5}?(?:<agreed>)", yes="Timetal efter aftale",
            no="Løn efter aftale"),
    _phrase("agree on hours", r"(?:<agree>) (?:\w+ ){0,3}?(?:timetal\w*|timeantal\w*|antal\w* (?:af )?timer"
            r"|hvor mange timer|the number of hours|how many hours|your hours|hours per week|weekly hours)",
            yes="vi aftaler timetallet sammen", no="vi aftaler lønnen"),
    _phrase("hours are negotiable", r"(?:<hoursen>) (?:\w+ ){0,5}?(?:<agreeden>)", yes="Hours are negotiable",
            no="Salary is negotiable"),
    _phrase("no hours promised", r"(?:<refuse>) (?:<words>)(?:timetal\w*|timer|hours)",
            yes="Vi kan ikke garantere noget timetal", no="Vi lover et godt timetal"),
    _phrase("flexible hours", r"fleksibelt (?:timetal|timeantal|antal timer)|flexible number of hours",
            yes="et fleksibelt timetal", no="fleksible arbejdstider"),
)  # fmt: skip

PATTERNS = (
    *TRAPS, *(way for way, _ in WAYS), TITLE_HOURS, OPENS, HALF_TIME, TO_FULL_TIME, OTHERS, APPLICANT, NOT_WORK,
    WORKING, FULL_TIME, PART_TIME, *WORD_TRAPS, EITHER_TIME, PART_TIME_OPEN, *NEGOTIABLE,
)  # fmt: skip


def read_hours(sentences: Sequence[Sentence]) -> HoursFact:
    """The weekly hours of the whole ad: numbers first, then "fuldtid", "efter aftale", "deltid", else unstated."""
    telling = mentioning(sentences, TRIGGERS)
    offers = [offer for sentence in telling for offer in _offers(sentence)]
    offers = offers or [offer for sentence in telling for offer in _half_time(sentence)]
    return _whole_range(offers) if offers else _in_words(telling)


def _whole_range(offers: Sequence[Offer]) -> HoursFact:
    """One range over all offers; an end left open ("min. 20") stays open unless another offer goes beyond it."""
    lows = [o.low for o in offers if o.low is not None]
    highs = [o.high for o in offers if o.high is not None]
    low, high = min(lows, default=None), max(highs, default=None)
    upward = [o.low for o in offers if o.high is None and o.low is not None]
    downward = [o.high for o in offers if o.low is None and o.high is not None]
    if high is not None and upward and high <= max(upward):
        high = None
    if low is not None and downward and low >= min(downward):
        low = None
    return HoursFact(min=_rounded(low), max=_rounded(high), basis="stated", quote=offers[0].quote)


def _rounded(hours: float | None) -> float | None:
    return None if hours is None else round(hours, 2)


def _offers(sentence: Sentence) -> Iterator[Offer]:
    """The hours that one sentence offers."""
    text = mask(sentence.text, TRAPS)
    ways = (*WAYS, (TITLE_HOURS, _bare_range)) if sentence.in_title else WAYS
    found = False
    for way, convert in ways:
        for match in list(way.finditer(text)):
            if "#" in match.group():
                continue
            low, high = convert(match)
            text = text[: match.start()] + "#" * len(match.group()) + text[match.end() :]
            if _plausible(low, high) and not _about_others(sentence.text, *match.span()):
                yield Offer(low, _to_full_time(sentence.text, high), sentence.quote(*match.span()))
            found = True
    opening = None if found or sentence.in_title else OPENS.regex.match(text)
    if opening and _plausible(*_bare_range(opening)) and max(filter(None, _bare_range(opening))) <= LONGEST_OPENING:
        yield Offer(*_bare_range(opening), sentence.quote(*opening.span()))
    if found or opening:
        yield from _half_time(sentence)  # "et sted mellem halvtid og 30 timer"


def _half_time(sentence: Sentence) -> Iterator[Offer]:
    """Half of full time: in a sentence without numbers it counts only where no other sentence has any."""
    half = HALF_TIME.search(mask(sentence.text, TRAPS))
    if half and not _about_others(sentence.text, *half.span()):
        yield Offer(FULL_TIME_HOURS / 2, FULL_TIME_HOURS / 2, sentence.quote(*half.span()))


def _plausible(low: float | None, high: float | None) -> bool:
    known = [hours for hours in (low, high) if hours is not None]
    return bool(known) and max(known) > 0 and max(known) <= LONGEST_WEEK


def _to_full_time(text: str, high: float | None) -> float | None:
    """ "20 timer eller fuldtid" goes up to 37."""
    if high is not None and TO_FULL_TIME.search(text) and not first_match(WORD_TRAPS, text):
        return max(high, FULL_TIME_HOURS)
    return high


def _about_others(text: str, start: int, end: int) -> bool:
    """Whether the hours at ``start..end`` are a colleague's, a pupil's or a shop's."""
    before = text[:start]
    others = list(OTHERS.finditer(before))
    if others and not APPLICANT.search(before, others[-1].end()):
        return True
    breaks = [m.end() for m in _CLAUSE_END.finditer(before)]
    after = _CLAUSE_END.search(text, end)
    clause = text[breaks[-1] if breaks else 0 : after.start() if after else len(text)]
    return bool(NOT_WORK.search(clause)) and not WORKING.search(clause)


def _in_words(sentences: Sequence[Sentence]) -> HoursFact:
    """Hours of an ad that gives no number."""
    full = part = either = talk = None
    for sentence in sentences:
        text = mask(sentence.text, WORD_TRAPS)
        either = either or _said(sentence, text, (EITHER_TIME, PART_TIME_OPEN))
        talk = talk or _said(sentence, text, NEGOTIABLE)
        full = full or _said(sentence, text, (FULL_TIME,))
        part = part or _said(sentence, text, (PART_TIME,))
    if either or (full and part):
        return HoursFact(basis="negotiable", quote=either or part)
    if full:
        return HoursFact(min=FULL_TIME_HOURS, max=FULL_TIME_HOURS, basis="fulltime_word", quote=full)
    if talk:
        return HoursFact(basis="negotiable", quote=talk)
    return HoursFact(basis="parttime_word", quote=part) if part else HoursFact()


def _said(sentence: Sentence, text: str, patterns: Sequence[Pattern]) -> str | None:
    match = first_match(patterns, text)
    if match is None or _about_others(sentence.text, *match.span()):
        return None
    return sentence.quote(*match.span())
