"""Numbers of the visit before beside those of today, as they were told, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from rls_wizard.ui import style
from rls_wizard.ui.chapters import stacked
from rls_wizard.ui.layouts import row_in
from rls_wizard.ui.words import label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLabel

    from rls_wizard.report.model import Report
    from rls_wizard.ui.card import Card


def then_and_now(report: Report) -> Card | None:
    """Return a table of the numbers that have an answer of then; None without any."""
    told = [measure for measure in report.numbers if measure.then]
    if not told:
        return None
    days = (report.then_on, report.origin.answered_on)
    head = _row(label(""), *(label(day, style.SMALL, bold=True) for day in days))
    rows = (
        _row(label(m.asked), *(_cell(*c) for c in zip(days, (m.then, m.answer), strict=True)))
        for m in told
    )
    return stacked((head, *rows))


def _cell(day: str, answer: str) -> QLabel:
    made = label(answer)
    # Who hears one cell after the other does not see what stands above it.
    made.setAccessibleName(f"{day}: {answer}")
    return made


def _row(question: QLabel, then: QLabel, now: QLabel) -> QWidget:
    made = QWidget()
    row = row_in(made, style.NORMAL)
    for cell, share in ((question, 2), (then, 1), (now, 1)):
        row.addWidget(cell, share)
    return made
