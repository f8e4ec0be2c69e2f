"""A kiosk and a printer that fails in each way: `python -m tests.kiosk.printers`.

A real printing service, and a page that somebody wants from it: what the person reads, what staff
see from across the room, and that nothing of the page stays behind.
"""

import os
import sys
from collections.abc import Callable
from contextlib import contextmanager
from threading import Thread
from typing import NamedTuple

from PySide6.QtWidgets import QApplication

from rls_wizard.ui import style
from rls_wizard.ui.printing.system import system_service
from tests.kiosk.rooms import InARoom, site
from tests.printing.service import running_service

ASKED = "Did your page come out?"
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
    on_paper: bool = True
    """Whether that printer really prints then; one that hangs only says so."""


def _says(text):
    return lambda cups: cups.does("hang", text)


def _runs(*command):
    return lambda cups: cups.run(*command)


def _opens_the_gate(cups):
    # In a thread: it waits for the printer, and the printer may wait for our loop.
    Thread(target=(cups.root / "gate").write_text, args=("\n",), daemon=True).start()


def _gives_up(cups):
    cups.run("lpadmin", "-p", "office", "-o", "printer-error-policy=abort-job")
    cups.does("fail")


FAULTS = (
    Fault("slow", _says(""), "Your page is being printed. Please wait here.", "", "",
          heals=_opens_the_gate, on_paper=False),
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


class Visit(InARoom):
    """A visit with the printers of this computer."""

    def _service(self, parent):
        return system_service(parent)


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
        visit = Visit(site(printing={"printer": fault.printer}))
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
                if fault.on_paper and not cups.paper.startswith(b"%PDF"):
                    wrong.append("nothing came out")
            visit.press("done", "done.yes")
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
