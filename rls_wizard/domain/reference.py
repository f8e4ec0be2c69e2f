"""What rules refer to: sources, countries, and the content's own particulars."""

import re
from datetime import date
from typing import Literal, Self

from pydantic import Field, StrictBool, model_validator

from rls_wizard.domain.model import Day, Model, Reviewed, RuleId, Text
from rls_wizard.domain.rules import Stage

_NUMBER = re.compile(r"\{country\.([a-z_]+)\}")
"""A place in a text that something of the person's country fills."""


class Source(Model):
    """Where a statement comes from."""

    id: RuleId
    text: Text
    address: Text | None = None
    seen: StrictBool
    """False: from general knowledge or memory, to be checked against the primary text."""


class Country(Reviewed):
    """The numbers to call, each with where it comes from and when it was looked at."""

    id: str = Field(pattern=r"^[a-z]{2,8}$")
    name: Text
    regions: tuple[str, ...] = ()
    """The two-letter codes of ISO 3166 that a computer set to this country has."""
    emergency: Text
    """What to do in an emergency, as it stands in a sentence: "call 999"."""
    urgent: Text
    """Whom to phone for help today, as it stands in a sentence."""
    crisis: Text
    """Where to turn with dark thoughts."""
    maternity: Text
    poisons: Text
    """Whom to phone when something was swallowed that should not be, as in a sentence."""
    driving: Text
    owner: Text
    """Who looks after these numbers."""
    source: tuple[RuleId, ...]
    checked: StrictBool
    """Whether the owner compared every number with what its body itself says."""
    next_review: Day

    @model_validator(mode="after")
    def _looked_after(self) -> Self:
        if not self.source:
            raise ValueError("every country names at least one source")
        return self

    def fill(self, text: str) -> str:
        """Return a text with what it says of the person's country filled in."""
        return _NUMBER.sub(lambda field: str(getattr(self, field.group(1))), text)


class Dates(Model):
    """How dates are said."""

    months: tuple[Text, ...] = Field(min_length=12, max_length=12)
    year: Text
    month: Text
    day: Text
    about: Text
    before: Text
    between: Text

    def in_words(self, value: str | date) -> str:
        """Return a day, or a date as it is recorded, in words.

        That is "2026", "2026-03" or "2026-03-14": as much of it as the person knows.
        """
        year, *rest = str(value).split("-")
        if not rest:
            return self.year.format(year=year)
        month, *day = rest
        name = self.months[int(month) - 1]
        if day:
            return self.day.format(day=int(day[0]), month=name, year=year)
        return self.month.format(month=name, year=year)


class Units(Model):
    """How a number is said in the unit in which it was told, and in another."""

    unknown: Text
    also: Text
    same: Text
    """Where the number is the same in both."""


class TimelineWords(Model):
    """What is said on the time line besides what the person told."""

    visit: Text
    """The day of the visit, its last event."""
    note: Text


class Chapter(Model):
    """A chapter of "Read all advice": what is new in these stages, and parts of the text."""

    id: RuleId
    title: Text
    stages: tuple[Stage, ...] = ()
    parts: tuple[RuleId, ...] = ()
    cautions: StrictBool = False
    """Whether what is worth telling a clinician stands here."""


class ClinicalReview(Model):
    """Whether a clinician reviewed the content, and if so who, when, and what exactly."""

    state: Literal["none", "reviewed"]
    who: Text | None = None
    """Name and role."""
    on: Day | None = None
    fingerprint: Text | None = None
    """Of the content as it was reviewed."""

    @model_validator(mode="after")
    def _names_what_was_reviewed(self) -> Self:
        named = [self.who, self.on, self.fingerprint]
        if self.state == "reviewed" and None in named:
            raise ValueError("'reviewed' needs who, on and fingerprint")
        if self.state == "none" and any(named):
            raise ValueError("'none' has no who, on or fingerprint")
        return self


class Help(Reviewed):
    """When to get help at once, and from whom: a line of the person's page for everybody."""

    id: RuleId
    sign: Text
    whom: Text
    """What to do, as it stands by itself; numbers of the country are filled in."""
    source: tuple[RuleId, ...] = Field(min_length=1)


class Slip(Reviewed):
    """A part of the paper to cut out and hand over when a blood test is asked for."""

    id: RuleId
    title: Text
    intro: Text
    """What the person says with it."""
    ticks: tuple[Text, ...] = Field(min_length=1)
    """The tests, to be ticked by pen."""
    text: Text
    """What to ask before the test."""
    blanks: tuple[Text, ...]
    """What is filled in by pen."""
    beside: tuple[RuleId, ...] = Field(min_length=1)
    """The advice and cautions that it goes with."""
    never: tuple[RuleId, ...] = ()
    """The findings with which it is not printed, also where they are not sure."""
    source: tuple[RuleId, ...] = Field(min_length=1)
    grade: Literal["A", "B", "C", "D", "P"]


class About(Reviewed):
    """The content as a whole: its version, its review, its standing sentences."""

    version: Text = Field(pattern=r"^[A-Za-z0-9._-]{1,35}$")
    """Its numbers rise: by them it is told whether answers are of an older or a newer content."""
    clinical_review: ClinicalReview
    review_says: dict[Literal["none", "reviewed"], Text]
    """What is said of the review; `{who}` and `{day}` are filled in."""
    next_review: Day
    self_reported: Text
    stage_intro: Text
    provisional: Text
    causes_intro: Text
    unseen: Text
    """Said behind a source that is named from memory."""
    unsure_flag: Text
    private_withheld: Text
    left_out: Text
    left_out_unsure: Text
    left_out_more: Text
    left_out_short: Text
    """That something is left out, and why, where there is no room to say what."""
    """How one reason is named that stands for others, too."""
    overdue: Text
    """Said once the day to look at the whole again, `{day}`, has passed."""
    overdue_line: Text
    """Said once it has passed for one rule."""
    library_intro: Text
    help: tuple[Help, ...] = Field(min_length=1, alias="help_line")
    slips: tuple[Slip, ...] = Field(default=(), alias="slip")
    chapters: tuple[Chapter, ...] = Field(default=(), alias="chapter")
    flags_label: Text
    flags_denied: Text
    flags_open: Text
    flags_others: Text
    flags_changed: Text
    first_yes: Text
    """Said behind a no to a warning sign that was a yes at first."""
    topics: dict[RuleId, Text]
    """The headings of cautions, in the order in which they are read."""
    grades: dict[Literal["A", "B", "C", "D", "P"], Text]
    urgency_says: dict[Literal["none", "routine", "soon", "same-day", "emergency"], Text]
    answers: dict[
        Literal[
            "asked-unknown",
            "asked-declined",
            "on-paper",
            "pending",
            "skipped",
            "nothing",
            "not-asked",
        ],
        Text,
    ]
    dates: Dates
    timeline: TimelineWords
    units: Units
    answered_by: dict[Literal["self", "parent", "carer"], Text]
    you_means: dict[str, Text]
    """Whom the questions speak of when somebody answers for another."""

    @property
    def handed(self) -> tuple[Help | Slip, ...]:
        """What stands on the person's page beside the rules."""
        return (*self.help, *self.slips)

    def whom(self, answered_by: str) -> str:
        """Return whom "you" means in the questions; empty for who answers for themselves."""
        return self.you_means.get(answered_by, "")

    @property
    def review(self) -> str:
        """What is said of the review by a clinician."""
        told = self.clinical_review
        day = self.dates.in_words(told.on) if told.on else ""
        return self.review_says[told.state].format(who=told.who, day=day)

    def told_overdue(self, what: Reviewed, today: date) -> str:
        """Return what is said of the whole, or of one rule, past its review; else nothing."""
        day = what.overdue_since(today)
        text = self.overdue if what is self else self.overdue_line
        return text.format(day=self.dates.in_words(day)) if day else ""
