"""What else an ad asks of a person: certificates, education, experience, languages, records, age and skills."""

import re
from collections.abc import Iterator

from matcher.reader.licences import Mention
from matcher.reader.patterns import Grammar, Pattern, mask
from matcher.reader.sentences import Sentence
from matcher.schema import RequirementKind

_phrase = Grammar({
    "certificate": (r"hygiejne(?:bevis|certifikat|kursus|uddannelse)\w*", r"fødevarehygiejne\w*",
                    r"(?:gaffel)?truck(?:kort|bevis)\w*", r"\w*certifikat(?:er|et)?", r"certifikat til \w+",
                    r"adr(?:-(?:bevis|kursus))?", "vejen som arbejdsplads", r"livredder(?:prøve|bevis)\w*",
                    r"førstehjælp(?:skursus|sbevis|suddannelse)?", r"kvalifikationsbevis\w*", r"eu-bevis",
                    r"chaufføruddannelsesbevis", r"sprøjte(?:bevis|kort)", r"eu-kvalifikation\w*",
                    r"vægter(?:grund)?uddannelse\w*",
                    "vægterkort", r"\w*livredderprøve\w*", r"(?:kompetence|skipper"
                    r"|sejler|sundheds|jagt|lift|kran)-?bevis",
                    r"bevis til \w+", "jagttegn", "søfartsbog", r"førerkort til [\w-]+", "kode 95", "code 95",
                    r"motorsav\w*(?:kursus|bevis|kort|kørekort)", r"speedbåds\w+", "varme arbejder",
                    r"l-aus(?:-kursus)?", r"\w+-certificering(?:en)?", r"certificering i \w+", "prince2", r"itil\w*",
                    "istqb",
                    r"sikkerhedskursus\w*", r"\w+lederkursus", r"motorsavskursus",
                    r"rengøringsteknisk kursus", r"duelighedsbevis", r"sønæringsbevis", "stcw",
                    r"førerkort til taxi", r"førerkort til taxi", r"svejsebevis", r"kursus som \w+",
                    r"\w*(?:stillads|kran|anhugnings|svejse|lift)-?(?:kursus|kort)", r"certificeret i \w+"),
    "certificateen": (r"(?:food )?hygiene (?:certificate|course)",
                      r"forklift(?: truck)? (?:licen[cs]e|certificate|card)",
                      r"first[\s-]aid(?: certificate| course)?",
                      r"(?:welding|crane|diving|adr) (?:licen[cs]e|certificate)s?",
                      r"(?:valid|hold an?|relevant) (?:\w+ )?certificate"),
    "degree": ("svendebrev", "udlært", "faglært", "fagudlært", r"\w+uddanne(?:t|de) \w+",
               r"(?:kontor|bank|butiks|trælast)uddannet", r"ufaglærte?", r"(?:uddannelses|faglig )\w* ?baggrund",
               "fagbaggrund", r"(?:\w+faglig|\w+mæssig|pædagogisk|teknisk) baggrund", r"baggrund som [\w-]+",
               "være uddannet", "er uddannet(?=_[.,;])",
               r"studerende på (?:mindst )?[\w.]+", r"læser til \w+", r"\d\. semester",
               r"(?:hverken|ingen|ikke på|ikke) (?:\w+ )?papir(?:er)?", "eksamen", "veterinærsygeplejerske",
               r"uddannet (?:som |inden for )?\w+",
               r"(?:\w+)?uddannelse som \w+", r"uddannelse(?:n)? (?:inden for|indenfor|i) \w+", r"\w{4,}uddannelse",
               r"(?:<adjective>) (?:\w+ )?uddannelse", r"(?:professions)?bachelor\w*",
               r"kandidat(?:grad|uddannelse|eksamen)\w*", r"cand\.? ?\w+", r"grundforløb(?: \d)?",
               r"(?:student|hf|9\. klasse|10\. klasse)s?-?_?eksamen", "ph\\.?d", r"bestemt (?:uddannelse|baggrund)",
               "uddannelse", "skolegang", "pædagogikum"),
    "trained": (r"(?:specialuddannede? )?(?:\w+)?sygeplejersker?",
                r"s(?:osu|ocial- og sundheds)[- ]?(?:assistent|hjælper)\w*", "ssa", "ssh", "pædagog", r"lærer",
                r"tømrer(?:svend)?", r"(?:maskin)?snedker(?:svend)?", r"murer(?:svend)?", r"bager(?:svend)?",
                "konditor", "kok", r"\w*smed", r"elektriker", r"vvs[- ]\w+", r"maler(?:svend)?", r"\w*mekaniker",
                r"frisør", r"gartner", r"ernæringsassistent", r"økonoma", r"cater", r"lægesekretær",
                r"klinikassistent", r"bioanalytiker", r"fysioterapeut", r"ergoterapeut", "jordemoder", "radiograf",
                r"bygningskonstruktør", r"\w*ingeniør", "arkitekt", "revisor", "jurist", r"advokat", r"farmaceut",
                r"farmakonom", r"laborant", "dyrlæge", r"optiker", "slagter", r"industritekniker", "datamatiker",
                r"socialrådgiver", "skrædder", r"studievejledere?"),
    "titled": (r"\w*sygeplejersker?", r"s(?:osu|ocial- og sundheds)[- ]?(?:assistent|hjælper)\w*", "ssa", "ssh",
               r"pædagog", r"lærer", r"\w+svend", r"fysioterapeut", r"ergoterapeut", "jordemoder", "radiograf",
               r"bioanalytiker", r"farmaceut", "dyrlæge", r"tandlæge", r"(?:\w+ ){0,2}?læge(?:stilling\w*)?",
               r"\w*præst", r"psykolog", r"elektriker", r"advokat", "revisor", r"\w*ingeniør", r"socialrådgiver",
               r"(?:registered )?nurse"),
    "ask": (r"søger", r"søges", r"krav ?:?", r"du er", r"er du", r"som", r"vi forventer", r"gerne", r"uddannede?",
            r"være", r"have"),
    "adjective": (r"\w+lig", r"\w+faglig", r"\w+mæssig", "relevant", "teknisk", "pædagogisk", "længere", "kortere",
                  r"\w+ende", "afsluttet", "formel", "håndværksmæssig", "tilsvarende"),
    "degreeen": (r"(?:bachelor|master)(?:'s)?(?: degree)?", r"(?:university |relevant )?degree", "diploma", "phd",
                 r"(?<!\w)qualifications(?! ?:)", r"(?:qualified|trained|certified) (?:as an? )?(?:<trade>)",
                 "formal training", r"(?:education|training|background) (?:as|in) ", "journeyman",
                 r"apprenticeship completed"),
    "trade": ("nurse", "electrician", "carpenter", "chef", "cook", "teacher", "plumber", "mechanic", "baker",
              "welder", "accountant", "engineer", "optician", "pharmacist", "technician", "educator"),
    "practice": (r"\w*erfaring(?:en|er)?", "rutineret", "branchekendt", r"(?:har|har du) (?:\w+ )?prøvet",
                 r"prøvet at \w+", r"(?:har|du) (?:\w+ )?arbejdet (?:med|som|i|på|inden)",
                 r"har været \w+ (?:før|i)", "experience", "experienced", r"(?:have|has) (?:\w+ )?worked",
                 "track record", r"tidligere arbejde"),
    "language": ("dansk", "engelsk", "tysk", "svensk", "norsk", "polsk", "arabisk", "fransk", "spansk", "ukrainsk",
                 "rumænsk", "tyrkisk", "nordisk sprog", "færøsk", "grønlandsk", "hollandsk", "danish", "english",
                 "german", "swedish", "norwegian", "polish", "french", "spanish", "arabic", r"dansk-?kundskaber",
                 r"engelsk-?kundskaber", r"\w+kundskaber", r"(?:uddannelse|krav)<gap>sprog"),
    "command": (r"tale[rs]?", r"skriv(?:e|er|es)", "skriftligt?", "mundtligt?", "skrift", r"forstå(?:r|s|elig)?",
                r"forståelig\w*", r"læse[r]?", "sprog", r"sproglig\w*", "flydende", "niveau", r"kommunikere[r]?",
                r"beherske[r]?", "formulere[r]?", "kan", "kunne", "ord på", "basic", "lidt", "good", "near-native",
                "kundskaber", r"begå dig", "gebrokken", r"speak\w*", r"fluen\w+", "written", "spoken", "read",
                "write", "level", r"communicat\w+", r"proficien\w+", "command of", "understand", "language",
                "a word of", "native"),
    "asked": ("must", r"krav\w*", r"require\w*", r"nødvendig\w*", "necessary", "necessity", "needed", "påkrævet",
              "essential", "mandatory", "expected", "forudsætning", "gevinst", "rart", "godt", "guld", r"velkomment?",
              "nice",
              r"dejligt?", "sødt", "ønskeligt?", "vores arbejdssprog", r"our \w+ language", "sproget", "betingelse",
              "fordel", "plus", "advantage",
              "bonus", "asset"),
    "joined": ("eller", "og", "or", "and", "plus"),
    "somewhere": r"(?:på|i|at) [\w-]+(?: [\w-]+)?",
    "would": ("is", "er", "isn't", "vil være", "ville være", "would be", "kunne være"),
    "told": ("helps", "nice", "skal du", r"kommer du ikke uden ?om", "behøver", "regner vi", "bruger du", "we teach",
             "you can learn"),
    "record": (r"(?:børne- og |ren |privat )?straffeattest\w*", r"børneattest\w*",
               r"(?:clean )?criminal record(?: c\w+)?", r"uplettet (?:vandel|straffeattest)", "police check",
               "background check", "vandel"),
    "years": (r"fyldt \d\d", r"(?:mindst|minimum|min\.?|over|under) \d\d år", r"unge? under \d\d",
              r"(?:er|være) (?:over|under|mindst) \d\d", r"at least \d\d(?: years)?", r"over \d\d(?: years| år)",
              r"\d\d years (?:old|or)", r"(?:du er|er du|du skal være"
              r"|man skal være|are you|you are|være) (?:mellem |mindst |fyldt |minimum |between |at least )?"
              r"(?:1[3-9]|2[0-5])(?:_(?:-|,|og|eller|til|and|or)_\d\d)*(?: (?:år|years))?(?!_(?:%|[^\W\d]))",
              r"(?:1[3-9])_-_(?:1[4-9]) år(?! siden)", r"minimum age_:?_\d\d", r"fra 1[3-9] år",
              r"(?:du er|er du) mindst \d\d",
              r"er du under \d\d, kan", r"\d\d (?:år )?eller (?:ældre|derover)", r"\d\d or older",
              r"mellem \d\d og \d\d år", r"om du er \d\d eller \d\d", r"\d\d år gammel"),
    "knowledge": (r"kendskab til", r"behersker", "mestrer", r"fortrolig med",
                  r"it-?(?:kundskaber|kyndig|færdigheder|bruger)",
                  r"(?:kan|kunne) (?:håndtere|bruge|betjene|læse) (?:en |et )?\w+", r"\w+ på højt niveau",
                  r"flair for", r"knowledge of", r"skills in", r"(?:familiar|proficient|comfortable) (?:with|in)",
                  "excel", r"kunne et instrument"),
    "give": ("vi tilbyder", "vi betaler", "vi sender", "sender vi", r"(?:kan )?(?:også )?sende dig", "får du",
             "du får", "vi giver", "vi sørger for", "sørger vi for", "mulighed for", "hjælp til", "betalt",
             "we offer", "we pay", "we provide", "we train", "you get", "you will get", "hvad du får", "kan tage"),
    "granting": (r"(?:får|tager|lærer) du (?:\w+ ){0,2}?(?:hos os|her|af os|i arbejdstiden)",
                 "(?:betaler|giver|sørger) (?:vi|firmaet)",
                 "kommer du på i arbejdstiden", "you (?:get|take) with us", "we pay for"),
    "ours": ("vores", "vore", "firmaet har", "virksomheden har", r"vi har(?: \w+){0,2} års", r"års erfaring med at",
             "our", "we have", "kaj", "kolleger", "skolen uddanner", "patienterne", "borgerne", "gæster",
             "engineers", "the company has", "eleverne", "underviser vores", "teach our", "en anden stilling",
             "other ad", "andre opslag"),
    "danishthing": ("nyuddannet", "uddannet eller erfaren",
                    r"(?:flere|mange|alle|vores) \w+ med \w+ (?:\w+ )?uddannelse", r"grundfagene(?: \w+)+",
                    r"vi er (?:\w+ )?uddanne\w+(?: \w+)?", r"(?:til|op til) eksamen", r"underviser? i(?: \w+){0,6}",
                    r"dansk som andetsprog", r"qualifications ?:", r"lov om [\w ]{0,40}attest\w*",
                    r"the language (?:in|of|at) (?:\w+ ){1,3}is",
                    r"(?:efter|videre|ungdoms|grund|læge|klinisk )uddannelse\w*", r"oplysninger om uddannelse",
                    r"uddannelse(?:n)? af \w+", r"undervise i(?: \w+){0,6}",
                    r"danske? (?:virksomhed|marked|firma|kunder|overenskomst|mad|natur)\w*",
                    r"dansk(?: erhverv|e vejr)", r"danske? (?:øko|kvalitet)\w*",
                    r"danish (?:company|market|design|customers|food|labour|law|weather|summer|collective|owned)\w*",
                    "dansk erhverv", "dansk industri", r"tyske? (?:kunder|marked|ejere)",
                    r"english (?:version|below)", r"dansk autorisation",
                    r"danish (?:authori[sz]ation|krone|registration)"),
    "aged": (r"(?:børn|unge|elever|borgere|beboere|children|kids|klubben|klub)(?: \w+){0,6}? \d{1,2}", r"\d+-årige",
             r"fyldte \d+", r"i alderen \d+",
             r"(?:når|hvis|if|when|de fleste|gæster|kunder|hvoraf)(?: \w+){0,3}? (?:over|under) \d\d"),
}).pattern  # fmt: skip

# ---- what is asked

CERTIFICATE = _phrase("certificate", r"(?:<certificate>)|(?:<certificateen>)", yes="Du har truckkort",
                      no="Du har et kort over byen")  # fmt: skip
EDUCATION = _phrase("education", r"(?:<degree>)|(?:<degreeen>)", yes="Du har svendebrev som tømrer",
                    no="Du har en god uge")  # fmt: skip
PROFESSION = _phrase("profession one trains for",
                     r"(?:<ask>)[\s•-]+(?:\w+ ){0,2}?(?P<what><trained>)(?! ?(?:medhjælper|elev|lærling|-))",
                     yes="Vi søger en erfaren murer", no="Vi søger en murermedhjælper")  # fmt: skip
PROFESSION_TITLE = _phrase("title that needs papers",
                           r"(?:\w+(?:et|en|ende|ig|rt) ){0,2}(?P<what><titled>)(?! ?(?:medhjælper|elev|lærling|-))",
                           yes="Sygeplejerske til Dalen", no="Sygeplejefaglig konsulent")  # fmt: skip
PROFESSION_LISTED = _phrase("profession in a list", r"(?P<what><trained>)", yes="Bager", no="Bageri")
EXPERIENCE = _phrase("experience", r"<practice>", yes="Du har erfaring fra et køkken", no="Du erfarer meget")
LANGUAGE = _phrase("language", r"<language>", yes="Du taler dansk", no="Du taler pænt")
COMMAND = _phrase("command of a language", r"<command>", yes="taler dansk", no="dansk virksomhed")
SAID_OF_A_LANGUAGE = _phrase(
    "a language asked for by its name alone", r"(?:<language>)(?: (?:<joined>) (?:<language>))?(?: (?:<somewhere>))?"
    r" (?:<would>)(?: [\w']+){0,4}? (?:<asked>)", yes="english is a must", no="english is spoken here",
)  # fmt: skip
BY_A_LANGUAGE = _phrase(
    "a word that asks for a language", r"(?:<language>) (?:<told>)|(?:på|in|med) (?:<language>)(?=_(?:[,.;]|$))"
    r"|a few words of (?:<language>)|(?:need|kræver|forventer) (?:<language>)", yes="Danish helps",
    no="a Danish company",
)  # fmt: skip
RECORD = _phrase("criminal record", r"<record>", yes="Vi indhenter straffeattest", no="Vi indhenter referencer")
AGE = _phrase("age", r"<years>", yes="Du er fyldt 18 år", no="Vi har 18 års jubilæum")
SKILL = _phrase("skill", r"<knowledge>", yes="kendskab til Excel", no="kendskabet")

# ---- what is not

TRAPS = (
    _phrase("a language that is no skill", r"<danishthing>", yes="en dansk virksomhed", no="du taler dansk"),
    _phrase("others' age", r"<aged>", yes="børn i alderen 3-6 år", no="du er fyldt 18 år"),
)  # fmt: skip
GRANTED = _phrase("had at the workplace", r"<granting>", yes="får du hos os", no="har du med")  # fmt: skip
GIVEN = _phrase("given", r"<give>", yes="Vi betaler kurset", no="Du har kurset")
OURS = _phrase("somebody else's", r"<ours>", yes="vores pædagoger", no="du er pædagog")
YOURS = _phrase("yours", r"du|dig|dit|din|you|your|krav|kræves|søger|vi søger|ansøger\w*|applicants?",
                yes="Du har", no="Vi har")  # fmt: skip

PATTERNS = (
    CERTIFICATE, EDUCATION, PROFESSION, PROFESSION_TITLE, PROFESSION_LISTED, EXPERIENCE, LANGUAGE, COMMAND,
    RECORD, AGE, SKILL, GRANTED, SAID_OF_A_LANGUAGE, BY_A_LANGUAGE, *TRAPS, GIVEN, OURS, YOURS,
)  # fmt: skip
TRIGGERS = (
    "bevis", "certifi", "truck", "adr", "kursus", "course", "hygiejne", "hygiene", "førstehjælp", "first aid",
    "first-aid", "livredder", "vejen som", "stcw", "licen", "førerkort", "svend", "lært", "uddann", "pædagogikum",
    "bachelor", "kandidat", "cand", "grundforløb", "eksamen", "ph", "baggrund", "skolegang", "degree", "diploma",
    "qualif", "trained", "education", "training", "background", "master", "journeyman", "erfaring", "rutineret",
    "branchekendt", "prøvet", "arbejdet", "været", "experience", "worked", "track record", "tidligere", "dansk",
    "engelsk", "tysk", "svensk", "norsk", "polsk", "arabisk", "fransk", "spansk", "sprog", "danish", "english",
    "german", "swedish", "language", "norwegian", "polish", "french", "spanish", "attest", "criminal", "vandel",
    "police", "check", "fyldt", "er mellem ", "er 1", "du 1", "være 1", "mindst 1", "are 1", "minimum age", " år",
    "papir", "semester", "læser til", "studerende", "motorsav", "vægter", "jagttegn", "code 95", "kode 95", "kort",
    "over ", "under ", "years", "older", "least", "ældre", "gammel", "kendskab",
    "behersker", "mestrer", "fortrolig", "it-", "niveau", "flair", "knowledge", "skills", "familiar", "proficient",
    "comfortable", "excel", "instrument", "håndtere", "betjene", "ukrainsk", "rumænsk",
)  # fmt: skip
KINDS: tuple[tuple[RequirementKind, Pattern], ...] = (
    ("criminal_record", RECORD), ("certificate", CERTIFICATE), ("education", EDUCATION), ("experience", EXPERIENCE),
    ("age", AGE), ("skill", SKILL),
)  # fmt: skip
OFFERED = ("certificate", "education", "experience")


def papers(text: str) -> Iterator[Mention]:
    """Certificates, education, experience, languages, records, age and skills asked for in a folded sentence."""
    text = mask(text, TRAPS)
    for kind, way in KINDS:
        for match in way.finditer(text):
            if not (kind in OFFERED and _given(text, *match.span()) and not granted(text, *match.span())):
                yield match.start(), match.end(), kind, match.group().strip()
        text = mask(text, (way,)) if kind != "skill" else text
    yield from _languages(text)


def profession(sentence: Sentence) -> Mention | None:
    """The profession one trains for in "Vi søger en erfaren murer", at the head of a title or in a list of demands."""
    match = PROFESSION.search(mask(sentence.text, TRAPS))
    if match is None and sentence.in_title:
        match = PROFESSION_TITLE.regex.match(sentence.text)
    elif match is None and YOURS.search(sentence.heading):
        match = PROFESSION_LISTED.regex.match(sentence.text)
    if match is None or OURS.search(sentence.text[max(0, match.start() - 40) : match.start()]):
        return None
    return match.start("what"), match.end("what"), "education", match["what"]


def _given(text: str, start: int, end: int) -> bool:
    """Whether it is something the employer gives or that others have, by the words of the clause before it."""
    before = re.split(r"[.;:]|,\s(?:men|og du|but)\s", text[max(0, start - 70) : start])[-1]
    if OURS.search(before) and not YOURS.search(before):
        return True
    return bool(GIVEN.search(before)) or bool(GIVEN.search(text[end : end + 40]) and not YOURS.search(before))


def granted(text: str, start: int, end: int) -> bool:
    """Whether a paper is had at the workplace, by the words after it: "hygiejnebevis får du hos os"."""
    after = GRANTED.regex.match(text, end + len(text[end:]) - len(text[end:].lstrip(" ,")))
    return after is not None and not OURS.search(text[max(0, start - 40) : start])


def _languages(text: str) -> Iterator[Mention]:
    """Languages beside a word for using one; "dansk eller engelsk" is one requirement, "dansk og engelsk" two."""
    spoken = COMMAND.search(text) or "kundskaber" in text or SAID_OF_A_LANGUAGE.search(text)
    spoken = spoken or BY_A_LANGUAGE.search(text)
    if not spoken or (OURS.search(text) and not YOURS.search(text)):
        return
    last = -1
    for match in LANGUAGE.finditer(text):
        joined = last >= 0 and re.fullmatch(r"\s*(?:,|eller|or|/)\s*", text[last : match.start()])
        last = match.end()
        if not joined:
            yield match.start(), match.end(), "language", match.group()
