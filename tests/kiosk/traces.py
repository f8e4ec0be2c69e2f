"""Looks for a word wherever a visit could have left it."""

import os
from pathlib import Path

_LARGEST = 64 * 2**20
_TEMPORARY = (Path("/tmp"), Path("/var/tmp"))


class Traces:
    """Finds a word in whatever form Python and Qt hold texts."""

    def __init__(self, word):
        self._forms = [word.encode(form) for form in ("utf-8", "utf-16-le", "utf-32-le")]
        self._since = _now()

    def are_in(self, data):
        return any(form in data for form in self._forms)

    def files(self, *folders):
        """Return files with the word: all in these folders, and what is new where all may write."""
        new = [entry for place in _TEMPORARY for entry in place.iterdir() if self._is_new(entry)]
        found = (file for top in (*folders, *new) for file in _files(top))
        return sorted({str(file) for file in found if self.are_in(_read(file))})

    def _is_new(self, entry):
        try:
            return entry.lstat().st_mtime_ns >= self._since
        except OSError:
            return False

    def process(self, number):
        """Return where in a process the word is."""
        found = [] if not self.are_in(_read(Path(f"/proc/{number}/environ"))) else ["environment"]
        with open(f"/proc/{number}/mem", "rb", buffering=0) as memory:
            for line in Path(f"/proc/{number}/maps").read_text().splitlines():
                span, rights, *_, name = (*line.split(maxsplit=5), "") if line else ("", "")
                if rights.startswith("rw") and self.are_in(_span(memory, span)):
                    found.append(f"memory {name or span}")
        return found


def _now():
    """Return the time as files get it: by a coarser clock than Python's."""
    entry = Path(f"/tmp/rls-now-{os.getpid()}")
    entry.touch()
    now = entry.stat().st_mtime_ns
    entry.unlink()
    return now


def _files(top):
    return [top] if top.is_file() else [file for file in top.rglob("*") if file.is_file()]


def _read(file):
    try:
        with file.open("rb") as opened:
            return opened.read(_LARGEST)
    except OSError:
        # Gone by now, or a socket.
        return b""


def _span(memory, span):
    first, last = (int(number, 16) for number in span.split("-"))
    try:
        memory.seek(first)
        return memory.read(last - first)
    except (OSError, OverflowError):
        # Some of the system's own cannot be read.
        return b""
