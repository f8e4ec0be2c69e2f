"""All questions together, page by page, in FHIR's terms."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from pydantic import Field, field_validator

from rls_wizard.domain.item import Item
from rls_wizard.domain.model import LinkId, Model, Text


class Page(Model):
    """Items shown together, about one theme."""

    id: LinkId
    title: Text
    step: Text | None = None
    """The step of the way that the page belongs to, if it is not one by itself."""
    intro: Text | None = None
    items: tuple[Item, ...] = Field(alias="item")

    @field_validator("items")
    @classmethod
    def _not_empty(cls, items: tuple[Item, ...]) -> tuple[Item, ...]:
        if not items:
            raise ValueError("a page needs at least one item")
        return items


class Questionnaire(Model):
    """All pages, in the order in which they are asked."""

    pages: tuple[Page, ...]

    @cached_property
    def by_id(self) -> Mapping[str, Item]:
        """Every item, children of groups too, by link id, in the order of asking."""
        return {item.link_id: item for page in self.pages for item in walk(page.items)}

    @cached_property
    def group_of(self) -> Mapping[str, Item]:
        """The repeating group that a child item belongs to, by the child's link id."""
        groups = (item for item in self.by_id.values() if item.repeats and item.items)
        return {child.link_id: group for group in groups for child in walk(group.items)}

    @cached_property
    def told_inside(self) -> frozenset[str]:
        """The items whose answers are told as a part of another's: of a row, a date or a number."""
        about = {item.about.link_id for item in self.by_id.values() if item.about}
        return frozenset(about | self.units | self.group_of.keys())

    @cached_property
    def units(self) -> frozenset[str]:
        """The choices that say the unit of a number, and are told together with it."""
        return frozenset(i.measured.by for i in self.by_id.values() if i.measured)

    @cached_property
    def asked(self) -> tuple[Item, ...]:
        """The items that hold an answer of their own: all but rows, headings and sums."""
        return tuple(
            item for item in self.by_id.values() if item.asks and item.link_id not in self.group_of
        )


def walk(items: tuple[Item, ...]) -> Iterator[Item]:
    """Yield items and the items inside them, in order."""
    for item in items:
        yield item
        yield from walk(item.items)
