"""Which answers of a visit were looked at twice, and which urgent pages were seen.

A tick that calls for help today is checked before it counts, for a finger slips; "not sure" is
asked once more (`rules.md` 1 and 6). These are steps of the window: nothing of it is stored.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rls_wizard.domain.flags import flag_questions
from rls_wizard.domain.item import Appearance
from rls_wizard.domain.response import Absent

if TYPE_CHECKING:
    from rls_wizard.domain.assessment import Assessment
    from rls_wizard.domain.definitions import Definitions
    from rls_wizard.domain.response import Response, Value

_YES, _NO = "yes", "no"


@dataclass(slots=True)
class Guard:
    """Remembers for one visit."""

    checked: frozenset[tuple[str, Value]] = frozenset()
    """The questions that were looked at twice, each with the answer that it had then."""
    said: dict[str, Value] = field(default_factory=dict)
    """What is said on second thought, until that page is left: it does not count before."""
    accepted: frozenset[str] = frozenset()
    """The flags for which the person said to get seen today."""
    has_been_urgent: bool = False

    def unchecked(self, definitions: Definitions, found: Assessment) -> tuple[str, ...]:
        """Return the questions to look at again, in the order in which they were asked."""
        behind = {
            link
            for flag in found.red_flags
            if flag.level.urgent or flag.unsure
            for link in flag.because
        }
        return tuple(
            link
            for link, value in _standing(definitions, found).items()
            if link in behind and (link, value) not in self.checked
        )

    def pass_on(self, definitions: Definitions, found: Assessment) -> None:
        """Take what stands when a page is left as checked, where nothing asks to check it."""
        self.checked |= _standing(definitions, found).items()

    def confirm(self, link_id: str, value: Value) -> None:
        """Take an answer as checked."""
        self.checked |= {(link_id, value)}

    def urgent(self, definitions: Definitions, found: Assessment) -> bool:
        """Tell whether something urgent stands that was checked."""
        return found.urgency.urgent and not self.unchecked(definitions, found)

    def must_tell(self, found: Assessment) -> bool:
        """Tell whether the urgent page is still to be shown."""
        return bool(_urgent_flags(found) - self.accepted)

    def accept(self, found: Assessment) -> None:
        """Let the person go on, who gets seen today."""
        self.accepted |= _urgent_flags(found)

    def record(self, response: Response, link_id: str, value: Value | None) -> Response:
        """Return the response with an answer; a checked yes that becomes a no is told on paper."""
        response = response.record(link_id, value)
        if value == _NO and (link_id, _YES) in self.checked:
            self.checked = frozenset(pair for pair in self.checked if pair[0] != link_id)
            return response.take_back(link_id)
        return response


def _standing(definitions: Definitions, found: Assessment) -> dict[str, Value]:
    """Return the flag questions that are answered yes or not sure, in the order of asking."""
    flags = flag_questions(definitions.rules)
    values = ((q, found.logic.fact(q).value) for q in definitions.questionnaire.by_id if q in flags)
    return {q: value for q, value in values if value in (_YES, Absent.UNKNOWN)}


def _urgent_flags(found: Assessment) -> frozenset[str]:
    """Return the urgent flags, each with its level: one that gets worse is told again."""
    return frozenset(f"{f.rule.id} {f.level}" for f in found.red_flags if f.level.urgent)


def untick(definitions: Definitions, response: Response, link_id: str) -> dict[str, Value | None]:
    """Return what to record for an answer given by mistake.

    In a list of ticks that has others it is a no. If it was the only one, the whole list is open
    again: "none of these" was not said either.
    """
    for group in definitions.questionnaire.by_id.values():
        children = [child.link_id for child in group.items]
        if group.appearance is Appearance.TICKS and link_id in children:
            others = [c for c in children if c != link_id and response.get(c) not in (None, _NO)]
            return {link_id: _NO} if others else dict.fromkeys(children)
    return {link_id: None}
