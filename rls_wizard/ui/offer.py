"""Offers, at the start, to go on with a visit that was broken off."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject

from rls_wizard.domain.again import go_on
from rls_wizard.handover.slot import Slot
from rls_wizard.handover.unfinished import Unfinished, UnfinishedError, unpack
from rls_wizard.settings import NO
from rls_wizard.ui.announce import announce
from rls_wizard.ui.notice_page import NoticePage
from rls_wizard.ui.places import in_words
from rls_wizard.ui.unfinished_page import Left, UnfinishedPage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from rls_wizard.ui.keeping import Keeping
    from rls_wizard.ui.pages import Desk
    from rls_wizard.ui.visit import Visit


class _Broken(NamedTuple):
    """A visit that was broken off, and where it is kept."""

    slot: Slot
    visit: Unfinished | None
    fault: str = ""


class Offer(QObject):
    """Shows one visit after another, the newest first, until the person goes on with something."""

    def __init__(self, visit: Visit, desk: Desk, keeping: Keeping) -> None:
        """Take the visit that begins."""
        super().__init__(visit)
        self._visit = visit
        self._desk = desk
        self._keeping = keeping
        self._slots = Slot.left(keeping.folder)
        self._shown: _Broken | None = None
        visit.continue_unfinished.connect(self._open)
        desk.window.closing.connect(self._put_back)

    def begin(self) -> None:
        """Show the newest visit that was broken off, if there is any."""
        self._next()
        self._open()

    def _next(self) -> None:
        self._shown = next(self._found(), None)
        # The first page tells of it, too: whoever looks at something else first comes back there.
        self._visit.tell_unfinished(self._shown is not None)

    def _open(self) -> None:
        if self._shown is not None:
            self._visit.open_aside(partial(self._make, self._shown))

    def _found(self) -> Iterator[_Broken]:
        pages = self._visit.pages
        for slot in self._slots:
            try:
                kept = unpack(slot.read(), pages.content, self._desk.today(), pages.catalogue)
            except UnfinishedError as error:
                yield _Broken(slot, None, str(error))
            except OSError:
                yield _Broken(slot, None, pages.catalogue("It cannot be read."))
            else:
                yield _Broken(slot, kept)

    def _make(self, shown: _Broken) -> UnfinishedPage:
        page = UnfinishedPage(self._left(shown), self._visit.pages.catalogue)
        page.go_on.connect(self._go_on)
        page.delete.connect(partial(self._ask, never=False))
        page.never.connect(partial(self._ask, never=True))
        page.leave.connect(self._visit.close_aside)
        return page

    # What is pressed -----------------------------------------------------------------------------

    def _go_on(self) -> None:
        shown = self._shown
        if shown is None or shown.visit is None:
            return
        self._keeping.take_over(shown.slot)
        self._next()
        self._visit.go_on(shown.visit)
        words = self._visit.pages.catalogue("Your answers are here again. Please go on.")
        announce(self._desk.window, words)

    def _ask(self, *, never: bool) -> None:
        """Ask once more: a hand that shakes must not cost half an hour."""
        self._visit.open_aside(partial(self._make_asking, never=never))

    def _make_asking(self, *, never: bool) -> NoticePage:
        _ = self._visit.pages.catalogue
        text = _("Its answers will be deleted. This cannot be undone.")
        if never:
            text += " " + _("From now on, no answers are kept when the program is closed.")
        return NoticePage(
            _("Delete the unfinished visit?"),
            text,
            (
                ("unfinished.stay", _("No, keep it"), self._open),
                ("unfinished.sure", _("Yes, delete it"), self._never if never else self._delete),
            ),
        )

    def _delete(self) -> None:
        if self._shown is None:
            return
        slot = self._shown.slot
        try:
            slot.clear()
        except OSError:
            fault = self._visit.pages.catalogue(
                "It could not be deleted. Delete this file yourself:"
            )
            self._shown = _Broken(slot, None, fault)
        else:
            slot.release()
            self._next()
        if self._shown is None:
            self._visit.close_aside()
        else:
            self._open()

    def _never(self) -> None:
        self._delete()
        self._desk.display.change(keep=NO)

    def _put_back(self) -> None:
        """Leave for the next start what was not decided about."""
        shown, self._shown = self._shown, None
        if shown is not None:
            shown.slot.release()

    # What is said --------------------------------------------------------------------------------

    def _left(self, shown: _Broken) -> Left:
        if shown.visit is None:
            since = self._time(shown.slot.written_at())
            file = self._visit.pages.catalogue("This is its file: {file}").format(
                file=in_words(shown.slot.file)
            )
            return Left(since, (file,), fault=shown.fault)
        kept = shown.visit
        return Left(self._time(kept.at), tuple(self._notes(kept)), kept.changes)

    def _notes(self, kept: Unfinished) -> Iterator[str]:
        _ = self._visit.pages.catalogue
        today, day = self._desk.today(), kept.response.answered_on
        if day > today:
            yield _(
                "That is still to come: this computer says that today is {today}. Look whether it "
                "has the right date."
            ).format(today=self._day(today))
        elif go_on(self._visit.pages.content, kept.response, today).then != kept.response.then:
            yield _(
                "How you are now may be different. So most questions are asked again, with your "
                "answer of that day beside them."
            )
        elif day == today:
            yield _("You can go on where you were.")
        else:
            yield _("The questions about warning signs are asked again: one may be new.")
        yield _("It is kept on this computer only. Go on only if it is yours.")
        if self._visit.has_begun:
            yield _("You have already begun to answer. Those answers will be forgotten.")

    def _time(self, at: datetime | None) -> str:
        _ = self._visit.pages.catalogue
        if at is None:
            return _("an earlier day")
        return _("{day}, {time}").format(day=self._day(at.date()), time=f"{at:%H:%M}")

    def _day(self, day: date) -> str:
        return self._visit.pages.content.about.dates.in_words(day)
