"""What systemd is told: that the kiosk runs, and that it still does. See sd_notify(3)."""

from __future__ import annotations

import os
import socket
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import MutableMapping

_SOCKET = "NOTIFY_SOCKET"


class Service:
    """Tells whoever has started this process as a service; nobody else."""

    def __init__(self, environment: MutableMapping[str, str] = os.environ) -> None:
        """Take where to tell it, and keep that from all children: they are not the service."""
        self._place = environment.pop(_SOCKET, "")
        self._ready = False

    def lives(self, *, ready: bool) -> None:
        """Say that this process is not stuck; `ready` once a visit can begin."""
        if ready and not self._ready:
            self._ready = self._tell("READY=1")
        self._tell("WATCHDOG=1")

    def _tell(self, text: str) -> bool:
        """Tell it if that can be done at once; return whether it was."""
        if not self._place:
            return False
        place = "\0" + self._place[1:] if self._place.startswith("@") else self._place
        # It is gone with the system; and who does not listen is not waited for.
        with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line:
            line.setblocking(False)
            line.sendto(text.encode(), place)
            return True
        return False
