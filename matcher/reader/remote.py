"""Whether the work can be done from home: all of it, a part of it, or none.

"whole" needs plain words ("100 % fjernarbejde", "du arbejder hjemmefra"). Days, "noget af det" and "mulighed for" make
it a part; so does a second sentence that names a part. "no" needs a denial. Ignored: home work of others, on a few days
a year, or on call, and things that somebody brings or follows from home.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from matcher.reader.denials import ruled_out
from matcher.reader.patterns import Grammar, mask
from matcher.reader.sentences import Sentence, mentioning

Remote = Literal["whole", "part", "no"]

_phrase = Grammar(
    {
        "home": (
            r"hjemmefra",
            r"hjemmearbejd\w*",
            r"(?:arbejde|skrive|sidde)r? (?:\w+ )?hjemme(?! (?:hos|i)(?!\w))",
            r"hjemmedage?",
            r"(?:fjern|distance)arbejd\w*",
            r"hybrid\w*",
            r"remote(?:ly)?",
            r"work(?:ing)? from (?:your )?home",
            r"sidde derhjemme",
            r"(?:fra )?dit eget skrivebord",
            r"work (?:remotely )?from anywhere",
        ),
        "brought": (
            r"med (?:\w+ )?hjemmefra",
            r"(?:flyt|kør|møde|cykl|gå)\w*(?: \w+)? hjemmefra",
            r"følge\w* med(?: \w+)? hjemmefra",
            r"hybrid(?:bil|nøgle|plante|mark|korn)\w*",
            r"(?:tilkalde|rådigheds|bag|døgn)vagt\w*(?: \w+){0,2} hjemmefra",
            r"remote (?:areas?|controls?|islands?|villages?|sites?|locations?)",
            r"tjen .{0,30}hjemmefra",
            r"(?:beredskab|stand-?by|on call|tilkald)\w*(?: \w+){0,2} (?:hjemmefra|from home)",
        ),
        "all": (
            r"100_(?:%|procent|pct\.?|percent)(?: \w+)? (?:<home>)",
            r"(?:fully|entirely|completely|all|purely) remote",
            r"(?:fuldt ud|udelukkende|kun|altid|helt|rent|hele tiden|alle dage|hver dag) (?:<home>)",
            r"(?:hjemmefra|fjernarbejde) (?:på fuld tid|hele (?:tiden|ugen)|hver dag|alle dage|fuldtid)",
            r"(?:hele|alt) (?:\w+ ){0,3}?hjemmefra",
            r"full[- ]time (?:from home|remote)",
            r"work (?:remotely )?from anywhere",
        ),
        "daily": (
            r"du (?:kommer til at )?arbejder? hjemmefra",
            r"arbejd hjemmefra",
            r"(?:you )?(?:will )?work from home",
            r"remote (?:job|position|role|work)",
            r"(?:foregår|laves|udføres|passes|klares|løses) hjemmefra",
            r"(?:stillingen|jobbet|arbejdet) er (?:hjemmefra|fjernarbejde|remote)",
        ),
        "some": (
            r"(?:<number>|\d-\d|én|flere|nogle) (?:\w+ )?(?:dage?|gange?|days?|times?)",
            r"hjemmedage?",
            r"halvdel\w*",
            "noget",
            "nogle",
            "resten",
            "rest",
            r"del(?:e|vis\w*)?",
            r"mulig\w*",
            "kan",
            "må",
            "gerne",
            "can",
            "may",
            r"(?:<weekday>|<weekday>e[n]?)",
            r"hybrid\w*",
            "efter",
            "når",
            "hvis",
            "i perioder",
            "op til",
            r"aftale\w*",
            "også",
            r"possib\w*",
            "partly",
            "some",
            "up to",
            "frihed",
            "opgaver",
            "notater",
            "bagefter",
            r"mest\w*",
            r"på kontoret",
            "at the office",
            "in the office",
            "option",
            "when",
            "if",
            "flexible",
            "fleksibel",
        ),
        "seldom": (
            r"(?:én|en|et|to|tre|one|two|\d|få|enkelte) (?:\w+ )?(?:dage?|uger?|gange?|days?|weeks?|times)"
            r" (?:om|på|i|pr\.?|per|a|each|every|in a) (?:året|måneden|måned|år|year|month)",
            r"årligt",
            "yearly",
            r"(?:once|twice|én gang|en gang|to gange) (?:a|om) (?:year|året|month|måneden)",
            "i ny og næ",
            "af og til",
            "en gang imellem",
            "ind imellem",
            "lejlighedsvis",
            "sjældent",
            "undtagelsesvis",
            r"i (?:særlige|helt særlige|enkelte) tilfælde",
            r"ved (?:sygdom|snevejr|barns \w+)",
            r"occasional\w*",
            "now and then",
            "exceptionally",
            "in exceptional cases",
        ),
        "fellows": (
            r"(?:vores|vore|de øvrige|de andre|dine|mine|our|other|the) (?:[\w-]+ ){0,2}?(?:kolleg\w+|ledere?"
            r"|medarbejdere|konsulenter|administration\w*|colleagues|managers|staff|team\w*)",
            r"de (?:øvrige|andre) \w{6,}",
            r"kun (?:for )?(?:ledere|\w*medarbejdere|administration\w*|kontor\w*)",
            r"only (?:for )?(?:managers|office staff|the office)",
            "kontorfolkene",
            "chefen",
            "ledelsen",
        ),
        "settling": (
            r"kan (?:det )?(?:dog )?aftales",
            "efter aftale",
            r"aftales (?:individuelt|nærmere)",
            "medmindre andet",
            "can be agreed",
            "by agreement",
            "unless agreed",
        ),
    }
).pattern
HOME = _phrase("home", r"<home>", yes="arbejde hjemmefra", no="hjemmesiden")
BROUGHT = _phrase("brought from home", r"<brought>", yes="engelsk har du med hjemmefra", no="du arbejder hjemmefra")
ALL = _phrase("all from home", r"<all>", yes="100 % fjernarbejde", no="mulighed for fjernarbejde")
DAILY = _phrase("home as the place of work", r"<daily>", yes="du arbejder hjemmefra", no="arbejde hjemme om fredagen")
SOME = _phrase("some of it", r"<some>", yes="en dag hjemmefra", no="du arbejder hjemmefra")
SELDOM = _phrase("seldom", r"<seldom>", yes="hjemmefra en uge om året", no="hjemmefra en dag om ugen")
FELLOWS = _phrase("fellows", r"<fellows>", yes="vores kolleger i administrationen", no="du og jeg")
SETTLING = _phrase("settling", r"<settling>", yes="men kan aftales", no="men ikke her")
PATTERNS = (HOME, BROUGHT, ALL, DAILY, SOME, SELDOM, FELLOWS, SETTLING)
TRIGGERS = ("hjemme", "fjern", "distance", "hybrid", "remote", "home", "skrivebord", "anywhere")


@dataclass(frozen=True, slots=True)
class RemoteFact:
    """How much of the work can be done from home, and the quote."""

    remote: Remote | None = None
    quote: str | None = None


def read_remote(sentences: Sequence[Sentence]) -> RemoteFact:
    """Reads how much of the work can be done from home. A part beats the whole, and both beat "no"."""
    quotes: dict[Remote, str] = {}
    for sentence in mentioning(sentences, TRIGGERS):
        for remote, quote in _home_work(sentence):
            quotes.setdefault(remote, quote)
    return next(
        (RemoteFact(remote, quotes[remote]) for remote in ("part", "whole", "no") if remote in quotes), RemoteFact()
    )


def _home_work(sentence: Sentence) -> Iterator[tuple[Remote, str]]:
    """What one sentence says about work from home."""
    text = mask(sentence.text, (BROUGHT,))
    if SELDOM.search(text) or FELLOWS.search(text):
        return
    for mention in HOME.finditer(text):
        denied = ruled_out(text, *mention.span()) == "denied" and not SETTLING.search(text)
        yield "no" if denied else _share(text), sentence.quote(*mention.span())


def _share(text: str) -> Remote:
    """Whether a folded sentence means all of the work or a part of it."""
    if ALL.search(text):
        return "whole"
    return "whole" if DAILY.search(text) and not SOME.search(text) else "part"
