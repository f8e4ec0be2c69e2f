"""The hazard log as a document, with the list of software as its last chapter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rls_wizard.purpose import purpose
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
    from collections.abc import Iterator, Mapping

    from rls_wizard.content.hazards import Hazard
    from rls_wizard.report.document import Block, Cell
    from safety.links import Trace
    from safety.soup import Package


def hazard_log(
    trace: Trace, packages: tuple[Package, ...], versions: Mapping[str, str], foot: str
) -> Document:
    """Return the whole log."""
    blocks = (
        *_preface(trace),
        *_overview(trace),
        Heading("Each hazard"),
        *(block for hazard in trace.log.hazards for block in _hazard(trace, hazard)),
        *_soup(packages, versions),
    )
    return Document("rls-wizard: hazard log", foot, blocks)


def _preface(trace: Trace) -> Iterator[Block]:
    log, about = trace.log, trace.content.about
    yield Heading("What this is")
    yield Paragraph("What the program is, and is not", strong=True)
    yield Listing(purpose(str))
    yield Paragraph("How this log is made", strong=True)
    yield from map(Paragraph, log.preface)
    yield Paragraph("Who answers for it", strong=True)
    yield Paragraph(
        f"Clinical safety officer: {log.owner}. Content: {about.review}. "
        f"Last look at this log: {log.reviewed_on}; next: {log.next_review}."
    )
    yield Paragraph("The scale of severity", strong=True)
    rows = (TableRow((word, meaning)) for word, meaning in log.severity.items())
    yield Table(("Severity", "Meaning"), tuple(rows), shares=(1, 4))


def _overview(trace: Trace) -> Iterator[Block]:
    yield Heading("Overview")
    rows = (
        TableRow(
            (
                (Link(h.id, _anchor(h)),),
                h.title,
                h.severity,
                str(len(trace.rules_of(h))),
                str(len(h.tests)),
            )
        )
        for h in trace.log.hazards
    )
    head = ("No.", "What can happen", "Severity", "Rules", "Tests")
    yield Table(head, tuple(rows), shares=(28, 235, 58, 34, 34))


def _hazard(trace: Trace, hazard: Hazard) -> Iterator[Block]:
    yield Heading(f"{hazard.id}: {hazard.title}", 2, _anchor(hazard))
    rows: dict[str, Cell] = {
        "Cause": hazard.cause,
        "Harm": hazard.harm,
        "Severity": f"{hazard.severity}: {trace.log.severity[hazard.severity]}",
        "What remains": hazard.remains,
    }
    yield _pairs(rows)
    yield from _points("What reduces it", hazard.controls)
    yield from _rules(trace, "Rules that reduce it", hazard.rules)
    yield from _rules(trace, "Rules that it could arise from", hazard.arises_from)
    yield from _points("Where it is met", tuple(map(trace.screen, hazard.screens)))
    yield from _points("Tests", tuple(map(_test, hazard.tests)))


def _pairs(rows: Mapping[str, Cell]) -> Table:
    return Table((), tuple(map(TableRow, rows.items())), shares=(1, 5))


def _points(title: str, points: tuple[str, ...]) -> Iterator[Block]:
    if points:
        yield Paragraph(title, strong=True)
        yield Listing(points)


def _rules(trace: Trace, title: str, patterns: tuple[str, ...]) -> Iterator[Block]:
    """Yield the rules by kind, in words."""
    lines = trace.named_by(patterns)
    points: list[tuple[str, int]] = []
    for kind, name in KINDS.items():
        same = [line for line in lines if line.kind == kind]
        if len(same) == len([line for line in trace.lines if line.kind == kind]):
            points.append((f"{name}: all {len(same)}", 0))
        elif same:
            points.append((name, 0))
            points += [(f"{line.title} ({line.id})", 1) for line in same]
    if points:
        yield Paragraph(title, strong=True)
        texts, indents = zip(*points, strict=True)
        yield Listing(texts, indents)


def _test(name: str) -> str:
    """Return what a test shows in words, with its place: names of tests are sentences."""
    file, function = name.split("::")
    words = function.removeprefix("test_").replace("_", " ")
    return f"{words[:1].upper()}{words[1:]} ({file})"


def _anchor(hazard: Hazard) -> str:
    return f"hazard-{hazard.id}"


def _soup(packages: tuple[Package, ...], versions: Mapping[str, str]) -> Iterator[Block]:
    yield Heading("Software that the program is built on")
    yield Paragraph(
        "The makers did not write these packages and know them only from outside (in IEC 62304: "
        "software of unknown provenance, SOUP). The versions are those of the lock from which the "
        "program is installed. Python itself and the system are chosen by who installs it: Python "
        "3.11 or newer."
    )
    for package in packages:
        yield Heading(f"{package.name} {versions[package.name]}", 3)
        rows: dict[str, Cell] = {
            "What for": package.purpose,
            "Licence": package.licence,
            "If it fails": package.failure,
            "Hazards": tuple(Link(name, f"hazard-{name}") for name in package.hazards),
            "Known problems": package.known,
        }
        yield _pairs(rows)
