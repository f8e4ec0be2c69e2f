"""Words without a keyboard: letters to press come with the field, and go with it."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPlainTextEdit, QScrollArea

from rls_wizard.ui.answers.base import AnswerWidget
from rls_wizard.ui.kiosk import size
from rls_wizard.ui.kiosk.keyboard import Keyboard
from tests.gallery.scenes import scenes
from tests.gallery.stage import settle
from tests.kiosk.targets import PANELS, kiosk, measure

SHOWN = {scene.name: scene.show for scene in scenes()}
BY_NAME = {panel.name: panel for panel in PANELS}
LEFT = Qt.MouseButton.LeftButton
NAME = "medicines.name.0.value"


class Typist:
    """Touches and presses, as somebody who stands before the screen."""

    def __init__(self, stage):
        self.stage = stage
        self.keyboard = Keyboard(stage.window)
        self.opened = []
        self.keyboard.opened.connect(self.opened.append)

    def touch(self, name):
        widget = self.stage.find(name)
        target = widget.viewport() if isinstance(widget, QPlainTextEdit) else widget
        QTest.mouseClick(target, LEFT)
        settle()

    def press(self, *names):
        for name in names:
            self.touch(f"keyboard.{name}")

    def is_there(self):
        return self.stage.offered("keyboard")

    def seen(self, widget):
        area = self.stage.window.findChild(QScrollArea)
        corner = widget.mapTo(area.viewport(), QPoint(0, 0))
        return area.viewport().rect().contains(QRect(corner, widget.size()))


@pytest.fixture
def at(qapp, request):
    """Bring a typist to a page on a screen."""
    opened = []

    def bring(scene="medicines_page.opened", panel='15.6" wide', text_size=100, language="en"):
        opened.append(kiosk(BY_NAME[panel], text_size, language))
        stage = opened[-1].__enter__()
        SHOWN[scene](stage)
        return Typist(stage)

    yield bring
    for one in opened:
        one.__exit__(None, None, None)


def medicine(typist):
    return typist.stage.visit.response.get("medicines")[0].get("medicines.name")


def test_a_name_is_written_by_hand(at):
    typist = at()
    field = typist.stage.find(NAME)
    typist.touch(NAME)
    field.selectAll()
    typist.press("delete", "shift", "n", "y", "t", "o", "l", "space", "other", "2", "other", "m")
    assert field.text() == medicine(typist) == "Nytol 2m"
    assert QApplication.focusWidget() is field
    typist.press("delete", "delete", "delete")
    assert medicine(typist) == "Nytol"
    typist.press("done")
    assert not typist.is_there()
    assert typist.opened == [True, False]


def test_own_words_are_written_by_hand(at):
    typist = at("your_questions.opened")
    field = typist.stage.find("wishes_words.value", QPlainTextEdit)
    typist.touch("wishes_words.value")
    field.selectAll()
    typist.press("delete", "w", "h", "y", "space", "i", "other", "?")
    assert field.toPlainText() == "why i?"
    assert "why i?" in typist.stage.visit.response.answers.values()


@pytest.mark.parametrize("panel", [panel.name for panel in PANELS[:3]])
def test_it_never_covers_the_field_or_its_question(at, panel):
    typist = at(panel=panel)
    typist.touch(NAME)
    field = typist.stage.find(NAME)
    question = typist.stage.find("medicines.name.0", AnswerWidget)
    assert typist.seen(field.parentWidget())
    assert typist.seen(question.findChild(QLabel))
    assert measure(typist.stage.window, BY_NAME[panel].scale).wrong == []


@pytest.mark.parametrize(("text_size", "language"), [(size.LARGE, "en"), (100, "qps")])
def test_its_words_fit_in_large_text_and_in_a_long_language(at, text_size, language):
    typist = at(panel=PANELS[1].name, text_size=text_size, language=language)
    typist.touch(NAME)
    board = typist.stage.find("keyboard")
    for key in board.findChildren(QAbstractButton):
        assert key.fontMetrics().horizontalAdvance(key.text()) <= key.width(), key.text()
    assert board.width() <= PANELS[1].width


def test_a_number_has_keys_of_its_own(at):
    typist = at("about_you.opened")
    typist.touch("age.value")
    assert not typist.is_there()
    assert typist.seen(typist.stage.find("age.key.0"))
    assert typist.opened == []


def test_from_words_to_a_number_it_goes(at):
    typist = at()
    typist.touch(NAME)
    assert typist.is_there()
    typist.touch("medicines.start.0.value")
    assert not typist.is_there()


def test_who_types_on_real_keys_is_left_in_peace(at):
    typist = at()
    field = typist.stage.find(NAME)
    for _ in range(20):
        if not field.hasFocus():
            QTest.keyClick(QApplication.focusWidget() or typist.stage.window, Qt.Key.Key_Tab)
    assert field.hasFocus()
    QTest.keyClicks(field, "x")
    assert not typist.is_there()
    assert medicine(typist).endswith("x")


def test_what_is_pressed_beside_it_is_pressed_at_once(at, qtbot):
    typist = at(panel='21.5" wide')
    typist.touch(NAME)
    place = typist.stage.visit.place
    QTest.mouseClick(typist.stage.find("back"), LEFT)
    assert typist.stage.visit.place != place
    qtbot.waitUntil(lambda: not typist.is_there())


def test_nothing_moves_while_a_finger_is_down(at, qtbot):
    typist = at(panel='21.5" wide')
    typist.touch(NAME)
    button = typist.stage.find("back")
    before = button.mapToGlobal(QPoint(0, 0))
    QTest.mousePress(button, LEFT)
    button.setFocus()
    assert not typist.stage.find(NAME).hasFocus()
    with qtbot.waitSignal(typist.keyboard.findChild(QTimer).timeout):
        pass
    assert (typist.is_there(), button.mapToGlobal(QPoint(0, 0))) == (True, before)
    QTest.mouseRelease(button, LEFT)
    qtbot.waitUntil(lambda: not typist.is_there())


def test_it_goes_when_everything_is_hidden(at, qtbot):
    typist = at()
    typist.touch(NAME)
    typist.stage.window.hide_now()
    qtbot.waitUntil(lambda: not typist.is_there())
    typist.stage.window.lift_cover()


def test_letters_are_told_to_who_cannot_see_them(at, qtbot, monkeypatch):
    said = []
    monkeypatch.setattr(
        "rls_wizard.ui.kiosk.keyboard.announce", lambda _widget, text: said.append(text)
    )
    typist = at()
    typist.touch(NAME)
    typist.stage.find(NAME).selectAll()
    typist.press("delete", "a", "space")
    qtbot.waitUntil(lambda: len(said) == 3)
    assert said == ["Empty", "a", "Space"]
