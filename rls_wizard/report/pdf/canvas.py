"""What is drawn on: a reportlab canvas whose file says what everything on its pages is."""

from __future__ import annotations

from collections import deque
from itertools import count
from typing import TYPE_CHECKING

from reportlab.pdfbase.pdfdoc import LinkAnnotation
from reportlab.pdfgen.canvas import Canvas

from rls_wizard.report.pdf.tags import Tags

if TYPE_CHECKING:
    from reportlab.pdfbase.pdfdoc import PDFCatalog

    from rls_wizard.report.pdf.tags import Element

_VERSION = 1, 7
_PRINTED = 4
"""The flag of what is printed, too."""


class TaggedCanvas(Canvas):  # type: ignore[misc]
    """A canvas with `tags`, which must be told what is drawn."""

    def __init__(self, *arguments: object, **options: object) -> None:
        """Take what every canvas takes."""
        super().__init__(*arguments, pdfVersion=_VERSION, **options)
        self.tags = Tags(self, self._doc)
        self._doc.Catalog.StructTreeRoot = self.tags.tree
        _allow(self._doc.Catalog, "OutputIntents", "AF")
        self.links: deque[tuple[Element, str]] = deque()
        """The links that are being written, with their words."""
        self._titles = count()
        self._depth = 0

    def begin(self, title: str, level: int, height: float) -> str:
        """Put a heading into the reader's list and return its role; it stands so high here.

        A level is never deeper by more than one than the heading before.
        """
        self._depth = min(level, self._depth + 1)
        if self._depth == 1:
            self.tags.begin_part()
        anchor = f"title-{next(self._titles)}"
        self.bookmarkHorizontal(anchor, 0, height)
        self.addOutlineEntry(title, anchor, self._depth - 1, closed=True)
        return f"H{self._depth}"

    def box(self, width: float, height: float) -> tuple[float, ...]:
        """Return where on the page what is drawn here stands."""
        return tuple(self._absRect((0, 0, width, height), 1))

    def linkRect(  # noqa: N802
        self, contents: str, destination: str, rect: tuple[float, ...], **options: object
    ) -> None:
        """Lay a link over words that were announced in `links`; what nobody hears leads nowhere."""
        del contents, options
        if not self.links:
            return
        element, words = self.links.popleft()
        link = _Link(
            Rect=self._absRect(rect, 1),
            Contents=words,
            Destination=self._bookmarkReference(destination),
            Border="[0 0 0]",
            F=_PRINTED,
            StructParent=self.tags.tree.owned(element),
        )
        self._addAnnotation(link)
        self.tags.link(element, self._annotationrefs[-1])

    def showPage(self) -> None:  # noqa: N802
        """End a page, whose reading order is that of the tags."""
        super().showPage()
        page = self._doc.Pages.pages[-1]
        _allow(page, "StructParents", "Tabs")
        page.StructParents, page.Tabs = self.tags.next_page(), "/S"
        page.Trans = None  # reportlab's empty one is not allowed in what is kept for long


class _Link(LinkAnnotation):  # type: ignore[misc]
    permitted = (*LinkAnnotation.permitted, "StructParent")


def _allow(thing: PDFCatalog, *entries: str) -> None:
    """Let a page or catalog have entries that reportlab does not know of."""
    thing.__NoDefault__ = [*thing.__NoDefault__, *entries]
