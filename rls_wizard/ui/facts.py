"""What a report of a fault says of the program and the computer."""

from __future__ import annotations

import platform
import time
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QSysInfo, qVersion
from PySide6.QtGui import QGuiApplication

from rls_wizard import __version__
from rls_wizard.crash import STARTED
from rls_wizard.crash.report import PARTS, Facts
from rls_wizard.ui.route import Stop

if TYPE_CHECKING:
    from rls_wizard.ui.display import Display
    from rls_wizard.ui.visit import Visit


def facts(display: Display, visit: Visit | None) -> Facts:
    """Return the facts as they are now; without a visit the questions are not there yet."""
    settings = display.settings
    return Facts(
        program=__version__,
        content=_content(visit) if visit is not None else "",
        python=platform.python_version(),
        qt=qVersion(),
        system=f"{QSysInfo.prettyProductName()}, {QSysInfo.currentCpuArchitecture()}",
        windows=QGuiApplication.platformName(),
        language=settings.language,
        theme=display.theme,
        text_size=str(settings.text_size),
        part=_part(visit),
        minutes=str(round((time.monotonic() - STARTED) / 60)),
    )


def _content(visit: Visit) -> str:
    # It reads the files of the content, which may be on a stick that is not there any more.
    with suppress(OSError):
        return visit.pages.content.edition
    return ""


def _part(visit: Visit | None) -> str:
    first, way, end, beside = PARTS
    if visit is None:
        return first
    if visit.is_aside:
        return beside
    stop = visit.place.stop
    return first if stop is Stop.WELCOME else end if stop >= Stop.REVIEW else way
