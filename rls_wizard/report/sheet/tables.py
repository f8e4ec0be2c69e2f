"""What decides without speaking: the stage table, urgency, groups of people, and findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rls_wizard.report.document import Heading, Paragraph, Small, Table, TableRow
from rls_wizard.report.how_soon import word
from rls_wizard.report.sheet.in_words import anchor
from rls_wizard.report.sheet.standing import stage_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rls_wizard.domain.rules import Finding, RuleBook
    from rls_wizard.i18n import Catalogue
    from rls_wizard.report.document import Block, Cell
    from rls_wizard.report.sheet.in_words import InWords

_THREE = (0.36, 0.5, 0.14)


def stage_chapter(rules: RuleBook, says: InWords, words: Catalogue) -> Iterator[Block]:
    """Yield the stage table, in its order."""
    yield Heading(words("Which part of the text"))
    yield Paragraph(
        words(
            "The rows are read from the top, and the first that is true decides. Where an answer "
            "that is still open could make an earlier row true, nothing is decided yet."
        )
    )
    head = (words("Result"), words("If (and no row above)"), words("Change"))
    rows = []
    for row in rules.stages:
        named = (stage_words(row.stage, words), Small(row.text), Small(row.id))
        otherwise = ((words("none of the rows above is true"),),)
        rows.append(TableRow((named, says.lines(row.when) or otherwise, "")))
    yield Table(head, tuple(rows), _THREE)


def urgency_chapter(rules: RuleBook, says: InWords, words: Catalogue) -> Iterator[Block]:
    """Yield what makes the whole result more urgent."""
    yield Heading(words("How soon to see someone"))
    yield Paragraph(
        words(
            "The most urgent of these, of the warning signs and of what is worth telling holds for "
            "the whole result. Each text of a row that is true is shown."
        )
    )
    head = (words("How soon"), words("If"), words("Change"))
    rows = []
    for row in rules.urgency:
        text = [says.filled(row.text)] if row.text else []
        named: Cell = (word(row.level, words), *text, Small(row.id))
        rows.append(TableRow((named, says.lines(row.when), "")))
    yield Table(head, tuple(rows), _THREE)


def population_chapter(rules: RuleBook, says: InWords, words: Catalogue) -> Iterator[Block]:
    """Yield the groups of people."""
    yield Heading(words("Groups of people"))
    yield _named(rules.populations, rules, says, words)


def finding_chapter(rules: RuleBook, says: InWords, words: Catalogue) -> Iterator[Block]:
    """Yield what the other chapters name in short, in the order of the alphabet."""
    yield Heading(words("What the rules name in short"))
    yield Paragraph(
        words(
            "Each is true as soon as one of the lines beside it is. Rules and other lines use it."
        )
    )
    known = rules.meanings
    yield _named(sorted(rules.findings, key=lambda f: known[f.id].lower()), rules, says, words)


def _named(found: Iterable[Finding], rules: RuleBook, says: InWords, words: Catalogue) -> Table:
    blocks: dict[str, list[Finding]] = {}
    for finding in found:
        blocks.setdefault(finding.id, []).append(finding)
    rows = []
    for name, ways in blocks.items():
        told = dict.fromkeys(says.alternative(way) for way in ways)
        lines = tuple(("\u2022 ", *way) for way in told)
        rows.append(TableRow(((rules.meanings[name], Small(name)), lines, ""), anchor(name)))
    return Table((words("In short"), words("True if any of"), words("Change")), tuple(rows), _THREE)
