"""Finds what an ad, or a correction of one, must not contain: a CPR number, or the health of one particular person.

An ad may mention illness: of the people the work is for, of applicants who are welcome, of a field of work. It must not
tell that one particular person is ill ("Passer til Mette med angst"), as a text written for somebody and then pasted
may do. A wrongly refused ad is a lost job. So one sentence must hold three things: a person (a name, he or she, "vores
kandidat"), words that say something about them, and an illness. No word between them may make the illness another's.
"""

import itertools
import re
from collections.abc import Iterator
from typing import Literal

from matcher.privacy import CPR_APART, CPR_NUMBER, MONEY, STOPS_AT_NOTHING, digits, visible, words
from matcher.privacy.grammar import (
    LINKS,
    OF_OTHERS,
    OF_SOMEBODY,
    WITH_SOMEBODY,
    Token,
    end_of,
    normal,
    openings,
    spoken,
    tags_of,
    tokens_of,
)

Matter = Literal["cpr", "health"]
LONGEST = 100_000  # characters searched for health; feeds refuse a longer ad

# ---- CPR numbers

# The written form: six digits, a hyphen, four digits; not inside a longer number or name.
WRITTEN = re.compile(r"(?:(?<!\w)|(?<=cpr)|(?<=nr))(?<!\d[-./])\d{6} ?[-\u2010-\u2015\u2212] ?\d{4}(?![-./]?\d)")
TOGETHER = re.compile(r"\d{10}")
FOUR_DIGITS = re.compile(r"\d{4}")
ADDRESS = re.compile(r"(?:https?:|www\.|[/=&?#])\S*$")  # a web address, up to a number in it
NAMED = re.compile(r"[A-ZÆØÅ]\w+ [A-ZÆØÅ]\w+[ ,:(]*$")  # a first name and a surname
BEFORE = 40  # characters before a number that may tell what it is

# ---- somebody

PIECE = re.compile(r"(?<=[.!?;])\s+|\n(?![a-zæøå])")  # a line continued in small letters is one sentence
# A sentence without one of these and without a name is about nobody in particular.
SOMEBODY = re.compile(
    r"\b(?:(?i:han|hun|hende|ham|he|she|him|kandidat\w*|klient\w*|deltager\w*|borger\w*|jobsøger\w*|mentee|ips\w*"
    r"|candidates?|clients?|participants?|citizens?|jobseekers?|lider|suffers)|(?:til|for|to) [A-ZÆØÅ]\w+)\b"
)
HE_OR_SHE = re.compile(r"\b(?:han|hun|he|she) ?(?:/|eller|or) ?(?:han|hun|he|she)\b", re.IGNORECASE)  # anybody
CAPITAL = re.compile(r"\b[A-ZÆØÅ]\w+")
NAMES = frozenset(words.NAMES.split())
# Work with one person. The ad describes the person because the work is to help them.
HELP_FOR_ONE = re.compile(
    r"\b(?:(?:handicaphjælp|hjælperordning|hjælperteam|respirations|ledsage|aflaster|aflastning|støttepædagog|støtteperson"
    r"|støttefamilie|plejefamilie|enkeltmands|personlige? assist|personlige? hjælp|skolestøtte|besøgsven)\w*"
    r"|bpa|borgerstyret|(?:søger|søges|som) (?:\w+ ){0,2}hjælpere?|hjælpere? søges|carer|caregiver"
    r"|personal assistan\w*)\b",
    re.IGNORECASE,
)
ILL = frozenset({"<strong:diagnosis>", "<strong:symptom>"})
NOT_ILL = frozenset({"<away>", "<field>"})
# "ADHD-team" is no illness, "ADHD-diagnose" is one.
OF_ILLNESS = ("diagnose", "diagnosen", "lidelse", "lidelsen", "affektiv", "symptomer", "sygdom")
OF_OTHERS_INDEX, WITH_SOMEBODY_INDEX = openings(OF_OTHERS), openings(WITH_SOMEBODY)
# Words about a person begin with one of these tags, also in capital letters, and end with one of the others.
FIRST = frozenset().union(*(phrase.elements[0].tags for phrase in (*OF_SOMEBODY, *LINKS))) - {"_"}
LAST = ILL.union(*(phrase.elements[-1].tags for phrase in OF_SOMEBODY))
MOST_NAMES = 4  # about one person, one after another


def forbidden_in_ad(text: str, ad: str = "") -> Matter | None:
    """The kind of forbidden content in a text of an ad. ``ad``: the surrounding text, which tells what kind of work it
    is.

    >>> forbidden_in_ad("Bo Hansen, har skizofreni"), forbidden_in_ad("Vi søger en pædagog til unge med skizofreni")
    ('health', None)
    >>> forbidden_in_ad("Bo, 010185-1234"), forbidden_in_ad("Ring til Bo på 12 34 56 78 (jobnr. 0101851234)")
    ('cpr', None)
    """
    text, ad = visible(text)[0], visible(ad)[0]
    if holds_cpr(text):
        return "cpr"
    return "health" if len(text) <= LONGEST and _tells_of_health(text, ad or text) else None


def holds_cpr(text: str) -> bool:
    """Whether a text of an ad holds a CPR number. Telephone and order numbers may look like one.

    Counts: a number with a hyphen; ten digits together, unless the words before them name a telephone or another
    number, or they stand in a web address; any other spelling after "CPR" or a full name.
    """
    if not FOUR_DIGITS.search(text):
        return False
    plain = digits(text)
    matches = (match for pattern in (CPR_NUMBER, CPR_APART) for match in pattern.finditer(plain))
    return any(_is_cpr(plain, *match.span()) for match in matches)


def is_written_cpr(name: str) -> bool:
    """Whether an id or an address holds a CPR number with its hyphen. Ten digits together are common there.

    >>> is_written_cpr("010185-1234"), is_written_cpr("0101851234"), is_written_cpr("2f101226-1234-4a")
    (True, False, False)
    """
    if not FOUR_DIGITS.search(name):
        return False
    return any(CPR_NUMBER.match(match[0]) for match in WRITTEN.finditer(digits(visible(name)[0])))


def _is_cpr(text: str, start: int, end: int) -> bool:
    before = re.split(r"[!?]\s|\n", text[max(0, start - BEFORE) : start])[-1]
    tags = frozenset().union(*(tags_of(normal(word)) for word in re.findall(r"[^\W\d_]+", before)))
    if "<cpr>" in tags or WRITTEN.match(text, start, end):
        return True
    if tags & {"<not_a_phone>", "<numbered>"} or ADDRESS.search(before) or MONEY.match(text, end):
        return False
    return TOGETHER.fullmatch(text, start, end) is not None or NAMED.search(before) is not None


def _tells_of_health(text: str, ad: str) -> bool:
    if not _names_somebody(text):
        return False
    sentences = [piece.replace("\n", " ") for piece in PIECE.split(text) if _names_somebody(piece)]
    is_help = HELP_FOR_ONE.search(ad) is not None
    return any(_tells_of_illness(sentence, is_help) for sentence in sentences)


def _names_somebody(sentence: str) -> bool:
    if SOMEBODY.search(sentence):
        return True
    capitals = [word.casefold() for word in CAPITAL.findall(sentence)]
    return not (NAMES.isdisjoint(capitals) and NAMES.isdisjoint([word[:-1] for word in capitals]))


def _tells_of_illness(sentence: str, is_help: bool) -> bool:
    """Whether a sentence says that a particular person is ill."""
    sentence = HE_OR_SHE.sub(" ", sentence)
    tokens = tokens_of(sentence)
    if LAST.isdisjoint(frozenset().union(*(token.tags for token in tokens))):
        return False
    tokens = _with_somebody(tokens, sentence, is_help)
    others = {at for _, start, end in spoken(tokens, OF_OTHERS_INDEX, STOPS_AT_NOTHING) for at in range(start, end)}
    ends = [end for _, _, end in spoken(tokens, WITH_SOMEBODY_INDEX, STOPS_AT_NOTHING)]
    for at, token in enumerate(tokens):
        if "<somebody>" in token.tags:
            ends += [end for start in _beginnings(tokens, at) for end in _predicates(tokens, start)]
    return any(others.isdisjoint(range(end - 2, end)) for end in ends)


def _predicates(tokens: list[Token], start: int) -> Iterator[int]:
    """The end of each phrase of OF_SOMEBODY that begins at ``start``."""
    ends = (end_of(tokens, start, phrase, 0, STOPS_AT_NOTHING) for phrase in OF_SOMEBODY)
    yield from (end for end in ends if end)


def _beginnings(tokens: list[Token], at: int) -> Iterator[int]:
    """The places where words about the person at ``at`` may begin: after the other names, and after a link."""
    names = itertools.takewhile(lambda token: _is_name(token.tags), tokens[at + 1 : at + MOST_NAMES])
    start = at + 1 + sum(1 for _ in names)
    yield start
    for link in LINKS:
        end = end_of(tokens, start, link, 0, STOPS_AT_NOTHING)
        if end:
            yield end


def _is_name(tags: frozenset[str]) -> bool:
    return "<capital>" in tags and FIRST.isdisjoint(tags)


def _with_somebody(tokens: list[Token], sentence: str, is_help: bool) -> list[Token]:
    """The tokens of a sentence with the tags that only ads need. <somebody> is one particular person.

    He or she after "en borger" is any citizen, and "hvis kandidaten" is any candidate, unless a person comes before.
    """
    marked: list[Token] = []
    anybody = somebody = False
    for token in tokens:
        tags = token.tags | _own_tags(sentence[token.start : token.end], token.tags, first=len(marked) == 1)
        before = [t.tags for t in marked[-5:]]
        if _is_client(tags, before, is_help, anybody):
            tags, somebody = tags | {"<somebody>", "<their_client>"}, True
        elif _is_somebody(tags, before, is_help) and not (anybody and "<he_or_she>" in tags):
            tags, somebody = tags | {"<somebody>"}, True
        anybody = (anybody or bool(tags & {"<people>", "<condition>"})) and not somebody
        marked.append(token._replace(tags=tags))
    return marked


def _own_tags(raw: str, tags: frozenset[str], *, first: bool) -> set[str]:
    """The tags of a word that depend on its spelling."""
    word, own = normal(raw), set[str]()
    if tags & ILL and not tags & NOT_ILL and ("-" not in raw or word.endswith(OF_ILLNESS)):
        own.add("<ill>")
    if raw[:1].isupper():
        own.add("<capital>")
        if word in NAMES:
            own.add("<name>")
        elif word.endswith("s") and word[:-1] in NAMES:
            own.add("<whose>")
        elif not first:
            own.add("<stranger>")
    return own


def _is_client(tags: frozenset[str], before: list[frozenset[str]], is_help: bool, anybody: bool) -> bool:
    """Whether a word is "vores kandidat", "min borger" or the last word in "en af mine klienter"."""
    whose = frozenset().union(*before[-2:])
    if tags & {"<client>", "<citizen>"} and "<mine>" in whose:
        return True
    if "<client>" in tags:
        return not anybody and (bool(whose & {"<ours>", "the"}) or "<the_client>" in tags)
    if "<citizen>" in tags:
        return "<ours>" in whose and not is_help and not anybody
    return "<clients>" in tags and bool(whose & {"<ours>", "<mine>"}) and any("<one_of>" in t for t in before[-3:])


def _is_somebody(tags: frozenset[str], before: list[frozenset[str]], is_help: bool) -> bool:
    """Whether a word names a person. In an ad for help to one person: only a person whom the job should suit."""
    if "<capital>" in tags and before and before[-1] & {"til", "for", "to"} and any("<suits>" in t for t in before):
        return True
    return not is_help and bool(tags & {"<name>", "<he_or_she>"})
