"""Makes papers, and knows what must be heard of each."""

from __future__ import annotations

import re
from html import unescape
from itertools import zip_longest
from typing import TYPE_CHECKING, Any
from unittest import mock

from rls_wizard import i18n
from rls_wizard.domain.privacy import for_paper
from rls_wizard.handover import answer_file
from rls_wizard.report import pdf
from rls_wizard.report.build import build_paper
from rls_wizard.report.model import Memory
from rls_wizard.report.pdf.attachment import NAME
from rls_wizard.report.pdf.grid import Grid
from rls_wizard.report.pdf.paragraphs import DOT, Point, Text
from tests.conftest import TODAY
from tests.paper import reading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportlab.platypus.flowables import Flowable

    from rls_wizard.content.load import Content
    from rls_wizard.domain.response import Response


def memory(content: Content, response: Response) -> Memory:
    """Return what the paper of a visit carries."""
    return Memory(answers=answer_file.write(for_paper(content.questionnaire, response)))


def paper(
    content: Content, response: Response, *, language: str = "en", large: bool = False
) -> tuple[bytes, str]:
    """Return the paper of a visit, and all words that were put on it in the order of reading."""
    report = build_paper(content, response, TODAY)
    carried = memory(content, response)
    with _Told() as told:
        data = pdf.make_pdf(report, i18n.load(language), carried, large=large)
    return data, " ".join(told.words)


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


def wrong(content: Content, response: Response, **how: Any) -> dict[str, object]:
    """Return what is wrong with the paper of a visit, by what was looked at."""
    data, told = paper(content, response, **how)
    again, _ = paper(content, response, **how)
    heard = reading.heard(data)
    seen = reading.letters("".join(reading.shown(data)))
    silent = reading.letters(reading.decoration(data))
    found = {
        "checkers": reading.faults(data),
        "not as told": _differing(heard.split(), told.split()),
        "not as shown": (seen - silent) - reading.letters(heard),
        "not shown": reading.letters(heard) - (seen - silent),
        "attachment": reading.attachments(data) != {NAME: memory(content, response).answers},
        "other bytes": again != data,
    }
    return {name: fault for name, fault in found.items() if fault}


def _differing(heard: list[str], told: list[str]) -> list[list[str]]:
    """Return where two texts begin to differ; nothing if they do not."""
    if heard == told:
        return []
    pairs = enumerate(zip_longest(heard, told))
    at = next(n for n, (one, other) in pairs if one != other)
    return [words[max(0, at - 3) : at + 3] for words in (heard, told)]
