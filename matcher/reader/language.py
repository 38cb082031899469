"""Detects the language of an ad that is not in Danish or English. The requirements of such an ad are unknown."""

import functools
import re
from typing import Any

from matcher.schema import Vacancy

ENOUGH = 2_000  # characters that are examined; takes a millisecond
# The detector's probability for Danish and English together, and for the likeliest language. 1,215 Danish and English
# ads give 0.99 and more, titles alone 0.2 and more; short lines in other languages at most 0.10, and at least 0.40.
READ, SURE = 0.1, 0.4
# The same for one paragraph of an ad that is read: none of their paragraphs of 80 characters or more comes near.
PARAGRAPH, READ_OF_IT, SURE_OF_IT = 80, 0.02, 0.9
BLANK_LINE = re.compile(r"\n\s*\n")


def unread(vacancy: Vacancy) -> str | None:
    """Code of the language of an ad that is neither Danish nor English; None for an ad that is read.

    A few foreign words make no ad foreign, but a paragraph does, because its requirements cannot be read. Norwegian and
    Swedish are not read: their words for requirements differ.

    >>> unread(Vacancy(id="1", title="Lagerarbetare", description="Du måste ha körkort och tala svenska."))
    'sv'
    """
    text = f"{vacancy.title}\n{vacancy.description[:ENOUGH]}"
    if language := _foreign(text, READ, SURE):
        return language
    paragraphs = [part for part in BLANK_LINE.split(text) if len(part) >= PARAGRAPH]
    foreign = (_foreign(part, READ_OF_IT, SURE_OF_IT) for part in paragraphs if len(paragraphs) > 1)
    return next(filter(None, foreign), None)


def _foreign(text: str, read: float, sure: float) -> str | None:
    shares = dict(_detector().rank(text))
    likeliest = max(shares, key=lambda code: shares[code])
    return likeliest if shares["da"] + shares["en"] < read and shares[likeliest] >= sure else None


@functools.cache
def _detector() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # loading takes a second

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
