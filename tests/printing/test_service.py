"""The window's service and a real cupsd: the whole way of a page, without the window."""

import signal
import subprocess
import sys

import pytest
from PySide6.QtCore import QObject
from shiboken6 import isValid

from rls_wizard.handover.child import print_command
from rls_wizard.handover.printing.talk import Act, Job, Order, Printers
from rls_wizard.handover.printing.trouble import Trouble
from rls_wizard.ui.printing.child import Child

PDF = b"%PDF-1.4 what is printed"
PRINT = Order(Act.PRINT, "/printers/office", 0, PDF)


@pytest.fixture
def child(service, qapp, monkeypatch):
    for name in ("CUPS_SERVER", "HOME"):
        monkeypatch.setenv(name, service.environment[name])
    owner = QObject()
    made = Child(print_command(), owner)
    yield made
    if isValid(made):
        made.stop()
        owner.deleteLater()


@pytest.fixture
def hears(qtbot, child):
    """Give orders, and return the news that are as wanted."""

    def wait(wanted, *orders):
        with qtbot.waitSignal(child.told, check_params_cb=wanted, timeout=20_000) as told:
            for order in orders:
                child.take(order)
        return told.args[0]

    return wait


def over(news):
    return isinstance(news, Job) and news.over


def troubled(news):
    return news.trouble is not None


def test_a_page_is_printed(hears, service):
    found = hears(lambda news: isinstance(news, Printers), Order(Act.LOOK))
    assert len(found.found) == 3
    assert hears(over, PRINT) == Job(over=True)
    assert service.paper == PDF


def test_nothing_is_left_after_the_end(hears, service, child):
    service.run("cupsdisable", "office")
    assert hears(troubled, PRINT).trouble is Trouble.STOPPED
    child.stop()
    assert not child.running
    assert service.left == []


def test_nothing_is_left_when_the_window_is_gone(hears, service, child, qtbot):
    service.run("cupsdisable", "office")
    hears(troubled, PRINT)
    owner = child.parent()
    with qtbot.waitSignal(owner.destroyed):
        owner.deleteLater()
    assert service.left == []


@pytest.mark.parametrize(
    ("order", "news"),
    [
        (Order(Act.LOOK), Printers(trouble=Trouble.NO_SERVICE)),
        (PRINT, Job(over=True, trouble=Trouble.FAILED)),
    ],
)
@pytest.mark.parametrize("command", [["/no/such/program"], [sys.executable, "-c", "0"]])
def test_a_child_that_breaks_is_told(qtbot, qapp, command, order, news):
    owner = QObject()
    broken = Child(command, owner)
    with qtbot.waitSignal(broken.told) as told:
        broken.take(order)
    assert told.args == [news]
    owner.deleteLater()


WINDOW = """
import sys
from PySide6.QtCore import QCoreApplication
from rls_wizard.handover.child import print_command
from rls_wizard.handover.printing.talk import Act, Order
from rls_wizard.ui.printing.child import Child

app = QCoreApplication([])
child = Child(print_command(), app)
child.told.connect(lambda news: print(news.trouble, flush=True))
child.take(Order(Act.PRINT, "/printers/office", 0, b"%PDF"))
app.exec()
"""


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM, signal.SIGSEGV])
def test_nothing_is_left_when_the_program_is_ended_by_force(service, how):
    service.run("cupsdisable", "office")
    command = [sys.executable, "-c", WINDOW]
    with subprocess.Popen(command, env=service.environment, stdout=subprocess.PIPE) as window:
        assert window.stdout.readline() == b"stopped\n"
        assert service.left != []
        window.send_signal(how)
    assert window.returncode == -how
    service.until(lambda: service.left == [])
