"""Row 5: prints as JSON what a paper costs with its tags and without, once all is loaded.

The milliseconds are medians of the processor's time; the two take turns.
"""

import json
import statistics
import time
from contextlib import nullcontext
from datetime import date
from functools import partial
from unittest import mock

from rls_wizard.report.build import build_paper
from rls_wizard.report.pdf import canvas, make_pdf
from rls_wizard.report.pdf.tags import Tags
from tests.bench import profiles
from tests.bench.processes import figures
from tests.bench.sample import WORDS, content, sample
from tests.bench.table import Row

ROUNDS = 15


def rows():
    """Yield what the tags cost, once all is loaded."""
    tagged, untagged = figures("-m", "tests.bench.paper")
    profile = partial(profiles.functions, "tests.bench.paper")
    yield Row("5", "tagged PDF, warm", tagged, 1.2, untagged, profile=profile)


class Untold(Tags):
    """Takes nothing down."""

    def element(self, *_):
        return nullcontext()

    content = artifact = silence = element

    def next_page(self):
        return 0


def main():
    """Measure both."""
    report = build_paper(content(), sample(), date.today())
    times = {Tags: [], Untold: []}
    for _ in range(ROUNDS + 1):
        for tags, taken in times.items():
            with mock.patch.object(canvas, "Tags", tags):
                start = time.process_time()
                make_pdf(report, WORDS)
                taken.append((time.process_time() - start) * 1000)
    # The first round is not warm.
    print(json.dumps([statistics.median(taken[1:]) for taken in times.values()]))


if __name__ == "__main__":
    main()
