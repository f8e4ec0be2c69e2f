"""From the end of a visit on a kiosk to the first page of the next process: row 10."""

import statistics
import sys

from tests.bench.table import Row, Unmeasured

VISITS = 6


def rows():
    """Yield the seconds that the next person waits: the clock's, for processes take turns."""
    what = "end of a kiosk visit"
    if sys.platform == "win32":
        yield Unmeasured("10", what, "its visits are driven by what Windows has not")
        return
    from tests.kiosk.visits import waits

    waited, _ = waits(VISITS)
    yield Row("10", what, statistics.median(waited), 2, unit="s")
