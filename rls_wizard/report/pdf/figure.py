"""What is drawn and not written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.platypus.flowables import Flowable

from rls_wizard.report.pdf.tags import string

if TYPE_CHECKING:
    from rls_wizard.report.pdf.canvas import TaggedCanvas


class Figure(Flowable):  # type: ignore[misc]
    """A drawing that tells something; `alt` tells the same in words."""

    alt = ""
    """Empty: it only decorates what stands beside it in words."""

    def _drawOn(self, canv: TaggedCanvas) -> None:  # noqa: N802
        """Draw it as what it is: reportlab calls this around `draw`."""
        tags = canv.tags
        if not self.alt:
            with tags.artifact():
                super()._drawOn(canv)
            return
        with tags.element("Figure", self, self._told(canv)), tags.content():
            super()._drawOn(canv)

    def _told(self, canvas: TaggedCanvas) -> str:
        """Return the words for it, and where on the page it stands."""
        box = " ".join(f"{edge:.2f}" for edge in canvas.box(*self.wrap(self.width, self.height)))
        return f"/Alt {string(self.alt)}/A<</O/Layout/Placement/Block/BBox[{box}]>>"
