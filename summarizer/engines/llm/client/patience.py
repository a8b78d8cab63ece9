"""How long a call may take: a slow server is given time in proportion to what it must write."""

from __future__ import annotations

from dataclasses import dataclass

IN_TIME = 600
"""Tokens for which the timeout is meant: 120 s are enough where five are written a second, as by a
model of seven billion on the processor of a laptop. Longer answers are given time in proportion."""
_TELLING = 30
"""Tokens of an answer from which its pace can be told from the time until its first token."""
_SPARE = 2.0
"""Of the time that an answer takes at the pace seen so far."""
_SLOWEST = 1.0
"""Seconds a token beyond which no pace is believed: somebody who trickles is not a slow server."""


@dataclass(slots=True)
class Patience:
    """Knows the slowest pace of an endpoint so far, in seconds a token; counts its calls in flight,
    since a server that is slow writes one answer after the other."""

    timeout: float
    pace: float = 0.0
    in_flight: int = 0

    def limit(self, tokens: int) -> float:
        """Seconds for a call whose answer is likely to have so many tokens."""
        meant = self.timeout * max(1.0, tokens / IN_TIME)
        if not self.slow:
            return meant
        return max(meant, self.pace * tokens * _SPARE * max(self.in_flight, 1))

    def note(self, seconds: float, tokens: int) -> None:
        """Count an answer of so many tokens."""
        if tokens >= _TELLING:
            self.pace = max(self.pace, min(seconds / tokens, _SLOWEST))

    @property
    def slow(self) -> bool:
        """True where the endpoint writes less than the timeout is meant for."""
        return self.pace > self.timeout / IN_TIME
