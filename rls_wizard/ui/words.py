"""What pages are made of: labels that wrap and never read markup, plain buttons, named boxes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import (
    QGroupBox,
    QLabel,
    QWidget,
)

from rls_wizard.ui import brush, style
from rls_wizard.ui.option import shows_focus
from rls_wizard.ui.push import PushButton

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QEvent, QSize, SignalInstance
    from PySide6.QtGui import QPaintEvent, QResizeEvent


_TAB_FOCUS = 1
_UNDERLINE = 4
"""Of a heading that has the focus, in pixels; it stands in a margin of its own."""


def label(text: str, share: float = style.BODY, *, bold: bool = False) -> QLabel:
    """Return a label whose text wraps."""
    made = QLabel()
    _fill(made, text)
    if share != style.BODY or bold:
        made.setFont(style.font(share, bold=bold))
    return made


def subheading(text: str, share: float | None = None) -> Title:
    """Return the title of a part of a page."""
    made = Title()
    _fill(made, text)
    made.setFont(style.font(share or style.TITLE, bold=True))
    return made


def heading(text: str, share: float | None = None) -> Heading:
    """Return the heading of a page; from it, Tab leads to the first answer."""
    made = Heading()
    _fill(made, text)
    made.setFont(style.font(share or style.HEADING, bold=True))
    return made


def _fill(made: QLabel, text: str) -> None:
    # Plain text, and before the text: a label must not take a person's own words for markup.
    # As a number, because naming `Qt` costs a tenth of the time to the first picture.
    made.setProperty("textFormat", 0)
    made.setText(style.breakable(text))
    made.setWordWrap(True)


class Title(QLabel):
    """What a part of a page is about: a screen reader can go from one to the next."""


class Heading(Title):
    """What a page is about. It takes the focus when the page comes up.

    So a screen reader begins where the eye does.
    """

    def __init__(self) -> None:
        """Create an empty one, with room for the line that shows the focus."""
        super().__init__()
        self.setProperty("focusPolicy", _TAB_FOCUS)
        self.setContentsMargins(0, 0, 0, _UNDERLINE)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text; under it a line while keys act from here, for a ring would cut letters."""
        super().paintEvent(event)
        if shows_focus(self):
            with QPainter(self) as painter:
                line = QRectF(0, self.height() - _UNDERLINE, self.width(), _UNDERLINE)
                colour = self.palette().color(QPalette.ColorRole.Highlight)
                brush.fill(painter, brush.rounded(line, 0), self.palette(), colour)


def alert(text: str, share: float = style.BODY) -> QLabel:
    """Return a label for what is wrong: a sign and words, the colour only adds."""
    made = label(f"\u26a0 {text}", share, bold=True)
    paint_alert(made)
    return made


def paint_alert(widget: QWidget) -> None:
    """Give a widget's text the colour of what is wrong."""
    widget.setForegroundRole(QPalette.ColorRole.BrightText)


def quiet(text: str, share: float | None = None) -> QLabel:
    """Return a label for what is said by the way."""
    made = label(text, share or style.SMALL)
    made.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return made


def discard(widget: QWidget) -> None:
    """Take a widget away at once, with all that stands in it."""
    # Hidden first: a layout shows what was put into it at a later event, even if it has left.
    widget.hide()
    # Both: until the event loop deletes it, a page with answers could still be found.
    widget.setParent(None)
    widget.deleteLater()


def button(
    text: str, name: str, pressed: Callable[[], object] | SignalInstance, *, primary: bool = False
) -> PushButton:
    """Return a push button; its text does not wrap, so keep it short."""
    made = PushButton(text, primary=primary)
    made.setObjectName(name)
    made.clicked.connect(pressed)
    return made


class QuestionBox(QGroupBox):
    """A group box that does not draw its title, but tells a screen reader.

    The title in large letters that wrap is a label inside; a group box could do neither.
    """

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw nothing: no frame and no title."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the margins, for QGroupBox would make room for its title."""
        QWidget.resizeEvent(self, event)

    def changeEvent(self, event: QEvent) -> None:
        """Keep the margins, as above."""
        QWidget.changeEvent(self, event)

    def sizeHint(self) -> QSize:
        """Return what the content wants, without the title in one line."""
        layout = self.layout()
        return layout.totalSizeHint() if layout else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return what the content needs."""
        layout = self.layout()
        return layout.totalMinimumSize() if layout else super().minimumSizeHint()
