"""Questions and rules together: all that is needed to assess a response."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from rls_wizard.domain.condition import questions
from rls_wizard.domain.conditions import Clause, Logic
from rls_wizard.domain.flow import observe
from rls_wizard.domain.model import Model
from rls_wizard.domain.questionnaire import Page, Questionnaire
from rls_wizard.domain.rules import Caution, Finding, RedFlag, RuleBook

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rls_wizard.domain.response import Response


class Definitions(Model):
    """The questionnaire and the rules that read its answers."""

    questionnaire: Questionnaire
    rules: RuleBook

    @property
    def pages(self) -> tuple[Page, ...]:
        """Every page, in order."""
        return self.questionnaire.pages

    @cached_property
    def clauses(self) -> Mapping[str, tuple[Clause, ...]]:
        """What makes each name true that a condition may use; several clauses mean any."""
        found: dict[str, tuple[Clause, ...]] = {}
        for block in self.rules.named:
            found[block.id] = (*found.get(block.id, ()), self._clause(block))
        return found

    def logic(self, response: Response) -> Logic:
        """Return what holds for one person's answers."""
        return Logic(self.clauses, observe(self.questionnaire, self.clauses, response))

    def _clause(self, block: Finding | RedFlag | Caution) -> Clause:
        if not isinstance(block, Finding):
            return Clause(block.when, flag=isinstance(block, RedFlag))
        groups = (self.questionnaire.group_of.get(child) for child in questions(block.any_row))
        group = next((found.link_id for found in groups if found), None)
        return Clause(block.when, block.any_row, group, block.of, block.at_least)
