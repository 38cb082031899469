"""Tells which ad is which. An identifier is unique only within its publisher.

A running number gets its publisher as a prefix (the host of its address, else the employer). Other identifiers are long
or distinctive enough to stand alone. If an id already belongs to another employer's ad, the newcomer gets an id of its
own, so that no ad is lost and no decision on one job ends up on another. An ad stored under an id that an earlier
version gave it is found under that id.
"""

import re
from collections.abc import Callable

from matcher import employers
from matcher.schema import Vacancy

Held = Callable[[str], Vacancy | None]  # finds the stored ad with an id, if any


# A running number, with or without a word such as "Job" before it. Every publisher uses them.
RUNNING_NUMBER = re.compile(
    r"(?:(?:job|jobid|id|nr|no|ref|req|pos|stilling|annonce|vacancy|ad)\b)?[\s.:#_/-]*[\d\s./-]{1,20}", re.IGNORECASE
)


def published(identifier: str, url: str | None, employer: str | None) -> str:
    """The id of an ad: a running number gets its publisher as a prefix; any other identifier stays as it is.

    >>> published("1042", "https://www.blankt.example/job/7", "Blankt ApS"), published("Job 1042", None, "Blankt ApS")
    ('blankt.example/1042', 'blankt/Job 1042')
    >>> published("1042", None, None), published("kok-horsens-7", None, "Kroen")
    ('1042', 'kok-horsens-7')
    """
    publisher = host(url) or employers.key(employer or "")
    return f"{publisher}/{identifier}" if publisher and RUNNING_NUMBER.fullmatch(identifier) else identifier


def host(url: str | None) -> str:
    """The host of a web address in small letters, without "www." and the port; "" if there is none.

    >>> host("https://WWW.Kroen.example:443/job?id=1"), host(None)
    ('kroen.example', '')
    """
    match = re.match(r"https?://(?:[^/?#@]*@)?(?:www\.)?([^/?#:]+)", url or "", re.IGNORECASE)
    return match[1].lower() if match else ""


def own(vacancy: Vacancy, name: str | None = None) -> str:
    """A new id for an ad whose id is taken by another's: with its employer's name, else with its title."""
    return f"{employers.key(vacancy.employer or '') or employers.key(vacancy.title)}/{name or vacancy.id}"


def possible(vacancy: Vacancy) -> dict[str, bool]:
    """Ids under which an ad may be stored -> whether only an ad with the same title counts.

    They are its own id, the id it gets when that is taken, and those of earlier versions: the bare identifier, and ids
    made of a site's front page or an employer's name, which identify no ad.

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
    """An ad under the id it is stored by, or under a free one if its id belongs to another ad."""
    now = (vacancy.id, own(vacancy))
    publishers = (publisher(vacancy), employers.key(vacancy.employer or ""))
    for name, by_title in sorted(possible(vacancy).items(), key=lambda item: item[1]):
        before = held(name)
        if (
            before
            and is_same(before, vacancy)
            and (name in now or publisher(before) in publishers)
            and (not by_title or _comparable(before.title) == _comparable(vacancy.title))
        ):
            return vacancy if name == vacancy.id else vacancy.model_copy(update={"id": name})
    while held(vacancy.id):
        vacancy = vacancy.model_copy(update={"id": own(vacancy)})
    return vacancy


def is_same(before: Vacancy, now: Vacancy) -> bool:
    """Whether an id stands for one ad of one employer. If an employer is unknown, the title or the text decides.

    Jobnet's ids and the ids of the product's own format are always taken as they are.
    """
    if before.source == now.source == "jobnet":
        return True
    if before.employer and now.employer:
        return employers.key(before.employer) == employers.key(now.employer)
    if not before.employer and not now.employer and now.source != "JobPosting":
        return True
    return _comparable(before.title) == _comparable(now.title) or _comparable(before.description) == _comparable(
        now.description
    )


def publisher(vacancy: Vacancy) -> str:
    """Who gives an ad its identifier: a site, else the employer."""
    return host(vacancy.url) or employers.key(vacancy.employer or "")


def _comparable(text: str) -> str:
    return " ".join(text.casefold().split())
