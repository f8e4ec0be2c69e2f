"""The clinician's page as plain text, to be pasted into a record.

What stands in it, and in which order, is what stands on paper: it is made of the same report.
"""

from __future__ import annotations

from textwrap import TextWrapper
from typing import TYPE_CHECKING

from rls_wizard.report.head import limits, made_with, title, told_by
from rls_wizard.report.how_soon import word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rls_wizard.i18n import Catalogue
    from rls_wizard.report.model import Answer, Line, Report, Section, Timeline

_WIDTH = 90
_WRAP = TextWrapper(_WIDTH, subsequent_indent="    ", break_on_hyphens=False)
Block = tuple[str, list[str]]
"""A heading, and lines below it."""


def plain_text(report: Report, words: Catalogue) -> str:
    """Return the page; `report` is one for paper, for what may not be there may not be here."""
    head = [title(words), *_head(report, words)]
    blocks = (_block(*block) for block in _blocks(report, words))
    return "\n\n".join([_lines(head), *filter(None, blocks)]) + "\n"


def paragraphs(report: Report, words: Catalogue) -> list[str]:
    """Return the same line by line, to be read aloud."""
    lines = [title(words), *_head(report, words)]
    for heading, told in _blocks(report, words):
        if any(told):
            lines += [heading, *told]
    return [clean for line in lines if (clean := _clean(line))]


def _blocks(report: Report, words: Catalogue) -> Iterator[Block]:
    if report.flags:
        yield word(report.urgency, words), [text for flag in report.flags for text in _flag(flag)]
    if report.private_note:
        yield "", [report.private_note]
    for section in report.box:
        yield section.title, _answers(section, report)
    dates = [_dates(report.timeline, words)]
    for section in report.clinician:
        yield section.title, _answers(section, report)
        if section.scales and report.numbers:
            yield from dates
            dates = []
    yield from dates
    yield words("Part shown"), [report.stage_row, report.provisional, *_why(report)]
    yield words("Not answered"), [answer.question for answer in report.missing]
    yield words("Limits"), [limits(words)]


def _head(report: Report, words: Catalogue) -> list[str]:
    origin = report.origin
    return [
        origin.self_reported,
        told_by(report, words),
        made_with(report, words),
        origin.overdue,
    ]


def _flag(flag: Line) -> list[str]:
    because = [f"{answer.question}: {answer.answer}" for answer in flag.because]
    return [f"{flag.title}: {flag.text}", *because, flag.overdue]


def _dates(told: Timeline, words: Catalogue) -> Block:
    lines = [f"{moment.date}: {'; '.join(moment.events)}" for moment in told.moments]
    return words("Time line"), [*lines, told.note] if lines else []


def _answers(section: Section, report: Report) -> list[str]:
    """Return a line for each answer; beside a number what was answered in an earlier visit."""
    numbers = report.numbers if section.scales else ()
    then = {measure.link_id: measure.then for measure in numbers if measure.then}

    def line(answer: Answer) -> str:
        if section.head:
            return _row(section.head, answer.cells)
        known = answer.question in {"", section.title}
        told = answer.answer if known else f"{answer.question}: {answer.answer}"
        earlier = then.get(answer.link_id)
        return f"{told} ({report.then_on}: {earlier})" if earlier else told

    return [line(answer) for answer in section.answers]


def _row(head: Sequence[str], cells: Sequence[str]) -> str:
    """Return the cells of a row, each behind the head of its column but for the name."""
    (_, name), *others = zip(head, cells, strict=True)
    return " | ".join([name, *(f"{title}: {cell}" for title, cell in others if cell)])


def _why(report: Report) -> list[str]:
    """Return what decided; of an urgent result the flags say it."""
    because = () if report.urgent else report.stage_because
    return [f"{answer.question}: {answer.answer}" for answer in because]


def _block(title: str, lines: Iterable[str]) -> str:
    said = [line for line in lines if line]
    return _lines([title.upper(), *said]) if said else ""


def _lines(texts: Iterable[str]) -> str:
    return "\n".join(_WRAP.fill(_clean(text)) for text in texts if text)


def _clean(text: str) -> str:
    """Return the text in one line: a person's own words begin none, and hold no control."""
    return " ".join("".join(" " if _is_control(letter) else letter for letter in text).split())


def _is_control(letter: str) -> bool:
    return letter < " " or "\x7f" <= letter <= "\x9f"
