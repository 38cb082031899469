"""Passwords: hashed with argon2id, made for new users, and refused if easy to guess.

The rules follow NIST SP 800-63B and ASVS 5.0, 6.2: at least 12 characters, any characters, no rules of composition, and
not easy to guess. zxcvbn estimates the guesses. It knows the most used passwords, names, keyboard rows, dates and
repeats; it is also given words near the user, such as the municipality's name.
"""

import re
import secrets
import threading

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from matcher.geography import areas
from service.settings import Settings

LEAST = 12  # characters
MOST = 256
LOOKED_AT = 72  # characters given to zxcvbn: its time grows faster than the text
# A password that takes fewer guesses is refused. This is zxcvbn's own bound of its highest score (4), against somebody
# who has stolen slow hashes. "sommer2026!!" takes 10**8 guesses, three unrelated words 10**14.
EASY_GUESSES = 10**10
GROUPS, GROUP = 5, 4  # of a first password
LETTERS = "abcdefghjkmnpqrstuvwxyz"  # without i, l and o, which are read as each other or as digits
AT_ONCE = 2  # hashes computed at a time, each taking IPSMATCH_ARGON2_MEMORY_KIB: more only wait for the same two cores
DANISH = [
    "adgangskode",
    "velkommen",
    "hemmelig",
    "hemmeligt",
    "kodeord",
    "password",
    "login",
    "konsulent",
    "sagsbehandler",
    "teamleder",
    "administrator",
    "kommune",
    "kommunen",
    "jobcenter",
    "jobcentret",
    "beskæftigelse",
    "danmark",
    "jylland",
    "sjælland",
    "fyn",
    "bornholm",
    "sommer",
    "vinter",
    "efterår",
    "forår",
    "januar",
    "februar",
    "marts",
    "april",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
    "mandag",
    "tirsdag",
    "onsdag",
    "torsdag",
    "fredag",
    "lørdag",
    "søndag",
    "kærlighed",
    "elsker",
    "skatter",
    "familie",
    "mormor",
    "morfar",
    "hund",
    "kat",
    "fodbold",
    "brøndby",
    "fckøbenhavn",
    "liverpool",
    "kaffe",
    "chokolade",
    "solskin",
    "rødgrød",
    "fløde",
    "smukke",
    "ipsmatch",
    "jobforslag",
]


class Passwords:
    """Hashes and checks passwords with argon2id at the settings' cost, two at a time."""

    def __init__(self, settings: Settings) -> None:
        self._hasher = PasswordHasher(time_cost=settings.argon2_time, memory_cost=settings.argon2_memory_kib)
        self._places = threading.BoundedSemaphore(AT_ONCE)
        self._nobodys = self._hasher.hash(secrets.token_hex(16))

    def hashed(self, password: str) -> str:
        """The hash of a password, to be kept."""
        with self._places:
            return self._hasher.hash(password)

    def fit(self, password: str, kept: str | None) -> bool:
        """Whether the password has this hash; takes as long if there is no hash."""
        with self._places:
            try:
                return self._hasher.verify(kept or self._nobodys, password) and kept is not None
            except (VerificationError, InvalidHashError):
                return False


def new_password() -> str:
    """A first password to be read aloud and changed: five groups of four small letters, none of them like a digit.

    Each of the 20 letters is one of 23: 90 random bits.
    """
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(GROUP)) for _ in range(GROUPS))


def easy(password: str, *near: str) -> bool:
    """Whether a password is easy to guess. near: words that somebody would try first, such as the user's name.

    >>> easy("aaaaaaaaaaaa"), easy("kommune12345"), easy("hestesko under gammel trappe")
    (True, True, False)
    """
    from zxcvbn import zxcvbn  # here, because its lists take half a second to load

    words = [word for text in near for word in re.findall(r"\w{3,}", text)]
    guesses = zxcvbn(password[:LOOKED_AT], [*DANISH, *areas(), *words, *near])["guesses"]
    return bool(guesses < EASY_GUESSES)
