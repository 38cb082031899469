"""The one way to clean an ad from any source. Its result is what is read, quoted and shown.

First letters are repaired (``letters``), then markup and entities are removed, however deeply nested, then the line
layout of mail and paper is undone: ``> `` at the start, a hyphen at the end, breaks inside a sentence. Cleaning twice
changes nothing.
"""

import itertools
import re

import ftfy

from matcher.feeds.markup import CDATA, is_markup, plain
from matcher.letters import seen

ROUNDS = 5  # rounds of unescaping; a text that still changes after them stays as it is

# A text without these characters skips the work: signs of markup, of mail and of a wrong encoding, and all letters and
# marks beyond Latin ones except dashes, quotation marks, bullets and currency signs.
SUSPECT = re.compile("[&<\\]~=\r\u00adÃÂâË‚√\u0300-\u200f\u2028-\u209f\u20d0-\U0010ffff]")

# ---- letters that were read in the wrong encoding

# UTF-8 read as Windows-1252 or Latin-1 starts with one of these. A clean text skips the library.
BEGINNINGS = re.compile("[ÃÂâË‚√]")  # searched first, which takes a tenth of the time
MISREAD = re.compile(r"[ÃÂâ][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ¡-¿]|[Ë‚√]\S")
# A letter is lost, or stands in a DOS or old Mac encoding that cannot be told apart: "k\ufffdkken", "k›kken".
LOST_SIGNS = re.compile("[\ufffd›†¿¾‘√]")
LOST = re.compile(r"√[∏¶•]|[^\W\d_]\ufffd|\ufffd[^\W\d_]|[a-zæøå][›†¿¾‘][a-zæøå]")

# "k?kken" more than once. Addresses contain question marks too ("job?id=3"), before a name and "=".
QUESTIONED = re.compile(r"(?<![/.\w])\w*[a-zA-Z]\?[a-z]+\b(?!=)")
# Among 1,130 Danish ads, every one of 400 characters or more contains æ, ø or å. At least a tenth of their words are in
# this list; in English ads none is.
LONG_ENOUGH, SHARE_OF_DANISH = 400, 0.1
DANISH_LETTERS = re.compile("[æøåÆØÅ]")
DANISH = frozenset(
    (
        "og",
        "er",
        "til",
        "af",
        "at",
        "med",
        "som",
        "du",
        "vi",
        "den",
        "det",
        "har",
        "kan",
        "vil",
        "skal",
        "din",
        "dit",
        "os",
        "dig",
        "en",
        "et",
        "ikke",
        "fra",
        "hos",
    )
)
WORD = re.compile(r"[a-z]+")
QUOTED_PRINTABLE = re.compile(r"(?:=[CE][0-9A-F](?:=[89AB][0-9A-F]){1,2})")

# ---- lines

QUOTED_LINE = re.compile(r"^[ \t]*>(?!=)[> \t]*", re.MULTILINE)
TWO_QUOTED = re.compile(r"^[ \t]*>.*\n[ \t]*>", re.MULTILINE)
STROKE = re.compile("[\u0335\u0336]")
# Letters struck through, or between two tildes as in chats.
STRUCK = re.compile(r"[ \t]?(?:(?:[^\n\u0336\u0335][\u0336\u0335])+|~~[^~\s](?:[^~\n]{0,200}[^~\s])?~~)")
HYPHEN_AT_END = re.compile(r"(\w+)[-\u2010\u00ac][ \t]*\Z")
HYPHEN_IN_MARKUP = re.compile(r"(\w{1,60})[-\u2010\u00ac]\r?\n[ \t]*(\w{1,60})")  # shown as a space on a page
FIRST_WORD = re.compile(r"[ \t]*(\w+)")
DAYS = r"(?:man|tirs|ons|tors|fre|lør|søn|mon|tues?|wednes|thurs?|fri|satur|sun)(?:dag|day)?(?:e|ene|s|en)?"
MONTHS = (
    r"(?:jan(?:uar|uary)?|feb(?:ruar|ruary)?|marts?|march|april?|maj|may|juni?|june?|juli?|july?|aug(?:ust)?"
    r"|sep(?:tember)?|okt(?:ober)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
# Word pairs joined by a hyphen where the second is not the end of the first: "mandag-fredag", "maj-august".
TWO_DAYS = re.compile(rf"{DAYS}-{DAYS}|{MONTHS}-{MONTHS}|dag-(?:aften|nat)|aften-(?:nat|weekend)|day-(?:evening|night)")
# Words that keep their hyphen before another word: "e-mail", "co-worker", "full-time" (Retskrivningsordbogen § 57).
HYPHENED = frozenset(
    (
        "co",
        "ex",
        "eks",
        "non",
        "full",
        "part",
        "self",
        "well",
        "drop",
        "check",
        "stand",
        "follow",
        "on",
        "off",
        "up",
        "pre",
        "post",
        "anti",
        "semi",
        "multi",
        "bade",
        "ad",
        "hands",
        "in",
        "long",
        "short",
        "high",
        "low",
    )
)
# "aften-\nog natarbejde": the hyphen stands for an omitted word
JOINING = ("og", "eller", "samt", "til", "and", "or", "to")
# A line that is not a list item continues if the next line starts with a small letter.
SHORTEST_LINE = 30
SMALL = re.compile(r"[ \t]*[a-zæøå](?<!o[ \t])(?!(?<=o)[ \t]|\w{0,2}[).:][ \t]|[\wæøå-]{0,19}:|\S{0,60}[@/])")
# A program broke the lines of a text if each line ends where the next word no longer fitted: mail breaks at 72 or 78
# characters (RFC 5322, 2.1.1), paper at up to 100. Three such lines inside sentences are no coincidence.
NARROWEST, WIDEST, LEAST_FULL = 36, 100, 3
MAY_GO_ON = re.compile(r"[-\u2010\u00ac][ \t]*\n|\n[ \t]*[a-zæøå]")
LONG_WORD = re.compile(r"\S{40}")  # a web address, which no program breaks
LONGEST_ADDRESS = 300  # characters of a line broken by a program
MARKED = re.compile(r"[ \t]*(?:[-–—•·▪●◦‣∙⁃✓✔☑✅➢➤►▸■□◆★*+]|o[ \t]|\w{1,2}[).][ \t]|\d+\.[ \t])")
ENDS = (".", "!", "?", ":", ";")
BLANK_LINES = re.compile(r"\n[ \t]*\n(?:[ \t]*\n)+")


def set_right(text: str) -> str:
    """Repairs letters of UTF-8 that was read in another encoding, if the repair is certain.

    >>> set_right("kÃ¸kkenmedhjÃ¦lper"), set_right("São Paulo, Ærø")
    ('køkkenmedhjælper', 'São Paulo, Ærø')
    """
    if QUOTED_PRINTABLE.search(text):
        text = QUOTED_PRINTABLE.sub(_decoded, text.replace("=\n", ""))
    if text.isascii() or not BEGINNINGS.search(text) or not MISREAD.search(text):
        return text
    return ftfy.fix_encoding(text)


def _decoded(signs: re.Match[str]) -> str:
    """The letter that a mail encodes as "=C3=B8"."""
    return bytes.fromhex(signs[0].replace("=", "")).decode("utf-8", "replace")


def has_lost_letters(text: str) -> bool:
    """Whether letters were lost before the text arrived, so that words cannot be read: a long Danish text has æ, ø and
    å.

    >>> has_lost_letters("k\\ufffdkken"), has_lost_letters("k›kkenmedhj‘lper"), has_lost_letters("Løn \\ufffd 150 kr.")
    (True, True, False)
    """
    if LOST_SIGNS.search(text) and LOST.search(text):
        return True
    if text.isascii() and len(QUESTIONED.findall(text)) > 1:
        return True
    return len(text) >= LONG_ENOUGH and not DANISH_LETTERS.search(text) and _is_danish(text)


def _is_danish(text: str) -> bool:
    words = WORD.findall(text.lower())
    return sum(word in DANISH for word in words) > SHARE_OF_DANISH * len(words)


def clean(text: str) -> str:
    """The text that a reader of the ad would see, in whole lines.

    >>> clean("Vi s&amp;oslash;ger en k\\u00f8-\\nkkenmedhj\\u00e6lper"), clean("> Kok s\\u00f8ges\\n> til kro")
    ('Vi søger en køkkenmedhjælper', 'Kok søges\\ntil kro')
    """
    for _ in range(ROUNDS):
        before, text = text, _once(text)
        if text == before:
            break
    return text


def clean_line(text: str) -> str:
    """A title or a name, cleaned, on one line."""
    return " ".join(clean(text).split())


def _once(text: str) -> str:
    if SUSPECT.search(text):
        text = _letters(text)
    if "\n" not in text:
        return text
    if ">" in text and TWO_QUOTED.search(text):
        text = QUOTED_LINE.sub("", text)
    return BLANK_LINES.sub("\n\n", _whole_lines(text))


def _letters(text: str) -> str:
    text = seen(set_right(text))
    if "&" in text or "]]>" in text or ("<" in text and (is_markup(text) or CDATA.search(text))):
        text = seen(plain(HYPHEN_IN_MARKUP.sub(lambda parted: _joined(*parted.groups()), text)))
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return STRUCK.sub("", text) if "~~" in text or STROKE.search(text) else text


def _joined(first: str, second: str) -> str:
    """A word that was split at the end of a line, joined. Two words joined by a hyphen keep it.

    >>> _joined("kø", "rekort"), _joined("mandag", "fredag"), _joined("e", "mail"), _joined("aften", "og")
    ('kørekort', 'mandag-fredag', 'e-mail', 'aften- og')
    """
    small = second.lower()
    if small in JOINING:
        return f"{first}- {second}"
    keeps = (
        len(first) == 1
        or first.isupper()
        or first[-1].isdigit()
        or not second[0].islower()
        or first.lower() in HYPHENED
        or TWO_DAYS.fullmatch(f"{first.lower()}-{small}")
    )
    return f"{first}-{second}" if keeps else first + second


def _whole_lines(text: str) -> str:
    """Joins lines that continue in the next line."""
    lines = text.split("\n")
    width = _width(lines)
    if width is None and not MAY_GO_ON.search(text):
        return text
    whole = lines[:1]
    for before, line in itertools.pairwise(lines):
        if (longer := _with_next(whole[-1], before, line, width)) is None:
            whole.append(line)
        else:
            whole[-1] = longer
    return "\n".join(whole)


def _width(lines: list[str]) -> int | None:
    """The width in characters at which a program broke the lines, or None."""
    if len(max(lines, key=len)) > LONGEST_ADDRESS:
        return None
    width = max((len(line) for line in lines if len(line) > NARROWEST and not LONG_WORD.search(line)), default=0)
    if not NARROWEST < width <= WIDEST:
        return None
    full = sum(
        _is_full(line, following, width) and not line.rstrip().endswith(ENDS)
        for line, following in itertools.pairwise(lines)
    )
    return width if full >= LEAST_FULL else None


def _is_full(line: str, following: str, width: int) -> bool:
    """Whether the next line's first word did not fit in this line."""
    if not line.strip() or not following.strip() or MARKED.match(following):
        return False
    return len(line.rstrip()) + 1 + len(following.split(None, 1)[0]) > width


def _with_next(line: str, last: str, following: str, width: int | None) -> str | None:
    """A line joined with the next, or None if they belong apart. ``last``: the part of the line that had a line of its
    own."""
    hyphened, word = HYPHEN_AT_END.search(line), FIRST_WORD.match(following)
    if hyphened and word:
        return line[: hyphened.start()] + _joined(hyphened[1], word[1]) + following[word.end() :]
    start = line.lstrip()
    is_broken = width is not None and _is_full(last, following, width) and not last.rstrip().endswith(":")
    is_long = (
        len(start.rstrip()) >= SHORTEST_LINE
        and not start[0].islower()
        and not start.rstrip().endswith((":", ";", "!", "?"))
    )
    if is_broken or (is_long and SMALL.match(following)):
        return f"{line.rstrip()} {following.strip()}"
    return None
