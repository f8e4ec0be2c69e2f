"""The window's side of the child that prints, as a test needs it."""

import select
import subprocess
import sys

from rls_wizard.handover.printing.talk import pack_order, unpack_news

_WITHIN = 20


class Window:
    """Gives orders, and waits for news."""

    def __init__(self, environment):
        self._child = subprocess.Popen(
            [sys.executable, "-m", "rls_wizard", "print"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=environment,
            bufsize=0,
        )

    def wants(self, order):
        self._child.stdin.write(pack_order(order))
        return self

    def hears(self):
        """Return the next news."""
        ready, _, _ = select.select([self._child.stdout], [], [], _WITHIN)
        assert ready, "nothing is told"
        line = b""
        while not line.endswith(b"\n"):
            line += self._child.stdout.read(1)
        return unpack_news(line)

    def waits_for(self, wanted):
        """Return the first news that are as wanted."""
        while not wanted(news := self.hears()):
            pass
        return news

    def close(self):
        """Go, as the window does in whatever way: the pipe is closed."""
        self._child.stdin.close()
        code = self._child.wait(_WITHIN)
        self._child.stdout.close()
        return code

    def is_told_to_end(self):
        """Return how the child ends at the end of a session."""
        self._child.terminate()
        return self._child.wait(_WITHIN)
