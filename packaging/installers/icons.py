"""The icon in the sizes and formats that systems ask for, all drawn from one SVG."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from installers.about import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from PIL.Image import Image

SVG = ROOT / "resources" / "icon" / "rls-wizard.svg"
SIZES = 16, 24, 32, 48, 64, 128, 256
"""Of Windows' icons: with exactly these seven NSIS puts them into its files in a fixed order."""
_LARGEST = 1024


def draw(size: int) -> Image:
    """Return the icon, `size` pixels wide and high."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PIL import Image  # noqa: PLC0415
    from PySide6.QtGui import QImage, QPainter  # noqa: PLC0415
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415

    drawn = QImage(size, size, QImage.Format.Format_RGBA8888)
    drawn.fill(0)
    painter = QPainter(drawn)
    QSvgRenderer(str(SVG)).render(painter)
    painter.end()
    return Image.frombytes("RGBA", (size, size), bytes(drawn.constBits()))


def write_png(file: Path, size: int) -> None:
    """Write the icon as a PNG of this size."""
    draw(size).save(file, optimize=True)


def write_ico(file: Path) -> None:
    """Write the icon in all sizes of Windows."""
    drawn = [draw(size) for size in SIZES]
    drawn[-1].save(file, sizes=[(size, size) for size in SIZES], append_images=drawn[:-1])


def write_icns(file: Path) -> None:
    """Write the icon in all sizes of macOS."""
    draw(_LARGEST).save(file)
