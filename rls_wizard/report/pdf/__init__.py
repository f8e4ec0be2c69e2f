"""The paper: page 1 for the clinician, page 2 for the person, then all answers.

`styles` is the look, `fonts` what can be printed, `paragraphs` and `grid` how text and rows break
over pages, `tags` and `canvas` what is told to who cannot see them, `standards` and `attachment`
what the file is and carries, and `sheet` puts these together; one file for each part of the paper
stands on them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.platypus.doctemplate import PageBreak

from rls_wizard.report.model import Memory
from rls_wizard.report.pdf.answers import answer_pages
from rls_wizard.report.pdf.clinician import clinician_page
from rls_wizard.report.pdf.fonts import register
from rls_wizard.report.pdf.in_full import advice_pages
from rls_wizard.report.pdf.person import person_page
from rls_wizard.report.pdf.sheet import Sheet, printed
from rls_wizard.report.pdf.slip import slips
from rls_wizard.report.pdf.styles import LARGE, NORMAL

if TYPE_CHECKING:
    from rls_wizard.i18n import Catalogue
    from rls_wizard.report.model import Report

_NONE = Memory()


def make_pdf(
    report: Report, catalogue: Catalogue, memory: Memory = _NONE, *, large: bool = False
) -> bytes:
    """Return the report as a PDF: the same bytes for the same report, and for any text.

    `memory` is what the paper carries for the next visit; `large` sets the person's part in large
    print.
    """
    register()
    print_ = LARGE if large else NORMAL
    first, left = clinician_page(report, catalogue)
    second, noted = person_page(report, catalogue, print_)
    parts = [
        first,
        second,
        advice_pages(report, catalogue, print_, noted=noted),
        answer_pages(report, left, catalogue, print_, memory),
    ]
    story = [flowable for part in filter(None, parts) for flowable in (PageBreak(), *part)]
    story += slips(report, catalogue, print_)
    return printed(story[1:], _sheet(report, catalogue, memory), catalogue)


def _sheet(report: Report, words: Catalogue, memory: Memory) -> Sheet:
    """Return what the file says of itself: only the story tells of the person."""
    origin = report.origin
    # The same version may stand in both.
    other = words("This content is from another folder. It did not come with the program.")
    return Sheet(
        title=words("Restless legs: a summary to take to a clinician"),
        program=origin.program_version,
        language=report.language,
        strong=origin.self_reported,
        foot=words("rls-wizard {program}, content {content}").format(
            program=origin.program_version, content=origin.content_version
        ),
        warning=other if origin.other_content else "",
        answers=memory.answers,
    )
