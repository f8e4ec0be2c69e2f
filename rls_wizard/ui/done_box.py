"""The end of a visit: forget the answers, asked once more where they are not saved."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QWidget

from rls_wizard.ui import style
from rls_wizard.ui.layouts import column_in, row_in
from rls_wizard.ui.words import alert, button, label, subheading

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from rls_wizard.i18n import Catalogue


class Words(NamedTuple):
    """What the box says, and what it asks in place of that."""

    calm: str
    unsaved: str
    printing: str
    done: str
    no: str
    yes: str


_UNSAVED, _PRINTING = 1, 2
"""Which of its texts the box asks with."""


class DoneBox(QWidget):
    """A button, and in its place the question whether it was meant."""

    done = Signal()
    asked = Signal(QWidget)
    """The question, which is to be brought into view."""

    def __init__(self, catalogue: Catalogue, *, saved: bool, words: Words | None = None) -> None:
        """Show the button; what is saved may be forgotten unasked. Elsewhere than at home it says
        other words.
        """
        super().__init__()
        _ = self._catalogue = catalogue
        self._saved = saved
        self._printing = False
        column = column_in(self, style.NORMAL)
        column.addWidget(subheading(_("When you are done")))
        words = words or _at_home(_)
        self._words = _stacked(words)
        column.addWidget(self._words)
        self._done = button(words.done, "done", self._finish)
        self._no = button(words.no, "done.no", self._keep)
        self._yes = button(words.yes, "done.yes", self.done)
        # In the very place of Done: whoever presses that twice loses nothing.
        self._no.setMinimumWidth(self._done.sizeHint().width())
        column.addWidget(_Buttons(self._done, self._no, self._yes))
        self._ask(False)

    def set_saved(self) -> None:
        """There is no need to ask any more."""
        self._saved = True
        self._ask(False)

    def set_printing(self, printing: bool) -> None:
        """Ask whether a page that is on its way to the printer is to be given up."""
        self._printing = printing
        if not printing and self._saved:
            self._ask(False)

    def _finish(self) -> None:
        if self._saved and not self._printing:
            self.done.emit()
        else:
            self._ask(True)
            self._no.setFocus()
            # Only if need be, for then other things are under the pointer.
            if self._words.visibleRegion().boundingRect() != self._words.rect():
                self.asked.emit(self)

    def _keep(self) -> None:
        self._ask(False)
        self._done.setFocus()

    def _ask(self, asking: bool) -> None:
        self._words.setCurrentIndex((_PRINTING if self._printing else _UNSAVED) if asking else 0)
        self._done.setVisible(not asking)
        self._no.setVisible(asking)
        self._yes.setVisible(asking)


def _at_home(_: Catalogue) -> Words:
    return Words(
        _("The program then forgets your answers. A file that you saved stays."),
        _("You have not saved your summary. Forget your answers?"),
        _("Your page is not printed yet. Stop it, and forget your answers?"),
        _("Done: forget my answers"),
        _("No, keep my answers"),
        _("Yes, forget them"),
    )


def _stacked(words: Words) -> QStackedWidget:
    """Return what is said and what is asked, one in place of the other, equally high."""
    texts = QStackedWidget()
    for text in (label(words.calm), alert(words.unsaved), alert(words.printing)):
        text.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        texts.addWidget(text)
    return texts


class _Buttons(QWidget):
    """Side by side where there is room, else below each other."""

    def __init__(self, *buttons: QWidget) -> None:
        super().__init__()
        self._buttons = buttons
        self._row = row_in(self, style.NORMAL)
        for one in buttons:
            self._row.addWidget(one, 0, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        self._row.addStretch(1)

    def minimumSizeHint(self) -> QSize:
        """Return the size with which the widest has room."""
        return QSize(max(map(_width, self._buttons)), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the one direction or the other; the first is seen without the others."""
        super().resizeEvent(event)
        _, *later = self._buttons
        whole = sum(map(_width, later)) + style.NORMAL * len(later)
        way = QBoxLayout.Direction
        self._row.setDirection(way.LeftToRight if whole <= self.width() else way.TopToBottom)


def _width(button: QWidget) -> int:
    return max(button.sizeHint().width(), button.minimumWidth())
