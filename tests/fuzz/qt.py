"""A Qt application for readers that need one, in which nothing goes wrong unseen."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from rls_wizard.ui import style
from tests.fuzz.target import FaultError, must

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_PATIENCE = 10_000
"""Milliseconds for a child that prints what is in a file."""
_SERIOUS = {QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg}
_KNOWN = "This plugin does not support"


@cache
def app() -> QApplication:
    """Return the application."""
    made = QApplication.instance() or QApplication([sys.argv[0], *style.ARGUMENTS])
    style.prepare(made)
    return made


@contextmanager
def watched() -> Iterator[None]:
    """See that nothing goes wrong in a slot, and that Qt warns of nothing."""
    app()
    wrong: list[BaseException] = []

    def warn(kind: QtMsgType, _: object, text: str) -> None:
        if kind in _SERIOUS and not text.startswith(_KNOWN):
            wrong.append(FaultError(f"Qt warns: {text}"))

    hook, handler = sys.excepthook, qInstallMessageHandler(warn)
    sys.excepthook = lambda _, error, trace: wrong.append(error.with_traceback(trace))
    try:
        yield
    finally:
        sys.excepthook = hook
        qInstallMessageHandler(handler)
    if wrong:
        raise wrong[0]


def run(start: Callable[[], object], signals: list[Any], done: Callable[[], object]) -> None:
    """Start something, and wait until what it tells is the end."""
    loop = QEventLoop()
    for signal in signals:
        signal.connect(lambda *_: done() and loop.quit())
    late = QTimer(singleShot=True, interval=_PATIENCE)
    # Not by Python, in which an alarm may go off just then.
    late.timeout.connect(loop.quit)
    late.start()
    QTimer.singleShot(0, start)
    loop.exec()
    must(late.isActive(), "nothing is told of how it ended")


@contextmanager
def parent() -> Iterator[QObject]:
    """Give something for objects to belong to, for a while."""
    made = QObject()
    try:
        yield made
    finally:
        made.deleteLater()
        QApplication.sendPostedEvents(made, QEvent.Type.DeferredDelete)
