"""How often one may call: a moving minute for each caller, counted by each process for itself."""

from limits import RateLimitItemPerHour, RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from service.problems import Refused

MINUTE = 60
ONCE_AN_HOUR = RateLimitItemPerHour(1)


class Rates:
    """Counts the calls of callers and the sign-ins of addresses."""

    def __init__(self, calls: int, sign_ins: int) -> None:
        self._limiter = MovingWindowRateLimiter(MemoryStorage())
        self._calls, self._sign_ins = RateLimitItemPerMinute(calls), RateLimitItemPerMinute(sign_ins)

    def call(self, caller: str) -> None:
        """Count a call; Refused where the caller has had its minute's share."""
        self._count(self._calls, caller)

    def sign_in(self, address: str) -> None:
        """Count an attempt to sign in; Refused where the address has had its minute's share."""
        self._count(self._sign_ins, address)

    def first(self, what: str) -> bool:
        """Whether this is the first time within an hour."""
        return self._limiter.hit(ONCE_AN_HOUR, what, "first")

    def _count(self, limit: RateLimitItemPerMinute, who: str) -> None:
        if not self._limiter.hit(limit, who):
            raise Refused("refused.too_many", retry=MINUTE)
