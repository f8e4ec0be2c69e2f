"""What runs in the child process that draws the pages of a PDF.

A process of its own: loading pdfium would hold up the window, it may not be used from two threads,
and a fault in it must not take the answers with it.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, BinaryIO

from pypdfium2 import PdfDocument

from rls_wizard.handover.pictures import COUNT, HEAD, LENGTH, ORDER, SIZE

if TYPE_CHECKING:
    from collections.abc import Callable

    from pypdfium2 import PdfPage


def serve(source: BinaryIO, emit: Callable[[bytes], None]) -> None:
    """Read a PDF and then orders, answer each; end when the window closes its side."""
    start = source.read(LENGTH.size)
    if len(start) < LENGTH.size:
        return
    with PdfDocument(source.read(*LENGTH.unpack(start))) as pdf:
        sizes = [SIZE.pack(*pdf.get_page_size(number)) for number in range(len(pdf))]
        emit(COUNT.pack(len(sizes)) + b"".join(sizes))
        while len(order := source.read(ORDER.size)) == ORDER.size:
            number, *how = ORDER.unpack(order)
            emit(_picture(pdf[number], *how))


def _picture(page: PdfPage, scale: float, strip: int, of: int) -> bytes:
    rows = ceil(page.get_height() * scale)
    above, below = rows * strip // of, rows - rows * (strip + 1) // of
    # A half less, for what is cut off is rounded up.
    cut = (0, max(0, below - 0.5) / scale, 0, max(0, above - 0.5) / scale)
    bitmap = page.render(scale=scale, crop=cut, prefer_bgrx=True)
    text: bytes = page.get_textpage().get_text_bounded().encode(errors="replace")
    return HEAD.pack(bitmap.width, bitmap.height, len(text)) + bytes(bitmap.buffer) + text
