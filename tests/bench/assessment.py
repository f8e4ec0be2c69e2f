"""One whole assessment: row 4. As a program, it assesses all cases again and again."""

import statistics
import time
from functools import partial

from rls_wizard.domain.assessment import assess
from tests.bench import profiles
from tests.bench.sample import content, responses
from tests.bench.table import Row

REPEATS = 30


def rows():
    """Yield the time of one assessment, the slowest median over the worked cases."""
    slowest = max(milliseconds(partial(assess, content(), r)) for r in responses().values())
    profile = partial(profiles.functions, "tests.bench.assessment")
    yield Row("4", "assessment", slowest, 5.0, profile=profile)


def milliseconds(work, repeats=REPEATS):
    """Return the median processor time of some work: other programs' time is not ours."""
    times = []
    for _ in range(repeats):
        start = time.process_time()
        work()
        times.append((time.process_time() - start) * 1000)
    return statistics.median(times)


if __name__ == "__main__":
    list(rows())
