"""Choices within one sentence: "fuldtid eller 25 timer", "ordinært eller som fleksjob", "enten 6-14 eller 14-22".

A choice needs words of choice: "eller" between two amounts or two forms of employment; for shifts, days, clock times
and towns also that one may choose. "15-20 timer" and "skiftende dag- og aftenvagter" are one post.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from matcher.reader.patterns import Grammar, Pattern
from matcher.reader.patterns import number as _value
from matcher.reader.post_words import (
    AMOUNT,
    CHOOSE,
    CLOCK,
    OF_A_POST,
    PART_OF_DAY,
    SEVERAL,
    SPELL,
    TWO_HOURS,
    TWO_JOBS,
    WHICH,
)
from matcher.reader.sentences import Sentence
from matcher.reader.towns import Town, towns
from matcher.schema import Employment

_choice = Grammar(
    {
        "full": (r"fuldtid\w*", "fuld tid", "heltid", r"full[\s-]time"),
        "part": (r"deltid\w*", "nedsat tid", "halv tid", r"part[\s-]time"),
        "hour": ("timer?s?", r"t\.?", "hours?", "hrs?"),
        "or": ("eller", "or"),
        "about": ("højst", "op til", "up to", "about", r"ca\.?"),
        "notweek": (
            "om dagen",
            r"daglig\w*",
            r"pr\.? (?:dag|vagt|gang)",
            "a day",
            "per day",
            "daily",
            r"minut\w*",
            "erfaring",
            "kursus",
            "senere",
            "på sigt",
            "efterfølgende",
            "år",
            r"kolleg\w+",
            "timers",
        ),
        "usual": ("almindelige?", "normale", "sædvanlige"),
        "picking": (
            r"vælg\w*",
            "valg(?:et)?",
            "valgfrit",
            "enten",
            "choose",
            "choice",
            "pick",
            "either",
            "selv",
            "hvilke[nt]?",
            "which",
            "foretrækker",
            "ønsker",
            "vil du",
            r"(?:skriv|angiv|mærk)\w*,? (?:om|whether)",
            "you can have",
            "hellere",
            "helst",
            "prefer",
            "hvad der passer",
            "(?:du|vi) kan (?:få|være|arbejde)",
        ),
        "each": (
            "en",
            "et",
            "én",
            "ét",
            "den ene",
            "den anden",
            "det ene",
            "det andet",
            "den tredje",
            "one",
            "the other",
            "to",
            "another",
        ),
    }
).pattern
QUANTITY = _choice(
    "an amount of work",
    r"<full>|<part>|(?P<low><number>)(?P<range>_(?:-|til|to)_<number>)?"
    r"(?P<unit>_<hour>)?(?!_(?:%|kr|år|dage|days|uger|weeks|<weekday>|nætter|aftener|vagter))",
    yes="25 timer",
    no="3 dage",
)
NOT_A_WEEK = _choice(
    "not of a week",
    r"<notweek>|(?:<or>) (?:flere|mere|færre|mindre|more|fewer|less)",
    yes="7 eller 8 timer om dagen",
    no="15 eller 25 timer",
)
ORDINARY = _choice(
    "ordinary employment",
    r"ordinær\w*|(?:på )?(?:<usual>)(?: \w+)? (?:\w*vilkår|job|stilling\w*|ansat"
    r"|ansættelse)|almindeligt? (?:ansat|job|lønnet)|lønnede? (?:plads|job|stilling)|ordinary|paid",
    yes="ordinært job",
    no="ordinere",
)
OTHER_FORMS: tuple[tuple[Employment, Pattern], ...] = (
    (
        "fleksjob",
        _choice(
            "flex job",
            r"fleks(?:job\w*|ibelt job)?|flex[\s-]?job\w*|fleksjobber\w*",
            yes="som fleksjob",
            no="fleksibel",
        ),
    ),
    ("subsidised", _choice("wage subsidy", r"løntilskud\w*|wage subsidy", yes="i løntilskud", no="tilskud")),
    (
        "internship",
        _choice(
            "work trial", r"\w*praktik(?:plads|forløb|ant)?(?:en)?|internship", yes="virksomhedspraktik", no="praktisk"
        ),
    ),
    (
        "apprenticeship",
        _choice("apprentice", r"\w*(?:elev|lærling)(?:plads)?|apprentice\w*", yes="kokkeelev", no="elever"),
    ),
    ("student", _choice("student job", r"studiejob\w*|student job", yes="som studiejob", no="studium")),
    ("voluntary", _choice("unpaid", r"frivillige?|volunteer|voluntary", yes="eller frivillig", no="frivilligcenter")),
    (
        "self_employed",
        _choice(
            "on invoice", r"freelance\w*|på faktura|selvstændig|self-employed", yes="som freelancer", no="selvstændigt"
        ),
    ),
)
EACH = _choice(
    "one with its own",
    r"(?P<head>(?:<each>)(?: [\w-]+){0,2}?_(?:på|til|med|får|for|of|at|in|is|er)_"
    r"(?:<about> )?(?P<amount><full>|<part>|<number>(?:_(?:-|til|to)_<number>)?_<hour>))",
    yes="en på femten timer",
    no="på femten timer",
)
IN_TOWN = _choice("some in a town", r"(?:<each>|<number>)(?: [\w-]+){0,2}? (?:i|in|på|at)_$", yes="en i ", no="vi i ")
COUNT = _choice("a counted alternative", r"(?P<count>[1-5a-e])\)(?=_\w)", yes="a) 12 timer", no="a 12")
ELSE = _choice(
    "or else", r"(?:eller|or|alternativt|ellers|otherwise|alternatively)_,? .*", yes="Eller du kan", no="Ikke eller"
)
ALONE = _choice(
    "a number alone",
    r"(?:i|på|med|til|for|of|at|in) (?:<about> )?(?P<low><number>)"
    r"(?=_(?:$|[.,;)]))",
    yes="som fleksjob i 12",
    no="i 12 timer",
)
REFUSED = _choice(
    "refused", r"ikke|ingen|hverken|aldrig|uanset|not|no|never|neither|nor", yes="ikke fleksjob", no="fleksjob"
)
HOURS_RANGE = _choice(
    "clock times to choose",
    r"(?:kl\.?_)?(?:[01]?\d|2[0-4])(?:[.:][0-5]\d)?_-_(?:[01]?\d|2[0-4])"
    r"(?:[.:][0-5]\d)?(?!_<hour>\b)",
    yes="6-14",
    no="kl. 6",
)
DAY_NAME = _choice("day to choose", r"(?:hverdag|weekend|weekday)(?:e|en|ene|er|erne|s)?", yes="hverdage", no="dag")
PICK = _choice("picking", r"<picking>", yes="enten dag eller aften", no="både dag og aften")

PATTERNS = (
    QUANTITY,
    NOT_A_WEEK,
    ORDINARY,
    *(way for _, way in OTHER_FORMS),
    REFUSED,
    HOURS_RANGE,
    DAY_NAME,
    PICK,
    EACH,
    IN_TOWN,
    ALONE,
    ELSE,
)
FARTHEST = 120  # characters between two alternatives
LONGEST_LABEL = 80  # characters
# "4 lange dage"
_COUNTS_ELSE = re.compile(
    r"\s+(?!(?:hvis|når|if|when|om|i|på|med|ved|pr|eller|or|og|and|til|to|timer?|t|hours?|hrs?)\b)\w"
)
_ON_THE_CLOCK = re.compile(r"\b(?:kl\.?|at|klokken)\s*(?:\d[\d.:]*\s*(?:eller|or|,)\s*)?$")
LEAST_WEEK = 4.0  # hours a week; fewer belong to a day or a talk
EITHER = re.compile(r"\b(?:eller|or)\b|(?<=\w)/(?=\w)|\bfor at\b")
_FIRST = re.compile(r"\b(?:enten|either|mellem|between|vælge?r?|choose|pick)\b")
_JOIN = re.compile(r"[\s,]*(?:[^\d.;!?(]{0,20}\b(?:eller|or)\s+)?(?:(?:på|i|med|to|enten)\s+)*")
_SAME = re.compile(r"(?:,| på| \(| med|:| of| at)[\s(]*(?:ca\.? )?")
_STOP = re.compile(r"[;!?]")


class Alternative(NamedTuple):
    """One alternative of a choice: ``sentence`` from ``start`` to ``end``, with its label from ``named`` on.

    hours, employment: what the words mean if the readers cannot see it, such as the "25" in "37 eller 25 timer".
    """

    sentence: Sentence
    start: int
    end: int
    label: str
    hours: float | None = None
    employment: Employment | None = None
    town: Town | None = None


Mention = tuple[int, int, str]


def choices(sentences: Sequence[Sentence]) -> list[Alternative]:
    """The alternatives of the first sentence that offers a choice; the description is searched before the title."""
    body = sorted(sentences, key=lambda s: s.in_title)
    free = any(PICK.search(s.text) and WHICH.search(s.text) for s in body) or any(
        finder.search(s.text) for s in body for finder in (CHOOSE, WHICH, SEVERAL)
    )
    for finder in (_inline, _jobs, _each, _in_towns, _forms, _amounts):
        for sentence in body:
            if len(alternatives := finder(sentence)) > 1:
                return alternatives
    if len(alternatives := _or_else(body)) > 1:
        return alternatives
    for sentence in body:
        if (PICK.search(sentence.text) or (sentence.in_title and free)) and len(alternatives := _times(sentence)) > 1:
            return alternatives
    return chosen_towns(body, free)


def _jobs(sentence: Sentence) -> list[Alternative]:
    """ "Vi søger en kok (37 timer) og en opvasker (10 timer)"."""
    for match in TWO_JOBS.finditer(sentence.text):
        rest = sentence.text[match.end() : match.end() + 60]
        hours = [bool(AMOUNT.search(part)) for part in (match["between"], rest)]
        named = match["a"] and match["b"]
        if match["and"] in ("eller", "or") or OF_A_POST.search(match["between"]):
            named = False
            hours = [all(hours)]
        if (named or any(hours)) and not _same(match["one"], match["other"]):
            return _of_match(sentence, match)
    for match in TWO_HOURS.finditer(sentence.text):
        of_time = SPELL.regex.fullmatch(match["one"]) or SPELL.regex.fullmatch(match["other"])
        if not of_time and not OF_A_POST.search(match["between"]) and not _same(match["one"], match["other"]):
            return _of_match(sentence, match)
    return []


def _inline(sentence: Sentence) -> list[Alternative]:
    """ "... a) 12 timer, b) 20 timer": numbered alternatives in one sentence, each with a fact of its own."""
    marks = list(COUNT.finditer(sentence.text))
    ends = [*(mark.start() for mark in marks[1:]), len(sentence.text)]
    spans = [(mark.end(), end) for mark, end in zip(marks, ends, strict=True)] if marks else []
    counts = "".join(mark["count"] for mark in marks)
    if counts not in ("ab", "abc", "abcd", "12", "123", "1234") or not all(
        _has_own(sentence.text[start:end]) or CLOCK.search(sentence.text[start:end]) for start, end in spans
    ):
        return []
    return [
        Alternative(sentence, start, end, sentence.original[start:end].split(",")[0].strip()) for start, end in spans
    ]


def _each(sentence: Sentence) -> list[Alternative]:
    """ "En på femten timer og en på fuld tid"."""
    mentions = [(*m.span("head"), m["amount"]) for m in EACH.finditer(sentence.text)]
    differ = len({amount for *_, amount in mentions}) > 1
    return cut(sentence, mentions) if differ and not REFUSED.search(sentence.text) else []


def _in_towns(sentence: Sentence) -> list[Alternative]:
    """ "To i Randers og én i Viborg"."""
    named = [t for t in towns(sentence.original) if IN_TOWN.search(sentence.text[max(0, t.start - 40) : t.start])]
    parts = cut(sentence, [(town.start, town.end, town.name) for town in named])
    return [part._replace(town=town) for part, town in zip(parts, named, strict=True)]


def _same(one: str, other: str) -> bool:
    return one == other or one in other or other in one


def _of_match(sentence: Sentence, match: re.Match[str]) -> list[Alternative]:
    return cut(sentence, [(*match.span(name), match[name]) for name in ("one", "other")])


def cut(sentence: Sentence, mentions: Sequence[Mention]) -> list[Alternative]:
    """One alternative for each mention: from the "eller" or "enten" before it to the start of the next."""
    if not mentions:
        return []
    starts = [
        _begin(sentence.text, before, start)
        for before, (start, _, _) in zip((0, *(end for _, end, _ in mentions)), mentions, strict=False)
    ]
    ends = [*starts[1:], len(sentence.text)]
    return [
        Alternative(sentence, start, max(end, after), sentence.original[first:end])
        for start, (first, end, _), after in zip(starts, mentions, ends, strict=True)
    ]


def _begin(text: str, before: int, start: int) -> int:
    """Start of the alternative that is named at ``start``. ``before``: end of the previous one."""
    words = list((EITHER if before else _FIRST).finditer(text, max(before, start - FARTHEST), start))
    return words[-1].end() if words else start


def joined(text: str, mentions: Sequence[Mention], farthest: int = FARTHEST) -> list[Mention]:
    """The first chain of different mentions with "eller" between the last two."""
    chain: list[Mention] = []
    for mention in mentions:
        between = text[chain[-1][1] : mention[0]] if chain else ""
        if chain and (len(between) > farthest or _STOP.search(between)):
            if _is_choice(text, chain):
                return chain
            chain = []
        if not any(mention[2] == other for *_, other in chain):
            chain.append(mention)
    return chain if _is_choice(text, chain) else []


def _is_choice(text: str, chain: Sequence[Mention]) -> bool:
    if len(chain) < 2:
        return False
    between = text[chain[-2][1] : chain[-1][0]]
    before = text[max(0, chain[0][0] - 30) : chain[-1][0]]
    return EITHER.search(between) is not None and not REFUSED.search(before)


def _forms(sentence: Sentence) -> list[Alternative]:
    """ "Ordinært med 32 timer eller som fleksjob med 15 timer"."""
    return of_forms(sentence, joined(sentence.text, form_mentions(sentence.text)))


def form_mentions(text: str) -> list[tuple[int, int, Employment]]:
    """Forms of employment that a folded text names, in its order."""
    patterns: tuple[tuple[Employment, Pattern], ...] = (("ordinary", ORDINARY), *OTHER_FORMS)
    return sorted((*m.span(), form) for form, pattern in patterns for m in pattern.finditer(text))


def of_forms(sentence: Sentence, chain: Sequence[Mention]) -> list[Alternative]:
    """One alternative for each form of employment."""
    parts = [part._replace(hours=_number_alone(part)) for part in cut(sentence, chain)]
    return [part._replace(employment=form) for part, (_, _, form) in zip(parts, chain, strict=True)]  # type: ignore[arg-type]


def _number_alone(part: Alternative) -> float | None:
    """The 12 of "på almindelige vilkår i 20 timer eller som fleksjob i 12"."""
    alone = ALONE.search(part.sentence.text[part.start : part.end])
    return _value(alone["low"]) if alone and AMOUNT.search(part.sentence.text) else None


def _amounts(sentence: Sentence) -> list[Alternative]:
    """ "Fuldtid eller deltid", "15 eller 25 timer", "37 timer eller 32, vælg selv"."""
    if not EITHER.search(sentence.text) or NOT_A_WEEK.search(sentence.text):
        return []
    chain = joined(sentence.text, [(*m.span(), m.group()) for m in quantities(sentence.text)])
    return of_amounts(sentence, chain)


def of_amounts(sentence: Sentence, chain: Sequence[Mention]) -> list[Alternative]:
    """One alternative for each amount of hours. At least one of them must have a unit."""
    matches = {m.start(): m for m in quantities(sentence.text)}
    amounts = [matches[start] for start, _, _ in chain]
    units = [m["unit"] is not None or m["low"] is None for m in amounts]
    if not any(units):
        return []
    return [
        part._replace(hours=None if m["unit"] or m["low"] is None else _value(m["low"]))
        for part, m in zip(cut(sentence, chain), amounts, strict=True)
    ]


def quantities(text: str) -> Iterator[re.Match[str]]:
    """Amounts of hours. A number without "timer" counts only beside another amount: "28, 32 eller 37 timer"."""
    amounts = [m for m in QUANTITY.finditer(text) if _is_of_week(m["low"])]
    for before, amount, after in zip((None, *amounts), amounts, (*amounts[1:], None), strict=False):
        sides = (before and text[before.end() : amount.start()], after and text[amount.end() : after.start()])
        beside = amount["range"] is None and any(side and _JOIN.fullmatch(side) for side in sides)
        beside = (
            beside and not _COUNTS_ELSE.match(text, amount.end()) and not _ON_THE_CLOCK.search(text[: amount.start()])
        )
        again = before and before["low"] is None and _SAME.fullmatch(sides[0] or "")
        if not again and (amount["unit"] or amount["low"] is None or beside):
            yield amount


def _is_of_week(low: str | None) -> bool:
    return low is None or LEAST_WEEK <= _value(low) <= 40


def _or_else(sentences: Sequence[Sentence]) -> list[Alternative]:
    """ "Du kan blive ansat i 16 timer." and "Eller du kan være frivillig.": a choice in two sentences."""
    for before, after in pairwise(sentences):
        both = (before, after) if ELSE.regex.match(after.text) and not REFUSED.search(before.text) else ()
        if both and all(_has_own(sentence.text) for sentence in both):
            return [Alternative(s, 0, len(s.text), s.original[:LONGEST_LABEL]) for s in both]
    return []


def _has_own(text: str) -> bool:
    return AMOUNT.search(text) is not None or any(
        pattern.search(text) for pattern in (ORDINARY, *(pattern for _, pattern in OTHER_FORMS))
    )


def _times(sentence: Sentence) -> list[Alternative]:
    """ "Enten 6-14 eller 14-22", "dag, aften eller nat", "lørdag eller søndag"."""
    for pattern in (PART_OF_DAY, HOURS_RANGE, DAY_NAME):
        chain = joined(sentence.text, [(*m.span(), m.group()) for m in pattern.finditer(sentence.text)])
        if len(chain) > 1:
            return cut(sentence, chain)
    return []


def chosen_towns(sentences: Sequence[Sentence], free: bool) -> list[Alternative]:
    """Towns to choose among: "i Høng eller Gørlev", in the title or in a sentence about choosing."""
    for sentence in sentences:
        if not (EITHER.search(sentence.text) or PICK.search(sentence.text)):
            continue
        if not (PICK.search(sentence.text) or (sentence.in_title and free)):
            continue
        named = {town.start: town for town in towns(sentence.original)}
        chain = joined(sentence.text, [(town.start, town.end, town.name.lower()) for town in named.values()], 40)
        if len(chain) > 1:
            return [
                part._replace(town=named[start])
                for part, (start, _, _) in zip(cut(sentence, chain), chain, strict=True)
            ]
    return []
