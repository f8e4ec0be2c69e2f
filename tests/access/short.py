"""The first pages over AT-SPI: what is chosen and written there is told, and counts."""

import json
import sys

from reader import Reader
from visit import Visit


def main(python):
    """Answer the first two pages; print what was found as JSON."""
    reader = Reader([python, "-m", "rls_wizard"])
    visit = Visit(reader)
    try:
        reader.until(lambda: reader.find("Which country"), "the first questions")
        visit.look()
        visit.answer_page()
        visit.go_on()
        visit.look()
        visit.answer_page()
    finally:
        reader.program.terminate()
    found = {"pages": visit.pages, "faults": visit.faults, "announced": reader.announced}
    sys.stdout.write(json.dumps(found | {"heard": reader.lines}) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
