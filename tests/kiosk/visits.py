"""One visit after another: python -m tests.kiosk.visits [VISITS].

Many with a child that only pretends, for what the supervisor gathers; some real ones, for how long
the next person waits, each with answers that the next process must not have.
"""

import statistics
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from subprocess import TimeoutExpired

from tests.bench.soak import slope
from tests.kiosk.canary import CAN_READ, room
from tests.kiosk.machine import Machine, say

VISITS = 1_000
REAL = 20
WARM = 100
MOST_KB, MOST_SECONDS = 1.0, 2.0


def growth(visits):
    """Return by how many kB the supervisor grows a visit, and how many visits there were."""
    seen = {}
    with tempfile.TemporaryDirectory(prefix="rls-visits-") as name:
        with Machine(Path(name), *["end 0"] * visits, "end 11") as machine:
            while machine.process.poll() is None:
                # By what is written for each visit: to read it all every time would take longer.
                done = (machine.folder / "plan").read_text().count("\n")
                seen.setdefault(visits - done, memory(machine.process.pid))
                with suppress(TimeoutExpired):
                    machine.process.wait(0.01)
        begun = len(machine.begun) - 1
    points = [(visit, kb) for visit, kb in sorted(seen.items()) if kb and visit > WARM]
    return slope(points[:: max(1, len(points) // 200)]), begun


def memory(process):
    """Return what a process holds of its own, in kB; 0 if it has just ended."""
    try:
        lines = Path(f"/proc/{process}/status").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("RssAnon")), 0)


def waits(visits):
    """Return the seconds from the end of each real visit to the next first page, and what is left.

    Every other process waits and is looked into.
    """
    found = []
    ways = ["first done", "first idle", "first die"]
    plan = [act for number in range(visits) for act in (ways[number % len(ways)], "stay")]
    with room(*plan) as made:
        for number in range(visits):
            process = made.machine.goes_on(number)
            found += made.traces.process(process) if CAN_READ else []
            (made.top / "go").touch()
        ended = [note["at"] for note in made.machine.notes("ended")]
        painted = [note["at"] for note in made.machine.notes("painted")]
    waited = [min(at for at in painted if at > end) - end for end in ended]
    return waited, found


def main():
    """Print the table; return the exit code."""
    visits = int(sys.argv[1]) if len(sys.argv) > 1 else VISITS
    grown, begun = growth(visits)
    say(f"{begun} visits: {grown:+.2f} kB a visit in the supervisor, at most {MOST_KB}")
    waited, found = waits(REAL)
    middle, most = statistics.median(waited), max(waited)
    say(f"{REAL} real visits: the next one begins after {middle:.2f} s, the longest {most:.2f} s")
    say(f"answers found in the next process: {len(found)}")
    well = grown <= MOST_KB and begun == visits and middle <= MOST_SECONDS and not found
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main())
