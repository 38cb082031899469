"""Which ad is which: an identifier is unique with its publisher only.

A running number gets its publisher before it (the host of its address, else the employer); other identifiers are long
or telling enough to stand alone. Where an id stands for another employer's ad all the same, the newcomer gets an id of
its own, so that nobody's ad is lost and nothing that was decided on one job stands on another. An ad that is held under
an id that an earlier version gave it is found there.
"""

import re
from collections.abc import Callable

from matcher import employers
from matcher.schema import Vacancy

Held = Callable[[str], Vacancy | None]  # the ad that an id stands for, if any


# A running number, with or without a word that says so: everybody's ads have those.
RUNNING_NUMBER = re.compile(
    r"(?:(?:job|jobid|id|nr|no|ref|req|pos|stilling|annonce|vacancy|ad)\b)?[\s.:#_/-]*[\d\s./-]{1,20}", re.IGNORECASE
)


def published(identifier: str, url: str | None, employer: str | None) -> str:
    """The id of an ad: a running number at its publisher, any other identifier as it is.

    >>> published("1042", "https://www.blankt.example/job/7", "Blankt ApS"), published("Job 1042", None, "Blankt ApS")
    ('blankt.example/1042', 'blankt/Job 1042')
    >>> published("1042", None, None), published("kok-horsens-7", None, "Kroen")
    ('1042', 'kok-horsens-7')
    """
    publisher = host(url) or employers.key(employer or "")
    return f"{publisher}/{identifier}" if publisher and RUNNING_NUMBER.fullmatch(identifier) else identifier


def host(url: str | None) -> str:
    """
    >>> host("https://WWW.Kroen.example:443/job?id=1"), host(None)
    ('kroen.example', '')
    """
    found = re.match(r"https?://(?:[^/?#@]*@)?(?:www\.)?([^/?#:]+)", url or "", re.IGNORECASE)
    return found[1].lower() if found else ""


def own(vacancy: Vacancy, name: str | None = None) -> str:
    """The id that an ad gets where its first is taken by another's: with its employer, else with its title."""
    return f"{employers.key(vacancy.employer or '') or employers.key(vacancy.title)}/{name or vacancy.id}"


def possible(vacancy: Vacancy) -> dict[str, bool]:
    """The ids under which an ad may be held -> whether only an ad of the same title is meant.

    Its own, the one it gets beside another's, and those of earlier versions: the bare identifier; the front page or the
    employer's name, which are identifiers of no ad.

    >>> ad = {"title": "Kok", "description": "x", "employer": "Kroen ApS", "url": "https://kroen.example/7"}
    >>> [name for name, title in possible(Vacancy.model_validate(ad | {"id": "kroen.example/7"})).items() if not title]
    ['kroen.example/7', 'kroen/kroen.example/7', '7', 'kroen/7']
    """
    key = employers.key(vacancy.employer or "")
    bare = vacancy.id
    for prefix in (key, host(vacancy.url)):
        if prefix:
            bare = bare.removeprefix(f"{prefix}/")
    names = [vacancy.id, own(vacancy), bare, *([f"{key}/{bare}"] if key else [])]
    return dict.fromkeys(filter(None, (vacancy.employer, vacancy.url)), True) | dict.fromkeys(names, False)


def settled(vacancy: Vacancy, held: Held) -> Vacancy:
    """An ad under the id it is held by already, or under a free one where its id is another's."""
    now = (vacancy.id, own(vacancy))
    publishers = (publisher(vacancy), employers.key(vacancy.employer or ""))
    for name, by_title in sorted(possible(vacancy).items(), key=lambda item: item[1]):
        before = held(name)
        if (
            before
            and is_same(before, vacancy)
            and (name in now or publisher(before) in publishers)
            and (not by_title or _said(before.title) == _said(vacancy.title))
        ):
            return vacancy if name == vacancy.id else vacancy.model_copy(update={"id": name})
    while held(vacancy.id):
        vacancy = vacancy.model_copy(update={"id": own(vacancy)})
    return vacancy


def is_same(before: Vacancy, now: Vacancy) -> bool:
    """Whether an id stands for one ad: one employer's. Where one employer is not known, the title or the words tell.

    Jobnet's ids are Jobnet's own, and ours are whoever writes the file's.
    """
    if before.source == now.source == "jobnet":
        return True
    if before.employer and now.employer:
        return employers.key(before.employer) == employers.key(now.employer)
    if not before.employer and not now.employer and now.source != "JobPosting":
        return True
    return _said(before.title) == _said(now.title) or _said(before.description) == _said(now.description)


def publisher(vacancy: Vacancy) -> str:
    """Who gives an ad its identifier: a site, else the employer."""
    return host(vacancy.url) or employers.key(vacancy.employer or "")


def _said(text: str) -> str:
    return " ".join(text.casefold().split())
