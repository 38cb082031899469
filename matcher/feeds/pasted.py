"""One ad as plain text: typed, copied from a page with everything around it, or taken from a mail.

Cut off: the head of a mail, a site's menu and buttons, its cookie texts, its other jobs, and headings below the last
"Ansøg nu". The cut text is reported, for somebody to check. The first remaining line is the title.
"""

import re
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from matcher.feeds.cleaning import QUOTED_LINE, set_right
from matcher.feeds.rows import Cut, Fault, Kind, Row, Rows, whole_text
from matcher.feeds.values import content_id
from matcher.letters import seen

# Invisible characters that word processors leave in a text.
CONTROLS = dict.fromkeys([*range(1, 9), *range(0x0E, 0x20)])

# ---- mail

HEADER = re.compile(
    r"[>\s*]*(?P<name>fra|til|cc|bcc|kopi|sendt|dato|emne|vedhæft\w*(?: filer)?|svar til|from|to|sent|date|subject"
    r"|reply-to|attachments?|importance|prioritet)\**[ \t]*:\**[ \t]*(?P<value>.*)",
    re.IGNORECASE,
)
SENDER = ("fra", "from")
SUBJECT = ("emne", "subject")
ANSWERED = re.compile(r"(?:\s*(?:vs|sv|re|fw|fwd|aw|wg|videresendt|ang)\s*:)+\s*", re.IGNORECASE)
FORWARDED = re.compile(
    r"[>\s*_-]*(?:oprindelig (?:meddelelse|besked)|videresendt (?:meddelelse|besked)|start på videresendt besked"
    r"|original message|forwarded message|begin forwarded message)\b.{0,20}|_{10,}|-- ?",
    re.IGNORECASE,
)
WROTE = re.compile(r"(?:den|on|d\.) .{4,120}(?:skrev|wrote)\b.{0,80}:\s*", re.IGNORECASE)
GREETING = re.compile(r"(?:hej|kære|hi|hello|dear|goddag|hejsa|god(?: ?morgen| ?dag))\b.{0,80}", re.IGNORECASE)
FROM_A_DEVICE = re.compile(
    r"(?:sendt|sent) (?:fra|from) (?:min|my) .{1,30}|(?:get|hent) outlook .{1,20}"
    r"|(?:denne e-?mail|this e-?mail)\b.{0,60}(?:fortrolig|confidential).*",
    re.IGNORECASE,
)

# ---- pages

OF_A_SITE = frozenset(
    (
        "spring til indhold",
        "spring til hovedindhold",
        "gå til indhold",
        "gå til hovedindhold",
        "skip to content",
        "skip to main content",
        "log ind",
        "log på",
        "login",
        "log in",
        "sign in",
        "log ud",
        "opret bruger",
        "opret profil",
        "opret cv",
        "opret jobagent",
        "min side",
        "mit cv",
        "mine job",
        "jobagent",
        "menu",
        "luk menu",
        "åbn menu",
        "forside",
        "forsiden",
        "hjem",
        "home",
        "find job",
        "søg job",
        "ledige job",
        "jobsøgning",
        "jobs",
        "find jobs",
        "for arbejdsgivere",
        "for virksomheder",
        "for jobsøgere",
        "for employers",
        "for job seekers",
        "tilbage",
        "back",
        "tilbage til søgeresultater",
        "tilbage til resultater",
        "tilbage til listen",
        "tilbage til oversigten",
        "tilbage til jobliste",
        "til toppen",
        "back to search results",
        "back to results",
        "næste job",
        "forrige job",
        "næste",
        "forrige",
        "previous job",
        "next job",
        "indtast søgeord",
        "filtrer",
        "dansk",
        "english",
        "in english",
        "på dansk",
        "kurv",
        "nyheder",
        "karriereråd",
    )
)
APPLY = frozenset(
    (
        "ansøg",
        "ansøg nu",
        "ansøg her",
        "send ansøgning",
        "søg jobbet",
        "søg jobbet her",
        "søg stillingen",
        "apply",
        "apply now",
        "apply here",
    )
)
BUTTONS = APPLY | frozenset(
    (
        "gem",
        "gem job",
        "gem jobbet",
        "gem opslag",
        "gem annonce",
        "gemt",
        "gem som favorit",
        "del",
        "del job",
        "del dette job",
        "gem dette job",
        "del jobbet",
        "del opslag",
        "del annonce",
        "del på facebook",
        "del på linkedin",
        "print",
        "udskriv",
        "vis mere",
        "vis flere",
        "læs mere",
        "se mere",
        "vis kort",
        "vis på kort",
        "se på kort",
        "save",
        "save job",
        "share",
        "share job",
        "report job",
        "print job",
        "anmeld annonce",
        "rapportér",
        "tip en ven",
        "kopiér link",
        "følg virksomheden",
        "følg os",
        "se virksomhedens profil",
        "om cookies",
        "cookies",
        "cookiepolitik",
        "privatlivspolitik",
        "persondatapolitik",
        "handelsbetingelser",
        "vilkår",
        "brugervilkår",
        "tilgængelighedserklæring",
        "privacy policy",
        "cookie policy",
        "terms and conditions",
        "facebook",
        "linkedin",
        "instagram",
        "twitter",
        "tilmeld nyhedsbrev",
        "nyhedsbrev",
        "show more",
        "read more",
    )
)
OF_COOKIES = frozenset(
    (
        "nødvendige",
        "statistik",
        "marketing",
        "præferencer",
        "funktionelle",
        "accepter",
        "acceptér",
        "accepter alle",
        "acceptér alle",
        "tillad alle",
        "afvis",
        "afvis alle",
        "kun nødvendige",
        "gem indstillinger",
        "vis detaljer",
        "tilpas",
        "indstillinger",
        "ok",
        "accept",
        "accept all",
        "reject all",
        "necessary only",
        "settings",
        "forstået",
        "necessary",
        "statistics",
        "preferences",
    )
)
COOKIES = re.compile(
    r"\bcookies?\b.{0,200}\b(?:accepter\w*|tillad\w*|samtyk\w*|afvis\w*|oplevelse|statistik|consent|accept\w*|agree"
    r"|experience|trafik|hjemmeside\w*|website|site)\b"
    r"|\b(?:vi (?:bruger|anvender)|siden bruger|we use|uses)(?: \w+)? cookies\b",
    re.IGNORECASE,
)
CRUMBS = re.compile(r"(?:forside|hjem|home|job|jobs|start)\s*[>›»/].{1,120}", re.IGNORECASE)
RIGHTS = re.compile(
    r"(?:©|copyright\b|\(c\) ?(?:19|20)\d\d).{0,120}"
    r"|.{0,80}(?:alle rettigheder forbeholdes|all rights reserved).{0,20}",
    re.IGNORECASE,
)
NEIGHBOURS = re.compile(
    r"(?:se (?:også )?(?:vores |virksomhedens )?)?(?:vores )?"
    r"(?:lignende|relaterede|andre|flere|tilsvarende|anbefalede|nyeste|seneste|populære|udvalgte|mere|de nyeste)"
    r"(?: \w+){0,2} (?:job|jobs|jobopslag|jobannoncer|stillinger|annoncer|opslag|resultater)\b[^.]{0,40}"
    r"|andre,? (?:der (?:så|har set|søgte)|har også (?:set|søgt)|så også|søgte også).{0,40}"
    r"|(?:du er |måske er du |er du )?måske (?:også )?interesseret i.{0,30}"
    r"|(?:similar|related|other|more|recommended|latest|featured)(?: \w+)? (?:jobs|positions|vacancies|roles)"
    r"\b[^.]{0,40}"
    r"|people also (?:viewed|applied).{0,20}|you (?:might|may) also (?:like|be interested in).{0,20}"
    r"|jobs you might like",
    re.IGNORECASE,
)
# A line that an ad may still have: the end of a letter, whom to ask, what is offered.
OF_THE_AD = re.compile(
    r"[:@]|\.$|^\s*[-–•*]|hilsen|frist|kontakt|regards|deadline|contact|\d{2} ?\d{2} ?\d{2} ?\d{2}", re.IGNORECASE
)
TITLE_LABEL = re.compile(
    r"(?:stillingsbetegnelse|stilling|jobtitel|titel|overskrift|job title|position|title)[ \t]*:[ \t]*(?=\S)",
    re.IGNORECASE,
)
LONG_LINE = 60  # characters: longer lines are text, not headings or buttons
LONGEST_MENU = 300  # characters
SIGNS_AROUND = re.compile(r"^\W+|\W+$")
LONGEST_TITLE = 120  # characters; a longer first line is not the title of an ad in a mail


class Pasted(NamedTuple):
    """An ad as title and description, and the text that was cut off around it."""

    title: str
    description: str
    cuts: tuple[Cut, ...]


def rows(path: Path, kind: Kind) -> Rows:  # noqa: ARG001 every format is asked in the same way
    """The one ad of the file. Its id follows from its text, so that an ad pasted twice is one ad."""
    text = whole_text(path)
    yield text if isinstance(text, Fault) else _row(text)


def _row(text: str) -> Row | Fault:
    ad = pasted(text)
    if not ad.description:
        return Fault(1, "-", "one_line")
    record = {
        "id": content_id(f"{ad.title}\n{ad.description}"),
        "title": ad.title,
        "description": ad.description,
        "source": "tekst",
    }
    return Row(1, record, cuts=ad.cuts)


def pasted(text: str) -> Pasted:
    """The ad in a pasted text.

    >>> pasted("Log ind\\nKok til kroen\\nGem job\\nVi søger en kok.\\nLignende job\\nSmed").title
    'Kok til kroen'
    """
    text = seen(set_right(text.replace("\r\n", "\n").replace("\r", "\n").translate(CONTROLS))).strip()
    lines = [line.rstrip() for line in text.split("\n")]
    cuts: list[Cut] = []
    subject, lines = _without_mail(lines, cuts)
    lines = _without_page(lines, cuts)
    body = "\n".join(lines).strip()
    title, _, description = body.partition("\n")
    if subject is not None and not _is_title(title):
        title, description = subject or title, body if subject else description
    if not description.strip():
        title, _, description = text.partition("\n")
        cuts = []  # without it there is no ad
    return Pasted(TITLE_LABEL.sub("", title.strip(), count=1), description.strip(), tuple(cuts))


# ---- mail


def _without_mail(lines: list[str], cuts: list[Cut]) -> tuple[str | None, list[str]]:
    """(subject, lines of the ad). Subject "" for a mail without one, None if the text is no mail."""
    head = _heads(lines)
    if not head:
        return None, lines
    headers = [match for at in reversed(head) if (match := HEADER.match(lines[at]))]
    subject = next((match["value"] for match in headers if match["name"].lower() in SUBJECT), "")
    quoted = [at for at, line in enumerate(lines) if line.lstrip().startswith(">")]
    if len(quoted) > 1 and quoted[0] > head[0]:
        body = [QUOTED_LINE.sub("", line) for line in lines[quoted[0] : quoted[-1] + 1]]
        around = [line for at, line in enumerate(lines) if not quoted[0] <= at <= quoted[-1] and at not in head]
    else:
        body, around = lines[head[-1] + 1 :], [line for at, line in enumerate(lines[: head[-1]]) if at not in head]
    inner = set(_heads(body))
    kept = [line for at, line in enumerate(body) if at not in inner and not _is_of_mail(line)]
    greeted = next((at for at, line in enumerate(kept) if line.strip()), 0)
    if kept and GREETING.fullmatch(kept[greeted].strip()):
        around.append(kept.pop(greeted))
    cuts.append(Cut("mail_head", str(len(head) + len(inner))))
    _note(cuts, "around_mail", around)
    return ANSWERED.sub("", subject, count=1).strip(), kept


def _heads(lines: list[str]) -> list[int]:
    """Indices of the lines of a mail's head: two or more in a row, one of which names the sender."""
    at_head = [bool(HEADER.match(line)) for line in lines]
    heads: list[int] = []
    for is_head, run in groupby(range(len(lines)), key=at_head.__getitem__):
        block = list(run)
        names = {m["name"].lower() for at in block if (m := HEADER.match(lines[at]))}
        if is_head and len(block) > 1 and names & {*SENDER, *SUBJECT}:
            heads += block
    return heads


def _is_of_mail(line: str) -> bool:
    return any(pattern.fullmatch(line.strip()) for pattern in (FORWARDED, WROTE, FROM_A_DEVICE))


def _is_title(line: str) -> bool:
    line = line.strip()
    return (
        0 < len(line) <= LONGEST_TITLE and not line.endswith((".", "!", "?", ",", ":")) and not GREETING.fullmatch(line)
    )


# ---- pages


def _without_page(lines: list[str], cuts: list[Cut]) -> list[str]:
    lines = _without_neighbours(lines, cuts)
    about_cookies = any(COOKIES.search(line) for line in lines)
    lines = _without_what_follows(lines, about_cookies, cuts)
    first_text = next((at for at, line in enumerate(lines) if _is_text(line, about_cookies)), len(lines))
    menu = [
        at for at, line in enumerate(lines[:first_text]) if _words(line) in OF_A_SITE or CRUMBS.fullmatch(line.strip())
    ]
    head = menu[-1] + 1 if menu else 0
    of_page = lines[:head]
    kept: list[str] = []
    for line in lines[head:]:
        (of_page if _is_of_page(line, about_cookies) else kept).append(line)
    _note(cuts, "page", of_page)
    return kept


def _without_neighbours(lines: list[str], cuts: list[Cut]) -> list[str]:
    """The lines before a site's list of other jobs, if an ad precedes it."""
    for at, line in enumerate(lines):
        if NEIGHBOURS.fullmatch(line.strip().rstrip(":")) and any(len(text) >= LONG_LINE for text in lines[:at]):
            _note(cuts, "neighbours", lines[at:])
            return lines[:at]
    return lines


def _without_what_follows(lines: list[str], about_cookies: bool, cuts: list[Cut]) -> list[str]:
    """The lines before the last button to apply, if an ad precedes it and no text of an ad follows it."""
    last = max((at for at, line in enumerate(lines) if _words(line) in APPLY), default=len(lines))
    following = [line for line in lines[last + 1 :] if line.strip() and not _is_of_page(line, about_cookies)]
    stands_before = any(_is_text(line, about_cookies) for line in lines[:last])
    if stands_before and not any(len(line) >= LONG_LINE or OF_THE_AD.search(line) for line in following):
        _note(cuts, "after_apply", following)
        return [*lines[:last], *(line for line in lines[last:] if line not in following)]
    return lines


def _is_text(line: str, about_cookies: bool) -> bool:
    """Whether a line belongs to an ad's own text: long, or a sentence, and not the site's."""
    return (len(line) >= LONG_LINE or line.endswith(".")) and not _is_of_page(line, about_cookies)


def _is_of_page(line: str, about_cookies: bool) -> bool:
    words = _words(line)
    if words in OF_A_SITE or words in BUTTONS or (about_cookies and words in OF_COOKIES):
        return True
    return bool(
        _is_menu(line) or CRUMBS.fullmatch(line.strip()) or RIGHTS.fullmatch(line.strip()) or COOKIES.search(line)
    )


def _is_menu(line: str) -> bool:
    """Whether a line holds several entries of a menu: "Forside | Find job | Log ind"."""
    if len(line) > LONGEST_MENU:
        return False
    parts = [_words(part) for part in re.split(r"[|·•/]|\s{2,}", line) if part.strip()]
    return len(parts) > 1 and sum(part in OF_A_SITE or part in BUTTONS for part in parts) * 2 > len(parts)


def _words(line: str) -> str:
    """The words of a button: a line in small letters without signs around it; "" if it is too long for a button."""
    return SIGNS_AROUND.sub("", line.strip()).casefold() if len(line) <= LONGEST_TITLE else ""


def _note(cuts: list[Cut], what: str, lines: list[str]) -> None:
    if text := " · ".join(line.strip() for line in lines if line.strip()):
        cuts.append(Cut(what, text))
