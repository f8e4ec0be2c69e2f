"""What hard words mean, behind a line beside the text that has them."""

from __future__ import annotations

from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from rls_wizard.domain.item import Appearance
from rls_wizard.ui import style
from rls_wizard.ui.layouts import column_in
from rls_wizard.ui.words import label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rls_wizard.domain.glossary import Term
    from rls_wizard.domain.item import Item
    from rls_wizard.i18n import Catalogue
    from rls_wizard.ui.link import Shown

_NAMED = 3
"""So many words are named before the line is opened."""


def meanings(terms: tuple[Term, ...], name: str, catalogue: Catalogue) -> tuple[Shown, ...]:
    """Return the line that explains words, to stand beside others; nothing without any."""
    if not terms:
        return ()
    named = ", ".join(term.word for term in terms[:_NAMED])
    more = len(terms) - _NAMED
    said = (
        catalogue("Words: {words} and {number} more") if more > 0 else catalogue("Words: {words}")
    )
    return ((said.format(words=named, number=more), f"{name}.words", partial(_explained, terms)),)


def texts_of(item: Item) -> Iterator[str]:
    """Yield what somebody reads who is asked a question; its options last."""
    asked = item.items if item.appearance is Appearance.TICKS else ()
    for one in (item, *asked):
        yield from filter(None, (one.text, one.help, one.why, one.low, one.high))
    yield from (option.text for option in item.own_options if option.offered)
    yield from chain.from_iterable((other.text for other in one.wording) for one in (item, *asked))


def _explained(terms: tuple[Term, ...]) -> QWidget:
    """Return the list of words and meanings."""
    made = QWidget()
    column = column_in(made, style.HAIR)
    for number, term in enumerate(terms):
        if number:
            column.addSpacing(style.TIGHT)
        column.addWidget(label(term.word, bold=True))
        column.addWidget(label(term.says))
    return made
