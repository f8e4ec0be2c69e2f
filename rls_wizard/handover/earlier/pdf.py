"""Reads the answers that a summary saved as a PDF carries with it.

Only ever in a child process: pdfium is large, and what somebody brings may do it harm.
"""

from __future__ import annotations

import re
import zlib
from hashlib import md5
from typing import TYPE_CHECKING

from pypdfium2 import PdfDocument, PdfiumError
from pypdfium2 import raw as pdfium

from rls_wizard.handover import answer_file
from rls_wizard.handover.earlier import EarlierError
from rls_wizard.handover.earlier.carry import carried, damaged
from rls_wizard.report.model import ATTACHED

if TYPE_CHECKING:
    from datetime import date

    from pypdfium2 import PdfAttachment

    from rls_wizard.content.load import Content
    from rls_wizard.handover.earlier import Earlier
    from rls_wizard.i18n import Catalogue

LARGEST = 20_000_000
"""How many bytes a summary has at most that came back from another program; ours have 200,000."""
_HEAD = b"%PDF-"
_HEAD_WITHIN = 1_024
_STREAM = re.compile(rb"stream\r?\n")
_UNPACKED = 20_000_000


def from_pdf(data: bytes, content: Content, today: date, words: Catalogue) -> Earlier:
    """Return the answers that a summary carries. Raises EarlierError."""
    raw = _attached(data, words)
    try:
        file = answer_file.parse(raw)
    except answer_file.AnswerFileError:
        raise EarlierError(damaged(words)) from None
    return carried(file, content, today, words)


def _attached(data: bytes, words: Catalogue) -> bytes:
    """Return the answer file in a PDF, as it was written there."""
    if len(data) > LARGEST or _swells(data):
        raise EarlierError(words("This file is too large. Choose the PDF that this program saved."))
    if _HEAD not in data[:_HEAD_WITHIN]:
        raise EarlierError(words("This file is no PDF. Choose the PDF that this program saved."))
    try:
        with PdfDocument(data) as pdf:
            return _only_one(pdf, words)
    except PdfiumError as error:
        if error.err_code == pdfium.FPDF_ERR_PASSWORD:
            raise EarlierError(_locked(words)) from None
        raise EarlierError(
            words("This PDF is damaged, or a part of it is missing. Try another copy of it.")
        ) from None


def _swells(data: bytes) -> bool:
    """Tell whether there is a stream that was packed to fill the memory of who unpacks it.

    pdfium unpacks up to 1 GB and takes twelve times as much. What hides behind other filters is for
    the limit that the child sets itself.
    """
    return any(_is_bomb(memoryview(data)[found.end() :]) for found in _STREAM.finditer(data))


def _is_bomb(packed: bytes | memoryview) -> bool:
    unpack = zlib.decompressobj()
    try:
        unpacked = unpack.decompress(packed, _UNPACKED)
    except zlib.error:
        return False
    return len(unpacked) >= _UNPACKED or (bool(unpacked) and _is_bomb(unpacked))


def _only_one(pdf: PdfDocument, words: Catalogue) -> bytes:
    if pdfium.FPDF_GetSecurityHandlerRevision(pdf) >= 0:
        raise EarlierError(_locked(words))
    every = [pdf.get_attachment(n) for n in range(pdf.count_attachments())]
    ours = [attachment for attachment in every if attachment.get_name() == ATTACHED]
    if not ours:
        raise EarlierError(
            words(
                "There are no answers in this PDF. Choose the file that this program saved, and no "
                "scan or print of it."
            )
        )
    if len(ours) > 1:
        raise EarlierError(
            words("There are the answers of several visits in this PDF. Choose the file of one.")
        )
    return _whole(ours[0], words)


def _whole(attachment: PdfAttachment, words: Catalogue) -> bytes:
    """Return what is attached, if it is as it was written.

    The checksum finds damage. It is no seal: who changes answers on purpose can change it, too.
    """
    raw = bytes(attachment.get_data())
    summed = md5(raw, usedforsecurity=False).hexdigest()
    if attachment.get_str_value("CheckSum").strip("<>").lower() != summed:
        raise EarlierError(damaged(words))
    return raw


def _locked(words: Catalogue) -> str:
    return words("This PDF is protected by a password. Save a copy without one, and choose that.")
