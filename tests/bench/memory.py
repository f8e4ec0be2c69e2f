"""The most memory before a PDF is made, against that of bare Qt: row 8."""

import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.processes import figures
from tests.bench.soak import KEPT, at_home, run_program
from tests.bench.start import BARE
from tests.bench.table import Row, Unmeasured

PEAK = """
from pathlib import Path
lines = Path("/proc/self/status").read_text().splitlines()
print(next(int(line.split()[1]) / 1000 for line in lines if line.startswith("VmHWM")))
"""
"""Not what `wait4` tells: that begins with the memory of whoever started the process."""


def rows():
    """Yield the peak of a whole visit up to its result, and the growth that the soak has found."""
    peak = "memory, visit to its result"
    if sys.platform == "linux":
        floor, most = figures("-c", BARE + PEAK), figures("-m", "tests.bench.memory")
        yield Row("8", peak, most, 1.6, floor, unit="MB")
    else:
        yield Unmeasured("8", peak, "only on Linux")
    if KEPT.exists():
        yield Row("8", "growth a visit", json.loads(KEPT.read_text())["growth"], 1, unit="kB")
    else:
        yield Unmeasured("8", "growth a visit", "make soak measures it, and it then stands here")


def main():
    """Go through one visit up to its result, and print the peak in MB."""
    with TemporaryDirectory(prefix="bench-") as folder:
        at_home(Path(folder))
        faults = run_program(Path(folder), 1, lambda _: None, saves=0, looks=0)
    if faults:
        raise SystemExit(f"{faults}")
    exec(PEAK)


if __name__ == "__main__":
    main()
