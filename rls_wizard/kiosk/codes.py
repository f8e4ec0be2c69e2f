"""How the process of a visit ends, for the supervisor to know what to do next."""

from __future__ import annotations

from enum import IntEnum


class Ended(IntEnum):
    """Exit codes. Any other number, and any signal, is a crash."""

    DONE = 0
    """The person is done, or deleted the answers."""
    IDLE = 10
    """Nobody was there any more."""
    STAFF = 11
    """Staff left the kiosk: the supervisor ends, too."""
    EXPIRED = 12
    """The content is past its review, and this site does not show it then."""
    SETUP = 13
    """Something of the site's settings cannot be used."""
    PAUSED = 14
    """Staff let nobody begin until they open it again."""
