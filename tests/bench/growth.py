"""How time grows with the content, and with what is told: python -m tests.bench.growth [TIMES ...].

In milliseconds of processor time. The exponent is that of the growth from the first to the last
size: 1 is as much longer as it is larger, 2 is its square.
"""

import gc
import math
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2

from rls_wizard.content.load import load_content
from rls_wizard.domain.assessment import assess
from rls_wizard.report.build import build_paper
from rls_wizard.report.pdf import make_pdf
from tests.bench.larger import answers, enlarge
from tests.bench.sample import WORDS, content, sample
from tests.bench.window import of_window

SIZES = (1, 2, 5, 10)
MEDICINES = (1, 10, 50, 100)
MOST = 1.3
"""The exponent above which it is not about linear any more."""


def milliseconds(work):
    """Return what some work gives, and the processor time it took, the second time.

    As at the start of the program, nothing looks for garbage: that grows with all there is here.
    """
    work()
    gc.collect()
    gc.disable()
    start = time.process_time()
    result = work()
    used = time.process_time() - start
    gc.enable()
    return result, used * 1000


def of_answers(known, response):
    """Return the time of what is done with answers, and how many pages the paper has."""
    _, assessing = milliseconds(lambda: assess(known, response))
    paper, building = milliseconds(lambda: build_paper(known, response, response.answered_on))
    pdf, making = milliseconds(lambda: make_pdf(paper, WORDS))
    pages = len(pypdfium2.PdfDocument(pdf))
    return {"assessment": assessing, "report": building, "PDF": making, "pages": pages}


def of_content(times):
    """Return the time of each kind of work with so many times the content and the answers."""
    with TemporaryDirectory() as place:
        folder = Path(place) / "content"
        asked = enlarge(folder, times)
        known, loading = milliseconds(lambda: load_content(folder, WORDS))
    told = answers(dict(sample().answers), asked, times)
    response = sample().model_copy(update={"answers": told})
    return {"load": loading} | of_answers(known, response) | of_window(known, response)


def of_medicines(number):
    """Return the time of each kind of work in a visit with so many medicines."""
    row = {"medicines.name": "Something", "medicines.class": ("acid",)}
    response = sample().record("medicines.any", "yes").record("medicines", (row,) * number)
    return of_answers(content(), response)


def show(head, sizes, measured):
    """Print one table; return how many kinds of work grow too fast."""
    columns = "".join(f"{size:>10}" for size in sizes)
    print(f"{head:20}{columns}  exponent")
    bad = 0
    for kind in measured[0]:
        figures = [found[kind] for found in measured]
        grown = math.log(figures[-1] / figures[0], sizes[-1] / sizes[0])
        bad += grown > MOST
        said = "ok" if grown <= MOST else "TOO FAST"
        print(f"{kind:20}{''.join(f'{one:>10.1f}' for one in figures)}{grown:>10.2f}  {said}")
    return bad


def main():
    """Print both tables, return the exit code."""
    sizes = [int(size) for size in sys.argv[1:]] or SIZES
    bad = show("times the content", sizes, [of_content(times) for times in sizes])
    bad += show("medicines", MEDICINES, [of_medicines(number) for number in MEDICINES])
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
