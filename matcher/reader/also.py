"""A second form of the same job: "fleksjob er muligt, og almindelige vilkår går også"; "også en på 20 timer".

Two forms of employment or two amounts of hours, in one or two sentences, where the ad allows the second as well as the
first. What comes "later", and colleagues with other terms, do not count.
"""

from collections.abc import Sequence
from itertools import pairwise

from matcher.reader.choices import (
    NOT_A_WEEK,
    REFUSED,
    Alternative,
    Mention,
    form_mentions,
    of_amounts,
    of_forms,
    quantities,
)
from matcher.reader.patterns import Grammar
from matcher.reader.post_words import AMOUNT
from matcher.reader.sentences import Sentence

_phrase = Grammar(
    {
        "possible": (
            r"mulig\w*",
            "en mulighed",
            "velkom(?:men|ne)",
            "fint",
            "i orden",
            "possible",
            "an option",
            "welcome",
            "fine",
        ),
        "ways": ("går", "kan", "tager vi", "vi tager", "ansætter vi", "vi ansætter", "hører vi", "ser vi", "besættes"),
        "one": ("en", "et", "én", "ét", "one", "a"),
    }
).pattern
ALSO = _phrase(
    "as well",
    r"(?:<ways>) også|også <gap>(?:<possible>)|lige så <possible>|(?:er|is) <possible>"
    r"|også gerne|gerne også|gå an|lade sig gøre|is also|can also|as well",
    yes="almindelige vilkår går også",
    no="vi har også en kat",
)
RATHER = _phrase(
    "rather",
    r"hellere|også (?:muligt|lade sig gøre)|(?:hvis|om) du (?:ønsker|vil|foretrækker)"
    r"|if you (?:prefer|like|want)|rather",
    yes="vil du hellere have fuld tid",
    no="du vil have fuld tid",
)
ANOTHER = _phrase(
    "also one of so many hours",
    r"(?:også|desuden|derudover|dertil|also|plus) (?:søger vi |brug for )?"
    r"(?:<one>)(?: [\w-]+){0,2} (?:på|til|med|of|at|for)_(?:ca\.? )?<number>_(?:timer|t|hours)",
    yes="Vi har også en på 20 timer",
    no="Vi har også 20 timer",
)
PATTERNS = (ALSO, RATHER, ANOTHER)
FARTHEST = 140  # characters between the two ways


def second_ways(sentences: Sequence[Sentence]) -> list[Alternative]:
    """The first two forms of the job named by one sentence or by two."""
    body = [sentence for sentence in sentences if not sentence.in_title]
    for sentence in body:
        parts = _forms(sentence) or _hours(sentence)
        if len(parts) > 1:
            return parts
    return next((parts for before, after in pairwise(body) if (parts := _two(before, after))), [])


def _forms(sentence: Sentence) -> list[Alternative]:
    """ "Fleksjob er muligt, og almindelige vilkår går også"."""
    named = _different(form_mentions(sentence.text)) if ALSO.search(sentence.text) else []
    return of_forms(sentence, named) if _apart(sentence.text, named) else []


def _hours(sentence: Sentence) -> list[Alternative]:
    """ "32 timer, men vil du hellere have fuld tid, kan det lade sig gøre"."""
    if not RATHER.search(sentence.text) or NOT_A_WEEK.search(sentence.text):
        return []
    named = _different([(*match.span(), match.group()) for match in quantities(sentence.text)])
    return of_amounts(sentence, named) if _apart(sentence.text, named) else []


def _two(before: Sentence, after: Sentence) -> list[Alternative]:
    """ "Du kan ansættes ordinært." and "Et fleksjob er også en mulighed."; "Også en på 20 timer"."""
    if not _goes_with(before, after) or REFUSED.search(before.text + after.text):
        return []
    return [_whole(before), _whole(after)]


def _goes_with(before: Sentence, after: Sentence) -> bool:
    if ANOTHER.search(after.text) and AMOUNT.search(before.text):
        return True
    forms = [{form for _, _, form in form_mentions(sentence.text)} for sentence in (before, after)]
    other = forms[1] - forms[0]
    return bool(other) and ALSO.search(after.text) is not None and bool(forms[0] or AMOUNT.search(before.text))


def _whole(sentence: Sentence) -> Alternative:
    forms = {form for _, _, form in form_mentions(sentence.text)}
    form = next(iter(forms)) if len(forms) == 1 else None
    return Alternative(sentence, 0, len(sentence.text), sentence.original[:80], employment=form)


def _different(mentions: Sequence[Mention]) -> list[Mention]:
    """The first mention of each name."""
    return list({name: (start, end, name) for start, end, name in reversed(mentions)}.values())[::-1]


def _apart(text: str, named: Sequence[Mention]) -> bool:
    """Whether two mentions differ, stand near each other, and neither is refused."""
    return (
        len(named) == 2
        and named[1][0] - named[0][1] <= FARTHEST
        and not REFUSED.search(text[max(0, named[0][0] - 30) : named[1][1]])
    )
