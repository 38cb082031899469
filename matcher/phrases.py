"""Every sentence the matcher says to people, in Danish and English, side by side.

One table, so that a missing translation is seen (and caught by a test). Plain words: a candidate may read over the
shoulder. Nothing here names a person, a programme or a diagnosis.
"""

import datetime
import functools
from typing import Literal

Language = Literal["da", "en"]

PHRASES: dict[str, tuple[str, str]] = {
    # bands
    "band.fits": ("passer", "fits"),
    "band.ask": ("spørg først", "ask first"),
    "band.negotiable": ("kan måske aftales", "could be agreed"),
    "band.broken": ("passer ikke", "does not fit"),
    # constraints
    "constraint.weekly_hours": ("timer", "hours"),
    "constraint.not_times": ("tider", "times"),
    "constraint.earliest_start": ("mødetid", "start of day"),
    "constraint.available_from": ("startdato", "start date"),
    "constraint.travel": ("transport", "travel"),
    "constraint.licences": ("kørekort, bil og autorisation", "licence, car and authorisation"),
    "constraint.employment": ("ansættelsesform", "kind of employment"),
    "constraint.employer": ("arbejdsgiver", "employer"),
    # kinds of statement
    "kind.goal": ("ønske", "goal"),
    "kind.interest": ("interesse", "interest"),
    "kind.competency": ("erfaring", "experience"),
    "kind.requirement": ("krav", "requirement"),
    "kind.day": ("hverdagen", "the day"),
    "kind.ad": ("opslaget", "the ad"),
    "kind.variety": ("variation", "variety"),
    # what moves a score besides what was said
    "term.education": ("kræver uddannelse eller autorisation", "asks for education or authorisation"),
    "term.experience": ("kræver erfaring", "asks for experience"),
    "term.level": ("leder andre, eller er en forskerstilling", "leads others, or is a researcher's post"),
    "term.certificate": ("kræver bevis", "asks for a certificate"),
    "term.language": ("kræver sproget", "asks for the language"),
    "term.hours": ("timetallet er nær det ønskede", "the hours are near the ideal"),
    "term.travel": ("kort vej: ca. {minutes} minutter", "a short way: about {minutes} minutes"),
    "term.deadline": ("fristen er om få dage", "the deadline is in a few days"),
    "term.age": ("slået op {published}", "posted {published}"),
    "term.spread": ("vist længere nede: står først på mange lister", "shown further down: first on many lists"),
    "term.variety": ("vist længere nede: flere fra {employer}", "shown further down: several from {employer}"),
    "demand.heavy_lifting": ("tunge løft", "heavy lifting"),
    "demand.standing_walking": ("stående og gående arbejde", "standing and walking"),
    "demand.high_pace": ("højt tempo", "high pace"),
    "demand.customer_contact": ("kontakt med kunder eller gæster", "contact with customers or guests"),
    "demand.phone": ("telefon", "telephone"),
    "demand.works_alone": ("arbejde alene", "working alone"),
    "demand.teamwork": ("arbejde sammen med andre", "working with others"),
    "demand.outdoors": ("arbejde ude", "working outdoors"),
    "demand.cold": ("kulde", "cold"),
    "demand.noise": ("støj", "noise"),
    "demand.heights": ("højder", "heights"),
    "demand.conflict_risk": ("risiko for konflikter", "risk of conflicts"),
    "demand.driving": ("kørsel", "driving"),
    "demand.travel": ("rejser eller nætter ude", "travel or nights away"),
    "demand.screen_work": ("arbejde ved skærm", "work at a screen"),
    "demand.responsibility": ("selvstændigt ansvar", "own responsibility"),
    "demand.routine": ("faste rutiner", "fixed routines"),
    "demand.varied_tasks": ("varierede opgaver", "varied tasks"),
    "demand.remote_possible": ("arbejde hjemmefra", "working from home"),
    "demand.training_offered": ("oplæring", "training"),
    "demand.children": ("arbejde med børn", "work with children"),
    "demand.elderly_care": ("arbejde med ældre", "work with older people"),
    "demand.animals": ("arbejde med dyr", "work with animals"),
    # times
    "time.day": ("dag", "day"),
    "time.early_morning": ("tidlig morgen", "early morning"),
    "time.evening": ("aften", "evening"),
    "time.night": ("nat", "night"),
    "time.weekend": ("weekend", "weekend"),
    "time.rotating_shifts": ("skiftende vagter", "rotating shifts"),
    "time.on_call_duty": ("tilkaldevagt", "on-call duty"),
    # employment
    "employment.ordinary": ("almindeligt job", "ordinary job"),
    "employment.fleksjob": ("fleksjob", "flex job (fleksjob)"),
    "employment.subsidised": ("løntilskud", "wage subsidy"),
    "employment.internship": ("praktik uden løn", "unpaid placement"),
    "employment.apprenticeship": ("elev- eller læreplads", "apprenticeship"),
    "employment.student": ("studiejob", "student job"),
    "employment.youth": ("job for unge under 18", "job for under-18s"),
    "employment.voluntary": ("frivilligt arbejde", "voluntary work"),
    "employment.self_employed": ("selvstændig eller provision", "self-employed or commission"),
    "employment.reserved": ("job for en særlig gruppe", "job reserved for a group"),
    "employment.mixed": ("almindeligt job eller særlige vilkår", "ordinary or special terms"),
    "employment.unclear": ("ansættelsesform er uklar", "kind of employment is unclear"),
    # hours
    "hours.range": ("{low}-{high} timer om ugen", "{low}-{high} hours a week"),
    "hours.one": ("{low} timer om ugen", "{low} hours a week"),
    "hours.from": ("mindst {low} timer om ugen", "at least {low} hours a week"),
    "hours.to": ("højst {high} timer om ugen", "at most {high} hours a week"),
    "hours.full_time": ("fuld tid", "full time"),
    "hours.full_time_field": ("fuld tid ifølge annoncens felt", "full time, says the ad's own field"),
    "hours.part_time": ("deltid, timetal står ikke", "part time, hours not stated"),
    "hours.negotiable": ("timetal efter aftale", "hours by agreement"),
    "hours.unstated": ("timetal står ikke", "hours not stated"),
    "hours.wished": ("{ad}; ønsket {wish}", "{ad}; wanted {wish}"),
    "hours.agreement": (
        "{detail} (under {floor} timer: tjek overenskomsten)",
        "{detail} (under {floor} hours: check the collective agreement)",
    ),
    "feed.differs": ("{detail} (annoncens felt siger {stated})", "{detail} (the ad's own field says {stated})"),
    # details of checks
    "times.met": ("ingen af de fravalgte tider", "none of the times ruled out"),
    "times.broken": ("fravalgt: {times}", "ruled out: {times}"),
    "times.rotating": ("skiftende vagter, tiderne står ikke", "rotating shifts, times not stated"),
    "times.seldom": ("en gang imellem: {times}", "now and then: {times}"),
    "times.unknown": ("står ikke: {times}", "not stated: {times}"),
    "start.met": ("dagen begynder {start}", "the day starts at {start}"),
    "start.early": (
        "dagen begynder {start}; ønsket tidligst {wish}",
        "the day starts at {start}; wanted {wish} or later",
    ),
    "start.before": (
        "dagen begynder før 7.00; ønsket tidligst {wish}",
        "the day starts before 7:00; wanted {wish} or later",
    ),
    "start.unknown": ("mødetiden står ikke", "start of the day not stated"),
    "from.met": ("kan begynde til tiden", "can start in time"),
    "from.early": ("begynder {start}; kan tidligst {wish}", "starts {start}; available from {wish}"),
    "from.asap": ("begynder snarest", "starts as soon as possible"),
    "from.no_year": ("startdatoen har intet årstal", "the start date has no year"),
    "from.unknown": ("startdatoen står ikke", "start date not stated"),
    "travel.minutes": (
        "ca. {minutes} minutter ({mode}); højst {wish}",
        "about {minutes} minutes ({mode}); at most {wish}",
    ),
    "travel.hours": (
        "over {hours} timer ({mode}); højst {wish} minutter",
        "over {hours} hours ({mode}); at most {wish} minutes",
    ),
    "travel.area": (
        "{area} ligger længere væk end {wish} minutter",
        "{area} is further away than {wish} minutes",
    ),
    "travel.unknown": ("transporttiden kendes ikke", "travel time not known"),
    "mode.walk": ("til fods", "on foot"),
    "mode.bike": ("cykel", "bicycle"),
    "mode.public": ("bus og tog", "bus and train"),
    "mode.car": ("bil", "car"),
    "licence.driving_licence": ("kræver kørekort {licence}", "needs driving licence {licence}"),
    "licence.own_car": ("kræver egen bil", "needs a car of one's own"),
    "licence.authorisation": ("kræver autorisation", "needs an authorisation"),
    "licence.met": ("har det, der kræves", "has what is asked for"),
    "licence.none": ("intet krav fundet", "nothing asked for"),
    "employment.addressed": ("{employment}, men ikke forbeholdt", "{employment}, but not reserved"),
    "employer.excluded": ("fravalgt arbejdsgiver", "employer ruled out"),
    "employer.met": ("ikke en fravalgt arbejdsgiver", "not an employer ruled out"),
    "employer.unknown": ("arbejdsgiveren står ikke", "employer not stated"),
    # questions to the employer
    "ask.hours": ("Hvor mange timer om ugen er stillingen på?", "How many hours a week is the position?"),
    "ask.carve": (
        "Kan opgaverne deles, så stillingen bliver på højst {high} timer om ugen?",
        "Can the tasks be divided, so that the position is at most {high} hours a week?",
    ),
    "ask.more": (
        "Kan stillingen blive på mindst {low} timer om ugen?", "Can the position be at least {low} hours a week?",
    ),
    "ask.times": ("Er der arbejde på disse tider: {times}?", "Is there work at these times: {times}?"),
    "ask.shifts": (
        "Hvilke vagter er der, og kan man få faste vagter uden {times}?",
        "Which shifts are there, and can one have fixed shifts without {times}?",
    ),
    "ask.without": ("Kan man være fri for {times}?", "Can one do without {times}?"),
    "ask.home": ("Kan hele arbejdet klares hjemmefra?", "Can all of the work be done from home?"),
    "ask.start": ("Hvornår begynder arbejdsdagen?", "When does the working day start?"),
    "ask.start_later": (
        "Kan arbejdsdagen begynde kl. {wish} eller senere?", "Can the working day start at {wish} or later?",
    ),
    "ask.from": ("Hvornår skal man begynde?", "What is the start date?"),
    "ask.from_later": ("Kan man begynde {wish} eller senere?", "Is it possible to start {wish} or later?"),
    "ask.place": (
        "Hvor er arbejdspladsen, og hvordan kommer man dertil?",
        "Where is the workplace, and how does one get there?",
    ),
    "ask.driving_licence": ("Er kørekort {licence} nødvendigt?", "Is driving licence {licence} necessary?"),
    "ask.own_car": ("Er egen bil nødvendig?", "Is a car of one's own necessary?"),
    "ask.authorisation": ("Er autorisation nødvendig i stillingen?", "Is an authorisation necessary in the position?"),
    "ask.employment": ("Er det et job på almindelige vilkår?", "Is it a job on ordinary terms?"),
    "ask.open": ("Er jobbet også åbent for andre ansøgere?", "Is the job open to other applicants too?"),
    "ask.employer": ("Hvem er arbejdsgiveren?", "Who is the employer?"),
    # the printed list
    "list.title": ("Forslag til {candidate}", "Suggestions for {candidate}"),
    "list.why": ("Taler for", "Reasons for"),
    "list.why_not": ("Taler imod", "Reasons against"),
    "list.ask": ("Spørg arbejdsgiveren", "Ask the employer"),
    "list.deadline": ("frist {date}", "deadline {date}"),
    "list.deadline.rolling": ("løbende frist", "no fixed deadline"),
    "list.wanders": ("intet fast sted", "no fixed place"),
    "list.no_place": ("sted ikke oplyst", "place not stated"),
    "list.no_employer": ("arbejdsgiver ikke oplyst", "employer not stated"),
    "list.no_reason": ("intet af det sagte peger tydeligt her", "nothing said clearly points here"),
    "list.elsewhere": ("har ikke meget at gøre med: {statements}", "has little to do with: {statements}"),
    "list.nothing": ("Ingen stillinger er inden for grænserne.", "No vacancy is within the limits."),
    "list.no_statement": (
        "Skriv mindst ét ønske, en interesse eller en erfaring for at få forslag.",
        "Write at least one goal, interest or competency to get suggestions.",
    ),
    "list.also": ("næsten samme annonce: {titles}", "nearly the same ad: {titles}"),
    "list.other_work": (
        "Noget helt andet, som måske var værd at tale om",
        "Something else altogether that may be worth a talk",
    ),
    "list.few_words": (
        "Der er kun sagt lidt, så listen er bred: brug den til at finde ud af, hvad det kunne være.",
        "Little has been said, so the list is broad: use it to find out what it could be.",
    ),
    "whatif.title": (
        "{candidate}: {n} stillinger er inden for grænserne",
        "{candidate}: {n} vacancies are within the limits",
    ),
    "whatif.change": ("ændring", "change"),
    "whatif.more": ("flere", "more"),
    "whatif.which": ("hvilke", "which"),
    "whatif.hours": ("højst {most} i stedet for {now} timer", "at most {most} instead of {now} hours"),
    "whatif.travel": ("højst {most} i stedet for {now} minutter", "at most {most} instead of {now} minutes"),
    "whatif.time": ("også {time}", "also {time}"),
    "whatif.licence": ("med kørekort B", "with a driving licence (B)"),
    "whatif.without": ("uden grænsen for {constraint}", "without the limit on {constraint}"),
    "whatif.certificate": (
        "{paper}, som nogle af dem på listen beder om",
        "{paper}, which some of those on the list ask for",
    ),
    "list.left_out": ("Ikke vist: {counts}", "Not shown: {counts}"),
    "left.expired": ("{n} udløbet", "{n} expired"),
    "left.duplicate": ("{n} er en kopi af en anden", "{n} that copy another"),
    "left.broken": ("{n} på grund af {constraint}", "{n} because of {constraint}"),
    # what may be wrong with a record
    "wrong.missing": ("mangler", "is missing"),
    "wrong.extra_forbidden": ("ukendt felt", "unknown field"),
    "wrong.cpr_number": ("et CPR-nummer må ikke stå her; fjern det", "a CPR number may not stand here; remove it"),
    "wrong.forbidden_words": (
        "„{words}“ ({about}) må ikke stå her; skriv, hvad arbejdet skal tage hensyn til, fx „ikke om aftenen“",
        "“{words}” ({about}) may not stand here; write what the work must take into account, such as “not evenings”",
    ),
    "wrong.contact": (
        "navn og kontaktoplysninger må ikke stå her; fjern dem",
        "names and contact details may not stand here; remove them",
    ),
    # what words that may not stand in a statement are about
    "about.health": ("helbred", "health"),
    "about.origin": ("oprindelse", "origin"),
    "about.religion": ("religion", "religion"),
    "about.criminal_record": ("straf", "criminal record"),
    "about.gender": ("køn", "gender"),
    "about.age": ("alder", "age"),
    "wrong.iso_date": ("forventet en dato som 2026-11-20", "expected a date as 2026-11-20"),
    "wrong.hours_order": ("det mindste tal skal stå først", "the smallest number must come first"),
    "wrong.literal_error": ("forventet en af: {expected}", "expected one of: {expected}"),
    "wrong.json_invalid": ("ikke en hel JSON-linje", "not a whole line of JSON"),
    "wrong.model_type": ("forventet et JSON-objekt", "expected a JSON object"),
    "wrong.string_type": ("forventet tekst i anførselstegn", "expected text in quotes"),
    "wrong.string_too_short": ("må ikke være tom", "may not be empty"),
    "wrong.string_pattern_mismatch": ("har en forkert form", "has a wrong form"),
    "wrong.postcode": ("forventet fire cifre som 8700", "expected four digits as 8700"),
    "wrong.clock": ("forventet et klokkeslæt som 09:00", "expected a time of day as 09:00"),
    "wrong.float_type": ("forventet et tal", "expected a number"),
    "wrong.int_type": ("forventet et helt tal", "expected a whole number"),
    "wrong.bool_type": ("forventet ja eller nej (true eller false)", "expected yes or no (true or false)"),
    "wrong.tuple_type": ("forventet en liste", "expected a list"),
    "wrong.dict_type": ("forventet et objekt", "expected an object"),
    "wrong.date_from_datetime_parsing": ("forventet en dato som 2026-11-20", "expected a date as 2026-11-20"),
    "wrong.greater_than": ("forventet mere end {gt}", "expected more than {gt}"),
    "wrong.greater_than_equal": ("forventet mindst {ge}", "expected at least {ge}"),
    "wrong.less_than_equal": ("forventet højst {le}", "expected at most {le}"),
    "wrong.too_short": ("forventet mindst {min_length}", "expected at least {min_length}"),
    "wrong.string_too_long": ("forventet højst {max_length} tegn", "expected at most {max_length} characters"),
    "wrong.too_few_characters": ("forventet mindst {min_length} tegn", "expected at least {min_length} characters"),
    "wrong.too_many": ("for mange; højst {most}", "too many; at most {most}"),
    "wrong.not_of_the_team": ("forventet en af holdet", "expected somebody of the team"),
    "wrong.int_from_float": ("forventet et helt tal", "expected a whole number"),
    "wrong.model_attributes_type": ("forventet et JSON-objekt", "expected a JSON object"),
    "wrong.bytes_type": ("forventet tekst", "expected text"),
    "wrong.old_password": ("adgangskoden er forkert", "the password is wrong"),
    "wrong.int_parsing": ("forventet et helt tal", "expected a whole number"),
    "wrong.bool_parsing": ("forventet ja eller nej (true eller false)", "expected yes or no (true or false)"),
    "wrong.finite_number": ("forventet et endeligt tal", "expected a finite number"),
    "wrong.other": ("kan ikke læses ({code})", "cannot be read ({code})"),
    # what the log says was done about somebody
    "action.candidate.created": ("oprettet", "created"),
    "action.candidate.shown": ("ønsker og grænser vist", "goals and limits shown"),
    "action.candidate.replaced": ("rettet", "changed"),
    "action.candidate.closed": ("afsluttet", "closed"),
    "action.candidate.reopened": ("genåbnet", "reopened"),
    "action.candidate.handed_over": ("givet videre på holdet", "handed over within the team"),
    "action.candidate.expired": ("slettet, fordi tiden er gået", "deleted, because its time was over"),
    "action.candidate.exported": ("udleveret", "handed over to the person"),
    "action.candidate.log_shown": ("loggen vist", "log shown"),
    "action.history.shown": ("tidligere udgaver vist", "earlier versions shown"),
    "action.suggestions.shown": ("forslag vist", "suggestions shown"),
    "action.limits.shown": ("vist, hvad grænserne betyder", "effect of the limits shown"),
    "action.decision.shortlist": ("valgt ud", "shortlisted"),
    "action.decision.maybe": ("måske", "maybe"),
    "action.decision.reject": ("valgt fra", "rejected"),
    "action.decision.pin": ("sat fast", "pinned"),
    "action.decision.undone": ("fortrudt", "taken back"),
    "action.decisions.shown": ("valg vist", "decisions shown"),
    "action.proposal.made": ("ændring foreslået", "change suggested"),
    "action.proposal.confirmed": ("ændring bekræftet", "change confirmed"),
    "action.proposal.declined": ("ændring afvist", "change declined"),
    "action.proposals.shown": ("forslag til ændringer vist", "suggested changes shown"),
    "action.deadlines.shown": ("nære frister vist", "upcoming deadlines shown"),
    "action.left_out.shown": ("vist, hvad der ikke er på listen", "what is not on the list shown"),
    "action.sample.right": ("set efter: med rette ikke vist", "checked: rightly not shown"),
    "action.sample.wrong": ("set efter: burde være vist", "checked: should have been shown"),
    "action.paper.made": ("ark lavet til print", "printed sheet made"),
    "action.paper.for_employer": ("ark lavet til en opringning", "call sheet made"),
    "action.vacancy.held_against": ("set sammen med en stilling", "looked at beside a vacancy"),
    "action.call.refused": ("forsøg på adgang afvist", "attempt at access refused"),
    "action.run.listed": ("liste lavet i en samlet kørsel", "list made in a bulk run"),
    "action.run.shown": ("liste fra en samlet kørsel vist", "list of a bulk run shown"),
    # the page with everything that is held about somebody
    "sheet.title": ("Alt, hvad vi har om dig", "Everything we hold about you"),
    "sheet.label": ("Kaldes her", "Called here"),
    "sheet.id": ("Nummer", "Number"),
    "sheet.created": ("Begyndt", "Begun"),
    "sheet.closed": ("Afsluttet", "Closed"),
    "sheet.versions": ("Hvad du har sagt", "What you have said"),
    "sheet.version": ("Udgave", "Version"),
    "sheet.goals": ("Ønsker", "Goals"),
    "sheet.interests": ("Interesser", "Interests"),
    "sheet.competencies": ("Erfaring", "Experience"),
    "sheet.limits": ("Grænser", "Limits"),
    "sheet.decisions": ("Valg", "Decisions"),
    "sheet.proposals": ("Foreslåede ændringer", "Suggested changes"),
    "sheet.lists": ("Lister", "Lists"),
    "sheet.log": ("Hvem har gjort hvad", "Who has done what"),
    "sheet.when": ("Hvornår", "When"),
    "sheet.what": ("Hvad", "What"),
    "sheet.vacancy": ("Opslag", "Vacancy"),
    "sheet.decided": ("Valg", "Decision"),
    "sheet.why": ("Hvorfor", "Why"),
    # why the service does not do what it was asked
    "refused.request": ("Forespørgslen kan ikke læses", "The request cannot be read"),
    "refused.sign_in": ("Log ind først", "Sign in first"),
    "refused.password": (
        "Navn eller adgangskode er forkert, eller kontoen er låst en tid efter flere forkerte forsøg",
        "The name or the password is wrong, or the account is locked for a while after several wrong attempts",
    ),
    "refused.login": ("Login blev ikke gennemført; prøv igen", "The sign-in was not completed; try again"),
    "refused.issuer": (
        "Login svarer ikke; prøv igen om lidt", "The login does not answer; try again in a little while",
    ),
    "refused.no_role": (
        "Dit login giver ingen rolle her; spørg den, der giver adgang hos jer",
        "Your login gives you no role here; ask whoever gives access at your place",
    ),
    "refused.no_tenant": (
        "Dit login hører til et sted, der ikke er oprettet her; spørg den, der giver adgang hos jer",
        "Your login belongs to a place that is not set up here; ask whoever gives access at your place",
    ),
    "refused.shut_out": (
        "Din adgang her er lukket; spørg den, der giver adgang hos jer",
        "Your access here is closed; ask whoever gives access at your place",
    ),
    "refused.role": ("Din rolle giver ikke adgang til dette", "Your role does not give access to this"),
    "refused.csrf": ("Siden er forældet; hent den igen", "The page is out of date; reload it"),
    "refused.not_found": ("Findes ikke", "Not found"),
    "refused.method": ("Det kan man ikke her", "That cannot be done here"),
    "refused.conflict": ("Findes allerede, eller er gjort", "Exists already, or has been done"),
    "refused.closed": ("Forløbet er afsluttet og kan ikke ændres", "The record is closed and cannot be changed"),
    "refused.key_reused": (
        "Samme Idempotency-Key er brugt til noget andet", "The same Idempotency-Key was used for something else",
    ),
    "refused.changed": ("Er ændret i mellemtiden; hent igen", "Was changed in the meantime; read it again"),
    "refused.too_large": ("For stort", "Too large"),
    "refused.version": ("Sig med dens ETag, hvilken udgave der ændres", "Say by its ETag which version is changed"),
    "refused.too_many": ("For mange kald; vent lidt", "Too many calls; wait a little"),
    "refused.failed": ("Noget gik galt hos os; det er noteret", "Something went wrong here; it has been noted"),
    "refused.busy": ("Har travlt; prøv igen om lidt", "Busy; try again in a little while"),
    "refused.no_disk": (
        "Disken tager ikke imod; prøv igen senere", "The disk takes nothing; try again later",
    ),
    "refused.no_index": (
        "Opslagene læses ind; prøv igen om lidt", "The vacancies are being read; try again in a little while",
    ),
    "refused.no_database": (
        "Databasen svarer ikke; prøv igen om lidt", "The database does not answer; try again in a little while",
    ),
    # what stops a command
    "stop.no_file": ("{path}: filen findes ikke", "{path}: no such file"),
    "stop.folder": ("{path}: en mappe; forventet en fil", "{path}: a folder; expected a file"),
    "stop.no_permission": ("{path}: må ikke læses af dig", "{path}: you may not read it"),
    "stop.unreadable": ("{path}: kan ikke læses ({why})", "{path}: cannot be read ({why})"),
    "stop.no_index": (
        "{path}: ikke et indeks; lav et med: ipsmatch index ANNONCER --out {path}",
        "{path}: not an index; make one with: ipsmatch index VACANCIES --out {path}",
    ),
    "stop.not_empty": (
        "{path}: mappen er ikke tom og ikke et indeks; vælg en anden",
        "{path}: the folder is neither empty nor an index; choose another",
    ),
    "score.dry": (
        "{vacancies} opslag og {candidates} personer læst; intet er skrevet",
        "{vacancies} vacancies and {candidates} candidates read; nothing was written",
    ),
    "score.summary": (
        "{vacancies} opslag, {candidates} personer: {anew} lister lavet på ny, {shown} forslag, {without} uden, "
        "{unknown} ukendte grænser; {different} forskellige opslag vist, det hyppigste på {most} lister",
        "{vacancies} vacancies, {candidates} candidates: {anew} lists made anew, {shown} suggestions, {without} "
        "without any, {unknown} unknown limits; {different} different vacancies shown, the commonest on {most} lists",
    ),
    "score.end": ("{refused} rækker afvist; længst tid tog {part}: {seconds} sekunder",
                  "{refused} rows refused; what took longest was {part}: {seconds} seconds"),
    "part.read": ("at læse og forstå opslag", "reading and encoding vacancies"),
    "part.score": ("at lave listerne", "making the lists"),
    "part.write": ("at skrive dem", "writing them"),
    "stop.no_cluster": (
        "--scheduler kræver pakken distributed: pip install 'ipsmatch[cluster]'",
        "--scheduler needs the package distributed: pip install 'ipsmatch[cluster]'",
    ),
    "stop.no_scheduler": (
        "{scheduler}: der svarer ingen Dask-scheduler; start den, eller ret adressen",
        "{scheduler}: no Dask scheduler answers; start it, or mend the address",
    ),
    "stop.no_worker": (
        "{scheduler}: ingen workers er i gang; start dem, og kør igen: med --keep går kørslen videre, hvor den slap",
        "{scheduler}: no workers are running; start them and run again: with --keep it goes on where it stopped",
    ),
    "stop.busy": (
        "{path}: et andet program er ved at ændre mappen; vent, til det er færdigt",
        "{path}: another program is changing the folder; wait until it is done",
    ),
    "stop.system": ("{path}: {why}; intet er ændret", "{path}: {why}; nothing was changed"),
    "stop.cache": (
        "lageret med vektorer {path} kan ikke bruges ({why}); vælg en anden mappe med IPSMATCH_CACHE",
        "the cache of vectors {path} cannot be used ({why}); choose another folder with IPSMATCH_CACHE",
    ),
    "stop.own_backup": (
        "en PostgreSQL-database sikkerhedskopieres med dens egne programmer: pg_dump og pg_restore",
        "a PostgreSQL database is backed up with its own programs: pg_dump and pg_restore",
    ),
    "stop.damaged_backup": (
        "{path}: ikke en hel kopi af databasen; intet er ændret",
        "{path}: not a whole copy of the database; nothing was changed",
    ),
    "stop.broken_log": (
        "loggen for {tenant} holder ikke ved nr. {seq} ({why})",
        "the log of {tenant} does not hold at no. {seq} ({why})",
    ),
    "verify.holds": ("{tenant}: {entries} linjer, hoved {head}", "{tenant}: {entries} entries, head {head}"),
    "retain.gone": (
        "slettet: {candidates} personer, {vacancies} opslag, {runs} kørsler, {log} loglinjer, {sessions} sessioner",
        "deleted: {candidates} candidates, {vacancies} vacancies, {runs} runs, {log} log entries, {sessions} sessions",
    ),
    "stop.taken": ("{name}: findes allerede", "{name}: exists already"),
    "stop.old_database": (
        "databasen har en anden udgave ({found}); kør: ipsmatch service upgrade",
        "the database is of another version ({found}); run: ipsmatch service upgrade",
    ),
    "stop.old_index": (
        "{path}: indekset er lavet med {what} {found}, men her bruges {expected}; lav det igen med: ipsmatch index",
        "{path}: the index was made with {what} {found}, but this is {expected}; make it again with: ipsmatch index",
    ),
    "stop.other_encoder": (
        "indekset er lavet med modellen {found}, men her bruges {expected}; lav det igen med: ipsmatch index",
        "the index was made with the encoder {found}, but this is {expected}; make it again with: ipsmatch index",
    ),
    "stop.damaged_index": (
        "{path}: indekset er ufuldstændigt ({what}); lav det igen med: ipsmatch index",
        "{path}: the index is incomplete ({what}); make it again with: ipsmatch index",
    ),
    "stop.no_extra": (
        "--encoder {name}: installér først: pip install 'ipsmatch[models]'",
        "--encoder {name}: first install: pip install 'ipsmatch[models]'",
    ),
    "stop.no_model": ("--encoder {name}: modellen kan ikke læses ({why})", "--encoder {name}: cannot be read ({why})"),
    "stop.no_candidate": ("{path}: ingen kandidater kunne læses", "{path}: no candidate could be read"),
    "stop.run_format": (
        "--out {path}: forventet en fil, der ender på .jsonl eller .parquet",
        "--out {path}: expected a file that ends with .jsonl or .parquet",
    ),
    "wrong.same_id": ("samme id som række {row}", "same id as row {row}"),
    "wrong.same_id_elsewhere": ("samme id som række {row} i {file}", "same id as row {row} of {file}"),
    "wrong.encoding": ("ikke UTF-8", "not UTF-8"),
    "wrong.string_unicode": ("et tegn er ikke UTF-8", "a character is not UTF-8"),
    "wrong.empty_file": ("filen er tom", "the file is empty"),
    "wrong.not_text": ("ikke en tekstfil", "not a text file"),
    "wrong.file_size": (
        "filen er for stor til at læses på én gang (højst {most} MB); brug JSON Lines eller CSV",
        "the file is too large to be read at once (at most {most} MB); use JSON Lines or CSV",
    ),
    "wrong.file_format": (
        "ukendt filtype; forventet {expected}, efter filens navn eller indhold",
        "unknown kind of file; expected {expected}, by the file's name or content",
    ),
    "wrong.candidate_format": (
        "her læses kun stillinger; kandidater læses fra {expected}",
        "only vacancies are read from this; candidates are read from {expected}",
    ),
    "wrong.json_file": (
        "ikke gyldig JSON (linje {line}, tegn {column})", "not valid JSON (line {line}, character {column})",
    ),
    "wrong.no_posting": (
        "fandt ingen stilling (JobPosting); kopiér annoncens tekst til en .txt-fil i stedet",
        "found no vacancy (JobPosting); copy the text of the ad to a .txt file instead",
    ),
    "wrong.one_line": (
        "kun én linje; forventet titlen på første linje og annoncens tekst under den",
        "only one line; expected the title on the first line and the text of the ad below it",
    ),
    "wrong.too_long": (
        "annoncen er på {found} tegn; højst {most}", "the ad has {found} characters; at most {most}",
    ),
    "wrong.no_header": (
        "første række skal være kolonnernes navne; kendte navne: {expected}",
        "the first row must be the names of the columns; known names: {expected}",
    ),
    "wrong.unknown_column": (
        "ukendt kolonne, så filens rækker er ikke læst; kendte navne: {expected}",
        "unknown column, so the rows of the file were not read; known names: {expected}",
    ),
    "wrong.missing_column": (
        "kolonnen mangler, så filens rækker er ikke læst", "the column is missing, so the rows were not read",
    ),
    "wrong.same_column": (
        "det samme som kolonnen {other}, så filens rækker er ikke læst",
        "the same as the column {other}, so the rows were not read",
    ),
    "wrong.more_cells": (
        "{found} celler, men {expected} kolonner; sæt anførselstegn om en celle med skilletegn i",
        "{found} cells, but {expected} columns; put quotes round a cell with a separator in it",
    ),
    "wrong.quotes": (
        "anførselstegn, der ikke passer sammen; linje {first}-{last} er ikke læst",
        "quotation marks that do not fit together; lines {first}-{last} were not read",
    ),
}  # fmt: skip


class Problem(Exception):
    """Something that stops a command, for the person who meets it: a phrase of this table and its words."""

    def __init__(self, key: str, **words: object) -> None:
        super().__init__(say(key, "en", **words))
        self.key, self.words = key, words

    def said(self, language: Language) -> str:
        """The message in that language."""
        return say(self.key, language, **self.words)


def say(key: str, language: Language, **words: object) -> str:
    """The phrase of that key in that language with its words filled in; numbers and dates written as there.

    >>> say("hours.range", "da", low=7.5, high=12)
    '7,5-12 timer om ugen'
    """
    da, en = PHRASES[key]
    return (da if language == "da" else en).format(**{k: written(v, language) for k, v in words.items()})


def written(value: object, language: Language) -> str:
    """A number or date as it is written in that language.

    >>> written(7.5, "da"), written(datetime.date(2027, 1, 4), "da")
    ('7,5', '4. januar 2027')
    """
    return _written(value, language) if isinstance(value, float | datetime.date) else str(value)


@functools.lru_cache(maxsize=4096, typed=True)
def _written(value: float | datetime.date, language: Language) -> str:
    from babel import dates, numbers  # here, because most runs of the command line print neither

    if isinstance(value, float):
        return numbers.format_decimal(round(value, 2), "0.##", locale=language)
    return dates.format_date(value, "d. MMMM y" if language == "da" else "d MMMM y", locale=language)


def list_of(items: list[str]) -> str:
    """Items with commas between."""
    return ", ".join(items)


def wrong(code: str, allowed: dict[str, object], language: Language) -> str:
    """What is wrong with a field, from ``schema.problems``."""
    key = f"wrong.{code}"
    if "about" in allowed:
        allowed = allowed | {"about": say(str(allowed["about"]), language)}
    return say(key, language, **allowed) if key in PHRASES else say("wrong.other", language, code=code)
