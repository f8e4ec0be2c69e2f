"""Asks for a file, and lets Qt keep nothing of the folders that people looked into.

Qt writes them down as its dialog goes, for all programs of this user that are made with it: on
Windows into the registry, on macOS into preferences. There it can be told no other place.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSettings
from shiboken6 import delete

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFileDialog

_ORGANISATION, _GROUP = "QtProject", "FileDialog"
_KEYS = (
    rf"Software\{_ORGANISATION}\OrganizationDefaults\{_GROUP}",
    rf"Software\{_ORGANISATION}\OrganizationDefaults",
    rf"Software\{_ORGANISATION}",
)


def ask(dialog: QFileDialog) -> str:
    """Show a dialog; return the file that was chosen, or an empty text. The dialog is gone then."""
    before = _kept()
    chosen = dialog.selectedFiles()[0] if dialog.exec() else ""
    # Not later: it writes as it goes.
    delete(dialog)
    _bring_back(before)
    return chosen


def _settings() -> QSettings:
    settings = QSettings(QSettings.Scope.UserScope, _ORGANISATION)
    settings.beginGroup(_GROUP)
    return settings


def _kept() -> dict[str, Any]:
    settings = _settings()
    return {name: settings.value(name) for name in settings.allKeys()}


def _bring_back(before: dict[str, Any]) -> None:
    """Let be kept what was kept before, and no more; other programs wrote that."""
    settings = _settings()
    for name in settings.allKeys():
        if name not in before:
            settings.remove(name)
    for name, value in before.items():
        if settings.value(name) != value:
            settings.setValue(name, value)
    settings.sync()
    _remove_empty_keys()


def _remove_empty_keys() -> None:
    """Remove from Windows' registry the keys that Qt has made and that nothing is in."""
    if sys.platform != "win32":
        return
    import winreg  # noqa: PLC0415 - Windows alone has it

    for path in _KEYS:
        with suppress(OSError):
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, path) as key:
                keys, values, _ = winreg.QueryInfoKey(key)
            if not keys and not values:
                winreg.DeleteKey(winreg.HKEY_CURRENT_USER, path)
