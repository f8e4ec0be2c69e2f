"""How long a kiosk rests after a crash."""

from __future__ import annotations

LONGEST = 60
HEALTHY = 60.0
"""Seconds after which a crash has nothing to do with the one before."""


class Rests:
    """After a single crash none; then 1, 2, 4 seconds, up to a minute."""

    def __init__(self) -> None:
        """Nothing crashed so far."""
        self._crashes = 0

    def after(self, lived: float, *, crashed: bool) -> int:
        """Return how many seconds to rest after a visit."""
        if not crashed or lived >= HEALTHY:
            self._crashes = 0
        self._crashes += crashed
        return min(2 ** (self._crashes - 2), LONGEST) if self._crashes > 1 else 0
