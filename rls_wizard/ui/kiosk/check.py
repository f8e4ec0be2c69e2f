"""Leads staff through everything that makes a kiosk a good one, and writes down what they found."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from rls_wizard.handover.save import SaveError, save
from rls_wizard.report.acceptance import build_acceptance, passed
from rls_wizard.report.pdf.document import make_document
from rls_wizard.ui.kiosk.check_end import EndPage
from rls_wizard.ui.kiosk.check_page import CheckPage, SettingsCheck
from rls_wizard.ui.kiosk.check_screen import ScreenCheck, TargetCheck
from rls_wizard.ui.kiosk.check_steps import (
    PrinterCheck,
    SoundCheck,
    TrialCheck,
    idle,
    lock,
    wipe,
)
from rls_wizard.ui.kiosk.size import scale_on

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from rls_wizard.kiosk.talk import Begin
    from rls_wizard.report.acceptance import Finding
    from rls_wizard.ui.window import WizardWindow

    Make = Callable[[], CheckPage]


class SiteCheck(QObject):
    """Shows step after step; at the end the sheet is printed, or saved where staff said."""

    def __init__(
        self,
        window: WizardWindow,
        begin: Begin,
        today: date,
        open_page: Callable[[], QWidget],
        output: Path | None = None,
    ) -> None:
        """Take the settings or their faults, and what opens a real page to measure."""
        super().__init__(window)
        self._window, self._begin, self._today = window, begin, today
        self._open_page, self._output = open_page, output
        self._ = window.catalogue
        site = begin.site
        self._taken = scale_on(site.screen.width_mm if site else None, window.screen())
        self._screen = self._taken
        self._line = ""
        self._steps = tuple(self._made())
        self._found: dict[int, Finding] = {}
        self._at = 0
        self._page: CheckPage | None = None
        window.header.hide()
        window.forward.connect(partial(self._go, 1))
        window.back.connect(partial(self._go, -1))
        window.closing.connect(self._leave)
        self._show()

    @property
    def findings(self) -> list[Finding]:
        """What was found so far, in the order of the steps."""
        return [self._found[at] for at in sorted(self._found)]

    def _made(self) -> Iterator[Make]:
        """Yield what makes each step; some need settings that can be used."""
        _, site = self._, self._begin.site
        yield partial(SettingsCheck, _, self._begin.faults)
        yield self._make_screen
        if site is None:
            return
        yield lambda: TargetCheck(_, self._screen, self._open_page)
        if site.printing.on:
            yield partial(PrinterCheck, _, site)
        if site.sound.way != "off":
            yield partial(SoundCheck, _, site)
        for kind in (lock(_), idle(_), wipe(_)):
            yield partial(TrialCheck, _, site, kind)

    def _make_screen(self) -> CheckPage:
        picture = self._window.screen().size()
        return ScreenCheck(self._, self._screen, picture, self._taken)

    # Step by step --------------------------------------------------------------------------------

    def _go(self, steps: int) -> None:
        self._leave()
        self._at = max(0, self._at + steps)
        if self._at <= len(self._steps):
            self._show()
        else:
            self._end()

    def _show(self) -> None:
        _ = self._
        if self._at == len(self._steps):
            page: CheckPage = EndPage(_, self.findings, self._begin.site, self.sheet)
            forward = _("Close")
        else:
            page, forward = self._steps[self._at](), _("Next")
            if before := self._found.get(self._at):
                page.recall(before)
        self._page = page
        self._window.show_page(page, back=self._at > 0, forward=forward)

    def _leave(self) -> None:
        """Write down what came of the step that is left."""
        if self._page is None:
            return
        self._page.stop()
        if isinstance(self._page, ScreenCheck):
            self._screen = self._page.scale
            self._line = self._page.line
        if self._at < len(self._steps):
            self._found[self._at] = self._page.finding
        self._page = None

    def sheet(self) -> bytes:
        """Return the acceptance sheet."""
        site = self._begin.site
        facts = {}
        if site is not None:
            _ = self._
            facts = {
                _("Clinic"): site.clinic.name,
                _("Country"): site.country,
                _("Languages"): ", ".join(site.languages),
            }
        day = self._today.isoformat()
        return make_document(build_acceptance(self.findings, facts, day, self._), self._)

    def _end(self) -> None:
        """Save the sheet, say what to write into the settings, and end."""
        print(self._line, flush=True)  # noqa: T201
        code = 0 if passed(self.findings) else 1
        if self._output is not None:
            try:
                save(self._output, self.sheet())
            except SaveError as error:
                print(error, flush=True)  # noqa: T201
                code = 1
        QCoreApplication.exit(code)
