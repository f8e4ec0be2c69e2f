"""Says all that is wrong with a content folder, in the words of the person who edits it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rls_wizard import i18n
from rls_wizard.content.cases import assess_case, read_cases, run
from rls_wizard.content.faults.conditions import condition_faults
from rls_wizard.content.faults.coverage import unfired
from rls_wizard.content.faults.names import name_faults
from rls_wizard.content.faults.order import order_faults
from rls_wizard.content.faults.reach import unreachable_questions
from rls_wizard.content.faults.rules import rule_faults
from rls_wizard.content.load import read_content
from rls_wizard.content.reader import Reader
from rls_wizard.domain.values import AnswerError

if TYPE_CHECKING:
    from pathlib import Path

    from rls_wizard.content.cases import Case
    from rls_wizard.content.load import Content
    from rls_wizard.domain.assessment import Assessment


def faults(root: Path) -> list[str]:
    """Return every fault of the content below a folder, its cases included.

    What lies between blocks is looked at once every block can be read, and cases are run once
    that is sound: one slip would else be told a dozen times in other words.
    """
    catalogue = i18n.load("en")
    content, found = read_content(root, catalogue)
    reader = Reader(root, catalogue)
    cases = read_cases(reader)
    found += reader.faults
    if content is None or found:
        return found
    found += [
        *name_faults(content),
        *condition_faults(content),
        *order_faults(content),
        *rule_faults(content),
    ]
    return found or [*unreachable_questions(content), *_case_faults(content, cases)]


def _case_faults(content: Content, cases: tuple[Case, ...]) -> list[str]:
    by_name = {case.name: case for case in cases}
    found: list[str] = []
    if len(by_name) < len(cases):
        found.append("cases: two cases have the same name")
    assessments: list[Assessment] = []
    for case in cases:
        try:
            assessment = assess_case(case, by_name, content)
        except AnswerError as fault:
            found.append(f"case {case.name!r}: {fault}")
            continue
        assessments.append(assessment)
        found += [f"case {case.name!r}: {difference}" for difference in run(case, assessment)]
    return found or [*unfired(content, assessments)]
