"""Every sentence that the matcher shows to people, in Danish and English, side by side.

One table, so that a missing translation shows (a test checks). Plain words, because a candidate may read along. No
phrase names a person, a programme or a diagnosis.
"""

import datetime
import functools
from collections.abc import Mapping, Sequence
from typing import Literal

Language = Literal["da", "en"]

PHRASES: dict[str, tuple[str, str]] = {
    # bands
    "band.fits": ("passer", "fits"),
    "band.ask": ("spørg først", "ask first"),
    "band.negotiable": ("kan måske aftales", "could be agreed"),
    "band.broken": ("passer ikke", "does not fit"),
    # constraints
    "constraint.weekly_hours": ("timerne", "the hours"),
    "constraint.not_times": ("tiderne", "the times of day"),
    "constraint.earliest_start": ("mødetiden", "the start of the day"),
    "constraint.latest_end": ("hvornår dagen slutter", "the end of the day"),
    "constraint.weekdays": ("ugedagene", "the days of the week"),
    "constraint.never": ("det, der slet ikke går", "what is ruled out altogether"),
    "constraint.available_from": ("startdatoen", "the start date"),
    "constraint.travel": ("vejen", "the journey to work"),
    "constraint.licences": ("kørekort, bil og autorisation", "licence, car and authorisation"),
    "constraint.employment": ("ansættelsesformen", "the kind of employment"),
    "constraint.employer": ("arbejdsgiveren", "the employer"),
    # constraints of one value, as a form's field and a table's column
    "label.earliest_start": ("Møder tidligst kl.", "Earliest start of the day"),
    "label.latest_end": ("Har fri senest kl.", "Latest end of the day"),
    "label.available_from": ("Kan begynde", "Can start"),
    # kinds of statement
    "kind.goal": ("ønske", "goal"),
    "kind.interest": ("interesse", "interest"),
    "kind.competency": ("erfaring", "experience"),
    "kind.requirement": ("krav", "requirement"),
    "kind.day": ("hverdagen", "the day"),
    "kind.ad": ("opslaget", "the ad"),
    "kind.variety": ("variation", "variety"),
    # ranking features besides statements
    "term.education": (
        "kræver uddannelse eller autorisation{what}. Det har du ikke fortalt, at du har",
        "asks for education or authorisation{what}. You have not said that you have it",
    ),
    "term.experience": (
        "kræver erfaring, som du ikke har fortalt om",
        "asks for experience that you have not told us about",
    ),
    "term.level": (
        "man skal lede andre, eller det er et job for en forsker",
        "the job is to lead others, or it is a researcher's post",
    ),
    "term.certificate": (
        "kræver et bevis{what}. Det har du ikke fortalt, at du har",
        "asks for a certificate{what}. You have not said that you have it",
    ),
    "term.language": (
        "kræver et sprog{what}. Du har sagt, at du ikke taler det godt",
        "asks for a language{what}. You have said that you do not speak it well",
    ),
    "term.beginner": (
        "annoncen nævner ingen krav om uddannelse eller erfaring",
        "the ad asks for no education or experience",
    ),
    "term.said": ("{demand}: du har skrevet „{statement}“", "{demand}: you wrote “{statement}”"),
    "term.in_passing": ("passer måske ikke med noget, du har skrevet", "may not fit something that you wrote"),
    "term.not_work": ("ligner noget, du har sagt nej til: {titles}", "is like something you said no to: {titles}"),
    "term.halved": ("timerne skulle mere end halveres", "the hours would have to be more than halved"),
    "term.clock": ("mødetiden skulle flyttes", "the day would have to begin or end at another time"),
    "term.hours": ("timerne er tæt på det, du helst vil", "the hours are close to what you would like best"),
    "term.travel": ("kort vej til arbejde", "a short journey to work"),
    "term.deadline": ("fristen er om få dage", "the deadline is in a few days"),
    "term.age": ("annoncen er gammel: slået op {published}", "the ad is old: posted {published}"),
    "term.spread": (
        "vist længere nede, fordi den står øverst på mange lister",
        "shown further down, because it is first on many lists",
    ),
    "term.variety": (
        "vist længere nede, fordi der er flere fra {employer}",
        "shown further down, because there are several from {employer}",
    ),
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
    "at.day": ("om dagen", "in the daytime"),
    "at.early_morning": ("tidligt om morgenen", "early in the morning"),
    "at.evening": ("om aftenen", "in the evening"),
    "at.night": ("om natten", "at night"),
    "at.weekend": ("i weekenden", "at the weekend"),
    "at.rotating_shifts": ("på skiftende vagter", "in rotating shifts"),
    "at.on_call_duty": ("som tilkaldevagt", "on call"),
    "once.day": ("en dag", "a day"),
    "once.early_morning": ("en tidlig morgen", "an early morning"),
    "once.evening": ("en aften", "an evening"),
    "once.night": ("en nat", "a night"),
    "once.weekend": ("en weekend", "a weekend"),
    "once.rotating_shifts": ("skiftende vagter", "rotating shifts"),
    "once.on_call_duty": ("en tilkaldevagt", "on-call duty"),
    "work.day": ("arbejde om dagen", "work in the daytime"),
    "work.early_morning": ("arbejde tidligt om morgenen", "work early in the morning"),
    "work.evening": ("aftenarbejde", "evening work"),
    "work.night": ("natarbejde", "night work"),
    "work.weekend": ("weekendarbejde", "weekend work"),
    "work.rotating_shifts": ("skiftende vagter", "rotating shifts"),
    "work.on_call_duty": ("tilkaldevagter", "on-call duty"),
    "when.unknown": ("tiderne står ikke i annoncen", "the ad does not say at what times"),
    "when.on_weekdays": ("på hverdage", "on weekdays"),
    "when.also_weekends": ("også i weekenden", "also at the weekend"),
    "when.on_call": ("med tilkaldevagter", "with on-call duty"),
    "when.seldom": ("{times} i ny og næ", "{times} now and then"),
    "when.not": ("ikke {times}", "not {times}"),
    "when.without": ("uden {times}", "without {times}"),
    "join.and": ("{first} og {last}", "{first} and {last}"),
    "join.or": ("{first} eller {last}", "{first} or {last}"),
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
    "hours.said.range": ("{low}-{high}", "{low}-{high}"),
    "hours.said.one": ("{low}", "{low}"),
    "hours.said.from": ("mindst {low}", "at least {low}"),
    "hours.said.to": ("højst {high}", "at most {high}"),
    "hours.about": ("ca. {hours}", "about {hours}"),
    "hours.full_time": ("fuld tid", "full time"),
    "hours.full_time_field": (
        "fuld tid (står i annoncens felt, ikke i teksten)",
        "full time (in the ad's own field, not in its text)",
    ),
    "hours.part_time": ("deltid; timetallet står ikke i annoncen", "part time; the ad does not say how many hours"),
    "hours.negotiable": ("timetallet kan aftales", "the hours can be agreed"),
    "hours.unstated": ("timetallet står ikke i annoncen", "the ad does not say how many hours"),
    "hours.wished": ("{ad}. I har sagt {wish}", "{ad}. You said {wish}"),
    "hours.agreement": (
        "{detail}. Under {floor} timer kan overenskomsten sætte en grænse: spørg",
        "{detail}. Under {floor} hours the collective agreement may set a limit: ask",
    ),
    "feed.differs": ("{detail} (annoncens felt siger {stated})", "{detail} (the ad's own field says {stated})"),
    # details of checks
    "times.met": ("ligger ikke på de tider, I har valgt fra", "is not at the times you ruled out"),
    "times.broken": ("ligger {times}, og det har I valgt fra", "is {times}, and you ruled that out"),
    "times.rotating": (
        "skiftende vagter; tiderne står ikke i annoncen",
        "rotating shifts; the ad does not say at what times",
    ),
    "times.unknown": ("det står ikke, om der er {times}", "the ad does not say whether there is {times}"),
    "start.met": ("dagen begynder kl. {start}", "the day starts at {start}"),
    "start.early": (
        "dagen begynder kl. {start}. I har sagt tidligst kl. {wish}",
        "the day starts at {start}. You said {wish} or later",
    ),
    "start.before": (
        "dagen begynder før kl. 7. I har sagt tidligst kl. {wish}",
        "the day starts before 7:00. You said {wish} or later",
    ),
    "start.unknown": (
        "det står ikke, hvornår arbejdsdagen begynder",
        "the ad does not say when the working day starts",
    ),
    "from.met": ("du kan begynde til tiden", "you can start in time"),
    "from.early": ("begynder {start}. Du kan tidligst begynde {wish}", "starts {start}. You can start from {wish}"),
    "from.asap": ("begynder snarest muligt", "starts as soon as possible"),
    "from.no_year": ("startdatoen står uden årstal", "the start date has no year"),
    "from.unknown": ("det står ikke, hvornår jobbet begynder", "the ad does not say when the job starts"),
    "travel.minutes": ("ca. {minutes} minutter {mode}", "about {minutes} minutes {mode}"),
    "travel.longer": (
        "lidt længere end aftalt: ca. {minutes} minutter {mode}. I har sagt højst {wish}",
        "a little longer than agreed: about {minutes} minutes {mode}. You said {wish} at most",
    ),
    "travel.well_over": (
        "længere end aftalt: ca. {minutes} minutter {mode}. I har sagt højst {wish}",
        "longer than agreed: about {minutes} minutes {mode}. You said {wish} at most",
    ),
    "travel.too_far": (
        "for langt: ca. {minutes} minutter {mode}. I har sagt højst {wish}",
        "too far: about {minutes} minutes {mode}. You said {wish} at most",
    ),
    "travel.hours": (
        "for langt: over {hours} timer {mode}. I har sagt højst {wish} minutter",
        "too far: more than {hours} hours {mode}. You said {wish} minutes at most",
    ),
    "travel.area": (
        "{area} ligger længere væk end de {wish} minutter, I har sagt",
        "{area} is further away than the {wish} minutes you said",
    ),
    "travel.no_mode": (
        "transporttiden kendes ikke: I har ikke sagt, hvordan du kommer frem",
        "travel time not known: you have not said how you would travel",
    ),
    "travel.no_such_home": (
        "transporttiden kendes ikke: postnummeret {postcode} findes ikke",
        "travel time not known: there is no postcode {postcode}",
    ),
    "travel.no_minutes": (
        "Der er et postnummer, men ikke hvor mange minutter turen må tage: afstanden tæller ikke.",
        "There is a postcode, but not how many minutes the journey may take: the distance does not count.",
    ),
    "travel.no_home": (
        "Der er et antal minutter, men intet postnummer: afstanden tæller ikke.",
        "There is a number of minutes, but no postcode: the distance does not count.",
    ),
    "travel.remote": ("hele arbejdet kan klares hjemmefra", "all of the work can be done from home"),
    "end.met": ("arbejdsdagen slutter kl. {end}", "the working day ends at {end}"),
    "end.late": (
        "arbejdsdagen slutter kl. {end}. I har sagt senest kl. {wish}",
        "the working day ends at {end}. You said {wish} at the latest",
    ),
    "end.after": (
        "der er arbejde efter kl. {wish}, og det har I sagt nej til",
        "there is work after {wish}, and you said no to that",
    ),
    "end.unknown": ("det står ikke, hvornår arbejdsdagen slutter", "the ad does not say when the working day ends"),
    "ask.end": ("Hvornår slutter arbejdsdagen?", "When does the working day end?"),
    "ask.end_earlier": ("Kan arbejdsdagen slutte senest kl. {wish}?", "Can the working day end by {wish}?"),
    "weekdays.met": ("arbejdet ligger {days}", "the work is on {days}"),
    "weekdays.broken": (
        "arbejdet ligger kun {days}, og det går ikke for dig",
        "the work is on {days} only, which is not possible for you",
    ),
    "weekdays.outside": (
        "arbejdet ligger også {days}, og det går ikke for dig",
        "the work is also on {days}, which is not possible for you",
    ),
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
    "never.broken": (
        "annoncen nævner {demands}, og det går slet ikke for dig",
        "the ad names {demands}, which is ruled out for you",
    ),
    "never.unknown": (
        "det står ikke, om der er {demands} i arbejdet",
        "the ad does not say whether the work asks for {demands}",
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
    "lead.still": ("Sidst: {then}. Er det stadig sådan?", "Last time: {then}. Is that still so?"),
    "said.met": (
        "du har skrevet „{quote}“, og det passer med annoncen. Det er ikke sat som grænse",
        "you wrote “{quote}”, and the ad agrees with it. It is not set as a limit",
    ),
    "said.unknown": (
        "du har skrevet „{quote}“, og annoncen siger ikke, om det passer. Det er ikke sat som grænse",
        "you wrote “{quote}”, and the ad does not say whether it agrees. It is not set as a limit",
    ),
    "said.against": (
        "du har skrevet „{quote}“, og annoncen siger noget andet. Det er ikke sat som grænse",
        "you wrote “{quote}”, and the ad says otherwise. It is not set as a limit",
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
    "said.avoid": ("helst ikke {value}", "rather not {value}"),
    "said.accept_employment": ("kun {value}", "only {value}"),
    "mode.walk": ("til fods", "on foot"),
    "mode.bike": ("cykel", "bicycle"),
    "mode.public": ("bus og tog", "bus and train"),
    "mode.car": ("bil", "car"),
    "by.walk": ("til fods", "on foot"),
    "by.bike": ("på cykel", "by bicycle"),
    "by.public": ("med bus og tog", "by bus and train"),
    "by.car": ("i bil", "by car"),
    "licence.driving_licence": ("kræver kørekort {licence}", "needs driving licence {licence}"),
    "licence.own_car": ("kræver egen bil", "needs your own car"),
    "licence.authorisation": ("kræver autorisation", "needs an authorisation"),
    "licence.met": ("du har det, annoncen kræver", "you have what the ad asks for"),
    "licence.unread": (
        "annoncen er på {language}, som vi ikke kan læse, så vi ved ikke, hvad den kræver",
        "the ad is in {language}, which we cannot read, so we do not know what it asks for",
    ),
    "employment.unread": (
        "annoncen er på {language}, som vi ikke kan læse",
        "the ad is in {language}, which we cannot read",
    ),
    "licence.none": (
        "annoncen kræver hverken kørekort, bil eller autorisation",
        "the ad asks for no licence, car or authorisation",
    ),
    "employment.addressed": (
        "tænkt som {employment}, men andre kan måske også søge",
        "meant as {employment}, but others may perhaps apply",
    ),
    "employment.not_chosen": (
        "{employment}, og det har I ikke sagt ja til",
        "{employment}, and you have not said yes to that",
    ),
    "employer.excluded": ("en arbejdsgiver, I har valgt fra", "an employer you ruled out"),
    "employer.met": ("ikke en arbejdsgiver, I har valgt fra", "not an employer you ruled out"),
    "employer.near": (
        "navnet ligner en arbejdsgiver, I har valgt fra",
        "the name is like that of an employer you ruled out",
    ),
    "employer.named": ("annoncen nævner en arbejdsgiver, I har valgt fra", "the ad names an employer you ruled out"),
    "employer.unknown": ("det står ikke, hvem arbejdsgiveren er", "the ad does not say who the employer is"),
    # questions to the employer
    "ask.hours": ("Hvor mange timer om ugen er stillingen på?", "How many hours a week is the position?"),
    "ask.carve": (
        "Kan opgaverne deles, så stillingen bliver på højst {high} timer om ugen?",
        "Can the tasks be divided, so that the position is at most {high} hours a week?",
    ),
    "ask.more": (
        "Kan stillingen blive på mindst {low} timer om ugen?",
        "Can the position be at least {low} hours a week?",
    ),
    "ask.times": ("Er der {times}?", "Is there {times}?"),
    "ask.working_hours": ("Hvordan ligger arbejdstiden?", "What are the working hours?"),
    "ask.shifts": (
        "Hvilke vagter er der, og kan man få faste vagter uden {times}?",
        "Which shifts are there, and can one have fixed shifts without {times}?",
    ),
    "ask.without": ("Kan man være fri for {times}?", "Can one do without {times}?"),
    "ask.home": ("Kan hele arbejdet klares hjemmefra?", "Can all of the work be done from home?"),
    "ask.start": ("Hvornår begynder arbejdsdagen?", "When does the working day start?"),
    "ask.start_later": (
        "Kan arbejdsdagen begynde kl. {wish} eller senere?",
        "Can the working day start at {wish} or later?",
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
    "ask.own_car": ("Er egen bil nødvendig?", "Is a car of your own necessary?"),
    "ask.authorisation": ("Er autorisation nødvendig i stillingen?", "Is an authorisation necessary in the position?"),
    "ask.employment": ("Er det et job på almindelige vilkår?", "Is it a job on ordinary terms?"),
    "ask.open": ("Er jobbet også åbent for andre ansøgere?", "Is the job open to other applicants too?"),
    "ask.which_employer": (
        "Hvilket firma bliver man ansat i, og hvor er arbejdet?",
        "Which company is the employer, and where is the work?",
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
    "list.no_place": ("stedet står ikke i annoncen", "the ad does not say where"),
    "list.no_employer": ("arbejdsgiveren står ikke i annoncen", "the ad does not name the employer"),
    "list.no_reason": (
        "vi kunne ikke finde noget i annoncen, der ligner det, du har fortalt",
        "we found nothing in the ad that is like what you told us",
    ),
    "list.nothing_against": ("vi fandt ikke noget imod i annoncen", "we found nothing against it in the ad"),
    "list.by_work": (
        "Du har sagt „{statement}“. Det kunne være arbejde med {work}",
        "You said “{statement}”. That could be work with {work}",
    ),
    "list.elsewhere": (
        "har ikke meget at gøre med det, du har fortalt: {statements}",
        "has little to do with what you told us: {statements}",
    ),
    "list.wonder": ("Det ville hjælpe at vide: {questions}", "It would help to know: {questions}"),
    "ask.person.outdoors": ("Inde eller ude?", "Indoors or outdoors?"),
    "ask.person.customer_contact": ("Med kunder eller uden?", "With customers or without?"),
    "ask.person.works_alone": ("For dig selv eller sammen med andre?", "On your own or with others?"),
    "ask.person.standing_walking": ("På benene eller siddende?", "On your feet or sitting?"),
    "ask.person.screen_work": ("Ved en skærm eller med hænderne?", "At a screen or with your hands?"),
    "ask.person.routine": ("Det samme hver dag eller noget nyt?", "The same each day or something new?"),
    "ask.person.children": ("Med børn eller uden?", "With children or without?"),
    "ask.person.animals": ("Med dyr eller uden?", "With animals or without?"),
    "points.clearly": ("Peger tydeligt på det, du har fortalt", "Points clearly to what you told us"),
    "points.perhaps": ("Kan være værd at tale om", "May be worth talking about"),
    "points.not": ("Ligner ikke det, du har fortalt", "Not like what you told us"),
    "list.counts": ("Inden for grænserne: {counts}", "Within the limits: {counts}"),
    "count.fits": ("{n} passer", "{n} fit"),
    "count.ask": ("{n} skal I spørge om", "{n} to ask about"),
    "count.negotiable": ("{n} kan måske aftales", "{n} could be agreed"),
    "list.nothing": ("Ingen stillinger er inden for grænserne.", "No vacancy is within the limits."),
    "list.no_statement": (
        "Skriv mindst ét ønske, en interesse eller en erfaring for at få forslag.",
        "Write at least one goal, interest or competency to get suggestions.",
    ),
    "list.also": ("næsten samme annonce: {titles}", "nearly the same ad: {titles}"),
    "list.other_work": (
        "Noget helt andet, som måske er værd at tale om",
        "Something else altogether that may be worth a talk",
    ),
    "list.few_words": (
        "Du har kun fortalt lidt, så listen er bred: brug den til at finde ud af, hvad det kunne være.",
        "You have told us only a little, so the list is broad: use it to find out what it could be.",
    ),
    "whatif.title": (
        "{candidate}: {n} stillinger er inden for grænserne",
        "{candidate}: {n} vacancies are within the limits",
    ),
    "whatif.change": ("ændring", "change"),
    "whatif.more": ("flere", "more"),
    "whatif.which": ("hvilke", "which"),
    "whatif.hours": (
        "hvis der må være op til {most} timer om ugen i stedet for {now}",
        "if there may be up to {most} hours a week instead of {now}",
    ),
    "whatif.travel": (
        "hvis vejen må tage {most} minutter i stedet for {now}",
        "if the journey may take {most} minutes instead of {now}",
    ),
    "whatif.time": ("hvis der også må være {time}", "if there may also be {time}"),
    "whatif.licence": ("hvis du havde kørekort B", "if you had driving licence B"),
    "whatif.without": ("hvis {constraint} ikke talte med", "if {constraint} did not count"),
    "whatif.any_employment": (
        "hvis alle slags job måtte vises, også fleksjob, løntilskud og praktik",
        "if all kinds of jobs were shown, also flex jobs, wage subsidy and placements",
    ),
    "whatif.certificate": ("beder om „{paper}“", "ask for “{paper}”"),
    "list.left_out": ("Ikke vist: {counts}", "Not shown: {counts}"),
    "left.expired": ("{n} er udløbet", "{n} have expired"),
    "left.duplicate": ("{n} er en kopi af en anden", "{n} copies of another"),
    "left.broken": ("{n} på grund af {constraint}", "{n} because of {constraint}"),
    # faults of a record
    "wrong.missing": ("mangler", "is missing"),
    "wrong.extra_forbidden": ("ukendt felt", "unknown field"),
    "wrong.cpr_number": ("et CPR-nummer må ikke stå her; fjern det", "a CPR number is not allowed here; remove it"),
    "wrong.forbidden_words": (
        "vi gemmer ikke noget om {about} („{words}“); fjern ordene",
        "we keep nothing about {about} (“{words}”); remove the words",
    ),
    "wrong.forbidden_health": (
        "vi gemmer ikke noget om {about} („{words}“); skriv i stedet, hvordan arbejdet skal være, fx „et roligt sted“",
        "we keep nothing about {about} (“{words}”); write how the work should be instead, such as “a quiet place”",
    ),
    "wrong.forbidden_in_name": (
        "vi gemmer ikke noget om {about} („{words}“); skriv kun navnet på beviset, sproget eller arbejdsgiveren",
        "we keep nothing about {about} (“{words}”); write only the name of the paper, the language or the employer",
    ),
    "wrong.health_of_somebody": (
        "her står noget om en bestemt persons helbred; fjern det, eller skriv det, så det ikke handler om én person",
        "this is about the health of one particular person; remove it, or make it about nobody in particular",
    ),
    "wrong.contact": (
        "vi gemmer ikke navne, telefonnumre og adresser; fjern dem",
        "we keep no names, telephone numbers or addresses; remove them",
    ),
    # subjects of words that are refused in a statement
    "about.health": ("helbred", "health"),
    "about.origin": ("oprindelse", "origin"),
    "about.religion": ("religion", "religion"),
    "about.criminal_record": ("straf", "criminal record"),
    "about.gender": ("køn", "gender"),
    "about.age": ("alder", "age"),
    "about.benefit": ("forsørgelse", "benefits"),
    "wrong.iso_date": ("skriv en dato som 2026-11-20", "write a date as 2026-11-20"),
    "wrong.hours_order": ("„mindst“ er større end „højst“", "“at least” is more than “at most”"),
    "wrong.days_order": ("„mindst“ er flere dage end „højst“", "“at least” is more days than “at most”"),
    "wrong.days_left": ("der er ikke dage nok tilbage i ugen", "too few days of the week are left"),
    "wrong.day_order": ("skal være senere end tidligste mødetid", "must be later than the earliest start"),
    "wrong.unknown_postcode": (
        "det postnummer kendes ikke; ret det, eller lad feltet stå tomt",
        "that postcode is not known; correct it, or leave the field empty",
    ),
    "wrong.literal_error": ("skriv en af: {expected}", "write one of: {expected}"),
    "wrong.json_invalid": ("ikke en hel JSON-linje", "not a whole line of JSON"),
    "wrong.model_type": ("forventet et JSON-objekt", "expected a JSON object"),
    "wrong.string_type": ("forventet tekst i anførselstegn", "expected text in quotes"),
    "wrong.string_too_short": ("må ikke være tom", "may not be empty"),
    "wrong.string_pattern_mismatch": ("har en forkert form", "has a wrong form"),
    "wrong.postcode": ("skriv fire cifre, fx 8700", "write four digits, such as 8700"),
    "wrong.clock": ("skriv et klokkeslæt som 09:00", "write a time of day as 09:00"),
    "wrong.float_type": ("skriv et tal, fx 12 eller 7,5", "write a number, such as 12 or 7.5"),
    "wrong.licence": (
        "ukendt kørekort; skriv ja, nej eller kategorien: {expected}, Traktor",
        "unknown licence; write yes, no or the category: {expected}, Traktor",
    ),
    "wrong.languages": (
        "skriv hvert sprog med, hvor godt det tales: dansk: flydende | engelsk: lidt (ingen, lidt, godt, flydende)",
        "write each language with how well it is spoken: danish: fluent | english: basic (none, basic, good, fluent)",
    ),
    "wrong.paper": ("skriv, hvad beviset hedder", "write what the paper is called"),
    "wrong.int_type": ("skriv et helt tal, fx 30", "write a whole number, such as 30"),
    "wrong.bool_type": ("skriv ja eller nej (true eller false)", "write yes or no (true or false)"),
    "wrong.tuple_type": ("forventet en liste", "expected a list"),
    "wrong.dict_type": ("forventet et objekt", "expected an object"),
    "wrong.date_from_datetime_parsing": ("skriv en dato som 2026-11-20", "write a date as 2026-11-20"),
    "wrong.greater_than": ("skriv mere end {gt}", "write more than {gt}"),
    "wrong.greater_than_equal": ("skriv mindst {ge}", "write at least {ge}"),
    "wrong.less_than_equal": ("skriv højst {le}", "write at most {le}"),
    "wrong.too_short": ("skriv mindst {min_length}", "write at least {min_length}"),
    "wrong.string_too_long": ("skriv højst {max_length} tegn", "write at most {max_length} characters"),
    "wrong.too_few_characters": ("skriv mindst {min_length} tegn", "write at least {min_length} characters"),
    "wrong.too_many": ("for mange; højst {most}", "too many; at most {most}"),
    "wrong.not_of_the_team": ("vælg en kollega på teamet", "choose a colleague on the team"),
    "wrong.int_from_float": ("skriv et helt tal, fx 30", "write a whole number, such as 30"),
    "wrong.model_attributes_type": ("forventet et JSON-objekt", "expected a JSON object"),
    "wrong.bytes_type": ("forventet tekst", "expected text"),
    "wrong.old_password": ("adgangskoden er forkert", "the password is wrong"),
    "wrong.int_parsing": ("skriv et helt tal, fx 30", "write a whole number, such as 30"),
    "wrong.bool_parsing": ("skriv ja eller nej (true eller false)", "write yes or no (true or false)"),
    "wrong.finite_number": ("skriv et almindeligt tal", "write an ordinary number"),
    "wrong.other": ("kan ikke læses ({code})", "cannot be read ({code})"),
    # reasons why a command stops
    "stop.no_file": ("{path}: filen findes ikke", "{path}: no such file"),
    "stop.folder": ("{path}: en mappe; forventet en fil", "{path}: a folder; expected a file"),
    "stop.no_permission": ("{path}: du har ikke adgang til at læse filen", "{path}: you have no permission to read it"),
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
    "score.end": (
        "{refused} rækker afvist; længst tid tog {part}: {seconds} sekunder",
        "{refused} rows refused; the slowest part was {part}: {seconds} seconds",
    ),
    "part.read": ("at læse og forstå opslag", "reading and encoding vacancies"),
    "part.score": ("at lave listerne", "making the lists"),
    "part.write": ("at skrive dem", "writing them"),
    "stop.no_cluster": (
        "--scheduler kræver pakken distributed: pip install 'ipsmatch[cluster]'",
        "--scheduler needs the package distributed: pip install 'ipsmatch[cluster]'",
    ),
    "stop.no_scheduler": (
        "{scheduler}: der svarer ingen Dask-scheduler; start den, eller ret adressen",
        "{scheduler}: no Dask scheduler answers; start it, or correct the address",
    ),
    "stop.no_worker": (
        "{scheduler}: ingen workers er i gang; start dem, og kør igen: med --keep går kørslen videre, hvor den slap",
        "{scheduler}: no workers are running; start them and run again: with --keep the run continues where it stopped",
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
    "cut.after_apply": ("teksten under „Ansøg“: {text}", "the text below “Apply”: {text}"),
    "cut.neighbours": ("andre job på siden: {text}", "other jobs on the page: {text}"),
    "cut.told": ("{file}: ikke en del af annoncen: {what}", "{file}: not part of the ad: {what}"),
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
        "unknown type of file; expected {expected}, by the file's name or content",
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
        "ligner en sum under tabellen og er ikke læst; slet rækken",
        "looks like a sum below the table; delete the row",
    ),
    "wrong.same_ad": (
        "samme nummer og arbejdsgiver som en anden række",
        "same number and employer as another row",
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
        "annoncen er på {found} tegn; højst {most}",
        "the ad has {found} characters; at most {most}",
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
        "kolonnen mangler, så filens rækker er ikke læst",
        "the column is missing, so the rows were not read",
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
        "a quotation mark is not closed; lines {first}-{last} were not read",
    ),
}


class Problem(Exception):
    """An error that stops a command, for the person who meets it: a key of the table and its words."""

    table: Mapping[str, tuple[str, str]] = PHRASES

    def __init__(self, key: str, **words: object) -> None:
        super().__init__(say(key, "en", self.table, **words))
        self.key, self.words = key, words

    def said(self, language: Language) -> str:
        """The message in that language."""
        return say(self.key, language, self.table, **self.words)


def say(key: str, language: Language, table: Mapping[str, tuple[str, str]] = PHRASES, /, **words: object) -> str:
    """The phrase for a key in a language, with its words filled in. Numbers and dates follow the language.

    table: the phrases to search; the service has more of its own.

    >>> say("hours.range", "da", low=7.5, high=12)
    '7,5-12 timer om ugen'
    """
    da, en = table[key]
    return (da if language == "da" else en).format(**{k: written(v, language) for k, v in words.items()})


def written(value: object, language: Language) -> str:
    """A number or date as the language writes it.

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
    """Items separated by commas."""
    return ", ".join(items)


def joined(items: Sequence[str], key: Literal["join.and", "join.or"], language: Language) -> str:
    """Items as people say them: with commas, and a word before the last.

    >>> joined(["kulde", "støj", "højder"], "join.or", "da"), joined(["kulde"], "join.or", "da")
    ('kulde, støj eller højder', 'kulde')
    """
    *first, last = items
    return say(key, language, first=", ".join(first), last=last) if first else last


def sentence(words: str) -> str:
    """The words with a capital letter first.

    >>> sentence("mandag den 4. januar, Horsens")
    'Mandag den 4. januar, Horsens'
    """
    return words[:1].upper() + words[1:]


def wrong(code: str, allowed: dict[str, object], language: Language) -> str:
    """Describes a fault from ``schema.problems``.

    >>> wrong("too_long", {"field_type": "Tuple", "max_length": 20, "actual_length": 21}, "en")
    'too many; at most 20'
    """
    if code == "too_long" and "max_length" in allowed:  # of a list; an ad has a limit of its own
        code, allowed = "too_many", {"most": allowed["max_length"]}
    health = code == "forbidden_words" and allowed.get("about") == "about.health"
    key = "wrong.forbidden_health" if health else f"wrong.{code}"
    if "about" in allowed:
        allowed = allowed | {"about": say(str(allowed["about"]), language)}
    return say(key, language, **allowed) if key in PHRASES else say("wrong.other", language, code=code)
