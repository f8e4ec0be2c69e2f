"""The test page that staff print: it comes out, or what is wrong is told."""

import re

import pytest
from PySide6.QtCore import QObject

from rls_wizard import i18n
from rls_wizard.ui.kiosk.printer_test import page_to_test, print_test_page
from tests.kiosk.rooms import SITE, site
from tests.printing.service import running_service


@pytest.fixture
def cups(monkeypatch):
    with running_service() as made:
        for name in ("CUPS_SERVER", "HOME"):
            monkeypatch.setenv(name, made.environment[name])
        yield made


@pytest.fixture
def test_print(qtbot, qapp):
    """Return what prints a test page, and what was told until it was over."""
    owner = QObject()

    def run(there):
        told = []
        test = print_test_page(there, i18n.load("en"), owner, lambda *said: told.append(said))
        with qtbot.waitSignal(test.told, check_params_cb=lambda _, over: over, timeout=20_000):
            pass
        test.stop()
        return [text for text, _ in told], test.printed

    yield run
    owner.deleteLater()


def test_the_page_comes_out_on_the_paper_that_is_in(cups, test_print):
    told, printed = test_print(site(printing={"printer": "office", "paper": "Letter"}))
    assert printed
    assert told[-1].startswith("The test page is printed.")
    title, options = cups.told
    assert title == "Summary"
    assert {"media=na_letter_8.5x11in", "print-scaling=fit"} <= set(options)
    assert b"/MediaBox [ 0 0 612 792 ]" in cups.paper
    assert cups.left == []


def test_a_printer_that_is_not_there_is_told(cups, test_print):
    told, printed = test_print(site(printing={"printer": "gone"}))
    assert (told[-1], printed) == ("This printer is not on this computer any more.", False)


def test_the_page_has_the_size_that_the_clinic_set():
    made = page_to_test(SITE, i18n.load("en"))
    (box,) = re.findall(rb"/MediaBox \[ 0 0 ([0-9.]+) ([0-9.]+) \]", made)
    assert [round(float(side)) for side in box] == [595, 842]
