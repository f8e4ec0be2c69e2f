"""Writes a document as one file for the browser: nothing is fetched, and nothing runs."""

from __future__ import annotations

from dataclasses import replace
from html import escape
from itertools import count
from typing import TYPE_CHECKING

from rls_wizard.report.document import Blanks, Heading, Link, Listing, Paragraph, Small, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rls_wizard.report.document import Block, Cell, Document, Piece

_STYLE = """
:root { color-scheme: light dark; --line: #8886; --tint: #8882; --link: #0b57b0 }
@media (prefers-color-scheme: dark) { :root { --link: #8ab9ff } }
body { font: 1.05rem/1.55 system-ui, "Segoe UI", "DejaVu Sans", sans-serif; margin: 0 auto;
  padding: 2rem 1.25rem 4rem; max-width: 64rem; overflow-wrap: break-word }
h1 { font-size: 2rem; line-height: 1.2 } h2 { font-size: 1.5rem; margin-top: 3rem }
h3 { font-size: 1.2rem; margin-top: 2.5rem; padding-top: 1.25rem;
  border-top: 1px solid var(--line) }
h2 + h3 { border: 0; margin-top: 0 }
h4 { font-size: 1.05rem; margin-bottom: .25rem }
p, ul { max-width: 44rem } p.strong { font-weight: 600; margin-bottom: .25rem }
p.strong + ul { margin-top: .25rem } p.quiet, footer { opacity: .8; font-size: .95rem }
a { color: var(--link) } li { margin: .2rem 0 }
nav ul { columns: 18rem; list-style: none; padding: 0 }
table { border-collapse: collapse; width: 100%; table-layout: fixed; margin: 1rem 0 }
th, td { text-align: start; vertical-align: top; padding: .45rem .6rem;
  border-bottom: 1px solid var(--line) }
thead th { background: var(--tint) } tbody th { font-weight: 600 }
small { opacity: .7; font-weight: 400 } th p + p { font-weight: 400 }
td p, th p { margin: 0 } :target { background: #fd06 }
footer { margin-top: 4rem; border-top: 1px solid var(--line); padding-top: 1rem }
@media print {
  :root { color-scheme: light; --link: #000 }
  body { font-size: 9pt; line-height: 1.4; max-width: none; padding: 0 } nav { display: none }
  th, td { padding: .15rem .4rem } li { margin: 0 }
  h2 { break-before: page; margin-top: 0 } main > h2:first-child { break-before: auto }
  h3 { margin-top: 1.5rem } h2, h3, h4, p.strong { break-after: avoid } tr { break-inside: avoid }
  thead { display: table-header-group } a { text-decoration: none }
  @page { margin: 15mm }
}
"""


def html(document: Document, language: str) -> str:
    """Return the document as HTML with a list of its chapters."""
    blocks = tuple(_with_anchors(document.blocks))
    title, foot = _text(document.title), _text(document.foot)
    body = "\n".join(map(_block, blocks))
    return (
        f'<!doctype html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f"<header>\n<h1>{title}</h1>\n<p>{foot}</p>\n</header>\n{_contents(blocks)}\n"
        f"<main>\n{body}\n</main>\n<footer>{foot}</footer>\n</body>\n</html>\n"
    )


def _with_anchors(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Yield the blocks; each chapter can be led to."""
    number = count(1)
    for block in blocks:
        if isinstance(block, Heading) and block.level == 1 and not block.anchor:
            yield replace(block, anchor=f"chapter-{next(number)}")
        else:
            yield block


def _contents(blocks: tuple[Block, ...]) -> str:
    chapters = (b for b in blocks if isinstance(b, Heading) and b.level == 1)
    lines = "\n".join(f"<li>{_piece(Link(c.text, c.anchor))}</li>" for c in chapters)
    return f"<nav>\n<ul>\n{lines}\n</ul>\n</nav>" if lines else ""


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        tag = f"h{block.level + 1}"  # h1 is the title
        mark = f" <small>{_text(block.mark)}</small>" if block.mark else ""
        return f"<{tag}{_id(block.anchor)}>{_text(block.text)}{mark}</{tag}>"
    if isinstance(block, Paragraph):
        named = " ".join(name for name in ("strong", "quiet") if getattr(block, name))
        kind = f' class="{named}"' if named else ""
        return f"<p{kind}>{_text(block.text)}</p>"
    if isinstance(block, Blanks):
        # For a pen: on a screen the words alone.
        return "".join(f"<p>{_text(words)}</p>" for words in (*block.ticks, *block.lines))
    return _listing(block) if isinstance(block, Listing) else _table(block)


def _listing(block: Listing) -> str:
    """Return nested lists: a point that stands deeper belongs to the one above it."""
    lines: list[str] = []
    depth = -1
    for point, indent in zip(block.points, block.indents or [0] * len(block.points), strict=True):
        if indent > depth:
            lines += ["<ul>"] * (indent - depth)
        else:
            lines += ["</li>", *["</ul></li>"] * (depth - indent)]
        lines.append(f"<li>{_text(point)}")
        depth = indent
    return "\n".join([*lines, *(["</li></ul>"] * (depth + 1))])


def _table(block: Table) -> str:
    widths = "".join(
        f'<col style="width:{share / sum(block.shares):.1%}">' for share in block.shares
    )
    head = "".join(f'<th scope="col">{_text(text)}</th>' for text in block.head)
    rows = "\n".join(
        f'<tr{_id(row.anchor)}><th scope="row">{_cell(row.cells[0])}</th>'
        + "".join(f"<td>{_cell(cell)}</td>" for cell in row.cells[1:])
        + "</tr>"
        for row in block.rows
    )
    thead = f"<thead><tr>{head}</tr></thead>\n" if head else ""
    return f"<table>\n<colgroup>{widths}</colgroup>\n{thead}<tbody>\n{rows}\n</tbody>\n</table>"


def _cell(cell: Cell) -> str:
    if isinstance(cell, str):
        return _text(cell)
    lines = (line if isinstance(line, tuple) else (line,) for line in cell)
    return "".join(f"<p>{' '.join(map(_piece, line))}</p>" for line in lines)


def _piece(piece: Piece) -> str:
    if isinstance(piece, str):
        return _text(piece)
    if isinstance(piece, Small):
        return f"<small>{_text(piece.text)}</small>"
    return f'<a href="#{escape(piece.to)}">{_text(piece.text)}</a>'


def _id(anchor: str) -> str:
    return f' id="{escape(anchor)}"' if anchor else ""


def _text(words: str) -> str:
    return escape(words, quote=False)
