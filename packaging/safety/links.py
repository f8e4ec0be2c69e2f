"""What leads to each rule and from it: sources, cases, tests, hazards; worked out, never stored."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rls_wizard import i18n
from rls_wizard.content.cases import assess_case, read_cases
from rls_wizard.content.error import ContentError
from rls_wizard.content.faults.names import kind
from rls_wizard.content.hazards import at_work, named, read_hazards, traced
from rls_wizard.content.load import load_content
from rls_wizard.content.reader import Reader
from rls_wizard.domain.rules import Population, Rule, StageRow, UrgencyRow
from safety.guards import ROOT, lost, naming

if TYPE_CHECKING:
    from pathlib import Path

    from rls_wizard.content.hazards import Hazard, HazardLog, Traced
    from rls_wizard.content.load import Content

KINDS = {
    "red_flag": "Warning signs",
    "population": "Groups of people",
    "stage_row": "Rows of the stage table",
    "part": "Parts of the text",
    "urgency_row": "Rows of the urgency table",
    "caution": "Cautions",
    "advice": "Advice",
}
"""What each kind of rule is called, in the order in which they are read."""


@dataclass(frozen=True, slots=True)
class Line:
    """One rule, and all that it is linked with."""

    id: str
    kind: str
    title: str
    sources: tuple[str, ...]
    cases: tuple[str, ...]
    tests: tuple[str, ...]
    """Files in which its id stands; its hazards' tests guard it, too."""
    hazards: tuple[str, ...]

    @property
    def needs_a_source(self) -> bool:
        """Whether it is of a kind that names sources; the others are decisions of the makers."""
        return self.kind in {"red_flag", "part", "caution", "advice"}

    @property
    def gaps(self) -> list[str]:
        """What it is not linked with, in words."""
        empty = {
            "source": self.needs_a_source and not self.sources,
            "case": not self.cases,
            # Each hazard has tests: `check` sees to that.
            "test": not (self.tests or self.hazards),
            "hazard": not self.hazards,
        }
        return [f"{self.id}: no {what}" for what, missing in empty.items() if missing]


@dataclass(frozen=True, slots=True)
class Trace:
    """All rules with their links, and the hazards with theirs."""

    content: Content
    log: HazardLog
    lines: tuple[Line, ...]
    root: Path

    def rules_of(self, hazard: Hazard) -> tuple[Line, ...]:
        """Return the rules that a hazard names."""
        return tuple(line for line in self.lines if hazard.id in line.hazards)

    def named_by(self, patterns: tuple[str, ...]) -> tuple[Line, ...]:
        """Return the rules that patterns name."""
        ids = named(patterns, (line.id for line in self.lines))
        return tuple(line for line in self.lines if line.id in ids)

    def screen(self, name: str) -> str:
        """Return what a screen is called: a page of questions by its title."""
        pages = {page.id: f"Questions: {page.title}" for page in self.content.questionnaire.pages}
        return (pages | {screen.id: screen.name for screen in self.log.screens})[name]

    @property
    def gaps(self) -> list[str]:
        """Every link that is missing or leads nowhere, in words."""
        found = [gap for line in self.lines for gap in line.gaps]
        found += [f"no such test: {name}" for name in lost(_tests(self.log), self.root)]
        found += [
            f"no such screen: {screen.module} ({screen.id})"
            for screen in self.log.screens
            if not (self.root / "rls_wizard" / screen.module).is_file()
        ]
        return found


def trace(folder: Path, root: Path = ROOT) -> Trace:
    """Return the links of all rules of a content folder.

    Raises ContentError if the content, its cases or its hazards cannot be read.
    """
    reader = Reader(folder, i18n.load("en"))
    content = load_content(folder, i18n.load("en"))
    log = read_hazards(reader)
    cases = {case.name: case for case in read_cases(reader)}
    if log is None or reader.faults:
        raise ContentError(reader.faults)
    ran = {case.name: at_work(assess_case(case, cases, content)) for case in cases.values()}
    # The cases that show little else come first: they are about the rule.
    shown = dict(sorted(ran.items(), key=lambda case: len(case[1])))
    blocks: dict[str, list[Traced]] = {}
    for block in traced(content.rules):
        blocks.setdefault(block.id, []).append(block)
    files = naming(blocks, root)
    lines = tuple(
        Line(
            id=name,
            kind=kind(same[0]),
            title=_title(same, content),
            sources=tuple(dict.fromkeys(s for b in same if isinstance(b, Rule) for s in b.source)),
            cases=tuple(case for case, ids in shown.items() if name in ids),
            tests=files[name],
            hazards=tuple(h.id for h in log.hazards if named(h.patterns, [name])),
        )
        for name, same in blocks.items()
    )
    return Trace(content, log, lines, root)


def _title(blocks: list[Traced], content: Content) -> str:
    """Return what a rule is, in words; the blocks of one id may differ."""
    return "; ".join(dict.fromkeys(_words(block, content) for block in blocks))


def _words(block: Traced, content: Content) -> str:
    if isinstance(block, UrgencyRow):
        return block.text or content.about.urgency_says[block.level.value]
    return block.text if isinstance(block, StageRow | Population) else block.title


def _tests(log: HazardLog) -> list[str]:
    return [name for hazard in log.hazards for name in hazard.tests]
