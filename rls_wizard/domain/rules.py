"""Definitions of what answers amount to: findings, flags, the stage table, cautions, advice."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cached_property
from itertools import chain
from typing import Literal, Self, TypeVar

from pydantic import ConfigDict, StrictInt, model_validator

from rls_wizard.domain.condition import Condition
from rls_wizard.domain.model import Model, Reviewed, RuleId, Text


class Stage(StrEnum):
    """The parts of the text, and the three answers that name no part."""

    NONE = "none"
    INITIAL = "initial"
    SUPPORTIVE_SELF_CARE = "supportive-self-care"
    SUPPORTIVE_SEE_CLINICIAN = "supportive-see-clinician"
    SUPPORTIVE_ON_TREATMENT = "supportive-on-treatment"
    WORSENING = "worsening"
    WITHHELD = "withheld"
    INCOMPLETE = "incomplete"
    NOT_FOR_THIS_TOOL = "not-for-this-tool"

    @property
    def fits(self) -> bool:
        """Whether it names a part of the text, and not that none fits or can be told."""
        none = {Stage.NONE, Stage.WITHHELD, Stage.INCOMPLETE, Stage.NOT_FOR_THIS_TOOL}
        return self not in none


class Urgency(StrEnum):
    """How soon to see someone; in rising order."""

    NONE = "none"
    ROUTINE = "routine"
    SOON = "soon"
    SAME_DAY = "same-day"
    EMERGENCY = "emergency"

    @property
    def rank(self) -> int:
        """Place in the rising order, for comparison."""
        return list(Urgency).index(self)

    @property
    def urgent(self) -> bool:
        """Whether it is for today or now."""
        return self.rank >= Urgency.SAME_DAY.rank


# Outcomes that later rules may name as findings. No content block defines them.
FLAGS_URGENT = "flags.urgent"
FLAGS_OPEN = "flags.open"
PROVISIONAL = "provisional"
OUTCOMES = (FLAGS_URGENT, FLAGS_OPEN)


def stage_outcome(stage: Stage) -> str:
    """Return the name under which later rules know that this stage was reached."""
    return f"stage.{stage.value}"


class Finding(Model):
    """A named conclusion that other rules use; blocks with one id mean any of them.

    `text` says in a few words what it is ("numb feet"), for "left out because of ...".
    """

    id: RuleId
    text: Text | None = None
    meaning: Text | None = None
    """What it is, for clinicians, where there is no `text`; one block of several has it."""
    when: tuple[Condition, ...] = ()
    any_row: tuple[Condition, ...] = ()
    of: tuple[RuleId, ...] = ()
    at_least: StrictInt = 1

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not (self.when or self.any_row or self.of):
            raise ValueError("a finding needs when, any_row or of")
        if self.of and not 1 <= self.at_least <= len(self.of):
            raise ValueError(f"at_least must lie between 1 and {len(self.of)}")
        return self


class Population(Finding):
    """A finding that is a group of people, listed in the assessment."""

    text: Text


class Rule(Reviewed):
    """One row of a table that says something to a person or a clinician."""

    id: RuleId
    when: tuple[Condition, ...] = ()
    text: Text
    general: Text | None = None
    """What is said to readers who answered nothing, where the text speaks of an answer."""
    source: tuple[RuleId, ...]
    grade: Literal["A", "B", "C", "D", "P"]
    seed: tuple[str, ...] = ()
    """The points of the text that the mission starts from (T1 to T13) that this carries."""

    @model_validator(mode="after")
    def _has_a_source(self) -> Self:
        if not self.source:
            raise ValueError("source is empty: every rule names at least one")
        return self


RuleModel = TypeVar("RuleModel", bound=Rule)


def _conditional(rule: RuleModel) -> RuleModel:
    if not rule.when:
        raise ValueError("when has no condition: this would be said to everybody")
    return rule


class RedFlag(Rule):
    """A sign that needs help sooner than restless legs do; blocks with one id mean any."""

    level: Urgency
    title: Text
    unsure: Text | None = None
    """What to say instead of the usual sentence when the person was not sure."""
    avoid: Text | None = None
    """What not to do meanwhile; it is said after the text."""

    @model_validator(mode="after")
    def _has_a_condition(self) -> Self:
        return _conditional(self)


class StageRow(Model):
    """One row of the stage table; the first row that is true decides."""

    id: RuleId
    stage: Stage
    when: tuple[Condition, ...] = ()
    because: tuple[str, ...] = ()
    """The questions to name where the conditions alone do not tell why."""
    text: Text
    """The row in words, for the clinician's page."""


class Part(Rule):
    """The part of the text shown to people in these stages."""

    title: Text
    stages: tuple[Stage, ...]


class UrgencyRow(Model):
    """Raises the urgency of the whole result."""

    id: RuleId
    level: Urgency
    when: tuple[Condition, ...]
    text: Text | None = None
    """What to do, and by when."""

    @model_validator(mode="after")
    def _says_by_when(self) -> Self:
        if self.level is Urgency.SOON and self.text is None:
            raise ValueError("'soon' needs a text that says by when")
        return self


class Variant(Model):
    """Other words for people in one of these findings."""

    for_: tuple[RuleId, ...]
    text: Text

    model_config = ConfigDict(alias_generator=lambda name: name.rstrip("_"))


class Caution(Rule):
    """Something that may lie underneath, or that needs care."""

    title: Text
    topic: RuleId
    """Under which heading it stands where there are many, of those in `about.toml`."""
    urgency: Urgency = Urgency.ROUTINE
    instead: tuple[Variant, ...] = ()
    """Other words, of which the first that fit are said."""
    lines: tuple[Variant, ...] = ()
    """Said below the words, each that fits on a line of its own."""

    @property
    def variants(self) -> tuple[Variant, ...]:
        """All that is said to some people only."""
        return (*self.instead, *self.lines)

    @model_validator(mode="after")
    def _has_a_condition(self) -> Self:
        return _conditional(self)


class Advice(Rule):
    """A measure, for whom it is, and what removes or softens it."""

    title: Text
    short: Text | None = None
    """What it is called in a list of things to do, where the title does not tell what to do."""
    picture: RuleId | None = None
    """What is drawn beside it: the name of a file in `resources/pictures`, without its ending."""
    stages: tuple[Stage, ...] = ()
    """Empty: every stage in which advice is given at all."""
    kind: Literal["do", "ask", "know"] = "do"
    """To do oneself, to ask a clinician about, or to know."""
    remove: tuple[RuleId, ...] = ()
    ask: tuple[Variant, ...] = ()
    gentle: tuple[Variant, ...] = ()

    @property
    def variants(self) -> tuple[Variant, ...]:
        """Its other words, the strictest first."""
        return (*self.ask, *self.gentle)

    def asks_first(self, text: str) -> bool:
        """Tell whether these words of it say to ask somebody first."""
        return any(variant.text == text for variant in self.ask)

    @property
    def filters(self) -> tuple[str, ...]:
        """Every finding that removes the advice or changes its words, each once."""
        softening = chain.from_iterable(variant.for_ for variant in self.variants)
        return tuple(dict.fromkeys((*self.remove, *softening)))


class RuleBook(Model):
    """Every rule of the content."""

    findings: tuple[Finding, ...] = ()
    populations: tuple[Population, ...] = ()
    red_flags: tuple[RedFlag, ...] = ()
    stages: tuple[StageRow, ...] = ()
    parts: tuple[Part, ...] = ()
    urgency: tuple[UrgencyRow, ...] = ()
    cautions: tuple[Caution, ...] = ()
    advice: tuple[Advice, ...] = ()

    @property
    def sourced(self) -> tuple[Rule, ...]:
        """Every rule that must name a source, a grade and a date."""
        return (*self.red_flags, *self.parts, *self.cautions, *self.advice)

    @cached_property
    def words(self) -> Mapping[str, str]:
        """What a finding is, in a few words, by id."""
        named = (*self.findings, *self.populations)
        return {finding.id: finding.text for finding in named if finding.text}

    @cached_property
    def meanings(self) -> Mapping[str, str]:
        """What a finding is in words for clinicians, by id."""
        return {f.id: f.meaning for f in self.findings if f.meaning} | dict(self.words)

    @property
    def named(self) -> tuple[Finding | RedFlag | Caution, ...]:
        """Every block whose id a condition may name as a finding."""
        return (*self.findings, *self.populations, *self.red_flags, *self.cautions)
