"""Limits on calls and on wrong passwords: moving windows, counted by each process separately.

Guessing passwords is slow, and locks nobody out. Wrong passwords are counted three ways: by name and address, by
address, and by name from all addresses. Beyond a limit no password is checked until the window has passed. A browser in
which the user has signed in before (``Guess.device``) has a count of its own: guesses from elsewhere, even from the
same address, do not keep the user out.
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
IPV6_NETWORK = 64  # bits of the prefix: a subscriber has at least a /64, and chooses the rest at will
# Wrong passwords an hour: by address (a municipality may share one), and by name from all addresses.
# NIST SP 800-63B, 5.2.2, allows 100 in a row against one account before it is shut.
OF_ADDRESS = RateLimitItemPerSecond(100, HOUR, "address")
OF_NAME = RateLimitItemPerSecond(100, HOUR, "name")
# Returns from the issuer's login, by address: each makes this process call the issuer.
OF_ISSUER = RateLimitItemPerMinute(120, 1, "issuer")


@dataclass(frozen=True)
class Guess:
    """A try at a password. device: the browser, if the user has signed in in it before, else None."""

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
    """Counts calls by caller, returns from the issuer by address, and wrong passwords."""

    def __init__(self, settings: Settings) -> None:
        self._limiter = MovingWindowRateLimiter(MemoryStorage())
        self._calls = RateLimitItemPerMinute(settings.calls_per_minute)
        self._guesses = RateLimitItemPerSecond(settings.lockout_failures, MINUTE * settings.lockout_minutes, "guess")

    def call(self, caller: str) -> None:
        """Count a call; Refused beyond the caller's limit a minute."""
        self._hit(self._calls, caller)

    def from_issuer(self, address: str) -> None:
        """Count a return from the issuer; Refused beyond the address's limit a minute."""
        self._hit(OF_ISSUER, address)

    def check(self, guess: Guess) -> None:
        """Refused, with the seconds to wait, if this name or address has used up its wrong passwords."""
        for limit, keys in self._counts(guess):
            if not self._limiter.test(limit, *keys):
                reset = self._limiter.get_window_stats(limit, *keys).reset_time
                raise Refused("refused.guessed", retry=max(1, round(reset - time.time())))

    def wrong(self, guess: Guess) -> bool:
        """Count a wrong password -> whether a limit has been reached."""
        for limit, keys in self._counts(guess):
            self._limiter.hit(limit, *keys)
        return not all(self._limiter.test(limit, *keys) for limit, keys in self._counts(guess))

    def right(self, guess: Guess) -> None:
        """Forget the wrong passwords of this name from this address or browser."""
        limit, keys = self._counts(guess)[0]
        self._limiter.clear(limit, *keys)

    def first(self, key: str) -> bool:
        """Whether ``key`` comes for the first time within an hour."""
        return self._limiter.hit(RateLimitItemPerSecond(1, HOUR, "first"), key)

    def _counts(self, guess: Guess) -> list[tuple[RateLimitItem, tuple[str, ...]]]:
        if guess.device:
            return [(self._guesses, (guess.name, guess.device))]
        address = network(guess.address)
        return [(self._guesses, (guess.name, address)), (OF_ADDRESS, (address,)), (OF_NAME, (guess.name,))]

    def _hit(self, limit: RateLimitItem, key: str) -> None:
        if not self._limiter.hit(limit, key):
            raise Refused("refused.too_many", retry=MINUTE)
