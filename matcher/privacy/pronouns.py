"""Replaces he and she, so that the encoder's input does not reveal anybody's gender.

A consultant may write "hun har arbejdet i et køkken". Pronouns are ordinary words and are not refused, so they are put
in the first person before the statement is encoded. The list is then the same for him and for her by construction.
English "him", "his" and "her" become one word, because "her" is both.
"""

import re

ALIKE = {
    "han": "jeg",
    "hun": "jeg",
    "hende": "mig",
    "hans": "min",
    "hendes": "min",
    "he": "I",
    "she": "I",
    "him": "my",
    "his": "my",
    "hers": "my",
    "himself": "myself",
    "herself": "myself",
}
IN_DANISH, IN_ENGLISH = {"ham": "mig"}, {"her": "my"}  # "ham" is meat in English, "her" means here in Danish
ENGLISH = re.compile(r"\b(?:the|has|was|his|him|she|he)\b", re.IGNORECASE)
WORD = re.compile(r"\b\w+\b")


def neutralise_pronouns(statement: str) -> str:
    """The statement with he and she in the first person.

    >>> neutralise_pronouns("Hun har kørt truck"), neutralise_pronouns("Han har kørt truck")
    ('jeg har kørt truck', 'jeg har kørt truck')
    >>> neutralise_pronouns("She likes her work and the customers"), neutralise_pronouns("Arbejder gerne her")
    ('I likes my work and the customers', 'Arbejder gerne her')
    """
    words = ALIKE | (IN_ENGLISH if ENGLISH.search(statement) else IN_DANISH)
    return WORD.sub(lambda match: words.get(match[0].lower(), match[0]), statement)
