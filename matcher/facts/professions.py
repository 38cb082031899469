"""Professions that the law reserves for people with an authorisation or an approval.

Health professions: autorisationsloven (lov om autorisation af sundhedspersoner) and the Danish Patient Safety
Authority's list of authorised professions; vets: dyrlægeloven; guards: vagtvirksomhedsloven § 7. Electrical work needs
an authorised firm (elsikkerhedsloven) rather than an authorised person, but nobody is hired for it without the
training. A social- og sundhedshjælper, a lægesekretær and a veterinærsygeplejerske need no authorisation.
"""

import functools
import re
from collections.abc import Iterable

from matcher.schema import Requirement

# Names in ads and in what people say of themselves ("sygeplejerskeuddannelsen", "Udd. el-installatør").
PROTECTED = {
    "sygeplejerske": r"(?<!veterinær)sygeplejerske|\bnurse\b",
    "social- og sundhedsassistent": r"(?:social-? og sundheds|sosu)[- ]?ass|\bssa\b|social and health care assistant",
    "jordemoder": r"jordemoder|jordemødre|\bmidwi",
    "læge": r"(?<!tand)(?<!dyr)læge(?:r|n|ne|stilling\w*)?\b|\bcand\.? ?med\b|\b(?:doctor|physician|surgeon)\b",
    "tandlæge": r"tandlæge(?:r|n|ne)?\b|\bdentist",
    "tandplejer": r"tandplejer|dental hygienist",
    "tandtekniker": r"klinisk tandtekniker",
    "kiropraktor": r"kiropraktor|chiropract",
    "fysioterapeut": r"fysioterap|physiotherap",
    "ergoterapeut": r"ergoterap|occupational therap",
    "radiograf": r"radiograf|radiographer",
    "bioanalytiker": r"bioanalytiker|biomedical laboratory scientist",
    "farmaceut": r"farmaceut|cand\.? ?pharm|pharmacist",
    "optiker": r"optiker|optometrist|optician",
    "fodterapeut": r"fodterap|podiatrist",
    "diætist": r"klinisk diætist|dietitian",
    "bandagist": r"bandagist",
    "osteopat": r"osteopat",
    "dyrlæge": r"dyrlæge(?:r|n|ne)?\b|veterinarian",
    "elektriker": r"elektriker|el-?installatør|electrician",
    "vagt": r"\bvagt(?:kort|bevis|uddann\w*)?\b|security guard",
}
NAMES = {name: re.compile(pattern) for name, pattern in PROTECTED.items()}
UNNAMED = "?"  # an authorisation whose profession the ad does not name


@functools.lru_cache(maxsize=4096)
def protected(text: str) -> frozenset[str]:
    """Protected professions that a text names.

    >>> sorted(protected("Uddannet sygeplejerske, nu tandlæge")), protected("veterinærsygeplejerske eller lægesekretær")
    (['sygeplejerske', 'tandlæge'], frozenset())
    """
    folded = text.casefold()
    return frozenset(name for name, pattern in NAMES.items() if pattern.search(folded))


def reserved_for(title: str, requirements: Iterable[Requirement]) -> frozenset[str]:
    """Protected professions any one of which qualifies for a vacancy; empty if it is open to others too.

    An authorisation without a name counts for the profession in the title, else as ``UNNAMED``: it may be any. If one
    of the required educations is not protected ("sygeplejerske eller pædagog"), the vacancy is open.
    """
    deciding = [r for r in requirements if r.strength == "required"]
    authorised = [protected(r.what or "") for r in deciding if r.kind == "authorisation"]
    educated = [protected(r.what or "") for r in deciding if r.kind == "education"]
    names = frozenset().union(*authorised, *(educated if all(educated) else []))
    return names or (protected(title) or frozenset((UNNAMED,)) if authorised else frozenset())


def holds(statements: Iterable[str]) -> frozenset[str]:
    """Protected professions that a person names in their skills and papers."""
    return frozenset().union(*map(protected, statements))
