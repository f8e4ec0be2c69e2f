"""Keeps the newest state of a visit on the disk, beside the program's own work.

A disk may take a second to be sure; the person's next answer is not to wait for that. Of several
states that come meanwhile only the newest is written.
"""

from __future__ import annotations

import threading
from enum import Enum, auto
from typing import TYPE_CHECKING

from rls_wizard.handover.slot import Slot

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Pack = Callable[[], bytes]

_PATIENCE = 5
"""How long a program that ends waits for the disk, in seconds."""


class Deed(Enum):
    """What there is to do besides writing."""

    NOTHING = auto()
    FORGET = auto()


class StaysError(OSError):
    """What was kept could not be removed: whoever kept it has to."""

    def __init__(self, file: Path) -> None:
        """Take the file."""
        super().__init__(f"{file} could not be removed")
        self.file = file


class Keeper:
    """Writes, in a thread of its own; tells how that went from there, too."""

    def __init__(self, folder: Path, told: Callable[[OSError | None], object]) -> None:
        """Take where to keep; `told` gets what goes wrong, and None once it is well again."""
        self._folder = folder
        self._told = told
        self._slot: Slot | None = None
        """The other thread's alone."""
        self._adopted: Slot | None = None
        self._next: Pack | Deed = Deed.NOTHING
        self._working = False
        self._ends = False
        self._failed = False
        self._changed = threading.Condition()
        self._thread = threading.Thread(target=self._work, name="keeper", daemon=True)
        self._thread.start()

    def adopt(self, slot: Slot) -> None:
        """Go on in the place of a visit that was broken off; what was kept so far is removed."""
        with self._changed:
            self._adopted = slot
        self._do(Deed.NOTHING)

    def keep(self, pack: Pack) -> None:
        """Write what `pack` returns, soon; it is called in the other thread."""
        self._do(pack)

    def forget(self) -> None:
        """Remove what is kept, soon."""
        self._do(Deed.FORGET)

    def finish(self, seconds: float = _PATIENCE) -> bool:
        """Wait until all is done; tell whether it is."""
        with self._changed:
            return self._changed.wait_for(self._is_idle, seconds)

    def end(self) -> None:
        """Do what is still to do, and let go of the place; what is kept stays."""
        self.finish()
        with self._changed:
            self._ends = True
            self._changed.notify_all()
        self._thread.join(_PATIENCE)

    def _is_idle(self) -> bool:
        return not (self._working or self._is_wanted())

    def _is_wanted(self) -> bool:
        return self._next is not Deed.NOTHING or self._adopted is not None

    def _do(self, deed: Pack | Deed) -> None:
        with self._changed:
            self._next = deed
            self._changed.notify_all()

    def _work(self) -> None:
        while (deed := self._wait()) is not None:
            trouble = self._try(deed)
            if trouble is not None or self._failed:
                self._told(trouble)
            self._failed = trouble is not None
            with self._changed:
                self._working = False
                self._changed.notify_all()
        self._release()

    def _try(self, deed: Pack | Deed) -> OSError | None:
        """Do it; return what went wrong, if anything did."""
        try:
            self._act(deed)
        except OSError as error:
            return error
        except Exception as fault:
            # A fault of ours is reported as any other, and this thread goes on: else what is kept
            # could never be forgotten.
            thread = threading.current_thread()
            said = (type(fault), fault, fault.__traceback__, thread)
            threading.excepthook(threading.ExceptHookArgs(said))
            return OSError()
        return None

    def _wait(self) -> Pack | Deed | None:
        """Return what is to do next, or None if the program ends."""
        with self._changed:
            self._changed.wait_for(lambda: self._ends or self._is_wanted())
            self._working = self._is_wanted()
            deed, self._next = self._next, Deed.NOTHING
        return deed if self._working else None

    def _act(self, deed: Pack | Deed) -> None:
        with self._changed:
            adopted, self._adopted = self._adopted, None
        if adopted is not None:
            self._clear()
            self._slot = adopted
        if deed is Deed.FORGET:
            self._clear()
        elif not isinstance(deed, Deed):
            if self._slot is None:
                self._slot = Slot.free(self._folder)
            self._slot.write(deed())

    def _clear(self) -> None:
        if self._slot is not None:
            try:
                self._slot.clear()
            except OSError as error:
                raise StaysError(self._slot.file) from error
            self._release()

    def _release(self) -> None:
        slot, self._slot = self._slot, None
        if slot is not None:
            slot.release()
