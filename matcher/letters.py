"""Normalises letters to those a reader sees, before any other processing."""

import re
import unicodedata

WITHOUT_WIDTH = re.compile("[\u00ad\u200b\u2060-\u2064\ufeff]")
# More marks on one letter than any language uses (the Stream-Safe Text Format of Unicode, UAX #15, allows 30).
# Composing takes time with the square of their number.
MOST_MARKS = 30
MARKS = re.compile(rf"[^\w\s\x00-\x7f]{{{MOST_MARKS + 1},}}")


def seen(text: str) -> str:
    """The text as a reader sees it: composed letters (NFC), without characters of no width.

    Soft hyphens mark where a program may break a word, zero-width spaces where a page may. The joiners of emoji and of
    other scripts stay. Applying it twice changes nothing.

    >>> seen("pæ\u00addagog"), seen("a\u030arsag"), seen("👩‍🍳")
    ('pædagog', 'årsag', '👩‍🍳')
    """
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", MARKS.sub(_without_most_marks, WITHOUT_WIDTH.sub("", text)))


def _without_most_marks(signs: re.Match[str]) -> str:
    return "".join(sign for at, sign in enumerate(signs[0]) if at < MOST_MARKS or not unicodedata.combining(sign))
