"""A document that is no visit's report, as a PDF: with contents, links, and a list of headings."""

from __future__ import annotations

from itertools import groupby, takewhile
from typing import TYPE_CHECKING

from reportlab.platypus.doctemplate import CondPageBreak, PageBreak
from reportlab.platypus.flowables import Spacer

from rls_wizard import __version__
from rls_wizard.report import document as parts
from rls_wizard.report.pdf.fonts import register
from rls_wizard.report.pdf.grid import Grid, Kind, Look, Row
from rls_wizard.report.pdf.marks import Blank, TickBox
from rls_wizard.report.pdf.paragraphs import DOT, Label, Text
from rls_wizard.report.pdf.pen import Pen
from rls_wizard.report.pdf.sheet import PageOf, Place, Sheet, printed
from rls_wizard.report.pdf.styles import ACCENT, DOCUMENT, HEIGHT, TINT, WIDTH

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus.flowables import Flowable

    from rls_wizard.i18n import Catalogue
    from rls_wizard.report.pdf.grid import Cell

_WHOLE = HEIGHT * 0.75
"""What stands below one heading and is at most this high is not broken."""
_ABOVE = {1: 0.0, 2: 16.0, 3: 12.0}
"""Space above a heading of each level."""
_BEGUN = 2
"""Of what is higher, as many rows of its first table must fit below the heading."""
_NAMES = 0.19
"""The share of the column that names what stands beside it."""
_NUMBERS = 40.0
_PEN_ROOM = 11.0
_LISTED = 2
"""The level of heading down to which the list of contents goes."""


def make_document(document: parts.Document, catalogue: Catalogue) -> bytes:
    """Return a document as a PDF: the same bytes for the same document."""
    register()
    sheet = Sheet(
        title=document.title,
        program=__version__,
        language=catalogue.language,
        foot=document.foot,
    )
    return printed(_Setter(document, catalogue).story(), sheet, catalogue)


class _Setter:
    def __init__(self, document: parts.Document, words: Catalogue) -> None:
        self._document = document
        self._pen = Pen(words, DOCUMENT)
        self._anchors = {anchor for block in document.blocks for anchor in _anchors(block)}
        self._anchor = {
            id(block): block.anchor or f"heading-{number}"
            for number, block in enumerate(document.blocks)
            if isinstance(block, parts.Heading)
        }

    def story(self) -> list[Flowable]:
        """Return all that is on the pages; what stands before the first chapter is the cover."""
        blocks = self._document.blocks
        cover = list(takewhile(lambda block: not _is_chapter(block), blocks))
        title = self._pen.heading(self._document.title, 1)
        covered = [flowable for group in _groups(cover) for flowable in self._group(group)]
        chapters = [f for group in _groups(blocks[len(cover) :]) for f in self._group(group)]
        return [title, *covered, *self._contents(), *chapters, *self._pen.boxed_note()]

    def _contents(self) -> list[Flowable]:
        """Return the list of chapters and of what stands in them, each with its page."""
        headings = [block for block in self._document.blocks if isinstance(block, parts.Heading)]
        listed = [heading for heading in headings if heading.level <= _LISTED]
        if not listed:
            return []
        scale = self._pen.scale
        title = self._pen.heading(self._pen.words("Contents"), 2, scale.heading)
        rows = []
        for heading in listed:
            anchor = self._anchor[id(heading)]
            style = scale.strong if _is_chapter(heading) else scale.point
            text = self._pen.set(_leading(self._pen.marked(heading.text), anchor), style)
            rows.append(Row(((text,), (PageOf(anchor, scale.body.leading),))))
        grid = Grid(rows, Look((WIDTH - _NUMBERS, _NUMBERS), pad=1, gap=6, kind=Kind.LIST))
        contents = [Spacer(0, 16), title, grid]
        return [CondPageBreak(min(_height(contents), HEIGHT)), *contents]

    def _group(self, group: Sequence[parts.Block]) -> Iterator[Flowable]:
        """Yield a heading and what stands below it, begun where there is room for it."""
        set_ = [flowable for block in group for flowable in self._block(block)]
        if _is_chapter(group[0]):
            yield PageBreak()
        yield CondPageBreak(_worth_starting(set_))
        yield from set_

    def _block(self, block: parts.Block) -> list[Flowable]:
        match block:
            case parts.Heading():
                return self._heading(block)
            case parts.Paragraph():
                style = self._pen.scale.strong if block.strong else self._pen.scale.body
                text = self._pen.write(block.text, self._pen.scale.small if block.quiet else style)
                return [Spacer(0, 4), text]
            case parts.Listing():
                return [self._listing(block)]
            case parts.Table():
                return [self._table(block)] if block.rows else []
            case parts.Blanks():
                return [self._blanks(block)]

    def _heading(self, heading: parts.Heading) -> list[Flowable]:
        scale = self._pen.scale
        styles = {1: scale.title, 2: scale.lead, 3: scale.heading}
        mark = self._pen.marked(heading.mark)
        place = Place(self._anchor[id(heading)])
        place.spaceBefore = _ABOVE[heading.level]
        return [
            place,
            self._pen.heading(
                heading.text,
                heading.level,
                styles[heading.level],
                behind=f"  {_small(mark, scale.small)}" if mark else "",
            ),
        ]

    def _listing(self, listing: parts.Listing) -> Flowable:
        indents = listing.indents or (0,) * len(listing.points)
        rows = []
        for point, indent in zip(listing.points, indents, strict=True):
            left = 10.0 * (indent + 1)
            dot = (Label(DOT, self._pen.scale.body),)
            widths = left - 10, 10, WIDTH - left
            rows.append(Row(((), dot, (self._pen.write(point),)), widths=widths))
        return Grid(rows, Look((0, 10, WIDTH - 10), pad=1, gap=0, before=4, kind=Kind.LIST))

    def _table(self, table: parts.Table) -> Flowable:
        count = len(table.head or table.rows[0].cells)
        even = (_NAMES, 1 - _NAMES) if not table.head else (1 / count,) * count
        shares = table.shares or even
        widths = tuple(WIDTH * share / sum(shares) for share in shares)
        rows = [self._row(row, named=not table.head) for row in table.rows]
        if table.head:
            cells = tuple((self._pen.write(text, self._pen.scale.heading),) for text in table.head)
            rows.insert(0, Row(cells, glued=True, fill=TINT))
        look = Look(
            widths, pad=3, side=6 if table.head else 0, gap=12, before=6, lines_from=0,
            crown=0 if table.head else 0.8,
            kind=Kind.TABLE, repeat=bool(table.head), named=not table.head,
        )  # fmt: skip
        return Grid(rows, look)

    def _row(self, row: parts.TableRow, *, named: bool) -> Row:
        cells = [self._cell(cell) for cell in row.cells]
        if named:
            cells[0] = self._cell(row.cells[0], self._pen.scale.small)
        if row.anchor:
            cells[0] = (Place(row.anchor), *cells[0])
        return Row(tuple(cells))

    def _cell(self, cell: parts.Cell, style: ParagraphStyle | None = None) -> Cell:
        pieces = (cell,) if isinstance(cell, str) else cell
        runs = groupby(pieces, key=_is_point)
        return tuple(text for point, run in runs for text in self._texts(run, style, point=point))

    def _texts(
        self, run: Iterable[parts.Piece | parts.Run], style: ParagraphStyle | None, *, point: bool
    ) -> list[Text]:
        if point:
            return list(
                self._pen.dotted(self._line(line).removeprefix(DOT).lstrip() for line in run)
            )
        return [self._pen.set(self._line(line), style or self._style(line)) for line in run]

    def _style(self, line: parts.Piece | parts.Run) -> ParagraphStyle:
        return self._pen.scale.small if isinstance(line, parts.Small) else self._pen.scale.body

    def _line(self, line: parts.Piece | parts.Run) -> str:
        return "".join(map(self._piece, line)) if isinstance(line, tuple) else self._piece(line)

    def _piece(self, piece: parts.Piece) -> str:
        if isinstance(piece, str):
            return _spaced(self._pen.marked(piece), piece)
        if isinstance(piece, parts.Small):
            return _small(self._pen.marked(piece.text), self._pen.scale.small)
        marked = self._pen.marked(piece.text)
        if piece.to not in self._anchors:
            return marked
        return f'<font color="{ACCENT.hexval()}">{_leading(marked, piece.to)}</font>'

    def _blanks(self, blanks: parts.Blanks) -> Flowable:
        """Return boxes, then lines that share what room they leave."""
        above = Spacer(0, _PEN_ROOM)
        cells: list[Cell] = []
        widths: list[float] = []
        for text in blanks.ticks:
            cells += [(Spacer(0, _PEN_ROOM - 1), TickBox()), (above, self._pen.write(text))]
            widths += [16.0, self._pen.width(text) + 18]
        fixed = sum(widths) + sum(self._pen.width(text) + 8 for text in blanks.lines)
        for text in blanks.lines:
            cells += [(above, self._pen.write(text)), (Blank(_PEN_ROOM),)]
            widths += [self._pen.width(text) + 8, (WIDTH - fixed) / len(blanks.lines)]
        return Grid([Row(tuple(cells))], Look(tuple(widths), pad=1, gap=5, before=2, after=2))


def _worth_starting(flowables: Iterable[Flowable]) -> float:
    """Return how much room there must be to begin what stands below one heading."""
    height = begun = 0.0
    for flowable in flowables:
        before, (_, tall) = flowable.getSpaceBefore(), flowable.wrap(WIDTH, HEIGHT)
        if isinstance(flowable, Grid) and not begun:
            begun = height + before + sum(flowable.heights[:_BEGUN])
        height += before + tall
    return height if height <= _WHOLE else min(begun or height, HEIGHT)


def _groups(blocks: Iterable[parts.Block]) -> Iterator[list[parts.Block]]:
    """Yield each heading with what stands below it; headings with nothing between them are one."""
    group: list[parts.Block] = []
    for block in blocks:
        begun = any(not isinstance(earlier, parts.Heading) for earlier in group)
        if isinstance(block, parts.Heading) and begun:
            yield group
            group = []
        group.append(block)
    if group:
        yield group


def _anchors(block: parts.Block) -> Iterator[str]:
    if isinstance(block, parts.Heading) and block.anchor:
        yield block.anchor
    if isinstance(block, parts.Table):
        yield from (row.anchor for row in block.rows if row.anchor)


def _is_chapter(block: parts.Block) -> bool:
    return isinstance(block, parts.Heading) and block.level == 1


def _spaced(marked: str, text: str) -> str:
    """Return the markup with the space that stood before and behind the text."""
    before, after = text[:1].isspace(), text[-1:].isspace()
    return " " * before + marked.strip() + " " * after


def _leading(marked: str, anchor: str) -> str:
    return f'<a href="#{anchor}">{marked}</a>'


def _small(marked: str, style: ParagraphStyle) -> str:
    ink = style.textColor.hexval()
    return f'<font name="{style.fontName}" size="{style.fontSize}" color="{ink}">{marked}</font>'


def _is_point(line: parts.Piece | parts.Run) -> bool:
    first = line[0] if isinstance(line, tuple) and line else line
    return isinstance(first, str) and first.startswith(DOT)


def _height(flowables: Iterable[Flowable]) -> float:
    return sum(float(flowable.wrap(WIDTH, HEIGHT)[1]) for flowable in flowables)
