"""Definitions of questions, in FHIR's terms."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from functools import cached_property
from typing import Literal

from pydantic import (
    Field,
    PrivateAttr,
    StrictBool,
    StrictInt,
    ValidationInfo,
    field_validator,
    model_validator,
)

from rls_wizard.domain.dated import MOST_WEEKS, Dated
from rls_wizard.domain.model import LinkId, Model, RuleId, Text
from rls_wizard.domain.units import Measured


class ItemType(StrEnum):
    """How an item is answered."""

    CHOICE = "choice"
    INTEGER = "integer"
    DECIMAL = "decimal"
    TEXT = "text"
    DATE = "date"
    GROUP = "group"
    DISPLAY = "display"


class Appearance(StrEnum):
    """How the window lays an item out; the answer is the same."""

    PLAIN = "plain"
    SCALE = "scale"
    """A whole number as a row of buttons."""
    TICKS = "ticks"
    """A group of yes/no items as one list of ticks, with "none of these"."""
    HOUR = "hour"
    """An hour of the day as a button, in a row for each part of the day."""
    FOLDED = "folded"
    """A long choice with one likely answer: that one, and the others behind a line to press."""


class Absent(StrEnum):
    """Why there is no value, as in FHIR's data-absent-reason; on-paper is ours."""

    UNKNOWN = "asked-unknown"
    DECLINED = "asked-declined"
    ON_PAPER = "on-paper"


Operator = Literal["exists", "=", "!=", ">", "<", ">=", "<="]
ORDERS: frozenset[str] = frozenset({">", "<", ">=", "<="})


class Condition(Model):
    """One comparison of an answer, or one finding that must or must not hold.

    An answer may be compared with an option, a number, or the name of an absence
    ("asked-unknown"). For a question with several answers "=" asks whether it is among them.
    """

    question: LinkId | None = None
    operator: Operator = "="
    answer: StrictBool | int | float | str | None = None
    finding: RuleId | None = None
    is_: StrictBool = Field(default=True, alias="is")

    @model_validator(mode="after")
    def _one_of_two(self) -> Condition:
        if (self.question is None) == (self.finding is None):
            raise ValueError("name either a question or a finding")
        if self.question is not None and self.answer is None:
            raise ValueError("a question needs an answer to compare with")
        if self.operator == "exists" and not isinstance(self.answer, bool):
            raise ValueError("'exists' takes true or false")
        if self.operator in ORDERS and isinstance(self.answer, bool | str):
            raise ValueError(f"{self.operator!r} needs a number")
        return self


class AnswerOption(Model):
    """One answer that a choice offers; an exclusive one stands alone ("none of these")."""

    code: str = Field(pattern=r"^[a-z0-9][a-z0-9_-]*$")
    text: Text
    exclusive: StrictBool = False
    offered: StrictBool = True
    """Whether a person can choose it: some only follow from another answer."""
    groups: tuple[str, ...] = ()
    """The answers of another question that follow from this one: the classes of a medicine."""


OptionList = Callable[[], tuple[AnswerOption, ...]]
"""Reads the options that are another list's blocks; by its name the context of a validation."""


class Wording(Model):
    """Other words for a question, for whom the conditions hold."""

    when: tuple[Condition, ...]
    text: Text


class Calculation(Model):
    """A number worked out from other answers, never asked and never stored."""

    formula: Literal["body-mass-index"]
    of: tuple[LinkId, ...]


_NUMBERS = frozenset({ItemType.INTEGER, ItemType.DECIMAL})
_ONLY_FOR: Mapping[str, frozenset[ItemType]] = {
    "repeats": frozenset({ItemType.CHOICE, ItemType.GROUP}),
    "own_options": frozenset({ItemType.CHOICE}),
    "options_from": frozenset({ItemType.CHOICE}),
    "found_by": frozenset({ItemType.CHOICE}),
    "follows_from": frozenset({ItemType.CHOICE}),
    "more": frozenset({ItemType.CHOICE}),
    "minimum": _NUMBERS,
    "maximum": _NUMBERS | {ItemType.TEXT},
    "unit": _NUMBERS,
    "measured": _NUMBERS,
    "wrong": _NUMBERS,
    "calculated": _NUMBERS,
    "low": frozenset({ItemType.INTEGER}),
    "high": frozenset({ItemType.INTEGER}),
    "names": frozenset({ItemType.INTEGER}),
    "timeline": frozenset({ItemType.DATE, ItemType.INTEGER}),
    "row": frozenset({ItemType.GROUP}),
    "items": frozenset({ItemType.GROUP, ItemType.DATE}),
}
"""The fields that not every item may have. Another one needs a line here, and no more."""
_NOT_FOR = {
    kind: frozenset(field for field, kinds in _ONLY_FOR.items() if kind not in kinds)
    for kind in ItemType
}
_LAID_OUT: Mapping[Appearance, ItemType] = {
    Appearance.SCALE: ItemType.INTEGER,
    Appearance.HOUR: ItemType.INTEGER,
    Appearance.TICKS: ItemType.GROUP,
    Appearance.FOLDED: ItemType.CHOICE,
}


class Item(Model):
    """A question, a group of questions, or a piece of text."""

    link_id: LinkId
    type: ItemType
    text: Text
    short: Text | None = None
    """The question in few words, for lists and paper."""
    help: Text | None = None
    why: Text | None = None
    required: StrictBool = False
    may_be_unsure: StrictBool = True
    """Whether "not sure" is offered where an answer is required."""
    repeats: StrictBool = False
    private: StrictBool = False
    own_options: tuple[AnswerOption, ...] = Field(default=(), alias="options")
    options_from: Literal["countries", "medicines"] | None = None
    """The list outside the questionnaire whose blocks are the options."""
    found_by: LinkId | None = None
    """Of a choice in a row: the text whose words its options are found by."""
    follows_from: LinkId | None = None
    """Of a choice in a row: the choice before it whose groups answer this one, too. It is asked
    only where nothing follows."""
    minimum: StrictInt | None = None
    maximum: StrictInt | None = None
    """Of a text: how many characters it may have."""
    unit: Text | None = None
    measured: Measured | None = None
    """Of a number whose unit the person says."""
    wrong: Text | None = None
    """What is said of a number that cannot be, in place of the usual sentence."""
    low: Text | None = None
    """What the least number of a scale means."""
    high: Text | None = None
    """What the greatest number of a scale means."""
    names: tuple[Text, ...] = ()
    """Of a whole number: how each is said, from the least to the greatest ("9 pm")."""
    row: Text | None = None
    """Of a repeating group: what one row is called, with its number ("Medicine {number}")."""
    more: Text | None = None
    """Of a folded choice: the line that shows all other answers."""
    appearance: Appearance = Appearance.PLAIN
    enable_when: tuple[Condition, ...] = ()
    wording: tuple[Wording, ...] = ()
    calculated: Calculation | None = None
    timeline: Dated | None = None
    _list: OptionList | None = PrivateAttr(default=None)
    items: tuple[Item, ...] = ()
    """Of a group: what it asks. Of a date: one tick that says that it is only about right."""

    @model_validator(mode="before")
    @classmethod
    def _options_from_table(cls, block: object) -> object:
        """Take options as editors write them: code = "text", and exclusive ones by name."""
        if not isinstance(block, dict) or not isinstance(block.get("options"), Mapping):
            return block
        named = {field: block.get(field, []) for field in ("exclusive", "unoffered")}
        for field, codes in named.items():
            unknown = set(codes) - set(block["options"])
            if unknown:
                raise ValueError(f"{field} names {sorted(unknown)}, which is no option")
        options = [
            {
                "code": code,
                "text": text,
                "exclusive": code in named["exclusive"],
                "offered": code not in named["unoffered"],
            }
            for code, text in block["options"].items()
        ]
        rest = {key: value for key, value in block.items() if key not in named}
        return rest | {"options": options}

    @model_validator(mode="after")
    def _has_only_what_its_type_has(self) -> Item:
        if misplaced := self.model_fields_set & _NOT_FOR[self.type]:
            field = min(misplaced)
            name = type(self).model_fields[field].alias or field
            raise ValueError(f"{name} is only for {' and '.join(sorted(_ONLY_FOR[field]))}")
        if _LAID_OUT.get(self.appearance, self.type) is not self.type:
            raise ValueError(f"{self.appearance} is only for {_LAID_OUT[self.appearance]}")
        return self

    @model_validator(mode="after")
    def _has_what_it_needs(self) -> Item:
        if self.type is ItemType.CHOICE and not (self.own_options or self.options_from):
            raise ValueError("a choice needs options")
        if self.type is ItemType.GROUP and not self.items:
            raise ValueError("a group needs items")
        if (self.appearance is Appearance.FOLDED) != (self.more is not None):
            raise ValueError("a folded choice needs 'more', and nothing else has it")
        if self.type is ItemType.DATE and not _is_tick_or_nothing(self.items):
            raise ValueError("a date has no items but one choice with one option")
        if self.repeats and any(child.items for child in self.items):
            raise ValueError("an item of a row has no items of its own")
        return self

    @model_validator(mode="after")
    def _counts(self) -> Item:
        if self.calculated and (self.required or self.measured or self.wrong):
            raise ValueError("a calculated number is not asked: not required, measured or wrong")
        if self.type not in _NUMBERS or self.calculated:
            return self
        if self.minimum is None or self.maximum is None:
            raise ValueError("a number needs minimum and maximum")
        if self.minimum > self.maximum:
            raise ValueError("minimum is more than maximum")
        if self.names and len(self.names) != self.maximum - self.minimum + 1:
            raise ValueError("names are for whole numbers: one from minimum to maximum each")
        if self.appearance is Appearance.HOUR and (self.minimum, self.maximum) != (0, 23):
            raise ValueError("an hour goes from 0 to 23")
        if self.measured and self.unit:
            raise ValueError("a number is measured, or has one unit, but not both")
        return self

    @model_validator(mode="after")
    def _has_a_time(self) -> Item:
        if self.timeline is None:
            return self
        counts = self.type is ItemType.INTEGER
        if counts != (self.timeline.ago is not None):
            raise ValueError("on the time line a whole number, and nothing else, needs ago")
        if counts and ((self.minimum or 0) < 0 or (self.maximum or 0) > MOST_WEEKS):
            raise ValueError(f"ago counts from 0 to {MOST_WEEKS} weeks")
        if counts and self.timeline.unknown:
            raise ValueError("unknown is for a date on the time line")
        return self

    @model_validator(mode="after")
    def _follows_what_stands_before(self) -> Item:
        before: set[str] = set()
        for child in self.items:
            for field in ("found_by", "follows_from"):
                other = getattr(child, field)
                if other is not None and (other not in before or not self.repeats):
                    raise ValueError(f"{field} of {child.link_id!r} names no question before it")
            before.add(child.link_id)
        return self

    @model_validator(mode="after")
    def _takes_its_list(self, info: ValidationInfo) -> Item:
        # Here and not by a setter afterwards: what was read never changes.
        if self.options_from and info.context:
            self._list = info.context[self.options_from]
        return self

    @property
    def asks(self) -> bool:
        """Whether a person gives this item a value of its own."""
        gathers = self.type is ItemType.GROUP and not self.repeats
        return not (self.calculated or gathers or self.type is ItemType.DISPLAY)

    @property
    def about(self) -> Item | None:
        """Of a date: the item that says that it is only about right."""
        return self.items[0] if self.type is ItemType.DATE and self.items else None

    @property
    def label(self) -> str:
        """The question in as few words as there are."""
        return self.short or self.text

    @cached_property
    def options(self) -> tuple[AnswerOption, ...]:
        """What it offers, and what else follows; of a list elsewhere, read when first needed."""
        return self._list() if self._list else self.own_options

    @property
    def offered(self) -> tuple[AnswerOption, ...]:
        """The options that a person can choose."""
        return tuple(option for option in self.options if option.offered)

    def option(self, code: str) -> AnswerOption | None:
        """Return the option with this code, or None."""
        return next((option for option in self.options if option.code == code), None)


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


def _is_tick_or_nothing(items: tuple[Item, ...]) -> bool:
    ticks = [i for i in items if i.type is ItemType.CHOICE and len(i.options) == 1]
    return len(items) == len(ticks) <= 1 and not any(tick.required for tick in ticks)


def walk(items: tuple[Item, ...]) -> Iterator[Item]:
    """Yield items and the items inside them, in order."""
    for item in items:
        yield item
        yield from walk(item.items)
