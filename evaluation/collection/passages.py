"""Cuts an ad into passages, so that people can label whom and what each is about."""

import re

SENTENCE_END = re.compile(r"(?<=[.!?:])\s+(?=[A-ZÆØÅ\"“»0-9])")
# A full stop after these ends no sentence.
SHORT = re.compile(
    r"(?:\b(?:kl|ca|nr|tlf|f\.eks|bl\.a|m\.v|mr|mrs|no|inkl|evt|pr|min|max|maks)\.|\b\d{1,2}\.)$", re.IGNORECASE
)


def cut(title: str, text: str) -> list[str]:
    """The passages of an ad in order: title, then sentences, list items and headings. None is blank.

    >>> cut("Opvasker", "Du vasker op. Vi åbner kl. 9.\\n- gryder\\n- pander")
    ['Opvasker', 'Du vasker op.', 'Vi åbner kl. 9.', '- gryder', '- pander']
    """
    passages = [title.strip()]
    for line in text.splitlines():
        pieces: list[str] = []
        for piece in SENTENCE_END.split(line.strip()):
            if pieces and SHORT.search(pieces[-1]):
                pieces[-1] += f" {piece}"
            elif piece:
                pieces.append(piece)
        passages += pieces
    return passages
