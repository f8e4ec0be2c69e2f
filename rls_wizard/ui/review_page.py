"""Every answer on one page, each with a way to change it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from rls_wizard.ui import style
from rls_wizard.ui.words import button, label

if TYPE_CHECKING:
    from rls_wizard.i18n import Catalogue
    from rls_wizard.report.model import Report, Section


class ReviewPage(QWidget):
    """The answers by page."""

    change = Signal(str)
    """The question whose answer is to be changed."""

    def __init__(self, report: Report, catalogue: Catalogue) -> None:
        """Show every section of answers."""
        super().__init__()
        self._catalogue = catalogue
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.NORMAL)
        column.addWidget(label(catalogue("Check your answers"), style.QUESTION, bold=True))
        column.addWidget(label(catalogue("Is everything right? You can still change each answer.")))
        for section in report.answers:
            column.addSpacing(style.NORMAL)
            column.addWidget(label(section.title, style.TITLE, bold=True))
            column.addLayout(self._table(section))
        column.addStretch()

    def _table(self, section: Section) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(style.NORMAL)
        grid.setVerticalSpacing(style.HAIR)
        grid.setColumnStretch(0, 1)
        for number, answer in enumerate(section.answers):
            line = QFrame()
            line.setFrameShape(QFrame.Shape.HLine)
            grid.addWidget(line, 2 * number, 0, 1, 2)
            texts = QVBoxLayout()
            texts.setSpacing(0)
            texts.addWidget(label(answer.question))
            texts.addWidget(label(answer.answer, bold=True))
            grid.addLayout(texts, 2 * number + 1, 0)
            change = button(
                self._catalogue("Change"),
                f"{answer.link_id}.change",
                partial(self.change.emit, answer.link_id),
            )
            change.setAccessibleName(
                self._catalogue("Change: {question}").format(question=answer.question)
            )
            grid.addWidget(change, 2 * number + 1, 1, Qt.AlignmentFlag.AlignVCenter)
        return grid
