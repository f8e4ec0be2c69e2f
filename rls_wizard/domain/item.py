"""Definitions of single questions, in FHIR's terms."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import cached_property
from typing import Literal, Self

from pydantic import Field, PrivateAttr, StrictBool, StrictInt, ValidationInfo, model_validator

from rls_wizard.domain.condition import Condition
from rls_wizard.domain.dated import MOST_WEEKS, Dated
from rls_wizard.domain.model import LinkId, Model, Text
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
    """An hour of the day as a button, around a clock or in a row for each part of the day."""
    BODY = "body"
    """Parts of the body as ticks, and as a figure to press."""
    FOLDED = "folded"
    """A long choice with one likely answer: that one, and the others behind a line to press."""


BODY_PARTS = frozenset({"both_legs", "one_leg", "feet", "arms", "trunk", "elsewhere"})
"""The options of a body, which are the parts of the figure."""


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
    Appearance.BODY: ItemType.CHOICE,
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
    neutral: Text | None = None
    """Of what is private: words that tell little to whoever looks on, in a waiting room."""
    help: Text | None = None
    why: Text | None = None
    required: StrictBool = False
    may_be_unsure: StrictBool = True
    """Whether "not sure" is offered where an answer is required."""
    repeats: StrictBool = False
    private: StrictBool = False
    preset: StrictBool = False
    """Whether the program answers it at the start, and the person may change it: without such an
    answer it is not asked."""
    lasts: StrictBool = False
    """Whether an answer still holds on a later day. One that does not is asked again."""
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
    items: tuple["Item", ...] = ()
    """Of a group: what it asks. Of a date: one tick that says that it is only about right."""

    @model_validator(mode="before")
    @classmethod
    def _options_from_table(cls, block: object) -> object:
        """Take options as editors write them: code = "text", and exclusive ones by name."""
        if not isinstance(block, dict) or not isinstance(block.get("options"), Mapping):
            return block
        named = {field: block.get(field, []) for field in ("exclusive", "unoffered")}
        for field, codes in named.items():
            if not isinstance(codes, list):
                raise ValueError(f"{field} must be a list of options")
            # A list, for what was read may be of any type, also one that a set cannot hold.
            if unknown := [code for code in codes if code not in list(block["options"])]:
                raise ValueError(f"{field} names {unknown}, which is no option")
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
    def _has_only_what_its_type_has(self) -> Self:
        if misplaced := self.model_fields_set & _NOT_FOR[self.type]:
            field = min(misplaced)
            name = type(self).model_fields[field].alias or field
            raise ValueError(f"{name} is only for {' and '.join(sorted(_ONLY_FOR[field]))}")
        if _LAID_OUT.get(self.appearance, self.type) is not self.type:
            raise ValueError(f"{self.appearance} is only for {_LAID_OUT[self.appearance]}")
        return self

    @model_validator(mode="after")
    def _has_what_it_needs(self) -> Self:
        if self.type is ItemType.CHOICE and not (self.own_options or self.options_from):
            raise ValueError("a choice needs options")
        if self.type is ItemType.GROUP and not self.items:
            raise ValueError("a group needs items")
        if (self.appearance is Appearance.FOLDED) != (self.more is not None):
            raise ValueError("a folded choice needs 'more', and nothing else has it")
        if self.appearance is Appearance.BODY and not self._is_a_body():
            raise ValueError(f"a body repeats, and its options are {sorted(BODY_PARTS)}")
        if self.type is ItemType.DATE and not _is_tick_or_nothing(self.items):
            raise ValueError("a date has no items but one choice with one option")
        if self.repeats and any(child.items for child in self.items):
            raise ValueError("an item of a row has no items of its own")
        return self

    def _is_a_body(self) -> bool:
        return self.repeats and {option.code for option in self.own_options} == BODY_PARTS

    @model_validator(mode="after")
    def _counts(self) -> Self:
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
    def _may_be_preset(self) -> Self:
        if self.preset and (self.required or self.type is not ItemType.CHOICE):
            raise ValueError("preset is for a choice that is not required")
        return self

    @model_validator(mode="after")
    def _is_neutral_where_private(self) -> Self:
        if self.neutral and not self.private:
            raise ValueError("neutral is for what is private")
        return self

    @model_validator(mode="after")
    def _lasts_as_a_whole(self) -> Self:
        if self.lasts and not self.asks:
            raise ValueError("lasts is only for what is asked")
        if self.repeats and any(child.lasts for child in self.items):
            raise ValueError("a list lasts as a whole: lasts does not stand in its items")
        return self

    @model_validator(mode="after")
    def _has_a_time(self) -> Self:
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
    def _is_found_in_its_list(self) -> Self:
        if self.found_by and not (self.repeats and self.options_from == "medicines"):
            raise ValueError("found_by is for a choice that repeats, with options from medicines")
        return self

    @model_validator(mode="after")
    def _follows_what_stands_before(self) -> Self:
        before: set[str] = set()
        for child in self.items:
            for field in ("found_by", "follows_from"):
                other = getattr(child, field)
                if other is not None and (other not in before or not self.repeats):
                    raise ValueError(f"{field} of {child.link_id!r} names no question before it")
            before.add(child.link_id)
        return self

    @model_validator(mode="after")
    def _takes_its_list(self, info: ValidationInfo) -> Self:
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
    def about(self) -> "Item | None":
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


def _is_tick_or_nothing(items: tuple[Item, ...]) -> bool:
    ticks = [i for i in items if i.type is ItemType.CHOICE and len(i.options) == 1]
    return len(items) == len(ticks) <= 1 and not any(tick.required for tick in ticks)
