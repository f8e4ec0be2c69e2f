"""Contact sheets of a folder of pictures, and a page that leads to all of them."""

from html import escape

from PIL import Image, ImageDraw, ImageFont

from rls_wizard.paths import resources

_COLUMNS, _ROWS = 6, 5
_THUMB = 300
"""The width of a thumbnail, in pixels."""
_GAP, _NAME = 10, 18
_INK, _GROUND = "black", "#d8d8d8"
_FONT = "AtkinsonHyperlegibleNext-Regular.ttf"


def make(folder, names):
    """Write the contact sheets of a folder, with the scenes in this order; return their files."""
    made = []
    for number, first in enumerate(range(0, len(names), _COLUMNS * _ROWS), 1):
        some = names[first : first + _COLUMNS * _ROWS]
        file = folder.parent / f"{folder.name}-sheet-{number}.png"
        _sheet(folder, some).save(file)
        made.append(file)
    return made


def index(out, made):
    """Write a page with links to every sheet and folder."""
    lines = ["<!doctype html><meta charset=utf-8><title>Gallery</title><h1>Gallery</h1>"]
    for files in made:
        folder = files[0].name.rpartition("-sheet-")[0]
        links = [f'<a href="{escape(f.name)}">sheet {n}</a>' for n, f in enumerate(files, 1)]
        lines.append(f'<p><a href="{escape(folder)}/">{escape(folder)}</a>: {" ".join(links)}</p>')
    (out / "index.html").write_text("\n".join(lines), encoding="utf-8")


def _sheet(folder, names):
    font = ImageFont.truetype(str(resources() / "fonts" / _FONT), _NAME - 4)
    thumbs = [_thumb(folder / f"{name}.jpg") for name in names]
    high = max(thumb.height for thumb in thumbs) + _NAME + _GAP
    rows = -(-len(names) // _COLUMNS)
    sheet = Image.new("RGB", (_COLUMNS * (_THUMB + _GAP) + _GAP, rows * high + _GAP), _GROUND)
    pen = ImageDraw.Draw(sheet)
    for number, (name, thumb) in enumerate(zip(names, thumbs, strict=True)):
        left = _GAP + number % _COLUMNS * (_THUMB + _GAP)
        top = _GAP + number // _COLUMNS * high
        pen.text((left, top), name, _INK, font)
        sheet.paste(thumb, (left, top + _NAME))
    return sheet


def _thumb(file):
    with Image.open(file) as picture:
        high = round(picture.height * _THUMB / picture.width)
        picture.draft("RGB", (2 * _THUMB, 2 * high))
        return picture.convert("RGB").resize(
            (_THUMB, high), Image.Resampling.LANCZOS, reducing_gap=2
        )
