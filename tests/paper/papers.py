"""Makes papers, and knows what must be heard of each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from itertools import zip_longest
from typing import TYPE_CHECKING, Any
from unittest import mock

from rls_wizard import i18n
from rls_wizard.handover.memory import memory
from rls_wizard.report import pdf
from rls_wizard.report.build import build_paper
from rls_wizard.report.model import ATTACHED
from rls_wizard.report.pdf.grid import Grid
from rls_wizard.report.pdf.paragraphs import DOT, Point, Text
from tests.conftest import TODAY
from tests.paper import reading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportlab.platypus.flowables import Flowable

    from rls_wizard.content.load import Content
    from rls_wizard.domain.response import Response


@dataclass(frozen=True)
class Paper:
    """A paper, and all words that were put on it in the order of reading."""

    data: bytes
    told: str
    answers: bytes


def paper(
    content: Content, response: Response, *, language: str = "en", large: bool = False
) -> Paper:
    """Return the paper of a visit."""
    report = build_paper(content, response, TODAY)
    carried = memory(content, response)
    with _Told() as told:
        data = pdf.make_pdf(report, i18n.load(language), carried, large=large)
    return Paper(data, " ".join(told.words), carried.answers)


def wrong(made: Paper) -> dict[str, object]:
    """Return what is wrong with a paper, by what was looked at."""
    heard, silent = reading.heard_and_silent(made.data)
    loud = reading.letters(heard)
    seen = reading.letters("".join(reading.shown(made.data))) - reading.letters(silent)
    found = {
        "checkers": reading.faults(made.data),
        "not as told": _differing(heard.split(), made.told.split()),
        "not heard": seen - loud,
        "not shown": loud - seen,
        "attachment": reading.attachments(made.data) != {ATTACHED: made.answers},
    }
    return {name: fault for name, fault in found.items() if fault}


class _Told:
    """Listens to what paragraphs are made of, and in which order they are handed to the printer."""

    def __enter__(self) -> _Told:
        self._markup: dict[Text, str] = {}
        self.words: list[str] = []
        self._init, self._printed = Text.__init__, pdf.printed

        def init(text: Text, *arguments: Any, **options: Any) -> None:
            self._made(text, *arguments, **options)

        self._patches = [
            mock.patch.object(Text, "__init__", init),
            mock.patch.object(pdf, "printed", self._handed_over),
        ]
        for patch in self._patches:
            patch.start()
        return self

    def __exit__(self, *_: object) -> None:
        for patch in self._patches:
            patch.stop()

    def _made(self, text: Text, markup: str | None, *rest: Any, **options: Any) -> None:
        self._init(text, markup, *rest, **options)
        if markup is not None:
            self._markup[text] = markup

    def _handed_over(self, story: list[Flowable], *rest: Any) -> bytes:
        self.words = list(self._read(story))
        return self._printed(story, *rest)

    def _read(self, flowables: Iterable[Flowable]) -> Iterator[str]:
        for flowable in flowables:
            if isinstance(flowable, Grid):
                for row in flowable.rows:
                    for cell in row.cells:
                        yield from self._read(cell)
            elif isinstance(flowable, Text):
                plain = re.sub("<[^>]*>", "", self._markup[flowable].replace("<br/>", " "))
                yield DOT * isinstance(flowable, Point) + " " + unescape(plain)


def _differing(heard: list[str], told: list[str]) -> list[list[str]]:
    """Return where two texts begin to differ; nothing if they do not."""
    if heard == told:
        return []
    pairs = enumerate(zip_longest(heard, told))
    at = next(n for n, (one, other) in pairs if one != other)
    return [words[max(0, at - 3) : at + 3] for words in (heard, told)]
