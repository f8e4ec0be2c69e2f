"""What stands on a page, as passages to be read aloud, in the order in which it is seen."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QWidget,
)

from rls_wizard.ui.alert import AlertStrip
from rls_wizard.ui.answers.base import AnswerWidget
from rls_wizard.ui.layouts import inside
from rls_wizard.ui.link import PlaceLink, Toggle
from rls_wizard.ui.locked import PRIVATE
from rls_wizard.ui.push import LightButton
from rls_wizard.ui.urgent_page import UrgentAction
from rls_wizard.ui.words import Heading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rls_wizard.i18n import Catalogue
    from rls_wizard.ui.aloud.spoken import Spoken

_URGENT = (AlertStrip, UrgentAction)
PERSONAL = "personal"
"""The attribute of a page that repeats what the person told."""
SAID = "said"
"""The attribute of a widget that says itself: a function that returns paragraphs."""
_FIELDS = (QLineEdit, QPlainTextEdit, QComboBox)


class Passage(NamedTuple):
    """What is said in one go, and where it stands."""

    text: str
    widget: QWidget
    slowly: bool = False
    fixed: bool = True
    """Whether it is the page's own; false of answers, which change with every press."""


class Page:
    """Tells passages in one language.

    A person may not be alone in the room: how a private question was answered is not among the
    passages of a page. Whoever moves the focus onto such an answer hears it, as a screen reader
    says it: that is one answer at a time, by choice, and without it no blind person could answer.
    """

    def __init__(self, catalogue: Catalogue, say: Spoken, *, heard: bool = False) -> None:
        """Take how texts are said; `heard` where a room full of people hears it.

        Then nothing is said that the person told: no state of a control, and no page that repeats
        answers, but for what cannot wait.
        """
        self._catalogue = catalogue
        self._say = say
        self._heard = heard

    def passages(self, *widgets: QWidget) -> list[Passage]:
        """Return what is seen in these, from top to bottom."""
        return [
            said for widget in widgets for told in self._seen(widget) for said in self._of(told)
        ]

    def focused(self, widget: QWidget, *, among: list[str]) -> list[Passage]:
        """Return what is to be said of a control that has the focus.

        `among` is where the focus was, as `groups` returns it: it is not said again.
        """
        fresh = [name for name in groups(widget) if name not in among]
        told = [Passage(name, widget) for name in fresh]
        told.append(Passage(self._control(widget, private=self._heard), widget))
        return [said for one in told for said in self._of(one)]

    def _of(self, told: Passage) -> Iterator[Passage]:
        for line in told.text.splitlines():
            if text := self._say(line):
                yield told._replace(text=text)

    def _seen(self, widget: QWidget) -> Iterator[Passage]:
        if not (self._heard and getattr(widget, PERSONAL, False)):
            yield from self._walk(widget, private=self._heard)
            return
        yield from (Passage(title.text(), title) for title in widget.findChildren(Heading)[:1])
        for urgent in widget.findChildren(UrgentAction):
            yield from self._walk(urgent, slowly=True, private=True)
        yield Passage(
            self._catalogue(
                "What you told is not read aloud here: others would hear it. Please read it on the "
                "screen, or ask at the desk."
            ),
            widget,
        )

    def _walk(
        self, widget: QWidget, *, slowly: bool = False, private: bool = False
    ) -> Iterator[Passage]:
        if widget.isHidden() or _passed_over(widget):
            return
        slowly = slowly or isinstance(widget, _URGENT)
        if widget.property(PRIVATE):
            yield Passage(self._catalogue("This answer is private. It is not read aloud."), widget)
        elif not self._heard and (tell := getattr(widget, SAID, None)) is not None:
            yield from (Passage(text, widget) for text in tell())
        elif isinstance(widget, QLabel):
            if not (private and widget.objectName().endswith(".then")):
                yield Passage(widget.text(), widget, slowly)
        elif _is_control(widget):
            yield Passage(self._control(widget, private=private), widget, slowly, fixed=False)
        else:
            private = private or _is_private(widget)
            for part in inside(widget):
                yield from self._walk(part, slowly=slowly, private=private)

    def _control(self, widget: QWidget, *, private: bool) -> str:
        """Return the name of a control, with how it stands unless that is private."""
        name, state = _name(widget), "" if private else self._state(widget)
        return ", ".join(filter(None, (name, state)))

    def _state(self, widget: QWidget) -> str:
        _ = self._catalogue
        if isinstance(widget, QCheckBox):
            return _("ticked") if widget.isChecked() else ""
        if isinstance(widget, QAbstractButton):
            return _("chosen") if isinstance(widget, QRadioButton) and widget.isChecked() else ""
        if isinstance(widget, _FIELDS):
            return _value(widget) or _("empty")
        return _value(widget)


def groups(widget: QWidget) -> list[str]:
    """Return the names of what a control stands in, the widest first."""
    names: list[str] = []
    parent = widget.parentWidget()
    while parent is not None and not parent.isWindow():
        if name := parent.title() if isinstance(parent, QGroupBox) else "":
            names.insert(0, name)
        parent = parent.parentWidget()
    return names


def _passed_over(widget: QWidget) -> bool:
    """Tell whether it only leads to what is read anyway, or to what is not asked for."""
    closed = isinstance(widget, Toggle) and not widget.isChecked()
    return closed or isinstance(widget, LightButton | PlaceLink)


def _is_private(widget: QWidget) -> bool:
    return isinstance(widget, AnswerWidget) and any(
        item.private for item in (widget.item, *widget.item.items)
    )


def _is_control(widget: QWidget) -> bool:
    if isinstance(widget, (QAbstractButton, *_FIELDS)):
        return True
    return bool(widget.focusPolicy().value & 1) and widget.layout() is None


def _name(widget: QWidget) -> str:
    if name := widget.accessibleName():
        return name
    if isinstance(widget, QAbstractButton | QLabel):
        return widget.text()
    known = QAccessible.queryAccessibleInterface(widget)
    return known.text(QAccessible.Text.Name) if known is not None else ""


def _value(widget: QWidget) -> str:
    if isinstance(widget, QComboBox):
        return widget.currentText()
    if isinstance(widget, QLineEdit):
        return widget.text()
    if isinstance(widget, QPlainTextEdit):
        return widget.toPlainText()
    known = QAccessible.queryAccessibleInterface(widget)
    return known.text(QAccessible.Text.Value) if known is not None else ""
