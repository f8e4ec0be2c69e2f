"""What the person chose about the program itself, and what it looks like for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from rls_wizard import settings as settings_
from rls_wizard.ui import style, theme

if TYPE_CHECKING:
    from enum import Enum

    from PySide6.QtGui import QFont

    from rls_wizard.settings import Settings


class Store(Protocol):
    """Keeps texts under names."""

    def read(self) -> dict[str, str]:
        """Return what is kept."""

    def write(self, texts: dict[str, str]) -> bool:
        """Keep these; tell whether that could be done."""

    @property
    def place(self) -> str:
        """Where that is, for a person to find it."""


class Memory:
    """Keeps nothing beyond the program's end: for tests, and where nothing may stay behind."""

    place = ""

    def __init__(self, **texts: str) -> None:
        """Begin with these."""
        self.texts = texts

    def read(self) -> dict[str, str]:
        """Return what is kept."""
        return self.texts

    def write(self, texts: dict[str, str]) -> bool:
        """Keep these."""
        self.texts = texts
        return True


class Display(QObject):
    """Holds the settings, and gives the application their font and colours."""

    changed = Signal()
    """Everything on the screen is to be built anew."""
    not_kept = Signal()
    """The settings hold, but the next start will not know of them."""

    def __init__(self, store: Store, sizes: tuple[int, ...] = settings_.SIZES) -> None:
        """Take up what was kept, and show it; `sizes` of the text can be chosen."""
        super().__init__()
        self._store = store
        self.sizes = sizes
        self.settings = settings_.read(store.read())
        self.is_kept = True
        """Whether the next start will know of these settings."""
        # Before our palette covers what the system asks for.
        self._system_is_dark = style.is_dark(QGuiApplication.palette())
        self._system_has_contrast = False
        self._apply()

    @property
    def place(self) -> str:
        """Where the settings are kept."""
        return self._store.place

    @property
    def theme(self) -> str:
        """The name of the theme that is shown."""
        chosen = self.settings.theme
        if chosen != settings_.SYSTEM:
            return chosen
        return theme.of_system(dark=self._system_is_dark, contrast=self._system_has_contrast)

    def change(self, **new: str | int) -> None:
        """Take up new settings, keep them, and show them."""
        self.take(self.settings._replace(**new))  # type: ignore[arg-type]

    def take(self, settings: Settings) -> None:
        """Take up settings, keep them, and show them."""
        if settings != self.settings:
            self.keep(settings)
            self._apply()
            self.changed.emit()

    def keep(self, settings: Settings) -> None:
        """Keep settings that change nothing that is seen."""
        self.settings = settings
        self.is_kept = self._store.write(settings_.plain(settings))
        if not self.is_kept:
            self.not_kept.emit()

    def fit_screen(self) -> None:
        """Let the text be as large as it is to be on the screen that is there now."""
        if self._font().pixelSize() != QApplication.font().pixelSize():
            self._apply()
            self.changed.emit()

    def follow_system(self) -> None:
        """Go with the system's contrast, and with what it changes to, from now on.

        Not before: asking for the contrast costs time that the first picture does not have.
        """
        hints = QGuiApplication.styleHints()
        access = hints.accessibility()
        hints.colorSchemeChanged.connect(self._scheme_changed)
        access.contrastPreferenceChanged.connect(self._contrast_changed)
        self._contrast_changed(access.contrastPreference())

    def _scheme_changed(self, scheme: Enum) -> None:
        was = self.theme
        self._system_is_dark = scheme.name == "Dark"
        self._follow(was)

    def _contrast_changed(self, preference: Enum) -> None:
        was = self.theme
        self._system_has_contrast = preference.name == "HighContrast"
        self._follow(was)

    def _follow(self, was: str) -> None:
        if self.theme != was:
            self._apply()
            self.changed.emit()

    def _apply(self) -> None:
        QApplication.setFont(self._font())
        QApplication.setPalette(theme.palette(self.theme))

    def _font(self) -> QFont:
        return style.base_font(self.settings.text_size / 100)
