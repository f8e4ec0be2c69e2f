"""The preview of the summary: its pages, where one is in it, and how large it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QWidget

from rls_wizard.ui import style
from rls_wizard.ui.layouts import column_in
from rls_wizard.ui.sheets import Sheets
from rls_wizard.ui.words import button, label

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QImage

    from rls_wizard.i18n import Catalogue
    from rls_wizard.ui.push import PushButton

_MOST_LETTERS = 1_000
"""Of a page's text: it is read out in one go, and every answer can be read on other pages."""
_LOW = 9
"""The least height, in lines of text."""


class Preview(QWidget):
    """Asks for pictures by `wanted`, and gets them by `put`."""

    wanted = Signal(list)

    def __init__(self, catalogue: Catalogue) -> None:
        """Show no pages yet."""
        super().__init__()
        self.said: Callable[[], list[str]] = list
        """What stands on the pages, to be read aloud."""
        self._catalogue = catalogue
        self._count = 0
        self._texts: dict[int, str] = {}
        self._page = 0
        self._sheets = Sheets()
        self._sheets.setObjectName("preview")
        self._sheets.setMinimumHeight(_LOW * QFontMetrics(style.font()).height())
        self._sheets.wanted.connect(self.wanted)
        self._sheets.turned.connect(self._turned)
        self._where = label("", style.SMALL)
        column = column_in(self, style.TIGHT)
        column.addLayout(self._tools())
        column.addWidget(self._sheets, 1)
        self._name()

    @property
    def drawn(self) -> bool:
        """Whether what is in the view is there, and sharp."""
        return self._sheets.drawn

    def show_pages(self, sizes: list[tuple[float, float]]) -> None:
        """Show pages of these sizes, in points; their pictures are still to come."""
        self._texts.clear()
        self._count, self._page = len(sizes), 0
        self._sheets.show_pages(sizes)
        self._name()

    def put(self, number: int, scale: float, picture: QImage, text: str) -> None:
        """Take the picture of a page, and its text for who cannot see it."""
        self._texts[number] = text
        self._sheets.put(number, scale, picture)
        if number == self._page:
            self._name()

    def clear(self) -> None:
        """Forget the pages."""
        self.show_pages([])

    def _turned(self, page: int) -> None:
        self._page = page
        self._name()

    def _name(self) -> None:
        _, page = self._catalogue, self._page + 1
        name = _("Preview of your summary, page {page} of {count}")
        told = name.format(page=page, count=self._count)
        self._sheets.setAccessibleName(told if self._count else _("Preview of your summary"))
        self._sheets.setAccessibleDescription(_shortened(self._texts.get(self._page, "")))
        self._where.setText(_("Page {page} of {count}").format(page=page, count=self._count))
        self._where.setVisible(self._count > 0)

    def _tools(self) -> QHBoxLayout:
        _ = self._catalogue
        row = QHBoxLayout()
        row.setSpacing(style.TIGHT)
        row.addWidget(self._where, 1)
        sheets = self._sheets
        row.addWidget(_tool("\u2212", _("Show the pages smaller"), "smaller", sheets.smaller))
        row.addWidget(_tool("+", _("Show the pages larger"), "larger", sheets.larger))
        row.addWidget(button(_("Fit the width"), "preview.fit", sheets.fit))
        return row


def _tool(sign: str, text: str, name: str, pressed: Callable[[], None]) -> PushButton:
    made = button(sign, f"preview.{name}", pressed)
    made.repeats = True
    made.setAccessibleName(text)
    made.setToolTip(text)
    return made


def _shortened(text: str) -> str:
    words = " ".join(text.split())
    if len(words) <= _MOST_LETTERS:
        return words
    return f"{words[:_MOST_LETTERS].rpartition(' ')[0]} \u2026"
