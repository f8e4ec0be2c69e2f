"""Where a rule comes from, and the worked cases that show it at work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rls_wizard.report.document import Small, TableRow
from rls_wizard.report.lines import line_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from rls_wizard.content.load import Content
    from rls_wizard.domain.assessment import Assessment
    from rls_wizard.domain.rules import Rule
    from rls_wizard.i18n import Catalogue

_MOST_CASES = 5


class Evidence:
    """Adds to a rule what speaks for it."""

    def __init__(
        self, content: Content, assessed: Mapping[str, Assessment], words: Catalogue
    ) -> None:
        """Take what came out of each case, by the name of the case."""
        self._content = content
        self._assessed = assessed
        self._words = words

    def rows(self, rule: Rule) -> Iterator[TableRow]:
        """Yield the rows of a rule that say where it comes from, and who shows it at work."""
        words = self._words
        about = self._content.about
        # The dates themselves stand here, so no day is asked whether they have passed.
        line = line_of(self._content, rule, "", about.reviewed_on)
        due = about.dates.in_words(rule.next_review or about.next_review)
        yield TableRow((words("Source"), line.sources))
        checked = words("Looked at by the makers on {day}").format(day=line.reviewed_on)
        again = words("To be looked at again before {day}").format(day=due)
        yield TableRow((words("Evidence"), (str(line.grade), f"{checked}. {again}.")))
        yield self.cases(words("Worked cases"), lambda found: _fires(found, rule))

    def cases(self, named: str, shown_by: Callable[[Assessment], bool]) -> TableRow:
        """Return the names of the cases for which something holds, as many as are read."""
        names = [name for name, found in self._assessed.items() if shown_by(found)]
        told = "; ".join(names[:_MOST_CASES]) or self._words("none")
        if len(names) > _MOST_CASES:
            more = self._words("and {count} more").format(count=len(names) - _MOST_CASES)
            told = f"{told}; {more}"
        return TableRow((named, (Small(told),)))


def _fires(found: Assessment, rule: Rule) -> bool:
    fired = (*found.red_flags, *found.parts, *found.cautions, *found.advice)
    return any(conclusion.rule is rule for conclusion in fired)
