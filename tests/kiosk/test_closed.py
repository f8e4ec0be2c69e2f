"""The page that sends people to the desk, and what is left of what was copied."""

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

from rls_wizard import i18n
from rls_wizard.crash import Fault
from rls_wizard.i18n import PSEUDO
from rls_wizard.kiosk.talk import Begin, Closed
from rls_wizard.ui.apology import Apology
from rls_wizard.ui.kiosk.clipboard import keep_empty
from rls_wizard.ui.kiosk.closed_page import ClosedPage
from rls_wizard.ui.window import WizardWindow
from tests.gallery.stage import settle
from tests.kiosk.rooms import SITE
from tests.kiosk.targets import PANELS, kiosk, measure

FAULT = Fault("RuntimeError at\n  rls_wizard/ui/visit.py:7 in record\n", felt=True)


def read(window):
    seen = [label.text() for label in window.findChildren(QLabel) if label.isVisible()]
    return " ".join(" ".join(seen).replace("\u200b", "").split())


@pytest.fixture
def window(our_font, qtbot):
    made = WizardWindow(i18n.load("en"))
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize(
    ("why", "said"),
    [
        (Closed.CRASHED, "needs a short rest"),
        (Closed.EXPIRED, "Its texts have to be checked first"),
        (Closed.SETUP, "It is not set up yet"),
        (Closed.PAUSED, "out of use for now"),
    ],
)
def test_people_are_sent_to_the_desk_and_told_why(window, why, said):
    window.show_page(ClosedPage(Begin(SITE, why, 60), window.catalogue), back=False)
    assert "Please see the desk" in read(window)
    assert said in read(window)
    assert "If you feel very ill, do not wait. Tell the staff now." in read(window)


def test_staff_read_what_is_wrong(window):
    faults = ("kiosk.toml: country: is missing", "kiosk.toml: pin_hash: is missing")
    begin = Begin(None, Closed.SETUP, 60, faults)
    window.show_page(ClosedPage(begin, window.catalogue), back=False)
    assert all(fault in read(window) for fault in faults)


def test_what_was_copied_goes_with_the_visit(our_font):
    board = QGuiApplication.clipboard()
    board.setText("of somebody before")
    keep_empty(our_font)
    assert board.text() == ""
    board.setText("of this visit")
    our_font.aboutToQuit.emit()
    assert board.text() == ""


@pytest.mark.parametrize("panel", [PANELS[0], PANELS[-1]], ids=["small", "upright"])
@pytest.mark.parametrize("language", ["en", PSEUDO])
def test_it_can_be_read_on_every_screen(our_font, panel, language):
    begin = Begin(None, Closed.SETUP, 60, ("kiosk.toml: times.quiet: must be 30 or more",) * 20)
    with kiosk(panel, language=language) as stage:
        stage.window.header.hide()
        stage.window.show_page(ClosedPage(begin, stage.catalogue), back=False)
        settle()
        assert measure(stage.window, panel.scale).wrong == []


@pytest.mark.parametrize("panel", [PANELS[0], PANELS[-1]], ids=["small", "upright"])
def test_so_can_what_is_said_of_a_fault(our_font, panel):
    with kiosk(panel, text_size=200, language=PSEUDO) as stage:
        visit = stage.visit
        Apology(stage.window, stage.display, None, lambda: visit, lambda: None).take(FAULT)
        settle()
        assert measure(stage.window, panel.scale).wrong == []
