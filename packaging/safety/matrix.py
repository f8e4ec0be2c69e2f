"""The trace matrix as a document: source, rule, case, test, hazard, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rls_wizard.report.document import (
    Document,
    Heading,
    Link,
    Listing,
    Paragraph,
    Table,
    TableRow,
)
from safety.links import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rls_wizard.report.document import Block, Cell
    from safety.links import Line, Trace

_SHOWN = 3
"""Of many cases, how many are named."""


def matrix(trace: Trace, foot: str) -> Document:
    """Return the whole matrix."""
    blocks = (*_summary(trace), *_by_rule(trace), *_by_hazard(trace), *_by_source(trace))
    return Document("rls-wizard: trace matrix", foot, blocks)


def traced_both_ways(trace: Trace) -> str:
    """Return how much of the rules is traced, in words."""
    whole = len(trace.lines)
    traced = sum(not line.gaps for line in trace.lines)
    return f"{traced / whole:.1%} of {whole} rules are traced both ways"


def _summary(trace: Trace) -> Iterator[Block]:
    yield Heading("Summary")
    yield Paragraph(
        "Each rule is traced forward to the cases that show it at work, the tests that guard it "
        "and the hazards that name it, and back to its sources. Which cases show a rule is found "
        "by running them; advice that is left out counts, too. Rows of tables and groups of people "
        "name no source: they are decisions of the makers, for a clinician to confirm."
    )
    yield Paragraph(f"{traced_both_ways(trace)}.", strong=True)
    if gaps := trace.gaps:
        yield Paragraph("Links that are missing or lead nowhere:", strong=True)
        yield Listing(tuple(gaps))
    rows = (
        _counts(name, [x for x in trace.lines if x.kind == kind]) for kind, name in KINDS.items()
    )
    head = ("Kind", "Rules", "With a source", "With a case", "With a test", "With a hazard")
    yield Table(head, (*rows, _counts("All", trace.lines)), shares=(5, 2, 3, 2, 2, 2))


def _counts(name: str, lines: Iterable[Line]) -> TableRow:
    same = tuple(lines)
    needed = [line for line in same if line.needs_a_source]
    numbers = (
        str(sum(map(bool, found)))
        for found in (
            [line.cases for line in same],
            [line.tests or line.hazards for line in same],
            [line.hazards for line in same],
        )
    )
    sourced = f"{sum(bool(x.sources) for x in needed)} of {len(needed)}" if needed else "-"
    return TableRow((name, str(len(same)), sourced, *numbers))


def _by_rule(trace: Trace) -> Iterator[Block]:
    yield Heading("From rule to sources, cases, tests and hazards")
    yield Paragraph(
        "“Tests” are the files that name the rule; the tests of its hazards come on top."
    )
    for kind, name in KINDS.items():
        yield Heading(name, 2)
        rows = (_rule(line) for line in trace.lines if line.kind == kind)
        head = ("Rule", "Sources", "Cases", "Tests", "Hazards")
        yield Table(head, tuple(rows), shares=(6, 4, 7, 7, 3))


def _rule(line: Line) -> TableRow:
    cells: tuple[Cell, ...] = (
        (line.id, line.title),
        tuple(Link(name, f"source-{name}") for name in line.sources) or "-",
        _cases(line.cases),
        tuple(map(_file, line.tests)) or "-",
        tuple(Link(name, f"hazard-{name}") for name in line.hazards),
    )
    return TableRow(cells, f"rule-{line.id}")


def _file(name: str) -> str:
    return name.removeprefix("tests/").removesuffix(".py")


def _cases(names: tuple[str, ...]) -> Cell:
    more = len(names) - _SHOWN
    return (*names[:_SHOWN], *([f"and {more} more"] if more > 0 else ()))


def _by_hazard(trace: Trace) -> Iterator[Block]:
    yield Heading("From hazard to rules and tests")
    rows = (
        TableRow(
            (
                (h.id, h.title),
                tuple(Link(line.id, f"rule-{line.id}") for line in trace.rules_of(h)) or "-",
                tuple(name.removeprefix("tests/") for name in h.tests),
            ),
            f"hazard-{h.id}",
        )
        for h in trace.log.hazards
    )
    yield Table(("Hazard", "Rules", "Tests"), tuple(rows), shares=(3, 2, 6))


def _by_source(trace: Trace) -> Iterator[Block]:
    yield Heading("From source to rules")
    yield Paragraph("Sources that only the list of medicines or the countries name stand there.")
    rows = (
        TableRow(
            (
                source.id,
                source.text if source.seen else f"{source.text} ({trace.content.about.unseen})",
                tuple(Link(line.id, f"rule-{line.id}") for line in lines),
            ),
            f"source-{source.id}",
        )
        for source in trace.content.sources
        if (lines := [line for line in trace.lines if source.id in line.sources])
    )
    yield Table(("Source", "What it is", "Rules"), tuple(rows), shares=(2, 6, 3))
