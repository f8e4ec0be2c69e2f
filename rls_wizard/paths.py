"""Where the resource files are: installed, frozen, or in the checkout."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


def resources() -> Traversable:
    """Return the folder of resource files."""
    installed = files("rls_wizard") / "resources"
    if installed.is_dir():
        return installed
    return Path(__file__).parent.parent / "resources"
