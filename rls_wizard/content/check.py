"""Says all that is wrong with a content folder, in the words of the person who edits it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from rls_wizard import i18n
from rls_wizard.content.cases import SAMPLE, assess_case, inherited, read_cases, run, unknown_names
from rls_wizard.content.faults.conditions import condition_faults
from rls_wizard.content.faults.coverage import unfired
from rls_wizard.content.faults.dates import date_faults
from rls_wizard.content.faults.names import name_faults
from rls_wizard.content.faults.order import order_faults
from rls_wizard.content.faults.reach import unreachable_questions
from rls_wizard.content.faults.rules import rule_faults
from rls_wizard.content.load import read_content
from rls_wizard.content.reader import Reader
from rls_wizard.domain.values import AnswerError

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from rls_wizard.content.cases import Case
    from rls_wizard.content.load import Content
    from rls_wizard.domain.assessment import Assessment


def faults(root: Path, today: date) -> list[str]:
    """Return every fault of the content below a folder, its cases included.

    What lies between blocks is looked at once every block can be read, and cases are run once
    that is sound: one slip would else be told a dozen times in other words.
    """
    reader = Reader(root, i18n.load("en"))
    content = read_content(reader)
    cases = read_cases(reader)
    if content is None or reader.faults:
        return reader.faults
    between = [
        *name_faults(content),
        *condition_faults(content),
        *order_faults(content),
        *rule_faults(content),
        *date_faults(content, today),
    ]
    found = between or [*unreachable_questions(content), *_case_faults(content, cases)]
    return [reader.located(fault) for fault in found]


def _case_faults(content: Content, cases: tuple[Case, ...]) -> list[str]:
    by_name = {case.name: case for case in cases}
    if SAMPLE not in by_name:
        return [f"cases: there is no case {SAMPLE!r}, which stands in where nobody can answer"]
    twice = [name for name, times in Counter(case.name for case in cases).items() if times > 1]
    if twice:
        return [f"case {name!r} stands there more than once" for name in twice]
    found: dict[str, list[str]] = {}
    assessments: list[Assessment] = []
    for case in cases:
        try:
            assessment = assess_case(case, by_name, content)
        except AnswerError as error:
            found[case.name] = [str(error)]
            continue
        assessments.append(assessment)
        if differences := [*unknown_names(case, content), *run(case, assessment)]:
            found[case.name] = differences
    # What a case inherits from a wrong one says nothing of its own.
    own = [name for name in found if not found.keys() & set(inherited(by_name[name], by_name))]
    wrong = [f"case {name!r}: {difference}" for name in own for difference in found[name]]
    return wrong or [*unfired(content, assessments)]
