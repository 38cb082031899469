"""HTTP connections with a time limit: uvicorn's own wait without limit for the head of a call."""

import asyncio
from typing import Any

from uvicorn.protocols.http.h11_impl import H11Protocol

HEAD_SECONDS = 10.0  # for the request line and the headers, and between two calls of one connection
FLUSH_SECONDS = 30.0  # to send the rest of the last answer


class Connection(H11Protocol):
    """One connection of a client."""

    _late: asyncio.TimerHandle | None = None

    def connection_made(self, transport: Any) -> None:
        """Start the timer for the first call."""
        super().connection_made(transport)
        self._wait()

    def handle_events(self) -> None:
        """Stop the timer when a call has come."""
        super().handle_events()
        if not self._is_idle():
            self._stop_waiting()

    def on_response_complete(self) -> None:
        """Start the timer for the next call."""
        self._wait()
        super().on_response_complete()

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop the timer."""
        super().connection_lost(exc)
        self._stop_waiting()

    def _is_idle(self) -> bool:
        return self.cycle is None or self.cycle.response_complete

    def _wait(self) -> None:
        self._stop_waiting()
        self._late = self.loop.call_later(HEAD_SECONDS, self._give_up)

    def _stop_waiting(self) -> None:
        if self._late:
            self._late.cancel()

    def _give_up(self) -> None:
        if self._is_idle():
            self.transport.close()
            self._late = self.loop.call_later(FLUSH_SECONDS, self.transport.abort)
