"""Whether an ad offers several posts that it tells apart: then what it says of one is not true of all."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from matcher.reader.patterns import Grammar, number
from matcher.reader.sentences import LONGEST_QUOTE, Sentence

_phrase = Grammar({
    "post": ("stilling(?:en)?", "job(?:bet)?", "position", "post", "role", "vakance", "opening", "vacancy", "plads",
             "rute", "blok", "ordning"),
    "posts": ("stillinger", "jobs?", "positions", "posts", "roles", "vakancer", "openings", "vacancies", "pladser",
              "kolleger", "medarbejdere", "voksne", "colleagues", "people", "personer"),
    "many": ("to", "tre", "fire", "flere", "two", "three", "four", "several", "2", "3", "4", "følgende", "following",
             "ledige", "vacant", "open", "forskellige", "different", "disse", "these"),
    "seek": ("søger", "søges", "mangler", "ansætter", "leder efter", "har brug for", "hiring", "hire", "looking for",
             "seeks?", "seeking", "needs?", "recruiting", "ledige?",
             "opslår", "<many> (?:<posts>)", "har (?:et|en) (?:job|stilling)"),
    "near": r"(?:[\w-]+ ){0,2}?",
    "unit": ("dag", "dage", "timer?", "uger?", "gange", "år", "md", "måneder", "days?", "hours?", "weeks?", "times",
             "years?", "months?", "eller", "or", "til", "to"),
    "a": ("en", "et", "én", "ét", "a", "an", "one", "1"),
    "part": ("arbejdstid", "ugentlig", "timer", "timetal", "løn", "ansæt", "omfang", "start", "periode",
             "\\buge[rn]?\\b",
             "frist", "hours", "pay", "salary", "contract", "week\\b", "i alt", "ferie", "sommer", "vinter", "sæson",
             "summer", "winter", "season", "juni", "juli", "june", "july", "august", "januar", "\\b(?:<weekday>)\\b",
             "\\bvagt(?:er)?$", "pause"),
    "nobody": ("du", "vi", "dig", "dine?", "dit", "der", "det", "hvis", "når", "som", "vores", "lignende", "andre",
               "you", "we", "your", "our", "if", "læs", "derefter", "herefter", "senere", "oplæring",
               "then", "see", "similar", "other"),
    "verb": ("er", "har", "får", "bliver", "blev", "var", "kan", "skal", "drives", "is", "are", "was", "has", "have",
             "will", "can", "works?", "arbejder"),
    "hour": ("timer?s?", "t", "hours?", "hrs?"),
    # Endings of common names of jobs, chosen by hand; the front may be any ("natportør").
    "job": r"\w{0,20}(?:assistent|medarbejder|hjælper|hjælp|chauffør|portør|portier|receptionist|vært|værtinde|kok"
           r"|tjener|opvasker|pakker|bager|slagter|bartender|tekniker|montør|operatør|pædagog|lærer|vikar|jomfru"
           r"|sælger|ekspedient|mekaniker|gartner|smed|tømrer|maler|elektriker|konditor|plejerske|terapeut|afløser"
           r"|nattevagt|fører|betjent|handyman|bud|vagtmand|(?<=\w)arbejder|konsulent|leder|sekretær|bogholder|instruktør"
           r"|rengører|barista|stuepige|træner|kørers?|pedel|vaskeri|opfylder|kasserer|assistant|porter"
           r"|waiter|waitress|cook|chef|cleaner|driver|washer|packer|baker|host|helper|worker|operator|technician|clerk|attendant|nurse|teacher"
           r"|housekeeper|janitor|picker|gardener|manager|seller|guard)(?:k?en?|er|r|n|s|ne|erne)?",
}).pattern  # fmt: skip

# "Stilling 1: Opvasker", "Job B - natportør": a line that says which post it is about.
LABEL = _phrase("label of a post", r"(?:<post>)_(?:nr\.?|no\.?)?_(?P<which>[1-5b-e](?!_<unit>)|(?:a|i{1,3})"
                r"(?=_[:.,()-]|$| er | is ))", yes="Stilling 2: natportør", no="stilling 2 dage om ugen")  # fmt: skip
ORDINAL = _phrase("ordinal of a post", r"(?P<which>de[nt] ene|de[nt] and(?:en|et)|første|anden|tredje|the \w+"
                  r"|(?:den|det) (?:første|anden))\.?_(?:<post>|af dem|of them)_(?::|er|som|is|ligger|får|har)",
                  yes="Første stilling: kok", no="den første stilling")  # fmt: skip
ONE_AND_OTHER = _phrase("the one and the other", r"(?P<which>den ene|den anden|det ene|det andet|the other)"
                        r" (?:er (?:en?|et|som)|får|is (?:an?|for|as))",
                        yes="Den ene er en kok", no="den ene vej")  # fmt: skip
AS = _phrase("as a post", r"(?:som|as an?) (?P<which><near><job>) (?:arbejder|får|har|møder|skal|bliver|er|vil|you)",
             yes="Som kok arbejder du", no="som du ved")  # fmt: skip
NAMED = _phrase("post by name", r"(?:<post>|jobtitel|titel)_:_(?P<which>[^\W\d][^.:,]{2,40})$",
                yes="Stilling: Natportør", no="stilling 1")  # fmt: skip
ANNOUNCED = _phrase("several posts", r"(?:<seek>|har|har vi|have|tilbyder|offer)_<gap>(?:<many>)"
                    r"(?: [\w-]+){0,2}? (?:<posts>)|(?:ledige|følgende|vacant|open) (?:<posts>)",
                    yes="Vi søger to nye kolleger", no="vi søger to kokke")  # fmt: skip
TWO_JOBS = _phrase("two jobs", r"(?:<seek>)\b[^.;!?]{0,40}?\b(?P<a><a> )?<near>(?P<one><job>)(?!\w)"
                   r"(?P<between>[^;!?]{0,90}?)\b(?P<and>og|samt|plus|and|eller|or) (?P<b><a> )?<near>(?P<other><job>)",
                   yes="Vi søger både en kok og en opvasker", no="søger to kokke")  # fmt: skip
TWO_HOURS = _phrase("two with hours", r"(?:<seek>|hjælp)\b[^;!?]{0,60}?\b<a> (?P<one>[\w-]{3,30})[^;!?]{0,40}?"
                    r"<number>_<hour>\b"
                    r"(?P<between>[^;!?]{0,60}?)\b(?:og|samt|and) (?:til \w+ )?<a> (?P<other>[\w-]{3,30})"
                    r"[^;!?]{0,40}?<number>_<hour>",
                    yes="søger en dreng på 8 timer og en mand på 37 timer", no="en kok på 37 timer")  # fmt: skip
SPELL = _phrase("stretch of time", r"\w*(?:dage?|aften|nat|weekend|time|uge|måned|gang|pause|vagtplan|day|evening"
                r"|night|week|month|shift|break)|vagt|anden|ekstra|extra", yes="weekend", no="kok")  # fmt: skip
OF_A_POST = _phrase("a job that belongs to another", r"der|som|who|that|sammen|together|med|with|til (?:at|et)|under"
                    r"|hos|to|gerne|helst", yes="sammen med", no="og")  # fmt: skip
AMOUNT = _phrase("hours of a post", r"(?P<hours><number>)_(?:ugentlige )?(?:<hour>)"
                 r"(?! (?:i døgnet|dagligt|om dagen|a day|per day))"
                 r"|(?P<time>(?:fuld|del|halv|full|part)[\s-]?(?:tid|time))(?:s?stilling)?",
                 yes="ca. 12 timer", no="kl. 12")  # fmt: skip
LINE = _phrase("line of a post", r"\*?(?:[1-9a-e][.):]_|[1-9] )?(?:<a> )?(?P<label>[^\W\d][\w/&'\s-]{1,45}?)\*?"
               r"(?=_[:,(/](?! (?:der|som|hvor|og|who) )|_- | -| kl\b|_\d)",
               yes="Natportør – 37 timer", no="37 timer")  # fmt: skip
HEADING = _phrase("heading of a post", r"#{0,4}_\*{0,2}(?:the |<a> )?(?P<label><near><job>)"
                  r"(?: (?:(?:til|i|på|for|in|at) [^.:;,(]{1,40}|\([^)]{1,30}\)))?_:?\*{0,2}$",
                  yes="Natportør", no="kokken arbejder")  # fmt: skip
ACTING = _phrase("a job that does something", r"(?:the )?(?P<label><near><job>) (?:arbejder|får|har|møder|skal|er|works"
                 r"|has|is|will|starts)", yes="Kokken arbejder", no="kok")  # fmt: skip
JOB = _phrase("name of a job", r"<job>", yes="natportør", no="opgaver")
# What a line may begin with that names no post: who does it, when, and the headings of an ad's parts.
NO_POST = _phrase("no post", r"(?:<nobody>)\b.*|.*\b(?:<verb>)\b.*|.*<part>.*",
                  yes="Arbejdstid", no="natportør")  # fmt: skip
TERMS = _phrase("terms beside the hours", r"kl|\w{0,10}(?:dage?|aften(?:er)?|nat|nætter|vagter)|evenings?|nights?"
                r"|mornings?|days?|weekends?", yes="faste aftener", no="37 timer")  # fmt: skip
DEADLINE = _phrase("deadline of a post", r"\w{0,10}frist(?:en)?|deadline|senest|apply by|closing date",
                   yes="Ansøgningsfrist", no="frisk")  # fmt: skip

PATTERNS = (
    LABEL, ORDINAL, ONE_AND_OTHER, AS, NAMED, HEADING, ACTING, OF_A_POST, ANNOUNCED, TWO_JOBS, TWO_HOURS, SPELL, AMOUNT,
    LINE, JOB, NO_POST, TERMS, DEADLINE,
)  # fmt: skip
_RULE = re.compile(r"[-_=*~#]{3,}$")
_LINE = re.compile(r"[^\s][^\n\r]*")
MOST_WORDS = 4  # of a label that names no job
LEAST_HOURS = 9  # a week: fewer are of a shift or a talk


def several_posts(sentences: Sequence[Sentence]) -> str | None:
    """The words that begin the second of the posts that an ad tells apart; None where it is about one.

    Two of a kind ("vi søger to kokke") are one post, and so is a choice of hours or shifts.
    """
    lines = [line for sentence in sentences for line in _by_line(sentence)]
    return _labelled(lines) or _two_jobs(sentences) or _lines(lines) or _headings(lines) or _whole_ads(lines)


def _by_line(sentence: Sentence) -> Iterator[Sentence]:
    """The lines of a sentence that runs over several, such as "1) Kok, 37 timer om ugen" and "2) Pakker"."""
    for line in _LINE.finditer(sentence.original):
        start, end = line.span()
        yield replace(
            sentence, start=sentence.start + start, end=sentence.start + end,
            text=sentence.text[start:end], original=line.group(),
        )  # fmt: skip


def _labelled(sentences: Sequence[Sentence]) -> str | None:
    """ "Stilling 1 ...", "Stilling 2 ..."; "Den ene er en kok", "Den anden er en opvasker"."""
    for way in (LABEL, ORDINAL, ONE_AND_OTHER, AS, NAMED):
        found = ((match["which"], s.quote(*match.span())) for s in sentences if (match := way.regex.match(s.text)))
        if second := _second(found):
            return second
    return None


def _two_jobs(sentences: Sequence[Sentence]) -> str | None:
    """ "Vi søger en kok (37 timer) og en opvasker (10 timer)"."""
    for sentence in sentences:
        for match in TWO_JOBS.finditer(sentence.text):
            rest = sentence.text[match.end() : match.end() + 60]
            hours = [bool(AMOUNT.search(told)) for told in (match["between"], rest)]
            named = match["a"] and match["b"]
            if match["and"] in ("eller", "or") or OF_A_POST.search(match["between"]):
                named = False
                hours = [all(hours)]
            if (named or any(hours)) and not _same(match["one"], match["other"]):
                return sentence.quote(*match.span("other"))
        for match in TWO_HOURS.finditer(sentence.text):
            of_time = SPELL.regex.fullmatch(match["one"]) or SPELL.regex.fullmatch(match["other"])
            if not of_time and not OF_A_POST.search(match["between"]) and not _same(match["one"], match["other"]):
                return sentence.quote(*match.span("other"))
    return None


def _lines(sentences: Sequence[Sentence]) -> str | None:
    """ "Natportør – 37 timer", "Køkkenhjælp – 12 timer": lines with a name and hours each."""
    named: list[tuple[str, str]] = []
    other: list[tuple[str, str, str]] = []
    for sentence in sentences:
        line = None if sentence.in_title else LINE.regex.match(sentence.text)
        amount = AMOUNT.search(sentence.text) if line else None
        if not line or not amount or NO_POST.regex.fullmatch(line["label"]):
            continue
        label, quote = line["label"], sentence.quote(*line.span())
        if JOB.search(label):
            named.append((label, quote))
        many = amount["time"] or number(amount["hours"]) >= LEAST_HOURS
        only_hours = AMOUNT.regex.fullmatch(label) and not TERMS.search(sentence.text)
        if len(label.split()) <= MOST_WORDS and many and not only_hours:
            other.append((label, quote, sentence.text[line.end() :]))
    if second := _second(named):
        return second
    if len({terms for _, _, terms in other}) > 1:
        return _second((label, quote) for label, quote, _ in other)
    return None


def _headings(sentences: Sequence[Sentence]) -> str | None:
    """Headings "Opvasker" and "Tjener" with hours under each or after "Ledige job"; there, "Kokken arbejder ..."."""
    announced = any(ANNOUNCED.search(s.text) for s in sentences)
    body = [s for s in sentences if not s.in_title]
    headings = [(n, match) for n, s in enumerate(body) if (match := HEADING.regex.match(s.text))]
    places = [n for n, _ in headings] + [len(body)]
    told = [
        (match["label"], body[n].quote(*match.span()))
        for (n, match), end in zip(headings, places[1:], strict=True)
        if any(AMOUNT.search(s.text) for s in body[n + 1 : end]) or (announced and end > n + 1)
    ]
    acting = [
        (match["label"], s.quote(*match.span()))
        for s in body
        if announced and AMOUNT.search(s.text) and (match := ACTING.regex.match(s.text))
    ]
    return _second(told) or _second(acting)


def _whole_ads(sentences: Sequence[Sentence]) -> str | None:
    """Two ads with a rule between them, each with hours and a deadline of its own."""
    rules = [place for place, sentence in enumerate(sentences) if _RULE.match(sentence.text)]
    if not rules or rules[-1] == len(sentences) - 1:
        return None
    for sign in (AMOUNT, DEADLINE):
        places = [place for place, sentence in enumerate(sentences) if sign.search(sentence.text)]
        rules = [rule for rule in rules if places and places[0] < rule < places[-1]]
    return sentences[rules[0] + 1].original[:LONGEST_QUOTE] if rules else None


def _second(found: Iterable[tuple[str, str]]) -> str | None:
    """The quote of the first of ``found`` whose name is not the first one's."""
    names: Iterator[tuple[str, str]] = iter(found)
    first = next(names, None)
    return next((quote for name, quote in names if first and not _same(name, first[0])), None)


def _same(one: str, other: str) -> bool:
    one, other = one.strip(), other.strip()
    return one == other or (min(len(one), len(other)) > 2 and (one in other or other in one))
