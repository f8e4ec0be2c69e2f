"""Reads a paper as others do: three checkers, a screen reader's way through it, a PDF library.

Nothing here knows how the paper was made.
"""

from __future__ import annotations

import tempfile
from collections import Counter
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import outloud
import pdfua
import pypdfium2
from outloud.content import IDENTITY, _Walker
from outloud.model import Document
from pikepdf import Pdf, pdfa

if TYPE_CHECKING:
    from collections.abc import Iterator

    from outloud.content import PageContent

KNOWN = ("ISO_19005_3:6.6.2.3.1-1", "XMP property pdfuaid:part is not permitted")
"""What the checker of PDF/A takes for a fault: it knows no file that is PDF/UA, too."""
DRAWN = "Figure"


class Node(NamedTuple):
    """One element of the structure."""

    role: str
    depth: int
    text: str
    """Its own, without that of the elements in it."""
    attributes: dict[str, object]


def faults(data: bytes) -> list[str]:
    """Return what the checkers of PDF/UA-1 and PDF/A-3b find, but for what is known."""
    with on_disk(data) as path:
        heard = outloud.check(str(path))
        seen = pdfua.validate(str(path))
        with Pdf.open(path) as file:
            kept = pdfa.check(file, "3b")
    assert heard.error is None, heard.error
    found = [f"{f.rule}: {f.message} {f.evidence}" for f in heard.findings if f.severity == "error"]
    found += [f"{f.rule_id}: {f.message}" for f in seen.findings]
    told = [(finding.rule, finding.message) for finding in kept.findings]
    found += [f"{rule}: {message}" for rule, message in told if (rule, message) != KNOWN]
    if told.count(KNOWN) != 1:
        found.append("the file does not say that it is PDF/UA-1")
    return found


def nodes(data: bytes) -> list[Node]:
    """Return the elements of the structure, as they are heard."""
    return _read(data)[0]


def elements(data: bytes) -> list[tuple[str, str]]:
    """Return role and own text of each element, as they are heard."""
    return [(node.role, node.text) for node in nodes(data)]


def heard_and_silent(data: bytes) -> tuple[str, str]:
    """Return what is read out as it stands there; and what is not.

    That is the feet of pages, heads of tables that stand on each page anew, and the numbers in
    drawings, which are told in other words.
    """
    told, pages = _read(data)
    heard = (node.text for node in told if node.text and node.role != DRAWN)
    silent = [run.text for page in pages for run in page.artifact_runs()]
    silent += [node.text for node in told if node.role == DRAWN]
    return " ".join(heard), " ".join(silent)


def heard(data: bytes) -> str:
    """Return what is read out as it stands there."""
    return heard_and_silent(data)[0]


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


def attachments(data: bytes) -> dict[str, bytes]:
    """Return the files inside of a paper, by name."""
    with pypdfium2.PdfDocument(data) as document:
        inner = [document.get_attachment(n) for n in range(document.count_attachments())]
        return {file.get_name(): bytes(file.get_data()) for file in inner}


@contextmanager
def on_disk(data: bytes) -> Iterator[Path]:
    """Return where a paper is for a while: some programs read nothing but files."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "paper.pdf"
        path.write_bytes(data)
        yield path


def _read(data: bytes) -> tuple[list[Node], list[PageContent]]:
    """Return the structure, and what stands on the pages."""
    with on_disk(data) as path:
        document = Document(str(path))
        pages = [_walked(document, page) for page in document.pages]
        told = []
        for element in document.elements:
            pieces = (pages[m.page].mcid_text.get((m.stream, m.mcid), "") for m in element.mcrefs)
            attributes = {k: v for owned in element.attrs.values() for k, v in owned.items()}
            told.append(Node(element.type, element.depth, "".join(pieces).strip(), attributes))
        document.close()
    return told, pages


def _walked(document: Document, page) -> PageContent:
    """Return what stands on a page as the file has it, with no space put in or left out."""
    walker = _Walker(document, page)
    walker.walk(page.obj, page.obj.Resources, IDENTITY, [], None, False, 0, set())
    return walker.out
