"""What Qt would keep of the folders that people looked into."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog

from rls_wizard import i18n
from rls_wizard.ui.earlier_page import choose_earlier
from rls_wizard.ui.summary_page import choose_file

SCOPE = QSettings.Scope.UserScope


@pytest.fixture
def kept(tmp_path):
    """The file that all programs made with Qt share."""
    before = Path(QSettings(SCOPE, "QtProject").fileName()).parent
    _move(tmp_path)
    yield tmp_path / "QtProject.conf"
    _move(before)


def _move(folder):
    QSettings.setPath(QSettings.Format.NativeFormat, SCOPE, str(folder))


@pytest.fixture
def ask(window, qtbot):
    """Open both dialogs, and leave them, one after the other."""

    def leave(how):
        # It is not there yet.
        QTimer.singleShot(0, lambda: how(QApplication.activeModalWidget()))

    def ask():
        leave(QFileDialog.accept)
        assert choose_file(window, i18n.load("en"), "visit.pdf").endswith("visit.pdf")
        leave(QFileDialog.reject)
        assert choose_earlier(window, i18n.load("en")) == ""

    return ask


def test_qt_keeps_nothing_of_a_dialog(kept, ask):
    ask()
    assert not kept.is_file() or kept.read_text().strip() == ""


def test_what_other_programs_let_it_keep_is_as_it_was(kept, ask):
    theirs = (
        "[FileDialog]\nhistory=file:///theirs, file:///more\nlastVisited=file:///theirs\n"
        "viewMode=List\n\n[Other]\nword=1\n"
    )
    kept.write_text(theirs)
    ask()
    assert kept.read_text() == theirs
