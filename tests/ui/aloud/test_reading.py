"""Reading aloud, with a voice that is done at once when it is told so."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from rls_wizard.ui.aloud import bar
from rls_wizard.ui.aloud.pointer import Pointer
from rls_wizard.ui.aloud.talk import Trouble
from rls_wizard.ui.aloud.voice import Voice
from rls_wizard.ui.aloud.words import told


class FakeVoice(Voice):
    """Remembers what it was to say."""

    def __init__(self, language, parent):
        super().__init__(parent)
        self.language = language
        self.said, self.rates = [], []
        self.silent = True
        self.gone = False

    def start(self):
        pass

    def say(self, text, rate):
        assert not self.gone
        self.said.append(text)
        self.rates.append(rate)
        self.silent = False

    def hush(self):
        self.silent = True

    def stop(self):
        self.silent = self.gone = True

    def finish(self):
        """Say all that there is to be said."""
        while not self.silent:
            before = len(self.said)
            self.ended.emit()
            if len(self.said) == before:
                self.silent = True


@pytest.fixture
def voices():
    return []


@pytest.fixture
def wizard(open_visit, little, voices):
    def make(language, parent):
        voices.append(FakeVoice(language, parent))
        return voices[-1]

    return open_visit(little, make_voice=make)


@pytest.fixture
def listen(person, voices):
    """Turn reading on, and have a voice be found."""

    def begin():
        QApplication.processEvents()  # the window has settled by the time that anybody hears it
        person.press("aloud")
        voices[-1].ready.emit()
        return voices[-1]

    return begin


def key(window, key):
    QTest.keyClick(window.windowHandle(), key)
    QApplication.processEvents()


def button(window, name):
    return window.findChild(QAbstractButton, name)


def test_a_page_is_read_from_top_to_bottom(at, listen):
    at("Do you need to move your legs?")
    voice = listen()
    assert not voice.silent
    voice.finish()
    text = " ".join(voice.said)
    assert text.index("Do you need to move your legs?") < text.index("Yes.")
    assert "\u2022" not in text


def test_the_next_page_is_read_by_itself_and_the_same_only_when_asked_to(
    at, listen, person, window, qtbot
):
    at("Do you need to move your legs?")
    voice = listen()
    voice.finish()
    voice.said.clear()
    person.press("larger")
    QApplication.processEvents()
    assert "The urge." not in voice.said
    person.choose("urge", "yes")
    voice.said.clear()
    person.press("next")
    qtbot.waitUntil(lambda: len(voice.said) > 0)
    voice.finish()
    assert any(text in person.reads() for text in voice.said)


@pytest.mark.parametrize("pressed", [Qt.Key.Key_Tab, Qt.Key.Key_Control, Qt.Key.Key_Escape])
def test_any_key_silences_the_page(at, listen, window, pressed):
    at("Do you need to move your legs?")
    voice = listen()
    first = voice.said[0]
    key(window, pressed)
    assert first not in voice.said[1:]
    if pressed != Qt.Key.Key_Tab:
        assert voice.silent, voice.said


def test_escape_is_for_the_voice_first_and_then_for_the_page(person, listen, window, wizard):
    person.opens("settings")
    voice = listen()
    key(window, Qt.Key.Key_Escape)
    assert voice.silent
    assert wizard.is_aside
    key(window, Qt.Key.Key_Escape)
    assert not wizard.is_aside


def test_a_tap_silences_the_page_but_not_on_the_bar(at, listen, window):
    at("Do you need to move your legs?")
    voice = listen()
    heading = window.page.findChild(QLabel)
    spot = heading.mapTo(window, heading.rect().center())
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=spot)
    assert voice.silent
    assert button(window, "aloud.pause").text() == "Go on"
    said = len(voice.said)
    bar = button(window, "aloud.pause")
    spot = bar.mapTo(window, bar.rect().center())
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=spot)
    assert voice.said[said] == voice.said[said - 1]
    assert button(window, "aloud.pause").text() == "Pause"


def test_what_has_the_focus_is_said_with_its_state(at, listen, window, person):
    at("Do you need to move your legs?")
    voice = listen()
    voice.finish()
    voice.said.clear()
    button(window, "urge.yes").setFocus()
    QApplication.processEvents()
    voice.finish()
    assert voice.said[-1] == "Yes."
    key(window, Qt.Key.Key_Space)
    QApplication.processEvents()
    voice.finish()
    assert voice.said[-1] == "Yes, chosen."


def test_pause_says_the_whole_passage_again(at, listen, person, window):
    at("Do you need to move your legs?")
    voice = listen()
    voice.ended.emit()
    person.press("aloud.pause")
    assert voice.silent
    person.press("aloud.pause")
    assert voice.said[-1] == voice.said[-2]
    assert not voice.silent


def test_faster_is_kept_and_heard_at_once(at, listen, person, window, display):
    at("Do you need to move your legs?")
    voice = listen()
    for _ in range(9):
        person.press("aloud.faster")
    assert display.settings.speech == "fastest"
    assert voice.rates[-1] > voice.rates[0]
    for _ in range(9):
        person.press("aloud.slower")
    assert display.settings.speech == "slowest"
    assert voice.rates[-1] < voice.rates[0]


@pytest.mark.parametrize("way", ["aloud", "aloud.stop", "F8", "closing", "restart"])
def test_it_ends_at_once_and_nothing_is_said_after(at, listen, person, window, wizard, way):
    at("Do you need to move your legs?")
    voice = listen()
    if way == "F8":
        person.opens("aloud")
    elif way == "closing":
        window.closing.emit()
    elif way == "restart":
        wizard.restart()
    else:
        person.press(way)
    assert voice.gone
    said = list(voice.said)
    person.press("larger")
    QApplication.processEvents()
    assert voice.said == said
    assert window.findChild(QWidget, "aloud.bar") is None
    assert window.findChild(Pointer) is None


def test_hide_now_silences_it_and_the_cover_says_nothing(at, listen, person, window):
    at("Do you need to move your legs?")
    voice = listen()
    window.hide_now()
    QApplication.processEvents()
    assert voice.silent
    said = list(voice.said)
    key(window, Qt.Key.Key_Tab)
    assert voice.said == said


def test_a_voice_that_is_found_under_the_cover_waits(at, person, voices, window):
    at("Do you need to move your legs?")
    person.press("aloud")
    window.hide_now()
    voices[-1].ready.emit()
    QApplication.processEvents()
    assert voices[-1].said == []
    window.lift_cover()
    QApplication.processEvents()
    assert "The urge." not in voices[-1].said
    voices[-1].finish()  # where the focus came back to
    person.press("aloud.pause")  # it offers to go on
    assert voices[-1].said[-1] == "The urge."


def test_a_page_that_comes_under_the_cover_is_not_read(at, listen, person, window, wizard):
    at("Do you need to move your legs?")
    voice = listen()
    window.hide_now()
    said = list(voice.said)
    wizard.open_aside(lambda: QLabel("Somebody asks to close the program."))
    QApplication.processEvents()
    assert voice.said == said
    window.lift_cover()
    person.press("aloud.pause")
    assert voice.said[-1] == "Somebody asks to close the program."


def test_it_begins_again_after_it_ended(at, listen, person, voices):
    at("Do you need to move your legs?")
    listen()
    person.press("aloud")
    assert listen().said
    assert len(voices) == 2


@pytest.mark.parametrize("trouble", Trouble)
def test_where_nothing_can_be_read_it_says_why_and_all_goes_on(at, person, window, voices, trouble):
    at("Do you need to move your legs?")
    person.press("aloud")
    assert "Looking for a voice" in person.reads()
    voices[-1].failed.emit(trouble)
    assert "You can go on without it." in person.reads()
    assert not person.offered("aloud.pause")
    person.choose("urge", "yes")
    person.press("aloud.stop")
    assert "You can go on without it." not in person.reads()


def test_each_system_has_its_own_advice(catalogue):
    said = {system: told(Trouble.NO_VOICE, catalogue, system) for system in ("linux", "win32")}
    assert "espeak-ng" in said["linux"]
    assert "Windows" in said["win32"]
    assert "macOS" not in told(Trouble.NO_VOICE, catalogue, "darwin")
    assert "espeak" not in told(Trouble.NO_VOICE, catalogue, "darwin")


@pytest.fixture
def catalogue(wizard):
    return wizard.pages.catalogue


def test_a_bar_stands_beside_what_is_read(at, listen, window):
    at("Do you need to move your legs?")
    voice = listen()
    pointer = window.findChild(Pointer)
    assert pointer.isVisible()
    picture = pointer.grab().toImage()
    assert picture.pixelColor(1, picture.height() // 2) == window.palette().highlight().color()
    before = pointer.y()
    voice.ended.emit()
    assert window.findChild(Pointer).y() > before


@pytest.mark.parametrize(("text_size", "helps"), [(100, True), (300, False)])
def test_that_no_voice_is_found_leaves_the_page_to_be_seen(
    at, person, voices, window, display, monkeypatch, qtbot, text_size, helps
):
    heard = []
    monkeypatch.setattr(bar, "announce", lambda _, text: heard.append(text))
    window.resize(1024, 600)
    display.change(text_size=text_size)
    at("Do you need to move your legs?")
    person.press("aloud")
    voices[-1].failed.emit(Trouble.NO_VOICE)
    said = window.findChild(QLabel, "aloud.said")
    assert "No voice was found" in said.text()
    assert ("You can go on without it." in said.text()) is helps
    assert "You can go on without it." in heard[-1]
    stop = button(window, "aloud.stop")
    assert stop.text() == "OK"
    qtbot.waitUntil(lambda: stop.geometry().center().y() == said.geometry().center().y())
    assert window.findChild(QWidget, "aloud.bar").height() <= 0.2 * window.height()


def test_no_key_repeats_before_a_voice_is_there(at, person, voices, window):
    at("Do you need to move your legs?")
    person.opens("again")
    assert len(voices) == 1
    person.opens("again")
    assert voices[-1].said == []
    voices[-1].ready.emit()
    first = voices[-1].said[-1]
    person.opens("again")
    assert voices[-1].said[-1] == first


def test_it_never_begins_by_itself(at, person, voices):
    person = at("Do you need to move your legs?")
    person.press("larger")
    assert voices == []


def test_what_no_page_says_is_said_and_can_be_broken_off(at, listen, window):
    at("Do you need to move your legs?")
    voice = listen()
    window.told.emit("Are you still there?")
    assert voice.said[-1] == "Are you still there?"
    assert not voice.silent
    window.told.emit("")
    assert voice.silent
