"""Takes the pictures of the README: an invented person walks through the real window.

Usage: take.py [FOLDER]. Without a folder the pictures are written beside this file. It needs no
screen, and what it writes depends on the program and its content only.
"""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, TypeVar

from PIL import Image, ImageOps
from PIL.Image import Dither, Quantize
from pypdfium2 import PdfDocument
from PySide6.QtCore import QBuffer, QCoreApplication, QDeadlineTimer, QEvent, QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

from rls_wizard import i18n
from rls_wizard.content.cases import SAMPLE, read_cases, response_of
from rls_wizard.content.load import load_content
from rls_wizard.content.medicines import Finder
from rls_wizard.content.reader import Reader
from rls_wizard.paths import resources
from rls_wizard.report.build import build_paper
from rls_wizard.report.pdf import make_pdf
from rls_wizard.ui import style
from rls_wizard.ui.around import Around
from rls_wizard.ui.display import Display, Memory
from rls_wizard.ui.ending import Ending
from rls_wizard.ui.pages import Desk
from rls_wizard.ui.route import Stop
from rls_wizard.ui.summary_page import SummaryPage
from rls_wizard.ui.visit import Visit
from rls_wizard.ui.welcome_page import WelcomePage
from rls_wizard.ui.window import WizardWindow

if TYPE_CHECKING:
    from rls_wizard.content.load import Content
    from rls_wizard.domain.response import Response
    from rls_wizard.i18n import Catalogue

Found = TypeVar("Found", bound=QObject)

WIDTH, HEIGHT = 1024, 720
TODAY = date(2026, 11, 22)
ON_THE_WAY = {
    "safety": "safety",
    "legs": "legs",
    "how_strong": "how-strong",
    "medicines_page": "medicines",
    "review": "review",
    "result": "result",
    "summary": "summary",
}
"""The places to take a picture of, and its name."""
ADVICE = "ADV-WARMTH"
"""The advice whose reasons are shown."""
MISSPELLED = "difenhydramin"
"""A name from a packet, as somebody types it."""
DATES = {
    "onset.date": "2012",
    "iron.signs": ("donation",),
    "donation.date": "2026-02",
}
"""What the person of the time line told besides."""
SIGN = "rf.01"
"""A tick that calls for help today."""
_COLOURS = 64
_EDGE = 0x888888
_PAPER_SCALE = 1.2
"""Pixels a point."""
_OF_A_SCREEN = ("QT_SCALE_FACTOR", "QT_SCREEN_SCALE_FACTORS", "QT_FONT_DPI")
_MOST_PAGES = 100
_PATIENCE = 60_000
"""The longest time to wait for the preview, in milliseconds."""


class Tour:
    """Shows pages of one visit, and takes their pictures."""

    def __init__(self, out: Path) -> None:
        """Open the window, with the answers of an invented person."""
        self._out = out
        self._catalogue = i18n.load("en")
        folder = resources() / "content"
        self._content = load_content(folder, self._catalogue)
        cases = {case.name: case for case in read_cases(Reader(folder, self._catalogue))}
        answers = response_of(cases[SAMPLE], cases, self._content)
        self._person: Response = answers.model_copy(update={"answered_on": TODAY})
        self._display = Display(Memory(theme="light", country="gb"))
        self._window = WizardWindow(self._catalogue)
        # As at home, where an unfinished visit is kept.
        welcome = WelcomePage(self._catalogue, keeps=True)
        self._kept = TemporaryDirectory(prefix="pictures-")
        folder = Path(self._kept.name)
        self._window.show_page(welcome, back=False, forward=self._catalogue("Start"))
        desk = Desk(self._window, self._display, lambda: TODAY, self._make_ending, Finder, folder)
        self._visit = Visit(desk, self._content, self._catalogue)
        Around(self._visit, desk, lambda _: (self._content, self._catalogue))
        self._window.resize(WIDTH, HEIGHT)
        self._window.show()

    def take_all(self) -> None:
        """Take every picture."""
        self._begin()
        self._take("welcome")
        while self._visit.place.stop is not Stop.SUMMARY:
            self._next()
            place = self._visit.place
            if place.page == "medicines_page":
                self._show("medicines")
            if name := ON_THE_WAY.get(self._place()):
                self._take(name)
            if place.stop is Stop.RESULT:
                self._advice_and_reasons()
        self._finder()
        self._time_line()
        self._shown_not_read()
        self._other_looks()
        self._urgent()
        self._take_paper()

    def _advice_and_reasons(self) -> None:
        self._press("contents.do")
        self._press(f"line.{ADVICE}.why")
        _settle()
        self._show(f"line.{ADVICE}")
        self._take("reasons")

    def _finder(self) -> None:
        self._begin()
        self._go_to("medicines_page")
        self._press("medicines.add")
        _settle()
        *_, field = (f for f in self._window.findChildren(QLineEdit) if f.isVisible())
        field.insert(MISSPELLED)
        _settle()
        number = field.objectName().split(".")[2]
        self._show(f"medicines.{number}.remove")
        self._take("finder")

    def _time_line(self) -> None:
        self._begin()
        self._visit.record(DATES)
        self._go_to(Stop.RESULT.name.lower())
        self._show("chapter.timeline")
        self._take("time-line")

    def _shown_not_read(self) -> None:
        self._begin()
        self._go_to("feelings")
        self._show("body.where")
        self._take("body")
        self._go_to("how_strong")
        self._show("start_hour")
        self._take("clock")

    def _other_looks(self) -> None:
        self._begin()
        self._go_to("how_strong")
        self._display.change(theme="dark")
        self._take("dark")
        self._display.change(theme="light", text_size=200)
        self._take("large-text")
        self._display.change(text_size=100)
        self._find(QAction, "command.advice").trigger()
        self._take("all-advice")

    def _urgent(self) -> None:
        self._begin()
        self._go_to("safety")
        self._press(f"{SIGN}.yes")
        self._next()
        self._press(f"{SIGN}.yes")
        self._take("check")
        self._next()
        self._take("urgent")

    def _take_paper(self) -> None:
        paper = build_paper(self._content, self._person, TODAY)
        with PdfDocument(make_pdf(paper, self._catalogue)) as pdf:
            page = pdf[0].render(scale=_PAPER_SCALE).to_pil()
        self._write("paper", page)

    def take_kiosk(self) -> None:
        """Take the pictures of a kiosk, which is a process of its own and ends with its input."""
        with TemporaryDirectory() as folder:
            command = [sys.executable, str(Path(__file__).with_name("kiosk.py")), folder]
            child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
            if child.wait(_PATIENCE / 1_000):
                raise RuntimeError("the kiosk could not be shown")
            for file in sorted(Path(folder).glob("*.png")):
                self._write(file.stem, Image.open(file))

    def _begin(self) -> None:
        self._visit.restart()
        self._press(f"answered_by.{self._person.answered_by}")
        self._visit.record(self._person.answers)
        # A page shows what is answered when it is built.
        self._visit.rebuild()

    def _go_to(self, page: str) -> None:
        for _ in range(_MOST_PAGES):
            if self._place() == page:
                return
            self._next()
        raise RuntimeError(f"there is no page {page!r} on the way")

    def _place(self) -> str:
        place = self._visit.place
        return place.page or place.stop.name.lower()

    def _next(self) -> None:
        before = self._visit.place
        self._press("next")
        _settle()
        if self._visit.place == before:
            raise RuntimeError(f"{before} cannot be left")

    def _show(self, name: str) -> None:
        self._window.bring(self._find(QWidget, name))

    def _press(self, name: str) -> None:
        self._find(QAbstractButton, name).click()

    def _find(self, kind: type[Found], name: str) -> Found:
        found: Found | None = self._window.findChild(kind, name)
        if found is None:
            raise RuntimeError(f"there is no {name!r} on this page")
        return found

    def _take(self, name: str) -> None:
        _settle()
        page = self._window.page
        if isinstance(page, SummaryPage):
            _wait_for(page)
        # Where the focus is first would look like a choice.
        self._window.setFocus()
        _settle()
        data = QBuffer()
        self._window.grab().save(data, "PNG")
        self._write(name, Image.open(BytesIO(data.data().data())))

    def _write(self, name: str, picture: Image.Image) -> None:
        """Write it with a line around it, and few colours: it is text on flat grounds."""
        framed = ImageOps.expand(ImageOps.crop(picture.convert("RGB"), 1), 1, _EDGE)
        few = framed.quantize(_COLOURS, method=Quantize.MEDIANCUT, dither=Dither.NONE)
        few.save(self._out / f"{name}.png", optimize=True)

    def _make_ending(self, content: Content, catalogue: Catalogue) -> Ending:
        return Ending(content, catalogue, lambda *_: "")


def _wait_for(page: SummaryPage) -> None:
    deadline = QDeadlineTimer(_PATIENCE)
    while not page.preview.drawn:
        if deadline.hasExpired():
            raise RuntimeError("the preview does not come")
        QCoreApplication.processEvents()
    _settle()


def _settle() -> None:
    """Do what the event loop does after a press; a layout may ask for another one."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    for _ in range(5):
        QCoreApplication.processEvents()


def main() -> None:
    """Take all pictures into a folder."""
    out = Path(sys.argv[1]) if sys.argv[1:] else Path(__file__).parent
    out.mkdir(parents=True, exist_ok=True)
    # Pictures are to look the same, whatever screen their maker has.
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    for name in _OF_A_SCREEN:
        os.environ.pop(name, None)
    app = QApplication([sys.argv[0], *style.ARGUMENTS])
    style.prepare(app)
    app.setCursorFlashTime(0)
    tour = Tour(out)
    tour.take_all()
    tour.take_kiosk()


if __name__ == "__main__":
    main()
