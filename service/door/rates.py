"""How often one may call and sign in: moving windows, counted by each process for itself.

Guessing passwords is made slow without locking anybody out. Wrong passwords are counted three ways: of one name from
one address, of one address, and of one name from everywhere. Whoever has used up one of these waits, and until then no
password is even looked at. A browser in which that very user has signed in before (``Guess.device``) is counted for
itself alone, so that nobody who guesses, from the same address or from a thousand, keeps the user out of it.
"""

import ipaddress
import time
from dataclasses import dataclass

from limits import RateLimitItem, RateLimitItemPerMinute, RateLimitItemPerSecond
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from service.problems import Refused
from service.settings import Settings

MINUTE, HOUR = 60, 3600
IPV6_NETWORK = 64  # bits: a subscriber has at least so much of IPv6 and changes the rest at will
# Wrong passwords an hour: of one address (a municipality may have one for all its staff), of one name from everywhere.
# NIST SP 800-63B, 5.2.2, allows 100 in a row against one account before it is shut.
OF_ADDRESS = RateLimitItemPerSecond(100, HOUR, "address")
OF_NAME = RateLimitItemPerSecond(100, HOUR, "name")
# Returns from the issuer's login, of one address: each makes this process call the issuer.
OF_ISSUER = RateLimitItemPerMinute(120, 1, "issuer")


@dataclass(frozen=True)
class Guess:
    """A try at a password. device: which browser it comes from, where the user has signed in in it before."""

    name: str
    address: str
    device: str | None = None


def network(address: str) -> str:
    """What counts as one address: an IPv4 address, or the /64 of an IPv6 one.

    >>> network("192.0.2.7"), network("2001:db8:1:2:3::4"), network("::ffff:192.0.2.7")
    ('192.0.2.7', '2001:db8:1:2::/64', '192.0.2.7')
    """
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return address  # a socket of this machine
    if isinstance(parsed, ipaddress.IPv4Address):
        return str(parsed)
    if parsed.ipv4_mapped:
        return str(parsed.ipv4_mapped)
    return str(ipaddress.IPv6Network((parsed, IPV6_NETWORK), strict=False))


class Rates:
    """Counts the calls of callers, returns from the issuer and wrong passwords."""

    def __init__(self, settings: Settings) -> None:
        self._limiter = MovingWindowRateLimiter(MemoryStorage())
        self._calls = RateLimitItemPerMinute(settings.calls_per_minute)
        self._guesses = RateLimitItemPerSecond(settings.lockout_failures, MINUTE * settings.lockout_minutes, "guess")

    def call(self, caller: str) -> None:
        """Count a call; Refused where the caller has had its minute's share."""
        self._hit(self._calls, caller)

    def from_issuer(self, address: str) -> None:
        """Count a return from the issuer; Refused where the address has had its minute's share."""
        self._hit(OF_ISSUER, address)

    def check(self, guess: Guess) -> None:
        """Refused, with the seconds to wait, where no password of this name may be tried from there now."""
        for limit, keys in self._counts(guess):
            if not self._limiter.test(limit, *keys):
                reset = self._limiter.get_window_stats(limit, *keys).reset_time
                raise Refused("refused.guessed", retry=max(1, round(reset - time.time())))

    def wrong(self, guess: Guess) -> bool:
        """Count a wrong password; whether it was the last one that may be tried for now."""
        for limit, keys in self._counts(guess):
            self._limiter.hit(limit, *keys)
        return not all(self._limiter.test(limit, *keys) for limit, keys in self._counts(guess))

    def right(self, guess: Guess) -> None:
        """Forget the wrong passwords of this name from there."""
        limit, keys = self._counts(guess)[0]
        self._limiter.clear(limit, *keys)

    def first(self, what: str) -> bool:
        """Whether this is the first time within an hour."""
        return self._limiter.hit(RateLimitItemPerSecond(1, HOUR, "first"), what)

    def _counts(self, guess: Guess) -> list[tuple[RateLimitItem, tuple[str, ...]]]:
        if guess.device:
            return [(self._guesses, (guess.name, guess.device))]
        address = network(guess.address)
        return [(self._guesses, (guess.name, address)), (OF_ADDRESS, (address,)), (OF_NAME, (guess.name,))]

    def _hit(self, limit: RateLimitItem, who: str) -> None:
        if not self._limiter.hit(limit, who):
            raise Refused("refused.too_many", retry=MINUTE)
