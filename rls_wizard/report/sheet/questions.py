"""Every question, by page: its words, its answers, who is asked it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rls_wizard.domain.item import Appearance, ItemType
from rls_wizard.domain.questionnaire import walk
from rls_wizard.domain.units import said
from rls_wizard.report.document import Heading, Paragraph, Small, Table, TableRow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rls_wizard.domain.item import Item
    from rls_wizard.domain.questionnaire import Page
    from rls_wizard.i18n import Catalogue
    from rls_wizard.report.document import Block, Cell, Run
    from rls_wizard.report.sheet.in_words import InWords

_SHARES = (0.42, 0.25, 0.23, 0.1)
_FEW = 20
"""Of a longer list that stands elsewhere only the length is told."""


def question_chapter(pages: tuple[Page, ...], says: InWords, words: Catalogue) -> Iterator[Block]:
    """Yield the questions in the order in which they are asked."""
    yield Heading(words("Questions"))
    asker = _Asker(says, words)
    for page in pages:
        yield Heading(page.title, level=2)
        if page.intro:
            yield Paragraph(says.filled(page.intro))
        head = (words("Question"), words("Answers"), words("Who is asked"), words("Change"))
        inside = {child.link_id for item in page.items for child in walk(item.items)}
        rows = tuple(asker.row(item, inside=item.link_id in inside) for item in _told(page))
        yield Table(head, rows, _SHARES)


def _told(page: Page) -> Iterator[Item]:
    """Yield what is asked; the tick beside a date is told together with the date."""
    beside = {item.about.link_id for item in walk(page.items) if item.about}
    return (item for item in walk(page.items) if item.link_id not in beside)


class _Asker:
    def __init__(self, says: InWords, words: Catalogue) -> None:
        self._says = says
        self._words = words

    def row(self, item: Item, *, inside: bool) -> TableRow:
        words = self._words
        everybody = words("as the list above") if inside else words("everybody")
        return TableRow((self._text(item), self._answers(item), self._who(item, everybody), ""))

    def _text(self, item: Item) -> Cell:
        words, fill = self._words, self._says.filled
        lines: list[Run] = [(fill(item.text), " ", Small(item.link_id))]
        for other in item.wording:
            said = words("Other words for: ")
            lines.append((said, *self._says.run(other.when), f": {fill(other.text)}"))
        for asked, text in (
            (words("In a waiting room:"), item.neutral),
            (words("What does this mean?"), item.help),
            (words("Why do you ask?"), item.why),
        ):
            if text:
                lines.append((Small(f"{asked} {fill(text)}"),))
        return tuple(lines)

    def _answers(self, item: Item) -> Cell:
        return tuple(f"\u2022 {line}" for line in self._offered(item)) or ""

    def _offered(self, item: Item) -> Iterator[str]:
        words = self._words
        match item.type:
            case ItemType.CHOICE:
                yield from self._options(item)
            case ItemType.INTEGER | ItemType.DECIMAL:
                yield self._range(item)
            case ItemType.TEXT:
                yield words("a few words of one's own")
            case ItemType.DATE:
                yield words("a year, a month or a day")
                yield from (option.text for option in (item.about.options if item.about else ()))
            case ItemType.GROUP if item.repeats:
                yield words("a list; for each entry:")
            case ItemType.GROUP if item.appearance is Appearance.TICKS:
                yield words("a list of ticks, with \u201cnone of these\u201d")
            case _:
                return
        if item.required and item.may_be_unsure:
            yield words("not sure")

    def _options(self, item: Item) -> Iterator[str]:
        words = self._words
        offered = item.offered
        if item.options_from and len(offered) > _FEW:
            yield words("one of a list of {count}").format(count=len(offered))
            return
        alone = words("{answer} (stands alone)")
        for option in offered:
            yield alone.format(answer=option.text) if option.exclusive else option.text
        if item.repeats:
            yield words("several can be chosen")

    def _range(self, item: Item) -> str:
        words = self._words
        if item.calculated:
            return words("worked out from other answers, not asked")
        low, high = (
            self._end(item, item.minimum, item.low),
            self._end(item, item.maximum, item.high),
        )
        told = words("a number from {low} to {high}").format(low=low, high=high)
        return f"{told} {item.unit}" if item.unit else told

    def _end(self, item: Item, number: int | None, meaning: str | None) -> str:
        if item.names and number is not None:
            return item.names[number - (item.minimum or 0)]
        told = said(number or 0)
        return f"{told} ({meaning})" if meaning else told

    def _who(self, item: Item, everybody: str) -> Cell:
        words = self._words
        lines: list[Run] = [*self._says.lines(item.enable_when)]
        if not lines:
            lines.append((everybody,))
        if not item.asks:
            return tuple(lines)
        told = words("Needs an answer.") if item.required else words("May be left out.")
        if item.private:
            told += words(" Private: may be declined, and is on paper only if allowed.")
        if item.preset:
            told += words(" Only on a kiosk, which answers it at the start.")
        if item.lasts:
            told += words(" Filled in again at a later visit.")
        return (*lines, Small(told))
