"""Digits as a QR code, for paper and screen."""

from __future__ import annotations

import sys
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

QUIET = 4
"""So many modules around it stay white (ISO/IEC 18004, 6.3.8)."""


def modules(digits: str) -> Sequence[Sequence[int]]:
    """Return the rows of the code of at most 991 digits: one where it is dark."""
    # Not smaller than level M, 15 % of which may be dirty; better where that costs nothing.
    rows: Sequence[Sequence[int]] = _segno().make_qr(digits, mode="numeric", error="m").matrix
    return rows


@cache
def _segno() -> Any:  # noqa: ANN401
    """Return segno, loaded without what it has for the web: that is never used, and half of it."""
    web = "urllib.request"
    if web in sys.modules:
        return import_module("segno")
    sys.modules[web] = ModuleType(web)
    try:
        return import_module("segno")
    finally:
        del sys.modules[web]
