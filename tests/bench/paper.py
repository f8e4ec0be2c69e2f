"""Prints as JSON what a paper costs with its tags and without, once all is loaded.

The milliseconds are medians of the processor's time; the two take turns.
"""

import json
import statistics
import sys
import time
from contextlib import nullcontext
from datetime import date
from pathlib import Path
from unittest import mock

sys.path.insert(0, str(Path(__file__).parents[2]))

from rls_wizard import i18n
from rls_wizard.content.cases import SAMPLE, read_cases, response_of
from rls_wizard.content.load import load_content
from rls_wizard.content.reader import Reader
from rls_wizard.paths import own_content
from rls_wizard.report.build import build_paper
from rls_wizard.report.pdf import canvas, make_pdf
from rls_wizard.report.pdf.tags import Tags

ROUNDS = 15


class Untold(Tags):
    """Takes nothing down."""

    def element(self, *_):
        return nullcontext()

    content = artifact = silence = element

    def next_page(self):
        return 0


def main():
    words = i18n.load("en")
    content = load_content(own_content(), words)
    cases = {case.name: case for case in read_cases(Reader(own_content(), words))}
    response = response_of(cases[SAMPLE], cases, content)
    report = build_paper(content, response, date.today())
    times = {Tags: [], Untold: []}
    for _ in range(ROUNDS + 1):
        for tags, taken in times.items():
            with mock.patch.object(canvas, "Tags", tags):
                start = time.process_time()
                make_pdf(report, words)
                taken.append((time.process_time() - start) * 1000)
    # The first round is not warm.
    print(json.dumps([statistics.median(taken[1:]) for taken in times.values()]))


main()
