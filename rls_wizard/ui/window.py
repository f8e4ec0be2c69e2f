"""The window: a page in a column that scrolls, the steps beside it, Back and Next below it.

It needs nothing but Qt and our style, so that it can be painted before anything else is loaded.
"""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from rls_wizard.ui import style
from rls_wizard.ui.alert import AlertStrip
from rls_wizard.ui.cover import Cover, Pause
from rls_wizard.ui.header import Header
from rls_wizard.ui.layouts import column_in, divider, row_in
from rls_wizard.ui.order import chain, controls, entrance
from rls_wizard.ui.page_view import PageView
from rls_wizard.ui.steps import StepList, Steps
from rls_wizard.ui.touch import scroll_by_finger
from rls_wizard.ui.words import Heading, button, discard, quiet

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction, QCloseEvent, QKeyEvent, QPaintEvent, QResizeEvent

    from rls_wizard.i18n import Catalogue
    from rls_wizard.ui.keys import Keys
    from rls_wizard.ui.page_view import Spot

_WIDTH, _HEIGHT = 1024, 720
_WIDEST = 3
"""How wide all may be, in columns: on a huge screen Back and Next would be far from the page."""
_WIDE_PAGE = 1.4
"""The least width of a page that wants all of it, in columns."""
_PAGE = 0.4
"""The least share of the window's height that is left for the page."""


class WizardWindow(QWidget):
    """Shows one page at a time; tells when Back or Next is pressed."""

    back = Signal()
    forward = Signal()
    painted = Signal()
    """The first picture stands. What it does not need is imported and set up after it."""
    shown = Signal()
    """Another page stands, or the same anew."""
    hidden = Signal()
    """Everything was covered."""
    told = Signal(str)
    """Something is to be said aloud, if that is on: what no page says; nothing, to be silent."""
    closing = Signal()

    def __init__(self, catalogue: Catalogue) -> None:
        """Create an empty window."""
        super().__init__()
        self._painted = False
        self.may_close: Callable[[], bool] = lambda: True
        """Asked before the window closes."""
        self._covers: list[Cover] = []
        """What lies over everything; the last one is seen."""
        self._asleep: list[QAction] = []
        """What keys do not do while anything lies over it."""
        self._below_header: QWidget | None = None
        self._focused_below = ""
        self._placed: QWidget | None = None
        """What the program itself put the focus on, for who has not used a key so far."""
        self._steps = Steps()
        self.strip = AlertStrip()
        self.header = Header()
        self.header.hide_now.connect(self.hide_now)
        self._step_list = StepList()
        self._step_list.hide()
        self._back = button("", "back", self.back)
        self._next = button("", "next", self.forward, primary=True)
        self._count = quiet("")
        """Which step it is, where no line above the page is to spare for it."""
        # In the middle, as a number: naming `Qt` costs a tenth of the time to the first picture.
        self._count.setProperty("alignment", 0x0084)
        self._view = PageView()
        root = self._root = QVBoxLayout(self)
        root.setContentsMargins(0, 0, 0, 0)
        self._body = self._whole()
        root.addWidget(self._body)
        self._narrow()
        self.set_catalogue(catalogue)
        room = self.screen().availableGeometry()
        self.resize(min(_WIDTH, room.width()), min(_HEIGHT, room.height()))
        # No control has the focus on the first picture: asking how it is shown would name `Qt`.
        self.setFocus()

    def _whole(self) -> QWidget:
        body, self._inner = QWidget(), QWidget()
        row = row_in(body, 0)
        row.addStretch()
        row.addWidget(self._inner, 1_000)
        row.addStretch()
        column = self._column = column_in(self._inner, 0)
        column.addWidget(self.header)
        column.addWidget(divider())
        column.addWidget(self.strip)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._step_list)
        middle.addWidget(self._view, 1)
        column.addLayout(middle, 1)
        column.addWidget(divider())
        self._foot = QWidget()
        self._bottom = self._bar(self._foot)
        column.addWidget(self._foot)
        return body

    @property
    def page(self) -> QWidget:
        """The page that is shown."""
        return self._view.page

    @property
    def catalogue(self) -> Catalogue:
        """The language that is spoken."""
        return self._catalogue

    def set_catalogue(self, catalogue: Catalogue) -> None:
        """Speak another language; the page is the caller's to build anew."""
        self._catalogue = catalogue
        if catalogue.right_to_left != self.isRightToLeft():
            direction = QtCore.Qt.LayoutDirection
            self.setLayoutDirection(
                direction.RightToLeft if catalogue.right_to_left else direction.LeftToRight
            )
        self._name()
        self._view.setAccessibleName(catalogue("Page"))
        self._back.setText(catalogue("Back"))
        self.header.set_catalogue(catalogue)

    def show_page(
        self,
        page: QWidget,
        *,
        back: bool = True,
        forward: str | None = None,
        steps: Steps | None = None,
    ) -> None:
        """Put a page in place of the one before, which is gone at once.

        A page that has an attribute `wide` takes all the width; the focus goes to its heading, or
        to what it has as `begins_at`.
        """
        by_keys = self._painted and self._keys.used
        old = self._view.put(page)
        self._back.setVisible(back)
        self._next.setVisible(forward is not None)
        self._next.setText(forward or "")
        self._show_steps(steps or Steps())
        if self._painted:
            self._focus_first(by_keys=by_keys)
        discard(old)
        self.shown.emit()

    def put_below_header(self, bar: QWidget | None) -> None:
        """Put something between the header and the page; None if it goes."""
        layout = self._inner.layout()
        if isinstance(layout, QVBoxLayout) and bar is not None:
            layout.insertWidget(1, bar)
        self._below_header = bar
        self.reorder()

    def put_at_bottom(self, board: QWidget | None) -> None:
        """Put something below all else, in place of Back and Next if all is low; None: no more."""
        self._foot.setVisible(board is None or not style.LOW)
        if board is not None:
            self._column.addWidget(board)
            board.show()  # at once: the page is to be scrolled to where it leaves room

    def put_above_page(self, note: QWidget | None) -> None:
        """Put a note above every page, in place of the one before; None if there is none."""
        self._view.put_note(note)

    def warn(self, word: str, sentence: str) -> str:
        """Say on every page what is urgent, and return what is new about it."""
        new = self.strip.say(word, sentence)
        self._place_around()
        return new

    def restyle(self) -> None:
        """Take up another text size in the parts that stay from page to page."""
        self._narrow()
        self.header.restyle()
        self.strip.restyle()
        self._view.restyle()
        self._count.setFont(style.font())
        self._step_list.show_steps(self._steps, self._catalogue)

    def _narrow(self) -> None:
        self._inner.setMaximumWidth(_WIDEST * style.column_width())

    def spot(self) -> Spot:
        """Return what stands at the top of what can be seen of the page."""
        return self._view.spot(self.focused)

    @property
    def focused(self) -> str:
        """The name of what has the focus in the window."""
        widget = QApplication.focusWidget()
        return widget.objectName() if widget and self.isAncestorOf(widget) else ""

    def resume(self, spot: Spot) -> None:
        """Show a page that was built anew where it was, with the focus where it was."""
        self._view.settle()
        self._focus_named(spot.focused)
        self._view.resume(spot)

    def press_back(self) -> None:
        """Go back, if that is offered."""
        if self._back.isVisible():
            self._back.click()

    def press_next(self) -> None:
        """Go on, if that is offered."""
        if self._next.isVisible():
            self._next.click()

    def step_back(self) -> None:
        """Close the help texts of a question that are open, or go back."""
        self._keys.go_back()

    def show_meaning(self) -> bool:
        """Open or close what the question that has the focus means; tell whether it says that."""
        return self._keys.show_meaning()

    def hide_now(self) -> None:
        """Cover everything, until the person says so."""
        if self._covers:
            return
        pause = Pause(self._catalogue)
        pause.lifted.connect(partial(self.uncover, pause))
        self.cover(pause)

    @property
    def covered_by(self) -> Cover | None:
        """What lies over everything, and is seen."""
        return self._covers[-1] if self._covers else None

    def cover(self, cover: Cover) -> None:
        """Let something lie over everything; nothing behind it can be read or reached."""
        if (above := QApplication.activePopupWidget()) is not None:
            above.close()
        if (before := self.covered_by) is not None:
            before.hide()
        else:
            self._focused_below = self.focused
            self._asleep = [one for one in self.actions() if one.isEnabled()]
            for action in self._asleep:
                action.setEnabled(False)
            self._body.hide()
            # Out of the window: what is hidden in it a screen reader can still be told of.
            self._body.setParent(None)
        self._covers.append(cover)
        self.hidden.emit()
        self._root.addWidget(cover)
        scroll_by_finger(cover.area)
        self._show_cover(cover)

    def uncover(self, cover: Cover) -> None:
        """Take a cover away, wherever it lies, and show what it covered."""
        if cover not in self._covers:
            return
        self._covers.remove(cover)
        discard(cover)
        if (below := self.covered_by) is not None:
            self._show_cover(below)
            return
        self._name()
        self._root.addWidget(self._body)
        self._body.show()
        for action in self.actions():
            if action in self._asleep:
                action.setEnabled(True)
        self.reorder()
        self._focus_named(self._focused_below)

    def change_cover(self, before: Cover | None, cover: Cover | None) -> None:
        """Let a cover lie in place of another, with nothing to be seen between; None: no cover."""
        if cover is not None:
            self.cover(cover)
        if before is not None:
            self.uncover(before)

    def lift_cover(self) -> None:
        """Show what was covered, if anything was."""
        while (cover := self.covered_by) is not None:
            self.uncover(cover)

    def _show_cover(self, cover: Cover) -> None:
        self._name()
        cover.show()
        cover.begins_at.setFocus()

    def _name(self) -> None:
        """Let the title of the window say no more than what is seen."""
        cover = self.covered_by
        said = cover.accessibleName() if cover else self._catalogue("Restless legs wizard")
        self.setWindowTitle(said)

    def kept_place(self) -> str:
        """Return size and place of the window, to be kept."""
        return str(self.saveGeometry().toHex().toStdString())

    def reorder(self) -> None:
        """Let Tab follow the page after something came or went on it."""
        chain(self.page, *self._around(hidden=True))

    def _around(self, *, hidden: bool = False) -> tuple[QWidget, ...]:
        """Return what can be pressed around the page, in the order in which one comes to it."""
        below = controls(self._below_header, hidden=hidden) if self._below_header else ()
        return self._back, self._next, *self.header.buttons, *below

    def stops(self) -> list[QWidget]:
        """Return all that can take the focus now, as it is seen, with every option by itself."""
        if (cover := self.covered_by) is not None:
            found = tuple(one for one in controls(cover) if not isinstance(one, Heading))
        else:
            found = (*controls(self.page, single=True), *self._around())
        return [control for control in found if control.isVisible() and control.isEnabled()]

    def reveal(self, widget: QWidget, question: QWidget) -> None:
        """Scroll as little as shows something on the page, and its question if both have room."""
        self._view.reveal(widget, question)

    def read_on(self, target: QWidget, way: int) -> bool:
        """Scroll a step if text on the way to a thing would never be seen; tell whether it did."""
        return self._view.read_on(target, way)

    def bring(self, widget: QWidget) -> None:
        """Scroll to something on the page, and focus the first control in it."""
        self._view.lay_out()
        self._focus(entrance(widget) or widget, by_keys=self._keys.used)
        self._view.scroll_to(widget)

    def begin(self) -> None:
        """Focus the first control of the page, below its heading."""
        self._focus(entrance(self.page) or self._next, by_keys=self._keys.used)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell when the first picture stands."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self._first_picture_stands)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make room for the steps, or take it."""
        super().resizeEvent(event)
        self._place_around()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand on a key that nothing on the page has taken."""
        if not self._keys.take(event):
            super().keyPressEvent(event)

    @cached_property
    def _keys(self) -> Keys:
        """What keys do: not imported before the first picture stands."""
        from rls_wizard.ui.keys import Keys  # noqa: PLC0415

        return Keys(self)

    def focusNextPrevChild(self, onwards: bool) -> bool:
        """Move the focus; the first time only show where it is."""
        return self.frame_focus() or super().focusNextPrevChild(onwards)

    @property
    def uses_keys(self) -> bool:
        """Whether the person uses keys at the moment, and no finger."""
        return self._painted and self._keys.used

    def frame_focus(self) -> bool:
        """Show where the focus is if the person could not see it; tell whether that was so."""
        placed, self._placed = self._placed, None
        framed = QtCore.Qt.WidgetAttribute.WA_KeyboardFocusChange
        if (
            placed is not None
            and placed is QApplication.focusWidget()
            and not (self.testAttribute(framed))
        ):
            self.setAttribute(framed)
            placed.update()
            return True
        return False

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that the window goes, for work to be ended."""
        if not self.may_close():
            event.ignore()
            return
        self.closing.emit()
        super().closeEvent(event)

    def _first_picture_stands(self) -> None:
        self.painted.emit()
        QTimer.singleShot(0, self._settle)

    def _settle(self) -> None:
        """Set up what the first picture could do without."""
        scroll_by_finger(self._view)
        keys = self._keys
        if self.page.isVisible() and not self.page.isAncestorOf(self.focusWidget()):
            self._focus_first(by_keys=keys.used)

    def _focus_first(self, *, by_keys: bool) -> None:
        self.reorder()
        self._focus(self._beginning(), by_keys=by_keys)

    def _beginning(self) -> QWidget:
        """Return where the focus goes on a page: to its heading, or to what it names itself."""
        named: QWidget | None = getattr(self.page, "begins_at", None)
        return named or self.page.findChild(Heading) or entrance(self.page) or self._next

    def _focus_named(self, name: str) -> None:
        """Focus something by its name, or what comes first on the page."""
        found = self.findChild(QWidget, name) if name else None
        if found is None or not found.isVisibleTo(self):
            found = self._beginning()
        self._focus(found, by_keys=self._keys.used)

    def _focus(self, widget: QWidget, *, by_keys: bool) -> None:
        if (cover := self.covered_by) is not None:  # else keys would answer what nobody sees
            widget = cover.begins_at
        widget.setFocus()
        # From a heading, the first Tab goes on at once: nothing acts there.
        self._placed = None if isinstance(widget, Heading) else widget
        # Whoever came by keys goes on by keys, and needs to see where the focus is.
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_KeyboardFocusChange, by_keys)

    def _show_steps(self, steps: Steps) -> None:
        if steps != self._steps:
            self._steps = steps
            self._step_list.show_steps(steps, self._catalogue)
        self._place_around()

    def _place_around(self) -> None:
        """Give what stands around the page a place that leaves room for the page itself."""
        bars = self.header.sizeHint().height() + self._bottom.sizeHint().height() + 2
        self._place_strip(self.height() - bars)
        taken = 0 if self.strip.isHidden() else self.strip.heightForWidth(self.width())
        self._place_steps(self.height() - bars - taken)

    def _place_strip(self, room: int) -> None:
        """Show what is urgent above the page, or, in very large text, at its top."""
        rest = room - self.strip.heightForWidth(self.width())
        column, place = (
            (self._column, 2) if rest >= _PAGE * self.height() else (self._view.column, 0)
        )
        if column.indexOf(self.strip) < 0:
            hidden = self.strip.isHidden()
            column.insertWidget(place, self.strip)
            self.strip.setHidden(hidden)

    def _place_steps(self, room: int) -> None:
        """Show the steps at the side if there is room beside the page, else in one line."""
        pages = _WIDE_PAGE if getattr(self.page, "wide", False) else 1
        beside = self._step_list.width() + pages * style.column_width() + 2 * style.WIDE
        steps = self._step_list
        roomy = self.width() >= beside and room >= steps.heightForWidth(steps.width())
        roomy = roomy and bool(self._steps.titles)
        self._step_list.setVisible(roomy)
        words = "" if roomy else self._steps.in_words(self._catalogue)
        # The same place on every page: that of the longest.
        width = min(self.width(), self._inner.maximumWidth())
        above = self.header.has_room(self._steps.all_in_words(self._catalogue), width)
        self.header.say(words if above else "")
        below = style.LOW and not above
        self._count.setText(self._steps.number_in_words(self._catalogue) if below else "")
        self._view.say_where("" if above or below else words)
        # A screen reader says it after the heading, which takes the focus.
        if heading := self.page.findChild(Heading):
            heading.setAccessibleDescription(self._steps.number_in_words(self._catalogue))

    def _bar(self, foot: QWidget) -> QHBoxLayout:
        bar = QHBoxLayout(foot)
        bar.setContentsMargins(style.WIDE, style.TIGHT, style.WIDE, style.NORMAL)
        for one in (self._back, self._next):
            policy = one.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            one.setSizePolicy(policy)
            one.setMinimumWidth(style.BUTTON)
        bar.addWidget(self._back)
        bar.addWidget(self._count, 1)
        bar.addWidget(self._next)
        return bar
