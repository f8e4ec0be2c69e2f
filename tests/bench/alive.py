"""What a process holds: memory, widgets, timers, files, threads and children. Linux only."""

import ctypes
import gc
import os
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtWidgets import QApplication

KINDS = ("widgets", "Qt objects", "timers", "Qt objects of Python", "files open", "threads")
KINDS += ("child processes",)
_OWN = Path("/proc/self")
_LIBC = ctypes.CDLL(None)


def memory():
    """Return the kB that the process holds for itself alone, once nothing of it is garbage.

    Without the pages of files, as of libraries: they come and go as the system likes. The
    allocator gives back what it can first, so what is freed does not count as held.
    """
    gc.collect()
    getattr(_LIBC, "malloc_trim", int)(0)
    return _status("RssAnon")


def resident():
    """Return the kB in memory, and the most there have been."""
    return _status("VmRSS"), _status("VmHWM")


def _status(name):
    lines = (_OWN / "status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(f"{name}:"))


def count():
    """Return how many things of each kind there are."""
    gc.collect()
    # First of all: to look for Qt's objects makes a Python object of each.
    wrapped = sum(isinstance(found, QObject) for found in gc.get_objects())
    roots = [QCoreApplication.instance(), *QApplication.topLevelWidgets()]
    objects = {id(found): found for root in roots for found in root.findChildren(QObject)}
    timers = [found for found in objects.values() if isinstance(found, QTimer)]
    widgets = len(QApplication.allWidgets())
    children = sum(len(task.read_text().split()) for task in _OWN.glob("task/*/children"))
    threads = len(os.listdir(_OWN / "task"))
    files = len(os.listdir(_OWN / "fd"))
    found = (widgets, len(objects), len(timers), wrapped, files, threads, children)
    return dict(zip(KINDS, found, strict=True))
