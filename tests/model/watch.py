"""Notices what goes wrong unseen: exceptions that Qt swallows, and its warnings."""

import sys
import traceback
from contextlib import contextmanager

from PySide6.QtCore import QtMsgType, qInstallMessageHandler

QUIET = (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg)
NOISE = (
    "This plugin does not support ",
    # A finger that begins on one thing and ends on another; it does no harm, and programs that use
    # Qt's scrolling cannot prevent it.
    "QGestureManager::deliverEvents: could not find the target for gesture",
    # Said by QTest, of what it was asked to do itself.
    "Mouse event at ",
)


@contextmanager
def watching():
    """Yield the list of what goes wrong meanwhile."""
    faults = []

    def warned(kind, _context, text):
        if kind not in QUIET and not text.startswith(NOISE):
            faults.append(f"Qt: {text}")

    def raised(kind, error, trace):
        faults.append("".join(traceback.format_exception(kind, error, trace)))

    hook, handler = sys.excepthook, qInstallMessageHandler(warned)
    sys.excepthook = raised
    try:
        yield faults
    finally:
        sys.excepthook = hook
        qInstallMessageHandler(handler)
