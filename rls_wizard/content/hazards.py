"""The hazard log: what can do harm, what reduces it, and what remains.

It is for those who make the program, or put it before people; the program does not read it.
"""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field, StringConstraints

from rls_wizard.domain.model import Day, Model, RuleId, Text
from rls_wizard.domain.rules import Advice, Caution, Part, Population, RedFlag, StageRow, UrgencyRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rls_wizard.content.reader import Reader
    from rls_wizard.domain.assessment import Assessment
    from rls_wizard.domain.rules import RuleBook

FILE = "hazards.toml"
Severity = Literal["minor", "significant", "considerable", "major", "catastrophic"]
Pattern = Annotated[str, StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9_.-]*\*?$")]
"""A rule's id, or how the ids of several begin: `CAU-MED-*`. It never stands for all rules."""
TestName = Annotated[str, StringConstraints(pattern=r"^tests/[a-z0-9_/]+\.py::test_\w+$")]
Traced = RedFlag | StageRow | Part | UrgencyRow | Caution | Advice | Population
"""What a hazard must name."""


class Screen(Model):
    """A page of the program or of the paper that is no page of questions."""

    id: RuleId
    name: Text
    module: str
    """The file that makes it, below the program's folder."""


class Hazard(Model):
    """One way in which the program could do harm."""

    id: Annotated[str, StringConstraints(pattern=r"^H[1-9][0-9]*$")]
    title: Text
    cause: Text
    harm: Text
    severity: Severity
    arises_from: tuple[Pattern, ...] = ()
    """Rules whose words could do the harm."""
    rules: tuple[Pattern, ...] = ()
    """Rules that reduce it."""
    controls: tuple[Text, ...] = ()
    """What reduces it besides rules."""
    screens: tuple[RuleId, ...]
    tests: tuple[TestName, ...]
    remains: Text
    """What is not reduced, and who must do what about it."""

    @property
    def patterns(self) -> tuple[str, ...]:
        """Every rule that it names, in whichever part."""
        return (*self.arises_from, *self.rules)


class HazardLog(Model):
    """All hazards, and how they were judged."""

    owner: Text
    """The clinical safety officer."""
    reviewed_on: Day
    next_review: Day
    preface: tuple[Text, ...]
    severity: dict[Severity, Text]
    """What each word of the scale means, in rising order."""
    screens: tuple[Screen, ...] = Field(alias="screen")
    hazards: tuple[Hazard, ...] = Field(alias="hazard")


def read_hazards(reader: Reader) -> HazardLog | None:
    """Return the hazard log, or None; faults stay with the reader."""
    table = reader.table(FILE)
    if table is None:
        return None
    blocks = {
        "screen": reader.blocks(Screen, f"{FILE} screen", table.get("screen", [])),
        "hazard": reader.blocks(Hazard, f"{FILE} hazard", table.get("hazard", [])),
    }
    return reader.block(HazardLog, FILE, table | blocks)


def traced(rules: RuleBook) -> Iterator[Traced]:
    """Yield every block that a hazard must name; several may have one id."""
    yield from rules.red_flags
    yield from rules.populations
    yield from rules.stages
    yield from rules.parts
    yield from rules.urgency
    yield from rules.cautions
    yield from rules.advice


def named(patterns: Iterable[str], ids: Iterable[str]) -> tuple[str, ...]:
    """Return the ids that any of the patterns names, in the order of the ids and each once."""
    wanted = tuple(patterns)
    return tuple(
        dict.fromkeys(i for i in ids if any(fnmatchcase(i, pattern) for pattern in wanted))
    )


def at_work(found: Assessment) -> frozenset[str]:
    """Return the ids of all rules that an assessment shows at work; left out is at work, too."""
    said = (*found.red_flags, *found.parts, *found.cautions, *found.advice, *found.left_out)
    rows = (*found.appointments, *([found.row] if found.row else ()))
    return frozenset((*(c.rule.id for c in said), *(row.id for row in rows), *found.population))
