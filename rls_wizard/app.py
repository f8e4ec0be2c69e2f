"""Puts the parts together: arguments, the two-step start, the self-test."""

from __future__ import annotations

import gc
import os
import sys
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from rls_wizard.content.load import Content
    from rls_wizard.content.medicines import Finder
    from rls_wizard.crash import Fault
    from rls_wizard.domain.medicines import Medicines
    from rls_wizard.i18n import Catalogue
    from rls_wizard.kiosk.site import Site
    from rls_wizard.kiosk.talk import Begin
    from rls_wizard.ui.apology import Apology
    from rls_wizard.ui.around import Speak
    from rls_wizard.ui.ending import ChooseFile, Ending
    from rls_wizard.ui.last_moment import LastMoment
    from rls_wizard.ui.pages import Desk
    from rls_wizard.ui.visit import Visit
    from rls_wizard.ui.welcome_page import Greeting
    from rls_wizard.ui.window import WizardWindow

_SELFTEST_SECONDS = 120
_CONTENT = "--content"
_CRASHED = 1
_NO_FONT = (
    "rls-wizard: nothing could be read on the screen: this computer has no fonts, and those of the "
    "program are missing or damaged. Install the program again."
)
_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command, or open the wizard if there is none; return the exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    folder, rest = _content_option(given)
    own = {
        "selftest": _selftest,
        "speak": _speak_aloud,
        "kiosk": _kiosk,
        "kiosk-visit": _visit_in_a_room,
        "kiosk-check": _check_a_room,
    }
    if rest and rest[0] in own:
        return own[rest[0]](rest[1:], folder)
    no_screen = sys.platform == "linux" and not any(map(os.environ.get, _DISPLAYS))
    if not rest and not no_screen:
        return _open_window(folder)
    from rls_wizard import cli

    if given:
        return cli.main(given)
    print("There is no screen here, so a sample summary is written instead.", flush=True)  # noqa: T201
    return cli.write_sample(Path.cwd())


def _open_window(folder: str | None) -> int:
    """Run the program; if it cannot even begin, say so, and return 1."""
    try:
        program = Program(folder=folder)
    except Exception as error:
        from rls_wizard.ui.last_word import say_not_started

        return say_not_started(error)
    return program.run()


def _content_option(given: list[str]) -> tuple[str | None, list[str]]:
    """Return the content folder that stands first, if any does, and the rest.

    Not by argparse: importing it costs time to the first picture. Commands parse it themselves.
    """
    option, equals, folder = given[0].partition("=") if given else ("", "", "")
    if option != _CONTENT:
        return None, given
    if equals:
        return folder, given[1:]
    return (given[1], given[2:]) if len(given) > 1 else (None, given)


class Program:
    """The running program: Qt and the window, and, once the rest is loaded, the visit."""

    def __init__(
        self,
        *,
        keep: bool = True,
        folder: str | None = None,
        site: Site | None = None,
        closed: Begin | None = None,
    ) -> None:
        """Bring up what the first picture needs, and no more.

        Settings are read and kept only if `keep`: a self-test is nobody's. `folder` is content in
        place of the program's own, for this one start: kept, a broken one would come back for ever.
        `site` is that of a clinic's kiosk; `closed` says why nobody can begin a visit there now.
        """
        # Nothing made while starting is garbage; looking for some costs a tenth of the start.
        gc.disable()
        # First of all: it takes PySide out of the way of every import after it.
        from rls_wizard.ui import style  # isort: skip

        from PySide6.QtCore import QLoggingCategory
        from PySide6.QtWidgets import QApplication

        from rls_wizard import APP_ID, crash, i18n
        from rls_wizard.settings import SIZES
        from rls_wizard.ui.display import Display, Memory
        from rls_wizard.ui.user_file import UserFile
        from rls_wizard.ui.window import WizardWindow

        # Where no desktop file is installed, Qt tells the terminal so at each start.
        QLoggingCategory.setFilterRules("qt.qpa.services.warning=false")
        QApplication.setDesktopFileName(APP_ID)
        self.qt = QApplication([sys.argv[0], *style.ARGUMENTS])
        crash.install(self._hear)
        self.fault = ""
        """What went wrong, of which the person was told."""
        self._site, self._closed_for = site, closed
        sizes = _fit(site) if self._in_a_room else SIZES
        if not style.prepare(self.qt):
            sys.exit(_NO_FONT)
        self.display = Display(UserFile() if keep else Memory(**_choices(site)), sizes)
        self.catalogue = i18n.load(self.display.settings.language)
        self.window = WizardWindow(self.catalogue)
        if place := self.display.settings.window:
            from rls_wizard.ui.screens import restore_place

            restore_place(self.window, place)
        self._keep = keep
        if closed is None:
            self._welcome()
        else:
            self._show_closed(closed)
        self._folder = folder
        self._visit: Visit | None = None
        self._choose_file: ChooseFile | None = None
        self._ready: Callable[[], None] | None = None
        self._last_moment: LastMoment | None = None

    def _welcome(self) -> None:
        from rls_wizard.settings import YES
        from rls_wizard.ui.welcome_page import WelcomePage

        if self._site is not None:
            from rls_wizard.ui.aloud.sound import sound_in

            # Nothing stands there at first that goes once the questions are there.
            self.window.header.offer_aloud(sound_in(self._site).on)
        keeps = self._keep and self.display.settings.keep == YES
        page = WelcomePage(self.catalogue, keeps=keeps, greeting=self._greet(self.catalogue))
        self.window.show_page(page, back=False, forward=self.catalogue("Start"))

    def _greet(self, catalogue: Catalogue) -> Greeting | None:
        """Return what a kiosk says on its first page."""
        if self._site is None:
            return None
        from rls_wizard.ui.kiosk.greeting import greeting

        return greeting(self._site, catalogue)

    def _show_closed(self, begin: Begin) -> None:
        from rls_wizard.ui.kiosk.closed_page import ClosedPage

        # Its buttons need a visit.
        self.window.header.hide()
        self.window.show_page(ClosedPage(begin, self.catalogue), back=False)

    @property
    def _in_a_room(self) -> bool:
        """Whether this is a clinic's kiosk."""
        return self._site is not None or self._closed_for is not None

    def run(
        self, ready: Callable[[], None] | None = None, choose_file: ChooseFile | None = None
    ) -> int:
        """Show the window until it is closed; call `ready` once it can be used."""
        self._ready = ready
        self._choose_file = choose_file
        self.window.painted.connect(self.load)
        self._show()
        code = self.qt.exec()
        if self._last_moment is not None:
            self._last_moment.end()
        return code

    def check(self, begin: Begin, output: Path | None) -> int:
        """Lead staff through the check of a kiosk; return the exit code."""
        from datetime import date

        from rls_wizard.ui.kiosk.check import SiteCheck

        self._fill_screen()
        SiteCheck(self.window, begin, date.today(), self._open_sample, output)
        return self.qt.exec()

    def _open_sample(self) -> QWidget:
        """Open a page of questions as people see it, behind all else, to be measured."""
        from PySide6.QtCore import Qt

        from rls_wizard.ui.kiosk.sample import show_questions
        from rls_wizard.ui.visit import Visit
        from rls_wizard.ui.welcome_page import WelcomePage
        from rls_wizard.ui.window import WizardWindow

        content, catalogue = _speak(self._folder, self.catalogue.language)
        window = WizardWindow(catalogue)
        window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        window.show_page(WelcomePage(catalogue, keeps=False), back=False)
        visit = Visit(self._desk(window), content, catalogue)
        show_questions(visit, window, self.window.screen().size())
        return window

    def _show(self) -> None:
        if self._in_a_room:
            self._fill_screen()
        else:
            self.window.show()

    def _fill_screen(self) -> None:
        # Under cage the first picture would have another size without this.
        self.window.setGeometry(self.window.screen().geometry())
        self.window.showFullScreen()

    def load(self) -> None:
        """Import and read all that the questions need; the window is on the screen by now."""
        try:
            self._prepare()
            if self._closed_for is None:
                self._open(self._folder)
            else:
                self._stay_closed(self._closed_for)
        finally:
            gc.freeze()
            gc.enable()
        if self._ready is not None:
            self._ready()

    def _describe(self) -> None:
        """Tell screen readers and systems what this is, once the first question can be used."""
        from rls_wizard.ui.accessible import tell_roles
        from rls_wizard.ui.picture import app_icon

        tell_roles(self.window)
        self.qt.setWindowIcon(app_icon())

    def _prepare(self) -> None:
        """Settle what must be settled before anything else is imported."""
        import signal

        # Without this, Ctrl-C in a terminal waits for the next event.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        from PySide6.QtCore import QSettings, QTimer

        QTimer.singleShot(0, self._describe)
        # Qt's own file dialog would keep the folders that people looked into, in a file of its own.
        # Windows and macOS know no such file: there, ui/file_dialog.py sees to it.
        scope = QSettings.Scope.UserScope
        QSettings.setPath(QSettings.Format.NativeFormat, scope, os.devnull)

    def _stay_closed(self, begin: Begin) -> None:
        from rls_wizard.ui.kiosk.shut import Shut

        Shut(begin, self.window)

    def _open(self, folder: str | None) -> None:
        """Begin a visit with the content of a folder, or say what is wrong with it."""
        from datetime import date
        from functools import partial

        from PySide6.QtCore import QTimer

        from rls_wizard.content.error import ContentError
        from rls_wizard.ui.visit import Visit

        speak = partial(_speak, folder)
        try:
            content, catalogue = speak(self.catalogue.language)
        except ContentError as error:
            self._refuse(error.faults, folder)
            return
        if self._closed(content, date.today()) or self._lacks(content):
            return
        self.fault = ""
        self.window.header.show()
        desk = self._desk(self.window)
        visit = self._visit = Visit(desk, content, catalogue)
        QTimer.singleShot(0, lambda: self._surround(visit, desk, speak))

    def _desk(self, window: WizardWindow) -> Desk:
        """Return what a visit in a window works with."""
        from datetime import date

        from rls_wizard.ui.pages import Desk

        return Desk(
            window,
            self.display,
            date.today,
            self._make_ending,
            _make_finder,
            self._kept_in(),
            self._site,
            self._greet,
        )

    def _surround(self, visit: Visit, desk: Desk, speak: Speak) -> None:
        """Set up what is around a visit, once its first question can be used."""
        from rls_wizard.handover.reports import reports_in
        from rls_wizard.ui.around import Around

        Around(visit, desk, speak)
        if desk.site is not None:
            from rls_wizard.ui.kiosk.clipboard import keep_empty
            from rls_wizard.ui.kiosk.room import Room

            keep_empty(self.qt)
            Room(desk.site, visit, desk)
        reports = reports_in(desk.folder)
        if reports is not None and self._last_moment is None:
            from rls_wizard.ui.facts import facts
            from rls_wizard.ui.last_moment import LastMoment

            self._last_moment = LastMoment(reports, facts(self.display, visit), self._hear)
            self._last_moment.tell_of_the_last_time(visit, self.window)

    def _closed(self, content: Content, today: date) -> bool:
        """Tell whether content past its review may not be used here; if so, say it."""
        from rls_wizard.settings import REFUSE

        day = content.overdue_since(today)
        if day is None or self.display.settings.overdue != REFUSE:
            return False
        if self._in_a_room:
            from rls_wizard.kiosk.codes import Ended

            self._end(Ended.EXPIRED)
            return True
        from rls_wizard.ui.fault_page import OverduePage

        self.fault = f"the content is past its review: {day}"
        # Its buttons need a visit.
        self.window.header.hide()
        said = content.about.dates.in_words(day)
        page = OverduePage(said, self.display.place, self.catalogue)
        self.window.show_page(page, back=False)
        return True

    def _refuse(self, faults: list[str], folder: str | None) -> None:
        """Say what is wrong with content, and offer the program's own if that can be used."""
        if self._in_a_room:
            self._tell_faults(faults)
            return
        from rls_wizard.ui.fault_page import ChosenFaultPage, FaultPage

        self.fault = f"the questions cannot be read: {faults[0]}"
        # Its buttons need a visit.
        self.window.header.hide()
        broken = faults if folder is None else _own_faults()
        if broken or folder is None:
            self.window.show_page(FaultPage(broken, self.catalogue), back=False)
            return
        page = ChosenFaultPage(folder, faults, self.catalogue)
        page.use_own.connect(lambda: self._open(None))
        page.leave.connect(self.window.close)
        self.window.show_page(page, back=False)

    def _lacks(self, content: Content) -> bool:
        """Tell whether the site asks for what the content does not have; if so, say it."""
        if self._site is None:
            return False
        from rls_wizard.ui.kiosk.greeting import site_faults

        faults = list(site_faults(self._site, content))
        if faults:
            self._tell_faults(faults)
        return bool(faults)

    def _tell_faults(self, faults: list[str]) -> None:
        """Let the supervisor say what is wrong with the content of a kiosk."""
        from rls_wizard.kiosk.codes import Ended
        from rls_wizard.kiosk.talk import Said, pack_said

        sys.stdout.buffer.write(pack_said(Said(faults=tuple(faults))))
        sys.stdout.buffer.flush()
        self._end(Ended.SETUP)

    def _end(self, code: int = _CRASHED) -> None:
        """End this process: on a kiosk the supervisor knows what to do next."""
        self.qt.exit(code)

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
        from rls_wizard.ui.press import press

        press(self.window, "answered_by.self")
        press(self.window, "country.gb")
        press(self.window, "next")
        self.window.repaint()
        self.qt.exit()

    def _hear(self, fault: Fault) -> None:
        """Take a fault, in whichever thread it was."""
        from PySide6.QtCore import QTimer

        if fault.felt:
            self.fault = "something went wrong on the way"
        # In the thread of the window, and once what failed is left: it may have been painting.
        QTimer.singleShot(0, self.qt, lambda: self._tell(fault))

    def _tell(self, fault: Fault) -> None:
        """Tell of a fault. What fails here is told of no more: it would come back without end."""
        from contextlib import suppress

        with suppress(Exception):
            try:
                self._apology.take(fault)
            except Exception:
                if self._in_a_room:
                    self._end()
                    return
                from rls_wizard.ui.last_word import show_last_word

                show_last_word(self.window, self.catalogue)

    @cached_property
    def _apology(self) -> Apology:
        from rls_wizard.handover.reports import reports_in
        from rls_wizard.ui.apology import Apology

        reports = reports_in(self._kept_in())
        end = self._end if self._in_a_room else None
        return Apology(self.window, self.display, reports, lambda: self._visit, end)

    def _kept_in(self) -> Path | None:
        """Return the folder of what stays from one start to the next; None if nothing may."""
        from rls_wizard.ui.places import own_data

        return own_data() if self._keep else None


def _fit(site: Site | None) -> tuple[int, ...]:
    """Make everything large enough for a kiosk; return the sizes of text that can be chosen."""
    from PySide6.QtGui import QGuiApplication

    from rls_wizard.ui.kiosk.size import fit

    width = site.screen.width_mm if site is not None else None
    return fit(width, QGuiApplication.primaryScreen())


def _choices(site: Site | None) -> dict[str, str]:
    """Return the settings that a site has chosen for everybody."""
    if site is None:
        return {}
    return {
        "language": site.languages[0],
        "country": site.country,
        "theme": site.screen.theme,
        "overdue": site.expired,
        "large_print": "yes" if site.printing.large else "",
    }


def _kiosk(options: list[str], _folder: str | None) -> int:
    """Run the kiosk of a clinic: the supervisor, which has no window."""
    from rls_wizard.supervisor.run import main as kiosk

    return kiosk(options)


def _visit_in_a_room(_options: list[str], folder: str | None) -> int:
    """Be one visit on a kiosk: the supervisor says in the first line what it is to be."""
    from rls_wizard import crash
    from rls_wizard.crash.trail import trail
    from rls_wizard.kiosk.guard import end_with_parent, hide_memory
    from rls_wizard.kiosk.talk import unpack_begin

    end_with_parent()
    hide_memory()
    try:
        begin = unpack_begin(sys.stdin.buffer.readline())
        closed = begin if begin.closed else None
        program = Program(keep=False, folder=folder, site=begin.site, closed=closed)
    except Exception as error:
        crash.say(trail(error))
        return _CRASHED
    return program.run()


def _check_a_room(output: list[str], folder: str | None) -> int:
    """Lead staff through the check of a kiosk; the first line says what its site sets."""
    from rls_wizard.kiosk.guard import end_with_parent
    from rls_wizard.kiosk.talk import unpack_begin

    end_with_parent()
    begin = unpack_begin(sys.stdin.buffer.readline())
    program = Program(keep=False, folder=folder, site=begin.site)
    return program.check(begin, Path(output[0]) if output else None)


def _make_finder(medicines: Medicines) -> Finder:
    """Return what finds medicines; only whoever takes some needs it."""
    from rls_wizard.content.medicines import Finder

    return Finder(medicines)


def _speak(folder: str | None, language: str) -> tuple[Content, Catalogue]:
    """Return the content, of a folder or the program's own, and all texts in a language."""
    from datetime import date

    from rls_wizard import i18n

    catalogue = i18n.load(language)
    if folder is not None:
        from rls_wizard.content.folder import chosen_content

        return chosen_content(folder, catalogue, date.today()), catalogue
    from rls_wizard.content.load import load_content
    from rls_wizard.paths import own_content

    return load_content(own_content(), catalogue), catalogue


def _own_faults() -> list[str]:
    """Return what keeps the program's own content from being used."""
    from rls_wizard.content.error import ContentError

    try:
        _speak(None, "en")
    except ContentError as error:
        return error.faults
    return []


def _speak_aloud(languages: list[str], _folder: str | None) -> int:
    """Speak what the window asks for; it is a command of the window only."""
    from rls_wizard.ui.aloud.talk import Trouble

    try:
        # An extra: where it is missing, or lacks a library of the system, the window says so.
        from rls_wizard.ui.aloud.speaker import speak
    except ImportError:
        print(Trouble.NO_PART, flush=True)  # noqa: T201
        return 1
    return speak(languages[0] if languages else "en")


def _until(places: list[str], folder: str | None) -> int:
    """Start as for a person, and stop where the bench says: at the first "paint" or "question"."""
    program = Program(keep=False, folder=folder)
    if places == ["paint"]:
        return program.run_until_painted()
    return program.run(program.show_first_question)


def _selftest(options: list[str], folder: str | None) -> int:
    """Answer a whole case through the real window, or, for the bench, only start it."""
    if options[:1] == ["--until"]:
        return _until(options[1:], folder)
    from argparse import ArgumentParser

    parser = ArgumentParser(prog="rls-wizard selftest")
    parser.add_argument("--out", type=Path, help="a file for the outcome, as JSON")
    parser.add_argument(_CONTENT, metavar="FOLDER", default=folder, help="another content folder")
    parsed = parser.parse_args(options)
    return _walk(Program(keep=False, folder=parsed.content), parsed.out)


def _walk(program: Program, out: Path | None) -> int:
    """Let the self-test walk through the window; report how it ended, and where it was told to."""
    import json
    from tempfile import TemporaryDirectory

    from PySide6.QtCore import QTimer

    from rls_wizard.handover.save import SaveError, save

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
            save(out, json.dumps(outcome).encode())
    except SaveError as error:
        outcome["fault"] = str(error)
    if outcome["fault"]:
        print(f"selftest: {outcome['fault']}", file=sys.stderr)  # noqa: T201
    return 1 if outcome["fault"] else 0
