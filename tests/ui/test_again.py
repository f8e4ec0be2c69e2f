"""Continuing from the summary of an earlier visit."""

import subprocess
import sys
from datetime import date

import pytest
from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QMimeData,
    QObject,
    QPoint,
    QPointF,
    Qt,
    QTimer,
    QUrl,
)
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QWidget

from rls_wizard import i18n
from rls_wizard.domain.again import begin_again
from rls_wizard.domain.response import AnsweredBy, Response
from rls_wizard.handover.answer_file import write
from rls_wizard.handover.earlier import Earlier, pack
from rls_wizard.handover.memory import memory
from rls_wizard.ui import earlier_page, loading
from rls_wizard.ui.child import Errand
from rls_wizard.ui.earlier_page import choose_earlier
from rls_wizard.ui.places import documents
from rls_wizard.ui.scanner_box import ScannerBox
from tests.ui.conftest import TODAY
from tests.ui.holders import holders_of
from tests.ui.seen import reads

THEN = date(2026, 3, 5)
PILLS = ({"pills.name": "canary-7391", "pills.from": "doctor"},)
TOLD = {
    "urge": "yes", "urge.rest": "no", "rf.01": "yes", "rf.02": "no", "rf.03": "no", "bother": 7,
    "age": 58, "where": ("left",), "mood": "low", "kicks": "yes", "pills": PILLS,
}  # fmt: skip
CANARY = "canary-8264"
PRINT = "import sys; sys.stdin.read(); sys.stdout.buffer.write({0!r})"
REFUSE = "import sys; sys.stderr.write('rls-wizard: This file is no PDF.\\n'); sys.exit(2)"
BREAK = "import sys; sys.exit(70)"
HANG = "import time; time.sleep(60)"
DIGITS = "000142857"


def earlier(answers=TOLD, day=THEN, lost=(), who=AnsweredBy.SELF):
    """Return what a child does that finds these answers."""
    response = Response(answered_on=day, answered_by=who, answers=answers)
    return PRINT.format(pack(Earlier(response, lost)))


@pytest.fixture(autouse=True)
def _a_file(tmp_path):
    (tmp_path / "earlier.pdf").write_bytes(b"%PDF")


@pytest.fixture
def asked(monkeypatch):
    """Put a few lines of Python in place of the child that reads."""

    def run(program):
        def command(*_, code=False):
            return [sys.executable, "-c", program, "code" if code else "file"]

        monkeypatch.setattr(loading, "earlier_command", command)

    return run


@pytest.fixture
def shown(qtbot, person):
    """Wait until something is offered."""
    return lambda name: qtbot.waitUntil(lambda: person.offered(name), timeout=10_000)


@pytest.fixture
def opens(person, asked, shown):
    """Let the person open a file, of which a child makes this."""

    def go(code, until="earlier.use"):
        asked(code)
        person.press("earlier")
        person.press("earlier.open")
        shown(until)
        return person

    return go


# What becomes of the answers ---------------------------------------------------------------------


def test_what_lasts_is_filled_in_and_the_rest_is_asked_with_what_was_told(opens, wizard):
    person = opens(earlier())
    assert "Your summary of 5 March 2026" in person.reads()
    assert "Do you kick in your sleep?\nWhat do you take?" in person.reads().replace("\u2022\n", "")
    person.press("earlier.use")
    assert "Your summary of 5 March 2026 is taken over." in person.reads()
    assert dict(wizard.response.answers) == {"kicks": "yes", "pills": PILLS}
    assert wizard.response.answered_on == TODAY
    person.begin()
    assert "Last time (5 March 2026): Yes" in person.reads()
    person.go_to("How much does it bother you?")
    assert "Last time (5 March 2026): 7" in person.reads()
    person.go_to("Do you kick in your sleep?")
    assert person.chosen("kicks", "yes")
    assert "Filled in from your summary of 5 March 2026. Is it still so?" in person.reads()


def test_neither_a_warning_sign_nor_what_is_private_stands_there(opens):
    person = opens(earlier())
    person.press("earlier.use")
    person.begin()
    person.go_to("Is any of this new?")
    assert "Last time" not in person.reads()
    person.go_to("How is your mood?")
    assert "): Low" not in person.reads()


def test_the_review_says_what_is_as_it_was(opens):
    person = opens(earlier())
    person.press("earlier.use")
    person.begin()
    person.go_to("Do you kick in your sleep?")
    person.choose("kicks", "no")
    person.go_to("Check your answers")
    assert person.reads().count("As in your summary of 5 March 2026") == 1


def test_a_long_answer_is_told_in_part(opens):
    person = opens(earlier({**TOLD, "words": "It pulls. " * 150}))
    person.press("earlier.use")
    person.begin()
    person.go_to("What does it feel like?")
    told = next(line for line in person.reads().splitlines() if "): It pulls." in line)
    assert told.endswith("\u2026")
    assert len(told) < 650


def test_a_screen_reader_hears_what_was_told_then(opens, window):
    person = opens(earlier())
    person.press("earlier.use")
    person.begin()
    question = QAccessible.queryAccessibleInterface(window.findChild(QWidget, "urge"))
    assert "Last time (5 March 2026): Yes" in question.text(QAccessible.Text.Description)


def test_a_summary_of_today_is_gone_on_with_where_something_is_missing(opens, wizard):
    person = opens(earlier({**TOLD, "rf.01": "no", "bother": None} | {"bother": 7}, day=TODAY))
    assert "It is from today." in person.reads()
    person.press("earlier.use")
    assert person.chosen("answered_by", "self")
    assert wizard.response.get("bother") == 7
    person.press("next")
    assert "Check your answers" in person.reads()


def test_a_warning_sign_of_today_is_looked_at_again(opens):
    person = opens(earlier(day=TODAY))
    person.press("earlier.use")
    person.press("next")
    assert "A swollen leg" in person.reads()
    assert "Check your answers" not in person.reads()


def test_who_answers_is_asked_again_on_another_day(opens, wizard):
    person = opens(earlier(who=AnsweredBy.PARENT))
    assert "a parent for a child" in person.reads()
    person.press("earlier.use")
    person.press("next")
    assert "Please choose who is answering." in person.reads()
    person.begin("carer")
    assert wizard.response.answered_by is AnsweredBy.CARER


def test_who_was_chosen_today_stays(opens, person, wizard):
    person.choose("answered_by", "parent")
    opens(earlier())
    person.press("earlier.use")
    assert person.chosen("answered_by", "parent")
    assert wizard.response.answered_by is AnsweredBy.PARENT


def test_what_could_not_be_taken_over_is_listed(opens):
    person = opens(earlier(lost=("Your own words are not in the code.",)))
    assert "What could not be taken over" in person.reads()
    assert "Your own words are not in the code." in person.reads()


def test_without_anything_lost_nothing_is_said_of_it(opens):
    assert "could not be taken over" not in opens(earlier()).reads()


# Nothing of a visit is lost unasked --------------------------------------------------------------


def begun(person):
    person.begin()
    person.choose("urge", "no")
    person.press("back")


def test_answers_of_today_are_replaced_only_if_that_is_said(opens, person, wizard):
    begun(person)
    opens(earlier())
    assert "You have already begun to answer." in person.reads()
    person.press("earlier.leave")
    assert dict(wizard.response.answers) == {"urge": "no"}
    assert wizard.response.then is None
    opens(earlier())
    person.press("earlier.use")
    assert wizard.response.get("urge") is None


def test_whoever_has_not_begun_is_not_warned(opens):
    assert "You have already begun" not in opens(earlier()).reads()


def test_nothing_more_is_lost_by_closing_than_is_on_the_summary(opens, wizard, person):
    opens(earlier())
    person.press("earlier.use")
    assert wizard.may_be_forgotten
    person.begin()
    person.choose("urge", "no")
    assert not wizard.may_be_forgotten


@pytest.mark.parametrize("leave", ["back", "restart", "settings"])
def test_who_leaves_the_page_is_done_with_it(opens, person, wizard, leave):
    opens(HANG, until="earlier.cancel")
    reading = wizard.findChild(Errand)
    assert reading.running
    if leave == "back":
        person.press("back")
    else:
        person.opens(leave)
    assert not reading.running
    assert not person.offered("earlier.cancel")


def test_what_was_found_and_not_used_is_forgotten(opens, person, wizard):
    opens(earlier())
    person.press("back")
    person.press("earlier")
    assert not person.offered("earlier.use")
    assert person.offered("earlier.open")
    assert dict(wizard.response.answers) == {}


# What can go wrong -------------------------------------------------------------------------------


def test_a_file_that_is_refused_is_told_with_the_reason(opens, person):
    opens(REFUSE, until="earlier.trouble")
    assert "This cannot be used. This file is no PDF." in person.reads()
    assert person.offered("earlier.open")


def test_the_focus_stays_with_what_can_be_done(person, asked, shown, wizard, window, qtbot):
    asked(HANG)
    person.press("earlier")
    with qtbot.waitActive(window):
        window.activateWindow()
    window.findChild(QWidget, "earlier.open").setFocus()
    person.press("earlier.open")
    assert QApplication.focusWidget().objectName() == "earlier.cancel"
    wizard.findChild(Errand).findChild(QTimer).start(0)
    shown("earlier.trouble")
    assert QApplication.focusWidget().objectName() == "earlier.open"


@pytest.mark.parametrize("code", [BREAK, PRINT.format(b"{}"), PRINT.format(b"no JSON")])
def test_a_child_that_fails_is_told(opens, person, code):
    opens(code, until="earlier.trouble")
    assert "It could not be read. Please try again." in person.reads()
    assert "Nothing is lost. You can also go back, and begin without it." in person.reads()


def test_a_child_that_does_not_start_is_told(person, shown, monkeypatch):
    monkeypatch.setattr(loading, "earlier_command", lambda *_, **__: ["/no/such/program"])
    person.press("earlier")
    person.press("earlier.open")
    shown("earlier.trouble")
    assert "It could not be read." in person.reads()


def test_a_file_that_is_gone_is_told(person, asked, shown, tmp_path):
    asked(earlier())
    (tmp_path / "earlier.pdf").unlink()
    person.press("earlier")
    person.press("earlier.open")
    shown("earlier.trouble")
    assert "It could not be read." in person.reads()


def test_a_child_that_takes_too_long_is_ended(opens, person, wizard, shown):
    opens(HANG, until="earlier.cancel")
    wizard.findChild(Errand).findChild(QTimer).start(0)
    shown("earlier.trouble")
    assert "It could not be read." in person.reads()


def test_reading_can_be_cancelled(opens, person, wizard):
    opens(HANG, until="earlier.cancel")
    reading = wizard.findChild(Errand)
    person.press("earlier.cancel")
    assert not reading.running
    assert person.offered("earlier.open")
    assert not person.offered("earlier.trouble")


def test_choosing_no_file_changes_nothing(open_visit, little, meet):
    person = meet(open_visit(little, open_file=lambda *_: ""))
    person.press("earlier")
    person.press("earlier.open")
    assert person.offered("earlier.open")
    assert not person.offered("earlier.trouble")


def test_a_change_of_text_size_loses_nothing(opens, person, shown):
    opens(HANG, until="earlier.cancel")
    person.press("larger")
    assert person.offered("earlier.cancel")
    person.press("earlier.cancel")
    opens_again = earlier()
    person.press("back")
    opens(opens_again)
    person.press("larger")
    assert person.offered("earlier.use")


def dragged(page, *files):
    """Drag files onto a page and let them go; tell whether it takes them."""
    what = QMimeData()
    what.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    button, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    action = Qt.DropAction.CopyAction
    enters = QDragEnterEvent(QPoint(9, 9), action, what, button, keys)
    enters.ignore()
    QApplication.sendEvent(page, enters)
    if enters.isAccepted():
        QApplication.sendEvent(page, QDropEvent(QPointF(9, 9), action, what, button, keys))
    return enters.isAccepted()


def test_a_file_can_be_dragged_to_the_page(person, asked, shown, window, tmp_path):
    asked(earlier())
    person.press("earlier")
    assert not dragged(window.page)
    assert not dragged(window.page, tmp_path / "a.pdf", tmp_path / "b.pdf")
    assert dragged(window.page, tmp_path / "earlier.pdf")
    shown("earlier.use")


# The scanner -------------------------------------------------------------------------------------

SAY = """
import sys
typed = sys.stdin.buffer.read().decode()
sys.stderr.write(f"rls-wizard: {typed!r} is a {sys.argv[1]}")
sys.exit(2)
"""


def types(text):
    """Press a key for each letter; qtbot knows only those of ASCII."""
    for letter in text:
        key = Qt.Key.Key_Space if letter == " " else Qt.Key(0)
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(QApplication.focusWidget(), event)


@pytest.fixture
def scan(qtbot, window):
    """Let a scanner press keys, to whatever has the focus."""

    def press(text, end=Qt.Key.Key_Return):
        with qtbot.waitActive(window):
            window.activateWindow()
        types(text)
        if end:
            qtbot.keyClick(QApplication.focusWidget(), end)

    return press


@pytest.mark.parametrize(
    ("focused", "end"),
    [
        ("earlier.open", Qt.Key.Key_Return),
        ("earlier.open", Qt.Key.Key_Tab),
        ("scanner", Qt.Key.Key_Enter),
        ("scanner", Qt.Key.Key_Tab),
        ("back", Qt.Key.Key_Return),
        ("menu", Qt.Key.Key_Return),
    ],
)
def test_a_scanner_needs_no_click(person, asked, shown, scan, window, focused, end):
    asked(SAY)
    person.press("earlier")
    window.findChild(QWidget, focused).setFocus()
    scan(DIGITS, end)
    shown("earlier.trouble")
    assert f"'{DIGITS}' is a code" in person.reads()


def test_it_may_type_in_another_layout(person, asked, shown, scan):
    asked(SAY)
    person.press("earlier")
    scan("&\u00e9\"'(-\u00e8_\u00e7\u00e0")
    shown("earlier.trouble")
    assert "&\u00e9" in person.reads()


def test_what_it_types_is_not_shown(person, asked, scan):
    asked(SAY)
    person.press("earlier")
    assert "Ready for the scanner." in person.reads()
    scan(DIGITS, end=None)
    assert "The code is coming in." in person.reads()
    assert DIGITS not in person.reads()


@pytest.mark.parametrize("focused", ["earlier.open", "scanner"])
def test_a_scanner_may_end_with_enter_twice(person, asked, scan, window, qtbot, focused):
    asked(HANG)
    person.press("earlier")
    window.findChild(QWidget, focused).setFocus()
    scan(DIGITS)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        qtbot.keyClick(QApplication.focusWidget(), key)
    assert person.offered("earlier.cancel")


def test_enter_alone_opens_a_file(person, asked, shown, scan):
    asked(earlier())
    person.press("earlier")
    scan("")
    shown("earlier.use")


def test_a_key_that_was_pressed_by_the_way_is_forgotten(person, asked, shown, scan, window, qtbot):
    asked(earlier())
    person.press("earlier")
    scan("x", end=None)
    window.findChild(ScannerBox).findChild(QTimer).start(0)
    qtbot.waitUntil(lambda: "Ready for the scanner." in person.reads())
    scan("")
    shown("earlier.use")


def test_space_presses_the_button(person, asked, shown, scan, qtbot):
    asked(earlier())
    person.press("earlier")
    scan(" ", end=None)
    shown("earlier.use")


def test_where_nobody_has_files_there_is_only_the_scanner(open_visit, little, meet):
    wizard = open_visit(little, open_file=None)
    person = meet(wizard)
    person.press("earlier")
    assert not person.offered("earlier.open")
    assert QApplication.focusWidget().objectName() == "scanner"
    assert "file" not in person.reads()


# Access and privacy ------------------------------------------------------------------------------


def test_everything_that_takes_the_focus_has_a_name(opens, person, window, wizard):
    opens(HANG, until="earlier.cancel")
    assert unnamed(window) == []
    person.press("earlier.cancel")
    assert unnamed(window) == []
    person.press("back")
    opens(earlier())
    assert unnamed(window) == []


def test_no_answer_and_no_path_is_in_a_name_or_a_title(opens, person, window, display, tmp_path):
    before = display.settings
    opens(earlier())
    person.press("earlier.use")
    named = [t.objectName() for t in window.findChildren(QObject)] + [window.windowTitle()]
    assert "canary-7391" not in "\n".join(named)
    assert str(tmp_path) not in "\n".join([*named, person.reads()])
    assert display.settings == before


@pytest.mark.parametrize("way", ["earlier.use", "earlier.leave"])
def test_what_was_found_can_be_reached_no_more_after_the_visit(
    person, asked, shown, wizard, tmp_path, way
):
    found = tmp_path / "found.json"
    found.write_bytes(pack(Earlier(Response(answered_on=THEN, answers={"words": CANARY}))))
    asked(f"print(open({str(found)!r}).read())")
    person.press("earlier")
    person.press("earlier.open")
    shown("earlier.use")
    assert holders_of(CANARY)
    person.press(way)
    person.begin()
    wizard.restart()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert holders_of(CANARY) == []


def test_the_dialog_shows_pdfs_in_the_documents(window, qtbot, monkeypatch):
    seen = []

    def run(dialog):
        seen.append((dialog.directory().absolutePath(), dialog.nameFilters(), dialog.fileMode()))
        return 0

    monkeypatch.setattr(QFileDialog, "exec", run)
    assert choose_earlier(window, i18n.load("en")) == ""
    mode = QFileDialog.FileMode.ExistingFile
    assert seen == [(str(documents()), ["PDF (*.pdf)"], mode)]
    assert earlier_page.documents is documents


def unnamed(window):
    tabs = Qt.FocusPolicy.TabFocus
    found = [w for w in window.findChildren(QWidget) if w.isVisible() and w.focusPolicy() & tabs]
    name = QAccessible.Text.Name
    return [w for w in found if not QAccessible.queryAccessibleInterface(w).text(name)]


# The real content and the real child -------------------------------------------------------------


@pytest.fixture
def at_home(open_visit, content, meet, tmp_path):
    """Return the person at the real questions, and their visit, with a file to be opened."""

    def sit(response):
        program = [sys.executable, "-m", "rls_wizard", "summary", "-", "-o", "-"]
        made = subprocess.run(program, input=write(response), capture_output=True, check=True)
        (tmp_path / "earlier.pdf").write_bytes(made.stdout)
        wizard = open_visit(content)
        return meet(wizard), wizard

    return sit


def test_a_real_summary_gives_the_same_answers(at_home, visit, content, qtbot, days):
    told = visit({"paper.private": "yes"})
    person, wizard = at_home(told)
    days.append(date.today())
    person.press("earlier")
    person.press("earlier.open")
    qtbot.waitUntil(lambda: person.offered("earlier.use"), timeout=30_000)
    person.press("earlier.use")
    expected = begin_again(content, told, date.today())
    assert wizard.response.answers == expected.answers
    assert wizard.response.then == expected.then


@pytest.mark.parametrize("keys", ["1234567890", "&\u00e9\"'(-\u00e8_\u00e7\u00e0"])
def test_a_real_code_gives_the_answers_that_it_holds(at_home, visit, content, qtbot, days, keys):
    told = visit({"own_words": "canary-7391"})
    days.append(date.today())
    person, wizard = at_home(told)
    person.press("earlier")
    digits = memory(content, told).digits
    typed = digits.translate(str.maketrans("1234567890", keys))
    types(typed)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: person.offered("earlier.use"), timeout=30_000)
    assert "In own words" in person.reads()
    person.press("earlier.use")
    assert wizard.response.answers["family"] == told.get("family")
    assert wizard.response.then.answers["bother"] == told.get("bother")
    assert "own_words" not in wizard.response.then.answers


def test_the_country_of_today_counts(at_home, visit, qtbot):
    person, wizard = at_home(visit({"country": "gb"}))
    person.choose("country", "us")
    person.press("earlier")
    person.press("earlier.open")
    qtbot.waitUntil(lambda: person.offered("earlier.use"), timeout=30_000)
    person.press("earlier.use")
    assert person.chosen("country", "us")
    assert wizard.response.get("country") == "us"


def test_then_and_now_stand_side_by_side(open_visit, content, visit):
    wizard = open_visit(content)
    again = begin_again(content, visit({"bother": 7}), date(2026, 11, 23))
    for link_id, value in visit({"bother": 4}).answers.items():
        again = again.record(link_id, value)
    page = wizard.pages.ending().result(again)
    chapter = page.findChild(QWidget, "chapter.then")
    told = reads(chapter)
    assert told[:4] == ["Then and now", "", "22 November 2026", "23 November 2026"]
    at = told.index("Bother on a day with it, 0 to 10")
    assert told[at : at + 3] == ["Bother on a day with it, 0 to 10", "7", "4"]
    heard = [QAccessible.queryAccessibleInterface(x) for x in chapter.findChildren(QLabel)]
    names = [one.text(QAccessible.Text.Name) for one in heard]
    assert "22 November 2026: 7" in names
    assert "23 November 2026: 4" in names
