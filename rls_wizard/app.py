"""Puts the parts together: arguments, the two-step start, the self-test."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from rls_wizard.content.load import Content
    from rls_wizard.i18n import Catalogue
    from rls_wizard.ui.ending import ChooseFile, Ending
    from rls_wizard.ui.pages import Desk
    from rls_wizard.ui.visit import Visit

_SELFTEST_SECONDS = 120
_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command, or open the wizard if there is none; return the exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given[:1] == ["selftest"]:
        return _selftest(given[1:])
    no_screen = sys.platform == "linux" and not any(map(os.environ.get, _DISPLAYS))
    if not given and not no_screen:
        return Program().run()
    from rls_wizard import cli

    if given:
        return cli.main(given)
    print("There is no screen here, so a sample summary is written instead.", flush=True)  # noqa: T201
    return cli.write_sample(Path.cwd())


class Program:
    """The running program: Qt and the window, and, once the rest is loaded, the visit."""

    def __init__(self, *, keep: bool = True) -> None:
        """Bring up what the first picture needs, and no more.

        Settings are read and kept only if `keep`: a self-test is nobody's.
        """
        # Nothing made while starting is garbage; looking for some costs a tenth of the start.
        gc.disable()
        from PySide6.QtWidgets import QApplication

        from rls_wizard import crash, i18n
        from rls_wizard.ui import style
        from rls_wizard.ui.display import Display, Memory, UserFile
        from rls_wizard.ui.welcome_page import WelcomePage
        from rls_wizard.ui.window import WizardWindow

        self.qt = QApplication([sys.argv[0], *style.ARGUMENTS])
        style.prepare(self.qt)
        self.display = Display(UserFile() if keep else Memory())
        self.catalogue = i18n.load(self.display.settings.language)
        self.window = WizardWindow(self.catalogue)
        self.window.restore_place(self.display.settings.window)
        welcome = WelcomePage(self.catalogue)
        self.window.show_page(welcome, back=False, forward=self.catalogue("Start"))
        crash.install(self._apologise)
        self.fault = ""
        """What went wrong, of which the person was told."""
        self._visit: Visit | None = None
        self._choose_file: ChooseFile | None = None
        self._ready: Callable[[], None] | None = None

    def run(
        self, ready: Callable[[], None] | None = None, choose_file: ChooseFile | None = None
    ) -> int:
        """Show the window until it is closed; call `ready` once it can be used."""
        self._ready = ready
        self._choose_file = choose_file
        self.window.painted.connect(self.load)
        self.window.show()
        return self.qt.exec()

    def load(self) -> None:
        """Import and read all that the questions need; the window is on the screen by now."""
        try:
            self._load_visit()
        finally:
            gc.freeze()
            gc.enable()
        if self._ready is not None:
            self._ready()

    def _load_visit(self) -> None:
        import signal
        from datetime import date

        # Without this, Ctrl-C in a terminal waits for the next event.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        # pydantic would search every installed package for plugins; ours is to run none.
        os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
        from PySide6.QtCore import QSettings, QTimer

        # Qt's own file dialog would keep the folders that people looked into, in a file of its own.
        scope = QSettings.Scope.UserScope
        QSettings.setPath(QSettings.Format.NativeFormat, scope, os.devnull)

        from rls_wizard.content.load import ContentError
        from rls_wizard.ui.fault_page import FaultPage
        from rls_wizard.ui.pages import Desk
        from rls_wizard.ui.visit import Visit

        try:
            content, catalogue = _speak(self.catalogue.language)
        except ContentError as error:
            self.fault = "the questions cannot be read"
            self.window.show_page(FaultPage(error.faults, self.catalogue), back=False)
        else:
            desk = Desk(self.window, self.display, date.today, self._make_ending)
            visit = self._visit = Visit(desk, content, catalogue)
            QTimer.singleShot(0, lambda: _surround(visit, desk))

    def _make_ending(self, content: Content, catalogue: Catalogue) -> Ending:
        from rls_wizard.ui.ending import Ending
        from rls_wizard.ui.summary_page import choose_file

        return Ending(content, catalogue, self._choose_file or choose_file)

    def run_until_painted(self) -> int:
        """Quit as soon as the first picture stands, for the bench."""
        self.window.painted.connect(self.qt.exit)
        self.window.show()
        return self.qt.exec()

    def show_first_question(self) -> None:
        """Go to the first question and quit when it is painted, for the bench."""
        from rls_wizard.ui.selftest import press

        press(self.window, "answered_by.self")
        press(self.window, "country.gb")
        press(self.window, "next")
        self.window.repaint()
        self.qt.exit()

    def _apologise(self, report: str) -> None:
        from PySide6.QtCore import QTimer

        from rls_wizard.ui.apology import apologise

        self.fault = "something went wrong on the way"
        apologise(self.window, self.catalogue, report)
        if self._visit is not None:
            # What is shown as chosen shall be what was written down.
            QTimer.singleShot(0, self._visit.rebuild)


def _speak(language: str) -> tuple[Content, Catalogue]:
    """Return the content and the texts of the program in a language."""
    from rls_wizard import i18n
    from rls_wizard.content.load import load_content
    from rls_wizard.paths import resources

    catalogue = i18n.load(language)
    return load_content(resources() / "content", catalogue), catalogue


def _surround(visit: Visit, desk: Desk) -> None:
    """Set up what is around a visit, once its first question can be used."""
    from rls_wizard.ui.around import Around

    Around(visit, desk, _speak)


def _selftest(options: list[str]) -> int:
    """Answer a whole case through the real window; with `--until`, stop where the bench says."""
    from argparse import ArgumentParser

    parser = ArgumentParser(prog="rls-wizard selftest")
    parser.add_argument("--out", type=Path, help="a file for the outcome, as JSON")
    parser.add_argument("--until", choices=("paint", "question"))
    parsed = parser.parse_args(options)
    program = Program(keep=False)
    if parsed.until == "paint":
        return program.run_until_painted()
    if parsed.until == "question":
        return program.run(program.show_first_question)
    return _walk(program, parsed.out)


def _walk(program: Program, out: Path | None) -> int:
    """Let the self-test walk through the window; report how it ended, and where it was told to."""
    import json
    from tempfile import TemporaryDirectory

    from PySide6.QtCore import QTimer

    outcome = {"fault": "not finished in time", "pages": 0, "bytes": 0}
    with TemporaryDirectory() as folder:
        file = Path(folder) / "summary.pdf"

        def end(fault: str, pages: int) -> None:
            size = file.stat().st_size if file.is_file() else 0
            outcome.update(fault=program.fault or fault, pages=pages, bytes=size)
            program.qt.exit()

        def begin() -> None:
            from rls_wizard.ui.selftest import Walk

            walk = Walk(program.window)
            walk.finished.connect(end)
            walk.start()

        QTimer.singleShot(_SELFTEST_SECONDS * 1_000, program.qt.exit)
        program.run(begin, lambda *_: str(file))
    try:
        if out is not None:
            out.write_text(json.dumps(outcome), encoding="utf-8")
    except OSError as error:
        outcome["fault"] = f"{out} cannot be written: {error.strerror}"
    if outcome["fault"]:
        print(f"selftest: {outcome['fault']}", file=sys.stderr)  # noqa: T201
    return 1 if outcome["fault"] else 0
