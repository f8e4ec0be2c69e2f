"""A kiosk and a printer that fails in each way: `python -m tests.kiosk.printers`.

A real printing service, and a page that somebody wants from it: what the person reads, what staff
see from across the room, and that nothing of the page stays behind.
"""

import os
import sys
from collections.abc import Callable
from contextlib import contextmanager
from typing import NamedTuple

from PySide6.QtWidgets import QApplication, QLabel

from rls_wizard.kiosk.site import Printing
from rls_wizard.ui import saving, style
from rls_wizard.ui.kiosk.band import AcrossTheRoom
from rls_wizard.ui.printing.system import system_service
from rls_wizard.ui.route import Stop
from tests.gallery.stage import PRINT, Stage
from tests.kiosk.rooms import SITE
from tests.printing.service import running_service

ASKED = "Did your page come out?"
_PERSON = "A sample visit"
_DESK = "Please tell the desk."
_ITSELF = f"{_DESK} Your page then comes out by itself."
_UNUSABLE = "The printer cannot be used at the moment."
_LOOK = "Printer: please look"


class Fault(NamedTuple):
    """A way to fail."""

    name: str
    fails: Callable
    """Takes the printing service."""
    person: str
    staff: str
    advice: str = _ITSELF
    heals: Callable | None = None
    """Puts it right, where the page then comes out."""
    printer: str = "office"


def _says(text):
    return lambda cups: cups.does("hang", text)


def _runs(*command):
    return lambda cups: cups.run(*command)


def _gives_up(cups):
    cups.run("lpadmin", "-p", "office", "-o", "printer-error-policy=abort-job")
    cups.does("fail")


FAULTS = (
    Fault("no paper", _says("STATE: +media-empty-error"), "The printer has no paper.",
          "Printer: paper"),
    Fault("paper is stuck", _says("STATE: +media-jam-error"), "Paper is stuck in the printer.",
          "Printer: paper is stuck"),
    Fault("open", _says("STATE: +cover-open-error"), "The printer is open.", "Printer: open"),
    Fault("no ink", _says("STATE: +marker-supply-empty-error"), "The printer has no more ink.",
          "Printer: ink"),
    Fault("not in the network", lambda cups: None, "The printer does not answer.", "Printer: off",
          printer="away"),
    Fault("cable", _says("INFO: Waiting for printer to become available."),
          "The printer is switched off or not connected.", "Printer: off", printer="cable"),
    Fault("stopped", _runs("cupsdisable", "office"), "The printer has been stopped.", _LOOK,
          heals=_runs("cupsenable", "office")),
    Fault("takes no pages", _runs("cupsreject", "office"), _UNUSABLE, _LOOK, _DESK),
    Fault("service is down", lambda cups: cups.stop(), _UNUSABLE, _LOOK,
          heals=lambda cups: cups.start()),
    Fault("gone", _runs("lpadmin", "-x", "office"), _UNUSABLE, _LOOK),
    Fault("holds the page", _runs("lpadmin", "-p", "office", "-o",
          "job-hold-until-default=indefinite"), _UNUSABLE, _LOOK, _DESK),
    Fault("not allowed", _runs("lpadmin", "-p", "office", "-u", "allow:nobody"), _UNUSABLE, _LOOK,
          _DESK),
    Fault("fails, and tries again", lambda cups: cups.does("fail"),
          "The printer could not print your page.", _LOOK, _DESK),
    Fault("gives the page up", _gives_up, "The printer could not print your page.", _LOOK, _DESK),
)  # fmt: skip


class Visit(Stage):
    """A visit on a kiosk, with the printers of this computer."""

    def __init__(self, printer):
        printing = Printing(printer=printer)
        super().__init__(site=SITE.model_copy(update={"printing": printing}), size=(1280, 800))
        self.across = AcrossTheRoom(self._desk.site, self.visit, self.window, system_service)

    def _service(self, parent):
        return system_service(parent)

    def at_the_summary(self):
        self.tell(_PERSON)
        code = PRINT.format(str(self._pdf(_PERSON)))
        command = [sys.executable, "-S", "-c", code]
        self.replace(saving, "summary_command", lambda _folder: command)
        self.last_page()
        self.go_on_to(Stop.SUMMARY)
        return self

    def reads(self):
        """Return what the person reads on the page."""
        page = self.window.page
        texts = [one.text() for one in page.findChildren(QLabel) if one.isVisibleTo(page)]
        return "\n".join(texts).replace("\u00a0", " ").replace(style.BREAK, "")

    def staff_see(self):
        return "" if self.across.band.isHidden() else self.across.band.text()

    def waits_for(self, text, staff=""):
        self.wait(lambda: text in self.reads() and staff in self.staff_see())


@contextmanager
def cups_of_this_computer():
    """Give a printing service that the program takes for that of the computer."""
    with running_service() as cups:
        before = {name: os.environ.get(name) for name in ("CUPS_SERVER", "HOME")}
        os.environ.update({name: cups.environment[name] for name in before})
        try:
            yield cups
        finally:
            for name, text in before.items():
                if text is None:
                    del os.environ[name]
                else:
                    os.environ[name] = text


def meet(fault):
    """Let somebody meet a fault; return what was not as it is to be."""
    wrong = []
    with cups_of_this_computer() as cups:
        visit = Visit(fault.printer)
        try:
            visit.at_the_summary()
            fault.fails(cups)
            visit.press("print")
            visit.waits_for(fault.person, fault.staff)
            if fault.advice not in visit.reads():
                wrong.append(f"no advice: {visit.reads()}")
            if not visit.offered("code"):
                wrong.append("there is no code as a way out")
            if fault.heals is not None:
                fault.heals(cups)
                visit.waits_for(ASKED)
                visit.wait(lambda: not visit.staff_see())
                if not cups.paper.startswith(b"%PDF"):
                    wrong.append("nothing came out")
            visit.press("done", "done.yes")
            visit.wait(lambda: not visit.staff_see())
        except AssertionError as error:
            wrong.append(f"{error}: {visit.reads()!r}, {visit.staff_see()!r}")
        finally:
            visit.close()
        if cups.left:
            wrong.append(f"left behind: {cups.left}")
    return wrong


def main():
    """Meet every fault; print a table, and return the exit code."""
    app = QApplication.instance() or QApplication([sys.argv[0], *style.ARGUMENTS])
    style.prepare(app)
    bad = 0
    for fault in FAULTS:
        wrong = meet(fault)
        bad += bool(wrong)
        print(f"{fault.name:24} {'; '.join(wrong) or 'as it is to be'}", flush=True)
    print(f"{len(FAULTS)} ways to fail, {bad} of them not as they are to be")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
