"""Large print: chosen on the summary, and the summary made anew."""

import sys

import pytest
from PySide6.QtWidgets import QAbstractButton

from rls_wizard import settings
from rls_wizard.settings import Settings
from rls_wizard.ui import saving

ARGUMENTS = "import sys; sys.stdin.read(); sys.stdout.write('%PDF ' + ' '.join(sys.argv[1:]))"


@pytest.fixture
def at_summary(person, monkeypatch):
    """Bring the person to the summary; the file says how it was asked for."""
    command = [sys.executable, "-c", ARGUMENTS]
    monkeypatch.setattr(saving, "summary_command", lambda _: command)
    person.begin()
    person.go_to("Save the summary")
    return person


@pytest.fixture
def saved(at_summary, tmp_path, qtbot):
    """Return what is in the file after saving it."""

    def save():
        file = tmp_path / "summary.pdf"
        file.unlink(missing_ok=True)
        at_summary.press("save")
        qtbot.waitUntil(file.exists, timeout=10_000)
        return file.read_text()

    return save


def ticked(window):
    return window.findChild(QAbstractButton, "large_print").isChecked()


def test_the_summary_is_made_anew_in_the_print_that_is_chosen(at_summary, saved, window):
    assert not ticked(window)
    assert "--large" not in saved()
    at_summary.press("large_print")
    assert ticked(window)
    assert "--large" in saved()
    at_summary.press("large_print")
    assert "--large" not in saved()


def test_large_text_on_the_screen_gives_large_print(at_summary, saved, window):
    at_summary.press("larger")
    assert not ticked(window)
    at_summary.press("larger")
    assert ticked(window)
    assert "--large" in saved()


def test_who_says_no_keeps_normal_print_with_large_text(at_summary, window):
    at_summary.press("larger")
    at_summary.press("larger")
    at_summary.press("large_print")
    at_summary.press("larger")
    assert not ticked(window)


def test_the_tick_keeps_the_focus(at_summary, window):
    at_summary.press("large_print")
    assert window.focusWidget().objectName() == "large_print"


def test_the_choice_is_kept_as_the_text_size_is(at_summary, display):
    at_summary.press("large_print")
    assert display.settings.large_print == "yes"
    assert settings.read(settings.plain(display.settings)).prints_large


@pytest.mark.parametrize(
    ("size", "said", "large"),
    [(100, "", False), (125, "", False), (150, "", True), (300, "no", False), (100, "yes", True)],
)
def test_large_print_follows_the_screen_unless_it_is_chosen(size, said, large):
    assert Settings(text_size=size, large_print=said).prints_large is large
