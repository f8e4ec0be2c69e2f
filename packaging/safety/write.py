"""Writes the safety case: hazard log and trace matrix, each for the browser and for paper.

Usage: python -m safety.write [FOLDER], with `packaging` on the path. Without a folder it writes to
build/safety. It ends with 1 if a link is missing or leads nowhere; what can be written is written.
"""

from __future__ import annotations

import sys
from pathlib import Path

from rls_wizard import __version__, i18n
from rls_wizard.paths import resources
from rls_wizard.report.html import html
from rls_wizard.report.pdf.document import make_document
from safety.guards import ROOT
from safety.hazard_log import hazard_log
from safety.links import Trace, trace
from safety.matrix import matrix, traced_both_ways
from safety.soup import gaps, locked, packages


def write(found: Trace, out: Path) -> None:
    """Write all documents into a folder."""
    out.mkdir(parents=True, exist_ok=True)
    foot = _foot(found)
    documents = {
        "hazard-log": hazard_log(found, packages(), locked(), foot),
        "trace-matrix": matrix(found, foot),
    }
    for name, document in documents.items():
        (out / f"{name}.html").write_text(html(document, "en"), encoding="utf-8")
        (out / f"{name}.pdf").write_bytes(make_document(document, i18n.load("en")))


def _foot(found: Trace) -> str:
    content = found.content
    return (
        f"rls-wizard {__version__}, content {content.edition}. Safety officer: {found.log.owner}. "
        f"Content {content.about.review}."
    )


def main() -> int:
    """Write everything, say how much is traced, and list what is missing."""
    out = Path(sys.argv[1]) if sys.argv[1:] else ROOT / "build" / "safety"
    found = trace(resources() / "content")
    hazards = {hazard.id for hazard in found.log.hazards}
    missing = [*found.gaps, *gaps(packages(), locked(), hazards)]
    write(found, out)
    print(f"Written to {out}. {traced_both_ways(found)}; {len(missing)} links are missing.")
    for gap in missing:
        print(f"  {gap}")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
