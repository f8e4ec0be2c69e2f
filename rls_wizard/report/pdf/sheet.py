"""The sheet itself: page size, foot, and what the file says of itself."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus.doctemplate import BaseDocTemplate, PageTemplate
from reportlab.platypus.frames import Frame

from rls_wizard.report.pdf.fonts import REGULAR
from rls_wizard.report.pdf.pen import Pen
from rls_wizard.report.pdf.styles import FOOT, FOOTER, HAIRLINE, HEIGHT, MARGIN, PAGE, WIDTH

if TYPE_CHECKING:
    from reportlab.platypus.flowables import Flowable

    from rls_wizard.i18n import Catalogue
    from rls_wizard.report.model import Report

_FOOT_LINE = FOOT - 10
_NUMBER_WIDTH = 110.0


def printed(story: list[Flowable], report: Report, words: Catalogue) -> bytes:
    """Return the file: nothing in it but the story tells of the person."""
    file = BytesIO()
    document = BaseDocTemplate(
        file,
        pagesize=PAGE,
        title=words("Restless legs: a summary to take to a clinician"),
        author="rls-wizard",
        subject="",
        creator=f"rls-wizard {report.origin.program_version}",
        lang=report.language,
        displayDocTitle=True,
        # The same report gives the same bytes: no date of making, no random number.
        invariant=1,
        initialFontName=REGULAR,
    )
    foot = _Foot(report, words)
    frame = Frame(MARGIN, FOOT, WIDTH, HEIGHT, 0, 0, 0, 0)
    document.addPageTemplates(PageTemplate(frames=[frame], onPage=foot.draw, pagesize=PAGE))
    document.build(story, canvasmaker=foot.canvas)
    return file.getvalue()


class _Foot:
    """What stands at the foot of each page."""

    def __init__(self, report: Report, words: Catalogue) -> None:
        self._pen = Pen(words, FOOTER)
        origin = report.origin
        versions = words("rls-wizard {program}, content {content}").format(
            program=origin.program_version, content=origin.content_version
        )
        self._text = f"{self._pen.bold(origin.self_reported)} \u00b7 {self._pen.marked(versions)}"
        if origin.other_content:
            # The same version may stand in both.
            other = words("This content is from another folder. It did not come with the program.")
            self._text += f" \u00b7 {self._pen.bold(other)}"

    def canvas(self, *arguments: object, **options: object) -> Canvas:
        """Return a canvas that numbers its pages."""
        return _NumberedCanvas(self._pen, *arguments, **options)

    def draw(self, canvas: Canvas, document: object) -> None:
        """Draw the line and the text; the number is filled in when the last page is known."""
        del document
        canvas.setStrokeColor(HAIRLINE)
        canvas.setLineWidth(0.4)
        canvas.line(MARGIN, _FOOT_LINE, MARGIN + WIDTH, _FOOT_LINE)
        text = self._pen.set(self._text, self._pen.scale.small)
        _, height = text.wrap(WIDTH - _NUMBER_WIDTH, FOOT)
        text.drawOn(canvas, MARGIN, _FOOT_LINE - 4 - height)
        canvas.doForm(_number(canvas.getPageNumber()))


class _NumberedCanvas(Canvas):  # type: ignore[misc]
    """Writes "page 1 of 4" into the place that each page left for it."""

    def __init__(self, pen: Pen, *arguments: object, **options: object) -> None:
        super().__init__(*arguments, **options)
        self._pen = pen

    def save(self) -> None:
        """Fill in the numbers, now that the last one is known."""
        style = self._pen.scale.right
        pages = self.getPageNumber() - 1
        for page in range(1, pages + 1):
            self.beginForm(_number(page))
            number = self._pen.words("Page {page} of {pages}").format(page=page, pages=pages)
            text = self._pen.write(number, style)
            _, height = text.wrap(_NUMBER_WIDTH, FOOT)
            text.drawOn(self, MARGIN + WIDTH - _NUMBER_WIDTH, _FOOT_LINE - 4 - height)
            self.endForm()
        super().save()


def _number(page: int) -> str:
    return f"page-{page}"
