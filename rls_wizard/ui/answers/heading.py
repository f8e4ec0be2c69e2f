"""A heading with questions below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rls_wizard.ui import style
from rls_wizard.ui.answers.base import AnswerWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from rls_wizard.domain.conditions import Logic
    from rls_wizard.domain.item import Item
    from rls_wizard.domain.response import Value
    from rls_wizard.ui.answers.base import Asking

    Make = Callable[[Item, Asking], AnswerWidget]


class HeadingGroup(AnswerWidget):
    """Questions that belong together, one below the other."""

    def __init__(self, item: Item, asking: Asking, make: Make) -> None:
        """Take the function that makes widgets of the questions inside."""
        self._make = make
        self.children_shown: list[AnswerWidget] = []
        super().__init__(item, asking)

    def build(self, value: Value | None) -> None:
        """Create the questions."""
        del value
        self.add_children()

    def add_children(self) -> None:
        """Create a widget for each question inside."""
        self.column.setSpacing(style.WIDE)
        asking = self.asking._replace(size=style.TITLE)
        for child in self.item.items:
            widget = self._make(child, asking)
            widget.answered.connect(self.answered)
            widget.rearranged.connect(self.rearranged)
            widget.wanted.connect(self.wanted)
            self.column.addWidget(widget)
            self.children_shown.append(widget)

    def follow(self, logic: Logic) -> None:
        """Hand on what changed."""
        super().follow(logic)
        for child in self.children_shown:
            child.follow(logic)

    def widgets_for(self, link_id: str) -> list[AnswerWidget]:
        """Return the widgets inside that ask this question."""
        inside = [w for child in self.children_shown for w in child.widgets_for(link_id)]
        return inside or super().widgets_for(link_id)
