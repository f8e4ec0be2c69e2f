import sys

from PySide6.QtCore import QObject


def test_pyside_does_not_lose_references_of_none():
    """PySide6 6.12 does on Python 3.11, and the interpreter ends after some 5,000 calls."""
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(1000):
        thing.setObjectName("x")
    assert abs(sys.getrefcount(None) - before) < 10
