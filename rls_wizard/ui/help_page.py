"""Help in a few words: how to get on, with which keys, and where more can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from rls_wizard.ui import style
from rls_wizard.ui.card import Card
from rls_wizard.ui.chapters import ChapterPage, stacked
from rls_wizard.ui.layouts import row_in
from rls_wizard.ui.words import button, heading, label

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rls_wizard.i18n import Catalogue
    from rls_wizard.ui.notice_page import Choice


class HelpPage(ChapterPage):
    """Opened by the help key where no question has the focus, and from the menu."""

    def __init__(
        self,
        catalogue: Catalogue,
        shortcuts: Sequence[tuple[str, str]],
        ways: Sequence[Choice],
        in_a_room: Sequence[str] = (),
    ) -> None:
        """Take the keys, each with what it does, and where more can be read.

        No keys: there are none here, as on most kiosks. `in_a_room` is what it says there.
        """
        super().__init__(catalogue)
        _ = catalogue
        self.column.addWidget(heading(_("Help")))
        words = Card()
        for sentence in (*_how(_), *(in_a_room or _at_home(_))):
            words.add(label(sentence))
        self.chapter("how", _("How it works"), [words])
        if shortcuts:
            keys = key_list((*_moving(_), *shortcuts))
            five = _("These five are enough: Up, Down, Enter, Esc and F1.")
            self.chapter("keys", _("With keys only"), [label(five), keys])
        more = [button(text, name, act) for name, text, act in ways]
        self.chapter("more", _("More to read"), more)
        self.column.addStretch()


def _how(_: Catalogue) -> tuple[str, ...]:
    return (
        _("Choose an answer, then press \u201cNext\u201d. You can always go back and change it."),
        _("Do you not understand a question? Press \u201cWhat does this mean?\u201d below it."),
        _("Press A+ at the top for larger text."),
    )


def _at_home(_: Catalogue) -> tuple[str, ...]:
    return (_("To leave this page, press \u201cBack\u201d. Your answers are kept."),)


def _moving(_: Catalogue) -> tuple[tuple[str, str], ...]:
    return (
        (_("Down, Up"), _("To the next answer or button, or to the one before")),
        (_("Enter"), _("Choose or press; on an answer that is chosen: go on")),
        (_("Space"), _("Choose or press")),
        (_("Tab"), _("To the next question")),
        (_("1 to 9"), _("Choose the answer with this number")),
    )


def key_list(shortcuts: Iterable[tuple[str, str]]) -> Card | None:
    """Return keys and what they do, line by line."""
    return stacked(_line(key, does) for key, does in shortcuts)


def _line(key: str, does: str) -> QWidget:
    made = QWidget()
    row = row_in(made, style.WIDE)
    row.addWidget(label(key, bold=True), 1)
    row.addWidget(label(does), 2)
    return made
