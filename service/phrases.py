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
    "action.run.failed": ("liste kunne ikke laves i en samlet kørsel", "list could not be made in a bulk run"),
    "action.run.shown": ("liste fra en samlet kørsel vist", "list of a bulk run shown"),
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
        "slettet: {candidates} personer, {vacancies} opslag, {runs} kørsler, {log} loglinjer, {sessions} sessioner",
        "deleted: {candidates} candidates, {vacancies} vacancies, {runs} runs, {log} log entries, {sessions} sessions",
    ),
    "stop.taken": ("{name}: findes allerede", "{name}: exists already"),
    "stop.old_database": (
        "databasen har en anden udgave ({found}); kør: ipsmatch service upgrade",
        "the database is of another version ({found}); run: ipsmatch service upgrade",
    ),
    "refused.too_slow": (
        "Det, der blev sendt, kom ikke frem i tide; prøv igen", "What was sent did not arrive in time; try again",
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
    "refused.own_approval": (
        "En anden administrator skal sige ja til det", "Another administrator must say yes to this",
    ),
    "refused.damaged": (
        "Annoncen er beskadiget her. Send den igen", "The ad is damaged here. Send it again",
    ),
    "refused.last_administrator": (
        "Der skal være mindst én administrator. Giv en anden rollen først",
        "There must be at least one administrator. Give somebody else the role first",
    ),
    "refused.no_team": (
        "Login fortæller ikke, hvilket team du er på. Kontakt den, der styrer jeres login",
        "The sign-in does not say which team you are in. Contact whoever manages your sign-in",
    ),
    "wrong.easy_password": (
        "den er for nem at gætte; brug for eksempel fire ord, der ikke hører sammen",
        "it is too easy to guess; use four words that do not belong together, for example",
    ),
    "wrong.same_password": ("den skal være en anden end den, du har nu", "it must differ from the one you have now"),
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
        "{id}: der er intet, der venter på et ja under det nummer", "{id}: nothing waits for a yes under that number",
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
        "{tenant}: loggen har stadig hovedet ved nr. {seq}", "{tenant}: the log still has the head at no. {seq}",
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
}  # fmt: skip


TABLE = phrases.PHRASES | PHRASES


class Problem(phrases.Problem):
    """Something that stops a command of the service."""

    table = TABLE


def say(key: str, language: Language, **words: object) -> str:
    """The phrase of that key, the service's own or the engine's."""
    return phrases.say(key, language, TABLE, **words)


def wrong(code: str, allowed: dict[str, object], language: Language) -> str:
    """What is wrong with a field."""
    key = f"wrong.{code}"
    return say(key, language, **allowed) if key in PHRASES else phrases.wrong(code, allowed, language)
