"""Restless legs must walk: the screen is hidden meanwhile, and waits behind a number."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, QTime, QTimer, Signal

from rls_wizard.ui import style
from rls_wizard.ui.announce import announce
from rls_wizard.ui.cover import Cover
from rls_wizard.ui.kiosk.pad import AskNumber, Pad, spelled
from rls_wizard.ui.words import button, label

if TYPE_CHECKING:
    from collections.abc import Callable

    from rls_wizard.i18n import Catalogue
    from rls_wizard.kiosk.site import Site
    from rls_wizard.ui.pages import Desk
    from rls_wizard.ui.visit import Visit

DIGITS = 4
TRIES = 3
_SHOWN = 30
"""Seconds after which the number is hidden with all else: whoever had to go did not press."""


class Walk(QObject):
    """One walk at a time, and a new number for each."""

    over = Signal()
    """The time is up, or somebody else tried to come in."""

    def __init__(self, site: Site, visit: Visit, desk: Desk) -> None:
        """Offer it as soon as there is anything to hide."""
        super().__init__(visit)
        self._site, self._visit, self._window = site, visit, desk.window
        self._cover: Cover | None = None
        self._number = ""
        self._wrong = 0
        self._until = ""
        self._shown = self._timer(self.leave)
        self._away = self._timer(self.over.emit)
        self._window.header.walk.connect(self.begin)
        visit.changed.connect(self._offer)
        self._window.shown.connect(self._offer)
        self._offer()

    def _timer(self, due: Callable[[], object]) -> QTimer:
        made = QTimer(self, singleShot=True)
        made.timeout.connect(due)
        return made

    @property
    def _catalogue(self) -> Catalogue:
        return self._window.catalogue

    @property
    def seconds_left(self) -> int:
        """How long the answers are kept for who is away."""
        return round(self._away.remainingTime() / 1_000) if self._away.isActive() else 0

    def _offer(self) -> None:
        words = self._catalogue("I need to walk")
        self._window.header.offer_walk(not self._visit.is_untouched, words)

    def begin(self) -> None:
        """Show the number, once."""
        if self._cover is not None or self._visit.is_untouched:
            return
        self._number = "".join(secrets.choice("0123456789") for _ in range(DIGITS))
        self._wrong = 0
        minutes = self._site.times.walk_minutes
        back = datetime.now() + timedelta(minutes=minutes)
        self._until = clock_time(back, self._catalogue.language, self._site.country)
        remember = Remember(self._number, self._until, self._catalogue)
        remember.leave.connect(self.leave)
        remember.stay.connect(self._stay)
        self._lay(remember)
        self._shown.start(round(_SHOWN * 1_000))
        self._away.start(minutes * 60_000)
        said = self._catalogue("Remember this number: {number}.")
        said = said.format(number=" ".join(self._number))
        announce(self._window, said, at_once=True)
        if self._site.sound.way == "headphones":  # else others would hear it
            self._window.told.emit(said)

    def leave(self) -> None:
        """Hide everything, the number too."""
        self._shown.stop()
        away = Away(self._until, self._catalogue)
        away.pad.entered.connect(self._try)
        self._lay(away)

    def _try(self, typed: str) -> None:
        if secrets.compare_digest(typed, self._number):
            self._stay()
            return
        self._wrong += 1
        if self._wrong >= TRIES:
            self.over.emit()
        elif isinstance(self._cover, Away):
            self._cover.refuse(TRIES - self._wrong)

    def _stay(self) -> None:
        """Go on where the person was."""
        self._shown.stop()
        self._away.stop()
        self._number = ""
        self._lay(None)

    def _lay(self, cover: Cover | None) -> None:
        """Put a cover in place of the one before."""
        before, self._cover = self._cover, cover
        self._window.change_cover(before, cover)


class Remember(Cover):
    """The number, large, and for a short time."""

    ends_itself = True
    leave = Signal()
    stay = Signal()

    def __init__(self, number: str, until: str, _: Catalogue) -> None:
        """Show the number, and say for how long it is good."""
        super().__init__(_("Remember this number"))
        self.begins_at = button(_("Hide now"), "walk.leave", self.leave, primary=True)
        shown = spelled(number)
        shown.setObjectName("walk.number")
        self.column.addWidget(shown)
        said = _(
            "With it you come back to your answers, until {time}. After that they are deleted. The "
            "screen hides by itself soon."
        )
        self.column.addWidget(label(said.format(time=until)))
        self.column.addWidget(self.begins_at)
        self.column.addWidget(button(_("Stay here"), "walk.stay", self.stay))
        self.column.addStretch()


class Away(AskNumber):
    """Nothing of the visit, and keys to come back."""

    def __init__(self, until: str, catalogue: Catalogue) -> None:
        """Say how long nobody else can begin."""
        _ = self._catalogue = catalogue
        title = _("In use until {time}").format(time=until)
        pad = Pad("walk", _("Go on"), DIGITS, catalogue)
        super().__init__(title, _("Is this yours? Type your number to go on."), pad)
        forgotten = _(
            "If you forgot the number, please wait until {time}, or ask at the desk. All answers "
            "are deleted then, and anybody can begin."
        )
        self.column.addWidget(label(forgotten.format(time=until), style.SMALL))
        self.column.addStretch()

    def refuse(self, left: int) -> None:
        """Say that this was another number."""
        said = self._catalogue("This is not the number. Tries left: {count}")
        self.complain(said.format(count=left))


def clock_time(when: datetime, language: str, country: str) -> str:
    """Return a time of the day as it is written where the kiosk stands."""
    locale = QLocale(f"{language}_{country.upper()}")
    said = locale.toString(QTime(when.hour, when.minute), QLocale.FormatType.ShortFormat)
    return said.replace("\u202f", "\u00a0")
