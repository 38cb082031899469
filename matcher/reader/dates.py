"""Deadline and start: which of an ad's dates is which, and in what year.

A date counts only beside a word that says what it is for ("ansøgningsfrist", "senest" with something about applying,
"tiltrædelse"); interview, event and founding dates have other words beside them. A date without a year is the next
one after publication; where publication is unknown, the ad's other date may pin it (one applies before one starts),
else only month and day are given.
"""

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from matcher.reader.patterns import Grammar, Pattern, WordLists, first_match, mask
from matcher.reader.sentences import Sentence, mentioning
from matcher.schema import Vacancy

MONTH_NUMBERS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "maj": 5, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "okt": 10,
    "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
NEAR = 45  # characters between a label and its date
EARLIEST_YEAR, LATEST_YEAR = 1990, 2100

WORDS: WordLists = {
    "month": r"(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|january|february"
    r"|march|may|june|july|october|jan|feb|mar|apr|jun|jul|aug|sept?|okt|oct|nov|dec)",
    "weekday": r"(?:(?:man|tirs|ons|tors|fre|lør|søn)dag|(?:mon|tues|wednes|thurs|fri|satur|sun)day)",
    "ordinal": r"(?:st|nd|rd|th)",
    "year": r"(?:19|20)\d\d",
    "apply": r"(?:\w*ansøg\w*|søg|søge|søges|send\w*|modtage\w*|i hænde|skriv\w*|mail\w*|tilmeld\w*|svar|cv|apply"
    r"|applications?|write|submit|henv\w*|henvend\w*|aflever\w*|opslaget|brev|hear from you|kontakt)",
    "start": r"(?:tiltræd\w*|\w*start(?:er|dato|e|s|ing)?|startdate|begynde[rs]?|begynd|(?:bliver |blive )?ansat|ansættes"
    r"|ansættelse\w*|besættes|besættelse|besat|ledig\w*|available|commenc\w*|first (?:working )?day|i gang"
    r"|ind i planen|join us|begins?|beginning|position from|søges|søger|vikariat\w*|stilling\w*)",
}


_phrase = Grammar(WORDS).pattern

# ---- the ways to write a date

DATES = (
    _phrase("day month", r"(?P<day>\d{1,2})(?:\.|<ordinal>)?_(?:of )?(?P<month><month>)\.?(?:,?_(?P<year><year>))?",
            yes="den 30. november 2016", no="30 medarbejdere"),
    _phrase("month day", r"(?P<month><month>)\.? (?P<day>\d{1,2})<ordinal>?(?!\d|[.:]\d|_(?:timer|hours))(?:,? (?P<year>"
            r"<year>))?", yes="December 6, 2026", no="december 2026"),
    _phrase("iso", r"(?P<year><year>)-(?P<month>\d\d)-(?P<day>\d\d)", yes="2026-12-03", no="2026-2027"),
    _phrase("slashes", r"(?P<day>\d{1,2})_/_(?P<month>\d{1,2})(?:_[/-]_(?P<year>\d{4}|\d\d))?(?![\d/])",
            yes="senest den 22/6-12", no="24/7/365"),
    _phrase("dots", r"(?P<day>\d{1,2})\._?(?P<month>\d{1,2})\._?(?P<year>\d{4}|\d\d)(?![\d.])",
            yes="søndag d. 13.12.2026", no="kl. 13.30"),
    _phrase("hyphens", r"(?P<day>\d{1,2})-(?P<month>\d{1,2})-(?P<year>\d{4}|\d\d)(?![\d-])",
            yes="13-12-2026", no="8-12 timer"),
    _phrase("day.month", r"(?:d\.?|den) (?P<day>\d{1,2})\.(?P<month>\d{1,2})\.?(?P<year>(?!))?(?![\d:])",
            yes="frist d. 29.11.", no="kl. 10.30"),
)  # fmt: skip

# ---- what a date is for

DEADLINE_LABEL = _phrase(
    "deadline",
    r"(?:\w*ansøgningsfrist\w*|ansøgningfrist\w*|ans\.?_frist\w*|sidste frist|frist|fristen|svarfrist|deadline"
    r"|closing date|ansøgningsdato|application date|apply by|sidste (?:ansøgnings)?dag|last day to apply|udløbsdato)",
    yes="Ansøgningsfrist: 8. januar", no="med korte tidsfrister",
)  # fmt: skip
NO_LATER = _phrase(
    "no later than",
    r"(?:senest|inden|før|no later than|not later than|before|by|latest|so that we have it|så vi har (?:den|dem|det)"
    r"|i hænde|til og med|no later)",
    yes="senest den 4. december", no="snarest muligt",
)  # fmt: skip
APPLYING = _phrase("applying", r"<apply>", yes="Send os et par linjer", no="Vi er 12 kolleger")
NOT_DEADLINE = _phrase(
    "other date",
    r"(?:samtale\w*|interview\w*|tiltræd\w*|opstart|rundvisning|åbent hus|besøg\w*|du får svar|du hører|hører du"
    r"|you will hear|we will reply|besked|nyansatte|kurset|start(?:dato|er)?|slutter|first working day|ends?)",
    yes="Samtaler holdes den 14. januar", no="Ansøgning sendes den 14. januar",
)  # fmt: skip
ROLLING = (
    _phrase("no deadline", r"(?:ingen|ikke (?:en )?(?:fast )?|no|there is no) (?:fast |bestemt |fixed )?(?:\w*frist"
            r"|deadline|closing date)", yes="Der er ingen ansøgningsfrist", no="Ansøgningsfrist 1. maj"),
    _phrase("as they come", r"(?:efterhånden som|i takt med at|løbende,? når|som) de (?:kommer|modtages|tikker|dukker)"
            r"|as (?:they|applications) (?:come|arrive|are received)",
            yes="Vi læser ansøgninger, efterhånden som de kommer", no="De kommer fra hele verden"),
    _phrase("running", r"(?:samtaler|ansøgning\w*|kandidater|ansætter|ansættes|vikarer|medarbejdere|folk|tager imod|taler"
            r"|optager|indkalder|behandler?|besættes|vurdere[rs]|vi|screener|læser)(?: [\w-]+){0,5} (?:løbende|hele"
            r" (?:tiden|året))(?! (?:udvikl|invest|følg|opdat|tilbyd|forbedr)\w*)",
            yes="Vi holder samtaler løbende", no="løbende efteruddannelse"),
    _phrase("running first", r"løbende (?:samtaler|ansøgning\w*|ansættelse\w*|indkald\w*|optag\w*|med dem)"
            r"|(?:vi )?(?:afholder|holder|indkalder|ansætter|behandler|tager|gennemgår|vurderer|inviterer|kalder|kører)"
            r" løbende", yes="Vi afholder løbende samtaler", no="løbende investeringer"),
    _phrase("until found", r"(?:når|så snart|indtil|til|once|until|when|as soon as)(?: [\w']+){0,5} (?:fundet|besat"
            r"|filled|found)(?! på)", yes="annoncen lukkes når den rette kandidat er fundet", no="vi har fundet på meget"),
    _phrase("found first", r"(?:until|till|when|once|as soon as) we(?: have|'ve)? (?:found|find|fill)",
            yes="until we find the right person", no="when we met"),
    _phrase("rolling in english", r"rolling basis|(?:interview\w*|applications?|hir\w+|review\w*|recruit\w*)"
            r"(?: \w+){0,4} (?:continuously|ongoing|on an ongoing basis)|all year round|(?:continuously|ongoing)"
            r" (?:interview\w*|recruit\w*|review\w*)",
            yes="We interview continuously", no="open all year"),
)  # fmt: skip

START_LABEL = _phrase("start", r"<start>", yes="Tiltrædelse 1. marts", no="Ansøgningsfrist 1. marts")
STRONG_START = _phrase(
    "start date",
    r"(?:tiltræd\w*|(?:job|op)?start(?:dato|er|e)?|starting|begynde[rs]?|ansættelsesdato|ansættelsestids?punkt|i gang"
    r"|start date|first (?:working )?day|besættelse|besættes|besat|commencement)",
    yes="Tiltrædelsesdato: 2. januar", no="søges til",
)  # fmt: skip
FROM_DATE = _phrase("from a date", r"(?:fra|pr\.?|per|from|as of|med virkning fra|starting)(?: (?:den|d\.?|the))?_",
                    yes="søges pr. 1. marts", no="på den 1. marts")  # fmt: skip
NOT_START = _phrase(
    "not a start",
    r"(?:samtale\w*|interview\w*|\w*frist\w*|senest|inden|siden|deadline|no later than|grundlagt|etableret|since"
    r"|founded|before|established|oprettet|startede|begyndte|started|indtil|til og med|until)",
    yes="siden den 1. marts 1998", no="fra den 1. marts",
)  # fmt: skip
ASAP = _phrase(
    "as soon as possible",
    r"(?:snarest(?: muligt)?|hurtigst muligt|hut[ir]*gst muligt|med det samme|straks|omgående|as soon as possible|asap"
    r"|immediate(?:ly)?|right away|hurtig (?:opstart|start|tiltrædelse))",
    yes="Tiltrædelse snarest muligt", no="Tiltrædelse efter aftale",
)  # fmt: skip
ASAP_HERE = _phrase(
    "wanted soon",
    r"(?:(?:søge[rs]|mangler|ledig\w*) (?:<words>)(?:snarest|hurtigst muligt|straks)|vi søger (?:snarest|hurtigst)"
    r"|snarest (?:muligt )?(?:søge[rs]|en|et|ansættes)|hurtig (?:opstart|start|tiltrædelse)"
    r"|immediate start|starts? (?:immediately|as soon as possible|asap|right away))",
    yes="søger snarest en klinisk vejleder", no="send din ansøgning hurtigst muligt",
)  # fmt: skip
BY_AGREEMENT = _phrase(
    "start by agreement",
    r"(?:efter (?:nærmere |individuel )?aftale|aftales|aftaler vi|vi aftaler|som det passer|når det passer|når du kan"
    r"|by (?:mutual )?agreement|to be agreed|(?:is|be) agreed|as agreed|flexible|negotiable|passer os begge)",
    yes="Tiltrædelse efter aftale", no="Tiltrædelse 1. maj",
)  # fmt: skip
PAY = _phrase("pay by agreement", r"(?:løn\w*|salary|pay|timetal\w*|arbejdstid\w*|hours|honorar\w*)(?:<gap>)(?:efter"
              r" (?:nærmere )?aftale|aftales|by agreement)", yes="Løn efter aftale", no="Start efter aftale")  # fmt: skip

PATTERNS = (
    *DATES, DEADLINE_LABEL, NO_LATER, APPLYING, NOT_DEADLINE, *ROLLING, START_LABEL, STRONG_START, NOT_START, ASAP,
    ASAP_HERE, BY_AGREEMENT, PAY,
)  # fmt: skip

DEADLINE_TRIGGERS = (
    "frist", "senest", "inden", "før", "deadline", "closing", "later", "before", "by ", "apply", "hænde", "så vi har",
    "dag", "udløb", "latest", "last day", "til og med",
)  # fmt: skip
ROLLING_TRIGGERS = (
    "frist", "løbende", "kommer", "modtages", "fundet", "besat", "filled", "found", "find", "rolling", "continuous",
    "ongoing", "as they", "come in", "hele ", "deadline", "closing", "all year", "arrive", "tikker",
)  # fmt: skip
START_TRIGGERS = (
    "tiltræd", "start", "begynd", "ansæt", "ansat", "besæt", "besat", "ledig", "søge", "fra ", "pr", "i gang", "planen",
    "commenc", "first", "join", "available", "position", "vikariat", "stilling", "begin", "snarest", "hurtig", "from",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """A date in the ad; ``year`` is None where the ad gives none."""

    year: int | None
    month: int
    day: int
    quote: str
    end: int = 0


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
        return datetime.date(year, found.month, found.day)
    except ValueError:  # 29 February
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
        begun = datetime.date(deadline.year, deadline.month, deadline.day)
        return deadline, _next(start, begun)
    if deadline and start and start.year and not deadline.year:
        due = _date(start.year, deadline)
        late = due is None or due > datetime.date(start.year, start.month, start.day)
        return replace(deadline, year=start.year - 1 if late else start.year), start
    return deadline, start


def _as_fact(found: Found) -> DateFact:
    date = _date(found.year, found) if found.year is not None else None
    if date is not None:
        return DateFact(date.isoformat(), found.quote)
    return DateFact(None, found.quote, f"--{found.month:02d}-{found.day:02d}")


# ---- finding dates


def _dates_in(text: str) -> Iterator[tuple[int, int, Found]]:
    """(start, end, date) of every real date in folded ``text``."""
    if not any(sign.isdigit() for sign in text):
        return
    for way in DATES:
        for match in way.finditer(text):
            found = _found(match)
            if found:
                yield match.start(), match.end(), found


def _found(match: re.Match[str]) -> Found | None:
    name = match["month"]
    month = int(name) if name.isdigit() else MONTH_NUMBERS[name[:3]]
    year = int(match["year"]) if match["year"] else None
    if year is not None and year < 100:
        year += 2000
    found = Found(year, month, int(match["day"]), "")
    possible = 1 <= month <= 12 and _date(year if year is not None else 2024, found) is not None
    in_range = year is None or EARLIEST_YEAR <= year < LATEST_YEAR
    return found if possible and in_range else None


def _deadline(sentences: Sequence[Sentence]) -> Found | None:
    """The date beside a deadline word; failing that, the date "senest" which something must be sent."""
    for find in (_labelled, _no_later):
        for number, sentence in enumerate(sentences):
            if any(word in sentence.text for word in DEADLINE_TRIGGERS):
                found = find(sentence, sentences[number - 1] if number else None)
                if found:
                    return found
    return None


def _labelled(sentence: Sentence, previous: Sentence | None) -> Found | None:
    dates = list(_dates_in(sentence.text))
    for label in DEADLINE_LABEL.finditer(sentence.text) if dates else ():
        for start, end, found in sorted(dates, key=lambda item: item[0]):
            between = sentence.text[label.end() : start]
            if label.end() <= start <= label.end() + NEAR and not NOT_DEADLINE.search(between):
                return replace(found, quote=sentence.quote(label.start(), end))
    if dates and previous and _ends_on_label(previous):
        start, end, found = min(dates, key=lambda item: item[0])
        if start < NEAR and not NOT_DEADLINE.search(sentence.text[:start]):
            return replace(found, quote=sentence.quote(start, end))
    return None


def _ends_on_label(sentence: Sentence) -> bool:
    """Whether the sentence is, or ends on, the heading "Ansøgningsfrist:"."""
    return any(not re.search(r"\w", sentence.text[m.end() :]) for m in DEADLINE_LABEL.finditer(sentence.text))


def _no_later(sentence: Sentence, previous: Sentence | None) -> Found | None:
    around = sentence.text + " " + (previous.text[-200:] if previous else "")
    if not APPLYING.search(around):
        return None
    for word in NO_LATER.finditer(sentence.text):
        clause = re.split(r"[,;]", sentence.text[: word.start()])[-1]
        if NOT_DEADLINE.search(clause):
            continue
        for start, end, found in _dates_in(sentence.text):
            if word.end() <= start <= word.end() + 25 and "," not in sentence.text[word.end() : start]:
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
    dates = sorted(_dates_in(sentence.text), key=lambda item: item[0])
    for word in label.finditer(sentence.text) if dates else ():
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
