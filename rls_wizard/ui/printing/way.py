"""How far printing is: from the choice of a printer to the page in the hand."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from rls_wizard.handover.printing.talk import Act, Job, News, Order, Printer, Printers
from rls_wizard.ui.progress import Progress, Stage

if TYPE_CHECKING:
    from rls_wizard.handover.printing.trouble import Trouble
    from rls_wizard.ui.printing.service import MakeService, Service
    from rls_wizard.ui.saving import Saving


class Step(Enum):
    """What the person sees of it."""

    NONE = auto()
    LOOKING = auto()
    CHOOSING = auto()
    WAITING = auto()
    """For the summary to be made."""
    PRINTING = auto()
    ASKING = auto()
    """Whether the page came out."""
    OUT = auto()
    LOST = auto()
    """On a kiosk: it did not come out, and not the second time either."""


@dataclass(frozen=True, slots=True)
class Print:
    """All that a page has to know to show it, also when it is built anew."""

    step: Step = Step.NONE
    printers: tuple[Printer, ...] = ()
    path: str = ""
    """The printer that is chosen."""
    pages: int = 0
    """How many pages from the first; 0: all."""
    trouble: Trouble | None = None
    over: bool = False
    """Whether the printer got the page back out of its queue, so that it will not come any more."""

    @property
    def busy(self) -> bool:
        """Whether a page is on its way."""
        return self.step in {Step.WAITING, Step.PRINTING} and not self.over


class Printing(QObject):
    """Prints what Saving has made; it holds no page and no copy."""

    changed = Signal(object)
    """How far it is now: a Print."""
    came_out = Signal()
    """The person has it in the hand."""

    def __init__(self, saving: Saving, make_service: MakeService, paper: str = "") -> None:
        """Take what makes the summary, and what makes the service once it is needed.

        `paper` is the size of the paper that is in the printer, where that is known.
        """
        super().__init__(saving)
        self._saving = saving
        self._paper = paper
        self._make_service = make_service
        self._made_service: Service | None = None
        self.state = Print()
        saving.changed.connect(self._follow)
        saving.ended.connect(self._stop)

    # What the person wants -----------------------------------------------------------------------

    def begin(self) -> None:
        """Look for printers; what was being printed is given up."""
        self._tell(Print(Step.LOOKING, path=self.state.path, pages=self.state.pages))
        self._service().take(Order(Act.LOOK))

    def choose(self, path: str) -> None:
        """Remember the printer."""
        self.state = replace(self.state, path=path)

    def choose_pages(self, pages: int) -> None:
        """Remember how many pages."""
        self.state = replace(self.state, pages=pages)

    def send(self) -> None:
        """Print, at once or when the PDF is there; what was being printed is given up."""
        pdf = self._saving.pdf
        step = Step.PRINTING if pdf else Step.WAITING
        self._tell(replace(self.state, step=step, trouble=None, over=False))
        if pdf:
            path, pages = self.state.path, self.state.pages
            self._service().take(Order(Act.PRINT, path, pages, pdf, self._paper))
        elif self._saving.progress.stage is Stage.FAILED:
            self._saving.make()

    def leave(self) -> None:
        """Give up what is not printed."""
        self._service().take(Order(Act.CANCEL))
        self._tell(Print(path=self.state.path, pages=self.state.pages))

    def confirm(self) -> None:
        """Take it that the page is in the hand."""
        self._tell(replace(self.state, step=Step.OUT))
        self.came_out.emit()

    # What happens --------------------------------------------------------------------------------

    def _service(self) -> Service:
        if self._made_service is None:
            self._made_service = self._make_service(self)
            self._made_service.told.connect(self._hear)
        return self._made_service

    def _hear(self, news: News) -> None:
        if isinstance(news, Printers) and self.state.step in {Step.LOOKING, Step.CHOOSING}:
            self._found(news)
        elif isinstance(news, Job) and self.state.step is Step.PRINTING:
            done = news.over and news.trouble is None
            step = Step.ASKING if done else Step.PRINTING
            self._tell(replace(self.state, step=step, trouble=news.trouble, over=news.over))

    def _found(self, news: Printers) -> None:
        self._tell(_choice(self.state, news))

    def _follow(self, progress: Progress) -> None:
        if self.state.step is not Step.WAITING:
            return
        if self._saving.pdf:
            self.send()
        elif progress.stage is Stage.FAILED:
            # The page says why there is nothing to print.
            self.leave()

    def _stop(self) -> None:
        service, self._made_service = self._made_service, None
        self.state = Print()
        if service is not None:
            service.stop()
            service.deleteLater()

    def _tell(self, state: Print) -> None:
        self.state = state
        self.changed.emit(state)


def _choice(state: Print, news: Printers) -> Print:
    """Return what there is to choose from; what was chosen stays so while it is there."""
    paths = [printer.path for printer in news.found]
    path = state.path if state.path in paths else next(iter(paths), "")
    return replace(state, step=Step.CHOOSING, printers=news.found, path=path, trouble=news.trouble)
