"""How a person leaves a kiosk with a page, as scenes."""

import sys
from functools import partial

from rls_wizard.handover.printing.talk import Job, Printer, Printers
from rls_wizard.handover.printing.trouble import Trouble
from rls_wizard.ui import saving
from rls_wizard.ui.kiosk.goodbye import GoodbyePage
from rls_wizard.ui.printing.way import Step
from rls_wizard.ui.route import Stop
from tests.gallery.scenes import Scene
from tests.gallery.stage import PRINT, settle

SOMEBODY = "A sample visit"
BREAKS = "import sys; sys.stdin.read(); sys.exit(1)"
FOUND = Printers((Printer("/printers/office", "Office printer", default=True),))
OUT = Job(over=True)


def paper_scenes():
    """Return them all."""
    return [
        Scene("paper.begin", at_the_summary),
        Scene("paper.looking", partial(_printing, ())),
        Scene("paper.printing", partial(_printing, (FOUND,))),
        Scene("paper.trouble", partial(_printing, (FOUND, Job(trouble=Trouble.UNPLUGGED)))),
        Scene("paper.failed", partial(_printing, (FOUND, Job(over=True, trouble=Trouble.FAILED)))),
        Scene("paper.asking", partial(_printing, (FOUND, OUT))),
        Scene("paper.out", partial(_printing, (FOUND, OUT, "print.yes"))),
        Scene("paper.lost", partial(_printing, (FOUND, OUT, "print.no", OUT, "print.no"))),
        Scene("paper.code", partial(_press, "code")),
        Scene("paper.done", partial(_press, "done")),
        Scene("paper.not-made", _not_made),
        Scene("paper.earlier", _earlier),
        Scene("paper.goodbye", _goodbye),
    ]


def at_the_summary(stage, code=None):
    """Go to the summary; a child with this code makes it, or one that has it already."""
    stage.tell(SOMEBODY)
    code = code or PRINT.format(str(stage.pdf(SOMEBODY)))
    command = [sys.executable, "-S", "-c", code]
    stage.replace(saving, "summary_command", lambda _folder: command)
    stage.last_page()
    stage.go_on_to(Stop.SUMMARY)


def _printing(happens, stage):
    """Press print; then news come in, and buttons are pressed by their names."""
    at_the_summary(stage)
    told = []
    stage.visit.printed.connect(told.append)
    stage.press("print")
    for one in happens:
        if isinstance(one, str):
            stage.press(one)
            continue
        stage.printer.told.emit(one)
        # Before it is printed, it may have to be made.
        stage.wait(lambda: told[-1].step is not Step.WAITING)


def _press(name, stage):
    at_the_summary(stage)
    stage.press(name)


def _not_made(stage):
    at_the_summary(stage, BREAKS)
    stage.wait(lambda: stage.offered("not_made"))


def _earlier(stage):
    stage.visit.continue_earlier.emit()
    settle()


def _goodbye(stage):
    assert stage.visit
    stage.window.header.hide()
    stage.window.show_page(GoodbyePage(stage.catalogue), back=False)
