"""What a process holds: memory, widgets, timers, files, threads and children. Linux only."""

import ctypes
import gc
import os
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtWidgets import QApplication

from rls_wizard.kiosk.guard import children

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
    objects, timers = _of_qt()
    wrapped = sum(isinstance(found, QObject) for found in gc.get_objects())
    widgets = len(QApplication.allWidgets())
    threads = len(os.listdir(_OWN / "task"))
    files = len(os.listdir(_OWN / "fd"))
    found = (widgets, objects, timers, wrapped, files, threads, len(children()))
    return dict(zip(KINDS, found, strict=True))


def _of_qt():
    """Return how many objects of Qt there are, and how many of them are timers.

    Counted in a copy of the process: to look for them makes a Python object of each, and PySide
    keeps many of these.
    """
    reading, writing = os.pipe()
    copy = os.fork()
    if copy == 0:
        try:
            roots = [QCoreApplication.instance(), *QApplication.topLevelWidgets()]
            objects = {id(found): found for root in roots for found in root.findChildren(QObject)}
            timers = sum(isinstance(found, QTimer) for found in objects.values())
            os.write(writing, f"{len(objects)} {timers}".encode())
        finally:
            os._exit(0)
    os.waitpid(copy, 0)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        objects, timers = map(int, pipe.read().split())
    return objects, timers
