"""The order in which keys go from thing to thing: that in which things are seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtWidgets import QPushButton, QWidget

from rls_wizard.ui.layouts import inside
from rls_wizard.ui.words import Heading

if TYPE_CHECKING:
    from collections.abc import Iterator


def controls(widget: QWidget, *, hidden: bool = False, single: bool = False) -> Iterator[QWidget]:
    """Yield what can take the focus inside a widget, in the order of its layouts.

    Of options of which one is chosen, Qt lets Tab stop at one; `single` yields each of them.
    """
    if widget.isHidden() and not hidden:
        return
    policies = QtCore.Qt.FocusPolicy
    if widget.focusPolicy() & (policies.StrongFocus if single else policies.TabFocus):
        yield widget
        return
    for part in inside(widget):
        yield from controls(part, hidden=hidden, single=single)


def entrance(widget: QWidget) -> QWidget | None:
    """Return the control to begin with: an answer before a heading or what opens a help text."""
    found = list(controls(widget))
    return next((c for c in found if not _leads_up(c)), found[0] if found else None)


def _leads_up(control: QWidget) -> bool:
    opens_more = isinstance(control, QPushButton) and control.isCheckable()
    return opens_more or isinstance(control, Heading)


def chain(page: QWidget, *after: QWidget) -> None:
    """Let Tab go through a page as it is seen, and then to what stands after it."""
    before: QWidget | None = None
    for control in (*controls(page, hidden=True), *after):
        if before is not None:
            QWidget.setTabOrder(before, control)
        before = control
