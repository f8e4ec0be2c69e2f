"""What is drawn and not written."""

from __future__ import annotations

from reportlab.platypus.flowables import Flowable


class Figure(Flowable):  # type: ignore[misc]
    """A drawing that tells something; `alt` tells the same in words."""

    alt = ""
    """Empty: it only decorates what stands beside it in words."""
