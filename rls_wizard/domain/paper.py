"""What stands on the clinician's page, and what it calls things."""

from typing import Self

from pydantic import Field, StrictBool, model_validator

from rls_wizard.domain.model import LinkId, Model, RuleId, Text


class PaperEntries(Model):
    """Of a list, the entries in which a question was answered yes, in one line."""

    group: LinkId
    yes_to: LinkId
    items: tuple[LinkId, ...] = Field(min_length=1)
    """What is told of each: the first names it."""
    nothing: Text
    """Said where the answer was no each time."""
    unsure: Text
    """Said of the entries in which the answer is open: {names}."""
    unasked: Text
    """Said where it was asked of none."""


class PaperRow(Model):
    """One line of a table, or one for each entry of a list."""

    called: LinkId | None = None
    """The question by which the line is called, in a column before the others."""
    group: LinkId | None = None
    cells: tuple[tuple[LinkId, ...], ...] = Field(min_length=1)
    """The questions whose answers stand in each column; without the first there is no line."""


class PaperTable(Model):
    """Answers in columns."""

    head: tuple[Text, ...]
    rows: tuple[PaperRow, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _columns(self) -> Self:
        if any((row.called is not None) + len(row.cells) != len(self.head) for row in self.rows):
            raise ValueError("each row needs as many cells as the head, its name among them")
        return self


class PaperSection(Model):
    """Answers that stand together on the clinician's page."""

    id: RuleId
    title: Text
    box: StrictBool = False
    """Whether it is one of the few lines at the top."""
    items: tuple[LinkId, ...]
    denied: StrictBool = False
    """Whether it tells, of lists of ticks, what was not ticked, in small print."""
    scales: StrictBool = False
    """Whether the answers stand on scales."""
    signs: StrictBool = False
    """Whether the warning signs stand in it: those that were denied, in the box in a word."""
    entries: PaperEntries | None = None
    table: PaperTable | None = None

    @property
    def asked(self) -> tuple[LinkId, ...]:
        """Every question that it names."""
        entries, rows = self.entries, self.table.rows if self.table else ()
        return (
            *self.items,
            *((entries.group, entries.yes_to, *entries.items) if entries else ()),
            *(link for row in rows for link in (row.called, row.group) if link),
            *(link for row in rows for cell in row.cells for link in cell),
        )


class PaperNames(Model):
    """Few words for clinicians, in place of those of a question."""

    questions: dict[LinkId, Text] = Field(default_factory=dict)
    options: dict[LinkId, dict[str, Text]] = Field(default_factory=dict)
    """By question, the name of each answer."""
