"""The table of the bench: one row for each number that is to be reached."""

from dataclasses import dataclass
from functools import partial


@dataclass(frozen=True, slots=True)
class Row:
    """What was measured, and what it is to be at most."""

    number: str
    """Of the row in the design's table of numbers to reach."""
    what: str
    measured: float
    target: float
    floor: float = 0
    """What the machine needs for the same, or less, in the same minutes; 0 if there is none."""
    unit: str = "ms"
    at_least: bool = False
    """Whether the target is the least, not the most."""
    profile: partial | None = None
    """What tells where its time goes."""

    @property
    def value(self):
        """What is compared with the target: a ratio where there is a floor."""
        return self.measured / self.floor if self.floor else self.measured

    @property
    def well(self):
        """Whether the target is reached."""
        return self.value >= self.target if self.at_least else self.value <= self.target

    @property
    def near(self):
        """How near to its target it is, or how far above."""
        return self.value / self.target if self.target else 0

    def __str__(self):
        """Return the line of the table."""
        floor = f"{self.floor:.1f} {self.unit}" if self.floor else "-"
        measured = f"{self.measured:.{2 if self.measured < 10 else 1}f} {self.unit}"
        ratio = f"{self.value:.2f}" if self.floor else "-"
        sign = ">=" if self.at_least else "<="
        verdict = "ok" if self.well else "MISSED"
        target = f"{sign} {self.target:g}"
        return f"{_head(self)}{floor:>11}{measured:>13}{ratio:>7}{target:>9}  {verdict}"


@dataclass(frozen=True, slots=True)
class Unmeasured:
    """What could not be measured here, and why."""

    number: str
    what: str
    why: str
    well = True
    profile = None

    def __str__(self):
        """Return the line of the table."""
        return f"{_head(self)}  not measured: {self.why}"


HEAD = f"{'row':4}{'what':30}{'floor':>11}{'measured':>13}{'ratio':>7}{'target':>9}  verdict"


def _head(row):
    return f"{row.number:4}{row.what:30}"
