"""What stands on the person's page beside the rules: when to get help, and slips to cut out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rls_wizard.report.document import Heading, Small, Table, TableRow
from rls_wizard.report.lines import title_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rls_wizard.content.load import Content
    from rls_wizard.domain.reference import Slip
    from rls_wizard.i18n import Catalogue
    from rls_wizard.report.document import Block
    from rls_wizard.report.sheet.in_words import InWords

_SHARES = (0.34, 0.34, 0.2, 0.12)


def handed_chapter(content: Content, says: InWords, words: Catalogue) -> Iterator[Block]:
    """Yield it, with the sources."""
    yield Heading(words("On the person\u2019s page"))
    yield Heading(words("When to get help"), level=2)
    head = (words("Sign"), words("What is said"), words("Source"), words("Change"))
    rows = (
        TableRow(((line.sign, Small(line.id)), (says.filled(line.whom),),
                  _sources(content, line.source), ""))
        for line in content.about.help
    )  # fmt: skip
    yield Table(head, tuple(rows), _SHARES)
    for slip in content.about.slips:
        yield Heading(slip.title, level=2, mark=slip.id)
        yield Table((), tuple(_slip(content, slip, says, words)))


def _slip(content: Content, slip: Slip, says: InWords, words: Catalogue) -> Iterator[TableRow]:
    titles = {rule.id: title_of(rule) for rule in content.rules.sourced}
    beside = tuple(dict.fromkeys(titles[name] for name in slip.beside))
    yield TableRow((words("Printed with"), beside))
    yield TableRow((words("Never for"), tuple((says.finding(name),) for name in slip.never)))
    yield TableRow((words("Says"), (slip.intro, slip.text)))
    yield TableRow((words("To be ticked"), slip.ticks))
    yield TableRow((words("To be filled in"), slip.blanks))
    evidence = f"{slip.grade}: {content.about.grades[slip.grade]}"
    yield TableRow((words("Source"), (*_sources(content, slip.source), evidence)))


def _sources(content: Content, names: Iterable[str]) -> tuple[str, ...]:
    return tuple(content.source[name].text for name in names)
