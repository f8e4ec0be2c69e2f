"""What texts a widget draws, and where: as it tells a paint device, so that nothing is guessed.

It sees what a label, a button, a field and a widget of our own draw, also what they leave out.
"""

from typing import NamedTuple

from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QPaintDevice, QPaintEngine, QRegion, QTransform
from PySide6.QtWidgets import QWidget

_DPI = 96
_METRIC = QPaintDevice.PaintDeviceMetric
_DOTS = (_METRIC.PdmDpiX, _METRIC.PdmDpiY, _METRIC.PdmPhysicalDpiX, _METRIC.PdmPhysicalDpiY)
_SCALE = 0x10000
"""What Qt multiplies PdmDevicePixelRatioScaled with."""


class Line(NamedTuple):
    """A piece of text in one line."""

    text: str
    box: QRectF
    """From ascent to descent, in the widget."""


def lines_of(widget):
    """Return what a widget itself draws in words; its children are not asked."""
    if type(widget) is QWidget:  # it holds others, and has no words
        return []
    device = _Device(widget.width(), widget.height())
    widget.render(device, QPoint(), QRegion(), QWidget.RenderFlag(0))
    return device.engine.lines


class _Engine(QPaintEngine):
    def __init__(self):
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self.lines = []
        self._at = QTransform()

    def begin(self, device):
        del device
        return True

    def end(self):
        return True

    def type(self):
        return QPaintEngine.Type.User

    def updateState(self, state):  # noqa: N802
        if state.state() & QPaintEngine.DirtyFlag.DirtyTransform:
            self._at = state.transform()

    def drawTextItem(self, place, item):  # noqa: N802
        place = self._at.map(place)
        high = item.ascent() + item.descent()
        box = QRectF(place.x(), place.y() - item.ascent(), item.width(), high)
        self.lines.append(Line(item.text(), box))

    def _nothing(self, *args):
        pass

    drawEllipse = drawImage = drawLines = drawPath = drawPixmap = _nothing  # noqa: N815
    drawPoints = drawPolygon = drawRects = drawTiledPixmap = _nothing  # noqa: N815


class _Device(QPaintDevice):
    def __init__(self, width, height):
        super().__init__()
        self.engine = _Engine()
        self._metrics = dict.fromkeys(_DOTS, _DPI) | {
            _METRIC.PdmWidth: width,
            _METRIC.PdmHeight: height,
            _METRIC.PdmWidthMM: width,
            _METRIC.PdmHeightMM: height,
            _METRIC.PdmDepth: 32,
            _METRIC.PdmDevicePixelRatio: 1,
            _METRIC.PdmDevicePixelRatioScaled: _SCALE,
        }

    def paintEngine(self):  # noqa: N802
        return self.engine

    def metric(self, which):
        return self._metrics.get(which, 0)
