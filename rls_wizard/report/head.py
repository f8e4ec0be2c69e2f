"""What stands at the head and at the end of the clinician's page, on paper and as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rls_wizard import i18n

if TYPE_CHECKING:
    from rls_wizard.i18n import Catalogue
    from rls_wizard.report.model import Report


def title(words: Catalogue) -> str:
    """Return what the page is."""
    return words("Restless legs: summary for the clinician")


def limits(words: Catalogue) -> str:
    """Return what the page is not."""
    return words("Told by the person; nothing was examined or measured. Not a diagnosis.")


def told_by(report: Report, words: Catalogue) -> str:
    """Return who answered, in which language, and when."""
    told = words("Answered by: {who}, in {language}. Date: {date}.").format(
        who=report.origin.answered_by,
        language=i18n.name(report.language),
        date=report.origin.answered_on,
    )
    if not report.short_way:
        return told
    short = words("This was the short way: what it leaves out was not asked.")
    return f"{told} {short}"


def made_with(report: Report, words: Catalogue) -> str:
    """Return the versions of program and content, and whether a clinician has looked at it."""
    return words(
        "rls-wizard {program}, content {content}; review of the content: {review}."
    ).format(
        program=report.origin.program_version,
        content=report.origin.content_version,
        review=report.origin.review.rstrip("."),
    )
