"""One child process: what it says, and that it ends with all that it started."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from contextlib import suppress
from queue import Empty, SimpleQueue
from tempfile import TemporaryDirectory
from threading import Thread
from typing import TYPE_CHECKING, Self

from rls_wizard.kiosk.guard import children
from rls_wizard.kiosk.talk import Begin, Gate, Said, pack_begin, pack_gate, unpack_said

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

TICK = 1.0
"""The longest time without a look at what else there is to do, in seconds."""
STARTS = 60.0
"""The longest time to the first sign of life: after the system has started, a disk may be slow."""
_END_WITHIN = 5.0
_HOMES = ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")
_PLACES = ("TMPDIR", "TEMP", "TMP", *_HOMES)
"""Where libraries keep what makes them faster, or tells of their work."""


class Child:
    """A process that is started clean, and leaves nothing: no process and no file."""

    def __init__(self, command: Sequence[str], begin: Begin, silent: float) -> None:
        """Start it. After `silent` seconds without a further sign of life it is held for dead."""
        self._silent = silent
        self._place = TemporaryDirectory(
            prefix="rls-wizard-", dir=os.environ.get("XDG_RUNTIME_DIR"), ignore_cleanup_errors=True
        )
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, **dict.fromkeys(_PLACES, self._place.name)},
        )
        self._lines: SimpleQueue[bytes] = SimpleQueue()
        # A thread: on Windows, nothing else waits for a pipe and for the clock.
        self._reader = Thread(target=self._read, daemon=True)
        self._reader.start()
        self._write(pack_begin(begin))

    def __enter__(self) -> Self:
        """Begin to serve it."""
        return self

    def __exit__(self, *_: object) -> None:
        """End it, whatever it does, with all that it started, and remove what it wrote."""
        self._process.kill()
        self._process.wait()
        end_orphans()
        self._reader.join(_END_WITHIN)
        for pipe in (self._process.stdin, self._process.stdout):
            # What was not read any more cannot be written either.
            with suppress(OSError):
                if pipe is not None:
                    pipe.close()
        self._place.cleanup()

    def serve(self, take: Callable[[Said], Gate | None], tick: Callable[[], None]) -> int:
        """Hand on what it says, and answer; return its exit code, negative if it was killed."""
        heard, patience = time.monotonic(), STARTS
        for line in self._until_its_end(tick):
            if line:
                with suppress(ValueError):
                    answer = take(unpack_said(line))
                    heard, patience = time.monotonic(), self._silent
                    if answer is not None:
                        self._write(pack_gate(answer))
            if time.monotonic() - heard > patience:
                self._process.kill()
                break
        return self._ended()

    def _until_its_end(self, tick: Callable[[], None]) -> Iterator[bytes]:
        """Yield each line, and an empty one now and then."""
        while True:
            tick()
            try:
                line = self._lines.get(timeout=TICK)
            except Empty:
                # What it started may hold the pipe.
                if self._process.poll() is not None:
                    return
                yield b""
                continue
            if not line:
                return
            yield line

    def _ended(self) -> int:
        try:
            return self._process.wait(_END_WITHIN)
        except subprocess.TimeoutExpired:
            self._process.kill()
            return self._process.wait()

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self._lines.put(line)
        self._lines.put(b"")

    def _write(self, line: bytes) -> None:
        assert self._process.stdin is not None
        # It may have ended; that is noticed elsewhere.
        with suppress(OSError):
            self._process.stdin.write(line)
            self._process.stdin.flush()


def end_orphans() -> None:
    """End what a child left running, and what that leaves; see `guard.adopt_orphans`."""
    while left := children():
        for process in left:
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
            with suppress(ChildProcessError):
                os.waitpid(process, 0)
