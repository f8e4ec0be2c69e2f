"""The code book: what stands at which place in the digits that a paper carries.

Its lines are only ever appended. A code says how many of them there were when it was made, and what
sum they have: it can be read for as long as the first ones stay as they are, and never by others.
"""

from enum import StrEnum
from typing import NamedTuple, Self
from zlib import crc32

from pydantic import Field, model_validator

from rls_wizard.domain.item import Item, ItemType
from rls_wizard.domain.model import LinkId, Model, Text


class Kind(StrEnum):
    """How the answer to a question is coded."""

    ONE = "one"
    """One of its options."""
    SEVERAL = "several"
    """Any of a few options: a yes or no for each."""
    LISTED = "listed"
    """Some of very many options: each by its place among them."""
    NUMBER = "number"
    DATE = "date"
    WORDS = "words"
    """Not coded at all: only that there were words."""
    ROWS = "rows"
    """The lines that are `within` it, once for each row."""


_PLAIN = {
    ItemType.INTEGER: Kind.NUMBER,
    ItemType.DECIMAL: Kind.NUMBER,
    ItemType.DATE: Kind.DATE,
    ItemType.TEXT: Kind.WORDS,
    ItemType.GROUP: Kind.ROWS,
}


def kind_of(item: Item) -> Kind:
    """Return how answers to an item are coded."""
    if item.type is not ItemType.CHOICE:
        return _PLAIN[item.type]
    if not item.repeats:
        return Kind.ONE
    return Kind.LISTED if item.options_from else Kind.SEVERAL


class Line(Model):
    """A question, or more options of a question that stands further up."""

    question: LinkId
    kind: Kind | None = None
    """None: only options are added."""
    within: LinkId | None = None
    """The list in whose rows it is asked."""
    options: tuple[str, ...] = ()


class Retired(Model):
    """A question or an option that is no longer asked, and what stands for it now, if anything."""

    question: LinkId
    option: str | None = None
    """None: the whole question."""
    became: str | None = None
    """Another question, or another option of the same one, that says the same."""
    short: Text
    """What it was called, for who is told that it was lost."""


class Coded(NamedTuple):
    """A question with all its options, as the first lines of a book have it."""

    link_id: str
    kind: Kind
    options: tuple[str, ...]
    within: str | None
    children: tuple["Coded", ...] = ()


class CodeBook(Model):
    """All lines, and what became of those that nothing uses any more."""

    lines: tuple[Line, ...] = Field(default=(), alias="line")
    retired: tuple[Retired, ...] = ()

    @model_validator(mode="after")
    def _can_be_read(self) -> Self:
        seen: dict[str, Kind] = {}
        for place, line in enumerate(self.lines, 1):
            if (line.kind is None) != (line.question in seen):
                raise ValueError(
                    f"line {place}: {line.question!r} needs a kind where it stands first, and only "
                    "there"
                )
            if line.within is not None and seen.get(line.within) is not Kind.ROWS:
                raise ValueError(f"line {place}: {line.within!r} is no list that stands before it")
            seen.setdefault(line.question, line.kind or Kind.WORDS)
        return self

    def sum(self, lines: int) -> int:
        """Return 32 bits that tell the first lines from those of another book."""
        used = (
            f"{o.question} {o.kind} {o.within} {' '.join(o.options)}" for o in self.lines[:lines]
        )
        return crc32("\n".join(used).encode())

    def questions(self, lines: int | None = None) -> tuple[Coded, ...]:
        """Return what the first lines say, or all: questions in order, rows' questions inside."""
        used = self.lines[:lines]
        options: dict[str, tuple[str, ...]] = {}
        for line in used:
            options[line.question] = (*options.get(line.question, ()), *line.options)
        coded = [
            Coded(line.question, line.kind, options[line.question], line.within)
            for line in used
            if line.kind is not None
        ]
        return tuple(_with_children(one, coded) for one in coded if one.within is None)


def _with_children(one: Coded, every: list[Coded]) -> Coded:
    children = tuple(child for child in every if child.within == one.link_id)
    return Coded(one.link_id, one.kind, one.options, None, children)
