"""Prints pictures of the pages, for systems that do not take a PDF.

The child that draws for the preview draws these, too, at the sharpness of print. They come and are
painted strip by strip, so that the window never stands still.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSizeF, QTimer
from PySide6.QtGui import QImage, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from rls_wizard.handover.printing.talk import PAPERS, Act, Job, Printer, Printers
from rls_wizard.handover.printing.trouble import Trouble
from rls_wizard.ui.picture_job import PictureJob
from rls_wizard.ui.printing.service import Service

if TYPE_CHECKING:
    from collections.abc import Callable

    from rls_wizard.handover.printing.talk import Order

_DOTS = 300
"""To an inch: the sharpness of print, about."""
_POINTS = 72
_INCH = 25.4
STRIPS = 24
"""A page is drawn and painted in so many."""
_TITLE = "Summary"
"""The name of the job: others see it."""
_TROUBLES = {
    QPrinter.PrinterState.Aborted: Trouble.FAILED,
    QPrinter.PrinterState.Error: Trouble.STOPPED,
}


def find_printers() -> list[Printer]:
    """Return the printers of this system, the default one first."""
    default = QPrinterInfo.defaultPrinterName()
    names = sorted(QPrinterInfo.availablePrinterNames(), key=lambda name: name != default)
    return [_printer(QPrinterInfo.printerInfo(name), default) for name in names]


def _printer(info: QPrinterInfo, default: str) -> Printer:
    name = info.printerName()
    return Printer(name, info.description() or name, _TROUBLES.get(info.state()), name == default)


def open_printer(name: str) -> QPrinter | None:
    """Return a printer, as the user has set it up; None if it is not there any more."""
    info = QPrinterInfo.printerInfo(name)
    return None if info.isNull() else QPrinter(info, QPrinter.PrinterMode.HighResolution)


class Drawn(Service):
    """Prints one page after the other."""

    def __init__(
        self,
        command: list[str],
        parent: QObject,
        find: Callable[[], list[Printer]] = find_printers,
        open_it: Callable[[str], QPrinter | None] = open_printer,
    ) -> None:
        """Take the program that draws, its arguments, and how printers are found and opened."""
        super().__init__(parent)
        self._command = command
        self._find, self._open = find, open_it
        self._pictures: PictureJob | None = None
        self._printer: QPrinter | None = None
        self._painter = QPainter()
        self._count = 0
        self._times = 1
        self._share = 1.0
        """How much smaller a page is made, to fit on the paper."""
        self._strips = self._top = 0
        # One thing after the other, and other events in between.
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._go_on)
        self._act: Callable[[], None] = self._look
        parent.destroyed.connect(self.stop)

    def take(self, order: Order) -> None:
        """Begin to carry out an order."""
        self.stop()
        if order.act is Act.LOOK:
            self._later(self._look)
        elif order.act is Act.PRINT:
            self._later(partial(self._begin, order))

    def stop(self) -> None:
        """Give up what is not printed; what the system already has, it prints."""
        self._next.stop()
        pictures, self._pictures = self._pictures, None
        if pictures is not None:
            pictures.stop()
            pictures.deleteLater()
        printer, self._printer = self._printer, None
        if printer is not None and self._painter.isActive():
            printer.abort()
            self._painter.end()

    def _later(self, act: Callable[[], None]) -> None:
        self._act = act
        self._next.start()

    def _go_on(self) -> None:
        self._act()

    def _look(self) -> None:
        found = tuple(self._find())
        self.told.emit(Printers(found, None if found else Trouble.NO_PRINTERS))

    # The pages -----------------------------------------------------------------------------------

    def _begin(self, order: Order) -> None:
        self._printer = self._open(order.path)
        if self._printer is None:
            self._end(Trouble.REMOVED)
            return
        self._pictures = PictureJob(self._command, self)
        self._pictures.opened.connect(partial(self._opened, order))
        self._pictures.drawn.connect(self._drawn)
        self._pictures.failed.connect(partial(self._end, Trouble.FAILED))
        self._pictures.start()
        self._pictures.open(order.pdf)

    def _opened(self, order: Order, sizes: list[tuple[float, float]]) -> None:
        printer = self._printer
        self._count = min(order.pages or len(sizes), len(sizes))
        if printer is None or not self._count:
            self._end(Trouble.FAILED)
            return
        printer.setDocName(_TITLE)
        printer.setFullPage(True)
        page = QSizeF(*sizes[0])
        sheet = _sheet(order.paper) or page
        printer.setPageSize(QPageSize(sheet, QPageSize.Unit.Point))
        self._share = min(1, sheet.width() / page.width(), sheet.height() / page.height())
        left = round((sheet.width() - self._share * page.width()) / 2 * _dots(printer))
        # A whole number, or the strips would not meet.
        self._times = max(1, round(printer.resolution() / _DOTS))
        if self._painter.begin(printer):
            self._painter.translate(left, 0)
            self._painter.scale(self._times, self._times)
            self._strips = 0
            self._want(0)
        else:
            self._end(Trouble.FAILED)

    def _want(self, page: int) -> None:
        self._top = 0
        if self._pictures is not None and self._printer is not None:
            dots = _dots(self._printer) / self._times
            self._pictures.want([(page, dots * self._share)], STRIPS)

    def _drawn(self, page: int, _scale: float, strip: QImage, _text: str) -> None:
        self._painter.drawImage(0, self._top, strip)
        self._top += strip.height()
        self._strips += 1
        if self._strips < STRIPS * (page + 1):
            return
        if page + 1 == self._count:
            self._end(None if self._painter.end() else Trouble.FAILED)
        elif self._printer is not None and self._printer.newPage():
            self._want(page + 1)
        else:
            self._end(Trouble.FAILED)

    def _end(self, trouble: Trouble | None) -> None:
        self.stop()
        self.told.emit(Job(over=True, trouble=trouble))


def _dots(printer: QPrinter) -> float:
    """Return how many dots of a printer are a point."""
    return printer.resolution() / _POINTS


def _sheet(paper: str) -> QSizeF | None:
    """Return the size of a sheet in points; None if it is not known."""
    size = PAPERS.get(paper)
    return QSizeF(*(side / _INCH * _POINTS for side in size)) if size else None
