"""The PIN of the staff: its hash, and how often it may be tried."""

from __future__ import annotations

import hmac
import secrets
import time
from hashlib import scrypt
from typing import TYPE_CHECKING

from rls_wizard.kiosk.talk import Gate

if TYPE_CHECKING:
    from collections.abc import Callable

FEWEST_DIGITS = 6
TRIES = 5
LOCKED = 15 * 60
"""Seconds after the last try that was wrong."""
_COST, _BLOCK, _PARALLEL = 2**14, 8, 1
_SALT = 16


def hash_of(pin: str) -> str:
    """Return the line for `kiosk.toml`. Raises ValueError for a PIN that is weak."""
    if not pin.isascii() or not pin.isdigit() or len(pin) < FEWEST_DIGITS:
        raise ValueError(f"the PIN must have {FEWEST_DIGITS} digits or more, and nothing else")
    if len(set(pin)) == 1 or pin in "01234567890123456789" or pin in "98765432109876543210":
        raise ValueError("this PIN is guessed at once: choose digits that are no row")
    salt = secrets.token_bytes(_SALT)
    made = _made(pin, salt, _COST, _BLOCK, _PARALLEL)
    return f"scrypt${_COST}${_BLOCK}${_PARALLEL}${salt.hex()}${made.hex()}"


def fits(pin: str, line: str) -> bool:
    """Tell whether a PIN is the one of a hash. Raises ValueError for a line that is no hash."""
    _, cost, block, parallel, salt, made = line.split("$")
    found = _made(pin, bytes.fromhex(salt), int(cost), int(block), int(parallel))
    return hmac.compare_digest(found, bytes.fromhex(made))


def _made(pin: str, salt: bytes, cost: int, block: int, parallel: int) -> bytes:
    return scrypt(pin.encode(), salt=salt, n=cost, r=block, p=parallel, dklen=32)


class Tries:
    """Counts wrong PINs: after five of them nobody can try for a quarter of an hour."""

    def __init__(self, line: str, now: Callable[[], float] = time.monotonic) -> None:
        """Take the hash."""
        self._line, self._now = line, now
        self._wrong = 0
        self._until = 0.0

    def take(self, pin: str) -> Gate:
        """Look at a PIN."""
        if (wait := self._until - self._now()) > 0:
            return Gate(right=False, seconds=round(wait) or 1)
        if fits(pin, self._line):
            self._wrong = 0
            return Gate(right=True)
        self._wrong += 1
        if self._wrong < TRIES:
            return Gate(right=False, left=TRIES - self._wrong)
        self._wrong = 0
        self._until = self._now() + LOCKED
        return Gate(right=False, seconds=LOCKED)
