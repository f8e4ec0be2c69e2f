"""Nobody leaves the window, opens another, or takes anything along; screen readers are untouched.

Keys that only the system sees, such as Ctrl+Alt+Delete, are the business of what shows the window:
cage, or Shell Launcher.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QLayout, QWidget

from rls_wizard.ui.kiosk.watch import KINDS

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from rls_wizard.ui.kiosk.watch import Watch
    from rls_wizard.ui.window import WizardWindow

_KEY, _HELD = Qt.Key, Qt.KeyboardModifier
_ALONE = {
    _KEY.Key_Tab, _KEY.Key_Backtab, _KEY.Key_Return, _KEY.Key_Enter, _KEY.Key_Escape,
    _KEY.Key_Backspace, _KEY.Key_Delete, _KEY.Key_Space, _KEY.Key_Up, _KEY.Key_Down,
    _KEY.Key_Left, _KEY.Key_Right, _KEY.Key_Home, _KEY.Key_End, _KEY.Key_PageUp,
    _KEY.Key_PageDown, _KEY.Key_F1, _KEY.Key_F7, _KEY.Key_F8, _KEY.Key_F9, _KEY.Key_Help,
    _KEY.Key_Back, _KEY.Key_VolumeDown, _KEY.Key_VolumeUp, _KEY.Key_Shift, _KEY.Key_Control,
    _KEY.Key_Alt, _KEY.Key_AltGr, _KEY.Key_CapsLock, _KEY.Key_NumLock, _KEY.Key_Multi_key,
}  # fmt: skip
"""What moves, chooses, writes or is held; all other keys do nothing."""
_WITH = {
    _HELD.ControlModifier: {
        _KEY.Key_Plus, _KEY.Key_Minus, _KEY.Key_Equal, _KEY.Key_0, _KEY.Key_Return,
        _KEY.Key_Enter, _KEY.Key_Left, _KEY.Key_Right, _KEY.Key_Home, _KEY.Key_End,
        _KEY.Key_Backspace, _KEY.Key_Delete, _KEY.Key_A, _KEY.Key_Z,
    },
    _HELD.AltModifier: {_KEY.Key_Left, _KEY.Key_Right},
}  # fmt: skip
_LAYERS = _HELD.ShiftModifier | _HELD.KeypadModifier | _HELD.GroupSwitchModifier
"""With these, a key writes something else."""
_DEAD = range(_KEY.Key_Dead_Grave.value, _KEY.Key_Dead_Longsolidusoverlay.value + 1)
_DROPS = {KINDS.DragEnter, KINDS.DragMove, KINDS.Drop}
_NEVER = {KINDS.ContextMenu, KINDS.ToolTip, KINDS.WhatsThis, KINDS.QueryWhatsThis}
_STATES = {KINDS.WindowStateChange, KINDS.Hide}
_FAR = 100_000
_SOON = 50
"""After how many milliseconds the screen is taken back: what took it must be done with it."""


class Lock(QObject):
    """Takes what would lead out before anything else gets it."""

    def __init__(self, window: WizardWindow, watch: Watch) -> None:
        """Lock a window that fills the screen."""
        super().__init__(window)
        self._window = window
        window.may_close = lambda: False
        if (layout := window.layout()) is not None:
            # What has no room on a small screen would make the window larger than that.
            layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
            window.setMinimumSize(0, 0)
        # No drag begins: it would go on in a loop of its own.
        QApplication.setStartDragDistance(_FAR)
        self._back = QTimer(self, singleShot=True, interval=_SOON)
        self._back.timeout.connect(self._take_screen)
        watch.tell({KINDS.KeyPress, KINDS.KeyRelease, KINDS.ShortcutOverride}, _keys)
        pressed = {KINDS.MouseButtonPress, KINDS.MouseButtonRelease, KINDS.MouseButtonDblClick}
        watch.tell(pressed, _buttons)
        watch.tell({KINDS.Close, KINDS.Quit, *_DROPS}, _refuse)
        watch.tell(_NEVER, lambda *_: True)
        watch.tell({KINDS.Show}, self._show)
        watch.tell(_STATES, self._state)

    def _show(self, watched: QObject, _event: QEvent) -> bool:
        """Close any other window at once."""
        if isinstance(watched, QWidget) and watched.isWindow() and watched is not self._window:
            QTimer.singleShot(0, watched, watched.hide)
        return False

    def _state(self, watched: QObject, _event: QEvent) -> bool:
        if watched is self._window:
            self._back.start()
        return False

    def _take_screen(self) -> None:
        whole = self._window.isFullScreen() and not self._window.isMinimized()
        if not whole or not self._window.isVisible():
            self._window.showFullScreen()
            self._window.activateWindow()


def allows(event: QKeyEvent) -> bool:
    """Tell whether a key does anything on a kiosk."""
    held = event.modifiers() & ~_LAYERS
    writes = event.text().isprintable() and bool(event.text())
    if not held or held == (_HELD.ControlModifier | _HELD.AltModifier):
        # Both together are AltGr on some systems.
        return writes or (not held and (event.key() in _ALONE or event.key() in _DEAD))
    return event.key() in _WITH.get(held, ()) or _is_held_down(event)


def _is_held_down(event: QKeyEvent) -> bool:
    """Tell whether the key is itself one that is held, such as Ctrl."""
    return event.key() in {_KEY.Key_Shift, _KEY.Key_Control, _KEY.Key_Alt, _KEY.Key_AltGr}


def _keys(_watched: QObject, event: QEvent) -> bool:
    if allows(cast("QKeyEvent", event)):
        return False
    # Else a shortcut, or the parent, would have it.
    event.accept()
    return True


def _buttons(_watched: QObject, event: QEvent) -> bool:
    """Take every button but the left: others open menus, and paste."""
    return isinstance(event, QMouseEvent) and event.button() is not Qt.MouseButton.LeftButton


def _refuse(_watched: QObject, event: QEvent) -> bool:
    """Take what would close the window or bring something in.

    A window that is not ours, such as a box of Qt's own, is closed by being hidden.
    """
    event.ignore()
    return True
