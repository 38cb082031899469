"""Names of requirements in the reader's language, which may not be the ad's."""

from babel import Locale

from matcher.facts.papers import LANGUAGES
from matcher.phrases import Language
from matcher.schema import Requirement

# (Danish, English) names of papers and education in ads.
NAMES: tuple[tuple[str, str], ...] = (
    ("hygiejnebevis", "food hygiene certificate"),
    ("hygiejnebevis", "hygiene certificate"),
    ("hygiejnekursus", "hygiene course"),
    ("truckkort", "forklift licence"),
    ("truckcertifikat", "forklift certificate"),
    ("førstehjælpskursus", "first aid course"),
    ("førstehjælp", "first aid"),
    ("førstehjælpsbevis", "first aid certificate"),
    ("svejsebevis", "welding certificate"),
    ("svejsecertifikat", "welding licence"),
    ("krancertifikat", "crane licence"),
    ("ADR-bevis", "ADR certificate"),
    ("kode 95", "code 95"),
    ("faguddannelse", "formal training"),
    ("relevant uddannelse", "relevant degree"),
    ("videregående uddannelse", "degree"),
    ("universitetsuddannelse", "university degree"),
    ("bachelor", "bachelor's degree"),
    ("kandidatuddannelse", "master's degree"),
    ("uddannelse", "qualifications"),
    ("svendebrev", "journeyman's certificate"),
    ("sygeplejerske", "nurse"),
    ("pædagog", "social educator"),
    ("lærer", "teacher"),
    ("kok", "chef"),
    ("elektriker", "electrician"),
    ("tømrer", "carpenter"),
    ("ren straffeattest", "clean criminal record"),
    ("børneattest", "child protection certificate"),
)
DANISH = {english.casefold(): danish for danish, english in NAMES}
ENGLISH = {danish.casefold(): english for danish, english in reversed(NAMES)}  # the first of several


def named(requirement: Requirement, language: Language, of_ad: str | None = None) -> str:
    """The name of a requirement in the reader's language; None for experience, which is only found by a word.

    of_ad: the ad's language. A word in another language than the reader's, without a known name, is quoted.
    """
    what = requirement.what or ""
    if requirement.kind == "experience" or not what:
        return ""
    if requirement.kind == "language":
        return language_name(what, language)
    if requirement.kind == "driving_licence":
        return what
    known = (DANISH if language == "da" else ENGLISH).get(what.casefold())
    return known or (what if of_ad in (None, language) else f"„{what}“" if language == "da" else f"“{what}”")


def language_name(what: str, language: Language) -> str:
    """The reader's name for a language that an ad names.

    >>> language_name("danish", "da"), language_name("engelsk", "en"), language_name("grønlandsk", "en")
    ('dansk', 'English', 'grønlandsk')
    """
    code = LANGUAGES.get(what)
    return Locale(language).languages[code] if code else what
