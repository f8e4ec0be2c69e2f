"""What a person can choose about the program, in the middle of a visit and for the next time."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea

from rls_wizard import settings
from rls_wizard.settings import Settings
from rls_wizard.ui.display import Display, Memory
from rls_wizard.ui.screens import restore_place


def command(window, name):
    window.findChild(object, f"command.{name}").trigger()


def heading_height(window):
    return max(label.fontMetrics().height() for label in window.page.findChildren(QLabel))


def test_larger_text_is_there_at_once_and_loses_nothing(at, window, answers):
    person = at("Do you need to move your legs?")
    person.choose("urge", "yes")
    before, height = answers(), heading_height(window)
    for _ in range(4):
        person.press("larger")
    assert heading_height(window) > height * 1.9
    assert answers() == before
    assert person.chosen("urge", "yes")
    command(window, "normal")
    assert heading_height(window) == height


def test_the_text_is_no_larger_than_the_largest(person, display):
    for _ in range(20):
        person.press("larger")
    assert display.settings.text_size == 300
    person.press("smaller")
    assert display.settings.text_size == 250


def test_what_is_half_typed_survives_another_text_size(at, window):
    person = at("How much does it bother you?")
    person.enter("age", "abc")
    person.press("larger")
    assert person.entered("age") == "abc"
    person.press("next")
    assert person.offered("age.gap")


def test_the_page_stays_where_it_was(at, window):
    window.resize(800, 420)
    person = at("How much does it bother you?")
    person.enter("age", "50")
    bar = window.findChild(QScrollArea).verticalScrollBar()
    bar.setValue(60)
    command(window, "settings")
    person.press("back")
    assert "How much does it bother you?" in person.reads()
    assert bar.value() == 60
    assert person.entered("age") == "50"


def test_who_answers_survives_another_text_size(person):
    person.choose("answered_by", "carer")
    person.press("larger")
    assert person.chosen("answered_by", "carer")


def test_dark_and_light(at, window, display, qtbot):
    def ground():
        picture = window.grab().toImage()
        return picture.pixelColor(5, picture.height() // 2).lightness()

    at("How much does it bother you?")
    assert ground() > 200
    display.change(theme="dark")
    qtbot.waitUntil(lambda: ground() < 60)


def test_the_program_goes_with_the_system_unless_told_otherwise(at, display):
    at("How much does it bother you?")
    turn = QGuiApplication.styleHints().colorSchemeChanged
    turn.emit(Qt.ColorScheme.Dark)
    assert display.theme == "light"
    display.change(theme="system")
    assert display.theme == "dark"
    turn.emit(Qt.ColorScheme.Light)
    assert display.theme == "light"


def test_the_program_goes_with_the_high_contrast_of_the_system(at, display):
    at("How much does it bother you?")
    hints = QGuiApplication.styleHints()
    turn = hints.accessibility().contrastPreferenceChanged
    display.change(theme="system")
    turn.emit(Qt.ContrastPreference.HighContrast)
    assert display.theme == "contrast"
    display.change(theme="night")
    assert display.theme == "night"
    display.change(theme="system")
    turn.emit(Qt.ContrastPreference.NoPreference)
    assert display.theme == "light"


def test_the_settings_page_changes_what_it_says(at, window, display):
    person = at("How much does it bother you?")
    command(window, "settings")
    person.choose("settings.theme", "dark")
    assert display.settings.theme == "dark"
    assert person.chosen("settings.theme", "dark")
    person.choose("settings.text_size", "150")
    assert display.settings.text_size == 150
    person.press("back")
    assert "How much does it bother you?" in person.reads()


def test_a_choice_about_the_program_cannot_be_left_out(at, window, display):
    person = at("How much does it bother you?")
    command(window, "settings")
    assert "You can leave this out." not in person.reads()
    assert "Not sure" not in person.reads()
    for _ in range(2):
        person.choose("settings.text_size", "100")
    assert person.chosen("settings.text_size", "100")


class Full(Memory):
    """Keeps nothing, as on a full disk."""

    place = "/home/somebody/.config/rls-wizard/rls-wizard.ini"

    def write(self, texts):
        del texts
        return False


@pytest.mark.parametrize(("name", "code"), [("theme", "dark"), ("speech", "fast")])
def test_where_settings_cannot_be_kept_it_is_said_in_their_page(
    open_visit, little, meet, monkeypatch, display, name, code
):
    monkeypatch.setattr(display, "_store", Full())
    person = meet(open_visit(little))
    person.begin()
    person.opens("settings")
    assert not person.offered("settings.not_kept")
    person.choose(f"settings.{name}", code)
    assert person.offered("settings.not_kept")
    assert "holds until you close the program" in person.reads()
    assert "rls-wizard.ini" in person.reads().replace("\u200b", "")
    assert person.chosen(f"settings.{name}", code)


def test_another_language_from_the_settings_page(at, window, display, speaking, monkeypatch):
    monkeypatch.setattr("rls_wizard.i18n.languages", lambda: ("en", "qps"))
    person = at("Is any of this new?")
    command(window, "settings")
    person.choose("settings.language", "qps")
    assert "[Sé" in person.reads()
    person.press("back")
    assert "[À swöllén lég" in person.reads()
    assert window.findChild(object, "command.settings").text().startswith("[Sé")


def test_settings_are_there_the_next_time():
    store = Memory()
    Display(store).change(theme="dark", text_size=200, country="nz")
    assert Display(store).settings == Settings(theme="dark", text_size=200, country="nz")


@pytest.mark.parametrize(
    "kept",
    [
        {"theme": "purple"},
        {"text_size": "-5"},
        {"text_size": "12345678901234567890"},
        {"language": "../../etc"},
        {"window": "x" * 5000},
        {"country": ""},
        {"unknown": "thing"},
    ],
)
def test_settings_that_cannot_be_used_are_left_at_their_default(kept):
    assert settings.read(kept) == Settings()


def test_the_country_is_offered_again_and_never_chosen_silently(content, open_visit, meet, display):
    wizard = open_visit(content)
    person = meet(wizard)
    person.choose("answered_by", "self")
    person.choose("country", "nz")
    assert display.settings.country == "nz"
    wizard.restart()
    assert person.offered("country.nz")
    assert not person.chosen("country", "nz")
    assert not person.offered("country.gb")


def test_not_sure_is_no_country_to_keep(content, open_visit, meet, display):
    wizard = open_visit(content)
    person = meet(wizard)
    person.choose("country", "nz")
    person.press("country.asked-unknown")
    assert display.settings.country == "nz"
    wizard.restart()
    assert person.offered("country.nz")


def test_a_window_keeps_its_size(window):
    window.resize(700, 650)
    kept = window.kept_place()
    window.resize(600, 600)
    restore_place(window, kept)
    assert (window.width(), window.height()) == (700, 650)
    restore_place(window, "not hex at all")
    restore_place(window, "")
    assert (window.width(), window.height()) == (700, 650)


def test_the_frame_goes_along_with_what_is_chosen_by_keys(at, window, display, qtbot):
    person = at("How much does it bother you?")
    command(window, "settings")
    person.choose("settings.text_size", "150")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)  # only shows where one is
    assert QApplication.focusWidget().objectName() == "settings.text_size.150"
    for before, size in ((150, 175), (175, 200)):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
        assert display.settings.text_size == before
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
        assert display.settings.text_size == size
        assert QApplication.focusWidget().objectName() == f"settings.text_size.{size}"
