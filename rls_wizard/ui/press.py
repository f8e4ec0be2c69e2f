"""Presses what a person would press, for the self-test and the bench."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def press(window: QWidget, name: str) -> bool:
    """Press a button by its name; tell whether there is one."""
    button = window.findChild(QAbstractButton, name)
    if button is not None:
        button.click()
    return button is not None
