"""Reads a paper as others do: three checkers, a screen reader's way through it, a PDF library.

Nothing here knows how the paper was made.
"""

from __future__ import annotations

import tempfile
from collections import Counter
from io import BytesIO
from pathlib import Path

import outloud
import pdfua
import pypdfium2
from outloud.content import IDENTITY, _Walker
from outloud.model import Document
from pikepdf import Pdf, pdfa

KNOWN = ("ISO_19005_3:6.6.2.3.1-1", "XMP property pdfuaid:part is not permitted")
"""What the checker of PDF/A takes for a fault: it knows no file that is PDF/UA, too."""
DRAWN = "Figure"


def faults(data: bytes) -> list[str]:
    """Return what the checkers of PDF/UA-1 and PDF/A-3b find, but for what is known."""
    with _on_disk(data) as path:
        heard = outloud.check(str(path))
        seen = pdfua.validate(str(path))
        with Pdf.open(path) as file:
            kept = pdfa.check(file, "3b")
    assert heard.error is None, heard.error
    found = [f"{f.rule}: {f.message} {f.evidence}" for f in heard.findings if f.severity == "error"]
    found += [f"{f.rule_id}: {f.message}" for f in seen.findings]
    told = [(finding.rule, finding.message) for finding in kept.findings]
    found += [f"{rule}: {message}" for rule, message in told if (rule, message) != KNOWN]
    assert told.count(KNOWN) == 1, "the file does not say that it is PDF/UA-1"
    return found


def warnings(data: bytes) -> Counter[str]:
    """Return what the checker of PDF/UA-1 would have somebody look at, by rule."""
    with _on_disk(data) as path:
        findings = outloud.check(str(path)).findings
    return Counter(f"{f.rule}: {f.message}" for f in findings if f.severity == "warning")


def nodes(data: bytes) -> list[tuple[str, int, str, dict[str, object]]]:
    """Return role, depth, own text and attributes of each element, as they are heard."""
    with _on_disk(data) as path:
        document = Document(str(path))
        marked = [_marked(document, page) for page in document.pages]
        told = []
        for element in document.elements:
            pieces = (marked[m.page].get((m.stream, m.mcid), "") for m in element.mcrefs)
            attributes = {k: v for owned in element.attrs.values() for k, v in owned.items()}
            told.append((element.type, element.depth, "".join(pieces).strip(), attributes))
        document.close()
    return told


def elements(data: bytes) -> list[tuple[str, str]]:
    """Return role and own text of each element, in the order of the structure."""
    return [(role, text) for role, _, text, _ in nodes(data)]


def heard(data: bytes) -> str:
    """Return what is read out, but for what is drawn."""
    return " ".join(text for role, text in elements(data) if text and role != DRAWN)


def decoration(data: bytes) -> str:
    """Return the text that nobody hears: feet, and heads that stand on each page anew."""
    with _on_disk(data) as path:
        document = Document(str(path))
        runs = [run.text for page in document.pages
                for run in document.content(page.index).artifact_runs()]  # fmt: skip
        document.close()
    return " ".join(runs)


def shown(data: bytes) -> list[str]:
    """Return the text of each page, as somebody marks and copies it."""
    with pypdfium2.PdfDocument(data) as document:
        texts = []
        for page in document:
            reader = page.get_textpage()
            texts.append(reader.get_text_range())
            reader.close()
            page.close()
    return texts


def letters(text: str) -> Counter[str]:
    """Return how often each character that can be seen is in a text."""
    return Counter("".join(text.split()).replace("\ufffe", "-"))


def stream(data: bytes) -> BytesIO:
    """Return a paper as what can be opened."""
    return BytesIO(data)


def attachments(data: bytes) -> dict[str, bytes]:
    """Return the files inside of a paper, by name."""
    with pypdfium2.PdfDocument(data) as document:
        inner = [document.get_attachment(n) for n in range(document.count_attachments())]
        return {file.get_name(): bytes(file.get_data()) for file in inner}


def _marked(document: Document, page) -> dict[tuple[None, int], str]:
    """Return the text of each mark of a page as the file has it, spaces and all."""
    walker = _Walker(document, page)
    walker.walk(page.obj, page.obj.Resources, IDENTITY, [], None, False, 0, set())
    return walker.out.mcid_text


class _on_disk:  # noqa: N801
    """Some checkers read files only; the paper of an invented person may be one."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def __enter__(self) -> Path:
        self._folder = tempfile.TemporaryDirectory()
        path = Path(self._folder.name) / "paper.pdf"
        path.write_bytes(self._data)
        return path

    def __exit__(self, *_) -> None:
        self._folder.cleanup()
