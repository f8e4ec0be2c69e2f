"""Reads what the window shows, for as long as the person wants that."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QSinglePointEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from rls_wizard.domain.fixed import COUNTRY
from rls_wizard.ui.aloud.bar import Bar
from rls_wizard.ui.aloud.pointer import Pointer
from rls_wizard.ui.aloud.reciter import Reciter
from rls_wizard.ui.aloud.said import Page, Passage, groups
from rls_wizard.ui.aloud.sound import WHOLE, sound_in
from rls_wizard.ui.aloud.spoken import Spoken, numbers_of
from rls_wizard.ui.aloud.words import briefly, told
from rls_wizard.ui.words import discard

if TYPE_CHECKING:
    from rls_wizard.ui.aloud.sound import Sound
    from rls_wizard.ui.aloud.talk import Trouble
    from rls_wizard.ui.aloud.voice import MakeVoice, Voice
    from rls_wizard.ui.display import Display
    from rls_wizard.ui.pages import Desk
    from rls_wizard.ui.visit import Visit
    from rls_wizard.ui.window import WizardWindow

_EVENTS = QEvent.Type
_ACTS = {_EVENTS.KeyPress, _EVENTS.MouseButtonPress, _EVENTS.TouchBegin}
"""Of a person who does something: then there is silence."""
_ACTED = {_EVENTS.KeyPress, _EVENTS.KeyRelease, _EVENTS.MouseButtonRelease, _EVENTS.TouchEnd}
"""After them something may be chosen, or stand elsewhere."""


class Aloud(QObject):
    """Begins and ends with a press; it never begins by itself.

    So nobody who has a screen reader hears two voices, unless they ask for the second.
    """

    def __init__(self, visit: Visit, desk: Desk, make_voice: MakeVoice) -> None:
        """Take what is read, where, and what finds a voice in a language."""
        super().__init__(visit)
        window = desk.window
        self._visit, self._window, self._display = visit, window, desk.display
        self._make_voice = make_voice
        self._reading: Reading | None = None
        self.sound = sound_in(desk.site)
        """How loud it is now, and whether it may be at all."""
        window.header.offer_aloud(self.sound.on)
        window.header.aloud.connect(self.toggle)
        window.closing.connect(self.stop)
        visit.forgotten.connect(self.stop)

    def toggle(self) -> None:
        """Begin to read, or end it."""
        if self._reading is not None:
            self.stop()
            return
        voice = self._make_voice(self._visit.pages.catalogue.language, self)
        voice.volume = self.sound.volume / WHOLE
        self._reading = Reading(self._visit, self._window, self._display, voice, self.sound)
        bar = self._reading.bar
        bar.stop.connect(self.stop)
        bar.quieter.connect(partial(self.louder, -1))
        bar.louder.connect(partial(self.louder, 1))

    def again(self) -> None:
        """Say again what was said last; begin if nothing was."""
        if self._reading is None:
            self.toggle()
        else:
            self._reading.again()

    def louder(self, steps: int) -> None:
        """Speak louder, or quieter; what was said last is said again, so that one hears it."""
        self.sound = self.sound.louder(steps)
        if self._reading is not None:
            self._reading.set_volume(self.sound.volume / WHOLE)

    def hush(self) -> bool:
        """Be silent at once, and tell whether that ended anything."""
        return self._reading is not None and self._reading.hush()

    def stop(self) -> None:
        """End it at once."""
        reading, self._reading = self._reading, None
        if reading is not None:
            reading.end()


class Reading(QObject):
    """From the first word to the last: a voice, the bar that steers it, and what it reads."""

    def __init__(
        self, visit: Visit, window: WizardWindow, display: Display, voice: Voice, sound: Sound
    ) -> None:
        """Look for the voice; the window can be used meanwhile."""
        super().__init__(visit)
        self._sound = sound
        self._visit, self._window, self._display, self._voice = visit, window, display, voice
        self._catalogue = visit.pages.catalogue
        self._ready = False
        self._reciter = Reciter(voice, lambda: display.settings.speech_rate)
        self._pointer: Pointer | None = None
        self._focus: tuple[str, bool] = ("", False)
        self._among: list[str] = []
        self.bar = Bar(self._catalogue, has_volume=sound.has_volume)
        window.put_below_header(self.bar)
        self.bar.show()
        self.bar.pause.connect(self._pause)
        self.bar.again.connect(self.again)
        self.bar.slower.connect(partial(self._faster, -1))
        self.bar.faster.connect(partial(self._faster, 1))
        self._reciter.changed.connect(self._show)
        voice.ready.connect(self._begin)
        voice.failed.connect(self._failed)
        self.bar.tell(self._catalogue("Looking for a voice \u2026"))
        voice.start()

    def end(self) -> None:
        """Be silent for ever, and take away what steered it."""
        self._ready = False
        self.blockSignals(True)
        self._voice.stop()
        self._window.windowHandle().removeEventFilter(self)
        if self._in_bar():
            self._window.header.aloud_button.setFocus()
        self._drop_pointer()
        self._window.put_below_header(None)
        discard(self.bar)
        self.setParent(None)
        self.deleteLater()
        self._voice.deleteLater()

    def again(self) -> None:
        """Say again what was said last."""
        if self._ready:
            self._reciter.take(self._passages())
            self._reciter.again()

    def set_volume(self, volume: float) -> None:
        """Say again what was said last, so loud."""
        self._voice.volume = volume
        self.again()

    def hush(self) -> bool:
        """Be silent at once, and tell whether that ended anything."""
        spoke = self._reciter.speaking
        self._reciter.hush()
        return spoke

    # What happens --------------------------------------------------------------------------------

    def _begin(self) -> None:
        self._ready = True
        self._window.windowHandle().installEventFilter(self)
        self._window.hidden.connect(self._reciter.hush)
        self._window.told.connect(self._tell)
        self._window.shown.connect(self._shown, Qt.ConnectionType.QueuedConnection)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._look_soon)
        self._remember(QApplication.focusWidget())
        self._read(self._passages())

    def _tell(self, text: str) -> None:
        """Say what no page says; nothing, to be silent."""
        self._reciter.hush()
        if text and self._ready:
            self._reciter.say_aside([Passage(text, self.bar)])

    def _failed(self, trouble: Trouble) -> None:
        self._ready = False
        self._reciter.hush()
        self._drop_pointer()
        self.bar.tell(told(trouble, self._catalogue), briefly(trouble, self._catalogue))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Be silent as soon as the person does anything, and say what came of it."""
        if event.type() in _ACTS and not self._steers(event):
            self._reciter.hush()
        if event.type() in _ACTED:
            self._look_soon()
        return super().eventFilter(watched, event)

    def _steers(self, event: QEvent) -> bool:
        """Tell whether it is about the bar, which knows best what is to be said."""
        if isinstance(event, QSinglePointEvent):
            spot = self.bar.mapFromGlobal(event.globalPosition().toPoint())
            return self.bar.rect().contains(spot)
        return isinstance(event, QKeyEvent) and self._in_bar() and event.text() in {" ", "\r"}

    def _in_bar(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.bar.isAncestorOf(focused)

    def _shown(self) -> None:
        """Read another page; of one that is the same, built anew, only go on when asked to."""
        if not self._ready:
            return
        before = [passage.text for passage in self._reciter.page if passage.fixed]
        page = self._passages()
        self._drop_pointer()
        self._remember(QApplication.focusWidget())
        if before == [passage.text for passage in page if passage.fixed]:
            self._reciter.take(page)
        else:
            self._read(page)

    def _read(self, page: list[Passage]) -> None:
        """Read a page; what is covered only once that is asked for."""
        if self._covered():
            self._reciter.lay_out(page)
            self._show()
        else:
            self._reciter.read(page)

    def _covered(self) -> bool:
        """Tell whether all is hidden: whoever came in shall hear nothing."""
        return not self.bar.isVisible()

    def _look_soon(self, *_: QWidget | None) -> None:
        # A page that is built anew moves the focus twice: only where it stays is worth a word.
        QTimer.singleShot(0, self, self._look)

    def _look(self) -> None:
        """Say what has the focus, if that or its state is another."""
        widget = QApplication.focusWidget()
        if not self._ready or widget is None or not self._window.isAncestorOf(widget):
            return
        if self._covered():
            return
        before, among = self._focus, self._among
        self._remember(widget)
        if self._focus != before:
            self._reciter.say_aside(self._page().focused(widget, among=among))

    def _remember(self, widget: QWidget | None) -> None:
        name = widget.objectName() or str(id(widget)) if widget is not None else ""
        chosen = isinstance(widget, QAbstractButton) and widget.isChecked()
        self._focus = (name, chosen)
        self._among = groups(widget) if widget is not None else []

    # The bar -------------------------------------------------------------------------------------

    def _pause(self) -> None:
        if self._reciter.speaking:
            self._reciter.hush()
        else:
            self._reciter.take(self._passages())
            self._reciter.go_on()

    def _faster(self, steps: int) -> None:
        self._display.keep(self._display.settings.with_speech(steps))
        self.again()

    def _show(self) -> None:
        if not self._ready:
            return
        self.bar.steer(speaking=self._reciter.speaking)
        now = self._reciter.now
        if now is None:
            self._drop_pointer()
            return
        ground = self._window.page.parentWidget()
        if self._pointer is None and ground is not None:
            self._pointer = Pointer(ground)
        if self._pointer is not None:
            self._pointer.point_at(now.widget, follow=True)

    def _drop_pointer(self) -> None:
        pointer, self._pointer = self._pointer, None
        if pointer is not None:
            discard(pointer)

    # The words -----------------------------------------------------------------------------------

    def _page(self) -> Page:
        pages = self._visit.pages
        country = pages.content.country(self._visit.response.get(COUNTRY))
        say = Spoken(pages.catalogue, numbers_of(country))
        return Page(pages.catalogue, say, heard=self._sound.heard)

    def _passages(self) -> list[Passage]:
        return self._page().passages(self._window.strip, self._window.page)
