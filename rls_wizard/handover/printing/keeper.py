"""What runs in the child process that prints: it keeps a job until it is printed or given up.

A process of its own: a service that does not answer would hold up the window, and the job has to be
given up also if the window is ended by force.
"""

from __future__ import annotations

import os
import pwd
import signal
from contextlib import suppress
from functools import partial
from io import FileIO
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from rls_wizard.handover.printing.cups import Cups, CupsError
from rls_wizard.handover.printing.defaults import defaults, service
from rls_wizard.handover.printing.ipp import Attribute, Group, Tag
from rls_wizard.handover.printing.talk import (
    Act,
    Job,
    News,
    Order,
    Printer,
    Printers,
    pack_news,
    read_order,
)
from rls_wizard.handover.printing.trouble import Trouble, trouble_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from rls_wizard.handover.printing.defaults import Defaults

EVERY = 1.0
"""How many seconds pass between two looks."""

# Values of job-state (RFC 8011 5.3.7); all from here on are ends.
_HELD, _ENDED, _COMPLETED = 4, 7, 9
_MEDIA = {"A4": "iso_a4_210x297mm", "Letter": "na_letter_8.5x11in"}
"""How PWG 5101.1 calls them."""
_OF_PAPER = {"media", "PageSize", "print-scaling", "fit-to-page", "number-up"}
_TRIES_AGAIN = "resources-are-not-ready"
"""Why a job is held that could not be printed, and that the service will try once more."""


def serve_here(source: int, emit: Callable[[bytes], None]) -> None:
    """Serve an open file with the printing service of this computer, for whose process this is."""
    # At the end of a session everybody is told to end, and not all at once.
    for ending in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(ending, _end)
    cups = Cups(service(os.environ), pwd.getpwuid(os.getuid()).pw_name)
    # For the buffer see `read_order`.
    serve(FileIO(source, closefd=False), emit, cups, defaults(os.environ))


def _end(*_: object) -> None:
    raise SystemExit


def serve(
    source: FileIO,
    emit: Callable[[bytes], None],
    cups: Cups,
    chosen: Defaults,
    every: float = EVERY,
) -> None:
    """Carry out orders and tell news, until the window closes its side; leave no job behind."""
    keeper = _Keeper(cups, chosen, emit)
    orders: SimpleQueue[Order | None] = SimpleQueue()
    Thread(target=_listen, args=(source, orders), daemon=True).start()
    try:
        _keep(keeper, orders, every)
    finally:
        keeper.give_up()


def _listen(source: FileIO, orders: SimpleQueue[Order | None]) -> None:
    while (order := read_order(source)) is not None:
        orders.put(order)
    orders.put(None)


def _keep(keeper: _Keeper, orders: SimpleQueue[Order | None], every: float) -> None:
    while True:
        # Without an order it is time to look again.
        with suppress(Empty):
            order = orders.get(timeout=every)
            if order is None:
                return
            keeper.carry_out(order)
        keeper.look()


class _Keeper:
    """Looks after the list of printers, or after one job."""

    def __init__(self, cups: Cups, chosen: Defaults, emit: Callable[[bytes], None]) -> None:
        self._cups, self._chosen, self._emit = cups, chosen, emit
        self._job = 0
        self._watch: Callable[[], News] | None = None
        self._told: News | None = None

    def carry_out(self, order: Order) -> None:
        """Begin with something else; what was before is given up."""
        self.give_up()
        self._watch = self._told = None
        if order.act is Act.LOOK:
            self._watch = self._printers
        elif order.act is Act.PRINT:
            self._print(order)

    def look(self) -> None:
        """Tell how it is, if that is new."""
        if self._watch is None:
            return
        news = self._watch()
        if news == self._told:
            return
        if isinstance(news, Job) and news.over:
            # The service would keep the document of a printed job, too.
            self.give_up()
            self._watch = None
        self._told = news
        self._emit(pack_news(news))

    def give_up(self) -> None:
        """Leave nothing of the job, printed or not."""
        job, self._job = self._job, 0
        if job:
            with suppress(CupsError):
                self._cups.forget(job)

    def _printers(self) -> Printers:
        try:
            found = self._cups.printers()
            default = self._chosen.printer or self._cups.default()
        except CupsError as error:
            return Printers(trouble=error.trouble)
        listed = [_printer(printer, default) for printer in found]
        listed.sort(key=lambda one: (not one.default, one.title.casefold()))
        return Printers(tuple(listed), None if listed else Trouble.NO_PRINTERS)

    def _print(self, order: Order) -> None:
        options = self._chosen.of(_name(order.path))
        if order.pages:
            options.append(Attribute("page-ranges", Tag.RANGE, [(1, order.pages)]))
        if order.paper:
            options = [one for one in options if one.name not in _OF_PAPER]
            options += _on_paper(order.paper)
        try:
            self._job = self._cups.create(order.path, options)
            self._cups.send(self._job, order.pdf)
            self._watch = partial(self._how_it_goes, order.path)
        except CupsError as error:
            self._watch = partial(Job, over=True, trouble=error.trouble)

    def _how_it_goes(self, path: str) -> Job:
        try:
            printer = self._cups.printer(path)
        except CupsError as error:
            # A service that is started again goes on with its jobs.
            return Job(over=error.trouble is not Trouble.NO_SERVICE, trouble=error.trouble)
        try:
            return _progress(self._cups.job(self._job), printer)
        except CupsError as error:
            # Where no history is kept, a job that is printed is not known any more.
            gone = error.trouble is Trouble.REMOVED
            return Job(over=gone, trouble=None if gone else error.trouble)


def _printer(found: Group, default: str) -> Printer:
    (name,) = found.texts("printer-name")[:1] or [""]
    (title,) = found.texts("printer-info")[:1] or [name]
    (uri,) = found.texts("printer-uri-supported")[:1] or [""]
    trouble = trouble_of(found, waiting=False)
    return Printer(urlsplit(uri).path, title or name, trouble, default=name == default)


def _on_paper(paper: str) -> list[Attribute]:
    """Return what has pages fitted to a size of paper; the summary is made for A4."""
    return [
        Attribute("media", Tag.KEYWORD, [_MEDIA[paper]]),
        Attribute("print-scaling", Tag.KEYWORD, ["fit"]),
    ]


def _name(path: str) -> str:
    return unquote(path.rpartition("/")[2])


def _progress(job: Group, printer: Group) -> Job:
    state = job.number("job-state")
    if state >= _ENDED:
        return Job(over=True, trouble=None if state == _COMPLETED else Trouble.FAILED)
    trouble = trouble_of(printer, waiting=True)
    if state == _HELD:
        again = _TRIES_AGAIN in job.texts("job-state-reasons")
        return Job(trouble=trouble or (Trouble.FAILED if again else Trouble.HELD))
    return Job(trouble=trouble)
