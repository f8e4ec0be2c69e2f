"""What everything on the pages is, for somebody who cannot see them: the structure of a tagged PDF.

reportlab writes none. Whatever draws tells it here, while it draws: `element` opens what it is,
`content` or `artifact` stands around the drawing itself. What breaks over pages is told again under
the same key and stays one element. Sources: ISO 32000-1, 14.7 and 14.8; ISO 14289-1 (PDF/UA-1).
"""

from __future__ import annotations

import codecs
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from reportlab.pdfbase.pdfdoc import PDFObject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObjectReference
    from reportlab.pdfgen.canvas import Canvas

DECORATION = "/Type /Layout"
REPEATED = "/Type /Pagination"
"""What stands on each page anew: a foot, the head of a table."""


def string(text: str) -> str:
    """Return a text as a file holds it, whatever it is made of."""
    return f"<{codecs.BOM_UTF16_BE.hex()}{text.encode('utf-16-be', 'replace').hex()}>"


class _Mark(NamedTuple):
    """A piece of a page's content."""

    page: PDFObjectReference
    number: int


class _Object(NamedTuple):
    """A link, which is no content but stands on a page."""

    page: PDFObjectReference
    annotation: PDFObjectReference


class Element(PDFObject):  # type: ignore[misc]
    """One thing on the pages, with what it is made of in the order of reading."""

    def __init__(self, role: str, parent: PDFObject, more: str = "") -> None:
        """Take its role, in the names of PDF, and what else is known of it, as in the file."""
        self.role = role
        self.parent = parent
        self.more = more
        self.kids: list[Element | _Mark | _Object] = []

    def format(self, document: PDFDocument) -> bytes:
        """Return it as it stands in the file."""
        page = next((kid.page for kid in self.kids if isinstance(kid, _Mark)), None)
        kids = " ".join(_written(kid, document, page) for kid in self.kids)
        on = f"/Pg {_reference(page, document)}" if page else ""
        parent = _reference(self.parent, document)
        return f"<</S/{self.role}/P {parent}{on}{self.more}/K[{kids}]>>".encode()


class Tree(PDFObject):  # type: ignore[misc]
    """The root of all elements, and the way back to them from pages and links."""

    def __init__(self) -> None:
        """Begin with a document of nothing."""
        self.document = Element("Document", self)
        self._owners: list[Element | list[Element]] = []

    def owned(self, owners: Element | list[Element]) -> int:
        """Return the number under which a link finds its element, or a page those of its marks."""
        self._owners.append(owners)
        return len(self._owners) - 1

    def format(self, document: PDFDocument) -> bytes:
        """Return it as it stands in the file."""
        ways = " ".join(f"{n} {_owner(o, document)}" for n, o in enumerate(self._owners))
        kid = _reference(self.document, document)
        return (
            f"<</Type/StructTreeRoot/K[{kid}]/ParentTree<</Nums[{ways}]>>"
            f"/ParentTreeNextKey {len(self._owners)}>>"
        ).encode()


class Tags:
    """Takes down what a canvas draws."""

    def __init__(self, canvas: Canvas, document: PDFDocument) -> None:
        """Take what is drawn on, and the file that it becomes."""
        self.tree = Tree()
        self._canvas = canvas
        self._document = document
        self._here = self._part = self.tree.document
        self._known: dict[object, Element] = {}
        self.marked = False
        """Whether what is drawn is part of something that is marked already."""
        self._begin_page()

    def _begin_page(self) -> None:
        self._page = self._document.thisPageRef()
        self._owners: list[Element] = []
        """Of each mark on the page."""

    def next_page(self) -> int:
        """Return the number of the page that was drawn, and turn to the next."""
        number = self.tree.owned(self._owners)
        self._begin_page()
        return number

    def begin_part(self) -> None:
        """Put what follows into a part of its own."""
        if self._here is self._part:
            self._here = self._part = Element("Sect", self.tree.document)
            self.tree.document.kids.append(self._part)

    @contextmanager
    def element(self, role: str, key: object, more: str = "") -> Iterator[None]:
        """Open an element, or the one of this key again; no role is none of its own."""
        if self.marked or not role:
            yield
            return
        around, self._here = self._here, self.child(role, key, more)
        yield
        self._here = around

    def child(self, role: str, key: object, more: str = "") -> Element:
        """Return the element of a key, a new one in the element that is open."""
        if key not in self._known:
            self._known[key] = Element(role, self._here, more)
            self._here.kids.append(self._known[key])
        return self._known[key]

    @contextmanager
    def content(self) -> Iterator[None]:
        """Mark what is drawn as content of the element that is open."""
        if self.marked:
            yield
            return
        with self._sealed(self.mark()):
            yield

    @contextmanager
    def artifact(self, kind: str = DECORATION) -> Iterator[None]:
        """Mark what is drawn as nothing to be told."""
        if self.marked:
            yield
            return
        with self._sealed(f"/Artifact <<{kind}>> BDC"):
            yield

    @contextmanager
    def silence(self) -> Iterator[None]:
        """Mark nothing: what is drawn is part of what it is drawn into later."""
        self.marked = True
        yield
        self.marked = False

    def mark(self, element: Element | None = None) -> str:
        """Return what begins content of an element, of the open one if none is named."""
        element = element or self._here
        mark = _Mark(self._page, len(self._owners))
        element.kids.append(mark)
        self._owners.append(element)
        return f"/{element.role} <</MCID {mark.number}>> BDC"

    def link(self, element: Element, annotation: PDFObjectReference) -> None:
        """Put the spot of a page that is pressed into its element."""
        element.kids.append(_Object(self._page, annotation))

    @contextmanager
    def _sealed(self, begin: str) -> Iterator[None]:
        self.marked = True
        self._canvas.addLiteral(begin)
        yield
        self._canvas.addLiteral("EMC")
        self.marked = False


def _written(
    kid: Element | _Mark | _Object, document: PDFDocument, usual: PDFObjectReference | None
) -> str:
    """Return how an element names what is in it; the usual page need not be said."""
    if isinstance(kid, Element):
        return _reference(kid, document)
    if isinstance(kid, _Mark) and kid.page is usual:
        return str(kid.number)
    page = _reference(kid.page, document)
    if isinstance(kid, _Mark):
        return f"<</Type/MCR/Pg {page}/MCID {kid.number}>>"
    return f"<</Type/OBJR/Pg {page}/Obj {_reference(kid.annotation, document)}>>"


def _owner(owner: Element | list[Element], document: PDFDocument) -> str:
    if isinstance(owner, Element):
        return _reference(owner, document)
    return f"[{' '.join(_reference(element, document) for element in owner)}]"


def _reference(thing: PDFObject, document: PDFDocument) -> str:
    """Return how other places of the file name a thing."""
    named: bytes = document.Reference(thing).format(document)
    return named.decode()
