"""Weekly hours: numbers where the ad gives them, never where it does not.

The ways in which ads offer hours are tried from the most to the least particular ("7,4 timer pr. dag, 5 dage" before
"20 timer om ugen" before "en stilling på 20 timer"); what one has read, or what ``TRAPS`` knows to be something else
(opening hours, delivery times, minutes of transport), is masked so that the next cannot misread it. Several offers
in one ad give the whole range.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from matcher.reader.patterns import Grammar, Pattern, WordLists, first_match, mask, number
from matcher.reader.sentences import Sentence, mentioning
from matcher.schema import FULL_TIME_HOURS, HoursFact

WEEKS_PER_MONTH = 4.33
LONGEST_WEEK = 60.0  # more than this is not one person's week

TRIGGERS = (
    "timer", "hour", "hrs", " t ", " t.", " t/", "/37", "/ 37", "arbejdstid", "fuldtid", "fuld tid", "heltid", "full",
    "deltid", "nedsat", "part", "halv", "half", "timetal", "timeantal", "%", "pct", "procent", "percent", "omfang", "½",
)  # fmt: skip

WORDS: WordLists = {
    "hour": r"(?:timers?|(?<=½\s)time|hours?|hrs?\.?|t\.?|h)",
    "spoken": r"(?:timers?|(?<=½\s)time|hours?|hrs?\.?)",  # not the single letters
    "weekly": r"(?:_/_(?:ugen?|week|wk|u)|(?:om|i|hver|pr|pr\.|per) ugen?|ugentlig\w*|ugtl?\.?|ugl\.?"
    r"|(?:a|per|each|every) week|weekly|p\.?_/?_w\.?)",
    "average": r"(?:i gennemsnit|i snit|gennemsnitligt?|gns\.?|gennemsnits|on average|in average|work|arbejde)",
    "most": r"(?:(?:helt )?op til|max\.?|maks\.?|maksimalt?|maximum|højst|up to|at most|no more than|ikke over)",
    "least": r"(?:min\.?|minimum|mindst|at least|ikke under|mere end|more than|over)",
    "about": r"(?:ca\.?|cirka|omkring|omtrent|gennemsnitligt?|i gennemsnit|around|about|approx\.?|approximately)",
    "limit": r"(?:(?:(?P<most><most>)|(?P<least><least>)|<about>|mellem|between|fra|from)_){0,3}",
    "amount": r"(?P<low><number>)(?P<more>_\+)?(?:_(?:<hour>)?_(?:-|/|til|to|og|and|eller|or)_(?:op til|up to)?_"
    r"(?P<high><number>))?",
    "more": r"(?P<plus>_\+|_(?:eller|or) (?:mere|flere|derover|more))",
    "month": r"(?:(?:om|i|hver|pr|pr\.|per) (?:måned(?:en)?|md\.?|mdr\.?)|_/_(?:måned|md|mdr|month)|månedlig\w*"
    r"|(?:a|per|each|every) month|monthly)",
    "daily": r"(?:(?:om|hver|pr|pr\.|per|a|each) (?:dag(?:en)?|hverdag|arbejdsdag|vagt|gang|aften|day|shift|evening)"
    r"|daglig\w*|daily|/dag|_/_(?:dag|day|vagt|shift))",
    "days": r"(?:\w*(?:dage?|aft(?:en|ener)|nætter|vagter?|formiddage|eftermiddage|hverdage|gange|days?|evenings?"
    r"|nights?|shifts?|mornings?|afternoons?|times))",
    "each": r"(?:[àáax×]|af|på|med|of|hver på|hver af|,_hver på|,|-|\()",
    "post": r"(?:\w*stilling(?:en|er|erne)?|\w*job(?:bet)?|\w*vikariat(?:et|er)?|ansættelse(?:n|r)?|beskæftigelse"
    r"|kontrakt(?:en)?|position|role|post|contract|deltid|fuldtid|fuld tid|part-?_?time|full-?_?time)",
    "is": r"(?:_[:=(-]_| (?:er|på|udgør|ligger|bliver|vil|være|kan|variere|forventes|at|forventet|normalt|normal|typisk|som"
    r"|udgangspunkt|om|i|ugen|uge|pr\.?|gennemsnit|gennemsnitligt?|tilsigtet|fastsat|aftalt|til|for|stillingen|dig|is|are"
    r"|will|be|expected|to|of|the|position|per|week|a|on|average|normally|typically|usually))",
    "weekhead": r"(?:(?:ugentlig\w*|weekly) (?:arbejdstid|timetal|timeantal|timer|hours|working hours)\w*"
    r"|timetal(?:let)?|timeantal(?:let)?|antal(?:let af)? timer|hours per week|hours/week|hours a week|weekly hours)",
    "timehead": r"(?:\w*arbejdstid(?:en)?|arbejdsugen?|working (?:time|week|hours)|hours of work|work hours|hours)",
}


_phrase = Grammar(WORDS).pattern

# ---- hours that are not the job's week; masked before anything is read

TRAPS = (
    _phrase("around the clock", r"<number>_<hour> i døgnet|24 hours a day|24_/_7|<number>_<hour> pr\.? døgn",
            yes="bemandet 24 timer i døgnet", no="24 timer om ugen"),
    _phrase("within", r"(?:inden for|indenfor|inden|within|efter|after|de første|the first|next|næste|seneste|sidste"
            r"|varer|tager|mere end de|lasts?|takes?) <number>_<hour>",
            yes="svar inden for 48 timer", no="mindst 20 timer om ugen"),
    _phrase("of which", r"(?:hvoraf|heraf|deraf|of which|including)(?: de| ca\.?)? <number>_<hour>",
            yes="hvoraf de 16 timer er til vejledning", no="en stilling på 16 timer"),
    _phrase("hours of something", r"<number> (?:timers|hours(?: of|'|')|hour) (?!<post>|ugentlig|arbejdsuge|uge|week|"
            r"work|arbejde|arbejdstid|pr|om|i |per|a |each|deltid|fuldtid)\w+",
            yes="med 3 timers kørsel til det første stop", no="en 37 timers stilling"),
    _phrase("notice", r"<number>_<hour> (?:kørsel|varsel|service|levering|før|after|before|away|drive|notice|siden)",
            yes="afbud 24 timer før", no="24 timer om ugen"),
    _phrase("year", r"<number> (?:timer|hours) (?:om året|årligt|pr\. år|a year|per year)",
            yes="80 timer om året", no="80 timer om måneden"),
    _phrase("pay", r"(?:kr\.?|dkk|kroner) (?:i|pr\.?|per) timen?", yes="148 kr. i timen", no="20 timer"),
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


def _times(factor: float) -> Callable[[re.Match[str]], Range]:
    """A reading of ``amount`` that multiplies it by ``factor``."""
    def convert(match: re.Match[str]) -> Range:
        low, high = _range(match)
        return (None if low is None else low * factor), (None if high is None else high * factor)
    return convert  # fmt: skip


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


def _nothing(match: re.Match[str]) -> Range:
    return None, None


# ---- the ways to offer hours, the most particular first

_DAYS = r"(?P<days><number>)(?:_(?:-|til|to|eller|or)_(?P<dayshigh><number>))? (?:\w+ )?<days>"
_NOT_MONTHLY = r"(?!,? (?:(?:om|pr\.?|i|a|per|each|hver) (?:måned|month)|hver (?:anden|tredje|2|3|4|14)|every))"

WAYS: tuple[tuple[Pattern, Callable[[re.Match[str]], Range]], ...] = (
    (_phrase("days of hours", rf"{_DAYS}{_NOT_MONTHLY}(?:,? <weekly>)?_<each>_<about>?_<amount>_<spoken>",
             yes="3 aftener om ugen à 4 timer", no="2 weekender om måneden à 8 timer"), _days_by_hours),
    (_phrase("hours a day, days", rf"<amount>_<hour> <daily>,?_(?:i|på|x|×|-|and|og|over|fordelt på|for)?_{_DAYS}"
             rf"{_NOT_MONTHLY}",
             yes="7,4 timer pr. dag, 5 dage", no="7,4 timer pr. dag"), _days_by_hours),
    (_phrase("days, hours a day", rf"{_DAYS}(?: <weekly>)?,?_(?:i|med|og|and|with|at|,|-)?_<about>?_<amount>_<hour>"
             r" <daily>",
             yes="3 days a week, 5 hours a day", no="5 hours a day"), _days_by_hours),
    (_phrase("hours every weekday", r"<amount>_<hour> <daily>,?_(?:fra )?(?:mandag|man\.?|monday)_(?:-|til|to)_"
             r"(?:fredag|fre\.?|friday)",
             yes="4 timer dagligt mandag til fredag", no="4 timer dagligt"), _five_days),
    (_phrase("hours over weeks", r"<limit>_<amount>_<hour> (?:over|på|pr\.?|per|i løbet af|in|every|hver) "
             r"(?:en )?(?P<weeks><number>)[\s-](?:uger?|weeks?|ugers)\w*",
             yes="136 timer over 4 uger", no="136 timer"), _per_weeks),
    (_phrase("hours a fortnight", r"<limit>_<amount>_<hour> (?:over|på|pr\.?|per|hver|every|a) (?:14\.? dage?|anden uge"
             r"|2\. uge|fortnight|second week|other week|two weeks)",
             yes="74 timer pr. 14 dage", no="74 timer"), _times(1 / 2)),
    (_phrase("hours a month", r"<limit>_<amount><more>?_<hour>(?: <average>)?_<month>",
             yes="80-130 timer om måneden", no="80-130 timer"), _times(1 / WEEKS_PER_MONTH)),
    (_phrase("hours a day", r"<amount>_<hour>_<daily>", yes="7,4 timer pr. dag", no="37 timer"), _nothing),
    (_phrase("fraction of full time", r"(?P<low>\d{1,2}(?:[.,]\d{1,2})?)(?:_-_(?P<high>\d{1,2}))?_/_37"
             r"(?:_(?:-?dele|timer))?(?![\d/-]|\.\d)",
             yes="Pædagogmedhjælper 30/37", no="30/3-2027"), _fraction),
    (_phrase("share of full time", r"<limit>_<amount>_(?:%|pct\.?|procent|percent|per cent)-?_(?:s[\s-])?"
             r"(?:\w*stilling\w*|ansættelse\w*|job|ansat|deltid\w*|beskæftigelses?\w*|position|post|employment|role|fte"
             r"|(?:af|of)(?: an?| en)? (?:fuld|hel|full)[\s-]?_?(?:tid|time)\w*)",
             yes="75 % af fuld tid", no="100 % underleverandør"), _times(FULL_TIME_HOURS / 100)),
    (_phrase("degree of employment", r"(?:beskæftigelsesgrad\w*|ansættelsesgrad\w*|employment rate)_"
             r"(?:(?:er|is|på|of|:)_){0,3}<amount>_(?:%|pct|procent|percent)",
             yes="beskæftigelsesgrad på 80 %", no="80 % af tiden"), _times(FULL_TIME_HOURS / 100)),
    (_phrase("weekly hours", r"<limit>_<amount><more>?_-?_<hour>(?P<plustoo> eller mere| eller flere| or more)?(?: <average>)?_<weekly>",
             yes="mellem 10 og 20 timer om ugen", no="inden for 48 timer"), _range),
    (_phrase("hours over the week", r"<limit>_<amount>_<spoken>,? (?:fordelt|spredt|delt|divided|spread|distributed)"
             r"<gap> (?:<weekly>|dage|hverdage|days)",
             yes="12-15 timer fordelt på 3 dage", no="24 timers levering"), _range),
    (_phrase("hours week", r"<limit>_<amount>_-?_<spoken>[\s-](?:arbejdsuge|uge|work(?:ing)?[\s-]?week|week)\w*",
             yes="en 37-timers arbejdsuge", no="en uges ferie"), _range),
    (_phrase("weekly hours are", r"<weekhead>(?!\w)<is>{0,8}_<limit>_(?=\d)<amount><more>?(?!_(?:%|kr|:|x|gange|vagter|dage))",
             yes="Gennemsnitlig ugentligt timetal: 30", no="Timetal efter aftale"), _range),
    (_phrase("working time is", r"<timehead>(?!\w)<is>{0,8}_<limit>_<amount><more>?_<spoken>",
             yes="Arbejdstiden er normalt 25 timer", no="Arbejdstid: kl. 8-16"), _range),
    (_phrase("number a week", r"(?:hours|timer)<is>{0,6}_<limit>_<amount> <weekly>",
             yes="Hours: 15-20 per week", no="Pay per week"), _range),
    (_phrase("post of hours", r"<post>(?: (?:er|is|normeret|normally))*_(?:på|af|of|til|med|with|for|omfatter|udgør|:|,"
             r"|-|\(|er)?_<limit>_<amount><more>?_-?_<spoken>",
             yes="et vikariat på 30 timer", no="stillingen med 2 kolleger"), _range),
    (_phrase("hours of post", r"<limit>_<amount><more>?_-?_<spoken>(?:_,| i| i en| -)?_(?:faste? |permanent )?<post>",
             yes="en 37 timers stilling", no="24 timers vagt"), _range),
    (_phrase("someone for hours", r"(?:søge[rs]?|ansætter|brug for|mangler|hiring|looking for|seeking|need) "
             r"[^;!?]{0,60}?(?<!vagt)(?<!dag)(?<!forløb)(?:,| på| i| for| til| med)? <limit>_<amount><more>?_-?_<spoken>"
             r"(?! (?:varsel|før|efter|i timen|kursus))",
             yes="Vi søger 3 lærere på 37 timer", no="Vi søger 3 lærere"), _range),
)  # fmt: skip

TITLE_HOURS = _phrase("hours in a title", r"<limit>_<amount><more>?_-?_(?:<spoken>|t)(?! \w*vagt)(?! service)",
                      yes="Pædagog, 30 timer", no="Pædagog")  # fmt: skip

HALF_TIME = _phrase("half time", r"(?:på )?(?:halvtid|halv tid|halvtidsstilling|halvtidsjob|half[\s-]time)",
                    yes="Stillingen er på halvtid", no="en halv time")  # fmt: skip

TO_FULL_TIME = _phrase(
    "up to full time",
    r"(?:<spoken> <weekly>?_(?:eller|til|op til|or|to|up to|-)_(?:en )?(?:fuld_tid|full[\s-]time)"
    r"|(?:fuldtid\w*|fuld tid|full[\s-]time)_(?:\w+ )?(?:eller|og|/|or|and)_(?:\w+ ){0,4}<number>)",
    yes="20 timer eller fuldtid", no="20 timer om ugen",
)  # fmt: skip

# ---- whose hours

OTHERS = _phrase(
    "others at work",
    r"(?:(?:(?:dine|vores|mine|alle|andre|our|your|most|af de|af vores) (?:\w+ ){0,2}(?:kolleg\w*|medarbejdere|ansatte"
    r"|elever\w*|børn\w*|ledere?|colleagues|staff|employees|team\w*|pupils|people))|(?:de øvrige|de andre|the other"
    r"|the others|resten af)(?: [\w-]+){0,2}|eleverne|børnene|borgerne|beboerne) (?:er|arbejder|har|går|kører|works?|are"
    r"|is|have|has)",
    yes="dine kolleger er på 37 timer", no="sammen med dine kolleger",
)  # fmt: skip
APPLICANT = _phrase("the applicant", r"du|dig|stillingen|jobbet|you|the position|the job", yes="og du får", no="vi får")
NOT_WORK = _phrase(
    "open or absent",
    r"(?:åben|åbent|åbne|åbner|åbningstid\w*|holder åbent|open|opening|bemandet|staffed|kørsel|køretid|transport\w*"
    r"|motion|fitness|gym|supervision|commut\w*|pasning|lukket|closed)",
    yes="hallen har åbent 92 timer om ugen", no="20 timer om ugen",
)  # fmt: skip
WORKING = _phrase("working", r"du|dig|arbejder|arbejde|arbejdstid\w*|stilling\w*|you|work|position",
                  yes="du arbejder 20 timer", no="butikken er åben")  # fmt: skip
_CLAUSE_END = re.compile(r"[,;:(]")

# ---- words instead of numbers

FULL_TIME = _phrase(
    "full time",
    r"(?:fuldtids?|fuld tid|heltid|fuldtids(?:-|_)?(?:stilling\w*|job\w*|ansættelse\w*|beskæftigelse\w*|ansat|vikariat\w*"
    r"|medarbejder|kontrakt|position|arbejde|besk\w*)|full[\s-]?time)",
    yes="Begge stillinger er på fuldtid", no="Vi er 12 fuldtidsansatte",
)  # fmt: skip
PART_TIME = _phrase(
    "part time",
    r"(?:deltids?|deltids-?_?(?:stilling\w*|job\w*|ansættelse\w*|beskæftig\w*|ansat|vikariat\w*|medarbejder)"
    r"|part[\s-]?time|nedsat tid|nedsat arbejdstid)",
    yes="en fast stilling på deltid", no="Vi er 5 deltidsansatte",
)  # fmt: skip
WORD_TRAPS = (
    _phrase("not full time", r"(?:ikke|not|ingen|no)(?: \w+){0,2} (?:fuldtid\w*|fuld tid|full[\s-]time|deltid\w*|part"
            r"[\s-]time)", yes="det er ikke en fuldtidsstilling", no="det er en fuldtidsstilling"),
    _phrase("full time later", r"(?:mulighed for|på sigt|senere|kan blive|med tiden|udvikle sig til|option of|later)"
            r"(?: en| at komme)?(?: op)?(?: på| til)? (?:fuldtid\w*|fuld tid|full[\s-]time)",
            yes="med mulighed for fuldtid", no="på fuldtid"),
    _phrase("another job", r"(?:andet|have another|har et|et andet) (?:deltidsjob|fuldtidsjob|part[\s-]time job)",
            yes="har et andet deltidsjob", no="et deltidsjob"),
    _phrase("study", r"(?:fuldtidsstud\w+|full[\s-]time (?:students?|studies|employees|staff|colleagues|equivalent\w*)"
            r"|(?:fuldtids|deltids)(?:ansatte|kolleger)|part[\s-]time (?:staff|employees|students?|colleagues))",
            yes="for full-time students", no="full-time position"),
    _phrase("share", r"(?:%|pct\.?|procent|percent) (?:af|of)(?: en)? (?:fuld_tid\w*|full[\s-]time)",
            yes="75 % af fuldtid", no="på fuldtid"),
)  # fmt: skip
EITHER_TIME = _phrase(
    "full or part time",
    r"(?:(?:fuldtid\w*|fuld tid|full[\s-]?time)_(?:eller|/|og|og/eller|or|and)_(?:på )?(?:deltid\w*|part[\s-]?time)"
    r"|(?:deltid\w*|part[\s-]?time)_(?:eller|/|og|or|and)_(?:på )?(?:fuldtid\w*|fuld tid|full[\s-]?time))",
    yes="fuldtid eller deltid", no="fuldtid i dagtimerne",
)  # fmt: skip
PART_TIME_OPEN = _phrase(
    "part time possible",
    r"(?:(?:mulighed for|ønske\w* om|possibility of|ønsker|overveje|aftale|drøfte|også|option of|gerne|søge om) (?:\w+ )?"
    r"(?:deltid\w*|nedsat tid|part[\s-]?time)|(?:deltid\w*|part[\s-]?time) (?:\w+ ){0,2}(?:aftales|overvejes|mulighed"
    r"|muligt|drøftes|possible|considered|option|komme på tale))",
    yes="mulighed for deltid", no="en stilling på deltid",
)  # fmt: skip
NEGOTIABLE = (
    _phrase("hours by agreement", r"(?:timetal\w*|timeantal\w*|antal(?:let)? (?:af )?timer|timerne|arbejdstid(?:en)?|ugentlige timer"
            r"|hvor mange timer|omfanget?) (?:\w+ ){0,5}?(?:efter (?:\w+ )?aftale|aftales|aftaler vi|kan aftales"
            r"|forhandles|er til forhandling|kan tilpasses|er fleksibelt|er op til dig|finder vi ud af|bliver vi enige"
            r" om|snakker vi om|taler vi om|drøftes|tilpasses)",
            yes="Timetal efter aftale", no="Løn efter aftale"),
    _phrase("agree on hours", r"(?:vi aftaler|aftale|aftaler|bestemmer(?: du)? selv,?|vælger(?: du)? selv,?|blive enige om"
            r"|flexible about|agree on|discuss|decide) (?:\w+ ){0,3}?(?:timetal\w*|timeantal\w*|antal\w* (?:af )?timer"
            r"|hvor mange timer|the number of hours|how many hours|your hours|hours per week|weekly hours)",
            yes="vi aftaler timetallet sammen", no="vi aftaler lønnen"),
    _phrase("hours are negotiable", r"(?:number of hours|working hours|weekly hours|hours) (?:\w+ ){0,5}?(?:negotiable"
            r"|by agreement|to be agreed|can be (?:agreed|discussed|negotiated)|are up to you|(?:are|is) (?:agreed"
            r"|flexible and agreed)|depends? on you|according to agreement)",
            yes="Hours are negotiable", no="Salary is negotiable"),
    _phrase("flexible hours", r"(?:fleksibelt (?:timetal|timeantal|antal timer)|flexible number of hours)",
            yes="et fleksibelt timetal", no="fleksible arbejdstider"),
)  # fmt: skip

PATTERNS = (
    *TRAPS, *(way for way, _ in WAYS), TITLE_HOURS, HALF_TIME, TO_FULL_TIME, OTHERS, APPLICANT, NOT_WORK, WORKING,
    FULL_TIME, PART_TIME, *WORD_TRAPS, EITHER_TIME, PART_TIME_OPEN, *NEGOTIABLE,
)  # fmt: skip


def read_hours(sentences: Sequence[Sentence]) -> HoursFact:
    """The weekly hours of the whole ad: numbers first, then "fuldtid", "efter aftale", "deltid", else unstated."""
    telling = mentioning(sentences, TRIGGERS)
    offers = [offer for sentence in telling for offer in _offers(sentence)]
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
    ways = (*WAYS, (TITLE_HOURS, _range)) if sentence.in_title else WAYS
    for way, convert in ways:
        for match in list(way.finditer(text)):
            if "#" in match.group():
                continue
            low, high = convert(match)
            text = text[: match.start()] + "#" * len(match.group()) + text[match.end() :]
            if _plausible(low, high) and not _about_others(sentence.text, *match.span()):
                yield Offer(low, _to_full_time(sentence.text, high), sentence.quote(*match.span()))
    half = HALF_TIME.search(text)
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
