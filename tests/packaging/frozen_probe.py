"""Stands for `rls_wizard.app` in a copy of the frozen program, and tells what that finds."""

import json
import os
import sys
from datetime import date
from pathlib import Path


def main():
    """Print what there is; return the exit code."""
    from PySide6.QtCore import QLibraryInfo
    from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QTextEdit

    from rls_wizard import i18n
    from rls_wizard.content.load import load_content
    from rls_wizard.paths import own_content
    from rls_wizard.ui.about_page import AboutPage
    from rls_wizard.ui.components import components

    app = QApplication(sys.argv[:1])
    catalogue = i18n.load("en")
    page = AboutPage(load_content(own_content(), catalogue), catalogue, date.today(), None, ())
    shown = [
        widget.text() if not isinstance(widget, QTextEdit) else widget.toPlainText()
        for kind in (QLabel, QAbstractButton, QTextEdit)
        for widget in page.findChildren(kind)
    ]
    json.dump(
        {
            "platform": app.platformName(),
            "components": [
                (part.name, part.version, part.licence, _bytes(part.texts)) for part in components()
            ],
            "about": shown,
            "plugins": QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath),
            "loaded": sorted(_loaded()),
            "environment": dict(os.environ),
            "modules": sorted(sys.modules),
        },
        sys.stdout,
    )
    return 0


def _loaded():
    """Return the plugins of Qt that are in memory."""
    mapped = Path("/proc/self/maps").read_text().split()
    return {name for name in mapped if "/platforms/" in name}


def _bytes(texts):
    return sum(text.stat().st_size for text in texts)
