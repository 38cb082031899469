"""Deadline and start: which of an ad's dates is which, and in what year.

A date counts only beside a word that says what it is for ("ansøgningsfrist", "senest" with something about applying,
"tiltrædelse"); interview, event and founding dates have other words beside them. A date without a year is the next
one after publication; where publication is unknown, the ad's other date may pin it (one applies before one starts),
else only month and day are given.
"""

import calendar
import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from matcher.reader.patterns import WEEKDAYS, Grammar, Pattern, first_match, mask
from matcher.reader.sentences import Sentence, mentioning
from matcher.schema import Vacancy

MONTH_NUMBERS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "maj": 5, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "okt": 10,
    "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
NEAR = 45  # characters between a label and its date
EARLIEST_YEAR, LATEST_YEAR = 1990, 2100

_phrase = Grammar({
    "month": ("januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober",
              "november",
              "december", "january", "february", "march", "may", "june", "july", "october", "jan", "feb", "mar", "apr",
              "jun", "jul", "aug", "sept?", "okt", "oct", "nov", "dec"),
    "ordinal": ("st", "nd", "rd", "th"),
    "year": r"(?:19|20)\d\d",
    "shortyear": r"\d{4}|\d\d",
    "d": r"(?P<day>\d{1,2})",
    "m": r"(?P<month>\d{1,2})",
    "deadline": (r"\w*ansøgningsfrist\w*", r"ansøgningfrist\w*", r"ans\.?_frist\w*", "sidste frist", "frist", "fristen",
                 "svarfrist", "deadline", "closing date", "ansøgningsdato", "application date", "apply by",
                 "sidste (?:ansøgnings)?dag", "last day to apply", "udløbsdato", "(?:<notice>) (?:<closes>)",
                 "(?:<closes>) (?:<notice>)", "applications? closes?"),
    "notice": ("annoncen", "opslaget", "stillingsopslaget", "stillingen", "jobbet", "jobopslaget", "the ad",
               "the position", "the post", "vacancy", "ansøgning(?:er)?"),
    "closes": ("lukker", "lukkes", "udløber", "er slået op til", "er åbent? til", "lukker for", "closes", "expires",
               "is open until"),
    "nolater": ("senest", "inden", "før", "no later than", "not later than", "no later", "before", "by", "latest",
                "så vi har (?:den|dem|det)", "so that we have it", "i hænde", "til og med",
                "frem til", "indtil", "ikke senere end"),
    "apply": (r"\w*ansøg\w*", "søg", "søge", "søges", r"send\w*", r"modtage\w*", "i hænde", r"skriv\w*", r"mail\w*",
              r"tilmeld\w*", "svar", "cv", "apply", "applications?", "write", "submit", r"henv\w*", r"aflever\w*",
              "opslaget", "brev", "hear from you", r"hører? fra dig", "et par ord", "interesseret",
              "kontakt"),
    "otherdate": (r"samtale\w*", r"interview\w*", r"tiltræd\w*", "opstart", "rundvisning", "åbent hus", r"besøg\w*",
                  "du får svar", "du hører", "hører du", "you will hear", "we will reply", "besked", "nyansatte",
                  "kurset", "start(?:dato|er)?", "slutter", "first working day", "ends?"),
    "taking": ("ansætter", "ansættes", "optager", "indkalder", "tager imod", "taler", "behandler?", "besættes",
               "vurderes?", "screener", "læser", "inviterer", "samtaler", r"ansøgning\w*", "kandidater", "ser på"),
    "taking2": ("afholder", "holder", "indkalder", "ansætter", "behandler", "tager", "gennemgår", "vurderer",
                "inviterer", "kalder", "læser"),
    "hiring": (r"interview\w*", "applications?", r"hir\w+", r"review\w*", r"recruit\w*"),
    "date": r" (?:den |d\.? ?|the )?\d",
    "ever": ("altid", "hele tiden", "løbende", "året rundt", "always", "constantly", "continuously"),
    "folk": (r"nye", "flere", "folk", r"kolleger\w*", r"medarbejdere\w*", r"vikarer\w*", r"afløsere\w*", "hænder",
             "people", "colleagues", "staff", "more"),
    "anytime": ("når som helst", "når det passer dig", "når du vil", "året rundt", "hele året", "any time", "anytime",
                "at any time", "whenever you like"),
    "allthetime": ("løbende", "hele tiden", "hele året"),
    "until": ("når", "så snart", "indtil", "til", "once", "until", "when", "as soon as"),
    "start": (r"tiltræd\w*", r"(?:job|op)?start(?:dato|er|e)?", "starting", "begynde[rs]?", "ansættelsesdato",
              r"ansættelsestids?punkt", "i gang", "start date", "first (?:working )?day", "besættelse", "besættes",
              "besat", "commencement", "begins?"),
    "post": (r"ansættelse\w*", "ansættes", "ansat", r"ledig\w*", "available", "ind i planen", "join us", "beginning",
             "position", "søges", "søger", r"\w*vikar\w*", r"\w*stilling\w*", r"sæson\w*"),
    "notstart": (r"samtale\w*", r"interview\w*", r"\w*frist\w*", "senest", "inden", "siden", "deadline",
                 "no later than",
                 "grundlagt", "etableret", "since", "founded", "before", "established", "oprettet", "startede",
                 "begyndte", "started", "indtil", "til og med", "until"),
    "soon": (r"snarest(?: muligt)?", "hurtigst muligt", "med det samme", "straks", "omgående", "as soon as possible",
             "asap", r"immediate(?:ly)?", "right away", "hurtig (?:opstart|start|tiltrædelse)"),
    "agreed": (r"efter (?:nærmere |individuel )?aftale", "aftales", "aftaler vi", "vi aftaler", "som det passer",
               "når det passer", "når du kan", r"by (?:mutual )?agreement", "to be agreed", r"(?:is|be) agreed",
               "as agreed", "flexible", "negotiable", "passer os begge"),
}).pattern  # fmt: skip

# ---- the ways to write a date

DATES = (
    _phrase("day month", r"<d>(?:\.|<ordinal>)?_(?:of )?(?P<month><month>)\.?(?:,?_(?P<year><year>))?",
            yes="den 30. november 2016", no="30 medarbejdere"),
    _phrase("month day", r"(?P<month><month>)\.? <d>(?:<ordinal>)?(?!\d|[.:]\d|_(?:timer"
            r"|hours))(?:,? (?P<year><year>))?",
            yes="December 6, 2026", no="december 2026"),
    _phrase("end of month", r"(?:udgangen af|the end of) (?P<last><month>)(?: (?P<year><year>))?",
            yes="inden udgangen af november", no="slutningen af året"),
    _phrase("iso", r"(?P<year><year>)-(?P<month>\d\d)-(?P<day>\d\d)", yes="2026-12-03", no="2026-2027"),
    _phrase("slashes", r"<d>_/_<m>(?:_[/-]_(?P<year><shortyear>))?(?![\d/])", yes="senest den 22/6-12", no="24/7/365"),
    _phrase("dots", r"<d>\.__<m>\.__(?P<year><shortyear>)(?!\d|\.\d)", yes="søndag d. 13.12.2026", no="kl. 13.30"),
    _phrase("hyphens", r"<d>-<m>-(?P<year><shortyear>)(?![\d-])", yes="13-12-2026", no="8-12 timer"),
    _phrase("weekday of a week", r"(?P<weekday><weekday>) i uge (?P<week>\d{1,2})(?!\d)", yes="senest fredag i uge 48",
            no="fredag den 4."),
    _phrase("week", r"uge (?P<week>\d{1,2})(?![\d-])(?! timer)", yes="start i uge 33", no="37 timer om ugen"),
    _phrase("day.month", r"(?:d\.?|den) <d>\.<m>\.?(?P<year>(?!))?(?![\d:])", yes="frist d. 29.11.", no="kl. 10.30"),
)  # fmt: skip

# ---- what a date is for

DEADLINE_LABEL = _phrase("deadline", r"<deadline>", yes="Ansøgningsfrist: 8. januar", no="med korte tidsfrister")
APPLICATIONS = _phrase("applications", r"ansøgning(?:er)?|applications?", yes="Vi lukker for ansøgninger",
                       no="Ansøgningsfrist 1. maj")  # fmt: skip
NO_LATER = _phrase("no later than", r"<nolater>", yes="senest den 4. december", no="snarest muligt")
APPLYING = _phrase("applying", r"<apply>", yes="Send os et par linjer", no="Vi er 12 kolleger")
WEEKDAY_COMMA = re.compile(rf"(?:{'|'.join(WEEKDAYS)}),")  # "Friday, 4 December"
NOT_DEADLINE = _phrase("other date", r"<otherdate>", yes="Samtaler holdes den 14. januar",
                       no="Ansøgning sendes den 14. januar")  # fmt: skip
ROLLING = (
    _phrase("no deadline", r"(?:ingen|ikke(?: en| nogen)?|no|there is no) (?:fast |bestemt |sidste |fixed )?(?:\w*frist"
            r"|udløbsdato|dato for ansøgning|deadline|closing date)", yes="Der er ikke nogen sidste frist",
            no="Ansøgningsfrist 1. maj"),
    _phrase("open until", r"(?:annoncen|opslaget|the ad|registration|tilmeldingen) (?:er|is|står|bliver)"
            r" (?:aktivt?|åbent?|oppe|open)(?: \w+){0,2}? (?:indtil|til|altid|until|all the time|always)(?!<date>)",
            yes="Annoncen er aktiv indtil vi har hold nok", no="Annoncen er åben til den 3. maj"),
    _phrase("closed when found", r"(?:lukker|tager|close|take) (?:vi |we )?(?:<notice>)(?: ned| down)?,? (?:<until>)"
            r"|(?:<notice>) (?:<closes>),? (?:<until>)|dukker op,? (?:lukker|stopper) vi",
            yes="Når den rigtige dukker op, stopper vi", no="Vi lukker butikken, når vi går hjem"),
    _phrase("as they come", r"(?:efterhånden som|i takt med at|løbende,? når|som) de (?:kommer|modtages|tikker|dukker)"
            r"|as (?:they|applications) (?:come|arrive|are received)",
            yes="Vi læser ansøgninger, efterhånden som de kommer", no="De kommer fra hele verden"),
    _phrase("running", r"(?:<taking>)(?: [\w-]+){0,5} (?:<allthetime>)(?! (?:udvikl|invest|følg|opdat|tilbyd"
            r"|forbedr)\w*)",
            yes="Vi holder samtaler løbende", no="Vi udvikler os løbende"),
    _phrase("always hiring", r"(?:søger|mangler|ansætter|har brug for|hiring) (?:<ever>) (?:<words>)?(?:<folk>)"
            r"|(?:<ever>) (?:brug for|plads til|in need of) (?:<words>)(?:<folk>)",
            yes="Vi har altid brug for nye kolleger", no="Vi søger altid at gøre det godt"),
    _phrase("any time", r"(?:søg\w*|ansøg\w*|skriv\w*|ring\w*|kontakt\w*|apply|write)(?: \w+){0,3}?"
            r" (?:<anytime>)", yes="Du kan søge når som helst", no="Søg senest i morgen"),
    _phrase("no hurry", r"ingen (?:hast|tidspres)|uden (?:fast |bestemt )?\w*frist|først til mølle"
            r"|first come,? first served|no rush", yes="stillingen er uden ansøgningsfrist", no="uden erfaring"),
    _phrase("taken down when", r"(?:fjerner|tager|lader|holder|keep|leave|take) (?:\w+ )?(?:<notice>)(?: \w+){0,3}?"
            r",? (?:<until>)(?: \w+){0,4}? (?:fundet|nok|besat|hold|found|enough|filled)",
            yes="Vi lader annoncen stå, til vi har nok", no="Vi tager den, når du ringer"),
    _phrase("interviews every week", r"(?:\w*samtaler|prøvedage?|interviews?)(?: \w+){0,2}? (?:hver|every|each)"
            r" (?:uge|week|<weekday>)|(?:indkalder|kalder ind|kalder til samtale|samtaler) undervejs",
            yes="Vi holder samtaler hver onsdag", no="samtaler hver for sig"),
    _phrase("in the order they come", r"i den rækkefølge,? (?:de|ansøgningerne) (?:kommer|modtages)"
            r"|in the order (?:they|we)", yes="i den rækkefølge, de kommer", no="i den rækkefølge, du vil"),
    _phrase("taking people in", r"(?:tager|sætter) (?:[\w-]+ ){1,4}(?:ind|i gang|på) (?:<allthetime>)",
            yes="Vi tager nye folk ind hele tiden", no="Vi tager hensyn hele tiden"),
    _phrase("running first", r"løbende (?:samtaler|ansøgning\w*|ansættelse\w*|indkald\w*|optag\w*|med dem)"
            r"|vi (?:<taking2>) (?:kandidater |ansøgere )?løbende(?! \w*(?:udvikling|kurser|møder|øje))",
            yes="Vi afholder løbende samtaler", no="løbende investeringer"),
    _phrase("until found", r"(?:<until>)(?: (?!(?:du|you)\b)[\w']+){0,5} (?:fundet|besat|filled|found)(?! på)",
            yes="annoncen lukkes når den rette kandidat er fundet", no="når du har fundet fejlen"),
    _phrase("found first", r"(?:<until>) we(?: have|'ve)? (?:found|find|fill)", yes="until we find the right person",
            no="when we met"),
    _phrase("rolling in english", r"rolling basis|(?:<hiring>)(?: \w+){0,4} (?:continuously|ongoing"
            r"|on an ongoing basis)|all year round|(?:continuously|ongoing) (?:<hiring>)",
            yes="We interview continuously",
            no="open all year"),
)  # fmt: skip

STRONG_START = _phrase("start date", r"<start>", yes="Tiltrædelsesdato: 2. januar", no="søges til")
START_LABEL = _phrase("start or post", r"<start>|<post>", yes="Tiltrædelse 1. marts", no="Ansøgningsfrist 1. marts")
FROM_DATE = _phrase("from a date", r"(?:fra|pr\.?|per|from|as of|med virkning fra|starting)(?: (?:den|d\.?|the))?_",
                    yes="søges pr. 1. marts", no="på den 1. marts")  # fmt: skip
NOT_START = _phrase("not a start", r"<notstart>", yes="siden den 1. marts 1998", no="fra den 1. marts")
ASAP = _phrase("as soon as possible", r"<soon>", yes="Tiltrædelse snarest muligt", no="Tiltrædelse efter aftale")
ASAP_HERE = _phrase(
    "wanted soon",
    r"(?:søge[rs]|mangler|ledig\w*) (?:<words>)(?:snarest|hurtigst muligt|straks)|snarest (?:muligt )?(?:søge[rs]|en"
    r"|et|ansættes)|hurtig (?:opstart|start|tiltrædelse)|immediate start|starts? (?:<soon>)",
    yes="søger snarest en klinisk vejleder", no="send din ansøgning hurtigst muligt",
)  # fmt: skip
BY_AGREEMENT = _phrase("start by agreement", r"<agreed>", yes="Tiltrædelse efter aftale", no="Tiltrædelse 1. maj")
PAY = _phrase("pay by agreement", r"(?:løn\w*|salary|pay|timetal\w*|arbejdstid\w*|hours"
              r"|honorar\w*)<gap>(?:efter (?:nærmere )?aftale|aftales|by agreement)", yes="Løn efter aftale",
              no="Start efter aftale")  # fmt: skip

PATTERNS = (
    *DATES, DEADLINE_LABEL, APPLICATIONS, NO_LATER, APPLYING, NOT_DEADLINE, *ROLLING, START_LABEL, STRONG_START,
    NOT_START, ASAP, ASAP_HERE, BY_AGREEMENT, PAY,
)  # fmt: skip

ROLLING_TRIGGERS = (
    "frist", "løbende", "kommer", "modtages", "fundet", "besat", "filled", "found", "find", "rolling", "continuous",
    "ongoing", "as they", "come in", "hele ", "deadline", "closing", "all year", "arrive", "tikker", "annoncen",
    "opslaget", "the ad", "registration", "tilmeldingen", "dukker op", "udløbsdato", "altid", "always", "når",
    "anytime",
    "any time", "hast", "rush", "mølle", "served", "samtaler", "interviews", "undervejs", "rækkefølge", "order they",
    "constantly", "året rundt",
)  # fmt: skip
START_TRIGGERS = (
    "tiltræd", "start", "begynd", "ansæt", "ansat", "besæt", "besat", "ledig", "søge", "fra ", "pr", "i gang", "planen",
    "commenc", "first", "join", "available", "position", "vikariat", "stilling", "begin", "snarest", "hurtig", "from",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """A date in the ad; ``year`` is None where the ad gives none.

    With ``week`` it is a day of a week (ISO 8601): ``month`` is 0 and ``day`` 1-7, or 0 where only the week is named.
    """

    year: int | None
    month: int
    day: int
    quote: str
    week: int | None = None


@dataclass(frozen=True, slots=True)
class DateFact:
    """``value``: ISO date, a word such as "rolling", or None; ``partial``: "--MM-DD" where the year is unknown."""

    value: str | None = None
    quote: str | None = None
    partial: str | None = None


@dataclass(frozen=True, slots=True)
class Dates:
    """Deadline and start of one ad."""

    deadline: DateFact
    start: DateFact


def read_dates(vacancy: Vacancy, sentences: Sequence[Sentence]) -> Dates:
    """The deadline and the start of the ad."""
    deadline, start = _deadline(sentences), _start(sentences)
    if vacancy.published is not None:
        deadline, start = _next(deadline, vacancy.published), _next(start, vacancy.published)
    deadline, start = _pinned_by_each_other(deadline, start)
    due = _as_fact(deadline) if deadline else _rolling(sentences)
    begins = _as_fact(start) if start else _start_in_words(sentences)
    return Dates(due, begins)


# ---- the year


def _date(year: int, found: Found) -> datetime.date | None:
    try:
        if found.week is not None:
            return datetime.date.fromisocalendar(year, found.week, found.day or 1)
        return datetime.date(year, found.month, found.day)
    except ValueError:  # 29 February, week 53
        return None


def _next(found: Found | None, after: datetime.date) -> Found | None:
    """``found`` in the first year that puts it on or after ``after``."""
    if found is None or found.year is not None:
        return found
    for year in range(after.year, min(after.year + 9, LATEST_YEAR)):
        date = _date(year, found)
        if date and date >= after:
            return replace(found, year=year)
    return found


def _pinned_by_each_other(deadline: Found | None, start: Found | None) -> tuple[Found | None, Found | None]:
    """One applies before one starts, and seldom more than a year before."""
    if deadline and start and deadline.year and not start.year:
        begun = _date(deadline.year, deadline)
        return deadline, _next(start, begun) if begun else start
    if deadline and start and start.year and not deadline.year:
        due, begun = _date(start.year, deadline), _date(start.year, start)
        late = due is None or begun is None or due > begun
        return replace(deadline, year=start.year - 1 if late else start.year), start
    return deadline, start


def _as_fact(found: Found) -> DateFact:
    date = _date(found.year, found) if found.year is not None else None
    if date is not None:
        return DateFact(date.isoformat(), found.quote)
    return DateFact(None, found.quote, None if found.week else f"--{found.month:02d}-{found.day:02d}")


# ---- finding dates


_DATED = re.compile(r"\d|udgangen af|end of ")


def _dates_in(text: str) -> Iterator[tuple[int, int, Found]]:
    """(start, end, date) of every real date in folded ``text``."""
    if not _DATED.search(text):
        return
    for way in DATES:
        for match in way.finditer(text):
            found = _found(match)
            if found:
                yield match.start(), match.end(), found


def _found(match: re.Match[str]) -> Found | None:
    groups = match.groupdict()
    if groups.get("week"):
        weekday = groups.get("weekday")
        day = WEEKDAYS.index(weekday.removesuffix("s")) % 7 + 1 if weekday else 0
        return Found(None, 0, day, "", int(groups["week"])) if 1 <= int(groups["week"]) <= 53 else None
    name = groups.get("last") or match["month"]
    month = int(name) if name.isdigit() else MONTH_NUMBERS[name[:3]]
    year = int(match["year"]) if match["year"] else None
    if year is not None and year < 100:
        year += 2000
    day = calendar.monthrange(year or 2023, month)[1] if groups.get("last") else int(match["day"])
    found = Found(year, month, day, "")
    possible = 1 <= month <= 12 and _date(year if year is not None else 2024, found) is not None
    in_range = year is None or EARLIEST_YEAR <= year < LATEST_YEAR
    return found if possible and in_range else None


def _deadline(sentences: Sequence[Sentence]) -> Found | None:
    """The date beside a deadline word; failing that, the date "senest" which something must be sent."""
    after_previous = list(zip(sentences, [None, *sentences], strict=False))
    dated = [(sentence, previous) for sentence, previous in after_previous if _DATED.search(sentence.text)]
    for find in (_labelled, _no_later, _of_applications):
        for sentence, previous in dated:
            found = find(sentence, previous)
            if found:
                return found
    return None


def _labelled(sentence: Sentence, previous: Sentence | None) -> Found | None:
    labels = list(DEADLINE_LABEL.finditer(sentence.text))
    under_label = previous is not None and _ends_on_label(previous)
    dates = list(_dates_in(sentence.text)) if labels or under_label else []
    for label in labels:
        for start, end, found in sorted(dates, key=lambda item: item[0]):
            between = sentence.text[label.end() : start]
            if label.end() <= start <= label.end() + NEAR and not NOT_DEADLINE.search(between):
                return replace(found, quote=sentence.quote(label.start(), end))
    if dates and under_label:
        start, end, found = min(dates, key=lambda item: item[0])
        if start < NEAR and not NOT_DEADLINE.search(sentence.text[:start]):
            return replace(found, quote=sentence.quote(start, end))
    return None


def _ends_on_label(sentence: Sentence) -> bool:
    """Whether the sentence is, or ends on, the heading "Ansøgningsfrist:"."""
    return any(not re.search(r"\w", sentence.text[m.end() :]) for m in DEADLINE_LABEL.finditer(sentence.text))


def _no_later(sentence: Sentence, previous: Sentence | None) -> Found | None:
    words = list(NO_LATER.finditer(sentence.text))
    if not words or not APPLYING.search(sentence.text + " " + (previous.text[-200:] if previous else "")):
        return None
    for word in words:
        clause = re.split(r"[,;]", sentence.text[: word.start()])[-1]
        if NOT_DEADLINE.search(clause):
            continue
        for start, end, found in _dates_in(sentence.text):
            between = WEEKDAY_COMMA.sub(" ", sentence.text[word.end() : start])
            if word.end() <= start <= word.end() + 25 and "," not in between:
                return replace(found, quote=sentence.quote(word.start(), end))
    return None


def _of_applications(sentence: Sentence, previous: Sentence | None) -> Found | None:  # noqa: ARG001 as its siblings
    """The date until which applications are taken or on which they are looked at, for want of a deadline so called."""
    for word in APPLICATIONS.finditer(sentence.text):
        for start, end, found in _dates_in(sentence.text):
            between = sentence.text[word.end() : start]
            if word.end() <= start <= word.end() + NEAR and not NOT_DEADLINE.search(between) and "," not in between:
                return replace(found, quote=sentence.quote(word.start(), end))
    return None


def _rolling(sentences: Sequence[Sentence]) -> DateFact:
    for sentence in mentioning(sentences, ROLLING_TRIGGERS):
        match = first_match(ROLLING, sentence.text)
        if match:
            return DateFact("rolling", sentence.quote(*match.span()))
    return DateFact()


def _start(sentences: Sequence[Sentence]) -> Found | None:
    """The date beside a start word; failing that, the one after "fra" or "pr." in a sentence about the post."""
    telling = mentioning(sentences, START_TRIGGERS)
    for find in (_beside_start_word, _from_date):
        for sentence in telling:
            found = find(sentence)
            if found:
                return found
    return None


def _beside_start_word(sentence: Sentence) -> Found | None:
    return _after(sentence, STRONG_START)


def _from_date(sentence: Sentence) -> Found | None:
    for label in START_LABEL.finditer(sentence.text):
        for start, end, found in _dates_in(sentence.text):
            between = sentence.text[label.end() : start]
            near = label.end() <= start <= label.end() + 90
            if near and FROM_DATE.search(between[-16:] + " ") and not NOT_START.search(between):
                return replace(found, quote=sentence.quote(label.start(), end))
    return None


def _after(sentence: Sentence, label: Pattern) -> Found | None:
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
    """``words`` near a start word: "Tiltrædelse efter aftale", "aftaler vi, hvornår du starter"."""
    text = mask(sentence.text, (PAY,))
    for match in words.finditer(text):
        if STRONG_START.search(text[max(0, match.start() - 60) : match.end() + 30]):
            return match
    return None
