"""Where the resource files are: installed, frozen, or in the checkout."""

from __future__ import annotations

from pathlib import Path

# Not importlib.resources: importing it costs a twentieth of the time to the first picture.
_PACKAGE = Path(__file__).parent
_NOTICES = "THIRD-PARTY-NOTICES.txt"


def resources() -> Path:
    """Return the folder of resource files."""
    installed = _PACKAGE / "resources"
    return installed if installed.is_dir() else _PACKAGE.parent / "resources"


def own_content() -> Path:
    """Return the folder of the content that came with the program."""
    return resources() / "content"


def notices() -> Path | None:
    """Return the file with all that others ask to be said; only what is installed has it."""
    above = (folder / _NOTICES for folder in _PACKAGE.parents[:2])
    return next(filter(Path.is_file, above), None)


def program() -> Path:
    """Return the folder in which the program lies."""
    said = notices()
    return said.parent if said is not None else _PACKAGE
