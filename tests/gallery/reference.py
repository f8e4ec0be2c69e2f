"""A few pictures that are kept, to see what a change does to pages that nobody thought of.

Fonts are drawn a little differently from system to system, so pictures are compared as blocks:
what is compared is the colour of each block, a little blurred, and not the edge of each letter.
"""

from io import BytesIO
from pathlib import Path

import numpy as np
from PIL import Image, ImageFilter
from PIL.Image import Dither, Quantize
from PySide6.QtCore import QBuffer

from rls_wizard.ui import theme
from tests.gallery.scenes import scenes
from tests.gallery.stage import Stage, settle

FOLDER = Path(__file__).parents[1] / "reference"
SIZE = (1024, 600)
KEPT = {
    "welcome.filled": (theme.LIGHT, 100),
    "safety.empty": (theme.LIGHT, 100),
    "legs.gaps": (theme.CONTRAST, 200),
    "how_strong.filled-1": (theme.LIGHT, 100),
    "medicines_page.filled-1": (theme.DARK, 100),
    "urgent.1": (theme.NIGHT, 100),
    "strip": (theme.LIGHT, 100),
    "review": (theme.DARK, 100),
    "result.1": (theme.LIGHT, 100),
    "summary.made": (theme.CONTRAST, 200),
    "settings": (theme.NIGHT, 100),
    "fault.own": (theme.CONTRAST, 200),
}
"""Each scene with its theme and the size of text: between them each theme and kind of page."""
_COLOURS = 48
_BLUR, _BLOCK = 3, 8
"""How far a letter may be off, and how large a block is, in pixels."""
_FAR, _SOFT = 32, 24
"""By how much the colour of a block may differ at all; and from when on it counts as other."""
_FEW = 0.004
"""Which share of the blocks may be other."""


def shown(name):
    """Return a picture of a scene as it looks now."""
    colours, text_size = KEPT[name]
    stage = Stage("en", colours, text_size, SIZE)
    next(scene for scene in scenes() if scene.name == name).show(stage)
    settle()
    data = QBuffer()
    stage.grab().save(data, "PNG")
    stage.close()
    return Image.open(BytesIO(data.data().data())).convert("RGB")


def kept(name):
    """Return the picture that is kept."""
    with Image.open(FOLDER / f"{name}.png") as picture:
        return picture.convert("RGB")


def write():
    """Keep every scene as it looks now."""
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.png"):
        old.unlink()
    for name in KEPT:
        few = shown(name).quantize(_COLOURS, method=Quantize.MEDIANCUT, dither=Dither.NONE)
        few.save(FOLDER / f"{name}.png", optimize=True)


def differs(one, other):
    """Return where two pictures differ by more than letters do; an empty text if nowhere."""
    if one.size != other.size:
        return f"{one.size} in place of {other.size}"
    off = np.abs(_blocks(one) - _blocks(other)).max(axis=2)
    share = float((off > _SOFT).mean())
    if off.max() <= _FAR and share <= _FEW:
        return ""
    row, column = np.unravel_index(off.argmax(), off.shape)
    place = f"at {column * _BLOCK}, {row * _BLOCK}"
    return f"{share:.1%} of it is other, most of all {place}, by {off.max():.0f} of 255"


def _blocks(picture):
    soft = picture.filter(ImageFilter.GaussianBlur(_BLUR))
    small = soft.resize((-(-soft.width // _BLOCK), -(-soft.height // _BLOCK)), Image.Resampling.BOX)
    return np.asarray(small, dtype=float)
