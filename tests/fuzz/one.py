"""The process in which one reader is fuzzed: see `run`."""

from __future__ import annotations

import json
import resource
import sys
from pathlib import Path

from tests.fuzz.every import every
from tests.fuzz.fuzzing import Tally, fuzz

MEMORY = 2_000_000_000


def main(order: dict, out: Path) -> None:
    """Fuzz as ordered; what is known stands in files at every moment."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    tally = Tally(**order["figures"])

    def note(tally: Tally, raw: bytes) -> None:
        (out / "input").write_bytes(raw)
        (out / "figures").write_text(json.dumps(tally.figures))
        faults = {told: shown.hex() for told, shown in tally.faults.items()}
        (out / "faults").write_text(json.dumps(faults))

    note(tally, b"")
    fuzz(every()[order["name"]], order["seed"], tally, until=order["until"], note=note)
    note(tally, b"")


if __name__ == "__main__":
    main(json.loads(sys.argv[1]), Path(sys.argv[2]))
