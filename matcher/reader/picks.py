"""Choices that take several sentences to see: a list of shifts, days or towns, and "skriv hvilken" elsewhere.

"Vi har dagruter og natruter. Oplys, hvilke du ønsker"; "Det ene hold møder kl. 6-10, det andet kl. 16-20"; "To slags
vagter: hverdage 16-20 og lørdage 8-16"; "Lørdag eller søndag". Shifts that one job rotates through, days on which an
office is open, and days of interviews are no choice.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from matcher.reader.choices import COUNT, EITHER, PICK, Alternative, Mention, cut, joined
from matcher.reader.clock_weeks import DAYS
from matcher.reader.heads import ROTATING, signs
from matcher.reader.patterns import Grammar
from matcher.reader.post_words import CHOOSE, FORM, PART_OF_DAY, SEVERAL, WHICH
from matcher.reader.sentences import Sentence
from matcher.reader.towns import towns
from matcher.reader.weekdays import ELSE, OFF_BEFORE, WORKS

_phrase = Grammar(
    {
        "ask": (
            "skriv",
            "oplys",
            "angiv",
            "fortæl",
            r"mrk\.?",
            r"mærk\w*",
            "sig(?: til)?",
            "giv besked",
            "tell us",
            "say",
            "state",
            "let us know",
            "siger selv til",
        ),
        "decide": (
            "du bestemmer",
            "bestem selv",
            "du må selv",
            "du vælger",
            "vælg",
            "vælge",
            "valget er dit",
            "you decide",
            "you choose",
            "choose",
            "choice",
            "up to you",
        ),
        "both": (
            "det ene eller det andet",
            "den ene eller den anden",
            "begge (?:dele|hold|vagter) (?:er|kan|skal)",
            "one or the other",
            "either of",
        ),
        "kind": ("slags", "typer", "former", "kinds of", "types of", "forskellige"),
        "many": ("to", "tre", "fire", "two", "three", "four"),
        "post": r"[\w-]*(?:hold|vagt|tur|rute|stilling|job|plads|post|skift|runde|shift|round|position|role|opening"
        r"|place|team)(?:e|er|ene|erne|s)?",
        "acts": (
            "er",
            "har",
            "får",
            "møder",
            "kører",
            "arbejder",
            "ligger",
            "går",
            "begynder",
            "starter",
            "i",
            "på",
            "om",
            "kl",
            "is",
            "has",
            "gets",
            "works?",
            "starts?",
            "in",
            "at",
        ),
        "noun": (
            r"\w*hold(?:et)?",
            r"job(?:bet)?",
            r"\w*vagt(?:en)?",
            r"\w*stilling(?:en)?",
            r"\w*plads(?:en)?",
            r"rute(?:n)?",
            r"tur(?:en)?",
            r"post(?:en)?",
            "job",
            "position",
            "shift",
            "post",
            "role",
        ),
        "that": (r"om (?:du|det) (?:er|søger|vil (?:være|have)|vælger)", "whether you are", "if you are", r"i emne\w*"),
        "or": ("eller", "or"),
        "one": ("en", "et", "én", "ét", "one", "an?"),
        "seek": (
            "søger",
            "bruger",
            "skal bruge",
            "mangler",
            "ansætter",
            "har brug for",
            "leder efter",
            "ledige?",
            "stillinger",
            "pladser",
            "hiring",
            "looking for",
            "need",
        ),
    }
).pattern
ASKS = _phrase(
    "asks which",
    r"(?:<ask>),? (?:os )?(?:gerne )?(?:hvilke[nt]?|hvilke|hvor|om|which|where|whether|if)"
    r"|<decide>|<both>",
    yes="Skriv hvilken rute",
    no="skriv til os",
)
KINDS = _phrase(
    "so many of them",
    r"(?P<many><many>) (?:(?:<kind>) )?(?:[\w-]+ )?(?:<post>)_:_",
    yes="To slags vagter: ",
    no="to vagter om ugen",
)
ONE_OTHER = _phrase(
    "the one, the other",
    r"(?P<one>(?:de[tn] ene|one)(?: (?:<noun>))?) (?:<acts>)\b"
    r"(?:[^.;!?]|\.(?! )|(?<=kl)\.){3,90}?"
    r"(?:,|\bog\b|\band\b)_(?:og |and )?(?P<other>de[tn] and(?:et|en)|the other)(?: (?:<noun>))?_,?_"
    r"(?:<acts>)",
    yes="Det ene hold møder kl. 6, det andet kl. 9",
    no="det ene øjeblik",
)
SEEKS = _phrase("looks for people", r"<seek>", yes="Vi ansætter i Ry", no="Vi bor i Ry")
EITHER_JOB = _phrase(
    "either of two jobs",
    r"(?:<seek>) (?:[\w-]+ ){0,2}?(?:enten|either) (?:<one>)_"
    r"(?P<one>\w[\w\s-]{2,30}?),? (?:<or>) (?:<one>)_(?P<other>\w[\w-]{2,30}(?: [\w-]{3,})?)",
    yes="Vi søger enten en kok eller en tjener",
    no="enten i dag eller i morgen",
)
REQUEST = _phrase(
    "a name to write",
    r"(?:<ask>),? (?:os )?(?:gerne )?(?:<that>)?[\s:\"]*(?P<one>[\w-]{3,25})"
    r" (?:<or>) (?P<other>[\w-]{3,25})",
    yes="Skriv DAG eller AFTEN",
    no="Skriv til os",
)
SELDOM = _phrase(
    "now and then",
    r"om måneden|i ny og næ|en gang imellem|a month|fri|lukket|off|closed|efter aftale"
    r"|(?:hver|every) (?:anden|tredje|fjerde|femte|\d|other|third|fourth)|falder|af dagene|of the days",
    yes="en lørdag om måneden",
    no="hver lørdag",
)
PATTERNS = (ASKS, KINDS, ONE_OTHER, SEEKS, EITHER_JOB, REQUEST, SELDOM)
NEAR = 2  # sentences between a list of shifts and the words that offer the choice
COUNTS = {"to": 2, "two": 2, "tre": 3, "three": 3, "fire": 4, "four": 4}
_AND = re.compile(r",?\s+(?:og|samt|and|eller|or|plus)\s+|[,;]\s+")


def picks(sentences: Sequence[Sentence]) -> list[Alternative]:
    """The alternatives of the first sentence that has some, found by the most certain phrase."""
    body = sorted(sentences, key=lambda s: s.in_title)
    leaves_choice = any(finder.search(s.text) for s in body for finder in (ASKS, WHICH))
    turns = any(ROTATING.search(s.text) for s in body)
    finders: list[Callable[[Sentence], list[Alternative]]] = [
        _counted,
        _announced,
        _either_job,
        _one_and_other,
        _weekdays,
    ]
    if leaves_choice:
        finders += [*([] if turns else [_shifts_or]), _towns_or]
    alternatives = next((parts for finder in finders for s in body if len(parts := finder(s)) > 1), [])
    return alternatives or _requested(body) or _near_request(body, turns)


def _counted(sentence: Sentence) -> list[Alternative]:
    """ "Tre job: 1) fisk, 2) ost, 3) brød": as many as announced, whatever they are."""
    marks = list(COUNT.finditer(sentence.text))
    announced = marks and SEVERAL.search(sentence.text[: marks[0].start()])
    if not announced or "".join(mark["count"] for mark in marks) not in ("12", "123", "1234", "ab", "abc", "abcd"):
        return []
    cuts = [(mark.start(), mark.end()) for mark in marks]
    return [_part(sentence, *span) for span in _between(cuts, 0, len(sentence.text))[1:]]


def _either_job(sentence: Sentence) -> list[Alternative]:
    """ "Vi søger enten en faglært skomager eller en elev"."""
    match = EITHER_JOB.search(sentence.text)
    return cut(sentence, [(*match.span(name), match[name]) for name in ("one", "other")]) if match else []


def _announced(sentence: Sentence) -> list[Alternative]:
    """ "To slags vagter: hverdage 16-20 og lørdage 8-16": as many parts as announced, each with facts of its own."""
    match = KINDS.search(sentence.text)
    if match is None:
        return []
    cuts = [(joint.start(), joint.end()) for joint in _AND.finditer(sentence.text, match.end())]
    spans = _between(cuts, match.end(), len(sentence.text))
    own = all(signs(sentence.text[start:end], sentence.original[start:end]) for start, end in spans)
    return [_part(sentence, start, end) for start, end in spans] if own and len(spans) == COUNTS[match["many"]] else []


def _between(cuts: Sequence[tuple[int, int]], start: int, end: int) -> list[tuple[int, int]]:
    return list(zip([start, *(after for _, after in cuts)], [*(before for before, _ in cuts), end], strict=True))


def _part(sentence: Sentence, start: int, end: int) -> Alternative:
    return Alternative(sentence, start, end, sentence.original[start:end])


def _one_and_other(sentence: Sentence) -> list[Alternative]:
    """ "Det ene hold møder kl. 6-10, det andet kl. 16-20": each with hours, clock times, a shift or a town."""
    match = ONE_OTHER.search(sentence.text)
    if match is None:
        return []
    spans = [(match.start("one"), match.start("other")), (match.start("other"), len(sentence.text))]
    own = [signs(sentence.text[start:end], sentence.original[start:end]) for start, end in spans]
    return [_part(sentence, *span) for span in spans] if all(own) and own[0] & own[1] else []


def _weekdays(sentence: Sentence) -> list[Alternative]:
    """ "Lørdag eller søndag", "mandag og onsdag eller tirsdag og torsdag": weekly working days."""
    text = sentence.text
    works = PICK.search(text) or WORKS.search(text) or SEEKS.search(text) or "kommer" in text or sentence.in_title
    if not works or not EITHER.search(text) or SELDOM.search(text) or ELSE.search(text) or OFF_BEFORE.search(text):
        return []
    return cut(sentence, joined(text, [(*m.span(), m.group()) for m in DAYS.finditer(text)], 30))


def _shifts_or(sentence: Sentence) -> list[Alternative]:
    """ "Om morgenen eller om aftenen" in an ad that offers a choice."""
    return cut(sentence, joined(sentence.text, _shifts(sentence), 40)) if EITHER.search(sentence.text) else []


def _towns_or(sentence: Sentence) -> list[Alternative]:
    """ "I Hobro eller Hadsund" in an ad that offers a choice."""
    return _in_towns(sentence, joined(sentence.text, _places(sentence), 40)) if EITHER.search(sentence.text) else []


def _shifts(sentence: Sentence) -> list[Mention]:
    return [(*match.span(), match.group()) for match in PART_OF_DAY.finditer(sentence.text)]


def _places(sentence: Sentence) -> list[Mention]:
    return [(town.start, town.end, town.name.lower()) for town in towns(sentence.original)]


def _in_towns(sentence: Sentence, chain: Sequence[Mention]) -> list[Alternative]:
    named = {town.start: town for town in towns(sentence.original)} if chain else {}
    return [part._replace(town=named[start]) for part, (start, _, _) in zip(cut(sentence, chain), chain, strict=True)]


def _requested(body: Sequence[Sentence]) -> list[Alternative]:
    """ "Skriv DAG eller AFTEN": names that the applicant should write, each of a shift or a form of employment."""
    for sentence in body:
        match = REQUEST.search(sentence.text)
        if match and all(_names_a_post(match[name]) for name in ("one", "other")):
            return [_part(sentence, *match.span(name)) for name in ("one", "other")]
    return []


def _names_a_post(name: str) -> bool:
    return any(pattern.regex.fullmatch(name) for pattern in (PART_OF_DAY, FORM, DAYS))


def _near_request(body: Sequence[Sentence], turns: bool) -> list[Alternative]:
    return next((parts for near in _near_asking(body) if len(parts := _listed(near, turns)) > 1), [])


def _near_asking(body: Sequence[Sentence]) -> Iterator[Sentence]:
    """Sentences at most ``NEAR`` before one that asks for the choice, nearest first."""
    for at, sentence in enumerate(body):
        if ASKS.search(sentence.text):
            yield from body[max(0, at - NEAR) : at + 1][::-1]


def _listed(sentence: Sentence, turns: bool) -> list[Alternative]:
    """ "Dagruter og natruter", "i Ry, Skanderborg og Galten" in a sentence that seeks people."""
    shifts, places = _chain(sentence, _shifts(sentence)), _chain(sentence, _places(sentence))
    if len(places) > 1 and (SEEKS.search(sentence.text) or CHOOSE.search(sentence.text)):
        return _in_towns(sentence, places)
    return cut(sentence, shifts) if len(shifts) > 1 and not turns and not SEVERAL.search(sentence.text) else []


def _chain(sentence: Sentence, mentions: Sequence[Mention]) -> list[Mention]:
    """Different mentions, each joined to the next by a comma or "og", at most with a bracket between."""
    chain: list[Mention] = []
    for mention in mentions:
        between = sentence.text[chain[-1][1] : mention[0]] if chain else ""
        if chain and not _JOINED.fullmatch(between):
            break
        if not any(mention[2] == other for *_, other in chain):
            chain.append(mention)
    return chain


_JOINED = re.compile(r"\s*(?:\([^)]{1,30}\))?(?:,|,?\s*(?:og|and|samt|eller|or))\s*(?:(?:i|in|om|en|én)\s)?")
