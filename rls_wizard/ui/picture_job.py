"""Pictures of the pages of a PDF, drawn in another process while the window goes on."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QProcess, Signal
from PySide6.QtGui import QImage

from rls_wizard.handover.pictures import COUNT, DEPTH, HEAD, LENGTH, ORDER, SIZE
from rls_wizard.ui.child import Child

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_MOST_PAGES = 1_000
_LONGEST_SIDE = 15_000.0
"""Points: no page of a PDF is longer."""
_MOST_BYTES = 400_000_000
"""Of a picture with its text; one of a page that fills a large screen has 100 million."""

Order = tuple[int, float]
"""A page, counted from 0, and how many pixels a point."""
Strip = tuple[int, float, int, int]
"""The same, and which strip of how many."""


class PictureJob(Child):
    """Hands the PDF and one order at a time to the child, and takes pictures from it."""

    opened = Signal(list)
    """The size of each page, in points."""
    drawn = Signal(int, float, QImage, str)
    """Page, scale, picture, and the text of the page."""
    failed = Signal()
    """There will be no pictures."""

    def __init__(self, command: list[str], parent: QObject) -> None:
        """Take the program to run and its arguments."""
        super().__init__(command, parent)
        self.process.readyReadStandardOutput.connect(self._arrived)
        self.process.finished.connect(self._ended)
        self.process.errorOccurred.connect(self._broken)
        self.sizes: list[tuple[float, float]] = []
        """The size of each page, in points, once that is known."""
        self._wanted: list[Strip] = []
        self._needed = 0
        self._handed_over = False
        self._take: Callable[[bytes], None] = self._take_count

    def start(self) -> None:
        """Start the child: it gets ready while the PDF is still being made."""
        self.process.start()

    def open(self, pdf: bytes) -> None:
        """Hand over the PDF; opened or failed tells of the end."""
        self._handed_over = True
        if self.running:
            self._expect(COUNT.size, self._take_count)
            self.process.write(LENGTH.pack(len(pdf)) + pdf)
        else:
            self.failed.emit()

    def want(self, orders: Sequence[Order], strips: int = 1) -> None:
        """Have these drawn, one after the other, instead of what was wanted before.

        Each comes in so many strips, from the top: a large picture would hold up the window.
        """
        self._wanted = [(*order, n, strips) for order in orders for n in range(strips)]
        self._go_on()

    def stop(self) -> None:
        """End the child; nothing is told any more."""
        self.sizes, self._wanted = [], []
        super().stop()

    def _ended(self) -> None:
        # Before there is a PDF nobody misses the pictures.
        if self._handed_over:
            self.failed.emit()

    def _broken(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._ended()

    def _expect(self, size: int, take: Callable[[bytes], None]) -> None:
        self._needed, self._take = size, take

    def _arrived(self) -> None:
        while self._needed and self.process.bytesAvailable() >= self._needed:
            data = bytes(self.process.read(self._needed).data())
            self._needed = 0
            self._take(data)

    def _take_count(self, data: bytes) -> None:
        (count,) = COUNT.unpack(data)
        if 1 <= count <= _MOST_PAGES:
            self._expect(count * SIZE.size, self._take_sizes)
        else:
            self._give_up()

    def _take_sizes(self, data: bytes) -> None:
        sizes = list(SIZE.iter_unpack(data))
        # A number that is none fails here, too.
        if not all(0 < side <= _LONGEST_SIDE for size in sizes for side in size):
            self._give_up()
            return
        self.sizes = sizes
        self.opened.emit(sizes)
        self._go_on()

    def _give_up(self) -> None:
        """Do without pictures: what comes is not what the child would send."""
        self.stop()
        self.failed.emit()

    def _go_on(self) -> None:
        if self._wanted and not self._needed and self.running:
            order = self._wanted.pop(0)
            self._expect(HEAD.size, partial(self._take_head, order))
            self.process.write(ORDER.pack(*order))

    def _take_head(self, order: Strip, data: bytes) -> None:
        width, height, text = HEAD.unpack(data)
        size = DEPTH * width * height
        if size > 0 and size + text <= _MOST_BYTES:
            self._expect(size + text, partial(self._take_picture, order, width, height))
        else:
            self._give_up()

    def _take_picture(self, order: Strip, width: int, height: int, data: bytes) -> None:
        shared = QImage(data, width, height, DEPTH * width, QImage.Format.Format_RGB32)
        text = data[DEPTH * width * height :].decode(errors="replace")
        # A copy, for the image would not keep the bytes that it shows.
        self.drawn.emit(*order[:2], shared.copy(), text)
        self._go_on()
