"""Says all that is wrong with a content folder, in the words of the person who edits it."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from typing import TYPE_CHECKING

from rls_wizard import i18n
from rls_wizard.content.cases import SAMPLE, assess_case, inherited, read_cases, run, unknown_names
from rls_wizard.content.error import ContentError
from rls_wizard.content.faults.codebook import codebook_faults
from rls_wizard.content.faults.conditions import condition_faults
from rls_wizard.content.faults.coverage import unfired
from rls_wizard.content.faults.dates import date_faults, overdue
from rls_wizard.content.faults.glossary import glossary_faults, unused_words
from rls_wizard.content.faults.hazards import hazard_faults
from rls_wizard.content.faults.lasting import lasting_faults
from rls_wizard.content.faults.meanings import wordless
from rls_wizard.content.faults.medicines import asking_for_medicines, medicine_faults
from rls_wizard.content.faults.names import name_faults
from rls_wizard.content.faults.near import never_missed
from rls_wizard.content.faults.order import order_faults
from rls_wizard.content.faults.pictures import picture_faults, unpictured
from rls_wizard.content.faults.reach import unreachable_questions
from rls_wizard.content.faults.review import review_faults
from rls_wizard.content.faults.rules import rule_faults
from rls_wizard.content.faults.texts import read_texts
from rls_wizard.content.faults.timeline import timeline_faults
from rls_wizard.content.faults.units import unit_faults
from rls_wizard.content.hazards import read_hazards
from rls_wizard.content.load import read_content
from rls_wizard.content.reader import Reader
from rls_wizard.content.wording import one_line
from rls_wizard.domain.values import AnswerError

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from rls_wizard.content.cases import Case
    from rls_wizard.content.load import Content
    from rls_wizard.domain.assessment import Assessment


def check(root: Path, today: date) -> list[str]:
    """Return every fault and, once there is none, what is no fault but to be looked at."""
    return faults(root, today) or _reminders(root, today)


def _reminders(root: Path, today: date) -> list[str]:
    # Not among the faults: content that was fine yesterday must not be refused to people today.
    reader = Reader(root, i18n.load("en"))
    content = read_content(reader)
    return [reader.located(told) for told in overdue(content, today)] if content else []


def faults(root: Path, today: date) -> list[str]:
    """Return every fault of the content below a folder, its cases included."""
    return _faults(root, today, coverage=True)


def unfit(root: Path, today: date) -> list[str]:
    """Return what keeps the content below a folder from people.

    These are all faults but a few kinds, which are for the editor: a rule that no case shows at
    work, a word explained that no text has, advice without a picture, and the hazard log, which
    the program does not read.
    """
    return _faults(root, today, coverage=False)


def _faults(root: Path, today: date, *, coverage: bool) -> list[str]:
    return [one_line(fault) for fault in _found(root, today, coverage=coverage)]


def _found(root: Path, today: date, *, coverage: bool) -> list[str]:
    """Return the faults; if `coverage`, also what cases and hazards should show and do not.

    What lies between blocks is looked at once every block can be read, and cases are run once
    that is sound: one slip would else be told a dozen times in other words.
    """
    reader = Reader(root, i18n.load("en"))
    content = read_content(reader)
    cases = read_cases(reader)
    log = read_hazards(reader) if coverage else None
    if content is not None:
        _read_lists(content)
    if content is None or reader.faults:
        return reader.faults
    between = [
        *name_faults(content),
        *condition_faults(content),
        *order_faults(content),
        *rule_faults(content),
        *timeline_faults(content),
        *unit_faults(content),
        *medicine_faults(content),
        *codebook_faults(content),
        *glossary_faults(content),
        *picture_faults(content),
        *date_faults(content, today),
        *lasting_faults(content),
        *review_faults(content, today),
        *wordless(content),
    ]
    found = between or [
        *unreachable_questions(content),
        *_case_faults(content, cases, coverage=coverage),
        *(hazard_faults(content, log) if log else ()),
        *(unpictured(content) if coverage else ()),
        *(unused_words(content, read_texts(reader)) if coverage else ()),
    ]
    return [reader.located(fault) for fault in found]


def _read_lists(content: Content) -> None:
    """Read the medicines, if any question needs them, code book and glossary; faults stay."""
    if asking_for_medicines(content):
        with suppress(ContentError):
            content.read_medicines()
    with suppress(ContentError):
        content.read_codebook()
    with suppress(ContentError):
        content.read_glossary()


def _case_faults(content: Content, cases: tuple[Case, ...], *, coverage: bool) -> list[str]:
    by_name = {case.name: case for case in cases}
    if SAMPLE not in by_name:
        return [f"cases: there is no case {SAMPLE!r}, which stands in where nobody can answer"]
    twice = [name for name, times in Counter(case.name for case in cases).items() if times > 1]
    if twice:
        return [f"case {name!r} stands there more than once" for name in twice]
    found: dict[str, list[str]] = {}
    assessments: dict[str, Assessment] = {}
    for case in cases:
        try:
            assessment = assess_case(case, by_name, content)
        except AnswerError as error:
            found[case.name] = [str(error)]
            continue
        assessments[case.name] = assessment
        if differences := [*unknown_names(case, content), *run(case, assessment)]:
            found[case.name] = differences
    # What a case inherits from a wrong one says nothing of its own.
    own = [name for name in found if not found.keys() & set(inherited(by_name[name], by_name))]
    wrong = [f"case {name!r}: {difference}" for name in own for difference in found[name]]
    if wrong or not coverage:
        return wrong
    return [*unfired(content, assessments.values()), *never_missed(content, assessments)]
