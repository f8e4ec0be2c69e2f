"""Paragraphs that say what they are: running text with its links, headings, points of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.pdfgen.textobject import PDFTextObject

# Only the class of a word tells whether a space followed it where a line ends.
from reportlab.platypus.paragraph import Paragraph, _HSFrag, _SplitWord, _SplitWordEnd

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlab.platypus.paragraph import FragLine

    from rls_wizard.report.pdf.tags import Element

DOT = "\u2022"
_Link = tuple[int, str]
"""Which link of a paragraph it is, and where it leads."""


class Text(Paragraph):  # type: ignore[misc]
    """A paragraph that is measured once for each width, though a grid asks often."""

    measured = (0.0, (0.0, 0.0))
    role = "P"
    """What it is to somebody who cannot see its size: "P", or "H1", "H2" and so on."""
    whole: Text | None = None
    """What it is a piece of, if a page's end broke it."""
    spaced = False
    """Whether it is a piece that another word follows."""

    @property
    def key(self) -> Text:
        """What all its pieces have in common."""
        return self.whole or self

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return width and height."""
        # Asked to split where nothing fits, a paragraph forgets its lines.
        if self.measured[0] != width or not hasattr(self, "blPara"):
            self.measured = (width, super().wrap(width, height))
        return self.measured[1]

    def split(self, width: float, height: float) -> list[Text]:
        """Return what fits and the rest; to who hears them they stay one paragraph."""
        pieces: list[Text] = super().split(width, height)
        for piece in pieces:
            piece.role, piece.whole, piece.spaced = self.role, self.key, self.spaced
        if len(pieces) > 1:
            pieces[0].spaced = self._ends_word(len(pieces[0].blPara.lines) - 1)
        return pieces

    def draw(self) -> None:
        """Draw it as what it is."""
        self._end_words()
        tags = self.canv.tags
        link = None if tags.marked else self._all_one_link()
        self._told = not tags.marked
        with tags.element(self.role, self.key):
            if link:
                # reportlab asks for a link once a line.
                for _ in self.blPara.lines:
                    self._tell(link)
            with tags.element("Link" if link else "", (self.key, link)), tags.content():
                super().draw()

    def beginText(self, x: float, y: float) -> PDFTextObject:  # noqa: N802
        """Return what takes the lines down."""
        lines = PDFTextObject(self.canv, x, y)
        if self._told:
            code = lines._code  # noqa: SLF001
            lines._linkRecord = lambda link, event: self._link(code, link, event)  # noqa: SLF001
        return lines

    def _link(self, code: list[str], link: _Link, event: str) -> None:
        """Put the words of a link into an element of their own; told when they are written."""
        tags = self.canv.tags
        if event == "start":
            code.insert(-1, f"EMC {tags.mark(self._tell(link))}")
        else:
            code.append(f"EMC {tags.mark()}")

    def _tell(self, link: _Link) -> Element:
        """Return the element of a link, after announcing the spot that is pressed."""
        element: Element = self.canv.tags.child("Link", (self.key, link))
        self.canv.links.append((element, "".join(self._words(link)).strip()))
        return element

    def _all_one_link(self) -> _Link | None:
        return next(iter(getattr(self.blPara, "link", None) or ()), None)

    def _words(self, link: _Link) -> Iterator[str]:
        if self._all_one_link():
            yield from (f"{word} " for _, words in self.blPara.lines for word in words if word)
        else:
            pieces = (piece for line in self.blPara.lines for piece in line.words)
            yield from (piece.text for piece in pieces if link in piece.link)

    def _end_words(self) -> None:
        """Let a line that ends with a word end with a space: what is read out has no lines."""
        last = len(self.blPara.lines) - 1
        for n, line in enumerate(self.blPara.lines):
            if self._ends_word(n) if n < last else self.spaced:
                _space(line)

    def _ends_word(self, n: int) -> bool:
        """Tell whether a line, which is not the last one, ends where a word does."""
        line, following = self.blPara.lines[n : n + 2]
        if self.blPara.kind:
            return line.lineBreak or isinstance(self.frags[following.sFW - 1], _HSFrag)
        _, words = line
        broken = words and isinstance(words[-1], _SplitWord)
        return not broken or isinstance(words[-1], _SplitWordEnd)


class Heading(Text):
    """A title, which the reader's list of headings shows, too."""

    level = 1
    title = ""

    def split(self, width: float, height: float) -> list[Text]:
        """Return what fits and the rest, of which only the first part is listed."""
        pieces = super().split(width, height)
        for piece in pieces[:1]:
            piece.level, piece.title = self.level, self.title
        return pieces

    def draw(self) -> None:
        """Draw it; a level is never deeper by more than one than the heading before."""
        if self.title and not self.canv.tags.marked:
            self.role = self.canv.begin(self.title, self.level, self.height)
        super().draw()


class Label(Text):
    """The dot or the number of an entry of a list, in a cell of its own."""

    role = "Lbl"


class Point(Text):
    """One thing of a list, behind a dot."""

    listed: object = None
    """What the points of one list have in common."""
    role = "LBody"
    begins = True
    """Whether it is the piece with the dot."""

    def draw(self) -> None:
        """Draw the dot, then the text."""
        tags = self.canv.tags
        with tags.element("L", self.listed), tags.element("LI", (self.key, "LI")):
            if self.begins:
                with tags.element("Lbl", (self.key, "Lbl")), tags.content():
                    self._dot()
            super().draw()

    def split(self, width: float, height: float) -> list[Text]:
        """Return what fits and the rest, in the same list."""
        pieces = super().split(width, height)
        for n, piece in enumerate(pieces):
            piece.listed, piece.begins = self.listed, self.begins and n == 0
        return pieces

    def _dot(self) -> None:
        self.canv.setFont(self.style.fontName, self.style.fontSize)
        self.canv.setFillColor(self.style.textColor)
        self.canv.drawString(0, self.height - self.style.fontSize, DOT)


def _space(line: FragLine | tuple[float, list[str]]) -> None:
    """Let a line end with a space, once."""
    if isinstance(line, tuple):
        _, words = line
        if words and words[-1]:
            words.append("")
    elif line.words and not line.words[-1].text.endswith(" "):
        line.words[-1].text += " "
