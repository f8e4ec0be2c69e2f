"""The sheet itself: page size, foot, and what the file says of itself."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

from reportlab.platypus.doctemplate import BaseDocTemplate, PageTemplate
from reportlab.platypus.flowables import Flowable
from reportlab.platypus.frames import Frame

from rls_wizard.report.pdf.attachment import attach
from rls_wizard.report.pdf.canvas import TaggedCanvas
from rls_wizard.report.pdf.fonts import REGULAR
from rls_wizard.report.pdf.pen import Pen
from rls_wizard.report.pdf.standards import conform
from rls_wizard.report.pdf.styles import FOOT, FOOTER, HAIRLINE, HEIGHT, MARGIN, PAGE, WIDTH
from rls_wizard.report.pdf.tags import REPEATED

if TYPE_CHECKING:
    from rls_wizard.i18n import Catalogue

_FOOT_LINE = FOOT - 10
_NUMBER_WIDTH = 110.0


class Sheet(NamedTuple):
    """What a file says of itself, and at the foot of each page."""

    title: str
    program: str
    """The version that made it."""
    language: str
    foot: str
    strong: str = ""
    """What the foot says first."""
    warning: str = ""
    """What it says last."""
    answers: bytes = b""
    """The answer file to attach; empty: none."""


def printed(story: list[Flowable], sheet: Sheet, words: Catalogue) -> bytes:
    """Return the file."""
    file = BytesIO()
    document = BaseDocTemplate(
        file,
        pagesize=PAGE,
        title=sheet.title,
        author="rls-wizard",
        subject="",
        creator=f"rls-wizard {sheet.program}",
        lang=sheet.language,
        displayDocTitle=True,
        # The same story gives the same bytes: no date of making, no random number.
        invariant=1,
        initialFontName=REGULAR,
    )
    foot = _Foot(sheet, words)
    frame = Frame(MARGIN, FOOT, WIDTH, HEIGHT, 0, 0, 0, 0)
    document.addPageTemplates(PageTemplate(frames=[frame], onPage=foot.draw, pagesize=PAGE))
    document.build(story, canvasmaker=foot.canvas)
    return file.getvalue()


class Place(Flowable):  # type: ignore[misc]
    """A spot that links of the same file lead to; it takes no room."""

    def __init__(self, anchor: str) -> None:
        """Take its name."""
        super().__init__()
        self._anchor = anchor

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Take no room."""
        del width, height
        return 0.0, 0.0

    def draw(self) -> None:
        """Mark the spot."""
        self.canv.bookmarkHorizontal(self._anchor, 0, 0)
        self.canv.numbers[self._anchor] = self.canv.getPageNumber()


class PageOf(Flowable):  # type: ignore[misc]
    """The number of the page on which a place is, filled in when all places are known."""

    def __init__(self, anchor: str, height: float) -> None:
        """Take the name of the place, and the height of the line it is said in."""
        super().__init__()
        self._anchor = anchor
        self._height = height
        self._width = 0.0

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Take one line."""
        del height
        self._width = width
        return width, self._height

    def draw(self) -> None:
        """Leave the room for the number."""
        self.canv.awaited[self._anchor] = self._width, self._height
        tags = self.canv.tags
        with tags.element("P", self), tags.content():
            self.canv.doForm(_number_of(self._anchor))


class _Foot:
    """What stands at the foot of each page."""

    def __init__(self, sheet: Sheet, words: Catalogue) -> None:
        self._pen = Pen(words, FOOTER)
        self._sheet = sheet
        strong, warning = (self._pen.bold(t) if t else "" for t in (sheet.strong, sheet.warning))
        parts = strong, self._pen.marked(sheet.foot), warning
        self._text = " \u00b7 ".join(filter(None, parts))

    def canvas(self, *arguments: object, **options: object) -> TaggedCanvas:
        """Return a canvas that numbers its pages."""
        return _NumberedCanvas(self._pen, self._sheet, *arguments, **options)

    def draw(self, canvas: TaggedCanvas, document: object) -> None:
        """Draw the line and the text; the number is filled in when the last page is known."""
        del document
        with canvas.tags.artifact(REPEATED):
            canvas.setStrokeColor(HAIRLINE)
            canvas.setLineWidth(0.4)
            canvas.line(MARGIN, _FOOT_LINE, MARGIN + WIDTH, _FOOT_LINE)
            text = self._pen.set(self._text, self._pen.scale.small)
            _, height = text.wrap(WIDTH - _NUMBER_WIDTH, FOOT)
            text.drawOn(canvas, MARGIN, _FOOT_LINE - 4 - height)
            canvas.doForm(_number(canvas.getPageNumber()))


class _NumberedCanvas(TaggedCanvas):
    """Writes "page 1 of 4", and the pages of places, where room was left for them."""

    def __init__(self, pen: Pen, sheet: Sheet, *arguments: object, **options: object) -> None:
        super().__init__(*arguments, **options)
        self._pen = pen
        self._sheet = sheet
        self.numbers: dict[str, int] = {}
        """The page of each place."""
        self.awaited: dict[str, tuple[float, float]] = {}
        """The places whose numbers are to be filled in, with the room there is for them."""

    def save(self) -> None:
        """Fill in the numbers, now that the last one is known, and write the file."""
        with self.tags.silence():
            self._fill_in()
        conform(self._doc, self._sheet.language)
        if self._sheet.answers:
            said = self._pen.words("The answers, for rls-wizard to open again")
            attach(self._doc, self._sheet.answers, said)
        super().save()

    def _fill_in(self) -> None:
        style = self._pen.scale.right
        pages = self.getPageNumber() - 1
        for page in range(1, pages + 1):
            self.beginForm(_number(page))
            number = self._pen.words("Page {page} of {pages}").format(page=page, pages=pages)
            text = self._pen.write(number, style)
            _, height = text.wrap(_NUMBER_WIDTH, FOOT)
            text.drawOn(self, MARGIN + WIDTH - _NUMBER_WIDTH, _FOOT_LINE - 4 - height)
            self.endForm()
        for anchor, (width, height) in self.awaited.items():
            self.beginForm(_number_of(anchor))
            text = self._pen.write(str(self.numbers[anchor]), style)
            text.wrap(width, height)
            text.drawOn(self, 0, 0)
            self.endForm()


def _number(page: int) -> str:
    return f"page-{page}"


def _number_of(anchor: str) -> str:
    return f"number-of-{anchor}"
