"""The first page, and what stands beside the way: the menu and its pages, and what went wrong."""

from datetime import date, datetime
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QMenu

from rls_wizard.crash import Fault
from rls_wizard.crash.report import Facts, report
from rls_wizard.domain.response import Response
from rls_wizard.handover.earlier import Earlier, pack
from rls_wizard.handover.reports import Kept, Reports
from rls_wizard.ui.about_page import AboutPage, Places
from rls_wizard.ui.apology import Apology
from rls_wizard.ui.fault_page import ChosenFaultPage, FaultPage, OverduePage
from rls_wizard.ui.link import Toggle
from rls_wizard.ui.recall import Recall
from rls_wizard.ui.unfinished_page import Left, UnfinishedPage
from tests.gallery.ending_scenes import show_strip
from tests.gallery.question_scenes import open_all
from tests.gallery.stage import HANG, settle, told

_SAMPLE = "A sample visit"
_THEN = date(2026, 11, 8)
_LATE = date(2031, 1, 2)
_FAULTS = [f"questionnaire/legs.toml: item {n}: there is no such condition" for n in range(25)]
_REFUSE = "import sys; sys.stderr.write('rls-wizard: This file is no PDF.\\n'); sys.exit(2)"
_REPORT = report(Facts(), "Segmentation fault at\n  rls_wizard/ui/visit.py:7 in record\n")
_SETTINGS = "/home/somebody/.config/rls-wizard/rls-wizard.ini"
_TELL = "import sys; sys.stdin.read(); sys.stdout.buffer.write({!r})"


def before():
    """Return name and function of each scene before the questions."""
    yield "welcome.at-once", lambda stage: None
    yield "welcome.empty", lambda stage: stage.visit
    yield "welcome.filled", _begun
    yield "welcome.opened", _welcome_opened
    yield "welcome.gaps", _welcome_gaps
    yield "welcome.overdue", _overdue
    yield "welcome.clock", _wrong_clock
    yield "welcome.done", _forgotten
    yield "welcome.taken-over", _taken_over
    yield "earlier.ways", partial(_pressed, "earlier")
    yield "earlier.reading", _reading
    yield "earlier.refused", _refused
    yield "earlier.found", _found
    yield "then-and-now", _then_and_now


def beside():
    """Return name and function of each scene beside the way."""
    yield "menu", _menu
    yield "settings", partial(_command, "settings")
    yield "settings.not-kept", _settings_not_kept
    yield "advice", partial(_command, "advice")
    yield "advice.opened", partial(_opened, "advice")
    yield "about", partial(_command, "about")
    yield "about.opened", partial(_opened, "about")
    yield "cover", partial(_command, "hide")
    yield "restart", _restart
    yield "closing", _closing
    yield "advice.closed", _advice_closed
    yield "fault.own", _fault
    yield "fault.chosen", _chosen_fault
    yield "fault.overdue", _closed
    yield "apology", _apology
    yield "apology.opened", partial(_apology, times=2, press=("report.show", "report.copy"))
    yield "apology.loading", partial(_apology, begun=False)
    yield "apology.strip", _apology_below_strip
    yield "about.reports", partial(_reports, press=("report.1",))
    yield "about.reports-deleted", partial(_reports, press=("reports.delete",))
    yield "crashed.told", _crashed
    yield "crashed.unfinished", partial(_crashed, unfinished=True)
    yield "crashed.opened", partial(_crashed, press=("crashed",))
    yield "crashed.deleted", partial(_crashed, press=("crashed", "report.delete"))


# The first page ----------------------------------------------------------------------------------


def _begun(stage):
    stage.tell(_SAMPLE)
    stage.visit.rebuild()
    stage.top()


def _welcome_opened(stage):
    _ = stage.visit
    open_all(stage)


def _welcome_gaps(stage):
    _ = stage.visit
    stage.press("answered_by.self", "next")
    stage.top()


def _wrong_clock(stage):
    stage.today = date(1970, 1, 1)
    _ = stage.visit


def _overdue(stage):
    stage.today = _LATE
    _ = stage.visit
    settle()


def _forgotten(stage):
    stage.visit.restart(
        note=stage.catalogue("Your answers are forgotten. The next person can start here.")
    )
    settle()


def _taken_over(stage):
    _found(stage)
    stage.press("earlier.use")
    stage.top()


# An earlier summary ------------------------------------------------------------------------------


def _pressed(name, stage):
    _ = stage.visit
    stage.press(name)


def _reading(stage):
    _ = stage.visit
    stage.earlier(HANG)


def _refused(stage):
    _ = stage.visit
    stage.earlier(_REFUSE)
    stage.wait(lambda: stage.offered("earlier.trouble"))
    stage.top()


def _found(stage):
    _ = stage.visit
    stage.earlier(_TELL.format(pack(_earlier())))
    stage.wait(lambda: stage.offered("earlier.use"))
    stage.top()


def _earlier():
    response = told(_SAMPLE).model_copy(update={"answered_on": _THEN})
    lost = ("The medicine \u201cdimetindene\u201d is not known to this program any more.",)
    return Earlier(Response.model_validate(response.model_dump()), lost)


def _then_and_now(stage):
    """Beside the questions stands what was told at the visit before."""
    _found(stage)
    stage.press("earlier.use")
    stage.page("how_strong")


# The menu and its pages --------------------------------------------------------------------------


def _command(name, stage):
    _ = stage.visit
    stage.command(name)


def _opened(name, stage):
    """Show what is behind the first lines of text: of sixty licences, some."""
    _command(name, stage)
    page = stage.window.page
    for toggle in [t for t in page.findChildren(Toggle) if t.isVisible()][:8]:
        toggle.click()
    settle()
    stage.top()
    settle()


def _menu(stage):
    _ = stage.visit
    stage.press("menu")
    menu = stage.find("commands", QMenu)
    stage.over = menu if menu.isVisible() else None


def _restart(stage):
    stage.tell(_SAMPLE)
    stage.command("restart")


def _closing(stage):
    stage.tell(_SAMPLE)
    stage.window.close()
    settle()


def _advice_closed(stage):
    show_strip(stage)
    stage.command("advice")


# What went wrong ---------------------------------------------------------------------------------


def _show(page, stage):
    stage.window.header.hide()
    stage.window.show_page(page, back=False)
    settle()


def _settings_not_kept(stage):
    stage.store.place = _SETTINGS
    stage.display.is_kept = False
    _command("settings", stage)


def _fault(stage):
    _show(FaultPage(_FAULTS, stage.catalogue), stage)


def _chosen_fault(stage):
    folder = "/home/somebody/a folder with a long name/content"
    _show(ChosenFaultPage(folder, _FAULTS[:3], stage.catalogue), stage)


def _closed(stage):
    _show(OverduePage("22 November 2027", _SETTINGS, stage.catalogue), stage)


def _apology(stage, times=1, *, begun=True, press=()):
    visit = stage.visit if begun else None
    apology = Apology(stage.window, stage.display, None, lambda: visit)
    for number in range(times):
        stage.press(*["fault.go_on"] if number else [])
        apology.take(Fault(f"RuntimeError at\n  rls_wizard/ui/visit.py:{number} in record\n", True))
        settle()
    stage.press(*press)
    stage.top()
    settle()


def _apology_below_strip(stage):
    show_strip(stage)
    _apology(stage)


def _crashed(stage, press=(), *, unfinished=False):
    visit = stage.visit
    if unfinished:
        left = Left("22 November 2026, 03:12")
        visit.open_aside(lambda: UnfinishedPage(left, stage.catalogue))
    Recall(visit, stage.window, _Reports(), _REPORT)
    stage.press(*press)
    stage.top()
    settle()


def _reports(stage, press=()):
    places, visit = Places(reports=_Reports()), stage.visit
    visit.open_aside(lambda: AboutPage(stage.content, stage.catalogue, stage.today, places, ()))
    settle()
    stage.press(*press)
    stage.window.bring(stage.find("chapter.reports"))
    settle()


class _Reports(Reports):
    """Two, in a folder that is the same in every picture."""

    def __init__(self):
        super().__init__(Path("/home/somebody/.local/share/rls-wizard/reports"))
        self._kept = [
            Kept(self.folder, datetime(2026, 11, 22, 3, minute), _REPORT) for minute in (12, 4)
        ]

    def kept(self):
        return tuple(self._kept)

    def forget(self):
        self._kept.clear()
        return True
