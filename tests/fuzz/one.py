"""The process in which one reader is fuzzed: see `run`."""

from __future__ import annotations

import json
import resource
import sys
from pathlib import Path

from tests.fuzz.every import every
from tests.fuzz.fuzzing import Tally, feed, fuzz
from tests.fuzz.shrink import shrunk

MEMORY = 2_000_000_000


def fuzzed(order: dict, out: Path) -> None:
    """Fuzz as ordered; what is known stands in files at every moment."""
    tally = Tally(**order["figures"])

    def note(tally: Tally, raw: bytes) -> None:
        (out / "input").write_bytes(raw)
        (out / "figures").write_text(json.dumps(tally.figures))
        faults = {told: shown.hex() for told, shown in tally.faults.items()}
        (out / "faults").write_text(json.dumps(faults))

    note(tally, b"")
    fuzz(every()[order["name"]], order["seed"], tally, until=order["until"], note=note)
    note(tally, b"")


def made_small(order: dict, out: Path) -> None:
    """Make the input smaller that shows a fault."""
    target, file, told = every()[order["name"]], out / "input", order["shrink"]

    def shows(raw: bytes) -> bool:
        return feed(target, raw)[1] == told

    raw = file.read_bytes()
    if "process" not in told and shows(raw):
        file.write_bytes(shrunk(raw, shows))


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    given = json.loads(sys.argv[1])
    (made_small if "shrink" in given else fuzzed)(given, Path(sys.argv[2]))
