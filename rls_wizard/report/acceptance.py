"""The sheet that says how a kiosk was found when staff tried it, for the clinic to keep.

Nothing about any person who was or will be there.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from rls_wizard import __version__
from rls_wizard.report.document import Blanks, Document, Paragraph, Table, TableRow

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rls_wizard.i18n import Catalogue


class Outcome(StrEnum):
    """What came of trying something."""

    YES = "yes"
    NO = "no"
    NOT_TRIED = "not tried"


class Finding(NamedTuple):
    """One thing that was tried."""

    title: str
    outcome: Outcome
    told: str = ""
    """What was measured or seen."""


def passed(findings: Sequence[Finding]) -> bool:
    """Tell whether nothing failed."""
    return all(finding.outcome is not Outcome.NO for finding in findings)


def build_acceptance(
    findings: Sequence[Finding], facts: Mapping[str, str], day: str, catalogue: Catalogue
) -> Document:
    """Return the sheet of a day; the facts say which kiosk this is."""
    _ = catalogue
    about = {_("Date"): day, _("Program"): f"rls-wizard {__version__}", **facts}
    head = _("What was tried"), _("Works"), _("What was seen")
    rows = tuple(
        TableRow((one.title, in_words(one.outcome, _), one.told or "\u2013")) for one in findings
    )
    blocks = (
        Paragraph(_result(findings, _), strong=True),
        Table((), tuple(TableRow((name, told)) for name, told in about.items() if told)),
        Paragraph(_("What was found"), strong=True),
        Table(head, rows, shares=(0.28, 0.14, 0.58)),
        Paragraph(_("Try it again after every change of screen, printer, sound or settings.")),
        Paragraph(_("Nothing about any person is on this sheet."), quiet=True),
        Blanks((_("Name"), _("Role"))),
        Blanks((_("Date"), _("Signature"))),
    )
    foot = _("Acceptance sheet of a kiosk. rls-wizard {program}").format(program=__version__)
    return Document(_("Restless legs kiosk: acceptance sheet"), foot, blocks)


def in_words(outcome: Outcome, _: Catalogue) -> str:
    """Return an outcome in words."""
    words = {Outcome.YES: _("Yes"), Outcome.NO: _("No"), Outcome.NOT_TRIED: _("Not tried")}
    return words[outcome]


def _result(findings: Sequence[Finding], _: Catalogue) -> str:
    if not passed(findings):
        return _("Something does not work yet: see the lines with \u201cNo\u201d.")
    if any(finding.outcome is Outcome.NOT_TRIED for finding in findings):
        return _("Nothing failed, but not everything was tried.")
    return _("Everything was tried, and works.")
