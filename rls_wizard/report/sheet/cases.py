"""Every worked case, with what comes out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rls_wizard.report.document import Heading, Paragraph, Small, Table, TableRow
from rls_wizard.report.how_soon import word
from rls_wizard.report.lines import title_of
from rls_wizard.report.sheet.standing import stage_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from rls_wizard.domain.assessment import Assessment
    from rls_wizard.domain.conclusion import Conclusion
    from rls_wizard.i18n import Catalogue
    from rls_wizard.report.document import Block

_SHARES = (0.3, 0.17, 0.3, 0.23)


def case_chapter(assessed: Mapping[str, Assessment], words: Catalogue) -> Iterator[Block]:
    """Yield one row for each case."""
    yield Heading(words("Worked cases"))
    yield Paragraph(
        words("Invented people. Before each release the program must come to the same for each.")
    )
    head = (
        words("Case"), words("Result, how soon"), words("Warning signs, worth telling"),
        words("Advice, and what was left out"),
    )  # fmt: skip
    rows = tuple(_row(name, found, words) for name, found in assessed.items())
    yield Table(head, rows, _SHARES)


def _row(name: str, found: Assessment, words: Catalogue) -> TableRow:
    result = f"{stage_words(found.stage, words)}. {word(found.urgency, words)}"
    signs = _run(words("Warning sign: {titles}"), found.red_flags)
    told = _run(words("Worth telling: {titles}"), found.cautions)
    given = Small(words("Advice given: {count}").format(count=len(found.advice)))
    left_out = _run(words("Left out: {titles}"), found.left_out)
    shown = Small(f"{result}.")
    return TableRow((name, (shown,), (*signs, *told), (given, *left_out)))


def _run(form: str, found: Iterable[Conclusion]) -> tuple[Small, ...]:
    titles = "; ".join(dict.fromkeys(title_of(conclusion.rule) for conclusion in found))
    return (Small(form.format(titles=titles)),) if titles else ()
