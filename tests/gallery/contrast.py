"""Contrast as it is drawn: of each text with its ground, and of what tells a control as one.

At twice the size and more: there, strokes of letters are wide enough to have their whole colour.
"""

import numpy as np
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QScrollArea, QWidget

from rls_wizard.ui.answers.framed import Framed
from tests.gallery.geometry import LOW, UNSEEN, Fault, named
from tests.gallery.ink import lines_of

TEXT, MARK = 7.0, 3.0
"""The least contrast of text, and of edges and marks."""
_ROUNDED = 0.05
"""By how much a ratio may be off: colours are whole numbers."""
_FULL = 0.7
"""From this share of the strongest contrast on, a pixel is ink and not its soft edge."""
_ENOUGH = 20
"""How many pixels make a mark."""
_AROUND = 2
"""How far around a text its own ground reaches, in pixels."""
_SHADES = np.array(
    [(c / 255 / 12.92 if c <= 10 else ((c / 255 + 0.055) / 1.055) ** 2.4) for c in range(256)]
)
_WEIGHTS = np.array([0.0722, 0.7152, 0.2126])
"""Of blue, green and red, as they lie in a picture."""


def low_contrast(window):
    """Return the texts and controls of a window that are not told apart from their ground."""
    found = []
    for root, picture in _pictures(window):
        for widget in _widgets(root, window):
            place = QRect(widget.mapTo(root, QPoint(0, 0)), widget.size())
            lines = [
                line.box.toAlignedRect() for line in lines_of(widget) if line.text.strip(UNSEEN)
            ]
            boxes = [box.translated(place.topLeft()) for box in lines]
            found += _texts(widget, boxes, picture)
            found += _marks(widget, place, boxes, picture)
    return found


def contrast(one, others):
    """Return the contrast of a luminance with others, as WCAG defines it."""
    light, dark = np.maximum(one, others), np.minimum(one, others)
    return (light + 0.05) / (dark + 0.05)


def luminances(image):
    """Return the luminance of each pixel of an image, as WCAG defines it."""
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    raw = np.frombuffer(image.constBits(), np.uint8)
    pixels = raw.reshape(image.height(), image.bytesPerLine() // 4, 4)[:, : image.width(), :3]
    return _SHADES[pixels] @ _WEIGHTS


def _pictures(window):
    """Yield the page, also what of it is below the fold, and the window around it."""
    content = [area.widget() for area in window.findChildren(QScrollArea) if area.isVisible()]
    for root in (window, *content):
        yield root, luminances(root.grab().toImage())


def _widgets(root, window):
    """Return what is drawn in the picture of a root, and can be used."""
    for widget in (root, *root.findChildren(QWidget)):
        used = widget.isVisible() and widget.isEnabled() and widget.window() is window
        if used and (root is not window or not _scrolls(widget)):
            yield widget


def _scrolls(widget):
    while widget is not None and not isinstance(widget, QScrollArea):
        widget = widget.parentWidget()
    return widget is not None


def _texts(widget, boxes, picture):
    for box in boxes:
        box = box.adjusted(-_AROUND, 0, _AROUND, 0)  # noqa: PLW2901
        ratio = _ratio_of_ink(_part(picture, box))
        if ratio is not None and ratio < TEXT - _ROUNDED:
            yield Fault(LOW, f"{named(widget)}: {ratio:.2f}")


def _ratio_of_ink(part):
    """Return the contrast of the ink in a part of a picture with its ground; None outside it."""
    if not part.size:
        return None
    ratios = contrast(_most(part), part)
    ink = part[ratios >= 1 + (ratios.max() - 1) * _FULL]
    return float(contrast(_most(part), _most(ink)))


def _marks(widget, place, boxes, picture):
    """A control is told by an edge, by a mark beside its text, or by its underlined text."""
    if isinstance(widget, QLineEdit | QPlainTextEdit) and isinstance(widget.parent(), Framed):
        return
    if not isinstance(widget, QAbstractButton | Framed) or widget.font().underline():
        return
    ground = _part(picture, place.adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND))
    inside = contrast(ground[0, 0] if ground.size else 0, _part(picture, place))
    for box in boxes:
        at = box.translated(-place.topLeft())
        inside[max(at.top(), 0) : at.bottom() + 1, max(at.left(), 0) : at.right() + 1] = 1
    if inside.size and np.count_nonzero(inside >= MARK - _ROUNDED) < _ENOUGH:
        yield Fault(LOW, f"{named(widget)}: no edge or mark ({inside.max():.2f})")


def _most(values):
    """Return the value that most have."""
    found, counts = np.unique(values, return_counts=True)
    return found[counts.argmax()]


def _part(picture, box):
    top, left = max(box.top(), 0), max(box.left(), 0)
    return picture[top : max(box.bottom() + 1, 0), left : max(box.right() + 1, 0)].copy()
