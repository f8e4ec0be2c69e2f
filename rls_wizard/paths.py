"""Where the resource files are: installed, frozen, or in the checkout."""

from __future__ import annotations

from pathlib import Path

# Not importlib.resources: importing it costs a twentieth of the time to the first picture.
_PACKAGE = Path(__file__).parent


def resources() -> Path:
    """Return the folder of resource files."""
    installed = _PACKAGE / "resources"
    return installed if installed.is_dir() else _PACKAGE.parent / "resources"


def own_content() -> Path:
    """Return the folder of the content that came with the program."""
    return resources() / "content"
