"""All that somebody's hands, devices and other programs can send to a window, at random."""

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QInputMethodEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

BUTTONS = (Qt.MouseButton.LeftButton,) * 6 + (
    Qt.MouseButton.RightButton,
    Qt.MouseButton.MiddleButton,
)
MODIFIERS = Qt.KeyboardModifier
HELD = (MODIFIERS.NoModifier,) * 6 + (
    MODIFIERS.ShiftModifier,
    MODIFIERS.ControlModifier,
    MODIFIERS.AltModifier,
    MODIFIERS.ControlModifier | MODIFIERS.ShiftModifier,
)
KEYS = [
    *(Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left),
    *(Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Escape),
    *(Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Insert),
    *(Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Back, Qt.Key.Key_Menu, Qt.Key.Key_Help),
    *map(Qt.Key, range(Qt.Key.Key_F1.value, Qt.Key.Key_F12.value + 1)),
    *map(Qt.Key, range(Qt.Key.Key_0.value, Qt.Key.Key_9.value + 1)),
    *map(Qt.Key, range(Qt.Key.Key_A.value, Qt.Key.Key_Z.value + 1)),
    *(Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_Equal, Qt.Key.Key_Comma, Qt.Key.Key_Period),
]
RUBBISH = [
    "mirtazapine", "Night Nurse", "2019", "7", "-1", "nan", "1e5", "12,5", "\u202eabc", "\0", "  ",
    "\ud800", "\U0001f9b5\u200d", "\u0926\u0930\u094d\u0926", "a\nb\tc\r\n", "<b>x</b>&amp;%s{0}",
    "9" * 400, "x" * 5_000, "\n" * 200, "\u00bd\u0663\u00b2", "e\u0301" * 40,
]  # fmt: skip
SIZES = ((1024, 600), (640, 480), (1920, 1080), (320, 240), (800, 420))


class Devices:
    """Mouse, keyboard, touch screen, input method, clipboard and other windows."""

    def __init__(self, dice, window, files):
        self._dice, self.window, self._files = dice, window, files
        self._handle = window.windowHandle()
        self._touch = QTest.createTouchDevice()

    @property
    def top(self):
        """What lies above all: a menu, a box, or the window."""
        return QApplication.activePopupWidget() or QApplication.activeModalWidget() or self.window

    def _spot(self):
        """Return a place: half the time in the middle of something that can be pressed."""
        top = self.top
        things = [b for b in top.findChildren(QAbstractButton) if b.isVisible()]
        if things and self._dice.random() < 0.5:
            thing = self._dice.choice(things)
            at = thing.mapTo(top, thing.rect().center())
            if top.rect().contains(at):
                return at
        width, height = max(1, top.width()), max(1, top.height())
        return QPoint(self._dice.randrange(width), self._dice.randrange(height))

    def _target(self):
        """Return what a device talks to: the window of the system, or what lies over it."""
        return self._handle if self.top is self.window else self.top

    # Pointers ------------------------------------------------------------------------------------

    def press(self):
        """Press something on the page, wherever it is, as a screen reader would."""
        things = [b for b in self.top.findChildren(QAbstractButton) if b.isVisibleTo(self.top)]
        if usable := [thing for thing in things if thing.isEnabled()]:
            thing = self._dice.choice(usable)
            thing.click()
            return thing
        return None

    def click(self):
        button, at, held = self._dice.choice(BUTTONS), self._spot(), self._dice.choice(HELD)
        for press in (QTest.mousePress, *[QTest.mouseDClick] * (self._dice.random() < 0.2)):
            self._point(press, at, button, held)
            self._point(QTest.mouseRelease, at, button, held)
        return button, at

    def drag(self):
        begin, end, button = self._spot(), self._spot(), self._dice.choice(BUTTONS)
        self._point(QTest.mousePress, begin, button)
        for step in range(1, 5):
            self._point(QTest.mouseMove, begin + (end - begin) * step / 4)
        self._point(QTest.mouseRelease, end, button)
        return begin, end

    def _point(self, act, at, *more):
        """Act with the mouse on what lies above all by now: a press may have closed a menu."""
        if more:
            button, held = (*more, MODIFIERS.NoModifier)[:2]
            act(self._target(), button, held, at)
        else:
            act(self._target(), at)

    def turn_wheel(self):
        turn = QPoint(self._dice.choice((0, 0, 120)), self._dice.choice((-720, -120, 120, 720)))
        held = self._dice.choice(HELD)
        QTest.wheelEvent(self._handle, QPointF(self._spot()), turn, turn, held)
        return turn

    def tap(self):
        at, top = self._spot(), self.top
        QTest.touchEvent(top, self._touch).press(0, at, top).commit()
        QTest.touchEvent(top, self._touch).release(0, at, top).commit()
        return at

    def swipe(self):
        """Move one finger, or two, over the screen."""
        fingers, top = self._dice.choice((1, 1, 2)), self.top
        ways = [(self._spot(), self._spot()) for _ in range(fingers)]
        for step in range(6):
            event = QTest.touchEvent(top, self._touch)
            for finger, (begin, end) in enumerate(ways):
                at = begin + (end - begin) * step / 5
                (event.press if step == 0 else event.move)(finger, at, top)
            event.commit()
        event = QTest.touchEvent(top, self._touch)
        for finger, (_, end) in enumerate(ways):
            event.release(finger, end, top)
        event.commit()
        return ways

    # Keys and words ------------------------------------------------------------------------------

    def key(self):
        key, held = self._dice.choice(KEYS), self._dice.choice(HELD)
        self._click_key(key, held)
        return key, held

    def _click_key(self, key, held=MODIFIERS.NoModifier):
        QTest.keyPress(self._target(), key, held)
        QTest.keyRelease(self._target(), key, held)

    def chord(self):
        keys = self._dice.sample(KEYS, 3)
        for key in keys:
            QTest.keyPress(self._target(), key)
        for key in keys:
            QTest.keyRelease(self._target(), key)
        return keys

    def type_text(self):
        text = self._dice.choice([t for t in RUBBISH if t.isascii() and t.isprintable()])[:12]
        self._focus_a_field()
        for letter in text:
            self._click_key(letter)
        return text

    def paste(self):
        text = self._dice.choice(RUBBISH)
        self._focus_a_field()
        QGuiApplication.clipboard().setText(text)
        self._click_key(Qt.Key.Key_V, MODIFIERS.ControlModifier)
        return text[:20]

    def compose(self):
        """Write by an input method, as for Chinese or by dictation."""
        text = self._dice.choice(RUBBISH)
        self._focus_a_field()
        if (field := QApplication.focusWidget()) is not None:
            QApplication.sendEvent(field, QInputMethodEvent(text[:3], []))
            event = QInputMethodEvent()
            event.setCommitString(text)
            QApplication.sendEvent(field, event)
        return text[:20]

    def _focus_a_field(self):
        fields = self.window.findChildren(QWidget)
        fields = [w for w in fields if w.objectName().endswith(".value") and w.isVisible()]
        if fields and self._dice.random() < 0.7:
            self._dice.choice(fields).setFocus()

    # Other windows and programs ------------------------------------------------------------------

    def drop(self):
        """Drag files, or words, from somewhere else to the window, and let them go."""
        what, buttons = QMimeData(), Qt.MouseButton.LeftButton
        if self._dice.random() < 0.5:
            files = self._dice.sample(self._files, self._dice.randint(1, len(self._files)))
            what.setUrls([QUrl.fromLocalFile(file) for file in files])
        else:
            what.setText(self._dice.choice(RUBBISH))
        takers = [w for w in self.window.findChildren(QWidget) if w.acceptDrops() and w.isVisible()]
        if takers:
            taker, at = self._dice.choice(takers), QPoint(5, 5)
            action = Qt.DropAction.CopyAction
            events = (
                QDragEnterEvent(at, action, what, buttons, MODIFIERS.NoModifier),
                QDragMoveEvent(at, action, what, buttons, MODIFIERS.NoModifier),
                QDropEvent(QPointF(at), action, what, buttons, MODIFIERS.NoModifier),
            )
            for event in events:
                event.ignore()
                if not QApplication.sendEvent(taker, event) or not event.isAccepted():
                    break
        return what.formats()

    def resize(self):
        size = self._dice.choice(SIZES)
        self.window.resize(*size)
        return size

    def lose_the_focus(self):
        """Let another program come to the front, and go."""
        state = self._dice.choice((Qt.WindowState.WindowNoState, Qt.WindowState.WindowMaximized))
        self.window.setWindowState(state)
        self.window.clearFocus()
        self.window.activateWindow()
        return state
