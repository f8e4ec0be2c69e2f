"""Printing from the summary page: what is offered, told and asked; and nothing stays behind."""

import pytest
import textstat
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollArea, QWidget

from rls_wizard import i18n
from rls_wizard.content.faults.plain import Vocabulary, Words
from rls_wizard.content.faults.reading import LIMIT, grade
from rls_wizard.handover.printing.talk import Act, Job, Printer, Printers
from rls_wizard.handover.printing.trouble import Trouble
from rls_wizard.settings import SIZES
from rls_wizard.ui import style
from rls_wizard.ui.printing.box import PrintBox
from rls_wizard.ui.printing.service import Service
from rls_wizard.ui.printing.words import HEALS, to_do, wrong
from tests.printing.service import running_service

ECHO = "import sys; sys.stdout.buffer.write(b'%PDF ' + sys.stdin.buffer.read())"
BREAK = "import sys; sys.stdin.read(); sys.exit(1)"
WAIT = """
import os, sys, time
answers = sys.stdin.buffer.read()
while not os.path.exists({flag!r}):
    time.sleep(0.01)
sys.stdout.buffer.write(b'%PDF ' + answers)
"""
OURS = Words(
    why="They name what is printed with, and what is printed.",
    words=["printer", "computer", "summary", "network", "cartridge"],
)
OFFICE = Printer("/printers/office", "Office printer", default=True)
DESK = Printer("/printers/desk", "Desk printer", Trouble.PAPER)
BOTH = Printers((OFFICE, DESK))
DONE = Job(over=True)


class Fake(Service):
    """Takes orders, and tells what the test tells."""

    def __init__(self, parent):
        super().__init__(parent)
        self.orders = []
        self.stopped = False

    def take(self, order):
        self.orders.append(order)

    def stop(self):
        self.stopped = True


@pytest.fixture
def services():
    """Return the services so far."""
    return []


@pytest.fixture
def wizard(open_visit, little, services):
    def make(parent):
        services.append(Fake(parent))
        return services[-1]

    return open_visit(little, make_service=make)


@pytest.fixture
def there(person, child, qtbot, window):
    """Bring the person to a summary that is made."""
    child(ECHO)
    person.begin()
    person.go_to("Save the summary")
    qtbot.waitUntil(lambda: not person.offered("cancel"), timeout=10_000)
    return person


@pytest.fixture
def choosing(there, services):
    """Bring the person to the choice of a printer; return both and the service."""
    there.press("print")
    services[0].told.emit(BOTH)
    return there, services[0]


@pytest.fixture
def printing(choosing):
    """Bring the person to where a page is being printed."""
    person, service = choosing
    person.press("print.send")
    return person, service


# The choice ---------------------------------------------------------------------------------------


def test_nothing_is_asked_of_printers_before_somebody_wants_to_print(there, services):
    assert services == []


def test_printers_are_looked_for_and_offered_with_what_is_wrong(there, services):
    there.press("print")
    assert "Looking for printers. This can take some seconds. You can wait." in there.reads()
    assert [order.act for order in services[0].orders] == [Act.LOOK]
    services[0].told.emit(BOTH)
    assert "Which printer?" in there.reads()
    assert "Office printer" in there.reads()
    assert "Desk printer\nThe printer has no paper." in there.reads()
    assert there.chosen("print.printer", "0")


def test_the_summary_that_is_shown_is_printed_on_the_printer_that_is_chosen(choosing, wizard):
    person, service = choosing
    person.press("print.printer.1")
    person.press("print.send")
    order = service.orders[-1]
    assert (order.act, order.path, order.pages) == (Act.PRINT, DESK.path, 0)
    assert order.pdf.startswith(b"%PDF {")
    assert b'"urge": "no"' in order.pdf


def test_the_first_pages_alone_can_be_printed(choosing):
    person, service = choosing
    person.press("print.few")
    person.press("print.send")
    assert service.orders[-1].pages == 2


def test_news_of_printers_change_no_choice(choosing):
    person, service = choosing
    person.press("print.printer.1")
    person.press("print.few")
    service.told.emit(Printers((OFFICE, Printer(DESK.path, DESK.title))))
    assert person.chosen("print.printer", "1")
    assert person.chosen("print", "few")
    assert "no paper" not in person.reads()


def test_a_printer_that_is_gone_is_not_chosen_any_more(choosing):
    person, service = choosing
    person.press("print.printer.1")
    service.told.emit(Printers((OFFICE,)))
    assert person.chosen("print.printer", "0")


def test_one_can_do_without(choosing):
    person, service = choosing
    person.press("print.leave")
    assert service.orders[-1].act is Act.CANCEL
    assert person.offered("print")
    assert not person.offered("print.send")


@pytest.mark.parametrize("trouble", [Trouble.NO_SERVICE, Trouble.NO_PRINTERS])
def test_why_there_is_no_printer_is_told_and_looked_after(there, services, trouble):
    there.press("print")
    services[0].told.emit(Printers(trouble=trouble))
    assert wrong(trouble, i18n.load("en")) in there.reads()
    assert not there.offered("print.send")
    services[0].told.emit(BOTH)
    assert there.offered("print.send")


# While it is printed ------------------------------------------------------------------------------


def test_larger_text_takes_no_page_from_the_printer(printing):
    person, service = printing
    service.told.emit(Job(trouble=Trouble.PAPER))
    for _ in SIZES:
        person.press("larger")
    assert not service.stopped
    assert "The printer has no paper." in person.reads()
    assert person.offered("print.leave")


def test_who_waits_for_the_summary_gets_it_printed_after_all(
    person, child, services, tmp_path, qtbot
):
    flag = tmp_path / "go"
    child(WAIT.format(flag=str(flag)))
    person.begin()
    person.go_to("Save the summary")
    person.press("print")
    services[0].told.emit(BOTH)
    person.press("print.send")
    assert "It will be printed as soon as it is made." in person.reads()
    assert services[0].orders[-1].act is Act.LOOK
    flag.touch()
    qtbot.waitUntil(lambda: services[0].orders[-1].act is Act.PRINT, timeout=10_000)
    assert "Your page is being printed." in person.reads()


def test_a_summary_that_cannot_be_made_is_not_printed(person, child, services, qtbot):
    child(BREAK)
    person.begin()
    person.go_to("Save the summary")
    qtbot.waitUntil(lambda: person.offered("again"), timeout=10_000)
    person.press("print")
    services[0].told.emit(BOTH)
    person.press("print.send")
    qtbot.waitUntil(lambda: person.offered("print"), timeout=10_000)
    assert "The summary could not be made." in person.reads()
    assert Act.PRINT not in [order.act for order in services[0].orders]


@pytest.mark.parametrize("trouble", list(Trouble))
def test_every_trouble_is_told_with_what_to_do(printing, trouble, window):
    person, service = printing
    service.told.emit(Job(trouble=trouble))
    english = i18n.load("en")
    assert person.reads().count(wrong(trouble, english)) == 1
    assert to_do(trouble, english) in person.reads()
    assert ("Your page then comes out by itself." in person.reads()) == (trouble in HEALS)
    for name in ("print.again", "print.other", "print.leave"):
        assert person.offered(name)


def test_what_is_wrong_is_said_in_easy_words():
    vocabulary = Vocabulary(lambda word: textstat.is_easy_word(word, 0), [OURS], [])
    english = i18n.load("en")
    said = [f"{wrong(trouble, english)} {to_do(trouble, english)}" for trouble in Trouble]
    assert [text for text in said if grade(text, vocabulary, textstat) >= LIMIT] == []


def test_a_page_that_will_not_come_is_not_promised(printing):
    person, service = printing
    service.told.emit(Job(over=True, trouble=Trouble.STOPPED))
    assert "by itself" not in person.reads()


def test_a_trouble_that_is_over_is_not_told_any_more(printing):
    person, service = printing
    service.told.emit(Job(trouble=Trouble.PAPER))
    service.told.emit(Job())
    assert "no paper" not in person.reads()
    assert "Your page is being printed." in person.reads()


def test_trying_again_prints_anew(printing):
    person, service = printing
    service.told.emit(Job(over=True, trouble=Trouble.FAILED))
    person.press("print.again")
    first, second = [order for order in service.orders if order.act is Act.PRINT]
    assert first == second
    assert "Your page is being printed." in person.reads()


def test_another_printer_can_be_chosen(printing):
    person, service = printing
    person.press("print.other")
    service.told.emit(BOTH)
    assert person.chosen("print.printer", "0")
    person.press("print.printer.1")
    person.press("print.send")
    assert service.orders[-1].path == DESK.path


def test_news_that_come_too_late_change_nothing(printing):
    person, service = printing
    person.press("print.leave")
    service.told.emit(DONE)
    assert "come out" not in person.reads()
    assert person.offered("print")


# Did it come out? ---------------------------------------------------------------------------------


def test_only_the_person_knows_whether_it_came_out(printing, wizard):
    person, service = printing
    service.told.emit(DONE)
    assert "Did your page come out?" in person.reads()
    assert not wizard.may_be_forgotten
    person.press("print.yes")
    assert "Take all pages with you." in person.reads()
    assert wizard.may_be_forgotten
    person.press("done")
    assert "Your answers are forgotten." in person.reads()


def test_no_prints_it_again(printing):
    person, service = printing
    service.told.emit(DONE)
    person.press("print.no")
    assert [order.act for order in service.orders][-2:] == [Act.PRINT, Act.PRINT]


def test_it_can_be_printed_once_more(printing):
    person, service = printing
    service.told.emit(DONE)
    person.press("print.yes")
    person.press("print")
    assert service.orders[-1].act is Act.LOOK


# The end ------------------------------------------------------------------------------------------


def test_done_asks_before_it_stops_a_page(printing, shown, wizard):
    person, service = printing
    person.press("save")
    shown("message")
    person.press("done")
    assert "Your page is not printed yet. Stop it, and forget your answers?" in person.reads()
    person.press("done.yes")
    assert service.stopped
    assert "Your answers are forgotten." in person.reads()


def test_closing_asks_before_it_stops_a_page(printing, shown, window):
    person, service = printing
    person.press("save")
    shown("message")
    window.close()
    assert "Your page is not printed yet." in person.reads()
    assert not service.stopped
    person.press("leave")
    assert service.stopped


def test_once_it_is_out_done_asks_nothing(printing, shown):
    person, service = printing
    person.press("save")
    shown("message")
    service.told.emit(DONE)
    person.press("done")
    assert service.stopped
    assert "Your answers are forgotten." in person.reads()


def test_leaving_the_page_ends_printing(printing):
    person, service = printing
    person.press("back")
    assert service.stopped


@pytest.fixture
def shown(qtbot, window):
    def wait(name):
        qtbot.waitUntil(window.findChild(QLabel, name).isVisible, timeout=10_000)

    return wait


# A page that is built anew ------------------------------------------------------------------------


def anew(person):
    person.press("larger")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_a_choice_outlives_a_page(choosing):
    person, service = choosing
    person.press("print.printer.1")
    person.press("print.few")
    anew(person)
    assert person.chosen("print.printer", "1")
    person.press("print.send")
    assert (service.orders[-1].path, service.orders[-1].pages) == (DESK.path, 2)


def test_printing_outlives_a_page(printing):
    person, service = printing
    service.told.emit(Job(trouble=Trouble.JAM))
    anew(person)
    assert "Paper is stuck in the printer." in person.reads()
    service.told.emit(DONE)
    assert "Did your page come out?" in person.reads()
    assert not service.stopped


# A real printing service --------------------------------------------------------------------------


def test_what_is_printed_is_what_is_saved(
    open_visit, little, meet, child, monkeypatch, qtbot, tmp_path
):
    with running_service() as service:
        for name in ("CUPS_SERVER", "HOME"):
            monkeypatch.setenv(name, service.environment[name])
        child(ECHO)
        person = meet(open_visit(little))
        person.begin()
        person.go_to("Save the summary")
        person.press("print")
        qtbot.waitUntil(lambda: person.offered("print.send"), timeout=20_000)
        assert "Office printer" in person.reads()
        person.press("print.printer.2")
        person.press("print.send")
        qtbot.waitUntil(lambda: person.offered("print.yes"), timeout=60_000)
        person.press("save")
        assert service.paper == (tmp_path / "summary.pdf").read_bytes()
        assert service.left == []
        person.press("print.yes")
        person.press("done")


# Keys, and who cannot see -------------------------------------------------------------------------


@pytest.fixture
def heard(monkeypatch):
    """Return what a screen reader is told."""
    told = []
    monkeypatch.setattr(
        QAccessible, "updateAccessibility", lambda event: told.append(event.message())
    )
    return told


def test_a_screen_reader_hears_each_step(there, services, heard):
    there.press("print")
    services[0].told.emit(BOTH)
    there.press("print.send")
    services[0].told.emit(Job(trouble=Trouble.PAPER))
    services[0].told.emit(DONE)
    there.press("print.yes")
    assert heard == [
        "Looking for printers. This can take some seconds. You can wait.",
        "Which printer?",
        "Your page is being printed. You can wait here.",
        "The printer has no paper. Put some paper in.",
        "Did your page come out?",
        "Printed. Take all pages with you. Leave none in the printer.",
    ]


def test_a_printer_knows_its_question(choosing, window):
    row = window.findChild(QAbstractButton, "print.printer.0")
    relations = QAccessible.queryAccessibleInterface(row).relations()
    name = QAccessible.Text.Name
    labels = [o.text(name) for o, kind in relations if kind & QAccessible.RelationFlag.Label]
    assert labels == ["Which printer?"]


def test_keys_alone_print_a_page(there, services, window, qtbot):
    def press(name):
        button = window.findChild(QAbstractButton, name)
        assert QApplication.focusWidget() is button, QApplication.focusWidget().objectName()
        qtbot.keyClick(button, Qt.Key.Key_Space)

    with qtbot.waitActive(window):
        window.activateWindow()
    window.findChild(QAbstractButton, "print").setFocus()
    press("print")
    services[0].told.emit(BOTH)
    assert QApplication.focusWidget().objectName() == "print.printer.0"
    window.findChild(QAbstractButton, "print.send").setFocus()
    press("print.send")
    services[0].told.emit(DONE)
    # Nobody who is about to press one thing may hit another.
    assert QApplication.focusWidget().objectName() == "print.other"
    window.findChild(QAbstractButton, "print.yes").setFocus()
    press("print.yes")
    assert QApplication.focusWidget().objectName() == "print"


def test_the_choice_is_brought_into_view(there, services, window, qtbot):
    window.resize(1024, 600)
    there.press("print")
    services[0].told.emit(
        Printers((OFFICE, DESK, *(Printer(f"/printers/{n}", "P") for n in "abc")))
    )
    area, box = window.findChild(QScrollArea), window.findChild(PrintBox)
    qtbot.waitUntil(lambda: box.mapTo(area.viewport(), QPoint(0, 0)).y() == style.WIDE)
    assert QApplication.focusWidget().objectName() == "print.printer.0"


def test_what_is_in_view_stays_where_it_is(there, services, window, qtbot):
    window.resize(1280, 1000)
    there.press("print")
    services[0].told.emit(BOTH)
    box = window.findChild(PrintBox)
    with qtbot.assertNotEmitted(box.wanted, wait=50):
        assert QApplication.focusWidget().objectName() == "print.printer.0"


def test_tab_goes_down_the_page(choosing, window):
    window.grab()
    first = window.findChild(QWidget, "save")
    names, found = [], first
    while not names or found is not first:
        if found.focusPolicy() & Qt.FocusPolicy.TabFocus and found.isVisibleTo(window):
            names.append(found.objectName())
        found = found.nextInFocusChain()
    # Of several printers Tab comes to the chosen one; arrows go on from there.
    assert names[:6] == [
        "save",
        "print.printer.0",
        "print.few",
        "print.send",
        "print.leave",
        "copy",
    ]


# As text ------------------------------------------------------------------------------------------


@pytest.fixture
def clipboard(qapp):
    board = QGuiApplication.clipboard()
    board.clear()
    yield board
    board.clear()


def test_the_clinicians_page_is_copied_and_that_is_told(there, clipboard):
    there.press("copy")
    assert clipboard.text().startswith("Restless legs: summary for the clinician\n")
    assert "Copied." in there.reads()


def test_a_copy_is_forgotten_with_the_answers(there, clipboard):
    there.press("copy")
    there.press("done")
    there.press("done.yes")
    assert clipboard.text() == ""


def test_what_was_copied_since_stays(there, clipboard):
    there.press("copy")
    clipboard.setText("something else")
    there.press("done")
    there.press("done.yes")
    assert clipboard.text() == "something else"


def test_that_it_was_copied_is_told_on_a_page_that_is_built_anew(there, clipboard):
    there.press("copy")
    anew(there)
    assert "Copied." in there.reads()


def test_what_keeps_every_copy_is_asked_not_to_keep_this(there, clipboard):
    there.press("copy")
    assert clipboard.mimeData().data("x-kde-passwordManagerHint") == b"secret"
