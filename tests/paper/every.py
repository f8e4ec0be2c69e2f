"""Looks at every paper: all worked cases, and odd people, in normal and in large print.

Usage: python tests/paper/every.py [ODD]. Prints a table of figures and whatever is wrong, and
ends with 1 if anything is.
"""

from __future__ import annotations

import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from itertools import chain
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "packaging")]

from safety.links import trace
from safety.write import write

from rls_wizard import i18n
from rls_wizard.content.cases import assess_case, read_cases, response_of
from rls_wizard.content.load import load_content
from rls_wizard.content.reader import Reader
from rls_wizard.paths import own_content
from rls_wizard.report.pdf.document import make_document
from rls_wizard.report.sheet import build_sheet
from tests.paper import odd, papers, reading

ODD = 200
SEED = 2026
PRINTS = {"normal print": False, "large print": True}
FIGURES = "papers", "pages", "kB"
FAULTS = "checkers", "not as told", "not heard", "not shown", "attachment", "other bytes"


@cache
def content():
    """Return the content that is shipped, once a process."""
    return load_content(own_content(), i18n.load("en"))


@cache
def cases():
    return {case.name: case for case in read_cases(Reader(own_content(), i18n.load("en")))}


def main() -> int:
    """Look at all of them."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else ODD
    everybody = [("cases", name) for name in cases()]
    everybody += [("odd people", number) for number in range(count)]
    print(f"{'':26}" + "".join(f"{name:>13}" for name in FIGURES + FAULTS))
    bad = 0
    with ProcessPoolExecutor() as pool:
        for kind in ("cases", "odd people"):
            for name, large in PRINTS.items():
                asked = [(*who, large) for who in everybody if who[0] == kind]
                bad += row(f"{kind}, {name}", list(pool.map(looked_at, asked, chunksize=4)))
    return min(1, bad + documents())


def looked_at(asked):
    """Return who it was, pages, bytes and faults of one paper."""
    kind, who, large = asked
    if kind == "cases":
        response = response_of(cases()[who], cases(), content())
    else:
        (response,) = odd.people(content(), SEED + who, 1)
    made = papers.paper(content(), response, large=large)
    wrong = papers.wrong(made)
    if papers.paper(content(), response, large=large) != made:
        wrong["other bytes"] = "made twice"
    return who, len(reading.shown(made.data)), len(made.data), wrong


def row(name, found):
    """Print the figures of some papers and what is wrong with them; return how many are wrong."""
    faults = Counter(chain.from_iterable(wrong for *_, wrong in found))
    pages, size = (median(figure[n] for figure in found) for n in (1, 2))
    figures = [len(found), f"{pages:.0f}", f"{size / 1000:.0f}", *(faults[c] for c in FAULTS)]
    print(f"{name:26}" + "".join(f"{figure:>13}" for figure in figures), flush=True)
    for who, _, _, wrong in found:
        for what, fault in wrong.items():
            print(f"    {who}: {what}: {str(fault)[:300]}")
    return sum(bool(wrong) for *_, wrong in found)


def documents():
    """Look at what else is printed: the sheet for clinicians and the safety case."""
    bad = 0
    for name, data in printed():
        faults = reading.faults(data)
        wrong = {"checkers": faults} if faults else {}
        bad += row(name, [(name, len(reading.shown(data)), len(data), wrong)])
    return bad


def printed():
    words = i18n.load("en")
    assessed = {name: assess_case(case, cases(), content()) for name, case in cases().items()}
    yield "review sheet", make_document(build_sheet(content(), assessed, words), words)
    with TemporaryDirectory() as folder:
        write(trace(own_content()), Path(folder))
        for path in sorted(Path(folder).glob("*.pdf")):
            yield path.stem, path.read_bytes()


if __name__ == "__main__":
    sys.exit(main())
