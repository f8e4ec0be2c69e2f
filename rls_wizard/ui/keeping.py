"""Keeps an unfinished visit on this computer, as far as the person wants that."""

from __future__ import annotations

import errno
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from rls_wizard.handover.keeper import Keeper, StaysError
from rls_wizard.handover.unfinished import Unfinished, pack
from rls_wizard.settings import NO
from rls_wizard.ui.announce import announce
from rls_wizard.ui.link import Note
from rls_wizard.ui.places import in_words
from rls_wizard.ui.words import label

if TYPE_CHECKING:
    from pathlib import Path

    from rls_wizard.handover.slot import Slot
    from rls_wizard.ui.pages import Desk
    from rls_wizard.ui.visit import Visit

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


class Keeping(QObject):
    """Follows a visit, and says on every page if it cannot be kept."""

    _told = Signal(object)
    """From the other thread: what went wrong, or None once it is well again."""

    def __init__(self, visit: Visit, desk: Desk, folder: Path) -> None:
        """Follow a visit from now on; nothing is written before there is an answer."""
        super().__init__(visit)
        self._visit = visit
        self._window = desk.window
        self._display = desk.display
        self._folder = folder
        self._keeper: Keeper | None = None
        self._trouble: OSError | None = None
        self._told.connect(self._hear)
        visit.changed.connect(self._keep)
        visit.forgotten.connect(self.forget)
        self._display.changed.connect(self._chosen)
        self._window.closing.connect(self._end)

    @property
    def folder(self) -> Path:
        """Where it is kept."""
        return self._folder

    @property
    def wanted(self) -> bool:
        """Whether the person lets it be kept."""
        return self._display.settings.keep != NO

    @property
    def works(self) -> bool:
        """Whether what was answered so far will be there at the next start."""
        return self.wanted and self._trouble is None

    def take_over(self, slot: Slot) -> None:
        """Keep from now on in the place of a visit that goes on."""
        if self.wanted:
            self._thread().adopt(slot)
        else:
            slot.clear()
            slot.release()

    def forget(self) -> None:
        """Remove what is kept."""
        if self._keeper is not None:
            self._keeper.forget()
            # The person was told that it is gone.
            self._keeper.finish()

    def _keep(self) -> None:
        at = self._visit.situation
        if not (self.wanted and at.response.answers):
            return
        kept = Unfinished(
            at.response,
            datetime.now().astimezone(),
            stop=at.place.stop.name,
            page=at.place.page,
            who_told=bool(at.who),
            reviewed=at.reviewed,
            has_been_urgent=at.guard.has_been_urgent,
        )
        self._thread().keep(partial(pack, kept, self._visit.pages.content))

    def _thread(self) -> Keeper:
        if self._keeper is None:
            self._keeper = Keeper(self._folder, self._told.emit)
        return self._keeper

    def _chosen(self) -> None:
        """Follow what was chosen in the settings."""
        if self.wanted:
            self._keep()
        else:
            self.forget()
        self._say()

    def _end(self) -> None:
        if self._keeper is not None:
            self._keeper.end()
            self._keeper = None

    # What goes wrong -----------------------------------------------------------------------------

    def _hear(self, trouble: OSError | None) -> None:
        new = type(self._trouble) is not type(trouble)
        self._trouble = trouble
        if new:
            self._say()

    def _say(self) -> None:
        """Say on every page what cannot be kept, or deleted, as long as that is so."""
        stays = isinstance(self._trouble, StaysError)
        if self._trouble is None or not (self.wanted or stays):
            self._window.put_above_page(None)
            return
        words = self._in_words(self._trouble)
        note = Note(label(words))
        note.setObjectName("not_kept")
        self._window.put_above_page(note)
        announce(self._window, words)

    def _in_words(self, trouble: OSError) -> str:
        _ = self._visit.pages.catalogue
        if isinstance(trouble, StaysError):
            told = _("Your answers could not be deleted from this computer. Delete this file:")
            return f"{told} {in_words(trouble.file)}"
        if trouble.errno in _FULL:
            why = _("The disk of this computer is full.")
        else:
            why = _("This program cannot write to {folder}.").format(folder=in_words(self._folder))
        return " ".join((
            why,
            _("So your newest answers are not kept for the next start."),
            _("They are still here: go on, and save your summary before you close the program."),
        ))  # fmt: skip
