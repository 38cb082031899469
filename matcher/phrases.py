"""Every sentence the matcher says to people, in Danish and English, side by side.

One table, so that a missing translation is seen (and caught by a test). Plain words: a candidate may read over the
shoulder. Nothing here names a person, a programme or a diagnosis.
"""

import datetime
import functools
from collections.abc import Mapping
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
    "constraint.latest_end": ("hvornår dagen slutter", "end of day"),
    "constraint.weekdays": ("ugedage", "days of the week"),
    "constraint.never": ("det, der slet ikke går", "what is ruled out"),
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
    "term.beginner": ("kan begyndes uden uddannelse og erfaring", "can be begun without education and experience"),
    "term.said": ("{demand}: „{statement}“", "{demand}: “{statement}”"),
    "term.in_passing": ("passer måske ikke med noget, du har skrevet", "may not fit something that you wrote"),
    "term.not_work": ("sagt nej til: {titles}", "said no to: {titles}"),
    "term.halved": ("timetallet skulle mere end halveres", "the hours would have to be more than halved"),
    "term.clock": ("mødetiden skulle flyttes", "the day would have to begin or end at another time"),
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
    "hours.about": ("ca. {hours}", "about {hours}"),
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
    "travel.no_mode": (
        "transporttiden kendes ikke: det er ikke sagt, hvordan turen kan foregå",
        "travel time not known: no way of travelling was named",
    ),
    "travel.no_such_home": (
        "transporttiden kendes ikke: postnummeret {postcode} findes ikke",
        "travel time not known: there is no postcode {postcode}",
    ),
    "travel.no_minutes": (
        "Der er et postnummer, men ikke hvor mange minutter turen må tage: afstanden tæller ikke.",
        "There is a postcode, but not how many minutes the way may take: the distance does not count.",
    ),
    "travel.no_home": (
        "Der er et antal minutter, men intet postnummer: afstanden tæller ikke.",
        "There is a number of minutes, but no postcode: the distance does not count.",
    ),
    "travel.remote": ("hele arbejdet kan gøres hjemmefra", "all of the work can be done from home"),
    "end.met": ("arbejdsdagen slutter kl. {end}", "the working day ends at {end}"),
    "end.late": (
        "arbejdsdagen slutter kl. {end}, ønsket senest kl. {wish}",
        "the working day ends at {end}, wished no later than {wish}",
    ),
    "end.after": ("der er arbejde efter kl. {wish}", "there is work after {wish}"),
    "end.unknown": ("det står ikke, hvornår arbejdsdagen slutter", "the ad does not say when the working day ends"),
    "ask.end": ("Hvornår slutter arbejdsdagen?", "When does the working day end?"),
    "ask.end_earlier": ("Kan arbejdsdagen slutte senest kl. {wish}?", "Can the working day end by {wish}?"),
    "weekdays.met": ("arbejdet ligger {days}", "the work is on {days}"),
    "weekdays.broken": ("arbejdet ligger kun {days}", "the work is on {days} only"),
    "weekdays.outside": ("arbejdet ligger også {days}", "the work is also on {days}"),
    "weekdays.number": ("{n} dage om ugen: {days}", "{n} days a week: {days}"),
    "weekdays.unknown": ("det står ikke, hvilke dage arbejdet ligger", "the ad does not say on which days the work is"),
    "ask.weekdays": ("Hvilke dage ligger arbejdet?", "On which days is the work?"),
    "ask.without_days": ("Kan arbejdet lægges, så det ikke er {days}?", "Can the work be arranged without {days}?"),
    "ask.fewer_days": (
        "Kan arbejdet samles på højst {n} dage om ugen?",
        "Can the work be done on at most {n} days a week?",
    ),
    "ask.more_days": (
        "Kan arbejdet fordeles på mindst {n} dage om ugen?",
        "Can the work be spread over at least {n} days a week?",
    ),
    "never.broken": ("opslaget nævner {demands}", "the ad names {demands}"),
    "never.unknown": (
        "det står ikke, om arbejdsdagen byder på {demands}",
        "the ad does not say whether the work day asks for {demands}",
    ),
    "ask.never": ("Er der {demands} i arbejdet?", "Does the work ask for {demands}?"),
    "travel.unknown": ("transporttiden kendes ikke", "travel time not known"),
    "weekday.monday": ("mandag", "Monday"),
    "weekday.tuesday": ("tirsdag", "Tuesday"),
    "weekday.wednesday": ("onsdag", "Wednesday"),
    "weekday.thursday": ("torsdag", "Thursday"),
    "weekday.friday": ("fredag", "Friday"),
    "weekday.saturday": ("lørdag", "Saturday"),
    "weekday.sunday": ("søndag", "Sunday"),
    "said.check": (
        "{detail}. Du har skrevet „{quote}“; det er ikke sat som grænse",
        "{detail}. You wrote “{quote}”; it is not set as a limit",
    ),
    "said.wrote": (
        "Du har skrevet „{quote}“. Det kan være en grænse: {limit}.",
        "You wrote “{quote}”. That may be a limit: {limit}.",
    ),
    "said.weekly_hours.max": ("højst {value} timer om ugen", "at most {value} hours a week"),
    "said.weekly_hours.min": ("mindst {value} timer om ugen", "at least {value} hours a week"),
    "said.not_times": ("ikke {value}", "not {value}"),
    "said.earliest_start": ("tidligst kl. {value}", "not before {value}"),
    "said.latest_end": ("fri senest kl. {value}", "home by {value}"),
    "said.weekdays.not": ("ikke {value}", "not {value}"),
    "said.weekdays.only": ("kun {value}", "only {value}"),
    "said.weekdays.max_days": ("højst {value} dage om ugen", "at most {value} days a week"),
    "said.weekdays.min_days": ("mindst {value} dage om ugen", "at least {value} days a week"),
    "said.max_travel_minutes": ("højst {value} minutter hver vej", "at most {value} minutes each way"),
    "said.travel_modes": ("kun {value}", "only {value}"),
    "said.licences": ("kørekort {value}", "driving licence {value}"),
    "said.licences.none": ("intet kørekort", "no driving licence"),
    "said.avoid": ("slet ikke {value}", "never {value}"),
    "said.accept_employment": ("kun {value}", "only {value}"),
    "mode.walk": ("til fods", "on foot"),
    "mode.bike": ("cykel", "bicycle"),
    "mode.public": ("bus og tog", "bus and train"),
    "mode.car": ("bil", "car"),
    "licence.driving_licence": ("kræver kørekort {licence}", "needs driving licence {licence}"),
    "licence.own_car": ("kræver egen bil", "needs a car of one's own"),
    "licence.authorisation": ("kræver autorisation", "needs an authorisation"),
    "licence.met": ("har det, der kræves", "has what is asked for"),
    "licence.unread": (
        "annoncen er på {language}, som ikke læses her: hvad den kræver, vides ikke",
        "the ad is in {language}, which is not read here: what it asks for is not known",
    ),
    "employment.unread": (
        "annoncen er på {language}, som ikke læses her",
        "the ad is in {language}, which is not read here",
    ),
    "licence.none": ("intet krav fundet", "nothing asked for"),
    "employment.addressed": ("{employment}, men ikke forbeholdt", "{employment}, but not reserved"),
    "employer.excluded": ("fravalgt arbejdsgiver", "employer ruled out"),
    "employer.met": ("ikke en fravalgt arbejdsgiver", "not an employer ruled out"),
    "employer.near": ("navnet ligner en fravalgt arbejdsgivers", "the name is like that of an employer ruled out"),
    "employer.named": ("annoncen nævner en fravalgt arbejdsgiver", "the ad names an employer ruled out"),
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
    "ask.requirements": (
        "Hvad kræver I: kørekort, egen bil, uddannelse, bevis eller sprog?",
        "What do you require: a driving licence, a car, an education, a certificate or a language?",
    ),
    "ask.driving_licence": ("Er kørekort {licence} nødvendigt?", "Is driving licence {licence} necessary?"),
    "ask.own_car": ("Er egen bil nødvendig?", "Is a car of one's own necessary?"),
    "ask.authorisation": ("Er autorisation nødvendig i stillingen?", "Is an authorisation necessary in the position?"),
    "ask.employment": ("Er det et job på almindelige vilkår?", "Is it a job on ordinary terms?"),
    "ask.open": ("Er jobbet også åbent for andre ansøgere?", "Is the job open to other applicants too?"),
    "ask.which_employer": (
        "Hvilket firma bliver man ansat i, og hvor er arbejdet?", "Which company employs, and where is the work?"
    ),
    "ask.employer": ("Hvem er arbejdsgiveren?", "Who is the employer?"),
    "ask.deadline": (
        "Annoncens frist, {date}, ligger før den blev slået op. Kan man stadig søge?",
        "The ad's deadline, {date}, is before it was posted. Can one still apply?",
    ),
    # the printed list
    "list.title": ("Forslag til {candidate}", "Suggestions for {candidate}"),
    "list.why": ("Taler for", "Reasons for"),
    "list.why_not": ("Taler imod", "Reasons against"),
    "list.ask": ("Spørg arbejdsgiveren", "Ask the employer"),
    "list.deadline": ("frist {date}", "deadline {date}"),
    "deadline.impossible": ("{date}, før annoncen blev slået op", "{date}, before the ad was posted"),
    "list.deadline.rolling": ("løbende frist", "no fixed deadline"),
    "list.as_post": ("som {post}", "as {post}"),
    "list.wanders": ("intet fast sted", "no fixed place"),
    "list.no_place": ("sted ikke oplyst", "place not stated"),
    "list.no_employer": ("arbejdsgiver ikke oplyst", "employer not stated"),
    "list.no_reason": ("intet af det sagte peger tydeligt her", "nothing said clearly points here"),
    "list.elsewhere": ("har ikke meget at gøre med: {statements}", "has little to do with: {statements}"),
    "list.wonder": ("Det ville hjælpe at vide: {questions}", "It would help to know: {questions}"),
    "ask.person.outdoors": ("Inde eller ude?", "Indoors or outdoors?"),
    "ask.person.customer_contact": ("Med kunder eller uden?", "With customers or without?"),
    "ask.person.works_alone": ("For dig selv eller sammen med andre?", "On your own or with others?"),
    "ask.person.standing_walking": ("På benene eller siddende?", "On your feet or sitting?"),
    "ask.person.screen_work": ("Ved en skærm eller med hænderne?", "At a screen or with your hands?"),
    "ask.person.routine": ("Det samme hver dag eller noget nyt?", "The same each day or something new?"),
    "ask.person.children": ("Med børn eller uden?", "With children or without?"),
    "ask.person.animals": ("Med dyr eller uden?", "With animals or without?"),
    "points.clearly": ("Peger tydeligt på det, der er sagt", "Points clearly to what was said"),
    "points.perhaps": ("Kan være værd at tale om", "May be worth talking about"),
    "points.not": ("Kun inden for grænserne", "Only within the limits"),
    "list.counts": ("Inden for grænserne: {counts}", "Within the limits: {counts}"),
    "count.fits": ("{n} passer", "{n} fit"),
    "count.ask": ("{n} skal der spørges om", "{n} to ask about"),
    "count.negotiable": ("{n} kan måske aftales", "{n} could be agreed"),
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
    "wrong.forbidden_in_name": (
        "„{words}“ ({about}) må ikke stå her; skriv kun navnet på beviset, sproget eller arbejdsgiveren",
        "“{words}” ({about}) may not stand here; write only the name of the paper, the language or the employer",
    ),
    "wrong.health_of_somebody": (
        "her står noget om en bestemt persons helbred; fjern det, eller skriv det, så det ikke er om en bestemt person",
        "the health of one particular person stands here; remove it, or write it about nobody in particular",
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
    "about.benefit": ("forsørgelse", "what one lives on"),
    "wrong.iso_date": ("forventet en dato som 2026-11-20", "expected a date as 2026-11-20"),
    "wrong.hours_order": ("det mindste tal skal stå først", "the smallest number must come first"),
    "wrong.days_order": ("højst kan ikke være færre dage end mindst", "at most cannot be fewer days than at least"),
    "wrong.days_left": ("der er ikke dage nok tilbage i ugen", "too few days of the week are left"),
    "wrong.day_order": ("skal være senere end tidligste mødetid", "must be later than the earliest start"),
    "wrong.unknown_postcode": (
        "det postnummer kendes ikke; ret det, eller lad feltet stå tomt",
        "that postcode is not known; correct it, or leave the field empty",
    ),
    "wrong.literal_error": ("forventet en af: {expected}", "expected one of: {expected}"),
    "wrong.json_invalid": ("ikke en hel JSON-linje", "not a whole line of JSON"),
    "wrong.model_type": ("forventet et JSON-objekt", "expected a JSON object"),
    "wrong.string_type": ("forventet tekst i anførselstegn", "expected text in quotes"),
    "wrong.string_too_short": ("må ikke være tom", "may not be empty"),
    "wrong.string_pattern_mismatch": ("har en forkert form", "has a wrong form"),
    "wrong.postcode": ("forventet fire cifre som 8700", "expected four digits as 8700"),
    "wrong.clock": ("forventet et klokkeslæt som 09:00", "expected a time of day as 09:00"),
    "wrong.float_type": ("forventet et tal som 12 eller 7,5", "expected a number as 12 or 7.5"),
    "wrong.licence": (
        "ukendt kørekort; skriv ja, nej eller kategorien: {expected}, Traktor",
        "unknown licence; write yes, no or the category: {expected}, Traktor",
    ),
    "wrong.languages": (
        "forventet hvert sprog med, hvor godt det tales: dansk: flydende | engelsk: lidt (ingen, lidt, godt, flydende)",
        "expected each language with how well it is spoken: danish: fluent | english: basic (none, basic, good, "
        "fluent)",
    ),
    "wrong.paper": ("skriv, hvad beviset hedder", "write what the paper is called"),
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
    "wrong.not_of_the_team": ("forventet en af teamet", "expected somebody of the team"),
    "wrong.int_from_float": ("forventet et helt tal", "expected a whole number"),
    "wrong.model_attributes_type": ("forventet et JSON-objekt", "expected a JSON object"),
    "wrong.bytes_type": ("forventet tekst", "expected text"),
    "wrong.old_password": ("adgangskoden er forkert", "the password is wrong"),
    "wrong.int_parsing": ("forventet et helt tal", "expected a whole number"),
    "wrong.bool_parsing": ("forventet ja eller nej (true eller false)", "expected yes or no (true or false)"),
    "wrong.finite_number": ("forventet et endeligt tal", "expected a finite number"),
    "wrong.other": ("kan ikke læses ({code})", "cannot be read ({code})"),
    # why the service does not do what it was asked
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
    "cut.mail_head": ("mailens hoved ({text} linjer)", "the head of the mail ({text} lines)"),
    "cut.around_mail": ("tekst omkring den videresendte annonce: {text}", "text around the forwarded ad: {text}"),
    "cut.page": ("sidens menu, knapper og cookie-tekst: {text}", "the page's menu, buttons and cookie text: {text}"),
    "cut.after_apply": ("det, der står under „Ansøg“: {text}", "what stands below “Apply”: {text}"),
    "cut.neighbours": ("andre job på siden: {text}", "other jobs on the page: {text}"),
    "cut.told": ("{file}: ikke en del af annoncen: {what}", "{file}: no part of the ad: {what}"),
    "wrong.lost_letters": (
        "bogstaver er gået tabt undervejs (\ufffd, › eller ¿ midt i ord); gem filen igen som UTF-8",
        "letters were lost on the way (\ufffd, › or ¿ within words); save the file again as UTF-8",
    ),
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
        "ikke gyldig JSON (linje {line}, tegn {column}); hent filen igen, eller kopiér annoncens tekst til en .txt-fil",
        "not valid JSON (line {line}, character {column}); fetch the file again, or copy the text of the ad to a .txt "
        "file",
    ),
    "wrong.other_system": (
        "dette ligner {name}, som ikke læses her; gem annoncerne som CSV med titel og beskrivelse, hent siderne som "
        "HTML med JobPosting, eller kopiér annoncens tekst til en .txt-fil",
        "this looks like {name}, which is not read here; save the ads as CSV with title and description, fetch the "
        "pages as HTML with a JobPosting, or copy the text of the ad to a .txt file",
    ),
    "wrong.other_sheet": (
        "dette ligner {name}; åbn arket, og gem det som CSV (semikolonsepareret, UTF-8)",
        "this looks like {name}; open the sheet and save it as CSV (UTF-8)",
    ),
    "wrong.other_document": (
        "dette ligner {name}; åbn filen, og kopiér annoncens tekst til en .txt-fil",
        "this looks like {name}; open the file and copy the text of the ad to a .txt file",
    ),
    "wrong.other_office": (
        "dette ligner {name}; gem et ark som CSV, eller kopiér annoncens tekst til en .txt-fil",
        "this looks like {name}; save a sheet as CSV, or copy the text of the ad to a .txt file",
    ),
    "wrong.other_mail": (
        "dette ligner en gemt {name}; åbn den, og kopiér annoncens tekst til en .txt-fil",
        "this looks like a saved {name}; open it and copy the text of the ad to a .txt file",
    ),
    "wrong.other_picture": (
        "dette ligner et billede ({name}); skriv annoncens tekst i en .txt-fil",
        "this looks like a picture ({name}); write the text of the ad in a .txt file",
    ),
    "wrong.other_calendar": (
        "dette ligner en kalender ({name}); kopiér annoncens tekst til en .txt-fil",
        "this looks like a calendar ({name}); copy the text of the ad to a .txt file",
    ),
    "wrong.other_packed": (
        "dette ligner en pakket fil ({name}); pak den ud, og vælg filen med annoncerne",
        "this looks like a packed file ({name}); unpack it and choose the file with the ads",
    ),
    "wrong.total_row": (
        "ligner en sum under tabellen og er ikke læst; slet rækken", "looks like a sum below the table; delete the row",
    ),
    "wrong.same_ad": (
        "samme nummer og arbejdsgiver som en anden række", "same number and employer as another row",
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
    """Something that stops a command, for the person who meets it: a phrase of the table and its words."""

    table: Mapping[str, tuple[str, str]] = PHRASES

    def __init__(self, key: str, **words: object) -> None:
        super().__init__(say(key, "en", self.table, **words))
        self.key, self.words = key, words

    def said(self, language: Language) -> str:
        """The message in that language."""
        return say(self.key, language, self.table, **self.words)


def say(key: str, language: Language, table: Mapping[str, tuple[str, str]] = PHRASES, /, **words: object) -> str:
    """The phrase of that key in that language with its words filled in; numbers and dates written as there.

    table: the phrases to look in; the service has more of its own.

    >>> say("hours.range", "da", low=7.5, high=12)
    '7,5-12 timer om ugen'
    """
    da, en = table[key]
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
