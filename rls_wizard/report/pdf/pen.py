"""Turns words into paragraphs of one scale, and remembers whether all of them could be printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.pdfbase.pdfmetrics import stringWidth

from rls_wizard.report.pdf.fonts import BOLD, BOX, REGULAR, markup
from rls_wizard.report.pdf.grid import Grid, Look, Row
from rls_wizard.report.pdf.paragraphs import Heading, Point, Text
from rls_wizard.report.pdf.styles import BLACK, TINT, WIDTH
from rls_wizard.report.whole import whole_numbers

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus.flowables import Flowable

    from rls_wizard.i18n import Catalogue
    from rls_wizard.report.model import Answer
    from rls_wizard.report.pdf.styles import Scale

BETWEEN = "\u00a0\u00b7 "
"""Stands between things in a run; never begins a line."""
_SENTENCE_ENDS = ("?", ":", ".")


class Pen:
    """What writes one part of the paper."""

    def __init__(self, words: Catalogue, scale: Scale) -> None:
        """Take the language and the sizes."""
        self.words = words
        self.scale = scale
        self.boxes = False
        """Whether a character had to be drawn as an empty box."""

    def marked(self, text: str) -> str:
        """Return text as markup."""
        marked, printed = markup(whole_numbers(text))
        self.boxes |= not printed
        return marked

    def bold(self, text: str) -> str:
        """Return text as bold markup."""
        return f'<font name="{BOLD}">{self.marked(text)}</font>'

    def write(self, text: str, style: ParagraphStyle | None = None) -> Text:
        """Return a paragraph of plain text."""
        return self.set(self.marked(text), style)

    def set(self, marked: str, style: ParagraphStyle | None = None) -> Text:
        """Return a paragraph of markup."""
        return Text(marked, style or self.scale.body)

    def heading(
        self, text: str, level: int = 2, style: ParagraphStyle | None = None, behind: str = ""
    ) -> Heading:
        """Return a heading: 1 for the title of a part of the paper, 2 and on for what is in it.

        Behind it may stand more, as markup, which the reader's list of headings does not have.
        """
        usual = self.scale.title if level == 1 else self.scale.heading
        heading = Heading(self.marked(text) + behind, style or usual)
        heading.level, heading.title = level, text
        return heading

    def points(self, texts: Iterable[str]) -> list[Point]:
        """Return the points of one list, each behind a dot."""
        return self.dotted(map(self.marked, texts))

    def dotted(self, marked: Iterable[str]) -> list[Point]:
        """Return the points of one list, of markup."""
        points = [Point(text, self.scale.point) for text in marked]
        listed = object()
        for point in points:
            point.listed = listed
        return points

    def widest(self, texts: Iterable[str]) -> float:
        """Return how wide the widest of some short texts is in bold."""
        return max((self.width(text, BOLD) for text in texts), default=0.0)

    def width(self, text: str, face: str = REGULAR) -> float:
        """Return how wide a short text of the body is in one line."""
        width: float = stringWidth(text, face, self.scale.body.fontSize)
        return width

    def answer(self, answer: Answer, *, bold: bool = True) -> str:
        """Return question and answer in one line, as markup; the one that is bold stands out."""
        question = self.marked(answer.question)
        if question and not question.endswith(_SENTENCE_ENDS):
            question += ":"
        if not bold:
            return f'<font name="{BOLD}">{question}</font> {self.marked(answer.answer)}'
        return f"{question} {self.bold(answer.answer)}".strip()

    def answers(self, answers: Iterable[Answer]) -> str:
        """Return several in a run, as markup."""
        return BETWEEN.join(self.answer(answer) for answer in answers)

    def boxed_note(self) -> list[Flowable]:
        """Return the line that explains empty boxes, if there are any."""
        if not self.boxes:
            return []
        note = self.words(
            "{box} stands for a character that cannot be printed. The answers in the file have it."
        )
        return [self.write(note.format(box=BOX), self.scale.small)]

    def overdue(self, sentence: str) -> list[Flowable]:
        """Return what is said of a text past its review; nothing for no sentence."""
        return [self.set(self.bold(sentence), self.scale.small)] if sentence else []

    def note(self, text: str) -> list[Flowable]:
        """Return a text in a heavy frame, for what must not be missed; nothing for no text."""
        if not text:
            return []
        look = Look((WIDTH,), pad=7, side=10, before=8, frame=1.4, ink=BLACK)
        return [Grid([Row(((self.write(text, self.scale.lead),),), fill=TINT)], look)]
