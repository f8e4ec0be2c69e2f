"""What a clinician decides first: choices of the makers, numbers, sources nobody looked up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rls_wizard.domain.condition import ORDERS
from rls_wizard.report.document import Heading, Link, Paragraph, Small, Table, TableRow
from rls_wizard.report.how_soon import word
from rls_wizard.report.lines import title_of
from rls_wizard.report.sheet.in_words import anchor

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rls_wizard.content.load import Content
    from rls_wizard.domain.rules import Rule
    from rls_wizard.i18n import Catalogue
    from rls_wizard.report.document import Block
    from rls_wizard.report.sheet.in_words import InWords

_SHARES = (0.44, 0.36, 0.2)
_PRODUCT = "PRODUCT"
"""The source that is a decision of the makers."""


def decision_chapter(content: Content, says: InWords, words: Catalogue) -> Iterator[Block]:
    """Yield what needs a decision, in lists to go through with a pen."""
    yield Heading(words("Needs your decision"))
    yield Paragraph(
        words("No source settles these. The makers chose, and say so; please agree or change.")
    )
    rules = content.rules
    chosen = [rule for rule in rules.sourced if rule.grade == "P" or _PRODUCT in rule.source]
    yield Heading(words("Rules that the makers chose"), level=2)
    yield _table(words("Rule"), words("Evidence"), [
        TableRow((_named(rule), f"{rule.grade}: {content.about.grades[rule.grade]}", ""))
        for rule in dict.fromkeys(chosen)
    ], words)  # fmt: skip
    yield Heading(words("By when to see someone"), level=2)
    yield _table(words("What is said"), words("How soon"), [
        TableRow(((says.filled(row.text), Small(row.id)), word(row.level, words), ""))
        for row in rules.urgency if row.text
    ], words)  # fmt: skip
    yield Heading(words("Numbers that divide"), level=2)
    yield _table(words("What they decide"), words("The line"), [
        *_thresholds(content, says)
    ], words)  # fmt: skip


def memory_chapter(content: Content, words: Catalogue) -> Iterator[Block]:
    """Yield the rules that name a source which nobody has looked up yet."""
    yield Heading(words("Sources named from memory"))
    yield Paragraph(words("Please name a source for these, or say that the rule may go."))
    rows = []
    for rule in dict.fromkeys(content.rules.sourced):
        unseen = tuple(s.text for s in map(content.source.__getitem__, rule.source) if not s.seen)
        if unseen:
            seen = len(rule.source) - len(unseen)
            more = words("and {count} that was looked up").format(count=seen)
            rows.append(TableRow((_named(rule), (*unseen, *((Small(more),) if seen else ())), "")))
    yield _table(words("Rule"), words("Source"), rows, words)


def source_chapter(content: Content, words: Catalogue) -> Iterator[Block]:
    """Yield every source."""
    yield Heading(words("Sources"))
    head = (words("Source"), words("Where"), words("Looked up"))
    rows = tuple(
        TableRow((
            (source.text, Small(source.id)),
            source.address or "",
            words("yes") if source.seen else content.about.unseen,
        ))
        for source in content.sources
    )  # fmt: skip
    yield Table(head, rows, (0.6, 0.24, 0.16))


def _thresholds(content: Content, says: InWords) -> Iterator[TableRow]:
    """Yield each conclusion that rests on a number, with the number."""
    rules = content.rules
    for finding in dict.fromkeys((*rules.findings, *rules.populations)):
        numbers = [c for c in (*finding.when, *finding.any_row) if c.operator in ORDERS]
        if numbers:
            what = says.finding(finding.id), Small(finding.id)
            yield TableRow((what, (says.run(numbers),), ""))


def _table(what: str, more: str, rows: list[TableRow], words: Catalogue) -> Table:
    return Table((what, more, words("Your decision")), tuple(rows), _SHARES)


def _named(rule: Rule) -> tuple[Link | Small, ...]:
    return Link(title_of(rule), anchor(rule.id)), Small(rule.id)
