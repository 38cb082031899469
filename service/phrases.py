"""What the service says to people, Danish and English side by side; ``matcher.phrases`` has what the engine says."""

from matcher import phrases
from matcher.phrases import Language as Language
from matcher.phrases import sentence as sentence
from matcher.phrases import written as written

PHRASES: dict[str, tuple[str, str]] = {
    "action.candidate.created": ("oprettet", "created"),
    "action.candidate.shown": ("ønsker og grænser vist", "goals and limits shown"),
    "action.candidate.replaced": ("rettet", "changed"),
    "action.candidate.closed": ("afsluttet", "closed"),
    "action.candidate.reopened": ("genåbnet", "reopened"),
    "action.candidate.handed_over": ("givet videre til en kollega", "handed over to a colleague"),
    "action.candidate.expired": ("slettet, fordi tiden er gået", "deleted, because its time was over"),
    "action.candidate.exported": ("kopi givet til personen", "copy given to the person"),
    "action.candidate.log_shown": ("loggen vist", "log shown"),
    "action.history.shown": ("tidligere udgaver vist", "earlier versions shown"),
    "action.suggestions.shown": ("forslag vist", "suggestions shown"),
    "action.limits.shown": ("vist, hvad grænserne betyder", "effect of the limits shown"),
    "action.decision.shortlist": ("svaret Ja", "answered yes"),
    "action.decision.maybe": ("svaret Måske", "answered maybe"),
    "action.decision.reject": ("svaret Nej", "answered no"),
    "action.decision.pin": ("fastgjort øverst", "pinned at the top"),
    "action.decision.undone": ("svar fortrudt", "answer taken back"),
    "action.decisions.shown": ("svar vist", "answers shown"),
    "action.step.contacted": ("skrevet: virksomheden kontaktet", "noted: employer contacted"),
    "action.step.applied": ("skrevet: jobbet søgt", "noted: job applied for"),
    "action.step.interview": ("skrevet: jobsamtale", "noted: interview"),
    "action.step.offer": ("skrevet: tilbud om job", "noted: job offered"),
    "action.step.refused": ("skrevet: afslag", "noted: refused"),
    "action.step.withdrawn": ("skrevet: trukket tilbage", "noted: withdrawn"),
    "action.step.undone": ("det skrevne taget tilbage", "what was noted taken back"),
    "action.placement.started": ("skrevet: job begyndt", "noted: job started"),
    "action.placement.hours_changed": ("skrevet: andre timer i jobbet", "noted: other hours in the job"),
    "action.placement.follow_up": ("skrevet: opfølgning", "noted: follow-up"),
    "action.placement.ended": ("skrevet: job slut", "noted: job ended"),
    "action.benefits.talked": ("skrevet: talt om ydelser", "noted: benefits talked about"),
    "action.disclosure.agreed": ("aftalt, hvad en virksomhed må vide", "agreed what an employer may know"),
    "action.enrolment.changed": ("indskrivning rettet", "enrolment corrected"),
    "action.course.shown": ("forløb vist", "course shown"),
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
    "action.paper.letter": ("brev med forklaring lavet", "letter of explanation made"),
    "action.vacancy.held_against": ("set sammen med en stilling", "looked at beside a vacancy"),
    "action.employers.shown": ("virksomheder vist", "employers shown"),
    "action.employer.shown": ("virksomhed vist", "employer shown"),
    "action.employer.created": ("virksomhed oprettet", "employer added"),
    "action.employer.changed": ("virksomhed rettet", "employer changed"),
    "action.employer.deleted": ("virksomhed slettet", "employer deleted"),
    "action.employer.merged": ("to virksomheder gjort til én", "two employers made one"),
    "action.employer.sheet": ("ark til en virksomhed lavet", "sheet for an employer made"),
    "action.contact.created": ("kontakt med en virksomhed skrevet ned", "contact with an employer written down"),
    "action.contact.for_candidate": (
        "kontakt med en virksomhed for personen",
        "contact with an employer for the person",
    ),
    "action.contact.deleted": ("kontakt slettet", "contact deleted"),
    "action.contact.wish_shown": ("ønske vist ved en kontakt", "wish shown beside a contact"),
    "action.contacts.shown": ("kontakter med en virksomhed vist", "contacts with an employer shown"),
    "action.contacts.expired": ("gamle kontakter slettet", "old contacts deleted"),
    "action.leads.shown": ("mulige arbejdspladser uden opslag vist", "leads without an ad shown"),
    "action.wishes.shown": ("ønsker vist ved en ny kontakt", "wishes shown for a new contact"),
    "action.other": ("andet", "something else"),
    "action.call.refused": ("forsøg på adgang afvist", "attempt at access refused"),
    "action.run.listed": ("liste lavet i en samlet kørsel", "list made in a bulk run"),
    "action.run.failed": ("liste kunne ikke laves i en samlet kørsel", "list could not be made in a bulk run"),
    "action.run.shown": ("liste fra en samlet kørsel vist", "list of a bulk run shown"),
    "action.candidate.deleted": ("slettet", "deleted"),
    "action.caseload.shown": ("egne forløb vist", "own caseload shown"),
    "action.team.shown": ("teamets forløb vist", "the team's cases shown"),
    "action.figures.shown": ("teamets tal vist", "the team's figures shown"),
    "action.figures.opened": ("forløb bag et tal vist", "cases behind a figure shown"),
    "action.figures.kept": ("teamets tal gemt", "the team's figures kept"),
    "action.figures.given_out": ("teamets tal hentet som fil", "the team's figures taken out as a file"),
    "action.counts.shown": ("gemte tal vist", "kept figures shown"),
    "action.handed_over.seen": ("besked om forløb set", "message of a case seen"),
    "action.suggestions.made": ("forslag lavet for en, der ikke gemmes", "suggestions made for somebody not kept"),
    "action.vacancies.pushed": ("annoncer ind", "vacancies in"),
    "action.vacancies.expired": ("gamle annoncer slettet", "old vacancies deleted"),
    "action.vacancy.corrected": ("annonce rettet", "vacancy corrected"),
    "action.vacancy.taken_back": ("indsat annonce taget tilbage", "pasted vacancy taken back"),
    "action.vacancy.withdrawn": ("annonce taget ned", "vacancy withdrawn"),
    "action.run.started": ("samlet kørsel begyndt", "bulk run started"),
    "action.run.done": ("samlet kørsel færdig", "bulk run done"),
    "action.run.cancelled": ("samlet kørsel afbrudt", "bulk run cancelled"),
    "action.session.opened": ("logget ind", "signed in"),
    "action.session.closed": ("logget ud", "signed out"),
    "action.sessions.ended": ("logget ud alle steder", "signed out everywhere"),
    "action.password.changed": ("egen adgangskode skiftet", "own password changed"),
    "action.password.refused": ("forkert adgangskode ved skift", "wrong password when changing it"),
    "action.password.reset": ("ny engangskode lavet", "new one-time password made"),
    "action.user.created": ("bruger oprettet", "user created"),
    "action.user.changed": ("bruger rettet", "user changed"),
    "action.user.deleted": ("bruger slettet", "user deleted"),
    "action.user.made_administrator": ("gjort til administrator", "made an administrator"),
    "action.approval.asked": ("bedt om et ja mere", "asked for a second yes"),
    "action.approval.approved": ("sagt ja", "said yes"),
    "action.approval.declined": ("sagt nej", "said no"),
    "action.key.created": ("nøgle oprettet", "key created"),
    "action.key.revoked": ("nøgle lukket", "key revoked"),
    "action.tenant.created": ("kommune oprettet", "tenant created"),
    "action.tenant.changed": ("kommunens indstillinger rettet", "the tenant's settings changed"),
    "action.log.shown": ("loggen vist", "log shown"),
    "action.log.exported": ("loggen hentet", "log taken out"),
    "action.log.trimmed": ("gamle loglinjer slettet", "old log entries deleted"),
    "action.database.restored": ("databasen gendannet", "database restored"),
    "actor.command": ("den, der driver tjenesten", "whoever runs the service"),
    "purpose.needs": ("høre, hvad de har brug for", "hear what they need"),
    "purpose.offer": ("fortælle, hvad vi kan tilbyde", "tell what we can offer"),
    "purpose.strengths": ("fortælle, hvad en kandidat kan", "tell what a candidate can do"),
    "purpose.vacancy": ("tale om en ledig stilling", "talk about a vacancy"),
    "purpose.support": ("følge op på et job", "follow up on a job"),
    "contact.visit": ("besøg", "visit"),
    "contact.call": ("opkald", "call"),
    "contact.mail": ("mail", "mail"),
    "shared.all": ("alle kolleger", "all colleagues"),
    "shared.team": ("den ansvarliges team", "the owner’s team"),
    "shared.owner": ("kun den ansvarlige", "the owner only"),
    "field.role": ("rolle", "role"),
    "field.team": ("team", "team"),
    "field.active": ("har adgang", "has access"),
    "field.days": ("dage", "days"),
    "yes": ("ja", "yes"),
    "no": ("nej", "no"),
    "role.consultant": ("Konsulent", "Consultant"),
    "role.supervisor": ("Teamleder", "Supervisor"),
    "role.administrator": ("Administrator", "Administrator"),
    "role.auditor": ("Fører tilsyn", "Auditor"),
    "role.feed": ("Annoncer ind", "Vacancies in"),
    "role.scorer": ("Lister ud", "Lists out"),
    "wrong.day_future": ("skriv en dag, der har været", "write a day that has been"),
    "wrong.day_ahead": ("skriv en dag højst {most} dage frem", "write a day at most {most} days ahead"),
    "wrong.day_early": ("skriv en dag efter {first}", "write a day after {first}"),
    "wrong.day_past": ("skriv i dag eller en dag, der kommer", "write today or a day to come"),
    "wrong.before_start": ("jobbet begyndte først {began}", "the job only began {began}"),
    "wrong.referred_late": (
        "henvisningen kan ikke være efter indskrivningen; ret den ene af dem",
        "the referral cannot be after the enrolment; correct one of them",
    ),
    "wrong.one_place": (
        "vælg ét opslag eller én virksomhed",
        "choose one vacancy or one employer",
    ),
    "wrong.taken": ("navnet er taget; vælg et andet", "the name is taken; choose another"),
    "wrong.choose": ("vælg en", "choose one"),
    "wrong.no_receiver": ("vælg, hvem der skal have dem", "choose who is to have them"),
    "wrong.first_password": (
        "vælg en anden, eller vent: {name} har ikke logget ind med sin egen adgangskode endnu",
        "choose somebody else, or wait: {name} has not signed in with a password of their own yet",
    ),
    "wrong.health_in_name": (
        "vi gemmer ikke noget om helbred („{words}“); skriv et navn uden",
        "we keep nothing about health (“{words}”); write a name without it",
    ),
    "wrong.no_case": ("sæt kryds ved de forløb, der skal gives videre", "tick the cases to hand over"),
    "wrong.cvr": (
        "et CVR-nummer har otte cifre, og de sidste passer til de første; se efter på virksomhedens papirer",
        "a CVR number has eight digits that fit each other; look at the employer’s papers",
    ),
    "wrong.no_place": (
        "vi kender ikke det postnummer; skriv et, der findes",
        "no such postcode; write one that exists",
    ),
    "wrong.not_a_colleague": ("vælg en kollega, der har adgang", "choose a colleague who has access"),
    "wrong.employer_there": (
        "virksomheden er her allerede; find den i listen",
        "the employer is here already; find it in the list",
    ),
    "wrong.day_to_come": ("skriv en dag, der er gået; det næste skridt har sit eget felt", "write a day that has been"),
    "wrong.day_long_ago": ("skriv en dag inden for det sidste år", "write a day within the last year"),
    "wrong.day_before": ("skriv en dag efter kontakten", "write a day after the contact"),
    "wrong.not_said": ("vælg et af personens egne ønsker", "choose one of the person’s own wishes"),
    "wrong.one_wish": ("vælg ét ønske for hver person", "choose one wish for each person"),
    "told.employer_created": ("Virksomheden er oprettet.", "The employer is added."),
    "told.employer_changed": ("Virksomheden er rettet.", "The employer is changed."),
    "told.employer_deleted": ("Virksomheden er slettet.", "The employer is deleted."),
    "told.employer_merged": ("De to er nu én virksomhed.", "The two are one employer now."),
    "told.contact_created": ("Kontakten er gemt.", "The contact is saved."),
    "told.contact_deleted": ("Kontakten er slettet.", "The contact is deleted."),
    "told.cases_handed_over": (
        "Forløbene er givet videre, og konsulenterne får det at vide.",
        "The cases are handed over, and the consultants are told.",
    ),
    "told.seen": ("Så er det set.", "That is seen."),
    "told.waits": (
        "Det venter nu på et ja. Intet er ændret endnu.",
        "It waits for a yes now. Nothing has changed yet.",
    ),
    "told.approved": ("Det er gjort.", "That is done."),
    "told.declined": ("Det bliver ikke til noget. Intet er ændret.", "It will not be done. Nothing has changed."),
    "told.user_changed": ("Brugeren er rettet.", "The user is changed."),
    "told.user_close": ("Brugeren er lukket ude.", "The user is shut out."),
    "told.user_open": ("Brugeren kan logge ind igen.", "The user can sign in again."),
    "told.sessions_ended": ("Brugeren er logget ud alle steder.", "The user is signed out everywhere."),
    "told.key_revoked": ("Nøglen er lukket.", "The key is revoked."),
    "told.tenant_saved": ("Kommunens indstillinger er gemt.", "The settings are saved."),
    "told.created": ("Kandidaten er oprettet.", "The candidate is created."),
    "told.saved": ("Ændringen er gemt.", "The change is saved."),
    "told.brought_back": (
        "Den tidligere udgave gælder igen. De andre udgaver er her stadig.",
        "The earlier version holds again. The other versions are still here.",
    ),
    "told.imported": ("Kandidaterne er oprettet.", "The candidates are created."),
    "told.imported_some": (
        "De rækker, der kunne bruges, er oprettet. Resten er ikke gemt.",
        "The rows that could be used are created. The rest is not saved.",
    ),
    "told.timed_out": (
        "Du var logget ud, fordi der er gået lang tid, eller fordi du er logget ud et andet sted.",
        "You were signed out because a long time has passed, or because you signed out somewhere else.",
    ),
    "told.signed_out": ("Du er logget ud.", "You are signed out."),
    "told.session_ended": ("Du er logget ud det andet sted.", "You are signed out in the other place."),
    "told.password_changed": (
        "Adgangskoden er skiftet. Log ind med den nye.",
        "The password is changed. Sign in with the new one.",
    ),
    "action.kinds.shown": ("slags arbejde foreslået", "kinds of work proposed"),
    "action.limit.declined": ("noget sagt er ikke gjort til en grænse", "something said was not made a limit"),
    "told.step_taken": ("Skridtet er skrevet ned.", "The step is noted."),
    "told.step_undone": ("Det er taget tilbage.", "That is taken back."),
    "told.started": (
        "Starten er skrevet ned, og planen for opfølgning er lagt.",
        "The start is noted, and the plan of follow-up is made.",
    ),
    "told.hours_changed": ("De nye timer er skrevet ned.", "The new hours are noted."),
    "told.follow_up_done": ("Opfølgningen er skrevet ned.", "The follow-up is noted."),
    "told.job_ended": ("Det er skrevet ned, at jobbet er slut.", "It is noted that the job ended."),
    "told.talked": ("Det er skrevet ned, at I har talt om ydelser.", "It is noted that benefits were talked about."),
    "told.agreed": ("Det, virksomheden må vide, er skrevet ned.", "What the employer may know is noted."),
    "told.enrolment": ("Indskrivningen er gemt.", "The enrolment is saved."),
    "told.answered": ("Svaret er gemt.", "The answer is kept."),
    "told.undone": ("Svaret er fortrudt.", "The answer is taken back."),
    "told.pinned": ("Jobbet er fastgjort øverst.", "The job is fixed at the top."),
    "told.unpinned": ("Jobbet er fjernet fra toppen.", "The job is no longer fixed at the top."),
    "told.limit_changed": ("Grænsen er ændret. Listen er lavet på ny.", "The limit is changed. The list is made anew."),
    "told.limit_back": ("Grænserne er, som de var før.", "The limits are as they were before."),
    "told.limit_kept": ("Grænserne er ikke ændret.", "The limits are not changed."),
    "told.kinds_kept": ("Svarene er gemt.", "The answers are kept."),
    "told.pasted": ("Annoncen er gemt. Alle hos jer kan se den.", "The ad is saved for everybody at your place."),
    "told.pasted_before": ("Annoncen var her allerede. Intet er ændret.", "The ad was here already. Nothing changed."),
    "told.taken_back": ("Annoncen er taget tilbage og slettet.", "The ad has been taken back and deleted."),
    "told.corrected": ("Rettelsen er gemt. Den bruges i alle lister.", "Saved. The correction is used in all lists."),
    "told.uncorrected": (
        "Rettelserne er fjernet. Annoncen står, som den er læst.",
        "The corrections are removed. The ad stands as it was read.",
    ),
    "told.figures_kept": ("Tallene er gemt, som de er nu.", "The figures are kept as they are now."),
    "told.closed": ("Forløbet er afsluttet.", "The case is closed."),
    "told.reopened": ("Forløbet er åbnet igen.", "The case is open again."),
    "told.deleted": ("Alt om kandidaten er slettet.", "Everything about the candidate is deleted."),
    "told.handed_over": ("Forløbet er givet videre.", "The case is handed over."),
    "refused.request": ("Forespørgslen kan ikke læses", "The request cannot be read"),
    "refused.sign_in": ("Log ind først", "Sign in first"),
    "refused.password": (
        "Navn eller adgangskode er forkert, eller kontoen er låst en tid efter flere forkerte forsøg",
        "The name or the password is wrong, or the account is locked for a while after several wrong attempts",
    ),
    "refused.login": ("Login blev ikke gennemført; prøv igen", "The sign-in was not completed; try again"),
    "refused.issuer": (
        "Login svarer ikke; prøv igen om lidt",
        "The login does not answer; try again in a little while",
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
        "Samme Idempotency-Key er brugt til noget andet",
        "The same Idempotency-Key was used for something else",
    ),
    "refused.few_cases": (
        "Der er under 5 forløb bag tallene, så de kan ikke gives videre",
        "Fewer than 5 cases are behind the figures, so they cannot be given out",
    ),
    "refused.changed": ("Er ændret i mellemtiden; hent igen", "Was changed in the meantime; read it again"),
    "refused.too_large": ("For stort", "Too large"),
    "refused.version": ("Sig med dens ETag, hvilken udgave der ændres", "Say by its ETag which version is changed"),
    "refused.too_many": ("For mange kald; vent lidt", "Too many calls; wait a little"),
    "refused.failed": ("Noget gik galt hos os; det er noteret", "Something went wrong here; it has been noted"),
    "refused.busy": ("Har travlt; prøv igen om lidt", "Busy; try again in a little while"),
    "refused.no_disk": (
        "Disken tager ikke imod; prøv igen senere",
        "The disk takes nothing; try again later",
    ),
    "refused.no_index": (
        "Opslagene læses ind; prøv igen om lidt",
        "The vacancies are being read; try again in a little while",
    ),
    "refused.no_database": (
        "Databasen svarer ikke; prøv igen om lidt",
        "The database does not answer; try again in a little while",
    ),
    "stop.own_backup": (
        "en PostgreSQL-database sikkerhedskopieres med dens egne programmer: pg_dump og pg_restore",
        "a PostgreSQL database is backed up with its own programs: pg_dump and pg_restore",
    ),
    "stop.damaged_backup": (
        "{path}: ikke en hel kopi af databasen; intet er ændret",
        "{path}: not a whole copy of the database; nothing was changed",
    ),
    "stop.restoring": (
        "{path}: en gendannelse er ikke færdig; slettede personer kan være der igen; kør: ipsmatch service replay",
        "{path}: a restore is not finished; who was deleted may be there again; run: ipsmatch service replay",
    ),
    "stop.broken_log": (
        "loggen for {tenant} holder ikke ved nr. {seq} ({why})",
        "the log of {tenant} does not hold at no. {seq} ({why})",
    ),
    "retain.gone": (
        "slettet: {candidates} personer, {vacancies} opslag, {contacts} kontakter, {runs} kørsler, {log} loglinjer,"
        " {sessions} sessioner",
        "deleted: {candidates} candidates, {vacancies} vacancies, {contacts} contacts, {runs} runs, {log} log entries,"
        " {sessions} sessions",
    ),
    "stop.taken": ("{name}: findes allerede", "{name}: exists already"),
    "stop.old_database": (
        "databasen har en anden udgave ({found}); kør: ipsmatch service upgrade",
        "the database is of another version ({found}); run: ipsmatch service upgrade",
    ),
    "refused.too_slow": (
        "Det, der blev sendt, kom ikke frem i tide; prøv igen",
        "What was sent did not arrive in time; try again",
    ),
    "refused.guessed": (
        "For mange forkerte adgangskoder herfra. Vent lidt, og prøv igen",
        "Too many wrong passwords from here. Wait a little, and try again",
    ),
    "refused.first_expired": (
        "Den første adgangskode er for gammel. Bed den, der gav dig den, om en ny",
        "The first password is too old. Ask whoever gave it to you for a new one",
    ),
    "refused.first_password": ("Vælg din egen adgangskode først", "Choose a password of your own first"),
    "refused.employer_in_use": (
        "Nogen har eller har haft job i virksomheden; den kan ikke slettes",
        "Somebody has or had a job at this employer; it cannot be deleted",
    ),
    "refused.others_employer": (
        "En kollega holder kontakten og deler ikke dette; tal med kollegaen",
        "A colleague keeps the contact and does not share this; talk to the colleague",
    ),
    "refused.own_approval": (
        "En anden administrator skal sige ja til det",
        "Another administrator must say yes to this",
    ),
    "refused.damaged": (
        "Annoncen er beskadiget her. Send den igen",
        "The ad is damaged here. Send it again",
    ),
    "refused.last_administrator": (
        "Der skal være mindst én administrator. Giv en anden rollen først",
        "There must be at least one administrator. Give somebody else the role first",
    ),
    "refused.no_team": (
        "Login fortæller ikke, hvilket team du er på. Kontakt den, der styrer jeres login",
        "The sign-in does not say which team you are in. Contact whoever manages your sign-in",
    ),
    "wrong.forbidden_words.health": (
        "Vi gemmer ikke noget om helbred („{words}“). Fjern ordene. Det, arbejdet skal tage hensyn til, vælges under "
        "„Hvornår går det ikke?“ og „Dagen på arbejdet“.",
        "We keep nothing about health (“{words}”). Remove the words. What the work must take into account is chosen "
        "under “When can you not work?” and “The day at work”.",
    ),
    "wrong.no_label": (
        "Brug initialer eller et sagsnummer, fx MJ eller Sag 12.",
        "Use initials or a case number, such as MJ or Case 12.",
    ),
    "wrong.label_taken": (
        "Du har allerede en kandidat, der hedder {label}. Er det en anden?",
        "You already have a candidate called {label}. Is this another person?",
    ),
    "wrong.hours_least": (
        "Du har skrevet mindst {hours}. Skal det også ændres?",
        "You wrote at least {hours}. Should that change too?",
    ),
    "wrong.hours_ideal": (
        "Du har skrevet helst {hours}. Skal det også ændres?",
        "You wrote ideally {hours}. Should that change too?",
    ),
    "wrong.hours_in_week": (
        "Skriv højst {most} timer om ugen, eller lad feltet stå tomt.",
        "Write at most {most} hours a week, or leave the field empty.",
    ),
    "wrong.table_too_large": (
        "Det er for meget på én gang. Del det i mindre filer med højst {most} rækker.",
        "That is too much at once. Split it into smaller files of at most {most} rows.",
    ),
    "wrong.no_table": (
        "Vælg en fil, eller sæt rækkerne ind i feltet.",
        "Choose a file, or paste the rows into the field.",
    ),
    "wrong.quarter": ("skriv kvartalet som 2026-Q4", "write the quarter as 2026-Q4"),
    "wrong.no_ad": ("her mangler annoncens tekst", "the text of the ad is missing here"),
    "wrong.only_link": (
        "her er kun et link. Åbn annoncen, markér det hele, kopiér det, og indsæt teksten her",
        "here is only a link. Open the ad, select all of it, copy it, and paste the text here",
    ),
    "wrong.easy_password": (
        "den er for nem at gætte; brug for eksempel fire ord, der ikke hører sammen",
        "it is too easy to guess; use four words that do not belong together, for example",
    ),
    "wrong.same_password": ("den skal være en anden end den, du har nu", "it must differ from the one you have now"),
    "figure.referrals": ("Henvist", "Referred"),
    "figure.referrals.means": (
        "Forløb, hvis dato for henvisning ligger i kvartalet.",
        "Cases whose day of referral is in the quarter.",
    ),
    "figure.in_work_at_referral": ("I arbejde ved henvisningen", "In work at referral"),
    "figure.in_work_at_referral.means": (
        "Andel af dem, der er henvist i kvartalet, som da havde lønnet arbejde.",
        "Share of those referred in the quarter who had paid work then.",
    ),
    "figure.enrolled": ("Begyndt i forløb", "Enrolled"),
    "figure.enrolled.means": (
        "Forløb, der er begyndt i kvartalet.",
        "Cases that began in the quarter.",
    ),
    "figure.contact_within_thirty": (
        "Første møde med en virksomhed inden for 30 dage",
        "First meeting with an employer within 30 days",
    ),
    "figure.contact_within_thirty.means": (
        "Andel af dem, hvis 30. dag i forløbet ligger i kvartalet, for hvem en virksomhed da var mødt ansigt til "
        "ansigt for et af deres ønsker. Kilde: skalaen for god praksis, punkt 15.",
        "Share of those whose thirtieth day after enrolment is in the quarter, for whom an employer had been met face "
        "to face by then for one of their wishes. Source: the fidelity scale, item 15.",
    ),
    "figure.days_to_contact": ("Dage til første møde med en virksomhed", "Days to the first meeting with an employer"),
    "figure.days_to_contact.means": (
        "Median af dagene fra forløbets begyndelse til det første møde ansigt til ansigt, for dem, hvis første møde "
        "ligger i kvartalet.",
        "Median of the days from enrolment to the first meeting face to face, of those whose first one is in the "
        "quarter.",
    ),
    "figure.into_work": ("Personer kommet i job", "People supported into work"),
    "figure.into_work.means": (
        "Personer, hvis første start ligger i kvartalet. En start er et job med mindst 4 lønnede timer om ugen, som "
        "personen ikke havde før forløbet. Kilde: den britiske tælleregel.",
        "People whose first start is in the quarter. A start is a job with at least 4 paid hours a week that the "
        "person did not have before enrolment. Source: the British counting rule.",
    ),
    "figure.starts": ("Starter i alt", "All starts"),
    "figure.starts.means": (
        "Alle starter i kvartalet: også det andet og tredje job og flere på én gang. Kilde: den britiske tælleregel.",
        "All starts in the quarter: also second and third jobs, and several at once. Source: the British counting "
        "rule.",
    ),
    "figure.employment": (
        "Kommet i job af dem uden arbejde ved henvisningen",
        "Into work of those out of work at referral",
    ),
    "figure.employment.means": (
        "Andel, der inden kvartalets slutning har haft en start, af dem uden arbejde ved henvisningen, hvis forløb var "
        "åbent i kvartalet. Kilde: den britiske tælleregel fra 2024; at forløbet skal være åbent, er vores.",
        "Share who have had a start by the end of the quarter, of those out of work at referral whose case was open in "
        "the quarter. Source: the British counting rule of 2024; that the case must be open is ours.",
    ),
    "figure.days_to_start": ("Dage til første start", "Days to the first start"),
    "figure.days_to_start.means": (
        "Median af dagene fra forløbets begyndelse til den første start, for dem, hvis første start ligger i "
        "kvartalet.",
        "Median of the days from enrolment to the first start, of those whose first one is in the quarter.",
    ),
    "figure.kept_30": ("Stadig i jobbet efter 30 dage", "Still in the job after 30 days"),
    "figure.kept_30.means": (
        "Andel af de starter, hvis 30. dag ligger i kvartalet, hvor personen stadig havde jobbet. Uden en slutdato "
        "varer jobbet ved.",
        "Share of the starts whose thirtieth day is in the quarter where the person still had the job. Without a day "
        "on which it ended, the job goes on.",
    ),
    "figure.kept_90": ("Stadig i jobbet efter 90 dage", "Still in the job after 90 days"),
    "figure.kept_90.means": (
        "Andel af de starter, hvis 90. dag ligger i kvartalet, hvor personen stadig havde jobbet. Uden en slutdato "
        "varer jobbet ved.",
        "Share of the starts whose ninetieth day is in the quarter where the person still had the job. Without a day "
        "on which it ended, the job goes on.",
    ),
    "figure.employers_differ": ("Forskellige virksomheder blandt starterne", "Different employers among the starts"),
    "figure.employers_differ.means": (
        "Antal forskellige virksomheder delt med antal starter i kvartalet. Kilde: skalaen for god praksis, punkt 20.",
        "Number of different employers divided by the number of starts in the quarter. Source: the fidelity scale, "
        "item 20.",
    ),
    "figure.work_differs": ("Forskellige slags arbejde blandt starterne", "Different kinds of work among the starts"),
    "figure.work_differs.means": (
        "Antal forskellige slags arbejde delt med antal starter i kvartalet. Kilde: skalaen for god praksis, punkt 19.",
        "Number of different kinds of work divided by the number of starts in the quarter. Source: the fidelity scale, "
        "item 19.",
    ),
    "figure.ordinary": ("Starter i almindelige job", "Starts in ordinary jobs"),
    "figure.ordinary.means": (
        "Andel af kvartalets starter, der er almindelige job, som alle kan søge. Sæson-, vikar- og tilkaldejob er med. "
        "Kilde: skalaen for god praksis, punkt 21.",
        "Share of the starts in the quarter that are ordinary jobs, open to anybody. Seasonal, agency and on-call jobs "
        "are among them. Source: the fidelity scale, item 21.",
    ),
    "figure.contacts": ("Kontakter med virksomheder", "Contacts with employers"),
    "figure.contacts.means": (
        "Besøg, opkald og mails i kvartalet.",
        "Visits, calls and mails in the quarter.",
    ),
    "figure.face_to_face": ("Kontakter ansigt til ansigt", "Contacts face to face"),
    "figure.face_to_face.means": (
        "Andel af kvartalets kontakter, der var ansigt til ansigt. Kilde: skalaen for god praksis, punkt 17.",
        "Share of the contacts in the quarter that were face to face. Source: the fidelity scale, item 17.",
    ),
    "figure.for_a_wish": ("Kontakter for et ønske", "Contacts for a wish"),
    "figure.for_a_wish.means": (
        "Andel af kvartalets kontakter, der tjente mindst ét ønske hos en person. Kilde: skalaen for god praksis, "
        "punkt 16.",
        "Share of the contacts in the quarter that served at least one wish of a person. Source: the fidelity scale, "
        "item 16.",
    ),
    "figure.few": ("under 5", "fewer than 5"),
    "figure.hidden": ("skjult", "hidden"),
    "blank.referred": ("dato for henvisning er ukendt", "day of referral unknown"),
    "blank.enrolled": ("forløbets begyndelse er ukendt", "day of enrolment unknown"),
    "blank.in_work": ("ukendt, om personen var i arbejde ved henvisningen", "unknown whether in work at referral"),
    "blank.hours": ("timetal er ukendt", "hours unknown"),
    "blank.few_hours": ("under 4 timer om ugen", "under 4 hours a week"),
    "blank.unpaid": ("ulønnet", "unpaid"),
    "blank.before": ("havde jobbet før forløbet", "had the job before enrolment"),
    "blank.earlier": ("et tidligere job har ukendt timetal", "an earlier job has unknown hours"),
    "blank.not_yet": ("ikke sket endnu", "not happened yet"),
    "blank.closed": ("forløbet blev afsluttet inden", "the case was closed before then"),
    "blank.employer": ("virksomheden er ukendt", "employer unknown"),
    "blank.work": ("slags arbejde er ukendt", "kind of work unknown"),
    "blank.employment": ("uklart, om jobbet er almindeligt", "unclear whether the job is an ordinary one"),
    "stop.quarter": ("{text}: skriv kvartalet som 2026-Q4", "{text}: write the quarter as 2026-Q4"),
    "stop.no_tenant": ("{name}: der er ingen kommune med det navn", "{name}: there is no tenant of that name"),
    "stop.no_user": ("{name}: ingen bruger med det navn hos {tenant}", "{name}: no user of that name at {tenant}"),
    "stop.has_cases": (
        "{name} har {cases} personer på sin liste; giv dem videre eller slet dem først",
        "{name} has {cases} candidates on the caseload; hand them over or delete them first",
    ),
    "stop.not_repeated": (
        "intet er slettet: gentag navnet {name} efter --really for at slette det hele",
        "nothing was deleted: repeat the name {name} after --really to delete everything",
    ),
    "stop.no_approval": (
        "{id}: der er intet, der venter på et ja under det nummer",
        "{id}: nothing waits for a yes under that number",
    ),
    "stop.real_data": (
        "{path}: her er en rigtig kommunes data; et sted at prøve i laves i en tom mappe",
        "{path}: a real tenant's data are here; a place to try things in is made in an empty folder",
    ),
    "stop.head": (
        "loggen for {tenant} har ikke længere hovedet {head} ved nr. {seq}",
        "the log of {tenant} no longer has the head {head} at no. {seq}",
    ),
    "stop.head_form": (
        "--head {head}: forventet KOMMUNE=NR:HOVED, som verify skriver det",
        "--head {head}: expected TENANT=NO:HEAD, as verify prints it",
    ),
    "stop.clock": (
        "uret siger {now}, men loggens sidste linje er fra {last}; ret uret, eller giv --clock-is-right",
        "the clock says {now}, but the log's last entry is of {last}; mend the clock, or pass --clock-is-right",
    ),
    "stop.migration": (
        "opgraderingen ville efterlade rækker uden ejer; intet er ændret. Behold sikkerhedskopien, og meld fejlen",
        "the upgrade would leave rows without an owner; nothing was changed. Keep the backup, and report this",
    ),
    "verify.holds": ("{tenant}={entries}:{head}", "{tenant}={entries}:{head}"),
    "verify.has_head": (
        "{tenant}: loggen har stadig hovedet ved nr. {seq}",
        "{tenant}: the log still has the head at no. {seq}",
    ),
    "verify.head_gone": (
        "{tenant}: nr. {seq} er ældre end det, der gemmes, og kan ikke efterprøves",
        "{tenant}: no. {seq} is older than what is kept, and cannot be checked",
    ),
    "restore.again": (
        "gentaget efter kopien: {acts} sletninger og tilbagekaldelser; alle er logget ud",
        "carried out again after the copy: {acts} deletions and revocations; everybody is signed out",
    ),
    "erase.left": (
        "en anden læser i databasen; det slettede forsvinder fra filen, når den er færdig og tjenesten kører",
        "somebody else reads the database; what was deleted leaves the file when that ends and the service runs",
    ),
}


TABLE = phrases.PHRASES | PHRASES


class Problem(phrases.Problem):
    """Something that stops a command of the service."""

    table = TABLE


def say(key: str, language: Language, **words: object) -> str:
    """The phrase of that key, the service's own or the engine's."""
    return phrases.say(key, language, TABLE, **words)


def wrong(code: str, allowed: dict[str, object], language: Language) -> str:
    """What is wrong with a field: in the service's own words where it has some, for what it is about or for all."""
    about = str(allowed.get("about", "")).removeprefix("about.")
    keys = (f"wrong.{code}.{about}", f"wrong.{code}")
    key = next((key for key in keys if key in PHRASES), None)
    return say(key, language, **allowed) if key else phrases.wrong(code, allowed, language)
