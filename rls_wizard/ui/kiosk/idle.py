"""Where nobody does anything: asks whether somebody is there, and only then forgets all."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from rls_wizard.ui import style
from rls_wizard.ui.announce import announce
from rls_wizard.ui.cover import Cover
from rls_wizard.ui.kiosk.watch import KINDS, PRESSES, place_of
from rls_wizard.ui.words import button, label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton

    from rls_wizard.i18n import Catalogue
    from rls_wizard.kiosk.site import Times
    from rls_wizard.ui.kiosk.watch import Watch
    from rls_wizard.ui.pages import Desk
    from rls_wizard.ui.visit import Visit

MORE = 3
"""How many times as long it waits for who needs more time."""
_TICK = 1.0
_CALM = 0.7
"""Seconds after the warning in which a press is not one of what came up: a hand may press twice."""
_ACTS = PRESSES | {
    KINDS.KeyPress, KINDS.ShortcutOverride, KINDS.InputMethod, KINDS.MouseMove, KINDS.Wheel,
    KINDS.TouchUpdate, KINDS.TouchEnd, KINDS.TabletMove,
}  # fmt: skip
_KEY = Qt.Key
_INSIDE = {
    _KEY.Key_Tab, _KEY.Key_Backtab, _KEY.Key_Up, _KEY.Key_Down, _KEY.Key_Left, _KEY.Key_Right,
    _KEY.Key_Return, _KEY.Key_Enter, _KEY.Key_Space,
}  # fmt: skip
"""Keys that move about in the warning, or press what has the focus there."""
_SAID_AT = (30, 10)
"""Seconds left at which they are said."""


class Idle(QObject):
    """Counts how long nobody did anything; on the untouched first page nothing is counted."""

    over = Signal()
    """Nobody answered the warning to its end."""

    def __init__(self, times: Times, visit: Visit, desk: Desk, watch: Watch) -> None:
        """Take how long to wait."""
        super().__init__(visit)
        self._visit, self._window, self._display = visit, desk.window, desk.display
        self._clock = watch.clock
        self._at_first = desk.display.settings
        self._usual, self.quiet, self._warns = times.quiet, times.quiet, times.warning
        self._warning: StillThere | None = None
        self._left = 0.0
        self._last = self._ticked = self._clock()
        self._lifted = self._last - _CALM
        self._where: QPointF | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.look)
        watch.tell(_ACTS, self._see)
        # Whoever uses a screen reader may press without a key or a touch.
        visit.changed.connect(self.act)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self.act)
        self.act()

    @property
    def _catalogue(self) -> Catalogue:
        return self._window.catalogue

    @property
    def is_counting(self) -> bool:
        """Whether anything is to happen if nobody does anything."""
        return self._timer.isActive()

    def act(self) -> None:
        """Take note that somebody is there."""
        self._last = self._clock()
        if self._warning is None and not self._timer.isActive():
            self._wait(self.quiet)

    def look(self) -> None:
        """See what time it is, and do what is due."""
        self._timer.stop()
        if self._warning is not None:
            self._tick(self._warning)
            return
        quiet = self._clock() - self._last
        if quiet < self.quiet:
            self._wait(self.quiet - quiet)
        elif (cover := self._window.covered_by) is not None and cover.ends_itself:
            self._wait(self.quiet)
        elif self._visit.is_untouched:
            # Nobody is there, and there is nothing to forget but how it looks.
            self._window.lift_cover()
            self._display.take(self._at_first)
            self.quiet = self._usual
            self._timer.stop()
        else:
            self._warn()

    def _wait(self, seconds: float) -> None:
        self._timer.start(ceil(seconds * 1_000))

    # The warning ---------------------------------------------------------------------------------

    def _warn(self) -> None:
        more = self.quiet == self._usual
        longer = self._usual * MORE if more else 0
        self._warning = warning = StillThere(self._catalogue, self._warns, longer)
        warning.stay.connect(self._go_on)
        warning.more.connect(self._take_more)
        self._begin_count(warning)
        self._window.cover(warning)
        self._say(f"{warning.accessibleName()} {warning.told}")

    def _begin_count(self, warning: StillThere) -> None:
        self._left, self._ticked = float(self._warns), self._clock()
        warning.show_left(self._warns)
        self._wait(_TICK)

    def _tick(self, warning: StillThere) -> None:
        """Count down: never faster than it can be seen, should the computer have stood still."""
        now = self._clock()
        self._left -= min(now - self._ticked, 2 * _TICK)
        self._ticked = now
        before, left = warning.left, max(ceil(self._left), 0)
        warning.show_left(left)
        if left == 0:
            self.over.emit()
            return
        if any(left <= mark < before for mark in _SAID_AT):
            self._say(warning.told)
        self._wait(_TICK)

    def _say(self, text: str) -> None:
        announce(self._window, text, at_once=True)
        self._window.told.emit(text)

    def _take_more(self) -> None:
        self.quiet = self._usual * MORE
        self._go_on()
        announce(self._window, self._catalogue("You have more time now."), at_once=True)

    def _go_on(self) -> None:
        warning, self._warning = self._warning, None
        if warning is not None:
            self._window.told.emit("")
            self._window.uncover(warning)
        self._timer.stop()
        self._lifted = self._clock()
        self.act()

    # What people do ------------------------------------------------------------------------------

    def _see(self, _watched: QObject, event: QEvent) -> bool:
        """Take note of an event; tell whether it goes no further."""
        kind = event.type()
        if kind is KINDS.MouseMove and not self._has_moved(event):
            return False
        if self._warning is not None:
            return self._answer(self._warning, event)
        self.act()
        if kind in PRESSES and self._clock() - self._lifted < _CALM:
            event.accept()
            return True
        return False

    def _has_moved(self, event: QEvent) -> bool:
        """Tell whether a hand moved it, and not the window below it."""
        now = event.globalPosition() if isinstance(event, QMouseEvent) else None
        before, self._where = self._where, now
        return before is not None and before != now

    def _answer(self, warning: StillThere, event: QEvent) -> bool:
        """Go on at any touch or key, but for those that are about the warning's own buttons."""
        kind = event.type()
        if kind is KINDS.KeyPress:
            stays = cast("QKeyEvent", event).key() in _INSIDE
        elif kind in PRESSES:
            stays = warning.has_button_at(place_of(event))
        else:
            stays = kind is not KINDS.Wheel
        if stays:
            self._begin_count(warning)
            return False
        event.accept()
        self._go_on()
        return True


class StillThere(Cover):
    """Asks whether somebody is there, and counts down."""

    stay = Signal()
    more = Signal()

    def __init__(self, catalogue: Catalogue, left: int, more_time: int) -> None:
        """Begin at so many seconds; offer to wait longer from now on, if there is a longer time."""
        _ = self._catalogue = catalogue
        super().__init__(_("Are you still there?"))
        self._number = label("", style.HEADING, bold=True)
        self._number.setObjectName("idle.left")
        words = _(
            "Touch the screen, or press a key, to go on. If nobody does, all answers are deleted."
        )
        self.column.addWidget(label(words))
        self.column.addWidget(self._number)
        self.show_left(left)
        stay = button(_("Go on"), "idle.stay", self.stay, primary=True)
        self.column.addWidget(stay)
        self._buttons: list[QAbstractButton] = [stay]
        if more_time:
            self._offer_more(more_time)
        self.column.addStretch()
        self.begins_at = stay

    def _offer_more(self, seconds: int) -> None:
        _ = self._catalogue
        more = button(_("I need more time"), "idle.more", self.more)
        self._buttons.append(more)
        self.column.addWidget(more)
        said = _("With more time, the screen asks only after {minutes} minutes.")
        self.column.addWidget(label(said.format(minutes=max(seconds // 60, 1))))

    def show_left(self, seconds: int) -> None:
        """Show how many seconds are left."""
        self.left = seconds
        self._number.setText(self._catalogue("Seconds left: {count}").format(count=seconds))

    @property
    def told(self) -> str:
        """What is said of it."""
        said = self._catalogue(
            "Touch the screen, or press a key, to go on. If nobody does, all answers are deleted "
            "in {seconds} seconds."
        )
        return said.format(seconds=self.left)

    def has_button_at(self, place: QPointF | None) -> bool:
        """Tell whether one of its buttons is there."""
        if place is None:
            return False
        at = place.toPoint()
        return any(one.rect().contains(one.mapFromGlobal(at)) for one in self._buttons)
