"""The paper: page 1 for the clinician, page 2 for the person, then all answers.

`styles` is the look, `fonts` what can be printed, `grid` how rows break over pages, `sheet` page
and file; one file for each part of the paper stands on these.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.platypus.doctemplate import PageBreak

from rls_wizard.report.pdf.answers import answer_pages
from rls_wizard.report.pdf.clinician import clinician_page
from rls_wizard.report.pdf.fonts import register
from rls_wizard.report.pdf.person import person_page
from rls_wizard.report.pdf.sheet import printed

if TYPE_CHECKING:
    from rls_wizard.i18n import Catalogue
    from rls_wizard.report.model import Report


def make_pdf(report: Report, catalogue: Catalogue) -> bytes:
    """Return the report as a PDF: the same bytes for the same report, and for any text."""
    register()
    first, left = clinician_page(report, catalogue)
    story = [*first, PageBreak(), *person_page(report, catalogue)]
    if report.answers:
        story += [PageBreak(), *answer_pages(report, left, catalogue)]
    return printed(story, report, catalogue)
