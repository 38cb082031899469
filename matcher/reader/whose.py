"""Whom a part of a sentence is about: this post, or a colleague, a guest, another post, a former time.

An ad names hours, clock times and papers that are not the post's: the cook starts at six, a neighbouring ad is for
nights. ``of_this_post`` overwrites such parts, so that the readers of facts never see them. A part is overwritten only
if its words are clearly about somebody or something else. In doubt it stays.

``role`` decides by rules, which know the forms ("vores kok ...", "du ..."). If a part has none of them, a learned head
(``matcher.training.passages``) decides for the whole sentence.

>>> from matcher.reader.sentences import split
>>> from matcher.schema import Vacancy
>>> ad = split(Vacancy(id="1", title="Opvasker", description="Kokkene møder kl. 5.30, og du møder kl. 9."))
>>> [sentence.text for sentence in of_this_post(ad)]
['opvasker', '######################, og du møder kl. 9.']
"""

import dataclasses
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from matcher.heads import Probabilities, load_head
from matcher.privacy.words import FIRST_NAMES
from matcher.reader.grams import beside, grams, preceding
from matcher.reader.patterns import Grammar, first_match
from matcher.reader.sentences import Sentence

# The collection's roles of passages. Rules do not tell tasks, requirements and terms apart: they are all "post".
Role = Literal["post", "employer", "colleagues", "other_post", "apply"]
Span = tuple[int, int]

THEIRS = ("colleagues", "other_post")  # roles of the head
# the probability from which a sentence without a rule is about others; a lower one would drop requirements of the post
SURELY = 0.6
FAR = 20  # sentences: after these an ad has described itself and says how to apply
SHORT_LINE = 90  # characters: the longest line of a list of neighbouring ads in the training ads has 71
MOST_NAMES = 20  # phrases that name the post: no more are read, so that the time stays bounded
SOUGHT = 60  # characters after "søger" that may hold the name of the post

GRAMMAR = Grammar(
    {
        "trade": r"\w*(?:[a-zæøå]{3}ør|iker|(?:assist|ag|konsul|dispon|skrib|doc|produc|stud)ent|(?:labor|praktik"
        r"|kontroll)ant"
        r"|[a-zæøå]{3}(?:nist|rist|pist)|psykolog|fotograf|lærer|pædagog|læge|tjener|sekretær|bibliotekar|chef"
        r"|mester|leder|hjælper|bager|slagter|gartner|portner|koordinator|kok|kokk|smed|foged|fører|lærling|maler"
        r"|murer|rengører|rådgiver|redder|sælger|pedel|vært|matros|svend|snedker|forsker|tolk|analytiker"
        r"|plejer|vægter|skipper|mand|kasserer|bogholder|jordemoder|træner|postbud)",
        "person": (
            r"(?:<trade>)(?:e|er|en|erne|ene|rne|ne|n|s)?",
            r"\w*sygeplejerske\w{0,3}",
            r"\w*kolleg\w+",
            r"makker\w*",
            r"\w*studerende",
            r"(?:\w*pleje)?personalet?",
            r"\w*folk(?:ene)?",
            r"frivillige?",
            r"afløsere?",
            r"\w*søster",
            r"kone",
            r"mand",
            "far",
            "mor",
            "søn",
            "datter",
            "bror",
            r"ejer(?:en)?",
            r"præst(?:en)?",
            r"\w*syersker?",
            r"\w*dreng\w*",
            r"\w*(?:nurse|driver|manager|operator|cleaner|teacher|waiter|baker|cook"
            r"|chef|technician|host|student|volunteer|partner|colleague|owner|boss)s?",
            r"(?:herds|fore)m[ae]n",
        ),
        "known": (
            r"(?:<trade>)(?:en|erne|ene|rne|ne)",
            r"\w*sygeplejerskerne",
            r"kolleg(?:erne|aerne)",
            "plejerne",
            "plejen",
            r"\w*personalet",
            "de frivillige",
            "makkeren",
            r"\w*syerskerne",
            r"the (?:[\w-]+ )?\w*(?:nurse|driver|manager|operator|cleaner|teacher|waiter|baker|cook|chef|technician"
            r"|host|student"
            r"|volunteer)s?",
        ),
        "whose": ("vores", "vore", "our", "dine?", "your", "min", "mine", "my", "husets", r"\w{4,}(?:ens|ets|ernes)"),
        "rest": (
            r"(?:de|vores|vore|the|our) (?:andre|øvrige|fastansatte|faste|other|permanent)",
            r"resten af (?:holdet|teamet)",
            r"(?:et|en) (?:andet|anden) (?:fast )?(?:hold|firma|afdeling|kollega)",
            r"another (?:team|crew|company|colleague)",
            r"(?:et|det) faste? (?:natte?|aften|dag|weekend)?hold",
            r"faste folk",
        ),
        "guests": r"(?:(?:vores|vore|our|de|the) )?(?:(?:ældre|unge|små|mange"
        r"|young|elderly) )?(?:gæster(?:ne)?|kunderne"
        r"|beboer(?:e|ne)|børnene|patienter(?:ne)?|borgerne|passagererne|lånerne|forældrene|publikum|guests"
        r"|customers|residents|patients|visitors|passengers|children|parents)",
        # nouns that may be the post's own, or a part of it
        "ours": r"\w*(?:vagt|arbejd|hold|team|tid|time|stilling|job|afdeling|dag|aften|nat|weekend|uge|måned|ansøger"
        r"|kandidat"
        r"|skift|rute|tur|opgave|løn|plads|post|praktik|elev|person|ferie|morgen|frist|samtale|ansættelse"
        r"|kontrakt)\w*"
        r"|\w*(?:kursus|oplæring|introduktion)\w*|den|anden|begge|man|ingen|nogen|en|et|det|hvert|hver|alene"
        r"|gerne|inden|siden|uden|kun",
        "lead": r"^_(?:(?:for|fordi|mens|og|men|da|så|at|selve|dog|for|while|and|but|because|as|since) )?",
        "works": (
            "er den eneste",
            "er de eneste",
            r"arbejde[rd]e?",
            "møder",
            "begynder",
            "starter",
            "kører",
            "går",
            "bager",
            "låser",
            "pakker",
            "fylder",
            r"er (?:på|ansat|her|der|altid|i huset|uddannede?|selv)",
            "ligger på",
            "skifter",
            "bor",
            "sidder",
            "sover",
            r"har (?:selv |også |fast )?(?:fri|eget|egne|deres|vagt|vagter|kørekort|certifikat|\w*arbejde|dag|aften"
            r"|nat)",
            r"har (?:\w+ ){0,2}<number>",
            "tager over",
            "tager hjem",
            "tager imod",
            "tager",
            "klarer",
            "passer",
            "dækker",
            r"står (?:for|op)",
            "kommer",
            "ordner",
            "varetager",
            "deler",
            "leder",
            "slutter",
            r"works?",
            r"starts?",
            r"begins?",
            r"drives?",
            r"takes? (?:over|care)",
            r"covers?",
            "have <number>",
            "holds?",
            r"bakes?",
            r"sleeps?",
            r"arrives?",
            r"comes?",
            r"are (?:here|on|asleep)",
            r"finish(?:es)?",
        ),
        "personal": (
            "arbejder",
            "møder",
            "bor",
            "går (?:hjem|på)",
            "tager hjem",
            r"er (?:ansat|uddannede?|ufaglærte?|faglærte?)",
            r"har (?:\w+ ){0,2}?(?:kørekort|certifikat|autorisation|<number> timer|fri|vagt|\w+vagt|papir\w*)",
            "kører (?:nat|dag|tre|i)",
            r"er på (?:<number> timer|deltid|fuld|skift|halv)",
            "er pensionere[dt]e?",
            "afløser",
        ),
        "lives": (
            "sover",
            "spiser",
            "vågner",
            r"står (?:op|i)",
            "kommer",
            "går",
            r"tager hjem",
            "rejser",
            "sidder",
            "snorker",
            "ankommer",
            r"skal (?:nå|have)",
            "må komme",
            "sleep",
            "eat",
            "wake",
            "arrive",
            "leave",
            "come",
            "get up",
        ),
        "does": (
            "klarer",
            "tager",
            "passer",
            "dækker",
            "ordner",
            "varetager",
            "kører",
            "arbejder",
            "møder",
            "gør",
            "går",
            "laver",
            "kommer",
        ),
        "passive": (
            r"(?:klares|dækkes|varetages|passes|tages|køres|ordnes|bemandes)",
            r"(?:bliver|er) (?:passet|dækket|klaret|kørt|bemandet)",
            r"(?:is|are) (?:covered|handled|taken|manned|staffed)",
        ),
        "further": ("andre", "lignende", "flere", "relaterede", "other", "similar", "related", "more"),
        "ads": ("stillinger", "jobs?", "jobopslag", "annoncer?", "søgninger", "vacancies", "ads?", "searches"),
        "that": ("det", "dem", "den", "de", "den slags", "that", "it", "they", "those"),
        "concerns": (
            "har",
            "får",
            "kører",
            "tager",
            "arbejder",
            "hører",
            "rører",
            "deler",
            "kommer",
            "vedkommer",
            "møder",
        ),
        "need": ("behøver", "kræver", "kræves", "forlanger", "forventer", "beder", "need"),
        "touch": ("tænke på", "tage", "have", "røre", "køre", "arbejde", "dække", "passe", "stå for", "bekymre", "med"),
        "do": ("do", "will", "are"),
        "own": ("sit", "et", "eget", "andet", "egne", "andre", "separate?", "another"),
        "joined": r"(?:når|inden|før|til|og|men|mens|hvor|at|when|until|before) ",
        "acts": (
            "kommer",
            r"går hjem",
            "melder",
            "tager (?:hjem|over)",
            "ringer",
            "afløser",
            "sover",
            "møder",
            "låser",
            "bor",
        ),
        "ofthem": r"(?:ud )?(?:af|of) (?:os|us|dem|them|(?:<whose>) \w+)|ansatte|mand|unge|mennesker|people",
        "several": (
            "de fleste(?= af )",
            "most(?= of )",
            "mange",
            "halvdelen",
            "flere",
            "nogle",
            "resten",
            "several",
            "half",
            "many",
            "some",
        ),
        "future": ("nye?", "kommende", "næste", "fremtidige", "new", "next", "future"),
        "helpers": (
            r"faste(?! (?:\w*aften|\w*dag|nat|nætter|\w*vagt|morg|tim|tid)\w*)",
            "vikarer",
            "students",
            "frivillige",
            "volunteers",
            "studerende",
            "kolleger",
            "colleagues",
            "fleksjobbere",
            "lærlinge",
            "pensionister",
            "ansatte",
            "employees",
        ),
        "post": ("jobbet", "the (?:job|role|post|position)"),
        "thee": ("du", "dig", "you"),
        "us": (
            "dig",
            "os",
            "jer",
            r"alle\w*",
            "hele",
            "holdet",
            "teamet",
            "vi",
            "din",
            "dit",
            r"en ny\w*",
            r"den nye?",
            "you",
            "us",
            "all",
            "everyone",
            "everybody",
            "the",
            "a new",
            "both",
            "begge",
        ),
        "was": ("var", "havde", "blev", "lå", "kørte", "arbejdede", "mødte", "was", "were", "had", "worked"),
        "formerly": (
            "tidligere(?! end)",
            "dengang",
            "hidtil",
            "før i tiden",
            "i sin tid",
            "sidste år",
            "previously",
            "formerly",
            "at that time",
            "last year",
            "years ago",
        ),
    }
)
_phrase = GRAMMAR.pattern

OWN = _phrase(
    "this post",
    r"du|dig|jer|dit|(?:dine?|your)(?! (?:\w+ ){0,2}(?:<person>))|you|yours|\w*stilling(?:en|er|erne)?|(?:<post>)"
    r"|søge[rs]|vi|we|alle (?!ugens|\w*dage)|arbejdstid\w*|brug for|mangler|needs?",
    yes="kollegaen kører med dig",
    no="dine to kolleger kører lastbil",
)
SHARED = _phrase(
    "shared with the applicant",
    r"også (?:du|dig)|(?:<thee>) (?:\w+ )?(?:også|too)|det (?:gør|skal|får|er|må) du(?! ikke| aldrig)"
    r"|(?<!,)_(?:ligesom|som|like) (?:<thee>)|(?:<person>) (?:og|and) (?:<thee>)|du og|so (?:<do>) you",
    yes="det gør du også",
    no="kokken møder kl. 5, og du møder kl. 7",
)

# ---- parts about somebody else

COLLEAGUES = (
    _phrase(
        "one of ours",
        r"<lead>(?:på \w+ )?(?:<whose>) (?!(?:<future>) )(?:[\w-]+ ){0,2}?(?P<noun><person>)",
        yes="vores kok møder kl. 5",
        no="du møder vores kok kl. 5",
    ),
    _phrase(
        "so many others",
        r"<lead>(?:<number>|mange|many|flere|several) (?:[\w-]+ )?(?P<noun><helpers>)",
        yes="112 frivillige har nogle timer om ugen",
        no="sammen med 112 frivillige",
    ),
    _phrase(
        "a known one works",
        r"<lead>(?P<noun><known>)(?: [\w-]+){0,4}? (?:<works>)",
        yes="kokkene i det varme køkken møder kl. 5.30",
        no="du møder kokkene kl. 5",
    ),
    _phrase(
        "some group works",
        r"<lead>(?!(?:<ours>) )(?P<noun>\w{2,}(?:en|et"
        r"|ne))(?! (?:og )?(?:<ours>))(?: [\w-]+){0,4}? (?:<personal>)",
        yes="matroserne har kørekort",
        no="vagterne går på skift",
    ),
    _phrase("a known one", r"<lead>(?P<noun><known>)(?: [a-zæøå]+)?_$", yes="værkføreren", no="til værkføreren"),
    _phrase(
        "the one on another shift",
        r"(?:^|<joined>)(?:(?:vores|our) )?(?P<noun>(?:dag|aften|natte?|morgen|weekend)vagt(?:en|er"
        r"|erne)) (?:<acts>)",
        yes="når dagvagten kommer",
        no="dagvagten begynder kl. 7",
    ),
    _phrase(
        "some of them",
        r"<lead>(?:<number>|<several>)(?: (?:<ofthem>))?"
        r" (?:er|arbejder|kører|har|are|work)(?: \w+){0,2}? (?:i|in|på|hos|fleksjob\w*|on|\w*vagter)",
        yes="mange af dine kolleger er i løntilskud",
        no="mange vagter er om aftenen",
    ),
    _phrase(
        "the others work",
        r"<lead>(?:<rest>)(?: [\w-]+){0,4}? (?:<works>)",
        yes="de øvrige ingeniører er på fuld tid",
        no="sammen med de øvrige",
    ),
    _phrase(
        "he or she",
        r"<lead>(?:han|hun|he|she) (?!eller|or)\w+|(?:har|is|does) (?:han|hun|he|she)",
        yes="hun har dagarbejde",
        no="han eller hun møder kl. 6",
    ),
    _phrase(
        "another takes care",
        r"(?:<does>) (?:kun |også )?(?:han|hun|(?:<whose>) (?:[\w-]+ ){0,2}?(?:<person>)"
        r"|(?:<known>)|(?:<rest>)"
        r"|[\w-]+ selv)",
        yes="weekenderne klarer bagermesterens søn",
        no="vi klarer weekenderne",
    ),
    _phrase(
        "taken care of",
        r"(?:<passive>)(?: \w+){0,2}? (?:af"
        r"|by)(?! (?:<us>)(?!\w))(?! (?:<number>)(?! (?:<helpers>)))",
        yes="aftenerne klares af vores faste folk",
        no="aftenerne klares af hele holdet",
    ),
)
SHARE = _phrase(
    "some of the staff",
    r"^_(?:heraf|hvoraf|deraf|og heraf|of whom|of which|including) (?:er |are |is )?"
    r"(?:<number>|<several>|et par|en del|nogle|én|en|a few|some|one)(?!\w)",
    yes="heraf et par stykker i fleksjob",
    no="heraf følger løn",
)
GUESTS = _phrase(
    "guests",
    r"<lead>(?:<guests>)(?: [\w-]+){0,3}? (?:<lives>)",
    yes="gæsterne kommer kl. 18",
    no="du møder gæsterne kl. 18",
)
EMPLOYER = (
    _phrase(
        "the owner",
        r"selv \w+ jeg|jeg (?:\w+ ){0,2}?selv|har jeg selv|i (?:\w+ ){1,5}myself",
        yes="selv underviser jeg til kl. 21",
        no="jeg søger en hjælper",
    ),
    _phrase(
        "the house is manned",
        r"(?:er|is|are) (?:u?bemandet|selvbetjent|unmanned)(?! (?:af|by))|i døgndrift",
        yes="centret er bemandet 8-21",
        no="du bemander centret",
    ),
)
FORMERLY = (
    _phrase(
        "formerly",
        r"(?:<formerly>)(?: \w+){0,3}? (?:<was>)|(?:<was>)(?: [\w,]+){0,4}? (?:<formerly>)"
        r"|used to (?:be|work|have)"
        r"|plejede at",
        yes="tidligere var det nat",
        no="ikke tidligere end kl. 7",
    ),
    _phrase(
        "who had the post",
        r"(?:forgænger\w*|predecessor)|(?:vores|din|our|your) (?:forrige|tidligere|former"
        r"|previous) \w+",
        yes="din forgænger havde 37 timer",
        no="din kollega",
    ),
)
OTHER_POST = (
    _phrase(
        "an ad of its own",
        r"søge[rs] særskilt|særskilt opslag|(?:<own>) (?:eget |andet )?opslag|(?:own|separate"
        r"|another) (?:ad|advert|vacancy)|slås op (?:for sig|til|senere)"
        r"|ikke en del af opslaget",
        yes="portvagten søges særskilt",
        no="se opslaget",
    ),
    _phrase(
        "is taken",
        r"(?:den )?(?:post|stilling|vagt|plads) er (?:allerede )?(?:besat|taget)|\w*holdet er fuldt",
        yes="den post er besat",
        no="stillingen er fast",
    ),
    _phrase(
        "we also have",
        r"(?:vi har|har vi) (?:også|desuden|i øvrigt|samtidig) (?:[\w-]+ ){0,4}?(?:opslået|opslag"
        r"|ledigt?|ledige)"
        r"|we (?:also have|have also) (?:[\w-]+ ){0,4}?(?:vacanc\w+|openings?|open|vacant)",
        yes="vi har også en ledig stilling som nattevagt",
        no="vi har en ledig stilling",
    ),
)
NEIGHBOURS = _phrase(
    "neighbouring ads",
    r"^_(?:- )?(?:(?:se|læs) også_:|(?:<further>) (?:[\w-]+ )?(?:<ads>)(?! (?:du|you|er|i den))|(?:næste"
    r"|next) (?:<ads>)"
    r"|andre (?:søgte|så)|others (?:also )?viewed|job i nærheden)",
    yes="andre ledige stillinger",
    no="vi søger andre",
)
CONTACT = _phrase(
    "contact",
    r"ring(?:e|es)?|kontakt\w*|skriv|spørgsmål|spørg|tlf\.?|\w*telefontid|træffes|hilsen"
    r"|\w*ansøgning\w*"
    r"|call|contact|write|questions?|apply|applications?|ask for|regards",
    yes="ring til poul kl. 9",
    no="poul møder kl. 9",
)
SPEAKS = _phrase(
    "speaks to the applicant", r"du|dig|din|vi|jeg|you|your|we|our", yes="send din ansøgning", no="opvasker, 15 timer"
)
# "Den har du ikke noget med at gøre." after a sentence about others.
DISMISSED = (
    _phrase(
        "not the applicant's",
        r"<lead>(?:<that>) (?:<concerns>) (?:\w+ )?(?:du|dig|jer|you)(?: \w+)? (?:ikke|aldrig|not|never)"
        r"(?! (?:kun|bare|alene|andre))|<lead>(?:<that>) skal du (?:ikke|aldrig) (?:<touch>)",
        yes="men dem hører du ikke under",
        no="det behøver du ikke",
    ),
    _phrase(
        "sought on their own", r"<lead>(?:<that>) søges (?:særskilt|for sig)", yes="de søges særskilt", no="de søges nu"
    ),
    _phrase(
        "another matter",
        r"<lead>(?:<that>) (?:er|is) (?:en anden|et andet|another|a different) (?:stilling|sag"
        r"|verden|historie"
        r"|afdeling|job|hold|firma|post|story|department|world)",
        yes="det er en anden stilling",
        no="det er en anden dag",
    ),
    _phrase(
        "not this post",
        r"<lead>(?:<that>) (?:(?:er|is) (?:ikke|not) (?:det|den|the) (?:stilling|job|post|vi|we"
        r"|her|one)"
        r"|(?:hører|belongs?) (?:ikke med|til et andet|under en anden|to another)|(?:berører|gælder) ikke"
        r")",
        yes="det er ikke den stilling her",
        no="det er ikke svært",
    ),
)
# "..., det behøver du ikke": the part before is denied, and the reader of requirements must see it.
NEEDLESS = _phrase(
    "need not",
    r"<lead>(?:<that>)(?: \w+)? (?:<need>)(?: \w+){0,4}? (?:ikke|aldrig|not|never)",
    yes="det behøver du ikke",
    no="det gør du ikke",
)
KEPT: tuple[Role, ...] = ("post", "apply")  # parts about applying stay: the readers of dates and times know them
# Work that others do: the reader of times knows this form, and reads a no to nights that another team covers.
TAKEN_CARE = _phrase(
    "taken care of by somebody", "<passive>", yes="nattevagterne dækkes af et andet team", no="nattevagter"
)
CLOCKS = re.compile(r"\d[\d.,:]*")
PATTERNS = (
    OWN,
    SHARED,
    *COLLEAGUES,
    SHARE,
    GUESTS,
    *EMPLOYER,
    *FORMERLY,
    *OTHER_POST,
    NEIGHBOURS,
    CONTACT,
    SPEAKS,
    *DISMISSED,
    NEEDLESS,
    TAKEN_CARE,
)

# Some names are words as well.
NAMES = frozenset(FIRST_NAMES.split()) - {"bo", "august", "storm", "jan", "maj", "ib", "emma"}
SOUGHT_SIGN = re.compile(
    r"(?<!\w)(?:søger|søges|mangler|ansætter|(?:job|stilling) som|looking for|seeking|hiring)(?!\w)|^som "
)
# "var tidligere ikke et krav" is a denial
ASKED = re.compile(
    r"(?<!\w)(?:krav|nødvendig\w*|required|necessary"
    r"|a must)(?!\w)"
)
_PLACE = re.compile(r"\s(?:til|for|med|i|hos|på|ved|af|som|der|to|at|in|with|who)\s")
ENDING = re.compile(r"(?:erne|ene|rne|ne|en|er|et|e|n|r|s)$")
WORD = re.compile(r"\w+")
# A guest with one of these is the person the post works for: the work follows.
IN_NEED = frozenset(("skal", "vil", "kan", "ønsker", "søger", "behøver", "needs", "wants", "likes", "must", "cannot"))
BEFORE_NAME = re.compile(
    r"^(?:|for|fordi|mens|og|men|da|så|at|selv|while|and|but|because|har|haft|gør|tager|klarer|passer|står|kører"
    r"|does|has|is|\w*(?:chef|leder|kok|mester|lærer|assistent|kollega|sekretær|hjælper|kone|mand|pædagog|housekeeper"
    r"|colleague|manager|cook|host|driver))$"
)
# A name with one of these is not the post's own, even if the post has the same name.
CONTRAST = re.compile(
    r"(?<!\w)(?:anden|andet|andre|øvrige|faste?|egen|eget|egne|nuværende|selv|other|own|current)(?!\w)"
)

_CUT = re.compile(
    r"[;()]|(?<!-),\s|\s-\s|\s(?=(?:har vi|vi har) (?:også|desuden)\s)|\s(?=(?:men|mens|fordi|but|while|whereas"
    r"|because)\s)"
    r"|\s(?=(?:og|så|and|so)\s(?:du|din|dit|dine|you|your|det|dem|den|vi|han|hun|de|dig|vores|stillingen)\s)"
)
THEY = re.compile(r"(?:de|they) ")
_RELATIVE = re.compile(r"\s*(?:der|som|who|which|hvoraf|heraf)\s")
_ASIDE = re.compile(  # words after such a part continue the part before it
    r"\s*(?:der|som|who|which|hvoraf|heraf|fordi|da|mens|når|at|because|while|since|when)\s"
)
# A part that begins with one of these continues the part before it.
_GOES_ON = re.compile(
    r"\s*(?:der|som|who|which|hvoraf|heraf|og|eller|and|or|også|also|helst|typisk|især|normalt|fra|from|mellem"
    r"|between|kl|i|på|til|med|hverdage"
    r"|\w*dag|\d|møder|arbejder|har|er|kører|går|works?|starts?|has|have)\b"
)


def of_this_post(sentences: Sequence[Sentence]) -> list[Sentence]:
    """The sentences with every part about somebody or something else overwritten by ``#``."""
    names = _names_of_post(sentences)
    after = [*(sentence.text for sentence in sentences), ""][1:]
    ours: list[Sentence] = []
    for sentence, following, learned in zip(sentences, after, _learned(sentences), strict=True):
        goes_on = bool(ours) and THEY.match(sentence.text) is not None and "##" in ours[-1].text[-4:]
        ours.append(_only_ours(sentence, following, names, "colleagues" if goes_on else "post", learned))
    return without_neighbours(ours)


def _learned(sentences: Sequence[Sentence]) -> list[Role | None]:
    """The head's role for each sentence that is about others, else None."""
    if not sentences:
        return []
    head = load_head("roles")
    theirs = roles(sentences)[:, [head.labels.index(label) for label in THEIRS]].sum(axis=1)
    return ["colleagues" if p >= SURELY else None for p in theirs]


def roles(sentences: Sequence[Sentence]) -> Probabilities:
    """(n, k) probability of each role for each sentence, in the order of the head's labels."""
    return load_head("roles").of(features(sentences))


def features(sentences: Sequence[Sentence]) -> "csr_matrix[Any]":
    """(n, ...) input of the head of roles for the sentences of one ad: n-grams, those of the sentence before, the
    place."""
    rows = grams(tuple(sentence.text for sentence in sentences))
    return beside(rows, preceding(rows, sentences), _places(len(sentences)))


def _places(count: int) -> NDArray[np.float64]:
    """(n, 2) whether a sentence is the first, and how far down it stands, whatever follows it."""
    return np.stack([np.arange(count) == 0, np.minimum(np.arange(count) / FAR, 1)], axis=1).astype(float)


def _only_ours(
    sentence: Sentence, after: str, names: frozenset[str], first: Role, learned: Role | None = None
) -> Sentence:
    """The sentence with the parts overwritten that are not about this post.

    ``after``: the text of the next sentence. ``first``: the role of a first part that does not show its own.
    ``learned``: the role of parts without a rule.
    """
    text = sentence.text
    whole = [(0, len(text))] if first_match(DISMISSED, after) and not OWN.search(text) else []
    of_others = [] if sentence.in_title else whole or list(_parts_of_others(sentence, names, first, learned))
    if of_others and (SHARED.regex.match(after) or SHARED.search(text)):
        return sentence
    for start, end in of_others:
        text = text[:start] + "#" * (end - start) + text[end:]
    return sentence if text == sentence.text else dataclasses.replace(sentence, text=text)


def _parts_of_others(sentence: Sentence, names: frozenset[str], first: Role, learned: Role | None) -> Iterator[Span]:
    """The parts that are not about this post. A part without a subject continues the part before it."""
    last: Role = first
    main: Role = first
    for start, end in parts(sentence.text):
        part = sentence.text[start:end]
        role_of_part = role(sentence, start, end, names, learned)
        if start and role_of_part in (None, "colleagues") and SHARE.regex.match(part):
            role_of_part = "post" if SOUGHT_SIGN.search(sentence.text[:start]) else "colleagues"
        if role_of_part is None:
            role_of_part = (last if _RELATIVE.match(part) else main) if start == 0 or _GOES_ON.match(part) else "post"
        if role_of_part not in KEPT:
            if not NEEDLESS.search(_following(sentence.text, end)):
                yield start, end
        else:
            yield from _dismissed(sentence.text, start, end)
        last = role_of_part
        main = main if _ASIDE.match(part) else role_of_part


def _dismissed(text: str, start: int, end: int) -> Iterator[Span]:
    """The parts that the next part excludes: "..., men dem hører du ikke under".

    If it is no other post, only the numbers: the reader of times needs the words with their denial.
    """
    following = _following(text, end)
    if OWN.search(text[start:end]):
        return
    if first_match(DISMISSED[1:], following):
        yield start, end
    elif DISMISSED[0].search(following):
        yield from (clock.span() for clock in CLOCKS.finditer(text, start, end))


def _following(text: str, end: int) -> str:
    """The start of the part after the one that ends at ``end``."""
    return _CUT.sub("", text[end : end + SOUGHT], count=1)


def parts(text: str) -> Iterator[Span]:
    """The parts of a folded sentence: clauses, as far as punctuation and conjunctions show them.

    >>> text = "kokken møder kl. 6, men du møder kl. 8"
    >>> [text[start:end] for start, end in parts(text)]
    ['kokken møder kl. 6', 'men du møder kl. 8']
    """
    start = 0
    for cut in _CUT.finditer(text):
        if cut.start() > start:
            yield start, cut.start()
        start = cut.end()
    if start < len(text):
        yield start, len(text)


def role(
    sentence: Sentence, start: int, end: int, names: frozenset[str] = frozenset(), learned: Role | None = None
) -> Role | None:
    """Whom the part of a sentence from ``start`` to ``end`` is about. None: the part does not show it.

    ``names``: names of the post. "Kokken møder kl. 6" is about the post in an ad for a cook. ``learned``: the head's
    role for the sentence, used for parts without a rule.
    """
    part = sentence.text[start:end]
    if first_match(OTHER_POST, part):
        return "other_post"
    if first_match(FORMERLY, part) and not ASKED.search(part):
        return "employer"
    if CONTACT.search(part):
        return "apply"
    if OWN.search(part):
        return "post"
    if first_match(EMPLOYER, part):
        return "employer"
    if GUESTS.search(part) or _of_colleagues(part, names) or _of_somebody_named(sentence, start, end):
        return "colleagues"
    return None if TAKEN_CARE.search(part) else learned


def _of_colleagues(part: str, names: frozenset[str]) -> bool:
    """Whether a part is about somebody in the firm whose name is not the post's."""
    for pattern in COLLEAGUES:
        match = pattern.search(part)
        if match and not _is_called(match, names):
            return True
    return False


def _is_called(match: re.Match[str], names: frozenset[str]) -> bool:
    """Whether the post has the name that ``match`` found, and nothing sets the two apart."""
    noun = match.groupdict().get("noun")
    if noun is None or CONTRAST.search(match.group()):
        return False
    stem = _stem(noun)
    return any(stem in name or name in stem for name in names)


def _of_somebody_named(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a part is about a person with a first name: "Poul tager over", not "ring til Poul" or "Poul skal have
    mad"."""
    words = [word.group() for word in WORD.finditer(sentence.original, start, end)]
    for before, name, after in zip(["", *words], words, [*words[1:], ""], strict=False):
        named = name[0].isupper() and name.lower() in NAMES and after.lower() not in IN_NEED
        if named and BEFORE_NAME.search(before.lower()):
            return True
    return False


def _names_of_post(sentences: Iterable[Sentence]) -> frozenset[str]:
    """Stems of the first words of the title, and of the words after "søger" up to "til" and the like."""
    phrases: list[str] = []
    for sentence in sentences:
        if len(phrases) >= MOST_NAMES:
            break
        if sentence.in_title:
            phrases.append(sentence.text)
        phrases += [sentence.text[sign.end() :] for sign in SOUGHT_SIGN.finditer(sentence.text)]
    words = (word for phrase in phrases for word in WORD.findall(_PLACE.split(phrase[:SOUGHT], maxsplit=1)[0]))
    return frozenset(stem for stem in map(_stem, words) if len(stem) > 2)


def _stem(word: str) -> str:
    """A word without its ending.

    >>> _stem("kokkene"), _stem("chaufførerne"), _stem("assistent")
    ('kok', 'chauffør', 'assistent')
    """
    bare = ENDING.sub("", word)
    return bare[:-1] if len(bare) > 3 and bare[-1] == bare[-2] else bare


def without_neighbours(sentences: Sequence[Sentence]) -> list[Sentence]:
    """The sentences without the list of other ads that a page shows: short lines after a line that introduces them."""
    kept: list[Sentence] = []
    beside = False
    for sentence in sentences:
        begins = not sentence.in_title and NEIGHBOURS.search(sentence.text) is not None
        short = len(sentence.text) <= SHORT_LINE and not SPEAKS.search(sentence.text)
        beside = begins or (beside and short)
        if not beside:
            kept.append(sentence)
    return kept
