"""What the window reads from its children, and one of them from the printing service."""

from __future__ import annotations

import os
import struct
import tempfile
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING
from unittest import mock

from rls_wizard.handover.earlier import Earlier, pack
from rls_wizard.handover.pictures import COUNT, HEAD, SIZE
from rls_wizard.handover.printing.ipp import IppError, Tag, answer
from rls_wizard.handover.printing.talk import Act, Job, Order, Printer, Printers, pack_news
from rls_wizard.handover.printing.trouble import Trouble, trouble_of
from rls_wizard.ui import loading
from rls_wizard.ui.aloud.talk import Trouble as Lost
from rls_wizard.ui.aloud.voice import ChildVoice
from rls_wizard.ui.loading import Loading, Stage
from rls_wizard.ui.pdf_job import PdfJob
from rls_wizard.ui.picture_job import PictureJob
from rls_wizard.ui.preview import Preview
from rls_wizard.ui.printing.child import Child
from rls_wizard.ui.words import discard
from tests.fuzz import world
from tests.fuzz.objects import spoil_json
from tests.fuzz.qt import parent, run, watched
from tests.fuzz.spoil import spoil_bytes
from tests.fuzz.target import Target, must, reason

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

READING = Stage.READING


def targets() -> list[Target]:
    """Return these readers."""
    return [
        Target("PDF child", lambda: [b"%PDF-1.7\n"], spoil_bytes, _take_pdf, slowest=30, budget=20),
        Target("reading child, run", _found, spoil_json, _take_found, slowest=30, budget=20),
        Target("drawing child", _pictures, _spoil_pictures, _take_pictures, slowest=30, budget=40),
        Target("voice child", _voices, spoil_bytes, _take_voice, slowest=30, budget=30),
        Target("printing child", _news, _spoil_news, _take_news, slowest=30, budget=40),
        Target("printing service", _answers, spoil_bytes, _take_answer, budget=200),
    ]


@contextmanager
def _printing(raw: bytes) -> Iterator[list[str]]:
    """Give a command that prints these bytes, and takes no notice of what it reads."""
    with tempfile.NamedTemporaryFile(delete=False) as file:
        file.write(raw)
    try:
        yield ["cat", file.name]
    finally:
        os.unlink(file.name)


def _take_pdf(raw: bytes) -> bool:
    made: list[bytes] = []
    with watched(), _printing(raw) as command, parent() as owner:
        job = PdfJob(command, world.WORDS, owner)
        job.made.connect(made.append)
        run(lambda: job.start(b"{}"), [job.made, job.failed], lambda: True)
        job.stop()
    must(made in ([], [raw]), "another PDF than the one that was printed")
    return bool(made)


@cache
def _found() -> list[bytes]:
    return [pack(Earlier(response, ("One thing.",))) for response in world.responses()[:6]]


def _take_found(raw: bytes) -> bool:
    with (
        watched(),
        _printing(raw) as command,
        parent() as owner,
        mock.patch.object(loading, "earlier_command", return_value=command),
    ):
        job = Loading(world.content(), world.WORDS, lambda: world.TODAY, owner)
        run(lambda: job.read_code("1"), [job.changed], lambda: job.progress.stage is not READING)
        end = job.progress
        job.stop()
    if end.found is None:
        reason(end.trouble, raw)
    return end.found is not None


@cache
def _pictures() -> list[bytes]:
    page = HEAD.pack(4, 3, 5) + bytes(4 * 3 * 4) + b"words"
    return [COUNT.pack(2) + SIZE.pack(595, 842) * 2 + page * 2, COUNT.pack(1) + SIZE.pack(1, 1)]


def _spoil_pictures(raw: bytes, dice: Random) -> bytes:
    if dice.random() < 0.5:
        return spoil_bytes(raw, dice)
    size = dice.choice([0.0, -1.0, float("nan"), float("inf"), 1e300, 1e-300, 1e5, 595.0])
    head = (dice.choice([0, 1, 4, 65_536, 2**32 - 1]) for _ in range(3))
    return COUNT.pack(1) + SIZE.pack(size, 842) + HEAD.pack(*head) + dice.randbytes(99)


def _take_pictures(raw: bytes) -> bool:
    drawn: list[int] = []
    with watched(), _printing(raw) as command, parent() as owner:
        preview = Preview(world.WORDS)
        preview.resize(300, 400)
        job = PictureJob(command, owner)
        job.opened.connect(preview.show_pages)
        job.opened.connect(lambda sizes: job.want([(number, 1.0) for number in range(len(sizes))]))
        job.drawn.connect(preview.put)
        job.drawn.connect(lambda number, *_: drawn.append(number))

        def start() -> None:
            job.start()
            job.open(b"%PDF")

        run(start, [job.failed], lambda: True)
        preview.grab()
        job.stop()
        discard(preview)
    return bool(drawn)


@cache
def _voices() -> list[bytes]:
    return [b"ready\nended1\nended2\n", *(f"ready\n{trouble}\n".encode() for trouble in Lost)]


def _take_voice(raw: bytes) -> bool:
    told: list[str] = []
    with watched(), _printing(raw) as command, parent() as owner:
        voice = ChildVoice(command, owner)
        voice.ready.connect(lambda: told.append("ready"))
        voice.ready.connect(lambda: voice.say("words", 0.0))
        voice.failed.connect(told.append)
        run(voice.start, [voice.failed], lambda: True)
        voice.stop()
    must(set(told[1:]) <= {"ready", *Lost} and told[-1] in set(Lost), f"told {told}")
    return "ready" in told


@cache
def _news() -> list[bytes]:
    found = (Printer("/a", "A", Trouble.PAPER, default=True), Printer("/b", "B"))
    told = (Printers(found), Printers(trouble=Trouble.NO_PRINTERS), Job(), Job(over=True))
    return [pack_news(news) for news in told]


def _spoil_news(raw: bytes, dice: Random) -> bytes:
    spoilt = spoil_json(raw, dice)
    return spoilt + b"\n" + dice.choice(_news()) if dice.random() < 0.7 else spoilt


def _take_news(raw: bytes) -> bool:
    news: list[Printers | Job] = []
    act = Act.PRINT if len(raw) % 2 else Act.LOOK
    with watched(), _printing(raw) as command, parent() as owner:
        child = Child(command, owner)
        child.told.connect(news.append)
        run(lambda: child.take(Order(act, "/a")), [child.told], lambda: not child.running)
        child.stop()
    for one in news:
        must(one.trouble is None or one.trouble in set(Trouble), "no trouble that has words")
        for printer in one.found if isinstance(one, Printers) else ():
            must(isinstance(printer.path, str) and isinstance(printer.title, str), "no name")
    must(news[-1].trouble in {Trouble.NO_SERVICE, Trouble.FAILED}, "how it ended is not told")
    return len(news) > 1


@cache
def _answers() -> list[bytes]:
    def text(tag: int, name: str, value: bytes) -> bytes:
        return bytes([tag]) + struct.pack(">H", len(name)) + name.encode() + struct.pack(
            ">H", len(value)
        ) + value  # fmt: skip

    printer = bytes([Tag.PRINTER]) + text(Tag.NAME, "printer-name", "Büro".encode())
    printer += text(Tag.ENUM, "printer-state", struct.pack(">i", 3))
    printer += text(Tag.KEYWORD, "printer-state-reasons", b"none")
    printer += text(Tag.KEYWORD, "", b"media-empty") + text(Tag.BOOLEAN, "accepting", b"\1")
    return [struct.pack(">HHI", 0x0200, 0, 1) + bytes([Tag.OPERATION]) + printer + bytes([Tag.END])]


def _take_answer(raw: bytes) -> bool:
    try:
        found = answer(raw)
    except IppError as error:
        reason(str(error), raw)
        return False
    for group in found.groups:
        trouble_of(group, waiting=bool(group.number("job-id")))
        must(all(isinstance(text, str) for text in group.texts("printer-name")), "no text")
    return True
